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

// hints have a browser on a slow line ask for all of it at once, and not for one
// file after another: the scripts with what they import, and data for fetch. A
// module is compiled with its hash, so the hint must bear it too to be taken up.
func (f files) hints(scripts, data []string) string {
	var hints strings.Builder
	for _, at := range f.withImports(scripts) {
		fmt.Fprintf(&hints, "<link rel=\"modulepreload\" href=%q>\n  ", at)
	}
	for _, at := range data {
		integrity := ""
		if path.Ext(at) == ".wasm" {
			sum := sha512.Sum384(f[at])
			integrity = ` integrity="sha384-` + base64.StdEncoding.EncodeToString(sum[:]) + `"`
		}
		fmt.Fprintf(&hints, "<link rel=\"preload\" href=%q as=\"fetch\" crossorigin%s>\n  ", at, integrity)
	}
	return hints.String()
}

// imported finds what a script imports at its start, also a minified one.
var imported = regexp.MustCompile(`\b(?:from|import)\s*"([^"]+)"`)

// withImports are scripts and all that they import, what is nearer first.
func (f files) withImports(scripts []string) []string {
	all := slices.Clone(scripts)
	for i := 0; i < len(all); i++ {
		for _, found := range imported.FindAllSubmatch(f[all[i]], -1) {
			at := string(found[1])
			if strings.HasPrefix(at, ".") {
				at = path.Join(path.Dir(all[i]), at)
			}
			if f[at] != nil && !slices.Contains(all, at) {
				all = append(all, at)
			}
		}
	}
	return all
}

// brotliIn is a content as brotli, where the package's build has left it under the
// content's hash; nil where it has not.
func brotliIn(npm fs.FS, content []byte) []byte {
	packed, err := fs.ReadFile(npm, fmt.Sprintf(".br/%x", sha256.Sum256(content)))
	if err != nil {
		return nil
	}
	return packed
}
