package dossiers

import "github.com/ocop-vn/ocop-go/ocop/conformance/internal/suite"

// between are rules between members that a JSON Schema can say (DOSSIER-30 to 35).
func between() []suite.Case {
	previous := object{"star": 3, "decision": "1/QĐ-UBND", "issued": "2023-06-15"}
	changes := object{"description": "Thêm một tổ.", "evidence": list{"ho-so"}}
	updates := object{}
	for _, name := range []string{"materials", "technology", "packaging", "labels", "declaration", "tests", "market", "output", "revenue"} {
		updates[name] = "Như trước."
	}
	cases := []suite.Case{
		of(dossier("application/first", first, nil), "code/DOSSIER-31"),
		of(dossier("application/upgrade", upgrade, nil), "code/DOSSIER-30"),
		of(dossier("application/re-assessment", again, nil), "code/DOSSIER-30"),
		why(dossier("application/first/changes", first, found{shape("DOSSIER-31", "/changes")}, add("/changes", changes)), "Article 6.1.a"),
		why(dossier("application/first/updates", first, found{shape("DOSSIER-31", "/updates")}, add("/updates", updates)), "Article 6.1.a"),
		why(dossier("application/upgrade/no-previous", upgrade, found{shape("DOSSIER-30", "/previous")}, remove("/previous")), "Article 6.1.b"),
		why(dossier("application/upgrade/no-changes", upgrade, found{shape("DOSSIER-30", "/changes")}, remove("/changes")), "Article 6.1.b"),
		why(dossier("application/upgrade/updates", upgrade, found{shape("DOSSIER-31", "/updates")}, add("/updates", updates)), "Article 6.1.b"),
		why(dossier("application/re-assessment/no-previous", again, found{shape("DOSSIER-30", "/previous")}, remove("/previous")), "Article 6.1.c"),
		why(dossier("application/re-assessment/no-updates", again, found{shape("DOSSIER-30", "/updates")}, remove("/updates")), "Article 6.1.c"),
		why(dossier("application/re-assessment/changes", again, found{shape("DOSSIER-31", "/changes")}, add("/changes", changes)), "Article 6.1.c"),

		// Article 6.1.a. 36 months from 15 June 2023 end on 15 June 2026, the day
		// before the filing.
		of(dossier("application/first/after-end", first, nil, add("/previous", previous)), "reading/first-after-end"),
		of(dossier("application/first/while-in-force", first, found{warning("DOSSIER-79", "/previous")},
			add("/previous", object{"star": 3, "decision": "1/QĐ-UBND", "issued": "2023-06-16"})), "reading/first-after-end"),

		why(dossier("class/sector", first, found{shape("DOSSIER-33", "/product/sector")}, replace("/product/sector", "V")), "Appendix I: set 22 is IV.2"),
		dossier("class/group", first, found{shape("DOSSIER-33", "/product/group")}, replace("/product/group", "1")),
		dossier("class/subgroup", first, found{shape("DOSSIER-33", "/product/subgroup")}, add("/product/subgroup", "a")),
		why(dossier("class/set", first, found{shape("DOSSIER-33", "/product/sector")}, replace("/product/set", 13)), "one problem, however many claims do not fit"),

		of(dossier("claims/no-story", first, nil, replace("/report/claims/5.1/option", "a")), "code/DOSSIER-34"),
		why(dossier("claims/structure-without-story", first, found{shape("DOSSIER-34", "/report/claims/5.2")}, add("/report/claims/5.2", object{"option": "a"})), "5.1 is a in the document"),
		why(dossier("claims/of-another-set", first, found{shape("DOSSIER-35", "/report/claims")},
			replace("/report/claims", object{"1.1": object{"option": "a"}, "6.1.1": object{"option": "a"}, "6.1.2": object{"option": "a"}})), "sets 11 and 13 have 6.1.1 and 6.1.2"),
		dossier("claims/unknown-criterion", first, found{shape("SHEET-02", "/report/claims/9.9")}, add("/report/claims/9.9", object{"option": "a"})),
		dossier("claims/unknown-option", first, found{shape("SHEET-03", "/report/claims/1.1/option")}, replace("/report/claims/1.1/option", "z")),
		why(dossier("claims/none", first, found{shape("SHEET-05", "/report/claims/1.4/option")}, replace("/report/claims/1.4/option", "none")), "1.4 a is printed with 0 points"),

		of(dossier("sheets/proposed", recognised, nil, add("/proposed", object{"date": "2026-07-20", "answers": object{"1.1": "a"}, "gates": list{"ip-infringement"}})), "code/SHEET-06"),
		dossier("sheets/unknown-criterion", first, found{shape("SHEET-02", "/proposed/answers/99")}, add("/proposed", object{"date": "2026-07-20", "answers": object{"99": "a"}})),
		dossier("sheets/unknown-gate", first, found{shape("SHEET-06", "/proposed/gates/0")}, add("/proposed", object{"date": "2026-07-20", "answers": object{"1.1": "a"}, "gates": list{"ugly"}})),
		dossier("sheets/gate-of-other-sets", recognised, found{shape("SHEET-07", "/ministry/gates/0")}, add("/ministry/gates", list{"identical-product"})),
		dossier("sheets/gate-twice", recognised, found{shape("SHEET-09", "/council/gates/1")}, add("/council/gates", list{"ip-infringement", "ip-infringement"})),
		dossier("sheets/unknown-option", recognised, found{shape("SHEET-03", "/council/members/0/answers/1.1")}, replace("/council/members/0/answers/1.1", "z")),
	}
	// Article 2.3: these take part with tourism alone.
	for _, kind := range []string{"association", "federation", "operating-centre", "equivalent"} {
		cases = append(cases,
			of(dossier("producer/"+kind, first, found{shape("DOSSIER-32", "/producer/kind")}, replace("/producer/kind", kind)), "reading/kinds-in-tourism"),
			of(dossier("producer/"+kind+"/tourism", first, nil, ofSet(26, lowest, replace("/producer/kind", kind))...), "reading/kinds-in-tourism"))
	}
	return cases
}

