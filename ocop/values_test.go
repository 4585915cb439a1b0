package ocop_test

import (
	"encoding/json"
	"io"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/dossier/procedure"
	"github.com/ocop-vn/ocop-go/ocop"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/qd26/words"
)

// A value is judged as the document that it is read from.
func TestValuesAreJudgedAsDocuments(t *testing.T) {
	t.Parallel()
	document := changed(t, "sheets/gao-st25", nil)
	var sheet scoring.Sheet
	require.NoError(t, json.Unmarshal(document, &sheet))
	byValue, err := ocop.Score(sheet)
	require.NoError(t, err)
	assert.Equal(t, evaluate(t, string(document)), byValue)
	_, err = ocop.Score(scoring.Sheet{})
	assert.Equal(t, []string{"SHEET-10"}, found(err))

	document = changed(t, "dossiers/thuc-pham-nang-hang", nil)
	var x dossier.Dossier
	require.NoError(t, json.Unmarshal(document, &x))
	byValue, err = ocop.ScoreDossier(&x)
	require.NoError(t, err)
	want := evaluate(t, string(document))
	assert.Equal(t, want.Result, byValue.Result)
	assert.Equal(t, want.Results, byValue.Results)
	assert.Same(t, &x, byValue.Dossier)
	_, err = ocop.ScoreDossier(nil)
	_, empty := ocop.Evaluate([]byte(`{}`))
	assert.Contains(t, found(err), "DOSSIER-01 /application")
	assert.Subset(t, found(err), found(empty)[:2])

	var l ocop.Library
	planning, err := l.Plan(changed(t, "sheets/gao-st25", nil), 4, 1)
	require.NoError(t, err)
	same, err := ocop.Plan(scoring.NewPlanRequest(sheet, 4), 1)
	require.NoError(t, err)
	assert.Equal(t, planning, same)
	_, err = ocop.Plan(scoring.PlanRequest{}, 0)
	assert.Contains(t, found(err), "SHEET-10")
	session, err := ocop.Decide(scoring.Council{})
	assert.Contains(t, found(err), "COUNCIL-05 /members")
	assert.Zero(t, session)
}

// A rubric in the built-in one's place judges no dossier, and none is judged by
// the built-in one behind the caller's back.
func TestReplacedRubricRefusesDossiers(t *testing.T) {
	t.Parallel()
	var l ocop.Library
	r := words.Rubric()
	r.Bands[0].Least = 99
	replaced, err := l.Replace(r)
	require.NoError(t, err)
	document := changed(t, "dossiers/thuc-pham-lan-dau", nil)
	_, err = replaced.Evaluate(document)
	assert.Equal(t, []string{"EDITION-08 /edition"}, found(err))
	assert.Equal(t, []string{"EDITION-08 /edition"}, found(replaced.Validate(ocop.DocumentDossier, document)))
	e, err := replaced.Evaluate(changed(t, "sheets/nuoc-mam-phu-quoc", nil))
	require.NoError(t, err)
	assert.Equal(t, 4, e.Result.Star, "97 points are not 99")
	require.NoError(t, e.Report(io.Discard, ocop.ReportOptions{}))
	assert.Contains(t, report(t, e, ocop.ReportOptions{}), "từ 70 đến dưới 99 điểm")
}

// draft is a dossier that no commune has received yet.
func draft(t *testing.T) []byte {
	t.Helper()
	return changed(t, "dossiers/thuc-pham-lan-dau", func(d object) {
		for _, name := range []string{"communeReceipt", "provinceReceipt"} {
			delete(member(d, "registration"), name)
		}
		for _, name := range []string{"communeReport", "proposed", "council", "ministry", "provinceProposal", "requests", "decision"} {
			delete(d, name)
		}
	})
}

// A draft is judged as of the day on which it is to be filed, and a filed dossier
// by the days off that are given, as a document and as a value.
func TestJudging(t *testing.T) {
	t.Parallel()
	judge := func(l *ocop.Library, document []byte) []string {
		t.Helper()
		e, err := l.Evaluate(document)
		var x dossier.Dossier
		require.NoError(t, json.Unmarshal(document, &x))
		byValue, again := l.ScoreDossier(&x)
		assert.Equal(t, err, again)
		assert.Equal(t, e.Warnings, byValue.Warnings)
		var all []string
		for _, p := range l.Validate(ocop.DocumentDossier, document) {
			all = append(all, p.Code+" "+p.Path)
		}
		if err != nil {
			assert.Equal(t, all, found(err))
		} else {
			assert.Equal(t, e.Warnings, l.Validate(ocop.DocumentDossier, document))
		}
		return all
	}
	with := func(o dossier.Options) *ocop.Library {
		t.Helper()
		l, err := new(ocop.Library).Judging(o)
		require.NoError(t, err)
		return l
	}
	assert.Empty(t, judge(new(ocop.Library), draft(t)))
	early := with(dossier.Options{On: civil.Date{Year: 2026, Month: 5, Day: 21}})
	assert.Equal(t, []string{"DOSSIER-42 /registration/date", "EVIDENCE-08 /evidence/10/issued"}, judge(early, draft(t)), "filed under the earlier decision")
	assert.Empty(t, judge(early, changed(t, "dossiers/thuc-pham-lan-dau", nil)), "one that is filed was filed when it was")

	filed := changed(t, "dossiers/thuc-pham-lan-dau", func(d object) {
		member(d, "registration")["date"] = "2026-08-24"
		member(d, "registration", "communeReceipt")["date"] = "2026-08-24"
		member(d, "communeReport")["date"] = "2026-09-16"
		delete(member(d, "registration"), "provinceReceipt")
		delete(d, "council")
		delete(d, "ministry")
	})
	late := func(all []string) bool { return slices.Contains(all, "DOSSIER-50 /communeReport/date") }
	assert.False(t, late(judge(new(ocop.Library), filed)), "by the 17th")
	assert.True(t, late(judge(with(dossier.Options{Holidays: procedure.Holidays{2026: {}}}), filed)), "by the 14th, without days off")

	for _, wrong := range []dossier.Options{{Holidays: procedure.Holidays{1: {}}}, {On: civil.Date{Year: 2026, Month: 2, Day: 30}}} {
		l, err := new(ocop.Library).Judging(wrong)
		assert.Nil(t, l)
		assert.Len(t, found(err), 1)
	}
	loaded, err := early.Replace(words.Rubric())
	require.NoError(t, err)
	assert.Equal(t, early.Judged(), loaded.Judged(), "another rubric changes nothing in it")
	_, err = loaded.ScoreDossier(&dossier.Dossier{})
	assert.Equal(t, []string{"EDITION-08 /edition"}, found(err))
}

// A draft's life too is told as of the day.
func TestLifeOfADraft(t *testing.T) {
	t.Parallel()
	standing, err := ocop.Life(draft(t), civil.Date{Year: 2026, Month: 6, Day: 15})
	require.NoError(t, err)
	assert.Equal(t, procedure.StageDraft, standing.Stage)
	_, err = ocop.Life(draft(t), civil.Date{Year: 2026, Month: 5, Day: 21})
	assert.Contains(t, found(err), "DOSSIER-42 /registration/date")
}
