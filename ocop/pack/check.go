package pack

import (
	"archive/zip"
	"bufio"
	"bytes"
	"compress/flate"
	"crypto/sha256"
	"encoding/hex"
	"hash/crc32"
	"io"
	"strings"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/scoring/budget"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/strictjson"
)

// Check reads a package of that many bytes and tells all that is wrong with it:
// with the ZIP, with the bag, with its files and with its dossier, whose warnings
// are among the problems. Where one is an error, the Dossier is zero. Nothing is
// written anywhere, and of the evidence no more than a buffer is held.
func Check(r io.ReaderAt, size int64, o Options) (dossier.Dossier, problem.List) {
	b := newBag(r, size, o)
	b.check()
	if b.err == nil {
		b.contents(func(string) (io.WriteCloser, error) { return nowhere{io.Discard}, nil })
	}
	if b.err != nil {
		b.report(&unreadable, problem.Value("detail", b.err.Error()))
	}
	problems := b.found.List()
	if problems.Err() != nil {
		return dossier.Dossier{}, problems
	}
	return b.dossier, problems
}

// nowhere is where Check puts what it reads.
type nowhere struct{ io.Writer }

func (nowhere) Close() error { return nil }

// bag is a package that is looked at.
type bag struct {
	archive
	o       Options
	list    []entry          // files alone, as they stand
	by      map[string]entry // the same by name
	small   map[string][]byte
	sums    sums            // of the payload
	dossier dossier.Dossier // zero where it has an error
	files   map[string]file // that it names, by their place in the bag
	told    map[string]bool // files that were told of and need not be again
	packed  *bufio.Reader   // of the file that is unpacked
	buffer  []byte          // of what is unpacked
	err     error           // that kept it from being read, or what is unpacked from being written
}

func newBag(r io.ReaderAt, size int64, o Options) *bag {
	found := problem.Collect(budget.Dossier())
	return &bag{
		archive: archive{source: source{r: r}, size: max(0, size), found: &found}, o: o,
		by: map[string]entry{}, small: map[string][]byte{}, files: map[string]file{}, told: map[string]bool{},
		packed: bufio.NewReaderSize(nil, copied), buffer: make([]byte, copied),
	}
}

// check looks at all but what the evidence contains.
func (b *bag) check() {
	for _, e := range b.entries() {
		if e.Name != payload && e.Name != evidence { // folders, which stand for themselves
			b.list = append(b.list, e)
			b.by[e.Name] = e
		}
	}
	if b.err = b.source.err; b.err != nil {
		*b.found = problem.Collect(budget.Dossier()) // nothing is wrong with what could not be read
		return
	}
	if b.found.Len() > 0 {
		return // what stands where is not sure
	}
	b.weigh()
	if b.readSmall(); b.err != nil {
		return
	}
	known := b.checkDossier()
	b.expected(known)
	b.checkTags()
}

// weigh looks at what the evidence comes to before any of it is unpacked.
func (b *bag) weigh() {
	total := int64(0)
	for _, e := range b.list {
		if strings.HasPrefix(e.Name, evidence) {
			total += int64(e.UncompressedSize64) //nolint:gosec // at most MaxFileBytes
		}
	}
	weigh(total, &b.o, b.found)
	weighRatio(b.size, total, b.found)
}

// readSmall reads the tag files and the dossier.
func (b *bag) readSmall() {
	for _, e := range b.list {
		limit := smallLimit(e.Name)
		if limit == 0 {
			continue
		}
		if e.UncompressedSize64 > uint64(limit) { //nolint:gosec // positive
			b.overLimit(e, limit)
			continue
		}
		var text bytes.Buffer
		whole := b.unpack(e, &text)
		if b.err != nil {
			return
		}
		if !whole {
			b.tell(&damaged, e.Name)
			continue
		}
		b.small[e.Name] = text.Bytes()
	}
}

