// Package bridge is what the browser's modules do, as plain functions: a
// document in, a document out. The modules in wasm/score and wasm/checks are
// thin doors to it, so that tests can hold both to the same bytes.
package bridge

import (
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/budget"
	"github.com/ocop-vn/ocop-go/scoring/jsonout"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
)

// Op names what is done with a document. The numbers are part of the module's
// interface: wasm/npm/index.js has them too.
type Op int32

// The operations of the module score, and the document that each takes and gives.
const (
	Score        Op = 1 // sheet → Result
	Plan         Op = 2 // plan request → Plan
	Council      Op = 3 // council → Outcome
	Vector       Op = 4 // sheet → vector, as a JSON string
	ParseVector  Op = 5 // vector, bare text → sheet
	Rules        Op = 6 // product set's number, bare text → its rules, the rubric without words
	CheckSheet   Op = 7 // sheet → Verdict
	CheckPlan    Op = 8
	CheckCouncil Op = 9
	Safety       Op = 10 // sheet → Safety, or null where there is no star
	Compare      Op = 11 // two sheets, {"from","to"} → Difference
)

// The operations of the module checks.
const (
	Review       Op = 19 // dossier that is still being written → Verdict
	CheckDossier Op = 20 // dossier → Verdict
	Claims       Op = 21 // dossier → the sheet that its claims make
	Deadlines    Op = 22 // milestones or dossier → Schedule
	Life         Op = 23 // steps or dossier → Standing
	Paper        Op = 24 // dossier, sheet or council → a paper's tree, or what is drawn of it; always Asked
	Explain      Op = 25 // sheet or dossier → the steps to its result; always Asked

	// Asked is added to one of these where options stand before the document: a line
	// with the lengths in bytes of on and of holidays, -1 for what is not given, and
	// then the two. Before the document of a Paper stands a line with its name, its
	// language, its format (json, html, docx), whose council it is of (province,
	// ministry) and the length of the words, and then the words of the product set.
	// Before that of an Explain stand the lengths of its words in Vietnamese and in
	// English, -1 for what is not given, and then the two; words in one language stand
	// for both.
	Asked Op = 100
)

// Service carries out operations. MaxBytes is the largest document that an
// operation takes, 0 for one that is not there. Call gives the answer; where the
// document is wrong, ok is false and the answer is {"problems":[…]}.
type Service interface {
	MaxBytes(op Op) int
	Call(op Op, document []byte) (answer []byte, ok bool)
}

// Scoring is the service of the module score.
type Scoring struct{}

// MaxBytes implements Service.
func (Scoring) MaxBytes(op Op) int {
	switch op {
	case Score, Plan, Vector, CheckSheet, CheckPlan, Safety:
		return budget.Sheet().Bytes
	case Compare:
		return budget.Comparison().Bytes
	case Council, CheckCouncil:
		return budget.Council().Bytes
	case ParseVector, Rules:
		return budget.VectorBytes
	default:
		return 0
	}
}

// Call implements Service.
func (Scoring) Call(op Op, document []byte) (answer []byte, ok bool) {
	answer, err := call(op, document)
	if err != nil {
		return Failure(err), false
	}
	return answer, true
}

func call(op Op, document []byte) ([]byte, error) {
	edition := qd26.Edition()
	switch op {
	case Score, Vector, Safety:
		sheet, err := scoring.DecodeSheet(document, edition)
		if err != nil {
			return nil, err
		}
		return ofSheet(op, &sheet), nil
	case ParseVector:
		sheet, err := scoring.ParseVector(string(document), edition)
		if err != nil {
			return nil, err
		}
		return sheet.AppendJSON(nil), nil
	case Plan:
		return plan(document, edition)
	case Council:
		council, err := scoring.DecodeCouncil(document, edition)
		if err != nil {
			return nil, err
		}
		outcome, err := council.Decide()
		if err != nil {
			return nil, err
		}
		return outcome.AppendJSON(nil), nil
	case Compare:
		return compare(document, edition)
	case Rules:
		return rules(document)
	case CheckSheet:
		_, err := scoring.DecodeSheet(document, edition)
		return list(err).AppendVerdict(nil), nil
	case CheckPlan:
		const anyStar = 1 // a request need not name the star: who asks for the plan may
		_, err := scoring.DecodePlanRequest(document, anyStar, edition)
		return list(err).AppendVerdict(nil), nil
	case CheckCouncil:
		_, err := scoring.DecodeCouncil(document, edition)
		return list(err).AppendVerdict(nil), nil
	default:
		return nil, errNoSuchOp
	}
}

func ofSheet(op Op, sheet *scoring.Sheet) []byte {
	if op == Vector {
		var w jsonout.Writer
		w.String(sheet.Vector())
		return w.Bytes()
	}
	result := scoring.Score(sheet)
	if op == Score {
		return result.AppendJSON(nil)
	}
	safety, ok := result.Safety()
	if !ok {
		return []byte("null")
	}
	return safety.AppendJSON(nil)
}

func plan(document []byte, edition scoring.Edition) ([]byte, error) {
	request, err := scoring.DecodePlanRequest(document, 0, edition)
	if err != nil {
		return nil, err
	}
	made, err := scoring.MakePlan(&request)
	if err != nil {
		return nil, err
	}
	return made.AppendJSON(nil), nil
}

func compare(document []byte, edition scoring.Edition) ([]byte, error) {
	from, to, err := scoring.DecodeComparison(document, edition)
	if err != nil {
		return nil, err
	}
	difference, err := scoring.Compare(&from, &to)
	if err != nil {
		return nil, err
	}
	return difference.AppendJSON(nil), nil
}

// list is the problems that an error carries.
func list(err error) problem.List {
	if err == nil {
		return nil
	}
	if problems := problem.From(err); problems != nil {
		return problems
	}
	return problem.List{internal.At("", problem.Value("reason", err.Error()))}
}
