package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"mime/multipart"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/ocop/httpapi"
)

// Over HTTP every example gives byte for byte what the command gives with --json.
func TestServedAsTold(t *testing.T) {
	t.Parallel()
	h := httpapi.New(httpapi.Options{})
	get := func(method, target, document string) string {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequest(method, target, strings.NewReader(document)))
		require.Equal(t, http.StatusOK, w.Code, target)
		return w.Body.String()
	}
	told := func(args ...string) string {
		out, _, code := run("", args...)
		require.Equal(t, exitOK, code, args)
		return out
	}
	compared := 0
	for folder, verbs := range map[string]map[string][]string{
		"sheets": {"/v1/score": {"score"}, "/v1/validate?as=sheet": {"validate", "--as", "sheet"}},
		"dossiers": {
			"/v1/score": {"score"}, "/v1/validate": {"validate"},
			"/v1/deadlines": {"deadlines"}, "/v1/deadlines?on=2026-11-25": {"deadlines", "--on", "2026-11-25"},
			"/v1/life": {"life"}, "/v1/life?on=2026-07-01": {"life", "--on", "2026-07-01"},
		},
		"council": {"/v1/council": {"council"}, "/v1/validate?as=council": {"validate", "--as", "council"}},
	} {
		files, err := filepath.Glob(filepath.Join("../../../examples", folder, "*.json"))
		require.NoError(t, err)
		for _, file := range files {
			document, err := os.ReadFile(file)
			require.NoError(t, err)
			for target, verb := range verbs {
				assert.Equal(t, told(append(verb, "--json", file)...), get("POST", target, string(document)), "%s %s", target, file)
				compared++
			}
		}
	}
	assert.Greater(t, compared, 50)
	rice, err := os.ReadFile(sheets + "gao-st25.json")
	require.NoError(t, err)
	assert.Equal(t, told("plan", "--star", "4", "--others", "3", "--json", sheets+"gao-st25.json"), get("POST", "/v1/plan?star=4&others=3", string(rice)))
	assert.Equal(t, told("rubric", "--json", "--set", "4"), get("GET", "/v1/rubric/4", ""))
	for _, l := range []string{"vi", "en"} {
		assert.Equal(t, told("schema", "dossier", "--lang", l), get("GET", "/v1/schemas/dossier?lang="+l, ""))
	}
}

// serving is the command that serves, the address it tells, and the line that tells it.
func serving(t *testing.T, args ...string) (stop func(os.Signal) int, address, line string) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("Windows has no such signals")
	}
	p := program(append([]string{"serve", "--addr", "127.0.0.1:0"}, args...)...)
	out, err := p.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, p.Start())
	t.Cleanup(func() { _ = p.Process.Kill() })
	line, err = bufio.NewReader(out).ReadString('\n')
	require.NoError(t, err)
	address = regexp.MustCompile(`127\.0\.0\.1:\d+`).FindString(line)
	require.NotEmpty(t, address, line)
	return func(s os.Signal) int {
		require.NoError(t, p.Process.Signal(s))
		_ = p.Wait()
		return p.ProcessState.ExitCode()
	}, address, line
}

// half sends a request without the end of its document.
func half(t *testing.T, address string) net.Conn {
	t.Helper()
	c, err := net.Dial("tcp", address)
	require.NoError(t, err)
	t.Cleanup(func() { _ = c.Close() })
	require.NoError(t, c.SetDeadline(time.Now().Add(time.Minute)))
	_, err = fmt.Fprintf(c, "POST /v1/score HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: %d\r\n\r\n", len(sheet))
	require.NoError(t, err)
	asked := make([]byte, len("HTTP/1.1 100 Continue\r\n\r\n")) // so it has come
	_, err = io.ReadFull(c, asked)
	require.NoError(t, err)
	return c
}

// A signal lets the requests that are there be answered, and ends the command well.
func TestServeEndsInOrder(t *testing.T) {
	t.Parallel()
	for _, s := range []os.Signal{syscall.SIGINT, syscall.SIGTERM} {
		stop, address, _ := serving(t)
		c := half(t, address)
		code := make(chan int)
		go func() { code <- stop(s) }()
		require.Eventually(t, func() bool {
			late, err := net.Dial("tcp", address)
			if err == nil {
				_ = late.Close()
			}
			return err != nil
		}, time.Minute, time.Millisecond, "no new one is taken")
		_, err := io.WriteString(c, sheet)
		require.NoError(t, err)
		r, err := http.ReadResponse(bufio.NewReader(c), nil)
		require.NoError(t, err)
		body, err := io.ReadAll(r.Body)
		require.NoError(t, err)
		assert.Equal(t, http.StatusOK, r.StatusCode)
		want, _, _ := run(sheet, "score", "--json", "-")
		assert.Equal(t, want, string(body), "whole")
		assert.Equal(t, exitOK, <-code)
	}
}

