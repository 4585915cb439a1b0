package pack

import (
	"archive/zip"
	"bytes"
	"cmp"
	"encoding/binary"
	"errors"
	"io"
	"io/fs"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/ocop-vn/ocop-go/scoring/plain"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// A ZIP's records (APPNOTE 6.3, section 4.3): what they begin with, and their bytes
// without names and extra fields.
const (
	localMark   = 0x04034b50
	centralMark = 0x02014b50
	endMark     = 0x06054b50
	end64Mark   = 0x06064b50
	locatorMark = 0x07064b50
	sizesMark   = 0x08074b50

	localBytes   = 30
	centralBytes = 46
	endBytes     = 22
	end64Bytes   = 56
	locatorBytes = 20
)

// maxDirectory is the largest central directory: MaxFiles names of 800 bytes, and
// as much of extra fields, have 2 MB.
const maxDirectory = 4 << 20

// Flags of an entry (4.4.4).
const (
	flagEncrypted = 1<<0 | 1<<6 | 1<<13
	flagSizesBeh  = 1 << 3 // sizes stand behind the content
	flagUTF8      = 1 << 11
	flagsTaken    = 1<<1 | 1<<2 | flagSizesBeh | flagUTF8 // 1 and 2: how hard deflate tried
)

// archive is a ZIP that is looked at byte by byte: package archive/zip takes much
// that others read otherwise.
type archive struct {
	source
	size  int64
	found *problem.Collector
}

// source is where a package is read from. It keeps the first error that is not
// of the package's making.
type source struct {
	r   io.ReaderAt
	err error
}

func (s *source) ReadAt(b []byte, at int64) (int, error) {
	n, err := s.r.ReadAt(b, at)
	if err != nil && !errors.Is(err, io.EOF) && s.err == nil {
		s.err = err
	}
	return n, err
}

// le16, le32 and le64 read a number of a record.
func le16(b []byte, at int) uint16 { return binary.LittleEndian.Uint16(b[at:]) }
func le32(b []byte, at int) uint64 { return uint64(binary.LittleEndian.Uint32(b[at:])) }
func le64(b []byte, at int) uint64 { return binary.LittleEndian.Uint64(b[at:]) }

// bytes reads n bytes; false where they are not to be had.
func (s *source) bytes(at int64, n int) ([]byte, bool) {
	b := make([]byte, n)
	if at < 0 {
		return nil, false
	}
	if read, _ := s.ReadAt(b, at); read < n {
		return nil, false
	}
	return b, true
}

// mark reads what a record begins with; 0 where there is none.
func (s *source) mark(at int64) uint64 {
	b, ok := s.bytes(at, 4)
	if !ok {
		return 0
	}
	return le32(b, 0)
}

func (a *archive) report(k *problem.Kind, params ...problem.Param) { a.found.Add(k.At("", params...)) }

// entry is a file in the ZIP.
type entry struct {
	*zip.File

	body int64  // where its content begins
	own  []byte // the extra fields of its own header
}

// entries are the ZIP's files, in the order in which they stand. They cover it
// without gap or overlap, and both headers of each say the same. Where anything
// else is so, it is told and there are none.
func (a *archive) entries() []entry {
	d, ok := a.directory()
	if !ok {
		return nil
	}
	z, err := zip.NewReader(a, a.size)
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) { // which names are told below
		a.report(&malformed)
		return nil
	}
	if len(z.File) != d.files || !a.covered(z.File, d) {
		a.report(&malformed)
		return nil
	}
	before := a.found.Len()
	list := a.walk(z.File, d.at)
	for i := range list {
		a.header(&list[i])
	}
	a.names(list)
	if a.found.Len() > before {
		return nil
	}
	return list
}

// directory is where the central directory stands.
type directory struct {
	at, bytes int64
	files     int
}

