//go:build !ocop_browser

package rubric

import (
	"slices"
	"strings"

	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/internal/qd26"
	"github.com/ocop-vn/ocop-go/scoring/internal/table"
)

// Compile checks the rubric and turns it into an edition that sheets can be
// decoded and scored with, and whose results bear its mark. The error is a
// problem.List with all that is wrong.
func (r *Rubric) Compile() (scoring.Edition, error) {
	t, err := r.Table()
	if err != nil {
		return scoring.Edition{}, err
	}
	loaded := &table.Loaded{SHA256: r.SHA256(), Rubric: r}
	for i := range t.Sets {
		t.Sets[i].Loaded = loaded
	}
	return scoring.FromTable(t), nil
}

// Table is the compiled form itself, without a mark, for the generator. The error
// is as that of Compile. No rubric at all is an empty one.
func (r *Rubric) Table() (*table.Edition, error) {
	if r == nil {
		r = &Rubric{}
	}
	if err := r.Check().Err(); err != nil {
		return nil, err
	}
	t := &table.Edition{ID: r.Edition}
	gates := r.gateIDs()
	for i := range r.Sets {
		set := compileSet(r.Edition, &r.Sets[i])
		set.Bands, set.EditionGates = r.leasts(), gates
		t.Sets = append(t.Sets, set)
	}
	return t, nil
}

// leasts is the least total of 1 to 5 stars: of the edition in force, where the
// rubric names no bands.
func (r *Rubric) leasts() (least [5]uint8) {
	if len(r.Bands) == 0 {
		return qd26.Editions[0].Bands
	}
	for _, band := range r.Bands {
		least[band.Star-1] = uint8(band.Least) //nolint:gosec // checked
	}
	return least
}

// gateIDs are the ids of the gates of all sets, sorted.
func (r *Rubric) gateIDs() []string {
	var ids []string
	for i := range r.Sets {
		for _, g := range r.Sets[i].Gates {
			ids = append(ids, g.ID)
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

func compileSet(edition string, s *Set) table.Set {
	t := table.Set{Edition: edition, No: s.No, Derived: -1, Dependent: -1, Parent: -1}
	if c := s.Class; c != nil {
		t.Class = table.Class{Sector: c.Sector, Group: c.Group, Subgroup: c.Subgroup, Ministries: slices.Clone(c.Ministries)}
	}
	t.Gates = compileGates(s)
	var zeroPointsAt []string
	for i, g := range t.Gates {
		if g.ZeroPointsAt != nil {
			t.Derived, zeroPointsAt = int8(i), g.ZeroPointsAt
		}
	}
	for p, part := range s.Parts {
		t.PartMax[p] = uint8(part.Max) //nolint:gosec // Check keeps points within table.MaxPoints
		for _, section := range part.Sections {
			t.Sections = append(t.Sections, table.Section{
				Code: section.Code, Part: uint8(p), Max: uint8(section.Max), Count: uint8(len(section.Criteria)), //nolint:gosec // checked
			})
			for i := range section.Criteria {
				c := &section.Criteria[i]
				compiled := compileCriterion(c, uint8(p), slices.Contains(zeroPointsAt, c.Code))
				t.Criteria = append(t.Criteria, compiled)
				t.Cells = append(t.Cells, cells(&compiled, slices.Contains(zeroPointsAt, c.Code)))
			}
		}
	}
	linkDependent(&t, s)
	return t
}

func compileGates(s *Set) []table.Gate {
	gates := make([]table.Gate, len(s.Gates))
	for i, g := range s.Gates {
		gates[i] = table.Gate{ID: g.ID, Rejects: g.Effect == string(scoring.EffectReject), Criterion: g.Criterion, ZeroPointsAt: g.ZeroPointsAt, Paper: g.Paper, PaperMissing: g.Lack == string(scoring.LackMissing), Printed: uint8(i)}
	}
	slices.SortFunc(gates, func(a, b table.Gate) int { return strings.Compare(a.ID, b.ID) })
	return gates
}

func compileCriterion(c *Criterion, part uint8, zeroStops bool) table.Criterion {
	t := table.Criterion{Code: c.Code, Part: part, AllowsNone: c.AllowsNone(), Evidence: slices.Clone(c.Evidence)}
	for i, o := range c.Options {
		t.Options = append(t.Options, table.Option{
			Code: o.Code, Points: uint8(o.Points), MinStar: uint8(o.MinStar), Case: uint8(o.Case), //nolint:gosec // checked
		})
		answer := uint8(table.FirstOption + i)
		if o.MinStar > 0 {
			for k := o.MinStar - 3; k < len(t.Need); k++ {
				t.Need[k] = answer
			}
		}
		if t.High == 0 || o.Points >= c.Options[t.High-table.FirstOption].Points {
			t.High = answer
		}
		if zeroStops && o.Points == 0 {
			continue
		}
		if t.Low == 0 || o.Points < c.Options[t.Low-table.FirstOption].Points {
			t.Low = answer
		}
	}
	if t.AllowsNone {
		t.Low = table.None
	}
	return t
}

// cells works out what each answer to a criterion adds to the sums.
func cells(c *table.Criterion, zeroStops bool) (row [table.FirstOption + table.MaxOptions]table.Cell) {
	for answer := range row[:table.FirstOption+len(c.Options)] {
		var points, flags uint32
		switch answer {
		case table.Unanswered:
			points = 1 << 24
		case table.None:
		default:
			points = uint32(c.Options[answer-table.FirstOption].Points) << (8 * c.Part)
			if zeroStops && points == 0 {
				flags = table.ZeroPoint
			}
		}
		for k, need := range c.Need {
			if answer < int(need) {
				flags |= table.BelowMinimum << k
			}
		}
		row[answer] = table.NewCell(points, flags)
	}
	return row
}

// linkDependent finds the criterion that falls away on an answer to another.
func linkDependent(t *table.Set, s *Set) {
	index := func(code string) int8 {
		return int8(slices.IndexFunc(t.Criteria, func(c table.Criterion) bool { return c.Code == code })) //nolint:gosec // at most table.MaxCriteria
	}
	for c := range s.Criteria {
		if c.AppliesUnless == nil {
			continue
		}
		t.Dependent, t.Parent = index(c.Code), index(c.AppliesUnless.Criterion)
		t.ParentAnswer = table.FirstOption // Check: the option that makes it fall away is the first
	}
}

// Of is a set with its words, where it is of a loaded rubric.
func Of(set scoring.Set) (*Set, bool) {
	r, ok := Loaded(set)
	if !ok {
		return nil, false
	}
	return r.Set(set.No())
}

// Loaded is the rubric that a set was loaded with; false for a built-in one.
func Loaded(set scoring.Set) (*Rubric, bool) {
	r, ok := set.Source().(*Rubric)
	return r, ok
}
