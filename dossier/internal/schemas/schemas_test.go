package schemas_test

import (
	"bytes"
	"io/fs"
	"os"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/dossier/internal/schemas"
)

// What is made is what stands under version control, and nothing else does.
func TestFilesAreFresh(t *testing.T) {
	t.Parallel()
	published := os.DirFS("../../../ocop/schema")
	made, err := schemas.Files(os.DirFS("../.."))
	require.NoError(t, err)
	var names []string
	for _, f := range made {
		names = append(names, f.Name)
		there, err := fs.ReadFile(published, f.Name)
		require.NoError(t, err)
		assert.True(t, bytes.Equal(f.Content, there), "%s: run make generate", f.Name)
	}
	require.NoError(t, fs.WalkDir(published, schemas.Version, func(name string, d fs.DirEntry, err error) error {
		assert.True(t, d.IsDir() || slices.Contains(names, name), "nothing makes %s", name)
		return err
	}))
}
