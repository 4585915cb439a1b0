// Package dossier holds the forms and papers of a dossier (Articles 2, 6 and 7
// of Decision 26/2026/QĐ-TTg, its Appendices I and III). When it is due where,
// and the life of a certificate, are in package procedure; product codes and
// receipts in package codes.
//
// A Dossier is a plain struct, read by Decode, judged by Check. Its tags are
// the source of package ocop/schema (JSON Schema), of package
// dossier/validation (validator/v10) and of the reader and the checker in
// decode_gen.go and check_gen.go, which use no reflection, so that a browser
// module can carry them.
package dossier

//go:generate go run ./internal/gen/cmd
