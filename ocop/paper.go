package ocop

import (
	"slices"
	"strings"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/ocop/paper"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
	"github.com/ocop-vn/ocop-go/scoring/qd26/words"
	"github.com/ocop-vn/ocop-go/scoring/strictjson"
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

// PaperOptions are what Paper takes beside the document.
type PaperOptions struct {
	Lang     lang.Lang // "" is Vietnamese
	Ministry bool      // minutes of a dossier: of the ministry's council, not of the province's
}

// Paper fills in a paper from a document: forms 01 to 03 from a dossier,
// also one that is not finished; a score sheet or a producer's own from a sheet or
// a dossier, minutes from a council or a dossier. A report is what Evaluate tells
// of a sheet or a dossier. The error is a problem.List.
func (l *Library) Paper(name paper.Name, document []byte, o PaperOptions) (paper.Paper, error) {
	if o.Lang != lang.En {
		o.Lang = lang.Vi
	}
	switch name {
	case paper.Form01, paper.Form02, paper.Form03:
		return formOf(name, document, o)
	case paper.ScoreSheet, paper.SelfAssessment:
		return l.sheetPaper(name, document, o)
	case paper.Minutes:
		return l.minutesPaper(document, o)
	case paper.Report:
		return l.reportPaper(document, o)
	}
	names := make([]string, 0, len(paper.Names()))
	for _, n := range paper.Names() {
		names = append(names, string(n))
	}
	return paper.Paper{}, problem.List{unknownPaper.At("", problem.Value("name", string(name)), problem.Choices("allowed", strings.Join(names, ", ")))}
}

// formOf fills in one of the forms.
func formOf(name paper.Name, document []byte, o PaperOptions) (paper.Paper, error) {
	x, err := dossier.DecodeDraft(document)
	if err != nil {
		return paper.Paper{}, err
	}
	set, _ := words.Set(x.Product.Set) // nil where it is not known
	switch name {                      //nolint:exhaustive // called with these
	case paper.Form01:
		return paper.Registration(&x, set, o.Lang), nil
	case paper.Form02:
		return paper.SelfAssessmentReport(&x, set, o.Lang), nil
	}
	return paper.CommuneReport(&x, set, o.Lang), nil
}

// sheetPaper is a score sheet: filled in from a sheet, or, with product and
// producer above, from a dossier: a member's is empty then, a producer's own has
// its claims.
func (l *Library) sheetPaper(name paper.Name, document []byte, o PaperOptions) (paper.Paper, error) {
	var sheet scoring.Sheet
	var about paper.About
	if isSheet(document) {
		read, err := scoring.DecodeSheet(document, l.Editions()...)
		if err != nil {
			return paper.Paper{}, explainEdition(err)
		}
		sheet = read
	} else {
		x, err := dossier.DecodeDraft(document)
		if err != nil {
			return paper.Paper{}, err
		}
		set, ok := qd26.Edition().Set(x.Product.Set)
		if !ok {
			return paper.Paper{}, problem.List{noSetForPaper.At("/product/set")}
		}
		sheet, about = set.Sheet(), paper.AboutDossier(&x)
		if name == paper.SelfAssessment {
			about.Assessor, about.Day = x.Producer.Representative.Name, x.Report.Date
			if sheet, err = x.SelfAssessed(); err != nil {
				return paper.Paper{}, err
			}
		}
	}
	set := wordsOf(sheet.Set())
	if name == paper.SelfAssessment {
		return paper.OwnSheet(&sheet, set, about, o.Lang), nil
	}
	return paper.MemberSheet(&sheet, set, about, o.Lang), nil
}

// minutesPaper is the minutes of a council, or of one in a dossier.
func (l *Library) minutesPaper(document []byte, o PaperOptions) (paper.Paper, error) {
	if isCouncil(document) {
		council, err := scoring.DecodeCouncil(document, l.Editions()...)
		if err != nil {
			return paper.Paper{}, explainEdition(err)
		}
		outcome, err := council.Decide()
		if err != nil {
			return paper.Paper{}, err
		}
		return paper.MinutesOf(&paper.CouncilMinutes{Council: &council, Outcome: &outcome, Words: wordsOf(council.Set), Ministry: o.Ministry}, o.Lang), nil
	}
	if isSheet(document) {
		if _, err := scoring.DecodeSheet(document, l.Editions()...); err != nil {
			return paper.Paper{}, explainEdition(err)
		}
		return paper.Paper{}, problem.List{otherDocument.At("", problem.Value("name", string(paper.Minutes)))}
	}
	x, err := dossier.Decode(document)
	if err != nil {
		return paper.Paper{}, err
	}
	record, path := x.Council, "/council"
	if o.Ministry {
		record, path = x.Ministry, "/ministry"
	}
	if record == nil {
		return paper.Paper{}, problem.List{noCouncilForPaper.At(path)}
	}
	council, err := x.CouncilOf(record)
	if err != nil {
		return paper.Paper{}, err
	}
	outcome, err := council.Decide()
	if err != nil {
		return paper.Paper{}, err
	}
	about := paper.AboutDossier(&x)
	about.Day = record.Date
	return paper.MinutesOf(&paper.CouncilMinutes{Council: &council, Outcome: &outcome, Words: wordsOf(council.Set), About: about, Record: record, Ministry: o.Ministry}, o.Lang), nil
}

// reportPaper is the report on a sheet or a dossier.
func (l *Library) reportPaper(document []byte, o PaperOptions) (paper.Paper, error) {
	if isCouncil(document) {
		if _, err := scoring.DecodeCouncil(document, l.Editions()...); err != nil {
			return paper.Paper{}, explainEdition(err)
		}
		return paper.Paper{}, problem.List{otherDocument.At("", problem.Value("name", string(paper.Report)))}
	}
	e, err := l.Evaluate(document)
	if err != nil {
		return paper.Paper{}, err
	}
	return e.Paper(o.Lang)
}

// isCouncil tells whether a document is a council's: members stand at its top.
func isCouncil(document []byte) bool {
	found := false
	strictjson.Names(document, func(name string) bool {
		found = slices.Contains([]string{"members", "seats", "policy"}, name)
		return !found
	})
	return found
}
