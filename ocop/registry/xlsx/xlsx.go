// Package xlsx reads records from the sheets of workbooks (Office Open XML) and
// writes them, with the columns of a table as package registry has them. It is a
// module of its own so that its library never reaches an importer of registry.
package xlsx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/ocop-vn/ocop-go/ocop/registry"
)

// Options are how a workbook is read.
type Options struct {
	Sheet    string // its name; "": the first
	Bytes    int64  // the largest file; 0: MaxBytes
	Unpacked int64  // what it may unpack to; 0: MaxUnpacked
}

// How large a workbook may be where nothing else is said: a million products, which
// is all that a sheet has room for, come to a third of that.
const (
	MaxBytes    = 256 << 20
	MaxUnpacked = 4 << 30
)

// Why a workbook is not read.
var (
	ErrTooLarge = errors.New("xlsx: the workbook is larger than allowed")
	ErrBroken   = errors.New("xlsx: the workbook is broken")
	ErrNoSheet  = errors.New("xlsx: the workbook has no such sheet")
)

// Rows reads a record from each row of a sheet, as registry.CSV does from each row of
// a table; lines are the sheet's. A date may be a date cell, of which a workbook
// keeps a number, and a formula counts for the value that the workbook holds. Rows
// are read one after the other from the sheet, which stands in a temporary file where
// it is large; the packed file is held in memory. The error is one of those above or
// that of reading.
func Rows(file string, r io.Reader, o Options) iter.Seq2[registry.Row, error] {
	return func(yield func(registry.Row, error) bool) {
		book, err := open(r, o)
		if err != nil {
			yield(registry.Row{File: file}, err)
			return
		}
		s := sheet{file: file, book: book}
		if err := errors.Join(s.read(o.Sheet, yield), book.Close()); err != nil && !s.left {
			yield(registry.Row{File: file}, err)
		}
	}
}

// open reads a workbook once it is known to be whole and no larger than allowed.
func open(r io.Reader, o Options) (*excelize.File, error) {
	if o.Bytes == 0 {
		o.Bytes = MaxBytes
	}
	if o.Unpacked == 0 {
		o.Unpacked = MaxUnpacked
	}
	data, err := io.ReadAll(io.LimitReader(r, o.Bytes+1))
	switch {
	case err != nil:
		return nil, err
	case int64(len(data)) > o.Bytes:
		return nil, ErrTooLarge
	}
	if err := check(data, o.Unpacked); err != nil {
		return nil, err
	}
	book, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{RawCellValue: true, UnzipSizeLimit: o.Unpacked, UnzipXMLSizeLimit: min(o.Unpacked, 16<<20)})
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrBroken, err)
	}
	return book, nil
}

// check reads all of a workbook: what reads it afterwards takes the end of what it can
// read for the end of the sheet.
func check(data []byte, most int64) error {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return fmt.Errorf("%w: %w", ErrBroken, err)
	}
	others := int64(len(data)) + 64<<20 // pictures and what is little: all of it is held in memory
	for _, f := range archive.File {
		large := isLarge(f.Name)
		n, err := checkFile(f, large, most)
		if err != nil {
			return fmt.Errorf("%w: %s: %w", ErrBroken, f.Name, err)
		}
		if !large {
			others -= n
		}
		if most -= n; most < 0 || others < 0 {
			return ErrTooLarge
		}
	}
	return nil
}

// isLarge tells of the files of an archive that are read as a stream: the sheets, and
// the texts that stand in them.
func isLarge(name string) bool {
	name = strings.ToLower(name)
	return strings.HasPrefix(name, "xl/worksheets/sheet") && strings.HasSuffix(name, ".xml") || name == "xl/sharedstrings.xml"
}

// checkFile is how many bytes a file of the archive has, up to one more than allowed.
func checkFile(f *zip.File, large bool, most int64) (n int64, err error) {
	in, err := f.Open()
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, in.Close()) }()
	limited := &io.LimitedReader{R: in, N: most + 1}
	if large {
		if err := wellFormed(&shortTokens{in: limited}); err != nil && limited.N > 0 {
			return 0, err
		}
	}
	_, err = io.Copy(io.Discard, limited)
	return most + 1 - limited.N, err
}

func wellFormed(r io.Reader) error {
	for d := xml.NewDecoder(r); ; {
		switch _, err := d.Token(); {
		case err == io.EOF: //nolint:errorlint // the decoder returns it bare
			return nil
		case err != nil:
			return err
		}
	}
}

// shortTokens reads a text of XML in which no tag and no text is longer than what a
// cell may hold: a decoder has all of one in memory.
type shortTokens struct {
	in  io.Reader
	run int // since the last <
}

// longestToken is more than the 32,767 characters of a cell in bytes, escaped.
const longestToken = 1 << 20

func (s *shortTokens) Read(p []byte) (int, error) {
	n, err := s.in.Read(p)
	if i := bytes.LastIndexByte(p[:n], '<'); i >= 0 {
		s.run = n - i
	} else {
		s.run += n
	}
	if s.run > longestToken {
		return 0, errors.New("a text is too long for a cell")
	}
	return n, err
}

// sheet reads the records of a sheet.
type sheet struct {
	file  string
	book  *excelize.File
	table *registry.Table // nil before the header
	old   bool            // its days are counted from 1904
	line  int
	left  bool // nobody reads on
}

func (s *sheet) read(name string, yield func(registry.Row, error) bool) error {
	if name == "" {
		name = s.book.GetSheetName(0)
	}
	if props, err := s.book.GetWorkbookProps(); err == nil && props.Date1904 != nil {
		s.old = *props.Date1904
	}
	rows, err := s.book.Rows(name)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrNoSheet, err)
	}
	for rows.Next() {
		s.line++
		cells, err := rows.Columns()
		if err != nil {
			return errors.Join(fmt.Errorf("%w: row %d: %w", ErrBroken, s.line, err), rows.Close())
		}
		if empty(cells) {
			continue
		}
		row, tell := s.row(cells)
		if s.left = tell && !yield(row, nil); s.left || s.table == nil {
			break
		}
	}
	return errors.Join(rows.Error(), rows.Close())
}

func empty(cells []string) bool {
	return strings.TrimSpace(strings.Join(cells, "")) == ""
}

// row is a row of the sheet; tell: it is one to be told, as a header without a fault is not.
func (s *sheet) row(cells []string) (row registry.Row, tell bool) {
	row = registry.Row{File: s.file, Line: s.line}
	if s.table == nil {
		row.Head = true
		s.table, row.Problems = registry.NewTable(cells)
		return row, len(row.Problems) > 0
	}
	row.Record, row.Problems = s.table.Row(s.table.FromWorkbook(cells, s.old))
	return row, true
}
