package paper

import (
	"io"
	"strconv"
	"strings"

	"github.com/ocop-vn/ocop-go/scoring/plain"
)

// style is what the page looks like, on a screen and on A4: the margins, the face
// and the size of official papers, heads of tables on each page, no row cut in two.
const style = `
@page { size: A4; margin: 20mm 15mm 20mm 30mm }
@page wide { size: A4 landscape; margin: 20mm 15mm 15mm 15mm }
* { box-sizing: border-box }
body { margin: 0 auto; padding: 8mm; max-width: 210mm; background: #fff; color: #000; font: 13pt/1.4 "Times New Roman", "Liberation Serif", "Noto Serif", serif }
body.wide { max-width: 297mm; page: wide }
h1, h2, h3, p, ul, table { margin: 0 0 6pt }
h1 { font-size: 15pt; text-align: center; margin-top: 12pt }
h2 { font-size: 13pt; margin-top: 12pt }
h3 { font-size: 13pt }
h1, h2, h3 { break-after: avoid }
.centre { text-align: center }
.motto { text-align: center; font-weight: bold; margin-bottom: 0 }
.note { font-size: 10pt }
.value { white-space: pre-line; overflow-wrap: anywhere }
.field { display: flex; flex-wrap: wrap; gap: 0 .4em; break-inside: avoid }
.field .value { flex: 1 1 auto; max-width: 100% }
.prose { display: block; break-inside: auto }
.prose .label { display: block; break-after: avoid }
.blank { flex: 1 1 8em; border-bottom: 1pt dotted #000; min-height: 1.2em }
.line { display: block; border-bottom: 1pt dotted #000; height: 1.6em }
.boxes { margin: 0 0 6pt; padding: 0 }
.box { display: block; padding-left: 1.6em; text-indent: -1.6em; overflow-wrap: anywhere }
.box::before { content: "☐"; display: inline-block; width: 1.6em; text-indent: 0 }
.ticked::before { content: "☑" }
table { border-collapse: collapse; width: 100%; table-layout: fixed; font-size: 11pt }
thead { display: table-header-group }
tr { break-inside: avoid }
th, td { border: .75pt solid #000; padding: 2pt 4pt; vertical-align: top; text-align: left; overflow-wrap: anywhere }
th { text-align: center; overflow-wrap: normal }
td.number { text-align: center }
tr.strong td { font-weight: bold }
table.bare, table.signatures { font-size: inherit; break-inside: avoid }
table.bare td, table.signatures td { border: 0; text-align: center }
.signatures .title { font-weight: bold; margin: 0 }
.signatures .note { font-style: italic; margin: 0 }
.signatures .room { height: 18mm }
.added { border-left: 2pt solid #888; padding-left: 4pt }
.result { text-align: center; font-size: 15pt; margin: 12pt 0 }
.gap { margin-top: 12pt }
.faint { color: #555; font-weight: normal }
.star { color: #8a5a00 }
.alarm { color: #b00020 }
li.bare { list-style: none }
.mark { display: inline-block; width: 1.2em; margin-left: -1.2em }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 .5em; margin: 0 0 6pt }
dd { margin: 0; overflow-wrap: anywhere }
table.meters td { border: 0; text-align: left; vertical-align: middle }
.bar { display: block; height: .8em; border: .75pt solid #8a5a00 }
.bar span { display: block; height: 100%; background: #c98a00; -webkit-print-color-adjust: exact; print-color-adjust: exact }
.page-break { break-after: page; border: 0; margin: 0 }
@media screen { html { background: #ddd } body { margin: 8mm auto; box-shadow: 0 0 4mm #888 } .page-break { border-top: 1pt dashed #888; margin: 8mm -8mm } }
@media screen and (max-width: 600px) { body { padding: 4mm; margin: 0; font-size: 12pt } table:not(.bare):not(.signatures) { font-size: 9pt } }
@media print { body { padding: 0; max-width: none } }
`

// page writes HTML.
type page struct{ out strings.Builder }

