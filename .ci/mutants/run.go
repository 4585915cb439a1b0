package main

import (
	"bufio"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"
)

// test is one top-level test of a binary in which mutants stand.
type test struct {
	dir, name   string
	run, record string        // the binary, and its variant that records what is reached
	time        time.Duration // of the processor, alone and with no mutant on
	reached     map[int]bool
}

// runner builds and runs test binaries.
type runner struct {
	root, tmp string
	processes int
	patience  time.Duration  // what tests may take beside five times their time before they count as failed
	skip      *regexp.Regexp // the tests that judge nothing; nil for none

	mu    sync.Mutex
	lates []*test // the quick tests that failed of late, which often notice the next mutant too
}

// overlay writes the rewritten files and what lays them over the tree.
func (r *runner) overlay(name, switches string, files map[string][]byte, text string) (string, error) {
	dir := filepath.Join(r.tmp, name)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", err
	}
	replace := map[string]string{}
	files[switches] = []byte(text)
	for path, text := range files {
		replace[path] = filepath.Join(dir, fmt.Sprint(len(replace), ".go"))
		if err := os.WriteFile(replace[path], text, 0o600); err != nil {
			return "", err
		}
	}
	b, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		return "", err
	}
	return dir + ".json", os.WriteFile(dir+".json", b, 0o600)
}

// build compiles a package's tests with an overlay.
func (r *runner) build(ctx context.Context, overlay, pkg, out string) error {
	cmd := exec.CommandContext(ctx, "go", "test", "-c", "-vet=off", "-overlay", overlay, "-ldflags=-s -w", "-o", out, pkg)
	cmd.Dir, cmd.Stderr, cmd.Stdout = r.root, os.Stderr, os.Stderr
	return cmd.Run()
}

// tests lists a binary's tests, examples and fuzz tests' seeds.
func (r *runner) tests(ctx context.Context, p listed, run, record string) ([]*test, error) {
	cmd := exec.CommandContext(ctx, run, "-test.list", "^(Test|Example|Fuzz)")
	cmd.Dir = p.Dir
	out, err := cmd.Output()
	var all []*test
	for name := range strings.Lines(string(out)) {
		name = strings.TrimSpace(name)
		if r.skip == nil || !r.skip.MatchString(name) {
			all = append(all, &test{dir: p.Dir, name: name, run: run, record: record, reached: map[int]bool{}})
		}
	}
	return all, err
}

// start runs some tests of a binary and gives what they print if they fail.
// One thread each: several processes run beside one another, and random cases
// that are split between threads stay the same. The limits on memory and on the
// processor's time are for loops that a mutant makes endless; the clock would
// say less of a busy machine.
func (r *runner) start(ctx context.Context, limit time.Duration, binary string, tests []*test, env ...string) ([]byte, time.Duration, error) {
	names := make([]string, len(tests))
	for i, t := range tests {
		names[i] = regexp.QuoteMeta(t.name)
	}
	ctx, cancel := context.WithTimeout(ctx, time.Minute+20*limit) // for what waits
	defer cancel()
	script := fmt.Sprintf(`ulimit -t %d; ulimit -v 8388608 2>/dev/null; exec "$0" "$@"`, int(limit.Seconds()+1))
	cmd := exec.CommandContext(ctx, "sh", "-c", script, binary, "-test.short", "-test.failfast", "-test.v=test2json", "-test.timeout=0", "-test.run=^("+strings.Join(names, "|")+")$")
	cmd.Dir = tests[0].dir
	cmd.Env = append(os.Environ(), append(env, "GOMAXPROCS=1")...)
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
	cmd.WaitDelay = time.Second
	out := &output{failed: cancel}
	cmd.Stdout, cmd.Stderr = out, out
	err := cmd.Run()
	var took time.Duration
	if cmd.ProcessState != nil {
		took = cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
	}
	return out.text, took, err
}

// output keeps what tests print and tells of the first that fails: failfast
// lets parallel subtests go on.
type output struct {
	text   []byte
	failed func()
}

