// Command bundle makes the scripts of the npm package from the TypeScript in its
// folder src, by esbuild, which is a Go program: whoever has Go alone can build the
// package and run the portal. make wasm runs it; it stands in a module of its own,
// so that nobody who imports the library gets what it needs.
package main

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/andybalholm/brotli"
	"github.com/evanw/esbuild/pkg/api"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: bundle DIR")
		os.Exit(2)
	}
	if err := bundle(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// bundle makes the scripts of the package in dir.
func bundle(dir string) error {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return err
	}
	var made []api.OutputFile
	for _, options := range builds(dir) {
		files, err := build(dir, options)
		if err != nil {
			return err
		}
		made = append(made, files...)
	}
	for _, name := range files {
		file, err := embed(dir, name)
		if err != nil {
			return err
		}
		made = append(made, file)
	}
	// Only now that all went well something changes.
	if err := sweep(dir); err != nil {
		return err
	}
	for _, file := range made {
		if err := write(file.Path, file.Contents); err != nil {
			return err
		}
		if filepath.Dir(file.Path) != dir { // no page loads it
			continue
		}
		if _, err := compressed(file.Path); err != nil {
			return err
		}
	}
	if err := compressServed(dir); err != nil {
		return err
	}
	return write(filepath.Join(dir, "cjs", "package.json"), []byte("{\"type\": \"commonjs\"}\n"))
}

// builds are the ways in which the sources become scripts. What two entries share
// stands in a chunk, but for the forms, each of which is one whole file, so that a page
// needs no bundler for it, and for CommonJS, which loads nothing later.
func builds(dir string) []api.BuildOptions {
	of := func(names ...string) (entries []string) {
		for _, name := range names {
			entries = append(entries, filepath.Join(dir, "src", name+".ts"))
		}
		return entries
	}
	modules := api.BuildOptions{
		EntryPoints: of("index", "pack", "papers", "worker"),
		Outdir:      dir, Splitting: true, Format: api.FormatESModule,
	}
	whole := api.BuildOptions{
		EntryPoints: of("element", "dossier", "filetype", "integrity", "visible", "worker-script"), Outdir: dir, Format: api.FormatESModule,
		Plugins: []api.Plugin{beside(map[string]string{"../filetype.js": "./filetype.js", "../pack.js": "./pack.js", "../papers.js": "./papers.js"})},
	}
	// The wrappers stand on the package's own files, of which they bring none. Their spaces
	// stay, and with them the marks by which a bundler leaves out the component that a page
	// does not use, and the form that it would load.
	wrappers := api.BuildOptions{
		EntryPoints: of("react", "vue"), Outdir: dir, Format: api.FormatESModule,
		External: []string{"./index.js", "./element.js", "./dossier.js", "react", "vue"},
		Banner:   map[string]string{"js": `"use client";`}, // for React on a server
	}
	server := instead("./files.js", filepath.Join(dir, "src", "embedded.ts"))
	node := api.BuildOptions{
		EntryPoints: of("index"), Outdir: filepath.Join(dir, "node"), Format: api.FormatESModule, Platform: api.PlatformNode,
		Plugins: []api.Plugin{server, embedded("../cjs/")},
	}
	required := api.BuildOptions{
		EntryPoints: of("index"), Outdir: filepath.Join(dir, "cjs"), Format: api.FormatCommonJS, Platform: api.PlatformNode,
		Plugins:   []api.Plugin{server, embedded("./")},
		Supported: map[string]bool{"dynamic-import": false}, // jest has none in CommonJS
	}
	for _, tight := range []*api.BuildOptions{&modules, &whole, &node, &required} {
		tight.MinifyWhitespace = true
	}
	return []api.BuildOptions{modules, whole, wrappers, node, required}
}

func build(dir string, options api.BuildOptions) ([]api.OutputFile, error) {
	options.AbsWorkingDir = dir
	options.Bundle = true
	options.Target = api.ES2022
	options.MinifyIdentifiers, options.MinifySyntax = true, true
	options.Charset = api.CharsetUTF8
	options.ChunkNames = "chunk-[hash]"
	options.Plugins = append(options.Plugins, beside(vendored))
	result := api.Build(options)
	if len(result.Errors) == 0 {
		return result.OutputFiles, nil
	}
	return nil, errors.New(strings.Join(api.FormatMessages(result.Errors, api.FormatMessagesOptions{}), "\n"))
}

// vendored are scripts of others that stand in the package as files, to be loaded
// when they are used: wasm/test/vendor.mjs puts them there.
var vendored = map[string]string{
	"uqr":                   "./vendor/uqr.js",
	"client-zip":            "./vendor/client-zip.js",
	"@noble/hashes/sha2.js": "./vendor/sha256.js",
	"@cantoo/pdf-lib":       "./vendor/pdf.js",
}

