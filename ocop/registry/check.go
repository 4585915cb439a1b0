package registry

import (
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/dossier/codes"
	"github.com/ocop-vn/ocop-go/dossier/codes/places"
	"github.com/ocop-vn/ocop-go/dossier/procedure"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/reading"
)

// What can be wrong with a record whose shape is right.
var (
	starAboveTotal = problem.Kind{Code: "REGISTER-10", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "{total} điểm không thể đạt {star} sao (khoản 3 Điều 3).",
		En: "{total} points cannot be {star} stars (Article 3.3).",
	}}
	wrongAuthority = problem.Kind{Code: "REGISTER-11", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "{star} sao do {authority} công nhận (khoản 1 Điều 4).",
		En: "{star} stars are for the {authority} to recognise (Article 4.1).",
	}}
	otherSum = problem.Kind{Code: "REGISTER-12", Layer: problem.LayerRule, Warning: true, Message: lang.Text{
		Vi: "Điểm các phần cộng lại là {sum}, tổng điểm ghi {total}.",
		En: "The parts add up to {sum}, the total is given as {total}.",
	}}
	overPart = problem.Kind{Code: "REGISTER-13", Layer: problem.LayerRule, Warning: true, Message: lang.Text{
		Vi: "Phần {part} ghi {points} điểm, nhiều nhất chỉ có {most} (khoản 1 Điều 3).",
		En: "Part {part} is given {points} points and has {most} at most (Article 3.1).",
	}}
	beforeProgramme = problem.Kind{Code: "REGISTER-14", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "{date}: trước ngày {first} chưa có bộ tiêu chí OCOP nào.",
		En: "{date}: there was no OCOP rubric before {first}.",
	}}
	otherEdition = problem.Kind{Code: "REGISTER-15", Layer: problem.LayerRule, Warning: true, Message: lang.Text{
		Vi: "{date}: ngày này {edition} chưa có hiệu lực (từ ngày {from}); xem lại bộ tiêu chí.",
		En: "{date}: {edition} was not in force yet (from {from}); check the edition.",
	}}
	endsBeforeIssued = problem.Kind{Code: "REGISTER-16", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "{date}: trước ngày cấp giấy chứng nhận {issued}.",
		En: "{date}: before the certificate was issued, {issued}.",
	}}
	otherTerm = problem.Kind{Code: "REGISTER-17", Layer: problem.LayerRule, Warning: true, Message: lang.Text{
		Vi: "Hết thời hạn {date}, trong khi 36 tháng kể từ {issued} là {expected} (khoản 3 Điều 4); ngày ghi trên giấy chứng nhận được dùng ({reading}).",
		En: "Expires {date}, while 36 months from {issued} end on {expected} (Article 4.3); the day that the certificate prints is used ({reading}).",
	}}
	wrongExtension = problem.Kind{Code: "REGISTER-18", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Kéo dài đến {date}: phải sau ngày {expires} và không quá {last} (khoản 3 Điều 12).",
		En: "Extended until {date}: must be after {expires} and no later than {last} (Article 12.3).",
	}}
	otherPlace = problem.Kind{Code: "REGISTER-19", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Mã sản phẩm {code} là của tỉnh {province}, xã {commune}; bản ghi có {value}.",
		En: "The code {code} is of province {province}, commune {commune}; the record has {value}.",
	}}
	laterCode = problem.Kind{Code: "REGISTER-20", Layer: problem.LayerRule, Warning: true, Message: lang.Text{
		Vi: "Mã sản phẩm {code} mang năm {year}, sau năm cấp giấy chứng nhận {issued}.",
		En: "The code {code} bears the year {year}, later than that of the certificate, {issued}.",
	}}
	taxCodeDigit = problem.Kind{Code: "REGISTER-21", Layer: problem.LayerRule, Warning: true, Message: lang.Text{
		Vi: "Mã số thuế “{value}” có chữ số kiểm tra không khớp; xem lại.",
		En: "The tax code “{value}” has a check digit that does not fit; look at it again.",
	}}
	starOfNothing = problem.Kind{Code: "REGISTER-22", Layer: problem.LayerRule, Warning: true, Message: lang.Text{
		Vi: "Có hạng sao của lần trước mà không có mã sản phẩm của lần trước: không tính là nâng hạng.",
		En: "Stars of an earlier recognition without its product code: not counted as an upgrade.",
	}}
)

