package dossier

import (
	"github.com/ocop-vn/ocop-go/dossier/internal/fields"
	"github.com/ocop-vn/ocop-go/dossier/internal/shape"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/budget"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// Outcomes are what the sheets in a dossier come to, each by whom it is: they are
// never to be mixed up.
type Outcomes struct {
	SelfAssessed scoring.Result          `json:"selfAssessed"`
	Proposed     *scoring.Result         `json:"proposed,omitempty"` // by the council's advisory team; nil where there is none
	Council      *scoring.CouncilOutcome `json:"council,omitempty"`  // by the province's council
	Ministry     *scoring.CouncilOutcome `json:"ministry,omitempty"` // by the ministry's council
}

// outcomes evaluates each sheet once, and tells what is wrong with the councils'
// records. The dossier's shape must be right, so that every sheet is one.
func (x *Dossier) outcomes() (Outcomes, problem.List) {
	var r Outcomes
	var problems problem.List
	own, _ := x.SelfAssessed()
	r.SelfAssessed = scoring.Score(&own)
	if sheet, ok, _ := x.ProposedSheet(); ok {
		proposed := scoring.Score(&sheet)
		r.Proposed = &proposed
	}
	decide := func(path string, record *CouncilRecord) *scoring.CouncilOutcome {
		if record == nil || len(record.Members) == 0 {
			return nil
		}
		outcome, err := x.Decide(record)
		if err != nil {
			problems = append(problems, at(path, problem.From(err))...)
			return nil
		}
		return &outcome
	}
	r.Council, r.Ministry = decide("/council", x.Council), decide("/ministry", x.Ministry)
	return r, problems
}

// SelfAssessed is the sheet that the producer's claims make. The dossier's shape
// must be right; the error is a problem.List.
func (x *Dossier) SelfAssessed() (scoring.Sheet, error) {
	return x.sheet(x.claimed(), nil)
}

// ProposedSheet is the sheet that the advisory team proposes; false where there is none.
func (x *Dossier) ProposedSheet() (sheet scoring.Sheet, ok bool, err error) {
	if x.Proposed == nil {
		return scoring.Sheet{}, false, nil
	}
	sheet, err = x.sheet(x.Proposed.Answers, x.Proposed.Gates)
	return sheet, err == nil, err
}

func (x *Dossier) sheet(answers map[string]string, gates []string) (scoring.Sheet, error) {
	set, ok := x.set()
	if !ok {
		return scoring.Sheet{}, problem.List{fields.Problem(&shape.Missing, "/product/set", fields.Product.Label("set"))}
	}
	sheet := set.Sheet()
	wrong := false
	for code, option := range answers {
		wrong = sheet.Answer(code, option) != nil || wrong
	}
	for _, id := range gates {
		wrong = sheet.SetGate(id, true) != nil || wrong
	}
	if wrong {
		found := problem.Collect(budget.Dossier())
		checkSheet(&found, set, "", answers, gates)
		return scoring.Sheet{}, found.List()
	}
	return sheet, nil
}

// CouncilOf is a council's record as a council that can decide. The error is a
// problem.List whose places are within the record.
func (x *Dossier) CouncilOf(r *CouncilRecord) (scoring.Council, error) {
	if r == nil {
		r = &CouncilRecord{} // which has no members
	}
	set, _ := x.set()
	c := scoring.Council{Set: set, Seats: r.Seats, Gates: r.Gates}
	for _, m := range r.Members {
		sheet, err := x.sheet(m.Answers, nil)
		if err != nil {
			return scoring.Council{}, err
		}
		c.Members = append(c.Members, scoring.Member{ID: m.ID, Chair: m.Chair, Sheet: sheet})
	}
	if p := r.Policy; p != nil {
		quorum, _ := scoring.ParseQuorum(p.Quorum)
		c.Policy = scoring.Policy{MaxSpread: p.MaxSpread, Quorum: quorum, ChairRequired: p.ChairRequired, Minima: scoring.Minima(p.Minima)}
	}
	return c, nil
}

// Decide tells what a council's record comes to. The error is a problem.List
// whose places are within the record.
func (x *Dossier) Decide(r *CouncilRecord) (scoring.CouncilOutcome, error) {
	c, err := x.CouncilOf(r)
	if err != nil {
		return scoring.CouncilOutcome{}, err
	}
	return c.Decide()
}
