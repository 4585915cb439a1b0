package scores

import (
	"fmt"
	text "strings"

	"github.com/ocop-vn/ocop-go/ocop/conformance/internal/suite"
	"github.com/ocop-vn/ocop-go/scoring/rubric"
)

// sheets are the files of sheets.
func sheets(r *rubric.Rubric) []suite.File {
	var options, minima []suite.Case
	for i := range r.Sets {
		options = append(options, optionsOf(&r.Sets[i])...)
		minima = append(minima, minimaOf(&r.Sets[i])...)
	}
	return []suite.File{
		file(suite.Sheet, "options", options...),
		file(suite.Sheet, "minima", minima...),
		file(suite.Sheet, "totals", totals(r)...),
		file(suite.Sheet, "gates", gates(r)...),
		file(suite.Sheet, "dependent", dependent(r)...),
		file(suite.Sheet, "bands", bands(r)...),
		file(suite.Sheet, "errata", errata(r)...),
		file(suite.Sheet, "statuses", statuses(r)...),
		file(suite.Sheet, "bounds", bounds(r)...),
		file(suite.Sheet, "readings", readings(r)...),
		file(suite.Sheet, "read", readSheets(r)...),
		file(suite.Sheet, "refused", refusedSheets()...),
	}
}

// scored is a case of a sheet of which some members of the result count.
func scored(id string, rules []string, set *rubric.Set, a answers, gates []string, members ...string) suite.Case {
	return suite.Case{
		ID: id, Rules: rules, Input: raw(document(set, a, gates...)), Expect: raw(some(outcome(set, a, gates...), members...)),
	}
}

// optionsOf answer one criterion each: its points stand in its part, the rest is open.
func optionsOf(set *rubric.Set) (cases []suite.Case) {
	for _, c := range lines(set) {
		for _, code := range ladder(c) {
			id := fmt.Sprintf("%d/%s/%s", set.No, c.Code, code)
			cases = append(cases, scored(id, []string{"option/" + id}, set, answers{c.Code: code}, nil, "status", "total", "parts", "bounds"))
		}
	}
	return cases
}

// minimaOf answer all criteria with the last option, but one: with the starred option
// the star is kept, with the answer before it it is lost.
func minimaOf(set *rubric.Set) (cases []suite.Case) {
	for _, c := range lines(set) {
		codes := ladder(c)
		for _, o := range c.Options {
			if o.MinStar == 0 {
				continue
			}
			at := fmt.Sprintf("%d/%s/%d", set.No, c.Code, o.MinStar)
			add := func(how, answer string) {
				a := highest(set).but(c.Code, answer)
				cases = append(cases, scored(at+"/"+how, []string{"minimum/" + at + "/" + how}, set, a, nil, "status", "total", "band", "star", "authority", "shortfalls"))
			}
			add("met", o.Code)
			for i := range codes {
				if codes[i] == o.Code {
					add("missed", codes[i-1])
				}
			}
		}
	}
	return cases
}

// totals are sheets with all answers the highest, and all the lowest.
func totals(r *rubric.Rubric) (cases []suite.Case) {
	for i := range r.Sets {
		set := &r.Sets[i]
		least, most := answers{}, answers{}
		for _, c := range lines(set) {
			codes := ladder(c)
			least[c.Code], most[c.Code] = codes[0], codes[len(codes)-1]
		}
		cases = append(cases,
			suite.Case{
				ID: fmt.Sprintf("%d/most", set.No), Rules: []string{fmt.Sprintf("total/%d/most", set.No)}, Why: "Article 3.1: 40, 25 and 35 points",
				Input:  raw(document(set, most)),
				Expect: raw(object{"status": "classified", "total": 100, "parts": object{"A": 40, "B": 25, "C": 35}, "band": 5, "star": 5, "authority": "ministry", "shortfalls": []any{}, "gates": []any{}, "unanswered": []any{}, "bounds": object{"total": []int{100, 100}, "star": []int{5, 5}}}),
			},
			scored(fmt.Sprintf("%d/least", set.No), []string{fmt.Sprintf("total/%d/least", set.No)}, set, least, nil, "status", "total", "parts", "band", "star", "authority", "shortfalls", "gates", "unanswered", "bounds"),
		)
	}
	return cases
}

