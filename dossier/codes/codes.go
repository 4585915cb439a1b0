// Package codes holds the codes that offices give: of recognised products and of
// receipts, which name a province, a commune and a year.
//
// A product code is T-X-STT-YYYY, as 66-24277-1-2026: two digits of the province, five
// of the commune, a number and the year; older ones have the district's three digits
// after the province. A receipt's number is that of form 01 (Appendix III), as
// 01-07/PĐK-66-24133-2026. Parsing asks for the form alone; Check asks for places that
// there were in that year, by package places. Errors are a problem.List (CODE-01 to
// CODE-07 for places).
package codes

import (
	"strconv"

	"github.com/ocop-vn/ocop-go/dossier/codes/places"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// What can be wrong with a code that is well formed.
var (
	unknownProvince = problem.Kind{Code: "CODE-01", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "{code}: không có tỉnh nào mang mã {province} vào năm {year}.",
		En: "{code}: no province had the code {province} in {year}.",
	}}
	mergedProvince = problem.Kind{Code: "CODE-02", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "{code}: mã {province} là của {name} trước ngày 01/7/2025; nay thuộc {now}, mã {nowCode}.",
		En: "{code}: {province} was the code of {name} before 1 July 2025; it is now part of {now}, code {nowCode}.",
	}}
	unknownCommune = problem.Kind{Code: "CODE-03", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "{code}: không có xã, phường, đặc khu nào mang mã {commune}.",
		En: "{code}: there is no commune, ward or special zone with the code {commune}.",
	}}
	otherProvince = problem.Kind{Code: "CODE-04", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "{code}: mã xã {commune} thuộc {name} (mã {actual}), không thuộc tỉnh mã {province}.",
		En: "{code}: commune {commune} lies in {name} ({actual}), not in province {province}.",
	}}
	fourPartsTooEarly = problem.Kind{Code: "CODE-05", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "{code}: mã bốn phần chỉ có từ năm 2025; mã năm {year} phải có năm phần, gồm cả mã huyện.",
		En: "{code}: codes of four parts exist since 2025; one of {year} has five, with the district.",
	}}
	fivePartsTooLate = problem.Kind{Code: "CODE-06", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "{code}: mã năm phần (có mã huyện) không còn dùng sau năm 2025.",
		En: "{code}: codes of five parts (with the district) ended in 2025.",
	}}
	olderCode = problem.Kind{Code: "CODE-07", Layer: problem.LayerRule, Warning: true, Message: lang.Text{
		Vi: "{code}: mã cũ năm phần, tỉnh {province} khi đó là {name}; mã huyện và mã xã cũ không kiểm tra được ở đây.",
		En: "{code}: an older code of five parts; province {province} was then {name}. Its district and commune cannot be checked here.",
	}}
)

// Kinds lists the kinds of problem that this package reports.
func Kinds() []problem.Kind {
	return []problem.Kind{unknownProvince, mergedProvince, unknownCommune, otherProvince, fourPartsTooEarly, fivePartsTooLate, olderCode}
}

// CheckPlace tells whether a commune lies in a province of today; code is what
// the two are part of, and year its year.
func CheckPlace(code, province, commune string, year int) problem.List {
	of := problem.Value("code", code)
	if _, ok := places.Province(province); !ok {
		if name, ok := places.OldProvinceName(province); ok {
			now, _ := places.Successor(province)
			nowName, _ := places.Province(now)
			return problem.List{mergedProvince.At("", of, problem.Value("province", province), named("name", province, name), named("now", now, nowName), problem.Value("nowCode", now))}
		}
		return problem.List{unknownProvince.At("", of, problem.Value("province", province), problem.Value("year", strconv.Itoa(year)))}
	}
	actual, ok := places.CommuneProvince(commune)
	if !ok {
		return problem.List{unknownCommune.At("", of, problem.Value("commune", commune))}
	}
	if actual != province {
		name, _ := places.Province(actual)
		return problem.List{otherProvince.At("", of, named("name", actual, name), problem.Value("commune", commune), problem.Value("actual", actual), problem.Value("province", province))}
	}
	return nil
}

// code is a ProductCode or a ReceiptNumber.
type code interface {
	comparable
	String() string
}

func marshalText[C code](c C, parse func(string) (C, error)) ([]byte, error) {
	var none C
	if c == none {
		return nil, nil
	}
	text := c.String()
	if _, err := parse(text); err != nil { // nobody could read it
		return nil, err
	}
	return []byte(text), nil
}

func unmarshalText[C code](into *C, text []byte, parse func(string) (C, error)) error {
	if len(text) == 0 {
		*into = *new(C)
		return nil
	}
	c, err := parse(string(text))
	if err == nil {
		*into = c
	}
	return err
}

// named is a parameter that names a province by its code, and to people by its name.
func named(param, code, name string) problem.Param {
	return problem.Worded(param, code, lang.Text{Vi: name, En: name})
}
