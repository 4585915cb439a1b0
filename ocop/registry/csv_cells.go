package registry

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// Row makes a record of a row's cells and checks it. What a spreadsheet did to a
// cell is mended where it has but one reading, and told; else it is an error. Each
// finding that lies in one cell names its column. The Record is zero where its shape
// is wrong.
func (t *Table) Row(cells []string) (Record, problem.List) {
	r := rowReader{found: problem.Collect(tableBudget())}
	if p, wrong := t.count(cells); wrong {
		r.found.Add(p)
		if p.Severity == problem.SeverityError {
			return Record{}, r.found.List()
		}
	}
	for i, at := range t.columns[:min(len(cells), len(t.columns))] {
		if at >= 0 && cells[i] != "" {
			r.column = &columns[at]
			if s, ok := r.read(cells[i]); ok && s != "" {
				r.column.set(&r.x, s)
			}
		}
	}
	return r.checked()
}

// count holds the number of cells to that of the columns.
func (t *Table) count(cells []string) (p problem.Problem, wrong bool) {
	have, want := len(cells), len(t.columns)
	for have > want && trimmed(cells[have-1]) == "" { // as some spreadsheets end every row
		have--
	}
	switch {
	case have > want, t.saysUnnamed(cells[:have]):
		return t.counted(&tooManyCells, have), true
	case have < t.least:
		return t.counted(&halfRow, have), true
	case have < want:
		return t.counted(&shortRow, have), true
	}
	return p, false
}

// counted is a problem of how many cells a row has.
func (t *Table) counted(k *problem.Kind, cells int) problem.Problem {
	return k.At("", problem.Value("cells", strconv.Itoa(cells)), problem.Value("columns", strconv.Itoa(len(t.columns))))
}

// saysUnnamed tells whether something stands in a column without a name.
func (t *Table) saysUnnamed(cells []string) bool {
	for i, at := range t.columns[:min(len(cells), len(t.columns))] {
		if at == unnamed && trimmed(cells[i]) != "" {
			return true
		}
	}
	return false
}

// rowReader makes a record of the cells of one row.
type rowReader struct {
	x      Record
	column *column // of the cell that is read
	found  problem.Collector
	failed []string // the pointers of the cells that were not read
	lost   bool     // a cell had lost its zeros
}

// checked is the record with all that is wrong with it.
func (r *rowReader) checked() (Record, problem.List) {
	if p := &r.x.Producer; r.lost && len(p.TaxCode) == personal-len("00") && !organisation(p.Kind) {
		r.column = columnAt("/producer/taxCode") // a tax code, or the number of a person born in provinces 001 to 009
		r.tell(&doubtful, problem.Value("value", p.TaxCode))
	}
	problems := r.x.CheckShape()
	sound := problems.Err() == nil && len(r.failed) == 0
	if sound {
		problems = check(&r.x)
	}
	for _, p := range problems {
		if !slices.Contains(r.failed, p.Path) { // that is told, and why
			r.found.Add(inColumn(p))
		}
	}
	if !sound {
		return Record{}, r.found.List()
	}
	return r.x, r.found.List()
}

// inColumn is a problem of a record with the name of the column that it lies in.
func inColumn(p problem.Problem) problem.Problem {
	c := columnAt(p.Path)
	if c == nil {
		return p
	}
	p.Params = append(slices.Clip(p.Params), problem.Value("column", c.name))
	p.Message = lang.Text{
		Vi: strings.TrimSuffix(p.Message.Vi, ".") + " (cột " + c.name + ").",
		En: strings.TrimSuffix(p.Message.En, ".") + " (column " + c.name + ").",
	}
	return p
}

// tell adds what a cell has wrong.
func (r *rowReader) tell(k *problem.Kind, params ...problem.Param) {
	path := r.column.pointer()
	r.found.Add(k.At(path, append(params, problem.Value("column", r.column.name))...))
	if !k.Warning {
		r.failed = append(r.failed, path)
	}
}

// read is what a cell says; false where that cannot be known.
func (r *rowReader) read(cell string) (s string, ok bool) {
	s = norm.NFC.String(cell)
	rest, marked := strings.CutPrefix(s, textMark)
	switch {
	case marked && r.column.of == aText:
		return rest, true // to the letter
	case marked:
		s = trimmed(rest)
	default:
		s = trimmed(s)
		if s, ok = r.noFormula(s); !ok {
			return "", false
		}
	}
	return r.mended(s)
}

// noFormula is a cell's text; a formula has none, but for ="00070", which keeps a
// spreadsheet from reading a number.
func (r *rowReader) noFormula(s string) (text string, ok bool) {
	switch {
	case s == "":
		return "", true
	case isFault(s):
		r.tell(&aFormula, problem.Value("value", s))
		return "", false
	case s[0] == '=':
		if kept, ok := strings.CutPrefix(s, `="`); ok && strings.Count(kept, `"`) == 1 && strings.HasSuffix(kept, `"`) {
			return trimmed(kept[:len(kept)-1]), true
		}
		r.tell(&aFormula, problem.Value("value", s))
		return "", false
	case r.column.of == aText && strings.IndexByte("+-@", s[0]) >= 0:
		r.tell(&likeFormula, problem.Value("value", s))
	}
	return s, true
}

