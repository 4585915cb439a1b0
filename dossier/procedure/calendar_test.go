package procedure_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/dossier/procedure"
	"github.com/ocop-vn/ocop-go/scoring/civil"
)

func date(t *testing.T, s string) civil.Date {
	t.Helper()
	d, err := civil.Parse(s)
	require.NoError(t, err)
	return d
}

func TestRounds(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		round    func(civil.Date) procedure.Round
		proposed string
		number   int
		before   string
		assessed string
	}{
		{procedure.ProvinceRound, "2026-01-01", 1, "2026-04-30", "2026-06-30"},
		{procedure.ProvinceRound, "2026-04-29", 1, "2026-04-30", "2026-06-30"},
		{procedure.ProvinceRound, "2026-04-30", 2, "2026-10-30", "2026-12-30"},
		{procedure.ProvinceRound, "2026-10-29", 2, "2026-10-30", "2026-12-30"},
		{procedure.ProvinceRound, "2026-10-30", 1, "2027-04-30", "2027-06-30"},
		{procedure.ProvinceRound, "2026-12-31", 1, "2027-04-30", "2027-06-30"},
		{procedure.MinistryRound, "2026-01-29", 2, "2026-01-30", "2026-03-30"},
		{procedure.MinistryRound, "2026-01-30", 1, "2026-07-30", "2026-09-30"},
		{procedure.MinistryRound, "2026-07-29", 1, "2026-07-30", "2026-09-30"},
		{procedure.MinistryRound, "2026-07-30", 2, "2027-01-30", "2027-03-30"},
		{procedure.MinistryRound, "2026-12-31", 2, "2027-01-30", "2027-03-30"},
	} {
		want := procedure.Round{Number: c.number, ProposedBefore: date(t, c.before), AssessedBefore: date(t, c.assessed)}
		assert.Equal(t, want, c.round(date(t, c.proposed)), c.proposed)
	}
}

func TestWorkingDays(t *testing.T) {
	t.Parallel()
	for received, want := range map[string]string{
		"2026-06-01": "2026-06-22", // Monday: three whole weeks
		"2026-06-05": "2026-06-26", // Friday
		"2026-06-06": "2026-06-26", // Saturday: counting begins on Monday
		"2026-04-20": "2026-05-13", // 30 April and 1 May are holidays
		"2026-08-20": "2026-09-11", // 2 September is one
		"2026-12-21": "2027-01-12", // 1 January is one
	} {
		assert.Equal(t, want, procedure.CommuneReviewBy(date(t, received), nil).String(), received)
	}
	// A table of one's own replaces the fixed days: here Tết Bính Ngọ, 16 to 20 February 2026.
	tet := func(d civil.Date) bool {
		return !d.Before(civil.Date{Year: 2026, Month: 2, Day: 16}) && d.Before(civil.Date{Year: 2026, Month: 2, Day: 21})
	}
	assert.Equal(t, "2026-03-09", procedure.CommuneReviewBy(date(t, "2026-02-09"), tet).String())
	assert.Equal(t, date(t, "2026-02-09"), procedure.AddWorkingDays(date(t, "2026-02-09"), 0, nil))
}

// The public holidays of the Labour Code that fall on the same day each year, 2
// September among them, and no other day of a leap year.
func TestFixedHolidays(t *testing.T) {
	t.Parallel()
	var days []string
	for d := date(t, "2028-01-01"); d.Year == 2028; d = d.AddDays(1) {
		if procedure.FixedHolidays(d) {
			days = append(days, d.String())
		}
	}
	assert.Equal(t, []string{"2028-01-01", "2028-04-30", "2028-05-01", "2028-09-02"}, days)
}

