package dossier

import (
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
)

// Class is a place in the classification of products (Appendix I); each has one
// product set of its own.
type Class = scoring.Class

// Tourism is the sector of community tourism, ecotourism and tourist sites, with
// rules of its own (Article 2.3).
const Tourism = "VI"

// Classes lists the classes in the order of Appendix I, which is that of the
// product sets.
func Classes() []Class {
	sets := qd26.Edition().Sets()
	list := make([]Class, len(sets))
	for i, set := range sets {
		list[i] = set.Class()
	}
	return list
}

// ClassOf is the class of a product set; false for a number that is no set's.
func ClassOf(set int) (Class, bool) {
	s, ok := qd26.Edition().Set(set)
	return s.Class(), ok
}
