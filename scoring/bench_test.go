package scoring_test

import (
	"testing"

	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
)

// The largest of the common sizes: set 1 has 32 criteria.
func BenchmarkScore(b *testing.B) {
	sheet := best(b, 1)
	b.ReportAllocs()
	for b.Loop() {
		scoring.Score(&sheet)
	}
}

// An incomplete sheet has bounds to work out too.
func BenchmarkScoreIncomplete(b *testing.B) {
	sheet := best(b, 1)
	answer(b, &sheet, "1.1", "", "4.1", "", "6.1", "")
	b.ReportAllocs()
	for b.Loop() {
		scoring.Score(&sheet)
	}
}

func BenchmarkDecodeSheet(b *testing.B) {
	sheet := best(b, 1)
	data := sheet.AppendJSON(nil)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := scoring.DecodeSheet(data, qd26.Edition()); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkResultJSON(b *testing.B) {
	sheet := best(b, 1)
	answer(b, &sheet, "1.5", "c")
	r := scoring.Score(&sheet)
	var buffer []byte
	b.ReportAllocs()
	for b.Loop() {
		buffer = r.AppendJSON(buffer[:0])
	}
}
