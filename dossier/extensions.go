package dossier

// Extension is what a program keeps with a dossier for itself: any JSON value, as
// it was read. It goes wherever the dossier goes, unchanged, and is never judged.
type Extension string

// MarshalJSON implements json.Marshaler: the value as it was read, and null for
// an empty one.
func (e Extension) MarshalJSON() ([]byte, error) {
	if e == "" {
		return []byte("null"), nil
	}
	return []byte(e), nil
}

// UnmarshalJSON implements json.Unmarshaler: it keeps the value as it stands.
func (e *Extension) UnmarshalJSON(data []byte) error {
	*e = Extension(data)
	return nil
}
