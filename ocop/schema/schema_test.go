package schema_test

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/ocop/schema"
	"github.com/ocop-vn/ocop-go/scoring/lang"
)

// sum is the hash of a version's files: of each its name, its length and itself, in order of names.
func sum(t *testing.T, files fs.FS) string {
	t.Helper()
	h := sha256.New()
	require.NoError(t, fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(files, name)
		fmt.Fprintf(h, "%s %d\n%s", name, len(data), data)
		return err
	}))
	return hex.EncodeToString(h.Sum(nil))
}

// changed lists the released versions whose files are not what they were.
func changed(t *testing.T, root fs.FS, released string) []string {
	t.Helper()
	var list []string
	for line := range strings.Lines(released) {
		version, hash, ok := strings.Cut(strings.TrimSpace(line), " ")
		if strings.HasPrefix(line, "#") || !ok {
			continue
		}
		files, err := fs.Sub(root, version)
		require.NoError(t, err)
		if sum(t, files) != hash {
			list = append(list, version)
		}
	}
	return list
}

func TestReleasedVersionsNeverChange(t *testing.T) {
	t.Parallel()
	released, err := os.ReadFile("released.txt")
	require.NoError(t, err)
	assert.Empty(t, changed(t, os.DirFS("."), string(released)))

	root := fstest.MapFS{"v1/a.json": {Data: []byte("{}")}, "v2/a.json": {Data: []byte("{}")}}
	list := "# two\nv1 " + sum(t, fstest.MapFS{"a.json": {Data: []byte("{}")}}) + "\nv2 " + sum(t, fstest.MapFS{"a.json": {Data: []byte("{ }")}}) + "\n"
	assert.Equal(t, []string{"v2"}, changed(t, root, list), "a change is found")
}

func TestGet(t *testing.T) {
	t.Parallel()
	for _, name := range schema.Names() {
		vi, ok := schema.Get(name, lang.Vi)
		assert.True(t, ok)
		en, ok := schema.Get(name, lang.En)
		assert.True(t, ok)
		assert.NotEqual(t, vi, en, "titles in either language")
	}
	_, ok := schema.Get("letter", lang.Vi)
	assert.False(t, ok)
}
