// Package conformance_test checks the OpenAPI document of package httpapi, and
// every kind of answer beside it, with a library that others use. It is a module
// of its own so that this library never reaches an importer.
package conformance_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/pb33f/libopenapi"
	validator "github.com/pb33f/libopenapi-validator"
	"github.com/pb33f/libopenapi-validator/config"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/ocop/httpapi"
	"github.com/ocop-vn/ocop-go/ocop/pack"
)

func read(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", "..", "examples", filepath.FromSlash(name)))
	require.NoError(t, err)
	return string(data)
}

func request(method, target, document string) *http.Request {
	q := httptest.NewRequest(method, target, strings.NewReader(document))
	if method == http.MethodPost {
		q.Header.Set("Content-Type", "application/json")
	}
	return q
}

// described is the document in a language, its validator, and what it says of each address.
func described(t *testing.T, h http.Handler, language string) (validator.Validator, openAPI) {
	t.Helper()
	w := httptest.NewRecorder()
	h.ServeHTTP(w, request(http.MethodGet, "/openapi.json?lang="+language, ""))
	require.Equal(t, http.StatusOK, w.Code)
	document, err := libopenapi.NewDocument(w.Body.Bytes())
	require.NoError(t, err)
	assert.Equal(t, "3.1.0", document.GetVersion())
	v, errs := validator.NewValidator(document, config.WithFormatAssertions())
	require.Empty(t, errs)
	var o openAPI
	require.NoError(t, json.Unmarshal(w.Body.Bytes(), &o))
	return v, o
}

type openAPI struct {
	Paths map[string]map[string]struct {
		Responses map[string]any
	}
}

func TestDocumentIsOpenAPI(t *testing.T) {
	t.Parallel()
	for _, language := range []string{"vi", "en"} {
		v, _ := described(t, httpapi.New(httpapi.Options{}), language)
		ok, errs := v.ValidateDocument()
		assert.True(t, ok)
		for _, e := range errs {
			assert.Fail(t, e.Message, e.Reason)
		}
	}
}

// addressOf is the address in the document that a target is one of.
func addressOf(target string) string {
	address, _, _ := strings.Cut(target, "?")
	if strings.HasPrefix(address, "/v1/papers/") {
		return "/v1/papers/{name}"
	}
	return address
}

// packaged is what an address takes beside documents: what is right, and what is
// wrong within.
type packaged struct{ contentType, good, bad string }

// packages are a form that is packed, and the package that it makes.
func packages(t *testing.T) map[string]packaged {
	t.Helper()
	var d map[string]any
	require.NoError(t, json.Unmarshal([]byte(read(t, "dossiers/thuc-pham-lan-dau.json")), &d))
	files := fstest.MapFS{}
	for _, piece := range d["evidence"].([]any) {
		file := piece.(map[string]any)["file"].(map[string]any)
		name := file["name"].(string)
		sum := sha256.Sum256([]byte(name))
		file["size"], file["sha256"] = len(name), hex.EncodeToString(sum[:])
		files[name] = &fstest.MapFile{Data: []byte(name)}
	}
	text, err := json.Marshal(d)
	require.NoError(t, err)
	form := func(w *multipart.Writer, b *bytes.Buffer, more string) string {
		part, err := w.CreateFormFile("dossier", "ho-so.json")
		require.NoError(t, err)
		_, err = part.Write(text)
		require.NoError(t, err)
		for name, f := range files {
			part, err := w.CreateFormFile("file", name)
			require.NoError(t, err)
			_, err = part.Write([]byte(string(f.Data) + more))
			require.NoError(t, err)
		}
		require.NoError(t, w.Close())
		return b.String()
	}
	var good, bad, bag bytes.Buffer
	w, changed := multipart.NewWriter(&good), multipart.NewWriter(&bad)
	require.NoError(t, changed.SetBoundary(w.Boundary()))
	require.NoError(t, pack.Write(&bag, text, files, pack.Options{}))
	return map[string]packaged{
		"/v1/packages": {w.FormDataContentType(), form(w, &good, ""), form(changed, &bad, "x")},
		"/v1/validate": {pack.MediaType, bag.String(), bag.String()[:bag.Len()/2]},
	}
}

type slow struct{}

func (slow) Read([]byte) (int, error) { return 0, fmt.Errorf("read: %w", os.ErrDeadlineExceeded) }

