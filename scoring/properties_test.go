package scoring_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
)

// ladders are the ways up within a criterion: from none, where that may be
// answered, through the options of one case in printed order.
func ladders(c scoring.Criterion) [][]string {
	byCase := map[int][]string{}
	zero := false
	for _, o := range c.Options() {
		byCase[o.Case] = append(byCase[o.Case], o.Code)
		zero = zero || o.Points == 0
	}
	var list [][]string
	for _, options := range byCase {
		if !zero {
			options = append([]string{scoring.NoneCode}, options...)
		}
		list = append(list, options)
	}
	return list
}

// Every step up of every criterion of all sets, with the rest unanswered, lowest,
// highest or drawn: no total, part, band, star or bound falls, and no minimum that
// was met is missed. Stopped by 0 points, a sheet has neither star nor bounds; a
// step up may end that and never brings it.
func TestEveryOptionIsNoWorse(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(17, 26))
	steps := 0
	for _, set := range qd26.Edition().Sets() {
		for _, rest := range backgrounds(t, r, set) {
			for _, c := range set.Criteria() {
				for _, ladder := range ladders(c) {
					var before scoring.Result
					for i, option := range ladder {
						sheet := rest
						require.NoError(t, sheet.Answer(c.Code(), option))
						after := scoring.Score(&sheet)
						if i > 0 {
							steps++
							require.Empty(t, worse(&before, &after), "%s from %s to %s: %s", c.Code(), ladder[i-1], option, sheet.Vector())
						}
						before = after
					}
				}
			}
		}
	}
	assert.Greater(t, steps, 20_000)
}

// backgrounds are sheets of a set: empty, lowest, highest, and some drawn, of
// which some are not whole.
func backgrounds(t *testing.T, r *rand.Rand, set scoring.Set) []scoring.Sheet {
	t.Helper()
	lowest := set.Sheet()
	for _, c := range set.Criteria() {
		answer(t, &lowest, c.Code(), c.Options()[0].Code)
	}
	list := []scoring.Sheet{set.Sheet(), lowest, best(t, set.No())}
	for i := range 10 {
		sheet := set.Sheet()
		for _, c := range set.Criteria() {
			if options := c.Options(); i%2 == 0 || r.IntN(3) > 0 {
				answer(t, &sheet, c.Code(), options[r.IntN(len(options))].Code)
			}
		}
		list = append(list, sheet)
	}
	return list
}

// worse names what fell from one result to another.
func worse(before, after *scoring.Result) (list []string) {
	fell := func(name string, from, to int) {
		if to < from {
			list = append(list, fmt.Sprintf("%s from %d to %d", name, from, to))
		}
	}
	fell("total", before.Total, after.Total)
	fell("A", before.Parts.A, after.Parts.A)
	fell("B", before.Parts.B, after.Parts.B)
	fell("C", before.Parts.C, after.Parts.C)
	if before.Status == scoring.StatusStopped || before.Status == scoring.StatusRejected {
		return list
	}
	if after.Status != scoring.StatusClassified && after.Status != scoring.StatusIncomplete {
		return append(list, string(after.Status))
	}
	fell("least total", before.Bounds.Total.Least, after.Bounds.Total.Least)
	fell("greatest total", before.Bounds.Total.Greatest, after.Bounds.Total.Greatest)
	fell("least star", before.Bounds.Star.Least, after.Bounds.Star.Least)
	fell("greatest star", before.Bounds.Star.Greatest, after.Bounds.Star.Greatest)
	if after.Status == scoring.StatusClassified {
		fell("band", before.Band, after.Band)
		fell("star", before.Star, after.Star)
		fell("minima met", -missed(before), -missed(after))
	}
	return list
}

// missed counts the minima that are missed.
func missed(r *scoring.Result) int { return len(slices.Collect(r.Shortfalls())) }

// The order of members decides nothing, and neither does each sheet given twice:
// the average stays, and with it what the council comes to.
func TestCouncilIsOfNoOrder(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(17, 27))
	seen := map[string]int{}
	for range sample(20_000) {
		set := productSet(t, 1+r.IntN(26))
		c := scoring.Council{Set: set}
		first := best(t, set.No())
		for _, criterion := range set.Criteria() {
			if options := criterion.Options(); r.IntN(3) == 0 {
				answer(t, &first, criterion.Code(), options[r.IntN(len(options))].Code)
			}
		}
		for i := range 1 + r.IntN(6) {
			sheet := first
			for _, criterion := range set.Criteria() {
				if options := criterion.Options(); r.IntN(8) == 0 {
					answer(t, &sheet, criterion.Code(), options[r.IntN(len(options))].Code)
				}
			}
			c.Members = append(c.Members, scoring.Member{ID: fmt.Sprint("m", i), Chair: i == 0, Sheet: sheet})
		}
		spread := r.IntN(40)
		c.Policy = scoring.Policy{MaxSpread: &spread, ChairRequired: r.IntN(2) == 0, Minima: []scoring.Minima{"", scoring.MinimaAll, scoring.MinimaMean}[r.IntN(3)]}
		want := of(t, c)
		seen[fmt.Sprint(want["status"])]++

		mixed := c
		mixed.Members = nil
		for _, i := range r.Perm(len(c.Members)) {
			mixed.Members = append(mixed.Members, c.Members[i])
		}
		require.Equal(t, want, of(t, mixed))

		for _, m := range c.Members {
			mixed.Members = append(mixed.Members, scoring.Member{ID: m.ID + " again", Sheet: m.Sheet})
		}
		twice := of(t, mixed)
		for _, name := range []string{"status", "average", "spread", "band", "star", "authority", "gates"} {
			require.Equal(t, want[name], twice[name], name)
		}
	}
	for _, status := range []string{"classified", "stopped", "spread-too-wide"} {
		assert.Positive(t, seen[status], status) // of the seeded sample, which -short makes small
	}
}

// of is what a council comes to, without what tells of its members one by one.
func of(t *testing.T, c scoring.Council) map[string]any {
	t.Helper()
	o := decide(t, c)
	var m map[string]any
	require.NoError(t, json.Unmarshal(o.AppendJSON(nil), &m))
	for _, name := range []string{"members", "widest", "pairs", "disagreements"} {
		delete(m, name)
	}
	return m
}
