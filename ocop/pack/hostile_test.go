package pack_test

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/unicode/norm"

	"github.com/ocop-vn/ocop-go/ocop/pack"
	"github.com/ocop-vn/ocop-go/scoring/budget"
)

// item is a file of a ZIP that is written byte by byte, with what may be false in
// each of its two headers.
type item struct {
	name, localName string // localName: "" for name
	text            []byte
	method          uint16
	flags           uint16 // beside that of UTF-8, which it takes away where it has it
	attrs           uint32
	size            int // that is declared; 0 for the text's
	localSize       int // likewise, in its own header
	sum             uint32
	extra           []byte
	localExtra      []byte // nil for extra
	comment         string
	at              int    // -1: own place; else the offset that the directory gives
	before, behind  []byte // the header, the content, where no file counts them
	unended         bool   // deflated without an end
}

func stored(name string, text []byte) item { return item{name: name, text: text, at: -1} }

func (i item) local() string {
	if i.localName != "" {
		return i.localName
	}
	return i.name
}

// zipOf writes a ZIP of items.
func zipOf(items []item) []byte {
	var b, directory []byte
	le := binary.LittleEndian
	for _, i := range items {
		text := i.text
		if i.method == zip.Deflate {
			text = deflated(i.text, !i.unended)
		}
		text = append(text, i.behind...)
		size, localSize, sum, at := len(i.text), len(i.text), crc32.ChecksumIEEE(i.text), uint32(len(b)+len(i.before))
		if i.size != 0 {
			size, localSize = i.size, i.size
		}
		if i.localSize != 0 {
			localSize = i.localSize
		}
		if i.sum != 0 {
			sum = i.sum
		}
		if i.at >= 0 {
			at = uint32(i.at)
		}
		localExtra := i.extra
		if i.localExtra != nil {
			localExtra = i.localExtra
		}
		head := func(b []byte, size int, name string, extra []byte) []byte {
			b = le.AppendUint16(b, 20)
			b = le.AppendUint16(b, 0x800^i.flags)
			b = le.AppendUint16(b, i.method)
			b = le.AppendUint32(b, 0x21<<16) // 1 January 1980
			b = le.AppendUint32(b, sum)
			b = le.AppendUint32(b, uint32(len(text)))
			b = le.AppendUint32(b, uint32(size))
			b = le.AppendUint16(b, uint16(len(name)))
			return le.AppendUint16(b, uint16(len(extra)))
		}
		if i.at < 0 {
			b = append(b, i.before...)
			b = append(append(head(append(b, "PK\x03\x04"...), localSize, i.local(), localExtra), i.local()...), localExtra...)
			b = append(b, text...)
		}
		directory = head(append(directory, "PK\x01\x02\x14\x03"...), size, i.name, i.extra)
		directory = le.AppendUint16(directory, uint16(len(i.comment)))
		directory = le.AppendUint32(directory, 0)
		directory = le.AppendUint32(directory, i.attrs)
		directory = le.AppendUint32(directory, at)
		directory = append(append(append(directory, i.name...), i.extra...), i.comment...)
	}
	end := append([]byte("PK\x05\x06"), 0, 0, 0, 0)
	end = le.AppendUint16(le.AppendUint16(end, uint16(len(items))), uint16(len(items)))
	end = le.AppendUint32(le.AppendUint32(end, uint32(len(directory))), uint32(len(b)))
	return slices.Concat(b, directory, end, []byte{0, 0})
}

func deflated(text []byte, ended bool) []byte {
	var b bytes.Buffer
	w, _ := flate.NewWriter(&b, 9)
	_, _ = w.Write(text)
	_ = w.Flush()
	if ended {
		_ = w.Close()
	}
	return b.Bytes()
}

// noise does not compress.
func noise(n int) []byte {
	r, b := rand.New(rand.NewPCG(26, 17)), make([]byte, n)
	for i := range b {
		b[i] = byte(r.IntN(256))
	}
	return b
}

// itemsOf takes a package apart.
func itemsOf(t testing.TB, b []byte) []item {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	require.NoError(t, err)
	var items []item
	for _, f := range z.File {
		text, err := readAll(f)
		require.NoError(t, err)
		items = append(items, stored(f.Name, text))
	}
	return items
}

func readAll(f *zip.File) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close() //nolint:errcheck // only read
	var b bytes.Buffer
	_, err = b.ReadFrom(r)
	return b.Bytes(), err
}

// at is the item of a name, to be changed in place.
func at(items []item, name string) *item {
	i := slices.IndexFunc(items, func(i item) bool { return i.name == name })
	return &items[i]
}

