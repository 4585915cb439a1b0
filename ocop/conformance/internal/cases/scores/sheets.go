package scores

import (
	"fmt"

	"github.com/ocop-vn/ocop-go/ocop/conformance/internal/suite"
	"github.com/ocop-vn/ocop-go/scoring/rubric"
)

// sheets are the files of sheets.
func sheets(r *rubric.Rubric) []suite.File {
	var files []suite.File
	var options, minima []suite.Case
	for i := range r.Sets {
		options = append(options, optionsOf(&r.Sets[i])...)
		minima = append(minima, minimaOf(&r.Sets[i])...)
	}
	return append(files,
		file(suite.Sheet, "options", options...),
		file(suite.Sheet, "minima", minima...),
	)
}

// scored is a case of a sheet of which some members of the result count.
func scored(id string, rules []string, set *rubric.Set, a answers, gates []string, members ...string) suite.Case {
	return suite.Case{
		ID: id, Rules: rules, Input: raw(document(set, a, gates...)), Expect: raw(some(outcome(set, a, gates...), members...)),
	}
}

// optionsOf answer one criterion each: its points stand in its part, the rest is open.
func optionsOf(set *rubric.Set) (cases []suite.Case) {
	for _, c := range lines(set) {
		for _, code := range ladder(c) {
			id := fmt.Sprintf("%d/%s/%s", set.No, c.Code, code)
			cases = append(cases, scored(id, []string{"option/" + id}, set, answers{c.Code: code}, nil, "status", "total", "parts", "bounds"))
		}
	}
	return cases
}

// minimaOf answer all criteria with the last option, but one: with the starred option
// the star is kept, with the answer before it it is lost.
func minimaOf(set *rubric.Set) (cases []suite.Case) {
	for _, c := range lines(set) {
		codes := ladder(c)
		for _, o := range c.Options {
			if o.MinStar == 0 {
				continue
			}
			at := fmt.Sprintf("%d/%s/%d", set.No, c.Code, o.MinStar)
			add := func(how, answer string) {
				a := highest(set).but(c.Code, answer)
				cases = append(cases, scored(at+"/"+how, []string{"minimum/" + at + "/" + how}, set, a, nil, "status", "total", "band", "star", "authority", "shortfalls"))
			}
			add("met", o.Code)
			for i := range codes {
				if codes[i] == o.Code {
					add("missed", codes[i-1])
				}
			}
		}
	}
	return cases
}