// directory reads the end of the ZIP, behind which and before which nothing may
// stand, a comment included.
func (a *archive) directory() (d directory, ok bool) {
	begins := a.mark(0) == localMark
	end, read := a.bytes(a.size-endBytes, endBytes)
	if !read || le32(end, 0) != endMark || end[20] != 0 || end[21] != 0 {
		a.noEnd(begins)
		return d, false
	}
	ends := a.size - endBytes
	fields := [...]uint64{
		uint64(le16(end, 8)), uint64(le16(end, 10)),
		le32(end, 12), le32(end, 16),
	}
	if fields[0] == math.MaxUint16 || fields[1] == math.MaxUint16 || fields[2] == math.MaxUint32 || fields[3] == math.MaxUint32 {
		if !a.end64(&fields) {
			a.report(&malformed)
			return d, false
		}
		ends -= locatorBytes + end64Bytes
	}
	oneDisk := end[4]|end[5]|end[6]|end[7] == 0 && fields[0] == fields[1]
	switch files, bytes, at := fields[1], fields[2], fields[3]; {
	case !oneDisk || at > uint64(ends) || bytes > uint64(ends)-at: //nolint:gosec // not negative
		a.report(&malformed)
	case files > MaxFiles:
		a.report(&tooManyFiles, number("count", files), number("limit", MaxFiles))
	case bytes > maxDirectory:
		a.report(&malformed)
	case int64(at+bytes) != ends: //nolint:gosec // both within the size
		a.report(&stray, number("offset", at+bytes))
	default:
		return directory{int64(at), int64(bytes), int(files)}, true //nolint:gosec // likewise
	}
	return d, false
}

// covered tells whether the files' headers in the directory fill it, and none says
// that its file stands on another disk, which package archive/zip passes over.
func (a *archive) covered(files []*zip.File, d directory) bool {
	const disk = 34
	at := d.at
	for _, f := range files {
		if header, ok := a.bytes(at, centralBytes); !ok || le16(header, disk) != 0 {
			return false
		}
		at += centralBytes + int64(len(f.Name)+len(f.Extra)+len(f.Comment))
	}
	return at == d.at+d.bytes
}

// noEnd tells why there is no end where it belongs.
func (a *archive) noEnd(begins bool) {
	const mostComment = math.MaxUint16
	n := min(a.size, endBytes+mostComment)
	tail, _ := a.bytes(a.size-n, int(n))
	from := a.size - n
	for at := len(tail) - endBytes; at >= 0; at-- {
		end := tail[at:]
		if le32(end, 0) == endMark && le32(end, 12)+le32(end, 16) == uint64(from+int64(at)) { //nolint:gosec // not negative
			a.report(&stray, number("offset", from+int64(at)+endBytes))
			return
		}
	}
	if begins {
		a.report(&truncated)
	} else {
		a.report(&notAZip)
	}
}

// end64 takes from the ZIP64 records before the end what does not fit there
// (4.3.14, 4.3.15, 4.4.1.4).
func (a *archive) end64(fields *[4]uint64) bool {
	const at = endBytes + locatorBytes + end64Bytes
	b, ok := a.bytes(a.size-at, end64Bytes+locatorBytes)
	if !ok {
		return false
	}
	record, locator := b[:end64Bytes], b[end64Bytes:]
	if le32(record, 0) != end64Mark || le64(record, 4) != end64Bytes-12 || le64(record, 16) != 0 || // one disk
		le32(locator, 0) != locatorMark || le32(locator, 4) != 0 || le64(locator, 8) != uint64(a.size-at) || le32(locator, 16) != 1 { //nolint:gosec // read from there
		return false
	}
	for i := range fields {
		wide, absent := le64(record, 24+8*i), uint64(math.MaxUint16)
		if i >= 2 {
			absent = math.MaxUint32
		}
		if fields[i] != absent && fields[i] != wide {
			return false
		}
		fields[i] = wide
	}
	return true
}

