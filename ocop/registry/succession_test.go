package registry_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/ocop/registry"
	"github.com/ocop-vn/ocop-go/scoring/civil"
)

// A record that does not count, as its code stands twice, ends no other certificate.
func TestWhatDoesNotCountEndsNothing(t *testing.T) {
	t.Parallel()
	with := func(pairs ...string) string { return strings.NewReplacer(pairs...).Replace(good) }
	none := with(`"previous":"66-24277-9-2025","previousStar":3,`, "")
	earlier := with("66-24277-1-2026", "66-24277-9-2025", `"previous":"66-24277-9-2025","previousStar":3,`, "", "2026-08-05", "2025-08-05", "2029-08-05", "2028-08-05", "Cà phê", "Cà phê hạt", "qd26-2026", "qd148-2023")
	twice := with("Cà phê", "Cà phê bột")
	for want, lines := range map[int][]string{
		1: {earlier, twice},       // the later one took its place
		2: {none, earlier, twice}, // the later one's code stands twice
	} {
		report, err := registry.Count(registry.JSONLines("", strings.NewReader(strings.Join(lines, "\n"))), registry.Options{On: civil.Date{Year: 2026, Month: 11, Day: 25}})
		require.NoError(t, err)
		assert.Equal(t, want, report.InForce)
		assert.Equal(t, len(lines)-2, report.Failed)
	}
}

// A certificate that was extended and then withdrawn was in force until then.
func TestWithdrawnWhileExtended(t *testing.T) {
	t.Parallel()
	line := strings.NewReplacer("2026-08-05", "2023-08-07", "2029-08-05", "2026-08-07", `"66-24277-1-2026"`, `"66-643-24277-1-2023"`, "qd26-2026", "qd148-2023", `"previous":"66-24277-9-2025","previousStar":3,`, "",
		`"state":"recognised"`, `"state":"withdrawn","extendedUntil":"2027-01-01","withdrawn":"2026-11-25","ground":"law-broken"`).Replace(good)
	for day, want := range map[int]int{24: 1, 25: 0} {
		report, err := registry.Count(registry.JSONLines("", strings.NewReader(line)), registry.Options{On: civil.Date{Year: 2026, Month: 11, Day: day}})
		require.NoError(t, err)
		assert.Zero(t, report.Failed, report.Findings)
		assert.Equal(t, want, report.InForce, day)
	}
}