// replace replaces a text in a tag file and has the tag manifest say its hash.
func replace(items []item, name, old, replacement string) []item {
	i := at(items, name)
	before := sum(i.text)
	i.text = bytes.Replace(i.text, []byte(old), []byte(replacement), 1)
	tags := at(items, "tagmanifest-sha256.txt")
	tags.text = bytes.Replace(tags.text, []byte(before), []byte(sum(i.text)), 1)
	return items
}

// Each way in which a package can be false has its code, whatever else is true.
func TestHostile(t *testing.T) {
	t.Parallel()
	document, files := fitted(t, whole)
	good := packed(t, document, files, pack.Options{})
	const proof = "data/evidence/"
	first := itemsOf(t, good)[5].name
	require.Contains(t, first, proof)
	base := strings.TrimPrefix(first, proof)
	x, problems := check(good)
	require.Empty(t, codes(problems))
	pointer := ""
	for i, e := range x.Evidence {
		if e.File.Name == base {
			pointer = fmt.Sprintf("/evidence/%d/file", i)
		}
	}
	one := func(change func(i *item)) func([]item) []item {
		return func(items []item) []item {
			change(at(items, first))
			return items
		}
	}
	with := func(more ...item) func([]item) []item {
		return func(items []item) []item { return append(items, more...) }
	}
	tag := func(name, old, replacement string) func([]item) []item {
		return func(items []item) []item { return replace(items, name, old, replacement) }
	}
	without := func(name string) func([]item) []item {
		return func(items []item) []item {
			return slices.DeleteFunc(items, func(i item) bool { return i.name == name })
		}
	}
	mode := func(m uint32) func([]item) []item { return one(func(i *item) { i.attrs = m }) }
	for _, c := range []struct {
		what string
		make func(items []item) []item
		want []string // nil: valid
	}{
		{"as it is", with(), nil},
		{"deflated", one(func(i *item) { i.method = zip.Deflate }), nil},
		{"folders", with(stored("data/", nil), stored("data/evidence/", nil)), nil},
		{"no bag-info.txt, no tag manifest", func(items []item) []item {
			return without("bag-info.txt")(without("tagmanifest-sha256.txt")(items))
		}, nil},
		{"in another order", func(items []item) []item { slices.Reverse(items); return items }, nil},
		{"hashes in capitals, tabs, CRLF", func(items []item) []item {
			m := at(items, "manifest-sha256.txt")
			var b strings.Builder
			for line := range strings.Lines(string(m.text)) {
				sum, name, _ := strings.Cut(strings.TrimSpace(line), "  ")
				b.WriteString(strings.ToUpper(sum) + " \t" + name + "\r\n")
			}
			return replace(items, m.name, string(m.text), b.String())
		}, nil},

		// The ZIP.
		{"an entry over another", one(func(i *item) { i.at = 0 }), []string{"PACK-07"}},
		{"the same content twice", with(item{name: proof + "z.pdf", text: document, at: 0}), []string{"PACK-07"}},
		{"bytes before", func(items []item) []item { items[0].before = []byte("MZ"); return items }, []string{"PACK-05"}},
		{"bytes between", one(func(i *item) { i.before = []byte("PK") }), []string{"PACK-05"}},
		{"another name in its own header", one(func(i *item) { i.localName = strings.Repeat("x", len(i.name)) }), []string{"PACK-06"}},
		{"another size in its own header", one(func(i *item) { i.localSize = 1 }), []string{"PACK-06"}},
		{"stored in another size", one(func(i *item) { i.size = 1 }), []string{"PACK-06"}},
		{"encrypted", one(func(i *item) { i.flags = 1 }), []string{"PACK-11"}},
		{"strongly encrypted", one(func(i *item) { i.flags = 1<<6 | 1 }), []string{"PACK-11"}},
		{"encrypted directory", one(func(i *item) { i.flags = 1 << 13 }), []string{"PACK-11"}},
		{"bzip2", one(func(i *item) { i.method = 12 }), []string{"PACK-12"}},
		{"AES", one(func(i *item) { i.method = 99 }), []string{"PACK-12"}},
		{"patch", one(func(i *item) { i.flags = 1 << 5 }), []string{"PACK-13"}},
		{"comment", one(func(i *item) { i.comment = "x" }), []string{"PACK-13"}},
		{"times and owners", one(func(i *item) { i.extra = []byte("UT\x01\x00\x00ux\x00\x00") }), nil},
		{"an unknown extra field", one(func(i *item) { i.extra = []byte("nu\x00\x00") }), []string{"PACK-13"}},
		{"an unknown extra field in its own header", one(func(i *item) { i.localExtra = []byte("nu\x00\x00") }), []string{"PACK-13"}},
		{"a cut extra field", one(func(i *item) { i.extra = []byte("UT\x05\x00") }), []string{"PACK-13"}},
		{"all extra fields that change nothing", one(func(i *item) {
			i.extra = []byte("\x0a\x00\x00\x00UT\x00\x00UX\x00\x00Ux\x00\x00ux\x00\x00")
		}), nil},
		{"the same name in Unicode", one(func(i *item) { i.extra = unicodeName(i.name) }), nil},
		{"another name in Unicode", one(func(i *item) { i.extra = unicodeName("../x.pdf") }), []string{"PACK-13"}},
		{"another name in Unicode in its own header", one(func(i *item) { i.localExtra = unicodeName("../x.pdf") }), []string{"PACK-13"}},
		{"damaged deflate", one(func(i *item) { i.size, i.method = len(i.text)+1, zip.Deflate }), []string{"PACK-22 " + pointer}},
		{"deflate without an end", one(func(i *item) { i.method, i.unended = zip.Deflate, true }), []string{"PACK-18 " + pointer}},
		{"bytes behind deflate", one(func(i *item) { i.method, i.behind = zip.Deflate, []byte("x") }), []string{"PACK-18 " + pointer}},
		{"another CRC", one(func(i *item) { i.sum = 1 }), []string{"PACK-18 " + pointer}},
		{"damaged tag file", func(items []item) []item { at(items, "bagit.txt").sum = 1; return items }, []string{"PACK-18"}},
		{"a damaged tag file, and one that is wrong", func(items []item) []item {
			at(items, "bagit.txt").sum = 1
			return replace(items, "bag-info.txt", "Payload-Oxum:", "Payload-Oxum")
		}, []string{"PACK-18", "PACK-27"}},
		{"a damaged tag file, and another oxum", func(items []item) []item {
			at(items, "bagit.txt").sum = 1
			return replace(items, "bag-info.txt", "Payload-Oxum: ", "Payload-Oxum: 1")
		}, []string{"PACK-18"}},
		{"two damaged tag files", func(items []item) []item {
			at(items, "bagit.txt").sum, at(items, "bag-info.txt").sum = 1, 1
			return items
		}, []string{"PACK-18", "PACK-18"}},

		// Names and modes.
		{"..", with(stored("../x.pdf", nil)), []string{"PACK-14"}},
		{".. within", with(stored("data/evidence/../../../x.pdf", nil)), []string{"PACK-14"}},
		{"absolute", with(stored("/etc/x.pdf", nil)), []string{"PACK-14"}},
		{"backslash", with(stored(`data\evidence\x.pdf`, nil)), []string{"PACK-14"}},
		{"backslash ..", with(stored(`..\x.pdf`, nil)), []string{"PACK-14"}},
		{"drive", with(stored("C:x.pdf", nil)), []string{"PACK-14"}},
		{"stream", with(stored("data/dossier.json:x", nil)), []string{"PACK-14"}},
		{"empty part", with(stored("data//x.pdf", nil)), []string{"PACK-14"}},
		{"no name", with(stored("", nil)), []string{"PACK-14"}},
		{"NUL", with(stored("data/x\x00.pdf", nil)), []string{"PACK-14"}},
		{"line break", with(stored("x\n.pdf", nil)), []string{"PACK-14"}},
		{"not UTF-8", with(stored("x\xff.pdf", nil)), []string{"PACK-17"}},
		{"not NFC", with(stored(norm.NFD.String(proof+"ế.pdf"), nil)), []string{"PACK-17"}},
		{"symbolic link", mode(0o120777 << 16), []string{"PACK-15"}},
		{"device", mode(0o020644 << 16), []string{"PACK-15"}},
		{"folder", mode(0o040755 << 16), []string{"PACK-15"}},
		{"setuid", mode(0o104755 << 16), []string{"PACK-15"}},
		{"a folder by DOS", mode(0x10), []string{"PACK-15"}},
		{"a label by DOS", mode(0x08), []string{"PACK-15"}},
		{"a folder that is said to be a file", with(item{name: "data/", attrs: 0o100644 << 16, at: -1}), []string{"PACK-15"}},
		{"a folder with content", with(stored("data/x/", []byte("x"))), []string{"PACK-15"}},
		{"a name twice", with(stored(first, nil)), []string{"PACK-16"}},
		{"a name in capitals", with(stored(strings.ToUpper(first), nil)), []string{"PACK-16"}},
		{"a name in two normal forms", with(stored(proof+"ế.pdf", nil), stored(norm.NFD.String(proof+"ế.pdf"), nil)), []string{"PACK-17", "PACK-16"}},
		{"a folder of a file's name", with(stored(first+"/", nil)), []string{"PACK-16"}},

		// Sizes.
		{"too many", func(items []item) []item {
			for i := range pack.MaxFiles {
				items = append(items, stored(fmt.Sprint(i), nil))
			}
			return items
		}, []string{"PACK-08"}},
		{"a file too large", one(func(i *item) { i.method, i.size = zip.Deflate, pack.MaxFileBytes+1 }), []string{"PACK-09"}},
		{"all too large", func(items []item) []item {
			for i := range 11 {
				items = append(items, item{name: proof + fmt.Sprint(i) + ".pdf", method: zip.Deflate, size: pack.MaxFileBytes, at: -1})
			}
			return items
		}, append([]string{"PACK-09", "PACK-10"}, slices.Repeat([]string{"PACK-21"}, 11)...)},
		{"more than it warrants", with(item{name: proof + "z.pdf", size: pack.MaxFree + 1, method: zip.Deflate, at: -1}), []string{"PACK-10", "PACK-21"}},
		{"much, and no more than it warrants", with(item{name: proof + "z.pdf", size: pack.MaxFree + 1, text: noise(600_000), method: zip.Deflate, at: -1}), []string{"PACK-21"}},
		{"a tag file too large", func(items []item) []item {
			i := at(items, "bag-info.txt")
			i.text = bytes.Repeat([]byte("a: b\n"), 1<<18)
			return items
		}, []string{"PACK-09"}},
		{"two tag files too large", func(items []item) []item {
			at(items, "bagit.txt").text = make([]byte, pack.MaxTagBytes+1)
			at(items, "bag-info.txt").text = at(items, "bagit.txt").text
			return items
		}, []string{"PACK-09", "PACK-09"}},
		{"a tag file as large as one may be", func(items []item) []item {
			i := at(items, "bag-info.txt")
			return replace(items, i.name, "Source", "x: "+strings.Repeat("y", pack.MaxTagBytes-len("x: \n")-len(i.text))+"\nSource")
		}, nil},
		{"a dossier too large", func(items []item) []item {
			i := at(items, "data/dossier.json")
			i.text = append(i.text, bytes.Repeat([]byte(" "), budget.Dossier().Bytes)...)
			return items
		}, []string{"JSON-04"}},

		// The bag.
		{"no evidence", without(first), []string{"PACK-20 " + pointer}},
		{"no evidence, which is not listed either", func(items []item) []item {
			line := sum(at(items, first).text) + "  " + first + "\n"
			return without(first)(replace(items, "manifest-sha256.txt", line, ""))
		}, []string{"PACK-20 " + pointer}},
		{"no dossier", without("data/dossier.json"), []string{"PACK-20"}},
		{"no bagit.txt", without("bagit.txt"), []string{"PACK-20"}},
		{"no manifest", without("manifest-sha256.txt"), []string{"PACK-20"}},
		{"another manifest", func(items []item) []item {
			at(items, "manifest-sha256.txt").name = "manifest-md5.txt"
			return items
		}, []string{"PACK-28"}},
		{"no manifest, and a text", func(items []item) []item {
			return append(without("manifest-sha256.txt")(items), stored("notes.txt", nil))
		}, []string{"PACK-21", "PACK-20"}},
		{"no manifest, and what is called so", func(items []item) []item {
			return append(without("manifest-sha256.txt")(items), stored("manifest-md5", nil))
		}, []string{"PACK-21", "PACK-20"}},
		{"another manifest beside", with(stored("manifest-md5.txt", nil)), []string{"PACK-21"}},
		{"one file too many", with(stored(proof+"z.pdf", nil)), []string{"PACK-21"}},
		{"fetch.txt", with(stored("fetch.txt", nil)), []string{"PACK-21"}},
		{"a further folder", with(stored("data/x/", nil)), []string{"PACK-21"}},
		{"changed evidence", one(func(i *item) { i.text[7]++ }), []string{"PACK-23 " + pointer}},
		{"shorter evidence", one(func(i *item) { i.text = i.text[1:] }), []string{"PACK-22 " + pointer}},
		{"changed evidence without manifest", func(items []item) []item {
			at(items, first).text[7]++
			return without("manifest-sha256.txt")(items)
		}, []string{"PACK-20", "PACK-23 " + pointer}},
		{"changed evidence of a dossier with an error", func(items []item) []item {
			at(items, first).text[7]++
			return replace(items, "data/dossier.json", `"first"`, `"fresh"`)
		}, []string{"DOSSIER-03 /application", "PACK-23", "PACK-23"}},
		{"a dossier with an error, and no manifest", func(items []item) []item {
			return without("manifest-sha256.txt")(replace(items, "data/dossier.json", `"first"`, `"fresh"`))
		}, []string{"DOSSIER-03 /application", "PACK-20"}},
		{"a dossier with an error, and a text", func(items []item) []item {
			return append(replace(items, "data/dossier.json", `"first"`, `"fresh"`), stored("notes.txt", nil))
		}, []string{"DOSSIER-03 /application", "PACK-21", "PACK-23"}},
		{"shorter evidence, listed with its hash", func(items []item) []item {
			i := at(items, first)
			before := sum(i.text)
			i.text = i.text[1:]
			return replace(items, "manifest-sha256.txt", before, sum(i.text))
		}, []string{"PACK-22 " + pointer}},
		{"changed dossier", tag("data/dossier.json", "{", "{ "), []string{"PACK-23"}},
		{"dossier with an error", tag("data/dossier.json", `"first"`, `"fresh"`), []string{"DOSSIER-03 /application", "PACK-23"}},
		{"not JSON", tag("data/dossier.json", "{", "x"), []string{"JSON-01", "PACK-23"}},
		{"version 0.97", tag("bagit.txt", "1.0", "0.97"), []string{"PACK-25"}},
		{"UTF-16", tag("bagit.txt", "UTF-8", "UTF-16"), []string{"PACK-26"}},
		{"utf-8", tag("bagit.txt", "UTF-8", "utf-8"), nil},
		{"nothing in bagit.txt", tag("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n", ""), []string{"PACK-27"}},
		{"no encoding", tag("bagit.txt", "Tag-File-Character-Encoding: UTF-8\n", ""), []string{"PACK-27"}},
		{"a line more", tag("bagit.txt", "UTF-8\n", "UTF-8\nx: y\n"), []string{"PACK-27"}},
		{"a byte order mark", tag("bagit.txt", "BagIt", "\ufeffBagIt"), []string{"PACK-27"}},
		{"a label without value", tag("bag-info.txt", "Payload-Oxum:", "Payload-Oxum"), []string{"PACK-27"}},
		{"not UTF-8 in bag-info.txt", tag("bag-info.txt", "Source", "\xff"), []string{"PACK-27"}},
		{"another oxum", tag("bag-info.txt", "Payload-Oxum: ", "Payload-Oxum: 1"), []string{"PACK-31"}},
		{"a value that goes on", tag("bag-info.txt", "Payload", "Note: one\n  two\nPayload"), nil},
		{"a first value that goes on", tag("bag-info.txt", "External-Description", "  x\nExternal-Description"), nil},
		{"a value that goes on behind a tab", tag("bag-info.txt", "Payload", "Note: one\n\ttwo\nPayload"), nil},
		{"an oxum twice", tag("bag-info.txt", "Source-Organization", "Payload-Oxum: 1.1\nSource-Organization"), []string{"PACK-31", "PACK-27"}},
		{"a changed tag file", func(items []item) []item {
			at(items, "bag-info.txt").text = []byte("Source-Organization: x\n")
			return items
		}, []string{"PACK-23"}},
		{"another hash in the manifest", tag("manifest-sha256.txt", sum(at(itemsOf(t, good), first).text), sum(nil)), []string{"PACK-24 " + pointer}},
		{"a name that is not UTF-8 in the manifest", tag("manifest-sha256.txt", "\n", "\n"+sum(nil)+"  data/\xff\n"), []string{"PACK-27"}},
		{"a tag file that is not listed", tag("tagmanifest-sha256.txt", sum(at(itemsOf(t, good), "bagit.txt").text)+"  bagit.txt\n", ""), nil},
		{"a hash that is too long", tag("manifest-sha256.txt", "\n", "\n"+sum(nil)+"0  data/x\n"), []string{"PACK-27"}},
		{"a hash without a file", tag("tagmanifest-sha256.txt", "\n", "\n"+sum(nil)+"  \n"), []string{"PACK-27"}},
		{"a short hash", tag("manifest-sha256.txt", sum(at(itemsOf(t, good), first).text), "12"), []string{"PACK-27", "PACK-30 " + pointer}},
		{"a line of nothing", tag("manifest-sha256.txt", "\n", "\n\n"), []string{"PACK-27"}},
		{"listed twice", tag("manifest-sha256.txt", "\n", "\n"+sum(nil)+"  data/dossier.json\n"), []string{"PACK-29"}},
		{"a listed file that is not there", tag("manifest-sha256.txt", "\n", "\n"+sum(nil)+"  data/x\n"), []string{"PACK-20"}},
		{"a listed tag file", tag("manifest-sha256.txt", "\n", "\n"+sum(nil)+"  bagit.txt\n"), []string{"PACK-27"}},
		{"a listed tag file that is not there", tag("tagmanifest-sha256.txt", "\n", "\n"+sum(nil)+"  x.txt\n"), []string{"PACK-20"}},
		{"not listed", tag("manifest-sha256.txt", sum(at(itemsOf(t, good), first).text)+"  "+first+"\n", ""), []string{"PACK-30 " + pointer}},
	} {
		t.Run(c.what, func(t *testing.T) {
			t.Parallel()
			assertRefused(t, zipOf(c.make(itemsOf(t, good))), c.want)
		})
	}

	made := zipOf(itemsOf(t, good))
	nested := append(bytes.Clone(made[:300]), zipOf([]item{stored("a", nil)})...)
	for _, c := range []struct {
		what string
		b    []byte
		want string
	}{
		{"nothing", nil, "PACK-01"},
		{"JSON", document, "PACK-01"},
		{"RAR", []byte("Rar!\x1a\x07\x01\x00 and more of it than an end has"), "PACK-01"},
		{"without an end", made[:len(made)-1], "PACK-02"},
		{"half", made[:len(made)/2], "PACK-02"},
		{"its first four bytes", made[:4], "PACK-02"},
		{"a byte less than an end", made[:21], "PACK-02"},
		{"a byte less than an end, and no ZIP", make([]byte, 21), "PACK-01"},
		{"an end alone that asks for ZIP64", slices.Concat(make([]byte, 75), []byte("PK\x05\x06\x00\x00\x00\x00"), bytes.Repeat([]byte{0xff}, 12), []byte{0, 0}), "PACK-04"},
		{"bytes before the directory", beforeDirectory(made, []byte("more")), "PACK-05"},
		{"more in the directory than files", inDirectory(made, []byte("more")), "PACK-04"},
		{"65,536 files more than it counts", inDirectory(made, bytes.Repeat(append([]byte("PK\x01\x02"), make([]byte, 42)...), 1<<16)), "PACK-04"},
		{"half, with a ZIP in it", append(nested, "half a file"...), "PACK-02"},
		{"a byte behind", append(bytes.Clone(made), 0), "PACK-05"},
		{"a comment", append(bytes.Clone(made[:len(made)-2]), "\x01\x00x"...), "PACK-05"},
		{"another ZIP behind", slices.Concat(made, zipOf([]item{stored("a", nil)})), "PACK-05"},
		{"the directory cut", slices.Concat(made[:len(made)-40], made[len(made)-22:]), "PACK-04"},
		{"more files than are there", patched(made, len(made)-14, 7, len(made)-12, 7), "PACK-04"},
		{"of two disks", patched(made, len(made)-18, 1), "PACK-04"},
		{"ZIP64 of another length", zip64Of(made, 4, 1), "PACK-04"},
		{"ZIP64 of another count", zip64Of(made, 32, 0), "PACK-04"},
		{"ZIP64 of far too many", zip64Of(made, 30, 1, 38, 1), "PACK-08"},
		{"ZIP64 of two disks", zip64Of(made, 16, 1), "PACK-04"},
		{"ZIP64 without its records", patched(made, len(made)-14, 0xff, len(made)-13, 0xff, len(made)-12, 0xff, len(made)-11, 0xff), "PACK-04"},
	} {
		t.Run(c.what, func(t *testing.T) {
			t.Parallel()
			assertRefused(t, c.b, []string{c.want})
		})
	}
	assertRefused(t, zip64Of(made), nil)
	for _, absent := range [][2]int{{8, 10}, {10, 12}, {16, 20}} { // one count alone, or the offset
		wide := zip64Of(made)
		end := wide[len(wide)-22:]
		copy(end, made[len(made)-22:])
		for i := absent[0]; i < absent[1]; i++ {
			end[i] = 0xff
		}
		assertRefused(t, wide, nil)
	}
	_, problems = pack.Check(bytes.NewReader(made), int64(len(made))+5, pack.Options{})
	assert.Equal(t, []string{"PACK-02"}, codes(problems), "shorter than it is said to be")
	empty := zipOf(nil)
	assertRefused(t, empty, []string{"PACK-20", "PACK-20", "PACK-20"})
}

