package text

import (
	"strconv"
	"strings"

	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/lang"
)

// Number is a whole number as people write it: 10.000 in Vietnamese, 10,000 in
// English, with a minus sign where it is below 0.
func Number(n int, l lang.Lang) Own {
	digits := strconv.Itoa(n)
	sign := ""
	if n < 0 {
		sign, digits = minus, digits[1:]
	}
	first := (len(digits)-1)%3 + 1
	groups := []string{digits[:first]}
	for i := first; i < len(digits); i += 3 {
		groups = append(groups, digits[i:i+3])
	}
	return Own(sign + strings.Join(groups, lang.Text{Vi: ".", En: ","}.In(l)))
}

const minus = "\u2212"

// Percent is a share in tenths of a percent: 31,4% in Vietnamese, 31.4% in English.
func Percent(tenths int, l lang.Lang) Own { return decimal(tenths, l) + "%" }

// decimal is a number of tenths, 0 or more.
func decimal(tenths int, l lang.Lang) Own {
	return Number(tenths/10, l) + Own(lang.Text{Vi: ",", En: "."}.In(l)+strconv.Itoa(tenths%10))
}

// Change is by how much a number grew or fell: +12, −3, 0.
func Change(n int, l lang.Lang) Own { return signed(n, Number(max(n, -n), l)) }

// PointsChange is by how much a share grew or fell, in tenths of a percentage
// point: +1,2 in Vietnamese, +1.2 in English.
func PointsChange(tenths int, l lang.Lang) Own {
	return signed(tenths, decimal(max(tenths, -tenths), l))
}

func signed(n int, size Own) Own {
	switch {
	case n > 0:
		return "+" + size
	case n < 0:
		return minus + size
	default:
		return size
	}
}

// Day is a day as people write it: 05/08/2026 in Vietnamese, 2026-08-05 in English.
func Day(d civil.Date, l lang.Lang) Own {
	if l == lang.En {
		return Plain(d)
	}
	two := func(n int) string {
		if n < 10 {
			return "0" + strconv.Itoa(n)
		}
		return strconv.Itoa(n)
	}
	return Plain(two(d.Day) + "/" + two(d.Month) + "/" + strconv.Itoa(d.Year))
}
