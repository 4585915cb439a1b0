//go:build linux

package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"time"

	"github.com/ocop-vn/ocop-go/ocop/httpapi"
)

// load is a server under load, and what came of it.
type load struct {
	addr            string
	asked           []question
	right, attacked atomic.Int64
	mutex           sync.Mutex
	wrong           []string // what should not have come
	waited          []time.Duration
	ending          atomic.Bool // the server was told to end
}

// question is a request with the answer that is right.
type question struct {
	method, path, media string
	body                []byte
	status              int
	answer              []byte
}

// serve asks a server for a time, good clients beside hostile ones, looks that its
// memory stays flat, and ends it in the midst of it.
func serve(program string, length time.Duration) error {
	c := exec.Command(program, "serve", "--addr", "127.0.0.1:0", "--lang", "en")
	var log bytes.Buffer
	c.Stderr = &log
	out, err := c.StdoutPipe()
	if err != nil {
		return err
	}
	if err := c.Start(); err != nil {
		return err
	}
	defer c.Process.Kill() //nolint:errcheck // ended already where all is well
	told, err := bufio.NewReader(out).ReadString('\n')
	_, after, _ := strings.Cut(told, "http://")
	addr, _, found := strings.Cut(after, " ")
	if err != nil || !found {
		return fmt.Errorf("it does not say where it serves: %q (%w)", told, err)
	}
	l := &load{addr: addr}
	if l.asked, err = questions(); err != nil {
		return err
	}

	ctx, stop := context.WithTimeout(context.Background(), length)
	defer stop()
	var clients sync.WaitGroup
	for i := range 4 {
		clients.Go(func() { l.good(ctx, i) })
	}
	for _, attack := range attacks {
		clients.Go(func() { l.hostile(ctx, attack) })
	}
	memory := watch(ctx, c.Process.Pid, length)
	l.ending.Store(true)
	begun := time.Now()
	if err := c.Process.Signal(syscall.SIGTERM); err != nil { // in the midst of requests
		return err
	}
	clients.Wait()
	if err := c.Wait(); err != nil {
		l.tell("it ended with %v", err)
	}
	return l.report(memory, time.Since(begun), log.String())
}

func (l *load) tell(format string, args ...any) {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	if len(l.wrong) < 20 {
		l.wrong = append(l.wrong, fmt.Sprintf(format, args...))
	}
}

func (l *load) report(memory []sample, ended time.Duration, log string) error {
	slices.Sort(l.waited)
	at := func(share float64) time.Duration {
		if len(l.waited) == 0 {
			return 0
		}
		return l.waited[int(share*float64(len(l.waited)-1))].Round(10 * time.Microsecond)
	}
	fmt.Printf("%d requests answered right, half within %s, 99%% within %s; %d hostile connections; ended %s after the signal\n",
		l.right.Load(), at(0.5), at(0.99), l.attacked.Load(), ended.Round(time.Millisecond))
	early, late := half(memory[:len(memory)/2]), half(memory[len(memory)/2:])
	fmt.Printf("memory: at most %d MB in the first half, %d MB in the second; files open: at most %d and %d\n", early.rss>>10, late.rss>>10, early.files, late.files)
	if late.rss > early.rss*5/4+16<<10 || late.files > early.files*2+64 {
		l.tell("memory or open files grew")
	}
	if strings.Contains(log, "panic") || strings.Contains(log, "level=ERROR") {
		l.tell("its log: %.2000s", log)
	}
	if l.right.Load() == 0 {
		l.tell("no request was answered")
	}
	if len(l.wrong) > 0 {
		return errors.New(strings.Join(l.wrong, "\n"))
	}
	return nil
}

