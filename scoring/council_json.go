package scoring

import "github.com/ocop-vn/ocop-go/scoring/jsonout"

// AppendJSON appends the council in the form that DecodeCouncil reads. The zero
// Council is null.
func (c *Council) AppendJSON(b []byte) []byte {
	annotated := AnnotatedCouncil{Council: *c}
	return annotated.AppendJSON(b)
}

// AppendJSON appends the council in the form that DecodeAnnotatedCouncil reads, what
// is not known left out. The zero AnnotatedCouncil is null.
func (a *AnnotatedCouncil) AppendJSON(b []byte) []byte {
	c := &a.Council
	w := jsonout.To(b)
	if c.Set.t == nil {
		w.Null()
		return w.Bytes()
	}
	w.Open()
	w.Name("edition").String(c.Set.Edition())
	w.Name("set").Int(c.Set.No())
	if c.Seats != 0 {
		w.Name("seats").Int(c.Seats)
	}
	w.Name("members").OpenList()
	for i := range c.Members {
		var remarks MemberRemarks
		if i < len(a.Members) {
			remarks = a.Members[i]
		}
		c.Members[i].write(&w, &remarks)
	}
	w.CloseList()
	if len(c.Gates) > 0 {
		w.Name("gates").Strings(c.Gates)
	}
	if c.Policy != (Policy{}) {
		c.Policy.write(w.Name("policy"))
	}
	a.About.write(&w, aboutCouncil)
	w.Close()
	return w.Bytes()
}

func (m *Member) write(w *jsonout.Writer, beside *MemberRemarks) {
	w.Open()
	w.Name("id").String(m.ID)
	if m.Chair {
		w.Name("chair").Bool(true)
	}
	if beside.Name != "" {
		w.Name("name").String(beside.Name)
	}
	if m.Sheet.set != nil {
		m.Sheet.writeAnswers(w.Name("answers"))
		beside.Remarks.writeMembers(w, m.Sheet.set)
	}
	w.Close()
}

func (p *Policy) write(w *jsonout.Writer) {
	w.Open()
	if p.MaxSpread != nil {
		w.Name("maxSpread").Int(*p.MaxSpread)
	}
	if p.Quorum != (Quorum{}) {
		w.Name("quorum").String(p.Quorum.String())
	}
	if p.ChairRequired {
		w.Name("chairRequired").Bool(true)
	}
	if p.Minima != "" {
		w.Name("minima").String(string(p.Minima))
	}
	w.Close()
}

// MarshalJSON implements json.Marshaler.
func (c Council) MarshalJSON() ([]byte, error) { return c.AppendJSON(nil), nil }

// MarshalJSON implements json.Marshaler.
func (a AnnotatedCouncil) MarshalJSON() ([]byte, error) { return a.AppendJSON(nil), nil }

// UnmarshalJSON implements json.Unmarshaler for councils of the built-in edition;
// null is the zero AnnotatedCouncil. The error is a problem.List.
func (a *AnnotatedCouncil) UnmarshalJSON(data []byte) error {
	return unmarshal(data, a, func(data []byte) (AnnotatedCouncil, error) { return DecodeAnnotatedCouncil(data, builtIn()) })
}

// UnmarshalJSON implements json.Unmarshaler for councils of the built-in
// edition; null is the zero Council. The error is a problem.List.
func (c *Council) UnmarshalJSON(data []byte) error {
	return unmarshal(data, c, func(data []byte) (Council, error) { return DecodeCouncil(data, builtIn()) })
}

// AppendJSON appends the outcome as the contract has it, with what a chair and
// the minutes need beside it. The zero CouncilOutcome is null.
func (o *CouncilOutcome) AppendJSON(b []byte) []byte {
	w := jsonout.To(b)
	if o.Set.t == nil {
		w.Null()
		return w.Bytes()
	}
	w.Open()
	o.WriteMembers(&w)
	w.Close()
	return w.Bytes()
}

// WriteMembers writes the members of AppendJSON's object, so that others may
// stand beside them. The zero CouncilOutcome has none.
func (o *CouncilOutcome) WriteMembers(w *jsonout.Writer) {
	if o.Set.t == nil {
		return
	}
	o.Set.writeHead(w)
	w.Name("status").String(string(o.Status))
	w.Name("members").OpenList()
	for i := range o.Members {
		o.Members[i].write(w)
	}
	w.CloseList()
	w.Name("seats").IntIf(o.Seats, o.Seats != 0)
	w.Name("sum").Int(o.Sum)
	w.Name("count").Int(o.Count)
	w.Name("average").StringOrNull(o.Average())
	w.Name("spread").Int(o.Spread)
	w.Name("widest").Strings(o.Widest)
	w.Name("band").IntIf(o.Band, o.Band != 0)
	w.Name("star").IntIf(o.Star, o.Star != 0)
	w.Name("authority").StringOrNull(string(o.Authority))
	w.Name("margin").IntIf(o.Margin, o.Status == StatusClassified)
	o.writeGates(w)
	o.writeDebate(w)
	o.Policy.write(w.Name("policy"))
}

func (o *CouncilOutcome) writeGates(w *jsonout.Writer) {
	w.Name("gates").OpenList()
	for _, g := range o.Gates {
		g.write(w)
	}
	w.CloseList()
}

// writeDebate writes what members differ on.
func (o *CouncilOutcome) writeDebate(w *jsonout.Writer) {
	w.Name("contested").OpenList()
	for i := range o.Contested {
		o.Contested[i].write(w)
	}
	w.CloseList()
	w.Name("pairs").OpenList()
	for i := range o.Pairs {
		w.Open()
		w.Name("members").Strings(o.Pairs[i].Members[:])
		w.Name("points").Int(o.Pairs[i].Points)
		w.Close()
	}
	w.CloseList()
	w.Name("disagreements").OpenList()
	for i := range o.Disagreements {
		d := &o.Disagreements[i]
		w.Open()
		w.Name("criterion").String(d.Criterion.Code())
		Range{d.Least, d.Most}.write(w.Name("points"))
		w.Close()
	}
	w.CloseList()
}

// MarshalJSON implements json.Marshaler.
func (o CouncilOutcome) MarshalJSON() ([]byte, error) { return o.AppendJSON(nil), nil }

func (m *MemberResult) write(w *jsonout.Writer) {
	w.Open()
	w.Name("id").String(m.ID)
	w.Name("chair").Bool(m.Chair)
	w.Name("total").Int(m.Total)
	m.Parts.write(w.Name("parts"))
	w.Close()
}

func (c *Contested) write(w *jsonout.Writer) {
	w.Open()
	w.Name("star").Int(c.Star)
	w.Name("criterion").String(c.Criterion.Code())
	w.Name("met").Int(c.Met)
	w.Name("missed").Int(c.Missed)
	w.Close()
}
