package dossier

import (
	"slices"
	"strconv"

	"github.com/ocop-vn/ocop-go/dossier/internal/fields"
	"github.com/ocop-vn/ocop-go/dossier/internal/shape"
	"github.com/ocop-vn/ocop-go/dossier/procedure"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/budget"
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
)

// What can be wrong between fields and JSON Schema can say.
var (
	neededHere = problem.Kind{Code: "DOSSIER-30", Layer: problem.LayerSchema, Message: lang.Text{
		Vi: "{field}: phải có trong hồ sơ {application} (khoản 1 Điều 6).", En: "{field}: must be in a dossier for {application} (Article 6.1).",
	}}
	notHere = problem.Kind{Code: "DOSSIER-31", Layer: problem.LayerSchema, Message: lang.Text{
		Vi: "{field}: không có trong hồ sơ {application} (khoản 1 Điều 6).", En: "{field}: has no place in a dossier for {application} (Article 6.1).",
	}}
	tourismOnly = problem.Kind{Code: "DOSSIER-32", Layer: problem.LayerSchema, Message: lang.Text{
		Vi: "{field}: hội, hiệp hội, trung tâm điều hành hoặc tổ chức tương đương chỉ tham gia với dịch vụ du lịch (khoản 3 Điều 2).",
		En: "{field}: associations, federations, operating centres and their like may take part with tourism alone (Article 2.3).",
	}}
	wrongClass = problem.Kind{Code: "DOSSIER-33", Layer: problem.LayerSchema, Message: lang.Text{
		Vi: "{field}: bộ sản phẩm {set} thuộc ngành {sector}, nhóm {group} (Phụ lục I); xem lại bộ sản phẩm hoặc phân loại.",
		En: "{field}: product set {set} belongs to sector {sector}, group {group} (Appendix I); check the set or the classification.",
	}}
	noStory = problem.Kind{Code: "DOSSIER-34", Layer: problem.LayerSchema, Message: lang.Text{
		Vi: "Tiêu chí {criterion} không áp dụng khi tiêu chí {parent} là mức {option}: bỏ mục này.",
		En: "Criterion {criterion} falls away when criterion {parent} is {option}: leave it out.",
	}}
	otherSet = problem.Kind{Code: "DOSSIER-35", Layer: problem.LayerSchema, Message: lang.Text{
		Vi: "Các mức điểm ở đây không phải của bộ sản phẩm {set} mà khớp với bộ {other}: xem lại bộ sản phẩm (Phụ lục II).",
		En: "These options are not those of product set {set}; they fit set {other}: check the product set (Appendix II).",
	}}
)

// CheckShape tells what is wrong with the shape: what CheckTags and CheckAcross find.
func (x *Dossier) CheckShape() problem.List {
	found := problem.Collect(budget.Dossier())
	found.AddAll(x.CheckTags())
	found.AddAll(x.CheckAcross())
	return found.List()
}

// CheckAcross tells what is wrong between fields, as far as JSON Schema can say
// it: the kind of application, the classification, options and gates.
func (x *Dossier) CheckAcross() problem.List {
	found := problem.Collect(budget.Dossier())
	found.AddAll(x.checkApplication())
	x.checkProducer(&found)
	x.checkExtensions(&found)
	if set, ok := qd26.Edition().Set(x.Product.Set); ok && x.checkClass(&found) { // whatever edition is written, there is but this one
		x.checkAnswers(&found, set)
	}
	return found.List()
}

// checkApplication tells what the kind of application asks for and rules out (Article 6.1).
func (x *Dossier) checkApplication() problem.List {
	var problems problem.List
	expect := func(name string, needed, there bool) {
		if needed == there {
			return
		}
		k := &notHere
		if needed {
			k = &neededHere
		}
		problems = append(problems, fields.Problem(k, "/"+name, fields.Dossier.Label(name), problem.Worded("application", string(x.Application), x.Application.Name())))
	}
	switch x.Application {
	case ApplicationFirst, ApplicationUpgrade, ApplicationReassessment:
		if x.Application != ApplicationFirst { // which may follow a recognition that ended
			expect("previous", true, x.Previous != nil)
		}
		expect("changes", x.Application == ApplicationUpgrade, x.Changes != nil)
		expect("updates", x.Application == ApplicationReassessment, x.Updates != nil)
	}
	return problems
}

