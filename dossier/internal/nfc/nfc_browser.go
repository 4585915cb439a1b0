//go:build ocop_browser

// Package nfc puts texts into Unicode's composed form NFC; see nfc.go.
package nfc

import "unsafe"

// hostLength is the number of code points of n bytes of UTF-8 in NFC.
//
//go:wasmimport ocop nfc_length
func hostLength(text unsafe.Pointer, n uint32) uint32

// Compose leaves a text as it is: a browser keeps its own.
func Compose(s string) string { return s }

// Length is the number of code points of a text in NFC.
func Length(s string) int {
	return int(hostLength(unsafe.Pointer(unsafe.StringData(s)), uint32(len(s)))) //nolint:gosec // a document has at most 1 MiB
}
