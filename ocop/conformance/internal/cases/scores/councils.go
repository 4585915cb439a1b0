package scores

import (
	"fmt"
	text "strings"

	"github.com/ocop-vn/ocop-go/ocop/conformance/internal/suite"
	"github.com/ocop-vn/ocop-go/scoring/rubric"
)

// member is a member with a sheet; the first is the chair where a case says so.
func member(id string, a answers) object { return object{"id": id, "answers": a} }

// members are m1, m2 … with their sheets.
func members(sheets ...answers) []object {
	list := make([]object, len(sheets))
	for i := range sheets {
		list[i] = member(fmt.Sprint("m", i+1), sheets[i])
	}
	return list
}

// council is a council as a document, with what else it says.
func council(set *rubric.Set, present []object, more object) object {
	doc := object{"edition": edition, "set": set.No, "members": present}
	for name, value := range more {
		doc[name] = value
	}
	return doc
}

func councils(r *rubric.Rubric) []suite.File {
	return []suite.File{
		file(suite.Council, "averages", averages(number(r, 13))...),
		file(suite.Council, "policies", policies(number(r, 13))...),
		file(suite.Council, "outcomes", outcomes(number(r, 13), number(r, 16))...),
		file(suite.Council, "refused", refusedCouncils(number(r, 13), number(r, 16))...),
		file(suite.Referral, "referrals", referrals(number(r, 13))...),
	}
}

// totalling are sheets with these totals that meet every minima of a star.
func totalling(set *rubric.Set, star int, totals ...int) []answers {
	sheets := make([]answers, len(totals))
	for i, total := range totals {
		sheets[i] = worth(set, total, star)
	}
	return sheets
}

// averages are mean totals at the least of a band and below it by a half, a third and
// a twentieth; the minima of the band's star are met by all.
func averages(set *rubric.Set) (cases []suite.Case) {
	add := func(id string, rules []string, star int, average string, bandOf int, totals ...int) {
		sum := 0
		for _, total := range totals {
			sum += total
		}
		cases = append(cases, suite.Case{
			ID: "average/" + id, Rules: append(rules, "reading/exact-average"), Why: "Article 3.3: never rounded",
			Input: raw(council(set, members(totalling(set, star, totals...)...), nil)),
			Expect: raw(object{
				"status": "classified", "sum": sum, "count": len(totals), "average": average,
				"band": bandOf, "star": bandOf, "authority": authority(bandOf),
			}),
		})
	}
	for star := 5; star >= 2; star-- {
		least := leasts[star]
		at, below := fmt.Sprintf("average/%d/at", star), fmt.Sprintf("average/%d/below", star)
		add(fmt.Sprintf("%d/at", star), strings(at), star, fmt.Sprint(least), star, least+1, least-1)
		add(fmt.Sprintf("%d/half-below", star), strings(below, "average/half"), star, fmt.Sprint(least-1, ".5"), star-1, least, least-1)
		add(fmt.Sprintf("%d/third-below", star), strings(below, "average/third", "average/cut-off"), star, fmt.Sprint(least-1, ".66"), star-1, least, least, least-1)
	}
	twenty := []int{89}
	for len(twenty) < 20 {
		twenty = append(twenty, 90)
	}
	add("89.95", strings("average/5/below"), 5, "89.95", 4, twenty...)
	twelve := []int{71}
	for len(twelve) < 12 {
		twelve = append(twelve, 70)
	}
	add("70.08", strings("average/4/at", "average/cut-off"), 4, "70.08", 4, twelve...)
	add("one-member", strings("average/one-member"), 5, "90", 5, 90)
	return cases
}

// decided is a case of a council of which some members of the outcome are expected.
func decided(id string, rules []string, doc, expect object) suite.Case {
	return suite.Case{ID: id, Rules: rules, Input: raw(doc), Expect: raw(expect)}
}