// placesAndCodes are rules on product codes, receipts and personal numbers.
func placesAndCodes() []suite.Case {
	code := func(id, code string, f ...finding) suite.Case {
		return dossier("product-code/"+id, first, f, add("/product/code", code))
	}
	previous := func(id, code string, f ...finding) suite.Case {
		return dossier("previous-code/"+id, again, f, add("/previous/productCode", code))
	}
	at, before := "/product/code", "/previous/productCode"
	number := "/registration/communeReceipt/number"
	cases := []suite.Case{
		of(code("of-the-commune", "66-24133-01-2026"), "code/CODE-04"),
		of(code("of-another-commune", "66-24154-01-2026"), "code/DOSSIER-40"),
		code("no-province", "99-24133-01-2026", wrong("CODE-01", at)),
		why(code("province-before-2025", "67-24133-01-2026", wrong("CODE-02", at)), "67 was Đắk Nông until 30 June 2025"),
		code("no-commune", "66-99999-01-2026", wrong("CODE-03", at)),
		code("commune-elsewhere", "01-24133-01-2026", wrong("CODE-04", at)),
		why(code("of-another-province", "01-00004-01-2026", warning("DOSSIER-56", at)), "worth a look"),
		code("five-parts-too-late", "66-643-24133-01-2026", wrong("CODE-06", at)),
		previous("four-parts-too-early", "66-24133-01-2023", wrong("CODE-05", before)),
		previous("older", "66-643-24133-01-2023", warning("CODE-07", before)),
		why(previous("older-merged", "54-555-22015-01-2023", warning("CODE-07", before)), "54 was Phú Yên, which went into Đắk Lắk"),
		previous("older-elsewhere", "01-001-00004-01-2023", warning("CODE-07", before), warning("DOSSIER-56", before)),
		previous("older-no-province", "99-643-24133-01-2023", wrong("CODE-01", before)),
		dossier("registration/no-commune", first, found{wrong("CODE-03", "/registration/commune")}, replace("/registration/commune", "99999"), remove("/registration/communeReceipt")),
		dossier("registration/commune-elsewhere", first, found{wrong("CODE-04", "/registration/commune")}, replace("/registration/commune", "00004"), remove("/registration/communeReceipt")),
		why(of(dossier("registration/ward", first, nil, replace("/registration/province", "01"), replace("/registration/commune", "00004"), remove("/registration/communeReceipt")),
			"reading/commune-is-any-unit"), "00004 is a ward"),

		dossier("receipt/of-another-commune", first, found{wrong("DOSSIER-40", number)}, replace(number, "01-07/PĐK-66-24154-2026")),
		dossier("receipt/of-another-province", first, found{warning("DOSSIER-56", number)}, replace(number, "01-07/PĐK-01-24133-2026")),
		why(of(dossier("receipt/of-another-year", first, found{wrong("DOSSIER-55", number)}, replace(number, "01-07/PĐK-66-24133-2025")), "reading/numbers-of-receipts"), "the year is that of the receipt's own day"),
		why(of(dossier("receipt/january", recognised, nil, janus("2027")...), "reading/numbers-of-receipts"), "each office numbers by the year in which it took the dossier in"),
		of(dossier("receipt/january-of-the-form", recognised, found{wrong("DOSSIER-55", "/registration/provinceReceipt/number")}, janus("2026")...), "reading/numbers-of-receipts"),

		why(dossier("tax-code/unusual-person", first, found{warning("DOSSIER-57", "/producer/taxCode")}, add("/producer/taxCode", "119190001234")), "a personal number begins with 0"),
		why(dossier("tax-code/no-province", first, found{warning("DOSSIER-57", "/producer/taxCode")}, add("/producer/taxCode", "003099012345")), "and then with a province of birth"),
	}
	for code, letter := range map[string]string{"u00d0": "\u00d0", "u00f0": "\u00f0", "u0189": "\u0189", "u0256": "\u0256"} {
		cases = append(cases, dossier("lookalike/"+code, first, found{warning("DOSSIER-59", "/product/name")}, replace("/product/name", "Giỏ "+letter+"inh")))
	}
	return sorted(cases)
}

