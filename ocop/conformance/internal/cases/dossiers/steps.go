package dossiers

import (
	"strconv"

	"github.com/ocop-vn/ocop-go/ocop/conformance/internal/suite"
)

// steps are what each step of Articles 6 to 9 leaves in a dossier: asked for when the
// next one is there, and not before. The document went all the way to 5 stars.
func steps() []suite.Case {
	lacks := func(id, path string, changes ...change) suite.Case {
		return of(dossier("due/"+id, recognised, found{warning("DOSSIER-70", path)}, changes...), "due/"+id)
	}
	told := func(id, code, path string, changes ...change) suite.Case {
		return dossier("due/"+id, recognised, found{warning(code, path)}, changes...)
	}
	refused := func(id, code, path string, changes ...change) suite.Case {
		return dossier("due/"+id, recognised, found{wrong(code, path)}, changes...)
	}
	fine := func(code, id string, changes ...change) suite.Case {
		return of(dossier("due/"+id, recognised, nil, changes...), "code/"+code)
	}
	inspected := func(conclusion, ground string) change {
		o := object{"date": "2026-11-05", "kind": "periodic", "by": "ministry"}
		if conclusion != "" {
			o["conclusion"] = conclusion
		}
		if ground != "" {
			o["ground"] = ground
		}
		return add("/inspections", list{o})
	}
	withdrawn := func(by string) change {
		return add("/withdrawal", object{"by": by, "number": "9/QĐ", "date": "2026-11-20", "ground": "law-broken"})
	}
	asked := func(kind, by, done string) change {
		o := object{"kind": kind, "by": by, "asked": "2026-06-20"}
		if done != "" {
			o["done"] = done
		}
		return add("/requests", list{o})
	}
	toCouncil := []change{remove("/decision"), remove("/ministry"), remove("/provinceProposal")}
	below := []change{replace("/council/members/0/answers/6.1", "a")} // a minimum of 5 stars is missed
	cases := []suite.Case{
		fine("DOSSIER-70", "the-whole-way"),
		of(dossier("due/nothing-yet", first, nil), "code/DOSSIER-70"),

		lacks("6.2.a/number", "/communeReport", remove("/communeReport/number")),
		lacks("6.2.b/report", "/communeReport", remove("/communeReport/report")),
		lacks("6.2.b/commune-report", "/registration", remove("/communeReport")),
		lacks("7.2/commune-receipt", "/registration", remove("/registration/communeReceipt")),
		lacks("7.3.a/province-receipt", "/registration", remove("/registration/provinceReceipt")),
		lacks("7.3.b/established", "/council", remove("/council/established")),
		lacks("7.3.b/regulation", "/council", remove("/council/regulation")),
		lacks("7.3.b/names", "/council", remove("/council/members/0/name")),
		of(dossier("due/7.3.c/advice", recognised, found{warning("DOSSIER-70", "/council"), warning("DOSSIER-70", "/provinceProposal")}, remove("/council/advice")), "due/7.3.c/advice", "due/6.3.a/team-report"),
		why(fine("DOSSIER-70", "7.3.c/proposal-is-advice", remove("/council/advice"), add("/proposed", object{"date": "2026-07-20", "answers": object{"1.1": "a"}})), "what the team proposes is its report"),
		lacks("7.4.b/established", "/ministry", remove("/ministry/established")),
		lacks("7.4.b/regulation", "/ministry", remove("/ministry/regulation")),
		lacks("7.4.b/names", "/ministry", remove("/ministry/members/0/name")),
		lacks("7.4.c/advice", "/ministry", remove("/ministry/advice")),
		lacks("6.3/proposal", "/ministry", remove("/provinceProposal")),
		lacks("6.3.a/number", "/provinceProposal", remove("/provinceProposal/number")),
		lacks("6.3.a/approval", "/provinceProposal", remove("/provinceProposal/approval")),
		lacks("6.3.a/council-report", "/provinceProposal", remove("/council/report")),
		lacks("6.3.a/samples", "/provinceProposal", replace("/provinceProposal/samples", 4)),
		lacks("7.4.d/result", "/decision", remove("/ministry")),
		lacks("7.3.d/result", "/decision", remove("/ministry"), remove("/provinceProposal"), remove("/council"), replace("/decision/by", "province"), replace("/decision/star", 4)),
		lacks("7.3.e/certificate", "/decision", byProvince(remove("/decision/certificate"))...),
		lacks("7.3.e/published", "/decision", byProvince(remove("/decision/published"))...),
		lacks("7.3.g/notice", "/decision", byProvince(remove("/decision/notice"))...),
		lacks("7.4.e/certificate", "/decision", remove("/decision/certificate")),
		lacks("7.4.e/published", "/decision", remove("/decision/published")),
		lacks("7.4.g/notice", "/decision", remove("/decision/notice")),
		lacks("9.1/recognition", "/inspections", remove("/decision"), inspected("", "")),
		lacks("8.3/number", "/withdrawal", withdrawn("ministry"), remove("/withdrawal/number")),
		lacks("8.1/recognition", "/withdrawal", remove("/decision"), withdrawn("ministry")),
		lacks("6.3.b/number", "/provinceProposal", anew(remove("/provinceProposal/number"))...),
		lacks("6.3.b/samples", "/provinceProposal", anew(replace("/provinceProposal/samples", 4))...),
		lacks("6.3.b/report", "/provinceProposal", anew(remove("/provinceProposal/report"))...),
		lacks("7.6.c/advice", "/council", anew(remove("/council/advice"))...),
		lacks("7.6.e/advice", "/ministry", anew(remove("/ministry/advice"))...),
		why(fine("DOSSIER-70", "6.3.b/no-approval", anew(remove("/provinceProposal/approval"), remove("/council/report"))...), "Article 6.3.b names neither for a re-assessment"),

		// Articles 7.3.b, 7.4.b: who sits on a council.
		of(told("chair/no-leader", "DOSSIER-72", "/council", replace("/council/members/0/office", "ocop-office"), replace("/council/absent/5/office", "leadership")), "reading/offices-asked-for"),
		fine("DOSSIER-72", "chair/delegated", replace("/council/members/0/office", "ocop-office"), remove("/council/absent/5"), add("/council/delegation", object{"number": "10/UQ", "date": "2026-07-01"})),
		why(fine("DOSSIER-71", "offices/agriculture-at-the-ministry", remove("/ministry/absent/0")), "its own leader sits on it"),

		// Articles 7.3.d, 7.6.d, e: how members are heard.
		fine("DOSSIER-73", "heard/meeting", add("/council/form", "meeting")),
		why(told("heard/written", "DOSSIER-73", "/council/form", add("/council/form", "written")), "Article 7.3.d"),
		why(told("heard/written-at-the-ministry", "DOSSIER-73", "/ministry/form", add("/ministry/form", "written")), "Article 7.4.d"),
		why(fine("DOSSIER-73", "heard/written-again", anew(add("/council/form", "written"))...), "Article 7.6.d"),
		why(told("heard/meeting-again", "DOSSIER-74", "/council/form", anew(add("/council/form", "meeting"))...), "Article 7.6.d"),
		why(told("heard/meeting-again-at-the-ministry", "DOSSIER-74", "/ministry/form", anew(add("/ministry/form", "meeting"))...), "Article 7.6.e"),
		fine("DOSSIER-74", "heard/meeting-again-for-a-reason", anew(add("/council/form", "meeting"), add("/council/reason", "Ý kiến khác nhau."))...),

		why(fine("DOSSIER-75", "requests/done", asked("completion", "province", "2026-07-20")), "Article 7.3.a"),
		told("requests/commune", "DOSSIER-75", "/requests/0", append(toCouncil, remove("/council"), remove("/registration/provinceReceipt"), asked("completion", "commune", ""))...),
		told("requests/province", "DOSSIER-75", "/requests/0", append(toCouncil, asked("survey", "province", ""))...),
		told("requests/ministry", "DOSSIER-75", "/requests/0", remove("/decision"), asked("test", "ministry", "")),
		fine("DOSSIER-75", "requests/open", append(toCouncil, asked("test", "ministry", ""))...),

		// Articles 4.1, 8.2: who decides on a star.
		refused("decision/province-on-5", "DOSSIER-76", "/decision/by", replace("/decision/by", "province")),
		refused("decision/ministry-on-4", "DOSSIER-76", "/decision/by", replace("/decision/star", 4)),
		of(dossier("due/decision/by-the-province", recognised, nil, byProvince()...), "code/DOSSIER-76", "code/DOSSIER-77"),
		told("decision/other-star", "DOSSIER-77", "/decision/star", replace("/decision/by", "province"), replace("/decision/star", 4)),
		of(fine("DOSSIER-76", "decision/returned", replace("/ministry/members/0/answers/6.1", "c"), replace("/ministry/members/0/answers/9", "a"), replace("/ministry/members/0/answers/6.3", "a"), replace("/ministry/members/0/answers/6.4", "a"), replace("/decision/by", "province"), replace("/decision/star", 4)),
			"reading/under-ninety-by-total"),
		refused("withdrawal/by-the-province", "DOSSIER-76", "/withdrawal/by", withdrawn("province")),
		fine("DOSSIER-76", "withdrawal/by-the-ministry", withdrawn("ministry")),

		// Articles 8.1, 9: inspections.
		fine("DOSSIER-78", "inspection/kept", inspected("kept", "")),
		fine("DOSSIER-78", "inspection/breach", inspected("breach", "law-broken")),
		refused("inspection/breach-without-ground", "DOSSIER-78", "/inspections/0/ground", inspected("breach", "")),
		refused("inspection/ground-without-breach", "DOSSIER-78", "/inspections/0/ground", inspected("", "law-broken")),

		// Article 7.3.e: the ministry scores what the province gave 5 stars.
		of(refused("ministry/below-5", "DOSSIER-49", "/ministry", append(below, remove("/decision"))...), "reading/potential-five-stars"),
		fine("DOSSIER-49", "ministry/gives-less", remove("/decision"), replace("/ministry/members/0/answers/6.1", "a")),
		of(fine("DOSSIER-49", "ministry/alone-again", anew(remove("/council"), replace("/previous/star", 5))...), "reading/again-without-council"),
		of(refused("ministry/alone-again-of-4", "DOSSIER-49", "/ministry", anew(remove("/council"))...), "reading/again-without-council"),
		of(refused("ministry/below-5-again", "DOSSIER-49", "/ministry", anew(append(below, replace("/previous/star", 5))...)...), "reading/again-without-council"),

		// A council's record by itself.
		refused("council/member-twice", "COUNCIL-01", "/council/members/1/id", add("/council/members/1", object{"id": "chu-tich", "name": "Lê Văn Ba", "answers": object{}})),
		refused("council/two-chairs", "COUNCIL-02", "/council/members/1/chair", add("/council/members/1", object{"id": "hai", "name": "Lê Văn Ba", "office": "leadership", "chair": true, "answers": object{}})),
		refused("council/over-seats", "COUNCIL-03", "/council/members", add("/council/seats", 1), add("/council/members/1", object{"id": "hai", "name": "Lê Văn Ba", "answers": object{}})),
		dossier("due/council/no-seats", recognised, found{wrong("COUNCIL-08", "/council/seats")}, add("/council/policy", object{"quorum": "3/4"})),
		refused("council/quorum-over-whole", "COUNCIL-09", "/council/policy/quorum", add("/council/seats", 1), add("/council/policy", object{"quorum": "4/3"})),
	}
	// Each office that the decision names; those that are absent sit on it all the same.
	province := []string{"agriculture-environment", "industry-trade", "health", "science-technology", "culture-sports-tourism", "ocop-office", "specialised-agency"}
	for i, office := range province {
		at := "/absent/" + strconv.Itoa(i)
		cases = append(cases, of(told("offices/province/"+office, "DOSSIER-71", "/council", remove("/council"+at)), "reading/offices-asked-for"))
		if i > 0 {
			cases = append(cases, of(told("offices/ministry/"+office, "DOSSIER-71", "/ministry", remove("/ministry"+at)), "reading/offices-asked-for"))
		}
	}
	return cases
}

