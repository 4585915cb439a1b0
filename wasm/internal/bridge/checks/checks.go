// Package checks is what the browser's second module does: it checks dossiers,
// and tells what is due and where they stand. It stands apart from package bridge
// so that the first module does not carry it.
package checks

import (
	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/dossier/procedure"
	"github.com/ocop-vn/ocop-go/scoring/budget"
	"github.com/ocop-vn/ocop-go/wasm/internal/bridge"
)

// Dossiers is the service of the module checks.
type Dossiers struct{}

// MaxBytes implements bridge.Service.
func (Dossiers) MaxBytes(op bridge.Op) int {
	limit := budget.Dossier().Bytes
	switch op {
	case bridge.CheckDossier, bridge.Claims, bridge.Deadlines, bridge.Life, bridge.Paper, bridge.Explain, bridge.Review:
		return limit // also of those that are always Asked: JavaScript asks for the document's room first
	case bridge.Asked + bridge.CheckDossier, bridge.Asked + bridge.Claims, bridge.Asked + bridge.Deadlines, bridge.Asked + bridge.Life, bridge.Asked + bridge.Review:
		return limit + maxOptions
	case bridge.Asked + bridge.Paper:
		return limit + maxWords
	case bridge.Asked + bridge.Explain:
		return limit + 2*maxWords
	default:
		return 0
	}
}

// Call implements bridge.Service.
func (Dossiers) Call(op bridge.Op, document []byte) (answer []byte, ok bool) {
	answer, err := call(op, document)
	if err != nil {
		return bridge.Failure(err), false
	}
	return answer, true
}

func call(op bridge.Op, document []byte) ([]byte, error) {
	switch op {
	case bridge.Asked + bridge.Paper:
		return fillIn(document)
	case bridge.Asked + bridge.Explain:
		return explain(document)
	default:
		return ofDossier(op, document)
	}
}

// ofDossier does what may have options before it.
func ofDossier(op bridge.Op, document []byte) ([]byte, error) {
	var o dossier.Options
	if op >= bridge.Asked {
		var err error
		if o, document, err = takeOptions(document); err != nil {
			return nil, err
		}
		op -= bridge.Asked
	}
	switch op {
	case bridge.Deadlines:
		return deadlines(document, o)
	case bridge.Life:
		return life(document, o)
	case bridge.Review:
		return dossier.Review(document, o).AppendVerdict(nil), nil
	default:
		return check(op, document, o)
	}
}

func deadlines(document []byte, o dossier.Options) ([]byte, error) {
	m, problems := dossier.ReadMilestones(document)
	if err := problems.Err(); err != nil {
		return nil, err
	}
	s := procedure.Schedule{On: o.On, Due: procedure.Deadlines(m, procedure.Options{On: o.On, Holidays: o.Holidays})}
	return s.AppendJSON(nil), nil
}

func life(document []byte, o dossier.Options) ([]byte, error) {
	l, problems := dossier.ReadLife(document, o)
	if err := problems.Err(); err != nil {
		return nil, err
	}
	s := l.Standing(o.On)
	return s.AppendJSON(nil), nil
}

// check gives the verdict on a dossier, or its claims.
func check(op bridge.Op, document []byte, o dossier.Options) ([]byte, error) {
	x, problems := dossier.Read(document, o)
	if op == bridge.CheckDossier {
		return problems.AppendVerdict(nil), nil
	}
	if err := problems.Err(); err != nil {
		return nil, err
	}
	sheet, err := x.SelfAssessed()
	if err != nil {
		return nil, err
	}
	return sheet.AppendJSON(nil), nil
}
