// Command mutants tells what the tests would not notice. It changes the source
// in thousands of small ways and runs the tests on each: a mutant that all
// tests pass lives, and shows a rule that nothing holds.
//
// Nothing is changed in the tree, and each package is compiled once: all its
// mutants stand in one rewriting, each behind a switch that an environment
// variable turns on when the test binary starts. A first run notes which tests
// come by which mutants where they would make a difference; a mutant is judged
// by those alone: the ones that failed of late first, then the quickest.
//
// The mutants that live and were judged one by one are in judged.txt.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"maps"
	"os"
	"os/signal"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"sync/atomic"
	"syscall"
	"time"
)

// judges are the packages whose tests judge a package's mutants, beside its
// own. They are the hand-written code of the library: what is generated is
// held to its source by other tests.
var judges = map[string][]string{
	"scoring":                 {"scoring/qd26"},
	"scoring/budget":          nil,
	"scoring/civil":           {"dossier"},
	"scoring/ident":           {"scoring"},
	"scoring/internal/table":  {"scoring", "scoring/qd26", "scoring/rubric"},
	"scoring/jsonback":        nil,
	"scoring/jsonout":         nil,
	"scoring/lang":            {"scoring/problem", "scoring", "scoring/rubric", "ocop"},
	"scoring/plain":           {"ocop"},
	"scoring/problem":         {"scoring/strictjson", "scoring", "scoring/rubric", "dossier"},
	"scoring/qd26":            {"dossier", "scoring"},
	"scoring/qd26/words":      {"scoring/qd26", "scoring/rubric", "ocop"},
	"scoring/reading":         nil,
	"scoring/rubric":          {"ocop"},
	"scoring/strictjson":      {"scoring", "scoring/rubric", "dossier"},
	"dossier":                 nil,
	"dossier/codes":           {"dossier"},
	"dossier/codes/places":    {"dossier/codes", "dossier/internal/shape", "dossier"},
	"dossier/internal/fields": {"dossier/internal/gen", "dossier"},
	"dossier/internal/gen":    nil,
	"dossier/internal/nfc":    {"dossier/internal/shape", "dossier"},
	"dossier/internal/shape":  {"dossier", "dossier/validation"},
	"dossier/procedure":       nil,
	"ocop/schema":             {"dossier/internal/schemas", "ocop/cmd/ocop"},
	"dossier/validation":      nil,
	"ocop":                    {"ocop/cmd/ocop"},
	"ocop/internal/kind":      nil,
	"ocop/internal/text":      {"ocop"},
	"ocop/paper":              nil,
	"ocop/report":             {"examples", "ocop"},
	"ocop/pack":               nil,
	"ocop/httpapi":            nil,
	"ocop/cmd/ocop":           nil,
	"ocop/registry":           nil,
	"ocop/registry/page":      nil,
	"ocop/trace":              {"ocop/trace/page"},
	"ocop/trace/page":         nil,
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	ok, err := command(ctx, os.Args[1:])
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "mutants:", err)
		os.Exit(2)
	}
	if !ok {
		os.Exit(1)
	}
}

