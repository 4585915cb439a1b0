package pipeline

import (
	"cmp"
	"context"
	"errors"
	"io"
	"slices"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/fileio"

	"github.com/ocop-vn/ocop-go/ocop"
	"github.com/ocop-vn/ocop-go/ocop/registry"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/civil"
)

// Codes of what registry finds between records.
const (
	codeTwice       = "REGISTER-01"
	twoCertificates = "REGISTER-02"
	otherProducer   = "REGISTER-03"
)

// day is what each step has: the day that is counted for, and what the records of
// a bundle come to, which goes out with its end.
type day struct {
	On   civil.Date
	part Part
}

func (d *day) start() { d.part = newPart(d.On) }

// readFn reads a register and checks its records.
type readFn struct{ day }

// StartBundle begins a part.
func (f *readFn) StartBundle(_ func(*fileio.FileMetadata) bool, _ func(uint64, registry.Fact), _ func(Part)) {
	f.start()
}

// ProcessElement reads one file; all are the files there are, of which its name
// gives it a place that is the same on every machine.
func (f *readFn) ProcessElement(ctx context.Context, file fileio.ReadableFile, all func(*fileio.FileMetadata) bool, facts func(uint64, registry.Fact), _ func(Part)) (err error) {
	in, err := file.Open(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, in.Close()) }()
	return f.read(file.Metadata.Path, before(file.Metadata.Path, all), in, facts)
}

func (f *readFn) read(name string, number int, in io.Reader, facts func(uint64, registry.Fact)) error {
	for row, err := range registry.Records(name, in) {
		if err != nil {
			return err
		}
		for i := range row.Problems {
			f.part.ByCode[row.Problems[i].Code]++
		}
		if row.Failed() {
			f.part.Failed++
			continue
		}
		fact := registry.FactOf(&row.Record, registry.PlaceOf(number, row.Line))
		if fact.Code == 0 { // refused, and never had one
			f.part.Figures.Add(&fact)
			continue
		}
		facts(fact.Code, fact)
	}
	return nil
}

// before is how many of all files have a name before this one's.
func before(name string, all func(*fileio.FileMetadata) bool) (n int) {
	var other fileio.FileMetadata
	for all(&other) {
		if other.Path < name {
			n++
		}
	}
	return n
}

// FinishBundle hands the part on.
func (f *readFn) FinishBundle(_ func(*fileio.FileMetadata) bool, _ func(uint64, registry.Fact), parts func(Part)) {
	parts(f.part)
}

// codeFn keeps the first record of a code.
type codeFn struct{ day }

// StartBundle begins a part.
func (f *codeFn) StartBundle(_ func(uint64, registry.Fact), _ func(Part)) { f.start() }

// ProcessElement takes the records of a code.
func (f *codeFn) ProcessElement(_ uint64, records func(*registry.Fact) bool, facts func(uint64, registry.Fact), _ func(Part)) {
	all := inOrder(records)
	kept := all[0]
	f.part.Failed += len(all) - 1
	if len(all) > 1 {
		f.part.ByCode[codeTwice] += len(all) - 1
	}
	facts(kept.Code, kept)
	if follower, ok := kept.Follower(); ok {
		facts(follower.Previous, follower)
	}
}

// FinishBundle hands the part on.
func (f *codeFn) FinishBundle(_ func(uint64, registry.Fact), parts func(Part)) { parts(f.part) }

// inOrder are facts in the order they were read.
func inOrder(next func(*registry.Fact) bool) (all []registry.Fact) {
	var f registry.Fact
	for next(&f) {
		all = append(all, f)
	}
	slices.SortFunc(all, func(a, b registry.Fact) int { return cmp.Compare(a.Place, b.Place) })
	return all
}

// replace ends a certificate on which another follows.
func (d *day) replace(earlier, later *registry.Fact) {
	if registry.Replace(earlier, later) {
		d.part.ByCode[twoCertificates]++
	}
}

// successionFn ends certificates of products that were recognised again under
// another code.
type successionFn struct{ day }

// StartBundle begins a part.
func (f *successionFn) StartBundle(_ func(uint64, registry.Fact), _ func(Part)) { f.start() }

// ProcessElement takes the record of a code, if there is one, and those that name it.
func (f *successionFn) ProcessElement(_ uint64, records func(*registry.Fact) bool, facts func(uint64, registry.Fact), _ func(Part)) {
	kept, followers := registry.SameCode(inOrder(records))
	if kept == nil {
		return
	}
	for i := range followers {
		f.replace(kept, &followers[i])
	}
	facts(kept.Product, *kept)
}

// FinishBundle hands the part on.
func (f *successionFn) FinishBundle(_ func(uint64, registry.Fact), parts func(Part)) { parts(f.part) }

// productFn counts the certificates of a product, one at a time.
type productFn struct{ day }

// StartBundle begins a part.
func (f *productFn) StartBundle(_ func(uint64, registry.Fact), _ func(Part)) { f.start() }

// ProcessElement takes the records of a product.
func (f *productFn) ProcessElement(_ uint64, records func(*registry.Fact) bool, facts func(uint64, registry.Fact), _ func(Part)) {
	all := inOrder(records)
	registry.SortByIssue(all)
	for i := range all {
		if i+1 < len(all) {
			f.replace(&all[i], &all[i+1])
		}
		f.part.Figures.Add(&all[i])
		facts(all[i].Producer, all[i])
	}
}

// FinishBundle hands the part on.
func (f *productFn) FinishBundle(_ func(uint64, registry.Fact), parts func(Part)) { parts(f.part) }

// producerFn counts producers.
type producerFn struct{ day }

// StartBundle begins a part.
func (f *producerFn) StartBundle(_ func(Part)) { f.start() }

// ProcessElement takes the records of a producer.
func (f *producerFn) ProcessElement(_ uint64, records func(*registry.Fact) bool, _ func(Part)) {
	all := inOrder(records)
	for i := range all {
		if all[i].Kind != all[0].Kind {
			f.part.ByCode[otherProducer]++
		}
	}
	f.part.Figures.AddProducer(all)
}

// FinishBundle hands the part on.
func (f *producerFn) FinishBundle(parts func(Part)) { parts(f.part) }

// scoreFn scores sheets.
type scoreFn struct{ day }

// StartBundle begins a part.
func (f *scoreFn) StartBundle(_ func(Part)) { f.start() }

// ProcessElement scores the sheet of a line.
func (f *scoreFn) ProcessElement(line string, _ func(Part)) {
	if strings.TrimSpace(line) == "" {
		return
	}
	sheets := &f.part.Sheets
	sheets.Read++
	e, err := ocop.Evaluate([]byte(line))
	if err != nil {
		sheets.Failed++
		return
	}
	sheets.ByStatus[string(e.Result.Status)]++
	if e.Result.Status == scoring.StatusClassified {
		sheets.ByStar[e.Result.Star]++
	}
}

// FinishBundle hands the part on.
func (f *scoreFn) FinishBundle(parts func(Part)) { parts(f.part) }
