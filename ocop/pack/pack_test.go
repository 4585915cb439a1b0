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
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/unicode/norm"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/ocop/pack"
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

const examples = "../../examples/dossiers/"

// fitted is an example dossier whose evidence was made, and given its size and
// hash; pieces that share a file still do.
func fitted(t testing.TB, name string) ([]byte, fstest.MapFS) {
	t.Helper()
	data, err := os.ReadFile(name)
	require.NoError(t, err)
	return fit(t, data)
}

func fit(t testing.TB, document []byte) ([]byte, fstest.MapFS) {
	t.Helper()
	var d map[string]any
	decoder := json.NewDecoder(bytes.NewReader(document))
	decoder.UseNumber()
	require.NoError(t, decoder.Decode(&d))
	files := fstest.MapFS{}
	pieces, _ := d["evidence"].([]any)
	for i, p := range pieces {
		file := p.(map[string]any)["file"].(map[string]any)
		name := file["name"].(string)
		if files[name] == nil {
			files[name] = &fstest.MapFile{Data: content(i), Mode: 0o644}
		}
		file["size"], file["sha256"] = len(files[name].Data), sum(files[name].Data)
	}
	text, err := json.MarshalIndent(d, "", "  ")
	require.NoError(t, err)
	return text, files
}

// content is some content for the piece at an index.
func content(i int) []byte {
	r := rand.New(rand.NewPCG(uint64(i), 26))
	b := make([]byte, 500+r.IntN(3000))
	for i := range b {
		b[i] = "OCOP sản phẩm\n"[r.IntN(16)]
	}
	return b
}

func sum(b []byte) string {
	s := sha256.Sum256(b)
	return hex.EncodeToString(s[:])
}

const whole = examples + "thuc-pham-lan-dau.json"

// packed is an example's package.
func packed(t testing.TB, document []byte, files fs.FS, o pack.Options) []byte {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, pack.Write(&b, document, files, o))
	return b.Bytes()
}

func check(b []byte) (dossier.Dossier, problem.List) {
	return pack.Check(bytes.NewReader(b), int64(len(b)), pack.Options{})
}

// codes are the codes of what is an error, each with its place.
func codes(problems problem.List) []string {
	var list []string
	for _, p := range problems {
		if p.Severity == problem.SeverityError {
			list = append(list, strings.TrimSpace(p.Code+" "+p.Path))
		}
	}
	return list
}

// listOf is the list that an error is.
func listOf(t testing.TB, err error) problem.List {
	t.Helper()
	var problems problem.List
	require.ErrorAs(t, err, &problems)
	return problems
}

// tree reads all files below a folder.
func tree(t testing.TB, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	require.NoError(t, filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		name, _ := filepath.Rel(dir, path)
		files[filepath.ToSlash(name)] = string(data)
		return err
	}))
	return files
}

func eachExample(t *testing.T, do func(t *testing.T, name string)) {
	t.Helper()
	names, err := filepath.Glob(examples + "*.json")
	require.NoError(t, err)
	require.Len(t, names, 18)
	for _, name := range names {
		t.Run(filepath.Base(name), func(t *testing.T) {
			t.Parallel()
			do(t, name)
		})
	}
}

// What is packed comes out the same, and packed again makes the same package.
func TestRoundTrip(t *testing.T) {
	t.Parallel()
	eachExample(t, func(t *testing.T, name string) {
		document, files := fitted(t, name)
		o := pack.Options{Date: civil.Date{Year: 2026, Month: 9, Day: 17}}
		b := packed(t, document, files, o)

		x, problems := check(b)
		want, warnings := dossier.Read(document, dossier.Options{})
		assert.Equal(t, warnings, problems)
		assert.Equal(t, want, x)

		dir := filepath.Join(t.TempDir(), "bag")
		require.NoError(t, pack.Extract(bytes.NewReader(b), int64(len(b)), dir, pack.Options{}))
		got := tree(t, dir)
		assert.Equal(t, string(document), got["data/dossier.json"])
		for name, f := range files {
			assert.Equal(t, string(f.Data), got["data/evidence/"+name])
		}
		assert.Len(t, got, 5+len(files))
		assert.Equal(t, "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n", got["bagit.txt"])
		assert.Contains(t, got["bag-info.txt"], "Source-Organization: "+x.Producer.Name+"\n")
		assert.Contains(t, got["bag-info.txt"], "Bagging-Date: 2026-09-17\n")
		bytesOf := len(document)
		for _, f := range files {
			bytesOf += len(f.Data)
		}
		assert.Contains(t, got["bag-info.txt"], fmt.Sprintf("Payload-Oxum: %d.%d\n", bytesOf, 1+len(files)))

		assert.Equal(t, b, packed(t, []byte(got["data/dossier.json"]), os.DirFS(filepath.Join(dir, "data", "evidence")), o))
	})
}

