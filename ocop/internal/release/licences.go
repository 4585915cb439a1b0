package main

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// licences says under what the works that we build upon are given, by SPDX. One
// that is not here stops a release: somebody has to read its licence first.
func licences() map[string]string {
	return map[string]string{
		"The Go standard library and runtime": "BSD-3-Clause",

		// Linked into the command or the modules.
		"github.com/boombuler/barcode":       "MIT",
		"github.com/go-json-experiment/json": "BSD-3-Clause",
		"github.com/mattn/go-colorable":      "MIT",
		"github.com/mattn/go-isatty":         "MIT",
		"github.com/spf13/pflag":             "BSD-3-Clause",
		"golang.org/x/sys":                   "BSD-3-Clause",
		"golang.org/x/text":                  "BSD-3-Clause",

		// For those who import dossier/validation, for generators and tests.
		"github.com/bahlo/generic-list-go":              "BSD-3-Clause",
		"github.com/buger/jsonparser":                   "MIT",
		"github.com/gabriel-vasile/mimetype":            "MIT",
		"github.com/go-playground/locales":              "MIT",
		"github.com/go-playground/universal-translator": "MIT",
		"github.com/go-playground/validator/v10":        "MIT",
		"github.com/invopop/jsonschema":                 "MIT",
		"github.com/leodido/go-urn":                     "MIT",
		"github.com/pb33f/ordered-map/v2":               "Apache-2.0",
		"github.com/stretchr/testify":                   "MIT",
		"go.yaml.in/yaml/v3":                            "Apache-2.0 OR MIT",
		"go.yaml.in/yaml/v4":                            "Apache-2.0 OR MIT",
		"golang.org/x/crypto":                           "BSD-3-Clause",
	}
}

// work is something of others that what we publish holds.
type work struct {
	name    string            // with its version
	licence string            // by SPDX
	in      string            // the files that hold it; "" for all
	texts   map[string][]byte // its legal files
}

// works are what programs are linked from that is not ours: the modules, and Go
// itself, whose library and runtime are in them too.
func (t target) works(root, tags string, programs ...string) ([]work, error) {
	list, err := t.goTool(root, append([]string{"list", "-tags", tags, "-deps", "-json=Dir,Module"}, programs...)...)
	if err != nil {
		return nil, err
	}
	env, err := t.goTool(root, "env", "GOROOT", "GOVERSION")
	if err != nil {
		return nil, err
	}
	goRoot, goVersion, _ := strings.Cut(strings.TrimSpace(string(env)), "\n")
	found := map[string]*work{}
	if err := collect(found, "The Go standard library and runtime", strings.TrimPrefix(strings.TrimSpace(goVersion), "go"), goRoot, goRoot); err != nil {
		return nil, err
	}
	packages, err := listed(list)
	if err != nil {
		return nil, err
	}
	for _, p := range packages {
		if p.isOurs() {
			continue
		}
		if err := collect(found, p.Module.Path, p.Module.Version, p.Module.Dir, p.Dir); err != nil {
			return nil, err
		}
	}
	return sorted(found), nil
}

func sorted(found map[string]*work) (works []work) {
	for _, name := range slices.Sorted(maps.Keys(found)) {
		works = append(works, *found[name])
	}
	return works
}

// legal are the names of files that say under what terms something is given.
var legal = regexp.MustCompile(`(?i)^(licen[cs]e|copying|notice|patents)([-.].*)?$`)

// collect adds the legal files of a package: those in its folder and in each above
// it up to the module's. A module without a licence that we know is an error.
func collect(found map[string]*work, module, version, top, dir string) error {
	licence, ok := licences()[module]
	if !ok {
		return fmt.Errorf("nobody has read the licence of %s yet; see licences.go", module)
	}
	if found[module] == nil {
		found[module] = &work{name: module + " " + version, licence: licence, texts: map[string][]byte{}}
	}
	texts := found[module].texts
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
			if texts[name], err = os.ReadFile(filepath.Join(dir, e.Name())); err != nil { //nolint:gosec // a module's own
				return err
			}
		}
		if dir == top || dir == filepath.Dir(dir) {
			break
		}
	}
	for name := range texts {
		if name = strings.ToLower(name); strings.HasPrefix(name, "licen") || strings.HasPrefix(name, "copying") {
			return nil
		}
	}
	return fmt.Errorf("%s has no licence in %s", module, top)
}

// written lists the works and then their terms in full.
func written(head string, works []work) []byte {
	b := []byte(head + "\n\n")
	for _, w := range works {
		b = fmt.Appendf(b, "- %s (%s)", w.name, w.licence)
		if w.in != "" {
			b = fmt.Appendf(b, ", in %s", w.in)
		}
		b = append(b, '\n')
	}
	for _, w := range works {
		for _, name := range slices.Sorted(maps.Keys(w.texts)) {
			b = fmt.Appendf(b, "\n==== %s: %s\n\n%s\n", w.name, filepath.ToSlash(name), bytes.TrimSpace(w.texts[name]))
		}
	}
	return b
}