// checkProducer tells whether the producer may take part with such a product (Article 2.3).
func (x *Dossier) checkProducer(found *problem.Collector) {
	sector := x.Product.Sector
	if qd26.SectorName(sector).En != "" && sector != Tourism && x.Producer.Kind.TourismOnly() {
		found.Add(fields.Problem(&tourismOnly, "/producer/kind", fields.Producer.Label("kind")))
	}
}

// checkExtensions tells whether the extensions' names are domain names in reverse.
func (x *Dossier) checkExtensions(found *problem.Collector) {
	for _, name := range sorted(x.Extensions, nil) {
		if k := shape.ReverseDomain(name, 0); k != nil {
			found.Add(fields.Problem(k, problem.Pointer("/extensions", name), fields.Dossier.Label("extensions"), value(name)))
		}
	}
}

// checkClass tells whether class and product set fit (Appendix I). Where they do
// not, that is one problem: which of the two is wrong is not known, and so
// neither is by which set the answers are to be judged.
func (x *Dossier) checkClass(found *problem.Collector) bool {
	p := &x.Product
	c, _ := ClassOf(p.Set)
	wrong := ""
	switch {
	case p.Sector != "" && p.Sector != c.Sector:
		wrong = "sector"
	case p.Group != "" && p.Group != c.Group:
		wrong = "group"
	case p.Subgroup != c.Subgroup:
		wrong = "subgroup"
	default:
		return true
	}
	group := lang.Text{Vi: c.Group, En: c.Group}
	if c.Subgroup != "" {
		group = lang.Text{Vi: c.Group + ", phân nhóm " + c.Subgroup, En: c.Group + ", subgroup " + c.Subgroup}
	}
	found.Add(fields.Problem(&wrongClass, "/product/"+wrong, fields.Product.Label(wrong),
		problem.Value("set", strconv.Itoa(c.Set)), problem.Value("sector", c.Sector), problem.Worded("group", c.Group+c.Subgroup, group)))
	return false
}

// checkAnswers tells whether options and gates are those of the product set.
func (x *Dossier) checkAnswers(found *problem.Collector, set scoring.Set) {
	if !x.checkClaims(found, set) {
		return
	}
	if p := x.Proposed; p != nil {
		checkSheet(found, set, "/proposed", p.Answers, p.Gates)
	}
	x.Council.checkSheets(found, set, "/council")
	x.Ministry.checkSheets(found, set, "/ministry")
}

// checkClaims tells whether the options claimed are those of the product set;
// false where they are another set's.
func (x *Dossier) checkClaims(found *problem.Collector, set scoring.Set) bool {
	for code, claim := range x.Report.Claims {
		if misfits(set, code, claim.Option) {
			if !reportWrong(found, set, "/report/claims", "/option", x.claimed()) {
				return false
			}
			break
		}
	}
	for _, c := range set.Criteria() {
		parent, option := c.AppliesUnless()
		if parent == "" || x.Report.Claims[parent].Option != option {
			continue
		}
		if _, claimed := x.Report.Claims[c.Code()]; claimed {
			found.Add(noStory.At("/report/claims/"+c.Code(), problem.Value("criterion", c.Code()), problem.Value("parent", parent), problem.Value("option", option)))
		}
	}
	return true
}

// claimed are the options claimed, by criterion.
func (x *Dossier) claimed() map[string]string {
	answers := make(map[string]string, len(x.Report.Claims))
	for code, claim := range x.Report.Claims {
		answers[code] = claim.Option
	}
	return answers
}

// checkSheet tells whether the answers at path/answers and the gates at
// path/gates are those of a set.
func checkSheet(found *problem.Collector, set scoring.Set, path string, answers map[string]string, gates []string) {
	for code, option := range answers {
		if misfits(set, code, option) {
			reportWrong(found, set, path+"/answers", "", answers)
			break
		}
	}
	set.CheckGates(found, path+"/gates", gates)
}

// misfits tells whether an answer is none of a set's. That there is no answer to
// a criterion of the set is for the tags to tell.
func misfits(set scoring.Set, code, option string) bool {
	if set.Takes(code, option) {
		return false
	}
	_, known := set.Criterion(code)
	return !known || option != ""
}

// reportWrong tells which answers a set does not take: each by itself, in order
// of criteria, or once where there are several and all fit another set; then it
// answers false. The option of a known criterion stands at the member option of
// path/criterion.
func reportWrong(found *problem.Collector, set scoring.Set, path, option string, answers map[string]string) bool {
	var wrong []string
	for code, answer := range answers {
		if misfits(set, code, answer) {
			wrong = append(wrong, code)
		}
	}
	if other, ok := setThatTakes(answers); ok && len(wrong) > 1 {
		found.Add(otherSet.At(path, problem.Value("set", strconv.Itoa(set.No())), problem.Value("other", strconv.Itoa(other))))
		return false
	}
	slices.Sort(wrong)
	for _, code := range wrong {
		if found.Full() {
			break
		}
		at := problem.Pointer(path, code)
		if _, known := set.Criterion(code); known {
			at += option
		}
		found.Add(set.WrongAnswer(at, code, answers[code]))
	}
	return true
}

