package dossiers_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/ocop/conformance/internal/answer"
	"github.com/ocop-vn/ocop-go/ocop/conformance/internal/cases/dossiers"
	"github.com/ocop-vn/ocop-go/ocop/conformance/internal/suite"
)

// The library answers each case as it is stated.
func TestTheLibraryAnswers(t *testing.T) {
	t.Parallel()
	ids := map[string]bool{}
	for _, f := range dossiers.Files() {
		require.NotEmpty(t, f.Cases, f.Name())
		for _, c := range f.Cases {
			assert.False(t, ids[c.ID], "%s is there twice", c.ID)
			ids[c.ID] = true
			document, err := c.Document(document)
			require.NoError(t, err)
			got, err := answer.Answer(answer.Question{Kind: f.Kind, Document: document, With: c.With})
			require.NoError(t, err, c.ID)
			assert.Empty(t, suite.Differs(c.Expect, got), c.ID)
		}
	}
}

// A code that cases test by not being told is told in another case.
func TestEachCodeIsTold(t *testing.T) {
	t.Parallel()
	tested, told := map[string]bool{}, map[string]bool{}
	for _, f := range dossiers.Files() {
		for _, c := range f.Cases {
			for _, rule := range c.Rules {
				if code, ok := strings.CutPrefix(rule, "code/"); ok {
					tested[code] = true
				}
			}
			for _, code := range regexp.MustCompile(`"code":"([A-Z]+-[0-9]+)"`).FindAllStringSubmatch(string(c.Expect), -1) {
				told[code[1]] = true
			}
		}
	}
	assert.Equal(t, tested, told)
}

func document(name string) ([]byte, error) {
	return os.ReadFile(filepath.Join("..", "..", "..", "v1", "documents", name))
}
