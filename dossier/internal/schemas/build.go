// Package schemas makes the JSON Schemas: their shape from the Go types through
// invopop/jsonschema, their limits from the validate tags, their criteria,
// options and gates from the rubric. It stands apart so that no program that
// imports the dossier or the schemas carries invopop, and here because it reads
// what package dossier keeps to itself: its source and its rules on texts.
package schemas

import (
	"encoding/json"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/invopop/jsonschema"

	"github.com/ocop-vn/ocop-go/dossier"
	source "github.com/ocop-vn/ocop-go/dossier/internal/gen"
	"github.com/ocop-vn/ocop-go/dossier/internal/shape"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/strictjson"
)

// Base is the address that all schemas' ids begin with. It names them; nothing is fetched from it.
const Base = "https://github.com/ocop-vn/ocop-go/schema/"

// builder makes schemas in one language.
type builder struct {
	lang   lang.Lang
	fields map[string]source.Field // of the dossier, by Struct.json

	emptyTexts bool // whether a text may be empty
}

// text is a text in the builder's language.
func (b *builder) text(t lang.Text) string { return t.In(b.lang) }

// written makes the schema of a document that strangers write: no member but
// those known, no empty text.
func (b *builder) written(document any) *jsonschema.Schema {
	b.emptyTexts = false
	return b.reflect(document, false)
}

// read makes the schema of a document that strangers read: more members may
// stand beside those known.
func (b *builder) read(document any) *jsonschema.Schema {
	b.emptyTexts = true
	return b.reflect(document, true)
}

// reflect makes the schema of a Go type with the limits of its tags.
func (b *builder) reflect(document any, open bool) *jsonschema.Schema {
	r := jsonschema.Reflector{
		Anonymous: true, AllowAdditionalProperties: open, ExpandedStruct: true,
		Namer: defName,
	}
	root := r.Reflect(document)
	types := map[string]reflect.Type{}
	structs(reflect.TypeOf(document), types)
	b.limits(root, reflect.TypeOf(document))
	for name, s := range root.Definitions {
		b.limits(s, types[name])
	}
	return root
}

// defName is the name in $defs of a type; "" for one without a name.
func defName(t reflect.Type) string {
	name := t.Name()
	if name == "" {
		return ""
	}
	return strings.ToLower(name[:1]) + name[1:]
}

// structs finds the structs that a type is made of, by their names in $defs.
func structs(t reflect.Type, found map[string]reflect.Type) {
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Map, reflect.Array:
		structs(t.Elem(), found)
	case reflect.Struct:
		name := defName(t)
		if found[name] != nil {
			return
		}
		found[name] = t
		for i := range t.NumField() {
			structs(t.Field(i).Type, found)
		}
	default: // made of nothing
	}
}

// limits gives a struct's schema what the tags of its fields ask.
func (b *builder) limits(s *jsonschema.Schema, t reflect.Type) {
	s.Version = ""
	for _, f := range reflect.VisibleFields(t) {
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		p, ok := s.Properties.Get(name)
		if !ok {
			continue
		}
		own, items, _ := strings.Cut(f.Tag.Get("validate"), "dive")
		b.limit(p, f.Type, own)
		switch f.Type.Kind() {
		case reflect.Slice, reflect.Array:
			b.limit(p.Items, f.Type.Elem(), items)
		case reflect.Map:
			if f.Type.Elem() == reflect.TypeFor[dossier.Extension]() {
				p.AdditionalProperties, p.PropertyNames = jsonschema.TrueSchema, &jsonschema.Schema{}
				b.limit(p.PropertyNames, f.Type.Key(), "ocop_reverse_domain")
			} else if p.AdditionalProperties != nil {
				b.limit(p.AdditionalProperties, f.Type.Elem(), items)
			}
		default: // by itself
		}
		b.words(p, f, t)
		if slices.Contains(strings.Split(own, ","), "null") {
			described := jsonschema.Schema{Title: p.Title, Description: p.Description}
			inner := *p
			inner.Title, inner.Description = "", ""
			described.AnyOf = []*jsonschema.Schema{&inner, {Type: "null"}}
			s.Properties.Set(name, &described)
		}
	}
}

// words gives a property its printed name and where it is printed.
func (b *builder) words(p *jsonschema.Schema, f reflect.StructField, of reflect.Type) {
	if en := f.Tag.Get("en"); en != "" && b.lang == lang.En {
		p.Title = en
	}
	name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	printed := ""
	if of.PkgPath() == reflect.TypeFor[dossier.Dossier]().PkgPath() { // its words stand above it, where people read them, and not in a tag
		field := b.fields[of.Name()+"."+name]
		p.Title, printed = b.text(lang.Text{Vi: field.Vi, En: field.En}), field.Printed
	}
	if b.lang == lang.Vi {
		printed = placesVi(printed)
	}
	if printed != "" {
		p.Description = upperFirst(printed) + "."
	}
}

