package pipeline_test

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/examples/beam/pipeline"
	"github.com/ocop-vn/ocop-go/ocop/registry"
	"github.com/ocop-vn/ocop-go/scoring/civil"
)

func TestMain(m *testing.M) {
	flag.Parse()
	pipeline.Register()
	beam.Init()
	os.Exit(m.Run())
}

var on = civil.Date{Year: 2026, Month: 11, Day: 25}

// registers are two files of some thousand records: of one product more than one
// certificate, of one producer more than one product and two kinds, codes that stand
// twice in one file and in both, products never recognised, lines that are none.
func registers() [2]string {
	var files [2]strings.Builder
	for i := range 4000 {
		kind := "cooperative"
		if i%30 == 0 {
			kind = "farm"
		}
		line := fmt.Sprintf(`{"code":"66-24277-%d-2025","product":"Cà phê %d","set":%d,"edition":"qd148-2023","producer":{"name":"HTX %d","kind":%q},"province":"66","commune":"24277",`+
			`"star":4,"total":"8%d.5","decision":"%d/QĐ","authority":"province","issued":"2025-08-%02d","expires":"2028-08-%02d","state":"recognised","previous":"66-24277-%d-2025","previousStar":3}`,
			1+i%3900, i%1500, 1+i%26, i%700, kind, i%10, i, 1+i%28, 1+i%28, 1+(i+1)%3900)
		switch i % 100 {
		case 7:
			line = line[:90]
		case 8:
			line = strings.Replace(line, `"star":4`, `"star":5`, 1)
		case 9:
			line = fmt.Sprintf(`{"product":"Trà %d","set":14,"edition":"qd26-2026","producer":{"name":"HTX","kind":"cooperative"},"province":"66","commune":"24277","state":"refused"}`, i)
		case 10:
			line = ""
		}
		files[i/3%2].WriteString(line + "\n")
	}
	return [2]string{files[0].String(), files[1].String()}
}

func TestCountIsThatOfOneMachine(t *testing.T) {
	dir := t.TempDir()
	texts := registers()
	rows := func(yield func(registry.Row, error) bool) { // of one file, then of the other
		for i, text := range texts {
			for row, err := range registry.JSONLines(name(i), strings.NewReader(text)) {
				if !yield(row, err) {
					return
				}
			}
		}
	}
	report, err := registry.Count(rows, registry.Options{On: on})
	require.NoError(t, err)
	for _, code := range []string{"REGISTER-01", "REGISTER-02", "REGISTER-03", "REGISTER-10"} {
		require.NotZero(t, report.ByCode[code], code)
	}
	report.Findings = nil
	for _, i := range []int{1, 0} { // the names give the order
		require.NoError(t, os.WriteFile(filepath.Join(dir, name(i)), []byte(texts[i]), 0o600))
	}
	got := run(t, pipeline.Options{On: on, Registers: []string{filepath.Join(dir, "*.jsonl")}})
	assert.JSONEq(t, string(report.AppendJSON(nil)), got)
	got = run(t, pipeline.Options{On: on, Registers: []string{filepath.Join(dir, name(1)), filepath.Join(dir, name(0))}})
	assert.JSONEq(t, string(report.AppendJSON(nil)), got, "the order of the names, not of the flags")
}

func name(i int) string { return fmt.Sprintf("register-%d.jsonl", i) }

func TestScore(t *testing.T) {
	files, err := filepath.Glob("../../sheets/*.json")
	require.NoError(t, err)
	var lines []string
	for _, file := range files {
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		lines = append(lines, string(compact(t, data)))
	}
	lines = slices.Concat(lines, []string{"", `{"edition":"qd26-2026"`}, lines)
	sheets := filepath.Join(t.TempDir(), "sheets.jsonl")
	require.NoError(t, os.WriteFile(sheets, []byte(strings.Join(lines, "\n")), 0o600))
	var got struct {
		InForce int             `json:"inForce"`
		Sheets  pipeline.Sheets `json:"sheets"`
	}
	require.NoError(t, json.Unmarshal([]byte(run(t, pipeline.Options{On: on, Sheets: []string{sheets}})), &got))
	assert.Zero(t, got.InForce)
	assert.Equal(t, pipeline.Sheets{ // as examples/sheets/README.md has them, twice
		Read: 19, Failed: 1,
		ByStatus: map[string]int{"classified": 12, "incomplete": 2, "rejected": 2, "stopped": 2},
		ByStar:   map[int]int{5: 2, 4: 4, 3: 4, 2: 2},
	}, got.Sheets)
}

func compact(t *testing.T, data []byte) []byte {
	t.Helper()
	var v any
	require.NoError(t, json.Unmarshal(data, &v))
	line, err := json.Marshal(v)
	require.NoError(t, err)
	return line
}

// A pattern that no file has is told, and leaves no figures behind.
func TestNoSuchFile(t *testing.T) {
	p, s := beam.NewPipelineWithRoot()
	out := filepath.Join(t.TempDir(), "figures.json")
	pipeline.Write(s, out, pipeline.Count(s, pipeline.Options{On: on, Registers: []string{filepath.Join(t.TempDir(), "none*.jsonl")}}))
	assert.Error(t, beamx.Run(context.Background(), p))
	assert.NoFileExists(t, out)
}

// run gives the figures as they were written.
func run(t *testing.T, o pipeline.Options) string {
	t.Helper()
	p, s := beam.NewPipelineWithRoot()
	out := filepath.Join(t.TempDir(), "figures.json")
	pipeline.Write(s, out, pipeline.Count(s, o))
	require.NoError(t, beamx.Run(context.Background(), p))
	data, err := os.ReadFile(out)
	require.NoError(t, err)
	return string(data)
}
