package pack

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
)

// Extract unpacks a valid package into a folder, which it makes, as the bag that it
// is: the dossier in data/dossier.json, the evidence in data/evidence. A folder
// that is there already must be empty, else the error is fs.ErrExist. One that
// holds it must be there.
//
// All is unpacked into a folder beside it and looked at on the way; that takes
// the name of dir once everything is safe on the disk. So dir is there whole or
// not at all. Where the package is not valid, the error is its problem.List.
func Extract(r io.ReaderAt, size int64, dir string, o Options) (err error) {
	if err := vacant(dir); err != nil {
		return err
	}
	b := newBag(r, size, o)
	if b.check(); b.err != nil {
		return b.err
	}
	if err := b.found.List().Err(); err != nil {
		return err
	}
	dir = filepath.Clean(dir)
	beside, err := os.MkdirTemp(filepath.Dir(dir), "."+filepath.Base(dir)+".*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			_ = os.RemoveAll(beside) // the first error is the one to tell
		}
	}()
	if err := b.into(beside); err != nil {
		return err
	}
	return takeName(beside, dir)
}

// vacant tells of a name that is taken by something else than an empty folder.
func vacant(dir string) error {
	taken := &fs.PathError{Op: "unpack", Path: dir, Err: fs.ErrExist}
	switch filepath.Base(dir) {
	case ".", "..", string(filepath.Separator): // no name that another folder can take
		return taken
	}
	stat, err := os.Lstat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return err
	case !stat.IsDir():
		return taken
	}
	entries, err := os.ReadDir(dir)
	if err == nil && len(entries) > 0 {
		err = taken
	}
	return err
}

// into unpacks all files into a folder that is there. That no name leads out of
// it was looked at; os.Root would not let it either.
func (b *bag) into(dir string) (err error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer func() {
		if closing := root.Close(); err == nil {
			err = closing
		}
	}()
	b.contents(func(name string) (io.WriteCloser, error) {
		if err := root.MkdirAll(path.Dir(name), 0o755); err != nil {
			return nil, err
		}
		f, err := root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
		if err != nil {
			return nil, err
		}
		return safe{f}, nil
	})
	if b.err != nil {
		return b.err
	}
	return b.found.List().Err()
}

// safe is a file that is on the disk once it is closed.
type safe struct{ *os.File }

func (s safe) Close() error {
	err := s.Sync()
	if closing := s.File.Close(); err == nil {
		err = closing
	}
	return err
}

// takeName gives a folder its name, in place of an empty one.
func takeName(beside, dir string) error {
	if err := os.Chmod(beside, 0o755); err != nil { //nolint:gosec // as other folders, which a temporary one is not
		return err
	}
	if err := vacant(dir); err != nil { // by now
		return err
	}
	_ = os.Remove(dir) // what is not taken away leaves no name to take
	return os.Rename(beside, dir)
}
