// Package ocop is the Go developer's door to the OCOP rules: a document in, a
// verdict out, every verdict with its reasons and the article it rests on.
//
//	e, err := ocop.Evaluate(document)
//	if err != nil { … } // a problem.List: every problem, in Vietnamese and English
//	fmt.Println(e.Result.Star, e.Result.Total)
//	err = e.Report(os.Stdout, ocop.ReportOptions{})
//
// Values go in as well as documents: Score, ScoreDossier, Plan and Decide take
// them, and the functions that take bytes read them first. All errors of this
// package are a problem.List, but those of the writer that a report goes to.
//
// The rules of scoring themselves are in package scoring.
package ocop

import (
	"errors"
	"slices"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/ocop/internal/kind"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/budget"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
	"github.com/ocop-vn/ocop-go/scoring/qd26/words"
	"github.com/ocop-vn/ocop-go/scoring/rubric"
	"github.com/ocop-vn/ocop-go/scoring/strictjson"
)

//go:generate go run ../dossier/internal/law/cmd

// Evaluation is the verdict on one document.
type Evaluation struct {
	// Result is what follows from the sheet, or from what a dossier's producer claims.
	Result scoring.Result `json:"result"`
	// About is what a sheet says of itself; nothing follows from it.
	About scoring.About `json:"about,omitzero"`
	// Dossier is the dossier evaluated, nil for a sheet; Results are the further
	// results that it held then, and Warnings what is worth a look in it.
	Dossier  *dossier.Dossier `json:"dossier"`
	Results  Results          `json:"results"`
	Warnings problem.List     `json:"warnings"`
}

// Words is the product set with its words, by the edition that the sheet is of;
// nil for the zero Evaluation. For the built-in rubric each call builds a new one.
func (e *Evaluation) Words() *rubric.Set {
	sheet := e.Result.Sheet()
	return wordsOf(sheet.Set())
}

// Score scores a sheet by the rubric of its product set. The zero Sheet has
// none; the error is a problem.List.
func Score(sheet scoring.Sheet) (Evaluation, error) {
	set := sheet.Set()
	if set.No() == 0 {
		return Evaluation{}, scoring.OfNoSet()
	}
	return Evaluation{Result: scoring.Score(&sheet)}, nil
}

// ScoreDossier checks a dossier, and scores what its producer claims by the
// built-in rubric. The error is a problem.List; a dossier with an error has no
// result. No dossier at all is an empty one.
func ScoreDossier(x *dossier.Dossier) (Evaluation, error) {
	var l Library
	return l.ScoreDossier(x)
}

// evaluated is the verdict on what the producer claims in a dossier that was checked.
func evaluated(x *dossier.Dossier, outcomes dossier.Outcomes, problems problem.List) (Evaluation, error) {
	if err := problems.Err(); err != nil {
		return Evaluation{}, err
	}
	return Evaluation{
		Result: outcomes.SelfAssessed, Dossier: x, Warnings: problems,
		Results: Results{Proposed: outcomes.Proposed, Council: outcomes.Council, Ministry: outcomes.Ministry},
	}, nil
}

// Evaluate reads a sheet, or a dossier for its producer's own claims, and scores
// it by the built-in rubric: a document that has answers at its top is a sheet.
// The error is a problem.List; a document with an error has no result.
func Evaluate(document []byte) (Evaluation, error) {
	var l Library
	return l.Evaluate(document)
}

// Library holds rubrics, the built-in one and those that were loaded, and how
// dossiers are judged. The zero Library has the built-in rubric alone and judges
// by the zero dossier.Options. It is safe for concurrent use.
type Library struct {
	loaded []loadedRubric
	judged dossier.Options
}

type loadedRubric struct {
	words   *rubric.Rubric
	edition scoring.Edition
}

// NewLibrary is the built-in rubric with others beside it. See Load.
func NewLibrary(rubrics ...*rubric.Rubric) (*Library, error) {
	return new(Library).Load(rubrics...)
}

// Load is the library with more rubrics; l itself stays as it is. Each bears an
// id of its own, and not that of a built-in one. What follows from a loaded
// rubric bears its mark, see scoring.LoadedRubric. The rubrics must not be
// changed afterwards. The error is a problem.List.
func (l *Library) Load(rubrics ...*rubric.Rubric) (*Library, error) {
	return l.with(rubrics, false)
}

// Replace is like Load for rubrics that bear the id of a built-in one, and take
// its place for sheets, plans and councils. Dossiers stay with the built-in one.
// The results bear the mark all the same.
func (l *Library) Replace(rubrics ...*rubric.Rubric) (*Library, error) {
	return l.with(rubrics, true)
}

