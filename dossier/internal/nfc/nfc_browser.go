//go:build ocop_browser

// Package nfc puts texts into Unicode's composed form NFC; see nfc.go.
package nfc

// Compose leaves a text as it is: a browser keeps its own.
func Compose(s string) string { return s }