func TestCertificateDays(t *testing.T) {
	t.Parallel()
	for issued, want := range map[string][3]string{
		"2026-05-22": {"2029-05-22", "2028-11-23", "2029-01-22"},
		"2024-02-29": {"2027-02-28", "2026-09-01", "2026-10-31"},
		"2026-12-31": {"2029-12-31", "2029-07-04", "2029-09-02"},
	} {
		expiry := procedure.Expiry(date(t, issued))
		first, last := procedure.RenewalWindow(expiry)
		assert.Equal(t, want, [3]string{expiry.String(), first.String(), last.String()}, issued)
	}
	assert.Equal(t, "2026-07-15", procedure.ReassessBy(date(t, "2026-05-31")).String())
	assert.Equal(t, "2029-11-18", procedure.ExtendedUntil(date(t, "2029-05-22")).String())
	assert.Equal(t, "2027-03-05", procedure.WithdrawBy(date(t, "2027-02-18")).String())
}

func TestTransition(t *testing.T) {
	t.Parallel()
	assert.Equal(t, "2026-07-21", procedure.TransitionEnds(procedure.ApplicationFirst).String())
	assert.Equal(t, "2026-07-21", procedure.TransitionEnds(procedure.ApplicationUpgrade).String())
	assert.Equal(t, "2026-06-21", procedure.TransitionEnds(procedure.ApplicationReassessment).String())
}

func TestDeadlines(t *testing.T) {
	t.Parallel()
	list := func(m procedure.Milestones) (due []string) {
		last := civil.Date{}
		for _, d := range procedure.Deadlines(m, nil) {
			assert.NotEmpty(t, d.What.Vi)
			assert.NotEmpty(t, d.What.En)
			assert.False(t, d.By.Before(last), "in order")
			last = d.By
			due = append(due, d.Article+" "+d.By.String())
		}
		return due
	}
	assert.Empty(t, list(procedure.Milestones{Application: procedure.ApplicationFirst}))
	assert.Equal(t, []string{"7.2 2026-06-22", "5.1 2026-12-29", "5.2 2027-03-29"}, list(procedure.Milestones{
		Application: procedure.ApplicationFirst, Filed: date(t, "2026-06-01"), Proposed: date(t, "2026-06-20"), SentOn: date(t, "2026-12-20"),
	}))
	assert.Equal(t, []string{"7.2 2026-06-10", "12.2 2026-07-21"}, list(procedure.Milestones{Application: procedure.ApplicationUpgrade, Filed: date(t, "2026-05-20")}))
	assert.Equal(t, []string{"7.2 2026-06-12"}, list(procedure.Milestones{Application: procedure.ApplicationUpgrade, Filed: date(t, "2026-05-22")}), "filed on the first day in force")
	assert.Equal(t, []string{"7.2 2026-06-11", "12.2 2026-06-21"}, list(procedure.Milestones{Application: procedure.ApplicationReassessment, Filed: date(t, "2026-05-21"), Proposed: date(t, "2026-06-10"), SentOn: date(t, "2026-06-20")}))
	assert.Equal(t, []string{"5.1 2026-12-29"}, list(procedure.Milestones{Application: procedure.ApplicationFirst, Proposed: date(t, "2026-05-20"), ProvinceComplete: date(t, "2026-05-21"), MinistryComplete: date(t, "2026-05-21")}))
	assert.Equal(t, []string{"8.4 2026-06-16", "7.6.a 2029-01-22", "4.3 2029-05-22"}, list(procedure.Milestones{Issued: date(t, "2026-05-22"), Concluded: date(t, "2026-06-01")}), "ordered by last day")
	for _, d := range procedure.Deadlines(procedure.Milestones{Issued: date(t, "2026-05-22")}, nil) {
		if d.Article == "7.6.a" {
			assert.Equal(t, "2028-11-23", d.From.String(), "no earlier than 180 days before the expiry")
		} else {
			assert.Zero(t, d.From)
		}
	}
	assert.Equal(t, []string{"7.2 2029-01-22", "7.6.a 2029-01-22", "7.6.g 2029-03-17", "7.6.g 2029-05-15", "4.3 2029-05-22", "8.4 2029-06-16"}, list(procedure.Milestones{
		Application: procedure.ApplicationReassessment, Filed: date(t, "2028-12-29"), ProvinceComplete: date(t, "2029-01-31"), MinistryComplete: date(t, "2029-03-31"),
		Issued: date(t, "2026-05-22"), Concluded: date(t, "2029-06-01"),
	}))
}
