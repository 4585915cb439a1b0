//go:build wasip1

// Command checks is the module that a page loads behind the first one: it checks
// dossiers. It is a WASI reactor; wasm/npm/index.js is its other side.
package main

import (
	"github.com/ocop-vn/ocop-go/wasm/internal/bridge"
	"github.com/ocop-vn/ocop-go/wasm/internal/bridge/checks"
	"github.com/ocop-vn/ocop-go/wasm/internal/door"
)

func main() {} // a reactor has none

var documents = door.Door{Service: checks.Dossiers{}}

//go:wasmexport room
func room(op, length int32) int32 { return documents.Room(bridge.Op(op), length) }

//go:wasmexport call
func call(op int32) int32 { return documents.Call(bridge.Op(op)) }

//go:wasmexport answer
func answer() int32 { return documents.Answer() }

//go:wasmexport answer_length
func answerLength() int32 { return documents.AnswerLength() }
