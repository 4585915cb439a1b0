package ocop

import (
	"github.com/ocop-vn/ocop-go/ocop/paper"
	"github.com/ocop-vn/ocop-go/scoring/lang"
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
		Words: wordsOf,
		Report: func(document []byte, _ bool) (paper.Paper, error) {
			e, err := l.Evaluate(document)
			if err != nil {
				return paper.Paper{}, err
			}
			return e.Paper(o.Lang)
		},
	})
	return filled, explainEdition(err)
}
