package dossier_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/dossier"
)

// with is the text of a complete dossier with extensions.
func with(t *testing.T, extensions string) []byte {
	t.Helper()
	whole := string(text(t, complete(t, 13, dossier.ApplicationFirst)))
	return []byte(strings.TrimSuffix(whole, "}") + `,"extensions":` + extensions + "}")
}

// What a program keeps with a dossier comes back as it stood, whatever it is.
func TestExtensionsAreKept(t *testing.T) {
	t.Parallel()
	for _, value := range []string{
		`null`, `true`, `""`, `0`, `-1.50e+400`, `12345678901234567890.10`, `[]`, `{}`, `[1,[2,[3]]]`, `{"b":1,"a":{"c":[null]},"b":2}`,
		`"e\u0302\u00d0"`, "\"e\u0302\"", `{"answers":{"1.1":"a"}}`,
	} {
		x, problems := dossier.Read(with(t, `{"vn.example.a" : `+value+` , "vn.example.b":1}`), dossier.Options{})
		require.Empty(t, problems, value)
		assert.Equal(t, map[string]dossier.Extension{"vn.example.a": dossier.Extension(value), "vn.example.b": "1"}, x.Extensions)
		written, err := json.Marshal(x)
		require.NoError(t, err, value)
		assert.Contains(t, string(written), `"vn.example.a":`+value+`,`)
		var back dossier.Dossier
		require.NoError(t, json.Unmarshal(written, &back))
		assert.Equal(t, x, back, "by encoding/json too")
	}
	x, problems := dossier.Read(with(t, `{}`), dossier.Options{})
	assert.Empty(t, problems)
	assert.Contains(t, string(text(t, &x)), `"extensions":{}`, "an empty object is no less there")
	x.Extensions = map[string]dossier.Extension{"vn.a": ""}
	assert.Contains(t, string(text(t, &x)), `"extensions":{"vn.a":null}`, "nothing is null")
}

func TestExtensionsThatAreRefused(t *testing.T) {
	t.Parallel()
	many := func(n int) string {
		var list []string
		for i := range n {
			list = append(list, fmt.Sprintf(`"vn.a%d":1`, i))
		}
		return "{" + strings.Join(list, ",") + "}"
	}
	for extensions, want := range map[string][]string{
		many(16):              nil,
		many(17):              {"DOSSIER-05 /extensions"},
		`[]`:                  {"JSON-09 /extensions"},
		`{"portal":1}`:        {"DOSSIER-24 /extensions/portal"},
		`{"vn.a":1,"vn.a":2}`: {"JSON-06 /extensions/vn.a"},
		`{"vn.a":` + strings.Repeat("[", 14) + strings.Repeat("]", 14) + `}`: nil,
		`{"vn.a":` + strings.Repeat("[", 15) + strings.Repeat("]", 15) + `}`: {"JSON-05 /extensions/vn.a" + strings.Repeat("/0", 14)},
	} {
		_, problems := dossier.Read(with(t, extensions), dossier.Options{})
		assert.Equal(t, want, found(problems), extensions)
	}
}