// Others read what was packed: sha256sum and Python, where they are here.
func TestIndependentReaders(t *testing.T) {
	t.Parallel()
	document, files := fitted(t, whole)
	b := packed(t, document, files, pack.Options{})
	dir := t.TempDir()
	bag, archive := filepath.Join(dir, "bag"), filepath.Join(dir, "bag.zip")
	require.NoError(t, pack.Extract(bytes.NewReader(b), int64(len(b)), bag, pack.Options{}))
	require.NoError(t, os.WriteFile(archive, b, 0o600))
	t.Run("sha256sum", func(t *testing.T) {
		program := found(t, "sha256sum")
		for _, list := range []string{"manifest-sha256.txt", "tagmanifest-sha256.txt"} {
			p := exec.Command(program, "--strict", "-c", list)
			p.Dir = bag
			out, err := p.CombinedOutput()
			assert.NoError(t, err, "%s", out)
			assert.Equal(t, strings.Count(tree(t, bag)[list], "\n"), strings.Count(string(out), ": OK\n"))
		}
	})
	t.Run("python3", func(t *testing.T) {
		out, err := exec.Command(found(t, "python3"), "-c", `
import sys, zipfile, hashlib, json
with zipfile.ZipFile(sys.argv[1]) as z:
    assert z.testzip() is None
    print(json.dumps({i.filename: hashlib.sha256(z.read(i)).hexdigest() for i in z.infolist()}))`, archive).CombinedOutput()
		require.NoError(t, err, "%s", out)
		read, want := map[string]string{}, map[string]string{}
		require.NoError(t, json.Unmarshal(out, &read))
		for name, data := range tree(t, bag) {
			want[name] = sum([]byte(data))
		}
		assert.Equal(t, want, read)
	})
}

// What other programs pack anew is a package too: here Info-ZIP, which adds
// folders, times and owners, and writes sizes behind what it streams.
func TestIndependentWriters(t *testing.T) {
	t.Parallel()
	program := found(t, "zip")
	document, files := fitted(t, whole)
	b := packed(t, document, files, pack.Options{})
	bag := filepath.Join(t.TempDir(), "bag")
	require.NoError(t, pack.Extract(bytes.NewReader(b), int64(len(b)), bag, pack.Options{}))
	for _, args := range [][]string{{"-r", "../a.zip", "."}, {"-r", "-0", "-D", "../b.zip", "."}, {"-r", "-fd", "../c.zip", "."}, {"-r", "-fz", "../d.zip", "."}} {
		p := exec.Command(program, args...)
		p.Dir = bag
		out, err := p.CombinedOutput()
		require.NoError(t, err, "%s", out)
		made, err := os.ReadFile(filepath.Join(bag, args[len(args)-2]))
		require.NoError(t, err)
		_, problems := check(made)
		assert.Empty(t, codes(problems), args)
	}
}

func found(t *testing.T, program string) string {
	t.Helper()
	path, err := exec.LookPath(program)
	if err != nil {
		t.Skip(program + " is not here")
	}
	return path
}

