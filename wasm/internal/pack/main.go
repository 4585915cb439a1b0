// Command pack puts beside the modules what the npm package carries besides: the
// words, the schemas and the modules' hashes. make wasm runs it.
package main

import (
	"crypto/sha512"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"

	"github.com/ocop-vn/ocop-go/dossier/schema"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
)

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
	for _, l := range []lang.Lang{lang.Vi, lang.En} {
		if err := packWords(filepath.Join(dir, "words", qd26.ID, string(l)), l); err != nil {
			return err
		}
	}
	if err := packSchemas(filepath.Join(dir, "schema")); err != nil {
		return err
	}
	return packIntegrity(dir, "ocop.wasm", "ocop-checks.wasm")
}

func packWords(dir string, l lang.Lang) error {
	w := wordsOf(l)
	files := map[string]any{"all": w, "index": w.Index}
	for i := range w.Sets {
		files[strconv.Itoa(w.Sets[i].No)] = w.Sets[i]
	}
	for name, content := range files {
		data, err := json.Marshal(content)
		if err != nil {
			return err
		}
		if err := write(filepath.Join(dir, name+".json"), data); err != nil {
			return err
		}
	}
	return nil
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
	return write(filepath.Join(dir, "integrity.js"), []byte(text+"};\n"))
}

func write(name string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil { //nolint:gosec // to be published
		return err
	}
	return os.WriteFile(name, data, 0o644) //nolint:gosec // to be published
}
