package dossier

import (
	"slices"
	"strconv"

	"github.com/ocop-vn/ocop-go/dossier/internal/fields"
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// Rules on days.
var (
	tooEarly = problem.Kind{Code: "DOSSIER-41", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "{field}: {date} sớm hơn bước trước đó, {after} ({afterDate}).",
		En: "{field}: {date} is earlier than the step before it, {after} ({afterDate}).",
	}}
	farDate = problem.Kind{Code: "DOSSIER-58", Layer: problem.LayerRule, Warning: true, Message: lang.Text{
		Vi: "{field}: {date} không hợp với {other} ({otherDate}), cách quá xa hoặc ở tương lai; xem lại.",
		En: "{field}: {date} does not go with {other} ({otherDate}): too far from it, or in the future; check it.",
	}}
)

// How far apart days can be before they are hardly meant so: two steps of a
// round, and a paper's and the filing. The decision names no such number.
const (
	stepsApart  = 366
	papersApart = 100 * 366
)

// dated is a day of a dossier, with what it is called.
type dated struct {
	path  string
	label lang.Text
	date  string
}

// steps are the days of what was done with the dossier, in the order of Article 7;
// those that a draft does not have yet are left out.
func (x *Dossier) steps() []dated {
	r := &x.Registration
	steps := []dated{{"/registration/date", fields.Registration.Label("date"), r.Date}}
	if r.CommuneReceipt != nil {
		steps = append(steps, dated{"/registration/communeReceipt/date", fields.Registration.Label("communeReceipt"), r.CommuneReceipt.Date})
	}
	if x.CommuneReport != nil {
		steps = append(steps, dated{"/communeReport/date", fields.Dossier.Label("communeReport"), x.CommuneReport.Date})
	}
	if r.ProvinceReceipt != nil {
		steps = append(steps, dated{"/registration/provinceReceipt/date", fields.Registration.Label("provinceReceipt"), r.ProvinceReceipt.Date})
	}
	if x.Proposed != nil {
		steps = append(steps, dated{"/proposed/date", fields.Dossier.Label("proposed"), x.Proposed.Date})
	}
	if x.Council != nil {
		steps = append(steps, dated{"/council/date", fields.Dossier.Label("council"), x.Council.Date})
	}
	if x.ProvinceProposal != nil {
		steps = append(steps, dated{"/provinceProposal/date", fields.Dossier.Label("provinceProposal"), x.ProvinceProposal.Date})
	}
	if x.Ministry != nil {
		steps = append(steps, dated{"/ministry/date", fields.Dossier.Label("ministry"), x.Ministry.Date})
	}
	if x.Decision != nil {
		steps = append(steps, dated{"/decision/date", fields.Dossier.Label("decision"), x.Decision.Date})
	}
	return slices.DeleteFunc(steps, func(d dated) bool { return d.date == "" })
}

// pairs are the days that go with a step or with each other, the earlier one
// first. What has no day is left out.
func (x *Dossier) pairs() [][2]dated {
	var pairs [][2]dated
	add := func(before, after dated) {
		if before.date != "" && after.date != "" {
			pairs = append(pairs, [2]dated{before, after})
		}
	}
	council := func(path, member string, r *CouncilRecord) {
		if r == nil {
			return
		}
		met := dated{path + "/date", fields.Dossier.Label(member), r.Date}
		letter := func(name string, l *Letter) dated {
			if l == nil {
				return dated{}
			}
			return dated{path + "/" + name + "/date", fields.CouncilRecord.Label(name), l.Date}
		}
		for _, before := range []dated{letter("established", r.Established), letter("regulation", r.Regulation), letter("delegation", r.Delegation), letter("advice", r.Advice)} {
			add(before, met)
		}
		add(met, letter("report", r.Report))
	}
	council("/council", "council", x.Council)
	council("/ministry", "ministry", x.Ministry)
	for i := range x.Requests {
		r, path := &x.Requests[i], "/requests/"+strconv.Itoa(i)
		asked := dated{path + "/asked", fields.Request.Label("asked"), r.Asked}
		add(dated{"/registration/date", fields.Registration.Label("date"), x.Registration.Date}, asked)
		add(asked, dated{path + "/done", fields.Request.Label("done"), r.Done})
	}
	if p := x.ProvinceProposal; p != nil {
		sent := dated{"/provinceProposal/date", fields.Dossier.Label("provinceProposal"), p.Date}
		if p.Approval != nil {
			add(dated{"/provinceProposal/approval/date", fields.ProvinceProposal.Label("approval"), p.Approval.Date}, sent)
		}
		if p.Report != nil {
			add(dated{"/provinceProposal/report/date", fields.ProvinceProposal.Label("report"), p.Report.Date}, sent)
		}
		add(sent, dated{"/provinceProposal/received", fields.ProvinceProposal.Label("received"), p.Received})
	}
	recognised := dated{}
	if d := x.Decision; d != nil {
		decided := dated{"/decision/date", fields.Dossier.Label("decision"), d.Date}
		recognised = dated{"/decision/issued", fields.Decision.Label("issued"), d.issued().String()}
		add(decided, recognised)
		add(decided, dated{"/decision/published", fields.Decision.Label("published"), d.Published})
		if d.Notice != nil {
			add(decided, dated{"/decision/notice/date", fields.Decision.Label("notice"), d.Notice.Date})
		}
		add(recognised, dated{"/decision/expires", fields.Decision.Label("expires"), d.Expires})
	}
	for i := range x.Inspections {
		n, path := &x.Inspections[i], "/inspections/"+strconv.Itoa(i)
		inspected := dated{path + "/date", fields.Inspection.Label("date"), n.Date}
		add(recognised, inspected)
		add(inspected, dated{path + "/concluded", fields.Inspection.Label("concluded"), n.Concluded})
	}
	if w := x.Withdrawal; w != nil {
		add(recognised, dated{"/withdrawal/date", fields.Dossier.Label("withdrawal"), w.Date})
	}
	if f := x.Report.Figures; f != nil {
		for i := range f.Contracts {
			c, path := &f.Contracts[i], "/report/figures/contracts/"+strconv.Itoa(i)
			add(dated{path + "/since", fields.Contract.Label("since"), c.Since}, dated{path + "/until", fields.Contract.Label("until"), c.Until})
		}
	}
	return pairs
}

