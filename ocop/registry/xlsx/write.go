package xlsx

import (
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"

	"github.com/ocop-vn/ocop-go/ocop/registry"
	"github.com/ocop-vn/ocop-go/scoring/civil"
)

// SheetName is that of the sheet which is written.
const SheetName = "OCOP"

// Writer writes records as a workbook of one sheet that Rows reads back without loss:
// the header in a row that stays in sight, codes as text so that they keep their
// zeros, days as dates. It is a registry.Writer. A sheet has room for 1,048,575
// records; one more is an error.
type Writer struct {
	into  io.Writer
	book  *excelize.File
	rows  *excelize.StreamWriter
	day   int // the style of days
	text  int // that of texts
	plain int // that of numbers
	row   int // the last one written
	cells []any
}

// NewWriter makes a workbook that Flush writes to w. Many rows stand in a temporary
// file until then.
func NewWriter(w io.Writer) (*Writer, error) {
	x := &Writer{into: w, book: excelize.NewFile()}
	if err := x.begin(); err != nil {
		_ = x.book.Close()
		return nil, err
	}
	return x, nil
}

// begin writes what stands before the records.
func (w *Writer) begin() (err error) {
	if err = w.book.SetSheetName(w.book.GetSheetName(0), SheetName); err != nil {
		return err
	}
	if w.rows, err = w.book.NewStreamWriter(SheetName); err != nil {
		return err
	}
	dayFormat := "yyyy-mm-dd"
	if w.day, err = w.book.NewStyle(&excelize.Style{CustomNumFmt: &dayFormat}); err != nil {
		return err
	}
	if w.text, err = w.book.NewStyle(&excelize.Style{NumFmt: 49}); err != nil {
		return err
	}
	general := "General"
	if w.plain, err = w.book.NewStyle(&excelize.Style{CustomNumFmt: &general}); err != nil {
		return err
	}
	bold, err := w.book.NewStyle(&excelize.Style{NumFmt: 49, Font: &excelize.Font{Bold: true, Family: "Calibri", Size: 11}})
	if err != nil {
		return err
	}
	names := registry.Columns()
	if err = w.rows.SetColStyle(1, len(names), w.text); err != nil { // of what is typed there later
		return err
	}
	if err = w.rows.SetColWidth(1, len(names), 16); err != nil {
		return err
	}
	if err = w.rows.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	header := make([]any, len(names))
	for i, name := range names {
		header[i] = excelize.Cell{StyleID: bold, Value: name}
	}
	return w.add(header)
}

func (w *Writer) add(cells []any) error {
	w.row++
	if w.row > excelize.TotalRows {
		return fmt.Errorf("xlsx: more than %d records do not fit a sheet", excelize.TotalRows-1)
	}
	return w.rows.SetRow(fmt.Sprintf("A%d", w.row), cells)
}

// Write writes a record.
func (w *Writer) Write(x *registry.Record) error {
	w.cells = w.cells[:0]
	for _, v := range registry.Values(x) {
		switch given := v.(type) {
		case civil.Date:
			v = excelize.Cell{StyleID: w.day, Value: registry.DayNumber(given, false)}
		case string:
			v = excelize.Cell{StyleID: w.text, Value: given}
		case int, float64:
			v = excelize.Cell{StyleID: w.plain, Value: given}
		}
		w.cells = append(w.cells, v)
	}
	return w.add(w.cells)
}

// Flush writes the workbook, once, after its last record.
func (w *Writer) Flush() error {
	err := w.rows.Flush()
	if err == nil {
		err = w.book.Write(w.into)
	}
	if closed := w.book.Close(); err == nil {
		err = closed
	}
	return err
}
