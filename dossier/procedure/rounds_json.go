package procedure

import "github.com/ocop-vn/ocop-go/scoring/jsonout"

// MarshalJSON implements json.Marshaler: {"number","proposedBefore","assessedBefore"}.
func (r Round) MarshalJSON() ([]byte, error) {
	var w jsonout.Writer
	w.Open()
	w.Name("number").Int(r.Number)
	dateOrNull(w.Name("proposedBefore"), r.ProposedBefore)
	dateOrNull(w.Name("assessedBefore"), r.AssessedBefore)
	w.Close()
	return w.Bytes(), realDays(r.ProposedBefore, r.AssessedBefore)
}
