// Package codes lists every kind of problem that the library can tell, of all
// packages. What browsers alone tell stands in the scripts of wasm/npm.
package codes

import (
	"slices"
	"strings"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/dossier/validation"
	"github.com/ocop-vn/ocop-go/ocop"
	"github.com/ocop-vn/ocop-go/ocop/httpapi"
	"github.com/ocop-vn/ocop-go/ocop/pack"
	"github.com/ocop-vn/ocop-go/ocop/paper"
	"github.com/ocop-vn/ocop-go/ocop/registry"
	"github.com/ocop-vn/ocop-go/ocop/trace"
	"github.com/ocop-vn/ocop-go/ocop/trace/page"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/rubric"
	"github.com/ocop-vn/ocop-go/scoring/strictjson"
)

// All lists the kinds by code.
func All() []problem.Kind {
	all := slices.Concat(
		problem.Kinds(), strictjson.Kinds(), civil.Kinds(), scoring.Kinds(), rubric.Kinds(),
		dossier.Kinds(), validation.Kinds(),
		ocop.Kinds(), paper.Kinds(), httpapi.Kinds(), pack.Kinds(), registry.Kinds(), trace.Kinds(), page.Kinds(),
	)
	slices.SortStableFunc(all, func(a, b problem.Kind) int { return strings.Compare(a.Code, b.Code) })
	return all
}
