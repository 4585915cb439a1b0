package conformance

import (
	"encoding/json"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/ocop"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// Answers that are worked out anew when they are read back fit their schemas: a
// changed one that the schema refuses is refused by the library too. The other way
// it need not be, as no schema can tell a wrong total.
func TestWhatIsReadBackFits(t *testing.T) {
	t.Parallel()
	answers := map[string][][]byte{}
	var l ocop.Library
	for _, e := range corpus(t) {
		if e.as != ocop.DocumentSheet {
			continue
		}
		evaluation, err := l.Evaluate(e.content)
		require.NoError(t, err)
		answers["result"] = append(answers["result"], evaluation.Result.AppendJSON(nil))
		sheet := evaluation.Result.Sheet()
		blank := sheet.Set().Sheet()
		difference, err := scoring.Compare(&blank, &sheet)
		require.NoError(t, err)
		answers["difference"] = append(answers["difference"], difference.AppendJSON(nil))
	}
	r := rand.New(rand.NewPCG(17, 2026))
	for name, fresh := range map[string]func() json.Unmarshaler{
		"result":     func() json.Unmarshaler { return new(scoring.Result) },
		"difference": func() json.Unmarshaler { return new(scoring.Difference) },
	} {
		s := compile(t, name, lang.Vi, true)
		both := 0
		for i := range mutations(ocop.DocumentSheet) / 4 {
			text, err := mutate(answers[name][i%len(answers[name])], r)
			require.NoError(t, err)
			err = fresh().UnmarshalJSON([]byte(text))
			if err != nil {
				require.NotEmpty(t, problem.From(err))
			}
			if refused, paths := judge(t, s, text); refused && text != "null" { // null leaves a value as it is
				both++
				require.Error(t, err, "%s: the schema refuses %v, the library takes %s", name, paths, shorten(text))
			}
		}
		assert.Greater(t, both, mutations(ocop.DocumentSheet)/20, name)
	}
}
