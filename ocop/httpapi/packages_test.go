package httpapi_test

import (
	"archive/zip"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"maps"
	"math"
	"mime/multipart"
	"net"
	"net/http"
	"net/http/httptest"
	"net/textproto"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/unicode/norm"

	"github.com/ocop-vn/ocop-go/ocop/httpapi"
	"github.com/ocop-vn/ocop-go/ocop/pack"
	"github.com/ocop-vn/ocop-go/scoring/budget"
	"github.com/ocop-vn/ocop-go/scoring/civil"
)

// fitted is an example dossier with files made for its evidence.
func fitted(t testing.TB, name string) (string, fstest.MapFS) {
	t.Helper()
	var d map[string]any
	decoder := json.NewDecoder(strings.NewReader(example(t, name)))
	decoder.UseNumber()
	require.NoError(t, decoder.Decode(&d))
	files := fstest.MapFS{}
	for i, piece := range d["evidence"].([]any) {
		file := piece.(map[string]any)["file"].(map[string]any)
		name := file["name"].(string)
		if files[name] == nil {
			files[name] = &fstest.MapFile{Data: bytes.Repeat([]byte(fmt.Sprintf("tệp %d\n", i)), 50+i)}
		}
		sum := sha256.Sum256(files[name].Data)
		file["size"], file["sha256"] = len(files[name].Data), hex.EncodeToString(sum[:])
	}
	text, err := json.Marshal(d)
	require.NoError(t, err)
	return string(text), files
}

const whole = "dossiers/thuc-pham-lan-dau.json"

func packed(t testing.TB, document string, files fs.FS, o pack.Options) string {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, pack.Write(&b, []byte(document), files, o))
	return b.String()
}

// part is a part of a form; its file's name is written as it is.
type part struct{ name, fileName, text string }

