package figures_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/examples/duckdb/figures"
	"github.com/ocop-vn/ocop-go/ocop/registry"
	"github.com/ocop-vn/ocop-go/scoring/civil"
)

var on = civil.Date{Year: 2026, Month: 11, Day: 25}

// register are a few records: one wrong, one whose code stands twice, one that took
// another's place.
func register() []registry.Record {
	coffee := registry.Record{
		Code: "66-24277-1-2026", Product: "Cà phê", Set: 13, Edition: "qd26-2026", Producer: dossier.RecordProducer{Name: "HTX 'Ea Kao'", Kind: "cooperative", TaxCode: "0100109106"},
		Province: "66", Commune: "24277", Star: 4, Total: "92", Decision: "1/QĐ", Authority: "province", Issued: "2026-08-05", Expires: "2029-08-05", State: "recognised",
		Channels: []string{"e-commerce", "shop"},
	}
	tea, twice, wrong, earlier := coffee, coffee, coffee, coffee
	tea.Code, tea.Product, tea.Set, tea.Previous, tea.PreviousStar = "66-24277-2-2026", "=Chè", 14, "66-643-24277-9-2024", 3
	twice.Producer.Kind = "farm"
	wrong.Code, wrong.Star = "66-24277-3-2026", 5
	earlier.Code, earlier.Product, earlier.Issued, earlier.Expires = "66-643-24277-9-2024", "Chè xanh", "2024-08-05", "2027-08-05"
	return []registry.Record{coffee, twice, wrong, earlier, tea}
}

func TestFiguresAreTheLibrarys(t *testing.T) {
	t.Parallel()
	var table bytes.Buffer
	require.NoError(t, registry.WriteCSV(&table, slices.Values(register()), registry.CSVOptions{}))
	report, err := registry.Count(registry.Records("", bytes.NewReader(table.Bytes())), registry.Options{On: on})
	require.NoError(t, err)
	require.Equal(t, 2, report.InForce)
	want := report.Figures.AppendJSON(nil)
	want = append(want[:len(want)-1], `,"failed":2}`...)

	dir := filepath.Join(t.TempDir(), "số 'liệu'")
	require.NoError(t, os.Mkdir(dir, 0o700))
	whole := filepath.Join(dir, "register.csv")
	require.NoError(t, os.WriteFile(whole, table.Bytes(), 0o600))
	got, err := figures.Count(context.Background(), on, whole)
	require.NoError(t, err)
	assert.JSONEq(t, string(want), got)

	// The same in two files, whose order counts.
	lines := strings.SplitAfter(table.String(), "\n")
	for name, rows := range map[string][]string{"b.csv": lines[:3], "a.csv": append(lines[:1:1], lines[3:]...)} {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(strings.Join(rows, "")), 0o600))
	}
	got, err = figures.Count(context.Background(), on, filepath.Join(dir, "b.csv"), filepath.Join(dir, "a.csv"))
	require.NoError(t, err)
	assert.JSONEq(t, string(want), got)
}

func TestNothingToCount(t *testing.T) {
	t.Parallel()
	_, err := figures.Count(context.Background(), on)
	assert.Error(t, err)
	_, err = figures.Count(context.Background(), on, filepath.Join(t.TempDir(), "none.csv"))
	assert.ErrorContains(t, err, "none.csv")
}
