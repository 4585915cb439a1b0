package scoring_test

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
)

func productSet(t testing.TB, no int) scoring.Set {
	t.Helper()
	set, ok := qd26.Edition().Set(no)
	require.True(t, ok)
	return set
}

// best answers every criterion with its last option.
func best(t testing.TB, no int) scoring.Sheet {
	t.Helper()
	sheet := productSet(t, no).Sheet()
	for _, c := range sheet.Set().Criteria() {
		options := c.Options()
		require.NoError(t, sheet.Answer(c.Code(), options[len(options)-1].Code))
	}
	return sheet
}

func answer(t testing.TB, sheet *scoring.Sheet, pairs ...string) {
	t.Helper()
	for i := 0; i < len(pairs); i += 2 {
		require.NoError(t, sheet.Answer(pairs[i], pairs[i+1]))
	}
}

func score(t testing.TB, sheet scoring.Sheet) map[string]any {
	t.Helper()
	r := scoring.Score(&sheet)
	var m map[string]any
	require.NoError(t, json.Unmarshal(r.AppendJSON(nil), &m))
	return m
}

func TestBestSheetHasFiveStars(t *testing.T) {
	t.Parallel()
	for _, set := range qd26.Edition().Sets() {
		sheet := best(t, set.No())
		r := scoring.Score(&sheet)
		assert.Equal(t, scoring.StatusClassified, r.Status)
		assert.Equal(t, []int{100, 5, 5}, []int{r.Total, r.Band, r.Star}, "set %d", set.No())
		assert.Equal(t, scoring.Parts{A: 40, B: 25, C: 35}, r.Parts)
		assert.Equal(t, scoring.AuthorityMinistry, r.Authority)
	}
}

func TestEmptySheetHasNoStar(t *testing.T) {
	t.Parallel()
	for _, set := range qd26.Edition().Sets() {
		m := score(t, set.Sheet())
		assert.Equal(t, "incomplete", m["status"])
		assert.Nil(t, m["star"])
		assert.Nil(t, m["band"])
		assert.Nil(t, m["authority"])
		assert.Len(t, m["unanswered"], len(set.Criteria()))
		bounds := m["bounds"].(map[string]any)
		least := 0.0
		if set.No() == 16 { // 0 points at 6.1 to 6.4 would stop it: 3 + 3 + 2 + 1
			least = 9
		}
		assert.Equal(t, []any{least, 100.0}, bounds["total"], "set %d", set.No())
		assert.Equal(t, []any{1.0, 5.0}, bounds["star"])
	}
}

func TestBands(t *testing.T) {
	t.Parallel()
	// Set 13 from 100 points down, by points that bear no minimum of 3 stars.
	for total, want := range map[int]int{100: 5, 90: 5, 89: 4, 70: 4, 69: 3, 50: 3, 49: 2, 30: 2, 29: 1, 3: 1} {
		sheet := withTotal(t, 13, total)
		r := scoring.Score(&sheet)
		require.Equal(t, total, r.Total)
		assert.Equal(t, want, r.Band, "%d points", total)
	}
}

// withTotal finds a sheet of exactly that many points, whatever its minima.
func withTotal(t *testing.T, no, total int) scoring.Sheet {
	t.Helper()
	sheet := best(t, no)
	for over := 100 - total; over > 0; {
		c, lower, fall := biggestFall(sheet, over)
		require.Positive(t, fall, "no way down to %d", total)
		answer(t, &sheet, c, lower)
		over -= fall
	}
	return sheet
}

// biggestFall finds the option whose choice lowers the total most, by no more than over.
func biggestFall(sheet scoring.Sheet, over int) (criterion, option string, fall int) {
	before := scoring.Score(&sheet).Total
	for _, c := range sheet.Set().Criteria() {
		codes := []string{}
		if c.AllowsNone() {
			codes = append(codes, scoring.NoneCode)
		}
		for _, o := range c.Options() {
			codes = append(codes, o.Code)
		}
		for _, code := range codes {
			if c.Code() == "5.1" && code == "a" { // 5.2 would fall away
				continue
			}
			trial := sheet
			if trial.Answer(c.Code(), code) != nil {
				continue
			}
			if f := before - scoring.Score(&trial).Total; f <= over && f > fall {
				criterion, option, fall = c.Code(), code, f
			}
		}
	}
	return criterion, option, fall
}

func TestMinimumHoldsTheStarBack(t *testing.T) {
	t.Parallel()
	sheet := best(t, 13)
	answer(t, &sheet, "1.5", "c") // starred for 4; d is starred for 5
	r := scoring.Score(&sheet)
	assert.Equal(t, []int{99, 5, 4}, []int{r.Total, r.Band, r.Star})
	assert.Equal(t, scoring.AuthorityProvince, r.Authority)

	answer(t, &sheet, "1.5", "b") // below the minimum of 4 stars
	r = scoring.Score(&sheet)
	assert.Equal(t, []int{98, 5, 3}, []int{r.Total, r.Band, r.Star})

	answer(t, &sheet, "2.3", "none") // below the minimum of 3 stars
	r = scoring.Score(&sheet)
	assert.Equal(t, []int{95, 5, 2}, []int{r.Total, r.Band, r.Star})
	assert.Empty(t, r.Authority)
}

