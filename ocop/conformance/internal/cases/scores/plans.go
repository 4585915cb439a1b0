package scores

import (
	"slices"
	text "strings"

	"github.com/ocop-vn/ocop-go/ocop/conformance/internal/suite"
	"github.com/ocop-vn/ocop-go/scoring/rubric"
)

// change is a change of a plan.
type change struct {
	Criterion string `json:"criterion"`
	From      string `json:"from"`
	To        string `json:"to"`
	Points    int    `json:"points"`
	Reason    string `json:"reason"`
}

// planned is a case of a plan that reaches its star.
func planned(id string, star int, rules []string, set *rubric.Set, a answers, more object, cost, from, to int, changes ...change) suite.Case {
	if changes == nil {
		changes = []change{}
	}
	return suite.Case{
		ID: id, Rules: rules, Input: raw(request(set, a, more)), With: suite.With{Star: star},
		Expect: raw(object{"star": star, "reachable": true, "cost": cost, "total": object{"from": from, "to": to}, "changes": changes}),
	}
}

// blocked is a case of a star out of reach.
func blocked(id string, star int, rules []string, set *rubric.Set, a answers, more object, by ...string) suite.Case {
	return suite.Case{
		ID: id, Rules: rules, Input: raw(request(set, a, more)), With: suite.With{Star: star},
		Expect: raw(object{"star": star, "reachable": false, "cost": nil, "changes": []change{}, "blockedBy": by}),
	}
}

// request is a sheet with what is locked and what changes cost.
func request(set *rubric.Set, a answers, more object) object {
	doc := document(set, a)
	for name, value := range more {
		doc[name] = value
	}
	return doc
}

// lockedBut locks all criteria but some.
func lockedBut(set *rubric.Set, free ...string) object {
	list := []string{}
	for _, c := range lines(set) {
		if !slices.Contains(free, c.Code) {
			list = append(list, c.Code)
		}
	}
	return object{"locked": list}
}

