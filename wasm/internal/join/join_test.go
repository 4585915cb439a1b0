package join_test

import (
	"bytes"
	"encoding/binary"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/wasm/internal/join"
)

const head = "\x00asm\x01\x00\x00\x00"

// piece is data for a place in memory.
type piece struct {
	at    uint32
	bytes string
}

// module is one with a section before its data and one after.
func module(pieces ...piece) []byte {
	data := binary.AppendUvarint(nil, uint64(len(pieces)))
	for _, p := range pieces {
		data = append(data, 0, 0x41)
		data = append(signed(data, int32(p.at)), 0x0b)
		data = append(binary.AppendUvarint(data, uint64(len(p.bytes))), p.bytes...)
	}
	b := append([]byte(head), 1, 2, 'a', 'b')
	b = append(binary.AppendUvarint(append(b, 11), uint64(len(data))), data...)
	return append(b, 0, 3, 'x', 'y', 'z')
}

// signed writes a number the long way, as a linker may: five bytes always.
func signed(b []byte, n int32) []byte {
	wide := int64(n)
	for range 4 {
		b = append(b, byte(wide&0x7f)|0x80)
		wide >>= 7
	}
	return append(b, byte(wide&0x7f))
}

// memory is what a module's memory has after the start, read by a naive reader, and
// in how many segments it came; others are its other sections.
func memory(t *testing.T, b []byte) (image map[uint32]byte, segments int, others []byte) {
	t.Helper()
	require.Equal(t, head, string(b[:8]))
	b = b[8:]
	number := func() uint64 {
		n, length := binary.Uvarint(b)
		require.Positive(t, length)
		b = b[length:]
		return n
	}
	image = map[uint32]byte{}
	for len(b) > 0 {
		id := b[0]
		b = b[1:]
		size := number()
		after := b[size:]
		if id != 11 {
			others = append(append(others, id), b[:size]...)
			b = after
			continue
		}
		for range number() {
			segments++
			require.Equal(t, []byte{0, 0x41}, b[:2])
			b = b[2:]
			var at uint32
			for shift := 0; ; shift += 7 {
				c := b[0]
				b = b[1:]
				at |= uint32(c&0x7f) << shift
				if c < 0x80 {
					if c&0x40 != 0 && shift+7 < 32 {
						at |= ^uint32(0) << (shift + 7)
					}
					break
				}
			}
			require.Equal(t, byte(0x0b), b[0])
			b = b[1:]
			n := number()
			for i, c := range b[:n] {
				if c != 0 {
					image[at+uint32(i)] = c
				}
			}
			b = b[n:]
		}
		require.Len(t, b, len(after))
	}
	return image, segments, others
}

func TestSegments(t *testing.T) {
	t.Parallel()
	before := module(piece{1000, "abc"}, piece{1010, "de"}, piece{8, "first"}, piece{1 << 20, "far"}, piece{0xfffffff0, "last"})
	after, err := join.Segments(before)
	require.NoError(t, err)
	want, pieces, others := memory(t, before)
	got, joined, same := memory(t, after)
	assert.Equal(t, want, got)
	assert.Equal(t, others, same)
	assert.Equal(t, 5, pieces)
	assert.Equal(t, 3, joined, "8 to 1012 in one, as no gap is longer than 1 KiB")
	again, err := join.Segments(after)
	require.NoError(t, err)
	assert.Equal(t, after, again)
}

func TestRandomSegments(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 2))
	for range 500 {
		var pieces []piece
		at := uint32(0)
		for range r.IntN(40) {
			at += uint32(r.IntN(3000))
			bytes := make([]byte, r.IntN(30))
			for i := range bytes {
				bytes[i] = byte(r.IntN(3))
			}
			pieces = append(pieces, piece{at, string(bytes)})
			at += uint32(len(bytes))
		}
		r.Shuffle(len(pieces), func(i, j int) { pieces[i], pieces[j] = pieces[j], pieces[i] })
		before := module(pieces...)
		after, err := join.Segments(before)
		require.NoError(t, err)
		want, _, _ := memory(t, before)
		got, joined, _ := memory(t, after)
		require.Equal(t, want, got)
		require.LessOrEqual(t, joined, len(pieces))
	}
}

func TestRefused(t *testing.T) {
	t.Parallel()
	whole := module(piece{8, "abc"})
	for n := range len(whole) {
		if n != 8 && n != 12 && n != len(whole)-5 { // where a section ends
			_, err := join.Segments(whole[:n])
			assert.Error(t, err, n)
		}
	}
	data := func(content string) []byte {
		return append([]byte(head), append([]byte{11, byte(len(content))}, content...)...)
	}
	for name, b := range map[string][]byte{
		"two for one place":        module(piece{8, "abc"}, piece{10, "d"}),
		"code that names segments": append([]byte(head), 12, 1, 1),
		"passive":                  data("\x01\x01\x01x"),
		"a place worked out":       data("\x01\x00\x23\x00\x0b\x01x"),
		"an end that is none":      data("\x01\x00\x41\x08\x0c\x01x"),
		"more than told":           data("\x00x"),
		"fewer than told":          data("\x02\x00\x41\x08\x0b\x01x"),
		"a count without end":      data("\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01"),
		"many of nothing":          data("\xff\xff\xff\xff\x0f"),
		"version 2":                []byte("\x00asm\x02\x00\x00\x00"),
	} {
		_, err := join.Segments(b)
		assert.Error(t, err, name)
	}
}

func FuzzSegments(f *testing.F) {
	f.Add(module(piece{8, "abc"}, piece{20, "d"}))
	f.Add(module())
	f.Fuzz(func(t *testing.T, b []byte) {
		kept := bytes.Clone(b)
		after, err := join.Segments(b)
		require.Equal(t, kept, b)
		if err != nil {
			return
		}
		again, err := join.Segments(after)
		require.NoError(t, err)
		require.Equal(t, after, again)
	})
}
