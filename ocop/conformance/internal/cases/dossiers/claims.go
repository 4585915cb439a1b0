package dossiers

import (
	"maps"
	"slices"
	"strconv"

	"github.com/ocop-vn/ocop-go/ocop/conformance/internal/suite"
	"github.com/ocop-vn/ocop-go/scoring"
)

// claims are what a dossier itself says against what is claimed in it. The council
// decides, so they are warnings.
func claims() []suite.Case {
	// the kind of producer against criterion 3.1; a piece of any kind proves the claim
	kind := func(kind, option string, told bool) suite.Case {
		var f found
		if told {
			f = found{warning("DOSSIER-60", "/report/claims/3.1")}
		}
		return of(dossier("kind/"+kind+"/"+option, proved, f, replace("/producer/kind", kind), replace("/report/claims/3.1/option", option)), "code/DOSSIER-60")
	}
	tourism := func(kind, option string, told bool) suite.Case {
		var f found
		if told {
			f = found{warning("DOSSIER-60", "/report/claims/3.1")}
		}
		changes := ofSet(26, highest, replace("/producer/kind", kind), replace("/report/claims/3.1/option", option))
		return of(dossier("kind/tourism/"+kind+"/"+option, first, f, changes...), "reading/kinds-in-tourism")
	}
	cases := []suite.Case{
		kind("cooperative", "a", true), kind("cooperative", "b", true), kind("cooperative", "c", false), kind("cooperative", "none", false),
		kind("enterprise", "a", true), kind("enterprise", "b", false), kind("enterprise", "c", false),
		kind("farm", "a", false), kind("farm", "b", true), kind("production-household", "a", false), kind("production-household", "c", true),
		tourism("association", "c", false), tourism("association", "a", true), tourism("federation", "c", false),
		tourism("operating-centre", "c", false), tourism("equivalent", "c", false), tourism("equivalent", "b", true),
	}
	representative := func(id, gender, ethnicity, option string, told bool) suite.Case {
		var f found
		if told {
			f = found{warning("DOSSIER-61", "/report/claims/3.2")}
		}
		return of(dossier("representative/"+id, proved, f, replace("/producer/representative/gender", gender), replace("/producer/representative/ethnicity", ethnicity),
			replace("/report/claims/3.2", object{"option": option, "evidence": list{"ho-so"}})), "code/DOSSIER-61")
	}
	cases = append(cases,
		representative("man-of-the-kinh", "male", "Kinh", "a", false),
		representative("man-of-the-kinh-claims", "male", "Kinh", "b", true),
		representative("woman", "female", "Kinh", "b", false),
		representative("woman-claims-nothing", "female", "Kinh", "a", true),
		representative("minority", "male", "Ê Đê", "b", false),
		representative("minority-claims-nothing", "male", "Ê Đê", "a", true),
		of(dossier("representative/disability", proved, nil, replace("/report/claims/3.2", object{"option": "b", "evidence": list{"ho-so"}}), replace("/evidence/0/kind", "disability")), "code/DOSSIER-61"),
	)
	// profits of the years before 2026 against criterion 3.4, of an enterprise
	growth := func(id, option string, told int, profits ...int) suite.Case {
		var f found
		for range told {
			f = append(f, warning("DOSSIER-62", "/report/claims/3.4"))
		}
		var years list
		for i, profit := range profits {
			years = append(years, object{"year": 2026 - len(profits) + i, "revenue": 1, "profit": profit})
		}
		return of(dossier("growth/"+id, proved, f, replace("/producer/kind", "enterprise"), replace("/report/claims/3.4/option", option), add("/report/results/years", years)), "code/DOSSIER-62")
	}
	cooperative := growth("cooperative", "b", 0, 300, 10)
	cooperative.Patch[0] = replace("/producer/kind", "cooperative")
	cases = append(cases,
		growth("of-one-year", "a", 0, 20, 10, 30), growth("none", "a", 1, 10, 10), growth("of-two-years", "b", 0, 10, 20, 30),
		growth("of-one-year-for-two", "b", 1, 20, 10, 30), growth("of-no-year-for-two", "b", 2, 30, 20, 10), growth("not-known", "b", 0, 10),
		why(cooperative, "its rating does as well"))

	share := func(id string, f found, figures object, changes ...change) suite.Case {
		return dossier("figures/"+id, proved, f, append(changes, add("/report/figures", figures))...)
	}
	workers := func(total, local int) object { return object{"workers": object{"total": total, "local": local}} }
	told := func(path string) found { return found{warning("DOSSIER-63", path)} }
	figures := "/report/figures"
	cases = append(cases,
		// Criterion 3.3: c is for 75% and more of the labour.
		of(share("labour-75", nil, workers(100, 75)), "reading/share-in-two-options"),
		of(share("labour-75-of-b", nil, workers(100, 75), replace("/report/claims/3.3/option", "b")), "reading/share-in-two-options"),
		share("labour-74", told("/report/claims/3.3"), workers(100, 74)),
		share("labour-76-of-b", told("/report/claims/3.3"), workers(100, 76), replace("/report/claims/3.3/option", "b")),
		of(share("labour-not-known", nil, object{"workers": object{"total": 9}}), "code/DOSSIER-63"),
		dossier("figures/local-over-total", first, found{wrong("DOSSIER-65", figures+"/workers/local")}, add(figures, workers(9, 10))),
		dossier("figures/insured-over-total", first, found{wrong("DOSSIER-65", figures+"/workers/insured")}, add(figures, object{"workers": object{"total": 9, "insured": 10}})),
		dossier("figures/commune-over-province", first, found{wrong("DOSSIER-65", figures+"/materials/0/fromCommune")}, add(figures, object{"materials": list{object{"name": "Mây", "fromProvince": 90, "fromCommune": 91}}})),
		of(share("markets-100", nil, object{"markets": list{object{"channel": "export", "share": 50}, object{"channel": "shop", "share": 50}}}), "code/DOSSIER-64"),
		share("markets-101", found{warning("DOSSIER-64", figures+"/markets")}, object{"markets": list{object{"channel": "export", "share": 51}, object{"channel": "shop", "share": 50}}}),
		share("quantity-without-unit", found{warning("DOSSIER-67", figures+"/materials/0/quantity")}, object{"materials": list{object{"name": "Mây", "quantity": 9}}}),
		of(share("quantity-with-unit", nil, object{"materials": list{object{"name": "Mây", "quantity": 9, "unit": "tấn"}}}), "code/DOSSIER-67"),
		dossier("figures/output-without-unit", first, found{warning("DOSSIER-67", "/report/results/years/0/output")}, add("/report/results/years", list{object{"year": 2025, "revenue": 1, "output": 9}})),
		why(of(dossier("figures/wholly-from-province", first, nil, ofSet(24, lowest, add(figures, object{"materials": list{object{"name": "Mai", "fromProvince": 100}}}))...), "code/DOSSIER-66"), "the appendix rejects in set 24 what is not"),
		dossier("figures/not-wholly-from-province", first, found{warning("DOSSIER-66", figures+"/materials/0/fromProvince")}, ofSet(24, lowest, add(figures, object{"materials": list{object{"name": "Mai", "fromProvince": 99}}}))...),
		of(dossier("figures/from-province-elsewhere", first, nil, add(figures, object{"materials": list{object{"name": "Mây", "fromProvince": 99}}})), "code/DOSSIER-66"),
	)
	// The note of criterion 8, set 13, asks for a test report.
	declared := object{"option": "a", "evidence": list{"cong-bo"}}
	cases = append(cases,
		dossier("note/asks-for-report", first, found{warning("EVIDENCE-19", "/report/claims/8")}, ofSet(13, lowest, replace("/report/claims/8", declared), add("/evidence/1", piece("cong-bo", "quality-declaration", 1)))...),
		of(dossier("note/report-there", first, nil, ofSet(13, lowest, replace("/report/claims/8", with(declared, "evidence", list{"cong-bo", "kiem-nghiem"})),
			add("/evidence/1", piece("cong-bo", "quality-declaration", 1)), add("/evidence/2", piece("kiem-nghiem", "test-report", 4)))...), "code/EVIDENCE-19"))
	// Answers that stop the assessment, or ask to look at a gate.
	cases = append(cases,
		why(dossier("gates/zero-sensory-point", first, found{warning("DOSSIER-53", "/report/claims")}, ofSet(16, lowest, replace("/report/claims/6.3", object{"option": "a"}))...), "Appendix II, set 16: 0 points at one of 6.1 to 6.4"),
		of(dossier("gates/no-zero-sensory-point", first, nil, ofSet(16, lowest)...), "code/DOSSIER-53"))
	for no, none := range map[int]string{19: "a", 20: "none"} {
		set := strconv.Itoa(no)
		undeclared := func(set scoring.Set, c scoring.Criterion) string {
			if c.Code() == "6" {
				return none
			}
			return lowest(set, c)
		}
		cases = append(cases, of(dossier("gates/no-declaration/"+set, first, found{warning("DOSSIER-54", "/report/claims/6")}, ofSet(no, undeclared)...), "reading/no-declaration-asks-for-gate"))
		proposed := func(gates ...any) []change {
			return append(ofSet(no, lowest, report("2026-07-03"), add("/registration/provinceReceipt", object{"number": "03-15/PĐK-66-24133-2026", "date": "2026-07-10", "receiver": "Lê Thị Dung"})),
				add("/proposed", object{"date": "2026-07-20", "answers": object{"6": none}, "gates": append(list{}, gates...)}))
		}
		cases = append(cases,
			of(dossier("gates/no-declaration-proposed/"+set, first, found{warning("DOSSIER-54", "/proposed/answers/6")}, proposed()...), "reading/no-declaration-asks-for-gate"),
			of(dossier("gates/no-declaration-settled/"+set, first, nil, proposed("product-declaration-missing")...), "reading/no-declaration-asks-for-gate"))
	}
	return sorted(cases)
}

