package pack_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"testing"
	"testing/fstest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/ocop/pack"
)

// film is a file that is made as it is read.
type film struct{ size, left int64 }

var block = content(7)

func (f *film) Read(b []byte) (int, error) {
	n := int(min(int64(len(b)), f.left))
	if n == 0 {
		return 0, io.EOF
	}
	for i := 0; i < n; {
		done := copy(b[i:n], block[(f.size-f.left)%int64(len(block)):])
		f.left -= int64(done)
		i += done
	}
	return n, nil
}

func (f *film) Close() error               { return nil }
func (f *film) Stat() (fs.FileInfo, error) { return f, nil }
func (f *film) Name() string               { return "" }
func (f *film) Size() int64                { return f.size }
func (f *film) Mode() fs.FileMode          { return 0o444 }
func (f *film) ModTime() time.Time         { return time.Time{} }
func (f *film) IsDir() bool                { return false }
func (f *film) Sys() any                   { return nil }

// withFilms are the example's files, some of them films.
type withFilms struct {
	fstest.MapFS
	films map[string]int64
}

func (w withFilms) Open(name string) (fs.File, error) {
	if size, ok := w.films[name]; ok {
		return &film{size, size}, nil
	}
	return w.MapFS.Open(name)
}

// filmed is the example with its first pieces changed to films of a size.
func filmed(t testing.TB, films int, size int64) ([]byte, fs.FS) {
	t.Helper()
	h := sha256.New()
	_, err := io.Copy(h, &film{size, size})
	require.NoError(t, err)
	made := withFilms{films: map[string]int64{}}
	document, files := changed(t, func(pieces []map[string]any) {
		for i := range films {
			name := fmt.Sprintf("phim-%d.mp4", i)
			made.films[name] = size
			pieces[i]["file"] = map[string]any{"name": name, "mediaType": "video/mp4", "size": size, "sha256": hex.EncodeToString(h.Sum(nil))}
		}
	})
	made.MapFS = files
	return document, made
}

// large asks for a test that takes its time and a disk: LARGE=all.
func large(t testing.TB) {
	t.Helper()
	if os.Getenv("LARGE") == "" {
		t.Skip("LARGE=all")
	}
}

// held runs something and gives the most memory that the heap had meanwhile.
func held(do func()) uint64 {
	debug.SetGCPercent(20) // so that it is what is held, and not what may be collected
	defer debug.SetGCPercent(100)
	runtime.GC()
	done, most := make(chan struct{}), make(chan uint64)
	go func() {
		var m runtime.MemStats
		peak := uint64(0)
		for {
			runtime.ReadMemStats(&m)
			peak = max(peak, m.HeapAlloc)
			select {
			case <-done:
				most <- peak
				return
			case <-time.After(5 * time.Millisecond):
			}
		}
	}()
	do()
	close(done)
	return <-most
}

// 2 GB of film, with LARGE=all, go through a few buffers when they are packed,
// checked and unpacked; else 200 MB are packed and checked.
func TestMemoryStaysFlat(t *testing.T) {
	size := int64(100_000_000)
	if os.Getenv("LARGE") != "" {
		size = 1_000_000_000
	} else if testing.Short() {
		size = 10_000_000
	}
	document, files := filmed(t, 2, size)
	f, err := os.Create(filepath.Join(t.TempDir(), "a.zip"))
	require.NoError(t, err)
	defer f.Close() //nolint:errcheck // thrown away
	const most = 24 << 20
	begun := time.Now()
	peak := held(func() { assert.NoError(t, pack.Write(f, document, files, pack.Options{})) })
	assert.Less(t, peak, uint64(most))
	t.Logf("packed %d bytes in %.1f s, heap at most %.1f MB", 2*size, time.Since(begun).Seconds(), float64(peak)/1e6)
	stat, err := f.Stat()
	require.NoError(t, err)
	begun = time.Now()
	peak = held(func() {
		_, problems := pack.Check(f, stat.Size(), pack.Options{})
		assert.Empty(t, codes(problems))
	})
	assert.Less(t, peak, uint64(most))
	t.Logf("checked in %.1f s, heap at most %.1f MB", time.Since(begun).Seconds(), float64(peak)/1e6)
	if os.Getenv("LARGE") == "" {
		return
	}
	begun = time.Now()
	peak = held(func() {
		assert.NoError(t, pack.Extract(f, stat.Size(), filepath.Join(t.TempDir(), "bag"), pack.Options{}))
	})
	assert.Less(t, peak, uint64(most))
	t.Logf("unpacked in %.1f s, heap at most %.1f MB", time.Since(begun).Seconds(), float64(peak)/1e6)
}

