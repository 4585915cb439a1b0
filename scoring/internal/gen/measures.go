package gen

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/ocop-vn/ocop-go/scoring/rubric"
)

// Measures is the Go source of what the criteria say in figures: the share that
// each option speaks of, the paper that a note asks for, and what an option asks of
// electronic traceability.
func (s *Source) Measures() ([]byte, error) {
	p := &printer{}
	p.f("%spackage qd26\n\nvar (\n", header)
	numbers := map[string]int{}
	for _, key := range slices.Sorted(maps.Keys(s.criteria)) {
		c := s.criteria[key]
		if c.Measure == "" {
			continue
		}
		shares := strings.Join(c.Shares, " ")
		if _, there := numbers[shares]; there {
			continue
		}
		numbers[shares] = len(numbers)
		if err := p.shares(c, numbers[shares]); err != nil {
			return nil, fmt.Errorf("%s: %w", key, err)
		}
	}
	p.f(")\n\n// measured are the criteria whose options are shares.\nvar measured = []measuredAt{\n")
	s.each(func(set int, code, key string) {
		if c := s.criteria[key]; c.Measure != "" {
			p.f("{%d, %q, %q, shares%d[:]},\n", set, code, c.Measure, numbers[strings.Join(c.Shares, " ")])
		}
	})
	p.f("}\n\n// asked are the criteria whose notes ask for a kind of evidence.\nvar asked = []askedAt{\n")
	s.each(func(set int, code, key string) {
		if c := s.criteria[key]; c.Asks != "" {
			p.f("{%d, %q, %q},\n", set, code, c.Asks)
		}
	})
	p.f("}\n\n// traced are the criteria whose last option asks for electronic traceability.\nvar traced = []askedAt{\n")
	s.each(func(set int, code, key string) {
		if c := s.criteria[key]; c.Traces != "" {
			p.f("{%d, %q, %q},\n", set, code, c.Traces)
		}
	})
	p.f("}\n")
	return p.formatted()
}

// each goes through the criteria of all sets with the keys of their words.
func (s *Source) each(visit func(set int, code, key string)) {
	for i, set := range s.Rubric.Sets {
		var criteria []rubric.Criterion
		for _, part := range set.Parts {
			for _, section := range part.Sections {
				criteria = append(criteria, section.Criteria...)
			}
		}
		for j, c := range criteria {
			visit(set.No, c.Code, s.Keys[i][j])
		}
	}
}

// share is written as an interval of percent, and how many months it has to last:
// [50,75) is from 50% to under 75%, "(75,100] 12" over 75% for 12 months.
var share = regexp.MustCompile(`^([\[(])([0-9]+),([0-9]+)([\])])(?: ([0-9]+))?$`)

func (p *printer) shares(c criterion, number int) error {
	if len(c.Shares) != len(c.Options) {
		return fmt.Errorf("%d shares for %d options", len(c.Shares), len(c.Options))
	}
	p.f("shares%d = [...]Share{\n", number)
	for _, text := range c.Shares {
		m := share.FindStringSubmatch(text)
		switch {
		case text == "":
			p.f("{}, // of none\n")
			continue
		case m == nil:
			return fmt.Errorf("%q is not a share such as [50,75)", text)
		}
		p.f("{Least: %s, Most: %s%s},\n", m[2], m[3], nonZero("Above", m[1] == "(")+nonZero("Below", m[4] == ")")+months(m[5]))
	}
	p.f("}\n")
	return nil
}

func months(text string) string {
	if text == "" {
		return ""
	}
	return ", Months: " + text
}
