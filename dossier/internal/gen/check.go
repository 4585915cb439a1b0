package gen

import (
	"fmt"
	"strings"
)

// Check is the Go source of the checker: what the validate tags ask, in the
// order in which validator/v10 goes through them.
func Check(structs []Struct) ([]byte, error) {
	p := newPrinter("dossier")
	p.f("import (\n\"github.com/ocop-vn/ocop-go/dossier/internal/fields\"\n\"github.com/ocop-vn/ocop-go/dossier/internal/shape\"\n)\n\n")
	for _, s := range structs {
		p.f("func (c *checker) %s(x *%s) {\n", method(s.Name), s.Name)
		p.f("o := &fields.%s\n", s.Name)
		for i, f := range s.Fields {
			if err := p.checkField(structs, f, i); err != nil {
				return nil, fmt.Errorf("%s.%s: %w", s.Name, f.Name, err)
			}
		}
		p.f("}\n\n")
	}
	return p.formatted()
}

func (p *printer) checkField(structs []Struct, f Field, i int) error {
	base, value := f.Base(), "x."+f.Name
	structured := isStruct(structs, base)
	switch {
	case structured && f.Type == base:
		p.f("c.enter(o.Names[%d])\nc.%s(&%s)\nc.leave()\n", i, method(base), value)
		return nil
	case structured && f.Type == "*"+base:
		p.f("if %s != nil {\nc.enter(o.Names[%d])\nc.%s(%s)\nc.leave()\n}\n", value, i, method(base), value)
		return nil
	case f.Type == "bool":
		return nil
	}
	p.f("switch v := %s; {\n", value)
	if err := p.cases(f, i); err != nil {
		return err
	}
	list, mapped := strings.HasPrefix(f.Type, "[]"), strings.HasPrefix(f.Type, "map[")
	if (list || mapped) && (structured || len(f.Items) > 0) {
		p.f("default:\nc.enter(o.Names[%d])\n", i)
		enter, loop := "c.enterItem(k)", "for k, v := range v {"
		if mapped { // in order, so that within a budget the same problems are told each time
			enter, loop = "c.enter(k)", "var names [64]string\nfor _, k := range sorted(v, names[:0]) {\nv := v[k]"
		}
		switch {
		case structured && list:
			p.f("for k := range v {\nc.enterItem(k)\nc.%s(&v[k])\nc.leave()\n}\n", method(base))
		case structured:
			p.f("%s\n%s\nc.%s(&v)\nc.leave()\n}\n", loop, enter, method(base))
		case mapped && len(f.Items) == 1 && f.Items[0].Name == "required":
			p.f("for _, k := range empty(v) {\nc.enter(k)\nc.missing(o, item+%d)\nc.leave()\n}\n", i)
		case mapped && len(f.Items) > 0:
			return fmt.Errorf("no reading of tags other than required for the items of type %s", f.Type)
		case len(f.Items) > 0:
			p.f("%s\n%s\nswitch {\n", loop, enter)
			item := f
			item.Type, item.Tags = "string", f.Items
			if err := p.cases(item, i); err != nil {
				return err
			}
			p.f("}\nc.leave()\n}\n")
		}
		p.f("c.leave()\n")
	}
	p.f("}\n")
	return nil
}

// cases writes a case for each tag that can be broken; the first counts.
func (p *printer) cases(f Field, i int) error {
	where := fmt.Sprintf("(o, %d, ", i)
	if len(f.Items) > 0 && f.Type == "string" {
		where = fmt.Sprintf("(o, item+%d, ", i)
	}
	text := f.Base() != "int" && !strings.ContainsAny(f.Type, "[")
	least, most := bounds(f.Tags)
	ranged := false
	for _, t := range f.Tags {
		condition, failure := "", ""
		switch {
		case t.Name == "omitempty" && text:
			p.f("case v == \"\":\n")
			continue
		case t.Name == "omitempty" && f.Type == "int":
			p.f("case v == 0:\n")
			continue
		case t.Name == "omitempty" && f.Type == "*int":
			p.f("case v == nil:\n")
			continue
		case t.Name == "required" && text:
			condition, failure = `v == ""`, "c.missing"+where[:len(where)-2]+")"
		case t.Name == "required" && f.Type == "int":
			condition, failure = "v == 0", "c.missing"+where[:len(where)-2]+")"
		case t.Name == "required":
			condition, failure = "v == nil", "c.missing"+where[:len(where)-2]+")"
		case t.Name == "oneof":
			var equal []string
			for _, value := range strings.Fields(t.Param) {
				equal = append(equal, fmt.Sprintf("v != %q", value))
			}
			condition = strings.Join(equal, " && ")
			failure = fmt.Sprintf("c.notOneOf%sstring(v), %q)", where, strings.ReplaceAll(t.Param, " ", ", "))
		case t.Name == "max" && text:
			condition, failure = "letters(v) > "+t.Param, "c.tooLong"+where+t.Param+")"
		case t.Name == "min" || t.Name == "max":
			if ranged {
				continue
			}
			ranged = true
			n, kind := "v", "&shape.OutOfRange"
			switch f.Type {
			case "int":
			case "*int":
				n = "*v"
			default:
				n, kind = "len(v)", "&shape.WrongCount"
			}
			condition = fmt.Sprintf("%s < %s || %s > %s", n, least, n, most)
			if least == "0" && n == "len(v)" {
				condition = fmt.Sprintf("%s > %s", n, most)
			}
			failure = fmt.Sprintf("c.outside%s%s, %s, %s, %s)", where, kind, n, least, most)
		case strings.HasPrefix(t.Name, "ocop_"):
			param := t.Param
			if param == "" {
				param = "0"
			}
			condition = fmt.Sprintf("c.breaks%sshape.%s, v, %s)", where, ruleName(t.Name), param)
		default:
			return fmt.Errorf("no reading of tag %s for type %s", t.Name, f.Type)
		}
		p.f("case %s:\n%s\n", condition, failure)
	}
	return nil
}

// bounds are the least and the most of min and max; a count is at least 0.
func bounds(tags []Tag) (least, most string) {
	least = "0"
	for _, t := range tags {
		switch t.Name {
		case "min":
			least = t.Param
		case "max":
			most = t.Param
		}
	}
	return least, most
}

// ruleName is the function of a rule: FileName for ocop_file_name.
func ruleName(tag string) string {
	var b strings.Builder
	for _, word := range strings.Split(strings.TrimPrefix(tag, "ocop_"), "_") {
		switch word {
		case "id":
			b.WriteString("ID")
		case "sha256":
			b.WriteString("SHA256")
		default:
			b.WriteString(strings.ToUpper(word[:1]) + word[1:])
		}
	}
	return b.String()
}
