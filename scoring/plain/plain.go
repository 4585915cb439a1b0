// Package plain makes what strangers wrote fit to be printed: nothing in it
// moves a terminal, begins a line of its own or turns the direction of writing.
// Every text output here goes through it; JSON that strangers read as data keeps
// its values.
package plain

import "unicode/utf8"

// Text is s with its control characters written out: C0 with the line breaks,
// DEL, C1, the line and the paragraph separator and what turns the direction of
// writing as \u001b or \u202e, and bytes that are not UTF-8 as \x9b.
func Text(s string) string {
	n := clean(s)
	if n == len(s) {
		return s
	}
	var b []byte
	for {
		b = append(b, s[:n]...)
		if n == len(s) {
			return string(b)
		}
		r, size := utf8.DecodeRuneInString(s[n:])
		if r == utf8.RuneError {
			b = append(b, `\x`...)
			b = append(b, hex[s[n]>>4], hex[s[n]&0xf])
		} else {
			b = appendEscape(b, r)
		}
		s = s[n+size:]
		n = clean(s)
	}
}

// clean is how many bytes at the start of s may be printed as they are.
func clean(s string) int {
	for i, r := range s {
		if Moves(r) {
			return i
		}
		if r == utf8.RuneError {
			if _, size := utf8.DecodeRuneInString(s[i:]); size == 1 {
				return i
			}
		}
	}
	return len(s)
}

// JSON is a JSON text that means the same and may be printed: what Text writes
// out beyond C0, which JSON never has raw in a string, stands as \u202e there too.
func JSON(b []byte) []byte {
	for i, c := range b {
		if c < 0x7f {
			continue // nearly always
		}
		if r, _ := utf8.DecodeRune(b[i:]); Moves(r) {
			return escapeJSON(b, i)
		}
	}
	return b
}

func escapeJSON(b []byte, first int) []byte {
	out := append(make([]byte, 0, len(b)+64), b[:first]...)
	for _, r := range string(b[first:]) {
		if r >= 0x7f && Moves(r) {
			out = appendEscape(out, r)
		} else {
			out = utf8.AppendRune(out, r)
		}
	}
	return out
}

// Moves tells of the characters that do not stand still in a line of text:
// Unicode's classes Cc, Zl and Zp and its property Bidi_Control, written out as
// the tables would weigh on the browser module.
func Moves(r rune) bool {
	switch {
	case r < 0x20, 0x7f <= r && r <= 0x9f, // C0, DEL and C1
		r == 0x61c, r == 0x200e, r == 0x200f, // marks of direction
		0x2028 <= r && r <= 0x202e, // separators and embeddings
		0x2066 <= r && r <= 0x2069: // isolates
		return true
	}
	return false
}

// Blank tells of the characters that show as nothing at the edge of a text: control
// characters, spaces of every width and what turns the direction of writing.
func Blank(r rune) bool {
	return r <= ' ' || 0x7f <= r && r <= 0xa0 || r == 0x1680 || 0x2000 <= r && r <= 0x200f ||
		0x2028 <= r && r <= 0x202f || 0x205f <= r && r <= 0x2069 || r == 0x3000 || r == 0xfeff
}

const hex = "0123456789abcdef"

// appendEscape appends a character of at most four hexadecimal digits: all that move are.
func appendEscape(b []byte, r rune) []byte {
	return append(b, '\\', 'u', hex[r>>12&0xf], hex[r>>8&0xf], hex[r>>4&0xf], hex[r&0xf])
}