// evidence are rules on pieces of evidence (form 02, part III).
func evidence() []suite.Case {
	one := "/report/claims/1.1"
	// a second piece, with another member, and that it proves a claim beside the first
	second := func(members object) change {
		p := piece("moi", "other", 2)
		maps.Copy(p, members)
		return add("/evidence/1", p)
	}
	proves := add(one+"/evidence/1", "moi")
	alone := func(id string, f found, changes ...change) suite.Case {
		return dossier("evidence/"+id, proved, f, changes...)
	}
	file := object{"name": "moi.pdf", "mediaType": "application/pdf", "size": 1, "sha256": hash(1)}
	// Claims of the upgrade document but one: what the piece does not prove is told at
	// the one claim that it is for.
	only := func(kind string) []change {
		return []change{replace(one+"/evidence", list{"rieng"}), add("/evidence/1", piece("rieng", kind, 2))}
	}
	cases := []suite.Case{
		of(dossier("evidence/changed", upgrade, nil, second(nil), add("/changes/evidence/1", "moi")), "code/EVIDENCE-11"),
		alone("id-twice", found{wrong("EVIDENCE-01", "/evidence/1/id"), warning("EVIDENCE-11", "/evidence/1")}, add("/evidence/1", object{"id": "ho-so", "kind": "other", "file": with(file, "sha256", hash(2))})),
		alone("unknown-in-claim", found{wrong("EVIDENCE-02", one+"/evidence/1")}, add(one+"/evidence/1", "khac")),
		dossier("evidence/unknown-in-changes", upgrade, found{wrong("EVIDENCE-02", "/changes/evidence/1")}, add("/changes/evidence/1", "khac")),
		dossier("evidence/unknown-in-updates", again, found{wrong("EVIDENCE-02", "/updates/renewed/0")}, add("/updates/renewed", list{"khac"})),
		dossier("evidence/unknown-in-request", recognised, found{wrong("EVIDENCE-02", "/requests/0/evidence/0")}, add("/requests", list{object{"kind": "test", "by": "province", "asked": "2026-07-12", "done": "2026-07-20", "evidence": list{"khac"}}})),
		alone("unknown-in-contract", found{wrong("EVIDENCE-02", "/report/figures/contracts/0/evidence/0")}, add("/report/figures", object{"contracts": list{object{"partner": "Cửa hàng", "share": 100, "since": "2020-01-01", "evidence": list{"khac"}}}})),
		dossier("evidence/unknown-in-exemption", first, found{wrong("EVIDENCE-02", "/report/exemptions/0/evidence/0")}, add("/report/exemptions", list{object{"paper": "business-registration", "ground": "Không phải có.", "evidence": list{"khac"}}})),
		of(alone("two-pieces", nil, second(nil), proves), "code/EVIDENCE-03"),
		alone("same-file", found{warning("EVIDENCE-03", "/evidence/1/file/sha256")}, second(object{"file": file}), proves),
		why(of(alone("pages-of-one-file", nil, add("/evidence/0/pages", "1-2"), second(object{"file": file}), add("/evidence/1/pages", "3"), proves), "code/EVIDENCE-03"), "one file may hold several papers"),
		alone("same-name", found{warning("EVIDENCE-18", "/evidence/1/file/name")}, second(nil), replace("/evidence/1/file/name", "HO-SO.pdf"), proves),
		alone("ending", found{wrong("EVIDENCE-04", "/evidence/0/file/name")}, replace("/evidence/0/file/name", "ho-so.jpg")),
		alone("expires-before-issue", found{wrong("EVIDENCE-05", "/evidence/1/expires")}, second(nil), add("/evidence/1/issued", "2026-06-10"), add("/evidence/1/expires", "2026-06-09"), proves),
		// The dossier was filed on 16 June 2026.
		alone("expired", found{warning("EVIDENCE-06", "/evidence/1/expires")}, second(object{"expires": "2026-06-15"}), proves),
		alone("last-day", found{warning("EVIDENCE-07", "/evidence/1/expires")}, second(object{"expires": "2026-06-16"}), proves),
		why(alone("soon", found{warning("EVIDENCE-07", "/evidence/1/expires")}, second(object{"expires": "2026-08-14"}), proves), "59 days on"),
		why(of(alone("not-soon", nil, second(object{"expires": "2026-08-15"}), proves), "code/EVIDENCE-07"), "60 days on"),
		of(alone("issued-on-the-day", nil, second(object{"issued": "2026-06-16"}), proves), "code/EVIDENCE-08"),
		alone("issued-later", found{warning("EVIDENCE-08", "/evidence/1/issued")}, second(object{"issued": "2026-06-17"}), proves),
		alone("useless", found{warning("EVIDENCE-11", "/evidence/1")}, second(nil)),
		alone("of-no-points", found{warning("EVIDENCE-11", "/evidence/1")}, second(nil), replace("/report/claims/1.4", object{"option": "a", "evidence": list{"moi"}})),
		of(dossier("evidence/renewed", again, nil, add("/evidence", list{piece("moi", "other", 2)}), add("/updates/renewed", list{"moi"})), "code/EVIDENCE-11"),
		alone("not-claimed", found{warning("EVIDENCE-14", "/report/claims")}, remove("/report/claims/8"), remove("/report/claims/9")),
		why(of(alone("structure-without-story", nil, replace("/report/claims/5.1", object{"option": "a"}), remove("/report/claims/5.2")), "code/EVIDENCE-14"), "5.2 is not missed"),

		of(alone("no-proof", found{warning("EVIDENCE-09", one)}, remove(one+"/evidence")), "reading/evidence-suggested"),
		of(alone("no-proof-in-force", found{warning("EVIDENCE-09", one), warning("EVIDENCE-06", "/evidence/1/expires")}, append(only("materials-and-linkage"), add("/evidence/1/expires", "2026-06-15"))...), "reading/evidence-suggested"),
		of(alone("proof", nil, only("materials-and-linkage")...), "reading/evidence-suggested"),
		of(alone("other-proof", found{warning("EVIDENCE-09", one), warning("EVIDENCE-10", one+"/evidence/0"), warning("EVIDENCE-11", "/evidence/1")}, only("awards")...), "reading/evidence-suggested"),
		of(alone("no-points", nil, replace("/report/claims/1.4", object{"option": "a"})), "reading/evidence-suggested"),
		of(alone("none", nil, replace(one, object{"option": "none"})), "reading/evidence-suggested"),
		of(alone("description", nil, replace("/report/claims/2.1", object{"option": "d", "description": "Đan tay."})), "reading/evidence-suggested"),
		of(alone("no-description", found{warning("EVIDENCE-09", "/report/claims/2.1")}, replace("/report/claims/2.1", object{"option": "d"})), "reading/evidence-suggested"),
	}
	for _, beside := range []string{"disability", "exemption", "place-recognition", "other"} {
		c := of(alone("beside-the-table/"+beside, nil, only(beside)...), "reading/evidence-suggested")
		if beside == "disability" { // and the representative has one
			c.Patch = append(c.Patch, replace("/report/claims/3.2", object{"option": "b", "evidence": list{"ho-so"}}))
		}
		cases = append(cases, c)
	}
	return append(cases, boxes()...)
}

