// Package cases gathers the cases of the suite: those of scores, of dossiers and of
// registers.
package cases

import (
	"slices"

	"github.com/ocop-vn/ocop-go/ocop/conformance/internal/cases/dossiers"
	"github.com/ocop-vn/ocop-go/ocop/conformance/internal/cases/registers"
	"github.com/ocop-vn/ocop-go/ocop/conformance/internal/cases/scores"
	"github.com/ocop-vn/ocop-go/ocop/conformance/internal/suite"
)

// Files are all files of cases.
func Files() []suite.File {
	return slices.Concat(scores.Files(), dossiers.Files(), registers.Files())
}
