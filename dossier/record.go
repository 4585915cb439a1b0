package dossier

import (
	"slices"
	"strconv"
	"strings"

	"github.com/ocop-vn/ocop-go/dossier/internal/fields"
	"github.com/ocop-vn/ocop-go/dossier/internal/shape"
	"github.com/ocop-vn/ocop-go/scoring/budget"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/strictjson"
)

// Record is what a register keeps of a product once its dossier was decided. It
// stands beside Dossier because its tags are the source of its shape in the same
// way; registers, their figures and the rules between fields are in ocop/registry.
// Names may have line breaks: registers come out of spreadsheets, whose cells have
// them, and nothing is lost.
type Record struct {
	// Mã sản phẩm OCOP / Product code
	// not printed; T-X-STT-YYYY; left out where the product was refused and never had one
	Code string `json:"code,omitempty" validate:"omitempty,ocop_product_code"`
	// Tên sản phẩm / Name of the product
	// Form 01.2
	Product string `json:"product" validate:"required,ocop_prose=200"`
	// Bộ sản phẩm / Product set
	// Appendix II
	Set int `json:"set" validate:"required,min=1,max=26"`
	// Bộ tiêu chí / Edition
	// the decision that it was assessed by (Articles 1, 12)
	Edition string `json:"edition" validate:"required,oneof=qd26-2026 qd148-2023 qd1048-2019"`
	// Chủ thể / Producer
	// Form 01.1
	Producer RecordProducer `json:"producer"`
	// Mã tỉnh / Province code
	// Form 01, head; for a code of five parts that of the province before July 2025 may stand
	Province string `json:"province" validate:"required,ocop_any_province"`
	// Mã xã / Commune code
	// Form 01, number of the receipt
	Commune string `json:"commune" validate:"required,ocop_commune"`
	// Hạng sao / Stars
	// Article 4.1; 3 to 5 where the product was recognised
	Star int `json:"star,omitempty" validate:"omitempty,min=1,max=5"`
	// Tổng điểm / Total points
	// Article 3.3; the council's average, 0 to 100, cut off after two decimals
	Total string `json:"total,omitempty" validate:"omitempty,ocop_total"`
	// Điểm từng phần / Points of each part
	// Article 3.1
	Parts *PartPoints `json:"parts,omitempty"`
	// Số quyết định công nhận / Number of the decision
	// Articles 7.3.e, 7.4.e
	Decision string `json:"decision,omitempty" validate:"omitempty,ocop_prose=100"`
	// Cấp công nhận / Who recognised it
	// Article 4.1
	Authority string `json:"authority,omitempty" validate:"omitempty,oneof=province ministry"`
	// Ngày cấp giấy chứng nhận / Day the certificate was issued
	// Article 4.3
	Issued string `json:"issued,omitempty" validate:"omitempty,ocop_date"`
	// Ngày hết thời hạn / Last day of the certificate
	// Article 4.3: 36 months; Article 12.1: the day that the certificate prints
	Expires string `json:"expires,omitempty" validate:"omitempty,ocop_date"`
	// Tình trạng / State
	// Articles 4.1, 8, 12.3
	State RecordState `json:"state" validate:"required,oneof=recognised extended withdrawn refused"`
	// Kéo dài đến / Extended until
	// Article 12.3: up to 180 days past the last day of the certificate
	ExtendedUntil string `json:"extendedUntil,omitempty" validate:"omitempty,ocop_date"`
	// Ngày thu hồi / Day of withdrawal
	// Article 8.4
	Withdrawn string `json:"withdrawn,omitempty" validate:"omitempty,ocop_date"`
	// Căn cứ thu hồi / Ground for withdrawal
	// Article 8.1
	Ground Ground `json:"ground,omitempty" validate:"omitempty,ocop_ground"`
	// Mã sản phẩm của lần công nhận trước / Product code of the earlier recognition
	// Articles 7.5, 7.6
	Previous string `json:"previous,omitempty" validate:"omitempty,ocop_product_code"`
	// Hạng sao của lần công nhận trước / Stars of the earlier recognition
	// Articles 7.5, 7.6
	PreviousStar int `json:"previousStar,omitempty" validate:"omitempty,min=1,max=5"`
	// Kênh bán hàng / Sales channels
	// Form 02.II; the programme counts supermarkets, convenience stores and e-commerce as modern
	Channels []string `json:"channels,omitempty" validate:"max=5,dive,required,ocop_channel"`
	// Địa chỉ truy xuất nguồn gốc / Address of the trace
	// not printed; where a shopper's phone finds the product's chain
	Trace string `json:"trace,omitempty" validate:"omitempty,ocop_link"`
}

