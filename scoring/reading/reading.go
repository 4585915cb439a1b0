// Package reading lists how we read what the decision leaves open. Each reading
// has an id that never changes: reports, problems and deadlines that rest on one
// name it, and ocop/LAW.md tells where each lives. It stands below scoring, which
// names readings in comments alone, so that the browser's module does not carry
// these texts.
package reading

import (
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// ID names a reading.
type ID string

// Reading is how we read one thing that the decision leaves open.
type Reading struct {
	ID       ID
	Article  string    // that it concerns, such as 12.3; "" where it is an appendix
	Appendix lang.Text // that it concerns; empty where it is an article
	Text     lang.Text
}

// Of is the reading of an id; false where there is none.
func Of(id ID) (Reading, bool) {
	for _, r := range All() {
		if r.ID == id {
			return r, true
		}
	}
	return Reading{}, false
}

// Param is what a message that rests on the reading says as {reading}.
func (id ID) Param() problem.Param { return problem.Value("reading", string(id)) }
