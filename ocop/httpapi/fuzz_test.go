package httpapi_test

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/ocop/httpapi"
)

// Whatever is asked of a door, the answer is whole and the same each time: what
// was asked for, or a refusal that is the client's to mend. A door never breaks.
func FuzzDoors(f *testing.F) {
	paths := []string{
		"/v1/score", "/v1/validate", "/v1/plan", "/v1/council", "/v1/deadlines", "/v1/life", "/v1/packages",
		"/v1/papers/form-01", "/v1/papers/minutes", "/v1/papers/report", "/v1/rubric/13", "/v1/schemas/sheet", "/openapi.json", "/healthz",
	}
	coffee, filed := example(f, "sheets/ca-phe-dak-lak.json"), `{"application":"first","filed":"2026-08-24"}`
	for _, seed := range []struct {
		which              uint8
		query, media, body string
	}{
		{0, "", "application/json", coffee},
		{1, "as=sheet&on=2026-06-20", "application/json; charset=utf-8", coffee},
		{2, "star=5&others=2", "", coffee},
		{3, "", "application/json", example(f, "council/hoi-dong-tinh.json")},
		{4, "on=2026-09-18", "application/json", filed},
		{5, "on=2026-09-18", "application/json", `{"steps":[{"step":"file","on":"2026-06-01"}]}`},
		{6, "", "multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"dossier\"; filename=\"dossier.json\"\r\n\r\n{}\r\n--x--\r\n"},
		{1, "as=dossier", "application/zip", "PK\x05\x06" + strings.Repeat("\x00", 18)},
		{7, "format=html&lang=en", "application/json", example(f, "dossiers/thuc-pham-lan-dau.json")},
		{8, "format=docx", "application/json", example(f, "council/hoi-dong-tinh.json")},
		{9, "format=text", "application/json", coffee},
		{10, "edition=qd26-2026", "", ""},
	} {
		f.Add(seed.which, seed.query, seed.media, []byte(seed.body))
	}
	h := httpapi.New(httpapi.Options{})
	f.Fuzz(func(t *testing.T, which uint8, query, media string, body []byte) {
		asked := func(method string) *httptest.ResponseRecorder {
			q := httptest.NewRequest(method, "/", strings.NewReader(string(body)))
			q.URL = &url.URL{Path: paths[int(which)%len(paths)], RawQuery: query}
			q.Header.Set("Content-Type", media)
			w := httptest.NewRecorder()
			h.ServeHTTP(w, q)
			return w
		}
		method := http.MethodPost
		if int(which)%len(paths) >= 10 {
			method = http.MethodGet
		}
		w := asked(method)
		again := asked(method)
		require.Equal(t, w.Code, again.Code)
		require.Equal(t, w.Body.String(), again.Body.String(), "the same each time")
		if w.Code == http.StatusOK {
			if w.Header().Get("Content-Type") == "application/json" {
				require.True(t, json.Valid(w.Body.Bytes()))
			}
			return
		}
		require.GreaterOrEqual(t, w.Code, 400)
		require.Less(t, w.Code, 500, w.Body.String())
		for _, p := range refusalOf(t, w).Problems {
			require.Regexp(t, `^[A-Z]+-[0-9]{2}$`, p.Code)
			require.True(t, p.Path == "" || p.Path[0] == '/', p.Path)
		}
		require.NotEqual(t, http.StatusMethodNotAllowed, w.Code)
	})
}
