package scores

import (
	"fmt"
	"maps"
	"slices"

	"github.com/ocop-vn/ocop-go/scoring/rubric"
)

// What comes of a sheet by plain arithmetic over the published rubric, as anyone would
// do it who has read the decision: a second reading, not the library's.

const none = "none"

// lines are a set's criteria, in printed order.
func lines(set *rubric.Set) []*rubric.Criterion { return slices.Collect(set.Criteria) }

// ladder are a criterion's answers from the lowest up; none is the lowest where no
// option of 0 points is printed.
func ladder(c *rubric.Criterion) []string {
	var codes []string
	zero := false
	for _, o := range c.Options {
		codes = append(codes, o.Code)
		zero = zero || o.Points == 0
	}
	if !zero {
		codes = append([]string{none}, codes...)
	}
	return codes
}

// pointsOf are the points of an answer.
func pointsOf(c *rubric.Criterion, answer string) int {
	for _, o := range c.Options {
		if o.Code == answer {
			return o.Points
		}
	}
	return 0
}

// place is where an answer stands in printed order, none and no answer before all.
func place(c *rubric.Criterion, answer string) int {
	return slices.IndexFunc(c.Options, func(o rubric.Option) bool { return o.Code == answer })
}

// answers are what a sheet says, an option for each criterion that is answered.
type answers map[string]string

// but are the answers with some changed: criterion, answer, criterion, answer …
func (a answers) but(pairs ...string) answers {
	b := maps.Clone(a)
	for i := 0; i < len(pairs); i += 2 {
		b[pairs[i]] = pairs[i+1]
	}
	return b
}

// without are the answers less some criteria.
func (a answers) without(criteria ...string) answers {
	b := maps.Clone(a)
	for _, c := range criteria {
		delete(b, c)
	}
	return b
}

// highest answers every criterion with its last option, lowest with its first or none.
func highest(set *rubric.Set) answers { return filled(set, answers{}, false) }

func lowest(set *rubric.Set) answers { return filled(set, answers{}, true) }

// filled answers what is not answered as low or as high as can be. An answer that a
// derived gate forbids is not the lowest that counts.
func filled(set *rubric.Set, a answers, low bool) answers {
	b := maps.Clone(a)
	for _, c := range lines(set) {
		codes := ladder(c)
		if low && stops(set, c, codes[0]) {
			codes = codes[1:]
		}
		i := len(codes) - 1
		if low {
			i = 0
		}
		if _, there := b[c.Code]; !there {
			b[c.Code] = codes[i]
		}
	}
	return b
}

// worth is a sheet with all answered that comes to a total and, for 3 stars and more,
// meets the minima of a star: from the highest answers each criterion falls as far as
// these let it, but those that stay.
func worth(set *rubric.Set, total, star int, stay ...string) answers {
	a := highest(set).but(stay...)
	for _, c := range lines(set) {
		if slices.Contains(stay, c.Code) {
			continue
		}
		for _, code := range ladder(c) {
			fallen := a.but(c.Code, code)
			if place(c, code) >= place(c, need(c, star)) && sum(set, fallen) >= total {
				a = fallen
				break
			}
		}
	}
	if sum(set, a) != total {
		panic(fmt.Sprintf("set %d has no sheet of %d points with the minima of %d stars", set.No, total, star)) // only where the suite is made
	}
	return a
}

// away tells whether a criterion falls away: no story, so no structure of one.
func away(c *rubric.Criterion, a answers) bool {
	return c.AppliesUnless != nil && a[c.AppliesUnless.Criterion] == c.AppliesUnless.Option
}

// parts are the points of the parts, A, B and C.
func parts(set *rubric.Set, a answers) map[string]int {
	points := map[string]int{}
	for _, p := range set.Parts {
		points[p.Code] = 0
		for _, s := range p.Sections {
			for i := range s.Criteria {
				if c := &s.Criteria[i]; !away(c, a) {
					points[p.Code] += pointsOf(c, a[c.Code])
				}
			}
		}
	}
	return points
}

func sum(set *rubric.Set, a answers) int {
	total := 0
	for _, points := range parts(set, a) {
		total += points
	}
	return total
}

