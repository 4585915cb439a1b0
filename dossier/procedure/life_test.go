package procedure_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/dossier/procedure"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// steps are all the steps there are, with good arguments for a star.
func steps(star int, day civil.Date) map[string]procedure.Step {
	by := scoring.AuthorityProvince
	if star == 5 {
		by = scoring.AuthorityMinistry
	}
	return map[string]procedure.Step{
		"file":      {Kind: procedure.StepFile, On: day},
		"back":      {Kind: procedure.StepSendBack, On: day},
		"complete":  {Kind: procedure.StepComplete, On: day},
		"refuse":    {Kind: procedure.StepRefuse, On: day},
		"take":      {Kind: procedure.StepTakeBack, On: day},
		"end":       {Kind: procedure.StepEndExtension, On: procedure.Expiry(day), Outcome: procedure.OutcomeRefused},
		"redo":      {Kind: procedure.StepRedo, On: day},
		"review":    {Kind: procedure.StepPropose, On: day},
		"province":  {Kind: procedure.StepScoreByProvince, On: day, Star: star},
		"send":      {Kind: procedure.StepSendOn, On: day},
		"ministry":  {Kind: procedure.StepScoreByMinistry, On: day, Star: star},
		"recognise": {Kind: procedure.StepRecognise, On: day, By: by},
		"extend":    {Kind: procedure.StepExtend, On: procedure.Expiry(day)},
		"withdraw":  {Kind: procedure.StepWithdraw, On: day, By: by, Ground: procedure.GroundLawBroken},
	}
}

func recognise(l procedure.Life, by scoring.Authority, day civil.Date) (procedure.Life, error) {
	return l.Take(procedure.Step{Kind: procedure.StepRecognise, On: day, By: by})
}

func withdraw(l procedure.Life, by scoring.Authority, ground procedure.Ground, day civil.Date) (procedure.Life, error) {
	return l.Take(procedure.Step{Kind: procedure.StepWithdraw, On: day, By: by, Ground: ground})
}

func extend(l procedure.Life, filed civil.Date) (procedure.Life, error) {
	return l.Take(procedure.Step{Kind: procedure.StepExtend, On: filed})
}

func score(l procedure.Life, kind procedure.StepKind, star int) (procedure.Life, error) {
	return l.Take(procedure.Step{Kind: kind, On: civil.Date{Year: 2026, Month: 12, Day: 1}, Star: star})
}