// The same document and files make the same bytes, whatever the folder, its
// times, what else is in it, and the normal form that it keeps names in.
func TestSameBytes(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile(whole)
	require.NoError(t, err)
	const name = "giấy phép số 1.pdf"
	x, err := dossier.Decode(data)
	require.NoError(t, err)
	document, files := fit(t, bytes.ReplaceAll(data, []byte(x.Evidence[0].File.Name), []byte(name)))
	b := packed(t, document, files, pack.Options{})
	assert.Equal(t, b, packed(t, document, files, pack.Options{}))
	for _, form := range []norm.Form{norm.NFC, norm.NFD} {
		dir := t.TempDir()
		for name, f := range files {
			require.NoError(t, os.WriteFile(filepath.Join(dir, form.String(name)), f.Data, 0o600))
		}
		require.NoError(t, os.WriteFile(filepath.Join(dir, "beside.pdf"), nil, 0o600))
		assert.Equal(t, b, packed(t, document, os.DirFS(dir), pack.Options{}))
	}
	decomposed := norm.NFD.Bytes(document)
	other := packed(t, decomposed, files, pack.Options{})
	x, problems := check(other)
	assert.Empty(t, codes(problems), "a document of decomposed letters names the same files")
	assert.Equal(t, name, x.Evidence[0].File.Name)
}

// One file may hold several papers, and stands once.
func TestSharedFile(t *testing.T) {
	t.Parallel()
	document, files := changed(t, func(pieces []map[string]any) {
		shared := pieces[0]["file"]
		pieces[0]["pages"], pieces[1]["pages"], pieces[1]["file"] = "1-2", "3", shared
	})
	b := packed(t, document, files, pack.Options{})
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	require.NoError(t, err)
	assert.Len(t, z.File, 5+len(files)-1)
	for _, f := range z.File {
		assert.Equal(t, "1980-01-01 00:00:00", f.Modified.UTC().Format(time.DateTime), "no clock")
		assert.Equal(t, fs.FileMode(0o644), f.Mode())
	}
	_, problems := check(b)
	assert.Empty(t, codes(problems))
}

// changed is the example with its pieces of evidence changed; the files are as before.
func changed(t testing.TB, change func(pieces []map[string]any)) ([]byte, fstest.MapFS) {
	t.Helper()
	document, files := fitted(t, whole)
	var d map[string]any
	require.NoError(t, json.Unmarshal(document, &d))
	var pieces []map[string]any
	for _, p := range d["evidence"].([]any) {
		pieces = append(pieces, p.(map[string]any))
	}
	change(pieces)
	document, err := json.Marshal(d)
	require.NoError(t, err)
	return document, files
}

// What cannot be packed, and where that is told.
func TestWriteRefuses(t *testing.T) {
	t.Parallel()
	document, files := fitted(t, whole)
	x, err := dossier.Decode(document)
	require.NoError(t, err)
	name := func(i int) string { return x.Evidence[i].File.Name }
	for _, c := range []struct {
		what   string
		change func(files fstest.MapFS)
		want   []string
	}{
		{"missing", func(files fstest.MapFS) { delete(files, name(3)); delete(files, name(0)) }, []string{"PACK-20 /evidence/0/file", "PACK-20 /evidence/3/file"}},
		{"longer", func(files fstest.MapFS) { files[name(2)] = &fstest.MapFile{Data: append(content(2), 'x')} }, []string{"PACK-22 /evidence/2/file"}},
		{"changed", func(files fstest.MapFS) {
			for _, i := range []int{1, 4} {
				b := content(i)
				b[100]++
				files[name(i)] = &fstest.MapFile{Data: b}
			}
		}, []string{"PACK-23 /evidence/1/file", "PACK-23 /evidence/4/file"}},
		{"folder", func(files fstest.MapFS) { files[name(1)] = &fstest.MapFile{Mode: fs.ModeDir} }, []string{"PACK-15 /evidence/1/file"}},
	} {
		files := maps.Clone(files)
		c.change(files)
		problems := listOf(t, pack.Write(io.Discard, document, files, pack.Options{}))
		slices.SortFunc(problems, func(a, b problem.Problem) int { return strings.Compare(a.Path, b.Path) })
		assert.Equal(t, c.want, codes(problems), c.what)
	}

	twice, _ := changed(t, func(pieces []map[string]any) {
		pieces[1]["file"].(map[string]any)["name"] = name(0)
		pieces[2]["file"].(map[string]any)["name"] = strings.ToUpper(name(0))
	})
	assert.Equal(t, []string{"PACK-32 /evidence/1/file", "PACK-16 /evidence/2/file"}, codes(listOf(t, pack.Write(io.Discard, twice, files, pack.Options{}))))

	for what, bad := range map[string][]byte{
		"DOSSIER-01 /edition": []byte(`{}`),
		"JSON-04":             append(document, bytes.Repeat([]byte(" "), 1<<20)...),
	} {
		var b bytes.Buffer
		assert.Contains(t, codes(listOf(t, pack.Write(&b, bad, files, pack.Options{}))), what)
		assert.Zero(t, b.Len(), "nothing is written")
	}
	assert.Equal(t, []string{"PACK-09"}, codes(listOf(t, pack.Write(io.Discard, document, files, pack.Options{MaxBytes: 1000}))))
}

