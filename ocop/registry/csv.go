package registry

import (
	"bufio"
	"bytes"
	"io"
	"iter"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// CSV reads a record from each row of a table, checked, in the order they stand; all
// processors read. The first row names the columns, as Columns has them, in any
// order; cells stand between commas, semicolons or tabs, as the header has them; the
// text is UTF-8, or UTF-16 as spreadsheets save it. What is wrong with the header is
// told in a Row of its own, a Head, and the rows are read all the same.
//
// A row that is over the budget of a record, or whose quotes are out of place, is
// told, and reading goes on at the line after the one it begins on: memory does not
// grow, whatever the file. Rows of empty cells are passed over. The error is that of
// reading, after the rows before it.
func CSV(file string, r io.Reader) iter.Seq2[Row, error] {
	return rowsOf(file, r, readTable, (*tableRows).rows)
}

// tableRows are some rows of a table.
type tableRows struct {
	table    *Table // nil: nothing can be read
	comma    byte
	headLine int          // where the header stands
	head     problem.List // what is wrong with it, in the first batch
	text     []byte
	list     []rawRow
}

// rawRow is a row without the end of its line.
type rawRow struct {
	end   int // in the text
	line  int
	fault *problem.Kind // nil: its cells can be told apart
	cut   bool          // the file ends within it
}

// readTable reads a file in batches of whole rows.
func readTable(r io.Reader) iter.Seq2[*tableRows, error] {
	return func(yield func(*tableRows, error) bool) {
		s := newSplitter(utf8Text(r))
		b, err := s.header()
		for more := true; more && err == nil; {
			if b.table == nil {
				more, err = false, s.err
			} else {
				more, err = s.batch(b)
			}
			if len(b.list)+len(b.head) > 0 && !yield(b, nil) {
				return
			}
			b = &tableRows{table: b.table, comma: b.comma}
		}
		if err != nil && err != io.EOF { //nolint:errorlint // the splitter returns it bare
			yield(nil, err)
		}
	}
}

// utf8Text reads UTF-16 as UTF-8: with its mark, or where one of the first two bytes
// is zero, as in a name of Latin letters.
func utf8Text(r io.Reader) io.Reader {
	in := bufio.NewReader(r)
	first, _ := in.Peek(2)
	switch {
	case len(first) < 2:
	case first[0] == 0xff && first[1] == 0xfe, first[0] != 0 && first[1] == 0:
		return transform.NewReader(in, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder())
	case first[0] == 0xfe && first[1] == 0xff, first[0] == 0 && first[1] != 0:
		return transform.NewReader(in, unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewDecoder())
	}
	return in
}

// rows reads the rows.
func (b *tableRows) rows(file string) []Row {
	rows := make([]Row, 0, len(b.list)+1)
	if len(b.head) > 0 {
		rows = append(rows, Row{File: file, Line: b.headLine, Head: true, Problems: b.head})
	}
	from := 0
	var cells []string
	for i := range b.list {
		raw := &b.list[i]
		text := b.text[from:raw.end]
		from = raw.end
		cells = cellsOf(cells[:0], text, b.comma)
		row := Row{File: file, Line: raw.line}
		if p, wrong := b.table.fault(raw, text, cells); wrong {
			row.Problems = problem.List{p}
		} else if !blank(cells) {
			row.Record, row.Problems = b.table.Row(cells)
		} else {
			continue
		}
		rows = append(rows, row)
	}
	return rows
}

// fault is what keeps a row's cells from being read.
func (t *Table) fault(raw *rawRow, text []byte, cells []string) (p problem.Problem, wrong bool) {
	switch {
	case raw.fault == &rowTooLong:
		return rowTooLong.At("", problem.Value("limit", strconv.Itoa(maxRow()))), true
	case raw.fault != nil:
		return t.inCell(raw.fault, len(cells)-1), true
	case !utf8.Valid(text):
		return t.inCell(&otherEncoding, slices.IndexFunc(cells, func(c string) bool { return !utf8.ValidString(c) })), true
	case raw.cut && len(cells) < len(t.columns) && !blank(cells):
		return t.counted(&halfRow, len(cells)), true
	}
	return p, false
}

// blank tells of a row in which nothing stands.
func blank(cells []string) bool {
	for _, c := range cells {
		if trimmed(c) != "" {
			return false
		}
	}
	return true
}

// inCell is what a cell's text has wrong before it is read.
func (t *Table) inCell(k *problem.Kind, cell int) problem.Problem {
	if 0 <= cell && cell < len(t.columns) && t.columns[cell] >= 0 {
		c := &columns[t.columns[cell]]
		return k.At(c.pointer(), problem.Value("column", c.name))
	}
	return k.At("", problem.Value("column", strconv.Itoa(cell+1)))
}

// cellsOf appends the cells of a row; of one whose quotes are out of place those up
// to there.
func cellsOf(cells []string, row []byte, comma byte) []string {
	for i := 0; ; i++ {
		text, end, ok := nextCell(row, i, comma, noLineEnd)
		i = end
		cells = append(cells, text.String())
		if !ok || i >= len(row) {
			return cells
		}
	}
}

// cell is the text of a cell in its row.
type cell struct {
	text    []byte
	doubled bool // quotes within it stand twice
}

func (c cell) String() string {
	if c.doubled {
		return strings.ReplaceAll(string(c.text), `""`, `"`)
	}
	return string(c.text)
}

// noLineEnd is the end of lines for what is one row.
const noLineEnd = -1

// nextCell is the cell that begins at i, and where it ends: at a comma, at the end
// of the line or at that of the row. Not ok: a quote is out of place, or not closed
// where end is that of the row.
func nextCell(row []byte, i int, comma byte, eol int) (c cell, end int, ok bool) {
	if i < len(row) && row[i] == '"' {
		return quotedCell(row, i+1, comma, eol)
	}
	for end = i; end < len(row) && row[end] != comma && int(row[end]) != eol; end++ {
		if row[end] == '"' {
			return cell{text: row[i:end]}, end, false
		}
	}
	return cell{text: row[i:end]}, end, true
}

func quotedCell(row []byte, i int, comma byte, eol int) (c cell, end int, ok bool) {
	for end = i; ; {
		at := bytes.IndexByte(row[end:], '"')
		if at < 0 {
			return cell{text: row[i:]}, len(row), false
		}
		end += at
		if end+1 >= len(row) || row[end+1] != '"' {
			break
		}
		c.doubled = true
		end += len(`""`)
	}
	c.text = row[i:end]
	end++
	if rest := row[end:]; eol == '\n' && (bytes.HasPrefix(rest, []byte("\r\n")) || string(rest) == "\r") {
		end++
	}
	return c, end, end >= len(row) || row[end] == comma || int(row[end]) == eol
}
