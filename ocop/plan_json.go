package ocop

import (
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/jsonback"
	"github.com/ocop-vn/ocop-go/scoring/jsonout"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// AppendJSON appends what the command answers: the plan, and where they were asked
// for the others beside its members. The zero Planning is null.
func (p *Planning) AppendJSON(b []byte) []byte { return p.append(b, false) }

// MarshalJSON implements json.Marshaler: what AppendJSON appends, and beside it
// how safe the star is that stands.
func (p Planning) MarshalJSON() ([]byte, error) { return p.append(nil, true), nil }

func (p *Planning) append(b []byte, safety bool) []byte {
	w := jsonout.To(b)
	if p.Plan.Set.No() == 0 {
		w.Null()
		return w.Bytes()
	}
	w.Open()
	p.Plan.WriteMembers(&w)
	if safety && p.Safety != nil {
		w.Name("safety").Append(p.Safety.AppendJSON)
	}
	if len(p.Others) > 0 {
		w.Name("others").OpenList()
		for i := range p.Others {
			w.Append(p.Others[i].AppendJSON)
		}
		w.CloseList()
	}
	w.Close()
	return w.Bytes()
}

// UnmarshalJSON implements json.Unmarshaler: it reads what either wrote, for the
// built-in rubric. The error is
// a problem.List.
func (p *Planning) UnmarshalJSON(data []byte) error {
	var read struct {
		Others []scoring.Plan  `json:"others"`
		Safety *scoring.Safety `json:"safety"`
	}
	plan, err := jsonback.Beside(data, &read)
	if err != nil {
		return problem.NotWritten(err)
	}
	made := Planning{Others: read.Others, Safety: read.Safety}
	if err := made.Plan.UnmarshalJSON(plan); err != nil {
		return err
	}
	*p = made
	return nil
}