// setThatTakes is the first product set that takes all of some answers.
func setThatTakes(answers map[string]string) (no int, ok bool) {
	for _, set := range qd26.Edition().Sets() {
		takes := true
		for code, answer := range answers {
			if takes = set.Takes(code, answer); !takes {
				break
			}
		}
		if takes {
			return set.No(), true
		}
	}
	return 0, false
}

// set is the product's set, where edition and number are known.
func (x *Dossier) set() (scoring.Set, bool) {
	if x.Edition != qd26.ID {
		return scoring.Set{}, false
	}
	return qd26.Edition().Set(x.Product.Set)
}

func (r *CouncilRecord) checkSheets(found *problem.Collector, set scoring.Set, path string) {
	if r == nil {
		return
	}
	checkSheet(found, set, path, nil, r.Gates)
	for i, m := range r.Members {
		checkSheet(found, set, path+"/members/"+strconv.Itoa(i), m.Answers, nil)
	}
}

// Options are what Check leaves to its caller.
type Options struct {
	// ExpirySoon is how many days before its expiry a paper is reported as
	// expiring soon on the filing date; 0: DefaultExpirySoon. The decision names
	// no such number.
	ExpirySoon int
	// On is the day on which a dossier is to be filed that no commune has received
	// yet; zero: the day of its registration form, or the first day of the decision
	// where that is later.
	On civil.Date
	// Holidays are the days that the commune does not work, beside Saturdays and
	// Sundays; nil: procedure.KnownHolidays.
	Holidays procedure.Holidays
}

// DefaultExpirySoon is the number of days for Options.ExpirySoon: about a round
// of assessment, from the proposal to its end (Article 5.1).
const DefaultExpirySoon = 60

// Check tells all that is wrong with a dossier and what is worth a warning: its
// shape and, where that is right, the rules on codes, dates, samples, evidence
// and papers.
func (x *Dossier) Check(o Options) problem.List {
	_, problems := x.Evaluate(o)
	return problems
}

// Evaluate is Check, with what the dossier's sheets come to, for which Check looks
// anyway. Where a problem is an error, the Outcomes are zero.
func (x *Dossier) Evaluate(o Options) (Outcomes, problem.List) {
	if problems := x.CheckShape(); len(problems) > 0 {
		return Outcomes{}, problems
	}
	return x.checkRules(o)
}

// Read reads a dossier and tells all that Decode and Check find. Where a problem
// is an error, the Dossier is zero.
func Read(data []byte, o Options) (Dossier, problem.List) {
	x, _, problems := Evaluate(data, o)
	return x, problems
}

// Evaluate is Read, with what the dossier's sheets come to. Where a problem is an
// error, Dossier and Outcomes are zero.
func Evaluate(data []byte, o Options) (Dossier, Outcomes, problem.List) {
	x, problems := decode(data)
	if len(problems) > 0 {
		return Dossier{}, Outcomes{}, problems
	}
	outcomes, problems := x.checkRules(o)
	if problems.Err() != nil {
		return Dossier{}, Outcomes{}, problems
	}
	return x, outcomes, problems
}

// FiledOn is the day the dossier was filed: the day the commune received it,
// and before that the day of the registration form.
func (x *Dossier) FiledOn() civil.Date {
	if r := x.Registration.CommuneReceipt; r != nil && r.Date != "" {
		return day(r.Date)
	}
	return day(x.Registration.Date)
}

// filedOn is the day as of which the dossier is judged: a draft is judged by the
// rules of the day on which it is to be filed, since Article 12.2 speaks of filing
// (reading.FiledOnReceipt).
func (x *Dossier) filedOn(o Options) civil.Date {
	filed := x.FiledOn()
	switch {
	case x.Registration.CommuneReceipt != nil && x.Registration.CommuneReceipt.Date != "":
		return filed
	case o.On != civil.Date{}:
		return o.On
	case filed.Before(procedure.InForce()):
		return procedure.InForce()
	}
	return filed
}

// day is a date of a dossier; zero where there is none.
func day(s string) civil.Date {
	d, _ := civil.Parse(s)
	return d
}