// boxes are those of form 02.I.7, whose papers are to be there.
func boxes() (cases []suite.Case) {
	papers := map[string]string{
		"businessRegistration": "business-registration", "qualityDeclared": "quality-declaration", "foodSafety": "food-safety-certificate", "productionConditions": "production-certificate",
		"trademark": "intellectual-property", "sharedMark": "intellectual-property", "patent": "intellectual-property", "industrialDesign": "intellectual-property", "copyright": "intellectual-property", "other": "intellectual-property",
	}
	for _, box := range slices.Sorted(maps.Keys(papers)) {
		var tick any = true
		if box == "other" {
			tick = "Giống cây trồng"
		}
		papersOf, copied := add("/report/papers", object{box: tick}), piece("ban-sao", papers[box], 2)
		cases = append(cases,
			dossier("box/"+box+"/no-copy", first, found{warning("EVIDENCE-13", "/report/papers/"+box)}, papersOf),
			of(dossier("box/"+box+"/copy", first, nil, papersOf, add("/evidence", list{copied})), "code/EVIDENCE-13"),
			dossier("box/"+box+"/expired", first, found{warning("EVIDENCE-06", "/evidence/0/expires"), warning("EVIDENCE-13", "/report/papers/"+box)}, papersOf, add("/evidence", list{with(copied, "expires", "2026-06-15")})))
		if papers[box] != "business-registration" { // which every producer may show (Article 2.3)
			cases = append(cases, dossier("box/"+box+"/not-ticked", first, found{warning("EVIDENCE-11", "/evidence/0")}, add("/evidence", list{copied})))
		}
	}
	exempt := func(paper string) change {
		return add("/report/exemptions", list{object{"paper": paper, "ground": "Không phải có."}})
	}
	// Criterion 3.1 a is for those that have to be registered, and farms.
	registered := func(kind string, f found, changes ...change) suite.Case {
		changes = append([]change{replace("/producer/kind", kind), replace("/report/claims/3.1", object{"option": "a", "evidence": list{"ho-so"}})}, changes...)
		return of(dossier("registration/"+kind, proved, f, changes...), "reading/who-shows-registration")
	}
	lacks := found{warning("EVIDENCE-16", "/report/claims/3.1")}
	again := func(c suite.Case, id string) suite.Case {
		c.ID += "/" + id
		return c
	}
	return append(cases,
		registered("registered-household", lacks), registered("cooperative-group", lacks), registered("farm", nil), registered("production-household", nil),
		again(registered("registered-household", nil, add("/evidence/1", piece("dang-ky", "business-registration", 2))), "shown"),
		again(registered("registered-household", nil, exempt("business-registration")), "exempt"),
		again(registered("farm", nil, replace("/report/claims/3.1", object{"option": "a"})), "no-proof"),
		again(registered("registered-household", found{warning("EVIDENCE-09", "/report/claims/3.1"), warning("EVIDENCE-16", "/report/claims/3.1")}, replace("/report/claims/3.1", object{"option": "a"})), "no-proof"),
		dossier("exemption/copy-there", first, found{warning("EVIDENCE-17", "/report/exemptions/0/paper")}, exempt("business-registration"), add("/evidence", list{piece("dang-ky", "business-registration", 2)})),
		dossier("exemption/box-ticked", first, found{warning("EVIDENCE-13", "/report/papers/foodSafety"), warning("EVIDENCE-17", "/report/exemptions/0/paper")}, exempt("food-safety-certificate"), add("/report/papers", object{"foodSafety": true})),
		dossier("exemption/other-paper", first, found{shape("DOSSIER-03", "/report/exemptions/0/paper")}, exempt("test-report")),
		dossier("exemption/no-ground", first, found{shape("DOSSIER-01", "/report/exemptions/0/ground")}, add("/report/exemptions", list{object{"paper": "quality-declaration"}})),
	)
}

