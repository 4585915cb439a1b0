package main

import (
	"fmt"
	"os"
	"regexp"
	"strings"
)

// verdict is what someone has judged of mutants that live.
type verdict struct {
	equivalent bool // no test could notice; else one could, and it was left
	why        string
}

var (
	place = regexp.MustCompile(`^(\S+?):\d+:\d+ `)
	note  = regexp.MustCompile(` \((not covered|equivalent|left)\)$`)
)

// judged reads mutants, one a line as the run prints them, and below them,
// indented, "equivalent: why" or "left: why" for all that stand above it. A
// line's place in the file says nothing, so an edit elsewhere does not matter.
func judged(path string) (map[string]*verdict, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	all := map[string]*verdict{}
	var open []string
	var last *verdict
	number := 0
	for line := range strings.Lines(string(text)) {
		number++
		line = strings.TrimRight(line, " \r\n")
		body := strings.TrimSpace(line)
		kind, why, _ := strings.Cut(body, ": ")
		switch {
		case body == "" || line[0] == '#':
		case line == body:
			key := note.ReplaceAllString(place.ReplaceAllString(line, "$1 "), "")
			if all[key] != nil {
				return nil, fmt.Errorf("%s:%d: judged twice", path, number)
			}
			open, last = append(open, key), nil
			all[key] = &verdict{}
		case len(open) > 0 && why != "" && (kind == "equivalent" || kind == "left"):
			last = &verdict{kind == "equivalent", why}
			for _, key := range open {
				all[key] = last
			}
			open = nil
		case last != nil:
			last.why += " " + body
		default:
			return nil, fmt.Errorf(`%s:%d: below mutants "equivalent: why" or "left: why" is expected`, path, number)
		}
	}
	if len(open) > 0 {
		return nil, fmt.Errorf("%s: nothing said of %s", path, open[0])
	}
	return all, nil
}
