package main

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/examples/registry/synthetic"
	"github.com/ocop-vn/ocop-go/ocop/registry"
	"github.com/ocop-vn/ocop-go/ocop/trace"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

var update = flag.Bool("update", false, "write the sample, the chains and what is said of them anew")

// The sample and the chains that stand here are those that the program makes.
// It writes them anew before the tests that run side by side read them.
func TestSampleIsFresh(t *testing.T) {
	dir := t.TempDir()
	records, _ := register()
	require.NoError(t, writeSample(dir, records, lastDay))
	made := documents(t, dir)
	if *update {
		for _, name := range made {
			text, err := os.ReadFile(filepath.Join(dir, name))
			require.NoError(t, err)
			require.NoError(t, create(name, func(w io.Writer) error { _, err := w.Write(text); return err }))
		}
	}
	assert.Equal(t, made, documents(t, "."))
	for _, name := range made {
		want, err := os.ReadFile(filepath.Join(dir, name))
		require.NoError(t, err)
		have, err := os.ReadFile(name)
		require.NoError(t, err)
		assert.True(t, bytes.Equal(want, have), "%s: go test ./examples/registry -update", name)
	}
}

// The figures that the README tells are those of the register.
func TestReadmeIsTrue(t *testing.T) {
	t.Parallel()
	_, tally := register()
	readme, err := os.ReadFile("README.md")
	require.NoError(t, err)
	share := func(star int) string { // cut off, as in reports
		tenths := 1000 * tally.ByStar[star] / tally.InForce
		return fmt.Sprintf("%d,%d%% %d sao", tenths/10, tenths%10, star)
	}
	assert.Contains(t, string(readme), fmt.Sprintf("%s sản phẩm còn hiệu lực của %s chủ thể, trong đó %s, %s, %s",
		thousands(tally.InForce), thousands(tally.Producers), share(3), share(4), share(5)))
}

// register is the one that the sample is of, made once.
var register = sync.OnceValues(func() ([]registry.Record, synthetic.Tally) {
	return synthetic.Make(synthetic.Options{Records: 20_000, Seed: 1, On: lastDay})
})

// thousands writes a number as Vietnamese does.
func thousands(n int) string { return fmt.Sprintf("%d.%03d", n/1000, n%1000) }

// documents are the files in a folder that the program makes.
func documents(t *testing.T, dir string) (names []string) {
	t.Helper()
	for _, pattern := range []string{sampleName + ".jsonl", sampleName + ".csv", chainsName + "/*.json", faultsName + "/*.json"} {
		files, err := filepath.Glob(filepath.Join(dir, pattern))
		require.NoError(t, err)
		for _, file := range files {
			name, err := filepath.Rel(dir, file)
			require.NoError(t, err)
			names = append(names, name)
		}
	}
	return names
}

// The sample has something of everything, and says the same as a table and line by line.
func TestSample(t *testing.T) {
	t.Parallel()
	records := read(t, sampleName+".jsonl")
	assert.Equal(t, records, read(t, sampleName+".csv"))
	require.Equal(t, sampleSize, len(records)) //nolint:testifylint // Len would print them all
	seen := map[string]map[string]bool{}
	for i := range records {
		assert.Empty(t, registry.Check(&records[i]))
		for _, trait := range traits(&records[i]) {
			kind, _, _ := strings.Cut(trait, " ")
			if seen[kind] == nil {
				seen[kind] = map[string]bool{}
			}
			seen[kind][trait] = true
		}
	}
	for kind, least := range map[string]int{"set": 26, "province": 34, "state": 4, "kind": 10, "edition": 3, "star": 5, "ground": 7, "size": 5, "code": 3} {
		assert.GreaterOrEqual(t, len(seen[kind]), least, kind)
	}
	assert.Equal(t, records, sample(records, sampleSize, lastDay), "a small register is its own sample")
}

// A register in which nothing is wrong is told so, whatever the number of its warnings.
func TestManyWarnings(t *testing.T) {
	t.Parallel()
	records := read(t, sampleName+".jsonl")
	for i := range records {
		records[i].Previous, records[i].PreviousStar = "", 3
	}
	var text bytes.Buffer
	require.NoError(t, registry.WriteJSONLines(&text, slices.Values(records)))
	report, err := registry.Count(registry.JSONLines("", &text), registry.Options{On: lastDay, Findings: 3})
	require.NoError(t, err)
	assert.Equal(t, map[string]int{"REGISTER-22": sampleSize}, report.ByCode)
	require.Len(t, report.Findings, 3+1)
	assert.True(t, report.Clean())
}

// read reads a register that has nothing wrong.
func read(t *testing.T, name string) (records []registry.Record) {
	t.Helper()
	file, err := os.Open(name)
	require.NoError(t, err)
	defer file.Close() //nolint:errcheck // only read
	for row, err := range registry.Records("", file) {
		require.NoError(t, err)
		require.NoError(t, row.Problems.Err())
		records = append(records, row.Record)
	}
	return records
}

