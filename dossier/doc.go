// Package dossier holds the forms and papers of a dossier (Articles 2, 6 and 7
// of Decision 26/2026/QĐ-TTg, its Appendices I and III). When it is due where,
// and the life of a certificate, are in package procedure; product codes and
// receipts in package codes.
//
// A Dossier holds form 01 (registration), form 02 (the producer's report), form 03 (the
// commune's report), the evidence, and in fields of their own what the producer
// claims and what each council chose: options, never points. Days are texts as
// 2026-07-03, and files are named, with size and hash, and never held.
//
// Read reads and judges a document of at most 1 MiB and 300 pieces of evidence;
// Decode reads its shape alone, Check judges a value. What is wrong is a problem.List
// (DOSSIER-…, EVIDENCE-…, CODE-…), errors before warnings. With an error there is no
// half result; what only an office can know is a warning.
//
// The struct's tags are the source of package ocop/schema (JSON Schema), of package
// dossier/validation (validator/v10) and of the reader and the checker in
// decode_gen.go and check_gen.go, which use no reflection, so that a browser
// module can carry them.
package dossier

//go:generate go run ./internal/gen/cmd
