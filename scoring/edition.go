package scoring

import (
	"slices"

	"github.com/ocop-vn/ocop-go/scoring/internal/qd26"
	"github.com/ocop-vn/ocop-go/scoring/internal/table"
)

// Edition is one version of the decision's rubric, without its words. The zero
// Edition has no product set. Editions come from an edition package such as
// qd26, or from package rubric for a rubric loaded at run time.
type Edition struct{ t *table.Edition }

// FromTable wraps compiled tables; only packages of this module can call it.
func FromTable(t *table.Edition) Edition { return Edition{t} }

// builtIn is the edition that is read where nothing else is said.
func builtIn() Edition { return Edition{&qd26.Edition} }

// ID is the edition's id, such as qd26-2026.
func (e Edition) ID() string {
	if e.t == nil {
		return ""
	}
	return e.t.ID
}

// Sets lists the product sets in the decision's order.
func (e Edition) Sets() []Set {
	if e.t == nil {
		return nil
	}
	sets := make([]Set, len(e.t.Sets))
	for i := range e.t.Sets {
		sets[i] = Set{&e.t.Sets[i]}
	}
	return sets
}

// Set finds a product set by its number in the decision, 1 to 26 in qd26-2026.
func (e Edition) Set(no int) (Set, bool) {
	if e.t != nil {
		// Nearly always the sets are numbered as they stand.
		if i := no - 1; i >= 0 && i < len(e.t.Sets) && e.t.Sets[i].No == no {
			return Set{&e.t.Sets[i]}, true
		}
		for i := range e.t.Sets {
			if e.t.Sets[i].No == no {
				return Set{&e.t.Sets[i]}, true
			}
		}
	}
	return Set{}, false
}

// Set is the rubric of one product set (bộ sản phẩm). The zero Set has no criteria.
type Set struct{ t *table.Set }

// Edition is the id of the edition that the set belongs to.
func (s Set) Edition() string {
	if s.t == nil {
		return ""
	}
	return s.t.Edition
}

// No is the set's number in the decision; 0 for the zero Set.
func (s Set) No() int {
	if s.t == nil {
		return 0
	}
	return s.t.No
}

// PartMax is the most points that part A, B or C can give (Article 3.1); 0 for another letter.
func (s Set) PartMax(part string) int {
	if i := partIndex(part); s.t != nil && i >= 0 {
		return int(s.t.PartMax[i])
	}
	return 0
}

// Band is the range of points of a star (Article 3.3): Least and more, and less
// than the band above.
type Band struct {
	Star  int `json:"star"`  // 1 to 5
	Least int `json:"least"` // points
}

// Bands lists the bands from 5 stars down.
func (s Set) Bands() []Band {
	if s.t == nil {
		return nil
	}
	return bandsOf(&s.t.Bands)
}

func bandsOf(least *[5]uint8) []Band {
	bands := make([]Band, 0, len(least))
	for star := len(least); star > 0; star-- {
		bands = append(bands, Band{star, int(least[star-1])})
	}
	return bands
}

// Class is a place in the classification of products (Appendix I): a sector, a
// group and, where the group has some, a subgroup. In qd26-2026 each class has
// one product set of its own.
type Class struct {
	Set        int      `json:"set"`                // 1 to 26
	Sector     string   `json:"sector"`             // I to VI
	Group      string   `json:"group"`              // 1 to 6 within the sector
	Subgroup   string   `json:"subgroup,omitempty"` // a to d within the group; "" where it has none
	Ministries []string `json:"ministries"`         // ids of those that manage the products, in printed order
}

// Class is the class of the set's products; zero where the rubric names none.
func (s Set) Class() Class {
	if s.t == nil || s.t.Class.Sector == "" {
		return Class{}
	}
	c := &s.t.Class
	return Class{Set: s.t.No, Sector: c.Sector, Group: c.Group, Subgroup: c.Subgroup, Ministries: slices.Clone(c.Ministries)}
}

// Sections lists the sections in printed order.
func (s Set) Sections() []Section {
	if s.t == nil {
		return nil
	}
	sections := make([]Section, len(s.t.Sections))
	for i, x := range s.t.Sections {
		sections[i] = Section{Code: x.Code, Part: partLetters[x.Part : x.Part+1], Max: int(x.Max), Criteria: int(x.Count)}
	}
	return sections
}

// Criteria lists the criteria in printed order.
func (s Set) Criteria() []Criterion {
	if s.t == nil {
		return nil
	}
	criteria := make([]Criterion, len(s.t.Criteria))
	for i := range criteria {
		criteria[i] = Criterion{s.t, i}
	}
	return criteria
}

// Criterion finds a criterion by its printed number, such as 6.2.3.
func (s Set) Criterion(code string) (Criterion, bool) {
	if i := s.find(code); i >= 0 {
		return Criterion{s.t, i}, true
	}
	return Criterion{}, false
}

// find is the index of a criterion, -1 if the set has none of that number.
func (s Set) find(code string) int { return s.findFrom(code, 0) }

// findFrom is like find, but looks only at the criteria from an index on.
func (s Set) findFrom(code string, first int) int {
	if s.t != nil {
		for i := first; i < len(s.t.Criteria); i++ {
			if s.t.Criteria[i].Code == code {
				return i
			}
		}
	}
	return -1
}

// Gates lists the set's knock-outs, the derived one included, sorted by id.
func (s Set) Gates() []Gate {
	if s.t == nil {
		return nil
	}
	gates := make([]Gate, len(s.t.Gates))
	for i := range gates {
		gates[i] = newGate(&s.t.Gates[i])
	}
	return gates
}

