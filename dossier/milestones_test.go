package dossier_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/dossier/procedure"
)

// Every example has a life whose steps are possible, as far as it tells of them.
func TestLivesOfExamples(t *testing.T) {
	t.Parallel()
	for file, document := range examples(t) {
		x, outcomes, problems := dossier.Evaluate(document, dossier.Options{})
		require.NoError(t, problems.Err())
		life, err := x.Life(&outcomes)
		require.NoError(t, err, file)
		assert.Equal(t, x.Application, life.Application)
		assert.Equal(t, x.Previous != nil, life.Previous != nil)
		want := procedure.StageDraft
		if x.Registration.CommuneReceipt != nil {
			want = procedure.StageFiled
		}
		if x.CommuneReport != nil {
			want = procedure.StageCommuneReviewed
		}
		if outcomes.Council != nil && outcomes.Council.Star > 0 {
			want = procedure.StageProvinceScored
			scored := slices.IndexFunc(life.Steps(), func(s procedure.Step) bool { return s.Kind == procedure.StepScoreByProvince })
			assert.Equal(t, outcomes.Council.Average(), life.Steps()[scored].Total)
		}
		if outcomes.Ministry != nil {
			want = procedure.StageMinistryScored
		}
		if x.Decision != nil {
			want = procedure.StageRecognised
			assert.Equal(t, x.Decision.Star, life.Star())
		}
		assert.Equal(t, want, life.Stage(), file)
		read, problems := dossier.ReadLife(document, dossier.Options{})
		require.Empty(t, problems)
		assert.Equal(t, life, read)
	}
}

// A dossier that nobody received is a draft, and what a step cannot be is told.
func TestLifeOfADossier(t *testing.T) {
	t.Parallel()
	x := complete(t, 13, dossier.ApplicationReassessment)
	x.Previous.Expires = "2026-11-30"
	life, err := x.Life(&dossier.Outcomes{})
	require.NoError(t, err)
	assert.Equal(t, procedure.StageCommuneReviewed, life.Stage())
	assert.Equal(t, "2026-11-30", life.PreviousUntil().String())
	x.CommuneReport = nil
	life, err = x.Life(&dossier.Outcomes{})
	require.NoError(t, err)
	assert.Equal(t, procedure.StageFiled, life.Stage())
	x.Previous.Expires = "2029-11-30"
	_, err = x.Life(&dossier.Outcomes{})
	assert.ErrorContains(t, err, "LIFE-06", "filed too early (Article 7.6.a)")
	x.Registration.CommuneReceipt = nil
	life, err = x.Life(&dossier.Outcomes{})
	require.NoError(t, err)
	assert.Equal(t, procedure.StageDraft, life.Stage())
	_, problems := dossier.ReadLife([]byte(`{"edition":"qd26-2026"}`), dossier.Options{})
	require.NotEmpty(t, problems)
	assert.Equal(t, "DOSSIER-01", problems[0].Code)
	_, problems = dossier.ReadLife([]byte(`{"steps":[{"step":"propose","on":"2026-06-01"}]}`), dossier.Options{})
	assert.Equal(t, []string{"LIFE-01 /steps/0"}, found(problems))
}