// anew are the changes that make the document's way one of a re-assessment of 4 stars
// that ends on 1 December 2026, with the papers of Article 6.3.b; without the decision.
func anew(others ...change) []change {
	updates := object{}
	for _, name := range []string{"materials", "technology", "packaging", "labels", "declaration", "tests", "market", "output", "revenue"} {
		updates[name] = "Như trước."
	}
	return append([]change{
		replace("/application", "re-assessment"), add("/previous", object{"star": 4, "decision": "1/QĐ-UBND", "issued": "2023-12-01"}), add("/updates", updates),
		add("/provinceProposal/report", object{"number": "11/BC", "date": "2026-08-05"}), remove("/decision"),
	}, others...)
}

// byProvince are the changes that make the way one to 4 stars of the province.
func byProvince(others ...change) []change {
	return append([]change{
		remove("/ministry"), remove("/provinceProposal"), replace("/council/members/0/answers/6.1", "c"), replace("/decision/by", "province"), replace("/decision/star", 4),
	}, others...)
}

// scores are what a dossier's own claims come to, whatever others made of them.
func scores() []suite.Case {
	score := func(id, base string, expect object, changes ...change) suite.Case {
		return suite.Case{ID: "score/" + id, Rules: []string{"score/" + id}, Base: base, Patch: changes, Expect: text(expect)}
	}
	refused := func(id string, f found, changes ...change) suite.Case {
		return suite.Case{ID: "score/refused/" + id, Rules: append([]string{"score/refused"}, f.codes()...), Base: first, Patch: changes, Expect: f.refusal()}
	}
	points := func(total, a, b, c int) object {
		return object{"set": 22, "status": "classified", "total": total, "parts": object{"A": a, "B": b, "C": c}}
	}
	star := func(o object, band, star int, authority any) object {
		o["band"], o["star"], o["authority"] = band, star, authority
		return o
	}
	return []suite.Case{
		score("lowest", first, star(points(0, 0, 0, 0), 1, 1, nil)),
		score("one-claim", first, star(points(3, 3, 0, 0), 1, 1, nil), replace("/report/claims/1.2/option", "c")),
		score("highest", proved, star(points(99, 39, 25, 35), 5, 5, "ministry")),
		score("minimum-missed", proved, star(points(97, 39, 25, 33), 5, 4, "province"), replace("/report/claims/6.1/option", "c")),
		score("none", proved, star(points(94, 39, 25, 30), 5, 4, "province"), replace("/report/claims/6.2", object{"option": "none"})),
		score("no-story", proved, star(points(92, 39, 18, 35), 5, 3, "province"), replace("/report/claims/5.1", object{"option": "a"}), remove("/report/claims/5.2")),
		score("incomplete", proved, object{"status": "incomplete", "total": 94, "band": nil, "star": nil, "authority": nil, "unanswered": list{"9"}, "bounds": object{"total": list{94, 99}, "star": list{5, 5}}}, remove("/report/claims/9")),
		score("stopped", first, object{"set": 16, "status": "stopped", "band": nil, "star": nil, "gates": list{object{"id": "zero-sensory-point", "effect": "stop"}}}, ofSet(16, lowest, replace("/report/claims/6.3", object{"option": "a"}))...),
		why(score("others-apart", recognised, star(points(0, 0, 0, 0), 1, 1, nil)), "both councils came to 5 stars; the claims did not"),
		why(score("warnings", proved, star(points(99, 39, 25, 35), 5, 5, "ministry"), remove("/report/claims/1.1/evidence")), "a warning does not stand in the way"),
		refused("shape", found{shape("DOSSIER-01", "/product/name")}, remove("/product/name")),
		refused("rule", found{wrong("DOSSIER-42", "/registration/date")}, replace("/registration/date", "2026-05-20"), replace("/report/date", "2026-05-20"), replace("/registration/communeReceipt/date", "2026-05-21")),
		refused("option", found{shape("SHEET-03", "/report/claims/1.1/option")}, replace("/report/claims/1.1/option", "z")),
		refused("option-without-points", found{shape("JSON-07", "/report/claims/1.1/points")}, add("/report/claims/1.1/points", 4)),
	}
}
