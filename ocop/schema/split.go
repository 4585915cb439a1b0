package schema

import (
	"strings"

	"github.com/ocop-vn/ocop-go/scoring/lang"
)

// commonOf is the schema that the split ones refer to, with nothing in it yet.
func commonOf(l lang.Lang) *object {
	sheet, _ := full("sheet", l)
	title := lang.Text{Vi: "Phần dùng chung: 26 bộ tiêu chí", En: "What the others share: the 26 rubrics"}
	common := &object{}
	common.set("$schema", sheet.get("$schema"))
	common.set("$id", quote(strings.Replace(idUnder(sheet, "split"), "sheet.json", "common.json", 1)))
	common.set("title", quote(title.In(l)))
	common.set("$defs", &object{})
	return common
}

// split moves what a schema shares with others, which belongs to the rubric and
// not to one document, to common, and refers to it there.
func split(full, common *object) *object {
	own := &object{}
	for _, m := range full.object("$defs").each() {
		if shared(m.name) {
			common.set(m.name, m.value)
		} else {
			own.set(m.name, redirected(m.value))
		}
	}
	out := &object{}
	for _, m := range full.each() {
		switch {
		case m.name == "$id":
			out.set(m.name, quote(idUnder(full, "split")))
		case m.name != "$defs":
			out.set(m.name, redirected(m.value))
		case len(own.members) > 0:
			out.set(m.name, own)
		}
	}
	return out
}

// shared tells whether a definition belongs to the rubric: the types' names are
// single words.
func shared(name string) bool { return strings.Contains(name, "-") || name == "cost" }

// redirected is a value whose references to what is shared lead to common.
func redirected(value any) any {
	switch v := value.(type) {
	case *object:
		out := &object{}
		for _, m := range v.members {
			reference, ok := strings.CutPrefix(v.text(m.name), "#/$defs/")
			if m.name == "$ref" && ok && shared(reference) {
				out.set(m.name, quote("common.json#/$defs/"+reference))
				continue
			}
			out.set(m.name, redirected(m.value))
		}
		return out
	case []any:
		out := make([]any, len(v))
		for i, item := range v {
			out[i] = redirected(item)
		}
		return out
	default:
		return value
	}
}
