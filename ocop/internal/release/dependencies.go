package main

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// given are the licences under which a work may reach those who import or install us:
// they let Apache-2.0 stand around them, and ask for their text alone.
var given = []string{"MIT", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "ISC", "Apache-2.0", "CC0-1.0"}

// onlyRun are the further licences of what tests and tools run and nobody is given.
var onlyRun = []string{"MPL-2.0", "LGPL-3.0-or-later", "BlueOak-1.0.0", "PSF-2.0", "CC-BY-4.0", "MIT-0", "Unlicense"}

// unsaid are the licences of packages that stand in their files alone, where somebody
// has read them.
var unsaid = map[string]string{"npm khroma 2.1.0": "MIT"}

// dependency is a work of others that the tree builds, tests or links with.
type dependency struct {
	name, version, licence string
	in                     []string // the go.mod and package-lock.json that name it
}

// reachesUsers tells whether those who import the module or ocop/registry/xlsx get it.
func (d *dependency) reachesUsers() bool {
	return slices.ContainsFunc(d.in, func(in string) bool { return in == "go.mod" || in == "ocop/registry/xlsx/go.mod" })
}

// unfit tells why a dependency cannot stay, or "".
func (d *dependency) unfit() string {
	if d.licence == "" {
		return d.name + " " + d.version + ": no licence was found"
	}
	allowed := given
	if !d.reachesUsers() {
		allowed = slices.Concat(given, onlyRun)
	}
	if fits(d.licence, allowed) {
		return ""
	}
	return fmt.Sprintf("%s %s: %s does not fit (%s)", d.name, d.version, d.licence, strings.Join(d.in, ", "))
}

// fits tells whether every part of an expression as SPDX writes them, or one of each
// choice in it, is allowed.
func fits(licence string, allowed []string) bool {
	for all := range strings.SplitSeq(strings.Trim(licence, "()"), " AND ") {
		if !slices.ContainsFunc(strings.Split(all, " OR "), func(one string) bool { return slices.Contains(allowed, one) }) {
			return false
		}
	}
	return true
}

// dependencies lists what all go.mod and package-lock.json of the tree come to.
func dependencies(root string) ([]dependency, error) {
	found := map[string]*dependency{}
	err := filepath.WalkDir(root, func(file string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && (entry.Name() == "node_modules" || entry.Name() == "testdata" || entry.Name() == ".git") {
			return fs.SkipDir
		}
		switch entry.Name() {
		case "go.mod":
			return goModules(found, root, file)
		case "package-lock.json":
			return npmPackages(found, root, file)
		}
		return nil
	})
	var list []dependency
	for _, id := range slices.Sorted(maps.Keys(found)) {
		slices.Sort(found[id].in)
		list = append(list, *found[id])
	}
	return list, err
}

func add(found map[string]*dependency, root, file, name, version, licence string) error {
	in, err := filepath.Rel(root, file)
	if err != nil {
		return err
	}
	id := name + " " + version
	if found[id] == nil {
		found[id] = &dependency{name: name, version: version, licence: cmp.Or(licence, unsaid[id])}
	}
	if in = filepath.ToSlash(in); !slices.Contains(found[id].in, in) {
		found[id].in = append(found[id].in, in)
	}
	return nil
}

// goModules adds the modules that a module's packages and tests are built from.
func goModules(found map[string]*dependency, root, file string) error {
	c := exec.Command("go", "list", "-deps", "-test", "-json=Dir,Module", "./...")
	c.Dir, c.Stderr = filepath.Dir(file), os.Stderr
	out, err := c.Output()
	if err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	packages, err := listed(out)
	if err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	for _, p := range packages {
		if p.isOurs() {
			continue
		}
		licence, err := licenceIn(p.Module.Dir)
		if err != nil {
			return err
		}
		if err := add(found, root, file, p.Module.Path, p.Module.Version, licence); err != nil {
			return err
		}
	}
	return nil
}

// listedPackage is what we ask "go list -json" of a package.
type listedPackage struct {
	Dir    string
	Module *struct{ Path, Version, Dir string }
}

