package procedure_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/dossier/procedure"
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
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
		"2026-04-20": "2026-05-14", // Hùng Kings' day, 30 April and 1 May are off
		"2026-08-24": "2026-09-17", // cases/law 15: 31 August, 1 and 2 September are off
		"2026-08-03": "2026-08-22", // a Saturday worked in exchange is the last day
		"2026-08-20": "2026-09-14", // the Saturday is counted and the three days are not
		"2027-01-25": "2027-02-22", // cases/law 16: Tết Đinh Mùi
		"2026-12-21": "2027-01-12", // 1 January is off
		"2025-04-14": "2025-05-07", // 26 April 2025 worked for 2 May
		"2028-04-20": "2028-05-15", // the fixed days alone: 30 April, a Sunday, moves past 1 May to the 2nd
		"2033-04-20": "2033-05-13", // 30 April and 1 May, a Saturday and a Sunday, move to the 2nd and the 3rd
	} {
		assert.Equal(t, want, procedure.CommuneReviewBy(date(t, received), nil).String(), received)
	}
	assert.Equal(t, date(t, "2026-02-09"), procedure.AddWorkingDays(date(t, "2026-02-09"), 0, nil))

	// A year that is given replaces that year alone.
	own := procedure.Holidays{2026: {Off: []civil.Date{date(t, "2026-12-24")}, Worked: []civil.Date{date(t, "2026-12-27")}}}
	assert.Equal(t, "2026-12-28", procedure.AddWorkingDays(date(t, "2026-12-23"), 3, own).String(), "the 25th, Sunday the 27th, the 28th")
	assert.Equal(t, "2027-01-04", procedure.AddWorkingDays(date(t, "2026-12-31"), 1, own).String(), "1 January 2027 is still off")
	assert.Equal(t, "2026-09-02", procedure.AddWorkingDays(date(t, "2026-09-01"), 1, own).String(), "2 September 2026 no longer is")
	assert.Equal(t, own[2026], own.In(2026))
}

// A fixed day on a Saturday or Sunday moves to the next day that is worked, and
// no other day does (Labour Code, Article 111.3).
func TestFixedHolidaysMove(t *testing.T) {
	t.Parallel()
	for year := 2028; year < 2056; year++ { // each weekday in each place of the leap years
		off := procedure.Holidays(nil).In(year).Off
		require.GreaterOrEqual(t, len(off), 4)
		want := []civil.Date{}
		for _, fixed := range []civil.Date{{Year: year, Month: 1, Day: 1}, {Year: year, Month: 4, Day: 30}, {Year: year, Month: 5, Day: 1}, {Year: year, Month: 9, Day: 2}} {
			assert.Contains(t, off[:4], fixed)
			if fixed.Weekday() >= 6 {
				want = append(want, procedure.AddWorkingDays(fixed, 1, procedure.Holidays{year: {Off: append(off[:4:4], want...)}}))
			}
		}
		assert.Equal(t, want, off[4:], year)
	}
}

// What is built in is right in itself, says where it comes from, and each year
// has the eleven days of the Labour Code or more.
func TestKnownHolidays(t *testing.T) {
	t.Parallel()
	known := procedure.KnownHolidays()
	assert.Empty(t, known.Check())
	require.Len(t, known, 3)
	for year, y := range known {
		assert.NotEmpty(t, y.Source)
		assert.Equal(t, y, procedure.Holidays(nil).In(year))
		assert.Len(t, y.Off, 11+len(y.Worked), "a day worked for each day that was exchanged")
		assert.True(t, slices.IsSortedFunc(y.Off, func(a, b civil.Date) int { return strings.Compare(a.String(), b.String()) }))
		for _, d := range y.Off {
			assert.LessOrEqual(t, d.Weekday(), 5, "%s is off anyway", d)
		}
	}
	var days []string
	for _, d := range procedure.Holidays(nil).In(2028).Off {
		days = append(days, d.String())
	}
	assert.Equal(t, []string{"2028-01-01", "2028-04-30", "2028-05-01", "2028-09-02", "2028-01-03", "2028-05-02", "2028-09-04"}, days)
}

// A last day says which holidays it counted.
func TestCountedHolidays(t *testing.T) {
	t.Parallel()
	text := func(after, last string) lang.Text {
		kind := problem.Kind{Message: lang.Text{Vi: "{holidays}", En: "{holidays}"}}
		return kind.At("", procedure.CountedHolidays(date(t, after), date(t, last), nil)).Message
	}
	assert.Equal(t, "days off not counted: 2026-08-31, 2026-09-01, 2026-09-02; worked in exchange and counted: 2026-08-22; a later notice may move it", text("2026-08-20", "2026-09-14").En)
	assert.Equal(t, "đã trừ ngày nghỉ 2026-08-31, 2026-09-01, 2026-09-02, tính cả ngày làm bù 2026-08-22; thông báo sau này có thể làm thay đổi", text("2026-08-20", "2026-09-14").Vi)
	assert.Equal(t, "đã trừ ngày nghỉ 2026-09-02; thông báo sau này có thể làm thay đổi", text("2026-09-01", "2026-09-02").Vi)
	assert.Equal(t, lang.Text{
		Vi: "không có ngày nghỉ lễ nào; thông báo sau này có thể làm thay đổi", En: "there are no holidays in it; a later notice may move it",
	}, text("2026-09-02", "2026-09-14"), "the day itself is not counted")
}