// policies are what a council's own rules ask for, at the edge and one step over it.
func policies(set *rubric.Set) []suite.Case {
	best := highest(set)
	noStar := func(status string) object {
		return object{"status": status, "band": nil, "star": nil, "authority": nil}
	}
	star := func(star int) object { return object{"status": "classified", "band": 5, "star": star} }
	policy := func(name string, value any, more object) object {
		doc := object{"policy": object{name: value}}
		for name, value := range more {
			doc[name] = value
		}
		return doc
	}
	chaired := members(best, best)
	chaired[1]["chair"] = true
	apart := func(least int) []object { return members(totalling(set, 4, 90, least)...) }
	some := func(answer string, met int, count int) []object { // at 1.5, d is the minimum of 5 stars
		sheets := []answers{}
		for i := range count {
			if i < met {
				sheets = append(sheets, best)
			} else {
				sheets = append(sheets, best.but("1.5", answer))
			}
		}
		return members(sheets...)
	}
	at := func(answer ...string) []object { // at 1.1, b is the minimum of 3 stars: 1, 2 and 3 points
		var sheets []answers
		for _, a := range answer {
			sheets = append(sheets, best.but("1.1", a))
		}
		return members(sheets...)
	}
	return []suite.Case{
		decided("policy/none", strings("policy/none", "reading/council-rules"), council(set, members(totalling(set, 4, 95, 70)...), object{"seats": 11}),
			object{"status": "classified", "seats": 11, "count": 2, "spread": 25, "average": "82.5", "band": 4, "star": 4}),
		decided("policy/max-spread/at", strings("policy/max-spread/at"), council(set, apart(80), policy("maxSpread", 10, nil)), object{"status": "classified", "spread": 10, "widest": strings("m1", "m2"), "band": 4, "star": 4}),
		decided("policy/max-spread/over", strings("policy/max-spread/over", "status/council/spread-too-wide"), council(set, apart(79), policy("maxSpread", 10, nil)), object{"status": "spread-too-wide", "spread": 11, "widest": strings("m1", "m2"), "band": nil, "star": nil, "authority": nil}),
		decided("policy/max-spread/nothing", strings("policy/max-spread/over"), council(set, apart(89), policy("maxSpread", 0, nil)), noStar("spread-too-wide")),
		decided("policy/quorum/at", strings("policy/quorum/at"), council(set, members(best, best, best), policy("quorum", "3/4", object{"seats": 4})), star(5)),
		decided("policy/quorum/below", strings("policy/quorum/below", "status/council/no-quorum"), council(set, members(best, best), policy("quorum", "3/4", object{"seats": 4})), noStar("no-quorum")),
		decided("policy/quorum/rounds-up", strings("policy/quorum/below"), council(set, members(best), policy("quorum", "1/2", object{"seats": 3})), noStar("no-quorum")),
		decided("policy/quorum/of-all", strings("policy/quorum/at"), council(set, members(best, best), policy("quorum", "4/4", object{"seats": 2})), star(5)),
		decided("policy/chair/there", strings("policy/chair/there"), council(set, chaired, policy("chairRequired", true, nil)), star(5)),
		decided("policy/chair/missing", strings("policy/chair/missing", "status/council/no-quorum"), council(set, members(best, best), policy("chairRequired", true, nil)), noStar("no-quorum")),
		decided("policy/chair/not-required", strings("policy/none"), council(set, members(best, best), policy("chairRequired", false, nil)), star(5)),
		decided("policy/minima/left-out", strings("policy/minima/majority/met", "reading/council-minima"), council(set, some("c", 2, 3), nil), star(5)),
		decided("policy/minima/majority/met", strings("policy/minima/majority/met"), council(set, some("c", 2, 3), policy("minima", "majority", nil)), star(5)),
		decided("policy/minima/majority/half", strings("policy/minima/majority/half", "reading/council-minima"), council(set, some("c", 1, 2), policy("minima", "majority", nil)), star(4)),
		decided("policy/minima/all/met", strings("policy/minima/all/met"), council(set, some("c", 3, 3), policy("minima", "all", nil)), star(5)),
		decided("policy/minima/all/missed", strings("policy/minima/all/missed"), council(set, some("c", 2, 3), policy("minima", "all", nil)), star(4)),
		decided("policy/minima/mean/met", strings("policy/minima/mean/met"), council(set, at("a", "c"), policy("minima", "mean", nil)), star(5)),
		decided("policy/minima/mean/missed", strings("policy/minima/mean/missed"), council(set, at("a", "b"), policy("minima", "mean", nil)), star(2)),
		decided("policy/minima/mean/none", strings("policy/minima/mean/missed"), council(set, at("none", "c"), policy("minima", "mean", nil)), star(2)),
	}
}

