package schemas

import (
	"encoding/json"
	"slices"

	"github.com/invopop/jsonschema"

	"github.com/ocop-vn/ocop-go/dossier/internal/shape"
	"github.com/ocop-vn/ocop-go/dossier/procedure"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/reading"
)

// The shapes of deadlines and lives, which package procedure reads and writes by hand.

type milestones struct {
	Application      string `json:"application,omitempty" validate:"oneof=first upgrade re-assessment" jsonschema:"title=Loại hồ sơ" en:"Kind of application"`
	Filed            string `json:"filed,omitempty" validate:"ocop_day" jsonschema:"title=Ngày UBND cấp xã nhận hồ sơ" en:"The commune received it"`
	Proposed         string `json:"proposed,omitempty" validate:"ocop_day" jsonschema:"title=Ngày cấp xã đề nghị lên cấp tỉnh" en:"The commune proposed it to the province"`
	ProvinceComplete string `json:"provinceComplete,omitempty" validate:"ocop_day" jsonschema:"title=Ngày cấp tỉnh nhận đủ hồ sơ" en:"The province had all of it"`
	ProvinceScored   string `json:"provinceScored,omitempty" validate:"ocop_day" jsonschema:"title=Ngày Hội đồng cấp tỉnh chấm điểm" en:"The province's council decided"`
	SentOn           string `json:"sentOn,omitempty" validate:"ocop_day" jsonschema:"title=Ngày cấp tỉnh gửi Bộ" en:"The province sent it to the ministry"`
	MinistryComplete string `json:"ministryComplete,omitempty" validate:"ocop_day" jsonschema:"title=Ngày Bộ nhận đủ hồ sơ" en:"The ministry had all of it"`
	MinistryScored   string `json:"ministryScored,omitempty" validate:"ocop_day" jsonschema:"title=Ngày Hội đồng cấp trung ương chấm điểm" en:"The ministry's council decided"`
	Issued           string `json:"issued,omitempty" validate:"ocop_day" jsonschema:"title=Ngày cấp giấy chứng nhận" en:"The certificate was issued"`
	Expires          string `json:"expires,omitempty" validate:"ocop_day" jsonschema:"title=Ngày cuối cùng ghi trên giấy chứng nhận" en:"The last day that the certificate prints"`
	Concluded        string `json:"concluded,omitempty" validate:"ocop_day" jsonschema:"title=Ngày có kết luận là căn cứ thu hồi" en:"A ground for withdrawal was concluded"`
	Withdrawn        string `json:"withdrawn,omitempty" validate:"ocop_day" jsonschema:"title=Ngày thu hồi giấy chứng nhận" en:"The certificate was withdrawn"`
}

type life struct {
	Application string       `json:"application,omitempty" validate:"oneof=first upgrade re-assessment" jsonschema:"title=Loại hồ sơ" en:"Kind of application"`
	Previous    *certificate `json:"previous,omitempty" jsonschema:"title=Giấy chứng nhận trước" en:"The certificate before"`
	Steps       []step       `json:"steps" jsonschema:"title=Các bước đã đi" en:"The steps taken"`
}

type certificate struct {
	Star    int    `json:"star" validate:"min=3,max=5" jsonschema:"title=Hạng sao" en:"Star"`
	Issued  string `json:"issued" validate:"ocop_day" jsonschema:"title=Ngày cấp" en:"The day it was issued"`
	Expires string `json:"expires,omitempty" validate:"ocop_day" jsonschema:"title=Ngày cuối cùng ghi trên giấy" en:"The last day that it prints"`
}

type step struct {
	Step    string `json:"step" jsonschema:"title=Bước" en:"Step"`
	On      string `json:"on" validate:"ocop_day" jsonschema:"title=Ngày" en:"Day"`
	Total   string `json:"total,omitempty" validate:"ocop_total" jsonschema:"title=Tổng điểm của Hội đồng" en:"The council's total (points)"`
	Star    int    `json:"star,omitempty" validate:"min=1,max=5" jsonschema:"title=Hạng sao của Hội đồng" en:"The council's star"`
	By      string `json:"by,omitempty" validate:"oneof=province ministry" jsonschema:"title=Cấp quyết định" en:"Who decides"`
	Ground  string `json:"ground,omitempty" jsonschema:"title=Căn cứ thu hồi" en:"Ground for withdrawal"`
	Outcome string `json:"outcome,omitempty" validate:"oneof=recognised refused" jsonschema:"title=Kết quả đánh giá lại" en:"Outcome of the re-assessment"`
	Expires string `json:"expires,omitempty" validate:"ocop_day" jsonschema:"title=Ngày cuối cùng ghi trên giấy chứng nhận" en:"The last day that the certificate prints"`
}

// calendar holds what the document itself is.
type calendar struct {
	Years map[string]holidayYear `json:"years"`
}