// janus is a first assessment that the commune takes in on 21 December 2026 and the
// province on 11 January, under a number of a year.
func janus(year string) []change {
	return []change{
		replace("/registration/date", "2026-12-21"), replace("/report/date", "2026-12-21"), replace("/registration/communeReceipt/date", "2026-12-21"),
		replace("/communeReport/date", "2027-01-08"), replace("/registration/provinceReceipt/date", "2027-01-11"),
		replace("/registration/provinceReceipt/number", "03-15/PĐK-66-24133-"+year),
		remove("/council"), remove("/provinceProposal"), remove("/ministry"), remove("/decision"),
	}
}

// dates are rules on the days of a dossier (Articles 4.3, 5, 7 and 12).
func dates() []suite.Case {
	filed := func(day string) []change {
		return []change{
			replace("/registration/date", day), replace("/report/date", day), replace("/registration/communeReceipt/date", day),
		}
	}
	// a draft, which no commune has received, asked of a day
	draft := func(c suite.Case, day string) suite.Case {
		c.Patch = append([]change{remove("/registration/communeReceipt")}, c.Patch...)
		return on(c, day)
	}
	issued := func(day string) change { return replace("/previous/issued", day) }
	form, issue := "/registration/date", "/previous/issued"
	cases := []suite.Case{
		why(of(dossier("filed/in-force", first, nil, filed("2026-05-22")...), "calendar/in-force/first-day"), "Article 11.1"),
		why(of(dossier("filed/day-before", first, found{wrong("DOSSIER-42", form)}, filed("2026-05-21")...), "calendar/in-force/day-before"), "Article 12.2"),
		why(of(dossier("filed/form-before", first, nil, replace(form, "2026-05-21"), replace("/registration/communeReceipt/date", "2026-05-22")), "reading/filed-on-receipt"), "the day of the receipt counts, not the form's"),
		of(draft(dossier("draft/in-force", first, nil), "2026-05-22"), "reading/filed-on-receipt"),
		of(draft(dossier("draft/day-before", first, found{wrong("DOSSIER-42", form)}), "2026-05-21"), "reading/filed-on-receipt"),
		why(of(on(dossier("draft/received", first, nil), "2026-05-21"), "reading/filed-on-receipt"), "what was received is judged as of that day"),
		why(of(dossier("draft/no-day", first, nil, append(filed("2026-05-20"), remove("/registration/communeReceipt"))...), "reading/filed-on-receipt"), "it cannot be filed before the decision any more"),

		// The certificate ends 36 months after its issue (Article 4.3), on 13 December
		// 2026, which is 180 days after 16 June, and so on.
		why(of(dossier("renewal/180-days", again, nil, issued("2023-12-13")), "calendar/renewal/first-day"), "Article 7.6.a"),
		why(of(dossier("renewal/181-days", again, found{wrong("DOSSIER-43", form)}, issued("2023-12-14")), "calendar/renewal/day-before"), "Article 7.6.a"),
		why(of(dossier("renewal/120-days", again, nil, issued("2023-10-14")), "calendar/renewal/last-day"), "Article 7.6.a"),
		why(of(dossier("renewal/119-days", again, found{warning("DOSSIER-44", form)}, issued("2023-10-13")), "calendar/renewal/day-after", "reading/late-filing-extends"), "Articles 7.6.a and 12.3"),
		of(dossier("renewal/after-expiry", again, found{warning("DOSSIER-44", form)}, issued("2023-06-01")), "reading/late-filing-extends"),
		why(of(dossier("renewal/ended-in-force", again, found{warning("DOSSIER-44", form)}, issued("2023-05-22")), "reading/ended-not-revived"), "it ended on 22 May 2026"),
		why(of(dossier("renewal/ended-before", again, found{warning("DOSSIER-80", form)}, issued("2023-05-21")), "reading/ended-not-revived"), "it ended on 21 May 2026"),
		// 180 days after 18 December 2025 is 16 June 2026, the day of the filing.
		of(dossier("renewal/extension-last-day", again, found{warning("DOSSIER-80", form)}, issued("2022-12-18")), "calendar/extension/last-day"),
		of(dossier("renewal/extension-day-after", again, found{warning("DOSSIER-80", form), warning("DOSSIER-81", form)}, issued("2022-12-17")), "calendar/extension/day-after"),
		of(dossier("renewal/printed-end", again, nil, issued("2022-06-01"), add("/previous/expires", "2026-11-01")), "reading/printed-end-first"),
		dossier("renewal/end-before-issue", again, found{wrong("DOSSIER-41", "/previous/expires")}, add("/previous/expires", "2023-11-30")),
		of(draft(dossier("draft/renewal-opens", again, nil), "2026-06-04"), "calendar/renewal/first-day"),
		why(of(draft(dossier("draft/renewal-too-early", again, found{wrong("DOSSIER-43", form)}), "2026-06-03"), "calendar/renewal/day-before"), "181 days before 1 December 2026"),

		why(of(dossier("upgrade/no-window", upgrade, nil, issued("2026-01-01")), "code/DOSSIER-43"), "Article 7.5"),
		why(of(dossier("upgrade/last-day", upgrade, nil, issued("2023-06-16")), "calendar/certificate/last-day", "reading/last-day-of-certificate", "reading/upgrade-while-in-force"), "Article 4.3"),
		of(dossier("upgrade/day-after", upgrade, found{warning("DOSSIER-51", issue)}, issued("2023-06-15")), "calendar/certificate/day-after", "reading/upgrade-while-in-force"),
		of(dossier("upgrade/printed-end", upgrade, found{warning("DOSSIER-51", issue)}, add("/previous/expires", "2026-06-15")), "reading/printed-end-first", "reading/upgrade-while-in-force"),
		why(dossier("upgrade/from-5", upgrade, found{wrong("DOSSIER-45", "/previous/star")}, replace("/previous/star", 5)), "Article 7.5"),
		of(dossier("upgrade/from-4-to-5", upgrade, nil, replace("/previous/star", 4)), "code/DOSSIER-52"),
		why(dossier("upgrade/from-4-to-4", upgrade, found{warning("DOSSIER-52", "/report/claims")}, replace("/previous/star", 4), replace("/report/claims/6.1/option", "c")), "6.1 d is a minimum of 5 stars"),
		of(dossier("re-assessment/of-5", again, nil, replace("/previous/star", 5)), "code/DOSSIER-45"),

		why(dossier("samples/four", recognised, found{wrong("DOSSIER-46", "/registration/samples")}, replace("/registration/samples", 4)), "Article 6.2.d"),
		of(dossier("samples/four-before-proposal", first, found{warning("DOSSIER-47", "/registration/samples")}, replace("/registration/samples", 4)), "reading/samples-with-proposal"),
		why(of(dossier("samples/tourism", first, nil, ofSet(26, lowest, remove("/registration/samples"))...), "code/DOSSIER-47"), "Article 6.2.d"),
		dossier("years/twice", first, found{wrong("DOSSIER-48", "/report/results/years/1/year")}, add("/report/results/years", list{object{"year": 2025, "revenue": 1}, object{"year": 2025, "revenue": 2}})),
	}
	cases = append(cases, reviews()...)
	return append(append(cases, order()...), far()...)
}