// What does not end is waited for no longer than that, and then it was the signal.
func TestServeWaitsNoLonger(t *testing.T) {
	t.Parallel()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	c := &command{stdout: &output{to: io.Discard}, stderr: io.Discard}
	signals, code := make(chan os.Signal, 1), make(chan int)
	go func() {
		code <- c.serveUntil(signals, 50*time.Millisecond, &http.Server{Handler: httpapi.New(httpapi.Options{})}, listener)
	}()
	half(t, listener.Addr().String())
	signals <- syscall.SIGTERM
	assert.Equal(t, 143, <-code)
}

// The address is told in the language asked for, and a rubric is served that was loaded.
func TestServeTells(t *testing.T) {
	t.Parallel()
	published, _, _ := run("", "rubric", "--json")
	file := filepath.Join(t.TempDir(), "rubric.json")
	require.NoError(t, os.WriteFile(file, []byte(strings.Replace(published, `"qd26-2026"`, `"x-2027"`, 1)), 0o600))
	stop, address, _ := serving(t, "--rubric", file)
	r, err := http.Post("http://"+address+"/v1/score", "application/json", strings.NewReader(strings.Replace(sheet, "qd26-2026", "x-2027", 1)))
	require.NoError(t, err)
	body, err := io.ReadAll(r.Body)
	require.NoError(t, err)
	require.NoError(t, r.Body.Close())
	assert.Contains(t, string(body), `"rubric":{"id":"x-2027"`)
	assert.Equal(t, exitOK, stop(syscall.SIGTERM))

	for l, want := range map[string]string{"vi": "Đang phục vụ tại http://127.0.0.1:", "en": "Serving at http://127.0.0.1:"} {
		stop, _, line := serving(t, "--lang", l)
		assert.Contains(t, line, want)
		assert.Equal(t, exitOK, stop(syscall.SIGTERM))
	}
}

// An address that cannot be had, or a command line that cannot be used.
func TestServeCannot(t *testing.T) {
	t.Parallel()
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	defer taken.Close() //nolint:errcheck // nothing was written
	for _, args := range [][]string{{"--addr", taken.Addr().String()}, {"--addr", "x"}, {"--addr", "127.0.0.1:99999"}, {"file.json"}, {"--port", "1"}} {
		out, errs, code := run("", append([]string{"serve"}, args...)...)
		assert.Equal(t, exitUnusable, code, args)
		assert.Empty(t, out)
		assert.NotEmpty(t, errs)
	}
	gone, out := io.Pipe()
	require.NoError(t, gone.Close())
	deaf := &command{stdout: &output{to: out}, stderr: io.Discard}
	assert.Equal(t, exitUnusable, deaf.run([]string{"serve", "--addr", "127.0.0.1:0"}), "it does not serve where nobody learns the address")
}

// A package that is made or checked over HTTP is as the command makes and checks it.
func TestPackagesServedAsTold(t *testing.T) {
	t.Parallel()
	h := httpapi.New(httpapi.Options{})
	post := func(target, contentType string, body []byte) *httptest.ResponseRecorder {
		q := httptest.NewRequest(http.MethodPost, target, bytes.NewReader(body))
		q.Header.Set("Content-Type", contentType)
		w := httptest.NewRecorder()
		h.ServeHTTP(w, q)
		return w
	}
	document, files := withFiles(t, 100)
	made := filepath.Join(t.TempDir(), "a.zip")
	_, errs, code := run("", "pack", "--on", "2026-09-17", "-o", made, document, files)
	require.Equal(t, exitOK, code, errs)
	want, err := os.ReadFile(made)
	require.NoError(t, err)

	var b bytes.Buffer
	form := multipart.NewWriter(&b)
	add := func(part, name string) {
		to, err := form.CreateFormFile(part, filepath.Base(name))
		require.NoError(t, err)
		text, err := os.ReadFile(name)
		require.NoError(t, err)
		_, err = to.Write(text)
		require.NoError(t, err)
	}
	add("dossier", document)
	for _, name := range namesIn(t, files) {
		add("file", filepath.Join(files, name))
	}
	require.NoError(t, form.Close())
	w := post("/v1/packages?on=2026-09-17", form.FormDataContentType(), b.Bytes())
	require.Equal(t, http.StatusOK, w.Code, w.Body)
	assert.True(t, bytes.Equal(want, w.Body.Bytes()))

	valid, _, code := run("", "validate", "--json", made)
	assert.Equal(t, exitOK, code)
	assert.Equal(t, valid, post("/v1/validate", "application/zip", want).Body.String())
	for _, at := range []int{50, len(want) / 3, len(want) / 2} {
		broken := bytes.Clone(want)
		broken[at] ^= 0x20
		require.NoError(t, os.WriteFile(made, broken, 0o600))
		told, _, code := run("", "validate", "--json", made)
		assert.Equal(t, exitProblems, code, at)
		w := post("/v1/validate", "application/zip", broken)
		assert.Equal(t, http.StatusUnprocessableEntity, w.Code)
		_, problems, _ := strings.Cut(told, `"problems":`)
		assert.True(t, strings.HasSuffix(w.Body.String(), `"problems":`+problems), told)
	}
}
