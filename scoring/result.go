package scoring

import (
	"iter"

	"github.com/ocop-vn/ocop-go/scoring/internal/table"
)

// Status says what kind of outcome a sheet has.
type Status string

// The statuses. A rejected dossier outranks a stopped assessment, and both an incomplete sheet.
const (
	StatusClassified Status = "classified" // every criterion is answered: there is a star
	StatusIncomplete Status = "incomplete" // a criterion is unanswered
	StatusStopped    Status = "stopped"    // a gate stops the assessment
	StatusRejected   Status = "rejected"   // a gate rejects the dossier
)

// Authority says who recognises a product (Article 4.1).
type Authority string

// The province recognises 3 and 4 stars, the ministry 5. A product of 1 or 2
// stars is recognised by nobody.
const (
	AuthorityProvince Authority = "province"
	AuthorityMinistry Authority = "ministry"
)

// Parts holds points by part: A up to 40, B up to 25, C up to 35 (Article 3.1).
type Parts struct{ A, B, C int }

// Range holds a least and a greatest value.
type Range struct{ Least, Greatest int }

// Bounds are the outcomes still possible: total from 0 to 100 points, star from 1 to 5.
type Bounds struct{ Total, Star Range }

// Result is what follows from a sheet.
type Result struct {
	Status Status
	Total  int // points of what is answered so far, 0 to 100
	Parts  Parts
	// Band (from the total) and Star (the band held down by the minima) are 1
	// to 5, and 0 unless Status is StatusClassified.
	Band, Star int
	Authority  Authority // "" below 3 stars and unless classified
	// Bounds is zero when the sheet is stopped or rejected.
	Bounds Bounds

	sheet Sheet
	gates uint32 // given and derived
	below uint32 // bit k: a minimum of star 3+k or lower is missed
}

// Sheet is the sheet that the result follows from, without an answer to a
// criterion that falls away.
func (r *Result) Sheet() Sheet { return r.sheet }

// Shortfall is a minimum that is not met (Appendix II, the star marks).
type Shortfall struct {
	Star      int // 3, 4 or 5
	Criterion Criterion
	Have      string // the option that stands, "" where unanswered
	Need      string // the option to reach, or one after it
}

// Shortfalls goes through the minima that are not met: for 3, then 4, then 5
// stars, each in printed order. Minima are cumulative: what 3 stars lack, 4
// and 5 lack too. Whatever the status, every shortfall is there.
func (r *Result) Shortfalls() iter.Seq[Shortfall] {
	return func(yield func(Shortfall) bool) {
		for k := range 3 {
			if r.below&(1<<k) == 0 {
				continue
			}
			for i := range r.sheet.set.Criteria {
				need := r.sheet.set.Criteria[i].Need[k]
				if r.sheet.answers[i] >= need {
					continue
				}
				c := Criterion{r.sheet.set, i}
				if !yield(Shortfall{Star: 3 + k, Criterion: c, Have: r.sheet.chosen(i), Need: c.answerCode(need)}) {
					return
				}
			}
		}
	}
}

// Unanswered goes through the criteria that still need an answer, in printed order.
func (r *Result) Unanswered() iter.Seq[Criterion] {
	return r.criteria(r.isOpen)
}

func (r *Result) isOpen(i int) bool {
	return r.sheet.answers[i] == table.Unanswered && !r.fallsAway(i)
}

// NotApplicable goes through the criteria that fall away: 5.2 when there is no
// story (5.1 a). They count 0 points whatever was answered.
func (r *Result) NotApplicable() iter.Seq[Criterion] {
	return r.criteria(r.fallsAway)
}

func (r *Result) fallsAway(i int) bool {
	t := r.sheet.set
	return int(t.Dependent) == i && r.sheet.answers[t.Parent] == t.ParentAnswer
}

// criteria goes through the criteria that fit, in printed order.
func (r *Result) criteria(fits func(i int) bool) iter.Seq[Criterion] {
	return func(yield func(Criterion) bool) {
		if r.sheet.set == nil {
			return
		}
		for i := range r.sheet.set.Criteria {
			if fits(i) && !yield(Criterion{r.sheet.set, i}) {
				return
			}
		}
	}
}

// AskedGates goes through the gates that an answer asks for: a gate printed as a
// paper missing, not found, at a criterion where the answer is of no points, as
// sets 19 and 20 have it of the product declaration at criterion 6. The answer
// says that there is none; whether the gate stands is for the assessor to say.
func (r *Result) AskedGates() iter.Seq[Gate] {
	return func(yield func(Gate) bool) {
		if r.sheet.set == nil {
			return
		}
		for i := range r.sheet.set.Gates {
			g := &r.sheet.set.Gates[i]
			if g.PaperMissing && r.gates&(1<<i) == 0 && r.answeredWithNothing(g.Criterion) && !yield(newGate(g)) {
				return
			}
		}
	}
}

// answeredWithNothing tells whether the answer to a criterion gives no points.
func (r *Result) answeredWithNothing(criterion string) bool {
	i := r.sheet.Set().find(criterion)
	if i < 0 {
		return false
	}
	switch answer := r.sheet.answers[i]; answer {
	case table.Unanswered:
		return false
	case table.None:
		return true
	default:
		return r.sheet.set.Criteria[i].Options[answer-table.FirstOption].Points == 0
	}
}

// Gates goes through the gates given and derived, sorted by id.
func (r *Result) Gates() iter.Seq[Gate] {
	return func(yield func(Gate) bool) {
		if r.sheet.set == nil {
			return
		}
		for i := range r.sheet.set.Gates {
			if r.gates&(1<<i) != 0 && !yield(newGate(&r.sheet.set.Gates[i])) {
				return
			}
		}
	}
}
