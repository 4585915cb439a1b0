// Command table measures the library and its peers and writes the table of the
// README: go run ./table in scoring/benchmarks. It needs node and the built package
// (make wasm), and says what fails.
package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
)

// row is one that is compared. The first of a job is the library.
type row struct {
	job, name, who, same string
}

var rows = []row{
	{"Answers in a map, in Go, to total, star and what each star lacks", "Score/ocop", "ocop: `Sheet.Answer`, `scoring.Score`", "names and options are checked, bounds beside"},
	{"", "Score/portal", "a portal's own maps and loops", "the same result; nothing is checked, no gates, no bounds"},
	{"", "Score/expr", "expr", "total alone"},
	{"", "Score/cel-go", "cel-go", "total alone"},
	{"A value that was read, scored again", "ScoreValue/ocop", "ocop: `scoring.Score`", "34 criteria, with minima and bounds"},
	{"", "ScoreValue/go-cvss-3.1", "go-cvss 3.1", "another rule: 8 metrics, no minima"},
	{"", "ScoreValue/go-cvss-4.0", "go-cvss 4.0", "another rule: 11 metrics, a table"},
	{"A sheet as JSON text to total and star", "ScoreText/ocop", "ocop: `scoring.DecodeSheet`, `Score`", "strict: every problem with its place"},
	{"", "ScoreText/portal", "encoding/json and a portal's maps", "the same result; takes what is wrong"},
	{"A dossier as JSON text to whether it may stand", "Dossier/ocop", "ocop: `dossier.Read`", "every rule"},
	{"", "Dossier/validator", "encoding/json and validator/v10", "our tags and rules between fields; takes unknown members, knows no days and no evidence"},
	{"", "Dossier/jsonschema", "santhosh-tekuri/jsonschema on our schema", "shape alone"},
	{"In Node, one answer changed to a new total", "node/keystroke/ocop, one", "ocop: answer bytes in the module", "star and minima too"},
	{"", "node/keystroke/survey-core", "survey-core, calculated value", "total alone; draws forms besides"},
	{"In Node, a sheet as an object to its result", "node/object/ocop", "ocop: `score(sheet)`", "the whole result"},
	{"", "node/object/plain", "plain JavaScript over the published rubric", "total, star, minima; nothing is checked, no bounds; bytes: the set's table alone"},
	{"", "node/object/json-logic-js", "json-logic-js", "total alone; bytes without its rules"},
	{"", "node/object/json-rules-engine", "json-rules-engine", "total alone; bytes without its rules"},
	{"In Node, a dossier as an object to its problems", "node/dossier/ocop", "ocop: `validate(dossier)`", "every rule"},
	{"", "node/dossier/ajv", "ajv on our schema", "shape alone"},
}

// figures are what one run gives of one row.
type figures struct {
	ns     float64
	allocs string
	bytes  int
}

func main() {
	runs := flag.Int("runs", 5, "how often all is measured, one after another: a ratio is of one run, and the table has the middle one")
	flag.Parse()
	if err := write(context.Background(), "README.md", *runs); err != nil {
		fmt.Fprintln(os.Stderr, "table:", err)
		os.Exit(1)
	}
}

func write(ctx context.Context, readme string, runs int) error {
	text, err := os.ReadFile(readme)
	if err != nil {
		return err
	}
	const begin, end = "<!-- table -->\n", "<!-- end of table -->"
	head, rest, ok := strings.Cut(string(text), begin)
	_, tail, there := strings.Cut(rest, end)
	if !ok || !there {
		return fmt.Errorf("%s has no place for the table", readme)
	}
	if _, err := output(ctx, "go", "test", "-count", "1", "."); err != nil { // the peers agree
		return err
	}
	all := make([]map[string]figures, max(runs, 1))
	for i := range all {
		fmt.Fprintln(os.Stderr, "run", i+1, "of", len(all))
		if all[i], err = measure(ctx, i == 0); err != nil {
			return err
		}
	}
	table, err := markdown(all)
	if err != nil {
		return err
	}
	return os.WriteFile(readme, []byte(head+begin+table+end+tail), 0o644) //nolint:gosec // a page that all read
}

// measure is one run of all. How much has to be loaded is the same in each.
func measure(ctx context.Context, withBytes bool) (map[string]figures, error) {
	out, err := output(ctx, "go", "test", "-run", "^$", "-bench", ".", "-benchtime", "50ms", ".")
	if err != nil {
		return nil, err
	}
	found := map[string]figures{}
	for _, m := range benchmark.FindAllStringSubmatch(string(out), -1) {
		ns, err := strconv.ParseFloat(m[2], 64)
		if err != nil {
			return nil, err
		}
		found[m[1]] = figures{ns: ns, allocs: m[3]}
	}
	script := []string{"../../wasm/test/bench.mjs", "--json"}
	if withBytes {
		script = append(script, "--bytes")
	}
	out, err = output(ctx, "node", script...)
	if err != nil {
		return nil, err
	}
	for lines := bufio.NewScanner(bytes.NewReader(out)); lines.Scan(); {
		var told struct {
			Job, Who string
			NS       float64
			Bytes    int
		}
		if err := json.Unmarshal(lines.Bytes(), &told); err != nil {
			return nil, err
		}
		found["node/"+told.Job+"/"+told.Who] = figures{ns: told.NS, bytes: told.Bytes}
	}
	return found, nil
}

var benchmark = regexp.MustCompile(`(?m)^Benchmark(\S+?)(?:-\d+)?\s+\d+\s+([\d.]+) ns/op\s+\d+ B/op\s+(\d+) allocs/op`)

func output(ctx context.Context, name string, args ...string) ([]byte, error) {
	cmd := exec.CommandContext(ctx, name, args...)
	var wrong bytes.Buffer
	cmd.Stderr = &wrong
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("%s: %w\n%s%s", cmd, err, out, wrong.Bytes())
	}
	return out, nil
}

// markdown is the table: time as a ratio to the library's in the same run.
func markdown(all []map[string]figures) (string, error) {
	var out strings.Builder
	fmt.Fprintf(&out, "Runs: %d. Cores: %d.\n\n", len(all), runtime.NumCPU())
	out.WriteString("| job | who | time | allocations | bytes loaded | what it does |\n|---|---|--:|--:|--:|---|\n")
	var ours row
	for _, r := range rows {
		if r.job != "" {
			ours = r
		}
		var ratios []float64
		one, _ := find(all[0], r.name)
		for _, run := range all {
			mine, ok := find(run, ours.name)
			theirs, there := find(run, r.name)
			if !ok || !there {
				return "", fmt.Errorf("nothing was measured of %s", r.name)
			}
			ratios = append(ratios, theirs.ns/mine.ns)
		}
		slices.Sort(ratios)
		loaded := ""
		if one.bytes > 0 {
			loaded = strconv.Itoa(one.bytes)
		}
		fmt.Fprintf(&out, "| %s | %s | %.2f | %s | %s | %s |\n", r.job, r.who, ratios[len(ratios)/2], one.allocs, loaded, r.same)
	}
	return out.String(), nil
}

// find is the row that a name begins.
func find(run map[string]figures, name string) (figures, bool) {
	for full, f := range run {
		if full == name || strings.HasPrefix(name, "node/") && strings.HasPrefix(full, name) {
			return f, true
		}
	}
	return figures{}, false
}
