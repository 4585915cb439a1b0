package civil_test

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

func TestParse(t *testing.T) {
	t.Parallel()
	for _, s := range []string{"2026-05-22", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"} {
		d, err := civil.Parse(s)
		require.NoError(t, err)
		assert.Equal(t, s, d.String())
	}
	for _, s := range []string{"", "2026-5-22", "22/05/2026", "2026-05-32", "2026-02-29", "1900-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "0000-01-01", "2026-05-22T00", "2026x05-22", "2026-05x22", "20a6-05-22", "-026-05-22", "2026-05-2", "2026-05-22 ", "2026-05-:1", "2026-0:-01", "202/-01-01", "202.-01-01", "2026-/5-01", "2026-05/22", "10000-01-01", "20260-5-22"} {
		d, err := civil.Parse(s)
		var problems problem.List
		require.ErrorAs(t, err, &problems, s)
		require.Len(t, problems, 1)
		assert.Equal(t, "DATE-01", problems[0].Code)
		assert.Equal(t, []problem.Param{{Name: "date", Value: s}}, problems[0].Params)
		assert.Contains(t, civil.Kinds()[0].Message.En, "{date}")
		assert.Zero(t, d)
	}
}

// The calendar is that of package time, over 400 years and in both directions.
func TestAgreesWithTime(t *testing.T) {
	t.Parallel()
	d, day := civil.Date{Year: 1899, Month: 12, Day: 31}, time.Date(1899, 12, 31, 0, 0, 0, 0, time.UTC)
	start := d
	for n := 1; n <= 146_097; n++ {
		next := d.AddDays(1)
		day = day.AddDate(0, 0, 1)
		require.Equal(t, day.Format(time.DateOnly), next.String())
		require.True(t, next.Valid())
		require.True(t, d.Before(next))
		require.False(t, next.Before(d))
		require.False(t, d.Before(d))
		require.Equal(t, (int(day.Weekday())+6)%7+1, next.Weekday())
		d = next
	}
	assert.Equal(t, 146_097, start.DaysTo(d))
	assert.Equal(t, -146_097, d.DaysTo(start))
	assert.Equal(t, start, d.AddDays(-146_097))
	assert.Equal(t, d, start.AddDays(146_097))
}

// A day is one of the calendar's, of the years 1 to 9999: which the day of a
// certificate (Articles 4.1 and 8.2) and of a filing (Article 12) must be, made
// in a program or read from a document.
func TestValid(t *testing.T) {
	t.Parallel()
	for _, d := range []civil.Date{{1, 1, 1}, {9999, 12, 31}, {2024, 2, 29}, {2000, 2, 29}, {2023, 2, 28}, {2026, 4, 30}, {2026, 6, 30}, {2026, 9, 30}, {2026, 11, 30}, {2026, 1, 31}} {
		assert.True(t, d.Valid(), d)
		assert.False(t, civil.Date{Year: d.Year, Month: d.Month}.Valid(), "day 0")
		assert.False(t, civil.Date{Year: d.Year, Day: d.Day}.Valid(), "month 0")
		assert.False(t, civil.Date{Year: d.Year, Month: 13, Day: d.Day}.Valid(), "month 13")
	}
	for _, d := range []civil.Date{
		{}, {0, 12, 31}, {-1, 1, 1}, {10000, 1, 1}, {2023, 2, 29}, {1900, 2, 29}, {2024, 2, 30}, {2026, 4, 31}, {2026, 6, 31}, {2026, 9, 31}, {2026, 11, 31}, {2026, 1, 32},
		{2026, 1, -1}, {2026, -1, 1},
	} {
		assert.False(t, d.Valid(), d)
	}
	assert.False(t, civil.Date{Year: 9999, Month: 12, Day: 31}.AddDays(1).Valid())
	assert.False(t, civil.Date{Year: 9999, Month: 1, Day: 1}.AddMonths(12).Valid())
	assert.Equal(t, "10000-01-01", civil.Date{Year: 9999, Month: 12, Day: 31}.AddDays(1).String())
}

func TestAddMonths(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		from   string
		months int
		want   string
	}{
		{"2026-05-22", 36, "2029-05-22"},
		{"2024-02-29", 36, "2027-02-28"},
		{"2024-02-29", 48, "2028-02-29"},
		{"2026-01-31", 1, "2026-02-28"},
		{"2026-12-31", 2, "2027-02-28"},
		{"2026-11-30", 1, "2026-12-30"},
		{"2026-01-15", -1, "2025-12-15"},
		{"2026-05-22", 0, "2026-05-22"},
	} {
		d, err := civil.Parse(c.from)
		require.NoError(t, err)
		assert.Equal(t, c.want, d.AddMonths(c.months).String(), c.from)
	}
}

