package budget_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/ocop-vn/ocop-go/scoring/budget"
)

// The budgets are a promise that README makes: with a lower one, documents that
// were read would be refused, with a higher one a server's memory is not bounded
// as it counts on.
func TestBudgetsAreThosePromised(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ have, want budget.Budget }{
		"sheet":      {budget.Sheet(), budget.Budget{Bytes: 65_536, Depth: 16, Members: 2_000, Problems: 100, Output: 131_072}},
		"comparison": {budget.Comparison(), budget.Budget{Bytes: 131_072, Depth: 17, Members: 4_000, Problems: 100, Output: 131_072}},
		"council":    {budget.Council(), budget.Budget{Bytes: 1_048_576, Depth: 16, Members: 20_000, Problems: 100, Output: 131_072}},
		"dossier":    {budget.Dossier(), budget.Budget{Bytes: 1_048_576, Depth: 16, Members: 50_000, Problems: 500, Output: 524_288}},
		"rubric":     {budget.Rubric(), budget.Budget{Bytes: 16_777_216, Depth: 16, Members: 500_000, Problems: 1_000, Output: 1_048_576}},
		"trace":      {budget.Trace(), budget.Budget{Bytes: 16_777_216, Depth: 32, Members: 1_000_000, Problems: 1_000, Output: 1_048_576}},
	} {
		assert.Equal(t, c.want, c.have, name)
	}
	assert.Equal(t, 4_096, budget.VectorBytes)
}
