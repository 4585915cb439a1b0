package strip_test

import (
	"bytes"
	"encoding/binary"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/wasm/internal/strip"
)

// Tables of values by instruction, as Go writes them. The one at 0 is none.
const (
	stackTable  = "\x02\x08\x10\x09\x00"
	fileTable   = "\x04\x90\x01\x00"
	lineTable   = "\x80\x01\x04\x05\x06\x00"
	unsafeTable = "\x02\x05\x00"
	mapTable    = "\x00\x08\x02\x09\x00" // its first value is 0
	inlineTable = "\x02\x03\x00"
	boundsTable = "\x06\x07\x00"
	files       = "units of files"
	fileNames   = "/src/a.go\x00/src/b.go\x00"
	names       = "main.f\x00runtime.g\x00main.(*T).M\x00"
)

// Pieces of data: two maps of pointers, and what only traces read.
const (
	argumentMap = "\x01\x00\x00\x00\x09\x00\x00\x00\xff\x01"
	localMap    = "\x02\x00\x00\x00\x00\x00\x00\x00"
	inlined     = "who was written in"
	arguments   = "\x00\x08\xff"
	deferred    = "what is deferred"
)

const none = 0xffffffff

// built is a module with tables of three functions behind something that looks like
// tables, and the offset of its tables of values.
func built() (module []byte, pcs int) {
	values := "\x00"
	table := func(s string) uint32 {
		at := len(values)
		values += s
		return uint32(at)
	}
	stack, file, line, unsafe, stackMap, inline, bounds := table(stackTable), table(fileTable), table(lineTable), table(unsafeTable), table(mapTable), table(inlineTable), table(boundsTable)
	function := func(entry, name uint32, id byte, further, data []uint32) []byte {
		b := make([]byte, 44)
		put := func(at int, n uint32) { binary.LittleEndian.PutUint32(b[at:], n) }
		put(0, entry)
		put(4, name)
		put(16, stack)
		put(20, file)
		put(24, line)
		put(28, uint32(len(further)))
		put(32, 3)
		put(36, 77)
		b[40], b[43] = id, byte(len(data))
		for _, at := range append(further, data...) {
			b = binary.LittleEndian.AppendUint32(b, at)
		}
		return b
	}
	const locals, written, args, last = uint32(len(argumentMap)), uint32(len(argumentMap + localMap)), uint32(len(argumentMap + localMap + inlined)), uint32(len(argumentMap + localMap + inlined + arguments))
	functions := [][]byte{
		function(16, 7, 0, []uint32{unsafe, stackMap, inline, 0, bounds}, []uint32{0, locals, none, written, last, args}),
		function(64, 0, 0, nil, nil),
		function(80, 17, 23, nil, []uint32{locals}),
	}
	const list = 4 * (2*3 + 1)
	at, places := uint32(list), []byte{}
	for i, f := range functions {
		places = binary.LittleEndian.AppendUint32(places, []uint32{16, 64, 80}[i])
		places = binary.LittleEndian.AppendUint32(places, at)
		at += uint32(len(f))
	}
	places = binary.LittleEndian.AppendUint32(places, 128)
	funcs := bytes.Join(append([][]byte{places}, functions...), nil)
	head := []byte{0xf1, 0xff, 0xff, 0xff, 0, 0, 1, 8}
	const namesAt = 72
	parts := []uint64{namesAt, namesAt + uint64(len(names)), namesAt + uint64(len(names+files)), namesAt + uint64(len(names+files+fileNames)), namesAt + uint64(len(names+files+fileNames+values))}
	for _, n := range append([]uint64{3, 2, 0}, parts...) {
		head = binary.LittleEndian.AppendUint64(head, n)
	}
	const data = argumentMap + localMap + inlined + arguments + deferred
	begin := parts[4] + uint64(len(funcs))
	before := "code \xf1\xff\xff\xff\x00\x00\x01\x08 and more code"
	module = []byte(before + string(head) + names + files + fileNames + values + string(funcs) + data)
	const address = 0x12300
	words := make([]uint64, 41)
	for i, place := range map[int]uint64{0: 0, 1: parts[0], 4: parts[1], 7: parts[2], 10: parts[3], 13: parts[4], 19: begin + uint64(len(data)), 40: begin} {
		words[i] = address + place
	}
	words[0]++ // as if another segment had ended in its first byte
	module = append(module, "what stands behind"...)
	for _, word := range words {
		module = binary.LittleEndian.AppendUint64(module, word)
	}
	return append(module, "the end"...), len(before) + len(head) + len(names+files+fileNames)
}

