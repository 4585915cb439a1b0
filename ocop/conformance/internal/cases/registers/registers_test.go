package registers_test

import (
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/ocop/conformance/internal/answer"
	"github.com/ocop-vn/ocop-go/ocop/conformance/internal/cases/registers"
	"github.com/ocop-vn/ocop-go/ocop/conformance/internal/suite"
)

// The library gives what each case expects.
func TestCasesHold(t *testing.T) {
	t.Parallel()
	ids := map[string]bool{}
	for _, f := range registers.Files() {
		for i := range f.Cases {
			c := &f.Cases[i]
			assert.False(t, ids[c.ID], "two cases %s", c.ID)
			ids[c.ID] = true
			document, err := c.Document(base)
			require.NoError(t, err)
			got, err := answer.Answer(answer.Question{Kind: f.Kind, Document: document, With: c.With})
			if !assert.NoError(t, err, c.ID) {
				continue
			}
			if d := suite.Differs(c.Expect, got); d != "" {
				t.Errorf("%s: %s", c.ID, d)
			}
		}
	}
}

// base is a document of the suite that cases change.
func base(name string) ([]byte, error) {
	return os.ReadFile("../../../v1/documents/" + name)
}
