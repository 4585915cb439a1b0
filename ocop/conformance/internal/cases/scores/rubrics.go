package scores

import (
	"encoding/json"

	"github.com/ocop-vn/ocop-go/ocop/conformance/internal/suite"
)

// rubrics are rubrics that a program loads beside the one in force: a small one of a
// single set, changed in one place.
func rubrics() suite.File {
	const base = "rubric.json"
	set := func(op, path string, value ...any) suite.Change {
		c := suite.Change{Op: op, Path: path}
		for _, v := range value {
			c.Value = raw(v)
		}
		return c
	}
	valid := func(id, rule string, changes ...suite.Change) suite.Case {
		return suite.Case{ID: id, Rules: strings("rubric/" + rule), Base: base, Patch: changes, Expect: raw(object{"valid": true, "problems": []problem{}})}
	}
	wrong := func(id string, p problem, changes ...suite.Change) suite.Case {
		return suite.Case{ID: id, Rules: strings("code/" + p.Code), Base: base, Patch: changes, Expect: raw(object{"valid": false, "problems": []problem{p}})}
	}
	const (
		parts  = "/sets/0/parts"
		origin = parts + "/0/sections/0/criteria/0"
		output = parts + "/0/sections/0/criteria/1"
		told   = parts + "/1/sections/0/criteria/1"
		taste  = parts + "/2/sections/0/criteria/0"
	)
	text := object{"vi": "Chữ", "en": "Text"}
	return file(suite.Rubric, "rubrics",
		valid("whole", "read"),
		valid("bands-left-out", "own-bands", set("remove", "/bands")),
		valid("other-bands", "own-bands", set("replace", "/bands/0/least", 95)),
		valid("other-parts", "own-bands", set("replace", parts+"/0/max", 39), set("replace", parts+"/0/sections/0/max", 39), set("replace", origin+"/max", 29), set("replace", origin+"/options/1/points", 29),
			set("replace", parts+"/2/max", 36), set("replace", parts+"/2/sections/0/max", 36), set("replace", taste+"/max", 36), set("replace", taste+"/options/1/points", 36)),
		valid("without-what-is-beside", "optional-members", set("remove", "/errata"), set("remove", "/oddities"), set("remove", "/sectors"), set("remove", "/ministries"),
			set("remove", "/sets/0/class"), set("remove", "/sets/0/gates"), set("remove", origin+"/evidence"), set("remove", "/evidence")),

		wrong("code/edition", rule("RUBRIC-01", "/edition"), set("replace", "/edition", "Small 2030")),
		wrong("code/set-0", rule("RUBRIC-01", "/sets/0/no"), set("replace", "/sets/0/no", 0), set("remove", "/errata"), set("remove", "/oddities")),
		wrong("code/of-another-section", rule("RUBRIC-01", taste+"/code"), set("replace", taste+"/code", "4"), set("remove", "/sets/0/gates/1"), set("remove", "/oddities")),
		wrong("code/option", rule("RUBRIC-01", taste+"/options/1/code"), set("replace", taste+"/options/1/code", "none")),
		wrong("code/twice", rule("RUBRIC-02", taste+"/options/1/code"), set("replace", taste+"/options/1/code", "a")),
		wrong("code/gate-twice", rule("RUBRIC-02", "/sets/0/gates/1/id"), set("replace", "/sets/0/gates/1/id", "no-licence")),
		wrong("sum/of-a-criterion", rule("RUBRIC-03", taste+"/max"), set("replace", taste+"/options/1/points", 34)),
		wrong("sum/of-a-section", rule("RUBRIC-03", parts+"/0/sections/0/max"), set("replace", output+"/max", 9), set("replace", output+"/options/0/points", 9), set("replace", output+"/options/1/points", 9)),
		wrong("parts/not-100", rule("RUBRIC-04", parts), set("replace", parts+"/2/max", 34), set("replace", parts+"/2/sections/0/max", 34), set("replace", taste+"/max", 34), set("replace", taste+"/options/1/points", 34)),
		wrong("parts/not-abc", rule("RUBRIC-04", parts), set("replace", parts+"/2/code", "D")),
		wrong("points/falling", rule("RUBRIC-05", origin+"/options/1/points"), set("replace", origin+"/options/0/points", 30), set("replace", origin+"/options/1/points", 10)),
		wrong("points/below-0", rule("RUBRIC-06", taste+"/options/0/points"), set("replace", taste+"/options/0/points", -1), set("remove", "/sets/0/gates/1")),
		wrong("minimum/falling", rule("RUBRIC-07", origin+"/options/1/minStar"), set("replace", origin+"/options/0/minStar", 5)),
		wrong("minimum/of-2-stars", rule("RUBRIC-07", origin+"/options/0/minStar"), set("replace", origin+"/options/0/minStar", 2)),
		wrong("minimum/with-cases", rule("RUBRIC-07", output+"/options/0/minStar"), set("add", output+"/options/0/minStar", 3)),
		wrong("minimum/that-may-fall-away", rule("RUBRIC-07", told+"/options/1/minStar"), set("add", told+"/options/1/minStar", 3)),
		wrong("text/missing", rule("RUBRIC-08", "/sets/0/name"), set("replace", "/sets/0/name/en", "")),
		wrong("text/decomposed", rule("RUBRIC-08", "/sets/0/name"), set("replace", "/sets/0/name/vi", "Che\u0300")),
		wrong("text/stray-space", rule("RUBRIC-08", "/sets/0/name"), set("replace", "/sets/0/name/vi", "Chè ")),
		wrong("gate/effect", rule("RUBRIC-09", "/sets/0/gates/0"), set("replace", "/sets/0/gates/0/effect", "warn")),
		wrong("gate/of-no-criterion", rule("RUBRIC-09", "/sets/0/gates/0"), set("add", "/sets/0/gates/0/criterion", "9")),
		wrong("gate/derived-where-none-is-an-answer", rule("RUBRIC-09", "/sets/0/gates/1"), set("replace", "/sets/0/gates/1/zeroPointsAt", strings("1.1"))),
		wrong("gate/two-derived", rule("RUBRIC-09", "/sets/0/gates/1"), set("replace", "/sets/0/gates/0", object{"id": "no-licence", "effect": "stop", "zeroPointsAt": strings("3"), "label": text})),
		wrong("condition/not-the-first-option", rule("RUBRIC-10", "/sets/0"), set("replace", told+"/appliesUnless/option", "b")),
		wrong("condition/of-no-criterion", rule("RUBRIC-10", "/sets/0"), set("replace", told+"/appliesUnless/criterion", "9")),
		wrong("condition/two", rule("RUBRIC-10", "/sets/0"), set("add", taste+"/appliesUnless", object{"criterion": "2.1", "option": "a"}), set("remove", "/sets/0/gates/1")),
		wrong("count/no-options", rule("RUBRIC-11", output+"/options"), set("replace", output+"/options", []any{}), set("remove", output+"/cases"), set("replace", output+"/max", 0),
			set("replace", origin+"/max", 40), set("replace", origin+"/options/1/points", 40)),
		wrong("count/no-sets", rule("RUBRIC-11", "/sets"), set("replace", "/sets", []any{}), set("remove", "/errata"), set("remove", "/oddities")),
		wrong("cases/without-names", rule("RUBRIC-12", output+"/options"), set("remove", output+"/cases")),
		wrong("cases/one", rule("RUBRIC-12", output+"/options"), set("remove", output+"/options/1")),
		wrong("erratum/nowhere", rule("RUBRIC-13", "/errata/0"), set("replace", "/errata/0/criterion", "9")),
		wrong("oddity/nowhere", rule("RUBRIC-13", "/oddities/0"), set("replace", "/oddities/0/set", 2)),
		wrong("evidence/unknown", rule("RUBRIC-14", origin+"/evidence/0"), set("replace", origin+"/evidence/0", "report")),
		wrong("evidence/of-a-gate", rule("RUBRIC-14", "/sets/0/gates/0/paper"), set("replace", "/sets/0/gates/0/paper", "report")),
		wrong("bands/rising", rule("RUBRIC-15", "/bands"), set("replace", "/bands/0/least", 60)),
		wrong("bands/four", rule("RUBRIC-15", "/bands"), set("remove", "/bands/4")),
		wrong("bands/from-1", rule("RUBRIC-15", "/bands"), set("replace", "/bands/4/least", 1)),
		wrong("class/sector", rule("RUBRIC-16", "/sets/0/class"), set("replace", "/sets/0/class/sector", "VII")),
		wrong("class/no-ministry", rule("RUBRIC-16", "/sets/0/class"), set("replace", "/sets/0/class/ministries", []any{})),
		wrong("lack/of-nothing", rule("RUBRIC-17", "/sets/0/gates/1/lack"), set("add", "/sets/0/gates/1/lack", "missing")),
		wrong("lack/unknown", rule("RUBRIC-17", "/sets/0/gates/0/lack"), set("replace", "/sets/0/gates/0/lack", "lost")),
		wrong("id-of-the-one-in-force", rule("EDITION-05", "/edition"), set("replace", "/edition", edition)),
		wrong("no-label", schema("JSON-08", taste+"/options/1"), set("remove", taste+"/options/1/label")),
		wrong("points-as-text", schema("JSON-09", taste+"/options/1/points"), set("replace", taste+"/options/1/points", json.RawMessage(`"35"`))),
	)
}
