//go:build !ocop_browser

// Package nfc puts texts into Unicode's composed form NFC. The browser's
// module (build tag ocop_browser) judges documents and gives none back, so it
// needs none of it: golang.org/x/text/unicode/norm would add 103 KB of brotli.
package nfc

import "golang.org/x/text/unicode/norm"

// Compose is a text in NFC.
func Compose(s string) string { return norm.NFC.String(s) }
