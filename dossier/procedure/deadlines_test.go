package procedure_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/dossier/procedure"
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/reading"
)

const (
	firstTime = procedure.ApplicationFirst
	upgrade   = procedure.ApplicationUpgrade
	again     = procedure.ApplicationReassessment
)

// due is what is due, each as "key day", in order.
func due(t *testing.T, m procedure.Milestones, o procedure.Options) (list []string) {
	t.Helper()
	last := civil.Date{}
	for _, d := range procedure.Deadlines(m, o) {
		assert.NotEmpty(t, d.What.Vi)
		assert.NotEmpty(t, d.What.En)
		assert.NotEmpty(t, d.State)
		assert.False(t, d.By.Before(last), "in order")
		last = d.By
		list = append(list, string(d.Key)+" "+d.By.String())
	}
	return list
}

func TestDeadlines(t *testing.T) {
	t.Parallel()
	d := func(s string) civil.Date { return date(t, s) }
	for name, c := range map[string]struct {
		m    procedure.Milestones
		want []string
	}{
		"nothing yet": {procedure.Milestones{Application: firstTime}, nil},
		"a first assessment": {
			procedure.Milestones{Application: firstTime, Filed: d("2026-06-01"), Proposed: d("2026-06-20"), SentOn: d("2026-12-20")},
			[]string{"commune-review 2026-06-22", "province-round 2026-12-29", "ministry-round 2027-03-29"},
		},
		"filed on the first day in force": {procedure.Milestones{Application: upgrade, Filed: d("2026-05-22")}, []string{"commune-review 2026-06-12"}},
		"cases/law 10": {
			procedure.Milestones{Application: firstTime, Filed: d("2026-04-20"), Proposed: d("2026-05-05")},
			[]string{"transition 2026-07-21"},
		},
		"cases/law 10, an upgrade filed the day before": {procedure.Milestones{Application: upgrade, Filed: d("2026-05-21")}, []string{"transition 2026-07-21"}},
		"cases/law 11": {
			procedure.Milestones{Application: again, Filed: d("2026-05-20"), ProvinceComplete: d("2026-06-15"), MinistryComplete: d("2026-06-18")},
			[]string{"transition 2026-06-21"},
		},
		"proposed before the decision, so filed before it": {procedure.Milestones{Application: firstTime, Proposed: d("2026-05-20")}, []string{"transition 2026-07-21"}},
		"assessed before the decision": {
			procedure.Milestones{Application: firstTime, Filed: d("2026-04-20"), ProvinceScored: d("2026-05-21")}, nil,
		},
		"scored by the province before the decision and still with the ministry": {
			procedure.Milestones{Application: firstTime, Filed: d("2026-04-20"), ProvinceScored: d("2026-05-01"), SentOn: d("2026-05-10")},
			[]string{"transition 2026-07-21"},
		},
		"a certificate and a breach": {
			procedure.Milestones{Issued: d("2026-05-22"), Concluded: d("2026-06-01")},
			[]string{"withdrawal 2026-06-16", "renewal 2029-01-22", "expiry 2029-05-22"},
		},
		"a re-assessment in its window": {
			procedure.Milestones{
				Application: again, Filed: d("2028-12-29"), ProvinceComplete: d("2029-01-31"), MinistryComplete: d("2029-03-31"), Issued: d("2026-05-22"),
			},
			[]string{"commune-review 2029-01-22", "renewal 2029-01-22", "province-reassessment 2029-03-17", "ministry-reassessment 2029-05-15", "expiry 2029-05-22"},
		},
		"on the last day of the window nothing is extended": {
			procedure.Milestones{Application: again, Filed: d("2029-01-22"), Issued: d("2026-05-22")},
			[]string{"renewal 2029-01-22", "commune-review 2029-02-12", "expiry 2029-05-22"},
		},
		"cases/law 9": {
			procedure.Milestones{Application: again, Filed: d("2026-06-01"), Issued: d("2023-07-10")},
			[]string{"renewal 2026-03-12", "commune-review 2026-06-22", "expiry 2026-07-10", "extension 2027-01-06"},
		},
		"cases/law 8, filed after the expiry": {
			procedure.Milestones{Application: again, Filed: d("2026-06-20"), Issued: d("2023-06-01")},
			[]string{"renewal 2026-02-01", "expiry 2026-06-01", "commune-review 2026-07-10", "extension 2026-11-28"},
		},
		"filed on the last day that an extension has": {
			procedure.Milestones{Application: again, Filed: d("2026-11-28"), Issued: d("2023-06-01")},
			[]string{"renewal 2026-02-01", "expiry 2026-06-01", "extension 2026-11-28", "commune-review 2026-12-18"},
		},
		"filed a day later": {
			procedure.Milestones{Application: again, Filed: d("2026-11-29"), Issued: d("2023-06-01")},
			[]string{"renewal 2026-02-01", "expiry 2026-06-01", "commune-review 2026-12-18"},
		},
		"a certificate of the day in force": {
			procedure.Milestones{Application: again, Filed: d("2026-06-01"), Expires: d("2026-05-22")},
			[]string{"renewal 2026-01-22", "expiry 2026-05-22", "commune-review 2026-06-22", "extension 2026-11-18"},
		},
		"a certificate that ended the day before": {
			procedure.Milestones{Application: again, Filed: d("2026-06-01"), Expires: d("2026-05-21")},
			[]string{"renewal 2026-01-21", "expiry 2026-05-21", "commune-review 2026-06-22"},
		},
		"an upgrade extends nothing": {
			procedure.Milestones{Application: upgrade, Filed: d("2026-06-01"), Issued: d("2023-07-10")},
			[]string{"renewal 2026-03-12", "commune-review 2026-06-22", "expiry 2026-07-10"},
		},
		"the printed end counts first": {
			procedure.Milestones{Issued: d("2026-08-05"), Expires: d("2029-08-04")},
			[]string{"renewal 2029-04-06", "expiry 2029-08-04"},
		},
		"recognised anew, so the certificate is the new one": {
			procedure.Milestones{Application: again, Filed: d("2026-06-01"), Issued: d("2026-08-05")},
			[]string{"commune-review 2026-06-22", "renewal 2029-04-07", "expiry 2029-08-05"},
		},
	} {
		assert.Equal(t, c.want, due(t, c.m, procedure.Options{}), name)
	}
}

