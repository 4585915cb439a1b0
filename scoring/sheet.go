package scoring

import (
	"strconv"

	"github.com/ocop-vn/ocop-go/scoring/internal/table"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// ofNoSet is the problem of the zero Sheet where something must follow from it.
var ofNoSet = problem.Kind{Code: "SHEET-10", Layer: problem.Rule, Message: lang.Text{
	Vi: "Phiếu không thuộc bộ sản phẩm nào.",
	En: "The sheet belongs to no product set.",
}}

// Sheet is what one assessor chose for one product: an option for each
// criterion, or none, or nothing yet, and the gates found. Points are never in
// it. A Sheet is a small value: copy it freely. Every Sheet is valid; the zero
// Sheet belongs to no product set and has no result.
type Sheet struct {
	set     *table.Set
	answers [table.MaxCriteria]uint8
	gates   uint32 // bit i: gate i of the set was found
}

// Sheet returns the set's blank sheet.
func (s Set) Sheet() Sheet { return Sheet{set: s.t} }

// Set is the product set that the sheet answers.
func (s *Sheet) Set() Set { return Set{s.set} }

// Answer chooses an option (or NoneCode) for a criterion, and "" takes the
// answer back. It fails, leaving the sheet as it was, when the set has no such
// criterion or the criterion no such option.
func (s *Sheet) Answer(criterion, option string) error {
	i := s.Set().find(criterion)
	if i < 0 {
		return s.Set().unknownIn("criterion", criterion)
	}
	answer, ok := Criterion{s.set, i}.answer(option)
	if !ok && option != "" {
		return s.Set().unknownIn("option for criterion "+criterion+" called", option)
	}
	s.answers[i] = answer
	return nil
}

// Chosen is the option chosen for a criterion, "" when it is unanswered or the set has no such criterion.
func (s *Sheet) Chosen(criterion string) string {
	i := s.Set().find(criterion)
	if i < 0 {
		return ""
	}
	return s.chosen(i)
}

func (s *Sheet) chosen(i int) string {
	return Criterion{s.set, i}.answerCode(s.answers[i])
}

// SetGate notes that a gate was found, or takes that back. It fails when the
// set has no such gate, or when the gate follows from the answers.
func (s *Sheet) SetGate(id string, found bool) error {
	if s.set == nil {
		return s.Set().unknownIn("gate", id)
	}
	i := s.Set().gate(id)
	if i < 0 {
		return s.Set().unknownIn("gate", id)
	}
	if i == int(s.set.Derived) {
		return errorText("gate " + strconv.Quote(id) + " follows from the answers and is never given")
	}
	if found {
		s.gates |= 1 << i
	} else {
		s.gates &^= 1 << i
	}
	return nil
}

// AppendJSON appends the sheet in the form that DecodeSheet reads: criteria in
// printed order, unanswered ones left out, gates sorted. The zero Sheet is null.
func (s *Sheet) AppendJSON(b []byte) []byte {
	if s.set == nil {
		return append(b, "null"...)
	}
	b = appendHead(b, s.set)
	b = append(b, `,"answers":{`...)
	first := true
	for i := range s.set.Criteria {
		if s.answers[i] == table.Unanswered {
			continue
		}
		b = comma(b, &first)
		b = problem.AppendString(b, s.set.Criteria[i].Code)
		b = append(b, ':')
		b = problem.AppendString(b, s.chosen(i))
	}
	b = append(b, '}')
	if s.gates != 0 {
		b = append(b, `,"gates":[`...)
		first = true
		for i := range s.set.Gates {
			if s.gates&(1<<i) != 0 {
				b = comma(b, &first)
				b = problem.AppendString(b, s.set.Gates[i].ID)
			}
		}
		b = append(b, ']')
	}
	return append(b, '}')
}

// MarshalJSON implements json.Marshaler.
func (s Sheet) MarshalJSON() ([]byte, error) { return s.AppendJSON(nil), nil }