// patched has some bytes changed: each a place and a value.
func patched(b []byte, changes ...int) []byte {
	b = bytes.Clone(b)
	for i := 0; i < len(changes); i += 2 {
		b[changes[i]] = byte(changes[i+1])
	}
	return b
}

// beforeDirectory is a package with some bytes between its files and its directory.
func beforeDirectory(b, more []byte) []byte {
	le, end := binary.LittleEndian, bytes.Clone(b[len(b)-22:])
	at := le.Uint32(end[16:])
	le.PutUint32(end[16:], at+uint32(len(more)))
	return slices.Concat(b[:at], more, b[at:len(b)-22], end)
}

// inDirectory is a package with some bytes more in its directory.
func inDirectory(b, more []byte) []byte {
	le, end := binary.LittleEndian, bytes.Clone(b[len(b)-22:])
	le.PutUint32(end[12:], le.Uint32(end[12:])+uint32(len(more)))
	return slices.Concat(b[:len(b)-22], more, end)
}

// zip64Of is a package with the records that one of over 4 GB has, some of their
// bytes changed.
func zip64Of(b []byte, changes ...int) []byte {
	le, end := binary.LittleEndian, bytes.Clone(b[len(b)-22:])
	at := len(b) - 22
	record := append([]byte("PK\x06\x06"), 44, 0, 0, 0, 0, 0, 0, 0, 45, 0, 45, 0, 0, 0, 0, 0, 0, 0, 0, 0)
	for _, n := range []uint64{uint64(le.Uint16(end[8:])), uint64(le.Uint16(end[10:])), uint64(le.Uint32(end[12:])), uint64(le.Uint32(end[16:]))} {
		record = le.AppendUint64(record, n)
	}
	locator := append(le.AppendUint64([]byte("PK\x06\x07\x00\x00\x00\x00"), uint64(at)), 1, 0, 0, 0)
	for i := 8; i < 20; i++ {
		end[i] = 0xff
	}
	return slices.Concat(b[:at], patched(record, changes...), locator, end)
}

