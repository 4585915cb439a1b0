// Package strip takes out of a module of Go's what only stack traces and debuggers
// read: which line of which file an instruction comes from, which function was
// written into which, where arguments stand, what functions are called. What the
// garbage collector and panics need stays.
package strip

import (
	"bytes"
	"encoding/binary"
	"errors"
	"math"
	"runtime"
	"slices"
	"strings"
)

// Known is the version of Go whose tables these are; another may have others.
const Known = "go1.26"

var (
	// ErrVersion tells that Go is not the one whose tables are known.
	ErrVersion = errors.New("strip: the tables of " + runtime.Version() + " are not known, only those of " + Known)
	errTables  = errors.New("strip: no tables of " + Known)
)

// Traces is the module without what only stack traces read, of the same length: what
// is taken out is zeros. A module whose tables are not wholly as they are known is
// refused.
func Traces(module []byte) ([]byte, error) {
	if !strings.HasPrefix(runtime.Version(), Known) {
		return nil, ErrVersion
	}
	out := slices.Clone(module)
	for at := 0; ; at++ {
		next := bytes.Index(out[at:], header)
		if next < 0 {
			return nil, errTables
		}
		at += next
		if t, ok := tablesAt(out, at); ok {
			t.strip()
			return out, nil
		}
	}
}

// header is what the tables begin with (runtime.pcHeader): a magic number, the
// least size of an instruction, the size of a pointer.
var header = []byte{0xf1, 0xff, 0xff, 0xff, 0, 0, 1, 8}

// sizeOfHeader is that of runtime.pcHeader.
const sizeOfHeader = 72

// tables are the tables of functions (runtime.pclntab).
type tables struct {
	names []byte // what they are called
	files []byte // names of files, and which of them a package has
	pcs   []byte // values by instruction, many tables one behind the other
	funcs []byte // the functions, behind a list of where each is
	data  []byte // what else is known of them, such as which variables are pointers

	all    []function
	pieces []uint32 // where each piece of data begins that a function has
}

// tablesAt reads the tables that begin there; false for what only looks like some.
func tablesAt(module []byte, at int) (t tables, ok bool) {
	b := module[at:]
	if len(b) < sizeOfHeader {
		return t, false
	}
	word := func(i int) uint64 { return binary.LittleEndian.Uint64(b[len(header)+8*i:]) }
	places := []uint64{word(3), word(4), word(5), word(6), word(7)}
	from, to := dataOf(module, places)
	places = append(places, from, to)
	if !slices.IsSorted(places) || to > uint64(len(b)) {
		return t, false
	}
	part := func(i, j int) []byte { return b[places[i]:places[j]:places[j]] }
	t = tables{names: part(0, 1), files: part(1, 3), pcs: part(3, 4), funcs: part(4, 5), data: part(5, 6)}
	return t, t.readFunctions(word(0))
}

// dataOf is where the data of functions begins and ends, counted from the header as
// the places of the tables are. The linker tells the runtime the addresses of all of
// them (runtime.moduledata), by which it is found. The first of them, that of the
// header, may have lost a byte of zeros to what stands before it.
func dataOf(module []byte, places []uint64) (from, to uint64) {
	tables := map[int]uint64{4: places[1], 7: places[2], 10: places[3], 13: places[4]}
	const names, end, begin, words = 1, 19, 40, 41
search:
	for at := range max(0, len(module)-8*words) {
		place := func(i int) uint64 {
			word := func(i int) uint64 { return binary.LittleEndian.Uint64(module[at+8*i:]) }
			return word(i) - word(names) + places[0]
		}
		for i, known := range tables {
			if place(i) != known {
				continue search
			}
		}
		return place(begin), place(end)
	}
	return 0, 0
}

// readFunctions reads that many functions; false where one is not as it is known.
func (t *tables) readFunctions(count uint64) (ok bool) {
	if count == 0 || count > uint64(len(t.funcs))/8 {
		return false
	}
	for i := range int(count) { //nolint:gosec // they stand in funcs
		f, ok := t.function(le32(t.funcs, 8*i+4))
		if !ok || f.entry() != le32(t.funcs, 8*i) || i > 0 && f.entry() <= le32(t.funcs, 8*i-8) {
			return false
		}
		t.all = append(t.all, f)
	}
	slices.Sort(t.pieces)
	t.pieces = slices.Compact(t.pieces)
	return true
}

// function reads the function at that place, and which data it has.
func (t *tables) function(at uint32) (f function, ok bool) {
	if int64(at)+ofFurther > int64(len(t.funcs)) {
		return nil, false
	}
	f = t.funcs[at:]
	if le32(f, ofCount) > mostTables || f.place(int(le32(f, ofCount)), int(f[ofDataCount])) > len(f) {
		return nil, false
	}
	if int64(le32(f, ofName)) >= int64(len(t.names)) {
		return nil, false
	}
	for _, place := range f.tables() {
		if _, ok := t.length(le32(f, place)); !ok {
			return nil, false
		}
	}
	for i, place := range f.data() {
		piece := le32(f, place)
		if piece == noData {
			continue
		}
		if int64(piece) >= int64(len(t.data)) || i < ofMaps && !isMap(t.data[piece:]) {
			return nil, false
		}
		t.pieces = append(t.pieces, piece)
	}
	return f, true
}

