package ocop_test

import (
	"io"
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/ocop"
)

func document(b *testing.B) []byte {
	b.Helper()
	data, err := os.ReadFile("../examples/sheets/ca-phe-dak-lak.json")
	require.NoError(b, err)
	return data
}

// A sheet as JSON to a Result as JSON, as score --jsonl does it.
func BenchmarkEvaluate(b *testing.B) {
	data := document(b)
	var out []byte
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		e, err := ocop.Evaluate(data)
		if err != nil {
			b.Fatal(err)
		}
		out = e.Result.AppendJSON(out[:0])
	}
}

func BenchmarkReport(b *testing.B) {
	data := document(b)
	b.ReportAllocs()
	for b.Loop() {
		e, err := ocop.Evaluate(data)
		if err != nil {
			b.Fatal(err)
		}
		if err := e.Report(io.Discard, ocop.ReportOptions{}); err != nil {
			b.Fatal(err)
		}
	}
}
