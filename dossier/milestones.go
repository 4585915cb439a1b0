package dossier

import (
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
	return m, problem.From(m.UnmarshalJSON(document))
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
	if err != nil {
		return procedure.Life{}, problem.From(err)
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
// filed, and a dossier whose completion an office asked for is complete when that
// is done.
func (x *Dossier) Milestones() procedure.Milestones {
	m := procedure.Milestones{Application: x.Application}
	if r := x.Registration.CommuneReceipt; r != nil {
		m.Filed = day(r.Date)
	}
	if x.CommuneReport != nil {
		m.Proposed = day(x.CommuneReport.Date)
	}
	if r := x.Registration.ProvinceReceipt; r != nil {
		m.ProvinceComplete = x.complete("province", day(r.Date))
	}
	if x.Council != nil {
		m.ProvinceScored = day(x.Council.Date)
	}
	if p := x.ProvinceProposal; p != nil {
		m.SentOn = day(p.Date)
		if p.Received != "" {
			m.MinistryComplete = x.complete("ministry", day(p.Received))
		}
	}
	if x.Ministry != nil {
		m.MinistryScored = day(x.Ministry.Date)
	}
	if p := x.Previous; p != nil && x.Application != ApplicationFirst {
		m.Issued, m.Expires = day(p.Issued), day(p.Expires)
	}
	if d := x.Decision; d != nil {
		m.Issued, m.Expires = d.issued(), day(d.Expires)
	}
	for i := range x.Inspections {
		if n := &x.Inspections[i]; n.Conclusion == ConclusionBreach {
			m.Concluded = n.concluded()
		}
	}
	if x.Withdrawal != nil {
		m.Withdrawn = day(x.Withdrawal.Date)
	}
	return m
}

// complete is the day on which an office that received the dossier on a day had
// all of it; zero while something that it asked for is not there.
func (x *Dossier) complete(office string, received civil.Date) civil.Date {
	for i := range x.Requests {
		r := &x.Requests[i]
		if r.Kind != RequestCompletion || r.By != office {
			continue
		}
		if r.Done == "" {
			return civil.Date{}
		}
		if done := day(r.Done); received.Before(done) {
			received = done
		}
	}
	return received
}

// issued is the day of the certificate, which is that of the decision where none
// is given.
func (d *Decision) issued() civil.Date {
	if d.Issued != "" {
		return day(d.Issued)
	}
	return day(d.Date)
}

// concluded is the day of the conclusion, which is that of the inspection where
// none is given.
func (n *Inspection) concluded() civil.Date {
	if n.Concluded != "" {
		return day(n.Concluded)
	}
	return day(n.Date)
}

// expiry is the last day of the earlier certificate: as printed, else 36 months
// after its issue (reading.PrintedEnd).
func (r *Recognition) expiry() civil.Date {
	if r.Expires != "" {
		return day(r.Expires)
	}
	return procedure.Expiry(day(r.Issued))
}

// Life is the steps that the dossier tells of, for as far as they are possible;
// the outcomes are those of Evaluate. Where the dossier does not say when the
// province sent it on, that stands on the day of the ministry's council. The error
// is a problem.List with the places of what tells of the step, and the Life then the one
// before the step that is not possible.
func (x *Dossier) Life(outcomes *Outcomes) (procedure.Life, error) {
	life := procedure.Life{Application: x.Application}
	if p := x.Previous; p != nil && x.Application != ApplicationFirst {
		life.Previous = &procedure.Certificate{Star: p.Star, Issued: day(p.Issued), Expires: day(p.Expires)}
	}
	for _, step := range x.lifeSteps(outcomes) {
		next, err := life.Take(step)
		if err != nil {
			return life, at(toldBy(step.Kind), problem.From(err))
		}
		life = next
	}
	return life, nil
}

// toldBy is the member of a dossier that tells of a step.
func toldBy(kind procedure.StepKind) string {
	switch kind { //nolint:exhaustive // a dossier tells of no others
	case procedure.StepFile:
		return "/registration"
	case procedure.StepPropose:
		return "/communeReport"
	case procedure.StepScoreByProvince:
		return "/council"
	case procedure.StepSendOn:
		return "/provinceProposal"
	case procedure.StepScoreByMinistry:
		return "/ministry"
	case procedure.StepRecognise:
		return "/decision"
	case procedure.StepWithdraw:
		return "/withdrawal"
	}
	return "/requests"
}

// lifeSteps are those that the dossier tells of, in their order; a council's where
// it gave a star.
func (x *Dossier) lifeSteps(outcomes *Outcomes) []procedure.Step {
	m := x.Milestones()
	var steps []procedure.Step
	take := func(kind procedure.StepKind, on civil.Date) bool {
		if on == (civil.Date{}) {
			return false
		}
		steps = append(steps, procedure.Step{Kind: kind, On: on})
		return true
	}
	scored := func(kind procedure.StepKind, on civil.Date, o *scoring.CouncilOutcome) bool {
		if o == nil || o.Star == 0 {
			return false
		}
		steps = append(steps, procedure.Step{Kind: kind, On: on, Total: o.Average(), Star: o.Star})
		return true
	}
	completed := func(office string) bool {
		for i := range x.Requests {
			if r := &x.Requests[i]; r.Kind == RequestCompletion && r.By == office &&
				(!take(procedure.StepSendBack, day(r.Asked)) || !take(procedure.StepComplete, day(r.Done))) {
				return false
			}
		}
		return true
	}
	sentOn := m.SentOn
	if sentOn == (civil.Date{}) && outcomes.Ministry != nil && outcomes.Ministry.Star != 0 {
		sentOn = m.MinistryScored
	}
	assessed := take(procedure.StepFile, m.Filed) && completed("commune") && take(procedure.StepPropose, m.Proposed) && completed("province") &&
		scored(procedure.StepScoreByProvince, m.ProvinceScored, outcomes.Council)
	if !assessed {
		return steps
	}
	if take(procedure.StepSendOn, sentOn) {
		if !completed("ministry") || !scored(procedure.StepScoreByMinistry, m.MinistryScored, outcomes.Ministry) {
			return steps
		}
	}
	if d := x.Decision; d != nil {
		steps = append(steps, procedure.Step{Kind: procedure.StepRecognise, On: d.issued(), By: scoring.Authority(d.By), Expires: day(d.Expires)})
		if w := x.Withdrawal; w != nil {
			steps = append(steps, procedure.Step{Kind: procedure.StepWithdraw, On: m.Withdrawn, By: scoring.Authority(w.By), Ground: w.Ground})
		}
	}
	return steps
}
