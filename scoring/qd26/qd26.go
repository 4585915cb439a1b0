// Package qd26 holds the rubric of Decision 26/2026/QĐ-TTg of 22 May 2026,
// Appendix II, in force since that day: 26 product sets, 787 criteria, 2,579
// options, as rules without words. The words are in package words.
//
// The tables are generated from source/, which an official can read and
// correct beside the decision; source/STYLE.md says how.
package qd26

import (
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/lang"
)

//go:generate go run ../internal/gen/cmd

// ID names the edition.
const ID = "qd26-2026"

// Edition returns the edition. It costs nothing: the tables are static.
func Edition() scoring.Edition { return scoring.FromTable(&edition) }

// SHA256 is the hash of the published rubric, words included, as it is written
// by rubric.Rubric.JSON: 64 hexadecimal digits. Rules and words that travel apart
// are known by it to belong together.
func SHA256() string { return sha256OfRubric }

// EvidenceName is the name of a kind of evidence (Appendix III, form 02); empty
// for a kind that is not there. What is handed in for each is in package words.
func EvidenceName(kind string) lang.Text {
	for i := range evidenceNames {
		if evidenceNames[i].kind == kind {
			return evidenceNames[i].name
		}
	}
	return lang.Text{}
}
