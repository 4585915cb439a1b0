// Package naive is a second reading of the decision, slow on purpose: maps,
// loops and text, as a clerk would go through it with the paper in hand. It
// reads its own copy of the numbers and shares no code with the engine. Only
// tests use it.
package naive

import (
	"bufio"
	"fmt"
	"io"
	"sort"
	"strconv"
	"strings"
)

// Law is what Appendix II prints, by set.
type Law struct {
	sets map[int]*set
}

type set struct {
	effects  map[string]string // gate id to reject or stop
	criteria []string          // in printed order
	part     map[string]string
	options  map[string][]option
}

type option struct {
	code   string
	points int
	star   int // 3 to 5 where a star mark is printed
}

// Load reads the numbers from a file such as qd26/testdata/facts.tsv.
func Load(r io.Reader) (*Law, error) {
	law := &Law{sets: map[int]*set{}}
	lines := bufio.NewScanner(r)
	for lines.Scan() {
		fields := strings.Split(lines.Text(), "\t")
		switch {
		case strings.HasPrefix(fields[0], "#"):
		case fields[0] == "set":
			no, err := strconv.Atoi(fields[1])
			if err != nil {
				return nil, err
			}
			s := &set{effects: map[string]string{}, part: map[string]string{}, options: map[string][]option{}}
			for _, gate := range fields[2:] {
				id, effect, _ := strings.Cut(gate, "=")
				s.effects[id] = effect
			}
			law.sets[no] = s
		default:
			no, err := strconv.Atoi(fields[0])
			if err != nil || len(fields) != 5 || law.sets[no] == nil {
				return nil, fmt.Errorf("not a criterion: %q", lines.Text())
			}
			s, code := law.sets[no], fields[3]
			s.criteria = append(s.criteria, code)
			s.part[code] = fields[1]
			for _, text := range strings.Fields(fields[4]) {
				name, points, _ := strings.Cut(text, ":")
				o := option{code: name, star: strings.Count(points, "*")}
				if o.points, err = strconv.Atoi(strings.TrimRight(points, "*")); err != nil {
					return nil, err
				}
				s.options[code] = append(s.options[code], o)
			}
		}
	}
	return law, lines.Err()
}

// Sheet is a filled-in sheet. It must be valid.
type Sheet struct {
	Set     int
	Answers map[string]string
	Gates   []string
}

// Result has the members of the contract's Result.
type Result struct {
	Edition       string         `json:"edition"`
	Set           int            `json:"set"`
	Status        string         `json:"status"`
	Total         int            `json:"total"`
	Parts         map[string]int `json:"parts"`
	Band          *int           `json:"band"`
	Star          *int           `json:"star"`
	Authority     *string        `json:"authority"`
	Shortfalls    []Shortfall    `json:"shortfalls"`
	Gates         []Gate         `json:"gates"`
	Unanswered    []string       `json:"unanswered"`
	NotApplicable []string       `json:"notApplicable"`
	Bounds        *Bounds        `json:"bounds"`
	Answers       answers        `json:"answers"` // those that count
}

// Shortfall is a minimum that is missed.
type Shortfall struct {
	Star      int     `json:"star"`
	Criterion string  `json:"criterion"`
	Have      *string `json:"have"`
	Need      string  `json:"need"`
}

// Gate is a knock-out that was found.
type Gate struct {
	ID     string `json:"id"`
	Effect string `json:"effect"`
}

// Bounds are the least and the greatest total and star.
type Bounds struct {
	Total [2]int `json:"total"`
	Star  [2]int `json:"star"`
}

// Criteria lists a set's criteria in printed order.
func (l *Law) Criteria(set int) []string { return l.sets[set].criteria }

// Choices lists the answers that a criterion allows: the printed options, then
// none where no option of 0 points is printed.
func (l *Law) Choices(set int, criterion string) []string {
	var choices []string
	zero := false
	for _, o := range l.sets[set].options[criterion] {
		choices = append(choices, o.code)
		zero = zero || o.points == 0
	}
	if !zero {
		choices = append(choices, "none")
	}
	return choices
}

// GateIDs lists the gates that may be given.
func (l *Law) GateIDs(set int) []string {
	var ids []string
	for id := range l.sets[set].effects {
		if id != "zero-sensory-point" {
			ids = append(ids, id)
		}
	}
	sort.Strings(ids)
	return ids
}

// points of an answer: none and nothing give 0.
func (s *set) points(criterion, answer string) int {
	for _, o := range s.options[criterion] {
		if o.code == answer {
			return o.points
		}
	}
	return 0
}

// place of an answer in printed order, from 1; 0 for none and for nothing.
func (s *set) place(criterion, answer string) int {
	for i, o := range s.options[criterion] {
		if o.code == answer {
			return i + 1
		}
	}
	return 0
}

// noStory: criterion 5.2 of sets 1 to 25 applies only where there is a story.
func noStory(sheet Sheet) bool { return sheet.Set <= 25 && sheet.Answers["5.1"] == "a" }

// answers are criteria with their answers, in printed order.
type answers [][2]string

// MarshalJSON writes an object in that order.
func (a answers) MarshalJSON() ([]byte, error) {
	members := make([]string, len(a))
	for i, answer := range a {
		members[i] = fmt.Sprintf("%q:%q", answer[0], answer[1])
	}
	return []byte("{" + strings.Join(members, ",") + "}"), nil
}

