package pack_test

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/ocop/pack"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// A caller's own reading of a dossier is what counts.
func TestOwnReading(t *testing.T) {
	t.Parallel()
	document, files := fitted(t, whole)
	b := packed(t, document, files, pack.Options{})
	o := pack.Options{Read: func(text []byte) (dossier.Dossier, problem.List) {
		assert.Equal(t, string(document), string(text))
		return dossier.Dossier{}, problem.List{pack.TooManyFiles(7)}
	}}
	assert.Equal(t, []string{"PACK-08"}, codes(listOf(t, pack.Write(io.Discard, document, files, o))))
	_, problems := pack.Check(bytes.NewReader(b), int64(len(b)), o)
	assert.Equal(t, []string{"PACK-08"}, codes(problems))
}

// fake opens files as it is told to, and counts.
type fake struct {
	fstest.MapFS
	opened, listed *int
	open           func(nth int, f fs.File, err error) (fs.File, error)
}

func (s fake) Open(name string) (fs.File, error) {
	*s.opened++
	f, err := s.MapFS.Open(name)
	return s.open(*s.opened, f, err)
}

func (s fake) ReadDir(name string) ([]fs.DirEntry, error) {
	*s.listed++
	return s.MapFS.ReadDir(name)
}

// unknown tells nothing of itself.
type unknown struct{ fs.File }

func (unknown) Stat() (fs.FileInfo, error) { return nil, errFull }

// closing counts what is closed.
type closing struct {
	fs.File
	closed *int
}

func (c closing) Close() error {
	*c.closed++
	return c.File.Close()
}

// Each file is opened to be looked at and to be copied, and closed again.
func TestFilesAreClosed(t *testing.T) {
	t.Parallel()
	document, files := fitted(t, whole)
	closed := 0
	folder := fake{files, new(int), new(int), func(_ int, f fs.File, err error) (fs.File, error) { return closing{f, &closed}, err }}
	require.NoError(t, pack.Write(io.Discard, document, folder, pack.Options{}))
	assert.Equal(t, 2*len(files), *folder.opened)
	assert.Equal(t, *folder.opened, closed)
}

