package paper

import "github.com/ocop-vn/ocop-go/scoring"

// Words are the words of a product set in the language of a paper: of its parts,
// gates and criteria by their codes, as the files of words have them.
type Words struct {
	Set      string
	Parts    map[string]string
	Gates    map[string]string
	Criteria map[string]CriterionWords
}

// CriterionWords are the words of a criterion, of its options and of its cases 1
// and 2, where it has them, and its notes, which only reports tell.
type CriterionWords struct {
	Name           string
	Notes          []string
	Options, Cases map[string]string
}

// criterion is what a criterion is called, behind its number.
func (w *Words) criterion(code string) string { return code + " " + w.Criteria[code].Name }

// option is an option's label behind its letter, with the case that it is of; yes
// and no have no letter.
func (w *Words) option(criterion string, o *scoring.Option) string {
	words := w.Criteria[criterion]
	label := words.Options[o.Code]
	switch {
	case o.Code == "yes" || o.Code == "no":
		return label
	case o.Case == 1:
		label = words.Cases["1"] + ": " + label
	case o.Case == 2:
		label = words.Cases["2"] + ": " + label
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

// fallsAway tells whether a criterion does not apply to a sheet.
func fallsAway(c scoring.Criterion, sheet *scoring.Sheet) bool {
	parent, option := c.AppliesUnless()
	return parent != "" && sheet.Chosen(parent) == option
}
