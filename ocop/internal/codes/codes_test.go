package codes_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/ocop-vn/ocop-go/ocop/internal/codes"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// Each code stands once, in order, of the first package and of the last.
func TestAll(t *testing.T) {
	t.Parallel()
	var list []string
	for _, k := range codes.All() {
		list = append(list, k.Code)
	}
	assert.Subset(t, list, []string{problem.Kinds()[0].Code, "SHOP-03"})
	assert.Equal(t, slices.Compact(slices.Sorted(slices.Values(list))), list)
}