func unicodeName(name string) []byte {
	field := append([]byte{1, 0, 0, 0, 0}, name...)
	return append(binary.LittleEndian.AppendUint16([]byte("up"), uint16(len(field))), field...)
}

// assertRefused checks that a package has these errors, and that where it has one
// nothing of it is unpacked.
func assertRefused(t *testing.T, b []byte, want []string) {
	t.Helper()
	x, problems := check(b)
	assert.Equal(t, want, codes(problems))
	dir := t.TempDir()
	err := pack.Extract(bytes.NewReader(b), int64(len(b)), filepath.Join(dir, "below", "bag"), pack.Options{})
	require.Error(t, err, "no folder there")
	require.NoError(t, os.Mkdir(filepath.Join(dir, "below"), 0o755))
	err = pack.Extract(bytes.NewReader(b), int64(len(b)), filepath.Join(dir, "below", "bag"), pack.Options{})
	if want == nil {
		assert.NoError(t, err)
		assert.NotZero(t, x)
		return
	}
	assert.Zero(t, x)
	assert.NotEmpty(t, listOf(t, err))
	entries, err := os.ReadDir(filepath.Join(dir, "below"))
	require.NoError(t, err)
	assert.Empty(t, entries)
}

// Overlapping files as in the bomb of 42 kilobytes: many entries for one content.
func TestOverlappingBomb(t *testing.T) {
	t.Parallel()
	kernel := item{name: "data/evidence/0.pdf", text: make([]byte, 10<<20), method: zip.Deflate, at: -1}
	items := []item{kernel}
	for n := 1; n < 900; n++ {
		items = append(items, item{name: fmt.Sprintf("data/evidence/%d.pdf", n), localName: kernel.name, text: kernel.text, method: zip.Deflate, at: 0})
		items[n].text = nil
	}
	_, problems := check(zipOf(items))
	assert.Equal(t, []string{"PACK-07"}, codes(problems))
}

