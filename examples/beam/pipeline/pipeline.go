// Package pipeline counts registers of OCOP products and scores sheets in Apache
// Beam: the library checks, scores and counts, Beam carries the records from one
// machine to another. The figures are those of registry.Count.
package pipeline

import (
	"context"
	"reflect"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/fileio"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/textio"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"github.com/ocop-vn/ocop-go/ocop/registry"
	"github.com/ocop-vn/ocop-go/scoring/civil"
)

// Options are what is read, and the day that is counted for.
type Options struct {
	On        civil.Date
	Registers []string // names or patterns of files, JSON Lines or CSV; where a code stands twice the file whose name comes first counts
	Sheets    []string // of files with a sheet a line
}

// Register tells Beam the types and functions of this package. It has to be called
// before beam.Init.
func Register() {
	beam.RegisterCoder(reflect.TypeFor[registry.Fact](), encodeFact, decodeFact)
	beam.RegisterCoder(reflect.TypeFor[Part](), encodePart, decodePart)
	register.DoFn5x1[context.Context, fileio.ReadableFile, func(*fileio.FileMetadata) bool, func(uint64, registry.Fact), func(Part), error](&readFn{})
	register.DoFn4x0[uint64, func(*registry.Fact) bool, func(uint64, registry.Fact), func(Part)](&codeFn{})
	register.DoFn4x0[uint64, func(*registry.Fact) bool, func(uint64, registry.Fact), func(Part)](&successionFn{})
	register.DoFn4x0[uint64, func(*registry.Fact) bool, func(uint64, registry.Fact), func(Part)](&productFn{})
	register.DoFn3x0[uint64, func(*registry.Fact) bool, func(Part)](&producerFn{})
	register.DoFn2x0[string, func(Part)](&scoreFn{})
	register.Combiner1[Part](&sumFn{})
	register.Function1x2(line)
	register.Emitter2[uint64, registry.Fact]()
	register.Emitter1[Part]()
	register.Iter1[registry.Fact]()
	register.Iter1[fileio.FileMetadata]()
}

// Count is a collection of one Part: that of all registers and all sheets.
//
// A register's facts are grouped four times, as registry.Count does on one machine:
// by code, of which the first record counts; by code again, with the products that
// came after it; by product, which has one certificate at a time; by producer.
func Count(s beam.Scope, o Options) beam.PCollection {
	d := day{On: o.On}
	parts := []beam.PCollection{beam.Create(s, newPart(o.On))}
	if len(o.Registers) > 0 {
		found := fileio.MatchAll(s, beam.CreateList(s, o.Registers), fileio.MatchEmptyDisallow())
		facts, read := beam.ParDo2(s.Scope("read"), &readFn{day: d}, fileio.ReadMatches(s, beam.Reshuffle(s, found)), beam.SideInput{Input: found})
		facts, twice := beam.ParDo2(s.Scope("code"), &codeFn{day: d}, beam.GroupByKey(s, facts))
		facts, replaced := beam.ParDo2(s.Scope("succession"), &successionFn{day: d}, beam.GroupByKey(s, facts))
		facts, products := beam.ParDo2(s.Scope("product"), &productFn{day: d}, beam.GroupByKey(s, facts))
		producers := beam.ParDo(s.Scope("producer"), &producerFn{day: d}, beam.GroupByKey(s, facts))
		parts = append(parts, read, twice, replaced, products, producers)
	}
	if len(o.Sheets) > 0 {
		lines := textio.ReadAll(s, beam.CreateList(s, o.Sheets))
		parts = append(parts, beam.ParDo(s.Scope("score"), &scoreFn{day: d}, lines))
	}
	return beam.Combine(s, &sumFn{On: o.On}, beam.Flatten(s, parts...))
}

// Write writes the Part of a collection to a file, as JSON on one line.
func Write(s beam.Scope, file string, part beam.PCollection) {
	textio.Write(s, file, beam.ParDo(s, line, part))
}

func line(p Part) (string, error) {
	json, err := p.MarshalJSON()
	return string(json), err
}
