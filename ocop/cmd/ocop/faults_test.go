package main

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A file of lines that was cut anywhere, in a letter too: every whole line is answered
// as ever, and what is left of the last is answered as what it is.
func TestCutFile(t *testing.T) {
	t.Parallel()
	line := `{"edition":"qd26-2026","set":13,"about":{"product":"Cà phê Đắk Lắk"},"answers":{"1.1":"c"}}`
	whole, _, code := run(line+"\n", "score", "--jsonl", "-")
	require.Equal(t, exitOK, code)
	for cut := range len(line) {
		out, errs, code := run(line+"\n"+line[:cut], "score", "--jsonl", "-")
		assert.Empty(t, errs)
		if cut == 0 {
			assert.Equal(t, whole, out)
			assert.Equal(t, exitOK, code)
			continue
		}
		rest, found := strings.CutPrefix(out, whole)
		require.True(t, found, cut)
		assert.Equal(t, exitProblems, code, cut)
		var answer struct{ Problems []struct{ Code string } }
		require.NoError(t, json.Unmarshal([]byte(rest), &answer), cut)
		require.NotEmpty(t, answer.Problems, cut)
		want := "JSON-01"
		if !utf8.ValidString(line[:cut]) {
			want = "JSON-02"
		}
		assert.Equal(t, want, answer.Problems[0].Code, line[:cut])
	}
}

// fullDisk is a folder on a disk of 64 KiB. Where none can be made, for want of rights,
// the test is skipped: as root on Linux, as in CI, it is not.
func fullDisk(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", dir).CombinedOutput(); err != nil {
		t.Skipf("no small disk can be made here: %s", out)
	}
	t.Cleanup(func() { assert.NoError(t, exec.Command("umount", dir).Run()) })
	return dir
}

// On a disk that gets full a file is whole or not there, also nothing that was begun.
func TestFullDisk(t *testing.T) {
	t.Parallel()
	disk := fullDisk(t)
	document, files := withFiles(t, 20_000)
	made := filepath.Join(filepath.Dir(document), "ho-so.zip")
	_, errs, code := run("", "pack", "-o", made, document, files)
	require.Equal(t, exitOK, code, errs)
	for _, args := range [][]string{
		{"pack", "-o", filepath.Join(disk, "a.zip"), document, files},
		{"unpack", made, filepath.Join(disk, "bag")},
		{"schema", "--dir", filepath.Join(disk, "schemas")},
		{"paper", "form-02", "--format", "html", "-o", filepath.Join(disk, "a.html"), dossiers + "thuc-pham-lan-dau.json"},
	} {
		room := filepath.Join(disk, "room")
		require.NoError(t, os.WriteFile(room, bytes.Repeat([]byte("x"), 40_000), 0o600)) // most of it is taken
		p := program(args...)
		var stderr bytes.Buffer
		p.Stderr = &stderr
		require.Error(t, p.Run(), args)
		assert.Equal(t, exitUnusable, p.ProcessState.ExitCode(), "%v: %s", args, stderr.String())
		assert.Contains(t, stderr.String(), "no space left", args)
		assert.NotContains(t, stderr.String(), "goroutine", args)
		require.NoError(t, os.Remove(room))
		if args[0] == "schema" { // each file by itself is whole
			for _, name := range namesIn(t, filepath.Join(disk, "schemas")) {
				if data, err := os.ReadFile(filepath.Join(disk, "schemas", name)); assert.NoError(t, err) && strings.HasSuffix(name, ".json") {
					assert.True(t, json.Valid(data), name)
				}
				assert.False(t, strings.HasPrefix(name, "."), name)
			}
			require.NoError(t, os.RemoveAll(filepath.Join(disk, "schemas")))
		}
		assert.Empty(t, namesIn(t, disk), args)
	}
}

// Lines on a disk that gets full: what stands there are whole lines but for the last
// write, which the exit code tells of.
func TestLinesOnAFullDisk(t *testing.T) {
	t.Parallel()
	disk := fullDisk(t)
	out, err := os.Create(filepath.Join(disk, "out.jsonl"))
	require.NoError(t, err)
	defer out.Close() //nolint:errcheck // only written by the command
	p := program("score", "--jsonl", "-")
	var stderr bytes.Buffer
	p.Stdin, p.Stdout, p.Stderr = strings.NewReader(strings.Repeat(sheet+"\n", 1000)), out, &stderr
	require.Error(t, p.Run())
	assert.Equal(t, exitUnusable, p.ProcessState.ExitCode())
	assert.Contains(t, stderr.String(), "ocop: Không ghi được: ")
	data, err := os.ReadFile(out.Name())
	require.NoError(t, err)
	lines := bytes.Split(data, []byte("\n"))
	for _, line := range lines[:len(lines)-1] { // the last is what the disk had room for
		assert.True(t, json.Valid(line))
	}
}
