package main

import (
	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
	"github.com/ocop-vn/ocop-go/scoring/qd26/words"
	"github.com/ocop-vn/ocop-go/scoring/rubric"
)

// The words of one language, in the order of the rules that the module has.
type (
	setWords struct {
		Edition string      `json:"edition"`
		No      int         `json:"no"`
		Lang    lang.Lang   `json:"lang"`
		Name    string      `json:"name"`
		Gates   []string    `json:"gates"`
		Parts   []partWords `json:"parts"`
	}
	partWords struct {
		Name     string         `json:"name"`
		Sections []sectionWords `json:"sections"`
	}
	sectionWords struct {
		Name     string           `json:"name"`
		Criteria []criterionWords `json:"criteria"`
	}
	criterionWords struct {
		Name    string   `json:"name"`
		Group   string   `json:"group,omitempty"` // the heading it is printed under
		Notes   []string `json:"notes"`
		Cases   []string `json:"cases,omitempty"`
		Options []string `json:"options"`
	}
)

// catalogue is what a page needs before a product set is chosen.
type catalogue struct {
	Edition  string       `json:"edition"`
	Lang     lang.Lang    `json:"lang"`
	Sectors  []sector     `json:"sectors"`
	Evidence []evidence   `json:"evidence"`
	Errata   []correction `json:"errata"`
}

type sector struct {
	Code string   `json:"code"`
	Name string   `json:"name"`
	Sets []setRef `json:"sets"`
}

type setRef struct {
	No       int    `json:"no"`
	Name     string `json:"name"`
	Group    string `json:"group"`
	Subgroup string `json:"subgroup,omitempty"`
}

type evidence struct {
	ID    string `json:"id"`
	Name  string `json:"name"`
	Proof string `json:"proof"`
}

type correction struct {
	Set       int    `json:"set"`
	Criterion string `json:"criterion"`
	Cell      string `json:"cell"`
	Printed   string `json:"printed"`
	Used      string `json:"used"`
	Why       string `json:"why"`
}

// all is everything in one language, for a program that wants it at once.
type all struct {
	Edition string     `json:"edition"`
	Lang    lang.Lang  `json:"lang"`
	Index   catalogue  `json:"index"`
	Sets    []setWords `json:"sets"`
}

func wordsOf(l lang.Lang) all {
	r := words.Rubric()
	a := all{Edition: r.Edition, Lang: l, Index: catalogueOf(r, l)}
	for i := range r.Sets {
		a.Sets = append(a.Sets, setOf(&r.Sets[i], l))
	}
	return a
}

func catalogueOf(r *rubric.Rubric, l lang.Lang) catalogue {
	c := catalogue{Edition: qd26.ID, Lang: l}
	for i, class := range dossier.Classes() {
		if n := len(c.Sectors); n == 0 || c.Sectors[n-1].Code != class.Sector {
			c.Sectors = append(c.Sectors, sector{Code: class.Sector, Name: dossier.SectorName(class.Sector).In(l)})
		}
		s := &c.Sectors[len(c.Sectors)-1]
		s.Sets = append(s.Sets, setRef{No: class.Set, Name: r.Sets[i].Name.In(l), Group: class.Group, Subgroup: class.Subgroup})
	}
	for _, e := range r.Evidence {
		c.Evidence = append(c.Evidence, evidence{ID: e.ID, Name: e.Name.In(l), Proof: e.Proof.In(l)})
	}
	for _, e := range r.Errata {
		c.Errata = append(c.Errata, correction{
			Set: e.Set, Criterion: e.Criterion, Cell: e.Cell.In(l), Printed: e.Printed, Used: e.Used, Why: e.Why.In(l),
		})
	}
	return c
}

func setOf(s *rubric.Set, l lang.Lang) setWords {
	w := setWords{Edition: qd26.ID, No: s.No, Lang: l, Name: s.Name.In(l), Gates: []string{}}
	for _, g := range s.Gates {
		w.Gates = append(w.Gates, g.Label.In(l))
	}
	for _, p := range s.Parts {
		part := partWords{Name: p.Name.In(l)}
		for _, s := range p.Sections {
			section := sectionWords{Name: s.Name.In(l)}
			for i := range s.Criteria {
				section.Criteria = append(section.Criteria, criterionOf(&s.Criteria[i], l))
			}
			part.Sections = append(part.Sections, section)
		}
		w.Parts = append(w.Parts, part)
	}
	return w
}

func criterionOf(c *rubric.Criterion, l lang.Lang) criterionWords {
	w := criterionWords{Name: c.Name.In(l), Notes: texts(c.Notes, l), Cases: texts(c.Cases, l)}
	if c.Group != nil {
		w.Group = c.Group.Name.In(l)
	}
	for _, o := range c.Options {
		w.Options = append(w.Options, o.Label.In(l))
	}
	return w
}

func texts(list []lang.Text, l lang.Lang) []string {
	out := []string{}
	for _, t := range list {
		out = append(out, t.In(l))
	}
	return out
}
