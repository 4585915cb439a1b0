package scores

import (
	"strconv"
	text "strings"

	"github.com/ocop-vn/ocop-go/ocop/conformance/internal/suite"
)

// refusedSheets are sheets that have no result, each for one reason.
func refusedSheets() []suite.Case {
	sheet := func(set any, answers object, more object) object {
		doc := object{"edition": edition, "set": set, "answers": answers}
		for name, value := range more {
			doc[name] = value
		}
		return doc
	}
	none, empty := object{}, object{}
	var many []string // unknown gates, one more than is told
	var gates []problem
	for i := range 101 {
		many = append(many, "no-such-gate")
		if i < 100 {
			gates = append(gates, schema("SHEET-06", "/gates/"+strconv.Itoa(i)))
		}
	}
	return []suite.Case{
		refuses("unknown-edition", object{"edition": "qd99-2030", "set": 13, "answers": empty}, schema("SHEET-01", "/edition")),
		refuses("earlier-edition", object{"edition": "qd148-2023", "set": 13, "answers": empty}, schema("SHEET-01", "/edition"), rule("EDITION-03", "/edition")),
		refuses("edition-in-capitals", object{"edition": "QD26-2026", "set": 13, "answers": empty}, schema("SHEET-01", "/edition")),
		refuses("set-0", sheet(0, empty, none), schema("SHEET-04", "/set")),
		refuses("set-27", sheet(27, empty, none), schema("SHEET-04", "/set")),
		refuses("set-below-0", sheet(-1, empty, none), schema("SHEET-04", "/set")),
		refuses("unknown-criterion", sheet(13, object{"1.8": "a"}, none), schema("SHEET-02", "/answers/1.8")),
		refuses("criterion-of-another-set", sheet(13, object{"12": "a"}, none), schema("SHEET-02", "/answers/12")),
		refuses("section-is-no-criterion", sheet(13, object{"6.1": "a"}, none), schema("SHEET-02", "/answers/6.1")),
		refuses("name-with-slash", sheet(13, object{"1/1~": "a"}, none), schema("SHEET-02", "/answers/1~11~0")),
		refuses("unknown-option", sheet(13, object{"1.1": "d"}, none), schema("SHEET-03", "/answers/1.1")),
		refuses("option-in-capitals", sheet(13, object{"1.1": "A"}, none), schema("SHEET-03", "/answers/1.1")),
		refuses("option-empty", sheet(13, object{"1.1": ""}, none), schema("SHEET-03", "/answers/1.1")),
		refuses("option-of-yes-or-no", sheet(13, object{"2.4": "a"}, none), schema("SHEET-03", "/answers/2.4")),
		refuses("option-without-its-case", sheet(26, object{"8": "a"}, none), schema("SHEET-03", "/answers/8")),
		refuses("none-beside-zero", sheet(13, object{"1.2": "none"}, none), schema("SHEET-05", "/answers/1.2")),
		refuses("points-for-an-option", sheet(13, object{"1.1": 3}, none), schema("JSON-09", "/answers/1.1")),
		refuses("null-for-an-option", sheet(13, object{"1.1": nil}, none), schema("JSON-09", "/answers/1.1")),
		refuses("unknown-gate", sheet(13, empty, object{"gates": strings("no-such-gate")}), schema("SHEET-06", "/gates/0")),
		refuses("gate-of-another-set", sheet(13, empty, object{"gates": strings("common-staple")}), schema("SHEET-07", "/gates/0")),
		refuses("gate-in-a-set-without", sheet(26, empty, object{"gates": strings("forged-dossier")}), schema("SHEET-07", "/gates/0")),
		refuses("derived-gate", sheet(16, empty, object{"gates": strings("zero-sensory-point")}), schema("SHEET-08", "/gates/0")),
		refuses("gate-twice", sheet(13, empty, object{"gates": strings("identical-product", "identical-product")}), schema("SHEET-09", "/gates/1")),
		refuses("text-empty", sheet(13, empty, object{"about": object{"product": ""}}), schema("SHEET-12", "/about/product")),
		refuses("text-of-two-lines", sheet(13, empty, object{"about": object{"product": "a\nb"}}), schema("SHEET-12", "/about/product")),
		refuses("text-that-moves", sheet(13, empty, object{"about": object{"product": "a\u202eb"}}), schema("SHEET-12", "/about/product")),
		refuses("text-of-301-letters", sheet(13, empty, object{"about": object{"producer": text.Repeat("đ", 301)}}), schema("SHEET-12", "/about/producer")),
		refuses("note-of-501-letters", sheet(13, empty, object{"notes": object{"1.1": text.Repeat("đ", 501)}}), schema("SHEET-12", "/notes/1.1")),
		refuses("note-on-no-criterion", sheet(13, empty, object{"notes": object{"99": "x"}}), schema("SHEET-02", "/notes/99")),
		refuses("day-that-is-none", sheet(13, empty, object{"about": object{"day": "2026-02-29"}}), schema("DATE-01", "/about/day")),
		refuses("evidence-that-is-no-id", sheet(13, empty, object{"evidence": object{"1.1": strings("No Id")}}), schema("SHEET-13", "/evidence/1.1/0")),
		refuses("evidence-twice", sheet(13, empty, object{"evidence": object{"1.1": strings("other", "other")}}), schema("SHEET-13", "/evidence/1.1/1")),

		refuses("unknown-member", sheet(13, empty, object{"points": 100}), schema("JSON-07", "/points")),
		refuses("member-in-capitals", `{"edition":"qd26-2026","set":13,"answers":{},"Gates":[]}`, schema("JSON-07", "/Gates")),
		refuses("no-edition", object{"set": 13, "answers": empty}, schema("JSON-08", "")),
		refuses("no-set", object{"edition": edition, "answers": empty}, schema("JSON-08", "")),
		refuses("no-answers", object{"edition": edition, "set": 13}, schema("JSON-08", "")),
		refuses("set-as-text", sheet("13", empty, none), schema("JSON-09", "/set")),
		refuses("set-with-a-half", sheet(13.5, empty, none), schema("JSON-09", "/set")),
		refuses("set-null", sheet(nil, empty, none), schema("JSON-09", "/set")),
		refuses("answers-as-list", `{"edition":"qd26-2026","set":13,"answers":[]}`, schema("JSON-09", "/answers")),
		refuses("gates-as-text", sheet(13, empty, object{"gates": "identical-product"}), schema("JSON-09", "/gates")),
		refuses("a-list", `[]`, schema("JSON-09", "")),
		refuses("null", `null`, schema("JSON-09", "")),
		refuses("set-as-13.0", `{"edition":"qd26-2026","set":13.0,"answers":{}}`, rule("JSON-10", "/set")),
		refuses("set-as-1.3e1", `{"edition":"qd26-2026","set":1.3e1,"answers":{}}`, rule("JSON-10", "/set")),
		refuses("duplicate-member", `{"edition":"qd26-2026","set":13,"answers":{},"answers":{}}`, rule("JSON-06", "/answers")),
		refuses("duplicate-answer", `{"edition":"qd26-2026","set":13,"answers":{"1.1":"a","1.1":"a"}}`, rule("JSON-06", "/answers/1.1")),
		refuses("duplicate-by-escape", `{"edition":"qd26-2026","set":13,"answers":{"1.1":"a","1\u002e1":"a"}}`, rule("JSON-06", "/answers/1.1")),
		refuses("empty", ``, unread("JSON-01")),
		refuses("cut-off", `{"edition":"qd26-2026","set":13,"answers":{`, unread("JSON-01")),
		refuses("comment", `{"edition":"qd26-2026","set":13,"answers":{}/**/}`, unread("JSON-01")),
		refuses("trailing-comma", `{"edition":"qd26-2026","set":13,"answers":{},}`, unread("JSON-01")),
		refuses("single-quotes", `{'edition':'qd26-2026','set':13,'answers':{}}`, unread("JSON-01")),
		refuses("leading-zero", `{"edition":"qd26-2026","set":013,"answers":{}}`, unread("JSON-01")),
		refuses("byte-order-mark", []byte("\xef\xbb\xbf{\"edition\":\"qd26-2026\",\"set\":13,\"answers\":{}}"), unread("JSON-01")),
		refuses("not-utf-8", []byte("{\"edition\":\"qd26-2026\",\"set\":13,\"answers\":{\"1.1\":\"\xff\"}}"), unread("JSON-02")),
		refuses("half-a-surrogate", `{"edition":"qd26-2026","set":13,"answers":{"1.1":"\ud800"}}`, unread("JSON-01")),
		refuses("two-documents", `{"edition":"qd26-2026","set":13,"answers":{}}{}`, unread("JSON-03")),
		refuses("too-large", `{"edition":"qd26-2026","set":13,"answers":{}}`+text.Repeat(" ", 64<<10-44), rule("JSON-04", "")),
		refuses("too-deep", `{"edition":"qd26-2026","set":13,"answers":{"1.1":`+text.Repeat("[", 15)+text.Repeat("]", 15)+`}}`, schema("JSON-09", "/answers/1.1"), rule("JSON-05", "/answers/1.1"+text.Repeat("/0", 14))),
		refuses("too-many-members", `{"edition":"qd26-2026","set":13,"answers":{},"x":[`+text.Repeat("0,", 2000)+`0]}`, schema("JSON-07", "/x"), rule("JSON-12", "")),
		refuses("more-problems-than-are-told", sheet(13, empty, object{"gates": many}), append(gates, rule("JSON-11", ""))...),
	}
}
