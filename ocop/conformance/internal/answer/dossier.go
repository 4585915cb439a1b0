package answer

import (
	"encoding/json"
	"errors"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/dossier/procedure"
	"github.com/ocop-vn/ocop-go/ocop"
	"github.com/ocop-vn/ocop-go/ocop/conformance/internal/suite"
	"github.com/ocop-vn/ocop-go/ocop/paper"
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

func dossierOf(q Question) (json.RawMessage, error) {
	library, err := judging(q.With)
	if err != nil {
		return told(err)
	}
	return library.Validate(ocop.DocumentDossier, q.Document).AppendVerdict(nil), nil
}

func score(q Question) (json.RawMessage, error) {
	library, err := judging(q.With)
	if err != nil {
		return told(err)
	}
	e, err := library.Evaluate(q.Document)
	if err != nil {
		return told(err)
	}
	return e.Result.AppendJSON(nil), nil
}

func deadlines(q Question) (json.RawMessage, error) {
	on, holidays, err := calendar(q.With)
	if err != nil {
		return told(err)
	}
	schedule, err := ocop.Deadlines(q.Document, procedure.Options{On: on, Holidays: holidays, LastDayOff: procedure.LastDayOff(q.With.LastDayOff)})
	if err != nil {
		return told(err)
	}
	return schedule.AppendJSON(nil), nil
}

func life(q Question) (json.RawMessage, error) {
	on, _, err := calendar(q.With)
	if err != nil {
		return told(err)
	}
	standing, err := ocop.Life(q.Document, on)
	if err != nil {
		return told(err)
	}
	return standing.AppendJSON(nil), nil
}

func paperOf(q Question) (json.RawMessage, error) {
	_, err := new(ocop.Library).Paper(paper.Name(q.With.Paper), q.Document, ocop.PaperOptions{})
	var problems problem.List
	if err != nil && !errors.As(err, &problems) {
		return nil, err
	}
	return problems.AppendVerdict(nil), nil
}

// judging is the library that judges dossiers on the day and with the holidays of a
// case.
func judging(with suite.With) (*ocop.Library, error) {
	on, holidays, err := calendar(with)
	if err != nil {
		return nil, err
	}
	return new(ocop.Library).Judging(dossier.Options{On: on, Holidays: holidays})
}

// calendar is the day and the holidays of a case; zero and nil where it has none.
func calendar(with suite.With) (on civil.Date, holidays procedure.Holidays, err error) {
	if with.On != "" {
		on, err = civil.Parse(with.On)
	}
	if err == nil && with.Holidays != nil {
		err = holidays.UnmarshalJSON(with.Holidays)
	}
	return on, holidays, err
}