// Score goes through a sheet. The bounds of an incomplete sheet it leaves out: see Bounds.
func (l *Law) Score(sheet Sheet) Result {
	s := l.sets[sheet.Set]
	r := Result{
		Edition: "qd26-2026", Set: sheet.Set, Parts: map[string]int{"A": 0, "B": 0, "C": 0},
		Shortfalls: []Shortfall{}, Gates: []Gate{}, Unanswered: []string{}, NotApplicable: []string{},
	}
	// Article 3.1: points by part.
	for _, criterion := range s.criteria {
		if criterion == "5.2" && noStory(sheet) {
			r.NotApplicable = append(r.NotApplicable, criterion)
			continue
		}
		answer := sheet.Answers[criterion]
		if answer == "" {
			r.Unanswered = append(r.Unanswered, criterion)
		} else {
			r.Answers = append(r.Answers, [2]string{criterion, answer})
		}
		r.Parts[s.part[criterion]] += s.points(criterion, answer)
	}
	r.Total = r.Parts["A"] + r.Parts["B"] + r.Parts["C"]
	// Appendix II, the star marks: for 3, then 4, then 5 stars.
	for star := 3; star <= 5; star++ {
		for _, criterion := range s.criteria {
			need := ""
			for _, o := range s.options[criterion] {
				if o.star >= 3 && o.star <= star {
					need = o.code
				}
			}
			answer := sheet.Answers[criterion]
			if need == "" || s.place(criterion, answer) >= s.place(criterion, need) {
				continue
			}
			missed := Shortfall{Star: star, Criterion: criterion, Need: need}
			if answer != "" {
				missed.Have = &answer
			}
			r.Shortfalls = append(r.Shortfalls, missed)
		}
	}
	r.Gates = l.gates(sheet)
	rejected, stopped := false, false
	for _, g := range r.Gates {
		rejected = rejected || g.Effect == "reject"
		stopped = stopped || g.Effect == "stop"
	}
	switch {
	case rejected:
		r.Status = "rejected"
	case stopped:
		r.Status = "stopped"
	case len(r.Unanswered) > 0:
		r.Status = "incomplete"
	default:
		r.Status = "classified"
		l.classify(&r)
	}
	return r
}

// gates are those given and, in set 16, the one that follows from 0 points at any of 6.1 to 6.4.
func (l *Law) gates(sheet Sheet) []Gate {
	s := l.sets[sheet.Set]
	found := []Gate{}
	for _, id := range sheet.Gates {
		found = append(found, Gate{id, s.effects[id]})
	}
	if sheet.Set == 16 {
		for _, criterion := range []string{"6.1", "6.2", "6.3", "6.4"} {
			if answer := sheet.Answers[criterion]; answer != "" && s.points(criterion, answer) == 0 {
				found = append(found, Gate{"zero-sensory-point", s.effects["zero-sensory-point"]})
				break
			}
		}
	}
	sort.Slice(found, func(i, j int) bool { return found[i].ID < found[j].ID })
	return found
}

// classify reads the band off the total (Article 3.3), then takes the highest
// star not above it for which nothing is short, and who recognises it (Article 4.1).
func (l *Law) classify(r *Result) {
	band := 1
	for star, from := range map[int]int{2: 30, 3: 50, 4: 70, 5: 90} {
		if r.Total >= from && star > band {
			band = star
		}
	}
	short := map[int]bool{}
	for _, missed := range r.Shortfalls {
		short[missed.Star] = true
	}
	reached := 0
	for star := 1; star <= band; star++ {
		ok := true
		for lower := 3; lower <= star; lower++ {
			ok = ok && !short[lower]
		}
		if ok {
			reached = star
		}
	}
	r.Band, r.Star = &band, &reached
	province, ministry := "province", "ministry"
	switch reached {
	case 3, 4:
		r.Authority = &province
	case 5:
		r.Authority = &ministry
	}
	r.Bounds = &Bounds{Total: [2]int{r.Total, r.Total}, Star: [2]int{reached, reached}}
}

// Completions is the number of ways to answer what is unanswered, no more than a thousand million.
func (l *Law) Completions(sheet Sheet) int {
	ways := 1
	for _, criterion := range l.sets[sheet.Set].criteria {
		if sheet.Answers[criterion] == "" {
			ways *= len(l.Choices(sheet.Set, criterion))
		}
		if ways > 1_000_000_000 {
			return 1_000_000_000
		}
	}
	return ways
}

// Bounds tries every way to answer what is unanswered and keeps those that end
// classified. It takes as long as there are Completions.
func (l *Law) Bounds(sheet Sheet) *Bounds {
	for _, criterion := range l.sets[sheet.Set].criteria {
		if sheet.Answers[criterion] != "" || criterion == "5.2" && noStory(sheet) {
			continue
		}
		var all *Bounds
		for _, choice := range l.Choices(sheet.Set, criterion) {
			tried := Sheet{Set: sheet.Set, Answers: map[string]string{criterion: choice}, Gates: sheet.Gates}
			for k, v := range sheet.Answers {
				if k != criterion {
					tried.Answers[k] = v
				}
			}
			all = wider(all, l.Bounds(tried))
		}
		return all
	}
	r := l.Score(sheet)
	if r.Status != "classified" {
		return nil
	}
	return r.Bounds
}

func wider(a, b *Bounds) *Bounds {
	if a == nil || b == nil {
		if a == nil {
			return b
		}
		return a
	}
	return &Bounds{
		Total: [2]int{min(a.Total[0], b.Total[0]), max(a.Total[1], b.Total[1])},
		Star:  [2]int{min(a.Star[0], b.Star[0]), max(a.Star[1], b.Star[1])},
	}
}
