package gen

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/ocop-vn/ocop-go/scoring/rubric"
)

// readSearch reads what people call products. A word stands once in a language,
// with all the sets that it may belong to.
func (s *Source) readSearch(files fs.FS) error {
	if err := read(files, "search.yaml", &s.search); err != nil {
		return err
	}
	seen := [2]map[string]bool{{}, {}}
	for _, row := range s.search {
		if err := s.checkSets(row.Sets); err != nil {
			return err
		}
		for i, list := range [][]string{row.Vi, row.En} {
			for _, word := range list {
				switch {
				case word == "" || strings.Join(strings.Fields(word), " ") != word || !norm.NFC.IsNormalString(word):
					return fmt.Errorf("%q is empty, not in NFC or has stray spaces", word)
				case seen[i][word]:
					return fmt.Errorf("%q stands twice", word)
				}
				seen[i][word] = true
			}
		}
	}
	return nil
}

// checkSets checks that a row names sets that there are, in order.
func (s *Source) checkSets(sets []int) error {
	for i, no := range sets {
		if i > 0 && sets[i-1] >= no || !slices.ContainsFunc(s.Rubric.Sets, func(set rubric.Set) bool { return set.No == no }) {
			return fmt.Errorf("%v are no sets of this edition in their order", sets)
		}
	}
	if len(sets) == 0 {
		return fmt.Errorf("a row names no set")
	}
	return nil
}

// Search is the Go source of what people call products.
func (s *Source) Search() ([]byte, error) {
	p := &printer{}
	p.f("%spackage words\n\nvar called = []Called{\n", header)
	for _, row := range s.search {
		p.f("{\nSets: %#v,\nvi: %#v,\nen: %#v,\n},\n", row.Sets, row.Vi, row.En)
	}
	p.f("}\n")
	return p.formatted()
}
