package ocop

import (
	"errors"

	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/budget"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// Document is a kind of document that can be validated.
type Document string

// The kinds of document.
const (
	DocumentDossier Document = "dossier"
	DocumentSheet   Document = "sheet"
	DocumentCouncil Document = "council"
	DocumentPlan    Document = "plan" // a plan's request
)

// MaxBytes is the largest document of the kind; 0 for no kind.
func (d Document) MaxBytes() int64 {
	switch d {
	case DocumentDossier:
		return int64(budget.Dossier().Bytes)
	case DocumentSheet, DocumentPlan:
		return int64(budget.Sheet().Bytes)
	case DocumentCouncil:
		return int64(budget.Council().Bytes)
	}
	return 0
}

// Validate tells all that is wrong with a document of a kind, warnings
// included. The document is valid when no problem is an error.
func (l *Library) Validate(kind Document, document []byte) problem.List {
	var err error
	switch kind {
	case DocumentDossier:
		_, problems := l.ReadDossier(document)
		return problems
	case DocumentSheet:
		_, err = scoring.DecodeSheet(document, l.Editions()...)
		err = explainEdition(err)
	case DocumentCouncil:
		_, err = scoring.DecodeCouncil(document, l.Editions()...)
		err = explainEdition(err)
	case DocumentPlan:
		const anyStar = 1 // a request need not name the star: who asks for the plan may
		_, err = scoring.DecodePlanRequest(document, anyStar, l.Editions()...)
		err = explainEdition(err)
	default:
		return problem.List{unknownDocument.At("", problem.Value("kind", string(kind)))}
	}
	var problems problem.List
	errors.As(err, &problems)
	return problems
}
