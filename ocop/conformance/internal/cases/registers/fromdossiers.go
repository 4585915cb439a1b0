package registers

import (
	"maps"

	"github.com/ocop-vn/ocop-go/ocop/conformance/internal/suite"
)

// decided is the record of the dossier in decided.json: three sheets of 72, 72 and 73
// points, whose average is cut off after two decimals.
func decided(changes ...object) object {
	return product(append([]object{{
		"code": "66-24133-1-2026", "product": "Giỏ mây An Bình", "set": 22, "commune": "24133",
		"producer": object{"name": "Hợp tác xã Mây tre An Bình", "kind": "cooperative"},
		"total":    "72.33", "parts": object{"A": "33", "B": "16", "C": "23.33"}, "decision": "7/QĐ",
	}}, changes...)...)
}

// fromDossiers are cases of the record that comes of a dossier, of the sheets of a
// council, and of the steps of a certificate's life.
func fromDossiers() suite.File {
	t := newTopic(suite.Record, "from-dossier")
	made := func(id, why, on string, expect any, changes ...suite.Change) {
		t.add(suite.Case{ID: "from-dossier/" + id, Why: why, Base: baseDecided, Patch: changes, With: suite.With{Action: "from-dossier", On: on}, Expect: raw(expect)}, "record/from-dossier")
	}
	is := func(record object) object { return object{"text": string(raw(record)), "problems": list(nil)} }
	no := func(told ...finding) object { return object{"problems": told} }
	first := "/council/members/0/answers"

	made("recognised", "", "", is(decided()))
	made("first-day", "", "2026-08-05", is(decided()))
	made("printed-days", "the days that the certificate prints", "", is(decided(object{"issued": "2026-08-07", "expires": "2029-08-07"})), set("/decision/issued", "2026-08-07"), set("/decision/expires", "2029-08-07"))
	made("REGISTER-70/not-decided", "", "", no(wrong("REGISTER-70", "/decision")), drop("/decision"), drop("/product/code"))
	made("REGISTER-71/no-code", "", "", no(wrong("REGISTER-71", "/product/code")), drop("/product/code"))
	made("REGISTER-72/no-sheets", "", "", no(wrong("REGISTER-72", "/council")), drop("/council"))
	made("REGISTER-73/incomplete", "", "", no(wrong("REGISTER-73", "/council")), drop(first+"/9"))
	made("REGISTER-74/day-before", "", "2026-08-04", no(wrong("REGISTER-74", "/decision")))
	withdrawal := set("/withdrawal", object{"by": "province", "date": "2027-01-10", "ground": "mark-misused"})
	made("withdrawn/day-before", "", "2027-01-09", is(decided()), withdrawal)
	made("withdrawn/that-day", "", "2027-01-10", is(decided(object{"state": "withdrawn", "withdrawn": "2027-01-10", "ground": "mark-misused"})), withdrawal)
	made("channels", "where something is sold", "", is(decided(object{"channels": []string{"supermarket", "shop"}})), set("/report/figures", object{"markets": []object{
		{"channel": "supermarket", "share": 60}, {"channel": "shop"}, {"channel": "export", "share": 0}, {"channel": "shop", "share": 40},
	}}))
	refused := func(changes ...object) object {
		return decided(append([]object{{"state": "refused", "code": nil, "decision": nil, "authority": nil, "issued": nil, "expires": nil}}, changes...)...)
	}
	open := patch(drop("/decision"), drop("/product/code"))
	made("refused/gate", "a product that was rejected has no star", "", is(refused(object{"star": nil, "total": nil, "parts": nil})), append(open, set("/council/gates", []string{"forged-dossier"}))...)

	best := answersOf("1.1:c 1.2:c 1.3:c 1.4:d 1.5:c 1.6:b 2.1:d 2.2:c 2.3:yes 3.1:c 3.2:b 3.3:c 3.4:b 3.5:c 4.1:d 4.2:d 4.3:e 5.1:e 5.2:c 5.3:d 6.1:d 6.2:c 6.3:d 6.4:d 6.5:c 7:c 8:c 9:c")
	sent := append(patch(drop("/decision"), set("/provinceProposal", object{"number": "5/UBND", "date": "2026-08-10", "approval": object{"number": "6/QĐ", "date": "2026-08-05"}, "samples": 5})), eachMember(best)...)
	allPoints := object{"A": "40", "B": "25", "C": "35"}
	central := func(answers object, decision object) []suite.Change {
		return append(sent[:len(sent):len(sent)], set("/ministry", ministry(answers)), set("/decision", decision))
	}
	made("ministry/5-stars", "the ministry gives 5 stars (Article 4.1.b)", "", is(decided(object{"star": 5, "authority": "ministry", "total": "100", "parts": allPoints, "issued": "2026-10-20", "expires": "2029-10-20"})),
		central(best, object{"by": "ministry", "number": "7/QĐ", "date": "2026-10-20", "star": 5, "certificate": "1", "published": "2026-10-21", "notice": object{"number": "8/TB", "date": "2026-10-22"}})...)
	made("ministry/returned", "under 90 points at the ministry: the province recognises by that result (Article 7.4.g)", "", is(decided(object{"total": "72", "parts": object{"A": "33", "B": "16", "C": "23"}, "issued": "2026-10-20", "expires": "2029-10-20"})),
		central(filledSheet()["answers"].(object), object{"by": "province", "number": "7/QĐ", "date": "2026-10-20", "star": 4, "certificate": "1", "published": "2026-10-21", "notice": object{"number": "8/TB", "date": "2026-10-22"}})...)
	made("REGISTER-70/ministry", "sent on and not decided", "", no(wrong("REGISTER-70", "/decision")), append(sent[:len(sent):len(sent)], set("/ministry", ministry(best)), drop("/product/code"))...)

	for _, c := range []struct {
		id, why, on string
		steps       []object
		changes     object
		told        []finding
	}{
		{"recognised", "", "", nil, nil, nil},
		{"withdrawn", "", "", []object{{"step": "withdraw", "on": "2027-01-10", "by": "province", "ground": "law-broken"}}, object{"state": "withdrawn", "withdrawn": "2027-01-10", "ground": "law-broken"}, nil},
		{"withdrawn/day-before", "", "2027-01-09", []object{{"step": "withdraw", "on": "2027-01-10", "by": "province", "ground": "law-broken"}}, nil, nil},
		{"extended", "180 days past the last day (Article 12.3)", "", []object{{"step": "extend", "on": "2029-08-01"}}, object{"state": "extended", "extendedUntil": "2030-02-01"}, nil},
		{"REGISTER-75/other-certificate", "", "", nil, nil, found(wrong("REGISTER-75", "/issued"))},
	} {
		expect := is(product(c.changes))
		issued := "2026-08-05"
		if c.told != nil {
			expect, issued = no(c.told...), "2026-08-06"
		}
		steps := some(c.steps)
		life := object{"previous": object{"star": 4, "issued": issued}, "steps": steps}
		t.add(suite.Case{ID: "in-life/" + c.id, Why: c.why, Input: raw(object{"record": product(), "life": life}), With: suite.With{Action: "in-life", On: c.on}, Expect: raw(expect)}, "record/in-life")
	}
	outcome := func(id, why string, set int, answers object, expect object) {
		t.add(suite.Case{ID: "from-outcome/" + id, Why: why, Input: raw(object{
			"dossier": draft(piece("a", "a.pdf", "A")), "council": object{"edition": "qd26-2026", "set": set, "members": []object{{"id": "m1", "answers": answers}}},
		}), With: suite.With{Action: "from-outcome"}, Expect: raw(expect)}, "record/from-outcome")
	}
	few := maps.Clone(filledSheet()["answers"].(object))
	maps.Copy(few, object{"5.1": "a", "6.1": "a", "6.3": "a", "6.4": "b", "6.5": "a", "9": "a", "8": "a", "4.3": "a", "2.1": "a", "2.2": "none"})
	delete(few, "5.2")
	outcome("refused", "under 3 stars: the sheets of a council that the dossier does not have", 22, few, is(object{
		"product": "Giỏ mây An Bình", "set": 22, "edition": "qd26-2026", "producer": object{"name": "Hợp tác xã Mây tre An Bình", "kind": "cooperative"}, "province": "66", "commune": "24133",
		"star": 2, "total": "39", "parts": object{"A": "24", "B": "7", "C": "8"}, "state": "refused",
	}))
	outcome("REGISTER-76/other-set", "", 21, object{}, no(wrong("REGISTER-76", "/product/set")))
	return t.File
}

// ministry is the ministry's council, of one member.
func ministry(answers object) object {
	x := object{
		"date": "2026-10-01", "members": []object{{"id": "lan", "name": "Trần Thị Lan", "office": "leadership", "chair": true, "answers": answers}},
		"established": object{"number": "1/QĐ", "date": "2026-06-01"}, "regulation": object{"number": "2/QĐ", "date": "2026-06-01"}, "advice": object{"number": "3/BC", "date": "2026-07-20"},
	}
	var absent []object
	for _, office := range [...]string{"agriculture-environment", "industry-trade", "health", "science-technology", "culture-sports-tourism", "ocop-office", "specialised-agency"} {
		absent = append(absent, object{"office": office})
	}
	x["absent"] = absent
	return x
}

// eachMember has the three members of the province's council answer alike.
func eachMember(answers object) (changes []suite.Change) {
	for _, n := range [...]string{"0", "1", "2"} {
		changes = append(changes, set("/council/members/"+n+"/answers", answers))
	}
	return changes
}
