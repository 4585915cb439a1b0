package paper

import (
	"strings"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/ocop/internal/kind"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
	"github.com/ocop-vn/ocop-go/scoring/rubric"
)

var (
	unknownPaper = problem.Kind{Code: "PAPER-01", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Không có loại giấy “{name}”; chỉ có: {allowed}.", En: "There is no paper “{name}”; there are {allowed}.",
	}}
	noSetForPaper = problem.Kind{Code: "PAPER-02", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Cần biết bộ sản phẩm mới lập được phiếu này.", En: "This paper needs a product set.",
	}}
	noCouncilForPaper = problem.Kind{Code: "PAPER-03", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Hồ sơ chưa có kết quả của Hội đồng này nên chưa lập được biên bản.", En: "The dossier has no result of this council, so there are no minutes.",
	}}
	otherDocument = problem.Kind{Code: "PAPER-04", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Giấy “{name}” không lập từ loại tài liệu này.", En: "The paper “{name}” is not made of such a document.",
	}}
)

// Kinds lists the kinds of problem that this package reports.
func Kinds() []problem.Kind {
	return []problem.Kind{unknownPaper, noSetForPaper, noCouncilForPaper, otherDocument}
}

// Options are what Fill takes beside the document.
type Options struct {
	Lang     lang.Lang                     // any but English is Vietnamese
	Ministry bool                          // minutes of a dossier: of the ministry's council, not of the province's
	Editions []scoring.Edition             // that sheets and councils may be of; none: the built-in one
	Words    func(scoring.Set) *rubric.Set // a product set with its words, nil where there are none; nil: there are none
	// Report makes the report of a sheet, or else of a dossier; nil where there is none.
	Report func(document []byte, isSheet bool) (Paper, error)
}

// Fill fills in an official paper from a document: forms 01 to 03 from a dossier,
// also one that is not finished; a score sheet or a producer's own from a sheet or
// a dossier, minutes from a council or a dossier; where Options has it, a report from
// a sheet or a dossier. The error is a problem.List.
func Fill(name Name, document []byte, o Options) (Paper, error) {
	if o.Lang != lang.En {
		o.Lang = lang.Vi
	}
	if len(o.Editions) == 0 {
		o.Editions = []scoring.Edition{qd26.Edition()}
	}
	if o.Words == nil {
		o.Words = func(scoring.Set) *rubric.Set { return nil }
	}
	switch name {
	case Form01, Form02, Form03:
		return o.form(name, document)
	case ScoreSheet, SelfAssessment:
		return o.sheet(name, document)
	case Minutes:
		return o.minutes(document)
	case Report:
		if o.Report != nil {
			return o.report(document)
		}
	}
	var names []string
	for _, n := range Names() {
		if n != Report || o.Report != nil {
			names = append(names, string(n))
		}
	}
	return Paper{}, problem.List{unknownPaper.At("", problem.Value("name", string(name)), problem.Choices("allowed", strings.Join(names, ", ")))}
}

// draft reads a dossier that may not be finished. One that names no edition is of
// the one in force, as the forms are.
func draft(document []byte) (dossier.Dossier, error) {
	x, err := dossier.DecodeDraft(document)
	if x.Edition == "" {
		x.Edition = qd26.ID
	}
	return x, err
}

// form fills in one of the forms.
func (o *Options) form(name Name, document []byte) (Paper, error) {
	x, err := draft(document)
	if err != nil {
		return Paper{}, err
	}
	var words *rubric.Set
	if set, ok := qd26.Edition().Set(x.Product.Set); ok {
		words = o.Words(set)
	}
	switch name { //nolint:exhaustive // called with these
	case Form01:
		return Registration(&x, words, o.Lang), nil
	case Form02:
		return SelfAssessmentReport(&x, words, o.Lang), nil
	}
	return CommuneReport(&x, words, o.Lang), nil
}