// A thousand packages with a few bytes changed, cut or repeated: each is refused,
// or has the same dossier and files as before. None ends the program, and none
// leaves anything beside the folder that was asked for.
func TestMutations(t *testing.T) {
	t.Parallel()
	document, files := fitted(t, whole)
	good := packed(t, document, files, pack.Options{})
	made := zipOf(itemsOf(t, good)) // not compressed, so that changes reach the tag files
	want := tree(t, extracted(t, good))
	n := 1000
	if testing.Short() {
		n = 200
	}
	valid := 0
	for seed := range n {
		r := rand.New(rand.NewPCG(26, uint64(seed)))
		b := mutated(r, [][]byte{good, made}[seed%2])
		x, problems := check(b)
		dir := t.TempDir()
		err := pack.Extract(bytes.NewReader(b), int64(len(b)), filepath.Join(dir, "bag"), pack.Options{})
		if problems.Err() != nil {
			assert.Error(t, err, seed)
			assert.Zero(t, x, seed)
			entries, err := os.ReadDir(dir)
			require.NoError(t, err)
			assert.Empty(t, entries, seed)
			continue
		}
		valid++
		require.NoError(t, err, seed)
		assert.Equal(t, want, tree(t, filepath.Join(dir, "bag")), seed)
	}
	t.Logf("%d of %d are still valid", valid, n)
	assert.Less(t, valid, n/5)
}