// A file that changes while it is packed makes no package.
func TestWriteWhileFilesChange(t *testing.T) {
	t.Parallel()
	document, files := fitted(t, whole)
	problems := listOf(t, pack.Write(io.Discard, document, growing{files}, pack.Options{}))
	require.Contains(t, codes(problems), "PACK-22 /evidence/0/file")
	x, err := dossier.Decode(document)
	require.NoError(t, err)
	name := problems[0].Params[0].Value
	size := len(files[name].Data)
	assert.Contains(t, []string{x.Evidence[0].File.Name, x.Evidence[1].File.Name}, name)
	assert.Equal(t, map[string]string{"name": name, "size": fmt.Sprint(size + 1), "expected": fmt.Sprint(size)}, paramsOf(problems[0]), "read no further")
}

// growing gives each file some bytes more than its size.
type growing struct{ fstest.MapFS }

func (g growing) Open(name string) (fs.File, error) {
	f, err := g.MapFS.Open(name)
	return grown{f, io.MultiReader(f, strings.NewReader("xyz"))}, err
}

type grown struct {
	fs.File
	all io.Reader
}

func (g grown) Read(b []byte) (int, error) { return g.all.Read(b) }

// An output or a file that fails is told as it failed.
func TestWriteFails(t *testing.T) {
	t.Parallel()
	document, files := fitted(t, whole)
	size := len(packed(t, document, files, pack.Options{}))
	for n := range 20 {
		err := pack.Write(&full{size * n / 20}, document, files, pack.Options{})
		assert.ErrorIs(t, err, errFull)
	}
	err := pack.Write(io.Discard, document, failing{files}, pack.Options{})
	assert.ErrorIs(t, err, errFull)
}

var errFull = fmt.Errorf("no space left")

type full struct{ left int }

func (f *full) Write(b []byte) (int, error) {
	if f.left -= len(b); f.left < 0 {
		return 0, errFull
	}
	return len(b), nil
}

type failing struct{ fstest.MapFS }

func (f failing) Open(name string) (fs.File, error) {
	opened, err := f.MapFS.Open(name)
	return grown{opened, iotestErr{}}, err
}

type iotestErr struct{}

func (iotestErr) Read([]byte) (int, error) { return 0, errFull }

// A package that cannot be read says so, and is not taken for a broken one.
func TestUnreadable(t *testing.T) {
	t.Parallel()
	document, files := fitted(t, whole)
	b := packed(t, document, files, pack.Options{})
	for n := range 20 {
		from := int64(len(b) * n / 20)
		r := broken{bytes.NewReader(b), from}
		_, problems := pack.Check(r, int64(len(b)), pack.Options{})
		assert.Equal(t, []string{"PACK-03"}, codes(problems))
		dir := t.TempDir()
		assert.ErrorIs(t, pack.Extract(r, int64(len(b)), filepath.Join(dir, "bag"), pack.Options{}), errFull)
		assert.Empty(t, tree(t, dir))
	}
	noDirectory := broken{bytes.NewReader(b), int64(bytes.Index(b, []byte("PK\x01\x02")))}
	err := pack.Extract(noDirectory, int64(len(b)), filepath.Join(t.TempDir(), "none", "bag"), pack.Options{})
	assert.ErrorIs(t, err, errFull, "before a folder is made")
	small := zipOf([]item{stored("bagit.txt", []byte("BagIt-Version: 1.0\n")), stored("data/dossier.json", []byte("{}")), stored("notes.txt", make([]byte, 5000))})
	_, problems := pack.Check(broken{bytes.NewReader(small), int64(bytes.Index(small, []byte("{}")))}, int64(len(small)), pack.Options{})
	assert.Equal(t, []string{"PACK-03"}, codes(problems), "also where there is no evidence to be read")
}

