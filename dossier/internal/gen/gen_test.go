package gen_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/dossier/internal/gen"
	"github.com/ocop-vn/ocop-go/dossier/internal/shape"
	"github.com/ocop-vn/ocop-go/scoring/qd26/words"
)

const source = "../.."

func TestFilesAreFresh(t *testing.T) {
	t.Parallel()
	files, err := gen.Files(os.DirFS(source))
	require.NoError(t, err)
	require.Len(t, files, 4)
	for _, f := range files {
		there, err := os.ReadFile(filepath.Join(source, f.Name))
		require.NoError(t, err)
		assert.Equal(t, string(f.Content), string(there), "%s: run make generate", f.Name)
	}
}

// Every field says where it is printed, and every kind of evidence and of file
// that a tag lists is there.
func TestTags(t *testing.T) {
	t.Parallel()
	structs, err := gen.Types(os.DirFS(source))
	require.NoError(t, err)
	assert.Equal(t, "Dossier", structs[0].Name)
	used, choices := map[string]bool{}, map[string][]string{}
	for _, s := range structs {
		for _, f := range s.Fields {
			assert.NotEmpty(t, f.Printed, "%s.%s", s.Name, f.Name)
			for _, tag := range append(f.Tags, f.Items...) {
				used[tag.Name] = true
				if tag.Name == "oneof" {
					choices[s.Name+"."+f.Name] = strings.Fields(tag.Param)
				}
			}
		}
	}
	used["ocop_reverse_domain"] = true // of names, which no tag of a field can judge: in CheckAcross
	for _, r := range shape.Rules() {
		assert.True(t, used[r.Tag], "no field has %s", r.Tag)
	}
	var kinds, media []string
	for _, e := range words.Evidence() {
		kinds = append(kinds, e.ID)
	}
	for _, m := range shape.MediaTypes() {
		media = append(media, m.Name)
	}
	assert.Equal(t, kinds, choices["Evidence.Kind"])
	assert.Equal(t, media, choices["File.MediaType"])
	assert.Equal(t, constants(t, "registration.go", "ProducerKind"), choices["Producer.Kind"])
	for _, tag := range shape.ChoiceTags() {
		assert.NotEmpty(t, shape.Choices(tag), tag)
	}
	assert.True(t, slices.IsSorted(kinds))
}

// constants are the values of a type's constants in a file, in order.
func constants(t *testing.T, file, of string) []string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(source, file))
	require.NoError(t, err)
	var values []string
	for _, c := range regexp.MustCompile(`(?m)^\t\w+ +`+of+` = "(.*?)"`).FindAllStringSubmatch(string(data), -1) {
		values = append(values, c[1])
	}
	return values
}
