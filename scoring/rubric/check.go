//go:build !ocop_browser

package rubric

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/budget"
	"github.com/ocop-vn/ocop-go/scoring/internal/qd26"
	"github.com/ocop-vn/ocop-go/scoring/internal/table"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// What can be wrong with a rubric that reads well as JSON.
var (
	badCode = problem.Kind{Code: "RUBRIC-01", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Mã {code} không đúng dạng ở đây.", En: "Code {code} is not of the right form here.",
	}}
	repeatedCode = problem.Kind{Code: "RUBRIC-02", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Mã {code} bị dùng hai lần.", En: "Code {code} is used twice.",
	}}
	wrongSum = problem.Kind{Code: "RUBRIC-03", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Điểm tối đa ghi là {max} nhưng cộng lại được {sum}.", En: "The maximum says {max} points but the parts of it add up to {sum}.",
	}}
	wrongParts = problem.Kind{Code: "RUBRIC-04", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Một bộ gồm ba phần A, B, C; ở {edition} là {want} điểm.", En: "A set has the parts A, B and C; in {edition} they have {want} points.",
	}}
	notAscending = problem.Kind{Code: "RUBRIC-05", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Điểm của các mức phải tăng dần theo thứ tự in.", En: "The points of options must not fall in printed order.",
	}}
	badPoints = problem.Kind{Code: "RUBRIC-06", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Điểm phải từ 0 đến {most}.", En: "Points must be 0 to {most}.",
	}}
	badMinimum = problem.Kind{Code: "RUBRIC-07", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Mức tối thiểu phải là 3, 4 hoặc 5 sao và tăng dần theo thứ tự in; tiêu chí có hai trường hợp hoặc có điều kiện áp dụng thì không có mức tối thiểu.",
		En: "A minimum is 3, 4 or 5 stars and rises in printed order; a criterion with two cases, or one that may fall away, has none.",
	}}
	badText = problem.Kind{Code: "RUBRIC-08", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Phải có chữ ở cả hai ngôn ngữ, dạng NFC, không thừa khoảng trắng.", En: "There must be a text in both languages, in NFC, without stray spaces.",
	}}
	badGate = problem.Kind{Code: "RUBRIC-09", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Trường hợp bị loại phải có hiệu lực reject hoặc stop và trỏ đến tiêu chí có trong bộ; nhiều nhất một trường hợp suy ra từ câu trả lời.",
		En: "A knock-out rejects or stops, names criteria that the set has, and at most one is derived, from criteria that print both 0 points and more.",
	}}
	badCondition = problem.Kind{Code: "RUBRIC-10", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Nhiều nhất một tiêu chí trong bộ được phép không áp dụng, khi tiêu chí khác nhận mức đầu tiên là 0 điểm.",
		En: "At most one criterion of a set may fall away, when another criterion without cases gets its first option, of 0 points.",
	}}
	tooMany = problem.Kind{Code: "RUBRIC-11", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Phải có từ 1 đến {most}.", En: "There must be 1 to {most} of these.",
	}}
	badCases = problem.Kind{Code: "RUBRIC-12", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Tiêu chí có hai trường hợp thì các mức phải mang số 1 rồi số 2, và có tên cho cả hai.",
		En: "In a criterion with two cases the options bear case 1, then case 2, and both cases have a name.",
	}}
	badErratum = problem.Kind{Code: "RUBRIC-13", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Bảng đính chính trỏ đến bộ hoặc tiêu chí không có.", En: "The erratum or oddity names a set or criterion that is not there.",
	}}
	badBands = problem.Kind{Code: "RUBRIC-15", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Mức điểm của các hạng phải ghi từ 5 sao xuống 1 sao, giảm dần, từ 0 đến {most} điểm, và 1 sao từ 0 điểm.",
		En: "The bands go from 5 stars down to 1, falling, within 0 to {most} points, and 1 star begins at 0.",
	}}
	badClass = problem.Kind{Code: "RUBRIC-16", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Phân loại phải có ngành, nhóm và bộ quản lý nằm trong danh sách của bộ tiêu chí.",
		En: "A class has a sector and managing ministries, of those that the rubric lists, and a group.",
	}}
	badEvidence = problem.Kind{Code: "RUBRIC-14", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Không có loại minh chứng {id}.", En: "There is no kind of evidence {id}.",
	}}
	badLack = problem.Kind{Code: "RUBRIC-17", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Điều kiện loại hỏi một loại giấy thì in là thiếu giấy (missing) hoặc không tuân thủ quy định (breach); không hỏi giấy nào thì bỏ mục này.",
		En: "A gate that asks for a paper is printed as its lack (missing) or as a breach of rules (breach); one that asks for none leaves this out.",
	}}
)

