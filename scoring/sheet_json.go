package scoring

import (
	"github.com/ocop-vn/ocop-go/scoring/internal/table"
	"github.com/ocop-vn/ocop-go/scoring/jsonout"
)

// AppendJSON appends the sheet in the form that DecodeSheet reads: criteria in
// printed order, unanswered ones left out, gates sorted. The zero Sheet is null.
func (s *Sheet) AppendJSON(b []byte) []byte {
	w := jsonout.To(b)
	if s.set == nil {
		w.Null()
		return w.Bytes()
	}
	w.Open()
	s.writeMembers(&w)
	w.Close()
	return w.Bytes()
}

// writeMembers writes the members of AppendJSON's object.
func (s *Sheet) writeMembers(w *jsonout.Writer) {
	w.Name("edition").String(s.set.Edition)
	w.Name("set").Int(s.set.No)
	s.writeAnswers(w.Name("answers"))
	s.writeGates(w)
}

func (s *Sheet) writeAnswers(w *jsonout.Writer) {
	w.Open()
	for i := range s.set.Criteria {
		if s.answers[i] != table.Unanswered {
			w.Name(s.set.Criteria[i].Code).String(s.chosen(i))
		}
	}
	w.Close()
}

// writeGates writes the gates found, nothing where there are none.
func (s *Sheet) writeGates(w *jsonout.Writer) {
	if s.gates == 0 {
		return
	}
	w.Name("gates").OpenList()
	for i := range s.set.Gates {
		if s.gates&(1<<i) != 0 {
			w.String(s.set.Gates[i].ID)
		}
	}
	w.CloseList()
}

// MarshalJSON implements json.Marshaler.
func (s Sheet) MarshalJSON() ([]byte, error) { return s.AppendJSON(nil), nil }

// UnmarshalJSON implements json.Unmarshaler for sheets of the built-in edition;
// null is the zero Sheet. Those of a loaded one are for DecodeSheet. The error
// is a problem.List.
func (s *Sheet) UnmarshalJSON(data []byte) error {
	return unmarshal(data, s, func(data []byte) (Sheet, error) { return DecodeSheet(data, builtIn()) })
}

// unmarshal decodes a value, or takes null for the zero value.
func unmarshal[T any](data []byte, to *T, decode func([]byte) (T, error)) error {
	var zero T
	if string(data) == "null" {
		*to = zero
		return nil
	}
	read, err := decode(data)
	if err == nil {
		*to = read
	}
	return err
}
