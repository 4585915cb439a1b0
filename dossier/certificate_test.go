package dossier_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// steps are all the steps there are, with good arguments for a star.
func steps(star int, day civil.Date) map[string]func(dossier.Life) (dossier.Life, error) {
	by := scoring.Province
	if star == 5 {
		by = scoring.Ministry
	}
	return map[string]func(dossier.Life) (dossier.Life, error){
		"file":     dossier.Life.File,
		"review":   dossier.Life.ReviewByCommune,
		"province": func(l dossier.Life) (dossier.Life, error) { return l.ScoreByProvince(star) },
		"send":     dossier.Life.SendOn,
		"ministry": func(l dossier.Life) (dossier.Life, error) { return l.ScoreByMinistry(star) },
		"recognise": func(l dossier.Life) (dossier.Life, error) {
			return l.Recognise(by, day)
		},
		"extend":   func(l dossier.Life) (dossier.Life, error) { return l.Extend(dossier.Expiry(day)) },
		"withdraw": func(l dossier.Life) (dossier.Life, error) { return l.Withdraw(by, dossier.LawBroken, day) },
	}
}

// walk takes steps that must all be possible.
func walk(t *testing.T, star int, names ...string) dossier.Life {
	t.Helper()
	var l dossier.Life
	for _, name := range names {
		next, err := steps(star, date(t, "2026-12-01"))[name](l)
		require.NoError(t, err, name)
		l = next
	}
	return l
}

// From each stage, the steps that there are; all others are refused, say why in
// both languages, and change nothing.
func TestSteps(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		star    int
		path    []string
		stage   dossier.Stage
		allowed []string
	}{
		{4, nil, dossier.Draft, []string{"file"}},
		{4, []string{"file"}, dossier.Filed, []string{"review"}},
		{4, []string{"file", "review"}, dossier.CommuneReviewed, []string{"province"}},
		{4, []string{"file", "review", "province"}, dossier.ProvinceScored, []string{"recognise"}},
		{2, []string{"file", "review", "province"}, dossier.ProvinceScored, nil},
		{5, []string{"file", "review", "province"}, dossier.ProvinceScored, []string{"send"}},
		{5, []string{"file", "review", "province", "send"}, dossier.SentOn, []string{"ministry"}},
		{5, []string{"file", "review", "province", "send", "ministry"}, dossier.MinistryScored, []string{"province", "recognise"}},
		{5, []string{"file", "review", "province", "send", "ministry", "recognise"}, dossier.Recognised, []string{"extend", "withdraw"}},
		{4, []string{"file", "review", "province", "recognise"}, dossier.Recognised, []string{"extend", "withdraw"}},
		{4, []string{"file", "review", "province", "recognise", "withdraw"}, dossier.Withdrawn, nil},
	} {
		l := walk(t, c.star, c.path...)
		assert.Equal(t, c.stage, l.Stage())
		for name, step := range steps(c.star, date(t, "2026-12-01")) {
			next, err := step(l)
			allowed := false
			for _, a := range c.allowed {
				allowed = allowed || a == name
			}
			if allowed {
				assert.NoError(t, err, "%s from %s", name, c.stage)
				continue
			}
			var problems problem.List
			require.ErrorAs(t, err, &problems, "%s from %s with %d stars", name, c.stage, c.star)
			assert.Equal(t, l, next)
			assert.NotRegexp(t, `\{[a-zA-Z]`, problems[0].Message.Vi+problems[0].Message.En)
		}
	}
}

func TestNothingBelowThreeStarsIsRecognised(t *testing.T) {
	t.Parallel()
	for _, star := range []int{1, 2} {
		_, err := walk(t, star, "file", "review", "province").Recognise(scoring.Province, date(t, "2026-12-01"))
		assert.ErrorContains(t, err, "LIFE-02")
	}
}

// 3 and 4 stars are the province's to recognise, on the spot (Articles 4.1.a, 7.3.e).
func TestThreeStarsAreRecognised(t *testing.T) {
	t.Parallel()
	for _, star := range []int{3, 4} {
		l := walk(t, star, "file", "review", "province")
		_, err := l.Recognise(scoring.Ministry, date(t, "2026-12-01"))
		assert.ErrorContains(t, err, "LIFE-03", "%d stars are not the ministry's", star)
		l, err = l.Recognise(scoring.Province, date(t, "2026-12-01"))
		require.NoError(t, err)
		assert.Equal(t, dossier.Recognised, l.Stage())
		assert.Equal(t, star, l.Star())
	}
}

