//go:build !ocop_compact

package dossier_test

import (
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/dossier"
)

// A dossier of 35 KB had cost 2,354 allocations. The race detector and the mutants,
// which build with ocop_compact, have allocations of their own.
func TestReadAllocatesLittle(t *testing.T) {
	data, err := os.ReadFile("../examples/dossiers/thuc-pham-lan-dau.json")
	require.NoError(t, err)
	assert.Less(t, testing.AllocsPerRun(20, func() { _, _ = dossier.Read(data, dossier.Options{}) }), 900.0)
}