// reviews are the 15 working days of the commune (Article 7.2).
func reviews() []suite.Case {
	review := func(id, received, reported string, late bool) suite.Case {
		var f found
		if late {
			f = found{warning("DOSSIER-50", "/communeReport/date")}
		}
		return dossier("review/"+id, first, f, replace("/registration/date", received), replace("/report/date", received), replace("/registration/communeReceipt/date", received), report(reported))
	}
	own := func(c suite.Case) suite.Case {
		c.With.Holidays = text(object{"2026": object{"off": list{"2026-07-01"}}})
		return c
	}
	return []suite.Case{
		// 17 June to 7 July 2026 are three weeks of five days.
		of(review("15th-day", "2026-06-16", "2026-07-07", false), "calendar/review/last-day", "reading/day-not-counted"),
		of(review("16th-day", "2026-06-16", "2026-07-08", true), "calendar/review/day-after", "reading/day-not-counted"),
		// 31 August, 1 and 2 September are off.
		of(review("national-day", "2026-08-24", "2026-09-17", false), "calendar/working-days/off"),
		of(review("national-day-late", "2026-08-24", "2026-09-18", true), "calendar/working-days/off"),
		// Saturday 22 August is worked for Monday 31 August.
		of(review("exchange", "2026-08-03", "2026-08-22", false), "calendar/working-days/exchanged"),
		of(review("exchange-late", "2026-08-03", "2026-08-24", true), "calendar/working-days/exchanged"),
		of(own(review("own-calendar", "2026-06-16", "2026-07-08", false)), "calendar/working-days/own"),
		of(own(review("own-calendar-late", "2026-06-16", "2026-07-09", true)), "calendar/working-days/own"),
		why(dossier("review/none", first, found{warning("DOSSIER-70", "/registration")}, report("2026-12-30"), remove("/registration/communeReceipt")), "nothing is late where no day of receipt is known"),
	}
}

