// Package dossiers makes the cases of dossiers, of the dates, lives and papers that
// go with them, and of what a dossier's own claims come to. What must come out is
// stated here, from the decision's articles and CONTRACT; the package asks no rule of
// the library.
package dossiers

import (
	"encoding/json"
	"slices"

	"github.com/ocop-vn/ocop-go/ocop/conformance/internal/suite"
)

// Files are the files of cases, each with what must come out.
func Files() []suite.File {
	return []suite.File{
		{Kind: suite.Dossier, Topic: "json", Cases: broken()},
		{Kind: suite.Dossier, Topic: "fields", Cases: fields()},
		{Kind: suite.Dossier, Topic: "between", Cases: between()},
		{Kind: suite.Dossier, Topic: "codes", Cases: placesAndCodes()},
		{Kind: suite.Dossier, Topic: "dates", Cases: dates()},
		{Kind: suite.Dossier, Topic: "claims", Cases: claims()},
		{Kind: suite.Dossier, Topic: "evidence", Cases: evidence()},
		{Kind: suite.Dossier, Topic: "papers", Cases: compulsoryPapers()},
		{Kind: suite.Dossier, Topic: "steps", Cases: steps()},
		{Kind: suite.Score, Topic: "claims", Cases: scores()},
		{Kind: suite.Deadlines, Topic: "calendar", Cases: calendar()},
		{Kind: suite.Deadlines, Topic: "due", Cases: due()},
		{Kind: suite.Deadlines, Topic: "refused", Cases: refusedDates()},
		{Kind: suite.Life, Topic: "steps", Cases: lives()},
		{Kind: suite.Life, Topic: "certificate", Cases: certificates()},
		{Kind: suite.Life, Topic: "refused", Cases: refusedLives()},
		{Kind: suite.Paper, Topic: "papers", Cases: papers()},
	}
}

// The documents that cases change. Each is valid without a warning, of product set
// 22, which asks for no paper, and received by the commune on 16 June 2026.
const (
	first      = "dossier-first.json"      // every claim is worth 0 points, so nothing has to be proved
	proved     = "dossier-proved.json"     // claims of 99 points, all proved by one piece
	upgrade    = "dossier-upgrade.json"    // the same, from 3 stars
	again      = "dossier-again.json"      // a re-assessment of 4 stars issued on 1 December 2023
	recognised = "dossier-recognised.json" // a first one all the way to 5 stars of the ministry
)

type (
	change = suite.Change
	object map[string]any
	list   []any
)

func add(path string, value any) change { return change{Op: "add", Path: path, Value: text(value)} }
func replace(path string, value any) change {
	return change{Op: "replace", Path: path, Value: text(value)}
}
func remove(path string) change { return change{Op: "remove", Path: path} }

// text is a value as JSON.
func text(value any) json.RawMessage {
	b, err := json.Marshal(value)
	if err != nil {
		panic(err) // cannot be: the values stand in this package
	}
	return b
}

// finding is a problem as a case expects it.
type finding struct {
	Code     string  `json:"code"`
	Path     *string `json:"path,omitempty"`
	Severity string  `json:"severity"`
	Layer    string  `json:"layer"`
}

// shape is an error that the JSON Schema finds too, wrong one that it cannot say, and
// warning what is worth a look.
func shape(code, path string) finding   { return finding{code, &path, "error", "schema"} }
func wrong(code, path string) finding   { return finding{code, &path, "error", "rule"} }
func warning(code, path string) finding { return finding{code, &path, "warning", "rule"} }

// unread is an error of what is no JSON: how far reading came is for each reader.
func unread(code string) finding { return finding{code, nil, "error", "rule"} }

// found are what a document is found to be: nothing, or these.
type found []finding

// verdict is {"valid","problems"}: valid where no problem is an error.
func (f found) verdict() json.RawMessage {
	valid := !slices.ContainsFunc(f, func(p finding) bool { return p.Severity == "error" })
	return text(struct {
		Valid    bool  `json:"valid"`
		Problems found `json:"problems"`
	}{valid, append(found{}, f...)})
}

// refusal is {"problems"}.
func (f found) refusal() json.RawMessage {
	return text(struct {
		Problems found `json:"problems"`
	}{f})
}

// codes are the rules on the codes of problems.
func (f found) codes() (rules []string) {
	for _, p := range f {
		if rule := "code/" + p.Code; !slices.Contains(rules, rule) {
			rules = append(rules, rule)
		}
	}
	return rules
}

// dossier is a case of a dossier of the suite with changes.
func dossier(id, base string, f found, changes ...change) suite.Case {
	return suite.Case{ID: "dossier/" + id, Rules: f.codes(), Base: base, Patch: changes, Expect: f.verdict()}
}

// of is a case that tests rules beside the codes that it expects; that a code is not
// told tests it too.
func of(c suite.Case, rules ...string) suite.Case {
	for _, rule := range rules {
		if !slices.Contains(c.Rules, rule) {
			c.Rules = append(c.Rules, rule)
		}
	}
	return c
}

// why is a case with a word on what decides.
func why(c suite.Case, words string) suite.Case {
	c.Why = words
	return c
}

// on is a case that is asked of a day.
func on(c suite.Case, day string) suite.Case {
	c.With.On = day
	return c
}
