package main

import (
	"bytes"
	"encoding/base64"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// small is a package with little in it: two entries share a source, and each entry
// that there has to be is there.
func small(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	sources := map[string]string{"shared.ts": `export const shared: string = "both";`, "files.ts": `export const own = () => "an address";`, "embedded.ts": `export const own = () => import("embedded:ocop.wasm");`}
	for _, name := range []string{"index", "pack", "papers", "worker", "element", "dossier", "filetype", "integrity", "visible", "worker-script", "react", "vue"} {
		sources[name+".ts"] = `import { shared } from "./shared.js"; import { own } from "./files.js"; export const it = () => [shared, own()];`
	}
	for name, text := range sources {
		require.NoError(t, write(filepath.Join(dir, "src", name), []byte(text)))
	}
	for _, name := range slices.Concat(files, served) {
		require.NoError(t, write(filepath.Join(dir, filepath.FromSlash(name)), []byte("the content of "+name)))
	}
	return dir
}

func read(t *testing.T, parts ...string) string {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(parts...))
	require.NoError(t, err)
	return string(content)
}

func TestBundle(t *testing.T) {
	t.Parallel()
	dir := small(t)
	require.NoError(t, write(filepath.Join(dir, "chunk-OLD.js"), nil))
	require.NoError(t, write(filepath.Join(dir, "chunk-OLD.js.br"), nil))
	require.NoError(t, bundle(dir))
	assert.NoFileExists(t, filepath.Join(dir, "chunk-OLD.js"))
	assert.NoFileExists(t, filepath.Join(dir, "chunk-OLD.js.br"))
	assert.Contains(t, read(t, dir, "index.js"), "chunk-", "what entries share is there once")
	for _, form := range []string{"element.js", "dossier.js"} {
		assert.NotContains(t, read(t, dir, form), "import", "a form is one whole file")
	}
	assert.Regexp(t, `^"use client";`, read(t, dir, "react.js"))
	assert.Contains(t, read(t, dir, "node/index.js"), `import("../cjs/embedded/ocop.wasm.js")`)
	assert.NotContains(t, read(t, dir, "node/index.js"), "an address")
	assert.Contains(t, read(t, dir, "cjs/index.js"), `require("./embedded/ocop.wasm.js")`)
	assert.NotContains(t, read(t, dir, "cjs/index.js"), "import(")
	assert.JSONEq(t, `{"type": "commonjs"}`, read(t, dir, "cjs/package.json"))
}

func TestFilesAreEmbeddedWhole(t *testing.T) {
	t.Parallel()
	dir := small(t)
	require.NoError(t, bundle(dir))
	require.NoError(t, write(filepath.Join(dir, "ocop.wasm"), []byte("another content")))
	require.NoError(t, bundle(dir))
	for _, name := range files {
		text := regexp.MustCompile(`^module\.exports="([^"]+)";\n$`).FindStringSubmatch(read(t, dir, "cjs/embedded", scriptOf(name)))
		require.Len(t, text, 2, name)
		packed, err := base64.StdEncoding.DecodeString(text[1])
		require.NoError(t, err)
		assert.Equal(t, read(t, dir, name+".br"), string(packed))
		content, err := io.ReadAll(brotli.NewReader(bytes.NewReader(packed)))
		require.NoError(t, err)
		assert.Equal(t, read(t, dir, name), string(content))
	}
}

// A form loads later, from beside it, what is a file of its own: the package's and those of others.
func TestWhatFormsLoadLater(t *testing.T) {
	t.Parallel()
	dir := small(t)
	require.NoError(t, write(filepath.Join(dir, "src", "dossier.ts"), []byte(`import { later } from "./dossier/later.js"; export const form = later;`)))
	require.NoError(t, write(filepath.Join(dir, "src", "dossier", "later.ts"), []byte(
		`export const later = () => [import("../filetype.js"), import("../papers.js"), import("../pack.js"), import("@cantoo/pdf-lib"), import("uqr")];`)))
	require.NoError(t, bundle(dir))
	for _, name := range []string{"filetype.js", "papers.js", "pack.js", "vendor/pdf.js", "vendor/uqr.js"} {
		assert.Contains(t, read(t, dir, "dossier.js"), `import("./`+name+`")`)
	}
}

// Who serves the package finds each script that a page loads compressed beside it, also after a change.
func TestScriptsAreCompressed(t *testing.T) {
	t.Parallel()
	dir := small(t)
	require.NoError(t, write(filepath.Join(dir, "vendor", "pdf.js"), []byte("export {};")))
	require.NoError(t, bundle(dir))
	require.NoError(t, write(filepath.Join(dir, "src", "shared.ts"), []byte(`export const shared: string = "new";`)))
	require.NoError(t, bundle(dir))
	names, err := filepath.Glob(filepath.Join(dir, "*.js"))
	require.NoError(t, err)
	assert.Greater(t, len(names), 9)
	for _, name := range append(served, "vendor/pdf.js") {
		names = append(names, filepath.Join(dir, filepath.FromSlash(name)))
	}
	for _, name := range names {
		content, err := io.ReadAll(brotli.NewReader(strings.NewReader(read(t, name+".br"))))
		require.NoError(t, err)
		assert.Equal(t, read(t, name), string(content))
	}
	assert.NoFileExists(t, filepath.Join(dir, "cjs", "index.js.br"))
}

// What is wrong in a source changes nothing of what stands there.
func TestAFaultLeavesThePackage(t *testing.T) {
	t.Parallel()
	dir := small(t)
	require.NoError(t, bundle(dir))
	before := read(t, dir, "index.js")
	require.NoError(t, write(filepath.Join(dir, "src", "shared.ts"), []byte(`export const shared = "new"`)))
	require.NoError(t, write(filepath.Join(dir, "src", "vue.ts"), []byte(`import { none } from "./shared.js"; none(`)))
	require.ErrorContains(t, bundle(dir), "vue.ts")
	assert.Equal(t, before, read(t, dir, "index.js"))
	dir = small(t)
	require.NoError(t, os.Remove(filepath.Join(dir, "ocop.wasm")))
	require.ErrorIs(t, bundle(dir), os.ErrNotExist)
	assert.NoFileExists(t, filepath.Join(dir, "index.js"))
}
