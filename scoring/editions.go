package scoring

import (
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/internal/qd26"
)

// EditionInfo tells of one version of the rules what is known without its rubric.
type EditionInfo struct {
	ID       string     `json:"id"`
	Decision string     `json:"decision"` // the Prime Minister's decision, with its amendment
	From     civil.Date `json:"from"`     // in force from this day
	Until    civil.Date `json:"until"`    // in force before this day; zero for the edition in force
	Parts    [3]int     `json:"parts"`    // points of parts A, B and C
	Bands    []Band     `json:"bands"`    // from 5 stars down
	BuiltIn  bool       `json:"builtIn"`  // its rubric comes with this module
}

// Editions lists the versions of the rules, the newest first. Decision 148/QĐ-TTg
// and its amendment ended 60 days after 26/2026 came into force (Article 11.2).
func Editions() []EditionInfo {
	list := make([]EditionInfo, len(qd26.Editions))
	for i := range list {
		e := &qd26.Editions[i]
		list[i] = EditionInfo{
			ID: e.ID, Decision: e.Decision, From: e.From, Until: e.Until,
			Parts: [3]int{int(e.Parts[0]), int(e.Parts[1]), int(e.Parts[2])}, Bands: bandsOf(&e.Bands), BuiltIn: e.ID == builtIn().ID(),
		}
	}
	return list
}
