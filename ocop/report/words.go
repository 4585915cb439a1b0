package report

import (
	"github.com/ocop-vn/ocop-go/ocop/paper"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/rubric"
)

// SetOf is a product set with words of one language, as far as reports tell of it.
// nil for no words.
func SetOf(set scoring.Set, w *paper.Words) *rubric.Set {
	if w == nil {
		return nil
	}
	told := &rubric.Set{No: set.No(), Name: same(w.Set)}
	for _, g := range set.PrintedGates() {
		told.Gates = append(told.Gates, rubric.Gate{ID: g.ID, Effect: string(g.Effect), Criterion: g.Criterion, Label: same(w.Gates[g.ID])})
	}
	for _, code := range []string{"A", "B", "C"} {
		var all rubric.Section
		for _, c := range set.Criteria() {
			if c.Part() == code {
				all.Criteria = append(all.Criteria, criterionOf(c, w))
			}
		}
		told.Parts = append(told.Parts, rubric.Part{Code: code, Max: set.PartMax(code), Name: same(w.Parts[code]), Sections: []rubric.Section{all}})
	}
	return told
}

func criterionOf(c scoring.Criterion, w *paper.Words) rubric.Criterion {
	words := w.Criteria[c.Code()]
	told := rubric.Criterion{Code: c.Code(), Max: c.Max(), Name: same(words.Name)}
	for _, note := range words.Notes {
		told.Notes = append(told.Notes, same(note))
	}
	for _, o := range c.Options() {
		told.Options = append(told.Options, rubric.Option{Code: o.Code, Points: o.Points, MinStar: o.MinStar, Case: o.Case, Label: same(words.Options[o.Code])})
	}
	return told
}

// same is a text that is read in one language only.
func same(words string) lang.Text { return lang.Text{Vi: words, En: words} }
