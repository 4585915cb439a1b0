package scoring

import (
	"github.com/ocop-vn/ocop-go/scoring/internal/table"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// ofNoSet is the problem of the zero Sheet where something must follow from it.
var ofNoSet = problem.Kind{Code: "SHEET-10", Layer: problem.LayerRule, Message: lang.Text{
	Vi: "Phiếu không thuộc bộ sản phẩm nào.",
	En: "The sheet belongs to no product set.",
}}

var wrongBytes = problem.Kind{Code: "SHEET-11", Layer: problem.LayerRule, Message: lang.Text{
	Vi: "Bộ sản phẩm {set} không có các câu trả lời này ở dạng byte.",
	En: "Product set {set} has no such answers as bytes.",
}}

// OfNoSet is the error of the zero Sheet where something must follow from it.
func OfNoSet() error { return problem.List{ofNoSet.At("")} }

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
// criterion or the criterion no such option; the error is a problem.List.
func (s *Sheet) Answer(criterion, option string) error {
	set := s.Set()
	i := set.find(criterion)
	if i < 0 {
		return set.refuse(set.unknownCriterion(problem.Pointer("/answers", criterion), criterion))
	}
	c := Criterion{s.set, i}
	answer, ok := c.answer(option)
	if !ok && option != "" {
		return problem.List{c.wrongOption(problem.Pointer("/answers", criterion), option)}
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
// set has no such gate, or when the gate follows from the answers; the error is
// a problem.List.
func (s *Sheet) SetGate(id string, found bool) error {
	i := s.Set().gate(id)
	if i < 0 || i == int(s.set.Derived) {
		return s.Set().refuse(s.Set().wrongGate("/gates", id))
	}
	if found {
		s.gates |= 1 << i
	} else {
		s.gates &^= 1 << i
	}
	return nil
}

// refuse is the error of something that the set does not have; of no set, that
// there is none.
func (s Set) refuse(p problem.Problem) error {
	if s.t == nil {
		return OfNoSet()
	}
	return problem.List{p}
}
