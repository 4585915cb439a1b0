package pack

import (
	"archive/zip"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"slices"
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"

	"github.com/ocop-vn/ocop-go/scoring/budget"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// copied is how many bytes of a file are held at a time.
const copied = 256 << 10

// Write packs a dossier with the files that it names, which stand in files under
// these names; what else stands there is left, unless Options.Exact. Each file must
// have the size and the hash that the dossier gives, which is looked at while it is
// copied: where the error is not nil, what was written is no package.
//
// One document and its files always make the same bytes, but for the compression
// of another release of Go.
func Write(w io.Writer, text []byte, files fs.FS, o Options) error {
	x, problems := o.read(text)
	if err := problems.Err(); err != nil {
		return err
	}
	found := problem.Collect(budget.Dossier())
	p := packer{from: folder{FS: files}, to: &counter{w: w}, files: filesOf(&x, &found), found: &found, buffer: make([]byte, copied)}
	weigh(total(p.files), &o, &found)
	if err := p.look(); err != nil {
		return err
	}
	if o.Exact {
		if err := p.nothingElse(); err != nil {
			return err
		}
	}
	if err := found.List().Err(); err != nil {
		return err // nothing is written yet
	}
	slices.SortFunc(p.files, func(a, b file) int { return strings.Compare(a.name, b.name) })
	tags := tagsOf(&x, text, p.files, o.Date)
	if err := p.write(append(tags, tagFile{document, text})); err != nil {
		return err
	}
	weighRatio(p.to.n, total(p.files), &found)
	return found.List().Err()
}

type packer struct {
	from   folder
	to     *counter
	files  []file
	found  *problem.Collector
	buffer []byte
}

// look looks for the files before anything is written: most of what can be wrong
// shows there.
func (p *packer) look() error {
	for i := range p.files {
		f := &p.files[i]
		opened, err := p.from.open(f.name)
		if errors.Is(err, fs.ErrNotExist) {
			p.found.Add(missing.At(pointer(f.piece), named(f.name)))
			continue
		}
		if err != nil {
			return err
		}
		stat, err := opened.Stat()
		_ = opened.Close() // only looked at
		switch {
		case err != nil:
			return err
		case !stat.Mode().IsRegular():
			p.found.Add(special.At(pointer(f.piece), named(f.name)))
		case stat.Size() != f.size:
			p.found.Add(wrongSize.At(pointer(f.piece), named(f.name), number("size", stat.Size()), number("expected", f.size)))
		}
	}
	return nil
}

// nothingElse looks for files that the dossier does not name. What lists them may
// list a name twice, as a form can that was filled in.
func (p *packer) nothingElse() error {
	entries, err := fs.ReadDir(p.from.FS, ".")
	if err != nil {
		return err
	}
	wanted := make(map[string]bool, len(p.files))
	for i := range p.files {
		wanted[p.files[i].name] = true
	}
	seen := make(map[string]string, len(entries))
	for _, e := range entries {
		name := norm.NFC.String(e.Name())
		other, twice := seen[folded(name)]
		switch {
		case isUnsafe(e.Name()):
			p.found.Add(unsafeName.At("", named(e.Name())))
		case twice:
			p.found.Add(nameTwice.At("", named(name), problem.Value("other", other)))
		case !wanted[name]:
			p.found.Add(unexpected.At("", named(name)))
		}
		seen[folded(name)] = name
	}
	return nil
}

// write writes the ZIP: tag files and the dossier first, so that who reads it as
// it comes knows what is to come.
func (p *packer) write(small []tagFile) error {
	z := zip.NewWriter(p.to)
	for _, t := range small {
		part, err := create(z, t.name, zip.Deflate)
		if err != nil {
			return err
		}
		if _, err := part.Write(t.text); err != nil {
			return err
		}
	}
	for i := range p.files {
		f := &p.files[i]
		part, err := create(z, evidence+f.name, methodFor(f.mediaType))
		if err != nil {
			return err
		}
		if err := p.copy(part, f); err != nil {
			return err
		}
	}
	if p.found.Len() > 0 {
		return nil // without its directory nobody takes it for a package
	}
	return z.Close()
}

// copy copies a file, and hashes what it copies. Once something is wrong the
// package is lost; the files after it are read all the same, to tell of each.
func (p *packer) copy(part io.Writer, f *file) error {
	if p.found.Len() > 0 {
		part = io.Discard
	}
	opened, err := p.from.open(f.name)
	if err != nil {
		return err
	}
	defer opened.Close() //nolint:errcheck // only read
	sum := sha256.New()
	n, err := io.CopyBuffer(io.MultiWriter(part, sum), io.LimitReader(opened, f.size+1), p.buffer)
	switch {
	case err != nil:
		return err
	case n != f.size: // it changed since it was looked at
		p.found.Add(wrongSize.At(pointer(f.piece), named(f.name), number("size", n), number("expected", f.size)))
	case hex.EncodeToString(sum.Sum(nil)) != f.sha256:
		p.found.Add(changed.At(pointer(f.piece), named(f.name)))
	}
	return nil
}

// create begins a file in the ZIP. All have the first day that a ZIP can tell.
func create(z *zip.Writer, name string, method uint16) (io.Writer, error) {
	h := &zip.FileHeader{Name: name, Method: method, Modified: time.Date(1980, time.January, 1, 0, 0, 0, 0, time.UTC)}
	h.SetMode(0o644)
	return z.CreateHeader(h)
}

// methodFor is how a file of a media type is packed: pictures, recordings, films
// and the newer files of Office are compressed already.
func methodFor(mediaType string) uint16 {
	switch mediaType {
	case "application/pdf", "image/tiff", "application/msword", "application/vnd.ms-excel", "application/vnd.ms-powerpoint":
		return zip.Deflate
	}
	return zip.Store
}

// folder finds files by name, in whatever normal form their system keeps it:
// some write ế as one letter, some as e with two marks.
type folder struct {
	fs.FS

	composed map[string]string // the names as they stand, by their NFC; nil: not read yet
}

func (f *folder) open(name string) (fs.File, error) {
	opened, err := f.Open(name)
	if !errors.Is(err, fs.ErrNotExist) {
		return opened, err
	}
	if f.composed == nil {
		f.composed = map[string]string{}
		entries, _ := fs.ReadDir(f.FS, ".") // what cannot be listed has no other names
		for _, e := range entries {
			f.composed[norm.NFC.String(e.Name())] = e.Name()
		}
	}
	if stands, ok := f.composed[name]; ok {
		return f.Open(stands)
	}
	return nil, err
}

// counter counts the bytes that it hands on.
type counter struct {
	w io.Writer
	n int64
}

func (c *counter) Write(b []byte) (int, error) {
	n, err := c.w.Write(b)
	c.n += int64(n)
	return n, err
}
