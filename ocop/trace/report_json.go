package trace

import (
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/jsonout"
)

// AppendJSON appends {"lots":[…],"places":[…],"problems":[…]}. A lot has "epc",
// "gtin", "lot", "serial", "product", "content", "quantity", "made", "from", "went",
// "into" and "complete"; what is not known is null. Places are named by their id.
// Where there are Levels, "levels" stands beside.
func (r *Report) AppendJSON(b []byte) []byte {
	w := jsonout.To(b)
	w.Open()
	w.Name("lots").OpenList()
	for i := range r.Lots {
		r.Lots[i].write(&w)
	}
	w.CloseList()
	w.Name("places").OpenList()
	for i := range r.Places {
		r.Places[i].write(&w)
	}
	w.CloseList()
	w.Name("problems").Append(r.Problems.AppendJSON)
	if r.Levels != nil {
		w.Name("levels").OpenList()
		for i := range r.Levels {
			r.Levels[i].write(&w)
		}
		w.CloseList()
	}
	w.Close()
	return w.Bytes()
}

func (l *Level) write(w *jsonout.Writer) {
	w.Open()
	w.Name("criterion").String(l.Criterion)
	w.Name("option").String(l.Option)
	w.Name("asks").String(string(l.Asks))
	w.Name("evidence").Strings(l.Evidence)
	w.Name("borne").Bool(l.Borne)
	w.Name("why").Open()
	w.Name("vi").String(l.Why.Vi)
	w.Name("en").String(l.Why.En)
	w.Close()
	w.Close()
}

func (l *Lot) write(w *jsonout.Writer) {
	w.Open()
	l.Key.write(w, l.EPC)
	w.Name("product").StringOrNull(l.Product)
	l.Content.write(w.Name("content"))
	w.Name("quantity").OpenList()
	for _, m := range l.Quantity {
		w.Open()
		m.write(w)
		w.Close()
	}
	w.CloseList()
	writeSteps(w.Name("made"), l.Made)
	w.Name("from").OpenList()
	for i := range l.From {
		l.From[i].write(w)
	}
	w.CloseList()
	writeSteps(w.Name("went"), l.Went)
	w.Name("into").Strings(l.Into)
	w.Name("complete").Bool(l.Complete)
	w.Close()
}

// write writes the members that name goods.
func (k *Key) write(w *jsonout.Writer, epc string) {
	w.Name("epc").String(epc)
	w.Name("gtin").StringOrNull(k.GTIN)
	w.Name("lot").StringOrNull(k.Lot)
	w.Name("serial").StringOrNull(k.Serial)
}

func (c *Content) write(w *jsonout.Writer) {
	w.Open()
	member := func(name, value string) {
		if value != "" {
			w.Name(name).String(value)
		}
	}
	day := func(name string, d civil.Date) {
		if d != (civil.Date{}) {
			w.Name(name).String(d.String())
		}
	}
	member("product", c.Product)
	member("picture", c.Picture)
	member("maker", c.Maker)
	member("address", c.Address)
	member("brand", c.Brand)
	member("code", c.Code)
	day("bestBefore", c.BestBefore)
	day("expires", c.Expires)
	member("standard", c.Standard)
	if c.Star != 0 {
		w.Name("star").Int(c.Star)
	}
	member("certificate", c.Certificate)
	member("story", c.Story)
	w.Close()
}

// write writes the members of an amount: in digits, and exactly.
func (m *Measure) write(w *jsonout.Writer) {
	if w.Name("quantity"); m.Amount == "" {
		w.Null()
	} else {
		w.Append(func(b []byte) []byte { return append(b, m.Amount...) })
	}
	w.Name("unit").StringOrNull(m.Unit)
}

func (in *Input) write(w *jsonout.Writer) {
	w.Open()
	in.Key.write(w, in.EPC)
	w.Name("product").StringOrNull(in.Product)
	in.Used.write(w)
	w.Name("place").StringOrNull(in.Place)
	w.Name("time").StringOrNull(in.Time)
	w.Name("first").Bool(in.First)
	w.Name("seen").Bool(in.Seen)
	w.Close()
}

func writeSteps(w *jsonout.Writer, steps []*Step) {
	w.OpenList()
	for _, s := range steps {
		s.write(w)
	}
	w.CloseList()
}

func (s *Step) write(w *jsonout.Writer) {
	w.Open()
	w.Name("event").StringOrNull(s.Event)
	w.Name("type").String(s.Type)
	w.Name("action").StringOrNull(s.Action)
	w.Name("step").StringOrNull(s.Step)
	w.Name("stage").StringOrNull(s.Stage)
	w.Name("time").StringOrNull(s.Time)
	w.Name("place").StringOrNull(s.Place)
	w.Name("to").StringOrNull(s.To)
	w.Name("pallet").StringOrNull(s.Pallet)
	w.Close()
}

func (p *Place) write(w *jsonout.Writer) {
	w.Open()
	w.Name("id").String(p.ID)
	w.Name("gln").StringOrNull(p.GLN)
	w.Name("latitude").StringOrNull(p.Latitude)
	w.Name("longitude").StringOrNull(p.Longitude)
	w.Name("name").StringOrNull(p.Name)
	w.Name("address").StringOrNull(p.Address)
	w.Close()
}

// AppendReachJSON appends a list of where goods went and of what was made of them.
func AppendReachJSON(b []byte, reached []Reach) []byte {
	w := jsonout.To(b)
	w.OpenList()
	for i := range reached {
		r := &reached[i]
		w.Open()
		r.Key.write(&w, r.EPC)
		w.Name("product").StringOrNull(r.Product)
		writeSteps(w.Name("made"), r.Made)
		writeSteps(w.Name("went"), r.Went)
		w.Close()
	}
	w.CloseList()
	return w.Bytes()
}