// need is the answer that a star and those below it ask of a criterion, "" for none.
func need(c *rubric.Criterion, star int) string {
	code := ""
	for _, o := range c.Options {
		if o.MinStar != 0 && o.MinStar <= star {
			code = o.Code
		}
	}
	return code
}

// shortfall is a minimum that is missed.
type shortfall struct {
	Star      int     `json:"star"`
	Criterion string  `json:"criterion"`
	Have      *string `json:"have"`
	Need      string  `json:"need"`
}

func shortfalls(set *rubric.Set, a answers) []shortfall {
	list := []shortfall{}
	for star := 3; star <= 5; star++ {
		for _, c := range lines(set) {
			if n := need(c, star); n != "" && place(c, a[c.Code]) < place(c, n) {
				s := shortfall{Star: star, Criterion: c.Code, Need: n}
				if have, there := a[c.Code]; there {
					s.Have = &have
				}
				list = append(list, s)
			}
		}
	}
	return list
}

// leasts are the least totals of the bands (Article 3.3).
var leasts = [...]int{5: 90, 4: 70, 3: 50, 2: 30, 1: 0}

// band is the band of an average: total points of count sheets.
func band(total, count int) int {
	star := 5
	for total < leasts[star]*count {
		star--
	}
	return star
}

// starOf is the star that a band comes to with minima missed.
func starOf(star int, missed []shortfall) int {
	for slices.ContainsFunc(missed, func(s shortfall) bool { return s.Star == star }) {
		star--
	}
	return star
}

// authority is who recognises a star (Article 4.1).
func authority(star int) any {
	switch star {
	case 5:
		return "ministry"
	case 3, 4:
		return "province"
	}
	return nil
}

// stops tells whether an answer gives the set's derived gate.
func stops(set *rubric.Set, c *rubric.Criterion, answer string) bool {
	for _, g := range set.Gates {
		if answer != "" && slices.Contains(g.ZeroPointsAt, c.Code) && pointsOf(c, answer) == 0 {
			return true
		}
	}
	return false
}

type object = map[string]any

// outcome is all that follows from a sheet.
func outcome(set *rubric.Set, a answers, given ...string) object {
	missed := shortfalls(set, a)
	unanswered, notApplicable := []string{}, []string{}
	stopped := false
	for _, c := range lines(set) {
		_, there := a[c.Code]
		switch {
		case away(c, a):
			notApplicable = append(notApplicable, c.Code)
		case !there:
			unanswered = append(unanswered, c.Code)
		}
		stopped = stopped || stops(set, c, a[c.Code])
	}
	gates := []object{}
	status := "classified"
	if len(unanswered) > 0 {
		status = "incomplete"
	}
	for _, g := range byID(set.Gates) {
		if !slices.Contains(given, g.ID) && (len(g.ZeroPointsAt) == 0 || !stopped) {
			continue
		}
		gates = append(gates, object{"id": g.ID, "effect": g.Effect})
		if g.Effect == "reject" {
			status = "rejected"
		} else if status != "rejected" {
			status = "stopped"
		}
	}
	o := object{
		"status": status, "total": sum(set, a), "parts": parts(set, a), "band": nil, "star": nil, "authority": nil,
		"shortfalls": missed, "gates": gates, "unanswered": unanswered, "notApplicable": notApplicable, "bounds": nil,
	}
	if status == "classified" {
		b := band(sum(set, a), 1)
		star := starOf(b, missed)
		o["band"], o["star"], o["authority"] = b, star, authority(star)
	}
	if len(gates) == 0 {
		low, high := filled(set, a, true), filled(set, a, false)
		o["bounds"] = object{
			"total": []int{sum(set, low), sum(set, high)},
			"star":  []int{starOf(band(sum(set, low), 1), shortfalls(set, low)), starOf(band(sum(set, high), 1), shortfalls(set, high))},
		}
	}
	return o
}

func byID(gates []rubric.Gate) []rubric.Gate {
	return slices.SortedFunc(slices.Values(gates), func(a, b rubric.Gate) int {
		if a.ID < b.ID {
			return -1
		}
		return 1
	})
}

// some are members of an object.
func some(o object, names ...string) object {
	few := object{}
	for _, name := range names {
		few[name] = o[name]
	}
	return few
}