type holidayYear struct {
	Off    []string `json:"off" validate:"dive,ocop_day" jsonschema:"title=Ngày nghỉ" en:"Days off"`
	Worked []string `json:"worked,omitempty" validate:"dive,ocop_day" jsonschema:"title=Thứ Bảy và Chủ nhật làm bù" en:"Saturdays and Sundays worked in exchange"`
	Source string   `json:"source,omitempty" jsonschema:"title=Nguồn" en:"Who says so"`
}

type schedule struct {
	Due []due   `json:"due" jsonschema:"title=Các hạn, theo ngày cuối cùng" en:"What is due, by last day"`
	On  *string `json:"on" validate:"null,ocop_day" jsonschema:"title=Tính đến ngày" en:"As of"`
}

type due struct {
	Key     string  `json:"key" jsonschema:"title=Mã" en:"Key"`
	What    message `json:"what" jsonschema:"title=Việc phải làm" en:"What is due"`
	From    *string `json:"from" validate:"null,ocop_day" jsonschema:"title=Từ ngày" en:"From"`
	By      string  `json:"by" validate:"ocop_day" jsonschema:"title=Ngày cuối cùng" en:"The last day"`
	Article string  `json:"article" jsonschema:"title=Điều khoản" en:"Article"`
	State   string  `json:"state" validate:"oneof=open done missed" jsonschema:"title=Trạng thái" en:"State"`
	Reading *string `json:"reading" validate:"null" jsonschema:"title=Cách hiểu" en:"The reading that the day rests on"`
}

type standing struct {
	On            *string   `json:"on" validate:"null,ocop_day" jsonschema:"title=Tính đến ngày" en:"As of"`
	Stage         string    `json:"stage" jsonschema:"title=Tình trạng" en:"Stage"`
	Star          *int      `json:"star" validate:"null,min=1,max=5" jsonschema:"title=Hạng sao" en:"Stars"`
	Authority     *string   `json:"authority" validate:"null,oneof=province ministry" jsonschema:"title=Cấp quyết định" en:"Who decides"`
	Issued        *string   `json:"issued" validate:"null,ocop_day" jsonschema:"title=Ngày cấp giấy chứng nhận" en:"The certificate was issued"`
	Expires       *string   `json:"expires" validate:"null,ocop_day" jsonschema:"title=Ngày hết thời hạn" en:"It expires"`
	ExtendedUntil *string   `json:"extendedUntil" validate:"null,ocop_day" jsonschema:"title=Kéo dài chậm nhất đến" en:"Extended to, at the latest"`
	PreviousUntil *string   `json:"previousUntil" validate:"null,ocop_day" jsonschema:"title=Giấy chứng nhận trước dùng được đến" en:"The certificate before stands until"`
	Next          []string  `json:"next" jsonschema:"title=Bước có thể đi tiếp" en:"Steps that may come next"`
	Problems      []finding `json:"problems" jsonschema:"title=Các lỗi và cảnh báo" en:"Problems"`
}

// dayPattern is that of civil.Date, of the years 0001 to 9999, as all regular
// expressions have it.
const dayPattern = "^(?:(?:[1-9][0-9]{3}|0(?:[1-9][0-9]{2}|0(?:[1-9][0-9]|0[1-9])))-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))" +
	"|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00)-02-29)$"

// ofDocuments are the rules on texts that only the documents of this package have.
func ofDocuments() []shape.Rule {
	return []shape.Rule{
		{Tag: "ocop_day", Pattern: dayPattern, MaxLength: 10, Format: "date", Examples: []string{"2026-06-15"}},
		{Tag: "ocop_year", Pattern: "^[1-9][0-9]{3}$", MaxLength: 4, Examples: []string{"2026"}},
		{Tag: "ocop_head", Pattern: patternOf("ocop_line"), MaxLength: scoring.MaxLine},
		{Tag: "ocop_note", Pattern: patternOf("ocop_prose"), MaxLength: scoring.MaxNote},
		{Tag: "ocop_evidence", Pattern: "^[a-z0-9]+(?:-[a-z0-9]+)*$", MaxLength: scoring.MaxEvidenceID, Examples: []string{"quality-declaration"}},
	}
}

// patternOf is the pattern of a rule of the dossier's.
func patternOf(tag string) string {
	rules := shape.Rules()
	return rules[slices.IndexFunc(rules, func(r shape.Rule) bool { return r.Tag == tag })].Pattern
}

func (b *builder) milestones() *jsonschema.Schema {
	root := b.written(milestones{})
	root.Examples = []any{json.RawMessage(`{"application":"first","filed":"2026-08-24"}`)}
	return root
}

