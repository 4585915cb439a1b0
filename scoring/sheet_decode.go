package scoring

import (
	"slices"
	"strconv"

	"github.com/ocop-vn/ocop-go/scoring/budget"
	"github.com/ocop-vn/ocop-go/scoring/internal/table"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/strictjson"
)

// What can be wrong with a sheet, beyond what can be wrong with any JSON.
var (
	unknownEdition = problem.Kind{Code: "SHEET-01", Layer: problem.LayerSchema, Message: lang.Text{
		Vi: "Không có bộ tiêu chí {edition}; đang có: {known}.",
		En: "There is no rubric {edition} here; known: {known}.",
	}}
	unknownCriterion = problem.Kind{Code: "SHEET-02", Layer: problem.LayerSchema, Message: lang.Text{
		Vi: "Bộ sản phẩm {set} không có tiêu chí {criterion}.",
		En: "Product set {set} has no criterion {criterion}.",
	}}
	unknownOption = problem.Kind{Code: "SHEET-03", Layer: problem.LayerSchema, Message: lang.Text{
		Vi: "Tiêu chí {criterion} không có mức {option}; các mức: {known}.",
		En: "Criterion {criterion} has no option {option}; the options are {known}.",
	}}
	unknownSet = problem.Kind{Code: "SHEET-04", Layer: problem.LayerSchema, Message: lang.Text{
		Vi: "Không có bộ sản phẩm số {set} trong {edition}.",
		En: "There is no product set {set} in {edition}.",
	}}
	noneNotAllowed = problem.Kind{Code: "SHEET-05", Layer: problem.LayerSchema, Message: lang.Text{
		Vi: "Tiêu chí {criterion} có mức 0 điểm nên không dùng none; hãy chọn mức {option}.",
		En: "Criterion {criterion} prints an option of 0 points, so none cannot be used; choose {option}.",
	}}
	unknownGate = problem.Kind{Code: "SHEET-06", Layer: problem.LayerSchema, Message: lang.Text{
		Vi: "Không có trường hợp bị loại {gate}.",
		En: "There is no knock-out {gate}.",
	}}
	otherSetsGate = problem.Kind{Code: "SHEET-07", Layer: problem.LayerSchema, Message: lang.Text{
		Vi: "Trường hợp bị loại {gate} không áp dụng cho bộ sản phẩm {set}.",
		En: "Knock-out {gate} does not stand in product set {set}.",
	}}
	derivedGate = problem.Kind{Code: "SHEET-08", Layer: problem.LayerSchema, Message: lang.Text{
		Vi: "Trường hợp {gate} suy ra từ câu trả lời, không khai trong phiếu.",
		En: "Knock-out {gate} follows from the answers and is never given.",
	}}
	repeatedGate = problem.Kind{Code: "SHEET-09", Layer: problem.LayerSchema, Message: lang.Text{
		Vi: "Trường hợp bị loại {gate} bị ghi hai lần.",
		En: "Knock-out {gate} is given twice.",
	}}
)

// Kinds lists the kinds of problem that this package reports.
func Kinds() []problem.Kind {
	return []problem.Kind{
		unknownEdition, unknownCriterion, unknownOption, unknownSet, noneNotAllowed, unknownGate, otherSetsGate, derivedGate, repeatedGate, ofNoSet, wrongBytes,
		wrongText, wrongEvidence,
		planUnanswered, planStar, planCost, planLockedTwice, planNoStar, planOthers, notComparable,
		vectorSyntax, vectorOrder, vectorUnknown, vectorTooLong,
		councilTwice, councilChairs, councilSeats, councilOther, councilEmpty, councilID, councilPolicy, councilNoSeats, councilQuorum, councilGates,
	}
}

// DecodeSheet reads a sheet as the contract has it, for one of the editions
// given, within budget.Sheet. Where anything is wrong the error is a
// problem.List with every problem found, and the Sheet is zero. What stands beside
// the answers is checked and not kept; see DecodeAnnotatedSheet.
func DecodeSheet(data []byte, editions ...Edition) (Sheet, error) {
	d := sheetDecoder{editions: editions}
	err := d.readSheet(data)
	return d.sheet, err
}

// readSheet reads a sheet; of one that is wrong nothing is left.
func (d *sheetDecoder) readSheet(data []byte) error {
	problems := strictjson.Read(data, budget.Sheet(), func(r *strictjson.Reader) {
		d.Reader = r
		d.object(ofSheet[:]...)
	})
	if len(problems) > 0 {
		d.sheet = Sheet{}
		return problems
	}
	return nil
}

// sheetDecoder gathers a sheet, or what else names an edition and a set.
type sheetDecoder struct {
	*strictjson.Reader
	editions  []Edition
	edition   Edition
	sheet     Sheet
	annotated bool // something stands beside the answers
	next      int  // the criterion that find tries first
}

