package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// npm stands in for the package that make wasm builds.
var npm = fstest.MapFS{
	"filetype.js":                     {Data: []byte("export {};")},
	"visible.js":                      {Data: []byte("export {};")},
	"index.js":                        {Data: []byte("export {};")},
	"element.js":                      {Data: []byte(`import{a as b}from"./chunk-a.js";import"./chunk-b.js";const later=import("./papers.js");`)},
	"chunk-a.js":                      {Data: []byte(`export*from "./chunk-b.js";import { gone } from "./gone.js";`)},
	"chunk-b.js":                      {Data: []byte(`import "./chunk-a.js";`)},
	"dossier.js":                      {Data: []byte(`import "./chunk-b.js";const later=import("./vendor/pdf.js");`)},
	"papers.js":                       {Data: []byte("export {};")},
	"vendor/pdf.js":                   {Data: []byte("export {};")},
	"ocop.wasm":                       {Data: append([]byte("\x00asm\x01\x00\x00\x00"), make([]byte, 4096)...)},
	"words/qd26-2026/vi/all.json":     {Data: []byte(`{}`)},
	"words/qd26-2026/vi/dossier.json": {Data: []byte(`{}`)},
	"words/qd26-2026/rules.json":      {Data: []byte(`{}`)},
	"words/qd26-2026/places.json":     {Data: []byte(`[]`)},
	"index.d.ts":                      {Data: []byte("export {};")},
	"package.json":                    {Data: []byte(`{}`)},
	"schema/dossier.json":             {Data: []byte(`{}`)},
	"README.md":                       {Data: []byte("# OCOP")},
	"node/index.js":                   {Data: []byte("export {};")},
	"cjs/index.js":                    {Data: []byte("exports = {};")},
	"custom-elements.json":            {Data: []byte(`{}`)},
	"node_modules/something/index.js": {Data: []byte("export {};")},
}

func portal(t *testing.T) site {
	t.Helper()
	s, err := assemble(npm, files{"/samples/hoi-dong.json": []byte(`{}`)})
	require.NoError(t, err)
	return s
}

// hashed is where a file of a hashed folder stands: /ocop/element.js is /ocop/HASH/element.js.
func hashed(t *testing.T, s site, at string) string {
	t.Helper()
	_, folder, _ := strings.Cut(at, "/")
	folder, name, _ := strings.Cut(folder, "/")
	pattern := regexp.MustCompile("^/" + folder + "/[0-9a-f]{16}/" + regexp.QuoteMeta(name) + "$")
	for at := range s {
		if pattern.MatchString(at) {
			return at
		}
	}
	require.Fail(t, "not there", at)
	return ""
}

// ask is the portal's answer to a request with headers given in pairs.
func ask(t *testing.T, s site, method, path string, header ...string) *http.Response {
	t.Helper()
	r := httptest.NewRequest(method, path, nil)
	for i := 0; i < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w.Result()
}

func body(t *testing.T, r *http.Response) string {
	t.Helper()
	content, err := io.ReadAll(r.Body)
	require.NoError(t, err)
	require.NoError(t, r.Body.Close())
	return string(content)
}

func TestMediaTypes(t *testing.T) {
	t.Parallel()
	s := portal(t)
	for path, want := range map[string]string{
		"/":                                    "text/html; charset=utf-8",
		"/lam-ho-so":                           "text/html; charset=utf-8",
		"/ho-so":                               "text/html; charset=utf-8",
		"/co-quan":                             "text/html; charset=utf-8",
		"/hoi-dong":                            "text/html; charset=utf-8",
		hashed(t, s, "/static/app.js"):         "text/javascript; charset=utf-8",
		"/sw.js":                               "text/javascript; charset=utf-8",
		"/files.js":                            "text/javascript; charset=utf-8",
		hashed(t, s, "/static/style.css"):      "text/css; charset=utf-8",
		hashed(t, s, "/static/icon.svg"):       "image/svg+xml",
		hashed(t, s, "/static/icon-192.png"):   "image/png",
		"/portal.webmanifest":                  "application/manifest+json; charset=utf-8",
		hashed(t, s, "/static/places/vi.json"): "application/json; charset=utf-8",
		"/ocop/index.js":                       "text/javascript; charset=utf-8",
		"/ocop/ocop.wasm":                      "application/wasm",
		hashed(t, s, "/ocop/ocop.wasm"):        "application/wasm",
		"/ocop/words/qd26-2026/vi/all.json":    "application/json; charset=utf-8",
		"/samples/hoi-dong.json":               "application/json; charset=utf-8",
	} {
		r := ask(t, s, http.MethodGet, path)
		assert.Equal(t, http.StatusOK, r.StatusCode, path)
		assert.Equal(t, want, r.Header.Get("Content-Type"), path)
		assert.NotEmpty(t, body(t, r), path)
	}
}

