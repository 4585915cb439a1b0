// Package dossier holds the law of what surrounds a score: the forms and papers
// of a dossier, when it is due where, its codes, and the life of a certificate.
// It follows Articles 2 and 4 to 8 and 12 of Decision 26/2026/QĐ-TTg and its
// Appendices I and III. It has no clock: the date is an argument.
//
// A Dossier is a plain struct, read by Decode, judged by Check. Its tags are
// the source of package dossier/schema (JSON Schema), of package
// dossier/validation (validator/v10) and of the reader and the checker in
// decode_gen.go and check_gen.go, which use no reflection, so that a browser
// module can carry them.
package dossier

//go:generate go run ./internal/gen/cmd