// report adds the commune's report of a day.
func report(day string) change {
	said := object{"assessed": "Của xã."}
	return add("/communeReport", object{"number": "45/TTr-UBND", "report": "44/BC-UBND", "date": day, "materials": said, "labour": said, "idea": said, "identity": said})
}

// order are the steps of Article 7, none before the one that it follows; on one day
// they may be.
func order() (cases []suite.Case) {
	const day, before = "2026-06-16", "2026-06-15"
	steps := []string{
		"/registration/date", "/registration/communeReceipt/date", "/communeReport/date", "/registration/provinceReceipt/date",
		"/council/date", "/provinceProposal/date", "/ministry/date", "/decision/date",
	}
	letters := []string{"/council/report/date", "/council/established/date", "/council/regulation/date", "/council/advice/date", "/ministry/established/date", "/ministry/regulation/date", "/ministry/advice/date",
		"/provinceProposal/approval/date", "/decision/published", "/decision/notice/date"}
	var oneDay []change
	for _, path := range append(steps, letters...) {
		oneDay = append(oneDay, replace(path, day))
	}
	with := func(changes ...change) []change { return append(append([]change{}, oneDay...), changes...) }
	cases = append(cases, of(dossier("order/one-day", recognised, nil, oneDay...), "order/one-day"))
	for i, path := range steps {
		if i == 0 { // what the form follows is a certificate before it
			continue
		}
		var also []change
		f := found{wrong("DOSSIER-41", path)}
		for _, later := range map[string][]string{ // the papers of that step come with it
			"/council/date":          {"/council/established/date", "/council/regulation/date", "/council/advice/date"},
			"/provinceProposal/date": {"/provinceProposal/approval/date"},
			"/ministry/date":         {"/ministry/established/date", "/ministry/regulation/date", "/ministry/advice/date"},
		}[path] {
			also = append(also, replace(later, before))
		}
		cases = append(cases, of(dossier("order"+path, recognised, f, with(append(also, replace(path, before))...)...), "order"+path))
	}
	cases = append(cases, of(dossier("order/proposed/date", recognised, found{wrong("DOSSIER-41", "/proposed/date")}, with(add("/proposed", object{"date": before, "answers": object{"1.1": "a"}}))...), "order/proposed/date"))
	cases = append(cases, of(dossier("order/registration/date", upgrade, found{wrong("DOSSIER-41", "/registration/date")}, replace("/previous/issued", "2026-06-16")), "order/registration/date"))

	// Papers of a step are no later, or no earlier, than the step.
	for _, c := range []struct {
		id, at string
		change []change
	}{
		{"council/established", "/council/date", []change{replace("/council/established/date", "2026-08-02")}},
		{"council/advice", "/council/date", []change{replace("/council/advice/date", "2026-08-02")}},
		{"ministry/regulation", "/ministry/date", []change{replace("/ministry/regulation/date", "2026-10-02")}},
		{"council/report", "/council/report/date", []change{replace("/council/report/date", "2026-07-31")}},
		{"proposal/approval", "/provinceProposal/date", []change{replace("/provinceProposal/approval/date", "2026-08-11")}},
		{"proposal/received", "/provinceProposal/received", []change{add("/provinceProposal/received", "2026-08-09")}},
		{"decision/issued", "/decision/issued", []change{add("/decision/issued", "2026-10-19")}},
		{"decision/published", "/decision/published", []change{replace("/decision/published", "2026-10-19")}},
		{"decision/notice", "/decision/notice/date", []change{replace("/decision/notice/date", "2026-10-19")}},
		{"decision/expires", "/decision/expires", []change{add("/decision/expires", "2026-10-19")}},
		{"request/asked", "/requests/0/asked", []change{add("/requests", list{object{"kind": "test", "by": "province", "asked": "2026-06-14", "done": "2026-07-20"}})}},
		{"request/done", "/requests/0/done", []change{add("/requests", list{object{"kind": "test", "by": "province", "asked": "2026-07-20", "done": "2026-07-19"}})}},
		{"inspection", "/inspections/0/date", []change{add("/inspections", list{object{"kind": "periodic", "by": "ministry", "date": "2026-10-19"}})}},
		{"inspection/concluded", "/inspections/0/concluded", []change{add("/inspections", list{object{"kind": "periodic", "by": "ministry", "date": "2026-11-05", "concluded": "2026-11-04"}})}},
		{"contract", "/report/figures/contracts/0/until", []change{add("/report/figures", object{"contracts": list{object{"partner": "Cửa hàng", "share": 0, "since": "2025-01-02", "until": "2025-01-01"}}})}},
		{"withdrawal", "/withdrawal/date", []change{add("/withdrawal", object{"by": "ministry", "number": "9/QĐ", "date": "2026-10-19", "ground": "law-broken"})}},
	} {
		cases = append(cases, of(dossier("papers-of-steps/"+c.id, recognised, found{wrong("DOSSIER-41", c.at)}, c.change...), "order/papers/"+c.id))
	}
	return cases
}

