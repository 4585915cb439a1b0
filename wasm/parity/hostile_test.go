package parity

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/scoring/strictjson/hostile"
	"github.com/ocop-vn/ocop-go/wasm/internal/bridge"
	"github.com/ocop-vn/ocop-go/wasm/internal/bridge/checks"
)

// texts are those on which a browser and Go may differ: marks of byte order,
// letters apart from their marks, letters of a later Unicode, halves of pairs,
// names that JavaScript knows.
var texts = []string{
	"\ufeff", "\ufeffHợp tác xã", "HTX\ufeff", "e" + strings.Repeat("\u0301", 31), "e" + strings.Repeat("\u0323\u0302", 200), strings.Repeat("e\u0302\u0323", 200), strings.Repeat("e\u0302\u0323", 201),
	strings.Repeat("ệ", 200), strings.Repeat("ệ", 201), strings.Repeat("\U000105d2\u0307", 150), strings.Repeat("\U0001611e\U0001611e", 150), strings.Repeat("\U00016d68\U00016d67", 120), strings.Repeat("\U00016d69", 199),
	"\u1100\u1161\u11a8", strings.Repeat("\u1100\u1161\u11a8", 100), "\u0344", "\u2126", "\ufb01", "\u0085", "\u2028", "\u061c", "\u200e", "\u009b", "\u0000", "\U000e0001",
	"__proto__", "constructor", "toString", "valueOf", "hasOwnProperty", "null", "undefined", "NaN", "length", "-0", "1e2", "",
}

// raw are values in JSON that readers take differently.
var raw = []string{
	`"\ud800"`, `"\udc00\ud800"`, `"\ud83d\ude00"`, `-0`, `0e0`, `13.0`, `101e-400`, `1e400`, `9007199254740993`, `1E+2`, `null`, `true`, `[]`, `{}`,
	`{"__proto__":{"answers":{}}}`, `{"toJSON":1}`, `{"length":1,"0":"x"}`, `[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]`, `"\u0000"`, `"\/"`, "\"\t\"", `'x'`, `01`, `.5`, `NaN`, `"` + strings.Repeat("x", 5000) + `"`,
}

// jsonString finds a string in a document, and with it names of members.
var jsonString = regexp.MustCompile(`"(?:[^"\\]|\\.)*"`)

// differ puts one or two of these texts and values in the place of a string.
func differ(r *rand.Rand, document string) string {
	for range 1 + r.IntN(2) {
		strings := jsonString.FindAllStringIndex(document, -1)
		if len(strings) == 0 {
			return document
		}
		at := strings[r.IntN(len(strings))]
		value := raw[r.IntN(len(raw))]
		if r.IntN(3) > 0 {
			value = fmt.Sprintf("%q", texts[r.IntN(len(texts))])
		}
		document = document[:at[0]] + value + document[at[1]:]
	}
	return document
}

// Documents made to differ: the same verdict, problems and bytes in Go and in
// the modules, and the modules live on.
func TestMadeToDiffer(t *testing.T) {
	t.Parallel()
	scoring, dossiers := start(t, "ocop.wasm"), start(t, "ocop-checks.wasm")
	r := random(t)
	head := `{"edition":"qd26-2026","set":13`
	sheet := hostile.Template{Head: head, Map: "answers", List: "gates"}
	council := hostile.Template{Head: head, Map: "policy", List: "members", Item: `{"id":"m1","answers":{"1.1":"z"}}`}
	dossier := hostile.Template{Head: `{"edition":"qd26-2026","product":{"set":13}`, Map: "report/claims", List: "proposed/gates"}
	ops := []bridge.Op{bridge.Score, bridge.Plan, bridge.Vector, bridge.Safety, bridge.CheckSheet, bridge.CheckPlan, bridge.Council, bridge.CheckCouncil, bridge.ParseVector, bridge.Rules}
	for i := range share(30_000) {
		s := filled(r, chances[r.IntN(len(chances))])
		document := differ(r, string(s.AppendJSON(nil)))
		if i%3 == 0 {
			document = string(hostile.Mix(sheet, r.IntN(4000), uint64(i)))
		}
		if r.IntN(50) == 0 {
			document = "\ufeff" + document
		}
		scoring.same(t, bridge.Scoring{}, ops[r.IntN(len(ops))], []byte(document))
	}
	for i := range share(10_000) {
		document := []byte(differ(r, string(councilDocument(r))))
		if i%3 == 0 {
			document = hostile.Mix(council, r.IntN(8000), uint64(i))
		}
		scoring.same(t, bridge.Scoring{}, []bridge.Op{bridge.Council, bridge.CheckCouncil}[i%2], document)
	}
	files, err := filepath.Glob(examples + "dossiers/*.json")
	require.NoError(t, err)
	for i := range share(20_000) {
		document := hostile.Mix(dossier, r.IntN(8000), uint64(i))
		if i%3 > 0 {
			example, err := os.ReadFile(files[r.IntN(len(files))]) //nolint:gosec // an example
			require.NoError(t, err)
			document = []byte(differ(r, string(example)))
		}
		dossiers.same(t, checks.Dossiers{}, []bridge.Op{bridge.CheckDossier, bridge.Claims, bridge.Review}[i%3], document)
	}
}
