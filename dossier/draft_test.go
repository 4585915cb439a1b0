package dossier_test

import (
	"encoding/json"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// examples are the dossiers that stand with the examples, by their files' names.
func examples(t *testing.T) map[string][]byte {
	t.Helper()
	names, err := filepath.Glob("../examples/dossiers/*.json")
	require.NoError(t, err)
	require.Len(t, names, 18)
	found := map[string][]byte{}
	for _, name := range names {
		found[filepath.Base(name)], err = os.ReadFile(name)
		require.NoError(t, err)
	}
	return found
}

// members are the paths to all members of objects in a document.
func members(value any, path []string) [][]string {
	var found [][]string
	object, _ := value.(map[string]any)
	for _, name := range slices.Sorted(maps.Keys(object)) {
		own := append(slices.Clone(path), name)
		found = append(append(found, own), members(object[name], own)...)
	}
	return found
}

func without(value any, path []string) any {
	object, ok := value.(map[string]any)
	if !ok {
		return value
	}
	object = maps.Clone(object)
	if len(path) == 1 {
		delete(object, path[0])
	} else if inner, there := object[path[0]]; there {
		object[path[0]] = without(inner, path[1:])
	}
	return object
}

// Of a whole dossier a review tells what Read tells.
func TestReviewOfWholeDossiers(t *testing.T) {
	t.Parallel()
	for name, data := range examples(t) {
		_, problems := dossier.Read(data, dossier.Options{})
		assert.Equal(t, problems, dossier.Review(data, dossier.Options{}), name)
	}
}

// What follows from something's not being there, beside that it is missing.
var followsFromLack = map[string]bool{
	"DOSSIER-33":  true, // a class without its subgroup
	"COUNCIL-08":  true, // a quorum without the number of seats
	"DOSSIER-46":  true, // samples
	"DOSSIER-49":  true, // the province's result
	"EVIDENCE-02": true, // a piece that is named
	"EVIDENCE-12": true, // a compulsory paper, or why it need not be there
}

// A rule that needs what is missing keeps silent, so that no error stands in a draft
// that goes away by itself, and no sentence speaks of nothing or of the year 0.
func TestReviewTellsNothingThatWaitsForTheRest(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(26, 2026))
	all := examples(t)
	for _, name := range slices.Sorted(maps.Keys(all)) {
		data := all[name]
		var whole any
		require.NoError(t, json.Unmarshal(data, &whole))
		filed, problems := dossier.Read(data, dossier.Options{})
		require.NoError(t, problems.Err(), name)
		paths := members(whole, nil)
		for _, path := range paths {
			if testing.Short() && random.IntN(16) > 0 {
				continue
			}
			other := paths[random.IntN(len(paths))]
			for _, draft := range []any{without(whole, path), without(without(whole, path), other)} {
				text, err := json.Marshal(draft)
				require.NoError(t, err)
				for _, p := range dossier.Review(text, dossier.Options{On: filed.FiledOn()}) {
					removed := strings.Join(path, "/") + " " + strings.Join(other, "/")
					isMissing := p.Code == "DOSSIER-01" || p.Code == "DOSSIER-30"
					assert.True(t, isMissing || p.Severity == problem.SeverityWarning || followsFromLack[p.Code], "%s without %s: %s %s: %s", name, removed, p.Code, p.Path, p.Message.En)
					for _, param := range p.Params {
						if param.Name == "needed" { // a description alone proves it
							continue
						}
						assert.NotContains(t, []string{"", (civil.Date{}).String()}, param.Value, "%s without %s: %s %s", name, removed, p.Code, p.Message.En)
					}
					assert.NotRegexp(t, `\b000\d-`, p.Message.En, "%s without %s: %s", name, removed, p.Code)
				}
			}
		}
	}
}

