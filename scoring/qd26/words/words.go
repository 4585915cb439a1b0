// Package words holds the words of edition qd26 in Vietnamese and English:
// short labels of our own beside the decision's terms. A program that only
// scores does without it. Package rubric has the types; Find leads from what people
// call a product to its product set.
package words

import (
	"strings"

	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
	"github.com/ocop-vn/ocop-go/scoring/rubric"
)

// wording is the words of a criterion, written once for all sets that share it.
type wording struct {
	name, note lang.Text // no name: that of the section; no note: none
	cases      []lang.Text
	options    []lang.Text
}

type setWords struct {
	name     lang.Text
	sections []lang.Text
	groups   []rubric.Group
	criteria []uint8 // indices in wordings
}

type gateLabel struct {
	id    string
	set   int // the one that prints it in its own way; 0: all others
	label lang.Text
}

// Rubric joins the edition's rules and words to the rubric as it is published.
// Each call builds a new one, which the caller may change.
func Rubric() *rubric.Rubric {
	r := &rubric.Rubric{
		Edition:  qd26.ID,
		Errata:   append([]rubric.Erratum{}, errata...),
		Oddities: append([]rubric.Oddity{}, oddities...),
		Evidence: Evidence(),
		Sectors:  qd26.Sectors(), Ministries: qd26.Ministries(),
	}
	for _, b := range qd26.Edition().Sets()[0].Bands() {
		r.Bands = append(r.Bands, rubric.Band{Star: b.Star, Least: b.Least})
	}
	for i, set := range qd26.Edition().Sets() {
		r.Sets = append(r.Sets, join(set, &sets[i]))
	}
	return r
}

// Evidence lists the kinds of evidence that criteria name, sorted by id.
func Evidence() []rubric.Evidence {
	var list []rubric.Evidence
	for i, kind := range qd26.Evidence() {
		list = append(list, rubric.Evidence{ID: kind.ID, Name: kind.Name, Proof: proofs[i]})
	}
	return list
}

// Set joins the rules and words of one product set; false if there is none of that number.
func Set(no int) (*rubric.Set, bool) {
	for i, set := range qd26.Edition().Sets() {
		if set.No() == no {
			joined := join(set, &sets[i])
			return &joined, true
		}
	}
	return nil, false
}

func join(set scoring.Set, w *setWords) rubric.Set {
	c := set.Class()
	joined := rubric.Set{
		No: set.No(), Name: w.name, Gates: joinGates(set),
		Class: &rubric.Class{Sector: c.Sector, Group: c.Group, Subgroup: c.Subgroup, Ministries: c.Ministries},
	}
	criteria := set.Criteria()
	next := 0
	for i, section := range set.Sections() {
		if len(joined.Parts) == 0 || joined.Parts[len(joined.Parts)-1].Code != section.Part {
			joined.Parts = append(joined.Parts, rubric.Part{
				Code: section.Part, Max: set.PartMax(section.Part), Name: partNames[len(joined.Parts)],
			})
		}
		x := rubric.Section{Code: section.Code, Max: section.Max, Name: w.sections[i]}
		for range section.Criteria {
			x.Criteria = append(x.Criteria, joinCriterion(criteria[next], &wordings[w.criteria[next]], w, x.Name))
			next++
		}
		part := &joined.Parts[len(joined.Parts)-1]
		part.Sections = append(part.Sections, x)
	}
	return joined
}

func joinGates(set scoring.Set) []rubric.Gate {
	gates := []rubric.Gate{}
	for _, g := range set.PrintedGates() {
		joined := rubric.Gate{ID: g.ID, Effect: string(g.Effect), Criterion: g.Criterion, ZeroPointsAt: g.ZeroPointsAt, Paper: g.Paper, Lack: string(g.Lack)}
		for _, l := range gateLabels { // a set's own label stands before the common one
			if l.id == g.ID && (l.set == set.No() || l.set == 0) {
				joined.Label = l.label
				break
			}
		}
		gates = append(gates, joined)
	}
	return gates
}

func joinCriterion(c scoring.Criterion, words *wording, set *setWords, sectionName lang.Text) rubric.Criterion {
	joined := rubric.Criterion{
		Code: c.Code(), Max: c.Max(), Name: words.name, Notes: []lang.Text{},
		Cases: append([]lang.Text(nil), words.cases...), Evidence: c.Evidence(),
	}
	if joined.Name == (lang.Text{}) {
		joined.Name = sectionName
	}
	if words.note != (lang.Text{}) {
		joined.Notes = append(joined.Notes, words.note)
	}
	if parent, option := c.AppliesUnless(); parent != "" {
		joined.AppliesUnless = &rubric.Condition{Criterion: parent, Option: option}
	}
	for _, g := range set.groups {
		if strings.HasPrefix(joined.Code, g.Code+".") {
			joined.Group = &rubric.Group{Code: g.Code, Name: g.Name}
		}
	}
	for i, o := range c.Options() {
		joined.Options = append(joined.Options, rubric.Option{
			Code: o.Code, Points: o.Points, MinStar: o.MinStar, Case: o.Case, Label: words.options[i],
		})
	}
	return joined
}