// PrintedGates lists the same knock-outs as Gates, in the order that the
// decision prints them.
func (s Set) PrintedGates() []Gate {
	if s.t == nil {
		return nil
	}
	gates := make([]Gate, len(s.t.Gates))
	for i := range gates {
		gates[s.t.Gates[i].Printed] = newGate(&s.t.Gates[i])
	}
	return gates
}

// gate is the index of a gate, -1 if the set has none of that id.
func (s Set) gate(id string) int {
	if s.t == nil {
		return -1
	}
	for i := range s.t.Gates {
		if s.t.Gates[i].ID == id {
			return i
		}
	}
	return -1
}

// Section is a numbered section of a part (mục).
type Section struct {
	Code     string
	Part     string // A, B or C
	Max      int    // points
	Criteria int    // how many of the set's criteria it has, in printed order
}

// Criterion is one line of the rubric (tiêu chí). The zero Criterion has no code and no option.
type Criterion struct {
	set *table.Set
	i   int
}

// t is what the table says; of the zero Criterion, nothing.
func (c Criterion) t() *table.Criterion {
	if c.set == nil {
		return &table.Criterion{}
	}
	return &c.set.Criteria[c.i]
}

// Code is the printed number.
func (c Criterion) Code() string { return c.t().Code }

// Part is A, B or C.
func (c Criterion) Part() string { return partLetters[c.t().Part : c.t().Part+1] }

// Max is the most points that the criterion can give.
func (c Criterion) Max() int {
	most := 0
	for _, o := range c.t().Options {
		most = max(most, int(o.Points))
	}
	return most
}

// AllowsNone tells whether "none" is an answer: only where the decision prints
// no option of 0 points, so that a product may meet none of the printed levels
// (reading.NoneScoresZero).
func (c Criterion) AllowsNone() bool { return c.t().AllowsNone }

// Evidence lists the ids of the kinds of evidence that prove the criterion
// (Appendix III, form 02; reading.EvidenceSuggested); none where description and
// samples do.
func (c Criterion) Evidence() []string { return slices.Clone(c.t().Evidence) }

// AppliesUnless names the criterion and the option that make this one fall
// away, as criterion 5.2 without a story (5.1 a); empty where none does.
func (c Criterion) AppliesUnless() (criterion, option string) {
	if c.set == nil || int(c.set.Dependent) != c.i {
		return "", ""
	}
	parent := Criterion{c.set, int(c.set.Parent)}
	return parent.Code(), parent.answerCode(c.set.ParentAnswer)
}

// Options lists the printed levels in printed order.
func (c Criterion) Options() []Option {
	options := make([]Option, len(c.t().Options))
	for i, o := range c.t().Options {
		options[i] = Option{Code: o.Code, Points: int(o.Points), MinStar: int(o.MinStar), Case: int(o.Case)}
	}
	return options
}

// answer is the stored form of an option's code; ok is false for any other text.
func (c Criterion) answer(option string) (answer uint8, ok bool) {
	t := c.t()
	if option == NoneCode {
		return table.None, t.AllowsNone
	}
	if len(option) == 1 { // nearly always the letter says which it is
		if i := int(option[0]) - 'a'; i >= 0 && i < len(t.Options) && t.Options[i].Code == option {
			return uint8(table.FirstOption + i), true //nolint:gosec // at most table.MaxOptions
		}
	}
	for i := range t.Options {
		if t.Options[i].Code == option {
			return uint8(table.FirstOption + i), true
		}
	}
	return table.Unanswered, false
}

// answerCode is the option's code of a stored answer, "" where there is none.
func (c Criterion) answerCode(answer uint8) string {
	switch answer {
	case table.Unanswered:
		return ""
	case table.None:
		return NoneCode
	default:
		return c.t().Options[answer-table.FirstOption].Code
	}
}

// Option is one printed level of a criterion (mức điểm).
type Option struct {
	Code    string
	Points  int // 0 to 10 in qd26-2026
	MinStar int // the star, 3 to 5, that this option is the minimum for; 0 if none
	Case    int // 1 or 2 where the criterion has two cases; 0 otherwise
}

// NoneCode answers a criterion of which the product meets no printed level.
const NoneCode = "none"

// Effect is what a gate does.
type Effect string

// A gate rejects the dossier or stops the assessment; there is no star either way.
const (
	EffectReject Effect = "reject"
	EffectStop   Effect = "stop"
)

// Lack is how a gate is printed that asks for a paper: the paper is missing, which
// a dossier shows, or the rules on it are broken, and who is bound by them only
// the office knows.
type Lack string

// A gate that asks for a paper is printed in one of these ways.
const (
	LackMissing Lack = "missing"
	LackBreach  Lack = "breach"
)

// Gate is a knock-out (trường hợp bị loại).
type Gate struct {
	ID        string
	Effect    Effect
	Criterion string // the criterion where it is printed; "" for the whole dossier
	// ZeroPointsAt holds the criteria that a derived gate follows from: 0
	// points at any of them. Such a gate is never given.
	ZeroPointsAt []string
	// Paper is the kind of evidence that the gate asks for; "" where no paper
	// answers it.
	Paper string
	// Lack is how the gate is printed that asks for a paper.
	Lack Lack
}

func newGate(t *table.Gate) Gate {
	g := Gate{ID: t.ID, Effect: EffectStop, Criterion: t.Criterion, ZeroPointsAt: slices.Clone(t.ZeroPointsAt), Paper: t.Paper}
	if t.Rejects {
		g.Effect = EffectReject
	}
	switch {
	case t.PaperMissing:
		g.Lack = LackMissing
	case t.Paper != "":
		g.Lack = LackBreach
	}
	return g
}

const partLetters = "ABC"

// partIndex is 0 to 2 for A to C, -1 for anything else.
func partIndex(part string) int {
	if len(part) == 1 && part[0] >= 'A' && part[0] <= 'C' {
		return int(part[0] - 'A')
	}
	return -1
}
