package ocop

import (
	"io"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/ocop/paper"
	"github.com/ocop-vn/ocop-go/ocop/report"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// ReportOptions say how a report is written.
type ReportOptions struct {
	Lang  lang.Lang // zero: Vietnamese
	Color bool      // with terminal colours; zero: plain text
}

// Results are the results that a dossier holds beside the producer's own, each by
// whom it is: they are never to be mixed up. A sheet has none.
type Results struct {
	Proposed *scoring.Result         `json:"proposed"` // by the council's advisory team; nil where there is none
	Council  *scoring.CouncilOutcome `json:"council"`  // by the province's council
	Ministry *scoring.CouncilOutcome `json:"ministry"` // by the ministry's council
}

// Report writes the evaluation for people: the text of its Paper.
func (e *Evaluation) Report(w io.Writer, options ReportOptions) error {
	return write(w, options, e.Paper)
}

// Paper is the evaluation for people: the star and what it rests on, what holds it
// back, what is still open, who recognises it, with the article for each statement.
func (e *Evaluation) Paper(l lang.Lang) (paper.Paper, error) {
	words := e.Words()
	if words == nil {
		return paper.Paper{}, nothing()
	}
	score := report.Score{
		Result: &e.Result, About: e.About, Dossier: e.Dossier, Warnings: e.Warnings,
		Outcomes: dossier.Outcomes{Proposed: e.Results.Proposed, Council: e.Results.Council, Ministry: e.Results.Ministry},
	}
	return score.Paper(words, l), nil
}

// nothing is the error of a report on nothing.
func nothing() error { return problem.List{nothingToReport.At("")} }

// write writes a report's tree as text.
func write(w io.Writer, options ReportOptions, tree func(lang.Lang) (paper.Paper, error)) error {
	p, err := tree(options.Lang)
	if err != nil {
		return err
	}
	if options.Color {
		return p.Painted(w)
	}
	return p.Text(w)
}
