package httpapi_test

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/ocop/httpapi"
	"github.com/ocop-vn/ocop-go/scoring/budget"
)

// serving is a server with the handler that waits for a body no longer than said.
func serving(t *testing.T, patience time.Duration) *httptest.Server {
	t.Helper()
	s := httptest.NewUnstartedServer(httpapi.New(httpapi.Options{}))
	s.Config.ReadTimeout = patience
	s.Start()
	t.Cleanup(s.Close) // which waits for every request
	return s
}

// dial sends the beginning of a request, byte for byte.
func dial(t *testing.T, s *httptest.Server, begin string) net.Conn {
	t.Helper()
	c, err := net.Dial("tcp", s.Listener.Addr().String())
	require.NoError(t, err)
	t.Cleanup(func() { _ = c.Close() })
	require.NoError(t, c.SetDeadline(time.Now().Add(time.Minute)))
	_, err = io.WriteString(c, begin)
	require.NoError(t, err)
	return c
}

// hear reads one whole answer.
func hear(t *testing.T, c net.Conn) (status int, body string) {
	t.Helper()
	r, err := http.ReadResponse(bufio.NewReader(c), nil)
	require.NoError(t, err)
	b, err := io.ReadAll(r.Body)
	require.NoError(t, err)
	require.NoError(t, r.Body.Close())
	assert.Equal(t, r.ContentLength, int64(len(b)), "whole")
	return r.StatusCode, string(b)
}

const head = "POST /v1/score HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"

// leavesNothing checks that what was done leaves no goroutine behind.
func leavesNothing(t *testing.T, do func()) {
	t.Helper()
	before := runtime.NumGoroutine()
	do()
	for end := time.Now().Add(10 * time.Second); runtime.NumGoroutine() > before && time.Now().Before(end); {
		time.Sleep(10 * time.Millisecond)
	}
	assert.LessOrEqual(t, runtime.NumGoroutine(), before, "goroutines are left")
}

