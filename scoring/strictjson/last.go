package strictjson

import (
	"bytes"
	"errors"
	"io"
	"slices"

	"github.com/go-json-experiment/json/jsontext"
)

// lastWins rewrites a document so that of members with one name in one object
// only the last is left.
func lastWins(data []byte) ([]byte, error) {
	d := newDecoder(data)
	raw, err := d.ReadValue()
	if err != nil {
		return nil, err
	}
	raw = bytes.Clone(raw)
	if _, err := d.ReadToken(); !errors.Is(err, io.EOF) {
		return nil, io.ErrUnexpectedEOF // more follows, or it breaks off
	}
	return appendLast(nil, raw)
}

// appendLast appends a value without the members that a later one replaces.
func appendLast(b []byte, raw jsontext.Value) ([]byte, error) {
	kind := raw.Kind()
	if kind != '{' && kind != '[' {
		return append(b, raw...), nil
	}
	d := newDecoder(raw)
	if _, err := d.ReadToken(); err != nil {
		return nil, err
	}
	type member struct {
		name  string
		value jsontext.Value
	}
	var members []member
	for d.PeekKind() != '}' && d.PeekKind() != ']' {
		var m member
		if kind == '{' {
			name, err := d.ReadToken()
			if err != nil {
				return nil, err
			}
			m.name = name.String()
			members = slices.DeleteFunc(members, func(earlier member) bool { return earlier.name == m.name })
		}
		value, err := d.ReadValue()
		if err != nil {
			return nil, err
		}
		m.value = bytes.Clone(value)
		members = append(members, m)
	}
	b = append(b, byte(kind))
	for i, m := range members {
		if i > 0 {
			b = append(b, ',')
		}
		if kind == '{' {
			b, _ = jsontext.AppendQuote(b, m.name) // it was read as valid text
			b = append(b, ':')
		}
		var err error
		if b, err = appendLast(b, m.value); err != nil {
			return nil, err
		}
	}
	if kind == '{' {
		return append(b, '}'), nil
	}
	return append(b, ']'), nil
}
