package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strconv"
)

// source is a type-checked package.
type source struct {
	path, runtime string // its import path, and that of the switches
	fset          *token.FileSet
	files         []file
	info          *types.Info
	types         *types.Package
	check         func(fset *token.FileSet, files []*ast.File, info *types.Info) (*types.Package, []types.Error)
}

type file struct {
	path, rel string // rel from the module's root
	text      []byte
	syntax    *ast.File
}

type listed struct {
	ImportPath, Dir, Export, Name string
	DepOnly                       bool
	GoFiles                       []string
	TestGoFiles, XTestGoFiles     []string
	Module                        *struct{ Path, Dir, GoVersion string }
}

// list asks the go command for packages, what they import, and what the switches import.
func list(dir string, patterns []string) ([]listed, error) {
	args := append([]string{"list", "-deps", "-export", "-json=ImportPath,Dir,Export,Name,DepOnly,GoFiles,TestGoFiles,XTestGoFiles,Module", "os", "strconv", "sync/atomic"}, patterns...)
	cmd := exec.Command("go", args...)
	cmd.Dir, cmd.Stderr = dir, os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, err
	}
	var all []listed
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var p listed
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			return all, nil
		} else if err != nil {
			return nil, err
		}
		all = append(all, p)
	}
}

// load reads and type-checks one of the listed packages.
func load(p listed, all []listed) (*source, error) {
	exports := map[string]string{}
	for _, d := range all {
		exports[d.ImportPath] = d.Export
	}
	s := &source{path: p.ImportPath, runtime: p.Module.Path + "/internal/mutant_", fset: token.NewFileSet()}
	imported := importer.ForCompiler(s.fset, "gc", func(path string) (io.ReadCloser, error) { return os.Open(exports[path]) })
	switches, err := parser.ParseFile(s.fset, "mutant_.go", runtimeSource(false, 0), 0)
	if err != nil {
		return nil, err
	}
	conf := types.Config{Importer: imported, GoVersion: "go" + p.Module.GoVersion, Sizes: types.SizesFor("gc", runtime.GOARCH)}
	known, err := conf.Check(s.runtime, s.fset, []*ast.File{switches}, nil)
	if err != nil {
		return nil, err
	}
	s.check = func(fset *token.FileSet, files []*ast.File, info *types.Info) (*types.Package, []types.Error) {
		var found []types.Error
		c := conf
		c.Importer = with{imported, known}
		c.Error = func(err error) {
			var e types.Error
			if errors.As(err, &e) {
				found = append(found, e)
			}
		}
		checked, _ := c.Check(s.path, fset, files, info)
		return checked, found
	}
	var syntax []*ast.File
	for _, name := range p.GoFiles {
		path := filepath.Join(p.Dir, name)
		text, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		parsed, err := parser.ParseFile(s.fset, path, text, parser.ParseComments)
		if err != nil {
			return nil, err
		}
		rel, err := filepath.Rel(p.Module.Dir, path)
		if err != nil {
			return nil, err
		}
		syntax = append(syntax, parsed)
		s.files = append(s.files, file{path, filepath.ToSlash(rel), text, parsed})
	}
	s.info = &types.Info{Types: map[ast.Expr]types.TypeAndValue{}, Selections: map[*ast.SelectorExpr]*types.Selection{}}
	checked, errs := s.check(s.fset, syntax, s.info)
	if len(errs) > 0 {
		return nil, errs[0]
	}
	s.types = checked
	return s, nil
}

// with imports the switches beside what the go command has built.
type with struct {
	types.Importer
	known *types.Package
}

func (w with) Import(path string) (*types.Package, error) {
	if path == w.known.Path() {
		return w.known, nil
	}
	return w.Importer.Import(path)
}

var switchAt = regexp.MustCompile(`mutant_\.\w+(?:\[[^]]*\])?\((\d+)`)

// viable drops mutants until the package type-checks with all that are left,
// as it runs and as it records what is reached. An error is put down to the
// switch before it: a mutant's text follows its switch.
func viable(s *source, first int) (*rewriter, error) {
	r := &rewriter{source: s, next: first}
	r.rewrite()
	r.keep = map[int]bool{}
	for _, m := range r.mutants {
		r.keep[m.id] = true
	}
	for {
		bad := map[int]bool{}
		for _, r.reach = range []bool{false, true} {
			r.next = first
			text := r.rewrite()
			fset := token.NewFileSet()
			var files []*ast.File
			for _, f := range s.files {
				if text[f.path] == nil {
					text[f.path] = f.text
				}
				parsed, err := parser.ParseFile(fset, f.path, text[f.path], parser.ParseComments)
				if err != nil {
					return nil, err
				}
				files = append(files, parsed)
			}
			_, errs := s.check(fset, files, nil)
			for _, e := range errs {
				at := e.Fset.Position(e.Pos)
				before := switchAt.FindAllSubmatch(text[at.Filename][:at.Offset], -1)
				if len(before) == 0 {
					return nil, e
				}
				id, _ := strconv.Atoi(string(before[len(before)-1][1]))
				if !r.keep[id] {
					return nil, fmt.Errorf("the rewritten package does not type-check: %w", e)
				}
				bad[id] = true
			}
		}
		if len(bad) == 0 {
			return r, nil
		}
		for id := range bad {
			delete(r.keep, id)
		}
	}
}
