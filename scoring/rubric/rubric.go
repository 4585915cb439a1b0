// Package rubric is the rubric as data: the form in which an edition is
// published, exchanged and loaded, words included. A rubric that passes Check
// compiles to a scoring.Edition that works like the built-in one.
//
// A rubric has its bands, and for each product set its parts A, B and C, their
// sections, criteria and options in printed order (Appendix II): whole points, the
// star that an option is marked with, the gates, and every name in Vietnamese and
// English. Where a printed cell cannot stand, an erratum says what is used and why.
//
// Check holds it to what follows from that: codes that are unique, maxima that are
// the sums of what is below them, options in order, stars and conditions that can
// be met. Read reads a document of at most 16 MiB
// (budget.Rubric) and checks it; its errors are a problem.List with all that is
// wrong (RUBRIC-01 to RUBRIC-17), and then there is no rubric. JSON writes one.
package rubric

import "github.com/ocop-vn/ocop-go/scoring/lang"

// Rubric is one edition's rubric with its words.
type Rubric struct {
	Edition  string     `json:"edition"`
	Bands    []Band     `json:"bands,omitempty"` // from 5 stars down; none: those of the edition in force
	Sets     []Set      `json:"sets"`
	Errata   []Erratum  `json:"errata" read:"optional"`
	Oddities []Oddity   `json:"oddities" read:"optional"`
	Evidence []Evidence `json:"evidence" read:"optional"` // the kinds of evidence that criteria and gates name
	// The sectors and the managing ministries that the sets' classes name.
	Sectors    []lang.Named `json:"sectors,omitempty"`
	Ministries []lang.Named `json:"ministries,omitempty"`

	read      string // SHA-256 of the document that it was read from, if it was
	published string // and of what it would have been published as then
}

// Band is the range of points of a star: Least and more, and less than the band above.
type Band struct {
	Star  int `json:"star"`
	Least int `json:"least"` // points
}

// Evidence is a kind of paper that proves what is claimed (Appendix III, form 02).
type Evidence struct {
	ID    string    `json:"id"`
	Name  lang.Text `json:"name"`
	Proof lang.Text `json:"proof"` // what is handed in
}

// Set is the rubric of one product set.
type Set struct {
	No    int       `json:"no"`
	Name  lang.Text `json:"name"`
	Class *Class    `json:"class,omitempty"`
	Gates []Gate    `json:"gates" read:"optional"`
	Parts []Part    `json:"parts"`
}

// Class is the place of a set's products in the classification.
type Class struct {
	Sector     string   `json:"sector"`             // such as I
	Group      string   `json:"group"`              // within the sector
	Subgroup   string   `json:"subgroup,omitempty"` // within the group, where it has some
	Ministries []string `json:"ministries"`         // ids of those that manage the products
}

// Gate is a knock-out of a set.
type Gate struct {
	ID           string    `json:"id"`
	Effect       string    `json:"effect"`                // reject or stop
	Criterion    string    `json:"criterion,omitempty"`   // where it is printed; absent for the whole dossier
	ZeroPointsAt []string  `json:"zeroPointsAt,omitzero"` // derived: 0 points at one of these criteria
	Paper        string    `json:"paper,omitempty"`       // kind of evidence that the gate asks for
	Lack         string    `json:"lack,omitempty"`        // missing or breach (as where absent): how its lack is printed
	Label        lang.Text `json:"label"`
}

// Part is part A, B or C.
type Part struct {
	Code     string    `json:"code"`
	Max      int       `json:"max"` // points
	Name     lang.Text `json:"name"`
	Sections []Section `json:"sections"`
}

// Section is a numbered section of a part.
type Section struct {
	Code     string      `json:"code"`
	Max      int         `json:"max"` // points
	Name     lang.Text   `json:"name"`
	Criteria []Criterion `json:"criteria"`
}

