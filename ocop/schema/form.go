package schema

import (
	"bytes"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/qd26/words"
	"github.com/ocop-vn/ocop-go/scoring/rubric"
)

// former makes what draws the form of a dossier of one product set: its schema
// in plain types with the set's own criteria, options and gates, and its layout
// for JSON Forms.
type former struct {
	defs     *object // of the full schema
	set      *rubric.Set
	lang     lang.Lang
	patterns map[string]bool // whether a text of a pattern may have many lines
}

// form is the schema and the layout of a product set's form.
func form(full *object, no int, l lang.Lang) (root, layout *object, ok bool) {
	sets := words.Rubric().Sets
	if no < 1 || no > len(sets) {
		return nil, nil, false
	}
	f := former{full.object("$defs"), &sets[no-1], l, map[string]bool{}}
	root = &object{}
	root.set("$schema", quote("http://json-schema.org/draft-07/schema#")) // what forms know; all words used here mean the same in both
	root.set("$id", quote(strings.TrimSuffix(idUnder(full, "forms"), "dossier.json")+strconv.Itoa(no)+".json"))
	for _, m := range f.value(full, ofForm(full, no)).members {
		root.set(m.name, m.value)
	}
	root.set("description", quote(f.set.Name.In(l)))
	return root, f.layout(root), true
}

// ofForm is what the full schema says of the dossiers of a product set.
func ofForm(full *object, no int) *object {
	number := []byte(strconv.Itoa(no))
	for _, rule := range full.list("allOf") {
		o, _ := rule.(*object)
		of, _ := o.object("if").object("properties").object("product").object("properties").object("set").get("const").(jsontext.Value)
		if bytes.Equal(of, number) {
			return o.object("then")
		}
	}
	return nil
}

// resolved is what a schema refers to, or itself.
func (f *former) resolved(s *object) *object {
	if reference, ok := strings.CutPrefix(s.text("$ref"), "#/$defs/"); ok {
		return f.defs.object(reference)
	}
	return s
}

// value writes the schema of a value: what it refers to stands in it, and what a
// product set says of it narrows it. Titles stay, as a form shows them.
func (f *former) value(full, narrow *object) *object {
	narrow = f.resolved(narrow)
	inner := f.resolved(full)
	out := &object{}
	for _, s := range []*object{full, inner, narrow} { // the nearest title is the best
		if out.get("title") == nil {
			out.set("title", s.get("title"))
			out.set("description", s.get("description"))
		}
	}
	for _, keyword := range []string{"type", "format"} {
		out.set(keyword, inner.get(keyword))
	}
	if values := narrowed(inner.list("oneOf"), narrow); values != nil {
		out.set("oneOf", values)
	}
	out.set("const", inner.get("const"))
	for _, keyword := range limits() {
		out.set(keyword, inner.get(keyword))
	}
	if needed := append(slices.Clone(inner.list("required")), narrow.list("required")...); len(needed) > 0 {
		out.set("required", needed)
	}
	if items := inner.object("items"); items != nil {
		out.set("items", f.value(items, narrow.object("items")))
	}
	if properties := f.properties(inner, narrow); properties != nil {
		out.set("properties", properties)
		out.set("additionalProperties", jsontext.Value("false"))
	}
	return out
}

// narrowed are those of some choices that a product set leaves.
func narrowed(values []any, narrow *object) []any {
	if own := narrow.list("oneOf"); own != nil {
		return own
	}
	only, ok := narrow.get("const").(jsontext.Value)
	if !ok {
		return values
	}
	for _, value := range values {
		o, _ := value.(*object)
		if c, _ := o.get("const").(jsontext.Value); bytes.Equal(c, only) {
			return []any{o}
		}
	}
	return values
}

// properties are an object's members, nil for what is no object. Those of an
// object with a member for each criterion follow from the product set.
func (f *former) properties(inner, narrow *object) *object {
	out := &object{}
	if each := inner.object("additionalProperties"); each != nil && narrow != nil {
		for _, m := range narrow.object("properties").each() {
			by, _ := m.value.(*object)
			property := f.value(each, by)
			property.set("title", quote(m.name+". "+f.criterion(m.name)))
			out.set(Key(m.name), property)
		}
		return out
	}
	for _, m := range inner.object("properties").each() {
		p, _ := m.value.(*object)
		by := narrow.object("properties").get(m.name)
		narrow, isSchema := by.(*object)
		if by == nil || isSchema {
			out.set(m.name, f.value(p, narrow))
		}
	}
	if len(out.members) == 0 {
		return nil
	}
	return out
}

