//go:build linux

package main

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"syscall"
	"time"

	"github.com/ocop-vn/ocop-go/scoring/qd26/words"
	"github.com/ocop-vn/ocop-go/scoring/rubric"
)

// linesOnCores scores the same sheets on each number of cores, and wants the same bytes.
func linesOnCores(program string, sheets int, cores ...int) error {
	var first string
	for _, n := range cores {
		m, err := scoreLines(program, sheets, n)
		if err != nil {
			return fmt.Errorf("on %d cores: %w", n, err)
		}
		fmt.Printf("%d sheets on %d cores: %.0f a second, %.0f a second of processor, peak %d MB, every line right, SHA-256 %.12s\n",
			sheets, n, float64(sheets)/m.took.Seconds(), float64(sheets)/m.processor.Seconds(), m.peak>>10, m.sum)
		if first == "" {
			first = m.sum
		}
		if m.sum != first {
			return errors.New("the bytes differ from those before")
		}
	}
	return nil
}

// measured is what a run of the command took.
type measured struct {
	took, processor time.Duration
	peak            int64 // KiB
	sum             string
}

func scoreLines(program string, sheets, cores int) (measured, error) {
	c := exec.Command(program, "score", "--jsonl", "-")
	c.Env = append(os.Environ(), "GOMAXPROCS="+strconv.Itoa(cores))
	c.Stderr = os.Stderr
	in, err := c.StdinPipe()
	if err != nil {
		return measured{}, err
	}
	out, err := c.StdoutPipe()
	if err != nil {
		return measured{}, err
	}
	begun := time.Now()
	if err := c.Start(); err != nil {
		return measured{}, err
	}
	go func() {
		w := bufio.NewWriterSize(in, 1<<20)
		for g := newSheets(); g.n < sheets; {
			_, _ = w.Write(g.next().line) // a command that ended is noticed by its answers
		}
		_ = w.Flush()
		_ = in.Close()
	}()
	hash := sha256.New()
	if err := checkLines(io.TeeReader(out, hash), sheets); err != nil {
		_ = c.Process.Kill()
		_ = c.Wait()
		return measured{}, err
	}
	_ = c.Wait()                                      // its exit code says it
	if code := c.ProcessState.ExitCode(); code != 1 { // faulty sheets are among them
		return measured{}, fmt.Errorf("it ended with exit code %d and not 1", code)
	}
	m := measured{took: time.Since(begun), processor: c.ProcessState.UserTime() + c.ProcessState.SystemTime(), sum: fmt.Sprintf("%x", hash.Sum(nil))}
	if usage, ok := c.ProcessState.SysUsage().(*syscall.Rusage); ok {
		m.peak = int64(usage.Maxrss) //nolint:unconvert // 32 bits on some machines
	}
	return m, nil
}

// checkLines makes the sheets once more and compares each answer: its id, its total,
// or the code of what is wrong with it.
func checkLines(r io.Reader, sheets int) error {
	lines := bufio.NewReaderSize(r, 1<<20)
	for g := newSheets(); g.n < sheets; {
		want := g.next()
		got, err := lines.ReadSlice('\n')
		if err != nil {
			return fmt.Errorf("line %d: %w", g.n, err)
		}
		if !bytes.HasPrefix(got, want.id) || !bytes.Contains(got, want.holds) || !bytes.HasSuffix(got, []byte("}\n")) {
			return fmt.Errorf("line %d: %.300s does not hold %s", g.n, got, want.holds)
		}
	}
	if rest, err := lines.ReadByte(); !errors.Is(err, io.EOF) {
		return fmt.Errorf("more than %d lines: %q (%w)", sheets, rest, err)
	}
	return nil
}

// sheet is a line, and what its answer begins with and holds.
type sheet struct{ line, id, holds []byte }

// sheets makes the same sheets each time: each set in turn, any option of each
// criterion, and one line in twenty that is faulty in one of four ways.
type sheets struct {
	n      int
	sets   []set
	random *rand.Rand
	sheet  sheet
}

// set is what the published rubric prints of a product set.
type set struct {
	criteria []criterion
}

type criterion struct {
	code    string
	options []rubric.Option
	unless  *rubric.Condition
}

func newSheets() *sheets {
	g := &sheets{random: rand.New(rand.NewPCG(26, 2026))} //nolint:gosec // the same each time is what is wanted
	published := words.Rubric()
	for i := range published.Sets {
		var s set
		for c := range published.Sets[i].Criteria {
			s.criteria = append(s.criteria, criterion{c.Code, c.Options, c.AppliesUnless})
		}
		g.sets = append(g.sets, s)
	}
	return g
}

func (g *sheets) next() *sheet {
	no := g.n%len(g.sets) + 1
	s := &g.sheet
	s.id = fmt.Appendf(s.id[:0], `{"id":%d,`, g.n)
	s.line = fmt.Appendf(append(s.line[:0], s.id...), `"edition":"qd26-2026","set":%d,"answers":{`, no)
	total, noStory := 0, false
	for i, c := range g.sets[no-1].criteria {
		o := &c.options[g.random.IntN(len(c.options))]
		if i > 0 {
			s.line = append(s.line, ',')
		}
		s.line = append(s.line, '"')
		s.line = append(append(s.line, c.code...), `":"`...)
		s.line = append(append(s.line, o.Code...), '"')
		if c.unless != nil && noStory {
			continue // falls away, whatever is answered
		}
		noStory = noStory || c.code == "5.1" && o.Code == "a"
		total += o.Points
	}
	s.holds = fmt.Appendf(s.holds[:0], `"total":%d,`, total)
	if g.n%20 == 7 {
		g.spoil(s)
	} else {
		s.line = append(s.line, "}}\n"...)
	}
	g.n++
	return s
}

// spoil ends the line so that it is wrong.
func (g *sheets) spoil(s *sheet) {
	how := []struct{ end, code string }{
		{`,"99.9":"a"}}`, "SHEET-02"},
		{`},"set":1,"set":1}`, "JSON-06"},
		{`},"points":100}`, "JSON-07"},
		{`}`, "JSON-01"},
	}[g.n/20%4]
	s.line = append(append(s.line, how.end...), '\n')
	s.holds = fmt.Appendf(s.holds[:0], `"code":"%s"`, how.code)
}
