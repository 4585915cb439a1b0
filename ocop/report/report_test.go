package report_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/ocop/paper"
	"github.com/ocop-vn/ocop-go/ocop/report"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
	"github.com/ocop-vn/ocop-go/scoring/qd26/words"
	"github.com/ocop-vn/ocop-go/scoring/reading"
)

func TestNothingToTell(t *testing.T) {
	t.Parallel()
	var score report.Score
	var way report.Way
	published, _ := words.Set(1)
	assert.Equal(t, paper.Paper{}, score.Paper(published, lang.Vi))
	assert.Empty(t, score.Explain(published))
	assert.Equal(t, paper.Paper{}, way.Paper(published, nil, lang.Vi))
	way.Plan = new(scoring.Plan)
	assert.Equal(t, paper.Paper{}, way.Paper(nil, nil, lang.Vi))
	assert.Zero(t, report.LeastOf(new(scoring.Result), 3))
	result := scoring.Score(&scoring.Sheet{})
	score.Result = &result
	assert.Equal(t, paper.Paper{}, score.Paper(nil, lang.Vi))
	assert.Empty(t, score.Explain(nil))
}

// How safe a star is stands in the way to one that is there already, where it is known.
func TestWayThatIsThere(t *testing.T) {
	t.Parallel()
	set, _ := qd26.Edition().Set(13)
	published, _ := words.Set(13)
	for _, safety := range []*scoring.Safety{nil, {Points: 2}} {
		way := report.Way{Plan: &scoring.Plan{Set: set, Star: 4, From: 92, Reachable: true}, Safety: safety}
		told := way.Paper(published, words.Evidence(), lang.En)
		last := told.Nodes[len(told.Nodes)-1]
		if safety == nil {
			assert.Contains(t, last.Text, "This sheet is there already: 92 points.")
		} else {
			assert.Contains(t, last.Items[0].Text, "The loss of 2 points or more would cost it.")
		}
	}
}

func TestIsSheet(t *testing.T) {
	t.Parallel()
	assert.True(t, report.IsSheet([]byte(`{"set":13,"answers":{}}`)))
	assert.False(t, report.IsSheet([]byte(`{"product":{"set":13}}`)))
}

// A warning lists the reading that it names, and takes nothing else for one.
func TestWarningsNameReadings(t *testing.T) {
	t.Parallel()
	published, _ := words.Set(13)
	set, _ := qd26.Edition().Set(13)
	sheet := set.Sheet()
	for c := range published.Criteria {
		require.NoError(t, sheet.Answer(c.Code, c.Options[len(c.Options)-1].Code))
	}
	result := scoring.Score(&sheet)
	for param, want := range map[string]bool{"reading": true, "name": false} {
		warning := problem.Problem{Message: lang.Text{Vi: "Cần xem", En: "Look"}, Params: []problem.Param{problem.Value(param, string(reading.EvidenceSuggested))}}
		score := report.Score{Result: &result, Dossier: new(dossier.Dossier), Warnings: problem.List{warning}}
		told := score.Paper(published, lang.En)
		last := told.Nodes[len(told.Nodes)-1]
		assert.Equal(t, want, strings.HasPrefix(last.Items[0].Text, string(reading.EvidenceSuggested)), param)
		assert.Equal(t, !want, last.Items[0].Text == "Look", param)
	}
}