func extracted(t testing.TB, b []byte) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "bag")
	require.NoError(t, pack.Extract(bytes.NewReader(b), int64(len(b)), dir, pack.Options{}))
	return dir
}

// mutated is a package with some of its bytes changed, more often those of headers.
func mutated(r *rand.Rand, b []byte) []byte {
	b = bytes.Clone(b)
	somewhere := func() int {
		if r.IntN(2) == 0 {
			return r.IntN(len(b))
		}
		marks := [][]byte{[]byte("PK\x03\x04"), []byte("PK\x01\x02"), []byte("PK\x05\x06"), []byte("PK\x07\x08")}
		mark := marks[r.IntN(len(marks))]
		from := r.IntN(len(b))
		if i := bytes.Index(b[from:], mark); i >= 0 {
			return min(from+i+r.IntN(60), len(b)-1)
		}
		return len(b) - 1 - r.IntN(min(len(b), 60))
	}
	for range 1 + r.IntN(3) {
		switch r.IntN(6) {
		case 0:
			b = b[:max(1, somewhere())]
		case 1:
			i := somewhere()
			b = slices.Insert(b, i, b[i])
		case 2:
			i := somewhere()
			b = slices.Delete(b, i, min(len(b), i+1+r.IntN(8)))
			if len(b) == 0 {
				return b
			}
		case 3:
			b[somewhere()] = [...]byte{0, 1, 0xff}[r.IntN(3)]
		default:
			b[somewhere()] ^= 1 << r.IntN(8)
		}
	}
	return b
}

