// Package ocop is the Go developer's door to the OCOP rules: a document in, a
// verdict out, every verdict with its reasons and the article it rests on.
//
//	e, err := ocop.Evaluate(document)
//	if err != nil { … } // a problem.List: every problem, in Vietnamese and English
//	fmt.Println(e.Result.Star, e.Result.Total)
//	err = e.Report(os.Stdout, ocop.ReportOptions{})
//
// The rules of scoring themselves are in package scoring.
package ocop

import (
	"errors"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/budget"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
	"github.com/ocop-vn/ocop-go/scoring/qd26/words"
	"github.com/ocop-vn/ocop-go/scoring/rubric"
	"github.com/ocop-vn/ocop-go/scoring/strictjson"
)

// Evaluation is the verdict on one document.
type Evaluation struct {
	// Result is what follows from the sheet, or from what a dossier's producer claims.
	Result scoring.Result
	// Dossier is the dossier evaluated, nil for a sheet; Warnings are what is
	// worth a look in it.
	Dossier  *dossier.Dossier
	Warnings problem.List

	loaded *rubric.Rubric // the loaded rubric that it rests on; nil: the built-in one
}

// Words is the product set with its words. For the built-in rubric each call
// builds a new one.
func (e *Evaluation) Words() *rubric.Set {
	sheet := e.Result.Sheet()
	return wordsOf(e.loaded, sheet.Set())
}

// Evaluate reads a sheet, or a dossier for its producer's own claims, and scores
// it by the built-in rubric. The error is a problem.List; a document with an
// error has no result.
func Evaluate(document []byte) (Evaluation, error) {
	var l Library
	return l.Evaluate(document)
}

// Library holds rubrics: the built-in one and those that were loaded. The zero
// Library has the built-in one alone. It is safe for concurrent use.
type Library struct {
	loaded []loadedRubric
}

type loadedRubric struct {
	words   *rubric.Rubric
	edition scoring.Edition
}

// NewLibrary adds loaded rubrics to the built-in one. A loaded rubric comes
// before a built-in one with the same id. The rubrics must not be changed
// afterwards. The error is a problem.List.
func NewLibrary(rubrics ...*rubric.Rubric) (*Library, error) {
	l := &Library{}
	for _, r := range rubrics {
		edition, err := r.Compile()
		if err != nil {
			return nil, err
		}
		l.loaded = append(l.loaded, loadedRubric{r, edition})
	}
	return l, nil
}

// Editions lists the editions that sheets can be scored by, loaded ones first.
func (l *Library) Editions() []scoring.Edition {
	var editions []scoring.Edition
	for _, r := range l.loaded {
		editions = append(editions, r.edition)
	}
	return append(editions, qd26.Edition())
}

// Rubric is the rubric of an edition with its words. For an edition that is
// known by name only, the error says how to load one; it is a problem.List.
func (l *Library) Rubric(id string) (*rubric.Rubric, error) {
	for _, r := range l.loaded {
		if r.edition.ID() == id {
			return r.words, nil
		}
	}
	if id == qd26.ID {
		return words.Rubric(), nil
	}
	return nil, problem.List{missingRubric("", id)}
}

// Evaluate reads a sheet and scores it by the rubric of the edition that it
// names; a dossier is scored by the built-in one. The error is a problem.List.
func (l *Library) Evaluate(document []byte) (Evaluation, error) {
	if most := budget.Dossier().Bytes; len(document) > most { // the largest that a dossier or a sheet may be
		return Evaluation{}, problem.List{strictjson.TooLarge(most)}
	}
	if isDossier(document) {
		return evaluateDossier(document)
	}
	sheet, err := scoring.DecodeSheet(document, l.Editions()...)
	if err != nil {
		return Evaluation{}, explainEdition(err)
	}
	return Evaluation{Result: scoring.Score(&sheet), loaded: l.rubricOf(sheet.Set())}, nil
}

// explainEdition adds to an unknown edition that is known by name how to load its rubric.
func explainEdition(err error) error {
	var problems problem.List
	if !errors.As(err, &problems) {
		return err
	}
	for _, p := range problems {
		for _, param := range p.Params {
			if p.Code == "SHEET-01" && param.Name == "edition" {
				if m := missingRubric(p.Path, param.Value); m.Code == rubricNotHere.Code {
					return append(problems[:len(problems):len(problems)], m)
				}
			}
		}
	}
	return err
}
