package ocop

import (
	"io"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/dossier/procedure"
	"github.com/ocop-vn/ocop-go/ocop/paper"
	"github.com/ocop-vn/ocop-go/ocop/report"
	"github.com/ocop-vn/ocop-go/scoring/lang"
)

// Schedule is what is due when for a dossier and its certificate.
type Schedule struct{ procedure.Schedule }

// Deadlines reads a dossier or milestones and tells what is due when. There is
// no clock: without a day nothing is missed. The error is a problem.List.
func Deadlines(document []byte, options procedure.Options) (Schedule, error) {
	if err := options.Holidays.Check().Err(); err != nil {
		return Schedule{}, err
	}
	m, problems := dossier.ReadMilestones(document)
	if err := problems.Err(); err != nil {
		return Schedule{}, err
	}
	return Schedule{procedure.Schedule{On: options.On, Due: procedure.Deadlines(m, options)}}, nil
}

// Report writes for people what is due: the text of its Paper.
func (s *Schedule) Report(w io.Writer, options ReportOptions) error {
	return write(w, options, s.Paper)
}

// Paper is what is due, by last day, with its article and the readings of ours
// that a day rests on. The error is always nil.
func (s *Schedule) Paper(l lang.Lang) (paper.Paper, error) {
	return report.Deadlines(&s.Schedule, l), nil
}
