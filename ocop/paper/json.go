package paper

import (
	"github.com/ocop-vn/ocop-go/scoring/jsonout"
)

// MarshalJSON implements json.Marshaler: what AppendJSON appends.
func (p Paper) MarshalJSON() ([]byte, error) { return p.AppendJSON(nil), nil }

// AppendJSON appends {"name","lang","title","wide","nodes":[{"kind",…}]}. A node
// has the members of its kind, and "added" where it is ours; a field that is a
// blank has null for its value.
func (p *Paper) AppendJSON(b []byte) []byte {
	w := jsonout.To(b)
	w.Open()
	w.Name("name").String(string(p.Name))
	w.Name("lang").String(string(p.Lang))
	w.Name("title").String(p.Title)
	w.Name("wide").Bool(p.Wide)
	w.Name("nodes").OpenList()
	for i := range p.Nodes {
		p.Nodes[i].write(&w)
	}
	w.CloseList()
	w.Close()
	return w.Bytes()
}

func (n *Node) write(w *jsonout.Writer) {
	w.Open()
	w.Name("kind").String(string(n.Kind))
	switch n.Kind {
	case KindHeading:
		w.Name("text").String(n.Text)
		w.Name("level").Int(n.Level)
	case KindParagraph:
		w.Name("text").String(n.Text)
		if n.Style != StylePlain {
			w.Name("style").String(string(n.Style))
		}
	case KindField:
		w.Name("text").String(n.Text)
		w.Name("value").StringOrNull(n.Value)
		if n.Lines > 0 {
			w.Name("lines").Int(n.Lines)
		}
	case KindTicks:
		w.Name("text").String(n.Text)
		writeBoxes(w, n.Boxes)
	case KindList:
		w.Name("items")
		w.Strings(n.Items)
	case KindTable:
		n.Table.write(w)
	case KindSignatures:
		w.Name("signers").OpenList()
		for _, s := range n.Signers {
			w.Open()
			w.Name("place").StringOrNull(s.Place)
			w.Name("title").StringOrNull(s.Title)
			w.Name("note").StringOrNull(s.Note)
			w.Name("name").StringOrNull(s.Name)
			w.Close()
		}
		w.CloseList()
	case KindPageBreak:
	}
	if n.Added {
		w.Name("added").Bool(true)
	}
	w.Close()
}

func writeBoxes(w *jsonout.Writer, boxes []Box) {
	w.Name("boxes").OpenList()
	for _, b := range boxes {
		w.Open()
		w.Name("label").String(b.Label)
		w.Name("ticked").Bool(b.Ticked)
		w.Close()
	}
	w.CloseList()
}

func (t *Table) write(w *jsonout.Writer) {
	w.Name("head")
	w.Strings(t.Head)
	numbers := func(name string, list []int) {
		w.Name(name).OpenList()
		for _, n := range list {
			w.Int(n)
		}
		w.CloseList()
	}
	numbers("widths", t.Widths)
	numbers("numbers", t.Numbers)
	w.Name("bare").Bool(t.Bare)
	w.Name("rows").OpenList()
	for _, row := range t.Rows {
		w.Open()
		w.Name("cells").OpenList()
		for _, c := range row.Cells {
			w.Open()
			w.Name("text").String(c.Text)
			if len(c.Boxes) > 0 {
				writeBoxes(w, c.Boxes)
			}
			if c.Span > 1 {
				w.Name("span").Int(c.Span)
			}
			w.Close()
		}
		w.CloseList()
		if row.Strong {
			w.Name("strong").Bool(true)
		}
		w.Close()
	}
	w.CloseList()
}
