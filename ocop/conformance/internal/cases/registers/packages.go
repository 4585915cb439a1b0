package registers

import (
	"encoding/binary"
	"hash/crc32"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/ocop-vn/ocop-go/ocop/conformance/internal/suite"
)

// member is a file of a ZIP as it is written byte by byte, so that it can be wrong.
type member struct {
	name, content string

	flags, method uint16
	attributes    uint32 // external ones, of Unix in the upper half
	extra         string
	comment       string
	size          uint32 // unpacked; 0 for that of the content
	crc           uint32 // 0 for that of the content
	local         string // the name in the file's own header, where it is another
}

// Marks of a ZIP's records, and flags of its files (APPNOTE 6.3, sections 4.3 and 4.4).
const (
	localMark, centralMark, endMark = 0x04034b50, 0x02014b50, 0x06054b50

	encrypted, utf8Name = 1 << 0, 1 << 11
	deflated            = 8
	link, folder        = 0o120777 << 16, 0o040755 << 16
)

// head is what both headers of a file say alike.
func (m *member) head(name string) []byte {
	flags, size, crc := m.flags, m.size, m.crc
	if strings.IndexFunc(m.name, func(r rune) bool { return r > '~' }) >= 0 {
		flags |= utf8Name
	}
	if size == 0 {
		size = uint32(len(m.content)) //nolint:gosec // small
	}
	if crc == 0 {
		crc = crc32.ChecksumIEEE([]byte(m.content))
	}
	b := binary.LittleEndian.AppendUint16(nil, 20) // the version that it takes to read it
	for _, n := range [...]uint16{flags, m.method, 0, 0x21} {
		b = binary.LittleEndian.AppendUint16(b, n)
	}
	for _, n := range [...]uint32{crc, uint32(len(m.content)), size} { //nolint:gosec // small
		b = binary.LittleEndian.AppendUint32(b, n)
	}
	b = binary.LittleEndian.AppendUint16(b, uint16(len(name)))       //nolint:gosec // short
	return binary.LittleEndian.AppendUint16(b, uint16(len(m.extra))) //nolint:gosec // short
}

// archive is a ZIP that is being written.
type archive struct {
	bytes   []byte
	offsets []uint32 // of each file
	files   []member
}

func (a *archive) file(m member) {
	name := m.name
	if m.local != "" {
		name = m.local
	}
	a.offsets = append(a.offsets, uint32(len(a.bytes))) //nolint:gosec // small
	a.files = append(a.files, m)
	a.bytes = binary.LittleEndian.AppendUint32(a.bytes, localMark)
	a.bytes = append(a.bytes, m.head(name)...)
	a.bytes = append(a.bytes, name+m.extra+m.content...)
}

// end writes the directory and the end of the ZIP, with so many files as it is said.
func (a *archive) end(count int) []byte {
	at := len(a.bytes)
	for i, m := range a.files {
		a.bytes = binary.LittleEndian.AppendUint32(a.bytes, centralMark)
		a.bytes = binary.LittleEndian.AppendUint16(a.bytes, 3<<8|20) // made on Unix
		a.bytes = append(a.bytes, m.head(m.name)...)
		for _, n := range [...]uint16{uint16(len(m.comment)), 0, 0} { //nolint:gosec // short
			a.bytes = binary.LittleEndian.AppendUint16(a.bytes, n)
		}
		a.bytes = binary.LittleEndian.AppendUint32(a.bytes, m.attributes)
		a.bytes = binary.LittleEndian.AppendUint32(a.bytes, a.offsets[i])
		a.bytes = append(a.bytes, m.name+m.extra+m.comment...)
	}
	size := len(a.bytes) - at
	a.bytes = binary.LittleEndian.AppendUint32(a.bytes, endMark)
	for _, n := range [...]uint16{0, 0, uint16(count), uint16(count)} { //nolint:gosec // small
		a.bytes = binary.LittleEndian.AppendUint16(a.bytes, n)
	}
	for _, n := range [...]uint32{uint32(size), uint32(at)} { //nolint:gosec // small
		a.bytes = binary.LittleEndian.AppendUint32(a.bytes, n)
	}
	return binary.LittleEndian.AppendUint16(a.bytes, 0)
}

