package dossiers

import (
	"encoding/json"
	"strings"

	"github.com/ocop-vn/ocop-go/ocop/conformance/internal/suite"
)

// broken are dossiers that are no JSON, or not as JSON is to be written.
func broken() []suite.Case {
	texts := func(id, document string, f ...finding) suite.Case {
		return suite.Case{ID: "dossier/json/" + id, Rules: found(f).codes(), Text: &document, Expect: found(f).verdict()}
	}
	// what an object with nothing in it lacks, but for some members
	lacks := func(there string, f ...finding) []finding {
		for _, name := range []string{"edition", "application", "producer", "product", "registration", "report"} {
			if name != there {
				f = append(f, shape("DOSSIER-01", "/"+name))
			}
		}
		return f
	}
	notUTF8 := texts("not-utf8", "", unread("JSON-02"))
	notUTF8.Text, notUTF8.Base64 = nil, []byte("{\"edition\":\"\xff\"}")
	depth := strings.Repeat("[", 100) + strings.Repeat("]", 100)
	return []suite.Case{
		texts("nothing", "", unread("JSON-01")),
		texts("cut", `{"edition":"qd26-2026"`, unread("JSON-01")),
		notUTF8,
		texts("two-documents", `[]{}`, shape("JSON-09", ""), unread("JSON-03")),
		dossier("json/too-deep", first, found{unread("JSON-05")}, change{Op: "add", Path: "/extensions", Value: json.RawMessage(`{"vn.example.portal":` + depth + `}`)}),
		texts("member-twice", `{"edition":"qd26-2026","edition":"qd26-2026"}`, lacks("edition", wrong("JSON-06", "/edition"))...),
		texts("empty-object", `{}`, lacks("")...),
		texts("list", `[]`, shape("JSON-09", "")),
		texts("null", `null`, shape("JSON-09", "")),
		texts("number-with-point", `{"report":{"results":{"years":[{"year":2025.0,"revenue":1}]}}}`, lacks("report", wrong("JSON-10", "/report/results/years/0/year"),
			shape("DOSSIER-01", "/report/history"), shape("DOSSIER-01", "/report/organisation"), shape("DOSSIER-01", "/report/claims"), shape("DOSSIER-01", "/report/plan"), shape("DOSSIER-01", "/report/date"),
			shape("DOSSIER-01", "/report/results/materials"), shape("DOSSIER-01", "/report/results/quality"), shape("DOSSIER-01", "/report/results/market"), shape("DOSSIER-01", "/report/results/business"))...),
		dossier("json/unknown-member", first, found{shape("JSON-07", "/colour")}, add("/colour", "red")),
		why(dossier("json/points", first, found{shape("JSON-07", "/report/total")}, add("/report/total", 95)), "points are never given"),
		why(dossier("json/another-case", first, found{shape("JSON-07", "/Evidence")}, add("/Evidence", list{})), "names are told apart by case"),
		dossier("json/text-for-number", first, found{shape("JSON-09", "/registration/samples")}, replace("/registration/samples", "5")),
		dossier("json/number-for-text", first, found{shape("JSON-09", "/producer/phone")}, replace("/producer/phone", 912345678)),
		dossier("json/null-for-object", first, found{shape("JSON-09", "/previous")}, add("/previous", nil)),
	}
}

// required are the members that have to be there, by the document that has them.
var required = []struct {
	base  string
	paths []string
}{
	{first, []string{
		"/edition", "/application", "/producer", "/product", "/registration", "/report",
		"/producer/name", "/producer/kind", "/producer/address", "/producer/phone", "/producer/representative",
		"/producer/representative/name", "/producer/representative/position", "/producer/representative/gender", "/producer/representative/ethnicity", "/producer/representative/address",
		"/product/name", "/product/sector", "/product/group", "/product/set", "/product/specification",
		"/registration/province", "/registration/commune", "/registration/year", "/registration/date",
		"/registration/communeReceipt/number", "/registration/communeReceipt/date", "/registration/communeReceipt/receiver",
		"/report/history", "/report/organisation", "/report/results", "/report/claims", "/report/plan", "/report/date",
		"/report/results/materials", "/report/results/quality", "/report/results/market", "/report/results/business",
		"/report/plan/product", "/report/plan/production", "/report/plan/market", "/report/claims/1.1/option",
	}},
	{upgrade, []string{
		"/evidence/0/id", "/evidence/0/kind", "/evidence/0/file", "/evidence/0/file/name", "/evidence/0/file/mediaType", "/evidence/0/file/size", "/evidence/0/file/sha256",
		"/previous/star", "/previous/decision", "/previous/issued", "/changes/description",
	}},
	{again, []string{
		"/updates/materials", "/updates/technology", "/updates/packaging", "/updates/labels", "/updates/declaration", "/updates/tests",
		"/updates/market", "/updates/output", "/updates/revenue",
	}},
	{recognised, []string{
		"/communeReport/date", "/communeReport/materials", "/communeReport/materials/assessed", "/communeReport/labour/assessed", "/communeReport/idea/assessed", "/communeReport/identity/assessed",
		"/council/date", "/council/established/number", "/council/established/date", "/council/members/0/id", "/council/members/0/answers", "/council/absent/0/office",
		"/provinceProposal/date", "/decision/by", "/decision/number", "/decision/date", "/decision/star",
	}},
}

