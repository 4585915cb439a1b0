package conformance_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	jsonpatch "github.com/evanphx/json-patch/v5"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/ocop/registry"
)

// members are what a record's members may be; "" leaves one out.
var members = map[string][]string{
	"product":  {`"Cà phê"`, `"Trà \"sen\" <b>&</b> \\"`, `"Mật ong 🐝"`},
	"set":      {"13", "14"},
	"producer": {`{"name":"HTX","kind":"cooperative"}`, `{"name":"HTX","kind":"cooperative","size":"small"}`, `{"name":"HTX <Ea Kao>","kind":"enterprise","taxCode":"0100109106"}`},
	"star":     {"3", "4", "5"},
	"parts":    {"", `{"A":"35","B":"24","C":"26"}`, `{"A":"34","B":"24","C":"25.5"}`},
	"channels": {"", `["supermarket","e-commerce"]`, `["e-commerce","supermarket"]`, `["shop"]`},
	"trace":    {"", `"https://example.vn/t?a=1&b=2"`},
}

// register is a register by chance: as lines, and as one object by code.
func register(t *testing.T, chance *rand.Rand) (*registry.Register, []byte) {
	t.Helper()
	var lines []string
	object := map[string]json.RawMessage{}
	for i := range 6 {
		if chance.IntN(4) == 0 {
			continue
		}
		code := fmt.Sprintf("66-24277-%d-2026", i)
		line := `{"code":"` + code + `","edition":"qd26-2026","province":"66","commune":"24277","total":"90","decision":"1/QĐ","authority":"province","issued":"2026-08-05","expires":"2029-08-05","state":"recognised"`
		for _, name := range slices.Sorted(maps.Keys(members)) {
			values := members[name]
			if value := values[chance.IntN(len(values))]; value != "" {
				line += `,"` + name + `":` + value
			}
		}
		lines = append(lines, line+"}")
		object[code] = json.RawMessage(line + "}")
	}
	r, _, err := registry.Gather(registry.JSONLines("", strings.NewReader(strings.Join(lines, "\n"))))
	require.NoError(t, err)
	whole, err := json.Marshal(object)
	require.NoError(t, err)
	return r, whole
}

// lines is an object of records by code as a register.
func lines(t *testing.T, object []byte) *registry.Register {
	t.Helper()
	var records map[string]json.RawMessage
	require.NoError(t, json.Unmarshal(object, &records))
	var text bytes.Buffer
	for _, x := range records {
		require.NoError(t, json.Compact(&text, x))
		text.WriteByte('\n')
	}
	r, _, err := registry.Gather(registry.JSONLines("", &text))
	require.NoError(t, err)
	return r
}

// The patch makes the later register of the earlier one as it stands in its file,
// and of no other one that has something of what it changes otherwise.
func TestAnotherLibraryAppliesThePatch(t *testing.T) {
	t.Parallel()
	refused := 0
	for seed := range uint64(300) {
		chance := rand.New(rand.NewPCG(seed, 16))
		from, object := register(t, chance)
		to, _ := register(t, chance)
		third, other := register(t, chance)
		d := registry.Diff(from, to)
		text, err := json.Marshal(d.Patch())
		require.NoError(t, err)
		patch, err := jsonpatch.DecodePatch(text)
		require.NoError(t, err)
		got, err := patch.Apply(object)
		require.NoError(t, err, "seed %d", seed)
		require.Equal(t, to.Digest(), lines(t, got).Digest(), "seed %d", seed)

		if _, err := patch.Apply(other); err != nil {
			refused++
			_, problems := registry.Apply(third, d.Patch())
			require.NotEmpty(t, problems, "seed %d: what another library refuses is refused here", seed)
		}
		for _, c := range d.Changed {
			text, err := json.Marshal(c)
			require.NoError(t, err)
			var change struct {
				Before, After json.RawMessage
				Patch         jsonpatch.Patch
			}
			require.NoError(t, json.Unmarshal(text, &change))
			got, err := change.Patch.Apply(change.Before)
			require.NoError(t, err)
			one, two := lines(t, fmt.Appendf(nil, `{"x":%s}`, change.After)), lines(t, fmt.Appendf(nil, `{"x":%s}`, got))
			require.Equal(t, one.Digest(), two.Digest(), "seed %d", seed)
		}
	}
	assert.Greater(t, refused, 250)
}