// Once something is wrong no more of the evidence is written, and what was written
// has no end; files stand in the order of their names.
func TestWriteEndsWithWhatIsWrong(t *testing.T) {
	t.Parallel()
	document, files := fitted(t, whole)
	good := packed(t, document, files, pack.Options{})
	var names []string
	for _, f := range itemsIn(t, good) {
		names = append(names, f.Name)
	}
	assert.Equal(t, []string{"bagit.txt", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt", "data/dossier.json"}, names[:5])
	assert.IsIncreasing(t, names[5:])
	body := func(i int) int {
		at, err := itemsIn(t, good)[i].DataOffset()
		require.NoError(t, err)
		return int(at)
	}
	for _, i := range []int{5, len(names) - 1} {
		name := strings.TrimPrefix(names[i], "data/evidence/")
		other := maps.Clone(files)
		other[name] = &fstest.MapFile{Data: append([]byte{files[name].Data[0] + 1}, files[name].Data[1:]...)}
		var b bytes.Buffer
		problems := listOf(t, pack.Write(&b, document, other, pack.Options{}))
		require.Len(t, codes(problems), 1)
		_, problems = check(b.Bytes())
		assert.Equal(t, []string{"PACK-02"}, codes(problems))
		if i == 5 {
			assert.Less(t, b.Len(), body(len(names)-1)/2, "but for their headers the others are not in it")
		}
	}
}

// An output that fails from its first byte on is told so where that shows first:
// within a long dossier, or behind a long manifest.
func TestWriteFailsAtOnce(t *testing.T) {
	t.Parallel()
	document, files := fitted(t, whole)
	blanks := make([]byte, 200_000)
	for i, r := 0, rand.New(rand.NewPCG(26, 17)); i < len(blanks); i++ {
		blanks[i] = " \t\r\n"[r.IntN(4)]
	}
	assert.Equal(t, errFull, pack.Write(&full{}, slices.Concat(document, blanks), files, pack.Options{}))

	var d map[string]any
	require.NoError(t, json.Unmarshal(document, &d))
	pieces := d["evidence"].([]any)
	for i := range 150 {
		piece := maps.Clone(pieces[0].(map[string]any))
		name := fmt.Sprintf("them-%d.pdf", i)
		files[name] = &fstest.MapFile{Data: []byte(name)}
		piece["id"] = fmt.Sprintf("them-%d", i)
		piece["file"] = map[string]any{"name": name, "mediaType": "application/pdf", "size": len(name), "sha256": sum([]byte(name))}
		pieces = append(pieces, piece)
	}
	d["evidence"] = pieces
	document, err := json.Marshal(d)
	require.NoError(t, err)
	require.NoError(t, pack.Write(io.Discard, document, files, pack.Options{}))
	assert.Equal(t, errFull, pack.Write(&full{}, document, files, pack.Options{}))
}

// A package of much may be much, and what is packed to a small part of it is refused.
func TestWriteMuch(t *testing.T) {
	t.Parallel()
	document, folder := filmed(t, 1, pack.MaxFree+1)
	assert.NoError(t, pack.Write(io.Discard, document, folder, pack.Options{}))
	if testing.Short() {
		return // it takes a second
	}
	h := sha256.New()
	_, err := io.Copy(h, &dark{film{left: pack.MaxFree + 1}})
	require.NoError(t, err)
	document, files := changed(t, func(pieces []map[string]any) {
		pieces[0]["file"] = map[string]any{"name": "x.pdf", "mediaType": "application/pdf", "size": pack.MaxFree + 1, "sha256": hex.EncodeToString(h.Sum(nil))}
	})
	problems := listOf(t, pack.Write(io.Discard, document, inTheDark{files}, pack.Options{}))
	assert.Equal(t, []string{"PACK-10"}, codes(problems))
}

// dark is a film of nothing, which deflate makes a thousand times smaller.
type dark struct{ film }

func (d *dark) Read(b []byte) (int, error) {
	n := int(min(int64(len(b)), d.left))
	if n == 0 {
		return 0, io.EOF
	}
	clear(b[:n])
	d.left -= int64(n)
	return n, nil
}

type inTheDark struct{ fstest.MapFS }

func (d inTheDark) Open(name string) (fs.File, error) {
	if name == "x.pdf" {
		return &dark{film{pack.MaxFree + 1, pack.MaxFree + 1}}, nil
	}
	return d.MapFS.Open(name)
}

// A folder whose files fail once is told as it failed, and what was found at first
// sight is told before anything is written.
func TestFolderFails(t *testing.T) {
	t.Parallel()
	document, files := fitted(t, whole)
	gone := fmt.Errorf("gone: %w", fs.ErrPermission)
	for _, c := range []struct {
		what    string
		nth     int
		open    func(f fs.File) (fs.File, error)
		want    error
		written bool
	}{
		{"the first is not opened", 1, func(fs.File) (fs.File, error) { return nil, gone }, gone, false},
		{"the first tells nothing", 1, func(f fs.File) (fs.File, error) { return unknown{f}, nil }, errFull, false},
		{"the last is not opened", len(files), func(fs.File) (fs.File, error) { return nil, gone }, gone, false},
		{"one is not opened a second time", len(files) + 1, func(fs.File) (fs.File, error) { return nil, gone }, gone, true},
		{"the last is not opened a second time", 2 * len(files), func(fs.File) (fs.File, error) { return nil, gone }, gone, true},
	} {
		folder := fake{files, new(int), new(int), func(nth int, f fs.File, err error) (fs.File, error) {
			if nth == c.nth {
				return c.open(f)
			}
			return f, err
		}}
		var b bytes.Buffer
		err := pack.Write(&b, document, folder, pack.Options{})
		assert.Equal(t, c.want, err, c.what)
		assert.Equal(t, c.written, b.Len() > 0, c.what)
		assert.Equal(t, c.nth, *folder.opened, c.what)
	}
}

// Where files are missing, the names that stand there are asked for once, and a
// folder that cannot be listed has no others.
func TestMissingFiles(t *testing.T) {
	t.Parallel()
	document, files := fitted(t, whole)
	x, err := dossier.Decode(document)
	require.NoError(t, err)
	want := []string{"PACK-20 /evidence/0/file", "PACK-20 /evidence/3/file"}
	for _, i := range []int{0, 3} {
		delete(files, x.Evidence[i].File.Name)
	}
	folder := fake{files, new(int), new(int), func(_ int, f fs.File, err error) (fs.File, error) { return f, err }}
	problems := listOf(t, pack.Write(io.Discard, document, folder, pack.Options{}))
	assert.Equal(t, want, codes(problems))
	assert.Equal(t, map[string]string{"name": x.Evidence[0].File.Name}, paramsOf(problems[0]))
	assert.Equal(t, 1, *folder.listed)
	assert.Equal(t, want, codes(listOf(t, pack.Write(io.Discard, document, unlisted{files}, pack.Options{}))))

	dir := t.TempDir()
	for name, f := range files {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), f.Data, 0o600))
	}
	assert.Equal(t, want, codes(listOf(t, pack.Write(io.Discard, document, os.DirFS(dir), pack.Options{}))))
}

