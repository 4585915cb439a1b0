package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/ocop/registry"
	"github.com/ocop-vn/ocop-go/scoring/civil"
)

// fromExamples are the records of the dossiers among the examples that were decided.
func fromExamples(t *testing.T) string {
	t.Helper()
	var lines strings.Builder
	for _, name := range []string{"du-lich-lan-dau.json", "thuc-pham-lan-dau.json"} {
		data, err := os.ReadFile(filepath.Join("..", "..", "..", "..", "..", "examples", "dossiers", name))
		require.NoError(t, err)
		x, problems := dossier.Read(data, dossier.Options{})
		require.NoError(t, problems.Err())
		x.Product.Code = x.Registration.Province + "-" + x.Registration.Commune + "-01-2026"
		record, problems := registry.FromDossier(&x, civil.Date{})
		require.Empty(t, problems)
		line, err := json.Marshal(record)
		require.NoError(t, err)
		lines.Write(append(line, '\n'))
	}
	return lines.String()
}

// Dossier to record to JSON Lines to CSV to workbook to JSON Lines: the same bytes.
func TestThereAndBack(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	want := fromExamples(t)
	lines, table, book := filepath.Join(dir, "a.jsonl"), filepath.Join(dir, "a.csv"), filepath.Join(dir, "a.xlsx")
	require.NoError(t, os.WriteFile(lines, []byte(want), 0o600))
	convert := func(args ...string) string {
		var stdout, stderr bytes.Buffer
		assert.Zero(t, run(args, strings.NewReader(want), &stdout, &stderr), args)
		assert.Empty(t, stderr.String())
		return stdout.String()
	}
	assert.Empty(t, convert("-o", table, lines))
	assert.Empty(t, convert("-o", book, table))
	assert.Equal(t, want, convert(book))
	assert.Equal(t, want, convert("-"))
	left, err := filepath.Glob(filepath.Join(dir, ".*"))
	require.NoError(t, err)
	assert.Empty(t, left)
}

func TestToldAndLeftOut(t *testing.T) {
	t.Parallel()
	text := fromExamples(t)
	bad := text + strings.Replace(strings.SplitAfter(text, "\n")[0], `"star":`, `"star":9,"x`+"\\u001b"+`":`, 1)
	var stdout, stderr bytes.Buffer
	assert.Equal(t, 1, run([]string{"--lang", "en", "-"}, strings.NewReader(bad), &stdout, &stderr))
	assert.Equal(t, text, stdout.String())
	assert.Contains(t, stderr.String(), "-:3: ")
	assert.NotContains(t, stderr.String(), "\x1b")
	for _, line := range strings.Split(strings.TrimSpace(stderr.String()), "\n") {
		assert.Regexp(t, `^-:3: [A-Z]+-[0-9]{2}: `, line)
	}
}

func TestUnusable(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	text := filepath.Join(dir, "text.xlsx")
	require.NoError(t, os.WriteFile(text, []byte("code"), 0o600))
	for _, args := range [][]string{
		{}, {"a", "b"}, {"--lang", "fr", "-"}, {"--no-such"}, {filepath.Join(dir, "none.csv")}, {text}, {"-o", filepath.Join(dir, "none", "a.csv"), "-"},
		{"-o", filepath.Join(dir, "out.csv"), text},
	} {
		var stdout, stderr bytes.Buffer
		assert.Equal(t, 2, run(args, strings.NewReader(""), &stdout, &stderr), args)
		assert.NotEmpty(t, stderr.String(), args)
		assert.Empty(t, stdout.String())
	}
	var stdout, stderr bytes.Buffer
	assert.Zero(t, run([]string{"--help"}, nil, &stdout, &stderr))
	files, err := os.ReadDir(dir)
	require.NoError(t, err)
	assert.Len(t, files, 1, "no half result")
}
