package scoring

import "github.com/ocop-vn/ocop-go/scoring/problem"

// LoadedRubric names the rubric that something follows from, where it was loaded
// at run time: everybody who reads a result sees that it is not the built-in
// one's. The zero LoadedRubric stands for the built-in one.
type LoadedRubric struct {
	ID     string // of the edition
	SHA256 string // of the rubric's document, in hexadecimal
}

// Loaded is the rubric that the edition was loaded from.
func (e Edition) Loaded() LoadedRubric {
	if e.t == nil || len(e.t.Sets) == 0 {
		return LoadedRubric{}
	}
	return Set{&e.t.Sets[0]}.Loaded()
}

// Loaded is the rubric that the set was loaded with.
func (s Set) Loaded() LoadedRubric {
	if s.t == nil || s.t.SHA256 == "" {
		return LoadedRubric{}
	}
	return LoadedRubric{ID: s.t.Edition, SHA256: s.t.SHA256}
}

// appendMember appends the rubric as a further member of an object; nothing for
// the built-in one.
func (l LoadedRubric) appendMember(b []byte) []byte {
	if l == (LoadedRubric{}) {
		return b
	}
	b = append(b, `,"rubric":{"id":`...)
	b = problem.AppendString(b, l.ID)
	b = append(b, `,"sha256":`...)
	return append(problem.AppendString(b, l.SHA256), '}')
}