// HTML writes the paper as one file of HTML without script, fit to be printed on A4.
func (p *Paper) HTML(w io.Writer) error {
	var h page
	class := ""
	if p.Wide {
		class = ` class="wide"`
	}
	h.raw(`<!DOCTYPE html>` + "\n" + `<html lang="` + escaped(string(p.Lang)) + `"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>` +
		escaped(p.Title) + `</title><style>` + style + `</style></head><body` + class + ">\n")
	for i := range p.Nodes {
		h.node(&p.Nodes[i])
	}
	h.raw("</body></html>\n")
	_, err := io.WriteString(w, h.out.String())
	return err
}

func (h *page) raw(s string) { h.out.WriteString(s) }

// escaped is one line of a stranger's as HTML or XML: no markup, nothing that
// turns lines.
func escaped(s string) string { return escape(plain.Text(s)) }

// escapedLines is a stranger's text as HTML or XML, its line breaks kept.
func escapedLines(s string) string {
	lines := textLines(s)
	for i := range lines {
		lines[i] = escape(lines[i])
	}
	return strings.Join(lines, "\n")
}

// escape writes what is markup in HTML and XML as a character. The library's own
// functions would bring reflection and a table of 2,000 names into the browser.
func escape(s string) string {
	if !strings.ContainsAny(s, "&<>\"'") {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		switch r {
		case '&':
			b.WriteString("&amp;")
		case '<':
			b.WriteString("&lt;")
		case '>':
			b.WriteString("&gt;")
		case '"':
			b.WriteString("&quot;")
		case '\'':
			b.WriteString("&#39;")
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// textLines are the lines of a text that may have many, each made plain.
func textLines(s string) []string {
	var lines []string
	for line := range strings.Lines(s) {
		line = strings.TrimSuffix(strings.TrimSuffix(line, "\n"), "\r")
		lines = append(lines, plain.Text(spaced(line)))
	}
	if lines == nil {
		return []string{""}
	}
	return lines
}

// spaced has a space for each tab and each break of a line that stands alone.
func spaced(s string) string {
	if !strings.ContainsAny(s, "\t\r") {
		return s
	}
	b := []byte(s)
	for i, c := range b {
		if c == '\t' || c == '\r' {
			b[i] = ' '
		}
	}
	return string(b)
}

func (h *page) node(n *Node) {
	added := ""
	if n.Added {
		added = " added"
	}
	if n.Gap {
		added += " gap"
	}
	switch n.Kind {
	case KindHeading:
		level := strconv.Itoa(min(max(n.Level, 1), 3))
		h.raw("<h" + level + ">" + toned(n.Text, n.Spans) + "</h" + level + ">\n")
	case KindParagraph:
		h.raw(`<p class="` + strings.TrimSpace(string(n.Style)+added) + `">` + toned(n.Text, n.Spans) + "</p>\n")
	case KindField:
		h.field(n, added)
	case KindTicks:
		h.raw(`<div class="boxes` + added + `">`)
		if n.Text != "" {
			h.raw("<span>" + escaped(n.Text) + "</span>")
		}
		h.boxes(n.Boxes)
		h.raw("</div>\n")
	case KindList:
		h.raw(`<ul class="` + strings.TrimSpace(added) + `">`)
		for i := range n.Items {
			h.item(&n.Items[i])
		}
		h.raw("</ul>\n")
	case KindMeters:
		h.meters(n.Meters, added)
	case KindTable:
		h.table(n.Table, added)
	case KindSignatures:
		h.signatures(n.Signers)
	case KindPageBreak:
		h.raw("<hr class=\"page-break\">\n")
	}
}

// toned is a text of strangers and ours in its tones.
func toned(whole string, spans []Span) string {
	var b strings.Builder
	for _, s := range spansOf(whole, spans) {
		words := escapedLines(s.Text)
		switch s.Tone {
		case ToneStrong:
			words = "<strong>" + words + "</strong>"
		case ToneAlarm:
			words = `<strong class="alarm">` + words + "</strong>"
		case ToneFaint, ToneStar:
			words = `<span class="` + string(s.Tone) + `">` + words + "</span>"
		default:
		}
		b.WriteString(words)
	}
	return b.String()
}

func (h *page) item(it *Item) {
	switch it.Mark {
	case bullet:
		h.raw("<li>")
	case "":
		h.raw(`<li class="bare">`)
	default:
		h.raw(`<li class="bare"><span class="mark">` + escaped(it.Mark) + "</span> ")
	}
	h.raw(toned(it.Text, it.Spans))
	if len(it.Details) > 0 {
		h.raw("<dl>")
		for _, d := range it.Details {
			h.raw("<dt>" + escaped(d.Label) + "</dt> <dd>" + toned(d.Text, d.Spans) + "</dd>")
		}
		h.raw("</dl>")
	}
	h.raw("</li>")
}

// meters draw their bars in CSS, the figures beside them.
func (h *page) meters(meters []Meter, added string) {
	h.raw(`<table class="bare meters` + added + `"><colgroup><col style="width:48%"><col style="width:38%"><col style="width:14%"></colgroup><tbody>` + "\n")
	for i := range meters {
		m := &meters[i]
		h.raw("<tr><td>" + escaped(m.Label) + `</td><td><span class="bar"><span style="width:` + strconv.Itoa(m.full(100)) + `%"></span></span></td><td>` + m.of() + "</td></tr>\n")
	}
	h.raw("</tbody></table>\n")
}

func (h *page) field(n *Node, added string) {
	class := "field"
	if n.Lines > 0 {
		class = "field prose"
	}
	h.raw(`<div class="` + class + added + `"><span class="label">` + escaped(n.Text) + "</span>")
	switch {
	case n.Value != "":
		h.raw(` <span class="value">` + escapedLines(n.Value) + "</span>")
	case n.Lines > 0:
		h.raw(strings.Repeat(`<span class="line"></span>`, n.Lines))
	default:
		h.raw(`<span class="blank"></span>`)
	}
	h.raw("</div>\n")
}

func (h *page) boxes(boxes []Box) {
	for _, b := range boxes {
		class := "box"
		if b.Ticked {
			class = "box ticked"
		}
		h.raw(`<span class="` + class + `">` + escaped(b.Label) + "</span>")
	}
}

func (h *page) table(t *Table, added string) {
	class := strings.TrimSpace(added)
	if t.Bare {
		class = "bare"
	}
	h.raw(`<table class="` + class + `"><colgroup>`)
	whole := 0
	for _, width := range t.Widths {
		whole += width
	}
	for _, width := range t.Widths {
		h.raw(`<col style="width:` + strconv.Itoa(width*100/max(whole, 1)) + `%">`)
	}
	h.raw("</colgroup>")
	if len(t.Head) > 0 {
		h.raw("<thead><tr>")
		for _, cell := range t.Head {
			h.raw("<th>" + escaped(cell) + "</th>")
		}
		h.raw("</tr></thead>")
	}
	h.raw("<tbody>\n")
	for i := range t.Rows {
		h.row(t, &t.Rows[i])
	}
	h.raw("</tbody></table>\n")
}

func (h *page) row(t *Table, row *Row) {
	if row.Strong {
		h.raw(`<tr class="strong">`)
	} else {
		h.raw("<tr>")
	}
	column := 0
	for _, c := range row.Cells {
		attributes := ""
		if t.isNumber(column) && c.Span <= 1 {
			attributes = ` class="number"`
		}
		if c.Span > 1 {
			attributes += ` colspan="` + strconv.Itoa(c.Span) + `"`
		}
		h.raw("<td" + attributes + ">" + strings.ReplaceAll(escapedLines(c.Text), "\n", "<br>"))
		h.boxes(c.Boxes)
		h.raw("</td>")
		column += max(c.Span, 1)
	}
	h.raw("</tr>\n")
}

// isNumber tells whether a column holds numbers.
func (t *Table) isNumber(column int) bool {
	for _, n := range t.Numbers {
		if n == column {
			return true
		}
	}
	return false
}

func (h *page) signatures(signers []Signer) {
	h.raw(`<table class="signatures"><tbody><tr>`)
	for _, s := range signers {
		h.raw("<td>")
		if s.Place != "" {
			h.raw("<p><i>" + escaped(s.Place) + "</i></p>")
		}
		if s.Title != "" {
			h.raw(`<p class="title">` + escaped(s.Title) + `</p><p class="note">` + escaped(s.Note) + `</p><div class="room"></div><p>` + escaped(s.Name) + "</p>")
		}
		h.raw("</td>")
	}
	h.raw("</tr></tbody></table>\n")
}
