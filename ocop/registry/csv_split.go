package registry

import (
	"bytes"
	"io"
	"strings"

	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// maxRow is the longest row in bytes: the largest document that a record may be.
func maxRow() int { return tableBudget().Bytes }

// splitter tells the rows of a table apart. It sees one longest row ahead.
type splitter struct {
	in     io.Reader
	buf    []byte
	at, to int // of the buffer: what is not read yet
	err    error
	comma  byte
	eol    byte // \n, or \r where there is no other
	line   int  // the next one, from 1
}

func newSplitter(r io.Reader) *splitter {
	return &splitter{in: r, buf: make([]byte, 4*maxRow()), eol: '\n', line: 1}
}

// header reads what stands before the rows.
func (s *splitter) header() (*tableRows, error) {
	if s.fill(); bytes.HasPrefix(s.ahead(), bom) {
		s.at += len(bom)
	}
	if n := bytes.IndexAny(s.ahead(), "\r\n"); n >= 0 && s.ahead()[n] == '\r' && !bytes.HasPrefix(s.ahead()[n:], []byte("\r\n")) {
		s.eol = '\r'
	}
	for {
		if s.fill(); s.at == s.to {
			return &tableRows{}, s.err
		}
		s.comma = delimiter(s.firstLine())
		given, isGiven := strings.CutPrefix(string(bytes.TrimRight(s.firstLine(), "\r\n")), "sep=") // as Excel writes it
		row, raw := s.next()
		switch {
		case isGiven && len(given) == 1:
			continue
		case raw.fault == nil && len(bytes.TrimSpace(row)) == 0:
			continue
		}
		b := &tableRows{comma: s.comma, headLine: raw.line}
		b.table, b.head = NewTable(cellsOf(nil, row, s.comma))
		return b, nil
	}
}

// delimiter is what stands between the names of a header.
func delimiter(header []byte) byte {
	best, most := byte(','), 0
	for _, c := range []byte{',', ';', '\t'} {
		if n := bytes.Count(header, []byte{c}); n > most {
			best, most = c, n
		}
	}
	return best
}

// batch reads rows until they are enough; false once there are no more.
func (s *splitter) batch(b *tableRows) (more bool, err error) {
	for len(b.text) < enough {
		if s.fill(); s.at == s.to {
			return false, s.err
		}
		row, raw := s.next()
		b.text = append(b.text, row...)
		raw.end = len(b.text)
		b.list = append(b.list, raw)
	}
	return true, nil
}

// fill has the longest row and its end stand ahead, or all that is left.
func (s *splitter) fill() {
	if s.to-s.at > maxRow()+len("\r\n") || s.err != nil {
		return
	}
	s.to = copy(s.buf, s.ahead())
	s.at = 0
	for s.to < len(s.buf) && s.err == nil {
		var n int
		n, s.err = s.in.Read(s.buf[s.to:])
		s.to += n
	}
}

func (s *splitter) ahead() []byte { return s.buf[s.at:s.to] }

// firstLine is the line that stands ahead, with its end, or as much of it as does.
func (s *splitter) firstLine() []byte {
	ahead := s.ahead()
	if n := bytes.IndexByte(ahead, s.eol); n >= 0 {
		return ahead[:n+1]
	}
	return ahead
}

// next is the row that stands ahead, which is not empty, without its end: until the
// next fill. Of a row that has a fault it is what stands before that.
func (s *splitter) next() ([]byte, rawRow) {
	raw := rawRow{line: s.line}
	line := s.firstLine()
	end := len(line)
	if bytes.IndexByte(line, '"') >= 0 {
		end, raw.fault = s.quoted()
	}
	row := s.ahead()[:end]
	switch ended := bytes.HasSuffix(row, []byte{s.eol}); {
	case raw.fault != nil:
		s.skipLine()
	default:
		raw.cut = !ended
		s.line += bytes.Count(row, []byte{s.eol})
		s.at += end
		if row = bytes.TrimSuffix(row, []byte{s.eol}); s.eol == '\n' {
			row = bytes.TrimSuffix(row, []byte{'\r'})
		}
		if len(row) > maxRow() {
			raw.fault, row = &rowTooLong, nil
			if !ended {
				s.skipLine()
			}
		}
	}
	return row, raw
}

// quoted is where the row ahead ends, in which there are quotes.
func (s *splitter) quoted() (end int, fault *problem.Kind) {
	ahead := s.ahead()
	window := ahead[:min(len(ahead), maxRow()+len("\r\n"))]
	for i := 0; ; i = end + 1 {
		var ok bool
		_, end, ok = nextCell(window, i, s.comma, int(s.eol))
		switch {
		case end >= len(window) && len(window) < len(ahead):
			return 0, &rowTooLong
		case !ok:
			return end, &wrongQuote
		case end >= len(window):
			return end, nil
		case window[end] == s.eol:
			return end + 1, nil
		}
	}
}

// skipLine passes over a line, however long.
func (s *splitter) skipLine() {
	s.line++
	for s.fill(); s.at < s.to; s.fill() {
		if n := bytes.IndexByte(s.ahead(), s.eol); n >= 0 {
			s.at += n + 1
			return
		}
		s.at = s.to
	}
}
