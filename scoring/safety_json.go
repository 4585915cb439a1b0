package scoring

import "github.com/ocop-vn/ocop-go/scoring/jsonout"

// AppendJSON appends the safety as {"edition","set","points":2,"criteria":["1.5"]}.
// The zero Safety is null.
func (s *Safety) AppendJSON(b []byte) []byte {
	w := jsonout.To(b)
	if s.Set.t == nil {
		w.Null()
		return w.Bytes()
	}
	w.Open()
	s.Set.writeHead(&w)
	w.Name("points").Int(s.Points)
	w.Name("criteria").OpenList()
	for _, c := range s.Criteria {
		w.String(c.Code())
	}
	w.CloseList()
	w.Close()
	return w.Bytes()
}

// MarshalJSON implements json.Marshaler.
func (s Safety) MarshalJSON() ([]byte, error) { return s.AppendJSON(nil), nil }
