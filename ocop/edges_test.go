package ocop_test

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/ocop"
	"github.com/ocop-vn/ocop-go/scoring/budget"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/qd26/words"
)

// found are the codes and places of what a document is refused for, in order.
func found(err error) (list []string) {
	for _, p := range problemsOf(err) {
		list = append(list, strings.TrimSpace(p.Code+" "+p.Path))
	}
	return list
}

// A document with answers at its top is a sheet, whatever else stands in it; so is
// one that has a member of a sheet's and none of a dossier's. All else is a dossier.
func TestAnswersMakeASheet(t *testing.T) {
	t.Parallel()
	const isSheet, isDossier = "JSON-08", "DOSSIER-01 /edition" // what each says where the edition is missing
	for document, want := range map[string]string{
		`{"answers":{},"application":"first","producer":{},"product":{},"registration":{},"report":{}}`: isSheet,
		`{"application":"first","producer":{},"product":{},"registration":{},"report":{},"answers":{}}`: isSheet,
		`{"report":{},"report":{},"answers":{}}`:                                                        isSheet,
		`{"set":13}`:                                                                                    isSheet,
		`{"gates":[],"x":{"report":1}}`:                                                                 isSheet,
		`{"set":13,"report":{}}`:                                                                        isDossier,
		`{}`:                                                                                            isDossier,
		"\n{}":                                                                                          isDossier,
		`{"evidence":[]}`:                                                                               isDossier,
		`{"council":{"answers":1}}`:                                                                     isDossier,
		`{"application":"first"}`:                                                                       isDossier,
		`{"producer":{}}`:                                                                               isDossier,
		`{"product":{}}`:                                                                                isDossier,
		`{"registration":{}}`:                                                                           isDossier,
		`{"report":{}}`:                                                                                 isDossier,
		`{"x":0,"report":{"answers":{}},"report":{"answers":{}}}`: isDossier,
	} {
		_, err := ocop.Evaluate([]byte(document))
		assert.Contains(t, found(err), want, document)
	}
	// What is neither is refused as a sheet, in the limits of one.
	for _, document := range []string{``, `[]`, `"report"`, `["report",1]`, `["report",{}]`, `{"x`, `{"x":"`, `{"x":"y","z`} {
		document += strings.Repeat(" ", budget.Sheet().Bytes+1)
		_, err := ocop.Evaluate([]byte(document))
		assert.Equal(t, []string{"JSON-04"}, found(err), document[:12])
	}
	// A dossier that breaks off is one all the same: a sheet could not be so long.
	for _, end := range []string{``, `"`, `","x`, `","x":`} {
		_, err := ocop.Evaluate([]byte(`{"report":"` + strings.Repeat("x", budget.Sheet().Bytes) + end))
		assert.Contains(t, found(err), "JSON-09 /report", end)
	}
}

// A document of exactly the limit is read, one byte more is not: 64 KiB of a
// sheet or a plan, 1 MiB of a council or a dossier.
func TestExactlyTheLimit(t *testing.T) {
	t.Parallel()
	sheet := string(changed(t, "sheets/gao-st25", nil))
	council := string(changed(t, "council/"+province, nil))
	dossier := string(changed(t, "dossiers/thuc-pham-lan-dau", nil))
	var l ocop.Library
	for _, c := range []struct {
		kind     ocop.Document
		document string
		most     int64
	}{
		{ocop.DocumentSheet, sheet, 64 << 10}, {ocop.DocumentPlan, sheet, 64 << 10},
		{ocop.DocumentCouncil, council, 1 << 20}, {ocop.DocumentDossier, dossier, 1 << 20},
	} {
		assert.Equal(t, c.most, c.kind.MaxBytes(), c.kind)
		full := c.document + strings.Repeat(" ", int(c.most)-len(c.document))
		assert.Empty(t, l.Validate(c.kind, []byte(full)), c.kind)
		assert.Equal(t, []string{"JSON-04"}, found(l.Validate(c.kind, []byte(full+" ")).Err()), c.kind)
	}
	evaluates := func(document string, size int) error {
		_, err := ocop.Evaluate([]byte(document + strings.Repeat(" ", size-len(document))))
		return err
	}
	assert.NoError(t, evaluates(sheet, 64<<10))
	assert.ErrorContains(t, evaluates(sheet, 64<<10+1), "65536")
	assert.NoError(t, evaluates(dossier, 1<<20))
	assert.ErrorContains(t, evaluates(dossier, 1<<20+1), "1048576")
	assert.ErrorContains(t, evaluates("[", 1<<20+1), "1048576", "whatever it is meant as")
}

