package registry_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/ocop/registry"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// whole is a record with every member.
func whole(t *testing.T) registry.Record {
	t.Helper()
	x, problems := registry.Read([]byte(good))
	require.Empty(t, problems)
	return x
}

func TestBreakingEachRule(t *testing.T) {
	t.Parallel()
	older := func(x *registry.Record) { // Đắk Lắk before July 2025
		x.Code, x.Province, x.Commune = "66-643-24133-1-2022", "66", "24133"
		x.Edition, x.Issued, x.Expires = "qd1048-2019", "2022-08-05", "2025-08-05"
		x.Parts = &dossier.PartPoints{A: "34", B: "24", C: "34"}
	}
	seen := map[string]bool{}
	var told []string
	for name, c := range map[string]struct {
		spoil func(x *registry.Record)
		want  []string
	}{
		"nothing":                        {func(*registry.Record) {}, nil},
		"of an older edition":            {older, nil},
		"a name that is missing":         {func(x *registry.Record) { x.Product = "" }, []string{"DOSSIER-01 /product"}},
		"5 stars of 89.95":               {func(x *registry.Record) { x.Star, x.Authority, x.Total, x.Parts = 5, "ministry", "89.95", nil }, []string{"REGISTER-10 /star"}},
		"5 stars of 90":                  {func(x *registry.Record) { x.Star, x.Authority, x.Total, x.Parts = 5, "ministry", "90", nil }, nil},
		"4 stars of 69.99":               {func(x *registry.Record) { x.Total, x.Parts = "69.99", nil }, []string{"REGISTER-10 /star"}},
		"3 stars of 50":                  {func(x *registry.Record) { x.Star, x.Total, x.Parts = 3, "50", nil }, nil},
		"3 stars of 49.9":                {func(x *registry.Record) { x.Star, x.Total, x.Parts = 3, "49.9", nil }, []string{"REGISTER-10 /star"}},
		"5 stars of the province":        {func(x *registry.Record) { x.Star = 5 }, []string{"REGISTER-11 /authority"}},
		"4 stars of the ministry":        {func(x *registry.Record) { x.Authority = "ministry" }, []string{"REGISTER-11 /authority"}},
		"parts that add up to less":      {func(x *registry.Record) { x.Parts.A = "36.97" }, []string{"REGISTER-12 /parts"}},
		"parts that were cut off":        {func(x *registry.Record) { x.Parts.A = "36.98" }, nil},
		"parts that add up to more":      {func(x *registry.Record) { x.Parts.A = "37.01" }, []string{"REGISTER-12 /parts"}},
		"a part over its most":           {func(x *registry.Record) { x.Parts.A, x.Parts.B = "35.99", "25.01" }, []string{"REGISTER-13 /parts/B"}},
		"part C of the earlier edition":  {func(x *registry.Record) { older(x); x.Parts.C, x.Parts.A = "40", "28" }, nil},
		"before the programme":           {func(x *registry.Record) { older(x); x.Issued, x.Expires = "2019-08-20", "2022-08-20" }, []string{"REGISTER-20 /code", "REGISTER-14 /issued"}},
		"on its first day":               {func(x *registry.Record) { older(x); x.Issued, x.Expires = "2019-08-21", "2022-08-21" }, []string{"REGISTER-20 /code"}},
		"before its edition":             {func(x *registry.Record) { x.Issued, x.Expires = "2026-05-21", "2029-05-21" }, []string{"REGISTER-15 /issued"}},
		"ends before it is issued":       {func(x *registry.Record) { x.Expires = "2026-08-04" }, []string{"REGISTER-16 /expires"}},
		"a term of its own":              {func(x *registry.Record) { x.Expires = "2029-08-06" }, []string{"REGISTER-17 /expires"}},
		"withdrawn before it is issued":  {func(x *registry.Record) { x.State, x.Withdrawn, x.Ground = "withdrawn", "2026-08-04", "untruthful" }, []string{"REGISTER-16 /withdrawn"}},
		"withdrawn on the day":           {func(x *registry.Record) { x.State, x.Withdrawn, x.Ground = "withdrawn", "2026-08-05", "untruthful" }, nil},
		"extended by 180 days":           {func(x *registry.Record) { x.State, x.ExtendedUntil = "extended", "2030-02-01" }, nil},
		"extended by 181 days":           {func(x *registry.Record) { x.State, x.ExtendedUntil = "extended", "2030-02-02" }, []string{"REGISTER-18 /extendedUntil"}},
		"extended to its last day":       {func(x *registry.Record) { x.State, x.ExtendedUntil = "extended", "2029-08-05" }, []string{"REGISTER-18 /extendedUntil"}},
		"a commune of none":              {func(x *registry.Record) { x.Code, x.Commune = "66-99999-1-2026", "99999" }, []string{"CODE-03 /code"}},
		"a commune of another province":  {func(x *registry.Record) { x.Code, x.Commune = "66-00004-1-2026", "00004" }, []string{"CODE-04 /code"}},
		"a province of before":           {func(x *registry.Record) { x.Code, x.Province = "02-24277-1-2026", "02" }, []string{"CODE-02 /code"}},
		"four parts too early":           {func(x *registry.Record) { x.Code = "66-24277-1-2024" }, []string{"CODE-05 /code"}},
		"five parts too late":            {func(x *registry.Record) { x.Code = "66-643-24277-1-2026" }, []string{"CODE-06 /code"}},
		"another commune than the code":  {func(x *registry.Record) { x.Commune = "24133" }, []string{"REGISTER-19 /code"}},
		"another province than the code": {func(x *registry.Record) { x.Province = "01" }, []string{"REGISTER-19 /code"}},
		"an older code, the place today": {func(x *registry.Record) { older(x); x.Commune = "24277" }, nil},
		"an older code, another province": {func(x *registry.Record) { older(x); x.Province, x.Commune = "01", "00004" },
			[]string{"REGISTER-19 /code"}},
		"an older code, no place today": {func(x *registry.Record) { older(x); x.Province = "02" }, []string{"CODE-02 /commune"}},
		"an older code, the place as it was": {func(x *registry.Record) {
			older(x)
			x.Code, x.Province, x.Commune = "02-024-00688-1-2022", "02", "00688"
		}, nil},
		"an older code, its province today": {func(x *registry.Record) {
			older(x)
			x.Code, x.Province, x.Commune = "02-024-00688-1-2022", "08", "00691"
		}, nil},
		"a wrong code, and another place": {func(x *registry.Record) { x.Code = "02-24277-1-2026" }, []string{"CODE-02 /code"}},
		"a code of next year":             {func(x *registry.Record) { x.Code = "66-24277-1-2027" }, []string{"REGISTER-20 /code"}},
		"a check digit":                   {func(x *registry.Record) { x.Producer.TaxCode = "0100109107" }, []string{"REGISTER-21 /producer/taxCode"}},
		"stars of no earlier code":        {func(x *registry.Record) { x.Previous = "" }, []string{"REGISTER-22 /previousStar"}},
		"refused without a code": {func(x *registry.Record) {
			*x = registry.Record{Product: "Chè", Set: 1, Edition: "qd26-2026", Producer: x.Producer, Province: "01", Commune: "99999", State: "refused"}
		}, []string{"CODE-03 /commune"}},
		"refused with a code and no day":  {func(x *registry.Record) { x.State, x.Issued, x.Expires = "refused", "", "" }, nil},
		"refused with parts and no total": {func(x *registry.Record) { x.State, x.Total = "refused", "" }, nil},
		"refused with 2 stars of 80":      {func(x *registry.Record) { x.State, x.Star, x.Total, x.Parts = "refused", 2, "20", nil }, nil},
	} {
		x := whole(t)
		c.spoil(&x)
		problems := registry.Check(&x)
		var have []string
		for _, p := range problems {
			have = append(have, p.Code+" "+p.Path)
			told = append(told, fmt.Sprintf("%s: %s %s %s\n  %s\n  %s\n", name, p.Severity, p.Code, p.Path, p.Message.Vi, p.Message.En))
			seen[p.Code] = true
			for _, message := range []string{p.Message.Vi, p.Message.En} {
				assert.NotRegexp(t, `[{}]|^:|: \.|, ,|\(\)`, message)
			}
		}
		assert.Equal(t, c.want, have, name)
		text, err := json.Marshal(x)
		require.NoError(t, err)
		read, again := registry.Read(text)
		assert.Equal(t, problems, again, "%s: what is read is held to the same", name)
		if len(problems.Of("DOSSIER-01")) == 0 {
			assert.Equal(t, x, read, name)
		}
	}
	for _, k := range registry.Kinds() {
		if strings.HasPrefix(k.Code, "REGISTER-1") || strings.HasPrefix(k.Code, "REGISTER-2") {
			assert.True(t, seen[k.Code], "no test breaks %s", k.Code)
		}
	}
	slices.Sort(told)
	golden(t, "rules.txt", strings.Join(told, ""))
}

// Errors keep a record from being counted, and warnings do not: which is which is
// part of what a code means.
func TestWhatIsOnlyAWarning(t *testing.T) {
	t.Parallel()
	var warnings []string
	for _, k := range registry.Kinds() {
		if k.Warning {
			warnings = append(warnings, strings.TrimPrefix(k.Code, "REGISTER-"))
		}
	}
	slices.Sort(warnings)
	assert.Equal(t, []string{"03", "12", "13", "15", "17", "20", "21", "22", "31", "36", "41", "42", "45", "48", "50"}, warnings)
}

func TestKindsHaveCodesOfTheirOwn(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for _, k := range registry.Kinds() {
		assert.Regexp(t, "^REGISTER-[0-9]{2}$", k.Code)
		assert.False(t, seen[k.Code], k.Code)
		seen[k.Code] = true
		assert.Equal(t, problem.LayerRule, k.Layer, k.Code)
		assert.NotEmpty(t, k.Message.Vi)
		assert.NotEmpty(t, k.Message.En)
	}
}
