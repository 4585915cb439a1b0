package registry

import (
	"cmp"
	"errors"
	"iter"
	"slices"
	"strconv"

	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/reading"
)

// What can be wrong between records.
var (
	codeTwice = problem.Kind{Code: "REGISTER-01", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Mã sản phẩm {code} đã có ở {where}: bản ghi này không được tính.",
		En: "The code {code} stands at {where} already: this record is not counted.",
	}}
	twoCertificates = problem.Kind{Code: "REGISTER-02", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Giấy chứng nhận của {code} còn hạn đến {ends}, nhưng sản phẩm có giấy chứng nhận mới từ {issued} ({later}, {where}): từ ngày đó chỉ tính giấy mới ({reading}).",
		En: "The certificate of {code} lasts until {ends}, and the product has a newer one from {issued} ({later}, {where}): from that day only the newer one is counted ({reading}).",
	}}
	otherProducer = problem.Kind{Code: "REGISTER-03", Layer: problem.LayerRule, Warning: true, Message: lang.Text{
		Vi: "Chủ thể của {code} ghi loại hình khác với {where}: loại hình ghi trước được tính.",
		En: "The producer of {code} is of another kind than at {where}: the kind that was given first is counted.",
	}}
)

// Options are what Count takes beside the records.
type Options struct {
	On       civil.Date // the day that is counted for
	Since    civil.Date // another day to count for, to compare; zero: none
	Findings int        // how many findings are told; 0: MaxFindings

	room int // facts that each grouping keeps in memory; 0: inMemory
}

// MaxFindings is how many findings are told where nothing else is said.
const MaxFindings = 10_000

// Report is what a register comes to.
type Report struct {
	Figures

	Since    *Figures // on the day to compare with; nil where none was asked
	Failed   int      // rows that were not counted
	Findings []Finding
	ByCode   map[string]int // how many findings of each code there are, told or not
}

// Clean tells that nothing was found wrong, warnings aside.
func (r *Report) Clean() bool {
	return !slices.ContainsFunc(r.Findings, func(f Finding) bool { return f.Severity == problem.SeverityError })
}

// Finding is something wrong with a record, and where it stands.
type Finding struct {
	problem.Problem

	File string // "" where there is but one
	Line int
}

// Count counts the records of rows that did not fail, each product once. Memory
// does not grow with their number: beyond some hundred thousand their facts go to
// temporary files. The error is that of reading rows or of these files.
func Count(rows iter.Seq2[Row, error], o Options) (report Report, err error) {
	group := func(key func(*Fact) uint64) *groups { return newGroups(cmp.Or(o.room, inMemory), key) }
	c := counter{
		report: Report{Figures: NewFigures(o.On), ByCode: map[string]int{}},
		tell:   findings{most: cmp.Or(o.Findings, MaxFindings)},
		byCode: group(func(f *Fact) uint64 { return f.Code }), bySuccession: group(codeOrPrevious),
		byProduct: group(func(f *Fact) uint64 { return f.Product }), byProducer: group(func(f *Fact) uint64 { return f.Producer }),
	}
	if o.Since.Valid() {
		since := NewFigures(o.Since)
		c.report.Since = &since
	}
	defer func() {
		err = errors.Join(err, c.byCode.close(), c.bySuccession.close(), c.byProduct.close(), c.byProducer.close())
	}()
	for row, err := range rows {
		if err != nil {
			return Report{}, err
		}
		if err := c.row(&row); err != nil {
			return Report{}, err
		}
	}
	for _, step := range []func() error{
		func() error { return c.byCode.each(c.sameCode) },
		func() error { return c.bySuccession.each(c.sameSuccession) },
		func() error { return c.byProduct.each(c.sameProduct) },
		func() error { return c.byProducer.each(c.sameProducer) },
	} {
		if err := step(); err != nil {
			return Report{}, err
		}
	}
	c.report.Findings = c.tell.list()
	return c.report, nil
}

// counter counts a register. Facts go through four groupings: by code, of which
// the first record counts; by code again, with the products that came after it; by
// product, which has one certificate at a time; by producer, each counted once.
type counter struct {
	report                                      Report
	files                                       []string
	tell                                        findings
	byCode, bySuccession, byProduct, byProducer *groups
}

// row takes a row as it was read.
func (c *counter) row(row *Row) error {
	at := c.place(row)
	for _, p := range row.Problems {
		c.find(at, p)
	}
	if row.Head {
		return nil
	}
	if row.Failed() {
		c.report.Failed++
		return nil
	}
	fact := FactOf(&row.Record, at)
	if fact.Code == 0 { // refused, and never had one
		c.add(&fact)
		return nil
	}
	return c.byCode.add(&fact)
}

// place is where a row stands.
func (c *counter) place(row *Row) Place {
	file := slices.Index(c.files, row.File)
	if file < 0 {
		file = len(c.files)
		c.files = append(c.files, row.File)
	}
	return PlaceOf(file, row.Line)
}

// add counts a product on each of the days.
func (c *counter) add(f *Fact) {
	c.report.Add(f)
	if c.report.Since != nil {
		c.report.Since.Add(f)
	}
}