func TestHolidaysAreReadBack(t *testing.T) {
	t.Parallel()
	back(t, procedure.Holidays{
		2026: {Off: []civil.Date{date(t, "2026-09-02"), date(t, "2026-01-01")}, Worked: []civil.Date{date(t, "2026-08-22")}, Source: "công báo"},
		2030: {},
	}, `{"2026":{"off":["2026-09-02","2026-01-01"],"worked":["2026-08-22"],"source":"công báo"},"2030":{"off":[]}}`)
	back(t, procedure.Holidays{}, `{}`)
	back(t, procedure.Holidays{1000: {}, 9999: {}}, `{"1000":{"off":[]},"9999":{"off":[]}}`)
	for range 8 { // by year, however the map has them
		written, err := json.Marshal(procedure.Holidays{2031: {}, 2028: {}, 2030: {}, 2027: {}, 2029: {}})
		require.NoError(t, err)
		const inOrder = `{"2027":{"off":[]},"2028":{"off":[]},"2029":{"off":[]},"2030":{"off":[]},"2031":{"off":[]}}`
		assert.Zero(t, strings.Compare(inOrder, string(written)), "%s", written)
	}
	back(t, procedure.KnownHolidays(), string(must(json.Marshal(procedure.KnownHolidays()))))
}

func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

func TestRefusedHolidays(t *testing.T) {
	t.Parallel()
	for document, want := range map[string]string{
		`{"26":{"off":[]}}`:                                         "HOLIDAY-01 /26",
		`{"tết":{"off":[]}}`:                                        "HOLIDAY-01 /tết",
		`{"0999":{"off":[]}}`:                                       "HOLIDAY-01 /0999",
		`{"02026":{"off":[]}}`:                                      "HOLIDAY-01 /02026",
		`{"2026":{"off":["2027-01-01"]}}`:                           "HOLIDAY-02 /2026/off/0",
		`{"2026":{"off":[],"worked":["2025-08-23"]}}`:               "HOLIDAY-02 /2026/worked/0",
		`{"2026":{"off":["2026-01-01","2026-09-02","2026-01-01"]}}`: "HOLIDAY-03 /2026/off/2",
		`{"2026":{"off":[],"worked":["2026-08-22","2026-08-22"]}}`:  "HOLIDAY-03 /2026/worked/1",
		`{"2026":{"off":["2026-08-22"],"worked":["2026-08-22"]}}`:   "HOLIDAY-04 /2026/worked/0",
		`{"2026":{"off":[],"worked":["2026-08-21"]}}`:               "HOLIDAY-05 /2026/worked/0",
		`{"2026":{"off":["2026-02-30"]}}`:                           "DATE-01 /2026/off/0",
		`{"2026":{"off":[]},"2026":{"off":[]}}`:                     "JSON-06 /2026",
		`{"2026":{"worked":[]}}`:                                    "JSON-08 /2026",
		`{"2026":{"off":[],"days":[]}}`:                             "JSON-07 /2026/days",
		`{"2026":{"off":[],"source":""}}`:                           "LIFE-10 /2026/source",
		`{"2026":{"off":["2027-01-01","2027-01-01"]}}`:              "HOLIDAY-03 /2026/off/1",
		`{"2026":1,"2026":{"off":[]}}`:                              "JSON-06 /2026",
		`{"2026":["2026-01-01"]}`:                                   "JSON-09 /2026",
		`["2026-01-01"]`:                                            "JSON-09 ",
	} {
		before := procedure.Holidays{2030: {}}
		read := procedure.Holidays{2030: {}}
		var problems problem.List
		require.ErrorAs(t, json.Unmarshal([]byte(document), &read), &problems, document)
		require.Len(t, problems, 1, document)
		assert.Equal(t, want, problems[0].Code+" "+problems[0].Path)
		assert.NotRegexp(t, `\{[a-z]`, problems[0].Message.Vi+problems[0].Message.En)
		assert.Equal(t, before, read)
	}
	none, newYear := civil.Date{Year: 2026, Month: 2, Day: 30}, date(t, "2026-01-01")
	for want, wrong := range map[string]procedure.Holidays{
		"HOLIDAY-01 /999":           {999: {}},
		"HOLIDAY-01 /10000":         {10000: {}},
		"HOLIDAY-02 /2026/off/0":    {2026: {Off: []civil.Date{none}}},
		"HOLIDAY-02 /2026/off/1":    {2026: {Off: []civil.Date{newYear, {}}}},
		"HOLIDAY-02 /2026/worked/0": {2026: {Worked: []civil.Date{none}}},
		"HOLIDAY-03 /2026/off/1":    {2026: {Off: []civil.Date{newYear, newYear}}},
	} {
		problems := wrong.Check()
		require.Len(t, problems, 1, want)
		assert.Equal(t, want, problems[0].Code+" "+problems[0].Path)
		_, err := json.Marshal(wrong)
		assert.ErrorContains(t, err, problems[0].Code)
		procedure.AddWorkingDays(date(t, "2026-01-01"), 300, wrong) // and nothing panics
	}
	assert.Len(t, procedure.Holidays{999: {}, 2026: {Off: []civil.Date{none}}}.Check(), 2, "a year that is none hides no other")
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

// The days off of 2026 are those that were announced, to the day.
func TestKnownHolidaysOf2026(t *testing.T) {
	t.Parallel()
	year := procedure.KnownHolidays()[2026]
	texts := func(days []civil.Date) (list []string) {
		for _, d := range days {
			list = append(list, d.String())
		}
		return list
	}
	assert.Equal(t, []string{
		"2026-01-01", "2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19", "2026-02-20",
		"2026-04-27", "2026-04-30", "2026-05-01", "2026-08-31", "2026-09-01", "2026-09-02",
	}, texts(year.Off))
	assert.Equal(t, []string{"2026-08-22"}, texts(year.Worked))
}