// Key is the name in a form's data of the member for a criterion: c6_2_3 for
// 6.2.3. JSON Forms takes a dot within a name for a step down, and a number for
// a place in a list.
func Key(criterion string) string {
	return "c" + strings.ReplaceAll(criterion, ".", "_")
}

// sections are the product set's, with the part that each stands in.
func (f *former) sections(yield func(rubric.Part, rubric.Section) bool) {
	for _, part := range f.set.Parts {
		for _, section := range part.Sections {
			if !yield(part, section) {
				return
			}
		}
	}
}

// criterion is the name of a criterion of the set.
func (f *former) criterion(code string) string {
	for _, section := range f.sections {
		for i := range section.Criteria {
			if section.Criteria[i].Code == code {
				return section.Criteria[i].Name.In(f.lang)
			}
		}
	}
	return ""
}

// layout is the layout of a form as a UI schema of JSON Forms: a category for
// each part of the dossier, a group for each part of that, the fields in the
// order they are printed, and how each is best entered.
func (f *former) layout(root *object) *object {
	general := lang.Text{Vi: "Chung", En: "General"}
	var fields, categories []any
	for _, m := range root.object("properties").each() {
		p, _ := m.value.(*object)
		element := f.element(p, "#/properties/"+m.name)
		switch {
		case p.text("type") == "object":
			element.set("type", quote("Category"))
			categories = append(categories, element)
		case p.text("type") == "array":
			categories = append(categories, group("Category", p.text("title"), []any{element}))
		default:
			fields = append(fields, element)
		}
	}
	out := &object{}
	out.set("type", quote("Categorization"))
	out.set("elements", append([]any{group("Category", general.In(f.lang), fields)}, categories...))
	return out
}

// group is an element that holds others.
func group(kind, label string, elements []any) *object {
	out := &object{}
	out.set("type", quote(kind))
	out.set("label", quote(label))
	out.set("elements", elements)
	return out
}

// element draws a value: a control, or a group of those of a struct.
func (f *former) element(s *object, scope string) *object {
	if s.text("type") == "object" {
		return group("Group", s.text("title"), f.elements(s.object("properties"), scope))
	}
	out := &object{}
	out.set("type", quote("Control"))
	out.set("scope", quote(scope))
	out.set("label", s.get("title"))
	out.set("options", f.options(s))
	return out
}

// elements draw the members of an object; those for criteria stand by section.
func (f *former) elements(properties *object, scope string) []any {
	var elements []any
	draw := func(name string) {
		if p := properties.object(name); p != nil {
			elements = append(elements, f.element(p, scope+"/properties/"+name))
		}
	}
	for part, section := range f.sections {
		outer := elements
		elements = nil
		for i := range section.Criteria {
			draw(Key(section.Criteria[i].Code))
		}
		if len(elements) > 0 {
			label := part.Code + "." + section.Code + ". " + section.Name.In(f.lang)
			outer = append(outer, group("Group", label, elements))
		}
		elements = outer
	}
	if len(elements) > 0 {
		return elements
	}
	for _, m := range properties.each() {
		draw(m.name)
	}
	return elements
}

// options are how a value is best entered, nil for the usual way.
func (f *former) options(s *object) any {
	out := &object{}
	items := s.object("items")
	switch {
	case items.object("properties") != nil:
		detail := &object{}
		detail.set("type", quote("VerticalLayout"))
		detail.set("elements", f.elements(items.object("properties"), "#"))
		out.set("detail", detail)
	case s.text("format") == "date":
		out.set("format", quote("date"))
	case f.manyLines(s.text("pattern")):
		out.set("multi", jsontext.Value("true"))
	default:
		return nil
	}
	return out
}

// manyLines tells whether a text of a pattern may have many lines.
func (f *former) manyLines(pattern string) bool {
	many, known := f.patterns[pattern]
	if !known {
		re, err := regexp.Compile(pattern)
		many = pattern != "" && err == nil && re.MatchString("a\nb")
		f.patterns[pattern] = many
	}
	return many
}