// The parts of one thing that is due: from when, and by which reading.
func one(t *testing.T, key procedure.DueKey, m procedure.Milestones, o procedure.Options) procedure.Due {
	t.Helper()
	for _, d := range procedure.Deadlines(m, o) {
		if d.Key == key {
			return d
		}
	}
	require.Fail(t, "not due", "%s", key)
	return procedure.Due{}
}

func TestDueReadings(t *testing.T) {
	t.Parallel()
	d := func(s string) civil.Date { return date(t, s) }
	none := procedure.Options{}
	certificate := procedure.Milestones{Issued: d("2026-05-22")}
	assert.Equal(t, d("2028-11-23"), one(t, procedure.DueRenewal, certificate, none).From, "no earlier than 180 days before the expiry")
	assert.Zero(t, one(t, procedure.DueExpiry, certificate, none).From)
	assert.Empty(t, one(t, procedure.DueExpiry, certificate, none).Reading)
	ended := one(t, procedure.DueExpiry, procedure.Milestones{Issued: d("2022-06-01")}, none)
	assert.Empty(t, ended.Reading, "nobody asks for an extension")
	assert.Equal(t, "The certificate expires", ended.What.En)
	late := one(t, procedure.DueExpiry, procedure.Milestones{Application: again, Filed: d("2026-06-01"), Issued: d("2023-07-10")}, none)
	assert.Empty(t, late.Reading)
	assert.Equal(t, "The certificate expires", late.What.En, "cases/law 9: it is extended")
	assert.Equal(t, reading.PrintedEnd, one(t, procedure.DueExpiry, procedure.Milestones{Expires: d("2029-05-22")}, none).Reading)
	assert.Equal(t, reading.NextRound, one(t, procedure.DueProvinceRound, procedure.Milestones{Proposed: d("2026-06-01")}, none).Reading)

	review := one(t, procedure.DueCommuneReview, procedure.Milestones{Filed: d("2026-08-24")}, none)
	assert.Equal(t, "The commune reviews the dossier, reports and proposes it to the province (days off not counted: 2026-08-31, 2026-09-01, 2026-09-02; a later notice may move it)", review.What.En)
	assert.Empty(t, review.Reading)
	moved := procedure.Options{Holidays: procedure.Holidays{2026: {}}}
	assert.Equal(t, d("2026-09-14"), one(t, procedure.DueCommuneReview, procedure.Milestones{Filed: d("2026-08-24")}, moved).By)

	// cases/law 7 and 24: it ended before the decision, and with it any extension.
	for issued, until := range map[string]string{"2022-06-01": "2025-11-28", "2020-02-04": "2023-08-03"} {
		expiry := one(t, procedure.DueExpiry, procedure.Milestones{Application: again, Filed: d("2026-06-29"), Issued: d(issued)}, none)
		assert.Equal(t, reading.EndedNotRevived, expiry.Reading)
		assert.Contains(t, expiry.What.En, "lapsed on "+until)
		assert.Contains(t, expiry.What.Vi, "hết trước ngày 22/5/2026")
		assert.Contains(t, expiry.What.En, "it ended before 22 May 2026")
	}
	lapsed := one(t, procedure.DueExpiry, procedure.Milestones{Application: again, Filed: d("2026-11-29"), Issued: d("2023-06-01")}, none)
	assert.Equal(t, reading.LateFiling, lapsed.Reading)
	assert.Contains(t, lapsed.What.Vi, "kể cả được kéo dài cũng đã hết ngày 2026-11-28")
	assert.NotContains(t, lapsed.What.Vi, "22/5/2026")
}