// RecordProducer is what a register keeps of the producer. The tax code of a
// household or a farm can be a personal number.
type RecordProducer struct {
	// Tên đơn vị / Name of the producer
	// Form 01.1
	Name string `json:"name" validate:"required,ocop_prose=200"`
	// Loại hình tổ chức / Kind of organisation
	// Form 02.I.2; Article 2.3
	Kind ProducerKind `json:"kind" validate:"required,ocop_producer_kind"`
	// Quy mô / Size
	// not printed; as the rules on small and medium enterprises have it
	Size string `json:"size,omitempty" validate:"omitempty,oneof=micro small medium large"`
	// Mã số thuế hoặc số định danh cá nhân / Tax code or personal number
	// not printed; tells producers of one name apart
	TaxCode string `json:"taxCode,omitempty" validate:"omitempty,ocop_tax_code"`
}

// TaxCodeFits tells whether the check digit of the tax code fits; a personal number
// has none, nor does a producer without a code.
func (p *RecordProducer) TaxCodeFits() bool {
	return p.TaxCode == "" || shape.TaxCheck(p.TaxCode, 0) == nil
}

// PartPoints are the points of the three parts, as decimal texts like a total.
type PartPoints struct {
	// Phần A / Part A
	// Article 3.1.a
	A string `json:"A" validate:"required,ocop_total"`
	// Phần B / Part B
	// Article 3.1.b
	B string `json:"B" validate:"required,ocop_total"`
	// Phần C / Part C
	// Article 3.1.c
	C string `json:"C" validate:"required,ocop_total"`
}

// RecordState is how a product stands in a register, whatever the day.
type RecordState string

// The states of a record.
const (
	RecordRecognised RecordState = "recognised" // recognised, until it expires (Articles 4.1, 4.3)
	RecordExtended   RecordState = "extended"   // past its expiry, while a late re-assessment is decided (Article 12.3)
	RecordWithdrawn  RecordState = "withdrawn"  // the certificate was withdrawn (Article 8)
	RecordRefused    RecordState = "refused"    // not recognised
)

// Name is what registers call the state; empty for one that is not there.
func (s RecordState) Name() lang.Text {
	switch s {
	case RecordRecognised:
		return lang.Text{Vi: "Được công nhận", En: "Recognised"}
	case RecordExtended:
		return lang.Text{Vi: "Được kéo dài", En: "Extended"}
	case RecordWithdrawn:
		return lang.Text{Vi: "Đã thu hồi", En: "Withdrawn"}
	case RecordRefused:
		return lang.Text{Vi: "Không được công nhận", En: "Refused"}
	}
	return lang.Text{}
}

// What a state asks of a record; JSON Schema says the same.
var (
	neededInState = problem.Kind{Code: "RECORD-01", Layer: problem.LayerSchema, Message: lang.Text{
		Vi: "{field}: phải có khi tình trạng là {state}.", En: "{field}: must be there where the state is {state}.",
	}}
	notInState = problem.Kind{Code: "RECORD-02", Layer: problem.LayerSchema, Message: lang.Text{
		Vi: "{field}: không có khi tình trạng là {state}.", En: "{field}: has no place where the state is {state}.",
	}}
	twiceInList = problem.Kind{Code: "RECORD-03", Layer: problem.LayerSchema, Message: lang.Text{
		Vi: "{field}: có hai lần trong danh sách.", En: "{field}: stands twice in the list.",
	}}
	noCertificate = problem.Kind{Code: "RECORD-04", Layer: problem.LayerSchema, Message: lang.Text{
		Vi: "{field}: được công nhận thì phải từ 3 sao trở lên, không phải {star} (khoản 1 Điều 4).",
		En: "{field}: what was recognised has 3 stars or more, not {star} (Article 4.1).",
	}}
)

// stateMembers are the members that a state asks about: those of a certificate,
// then those of one state each.
var stateMembers = [...]string{"code", "star", "total", "decision", "authority", "issued", "expires", "extendedUntil", "withdrawn", "ground"}

const (
	ofCertificate = 7 // of stateMembers
	ofExtension   = 8
)