// gates are knock-outs, each alone: whatever was answered, there is no star.
func gates(r *rubric.Rubric) (cases []suite.Case) {
	members := []string{"status", "gates", "band", "star", "authority", "bounds"}
	for i := range r.Sets {
		set := &r.Sets[i]
		for _, g := range set.Gates {
			id := fmt.Sprintf("%d/%s", set.No, g.ID)
			if len(g.ZeroPointsAt) == 0 {
				cases = append(cases, scored("gate/"+id, []string{"gate/" + id}, set, answers{}, []string{g.ID}, members...))
			}
			for _, at := range g.ZeroPointsAt { // it follows from the answers
				cases = append(cases, scored("gate/"+id+"/"+at, []string{"gate/" + id}, set, highest(set).but(at, "a"), nil, members...))
			}
		}
	}
	return cases
}

// dependent are sheets without a story: its structure falls away, whatever was
// answered, and with one it counts.
func dependent(r *rubric.Rubric) (cases []suite.Case) {
	for i := range r.Sets {
		set := &r.Sets[i]
		for _, c := range lines(set) {
			if c.AppliesUnless == nil {
				continue
			}
			parent, no := c.AppliesUnless.Criterion, c.AppliesUnless.Option
			id := fmt.Sprintf("%d/%s", set.No, c.Code)
			add := func(how string, a answers) {
				cases = append(cases, scored("dependent/"+id+"/"+how, []string{"dependent/" + id}, set, a, nil, "status", "total", "star", "unanswered", "notApplicable", "bounds"))
			}
			add("answered", highest(set).but(parent, no))
			add("left-out", highest(set).but(parent, no).without(c.Code))
			add("applies", highest(set).but(parent, ladder(c)[1]).without(c.Code))
		}
	}
	return cases
}

// bands are totals at the least of a band, with the minima met, and a point below it.
func bands(r *rubric.Rubric) (cases []suite.Case) {
	for _, no := range []int{1, 13, 26} {
		set := number(r, no)
		for star := 5; star >= 2; star-- {
			for _, edge := range []struct {
				how   string
				total int
			}{{"least", leasts[star]}, {"below", leasts[star] - 1}} {
				c := scored(fmt.Sprintf("band/%d/%s/%d", star, edge.how, no), []string{fmt.Sprintf("band/%d/%s", star, edge.how)},
					set, worth(set, edge.total, star), nil, "status", "total", "band", "star", "authority")
				c.Why = "Article 3.3"
				cases = append(cases, c)
			}
		}
	}
	return cases
}

// errata are the cells where the printed value cannot stand, with what is used.
func errata(r *rubric.Rubric) (cases []suite.Case) {
	points := func(no int, criterion, option string, total int) {
		set := number(r, no)
		cases = append(cases, suite.Case{
			ID: fmt.Sprintf("erratum/%d/%s", no, criterion), Rules: []string{fmt.Sprintf("erratum/%d/%s", no, criterion), "reading/errata-replaced"},
			Input: raw(document(set, answers{criterion: option})), Expect: raw(object{"total": total}),
		})
	}
	points(4, "7", "c", 3)      // printed 13
	points(4, "1.2", "a", 0)    // blank
	points(7, "1.2", "a", 0)    // blank
	points(10, "1.2", "a", 0)   // blank
	points(11, "1.2", "a", 0)   // blank
	points(11, "6.1.1", "b", 1) // printed 11
	points(23, "9", "b", 4)     // the most of the criterion is printed as 4 and as 1
	stars := number(r, 3)       // the four stars at 5.1 are printed apart
	missed := scored("erratum/3/5.1", strings("erratum/3/5.1", "reading/errata-replaced"), stars, highest(stars).but("5.1", "d"), nil, "total")
	missed.Expect = raw(object{"star": 3, "shortfalls": []object{{"star": 4, "criterion": "5.1", "have": "d", "need": "e"}, {"star": 5, "criterion": "5.1", "have": "d", "need": "e"}}})
	tourism := number(r, 26) // the heading of part A prints 35 points
	heading := scored("erratum/26/part A", strings("erratum/26/part A", "reading/errata-replaced"), tourism, highest(tourism), nil, "total")
	heading.Expect = raw(object{"total": 100, "parts": object{"A": 40, "B": 25, "C": 35}})
	return append(cases, missed, heading)
}

