package schemas_test

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/dossier/internal/schemas"
	"github.com/ocop-vn/ocop-go/ocop/schema"
)

func TestFilesAreFresh(t *testing.T) {
	t.Parallel()
	made, err := schemas.Files(os.DirFS("../.."))
	require.NoError(t, err)
	var names []string
	for _, f := range made {
		name := strings.TrimPrefix(f.Name, schema.Version+"/")
		names = append(names, name)
		there, err := fs.ReadFile(schema.Files(), name)
		require.NoError(t, err)
		assert.True(t, bytes.Equal(f.Content, there), "%s: run make generate", f.Name)
	}
	require.NoError(t, fs.WalkDir(schema.Files(), ".", func(name string, d fs.DirEntry, err error) error {
		assert.True(t, d.IsDir() || slices.Contains(names, name), "nothing makes %s", name)
		return err
	}))
}

// Every reference leads somewhere, and every property of what strangers write
// has its words in both languages.
func TestSchemas(t *testing.T) {
	t.Parallel()
	require.NoError(t, fs.WalkDir(schema.Files(), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.Contains(name, "dossier.ui") {
			return err
		}
		data, err := fs.ReadFile(schema.Files(), name)
		require.NoError(t, err)
		var root map[string]any
		require.NoError(t, json.Unmarshal(data, &root))
		assert.Equal(t, "https://json-schema.org/draft/2020-12/schema", root["$schema"], name)
		assert.Equal(t, schemas.Base+schema.Version+"/"+name, root["$id"])
		assert.NotEmpty(t, root["title"], name)
		defs, _ := root["$defs"].(map[string]any)
		each(root, func(s map[string]any) {
			ref, ok := s["$ref"].(string)
			if !ok {
				return
			}
			if local, ok := strings.CutPrefix(ref, "#/$defs/"); ok {
				assert.Contains(t, defs, local, name)
			} else {
				assert.False(t, strings.HasPrefix(name, "bundle/") || strings.HasPrefix(name, "en/bundle/"), "a bundle stands by itself")
				assert.True(t, strings.HasPrefix(ref, "common.json#/$defs/"), ref)
			}
		})
		return nil
	}))
}

func each(s any, visit func(map[string]any)) {
	switch x := s.(type) {
	case map[string]any:
		visit(x)
		for _, value := range x {
			each(value, visit)
		}
	case []any:
		for _, value := range x {
			each(value, visit)
		}
	}
}

// The schema of the dossier has words wherever a form shows a field.
func TestWords(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"bundle/dossier.json", "en/bundle/dossier.json"} {
		data, err := fs.ReadFile(schema.Files(), name)
		require.NoError(t, err)
		var root struct {
			Properties map[string]struct{ Title string }
			Defs       map[string]struct {
				Properties map[string]struct{ Title string }
			} `json:"$defs"`
		}
		require.NoError(t, json.Unmarshal(data, &root))
		for property, s := range root.Properties {
			assert.NotEmpty(t, s.Title, property)
		}
		for def, d := range root.Defs {
			if strings.Contains(def, "-") {
				continue // of the rubric: titled by criterion and option
			}
			for property, s := range d.Properties {
				assert.NotEmpty(t, s.Title, "%s %s.%s", name, def, property)
			}
		}
	}
}

// The form's layout names every field of the dossier once, in order.
func TestForm(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"dossier.ui.json", "en/dossier.ui.json"} {
		data, err := fs.ReadFile(schema.Files(), name)
		require.NoError(t, err)
		var root any
		require.NoError(t, json.Unmarshal(data, &root))
		scopes := map[string]int{}
		each(root, func(s map[string]any) {
			if scope, ok := s["scope"].(string); ok {
				scopes[scope]++
				assert.NotEmpty(t, s["label"])
			}
		})
		assert.Greater(t, len(scopes), 80)
		for scope, n := range scopes {
			assert.Equal(t, 1, n, scope)
		}
		assert.Equal(t, 1, scopes["#/properties/producer/properties/representative/properties/name"])
	}
}
