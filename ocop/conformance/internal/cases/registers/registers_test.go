package registers_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/ocop/conformance/internal/answer"
	"github.com/ocop-vn/ocop-go/ocop/conformance/internal/cases/registers"
	"github.com/ocop-vn/ocop-go/ocop/conformance/internal/rules"
	"github.com/ocop-vn/ocop-go/ocop/conformance/internal/suite"
	"github.com/ocop-vn/ocop-go/ocop/httpapi"
	"github.com/ocop-vn/ocop-go/ocop/pack"
	"github.com/ocop-vn/ocop-go/ocop/registry"
	"github.com/ocop-vn/ocop-go/ocop/trace"
	"github.com/ocop-vn/ocop-go/ocop/trace/page"
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

// Every rule and every code of these packages has a case, and no case another rule.
func TestEveryRuleHasACase(t *testing.T) {
	t.Parallel()
	known := map[string]bool{}
	for _, rule := range rules.Registers() {
		assert.False(t, known[rule], "%s twice", rule)
		known[rule] = true
	}
	outside := rules.RegistersOutside()
	for _, k := range slices.Concat(registry.Kinds(), trace.Kinds(), page.Kinds(), pack.Kinds(), httpapi.Kinds()) {
		if _, ok := outside[k.Code]; !ok {
			known["code/"+k.Code] = true
		}
	}
	for _, code := range []string{"RECORD-01", "RECORD-02", "RECORD-03", "RECORD-04", "DOSSIER-26", "DOSSIER-27", "DOSSIER-28"} { // of records alone
		known["code/"+code] = true
	}
	tested := map[string]bool{}
	for _, f := range registers.Files() {
		for i := range f.Cases {
			for _, rule := range f.Cases[i].Rules {
				tested[rule] = true
				if group, _, _ := strings.Cut(rule, "/"); group != "code" && group != "reading" {
					assert.True(t, known[rule], "%s tests %s, which is no rule", f.Cases[i].ID, rule)
				}
			}
		}
	}
	for rule := range known {
		assert.True(t, tested[rule], "%s has no case", rule)
	}
	for code, file := range outside {
		assert.False(t, tested["code/"+code], "%s has a case", code)
		text, err := os.ReadFile("../../../../../" + file)
		require.NoError(t, err)
		assert.Contains(t, string(text), code, file)
	}
}

// base is a document of the suite that cases change.
func base(name string) ([]byte, error) {
	return os.ReadFile("../../../v1/documents/" + name)
}
