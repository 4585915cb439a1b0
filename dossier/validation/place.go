package validation

import (
	"encoding"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/go-playground/validator/v10"

	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// place is somewhere in the value that was validated.
type place struct {
	pointer string              // JSON Pointer from the value
	value   reflect.Value       // what stands there; invalid: nothing
	field   reflect.StructField // the field that holds it, or that holds the list or map it is in
	holder  reflect.Type        // the struct of that field
	dossier reflect.Value       // the dossier that it is in or is; invalid: in none
	prefix  string              // JSON Pointer to that dossier
}

// isDossier tells whether a dossier as a whole stands there.
func (p place) isDossier() bool { return p.value.IsValid() && p.value.Type() == dossierType }

// locator finds places by validator's namespaces.
type locator struct {
	maps map[uintptr]keys // by the map's address
}

// keys are a map's keys by the text that validator writes for them.
type keys struct {
	of      map[string][]reflect.Value
	lengths []int // of the texts, longest first
}

// locate is the place below a value that a namespace means. Names in a map may
// look like namespaces, so that it may mean several: has tells the right one,
// without which it is the first. Where there is none, it is not known, and the
// place is as near as the namespace leads.
func (l *locator) locate(at place, namespace string, has func(place) bool) (found place, known, right bool) {
	w := walk{locator: l, has: has, nearest: at, left: len(namespace) + 2}
	right = w.follow(at, path(namespace, concrete(at.value)))
	return w.nearest, w.left == 0, right
}

// path is a namespace without the name of the type that it begins with. It
// begins with a dot or a bracket.
func path(namespace string, value reflect.Value) string {
	namespace = strings.TrimSuffix(namespace, ".") // of a struct itself
	if value.IsValid() && value.Kind() == reflect.Struct {
		if rest, ok := strings.CutPrefix(namespace+".", value.Type().Name()+"."); ok {
			return strings.TrimSuffix("."+rest, ".")
		}
	}
	if namespace == "" || namespace[0] == '[' {
		return namespace
	}
	return "." + namespace
}

// walk follows a namespace until it is at the right place.
type walk struct {
	*locator
	has     func(place) bool
	nearest place // the right place; before it is found the first of those that lead furthest
	left    int   // how much of the namespace lies beyond it
}

// follow tells whether it came to the right place.
func (w *walk) follow(at place, rest string) bool {
	at.value = concrete(at.value)
	if at.isDossier() {
		at.dossier, at.prefix = at.value, at.pointer
	}
	right := rest == "" && w.has(at)
	if right || len(rest) < w.left {
		w.nearest, w.left = at, len(rest)
	}
	if rest == "" {
		return right
	}
	switch kind := at.value.Kind(); {
	case kind == reflect.Struct && rest[0] == '.':
		return w.enterField(at, rest[1:])
	case (kind == reflect.Slice || kind == reflect.Array) && rest[0] == '[':
		return w.enterItem(at, rest[1:])
	case kind == reflect.Map && rest[0] == '[':
		return w.enterMember(at, rest[1:])
	default:
		return false
	}
}

func (w *walk) enterField(at place, rest string) bool {
	name := rest
	if end := strings.IndexAny(rest, ".["); end >= 0 {
		name = rest[:end]
	}
	rest = rest[len(name):]
	field, ok := at.value.Type().FieldByName(name)
	switch {
	case ok && len(field.Index) == 1: // validator writes the embedded struct's name too
		at.holder = at.value.Type()
		at.field, at.value, at.pointer = field, at.value.FieldByIndex(field.Index), pointerTo(at.pointer, field)
		return w.follow(at, rest)
	case name == at.value.Type().Name(): // where names are left out, the first that stands is a type's
		return w.follow(at, rest)
	default:
		return false
	}
}

func (w *walk) enterItem(at place, rest string) bool {
	index, rest, _ := strings.Cut(rest, "]")
	i, err := strconv.Atoi(index)
	return err == nil && i >= 0 && i < at.value.Len() && w.follow(at.item(i), rest)
}

// item is the place of an item of the list at a place.
func (p place) item(i int) place {
	p.pointer, p.value = p.pointer+"/"+strconv.Itoa(i), p.value.Index(i)
	return p
}

// enterMember follows every name in a map that the rest may begin with, the
// longest first: a name may have any character, a bracket too.
func (w *walk) enterMember(at place, rest string) bool {
	names := w.keysOf(at.value)
	for _, n := range names.lengths {
		if n >= len(rest) || rest[n] != ']' {
			continue
		}
		for _, key := range names.of[rest[:n]] {
			member := at
			member.pointer, member.value = problem.Pointer(at.pointer, memberName(key)), at.value.MapIndex(key)
			if w.follow(member, rest[n+1:]) {
				return true
			}
		}
	}
	return false
}

func (l *locator) keysOf(m reflect.Value) keys {
	if known, ok := l.maps[m.Pointer()]; ok {
		return known
	}
	k := keys{of: make(map[string][]reflect.Value, m.Len())}
	for _, key := range m.MapKeys() {
		text := fmt.Sprintf("%v", key) // as validator writes it
		k.of[text] = append(k.of[text], key)
		k.lengths = append(k.lengths, len(text))
	}
	slices.Sort(k.lengths)
	k.lengths = slices.Compact(k.lengths)
	slices.Reverse(k.lengths)
	if l.maps == nil {
		l.maps = map[uintptr]keys{}
	}
	l.maps[m.Pointer()] = k
	return k
}

// memberName is the name that a map's key has in JSON.
func memberName(key reflect.Value) string {
	if key.Kind() != reflect.String && key.CanInterface() {
		if text, ok := key.Interface().(encoding.TextMarshaler); ok {
			name, _ := text.MarshalText() // what has no name was not read from JSON
			return string(name)
		}
	}
	switch {
	case key.Kind() == reflect.String:
		return key.String()
	case key.CanInt():
		return strconv.FormatInt(key.Int(), 10)
	default:
		return fmt.Sprintf("%v", key)
	}
}

// pointerTo is the JSON Pointer to a field of the struct at a pointer. An
// embedded struct without a name has its fields where the struct itself stands.
func pointerTo(pointer string, field reflect.StructField) string {
	t := field.Type
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if tag, _, _ := strings.Cut(field.Tag.Get("json"), ","); tag == "" && field.Anonymous && t.Kind() == reflect.Struct {
		return pointer
	}
	return problem.Pointer(pointer, jsonName(field))
}

// jsonName is a field's name in JSON; its own name where it has none there.
func jsonName(field reflect.StructField) string {
	tag := field.Tag.Get("json")
	if name, _, _ := strings.Cut(tag, ","); name != "" && tag != "-" {
		return name
	}
	return field.Name
}

var valuer = reflect.TypeFor[validator.Valuer]()

// concrete is what validator looks at where a value stands: what pointers,
// interfaces and a Valuer lead to. A chain of more than 100 is cut.
func concrete(v reflect.Value) reflect.Value {
	for range 100 {
		isNil := (v.Kind() == reflect.Pointer || v.Kind() == reflect.Interface) && v.IsNil()
		switch {
		case !v.IsValid() || isNil:
			return v
		case v.Type().Implements(valuer) && v.CanInterface():
			v = reflect.ValueOf(v.Interface().(validator.Valuer).ValidatorValue()) //nolint:forcetypeassert // it implements it
		case v.Kind() == reflect.Pointer || v.Kind() == reflect.Interface:
			v = v.Elem()
		default:
			return v
		}
	}
	return reflect.Value{}
}
