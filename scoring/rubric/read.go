//go:build !ocop_browser

package rubric

import (
	"reflect"
	"strings"

	"github.com/ocop-vn/ocop-go/scoring/budget"
	"github.com/ocop-vn/ocop-go/scoring/strictjson"
)

// Read reads a published rubric within budget.Rubric and checks it. Where anything is wrong the
// error is a problem.List with every problem found, and the Rubric is nil.
func Read(data []byte) (*Rubric, error) {
	r := &Rubric{}
	problems := strictjson.Read(data, budget.Rubric(), func(source *strictjson.Reader) {
		d := reader{Reader: source, types: map[reflect.Type]object{}}
		d.value(reflect.ValueOf(r).Elem())
	})
	if len(problems) == 0 {
		problems = r.Check()
	}
	if err := problems.Err(); err != nil {
		return nil, err
	}
	r.wasRead(data)
	return r, nil
}

// reader reads values as their types and tags say. Every member of an object is
// required but those that the published form leaves out where they are empty, and
// lists marked read:"optional", without which they are empty.
type reader struct {
	*strictjson.Reader
	types map[reflect.Type]object
}

// object is what a struct's tags say.
type object struct {
	names    []string
	fields   []int // their indices in the struct
	required uint64
	lists    []int // optional lists, by their indices in the struct
}

func (d *reader) value(v reflect.Value) {
	switch v.Kind() { //nolint:exhaustive // a rubric has no other
	case reflect.Struct:
		d.object(v)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		d.value(v.Elem())
	case reflect.Slice:
		d.list(v)
	case reflect.String:
		if s, ok := d.String(); ok {
			v.SetString(string(s))
		}
	case reflect.Int:
		if n, ok := d.Int(); ok {
			v.SetInt(int64(n))
		}
	}
}

func (d *reader) list(v reflect.Value) {
	v.Set(reflect.MakeSlice(v.Type(), 0, 0))
	d.Array(func(i int) {
		v.Set(reflect.Append(v, reflect.Zero(v.Type().Elem())))
		d.value(v.Index(i))
	})
}

func (d *reader) object(v reflect.Value) {
	o, known := d.types[v.Type()]
	if !known {
		o = newObject(v.Type())
		d.types[v.Type()] = o
	}
	for _, i := range o.lists {
		v.Field(i).Set(reflect.MakeSlice(v.Field(i).Type(), 0, 0))
	}
	d.Object(o.names, o.required, func(i int) { d.value(v.Field(o.fields[i])) })
}

func newObject(t reflect.Type) object {
	var o object
	for i := range t.NumField() {
		name, omit, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
		if name == "" {
			continue
		}
		switch {
		case omit != "":
		case t.Field(i).Tag.Get("read") == "optional":
			o.lists = append(o.lists, i)
		default:
			o.required |= 1 << len(o.names)
		}
		o.names, o.fields = append(o.names, name), append(o.fields, i)
	}
	return o
}