// outcomes are what councils come to, and what they tell beside it.
func outcomes(set, sensory *rubric.Set) []suite.Case {
	best, open := highest(set), highest(set).without("11")
	tasteless := highest(sensory).but("6.1", "a")
	stop, reject := "unacceptable-impurities", "identical-product"
	short := object{"seats": 4, "policy": object{"quorum": "3/4"}}
	gated := func(gates ...string) object {
		doc := object{"gates": gates}
		for name, value := range short {
			doc[name] = value
		}
		return doc
	}
	derived := []object{{"id": "zero-sensory-point", "effect": "stop"}}
	contested := func(met, missed int) []object {
		var list []object
		for star := 3; star <= 5; star++ {
			list = append(list, object{"star": star, "criterion": "1.1", "met": met, "missed": missed})
		}
		return list
	}
	return []suite.Case{
		decided("classified", strings("status/council/classified", "reading/mean-of-totals"), council(set, members(totalling(set, 4, 90, 80, 76)...), nil),
			object{"status": "classified", "sum": 246, "count": 3, "average": "82", "band": 4, "star": 4, "authority": "province", "gates": []any{}}),
		decided("members", strings("council/spread"), council(set, []object{{"id": "a", "chair": true, "answers": best}, {"id": "b", "answers": best.but("1.4", "b")}}, nil),
			object{"members": []object{{"id": "a", "total": 100}, {"id": "b", "total": 99}}, "sum": 199, "count": 2, "average": "99.5", "spread": 1, "widest": strings("a", "b"), "contested": []any{}}),
		decided("one-member", strings("council/spread"), council(set, members(best), nil), object{"count": 1, "spread": 0, "widest": []any{}, "star": 5}),
		decided("widest/first-of-equals", strings("council/widest-first"), council(set, members(best.but("1.4", "b"), best, best), nil), object{"spread": 1, "widest": strings("m1", "m2")}),
		decided("widest/not-next-to-each-other", strings("council/widest-first"), council(set, members(best, best.but("1.4", "b"), best.but("1.4", "a")), nil), object{"spread": 2, "widest": strings("m1", "m3")}),
		decided("contested", strings("council/contested"), council(set, members(best, best, best.but("1.1", "a")), nil), object{"star": 5, "contested": contested(2, 1)}),
		decided("contested/by-most", strings("council/contested"), council(set, members(best, best.but("1.1", "a"), best.but("1.1", "a")), nil), object{"star": 2, "contested": contested(1, 2)}),
		decided("missed-by-all-is-not-contested", strings("council/contested"), council(set, members(best.but("1.1", "a"), best.but("1.1", "a")), nil), object{"star": 2, "contested": []any{}}),
		decided("ninety-with-a-minimum-missed", strings("reading/potential-five-stars"), council(set, members(best.but("1.5", "c")), nil),
			object{"status": "classified", "average": "99", "band": 5, "star": 4, "authority": "province"}),

		decided("gate/given", strings("council/gate/given", "status/council/rejected"), council(set, members(best), object{"gates": strings(reject)}),
			object{"status": "rejected", "gates": []object{{"id": reject, "effect": "reject"}}, "band": nil, "star": nil, "authority": nil}),
		decided("gate/stops", strings("status/council/stopped"), council(set, members(best), object{"gates": strings(stop)}),
			object{"status": "stopped", "gates": []object{{"id": stop, "effect": "stop"}}, "band": nil, "star": nil, "authority": nil}),
		decided("gate/derived/majority", strings("council/gate/derived/majority", "status/council/stopped", "reading/council-derived-gate"), council(sensory, members(tasteless, tasteless, highest(sensory)), nil),
			object{"status": "stopped", "gates": derived, "star": nil}),
		decided("gate/derived/by-different-criteria", strings("council/gate/derived/majority"), council(sensory, members(tasteless, highest(sensory).but("6.4", "a"), highest(sensory)), nil),
			object{"status": "stopped", "gates": derived}),
		decided("gate/derived/half", strings("council/gate/derived/half", "reading/council-derived-gate"), council(sensory, members(tasteless, highest(sensory)), nil),
			object{"status": "classified", "gates": []any{}, "average": "98.5", "star": 5}),

		decided("incomplete", strings("status/council/incomplete"), council(set, members(best, open), nil), object{"status": "incomplete", "band": nil, "star": nil, "authority": nil}),
		decided("order/rejected-before-stopped", strings("council/order", "reading/reject-outranks-stop"), council(set, members(open), gated(stop, reject)), object{"status": "rejected"}),
		decided("order/stopped-before-no-quorum", strings("council/order"), council(set, members(open), gated(stop)), object{"status": "stopped"}),
		decided("order/no-quorum-before-incomplete", strings("council/order"), council(set, members(open), short), object{"status": "no-quorum"}),
		decided("order/incomplete-before-spread", strings("council/order"), council(set, members(open, best.but("1.4", "a")), object{"policy": object{"maxSpread": 0}}), object{"status": "incomplete"}),
	}
}

