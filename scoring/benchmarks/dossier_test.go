package benchmarks

import (
	"bytes"
	"encoding/json"
	"os"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/dossier/validation"
	"github.com/ocop-vn/ocop-go/ocop/schema"
	"github.com/ocop-vn/ocop-go/scoring/lang"
)

// judges take a dossier as JSON text and say whether it may stand.
func judges(tb testing.TB) map[string]func(data []byte) bool {
	tb.Helper()
	validate, err := validation.New()
	require.NoError(tb, err)
	text, ok := schema.Get("dossier", lang.En)
	require.True(tb, ok)
	published, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	require.NoError(tb, err)
	compiler := jsonschema.NewCompiler()
	require.NoError(tb, compiler.AddResource("dossier.json", published))
	compiled, err := compiler.Compile("dossier.json")
	require.NoError(tb, err)
	return map[string]func([]byte) bool{
		"ocop": func(data []byte) bool {
			_, problems := dossier.Read(data, dossier.Options{})
			return problems.Err() == nil
		},
		"validator": func(data []byte) bool {
			var x dossier.Dossier
			return json.Unmarshal(data, &x) == nil && validate.Struct(&x) == nil
		},
		"jsonschema": func(data []byte) bool {
			value, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
			return err == nil && compiled.Validate(value) == nil
		},
	}
}

func example(tb testing.TB) []byte {
	tb.Helper()
	data, err := os.ReadFile("../../examples/dossiers/do-uong-lan-dau.json")
	require.NoError(tb, err)
	return data
}

// TestJudgesAgree: all take the example and refuse one of a product set that there
// is not. What only some of them see, the README says.
func TestJudgesAgree(t *testing.T) {
	t.Parallel()
	data := example(t)
	broken := bytes.Replace(data, []byte(`"set": 14`), []byte(`"set": 99`), 1)
	require.False(t, bytes.Equal(data, broken))
	unknown := bytes.Replace(data, []byte(`"set": 14`), []byte(`"set": 14, "star": 5`), 1)
	for name, takes := range judges(t) {
		assert.True(t, takes(data), name)
		assert.False(t, takes(broken), name)
		assert.Equal(t, name == "validator", takes(unknown), name)
	}
}

// BenchmarkDossier: a dossier as JSON text to whether it may stand.
func BenchmarkDossier(b *testing.B) {
	data, all := example(b), judges(b)
	for _, name := range []string{"ocop", "validator", "jsonschema"} {
		run(b, name, func(int) int {
			if !all[name](data) {
				b.Fatal("refused")
			}
			return 1
		})
	}
}
