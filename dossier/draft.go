package dossier

import (
	"github.com/ocop-vn/ocop-go/dossier/internal/shape"
	"github.com/ocop-vn/ocop-go/scoring/budget"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// Review tells of a dossier that somebody is still writing what Read tells of a whole
// one: what is missing, and beside it what the rules find in what is there. Where
// something that is there has a wrong shape, that comes first and the rules wait.
func Review(data []byte, o Options) problem.List {
	x, problems := decode(data)
	found := problem.Collect(budget.Dossier())
	found.AddAll(problems)
	for i := range problems {
		if !isMissing(problems[i]) {
			return found.List()
		}
	}
	x.compose()
	_, ofRules := x.checkRules(o)
	found.AddAll(ofRules)
	return found.List()
}

// isMissing tells whether a problem is that something is not there yet.
func isMissing(p problem.Problem) bool {
	return p.Code == shape.Missing.Code || p.Code == neededHere.Code
}