// beside lets imports stand that mean other files of the package.
func beside(files map[string]string) api.Plugin {
	return api.Plugin{Name: "beside", Setup: func(b api.PluginBuild) {
		b.OnResolve(api.OnResolveOptions{Filter: ".*"}, func(a api.OnResolveArgs) (api.OnResolveResult, error) {
			at, ok := files[a.Path]
			return api.OnResolveResult{Path: at, External: ok}, nil
		})
	}}
}

// instead puts another source in the place of one.
func instead(name, source string) api.Plugin {
	return api.Plugin{Name: "instead", Setup: func(b api.PluginBuild) {
		b.OnResolve(api.OnResolveOptions{Filter: "^" + regexp.QuoteMeta(name) + "$"}, func(api.OnResolveArgs) (api.OnResolveResult, error) {
			return api.OnResolveResult{Path: source}, nil
		})
	}}
}

// files are those that a program on a server needs, and which hold no script.
var files = []string{
	"ocop.wasm", "ocop-checks.wasm",
	"words/qd26-2026/vi/all.json", "words/qd26-2026/en/all.json", "words/qd26-2026/rules.json",
}

// served are those that only pages load: what the form of dossiers is drawn from.
var served = []string{
	"words/qd26-2026/vi/dossier.json", "words/qd26-2026/en/dossier.json", "words/qd26-2026/places.json",
}

// compressServed leaves them compressed beside themselves, as scripts are, and those of
// others that are there.
func compressServed(dir string) error {
	names, err := filepath.Glob(filepath.Join(dir, "vendor", "*.js"))
	if err != nil {
		return err
	}
	for _, name := range served {
		names = append(names, filepath.Join(dir, filepath.FromSlash(name)))
	}
	for _, name := range names {
		if _, err := compressed(name); err != nil {
			return err
		}
	}
	return nil
}

const embeddings = "embedded/" // in the folder cjs, which CommonJS and modules both can load

// embedded lets the sources import one of these as text, "embedded:ocop.wasm", from a
// script that holds it. So a bundler for servers takes it along, and no path is left
// that would be wrong where the bundle runs.
func embedded(cjs string) api.Plugin {
	const scheme = "embedded:"
	return api.Plugin{Name: "embedded", Setup: func(b api.PluginBuild) {
		b.OnResolve(api.OnResolveOptions{Filter: "^" + scheme}, func(a api.OnResolveArgs) (api.OnResolveResult, error) {
			return api.OnResolveResult{Path: cjs + embeddings + scriptOf(strings.TrimPrefix(a.Path, scheme)), External: true}, nil
		})
	}}
}

// embed makes such a script: the file compressed by brotli, in base64.
func embed(dir, name string) (api.OutputFile, error) {
	packed, err := compressed(filepath.Join(dir, filepath.FromSlash(name)))
	text := fmt.Sprintf("module.exports=%q;\n", base64.StdEncoding.EncodeToString(packed))
	return api.OutputFile{Path: filepath.Join(dir, "cjs", embeddings, scriptOf(name)), Contents: []byte(text)}, err
}

func scriptOf(name string) string {
	return strings.ReplaceAll(name, "/", "-") + ".js"
}

// compressed is a file as brotli makes it smallest. For those who serve the package
// it stands beside the file too, and is not made twice.
func compressed(name string) ([]byte, error) {
	file, err := os.Stat(name)
	if err != nil {
		return nil, err
	}
	if made, err := os.Stat(name + ".br"); err == nil && !made.ModTime().Before(file.ModTime()) {
		return os.ReadFile(name + ".br") //nolint:gosec // a file of the package
	}
	content, err := os.ReadFile(name) //nolint:gosec // a file of the package
	if err != nil {
		return nil, err
	}
	var packed bytes.Buffer
	w := brotli.NewWriterOptions(&packed, brotli.WriterOptions{Quality: brotli.BestCompression, LGWin: 24})
	if _, err := w.Write(content); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return packed.Bytes(), write(name+".br", packed.Bytes())
}

// sweep takes away the chunks of former builds, whose names change with their content.
func sweep(dir string) error {
	old, err := filepath.Glob(filepath.Join(dir, "chunk-*.js*"))
	if err != nil {
		return err
	}
	for _, name := range old {
		if err := os.Remove(name); err != nil {
			return err
		}
	}
	return nil
}

func write(name string, content []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil { //nolint:gosec // to be published
		return err
	}
	return os.WriteFile(name, content, 0o644) //nolint:gosec // to be published
}
