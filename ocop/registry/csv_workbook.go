package registry

import (
	"regexp"
	"strconv"

	"github.com/ocop-vn/ocop-go/scoring/civil"
)

// Values are a record's cells as a workbook holds them, of each of Columns: a string
// as in Cells, an int, a float64 of points, a civil.Date, or nil where nothing
// stands. What a workbook's own types would not give back to the letter is a string.
func Values(x *Record) []any {
	values := make([]any, len(columns))
	for i, cell := range Cells(x) {
		if cell != "" {
			values[i] = columns[i].value(cell)
		}
	}
	return values
}

func (c *column) value(cell string) any {
	switch c.of { //nolint:exhaustive // the others are texts
	case aNumber:
		if n, err := strconv.Atoi(cell); err == nil {
			return n
		}
	case somePoints:
		if n, err := strconv.ParseFloat(cell, 64); err == nil && strconv.FormatFloat(n, 'f', -1, 64) == cell {
			return n
		}
	case aDay:
		if d, err := civil.Parse(cell); err == nil && !d.Before(firstDayKept()) {
			return d
		}
	}
	return cell
}

// firstDayKept is the first from which all spreadsheets count days alike: they hold
// 1900 for a leap year.
func firstDayKept() civil.Date { return civil.Date{Year: 1900, Month: 3, Day: 1} }

// DayNumber is the number by which workbooks know a day; since1904: those of old Macs.
func DayNumber(d civil.Date, since1904 bool) int { return firstOf(since1904).DaysTo(d) }

func firstOf(since1904 bool) civil.Date {
	if since1904 {
		return civil.Date{Year: 1904, Month: 1, Day: 1}
	}
	return civil.Date{Year: 1899, Month: 12, Day: 30}
}

var (
	dayNumber = regexp.MustCompile(`^[0-9]{4,6}(?:\.0+)?$`)
	longPoint = regexp.MustCompile(`^[0-9]{1,3}\.[0-9]{3,}$`)
)

// FromWorkbook makes of a row's cells, as a workbook stores them, those that Row reads:
// of the number of a day the day, of points that stand as a binary fraction decimals,
// and empty ones where the row ends early. It changes the cells that it is given.
func (t *Table) FromWorkbook(cells []string, since1904 bool) []string {
	for len(cells) < len(t.columns) {
		cells = append(cells, "")
	}
	for i, at := range t.columns {
		if at < 0 {
			continue
		}
		switch of := columns[at].of; {
		case of == aDay && dayNumber.MatchString(cells[i]):
			n, _ := strconv.ParseFloat(cells[i], 64)
			if d := firstOf(since1904).AddDays(int(n)); !d.Before(firstDayKept()) {
				cells[i] = d.String()
			}
		case of == somePoints && longPoint.MatchString(cells[i]):
			n, _ := strconv.ParseFloat(cells[i], 64)
			short, _ := strconv.ParseFloat(strconv.FormatFloat(n, 'g', 15, 64), 64) // the digits that spreadsheets keep
			cells[i] = strconv.FormatFloat(short, 'f', -1, 64)
		}
	}
	return cells
}