// refusedCouncils are councils that have no outcome, each for one reason.
func refusedCouncils(set, sensory *rubric.Set) []suite.Case {
	blank := answers{}
	policy := func(name string, value any) object { return object{"policy": object{name: value}} }
	quorum := func(share string) object { return object{"seats": 4, "policy": object{"quorum": share}} }
	one := members(blank)
	of := func(more object) []object { // a council of one member
		m := member("m1", blank)
		for name, value := range more {
			m[name] = value
		}
		return []object{m}
	}
	many := make([]answers, 101)
	for i := range many {
		many[i] = blank
	}
	return []suite.Case{
		refuses("member-twice", council(set, []object{member("A", blank), member("A", blank)}, nil), rule("COUNCIL-01", "/members/1/id")),
		refuses("member-twice/composed-and-decomposed", council(set, []object{member("L\u00ea", blank), member("Le\u0302", blank)}, nil), rule("COUNCIL-01", "/members/1/id")),
		refuses("member-twice/space-at-the-edge", council(set, []object{member("m1", blank), member("m1 ", blank)}, nil), rule("COUNCIL-01", "/members/1/id")),
		refuses("two-chairs", council(set, []object{{"id": "a", "chair": true, "answers": blank}, {"id": "b", "chair": true, "answers": blank}}, nil), rule("COUNCIL-02", "/members/1/chair")),
		refuses("more-members-than-seats", council(set, members(blank, blank), object{"seats": 1}), rule("COUNCIL-03", "/members")),
		refuses("another-set", council(set, of(object{"set": 12}), nil), rule("COUNCIL-04", "/members/0/set")),
		refuses("another-edition", council(set, of(object{"edition": "qd148-2023"}), nil), rule("COUNCIL-04", "/members/0/edition")),
		refuses("no-members", council(set, []object{}, nil), schema("COUNCIL-05", "/members")),
		refuses("101-members", council(set, members(many...), nil), schema("COUNCIL-05", "/members")),
		refuses("id-empty", council(set, []object{member("", blank)}, nil), schema("COUNCIL-06", "/members/0/id")),
		refuses("id-of-65-letters", council(set, []object{member(text.Repeat("đ", 65), blank)}, nil), schema("COUNCIL-06", "/members/0/id")),
		refuses("max-spread-below-0", council(set, one, policy("maxSpread", -1)), schema("COUNCIL-07", "/policy/maxSpread")),
		refuses("max-spread-101", council(set, one, policy("maxSpread", 101)), schema("COUNCIL-07", "/policy/maxSpread")),
		refuses("minima-unknown", council(set, one, policy("minima", "most")), schema("COUNCIL-07", "/policy/minima")),
		refuses("minima-empty", council(set, one, policy("minima", "")), schema("COUNCIL-07", "/policy/minima")),
		refuses("quorum-no-share", council(set, one, quorum("3")), schema("COUNCIL-07", "/policy/quorum")),
		refuses("quorum-of-nothing", council(set, one, quorum("0/4")), schema("COUNCIL-07", "/policy/quorum")),
		refuses("quorum-with-leading-0", council(set, one, quorum("3/04")), schema("COUNCIL-07", "/policy/quorum")),
		refuses("seats-0", council(set, one, object{"seats": 0}), schema("COUNCIL-07", "/seats")),
		refuses("seats-101", council(set, one, object{"seats": 101}), schema("COUNCIL-07", "/seats")),
		refuses("quorum-without-seats", council(set, one, policy("quorum", "3/4")), rule("COUNCIL-08", "/seats")),
		refuses("quorum-over-the-whole", council(set, one, quorum("5/4")), rule("COUNCIL-09", "/policy/quorum")),
		refuses("gates-in-a-sheet", council(set, of(object{"gates": strings("identical-product")}), nil), schema("COUNCIL-10", "/members/0/gates")),
		refuses("option-in-a-sheet", council(set, members(answers{"1.1": "z"}), nil), schema("SHEET-03", "/members/0/answers/1.1")),
		refuses("gate-derived", council(sensory, members(blank), object{"gates": strings("zero-sensory-point")}), schema("SHEET-08", "/gates/0")),
		refuses("member-unknown", council(set, of(object{"total": 90}), nil), schema("JSON-07", "/members/0/total")),
		refuses("no-answers", council(set, []object{{"id": "m1"}}, nil), schema("JSON-08", "/members/0")),
	}
}

