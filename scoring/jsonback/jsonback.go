//go:build !ocop_browser

// Package jsonback reads values back from the JSON that they were written as.
// What is read is written again and compared, so that nothing is taken that this
// module would not have written, and nothing is lost. Pages keep their own
// values, so the browser's modules carry none of it.
package jsonback

import (
	"bytes"
	"errors"
	"io"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

// Difference is where a document is not what would have been written.
type Difference struct {
	Path   string // JSON Pointer
	Detail string
}

// Error implements error.
func (d *Difference) Error() string { return d.Path + ": " + d.Detail }

// Read reads a document into a struct with json tags that has its members, or
// some of them. The error is a *Difference.
func Read(data []byte, into any) error {
	if err := json.Unmarshal(data, into); err != nil {
		return difference(err)
	}
	return nil
}

// difference is the place and the detail of an error of reading.
func difference(err error) *Difference {
	var semantic *json.SemanticError
	var syntactic *jsontext.SyntacticError
	switch {
	case errors.As(err, &semantic):
		return &Difference{string(semantic.JSONPointer), detail(semantic)}
	case errors.As(err, &syntactic):
		return &Difference{string(syntactic.JSONPointer), strings.TrimPrefix(syntactic.Err.Error(), "jsontext: ")}
	default:
		return &Difference{"", err.Error()}
	}
}

func detail(e *json.SemanticError) string {
	if e.Err != nil {
		return e.Err.Error()
	}
	return "no such value can stand here"
}

// Beside reads those members of a document that a struct with json tags has, and
// gives the document without them. The error is a *Difference.
func Beside(document []byte, into any) (rest []byte, err error) {
	if err := Read(document, into); err != nil {
		return nil, err
	}
	var members map[string]jsontext.Value
	if err := Read(document, &members); err != nil || members == nil { // null has none
		return document, err
	}
	for taken, i := reflect.TypeOf(into).Elem(), 0; i < taken.NumField(); i++ {
		delete(members, taken.Field(i).Tag.Get("json"))
	}
	return json.Marshal(members)
}

// Plain reads a document into a struct that is written by its json tags alone.
// The error is a *Difference.
func Plain(document []byte, into any) error {
	if err := Read(document, into); err != nil {
		return err
	}
	written, err := json.Marshal(into)
	if err != nil {
		return &Difference{"", err.Error()}
	}
	return Same(document, written)
}

// Same tells whether a document says what was written, whatever the order of
// its members and the space between them. The error is a *Difference.
func Same(document, written []byte) error {
	want, _ := tree(written) // it was written here
	got, err := tree(document)
	if err != nil {
		return err
	}
	if d := differ("", got, want); d != nil {
		return d
	}
	return nil
}

// number is a number as it is written: 1.0 is not 1.
type number string

// tree is a document as maps, lists, texts and numbers.
func tree(document []byte) (any, error) {
	dec := jsontext.NewDecoder(bytes.NewReader(document))
	v, err := value(dec)
	if err == nil {
		if _, err = dec.ReadToken(); errors.Is(err, io.EOF) {
			return v, nil
		}
		err = errors.New("there is data after the end")
	}
	return nil, difference(err)
}

func value(dec *jsontext.Decoder) (any, error) {
	token, err := dec.ReadToken()
	if err != nil {
		return nil, err
	}
	switch token.Kind() {
	case '{':
		return object(dec)
	case '[':
		return list(dec)
	case '0':
		return number(token.String()), nil
	case '"':
		return token.String(), nil
	case 'n':
		return nil, nil //nolint:nilnil // null
	default:
		return token.Bool(), nil
	}
}

func object(dec *jsontext.Decoder) (any, error) {
	members := map[string]any{}
	for dec.PeekKind() != '}' {
		name, err := dec.ReadToken()
		if err != nil {
			return nil, err
		}
		key := name.String()
		if members[key], err = value(dec); err != nil {
			return nil, err
		}
	}
	_, err := dec.ReadToken()
	return members, err
}

func list(dec *jsontext.Decoder) (any, error) {
	items := []any{}
	for dec.PeekKind() != ']' {
		item, err := value(dec)
		if err != nil {
			return nil, err
		}
		items = append(items, item)
	}
	_, err := dec.ReadToken()
	return items, err
}

func differ(path string, got, want any) *Difference {
	switch want := want.(type) {
	case map[string]any:
		if got, ok := got.(map[string]any); ok {
			return differIn(path, got, want)
		}
	case []any:
		got, ok := got.([]any)
		if !ok || len(got) != len(want) {
			break
		}
		for i := range want {
			if d := differ(path+"/"+strconv.Itoa(i), got[i], want[i]); d != nil {
				return d
			}
		}
		return nil
	default:
		if got == want {
			return nil
		}
	}
	return &Difference{path, "it does not follow from the rest"}
}

func differIn(path string, got, want map[string]any) *Difference {
	for _, name := range slices.Sorted(maps.Keys(got)) { // the first of several, always the same
		if _, ok := want[name]; !ok {
			return &Difference{pointer(path, name), "there is no such member"}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(want)) {
		g, ok := got[name]
		if !ok {
			return &Difference{pointer(path, name), "it is missing"}
		}
		if d := differ(pointer(path, name), g, want[name]); d != nil {
			return d
		}
	}
	return nil
}

func pointer(path, name string) string {
	return path + "/" + strings.NewReplacer("~", "~0", "/", "~1").Replace(name)
}
