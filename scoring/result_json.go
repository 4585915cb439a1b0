package scoring

import "github.com/ocop-vn/ocop-go/scoring/jsonout"

// AppendJSON appends the result as the contract has it, and beside it the
// answers that it follows from. The zero Result is null.
func (r *Result) AppendJSON(b []byte) []byte {
	w := jsonout.To(b)
	if r.sheet.set == nil {
		w.Null()
		return w.Bytes()
	}
	w.Open()
	r.WriteMembers(&w)
	w.Close()
	return w.Bytes()
}

// WriteMembers writes the members of AppendJSON's object, so that others may
// stand beside them. The zero Result has none.
func (r *Result) WriteMembers(w *jsonout.Writer) {
	if r.sheet.set == nil {
		return
	}
	r.sheet.Set().writeHead(w)
	w.Name("status").String(string(r.Status))
	w.Name("total").Int(r.Total)
	r.Parts.write(w.Name("parts"))
	w.Name("band").IntIf(r.Band, r.Band != 0)
	w.Name("star").IntIf(r.Star, r.Star != 0)
	w.Name("authority").StringOrNull(string(r.Authority))
	w.Name("shortfalls").OpenList()
	for s := range r.Shortfalls() {
		s.write(w)
	}
	w.CloseList()
	w.Name("gates").OpenList()
	for g := range r.Gates() {
		g.write(w)
	}
	w.CloseList()
	r.sheet.Set().writeCodes(w.Name("unanswered"), r.isOpen)
	r.sheet.Set().writeCodes(w.Name("notApplicable"), r.fallsAway)
	r.Bounds.write(w.Name("bounds"))
	r.sheet.writeAnswers(w.Name("answers"))
}

// MarshalJSON implements json.Marshaler.
func (r Result) MarshalJSON() ([]byte, error) { return r.AppendJSON(nil), nil }

// write writes the bounds, null when they are zero: no star is below 1.
func (o Bounds) write(w *jsonout.Writer) {
	if o == (Bounds{}) {
		w.Null()
		return
	}
	w.Open()
	o.Total.write(w.Name("total"))
	o.Star.write(w.Name("star"))
	w.Close()
}