func TestShortfallsAreCumulative(t *testing.T) {
	t.Parallel()
	sheet := best(t, 13)
	answer(t, &sheet, "3.5", "none") // 3.5: a***, b****
	want := []any{
		map[string]any{"star": 3.0, "criterion": "3.5", "have": "none", "need": "a"},
		map[string]any{"star": 4.0, "criterion": "3.5", "have": "none", "need": "b"},
		map[string]any{"star": 5.0, "criterion": "3.5", "have": "none", "need": "b"},
	}
	assert.Equal(t, want, score(t, sheet)["shortfalls"])
	answer(t, &sheet, "3.5", "")
	for _, w := range want {
		w.(map[string]any)["have"] = nil
	}
	assert.Equal(t, want, score(t, sheet)["shortfalls"])
	answer(t, &sheet, "3.5", "a")
	for _, w := range want {
		w.(map[string]any)["have"] = "a"
	}
	assert.Equal(t, want[1:], score(t, sheet)["shortfalls"])
}

func TestWithoutAStoryItsStructureFallsAway(t *testing.T) {
	t.Parallel()
	sheet := best(t, 1)
	answer(t, &sheet, "5.1", "a")
	m := score(t, sheet)
	assert.Equal(t, "classified", m["status"])
	assert.Equal(t, 93.0, m["total"], "5 points of 5.1 and the 2 of 5.2")
	assert.Equal(t, []any{"5.2"}, m["notApplicable"])
	answer(t, &sheet, "5.2", "")
	again := score(t, sheet)
	assert.Equal(t, m, again, "whether 5.2 was answered makes no difference")

	answer(t, &sheet, "5.1", "")
	bounds := score(t, sheet)["bounds"].(map[string]any)
	assert.Equal(t, []any{93.0, 100.0}, bounds["total"])
}

func TestGates(t *testing.T) {
	t.Parallel()
	sheet := best(t, 13)
	require.NoError(t, sheet.SetGate("unacceptable-impurities", true))
	m := score(t, sheet)
	assert.Equal(t, "stopped", m["status"])
	require.NoError(t, sheet.SetGate("identical-product", true))
	answer(t, &sheet, "1.1", "")
	m = score(t, sheet)
	assert.Equal(t, "rejected", m["status"], "rejected outranks stopped, both outrank incomplete")
	assert.Equal(t, []any{
		map[string]any{"id": "identical-product", "effect": "reject"},
		map[string]any{"id": "unacceptable-impurities", "effect": "stop"},
	}, m["gates"])
	for _, name := range []string{"band", "star", "authority", "bounds"} {
		assert.Nil(t, m[name], name)
	}
	assert.Equal(t, 97.0, m["total"])
	require.NoError(t, sheet.SetGate("identical-product", false))
	assert.Equal(t, "stopped", score(t, sheet)["status"])
}

func TestDerivedGate(t *testing.T) {
	t.Parallel()
	for _, criterion := range []string{"6.1", "6.2", "6.3", "6.4"} {
		sheet := best(t, 16)
		answer(t, &sheet, criterion, "a")
		m := score(t, sheet)
		assert.Equal(t, "stopped", m["status"])
		assert.Equal(t, []any{map[string]any{"id": "zero-sensory-point", "effect": "stop"}}, m["gates"])
		assert.ErrorContains(t, sheet.SetGate("zero-sensory-point", true), "never given")
	}
}

func TestTwoCases(t *testing.T) {
	t.Parallel()
	sheet := best(t, 26)
	for option, total := range map[string]float64{"1a": 98, "1b": 100, "2a": 98, "2b": 100, "none": 97} {
		answer(t, &sheet, "8", option)
		assert.Equal(t, total, score(t, sheet)["total"], option)
	}
}

func TestSheetRefuses(t *testing.T) {
	t.Parallel()
	sheet := productSet(t, 13).Sheet()
	before := sheet
	refused(t, sheet.Answer("9.9", "a"), "SHEET-02", "/answers/9.9")
	refused(t, sheet.Answer("1.1", "z"), "SHEET-03", "/answers/1.1")
	refused(t, sheet.Answer("1.2", "none"), "SHEET-05", "/answers/1.2")
	refused(t, sheet.SetGate("ip-infringement", true), "SHEET-07", "/gates")
	refused(t, sheet.SetGate("x", true), "SHEET-06", "/gates")
	assert.Equal(t, before, sheet)
	water := productSet(t, 16).Sheet()
	refused(t, water.SetGate("zero-sensory-point", false), "SHEET-08", "/gates")
	var none scoring.Sheet
	refused(t, none.Answer("1.1", "a"), "SHEET-10", "")
	refused(t, none.SetGate("x", true), "SHEET-10", "")
}