// What is wrong with files is told with their names and sizes.
func TestWriteTellsSizes(t *testing.T) {
	t.Parallel()
	document, files := fitted(t, whole)
	x, err := dossier.Decode(document)
	require.NoError(t, err)
	name := x.Evidence[2].File.Name
	for _, more := range []int{-1, 2} {
		is := append(bytes.Clone(files[name].Data), "xy"...)[:len(files[name].Data)+more]
		other := fstest.MapFS{name: &fstest.MapFile{Data: is}}
		for name, f := range files {
			if other[name] == nil {
				other[name] = f
			}
		}
		var b bytes.Buffer
		problems := listOf(t, pack.Write(&b, document, other, pack.Options{}))
		require.Equal(t, []string{"PACK-22 /evidence/2/file"}, codes(problems))
		assert.Equal(t, map[string]string{"name": name, "size": fmt.Sprint(len(is)), "expected": fmt.Sprint(len(files[name].Data))}, paramsOf(problems[0]))
		assert.Zero(t, b.Len(), "nothing is written")
	}
}

// Two pieces of one file say the same of it: its size and its hash.
func TestOneNameTwoContents(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		member string
		value  any
	}{{"size", 7}, {"sha256", sum(nil)}} {
		id, other, name := "", "", ""
		document, files := changed(t, func(pieces []map[string]any) {
			first := pieces[0]["file"].(map[string]any)
			second := pieces[1]["file"].(map[string]any)
			for member, value := range first {
				second[member] = value
			}
			second[c.member] = c.value
			other, id, name = pieces[0]["id"].(string), pieces[1]["id"].(string), first["name"].(string)
		})
		problems := listOf(t, pack.Write(io.Discard, document, files, pack.Options{}))
		require.Equal(t, []string{"PACK-32 /evidence/1/file"}, codes(problems), c.member)
		assert.Equal(t, map[string]string{"id": id, "other": other, "name": name}, paramsOf(problems[0]))
	}
}

// What is compressed already is stored as it is.
func TestMethods(t *testing.T) {
	t.Parallel()
	const office = "application/vnd.openxmlformats-officedocument."
	for mediaType, want := range map[string]struct {
		ending string
		method uint16
	}{
		"application/pdf": {"pdf", zip.Deflate}, "image/tiff": {"tiff", zip.Deflate},
		"application/msword": {"doc", zip.Deflate}, "application/vnd.ms-excel": {"xls", zip.Deflate}, "application/vnd.ms-powerpoint": {"ppt", zip.Deflate},
		"image/jpeg": {"jpg", zip.Store}, "image/png": {"png", zip.Store}, "image/webp": {"webp", zip.Store}, "image/heic": {"heic", zip.Store},
		"audio/mpeg": {"mp3", zip.Store}, "audio/mp4": {"m4a", zip.Store}, "video/mp4": {"mp4", zip.Store}, "video/quicktime": {"mov", zip.Store},
		office + "wordprocessingml.document": {"docx", zip.Store}, office + "spreadsheetml.sheet": {"xlsx", zip.Store}, office + "presentationml.presentation": {"pptx", zip.Store},
		"application/zip": {"zip", zip.Store},
	} {
		name := "x." + want.ending
		document, files := changed(t, func(pieces []map[string]any) {
			file := pieces[0]["file"].(map[string]any)
			file["name"], file["mediaType"] = name, mediaType
		})
		files[name] = &fstest.MapFile{Data: content(0)}
		b := packed(t, document, files, pack.Options{})
		z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
		require.NoError(t, err)
		methods := map[string]uint16{}
		for _, f := range z.File {
			methods[f.Name] = f.Method
		}
		assert.Equal(t, want.method, methods["data/evidence/"+name], mediaType)
		assert.Equal(t, zip.Deflate, methods["data/dossier.json"])
		assert.Equal(t, zip.Deflate, methods["manifest-sha256.txt"])
	}
}