// The first failure is told, whatever fails after it.
func TestUnreadableTellsTheFirst(t *testing.T) {
	t.Parallel()
	_, problems := pack.Check(&failingOften{}, 1000, pack.Options{})
	require.Len(t, problems, 1)
	assert.Equal(t, map[string]string{"detail": "failure 1"}, paramsOf(problems[0]))
}

type failingOften struct{ times int }

func (f *failingOften) ReadAt([]byte, int64) (int, error) {
	f.times++
	return 0, fmt.Errorf("failure %d", f.times)
}

// Where names that lead outside are refused by package archive/zip itself, they are
// told of as without that.
func TestInsecurePath(t *testing.T) {
	t.Setenv("GODEBUG", "zipinsecurepath=0")
	_, problems := check(zipOf([]item{stored("../x.pdf", nil)}))
	assert.Equal(t, []string{"PACK-14"}, codes(problems))
}

// broken cannot be read within the bytes from some place on, but for the end.
type broken struct {
	io.ReaderAt
	from int64
}

func (b broken) ReadAt(p []byte, at int64) (int, error) {
	if at <= b.from && b.from < at+int64(len(p)) {
		return 0, errFull
	}
	return b.ReaderAt.ReadAt(p, at)
}

// Nothing is unpacked over anything, and nothing is left where that fails.
func TestExtractIntoPlaces(t *testing.T) {
	t.Parallel()
	document, files := fitted(t, whole)
	b := packed(t, document, files, pack.Options{})
	extract := func(dir string) error {
		return pack.Extract(bytes.NewReader(b), int64(len(b)), dir, pack.Options{})
	}
	dir := t.TempDir()
	require.NoError(t, os.MkdirAll(filepath.Join(dir, "empty"), 0o755))
	require.NoError(t, extract(filepath.Join(dir, "empty")))
	assert.Len(t, tree(t, filepath.Join(dir, "empty")), 5+len(files))

	before := tree(t, dir)
	require.NoError(t, os.WriteFile(filepath.Join(dir, "file"), nil, 0o600))
	require.NoError(t, os.Symlink(t.TempDir(), filepath.Join(dir, "link")))
	for _, taken := range []string{"empty", "file", "link", "."} {
		assert.ErrorIs(t, extract(filepath.Join(dir, taken)), fs.ErrExist, taken)
	}
	assert.ErrorIs(t, extract("."), fs.ErrExist)
	err := extract(filepath.Join(dir, "none", "bag"))
	assert.ErrorIs(t, err, fs.ErrNotExist)
	assert.ErrorContains(t, err, filepath.Join(dir, "none"), "it says which")
	require.NoError(t, os.Remove(filepath.Join(dir, "file")))
	require.NoError(t, os.Remove(filepath.Join(dir, "link")))
	assert.Equal(t, before, tree(t, dir))
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	assert.Len(t, entries, 1, "nothing half unpacked beside it")
}

func TestKinds(t *testing.T) {
	t.Parallel()
	assert.Len(t, pack.Kinds(), 31)
}

// distinct counts the files of pieces of evidence.
func distinct(pieces []dossier.Evidence) int {
	names := map[string]bool{}
	for i := range pieces {
		names[pieces[i].File.Name] = true
	}
	return len(names)
}