// Kinds lists the kinds of problem that this package reports.
func Kinds() []problem.Kind {
	return []problem.Kind{
		badCode, repeatedCode, wrongSum, wrongParts, notAscending, badPoints, badMinimum,
		badText, badGate, badCondition, tooMany, badCases, badErratum, badEvidence, badBands, badClass, badLack,
	}
}

// Check returns every problem of the rubric: sums that do not add up, options
// or minima that do not ascend, codes used twice, texts missing, references to
// nothing. An empty list means that the rubric compiles.
func (r *Rubric) Check() problem.List {
	c := &checker{edition: r.Edition, evidence: map[string]bool{}, sectors: map[string]bool{}, ministries: map[string]bool{}, places: map[int]map[string]bool{}, found: problem.Collect(budget.Rubric())}
	for i, e := range r.Evidence {
		path := at("/evidence", i)
		c.code(path+"/id", e.ID, isID)
		c.unique(c.evidence, path+"/id", e.ID)
		c.text(path+"/name", e.Name)
		c.text(path+"/proof", e.Proof)
	}
	c.named("/sectors", r.Sectors, c.sectors)
	c.named("/ministries", r.Ministries, c.ministries)
	c.bands(r.Bands)
	c.code("/edition", r.Edition, isID)
	c.count("/sets", len(r.Sets), 1000)
	seen := map[string]bool{}
	for i := range r.Sets {
		s := &r.Sets[i]
		path := at("/sets", i)
		if s.No < 1 || s.No > 1000 {
			c.report(badCode, path+"/no", problem.Value("code", strconv.Itoa(s.No)))
		}
		c.unique(seen, path+"/no", strconv.Itoa(s.No))
		c.set(path, s)
	}
	for i, e := range r.Errata {
		path := at("/errata", i)
		c.text(path+"/cell", e.Cell)
		c.text(path+"/why", e.Why)
		c.place(path, e.Set, e.Criterion)
	}
	for i, o := range r.Oddities {
		path := at("/oddities", i)
		c.text(path+"/note", o.Note)
		if o.Set != 0 {
			c.place(path, o.Set, o.Criterion)
		}
	}
	return c.found.List()
}

// checker gathers the problems of a rubric.
type checker struct {
	edition  string
	evidence map[string]bool // the ids of the kinds of evidence
	// and of the sectors and the ministries
	sectors, ministries map[string]bool
	places              map[int]map[string]bool // the criteria of each set
	found               problem.Collector
}

func (c *checker) report(k problem.Kind, path string, params ...problem.Param) {
	if !c.found.Full() {
		c.found.Add(k.At(path, params...))
	}
}

func (c *checker) code(path, code string, valid func(string) bool) {
	if !valid(code) {
		c.report(badCode, path, problem.Value("code", code))
	}
}

func (c *checker) unique(seen map[string]bool, path, code string) {
	if seen[code] {
		c.report(repeatedCode, path, problem.Value("code", code))
	}
	seen[code] = true
}

func (c *checker) count(path string, n, most int) {
	if n < 1 || n > most {
		c.report(tooMany, path, problem.Value("most", strconv.Itoa(most)))
	}
}

