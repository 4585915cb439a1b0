package pack_test

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"io"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/ocop/pack"
)

// put is a ZIP with numbers of four bytes in it changed: each a place and a number.
func put(b []byte, changes ...int) []byte {
	b = bytes.Clone(b)
	for i := 0; i < len(changes); i += 2 {
		binary.LittleEndian.PutUint32(b[changes[i]:], uint32(changes[i+1]))
	}
	return b
}

const absent = -1 // in 32 bits: a number that stands elsewhere

// le64s are numbers of eight bytes.
func le64s(numbers ...uint64) (b []byte) {
	for _, n := range numbers {
		b = binary.LittleEndian.AppendUint64(b, n)
	}
	return b
}

// extra is an extra field.
func extra(id uint16, content []byte) []byte {
	b := binary.LittleEndian.AppendUint16(nil, id)
	return append(binary.LittleEndian.AppendUint16(b, uint16(len(content))), content...)
}

// told is what a package is told of: codes, and the parameters of the first.
type told struct {
	what   string
	b      []byte
	want   []string
	params map[string]string
}

func (c *told) check(t *testing.T) {
	t.Helper()
	_, problems := check(c.b)
	require.Equal(t, c.want, codes(problems), c.what)
	if c.params != nil {
		assert.Equal(t, c.params, paramsOf(problems[0]), c.what)
	}
}

// evidenceFirst are the items of a valid package, of which the first, a piece of
// evidence, may be changed.
func evidenceFirst(t *testing.T) func(change func(i *item)) []item {
	t.Helper()
	document, files := fitted(t, whole)
	good := packed(t, document, files, pack.Options{})
	return func(change func(i *item)) []item {
		items := itemsOf(t, good)
		items[0], items[5] = items[5], items[0]
		change(&items[0])
		return items
	}
}

// noBag is what is told of a ZIP that is in order and no bag of two files.
var noBag = []string{"PACK-21", "PACK-21", "PACK-20", "PACK-20", "PACK-20"}

// Two files, and where their records stand.
const (
	localB   = 36
	centralA = 67
	centralB = 114
	endOfTwo = 161
)

func two(a, b item) []byte { return zipOf([]item{a, b}) }

// Where files stand, and what stands where none does.
func TestPlaces(t *testing.T) {
	t.Parallel()
	a, b := stored("a", []byte("first")), stored("b", nil)
	made := two(a, b)
	require.Equal(t, "PK\x05\x06", string(made[endOfTwo:endOfTwo+4]))
	gap, gapAndName := b, stored("bb", nil)
	gap.before, gapAndName.before, gapAndName.localName = []byte("x"), []byte("x"), "b"
	packedA := func(n int) []byte { return put(made, 18, n, centralA+20, n) }
	reordered := slices.Concat(made[:centralA], made[centralB:endOfTwo], made[centralA:centralB], made[endOfTwo:])
	noMark, field := a, extra(0x5455, made[:30+1]) // what a header without its mark would have for an extra field is the header
	noMark.before = append(patched(made[:30+1], 0, 'x', 28, len(field)), field[:4]...)
	name := func(name string) map[string]string { return map[string]string{"name": name} }
	offset := func(n int) map[string]string { return map[string]string{"offset": fmt.Sprint(n)} }
	overlap, stray, malformed := []string{"PACK-07"}, []string{"PACK-05"}, []string{"PACK-04"}
	behind := func(n int) []byte { return append(bytes.Clone(made), make([]byte, n)...) }
	for _, c := range []told{
		{"as it is", made, noBag, nil},
		{"in another order", reordered, noBag, nil},
		{"behind what is a header but for its mark", two(noMark, b), stray, offset(0)},
		{"one byte over the next", packedA(6), overlap, name("b")},
		{"up to the directory", packedA(36), overlap, name("b")},
		{"into the directory", packedA(37), overlap, name("a")},
		{"the last into the directory", put(made, localB+18, 1, centralB+20, 1), overlap, name("b")},
		{"the last in the directory", put(patched(made, localB+28, 10), localB+18, 1, centralB+20, 1), overlap, name("b")},
		{"a header beyond the end", patched(made, localB+28, 0xff, localB+29, 0xff), stray, offset(localB)},
		{"a byte between", two(a, gap), stray, offset(localB)},
		{"a byte between and one less of the name", two(a, gapAndName), stray, offset(localB)},

		{"a directory behind the end", put(made, endOfTwo+16, endOfTwo+1), malformed, nil},
		{"a directory too long", put(made, endOfTwo+12, endOfTwo-centralA+1), malformed, nil},
		{"a directory too short", put(made, endOfTwo+12, endOfTwo-centralA-1), stray, offset(endOfTwo - 1)},
		{"the most files", put(made, endOfTwo+8, 1000<<16|1000), malformed, nil},
		{"one more than that", put(made, endOfTwo+8, 1001<<16|1001), []string{"PACK-08"}, map[string]string{"count": "1001", "limit": "1000"}},

		{"a comment that is not there", patched(made, len(made)-2, 1), stray, offset(len(made))},
		{"as much behind as a comment may have", behind(math.MaxUint16), stray, offset(len(made))},
		{"what is an end but for its mark", append(put(behind(23), len(made)+12, len(made)), 0), stray, offset(len(made))},
		{"more behind", behind(math.MaxUint16 + 1), []string{"PACK-02"}, nil},
	} {
		c.check(t)
	}
}

