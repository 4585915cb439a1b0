//go:build !ocop_browser

package problem

import (
	"bytes"
	"errors"
	"strconv"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/ocop-vn/ocop-go/scoring/budget"
	"github.com/ocop-vn/ocop-go/scoring/jsonback"
	"github.com/ocop-vn/ocop-go/scoring/lang"
)

// Reading of what MarshalJSON writes. A page gets problems from its module and
// gives none back, so the browser's modules have none of it.

// UnmarshalJSON implements json.Unmarshaler: it takes what MarshalJSON writes
// and nothing else. The error is a List.
func (p *Problem) UnmarshalJSON(data []byte) error {
	var document struct {
		Code     string         `json:"code"`
		Path     string         `json:"path"`
		Severity Severity       `json:"severity"`
		Layer    Layer          `json:"layer"`
		Message  lang.Text      `json:"message"`
		Params   jsontext.Value `json:"params"`
	}
	if err := jsonback.Read(data, &document); err != nil {
		return NotWritten(err)
	}
	read := Problem{
		Code: document.Code, Path: document.Path, Severity: document.Severity, Layer: document.Layer, Message: document.Message,
		Params: params(document.Params),
	}
	if err := jsonback.Same(data, read.AppendJSON(nil)); err != nil {
		return NotWritten(err)
	}
	*p = read
	return nil
}

// UnmarshalJSON implements json.Unmarshaler, as for a Problem; [] is nil.
func (l *List) UnmarshalJSON(data []byte) error {
	var documents []jsontext.Value
	if err := jsonback.Read(data, &documents); err != nil {
		return NotWritten(err)
	}
	var read List
	for i, document := range documents {
		var p Problem
		if err := p.UnmarshalJSON(document); err != nil {
			wrong := From(err)[0]
			wrong.Path = "/" + strconv.Itoa(i) + wrong.Path
			return List{wrong}
		}
		read = append(read, p)
	}
	if err := jsonback.Same(data, read.AppendJSON(nil)); err != nil {
		return NotWritten(err)
	}
	*l = read
	return nil
}

// params are the members of an object of texts in the order in which they stand.
// The object was read before; whether it is one of texts is seen when it is written.
func params(object jsontext.Value) []Param {
	var list []Param
	dec := jsontext.NewDecoder(bytes.NewReader(object))
	_, _ = dec.ReadToken()
	for dec.PeekKind() == '"' {
		name, _ := dec.ReadToken()
		param := Param{Name: name.String()}
		value, _ := dec.ReadToken()
		param.Value = value.String()
		list = append(list, param)
	}
	return list
}

// NotWritten is what is wrong with a document that should be what a value of this
// module was written as, by the error of reading it.
func NotWritten(err error) List {
	var d *jsonback.Difference
	if errors.As(err, &d) {
		return List{notWritten.At(shortened(jsontext.Pointer(d.Path)), Param{Name: "detail", Value: d.Detail})}
	}
	return List{notWritten.At("", Param{Name: "detail", Value: err.Error()})}
}

// shortened is a pointer with each long name shortened, no deeper than the deepest
// document that is read.
func shortened(pointer jsontext.Pointer) string {
	var path []byte
	deep := budget.Trace().Depth
	for name := range pointer.Tokens() {
		if deep--; deep < 0 {
			break
		}
		path = AppendToken(path, name)
	}
	return string(path)
}
