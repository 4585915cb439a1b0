package schemas

import (
	"strings"

	source "github.com/ocop-vn/ocop-go/dossier/internal/gen"
	"github.com/ocop-vn/ocop-go/scoring/lang"
)

// form is the layout of a form for a dossier as a UI schema of JSON Forms: one
// category for each part, the fields in the order they are printed, and how each
// is best entered. JSON Schema itself has no words for this, and validators in
// strict mode refuse words of one's own.
func (b *builder) form(structs []source.Struct) map[string]any {
	root := structs[0]
	var categories []any
	var general []any
	for _, f := range root.Fields {
		scope := "#/properties/" + f.JSON
		s, isStruct := find(structs, f.Base())
		if !isStruct {
			general = append(general, b.control(f, scope))
			continue
		}
		category := map[string]any{"type": "Category", "label": b.label(f)}
		if strings.HasPrefix(f.Type, "[]") {
			category["elements"] = []any{b.control(f, scope)}
		} else {
			category["elements"] = b.elements(structs, s, scope)
		}
		categories = append(categories, category)
	}
	first := map[string]any{"type": "Category", "label": b.text(lang.Text{Vi: "Chung", En: "General"}), "elements": general}
	return map[string]any{"type": "Categorization", "elements": append([]any{first}, categories...)}
}

func find(structs []source.Struct, name string) (source.Struct, bool) {
	for _, s := range structs {
		if s.Name == name {
			return s, true
		}
	}
	return source.Struct{}, false
}

func (b *builder) label(f source.Field) string { return b.text(lang.Text{Vi: f.Vi, En: f.En}) }

// elements are the fields of a struct; a struct within is a group.
func (b *builder) elements(structs []source.Struct, s source.Struct, scope string) []any {
	var elements []any
	for _, f := range s.Fields {
		at := scope + "/properties/" + f.JSON
		inner, isStruct := find(structs, f.Base())
		if isStruct && !strings.Contains(f.Type, "]") {
			elements = append(elements, map[string]any{"type": "Group", "label": b.label(f), "elements": b.elements(structs, inner, at)})
			continue
		}
		elements = append(elements, b.control(f, at))
	}
	return elements
}

// control is how a field is entered.
func (b *builder) control(f source.Field, scope string) map[string]any {
	c := map[string]any{"type": "Control", "scope": scope, "label": b.label(f)}
	options := map[string]any{}
	for _, t := range f.Tags {
		switch t.Name {
		case "ocop_prose":
			options["multi"] = true // a text area
		case "ocop_date":
			options["format"] = "date"
		case "ocop_phone":
			options["format"] = "tel"
		case "ocop_email":
			options["format"] = "email"
		}
	}
	if len(options) > 0 {
		c["options"] = options
	}
	return c
}