// Beyond 4 GB a ZIP says where things stand in other records (ZIP64).
func TestZip64(t *testing.T) {
	large(t)
	document, files := filmed(t, 3, 1_900_000_000)
	f, err := os.Create(filepath.Join(t.TempDir(), "a.zip"))
	require.NoError(t, err)
	defer f.Close() //nolint:errcheck // thrown away
	require.NoError(t, pack.Write(f, document, files, pack.Options{}))
	stat, err := f.Stat()
	require.NoError(t, err)
	require.Greater(t, stat.Size(), int64(5_700_000_000))
	_, problems := pack.Check(f, stat.Size(), pack.Options{})
	assert.Empty(t, codes(problems))
	out, err := exec.Command(found(t, "python3"), "-c", "import sys, zipfile; print(zipfile.ZipFile(sys.argv[1]).testzip())", f.Name()).CombinedOutput()
	assert.NoError(t, err)
	assert.Equal(t, "None\n", string(out))
}

// BenchmarkWrite packs 100 MB of film and 20 MB of papers beside zip, which does
// the same without a hash.
func BenchmarkWrite(b *testing.B) {
	dir := b.TempDir()
	paper := bytes.Repeat(content(1), 4000)[:5_000_000]
	document, files := filmed(b, 1, 100_000_000)
	document, files = withPapers(b, document, files, paper)
	names := []string{"-q", "-X", "-n", ".mp4:.jpg:.xlsx", "-"}
	entries := files.(withFilms)
	for name, size := range entries.films {
		data, err := io.ReadAll(&film{size, size})
		require.NoError(b, err)
		require.NoError(b, os.WriteFile(filepath.Join(dir, name), data, 0o600))
		names = append(names, name)
	}
	for name, f := range entries.MapFS {
		require.NoError(b, os.WriteFile(filepath.Join(dir, name), f.Data, 0o600))
		names = append(names, name)
	}
	b.Run("ocop", func(b *testing.B) {
		b.SetBytes(120_000_000)
		for b.Loop() {
			require.NoError(b, pack.Write(io.Discard, document, os.DirFS(dir), pack.Options{}))
		}
	})
	b.Run("zip", func(b *testing.B) {
		program, err := exec.LookPath("zip")
		if err != nil {
			b.Skip("zip is not here")
		}
		b.SetBytes(120_000_000)
		for b.Loop() {
			p := exec.Command(program, names...)
			p.Dir = dir
			require.NoError(b, p.Run())
		}
	})
	packed := new(bytes.Buffer)
	require.NoError(b, pack.Write(packed, document, os.DirFS(dir), pack.Options{}))
	b.Run("check", func(b *testing.B) {
		b.SetBytes(120_000_000)
		for b.Loop() {
			_, problems := pack.Check(bytes.NewReader(packed.Bytes()), int64(packed.Len()), pack.Options{})
			require.Empty(b, codes(problems))
		}
	})
}

// withPapers puts a text in the place of four of the files.
func withPapers(t testing.TB, document []byte, files fs.FS, paper []byte) ([]byte, fs.FS) {
	t.Helper()
	made := files.(withFilms)
	changes := 0
	for name, f := range made.MapFS {
		if changes < 4 && filepath.Ext(name) == ".pdf" && bytes.Contains(document, []byte(name)) {
			text := append([]byte(name), paper...)[:len(paper)]
			size := fmt.Sprintf(`"sha256":"%s","size":%d`, sum(f.Data), len(f.Data))
			require.True(t, bytes.Contains(document, []byte(size)))
			document = bytes.Replace(document, []byte(size), fmt.Appendf(nil, `"sha256":"%s","size":%d`, sum(text), len(text)), 1)
			f.Data = text
			changes++
		}
	}
	require.Equal(t, 4, changes)
	return document, made
}