// Where a stranger chose the files, nothing may stand beside those that the
// dossier names.
func TestWriteExact(t *testing.T) {
	t.Parallel()
	document, files := fitted(t, whole)
	exact := pack.Options{Exact: true}
	assert.Equal(t, packed(t, document, files, pack.Options{}), packed(t, document, files, exact))
	x, err := dossier.Decode(document)
	require.NoError(t, err)
	first := x.Evidence[0].File.Name
	for _, c := range []struct {
		name string
		want []string
	}{
		{"beside.pdf", []string{"PACK-21"}},
		{"below/" + first, []string{"PACK-21"}},
		{first, []string{"PACK-16"}},
		{strings.ToUpper(first), []string{"PACK-16"}},
		{norm.NFD.String(strings.ToUpper(first)), []string{"PACK-16"}},
		{"../" + first, []string{"PACK-14"}},
		{`..\` + first, []string{"PACK-14"}},
		{"/etc/passwd", []string{"PACK-14"}},
		{"x\xff.pdf", []string{"PACK-14"}},
		{"", []string{"PACK-14"}},
	} {
		var b bytes.Buffer
		problems := listOf(t, pack.Write(&b, document, withName{files, c.name}, exact))
		assert.Equal(t, c.want, codes(problems), c.name)
		assert.Zero(t, b.Len(), "nothing is written")
		assert.NoError(t, pack.Write(&b, document, withName{files, c.name}, pack.Options{}), "left where it is")
	}
	err = pack.Write(io.Discard, document, unlisted{files}, exact)
	assert.ErrorIs(t, err, errFull)
	assert.Equal(t, map[string]string{"count": "1001", "limit": "1000"}, paramsOf(pack.TooManyFiles(1001)))
}

func paramsOf(p problem.Problem) map[string]string {
	params := map[string]string{}
	for _, q := range p.Params {
		params[q.Name] = q.Value
	}
	return params
}

// withName lists one name more.
type withName struct {
	fstest.MapFS
	name string
}

func (w withName) ReadDir(dir string) ([]fs.DirEntry, error) {
	entries, err := w.MapFS.ReadDir(dir)
	return append(entries, named{entries[0], w.name}), err
}

type named struct {
	fs.DirEntry
	name string
}

func (n named) Name() string { return n.name }

// unlisted cannot be listed.
type unlisted struct{ fstest.MapFS }

func (unlisted) ReadDir(string) ([]fs.DirEntry, error) { return nil, errFull }

// What is to be looked at in a valid dossier is told with it.
func TestCheckTellsWarnings(t *testing.T) {
	t.Parallel()
	document, files := fitted(t, whole)
	var d map[string]any
	require.NoError(t, json.Unmarshal(document, &d))
	delete(d["report"].(map[string]any)["claims"].(map[string]any)["1.1"].(map[string]any), "evidence")
	document, err := json.Marshal(d)
	require.NoError(t, err)
	x, problems := check(packed(t, document, files, pack.Options{}))
	want, warnings := dossier.Read(document, dossier.Options{})
	require.NotEmpty(t, warnings)
	assert.Equal(t, warnings, problems)
	assert.Equal(t, want, x)
}

// A size below nothing is none.
func TestNoSize(t *testing.T) {
	t.Parallel()
	_, problems := pack.Check(bytes.NewReader(nil), -1, pack.Options{})
	assert.Equal(t, []string{"PACK-01"}, codes(problems))
}

// What the files may come to is a limit that they may reach.
func TestExactlyTheMost(t *testing.T) {
	t.Parallel()
	document, files := fitted(t, whole)
	most := int64(0)
	for _, f := range files {
		most += int64(len(f.Data))
	}
	b := packed(t, document, files, pack.Options{MaxBytes: most})
	for limit, want := range map[int64][]string{most: nil, most - 1: {"PACK-09"}} {
		_, problems := pack.Check(bytes.NewReader(b), int64(len(b)), pack.Options{MaxBytes: limit})
		assert.Equal(t, want, codes(problems))
	}
	problems := listOf(t, pack.Write(io.Discard, document, files, pack.Options{MaxBytes: most - 1}))
	require.Equal(t, []string{"PACK-09"}, codes(problems))
	assert.Equal(t, map[string]string{"name": "data", "size": fmt.Sprint(most), "limit": fmt.Sprint(most - 1)}, paramsOf(problems[0]))
}