var place = regexp.MustCompile(`(?:Form|Articles?|Appendix) [0-9IV][0-9A-Za-z.]*(?:, [0-9][0-9A-Za-z.]*)*(?:, (?:head|foot))?`)

// placesVi is where a field is printed, in Vietnamese.
func placesVi(printed string) string {
	found := strings.Join(place.FindAllString(printed, -1), "; ")
	return strings.NewReplacer("Form", "Mẫu số", "Articles", "Điều", "Article", "Điều", "Appendix", "Phụ lục", ", head", ", phần đầu", ", foot", ", phần cuối").Replace(found)
}

// limit gives a schema what the tags before or after dive ask of it.
func (b *builder) limit(s *jsonschema.Schema, t reflect.Type, tags string) {
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	switch t.Kind() {
	case reflect.String:
		if !b.emptyTexts {
			s.MinLength = number(1)
		}
	case reflect.Int:
		s.Minimum, s.Maximum = json.Number(strconv.FormatInt(-strictjson.MaxInt, 10)), json.Number(strconv.FormatInt(strictjson.MaxInt, 10))
	default: // no limit of its own
	}
	for tag := range strings.SplitSeq(tags, ",") {
		name, param, _ := strings.Cut(tag, "=")
		n, _ := strconv.ParseUint(strings.TrimPrefix(param, "-"), 10, 64)
		switch {
		case name == "oneof":
			b.oneOf(s, strings.Fields(param))
		case name == "min" && t.Kind() == reflect.Int:
			s.Minimum = json.Number(param)
		case name == "max" && t.Kind() == reflect.Int:
			s.Maximum = json.Number(param)
		case name == "max" && t.Kind() == reflect.String:
			s.MaxLength = number(n)
		case name == "min" && t.Kind() == reflect.Slice:
			s.MinItems = number(n)
		case name == "max" && t.Kind() == reflect.Slice:
			s.MaxItems = number(n)
		case name == "max" && t.Kind() == reflect.Map:
			s.MaxProperties = number(n)
		case shape.Choices(name) != nil:
			b.oneOf(s, shape.Choices(name))
		case strings.HasPrefix(name, "ocop_"):
			b.rule(s, name, n)
		}
	}
}

func number(n uint64) *uint64 { return &n }

// rule gives a schema what JSON Schema can say of a rule on texts.
func (b *builder) rule(s *jsonschema.Schema, tag string, limit uint64) {
	for _, rule := range slices.Concat(shape.Rules(), ofDocuments()) {
		if rule.Tag != tag {
			continue
		}
		switch {
		case rule.Enum != nil:
			b.oneOf(s, rule.Enum)
			return
		case rule.Pattern == "": // beyond what a pattern can say
			return
		}
		s.Pattern = rule.Pattern
		if not := notAtTheEnd(rule); not != "" {
			s.Not = &jsonschema.Schema{Type: "string", Pattern: not}
		}
		switch {
		case rule.MaxLength > 0:
			s.MaxLength = number(uint64(rule.MaxLength))
		case limit > 0:
			s.MaxLength = number(shape.Letters * limit)
		}
		s.Format = rule.Format
		for _, example := range rule.Examples {
			s.Examples = append(s.Examples, example)
		}
		return
	}
}

// notAtTheEnd is the pattern that no text of a rule has. In some languages $
// matches before a last line break, so that one has to be ruled out where the
// text is of one line.
func notAtTheEnd(rule shape.Rule) string {
	if regexp.MustCompile(rule.Pattern).MatchString("a\nb") {
		return rule.Not
	}
	if rule.Not == "" {
		return `\n`
	}
	return `\n|` + rule.Not
}

// oneOf says that a schema takes one of some values, with the label of each.
func (b *builder) oneOf(s *jsonschema.Schema, values []string) {
	s.MinLength = nil
	for _, value := range values {
		s.OneOf = append(s.OneOf, &jsonschema.Schema{Const: value, Title: b.text(label(value))})
	}
	if len(s.OneOf) == 1 {
		s.Const, s.OneOf = values[0], nil
	}
}

// object is a schema of an object with some properties: names and schemas in turn.
func object(properties ...any) *jsonschema.Schema {
	s := &jsonschema.Schema{Type: "object", Properties: jsonschema.NewProperties()}
	for pair := range slices.Chunk(properties, 2) {
		s.Properties.Set(pair[0].(string), pair[1].(*jsonschema.Schema)) //nolint:forcetypeassert // called here alone
	}
	return s
}

// require lists members that an object must have.
func require(s *jsonschema.Schema, names ...string) *jsonschema.Schema {
	s.Required = names
	return s
}

func ref(name string) *jsonschema.Schema { return &jsonschema.Schema{Ref: "#/$defs/" + name} }

// when adds a condition to a schema.
func when(s, condition, then *jsonschema.Schema) {
	s.AllOf = append(s.AllOf, &jsonschema.Schema{If: condition, Then: then})
}

// never is the schema that nothing fits.
func never() *jsonschema.Schema { return jsonschema.FalseSchema }