func (c *checker) text(path string, t lang.Text) {
	for _, s := range []string{t.Vi, t.En} {
		if s == "" || strings.Join(strings.Fields(s), " ") != s || !norm.NFC.IsNormalString(s) {
			c.report(badText, path)
			return
		}
	}
}

func (c *checker) sum(path string, maximum, sum int) {
	if maximum != sum {
		c.report(wrongSum, path, problem.Value("max", strconv.Itoa(maximum)), problem.Value("sum", strconv.Itoa(sum)))
	}
}

// place checks that an erratum or oddity is about something that is there; it
// may also be about a part, as "part A", or about the whole set.
func (c *checker) place(path string, no int, criterion string) {
	criteria, ok := c.places[no]
	if !ok || criterion != "" && !strings.HasPrefix(criterion, "part ") && !criteria[criterion] {
		c.report(badErratum, path)
	}
}

// named checks a list of things that have an id and a name, and notes the ids.
func (c *checker) named(path string, list []lang.Named, ids map[string]bool) {
	for i, x := range list {
		c.code(at(path, i)+"/id", strings.ToLower(x.ID), isID) // sectors are written I to VI
		c.unique(ids, at(path, i)+"/id", x.ID)
		c.text(at(path, i)+"/name", x.Name)
	}
}

// bands checks the bands, where they are not those of the edition in force.
func (c *checker) bands(bands []Band) {
	if len(bands) == 0 {
		return
	}
	ok := len(bands) == 5 && bands[4].Least == 0
	above := table.MaxPoints + 1
	for i, band := range bands {
		ok = ok && band.Star == 5-i && band.Least < above // and the last is 0
		above = band.Least
	}
	if !ok {
		c.report(badBands, "/bands", problem.Value("most", strconv.Itoa(table.MaxPoints)))
	}
}

func (c *checker) class(path string, class *Class) {
	if class == nil {
		return
	}
	listed := func(ids map[string]bool, id string) bool { return id != "" && (len(ids) == 0 || ids[id]) }
	ok := listed(c.sectors, class.Sector) && class.Group != "" && len(class.Ministries) > 0
	for _, id := range class.Ministries {
		ok = ok && listed(c.ministries, id)
	}
	if !ok {
		c.report(badClass, path)
	}
}

func (c *checker) set(path string, s *Set) {
	c.text(path+"/name", s.Name)
	c.class(path+"/class", s.Class)
	c.parts(path+"/parts", s.Parts)
	if len(s.Gates) > table.MaxGates {
		c.report(tooMany, path+"/gates", problem.Value("most", strconv.Itoa(table.MaxGates)))
	}
	criteria, sections := map[string]bool{}, map[string]bool{}
	count := 0
	for p, part := range s.Parts {
		partPath := at(path+"/parts", p)
		c.text(partPath+"/name", part.Name)
		c.count(partPath+"/sections", len(part.Sections), table.MaxCriteria)
		partSum := 0
		for x, section := range part.Sections {
			sectionPath := at(partPath+"/sections", x)
			c.code(sectionPath+"/code", section.Code, isNumber)
			c.unique(sections, sectionPath+"/code", section.Code)
			c.text(sectionPath+"/name", section.Name)
			c.count(sectionPath+"/criteria", len(section.Criteria), table.MaxCriteria)
			partSum += section.Max
			sectionSum := 0
			count += len(section.Criteria)
			for i := range section.Criteria {
				criterion := &section.Criteria[i]
				criterionPath := at(sectionPath+"/criteria", i)
				c.unique(criteria, criterionPath+"/code", criterion.Code)
				if criterion.Code != section.Code && !strings.HasPrefix(criterion.Code, section.Code+".") {
					c.report(badCode, criterionPath+"/code", problem.Value("code", criterion.Code))
				}
				c.criterion(criterionPath, criterion)
				sectionSum += criterion.Max
			}
			c.sum(sectionPath+"/max", section.Max, sectionSum)
		}
		c.sum(partPath+"/max", part.Max, partSum)
	}
	c.places[s.No] = criteria
	c.count(path+"/parts", count, table.MaxCriteria)
	if count > table.MaxCriteria || len(s.Gates) > table.MaxGates {
		return // what follows looks through the criteria for each gate
	}
	c.conditions(path, s)
	c.gates(path+"/gates", s)
}

