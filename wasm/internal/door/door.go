// Package door carries documents over the border between a page and a module:
// the page asks for room, writes a document there, and reads the answer.
package door

import (
	"unsafe"

	"github.com/ocop-vn/ocop-go/wasm/internal/bridge"
)

// Door holds the document that goes in and the answer that comes out. A module
// has one.
type Door struct {
	Service bridge.Service

	in, out []byte
}

// Room makes room for a document of n bytes and returns where it goes; 0 where
// the operation takes no document so large, and then the answer says so.
func (d *Door) Room(op bridge.Op, n int32) int32 {
	if limit := d.Service.MaxBytes(op); n < 0 || int(n) > limit {
		d.out = bridge.TooLarge(op, limit)
		return 0
	}
	if cap(d.in) < int(n) || d.in == nil {
		d.in = make([]byte, max(n, 4<<10))
	}
	d.in = d.in[:n]
	return Address(d.in)
}

// Call has the operation done with the document in the room. It returns whether
// it was done: 1, or 0 where the answer is {"problems":[…]}. A panic would end
// the module's life, so that it becomes a problem too.
func (d *Door) Call(op bridge.Op) (done int32) {
	defer func() {
		if cause := recover(); cause != nil {
			d.out, done = bridge.Panicked(cause), 0
		}
	}()
	answer, ok := d.Service.Call(op, d.in)
	d.out = answer
	if !ok {
		return 0
	}
	return 1
}

// Answer is where the answer of the last Room or Call stands, and AnswerLength how long it is.
func (d *Door) Answer() int32 { return Address(d.out) }

// AnswerLength is the length of the answer in bytes.
func (d *Door) AnswerLength() int32 { return int32(len(d.out)) } //nolint:gosec // far less than 2 GiB

// Address is where bytes stand in the module's memory.
func Address(b []byte) int32 {
	return int32(uintptr(unsafe.Pointer(unsafe.SliceData(b)))) //nolint:gosec // memory of WebAssembly has 32-bit addresses
}