// member is a member whose meaning depends on the edition and the set. Read
// begins anew each time it is called.
type member struct {
	name     string
	required bool
	read     func(d *sheetDecoder)
}

// ofSheet are the members of a sheet.
var ofSheet = [...]member{
	{"answers", true, (*sheetDecoder).readAnswers}, {"gates", false, (*sheetDecoder).readGates},
	{"about", false, (*sheetDecoder).readAbout}, {"evidence", false, (*sheetDecoder).readEvidence}, {"notes", false, (*sheetDecoder).readNotes},
}

// object reads an object that names an edition and a set. The other members are
// read as they come once both are known. Those that came before, or were read
// for an edition or a set that a later one replaces, are read at the end; where
// the set is not known, for their types alone.
func (d *sheetDecoder) object(others ...member) {
	const edition, set, first = 0, 1, 2
	names := make([]string, first, 10)
	names[edition], names[set] = "edition", "set"
	required := uint64(1<<edition | 1<<set)
	for i, m := range others {
		names = append(names, m.name)
		if m.required {
			required |= 1 << (first + i)
		}
	}
	var no int
	var setPath string // where the number stands, once it is read
	c := contextual{d: d, others: others}
	d.Object(names, required, func(i int) {
		switch i {
		case edition:
			d.readEdition()
		case set:
			setPath = ""
			if n, ok := d.Int(); ok {
				no, setPath = n, d.Pointer()
			}
		default:
			c.read(i - first)
			return
		}
		c.forget()
		if setPath != "" {
			d.sheet = d.edition.sheet(no)
		}
	})
	if d.edition.t != nil && setPath != "" && d.sheet.set == nil {
		d.Report(wrongSetNumber(setPath, no, d.edition))
	}
	c.readRest()
}

func wrongSetNumber(path string, no int, edition Edition) problem.Problem {
	return unknownSet.At(path, problem.Value("set", strconv.Itoa(no)), problem.Value("edition", edition.ID()))
}

// sheet is the blank sheet of a set, the zero Sheet where there is no such set.
func (e Edition) sheet(no int) Sheet {
	set, _ := e.Set(no)
	return set.Sheet()
}

// contextual reads the members that mean something only for an edition and a set.
type contextual struct {
	d      *sheetDecoder
	others []member
	where  [8]strictjson.Value // a plan request has eight
	done   uint64              // bit i: others[i] was read for the set at hand
	rest   uint64              // bit i: others[i] is still to be read
	spans  strictjson.Spans[int]
}

// read reads a member, or skips it where the set is not known yet.
func (c *contextual) read(i int) {
	c.where[i] = c.d.Next()
	if c.d.sheet.set == nil {
		c.rest |= 1 << i
		c.d.Skip()
	} else {
		c.done, c.rest = c.done|1<<i, c.rest&^(1<<i)
		since := c.d.Found()
		c.others[i].read(c.d)
		c.spans.Note(c.d.Reader, i, since)
	}
	c.where[i].End(c.d.Reader)
}

// forget notes that the edition or the set is another from here on.
func (c *contextual) forget() {
	c.rest, c.done = c.rest|c.done, 0
	c.d.sheet = Sheet{}
}

// readRest reads what is still to be read.
func (c *contextual) readRest() {
	for i := range c.others {
		if c.rest&(1<<i) != 0 {
			c.spans.Replace(c.d.Reader, i)
			c.d.At(c.where[i], "/"+c.others[i].name, func() { c.others[i].read(c.d) })
		}
	}
}

func (d *sheetDecoder) readEdition() {
	d.edition = Edition{}
	id, ok := d.String()
	if !ok {
		return
	}
	known := ""
	for i, e := range d.editions {
		if e.ID() == string(id) {
			d.edition = e
			return
		}
		if i > 0 {
			known += ", "
		}
		known += e.ID()
	}
	d.Report(unknownEdition.At(d.Pointer(), problem.Value("edition", string(id)), problem.Choices("known", known)))
}

// readAnswers reads the answers.
func (d *sheetDecoder) readAnswers() {
	d.sheet.answers, d.next = [table.MaxCriteria]uint8{}, 0
	d.eachCriterion(d.readAnswer)
}

// eachCriterion reads an object whose members are named by criteria. Read is
// given the criterion's index; where the set is not known, so that names
// cannot be judged, it is given -1 and reads for the type alone.
func (d *sheetDecoder) eachCriterion(read func(i int)) {
	var known uint64 // bit i: criterion i was there
	var others map[string]bool
	var spans strictjson.Spans[string]
	d.Map(func(name []byte) {
		i := d.find(name)
		var code string
		var twice bool
		if i >= 0 {
			code, twice = d.sheet.set.Criteria[i].Code, known&(1<<i) != 0
			known |= 1 << i
		} else {
			if others == nil {
				others = map[string]bool{}
			}
			code = string(name)
			twice = others[code]
			others[code] = true
		}
		if twice {
			d.Report(strictjson.Duplicate(d.Pointer(), code))
			spans.Replace(d.Reader, code)
		}
		since := d.Found()
		if i < 0 && d.sheet.set != nil {
			d.Report(d.sheet.Set().unknownCriterion(d.Pointer(), code))
			d.Skip()
		} else {
			read(i)
		}
		spans.Note(d.Reader, code, since)
	})
}