// Criterion is one line of the rubric.
type Criterion struct {
	Code          string      `json:"code"`
	Max           int         `json:"max"` // points
	Name          lang.Text   `json:"name"`
	Group         *Group      `json:"group,omitempty"` // the heading it is printed under, such as 6.1
	Notes         []lang.Text `json:"notes" read:"optional"`
	Evidence      []string    `json:"evidence,omitempty"` // ids of the kinds that prove it; none: description and samples
	AppliesUnless *Condition  `json:"appliesUnless,omitempty"`
	Cases         []lang.Text `json:"cases,omitempty"` // names of cases 1 and 2
	Options       []Option    `json:"options"`
}

// Group is a heading between section and criterion; it has no rule of its own.
type Group struct {
	Code string    `json:"code"`
	Name lang.Text `json:"name"`
}

// Condition says which option of which criterion makes another fall away.
type Condition struct {
	Criterion string `json:"criterion"`
	Option    string `json:"option"`
}

// Option is one printed level of a criterion.
type Option struct {
	Code    string    `json:"code"`
	Points  int       `json:"points"`
	MinStar int       `json:"minStar,omitempty"` // 3 to 5 where it is the minimum for that star
	Case    int       `json:"case,omitempty"`    // 1 or 2 in a criterion with two cases
	Label   lang.Text `json:"label"`
}

// Erratum is a cell whose printed value cannot stand, and what is used instead.
type Erratum struct {
	Set       int       `json:"set"`
	Criterion string    `json:"criterion"`
	Cell      lang.Text `json:"cell"`
	Printed   string    `json:"printed"` // "" for a blank cell
	Used      string    `json:"used"`
	Why       lang.Text `json:"why"`
}

// Oddity is something that looks odd in print and is kept as it is.
type Oddity struct {
	Set       int       `json:"set,omitempty"`       // absent where many sets have it
	Criterion string    `json:"criterion,omitempty"` // absent where it is about the whole set
	Note      lang.Text `json:"note"`
}

// Set finds a product set by its number.
func (r *Rubric) Set(no int) (*Set, bool) {
	for i := range r.Sets {
		if r.Sets[i].No == no {
			return &r.Sets[i], true
		}
	}
	return nil, false
}

// Only is the rubric of one product set, with the errata and oddities that
// concern it; false where there is no set of that number.
func (r *Rubric) Only(no int) (*Rubric, bool) {
	set, ok := r.Set(no)
	if !ok {
		return nil, false
	}
	one := &Rubric{Edition: r.Edition, Sets: []Set{*set}, Errata: []Erratum{}, Oddities: []Oddity{}, Evidence: r.Evidence}
	for _, e := range r.Errata {
		if e.Set == no {
			one.Errata = append(one.Errata, e)
		}
	}
	for _, o := range r.Oddities {
		if o.Set == no || o.Set == 0 { // 0: many sets have it
			one.Oddities = append(one.Oddities, o)
		}
	}
	return one, true
}

// Criterion finds a criterion by its number.
func (s *Set) Criterion(code string) (*Criterion, bool) {
	for c := range s.Criteria {
		if c.Code == code {
			return c, true
		}
	}
	return nil, false
}

// Criteria goes through the criteria in printed order: for c := range s.Criteria.
func (s *Set) Criteria(yield func(*Criterion) bool) {
	for p := range s.Parts {
		for x := range s.Parts[p].Sections {
			criteria := s.Parts[p].Sections[x].Criteria
			for c := range criteria {
				if !yield(&criteria[c]) {
					return
				}
			}
		}
	}
}

// Option finds an option by its code.
func (c *Criterion) Option(code string) (*Option, bool) {
	for i := range c.Options {
		if c.Options[i].Code == code {
			return &c.Options[i], true
		}
	}
	return nil, false
}

// AllowsNone tells whether the criterion prints no option of 0 points, so that
// "none" is an answer.
func (c *Criterion) AllowsNone() bool {
	for _, o := range c.Options {
		if o.Points == 0 {
			return false
		}
	}
	return true
}

// Gate finds a gate by its id.
func (s *Set) Gate(id string) (*Gate, bool) {
	for i := range s.Gates {
		if s.Gates[i].ID == id {
			return &s.Gates[i], true
		}
	}
	return nil, false
}
