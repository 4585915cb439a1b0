package dossier

import (
	"strconv"
	"strings"

	"github.com/ocop-vn/ocop-go/dossier/admin"
	"github.com/ocop-vn/ocop-go/dossier/internal/shape"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// What can be wrong with a code that is well formed.
var (
	unknownProvince = problem.Kind{Code: "CODE-01", Layer: problem.Rule, Message: lang.Text{
		Vi: "{code}: không có tỉnh nào mang mã {province} vào năm {year}.",
		En: "{code}: no province had the code {province} in {year}.",
	}}
	mergedProvince = problem.Kind{Code: "CODE-02", Layer: problem.Rule, Message: lang.Text{
		Vi: "{code}: mã {province} là của {name} trước ngày 01/7/2025; nay thuộc {now}, mã {nowCode}.",
		En: "{code}: {province} was the code of {name} before 1 July 2025; it is now part of {now}, code {nowCode}.",
	}}
	unknownCommune = problem.Kind{Code: "CODE-03", Layer: problem.Rule, Message: lang.Text{
		Vi: "{code}: không có xã, phường, đặc khu nào mang mã {commune}.",
		En: "{code}: there is no commune, ward or special zone with the code {commune}.",
	}}
	otherProvince = problem.Kind{Code: "CODE-04", Layer: problem.Rule, Message: lang.Text{
		Vi: "{code}: mã xã {commune} thuộc {name} (mã {actual}), không thuộc tỉnh mã {province}.",
		En: "{code}: commune {commune} lies in {name} ({actual}), not in province {province}.",
	}}
	fourPartsTooEarly = problem.Kind{Code: "CODE-05", Layer: problem.Rule, Message: lang.Text{
		Vi: "{code}: mã bốn phần chỉ có từ năm 2025; mã năm {year} phải có năm phần, gồm cả mã huyện.",
		En: "{code}: codes of four parts exist since 2025; one of {year} has five, with the district.",
	}}
	fivePartsTooLate = problem.Kind{Code: "CODE-06", Layer: problem.Rule, Message: lang.Text{
		Vi: "{code}: mã năm phần (có mã huyện) không còn dùng sau năm 2025.",
		En: "{code}: codes of five parts (with the district) ended in 2025.",
	}}
	olderCode = problem.Kind{Code: "CODE-07", Layer: problem.Rule, Warning: true, Message: lang.Text{
		Vi: "{code}: mã cũ năm phần, tỉnh {province} khi đó là {name}; mã huyện và mã xã cũ không kiểm tra được ở đây.",
		En: "{code}: an older code of five parts; province {province} was then {name}. Its district and commune cannot be checked here.",
	}}
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
		return ProductCode{}, problem.List{fieldProblem(k, "", lang.Text{Vi: "Mã sản phẩm OCOP", En: "Product code"}, value(s))}
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

// Check tells whether the code's places existed in its year. That a code is of
// the older form is a warning.
func (c ProductCode) Check() problem.List {
	code, year := param("code", c.String()), param("year", strconv.Itoa(c.Year))
	switch {
	case c.Older() && c.Year > admin.FirstYear:
		return problem.List{fivePartsTooLate.At("", code)}
	case c.Older():
		name, ok := admin.OldProvinceName(c.Province)
		if !ok {
			return problem.List{unknownProvince.At("", code, param("province", c.Province), year)}
		}
		return problem.List{olderCode.At("", code, param("province", c.Province), param("name", name))}
	case c.Year < admin.FirstYear:
		return problem.List{fourPartsTooEarly.At("", code, year)}
	}
	return checkPlace("", c.String(), c.Province, c.Commune, c.Year)
}

// checkPlace tells whether a commune lies in a province of today.
func checkPlace(path, code, province, commune string, year int) problem.List {
	of := param("code", code)
	if _, ok := admin.Province(province); !ok {
		if name, ok := admin.OldProvinceName(province); ok {
			now, _ := admin.Successor(province)
			nowName, _ := admin.Province(now)
			return problem.List{mergedProvince.At(path, of, param("province", province), param("name", name), param("now", nowName), param("nowCode", now))}
		}
		return problem.List{unknownProvince.At(path, of, param("province", province), param("year", strconv.Itoa(year)))}
	}
	actual, ok := admin.CommuneProvince(commune)
	if !ok {
		return problem.List{unknownCommune.At(path, of, param("commune", commune))}
	}
	if actual != province {
		name, _ := admin.Province(actual)
		return problem.List{otherProvince.At(path, of, param("name", name), param("commune", commune), param("actual", actual), param("province", province))}
	}
	return nil
}

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
		return ReceiptNumber{}, problem.List{fieldProblem(k, "", lang.Text{Vi: "Phiếu số", En: "Number of the receipt"}, value(s))}
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

// Check tells whether the number's places exist.
func (n ReceiptNumber) Check() problem.List {
	return checkPlace("", n.String(), n.Province, n.Commune, n.Year)
}