// compulsoryPapers are those that a gate of a set prints (Appendix II): an error where
// it prints that they are missing, a warning where it prints a breach of the rules on
// them.
func compulsoryPapers() (cases []suite.Case) {
	for no := 1; no <= 26; no++ {
		set := strconv.Itoa(no)
		cases = append(cases, of(dossier("papers/"+set+"/there", first, nil, ofSet(no, lowest)...), "code/EVIDENCE-12", "code/EVIDENCE-15"))
		papers := gatePapers(no)
		for i, kind := range slices.Sorted(maps.Keys(papers)) {
			lack, reading := found{warning("EVIDENCE-15", "/evidence")}, "reading/breach-found-by-office"
			if papers[kind] {
				lack, reading = found{wrong("EVIDENCE-12", "/evidence")}, "reading/missing-paper-unless-exempt"
			}
			at := "/evidence/" + strconv.Itoa(i)
			id := "papers/" + set + "/" + kind
			add := func(name string, f found, changes ...change) {
				cases = append(cases, of(dossier(id+"/"+name, first, f, ofSet(no, lowest, changes...)...), reading, "compulsory/"+set+"/"+kind))
			}
			expired := append(found{warning("EVIDENCE-06", at+"/expires")}, lack...)
			add("missing", lack, remove(at))
			add("exempt", nil, remove(at), change{Op: "add", Path: "/report/exemptions", Value: text(list{object{"paper": kind, "ground": "Không thuộc diện phải có."}})})
			if no == 13 || no == 15 || no == 19 { // one of each way it is printed
				add("expired", expired, change{Op: "add", Path: at + "/expires", Value: text("2026-06-15")})
			}
		}
	}
	return cases
}

// with is an object with another member.
func with(o object, name string, value any) object {
	o = maps.Clone(o)
	o[name] = value
	return o
}

// hash is that of the file of a number, as piece has it.
func hash(file int) string {
	return piece("", "", file)["file"].(object)["sha256"].(string) //nolint:forcetypeassert // as piece has it
}