// far are days that are hardly meant so: a warning. The decision names no such
// distance.
func far() []suite.Case {
	at := func(id, base, path string, value any, told bool) suite.Case {
		var f found
		if told {
			f = found{warning("DOSSIER-58", path)}
		}
		return of(dossier("far/"+id, base, f, add(path, value)), "code/DOSSIER-58")
	}
	return []suite.Case{
		at("report-366-days", first, "/report/date", "2025-06-14", false),
		at("report-367-days", first, "/report/date", "2025-06-13", true),
		at("founded-on-the-day", first, "/producer/founded", "2026-06-15", false),
		at("founded-later", first, "/producer/founded", "2026-06-16", true),
		of(dossier("far/figures-of-this-year", first, nil, add("/report/results/years", years(2026, 1))), "code/DOSSIER-58"),
		dossier("far/figures-of-the-next", first, found{warning("DOSSIER-58", "/report/results/years/0/year")}, add("/report/results/years", years(2027, 1))),
		at("paper-of-1901", upgrade, "/evidence/0/issued", "1901-01-10", true),
		at("paper-until-2199", upgrade, "/evidence/0/expires", "2199-01-10", true),
		dossier("far/form-two-years-before", first, found{warning("DOSSIER-58", "/registration/date")},
			replace("/registration/date", "2024-06-15"), replace("/report/date", "2024-06-15"), remove("/registration/communeReceipt")),
	}
}