// parts checks that a set has the parts A, B and C of its edition: 40, 25 and
// 35 points by Article 3.1, other whole points that make 100 in an edition
// that is not known here.
func (c *checker) parts(path string, parts []Part) {
	want := "100"
	ok := len(parts) == 3
	total := 0
	for i, p := range parts {
		ok = ok && p.Code == "ABC"[i:i+1] && p.Max >= 1
		total += p.Max
	}
	ok = ok && total == table.MaxPoints
	for i := range qd26.Editions {
		if e := &qd26.Editions[i]; e.ID == c.edition {
			want = fmt.Sprintf("%d/%d/%d", e.Parts[0], e.Parts[1], e.Parts[2])
			ok = ok && parts[0].Max == int(e.Parts[0]) && parts[1].Max == int(e.Parts[1])
		}
	}
	if !ok {
		c.report(wrongParts, path, problem.Value("edition", c.edition), problem.Value("want", want))
	}
}

func (c *checker) criterion(path string, cr *Criterion) {
	c.code(path+"/code", cr.Code, isNumber)
	c.text(path+"/name", cr.Name)
	if cr.Group != nil {
		c.text(path+"/group/name", cr.Group.Name)
		if !strings.HasPrefix(cr.Code, cr.Group.Code+".") {
			c.report(badCode, path+"/group/code", problem.Value("code", cr.Group.Code))
		}
	}
	for i, note := range cr.Notes {
		c.text(at(path+"/notes", i), note)
	}
	for i, id := range cr.Evidence {
		if !c.evidence[id] {
			c.report(badEvidence, at(path+"/evidence", i), problem.Value("id", id))
		}
	}
	for i, name := range cr.Cases {
		c.text(at(path+"/cases", i), name)
	}
	c.count(path+"/options", len(cr.Options), table.MaxOptions)
	codes := map[string]bool{}
	most := 0
	for i, o := range cr.Options {
		optionPath := at(path+"/options", i)
		c.code(optionPath+"/code", o.Code, isOption)
		c.unique(codes, optionPath+"/code", o.Code)
		c.text(optionPath+"/label", o.Label)
		if o.Points < 0 || o.Points > table.MaxPoints {
			c.report(badPoints, optionPath+"/points", problem.Value("most", strconv.Itoa(table.MaxPoints)))
		}
		most = max(most, o.Points)
	}
	c.sum(path+"/max", cr.Max, most)
	c.order(path+"/options", cr)
	c.cases(path, cr)
}

// order checks that within a case points never fall, and that minima rise.
func (c *checker) order(path string, cr *Criterion) {
	star := 0
	for i, o := range cr.Options {
		if i > 0 && o.Case == cr.Options[i-1].Case && o.Points < cr.Options[i-1].Points {
			c.report(notAscending, at(path, i)+"/points")
		}
		if o.MinStar == 0 {
			continue
		}
		if o.MinStar < 3 || o.MinStar > 5 || o.MinStar <= star || o.Case != 0 || cr.AppliesUnless != nil {
			c.report(badMinimum, at(path, i)+"/minStar")
		}
		star = o.MinStar
	}
}

// cases checks that either no option bears a case, or case 1 comes before case 2.
func (c *checker) cases(path string, cr *Criterion) {
	cases := []int{}
	for _, o := range cr.Options {
		if len(cases) == 0 || cases[len(cases)-1] != o.Case {
			cases = append(cases, o.Case)
		}
		if prefix := strconv.Itoa(o.Case); o.Case != 0 && !strings.HasPrefix(o.Code, prefix) {
			c.report(badCases, path+"/options")
		}
	}
	without := len(cases) <= 1 && (len(cases) == 0 || cases[0] == 0) && len(cr.Cases) == 0
	with := slices.Equal(cases, []int{1, 2}) && len(cr.Cases) == 2
	if !without && !with {
		c.report(badCases, path+"/options")
	}
}

