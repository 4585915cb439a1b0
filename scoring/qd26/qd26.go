// Package qd26 holds the rubric of Decision 26/2026/QĐ-TTg of 22 May 2026,
// Appendix II, in force since that day: 26 product sets, 787 criteria, 2,579
// options, as rules without words. The words are in package words.
//
// The tables are generated from source/, which an official can read and
// correct beside the decision; source/STYLE.md says how.
package qd26

import (
	"slices"

	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/internal/qd26"
	"github.com/ocop-vn/ocop-go/scoring/lang"
)

//go:generate go run ../internal/gen/cmd

// ID names the edition.
const ID = "qd26-2026"

// Edition returns the edition. It costs nothing: the tables are static.
func Edition() scoring.Edition { return scoring.FromTable(&qd26.Edition) }

// SHA256 is the hash of the published rubric, words included, as it is written
// by rubric.Rubric.JSON: 64 hexadecimal digits. Rules and words that travel apart
// are known by it to belong together.
func SHA256() string { return qd26.SHA256 }

// Evidence lists the kinds of evidence: the rows of form 02's table (Appendix
// III) and those beside it, sorted by id.
// What is handed in for each is in package words.
func Evidence() []lang.Named { return slices.Clone(evidence) }

// EvidenceName is the name of a kind of evidence; empty for a kind that is not there.
func EvidenceName(kind string) lang.Text { return lang.NameOf(evidence, kind) }

// PaperName is the name that the decision prints at a gate for the paper it asks
// for; empty for a gate that asks for none.
func PaperName(gate string) lang.Text { return lang.NameOf(papers, gate) }

// Sectors lists the sectors of the classification (Appendix I), I to VI.
func Sectors() []lang.Named { return slices.Clone(sectors) }

// SectorName is the name of a sector; empty for none of the six.
func SectorName(sector string) lang.Text { return lang.NameOf(sectors, sector) }

// Ministries lists the ministries that manage products (Appendix I), sorted by id.
func Ministries() []lang.Named { return slices.Clone(ministries) }

// MinistryName is the name of a ministry; empty for none of the four.
func MinistryName(ministry string) lang.Text { return lang.NameOf(ministries, ministry) }
