package checks

import (
	"bytes"
	"errors"
	"strconv"
	"strings"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/ocop/paper"
	"github.com/ocop-vn/ocop-go/ocop/report"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/jsonout"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
	"github.com/ocop-vn/ocop-go/scoring/rubric"
)

// maxWords is the room for a line and the words before a document.
const maxWords = 256 << 10

var errFrame = errors.New("what stands before the document is cut short")

// fillIn fills in a paper: as a tree, as HTML, or as the files of a DOCX.
func fillIn(framed []byte) ([]byte, error) {
	line, rest, _ := bytes.Cut(framed, []byte("\n"))
	asked := strings.Fields(string(line))
	if len(asked) != 5 {
		return nil, errFrame
	}
	n, err := strconv.Atoi(asked[4])
	if err != nil || n < 0 || n > len(rest) {
		return nil, errFrame
	}
	set, words, err := readWords(rest[:n])
	if err != nil {
		return nil, err
	}
	wordsOf := func(s scoring.Set) *rubric.Set {
		if s.No() != set {
			return nil // the page did not send those of this set
		}
		return words.of(s)
	}
	l := lang.Lang(asked[1])
	filled, err := paper.Fill(paper.Name(asked[0]), rest[n:], paper.Options{
		Lang: l, Ministry: asked[3] == "ministry", Words: wordsOf,
		Report: func(document []byte, isSheet bool) (paper.Paper, error) {
			told, err := scoreOf(document, isSheet)
			if err != nil {
				return paper.Paper{}, err
			}
			sheet := told.Result.Sheet()
			return told.Paper(wordsOf(sheet.Set()), l), nil
		},
	})
	if err != nil {
		return nil, err
	}
	switch asked[2] {
	case "html":
		var page bytes.Buffer
		_ = filled.HTML(&page) // a buffer takes all
		return page.Bytes(), nil
	case "docx":
		return parts(&filled), nil
	}
	return filled.AppendJSON(nil), nil
}

// scoreOf is what a report tells of a sheet, or else of a dossier.
func scoreOf(document []byte, isSheet bool) (report.Score, error) {
	if isSheet {
		read, err := scoring.DecodeAnnotatedSheet(document, qd26.Edition())
		if err != nil {
			return report.Score{}, err
		}
		result := scoring.Score(&read.Sheet)
		return report.Score{Result: &result, About: read.Remarks.About}, nil
	}
	x, outcomes, problems := dossier.Evaluate(document, dossier.Options{})
	if err := problems.Err(); err != nil {
		return report.Score{}, err
	}
	return report.Score{Result: &outcomes.SelfAssessed, Dossier: &x, Outcomes: outcomes, Warnings: problems}, nil
}

// parts are the files of a DOCX: [{"name","content"}].
func parts(p *paper.Paper) []byte {
	var w jsonout.Writer
	w.OpenList()
	for _, part := range p.Parts() {
		w.Open()
		w.Name("name").String(part.Name)
		w.Name("content").String(part.Content)
		w.Close()
	}
	w.CloseList()
	return w.Bytes()
}
