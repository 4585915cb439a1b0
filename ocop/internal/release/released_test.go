package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What was published once is there still, and means what it meant: a portal that shows
// DOSSIER-31 or option 13/1.5/d in its own words must never tell something else.
func TestReleasedNamesKeepTheirMeaning(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile(filepath.Join(root, releasedFile))
	require.NoError(t, err)
	list, err := released(data)
	require.NoError(t, err)
	require.Greater(t, len(list), 3500)
	now, err := published(root)
	require.NoError(t, err)
	assert.Empty(t, broken(list, now), "give a new meaning a new name; where the words alone are better, correct %s", releasedFile)
	seen := map[string]bool{}
	for _, n := range list {
		assert.False(t, seen[n.id], "%s stands twice", n.id)
		assert.True(t, isVersion(n.version), n.id)
		seen[n.id] = true
	}
}

// Every sort of name is published: one of each, by hand from the decision.
func TestPublished(t *testing.T) {
	t.Parallel()
	now, err := published(root)
	require.NoError(t, err)
	assert.Equal(t, "3 points, least for 5 stars", now["option/qd26-2026/13/1.5/d"])
	assert.Equal(t, "0 points", now["option/qd26-2026/13/1.1/none"])
	assert.Equal(t, "from 90 points", now["band/qd26-2026/26/5"])
	assert.Equal(t, "reject", now["gate/qd26-2026/13/forged-dossier"])
	assert.Contains(t, now, "reading/cumulative-minima")
	assert.Contains(t, now["code/SHEET-03"], "error schema: ")
	assert.Contains(t, now["code/DOSSIER-80"], "warning rule: ")
	for _, elsewhere := range []string{"LINE-01", "FORM-11", "MODULE-22"} {
		assert.Contains(t, now, "code/"+elsewhere)
	}
}

func TestBrokenNames(t *testing.T) {
	t.Parallel()
	list, err := released([]byte("# head\n\ncode/A-01\terror rule: a\tv1.0.0\ncode/A-02\terror rule: b\tv1.0.0\ncode/A-03\terror rule: c\tv1.1.0\n"))
	require.NoError(t, err)
	told := broken(list, map[string]string{"code/A-01": "error rule: a", "code/A-02": "warning rule: b", "code/A-04": "new"})
	assert.Equal(t, []string{
		`code/A-02: means "warning rule: b" now, and "error rule: b" in v1.0.0`,
		`code/A-03: gone, though published in v1.1.0`,
	}, told)
	_, err = released([]byte("code/A-01 error\n"))
	assert.ErrorContains(t, err, "code/A-01 error")
}

// Freezing adds what is new and touches no line that is there; what broke is not frozen.
func TestFreeze(t *testing.T) {
	t.Parallel()
	tree := t.TempDir()
	file := filepath.Join(tree, filepath.FromSlash(releasedFile))
	for _, dir := range []string{filepath.Dir(file), filepath.Join(tree, "ocop/cmd"), filepath.Join(tree, "wasm/npm/src"), filepath.Join(tree, "wasm/node_modules/other")} {
		require.NoError(t, os.MkdirAll(dir, 0o700))
	}
	require.NoError(t, os.WriteFile(filepath.Join(tree, "wasm/npm/src/form.ts"), []byte(`problem("FORM-01"); "FORM-1x"`), 0o600))
	require.NoError(t, os.WriteFile(filepath.Join(tree, "wasm/node_modules/other/a.ts"), []byte(`"UTF-16"`), 0o600))
	before := "# head\nband/qd26-2026/1/5\tfrom 90 points\tv1.0.0\n"
	require.NoError(t, os.WriteFile(file, []byte(before), 0o600))
	require.NoError(t, run(tree, nil, []string{"freeze", "v1.1.0"}))
	after, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Equal(t, before, string(after[:len(before)]))
	assert.Contains(t, string(after), "\nband/qd26-2026/1/4\tfrom 70 points\tv1.1.0\n")
	assert.Contains(t, string(after), "\ncode/FORM-01\tof the command, the form or the modules\tv1.1.0\n")
	assert.NotContains(t, string(after), "UTF-16")
	require.NoError(t, run(tree, nil, []string{"freeze", "v1.2.0"}))
	again, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Equal(t, string(after), string(again), "nothing is new")

	require.NoError(t, os.WriteFile(file, []byte("band/qd26-2026/1/5\tfrom 89 points\tv1.0.0\n"), 0o600))
	assert.ErrorContains(t, run(tree, nil, []string{"freeze", "v1.1.0"}), "from 89 points")
}
