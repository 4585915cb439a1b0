package scoring

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
	if s.t == nil || s.t.Loaded == nil {
		return LoadedRubric{}
	}
	return LoadedRubric{ID: s.t.Edition, SHA256: s.t.Loaded.SHA256}
}

// Source is what the set was loaded from, a *rubric.Rubric; nil for a built-in
// set. See rubric.Of.
func (s Set) Source() any {
	if s.t == nil || s.t.Loaded == nil {
		return nil
	}
	return s.t.Loaded.Rubric
}
