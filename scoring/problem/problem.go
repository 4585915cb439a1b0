// Package problem says what is wrong with an input: a stable code, the place
// as a JSON Pointer (RFC 6901), how bad it is, who can find it, and a message
// in Vietnamese and English.
//
// A code, once published, never changes its meaning. Each package declares its
// kinds beside the rules that use them and lists them in a function Kinds.
package problem

import (
	"strings"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/plain"
)

// Severity says whether an input can still be used.
type Severity string

// An input with an error yields no result; a warning only informs.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
)

// Layer says who can find a problem.
type Layer string

// The published JSON Schema finds every problem of layer Schema; those of
// layer Rule are beyond what it can say.
const (
	Schema Layer = "schema"
	Rule   Layer = "rule"
)

// Kind is one sort of problem. The messages may name parameters in braces.
type Kind struct {
	Code    string
	Layer   Layer
	Warning bool
	Message lang.Text
}

// Param is a value that a message names, such as the option that is unknown.
type Param struct{ Name, Value string }

// Problem is one thing wrong with an input.
type Problem struct {
	Code     string
	Path     string // JSON Pointer to the place; "" is the whole document
	Severity Severity
	Layer    Layer
	Message  lang.Text
	Params   []Param
}

// At makes a problem of this kind at a place. Long values are shortened.
func (k Kind) At(path string, params ...Param) Problem {
	p := Problem{Code: k.Code, Path: path, Severity: Error, Layer: k.Layer, Params: params}
	if k.Warning {
		p.Severity = Warning
	}
	pairs := make([]string, 0, 2*len(params))
	for i, param := range params {
		params[i].Value = Shorten(param.Value)
		pairs = append(pairs, "{"+param.Name+"}", params[i].Value)
	}
	fill := strings.NewReplacer(pairs...)
	p.Message = lang.Text{Vi: fill.Replace(k.Message.Vi), En: fill.Replace(k.Message.En)}
	return p
}

// List is all that is wrong with one input. As an error it is what every
// function here returns for a bad input; errors.As finds it.
type List []Problem

// Error joins the English messages, one a line, each with its code and place.
// No value in them begins a line of its own.
func (l List) Error() string {
	lines := make([]string, len(l))
	for i, p := range l {
		lines[i] = plain.Text(p.Code + " " + p.Path + ": " + p.Message.En)
	}
	return strings.Join(lines, "\n")
}

// Err returns the list as an error, nil when no problem in it is an error.
func (l List) Err() error {
	for _, p := range l {
		if p.Severity == Error {
			return l
		}
	}
	return nil
}

// Of are the problems of one code.
func (l List) Of(code string) List {
	var of List
	for _, p := range l {
		if p.Code == code {
			of = append(of, p)
		}
	}
	return of
}

// AppendJSON appends the problem as CONTRACT names it: code, path, severity,
// layer, message and params.
func (p Problem) AppendJSON(b []byte) []byte {
	b = append(b, `{"code":`...)
	b = AppendString(b, p.Code)
	b = append(b, `,"path":`...)
	b = AppendString(b, p.Path)
	b = append(b, `,"severity":`...)
	b = AppendString(b, string(p.Severity))
	b = append(b, `,"layer":`...)
	b = AppendString(b, string(p.Layer))
	b = append(b, `,"message":{"vi":`...)
	b = AppendString(b, p.Message.Vi)
	b = append(b, `,"en":`...)
	b = AppendString(b, p.Message.En)
	b = append(b, `},"params":{`...)
	for i, param := range p.Params {
		if i > 0 {
			b = append(b, ',')
		}
		b = AppendString(b, param.Name)
		b = append(b, ':')
		b = AppendString(b, param.Value)
	}
	return append(b, "}}"...)
}

// MarshalJSON implements json.Marshaler.
func (p Problem) MarshalJSON() ([]byte, error) { return p.AppendJSON(nil), nil }

// AppendJSON appends the list as a JSON array.
func (l List) AppendJSON(b []byte) []byte {
	b = append(b, '[')
	for i, p := range l {
		if i > 0 {
			b = append(b, ',')
		}
		b = p.AppendJSON(b)
	}
	return append(b, ']')
}

// MarshalJSON implements json.Marshaler; an empty list is [].
func (l List) MarshalJSON() ([]byte, error) { return l.AppendJSON(nil), nil }

// AppendString appends s as a JSON string; bytes that are not UTF-8 become U+FFFD.
func AppendString(b []byte, s string) []byte {
	b, _ = jsontext.AppendQuote(b, s) // the only error tells of such bytes, after replacing them
	return b
}
