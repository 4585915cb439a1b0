package ocop

import (
	"strconv"

	"github.com/ocop-vn/ocop-go/ocop/paper"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/rubric"
)

// PaperOptions are what Paper takes beside the document.
type PaperOptions struct {
	Lang     lang.Lang // any but English is Vietnamese
	Ministry bool      // minutes of a dossier: of the ministry's council, not of the province's
}

// Paper fills in a paper from a document, as paper.Fill does, with the words of the
// library's rubrics; a report is what Evaluate tells of it. The error is a
// problem.List.
func (l *Library) Paper(name paper.Name, document []byte, o PaperOptions) (paper.Paper, error) {
	filled, err := paper.Fill(name, document, paper.Options{
		Lang: o.Lang, Ministry: o.Ministry, Editions: l.Editions(),
		Words: func(set scoring.Set) *paper.Words { return paperWords(wordsOf(set), o.Lang) },
		Report: func(document []byte) (paper.Paper, error) {
			e, err := l.Evaluate(document)
			if err != nil {
				return paper.Paper{}, err
			}
			return e.Paper(o.Lang)
		},
	})
	return filled, explainEdition(err)
}

// paperWords are a product set's words in one language; nil for no set.
func paperWords(set *rubric.Set, l lang.Lang) *paper.Words {
	if set == nil {
		return nil
	}
	w := &paper.Words{Set: set.Name.In(l), Parts: map[string]string{}, Gates: map[string]string{}, Criteria: map[string]paper.CriterionWords{}}
	for i := range set.Gates {
		w.Gates[set.Gates[i].ID] = set.Gates[i].Label.In(l)
	}
	for _, part := range set.Parts {
		w.Parts[part.Code] = part.Name.In(l)
		for _, section := range part.Sections {
			for i := range section.Criteria {
				c := &section.Criteria[i]
				words := paper.CriterionWords{Name: c.Name.In(l), Options: map[string]string{}, Cases: map[string]string{}}
				for _, o := range c.Options {
					words.Options[o.Code] = o.Label.In(l)
				}
				for no, name := range c.Cases {
					words.Cases[strconv.Itoa(no+1)] = name.In(l)
				}
				for _, note := range c.Notes {
					words.Notes = append(words.Notes, note.In(l))
				}
				w.Criteria[c.Code] = words
			}
		}
	}
	return w
}
