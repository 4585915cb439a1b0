package scoring_test

import (
	"encoding/json"
	"math/rand/v2"
	"os"
	"runtime"
	"slices"
	"strconv"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/internal/naive"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
)

func law(t *testing.T) *naive.Law {
	t.Helper()
	f, err := os.Open("qd26/testdata/facts.tsv")
	require.NoError(t, err)
	defer f.Close() //nolint:errcheck // only read
	l, err := naive.Load(f)
	require.NoError(t, err)
	return l
}

// randomSheet draws a sheet of a random set: how much is answered, how high the
// answers are and whether there are gates are drawn too, so that every status,
// star and minimum comes up.
func randomSheet(r *rand.Rand, l *naive.Law, open int) naive.Sheet {
	s := naive.Sheet{Set: 1 + r.IntN(26), Answers: map[string]string{}}
	level, often := r.IntN(3), r.Float64() // often draws the worst or the best option
	for _, criterion := range l.Criteria(s.Set) {
		choices := l.Choices(s.Set, criterion)
		choice := choices[r.IntN(len(choices))]
		switch printed := len(choices); {
		case level == 0 || r.Float64() > often:
		case level == 1: // none, where it is allowed, comes last
			choice = choices[0]
			if choices[printed-1] == "none" {
				choice = "none"
			}
		case choices[printed-1] == "none":
			choice = choices[printed-2]
		default:
			choice = choices[printed-1]
		}
		s.Answers[criterion] = choice
	}
	codes := l.Criteria(s.Set)
	for range open {
		delete(s.Answers, codes[r.IntN(len(codes))])
	}
	if r.IntN(8) == 0 {
		for _, id := range l.GateIDs(s.Set) {
			if r.IntN(4) == 0 {
				s.Gates = append(s.Gates, id)
			}
		}
	}
	return s
}

// engineSheet builds the same sheet for the engine.
func engineSheet(t *testing.T, s naive.Sheet) scoring.Sheet {
	set, _ := qd26.Edition().Set(s.Set)
	sheet := set.Sheet()
	for criterion, option := range s.Answers {
		if err := sheet.Answer(criterion, option); err != nil {
			t.Fatal(err)
		}
	}
	for _, id := range s.Gates {
		if err := sheet.SetGate(id, true); err != nil {
			t.Fatal(err)
		}
	}
	return sheet
}

// same compares everything that both say of a sheet, as JSON. The bounds of an
// incomplete sheet are compared only if asked for, as the naive scorer has to
// try every completion.
func same(t *testing.T, l *naive.Law, s naive.Sheet, withBounds bool) bool {
	sheet := engineSheet(t, s)
	result := scoring.Score(&sheet)
	want := l.Score(s)
	if want.Status == "incomplete" {
		if withBounds {
			want.Bounds = l.Bounds(s)
		} else {
			result.Bounds = scoring.Bounds{}
		}
	}
	wantText, err := json.Marshal(want)
	return assert.NoError(t, err) &&
		assert.Equal(t, string(wantText), string(result.AppendJSON(nil)), "sheet %s", sheet.AppendJSON(nil))
}

// The engine and a slow second reading of the decision, which share no code
// and no tables, agree on a million sheets (COMPARE=all; fewer otherwise).
func TestAgreesWithNaiveScorer(t *testing.T) {
	t.Parallel()
	l := law(t)
	sheets := sample(1_000_000)
	var seen sync.Map // status and star to how often
	parallel(t, sheets, func(t *testing.T, r *rand.Rand) bool {
		open := 0
		if r.IntN(2) == 0 {
			open = r.IntN(40)
		}
		s := randomSheet(r, l, open)
		sheet := engineSheet(t, s)
		result := scoring.Score(&sheet)
		count, _ := seen.LoadOrStore(string(result.Status)+strconv.Itoa(result.Star), new(atomic.Int64))
		count.(*atomic.Int64).Add(1)
		return same(t, l, s, false)
	})
	for _, outcome := range []string{"classified1", "classified2", "classified3", "classified4", "classified5", "incomplete0", "stopped0", "rejected0"} {
		count, ok := seen.Load(outcome)
		if assert.True(t, ok, "%s never came up", outcome) {
			assert.Greater(t, count.(*atomic.Int64).Load(), int64(sheets/1000), outcome)
		}
	}
}

