//go:build ocop_browser

package paper

import (
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
)

// evidenceName is the name of a kind of evidence: no rubric is loaded in a browser.
func evidenceName(_ scoring.Set, kind string) lang.Text { return qd26.EvidenceName(kind) }