// A product that the ministry does not confirm may be recognised by the
// province on that result (Article 7.4).
func TestReturnedByTheMinistry(t *testing.T) {
	t.Parallel()
	l := walk(t, 5, "file", "review", "province", "send")
	l, err := l.ScoreByMinistry(4)
	require.NoError(t, err)
	_, err = l.Recognise(scoring.Ministry, date(t, "2026-12-01"))
	assert.ErrorContains(t, err, "LIFE-03")
	l, err = l.Recognise(scoring.Province, date(t, "2026-12-01"))
	require.NoError(t, err)
	assert.Equal(t, 4, l.Star())
	_, err = l.Withdraw(scoring.Ministry, dossier.LawBroken, date(t, "2027-01-01"))
	assert.ErrorContains(t, err, "LIFE-03", "4 stars are the province's")
}

func TestStageOn(t *testing.T) {
	t.Parallel()
	l := walk(t, 4, "file", "review", "province")
	assert.Zero(t, l.Expiry())
	assert.Equal(t, dossier.ProvinceScored, l.StageOn(date(t, "2030-01-01")))
	l = walk(t, 4, "file", "review", "province", "recognise") // on 2026-12-01
	assert.Equal(t, "2029-12-01", l.Expiry().String())
	for day, want := range map[string]dossier.Stage{
		"2026-12-01": dossier.Recognised,
		"2029-06-03": dossier.Recognised,
		"2029-06-04": dossier.Expiring, // 180 days before
		"2029-12-01": dossier.Expiring, // the last day
		"2029-12-02": dossier.Expired,
	} {
		assert.Equal(t, want, l.StageOn(date(t, day)), day)
	}
	extended, err := l.Extend(date(t, "2029-08-04")) // a day late: the window closed on 3 August
	require.NoError(t, err)
	assert.Equal(t, dossier.Extended, extended.StageOn(date(t, "2029-12-02")))
	assert.Equal(t, dossier.Extended, extended.StageOn(date(t, "2030-05-30"))) // 180 days after
	assert.Equal(t, dossier.Expired, extended.StageOn(date(t, "2030-05-31")))
	for _, day := range []string{"2029-08-03", "2029-12-02"} {
		_, err = l.Extend(date(t, day))
		assert.ErrorContains(t, err, "LIFE-06", "%s is not late, or too late", day)
	}
}

func TestWithdraw(t *testing.T) {
	t.Parallel()
	l := walk(t, 5, "file", "review", "province", "send", "ministry", "recognise")
	for _, ground := range []dossier.Ground{dossier.Untruthful, dossier.CriteriaUnmet, dossier.LawBroken, dossier.MarkMisused, dossier.NotProducing, dossier.OtherAuthority} {
		w, err := l.Withdraw(scoring.Ministry, ground, date(t, "2027-01-01"))
		require.NoError(t, err)
		assert.Equal(t, ground, w.Ground())
		assert.Equal(t, dossier.Withdrawn, w.StageOn(date(t, "2035-01-01")))
	}
	_, err := l.Withdraw(scoring.Ministry, "bored", date(t, "2027-01-01"))
	assert.ErrorContains(t, err, "LIFE-05")
	for day, why := range map[civil.Date]string{
		date(t, "2026-11-30"):           "before it was issued",
		date(t, "2029-12-02"):           "after it expired",
		{}:                              "no day",
		{Year: 2027, Month: 2, Day: 30}: "no real day, though between the two",
	} {
		_, err = l.Withdraw(scoring.Ministry, dossier.LawBroken, day)
		assert.ErrorContains(t, err, "LIFE-06", why)
	}
	for _, day := range []string{"2026-12-01", "2029-12-01"} { // its first and its last day (Article 4.3)
		_, err = l.Withdraw(scoring.Ministry, dossier.LawBroken, date(t, day))
		require.NoError(t, err, day)
	}
}

func TestRefusesWhatIsNone(t *testing.T) {
	t.Parallel()
	l := walk(t, 4, "file", "review")
	for _, star := range []int{0, 6, -1} {
		_, err := l.ScoreByProvince(star)
		assert.ErrorContains(t, err, "LIFE-04")
	}
	l = walk(t, 4, "file", "review", "province")
	_, err := l.Recognise(scoring.Province, civil.Date{Year: 2026, Month: 2, Day: 30})
	assert.ErrorContains(t, err, "LIFE-06")
}
