// Package table holds the compiled form of a rubric: plain data that the
// generator writes as static tables, that the loader builds at run time, and
// that only package scoring reads. It has no rule in it.
package table

import "github.com/ocop-vn/ocop-go/scoring/civil"

// Limits of the compiled form. The decision's largest set has 34 criteria, its
// largest criterion 5 options.
const (
	MaxCriteria = 64
	MaxOptions  = 6
	MaxGates    = 32
	MaxPoints   = 100
)

// Answers to a criterion, as Sheet stores them. Option number i (from 0) is FirstOption + i.
const (
	Unanswered  = 0
	None        = 1
	FirstOption = 2
)

// Edition is one version of the decision's rubric.
type Edition struct {
	ID   string
	Sets []Set
}

// Known is what is known of an edition, whether its rubric is here or not.
type Known struct {
	ID, Decision string
	From, Until  civil.Date // in force from the one day and before the other, if it has ended
	Parts        [3]uint8   // points of parts A, B, C
	Bands        [5]uint8   // least total of 1 to 5 stars
}

// Set is the rubric of one product set.
type Set struct {
	Edition  string
	No       int
	Class    Class
	PartMax  [3]uint8 // points of parts A, B, C
	Bands    [5]uint8 // least total of 1 to 5 stars
	Sections []Section
	Criteria []Criterion // in printed order
	Gates    []Gate      // sorted by id

	EditionGates []string // ids of the gates of all the edition's sets

	// Derived is the index in Gates of the gate that follows from answers, or -1.
	Derived int8
	// The criterion Dependent falls away when Parent has answer ParentAnswer; -1 when there is none.
	Dependent, Parent int8
	ParentAnswer      uint8

	// Cells has a row for each criterion and in it a cell for each answer.
	Cells [][FirstOption + MaxOptions]Cell

	Loaded *Loaded // the rubric that the set was loaded with; nil: built in
}

// Class is the place of a set's products in the classification.
type Class struct {
	Sector, Group, Subgroup string
	Ministries              []string // ids, in printed order
}

// Loaded is what a set of a rubric that was loaded at run time remembers of it.
type Loaded struct {
	SHA256 string // hash of the document
	Rubric any    // the *rubric.Rubric, words included
}

// Section is a numbered section of a part.
type Section struct {
	Code  string
	Part  uint8 // 0 to 2 for A to C
	Max   uint8
	Count uint8 // how many criteria it has
}

// Criterion is one line of the rubric.
type Criterion struct {
	Code       string
	Part       uint8 // 0 to 2 for A to C
	AllowsNone bool  // whether none is an answer, as no option of 0 points is printed
	Low, High  uint8 // the answers of least and of most points that do not stop the assessment
	// Need holds for stars 3, 4 and 5 the least answer that meets the minima of
	// that star and of the lower ones; 0 where there is no minimum.
	Need    [3]uint8
	Options []Option
	// Evidence holds the ids of the kinds of evidence that prove the criterion.
	Evidence []string
}

// Option is one printed level of a criterion.
type Option struct {
	Code    string
	Points  uint8
	MinStar uint8 // 3 to 5, or 0
	Case    uint8 // 1 or 2, or 0
}

// Gate is a knock-out.
type Gate struct {
	ID           string
	Rejects      bool     // otherwise it stops the assessment
	Criterion    string   // where it is printed, "" for the whole dossier
	ZeroPointsAt []string // the criteria it is derived from, if it is
	Paper        string   // kind of evidence that the gate asks for, if it does
	PaperMissing bool     // the gate is printed as that paper missing, not as a breach of the rules on it
	Printed      uint8    // its place among the set's gates in print, from 0; the table sorts them by id
}

// Cell is what an answer adds to the sums of a sheet: points in its low half,
// flags in its high half.
type Cell uint64

// NewCell makes a cell of points and flags.
func NewCell(points, flags uint32) Cell { return Cell(points) | Cell(flags)<<32 }

// Points holds the points of parts A, B and C in bytes 0 to 2 and 1 for an
// unanswered criterion in byte 3, so that one addition sums all four.
func (c Cell) Points() uint32 { return uint32(c) } //nolint:gosec // the low half is meant

// Flags holds ZeroPoint and BelowMinimum.
func (c Cell) Flags() uint32 { return uint32(c >> 32) }

// The flags of a cell. BelowMinimum << k says that the minimum of star 3+k is not met.
const (
	ZeroPoint    = 1 // 0 points where the derived gate looks
	BelowMinimum = 2
)
