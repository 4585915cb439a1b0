package gen

// Fields is the Go source of the tables of package fields.
func Fields(structs []Struct) ([]byte, error) {
	p := newPrinter("fields")
	p.f("import \"github.com/ocop-vn/ocop-go/scoring/lang\"\n\n")
	p.f("// The structs of package dossier.\nvar (\n")
	for _, s := range structs {
		required := uint64(0)
		p.f("%s = Object{\nNames: []string{", s.Name)
		for i, f := range s.Fields {
			if !f.Optional {
				required |= 1 << i
			}
			p.f("%q, ", f.JSON)
		}
		p.f("},\nLabels: []lang.Text{\n")
		for _, f := range s.Fields {
			p.f("{Vi: %q, En: %q},\n", f.Vi, f.En)
		}
		p.f("},\nRequired: %#x,\n}\n", required)
	}
	p.f(")\n\n// Of is what is known of a struct by its name; nil for one that is none of a dossier's.\nfunc Of(name string) *Object {\nswitch name {\n")
	for _, s := range structs {
		p.f("case %q:\nreturn &%s\n", s.Name, s.Name)
	}
	p.f("}\nreturn nil\n}\n")
	return p.formatted()
}