// Every answer has them, also one that refuses.
func TestSecurityHeaders(t *testing.T) {
	t.Parallel()
	s := portal(t)
	for _, r := range []*http.Response{
		ask(t, s, http.MethodGet, "/"),
		ask(t, s, http.MethodGet, "/ocop/ocop.wasm"),
		ask(t, s, http.MethodGet, "/no-such-page"),
		ask(t, s, http.MethodPost, "/"),
	} {
		policy := r.Header.Get("Content-Security-Policy")
		for _, part := range []string{
			"default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "style-src 'self'", "connect-src 'self'",
			"img-src 'self' data: blob:", "manifest-src 'self'", "worker-src 'self'",
			"base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
		} {
			assert.Contains(t, strings.Split(policy, "; "), part)
		}
		assert.NotContains(t, policy, "unsafe-inline")
		assert.NotContains(t, policy, "'unsafe-eval'")
		assert.Equal(t, "nosniff", r.Header.Get("X-Content-Type-Options"))
		assert.Equal(t, "no-referrer", r.Header.Get("Referrer-Policy"))
		assert.Equal(t, "same-origin", r.Header.Get("Cross-Origin-Opener-Policy"))
		assert.Equal(t, "same-origin", r.Header.Get("Cross-Origin-Resource-Policy"))
	}
}

func TestCaching(t *testing.T) {
	t.Parallel()
	s := portal(t)
	for at, control := range map[string]string{
		"/": "no-cache", "/hoi-dong": "no-cache", "/sw.js": "no-cache", "/files.js": "no-cache", "/portal.webmanifest": "no-cache",
		"/samples/hoi-dong.json": "no-cache", "/ocop/ocop.wasm": "no-cache",
		hashed(t, s, "/ocop/ocop.wasm"):  "public, max-age=31536000, immutable",
		hashed(t, s, "/static/app.js"):   "public, max-age=31536000, immutable",
		hashed(t, s, "/static/icon.svg"): "public, max-age=31536000, immutable",
	} {
		first := ask(t, s, http.MethodGet, at)
		tag := first.Header.Get("ETag")
		assert.Equal(t, control, first.Header.Get("Cache-Control"), at)
		assert.Regexp(t, `^W/"[0-9a-f]{24}"$`, tag)
		for _, known := range []string{tag, strings.TrimPrefix(tag, "W/"), `"other", ` + tag, "*"} {
			again := ask(t, s, http.MethodGet, at, "If-None-Match", known)
			assert.Equal(t, http.StatusNotModified, again.StatusCode, known)
			assert.Empty(t, body(t, again))
			assert.Equal(t, tag, again.Header.Get("ETag"))
			assert.Equal(t, control, again.Header.Get("Cache-Control"), at)
		}
		changed := ask(t, s, http.MethodGet, at, "If-None-Match", `"other"`)
		assert.Equal(t, http.StatusOK, changed.StatusCode)
	}
}

