package main

import (
	"bytes"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
)

// files are contents by their address.
type files map[string][]byte

// readFiles reads a folder's files of known kinds, as they stand under an
// address; skip names those left out.
func readFiles(at string, folder fs.FS, skip func(name string) bool) (files, error) {
	all := files{}
	err := fs.WalkDir(folder, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || mediaTypes[path.Ext(name)] == "" || skip(name) {
			return err
		}
		all[path.Join(at, name)], err = fs.ReadFile(folder, name)
		return err
	})
	return all, err
}

// hash names all the files together, in as few letters as will do.
func (f files) hash() string {
	sum := sha256.New()
	for _, at := range slices.Sorted(maps.Keys(f)) {
		fmt.Fprintf(sum, "%s %x\n", at, sha256.Sum256(f[at]))
	}
	return hex.EncodeToString(sum.Sum(nil))[:16]
}

// rename has the files ask for what stands under one address under another.
func (f files) rename(from, to string) {
	for at, content := range f {
		f[at] = bytes.ReplaceAll(content, []byte(`"`+from+`/`), []byte(`"`+to+`/`))
	}
}

// hints have a browser on a slow line ask for all of it at once, in this order, and
// not for one file after another: scripts with what they import, and data for fetch.
// The module is fetched with its hash; a browser may want to see that in the hint too.
func (f files) hints(needs []string) string {
	var hints strings.Builder
	for _, at := range f.withImports(nil, needs...) {
		switch path.Ext(at) {
		case ".js":
			fmt.Fprintf(&hints, "<link rel=\"modulepreload\" href=%q>\n  ", at)
		case ".wasm":
			sum := sha512.Sum384(f[at])
			fmt.Fprintf(&hints, "<link rel=\"preload\" href=%q as=\"fetch\" crossorigin integrity=\"sha384-%s\">\n  ", at, base64.StdEncoding.EncodeToString(sum[:]))
		default:
			fmt.Fprintf(&hints, "<link rel=\"preload\" href=%q as=\"fetch\" crossorigin>\n  ", at)
		}
	}
	return hints.String()
}

// withImports adds files to a list, each with all that it imports behind it.
func (f files) withImports(list []string, needs ...string) []string {
	for _, at := range needs {
		if f[at] != nil && !slices.Contains(list, at) {
			list = f.withImports(append(list, at), f.importsOf(at)...)
		}
	}
	return list
}

// imported finds what a script imports at its start, also in a minified one.
var imported = regexp.MustCompile(`\b(?:from|import)\s*"([^"]+)"`)

func (f files) importsOf(script string) []string {
	if path.Ext(script) != ".js" {
		return nil
	}
	var all []string
	for _, found := range imported.FindAllSubmatch(f[script], -1) {
		at := string(found[1])
		if strings.HasPrefix(at, ".") {
			at = path.Join(path.Dir(script), at)
		}
		all = append(all, at)
	}
	return all
}

// brotliOf is a file as brotli, where the package's build has left that beside it;
// nil where it has not, or where the file has changed since.
func brotliOf(folder fs.FS, name string) []byte {
	file, err := fs.Stat(folder, name)
	packed, none := fs.Stat(folder, name+".br")
	if err != nil || none != nil || packed.ModTime().Before(file.ModTime()) {
		return nil
	}
	content, err := fs.ReadFile(folder, name+".br")
	if err != nil {
		return nil
	}
	return content
}
