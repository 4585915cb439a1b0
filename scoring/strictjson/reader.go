// Package strictjson reads JSON documents that people's income may hang on.
//
// It accepts only what is exactly meant: no duplicate, unknown or missing
// member, no name in another case, no 1.0 for 1, no invalid UTF-8, nothing
// after the end, nothing over the document's budget. It goes on after a problem
// where it can, so that one reading reports them all, and it neither uses
// reflection nor holds more than the document in memory.
//
// Of members with one name in an object the last counts, as for most readers
// and so for most judges of a JSON Schema; that the name stands twice is an
// error all the same. There is but one reading: what was found wrong in the
// earlier member is taken back when the later one comes.
package strictjson

import (
	"bytes"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/ocop-vn/ocop-go/scoring/budget"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// Reader reads the values of one document in the order they stand. Where a
// value is not what was asked for, the reader notes a problem, skips the value
// and answers false; callers need not handle that beyond not using the value.
type Reader struct {
	data     []byte
	dec      *jsontext.Decoder
	limits   budget.Budget
	found    problem.Collector
	replaced []int  // problems, by number, of members that a later one replaces
	base     int    // where in data what dec reads begins
	prefix   string // JSON Pointer of the value that dec reads
	path     []step // from there to the value at hand
	room     [4]step
	depth    int  // objects and lists that are open
	members  int  // members and items so far
	stopped  bool // nothing more can be read
	scratch  []byte
}

// step is a part of a path: a member, by where its quoted name stands in the
// document, or an item by its index. It becomes text only where something is wrong.
type step struct{ from, to int32 } // for an item its index, and 0

// Read calls document to read the whole of data and returns every problem met
// within the budget. Those that document itself notes with Report are among them.
func Read(data []byte, limits budget.Budget, document func(*Reader)) problem.List {
	r := &Reader{data: data, limits: limits, found: problem.Collect(limits)}
	switch {
	case len(data) > limits.Bytes:
		return problem.List{TooLarge(limits.Bytes)}
	case !utf8.Valid(data):
		line, column := position(data, validPrefix(data))
		return problem.List{notUTF8.At("", line, column)}
	}
	r.dec, r.path = newDecoder(data), r.room[:0]
	document(r)
	r.end()
	return r.problems()
}

// problems are those found, without those of members that were replaced.
func (r *Reader) problems() problem.List {
	list := r.found.List()
	if len(r.replaced) == 0 {
		return list
	}
	drop := make([]bool, r.found.Len())
	for _, i := range r.replaced {
		drop[i] = true
	}
	var kept problem.List
	for i, p := range list {
		if i >= len(drop) || !drop[i] || p.Code == duplicate.Code {
			kept = append(kept, p)
		}
	}
	return kept
}

// TooLarge is the problem of a document over the given number of bytes, for
// callers that stop reading a stream there.
func TooLarge(limit int) problem.Problem { return tooLarge.At("", limitParam(limit)) }

func limitParam(limit int) problem.Param {
	return problem.Value("limit", strconv.Itoa(limit))
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
	if _, err := r.dec.ReadToken(); err != io.EOF { //nolint:errorlint // jsontext returns it bare
		line, column := position(r.data, skipSpace(r.data, int(r.dec.InputOffset())))
		r.found.Add(trailing.At("", line, column))
	}
}

// Report notes a problem that the caller found. Where there are more than the
// budget has room for, reading stops.
func (r *Reader) Report(p problem.Problem) {
	if r.stopped {
		return
	}
	r.found.Add(p)
	r.stopped = r.found.Full()
}

// stop notes a last problem and reads no more.
func (r *Reader) stop(p problem.Problem) {
	r.Report(p)
	r.stopped = true
}

// fail notes a syntax error and reads no more.
func (r *Reader) fail(err error) {
	offset, detail := r.dec.InputOffset(), "unexpected end"
	if s, ok := err.(*jsontext.SyntacticError); ok { //nolint:errorlint // jsontext returns it bare
		offset, detail = s.ByteOffset, s.Err.Error()
	}
	line, column := position(r.data, r.base+int(offset))
	r.stop(notJSON.At(r.Pointer(), line, column, syntax(strings.TrimPrefix(detail, "jsontext: "))))
}

// syntax is what the JSON library says of an error, and in Vietnamese what sort it is.
func syntax(detail string) problem.Param {
	detail = problem.Shorten(detail)
	words := lang.Text{Vi: "sai cú pháp", En: detail}
	for _, sort := range [...][2]string{
		{"invalid character", "có ký tự không đúng chỗ"}, {"missing character", "thiếu ký tự"}, {"unexpected", "kết thúc nửa chừng"},
	} {
		if strings.HasPrefix(detail, sort[0]) {
			words.Vi = sort[1]
		}
	}
	return problem.Worded("detail", detail, words)
}

// Pointer is the JSON Pointer of the value at hand, long names shortened.
func (r *Reader) Pointer() string {
	path := []byte(r.prefix)
	for _, s := range r.path {
		if s.to == 0 { // no name stands at the document's beginning
			path = strconv.AppendInt(append(path, '/'), int64(s.from), 10)
		} else {
			name, _ := jsontext.AppendUnquote(nil, beginning(r.data[s.from:s.to])) // it was read as a name
			path = problem.AppendToken(path, name)
		}
	}
	return string(path)
}

// beginning is a quoted name, or as much of a long one as AppendToken keeps and
// more, so that a name does not cost its length each time that it is told.
func beginning(quoted []byte) []byte {
	const enough = 100 // letters, which have a byte or more each; problem.Shorten keeps 80 bytes
	i := 1
	for letters := 0; i < len(quoted)-1 && letters < enough; letters++ {
		switch {
		case quoted[i] != '\\':
			i++
		case quoted[i+1] == 'u':
			i += len(`\u0000`)
		default:
			i += len(`\n`)
		}
	}
	return append(quoted[:i:i], '"')
}

// Stopped tells whether reading ended early; what was not read is then unknown.
func (r *Reader) Stopped() bool { return r.stopped }

// Spans remembers which problems were found in which member of an object, so
// that a later member of the same name takes them back. The zero Spans has none.
type Spans[K comparable] struct{ of map[K][2]int }

// Note remembers what was found in a member since the reader had found so many problems.
func (s *Spans[K]) Note(r *Reader, member K, since int) {
	if now := r.found.Len(); now > since { // rarely
		s.note(member, since, now)
	}
}

func (s *Spans[K]) note(member K, since, now int) {
	if s.of == nil {
		s.of = map[K][2]int{}
	}
	s.of[member] = [2]int{since, now}
}

// Replace takes back what was found in a member.
func (s *Spans[K]) Replace(r *Reader, member K) {
	for i := s.of[member][0]; i < s.of[member][1]; i++ {
		r.replaced = append(r.replaced, i)
	}
	delete(s.of, member)
}

// Found is the number of problems found so far.
func (r *Reader) Found() int { return r.found.Len() }

// Object reads an object whose members are known. For each known member it
// calls member with its index in names, and member must read the value. The
// answer has bit i set when names[i] was there. Those in the required mask
// that are not there are reported.
func (r *Reader) Object(names []string, required uint64, member func(i int)) (seen uint64, ok bool) {
	var spans Spans[int]
	ok = r.Map(func(name []byte) {
		i := 0
		for i < len(names) && string(name) != names[i] {
			i++
		}
		if i == len(names) {
			r.Report(unknown.At(r.Pointer(), problem.Value("name", string(name))))
			r.Skip()
			return
		}
		if seen&(1<<i) != 0 {
			r.Report(Duplicate(r.Pointer(), names[i]))
			spans.Replace(r, i)
		}
		seen |= 1 << i
		since := r.Found()
		member(i)
		spans.Note(r, i, since)
	})
	if !ok {
		return seen, false
	}
	for i, name := range names {
		if required&^seen&(1<<i) != 0 {
			r.Report(Missing(r.Pointer(), name))
		}
	}
	return seen, true
}

// Missing is the problem of a member that an object must have and has not.
func Missing(path, name string) problem.Problem {
	return missing.At(path, problem.Value("name", name))
}

// Duplicate is the problem of a member that stands twice in an object.
func Duplicate(path, name string) problem.Problem {
	return duplicate.At(path, problem.Value("name", name))
}

// Map reads an object whose members' names are data. It calls member for each,
// with a name that is valid only until the value is read; member must read it.
// Whether a name stands twice is for member to find; see Spans.
func (r *Reader) Map(member func(name []byte)) bool {
	if !r.open('{') {
		return false
	}
	at := len(r.path)
	for !r.stopped && r.dec.PeekKind() != '}' {
		raw, err := r.dec.ReadValue()
		if err != nil {
			r.fail(err)
			return false
		}
		end := r.offset()
		r.path = append(r.path[:at], step{int32(end - len(raw)), int32(end)}) //nolint:gosec // a document is far smaller
		if r.count() {
			member(r.unquote(raw))
		}
		r.path = r.path[:at]
	}
	return r.close()
}

// Array reads an array, calling item for each; item must read the value.
func (r *Reader) Array(item func(i int)) bool {
	if !r.open('[') {
		return false
	}
	at := len(r.path)
	for i := 0; !r.stopped && r.dec.PeekKind() != ']'; i++ {
		r.path = append(r.path[:at], step{int32(i), 0})
		if r.count() {
			item(i)
		}
		r.path = r.path[:at]
	}
	return r.close()
}

// count counts a member or an item; false where there are too many.
func (r *Reader) count() bool {
	r.members++
	return r.members <= r.limits.Members || r.tooMany()
}

func (r *Reader) tooMany() bool {
	r.stop(tooManyMembers.At("", limitParam(r.limits.Members)))
	return false
}

// open reads the start of an object or array.
func (r *Reader) open(kind jsontext.Kind) bool {
	if !r.expect(kind) {
		return false
	}
	if r.depth >= r.limits.Depth {
		r.stop(tooDeep.At(r.Pointer(), limitParam(r.limits.Depth)))
		return false
	}
	if _, err := r.dec.ReadToken(); err != nil {
		r.fail(err)
		return false
	}
	r.depth++
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
	r.depth--
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
const MaxInt int64 = 1<<53 - 1

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
	if n, err := strconv.ParseInt(string(raw), 10, 64); err == nil && -MaxInt <= n && n <= MaxInt && n == int64(int(n)) {
		return int(n), true
	}
	// A JSON Schema cannot tell 13.0 from 13, so that the first is wrong is a rule of ours.
	if n, ok := whole(raw); ok {
		r.Report(notPlain.At(r.Pointer(), problem.Value("number", string(raw))))
		return n, true
	}
	r.Report(wrong(r.Pointer(), '0', fraction))
	return 0, false
}

// whole is the value of a JSON number that is whole but not written in digits
// alone, as 13.0 or 1e2; false for one that is not whole, or beyond MaxInt. It
// counts digits, as in floating point 101e-400 is 0.
func whole(raw []byte) (n int, ok bool) {
	text, negative := strings.CutPrefix(string(raw), "-")
	mantissa, exponent := text, 0
	if e := strings.IndexAny(text, "eE"); e >= 0 {
		mantissa = text[:e]
		power, _ := strconv.Atoi(text[e+1:]) // beyond any int it is the greatest or the least
		exponent = max(-len(raw)-maxDigits, min(power, len(raw)+maxDigits))
	}
	before, after, _ := strings.Cut(mantissa, ".")
	digits := strings.TrimLeft(before+after, "0")
	if digits == "" {
		return 0, true
	}
	exponent -= len(after)
	significant := strings.TrimRight(digits, "0")
	exponent += len(digits) - len(significant)
	if exponent < 0 {
		return 0, false
	}
	value, _ := strconv.ParseInt(significant+strings.Repeat("0", exponent), 10, 64) // beyond any int64 it is the greatest
	if value > MaxInt {
		return 0, false
	}
	if negative {
		value = -value
	}
	return int(value), value == int64(int(value))
}

// maxDigits is how many digits MaxInt has.
const maxDigits = 16

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
	switch r.peek() {
	case '{':
		r.Map(func([]byte) { r.Skip() })
	case '[':
		r.Array(func(int) { r.Skip() })
	default:
		if r.stopped {
			return
		}
		if _, err := r.dec.ReadValue(); err != nil {
			r.fail(err)
		}
	}
}