// What is refused stays within the budget of a dossier's problems, and says names
// that are long short.
func TestManyProblems(t *testing.T) {
	t.Parallel()
	var items []item
	for n := range pack.MaxFiles {
		items = append(items, stored(strings.Repeat("ế", 300)+fmt.Sprint(n), nil))
	}
	_, problems := check(zipOf(items))
	assert.Len(t, problems, budget.Dossier().Problems+1)
	assert.Less(t, len(problems.AppendVerdict(nil)), budget.Dossier().Output+1000)
	assert.Less(t, len(problems[0].Message.Vi), 300)
}

// FuzzCheck has any bytes for a package: it ends, it tells what is wrong within
// its budget, and it unpacks what it calls valid.
func FuzzCheck(f *testing.F) {
	document, files := fitted(f, whole)
	good := packed(f, document, files, pack.Options{})
	f.Add(good)
	f.Add(zipOf(itemsOf(f, good)))
	f.Add(zipOf([]item{stored("data/dossier.json", document), stored("../x", nil)}))
	f.Add(zipOf(nil))
	f.Fuzz(func(t *testing.T, b []byte) {
		x, problems := check(b)
		dir := filepath.Join(t.TempDir(), "bag")
		err := pack.Extract(bytes.NewReader(b), int64(len(b)), dir, pack.Options{})
		if problems.Err() != nil {
			assert.Error(t, err)
			assert.Zero(t, x)
			assert.NoDirExists(t, dir)
			assert.LessOrEqual(t, len(problems), budget.Dossier().Problems+1)
			return
		}
		require.NoError(t, err)
		assert.Len(t, tree(t, filepath.Join(dir, "data")), 1+distinct(x.Evidence))
	})
}

