package registers

import (
	"strings"

	"github.com/ocop-vn/ocop-go/ocop/conformance/internal/suite"
)

// recordCase is a case of one record: changes of the least one, and what is found.
type recordCase struct {
	id    string
	why   string
	rules []string
	patch []suite.Change
	found []finding
}

func records(name string, list []recordCase) suite.File {
	t := newTopic(suite.Record, name)
	for _, c := range list {
		t.add(suite.Case{ID: c.id, Why: c.why, Base: baseRecord, Patch: c.patch, Expect: verdict(c.found...)}, c.rules...)
	}
	return t.File
}

func found(list ...finding) []finding { return list }

// shapes are cases of what a record's members must be, and which must be there.
func shapes() suite.File {
	list := []recordCase{
		{id: "least", why: "the least record of a recognised product"},
		{id: "code/shape", patch: patch(set("/code", "66-24277-2026")), found: found(wrong("DOSSIER-20", "/code"))},
		{id: "set/0", patch: patch(set("/set", 0)), found: found(wrong("DOSSIER-01", "/set"))},
		{id: "set/1", patch: patch(set("/set", 1))},
		{id: "set/26", patch: patch(set("/set", 26))},
		{id: "set/27", patch: patch(set("/set", 27)), found: found(wrong("DOSSIER-04", "/set"))},
		{id: "star/6", patch: patch(set("/star", 6)), found: found(wrong("DOSSIER-04", "/star"))},
		{id: "star/1", patch: patch(set("/star", 1)), found: found(wrong("RECORD-04", "/star")), why: "what is recognised has 3 stars or more (Article 4.1)"},
		{id: "star/2", patch: patch(set("/star", 2)), found: found(wrong("RECORD-04", "/star"))},
		{id: "star/3", patch: patch(set("/star", 3))},
		{id: "edition/unknown", patch: patch(set("/edition", "qd27-2027")), found: found(wrong("DOSSIER-03", "/edition"))},
		{id: "kind/unknown", patch: patch(set("/producer/kind", "company")), found: found(wrong("DOSSIER-03", "/producer/kind"))},
		{id: "size/unknown", patch: patch(set("/producer/size", "huge")), found: found(wrong("DOSSIER-03", "/producer/size"))},
		{id: "state/unknown", patch: patch(set("/state", "expired")), found: found(wrong("DOSSIER-03", "/state"))},
		{id: "authority/unknown", patch: patch(set("/authority", "commune")), found: found(wrong("DOSSIER-03", "/authority"))},
		{id: "DOSSIER-26/province", patch: patch(set("/province", "6")), found: found(wrong("DOSSIER-26", "/province"))},
		{id: "DOSSIER-27/comma", patch: patch(set("/total", "75,5")), found: found(wrong("DOSSIER-27", "/total"))},
		{id: "DOSSIER-27/three-decimals", patch: patch(set("/total", "75.555")), found: found(wrong("DOSSIER-27", "/total"))},
		{id: "DOSSIER-27/over-100", patch: patch(set("/total", "100.01"), set("/star", 4)), found: found(wrong("DOSSIER-27", "/total"))},
		{id: "total/two-decimals", patch: patch(set("/total", "75.55"))},
		{id: "total/100", patch: patch(set("/total", "100"))},
		{id: "DOSSIER-28/trace", patch: patch(set("/trace", "javascript:alert(1)")), found: found(wrong("DOSSIER-28", "/trace"))},
		{id: "channel/unknown", patch: patch(set("/channels", []string{"market"})), found: found(wrong("DOSSIER-03", "/channels/0"))},
		{id: "RECORD-03/channel-twice", patch: patch(set("/channels", []string{"shop", "export", "shop"})), found: found(wrong("RECORD-03", "/channels/2"))},
		{id: "channels/all", patch: patch(set("/channels", []string{"supermarket", "convenience-store", "e-commerce", "shop", "export"}))},
		{id: "unknown-member", patch: patch(set("/note", "x")), found: found(wrong("JSON-07", "/note"))},
	}
	for _, name := range []string{"product", "set", "edition", "producer", "province", "commune", "state"} {
		list = append(list, recordCase{id: "missing/" + name, patch: patch(drop("/" + name)), found: found(wrong("DOSSIER-01", "/"+name))})
	}
	f := records("shapes", list)
	t := topic{f}
	read := func(id, why, text string, told ...finding) {
		t.add(suite.Case{ID: "text/" + id, Why: why, Text: &text, Expect: verdict(told...)})
	}
	whole := string(raw(product()))
	read("decomposed", "texts may come decomposed", strings.Replace(whole, "Cà phê", "Ca\u0300 phe\u0302", 1))
	read("member-twice", "", strings.Replace(whole, "{", `{"set":13,`, 1), wrong("JSON-06", "/set"))
	read("null", "a member that is not there is left out", strings.Replace(whole, "{", `{"trace":null,`, 1), wrong("JSON-09", "/trace"))
	read("number-as-text", "", strings.Replace(whole, `"set":13`, `"set":"13"`, 1), wrong("JSON-09", "/set"))
	read("behind", "", whole+"{}", wrong("JSON-03", ""))
	read("cut", "", whole[:len(whole)-1], broken())
	return t.File
}

