package scoring

import (
	"slices"
	"strconv"

	"github.com/ocop-vn/ocop-go/scoring/internal/table"
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

// Compare tells what changes from one sheet to another. It fails when they are
// of different sets or editions, or of none.
func Compare(from, to *Sheet) (Difference, error) {
	if from.set != to.set {
		return Difference{}, errorText("the sheets are of different editions or product sets")
	}
	if from.set == nil {
		return Difference{}, problem.List{ofNoSet.At("")}
	}
	d := Difference{Before: Score(from), After: Score(to)}
	for i := range from.set.Criteria {
		if from.answers[i] != to.answers[i] {
			d.Changes = append(d.Changes, Answered{
				Criterion: Criterion{from.set, i}, From: from.chosen(i), To: to.chosen(i),
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

// AppendJSON appends the difference.
func (d *Difference) AppendJSON(b []byte) []byte {
	b = append(b, `{"before":`...)
	b = d.Before.AppendJSON(b)
	b = append(b, `,"after":`...)
	b = d.After.AppendJSON(b)
	b = append(b, `,"changes":`...)
	b = appendList(b, d.Changes, appendAnswered)
	b = append(b, `,"opened":`...)
	b = appendList(b, d.Opened, appendShortfall)
	b = append(b, `,"closed":`...)
	return append(appendList(b, d.Closed, appendShortfall), '}')
}

func appendAnswered(b []byte, c Answered) []byte {
	b = append(b, `{"criterion":`...)
	b = problem.AppendString(b, c.Criterion.Code())
	b = append(b, `,"from":`...)
	b = appendStringOrNull(b, c.From)
	b = append(b, `,"to":`...)
	b = appendStringOrNull(b, c.To)
	b = append(b, `,"points":`...)
	return append(strconv.AppendInt(b, int64(c.Points), 10), '}')
}

// MarshalJSON implements json.Marshaler.
func (d Difference) MarshalJSON() ([]byte, error) { return d.AppendJSON(nil), nil }

// Safety says how safe a star is.
type Safety struct {
	// Points is the least number of points whose loss would cost the star; 0 for
	// 1 star, which cannot be lost by points.
	Points int
	// Criteria are those whose fall by one option alone would cost the star: to
	// the option before it in its case, or from the first to none where that is allowed.
	Criteria []Criterion
}

// Safety tells how safe the result's star is; false unless classified.
func (r *Result) Safety() (Safety, bool) {
	if r.Status != Classified {
		return Safety{}, false
	}
	var s Safety
	if r.Star > 1 {
		s.Points = r.Total - leastOf(r.Star) + 1
	}
	for i := range r.sheet.set.Criteria {
		lower, ok := Criterion{r.sheet.set, i}.oneLower(r.sheet.answers[i])
		if !ok {
			continue
		}
		fallen := r.sheet
		fallen.answers[i] = lower
		if after := Score(&fallen); after.Star < r.Star { // 0 where the fall stops the assessment
			s.Criteria = append(s.Criteria, Criterion{r.sheet.set, i})
		}
	}
	return s, true
}

// oneLower is the answer one step below in the same case; false at the lowest.
func (c Criterion) oneLower(answer uint8) (uint8, bool) {
	options := c.t().Options
	if answer < table.FirstOption {
		return 0, false // none, or 5.2 left out where it does not apply
	}
	at := int(answer - table.FirstOption)
	if at > 0 && options[at-1].Case == options[at].Case {
		return answer - 1, true
	}
	return table.None, c.AllowsNone()
}

// AppendJSON appends the safety as {"points":2,"criteria":["1.5"]}.
func (s *Safety) AppendJSON(b []byte) []byte {
	b = append(b, `{"points":`...)
	b = strconv.AppendInt(b, int64(s.Points), 10)
	b = append(b, `,"criteria":`...)
	return append(appendCodes(b, slices.Values(s.Criteria)), '}')
}

// MarshalJSON implements json.Marshaler.
func (s Safety) MarshalJSON() ([]byte, error) { return s.AppendJSON(nil), nil }