// A directory may have 4 MB, and no more of it is read.
func TestMostOfADirectory(t *testing.T) {
	t.Parallel()
	var items []item
	for i := range 64 { // a name of two bytes and a comment make each 64 KB
		items = append(items, item{name: fmt.Sprint(10 + i), comment: strings.Repeat("x", 1<<16-46-2), at: -1})
	}
	_, problems := check(zipOf(items))
	assert.Contains(t, codes(problems), "PACK-13")
	items[0].comment += "x"
	_, problems = check(zipOf(items))
	assert.Equal(t, []string{"PACK-04"}, codes(problems))
}

// What the ZIP64 records say is what the end says, where that says it.
func TestWideEnds(t *testing.T) {
	t.Parallel()
	made := two(stored("a", []byte("first")), stored("b", nil))
	wide := zip64Of(made)
	narrow := func(b []byte, from, to, change int) []byte { // a field that the end gives after all
		b, end := bytes.Clone(b), len(b)-22
		copy(b[end+from:end+to], made[endOfTwo+from:])
		b[end+from] ^= byte(change)
		return b
	}
	malformed := []string{"PACK-04"}
	for _, f := range [][2]int{{8, 10}, {10, 12}, {12, 16}, {16, 20}} {
		for _, c := range []told{
			{"the same", narrow(wide, f[0], f[1], 0), noBag, nil},
			{"another", narrow(wide, f[0], f[1], 1), malformed, nil},
		} {
			c.check(t)
		}
	}
	short := zip64Of(made, 40, endOfTwo-centralA-1) // of which the end gives all but the size
	short = narrow(narrow(narrow(short, 8, 10, 0), 10, 12, 0), 16, 20, 0)
	none := zip64Of(zipOf(nil))
	none = slices.Concat(none[:len(none)-22+8], make([]byte, 8), none[len(none)-6:]) // all but the offset
	for _, c := range []told{
		{"shorter", short, []string{"PACK-05"}, map[string]string{"offset": fmt.Sprint(endOfTwo - 1)}},
		{"no files", none, noBag[2:], nil},
		{"a record elsewhere", decoy(), malformed, nil},
		{"counts alone, and no record", patched(narrow(narrow(wide, 12, 16, 0), 16, 20, 0), endOfTwo, 'x'), malformed, nil},
	} {
		c.check(t)
	}
	for at := 56; at < 76; at++ {
		c := told{fmt.Sprint("byte of the locator: ", at-56), patched(none, at, int(none[at]^1)), malformed, nil}
		c.check(t)
	}
}

// decoy is a ZIP with a directory and its ZIP64 record in a file, to which its
// locator leads: some readers take that one.
func decoy() []byte {
	const directory, name = 46 + 1, 30 + 1
	file := item{name: "a", text: make([]byte, directory+56), sum: 1, at: -1}
	made := zipOf([]item{file})
	wide := zip64Of(made)
	at := len(wide) - 22 - 20 - 56
	inner := slices.Concat(made[at-directory:at], put(wide[at:at+56], 48, name))
	return put(slices.Concat(wide[:name], inner, wide[at-directory:]), at+56+8, name+directory)
}

