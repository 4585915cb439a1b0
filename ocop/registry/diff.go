package registry

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/ocop-vn/ocop-go/scoring/jsonback"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/strictjson"
)

// Difference is what one register has otherwise than another, by product code.
// Records without a code have no part in it.
type Difference struct {
	Added   []Record
	Removed []Record
	Changed []Change
}

// Change is a record before and after; the order of its channels is no change.
type Change struct {
	Before, After Record // of one code
}

// Member is a member of a record that changed.
type Member struct {
	Path          string          // JSON Pointer within the record
	Before, After json.RawMessage // nil where it is not there
}

// Diff tells how to comes out of from, in the order of codes.
func Diff(from, to *Register) Difference {
	d := Difference{Added: []Record{}, Removed: []Record{}, Changed: []Change{}}
	for _, code := range codesOf(from, to) {
		before, after := from.find(code), to.find(code)
		switch {
		case before == nil:
			d.Added = append(d.Added, *after)
		case after == nil:
			d.Removed = append(d.Removed, *before)
		case !sameRecord(before, after):
			d.Changed = append(d.Changed, Change{*before, *after})
		}
	}
	return d
}

// Members are those that changed, in the order of their paths. Parts that are there
// on one side only are one member.
func (c *Change) Members() []Member {
	before, after := c.Before, c.After
	if slices.Equal(slices.Sorted(slices.Values(before.Channels)), slices.Sorted(slices.Values(after.Channels))) {
		after.Channels = before.Channels
	}
	return membersBetween("", objectOf(standing(&before)), objectOf(standing(&after)))
}

func membersBetween(path string, before, after map[string]jsontext.Value) []Member {
	var list []Member
	for _, name := range namesOf(before, after) {
		at, b, a := problem.Pointer(path, name), before[name], after[name]
		switch {
		case bytes.Equal(b, a):
		case b.Kind() == '{' && a.Kind() == '{':
			list = append(list, membersBetween(at, objectOf(b), objectOf(a))...)
		default:
			list = append(list, Member{at, json.RawMessage(b), json.RawMessage(a)})
		}
	}
	return list
}

// objectOf are the members of an object; nil for another value.
func objectOf(value jsontext.Value) map[string]jsontext.Value {
	var members map[string]jsontext.Value
	if jsonback.Read(value, &members) != nil {
		return nil
	}
	return members
}

// namesOf are the names of the members of some objects, in order.
func namesOf(objects ...map[string]jsontext.Value) []string {
	var names []string
	for _, o := range objects {
		names = slices.AppendSeq(names, maps.Keys(o))
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// changeJSON is a change as it is written.
type changeJSON struct {
	Code   string `json:"code"`
	Before Record `json:"before"`
	After  Record `json:"after"`
	Patch  Patch  `json:"patch"`
}

// MarshalJSON implements json.Marshaler: {"code","before","after","patch"}, with the
// JSON Patch (RFC 6902) that makes after of before.
func (c Change) MarshalJSON() ([]byte, error) {
	return json.Marshal(changeJSON{c.Before.Code, c.Before, c.After, c.Patch()})
}

// UnmarshalJSON implements json.Unmarshaler: what MarshalJSON writes. The error is a
// problem.List.
func (c *Change) UnmarshalJSON(data []byte) error {
	var read changeJSON
	if err := jsonback.Read(data, &read); err != nil {
		return problem.NotWritten(err)
	}
	made := Change{read.Before, read.After}
	if before, after := read.Before.Code, read.After.Code; before != after {
		return problem.List{otherKey.At("/after/code", problem.Value("key", before), problem.Value("code", after))}
	}
	if err := asWritten(data, made); err != nil {
		return err
	}
	*c = made
	return nil
}

// asWritten tells whether a document is what a value is written as. The error is a
// problem.List.
func asWritten(data []byte, value json.Marshaler) error {
	written, err := value.MarshalJSON()
	if err == nil {
		err = jsonback.Same(data, written)
	}
	if err != nil {
		return problem.NotWritten(err)
	}
	return nil
}

// differenceJSON is a difference as it is written.
type differenceJSON struct {
	Added   []Record `json:"added"`
	Removed []Record `json:"removed"`
	Changed []Change `json:"changed"`
}

// MarshalJSON implements json.Marshaler: {"added","removed","changed"}.
func (d Difference) MarshalJSON() ([]byte, error) {
	return json.Marshal(differenceJSON{orNone(d.Added), orNone(d.Removed), orNone(d.Changed)})
}

func orNone[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

// UnmarshalJSON implements json.Unmarshaler: what MarshalJSON writes, at most 128 MB.
// The error is a problem.List.
func (d *Difference) UnmarshalJSON(data []byte) error {
	if most := exchanged().Bytes; len(data) > most {
		return problem.List{strictjson.TooLarge(most)}
	}
	var read differenceJSON
	if err := jsonback.Read(data, &read); err != nil {
		return problem.NotWritten(err)
	}
	made := Difference(read)
	if err := asWritten(data, made); err != nil {
		return err
	}
	*d = made
	return nil
}
