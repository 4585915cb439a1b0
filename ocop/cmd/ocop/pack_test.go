package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// withFiles writes an example dossier into a folder, and its files, made to fit,
// into another. Each file has that many bytes.
func withFiles(t *testing.T, size int) (document, files string) {
	t.Helper()
	var d map[string]any
	require.NoError(t, json.Unmarshal([]byte(dossierText(t, "", "")), &d))
	dir := t.TempDir()
	document, files = filepath.Join(dir, "hồ sơ.json"), filepath.Join(dir, "tệp")
	require.NoError(t, os.Mkdir(files, 0o755))
	for i, p := range d["evidence"].([]any) {
		file := p.(map[string]any)["file"].(map[string]any)
		content := bytes.Repeat([]byte{byte(i)}, size)
		sum := sha256.Sum256(content)
		file["size"], file["sha256"] = size, hex.EncodeToString(sum[:])
		require.NoError(t, os.WriteFile(filepath.Join(files, file["name"].(string)), content, 0o600))
	}
	text, err := json.Marshal(d)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(document, text, 0o600))
	return document, files
}

// namesIn lists a folder.
func namesIn(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

func TestPack(t *testing.T) {
	t.Parallel()
	document, files := withFiles(t, 100)
	dir := filepath.Dir(document)
	made := filepath.Join(dir, "hồ sơ.zip")
	out, errs, code := run("", "pack", document, files)
	require.Equal(t, exitOK, code, errs)
	assert.Equal(t, "Đã ghi gói "+made+".\n", out)

	out, errs, code = run("", "validate", made)
	assert.Equal(t, []any{made + ": hợp lệ\n", "", exitOK}, []any{out, errs, code})
	out, _, code = run("", "validate", "--json", made)
	assert.Equal(t, []any{`{"valid":true,"problems":[]}` + "\n", exitOK}, []any{out, code})

	bag := filepath.Join(dir, "bag")
	_, errs, code = run("", "unpack", made, bag)
	require.Equal(t, exitOK, code, errs)
	want, err := os.ReadFile(document)
	require.NoError(t, err)
	got, err := os.ReadFile(filepath.Join(bag, "data", "dossier.json"))
	require.NoError(t, err)
	assert.Equal(t, want, got)
	assert.Equal(t, namesIn(t, files), namesIn(t, filepath.Join(bag, "data", "evidence")))

	// The same bytes from the bag, to standard output, from standard input.
	zip, err := os.ReadFile(made)
	require.NoError(t, err)
	out, errs, code = run(string(want), "pack", "-o", "-", "-", filepath.Join(bag, "data", "evidence"))
	assert.Equal(t, exitOK, code, errs)
	assert.Equal(t, string(zip), out)

	// What is there already is not replaced, unless it is named.
	_, errs, code = run("", "pack", "--lang", "en", document, files)
	assert.Equal(t, exitUnusable, code)
	assert.Equal(t, "ocop: The file "+made+" is there already; name one with -o.\n", errs)
	_, errs, code = run("", "unpack", "--lang", "en", made, bag)
	assert.Equal(t, exitUnusable, code)
	assert.Equal(t, "ocop: "+bag+" is there already and is no empty folder.\n", errs)
	_, _, code = run("", "pack", "--on", "2026-09-17", "-o", made, document, files)
	assert.Equal(t, exitOK, code)
	dated, err := os.ReadFile(made)
	require.NoError(t, err)
	assert.NotEqual(t, zip, dated)
	assert.Equal(t, []string{"bag", "hồ sơ.json", "hồ sơ.zip", "tệp"}, namesIn(t, dir))
}

// What is wrong is told at its piece, exits 1, and leaves nothing behind.
func TestPackFindsProblems(t *testing.T) {
	t.Parallel()
	document, files := withFiles(t, 100)
	dir := filepath.Dir(document)
	made := filepath.Join(dir, "a.zip")
	_, _, code := run("", "pack", "-o", made, document, files)
	require.Equal(t, exitOK, code)

	first := filepath.Join(files, namesIn(t, files)[0])
	require.NoError(t, os.WriteFile(first, bytes.Repeat([]byte("x"), 100), 0o600))
	_, errs, code := run("", "pack", "--lang", "en", document, files)
	assert.Equal(t, exitProblems, code)
	assert.Regexp(t, `PACK-23 /evidence/[0-9]+/file: File .* was changed: its SHA-256 is another\.`, errs)

	zip, err := os.ReadFile(made)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(made, zip[:len(zip)-1], 0o600))
	out, errs, code := run("", "validate", made)
	assert.Equal(t, exitProblems, code)
	assert.Equal(t, made+": không hợp lệ\n", out)
	assert.Equal(t, made+": PACK-02: Tệp ZIP bị cụt: thiếu phần cuối. Hãy gửi hoặc tải lại.\n", errs)
	_, errs, code = run("", "unpack", made, filepath.Join(dir, "bag"))
	assert.Equal(t, exitProblems, code)
	assert.Contains(t, errs, "PACK-02")
	assert.Equal(t, []string{"a.zip", "hồ sơ.json", "tệp"}, namesIn(t, dir))

	_, errs, code = run("", "pack", "-o", filepath.Join(dir, "none", "a.zip"), document, files)
	assert.Equal(t, exitUnusable, code, errs)
	_, errs, code = run("", "validate", "--as", "sheet", made)
	assert.Equal(t, exitProblems, code)
	assert.Contains(t, errs, "JSON-0", "a package is no sheet")
}