// sparse has nothing but zeros between its ends.
type sparse struct {
	head, tail []byte
	size       int64
}

func (s *sparse) ReadAt(b []byte, at int64) (int, error) {
	n := int(min(int64(len(b)), s.size-at))
	for i := range b[:n] {
		switch p := at + int64(i); {
		case p < int64(len(s.head)):
			b[i] = s.head[p]
		case p >= s.size-int64(len(s.tail)):
			b[i] = s.tail[p-s.size+int64(len(s.tail))]
		default:
			b[i] = 0
		}
	}
	if n < len(b) {
		return n, io.EOF
	}
	return n, nil
}

// A size that is written as one that does not fit, and does.
func TestLargestNarrowSize(t *testing.T) {
	t.Parallel()
	const body = 30 + 1
	file := item{name: "a", method: zip.Deflate, extra: extra(1, le64s(math.MaxUint32)), localExtra: []byte{}, at: -1}
	made := zipOf([]item{file})
	at := bytes.Index(made, []byte("PK\x01\x02"))
	wide := zip64Of(put(made, 18, absent, at+20, absent))
	end := len(wide) - 22 - 20 - 56
	directory := int64(body + math.MaxUint32)
	copy(wide[end+48:], le64s(uint64(directory)))
	copy(wide[end+56+8:], le64s(uint64(directory)+uint64(end-at)))
	s := &sparse{head: wide[:body], tail: wide[at:]}
	s.size = directory + int64(len(s.tail))
	_, problems := pack.Check(s, s.size, pack.Options{})
	assert.Equal(t, []string{"PACK-06"}, codes(problems))
}

// The sizes behind a file are written in four ways, and its own header may give
// them too.
func TestSizesBehind(t *testing.T) {
	t.Parallel()
	changed := evidenceFirst(t)
	for _, mark := range []string{"PK\x07\x08", ""} {
		for _, size := range []int{4, 8} {
			for _, wrong := range []int{0, 1} {
				items := changed(func(i *item) { i.method, i.flags = zip.Deflate, 1<<3 })
				first, file := items[0], deflated(items[0].text, true)
				sizes := append([]byte(mark), binary.LittleEndian.AppendUint32(nil, crc32.ChecksumIEEE(first.text))...)
				for _, n := range []int{len(file), len(first.text) + wrong} {
					sizes = append(sizes, le64s(uint64(n))[:size]...)
				}
				items[1].before = sizes
				given := zipOf(items)
				for _, b := range [][]byte{given, put(given, 14, 0, 18, 0, 22, 0), put(given, 14, 0), put(given, 18, 0), put(given, 22, 0)} {
					_, problems := check(b)
					if wrong == 0 {
						assert.Empty(t, codes(problems), "%q, %d bytes", mark, size)
						continue
					}
					require.Equal(t, []string{"PACK-06", "PACK-05"}, codes(problems), "%q, %d bytes", mark, size)
					assert.Equal(t, map[string]string{"name": first.name}, paramsOf(problems[0]))
					assert.Equal(t, map[string]string{"offset": fmt.Sprint(30 + len(first.name) + len(file))}, paramsOf(problems[1]))
				}
				if wrong == 0 {
					_, problems := check(put(given, 18, absent, 22, absent))
					assert.Equal(t, []string{"PACK-06"}, codes(problems), "sizes that stand nowhere")
				}
			}
		}
	}
}

