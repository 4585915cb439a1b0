// Package strictjson reads JSON documents that people's income may hang on.
//
// It accepts only what is exactly meant: no duplicate, unknown or missing
// member, no name in another case, no 1.0 for 1, no invalid UTF-8, nothing
// after the end, nothing over the limits of size and depth. It goes on after a
// problem where it can, so that one reading reports them all, and it neither
// uses reflection nor holds more than the document in memory.
package strictjson

import (
	"bytes"
	"errors"
	"io"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// Limits bound what a document may cost.
type Limits struct {
	Bytes    int // largest document
	Depth    int // deepest nesting of arrays and objects
	Problems int // problems reported before reading stops
}

// Reader reads the values of one document in the order they stand. Where a
// value is not what was asked for, the reader notes a problem, skips the value
// and answers false; callers need not handle that beyond not using the value.
type Reader struct {
	data     []byte
	dec      *jsontext.Decoder
	limits   Limits
	problems problem.List
	prefix   string // pointer to the value that dec reads, "" for the document
	stopped  bool   // nothing more can be read
	scratch  []byte
}

// Read calls document to read the whole of data and returns every problem met.
// The problems that document itself notes with Report are among them. Document
// must begin anew each time it is called: where a member stands twice, the
// document is read once more with the last of each alone, which is what most
// readers and so most judges of a JSON Schema see.
func Read(data []byte, limits Limits, document func(*Reader)) problem.List {
	problems := read(data, limits, document)
	twice := problems.Of(duplicate.Code)
	if len(twice) == 0 || len(problems) > limits.Problems {
		return problems
	}
	last, err := lastWins(data)
	if err != nil { // not one JSON document, as the problems say
		return problems
	}
	return append(twice, read(last, limits, document)...)
}

func read(data []byte, limits Limits, document func(*Reader)) problem.List {
	r := &Reader{data: data, limits: limits}
	if len(data) > limits.Bytes {
		return append(r.problems, TooLarge(limits.Bytes))
	}
	if !utf8.Valid(data) {
		line, column := position(data, validPrefix(data))
		return append(r.problems, notUTF8.At("", line, column))
	}
	r.dec = newDecoder(data)
	document(r)
	r.end()
	return r.problems
}

// TooLarge is the problem of a document over the given number of bytes, for
// callers that stop reading a stream there.
func TooLarge(limit int) problem.Problem {
	return tooLarge.At("", problem.Param{Name: "limit", Value: strconv.Itoa(limit)})
}

func newDecoder(data []byte) *jsontext.Decoder {
	// Duplicates are found here, with a problem for each, instead of stopping at the first.
	return jsontext.NewDecoder(bytes.NewBuffer(data), jsontext.AllowDuplicateNames(true))
}

// end checks that nothing but white space follows the document.
func (r *Reader) end() {
	if r.stopped {
		return
	}
	if _, err := r.dec.ReadToken(); !errors.Is(err, io.EOF) {
		line, column := position(r.data, skipSpace(r.data, int(r.dec.InputOffset())))
		r.problems = append(r.problems, trailing.At("", line, column))
	}
}

// Report notes a problem that the caller found. Past the limit on problems,
// reading stops.
func (r *Reader) Report(p problem.Problem) {
	if r.stopped {
		return
	}
	r.problems = append(r.problems, p)
	if len(r.problems) >= r.limits.Problems {
		r.stop(tooMany.At("", problem.Param{Name: "limit", Value: strconv.Itoa(r.limits.Problems)}))
	}
}

// stop notes a last problem and reads no more.
func (r *Reader) stop(p problem.Problem) {
	r.problems = append(r.problems, p)
	r.stopped = true
}

// fail notes a syntax error and reads no more.
func (r *Reader) fail(err error) {
	offset, detail := r.dec.InputOffset(), "unexpected end"
	if s, ok := err.(*jsontext.SyntacticError); ok { //nolint:errorlint // jsontext returns it bare
		offset, detail = s.ByteOffset, s.Err.Error()
	}
	line, column := position(r.data, int(offset))
	r.stop(notJSON.At(r.Pointer(), line, column, problem.Param{Name: "detail", Value: strings.TrimPrefix(detail, "jsontext: ")}))
}

// Pointer is the JSON Pointer of the name or value read last.
func (r *Reader) Pointer() string {
	return r.prefix + string(r.dec.StackPointer())
}

// next is the JSON Pointer of the value that comes next.
func (r *Reader) next() string {
	last := r.dec.StackPointer()
	if kind, read := r.dec.StackIndex(r.dec.StackDepth()); kind == '[' {
		if read > 0 { // last is the item before, otherwise the array itself
			last = last.Parent()
		}
		last = last.AppendToken(strconv.FormatInt(read, 10))
	}
	return r.prefix + string(last)
}

// Stopped tells whether reading ended early; what was not read is then unknown.
func (r *Reader) Stopped() bool { return r.stopped }

// Object reads an object whose members are known. For each known member it
// calls member with its index in names, and member must read the value. The
// answer has bit i set when names[i] was there. Those in the required mask
// that are not there are reported.
func (r *Reader) Object(names []string, required uint64, member func(i int)) (seen uint64, ok bool) {
	ok = r.Map(func(name []byte) {
		for i, known := range names {
			if string(name) != known {
				continue
			}
			if seen&(1<<i) != 0 {
				r.Report(Duplicate(r.Pointer(), known))
			}
			seen |= 1 << i
			member(i)
			return
		}
		r.Report(unknown.At(r.Pointer(), problem.Param{Name: "name", Value: string(name)}))
		r.Skip()
	})
	if !ok || r.stopped {
		return seen, ok
	}
	for i, name := range names {
		if required&^seen&(1<<i) != 0 {
			r.Report(missing.At(r.Pointer(), problem.Param{Name: "name", Value: name}))
		}
	}
	return seen, true
}

// Duplicate is the problem of a member that stands twice in an object.
func Duplicate(path, name string) problem.Problem {
	return duplicate.At(path, problem.Param{Name: "name", Value: name})
}

// Map reads an object whose members' names are data. It calls member for each,
// with a name that is valid only until the value is read; member must read it.
func (r *Reader) Map(member func(name []byte)) bool {
	if !r.open('{') {
		return false
	}
	for !r.stopped && r.dec.PeekKind() != '}' {
		raw, err := r.dec.ReadValue()
		if err != nil {
			r.fail(err)
			return false
		}
		member(r.unquote(raw))
	}
	return r.close()
}

// Array reads an array, calling item for each; item must read the value.
func (r *Reader) Array(item func(i int)) bool {
	if !r.open('[') {
		return false
	}
	for i := 0; !r.stopped && r.dec.PeekKind() != ']'; i++ {
		item(i)
	}
	return r.close()
}

// open reads the start of an object or array.
func (r *Reader) open(kind jsontext.Kind) bool {
	if !r.expect(kind) {
		return false
	}
	if r.dec.StackDepth() >= r.limits.Depth {
		r.stop(tooDeep.At(r.next(), problem.Param{Name: "limit", Value: strconv.Itoa(r.limits.Depth)}))
		return false
	}
	if _, err := r.dec.ReadToken(); err != nil {
		r.fail(err)
		return false
	}
	return true
}

// close reads the end of an object or array.
func (r *Reader) close() bool {
	if r.stopped {
		return false
	}
	if _, err := r.dec.ReadToken(); err != nil {
		r.fail(err)
		return false
	}
	return true
}

// String reads a string. The bytes are valid only until the next read.
func (r *Reader) String() ([]byte, bool) {
	if !r.expect('"') {
		return nil, false
	}
	raw, err := r.dec.ReadValue()
	if err != nil {
		r.fail(err)
		return nil, false
	}
	return r.unquote(raw), true
}

// MaxInt is the greatest whole number that every reader of JSON can tell from
// the next; greater ones, and those below -MaxInt, are refused.
const MaxInt = 1<<53 - 1

// Int reads a whole number written in digits, as 13 and not as 13.0.
func (r *Reader) Int() (int, bool) {
	if !r.expect('0') {
		return 0, false
	}
	raw, err := r.dec.ReadValue()
	if err != nil {
		r.fail(err)
		return 0, false
	}
	if n, err := strconv.Atoi(string(raw)); err == nil && -MaxInt <= n && n <= MaxInt {
		return n, true
	}
	// A JSON Schema cannot tell 13.0 from 13, so that the first is wrong is a rule of ours.
	if f, err := strconv.ParseFloat(string(raw), 64); err == nil && math.Abs(f) <= MaxInt && f == math.Trunc(f) {
		r.Report(notPlain.At(r.Pointer(), problem.Param{Name: "number", Value: string(raw)}))
		return int(f), true
	}
	r.Report(wrong(r.Pointer(), '0', fraction))
	return 0, false
}

// Bool reads true or false.
func (r *Reader) Bool() (value, ok bool) {
	kind := r.peek()
	if kind != 't' && kind != 'f' {
		r.expect('t')
		return false, false
	}
	if _, err := r.dec.ReadToken(); err != nil {
		r.fail(err)
		return false, false
	}
	return kind == 't', true
}

// Skip reads past one value without keeping it.
func (r *Reader) Skip() {
	for depth := 0; !r.stopped; {
		kind := r.peek()
		switch kind {
		case '{', '[':
			if !r.open(kind) {
				return
			}
			depth++
		case '}', ']':
			r.close()
			depth--
		default:
			if _, err := r.dec.ReadValue(); err != nil {
				r.fail(err)
				return
			}
		}
		if depth == 0 {
			return
		}
	}
}

// Later skips a value and returns a function that reads it afterwards, for a
// member whose meaning depends on one that may come after it.
func (r *Reader) Later() func(read func()) {
	r.peek()
	prefix := r.Pointer()
	start := r.dec.InputOffset()
	r.Skip()
	value := r.data[start:r.dec.InputOffset()]
	value = bytes.TrimLeft(value, " \t\r\n:")
	return func(read func()) {
		if r.stopped {
			return
		}
		outer, outerPrefix := r.dec, r.prefix
		r.dec, r.prefix = newDecoder(value), prefix
		read()
		r.dec, r.prefix = outer, outerPrefix
	}
}

// peek is the kind of the next value; 0 where there is none.
func (r *Reader) peek() jsontext.Kind {
	if r.stopped {
		return 0
	}
	return r.dec.PeekKind()
}

// expect tells whether the next value is of a kind, and skips and reports it if not.
func (r *Reader) expect(kind jsontext.Kind) bool {
	if r.stopped {
		return false
	}
	found := r.dec.PeekKind()
	if found == kind {
		return true
	}
	if kindName(found) == (lang.Text{}) { // not JSON, or the end: reading on says which
		_, err := r.dec.ReadToken()
		r.fail(err)
		return false
	}
	if found == '0' {
		found = number
	}
	r.Report(wrong(r.next(), kind, found))
	r.Skip()
	return false
}

// unquote returns the text of a quoted JSON string, copying only where it has escapes.
func (r *Reader) unquote(raw []byte) []byte {
	if bytes.IndexByte(raw, '\\') < 0 {
		return raw[1 : len(raw)-1]
	}
	r.scratch, _ = jsontext.AppendUnquote(r.scratch[:0], raw)
	return r.scratch
}

func wrong(path string, expected, found jsontext.Kind) problem.Problem {
	e, f := kindName(expected), kindName(found)
	return wrongType.At(path,
		problem.Param{Name: "expected", Value: e.En}, problem.Param{Name: "found", Value: f.En},
		problem.Param{Name: "expectedVi", Value: e.Vi}, problem.Param{Name: "foundVi", Value: f.Vi})
}

// Kinds of value that messages tell apart from a whole number, '0'.
const (
	number   jsontext.Kind = '#'
	fraction jsontext.Kind = '.'
)

func kindName(k jsontext.Kind) lang.Text {
	switch k {
	case '{':
		return lang.Text{Vi: "một đối tượng {…}", En: "an object {…}"}
	case '[':
		return lang.Text{Vi: "một danh sách […]", En: "a list […]"}
	case '"':
		return lang.Text{Vi: "một chuỗi ký tự", En: "a string"}
	case '0':
		return lang.Text{Vi: "một số nguyên", En: "a whole number"}
	case number:
		return lang.Text{Vi: "một số", En: "a number"}
	case fraction:
		return lang.Text{Vi: "một số không nguyên hoặc quá lớn", En: "a number that is not whole or too large"}
	case 't', 'f':
		return lang.Text{Vi: "true hoặc false", En: "true or false"}
	case 'n':
		return lang.Text{Vi: "null", En: "null"}
	default:
		return lang.Text{}
	}
}

// position is the line and column of a byte offset, both from 1, columns in characters.
func position(data []byte, offset int) (line, column problem.Param) {
	before := data[:min(offset, len(data))]
	start := bytes.LastIndexByte(before, '\n') + 1
	return problem.Param{Name: "line", Value: strconv.Itoa(1 + bytes.Count(before, []byte{'\n'}))},
		problem.Param{Name: "column", Value: strconv.Itoa(1 + utf8.RuneCount(before[start:]))}
}

// validPrefix is the number of bytes before the first that is not UTF-8.
func validPrefix(data []byte) int {
	n := 0
	for n < len(data) {
		r, size := utf8.DecodeRune(data[n:])
		if r == utf8.RuneError && size == 1 {
			break
		}
		n += size
	}
	return n
}

// skipSpace is the offset of the first byte from offset that is not JSON white space.
func skipSpace(data []byte, offset int) int {
	for offset < len(data) && strings.IndexByte(" \t\r\n", data[offset]) >= 0 {
		offset++
	}
	return offset
}