// questions are what good clients ask: documents of the examples, right and wrong
// ones, with what the handler answers in this process.
func questions() ([]question, error) {
	list := []question{
		{method: "GET", path: "/v1/rubric/13"}, {method: "GET", path: "/v1/rubric/99"}, {method: "GET", path: "/v1/schemas/sheet"},
		{method: "GET", path: "/openapi.json"}, {method: "GET", path: "/healthz"}, {method: "GET", path: "/v1/nothing"},
		{method: "POST", path: "/v1/score", body: []byte(`{"edition":"qd26-2026","set":13,"answers":{"1.1":"z"}}`)},
		{method: "POST", path: "/v1/score", body: []byte(`{"edition":`)},
		{method: "POST", path: "/v1/deadlines?on=2026-09-01", body: []byte(`{"application":"first","filed":"2026-08-24"}`)},
		{method: "POST", path: "/v1/life", body: []byte(`{"application":"first","steps":[{"step":"file","on":"2026-06-01"}]}`)},
	}
	add := func(pattern string, paths ...string) error {
		names, err := filepath.Glob(filepath.FromSlash(pattern))
		if err != nil || len(names) == 0 {
			return fmt.Errorf("%s: nothing there (%w)", pattern, err)
		}
		for _, name := range names {
			body, err := os.ReadFile(name) //nolint:gosec // an example
			if err != nil {
				return err
			}
			for _, path := range paths {
				list = append(list, question{method: "POST", path: path, body: body})
			}
		}
		return nil
	}
	if err := errors.Join(
		add("examples/sheets/*.json", "/v1/score", "/v1/plan?star=5", "/v1/validate?as=sheet", "/v1/papers/score-sheet?format=html"),
		add("examples/dossiers/*.json", "/v1/validate", "/v1/score", "/v1/deadlines", "/v1/life", "/v1/papers/form-02?format=docx", "/v1/papers/form-01?format=text"),
		add("examples/council/*.json", "/v1/council", "/v1/papers/minutes"),
	); err != nil {
		return nil, err
	}
	handler := httpapi.New(httpapi.Options{})
	for i := range list {
		q := &list[i]
		q.media = "application/json"
		request := httptest.NewRequest(q.method, q.path, bytes.NewReader(q.body))
		request.Header.Set("Content-Type", q.media)
		w := httptest.NewRecorder()
		handler.ServeHTTP(w, request)
		q.status, q.answer = w.Code, w.Body.Bytes()
	}
	return list, nil
}

// good asks one question after the other and compares the answers.
func (l *load) good(ctx context.Context, first int) {
	client := &http.Client{Timeout: time.Minute, Transport: &http.Transport{}}
	defer client.CloseIdleConnections()
	for i := first * 7; ctx.Err() == nil; i++ {
		q := &l.asked[i%len(l.asked)]
		begun := time.Now()
		request, err := http.NewRequestWithContext(context.Background(), q.method, "http://"+l.addr+q.path, bytes.NewReader(q.body))
		if err != nil {
			l.tell("%s: %v", q.path, err)
			return
		}
		request.Header.Set("Content-Type", q.media)
		answer, err := client.Do(request)
		if err != nil {
			if l.ending.Load() {
				return // nothing is taken in any more
			}
			l.tell("%s %s: %v", q.method, q.path, err)
			continue
		}
		body, err := io.ReadAll(answer.Body)
		_ = answer.Body.Close()
		if err != nil || answer.StatusCode != q.status || !bytes.Equal(body, q.answer) {
			l.tell("%s %s: status %d for %d, %d bytes for %d (%v)", q.method, q.path, answer.StatusCode, q.status, len(body), len(q.answer), err)
			continue
		}
		l.right.Add(1)
		l.mutex.Lock()
		if len(l.waited) < 1<<20 {
			l.waited = append(l.waited, time.Since(begun))
		}
		l.mutex.Unlock()
	}
}