// What the decision does not say of a last day on which nobody works is the
// caller's choice; the days that a certificate ends by itself never move.
func TestLastDayOff(t *testing.T) {
	t.Parallel()
	d := func(s string) civil.Date { return date(t, s) }
	moved := procedure.Options{LastDayOff: procedure.LastDayMoved}
	sunday := procedure.Milestones{Application: again, Filed: d("2026-05-20")}
	kept := one(t, procedure.DueTransition, sunday, procedure.Options{})
	assert.Equal(t, "2026-06-21 last-day-off-kept", kept.By.String()+" "+string(kept.Reading))
	later := one(t, procedure.DueTransition, sunday, moved)
	assert.Equal(t, "2026-06-22 last-day-off-moved", later.By.String()+" "+string(later.Reading))
	tuesday := one(t, procedure.DueTransition, procedure.Milestones{Filed: d("2026-05-20")}, moved)
	assert.Equal(t, "2026-07-21 earlier-rules-last-day", tuesday.By.String()+" "+string(tuesday.Reading))
	assert.Equal(t, d("2026-09-03"), one(t, procedure.DueWithdrawal, procedure.Milestones{Concluded: d("2026-08-16")}, moved).By, "31 August is off, and so are the two days after")
	for key, m := range map[procedure.DueKey]procedure.Milestones{
		procedure.DueExpiry:        {Expires: d("2026-08-30")},
		procedure.DueExtension:     {Application: again, Filed: d("2026-07-01"), Expires: d("2026-07-04")},
		procedure.DueProvinceRound: {Proposed: d("2029-10-01")}, // 29 December 2029 is a Saturday
	} {
		assert.Equal(t, one(t, key, m, procedure.Options{}), one(t, key, m, moved))
	}
}

