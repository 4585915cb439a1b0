// Package benchmarks sets the engine beside what a user would take for a
// yardstick. It is a module of its own, so that nobody who imports the project
// gets what is only compared with.
package benchmarks

import (
	"testing"

	gocvss31 "github.com/pandatix/go-cvss/31"

	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
)

// sheet is set 1 fully answered: 32 criteria, minima and star included.
func sheet(b *testing.B) scoring.Sheet {
	b.Helper()
	set, _ := qd26.Edition().Set(1)
	s := set.Sheet()
	for _, c := range set.Criteria() {
		options := c.Options()
		if err := s.Answer(c.Code(), options[len(options)-1].Code); err != nil {
			b.Fatal(err)
		}
	}
	return s
}

func BenchmarkOCOPScore32Criteria(b *testing.B) {
	s := sheet(b)
	b.ReportAllocs()
	for b.Loop() {
		scoring.Score(&s)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/32, "ns/criterion")
}

func BenchmarkCVSS31BaseScore8Metrics(b *testing.B) {
	v, err := gocvss31.ParseVector("CVSS:3.1/AV:N/AC:L/PR:L/UI:R/S:C/C:L/I:L/A:N")
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		v.BaseScore()
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/8, "ns/criterion")
}