// Bounds are those of going through every way to answer what is open.
func TestBoundsAgreeWithEnumeration(t *testing.T) {
	t.Parallel()
	l := law(t)
	parallel(t, sample(5_000), func(t *testing.T, r *rand.Rand) bool {
		s := randomSheet(r, l, 1+r.IntN(4))
		if r.IntN(4) == 0 { // the pair that depends on each other
			delete(s.Answers, "5.1")
		}
		if l.Completions(s) > 2_000 {
			return true
		}
		return same(t, l, s, true)
	})
}

// sample is how many of so many cases are tried: a quarter in make check, all with
// make compare SHARE=all, a twentieth in go test, and 50 or a two-hundredth with
// -short.
func sample(all int) int {
	switch {
	case os.Getenv("COMPARE") == "all":
		return all
	case os.Getenv("COMPARE") == "quarter":
		return all / 4
	case testing.Short():
		return max(all/200, 50)
	default:
		return all / 20
	}
}

// parallel runs a check that many times with seeded random numbers, one
// goroutine a core, and stops at the first failure.
func parallel(t *testing.T, times int, check func(*testing.T, *rand.Rand) bool) {
	t.Helper()
	workers := runtime.GOMAXPROCS(0)
	done := make(chan struct{})
	for w := range workers {
		go func() {
			defer func() { done <- struct{}{} }()
			r := rand.New(rand.NewPCG(2026, uint64(w)))
			for range times / workers {
				if !check(t, r) {
					return
				}
			}
		}()
	}
	for range workers {
		<-done
	}
}

// More is never worse: a later option, or taking a gate away, lowers neither
// total, nor star. 5.1 and 5.2 of a story count together.
func TestMonotone(t *testing.T) {
	t.Parallel()
	l := law(t)
	r := rand.New(rand.NewPCG(1, 1))
	for range sample(100_000) {
		s := randomSheet(r, l, 0)
		s.Gates = nil
		sheet := engineSheet(t, s)
		before := scoring.Score(&sheet)
		codes := l.Criteria(s.Set)
		code := codes[r.IntN(len(codes))]
		choices := l.Choices(s.Set, code)
		i := slices.Index(choices, s.Answers[code])
		if choices[len(choices)-1] == "none" { // below the printed options
			choices = append([]string{"none"}, choices[:len(choices)-1]...)
			i = slices.Index(choices, s.Answers[code])
		}
		if i+1 == len(choices) || choices[i][0] == '1' && choices[i+1][0] == '2' {
			continue
		}
		require.NoError(t, sheet.Answer(code, choices[i+1]))
		after := scoring.Score(&sheet)
		require.GreaterOrEqual(t, after.Total, before.Total)
		if before.Status == scoring.StatusClassified {
			require.Equal(t, scoring.StatusClassified, after.Status)
			require.GreaterOrEqual(t, after.Star, before.Star)
		}
	}
}

// Whatever is answered next, the outcome stays within the bounds, and they never widen.
func TestBoundsNarrow(t *testing.T) {
	t.Parallel()
	l := law(t)
	r := rand.New(rand.NewPCG(2, 2))
	for range 2_000 {
		s := randomSheet(r, l, 0)
		s.Gates = nil
		set, _ := qd26.Edition().Set(s.Set)
		sheet := set.Sheet()
		bounds := scoring.Score(&sheet)
		for _, i := range r.Perm(len(l.Criteria(s.Set))) {
			code := l.Criteria(s.Set)[i]
			require.NoError(t, sheet.Answer(code, s.Answers[code]))
			next := scoring.Score(&sheet)
			if next.Status == scoring.StatusStopped {
				break
			}
			require.LessOrEqual(t, bounds.Bounds.Total.Least, next.Bounds.Total.Least)
			require.GreaterOrEqual(t, bounds.Bounds.Total.Greatest, next.Bounds.Total.Greatest)
			require.LessOrEqual(t, bounds.Bounds.Star.Least, next.Bounds.Star.Least)
			require.GreaterOrEqual(t, bounds.Bounds.Star.Greatest, next.Bounds.Star.Greatest)
			bounds = next
		}
	}
}
