// Package schema holds the JSON Schemas of what is exchanged (draft 2020-12):
// dossier, sheet, council and plan as they are written, result, outcome,
// plan-result, rubric and verdict as they are read. Titles, descriptions and
// labels are in Vietnamese, or, from the same source, in English.
//
// A schema refuses a document exactly when package ocop finds an error of layer
// schema in it. Each is there as a bundle that stands by itself, and split, with
// what all share in common.json. dossier.ui.json is a form's layout for JSON
// Forms. Once released, a schema changes only under a new version.
package schema

import (
	"embed"
	"io/fs"
	"strings"

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
	entries, _ := fs.ReadDir(files, Version+"/bundle") // embedded: it is there
	for _, e := range entries {
		names = append(names, strings.TrimSuffix(e.Name(), ".json"))
	}
	return names
}

// Get is a schema that stands by itself; false for a name that is not in Names.
func Get(name string, l lang.Lang) ([]byte, bool) {
	dir := Version + "/"
	if l == lang.En {
		dir += "en/"
	}
	data, err := fs.ReadFile(files, dir+"bundle/"+name+".json")
	return data, err == nil
}

// Files are all files of the current version: bundles, the split schemas and the
// form's layout; the English ones in the folder en.
func Files() fs.FS {
	sub, err := fs.Sub(files, Version)
	if err != nil {
		return files // Version is embedded: it cannot fail
	}
	return sub
}
