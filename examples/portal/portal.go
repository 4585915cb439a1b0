package main

import (
	"crypto/sha256"
	"crypto/sha512"
	"embed"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/ocop-vn/ocop-go/scoring/lang"
)

//go:embed static
var static embed.FS

// views are the addresses that show the page, each with one view in front.
var views = []string{"/", "/hoi-dong", "/ho-so"}

// samples are files of the other examples that the page can load.
var samples = map[string]string{
	"/samples/hoi-dong.json": "examples/council/hoi-dong-tinh.json",
	"/samples/ho-so.json":    "examples/dossiers/do-uong-lan-dau.json",
}

// newPortal is the site: the page, the npm package under /ocop and the samples.
func newPortal(root string) (site, error) {
	examples := map[string][]byte{}
	for at, name := range samples {
		content, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(name))) //nolint:gosec // a name of this program's own
		if err != nil {
			return nil, err
		}
		examples[at] = content
	}
	return assemble(os.DirFS(filepath.Join(root, "wasm", "npm")), examples)
}

func assemble(npm fs.FS, examples map[string][]byte) (site, error) {
	s := site{}
	page, err := static.ReadFile("static/index.html")
	if err != nil {
		return nil, err
	}
	for _, at := range views {
		if err := s.add(at, page); err != nil {
			return nil, err
		}
	}
	hints, err := hintsFor(npm)
	if err != nil {
		return nil, err
	}
	if err := s.add("/", withHints(page, hints)); err != nil {
		return nil, err
	}
	own, err := fs.Sub(static, "static")
	if err != nil {
		return nil, err
	}
	if err := s.addAll("/", own, func(name string) bool { return name == "index.html" }); err != nil {
		return nil, err
	}
	if err := s.addAll("/ocop", npm, notForThePage); err != nil {
		return nil, err
	}
	for at, content := range examples {
		if err := s.add(at, content); err != nil {
			return nil, err
		}
	}
	for _, l := range []lang.Lang{lang.Vi, lang.En} {
		places, err := placesOf(l)
		if err != nil {
			return nil, err
		}
		if err := s.add(fmt.Sprintf("/places/%s.json", l), places); err != nil {
			return nil, err
		}
	}
	return s, s.addList()
}

// hintsFor names what the form will ask for, so that a browser on a slow line
// asks for all at once and not for one file after another.
func hintsFor(npm fs.FS) (string, error) {
	parts, err := fs.Glob(npm, "element/*.js")
	if err != nil {
		return "", err
	}
	module, err := fs.ReadFile(npm, "ocop.wasm")
	if err != nil {
		return "", err
	}
	var hints strings.Builder
	for _, name := range append([]string{"element.js", "index.js"}, parts...) {
		fmt.Fprintf(&hints, "<link rel=\"modulepreload\" href=\"/ocop/%s\">\n  ", name)
	}
	sum := sha512.Sum384(module)
	fmt.Fprintf(&hints, "<link rel=\"preload\" href=\"/ocop/ocop.wasm\" as=\"fetch\" type=\"application/wasm\" crossorigin integrity=\"sha384-%s\">\n  ",
		base64.StdEncoding.EncodeToString(sum[:]))
	return hints.String(), nil
}

func withHints(page []byte, hints string) []byte {
	const script = `<script type="module"`
	return []byte(strings.Replace(string(page), script, hints+script, 1))
}

// notForThePage leaves out what only programs made with the package need.
func notForThePage(name string) bool {
	return name == "package.json" || strings.HasPrefix(name, "schema/") || strings.HasPrefix(name, "node_modules/")
}

// addList adds files.js, which tells the service worker what there is and by
// which hash it is known. The version changes with any of them.
func (s site) addList() error {
	hashes := map[string]string{}
	for at, f := range s {
		if at != "/sw.js" { // which the browser itself keeps
			hashes[at] = f.hash
		}
	}
	list, err := json.Marshal(hashes)
	if err != nil {
		return err
	}
	const text = "// Made by the server: each file with the SHA-256 of its content, and theirs together.\nself.version = \"%x\";\nself.files = %s;\n"
	return s.add("/files.js", fmt.Appendf(nil, text, sha256.Sum256(list), list))
}
