package frameworks_test

import (
	"cmp"
	"encoding/json"
	"io"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/gin-gonic/gin"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/dossier/internal/dossiertest"
	"github.com/ocop-vn/ocop-go/dossier/validation/frameworks"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

func TestMain(m *testing.M) {
	gin.SetMode(gin.TestMode)
	os.Exit(m.Run())
}

// servers are the two, over HTTP.
func servers(t *testing.T) map[string]string {
	t.Helper()
	urls := map[string]string{}
	for name, serve := range map[string]func() (http.Handler, error){"gin": frameworks.Gin, "echo": frameworks.Echo} {
		handler, err := serve()
		require.NoError(t, err)
		server := httptest.NewServer(handler)
		t.Cleanup(server.Close)
		urls[name] = server.URL
	}
	return urls
}

// answer is a problem as a client reads it.
type answer struct {
	Code, Path, Severity, Layer string
	Message                     struct{ Vi, En string }
	Params                      map[string]any
}

func post(t *testing.T, url string, body []byte) []answer {
	t.Helper()
	r, err := http.Post(url, "application/json", strings.NewReader(string(body)))
	require.NoError(t, err)
	defer r.Body.Close()
	text, err := io.ReadAll(r.Body)
	require.NoError(t, err)
	if r.StatusCode == http.StatusNoContent {
		return nil
	}
	require.Equal(t, http.StatusUnprocessableEntity, r.StatusCode)
	return read(t, text)
}

// read gives problems an order that depends on nothing but them.
func read(t *testing.T, text []byte) (list []answer) {
	t.Helper()
	require.NoError(t, json.Unmarshal(text, &list), "%s", text)
	slices.SortFunc(list, func(a, b answer) int {
		return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.Code, b.Code), cmp.Compare(a.Message.En, b.Message.En))
	})
	return list
}

// expect is what CheckShape finds in dossiers by the pointers to them.
func expect(t *testing.T, dossiers map[string]*dossier.Dossier) []answer {
	t.Helper()
	var all problem.List
	for pointer, x := range dossiers {
		for _, p := range x.CheckShape() {
			p.Path = pointer + p.Path
			all = append(all, p)
		}
	}
	if all == nil {
		return nil
	}
	text, err := json.Marshal(all)
	require.NoError(t, err)
	return read(t, text)
}

func encode(t *testing.T, x any) []byte {
	t.Helper()
	text, err := json.Marshal(x)
	require.NoError(t, err)
	return text
}

// Every problem that CheckShape finds in 1,000 mutated dossiers, at its place in
// what was sent: a dossier, a list of them, a request that holds them.
func TestEveryProblem(t *testing.T) {
	urls := servers(t)
	random := rand.New(rand.NewPCG(1, 2))
	right := dossiertest.Valid()
	right.Updates = nil
	require.Empty(t, right.CheckShape())
	codes, wrong := map[string]bool{}, 0
	for range 1000 {
		source := make(dossiertest.Source, 80)
		for i := range source {
			source[i] = byte(random.Uint32())
		}
		// What is sent may not be what was made: invalid UTF-8 is replaced.
		var x dossier.Dossier
		require.NoError(t, json.Unmarshal(encode(t, source.Dossier()), &x))
		if problems := x.CheckShape(); len(problems) > 0 {
			wrong++
			for _, p := range problems {
				codes[p.Code] = true
			}
		}
		key := "66].Dossier/~." + string(rune('a'+random.IntN(26)))
		escaped := "/byNumber/66].Dossier~1~0." + key[len(key)-1:]
		request := frameworks.Request{Office: "x", Dossier: x, Earlier: &x, ByNumber: map[string]dossier.Dossier{key: x, "": right}}
		for name, url := range urls {
			assert.Equal(t, expect(t, map[string]*dossier.Dossier{"": &x}), post(t, url+"/dossier", encode(t, x)), name)
			assert.Equal(t, expect(t, map[string]*dossier.Dossier{"/1": &x, "/3": &x}), post(t, url+"/dossiers", encode(t, []dossier.Dossier{right, x, right, x})), name)
			assert.Equal(t, expect(t, map[string]*dossier.Dossier{"/dossier": &x, "/earlier": &x, escaped: &x}), post(t, url+"/request", encode(t, request)), name)
		}
		if t.Failed() {
			return
		}
	}
	assert.Greater(t, wrong, 900)
	assert.Greater(t, len(codes), 25)
}

// What is wrong beside the dossiers is told too, and what cannot be read.
func TestWhatElseIsWrong(t *testing.T) {
	for name, url := range servers(t) {
		for _, c := range []struct{ path, body, want string }{
			{"/request", `{}`, "VALIDATION-01 /office DOSSIER-01 /dossier/product/set"},
			{"/dossier", `{}`, "DOSSIER-01 /edition DOSSIER-01 /producer/name"},
			{"/dossier", `{`, "VALIDATION-02 "},
			{"/dossier", `{"edition":7}`, "VALIDATION-02 "},
			{"/dossiers", `[{}]`, "DOSSIER-01 /0/edition"},
		} {
			var got []string
			for _, p := range post(t, url+c.path, []byte(c.body)) {
				got = append(got, p.Code+" "+p.Path)
			}
			for _, want := range strings.SplitAfter(c.want, " ") {
				assert.Contains(t, strings.Join(got, " ")+" ", strings.TrimSpace(want), "%s %s: %s", name, c.path, c.body)
			}
		}
	}
}

// BenchmarkRequest is one wrong dossier in a request of gin's.
func BenchmarkRequest(b *testing.B) {
	handler, err := frameworks.Gin()
	require.NoError(b, err)
	x := dossiertest.Valid()
	body, err := json.Marshal(frameworks.Request{Office: "x", Dossier: x})
	require.NoError(b, err)
	for b.Loop() {
		w := httptest.NewRecorder()
		handler.ServeHTTP(w, httptest.NewRequest(http.MethodPost, "/request", strings.NewReader(string(body))))
	}
}