// attacks are what hostile clients do with a connection. What they read back must
// not be an answer of the server's fault.
var attacks = map[string]func(ctx context.Context, c net.Conn){
	"slow head": func(ctx context.Context, c net.Conn) {
		trickle(ctx, c, "POST /v1/score HTTP/1.1\r\nHost: a\r\nX-Slow: "+strings.Repeat("a", 200), 100*time.Millisecond)
	},
	"slow body": func(ctx context.Context, c net.Conn) {
		_, _ = io.WriteString(c, head("/v1/score", 1000))
		trickle(ctx, c, strings.Repeat(" ", 200), 100*time.Millisecond)
	},
	"cut body": func(_ context.Context, c net.Conn) {
		_, _ = io.WriteString(c, head("/v1/validate", 100_000)+`{"edition":`)
	},
	"huge body": func(_ context.Context, c net.Conn) {
		_, _ = io.WriteString(c, head("/v1/validate", 1<<30)+strings.Repeat("[", 2<<20))
	},
	"wrong length": func(_ context.Context, c net.Conn) {
		_, _ = io.WriteString(c, head("/v1/score", 5)+`{"edition":"qd26-2026"}GET / HTTP/1.1`)
	},
	"two lengths": func(_ context.Context, c net.Conn) {
		_, _ = io.WriteString(c, "POST /v1/score HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}")
	},
	"chunks": func(_ context.Context, c net.Conn) {
		_, _ = io.WriteString(c, "POST /v1/score HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Type: application/json\r\n\r\nffffffff\r\n{}\r\n")
	},
	"garbage": func(_ context.Context, c net.Conn) {
		_, _ = io.WriteString(c, strings.Repeat("\x16\x03\x01\x00\xff", 2000))
	},
	"long head": func(_ context.Context, c net.Conn) { _, _ = io.WriteString(c, "GET /"+strings.Repeat("a", 1<<20)) },
	"deep": func(_ context.Context, c net.Conn) {
		body := strings.Repeat(`{"a":`, 50_000)
		_, _ = io.WriteString(c, head("/v1/validate", len(body))+body)
	},
	"many members": func(_ context.Context, c net.Conn) {
		body := "{" + strings.Repeat(`"a":1,`, 80_000) + `"b":1}`
		_, _ = io.WriteString(c, head("/v1/validate", len(body))+body)
	},
	"zip": func(_ context.Context, c net.Conn) {
		body := "PK\x03\x04" + strings.Repeat("\x00", 1<<20)
		_, _ = io.WriteString(c, strings.Replace(head("/v1/validate", len(body)), "/json", "/zip", 1)+body)
	},
	"never reads": func(ctx context.Context, c net.Conn) {
		_, _ = io.WriteString(c, strings.Repeat("GET /openapi.json HTTP/1.1\r\nHost: a\r\n\r\n", 200))
		pause(ctx, 5*time.Second)
	},
	"idle": func(ctx context.Context, _ net.Conn) { pause(ctx, 5*time.Second) },
	"half closed": func(_ context.Context, c net.Conn) {
		_, _ = io.WriteString(c, head("/v1/score", 10)+"{")
		closeWrite(c)
	},
	"goes at once": func(_ context.Context, c net.Conn) { _, _ = io.WriteString(c, head("/v1/score", 2)+"{}") },
}

func head(path string, length int) string {
	return "POST " + path + " HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: " + strconv.Itoa(length) + "\r\n\r\n"
}

func trickle(ctx context.Context, c net.Conn, text string, each time.Duration) {
	for i := range len(text) {
		if _, err := io.WriteString(c, text[i:i+1]); err != nil || ctx.Err() != nil {
			return
		}
		pause(ctx, each)
	}
}

func pause(ctx context.Context, length time.Duration) {
	select {
	case <-ctx.Done():
	case <-time.After(length):
	}
}

func closeWrite(c net.Conn) {
	if tcp, ok := c.(*net.TCPConn); ok {
		_ = tcp.CloseWrite()
	}
}

// hostile attacks in one way again and again. A server that answers 5xx has failed.
func (l *load) hostile(ctx context.Context, attack func(context.Context, net.Conn)) {
	for ctx.Err() == nil {
		c, err := net.DialTimeout("tcp", l.addr, 5*time.Second)
		if err != nil {
			if l.ending.Load() {
				return
			}
			l.tell("no connection: %v", err)
			pause(ctx, time.Second)
			continue
		}
		attack(ctx, c)
		_ = c.SetReadDeadline(time.Now().Add(200 * time.Millisecond))
		line, _ := bufio.NewReader(c).ReadString('\n')
		if strings.HasPrefix(line, "HTTP/1.1 5") {
			l.tell("a hostile client was answered %q", line)
		}
		_ = c.Close()
		l.attacked.Add(1)
		pause(ctx, 50*time.Millisecond)
	}
}

// sample is what a process holds.
type sample struct{ rss, files int } // KiB, and open files

// watch takes samples until the time is over.
func watch(ctx context.Context, pid int, length time.Duration) (samples []sample) {
	each := max(length/120, 100*time.Millisecond)
	for ctx.Err() == nil {
		samples = append(samples, sampleOf(pid))
		pause(ctx, each)
	}
	return samples
}

func sampleOf(pid int) (s sample) {
	process := "/proc/" + strconv.Itoa(pid)
	status, _ := os.ReadFile(process + "/status") //nolint:gosec // the process that was started
	for line := range strings.Lines(string(status)) {
		if fields := strings.Fields(line); len(fields) > 1 && fields[0] == "VmRSS:" {
			s.rss, _ = strconv.Atoi(fields[1])
		}
	}
	files, _ := os.ReadDir(process + "/fd")
	s.files = len(files)
	return s
}

// half is the most that samples show.
func half(samples []sample) (most sample) {
	for _, s := range samples {
		most.rss, most.files = max(most.rss, s.rss), max(most.files, s.files)
	}
	return most
}