// walk goes through the files as they stand, from the first byte to the central
// directory, and compares each header with the directory's.
func (a *archive) walk(files []*zip.File, directory int64) []entry {
	list := make([]entry, 0, len(files))
	for _, f := range files {
		body, err := f.DataOffset()
		if err != nil {
			a.report(&disagreeing, named(f.Name))
			return nil
		}
		list = append(list, entry{File: f, body: body})
	}
	slices.SortStableFunc(list, func(x, y entry) int { return cmp.Compare(x.body, y.body) })
	at := int64(0)
	for i, e := range list {
		header, _ := a.bytes(at, localBytes)
		if header == nil || le32(header, 0) != localMark {
			a.misplaced(e, at)
			return nil
		}
		name, extra := int(le16(header, 26)), int(le16(header, 28))
		rest, ok := a.bytes(at+localBytes, name+extra)
		if !ok || at+localBytes+int64(name+extra) != e.body {
			a.misplaced(e, at)
			return nil
		}
		if e.CompressedSize64 > uint64(max(0, directory-e.body)) {
			a.report(&overlapping, named(e.Name))
			return nil
		}
		if !agrees(e.File, header, rest[:name], rest[name:]) {
			a.report(&disagreeing, named(e.Name))
		}
		list[i].own = rest[name:]
		at = a.behind(e)
	}
	if at != directory {
		a.report(&stray, number("offset", at))
		return nil
	}
	return list
}

// misplaced tells that a file does not begin where the one before it ends.
func (a *archive) misplaced(e entry, at int64) {
	if e.body < at+localBytes+int64(len(e.Name)) {
		a.report(&overlapping, named(e.Name))
		return
	}
	a.report(&stray, number("offset", at))
}

// behind is where a file ends: with its content, or with its sizes behind that,
// which are written in four ways (4.3.9).
func (a *archive) behind(e entry) int64 {
	end := e.body + int64(e.CompressedSize64) //nolint:gosec // within the file
	if e.Flags&flagSizesBeh == 0 {
		return end
	}
	sum := binary.LittleEndian.AppendUint32(nil, e.CRC32)
	marked := append(binary.LittleEndian.AppendUint32(nil, sizesMark), sum...)
	for _, before := range [...][]byte{marked, sum} {
		narrow := binary.LittleEndian.AppendUint32(bytes.Clone(before), uint32(e.CompressedSize64)) //nolint:gosec // compared as such
		narrow = binary.LittleEndian.AppendUint32(narrow, uint32(e.UncompressedSize64))             //nolint:gosec // likewise
		wide := binary.LittleEndian.AppendUint64(bytes.Clone(before), e.CompressedSize64)
		wide = binary.LittleEndian.AppendUint64(wide, e.UncompressedSize64)
		for _, sizes := range [...][]byte{wide, narrow} {
			if is, _ := a.bytes(end, len(sizes)); bytes.Equal(is, sizes) {
				return end + int64(len(sizes))
			}
		}
	}
	a.report(&disagreeing, named(e.Name))
	return end
}

// agrees tells whether a file's own header says what the directory says of it: a
// reader that goes through the ZIP as it comes knows that header alone.
func agrees(f *zip.File, header, name, extra []byte) bool {
	flags, method := le16(header, 6), le16(header, 8)
	if string(name) != f.Name || flags != f.Flags || method != f.Method {
		return false
	}
	sum := le32(header, 14)
	packed, unpacked, ok := localSizes(header, extra)
	later := f.Flags&flagSizesBeh != 0
	return ok && (sum == uint64(f.CRC32) || later && sum == 0) &&
		(packed == f.CompressedSize64 || later && packed == 0) && (unpacked == f.UncompressedSize64 || later && unpacked == 0)
}

// localSizes are the sizes in a file's own header, or in its extra field where
// they do not fit (4.5.3).
func localSizes(header, extra []byte) (packed, unpacked uint64, ok bool) {
	packed, unpacked = le32(header, 18), le32(header, 22)
	if packed != math.MaxUint32 && unpacked != math.MaxUint32 {
		return packed, unpacked, true
	}
	for id, field := range extraFields(extra) {
		if id == extraZip64 && len(field) == 16 && packed == math.MaxUint32 && unpacked == math.MaxUint32 {
			return le64(field, 8), le64(field, 0), true
		}
	}
	return 0, 0, false
}

// Extra fields (4.5): sizes, times and owners, which change nothing, and a name
// in Unicode, which may not be another.
const (
	extraZip64   = 0x0001
	extraNTFS    = 0x000a
	extraTimes   = 0x5455
	extraUnix    = 0x5855
	extraUnix2   = 0x7855
	extraUnix3   = 0x7875
	extraUnicode = 0x7075
)

