package scoring_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/scoring"
)

// What is as usual is left out of what goes in, to the letter.
func TestWhatGoesInIsShort(t *testing.T) {
	t.Parallel()
	sheet := productSet(t, 13).Sheet()
	answer(t, &sheet, "1.1", "c")
	spread := 0
	locked := scoring.NewPlanRequest(sheet, 1)
	require.NoError(t, locked.Lock("1.1"))
	require.NoError(t, locked.SetCost("1.2", 2))
	require.NoError(t, locked.SetCost("1.3", 0))
	member := scoring.Member{ID: "a", Sheet: sheet}
	for want, value := range map[string]json.Marshaler{
		`{"edition":"qd26-2026","set":13,"answers":{"1.1":"c"}}`:                                                    scoring.PlanRequest{Sheet: sheet},
		`{"edition":"qd26-2026","set":13,"answers":{"1.1":"c"},"star":1,"locked":["1.1"],"cost":{"1.2":2,"1.3":0}}`: locked,
		`{"edition":"qd26-2026","set":13,"members":[]}`:                                                             scoring.Council{Set: sheet.Set()},
		`{"edition":"qd26-2026","set":13,"members":[{"id":"b"}]}`:                                                   scoring.Council{Set: sheet.Set(), Members: []scoring.Member{{ID: "b"}}},
		`{"edition":"qd26-2026","set":13,"seats":1,"members":[{"id":"a","answers":{"1.1":"c"}}],"gates":["forged-dossier"],"policy":{"maxSpread":0}}`: scoring.Council{
			Set: sheet.Set(), Seats: 1, Members: []scoring.Member{member}, Gates: []string{"forged-dossier"}, Policy: scoring.Policy{MaxSpread: &spread},
		},
		`{"edition":"qd26-2026","set":13,"members":[{"id":"a","chair":true,"answers":{"1.1":"c"}}],"policy":{"quorum":"3/4","chairRequired":true,"minima":"mean"}}`: scoring.Council{
			Set: sheet.Set(), Members: []scoring.Member{{ID: "a", Chair: true, Sheet: sheet}},
			Policy: scoring.Policy{Quorum: scoring.Quorum{Of: 3, From: 4}, ChairRequired: true, Minima: scoring.MinimaMean},
		},
	} {
		text, err := value.MarshalJSON()
		require.NoError(t, err)
		assert.Equal(t, want, string(text))
	}
	policy, err := json.Marshal(scoring.Policy{Quorum: scoring.Quorum{Of: 3, From: 4}, Minima: scoring.MinimaAll})
	require.NoError(t, err)
	assert.JSONEq(t, `{"quorum":"3/4","minima":"all"}`, string(policy))
}

// What falls away stands in no result, be it the first of its set.
func TestFallenAnswersAreLeftOut(t *testing.T) {
	t.Parallel()
	away := small(t, "b", "a", "1b", "b")
	first := away.Set().Criteria()[0].Code()
	require.NotEmpty(t, away.Chosen(first))
	r := scoring.Score(&away)
	kept := r.Sheet()
	assert.Empty(t, kept.Chosen(first))
	assert.Equal(t, "b", away.Chosen(first), "the sheet itself is as it was")
}
