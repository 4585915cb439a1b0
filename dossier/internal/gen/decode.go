package gen

import "slices"

// Decode is the Go source of the reader.
func Decode(structs []Struct) ([]byte, error) {
	p := newPrinter("dossier")
	p.f("import (\n\"github.com/ocop-vn/ocop-go/dossier/internal/fields\"\n\"github.com/ocop-vn/ocop-go/dossier/internal/nfc\"\n)\n\n")
	for _, s := range structs {
		p.f("func (d *decoder) %s(x *%s) {\n*x = %s{}\no := &fields.%s\nd.object(o, func(i int) {\nswitch i {\n", method(s.Name), s.Name, s.Name, s.Name)
		for i, f := range s.Fields {
			p.f("case %d:\n%s\n", i, readField(structs, f))
		}
		p.f("}\n})\n}\n\n")
	}
	for _, s := range structs {
		p.compose(structs, s)
	}
	return p.formatted()
}

// compose writes the method that puts a struct's texts into NFC.
func (p *printer) compose(structs []Struct, s Struct) {
	p.f("func (x *%s) compose() {\n", s.Name)
	for _, f := range s.Fields {
		at := "x." + f.Name
		switch structured := isStruct(structs, f.Base()); {
		case structured && f.Type == f.Base():
			p.f("%s.compose()\n", at)
		case structured && f.Type[0] == '*':
			p.f("if %s != nil {\n%s.compose()\n}\n", at, at)
		case structured && f.Type[0] == '[':
			p.f("for i := range %s {\n%s[i].compose()\n}\n", at, at)
		case structured:
			p.f("for k, v := range %s {\nv.compose()\n%s[k] = v\n}\n", at, at)
		case f.isText():
			p.f("%s = nfc.Compose(%s)\n", at, at)
		}
	}
	p.f("}\n\n")
}

// has tells whether a field has a tag.
func (f Field) has(tag string) bool {
	return slices.ContainsFunc(f.Tags, func(t Tag) bool { return t.Name == tag })
}

// isText tells whether a field holds words or a file's name, not a code.
func (f Field) isText() bool {
	return f.Type == "string" && (f.has("ocop_line") || f.has("ocop_prose") || f.has("ocop_file_name"))
}

// readField is the statement that reads a field.
func readField(structs []Struct, f Field) string {
	base, at := f.Base(), "&x."+f.Name
	structured := isStruct(structs, base)
	switch {
	case structured && f.Type == base:
		return "d." + method(base) + "(" + at + ")"
	case structured && f.Type == "*"+base:
		return "x." + f.Name + " = new(" + base + ")\nd." + method(base) + "(x." + f.Name + ")"
	case structured && f.Type == "[]"+base:
		return "readList(d, " + at + ", d." + method(base) + ")"
	case structured:
		return "readMap(d, " + at + ", d." + method(base) + ")"
	case f.Type == "[]string":
		return "d.texts(o, i, " + at + ")"
	case f.Type == "map[string]string":
		return "d.textMap(o, i, " + at + ")"
	case f.Type == "map[string]Extension":
		return "d.extensions(" + at + ")"
	case f.Type == "bool":
		return "x." + f.Name + ", _ = d.Bool()"
	case f.Type == "int" && f.has("omitempty"):
		return "d.optionalNumber(o, i, " + at + ")"
	case f.Type == "int":
		return "x." + f.Name + ", _ = d.Int()"
	case f.Type == "*int":
		return "d.number(" + at + ")"
	default:
		return "readText(d, o, i, " + at + ")"
	}
}