// rules are cases of what the members of a record say of each other.
func rules() suite.File {
	five := func(total string) []suite.Change {
		return patch(set("/star", 5), set("/authority", "ministry"), set("/total", total))
	}
	parts := func(total, a, b, c string) []suite.Change {
		return patch(set("/total", total), set("/parts", object{"A": a, "B": b, "C": c}))
	}
	dated := func(edition, code, issued, expires string) []suite.Change {
		return patch(set("/edition", edition), set("/code", code), set("/issued", issued), set("/expires", expires))
	}
	// Before July 2025 a code had five parts and the place was a commune of that time.
	older := func(edition, issued, expires string) []suite.Change {
		return append(dated(edition, "66-643-24133-1-"+issued[:4], issued, expires), set("/commune", "24133"))
	}
	extended := func(until string) []suite.Change {
		return patch(set("/state", "extended"), set("/extendedUntil", until))
	}
	taxed := func(code string) []suite.Change { return patch(set("/producer/taxCode", code)) }
	return records("rules", []recordCase{
		// Article 3.3: 90, 70 and 50 points, never rounded.
		{id: "REGISTER-10/5-below", rules: []string{"record/star-of-total"}, patch: five("89.99"), found: found(wrong("REGISTER-10", "/star")), why: "5 stars need 90 points (Article 3.3)"},
		{id: "star/5-least", patch: five("90")},
		{id: "REGISTER-10/4-below", patch: patch(set("/total", "69.99")), found: found(wrong("REGISTER-10", "/star"))},
		{id: "star/4-least", patch: patch(set("/total", "70"))},
		{id: "REGISTER-10/3-below", patch: patch(set("/star", 3), set("/total", "49.99")), found: found(wrong("REGISTER-10", "/star"))},
		{id: "star/3-least", patch: patch(set("/star", 3), set("/total", "50"))},
		{id: "star/under-its-band", patch: patch(set("/star", 3), set("/total", "95")), why: "a minimum that was missed holds the star back"},
		{id: "REGISTER-11/ministry-3", patch: patch(set("/star", 3), set("/authority", "ministry")), found: found(wrong("REGISTER-11", "/authority")), why: "3 and 4 stars are for the province, 5 for the ministry (Article 4.1)"},
		{id: "REGISTER-11/ministry-4", patch: patch(set("/authority", "ministry")), found: found(wrong("REGISTER-11", "/authority"))},
		{id: "REGISTER-11/province-5", patch: append(five("95"), set("/authority", "province")), found: found(wrong("REGISTER-11", "/authority"))},
		// Averages that are cut off after two decimals can add up to 0.02 less than their sum's.
		{id: "parts/add-up", rules: []string{"record/parts-cut-off"}, patch: parts("75", "30", "20", "25")},
		{id: "parts/0.02-less", patch: parts("75", "30", "20", "24.98"), why: "three averages, each cut off after two decimals"},
		{id: "REGISTER-12/0.03-less", patch: parts("75", "30", "20", "24.97"), found: found(doubt("REGISTER-12", "/parts"))},
		{id: "REGISTER-12/0.01-more", patch: parts("75", "30", "20", "25.01"), found: found(doubt("REGISTER-12", "/parts"))},
		{id: "parts/full", patch: parts("100", "40", "25", "35")},
		{id: "REGISTER-13/A", patch: parts("80", "40.01", "20", "19.99"), found: found(doubt("REGISTER-13", "/parts/A")), why: "A has 40 points, B 25, C 35 (Article 3.1)"},
		{id: "REGISTER-13/B", patch: parts("80", "30", "25.01", "24.99"), found: found(doubt("REGISTER-13", "/parts/B"))},
		{id: "REGISTER-13/C", patch: parts("80", "30", "14.99", "35.01"), found: found(doubt("REGISTER-13", "/parts/C"))},
		{id: "parts/of-2019", patch: append(older("qd1048-2019", "2022-08-05", "2025-08-05"), parts("75", "15", "20", "40")...), why: "in 2019 part C had 40 points and A 35"},
		{id: "REGISTER-13/of-2019", patch: append(older("qd1048-2019", "2022-08-05", "2025-08-05"), parts("75", "36", "20", "19")...), found: found(doubt("REGISTER-13", "/parts/A"))},
		// The editions: of 21 August 2019, of 24 February 2023, of 22 May 2026.
		{id: "REGISTER-14/before", rules: []string{"record/edition"}, patch: older("qd1048-2019", "2019-08-20", "2022-08-20"), found: found(wrong("REGISTER-14", "/issued"))},
		{id: "edition/first-day-2019", patch: older("qd1048-2019", "2019-08-21", "2022-08-21")},
		{id: "REGISTER-15/before-2023", patch: older("qd148-2023", "2023-02-23", "2026-02-23"), found: found(doubt("REGISTER-15", "/issued"))},
		{id: "edition/first-day-2023", patch: older("qd148-2023", "2023-02-24", "2026-02-24")},
		{id: "REGISTER-15/before-2026", patch: patch(set("/issued", "2026-05-21"), set("/expires", "2029-05-21")), found: found(doubt("REGISTER-15", "/issued"))},
		{id: "edition/first-day-2026", patch: patch(set("/issued", "2026-05-22"), set("/expires", "2029-05-22"))},
		// Article 4.3: 36 months; Article 12.1: what the certificate prints.
		{id: "REGISTER-16/expires", patch: patch(set("/expires", "2026-08-04")), found: found(wrong("REGISTER-16", "/expires"))},
		{id: "REGISTER-17/that-day", patch: patch(set("/expires", "2026-08-05")), found: found(doubt("REGISTER-17", "/expires"))},
		{id: "REGISTER-17/day-before", rules: []string{"reading/printed-end-first", "reading/last-day-of-certificate"}, patch: patch(set("/expires", "2029-08-04")), found: found(doubt("REGISTER-17", "/expires")), why: "36 months end on the day of the same number (Article 4.3); the printed day is used"},
		{id: "REGISTER-17/day-after", patch: patch(set("/expires", "2029-08-06")), found: found(doubt("REGISTER-17", "/expires"))},
		{id: "term/month-end", patch: older("qd148-2023", "2024-02-29", "2027-02-28"), why: "36 months after 29 February 2024: 2027 has none"},
		{id: "REGISTER-16/withdrawn", patch: patch(set("/state", "withdrawn"), set("/withdrawn", "2026-08-04"), set("/ground", "mark-misused")), found: found(wrong("REGISTER-16", "/withdrawn"))},
		{id: "withdrawn/that-day", patch: patch(set("/state", "withdrawn"), set("/withdrawn", "2026-08-05"), set("/ground", "mark-misused"))},
		// Article 12.3: at most 180 days past the certificate's last day.
		{id: "REGISTER-18/no-longer", rules: []string{"record/extension"}, patch: extended("2029-08-05"), found: found(wrong("REGISTER-18", "/extendedUntil"))},
		{id: "extended/one-day", patch: extended("2029-08-06")},
		{id: "extended/180-days", patch: extended("2030-02-01")},
		{id: "REGISTER-18/181-days", patch: extended("2030-02-02"), found: found(wrong("REGISTER-18", "/extendedUntil"))},
		// Places.
		{id: "REGISTER-19/commune", rules: []string{"record/place"}, patch: patch(set("/commune", "24280")), found: found(wrong("REGISTER-19", "/code"))},
		{id: "REGISTER-19/province", patch: patch(set("/province", "68")), found: found(wrong("REGISTER-19", "/code"))},
		{id: "place/older-as-it-was", patch: older("qd148-2023", "2024-08-05", "2027-08-05"), why: "five parts before July 2025: the commune of that time"},
		{id: "place/older-as-it-is-now", patch: patch(set("/edition", "qd148-2023"), set("/code", "54-555-22015-1-2024"), set("/issued", "2024-08-05"), set("/expires", "2027-08-05")), why: "Phú Yên (54) is part of Đắk Lắk (66) now"},
		{id: "REGISTER-19/older-elsewhere", patch: patch(set("/edition", "qd148-2023"), set("/code", "67-660-24631-1-2024"), set("/issued", "2024-08-05"), set("/expires", "2027-08-05")), found: found(wrong("REGISTER-19", "/code")), why: "Đắk Nông (67) is part of Lâm Đồng (68) now"},
		{id: "place/no-code", patch: patch(drop("/code"), set("/state", "refused"), drop("/issued"), drop("/expires"), drop("/authority"), drop("/decision"))},
		{id: "CODE-02/of-before", rules: []string{"record/place"}, patch: patch(set("/code", "67-24277-1-2026"), set("/province", "67")), found: found(wrong("CODE-02", "/code")), why: "67 was Đắk Nông until July 2025"},
		{id: "CODE-03/commune", patch: patch(set("/code", "66-99999-1-2026"), set("/commune", "99999")), found: found(wrong("CODE-03", "/code"))},
		{id: "CODE-04/other-province", patch: patch(set("/code", "01-24277-1-2026"), set("/province", "01")), found: found(wrong("CODE-04", "/code"))},
		{id: "REGISTER-20/later-year", patch: patch(set("/code", "66-24277-1-2027")), found: found(doubt("REGISTER-20", "/code"))},
		{id: "code/earlier-year", patch: patch(set("/code", "66-24277-1-2025")), why: "a code may be given before the certificate"},
		// Tax codes: the tenth digit is 10 less the weighted sum (31 29 23 19 17 13 7 5 3) modulo 11.
		{id: "taxCode/fits", rules: []string{"record/tax-code"}, patch: taxed("0100109106")},
		{id: "REGISTER-21/digit", patch: taxed("0100109107"), found: found(doubt("REGISTER-21", "/producer/taxCode"))},
		{id: "taxCode/branch", patch: taxed("0100109106-001")},
		{id: "REGISTER-21/branch", patch: taxed("0100109107-001"), found: found(doubt("REGISTER-21", "/producer/taxCode"))},
		{id: "taxCode/personal", patch: taxed("001099012345"), why: "a household's or a farm's can be a personal number, which has no check digit"},
		{id: "REGISTER-22/star-alone", patch: patch(set("/previousStar", 3)), found: found(doubt("REGISTER-22", "/previousStar"))},
		{id: "previous/both", patch: patch(set("/previous", "66-24277-9-2025"), set("/previousStar", 3))},
		{id: "previous/code-alone", patch: patch(set("/previous", "66-24277-9-2025"))},
	})
}

