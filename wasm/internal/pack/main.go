// Command pack puts beside the modules what the npm package carries besides: the
// words, the fields of dossiers, the places, the schemas, the look of papers, the words of packages' problems, the
// problems' codes, the modules' hashes and what the release is of. It makes the
// modules smaller. make wasm runs it.
package main

import (
	"crypto/sha512"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"

	bags "github.com/ocop-vn/ocop-go/ocop/pack"
	"github.com/ocop-vn/ocop-go/ocop/paper"
	"github.com/ocop-vn/ocop-go/ocop/schema"
	"github.com/ocop-vn/ocop-go/scoring/budget"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
	"github.com/ocop-vn/ocop-go/wasm/internal/bridge"
	"github.com/ocop-vn/ocop-go/wasm/internal/join"
	"github.com/ocop-vn/ocop-go/wasm/internal/strip"
)

// made is the folder of the sources that this program writes.
const made = "src/made"

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: pack DIR")
		os.Exit(2)
	}
	if err := pack(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func pack(dir string) error {
	version, err := versionOf(dir)
	if err != nil {
		return err
	}
	for _, l := range []lang.Lang{lang.Vi, lang.En} {
		to := belonging{Edition: qd26.ID, Lang: l, Version: version, Rubric: qd26.SHA256()}
		if err := packWords(filepath.Join(dir, "words", qd26.ID, string(l)), to); err != nil {
			return err
		}
	}
	if err := packPlaces(filepath.Join(dir, "words", qd26.ID), belonging{Edition: qd26.ID, Version: version, Rubric: qd26.SHA256()}); err != nil {
		return err
	}
	if err := packRelease(dir, version); err != nil {
		return err
	}
	if err := packStyle(dir); err != nil {
		return err
	}
	if err := packSchemas(filepath.Join(dir, "schema")); err != nil {
		return err
	}
	if err := packRules(filepath.Join(dir, "words", qd26.ID, "rules.json")); err != nil {
		return err
	}
	if err := packBags(filepath.Join(dir, made, "kinds.ts")); err != nil {
		return err
	}
	if err := packCodes(dir); err != nil {
		return err
	}
	modules := []string{"ocop.wasm", "ocop-checks.wasm"}
	for _, name := range modules {
		if err := shrink(filepath.Join(dir, name)); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	return packIntegrity(dir, modules...)
}

// versionOf is the version of the npm package, which package.json alone says.
func versionOf(dir string) (string, error) {
	data, err := os.ReadFile(filepath.Join(dir, "package.json")) //nolint:gosec // the package that is made
	if err != nil {
		return "", err
	}
	var about struct {
		Version string `json:"version"`
	}
	if err := json.Unmarshal(data, &about); err != nil {
		return "", err
	}
	if about.Version == "" {
		return "", errors.New("package.json names no version")
	}
	return about.Version, nil
}

func packWords(dir string, to belonging) error {
	w := wordsOf(to)
	files := map[string]any{"all": w, "index": w.Index, "dossier": dossierForm{to, schema.Fields(to.Lang)}}
	for i := range w.Sets {
		files[strconv.Itoa(w.Sets[i].No)] = w.Sets[i]
	}
	for name, content := range files {
		if err := writeJSON(filepath.Join(dir, name+".json"), content); err != nil {
			return err
		}
	}
	return nil
}

// packPlaces publishes the provinces and communes, which a form of a dossier asks for.
func packPlaces(dir string, to belonging) error {
	return writeJSON(filepath.Join(dir, "places.json"), placesOf(to))
}

// packRules publishes every product set's rules, without words, as the module gives
// them: with them the form stands there, and takes answers, before the module does.
func packRules(name string) error {
	text := []byte("[")
	for no := 1; no <= len(qd26.Edition().Sets()); no++ {
		rules, ok := bridge.Scoring{}.Call(bridge.Rules, []byte(strconv.Itoa(no)))
		if !ok {
			return fmt.Errorf("no rules of product set %d", no)
		}
		if no > 1 {
			text = append(text, ',')
		}
		text = append(text, rules...)
	}
	return write(name, append(text, ']'))
}

// packRelease tells the package's own scripts what they and their words are of.
func packRelease(dir, version string) error {
	const text = "// Made by make wasm: the package's version, and the SHA-256 of the published rubric that its words are of.\n" +
		"export const release = { edition: %q, version: %q, rubric: %q } as const;\n"
	return write(filepath.Join(dir, made, "release.ts"), fmt.Appendf(nil, text, qd26.ID, version, qd26.SHA256()))
}

// packStyle gives the package's own scripts the look of papers.
func packStyle(dir string) error {
	const text = "// Made by make wasm from ocop/paper.\n\n/** How papers look. */\nexport const css: string = %s;\n\n/** The page that they are printed on. */\nexport const pageCSS: string = %s;\n"
	return write(filepath.Join(dir, made, "style.ts"), fmt.Appendf(nil, text, strconv.Quote(paper.CSS), strconv.Quote(paper.PageCSS)))
}

func packSchemas(dir string) error {
	for _, name := range schema.Names() {
		data, ok := schema.Get(name, lang.Vi)
		if !ok {
			return fmt.Errorf("no schema %s", name)
		}
		if err := write(filepath.Join(dir, name+".json"), data); err != nil {
			return err
		}
	}
	return nil
}

// packBags tells the scripts that pack and open packages what ocop/pack says of a
// package, and what one may cost.
func packBags(name string) error {
	kinds := map[string][2]string{}
	for _, k := range append(bags.Kinds(), problem.Kinds()[0]) { // the last: that there are more
		if k.Layer != problem.LayerRule || k.Warning {
			return errors.New("the scripts know " + k.Code + " as an error that no schema finds")
		}
		kinds[k.Code] = [2]string{k.Message.Vi, k.Message.En}
	}
	of := budget.Dossier()
	text := "// Made by make wasm from ocop/pack: messages by code, in Vietnamese and English, and what a package may cost.\n"
	for _, c := range []struct {
		name  string
		value any
	}{
		{"kinds", kinds},
		{"limits", map[string]int64{
			"files": bags.MaxFiles, "fileBytes": bags.MaxFileBytes, "tagBytes": bags.MaxTagBytes, "bytes": bags.DefaultMaxBytes, "ratio": bags.MaxRatio, "free": bags.MaxFree,
			"document": int64(of.Bytes), "problems": int64(of.Problems), "output": int64(of.Output),
		}},
	} {
		data, err := json.MarshalIndent(c.value, "", "  ")
		if err != nil {
			return err
		}
		text += fmt.Sprintf("export const %s = %s as const;\n", c.name, data)
	}
	return write(name, []byte(text))
}

// shrink makes a module a sixth smaller to load; one that was shrunk stays as it is.
// With a Go whose tables are not known it keeps them.
func shrink(at string) error {
	built, err := os.ReadFile(at) //nolint:gosec // a name of this program's own
	if err != nil {
		return err
	}
	small, err := join.Segments(built)
	if err != nil {
		return err
	}
	if stripped, err := strip.Traces(small); err == nil {
		small = stripped
	} else {
		fmt.Fprintln(os.Stderr, err)
	}
	return write(at, small)
}

// packIntegrity publishes the modules' SHA-384, as integrity attributes have it.
func packIntegrity(dir string, modules ...string) error {
	text := "// Made by make wasm: the SHA-384 of each module, as fetch's integrity has it.\nexport const integrity = {\n"
	for _, name := range modules {
		data, err := os.ReadFile(filepath.Join(dir, name)) //nolint:gosec // a name of this program's own
		if err != nil {
			return err
		}
		sum := sha512.Sum384(data)
		text += fmt.Sprintf("  %q: \"sha384-%s\",\n", name, base64.StdEncoding.EncodeToString(sum[:]))
	}
	return write(filepath.Join(dir, made, "integrity.ts"), []byte(text+"} as const;\n"))
}

func writeJSON(name string, content any) error {
	data, err := json.Marshal(content)
	if err != nil {
		return err
	}
	return write(name, data)
}

func write(name string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil { //nolint:gosec // to be published
		return err
	}
	return os.WriteFile(name, data, 0o644) //nolint:gosec // to be published
}
