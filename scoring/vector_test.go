package scoring_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
	"github.com/ocop-vn/ocop-go/scoring/strictjson/hostile"
)

func TestVector(t *testing.T) {
	t.Parallel()
	sheet := productSet(t, 13).Sheet()
	assert.Equal(t, "OCOP:qd26-2026/13", sheet.Vector())
	answer(t, &sheet, "11", "none", "1.1", "c", "2.4", "yes", "6.2.2", "b")
	require.NoError(t, sheet.SetGate("unacceptable-impurities", true))
	require.NoError(t, sheet.SetGate("identical-product", true))
	const want = "OCOP:qd26-2026/13/1.1:c/2.4:yes/6.2.2:b/11:none/!identical-product/!unacceptable-impurities"
	assert.Equal(t, want, sheet.Vector())
	back, err := scoring.ParseVector(want, qd26.Edition())
	require.NoError(t, err)
	assert.Equal(t, sheet, back)
	assert.Empty(t, (&scoring.Sheet{}).Vector())
	assert.Equal(t, "x", string((&scoring.Sheet{}).AppendVector([]byte("x"))))
	assert.Equal(t, "The vector is longer than 4096 bytes.", scoring.VectorTooLong().Message.En)
}

func TestVectorRoundTrip(t *testing.T) {
	t.Parallel()
	l := law(t)
	r := rand.New(rand.NewPCG(4, 4))
	for range sample(100_000) {
		sheet := engineSheet(t, randomSheet(r, l, r.IntN(40)))
		back, err := scoring.ParseVector(sheet.Vector(), qd26.Edition())
		require.NoError(t, err)
		require.Equal(t, sheet, back)
	}
}

// The longest vectors, for those who print a QR code.
func TestVectorLength(t *testing.T) {
	t.Parallel()
	longest, withGates := 0, 0
	for _, set := range qd26.Edition().Sets() {
		sheet := set.Sheet()
		for _, c := range set.Criteria() {
			long := ""
			for _, o := range c.Options() {
				if len(o.Code) > len(long) {
					long = o.Code
				}
			}
			if c.AllowsNone() {
				long = scoring.NoneCode
			}
			answer(t, &sheet, c.Code(), long)
		}
		longest = max(longest, len(sheet.Vector()))
		for _, g := range set.Gates() {
			if g.ZeroPointsAt == nil {
				require.NoError(t, sheet.SetGate(g.ID, true))
			}
		}
		withGates = max(withGates, len(sheet.Vector()))
	}
	assert.Equal(t, []int{286, 423}, []int{longest, withGates}, "what the doc of budget.VectorBytes says")
}