// known tells whether these are the tables of the Go that runs; of another, that
// nothing is stripped.
func known(t *testing.T) bool {
	t.Helper()
	if strings.HasPrefix(runtime.Version(), strip.Known) {
		return true
	}
	module, _ := built()
	_, err := strip.Traces(module)
	require.ErrorIs(t, err, strip.ErrVersion)
	return false
}

// What is read stays in its place, names apart; the rest is zeros.
func TestTraces(t *testing.T) {
	t.Parallel()
	if !known(t) {
		return
	}
	module, pcs := built()
	kept := bytes.Clone(module)
	out, err := strip.Traces(module)
	require.NoError(t, err)
	assert.Equal(t, kept, module)
	require.Len(t, out, len(module))
	blank := func(s string) string { return strings.Repeat("\x00", len(s)) }
	assert.True(t, strings.HasPrefix(string(out[pcs:]), "\x00"+stackTable+blank(fileTable+lineTable+unsafeTable)+mapTable+blank(inlineTable)+boundsTable))
	for what, there := range map[string]bool{
		"main.f": false, "runtime.g": false, "runtime.\x00": true, "main.(*T).M\x00": true, files: false, fileNames: false, "what stands behind": true,
		argumentMap + localMap + blank(inlined+arguments) + deferred: true,
	} {
		assert.Equal(t, there, bytes.Contains(out, []byte(what)), what)
	}
	funcs := pcs + len("\x00"+stackTable+fileTable+lineTable+unsafeTable+mapTable+inlineTable+boundsTable)
	word := func(at int) uint32 { return binary.LittleEndian.Uint32(out[funcs+28+at:]) }
	assert.Equal(t, []uint32{1, 0, 0, 5, 0, 0}, []uint32{word(16), word(20), word(24), word(28), word(32), word(36)})
	assert.Equal(t, []uint32{0, uint32(1 + len(stackTable+fileTable+lineTable+unsafeTable)), 0, 0}, []uint32{word(44), word(48), word(52), word(56)})
	assert.NotZero(t, word(60), "the bounds of panics stay")
	data := []uint32{word(64), word(68), word(72), word(76), word(80), word(84)}
	assert.Equal(t, []uint32{0, uint32(len(argumentMap)), none, none, uint32(len(argumentMap + localMap + inlined + arguments)), none}, data)
	called := func(at int) string {
		name, _, _ := strings.Cut(string(out[pcs-len(names+files+fileNames):][word(at+4):]), "\x00")
		return name
	}
	assert.Equal(t, []string{"runtime.", "", "main.(*T).M"}, []string{called(0), called(88), called(88 + 44)})
	again, err := strip.Traces(out)
	require.NoError(t, err)
	assert.Equal(t, out, again)
}

// Whatever is not as it is known is refused, and nothing panics.
func TestUnknown(t *testing.T) {
	t.Parallel()
	if !known(t) {
		return
	}
	whole, _ := built()
	for n := range whole {
		if n < len(whole)-len("the end") {
			_, err := strip.Traces(whole[:n])
			require.Error(t, err, n)
		}
	}
	funcs := bytes.Index(whole, []byte(boundsTable)) + len(boundsTable)
	for name, at := range map[string]int{
		"no entry of the list":       funcs,
		"a function that is nowhere": funcs + 6,
		"a name that is nowhere":     funcs + 28 + 6,
		"data that is nowhere":       funcs + 28 + 70,
		"a map that is too long":     bytes.Index(whole, []byte(argumentMap)) + 2,
	} {
		wrong := bytes.Clone(whole)
		wrong[at] ^= 0x7f
		_, err := strip.Traces(wrong)
		assert.Error(t, err, name)
	}
	for at := range whole { // refused or taken, but no panic
		for _, c := range []byte{0, 0x80, 0xff} {
			wrong := bytes.Clone(whole)
			wrong[at] = c
			if out, err := strip.Traces(wrong); err == nil {
				require.Len(t, out, len(wrong))
			}
		}
	}
}
