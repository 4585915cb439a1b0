package scoring

import (
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/plain"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// What can be wrong with what stands beside the answers.
var (
	wrongText = problem.Kind{Code: "SHEET-12", Layer: problem.LayerSchema, Message: lang.Text{
		Vi: "Ở đây cần chữ, dài nhất {most} ký tự, không có ký tự điều khiển; chỉ ghi chú được xuống dòng. Nếu chưa có thì bỏ hẳn mục này.",
		En: "This must be text of at most {most} characters without control characters, of one line unless it is a note. Leave it out where there is none.",
	}}
	wrongEvidence = problem.Kind{Code: "SHEET-13", Layer: problem.LayerSchema, Message: lang.Text{
		Vi: "Ở đây cần mã của một loại minh chứng, như quality-declaration, chưa ghi ở trên; mỗi tiêu chí nhiều nhất {most} loại.",
		En: "This must be the id of a kind of evidence, as quality-declaration, that does not stand above; at most {most} for a criterion.",
	}}
)

// The most characters (code points) of a text about a sheet, of a note and of the
// id of a kind of evidence, and the most such kinds for a criterion.
const (
	MaxLine       = 300
	MaxNote       = 500
	MaxEvidenceID = 64
	MaxEvidence   = 40
)

// Remarks are what people enter beside the answers. No result follows from them.
type Remarks struct {
	About    About               `json:"about,omitzero"`
	Evidence map[string][]string `json:"evidence,omitempty"` // by criterion, the ids of the kinds of evidence that the assessor has seen or has
	Notes    map[string]string   `json:"notes,omitempty"`    // by criterion
}

// About is what stands at the head of a sheet or of a council's minutes; what is
// empty is not known. Days are written 2026-08-21.
type About struct {
	Product  string `json:"product,omitempty"`
	Producer string `json:"producer,omitempty"`
	Address  string `json:"address,omitempty"`
	Assessor string `json:"assessor,omitempty"` // of a sheet: who scores
	Day      string `json:"day,omitempty"`
	Place    string `json:"place,omitempty"`    // of a council: where it meets
	Rules    string `json:"rules,omitempty"`    // of a council: its rules of procedure as issued, by number or name
	RulesDay string `json:"rulesDay,omitempty"` // of a council: when they were issued
}

// The members of About in a sheet and in a council.
var (
	aboutSheet   = []string{"product", "producer", "address", "assessor", "day"}
	aboutCouncil = []string{"product", "producer", "address", "day", "place", "rules", "rulesDay"}
)

// member is a member by its name.
func (a *About) member(name string) *string {
	switch name {
	case "product":
		return &a.Product
	case "producer":
		return &a.Producer
	case "address":
		return &a.Address
	case "assessor":
		return &a.Assessor
	case "place":
		return &a.Place
	case "rules":
		return &a.Rules
	case "rulesDay":
		return &a.RulesDay
	default:
		return &a.Day
	}
}

// AnnotatedSheet is a sheet with what was entered beside its answers.
type AnnotatedSheet struct {
	Sheet   Sheet
	Remarks Remarks
}

// AnnotatedCouncil is a council with what its minutes say beside the answers.
type AnnotatedCouncil struct {
	Council Council
	About   About
	Members []MemberRemarks // of the council's members, in their order
}

// MemberRemarks are what stands beside a member's answers.
type MemberRemarks struct {
	Name    string // the person's; "" where the id is all that is known
	Remarks Remarks
}

// isText tells whether something is seen in a text of at most so many characters
// and nothing in it moves what stands around it, but for line breaks where lines
// may stand in it.
func isText(text []byte, most int, lines bool) bool {
	seen := false
	for _, r := range string(text) {
		most--
		isBreak := r == '\t' || r == '\n' || r == '\r'
		if plain.Moves(r) && (!lines || !isBreak) {
			return false
		}
		seen = seen || !plain.Blank(r)
	}
	return seen && most >= 0
}

// isEvidence tells whether a text is an id as a rubric's kinds of evidence have
// it: words of small letters and digits with single hyphens between.
func isEvidence(id string) bool {
	word := false
	for _, c := range []byte(id) {
		isLetter := 'a' <= c && c <= 'z' || '0' <= c && c <= '9'
		if !isLetter && (c != '-' || !word) {
			return false
		}
		word = isLetter
	}
	return word && len(id) <= MaxEvidenceID
}