// formOf writes a form, and tells its Content-Type.
func formOf(t testing.TB, parts []part) (body, contentType string) {
	t.Helper()
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	for _, p := range parts {
		said := `form-data; name="` + p.name + `"`
		if p.fileName != "" {
			said += `; filename="` + strings.ReplaceAll(p.fileName, `\`, `\\`) + `"`
		}
		to, err := w.CreatePart(textproto.MIMEHeader{"Content-Disposition": {said}})
		require.NoError(t, err)
		_, err = io.WriteString(to, p.text)
		require.NoError(t, err)
	}
	require.NoError(t, w.Close())
	return b.String(), w.FormDataContentType()
}

// partsOf are a dossier and its files as parts, in no special order.
func partsOf(document string, files fstest.MapFS) []part {
	var parts []part
	for name, f := range files {
		parts = append(parts, part{"file", name, string(f.Data)})
	}
	return append(parts, part{"dossier", "hồ sơ.json", document})
}

// nothingLeft has a test's temporary files in a folder of their own, and checks in
// the end that none is there or open.
func nothingLeft(t *testing.T) {
	t.Helper()
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	t.Setenv("TMP", dir) // Windows
	t.Cleanup(func() {
		entries, err := os.ReadDir(dir)
		assert.NoError(t, err)
		assert.Empty(t, entries)
		open, _ := filepath.Glob("/proc/self/fd/*") // Linux
		for _, name := range open {
			to, _ := os.Readlink(name)
			assert.False(t, strings.HasPrefix(to, dir+"/"), to)
		}
	})
}

// A package is checked as pack.Check does, with the library that the handler has.
func TestPackageIsChecked(t *testing.T) { //nolint:paralleltest // its temporary files are its own
	nothingLeft(t)
	h := httpapi.New(httpapi.Options{})
	document, files := fitted(t, whole)
	good := packed(t, document, files, pack.Options{})
	for _, target := range []string{"/v1/validate", "/v1/validate?as=dossier"} {
		w := ask(h, "POST", target, good, "Content-Type", "Application/ZIP; x=y")
		require.Equal(t, http.StatusOK, w.Code, w.Body)
		assert.Equal(t, "application/json", w.Header().Get("Content-Type"))
		assert.Contains(t, w.Body.String(), `{"valid":true,"problems":[]}`+"\n")
	}
	expired := strings.Replace(document, `"expires":"2027-03-23"`, `"expires":"2026-07-03"`, 1)
	require.NotEqual(t, document, expired)
	w := ask(h, "POST", "/v1/validate", packed(t, expired, files, pack.Options{}), "Content-Type", pack.MediaType)
	assert.Equal(t, http.StatusOK, w.Code)
	assert.Contains(t, w.Body.String(), `"severity":"warning"`)

	for what, c := range map[string]struct {
		body  string
		codes []string
	}{
		"nothing":               {"", []string{"PACK-01"}},
		"no ZIP":                {document, []string{"PACK-01"}},
		"cut":                   {good[:len(good)/2], []string{"PACK-02"}},
		"a bomb":                {bomb(t), []string{"PACK-10", "PACK-20", "PACK-20", "PACK-20"}},
		"a place outside":       {zipped(t, "../x.pdf", []byte("x")), []string{"PACK-14"}},
		"a dossier not of JSON": {zipped(t, "data/dossier.json", []byte("{")), []string{"JSON-01", "PACK-20", "PACK-20"}},
	} {
		w := ask(h, "POST", "/v1/validate", c.body, "Content-Type", pack.MediaType)
		assert.Equal(t, http.StatusUnprocessableEntity, w.Code, what)
		assert.Equal(t, c.codes, codesOf(t, w), what)
		_, problems := pack.Check(strings.NewReader(c.body), int64(len(c.body)), pack.Options{})
		list := problems.AppendJSON(nil)
		assert.Contains(t, w.Body.String(), `"problems":`+string(list), what)
	}

	w = ask(h, "POST", "/v1/validate?as=sheet", good, "Content-Type", pack.MediaType)
	assert.Equal(t, http.StatusUnsupportedMediaType, w.Code)
	assert.Equal(t, []string{"HTTP-03"}, codesOf(t, w))
	assert.Equal(t, "application/json", w.Header().Get("Accept"))
	w = ask(h, "POST", "/v1/validate", good, "Content-Type", "application/x-rar")
	assert.Equal(t, http.StatusUnsupportedMediaType, w.Code)
	assert.Equal(t, "application/json, application/zip", w.Header().Get("Accept"))
	w = ask(h, "POST", "/v1/score", good, "Content-Type", pack.MediaType)
	assert.Equal(t, http.StatusUnsupportedMediaType, w.Code)
	w = ask(h, "POST", "/v1/validate", good, "Content-Type", pack.MediaType, "Content-Encoding", "gzip")
	assert.Equal(t, []string{"HTTP-04"}, codesOf(t, w))
}

// A dossier of a package that is not filed yet is judged as of the day asked for.
func TestPackageIsJudgedOnADay(t *testing.T) { //nolint:paralleltest // its temporary files are its own
	nothingLeft(t)
	document, files := fitted(t, whole)
	var root map[string]any
	require.NoError(t, json.Unmarshal([]byte(document), &root))
	for _, name := range []string{"communeReport", "proposed", "council", "ministry"} {
		delete(root, name)
	}
	registration, _ := root["registration"].(map[string]any)
	delete(registration, "communeReceipt")
	delete(registration, "provinceReceipt")
	draft, err := json.Marshal(root)
	require.NoError(t, err)
	p := packed(t, string(draft), files, pack.Options{})
	h := httpapi.New(httpapi.Options{})
	assert.Equal(t, http.StatusOK, ask(h, "POST", "/v1/validate?on=2026-06-20", p, "Content-Type", pack.MediaType).Code)
	assert.Contains(t, codesOf(t, ask(h, "POST", "/v1/validate?on=2026-05-21", p, "Content-Type", pack.MediaType)), "DOSSIER-42")
}

func codesOf(t *testing.T, w *httptest.ResponseRecorder) []string {
	t.Helper()
	var codes []string
	for _, p := range refusalOf(t, w).Problems {
		codes = append(codes, p.Code)
	}
	return codes
}

// zipped is a ZIP of one file.
func zipped(t testing.TB, name string, content []byte) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate})
	require.NoError(t, err)
	_, err = w.Write(content)
	require.NoError(t, err)
	require.NoError(t, z.Close())
	return b.String()
}

// bomb is a ZIP of 100 KB that unpacks to 100 MB.
func bomb(t testing.TB) string {
	t.Helper()
	return zipped(t, "data/evidence/x.pdf", make([]byte, pack.MaxFree+1))
}

