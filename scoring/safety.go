package scoring

import "github.com/ocop-vn/ocop-go/scoring/internal/table"

// Safety says how safe a star is.
type Safety struct {
	Set Set
	// Points is the least number of points whose loss would cost the star; 0 for
	// 1 star, which cannot be lost by points.
	Points int
	// Criteria are those whose fall by one option alone would cost the star: to
	// the option before it in its case, or from the first to none where that is allowed.
	Criteria []Criterion
}

// Safety tells how safe the result's star is; false unless classified.
func (r *Result) Safety() (Safety, bool) {
	if r.Status != StatusClassified {
		return Safety{}, false
	}
	s := Safety{Set: r.sheet.Set()}
	if r.Star > 1 {
		s.Points = r.Total - leastOf(r.sheet.set, r.Star) + 1
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
