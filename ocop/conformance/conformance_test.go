package conformance_test

import (
	"fmt"
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/ocop/conformance"
	"github.com/ocop-vn/ocop-go/ocop/conformance/internal/answer"
	"github.com/ocop-vn/ocop-go/ocop/conformance/internal/gen"
	"github.com/ocop-vn/ocop-go/ocop/conformance/internal/rules"
	"github.com/ocop-vn/ocop-go/ocop/conformance/internal/suite"
)

func allCases(t *testing.T) []conformance.Case {
	t.Helper()
	all, err := conformance.Cases()
	require.NoError(t, err)
	require.NotEmpty(t, all)
	return all
}

// The library gives every answer that the suite expects.
func TestTheLibraryConforms(t *testing.T) {
	t.Parallel()
	for _, c := range allCases(t) {
		got, err := answer.Answer(answer.Question{Kind: suite.Kind(c.Kind), Document: c.Document, With: c.With})
		if assert.NoError(t, err, c.ID) {
			assert.Empty(t, conformance.Differs(c.Expect, got), c.ID)
		}
	}
}

// The files are what go generate makes, and there is none beside.
func TestFilesAreFresh(t *testing.T) {
	t.Parallel()
	there, documents := map[string][]byte{}, map[string][]byte{}
	require.NoError(t, fs.WalkDir(conformance.Files(), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := fs.ReadFile(conformance.Files(), name)
		if strings.HasPrefix(name, "documents/") {
			documents[name] = data
		} else {
			there[name] = data
		}
		return err
	}))
	made, err := gen.Files(documents)
	require.NoError(t, err)
	for name := range made {
		assert.True(t, string(made[name]) == string(there[name]), "%s is not fresh: go generate ./ocop/conformance", name)
		delete(there, name)
	}
	assert.Empty(t, there)
}

// Each case has an id of its own that begins with its kind, tests something, and
// expects something.
func TestCasesAreWellFormed(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	known := map[string]bool{}
	for _, r := range rules.All() {
		assert.False(t, known[r], "%s twice", r)
		known[r] = true
	}
	for _, c := range allCases(t) {
		assert.False(t, seen[c.ID], "%s twice", c.ID)
		seen[c.ID] = true
		assert.True(t, strings.HasPrefix(c.ID, c.Kind+"/"), c.ID)
		assert.NotEmpty(t, c.Rules, c.ID)
		for _, r := range c.Rules {
			assert.True(t, known[r], "%s tests %s, which is no rule", c.ID, r)
		}
		assert.NotEqual(t, "{}", string(c.Expect), c.ID)
	}
}

// Every rule has a case. With -v the table of groups.
func TestEveryRuleHasACase(t *testing.T) {
	t.Parallel()
	cases := map[string]int{}
	for _, c := range allCases(t) {
		for _, r := range c.Rules {
			cases[r]++
		}
	}
	type group struct{ rules, cases int }
	groups := map[string]*group{}
	var names, missing []string
	for _, r := range rules.All() {
		name := rules.Group(r)
		if groups[name] == nil {
			groups[name] = &group{}
			names = append(names, name)
		}
		groups[name].rules++
		groups[name].cases += cases[r]
		if cases[r] == 0 {
			missing = append(missing, r)
		}
	}
	table := fmt.Sprintf("%d rules, %d cases\n", len(rules.All()), len(allCases(t)))
	for _, name := range names {
		table += fmt.Sprintf("%-12s %5d rules, tested %5d times\n", name, groups[name].rules, groups[name].cases)
	}
	table += fmt.Sprintf("%-12s %5d codes that no document gives, held by tests\n", "outside", len(rules.Outside()))
	t.Log(table)
	assert.Empty(t, missing, "%d rules without a case", len(missing))
}

// A code that no case tests stands in a test, by its path in the repository, and every
// code that the README lists is one or the other.
func TestCodesOutsideAreHeld(t *testing.T) {
	t.Parallel()
	outside := rules.Outside()
	for code, file := range outside {
		text, err := os.ReadFile("../../" + file)
		if assert.NoError(t, err, code) {
			assert.True(t, strings.Contains(string(text), code), "%s is not in %s", code, file)
		}
	}
	readme, err := os.ReadFile("../../README.md")
	require.NoError(t, err)
	all := rules.All()
	for _, code := range listed(string(readme)) {
		_, there := outside[code]
		assert.True(t, there || slices.Contains(all, "code/"+code), "%s has no case and no test", code)
	}
}

// listed are the codes that a README names, one by one or as a span.
func listed(text string) (codes []string) {
	for _, m := range regexp.MustCompile("`([A-Z]+)-([0-9]+)`(?: to `[A-Z]+-([0-9]+)`)?").FindAllStringSubmatch(text, -1) {
		first, _ := strconv.Atoi(m[2])
		last, _ := strconv.Atoi(m[3])
		for n := first; n <= max(first, last); n++ {
			codes = append(codes, fmt.Sprintf("%s-%02d", m[1], n))
		}
	}
	return codes
}
