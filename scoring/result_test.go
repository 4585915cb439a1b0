package scoring_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
)

// Sets 19 and 20 reject a dossier without a product declaration, which the answer
// to their criterion 6 tells of; in other sets and of other answers nothing is asked.
func TestAskedGates(t *testing.T) {
	t.Parallel()
	asked := func(sheet scoring.Sheet) (ids []string) {
		r := scoring.Score(&sheet)
		for g := range r.AskedGates() {
			assert.Equal(t, scoring.LackMissing, g.Lack)
			ids = append(ids, g.ID)
			break
		}
		return ids
	}
	for _, set := range qd26.Edition().Sets() {
		none := map[int]string{19: "a", 20: "none"}[set.No()]
		for _, c := range set.Criteria() {
			for _, option := range append(c.Options(), scoring.Option{Code: scoring.NoneCode}) {
				sheet := set.Sheet()
				if sheet.Answer(c.Code(), option.Code) != nil {
					continue
				}
				if c.Code() != "6" || option.Code != none {
					assert.Empty(t, asked(sheet), "set %d, %s %s", set.No(), c.Code(), option.Code)
					continue
				}
				assert.Equal(t, []string{"product-declaration-missing"}, asked(sheet), "set %d", set.No())
				require.NoError(t, sheet.SetGate("product-declaration-missing", true))
				assert.Empty(t, asked(sheet), "set %d: found already", set.No())
			}
		}
		assert.Empty(t, asked(set.Sheet()), "set %d: nothing answered", set.No())
	}
	assert.Empty(t, asked(scoring.Sheet{}))

	// A rubric may ask at any criterion, and at several.
	sheet := small(t, "a", "b", "2a", "b")
	r := scoring.Score(&sheet)
	var ids []string
	for g := range r.AskedGates() {
		ids = append(ids, g.ID)
	}
	assert.Equal(t, []string{"first-paper", "third-paper"}, ids)
	assert.Equal(t, []string{"first-paper"}, asked(sheet), "and one may stop at the first")
}