// Each answer fits what the document says of its address and status, and each
// status that the document names for an address is seen.
func TestAnswersAreAsDescribed(t *testing.T) {
	t.Parallel()
	h := httpapi.New(httpapi.Options{})
	v, described := described(t, h, "vi")
	seen := map[string]bool{}
	check := func(q *http.Request, again *http.Request, address string, status int) *http.Response {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, q)
		name := q.Method + " " + q.URL.String()
		require.Equal(t, status, w.Code, "%s: %s", name, w.Body)
		r := w.Result()
		ok, errs := v.ValidateHttpResponse(again, r)
		assert.True(t, ok, "%s %d", name, status)
		for _, e := range errs {
			assert.Fail(t, e.Message, "%s %d: %s %v", name, status, e.Reason, e.SchemaValidationErrors)
		}
		seen[strings.ToLower(q.Method)+" "+address+" "+strconv.Itoa(status)] = true
		return r
	}
	document := func(target, text string, status int) {
		check(request(http.MethodPost, target, text), request(http.MethodPost, target, text), addressOf(target), status)
	}
	coffee, rice, members := read(t, "sheets/ca-phe-dak-lak.json"), read(t, "sheets/gao-st25.json"), read(t, "council/hoi-dong-tinh.json")
	dossier := read(t, "dossiers/thuc-pham-danh-gia-lai.json")
	good := map[string][]string{"/v1/score": {coffee}, "/v1/validate?as=sheet": {coffee}, "/v1/plan?star=5": {coffee}, "/v1/plan?star=4&others=3": {rice}, "/v1/council": {members},
		"/v1/deadlines":               {`{"application":"first","filed":"2026-08-24"}`, `{"application":"re-assessment","filed":"2026-06-20","issued":"2023-07-10"}`, dossier},
		"/v1/deadlines?on=2026-09-01": {`{"application":"first","filed":"2026-08-24"}`},
		"/v1/validate?on=2026-09-01":  {dossier},
		"/v1/papers/form-02":          {dossier, `{}`},
		"/v1/papers/minutes":          {members},
		"/v1/papers/score-sheet":      {coffee, dossier},
		"/v1/life":                    {`{"application":"first","steps":[{"step":"file","on":"2026-06-01"},{"step":"propose","on":"2026-06-10"}]}`, dossier},
	}
	files, err := filepath.Glob("../../../examples/*/*.json")
	require.NoError(t, err)
	for _, file := range files {
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		switch filepath.Base(filepath.Dir(file)) {
		case "sheets":
			good["/v1/score"] = append(good["/v1/score"], string(data))
		case "dossiers":
			good["/v1/score"] = append(good["/v1/score"], string(data))
			good["/v1/validate"] = append(good["/v1/validate"], string(data))
		}
	}
	for target, texts := range good {
		for _, text := range texts {
			document(target, text, http.StatusOK)
			ok, errs := v.ValidateHttpRequest(request(http.MethodPost, target, text))
			assert.True(t, ok, "%s takes it: %v", target, errs)
		}
		address, query, _ := strings.Cut(target, "?")
		document(target, `{`, http.StatusBadRequest)
		document(address+"?x=1", `{}`, http.StatusBadRequest)
		if address != "/v1/deadlines" && address != "/v1/papers/form-02" { // milestones may all be still to come, and a form be empty
			document(target, `{}`, http.StatusUnprocessableEntity)
		}
		document(target, `{"edition":"x`+strings.Repeat(`","y":"`, 2)+`"}`, http.StatusUnprocessableEntity)
		document(target, strings.Repeat(" ", 2<<20), http.StatusRequestEntityTooLarge)
		text := request(http.MethodPost, address+"?"+query, "text")
		text.Header.Set("Content-Type", "text/plain")
		check(text, request(http.MethodPost, target, ""), addressOf(target), http.StatusUnsupportedMediaType)
		late := httptest.NewRequest(http.MethodPost, target, slow{})
		check(late, request(http.MethodPost, target, ""), addressOf(target), http.StatusRequestTimeout)
	}
	document("/v1/papers/form-04", `{}`, http.StatusNotFound)
	for target, c := range packages(t) {
		sent := func(target, contentType string, body io.Reader) *http.Request {
			q := httptest.NewRequest(http.MethodPost, target, body)
			q.Header.Set("Content-Type", contentType)
			return q
		}
		for _, s := range []struct {
			query, contentType string
			body               io.Reader
			length             int64
			status             int
		}{
			{"", c.contentType, strings.NewReader(c.good), int64(len(c.good)), http.StatusOK},
			{"?on=2026-09-17", c.contentType, strings.NewReader(c.good), int64(len(c.good)), http.StatusOK},
			{"?x=1", c.contentType, strings.NewReader(c.good), int64(len(c.good)), http.StatusBadRequest},
			{"", c.contentType, strings.NewReader(c.bad), int64(len(c.bad)), http.StatusUnprocessableEntity},
			{"", c.contentType, slow{}, -1, http.StatusRequestTimeout},
			{"", c.contentType, strings.NewReader(c.good), httpapi.DefaultMaxPackageBytes + 1, http.StatusRequestEntityTooLarge},
			{"", "application/x-rar", strings.NewReader(c.good), int64(len(c.good)), http.StatusUnsupportedMediaType},
		} {
			q := sent(target+s.query, s.contentType, s.body)
			q.ContentLength = s.length
			check(q, sent(target+s.query, c.contentType, strings.NewReader(c.good)), target, s.status)
		}
		ok, errs := v.ValidateHttpRequest(sent(target, c.contentType, strings.NewReader(c.good))) // its media type; of bodies the judge reads JSON alone
		assert.True(t, ok, "%s takes it: %v", target, errs)
	}
	for _, c := range []struct {
		address, target string
		status          int
	}{
		{"/v1/rubric/{set}", "/v1/rubric/13", 200}, {"/v1/rubric/{set}", "/v1/rubric/26?edition=qd26-2026", 200},
		{"/v1/rubric/{set}", "/v1/rubric/27", 404}, {"/v1/rubric/{set}", "/v1/rubric/13?edition=qd148-2023", 404}, {"/v1/rubric/{set}", "/v1/rubric/13?x=1", 400},
		{"/v1/schemas", "/v1/schemas", 200}, {"/v1/schemas", "/v1/schemas?x=1", 400},
		{"/v1/schemas/{name}", "/v1/schemas/dossier", 200}, {"/v1/schemas/{name}", "/v1/schemas/sheet?lang=en", 200},
		{"/v1/schemas/{name}", "/v1/schemas/x", 404}, {"/v1/schemas/{name}", "/v1/schemas/sheet?lang=x", 400},
		{"/openapi.json", "/openapi.json", 200}, {"/openapi.json", "/openapi.json?lang=x", 400},
		{"/healthz", "/healthz", 200}, {"/healthz", "/healthz?x=1", 400},
	} {
		r := check(request(http.MethodGet, c.target, ""), request(http.MethodGet, c.target, ""), c.address, c.status)
		if tag := r.Header.Get("ETag"); tag != "" {
			q := request(http.MethodGet, c.target, "")
			q.Header.Set("If-None-Match", tag)
			check(q, request(http.MethodGet, c.target, ""), c.address, http.StatusNotModified)
		}
	}
	var unseen []string
	for address, operations := range described.Paths {
		for method, o := range operations {
			for status := range o.Responses {
				if name := method + " " + address + " " + status; status != "500" && !seen[name] {
					unseen = append(unseen, name)
				}
			}
		}
	}
	slices.Sort(unseen)
	assert.Empty(t, unseen, "named, and never given")
}

// What the document does not fit is found: the judge is awake.
func TestJudgeIsAwake(t *testing.T) {
	t.Parallel()
	v, _ := described(t, httpapi.New(httpapi.Options{}), "en")
	for _, q := range []*http.Request{
		request(http.MethodPost, "/v1/score", `{"edition":"qd26-2026","set":13,"answers":{"1.1":"z"}}`),
		request(http.MethodPost, "/v1/plan?star=9", read(t, "sheets/ca-phe-dak-lak.json")),
		request(http.MethodPost, "/v1/council", `{}`),
	} {
		ok, _ := v.ValidateHttpRequest(q)
		assert.False(t, ok, q.URL)
	}
	r := httptest.NewRecorder()
	r.Header().Set("Content-Type", "application/json")
	_, err := r.WriteString(`{"valid":"yes","problems":[]}`)
	require.NoError(t, err)
	ok, _ := v.ValidateHttpResponse(request(http.MethodPost, "/v1/validate", ""), r.Result())
	assert.False(t, ok)
}