func plans(r *rubric.Rubric) []suite.File {
	set := number(r, 13)
	best := highest(set)
	// 89 points with every minimum of 5 stars met: a point is missing. 4.2 and 4.3 can
	// give 1 to 4 more, 5.3 gives 2 and 6.1.1 one.
	near := best.but("4.2", "a", "4.3", "a", "5.3", "c", "6.1.1", "b")
	mark := best.but("1.5", "c") // 5 stars ask for d
	low := best.but("1.1", "a")  // 3 stars ask for b
	untold := best.but("5.1", "a", "5.2", "c")
	sensory, tourism, doubled := number(r, 16), number(r, 26), number(r, 7)
	return []suite.File{
		file(suite.Plan, "least",
			planned("there-already", 5, strings("plan/there-already"), set, best, nil, 0, 100, 100),
			planned("there-already/below", 3, strings("plan/there-already"), set, best, nil, 0, 100, 100),
			planned("minimum", 5, strings("plan/reason/minimum"), set, mark, nil, 1, 99, 100, change{"1.5", "c", "d", 1, "minimum"}),
			planned("minimum/not-asked-for", 4, strings("plan/there-already"), set, mark, nil, 0, 99, 99),
			planned("minimum/of-a-lower-star", 5, strings("plan/cumulative-minima", "plan/least-total"), set, low, nil, 1, 98, 99, change{"1.1", "a", "b", 1, "minimum"}),
			planned("points", 5, strings("plan/reason/points", "plan/first-criterion"), set, near, nil, 1, 89, 90, change{"4.2", "a", "b", 1, "points"}),
			planned("points/one-change-for-two", 5, strings("plan/fewest-changes"), set, near.but("6.1.2", "b"), object{"cost": object{"4.2": 0, "4.3": 0}}, 0, 88, 90, change{"4.3", "a", "c", 2, "points"}),
			planned("points/least-total", 5, strings("plan/least-total", "plan/locked"), set, near, object{"locked": strings("4.2", "4.3")}, 1, 89, 90, change{"6.1.1", "b", "c", 1, "points"}),
			planned("points/no-smaller-step", 5, strings("plan/locked"), set, near, lockedBut(set, "5.3"), 1, 89, 91, change{"5.3", "c", "d", 2, "points"}),
			planned("points/first-option", 5, strings("plan/first-option"), doubled, doubledNear(doubled), lockedBut(doubled, "3.1"), 1, 89, 90, change{"3.1", "none", "a", 1, "points"}),
			planned("minimum-and-points", 5, strings("plan/reason/minimum", "plan/reason/points"), set, near.but("1.5", "c", "6.1.2", "b"), object{"locked": strings("4.2")}, 2, 87, 90,
				change{"1.5", "c", "d", 1, "minimum"}, change{"4.3", "a", "c", 2, "points"}),
			planned("cheaper", 5, strings("plan/least-cost", "plan/cost"), set, near, object{"cost": object{"4.2": 3, "4.3": 2, "6.1.1": 5, "5.3": 4}}, 2, 89, 90, change{"4.3", "a", "b", 1, "points"}),
			planned("two-cheap-for-one-dear", 5, strings("plan/least-cost"), set, near.but("6.1.2", "b"), merged(lockedBut(set, "5.3", "6.1.1", "6.1.2"), object{"cost": object{"5.3": 3}}), 2, 88, 90,
				change{"6.1.1", "b", "c", 1, "points"}, change{"6.1.2", "b", "c", 1, "points"}),
			planned("costs-as-told", 5, strings("plan/cost"), set, mark, object{"cost": object{"1.5": 1000}}, 1000, 99, 100, change{"1.5", "c", "d", 1, "minimum"}),
			planned("costs-nothing", 5, strings("plan/cost-nothing"), set, near, object{"cost": object{"5.3": 0}}, 0, 89, 91, change{"5.3", "c", "d", 2, "points"}),
			planned("derived-gate", 5, strings("plan/derived-gate"), sensory, highest(sensory).but("6.1", "a"), nil, 1, 97, 100, change{"6.1", "a", "b", 3, "points"}),
			planned("derived-gate/any-star", 1, strings("plan/derived-gate"), sensory, highest(sensory).but("6.1", "a"), nil, 1, 97, 100, change{"6.1", "a", "b", 3, "points"}),
			planned("case/kept", 5, strings("plan/case/kept"), tourism, tourismNear(tourism, "2a"), lockedBut(tourism, "8"), 1, 89, 91, change{"8", "2a", "2b", 2, "points"}),
			planned("case/from-none", 5, strings("plan/case/from-none"), tourism, tourismNear(tourism, "none"), lockedBut(tourism, "8"), 1, 88, 91, change{"8", "none", "1b", 3, "points"}),
			planned("dependent/raised", 4, strings("plan/dependent/raised"), set, untold, nil, 1, 93, 100, change{"5.1", "a", "e", 5, "minimum"}),
			planned("dependent/left-out", 4, strings("plan/dependent/left-out"), set, untold.without("5.2"), nil, 1, 93, 98, change{"5.1", "a", "e", 5, "minimum"}),
			planned("dependent/stays", 3, strings("plan/dependent/stays"), set, untoldNear(set), lockedBut(set, "5.2", "5.3"), 1, 49, 51, change{"5.3", "b", "c", 2, "points"}),
			starIn(planned("star/in-the-document", 5, strings("plan/star-in-document"), set, mark, object{"star": 5}, 1, 99, 100, change{"1.5", "c", "d", 1, "minimum"}), 0),
			planned("star/asked-comes-first", 4, strings("plan/star-asked-first"), set, mark, object{"star": 5}, 0, 99, 99),
		),
		file(suite.Plan, "blocked",
			blocked("blocked/minimum", 5, strings("plan/blocked-by/minimum", "plan/locked"), set, mark, object{"locked": strings("1.4", "1.5")}, "1.5"),
			blocked("blocked/points", 5, strings("plan/blocked-by/points", "plan/locked"), set, near, object{"locked": strings("4.2", "4.3", "5.3", "6.1.1")}, "4.2", "4.3", "5.3", "6.1.1"),
			blocked("blocked/gate", 5, strings("plan/blocked-by/gate"), set, best, object{"gates": strings("identical-product")}, "identical-product"),
			blocked("blocked/gates-before-locks", 5, strings("plan/blocked-by/gate"), set, mark, object{"gates": strings("identical-product"), "locked": strings("1.5")}, "identical-product"),
			blocked("blocked/derived-gate", 5, strings("plan/blocked-by/minimum", "plan/derived-gate"), sensory, highest(sensory).but("6.1", "a"), object{"locked": strings("6.1")}, "6.1"),
		),
		file(suite.Plan, "refused", refusedPlans(set)...),
	}
}

// doubledNear are 89 points in set 7, where a and b at 3.1 give a point each; none is
// chosen.
func doubledNear(set *rubric.Set) answers { return worth(set, 89, 5, "3.1", "none") }

// tourismNear are 91 points less what 8 lacks in set 26.
func tourismNear(set *rubric.Set, at8 string) answers {
	return worth(set, 91, 5, "8", "2b").but("8", at8)
}