// What is wrong in a tag file is told with its line.
func TestLinesOfTagFiles(t *testing.T) {
	t.Parallel()
	document, files := fitted(t, whole)
	good := packed(t, document, files, pack.Options{})
	for _, c := range []struct{ file, old, replacement, line string }{
		{"bagit.txt", "BagIt", "bagit", "1"},
		{"bagit.txt", "Tag", "tag", "2"},
		{"bagit.txt", "Tag-File-Character-Encoding: UTF-8\n", "", "2"},
		{"bagit.txt", "UTF-8\n", "UTF-8\nx: y\n", "3"},
		{"bag-info.txt", "Source", "\xff", "1"},
		{"bag-info.txt", "Source-Organization:", "Source-Organization", "1"},
		{"bag-info.txt", "External-Description: ", ": ", "2"},
		{"bag-info.txt", "Source-Organization", " Source-Organization", "1"},
		{"bag-info.txt", "Source-Organization", "Payload-Oxum: 1.1\nSource-Organization", "4"},
		{"bag-info.txt", "External-Description:", "External-Description :", "2"},
		{"manifest-sha256.txt", "  data/dossier.json", "", "1"},
		{"manifest-sha256.txt", "\n", "\nx  data/x\n", "2"},
	} {
		_, problems := check(zipOf(replace(itemsOf(t, good), c.file, c.old, c.replacement)))
		if assert.NotEmpty(t, problems.Of("PACK-27"), "%s: %s", c.file, c.replacement) {
			assert.Equal(t, map[string]string{"name": c.file, "line": c.line}, paramsOf(problems.Of("PACK-27")[0]), c.replacement)
		}
	}
}

// Where what belongs to no file begins.
func TestStrayBytesHaveAPlace(t *testing.T) {
	t.Parallel()
	document, files := fitted(t, whole)
	made := zipOf(itemsOf(t, packed(t, document, files, pack.Options{})))
	directory := bytes.Index(made, []byte("PK\x01\x02"))
	for _, c := range []struct {
		b  []byte
		at int
	}{
		{append(bytes.Clone(made), 0), len(made)},
		{slices.Concat(made, make([]byte, 70_000))[:len(made)+60_000], len(made)},
		{beforeDirectory(made, []byte("more")), directory},
	} {
		_, problems := check(c.b)
		require.Equal(t, []string{"PACK-05"}, codes(problems))
		assert.Equal(t, map[string]string{"offset": fmt.Sprint(c.at)}, paramsOf(problems[0]))
	}
}
