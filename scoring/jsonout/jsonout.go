// Package jsonout writes JSON by appending, without reflection, so that the
// browser's modules can carry it. All JSON that the rules give out is written
// by it.
package jsonout

import (
	"strconv"

	"github.com/go-json-experiment/json/jsontext"
)

// Writer appends JSON to a slice. It sets the commas; that what is opened is
// closed and that a name stands before each member's value is for its caller.
// The zero Writer begins a slice of its own.
type Writer struct {
	b     []byte
	comma bool // a value stands before
}

// To begins a value behind what stands in b.
func To(b []byte) Writer { return Writer{b: b} }

// Bytes is what was written, behind what stood there before.
func (w *Writer) Bytes() []byte { return w.b }

// Open begins an object.
func (w *Writer) Open() { w.begin('{') }

// Close ends an object. Until then members may be added to it.
func (w *Writer) Close() { w.end('}') }

// OpenList begins a list.
func (w *Writer) OpenList() { w.begin('[') }

// CloseList ends a list.
func (w *Writer) CloseList() { w.end(']') }

// Name begins a member of an object; its value must follow.
func (w *Writer) Name(name string) *Writer {
	b := w.b
	if w.comma {
		b = append(b, ',')
	}
	w.b = append(appendString(b, name), ':')
	w.comma = false
	return w
}

// String writes a text; bytes in it that are not UTF-8 become U+FFFD.
func (w *Writer) String(s string) {
	w.next()
	w.b = appendString(w.b, s)
}

// Int writes a whole number.
func (w *Writer) Int(n int) {
	w.next()
	w.b = strconv.AppendInt(w.b, int64(n), 10)
}

// Bool writes true or false.
func (w *Writer) Bool(is bool) {
	w.next()
	w.b = strconv.AppendBool(w.b, is)
}

// Null writes null.
func (w *Writer) Null() {
	w.next()
	w.b = append(w.b, "null"...)
}

// IntIf writes a whole number, or null where there is none.
func (w *Writer) IntIf(n int, there bool) {
	if there {
		w.Int(n)
	} else {
		w.Null()
	}
}

// StringOrNull writes a text, or null where it is empty.
func (w *Writer) StringOrNull(s string) {
	if s == "" {
		w.Null()
	} else {
		w.String(s)
	}
}

// Strings writes a list of texts.
func (w *Writer) Strings(list []string) {
	w.OpenList()
	for _, s := range list {
		w.String(s)
	}
	w.CloseList()
}

// Append writes a value that a function appends.
func (w *Writer) Append(value func(b []byte) []byte) {
	w.next()
	w.b = value(w.b)
}

func (w *Writer) begin(bracket byte) {
	w.next()
	w.b = append(w.b, bracket)
	w.comma = false
}

func (w *Writer) end(bracket byte) {
	w.b = append(w.b, bracket)
	w.comma = true
}

// next sets the comma before all but the first.
func (w *Writer) next() {
	if w.comma {
		w.b = append(w.b, ',')
	}
	w.comma = true
}

// appendString appends a JSON string. Most are short codes, fit to stand as they are.
func appendString(b []byte, s string) []byte {
	for _, c := range []byte(s) {
		if c-' ' > '~'-' ' || c == '"' || c == '\\' { // below the space is far above it
			b, _ = jsontext.AppendQuote(b, s) // the only error tells of bytes that are not UTF-8, after replacing them
			return b
		}
	}
	b = append(b, '"')
	b = append(b, s...)
	return append(b, '"')
}