// Raw reads past one value and is that value as it stands in the document.
func (r *Reader) Raw() []byte {
	v := r.Next()
	r.Skip()
	v.End(r)
	return bytes.TrimLeft(r.data[v.from:v.to], " \t\r\n:,")
}

// Value is where a value stands in the document.
type Value struct{ from, to, depth int }

// AtList tells whether the value at hand is a list, for a member that may be one.
func (r *Reader) AtList() bool { return r.peek() == '[' }

// Next is where the value at hand begins, before it is read.
func (r *Reader) Next() Value {
	return Value{from: r.offset(), depth: r.depth}
}

// End notes where a value ends that has been read or skipped.
func (v *Value) End(r *Reader) { v.to = r.offset() }

// offset is where in the document the reader stands, after what was read last.
func (r *Reader) offset() int { return r.base + int(r.dec.InputOffset()) }

// At reads a value that was read or skipped before and stands at path, for a
// member whose meaning depends on one that came after it.
func (r *Reader) At(v Value, path string, read func()) {
	if r.stopped {
		return
	}
	outer, outerBase, outerPrefix, outerPath, outerDepth := r.dec, r.base, r.prefix, r.path, r.depth
	value := bytes.TrimLeft(r.data[v.from:v.to], " \t\r\n:")
	r.dec, r.base, r.prefix, r.path, r.depth = newDecoder(value), v.to-len(value), path, nil, v.depth
	read()
	r.dec, r.base, r.prefix, r.path, r.depth = outer, outerBase, outerPrefix, outerPath, outerDepth
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
	if kindParam("", found).Value == "" { // not JSON, or the end: reading on says which
		_, err := r.dec.ReadToken()
		r.fail(err)
		return false
	}
	if found == '0' {
		found = number
	}
	r.Report(wrong(r.Pointer(), kind, found))
	r.Skip()
	return false
}