// What is packed over HTTP is what pack.Write makes, whatever the order of parts
// and the normal form of names.
func TestPackedOverHTTP(t *testing.T) { //nolint:paralleltest // its temporary files are its own
	nothingLeft(t)
	h := httpapi.New(httpapi.Options{})
	names, err := filepath.Glob("../../examples/dossiers/*.json")
	require.NoError(t, err)
	require.NotEmpty(t, names)
	for _, name := range names {
		document, files := fitted(t, "dossiers/"+filepath.Base(name))
		body, contentType := formOf(t, partsOf(document, files))
		w := ask(h, "POST", "/v1/packages", body, "Content-Type", contentType)
		require.Equal(t, http.StatusOK, w.Code, w.Body)
		assert.Equal(t, packed(t, document, files, pack.Options{}), w.Body.String(), name)
		assert.Equal(t, http.Header{
			"Content-Type": {"application/zip"}, "Content-Length": {fmt.Sprint(w.Body.Len())},
			"Content-Disposition": {`attachment; filename="ho-so.zip"`},
			"Cache-Control":       {"no-store"}, "X-Content-Type-Options": {"nosniff"},
		}, w.Header())
		w = ask(h, "POST", "/v1/validate", w.Body.String(), "Content-Type", pack.MediaType)
		assert.Equal(t, http.StatusOK, w.Code, w.Body)
	}

	document, files := fitted(t, whole)
	const named = "giấy phép số 1.pdf"
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if !strings.HasSuffix(name, ".pdf") {
			continue
		}
		document = strings.ReplaceAll(document, name, named)
		files[named] = files[name]
		delete(files, name)
		break
	}
	want := packed(t, document, files, pack.Options{Date: civil.Date{Year: 2026, Month: 9, Day: 17}})
	parts := partsOf(document, files)
	slices.Reverse(parts)
	for i := range parts {
		parts[i].fileName = norm.NFD.String(parts[i].fileName)
	}
	body, contentType := formOf(t, parts)
	w := ask(h, "POST", "/v1/packages?on=2026-09-17", body, "Content-Type", contentType)
	assert.Equal(t, want, w.Body.String())
}

// What is wrong with a form or in it, and that nothing of a package is sent then.
func TestPackagesRefused(t *testing.T) { //nolint:paralleltest // its temporary files are its own
	nothingLeft(t)
	h := httpapi.New(httpapi.Options{})
	document, files := fitted(t, whole)
	first := slices.Sorted(maps.Keys(files))[0]
	with := func(more ...part) []part { return append(partsOf(document, files), more...) }
	changed := func(change func(p *part)) []part {
		parts := with()
		for i := range parts {
			if parts[i].fileName == first {
				change(&parts[i])
			}
		}
		return parts
	}
	for what, c := range map[string]struct {
		parts  []part
		status int
		codes  []string
	}{
		"no dossier":              {partsOf(document, files)[:len(files)], 400, []string{"HTTP-19"}},
		"nothing but an end":      {nil, 400, []string{"HTTP-19"}},
		"two dossiers":            {with(part{"dossier", "", document}), 400, []string{"HTTP-19"}},
		"another part":            {with(part{"note", "", "x"}), 400, []string{"HTTP-18"}},
		"a part without name":     {with(part{"", "x.pdf", "x"}), 400, []string{"HTTP-18"}},
		"not JSON":                {[]part{{"dossier", "", "{"}}, 400, []string{"JSON-01"}},
		"a dossier too large":     {[]part{{"dossier", "", document + strings.Repeat(" ", budget.Dossier().Bytes)}}, 413, []string{"JSON-04"}},
		"a dossier with an error": {[]part{{"dossier", "", strings.Replace(document, `"first"`, `"fresh"`, 1)}}, 422, []string{"DOSSIER-03"}},
		"a file too few":          {slices.DeleteFunc(with(), func(p part) bool { return p.fileName == first }), 422, []string{"PACK-20"}},
		"another size":            {changed(func(p *part) { p.text += "x" }), 422, []string{"PACK-22"}},
		"another content":         {changed(func(p *part) { p.text = "x" + p.text[1:] }), 422, []string{"PACK-23"}},
		"one beside":              {with(part{"file", "beside.pdf", "x"}), 422, []string{"PACK-21"}},
		"another name":            {changed(func(p *part) { p.fileName = "other.pdf" }), 422, []string{"PACK-20", "PACK-21"}},
		"two of a name":           {with(part{"file", first, string(files[first].Data)}), 422, []string{"PACK-16"}},
		"two but for capitals":    {with(part{"file", strings.ToUpper(first), "x"}), 422, []string{"PACK-16"}},
		"no name of a file":       {with(part{"file", "", "x"}), 422, []string{"PACK-14"}},
		"a place outside":         {with(part{"file", "../" + first, "x"}), 422, []string{"PACK-14"}},
		"from outside":            {changed(func(p *part) { p.fileName = "../" + first }), 422, []string{"PACK-20", "PACK-14"}},
		"an absolute place":       {with(part{"file", "/etc/passwd", "x"}), 422, []string{"PACK-14"}},
		"a place on Windows":      {with(part{"file", `..\..\x.pdf`, "x"}), 422, []string{"PACK-14"}},
		"a folder":                {with(part{"file", "a/" + first, "x"}), 422, []string{"PACK-21"}},
		"no UTF-8":                {with(part{"file", "x\xff.pdf", "x"}), 422, []string{"PACK-14"}},
		"too many":                {slices.Repeat([]part{{"file", "x.pdf", ""}}, pack.MaxFiles+1), 422, []string{"PACK-08"}},
	} {
		body, contentType := formOf(t, c.parts)
		w := ask(h, "POST", "/v1/packages", body, "Content-Type", contentType)
		assert.Equal(t, c.status, w.Code, what)
		assert.Equal(t, c.codes, codesOf(t, w), what)
		assert.Empty(t, w.Header().Get("Content-Disposition"), what)
	}

	body, contentType := formOf(t, with())
	boundary := strings.TrimPrefix(contentType, "multipart/form-data; boundary=")
	for what, c := range map[string]struct {
		body, contentType string
		status            int
		code              string
	}{
		"no media type":       {body, "", 415, "HTTP-03"},
		"JSON":                {document, "application/json", 415, "HTTP-03"},
		"another multipart":   {body, "multipart/mixed; boundary=" + boundary, 415, "HTTP-03"},
		"no boundary":         {body, "multipart/form-data", 400, "HTTP-17"},
		"another boundary":    {body, "multipart/form-data; boundary=x", 400, "HTTP-17"},
		"no body":             {"", contentType, 400, "HTTP-09"},
		"cut in a file":       {body[:len(body)/2], contentType, 400, "HTTP-09"},
		"no last boundary":    {strings.TrimSuffix(body, "--"+boundary+"--\r\n"), contentType, 400, "HTTP-09"},
		"a head that is none": {"--" + boundary + "\r\nno head\r\n\r\nx\r\n--" + boundary + "--\r\n", contentType, 400, "HTTP-17"},
	} {
		w := ask(h, "POST", "/v1/packages", c.body, "Content-Type", c.contentType)
		assert.Equal(t, c.status, w.Code, what)
		assert.Equal(t, []string{c.code}, codesOf(t, w), what)
		if c.status == http.StatusUnsupportedMediaType {
			assert.Equal(t, "multipart/form-data", w.Header().Get("Accept"), what)
		}
	}
	w := ask(h, "POST", "/v1/packages?on=2026-9-17", body, "Content-Type", contentType)
	assert.Equal(t, []string{"HTTP-14"}, codesOf(t, w))
	assert.Equal(t, http.StatusMethodNotAllowed, ask(h, "GET", "/v1/packages", "").Code)
}

