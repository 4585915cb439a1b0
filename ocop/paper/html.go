package paper

import (
	"io"
	"strconv"
	"strings"

	"github.com/ocop-vn/ocop-go/scoring/plain"
)

// page writes HTML.
type page struct{ out strings.Builder }

// HTML writes the paper as one file of HTML without script, fit to be printed on A4.
func (p *Paper) HTML(w io.Writer) error {
	var h page
	class := "ocop-paper"
	if p.Wide {
		class += " wide"
	}
	h.raw(`<!DOCTYPE html>` + "\n" + `<html lang="` + escaped(string(p.Lang)) + `"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>` +
		escaped(p.Title) + `</title><style>` + PageCSS + CSS + `</style></head><body><main class="` + class + `">` + "\n")
	for i := range p.Nodes {
		h.node(&p.Nodes[i])
	}
	h.raw("</main></body></html>\n")
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