// unquote returns the text of a quoted JSON string, copying only where it has escapes.
func (r *Reader) unquote(raw []byte) []byte {
	if !escapes(raw) {
		return raw[1 : len(raw)-1]
	}
	r.scratch, _ = jsontext.AppendUnquote(r.scratch[:0], raw)
	return r.scratch
}

// escapes tells whether a quoted string has an escape. Most strings are codes of
// a few letters, for which a loop is quicker than a call.
func escapes(raw []byte) bool {
	const few = 16
	if len(raw) > few {
		return bytes.IndexByte(raw, '\\') >= 0
	}
	for _, c := range raw {
		if c == '\\' {
			return true
		}
	}
	return false
}

func wrong(path string, expected, found jsontext.Kind) problem.Problem {
	return wrongType.At(path, kindParam("expected", expected), kindParam("found", found))
}

// Kinds of value that messages tell apart from a whole number, '0'.
const (
	number   jsontext.Kind = '#'
	fraction jsontext.Kind = '.'
)

// kindParam names a kind of value as JSON Schema does, and in words.
func kindParam(name string, k jsontext.Kind) problem.Param {
	worded := func(kind, vi, en string) problem.Param {
		return problem.Worded(name, kind, lang.Text{Vi: vi, En: en})
	}
	switch k {
	case '{':
		return worded("object", "một đối tượng {…}", "an object {…}")
	case '[':
		return worded("array", "một danh sách […]", "a list […]")
	case '"':
		return worded("string", "một chuỗi ký tự", "a string")
	case '0':
		return worded("integer", "một số nguyên", "a whole number")
	case number:
		return worded("number", "một số", "a number")
	case fraction:
		return worded("number", "một số không nguyên hoặc quá lớn", "a number that is not whole or too large")
	case 't', 'f':
		return worded("boolean", "true hoặc false", "true or false")
	case 'n':
		return worded("null", "null", "null")
	default:
		return problem.Param{Name: name}
	}
}

// position is the line and column of a byte offset, both from 1, columns in characters.
func position(data []byte, offset int) (line, column problem.Param) {
	before := data[:min(offset, len(data))]
	start := bytes.LastIndexByte(before, '\n') + 1
	return problem.Value("line", strconv.Itoa(1+bytes.Count(before, []byte{'\n'}))),
		problem.Value("column", strconv.Itoa(1+utf8.RuneCount(before[start:])))
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
