package httpapi

import (
	"context"
	"errors"
	"io"
	"os"
)

// scratch is what a request has on the disk: nothing, until something is put
// there. Nothing is left of it once the request is answered.
type scratch struct {
	ctx   context.Context // of the request, as io.ReaderAt and io.Writer take none
	files []*os.File
	named []string // files that still have a name
}

// spool is a new file of the scratch. That it cannot be had, written or read is
// no fault of who asks: these panic, which is answered and in the log.
func (s *scratch) spool() *spool {
	f := must(os.CreateTemp("", "ocop-*"))
	s.files = append(s.files, f)
	if os.Remove(f.Name()) != nil { // where it can lose its name at once, a killed server leaves nothing either
		s.named = append(s.named, f.Name())
	}
	return &spool{ctx: s.ctx, file: f}
}

// clear gives back what the request had.
func (s *scratch) clear() {
	for _, f := range s.files {
		_ = f.Close() // nothing of it is wanted any more
	}
	for _, name := range s.named {
		_ = os.Remove(name)
	}
}

// spool is a file that is written once, from its beginning, and read in any
// order. It fails once the request has ended, and for no other reason.
type spool struct {
	ctx  context.Context
	file *os.File
	size int64
}

func (s *spool) Write(b []byte) (int, error) {
	if err := s.ctx.Err(); err != nil {
		return 0, err
	}
	n := must(s.file.Write(b))
	s.size += int64(n)
	return n, nil
}

// ReadAt implements io.ReaderAt.
func (s *spool) ReadAt(b []byte, at int64) (int, error) {
	if err := s.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := s.file.ReadAt(b, at)
	if err != nil && !errors.Is(err, io.EOF) {
		panic(err)
	}
	return n, err
}

// section is a part of what was written.
func (s *spool) section(at, size int64) *io.SectionReader { return io.NewSectionReader(s, at, size) }
