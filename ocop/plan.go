package ocop

import (
	"io"

	"github.com/ocop-vn/ocop-go/ocop/paper"
	"github.com/ocop-vn/ocop-go/ocop/report"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/qd26/words"
	"github.com/ocop-vn/ocop-go/scoring/rubric"
)

// Planning is the way from a sheet to a star, with the words to explain it.
type Planning struct {
	Plan   scoring.Plan
	Others []scoring.Plan  // further plans, if asked for
	Safety *scoring.Safety // how safe the star is that stands now; nil where none does
}

// Plan finds the cheapest way to the star that the request names. Others asks
// for 0 to scoring.MaxOthers further plans. The error is a problem.List.
func Plan(request scoring.PlanRequest, others int) (Planning, error) {
	plans, err := scoring.MakePlans(&request, others)
	if err != nil {
		return Planning{}, err
	}
	p := Planning{Plan: plans[0], Others: plans[1:]}
	result := scoring.Score(&request.Sheet)
	if safety, ok := result.Safety(); ok {
		p.Safety = &safety
	}
	return p, nil
}

// Plan reads a sheet, with locked criteria and costs if there are any, and
// finds the cheapest way to a star, 1 to 5; 0 takes the star that the document
// names. Others asks for 0 to scoring.MaxOthers further plans. The error is a problem.List.
func (l *Library) Plan(document []byte, star, others int) (Planning, error) {
	request, err := scoring.DecodePlanRequest(document, star, l.Editions()...)
	if err != nil {
		return Planning{}, explainEdition(err)
	}
	return Plan(request, others)
}

// wordsOf is a set with its words, from the rubric that it was loaded with or
// built in; nil for the zero Set.
func wordsOf(set scoring.Set) *rubric.Set {
	if w, ok := rubric.Of(set); ok {
		return w
	}
	w, _ := words.Set(set.No())
	return w
}

// evidenceOf lists the kinds of evidence of the rubric that a set is of.
func evidenceOf(set scoring.Set) []rubric.Evidence {
	if r, ok := rubric.Loaded(set); ok {
		return r.Evidence
	}
	return words.Evidence()
}

// Report writes the plan for people: the text of its Paper.
func (p *Planning) Report(w io.Writer, options ReportOptions) error {
	return write(w, options, p.Paper)
}

// Paper is the plan for people: what to change, criterion by criterion, what
// stands, what to reach and what proves it.
func (p *Planning) Paper(l lang.Lang) (paper.Paper, error) {
	words := wordsOf(p.Plan.Set)
	if words == nil {
		return paper.Paper{}, nothing()
	}
	way := report.Way{Plan: &p.Plan, Others: p.Others, Safety: p.Safety}
	return way.Paper(words, evidenceOf(p.Plan.Set), l), nil
}