func (o *output) Write(b []byte) (int, error) {
	o.text = append(o.text, b...)
	if failure.Match(b) {
		o.failed()
	}
	return len(b), nil
}

// each calls f for every item, several at a time, in order.
func each[T any](ctx context.Context, processes int, items []T, f func(T)) {
	var wg sync.WaitGroup
	work := make(chan T)
	for range processes {
		wg.Go(func() {
			for item := range work {
				f(item)
			}
		})
	}
	for _, item := range items {
		if ctx.Err() != nil {
			break
		}
		work <- item
	}
	close(work)
	wg.Wait()
}

// measure runs every test alone, with no mutant on: what it reaches is noted,
// and its time. It must pass as it did before the rewriting.
func (r *runner) measure(ctx context.Context, tests []*test) error {
	var mu sync.Mutex
	var failed error
	each(ctx, r.processes, tests, func(t *test) {
		record := filepath.Join(r.tmp, fmt.Sprintf("%s.%s", filepath.Base(t.run), t.name))
		out, _, err := r.start(ctx, 10*time.Minute, t.record, []*test{t}, "REACH="+record)
		if f, e := os.Open(record); e == nil {
			for s := bufio.NewScanner(f); s.Scan(); {
				id, _ := strconv.Atoi(s.Text())
				t.reached[id] = true
			}
			f.Close()
		}
		if err == nil && len(t.reached) > 0 {
			out, t.time, err = r.start(ctx, 10*time.Minute, t.run, []*test{t}, "MUTANT=0")
		}
		if err != nil {
			mu.Lock()
			defer mu.Unlock()
			failed = cmp.Or(failed, fmt.Errorf("%s in %s fails with no mutant on: %w\n%s", t.name, t.dir, err, out))
		}
	})
	return failed
}

const quick = 100 * time.Millisecond

var failure = regexp.MustCompile(`(?m)^\x16 *--- FAIL: ([^/\s]+)`)

// noticed remembers the quick tests that failed last, a few of them.
func (r *runner) noticed(tests []*test, out []byte) {
	name := failure.FindSubmatch(out)
	if name == nil {
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, t := range tests {
		if t.name == string(name[1]) && t.time <= quick {
			rest := slices.DeleteFunc(slices.Clone(r.lates), func(other *test) bool { return other == t })
			r.lates = append([]*test{t}, rest[:min(len(rest), 3)]...)
		}
	}
}

// judge runs the tests that reach a mutant until one fails: first those that
// failed of late, then the quick ones of each package together, then the others,
// each alone.
func (r *runner) judge(ctx context.Context, m *mutant, judges []*test) {
	var late, slow []*test
	var batches [][]*test
	r.mu.Lock()
	for _, t := range r.lates {
		if t.reached[m.id] && t.run == r.lates[0].run {
			late = append(late, t)
		}
	}
	r.mu.Unlock()
	if len(late) > 0 {
		batches = append(batches, late)
	}
	for _, t := range judges {
		switch last := len(batches) - 1; {
		case !t.reached[m.id] || slices.Contains(late, t):
		case t.time > quick:
			slow = append(slow, t)
		case last >= 0 && batches[last][0].run == t.run && (last > 0 || len(late) == 0):
			batches[last] = append(batches[last], t)
		default:
			batches = append(batches, []*test{t})
		}
	}
	slices.SortStableFunc(slow, func(a, b *test) int { return cmp.Compare(a.time, b.time) })
	for _, t := range slow {
		batches = append(batches, []*test{t})
	}
	m.uncovered = len(batches) == 0
	for _, b := range batches {
		limit := r.patience
		for _, t := range b {
			limit += 5 * t.time
		}
		if out, _, err := r.start(ctx, limit, b[0].run, b, "MUTANT="+strconv.Itoa(m.id)); err != nil {
			m.detected = true
			r.noticed(b, out)
			return
		}
	}
}
