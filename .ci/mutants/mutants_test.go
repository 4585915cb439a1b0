package main

import (
	"context"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
)

// lived runs the sample's mutants and tells of each whether it lived.
func lived(t *testing.T, match string) ([]*subject, map[string]bool) {
	t.Helper()
	root, err := filepath.Abs("testdata/sample")
	if err != nil {
		t.Fatal(err)
	}
	r := &runner{root: root, tmp: t.TempDir(), processes: 2, patience: time.Second}
	found, err := r.find([]string{"."}, regexp.MustCompile(match), 1)
	if err != nil {
		t.Fatal(err)
	}
	// The tests pass on the rewritten package with no mutant on, or run says so.
	if err := r.run(context.Background(), found, func(*subject) {}); err != nil {
		t.Fatal(err)
	}
	all := map[string]bool{}
	for _, m := range found[0].mutants {
		all[m.key] = !m.detected
	}
	return found, all
}

func TestSample(t *testing.T) {
	found, all := lived(t, "")
	for _, key := range []string{
		"Held boundary: n >= least → n > least",
		"Held negate: n >= least → n < least",
		"Held number: n >= least → n >= least - 1",
		"Endless remove: n-- → nothing", // by its time
		"Endless arithmetic: steps++ → steps--",
		"Forms number: apply(c.add, 1<<2-1) → apply(c.add, 1<<2-1 + 1)",
		`Forms label: "A" → ""`,
		`Forms remove: out = append(out, string) → nothing`,
		"Forms branch: break → continue",
		"Forms flip: true → !true",
		"counter.add remove: c.n += by * 2 → nothing",
		"first loop: list → not entered",
		"first return: return x, nil → return *new(T), nil",
	} {
		if live, ok := all["sample.go "+key]; live || !ok {
			t.Errorf("%s: live %t, there %t", key, live, ok)
		}
	}
	for key, covered := range map[string]bool{
		"HalfHeld boundary: n > 10 → n >= 10":                      false,
		"HalfHeld number: n > 10 → n > 11":                         false,
		"NotRun return: return n + 1 → return 0":                   false,
		"Equivalent boundary: a < b → a <= b":                      true,
		`Removed remove: *log = append(*log, "removed") → nothing`: true,
	} {
		i := slices.IndexFunc(found[0].mutants, func(m *mutant) bool { return m.key == "sample.go "+key })
		if i < 0 || found[0].mutants[i].detected || found[0].mutants[i].uncovered == covered {
			t.Error(key)
		}
	}
	for key := range all {
		if strings.Contains(key, "least = ") || strings.Contains(key, "most = ") {
			t.Error("a constant's declaration:", key)
		}
	}
}

func TestJudged(t *testing.T) {
	found, _ := lived(t, "HalfHeld|Equivalent")
	path := filepath.Join(t.TempDir(), "judged.txt")
	read := func(text string) (map[string]*verdict, error) {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return judged(path)
	}
	holds := func(v map[string]*verdict, minimum float64) bool {
		found[0].print(v)
		return report(found, v, false, minimum)
	}
	verdicts, err := read(`# A comment.

sample.go:1:1 Equivalent boundary: a < b → a <= b
	equivalent: either of two equal ones
	is the greater
sample.go HalfHeld boundary: n > 10 → n >= 10 (not covered)
sample.go HalfHeld number: n > 10 → n > 11
	left: a sample
`)
	if err != nil {
		t.Fatal(err)
	}
	keys := slices.Sorted(maps.Keys(verdicts))
	if len(keys) != 3 || verdicts[keys[0]].why != "either of two equal ones is the greater" || verdicts[keys[2]].equivalent {
		t.Error(keys)
	}
	if !holds(verdicts, 80) {
		t.Error("all is judged")
	}
	if holds(verdicts, 99) {
		t.Error("what is left does not count as detected")
	}
	for _, stale := range []string{"sample.go HalfHeld number: n > 10 → n > 12", "sample.go HalfHeld negate: n > 10 → n <= 10"} {
		v, err := read(stale + "\n  left: no longer\n")
		if err != nil || holds(v, 0) {
			t.Error(stale, err)
		}
	}
	for _, bad := range []string{"a b: c → d\n", "  left: of nothing\n", "a b: c → d\n  because\n", "a\n  left: x\na\n  left: y\n"} {
		if _, err := read(bad); err == nil {
			t.Error(bad)
		}
	}
}
