package paper

import (
	"github.com/ocop-vn/ocop-go/scoring/jsonout"
)

// MarshalJSON implements json.Marshaler: what AppendJSON appends.
func (p Paper) MarshalJSON() ([]byte, error) { return p.AppendJSON(nil), nil }

// AppendJSON appends {"name","lang","title","wide","nodes":[{"kind",…}]}. A node
// has the members of its kind, "gap" where there is room above it and "added" where
// it is ours; a field that is a blank has null for its value. A text is whole in
// "text"; "spans" has it in pieces.
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
		writeWords(w, n.Text, n.Spans)
		w.Name("level").Int(n.Level)
	case KindParagraph:
		writeWords(w, n.Text, n.Spans)
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
		w.Name("items").OpenList()
		for i := range n.Items {
			n.Items[i].write(w)
		}
		w.CloseList()
	case KindTable:
		n.Table.write(w)
	case KindMeters:
		w.Name("meters").OpenList()
		for _, m := range n.Meters {
			w.Open()
			w.Name("label").String(m.Label)
			w.Name("value").Int(m.Value)
			w.Name("most").Int(m.Most)
			w.Close()
		}
		w.CloseList()
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
	if n.Gap {
		w.Name("gap").Bool(true)
	}
	if n.Added {
		w.Name("added").Bool(true)
	}
	w.Close()
}

// writeWords writes a text, and its pieces where it has any.
func writeWords(w *jsonout.Writer, whole string, spans []Span) {
	w.Name("text").String(whole)
	if len(spans) == 0 {
		return
	}
	w.Name("spans").OpenList()
	for _, s := range spans {
		w.Open()
		w.Name("text").String(s.Text)
		if s.Tone != TonePlain {
			w.Name("tone").String(string(s.Tone))
		}
		w.Close()
	}
	w.CloseList()
}

func (it *Item) write(w *jsonout.Writer) {
	w.Open()
	if it.Mark != "" {
		w.Name("mark").String(it.Mark)
	}
	writeWords(w, it.Text, it.Spans)
	if len(it.Details) > 0 {
		w.Name("details").OpenList()
		for _, d := range it.Details {
			w.Open()
			w.Name("label").String(d.Label)
			writeWords(w, d.Text, d.Spans)
			w.Close()
		}
		w.CloseList()
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