// zipped is a ZIP of files.
func zipped(files ...member) []byte {
	var a archive
	for _, m := range files {
		a.file(m)
	}
	return a.end(len(files))
}

// draft is the least dossier with a piece of evidence for its first criterion; changes
// are of its member evidence.
func draft(evidence ...object) object {
	claims := object{}
	for criterion, option := range answersOf("1.2:none 1.3:none 1.4:a 1.5:none 1.6:a 2.1:a 2.2:none 2.3:no 3.1:none 3.2:a 3.3:none 3.4:none 3.5:none 4.1:none 4.2:a 4.3:a 5.1:a 5.3:a 6.1:a 6.2:none 6.3:a 6.4:a 6.5:a 7:none 8:none 9:none") {
		claims[criterion] = object{"option": option}
	}
	var ids []string
	for _, piece := range evidence {
		ids = append(ids, piece["id"].(string))
	}
	claims["1.1"] = object{"option": "c", "evidence": ids}
	return object{
		"edition": "qd26-2026", "application": "first",
		"producer": object{
			"name": "Hợp tác xã Mây tre An Bình", "kind": "cooperative", "address": "Thôn 2, xã Ea Kao", "phone": "0912 345 678",
			"representative": object{"name": "Nguyễn Văn An", "position": "Giám đốc", "gender": "male", "ethnicity": "Kinh", "address": "Thôn 2, xã Ea Kao"},
		},
		"product": object{"name": "Giỏ mây An Bình", "sector": "IV", "group": "2", "set": 22, "specification": "Giỏ mây cao 30 cm"},
		"registration": object{
			"province": "66", "commune": "24133", "year": 2026, "samples": 5, "date": "2026-06-15",
			"communeReceipt": object{"number": "01-07/PĐK-66-24133-2026", "date": "2026-06-16", "receiver": "Trần Văn Bình"},
		},
		"report": object{
			"history": "Thành lập năm 2019.", "organisation": "Hai tổ sản xuất.",
			"results": object{"materials": "Mây của xã.", "quality": "Ổn định.", "market": "Trong tỉnh.", "business": "Có lãi."},
			"claims":  claims, "date": "2026-06-15",
			"plan": object{"product": "Giữ nguyên.", "production": "Thêm một tổ.", "market": "Thêm cửa hàng."},
		},
		"evidence": evidence,
	}
}

// piece is a piece of evidence whose file has a content.
func piece(id, name, content string) object {
	return object{"id": id, "kind": "other", "file": object{"name": name, "mediaType": "application/pdf", "size": len(content), "sha256": sumOf(content)}}
}

// Files of a bag (RFC 8493).
const (
	declaration = "bagit.txt"
	bagInfo     = "bag-info.txt"
	manifest    = "manifest-sha256.txt"
	document    = "data/dossier.json"
	evidence    = "data/evidence/a.pdf"
	declared    = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
)

// bag is a package as a list of its files; changes replace a content or, as "", take
// a file away, and bring others behind.
func bag(dossier object, changes ...member) []member {
	text := string(raw(dossier))
	files := []member{
		{name: declaration, content: declared},
		{name: bagInfo, content: "Payload-Oxum: " + strconv.Itoa(len(text)+1) + ".2\n"},
		{name: manifest, content: sumOf(text) + "  " + document + "\n" + sumOf("A") + "  " + evidence + "\n"},
		{name: document, content: text},
		{name: evidence, content: "A"},
	}
	for _, c := range changes {
		i := 0
		for i < len(files) && files[i].name != c.name {
			i++
		}
		switch {
		case i == len(files):
			files = append(files, c)
		case c.content == "":
			files = append(files[:i:i], files[i+1:]...)
		default:
			files[i] = c
		}
	}
	return files
}

