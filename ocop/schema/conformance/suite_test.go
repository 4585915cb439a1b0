package conformance

import (
	"bytes"
	"encoding/json"
	"slices"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	suite "github.com/ocop-vn/ocop-go/ocop/conformance"
	"github.com/ocop-vn/ocop-go/scoring/lang"
)

// The cases of the conformance suite say which errors a JSON Schema finds too. The
// published schemas refuse a document of a case if and only if it has such an error.
func TestLayersOfTheSuite(t *testing.T) {
	t.Parallel()
	cases, err := suite.Cases()
	require.NoError(t, err)
	schemas := map[string]*jsonschema.Schema{}
	for _, name := range []string{"dossier", "sheet", "council", "life", "milestones", "holidays"} {
		schemas[name] = compile(t, name, lang.En, true)
	}
	judged := 0
	for _, c := range cases {
		document, name := c.Document, map[string]string{
			"dossier": "dossier", "score": "dossier", "sheet": "sheet", "council": "council", "life": "life", "deadlines": "milestones",
		}[c.Kind]
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(document))
		if members, ok := doc.(map[string]any); ok && members["product"] != nil && (name == "life" || name == "milestones") {
			name = "dossier" // which tells of its days
		}
		if c.With.Holidays != nil {
			doc, err = jsonschema.UnmarshalJSON(bytes.NewReader(c.With.Holidays))
			name = "holidays"
		}
		if name == "" || err != nil {
			continue
		}
		var expect struct {
			Problems []struct{ Code, Layer, Severity string }
		}
		require.NoError(t, json.Unmarshal(c.Expect, &expect))
		wrong, known := false, true
		for _, p := range expect.Problems {
			wrong = wrong || p.Layer == "schema" && p.Severity == "error"
			known = known && p.Layer != "" && !slices.Contains([]string{"JSON-01", "JSON-02", "JSON-03"}, p.Code)
		}
		if !known { // or no JSON, which is no case for a schema
			continue
		}
		judged++
		assert.Equal(t, wrong, schemas[name].Validate(doc) != nil, c.ID)
	}
	t.Logf("%d documents judged", judged)
}