// untoldNear are 49 points without a story, with a structure of one that does not
// count, and with b at 5.3.
func untoldNear(set *rubric.Set) answers {
	return worth(set, 49, 3, "5.1", "a", "5.2", "a", "5.3", "b")
}

// starIn asks a case for a star beside the document, 0 for none.
func starIn(c suite.Case, asked int) suite.Case {
	c.With.Star = asked
	return c
}

func refusedPlans(set *rubric.Set) []suite.Case {
	best := highest(set)
	asked := func(star int, c suite.Case) suite.Case { return starIn(c, star) }
	return []suite.Case{
		asked(4, refuses("unanswered", request(set, best.without("11"), nil), rule("PLAN-01", "/answers"))),
		asked(4, refuses("unanswered/two", request(set, best.without("1.1", "11"), nil), rule("PLAN-01", "/answers"), rule("PLAN-01", "/answers"))),
		refuses("star-0", request(set, best, object{"star": 0}), schema("PLAN-02", "/star")),
		refuses("star-6", request(set, best, object{"star": 6}), schema("PLAN-02", "/star")),
		asked(4, refuses("cost-below-0", request(set, best, object{"cost": object{"1.1": -1}}), schema("PLAN-03", "/cost/1.1"))),
		asked(4, refuses("cost-1001", request(set, best, object{"cost": object{"1.1": 1001}}), schema("PLAN-03", "/cost/1.1"))),
		asked(4, refuses("cost-of-no-criterion", request(set, best, object{"cost": object{"99": 1}}), schema("SHEET-02", "/cost/99"))),
		asked(4, refuses("locked-twice", request(set, best, object{"locked": strings("1.1", "1.1")}), schema("PLAN-04", "/locked/1"))),
		asked(4, refuses("locked-no-criterion", request(set, best, object{"locked": strings("99")}), schema("SHEET-02", "/locked/0"))),
		refuses("no-star", request(set, best, nil), rule("PLAN-05", "")),
	}
}

// vectors are sheets as one line of text, and back.
func vectors(r *rubric.Rubric) []suite.File {
	set, tourism := number(r, 13), number(r, 26)
	var forth, back []suite.Case
	add := func(id string, set *rubric.Set, a answers, gates []string, vector string) {
		rules := strings("vector/" + id)
		forth = append(forth, suite.Case{ID: id, Rules: rules, Input: raw(document(set, a, gates...)), Expect: raw(object{"vector": vector})})
		back = append(back, suite.Case{ID: id, Rules: rules, Text: &vector, Expect: raw(object{"sheet": document(set, a, gates...)})})
	}
	add("blank", set, answers{}, nil, "OCOP:qd26-2026/13")
	add("printed-order", set, answers{"10": "a", "2.4": "yes", "1.2": "c"}, nil, "OCOP:qd26-2026/13/1.2:c/2.4:yes/10:a")
	add("gates-last", set, answers{"1.1": "a"}, strings("forged-dossier", "identical-product"), "OCOP:qd26-2026/13/1.1:a/!forged-dossier/!identical-product")
	add("none", set, answers{"1.1": "none"}, nil, "OCOP:qd26-2026/13/1.1:none")
	add("cases", tourism, answers{"8": "2b"}, nil, "OCOP:qd26-2026/26/8:2b")
	full := "OCOP:qd26-2026/13"
	for _, c := range lines(set) {
		full += "/" + c.Code + ":" + highest(set)[c.Code]
	}
	add("full", set, highest(set), nil, full)
	forth = append(forth,
		suite.Case{ID: "gates-in-any-order", Rules: strings("vector/gates-last"), Input: raw(document(set, answers{}, "identical-product", "forged-dossier")), Expect: raw(object{"vector": "OCOP:qd26-2026/13/!forged-dossier/!identical-product"})},
		refuses("refused", document(set, answers{"1.1": "z"}), schema("SHEET-03", "/answers/1.1")),
	)
	syntax, order, unknown := rule("VECTOR-01", ""), rule("VECTOR-02", ""), rule("VECTOR-03", "")
	for _, c := range []struct {
		id, text string
		told     problem
	}{
		{"empty", "", syntax},
		{"small-letters", "ocop:qd26-2026/13", syntax},
		{"space-before", " OCOP:qd26-2026/13", syntax},
		{"no-edition", "OCOP:", syntax},
		{"no-set", "OCOP:qd26-2026", syntax},
		{"slash-at-the-end", "OCOP:qd26-2026/13/", syntax},
		{"two-slashes", "OCOP:qd26-2026/13//1.1:a", syntax},
		{"no-option", "OCOP:qd26-2026/13/1.1", syntax},
		{"repeated", "OCOP:qd26-2026/13/1.1:a/1.1:a", order},
		{"out-of-order", "OCOP:qd26-2026/13/1.2:a/1.1:a", order},
		{"gate-before-criterion", "OCOP:qd26-2026/13/!identical-product/1.1:a", order},
		{"gates-out-of-order", "OCOP:qd26-2026/13/!identical-product/!forged-dossier", order},
		{"gate-repeated", "OCOP:qd26-2026/13/!identical-product/!identical-product", order},
		{"unknown-edition", "OCOP:qd99-2030/13", unknown},
		{"unknown-set", "OCOP:qd26-2026/27", unknown},
		{"set-with-leading-0", "OCOP:qd26-2026/013", unknown},
		{"set-with-sign", "OCOP:qd26-2026/+13", unknown},
		{"unknown-criterion", "OCOP:qd26-2026/13/99:a", unknown},
		{"unknown-option", "OCOP:qd26-2026/13/1.1:z", unknown},
		{"none-beside-zero", "OCOP:qd26-2026/13/1.2:none", unknown},
		{"unknown-gate", "OCOP:qd26-2026/13/!no-such-gate", unknown},
		{"derived-gate", "OCOP:qd26-2026/16/!zero-sensory-point", unknown},
		{"line-break-at-the-end", "OCOP:qd26-2026/13/1.1:a\n", unknown},
		{"too-long", "OCOP:qd26-2026/13/" + text.Repeat("x", 4<<10), rule("VECTOR-04", "")},
	} {
		back = append(back, refuses("refused/"+c.id, c.text, c.told))
	}
	return []suite.File{file(suite.Vector, "vectors", forth...), file(suite.VectorParse, "vectors", back...)}
}