// sameCode keeps the first record of a code.
func (c *counter) sameCode(facts []Fact) error {
	kept := &facts[0]
	for i := range facts[1:] {
		c.find(facts[1+i].Place, codeTwice.At("/code", problem.Value("code", codeText(kept.Code)), c.where(kept)))
		c.report.Failed++
	}
	if follower, ok := kept.Follower(); ok {
		if err := c.bySuccession.add(&follower); err != nil {
			return err
		}
	}
	return c.bySuccession.add(kept)
}

// sameSuccession ends a certificate on which others of the product followed.
func (c *counter) sameSuccession(facts []Fact) error {
	kept, followers := SameCode(facts)
	if kept == nil {
		return nil
	}
	for i := range followers {
		c.replace(kept, &followers[i])
	}
	return c.byProduct.add(kept)
}

// SameCode keeps the first of the facts of one code; followers are those of
// products that name it as their earlier code.
func SameCode(facts []Fact) (kept *Fact, followers []Fact) {
	for i := range facts {
		switch {
		case facts[i].Has(reference):
			followers = append(followers, facts[i])
		case kept == nil:
			fact := facts[i]
			kept = &fact
		}
	}
	return kept, followers
}

// replace tells of a certificate that lasts beyond the day on which another took
// its place, and ends it (reading replaced-on-recognition).
func (c *counter) replace(earlier, later *Fact) {
	ends := earlier.Ends
	if Replace(earlier, later) {
		c.find(earlier.Place, twoCertificates.At("/expires",
			problem.Value("code", codeText(earlier.Code)), problem.Value("ends", dayZero.AddDays(int(ends)).String()),
			problem.Value("issued", dayZero.AddDays(int(later.Issued)).String()), problem.Value("later", codeText(later.Code)), c.where(later), reading.ReplacedOnlyThen.Param()))
	}
}

// Replace ends a certificate on the day before a later one of the product, where
// it would last longer; it tells whether it would.
func Replace(earlier, later *Fact) bool {
	if earlier.Issued == 0 || later.Issued < earlier.Issued || later.Issued > earlier.Ends {
		return false
	}
	earlier.Ends = later.Issued - 1
	earlier.Flags |= Replaced
	return true
}

// sameProduct counts the records of one product, of which one certificate is in
// force at a time.
func (c *counter) sameProduct(facts []Fact) error {
	SortByIssue(facts)
	for i := range facts {
		if i+1 < len(facts) {
			c.replace(&facts[i], &facts[i+1])
		}
		c.add(&facts[i])
		if err := c.byProducer.add(&facts[i]); err != nil {
			return err
		}
	}
	return nil
}

// SortByIssue puts the facts of one product in the order of their certificates; of
// two of one day the one that was read first counts, and so comes last.
func SortByIssue(facts []Fact) {
	slices.SortFunc(facts, func(a, b Fact) int {
		return cmp.Or(cmp.Compare(a.Issued, b.Issued), cmp.Compare(b.Place, a.Place))
	})
}

// sameProducer counts a producer.
func (c *counter) sameProducer(facts []Fact) error {
	for i := range facts {
		if facts[i].Kind != facts[0].Kind {
			c.find(facts[i].Place, otherProducer.At("/producer/kind", problem.Value("code", codeText(facts[i].Code)), c.where(&facts[0])))
		}
	}
	c.report.AddProducer(facts)
	if c.report.Since != nil {
		c.report.Since.AddProducer(facts)
	}
	return nil
}

// where names the place of a record in words.
func (c *counter) where(f *Fact) problem.Param {
	file, line := c.files[f.Place.File()], strconv.Itoa(f.Place.Line())
	text := lang.Text{Vi: "dòng " + line, En: "line " + line}
	if len(c.files) > 1 {
		text.Vi, text.En = text.Vi+" tệp "+problem.Shorten(file), text.En+" of "+problem.Shorten(file)
	}
	return problem.Worded("where", line, text)
}

func (c *counter) find(at Place, p problem.Problem) {
	c.report.ByCode[p.Code]++
	c.tell.add(at, Finding{Problem: p, File: c.files[at.File()], Line: at.Line()})
}

// findings gathers what is told: errors before warnings where there are too many.
type findings struct {
	most             int
	errors, warnings []told
	more             bool
}

type told struct {
	at Place
	Finding
}

func (f *findings) add(at Place, finding Finding) {
	list := &f.errors
	if finding.Severity == problem.SeverityWarning {
		list = &f.warnings
	}
	if len(*list) < f.most {
		*list = append(*list, told{at, finding})
	} else {
		f.more = true
	}
}

// list are the findings by place; where there are more, a last one says so.
func (f *findings) list() []Finding {
	all := slices.Concat(f.errors, f.warnings)
	if len(all) > f.most {
		all, f.more = all[:f.most], true
	}
	slices.SortStableFunc(all, func(a, b told) int { return cmp.Compare(a.at, b.at) })
	list := make([]Finding, 0, len(all)+1)
	for i := range all {
		list = append(list, all[i].Finding)
	}
	if f.more {
		more := Finding{Problem: problem.Kinds()[0].At("", problem.Value("limit", strconv.Itoa(f.most)))}
		if len(f.errors) == 0 { // what is not told are warnings
			more.Severity = problem.SeverityWarning
		}
		list = append(list, more)
	}
	return list
}
