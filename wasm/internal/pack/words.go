package main

import (
	"strconv"

	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/qd26/words"
	"github.com/ocop-vn/ocop-go/scoring/rubric"
)

// belonging says what a file of words belongs to. The package and the module say
// the same of themselves; words of another release or rubric are refused, and
// none is ever shown with another option's label.
type belonging struct {
	Edition string    `json:"edition"`
	Lang    lang.Lang `json:"lang,omitempty"` // none for what is the same in every language
	Version string    `json:"version"`        // of the npm package
	Rubric  string    `json:"rubric"`         // SHA-256 of the published rubric
}

// The words of one language. Each stands under the code of what it names, and
// never merely at its place, so that rules and words are joined by code.
type (
	setWords struct {
		belonging
		No       int                       `json:"no"`
		Name     string                    `json:"name"`
		Gates    map[string]string         `json:"gates"`
		Parts    map[string]string         `json:"parts"`
		Sections map[string]string         `json:"sections"`
		Criteria map[string]criterionWords `json:"criteria"`
	}
	criterionWords struct {
		Name    string            `json:"name"`
		Group   string            `json:"group,omitempty"` // the heading it is printed under
		Notes   []string          `json:"notes"`
		Cases   map[string]string `json:"cases,omitempty"` // by the number of the case
		Options map[string]string `json:"options"`
	}
)

// catalogue is what a page needs before a product set is chosen.
type catalogue struct {
	belonging
	Sectors  []sector     `json:"sectors"`
	Search   []called     `json:"search"`
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

// called is what people call products, with the sets that they may belong to.
type called struct {
	Sets  []int    `json:"sets"`
	Words []string `json:"words"`
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
	belonging
	Index catalogue  `json:"index"`
	Sets  []setWords `json:"sets"`
}

func wordsOf(to belonging) all {
	r := words.Rubric()
	a := all{belonging: to, Index: catalogueOf(r, to)}
	for i := range r.Sets {
		a.Sets = append(a.Sets, setOf(&r.Sets[i], to))
	}
	return a
}

func catalogueOf(r *rubric.Rubric, to belonging) catalogue {
	c, l := catalogue{belonging: to}, to.Lang
	for i := range r.Sets {
		set, class := &r.Sets[i], r.Sets[i].Class
		if n := len(c.Sectors); n == 0 || c.Sectors[n-1].Code != class.Sector {
			c.Sectors = append(c.Sectors, sector{Code: class.Sector, Name: lang.NameOf(r.Sectors, class.Sector).In(l)})
		}
		s := &c.Sectors[len(c.Sectors)-1]
		s.Sets = append(s.Sets, setRef{No: set.No, Name: set.Name.In(l), Group: class.Group, Subgroup: class.Subgroup})
	}
	for _, x := range words.Search() {
		c.Search = append(c.Search, called{x.Sets, x.In(l)})
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

func setOf(s *rubric.Set, to belonging) setWords {
	l := to.Lang
	w := setWords{
		belonging: to, No: s.No, Name: s.Name.In(l),
		Gates: map[string]string{}, Parts: map[string]string{}, Sections: map[string]string{}, Criteria: map[string]criterionWords{},
	}
	for _, g := range s.Gates {
		w.Gates[g.ID] = g.Label.In(l)
	}
	for _, p := range s.Parts {
		w.Parts[p.Code] = p.Name.In(l)
		for _, s := range p.Sections {
			w.Sections[s.Code] = s.Name.In(l)
			for i := range s.Criteria {
				w.Criteria[s.Criteria[i].Code] = criterionOf(&s.Criteria[i], l)
			}
		}
	}
	return w
}

func criterionOf(c *rubric.Criterion, l lang.Lang) criterionWords {
	w := criterionWords{Name: c.Name.In(l), Notes: texts(c.Notes, l), Cases: map[string]string{}, Options: map[string]string{}}
	if c.Group != nil {
		w.Group = c.Group.Name.In(l)
	}
	for i, name := range c.Cases {
		w.Cases[strconv.Itoa(i+1)] = name.In(l)
	}
	for _, o := range c.Options {
		w.Options[o.Code] = o.Label.In(l)
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