// A date goes in and out as 2026-07-03, no date as null.
func TestJSON(t *testing.T) {
	t.Parallel()
	type both struct {
		Date  civil.Date            `json:"date"`
		Texts map[civil.Date]string `json:"texts"`
	}
	for written, value := range map[string]both{
		`{"date":"2026-07-03","texts":{"2024-02-29":"leap"}}`: {civil.Date{Year: 2026, Month: 7, Day: 3}, map[civil.Date]string{{Year: 2024, Month: 2, Day: 29}: "leap"}},
		`{"date":null,"texts":{}}`:                            {Texts: map[civil.Date]string{}},
	} {
		b, err := json.Marshal(value)
		require.NoError(t, err)
		assert.Equal(t, written, string(b))
		var read both
		require.NoError(t, json.Unmarshal(b, &read))
		assert.Equal(t, value, read)
	}
	none, err := civil.Date{Year: 2026, Month: 2, Day: 30}.MarshalJSON()
	require.EqualError(t, err, "DATE-01 : 2026-02-30 is not a day written year-month-day, as 2026-05-22.")
	assert.Nil(t, none)
	err = new(civil.Date).UnmarshalJSON([]byte(`""`))
	assert.Equal(t, []problem.Param{problem.Value("date", "")}, problem.From(err)[0].Params)
	d := civil.Date{Year: 2026, Month: 7, Day: 3}
	require.NoError(t, json.Unmarshal([]byte("null"), &d))
	assert.Zero(t, d)
	d = civil.Date{Year: 2026, Month: 7, Day: 3}
	require.NoError(t, d.UnmarshalText(nil))
	assert.Zero(t, d)
	for _, bad := range []string{`"2026-02-30"`, `"2026-7-3"`, `20260703`, `""`, `{"Year":2026}`, `"2026-07-03T00:00:00Z"`, `"2026-07-0\u0033"`} {
		d := civil.Date{Year: 1, Month: 1, Day: 1}
		var problems problem.List
		require.ErrorAs(t, json.Unmarshal([]byte(bad), &d), &problems, bad)
		assert.Equal(t, "DATE-01", problems[0].Code)
		assert.Equal(t, civil.Date{Year: 1, Month: 1, Day: 1}, d)
	}
	for _, bad := range []string{`x2026-07-03x`, `"2026-07-03x`, `x2026-07-03"`, `""`} { // no JSON
		require.Error(t, new(civil.Date).UnmarshalJSON([]byte(bad)), bad)
	}
	require.Error(t, new(civil.Date).UnmarshalJSON(nil))
	require.Error(t, new(civil.Date).UnmarshalJSON([]byte(`"`)))
}

func TestDatabase(t *testing.T) {
	t.Parallel()
	day := civil.Date{Year: 2026, Month: 7, Day: 3}
	hanoi := time.FixedZone("+07", 7*3600)
	for _, source := range []any{"2026-07-03", []byte("2026-07-03"), day.Time(hanoi), time.Date(2026, 7, 3, 23, 59, 0, 0, hanoi)} {
		var d civil.Date
		require.NoError(t, d.Scan(source))
		assert.Equal(t, day, d)
	}
	d := day
	require.NoError(t, d.Scan(nil))
	assert.Zero(t, d)
	require.NoError(t, d.Scan(time.Time{}))
	assert.Zero(t, d)
	assert.Equal(t, time.Date(2026, 7, 3, 0, 0, 0, 0, hanoi), day.Time(hanoi))
	for _, bad := range []any{3, "x", []byte("2026-02-30")} {
		d = day
		require.ErrorAs(t, d.Scan(bad), &problem.List{})
		assert.Equal(t, day, d)
	}
	v, err := day.Value()
	require.NoError(t, err)
	assert.Equal(t, "2026-07-03", v)
	v, err = civil.Date{}.Value()
	require.NoError(t, err)
	assert.Nil(t, v)
	_, err = civil.Date{Month: 13}.Value()
	require.Error(t, err)
	assert.Zero(t, civil.Date{Month: 13}.Time(time.UTC))
	assert.Zero(t, civil.Of(civil.Date{}.Time(time.UTC)))
}