// fields are rules on a member by itself (DOSSIER-01 to DOSSIER-25).
func fields() (cases []suite.Case) {
	for _, r := range required {
		for _, path := range r.paths {
			cases = append(cases, dossier("missing"+path, r.base, found{shape("DOSSIER-01", path)}, remove(path)))
		}
	}
	for _, c := range []struct {
		id   string
		at   string
		with any
		code string // that is told of it, or after "no " is not
	}{
		{"empty/optional", "/producer/email", "", "DOSSIER-02"},
		{"empty/required", "/producer/name", "", "DOSSIER-01"},

		{"choice/edition", "/edition", "qd148-2023", "DOSSIER-03"},
		{"choice/application", "/application", "second", "DOSSIER-03"},
		{"choice/producer-kind", "/producer/kind", "union", "DOSSIER-03"},
		{"choice/producer-size", "/producer/size", "huge", "DOSSIER-03"},
		{"choice/gender", "/producer/representative/gender", "other", "DOSSIER-03"},

		{"range/year-first", "/registration/year", 2026, "no DOSSIER-04"},
		{"range/year-below", "/registration/year", 2025, "DOSSIER-04"},
		{"range/year-above", "/registration/year", 2101, "DOSSIER-04"},
		{"range/samples-most", "/registration/samples", 1000, "no DOSSIER-04"},
		{"range/samples-above", "/registration/samples", 1001, "DOSSIER-04"},
		{"range/samples-below", "/registration/samples", -1, "DOSSIER-04"},
		{"range/set-above", "/product/set", 27, "DOSSIER-04"},

		{"count/years-most", "/report/results/years", years(2016, 10), "no DOSSIER-05"},
		{"count/years-above", "/report/results/years", years(2015, 11), "DOSSIER-05"},

		{"length/line-most", "/producer/name", strings.Repeat("ệ", 200), "no DOSSIER-07"},
		{"length/line-letters", "/producer/name", strings.Repeat("ệ", 201), "DOSSIER-07"},
		{"length/line-characters", "/producer/name", strings.Repeat("a", 801), "DOSSIER-06"},
		{"length/composed", "/product/name", strings.Repeat("e\u0323\u0302", 200), "no DOSSIER-07"},
		{"length/composed-above", "/product/name", strings.Repeat("e\u0323\u0302", 201), "DOSSIER-07"},
		{"blank", "/product/name", " \u00a0", "DOSSIER-08"},
		{"control/line-break", "/product/name", "Giỏ\nmây", "DOSSIER-09"},
		{"control/delete", "/product/name", "Giỏ\u007fmây", "DOSSIER-09"},
		{"control/line-break-in-prose", "/report/history", "Năm 2019.\nNăm 2020.", "no DOSSIER-09"},

		{"date/leap-day", "/producer/founded", "2024-02-29", "no DOSSIER-10"},
		{"date/no-such-day", "/producer/founded", "2025-02-29", "DOSSIER-10"},
		{"date/short", "/producer/founded", "2024-2-9", "DOSSIER-10"},
		{"date/with-time", "/producer/founded", "2024-02-09T00:00:00Z", "DOSSIER-10"},
		{"date/day-first", "/producer/founded", "09-02-2024", "DOSSIER-10"},
		{"phone/landline", "/producer/phone", "+84 24 3822 1234", "no DOSSIER-11"},
		{"phone/short", "/producer/phone", "12345", "DOSSIER-11"},
		{"email", "/producer/email", "htx@example.vn", "no DOSSIER-12"},
		{"email/no-domain", "/producer/email", "htx", "DOSSIER-12"},
		{"tax-code/ten", "/producer/taxCode", "0100109106", "no DOSSIER-14"},
		{"tax-code/branch", "/producer/taxCode", "0100109106-001", "no DOSSIER-14"},
		{"tax-code/person", "/producer/taxCode", "001099012345", "no DOSSIER-13"},
		{"tax-code/eleven", "/producer/taxCode", "00109901234", "DOSSIER-13"},
		{"tax-code/check-digit", "/producer/taxCode", "0100109107", "DOSSIER-14"},
		{"province/before-2025", "/registration/province", "02", "DOSSIER-15"},
		{"commune/four", "/registration/commune", "2413", "DOSSIER-16"},
		{"product-code", "/product/code", "66-24133-01-2026", "no DOSSIER-20"},
		{"product-code/two-parts", "/product/code", "66-1", "DOSSIER-20"},
		{"product-code/serial-most", "/product/code", "66-24133-123456-2026", "no DOSSIER-20"},
		{"product-code/serial-above", "/product/code", "66-24133-1234567-2026", "DOSSIER-20"},
		{"receipt/letters", "/registration/communeReceipt/number", "0A-B7/PĐK-66-24133-2026", "no DOSSIER-21"},
		{"receipt/serial-most", "/registration/communeReceipt/number", strings.Repeat("1", 20) + "-" + strings.Repeat("A", 20) + "/PĐK-66-24133-2026", "no DOSSIER-21"},
		{"receipt/serial-above", "/registration/communeReceipt/number", strings.Repeat("1", 21) + "-7/PĐK-66-24133-2026", "DOSSIER-21"},
		{"receipt/no-serial", "/registration/communeReceipt/number", "7", "DOSSIER-21"},
		{"receipt/lookalike", "/registration/communeReceipt/number", "01-07/P\u00d0K-66-24133-2026", "DOSSIER-23"},
		{"extension", "/extensions", object{"vn.example.portal": object{"ma": 7}}, "no DOSSIER-24"},
	} {
		cases = append(cases, field(c.id, first, c.at, c.with, c.code))
	}
	cases = append(cases, dossier("field/extension/no-domain", first, found{shape("DOSSIER-24", "/extensions/portal")}, add("/extensions", object{"portal": 1})))
	for _, c := range []struct {
		id   string
		at   string
		with any
		code string
	}{
		{"count/changes-none", "/changes/evidence", list{}, "DOSSIER-05"},
		{"range/star-below", "/previous/star", 2, "DOSSIER-04"},
		{"range/star-above", "/previous/star", 6, "DOSSIER-04"},
		{"choice/evidence-kind", "/evidence/0/kind", "photo", "DOSSIER-03"},
		{"choice/media-type", "/evidence/0/file/mediaType", "text/html", "DOSSIER-03"},
		{"id", "/evidence/0/id", "hồ sơ", "DOSSIER-17"},
		{"hash/short", "/evidence/0/file/sha256", "ab", "DOSSIER-18"},
		{"hash/capitals", "/evidence/0/file/sha256", strings.Repeat("A", 64), "DOSSIER-18"},
		{"file-name/path", "/evidence/0/file/name", "../ho-so.pdf", "DOSSIER-19"},
		{"file-name/backslash", "/evidence/0/file/name", `..\ho-so.pdf`, "DOSSIER-19"},
		{"file-name/script", "/evidence/0/file/name", "<b>.pdf", "DOSSIER-19"},
		{"file-name/device", "/evidence/0/file/name", "CON.pdf", "DOSSIER-19"},
		{"file-name/hidden", "/evidence/0/file/name", ".pdf", "DOSSIER-19"},
		{"file-name/program", "/evidence/0/file/name", "ho-so.exe", "DOSSIER-19"},
		{"file-name/vietnamese", "/evidence/0/file/name", "hồ sơ.pdf", "no DOSSIER-19"},
		{"pages/one", "/evidence/0/pages", "3", "no DOSSIER-25"},
		{"pages/range", "/evidence/0/pages", "12-15", "no DOSSIER-25"},
		{"pages/zero", "/evidence/0/pages", "3-0", "DOSSIER-25"},
	} {
		cases = append(cases, field(c.id, upgrade, c.at, c.with, c.code))
	}
	for _, c := range []struct {
		id   string
		at   string
		with any
		code string
	}{
		{"choice/council-form", "/council/form", "by-mail", "DOSSIER-03"},
		{"choice/office", "/council/absent/0/office", "police", "DOSSIER-03"},
		{"choice/decider", "/decision/by", "commune", "DOSSIER-03"},
	} {
		cases = append(cases, field(c.id, recognised, c.at, c.with, c.code))
	}
	return append(cases,
		of(dossier("field/quorum/share", recognised, nil, add("/council/policy", object{"quorum": "1/1"}), add("/council/seats", 1)), "code/DOSSIER-22"),
		dossier("field/quorum/percent", recognised, found{shape("DOSSIER-22", "/council/policy/quorum")}, add("/council/policy", object{"quorum": "75%"})))
}

// field is a case of a member with another value.
func field(id, base, at string, with any, code string) suite.Case {
	if not, ok := strings.CutPrefix(code, "no "); ok {
		return of(dossier("field/"+id, base, nil, add(at, with)), "code/"+not)
	}
	f := shape(code, at)
	if code == "DOSSIER-07" || code == "DOSSIER-14" { // letters and check digits are beyond a JSON Schema
		f = wrong(code, at)
	}
	return dossier("field/"+id, base, found{f}, add(at, with))
}

// years are results of some years.
func years(first, n int) (years list) {
	for year := range n {
		years = append(years, object{"year": first + year, "revenue": 1})
	}
	return years
}
