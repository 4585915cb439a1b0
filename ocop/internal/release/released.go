package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/ocop-vn/ocop-go/ocop/internal/codes"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
	"github.com/ocop-vn/ocop-go/scoring/reading"
)

// releasedFile lists every name that outsiders build upon, with what it means and
// the version that published it: name, meaning and version, with tabs between.
// Nothing in it ever goes or means something else; see TestReleasedNamesKeepTheirMeaning.
const releasedFile = "ocop/internal/release/released.tsv"

// published is what each name of the tree means now: the codes of problems, the
// editions with their sets, criteria, options, gates and bands, the readings.
func published(root string) (map[string]string, error) {
	names := map[string]string{}
	for _, k := range codes.All() {
		severity := "error"
		if k.Warning {
			severity = "warning"
		}
		names["code/"+k.Code] = severity + " " + string(k.Layer) + ": " + k.Message.En
	}
	for _, r := range reading.All() {
		names["reading/"+string(r.ID)] = r.Text.En
	}
	edition(names, qd26.Edition())
	elsewhere, err := codesIn(root, "ocop/cmd", "wasm")
	for _, code := range elsewhere {
		if _, known := names["code/"+code]; !known {
			names["code/"+code] = "of the command, the form or the modules"
		}
	}
	return names, err
}

func edition(names map[string]string, e scoring.Edition) {
	for _, set := range e.Sets() {
		of := fmt.Sprintf("%s/%d/", e.ID(), set.No())
		for _, b := range set.Bands() {
			names["band/"+of+fmt.Sprint(b.Star)] = fmt.Sprintf("from %d points", b.Least)
		}
		for _, g := range set.Gates() {
			names["gate/"+of+g.ID] = string(g.Effect)
		}
		for _, c := range set.Criteria() {
			for _, o := range c.Options() {
				names["option/"+of+c.Code()+"/"+o.Code] = option(o)
			}
			if c.AllowsNone() {
				names["option/"+of+c.Code()+"/"+scoring.NoneCode] = "0 points"
			}
		}
	}
}

func option(o scoring.Option) string {
	text := fmt.Sprintf("%d points", o.Points)
	if o.MinStar > 0 {
		text += fmt.Sprintf(", least for %d stars", o.MinStar)
	}
	return text
}

var quotedCode = regexp.MustCompile(`"([A-Z]+-[0-9]{2})"`)

// codesIn are the codes that stand in the sources of folders, tests left out.
func codesIn(root string, folders ...string) (found []string, err error) {
	for _, folder := range folders {
		err := filepath.WalkDir(filepath.Join(root, folder), func(name string, entry fs.DirEntry, err error) error {
			if entry != nil && entry.IsDir() && entry.Name() == "node_modules" {
				return fs.SkipDir
			}
			source := strings.HasSuffix(name, ".go") && !strings.HasSuffix(name, "_test.go") || strings.HasSuffix(name, ".ts")
			if err != nil || entry.IsDir() || !source || strings.HasSuffix(name, ".d.ts") {
				return err
			}
			text, err := os.ReadFile(name) //nolint:gosec // a source of this repository
			for _, m := range quotedCode.FindAllSubmatch(text, -1) {
				found = append(found, string(m[1]))
			}
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	slices.Sort(found)
	return slices.Compact(found), nil
}

// name is a line of the list.
type name struct{ id, meaning, version string }

func released(data []byte) (list []name, err error) {
	for lines := bufio.NewScanner(bytes.NewReader(data)); lines.Scan(); {
		line := lines.Text()
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		part := strings.Split(line, "\t")
		if len(part) != 3 {
			return nil, fmt.Errorf("not a name, a meaning and a version: %q", line)
		}
		list = append(list, name{part[0], part[1], part[2]})
	}
	return list, nil
}

// broken tells which released names are gone or mean something else now.
func broken(list []name, now map[string]string) (told []string) {
	for _, n := range list {
		switch meaning, there := now[n.id]; {
		case !there:
			told = append(told, n.id+": gone, though published in "+n.version)
		case meaning != n.meaning:
			told = append(told, fmt.Sprintf("%s: means %q now, and %q in %s", n.id, meaning, n.meaning, n.version))
		}
	}
	return told
}

// freeze adds what is published for the first time in a version; what stands there stays.
func freeze(root, version string) error {
	file := filepath.Join(root, filepath.FromSlash(releasedFile))
	data, err := os.ReadFile(file) //nolint:gosec // the project's own
	if err != nil {
		return err
	}
	list, err := released(data)
	if err != nil {
		return err
	}
	now, err := published(root)
	if err != nil {
		return err
	}
	if told := broken(list, now); len(told) > 0 {
		return fmt.Errorf("%s", strings.Join(told, "\n"))
	}
	for _, n := range list {
		delete(now, n.id)
	}
	for _, id := range slices.Sorted(maps.Keys(now)) {
		data = fmt.Appendf(data, "%s\t%s\t%s\n", id, now[id], version)
	}
	return write(file, data)
}