// archives are cases of the ZIP that a package is: what could be read in two ways, or
// not at all, is refused.
func archives() suite.File {
	t := newTopic(suite.Package, "zip")
	zip := func(id, why string, data []byte, told ...finding) {
		t.add(suite.Case{ID: "zip/" + id, Why: why, Base64: data, Expect: verdict(told...)}, "package/zip")
	}
	no := func(code string) finding { return wrong(code, "") }
	x := member{name: "x", content: "A"}
	plain := zipped(x)
	zip("PACK-01/no-zip", "", []byte("%PDF-1.7 and nothing of a ZIP"), no("PACK-01"))
	t.add(suite.Case{ID: "zip/PACK-01/empty", Text: new(""), Expect: verdict(no("PACK-01"))}, "package/zip")
	zip("PACK-02/cut", "", plain[:len(plain)-1], no("PACK-02"))
	var counted archive
	counted.file(x)
	zip("PACK-04/count", "the directory has fewer files than its end says", counted.end(2), no("PACK-04"))
	zip("PACK-05/behind", "", append(zipped(x), "x"...), no("PACK-05"))
	zip("PACK-05/comment", "a comment of the ZIP is told of no file", append(zipped(x)[:len(plain)-2], "\x01\x00x"...), no("PACK-05"))
	var gap archive
	gap.file(x)
	gap.bytes = append(gap.bytes, "x"...)
	zip("PACK-05/before-directory", "", gap.end(1), no("PACK-05"))
	var before archive
	before.bytes = append(before.bytes, "x"...)
	before.file(x)
	zip("PACK-05/before", "", before.end(1), no("PACK-05"))
	other := x
	other.local = "y"
	zip("PACK-06/name", "", zipped(other), no("PACK-06"))
	longer := x
	longer.size = 2
	zip("PACK-06/stored", "what is stored is as long as it unpacks to", zipped(longer), no("PACK-06"))
	var twice archive
	twice.file(x)
	twice.files, twice.offsets = append(twice.files, x), append(twice.offsets, twice.offsets[0])
	zip("PACK-07/overlap", "two files in one place", twice.end(2), no("PACK-07"))
	var many archive
	zip("PACK-08/1001-files", "as the end of the ZIP says", many.end(1001), no("PACK-08"))
	large := member{name: "x", content: "A", method: deflated, size: 2_000_000_001}
	zip("PACK-09/large-file", "2,000,000,000 bytes a file", zipped(large), no("PACK-09"))
	for _, c := range []struct {
		id, why string
		change  func(*member)
	}{
		{"PACK-11/encrypted", "", func(m *member) { m.flags = encrypted }},
		{"PACK-12/bzip2", "", func(m *member) { m.method = 12 }},
		{"PACK-13/comment", "", func(m *member) { m.comment = "x" }},
		{"PACK-13/extra", "", func(m *member) { m.extra = "xx\x00\x00" }},
		{"PACK-13/flag", "a patch (bit 5)", func(m *member) { m.flags = 1 << 5 }},
		{"PACK-14/up", "", func(m *member) { m.name = "../x" }},
		{"PACK-14/root", "", func(m *member) { m.name = "/x" }},
		{"PACK-14/drive", "", func(m *member) { m.name = "c:x" }},
		{"PACK-14/backslash", "", func(m *member) { m.name = `a\x` }},
		{"PACK-14/control", "", func(m *member) { m.name = "a\x1bx" }},
		{"PACK-15/link", "", func(m *member) { m.attributes = link }},
		{"PACK-15/setuid", "", func(m *member) { m.attributes = 0o104755 << 16 }},
		{"PACK-17/decomposed", "", func(m *member) { m.name = "o\u031b" }},
		{"PACK-17/latin", "", func(m *member) { m.name = "\xe0" }},
	} {
		m := x
		c.change(&m)
		code, _, _ := strings.Cut(c.id, "/")
		zip(c.id, c.why, zipped(m), no(code))
	}
	zip("PACK-16/case", "many systems take the two for one", zipped(x, member{name: "X", content: "A"}), no("PACK-16"))
	return t.File
}

