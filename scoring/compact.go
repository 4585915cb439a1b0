//go:build ocop_browser || ocop_compact

package scoring

import (
	"slices"

	"github.com/ocop-vn/ocop-go/scoring/internal/table"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// A sheet and a result as a few bytes, for a page that sits beside its module in
// memory. Documents that travel are JSON. The tag ocop_compact brings it to tests.

// Fill makes s the sheet of a product set, from one answer byte for each
// criterion in printed order (0 unanswered, 1 none, 2 the first option, 3 the
// second …) and the gates found, bit i for the gate at i in Gates. It fails
// where Answer or SetGate would, and then s stays as it was; the error is a
// problem.List.
func (s *Sheet) Fill(set Set, answers []byte, gates uint32) error {
	t := set.t
	if t == nil || len(answers) != len(t.Criteria) {
		return set.refuse(wrongBytes.At("/answers", set.param()))
	}
	for i, answer := range answers {
		c := &t.Criteria[i]
		if int(answer) >= table.FirstOption+len(c.Options) || answer == table.None && !c.AllowsNone {
			return problem.List{wrongBytes.At("/answers/"+c.Code, set.param())}
		}
	}
	if gates>>len(t.Gates) != 0 || t.Derived >= 0 && gates&(1<<t.Derived) != 0 {
		return problem.List{wrongBytes.At("/gates", set.param())}
	}
	if s.set != t {
		*s = Sheet{set: t} // nothing of another set's answers is left
	}
	s.gates = gates
	copy(s.answers[:], answers)
	return nil
}

// The statuses and authorities of a Result in the order of their bytes.
var (
	compactStatus    = [...]Status{"", StatusClassified, StatusIncomplete, StatusStopped, StatusRejected}
	compactAuthority = [...]Authority{"", AuthorityProvince, AuthorityMinistry}
)

// Summary is the result as one number: total + star<<8 + band<<12 + status<<16,
// status as AppendCompact has it; 0 for the zero Result.
func (r *Result) Summary() uint32 {
	return uint32(r.Total + r.Star<<8 + r.Band<<12 + slices.Index(compactStatus[:], r.Status)<<16) //nolint:gosec // 19 bits
}

// AppendCompact appends the result as bytes: status (1 classified, 2
// incomplete, 3 stopped, 4 rejected), total, parts A, B and C, band, star,
// authority (1 province, 2 ministry), least and greatest total, least and
// greatest star; then four counts and the lists that they count: shortfalls
// (star, criterion, have, need), unanswered, not applicable, gates. A criterion
// is its index in Criteria, an option its answer byte, a gate its index in
// Gates. The zero Result appends nothing.
func (r *Result) AppendCompact(b []byte) []byte {
	t := r.sheet.set
	if t == nil {
		return b
	}
	for _, n := range [...]int{
		slices.Index(compactStatus[:], r.Status), r.Total, r.Parts.A, r.Parts.B, r.Parts.C, r.Band, r.Star, slices.Index(compactAuthority[:], r.Authority),
		r.Bounds.Total.Least, r.Bounds.Total.Greatest, r.Bounds.Star.Least, r.Bounds.Star.Greatest,
	} {
		b = append(b, byte(n)) //nolint:gosec // 0 to 100 each
	}
	counts := len(b)
	b = append(b, 0, 0, 0, 0)
	for k := range 3 {
		if r.below&(1<<k) == 0 {
			continue
		}
		for i := range t.Criteria {
			if need := t.Criteria[i].Need[k]; r.sheet.answers[i] < need {
				b = append(b, byte(3+k), byte(i), r.sheet.answers[i], need)
				b[counts]++
			}
		}
	}
	for i := range t.Criteria {
		if r.sheet.answers[i] == table.Unanswered && !r.fallsAway(i) {
			b = append(b, byte(i))
			b[counts+1]++
		}
	}
	if t.Dependent >= 0 && r.fallsAway(int(t.Dependent)) {
		b = append(b, byte(t.Dependent))
		b[counts+2]++
	}
	for i := range t.Gates {
		if r.gates&(1<<i) != 0 {
			b = append(b, byte(i))
			b[counts+3]++
		}
	}
	return b
}
