package synthetic_test

import (
	"iter"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/dossier/codes"
	"github.com/ocop-vn/ocop-go/dossier/codes/places"
	"github.com/ocop-vn/ocop-go/examples/registry/synthetic"
	"github.com/ocop-vn/ocop-go/ocop/registry"
	"github.com/ocop-vn/ocop-go/scoring/civil"
)

var on = civil.Date{Year: 2026, Month: 11, Day: 25}

// register is one of 20,000 records, made once.
var register = sync.OnceValues(func() ([]registry.Record, synthetic.Tally) {
	return synthetic.Make(synthetic.Options{Records: 20_000, Seed: 1, On: on})
})

// Nothing is wrong with any record, or to be looked at.
func TestRecordsAreRight(t *testing.T) {
	t.Parallel()
	records, _ := register()
	require.Equal(t, 20_000, len(records)) //nolint:testifylint // Len would print them all
	for i := range records {
		require.Empty(t, registry.Check(&records[i]), "%+v", records[i])
		require.Contains(t, records[i].Producer.Name, " (giả lập)")
	}
}

// What the library counts of a register is what its maker counted while making it,
// for any seed and day.
func TestFiguresAreThoseOfTheMaker(t *testing.T) {
	t.Parallel()
	for i, day := range []civil.Date{
		on, synthetic.First, {Year: 2024, Month: 2, Day: 29}, {Year: 2026, Month: 5, Day: 22}, {Year: 2027, Month: 3, Day: 1}, {Year: 2031, Month: 8, Day: 31},
	} {
		records, tally := synthetic.Make(synthetic.Options{Records: 5000 + 15_000*(1-min(i, 1)), Seed: uint64(i), On: day})
		report, err := registry.Count(rows(records), registry.Options{On: day})
		require.NoError(t, err)
		assert.Zero(t, report.Failed)
		assert.Empty(t, report.Findings)
		assert.Equal(t, tally.Records, report.Records)
		assert.Equal(t, tally.InForce, report.InForce)
		assert.Equal(t, tally.ByStar, report.ByStar)
		assert.Equal(t, tally.BySet, report.BySet)
		assert.Equal(t, tally.BySector, report.BySector)
		assert.Equal(t, tally.ByProvince, report.ByProvince)
		assert.Equal(t, tally.ByYear, report.ByYear)
		assert.Equal(t, registry.Producers{Total: tally.Producers, ByKind: tally.ByKind, SmallFirm: tally.SmallFirm, Modern: tally.Modern}, report.Producers)
		assert.Equal(t, registry.Due{Renewal: tally.Renewal, Expiring180: tally.Expiring180, Lapsed: tally.Lapsed}, report.Due)
		assert.Equal(t, registry.Share{Count: tally.Upgraded, Of: tally.Before}, report.Upgraded)
		assert.NotZero(t, tally.Lapsed)
		assert.NotZero(t, tally.Renewal)
		assert.NotZero(t, tally.Upgraded)
	}
}

// The register has something of everything, in about the programme's proportions.
func TestRegisterIsLikeTheProgrammes(t *testing.T) {
	t.Parallel()
	records, tally := register()
	assert.Len(t, tally.ByProvince, 34)
	assert.Len(t, tally.BySet, 26)
	assert.Len(t, tally.ByState, 4)
	assert.Len(t, tally.ByKind, 10)
	assert.InDelta(t, 17_000, tally.InForce, 500)
	assert.InDelta(t, 76, percent(tally.ByStar[3], tally.InForce), 1)
	assert.InDelta(t, 23, percent(tally.ByStar[4], tally.InForce), 1)
	assert.InDelta(t, 0.6, percent(tally.ByStar[5], tally.InForce), 0.3)
	assert.InDelta(t, 8_500, tally.Producers, 1_000)
	seen, codesSeen, communes := map[string]int{}, map[string]bool{}, map[string]bool{}
	for i := range records {
		x := &records[i]
		if x.Code != "" && codesSeen[x.Code] {
			t.Error(x.Code, "stands twice")
		}
		codesSeen[x.Code], communes[x.Commune] = true, true
		seen["edition "+x.Edition]++
		seen["ground "+string(x.Ground)]++
		seen["size "+x.Producer.Size]++
		seen["digits "+strconv.Itoa(len(x.Producer.TaxCode))]++
		seen["parts "+strconv.Itoa(strings.Count(x.Code, "-"))]++
		seen["trace "+strconv.FormatBool(x.Trace != "")]++
		seen["before "+strconv.FormatBool(codesSeen[x.Previous])]++
		for _, c := range x.Channels {
			seen["channel "+c]++
		}
	}
	for _, key := range []string{
		"edition qd1048-2019", "edition qd148-2023", "edition qd26-2026", "size micro", "size small", "size medium", "size large",
		"digits 0", "digits 10", "digits 12", "digits 14", "parts 0", "parts 3", "parts 4", "trace true", "trace false", "before true",
		"channel supermarket", "channel convenience-store", "channel e-commerce", "channel shop", "channel export",
		"ground untruthful", "ground criteria-unmet", "ground law-broken", "ground mark-misused", "ground not-producing", "ground other-authority",
	} {
		assert.NotZero(t, seen[key], key)
	}
	assert.Greater(t, len(communes), 2_900, "of 3,321")
}

// The earlier certificate of a product that stands in the register as well ended before the later.
func TestEarlierCertificatesHaveEnded(t *testing.T) {
	t.Parallel()
	records, _ := register()
	byCode, pairs := map[string]*registry.Record{}, 0
	for i := range records {
		byCode[records[i].Code] = &records[i]
	}
	for i := range records {
		x := &records[i]
		earlier, ok := byCode[x.Previous]
		if x.Previous == "" || !ok {
			continue
		}
		pairs++
		assert.Less(t, earlier.Expires, x.Issued)
		assert.Equal(t, x.PreviousStar, earlier.Star)
		assert.Equal(t, x.Product, earlier.Product)
	}
	assert.Greater(t, pairs, 50)
}

func TestSameSeedSameRegister(t *testing.T) {
	t.Parallel()
	small := func(seed uint64) []registry.Record {
		records, _ := synthetic.Make(synthetic.Options{Records: 300, Seed: seed, On: on})
		return records
	}
	again := small(7)
	assert.Equal(t, again, small(7))
	assert.NotEqual(t, small(7), small(8))
}

// Each commune's code lies in the range of a province that today's was formed from,
// but for a few of Hà Nội, which came there before.
func TestOldProvinces(t *testing.T) {
	t.Parallel()
	records, _ := register()
	old := map[string]bool{}
	for i := range records {
		code, err := codes.ParseProductCode(records[i].Code)
		if err != nil || !code.Older() {
			continue
		}
		old[code.Province] = true
		today, ok := places.CommuneProvince(code.Commune)
		require.True(t, ok)
		successor, ok := places.Successor(code.Province)
		require.True(t, ok)
		assert.Equal(t, today, successor)
	}
	assert.Len(t, slices.Collect(maps.Keys(old)), 63)
}

func BenchmarkMake(b *testing.B) {
	for b.Loop() {
		synthetic.Make(synthetic.Options{Records: 20_000, Seed: 1, On: on})
	}
}

func rows(records []registry.Record) iter.Seq2[registry.Row, error] {
	return func(yield func(registry.Row, error) bool) {
		for i := range records {
			if !yield(registry.Row{Line: i + 1, Record: records[i], Problems: registry.Check(&records[i])}, nil) {
				return
			}
		}
	}
}

func percent(count, of int) float64 { return 100 * float64(count) / float64(of) }