// find is the index of the criterion of that name, -1 where there is none. It
// looks from after the one found last, as most sheets are in printed order.
func (d *sheetDecoder) find(name []byte) int {
	if d.sheet.set == nil {
		return -1
	}
	criteria := d.sheet.set.Criteria
	for range criteria {
		i := d.next
		d.next = (i + 1) % len(criteria)
		if criteria[i].Code == string(name) {
			return i
		}
	}
	return -1
}

func (d *sheetDecoder) readAnswer(i int) {
	option, ok := d.String()
	if !ok || i < 0 {
		return
	}
	c := Criterion{d.sheet.set, i}
	answer, ok := c.answer(string(option))
	if !ok {
		d.Report(c.wrongOption(d.Pointer(), string(option)))
		return
	}
	d.sheet.answers[i] = answer
}

// wrongOption is the problem of an option that the criterion does not have.
func (c Criterion) wrongOption(path, option string) problem.Problem {
	criterion := problem.Value("criterion", c.Code())
	if option == NoneCode {
		return noneNotAllowed.At(path, criterion, problem.Value("option", c.zeroOption()))
	}
	return unknownOption.At(path, criterion, problem.Value("option", option), problem.Choices("known", c.known()))
}

// Takes tells whether the set has a criterion that has an option.
func (s Set) Takes(criterion, option string) bool {
	c, ok := s.Criterion(criterion)
	if ok {
		_, ok = c.answer(option)
	}
	return ok
}

// WrongAnswer is the problem of an answer that the set does not take and that
// stands at a place in a document.
func (s Set) WrongAnswer(path, criterion, option string) problem.Problem {
	if c, ok := s.Criterion(criterion); ok {
		return c.wrongOption(path, option)
	}
	return s.unknownCriterion(path, criterion)
}

func (s Set) unknownCriterion(path, code string) problem.Problem {
	return unknownCriterion.At(path, s.param(), problem.Value("criterion", code))
}

// CheckGates adds to what is found what is wrong with a list of gates that
// stands at a place in a document.
func (s Set) CheckGates(found *problem.Collector, path string, gates []string) {
	sheet := s.Sheet()
	for i, id := range gates {
		if found.Full() {
			return
		}
		if p, ok := sheet.addGate(path+"/"+strconv.Itoa(i), id); !ok {
			found.Add(p)
		}
	}
}

// zeroOption is the code of the option of 0 points, "" if none is printed.
func (c Criterion) zeroOption() string {
	for _, o := range c.t().Options {
		if o.Points == 0 {
			return o.Code
		}
	}
	return ""
}

// known lists the codes that answer the criterion.
func (c Criterion) known() string {
	list := ""
	for i, o := range c.t().Options {
		if i > 0 {
			list += ", "
		}
		list += o.Code
	}
	if c.AllowsNone() {
		list += ", " + NoneCode
	}
	return list
}

func (d *sheetDecoder) readGates() {
	d.sheet.gates = 0
	d.Array(func(int) {
		id, ok := d.String()
		if !ok || d.sheet.set == nil {
			return
		}
		if p, ok := d.sheet.addGate(d.Pointer(), string(id)); !ok {
			d.Report(p)
		}
	})
}

// addGate notes a gate in the sheet, or tells why it cannot stand there.
func (s *Sheet) addGate(path, id string) (p problem.Problem, ok bool) {
	i := s.Set().gate(id)
	switch {
	case i < 0 || i == int(s.set.Derived):
		return s.Set().wrongGate(path, id), false
	case s.gates&(1<<i) != 0:
		return repeatedGate.At(path, problem.Value("gate", id)), false
	}
	s.gates |= 1 << i
	return problem.Problem{}, true
}

// wrongGate is the problem of a gate that is not there or is never given.
func (s Set) wrongGate(path, id string) problem.Problem {
	gate := problem.Value("gate", id)
	switch {
	case s.gate(id) >= 0: // the derived one
		return derivedGate.At(path, gate)
	case s.gateOfOtherSet(id):
		return otherSetsGate.At(path, gate, s.param())
	default:
		return unknownGate.At(path, gate)
	}
}

func (s Set) gateOfOtherSet(id string) bool {
	return s.t != nil && slices.Contains(s.t.EditionGates, id)
}

func (s Set) param() problem.Param { return problem.Value("set", strconv.Itoa(s.No())) }
