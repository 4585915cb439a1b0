package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// linked is a package of the program, as go list tells it.
type linked struct {
	Dir      string
	Standard bool
	Module   *struct {
		Path, Version, Dir string
		Main               bool
	}
}

// licences writes the licence texts of each module that the target's program is
// linked from, and of Go itself, whose library and runtime are in it too.
func (t target) licences(root string) ([]byte, error) {
	list, err := t.goTool(root, "list", "-deps", "-json=Dir,Standard,Module", program)
	if err != nil {
		return nil, err
	}
	env, err := t.goTool(root, "env", "GOROOT", "GOVERSION")
	if err != nil {
		return nil, err
	}
	goRoot, goVersion, _ := strings.Cut(strings.TrimSpace(string(env)), "\n")
	texts := map[string]map[string][]byte{} // by module, then by file
	if err := collect(texts, "Go "+strings.TrimPrefix(strings.TrimSpace(goVersion), "go"), goRoot, goRoot); err != nil {
		return nil, err
	}
	for d := json.NewDecoder(bytes.NewReader(list)); ; {
		var p linked
		err := d.Decode(&p)
		switch {
		case errors.Is(err, io.EOF):
			return written(texts), nil
		case err != nil:
			return nil, err
		case p.Standard || p.Module == nil || p.Module.Main:
			continue // Go's own, or ours
		}
		if err := collect(texts, p.Module.Path+" "+p.Module.Version, p.Module.Dir, p.Dir); err != nil {
			return nil, err
		}
	}
}

// legal are the names of files that say under what terms something is given.
var legal = regexp.MustCompile(`(?i)^(licen[cs]e|copying|notice|patents)([-.].*)?$`)

// collect adds the legal files of a package: those in its folder and in each above
// it up to the module's. A module without a licence is an error.
func collect(texts map[string]map[string][]byte, module, top, dir string) error {
	if texts[module] == nil {
		texts[module] = map[string][]byte{}
	}
	for ; ; dir = filepath.Dir(dir) {
		entries, err := os.ReadDir(dir)
		if err != nil {
			return err
		}
		for _, e := range entries {
			if !e.Type().IsRegular() || !legal.MatchString(e.Name()) || filepath.Ext(e.Name()) == ".go" {
				continue
			}
			name, err := filepath.Rel(top, filepath.Join(dir, e.Name()))
			if err != nil {
				return err
			}
			if texts[module][name], err = os.ReadFile(filepath.Join(dir, e.Name())); err != nil { //nolint:gosec // a module's own
				return err
			}
		}
		if dir == top || dir == filepath.Dir(dir) {
			break
		}
	}
	for name := range texts[module] {
		if name = strings.ToLower(name); strings.HasPrefix(name, "licen") || strings.HasPrefix(name, "copying") {
			return nil
		}
	}
	return fmt.Errorf("%s has no licence in %s", module, top)
}

// written joins the texts, module by module.
func written(texts map[string]map[string][]byte) []byte {
	b := []byte("Linked into this program, and under which terms. The program itself: LICENSE and NOTICE.\n")
	for _, module := range slices.Sorted(maps.Keys(texts)) {
		for _, name := range slices.Sorted(maps.Keys(texts[module])) {
			b = fmt.Appendf(b, "\n==== %s: %s\n\n%s\n", module, filepath.ToSlash(name), bytes.TrimSpace(texts[module][name]))
		}
	}
	return b
}