// life is the schema of the steps taken, with the members that each kind of step has.
func (b *builder) life() *jsonschema.Schema {
	root := b.written(life{})
	s := root.Definitions["step"]
	kinds := procedure.StepKinds()
	b.oneOf(property(s, "step"), texts(kinds))
	b.oneOf(property(s, "ground"), texts(procedure.Grounds()))
	for _, member := range []string{"total", "star", "by", "ground", "outcome", "expires"} {
		var need, lack []any
		for _, kind := range kinds {
			switch needed, has := memberOf(kind, member); {
			case needed:
				need = append(need, string(kind))
			case !has:
				lack = append(lack, string(kind))
			}
		}
		of := func(kinds []any) *jsonschema.Schema {
			return require(object("step", &jsonschema.Schema{Enum: kinds}), "step")
		}
		if need != nil {
			when(s, of(need), require(object(member, jsonschema.TrueSchema), member))
		}
		when(s, of(lack), object(member, never()))
	}
	root.Examples = []any{json.RawMessage(`{"application":"first","steps":[{"step":"file","on":"2026-06-01"},{"step":"propose","on":"2026-06-15"}]}`)}
	return root
}

// memberOf tells whether a kind of step needs a member, or may have it.
func memberOf(kind procedure.StepKind, member string) (needed, has bool) {
	needs, may := kind.Members()
	needed = slices.Contains(needs, member)
	return needed, needed || slices.Contains(may, member)
}

// holidays is the schema of the days off of each year, which is the member's name.
func (b *builder) holidays() *jsonschema.Schema {
	holder := b.written(calendar{})
	root := property(holder, "years")
	root.Definitions = holder.Definitions
	root.PropertyNames = &jsonschema.Schema{}
	b.rule(root.PropertyNames, "ocop_year", 0)
	year := root.Definitions["holidayYear"]
	property(year, "off").UniqueItems, property(year, "worked").UniqueItems = true, true
	root.Examples = []any{json.RawMessage(`{"2026":{"off":["2026-09-02"],"worked":["2026-08-22"]}}`)}
	return root
}

func (b *builder) schedule() *jsonschema.Schema {
	root := b.read(schedule{})
	b.oneOf(property(root.Definitions["due"], "key"), texts(procedure.DueKeys()))
	readings := property(root.Definitions["due"], "reading").AnyOf[0]
	for _, r := range reading.All() {
		readings.OneOf = append(readings.OneOf, &jsonschema.Schema{Const: string(r.ID), Title: b.text(r.Text)})
	}
	return root
}

func (b *builder) standing() *jsonschema.Schema {
	root := b.read(standing{})
	for _, stage := range procedure.Stages() {
		property(root, "stage").OneOf = append(property(root, "stage").OneOf, &jsonschema.Schema{Const: string(stage), Title: upperFirst(b.text(stage.Text()))})
	}
	b.oneOf(property(root, "next").Items, texts(procedure.StepKinds()))
	return root
}

func texts[T ~string](values []T) []string {
	list := make([]string, len(values))
	for i, value := range values {
		list[i] = string(value)
	}
	return list
}

// ofProcedure are the documents of package procedure.
func (b *builder) ofProcedure() []document {
	return []document{
		{"milestones", lang.Text{Vi: "Các mốc ngày", En: "Milestones"}, lang.Text{
			Vi: "Những việc đã xảy ra với một hồ sơ và giấy chứng nhận; việc chưa đến thì bỏ mục đó.",
			En: "What has happened to a dossier and its certificate; what has not come is left out.",
		}, b.milestones()},
		{"holidays", lang.Text{Vi: "Ngày nghỉ và ngày làm bù", En: "Holidays"}, lang.Text{
			Vi: "Ngày nghỉ và ngày làm bù của từng năm; năm có ở đây thay cho lịch có sẵn của năm đó.",
			En: "The days off, and worked in exchange, of each year; a year that is here takes the place of the built-in one.",
		}, b.holidays()},
		{"deadlines", lang.Text{Vi: "Các hạn", En: "Deadlines"}, lang.Text{
			Vi: "Việc nào phải xong ngày nào, với điều khoản và cách hiểu làm căn cứ.",
			En: "What is due when, with its article and the reading that the day rests on.",
		}, b.schedule()},
		{"life", lang.Text{Vi: "Các bước của hồ sơ và giấy chứng nhận", En: "Life"}, lang.Text{
			Vi: "Các bước mà một hồ sơ và giấy chứng nhận của nó đã đi, theo thứ tự.",
			En: "The steps that a dossier and its certificate have taken, in their order.",
		}, b.life()},
		{"standing", lang.Text{Vi: "Tình trạng hồ sơ hoặc giấy chứng nhận", En: "Standing"}, lang.Text{
			Vi: "Hồ sơ hoặc giấy chứng nhận đang ở đâu, và các bước có thể đi tiếp.",
			En: "Where a dossier or a certificate stands, and the steps that may come next.",
		}, b.standing()},
	}
}