// A file's own header may have its sizes in an extra field, both of them.
func TestOwnWideSizes(t *testing.T) {
	t.Parallel()
	changed := evidenceFirst(t)
	text := changed(func(*item) {})[0].text
	name := changed(func(*item) {})[0].name
	isPacked, is := len(deflated(text, true)), len(text)
	sizes := le64s(uint64(is), uint64(isPacked))
	of := func(unpacked, packed int, own []byte) []byte {
		return put(zipOf(changed(func(i *item) { i.method, i.localExtra = zip.Deflate, own })), 18, packed, 22, unpacked)
	}
	huge := func(size uint64, unpacked int, own []byte) []byte { // in the directory's field alone, or in both
		items := changed(func(i *item) {
			i.method, i.size, i.extra, i.localExtra = zip.Deflate, absent, extra(1, le64s(size)), own
		})
		return put(zipOf(items), 18, unpacked)
	}
	differs := []string{"PACK-06"}
	for _, c := range []told{
		{"both", of(absent, absent, extra(1, sizes)), nil, nil},
		{"both, behind times", of(absent, absent, append(extra(0x5455, nil), extra(1, sizes)...)), nil, nil},
		{"the packed one", of(is, absent, extra(1, sizes)), differs, nil},
		{"the other", of(absent, isPacked, extra(1, sizes)), differs, nil},
		{"in another field", of(absent, absent, extra(0x5455, sizes)), differs, nil},
		{"too short", of(absent, absent, extra(1, sizes[:8])), differs, nil},
		{"too long", of(absent, absent, extra(1, append(bytes.Clone(sizes), 0))), differs, nil},
		{"in none", of(absent, absent, []byte{}), differs, nil},
		{"cut", of(absent, absent, extra(1, sizes)[:19]), []string{"PACK-06", "PACK-13"}, nil},
		{"4 GB", huge(math.MaxUint32, isPacked, []byte{}), []string{"PACK-06", "PACK-09"}, nil},
		{"2⁶³", huge(1<<63, absent, extra(1, le64s(1<<63, uint64(isPacked)))), []string{"PACK-09"}, map[string]string{"name": name, "size": "9223372036854775807", "limit": "2000000000"}},
	} {
		c.check(t)
	}
}

// Extra fields that change nothing are whole, and stand in either header.
func TestExtraFields(t *testing.T) {
	t.Parallel()
	changed := evidenceFirst(t)
	times := extra(0x5455, []byte("\x01abcd"))
	refused := []string{"PACK-13"}
	for _, before := range [][]byte{nil, extra(0x7875, nil), extra(1, nil)} {
		for n := range len(times) + 1 {
			var want []string
			if 0 < n && n < len(times) {
				want = refused
			}
			fields := append(bytes.Clone(before), times[:n]...)
			for _, c := range []told{
				{"directory", zipOf(changed(func(i *item) { i.extra, i.localExtra = fields, []byte{} })), want, nil},
				{"own header", zipOf(changed(func(i *item) { i.localExtra = fields })), want, nil},
			} {
				c.what += fmt.Sprintf(": %q", fields)
				c.check(t)
			}
		}
	}
	for _, c := range []told{
		{"a known one behind one that is not", zipOf(changed(func(i *item) { i.extra = append(extra(0x6e75, nil), times...) })), refused, nil},
		{"a name in Unicode, cut before it", zipOf(changed(func(i *item) { i.extra = extra(0x7075, make([]byte, 4)) })), refused, nil},
		{"no name in Unicode", zipOf([]item{{extra: unicodeName(""), at: -1}}), []string{"PACK-14"}, nil},
	} {
		c.check(t)
	}
}

