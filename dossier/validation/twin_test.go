package validation_test

import (
	"cmp"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/dossier/internal/dossiertest"
	"github.com/ocop-vn/ocop-go/dossier/validation"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// inOrder puts problems in an order that the two share: a map has none.
func inOrder(list problem.List) problem.List {
	slices.SortFunc(list, func(a, b problem.Problem) int {
		return cmp.Or(strings.Compare(a.Path, b.Path), strings.Compare(a.Code, b.Code), strings.Compare(a.Message.En, b.Message.En))
	})
	return list
}

// same compares what validation finds in a value that holds a dossier at a
// pointer with what the dossier's own check finds.
func same(t *testing.T, found problem.List, x *dossier.Dossier, pointer string) {
	t.Helper()
	own := slices.Clone(x.CheckShape())
	for i := range own {
		own[i].Path = pointer + own[i].Path
	}
	if !reflect.DeepEqual(inOrder(own), inOrder(found)) && len(own)+len(found) > 0 {
		assert.Equal(t, own, found)
	}
}

// FuzzTwin holds the generated checker to validator/v10, on a dossier with any
// of its fields changed and, now and then, on one of any content; by itself and
// in a value that holds it, in an instance of any tag name.
func FuzzTwin(f *testing.F) {
	validators := instances(f)
	f.Add([]byte{})
	f.Add([]byte{1})
	for i := range 40 {
		seed := make([]byte, 60)
		for j := range seed {
			seed[j] = byte(i*j*j + 7*j + 31*i)
		}
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		s := dossiertest.Source(data)
		x := s.Dossier()
		v := validators[s.Choose(len(validators))]
		found, err := validation.Check(v.Validate, &x)
		require.NoError(t, err)
		same(t, found, &x, "")
		h := holders()[s.Choose(len(holders()))]
		if h.private {
			v = validators[len(validators)-1]
		}
		value, pointer := h.hold(x)
		same(t, validation.Problems(value, h.validate(v.Validate, value)), &x, pointer)
	})
}
