package dossier

import (
	"slices"
	"strconv"
	"strings"

	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// What the dossier itself says against what is claimed. The council decides.
var (
	otherKind = problem.Kind{Code: "DOSSIER-60", Layer: problem.LayerRule, Warning: true, Message: lang.Text{
		Vi: "Tiêu chí 3.1: tự nhận mức {option} nhưng loại hình tổ chức ghi là {kind}.",
		En: "Criterion 3.1: option {option} is claimed, but the kind of organisation is given as {kind}.",
	}}
	otherRepresentative = problem.Kind{Code: "DOSSIER-61", Layer: problem.LayerRule, Warning: true, Message: lang.Text{
		Vi: "Tiêu chí 3.2: tự nhận mức {option} nhưng người đại diện ghi là {gender}, dân tộc {ethnicity}, {certificate} giấy xác nhận khuyết tật.",
		En: "Criterion 3.2: option {option} is claimed, but the representative is given as {gender}, {ethnicity}, {certificate} disability certificate.",
	}}
	otherGrowth = problem.Kind{Code: "DOSSIER-62", Layer: problem.LayerRule, Warning: true, Message: lang.Text{
		Vi: "Tiêu chí 3.4: tự nhận mức {option} nhưng lợi nhuận năm {year} ({profit} triệu đồng) không cao hơn năm {before} ({profitBefore} triệu đồng).",
		En: "Criterion 3.4: option {option} is claimed, but the profit of {year} ({profit} million đồng) is not above that of {before} ({profitBefore} million đồng).",
	}}
)

// The criterion on the legal representative, and its option for women, people of
// an ethnic minority and people with a disability (Appendix II, 3.2 b; the same in
// every set).
const (
	representativeCriterion = "3.2"
	favouredOption          = "b"
)

// checkFacts compares the claims of criteria 3.1, 3.2 and 3.4, which are printed
// alike in every set, with the producer, the representative and the figures.
func (x *Dossier) checkFacts(o Options) problem.List {
	var problems problem.List
	claimed := func(criterion string) (option problem.Param, code string) {
		code = x.Report.Claims[criterion].Option
		return problem.Value("option", code), code
	}
	if option, code := claimed(producerCriterion); code != "" && code != scoring.NoneCode && x.Producer.Kind != "" && !strings.Contains(x.Producer.Kind.optionsAt31(), code) {
		problems = append(problems, otherKind.At("/report/claims/"+producerCriterion, option, problem.Worded("kind", string(x.Producer.Kind), x.Producer.Kind.Name())))
	}
	if option, code := claimed(representativeCriterion); code != "" && x.describesRepresentative() && x.favoured() != (code == favouredOption) {
		problems = append(problems, x.otherRepresentative(option))
	}
	option, code := claimed("3.4")
	years := strings.Index("ab", code) + 1 // of growth that the option asks for
	if code == "" || x.Producer.Kind == KindCooperative {
		years = 0 // a cooperative's rating does as well
	}
	last := x.filedOn(o).Year - 1
	for year := last; year > last-years; year-- {
		profit, before := x.profit(year), x.profit(year-1)
		if profit != nil && before != nil && *profit <= *before {
			problems = append(problems, otherGrowth.At("/report/claims/3.4", option, problem.Value("year", strconv.Itoa(year)), problem.Value("profit", strconv.Itoa(*profit)),
				problem.Value("before", strconv.Itoa(year-1)), problem.Value("profitBefore", strconv.Itoa(*before))))
		}
	}
	return problems
}

// certified tells whether there is a disability certificate.
func (x *Dossier) certified() bool {
	return slices.ContainsFunc(x.Evidence, func(e Evidence) bool { return e.Kind == disability })
}

// describesRepresentative tells whether it is known who the representative is.
func (x *Dossier) describesRepresentative() bool {
	r := &x.Producer.Representative
	return r.Gender != "" && r.Ethnicity != ""
}

// favoured tells whether the representative is one of those that criterion 3.2
// gives its point for.
func (x *Dossier) favoured() bool {
	r := &x.Producer.Representative
	return r.Gender == "female" || !strings.EqualFold(strings.TrimSpace(r.Ethnicity), "Kinh") || x.certified()
}

func (x *Dossier) otherRepresentative(option problem.Param) problem.Problem {
	r := &x.Producer.Representative
	gender, certificate := lang.Text{Vi: "nam", En: "male"}, lang.Text{Vi: "không kèm", En: "without a"}
	if r.Gender == "female" {
		gender = lang.Text{Vi: "nữ", En: "female"}
	}
	if x.certified() {
		certificate = lang.Text{Vi: "có", En: "with a"}
	}
	return otherRepresentative.At("/report/claims/"+representativeCriterion, option, problem.Worded("gender", r.Gender, gender),
		problem.Value("ethnicity", r.Ethnicity), problem.Worded("certificate", "", certificate))
}

// optionsAt31 are the options of criterion 3.1 that a kind of producer may claim.
// An enterprise may be a company held locally or not; in tourism any other kind
// stands beside the cooperative (reading.KindsInTourism).
func (k ProducerKind) optionsAt31() string {
	switch {
	case k == KindEnterprise:
		return "bc"
	case k == KindCooperative || k.TourismOnly():
		return "c"
	}
	return "a"
}

// profit is a year's profit; nil where it is not given.
func (x *Dossier) profit(year int) *int {
	for i := range x.Report.Results.Years {
		if y := &x.Report.Results.Years[i]; y.Year == year {
			return y.Profit
		}
	}
	return nil
}
