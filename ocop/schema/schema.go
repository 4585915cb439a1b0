// Package schema holds the JSON Schemas of what is exchanged (draft 2020-12):
// dossier, sheet, council, plan, milestones, life, holidays and record as they are
// written; result, outcome, plan-result, difference, rubric, deadlines, standing,
// verdict and problems as they are read. Titles, descriptions and labels are in Vietnamese,
// or, from the same source, in English.
//
// A schema refuses a document exactly when package ocop finds an error of layer
// schema in it. Each is one file that needs no other; these files alone are
// under version control, and what else is published is made of them: the shape,
// for generators of classes; the same split, with what all share in one file;
// for each product set the form of its dossiers. Once released, a schema changes
// only under a new version.
package schema

import (
	"embed"
	"io/fs"
	"iter"
	"slices"
	"strconv"
	"strings"

	"github.com/ocop-vn/ocop-go/scoring/jsonout"
	"github.com/ocop-vn/ocop-go/scoring/lang"
)

//go:generate go run ../../dossier/internal/schemas/cmd

// Version is the version of the schemas, and a part of their ids.
const Version = "v1"

//go:embed v1
var files embed.FS

// Names lists the schemas.
func Names() []string {
	var names []string
	entries, _ := fs.ReadDir(files, Version) // embedded: it is there
	for _, e := range entries {
		if name, ok := strings.CutSuffix(e.Name(), ".json"); ok {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// folder is where the files in a language stand.
func folder(l lang.Lang) string {
	if l == lang.En {
		return "en/"
	}
	return ""
}

// Get is a schema that stands by itself; false for a name that is not in Names.
func Get(name string, l lang.Lang) ([]byte, bool) {
	if !slices.Contains(Names(), name) {
		return nil, false
	}
	data, err := fs.ReadFile(files, Version+"/"+folder(l)+name+".json")
	return data, err == nil
}

// full is a schema as an object; false for a name that is not in Names.
func full(name string, l lang.Lang) (*object, bool) {
	data, ok := Get(name, l)
	if !ok {
		return nil, false
	}
	o, err := parse(data)
	return o, err == nil
}

// Shape is the shape of a document, for generators of classes: types named in
// English, of each value what holds for it by itself, in plain words: no rules
// between fields, one pattern for a text, null only where it is written. What it
// refuses the schema refuses too. The language is that of the descriptions;
// false for a name that is not in Names.
func Shape(name string, l lang.Lang) ([]byte, bool) {
	s, ok := full(name, l)
	if !ok {
		return nil, false
	}
	return pretty(shape(name, s)), true
}

// Form is what draws the form of the dossiers of a product set, 1 to 26: the
// schema in plain types, with the set's criteria, options and gates and their
// titles, and the layout as a UI schema of JSON Forms. In the data of a form
// the members for criteria are named by Key; all else is as in a dossier.
func Form(set int, l lang.Lang) (schema, layout []byte, ok bool) {
	s, ok := full("dossier", l)
	if !ok {
		return nil, nil, false
	}
	root, ui, ok := form(s, set, l)
	if !ok {
		return nil, nil, false
	}
	return pretty(root), pretty(ui), true
}

// Fields are the fields of a dossier of any product set, in the order they are printed:
// what a form that draws itself needs of schema and layout, in one tree and in few
// words. Each has kind, title and where it is printed; an object members and which of
// them are required; a list an item, and a table one for every criterion under its
// code; a choice its choices, of value and title. The kinds: object, list, table,
// text, lines, date, number, choice, flag, and data for what is anybody's own.
func Fields(l lang.Lang) []byte {
	s, _ := full("dossier", l) // embedded: it is there
	f := former{defs: s.object("$defs"), lang: l, patterns: map[string]bool{}}
	var w jsonout.Writer
	write(&w, f.field(s))
	return w.Bytes()
}

// Files are all files that are published, by name: NAME.json, shape/NAME.json,
// split/NAME.json with split/common.json, forms/SET.json with forms/SET.ui.json;
// the English ones in the folder en.
func Files() iter.Seq2[string, []byte] {
	return func(yield func(string, []byte) bool) {
		for _, l := range []lang.Lang{lang.Vi, lang.En} {
			for name, content := range inLang(l) {
				if !yield(folder(l)+name, content) {
					return
				}
			}
		}
	}
}

// inLang are the files in one language.
func inLang(l lang.Lang) iter.Seq2[string, []byte] {
	return func(yield func(string, []byte) bool) {
		common := commonOf(l)
		for _, name := range Names() {
			data, _ := Get(name, l)
			s, _ := full(name, l)
			ok := yield(name+".json", data) &&
				yield("shape/"+name+".json", pretty(shape(name, s))) &&
				yield("split/"+name+".json", pretty(split(s, common.object("$defs"))))
			if !ok {
				return
			}
		}
		if !yield("split/common.json", pretty(common)) {
			return
		}
		for set := 1; ; set++ {
			root, layout, ok := Form(set, l)
			name := "forms/" + strconv.Itoa(set)
			if !ok || !yield(name+".json", root) || !yield(name+".ui.json", layout) {
				return
			}
		}
	}
}
