//go:build !ocop_browser

package paper

import (
	"io"
	"strings"

	"github.com/ocop-vn/ocop-go/ocop/internal/text"
)

// columns is how wide a paper is in a terminal.
const columns = 96

// lines writes a paper for a terminal.
type lines struct{ out strings.Builder }

// Text writes the paper for a terminal or a plain text file.
func (p *Paper) Text(w io.Writer) error { return p.text(w, false) }

func (p *Paper) text(w io.Writer, painted bool) error {
	t := flow{painted: painted}
	node := t.lines.node
	if p.Name == Report {
		node = t.node
	}
	for i := range p.Nodes {
		node(&p.Nodes[i])
	}
	_, err := io.WriteString(w, strings.TrimLeft(t.out.String(), "\n"))
	return err
}

func (t *lines) line(s string) {
	t.out.WriteString(strings.TrimRight(s, " ") + "\n")
}

func (t *lines) node(n *Node) {
	switch n.Kind {
	case KindHeading:
		if n.Level < 3 {
			t.line("")
		}
		if n.Level == 1 {
			t.centred(n.Text)
		} else {
			t.wrapped("", n.Text)
		}
	case KindParagraph:
		if n.Style == StyleCentre || n.Style == StyleMotto {
			t.centred(n.Text)
		} else {
			t.wrapped("", n.Text)
		}
	case KindField:
		t.field(n)
	case KindTicks:
		if n.Text != "" {
			t.wrapped("", n.Text)
		}
		for _, b := range n.Boxes {
			t.wrapped("  ", boxed(b))
		}
	case KindList:
		for i := range n.Items {
			t.item(&n.Items[i])
		}
	case KindTable:
		t.table(n.Table)
	case KindMeters:
		t.table(metersTable(n.Meters))
	case KindSignatures:
		t.signatures(n.Signers)
	case KindPageBreak:
		t.line("")
		t.line(strings.Repeat("─", columns))
	}
}

func (t *lines) item(it *Item) {
	t.wrapped("  ", strings.TrimLeft(it.Mark+" "+it.Text, " "))
	for _, d := range it.Details {
		t.wrapped("    ", d.Label+" "+d.Text)
	}
}

func boxed(b Box) string {
	if b.Ticked {
		return "[√] " + b.Label
	}
	return "[ ] " + b.Label
}

func (t *lines) centred(s string) {
	for _, line := range wrap(s, columns) {
		t.line(strings.Repeat(" ", (columns-text.Width(line))/2) + line)
	}
}

// wrapped writes a text in lines that begin with an indent.
func (t *lines) wrapped(indent, s string) {
	for i, line := range wrap(s, columns-len(indent)-2) {
		if i > 0 {
			line = "  " + line
		}
		t.line(indent + line)
	}
}

func (t *lines) field(n *Node) {
	switch {
	case n.Value != "" && n.Lines == 0:
		t.wrapped("", n.Text+" "+n.Value)
	case n.Value != "":
		t.wrapped("", n.Text)
		t.wrapped("  ", n.Value)
	case n.Lines == 0:
		label := string(text.Plain(n.Text)) + " "
		t.line(label + strings.Repeat("…", max(3, columns-text.Width(label))))
	default:
		t.wrapped("", n.Text)
		for range n.Lines {
			t.line(strings.Repeat("…", columns))
		}
	}
}

// wrap breaks a text into lines of a width at its spaces and its own line breaks; a
// word that is longer is broken.
func wrap(s string, width int) []string {
	var out []string
	for _, given := range textLines(s) {
		line := ""
		for word := range strings.FieldsSeq(given) {
			for text.Width(word) > width {
				if line != "" {
					out, line = append(out, line), ""
				}
				first, rest := cut(word, width)
				out, word = append(out, first), rest
			}
			switch {
			case line == "":
				line = word
			case text.Width(line)+1+text.Width(word) <= width:
				line += " " + word
			default:
				out, line = append(out, line), word
			}
		}
		out = append(out, line)
	}
	return out
}

// cut parts a word after a number of letters.
func cut(word string, letters int) (first, rest string) {
	for i := range word {
		if letters == 0 {
			return word[:i], word[i:]
		}
		letters--
	}
	return word, ""
}

// table sets cells side by side, each wrapped in its column.
func (t *lines) table(table *Table) {
	whole := 0
	for _, width := range table.Widths {
		whole += width
	}
	gaps := 2 * (len(table.Widths) - 1)
	widths := make([]int, len(table.Widths))
	for i, width := range table.Widths {
		widths[i] = max(3, (columns-gaps)*width/max(whole, 1))
	}
	rule := func() {
		if !table.Bare {
			t.line(strings.Repeat("─", columns))
		}
	}
	rule()
	if len(table.Head) > 0 {
		var head Row
		for _, text := range table.Head {
			head.Cells = append(head.Cells, Cell{Text: text})
		}
		t.row(table, widths, &head)
		rule()
	}
	for i := range table.Rows {
		t.row(table, widths, &table.Rows[i])
	}
	rule()
}

func (t *lines) row(table *Table, widths []int, row *Row) {
	type column struct {
		lines []string
		width int
		right bool
	}
	var cells []column
	height, at := 0, 0
	for _, c := range row.Cells {
		span := max(c.Span, 1)
		width := 2 * (span - 1)
		for i := at; i < min(at+span, len(widths)); i++ {
			width += widths[i]
		}
		var wrapped []string
		if c.Text != "" {
			wrapped = wrap(c.Text, width)
		}
		for _, b := range c.Boxes {
			wrapped = append(wrapped, wrap(boxed(b), width)...)
		}
		cells = append(cells, column{wrapped, width, span == 1 && table.isNumber(at)})
		height, at = max(height, len(wrapped)), at+span
	}
	for i := range max(height, 1) {
		var b strings.Builder
		for j, c := range cells {
			if j > 0 {
				b.WriteString("  ")
			}
			line := ""
			if i < len(c.lines) {
				line = c.lines[i]
			}
			room := strings.Repeat(" ", max(0, c.width-text.Width(line)))
			if c.right {
				line = room + line
			} else {
				line += room
			}
			b.WriteString(line)
		}
		t.line(b.String())
	}
}

func (t *lines) signatures(signers []Signer) {
	const room = 3 // lines to sign on
	table := Table{Bare: true}
	for range signers {
		table.Widths = append(table.Widths, 1)
	}
	add := func(of func(Signer) string) {
		var row Row
		for _, s := range signers {
			row.Cells = append(row.Cells, Cell{Text: of(s)})
		}
		table.Rows = append(table.Rows, row)
	}
	add(func(s Signer) string { return s.Place })
	add(func(s Signer) string { return s.Title })
	add(func(s Signer) string { return s.Note })
	for range room {
		add(func(Signer) string { return "" })
	}
	add(func(s Signer) string { return s.Name })
	t.line("")
	t.table(&table)
}
