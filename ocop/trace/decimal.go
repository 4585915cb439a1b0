package trace

import (
	"math/big"
	"strconv"
	"strings"

	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// Decimal is an exact quantity of 0 or more, with at most 15 digits before the
// point and 9 behind it. Equal quantities are equal Decimals: 10 is 10.0. The zero
// Decimal is 0.
type Decimal struct {
	digits   uint64 // without the point, at most 18 digits
	decimals uint8  // of which so many stand behind it, the last not 0
}

const (
	maxWhole       = 15
	maxDecimals    = 9
	maxSignificant = 18
)

// Units is a whole quantity; 0 for one below 0 or of over 15 digits.
func Units(n int) Decimal {
	d, _ := decimal(strconv.Itoa(n))
	return d
}

// ParseDecimal reads a number as JSON writes them, such as 200.5 or 2e3. The error
// is a problem.List.
func ParseDecimal(s string) (Decimal, error) {
	d, ok := decimal(s)
	if !ok {
		return Decimal{}, problem.List{badQuantity.At("", problem.Value("value", s))}
	}
	return d, nil
}

func decimal(s string) (Decimal, bool) {
	mantissa, exponent, hasExponent := strings.Cut(strings.ToLower(s), "e")
	whole, fraction, hasPoint := strings.Cut(mantissa, ".")
	power := 0
	if hasExponent {
		n, err := strconv.Atoi(exponent)
		if err != nil || n < -99 || n > 99 {
			return Decimal{}, false
		}
		power = n
	}
	if whole == "" || hasPoint && fraction == "" || !isDigits(whole) || !isDigits(fraction) {
		return Decimal{}, false
	}
	decimals := len(fraction) - power
	all := strings.TrimLeft(whole+fraction, "0")
	if all == "" {
		return Decimal{}, true
	}
	short := strings.TrimRight(all, "0")
	decimals -= len(all) - len(short)
	if decimals < 0 {
		short += strings.Repeat("0", -decimals)
		decimals = 0
	}
	if decimals > maxDecimals || len(short)-decimals > maxWhole || len(short) > maxSignificant {
		return Decimal{}, false
	}
	n, _ := strconv.ParseUint(short, 10, 64) // it has 18 digits at most
	return Decimal{n, uint8(decimals)}, true
}

// String is the quantity in digits, such as 200.5.
func (d Decimal) String() string {
	s := strconv.FormatUint(d.digits, 10)
	if d.decimals == 0 {
		return s
	}
	places := int(d.decimals)
	if missing := places + 1 - len(s); missing > 0 {
		s = strings.Repeat("0", missing) + s
	}
	return s[:len(s)-places] + "." + s[len(s)-places:]
}

// MarshalJSON writes a JSON number.
func (d Decimal) MarshalJSON() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalJSON reads a JSON number. The error is a problem.List.
func (d *Decimal) UnmarshalJSON(data []byte) error {
	read, err := ParseDecimal(string(data))
	if err == nil {
		*d = read
	}
	return err
}

// sum is a quantity of any size, in 10^-12 of the base of its measure.
type sum struct{ n big.Int }

// fine is how many decimals a sum has: those of a quantity, and those that a unit
// takes which is a thousandth of its base.
const fine = 12

func (s *sum) add(d Decimal, u unit) {
	var n, scale big.Int
	n.SetUint64(d.digits)
	scale.Exp(big.NewInt(10), big.NewInt(int64(fine-int(d.decimals)+u.power)), nil)
	s.n.Add(&s.n, n.Mul(&n, &scale))
}

// in is a sum as a text, counted in a unit.
func (s *sum) in(u unit) string {
	decimals := fine + u.power
	text := s.n.String()
	if missing := decimals + 1 - len(text); missing > 0 {
		text = strings.Repeat("0", missing) + text
	}
	whole, fraction := text[:len(text)-decimals], strings.TrimRight(text[len(text)-decimals:], "0")
	if fraction == "" {
		return whole
	}
	return whole + "." + fraction
}

// unit is what a unit code of UN/CEFACT counts: a measure, and the power of ten
// that the unit is of the measure's base.
type unit struct {
	measure string
	power   int
}

// unitOf reads a unit code. Units that are not converted measure by themselves.
// Without a code pieces are counted (EPCIS 2.0, QuantityElement).
func unitOf(code string) unit {
	switch code {
	case "", "H87", "EA", "C62", "NIU":
		return unit{"H87", 0}
	case "MGM":
		return unit{"GRM", -3}
	case "GRM":
		return unit{"GRM", 0}
	case "KGM":
		return unit{"GRM", 3}
	case "DTN": // tạ
		return unit{"GRM", 5}
	case "TNE":
		return unit{"GRM", 6}
	case "MLT", "CMQ":
		return unit{"MLT", 0}
	case "CLT":
		return unit{"MLT", 1}
	case "DLT":
		return unit{"MLT", 2}
	case "LTR", "DMQ":
		return unit{"MLT", 3}
	case "HLT":
		return unit{"MLT", 5}
	case "MTQ":
		return unit{"MLT", 6}
	case "MMT":
		return unit{"MMT", 0}
	case "CMT":
		return unit{"MMT", 1}
	case "DMT":
		return unit{"MMT", 2}
	case "MTR":
		return unit{"MMT", 3}
	}
	return unit{code, 0}
}

// isUnit tells whether a text has the form of a unit code.
func isUnit(s string) bool {
	if len(s) != 2 && len(s) != 3 {
		return false
	}
	for i := range len(s) {
		if c := s[i]; (c < '0' || c > '9') && (c < 'A' || c > 'Z') {
			return false
		}
	}
	return true
}
