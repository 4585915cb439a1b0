package law

import (
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"strings"
)

// Symbols are the files in which the module declares a symbol, by its name with
// its package: procedure.Expiry, dossier.Dossier.Council, dossier.TestLawOfDates.
type Symbols map[string]string

// ReadSymbols reads the declarations of a module, without those of the modules within it.
func ReadSymbols(module fs.FS) (Symbols, error) {
	symbols := Symbols{}
	return symbols, fs.WalkDir(module, ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir():
			return skipped(module, name, entry.Name())
		case path.Ext(name) != ".go":
			return nil
		}
		data, err := fs.ReadFile(module, name)
		if err != nil {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, data, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		symbols.add(file, name)
		return nil
	})
}

// skipped passes over a folder that holds no code of the module.
func skipped(module fs.FS, name, base string) error {
	if name == "." {
		return nil
	}
	_, err := fs.Stat(module, path.Join(name, "go.mod"))
	if strings.HasPrefix(base, ".") || base == "testdata" || base == "node_modules" || !errors.Is(err, fs.ErrNotExist) {
		return fs.SkipDir
	}
	return nil
}

// add notes what a file declares, of a test file its tests alone.
func (s Symbols) add(file *ast.File, name string) {
	pkg := strings.TrimSuffix(file.Name.Name, "_test") + "."
	test := strings.HasSuffix(name, "_test.go")
	note := func(symbol string) {
		if _, there := s[pkg+symbol]; !there {
			s[pkg+symbol] = name
		}
	}
	for _, d := range file.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			if !test || isTest(d.Name.Name) {
				note(receiver(d) + d.Name.Name)
			}
		case *ast.GenDecl:
			if !test {
				declared(d, note)
			}
		}
	}
}

func isTest(name string) bool {
	for _, prefix := range []string{"Test", "Fuzz", "Example"} {
		if strings.HasPrefix(name, prefix) {
			return true
		}
	}
	return false
}

// receiver is the type of a method with a dot; "" of a function.
func receiver(d *ast.FuncDecl) string {
	if d.Recv == nil {
		return ""
	}
	of := d.Recv.List[0].Type
	if pointer, ok := of.(*ast.StarExpr); ok {
		of = pointer.X
	}
	if name, ok := of.(*ast.Ident); ok {
		return name.Name + "."
	}
	return ""
}

// declared notes constants, variables, types and the fields of structs.
func declared(d *ast.GenDecl, note func(string)) {
	for _, spec := range d.Specs {
		switch spec := spec.(type) {
		case *ast.ValueSpec:
			for _, name := range spec.Names {
				note(name.Name)
			}
		case *ast.TypeSpec:
			note(spec.Name.Name)
			if of, ok := spec.Type.(*ast.StructType); ok {
				for _, field := range of.Fields.List {
					for _, name := range field.Names {
						note(spec.Name.Name + "." + name.Name)
					}
				}
			}
		}
	}
}