// states are cases of what each state asks for and rules out.
func states() suite.File {
	certificate := []string{"code", "star", "total", "decision", "authority", "issued", "expires"}
	extension, withdrawal := set("/extendedUntil", "2029-11-01"), patch(set("/withdrawn", "2027-01-10"), set("/ground", "mark-misused"))
	refused := patch(set("/state", "refused"))
	for _, name := range certificate {
		refused = append(refused, drop("/"+name))
	}
	in := map[string][]suite.Change{
		"recognised": {},
		"extended":   patch(set("/state", "extended"), extension),
		"withdrawn":  append(patch(set("/state", "withdrawn")), withdrawal...),
		"refused":    refused,
	}
	list := []recordCase{
		{id: "state/refused/with-certificate", patch: patch(set("/state", "refused")), why: "the certificate of before is still there"},
		{id: "state/refused/under-3", patch: patch(set("/state", "refused"), set("/star", 2), set("/total", "45")), why: "a star under 3 is no recognition (Article 4.1)"},
		{id: "state/withdrawn/after-extension", patch: append(in["withdrawn"], extension)},
	}
	for _, state := range []string{"recognised", "extended", "withdrawn", "refused"} {
		base := in[state]
		with := func(changes ...suite.Change) []suite.Change { return append(base[:len(base):len(base)], changes...) }
		list = append(list, recordCase{id: "state/" + state, rules: []string{"state/" + state}, patch: base})
		if state != "refused" {
			for _, name := range certificate {
				list = append(list, recordCase{id: "RECORD-01/" + state + "/" + name, patch: with(drop("/" + name)), found: found(wrong("RECORD-01", "/"+name))})
			}
		}
		switch state {
		case "extended":
			list = append(list, recordCase{id: "RECORD-01/extended/extendedUntil", patch: with(drop("/extendedUntil")), found: found(wrong("RECORD-01", "/extendedUntil"))})
		case "withdrawn":
			for _, name := range []string{"withdrawn", "ground"} {
				list = append(list, recordCase{id: "RECORD-01/withdrawn/" + name, patch: with(drop("/" + name)), found: found(wrong("RECORD-01", "/"+name))})
			}
			continue // an extension may stand with it
		}
		for _, change := range append(withdrawal, extension) {
			if name := change.Path; state != "extended" || name != "/extendedUntil" {
				list = append(list, recordCase{id: "RECORD-02/" + state + name, patch: with(change), found: found(wrong("RECORD-02", name))})
			}
		}
	}
	return records("states", list)
}

