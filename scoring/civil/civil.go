// Package civil has the calendar date that the law counts in: a day without a
// clock or a time zone. It is here instead of package time, which a browser
// module should not carry. Years are 1 to 9999; a day is written 2026-05-22, and what
// is no day is DATE-01.
package civil

import (
	"strconv"

	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// Date is a day of the Gregorian calendar, years 1 to 9999. The zero Date is no day.
type Date struct {
	Year, Month, Day int
}

var notADate = problem.Kind{Code: "DATE-01", Layer: problem.LayerSchema, Message: lang.Text{
	Vi: "{date} không phải là một ngày dạng năm-tháng-ngày, như 2026-05-22.",
	En: "{date} is not a day written year-month-day, as 2026-05-22.",
}}

// Kinds lists the kinds of problem that this package reports.
func Kinds() []problem.Kind { return []problem.Kind{notADate} }

// Parse reads a date written as 2026-05-22. The error is a problem.List.
func Parse(s string) (Date, error) {
	d := Date{Year: digits(s, 0, 4), Month: digits(s, 5, 7), Day: digits(s, 8, 10)}
	if len(s) != 10 || s[4] != '-' || s[7] != '-' || !d.Valid() {
		return Date{}, problem.List{notADate.At("", problem.Value("date", s))}
	}
	return d, nil
}

// digits reads s[from:to] as a number, -1 if it is not one.
func digits(s string, from, to int) int {
	if len(s) < to {
		return -1
	}
	n := 0
	for _, c := range []byte(s[from:to]) {
		if c < '0' || c > '9' {
			return -1
		}
		n = 10*n + int(c-'0')
	}
	return n
}

// Valid tells whether there is such a day.
func (d Date) Valid() bool {
	return d.Year >= 1 && d.Year <= 9999 && d.Month >= 1 && d.Month <= 12 && d.Day >= 1 && d.Day <= daysIn(d.Year, d.Month)
}

func daysIn(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	default:
		return 31
	}
}

// Before tells whether d comes before e.
func (d Date) Before(e Date) bool {
	if d.Year != e.Year {
		return d.Year < e.Year
	}
	if d.Month != e.Month {
		return d.Month < e.Month
	}
	return d.Day < e.Day
}

// AddDays is the day that many days after d, or before it for a negative number.
func (d Date) AddDays(days int) Date {
	d.Day += days
	for d.Day < 1 {
		d.Month--
		if d.Month < 1 {
			d.Year, d.Month = d.Year-1, 12
		}
		d.Day += daysIn(d.Year, d.Month)
	}
	for d.Day > daysIn(d.Year, d.Month) {
		d.Day -= daysIn(d.Year, d.Month)
		d.Month++
		if d.Month > 12 {
			d.Year, d.Month = d.Year+1, 1
		}
	}
	return d
}

// AddMonths is the same day that many months after d; where that month has no
// such day, its last: 36 months after 29 February 2024 is 28 February 2027.
func (d Date) AddMonths(months int) Date {
	months += 12*d.Year + d.Month - 1
	d.Year, d.Month = months/12, months%12+1
	d.Day = min(d.Day, daysIn(d.Year, d.Month))
	return d
}

// number counts the days since Monday 1 January of year 1.
func (d Date) number() int {
	y := d.Year - 1
	days := 365*y + y/4 - y/100 + y/400
	for month := 1; month < d.Month; month++ {
		days += daysIn(d.Year, month)
	}
	return days + d.Day - 1
}

// DaysTo is how many days e is after d; negative where it is before.
func (d Date) DaysTo(e Date) int { return e.number() - d.number() }

// Weekday is 1 for Monday to 7 for Sunday.
func (d Date) Weekday() int { return d.number()%7 + 1 }

// String writes the date as 2026-05-22.
func (d Date) String() string {
	pad := func(n, width int) string {
		s := strconv.Itoa(n)
		for len(s) < width {
			s = "0" + s
		}
		return s
	}
	return pad(d.Year, 4) + "-" + pad(d.Month, 2) + "-" + pad(d.Day, 2)
}
