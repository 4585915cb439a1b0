package ocop_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/dossier/procedure"
	"github.com/ocop-vn/ocop-go/ocop"
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// A dossier filed on 22 May 2026 itself, the first day in force, is assessed by
// 26/2026; one filed the day before by the rules that it replaced, within 60 days,
// or 30 for a re-assessment (Article 12.2).
func TestEditionFor(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		filed    string
		kind     ocop.Application
		edition  string
		assessBy string
	}{
		{"2026-05-22", ocop.ApplicationFirst, "qd26-2026", ""},
		{"2026-05-22", ocop.ApplicationReassessment, "qd26-2026", ""},
		{"2030-01-01", ocop.ApplicationUpgrade, "qd26-2026", ""},
		{"2026-05-21", ocop.ApplicationFirst, "qd148-2023", "2026-07-21"},
		{"2026-05-21", ocop.ApplicationUpgrade, "qd148-2023", "2026-07-21"},
		{"2026-05-21", ocop.ApplicationReassessment, "qd148-2023", "2026-06-21"},
		{"2023-02-24", ocop.ApplicationFirst, "qd148-2023", "2026-07-21"},
		{"2023-02-23", ocop.ApplicationFirst, "qd1048-2019", ""},
		{"2019-08-21", ocop.ApplicationReassessment, "qd1048-2019", ""},
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
		"EDITION-01": {civil.Date{Year: 2019, Month: 8, Day: 20}, ocop.ApplicationFirst},
		"EDITION-02": {civil.Date{Year: 2026, Month: 6, Day: 1}, "renewal"},
	} {
		_, err := ocop.EditionFor(c.filed, c.kind)
		var problems problem.List
		require.ErrorAs(t, err, &problems)
		assert.Equal(t, code, problems[0].Code)
	}
	_, err := ocop.EditionFor(civil.Date{Year: 2026, Month: 2, Day: 30}, ocop.ApplicationFirst)
	assert.ErrorContains(t, err, "EDITION-01")
	_, err = ocop.EditionFor(civil.Date{}, ocop.ApplicationFirst)
	assert.ErrorContains(t, err, "EDITION-01")
	_, err = ocop.EditionFor(civil.Date{Year: 10000, Month: 1, Day: 1}, ocop.ApplicationFirst)
	assert.ErrorContains(t, err, "EDITION-01", "no document can name the year 10000")
	g, err := ocop.EditionFor(civil.Date{Year: 9999, Month: 12, Day: 31}, ocop.ApplicationFirst)
	require.NoError(t, err)
	assert.Equal(t, "qd26-2026", g.Edition.ID)
}

// The versions of the rules, to the day and the point: 26/2026 since it was
// signed, 22 May 2026 (Article 11.1), the rules of 2023 for 60 more days (Article
// 11.2), those of 2019 until the rules of 2023. Bands are the same in all (Article 3.3).
func TestEditions(t *testing.T) {
	t.Parallel()
	day := func(s string) civil.Date {
		d, err := civil.Parse(s)
		require.NoError(t, err)
		return d
	}
	bands := []ocop.Band{{Star: 5, Least: 90}, {Star: 4, Least: 70}, {Star: 3, Least: 50}, {Star: 2, Least: 30}, {Star: 1, Least: 0}}
	assert.Equal(t, []ocop.EditionInfo{
		{ID: "qd26-2026", Decision: "26/2026/QĐ-TTg", From: day("2026-05-22"), Parts: [3]int{40, 25, 35}, Bands: bands, BuiltIn: true},
		{ID: "qd148-2023", Decision: "148/QĐ-TTg, 1489/QĐ-TTg", From: day("2023-02-24"), Until: day("2026-07-22"), Parts: [3]int{40, 25, 35}, Bands: bands},
		{ID: "qd1048-2019", Decision: "1048/QĐ-TTg, 781/QĐ-TTg", From: day("2019-08-21"), Until: day("2023-02-24"), Parts: [3]int{35, 25, 40}, Bands: bands},
	}, ocop.Editions())
	assert.Equal(t, ocop.Editions()[1].Until, procedure.TransitionEnds(ocop.ApplicationFirst).AddDays(1),
		"the last day to assess by them (Article 12.2) is a day on which they are in force (Article 11.2)")
}
