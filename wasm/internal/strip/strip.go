// Package strip takes out of a module of Go's what only stack traces read: which
// line of which file an instruction comes from, and which function was written into
// which. What the garbage collector and panics need stays. Files and lines of a
// trace are "?" then. Its functions keep their names, by which the runtime tells its
// own goroutines from others.
package strip

import (
	"bytes"
	"encoding/binary"
	"errors"
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

// Lines is the module without what only stack traces read, of the same length: what
// is taken out is zeros. A module whose tables are not wholly as they are known is
// refused.
func Lines(module []byte) ([]byte, error) {
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
		if t, ok := tablesAt(out[at:]); ok {
			t.strip()
			return out, nil
		}
	}
}

// sizeOfHeader is that of runtime.pcHeader.
const sizeOfHeader = 72

// header is what the tables begin with (runtime.pcHeader): a magic number, the
// least size of an instruction, the size of a pointer.
var header = []byte{0xf1, 0xff, 0xff, 0xff, 0, 0, 1, 8}

// tables are the tables of functions (runtime.pclntab).
type tables struct {
	files []byte   // names of files, and which of them a package has
	pcs   []byte   // values by instruction, many tables one behind the other
	funcs []byte   // the functions, behind a list of where each is
	at    []uint32 // where each is
}

// tablesAt reads what stands behind the header; false for what only looks like one.
func tablesAt(b []byte) (t tables, ok bool) {
	if len(b) < sizeOfHeader {
		return t, false
	}
	word := func(i int) uint64 { return binary.LittleEndian.Uint64(b[len(header)+8*i:]) }
	count, names, units, pcs, funcs := word(0), word(3), word(4), word(6), word(7)
	if names > units || units > pcs || pcs > funcs || funcs > uint64(len(b)) || count == 0 || count > (uint64(len(b))-funcs)/8 {
		return t, false
	}
	t = tables{files: b[units:pcs], pcs: b[pcs:funcs], funcs: b[funcs:]}
	for i := range int(count) { //nolint:gosec // they stand in b
		at := le32(t.funcs, 8*i+4)
		f, ok := t.function(at)
		if !ok || f.entry() != le32(t.funcs, 8*i) || i > 0 && f.entry() <= le32(t.funcs, 8*i-8) {
			return t, false
		}
		for _, table := range f.tables() {
			if _, ok := t.length(le32(f, table)); !ok {
				return t, false
			}
		}
		t.at = append(t.at, at)
	}
	return t, true
}

// strip fills with zeros what only stack traces read.
func (t *tables) strip() {
	kept := make([]bool, len(t.pcs))
	for _, at := range t.at {
		f, _ := t.function(at)
		for _, table := range f.unread() {
			clear(f[table : table+4]) // 0: there is no such table
		}
		for _, table := range f.tables() {
			from := le32(f, table)
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
	clear(t.files)
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

// function is one function (runtime._func), with the places of its tables behind it.
type function []byte

// Where the members of a function stand.
const (
	ofStack    = 16 // how far the stack is down, by instruction
	ofFile     = 20
	ofLine     = 24
	ofCount    = 28 // how many further tables there are
	ofFurther  = 44
	inlineTree = 2 // of the further ones (internal/abi, PCDATA): which function was written in
	liveArgs   = 3 // which arguments a trace prints
)

func (t *tables) function(at uint32) (f function, ok bool) {
	if int64(at)+ofFurther > int64(len(t.funcs)) {
		return nil, false
	}
	f = t.funcs[at:]
	const most = 16 // Go 1.26 has 5
	further := le32(f, ofCount)
	return f, further <= most && ofFurther+4*int(further) <= len(f)
}

func (f function) entry() uint32 { return le32(f, 0) }

// further are the places of the further tables, with their numbers.
func (f function) further(yield func(number, place int) bool) {
	for i := range int(le32(f, ofCount)) {
		if !yield(i, ofFurther+4*i) {
			return
		}
	}
}

// tables are the places of all tables of values by instruction.
func (f function) tables() []int {
	all := []int{ofStack, ofFile, ofLine}
	for _, place := range f.further {
		all = append(all, place)
	}
	return all
}

// unread are the places of those that only stack traces read.
func (f function) unread() []int {
	all := []int{ofFile, ofLine}
	for number, place := range f.further {
		if number == inlineTree || number == liveArgs {
			all = append(all, place)
		}
	}
	return all
}

func le32(b []byte, at int) uint32 { return binary.LittleEndian.Uint32(b[at:]) }