// An explanation goes through the minima up to the band that the points are in,
// that band's own included: it is they that hold a star down (Appendix II, star
// marks). A band below 3 stars has none.
func TestExplainTellsTheMinimaOfTheBandItself(t *testing.T) {
	t.Parallel()
	for sheet, want := range map[string]map[int]int{
		"ca-phe-dak-lak": {3: 8, 4: 10, 5: 3}, // 92 points, band 5, held at 4 stars
		"che-shan-tuyet": {3: 8, 4: 12},       // 71 points, band 4
		"gao-st25":       {3: 7},              // 51 points, band 3
		"tranh-son-mai":  {},                  // 39 points, band 2
	} {
		e := evaluate(t, string(changed(t, "sheets/"+sheet, nil)))
		minima, missed := map[int]int{}, map[int][]string{}
		for _, s := range e.Explain() {
			if s.Kind == ocop.StepMinimum {
				minima[s.Star]++
				if !*s.Met {
					missed[s.Star] = append(missed[s.Star], s.Criterion)
				}
			}
		}
		assert.Equal(t, want, minima, sheet)
		if sheet == "ca-phe-dak-lak" {
			assert.Equal(t, map[int][]string{5: {"1.5"}}, missed)
		}
	}
}

// The minutes name each criterion on which members' points lie 2 or more apart,
// once, and none on which they lie 1 apart (Article 7.3.d: what a chair would
// bring up).
func TestMinutesNameDisagreementsOnce(t *testing.T) {
	t.Parallel()
	// Points of 1.1: a 1, b 2, c 3; of 1.3: c 2, d 3.
	s := decide(t, province, func(d object) {
		first := d["members"].([]any)[0]
		second := object{"id": "m2", "answers": object{}}
		for code, option := range member(first, "answers") {
			member(second, "answers")[code] = option
		}
		member(second, "answers")["1.1"] = "a" // 2 points below
		member(second, "answers")["1.3"] = "c" // 1 point below
		d["members"], d["policy"] = []any{first, second}, object{}
	})
	require.Len(t, s.Outcome.Disagreements, 2)
	var b bytes.Buffer
	require.NoError(t, s.Minutes(&b, ocop.ReportOptions{Lang: lang.En}))
	_, discuss, _ := strings.Cut(b.String(), "To discuss\n")
	assert.Equal(t, 1, strings.Count(discuss, "  • 1.1 "), discuss)
	assert.NotContains(t, discuss, "  • 1.3 ")

	// One disagreement and one pair, with no minimum: there is something to discuss.
	s = decide(t, province, func(d object) {
		first := d["members"].([]any)[0]
		second := object{"id": "m2", "answers": object{}}
		for code, option := range member(first, "answers") {
			member(second, "answers")[code] = option
		}
		member(second, "answers")["1.3"] = "a" // 2 points below
		d["members"], d["policy"] = []any{first, second}, object{}
	})
	b.Reset()
	require.NoError(t, s.Minutes(&b, ocop.ReportOptions{Lang: lang.En}))
	_, discuss, _ = strings.Cut(b.String(), "To discuss\n")
	discuss, _, _ = strings.Cut(discuss, "\n\n")
	assert.Equal(t, 1, strings.Count(discuss, "\n"), discuss)

	s = decide(t, province, func(d object) {
		first := d["members"].([]any)[0]
		second := object{"id": "m2", "answers": member(first, "answers")}
		d["members"], d["policy"] = []any{first, second}, object{}
	})
	b.Reset()
	require.NoError(t, s.Minutes(&b, ocop.ReportOptions{Lang: lang.En}))
	assert.NotContains(t, b.String(), "To discuss", "where all agree there is nothing")
}

// How to load an older rubric is said beside what is wrong, at the same place,
// for every kind of document; the list that it is said beside stays as it is.
func TestOlderEditionSaysHowToLoadIt(t *testing.T) {
	t.Parallel()
	sheet, err := os.ReadFile("../examples/sheets/gao-st25.json")
	require.NoError(t, err)
	council, err := os.ReadFile("../examples/council/" + province + ".json")
	require.NoError(t, err)
	var l ocop.Library
	for kind, document := range map[ocop.Document][]byte{ocop.DocumentSheet: sheet, ocop.DocumentPlan: sheet, ocop.DocumentCouncil: council} {
		for edition, want := range map[string][]string{
			"qd148-2023":  {"SHEET-01 /edition", "EDITION-03 /edition"},
			"qd1048-2019": {"SHEET-01 /edition", "EDITION-03 /edition"},
			"qd149":       {"SHEET-01 /edition"},
		} {
			old := bytes.Replace(document, []byte("qd26-2026"), []byte(edition), 1)
			assert.Equal(t, want, found(l.Validate(kind, old).Err()), kind)
			var err error
			switch kind {
			case ocop.DocumentSheet:
				_, err = l.Evaluate(old)
			case ocop.DocumentPlan:
				_, err = l.Plan(old, 5, 0)
			default:
				_, err = l.Decide(old)
			}
			assert.Equal(t, want, found(err), kind)
			if len(want) > 1 {
				assert.Contains(t, problemsOf(err)[1].Message.En, "Decision "+map[string]string{"qd148-2023": "148/QĐ-TTg, 1489/QĐ-TTg", "qd1048-2019": "1048/QĐ-TTg, 781/QĐ-TTg"}[edition])
			}
		}
	}
	_, err = l.Evaluate([]byte(`{"edition":"qd26-2026","set":27,"answers":{}}`))
	assert.Equal(t, []string{"SHEET-04 /set"}, found(err), "of the edition in force there is nothing to load")
	assert.Equal(t, []string{"DOCUMENT-01"}, found(l.Validate("letter", sheet).Err()))
	assert.Contains(t, l.Validate("letter", sheet)[0].Message.En, "letter")
}