// Judging is the library with other options for judging dossiers, such as the
// day on which a draft is to be filed; l itself stays as it is. Sheets, plans and
// councils are judged as before. Of holidays that are wrong, or a day that is
// none, the error is a problem.List. The holidays must not be changed afterwards.
func (l *Library) Judging(options dossier.Options) (*Library, error) {
	if err := options.Holidays.Check().Err(); err != nil {
		return nil, err
	}
	if _, err := options.On.MarshalText(); err != nil {
		return nil, err
	}
	return &Library{loaded: l.loaded, judged: options}, nil
}

// Judged are the options that dossiers are judged by.
func (l *Library) Judged() dossier.Options { return l.judged }

func (l *Library) with(rubrics []*rubric.Rubric, replacing bool) (*Library, error) {
	more := &Library{loaded: slices.Clone(l.loaded), judged: l.judged}
	for _, r := range rubrics {
		edition, err := r.Compile()
		if err != nil {
			return nil, err
		}
		if refused, ok := more.refuses(edition.ID(), replacing); ok {
			return nil, problem.List{refused.At("/edition", problem.Value("edition", edition.ID()))}
		}
		more.loaded = append(more.loaded, loadedRubric{r, edition})
	}
	return more, nil
}

// refuses tells why a rubric of that id cannot be taken.
func (l *Library) refuses(id string, replacing bool) (why problem.Kind, refused bool) {
	builtIn := id == qd26.ID
	switch {
	case l.find(id) != nil:
		return editionTwice, true
	case builtIn && !replacing:
		return builtInEdition, true
	case replacing && !builtIn:
		return nothingReplaced, true
	}
	return problem.Kind{}, false
}

// Editions lists the editions that sheets can be scored by, loaded ones first.
func (l *Library) Editions() []scoring.Edition {
	var editions []scoring.Edition
	for _, r := range l.loaded {
		editions = append(editions, r.edition)
	}
	if l.find(qd26.ID) == nil {
		editions = append(editions, qd26.Edition())
	}
	return editions
}

// find is a loaded rubric; nil where none has the id.
func (l *Library) find(id string) *rubric.Rubric {
	for _, r := range l.loaded {
		if r.edition.ID() == id {
			return r.words
		}
	}
	return nil
}

// Rubric is the rubric of an edition with its words. For an edition that is
// known by name only, the error says how to load one; it is a problem.List.
func (l *Library) Rubric(id string) (*rubric.Rubric, error) {
	if r := l.find(id); r != nil {
		return r, nil
	}
	if id == qd26.ID {
		return words.Rubric(), nil
	}
	return nil, problem.List{missingRubric("", id)}
}

// Evaluate reads a sheet and scores it by the rubric of the edition that it
// names; a dossier is scored by the built-in one, and refused where another was
// put in its place. The error is a problem.List.
func (l *Library) Evaluate(document []byte) (Evaluation, error) {
	if most := budget.Dossier().Bytes; len(document) > most { // the largest that a dossier or a sheet may be
		return Evaluation{}, problem.List{strictjson.TooLarge(most)}
	}
	if !kind.IsSheet(document) {
		x, outcomes, problems := l.readDossier(document)
		return evaluated(&x, outcomes, problems)
	}
	read, err := scoring.DecodeAnnotatedSheet(document, l.Editions()...)
	if err != nil {
		return Evaluation{}, explainEdition(err)
	}
	e, err := Score(read.Sheet)
	e.About = read.Remarks.About
	return e, err
}

// ScoreDossier checks a dossier and scores what its producer claims, as Evaluate
// does with one that it reads. The error is a problem.List.
func (l *Library) ScoreDossier(x *dossier.Dossier) (Evaluation, error) {
	if x == nil {
		x = &dossier.Dossier{}
	}
	if problems := l.replaced(); problems != nil {
		return Evaluation{}, problems
	}
	outcomes, problems := x.Evaluate(l.judged)
	return evaluated(x, outcomes, problems)
}

// ReadDossier reads a dossier and checks it, by the built-in rubric, and refuses it
// where another was put in its place. The problems have its warnings too; where
// one is an error the Dossier is zero.
func (l *Library) ReadDossier(document []byte) (dossier.Dossier, problem.List) {
	x, _, problems := l.readDossier(document)
	return x, problems
}

// readDossier reads a dossier and checks it, by the built-in rubric.
func (l *Library) readDossier(document []byte) (dossier.Dossier, dossier.Outcomes, problem.List) {
	if problems := l.replaced(); problems != nil {
		return dossier.Dossier{}, dossier.Outcomes{}, problems
	}
	return dossier.Evaluate(document, l.judged)
}

// replaced tells that dossiers cannot be judged, as another rubric was put in
// the place of theirs.
func (l *Library) replaced() problem.List {
	if l.find(qd26.ID) == nil {
		return nil
	}
	return problem.List{dossierReplaced.At("/edition", problem.Value("edition", qd26.ID))}
}

// explainEdition adds to an unknown edition that is known by name how to load its rubric.
func explainEdition(err error) error {
	var problems problem.List
	errors.As(err, &problems)
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
