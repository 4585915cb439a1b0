package scoring

import "github.com/ocop-vn/ocop-go/scoring/jsonout"

// AppendJSON appends the difference: both results, the criteria answered
// otherwise, and the minima opened and closed. The zero Difference is null.
func (d *Difference) AppendJSON(b []byte) []byte {
	w := jsonout.To(b)
	if d.Before.sheet.set == nil {
		w.Null()
		return w.Bytes()
	}
	w.Open()
	w.Name("before").Append(d.Before.AppendJSON)
	w.Name("after").Append(d.After.AppendJSON)
	w.Name("changes").OpenList()
	for i := range d.Changes {
		d.Changes[i].write(&w)
	}
	w.CloseList()
	writeShortfalls(w.Name("opened"), d.Opened)
	writeShortfalls(w.Name("closed"), d.Closed)
	w.Close()
	return w.Bytes()
}

func (c *Answered) write(w *jsonout.Writer) {
	w.Open()
	w.Name("criterion").String(c.Criterion.Code())
	w.Name("from").StringOrNull(c.From)
	w.Name("to").StringOrNull(c.To)
	w.Name("points").Int(c.Points)
	w.Close()
}

func writeShortfalls(w *jsonout.Writer, list []Shortfall) {
	w.OpenList()
	for _, s := range list {
		s.write(w)
	}
	w.CloseList()
}

// MarshalJSON implements json.Marshaler.
func (d Difference) MarshalJSON() ([]byte, error) { return d.AppendJSON(nil), nil }
