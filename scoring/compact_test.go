//go:build ocop_browser || ocop_compact

package scoring_test

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
)

// What the bytes say is what the result says, read here by its methods.
func TestCompact(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(26, 2026))
	statuses := []scoring.Status{"", scoring.StatusClassified, scoring.StatusIncomplete, scoring.StatusStopped, scoring.StatusRejected}
	var made scoring.Sheet // filled again and again: nothing of the one before is left
	for range sample(100_000) {
		sets := qd26.Edition().Sets()
		set := sets[r.IntN(len(sets))]
		criteria, gates := set.Criteria(), set.Gates()
		// A sheet by its codes, and beside it the bytes that ought to make it.
		sheet, answers, mask := set.Sheet(), make([]byte, len(criteria)), uint32(0)
		index := map[string]int{}
		for i, c := range criteria {
			index[c.Code()] = i
			if options := c.Options(); r.IntN(20) > 0 {
				k := r.IntN(len(options))
				answers[i] = byte(2 + k)
				require.NoError(t, sheet.Answer(c.Code(), options[k].Code))
			}
		}
		if i := r.IntN(4*len(gates) + 1); i < len(gates) && len(gates[i].ZeroPointsAt) == 0 {
			mask = 1 << i
			require.NoError(t, sheet.SetGate(gates[i].ID, true))
		}
		require.NoError(t, made.Fill(set, answers, mask))
		require.Equal(t, sheet, made)

		result := scoring.Score(&made)
		b := result.AppendCompact(nil)
		want := []byte{
			0, byte(result.Total), byte(result.Parts.A), byte(result.Parts.B), byte(result.Parts.C), byte(result.Band), byte(result.Star), 0,
			byte(result.Bounds.Total.Least), byte(result.Bounds.Total.Greatest), byte(result.Bounds.Star.Least), byte(result.Bounds.Star.Greatest),
			0, 0, 0, 0,
		}
		for i, status := range statuses {
			if status == result.Status {
				want[0] = byte(i)
			}
		}
		want[7] = map[scoring.Authority]byte{scoring.AuthorityProvince: 1, scoring.AuthorityMinistry: 2}[result.Authority]
		for s := range result.Shortfalls() {
			i := index[s.Criterion.Code()]
			need := byte(0)
			for k, o := range s.Criterion.Options() {
				if o.Code == s.Need {
					need = byte(2 + k)
				}
			}
			want = append(want, byte(s.Star), byte(i), answers[i], need)
			want[12]++
		}
		for c := range result.Unanswered() {
			want = append(want, byte(index[c.Code()]))
			want[13]++
		}
		for c := range result.NotApplicable() {
			want = append(want, byte(index[c.Code()]))
			want[14]++
		}
		for g := range result.Gates() {
			for i := range gates {
				if gates[i].ID == g.ID {
					want = append(want, byte(i))
					want[15]++
				}
			}
		}
		require.Equal(t, want, b)
		assert.Equal(t, uint32(b[1])|uint32(b[6])<<8|uint32(b[5])<<12|uint32(b[0])<<16, result.Summary())
	}
	var zero scoring.Result
	assert.Equal(t, "x", string(zero.AppendCompact([]byte("x"))))
	assert.Zero(t, zero.Summary())
}

func TestFillRefuses(t *testing.T) {
	t.Parallel()
	set, ok := qd26.Edition().Set(16) // has a gate that follows from the answers
	require.True(t, ok)
	n, gates := len(set.Criteria()), set.Gates()
	var sheet scoring.Sheet
	require.NoError(t, sheet.Fill(set, make([]byte, n), 0))
	before := sheet
	for name, answers := range map[string][]byte{"too few": make([]byte, n-1), "too many": make([]byte, n+1), "nil": nil} {
		assert.Error(t, sheet.Fill(set, answers, 0), name)
	}
	for i, c := range set.Criteria() {
		answers := make([]byte, n)
		answers[i] = 1
		var other scoring.Sheet
		assert.Equal(t, c.AllowsNone(), other.Fill(set, answers, 0) == nil, c.Code())
		answers[i] = byte(2 + len(c.Options()))
		assert.Error(t, sheet.Fill(set, answers, 0), c.Code())
	}
	for i, g := range gates {
		var other scoring.Sheet
		assert.Equal(t, len(g.ZeroPointsAt) == 0, other.Fill(set, make([]byte, n), 1<<i) == nil, g.ID)
	}
	assert.Error(t, sheet.Fill(set, make([]byte, n), 1<<len(gates)))
	assert.Error(t, sheet.Fill(scoring.Set{}, nil, 0))
	assert.Equal(t, before, sheet, "what is refused changes nothing")
}

// No place in a rubric is special: the first criterion may fall away, the first
// gate may follow from answers.
func TestCompactOfFirsts(t *testing.T) {
	t.Parallel()
	away := small(t, "b", "a", "1b", "b")
	r := scoring.Score(&away)
	assert.Equal(t, []byte{0, 0, 1, 0, 0}, r.AppendCompact(nil)[12:], "one criterion falls away, the first")
	stopped := small(t, "b", "b", "1b", "a")
	for _, gates := range []uint32{1, 8} { // of the first, and of a fourth
		refused(t, stopped.Fill(stopped.Set(), []byte{3, 3, 3, 3}, gates), "SHEET-11", "/gates")
	}
	refused(t, stopped.Fill(stopped.Set(), []byte{9, 3, 3, 3}, 0), "SHEET-11", "/answers/1")
	refused(t, stopped.Fill(stopped.Set(), []byte{3, 3, 3}, 0), "SHEET-11", "/answers")
	refused(t, stopped.Fill(scoring.Set{}, nil, 0), "SHEET-10", "")
}
