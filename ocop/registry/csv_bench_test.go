package registry_test

import (
	"io"
	"iter"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/ocop/registry"
)

// BenchmarkTables reads and writes 10,000 records, a record at a time.
func BenchmarkTables(b *testing.B) {
	const n = 10_000
	x, problems := registry.Read([]byte(good))
	require.Empty(b, problems)
	records := slices.Repeat([]registry.Record{x}, n)
	var table, lines strings.Builder
	require.NoError(b, registry.WriteCSV(&table, slices.Values(records), registry.CSVOptions{}))
	require.NoError(b, registry.WriteJSONLines(&lines, slices.Values(records)))
	for name, text := range map[string]string{"CSV": table.String(), "JSONLines": lines.String(), "CSV of quotes": quotedAll(table.String(), ",")} {
		b.Run("read "+name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				require.Equal(b, n, count(registry.Records("", strings.NewReader(text))))
			}
			b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "records/s")
		})
	}
	b.Run("write CSV", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			require.NoError(b, registry.WriteCSV(io.Discard, slices.Values(records), registry.CSVOptions{}))
		}
		b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "records/s")
	})
	b.Run("write JSONLines", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			require.NoError(b, registry.WriteJSONLines(io.Discard, slices.Values(records)))
		}
		b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "records/s")
	})
}

func count(rows iter.Seq2[registry.Row, error]) (n int) {
	for row, err := range rows {
		if err == nil && row.Record.Set != 0 {
			n++
		}
	}
	return n
}
