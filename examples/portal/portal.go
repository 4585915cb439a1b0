package main

import (
	"crypto/sha256"
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/ocop-vn/ocop-go/scoring/lang"
)

//go:embed static
var static embed.FS

// A view is an address that shows the page with one view in front, and what that
// needs at once, what is needed first before what is large.
type view struct {
	at    string
	needs []string
}

var views = []view{
	{"/", []string{
		"/ocop/words/qd26-2026/vi/all.json", "/ocop/words/qd26-2026/rules.json",
		"/ocop/element.js", "/static/app.js", "/static/score.js", "/ocop/ocop.wasm",
	}},
	{"/lam-ho-so", slices.Concat(dossierForm, []string{"/static/make.js", "/ocop/ocop.wasm"})},
	{"/ho-so", []string{"/static/app.js", "/static/dossier.js"}},
	{"/co-quan", slices.Concat(dossierForm, []string{"/static/office.js", "/ocop/ocop.wasm"})},
	{"/hoi-dong", []string{"/static/app.js", "/static/council.js", "/ocop/ocop.wasm"}},
}

// dossierForm is what the form of dossiers draws from. The module that checks them comes
// last and is not waited for.
var dossierForm = []string{
	"/ocop/words/qd26-2026/vi/all.json", "/ocop/words/qd26-2026/vi/dossier.json", "/ocop/words/qd26-2026/rules.json",
	"/ocop/dossier.js", "/static/app.js",
}

// lasting are files whose address never changes: by it a browser knows the service
// worker and the installed page again.
var lasting = []string{"sw.js", "portal.webmanifest"}

// samples are files of the other examples that the page can load.
var samples = map[string]string{
	"/samples/hoi-dong.json": "examples/council/hoi-dong-tinh.json",
	"/samples/ho-so.json":    "examples/dossiers/do-uong-lan-dau.json",
}

// newPortal is the site: the page, the npm package under /ocop and the samples.
func newPortal(root string) (site, error) {
	examples := files{}
	for at, name := range samples {
		content, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(name))) //nolint:gosec // a name of this program's own
		if err != nil {
			return nil, err
		}
		examples[at] = content
	}
	return assemble(os.DirFS(filepath.Join(root, "wasm", "npm")), examples)
}

// assemble puts the site together. In the sources the package stands under /ocop
// and the portal's own files under /static. They are sent from folders named by a
// hash of all that is in them: browsers keep those for good, and what belongs to
// one version always stays together. The page itself is short, and asked for anew.
func assemble(npm fs.FS, examples files) (site, error) {
	library, err := readFiles("/ocop", npm, notForThePage)
	if err != nil {
		return nil, err
	}
	own, err := ownFiles()
	if err != nil {
		return nil, err
	}
	pages, err := pagesOf(library, own)
	if err != nil {
		return nil, err
	}
	libraryAt := "/ocop/" + library.hash()
	own.rename("/ocop", libraryAt)
	ownAt := "/static/" + own.hash()
	pages.rename("/ocop", libraryAt)
	pages.rename("/static", ownAt)

	s := site{}
	maps.Copy(pages, examples)
	for at, content := range pages {
		if err := s.add(at, content); err != nil {
			return nil, err
		}
	}
	for at, content := range own {
		if err := s.addForever(ownAt+strings.TrimPrefix(at, "/static"), content, nil); err != nil {
			return nil, err
		}
	}
	for at, content := range library {
		name := strings.TrimPrefix(at, "/ocop/")
		if err := s.addForever(libraryAt+"/"+name, content, brotliOf(npm, name)); err != nil {
			return nil, err
		}
	}
	if err := s.addList(); err != nil {
		return nil, err
	}
	for at := range library { // for links from elsewhere, which know no hash
		f := s[libraryAt+strings.TrimPrefix(at, "/ocop")]
		f.forever = false
		s[at] = f
	}
	return s, nil
}

// pagesOf are the views, each with its hints, and what else has a lasting address.
func pagesOf(library, own files) (files, error) {
	page, err := static.ReadFile("static/index.html")
	if err != nil {
		return nil, err
	}
	const script = `<script type="module"`
	all := maps.Clone(library)
	maps.Copy(all, own)
	pages := files{}
	for _, v := range views {
		pages[v.at] = []byte(strings.Replace(string(page), script, all.hints(v.needs)+script, 1))
	}
	for _, name := range lasting {
		if pages["/"+name], err = static.ReadFile("static/" + name); err != nil {
			return nil, err
		}
	}
	return pages, nil
}

// ownFiles are the portal's scripts, style and icons, and the names of a dossier's places.
func ownFiles() (files, error) {
	folder, err := fs.Sub(static, "static")
	if err != nil {
		return nil, err
	}
	own, err := readFiles("/static", folder, func(name string) bool {
		return name == "index.html" || slices.Contains(lasting, name)
	})
	if err != nil {
		return nil, err
	}
	for _, l := range []lang.Lang{lang.Vi, lang.En} {
		if own[fmt.Sprintf("/static/places/%s.json", l)], err = placesOf(l); err != nil {
			return nil, err
		}
	}
	return own, nil
}

// notForThePage leaves out what only programs made with the package need.
func notForThePage(name string) bool {
	folder, _, _ := strings.Cut(name, "/")
	return slices.Contains([]string{"package.json", "custom-elements.json", "tsconfig.json", "cjs", "node", "schema", "node_modules"}, folder)
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
