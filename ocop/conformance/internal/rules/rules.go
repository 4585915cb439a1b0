// Package rules names every rule that the suite tests: those of the tables, the
// readings, the codes of problems, and those that each part's owner lists. A rule
// without a case is a hole in the suite.
package rules

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	problems "github.com/ocop-vn/ocop-go/ocop/internal/codes"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/qd26/words"
	"github.com/ocop-vn/ocop-go/scoring/reading"
	"github.com/ocop-vn/ocop-go/scoring/rubric"
)

// All are the rules, each once, in the order of the groups.
func All() []string {
	return slices.Concat(table(words.Rubric()), readings(), codes(), Scores(), Dossiers(), Registers())
}

// Outside are the codes that no document gives in every language, with the test, by
// its path in the repository, that holds each.
func Outside() map[string]string {
	all := map[string]string{}
	for _, part := range []map[string]string{ScoresOutside(), DossiersOutside(), RegistersOutside()} {
		maps.Copy(all, part)
	}
	return all
}

// Group is the part of a rule's name that it has in common with its like.
func Group(rule string) string {
	group, _, _ := strings.Cut(rule, "/")
	return group
}

// table are the rules that the rubric holds.
func table(r *rubric.Rubric) []string {
	var list []string
	add := func(format string, args ...any) { list = append(list, fmt.Sprintf(format, args...)) }
	for i := range r.Sets {
		set := &r.Sets[i]
		for c := range set.Criteria {
			for _, o := range c.Options {
				add("option/%d/%s/%s", set.No, c.Code, o.Code)
			}
			if c.AllowsNone() {
				add("option/%d/%s/%s", set.No, c.Code, scoring.NoneCode)
			}
			for _, o := range c.Options {
				if o.MinStar > 0 {
					add("minimum/%d/%s/%d/met", set.No, c.Code, o.MinStar)
					add("minimum/%d/%s/%d/missed", set.No, c.Code, o.MinStar)
				}
			}
			if c.AppliesUnless != nil {
				add("dependent/%d/%s", set.No, c.Code)
			}
		}
		for _, g := range set.Gates {
			add("gate/%d/%s", set.No, g.ID)
		}
	}
	for _, b := range r.Bands[:len(r.Bands)-1] { // there is nothing below 1 star
		for _, rule := range []string{"band/%d/least", "band/%d/below", "average/%d/at", "average/%d/below"} {
			add(rule, b.Star)
		}
	}
	for _, e := range r.Errata {
		add("erratum/%d/%s", e.Set, e.Criterion)
	}
	return list
}

func readings() []string {
	var list []string
	for _, r := range reading.All() {
		list = append(list, "reading/"+string(r.ID))
	}
	return list
}

// codes are the codes that a document can give.
func codes() []string {
	outside := Outside()
	var list []string
	for _, k := range problems.All() {
		if _, there := outside[k.Code]; !there {
			list = append(list, "code/"+k.Code)
		}
	}
	return list
}
