package main

import (
	"bytes"
	"strconv"
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
// everything else stays where it is. It looks at the top of the document only;
// what is no JSON it leaves to the reader. The line is changed; id is as it was
// written, nil where there is none.
func takeID(line []byte) (document, id []byte, wrong problem.List) {
	if !mayHaveID(line) {
		return line, nil, nil
	}
	d := jsontext.NewDecoder(bytes.NewBuffer(line), jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true))
	if open, err := d.ReadToken(); err != nil || open.Kind() != '{' {
		return line, nil, nil
	}
	var from, to int
	for d.PeekKind() == '"' {
		before := int(d.InputOffset())
		name, err := d.ReadToken()
		switch {
		case err != nil:
		case name.String() != "id":
			err = d.SkipValue()
		case id != nil:
			return nil, nil, problem.List{strictjson.Duplicate("/id", "id")}
		case d.PeekKind() == '{' || d.PeekKind() == '[':
			return nil, nil, problem.List{idNotScalar.At("/id")}
		default:
			if id, err = d.ReadValue(); err != nil || !utf8.Valid(id) || !ends(line[d.InputOffset():]) {
				return line, nil, strictjson.Read(line, budget.Dossier(), (*strictjson.Reader).Skip) // which says where
			}
			id, from, to = bytes.Clone(id), before, int(d.InputOffset())
		}
		if err != nil {
			break // the reader says what is wrong
		}
	}
	switch {
	case id == nil:
		return line, nil, nil
	case len(id) > maxID:
		return nil, nil, problem.List{idTooLong.At("/id", problem.Value("limit", strconv.Itoa(maxID)))}
	}
	return blank(line, from, to), id, nil
}

// ends tells whether a value ends before what follows it, as 0 does not in 01.
func ends(rest []byte) bool {
	return len(rest) == 0 || bytes.IndexByte([]byte(space+",}"), rest[0]) >= 0
}

const space = " \t\r\n"

// mayHaveID tells at a glance that most lines have no id: no such name stands in
// them, nor an escape by which it may be written.
func mayHaveID(text []byte) bool {
	return bytes.Contains(text, []byte(`"id"`)) || bytes.IndexByte(text, '\\') >= 0
}

// blank puts blanks in the place of a member, a column for a column, with the
// comma before it or, where it is the first, the one behind it: never so that what
// was no JSON becomes some.
func blank(line []byte, from, to int) []byte {
	last := byte(' ')
	if first := bytes.TrimLeft(line[from:to], space)[0] == '"'; first {
		rest := bytes.TrimLeft(line[to:], space)
		switch {
		case len(rest) == 0 || rest[0] == '}':
		case rest[0] != ',':
			last = ','
		case bytes.HasPrefix(bytes.TrimLeft(rest[1:], space), []byte(`"`)):
			to = len(line) - len(rest) + 1
		}
	}
	blanks := utf8.RuneCount(line[from:to])
	for i := from; i < from+blanks; i++ {
		line[i] = ' '
	}
	line[from+blanks-1] = last
	return append(line[:from+blanks], line[to:]...)
}