// Kinds lists the kinds of problem that this package reports.
func Kinds() []problem.Kind {
	return slices.Concat([]problem.Kind{
		codeTwice, twoCertificates, otherProducer,
		starAboveTotal, wrongAuthority, otherSum, overPart, beforeProgramme, otherEdition, endsBeforeIssued, otherTerm,
		wrongExtension, otherPlace, laterCode, taxCodeDigit, starOfNothing,
	}, tableKinds(), exchangeKinds(), dossierKinds())
}

// check tells what is wrong with a record whose shape is right.
func check(x *Record) problem.List {
	c := checker{x: x}
	c.checkPlace()
	if x.State != dossier.RecordRefused {
		c.checkStar()
		c.checkDates()
	}
	c.checkParts()
	if !x.Producer.TaxCodeFits() {
		c.add(&taxCodeDigit, "/producer/taxCode", problem.Value("value", x.Producer.TaxCode))
	}
	if x.PreviousStar != 0 && x.Previous == "" {
		c.add(&starOfNothing, "/previousStar")
	}
	return c.found
}

// checker gathers what is wrong with a record: at most one problem a rule.
type checker struct {
	x     *Record
	found problem.List
}

func (c *checker) add(k *problem.Kind, path string, params ...problem.Param) {
	c.found = append(c.found, k.At(path, params...))
}

// checkStar holds the star to the total and to who may give it (Articles 3.3, 4.1).
func (c *checker) checkStar() {
	x := c.x
	star := problem.Value("star", strconv.Itoa(x.Star))
	if x.Star > bandOf(x.Edition, x.Total) {
		c.add(&starAboveTotal, "/star", problem.Value("total", x.Total), star)
	}
	if right := string(scoring.AuthorityFor(x.Star)); x.Authority != right {
		name := lang.Text{Vi: "UBND cấp tỉnh", En: "province"}
		if x.Star == highest {
			name = lang.Text{Vi: "Bộ Nông nghiệp và Môi trường", En: "ministry"}
		}
		c.add(&wrongAuthority, "/authority", star, problem.Worded("authority", right, name))
	}
}

// highest is the highest star, which the ministry gives (Article 4.1.b).
const highest = 5

// bandOf is the star of the band that a total lies in, by the edition's bands.
func bandOf(edition, total string) int {
	points := hundredths(total)
	for _, b := range editionOf(edition).Bands {
		if points >= 100*b.Least {
			return b.Star
		}
	}
	return 0
}

// editions are the versions of the rules, listed once: a register has millions of records.
var editions = sync.OnceValue(scoring.Editions)

// editionOf is an edition by its id; zero for none.
func editionOf(id string) scoring.EditionInfo {
	for _, e := range editions() {
		if e.ID == id {
			return e
		}
	}
	return scoring.EditionInfo{}
}

// firstDay is that of the first edition: before it there was no rubric.
func firstDay() civil.Date {
	all := editions() // the newest first
	return all[len(all)-1].From
}

// hundredths are the points of a decimal text such as 89.95, in hundredths; the
// text must be right.
func hundredths(text string) int {
	whole, decimals, _ := strings.Cut(text, ".")
	n, _ := strconv.Atoi(whole + (decimals + "00")[:2])
	return n
}

// points writes hundredths as a decimal text.
func points(hundredths int) string {
	text := strconv.Itoa(hundredths / 100)
	if rest := hundredths % 100; rest != 0 {
		text += "." + strings.TrimRight(strconv.Itoa(rest/10)+strconv.Itoa(rest%10), "0")
	}
	return text
}

// cutOff is how far a sum of three averages, each cut off after two decimals, can
// lie under the average of the sums, in hundredths.
const cutOff = 2

