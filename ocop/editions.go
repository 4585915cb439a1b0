package ocop

import (
	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/dossier/procedure"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// Application is the kind of application that a dossier is for (Article 6.1).
type Application = dossier.Application

// The kinds of application.
const (
	ApplicationFirst        = dossier.ApplicationFirst        // đánh giá lần đầu
	ApplicationUpgrade      = dossier.ApplicationUpgrade      // nâng hạng
	ApplicationReassessment = dossier.ApplicationReassessment // đánh giá lại
)

// EditionInfo tells of one version of the rules what is known without its rubric.
type EditionInfo = scoring.EditionInfo

// Band is the range of points of a star.
type Band = scoring.Band

// Editions lists the versions of the rules, the newest first.
func Editions() []EditionInfo { return scoring.Editions() }

// Governing tells by which rules a dossier is assessed.
type Governing struct {
	Edition EditionInfo `json:"edition"`
	// AssessBy is the last day to end an assessment by rules that 26/2026
	// replaced (Article 12.2); zero where there is no such day. A dossier not
	// assessed by then has to be filed anew.
	AssessBy civil.Date `json:"assessBy"`
}

var (
	noEditionYet = problem.Kind{Code: "EDITION-01", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Ngày {date} không hợp lệ hoặc chưa có bộ tiêu chí OCOP nào có hiệu lực.",
		En: "{date} is not a day, or no OCOP rubric was in force then.",
	}}
	unknownApplication = problem.Kind{Code: "EDITION-02", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Không có loại hồ sơ {application}; chọn first (lần đầu), upgrade (nâng hạng) hoặc re-assessment (đánh giá lại).",
		En: "There is no kind of application {application}; it is first, upgrade or re-assessment.",
	}}
	rubricNotHere = problem.Kind{Code: "EDITION-03", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Bộ tiêu chí {edition} (Quyết định {decision}) không đi kèm ở đây. Nếu có tệp JSON của bộ này, nạp bằng rubric.Read và ocop.NewLibrary, hoặc thêm --rubric TỆP vào lệnh.",
		En: "The rubric {edition} (Decision {decision}) does not come with this module. If you have it as JSON, load it with rubric.Read and ocop.NewLibrary, or give the command --rubric FILE.",
	}}
	editionUnknown = problem.Kind{Code: "EDITION-04", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Không có bộ tiêu chí nào tên là {edition}.",
		En: "There is no rubric called {edition}.",
	}}
	builtInEdition = problem.Kind{Code: "EDITION-05", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Bộ tiêu chí tự nạp không được mang tên {edition} của bộ tiêu chí có sẵn. Hãy đặt tên khác; nếu muốn thay bộ có sẵn thì nói rõ bằng Library.Replace, hoặc --replace TỆP.",
		En: "A loaded rubric cannot bear the id {edition} of the built-in one. Give it another; to put it in the built-in one's place say so with Library.Replace, or --replace FILE.",
	}}
	editionTwice = problem.Kind{Code: "EDITION-06", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Có hai bộ tiêu chí tự nạp cùng mang tên {edition}.",
		En: "Two loaded rubrics bear the id {edition}.",
	}}
	nothingReplaced = problem.Kind{Code: "EDITION-07", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Không có bộ tiêu chí có sẵn nào tên là {edition} để thay. Muốn nạp thêm thì dùng ocop.NewLibrary, hoặc --rubric TỆP.",
		En: "There is no built-in rubric {edition} to replace. To load it beside, use ocop.NewLibrary, or --rubric FILE.",
	}}
	dossierReplaced = problem.Kind{Code: "EDITION-08", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Hồ sơ chỉ được xét theo bộ tiêu chí {edition} có sẵn, không theo bộ đã thay vào chỗ đó.",
		En: "Dossiers are judged by the built-in rubric {edition} alone, not by one that was put in its place.",
	}}
	nothingToReport = problem.Kind{Code: "REPORT-01", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Không có gì để lập báo cáo: chưa chấm phiếu nào.", En: "There is nothing to report on: no sheet was scored.",
	}}
	unknownDocument = problem.Kind{Code: "DOCUMENT-01", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Không có loại tài liệu {kind}; chọn dossier, sheet, council hoặc plan.",
		En: "There is no kind of document {kind}; it is dossier, sheet, council or plan.",
	}}
)

// Kinds lists the kinds of problem that this package reports.
func Kinds() []problem.Kind {
	return []problem.Kind{noEditionYet, unknownApplication, rubricNotHere, editionUnknown, builtInEdition, editionTwice, nothingReplaced, dossierReplaced, nothingToReport, unknownDocument}
}

// EditionFor tells which edition governs a dossier, by the day it was filed
// and the kind of application (Article 12). The error is a problem.List.
func EditionFor(filed civil.Date, kind Application) (Governing, error) {
	switch kind {
	case ApplicationFirst, ApplicationUpgrade, ApplicationReassessment:
	default:
		return Governing{}, problem.List{unknownApplication.At("", problem.Value("application", string(kind)))}
	}
	for i, e := range Editions() {
		if !filed.Valid() || filed.Before(e.From) {
			continue
		}
		g := Governing{Edition: e}
		if i == 1 { // the rules that 26/2026 replaced
			g.AssessBy = procedure.TransitionEnds(kind)
		}
		return g, nil
	}
	return Governing{}, problem.List{noEditionYet.At("", problem.Value("date", filed.String()))}
}

// missingRubric says why there is no rubric of that id, and what to do.
func missingRubric(path, id string) problem.Problem {
	for _, e := range Editions() {
		if e.ID == id {
			return rubricNotHere.At(path, problem.Value("edition", id), problem.Value("decision", e.Decision))
		}
	}
	return editionUnknown.At(path, problem.Value("edition", id))
}
