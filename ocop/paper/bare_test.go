package paper_test

import (
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/ocop/paper"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// The zero Options have no words: forms do without, score sheets and minutes say so.
func TestFillByZeroOptions(t *testing.T) {
	t.Parallel()
	document, err := os.ReadFile("../../examples/dossiers/thuc-pham-lan-dau.json")
	require.NoError(t, err)
	for _, name := range paper.Names() {
		filled, err := paper.Fill(name, document, paper.Options{})
		switch name {
		case paper.ScoreSheet, paper.SelfAssessment, paper.Minutes:
			assert.Len(t, problem.From(err).Of("PAPER-02"), 1, name)
		case paper.Report:
			assert.Len(t, problem.From(err).Of("PAPER-01"), 1)
		default:
			require.NoError(t, err, name)
			assert.NotEmpty(t, filled.Nodes, name)
		}
	}
}
