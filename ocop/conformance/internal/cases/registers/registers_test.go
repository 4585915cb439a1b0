package registers_test

import (
	"encoding/json"
	"strings"
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
			document := documentOf(t, c)
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

// documentOf is the document of a case.
func documentOf(t *testing.T, c *suite.Case) []byte {
	t.Helper()
	switch {
	case c.Text != nil:
		return []byte(*c.Text)
	case c.Base64 != nil:
		return c.Base64
	case c.Base == "":
		return c.Input
	}
	var x any
	require.NoError(t, json.Unmarshal(registers.Documents()[c.Base], &x), c.ID)
	for _, change := range c.Patch {
		x = patched(t, x, strings.Split(change.Path, "/")[1:], change)
	}
	data, err := json.Marshal(x)
	require.NoError(t, err)
	return data
}

// patched is a value with a change (RFC 6902) at a path of members.
func patched(t *testing.T, x any, path []string, change suite.Change) any {
	t.Helper()
	members, ok := x.(map[string]any)
	require.True(t, ok, change.Path)
	name := path[0]
	switch {
	case len(path) > 1:
		members[name] = patched(t, members[name], path[1:], change)
	case change.Op == "remove":
		require.Contains(t, members, name, change.Path)
		delete(members, name)
	default:
		var value any
		require.NoError(t, json.Unmarshal(change.Value, &value))
		members[name] = value
	}
	return members
}
