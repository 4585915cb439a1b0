package procedure_test

import (
	"encoding/json"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/dossier/procedure"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/civil"
)

// anyDay is a day from 2024 to 2035.
func anyDay(r *rand.Rand) civil.Date {
	return civil.Date{Year: 2024, Month: 1, Day: 1}.AddDays(r.IntN(12 * 365))
}

// anyHolidays are those built in, none at all, or some of one's own.
func anyHolidays(t *testing.T, r *rand.Rand) procedure.Holidays {
	t.Helper()
	if r.IntN(3) == 0 {
		return nil
	}
	h := procedure.Holidays{}
	for year := 2024; year < 2037; year++ {
		y := procedure.HolidayYear{}
		for range r.IntN(20) {
			day := civil.Date{Year: year, Month: 1, Day: 1}.AddDays(r.IntN(365))
			switch {
			case slices.Contains(y.Off, day) || slices.Contains(y.Worked, day):
			case day.Weekday() >= 6 && r.IntN(2) == 0:
				y.Worked = append(y.Worked, day)
			default:
				y.Off = append(y.Off, day)
			}
		}
		if r.IntN(3) > 0 {
			h[year] = y
		}
	}
	require.Empty(t, h.Check())
	return h
}

// Working days add up, never run backwards, and one more day off never makes a
// last day earlier.
func TestWorkingDaysAddUp(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(17, 7))
	for range 2_000 {
		h := anyHolidays(t, r)
		from, a, b := anyDay(r), r.IntN(30), r.IntN(30)
		last := procedure.AddWorkingDays(from, a+b, h)
		require.Equal(t, last, procedure.AddWorkingDays(procedure.AddWorkingDays(from, a, h), b, h), "%s %d %d", from, a, b)
		require.False(t, procedure.AddWorkingDays(from.AddDays(1), a+b, h).Before(last), "%s %d", from, a+b)
		require.True(t, last.Before(procedure.AddWorkingDays(from, a+b+1, h)), "%s %d", from, a+b)

		off := anyDay(r)
		more := procedure.Holidays{off.Year: h.In(off.Year)}
		for year, y := range h {
			more[year] = y
		}
		y := more[off.Year]
		if !slices.Contains(y.Off, off) && !slices.Contains(y.Worked, off) {
			y.Off = append(slices.Clone(y.Off), off)
			more[off.Year] = y
		}
		require.False(t, procedure.AddWorkingDays(from, a, more).Before(procedure.AddWorkingDays(from, a, h)), "%s off, %s %d", off, from, a)
	}
}

// A certificate that is issued later never ends earlier, and its window of renewal
// lies before its end and opens before it closes (Articles 4.3, 7.6.a).
func TestLaterCertificatesEndNoEarlier(t *testing.T) {
	t.Parallel()
	for day, before := (civil.Date{Year: 2023, Month: 1, Day: 2}), (civil.Date{Year: 2023, Month: 1, Day: 1}); day.Year < 2033; before, day = day, day.AddDays(1) {
		expiry := procedure.Expiry(day)
		require.False(t, expiry.Before(procedure.Expiry(before)), day)
		require.True(t, expiry.Valid(), day)
		first, last := procedure.RenewalWindow(expiry)
		require.True(t, first.Before(last) && last.Before(expiry) && day.Before(first), day)
		require.Equal(t, procedure.RenewalOpensBefore-procedure.RenewalClosesBefore, daysBetween(first, last))
		require.True(t, expiry.Before(procedure.ExtendedUntil(expiry)))
	}
}

func daysBetween(from, to civil.Date) (n int) {
	for ; from.Before(to); from = from.AddDays(1) {
		n++
	}
	return n
}

// everyStep are the ways to write a step of a kind on a day.
func everyStep(kind procedure.StepKind, day civil.Date) []procedure.Step {
	list := []procedure.Step{{Kind: kind, On: day}}
	spread := func(change func(s procedure.Step, add func(procedure.Step))) {
		var next []procedure.Step
		for _, s := range list {
			change(s, func(s procedure.Step) { next = append(next, s) })
		}
		list = next
	}
	needed, _ := kind.Members()
	for _, member := range needed {
		spread(func(s procedure.Step, add func(procedure.Step)) {
			switch member {
			case "star":
				for s.Star = 1; s.Star <= 5; s.Star++ {
					add(s)
				}
			case "by":
				for _, s.By = range []scoring.Authority{scoring.AuthorityProvince, scoring.AuthorityMinistry} {
					add(s)
				}
			case "ground":
				for _, s.Ground = range procedure.Grounds() {
					add(s)
				}
			case "outcome":
				for _, s.Outcome = range []procedure.Outcome{procedure.OutcomeRecognised, procedure.OutcomeRefused} {
					add(s)
				}
			}
		})
	}
	return list
}

// What Next lists on a day can be taken on it in some way, and what it does not
// list in none; a step that is refused leaves the life as it was. The whole is
// read back as it is written, and so is every beginning of it.
func TestNextIsWhatCanBeTaken(t *testing.T) {
	t.Parallel()
	setbacks := []procedure.StepKind{procedure.StepSendBack, procedure.StepRefuse, procedure.StepTakeBack, procedure.StepWithdraw, procedure.StepRedo}
	r := rand.New(rand.NewPCG(17, 8))
	stages := map[procedure.Stage]int{}
	for range 120 {
		life := procedure.Life{Application: []procedure.Application{"", procedure.ApplicationFirst, procedure.ApplicationUpgrade, procedure.ApplicationReassessment}[r.IntN(4)]}
		on := civil.Date{Year: 2026, Month: 6, Day: 1}
		if r.IntN(2) == 0 {
			life.Previous = &procedure.Certificate{Star: 3 + r.IntN(3), Issued: on.AddDays(-r.IntN(1200))}
		}
		for range 14 {
			if r.IntN(2) == 0 {
				on = on.AddDays([]int{1, 30, 100, 960}[r.IntN(4)])
			}
			next := life.Next(on)
			before, err := json.Marshal(life)
			require.NoError(t, err)
			var possible []procedure.Life
			setback := r.IntN(8) == 0 // most walks are to go on
			for _, kind := range procedure.StepKinds() {
				taken := false
				for _, s := range everyStep(kind, on) {
					if after, err := life.Take(s); err == nil {
						taken = true
						if setback == slices.Contains(setbacks, kind) && (setback || s.Star == 0 || s.Star > 2) {
							possible = append(possible, after)
						}
					} else {
						require.Equal(t, life, after)
					}
				}
				require.Equal(t, slices.Contains(next, kind), taken, "%s on %s after %s", kind, on, before)
			}
			unchanged, err := json.Marshal(life)
			require.NoError(t, err)
			require.Equal(t, string(before), string(unchanged))
			if len(possible) == 0 {
				continue
			}
			life = possible[r.IntN(len(possible))]
			stages[life.StageOn(on)]++
			written, err := json.Marshal(life)
			require.NoError(t, err)
			var again procedure.Life
			require.NoError(t, json.Unmarshal(written, &again), string(written))
			require.Equal(t, life.Standing(on), again.Standing(on))
		}
	}
	assert.Greater(t, len(stages), 12, "the walks reach most stages: %v", stages)
}