// overLimit tells that a small file is too large: the dossier as its reader would.
func (b *bag) overLimit(e entry, limit int64) {
	if e.Name == document {
		b.found.Add(strictjson.TooLarge(int(limit)))
		b.told[e.Name] = true
		return
	}
	b.tell(&tooLarge, e.Name, number("size", e.UncompressedSize64), number("limit", limit))
}

// tell reports something wrong with a file, at the piece of evidence that it is
// of, and remembers that.
func (b *bag) tell(k *problem.Kind, name string, params ...problem.Param) {
	path, said := "", name
	if f, ok := b.files[name]; ok {
		path, said = pointer(f.piece), f.name
	}
	b.found.Add(k.At(path, append(params, named(said))...))
	b.told[name] = true
}

// checkDossier reads the dossier and looks for the files that it names. It is not
// known which these are where the dossier has an error.
func (b *bag) checkDossier() (known bool) {
	text, ok := b.small[document]
	if !ok {
		return false
	}
	x, problems := b.o.read(text)
	b.found.AddAll(problems)
	if problems.Err() != nil {
		return false
	}
	b.dossier = x
	for _, f := range filesOf(&x, b.found) {
		name := evidence + f.name
		b.files[name] = f
		e, ok := b.by[name]
		switch {
		case !ok:
			b.tell(&missing, name)
		case e.UncompressedSize64 != uint64(f.size): //nolint:gosec // positive in a dossier
			b.tell(&wrongSize, name, number("size", e.UncompressedSize64), number("expected", f.size))
		}
	}
	return true
}

// expected tells of files that no package has, and of those that each has.
func (b *bag) expected(known bool) {
	for _, e := range b.list {
		_, named := b.files[e.Name]
		isEvidence := strings.HasPrefix(e.Name, evidence) && !known // may be
		if smallLimit(e.Name) == 0 && !named && !isEvidence && !b.otherManifest(e.Name) {
			b.tell(&unexpected, e.Name)
		}
	}
	for _, name := range [...]string{declaration, manifest, document} {
		if _, ok := b.by[name]; !ok && !b.told[name] {
			b.tell(&missing, name)
		}
	}
}

// otherManifest tells whether a file is a payload manifest that stands in place
// of the one that is needed (RFC 8493, 2.4: each by the name of its algorithm).
func (b *bag) otherManifest(name string) bool {
	if _, ok := b.by[manifest]; ok || !strings.HasPrefix(name, "manifest-") || !strings.HasSuffix(name, ".txt") {
		return false
	}
	b.tell(&otherAlgorithm, name)
	b.told[manifest] = true
	return true
}

// checkTags looks at the tag files (RFC 8493, 3).
func (b *bag) checkTags() {
	if text, ok := b.small[declaration]; ok {
		checkDeclaration(text, b.found)
	}
	if text, ok := b.small[manifest]; ok {
		b.sums = readSums(manifest, text, b.found)
		b.checkManifest()
	}
	if text, ok := b.small[tagManifest]; ok {
		b.checkTagManifest(readSums(tagManifest, text, b.found))
	}
	if text, ok := b.small[bagInfo]; ok {
		checkInfo(text, b.oxum(), b.found)
	}
}

// oxum is the payload's; "" where a file was told of already, as the count would
// only say so again.
func (b *bag) oxum() string {
	if len(b.told) > 0 {
		return ""
	}
	size, files := int64(0), 0
	for _, e := range b.list {
		if strings.HasPrefix(e.Name, payload) {
			size += int64(e.UncompressedSize64) //nolint:gosec // at most MaxFileBytes
			files++
		}
	}
	return oxum(size, files)
}

// checkManifest compares the payload with its manifest: the same files, and the
// hashes that the dossier gives.
func (b *bag) checkManifest() {
	for _, name := range b.sums.files {
		if _, ok := b.by[name]; !ok && !b.told[name] {
			b.tell(&missing, name)
		}
		if f, ok := b.files[name]; ok && f.sha256 != b.sums.of[name] && !b.told[name] {
			b.tell(&otherSum, name)
		}
	}
	for _, e := range b.list {
		if _, ok := b.sums.of[e.Name]; !ok && strings.HasPrefix(e.Name, payload) && !b.told[e.Name] {
			b.tell(&notListed, e.Name, problem.Value("manifest", manifest))
		}
	}
	b.checkSums(b.sums, document)
}

