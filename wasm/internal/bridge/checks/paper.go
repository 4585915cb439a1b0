package checks

import (
	"bytes"
	"errors"
	"strconv"
	"strings"

	"github.com/ocop-vn/ocop-go/ocop/paper"
	"github.com/ocop-vn/ocop-go/ocop/report"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/budget"
	"github.com/ocop-vn/ocop-go/scoring/jsonout"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/strictjson"
)

// maxWords is the room for the line and the words before the document of a paper.
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
	wordsOf := func(s scoring.Set) *paper.Words {
		if s.No() != set {
			return nil // the page did not send those of this set
		}
		return words
	}
	l := lang.Lang(asked[1])
	filled, err := paper.Fill(paper.Name(asked[0]), rest[n:], paper.Options{
		Lang: l, Ministry: asked[3] == "ministry", Words: wordsOf,
		Report: func(document []byte) (paper.Paper, error) {
			told, err := report.Read(document)
			if err != nil {
				return paper.Paper{}, err
			}
			sheet := told.Result.Sheet()
			return told.Paper(report.SetOf(sheet.Set(), wordsOf(sheet.Set())), l), nil
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

// readWords reads a file of words, as wasm/internal/pack writes it: of it what
// papers need. No file: the words of no set.
func readWords(file []byte) (set int, words *paper.Words, err error) {
	if len(file) == 0 {
		return 0, nil, nil
	}
	w := paper.Words{Parts: map[string]string{}, Gates: map[string]string{}, Criteria: map[string]paper.CriterionWords{}}
	problems := strictjson.Read(file, budget.Dossier(), func(r *strictjson.Reader) {
		r.Map(func(name []byte) {
			switch string(name) {
			case "no":
				set, _ = r.Int()
			case "name":
				w.Set = text(r)
			case "parts":
				texts(r, w.Parts)
			case "gates":
				texts(r, w.Gates)
			case "criteria":
				r.Map(func(code []byte) {
					key := string(code)
					w.Criteria[key] = readCriterion(r)
				})
			default:
				r.Skip()
			}
		})
	})
	if len(problems) > 0 {
		return 0, nil, problems
	}
	return set, &w, nil
}

func readCriterion(r *strictjson.Reader) paper.CriterionWords {
	c := paper.CriterionWords{Options: map[string]string{}, Cases: map[string]string{}}
	r.Map(func(name []byte) {
		switch string(name) {
		case "name":
			c.Name = text(r)
		case "notes":
			r.Array(func(int) { c.Notes = append(c.Notes, text(r)) })
		case "options":
			texts(r, c.Options)
		case "cases":
			texts(r, c.Cases)
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
