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
		token, err := d.ReadToken()
		switch {
		case err != nil:
			return false
		case !name(token.String()):
			return true
		case d.SkipValue() != nil:
			return false
		}
	}
	return d.PeekKind() == jsontext.KindEndObject
}