// comparisons are two sheets of the same product set and what differs.
func comparisons(r *rubric.Rubric) suite.File {
	set := number(r, 13)
	best := highest(set)
	pair := func(from, to object) object { return object{"from": from, "to": to} }
	type answered struct {
		Criterion string  `json:"criterion"`
		From      *string `json:"from"`
		To        *string `json:"to"`
		Points    int     `json:"points"`
	}
	is := func(option string) *string { return &option }
	compared := func(id string, rules []string, from, to answers, changes []answered, opened, closed []shortfall) suite.Case {
		return suite.Case{
			ID: id, Rules: rules, Input: raw(pair(document(set, from), document(set, to))),
			Expect: raw(object{"before": object{"total": sum(set, from)}, "after": object{"total": sum(set, to)}, "changes": changes, "opened": opened, "closed": closed}),
		}
	}
	short := []shortfall{{3, "1.1", is("a"), "b"}, {4, "1.1", is("a"), "b"}, {5, "1.1", is("a"), "b"}}
	no := []shortfall{}
	return file(suite.Compare, "comparisons",
		compared("same", strings("compare/same"), best, best, []answered{}, no, no),
		compared("raised", strings("compare/changed", "compare/closed"), best.but("1.1", "a"), best, []answered{{"1.1", is("a"), is("c"), 2}}, no, short),
		compared("lowered", strings("compare/changed", "compare/opened"), best, best.but("1.1", "a"), []answered{{"1.1", is("c"), is("a"), -2}}, short, no),
		compared("answered", strings("compare/answered"), best.without("11"), best, []answered{{"11", nil, is("c"), 3}}, no, no),
		compared("two-in-printed-order", strings("compare/changed"), answers{"10": "a", "1.2": "a"}, answers{"10": "b", "1.2": "c"}, []answered{{"1.2", is("a"), is("c"), 2}, {"10", is("a"), is("b"), 1}}, no, no),
		compared("story", strings("compare/dependent"), answers{"5.1": "a", "5.2": "c"}, answers{"5.1": "b", "5.2": "c"}, []answered{{"5.1", is("a"), is("b"), 1}, {"5.2", nil, is("c"), 2}}, no, no),
		refuses("another-set", pair(document(set, answers{}), document(number(r, 12), answers{})), rule("COMPARE-01", "")),
		refuses("option", pair(document(set, answers{}), document(set, answers{"1.1": "z"})), schema("SHEET-03", "/to/answers/1.1")),
		refuses("one-sheet", object{"from": document(set, answers{})}, schema("JSON-08", "")),
	)
}

func merged(a, b object) object {
	for name, value := range b {
		a[name] = value
	}
	return a
}
