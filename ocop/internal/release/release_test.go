package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The npm package bears the licence, and says what of others is in its files.
func TestNPM(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	const script = "// uqr 0.1.3, MIT licence, made smaller.\n/*! Copyright Anthony Fu\n */\nexport {};\n"
	require.NoError(t, os.Mkdir(filepath.Join(dir, "vendor"), 0o700))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "vendor", "uqr.js"), []byte(script), 0o600))
	require.NoError(t, run(root, nil, []string{"npm", dir}))
	license, err := os.ReadFile(filepath.Join(dir, "LICENSE"))
	require.NoError(t, err)
	assert.Contains(t, string(license), "Apache License")
	data, err := os.ReadFile(filepath.Join(dir, "NOTICE"))
	require.NoError(t, err)
	notice := string(data)
	assert.Regexp(t, `(?m)^- The Go standard library and runtime 1\.\S+ \(BSD-3-Clause\), in ocop\.wasm and ocop-checks\.wasm$`, notice)
	assert.Regexp(t, `(?m)^- github\.com/go-json-experiment/json v\S+ \(BSD-3-Clause\), in ocop\.wasm and ocop-checks\.wasm$`, notice)
	assert.Contains(t, notice, "- uqr 0.1.3 (MIT), in vendor/uqr.js\n")
	assert.Contains(t, notice, "\n==== uqr 0.1.3: vendor/uqr.js\n\nCopyright Anthony Fu\n")
	assert.Equal(t, 2, strings.Count(notice, "Redistributions in binary form"), "each licence is there in full")
	assert.NotContains(t, notice, "pflag", "nothing that is not in the modules")
}

// A copied script that does not say what it is stops the release.
func TestVendoredScriptsSayWhatTheyAre(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"export {};\n", "// x 1, MIT licence\n", "// x 1\n/*! Copyright */\n", "// x 1, MIT\n/*! Copyright */\n", "// x 1, MIT licence\n/*! Copyright\n"} {
		dir := t.TempDir()
		require.NoError(t, os.Mkdir(filepath.Join(dir, "vendor"), 0o700))
		require.NoError(t, os.WriteFile(filepath.Join(dir, "vendor", "x.js"), []byte(text), 0o600))
		_, err := vendored(dir)
		assert.ErrorContains(t, err, "vendor/x.js", text)
	}
	works, err := vendored("../../../wasm/npm")
	require.NoError(t, err)
	for _, w := range works {
		assert.NotEmpty(t, w.licence)
	}
}

// A module whose licence nobody has read stops the release.
func TestUnreadLicence(t *testing.T) {
	t.Parallel()
	assert.ErrorContains(t, collect(map[string]*work{}, "example.org/x", "v1", root, root), "example.org/x")
}

func TestNotes(t *testing.T) {
	t.Parallel()
	project := func(changelog, npm string) string {
		dir := t.TempDir()
		require.NoError(t, os.MkdirAll(filepath.Join(dir, "wasm", "npm"), 0o700))
		require.NoError(t, os.WriteFile(filepath.Join(dir, "CHANGELOG.md"), []byte(changelog), 0o600))
		require.NoError(t, os.WriteFile(filepath.Join(dir, "wasm", "npm", "package.json"), []byte(npm), 0o600))
		return dir
	}
	const changelog = "# Changelog\n\n## Unreleased\n\n- next\n\n## v1.2.3 (2026-12-01)\n\n- one\n\n### Breaks\n\n- two\n\n## v1.2.2\n\n- old\n\n## v1.2.1\n\n## v1.2.30\n\n- other\n"
	const npm = `{"name":"x","version":"1.2.3"}`
	var out bytes.Buffer
	require.NoError(t, run(project(changelog, npm), &out, []string{"notes", "v1.2.3"}))
	assert.Equal(t, "- one\n\n### Breaks\n\n- two\n", out.String())
	assert.Equal(t, "- other\n", section(changelog, "v1.2.30"))
	for _, c := range []struct{ changelog, npm, version, says string }{
		{changelog, npm, "v1.2.4", "CHANGELOG.md says nothing of v1.2.4"},
		{changelog, npm, "v1.2.1", "CHANGELOG.md says nothing of v1.2.1"},
		{changelog, npm, "v1.2.2", "package.json is of 1.2.3, not of v1.2.2"},
		{changelog, "{", "v1.2.3", "package.json"},
	} {
		_, err := notes(project(c.changelog, c.npm), c.version)
		assert.ErrorContains(t, err, c.says)
	}
	_, err := notes(t.TempDir(), "v1.2.3")
	assert.Error(t, err)
}

// What is not understood is refused before anything is built.
func TestUsage(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for _, args := range [][]string{nil, {"binaries"}, {dir}, {"binaries", dir, "1.2.3"}, {"binaries", dir, "v1.2.3 -X main.x=y"}, {"binaries", dir, "v1.2.3", "x"}, {"npm"}, {"npm", dir, "x"}, {"notes"}, {"notes", "1.2.3"}, {"notes", "v1.2"}, {"help"}} {
		assert.ErrorContains(t, run(root, nil, args), "usage", args)
	}
	assert.True(t, isVersion("v1.2.3-rc.1"))
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	assert.Empty(t, entries)
}
