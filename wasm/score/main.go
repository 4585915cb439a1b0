//go:build wasip1

// Command score is the module that a page loads first: scores, bounds, plans,
// councils and vectors. It is a WASI reactor; wasm/npm/index.js is its other side.
package main

import (
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
	"github.com/ocop-vn/ocop-go/wasm/internal/bridge"
	"github.com/ocop-vn/ocop-go/wasm/internal/door"
)

func main() {} // a reactor has none

var documents = door.Door{Service: bridge.Scoring{}}

//go:wasmexport room
func room(op, length int32) int32 { return documents.Room(bridge.Op(op), length) }

//go:wasmexport call
func call(op int32) int32 { return documents.Call(bridge.Op(op)) }

//go:wasmexport answer
func answer() int32 { return documents.Answer() }

//go:wasmexport answer_length
func answerLength() int32 { return documents.AnswerLength() }

// The keystroke's way: answer bytes in, a number out, no document at all.

// answers holds the answer bytes of a sheet, and behind them its gates as four
// bytes, the lowest first.
var answers [maxCriteria + 4]byte

const maxCriteria = 64

// detail holds a result's bytes.
var detail [1 << 10]byte

//go:wasmexport answers
func answersAt() int32 { return door.Address(answers[:]) }

// score scores the first count answer bytes for a product set and gives the
// result's Summary, or 0 where the set has no such answers or gates.
//
//go:wasmexport score
func score(set, count int32) int32 {
	if !fill(set, count) {
		return 0
	}
	r := scoring.Score(&sheet)
	return int32(r.Summary()) //nolint:gosec // 19 bits
}

// result does the same and gives where the result's bytes stand, as
// AppendCompact has them.
//
//go:wasmexport result
func result(set, count int32) int32 {
	if !fill(set, count) {
		return 0
	}
	r := scoring.Score(&sheet)
	return door.Address(r.AppendCompact(detail[:0]))
}

// sheet is the one at hand: as long as a call lasts, and not copied.
var sheet scoring.Sheet

func fill(set, count int32) bool {
	s, ok := qd26.Edition().Set(int(set))
	if !ok || count < 0 || count > maxCriteria {
		return false
	}
	g := answers[maxCriteria:]
	return sheet.Fill(s, answers[:count], uint32(g[0])|uint32(g[1])<<8|uint32(g[2])<<16|uint32(g[3])<<24) == nil
}
