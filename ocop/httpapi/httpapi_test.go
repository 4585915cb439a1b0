package httpapi_test

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/ocop"
	"github.com/ocop-vn/ocop-go/ocop/httpapi"
	"github.com/ocop-vn/ocop-go/ocop/paper"
	"github.com/ocop-vn/ocop-go/scoring/budget"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/qd26/words"
	"github.com/ocop-vn/ocop-go/scoring/rubric"
)

const sheet = `{"edition":"qd26-2026","set":13,"answers":{"1.1":"c"}}`

func example(t testing.TB, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", "examples", filepath.FromSlash(name)))
	require.NoError(t, err)
	return string(data)
}

// ask asks a handler; header is a list of names and values.
func ask(h http.Handler, method, target, body string, header ...string) *httptest.ResponseRecorder {
	q := httptest.NewRequest(method, target, strings.NewReader(body))
	for i := 0; i < len(header); i += 2 {
		q.Header.Set(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, q)
	return w
}

// refusal is application/problem+json with problems beside.
type refusal struct {
	Type, Title, Detail, Instance string
	Status                        int
	Problems                      []struct {
		Code, Path, Severity string
		Params               map[string]string
	}
}

func refusalOf(t *testing.T, w *httptest.ResponseRecorder) refusal {
	t.Helper()
	var r refusal
	require.NoError(t, json.Unmarshal(w.Body.Bytes(), &r), w.Body.String())
	assert.Equal(t, "application/problem+json", w.Header().Get("Content-Type"))
	assert.Equal(t, w.Code, r.Status)
	assert.Equal(t, strconv.Itoa(w.Body.Len()), w.Header().Get("Content-Length"))
	assert.Equal(t, "no-store", w.Header().Get("Cache-Control"))
	assert.NotEmpty(t, r.Title)
	assert.NotEmpty(t, r.Detail)
	require.NotEmpty(t, r.Problems)
	return r
}

// What is taken is answered 200, as the package of the door answers it.
func TestDocuments(t *testing.T) {
	t.Parallel()
	h := httpapi.New(httpapi.Options{})
	coffee, dossier, members := example(t, "sheets/ca-phe-dak-lak.json"), example(t, "dossiers/thuc-pham-lan-dau.json"), example(t, "council/hoi-dong-tinh.json")
	for _, c := range []struct{ target, document, want string }{
		{"/v1/score", coffee, `"total":92,"parts":{"A":37,"B":24,"C":31},"band":5,"star":4`},
		{"/v1/score", dossier, `"status":"classified"`},
		{"/v1/score", sheet, `"status":"incomplete"`},
		{"/v1/validate", dossier, `{"valid":true,"problems":[`},
		{"/v1/validate?as=dossier", dossier, `{"valid":true,"problems":[`},
		{"/v1/validate?as=sheet", sheet, `{"valid":true,"problems":[]}`},
		{"/v1/validate?as=plan", coffee, `{"valid":true,"problems":[]}`},
		{"/v1/validate?as=council", members, `{"valid":true,"problems":[]}`},
		{"/v1/plan?star=5", coffee, `"star":5,"reachable":true`},
		{"/v1/plan?others=2&star=4", example(t, "sheets/gao-st25.json"), `"others":[{"`},
		{"/v1/plan", strings.Replace(coffee, `{`, `{"star":5,`, 1), `"star":5,"reachable":true`},
		{"/v1/council", members, `"status":"classified"`},
		{"/v1/validate?as=sheet", sheet + strings.Repeat(" ", budget.Sheet().Bytes-len(sheet)), `{"valid":true`}, // just as large as it may be
	} {
		w := ask(h, "POST", c.target, c.document, "Content-Type", "application/json")
		require.Equal(t, http.StatusOK, w.Code, "%s: %s", c.target, w.Body)
		assert.Contains(t, w.Body.String(), c.want)
		assert.True(t, strings.HasSuffix(w.Body.String(), "}\n"))
		assert.True(t, json.Valid(w.Body.Bytes()))
		assert.Equal(t, http.Header{
			"Content-Type": {"application/json"}, "Content-Length": {strconv.Itoa(w.Body.Len())},
			"Cache-Control": {"no-store"}, "X-Content-Type-Options": {"nosniff"},
		}, w.Header())
	}
}

// A dossier's warnings do not refuse it, and are told.
func TestWarnings(t *testing.T) {
	t.Parallel()
	dossier := example(t, "dossiers/thuc-pham-lan-dau.json")
	expired := strings.Replace(dossier, `"expires": "2027-03-23"`, `"expires": "2026-07-03"`, 1)
	require.NotEqual(t, dossier, expired)
	w := ask(httpapi.New(httpapi.Options{}), "POST", "/v1/validate", expired)
	assert.Equal(t, http.StatusOK, w.Code)
	assert.Contains(t, w.Body.String(), `{"valid":true,"problems":[{"code":"EVIDENCE-`)
	assert.Contains(t, w.Body.String(), `"severity":"warning"`)
}

// Everything that is refused, with its status, its code and its place.
func TestRefused(t *testing.T) {
	t.Parallel()
	h := httpapi.New(httpapi.Options{})
	spaces := func(n int) string { return strings.Repeat(" ", n) }
	for _, c := range []struct {
		method, target, document string
		status                   int
		code, path               string
	}{
		{"POST", "/v1/score", `{`, 400, "JSON-01", ""},
		{"POST", "/v1/score", ``, 400, "JSON-01", ""},
		{"POST", "/v1/score", "{\"set\":\"\xff\"}", 400, "JSON-02", ""},
		{"POST", "/v1/score", sheet + `{}`, 400, "JSON-03", ""},
		{"POST", "/v1/validate?as=sheet", sheet + `{}`, 400, "JSON-03", ""},
		{"POST", "/v1/score", spaces(budget.Dossier().Bytes) + sheet, 413, "JSON-04", ""},
		{"POST", "/v1/score", spaces(budget.Sheet().Bytes) + sheet, 413, "JSON-04", ""},
		{"POST", "/v1/plan?star=4", spaces(budget.Sheet().Bytes) + sheet, 413, "JSON-04", ""},
		{"POST", "/v1/plan?star=4", sheet + spaces(budget.Sheet().Bytes-len(sheet)+1), 413, "JSON-04", ""},
		{"POST", "/v1/council", spaces(budget.Council().Bytes) + sheet, 413, "JSON-04", ""},
		{"POST", "/v1/validate?as=sheet", spaces(budget.Sheet().Bytes) + sheet, 413, "JSON-04", ""},
		{"POST", "/v1/validate", spaces(budget.Dossier().Bytes) + sheet, 413, "JSON-04", ""},
		{"POST", "/v1/score", `{"edition":"qd26-2026","set":13,"answers":{"1.1":"z"}}`, 422, "SHEET-03", "/answers/1.1"},
		{"POST", "/v1/score", `{"edition":"qd148-2023","set":13,"answers":{}}`, 422, "SHEET-01", "/edition"},
		{"POST", "/v1/validate?as=sheet", `{"edition":"qd26-2026","set":13,"answers":{"1.1":"z"}}`, 422, "SHEET-03", "/answers/1.1"},
		{"POST", "/v1/validate", `{}`, 422, "DOSSIER-01", "/edition"},
		{"POST", "/v1/plan?star=4", sheet, 422, "PLAN-01", "/answers"},
		{"POST", "/v1/plan", example(t, "sheets/ca-phe-dak-lak.json"), 422, "PLAN-05", ""},
		{"POST", "/v1/council", `{"edition":"qd26-2026","set":13,"members":[]}`, 422, "COUNCIL-05", "/members"},
		{"POST", "/v1/plan?star=9", sheet, 400, "HTTP-06", ""},
		{"POST", "/v1/plan?star=", sheet, 400, "HTTP-06", ""},
		{"POST", "/v1/plan?others=4", sheet, 400, "HTTP-06", ""},
		{"POST", "/v1/validate?as=foo", sheet, 400, "HTTP-06", ""},
		{"POST", "/v1/validate?as=sheet&as=plan", sheet, 400, "HTTP-07", ""},
		{"POST", "/v1/score?star=4", sheet, 400, "HTTP-05", ""},
		{"POST", "/v1/score?%zz", sheet, 400, "HTTP-08", ""},
		{"POST", "/v1/score?a;b", sheet, 400, "HTTP-08", ""},
		{"GET", "/healthz?deep", "", 400, "HTTP-05", ""},
		{"GET", "/v1/schemas/sheet?lang=fr", "", 400, "HTTP-06", ""},
		{"GET", "/v1/schemas/letter", "", 404, "HTTP-12", ""},
		{"GET", "/v1/rubric/27", "", 404, "HTTP-11", ""},
		{"GET", "/v1/rubric/013", "", 404, "HTTP-11", ""},
		{"GET", "/v1/rubric/13?edition=qd148-2023", "", 404, "EDITION-03", ""},
		{"GET", "/v1/rubric/13?edition=x", "", 404, "EDITION-04", ""},
		{"GET", "/v1/rubric/13?edition=x&edition=y", "", 400, "HTTP-07", ""},
		{"GET", "/", "", 404, "HTTP-01", ""},
		{"GET", "/v1/rubric", "", 404, "HTTP-01", ""},
		{"GET", "/v1/rubric/", "", 404, "HTTP-01", ""},
		{"GET", "/v1//schemas", "", 404, "HTTP-01", ""},
		{"GET", "/v1/schemas/../../etc/passwd", "", 404, "HTTP-01", ""},
		{"GET", "/v1/schemas/..%2fdossier", "", 404, "HTTP-01", ""},
		{"POST", "/v1/score/", sheet, 404, "HTTP-01", ""},
		{"POST", "//v1/score", sheet, 404, "HTTP-01", ""},
		{"OPTIONS", "/v2", "", 404, "HTTP-01", ""},
		{"GET", "/v1/score", "", 405, "HTTP-02", ""},
		{"HEAD", "/v1/score", "", 405, "HTTP-02", ""},
		{"POST", "/v1/rubric/13", "", 405, "HTTP-02", ""},
		{"DELETE", "/healthz", "", 405, "HTTP-02", ""},
		{"WHATEVER", "/openapi.json", "", 405, "HTTP-02", ""},
	} {
		w := ask(h, c.method, c.target, c.document, "Content-Type", "application/json")
		name := c.method + " " + c.target + " " + c.code
		if c.method == "HEAD" {
			assert.Equal(t, c.status, w.Code, name)
			assert.Empty(t, w.Body.String(), name)
			continue
		}
		r := refusalOf(t, w)
		assert.Equal(t, c.status, w.Code, name)
		assert.Equal(t, []string{c.code, c.path}, []string{r.Problems[0].Code, r.Problems[0].Path}, name)
	}
}

// All that is wrong with a query is told at once, by the parameter's name.
func TestQuery(t *testing.T) {
	t.Parallel()
	w := ask(httpapi.New(httpapi.Options{}), "POST", "/v1/plan?star=9&others=x&lang=vi", sheet)
	r := refusalOf(t, w)
	require.Len(t, r.Problems, 3)
	assert.Equal(t, map[string]string{"parameter": "lang"}, r.Problems[0].Params)
	assert.Equal(t, map[string]string{"parameter": "others", "value": "x", "values": "0, 1, 2, 3"}, r.Problems[1].Params)
	assert.Equal(t, map[string]string{"parameter": "star", "value": "9", "values": "1, 2, 3, 4, 5"}, r.Problems[2].Params)
	assert.Equal(t, "https://github.com/ocop-vn/ocop-go/problems/unreadable", r.Type)
}

// A dossier that is not filed yet is judged as of a day; no other document is.
func TestJudgedOnADay(t *testing.T) {
	t.Parallel()
	h := httpapi.New(httpapi.Options{})
	var root map[string]any
	require.NoError(t, json.Unmarshal([]byte(example(t, "dossiers/thuc-pham-lan-dau.json")), &root))
	for _, name := range []string{"communeReport", "proposed", "council", "ministry"} {
		delete(root, name)
	}
	registration, _ := root["registration"].(map[string]any)
	delete(registration, "communeReceipt")
	delete(registration, "provinceReceipt")
	draft, err := json.Marshal(root)
	require.NoError(t, err)
	for _, path := range []string{"/v1/validate?as=dossier", "/v1/validate?", "/v1/score?"} {
		assert.Equal(t, http.StatusOK, ask(h, "POST", path, string(draft)).Code)
		assert.Equal(t, http.StatusOK, ask(h, "POST", path+"&on=2026-06-20", string(draft)).Code)
		w := ask(h, "POST", path+"&on=2026-05-21", string(draft))
		assert.Equal(t, http.StatusUnprocessableEntity, w.Code)
		assert.Equal(t, "DOSSIER-42", refusalOf(t, w).Problems[0].Code)
		w = ask(h, "POST", path+"&on=2026-5-21", string(draft))
		assert.Equal(t, []any{http.StatusBadRequest, "HTTP-14"}, []any{w.Code, refusalOf(t, w).Problems[0].Code})
	}
	sheet := example(t, "sheets/ca-phe-dak-lak.json")
	for path, kind := range map[string]string{"/v1/score?on=2026-06-20": "sheet", "/v1/validate?as=sheet&on=2026-06-20": "sheet", "/v1/validate?as=council&on=2026-06-20": "council", "/v1/validate?as=plan&on=2026-06-20": "plan"} {
		w := ask(h, "POST", path, sheet)
		assert.Equal(t, http.StatusBadRequest, w.Code, path)
		r := refusalOf(t, w)
		require.Len(t, r.Problems, 1)
		assert.Equal(t, "HTTP-15", r.Problems[0].Code)
		assert.Equal(t, map[string]string{"parameter": "on", "kind": kind}, r.Problems[0].Params)
	}

	// What the handler's library judges by else stays beside the day.
	library, err := new(ocop.Library).Judging(dossier.Options{ExpirySoon: 5000})
	require.NoError(t, err)
	w := ask(httpapi.New(httpapi.Options{Library: library}), "POST", "/v1/validate?on=2026-06-20", string(draft))
	assert.Contains(t, w.Body.String(), `"severity":"warning"`)
}

// A day is a day, and what is found wrong in a life has the place of its step.
func TestDeadlinesAndLife(t *testing.T) {
	t.Parallel()
	h := httpapi.New(httpapi.Options{})
	const filed = `{"application":"first","filed":"2026-08-24"}`
	for query, state := range map[string]string{"": "open", "?on=2026-09-17": "open", "?on=2026-09-18": "missed"} {
		w := ask(h, "POST", "/v1/deadlines"+query, filed)
		assert.Equal(t, http.StatusOK, w.Code)
		assert.Contains(t, w.Body.String(), `"by":"2026-09-17","article":"7.2","state":"`+state+`"`, query)
	}
	for _, target := range []string{"/v1/deadlines?on=2026-9-18", "/v1/life?on="} {
		r := refusalOf(t, ask(h, "POST", target, filed))
		assert.Equal(t, "HTTP-14", r.Problems[0].Code, target)
	}
	assert.Equal(t, "DATE-01", refusalOf(t, ask(h, "POST", "/v1/deadlines", `{"filed":"2026-02-30"}`)).Problems[0].Code)
	r := refusalOf(t, ask(h, "POST", "/v1/life", `{"steps":[{"step":"propose","on":"2026-06-01"}]}`))
	assert.Equal(t, []string{"LIFE-01", "/steps/0"}, []string{r.Problems[0].Code, r.Problems[0].Path})
	w := ask(h, "POST", "/v1/life?on=2029-08-01", `{"previous":{"star":4,"issued":"2026-08-05"},"steps":[]}`)
	assert.Contains(t, w.Body.String(), `{"on":"2029-08-01","stage":"expiring","star":4`)
}

// Papers are filled in as the library fills them in, and drawn as is asked.
func TestPapers(t *testing.T) {
	t.Parallel()
	h := httpapi.New(httpapi.Options{})
	dossier := example(t, "dossiers/thuc-pham-lan-dau.json")
	filled, err := new(ocop.Library).Paper(paper.Minutes, []byte(dossier), ocop.PaperOptions{Lang: lang.En, Ministry: true})
	require.NoError(t, err)
	for format, write := range map[string]func(io.Writer) error{"text": filled.Text, "html": filled.HTML, "docx": filled.DOCX, "json": func(w io.Writer) error {
		_, err := w.Write(append(filled.AppendJSON(nil), '\n'))
		return err
	}} {
		var want bytes.Buffer
		require.NoError(t, write(&want))
		w := ask(h, "POST", "/v1/papers/minutes?lang=en&council=ministry&format="+format, dossier)
		assert.Equal(t, http.StatusOK, w.Code)
		assert.True(t, bytes.Equal(want.Bytes(), w.Body.Bytes()), format)
		assert.Equal(t, map[string]string{
			"text": "text/plain; charset=utf-8", "html": "text/html; charset=utf-8", "json": "application/json",
			"docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
		}[format], w.Header().Get("Content-Type"))
	}
	assert.Contains(t, ask(h, "POST", "/v1/papers/form-01", "{}").Body.String(), `"kind":"field"`)
	assert.Equal(t, example(t, "sheets/ca-phe-dak-lak.txt"), ask(h, "POST", "/v1/papers/report?format=text", example(t, "sheets/ca-phe-dak-lak.json")).Body.String())
	assert.Contains(t, ask(h, "POST", "/v1/papers/report", dossier).Body.String(), `{"kind":"meters","meters":[{"label":"Tổng điểm","value":97,"most":100}`)
	for target, want := range map[string]struct {
		status int
		code   string
	}{
		"/v1/papers/form-04":              {http.StatusNotFound, "PAPER-01"},
		"/v1/papers/minutes":              {http.StatusUnprocessableEntity, "PAPER-03"},
		"/v1/papers/score-sheet":          {http.StatusUnprocessableEntity, "PAPER-02"},
		"/v1/papers/form-01?format=pdf":   {http.StatusBadRequest, "HTTP-06"},
		"/v1/papers/form-01?council=none": {http.StatusBadRequest, "HTTP-06"},
	} {
		w := ask(h, "POST", target, "{}")
		assert.Equal(t, want.status, w.Code, target)
		assert.Equal(t, want.code, refusalOf(t, w).Problems[0].Code, target)
	}
}

// What may stand in Content-Type and Content-Encoding.
func TestMediaTypes(t *testing.T) {
	t.Parallel()
	h := httpapi.New(httpapi.Options{})
	for _, said := range []string{"", "application/json", "Application/JSON; charset=utf-8", "application/json; charset", "application/vnd.ocop+json; v=1"} {
		w := ask(h, "POST", "/v1/score", sheet, "Content-Type", said, "Content-Encoding", "identity")
		assert.Equal(t, http.StatusOK, w.Code, said)
	}
	for _, said := range []string{"text/plain", "text/json", "application/x-www-form-urlencoded", "application/xml", "application/jsonx", "application", ";", "application/json, text/html"} {
		w := ask(h, "POST", "/v1/score", sheet, "Content-Type", said)
		r := refusalOf(t, w)
		assert.Equal(t, http.StatusUnsupportedMediaType, w.Code, said)
		assert.Equal(t, "HTTP-03", r.Problems[0].Code)
		assert.Equal(t, said, r.Problems[0].Params["mediaType"])
		assert.Equal(t, "application/json", w.Header().Get("Accept"))
	}
	for _, said := range []string{"gzip", "br", "identity, gzip", "x"} {
		w := ask(h, "POST", "/v1/score", sheet, "Content-Encoding", said)
		r := refusalOf(t, w)
		assert.Equal(t, http.StatusUnsupportedMediaType, w.Code, said)
		assert.Equal(t, "HTTP-04", r.Problems[0].Code)
		assert.Equal(t, "identity", w.Header().Get("Accept-Encoding"))
	}
}

// A refusal's title and detail are in the language preferred; its problems in both.
func TestLanguage(t *testing.T) {
	t.Parallel()
	h := httpapi.New(httpapi.Options{})
	const bad = `{"edition":"qd26-2026","set":13,"answers":{"1.1":"z"}}`
	for said, want := range map[string]string{
		"": "vi", "vi": "vi", "en": "en", "EN-gb": "en", "fr": "vi", "fr, en;q=0.5": "en", "en;q=0.5, vi;q=0.8": "vi", "vi;q=0.1,en ; q=0.2": "en",
		"*": "vi", "en;q=0": "vi", "en;q=x": "vi", "en;q=NaN, vi;q=0.1": "vi", "eng": "vi", "en, vi": "en", "vi, en": "vi",
	} {
		w := ask(h, "POST", "/v1/score", bad, "Accept-Language", said)
		r := refusalOf(t, w)
		assert.Equal(t, want, w.Header().Get("Content-Language"), said)
		assert.Equal(t, "Accept-Language", w.Header().Get("Vary"))
		if want == "en" {
			assert.Equal(t, "The document has errors", r.Title)
			assert.Contains(t, r.Detail, "/answers/1.1: Criterion 1.1 has no option z")
		} else {
			assert.Equal(t, "Tài liệu có lỗi", r.Title)
			assert.Contains(t, r.Detail, "/answers/1.1: Tiêu chí 1.1 không có mức z")
		}
		assert.Contains(t, w.Body.String(), `"message":{"vi":"Tiêu chí`)
	}
}

// What may be kept bears the hash of its content and is asked for anew.
func TestKept(t *testing.T) {
	t.Parallel()
	h := httpapi.New(httpapi.Options{})
	tags := map[string]string{}
	for target, mediaType := range map[string]string{
		"/v1/rubric/13": "application/json", "/v1/rubric/4": "application/json", "/v1/schemas": "application/json",
		"/v1/schemas/sheet": "application/schema+json", "/v1/schemas/sheet?lang=en": "application/schema+json",
		"/openapi.json": "application/json", "/openapi.json?lang=en": "application/json",
	} {
		w := ask(h, "GET", target, "")
		tag := w.Header().Get("ETag")
		assert.Equal(t, http.Header{
			"Content-Type": {mediaType}, "Content-Length": {strconv.Itoa(w.Body.Len())},
			"Cache-Control": {"no-cache"}, "Etag": {tag}, "X-Content-Type-Options": {"nosniff"},
		}, w.Header(), target)
		assert.True(t, json.Valid(w.Body.Bytes()), target)
		assert.Regexp(t, `^"[0-9a-f]{32}"$`, tag)
		assert.Empty(t, tags[tag], "%s and %s", target, tags[tag])
		tags[tag] = target

		head := ask(h, "HEAD", target, "")
		assert.Equal(t, w.Header(), head.Header(), "the same head")
		assert.Empty(t, head.Body.String())
		for _, have := range []string{tag, "W/" + tag, `"x", ` + tag, "*"} {
			for _, method := range []string{"GET", "HEAD"} {
				w := ask(h, method, target, "", "If-None-Match", have)
				assert.Equal(t, http.StatusNotModified, w.Code, have)
				assert.Equal(t, http.Header{"Cache-Control": {"no-cache"}, "Etag": {tag}, "X-Content-Type-Options": {"nosniff"}}, w.Header())
				assert.Empty(t, w.Body.String())
			}
		}
		assert.Equal(t, http.StatusOK, ask(h, "GET", target, "", "If-None-Match", `"x"`).Code)
	}
	assert.Equal(t, http.StatusNotFound, ask(h, "GET", "/v1/rubric/27", "", "If-None-Match", "*").Code)
	w := ask(h, "GET", "/healthz", "", "If-None-Match", "*")
	assert.JSONEq(t, `{"status":"ok"}`, w.Body.String())
	assert.Equal(t, "no-store", w.Header().Get("Cache-Control"))
}

// OPTIONS tells the methods; another origin's pages may ask only where that is said.
func TestOrigins(t *testing.T) {
	t.Parallel()
	closed, open := httpapi.New(httpapi.Options{}), httpapi.New(httpapi.Options{AllowOrigin: "https://ocop.example"})
	for target, allow := range map[string]string{"/v1/score": "POST, OPTIONS", "/v1/rubric/13": "GET, HEAD, OPTIONS"} {
		w := ask(closed, "OPTIONS", target, "", "Origin", "https://ocop.example", "Access-Control-Request-Method", "POST")
		assert.Equal(t, http.StatusNoContent, w.Code)
		assert.Equal(t, http.Header{"Allow": {allow}, "Cache-Control": {"no-store"}, "X-Content-Type-Options": {"nosniff"}}, w.Header())

		w = ask(open, "OPTIONS", target, "", "Origin", "https://ocop.example")
		assert.Equal(t, allow, w.Header().Get("Access-Control-Allow-Methods"))
		assert.Equal(t, "Content-Type", w.Header().Get("Access-Control-Allow-Headers"))
		assert.Equal(t, "86400", w.Header().Get("Access-Control-Max-Age"))
	}
	for _, target := range []string{"/v1/score", "/v1/nothing"} { // refusals can be read too
		w := ask(open, "POST", target, sheet)
		assert.Equal(t, "https://ocop.example", w.Header().Get("Access-Control-Allow-Origin"))
		assert.Empty(t, w.Header().Get("Access-Control-Allow-Methods"))
	}
	w := ask(closed, "PUT", "/v1/score", sheet)
	assert.Equal(t, "POST, OPTIONS", w.Header().Get("Allow"))
}

// A loaded rubric is served under its id, and what follows from it bears its mark.
func TestLoadedRubric(t *testing.T) {
	t.Parallel()
	published, err := words.Rubric().JSON()
	require.NoError(t, err)
	loaded, err := rubric.Read([]byte(strings.Replace(string(published), `"qd26-2026"`, `"x-2027"`, 1)))
	require.NoError(t, err)
	library, err := ocop.NewLibrary(loaded)
	require.NoError(t, err)
	h := httpapi.New(httpapi.Options{Library: library})
	w := ask(h, "POST", "/v1/score", strings.Replace(sheet, "qd26-2026", "x-2027", 1))
	require.Equal(t, http.StatusOK, w.Code, w.Body)
	assert.Contains(t, w.Body.String(), `"rubric":{"id":"x-2027","sha256":"`)
	w = ask(h, "GET", "/v1/rubric/13?edition=x-2027", "")
	assert.Contains(t, w.Body.String(), `"edition": "x-2027"`)
	w = ask(h, "GET", "/v1/rubric/13", "")
	assert.Contains(t, w.Body.String(), `"edition": "qd26-2026"`)

	other, err := rubric.Read([]byte(strings.Replace(string(published), "Coffee and cocoa products", "Coffee", 1)))
	require.NoError(t, err)
	library, err = new(ocop.Library).Replace(other)
	require.NoError(t, err)
	w = ask(httpapi.New(httpapi.Options{Library: library}), "GET", "/v1/rubric/13", "")
	assert.Contains(t, w.Body.String(), `"en": "Coffee"`, "in the built-in one's place")
}

// Behind a prefix every address works the same.
func TestPrefix(t *testing.T) {
	t.Parallel()
	h := http.StripPrefix("/ocop", httpapi.New(httpapi.Options{}))
	assert.Equal(t, http.StatusOK, ask(h, "GET", "/ocop/v1/rubric/13", "").Code)
	assert.Equal(t, http.StatusOK, ask(h, "POST", "/ocop/v1/score", sheet).Code)
	assert.Equal(t, "HTTP-01", refusalOf(t, ask(h, "GET", "/ocop", "")).Problems[0].Code)
	assert.Equal(t, "HTTP-01", refusalOf(t, ask(h, "GET", "/ocop//v1/schemas", "")).Problems[0].Code)
}

// A handler beside refuses a document as this one does.
func TestRefuse(t *testing.T) {
	t.Parallel()
	const bad = `{"edition":"qd26-2026","set":13,"answers":{"1.1":"z"}}`
	_, err := ocop.Evaluate([]byte(bad))
	beside := http.HandlerFunc(func(w http.ResponseWriter, q *http.Request) { httpapi.Refuse(w, q, err) })
	want := ask(httpapi.New(httpapi.Options{}), "POST", "/v1/score", bad, "Accept-Language", "en")
	got := ask(beside, "POST", "/", bad, "Accept-Language", "en")
	assert.Equal(t, want.Code, got.Code)
	assert.Equal(t, want.Header(), got.Header())
	assert.Equal(t, want.Body.String(), got.Body.String())
}

// What stands in a name moves no terminal, in a refusal as in an answer.
func TestNothingMovesATerminal(t *testing.T) {
	t.Parallel()
	h := httpapi.New(httpapi.Options{})
	for _, w := range []*httptest.ResponseRecorder{
		ask(h, "POST", "/v1/score", strings.Replace(sheet, "qd26-2026", "x\u202e\u009b", 1)),
		ask(h, "POST", "/v1/plan?star=%1b%5b2J%e2%80%ae", sheet),
		ask(h, "GET", "/v1/schemas/%1b%5b2J%e2%80%ae", ""),
	} {
		for _, r := range w.Body.String() {
			assert.False(t, r < 0x20 && r != '\n' || r == '\u202e' || r == '\u009b', w.Body.String())
		}
		refusalOf(t, w)
	}
}

// The kinds are told apart by code, and say what they say in both languages.
func TestKinds(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for _, k := range httpapi.Kinds() {
		assert.False(t, seen[k.Code], k.Code)
		seen[k.Code] = true
		assert.NotEqual(t, k.Message.Vi, k.Message.En)
		assert.NotEmpty(t, k.Message.Vi)
	}
	assert.Len(t, seen, 19)
}

func BenchmarkScore(b *testing.B) {
	document := example(b, "sheets/ca-phe-dak-lak.json")
	bare := http.HandlerFunc(func(w http.ResponseWriter, q *http.Request) {
		body, _ := io.ReadAll(q.Body)
		_, _ = w.Write(body)
	})
	for name, h := range map[string]http.Handler{"ocop": httpapi.New(httpapi.Options{}), "bare": bare} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				ask(h, "POST", "/v1/score", document, "Content-Type", "application/json")
			}
		})
		b.Run(name+"/socket", func(b *testing.B) {
			s := httptest.NewServer(h)
			defer s.Close()
			for b.Loop() {
				r, err := http.Post(s.URL+"/v1/score", "application/json", strings.NewReader(document))
				require.NoError(b, err)
				_, err = io.Copy(io.Discard, r.Body)
				require.NoError(b, err)
				require.NoError(b, r.Body.Close())
			}
		})
	}
}