// sheet is a score sheet: filled in from a sheet, or, with product and producer
// above, from a dossier: a member's is empty then, a producer's own has its claims.
func (o *Options) sheet(name Name, document []byte) (Paper, error) {
	read, err := o.sheetOf(name, document)
	if err != nil {
		return Paper{}, err
	}
	sheet, remarks := &read.Sheet, &read.Remarks
	words := o.Words(sheet.Set())
	if words == nil {
		return Paper{}, problem.List{noSetForPaper.At("/product/set")}
	}
	if name == SelfAssessment {
		return OwnSheet(sheet, words, remarks, o.Lang), nil
	}
	return MemberSheet(sheet, words, remarks, o.Lang), nil
}

func (o *Options) sheetOf(name Name, document []byte) (read scoring.AnnotatedSheet, err error) {
	if kind.IsSheet(document) {
		return scoring.DecodeAnnotatedSheet(document, o.Editions...)
	}
	x, err := draft(document)
	if err != nil {
		return read, err
	}
	set, ok := qd26.Edition().Set(x.Product.Set)
	if !ok {
		return read, problem.List{noSetForPaper.At("/product/set")}
	}
	about := &read.Remarks.About
	*about = AboutDossier(&x)
	if name == ScoreSheet {
		read.Sheet = set.Sheet()
		return read, nil
	}
	about.Assessor, about.Day = x.Producer.Representative.Name, x.Report.Date
	read.Sheet, err = x.SelfAssessed()
	return read, err
}

// report is that of a sheet or a dossier; of a council there are minutes.
func (o *Options) report(document []byte) (Paper, error) {
	if !kind.IsCouncil(document) {
		told, err := o.Report(document, kind.IsSheet(document))
		if err == nil && len(told.Nodes) == 0 { // without words there is nothing to tell
			err = problem.List{noSetForPaper.At("/product/set")}
		}
		return told, err
	}
	if _, err := scoring.DecodeCouncil(document, o.Editions...); err != nil {
		return Paper{}, err
	}
	return Paper{}, problem.List{otherDocument.At("", problem.Value("name", string(Report)))}
}

// minutes are those of a council, or of one in a dossier.
func (o *Options) minutes(document []byte) (Paper, error) {
	m := CouncilMinutes{Ministry: o.Ministry}
	council, err := o.councilOf(document, &m)
	if err != nil {
		return Paper{}, err
	}
	outcome, err := council.Decide()
	if err != nil {
		problems := problem.From(err)
		if m.Record != nil {
			for i := range problems { // their places are within the record
				problems[i].Path = o.council() + problems[i].Path
			}
		}
		return Paper{}, problems
	}
	m.Council, m.Outcome, m.Words = &council, &outcome, o.Words(council.Set)
	if m.Words == nil {
		return Paper{}, problem.List{noSetForPaper.At("/product/set")}
	}
	return MinutesOf(&m, o.Lang), nil
}

// council is the place of the council's record in a dossier.
func (o *Options) council() string {
	if o.Ministry {
		return "/ministry"
	}
	return "/council"
}

func (o *Options) councilOf(document []byte, m *CouncilMinutes) (scoring.Council, error) {
	switch {
	case kind.IsCouncil(document):
		read, err := scoring.DecodeAnnotatedCouncil(document, o.Editions...)
		m.About, m.Members = read.About, read.Members
		return read.Council, err
	case kind.IsSheet(document):
		if _, err := scoring.DecodeSheet(document, o.Editions...); err != nil {
			return scoring.Council{}, err
		}
		return scoring.Council{}, problem.List{otherDocument.At("", problem.Value("name", string(Minutes)))}
	}
	x, err := draft(document)
	if err != nil {
		return scoring.Council{}, err
	}
	record := x.Council
	if o.Ministry {
		record = x.Ministry
	}
	if record == nil {
		return scoring.Council{}, problem.List{noCouncilForPaper.At(o.council())}
	}
	m.About, m.Record = AboutDossier(&x), record
	m.About.Day = record.Date
	return x.CouncilOf(record)
}