// The results are those of the dossier as it was evaluated, once: a change of it
// afterwards does not reach them.
func TestResultsStand(t *testing.T) {
	t.Parallel()
	document := changed(t, "dossiers/thuc-pham-lan-dau", nil)
	e := evaluate(t, string(document))
	before := report(t, e, ocop.ReportOptions{})
	require.NotNil(t, e.Results.Proposed)
	require.NotNil(t, e.Results.Council)
	e.Dossier.Proposed.Answers["1.1"] = "z"
	e.Dossier.Council.Members[0].Answers["1.1"] = "z"
	assert.Equal(t, before, report(t, e, ocop.ReportOptions{}))
	assert.Zero(t, evaluate(t, `{"edition":"qd26-2026","set":13,"answers":{}}`).Results)
}

// A plan has 0 to 3 others, and tells how safe a star is where one stands.
func TestPlanLimits(t *testing.T) {
	t.Parallel()
	var l ocop.Library
	for others, want := range map[int]string{-1: "PLAN-06", 0: "", 3: "", 4: "PLAN-06"} {
		_, err := l.Plan(changed(t, "sheets/gao-st25", nil), 4, others)
		assert.Equal(t, want, strings.Join(found(err), ""), others)
	}
	p, err := l.Plan(changed(t, "sheets/gao-st25", nil), 4, 0)
	require.NoError(t, err)
	assert.NotNil(t, p.Safety)
	p, err = l.Plan(changed(t, "sheets/cay-mai-vang", nil), 3, 0)
	require.NoError(t, err)
	assert.Nil(t, p.Safety, "a rejected sheet has no star")
	p, err = l.Plan([]byte(oneStar), 1, 0)
	require.NoError(t, err)
	require.NotNil(t, p.Safety)
	var b bytes.Buffer
	require.NoError(t, p.Report(&b, ocop.ReportOptions{Lang: lang.En}))
	assert.Contains(t, b.String(), "How safe the star is\n")
	assert.NotContains(t, b.String(), "The loss of", "there is no star below the first")
}

// Reports of a loaded rubric have its own words: evidence in a plan, and parts
// whatever their names' width.
func TestReportsHaveTheLoadedRubricsWords(t *testing.T) {
	t.Parallel()
	own := words.Rubric()
	own.Edition = "own"
	for i := range own.Evidence {
		own.Evidence[i].Name.En = "Paper " + own.Evidence[i].ID
	}
	own.Sets[12].Parts[2].Name.En = "A name that is longer than those of the other parts"
	l, err := ocop.NewLibrary(own)
	require.NoError(t, err)
	document := changed(t, "sheets/ca-phe-dak-lak", func(d object) { d["edition"] = "own" })
	p, err := l.Plan(document, 5, 0)
	require.NoError(t, err)
	var b bytes.Buffer
	require.NoError(t, p.Report(&b, ocop.ReportOptions{Lang: lang.En}))
	assert.Contains(t, b.String(), "      papers: Paper ")
	e, err := l.Evaluate(document)
	require.NoError(t, err)
	columns := map[int]bool{}
	for line := range strings.Lines(report(t, e, ocop.ReportOptions{Lang: lang.En})) {
		if before, _, ok := strings.Cut(line, "█"); ok {
			columns[len(before)] = true
		}
	}
	assert.Len(t, columns, 1, "bars stand one below the other")
}

// Of an incomplete sheet the report tells from which star to which it may go
// (Article 3.3); of two gates it tells both, under one heading.
func TestReportTellsWhatIsOpenAndWhatStops(t *testing.T) {
	t.Parallel()
	e := evaluate(t, `{"edition":"qd26-2026","set":13,"answers":{"1.1":"c","1.5":"b"}}`)
	assert.Contains(t, report(t, e, ocop.ReportOptions{Lang: lang.En}), "points, 1 to 3 stars, by what is still open")
	assert.Contains(t, report(t, e, ocop.ReportOptions{}), "điểm, 1 đến 3 sao, tùy")
	e = evaluate(t, string(changed(t, "sheets/cay-mai-vang", func(d object) { d["gates"] = []string{"not-wholly-from-province", "forged-dossier"} })))
	out := report(t, e, ocop.ReportOptions{Lang: lang.En})
	assert.Equal(t, 1, strings.Count(out, "Why\n"))
	assert.Equal(t, 2, strings.Count(out, "✗ Rejected: "))
}