// isMap tells whether a map of pointers begins there (runtime.stackmap): how many
// there are, of how many bits, and then the bits of each.
func isMap(b []byte) bool {
	if len(b) < 8 {
		return false
	}
	count, bits := int64(le32(b, 0)), int64(le32(b, 4))
	return count*((bits+7)/8) <= int64(len(b)-8)
}

// length is how long a table of values by instruction is: pairs of numbers, up to a
// first one of 0 that is not the table's first. The table at 0 is none.
func (t *tables) length(from uint32) (n int, ok bool) {
	if from == 0 {
		return 0, true
	}
	if int64(from) >= int64(len(t.pcs)) {
		return 0, false
	}
	b := t.pcs[from:]
	for first := true; ; first = false {
		value, length := binary.Uvarint(b[n:])
		if length <= 0 {
			return 0, false
		}
		n += length
		if value == 0 && !first {
			return n, true
		}
		_, length = binary.Uvarint(b[n:])
		if length <= 0 {
			return 0, false
		}
		n += length
	}
}

// strip fills with zeros what only stack traces read.
func (t *tables) strip() {
	for _, f := range t.all {
		f.strip()
	}
	t.stripValues()
	t.stripData()
	t.stripNames()
	clear(t.files)
}

// stripValues keeps the tables of values that a function still has.
func (t *tables) stripValues() {
	kept := make([]bool, len(t.pcs))
	for _, f := range t.all {
		for _, place := range f.tables() {
			from := le32(f, place)
			n, _ := t.length(from)
			for i := range n {
				kept[int(from)+i] = true
			}
		}
	}
	for i := range t.pcs {
		if !kept[i] {
			t.pcs[i] = 0
		}
	}
}

// stripData keeps the pieces of data that a function still has.
func (t *tables) stripData() {
	kept := map[uint32]bool{}
	for _, f := range t.all {
		for _, place := range f.data() {
			kept[le32(f, place)] = true
		}
	}
	for i, from := range t.pieces {
		to := uint32(len(t.data)) //nolint:gosec // a module has less than 4 GiB
		if i+1 < len(t.pieces) {
			to = t.pieces[i+1]
		}
		if !kept[from] {
			clear(t.data[from:to])
		}
	}
}

// stripNames keeps of what functions are called what is read without a trace: by
// "runtime." the runtime tells its own goroutines from others, and of a wrapper's
// name it makes the panic of a method that is called on nil.
func (t *tables) stripNames() {
	var names []byte
	at := map[string]int{}
	for _, f := range t.all {
		name, _, _ := bytes.Cut(t.names[le32(f, ofName):], []byte{0})
		kept := ""
		switch {
		case f[ofID] == wrapper || bytes.HasPrefix(name, []byte("reflect.")):
			kept = string(name)
		case bytes.HasPrefix(name, []byte(own)):
			kept = own
		}
		place, ok := at[kept]
		if !ok {
			place = len(names)
			at[kept] = place
			names = append(append(names, kept...), 0)
		}
		binary.LittleEndian.PutUint32(f[ofName:], uint32(place)) //nolint:gosec // a module has less than 4 GiB
	}
	clear(t.names[copy(t.names, names):])
}

// function is one function (runtime._func); behind it stand the places of its
// further tables and of its data.
type function []byte

// Where the members of a function stand.
const (
	ofName      = 4
	ofStack     = 16 // how far the stack is down, by instruction
	ofFile      = 20
	ofLine      = 24
	ofCount     = 28 // how many further tables there are
	ofPackage   = 32 // which files its package has
	ofFirstLine = 36
	ofID        = 40
	ofDataCount = 43
	ofFurther   = 44
)

const (
	mostTables = 16 // Go 1.26 has 5
	ofMaps     = 2  // the first two pieces of data are maps of pointers
	noData     = math.MaxUint32
	wrapper    = 23 // the ID of those that the compiler made to call another (internal/abi)
	own        = "runtime."
)

// What only stack traces, debuggers and signals read, by its number among the further
// tables and among the data (internal/abi, PCDATA and FUNCDATA).
var (
	unreadTables = []int{0, 2, 3}    // where a signal may stop it; which function was written in; which arguments it still has
	unreadData   = []int{3, 5, 6, 7} // the functions that were written in; its arguments, twice; what it wraps
)

func (f function) entry() uint32 { return le32(f, 0) }

// place is where a place stands: first those of the tables, then those of the data.
func (f function) place(tables, data int) int { return ofFurther + 4*(tables+data) }

// tables are the places of all tables of values by instruction.
func (f function) tables() []int {
	all := []int{ofStack, ofFile, ofLine}
	for i := range int(le32(f, ofCount)) {
		all = append(all, f.place(i, 0))
	}
	return all
}

// data are the places of all pieces of data.
func (f function) data() []int {
	var all []int
	for i := range int(f[ofDataCount]) {
		all = append(all, f.place(int(le32(f, ofCount)), i))
	}
	return all
}

// strip forgets what is not read.
func (f function) strip() {
	for _, place := range []int{ofFile, ofLine, ofPackage, ofFirstLine} {
		binary.LittleEndian.PutUint32(f[place:], 0)
	}
	further := f.tables()[3:]
	for _, i := range unreadTables {
		if i < len(further) {
			binary.LittleEndian.PutUint32(f[further[i]:], 0) // there is no such table
		}
	}
	data := f.data()
	for _, i := range unreadData {
		if i < len(data) {
			binary.LittleEndian.PutUint32(f[data[i]:], noData)
		}
	}
}

func le32(b []byte, at int) uint32 { return binary.LittleEndian.Uint32(b[at:]) }