// checkParts holds the parts to their most points and to the total (Article 3.1).
func (c *checker) checkParts() {
	p := c.x.Parts
	if p == nil {
		return
	}
	sum := 0
	for i, text := range [...]string{p.A, p.B, p.C} {
		part := string(rune('A' + i))
		have, most := hundredths(text), editionOf(c.x.Edition).Parts[i]
		sum += have
		if have > 100*most {
			c.add(&overPart, "/parts/"+part, problem.Value("part", part), problem.Value("points", text), problem.Value("most", strconv.Itoa(most)))
		}
	}
	if c.x.Total == "" {
		return
	}
	if total := hundredths(c.x.Total); sum > total || sum < total-cutOff {
		c.add(&otherSum, "/parts", problem.Value("sum", points(sum)), problem.Value("total", c.x.Total))
	}
}

// checkDates holds the days to each other, to the edition and to the programme.
func (c *checker) checkDates() {
	x := c.x
	issued, expires := day(x.Issued), day(x.Expires)
	date := problem.Value("date", x.Issued)
	own := editionOf(x.Edition)
	switch first := firstDay(); {
	case issued.Before(first):
		c.add(&beforeProgramme, "/issued", date, problem.Value("first", first.String()))
	case issued.Before(own.From):
		c.add(&otherEdition, "/issued", date, problem.Value("edition", own.ID), problem.Value("from", own.From.String()))
	}
	given := problem.Value("issued", x.Issued)
	switch expected := procedure.Expiry(issued); {
	case expires.Before(issued):
		c.add(&endsBeforeIssued, "/expires", problem.Value("date", x.Expires), given)
	case expires != expected:
		c.add(&otherTerm, "/expires", problem.Value("date", x.Expires), given, problem.Value("expected", expected.String()), reading.PrintedEnd.Param())
	}
	if x.Withdrawn != "" && day(x.Withdrawn).Before(issued) {
		c.add(&endsBeforeIssued, "/withdrawn", problem.Value("date", x.Withdrawn), given)
	}
	if last := procedure.ExtendedUntil(expires); x.ExtendedUntil != "" {
		if until := day(x.ExtendedUntil); !expires.Before(until) || last.Before(until) {
			c.add(&wrongExtension, "/extendedUntil", problem.Value("date", x.ExtendedUntil), problem.Value("expires", x.Expires), problem.Value("last", last.String()))
		}
	}
}

// checkPlace holds the product code to its year and to the record's place. A code
// of five parts stood before July 2025: its province may have another code now.
func (c *checker) checkPlace() {
	x := c.x
	if x.Code == "" {
		c.at("/commune", codes.CheckPlace(x.Province+"-"+x.Commune, x.Province, x.Commune, places.FirstYear))
		return
	}
	code, _ := codes.ParseProductCode(x.Code) // its shape is right
	found := code.Check()
	if found.Err() != nil { // that a code is of the older form is nothing to say of older records
		c.at("/code", found)
	}
	same := x.Province == code.Province && x.Commune == code.Commune
	if code.Older() && !same { // the place may be given as it is called now
		now := codes.CheckPlace(x.Province+"-"+x.Commune, x.Province, x.Commune, places.FirstYear)
		c.at("/commune", now)
		same = len(now) > 0 || x.Province == placeToday(code)
	}
	if found.Err() == nil && !same {
		c.add(&otherPlace, "/code", problem.Value("code", x.Code), problem.Value("province", code.Province), problem.Value("commune", code.Commune), problem.Value("value", x.Province+"-"+x.Commune))
	}
	if issued := day(x.Issued); x.Issued != "" && code.Year > issued.Year {
		c.add(&laterCode, "/code", problem.Value("code", x.Code), problem.Value("year", strconv.Itoa(code.Year)), problem.Value("issued", x.Issued))
	}
}

// at adds what another package found at a place.
func (c *checker) at(path string, found problem.List) {
	for _, p := range found {
		p.Path = path + p.Path
		c.found = append(c.found, p)
	}
}

// placeToday is the province, of the 34, that an older code's province is or is part of now.
func placeToday(code codes.ProductCode) string {
	today, _ := places.Successor(code.Province) // it was a province: Check says so
	return today
}

// day is a date whose shape was checked; zero for none.
func day(s string) civil.Date {
	d, _ := civil.Parse(s)
	return d
}
