package httpapi

import (
	"bytes"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// What breaks inside is answered whole, without a word of it; the log has it
// under the answer's instance.
func TestPanic(t *testing.T) {
	t.Parallel()
	var log bytes.Buffer
	h := newHandler(Options{Log: slog.New(slog.NewTextHandler(&log, nil))}, []route{{
		method: http.MethodGet, path: "/v1/broken",
		door: func(call) answer { panic("a secret") },
	}})
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/v1/broken", nil))
	assert.Equal(t, http.StatusInternalServerError, w.Code)
	assert.Equal(t, typeProblem, w.Header().Get("Content-Type"))
	assert.NotContains(t, w.Body.String(), "secret")
	assert.NotContains(t, w.Body.String(), "httpapi")
	assert.Contains(t, w.Body.String(), `"code":"HTTP-13"`)

	_, rest, _ := strings.Cut(w.Body.String(), `"instance":"urn:ocop:`)
	name, _, _ := strings.Cut(rest, `"`)
	assert.NotEmpty(t, name)
	for _, want := range []string{"a secret", name, "/v1/broken", "panic_test.go"} {
		assert.Contains(t, log.String(), want)
	}
}

// An error that is no list of problems is a fault of ours, never a verdict.
func TestForeignError(t *testing.T) {
	t.Parallel()
	assert.Panics(t, func() { wrong(assert.AnError) })
	assert.Equal(t, http.StatusUnprocessableEntity, wrong(problem.List{cutShort.At("")}).status)
}

// A request that breaks, in its door or while its answer is written, leaves
// nothing on the disk, also where a file cannot lose its name while it is open.
func TestPanicLeavesNothing(t *testing.T) { //nolint:paralleltest // its temporary files are its own
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	var spools []*spool
	h := newHandler(Options{Log: slog.New(slog.DiscardHandler)}, []route{
		{method: http.MethodGet, path: "/door", door: func(c call) answer {
			spools = append(spools, c.scratch.spool())
			panic(http.ErrAbortHandler)
		}},
		{method: http.MethodGet, path: "/answer", door: func(c call) answer {
			s := c.scratch.spool()
			require.NoError(t, os.WriteFile(s.file.Name(), nil, 0o600)) // as if it had its name still
			c.scratch.named = append(c.scratch.named, s.file.Name())
			spools = append(spools, s)
			return answer{status: http.StatusOK, file: s}
		}},
	})
	h.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest(http.MethodGet, "/door", nil))
	assert.Panics(t, func() {
		h.ServeHTTP(breaking{httptest.NewRecorder()}, httptest.NewRequest(http.MethodGet, "/answer", nil))
	})
	require.Len(t, spools, 2)
	for _, s := range spools {
		assert.ErrorIs(t, s.file.Close(), os.ErrClosed)
	}
	left, err := os.ReadDir(dir)
	require.NoError(t, err)
	assert.Empty(t, left)
}

// breaking panics once an answer begins.
type breaking struct{ *httptest.ResponseRecorder }

func (breaking) WriteHeader(int) { panic("broken") }

// A disk that fails is told apart from a request that ended.
func TestSpoolFails(t *testing.T) {
	t.Parallel()
	s := &scratch{ctx: t.Context()}
	to := s.spool()
	_, err := to.Write([]byte("x"))
	require.NoError(t, err)
	s.clear()
	assert.Panics(t, func() { _, _ = to.Write([]byte("x")) })
	assert.Panics(t, func() { _, _ = to.ReadAt(make([]byte, 1), 0) })
}