// statuses are the statuses in the order in which they outrank each other.
func statuses(r *rubric.Rubric) []suite.Case {
	set, sensory := number(r, 13), number(r, 16)
	all := []string{"status", "total", "parts", "band", "star", "authority", "shortfalls", "gates", "unanswered", "notApplicable", "bounds"}
	last := highest(set)
	return []suite.Case{
		scored("status/classified", strings("status/sheet/classified", "authority/ministry"), set, last, nil, all...),
		scored("status/incomplete/blank", strings("status/sheet/incomplete"), set, answers{}, nil, all...),
		scored("status/incomplete/one", strings("status/sheet/incomplete"), set, last.without("11"), nil, all...),
		scored("status/stopped", strings("status/sheet/stopped"), set, last, strings("unacceptable-impurities"), all...),
		scored("status/rejected", strings("status/sheet/rejected"), set, last, strings("identical-product"), all...),
		scored("status/stopped-before-incomplete", strings("status/sheet/stopped", "reading/reject-outranks-stop"), set, answers{}, strings("unacceptable-impurities"), all...),
		scored("status/rejected-before-stopped", strings("status/sheet/rejected", "reading/reject-outranks-stop"), set, answers{}, strings("unacceptable-impurities", "identical-product"), all...),
		scored("status/rejected-before-derived", strings("status/sheet/rejected", "reading/reject-outranks-stop"), sensory, answers{"6.1": "a"}, strings("forged-dossier"), all...),
		scored("status/province", strings("authority/province"), set, last.but("1.5", "c"), nil, all...),
		scored("status/nobody", strings("authority/nobody"), set, last.but("8", none), nil, all...),
	}
}

// bounds are what is still possible: exactly.
func bounds(r *rubric.Rubric) []suite.Case {
	set, sensory := number(r, 13), number(r, 16)
	last := highest(set)
	bounded := func(id string, rules []string, set *rubric.Set, a answers) suite.Case {
		return scored("bounds/"+id, rules, set, a, nil, "status", "total", "band", "star", "unanswered", "bounds")
	}
	return []suite.Case{
		bounded("all-open", strings("bounds/open"), set, answers{}),
		bounded("none-open", strings("bounds/closed"), set, last),
		bounded("one-open-minimum", strings("bounds/star"), set, last.without("7")),
		bounded("no-star-beyond-a-missed-minimum", strings("bounds/star"), set, answers{"1.1": "a"}),
		bounded("what-would-stop-is-no-way", strings("bounds/derived-gate"), sensory, answers{}),
		bounded("what-would-stop-is-no-way/one-open", strings("bounds/derived-gate"), sensory, highest(sensory).without("6.4")),
		bounded("story-open", strings("bounds/dependent"), set, last.without("5.1")),
		bounded("story-and-structure-open", strings("bounds/dependent"), set, last.without("5.1", "5.2")),
		bounded("no-story", strings("bounds/dependent"), set, answers{"5.1": "a", "5.2": "c"}),
	}
}