// States are told on a day; without one nothing is missed.
func TestDueStates(t *testing.T) {
	t.Parallel()
	d := func(s string) civil.Date { return date(t, s) }
	filed := procedure.Milestones{Application: firstTime, Filed: d("2026-08-24")}
	proposed := filed
	proposed.Proposed = d("2026-09-18")
	late := procedure.Milestones{Application: again, Filed: d("2026-06-01"), Issued: d("2023-07-10")}
	scored := late
	scored.ProvinceScored = d("2026-12-01")
	with := func(m procedure.Milestones, change func(*procedure.Milestones)) procedure.Milestones {
		change(&m)
		return m
	}
	for _, c := range []struct {
		key  procedure.DueKey
		m    procedure.Milestones
		on   string
		want procedure.DueState
	}{
		{procedure.DueCommuneReview, filed, "", procedure.DueOpen},
		{procedure.DueCommuneReview, filed, "2026-09-17", procedure.DueOpen},
		{procedure.DueCommuneReview, filed, "2026-09-18", procedure.DueMissed},
		{procedure.DueCommuneReview, proposed, "", procedure.DueDone},
		{procedure.DueCommuneReview, proposed, "2026-09-17", procedure.DueOpen},
		{procedure.DueCommuneReview, proposed, "2026-09-18", procedure.DueDone},
		{procedure.DueCommuneReview, with(filed, func(m *procedure.Milestones) { m.SentOn = d("2026-12-01") }), "", procedure.DueDone},
		{procedure.DueProvinceRound, proposed, "", procedure.DueOpen},
		{procedure.DueProvinceRound, with(proposed, func(m *procedure.Milestones) { m.ProvinceScored = d("2026-12-01") }), "", procedure.DueDone},
		{procedure.DueProvinceRound, with(proposed, func(m *procedure.Milestones) { m.SentOn = d("2026-12-01") }), "", procedure.DueDone},
		{procedure.DueMinistryRound, with(proposed, func(m *procedure.Milestones) { m.SentOn = d("2026-12-01") }), "", procedure.DueOpen},
		{procedure.DueMinistryRound, with(proposed, func(m *procedure.Milestones) { m.SentOn, m.MinistryScored = d("2026-12-01"), d("2027-03-01") }), "", procedure.DueDone},
		{procedure.DueProvinceRound, with(proposed, func(m *procedure.Milestones) { m.Issued = d("2026-12-01") }), "", procedure.DueDone},
		{procedure.DueRenewal, late, "", procedure.DueDone},
		{procedure.DueRenewal, procedure.Milestones{Issued: d("2023-07-10")}, "2026-03-12", procedure.DueOpen},
		{procedure.DueRenewal, procedure.Milestones{Issued: d("2023-07-10")}, "2026-03-13", procedure.DueMissed},
		{procedure.DueExpiry, late, "2026-07-10", procedure.DueOpen},
		{procedure.DueExpiry, late, "2026-07-11", procedure.DueDone},
		{procedure.DueExpiry, late, "", procedure.DueOpen},
		{procedure.DueExpiry, with(late, func(m *procedure.Milestones) { m.Filed = d("2026-07-11") }), "", procedure.DueDone},
		{procedure.DueExpiry, with(late, func(m *procedure.Milestones) { m.Filed = d("2026-07-11") }), "2026-07-10", procedure.DueOpen},
		{procedure.DueExtension, late, "2027-01-06", procedure.DueOpen},
		{procedure.DueExtension, late, "2027-01-07", procedure.DueMissed},
		{procedure.DueExtension, scored, "", procedure.DueDone},
		{procedure.DueTransition, procedure.Milestones{Filed: d("2026-04-20")}, "2026-07-22", procedure.DueMissed},
		{procedure.DueTransition, procedure.Milestones{Filed: d("2026-04-20"), ProvinceScored: d("2026-05-22")}, "", procedure.DueDone},
		{procedure.DueTransition, procedure.Milestones{Filed: d("2026-04-20"), SentOn: d("2026-05-30"), MinistryScored: d("2026-06-10")}, "", procedure.DueDone},
		{procedure.DueRenewal, procedure.Milestones{Application: again, Filed: d("2026-06-01"), Issued: d("2026-08-05")}, "", procedure.DueOpen},
		{procedure.DueMinistryReassessment, procedure.Milestones{Application: again, MinistryComplete: d("2026-06-01"), Issued: d("2023-07-10")}, "", procedure.DueOpen},
		{procedure.DueWithdrawal, procedure.Milestones{Concluded: d("2026-06-01")}, "2026-06-17", procedure.DueMissed},
		{procedure.DueWithdrawal, procedure.Milestones{Concluded: d("2026-06-01"), Withdrawn: d("2026-06-10")}, "", procedure.DueDone},
		{procedure.DueProvinceReassessment, procedure.Milestones{Application: again, ProvinceComplete: d("2026-06-01"), ProvinceScored: d("2026-07-01")}, "", procedure.DueDone},
		{procedure.DueMinistryReassessment, procedure.Milestones{Application: again, MinistryComplete: d("2026-06-01"), ProvinceScored: d("2026-07-01")}, "", procedure.DueOpen},
	} {
		o := procedure.Options{}
		if c.on != "" {
			o.On = d(c.on)
		}
		assert.Equal(t, c.want, one(t, c.key, c.m, o).State, "%s on %q of %+v", c.key, c.on, c.m)
	}
}
