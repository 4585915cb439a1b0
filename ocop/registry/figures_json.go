package registry

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"github.com/ocop-vn/ocop-go/scoring/jsonout"
)

// AppendJSON appends the report as {"on","records","inForce","byStar","bySet",
// "bySector","byProvince","byYear","producers","due","targets","problems"}, with
// "failed" and "problemsByCode" beside, and "since" where a second day was asked.
func (r *Report) AppendJSON(b []byte) []byte {
	w := jsonout.To(b)
	w.Open()
	r.members(&w)
	w.Name("failed").Int(r.Failed)
	if r.Since != nil {
		w.Name("since").Append(r.Since.AppendJSON)
	}
	w.Name("problemsByCode").Append(func(b []byte) []byte { return appendCounts(b, r.ByCode) })
	w.Name("problems").OpenList()
	for i := range r.Findings {
		w.Append(r.Findings[i].AppendJSON)
	}
	w.CloseList()
	w.Close()
	return w.Bytes()
}

// MarshalJSON implements json.Marshaler: what AppendJSON appends.
func (r Report) MarshalJSON() ([]byte, error) { return r.AppendJSON(nil), nil }

// AppendJSON appends the figures, as they stand in a report.
func (f *Figures) AppendJSON(b []byte) []byte {
	w := jsonout.To(b)
	w.Open()
	f.members(&w)
	w.Close()
	return w.Bytes()
}

// MarshalJSON implements json.Marshaler: what AppendJSON appends.
func (f Figures) MarshalJSON() ([]byte, error) { return f.AppendJSON(nil), nil }

func (f *Figures) members(w *jsonout.Writer) {
	w.Name("on").String(f.On.String())
	w.Name("records").Int(f.Records)
	w.Name("inForce").Int(f.InForce)
	w.Name("byStar").Append(func(b []byte) []byte { return appendCounts(b, f.ByStar) })
	w.Name("bySet").Append(func(b []byte) []byte { return appendCounts(b, f.BySet) })
	w.Name("bySector").Append(func(b []byte) []byte { return appendCounts(b, f.BySector) })
	w.Name("byProvince").Append(func(b []byte) []byte { return appendCounts(b, f.ByProvince) })
	w.Name("byYear").Append(func(b []byte) []byte { return appendCounts(b, f.ByYear) })
	w.Name("producers").Open()
	w.Name("total").Int(f.Producers.Total)
	w.Name("byKind").Append(func(b []byte) []byte { return appendCounts(b, f.Producers.ByKind) })
	w.Close()
	w.Name("due").Open()
	w.Name("renewal").Int(f.Due.Renewal)
	w.Name("expiring180").Int(f.Due.Expiring180)
	w.Name("lapsed").Int(f.Due.Lapsed)
	w.Close()
	w.Name("targets").OpenList()
	for _, t := range f.Targets() {
		w.Append(t.AppendJSON)
	}
	w.CloseList()
}

// AppendJSON appends {"id","target","value"}, of a share with "count" and "of".
func (t Target) AppendJSON(b []byte) []byte {
	w := jsonout.To(b)
	w.Open()
	w.Name("id").String(t.ID)
	w.Name("target").Int(t.Target)
	w.Name("value").Append(func(b []byte) []byte { return append(b, t.Value()...) })
	if t.Percent() {
		w.Name("count").Int(t.Share.Count)
		w.Name("of").Int(t.Share.Of)
	}
	w.Close()
	return w.Bytes()
}

// MarshalJSON implements json.Marshaler: what AppendJSON appends.
func (t Target) MarshalJSON() ([]byte, error) { return t.AppendJSON(nil), nil }

// appendCounts appends numbers by what they count, in its order.
func appendCounts[K cmp.Ordered](b []byte, counts map[K]int) []byte {
	w := jsonout.To(b)
	w.Open()
	for _, k := range slices.Sorted(maps.Keys(counts)) {
		w.Name(fmt.Sprint(k)).Int(counts[k])
	}
	w.Close()
	return w.Bytes()
}

// AppendJSON appends the problem with "line" before its members, and "file" where
// there are several.
func (f Finding) AppendJSON(b []byte) []byte {
	w := jsonout.To(b)
	w.Open()
	if f.File != "" {
		w.Name("file").String(f.File)
	}
	w.Name("line").Int(f.Line)
	head := len(w.Bytes())
	b = f.Problem.AppendJSON(w.Bytes())
	b[head] = ',' // for the problem's brace
	return b
}

// MarshalJSON implements json.Marshaler: what AppendJSON appends.
func (f Finding) MarshalJSON() ([]byte, error) { return f.AppendJSON(nil), nil }
