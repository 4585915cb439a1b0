//go:build !ocop_browser

// Package nfc puts texts into Unicode's composed form NFC. In the browser's
// module (build tag ocop_browser) the host does it, whose String.normalize is
// there already: golang.org/x/text/unicode/norm would add 103 KB of brotli.
package nfc

import (
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Compose is a text in NFC.
func Compose(s string) string { return norm.NFC.String(s) }

// Length is the number of code points of a text in NFC.
func Length(s string) int { return utf8.RuneCountInString(norm.NFC.String(s)) }