// bags are cases of the bag, of its files and of the dossier in it.
func bags() suite.File {
	t := newTopic(suite.Package, "bag")
	packed := func(id, why string, files []member, told ...finding) {
		t.add(suite.Case{ID: "bag/" + id, Why: why, Base64: zipped(files...), Expect: verdict(told...)}, "package/bag")
	}
	a := piece("a", "a.pdf", "A")
	file := "/evidence/0/file"
	x := draft(a)
	text := string(raw(x))
	sums := sumOf(text) + "  " + document + "\n" + sumOf("A") + "  " + evidence + "\n"
	packed("least", "", bag(x))
	packed("tag-manifest", "", bag(x, member{name: "tagmanifest-sha256.txt", content: sumOf(declared) + "  " + declaration + "\n"}))
	packed("folders", "", append([]member{{name: "data/", attributes: folder}, {name: "data/evidence/", attributes: folder}}, bag(x)...))
	packed("deflated", "a stored block (RFC 1951, 3.2.4)", bag(x, member{name: evidence, content: "\x01\x01\x00\xfe\xffA", method: deflated, size: 1, crc: crc32.ChecksumIEEE([]byte("A"))}))
	packed("times", "extra fields that change nothing", bag(x, member{name: evidence, content: "A", extra: "UT\x05\x00\x01\x00\x00\x00\x00"}))
	packed("no-info", "bag-info.txt may be left out", bag(x, member{name: bagInfo}))
	packed("star-before-name", "", bag(x, member{name: manifest, content: strings.ToUpper(sumOf(text)) + "\t" + document + "\r\n" + sumOf("A") + "   " + evidence + "\r\n"}))
	packed("dossier", "what is wrong in the dossier is told where it is", bag(x, member{name: document, content: "{}"}, member{name: manifest, content: sumOf("{}") + "  " + document + "\n" + sumOf("A") + "  " + evidence + "\n"}, member{name: bagInfo}), draftless()...)
	dense := piece("a", "a.pdf", "A")
	dense["file"].(object)["size"] = 100_000_001
	packed("PACK-10/dense", "over 100,000,000 bytes it may unpack to 200 times its own size", bag(draft(dense), member{name: evidence, content: "A", method: deflated, size: 100_000_001}, member{name: bagInfo}), wrong("PACK-10", ""))
	packed("PACK-09/tag-file", "1 MiB a tag file", bag(x, member{name: bagInfo, content: "A", method: deflated, size: 1<<20 + 1}), wrong("PACK-09", ""))
	packed("PACK-18/checksum", "", bag(x, member{name: evidence, content: "A", crc: 1}), wrong("PACK-18", file))
	packed("PACK-18/tag-file", "", bag(x, member{name: bagInfo, content: "Contact-Name: A\n", crc: 1}), wrong("PACK-18", ""))
	packed("PACK-20/evidence", "", bag(x, member{name: evidence}), wrong("PACK-20", file))
	packed("PACK-20/declaration", "", bag(x, member{name: declaration}), wrong("PACK-20", ""))
	packed("PACK-20/manifest", "", bag(x, member{name: manifest}), wrong("PACK-20", ""))
	packed("PACK-20/dossier", "", bag(x, member{name: document}, member{name: manifest, content: sumOf("A") + "  " + evidence + "\n"}), wrong("PACK-20", ""))
	packed("PACK-20/listed", "", bag(x, member{name: manifest, content: sums + sumOf("B") + "  data/evidence/b.pdf\n"}), wrong("PACK-20", ""))
	packed("PACK-21/beside", "", bag(x, member{name: "readme.txt", content: "A"}), wrong("PACK-21", ""))
	packed("PACK-21/in-evidence", "", bag(x, member{name: "data/evidence/b.pdf", content: "B"}), wrong("PACK-21", ""))
	packed("PACK-22/size", "", bag(x, member{name: evidence, content: "AB"}, member{name: bagInfo}, member{name: manifest, content: sumOf(text) + "  " + document + "\n" + sumOf("AB") + "  " + evidence + "\n"}), wrong("PACK-22", file))
	packed("PACK-23/evidence", "", bag(x, member{name: evidence, content: "B"}), wrong("PACK-23", file))
	packed("PACK-23/dossier", "", bag(x, member{name: manifest, content: sumOf("") + "  " + document + "\n" + sumOf("A") + "  " + evidence + "\n"}), wrong("PACK-23", ""))
	packed("PACK-23/tag-file", "", bag(x, member{name: "tagmanifest-sha256.txt", content: sumOf("") + "  " + declaration + "\n"}), wrong("PACK-23", ""))
	packed("PACK-24/other-hash", "", bag(x, member{name: manifest, content: sumOf(text) + "  " + document + "\n" + sumOf("B") + "  " + evidence + "\n"}), wrong("PACK-24", file))
	packed("PACK-25/version", "", bag(x, member{name: declaration, content: strings.Replace(declared, "1.0", "0.97", 1)}), wrong("PACK-25", ""))
	packed("PACK-26/encoding", "", bag(x, member{name: declaration, content: strings.Replace(declared, "UTF-8", "UTF-16", 1)}), wrong("PACK-26", ""))
	for id, m := range ordered(map[string]member{
		"declaration":  {name: declaration, content: declared + "x\n"},
		"one-line":     {name: declaration, content: "BagIt-Version: 1.0\n"},
		"info":         {name: bagInfo, content: "x\n"},
		"oxum-twice":   {name: bagInfo, content: strings.Repeat("Payload-Oxum: "+strconv.Itoa(len(text)+1)+".2\n", 2)},
		"manifest":     {name: manifest, content: sums + "x\n"},
		"not-payload":  {name: manifest, content: sums + sumOf(declared) + "  " + declaration + "\n"},
		"tag-manifest": {name: "tagmanifest-sha256.txt", content: sumOf(text) + "  " + document + "\n"},
	}) {
		packed("PACK-27/"+id, "", bag(x, m), wrong("PACK-27", ""))
	}
	packed("PACK-28/md5", "", bag(x, member{name: manifest}, member{name: "manifest-md5.txt", content: "A"}), wrong("PACK-28", ""))
	packed("other-manifest-beside", "a manifest of another kind does not belong in a package", bag(x, member{name: "manifest-md5.txt", content: "A"}), wrong("PACK-21", ""))
	packed("PACK-29/twice", "", bag(x, member{name: manifest, content: sums + sumOf("A") + "  " + evidence + "\n"}), wrong("PACK-29", ""))
	packed("PACK-30/not-listed", "", bag(x, member{name: manifest, content: sumOf(text) + "  " + document + "\n"}), wrong("PACK-30", file))
	packed("PACK-31/oxum", "", bag(x, member{name: bagInfo, content: "Payload-Oxum: 1.2\n"}), wrong("PACK-31", ""))
	packed("shared", "two pieces may share a file", bag(draft(a, piece("b", "a.pdf", "A"))), doubt("EVIDENCE-03", "/evidence/1/file/sha256"))
	packed("PACK-32/other-content", "", bag(draft(a, piece("b", "a.pdf", "B"))), wrong("PACK-32", "/evidence/1/file"), doubt("EVIDENCE-18", "/evidence/1/file/name"))
	packed("PACK-16/dossier", "", bag(draft(a, piece("b", "A.pdf", "B"))), wrong("PACK-16", "/evidence/1/file"), doubt("EVIDENCE-18", "/evidence/1/file/name"))
	return t.File
}

// draftless are what an empty dossier lacks.
func draftless() (told []finding) {
	for _, name := range [...]string{"application", "edition", "producer", "product", "registration", "report"} {
		told = append(told, wrong("DOSSIER-01", "/"+name))
	}
	return told
}

// ordered goes through a map by its names.
func ordered[V any](m map[string]V) func(yield func(string, V) bool) {
	return func(yield func(string, V) bool) {
		for _, name := range slices.Sorted(maps.Keys(m)) {
			if !yield(name, m[name]) {
				return
			}
		}
	}
}
