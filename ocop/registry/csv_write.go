package registry

import (
	"encoding/csv"
	"encoding/json"
	"io"
	"iter"
)

// CSVOptions are how a table is written.
type CSVOptions struct {
	Comma byte // between the cells: , ; or tab; 0: a comma
	BOM   bool // begin with the mark by which Excel knows UTF-8
}

// CSVWriter writes records as a table that CSV reads back without loss. What a
// spreadsheet would take for a formula is written as text. One who opens tables in a
// spreadsheet whose lists have semicolons, as in Vietnam, should write them with
// that comma, and a mark.
type CSVWriter struct {
	out   *csv.Writer
	into  io.Writer
	bom   bool
	begun bool
}

// NewCSVWriter writes to w; Flush it at the end.
func NewCSVWriter(w io.Writer, o CSVOptions) *CSVWriter {
	c := &CSVWriter{out: csv.NewWriter(w), into: w, bom: o.BOM}
	if o.Comma != 0 {
		c.out.Comma = rune(o.Comma)
	}
	return c
}

// Write writes a record, the header before the first.
func (c *CSVWriter) Write(x *Record) error {
	if err := c.begin(); err != nil {
		return err
	}
	return c.out.Write(Cells(x))
}

// Flush writes what is still held; of no records, the header.
func (c *CSVWriter) Flush() error {
	if err := c.begin(); err != nil {
		return err
	}
	c.out.Flush()
	return c.out.Error()
}

func (c *CSVWriter) begin() error {
	if c.begun {
		return nil
	}
	c.begun = true
	if c.bom {
		if _, err := c.into.Write(bom); err != nil {
			return err
		}
	}
	return c.out.Write(Columns())
}

// WriteCSV writes records as a table.
func WriteCSV(w io.Writer, records iter.Seq[Record], o CSVOptions) error {
	return writeAll(NewCSVWriter(w, o), records)
}

// JSONLinesWriter writes a record a line.
type JSONLinesWriter struct{ out *json.Encoder }

// NewJSONLinesWriter writes to w, line by line.
func NewJSONLinesWriter(w io.Writer) *JSONLinesWriter {
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	return &JSONLinesWriter{out}
}

// Write writes a record.
func (j *JSONLinesWriter) Write(x *Record) error { return j.out.Encode(x) }

// Flush does nothing: each line is written at once.
func (j *JSONLinesWriter) Flush() error { return nil }

// WriteJSONLines writes a record a line.
func WriteJSONLines(w io.Writer, records iter.Seq[Record]) error {
	return writeAll(NewJSONLinesWriter(w), records)
}

// Writer takes records one after the other.
type Writer interface {
	Write(*Record) error
	Flush() error
}

func writeAll(w Writer, records iter.Seq[Record]) error {
	for x := range records {
		if err := w.Write(&x); err != nil {
			return err
		}
	}
	return w.Flush()
}
