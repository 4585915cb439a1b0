package ocop

import "github.com/ocop-vn/ocop-go/ocop/report"

// What an explanation is made of.
type (
	// Step is one step from a sheet to its verdict.
	Step = report.Step
	// StepKind says what a step of an explanation does.
	StepKind = report.StepKind
	// Rule is where in the decision a step rests.
	Rule = report.Rule
)

// The kinds of step, in the order that they come in.
const (
	StepCriterion     = report.StepCriterion     // an option chosen and its points
	StepNotApplicable = report.StepNotApplicable // a criterion that falls away
	StepUnanswered    = report.StepUnanswered    // a criterion without an answer
	StepPart          = report.StepPart          // the sum of a part
	StepTotal         = report.StepTotal         // the sum of the parts
	StepGate          = report.StepGate          // a knock-out that was found
	StepBand          = report.StepBand          // the band that the total is in
	StepMinimum       = report.StepMinimum       // a minimum, met or missed
	StepStar          = report.StepStar          // the star that follows
	StepNoStar        = report.StepNoStar        // why there is none
	StepBounds        = report.StepBounds        // what is still possible
	StepAuthority     = report.StepAuthority     // who recognises it
)

// Explain tells the verdict step by step, so that a person can check it by hand
// beside the decision. The zero Evaluation has no step.
func (e *Evaluation) Explain() []Step {
	score := report.Score{Result: &e.Result}
	return score.Explain(e.Words())
}