// checkTagManifest compares the tag files with their manifest, which need not
// list all of them, nor itself (RFC 8493, 2.2.1).
func (b *bag) checkTagManifest(tags sums) {
	for _, name := range tags.files {
		if _, ok := b.by[name]; !ok && !b.told[name] {
			b.tell(&missing, name)
		}
	}
	b.checkSums(tags, declaration, bagInfo, manifest)
}

// checkSums compares files that are held with their hashes.
func (b *bag) checkSums(s sums, names ...string) {
	for _, name := range names {
		text, ok := b.small[name]
		if want, listed := s.of[name]; ok && listed && sumOf(text) != want {
			b.tell(&changed, name)
		}
	}
}

// contents unpacks all files, hashes them on the way and puts them where create
// says. It ends with the first that cannot be put there.
func (b *bag) contents(create func(name string) (io.WriteCloser, error)) {
	if !b.sound() {
		return
	}
	for _, e := range b.list {
		to, err := create(e.Name)
		if err != nil {
			b.err = err
			return
		}
		b.content(e, to)
		if err := to.Close(); err != nil && b.err == nil {
			b.err = err
		}
		if b.err != nil {
			return
		}
	}
}

// sound tells whether it is known what stands where, and that it is not too much
// to be unpacked.
func (b *bag) sound() bool {
	for _, p := range b.found.List() {
		if p.Code == tooLarge.Code || p.Code == tooDense.Code {
			return false
		}
	}
	return true
}

func (b *bag) content(e entry, to io.Writer) {
	if text, ok := b.small[e.Name]; ok { // which was looked at
		_, b.err = to.Write(text)
		return
	}
	if b.told[e.Name] { // as each small one that is not held
		return
	}
	sum := sha256.New()
	whole := b.unpack(e, io.MultiWriter(to, sum))
	if b.err != nil {
		return
	}
	is := hex.EncodeToString(sum.Sum(nil))
	f, ofDossier := b.files[e.Name]
	listed, inManifest := b.sums.of[e.Name]
	switch {
	case !whole:
		b.tell(&damaged, e.Name)
	case ofDossier && is != f.sha256, inManifest && is != listed:
		b.tell(&changed, e.Name)
	}
}

// unpack unpacks a file, and tells whether it is whole: as long as its header
// says, with that CRC, and with nothing behind it. No more is ever unpacked than
// one byte over that length. Where it cannot be read or written, err says so.
func (b *bag) unpack(e entry, to io.Writer) (whole bool) {
	b.packed.Reset(io.NewSectionReader(&b.source, e.body, int64(e.CompressedSize64))) //nolint:gosec // within the package
	content := io.Reader(b.packed)
	if e.Method == zip.Deflate {
		content = flate.NewReader(b.packed) // which reads no byte too many of a ByteReader
	}
	sum, out := crc32.NewIEEE(), sink{w: to}
	n, err := io.CopyBuffer(io.MultiWriter(&out, sum), io.LimitReader(content, int64(e.UncompressedSize64)+1), b.buffer) //nolint:gosec // at most MaxFileBytes
	if out.err != nil {
		b.err = out.err
		return false
	}
	if b.err = b.source.err; b.err != nil || err != nil {
		return false
	}
	_, behind := b.packed.ReadByte()
	return uint64(n) == e.UncompressedSize64 && sum.Sum32() == e.CRC32 && behind == io.EOF //nolint:gosec // not negative
}

// sink keeps the error that writing failed and ended with, apart from those of reading.
type sink struct {
	w   io.Writer
	err error
}

func (s *sink) Write(b []byte) (n int, err error) {
	n, s.err = s.w.Write(b)
	return n, s.err
}
