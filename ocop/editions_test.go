package ocop_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/ocop"
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

func TestEditionFor(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		filed    string
		kind     ocop.Application
		edition  string
		assessBy string
	}{
		{"2026-05-22", ocop.First, "qd26-2026", ""},
		{"2026-05-22", ocop.Reassessment, "qd26-2026", ""},
		{"2030-01-01", ocop.Upgrade, "qd26-2026", ""},
		{"2026-05-21", ocop.First, "qd148-2023", "2026-07-21"},
		{"2026-05-21", ocop.Upgrade, "qd148-2023", "2026-07-21"},
		{"2026-05-21", ocop.Reassessment, "qd148-2023", "2026-06-21"},
		{"2023-02-24", ocop.First, "qd148-2023", "2026-07-21"},
		{"2023-02-23", ocop.First, "qd1048-2019", ""},
		{"2019-08-21", ocop.Reassessment, "qd1048-2019", ""},
	} {
		filed, err := civil.Parse(c.filed)
		require.NoError(t, err)
		g, err := ocop.EditionFor(filed, c.kind)
		require.NoError(t, err)
		assert.Equal(t, c.edition, g.Edition.ID, c.filed)
		if c.assessBy == "" {
			assert.Zero(t, g.AssessBy, c.filed)
		} else {
			assert.Equal(t, c.assessBy, g.AssessBy.String(), "%s %s", c.filed, c.kind)
		}
	}
}

func TestEditionForRefuses(t *testing.T) {
	t.Parallel()
	for code, c := range map[string]struct {
		filed civil.Date
		kind  ocop.Application
	}{
		"EDITION-01": {civil.Date{Year: 2019, Month: 8, Day: 20}, ocop.First},
		"EDITION-02": {civil.Date{Year: 2026, Month: 6, Day: 1}, "renewal"},
	} {
		_, err := ocop.EditionFor(c.filed, c.kind)
		var problems problem.List
		require.ErrorAs(t, err, &problems)
		assert.Equal(t, code, problems[0].Code)
	}
	_, err := ocop.EditionFor(civil.Date{Year: 2026, Month: 2, Day: 30}, ocop.First)
	assert.ErrorContains(t, err, "EDITION-01")
	_, err = ocop.EditionFor(civil.Date{}, ocop.First)
	assert.ErrorContains(t, err, "EDITION-01")
	_, err = ocop.EditionFor(civil.Date{Year: 10000, Month: 1, Day: 1}, ocop.First)
	assert.ErrorContains(t, err, "EDITION-01", "no document can name the year 10000")
	g, err := ocop.EditionFor(civil.Date{Year: 9999, Month: 12, Day: 31}, ocop.First)
	require.NoError(t, err)
	assert.Equal(t, "qd26-2026", g.Edition.ID)
}

func TestEditions(t *testing.T) {
	t.Parallel()
	editions := ocop.Editions()
	require.Len(t, editions, 3)
	for i, e := range editions {
		assert.Equal(t, 100, e.Parts[0]+e.Parts[1]+e.Parts[2])
		assert.Len(t, e.Bands, 5)
		assert.Equal(t, i == 0, e.BuiltIn)
		assert.Equal(t, i == 0, e.Until == civil.Date{}, "one edition is in force")
	}
	assert.Equal(t, "2026-07-21", editions[1].Until.String())
	assert.Equal(t, [3]int{35, 25, 40}, editions[2].Parts)
}
