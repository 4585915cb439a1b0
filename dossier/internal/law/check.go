package law

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/ocop-vn/ocop-go/scoring/qd26"
	"github.com/ocop-vn/ocop-go/scoring/reading"
)

// check gathers what is wrong with a source.
type check struct {
	*Source
	symbols Symbols
	fields  []field
	given   map[string]bool // reasons
	wrong   []error
}

func (c *check) report(format string, args ...any) {
	c.wrong = append(c.wrong, fmt.Errorf(format, args...))
}

// check tells what is wrong with the source beside the code: what has no home and
// no reason, and what names something that is not there.
func (s *Source) check(symbols Symbols, fields []field) error {
	c := &check{Source: s, symbols: symbols, fields: fields, given: map[string]bool{}}
	c.readings()
	c.clauses()
	c.forms()
	c.evidence()
	c.idle()
	return errors.Join(c.wrong...)
}

func (c *check) readings() {
	for _, r := range reading.All() {
		home, there := c.Readings[r.ID]
		if !there || len(home.Code) == 0 || len(home.Tests) == 0 {
			c.report("reading %s: its code and its tests are needed", r.ID)
		}
		c.home("reading "+string(r.ID), home)
	}
	for id := range c.Readings {
		if _, ok := reading.Of(id); !ok {
			c.report("reading %s: there is none", id)
		}
	}
}

func (c *check) home(of string, home Home) {
	for _, symbol := range slices.Concat(home.Code, home.Tests) {
		if c.symbols[symbol] == "" {
			c.report("%s: there is no %s", of, symbol)
		}
	}
	for _, test := range home.Tests {
		if _, name, _ := strings.Cut(test, "."); !isTest(name) {
			c.report("%s: %s is no test", of, test)
		}
	}
}

func (c *check) clauses() {
	for i, clause := range c.Clauses {
		c.words(clause.At, clause.Vi, clause.En)
		c.home(clause.At, clause.Home)
		c.reason(clause.At, clause.Left)
		heads := i+1 < len(c.Clauses) && strings.HasPrefix(c.Clauses[i+1].At, clause.At+".")
		if !heads && len(clause.Code) == 0 && clause.Left == "" {
			c.report("%s: it lives nowhere, and no reason is given", clause.At)
		}
		if len(clause.Code) > 0 && len(clause.Tests) == 0 && clause.Left == "" {
			c.report("%s: no test holds it, and no reason is given", clause.At)
		}
	}
	for _, f := range c.fields {
		for _, article := range f.articles {
			if !slices.ContainsFunc(c.Clauses, func(clause Clause) bool { return clause.At == article }) {
				c.report("field %s: there is no Article %s", f.path, article)
			}
		}
	}
}

func (c *check) words(of, vi, en string) {
	if vi == "" || en == "" {
		c.report("%s: words in both languages are needed", of)
	}
}

func (c *check) reason(of, reason string) {
	c.given[reason] = true
	if _, there := c.Reasons[reason]; reason != "" && !there {
		c.report("%s: there is no reason %q", of, reason)
	}
}

// idle tells which reasons nothing gives.
func (c *check) idle() {
	for reason, text := range c.Reasons {
		c.words(reason, text.Vi, text.En)
		if !c.given[reason] {
			c.report("the reason %q is given nowhere", reason)
		}
	}
}

func (c *check) forms() {
	known := map[string]bool{}
	for _, form := range c.Forms {
		for _, item := range form.Items {
			known[item.At] = true
			c.words(item.At, item.Vi, item.En)
			c.reason(item.At, item.Left)
			switch paths := fieldsAt(c.fields, item.At); {
			case len(paths) == 0 && item.Left == "":
				c.report("form %s: it has no field, and no reason is given", item.At)
			case len(paths) > 0 && item.Left != "":
				c.report("form %s: it has a field (%s) and a reason why it has none", item.At, paths[0])
			}
		}
	}
	for _, f := range c.fields {
		for _, item := range f.items {
			if !known[item] {
				c.report("field %s: there is no item %s in the forms", f.path, item)
			}
		}
	}
}

func (c *check) evidence() {
	listed := slices.Sorted(slices.Values(slices.Concat(c.Evidence.Rows, c.Evidence.Beside)))
	var kinds []string
	for _, kind := range qd26.Evidence() {
		kinds = append(kinds, kind.ID)
	}
	slices.Sort(kinds)
	if !slices.Equal(kinds, listed) {
		c.report("evidence: %v, not the kinds that there are: %v", listed, kinds)
	}
}
