package codes

import (
	"strconv"
	"strings"

	"github.com/ocop-vn/ocop-go/dossier/internal/fields"
	"github.com/ocop-vn/ocop-go/dossier/internal/shape"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// ReceiptNumber is the number that an office gives form 01: two serial parts,
// which the form leaves to the office, and the place and year,
// 01-07/PĐK-66-24133-2026.
type ReceiptNumber struct {
	First, Second string // up to 20 letters and digits each
	Province      string // two digits
	Commune       string // five digits
	Year          int
}

// ParseReceiptNumber reads the number of a receipt. Whether its places exist is
// for Check to tell. The error is a problem.List.
func ParseReceiptNumber(s string) (ReceiptNumber, error) {
	if k := shape.Receipt(s, 0); k != nil {
		return ReceiptNumber{}, problem.List{fields.Problem(k, "", lang.Text{Vi: "Phiếu số", En: "Number of the receipt"}, problem.Value("value", s))}
	}
	serial, place, _ := strings.Cut(s, "/PĐK-")
	n := ReceiptNumber{Province: place[:2], Commune: place[3:8]}
	n.First, n.Second, _ = strings.Cut(serial, "-")
	n.Year, _ = strconv.Atoi(place[9:])
	return n, nil
}

// String writes the number as form 01 has it.
func (n ReceiptNumber) String() string {
	return n.First + "-" + n.Second + "/PĐK-" + n.Province + "-" + n.Commune + "-" + strconv.Itoa(n.Year)
}

// MarshalText implements encoding.TextMarshaler: the number as String writes it,
// and nothing for the zero ReceiptNumber. Of what is no number the error is a
// problem.List.
func (n ReceiptNumber) MarshalText() ([]byte, error) {
	return marshalText(n, ParseReceiptNumber)
}

// UnmarshalText implements encoding.TextUnmarshaler, as MarshalText writes it.
// The error is a problem.List.
func (n *ReceiptNumber) UnmarshalText(text []byte) error {
	return unmarshalText(n, text, ParseReceiptNumber)
}

// Check tells whether the number's places exist.
func (n ReceiptNumber) Check() problem.List {
	return CheckPlace(n.String(), n.Province, n.Commune, n.Year)
}