func TestParseVectorRefuses(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"":                                           "VECTOR-01 1",
		"ocop:qd26-2026/13":                          "VECTOR-01 1",
		"OCOP:":                                      "VECTOR-01 6",
		"OCOP:qd27/13":                               "VECTOR-03 6",
		"OCOP:qd26-2026":                             "VECTOR-01 15",
		"OCOP:qd26-2026/":                            "VECTOR-01 16",
		"OCOP:qd26-2026/27":                          "VECTOR-03 16",
		"OCOP:qd26-2026/013":                         "VECTOR-03 16",
		"OCOP:qd26-2026/+13":                         "VECTOR-03 16",
		"OCOP:qd26-2026/13/":                         "VECTOR-01 19",
		"OCOP:qd26-2026/13/1.1":                      "VECTOR-01 19",
		"OCOP:qd26-2026/13/1.1:":                     "VECTOR-03 19",
		"OCOP:qd26-2026/13/1.1:z":                    "VECTOR-03 19",
		"OCOP:qd26-2026/13/1.2:none":                 "VECTOR-03 19",
		"OCOP:qd26-2026/13/9.9:a":                    "VECTOR-03 19",
		"OCOP:qd26-2026/13/1.1:a/1.1:a":              "VECTOR-02 25",
		"OCOP:qd26-2026/13/1.2:a/1.1:a":              "VECTOR-02 25",
		"OCOP:qd26-2026/13/1.1:a\t":                  "VECTOR-03 19",
		"OCOP:qd26-2026/13/1.1:a//1.2:a":             "VECTOR-01 25",
		"OCOP:qd26-2026/13/!forged":                  "VECTOR-03 19",
		"OCOP:qd26-2026/16/!forged":                  "VECTOR-03 19",
		"OCOP:qd26-2026/13/!forged-dossier/!forged":  "VECTOR-03 35",
		"OCOP:qd26-2026/:3":                          "VECTOR-03 16",
		"OCOP:qd26-2026/a3":                          "VECTOR-03 16",
		"OCOP:qd26-2026/0":                           "VECTOR-03 16",
		"OCOP:" + strings.Repeat("x", 4091):          "VECTOR-03 6", // 4 KiB
		"OCOP:" + strings.Repeat("x", 4092):          "VECTOR-04 ",
		"OCOP:qd26-2026/13/!":                        "VECTOR-03 19",
		"OCOP:qd26-2026/16/!zero-sensory-point":      "VECTOR-03 19",
		"OCOP:qd26-2026/13/!identical-product/1.1:a": "VECTOR-02 38",
		"OCOP:qd26-2026/13/!identical-product/!identical-product": "VECTOR-02 38",
		"OCOP:qd26-2026/13/!identical-product/!forged-dossier":    "VECTOR-02 38",
		"OCOP:qd26-2026/13/1.1:a\n":                               "VECTOR-03 19",
		"OCOP:qd26-2026/13/ắ:a":                                   "VECTOR-03 19",
		"OCOP:qd26-2026/13/1.1:a" + strings.Repeat("/", 5000):     "VECTOR-04 ",
	} {
		sheet, err := scoring.ParseVector(text, qd26.Edition())
		var problems problem.List
		require.ErrorAs(t, err, &problems, text)
		require.Len(t, problems, 1)
		position := ""
		for _, p := range problems[0].Params {
			if p.Name == "position" {
				position = p.Value
			}
		}
		assert.Equal(t, want, problems[0].Code+" "+position, text)
		assert.Equal(t, scoring.Sheet{}, sheet)
	}
}

// What parses is the very vector of the sheet that it gives.
func FuzzParseVector(f *testing.F) {
	f.Add("OCOP:qd26-2026/13/1.1:c/2.4:yes/6.2.2:b/11:none/!identical-product")
	f.Add("OCOP:qd26-2026/26/8:1a/15:2b")
	f.Add("OCOP:qd26-2026/16/6.1:a/!forged-dossier")
	f.Fuzz(func(t *testing.T, text string) {
		hostile.Ceilings().Check(t, []byte(text), func(data []byte) []byte {
			_, err := scoring.ParseVector(string(data), qd26.Edition())
			return written(err)
		})
		sheet, err := scoring.ParseVector(text, qd26.Edition())
		if err != nil {
			require.Equal(t, scoring.Sheet{}, sheet)
			return
		}
		require.Equal(t, text, sheet.Vector())
	})
}

func TestVectorAllocations(t *testing.T) {
	sheet := best(t, 13)
	text := sheet.Vector()
	edition := qd26.Edition()
	assert.Zero(t, testing.AllocsPerRun(100, func() { _, _ = scoring.ParseVector(text, edition) }))
	assert.LessOrEqual(t, testing.AllocsPerRun(100, func() { _ = sheet.Vector() }), 1.0)
}

func BenchmarkVector(b *testing.B) {
	sheet := best(b, 13)
	b.ReportAllocs()
	for b.Loop() {
		_ = sheet.Vector()
	}
}

func BenchmarkParseVector(b *testing.B) {
	sheet := best(b, 13)
	text := sheet.Vector()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := scoring.ParseVector(text, qd26.Edition()); err != nil {
			b.Fatal(err)
		}
	}
}