// command tells whether every package reached its minimum and every judgement stands.
func command(ctx context.Context, args []string) (bool, error) {
	flags := flag.NewFlagSet("mutants", flag.ExitOnError)
	root := flags.String("root", ".", "the module's `directory`, which packages are relative to")
	only := flags.String("run", "", "only the mutants that match the `expression`: a file, a function, an operator")
	every := flags.Int("every", 1, "of the mutants only each n-th: a sample")
	onlyList := flags.Bool("list", false, "list the mutants and run nothing")
	minimum := flags.Float64("min", 0, "the least `percent` of a package's mutants that must be detected")
	judgedPath := flags.String("judged", "", "the `file` of mutants that live and were judged")
	processes := flags.Int("p", runtime.NumCPU(), "how many tests run beside one another")
	skip := flags.String("skip", "^$", "the tests that judge nothing, as an `expression`: without slow ones a first look is quick")
	patience := flags.Duration("patience", time.Second, "what tests may take of the processor beside five times their `time`")
	if err := flags.Parse(args); err != nil {
		return false, err
	}
	match, err := regexp.Compile(*only)
	if err != nil {
		return false, err
	}
	skipped, err := regexp.Compile(*skip)
	if err != nil {
		return false, err
	}
	verdicts := map[string]*verdict{}
	if *judgedPath != "" {
		if verdicts, err = judged(*judgedPath); err != nil {
			return false, err
		}
	}
	dir, err := filepath.Abs(*root)
	if err != nil {
		return false, err
	}
	tmp, err := os.MkdirTemp("", "mutants")
	if err != nil {
		return false, err
	}
	defer os.RemoveAll(tmp)

	r := &runner{root: dir, tmp: tmp, processes: *processes, patience: *patience, skip: skipped}
	found, err := r.find(flags.Args(), match, *every)
	if err != nil {
		return false, err
	}
	if *onlyList {
		for _, s := range found {
			for _, m := range s.mutants {
				fmt.Println(m)
			}
		}
		return true, nil
	}
	err = r.run(ctx, found, func(s *subject) { s.print(verdicts) })
	if err != nil {
		return false, err
	}
	return report(found, verdicts, match.String() != "" || *every > 1, *minimum), nil
}

// subject is a package with the mutants that are to be run.
type subject struct {
	*rewriter
	rel     string
	first   int
	mutants []*mutant
	count   count
	time    time.Duration
}

// find makes the mutants of the named packages, or of all in judges, and takes each
// n-th of those that match.
func (r *runner) find(names []string, match *regexp.Regexp, every int) ([]*subject, error) {
	if len(names) == 0 {
		for name := range judges {
			names = append(names, "./"+name)
		}
		slices.Sort(names)
	}
	all, err := list(r.root, names)
	if err != nil {
		return nil, err
	}
	var found []*subject
	next, matching := 1, 0
	for _, p := range all {
		if p.DepOnly || p.Module == nil {
			continue
		}
		s, err := load(p, all)
		if err != nil {
			return nil, err
		}
		rw, err := viable(s, next)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", p.ImportPath, err)
		}
		sub := &subject{rewriter: rw, rel: strings.TrimPrefix(strings.TrimPrefix(p.ImportPath, p.Module.Path), "/"), first: next}
		for _, m := range rw.mutants {
			taken := rw.keep[m.id] && match.MatchString(m.String())
			if taken {
				matching++
			}
			if !taken || matching%every != 0 {
				delete(rw.keep, m.id)
				continue
			}
			sub.mutants = append(sub.mutants, m)
		}
		next = rw.next
		if len(sub.mutants) > 0 {
			found = append(found, sub)
		}
	}
	return found, nil
}

