package pipeline

import (
	"bytes"
	"encoding/binary"
	"encoding/gob"
	"encoding/json"

	"github.com/ocop-vn/ocop-go/ocop/registry"
	"github.com/ocop-vn/ocop-go/scoring/civil"
)

// Part is what some of the records and sheets come to. Parts of different records
// add up to that of all.
type Part struct {
	Figures registry.Figures
	Failed  int            // records that were not counted
	ByCode  map[string]int // how many problems of each code there are
	Sheets  Sheets
}

// Sheets are how score sheets came out.
type Sheets struct {
	Read     int            `json:"read"`
	Failed   int            `json:"failed"` // no Result
	ByStatus map[string]int `json:"byStatus"`
	ByStar   map[int]int    `json:"byStar"` // of those classified
}

func newPart(on civil.Date) Part {
	return Part{Figures: registry.NewFigures(on), ByCode: map[string]int{}, Sheets: Sheets{ByStatus: map[string]int{}, ByStar: map[int]int{}}}
}

// add adds what other records and sheets come to.
func (p *Part) add(q *Part) {
	p.Figures.Merge(&q.Figures)
	p.Failed += q.Failed
	p.Sheets.Read += q.Sheets.Read
	p.Sheets.Failed += q.Sheets.Failed
	merge(p.ByCode, q.ByCode)
	merge(p.Sheets.ByStatus, q.Sheets.ByStatus)
	merge(p.Sheets.ByStar, q.Sheets.ByStar)
}

func merge[K comparable](into, from map[K]int) {
	for k, n := range from {
		into[k] += n
	}
}

// MarshalJSON implements json.Marshaler: as `ocop registry --json`, with no single
// problems, and "sheets" beside where there are some.
func (p Part) MarshalJSON() ([]byte, error) {
	report := registry.Report{Figures: p.Figures, Failed: p.Failed, ByCode: p.ByCode}
	b := report.AppendJSON(nil)
	if p.Sheets.Read == 0 {
		return b, nil
	}
	sheets, err := json.Marshal(p.Sheets)
	return append(append(append(b[:len(b)-1], `,"sheets":`...), sheets...), '}'), err
}

// sumFn adds parts.
type sumFn struct{ On civil.Date }

// CreateAccumulator is nothing yet.
func (f *sumFn) CreateAccumulator() Part { return newPart(f.On) }

// AddInput adds a part.
func (f *sumFn) AddInput(sum, p Part) Part { return f.MergeAccumulators(sum, p) }

// MergeAccumulators adds two parts, neither of which changes.
func (f *sumFn) MergeAccumulators(a, b Part) Part {
	sum := newPart(f.On)
	sum.add(&a)
	sum.add(&b)
	return sum
}

// A fact is of one size; its bytes are its fields in order.

func encodeFact(f registry.Fact) ([]byte, error) {
	return binary.Append(make([]byte, 0, binary.Size(f)), binary.LittleEndian, f)
}

func decodeFact(b []byte) (f registry.Fact, err error) {
	_, err = binary.Decode(b, binary.LittleEndian, &f)
	return f, err
}

func encodePart(p Part) ([]byte, error) {
	var b bytes.Buffer
	err := gob.NewEncoder(&b).Encode(p)
	return b.Bytes(), err
}

func decodePart(b []byte) (p Part, err error) {
	err = gob.NewDecoder(bytes.NewReader(b)).Decode(&p)
	return p, err
}
