// Package problem says what is wrong with an input: a stable code, the place
// as a JSON Pointer (RFC 6901), how bad it is, who can find it, and a message
// in Vietnamese and English.
//
// A code, once published, never changes its meaning. Each package declares its
// kinds beside the rules that use them and lists them in a function Kinds.
package problem

import (
	"slices"
	"strings"

	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/plain"
)

// Severity says whether an input can still be used.
type Severity string

// An input with an error yields no result; a warning only informs.
const (
	SeverityError   Severity = "error"
	SeverityWarning Severity = "warning"
)

// Layer says who can find a problem.
type Layer string

// The published JSON Schema finds every problem of layer Schema; those of
// layer Rule are beyond what it can say.
const (
	LayerSchema Layer = "schema"
	LayerRule   Layer = "rule"
)

// Kind is one sort of problem. The messages may name parameters in braces.
type Kind struct {
	Code    string
	Layer   Layer
	Warning bool
	Message lang.Text
}

// Param is a value that a message names. It is for machines: a code, a number,
// or what the caller wrote, such as the option that is unknown. Make one that
// people read in other words with Worded.
type Param struct {
	Name, Value string

	words lang.Text // what a message says in place of Value, of our own making
}

// Value is a parameter that a message says as it is.
func Value(name, value string) Param { return Param{Name: name, Value: value} }

// Worded is a parameter that a message says in words of ours. They are never
// shortened, and stand in the message alone.
func Worded(name, value string, words lang.Text) Param { return Param{name, value, words} }

// Choices is a parameter that lists what may be given. It is never shortened.
func Choices(name, list string) Param { return Param{name, list, lang.Text{Vi: list, En: list}} }

// Problem is one thing wrong with an input.
type Problem struct {
	Code     string
	Path     string // JSON Pointer to the place; "" is the whole document
	Severity Severity
	Layer    Layer
	Message  lang.Text
	Params   []Param
}

// At makes a problem of this kind at a place. Long values of the caller's are shortened.
func (k Kind) At(path string, params ...Param) Problem {
	p := Problem{Code: k.Code, Path: path, Severity: SeverityError, Layer: k.Layer}
	if k.Warning {
		p.Severity = SeverityWarning
	}
	for i := range params {
		if params[i].words == (lang.Text{}) {
			params[i].Value = Shorten(params[i].Value)
		}
	}
	p.Message = lang.Text{Vi: fill(k.Message.Vi, params, lang.Vi), En: fill(k.Message.En, params, lang.En)}
	for i := range params {
		params[i].words = lang.Text{}
	}
	p.Params = params
	return p
}

// fill puts the parameters where a message names them in braces.
func fill(message string, params []Param, l lang.Lang) string {
	var b []byte
	for {
		before, rest, found := strings.Cut(message, "{")
		b = append(b, before...)
		if !found {
			return string(b)
		}
		name, after, _ := strings.Cut(rest, "}")
		i := slices.IndexFunc(params, func(p Param) bool { return p.Name == name })
		if i < 0 { // not given: the name stands as it is
			b, message = append(b, '{'), rest
			continue
		}
		b, message = append(b, params[i].in(l)...), after
	}
}

// in is what a message says for the parameter.
func (p *Param) in(l lang.Lang) string {
	if p.words == (lang.Text{}) {
		return p.Value
	}
	return p.words.In(l)
}

// List is all that is wrong with one input. As an error it is what every
// function here returns for a bad input; errors.As finds it.
type List []Problem

// Error joins the English messages of the errors, one a line, each with its code
// and place. Warnings are left out. No value in them begins a line of its own.
func (l List) Error() string {
	var lines []string
	for _, p := range l {
		if p.Severity == SeverityError {
			lines = append(lines, plain.Text(p.Code+" "+p.Path+": "+p.Message.En))
		}
	}
	return strings.Join(lines, "\n")
}

// From is the list that an error of this module is, nil for another. It does not look
// behind what wraps an error, as errors.As does by means that are 20 KB of a browser's
// module.
func From(err error) List {
	list, _ := err.(List) //nolint:errorlint // see above
	return list
}

// Err returns the list as an error, nil when no problem in it is an error.
func (l List) Err() error {
	for _, p := range l {
		if p.Severity == SeverityError {
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
