package schema

// field says of a value, with all that is in it, what a person who enters it has to
// know. What it refers to stands in it. A table has one shape for all criteria, so
// that this holds for every product set.
func (f *former) field(full *object) *object {
	inner := f.resolved(full)
	out := &object{}
	out.set("title", full.get("title")) // what it refers to has none
	out.set("where", full.get("description"))
	kind := f.kind(inner)
	out.set("kind", quote(kind))
	switch kind {
	case "object":
		members := &object{}
		for _, m := range inner.object("properties").each() {
			p, _ := m.value.(*object)
			members.set(m.name, f.field(p))
		}
		out.set("members", members)
		out.set("required", inner.get("required"))
	case "list":
		out.set("item", f.field(inner.object("items")))
		out.set("least", inner.get("minItems"))
		out.set("most", inner.get("maxItems"))
	case "table":
		out.set("item", f.field(inner.object("additionalProperties")))
		out.set("most", inner.get("maxProperties"))
	case "choice":
		out.set("choices", choosable(inner))
	case "number":
		out.set("least", inner.get("minimum"))
		out.set("most", inner.get("maximum"))
	case "text", "lines":
		out.set("letters", inner.get("maxLength"))
	}
	return out
}

// kind is how a value is entered.
func (f *former) kind(s *object) string {
	switch typ := s.text("type"); {
	case s.object("properties") != nil:
		return "object"
	case s.object("additionalProperties") != nil:
		return "table"
	case typ == "array":
		return "list"
	case choices(s) != nil:
		return "choice"
	case typ == "boolean":
		return "flag"
	case typ == "integer":
		return "number"
	case s.text("format") == "date":
		return "date"
	case typ == "string" && f.manyLines(s.text("pattern")):
		return "lines"
	case typ == "string":
		return "text"
	default: // members that the schema does not know
		return "data"
	}
}

// choosable are the values to choose from and what each is called; one that is given
// stands for itself.
func choosable(s *object) []any {
	if only := s.get("const"); only != nil {
		out := &object{}
		out.set("value", only)
		out.set("title", only)
		return []any{out}
	}
	var list []any
	for _, choice := range s.list("oneOf") {
		o, _ := choice.(*object)
		out := &object{}
		out.set("value", o.get("const"))
		out.set("title", o.get("title"))
		list = append(list, out)
	}
	return list
}