// The rules look at a draft in which something is missing, but not at one in which
// something is wrong.
func TestReviewOfDrafts(t *testing.T) {
	t.Parallel()
	data := examples(t)["thuc-pham-lan-dau.json"]
	var whole any
	require.NoError(t, json.Unmarshal(data, &whole))
	review := func(draft any) []string {
		text, err := json.Marshal(draft)
		require.NoError(t, err)
		var codes []string
		for _, p := range dossier.Review(text, dossier.Options{}) {
			codes = append(codes, p.Code)
		}
		return codes
	}
	draft := without(without(whole, []string{"producer", "phone"}), []string{"registration", "samples"})
	assert.ElementsMatch(t, []string{"DOSSIER-01", "DOSSIER-46"}, review(draft))
	draft.(map[string]any)["application"] = "again"
	assert.ElementsMatch(t, []string{"DOSSIER-01", "DOSSIER-03"}, review(draft))
	assert.NotContains(t, review(draft), "DOSSIER-46")
	assert.Contains(t, review(map[string]any{}), "DOSSIER-01")
}

// Each rule beside the member that it waits for: were it not to wait, it would find
// something in nothing.
func TestRulesWaitForWhatIsMissing(t *testing.T) {
	t.Parallel()
	for name, spoil := range map[string]func(x *dossier.Dossier){
		"the day of the receipt, whatever the form's": func(x *dossier.Dossier) {
			x.Registration.Date, x.Registration.CommuneReceipt.Date = "2026-05-20", ""
		},
		"the province, whatever the codes": func(x *dossier.Dossier) { x.Registration.Province, x.Product.Code = "", "66-24133-01-2026" },
		"the year of the form":             func(x *dossier.Dossier) { x.Registration.Year = 0 },
		"the year of the form, of a commune that there is not": func(x *dossier.Dossier) {
			draft(x, "2026-06-15")
			x.Registration.Commune, x.Registration.Year = "99999", 0
		},
		"the set, whatever the pieces":     func(x *dossier.Dossier) { x.Product.Set = 0 },
		"the sector, whatever the samples": func(x *dossier.Dossier) { x.Product.Sector, x.Registration.Samples = "", 0 },
		"how many workers there are": func(x *dossier.Dossier) {
			x.Report.Figures = &dossier.Figures{Workers: &dossier.Workers{Local: pointer(4)}}
		},
		"the star of the decision":   func(x *dossier.Dossier) { councils(x, "2026-08-01", "2026-10-01"); x.Decision = decided("province", 0) },
		"the star of the ministry's": func(x *dossier.Dossier) { councils(x, "2026-08-01", "2026-10-01"); x.Decision = decided("ministry", 0) },
		"who decided":                func(x *dossier.Dossier) { councils(x, "2026-08-01", "2026-10-01"); x.Decision = decided("", 5) },
	} {
		x := complete(t, 13, dossier.ApplicationFirst)
		spoil(x)
		problems := dossier.Review(text(t, x), dossier.Options{})
		assert.NotEmpty(t, problems, name)
		assert.Equal(t, problems.Of("DOSSIER-01"), problems, "%s: %v", name, found(problems))
	}

	x := complete(t, 13, dossier.ApplicationFirst)
	x.Registration.CommuneReceipt.Date = ""
	assert.Equal(t, x.Registration.Date, x.FiledOn().String(), "the form's day where the receipt has none")

	x.Council = councilOf(x, "2026-08-01")
	var whole any
	require.NoError(t, json.Unmarshal(text(t, x), &whole))
	data, err := json.Marshal(without(whole, []string{"council", "members"}))
	require.NoError(t, err)
	problems := found(dossier.Review(data, dossier.Options{}))
	assert.Contains(t, problems, "DOSSIER-01 /council/members")
	assert.NotContains(t, strings.Join(problems, "\n"), "COUNCIL-", "a council without members comes to nothing yet")
}

// The rules look at a draft's text as NFC, as they do at a whole dossier's.
func TestReviewComparesNFC(t *testing.T) {
	t.Parallel()
	x := complete(t, 13, dossier.ApplicationFirst)
	x.Producer.Phone, x.Evidence[0].File.Name, x.Evidence[1].File.Name = "", "gi\u1ea5y.pdf", "gia\u0302\u0301y.pdf"
	assert.Equal(t, []string{"DOSSIER-01 /producer/phone", "EVIDENCE-18 /evidence/1/file/name"}, found(dossier.Review(text(t, x), dossier.Options{})))
}
