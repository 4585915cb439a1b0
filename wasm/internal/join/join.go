// Package join makes a module of Go's smaller without changing what it does. The
// linker begins a new data segment at each short run of zeros, some 47,000 of them;
// what tells where each begins is a tenth of what a browser has to load.
package join

import (
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"slices"
)

// maxGap is the longest run of zeros that is written out, in bytes. Longer ones are
// room that the module has in memory and not in its file.
const maxGap = 1 << 10

// Sections of a module, by the numbers of the WebAssembly core specification, 5.5.2.
const (
	dataSection      = 11
	dataCountSection = 12
)

var (
	errNoModule = errors.New("no WebAssembly module of version 1")
	errCut      = errors.New("the module is cut short")
)

// Segments is the module with its data in as few segments as possible: once it is
// started, its memory is the same byte for byte. A module that it does not know all
// of is refused.
func Segments(module []byte) ([]byte, error) {
	const head = "\x00asm\x01\x00\x00\x00"
	if len(module) < len(head) || string(module[:len(head)]) != head {
		return nil, errNoModule
	}
	out := append(make([]byte, 0, len(module)), head...)
	for r := (reader{b: module[len(head):]}); len(r.b) > 0; {
		id := r.byte()
		content := r.vector()
		if r.err != nil {
			return nil, r.err
		}
		switch id {
		case dataCountSection: // then code may name segments by their numbers
			return nil, errors.New("the code may use segments of data by itself")
		case dataSection:
			joined, err := data(content)
			if err != nil {
				return nil, err
			}
			content = joined
		}
		out = appendVector(append(out, id), content)
	}
	return out, nil
}

// segment is data and where in memory it goes.
type segment struct {
	at    uint64
	bytes []byte
}

func (s *segment) end() uint64 { return s.at + uint64(len(s.bytes)) }

// data joins the segments of a section's content.
func data(content []byte) ([]byte, error) {
	segments, err := readSegments(content)
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(segments, func(a, b segment) int { return cmp.Compare(a.at, b.at) })
	var joined []segment
	for _, next := range segments {
		if len(joined) == 0 {
			joined = append(joined, next)
			continue
		}
		last := &joined[len(joined)-1]
		switch {
		case next.at < last.end(): // then their order tells which of them stays
			return nil, fmt.Errorf("two segments have the data at %d", next.at)
		case next.at-last.end() > maxGap:
			joined = append(joined, next)
		default:
			last.bytes = append(append(last.bytes, make([]byte, next.at-last.end())...), next.bytes...)
		}
	}
	out := binary.AppendUvarint(nil, uint64(len(joined)))
	for i := range joined {
		out = append(out, active, i32Const)
		out = append(appendSigned(out, int32(uint32(joined[i].at))), end) //nolint:gosec // an address has all 32 bits
		out = appendVector(out, joined[i].bytes)
	}
	return out, nil
}

func readSegments(content []byte) ([]segment, error) {
	r := reader{b: content}
	var segments []segment
	for range r.number() {
		next, err := r.segment()
		if err != nil {
			return nil, err
		}
		segments = append(segments, next)
	}
	if len(r.b) > 0 {
		return nil, errors.New("more data than told")
	}
	return segments, r.err
}

// What a segment begins with, where it is put into memory at the start.
const (
	active   = 0
	i32Const = 0x41
	end      = 0x0b
)

// reader takes a module apart; its first error stays.
type reader struct {
	b   []byte
	err error
}

func (r *reader) fail() { r.b, r.err = nil, errCut }

func (r *reader) byte() byte {
	if len(r.b) == 0 {
		r.fail()
		return 0
	}
	c := r.b[0]
	r.b = r.b[1:]
	return c
}

// number is an unsigned one of LEB128.
func (r *reader) number() uint64 {
	n, length := binary.Uvarint(r.b)
	if length <= 0 || n > math.MaxUint32 {
		r.fail()
		return 0
	}
	r.b = r.b[length:]
	return n
}

// signed is a signed one of LEB128, of 32 bits.
func (r *reader) signed() int32 {
	var n int64
	for shift := 0; shift < 35; shift += 7 {
		c := r.byte()
		n |= int64(c&0x7f) << shift
		if c&0x80 == 0 {
			if c&0x40 != 0 {
				n |= -1 << (shift + 7)
			}
			return int32(n) //nolint:gosec // the bits are kept
		}
	}
	r.fail()
	return 0
}

// vector is as many bytes as a number before them tells.
func (r *reader) vector() []byte {
	n := r.number()
	if n > uint64(len(r.b)) {
		r.fail()
		return nil
	}
	v := r.b[:n]
	r.b = r.b[n:]
	return v
}

func (r *reader) segment() (segment, error) {
	kind, instruction := r.byte(), r.byte()
	if r.err == nil && (kind != active || instruction != i32Const) {
		return segment{}, errors.New("data that is put into memory in another way")
	}
	at := uint64(uint32(r.signed())) //nolint:gosec // an address has all 32 bits
	if last := r.byte(); r.err == nil && last != end {
		return segment{}, errors.New("data at a place that is worked out")
	}
	return segment{at, slices.Clone(r.vector())}, r.err // to be appended to
}

func appendVector(b, v []byte) []byte {
	return append(binary.AppendUvarint(b, uint64(len(v))), v...)
}

func appendSigned(b []byte, n int32) []byte {
	for {
		c := byte(n & 0x7f)
		n >>= 7
		if n == 0 && c&0x40 == 0 || n == -1 && c&0x40 != 0 {
			return append(b, c)
		}
		b = append(b, c|0x80)
	}
}
