package ocop

import (
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/jsonback"
	"github.com/ocop-vn/ocop-go/scoring/jsonout"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// AppendJSON appends the province's outcome with the ministry's and the referral
// beside its members. A Referral without both is null.
func (r *Referral) AppendJSON(b []byte) []byte {
	w := jsonout.To(b)
	if r.none() {
		w.Null()
		return w.Bytes()
	}
	w.Open()
	r.Province.WriteMembers(&w)
	w.Name("ministry").Append(r.Ministry.AppendJSON)
	w.Name("referral").Open()
	w.Name("result").String(string(r.Result))
	w.Name("star").Int(r.Star)
	w.Close()
	w.Close()
	return w.Bytes()
}

// MarshalJSON implements json.Marshaler.
func (r Referral) MarshalJSON() ([]byte, error) { return r.AppendJSON(nil), nil }

// UnmarshalJSON implements json.Unmarshaler, for the built-in rubric. The error is
// a problem.List.
func (r *Referral) UnmarshalJSON(data []byte) error {
	if string(data) == "null" {
		*r = Referral{}
		return nil
	}
	var read struct {
		Ministry scoring.CouncilOutcome `json:"ministry"`
		Referral struct {
			Result scoring.Referral `json:"result"`
			Star   int              `json:"star"`
		} `json:"referral"`
	}
	outcome, err := jsonback.Beside(data, &read)
	if err != nil {
		return problem.NotWritten(err)
	}
	var province scoring.CouncilOutcome
	if err := province.UnmarshalJSON(outcome); err != nil {
		return err
	}
	made := NewReferral(&Session{Outcome: province}, &Session{Outcome: read.Ministry})
	if err := jsonback.Same(data, made.AppendJSON(nil)); err != nil {
		return problem.NotWritten(err)
	}
	*r = *made
	return nil
}