// conditions checks appliesUnless. What it allows is what the decision has,
// and what keeps the bounds of an incomplete sheet exact.
func (c *checker) conditions(path string, s *Set) {
	var dependent []*Criterion
	for cr := range s.Criteria {
		if cr.AppliesUnless != nil {
			dependent = append(dependent, cr)
		}
	}
	if len(dependent) == 0 {
		return
	}
	d := dependent[0]
	parent, ok := s.Criterion(d.AppliesUnless.Criterion)
	if !ok || len(dependent) > 1 || parent == d || len(parent.Options) == 0 || len(parent.Cases) > 0 ||
		parent.Options[0].Code != d.AppliesUnless.Option || parent.Options[0].Points != 0 {
		c.report(badCondition, path)
	}
}

func (c *checker) gates(path string, s *Set) {
	ids := map[string]bool{}
	derived := 0
	for i, g := range s.Gates {
		gatePath := at(path, i)
		c.code(gatePath+"/id", g.ID, isID)
		c.unique(ids, gatePath+"/id", g.ID)
		c.text(gatePath+"/label", g.Label)
		ok := g.Effect == string(scoring.EffectReject) || g.Effect == string(scoring.EffectStop)
		if g.Criterion != "" {
			_, has := s.Criterion(g.Criterion)
			ok = ok && has
		}
		if g.ZeroPointsAt != nil {
			derived++
			ok = ok && derived == 1 && len(g.ZeroPointsAt) > 0 && len(g.ZeroPointsAt) <= table.MaxCriteria
		}
		for _, code := range g.ZeroPointsAt[:min(len(g.ZeroPointsAt), table.MaxCriteria)] {
			cr, has := s.Criterion(code)
			ok = ok && has && cr.AppliesUnless == nil && !cr.AllowsNone() && cr.Max > 0 && !isParent(s, code)
		}
		if !ok {
			c.report(badGate, gatePath)
		}
		if g.Paper != "" && !c.evidence[g.Paper] {
			c.report(badEvidence, gatePath+"/paper", problem.Value("id", g.Paper))
		}
		if g.Lack != "" && (g.Paper == "" || g.Lack != string(scoring.LackMissing) && g.Lack != string(scoring.LackBreach)) {
			c.report(badLack, gatePath+"/lack")
		}
	}
}

// isParent tells whether another criterion falls away on an answer to this one.
func isParent(s *Set, code string) bool {
	for cr := range s.Criteria {
		if cr.AppliesUnless != nil && cr.AppliesUnless.Criterion == code {
			return true
		}
	}
	return false
}

// isID: lower-case letters, digits and single hyphens, such as qd26-2026.
func isID(s string) bool {
	for _, word := range strings.Split(s, "-") {
		if word == "" || strings.Trim(word, "abcdefghijklmnopqrstuvwxyz0123456789") != "" {
			return false
		}
	}
	return len(s) <= 64
}

// isNumber: a printed number, such as 6.2.3 or 12.
func isNumber(s string) bool {
	for _, n := range strings.Split(s, ".") {
		if n == "" || n[0] == '0' || strings.Trim(n, "0123456789") != "" {
			return false
		}
	}
	return len(s) <= 16
}

// isOption: a letter, a case's digit and a letter, no or yes. none is not an option's code.
func isOption(s string) bool {
	if s == "no" || s == "yes" {
		return true
	}
	if len(s) == 2 && (s[0] == '1' || s[0] == '2') {
		s = s[1:]
	}
	return len(s) == 1 && s[0] >= 'a' && s[0] <= 'z'
}

func at(path string, i int) string { return path + "/" + strconv.Itoa(i) }