// A hashed address never has another content: a change of any file of the package
// names both folders anew, since the portal's scripts name the package's.
func TestHashedFolders(t *testing.T) {
	t.Parallel()
	s := portal(t)
	other := maps.Clone(npm)
	other["words/qd26-2026/vi/all.json"] = &fstest.MapFile{Data: []byte(`{"other":true}`)}
	changed, err := assemble(other, nil)
	require.NoError(t, err)
	for at, f := range s {
		if f.forever {
			assert.NotContains(t, changed, at)
		}
	}
	again, err := assemble(npm, nil)
	require.NoError(t, err)
	assert.Contains(t, again, hashed(t, s, "/static/app.js"))
	for at, f := range s { // what is sent asks for the hashed folders alone
		assert.NotRegexp(t, `"/(ocop|static)/[^"/]*[^"/0-9a-f]`, string(f.plain), at)
	}
}

// A page hints at what it needs at once, with all that this imports, and at nothing else.
func TestHints(t *testing.T) {
	t.Parallel()
	s := portal(t)
	hinted := func(at string) []string {
		var names []string
		for _, found := range regexp.MustCompile(`<link rel="(?:modulepreload|preload)" href="/(\w+)/[0-9a-f]{16}/([^"]+)"`).FindAllStringSubmatch(body(t, ask(t, s, http.MethodGet, at)), -1) {
			names = append(names, found[1]+"/"+found[2])
		}
		return names
	}
	shell := []string{"static/app.js", "static/dom.js", "static/lang.js", "static/note.js", "static/offline.js", "static/storage.js", "static/texts.js", "ocop/visible.js"}
	form := []string{"static/score.js", "ocop/element.js", "ocop/chunk-a.js", "ocop/chunk-b.js", "ocop/words/qd26-2026/vi/all.json", "ocop/words/qd26-2026/rules.json", "ocop/ocop.wasm"}
	assert.ElementsMatch(t, slices.Concat(shell, form), hinted("/"))
	assert.Equal(t, "ocop/ocop.wasm", hinted("/")[len(shell)+len(form)-1], "what is large stands behind what is needed first")
	council := hinted("/hoi-dong")
	assert.Subset(t, council, slices.Concat(shell, []string{"static/council.js", "static/policy.js", "ocop/index.js", "ocop/papers.js", "ocop/ocop.wasm"}))
	assert.NotContains(t, council, "static/score.js")
	assert.NotContains(t, hinted("/ho-so"), "ocop/ocop.wasm", "no module before there is a dossier")
	for at, script := range map[string]string{"/lam-ho-so": "static/make.js", "/co-quan": "static/office.js"} {
		all := hinted(at)
		assert.Subset(t, all, slices.Concat(shell, []string{script, "static/filling.js", "ocop/dossier.js", "ocop/chunk-b.js", "ocop/words/qd26-2026/vi/dossier.json", "ocop/words/qd26-2026/vi/all.json", "ocop/words/qd26-2026/rules.json"}))
		assert.Equal(t, "ocop/ocop.wasm", all[len(all)-1])
		for _, later := range []string{"ocop/vendor/pdf.js", "ocop/words/qd26-2026/places.json", "ocop/element.js"} {
			assert.NotContains(t, all, later)
		}
	}
	module := sha512.Sum384(npm["ocop.wasm"].Data)
	assert.Contains(t, body(t, ask(t, s, http.MethodGet, "/")), ` as="fetch" crossorigin integrity="sha384-`+base64.StdEncoding.EncodeToString(module[:])+`">`)
}

func TestCompression(t *testing.T) {
	t.Parallel()
	s := portal(t)
	plain := body(t, ask(t, s, http.MethodGet, "/ocop/ocop.wasm"))
	assert.Equal(t, string(npm["ocop.wasm"].Data), plain)
	for _, takes := range []string{"gzip", "br, gzip;q=0.8, *;q=0.1", "GZIP"} {
		r := ask(t, s, http.MethodGet, "/ocop/ocop.wasm", "Accept-Encoding", takes)
		assert.Equal(t, "gzip", r.Header.Get("Content-Encoding"), takes)
		assert.Equal(t, "Accept-Encoding", r.Header.Get("Vary"))
		sent := body(t, r)
		assert.Less(t, len(sent), len(plain)/10)
		unzip, err := gzip.NewReader(strings.NewReader(sent))
		require.NoError(t, err)
		whole, err := io.ReadAll(unzip)
		require.NoError(t, err)
		assert.Equal(t, plain, string(whole))
	}
	for _, takes := range []string{"", "br", "gzip;q=0", "identity"} {
		assert.Empty(t, ask(t, s, http.MethodGet, "/ocop/ocop.wasm", "Accept-Encoding", takes).Header.Get("Content-Encoding"), takes)
	}
}

