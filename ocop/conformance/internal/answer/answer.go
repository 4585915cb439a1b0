// Package answer is this library as one of the implementations that the suite asks.
package answer

import (
	"encoding/json"
	"fmt"

	"github.com/ocop-vn/ocop-go/ocop/conformance/internal/suite"
)

// Question is a case without what is expected: the bytes of the document and what is
// asked beside it.
type Question struct {
	Kind     suite.Kind
	Document []byte
	With     suite.With
}

// Answer is what the library says: the shape that CONTRACT names for the kind, or
// {"problems":[…]}.
func Answer(q Question) (json.RawMessage, error) {
	by := map[suite.Kind]func(Question) (json.RawMessage, error){
		suite.Sheet: sheet, suite.Council: council, suite.Plan: plan, suite.Vector: vector,
		suite.VectorParse: vectorParse, suite.Compare: compare, suite.Rubric: loaded, suite.Referral: referral,
		suite.Dossier: dossierOf, suite.Score: score, suite.Deadlines: deadlines, suite.Life: life, suite.Paper: paperOf,
		suite.Record: record, suite.Registry: registryOf, suite.Exchange: exchange, suite.Trace: traceOf,
		suite.Package: packageOf, suite.HTTP: httpOf,
	}[q.Kind]
	if by == nil {
		return nil, fmt.Errorf("no such kind of case: %q", q.Kind)
	}
	return by(q)
}