// What comes over the wire otherwise than it says: each is answered whole, or
// nobody is there to hear it, and nothing is left of it.
func TestWire(t *testing.T) { //nolint:paralleltest // it counts goroutines
	leavesNothing(t, func() {
		t.Run("all", func(t *testing.T) {
			slow, s := serving(t, 300*time.Millisecond), serving(t, time.Minute)
			t.Run("a body that trickles in", func(t *testing.T) {
				c := dial(t, slow, head+"Content-Length: 1000\r\n\r\n{")
				go func() {
					for range 100 {
						if _, err := io.WriteString(c, " "); err != nil {
							return
						}
						time.Sleep(20 * time.Millisecond)
					}
				}()
				status, body := hear(t, c)
				assert.Equal(t, http.StatusRequestTimeout, status)
				assert.Contains(t, body, "HTTP-10")
			})
			t.Run("a client that goes away in the middle of its body", func(t *testing.T) {
				for range 20 {
					require.NoError(t, dial(t, s, head+"Content-Length: 1000\r\n\r\n{").Close())
				}
			})
			t.Run("a client that goes away before the answer", func(t *testing.T) {
				for range 20 {
					require.NoError(t, dial(t, s, "GET /openapi.json HTTP/1.1\r\nHost: x\r\n\r\n").Close())
				}
			})
			t.Run("less than Content-Length says, and the end", func(t *testing.T) {
				c := dial(t, s, head+fmt.Sprintf("Content-Length: %d\r\n\r\n%s", len(sheet)+1, sheet))
				require.NoError(t, c.(*net.TCPConn).CloseWrite())
				status, body := hear(t, c)
				assert.Equal(t, http.StatusBadRequest, status, "a sheet that is whole by chance is not scored")
				assert.Contains(t, body, "HTTP-09")
			})
			t.Run("more than Content-Length says", func(t *testing.T) {
				c := dial(t, s, head+fmt.Sprintf("Content-Length: %d\r\n\r\n%s}}}}", len(sheet), sheet))
				status, body := hear(t, c)
				assert.Equal(t, http.StatusOK, status)
				assert.Contains(t, body, `"status":"incomplete"`)
			})
			t.Run("a Content-Length over the limit, before any of it comes", func(t *testing.T) {
				status, body := hear(t, dial(t, s, head+"Content-Length: 1099511627776\r\n\r\n"))
				assert.Equal(t, http.StatusRequestEntityTooLarge, status)
				assert.Contains(t, body, "JSON-04")
			})
			t.Run("chunks over the limit, without an end", func(t *testing.T) {
				c := dial(t, s, head+"Transfer-Encoding: chunked\r\n\r\n")
				chunk := fmt.Sprintf("%x\r\n%s\r\n", 1<<10, strings.Repeat(" ", 1<<10))
				_, err := io.WriteString(c, strings.Repeat(chunk, budget.Dossier().Bytes>>10+1))
				require.NoError(t, err)
				status, body := hear(t, c)
				assert.Equal(t, http.StatusRequestEntityTooLarge, status)
				assert.Contains(t, body, "JSON-04")
			})
			t.Run("chunks that are none", func(t *testing.T) {
				c := dial(t, s, head+"Transfer-Encoding: chunked\r\n\r\nx\r\n")
				status, body := hear(t, c)
				assert.Equal(t, http.StatusBadRequest, status)
				assert.Contains(t, body, "HTTP-09")
			})
			t.Run("a sheet in chunks", func(t *testing.T) {
				status, _ := hear(t, dial(t, s, head+fmt.Sprintf("Transfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n0\r\n\r\n", len(sheet), sheet)))
				assert.Equal(t, http.StatusOK, status)
			})
			t.Run("a client that waits to be asked for its body", func(t *testing.T) {
				c := dial(t, s, head+"Expect: 100-continue\r\nContent-Encoding: gzip\r\nContent-Length: 1000\r\n\r\n")
				status, body := hear(t, c)
				assert.Equal(t, http.StatusUnsupportedMediaType, status, "refused before it sends any")
				assert.Contains(t, body, "HTTP-04")
			})
			t.Run("an asterisk", func(t *testing.T) {
				status, _ := hear(t, dial(t, s, "GET * HTTP/1.1\r\nHost: x\r\n\r\n"))
				assert.Equal(t, http.StatusNotFound, status)
			})
		})
	})
}

// A hundred at once get the answer that each gets alone.
func TestHundredAtOnce(t *testing.T) { //nolint:paralleltest // it counts goroutines
	leavesNothing(t, func() {
		t.Run("all", func(t *testing.T) {
			s := serving(t, time.Minute)
			targets := map[string]string{
				"/v1/score": sheet, "/v1/validate": example(t, "dossiers/thuc-pham-lan-dau.json"), "/v1/plan?star=5&others=3": example(t, "sheets/gao-st25.json"),
				"/v1/council": example(t, "council/hoi-dong-tinh.json"), "/v1/rubric/13": "", "/openapi.json": "", "/v1/schemas/dossier": "", "/v1/nothing": "",
			}
			client := &http.Client{}
			defer client.CloseIdleConnections()
			get := func(target, document string) string {
				method := http.MethodPost
				if document == "" {
					method = http.MethodGet
				}
				q, err := http.NewRequestWithContext(t.Context(), method, s.URL+target, strings.NewReader(document))
				if !assert.NoError(t, err) {
					return ""
				}
				r, err := client.Do(q)
				if !assert.NoError(t, err) {
					return ""
				}
				defer r.Body.Close() //nolint:errcheck // only read
				b, err := io.ReadAll(r.Body)
				assert.NoError(t, err)
				return r.Status + " " + string(b)
			}
			var wait sync.WaitGroup
			got := make([]map[string]string, 100)
			for i := range got {
				wait.Go(func() {
					got[i] = map[string]string{}
					for target, document := range targets {
						got[i][target] = get(target, document)
					}
				})
			}
			wait.Wait()
			for target, document := range targets {
				alone := get(target, document)
				for i := range got {
					require.Equal(t, alone, got[i][target], target)
				}
			}
		})
	})
}
