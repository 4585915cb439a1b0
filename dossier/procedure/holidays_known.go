package procedure

import (
	"slices"
	"strings"

	"github.com/ocop-vn/ocop-go/scoring/civil"
)

// knownHolidays is the one place where the days off of a year are written down,
// as the government announced them or, where it has not yet, as the Labour Code
// has them. To change a year without a new release, give Holidays of one's own.
var knownHolidays = [...]struct {
	year        int
	off, worked string // month-day
	source      string
}{
	{
		// New Year; Tết Ất Tỵ; Hùng Kings' day; 30 April, 1 May and the day between; National Day.
		2025, "01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 05-02 09-01 09-02", "04-26",
		"Thông báo 6150/TB-BLĐTBXH ngày 03/12/2024",
	},
	{
		// New Year; Tết Bính Ngọ; the day for Hùng Kings' day, a
		// Sunday; 30 April, 1 May; National Day and the days before.
		2026, "01-01 02-16 02-17 02-18 02-19 02-20 04-27 04-30 05-01 08-31 09-01 09-02", "08-22",
		"Thông báo lịch nghỉ lễ, Tết năm 2026 của Bộ Nội vụ",
	},
	{
		// New Year; Tết Đinh Mùi from the eve on, with two days for its Saturday and
		// Sunday; Hùng Kings' day; 30 April; the day for 1 May, a Saturday; National
		// Day and the day after, as in 2021, which began on the same weekday.
		2027, "01-01 02-05 02-08 02-09 02-10 02-11 04-16 04-30 05-03 09-02 09-03", "",
		"Bộ luật Lao động, Điều 111 và 112; chưa có thông báo lịch nghỉ năm 2027",
	},
}

// fixedSource is where the days of a year come from that nobody has told us.
const fixedSource = "Bộ luật Lao động, Điều 111 và 112: các ngày cố định; chưa có Tết, Giỗ Tổ và ngày liền kề Quốc khánh"

// KnownHolidays are the days off that are built in, for 2025 to 2027.
func KnownHolidays() Holidays {
	known := Holidays{}
	for i := range knownHolidays {
		known[knownHolidays[i].year], _ = knownYear(knownHolidays[i].year)
	}
	return known
}

func knownYear(year int) (y HolidayYear, ok bool) {
	for i := range knownHolidays {
		if k := &knownHolidays[i]; k.year == year {
			return HolidayYear{Off: daysOf(year, k.off), Worked: daysOf(year, k.worked), Source: k.source}, true
		}
	}
	return HolidayYear{}, false
}

// daysOf reads days written as month-day.
func daysOf(year int, list string) (days []civil.Date) {
	if list == "" {
		return nil
	}
	first := civil.Date{Year: year, Month: 1, Day: 1}.String()
	for _, text := range strings.Split(list, " ") {
		day, _ := civil.Parse(first[:len("2026-")] + text) // a test reads them all
		days = append(days, day)
	}
	return days
}

// fixedYear has the holidays that fall on the same day each year; one that falls
// on a Saturday or Sunday moves to the next day that is worked (Labour Code,
// Article 111.3). Tết, Hùng Kings' day and the day beside National Day are for
// the caller to give.
func fixedYear(year int) HolidayYear {
	y := HolidayYear{Off: daysOf(year, "01-01 04-30 05-01 09-02"), Source: fixedSource}
	for _, day := range y.Off[:4] {
		if day.Weekday() < saturday {
			continue
		}
		for day.Weekday() >= saturday || slices.Contains(y.Off, day) {
			day = day.AddDays(1)
		}
		y.Off = append(y.Off, day)
	}
	return y
}