// isFault tells of what a spreadsheet shows for a formula that has no value.
func isFault(s string) bool {
	return s[0] == '#' && slices.Contains([]string{"#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"}, s)
}

// mended is a cell's text without what spreadsheets do to such a text.
func (r *rowReader) mended(s string) (string, bool) {
	if s == "" { // nothing but blanks, in whatever column
		return "", true
	}
	switch r.column.of { //nolint:exhaustive // words and lists are left as they are
	case aText:
		if isMonth(s) {
			r.tell(&doubtful, problem.Value("value", s))
		}
	case aNumber:
		s = strings.TrimSuffix(s, ".0")
		if n, err := strconv.Atoi(s); err != nil || strconv.Itoa(n) != s {
			r.tell(&notANumber, problem.Value("value", s))
			return "", false
		}
	case somePoints:
		if strings.Count(s, ",") == 1 && !strings.Contains(s, ".") {
			s = strings.Replace(s, ",", ".", 1)
		}
	case aProvince, aCommune, aTaxCode, aProductCode:
		return r.code(s)
	case aDay:
		return r.day(s)
	}
	return s, true
}

// What spreadsheets show in place of what was typed.
var (
	shortened      = regexp.MustCompile(`^[0-9](?:[.,][0-9]+)?[eE]\+?[0-9]{1,2}$`)
	monthInEnglish = regexp.MustCompile(`^(?:[0-9]{1,2}-(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)-[0-9]{2})(?:-[0-9]{2,4})?$`)
	threeNumbers   = regexp.MustCompile(`^([0-9]{1,4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,4})$`)
	midnight       = regexp.MustCompile(`^(?:[T ]0?0:00(?::00(?:\.0+)?)?Z?| 12:00(?::00)? AM)$`)
)

// isMonth tells of a day or a month as spreadsheets show one: 12-Dec, Dec-26.
func isMonth(s string) bool { return strings.IndexByte(s, '-') > 0 && monthInEnglish.MatchString(s) }

// code is a code whose zeros are back where it has one reading.
func (r *rowReader) code(s string) (string, bool) {
	whole := strings.TrimSuffix(s, ".0")
	switch number := whole != "" && strings.Trim(whole, "0123456789") == ""; {
	case number && r.column.of != aProductCode:
		return r.withZeros(s, whole), true
	case number, len(s) > len("1.00109106E+11"): // of a longer one the shape is judged with the record
		return s, true
	case shortened.MatchString(s):
		r.tell(&scientific, problem.Value("value", s))
		return "", false
	case isMonth(s), threeNumbers.MatchString(s):
		r.tell(&turnedIntoDay, problem.Value("value", s))
		return "", false
	}
	return s, true
}

// withZeros is a number with the zeros that it lost.
func (r *rowReader) withZeros(s, whole string) string {
	value := problem.Value("value", s)
	if digits := r.column.digits(whole); len(whole) < digits {
		whole = strings.Repeat("0", digits-len(whole)) + whole
		r.tell(&zerosLost, value, problem.Value("read", whole))
		r.lost = true
	}
	if r.column.of == aTaxCode && len(whole) == personal && whole[0] != '0' {
		r.tell(&doubtful, value) // a personal number begins with 0: perhaps a branch's code that lost its own
	}
	return whole
}

// digits is how many a code of such digits had before its zeros were taken; those
// it has where that is not known. Tax codes begin with 01 to 96 and personal numbers
// with 001 to 096: one of 9 digits is a tax code, one of 11 a personal number.
func (c *column) digits(s string) int {
	switch {
	case c.of == aProvince:
		return len("01")
	case c.of == aCommune:
		return len("00070")
	case c.of == aTaxCode && (len(s) == 9 || len(s) == 11):
		return len(s) + 1
	}
	return len(s)
}

// day is a day of a cell as year-month-day. Day, month and year are read in that
// order, as in Vietnam, and told where the other order is a day too.
func (r *rowReader) day(s string) (string, bool) {
	if _, err := civil.Parse(s); err == nil {
		return s, true
	}
	bare := s
	if i := strings.IndexAny(s, "T "); i > 0 && midnight.MatchString(s[i:]) {
		bare = s[:i]
	}
	parts := threeNumbers.FindStringSubmatch(bare)
	if parts == nil {
		return s, true // its shape is judged with the record
	}
	first, second, third := parts[1], parts[2], parts[3]
	if len(first) == len("2026") {
		return dayOf(first, second, third), true
	}
	read, other := dayOf(third, second, first), dayOf(third, first, second)
	switch isDay, isOther := isDay(read), isDay(other); {
	case isDay && isOther && read != other:
		r.tell(&dayBeforeMonth, problem.Value("value", s), problem.Value("read", read))
	case !isDay && isOther:
		r.tell(&monthBeforeDay, problem.Value("value", s))
		return "", false
	case !isDay:
		return s, true
	}
	return read, true
}

func isDay(s string) bool {
	_, err := civil.Parse(s)
	return err == nil
}

// dayOf writes a day of numbers that may want their zeros.
func dayOf(year, month, day string) string {
	two := func(s string) string { return strings.Repeat("0", max(0, 2-len(s))) + s }
	return year + "-" + two(month) + "-" + two(day)
}
