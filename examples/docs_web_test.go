package examples_test

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// around are the names that scripts in documents take from the page around them.
const around = `import type { load as loads } from "@ocop-vn/ocop";
import type {} from "@ocop-vn/ocop/element";
import type {} from "@ocop-vn/ocop/dossier";
declare global {
	const load: typeof loads;
	const ocop: Awaited<ReturnType<typeof loads>>;
	const save: any, next: any, show: any, full: any, council: any, dossier: any, bar: any, input: any, handle: any;
}
`

const tsconfig = `{"compilerOptions": {"noEmit": true, "strict": false, "allowJs": true, "checkJs": true, "skipLibCheck": true, "preserveSymlinks": true,
	"module": "ESNext", "moduleResolution": "Bundler", "moduleDetection": "force", "target": "ES2022", "lib": ["ES2023", "DOM", "DOM.Iterable", "DOM.AsyncIterable"],
	"jsx": "react-jsx", "types": []}}`

var (
	script  = regexp.MustCompile(`(?s)<script type="module">\n(.*?)</script>`)
	address = regexp.MustCompile(`(?:src|href)="/ocop/(?:HASH/)?([^"]+)"`)
	tag     = regexp.MustCompile(`<(ocop-(?:score|dossier))([^>]*)>`)
)

// Scripts in documents have the types that the package has, pages ask for files that
// are in it, and its elements have the attributes that stand there. DOCS=all, after
// make wasm.
func TestWebOfDocuments(t *testing.T) {
	t.Parallel()
	if !all {
		t.Skip("DOCS=all type-checks the scripts, by the compiler of wasm/test")
	}
	dir := t.TempDir()
	npm, err := filepath.Abs(filepath.Join(root, "wasm/npm"))
	require.NoError(t, err)
	modules, err := filepath.Abs(filepath.Join(root, "wasm/test/node_modules"))
	require.NoError(t, err)
	require.NoError(t, os.MkdirAll(filepath.Join(dir, "node_modules/@ocop-vn"), 0o700))
	require.NoError(t, os.Symlink(npm, filepath.Join(dir, "node_modules/@ocop-vn/ocop")))
	for _, name := range []string{"react", "vue", "@types", "csstype"} {
		require.NoError(t, os.Symlink(filepath.Join(modules, name), filepath.Join(dir, "node_modules", name)))
	}
	known := attributes(t, npm)
	pages := wholePages(t)
	place := map[string]string{}
	write := func(b *block, ending, text string) {
		name := fmt.Sprintf("block%d.%s", len(place), ending)
		place[name] = b.place()
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600))
	}
	for _, d := range documents(t) {
		for _, b := range d.blocks {
			switch b.lang {
			case "js", "ts", "tsx":
				write(&b, b.lang, b.text)
			case "html":
				if strings.HasPrefix(b.text, "<!doctype html>") {
					assert.Contains(t, pages, b.text, "%s is no page of the examples", b.place())
				}
				for _, found := range script.FindAllStringSubmatch(b.text, -1) {
					write(&b, "js", found[1])
				}
				for _, found := range address.FindAllStringSubmatch(b.text, -1) {
					assert.FileExists(t, filepath.Join(npm, found[1]), b.place())
				}
				for _, found := range tag.FindAllStringSubmatch(b.text, -1) {
					for _, attribute := range strings.Fields(found[2]) {
						name, _, _ := strings.Cut(attribute, "=")
						assert.True(t, slices.Contains(known[found[1]], name), "%s: %s has no attribute %s", b.place(), found[1], name)
					}
				}
			}
		}
	}
	require.Greater(t, len(place), 8)
	require.NoError(t, os.WriteFile(filepath.Join(dir, "free.d.ts"), []byte(around), 0o600))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "tsconfig.json"), []byte(tsconfig), 0o600))
	said, _ := exec.Command(filepath.Join(modules, ".bin/tsc"), "-p", dir).CombinedOutput() // what it finds is what counts
	for line := range strings.Lines(string(said)) {
		if !strings.Contains(line, "on type 'EventTarget'") { // a script's event does not say whose it is
			name, _, _ := strings.Cut(filepath.Base(line), "(")
			assert.Fail(t, "a script that the package does not have so", "%s: %s", place[name], line)
		}
	}
}

// wholePages are the pages that documents show whole.
func wholePages(t *testing.T) (pages []string) {
	t.Helper()
	for _, name := range []string{"intake/index.html", "guides/portal/index.html"} {
		text, err := os.ReadFile(name)
		require.NoError(t, err)
		pages = append(pages, string(text))
	}
	return pages
}

// attributes are those of the package's elements, by its manifest.
func attributes(t *testing.T, npm string) map[string][]string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(npm, "custom-elements.json"))
	require.NoError(t, err, "make wasm")
	var manifest struct {
		Modules []struct {
			Declarations []struct {
				TagName    string
				Attributes []struct{ Name string }
			}
		}
	}
	require.NoError(t, json.Unmarshal(text, &manifest))
	known := map[string][]string{}
	for _, m := range manifest.Modules {
		for _, d := range m.Declarations {
			for _, a := range d.Attributes {
				known[d.TagName] = append(known[d.TagName], a.Name)
			}
		}
	}
	return known
}

// Diagrams are such as Mermaid draws, by its own parser. DOCS=all.
func TestDiagramsOfDocuments(t *testing.T) {
	t.Parallel()
	if !all {
		t.Skip("DOCS=all parses the diagrams, by Mermaid itself")
	}
	diagrams := map[string]string{}
	for _, d := range documents(t) {
		for _, b := range d.blocks {
			if b.lang == "mermaid" {
				diagrams[b.place()] = b.text
			}
		}
	}
	text, err := json.Marshal(diagrams)
	require.NoError(t, err)
	install := exec.Command("npm", "ci", "--prefix", "guides/diagrams", "--silent", "--no-audit", "--no-fund")
	said, err := install.CombinedOutput()
	require.NoError(t, err, string(said))
	parse := exec.Command("node", "guides/diagrams/parse.mjs")
	parse.Stdin = strings.NewReader(string(text))
	said, err = parse.CombinedOutput()
	require.NoError(t, err, string(said))
}