// referrals are products that the province's council sent on for 5 stars, or could
// not, with what the ministry's council came to (Article 7.4).
func referrals(set *rubric.Set) (cases []suite.Case) {
	best := highest(set)
	province := council(set, members(best), nil)
	add := func(id string, rules []string, province, ministry object, result string, star int) {
		cases = append(cases, decided(id, rules, object{"province": province, "ministry": ministry}, object{"referral": object{"result": result, "star": star}}))
	}
	by := func(sheets ...answers) object { return council(set, members(sheets...), nil) }
	add("not-referred/by-band", strings("referral/not-referred"), by(worth(set, 89, 5)), by(best), "not-referred", 0)
	add("not-referred/by-minimum", strings("referral/not-referred", "reading/potential-five-stars"), by(best.but("1.5", "c")), by(best), "not-referred", 0)
	add("recognised", strings("referral/recognised"), province, by(worth(set, 90, 5)), "recognised", 5)
	add("returned/four", strings("referral/returned"), province, by(worth(set, 89, 4)), "returned", 4)
	add("returned/three", strings("referral/returned"), province, by(worth(set, 69, 3)), "returned", 3)
	add("returned/two", strings("referral/returned"), province, by(worth(set, 49, 3)), "returned", 0)
	add("returned/rejected", strings("referral/returned"), province, council(set, members(best), object{"gates": strings("identical-product")}), "returned", 0)
	add("unsettled", strings("referral/unsettled", "reading/five-stars-need-minima"), province, by(best.but("1.5", "c")), "unsettled", 0)
	add("still-pending", strings("referral/still-pending"), province, by(best.without("11")), "still-pending", 0)
	return cases
}
