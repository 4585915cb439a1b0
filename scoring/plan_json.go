package scoring

import "github.com/ocop-vn/ocop-go/scoring/jsonout"

// AppendJSON appends the plan as the contract has it, with the edition and the
// set. Where the star is not reachable cost and total.to are null and blockedBy
// says why. The zero Plan is null.
func (p *Plan) AppendJSON(b []byte) []byte {
	w := jsonout.To(b)
	if p.Set.t == nil {
		w.Null()
		return w.Bytes()
	}
	w.Open()
	p.WriteMembers(&w)
	w.Close()
	return w.Bytes()
}

// WriteMembers writes the members of AppendJSON's object, so that others may
// stand beside them. The zero Plan has none.
func (p *Plan) WriteMembers(w *jsonout.Writer) {
	if p.Set.t == nil {
		return
	}
	p.Set.writeHead(w)
	w.Name("star").Int(p.Star)
	w.Name("reachable").Bool(p.Reachable)
	w.Name("cost").IntIf(p.Cost, p.Reachable)
	w.Name("total").Open()
	w.Name("from").Int(p.From)
	w.Name("to").IntIf(p.To, p.Reachable)
	w.Close()
	w.Name("changes").OpenList()
	for i := range p.Changes {
		p.Changes[i].write(w)
	}
	w.CloseList()
	if !p.Reachable {
		w.Name("blockedBy").Strings(p.BlockedBy)
	}
}

// MarshalJSON implements json.Marshaler.
func (p Plan) MarshalJSON() ([]byte, error) { return p.AppendJSON(nil), nil }

func (c *Change) write(w *jsonout.Writer) {
	w.Open()
	w.Name("criterion").String(c.Criterion.Code())
	w.Name("from").String(c.From)
	w.Name("to").String(c.To)
	w.Name("points").Int(c.Points)
	w.Name("reason").String(string(c.Reason))
	w.Close()
}

// AppendJSON appends the request in the form that DecodePlanRequest reads; what
// is as usual is left out. The zero PlanRequest is null.
func (q *PlanRequest) AppendJSON(b []byte) []byte {
	w := jsonout.To(b)
	if q.Sheet.set == nil {
		w.Null()
		return w.Bytes()
	}
	w.Open()
	q.Sheet.writeMembers(&w)
	if q.Star != 0 {
		w.Name("star").Int(q.Star)
	}
	q.writeLocked(&w)
	q.writeCost(&w)
	w.Close()
	return w.Bytes()
}

func (q *PlanRequest) writeLocked(w *jsonout.Writer) {
	if q.locked == 0 {
		return
	}
	w.Name("locked").OpenList()
	for i := range q.Sheet.set.Criteria {
		if q.locked&(1<<i) != 0 {
			w.String(q.Sheet.set.Criteria[i].Code)
		}
	}
	w.CloseList()
}

func (q *PlanRequest) writeCost(w *jsonout.Writer) {
	if q.extra == [len(q.extra)]int16{} {
		return
	}
	w.Name("cost").Open()
	for i := range q.Sheet.set.Criteria {
		if cost := q.costOf(i); cost != 1 {
			w.Name(q.Sheet.set.Criteria[i].Code).Int(cost)
		}
	}
	w.Close()
}

// MarshalJSON implements json.Marshaler.
func (q PlanRequest) MarshalJSON() ([]byte, error) { return q.AppendJSON(nil), nil }

// UnmarshalJSON implements json.Unmarshaler for sheets of the built-in edition;
// null is the zero PlanRequest. The error is a problem.List.
func (q *PlanRequest) UnmarshalJSON(data []byte) error {
	return unmarshal(data, q, func(data []byte) (PlanRequest, error) { return decodePlanRequest(data, 0, builtIn()) })
}