// What a set says of itself: parts (Article 3.1), the part of a criterion and
// what proves it (Appendix III, form 02).
func TestWhatASetSays(t *testing.T) {
	t.Parallel()
	set := productSet(t, 13)
	for part, most := range map[string]int{"A": 40, "B": 25, "C": 35, "D": 0, "@": 0, "": 0, "AB": 0, "a": 0} {
		assert.Equal(t, most, set.PartMax(part), part)
	}
	for code, part := range map[string]string{"1.1": "A", "4.1": "B", "11": "C"} {
		c, ok := set.Criterion(code)
		require.True(t, ok)
		assert.Equal(t, part, c.Part())
	}
	c, _ := set.Criterion("1.1")
	assert.NotEmpty(t, c.Evidence())
	assert.Equal(t, 3, c.Max())
}

func TestZeroValues(t *testing.T) {
	t.Parallel()
	var sheet scoring.Sheet
	r := scoring.Score(&sheet)
	assert.Empty(t, r.Status)
	assert.Equal(t, "null", string(r.AppendJSON(nil)))
	assert.Equal(t, "null", string(sheet.AppendJSON(nil)))
	for range r.Shortfalls() {
		t.Fail()
	}
	for range r.Unanswered() {
		t.Fail()
	}
	for range r.NotApplicable() {
		t.Fail()
	}
	for range r.Gates() {
		t.Fail()
	}
	assert.Error(t, sheet.Answer("1.1", "a"))
	assert.Error(t, sheet.SetGate("forged-dossier", true))
	assert.Empty(t, sheet.Chosen("1.1"))
	var set scoring.Set
	assert.Empty(t, set.Criteria())
	assert.Empty(t, set.Sections())
	assert.Empty(t, set.Gates())
	assert.Zero(t, set.No())
	assert.Zero(t, set.PartMax("A"))
	assert.Empty(t, set.Edition())
	_, ok := set.Criterion("1.1")
	assert.False(t, ok)
	var edition scoring.Edition
	assert.Empty(t, edition.ID())
	assert.Empty(t, edition.Sets())
	_, ok = edition.Set(1)
	assert.False(t, ok)
}

// Going through a result may stop at any item.
func TestIterationMayStop(t *testing.T) {
	t.Parallel()
	sheet := productSet(t, 16).Sheet()
	answer(t, &sheet, "6.1", "a")
	for _, g := range sheet.Set().Gates() {
		if g.ZeroPointsAt == nil {
			require.NoError(t, sheet.SetGate(g.ID, true))
		}
	}
	r := scoring.Score(&sheet)
	calls := 0
	r.Shortfalls()(func(scoring.Shortfall) bool { calls++; return false })
	r.Gates()(func(scoring.Gate) bool { calls++; return false })
	r.Unanswered()(func(scoring.Criterion) bool { calls++; return false })
	assert.Equal(t, 3, calls, "each is asked once")
	require.Len(t, slices.Collect(r.Gates()), len(sheet.Set().Gates()))
	for _, g := range sheet.Set().Gates() {
		if g.ZeroPointsAt == nil {
			require.NoError(t, sheet.SetGate(g.ID, false))
		}
	}
	r = scoring.Score(&sheet)
	for s := range r.Shortfalls() {
		assert.Equal(t, "1.1", s.Criterion.Code())
		break
	}
	for c := range r.Unanswered() {
		assert.Equal(t, "1.1", c.Code())
		break
	}
	for g := range r.Gates() {
		assert.Equal(t, "zero-sensory-point", g.ID)
		break
	}
}

func TestScoreDoesNotAllocate(t *testing.T) {
	full, open := best(t, 1), productSet(t, 1).Sheet()
	assert.Zero(t, testing.AllocsPerRun(100, func() {
		scoring.Score(&full)
		scoring.Score(&open)
	}))
}

func TestScoreLeavesTheSheetAlone(t *testing.T) {
	t.Parallel()
	sheet := best(t, 13)
	r := scoring.Score(&sheet)
	answer(t, &sheet, "1.5", "a")
	assert.NotEqual(t, sheet, r.Sheet())
	kept := r.Sheet()
	assert.Equal(t, "d", kept.Chosen("1.5"))
	assert.Equal(t, 5, r.Star)
}

// Each way to ask for a Result's JSON gives the same.
func TestMarshal(t *testing.T) {
	t.Parallel()
	sheet := best(t, 13)
	r := scoring.Score(&sheet)
	viaMarshal, err := json.Marshal(r)
	require.NoError(t, err)
	assert.JSONEq(t, string(r.AppendJSON(nil)), string(viaMarshal))
	viaMarshal, err = json.Marshal(sheet)
	require.NoError(t, err)
	assert.JSONEq(t, string(sheet.AppendJSON(nil)), string(viaMarshal))
}

// refused tells that an error is one problem, with this code at this place.
func refused(t *testing.T, err error, code, path string) {
	t.Helper()
	var problems problem.List
	require.ErrorAs(t, err, &problems)
	require.Len(t, problems, 1)
	assert.Equal(t, code, problems[0].Code)
	assert.Equal(t, path, problems[0].Path)
}