// Brotli that the package's build has left beside a file goes out where it is
// taken; what is older than the file never does.
func TestBrotli(t *testing.T) {
	t.Parallel()
	packed := maps.Clone(npm)
	built := time.Now()
	packed["ocop.wasm"] = &fstest.MapFile{Data: npm["ocop.wasm"].Data, ModTime: built}
	packed["ocop.wasm.br"] = &fstest.MapFile{Data: []byte("as brotli"), ModTime: built}
	packed["index.js"] = &fstest.MapFile{Data: npm["index.js"].Data, ModTime: built}
	packed["index.js.br"] = &fstest.MapFile{Data: []byte("of an older one"), ModTime: built.Add(-time.Second)}
	s, err := assemble(packed, nil)
	require.NoError(t, err)
	for _, at := range []string{"/ocop/ocop.wasm", hashed(t, s, "/ocop/ocop.wasm")} {
		for takes, coding := range map[string]string{"gzip, deflate, br, zstd": "br", "br": "br", "br;q=0, gzip": "gzip", "gzip": "gzip", "": ""} {
			r := ask(t, s, http.MethodGet, at, "Accept-Encoding", takes)
			assert.Equal(t, coding, r.Header.Get("Content-Encoding"), takes)
			assert.Equal(t, "Accept-Encoding", r.Header.Get("Vary"))
			assert.Equal(t, coding == "br", body(t, r) == "as brotli", takes)
		}
	}
	assert.Empty(t, ask(t, s, http.MethodGet, "/ocop/index.js", "Accept-Encoding", "br").Header.Get("Content-Encoding"))
	for at := range s {
		assert.NotContains(t, at, ".br")
	}
}

func TestHeadAndOtherMethods(t *testing.T) {
	t.Parallel()
	s := portal(t)
	head := ask(t, s, http.MethodHead, "/")
	assert.Equal(t, http.StatusOK, head.StatusCode)
	assert.NotEmpty(t, head.Header.Get("Content-Length"))
	assert.Empty(t, body(t, head))
	for _, method := range []string{http.MethodPost, http.MethodPut, http.MethodDelete, http.MethodOptions, http.MethodTrace, "SEARCH"} {
		r := ask(t, s, method, "/")
		assert.Equal(t, http.StatusMethodNotAllowed, r.StatusCode, method)
		assert.Equal(t, "GET, HEAD", r.Header.Get("Allow"))
	}
}

// No folder is listed, and nothing is served that is not meant to be.
func TestNothingElse(t *testing.T) {
	t.Parallel()
	s := portal(t)
	for _, path := range []string{
		"/static/", "/static/index.html", "/static/app.js", "/static/0123456789abcdef/app.js", "/ocop/0123456789abcdef/index.js", "/app.js", "/index.html", "/ocop", "/ocop/", "/ocop/words/", "/samples/", "/places/", "//",
		"/ocop/package.json", "/ocop/index.d.ts", "/ocop/README.md", "/ocop/node/index.js", "/ocop/cjs/index.js", "/ocop/custom-elements.json", "/ocop/schema/dossier.json", "/ocop/node_modules/something/index.js",
		"/main.go", "/../main.go", "/ocop/../../main.go", "/ocop/%2e%2e/main.go", "/hoi-dong/", "/favicon.ico",
	} {
		r := ask(t, s, http.MethodGet, path)
		assert.Equal(t, http.StatusNotFound, r.StatusCode, path)
		assert.Equal(t, "no-store", r.Header.Get("Cache-Control"), path)
	}
}

