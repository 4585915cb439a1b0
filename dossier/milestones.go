package dossier

import (
	"errors"
	"slices"

	"github.com/ocop-vn/ocop-go/dossier/procedure"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/strictjson"
)

// ReadMilestones reads milestones, or a dossier for what it says of them: of
// that the shape alone has to be right, as a dossier that the earlier rules
// apply to has deadlines too (Article 12.2).
func ReadMilestones(document []byte) (procedure.Milestones, problem.List) {
	if isDossier(document) {
		x, problems := decode(document)
		if problems.Err() != nil {
			return procedure.Milestones{}, problems
		}
		return x.Milestones(), nil
	}
	var m procedure.Milestones
	var problems problem.List
	errors.As(m.UnmarshalJSON(document), &problems)
	return m, problems
}

// ReadLife reads a life, or a dossier for the steps that it tells of: one that
// has an error, by the options, has none.
func ReadLife(document []byte, o Options) (procedure.Life, problem.List) {
	var l procedure.Life
	var err error
	if isDossier(document) {
		x, outcomes, problems := Evaluate(document, o)
		if err = problems.Err(); err == nil {
			l, err = x.Life(&outcomes)
		}
	} else {
		err = l.UnmarshalJSON(document)
	}
	var problems problem.List
	if errors.As(err, &problems) {
		return procedure.Life{}, problems
	}
	return l, nil
}

// isDossier tells whether a member at the top is one that milestones and lives do
// not have and a dossier must.
func isDossier(document []byte) bool {
	found := false
	strictjson.Names(document, func(name string) bool {
		found = slices.Contains([]string{"edition", "producer", "product", "registration", "report"}, name)
		return !found
	})
	return found
}

// Milestones is what the dossier says has happened to it, for
// procedure.Deadlines. A registration form that no commune has received is not
// filed; what the dossier has no place for, such as the day that the province
// sent it on, is for the caller to add.
func (x *Dossier) Milestones() procedure.Milestones {
	m := procedure.Milestones{Application: x.Application}
	if r := x.Registration.CommuneReceipt; r != nil {
		m.Filed = day(r.Date)
	}
	if x.CommuneReport != nil {
		m.Proposed = day(x.CommuneReport.Date)
	}
	if r := x.Registration.ProvinceReceipt; r != nil {
		m.ProvinceComplete = day(r.Date)
	}
	if x.Council != nil {
		m.ProvinceScored = day(x.Council.Date)
	}
	if x.Ministry != nil {
		m.MinistryScored = day(x.Ministry.Date)
	}
	if x.Previous != nil {
		m.Issued, m.Expires = day(x.Previous.Issued), day(x.Previous.Expires)
	}
	return m
}

// expiry is the last day of the earlier certificate: as printed, else 36 months
// after its issue (procedure.ReadingPrintedEnd).
func (r *Recognition) expiry() civil.Date {
	if r.Expires != "" {
		return day(r.Expires)
	}
	return procedure.Expiry(day(r.Issued))
}

// Life is the steps that the dossier tells of, for as far as they are possible;
// the outcomes are those of Evaluate. The dossier does not say when the province
// sent it on: that stands on the day of the ministry's council. The error is a
// problem.List, and the Life then the one before the step that is not possible.
func (x *Dossier) Life(outcomes *Outcomes) (procedure.Life, error) {
	life := procedure.Life{Application: x.Application}
	if p := x.Previous; p != nil {
		life.Previous = &procedure.Certificate{Star: p.Star, Issued: day(p.Issued), Expires: day(p.Expires)}
	}
	for _, step := range x.lifeSteps(outcomes) {
		next, err := life.Take(step)
		if err != nil {
			return life, err
		}
		life = next
	}
	return life, nil
}

// lifeSteps are those that the dossier tells of, in their order; a council's where
// it gave a star.
func (x *Dossier) lifeSteps(outcomes *Outcomes) (steps []procedure.Step) {
	m := x.Milestones()
	if m.Filed == (civil.Date{}) {
		return nil
	}
	steps = append(steps, procedure.Step{Kind: procedure.StepFile, On: m.Filed})
	if m.Proposed == (civil.Date{}) {
		return steps
	}
	steps = append(steps, procedure.Step{Kind: procedure.StepPropose, On: m.Proposed})
	scored := func(kind procedure.StepKind, on civil.Date, o *scoring.CouncilOutcome) bool {
		if o == nil || o.Star == 0 {
			return false
		}
		steps = append(steps, procedure.Step{Kind: kind, On: on, Total: o.Average(), Star: o.Star})
		return true
	}
	if scored(procedure.StepScoreByProvince, m.ProvinceScored, outcomes.Council) && outcomes.Ministry != nil && outcomes.Ministry.Star != 0 {
		steps = append(steps, procedure.Step{Kind: procedure.StepSendOn, On: m.MinistryScored})
		scored(procedure.StepScoreByMinistry, m.MinistryScored, outcomes.Ministry)
	}
	return steps
}
