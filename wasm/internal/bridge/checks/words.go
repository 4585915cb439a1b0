package checks

import (
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/budget"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/rubric"
	"github.com/ocop-vn/ocop-go/scoring/strictjson"
)

// words are those of a product set in one language, by code, as the files have them.
type words struct {
	name     string
	parts    map[string]string
	gates    map[string]string
	criteria map[string]criterionWords
}

type criterionWords struct {
	name           string
	notes          []string
	options, cases map[string]string
}

// readWords reads a file of words, as wasm/internal/pack writes it: of it what
// papers need. No file: the words of no set.
func readWords(file []byte) (set int, w words, err error) {
	if len(file) == 0 {
		return 0, w, nil
	}
	w = words{parts: map[string]string{}, gates: map[string]string{}, criteria: map[string]criterionWords{}}
	problems := strictjson.Read(file, budget.Dossier(), func(r *strictjson.Reader) {
		r.Map(func(name []byte) {
			switch string(name) {
			case "no":
				set, _ = r.Int()
			case "name":
				w.name = text(r)
			case "parts":
				texts(r, w.parts)
			case "gates":
				texts(r, w.gates)
			case "criteria":
				r.Map(func(code []byte) {
					key := string(code)
					w.criteria[key] = readCriterion(r)
				})
			default:
				r.Skip()
			}
		})
	})
	if len(problems) > 0 {
		return 0, w, problems
	}
	return set, w, nil
}

func readCriterion(r *strictjson.Reader) criterionWords {
	c := criterionWords{options: map[string]string{}, cases: map[string]string{}}
	r.Map(func(name []byte) {
		switch string(name) {
		case "name":
			c.name = text(r)
		case "notes":
			r.Array(func(int) { c.notes = append(c.notes, text(r)) })
		case "options":
			texts(r, c.options)
		case "cases":
			texts(r, c.cases)
		default:
			r.Skip()
		}
	})
	return c
}

func texts(r *strictjson.Reader, into map[string]string) {
	r.Map(func(name []byte) {
		key := string(name)
		into[key] = text(r)
	})
}

func text(r *strictjson.Reader) string {
	s, _ := r.String()
	return string(s)
}

// of is the product set with its words, as far as papers and reports tell of it.
func (w words) of(set scoring.Set) *rubric.Set {
	told := &rubric.Set{No: set.No(), Name: same(w.name)}
	for _, g := range set.PrintedGates() {
		told.Gates = append(told.Gates, rubric.Gate{ID: g.ID, Effect: string(g.Effect), Criterion: g.Criterion, Label: same(w.gates[g.ID])})
	}
	for _, code := range []string{"A", "B", "C"} {
		var all rubric.Section
		for _, c := range set.Criteria() {
			if c.Part() == code {
				all.Criteria = append(all.Criteria, w.criteria[c.Code()].of(c))
			}
		}
		told.Parts = append(told.Parts, rubric.Part{Code: code, Max: set.PartMax(code), Name: same(w.parts[code]), Sections: []rubric.Section{all}})
	}
	return told
}

func (w criterionWords) of(c scoring.Criterion) rubric.Criterion {
	told := rubric.Criterion{Code: c.Code(), Max: c.Max(), Name: same(w.name)}
	for _, note := range w.notes {
		told.Notes = append(told.Notes, same(note))
	}
	for _, no := range []string{"1", "2"} {
		if name, ok := w.cases[no]; ok {
			told.Cases = append(told.Cases, same(name))
		}
	}
	for _, o := range c.Options() {
		told.Options = append(told.Options, rubric.Option{Code: o.Code, Points: o.Points, MinStar: o.MinStar, Case: o.Case, Label: same(w.options[o.Code])})
	}
	return told
}

// same is a text that is read in one language only.
func same(words string) lang.Text { return lang.Text{Vi: words, En: words} }