// isOurs tells of a package of ours, or of Go's own, which has no module.
func (p *listedPackage) isOurs() bool {
	return p.Module == nil || p.Module.Path == module || strings.HasPrefix(p.Module.Path, module+"/")
}

const module = "github.com/ocop-vn/ocop-go"

// listed reads what "go list -json" writes: one value after the other.
func listed(out []byte) (packages []listedPackage, err error) {
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var p listedPackage
		err := d.Decode(&p)
		if errors.Is(err, io.EOF) {
			return packages, nil
		}
		if err != nil {
			return nil, err
		}
		packages = append(packages, p)
	}
}

// npmPackages adds what a package-lock.json holds.
func npmPackages(found map[string]*dependency, root, file string) error {
	data, err := os.ReadFile(file) //nolint:gosec // the project's own
	if err != nil {
		return err
	}
	var lock struct {
		Packages map[string]struct{ Version, License string }
	}
	if err := json.Unmarshal(data, &lock); err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	for place, p := range lock.Packages {
		_, name, is := cutLast(place, "node_modules/")
		if !is {
			continue // the project itself
		}
		if err := add(found, root, file, "npm "+name, p.Version, p.License); err != nil {
			return err
		}
	}
	return nil
}

func cutLast(s, sep string) (before, after string, found bool) {
	i := strings.LastIndex(s, sep)
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+len(sep):], true
}

// told are the sentences by which a licence is known.
var told = []struct {
	licence string
	words   *regexp.Regexp
}{
	{"Apache-2.0", regexp.MustCompile(`(?i)Apache License,?\s+Version 2\.0`)},
	{"MPL-2.0", regexp.MustCompile(`(?i)Mozilla Public License,? (Version|v\.) ?2\.0`)},
	{"MIT", regexp.MustCompile(`(?i)Permission is hereby granted, free of charge`)},
	{"ISC", regexp.MustCompile(`(?i)Permission to use, copy, modify, and(/or)? distribute this software`)},
	{"BSD-3-Clause", regexp.MustCompile(`(?is)Redistribution and use in source and binary forms.*Neither the name`)},
	{"BSD-2-Clause", regexp.MustCompile(`(?i)Redistribution and use in source and binary forms`)},
}

// licenceIn tells, by its text, under what a module's folder is given; "" where that
// is not known. A module with two, as yaml has, names both.
func licenceIn(dir string) (string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return "", err
	}
	var names []string
	for _, e := range entries {
		lower := strings.ToLower(e.Name())
		if !e.Type().IsRegular() || !strings.HasPrefix(lower, "licen") && !strings.HasPrefix(lower, "copying") {
			continue
		}
		text, err := os.ReadFile(filepath.Join(dir, e.Name())) //nolint:gosec // a module's own
		if err != nil {
			return "", err
		}
		text = bytes.Join(bytes.Fields(text), []byte(" "))
		for _, l := range told {
			if l.words.Match(text) && (l.licence != "BSD-2-Clause" || !slices.Contains(names, "BSD-3-Clause")) {
				names = append(names, l.licence)
			}
		}
	}
	slices.Sort(names)
	names = slices.Compact(names)
	if slices.Equal(names, []string{"Apache-2.0", "MIT"}) {
		return "Apache-2.0 OR MIT", nil
	}
	return strings.Join(names, " AND "), nil
}

// printLicences writes what reaches users, and then counts what only tests and tools
// run, by licence; a dependency that does not fit is an error.
func printLicences(root string, out io.Writer) error {
	list, err := dependencies(root)
	if err != nil {
		return err
	}
	var unfit []string
	run := map[string]int{}
	for _, d := range list {
		if why := d.unfit(); why != "" {
			unfit = append(unfit, why)
		}
		if d.reachesUsers() {
			fmt.Fprintf(out, "%s %s\t%s\n", d.name, d.version, d.licence)
		} else {
			run[d.licence]++
		}
	}
	for _, licence := range slices.Sorted(maps.Keys(run)) {
		fmt.Fprintf(out, "only for tests and tools: %d under %s\n", run[licence], licence)
	}
	if len(unfit) > 0 {
		return errors.New("licences that do not fit:\n" + strings.Join(unfit, "\n"))
	}
	return nil
}
