//go:build linux || darwin

package pack_test

import (
	"archive/zip"
	"bytes"
	"io"
	"io/fs"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/ocop/pack"
)

// acting does something once when the byte at some place is read.
type acting struct {
	io.ReaderAt
	at int64
	do func()
}

func (a *acting) ReadAt(b []byte, at int64) (int, error) {
	if at == a.at && a.do != nil {
		a.do()
		a.do = nil
	}
	return a.ReaderAt.ReadAt(b, at)
}

// Whatever takes a name while a package is unpacked keeps it, and nothing is left
// of what was unpacked.
func TestExtractWhileNamesAreTaken(t *testing.T) {
	t.Parallel()
	document, files := fitted(t, whole)
	b := packed(t, document, files, pack.Options{})
	list := itemsIn(t, b)
	evidence := slices.IndexFunc(list, func(f *zip.File) bool { return strings.HasPrefix(f.Name, "data/evidence/") })
	require.Less(t, evidence+1, len(list))
	body, err := list[evidence].DataOffset()
	require.NoError(t, err)
	write := func(path string) { assert.NoError(t, os.WriteFile(path, []byte("theirs"), 0o600)) }
	for _, c := range []struct {
		what string
		take func(dir, beside string)
		want error
		left map[string]string
		says string
	}{
		{"nothing", func(string, string) {}, nil, nil, ""},
		{"an empty folder", func(dir, _ string) { assert.NoError(t, os.Mkdir(dir, 0o755)) }, nil, nil, ""},
		{"a file", func(dir, _ string) { write(dir) }, fs.ErrExist, map[string]string{"bag": "theirs"}, "bag"},
		{"a folder", func(dir, _ string) {
			assert.NoError(t, os.Mkdir(dir, 0o755))
			write(filepath.Join(dir, "x"))
		}, fs.ErrExist, map[string]string{"bag/x": "theirs"}, "bag"},
		{"the next file", func(_, beside string) { write(filepath.Join(beside, filepath.FromSlash(list[evidence+1].Name))) }, fs.ErrExist, map[string]string{}, filepath.Base(list[evidence+1].Name)},
		{"the folder of the next", func(_, beside string) {
			assert.NoError(t, os.RemoveAll(filepath.Join(beside, "data")))
			write(filepath.Join(beside, "data"))
		}, syscall.ENOTDIR, map[string]string{}, "data: "},
	} {
		parent := t.TempDir()
		dir := filepath.Join(parent, "bag")
		r := &acting{bytes.NewReader(b), body, func() {
			beside, err := filepath.Glob(filepath.Join(parent, ".bag.*"))
			assert.NoError(t, err)
			if assert.Len(t, beside, 1) {
				c.take(dir, beside[0])
			}
		}}
		err := pack.Extract(r, int64(len(b)), dir, pack.Options{})
		assert.Nil(t, r.do, c.what)
		if c.want == nil {
			require.NoError(t, err, c.what)
			assert.Len(t, tree(t, dir), 5+len(files), c.what)
			continue
		}
		assert.ErrorIs(t, err, c.want, c.what)
		assert.ErrorContains(t, err, c.says, c.what)
		assert.Equal(t, c.left, tree(t, parent), c.what)
	}
}

// Where the disk is full, that is told, and nothing is left. It is not parallel, as
// what a file may hold is a limit of the process.
func TestExtractToAFullDisk(t *testing.T) {
	const paper = 100_000
	document, files := changed(t, func(pieces []map[string]any) {
		file := pieces[0]["file"].(map[string]any)
		file["name"], file["size"], file["sha256"] = "x.pdf", paper, sum(make([]byte, paper))
	})
	files["x.pdf"] = &fstest.MapFile{Data: make([]byte, paper)}
	document = append(document, bytes.Repeat([]byte(" "), paper/2)...)
	require.Less(t, len(document), paper)
	b := packed(t, document, files, pack.Options{})
	signal.Ignore(syscall.SIGXFSZ) // so that writing fails
	defer signal.Reset(syscall.SIGXFSZ)
	var before syscall.Rlimit
	require.NoError(t, syscall.Getrlimit(syscall.RLIMIT_FSIZE, &before))
	for _, most := range []int{len(document) - 1, paper - 1} { // the tag files; all but the paper
		dir, limit := t.TempDir(), before
		limit.Cur = uint64(most)
		require.NoError(t, syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit))
		err := pack.Extract(bytes.NewReader(b), int64(len(b)), filepath.Join(dir, "bag"), pack.Options{})
		require.NoError(t, syscall.Setrlimit(syscall.RLIMIT_FSIZE, &before))
		assert.ErrorIs(t, err, syscall.EFBIG, most)
		entries, err := os.ReadDir(dir)
		require.NoError(t, err)
		assert.Empty(t, entries, most)
	}
}
