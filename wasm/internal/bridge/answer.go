package bridge

import (
	"errors"

	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/budget"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/strictjson"
)

var errNoSuchOp = errors.New("no such operation")

// internal is a mistake of this module, not of the document.
var internal = problem.Kind{Code: "MODULE-01", Layer: problem.LayerRule, Message: lang.Text{
	Vi: "Mô-đun gặp lỗi bên trong: {reason}. Dữ liệu đã nhập không mất.",
	En: "The module failed inside: {reason}. Nothing that was entered is lost.",
}}

// Kinds lists the kinds of problem that this package reports.
func Kinds() []problem.Kind { return []problem.Kind{internal, unknownSet} }

// Panicked is the answer when an operation panicked.
func Panicked(cause any) []byte {
	err, ok := cause.(error)
	if text, isText := cause.(string); isText {
		err = errors.New(text)
	} else if !ok {
		err = errors.New("panic")
	}
	return Failure(err)
}

// TooLarge is the answer to a document over an operation's limit: what reading
// it would say. An operation that is not there has the limit 0.
func TooLarge(op Op, limit int) []byte {
	if limit == 0 {
		return Failure(errNoSuchOp)
	}
	problems := problem.List{strictjson.TooLarge(limit)}
	switch op {
	case Asked + CheckDossier, Asked + Claims, Asked + Deadlines, Asked + Life, Asked + Review: // a document that is too large has no room without options
		holidays := strictjson.TooLarge(budget.Sheet().Bytes)
		holidays.Path = "/holidays"
		return Failure(problem.List{holidays})
	case ParseVector:
		return Failure(problem.List{scoring.VectorTooLong()})
	case Rules:
		return Failure(problem.List{unknownSet.At("", problem.Value("set", "…"))})
	case CheckSheet, CheckPlan, CheckCouncil, CheckDossier, Review:
		return problems.AppendVerdict(nil)
	default:
		return Failure(problems)
	}
}

// Failure is {"problems":[…]}.
func Failure(err error) []byte { return list(err).AppendRefusal(nil) }