// readings are what the decision leaves open, as we read it.
func readings(r *rubric.Rubric) []suite.Case {
	set := number(r, 13)
	last := highest(set)
	read := func(id, reading, why string, set *rubric.Set, a answers, expect object) suite.Case {
		return suite.Case{ID: "reading/" + id, Rules: strings("reading/" + reading), Why: why, Input: raw(document(set, a)), Expect: raw(expect)}
	}
	below := func(criterion, have, need string, stars ...int) []object {
		list := []object{}
		for _, star := range stars {
			list = append(list, object{"star": star, "criterion": criterion, "have": have, "need": need})
		}
		return list
	}
	return []suite.Case{
		read("cumulative-minima", "cumulative-minima", "a minimum of 3 stars that is missed, b at 1.1, holds 4 and 5 back too", set, last.but("1.1", "a"),
			object{"total": 98, "band": 5, "star": 2, "authority": nil, "shortfalls": below("1.1", "a", "b", 3, 4, 5)}),
		read("later-option-meets", "later-option-meets", "1.1 is starred at b for 3 stars; c is printed after it", set, last.but("1.1", "c"),
			object{"star": 5, "shortfalls": []any{}}),
		read("none-scores-zero", "none-scores-zero", "1.1 prints no option of 0 points; none is an answer", set, last.but("1.1", none),
			object{"status": "classified", "total": 97, "star": 2, "unanswered": []any{}, "shortfalls": below("1.1", none, "b", 3, 4, 5)}),
		read("no-story-no-structure", "no-story-no-structure", "5.1 a is no story: 5.2 counts 0", set, last.but("5.1", "a", "5.2", "c"),
			object{"status": "classified", "total": 93, "notApplicable": strings("5.2"), "star": 3}),
		read("contracts-between-options/under-half", "contracts-between-options", "contracts for under 50% of output: a at 1.5", set, answers{"1.5": "a"}, object{"total": 0}),
		read("contracts-between-options/exactly-three-quarters", "contracts-between-options", "contracts for exactly 75% of output: b at 1.5", set, answers{"1.5": "b"}, object{"total": 1}),
		read("share-in-two-options/lower", "share-in-two-options", "exactly 75% of the labour: b at 3.3 may stand", set, answers{"3.3": "b"}, object{"total": 2}),
		read("share-in-two-options/higher", "share-in-two-options", "exactly 75% of the labour: c at 3.3 may stand", set, answers{"3.3": "c"}, object{"total": 3}),
		read("no-declaration-asks-for-gate/19", "no-declaration-asks-for-gate", "no declared standard, a at 6, is not yet the gate product-declaration-missing", number(r, 19), highest(number(r, 19)).but("6", "a"),
			object{"status": "classified", "total": 95, "gates": []any{}}),
		read("no-declaration-asks-for-gate/20", "no-declaration-asks-for-gate", "none at 6 is not yet the gate product-declaration-missing", number(r, 20), highest(number(r, 20)).but("6", none),
			object{"status": "classified", "total": 95, "gates": []any{}}),
	}
}

// readSheets are documents that look unusual and are sheets all the same.
func readSheets(r *rubric.Rubric) (cases []suite.Case) {
	set := number(r, 13)
	all := outcome(set, answers{"1.1": "c"})
	add := func(id, spelt string) {
		cases = append(cases, suite.Case{ID: "read/" + id, Rules: strings("sheet/" + id), Text: &spelt, Expect: raw(some(all, "status", "total", "gates"))})
	}
	const sheet = `{"edition":"qd26-2026","set":13,"answers":{"1.1":"c"}}`
	add("any-order", `{"answers":{"1.1":"c"},"set":13,"edition":"qd26-2026"}`)
	add("any-spelling", `{"\u0065dition":"qd26-2026","set":13,"answers":{"1\u002e1":"\u0063"}}`)
	add("white-space", " {\t\"edition\" : \"qd26-2026\",\r\n\"set\":13 , \"answers\":{ \"1.1\":\"c\" } } \n")
	add("no-gates", `{"edition":"qd26-2026","set":13,"answers":{"1.1":"c"},"gates":[]}`)
	add("remarks", `{"edition":"qd26-2026","set":13,"answers":{"1.1":"c"},"about":{"product":"Chè","producer":"HTX","address":"Xã","assessor":"A","day":"2026-08-21"},"evidence":{"1.1":["other"]},"notes":{"1.1":"a\nb"}}`)
	add("as-large-as-can-be", sheet+text.Repeat(" ", 64<<10-len(sheet)))
	return cases
}