// extraFields goes through extra fields; what is cut has the id 0, which is none.
func extraFields(extra []byte) func(yield func(id uint16, field []byte) bool) {
	return func(yield func(uint16, []byte) bool) {
		for len(extra) > 0 {
			if len(extra) < 4 || int(le16(extra, 2)) > len(extra)-4 {
				yield(0, nil)
				return
			}
			end := 4 + int(le16(extra, 2))
			if !yield(le16(extra, 0), extra[4:end]) {
				return
			}
			extra = extra[end:]
		}
	}
}

// extraTaken tells whether extra fields change nothing of a file of this name.
func extraTaken(extra []byte, name string) bool {
	const beforeName = 5 // a version and the CRC of the header's name (4.6.9)
	for id, field := range extraFields(extra) {
		switch id {
		case extraZip64, extraNTFS, extraTimes, extraUnix, extraUnix2, extraUnix3:
		case extraUnicode:
			if len(field) < beforeName || string(field[beforeName:]) != name {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// header looks at what both headers of one file say.
func (a *archive) header(f *entry) {
	name := named(f.Name)
	switch {
	case f.Flags&flagEncrypted != 0:
		a.report(&encrypted, name)
	case f.Method != zip.Store && f.Method != zip.Deflate:
		a.report(&unknownMethod, name, number("method", int(f.Method)))
	case f.Flags&^flagsTaken != 0 || f.Comment != "" || !extraTaken(f.Extra, f.Name) || !extraTaken(f.own, f.Name):
		a.report(&unknownFeature, name)
	case f.Method == zip.Store && f.CompressedSize64 != f.UncompressedSize64:
		a.report(&disagreeing, name)
	}
	if f.UncompressedSize64 > MaxFileBytes {
		a.report(&tooLarge, name, number("size", min(f.UncompressedSize64, math.MaxInt64)), number("limit", MaxFileBytes))
	}
	if !isOrdinary(f.File) {
		a.report(&special, name)
	}
}

// isOrdinary tells of files, and of folders that hold them, without a special mode,
// whatever system is said to have made the entry (4.4.15).
func isOrdinary(f *zip.File) bool {
	const (
		kind, file, folder = 0o170000, 0o100000, 0o040000
		special            = 0o7000 // setuid, setgid, sticky
		label, dir         = 0x08, 0x10
	)
	mode, isFolder := f.ExternalAttrs>>16, strings.HasSuffix(f.Name, "/")
	switch k := mode & kind; {
	case mode&special != 0 || f.ExternalAttrs&label != 0:
		return false
	case isFolder:
		return (k == 0 || k == folder) && f.UncompressedSize64 == 0 && f.CompressedSize64 == 0
	default:
		return (k == 0 || k == file) && f.ExternalAttrs&dir == 0
	}
}

// names looks at the files' names, each by itself and beside the others.
func (a *archive) names(list []entry) {
	seen := make(map[string]string, len(list))
	for _, e := range list {
		name := named(e.Name)
		switch {
		case !utf8.ValidString(e.Name) || !norm.NFC.IsNormalString(e.Name) || e.Flags&flagUTF8 == 0 && !isASCII(e.Name):
			a.report(&notComposed, name)
		case isUnsafe(e.Name):
			a.report(&unsafeName, name)
		}
		key := folded(strings.TrimSuffix(e.Name, "/"))
		if other, twice := seen[key]; twice {
			a.report(&nameTwice, name, problem.Value("other", other))
		}
		seen[key] = e.Name
	}
}

func isASCII(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r >= utf8.RuneSelf })
}

// isUnsafe tells of names that a system may take for a place outside, or for more
// than a name: absolute ones, those with .. or a drive's letter, with the other
// slash or a stream behind a colon, with control characters (RFC 8493, 5.1).
func isUnsafe(name string) bool {
	return !fs.ValidPath(strings.TrimSuffix(name, "/")) || name == "." ||
		strings.ContainsFunc(name, func(r rune) bool { return r == '\\' || r == ':' || plain.Moves(r) })
}
