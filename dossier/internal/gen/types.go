// Package gen writes the reader and the checker of package dossier from the
// tags of its types, so that neither needs reflection, the tables of package
// fields from the comments above its fields, and those of package places.
package gen

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"io/fs"
	"reflect"
	"strconv"
	"strings"

	"github.com/ocop-vn/ocop-go/dossier/internal/shape"
)

// Struct is a struct of the dossier.
type Struct struct {
	Name   string
	Doc    string
	Fields []Field
}

// Field is one of its fields.
type Field struct {
	Name     string
	JSON     string
	Type     string // as written: string, *int, []Evidence, map[string]Claim …
	Vi, En   string // as the forms print it
	Printed  string // where it is printed
	Optional bool   // may be left out
	Tags     []Tag
	Items    []Tag // what stands after dive
}

// Tag is one rule of a validate tag.
type Tag struct{ Name, Param string }

// Types reads the structs of the documents of package dossier, from each root on, in
// the order they are met.
func Types(source fs.FS) ([]Struct, error) {
	all, aliases := map[string]written{}, map[string]bool{}
	names, err := fs.Glob(source, "*.go")
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") || strings.HasSuffix(name, "_gen.go") {
			continue
		}
		data, err := fs.ReadFile(source, name)
		if err != nil {
			return nil, err
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, data, parser.ParseComments)
		if err != nil {
			return nil, err
		}
		collect(file, name, all, aliases)
	}
	var ordered []Struct
	seen := map[string]bool{}
	var visit func(name string) error
	visit = func(name string) error {
		s, ok := all[name]
		if !ok || seen[name] {
			return nil
		}
		seen[name] = true
		fields, err := readFields(s.fields)
		if err != nil {
			return fmt.Errorf("%s: %s: %w", s.file, name, err)
		}
		ordered = append(ordered, Struct{name, s.doc, fields})
		for _, f := range fields {
			base := f.Base()
			if _, structured := all[base]; base != "string" && base != "int" && base != "bool" && !structured && !aliases[base] {
				return fmt.Errorf("%s.%s: type %s is not known here", name, f.Name, f.Type)
			}
			if err := visit(f.Base()); err != nil {
				return err
			}
		}
		return nil
	}
	for _, root := range roots {
		if err := visit(root); err != nil {
			return nil, err
		}
	}
	return ordered, nil
}

// roots are the documents of package dossier.
var roots = [...]string{"Dossier", "Record"}

// written is a struct as it is written.
type written struct {
	file, doc string
	fields    *ast.StructType
}

// collect notes the structs and the named strings of a file.
func collect(file *ast.File, name string, all map[string]written, aliases map[string]bool) {
	for _, d := range file.Decls {
		decl, ok := d.(*ast.GenDecl)
		if !ok || decl.Tok != token.TYPE {
			continue
		}
		for _, spec := range decl.Specs {
			t := spec.(*ast.TypeSpec) //nolint:forcetypeassert // token.TYPE has these
			switch of := t.Type.(type) {
			case *ast.Ident:
				aliases[t.Name.Name] = of.Name == "string"
			case *ast.SelectorExpr: // a named string of a package below
				aliases[t.Name.Name] = t.Assign.IsValid()
			}
			if s, ok := t.Type.(*ast.StructType); ok {
				all[t.Name.Name] = written{name, oneLine(decl.Doc.Text()), s}
			}
		}
	}
}

func readFields(s *ast.StructType) ([]Field, error) {
	var fields []Field
	for _, f := range s.Fields.List {
		var tag reflect.StructTag
		if f.Tag != nil {
			raw, _ := strconv.Unquote(f.Tag.Value) // it was parsed
			tag = reflect.StructTag(raw)
		}
		name, options, _ := strings.Cut(tag.Get("json"), ",")
		title, printed, _ := strings.Cut(f.Doc.Text(), "\n")
		vi, en, _ := strings.Cut(title, " / ")
		printed = oneLine(printed)
		if name == "" || vi == "" || en == "" || printed == "" {
			return nil, fmt.Errorf("field %s: its name in JSON and, above it, its title in both languages and the place where it is printed are all needed", f.Names[0].Name)
		}
		field := Field{
			Name: f.Names[0].Name, JSON: name, Type: typeText(f.Type), Vi: vi, En: en,
			Printed: printed, Optional: options != "",
		}
		own, items, _ := strings.Cut(tag.Get("validate"), "dive")
		field.Tags, field.Items = readTags(own), readTags(items)
		fields = append(fields, field)
	}
	return fields, nil
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func readTags(text string) []Tag {
	var tags []Tag
	for _, t := range strings.Split(strings.Trim(text, ","), ",") {
		if t != "" {
			name, param, _ := strings.Cut(t, "=")
			if values := shape.Choices(name); values != nil {
				name, param = "oneof", strings.Join(values, " ")
			}
			tags = append(tags, Tag{name, param})
		}
	}
	return tags
}

func typeText(e ast.Expr) string {
	switch t := e.(type) {
	case *ast.Ident:
		return t.Name
	case *ast.StarExpr:
		return "*" + typeText(t.X)
	case *ast.ArrayType:
		return "[]" + typeText(t.Elt)
	case *ast.MapType:
		return "map[" + typeText(t.Key) + "]" + typeText(t.Value)
	default:
		return fmt.Sprintf("%T", e)
	}
}

// Base is the type without pointer, list or map.
func (f Field) Base() string {
	return f.Type[strings.LastIndexAny(f.Type, "]*")+1:]
}

// isStruct tells whether a type is one of the dossier's structs.
func isStruct(structs []Struct, name string) bool {
	for _, s := range structs {
		if s.Name == name {
			return true
		}
	}
	return false
}

// method is the name of a struct's reader and checker.
func method(name string) string { return strings.ToLower(name[:1]) + name[1:] }

// printer writes Go source.
type printer struct{ bytes.Buffer }

func newPrinter(pkg string) *printer {
	p := &printer{}
	p.f("// Code generated by dossier/internal/gen; DO NOT EDIT.\n\npackage %s\n\n", pkg)
	return p
}

func (p *printer) f(format string, args ...any) { fmt.Fprintf(p, format, args...) }

func (p *printer) formatted() ([]byte, error) {
	source, err := format.Source(p.Bytes())
	if err != nil {
		return nil, fmt.Errorf("%w in:\n%s", err, p.Bytes())
	}
	return source, nil
}