// run builds the tests of all packages that judge and gives each mutant its fate.
func (r *runner) run(ctx context.Context, found []*subject, done func(*subject)) error {
	if len(found) == 0 {
		return errors.New("no mutant matches")
	}
	module := strings.TrimSuffix(strings.TrimSuffix(found[0].path, found[0].rel), "/")
	last := found[len(found)-1]
	var overlays [2]string
	for i, name := range []string{"run", "reach"} {
		files := map[string][]byte{}
		for _, s := range found {
			s.reach, s.next = i == 1, s.first
			for path, text := range s.rewrite() {
				files[path] = text
			}
		}
		var err error
		overlays[i], err = r.overlay(name, filepath.Join(r.root, "internal", "mutant_", name+".go"), files, runtimeSource(i == 1, last.next))
		if err != nil {
			return err
		}
	}
	tests := map[string][]*test{}
	var everything []*test
	for _, s := range found {
		for _, name := range append([]string{s.rel}, judges[s.rel]...) {
			if tests[name] != nil {
				continue
			}
			listed, err := list(r.root, []string{"./" + name})
			if err != nil {
				return err
			}
			p := listed[len(listed)-1]
			tests[name] = []*test{}
			if len(p.TestGoFiles)+len(p.XTestGoFiles) == 0 {
				continue
			}
			var binaries [2]string
			for i := range binaries {
				binaries[i] = filepath.Join(r.tmp, fmt.Sprintf("%s.%d.test", strings.ReplaceAll(name, "/", "-"), i))
				if err := r.build(ctx, overlays[i], strings.TrimSuffix(module+"/"+name, "/"), binaries[i]); err != nil {
					return fmt.Errorf("the rewritten tests of %s: %w", name, err)
				}
			}
			if tests[name], err = r.tests(ctx, p, binaries[0], binaries[1]); err != nil {
				return err
			}
			everything = append(everything, tests[name]...)
		}
	}
	fmt.Fprintf(os.Stderr, "measuring %d tests\n", len(everything))
	if err := r.measure(ctx, everything); err != nil {
		return err
	}
	for _, s := range found {
		began := time.Now()
		var these []*test
		for _, name := range append([]string{s.rel}, judges[s.rel]...) {
			these = append(these, tests[name]...)
		}
		var judged, live atomic.Int64
		each(ctx, r.processes, s.mutants, func(m *mutant) {
			r.judge(ctx, m, these)
			if !m.detected {
				live.Add(1)
			}
			if n := judged.Add(1); n%100 == 0 {
				fmt.Fprintf(os.Stderr, "%s: %d of %d, %d live, %v\n", s.rel, n, len(s.mutants), live.Load(), time.Since(began).Round(time.Second))
			}
		})
		if ctx.Err() != nil {
			return ctx.Err()
		}
		s.time = time.Since(began)
		done(s)
	}
	return nil
}

// print prints the mutants that live, but for those that nobody can tell, and counts.
func (s *subject) print(verdicts map[string]*verdict) {
	s.count = count{run: len(s.mutants)}
	for _, m := range s.mutants {
		v := verdicts[m.key]
		word := ""
		switch {
		case m.detected:
			s.count.detected++
			continue
		case v != nil && v.equivalent:
			s.count.equivalent++
			continue
		case v != nil:
			word = " (left)"
		case m.uncovered:
			word = " (not covered)"
		}
		if m.uncovered {
			s.count.uncovered++
		}
		fmt.Println(m.String() + word)
	}
}

type count struct{ run, detected, uncovered, equivalent int }

func (c count) percent() float64 {
	if c.run == c.equivalent {
		return 100
	}
	return 100 * float64(c.detected) / float64(c.run-c.equivalent)
}

// report prints the judgements that no longer stand, of which only some mutants tell
// where not all were run, and the table.
func report(found []*subject, verdicts map[string]*verdict, some bool, minimum float64) bool {
	ok := true
	stands, files := map[string]bool{}, map[string]bool{}
	for _, s := range found {
		for _, m := range s.mutants {
			stands[m.key] = !m.detected
			file, _, _ := strings.Cut(m.key, " ")
			files[file] = true
		}
	}
	for _, key := range slices.Sorted(maps.Keys(verdicts)) {
		file, _, _ := strings.Cut(key, " ")
		live, known := stands[key]
		switch {
		case live || !files[file] || !known && some:
			continue
		case known:
			fmt.Println("judged, but detected now:", key)
		default:
			fmt.Println("judged, but there is no such mutant:", key)
		}
		ok = false
	}
	row := func(name string, c count, took time.Duration) {
		fmt.Printf("%-26s %6d %9d %12d %11d %8.1f%% %8v\n", name, c.run, c.detected, c.uncovered, c.equivalent, c.percent(), took.Round(time.Second))
	}
	fmt.Printf("\n%-26s %6s %9s %12s %11s %9s %8s\n", "", "run", "detected", "not covered", "equivalent", "percent", "time")
	var all count
	var took time.Duration
	for _, s := range found {
		row(s.rel, s.count, s.time)
		ok = ok && s.count.percent() >= minimum
		all = count{all.run + s.count.run, all.detected + s.count.detected, all.uncovered + s.count.uncovered, all.equivalent + s.count.equivalent}
		took += s.time
	}
	row("all", all, took)
	return ok
}
