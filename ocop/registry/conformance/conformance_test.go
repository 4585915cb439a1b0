// Package conformance_test holds the figures of registry.Count to those of three
// others: Apache Beam with the same facts, DuckDB by its own SQL, and a naive
// program that shares nothing, and has patches of registers applied by a library that
// others use.
package conformance_test

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/examples/beam/pipeline"
	"github.com/ocop-vn/ocop-go/examples/duckdb/figures"
	"github.com/ocop-vn/ocop-go/ocop/registry"
	"github.com/ocop-vn/ocop-go/ocop/registry/conformance/gen"
	"github.com/ocop-vn/ocop-go/ocop/registry/conformance/naive"
	"github.com/ocop-vn/ocop-go/scoring/civil"
)

var (
	records = flag.Int("records", 20_000, "how many records are counted")
	seed    = flag.Uint64("seed", 26, "of which register")
)

func TestMain(m *testing.M) {
	flag.Parse()
	pipeline.Register()
	beam.Init()
	os.Exit(m.Run())
}

// TestFigures counts one register four ways, on a day when its first records are
// in force, on one in its middle, and on one when the last are.
func TestFigures(t *testing.T) {
	dir := t.TempDir()
	lines, table := filepath.Join(dir, "register.jsonl"), filepath.Join(dir, "register.csv")
	require.NoError(t, gen.Write(*seed, *records, lines, table))
	text, err := os.ReadFile(lines)
	require.NoError(t, err)
	rows, err := os.ReadFile(table)
	require.NoError(t, err)
	for _, on := range []civil.Date{{Year: 2020, Month: 2, Day: 29}, {Year: 2025, Month: 7, Day: 1}, {Year: 2026, Month: 11, Day: 25}} {
		t.Run(on.String(), func(t *testing.T) {
			ours := count(t, text, on)
			require.NotZero(t, ours["inForce"])
			assert.Equal(t, ours, read(t, beamFigures(t, lines, on)), "Beam")
			ours = without(ours, "problems", "problemsByCode") // a table's are other ones
			assert.Equal(t, ours, without(count(t, rows, on), "problems", "problemsByCode"), "the table")
			assert.Equal(t, ours, without(read(t, beamFigures(t, table, on)), "problems", "problemsByCode"), "Beam with the table")
			assert.Equal(t, ours, naiveFigures(t, text, on), "naive")
			sql, err := figures.Count(context.Background(), on, table)
			require.NoError(t, err)
			assert.Equal(t, ours, read(t, []byte(sql)), "DuckDB")
		})
	}
}

// count are our figures, with no single problems.
func count(t *testing.T, text []byte, on civil.Date) map[string]any {
	t.Helper()
	report, err := registry.Count(registry.Records("", bytes.NewReader(text)), registry.Options{On: on})
	require.NoError(t, err)
	report.Findings = nil
	return read(t, report.AppendJSON(nil))
}

func beamFigures(t *testing.T, file string, on civil.Date) []byte {
	t.Helper()
	p, s := beam.NewPipelineWithRoot()
	out := filepath.Join(t.TempDir(), "figures.json")
	pipeline.Write(s, out, pipeline.Count(s, pipeline.Options{On: on, Registers: []string{file}}))
	require.NoError(t, beamx.Run(context.Background(), p))
	data, err := os.ReadFile(out)
	require.NoError(t, err)
	return data
}

func naiveFigures(t *testing.T, text []byte, on civil.Date) map[string]any {
	t.Helper()
	places, err := naive.ReadPlaces("../../../dossier/codes/places/source")
	require.NoError(t, err)
	data, err := json.Marshal(naive.Count(bytes.NewReader(text), places, time.Date(on.Year, time.Month(on.Month), on.Day, 0, 0, 0, 0, time.UTC)))
	require.NoError(t, err)
	return read(t, data)
}

// without leaves members out.
func without(figures map[string]any, names ...string) map[string]any {
	for _, name := range names {
		delete(figures, name)
	}
	return figures
}

func read(t *testing.T, data []byte) (figures map[string]any) {
	t.Helper()
	require.NoError(t, json.Unmarshal(data, &figures), string(data))
	return figures
}