// What a package may unpack to is looked at before anything is unpacked: at the
// limit it is, and what is damaged shows; beyond it is not.
func TestExactlyTheRatio(t *testing.T) {
	t.Parallel()
	const name = "phim.mp4"
	// made says that a film has a size, and has a few bytes of it; beside it stands
	// some padding.
	made := func(size, padding int) []byte {
		document, files := changed(t, func(pieces []map[string]any) {
			file := pieces[0]["file"].(map[string]any)
			file["name"], file["mediaType"], file["size"] = name, "video/mp4", 4
			file = pieces[1]["file"].(map[string]any)
			file["name"], file["size"], file["sha256"] = "x.pdf", padding, sum(make([]byte, padding))
		})
		files[name] = &fstest.MapFile{Data: []byte("film")}
		files["x.pdf"] = &fstest.MapFile{Data: make([]byte, padding)}
		hash := sum([]byte("film"))
		document = bytes.ReplaceAll(document, []byte(sum(content(0))), []byte(hash))
		items := itemsOf(t, packed(t, document, files, pack.Options{}))
		film := at(items, "data/evidence/"+name)
		film.method, film.size = zip.Deflate, size
		text := at(items, "data/dossier.json")
		before := sum(text.text)
		text.text = bytes.Replace(text.text, []byte(`"size":4}`), fmt.Appendf(nil, `"size":%d}`, size), 1)
		items = replace(items, "manifest-sha256.txt", before, sum(text.text))
		all := len(text.text)
		for _, i := range items {
			if strings.HasPrefix(i.name, "data/evidence/") {
				all += max(len(i.text), i.size)
			}
		}
		info := at(items, "bag-info.txt")
		from := bytes.Index(info.text, []byte("Payload-Oxum: ")) + len("Payload-Oxum: ")
		end := from + bytes.IndexByte(info.text[from:], '.')
		return zipOf(replace(items, info.name, string(info.text[from:end]), fmt.Sprint(all)))
	}
	// others is what the evidence beside the film comes to.
	others := func(b []byte) int {
		n := 0
		for _, i := range itemsIn(t, b) {
			if strings.HasPrefix(i.Name, "data/evidence/") && !strings.HasSuffix(i.Name, name) {
				n += int(i.UncompressedSize64)
			}
		}
		return n
	}
	free := pack.MaxFree - others(made(90_000_000, 1000))
	most := made(150_000_000, 600_000)
	ratio := len(most)*pack.MaxRatio - others(most)
	for _, c := range []struct {
		what          string
		size, padding int
		within        bool
	}{
		{"free", free, 1000, true},
		{"more than what is free", free + 1, 1000, false},
		{"that many times as much", ratio, 600_000, true},
		{"not a whole time more", ratio + pack.MaxRatio - 1, 600_000, true},
		{"once more", ratio + pack.MaxRatio, 600_000, false},
	} {
		b := made(c.size, c.padding)
		_, problems := check(b)
		if c.within {
			assert.Equal(t, []string{"PACK-18 /evidence/0/file"}, codes(problems), c.what)
			continue
		}
		require.Equal(t, []string{"PACK-10"}, codes(problems), c.what)
		want := map[string]string{"packed": fmt.Sprint(len(b)), "size": fmt.Sprint(c.size + others(b)), "limit": "200"}
		assert.Equal(t, want, paramsOf(problems[0]), c.what)
	}
}

// itemsIn are the entries of a package.
func itemsIn(t testing.TB, b []byte) []*zip.File {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	require.NoError(t, err)
	return z.File
}

// The limits that a caller does not give, and the least that one can give.
func TestMostBytes(t *testing.T) {
	t.Parallel()
	document, files := fitted(t, whole)
	items := itemsOf(t, packed(t, document, files, pack.Options{}))
	limitOf := func(o pack.Options) string {
		b := zipOf(items)
		_, problems := pack.Check(bytes.NewReader(b), int64(len(b)), o)
		require.NotEmpty(t, problems.Of("PACK-09"))
		return paramsOf(problems.Of("PACK-09")[0])["limit"]
	}
	assert.Equal(t, "1", limitOf(pack.Options{MaxBytes: 1}))
	for i := range 10 {
		items = append(items, item{name: fmt.Sprintf("data/evidence/%d.pdf", i), method: zip.Deflate, size: pack.MaxFileBytes, at: -1})
	}
	assert.Equal(t, fmt.Sprint(int64(pack.DefaultMaxBytes)), limitOf(pack.Options{}))
	assert.Equal(t, fmt.Sprint(int64(pack.DefaultMaxBytes)), limitOf(pack.Options{MaxBytes: -1}))
}

