package main

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/ocop-vn/ocop-go/scoring/budget"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/strictjson"
)

// A line may bear an id of the caller's beside its document's own members; the
// answer bears the same, so that the two can be joined.

// maxID is how many bytes an id may have as it is written.
const maxID = 256

var (
	idNotScalar = problem.Kind{Code: "LINE-01", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Mục id của dòng là chuỗi ký tự, số, true, false hoặc null, không phải đối tượng hay danh sách.",
		En: "The id of a line is a string, a number, true, false or null, not an object or a list.",
	}}
	idTooLong = problem.Kind{Code: "LINE-02", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Mục id của dòng dài quá {limit} byte.",
		En: "The id of a line is longer than {limit} bytes.",
	}}
)

// takeID takes the id out of a line: blanks stand in its place, so that
// everything else stays where it is. It looks at the top of the document only,
// and reads no more of it than it must; what is no JSON it leaves to the reader.
// The line is changed; id is as it was written, nil where there is none.
func takeID(line []byte) (document, id []byte, wrong problem.List) {
	if !mayHaveID(line) {
		return line, nil, nil
	}
	s := scanner{text: line}
	m, ok := s.findID()
	if !ok {
		return line, nil, nil
	}
	id = line[m.value:m.end]
	switch {
	case len(id) > 0 && (id[0] == '{' || id[0] == '['):
		return nil, nil, problem.List{idNotScalar.At("/id")}
	case !jsontext.Value(id).IsValid():
		return line, nil, strictjson.Read(line, budget.Dossier(), (*strictjson.Reader).Skip) // which says where
	case len(id) > maxID:
		return nil, nil, problem.List{idTooLong.At("/id", problem.Param{Name: "limit", Value: strconv.Itoa(maxID)})}
	}
	if mayHaveID(line[s.at:]) {
		if _, twice := s.findID(); twice {
			return nil, nil, problem.List{strictjson.Duplicate("/id", "id")}
		}
	}
	id = bytes.Clone(id)
	from, to := m.span(line)
	blanks := utf8.RuneCount(line[from:to])
	for i := from; i < from+blanks; i++ {
		line[i] = ' '
	}
	return append(line[:from+blanks], line[to:]...), id, nil
}

// mayHaveID tells at a glance that most lines have no id: no such name stands in
// them, nor an escape by which it may be written.
func mayHaveID(text []byte) bool {
	return bytes.Contains(text, []byte(`"id"`)) || bytes.IndexByte(text, '\\') >= 0
}

// found is where a member stands.
type found struct {
	comma, name, value, end int // comma is that before it, -1 where there is none
}

// span is what has to go so that the rest is the object without the member: a
// comma too, but none that is wrong anyway.
func (m found) span(text []byte) (from, to int) {
	s := scanner{text: text, at: m.end}
	if s.next() == ',' {
		s.at++
		if after := s.at; s.next() == '"' {
			return m.name, after
		}
	}
	if m.comma >= 0 {
		return m.comma, m.end
	}
	return m.name, m.end
}

// scanner goes along the members at the top of a document. It tells apart no more
// than it needs to find them; whether all is JSON the document's reader finds.
type scanner struct {
	text []byte
	at   int
}

// findID is the next member called id.
func (s *scanner) findID() (m found, ok bool) {
	for {
		m.comma = -1
		separator := byte('{')
		if s.at > 0 { // behind a member
			separator = ','
		}
		if s.next() != separator {
			return m, false
		}
		if separator == ',' {
			m.comma = s.at
		}
		s.at++
		if s.next() != '"' {
			return m, false
		}
		m.name = s.at
		s.skipString()
		name := s.text[m.name:s.at]
		if s.next() != ':' {
			return m, false
		}
		s.at++
		s.next()
		m.value = s.at
		s.skipValue()
		if m.end = s.at; isID(name) {
			return m, true
		}
	}
}

// isID tells whether a quoted name is id, however it is written.
func isID(quoted []byte) bool {
	if string(quoted) == `"id"` {
		return true
	}
	if bytes.IndexByte(quoted, '\\') < 0 || len(quoted) > len(`"\u0069\u0064"`) {
		return false
	}
	name, err := jsontext.AppendUnquote(nil, quoted)
	return err == nil && string(name) == "id"
}

// next goes to the next byte that is not white space, and is that; 0 at the end.
func (s *scanner) next() byte {
	for ; s.at < len(s.text); s.at++ {
		if c := s.text[s.at]; strings.IndexByte(" \t\r\n", c) < 0 {
			return c
		}
	}
	return 0
}

// skipString goes behind a string, whose quote is at hand.
func (s *scanner) skipString() {
	for s.at++; s.at < len(s.text); s.at++ {
		switch s.text[s.at] {
		case '\\':
			s.at++
		case '"':
			s.at++
			return
		}
	}
	s.at = len(s.text)
}

// skipValue goes behind a value.
func (s *scanner) skipValue() {
	for depth := 0; s.at < len(s.text); {
		switch c := s.text[s.at]; c {
		case '"':
			s.skipString()
			continue
		case '{', '[':
			depth++
		case '}', ']', ',', ' ', '\t', '\r', '\n':
			if depth == 0 {
				return
			}
			if c == '}' || c == ']' {
				depth--
			}
		}
		s.at++
	}
}
