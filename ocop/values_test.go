package ocop_test

import (
	"encoding/json"
	"io"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/ocop"
	"github.com/ocop-vn/ocop-go/scoring"
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
