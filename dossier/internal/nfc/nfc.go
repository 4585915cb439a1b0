//go:build !ocop_browser

// Package nfc puts texts into Unicode's composed form NFC. The browser's
// module (build tag ocop_browser) judges documents and gives none back, so it
// needs none of it: golang.org/x/text/unicode/norm would add 103 KB of brotli.
package nfc

import (
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Compose is a text in NFC.
func Compose(s string) string {
	if plainlyComposed(s) {
		return s
	}
	return norm.NFC.String(s)
}

// plainlyComposed tells of texts in the letters that Vietnamese is written with
// that they are NFC, by their bytes alone. Of all others it does not know.
//
// Nothing below U+0300 combines or is written otherwise in NFC, nor does what
// Vietnamese has of U+1E80 to U+1EFF, nor the dashes and quotation marks from
// U+2010 on.
func plainlyComposed(s string) bool {
	for i := 0; i < len(s); {
		switch c := s[i]; {
		case c < utf8.RuneSelf:
			i++
		case c < 0xcc: // up to U+02FF
			i += 2
		case c == 0xe1 && i+2 < len(s) && (s[i+1] == 0xba || s[i+1] == 0xbb): // U+1E80 to U+1EFF
			i += 3
		case c == 0xe2 && i+2 < len(s) && s[i+1] == 0x80 && s[i+2] >= 0x90: // U+2010 to U+203F
			i += 3
		default:
			return false
		}
	}
	return true
}