// Each flag, and what systems say of a file.
func TestFlagsAndModes(t *testing.T) {
	t.Parallel()
	changed := evidenceFirst(t)
	name := changed(func(*item) {})[0].name
	named := map[string]string{"name": name}
	for bit := range 16 {
		want := []string{"PACK-13"}
		switch bit {
		case 0, 6, 13:
			want = []string{"PACK-11"}
		case 1, 2, 11: // 11: a name that is ASCII
			want = nil
		case 3: // TestSizesBehind
			continue
		}
		c := told{fmt.Sprint("flag ", bit), zipOf(changed(func(i *item) { i.flags, i.method = 1<<bit, zip.Deflate })), want, nil}
		if want != nil {
			c.params = named
		}
		c.check(t)
	}
	file := func(attrs uint32) []byte { return zipOf(changed(func(i *item) { i.attrs = attrs })) }
	folder := func(change func(i *item)) []byte {
		i := item{name: "data/", at: -1}
		change(&i)
		return zipOf(append(changed(func(*item) {}), i))
	}
	special := []string{"PACK-15"}
	for _, c := range []told{
		{"as others write", file(0o100644 << 16), nil, nil},
		{"all permissions", file(0o100777 << 16), nil, nil},
		{"permissions without a kind", file(0o777 << 16), nil, nil},
		{"read only, hidden, of the system, to be archived", file(0x27), nil, nil},
		{"sticky", file(0o101644 << 16), special, named},
		{"setgid", file(0o102644 << 16), special, named},
		{"setuid", file(0o104644 << 16), special, named},
		{"a pipe", file(0o010644 << 16), special, named},
		{"a folder", folder(func(i *item) { i.attrs = 0o040777<<16 | 0x10 }), nil, nil},
		{"a folder without a kind", folder(func(i *item) { i.attrs = 0x11 }), nil, nil},
		{"a folder that is a link", folder(func(i *item) { i.attrs = 0o120777 << 16 }), special, nil},
		{"a folder of nothing, deflated", folder(func(i *item) { i.method = zip.Deflate }), special, nil},
		{"a folder of a size", folder(func(i *item) { i.size = 1 }), []string{"PACK-06", "PACK-15"}, nil},
		{"encrypted, of no size in its own header", put(zipOf(changed(func(i *item) { i.flags = 1 })), 18, 0), []string{"PACK-06", "PACK-11"}, named},
		{"by another method", zipOf(changed(func(i *item) { i.method = 9 })), []string{"PACK-12"}, map[string]string{"name": name, "method": "9"}},
		{"too large", zipOf(changed(func(i *item) { i.method, i.size = zip.Deflate, pack.MaxFileBytes+1 })), []string{"PACK-09"}, map[string]string{"name": name, "size": "2000000001", "limit": "2000000000"}},
	} {
		c.check(t)
	}
}

// Names by themselves and beside others.
func TestNames(t *testing.T) {
	t.Parallel()
	old := func(name string) []byte { return two(item{name: name, flags: 0x800, at: -1}, stored("b", nil)) } // without the flag of UTF-8
	one := func(name string) []byte { return two(stored(name, nil), stored("b", nil)) }
	thrice := zipOf([]item{stored("x", nil), stored("X", nil), stored("x/", nil)})
	composed, unsafe := []string{"PACK-17"}, []string{"PACK-14"}
	for _, c := range []told{
		{"ASCII", old("~"), noBag, nil},
		{"the last of ASCII", old("x\x7f"), unsafe, nil},
		{"the first that is none", old("x\u0080"), composed, nil},
		{"not marked as UTF-8", old("ế"), composed, map[string]string{"name": "ế"}},
		{"nor that, and encrypted", two(item{name: "ế", flags: 0x801, at: -1}, stored("b", nil)), []string{"PACK-11", "PACK-17"}, nil},
		{"marked so", one("ế"), noBag, nil},
		{".", one("."), unsafe, map[string]string{"name": "."}},
		{"twice", thrice, []string{"PACK-16", "PACK-16"}, map[string]string{"name": "X", "other": "x"}},
	} {
		c.check(t)
	}
	_, problems := check(thrice)
	assert.Equal(t, map[string]string{"name": "x/", "other": "X"}, paramsOf(problems[1]))
}

// Whichever read fails, the package is one that cannot be read.
func TestEachReadFails(t *testing.T) {
	t.Parallel()
	plain := two(stored("a", []byte("first")), stored("b", nil))
	for _, b := range [][]byte{plain, zip64Of(plain), plain[:100]} {
		for n := 0; ; n++ {
			r := &failsOnce{bytes.NewReader(b), n}
			_, problems := pack.Check(r, int64(len(b)), pack.Options{})
			if r.left >= 0 { // no read was left to fail
				assert.Greater(t, n, 2)
				break
			}
			assert.Equal(t, []string{"PACK-03"}, codes(problems), "read %d", n)
		}
	}
}

// failsOnce cannot be read once, after some times.
type failsOnce struct {
	io.ReaderAt
	left int
}

func (f *failsOnce) ReadAt(b []byte, at int64) (int, error) {
	if f.left--; f.left == -1 {
		return 0, errFull
	}
	return f.ReaderAt.ReadAt(b, at)
}