// Dossiers stay with the built-in rubric: where another takes its place, packages
// are refused as they are.
func TestPackageBesideReplacedRubric(t *testing.T) {
	t.Parallel()
	document, files := withFiles(t, 100)
	rubric, _, code := run("", "rubric", "--json")
	require.Equal(t, exitOK, code)
	dir := filepath.Dir(document)
	own, made := filepath.Join(dir, "rubric.json"), filepath.Join(dir, "a.zip")
	require.NoError(t, os.WriteFile(own, []byte(rubric), 0o600))
	_, _, code = run("", "pack", "-o", made, document, files)
	require.Equal(t, exitOK, code)
	for _, args := range [][]string{{"validate", made}, {"unpack", made, filepath.Join(dir, "bag")}, {"pack", document, files}} {
		_, errs, code := run("", append(args, "--replace", own)...)
		assert.Equal(t, exitProblems, code, args)
		assert.Contains(t, errs, "EDITION-08 /edition", args)
	}
}

// A signal ends packing and unpacking, and what was begun is gone.
func TestPackEndsOnSignal(t *testing.T) {
	t.Parallel()
	onUnix(t)
	document, files := withFiles(t, 8<<20)
	dir := filepath.Dir(document)
	made := filepath.Join(dir, "a.zip")
	_, errs, code := run("", "pack", "-o", made, document, files)
	require.Equal(t, exitOK, code, errs)
	before := namesIn(t, dir)
	for _, args := range [][]string{{"pack", "-o", filepath.Join(dir, "b.zip"), document, files}, {"unpack", made, filepath.Join(dir, "bag")}} {
		p := program(args...)
		require.NoError(t, p.Start())
		begun := func() bool { return len(namesIn(t, dir)) > len(before) }
		require.Eventually(t, begun, 10*time.Second, time.Millisecond)
		require.NoError(t, p.Process.Signal(syscall.SIGINT))
		_ = p.Wait()
		if p.ProcessState.ExitCode() != exitOK { // else it was done before
			assert.Equal(t, exitSignal+int(syscall.SIGINT), p.ProcessState.ExitCode(), args)
			assert.Equal(t, before, namesIn(t, dir), args)
		}
		for _, name := range namesIn(t, dir) {
			assert.False(t, strings.HasPrefix(name, "."), name)
		}
	}
}