// checkDates tells whether each step came no earlier than the one before it
// (Article 7), and so with the papers of a step.
func (x *Dossier) checkDates() problem.List {
	steps := x.steps()
	if x.Previous != nil { // a day that is not known is before any other
		steps = append([]dated{{"/previous/issued", fields.Recognition.Label("issued"), x.Previous.Issued}}, steps...)
	}
	pairs := x.pairs()
	for i := 1; i < len(steps); i++ {
		pairs = append(pairs, [2]dated{steps[i-1], steps[i]})
	}
	var problems problem.List
	for _, pair := range pairs {
		before, step := pair[0], pair[1]
		if day(step.date).Before(day(before.date)) {
			problems = append(problems, fields.Problem(&tooEarly, step.path, step.label, problem.Value("date", step.date),
				problem.Worded("after", before.path, before.label), problem.Value("afterDate", before.date)))
		}
	}
	return problems
}

// checkFarDates finds days that are hardly meant so: years from the day that they
// go with, or in its future where they cannot be.
func (x *Dossier) checkFarDates(o Options) problem.List {
	var problems problem.List
	far := func(d dated, from dated) {
		problems = append(problems, fields.Problem(&farDate, d.path, d.label, problem.Value("date", d.date),
			problem.Worded("other", from.path, from.label), problem.Value("otherDate", from.date)))
	}
	steps := x.steps()
	form := dated{"/registration/date", fields.Registration.Label("date"), x.Registration.Date}
	year := dated{"/registration/year", fields.Registration.Label("year"), strconv.Itoa(x.Registration.Year)}
	if of := day(form.date).Year; form.date != "" && x.Registration.Year != 0 && (of < x.Registration.Year-1 || of > x.Registration.Year+1) {
		far(form, year)
	}
	for i := 1; i < len(steps); i++ {
		if day(steps[i-1].date).DaysTo(day(steps[i].date)) > stepsApart {
			far(steps[i], steps[i-1])
		}
	}
	if report := (dated{"/report/date", fields.Report.Label("date"), x.Report.Date}); report.date != "" && form.date != "" && apart(day(report.date), day(form.date), stepsApart) {
		far(report, form)
	}
	if founded := (dated{"/producer/founded", fields.Producer.Label("founded"), x.Producer.Founded}); form.date != "" && day(form.date).Before(day(founded.date)) {
		far(founded, form)
	}
	last, latest := x.Registration.Year, year
	if y := day(form.date).Year; y > last {
		last, latest = y, form
	}
	for i, y := range x.Report.Results.Years {
		if last != 0 && y.Year > last {
			far(dated{"/report/results/years/" + strconv.Itoa(i) + "/year", fields.YearResult.Label("year"), strconv.Itoa(y.Year)}, latest)
		}
	}
	filed := x.filedOn(o)
	for i := range x.Evidence {
		paper := func(member, date string) {
			if date != "" && apart(day(date), filed, papersApart) {
				far(dated{piece(i, "/"+member), fields.Evidence.Label(member), date}, dated{form.path, form.label, filed.String()})
			}
		}
		paper("issued", x.Evidence[i].Issued)
		paper("expires", x.Evidence[i].Expires)
	}
	return problems
}

// apart tells whether two days are more than some days from each other.
func apart(a, b civil.Date, days int) bool {
	between := a.DaysTo(b)
	return between > days || between < -days
}
