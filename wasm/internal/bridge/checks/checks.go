// Package checks is what the browser's second module does: it checks dossiers.
// It stands apart from package bridge so that the first module does not carry it.
package checks

import (
	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/scoring/budget"
	"github.com/ocop-vn/ocop-go/wasm/internal/bridge"
)

// Dossiers is the service of the module checks.
type Dossiers struct{}

// MaxBytes implements bridge.Service.
func (Dossiers) MaxBytes(op bridge.Op) int {
	switch op {
	case bridge.CheckDossier, bridge.Claims:
		return budget.Dossier().Bytes
	default:
		return 0
	}
}

// Call implements bridge.Service.
func (Dossiers) Call(op bridge.Op, document []byte) (answer []byte, ok bool) {
	x, problems := dossier.Read(document, dossier.Options{})
	if op == bridge.CheckDossier {
		return problems.AppendVerdict(nil), true
	}
	if err := problems.Err(); err != nil {
		return bridge.Failure(err), false
	}
	sheet, err := x.SelfAssessed()
	if err != nil {
		return bridge.Failure(err), false
	}
	return sheet.AppendJSON(nil), true
}