// The service worker's list names every file with its hash, and changes with any of them.
func TestListOfFiles(t *testing.T) {
	t.Parallel()
	version := regexp.MustCompile(`self\.version = "([0-9a-f]{64})";`)
	textOf := func(s site) string { return body(t, ask(t, s, http.MethodGet, "/files.js")) }
	list := func(s site) map[string]string {
		text := textOf(s)
		_, data, ok := strings.Cut(text, "self.files = ")
		require.True(t, ok)
		var files map[string]string
		require.NoError(t, json.Unmarshal([]byte(strings.TrimSuffix(data, ";\n")), &files))
		return files
	}
	s := portal(t)
	files := list(s)
	unhashed := 0
	for at := range s {
		if strings.HasPrefix(at, "/ocop/") && !regexp.MustCompile("^/ocop/[0-9a-f]{16}/").MatchString(at) {
			unhashed++
		}
	}
	assert.Len(t, files, len(s)-2-unhashed, "all but sw.js, the list itself and the package for others")
	for path, hash := range files {
		r := ask(t, s, http.MethodGet, path)
		assert.Equal(t, `W/"`+hash[:24]+`"`, r.Header.Get("ETag"), path)
		assert.Equal(t, hash, fmt.Sprintf("%x", sha256.Sum256([]byte(body(t, r)))), "%s: the hash is of what is sent", path)
	}
	other := fstest.MapFS{"ocop.wasm": {Data: []byte("\x00asm")}}
	changed, err := assemble(other, nil)
	require.NoError(t, err)
	assert.NotEqual(t, files[hashed(t, s, "/ocop/ocop.wasm")], list(changed)[hashed(t, changed, "/ocop/ocop.wasm")])
	assert.NotEqual(t, version.FindString(textOf(s)), version.FindString(textOf(changed)))
	assert.Regexp(t, version, textOf(s))
}

func TestPlaces(t *testing.T) {
	t.Parallel()
	s := portal(t)
	for l, want := range map[string][]string{
		"vi": {"Chủ thể", "Mã số thuế hoặc số định danh cá nhân", "Mô tả", "Ngày hết hạn"},
		"en": {"Producer", "Tax code or personal number", "Description", "Last day of validity"},
	} {
		var dossier place
		require.NoError(t, json.Unmarshal([]byte(body(t, ask(t, s, http.MethodGet, hashed(t, s, "/static/places/"+l+".json")))), &dossier))
		producer := dossier.Members["producer"]
		got := []string{
			producer.Title,
			producer.Members["taxCode"].Title,
			dossier.Members["report"].Members["claims"].Members["*"].Members["description"].Title,
			dossier.Members["evidence"].Members["*"].Members["expires"].Title,
		}
		assert.Equal(t, want, got)
	}
}

// What the page asks for is there, and nothing in it is inline or from elsewhere.
func TestPageHoldsToItsPolicy(t *testing.T) {
	t.Parallel()
	s := portal(t)
	for _, v := range views {
		page := body(t, ask(t, s, http.MethodGet, v.at))
		for _, address := range regexp.MustCompile(`(?:src|href)="([^"#]+)"`).FindAllStringSubmatch(page, -1) {
			assert.Equal(t, http.StatusOK, ask(t, s, http.MethodGet, address[1]).StatusCode, address[1])
		}
		assert.NotRegexp(t, `(?i)<style|<script>|\sstyle=|\son[a-z]+=`, page)
	}
	err := fs.WalkDir(static, "static", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasSuffix(name, ".svg") || strings.HasSuffix(name, ".png") {
			return err
		}
		text, err := static.ReadFile(name)
		assert.NotContains(t, string(text), "innerHTML", name)
		assert.NotRegexp(t, `https?://`, string(text), name)
		return err
	})
	require.NoError(t, err)
}

