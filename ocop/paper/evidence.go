//go:build !ocop_browser

package paper

import (
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
	"github.com/ocop-vn/ocop-go/scoring/rubric"
)

// evidenceName is the name of a kind of evidence by the rubric that a set is of;
// empty where that has none.
func evidenceName(set scoring.Set, kind string) lang.Text {
	r, ok := rubric.Loaded(set)
	if !ok {
		return qd26.EvidenceName(kind)
	}
	for i := range r.Evidence {
		if r.Evidence[i].ID == kind {
			return r.Evidence[i].Name
		}
	}
	return lang.Text{}
}
