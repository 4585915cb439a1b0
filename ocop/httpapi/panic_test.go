package httpapi

import (
	"bytes"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

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
