package scoring

import (
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// Difference is what changes from one sheet to another of the same product set.
type Difference struct {
	Before, After Result
	Changes       []Answered
	Opened        []Shortfall // minima that the second misses and the first did not
	Closed        []Shortfall // minima that the first missed and the second does not
}

// Answered is a criterion that is answered otherwise; "" is unanswered.
type Answered struct {
	Criterion Criterion
	From, To  string
	Points    int // what the total gains by the criterion itself, negative for a loss
}

var notComparable = problem.Kind{Code: "COMPARE-01", Layer: problem.LayerRule, Message: lang.Text{
	Vi: "Hai phiếu thuộc hai bộ tiêu chí hoặc hai bộ sản phẩm khác nhau.",
	En: "The sheets are of different editions or product sets.",
}}

// Compare tells what changes from one sheet to another. It fails when they are
// of different sets or editions, or of none; the error is a problem.List.
func Compare(from, to *Sheet) (Difference, error) {
	if from.set != to.set {
		return Difference{}, problem.List{notComparable.At("")}
	}
	if from.set == nil {
		return Difference{}, problem.List{ofNoSet.At("")}
	}
	d := Difference{Before: Score(from), After: Score(to)}
	before, after := &d.Before.sheet, &d.After.sheet // what falls away is unanswered here
	for i := range from.set.Criteria {
		if before.answers[i] != after.answers[i] {
			d.Changes = append(d.Changes, Answered{
				Criterion: Criterion{from.set, i}, From: before.chosen(i), To: after.chosen(i),
				Points: d.After.counted(i) - d.Before.counted(i),
			})
		}
	}
	d.Opened = newShortfalls(&d.Before, &d.After)
	d.Closed = newShortfalls(&d.After, &d.Before)
	return d, nil
}

// newShortfalls lists the shortfalls of b that a does not have.
func newShortfalls(a, b *Result) []Shortfall {
	var list []Shortfall
	for s := range b.Shortfalls() {
		if a.sheet.answers[s.Criterion.i] >= s.Criterion.t().Need[s.Star-3] {
			list = append(list, s)
		}
	}
	return list
}
