package answer

import (
	"encoding/json"
	"errors"

	"github.com/ocop-vn/ocop-go/ocop"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
	"github.com/ocop-vn/ocop-go/scoring/rubric"
)

// refused is the answer to what is refused; an error that is no list of problems is
// none.
func refused(err error) (json.RawMessage, error) {
	var problems problem.List
	if !errors.As(err, &problems) {
		return nil, err
	}
	return problems.AppendRefusal(nil), nil
}

// readSheet reads a sheet as the command does, which says more of an edition that is
// not here.
func readSheet(document []byte) (scoring.Sheet, error) {
	var library ocop.Library
	if err := library.Validate(ocop.DocumentSheet, document).Err(); err != nil {
		return scoring.Sheet{}, err
	}
	return scoring.DecodeSheet(document, qd26.Edition())
}

func sheet(q Question) (json.RawMessage, error) {
	s, err := readSheet(q.Document)
	if err != nil {
		return refused(err)
	}
	result := scoring.Score(&s)
	return result.AppendJSON(nil), nil
}

func council(q Question) (json.RawMessage, error) {
	var library ocop.Library
	session, err := library.Decide(q.Document)
	if err != nil {
		return refused(err)
	}
	return session.Outcome.AppendJSON(nil), nil
}

// referral is what becomes of a product that the province's council sent on to the
// ministry's: {"province":{…},"ministry":{…}}, two councils.
func referral(q Question) (json.RawMessage, error) {
	var library ocop.Library
	var councils struct {
		Province json.RawMessage `json:"province"`
		Ministry json.RawMessage `json:"ministry"`
	}
	if err := json.Unmarshal(q.Document, &councils); err != nil {
		return nil, err
	}
	province, err := library.Decide(councils.Province)
	if err != nil {
		return refused(err)
	}
	ministry, err := library.Decide(councils.Ministry)
	if err != nil {
		return refused(err)
	}
	return ocop.NewReferral(&province, &ministry).AppendJSON(nil), nil
}

func plan(q Question) (json.RawMessage, error) {
	var library ocop.Library
	planning, err := library.Plan(q.Document, q.With.Star, 0)
	if err != nil {
		return refused(err)
	}
	return planning.AppendJSON(nil), nil
}

func vector(q Question) (json.RawMessage, error) {
	s, err := readSheet(q.Document)
	if err != nil {
		return refused(err)
	}
	return json.Marshal(map[string]string{"vector": s.Vector()})
}

func vectorParse(q Question) (json.RawMessage, error) {
	s, err := scoring.ParseVector(string(q.Document), qd26.Edition())
	if err != nil {
		return refused(err)
	}
	return json.Marshal(map[string]scoring.Sheet{"sheet": s})
}

func compare(q Question) (json.RawMessage, error) {
	from, to, err := scoring.DecodeComparison(q.Document, qd26.Edition())
	if err != nil {
		return refused(err)
	}
	difference, err := scoring.Compare(&from, &to)
	if err != nil {
		return refused(err)
	}
	return difference.AppendJSON(nil), nil
}

// loaded is what is wrong with a rubric that is to stand beside the built-in one.
func loaded(q Question) (json.RawMessage, error) {
	r, err := rubric.Read(q.Document)
	if err == nil {
		_, err = ocop.NewLibrary(r)
	}
	var problems problem.List
	if err != nil && !errors.As(err, &problems) {
		return nil, err
	}
	return problems.AppendVerdict(nil), nil
}
