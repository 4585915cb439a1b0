package dossier

import (
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
	neededHere = problem.Kind{Code: "DOSSIER-30", Layer: problem.Schema, Message: lang.Text{
		Vi: "{field}: phải có trong hồ sơ {application} (Điều 6 khoản 1).", En: "{field}: must be in a dossier for {application} (Article 6.1).",
	}}
	notHere = problem.Kind{Code: "DOSSIER-31", Layer: problem.Schema, Message: lang.Text{
		Vi: "{field}: không có trong hồ sơ {application} (Điều 6 khoản 1).", En: "{field}: has no place in a dossier for {application} (Article 6.1).",
	}}
	tourismOnly = problem.Kind{Code: "DOSSIER-32", Layer: problem.Schema, Message: lang.Text{
		Vi: "{field}: hội, hiệp hội, trung tâm điều hành hoặc tổ chức tương đương chỉ tham gia với dịch vụ du lịch (Điều 2 khoản 3).",
		En: "{field}: associations, federations, operating centres and their like may take part with tourism alone (Article 2.3).",
	}}
	wrongClass = problem.Kind{Code: "DOSSIER-33", Layer: problem.Schema, Message: lang.Text{
		Vi: "{field}: bộ sản phẩm {set} thuộc ngành {sector}, nhóm {group} (Phụ lục I).",
		En: "{field}: product set {set} belongs to sector {sector}, group {group} (Appendix I).",
	}}
	noStory = problem.Kind{Code: "DOSSIER-34", Layer: problem.Schema, Message: lang.Text{
		Vi: "Tiêu chí {criterion} không áp dụng khi tiêu chí {parent} là mức {option}: bỏ mục này.",
		En: "Criterion {criterion} falls away when criterion {parent} is {option}: leave it out.",
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
	found.AddAll(x.checkClass())
	x.checkAnswers(&found)
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
	case First, Upgrade, Reassessment:
		expect("previous", x.Application != First, x.Previous != nil)
		expect("changes", x.Application == Upgrade, x.Changes != nil)
		expect("updates", x.Application == Reassessment, x.Updates != nil)
	}
	return problems
}

// checkClass tells whether producer, class and product set fit (Article 2.3, Appendix I).
func (x *Dossier) checkClass() problem.List {
	var problems problem.List
	p := &x.Product
	if name := qd26.SectorName(p.Sector); name.En != "" && p.Sector != Tourism && x.Producer.Kind.TourismOnly() {
		problems = append(problems, fields.Problem(&tourismOnly, "/producer/kind", fields.Producer.Label("kind")))
	}
	c, ok := ClassOf(p.Set)
	if !ok {
		return problems
	}
	group := lang.Text{Vi: c.Group, En: c.Group}
	if c.Subgroup != "" {
		group = lang.Text{Vi: c.Group + ", phân nhóm " + c.Subgroup, En: c.Group + ", subgroup " + c.Subgroup}
	}
	report := func(name string) {
		problems = append(problems, fields.Problem(&wrongClass, "/product/"+name, fields.Product.Label(name),
			fields.Param("set", strconv.Itoa(c.Set)), fields.Param("sector", c.Sector), problem.Worded("group", c.Group+c.Subgroup, group)))
	}
	if p.Sector != "" && p.Sector != c.Sector {
		report("sector")
	}
	if p.Group != "" && p.Group != c.Group {
		report("group")
	}
	if p.Subgroup != c.Subgroup {
		report("subgroup")
	}
	return problems
}

// checkAnswers tells whether options and gates are those of the product set.
func (x *Dossier) checkAnswers(found *problem.Collector) {
	set, ok := qd26.Edition().Set(x.Product.Set) // whatever edition is written, there is but this one
	if !ok {
		return
	}
	var names [64]string
	for _, code := range sorted(x.Report.Claims, names[:0]) {
		option := x.Report.Claims[code].Option
		_, known := set.Criterion(code)
		if set.Takes(code, option) || known && option == "" || found.Full() {
			continue
		}
		path := problem.Pointer("/report/claims", code)
		if known {
			path += "/option"
		}
		found.Add(set.WrongAnswer(path, code, option))
	}
	for _, c := range set.Criteria() {
		parent, option := c.AppliesUnless()
		if _, claimed := x.Report.Claims[c.Code()]; claimed && parent != "" && x.Report.Claims[parent].Option == option {
			found.Add(noStory.At("/report/claims/"+c.Code(), fields.Param("criterion", c.Code()), fields.Param("parent", parent), fields.Param("option", option)))
		}
	}
	if p := x.Proposed; p != nil {
		checkSheet(found, set, "/proposed", p.Answers, p.Gates)
	}
	x.Council.checkSheets(found, set, "/council")
	x.Ministry.checkSheets(found, set, "/ministry")
}

// set is the product's set, where edition and number are known.
func (x *Dossier) set() (scoring.Set, bool) {
	if x.Edition != qd26.ID {
		return scoring.Set{}, false
	}
	return qd26.Edition().Set(x.Product.Set)
}

func checkSheet(found *problem.Collector, set scoring.Set, path string, answers map[string]string, gates []string) {
	var names [64]string
	for _, code := range sorted(answers, names[:0]) {
		if option := answers[code]; option != "" && !set.Takes(code, option) && !found.Full() {
			found.Add(set.WrongAnswer(problem.Pointer(path+"/answers", code), code, option))
		}
	}
	set.CheckGates(found, path+"/gates", gates)
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
	// Holidays are the days that the commune does not work, beside Saturdays and
	// Sundays; nil: procedure.FixedHolidays.
	Holidays procedure.Holidays
}

// DefaultExpirySoon is the number of days for Options.ExpirySoon: about a round
// of assessment, from the proposal to its end (Article 5.1).
const DefaultExpirySoon = 60

// Check tells all that is wrong with a dossier and what is worth a warning: its
// shape and, where that is right, the rules on codes, dates, samples, evidence
// and papers.
func (x *Dossier) Check(o Options) problem.List {
	if problems := x.CheckShape(); len(problems) > 0 {
		return problems
	}
	return x.checkRules(o)
}

// Read reads a dossier and tells all that Decode and Check find. Where a problem
// is an error, the Dossier is zero.
func Read(data []byte, o Options) (Dossier, problem.List) {
	x, problems := decode(data)
	if len(problems) == 0 {
		problems = x.checkRules(o)
	}
	if problems.Err() != nil {
		x = Dossier{}
	}
	return x, problems
}

// FiledOn is the day the dossier was filed: the day the commune received it,
// and before that the day of the registration form.
func (x *Dossier) FiledOn() civil.Date {
	if r := x.Registration.CommuneReceipt; r != nil {
		return day(r.Date)
	}
	return day(x.Registration.Date)
}

// day is a date of a dossier; zero where there is none.
func day(s string) civil.Date {
	d, _ := civil.Parse(s)
	return d
}

// SelfAssessed is the sheet that the producer's claims make. The dossier's shape
// must be right; the error is a problem.List.
func (x *Dossier) SelfAssessed() (scoring.Sheet, error) {
	answers := make(map[string]string, len(x.Report.Claims))
	for code, claim := range x.Report.Claims {
		answers[code] = claim.Option
	}
	return x.sheet(answers, nil)
}

// ProposedSheet is the sheet that the advisory team proposes; false where there is none.
func (x *Dossier) ProposedSheet() (sheet scoring.Sheet, ok bool, err error) {
	if x.Proposed == nil {
		return scoring.Sheet{}, false, nil
	}
	sheet, err = x.sheet(x.Proposed.Answers, x.Proposed.Gates)
	return sheet, err == nil, err
}

func (x *Dossier) sheet(answers map[string]string, gates []string) (scoring.Sheet, error) {
	set, ok := x.set()
	if !ok {
		return scoring.Sheet{}, problem.List{fields.Problem(&shape.Missing, "/product/set", fields.Product.Label("set"))}
	}
	sheet := set.Sheet()
	wrong := false
	for code, option := range answers {
		wrong = sheet.Answer(code, option) != nil || wrong
	}
	for _, id := range gates {
		wrong = sheet.SetGate(id, true) != nil || wrong
	}
	if wrong {
		found := problem.Collect(budget.Dossier())
		checkSheet(&found, set, "", answers, gates)
		return scoring.Sheet{}, found.List()
	}
	return sheet, nil
}

// Decide tells what a council's record comes to. The error is a problem.List
// whose places are within the record.
func (x *Dossier) Decide(r *CouncilRecord) (scoring.CouncilOutcome, error) {
	set, _ := x.set()
	c := scoring.Council{Set: set, Seats: r.Seats, Gates: r.Gates}
	for _, m := range r.Members {
		sheet, err := x.sheet(m.Answers, nil)
		if err != nil {
			return scoring.CouncilOutcome{}, err
		}
		c.Members = append(c.Members, scoring.Member{ID: m.ID, Chair: m.Chair, Sheet: sheet})
	}
	if p := r.Policy; p != nil {
		quorum, _ := scoring.ParseQuorum(p.Quorum)
		c.Policy = scoring.Policy{MaxSpread: p.MaxSpread, Quorum: quorum, ChairRequired: p.ChairRequired, Minima: scoring.Minima(p.Minima)}
	}
	return c.Decide()
}