func TestServesAndStops(t *testing.T) {
	t.Parallel()
	var config net.ListenConfig
	listener, err := config.Listen(t.Context(), "tcp", "127.0.0.1:0")
	require.NoError(t, err)
	ctx, stop := context.WithCancel(t.Context())
	done := make(chan error, 1)
	s := portal(t)
	go func() { done <- serve(ctx, listener, s) }()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, "http://"+listener.Addr().String()+"/", nil)
	require.NoError(t, err)
	r, err := http.DefaultClient.Do(request)
	require.NoError(t, err)
	assert.Contains(t, body(t, r), "Chấm điểm OCOP")
	stop()
	select {
	case err := <-done:
		require.NoError(t, err)
	case <-time.After(10 * time.Second):
		t.Fatal("it does not stop")
	}
}

// The portal builds with the very commands of make wasm.
func TestCommandsAreMakes(t *testing.T) {
	t.Parallel()
	makefile, err := os.ReadFile("../../Makefile")
	require.NoError(t, err)
	text := strings.NewReplacer("'", "", "$(MODULE)", module).Replace(string(makefile))
	for _, want := range []string{
		"WASM = GOOS=wasip1 GOARCH=wasm go " + strings.Join(wasmFlags, " ") + "\n",
		"\t$(WASM) " + strings.Join(scoreFlags, " ") + "\n",
		"\t$(WASM) " + strings.Join(checkFlags, " ") + "\n",
		"\tgo " + strings.Join(packFlags, " ") + "\n",
		"\tgo " + strings.Join(bundleFlags, " ") + "\n",
	} {
		assert.Contains(t, text, want)
	}
}

func TestStale(t *testing.T) {
	t.Parallel()
	root := t.TempDir()
	now := time.Now()
	put := func(name string, age time.Duration) {
		name = filepath.Join(root, filepath.FromSlash(name))
		require.NoError(t, os.MkdirAll(filepath.Dir(name), 0o755))
		require.NoError(t, os.WriteFile(name, nil, 0o644))
		require.NoError(t, os.Chtimes(name, now.Add(-age), now.Add(-age)))
	}
	stale := func() bool {
		stale, err := isStale(root)
		require.NoError(t, err)
		return stale
	}
	for _, name := range []string{"go.mod", "scoring/score.go", "dossier/dossier.go", "ocop/internal/text/text.go", "ocop/pack/pack.go", "ocop/paper/paper.go", "ocop/report/page.go", "ocop/schema/form.go", "wasm/score/main.go", "wasm/checks/main.go", "wasm/internal/pack/main.go", "wasm/bundle/main.go", "wasm/npm/src/element.ts", "wasm/npm/package.json"} {
		put(name, 2*time.Hour)
	}
	assert.True(t, stale(), "nothing is built")
	for _, name := range []string{"ocop.wasm", "ocop-checks.wasm", "words/qd26-2026/rules.json", "words/qd26-2026/places.json", "element.js", "dossier.js", "index.js", "integrity.js", "papers.js"} {
		put("wasm/npm/"+name, time.Hour)
	}
	assert.False(t, stale())
	put("scoring/score_test.go", 0)
	put("scoring/testdata/facts.tsv", 0)
	assert.False(t, stale(), "tests are no source")
	put("wasm/npm/src/made/integrity.ts", 0)
	assert.False(t, stale(), "nor is what the build itself makes of them")
	for _, name := range []string{"scoring/score.go", "ocop/paper/paper.go", "wasm/npm/src/element.ts"} {
		put(name, 0)
		assert.True(t, stale(), "a source is newer")
		put(name, 2*time.Hour)
		assert.False(t, stale())
	}
	require.NoError(t, os.Remove(filepath.Join(root, "wasm", "npm", "papers.js")))
	assert.True(t, stale(), "a file is missing")
}

// The samples are there, under the names that the page asks for.
func TestSamples(t *testing.T) {
	t.Parallel()
	for at, name := range samples {
		content, err := os.ReadFile(filepath.Join("..", "..", name))
		require.NoError(t, err)
		assert.True(t, json.Valid(content), name)
		found := false
		for _, script := range []string{"council.js", "dossier.js"} {
			text, err := static.ReadFile("static/" + script)
			require.NoError(t, err)
			found = found || bytes.Contains(text, []byte(`"`+at+`"`))
		}
		assert.True(t, found, at)
	}
}
