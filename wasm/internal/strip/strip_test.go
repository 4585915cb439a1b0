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
	mapTable    = "\x00\x08\x02\x09\x00" // its first value is 0
	inlineTable = "\x02\x03\x00"
	boundsTable = "\x06\x07\x00"
	files       = "units of files"
	fileNames   = "/src/a.go\x00/src/b.go\x00"
	names       = "\x00main.f\x00runtime.g\x00"
)

// built is a module with tables of two functions behind something that looks like
// tables, and the offset of its tables of values.
func built() (module []byte, pcs int) {
	values := "\x00"
	table := func(s string) uint32 {
		at := len(values)
		values += s
		return uint32(at)
	}
	stack, file, line, stackMap, inline, bounds := table(stackTable), table(fileTable), table(lineTable), table(mapTable), table(inlineTable), table(boundsTable)
	function := func(entry uint32, further ...uint32) []byte {
		b := make([]byte, 44)
		put := func(at int, n uint32) { binary.LittleEndian.PutUint32(b[at:], n) }
		put(0, entry)
		put(16, stack)
		put(20, file)
		put(24, line)
		put(28, uint32(len(further)))
		for _, at := range further {
			b = binary.LittleEndian.AppendUint32(b, at)
		}
		return b
	}
	first, second := function(16, 0, stackMap, inline, 0, bounds), function(64)
	list := []byte{}
	for _, n := range []uint32{16, 20, 64, uint32(20 + len(first)), 128} { // each with where it is, then the end
		list = binary.LittleEndian.AppendUint32(list, n)
	}
	funcs := bytes.Join([][]byte{list, first, second}, nil)
	head := []byte{0xf1, 0xff, 0xff, 0xff, 0, 0, 1, 8}
	at := uint64(72)
	for _, n := range []uint64{2, 2, 0, at, at + uint64(len(names)), at + uint64(len(names+files)), at + uint64(len(names+files+fileNames)), at + uint64(len(names+files+fileNames+values))} {
		head = binary.LittleEndian.AppendUint64(head, n)
	}
	before := "code \xf1\xff\xff\xff\x00\x00\x01\x08 and more code"
	module = []byte(before + string(head) + names + files + fileNames + values + string(funcs) + "what stands behind")
	return module, len(before) + len(head) + len(names+files+fileNames)
}

// known tells whether these are the tables of the Go that runs; of another, that
// nothing is stripped.
func known(t *testing.T) bool {
	t.Helper()
	if strings.HasPrefix(runtime.Version(), strip.Known) {
		return true
	}
	module, _ := built()
	_, err := strip.Lines(module)
	require.ErrorIs(t, err, strip.ErrVersion)
	return false
}

func TestLines(t *testing.T) {
	t.Parallel()
	if !known(t) {
		return
	}
	module, pcs := built()
	kept := bytes.Clone(module)
	out, err := strip.Lines(module)
	require.NoError(t, err)
	assert.Equal(t, kept, module)
	require.Len(t, out, len(module))
	for i := range out {
		if out[i] != module[i] {
			assert.Zero(t, out[i], i)
		}
	}
	assert.True(t, strings.HasPrefix(string(out[pcs:]), "\x00"+stackTable+strings.Repeat("\x00", len(fileTable+lineTable))+mapTable+"\x00\x00\x00"+boundsTable))
	for what, there := range map[string]bool{names: true, files: false, fileNames: false, "what stands behind": true} {
		assert.Equal(t, there, bytes.Contains(out, []byte(what)), what)
	}
	functions := out[pcs+len("\x00"+stackTable+fileTable+lineTable+mapTable+inlineTable+boundsTable)+20:]
	word := func(at int) uint32 { return binary.LittleEndian.Uint32(functions[at:]) }
	assert.Equal(t, []uint32{1, 0, 0, 5}, []uint32{word(16), word(20), word(24), word(28)})
	assert.Equal(t, []uint32{0, uint32(1 + len(stackTable+fileTable+lineTable)), 0, 0}, []uint32{word(44), word(48), word(52), word(56)})
	assert.NotZero(t, word(60), "the bounds of panics stay")
	again, err := strip.Lines(out)
	require.NoError(t, err)
	assert.Equal(t, out, again)
}

// Whatever is not as it is known is refused, and nothing panics.
func TestUnknown(t *testing.T) {
	t.Parallel()
	if !known(t) {
		return
	}
	whole, pcs := built()
	for n := range whole {
		if n < len(whole)-len("what stands behind") {
			_, err := strip.Lines(whole[:n])
			require.Error(t, err, n)
		}
	}
	for name, at := range map[string]int{
		"no entry of the list":       pcs + 27,
		"a function that is nowhere": pcs + 27 + 6,
	} {
		wrong := bytes.Clone(whole)
		wrong[at] ^= 0x7f
		_, err := strip.Lines(wrong)
		assert.Error(t, err, name)
	}
	for at := range whole { // refused or taken, but no panic
		for _, c := range []byte{0, 0x80, 0xff} {
			wrong := bytes.Clone(whole)
			wrong[at] = c
			if out, err := strip.Lines(wrong); err == nil {
				require.Len(t, out, len(wrong))
			}
		}
	}
}