// asks tells whether a record must have stateMembers[i] in a state, and whether it
// cannot have it there.
func (s RecordState) asks(i int) (needed, ruledOut bool) {
	switch s {
	case RecordRecognised:
		return i < ofCertificate, i >= ofCertificate
	case RecordExtended:
		return i < ofExtension, i >= ofExtension
	case RecordWithdrawn: // maybe after an extension
		return i < ofCertificate || i >= ofExtension, false
	case RecordRefused: // maybe with the code and the certificate of before
		return false, i >= ofCertificate
	}
	return false, false
}

// StateMembers are the members that a record must have in a state and those that
// have no place in it, beside those that any record has.
func StateMembers(s RecordState) (needed, ruledOut []string) {
	for i, name := range stateMembers {
		must, never := s.asks(i)
		if must {
			needed = append(needed, name)
		}
		if never {
			ruledOut = append(ruledOut, name)
		}
	}
	return needed, ruledOut
}

// DecodeRecord reads a record within budget.Sheet and checks its shape. Text that
// is not in Unicode's form NFC is kept as NFC. Where anything is wrong the error
// is a problem.List with every problem found, and the Record is zero.
func DecodeRecord(data []byte) (Record, error) {
	var x Record
	read := false
	problems := strictjson.Read(data, budget.Sheet(), func(r *strictjson.Reader) {
		d := decoder{r, nil}
		d.record(&x)
		read = !r.Stopped()
	})
	if read {
		found := problem.Collect(budget.Sheet())
		found.AddAll(problems)
		found.AddAll(withoutEchoes(x.CheckShape(), problems))
		problems = found.List()
	}
	if len(problems) > 0 {
		return Record{}, problems
	}
	x.compose()
	return x, nil
}

// UnmarshalJSON implements json.Unmarshaler, as DecodeRecord.
func (x *Record) UnmarshalJSON(data []byte) error {
	read, err := DecodeRecord(data)
	if err == nil {
		*x = read
	}
	return err
}

// CheckShape tells what is wrong with a record's shape: what the tags of its
// fields ask, and what its state asks. Where nothing is, it allocates nothing.
func (x *Record) CheckShape() problem.List {
	c := checker{found: problem.Collect(budget.Sheet())}
	c.record(x)
	if c.found.Len() > 0 {
		problems := c.found.List()
		slices.SortStableFunc(problems, func(a, b problem.Problem) int { return strings.Compare(a.Path, b.Path) })
		c.found = problem.Collect(budget.Sheet())
		c.found.AddAll(problems)
	}
	x.checkState(&c)
	x.checkChannels(&c)
	return c.found.List()
}

// checkState tells what the state asks for and rules out.
func (x *Record) checkState(c *checker) {
	o := &fields.Record
	for i, name := range stateMembers {
		needed, ruledOut := x.State.asks(i)
		there := x.has(name)
		state := func() problem.Param { return problem.Worded("state", string(x.State), x.State.Name()) }
		switch {
		case needed && !there:
			c.fail(o, slices.Index(o.Names, name), &neededInState, state())
		case ruledOut && there:
			c.fail(o, slices.Index(o.Names, name), &notInState, state())
		}
	}
	if needed, _ := x.State.asks(0); needed && (x.Star == 1 || x.Star == 2) {
		c.fail(o, slices.Index(o.Names, "star"), &noCertificate, problem.Value("star", strconv.Itoa(x.Star)))
	}
}

// has tells whether a member that a state asks about is there.
func (x *Record) has(name string) bool {
	switch name {
	case "code":
		return x.Code != ""
	case "star":
		return x.Star != 0
	case "total":
		return x.Total != ""
	case "decision":
		return x.Decision != ""
	case "authority":
		return x.Authority != ""
	case "issued":
		return x.Issued != ""
	case "expires":
		return x.Expires != ""
	case "extendedUntil":
		return x.ExtendedUntil != ""
	case "withdrawn":
		return x.Withdrawn != ""
	}
	return x.Ground != ""
}

// checkChannels finds a channel that stands twice.
func (x *Record) checkChannels(c *checker) {
	o := &fields.Record
	i := slices.Index(o.Names, "channels")
	for k, channel := range x.Channels {
		if slices.Contains(x.Channels[:k], channel) {
			c.enter(o.Names[i])
			c.enterItem(k)
			c.fail(o, item+i, &twiceInList)
			c.leave()
			c.leave()
		}
	}
}
