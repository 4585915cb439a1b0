package registry

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// Where two sides cannot be merged.
var (
	twoSides = problem.Kind{Code: "REGISTER-53", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Hai bên ghi khác nhau; đang giữ theo {kept}, cần chọn.",
		En: "The two sides have it differently; it stands as in {kept} until that is settled.",
	}}
	removedAndChanged = problem.Kind{Code: "REGISTER-54", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Một bên đã bỏ, bên kia đã sửa; đang giữ theo {kept}, cần chọn.",
		En: "One side removed it, the other changed it; it stands as in {kept} until that is settled.",
	}}
)

// Keep is what stands where two sides cannot be merged.
type Keep string

// What can be kept; anything else is as KeepBase.
const (
	KeepBase Keep = "base"
	KeepOurs Keep = "ours"
)

func (k Keep) param() problem.Param {
	if k == KeepOurs {
		return problem.Worded("kept", string(k), lang.Text{Vi: "bản của ta", En: "ours"})
	}
	return problem.Worded("kept", string(KeepBase), lang.Text{Vi: "bản gốc", En: "the base"})
}

// Conflict is what two sides changed differently. Its values are null where it is
// not there.
type Conflict struct {
	Code   string          `json:"code"`
	Path   string          `json:"path"` // JSON Pointer within the record; "" is the record
	Base   json.RawMessage `json:"base"`
	Ours   json.RawMessage `json:"ours"`
	Theirs json.RawMessage `json:"theirs"`
	Kept   Keep            `json:"kept"`
}

// Problem is the conflict as a problem, at /CODE/member.
func (c *Conflict) Problem() problem.Problem {
	kind, path := &twoSides, problem.Pointer("", c.Code)+c.Path
	if isNull(c.Ours) || isNull(c.Theirs) {
		kind = &removedAndChanged
	}
	return kind.At(path, c.Kept.param())
}

// isNull tells of what is not there; no member of a record is null.
func isNull(value json.RawMessage) bool { return len(value) == 0 || value[0] == 'n' }

// Merged is what came of two sides.
type Merged struct {
	Register  *Register    `json:"-"`
	Conflicts []Conflict   `json:"conflicts"` // by code and path
	Problems  problem.List `json:"problems"`  // of what came out, as Register.Check: two right records can make a wrong one
}

// Merge makes one register of two that came out of base, member by member, the
// channels as a set. What both sides changed differently is a conflict and stands as
// keep says. A record without a code is there where both have it or one added it.
func Merge(base, ours, theirs *Register, keep Keep) Merged {
	if keep != KeepOurs {
		keep = KeepBase
	}
	m := merger{keep: keep, conflicts: []Conflict{}}
	made := mergeKeyless(base, ours, theirs)
	for _, code := range codesOf(base, ours, theirs) {
		m.code = code
		if x := m.record(base.find(code), ours.find(code), theirs.find(code)); x != nil {
			made.records = append(made.records, *x)
		}
	}
	return Merged{made, m.conflicts, made.Check()}
}

// recordOf is a record of JSON of ours, whatever its shape is.
func recordOf(value []byte) Record {
	type unchecked Record
	var x unchecked
	_ = json.Unmarshal(value, &x) // it was written of records
	return Record(x)
}

// mergeKeyless merges the records that have no code: each is there or not.
func mergeKeyless(base, ours, theirs *Register) *Register {
	b, o, t := base.keylessTexts(), ours.keylessTexts(), theirs.keylessTexts()
	texts := slices.AppendSeq(slices.Collect(maps.Keys(o)), maps.Keys(t))
	slices.Sort(texts)
	made := &Register{}
	for _, text := range slices.Compact(texts) {
		if o[text] == t[text] || !b[text] {
			made.records = append(made.records, recordOf([]byte(text)))
		}
	}
	made.keyless = len(made.records)
	return made
}

func (r *Register) keylessTexts() map[string]bool {
	texts := map[string]bool{}
	for i := range r.records[:r.keyless] {
		texts[string(canonical(&r.records[i]))] = true
	}
	return texts
}

// merger merges records.
type merger struct {
	keep      Keep
	code      string // of the record at hand
	conflicts []Conflict
}

// record makes one record of two that came out of base; nil is none.
func (m *merger) record(base, ours, theirs *Record) *Record {
	switch {
	case sameRecord(ours, theirs), sameRecord(base, theirs):
		return ours
	case sameRecord(base, ours):
		return theirs
	}
	merged := m.merge("", valueOf(base), valueOf(ours), valueOf(theirs))
	if merged == nil {
		return nil
	}
	x := recordOf(merged)
	return &x
}

// valueOf is a record as JSON; nil for none.
func valueOf(x *Record) jsontext.Value {
	if x == nil {
		return nil
	}
	return canonical(x)
}

// merge makes one value of two that came out of base; nil is none.
func (m *merger) merge(path string, base, ours, theirs jsontext.Value) jsontext.Value {
	switch {
	case bytes.Equal(ours, theirs), bytes.Equal(base, theirs):
		return ours
	case bytes.Equal(base, ours):
		return theirs
	case base.Kind() == '{' && ours.Kind() == '{' && theirs.Kind() == '{':
		return m.members(path, objectOf(base), objectOf(ours), objectOf(theirs))
	case path == "/channels":
		return mergeSets(base, ours, theirs)
	}
	m.conflicts = append(m.conflicts, Conflict{m.code, path, orNull(base), orNull(ours), orNull(theirs), m.keep})
	if m.keep == KeepOurs {
		return ours
	}
	return base
}

func orNull(value jsontext.Value) json.RawMessage {
	if value == nil {
		return json.RawMessage("null")
	}
	return json.RawMessage(value)
}

func (m *merger) members(path string, base, ours, theirs map[string]jsontext.Value) jsontext.Value {
	merged := map[string]jsontext.Value{}
	for _, name := range namesOf(base, ours, theirs) {
		if value := m.merge(problem.Pointer(path, name), base[name], ours[name], theirs[name]); value != nil {
			merged[name] = value
		}
	}
	return rfc8785(merged)
}

// mergeSets keeps what both have and what one added.
func mergeSets(base, ours, theirs jsontext.Value) jsontext.Value {
	b, o, t := textsOf(base), textsOf(ours), textsOf(theirs)
	all := slices.Concat(o, t)
	slices.Sort(all)
	all = slices.DeleteFunc(slices.Compact(all), func(s string) bool {
		return slices.Contains(b, s) && slices.Contains(o, s) != slices.Contains(t, s)
	})
	if len(all) == 0 {
		return nil
	}
	return rfc8785(all)
}

// textsOf are the texts of a list; none where there is no list.
func textsOf(list jsontext.Value) []string {
	var texts []string
	_ = json.Unmarshal(list, &texts) // a member of ours, or none
	return texts
}
