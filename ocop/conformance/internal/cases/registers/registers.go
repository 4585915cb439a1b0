// Package registers makes cases of the conformance suite: records, registers, what
// they hand to each other, traces, packages, and requests over HTTP.
//
// What must come out is said here, from the decision and from CONTRACT; the packages
// that are tested are not asked.
package registers

import (
	"github.com/ocop-vn/ocop-go/ocop/conformance/internal/suite"
)

// Files are the files of cases, each with what must come out.
func Files() []suite.File {
	return []suite.File{
		shapes(), rules(), states(), public(), fromDossiers(),
		figures(), days(), producers(), targets(), succession(), tables(),
		gathered(), differences(), patches(), merges(), deliveries(),
		traces(), levels(), faults(), misfits(), pages(),
		archives(), bags(),
		doors(), refusals(), forms(),
	}
}
