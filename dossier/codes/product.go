package codes

import (
	"strconv"
	"strings"

	"github.com/ocop-vn/ocop-go/dossier/codes/places"
	"github.com/ocop-vn/ocop-go/dossier/internal/fields"
	"github.com/ocop-vn/ocop-go/dossier/internal/shape"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// ProductCode is the code of a recognised product: province, commune, number
// and year (T-X-STT-YYYY), or, before communes lost their districts in 2025,
// with the district after the province.
type ProductCode struct {
	Province string // two digits
	District string // three digits in the older form, "" otherwise
	Commune  string // five digits
	Number   string // one to six digits, as written
	Year     int
}

// ParseProductCode reads a product code of either form. Whether its places
// exist is for Check to tell. The error is a problem.List.
func ParseProductCode(s string) (ProductCode, error) {
	if k := shape.ProductCode(s, 0); k != nil {
		return ProductCode{}, problem.List{fields.Problem(k, "", lang.Text{Vi: "Mã sản phẩm OCOP", En: "Product code"}, problem.Value("value", s))}
	}
	parts := strings.Split(s, "-")
	c := ProductCode{Province: parts[0]}
	if len(parts) == 5 {
		c.District, parts = parts[1], parts[1:]
	}
	c.Commune, c.Number = parts[1], parts[2]
	c.Year, _ = strconv.Atoi(parts[3])
	return c, nil
}

// Older tells whether the code has the five parts that stood before 2025.
func (c ProductCode) Older() bool { return c.District != "" }

// String writes the code as it was read.
func (c ProductCode) String() string {
	if c.Older() {
		return c.Province + "-" + c.District + "-" + c.Commune + "-" + c.Number + "-" + strconv.Itoa(c.Year)
	}
	return c.Province + "-" + c.Commune + "-" + c.Number + "-" + strconv.Itoa(c.Year)
}

// MarshalText implements encoding.TextMarshaler: the code as String writes it, and
// nothing for the zero ProductCode. Of what is no code the error is a problem.List.
func (c ProductCode) MarshalText() ([]byte, error) {
	return marshalText(c, ParseProductCode)
}

// UnmarshalText implements encoding.TextUnmarshaler, as MarshalText writes it.
// The error is a problem.List.
func (c *ProductCode) UnmarshalText(text []byte) error {
	return unmarshalText(c, text, ParseProductCode)
}

// Check tells whether the code's places existed in its year. That a code is of
// the older form is a warning.
func (c ProductCode) Check() problem.List {
	code, year := problem.Value("code", c.String()), problem.Value("year", strconv.Itoa(c.Year))
	switch {
	case c.Older() && c.Year > places.FirstYear:
		return problem.List{fivePartsTooLate.At("", code)}
	case c.Older():
		name, ok := places.OldProvinceName(c.Province)
		if !ok {
			return problem.List{unknownProvince.At("", code, problem.Value("province", c.Province), year)}
		}
		return problem.List{olderCode.At("", code, problem.Value("province", c.Province), named("name", c.Province, name))}
	case c.Year < places.FirstYear:
		return problem.List{fourPartsTooEarly.At("", code, year)}
	}
	return CheckPlace(c.String(), c.Province, c.Commune, c.Year)
}