// What is too much is not unpacked: what is wrong within it is not told.
func TestTooMuchIsNotUnpacked(t *testing.T) {
	t.Parallel()
	document, files := fitted(t, whole)
	items := itemsOf(t, packed(t, document, files, pack.Options{}))
	items[5].text[7]++
	b := zipOf(items)
	_, problems := pack.Check(bytes.NewReader(b), int64(len(b)), pack.Options{MaxBytes: 1000})
	assert.Equal(t, []string{"PACK-09"}, codes(problems))
}

// A name stands where Clean puts it, and one that stays open is taken.
func TestExtractNames(t *testing.T) {
	t.Parallel()
	document, files := fitted(t, whole)
	good := packed(t, document, files, pack.Options{})
	extract := func(b []byte, dir string) error {
		return pack.Extract(bytes.NewReader(b), int64(len(b)), dir, pack.Options{})
	}
	dir := t.TempDir()
	slash := string(filepath.Separator)
	require.NoError(t, extract(good, filepath.Join(dir, "bag")+slash))
	assert.Len(t, tree(t, filepath.Join(dir, "bag")), 5+len(files))
	hollow := filepath.Join(dir, "hollow")
	require.NoError(t, os.Mkdir(hollow, 0o755))
	for _, open := range []string{"none" + slash + "..", "none" + slash + "."} {
		assert.ErrorIs(t, extract(good, hollow+slash+open), fs.ErrExist, open)
	}
	file := filepath.Join(dir, "file")
	require.NoError(t, os.WriteFile(file, nil, 0o600))
	assert.Error(t, extract(good, filepath.Join(file, "bag")), "below a file there is nothing")

	// That a folder holds something is told before the package is read.
	require.NoError(t, os.Mkdir(filepath.Join(dir, "one"), 0o755))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "one", "x"), nil, 0o600))
	var where *fs.PathError
	require.ErrorAs(t, extract(nil, filepath.Join(dir, "\x00")), &where, "no name at all")
	for _, taken := range []string{"one", "file"} {
		require.ErrorAs(t, extract(nil, filepath.Join(dir, taken)), &where)
		assert.Equal(t, filepath.Join(dir, taken), where.Path)
		assert.ErrorIs(t, where, fs.ErrExist)
	}
}

// changing changes the byte at some place once it was read.
type changing struct {
	io.ReaderAt
	at   int64
	read bool
}

func (c *changing) ReadAt(b []byte, at int64) (int, error) {
	n, err := c.ReaderAt.ReadAt(b, at)
	if at == c.at {
		if c.read {
			b[0]++
		}
		c.read = true
	}
	return n, err
}

// What was looked at is what is unpacked: the dossier is read once.
func TestExtractWhatWasLookedAt(t *testing.T) {
	t.Parallel()
	document, files := fitted(t, whole)
	b := packed(t, document, files, pack.Options{})
	list := itemsIn(t, b)
	i := slices.IndexFunc(list, func(f *zip.File) bool { return f.Name == "data/dossier.json" })
	body, err := list[i].DataOffset()
	require.NoError(t, err)
	dir := filepath.Join(t.TempDir(), "bag")
	r := &changing{ReaderAt: bytes.NewReader(b), at: body}
	require.NoError(t, pack.Extract(r, int64(len(b)), dir, pack.Options{}))
	assert.True(t, r.read)
	assert.Equal(t, string(document), tree(t, dir)["data/dossier.json"])
}

// What is unpacked can be read by all, as other files and folders.
func TestExtractModes(t *testing.T) {
	t.Parallel()
	document, files := fitted(t, whole)
	dir := extracted(t, packed(t, document, files, pack.Options{}))
	beside := t.TempDir()
	folder, file := filepath.Join(beside, "folder"), filepath.Join(beside, "file")
	require.NoError(t, os.Mkdir(folder, 0o755))
	require.NoError(t, os.WriteFile(file, nil, 0o644))
	require.NoError(t, os.Mkdir(beside+"/whole", 0o755))
	require.NoError(t, os.Chmod(beside+"/whole", 0o755)) // whatever this process may make
	mode := func(path string) fs.FileMode {
		stat, err := os.Stat(path)
		require.NoError(t, err)
		return stat.Mode()
	}
	require.NoError(t, filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		like := file
		if path == dir {
			like = beside + "/whole"
		} else if d.IsDir() {
			like = folder
		}
		assert.Equal(t, mode(like), mode(path), path)
		return err
	}))
}
