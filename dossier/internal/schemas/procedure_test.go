package schemas_test

import (
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/dossier/procedure"
	"github.com/ocop-vn/ocop-go/scoring/civil"
)

// The patterns of days and totals say what the readers do, of every year and of
// every text of that look.
func TestPatternsOfProcedure(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile("../../../ocop/schema/v1/life.json")
	require.NoError(t, err)
	var life struct {
		Defs struct {
			Step struct {
				Properties map[string]struct{ Pattern string }
			}
		} `json:"$defs"`
	}
	require.NoError(t, json.Unmarshal(data, &life))
	day := regexp.MustCompile(life.Defs.Step.Properties["on"].Pattern)
	total := regexp.MustCompile(life.Defs.Step.Properties["total"].Pattern)

	same := func(text string) {
		_, err := civil.Parse(text)
		if day.MatchString(text) != (err == nil) {
			assert.Fail(t, "the pattern of days differs", text)
		}
	}
	for year := range 10_000 {
		same(fmt.Sprintf("%04d-02-29", year))
		same(fmt.Sprintf("%04d-12-31", year))
	}
	for month := range 20 {
		for day := range 40 {
			same(fmt.Sprintf("2026-%02d-%02d", month, day))
		}
	}
	for _, text := range []string{"", "2026-6-15", "2026-06-15 ", " 2026-06-15", "2026-06-15T", "20260615", "12026-06-15", "2026/06/15"} {
		same(text)
	}

	for _, whole := range []string{"", "0", "00", "7", "07", "10", "42", "99", "099", "100", "101", "110", "1000", "-1", "+1", "x"} {
		for _, decimals := range []string{"", ".", ".0", ".00", ".000", ".5", ".05", ".55", ".555", ",5", ".x", "e1"} {
			text := whole + decimals
			if text == "" { // which is none
				continue
			}
			_, err := procedure.Life{}.Take(procedure.Step{Kind: procedure.StepScoreByProvince, Star: 1, Total: text})
			assert.Equal(t, !total.MatchString(text), strings.Contains(err.Error(), "LIFE-09"), text)
		}
	}
}
