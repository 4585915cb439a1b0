//go:build !ocop_browser

package civil

import (
	"database/sql/driver"
	"fmt"
	"time"

	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// What a page does not need: package time and databases.

// Of is the day of a time where it was taken. The zero time is no day.
func Of(t time.Time) Date {
	if t.IsZero() {
		return Date{}
	}
	year, month, day := t.Date()
	return Date{year, int(month), day}
}

// Time is the beginning of the day in a place; the zero time for what is no day.
func (d Date) Time(in *time.Location) time.Time {
	if !d.Valid() {
		return time.Time{}
	}
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, in)
}

// Value implements driver.Valuer: the date as 2026-05-22, which every database
// takes for a date, and NULL for the zero Date.
func (d Date) Value() (driver.Value, error) {
	text, err := d.MarshalText()
	if err != nil || text == nil {
		return nil, err
	}
	return string(text), nil
}

// Scan implements sql.Scanner: NULL, a text as 2026-05-22, or a time, whose day
// counts where it was taken. The error is a problem.List.
func (d *Date) Scan(source any) error {
	switch source := source.(type) {
	case nil:
		*d = Date{}
		return nil
	case time.Time:
		*d = Of(source)
		return nil
	case string:
		return d.UnmarshalText([]byte(source))
	case []byte:
		return d.UnmarshalText(source)
	default:
		return problem.List{notADate.At("", problem.Value("date", fmt.Sprint(source)))}
	}
}
