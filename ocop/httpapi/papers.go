package httpapi

import (
	"bytes"
	"io"
	"net/http"

	"github.com/ocop-vn/ocop-go/ocop"
	"github.com/ocop-vn/ocop-go/ocop/paper"
	"github.com/ocop-vn/ocop-go/scoring/budget"
	"github.com/ocop-vn/ocop-go/scoring/lang"
)

// paperRoute is the address that fills in a paper.
func paperRoute(l *ocop.Library) route {
	names := make([]string, len(paper.Names()))
	for i, name := range paper.Names() {
		names[i] = string(name)
	}
	return route{
		method: http.MethodPost, path: "/v1/papers/{name}", id: "paper",
		summary: lang.Text{
			Vi: "Giấy để in, ký hoặc báo cáo kết quả, điền từ một tài liệu",
			En: "An official paper or a report, filled in from a document",
		},
		name: parameter{name: "name", values: names, text: lang.Text{
			Vi: "Loại giấy: các mẫu từ hồ sơ, phiếu và báo cáo kết quả (report) từ phiếu hoặc hồ sơ, biên bản từ hội đồng hoặc hồ sơ.",
			En: "The paper: forms from a dossier, sheets and the report from a sheet or a dossier, minutes from a council or a dossier.",
		}},
		query: []parameter{
			{name: "format", values: []string{"json", "text", "html", "docx"}, text: lang.Text{
				Vi: "json (cũng là khi không nêu): dạng cây; còn lại là giấy đã vẽ.",
				En: "json (also if not given): the tree; the others are drawn from it.",
			}},
			{name: "lang", values: []string{string(lang.Vi), string(lang.En)}, text: lang.Text{
				Vi: "Ngôn ngữ của giấy; vi nếu không nêu.",
				En: "The language of the paper; vi if not given.",
			}},
			{name: "council", values: []string{"province", "ministry"}, text: lang.Text{
				Vi: "Hội đồng nào trong hồ sơ, với biên bản; province nếu không nêu.",
				En: "Which council of a dossier, for minutes; province if not given.",
			}},
		},
		accepts: []string{"dossier", "sheet", "council"},
		also:    object{"type": "object", "description": "a dossier that is not finished"},
		limit:   func(call) int { return budget.Dossier().Bytes },
		gives:   content{mediaType: typeJSON, schema: "paper", drawn: []string{typeText, typeHTML, typeDOCX}},
		door:    func(c call) answer { return fillIn(l, c) },
	}
}

// fillIn fills in a paper and draws it as the call asks.
func fillIn(l *ocop.Library, c call) answer {
	p, err := l.Paper(paper.Name(c.name), c.document, ocop.PaperOptions{Lang: lang.Lang(c.query["lang"]), Ministry: c.query["council"] == "ministry"})
	if err != nil {
		a := wrong(err)
		if a.problems.Of("PAPER-01") != nil {
			a.status = http.StatusNotFound
		}
		return a
	}
	draw := func(mediaType string, write func(io.Writer) error) answer {
		var b bytes.Buffer
		_ = write(&b) // a buffer takes all
		return answer{status: http.StatusOK, mediaType: mediaType, body: b.Bytes()}
	}
	switch c.query["format"] {
	case "text":
		return draw(typeText, p.Text)
	case "html":
		return draw(typeHTML, p.HTML)
	case "docx":
		return draw(typeDOCX, p.DOCX)
	}
	return given(append(p.AppendJSON(nil), '\n'))
}
