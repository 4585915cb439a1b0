package paper

import (
	"strconv"

	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/rubric"
)

// words are those of a product set in a paper's language; set is nil where it is
// not known.
type words struct {
	set  *rubric.Set
	lang lang.Lang
}

func (w words) name() string { return w.set.Name.In(w.lang) }

func (w words) part(code string) string {
	for i := range w.set.Parts {
		if w.set.Parts[i].Code == code {
			return w.set.Parts[i].Name.In(w.lang)
		}
	}
	return ""
}

func (w words) gate(id string) string {
	gate, ok := w.set.Gate(id)
	if !ok {
		return ""
	}
	return gate.Label.In(w.lang)
}

// criterion is what a criterion is called, behind its number.
func (w words) criterion(code string) string {
	c, ok := w.set.Criterion(code)
	if !ok {
		return code
	}
	return code + " " + c.Name.In(w.lang)
}

// option is an option's label behind its letter, with the case that it is of; yes
// and no have no letter.
func (w words) option(criterion string, o *scoring.Option) string {
	c, ok := w.set.Criterion(criterion)
	if !ok {
		return o.Code
	}
	label := ""
	if option, ok := c.Option(o.Code); ok {
		label = option.Label.In(w.lang)
	}
	switch {
	case o.Code == "yes" || o.Code == "no":
		return label
	case o.Case > 0 && o.Case <= len(c.Cases):
		label = c.Cases[o.Case-1].In(w.lang) + ": " + label
	}
	return o.Code + ") " + label
}

// parts are the criteria of a set in printed order, part by part.
func parts(set scoring.Set, visit func(part string, criteria []scoring.Criterion)) {
	criteria := set.Criteria()
	for _, part := range []string{"A", "B", "C"} {
		var of []scoring.Criterion
		for _, c := range criteria {
			if c.Part() == part {
				of = append(of, c)
			}
		}
		visit(part, of)
	}
}

// fallsAway tells whether a criterion does not apply, by what is chosen at others.
func fallsAway(c scoring.Criterion, chosen func(criterion string) string) bool {
	parent, option := c.AppliesUnless()
	return parent != "" && chosen(parent) == option
}

// pointsOf are the points of an answer, as text; "" for what is no answer.
func pointsOf(c scoring.Criterion, answer string) string {
	if answer == scoring.NoneCode {
		return "0"
	}
	for _, o := range c.Options() {
		if o.Code == answer {
			return strconv.Itoa(o.Points)
		}
	}
	return ""
}
