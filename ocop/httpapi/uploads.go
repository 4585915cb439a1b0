package httpapi

import (
	"io"
	"io/fs"
	"time"
)

// uploads are the files of a form, in the order in which they came, as a folder
// that package pack takes. Their names are compared and never used as names on
// the disk, where they lie one behind the other in one spool.
type uploads []upload

// upload is a file of a form.
type upload struct {
	name string
	body *io.SectionReader
}

// Open implements fs.FS.
func (u uploads) Open(name string) (fs.File, error) {
	for i := range u {
		if u[i].name == name {
			return &opened{u[i], io.NewSectionReader(u[i].body, 0, u[i].Size())}, nil
		}
	}
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

// ReadDir implements fs.ReadDirFS. A name that came twice is there twice.
func (u uploads) ReadDir(string) ([]fs.DirEntry, error) {
	list := make([]fs.DirEntry, len(u))
	for i := range u {
		list[i] = fs.FileInfoToDirEntry(u[i])
	}
	return list, nil
}

// What a file is told to be: fs.FileInfo.

func (u upload) Name() string     { return u.name }
func (u upload) Size() int64      { return u.body.Size() }
func (upload) Mode() fs.FileMode  { return 0o444 }
func (upload) ModTime() time.Time { return time.Time{} }
func (upload) IsDir() bool        { return false }
func (upload) Sys() any           { return nil }

// opened is a file that is read.
type opened struct {
	upload
	*io.SectionReader
}

func (o *opened) Stat() (fs.FileInfo, error) { return o.upload, nil }
func (o *opened) Close() error               { return nil }
