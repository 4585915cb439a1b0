package schema

import (
	"strings"
)

// typeName is the name in programs of the type of a document.
func typeName(name string) string {
	switch name {
	case "plan":
		return "PlanRequest"
	case "plan-result":
		return "Plan"
	default:
		return upperFirst(name)
	}
}

func upperFirst(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

// limits are the keywords that bind one value by itself.
func limits() [8]string {
	return [...]string{"minimum", "maximum", "minLength", "maxLength", "pattern", "minItems", "maxItems", "maxProperties"}
}

// shaper makes the shape of one document's schema.
type shaper struct {
	full *object // the $defs of the full schema
	made *object // those of the shape
}

// shape makes the shape of a full schema: its types by their names in programs,
// and of each value what holds for it by itself.
func shape(name string, full *object) *object {
	s := shaper{full.object("$defs"), &object{}}
	root := &object{}
	root.set("$schema", full.get("$schema"))
	root.set("$id", quote(idUnder(full, "shape")))
	s.fill(root, full, typeName(name))
	root.set("description", full.get("description"))
	if len(s.made.members) > 0 {
		root.set("$defs", s.made)
	}
	return root
}

// fill writes the schema of a struct.
func (s shaper) fill(out, full *object, name string) {
	out.set("title", quote(name))
	out.set("type", full.get("type"))
	properties := &object{}
	for _, m := range full.object("properties").each() {
		p, _ := m.value.(*object)
		properties.set(m.name, s.value(p, name+upperFirst(m.name)))
	}
	out.set("properties", properties)
	out.set("required", full.get("required"))
	if values := full.object("additionalProperties"); values != nil { // members whose names are data
		out.set("additionalProperties", s.value(values, name))
	} else {
		out.set("additionalProperties", full.get("additionalProperties"))
	}
}

// value writes the schema of a value. The name is of the struct and the member
// that hold it, for what has no name of its own.
func (s shaper) value(full *object, name string) *object {
	out := &object{}
	if reference, ok := strings.CutPrefix(full.text("$ref"), "#/$defs/"); ok {
		typ := upperFirst(reference)
		if s.made.get(typ) == nil {
			def := &object{}
			s.made.set(typ, def) // at once: its place is before those it refers to
			s.fill(def, s.full.object(reference), typ)
		}
		out.set("$ref", quote("#/$defs/"+typ))
	}
	out.set("type", full.get("type"))
	switch values := choices(full); {
	case len(values) == 0:
	case full.text("type") == "integer": // a product set: numbers without a gap
		out.set("minimum", values[0])
		out.set("maximum", values[len(values)-1])
	default:
		out.set("title", quote(name))
		out.set("enum", values)
	}
	for _, keyword := range limits() {
		out.set(keyword, full.get(keyword))
	}
	if either := full.list("anyOf"); either != nil { // a value or null
		value, _ := either[0].(*object)
		out.set("anyOf", []any{s.value(value, name), either[1]})
	}
	if items := full.object("items"); items != nil {
		out.set("items", s.value(items, name))
	}
	if values := full.object("additionalProperties"); values != nil {
		out.set("title", quote(name))
		out.set("additionalProperties", s.value(values, name))
	}
	out.set("description", quote(sentence(full.text("title"), full.text("description"))))
	return out
}

// choices are the values that a schema lists, in their order.
func choices(full *object) []any {
	if only := full.get("const"); only != nil {
		return []any{only}
	}
	var values []any
	for _, choice := range full.list("oneOf") {
		o, _ := choice.(*object)
		values = append(values, o.get("const"))
	}
	return values
}

// sentence joins a title and a description.
func sentence(title, description string) string {
	if title == "" || description == "" {
		return title + description
	}
	return title + ". " + description
}

// idUnder is the id of a schema that is made of a full one, in a folder beside it.
func idUnder(full *object, folder string) string {
	id := full.text("$id")
	at := strings.LastIndexByte(id, '/') + 1
	return id[:at] + folder + "/" + id[at:]
}
