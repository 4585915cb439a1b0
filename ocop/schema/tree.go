package schema

import (
	"bytes"
	"encoding/json"
	"io"
	"slices"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/ocop-vn/ocop-go/scoring/jsonout"
)

// object is a JSON object whose members keep their order. A member is an
// *object, a []any of such, or a jsontext.Value: what stands by itself, as it is
// written, so that what is escaped stays so. Reading from a nil *object finds
// nothing.
type object struct{ members []member }

type member struct {
	name  string
	value any
}

// parse reads an object of the embedded files, which are right.
func parse(data []byte) (*object, error) {
	v, err := read(jsontext.NewDecoder(bytes.NewReader(data)))
	o, _ := v.(*object)
	return o, err
}

func read(d *jsontext.Decoder) (any, error) {
	switch d.PeekKind() {
	case '{':
		o := &object{}
		return o, within(d, func() error {
			name, err := d.ReadToken()
			if err != nil {
				return err
			}
			key := name.String() // before the decoder goes on
			value, err := read(d)
			o.set(key, value)
			return err
		})
	case '[':
		var list []any
		err := within(d, func() error {
			item, err := read(d)
			list = append(list, item)
			return err
		})
		return list, err
	default:
		v, err := d.ReadValue()
		return v.Clone(), err
	}
}

// within reads what stands between two brackets.
func within(d *jsontext.Decoder, each func() error) error {
	if _, err := d.ReadToken(); err != nil {
		return err
	}
	for {
		switch d.PeekKind() {
		case '}', ']':
			_, err := d.ReadToken()
			return err
		case jsontext.KindInvalid:
			return io.ErrUnexpectedEOF
		default:
			if err := each(); err != nil {
				return err
			}
		}
	}
}

func (o *object) get(name string) any {
	if o != nil {
		for _, m := range o.members {
			if m.name == name {
				return m.value
			}
		}
	}
	return nil
}

func (o *object) object(name string) *object {
	inner, _ := o.get(name).(*object)
	return inner
}

func (o *object) list(name string) []any {
	list, _ := o.get(name).([]any)
	return list
}

// text is a member that is a text, "" if it is none.
func (o *object) text(name string) string {
	v, _ := o.get(name).(jsontext.Value)
	var s string
	_ = json.Unmarshal(v, &s) // "" for all else
	return s
}

// each are the members, none of a nil object.
func (o *object) each() []member {
	if o == nil {
		return nil
	}
	return o.members
}

// set gives the object a member, at the end if it is new; nothing for nil.
func (o *object) set(name string, value any) {
	if value == nil {
		return
	}
	i := slices.IndexFunc(o.members, func(m member) bool { return m.name == name })
	if i < 0 {
		o.members = append(o.members, member{name, value})
		return
	}
	o.members[i].value = value
}

// quote is a text as JSON; "" is none.
func quote(s string) any {
	if s == "" {
		return nil
	}
	v, _ := jsontext.AppendQuote(nil, s) // all texts here are UTF-8
	return jsontext.Value(v)
}

// write writes a value.
func write(w *jsonout.Writer, value any) {
	switch v := value.(type) {
	case *object:
		w.Open()
		for _, m := range v.members {
			write(w.Name(m.name), m.value)
		}
		w.Close()
	case []any:
		w.OpenList()
		for _, item := range v {
			write(w, item)
		}
		w.CloseList()
	case jsontext.Value:
		w.Append(func(b []byte) []byte { return append(b, v...) })
	default: // nothing else is made
		w.Null()
	}
}

// pretty is an object as JSON text for people.
func pretty(o *object) []byte {
	var b bytes.Buffer
	var w jsonout.Writer
	write(&w, o)
	_ = json.Indent(&b, w.Bytes(), "", " ") // it is JSON
	b.WriteByte('\n')
	return b.Bytes()
}
