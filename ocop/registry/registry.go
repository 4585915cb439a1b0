// Package registry keeps the products that were recognised: records that any
// system can read, the programme's figures of any number of them, and what one
// register hands to another.
//
// A record is made of a dossier (FromDossier), read from JSON Lines or a table
// (Records), checked by itself (Check), and counted with the others (Count), which
// finds what is wrong between records: a code that stands twice, two certificates
// of one product. What fails is told and not counted. There is no clock here: the
// day is an argument.
package registry

import (
	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// Record is a product in a register; package dossier has its shape, and
// `ocop schema record` its JSON Schema.
type Record = dossier.Record

// Row is a record as it stands in a file, with what is wrong with it.
type Row struct {
	File     string // as it was named; "" where there is but one
	Line     int    // from 1; of a table's row the line that it begins on
	Head     bool   // no record: what is wrong with a table's header, or with the file
	Record   Record // zero where its shape is wrong
	Problems problem.List
}

// Failed tells that the record is not to be counted.
func (r *Row) Failed() bool { return r.Problems.Err() != nil }

// Read reads a record from JSON and checks it.
func Read(data []byte) (Record, problem.List) {
	x, err := dossier.DecodeRecord(data)
	if err != nil {
		return Record{}, problem.From(err)
	}
	return x, check(&x)
}

// Check tells what is wrong with a record by itself: its shape, and what its
// members say of each other. Errors keep it from being counted.
func Check(x *Record) problem.List {
	if problems := x.CheckShape(); problems.Err() != nil {
		return problems
	}
	return check(x)
}
