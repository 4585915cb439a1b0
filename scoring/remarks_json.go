package scoring

import (
	"github.com/ocop-vn/ocop-go/scoring/internal/table"
	"github.com/ocop-vn/ocop-go/scoring/jsonout"
)

// AppendJSON appends the sheet in the form that DecodeAnnotatedSheet reads: as
// Sheet.AppendJSON has it, then about, evidence and notes, each where there is
// something in it and by the criteria that the set has. The zero AnnotatedSheet
// is null.
func (a *AnnotatedSheet) AppendJSON(b []byte) []byte {
	w := jsonout.To(b)
	if a.Sheet.set == nil {
		w.Null()
		return w.Bytes()
	}
	w.Open()
	a.Sheet.writeMembers(&w)
	a.Remarks.writeMembers(&w, a.Sheet.set)
	w.Close()
	return w.Bytes()
}

// MarshalJSON implements json.Marshaler.
func (a AnnotatedSheet) MarshalJSON() ([]byte, error) { return a.AppendJSON(nil), nil }

// UnmarshalJSON implements json.Unmarshaler for sheets of the built-in edition;
// null is the zero AnnotatedSheet. The error is a problem.List.
func (a *AnnotatedSheet) UnmarshalJSON(data []byte) error {
	return unmarshal(data, a, func(data []byte) (AnnotatedSheet, error) { return DecodeAnnotatedSheet(data, builtIn()) })
}

// writeMembers writes what there is to say beside a sheet of a set.
func (r *Remarks) writeMembers(w *jsonout.Writer, set *table.Set) {
	r.About.write(w, aboutSheet)
	writeByCriterion(w, "evidence", set, r.Evidence, func(kinds []string) { w.Strings(kinds) })
	writeByCriterion(w, "notes", set, r.Notes, w.String)
}

// write writes the members of those names that are known, nothing where none is.
func (a *About) write(w *jsonout.Writer, names []string) {
	if *a == (About{}) {
		return
	}
	w.Name("about").Open()
	for _, name := range names {
		if text := *a.member(name); text != "" {
			w.Name(name).String(text)
		}
	}
	w.Close()
}

// writeByCriterion writes an object with a member for each criterion of the set
// that has a value, in printed order; nothing where there are none.
func writeByCriterion[V any](w *jsonout.Writer, name string, set *table.Set, values map[string]V, write func(V)) {
	if len(values) == 0 {
		return
	}
	w.Name(name).Open()
	for i := range set.Criteria {
		if value, ok := values[set.Criteria[i].Code]; ok {
			w.Name(set.Criteria[i].Code)
			write(value)
		}
	}
	w.Close()
}
