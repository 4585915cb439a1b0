package dossier

import (
	"strconv"
	"strings"

	"github.com/ocop-vn/ocop-go/dossier/codes"
	"github.com/ocop-vn/ocop-go/dossier/codes/places"
	"github.com/ocop-vn/ocop-go/dossier/internal/fields"
	"github.com/ocop-vn/ocop-go/dossier/internal/shape"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/reading"
)

// Rules on codes and names.
var (
	wrongPlace = problem.Kind{Code: "DOSSIER-40", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "{field}: {number} không khớp với mã xã của phiếu đăng ký.",
		En: "{field}: {number} does not have the commune of the registration form.",
	}}
	otherYear = problem.Kind{Code: "DOSSIER-55", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "{field}: {number} mang năm {year}, không phải năm của ngày nhận {date} (cách hiểu {reading}).",
		En: "{field}: {number} bears the year {year}, not that of its day of receipt, {date} (reading {reading}).",
	}}
	otherProvince = problem.Kind{Code: "DOSSIER-56", Layer: problem.LayerRule, Warning: true, Message: lang.Text{
		Vi: "{field}: {number} là của {province}, còn phiếu đăng ký là của {own}.",
		En: "{field}: {number} is of {province}, the registration form of {own}.",
	}}
	unusualNumber = problem.Kind{Code: "DOSSIER-57", Layer: problem.LayerRule, Warning: true, Message: lang.Text{
		Vi: "{field}: “{value}” có ba chữ số đầu không phải mã nơi khai sinh thường gặp; xem lại số định danh cá nhân.",
		En: "{field}: “{value}” begins with three digits that are no usual place of birth; check the personal number.",
	}}
	lookalike = problem.Kind{Code: "DOSSIER-59", Layer: problem.LayerRule, Warning: true, Message: lang.Text{
		Vi: "{field}: “{value}” có chữ “{letter}” ({code}) chỉ giống chữ Đ (U+0110) của tiếng Việt; gõ lại thành chữ Đ.",
		En: "{field}: “{value}” has the letter “{letter}” ({code}), which only looks like the Vietnamese Đ (U+0110); type Đ.",
	}}
)

// checkPlaces checks the codes of places, of products, of receipts and of persons.
func (x *Dossier) checkPlaces() problem.List {
	r := &x.Registration
	var problems problem.List
	if r.Province != "" && r.Commune != "" && r.Year != 0 {
		problems = at("/registration/commune", codes.CheckPlace(r.Province+"-"+r.Commune, r.Province, r.Commune, r.Year))
	}
	code := func(path, text string, label lang.Text) {
		c, err := codes.ParseProductCode(text)
		if err != nil {
			return // there is none
		}
		found := c.Check()
		problems = append(problems, at(path, found)...)
		province := c.Province
		if c.Older() {
			province, _ = places.Successor(c.Province)
		}
		if found.Err() == nil && r.Province != "" && province != r.Province {
			problems = append(problems, x.ofOtherProvince(path, label, text, province))
		}
	}
	code("/product/code", x.Product.Code, fields.Product.Label("code"))
	if x.Previous != nil {
		code("/previous/productCode", x.Previous.ProductCode, fields.Recognition.Label("productCode"))
	}
	problems = append(problems, x.checkReceipt("/registration/communeReceipt", r.CommuneReceipt)...)
	problems = append(problems, x.checkReceipt("/registration/provinceReceipt", r.ProvinceReceipt)...)
	if n := x.Producer.TaxCode; len(n) == shape.PersonalNumber && (n[0] != '0' || !places.OldProvince(n[1:3])) {
		problems = append(problems, fields.Problem(&unusualNumber, "/producer/taxCode", fields.Producer.Label("taxCode"), value(n)))
	}
	return problems
}

func (x *Dossier) ofOtherProvince(path string, label lang.Text, number, province string) problem.Problem {
	of := func(param, code string) problem.Param {
		name, _ := places.Province(code) // the code stands for one without a name
		return problem.Worded(param, code, lang.Text{Vi: name, En: name})
	}
	return fields.Problem(&otherProvince, path, label, problem.Value("number", number), of("province", province), of("own", x.Registration.Province))
}

// checkReceipt tells whether a receipt is of the form's place and of the year in
// which its office took the dossier in: each office numbers by its own year.
func (x *Dossier) checkReceipt(path string, receipt *Receipt) problem.List {
	if receipt == nil || receipt.Number == "" {
		return nil
	}
	path += "/number"
	label, number := fields.Receipt.Label("number"), problem.Value("number", receipt.Number)
	n, _ := codes.ParseReceiptNumber(receipt.Number)
	var problems problem.List
	switch {
	case x.Registration.Province != "" && n.Province != x.Registration.Province:
		problems = append(problems, x.ofOtherProvince(path, label, receipt.Number, n.Province))
	case x.Registration.Commune != "" && n.Commune != x.Registration.Commune:
		problems = append(problems, fields.Problem(&wrongPlace, path, label, number))
	}
	if receipt.Date != "" && n.Year != day(receipt.Date).Year {
		problems = append(problems, fields.Problem(&otherYear, path, label, number, problem.Value("year", strconv.Itoa(n.Year)), problem.Value("date", receipt.Date), reading.NumbersOfReceipts.Param()))
	}
	return problems
}

// checkLetters finds letters of other alphabets that only look like Đ in names,
// by which registers and searches would not find them.
func (x *Dossier) checkLetters() problem.List {
	var problems problem.List
	name := func(path string, label lang.Text, text string) {
		if i := strings.IndexAny(text, shape.Lookalikes); i >= 0 {
			letter := []rune(text[i:])[0]
			problems = append(problems, fields.Problem(&lookalike, path, label, value(text), problem.Value("letter", string(letter)), problem.Value("code", shape.CodePoint(letter))))
		}
	}
	p, r := &x.Producer, &x.Producer.Representative
	name("/producer/name", fields.Producer.Label("name"), p.Name)
	name("/producer/address", fields.Producer.Label("address"), p.Address)
	name("/producer/representative/name", fields.Representative.Label("name"), r.Name)
	name("/producer/representative/position", fields.Representative.Label("position"), r.Position)
	name("/producer/representative/ethnicity", fields.Representative.Label("ethnicity"), r.Ethnicity)
	name("/producer/representative/address", fields.Representative.Label("address"), r.Address)
	name("/product/name", fields.Product.Label("name"), x.Product.Name)
	receiver := func(path string, receipt *Receipt) {
		if receipt != nil {
			name(path+"/receiver", fields.Receipt.Label("receiver"), receipt.Receiver)
		}
	}
	receiver("/registration/communeReceipt", x.Registration.CommuneReceipt)
	receiver("/registration/provinceReceipt", x.Registration.ProvinceReceipt)
	members := func(path string, record *CouncilRecord) {
		if record == nil {
			return
		}
		for i := range record.Members {
			name(path+"/members/"+strconv.Itoa(i)+"/name", fields.CouncilMember.Label("name"), record.Members[i].Name)
		}
	}
	members("/council", x.Council)
	members("/ministry", x.Ministry)
	return problems
}
