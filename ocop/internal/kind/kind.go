// Package kind tells what kind of document is meant by what stands at its top.
package kind

import (
	"bytes"
	"slices"

	"github.com/ocop-vn/ocop-go/scoring/strictjson"
)

// ofDossiers are the members that only a dossier has at its top.
var ofDossiers = [...]string{"application", "producer", "product", "registration", "report"}

// IsSheet tells whether a document is meant as a sheet: answers stand at its top,
// or at least something that no dossier has and nothing that only a dossier has.
func IsSheet(document []byte) bool {
	if mustBeSheet(document) {
		return true
	}
	answered, ofSheet, ofDossier := false, false, false
	whole := strictjson.Names(document, func(name string) bool {
		answered = name == "answers"
		ofSheet = ofSheet || name == "set" || name == "gates"
		ofDossier = ofDossier || slices.Contains(ofDossiers[:], name)
		return !answered
	})
	return answered || !ofDossier && (ofSheet || !whole)
}

// mustBeSheet tells at a glance what most sheets are: answers stand somewhere in
// them, and no name of a dossier's or of what has answers in a dossier, nor an
// escape by which one may be written.
func mustBeSheet(document []byte) bool {
	if bytes.IndexByte(document, '\\') >= 0 || !bytes.Contains(document, []byte(`"answers"`)) {
		return false
	}
	within := func(name string) bool { return bytes.Contains(document, []byte(name)) }
	return !slices.ContainsFunc(ofDossiers[:], within) && !slices.ContainsFunc([]string{"proposed", "council", "ministry"}, within)
}

// IsCouncil tells whether a document is meant as a council: members of one stand at
// its top.
func IsCouncil(document []byte) bool {
	found := false
	strictjson.Names(document, func(name string) bool {
		found = slices.Contains([]string{"members", "seats", "policy"}, name)
		return !found
	})
	return found
}