// Just as much as may be is taken, and not one byte more, whether the length is
// told or not.
func TestPackageTooLarge(t *testing.T) { //nolint:paralleltest // its temporary files are its own
	nothingLeft(t)
	document, files := fitted(t, whole)
	form, contentType := formOf(t, partsOf(document, files))
	for target, c := range map[string]struct{ body, contentType string }{
		"/v1/validate": {packed(t, document, files, pack.Options{}), pack.MediaType},
		"/v1/packages": {form, contentType},
	} {
		for _, told := range []bool{true, false} {
			for over, want := range []int{http.StatusOK, http.StatusRequestEntityTooLarge} {
				h := httpapi.New(httpapi.Options{MaxPackageBytes: int64(len(c.body) - over)})
				q := httptest.NewRequest("POST", target, strings.NewReader(c.body))
				q.Header.Set("Content-Type", c.contentType)
				if !told {
					q.ContentLength = -1
				}
				w := httptest.NewRecorder()
				h.ServeHTTP(w, q)
				assert.Equal(t, want, w.Code, "%s %v %d", target, told, over)
				if over > 0 {
					assert.Equal(t, []string{"HTTP-16"}, codesOf(t, w))
				}
			}
		}
		q := httptest.NewRequest("POST", target, unread{t})
		q.ContentLength = httpapi.DefaultMaxPackageBytes + 1
		q.Header.Set("Content-Type", c.contentType)
		w := httptest.NewRecorder()
		httpapi.New(httpapi.Options{}).ServeHTTP(w, q)
		assert.Equal(t, []string{"HTTP-16"}, codesOf(t, w))
		assert.Equal(t, "100000000", refusalOf(t, w).Problems[0].Params["limit"])
	}
}

// unread is a body that nobody is to read.
type unread struct{ t *testing.T }

func (u unread) Read([]byte) (int, error) {
	assert.Fail(u.t, "read")
	return 0, io.EOF
}