// walk takes steps that must all be possible.
func walk(t *testing.T, star int, names ...string) procedure.Life {
	t.Helper()
	var l procedure.Life
	for _, name := range names {
		next, err := l.Take(steps(star, date(t, "2026-12-01"))[name])
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
		stage   procedure.Stage
		allowed []string
	}{
		{4, nil, procedure.StageDraft, []string{"file"}},
		{4, []string{"file"}, procedure.StageFiled, []string{"back", "review", "refuse", "take"}},
		{4, []string{"file", "back"}, procedure.StageSentBack, []string{"complete", "refuse", "take"}},
		{4, []string{"file", "back", "complete"}, procedure.StageFiled, []string{"back", "review", "refuse", "take"}},
		{4, []string{"file", "review"}, procedure.StageCommuneReviewed, []string{"back", "province", "refuse", "take"}},
		{4, []string{"file", "review", "back", "complete"}, procedure.StageCommuneReviewed, []string{"back", "province", "refuse", "take"}},
		{4, []string{"file", "review", "province"}, procedure.StageProvinceScored, []string{"recognise", "refuse", "take", "redo"}},
		{2, []string{"file", "review", "province"}, procedure.StageProvinceScored, []string{"refuse", "take", "redo"}},
		{5, []string{"file", "review", "province"}, procedure.StageProvinceScored, []string{"send", "refuse", "take", "redo"}},
		{5, []string{"file", "review", "province", "redo"}, procedure.StageCommuneReviewed, []string{"back", "province", "refuse", "take"}},
		{5, []string{"file", "review", "province", "send"}, procedure.StageSentOn, []string{"back", "ministry", "refuse", "take"}},
		{5, []string{"file", "review", "province", "send", "back", "complete"}, procedure.StageSentOn, []string{"back", "ministry", "refuse", "take"}},
		{5, []string{"file", "review", "province", "send", "ministry"}, procedure.StageMinistryScored, []string{"recognise", "refuse", "take"}},
		{5, []string{"file", "review", "province", "send", "ministry", "recognise"}, procedure.StageRecognised, []string{"extend", "withdraw"}},
		{4, []string{"file", "review", "province", "recognise"}, procedure.StageRecognised, []string{"extend", "withdraw", "redo"}},
		{4, []string{"file", "review", "province", "recognise", "redo"}, procedure.StageCommuneReviewed, []string{"back", "province", "refuse", "take"}},
		{4, []string{"file", "review", "province", "recognise", "extend"}, procedure.StageRecognised, []string{"end"}},
		{4, []string{"file", "review", "province", "recognise", "extend", "end"}, procedure.StageRecognised, nil},
		{4, []string{"file", "review", "province", "recognise", "withdraw"}, procedure.StageWithdrawn, nil},
		{4, []string{"file", "refuse"}, procedure.StageRefused, nil},
		{4, []string{"file", "take"}, procedure.StageTakenBack, nil},
	} {
		l := walk(t, c.star, c.path...)
		assert.Equal(t, c.stage, l.Stage())
		for name, step := range steps(c.star, date(t, "2026-12-01")) {
			next, err := l.Take(step)
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
		_, err := recognise(walk(t, star, "file", "review", "province"), scoring.AuthorityProvince, date(t, "2026-12-01"))
		assert.ErrorContains(t, err, "LIFE-02")
	}
}

// 3 and 4 stars are the province's to recognise, on the spot (Articles 4.1.a, 7.3.e).
func TestThreeStarsAreRecognised(t *testing.T) {
	t.Parallel()
	for _, star := range []int{3, 4} {
		l := walk(t, star, "file", "review", "province")
		_, err := recognise(l, scoring.AuthorityMinistry, date(t, "2026-12-01"))
		assert.ErrorContains(t, err, "LIFE-03", "%d stars are not the ministry's", star)
		l, err = recognise(l, scoring.AuthorityProvince, date(t, "2026-12-01"))
		require.NoError(t, err)
		assert.Equal(t, procedure.StageRecognised, l.Stage())
		assert.Equal(t, star, l.Star())
	}
	// 92 points without a minimum of 5 stars are 4 (Article 3.4), and the province's.
	l, err := walk(t, 5, "file", "review").Take(procedure.Step{Kind: procedure.StepScoreByProvince, On: date(t, "2026-12-01"), Total: "92", Star: 4})
	require.NoError(t, err)
	_, err = recognise(l, scoring.AuthorityProvince, date(t, "2026-12-01"))
	assert.NoError(t, err)
}

// A product that the ministry does not confirm may be recognised by the
// province on that result (Article 7.4).
func TestReturnedByTheMinistry(t *testing.T) {
	t.Parallel()
	l := walk(t, 5, "file", "review", "province", "send")
	l, err := score(l, procedure.StepScoreByMinistry, 4)
	require.NoError(t, err)
	_, err = recognise(l, scoring.AuthorityMinistry, date(t, "2026-12-01"))
	assert.ErrorContains(t, err, "LIFE-03")
	l, err = recognise(l, scoring.AuthorityProvince, date(t, "2026-12-01"))
	require.NoError(t, err)
	assert.Equal(t, 4, l.Star())
	_, err = withdraw(l, scoring.AuthorityMinistry, procedure.GroundLawBroken, date(t, "2027-01-01"))
	assert.ErrorContains(t, err, "LIFE-03", "4 stars are the province's")
}

func TestStageOn(t *testing.T) {
	t.Parallel()
	l := walk(t, 4, "file", "review", "province")
	assert.Zero(t, l.Expiry())
	assert.Equal(t, procedure.StageProvinceScored, l.StageOn(date(t, "2030-01-01")))
	l = walk(t, 4, "file", "review", "province", "recognise") // on 2026-12-01
	assert.Equal(t, "2029-12-01", l.Expiry().String())
	for day, want := range map[string]procedure.Stage{
		"2026-12-01": procedure.StageRecognised,
		"2029-06-03": procedure.StageRecognised,
		"2029-06-04": procedure.StageExpiring, // 180 days before
		"2029-12-01": procedure.StageExpiring, // the last day
		"2029-12-02": procedure.StageExpired,
	} {
		assert.Equal(t, want, l.StageOn(date(t, day)), day)
	}
	extended, err := extend(l, date(t, "2029-08-04")) // a day late: the window closed on 3 August
	require.NoError(t, err)
	assert.Equal(t, procedure.StageExtended, extended.StageOn(date(t, "2029-12-02")))
	assert.Equal(t, procedure.StageExtended, extended.StageOn(date(t, "2030-05-30"))) // 180 days after
	assert.Equal(t, procedure.StageExpired, extended.StageOn(date(t, "2030-05-31")))
	_, err = extend(l, date(t, "2029-08-03"))
	assert.ErrorContains(t, err, "LIFE-06", "it is not late")
	_, err = extend(l, date(t, "2030-05-30")) // filed after the expiry: Article 12.3 does not mind
	require.NoError(t, err)
	_, err = extend(l, date(t, "2030-05-31"))
	assert.ErrorContains(t, err, "LIFE-14 : The extension lapsed on 2030-05-30 (Article 12.3).")
	_, err = extend(extended, date(t, "2029-09-01"))
	assert.ErrorContains(t, err, "LIFE-11 : The certificate was extended already, to 2030-05-30 at most")
}

func TestWithdraw(t *testing.T) {
	t.Parallel()
	l := walk(t, 5, "file", "review", "province", "send", "ministry", "recognise")
	for _, ground := range []procedure.Ground{procedure.GroundUntruthful, procedure.GroundCriteriaUnmet, procedure.GroundLawBroken, procedure.GroundMarkMisused, procedure.GroundNotProducing, procedure.GroundOtherAuthority} {
		w, err := withdraw(l, scoring.AuthorityMinistry, ground, date(t, "2027-01-01"))
		require.NoError(t, err)
		assert.Equal(t, ground, w.Ground())
		assert.Equal(t, procedure.StageWithdrawn, w.StageOn(date(t, "2035-01-01")))
	}
	_, err := withdraw(l, scoring.AuthorityMinistry, "bored", date(t, "2027-01-01"))
	assert.ErrorContains(t, err, "LIFE-05")
	_, err = withdraw(l, scoring.AuthorityMinistry, "", date(t, "2027-01-01"))
	assert.ErrorContains(t, err, "LIFE-05 /ground")
	_, err = withdraw(l, scoring.AuthorityProvince, procedure.GroundLawBroken, civil.Date{})
	assert.ErrorContains(t, err, "LIFE-03", "whose it is comes before its day")
	for day, why := range map[civil.Date]string{
		date(t, "2026-11-30"):           "before it was issued",
		date(t, "2029-12-02"):           "after it expired",
		{}:                              "no day",
		{Year: 2027, Month: 2, Day: 30}: "no real day, though between the two",
	} {
		_, err = withdraw(l, scoring.AuthorityMinistry, procedure.GroundLawBroken, day)
		assert.ErrorContains(t, err, "LIFE-06", why)
	}
	for _, day := range []string{"2026-12-01", "2029-12-01"} { // its first and its last day (Article 4.3)
		_, err = withdraw(l, scoring.AuthorityMinistry, procedure.GroundLawBroken, date(t, day))
		require.NoError(t, err, day)
	}
}

func TestRefusesWhatIsNone(t *testing.T) {
	t.Parallel()
	l := walk(t, 4, "file", "review")
	for _, star := range []int{0, 6, -1} {
		_, err := score(l, procedure.StepScoreByProvince, star)
		assert.ErrorContains(t, err, "LIFE-04")
	}
	l = walk(t, 4, "file", "review", "province")
	_, err := recognise(l, scoring.AuthorityProvince, civil.Date{Year: 2026, Month: 2, Day: 30})
	assert.ErrorContains(t, err, "LIFE-06")
}

// A step that there is not says where the dossier stands, of whom the decision
// is, and which article says so, and leaves everything as it is.
func TestRefusalsSayWhy(t *testing.T) {
	t.Parallel()
	day := date(t, "2026-12-01")
	whole := []string{"file", "review", "province", "send", "ministry", "recognise"}
	for _, c := range []struct {
		star  int
		path  []string
		step  string
		words [2]string
	}{
		{5, nil, "review", [2]string{"Chưa thể đề nghị lên cấp tỉnh: hồ sơ đang soạn, chưa nộp (Điều 7.2).", "There is no way to propose it to the province now: it is a draft, not filed (Article 7.2)."}},
		{5, whole[:1], "file", [2]string{"Chưa thể nộp hồ sơ: hồ sơ đã nộp, UBND cấp xã chưa đề nghị (Điều 7.1).", "There is no way to file now: it is filed and not yet proposed by the commune (Article 7.1)."}},
		{5, whole[:2], "recognise", [2]string{"Chưa thể công nhận: cấp xã đã đề nghị, cấp tỉnh chưa chấm (Điều 4.1).", "There is no way to recognise it now: it is proposed by the commune and not yet scored (Article 4.1)."}},
		{5, whole[:3], "ministry", [2]string{"Chưa thể chấm điểm cấp trung ương: Hội đồng cấp tỉnh đã chấm (Điều 7.4.d).", "There is no way to score it at the ministry now: it is scored by the province (Article 7.4.d)."}},
		{5, whole[:3], "recognise", [2]string{"Chưa thể công nhận 5 sao: Hội đồng cấp tỉnh đã chấm (Điều 7.4.e).", "There is no way to recognise 5 stars now: it is scored by the province (Article 7.4.e)."}},
		{5, whole[:4], "province", [2]string{"Chưa thể chấm điểm cấp tỉnh: đã gửi Bộ, chưa có kết quả (Điều 7.3.d).", "There is no way to score it in the province now: it is with the ministry and not yet scored (Article 7.3.d)."}},
		{5, whole[:5], "withdraw", [2]string{"Chưa thể thu hồi: Hội đồng cấp trung ương đã chấm (Điều 8.2).", "There is no way to withdraw it now: it is scored by the ministry (Article 8.2)."}},
		{5, whole, "send", [2]string{"Chưa thể gửi Bộ: sản phẩm đã được công nhận (Điều 7.3.e).", "There is no way to send it to the ministry now: it is recognised (Article 7.3.e)."}},
		{5, append(whole[:6:6], "withdraw"), "extend", [2]string{"Chưa thể kéo dài hiệu lực: giấy chứng nhận đã bị thu hồi (Điều 12.3).", "There is no way to extend it now: it is withdrawn (Article 12.3)."}},
		{4, whole[:3], "send", [2]string{"4 sao do cấp tỉnh quyết định (Điều 4.1.a).", "4 stars are for the province to decide (Article 4.1.a)."}},
		{2, whole[:3], "recognise", [2]string{"Sản phẩm 2 sao không được công nhận, không cấp giấy chứng nhận (khoản 1 Điều 4).", "A 2-star product is not recognised and gets no certificate (Article 4.1)."}},
	} {
		l := walk(t, c.star, c.path...)
		next, err := l.Take(steps(c.star, day)[c.step])
		var problems problem.List
		require.ErrorAs(t, err, &problems, c.step)
		assert.Equal(t, c.words[0], problems[0].Message.Vi)
		assert.Equal(t, c.words[1], problems[0].Message.En)
		assert.Equal(t, l, next)
	}

	five := walk(t, 5, whole...)
	for want, step := range map[string]func() (procedure.Life, error){
		"5 stars are for the ministry to decide (Article 8.2).": func() (procedure.Life, error) {
			return withdraw(five, scoring.AuthorityProvince, procedure.GroundLawBroken, day)
		},
		"bored is no ground to withdraw a certificate (Article 8.1).": func() (procedure.Life, error) { return withdraw(five, scoring.AuthorityMinistry, "bored", day) },
		"2026-11-30 is not a day for this step (Article 8.2).": func() (procedure.Life, error) {
			return withdraw(five, scoring.AuthorityMinistry, procedure.GroundLawBroken, day.AddDays(-1))
		},
		"2029-08-03 is not a day for this step (Article 12.3).": func() (procedure.Life, error) { return extend(five, date(t, "2029-08-03")) },
		"2029-09-31 is not a day for this step (Article 12.3).": func() (procedure.Life, error) { return extend(five, civil.Date{Year: 2029, Month: 9, Day: 31}) },
		"2031-02-30 is not a day for this step (Article 12.3).": func() (procedure.Life, error) { return extend(five, civil.Date{Year: 2031, Month: 2, Day: 30}) },
	} {
		next, err := step()
		assert.ErrorContains(t, err, want)
		assert.Equal(t, five, next)
	}
	sent := walk(t, 5, whole[:4]...)
	next, err := score(sent, procedure.StepScoreByMinistry, 6)
	assert.ErrorContains(t, err, "A star is 1 to 5, not 6.")
	assert.Equal(t, sent, next)
	scored := walk(t, 5, whole[:5]...)
	next, err = recognise(scored, scoring.AuthorityProvince, day)
	assert.ErrorContains(t, err, "5 stars are for the ministry to decide (Article 4.1).")
	assert.Equal(t, scored, next)
	next, err = recognise(scored, scoring.AuthorityMinistry, civil.Date{Year: 2026, Month: 2, Day: 30})
	assert.ErrorContains(t, err, "2026-02-30 is not a day for this step (Article 4.1).")
	assert.Equal(t, scored, next)
}

// 1 star and 5 are stars (Article 3.3).
func TestEveryStarCanBeScored(t *testing.T) {
	t.Parallel()
	for star := 1; star <= 5; star++ {
		l := walk(t, star, "file", "review", "province")
		assert.Equal(t, star, l.Star())
	}
}

// After the ministry the province decides only where the product has under 90
// points, and then on 3 and 4 stars alone (Article 7.4.g, cases/law 12).
func TestAfterTheMinistry(t *testing.T) {
	t.Parallel()
	day := date(t, "2026-12-01")
	sent := walk(t, 5, "file", "review", "province", "send")
	for _, c := range []struct {
		total string
		star  int
		free  bool
	}{
		{"", 5, false}, {"91", 5, false}, {"90", 4, false}, {"89.99", 4, true}, {"89", 3, true}, {"", 4, true},
	} {
		l, err := sent.Take(procedure.Step{Kind: procedure.StepScoreByMinistry, On: day, Total: c.total, Star: c.star})
		require.NoError(t, err)
		again, err := score(l, procedure.StepScoreByProvince, 3)
		if !c.free {
			assert.ErrorContains(t, err, "LIFE-13", c)
			_, err = recognise(l, scoring.AuthorityProvince, day)
			assert.Error(t, err, c)
			continue
		}
		require.NoError(t, err, c)
		assert.Equal(t, procedure.StageProvinceScored, again.Stage())
		again, err = recognise(again, scoring.AuthorityProvince, day)
		require.NoError(t, err)
		assert.Equal(t, 3, again.Star())
		l4, err := recognise(l, scoring.AuthorityProvince, day)
		require.NoError(t, err)
		assert.Equal(t, c.star, l4.Star())
		_, err = score(l, procedure.StepScoreByProvince, 5)
		assert.ErrorContains(t, err, "5 stars are for the ministry to decide (Article 7.4.g).")
	}
	l, err := sent.Take(procedure.Step{Kind: procedure.StepScoreByMinistry, On: day, Total: "92", Star: 4})
	require.NoError(t, err)
	_, err = recognise(l, scoring.AuthorityProvince, day)
	assert.ErrorContains(t, err, "LIFE-13 : There is no way to recognise it now")
}

// A total bounds the star (Article 3.3).
func TestStarsOfATotal(t *testing.T) {
	t.Parallel()
	l := walk(t, 5, "file", "review")
	for total, most := range map[string]int{"100": 5, "90": 5, "89.99": 4, "70": 4, "69.99": 3, "50": 3, "49": 2, "30": 2, "29.99": 1, "0": 1} {
		for star := 1; star <= 5; star++ {
			_, err := l.Take(procedure.Step{Kind: procedure.StepScoreByProvince, On: date(t, "2026-12-01"), Star: star, Total: total})
			if star <= most {
				assert.NoError(t, err, "%s %d", total, star)
			} else {
				assert.ErrorContains(t, err, "LIFE-12")
			}
		}
	}
}

// An extension ends with the outcome: the certificate is replaced, or stands to
// its own end and no longer (Article 12.3).
func TestEndOfAnExtension(t *testing.T) {
	t.Parallel()
	end := func(l procedure.Life, outcome procedure.Outcome, on string) (procedure.Life, error) {
		return l.Take(procedure.Step{Kind: procedure.StepEndExtension, On: date(t, on), Outcome: outcome})
	}
	plain := walk(t, 4, "file", "review", "province", "recognise") // to 2029-12-01
	l, err := extend(plain, date(t, "2029-09-01"))
	require.NoError(t, err)
	assert.Equal(t, "2030-05-30", l.ExtendedUntil().String())
	_, err = end(plain, procedure.OutcomeRefused, "2029-12-01")
	assert.ErrorContains(t, err, "LIFE-15")
	_, err = end(l, "", "2029-12-01")
	assert.ErrorContains(t, err, "LIFE-07")
	_, err = end(l, procedure.OutcomeRefused, "2029-08-31")
	assert.ErrorContains(t, err, "LIFE-06", "before it was filed")
	_, err = end(l, procedure.OutcomeRecognised, "2030-05-31")
	assert.ErrorContains(t, err, "LIFE-14 : The extension lapsed on 2030-05-30")
	_, err = l.Take(procedure.Step{Kind: procedure.StepEndExtension, On: civil.Date{Year: 2031, Month: 2, Day: 30}, Outcome: procedure.OutcomeRefused})
	assert.ErrorContains(t, err, "LIFE-06", "no real day")

	refused, err := end(l, procedure.OutcomeRefused, "2030-02-01")
	require.NoError(t, err)
	assert.Equal(t, "2030-02-01", refused.ExtendedUntil().String())
	assert.Equal(t, procedure.StageExtended, refused.StageOn(date(t, "2030-02-01")))
	assert.Equal(t, procedure.StageExpired, refused.StageOn(date(t, "2030-02-02")))
	early, err := end(l, procedure.OutcomeRefused, "2029-12-01")
	require.NoError(t, err)
	assert.Zero(t, early.ExtendedUntil())
	assert.Equal(t, procedure.StageExpiring, early.StageOn(date(t, "2029-12-01")), "its own term is not cut short")
	assert.Equal(t, procedure.StageExpired, early.StageOn(date(t, "2029-12-02")))
	_, err = end(early, procedure.OutcomeRefused, "2029-12-02")
	assert.ErrorContains(t, err, "LIFE-15")
	renewed, err := end(l, procedure.OutcomeRecognised, "2030-05-30")
	require.NoError(t, err)
	assert.Equal(t, procedure.StageReplaced, renewed.StageOn(date(t, "2030-06-01")))
}

// A recognition that the province did not reach as the decision has it is
// revoked, and the province scores anew; one by the ministry is not (Article 10.1.b).
func TestRedo(t *testing.T) {
	t.Parallel()
	redo := func(l procedure.Life, on string) (procedure.Life, error) {
		return l.Take(procedure.Step{Kind: procedure.StepRedo, On: date(t, on)})
	}
	l := walk(t, 4, "file", "review", "province", "recognise")
	_, err := redo(l, "2029-12-02")
	assert.ErrorContains(t, err, "LIFE-06", "there is no certificate any more")
	l, err = redo(l, "2027-01-01")
	require.NoError(t, err)
	_, there := l.Certificate()
	assert.False(t, there)
	assert.Zero(t, l.Star())
	l, err = l.Take(procedure.Step{Kind: procedure.StepScoreByProvince, On: date(t, "2027-02-01"), Star: 3})
	require.NoError(t, err)
	l, err = recognise(l, scoring.AuthorityProvince, date(t, "2027-02-02"))
	require.NoError(t, err)
	assert.Equal(t, "2030-02-02", l.Expiry().String())
	_, err = redo(walk(t, 5, "file", "review", "province", "send", "ministry", "recognise"), "2027-01-01")
	assert.ErrorContains(t, err, "5 stars are for the ministry to decide (Article 10.1.b).")
}

// The end that a decision prints counts before 36 months; it is no earlier than the
// day of issue (Article 12.1).
func TestPrintedEnd(t *testing.T) {
	t.Parallel()
	scored := walk(t, 4, "file", "review", "province")
	printed := func(expires civil.Date) (procedure.Life, error) {
		return scored.Take(procedure.Step{Kind: procedure.StepRecognise, On: date(t, "2026-12-01"), By: scoring.AuthorityProvince, Expires: expires})
	}
	for _, day := range []string{"2026-12-01", "2029-11-30", "2031-12-01"} {
		l, err := printed(date(t, day))
		require.NoError(t, err)
		assert.Equal(t, day, l.Expiry().String())
		c, there := l.Certificate()
		assert.True(t, there)
		assert.Equal(t, procedure.Certificate{Star: 4, Issued: date(t, "2026-12-01"), Expires: date(t, day)}, c)
		assert.Equal(t, procedure.StageExpired, l.StageOn(date(t, day).AddDays(1)))
	}
	for _, wrong := range []civil.Date{date(t, "2026-11-30"), {Year: 2029, Month: 2, Day: 30}} {
		l, err := printed(wrong)
		assert.ErrorContains(t, err, "LIFE-06 /expires")
		assert.Equal(t, scored, l)
	}
	l, err := printed(date(t, "2029-11-30"))
	require.NoError(t, err)
	l, err = l.Take(procedure.Step{Kind: procedure.StepRedo, On: date(t, "2027-01-01")})
	require.NoError(t, err)
	l, err = l.Take(procedure.Step{Kind: procedure.StepScoreByProvince, On: date(t, "2027-02-01"), Star: 3})
	require.NoError(t, err)
	l, err = recognise(l, scoring.AuthorityProvince, date(t, "2027-02-02"))
	require.NoError(t, err)
	assert.Equal(t, "2030-02-02", l.Expiry().String(), "what was printed went with the certificate")
}

// A certificate has a life without the dossier that led to it.
func TestLifeOfACertificate(t *testing.T) {
	t.Parallel()
	l := procedure.Life{Previous: &procedure.Certificate{Star: 5, Issued: date(t, "2023-07-10"), Expires: date(t, "2026-07-01")}}
	assert.Equal(t, procedure.StageRecognised, l.Stage())
	assert.Equal(t, 5, l.Star())
	assert.Equal(t, procedure.StageExpired, l.StageOn(date(t, "2026-07-02")), "its printed end counts before 36 months")
	assert.Zero(t, l.PreviousUntil())
	_, err := withdraw(l, scoring.AuthorityMinistry, procedure.GroundLawBroken, date(t, "2023-07-09"))
	assert.ErrorContains(t, err, "LIFE-06", "before it was issued")
	_, err = withdraw(l, scoring.AuthorityMinistry, procedure.GroundLawBroken, civil.Date{Year: 2024, Month: 2, Day: 30})
	assert.ErrorContains(t, err, "LIFE-06", "no real day")
	w, err := withdraw(l, scoring.AuthorityMinistry, procedure.GroundLawBroken, date(t, "2023-07-10"))
	require.NoError(t, err)
	assert.Equal(t, procedure.StageWithdrawn, w.Stage())
	assert.Equal(t, "2026-07-01", w.Expiry().String())
	l, err = extend(l, date(t, "2026-07-20"))
	require.NoError(t, err)
	assert.Equal(t, "2026-12-28", l.ExtendedUntil().String())
	replaced, err := l.Take(procedure.Step{Kind: procedure.StepEndExtension, On: date(t, "2026-08-01"), Outcome: procedure.OutcomeRecognised})
	require.NoError(t, err)
	assert.Equal(t, procedure.StageReplaced, replaced.Stage())
	assert.Equal(t, 5, replaced.Star(), "it is still the certificate's life")

	old := procedure.Life{Previous: &procedure.Certificate{Star: 4, Issued: date(t, "2023-05-21")}}
	_, err = extend(old, date(t, "2026-06-01"))
	assert.ErrorContains(t, err, "LIFE-16 : The certificate ended on 2026-05-21, before 22 May 2026, and is not extended (Article 12.3, reading ended-not-revived).")
	filed, err := old.Take(procedure.Step{Kind: procedure.StepFile, On: date(t, "2026-06-01")})
	require.NoError(t, err)
	assert.Equal(t, procedure.StageFiled, filed.Stage())
	assert.Zero(t, filed.Star())
	revoked, err := old.Take(procedure.Step{Kind: procedure.StepRedo, On: date(t, "2024-06-01")})
	require.NoError(t, err)
	assert.Zero(t, revoked.Expiry())
}

// The certificate before an upgrade or a re-assessment stands until that
// replaces it.
func TestPreviousUntil(t *testing.T) {
	t.Parallel()
	on := func(kind procedure.StepKind, day string) procedure.Step {
		s := procedure.Step{Kind: kind, On: date(t, day)}
		switch kind { //nolint:exhaustive // the others have nothing beside the day
		case procedure.StepScoreByProvince:
			s.Star = 4
		case procedure.StepRecognise:
			s.By = scoring.AuthorityProvince
		}
		return s
	}
	file, propose, scored := procedure.StepFile, procedure.StepPropose, procedure.StepScoreByProvince
	for name, c := range map[string]struct {
		kind  procedure.Application
		steps []procedure.Step
		want  string
	}{
		"a draft":                            {again, nil, "2026-07-10"},
		"filed in the window":                {again, []procedure.Step{on(file, "2026-03-12")}, "2026-07-10"},
		"filed late":                         {again, []procedure.Step{on(file, "2026-03-13")}, "2027-01-06"},
		"filed after the expiry":             {again, []procedure.Step{on(file, "2027-01-06")}, "2027-01-06"},
		"filed after the extension":          {again, []procedure.Step{on(file, "2027-01-07")}, "2026-07-10"},
		"an upgrade":                         {upgrade, []procedure.Step{on(file, "2026-06-01")}, "2026-07-10"},
		"refused well before it":             {again, []procedure.Step{on(file, "2026-06-01"), on(procedure.StepRefuse, "2026-06-20")}, "2026-07-10"},
		"recognised":                         {again, []procedure.Step{on(file, "2026-06-01"), on(propose, "2026-06-02"), on(scored, "2026-08-01"), on(procedure.StepRecognise, "2026-08-02")}, "2026-08-02"},
		"an upgrade recognised":              {upgrade, []procedure.Step{on(file, "2026-06-01"), on(propose, "2026-06-02"), on(scored, "2026-06-03"), on(procedure.StepRecognise, "2026-06-04")}, "2026-06-04"},
		"refused past the expiry":            {again, []procedure.Step{on(file, "2026-06-01"), on(procedure.StepRefuse, "2026-08-02")}, "2026-08-02"},
		"refused before it":                  {again, []procedure.Step{on(file, "2026-06-01"), on(procedure.StepRefuse, "2026-07-10")}, "2026-07-10"},
		"taken back past the expiry":         {again, []procedure.Step{on(file, "2026-06-01"), on(procedure.StepTakeBack, "2026-07-11")}, "2026-07-11"},
		"refused when the extension was out": {again, []procedure.Step{on(file, "2026-06-01"), on(procedure.StepRefuse, "2027-03-01")}, "2027-01-06"},
	} {
		l := procedure.Life{Application: c.kind, Previous: &procedure.Certificate{Star: 3, Issued: date(t, "2023-07-10")}}
		for _, s := range c.steps {
			next, err := l.Take(s)
			require.NoError(t, err, name)
			l = next
		}
		assert.Equal(t, c.want, l.PreviousUntil().String(), name)
	}
	l := procedure.Life{Application: again, Previous: &procedure.Certificate{Star: 3, Issued: date(t, "2023-07-10")}}
	_, err := l.Take(on(file, "2026-01-10"))
	assert.ErrorContains(t, err, "LIFE-06", "181 days before (Article 7.6.a)")
	_, err = l.Take(on(file, "2026-01-11"))
	assert.NoError(t, err)
	_, err = procedure.Life{Application: upgrade, Previous: l.Previous}.Take(on(file, "2024-01-10"))
	assert.NoError(t, err, "an upgrade has no window")
	unsaid, err := procedure.Life{Application: again}.Take(on(file, "2024-01-10"))
	assert.NoError(t, err, "nor has one whose certificate is not said")
	assert.Zero(t, unsaid.PreviousUntil())
}

// While a late re-assessment is decided the certificate is in force, and can be
// withdrawn, for 180 days past its expiry (Articles 8, 12.3).
func TestWithdrawWhileExtended(t *testing.T) {
	t.Parallel()
	l := walk(t, 4, "file", "review", "province", "recognise") // on 2026-12-01
	l, err := extend(l, date(t, "2029-12-01"))
	require.NoError(t, err)
	assert.Equal(t, procedure.StageRecognised, l.StageOn(date(t, "2029-06-03")))
	_, err = withdraw(l, scoring.AuthorityProvince, procedure.GroundNotProducing, date(t, "2030-05-30"))
	require.NoError(t, err)
	_, err = withdraw(l, scoring.AuthorityProvince, procedure.GroundNotProducing, date(t, "2030-05-31"))
	assert.ErrorContains(t, err, "LIFE-06")
}
