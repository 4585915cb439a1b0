package ocop

import (
	"io"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/dossier/procedure"
	"github.com/ocop-vn/ocop-go/ocop/paper"
	"github.com/ocop-vn/ocop-go/ocop/report"
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/lang"
)

// Standing is where a dossier or a certificate stands, and what may come next.
type Standing struct{ procedure.Standing }

// Life reads the steps taken, or a dossier that tells of them, and says where it
// stands on a day; on none (zero) after the last step. A dossier that is not
// filed yet is judged as of that day. The error is a problem.List: of a step that
// is not possible it has the place.
func Life(document []byte, on civil.Date) (Standing, error) {
	l, problems := dossier.ReadLife(document, dossier.Options{On: on})
	if err := problems.Err(); err != nil {
		return Standing{}, err
	}
	return Standing{l.Standing(on)}, nil
}

// Report writes it for people: the text of its Paper.
func (s *Standing) Report(w io.Writer, options ReportOptions) error {
	return write(w, options, s.Paper)
}

// Paper is where it stands, for people. The error is always nil.
func (s *Standing) Paper(l lang.Lang) (paper.Paper, error) {
	return report.Standing(&s.Standing, l), nil
}