// A request that ends, before its body came or while it is worked on, leaves
// nothing; nor does a disk on which nothing can be put.
func TestPackageLeftAlone(t *testing.T) { //nolint:paralleltest // its temporary files are its own
	nothingLeft(t)
	h := httpapi.New(httpapi.Options{})
	document, files := fitted(t, whole)
	form, contentType := formOf(t, partsOf(document, files))
	good := packed(t, document, files, pack.Options{})
	for target, c := range map[string]struct{ body, contentType string }{"/v1/validate": {good, pack.MediaType}, "/v1/packages": {form, contentType}} {
		for _, at := range []int{0, len(c.body) / 2, len(c.body)} {
			ctx, cancel := context.WithCancel(t.Context())
			q := httptest.NewRequestWithContext(ctx, "POST", target, io.MultiReader(strings.NewReader(c.body[:at]), ending(cancel), strings.NewReader(c.body[at:])))
			q.Header.Set("Content-Type", c.contentType)
			w := httptest.NewRecorder()
			h.ServeHTTP(w, q)
			assert.Equal(t, []string{"HTTP-09"}, codesOf(t, w), "%s %d", target, at)
		}
	}
	t.Setenv("TMPDIR", filepath.Join(t.TempDir(), "none"))
	if runtime.GOOS != "windows" {
		w := ask(httpapi.New(httpapi.Options{Log: slog.New(slog.DiscardHandler)}), "POST", "/v1/packages", form, "Content-Type", contentType)
		assert.Equal(t, []string{"HTTP-13"}, codesOf(t, w))
		assert.NotContains(t, w.Body.String(), "none")
	}
}

// ending ends a context where it is read.
type ending context.CancelFunc

func (e ending) Read([]byte) (int, error) {
	e()
	return 0, io.EOF
}

// What comes over the wire otherwise than it says leaves nothing either.
func TestPackagesOnTheWire(t *testing.T) { //nolint:paralleltest // it counts goroutines
	nothingLeft(t)
	document, files := fitted(t, whole)
	form, contentType := formOf(t, partsOf(document, files))
	good := packed(t, document, files, pack.Options{})
	leavesNothing(t, func() {
		t.Run("all", func(t *testing.T) {
			slow, s := serving(t, 300*time.Millisecond), serving(t, time.Minute)
			for target, c := range map[string]struct{ body, contentType string }{"/v1/validate": {good, pack.MediaType}, "/v1/packages": {form, contentType}} {
				head := "POST " + target + " HTTP/1.1\r\nHost: x\r\nContent-Type: " + c.contentType + "\r\n"
				length := func(n int) string { return fmt.Sprintf("%sContent-Length: %d\r\n\r\n", head, n) }
				refuses := func(what string, c net.Conn, status int, code string) {
					is, body := hear(t, c)
					assert.Equal(t, status, is, what)
					assert.Contains(t, body, code, what)
				}
				for range 20 {
					require.NoError(t, dial(t, s, length(len(c.body))+c.body[:len(c.body)/2]).Close())
				}
				less := dial(t, s, length(len(c.body)+1)+c.body)
				require.NoError(t, less.(*net.TCPConn).CloseWrite())
				refuses("less than told", less, http.StatusBadRequest, "HTTP-09")
				refuses("a body that stops", dial(t, slow, length(len(c.body))+c.body[:len(c.body)/2]), http.StatusRequestTimeout, "HTTP-10")
				refuses("far too much", dial(t, s, length(math.MaxInt32)), http.StatusRequestEntityTooLarge, "HTTP-16")
				refuses("chunks that are none", dial(t, s, head+"Transfer-Encoding: chunked\r\n\r\nx\r\n"), http.StatusBadRequest, "HTTP-09")
				is, body := hear(t, dial(t, s, length(len(c.body))+c.body+"more than told"))
				assert.Equal(t, http.StatusOK, is, target)
				if target == "/v1/packages" {
					assert.Equal(t, good, body)
				}
				is, _ = hear(t, dial(t, s, head+fmt.Sprintf("Transfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n0\r\n\r\n", len(c.body), c.body)))
				assert.Equal(t, http.StatusOK, is, target)
			}
		})
	})
}

// The description says the limit that this handler has.
func TestLimitIsDescribed(t *testing.T) {
	t.Parallel()
	h := httpapi.New(httpapi.Options{MaxPackageBytes: 123456})
	for language, want := range map[string]string{"vi": "Biểu mẫu có tối đa 123456 byte.", "en": "The form has at most 123456 bytes."} {
		assert.Contains(t, ask(h, "GET", "/openapi.json?lang="+language, "").Body.String(), want)
	}
}
