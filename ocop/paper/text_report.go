//go:build !ocop_browser

package paper

import (
	"io"
	"strings"

	"github.com/ocop-vn/ocop-go/ocop/internal/text"
)

// Painted is Text with the colours of a terminal in a report; other papers have none.
func (p *Paper) Painted(w io.Writer) error { return p.text(w, p.Name == Report) }

// flow writes a report for a terminal. Unlike a form it breaks no line, as the
// terminal does, and centres none.
type flow struct {
	lines
	painted bool
}

// ansi are the codes of the tones.
var ansi = map[Tone]string{ToneStrong: "1", ToneFaint: "2", ToneStar: "1;33", ToneAlarm: "1;31"}

func (f *flow) paint(tone Tone, s string) string {
	code := ansi[tone]
	if !f.painted || code == "" || s == "" {
		return s
	}
	return "\x1b[" + code + "m" + s + "\x1b[0m"
}

// words are a text's pieces, those of no tone in another.
func (f *flow) words(whole string, spans []Span, other Tone) string {
	var b strings.Builder
	for _, s := range spansOf(whole, spans) {
		tone := s.Tone
		if tone == TonePlain {
			tone = other
		}
		b.WriteString(f.paint(tone, string(text.Plain(s.Text))))
	}
	return b.String()
}

func (f *flow) node(n *Node) {
	if n.Gap {
		f.line("")
	}
	switch n.Kind {
	case KindHeading:
		if n.Level < 3 && !n.Gap {
			f.line("")
		}
		f.line(f.words(n.Text, n.Spans, ToneStrong))
	case KindParagraph:
		indent := ""
		if n.Style == StyleNote || n.Style == StyleResult {
			indent = "  "
		}
		f.line(indent + f.words(n.Text, n.Spans, TonePlain))
	case KindList:
		for i := range n.Items {
			f.item(&n.Items[i])
		}
	case KindTable:
		f.table(n.Table)
	case KindMeters:
		f.meters(n.Meters)
	default: // a report has none of the others
		f.lines.node(n)
	}
}

func (f *flow) item(it *Item) {
	mark := ""
	if it.Mark != "" {
		mark = string(text.Plain(it.Mark)) + " "
	}
	f.line("  " + mark + f.words(it.Text, it.Spans, TonePlain))
	width := 0
	for _, d := range it.Details {
		width = max(width, text.Width(d.Label))
	}
	for _, d := range it.Details {
		f.line("      " + string(text.Pad(d.Label, width)) + " " + f.words(d.Text, d.Spans, TonePlain))
	}
}

func (f *flow) meters(meters []Meter) {
	width := 0
	for _, m := range meters {
		width = max(width, text.Width(m.Label))
	}
	for i := range meters {
		m := &meters[i]
		full, empty := m.bar()
		f.line(string(text.Format("  %s  %s %3d/%d", text.Pad(m.Label, width), text.Own(f.paint(ToneStar, full)+f.paint(ToneFaint, empty)), m.Value, m.Most)))
	}
}

// table makes each column as wide as what stands in it, numbers at its right.
func (f *flow) table(t *Table) {
	rows := make([][]string, 0, len(t.Rows)+1)
	if len(t.Head) > 0 {
		rows = append(rows, t.Head)
	}
	for _, row := range t.Rows {
		var cells []string
		for _, c := range row.Cells {
			cells = append(cells, c.Text)
		}
		rows = append(rows, cells)
	}
	const figures = 3 // what points take
	var widths []int
	for _, row := range rows {
		for i, cell := range row {
			if i == len(widths) {
				widths = append(widths, 0)
				if t.isNumber(i) {
					widths[i] = figures
				}
			}
			widths[i] = max(widths[i], text.Width(cell))
		}
	}
	for _, row := range rows {
		line := ""
		for i, cell := range row {
			room := strings.Repeat(" ", widths[i]-text.Width(cell))
			if t.isNumber(i) {
				line += "  " + room + string(text.Plain(cell))
			} else {
				line += "  " + string(text.Plain(cell)) + room
			}
		}
		f.line(line)
	}
}