// public are cases of what of a record may be shown to everybody: no personal number.
func public() suite.File {
	t := newTopic(suite.Record, "public")
	show := func(id, why string, from object, changes object) {
		expect := string(raw(product(from, changes)))
		t.add(suite.Case{ID: "public/" + id, Why: why, Input: raw(product(from)), With: suite.With{Action: "public"}, Expect: raw(object{"text": expect})}, "record/public")
	}
	taxed := func(kind, code string) object {
		return object{"producer": object{"name": "Ea Kao", "kind": kind, "taxCode": code}}
	}
	without := func(kind string) object { return object{"producer": object{"name": "Ea Kao", "kind": kind}} }
	for _, kind := range []string{"cooperative", "enterprise", "association", "federation", "operating-centre", "equivalent"} {
		show("tax-code/"+kind, "the tax code of a legal person", taxed(kind, "0100109106"), nil)
	}
	for _, kind := range []string{"cooperative-group", "farm", "production-household", "registered-household"} {
		show("no-tax-code/"+kind, "it can be its owner's personal number", taxed(kind, "0100109106"), without(kind))
	}
	show("no-personal-number", "", taxed("cooperative", "001099012345"), without("cooperative"))
	show("struck-out", "twelve digits that begin with 0 in a text are a personal number", object{"decision": "1234/QĐ 001099012345"}, object{"decision": "1234/QĐ …"})
	t.add(suite.Case{ID: "public/refused", Why: "a refusal is its producer's affair", Input: raw(product(object{"state": "refused"})), With: suite.With{Action: "public"}, Expect: raw(object{"text": nil})}, "record/public")
	return t.File
}