// What is written is read back, and counts for as much as its maker counted.
func TestRun(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "new")
	var said bytes.Buffer
	require.NoError(t, run(&said, dir, synthetic.Options{Records: 20_000, Seed: 5, On: lastDay}))
	records, tally := synthetic.Make(synthetic.Options{Records: 20_000, Seed: 5, On: lastDay})
	assert.Contains(t, said.String(), "20000 bản ghi (giả lập)")
	for _, ending := range []string{".jsonl", ".csv"} {
		name := filepath.Join(dir, registerName+ending)
		require.True(t, assert.ObjectsAreEqual(records, read(t, name)), ending)
		report := count(t, name)
		assert.Equal(t, tally.InForce, report.InForce, ending)
		assert.Equal(t, tally.ByProvince, report.ByProvince, ending)
		assert.Equal(t, tally.Producers, report.Producers.Total, ending)
	}
}

func count(t *testing.T, name string) registry.Report {
	t.Helper()
	file, err := os.Open(name)
	require.NoError(t, err)
	defer file.Close() //nolint:errcheck // only read
	report, err := registry.Count(registry.Records("", file), registry.Options{On: lastDay})
	require.NoError(t, err)
	return report
}

// told are the codes that a line of a flawed register says it is found by.
var told = regexp.MustCompile(`\(([A-Z]+-[0-9]{2}(?:, [A-Z]+-[0-9]{2})*)\)`)

// Of each line of a flawed register is found what the line itself says, and no more.
func TestFlaws(t *testing.T) {
	t.Parallel()
	all := map[string]bool{}
	for _, name := range []string{"co-loi.jsonl", "co-loi.csv"} {
		text, err := os.ReadFile(name)
		require.NoError(t, err)
		want := map[int][]string{}
		for i, line := range strings.Split(string(text), "\n") {
			if m := told.FindStringSubmatch(line); m != nil {
				want[i+1] = slices.Sorted(strings.SplitSeq(m[1], ", "))
			}
		}
		report, found := count(t, name), map[int][]string{}
		for _, f := range report.Findings {
			all[f.Code] = true
			if !slices.Contains(found[f.Line], f.Code) {
				found[f.Line] = append(found[f.Line], f.Code)
				slices.Sort(found[f.Line])
			}
		}
		assert.Equal(t, want, found, name)
		golden(t, "ket-qua/"+name+".json", func(w io.Writer) error {
			_, err := w.Write(append(report.AppendJSON(nil), '\n'))
			return err
		})
	}
	for _, k := range registry.Kinds() {
		if k.Code < "REGISTER-30" {
			assert.True(t, all[k.Code], "%s is shown", k.Code)
		}
	}
}

// faults are what is wrong with the chains that were made so.
var faults = map[string][]string{
	"hoa-qua-say": {"TRACE-20"}, // used before it was there
	"ruou":        {"TRACE-21"}, // more used than made
}

// Each chain is that of a product of the sample: those in chuoi have nothing wrong,
// those in chuoi-loi what they were made to have.
func TestChains(t *testing.T) {
	t.Parallel()
	records := read(t, sampleName+".jsonl")
	for i := range recipes {
		r := &recipes[i]
		t.Run(r.file, func(t *testing.T) {
			t.Parallel()
			folder, want := chainsName, []string(nil)
			if r.faulty {
				folder, want = faultsName, faults[r.file]
			}
			name := folder + "/" + r.file
			files, err := filepath.Glob(name + "*.json")
			require.NoError(t, err)
			report := trace.TraceJSON(readAll(t, files)...)
			if r.shelf == 0 { // what does not spoil has no shelf life to tell
				report.Problems = slices.DeleteFunc(report.Problems, func(p problem.Problem) bool { return p.Code == "TRACE-36" })
			}
			assert.Equal(t, want, found(report.Problems))
			require.Len(t, report.Lots, 1)
			lot := report.Lots[0]
			assert.True(t, lot.Complete)
			assert.GreaterOrEqual(t, len(lot.From), len(r.raw)+len(r.works)-1)
			at := slices.IndexFunc(records, func(x registry.Record) bool { return x.Code == lot.Code })
			require.GreaterOrEqual(t, at, 0, "in the sample")
			x := &records[at]
			key, err := trace.Parse(x.Trace)
			require.NoError(t, err)
			assert.Equal(t, key, lot.Key)
			assert.Equal(t, dossier.RecordRecognised, x.State)
			assert.Equal(t, []any{x.Product, x.Producer.Name, x.Star, x.Decision}, []any{lot.Product, lot.Maker, lot.Star, lot.Certificate})
		})
	}
}

func readAll(t *testing.T, files []string) (texts [][]byte) {
	t.Helper()
	require.NotEmpty(t, files)
	for _, file := range files {
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		texts = append(texts, text)
	}
	return texts
}

// found are the codes of problems, each once.
func found(problems problem.List) []string {
	codes := map[string]bool{}
	for _, p := range problems {
		codes[p.Code] = true
	}
	return slices.Sorted(maps.Keys(codes))
}

// golden holds what is written to a file.
func golden(t *testing.T, name string, write func(io.Writer) error) {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, write(&b))
	if *update {
		require.NoError(t, create(name, func(w io.Writer) error { _, err := w.Write(b.Bytes()); return err }))
	}
	want, err := os.ReadFile(name)
	require.NoError(t, err)
	assert.Equal(t, string(want), b.String(), name)
}
