package strictjson

import "github.com/go-json-experiment/json/jsontext"

// Names gives each name at the top of a document, until one is enough (name
// answers false), for telling what sort of document it is before it is read. It
// answers whether it came to the end of an object, or to one that was enough.
func Names(document []byte, name func(string) bool) bool {
	d := newDecoder(document)
	if open, err := d.ReadToken(); err != nil || open.Kind() != '{' {
		return false
	}
	for d.PeekKind() == jsontext.KindString {
		quoted, err := d.ReadValue()
		if err != nil {
			return false
		}
		unquoted, _ := jsontext.AppendUnquote(nil, quoted) // it was read as a name
		switch {
		case !name(string(unquoted)):
			return true
		case d.SkipValue() != nil:
			return false
		}
	}
	return d.PeekKind() == jsontext.KindEndObject
}
