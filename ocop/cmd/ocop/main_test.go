package main

import (
	"bytes"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const sheets = "../../../examples/sheets/"

// run runs a command line and returns what it wrote and its exit code.
func run(stdin string, args ...string) (stdout, stderr string, code int) {
	var out, errs bytes.Buffer
	c := &command{stdin: strings.NewReader(stdin), stdout: &out, stderr: &errs}
	code = c.run(args)
	return out.String(), errs.String(), code
}

const sheet = `{"edition":"qd26-2026","set":13,"answers":{"1.1":"c"}}`

func TestScoreReport(t *testing.T) {
	t.Parallel()
	out, errs, code := run("", "score", sheets+"ca-phe-dak-lak.json")
	assert.Equal(t, exitOK, code)
	assert.Empty(t, errs)
	want, err := os.ReadFile(sheets + "ca-phe-dak-lak.txt")
	require.NoError(t, err)
	assert.Equal(t, string(want), out)

	out, _, code = run(sheet, "score", "--lang", "en", "-", sheets+"gao-st25.json")
	assert.Equal(t, exitOK, code)
	assert.Contains(t, out, "NO STAR YET")
	assert.Contains(t, out, "★★★☆☆  3 stars")
}

func TestScoreJSON(t *testing.T) {
	t.Parallel()
	out, _, code := run("", "score", sheets+"ca-phe-dak-lak.json", sheets+"nuoc-khoang.json", "--json")
	assert.Equal(t, exitOK, code)
	lines := strings.Split(strings.TrimSpace(out), "\n")
	require.Len(t, lines, 2)
	assert.JSONEq(t, `{"edition":"qd26-2026","set":13,"status":"classified","total":92,"parts":{"A":37,"B":24,"C":31},
		"band":5,"star":4,"authority":"province","shortfalls":[{"star":5,"criterion":"1.5","have":"c","need":"d"}],
		"gates":[],"unanswered":[],"notApplicable":[],"bounds":{"total":[92,92],"star":[4,4]}}`, lines[0])
	assert.Contains(t, lines[1], `"status":"stopped"`)
}

func TestScoreFindsProblems(t *testing.T) {
	t.Parallel()
	bad := `{"edition":"qd26-2026","set":13,"answers":{"1.1":"z"}}`
	out, errs, code := run(bad, "score", "-")
	assert.Equal(t, exitProblems, code)
	assert.Empty(t, out)
	assert.Equal(t, "-: SHEET-03 /answers/1.1: Tiêu chí 1.1 không có mức z; các mức: a, b, c, none.\n", errs)
	out, _, code = run(bad, "score", "--json", "-")
	assert.Equal(t, exitProblems, code)
	assert.True(t, strings.HasPrefix(out, `{"problems":[{"code":"SHEET-03","path":"/answers/1.1"`), out)
	out, _, code = run(strings.Repeat(" ", 70_000)+sheet, "score", "--json", "-")
	assert.Equal(t, exitProblems, code)
	assert.Contains(t, out, "JSON-04")
}

func TestScoreLines(t *testing.T) {
	t.Parallel()
	long := strings.Repeat(" ", 1<<20)
	in := strings.Join([]string{sheet, `{"set":1}`, "", long + sheet, sheet + " ", sheet}, "\n")
	out, _, code := run(in, "score", "--jsonl", "-")
	assert.Equal(t, exitProblems, code)
	lines := strings.Split(strings.TrimSuffix(out, "\n"), "\n")
	require.Len(t, lines, 6, "a line out for each line in")
	for i, want := range []string{`"status":"incomplete"`, "JSON-08", "JSON-01", "JSON-04", `"status":"incomplete"`, `"status":"incomplete"`} {
		assert.Contains(t, lines[i], want)
		assert.True(t, json.Valid([]byte(lines[i])))
	}
	out, _, code = run("", "score", "--jsonl", "-")
	assert.Equal(t, exitOK, code)
	assert.Empty(t, out)
	_, _, code = run("", "score", "--jsonl", "no-such-file")
	assert.Equal(t, exitUnusable, code)
}

// A gigabyte of spaces on a line is refused in the memory of one buffer.
func TestScoreLinesKeepsMemorySmall(t *testing.T) {
	size := int64(1 << 30)
	if testing.Short() {
		size = 1 << 26
	}
	c := &command{stdin: io.MultiReader(io.LimitReader(spaces{}, size), strings.NewReader("\n"+sheet)), stdout: io.Discard, stderr: io.Discard}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	assert.Equal(t, exitProblems, c.run([]string{"score", "--jsonl", "-"}))
	runtime.ReadMemStats(&after)
	assert.Less(t, after.TotalAlloc-before.TotalAlloc, uint64(1<<20))
}

type spaces struct{}

func (spaces) Read(b []byte) (int, error) {
	for i := range b {
		b[i] = ' '
	}
	return len(b), nil
}

func TestRubric(t *testing.T) {
	t.Parallel()
	out, _, code := run("", "rubric", "--json")
	assert.Equal(t, exitOK, code)
	var r struct {
		Edition string
		Sets    []struct{ No int }
		Errata  []struct{ Set int }
	}
	require.NoError(t, json.Unmarshal([]byte(out), &r))
	assert.Len(t, r.Sets, 26)
	assert.Len(t, r.Errata, 9)

	out, _, code = run("", "rubric", "--json", "--set", "4", "--edition", "qd26-2026")
	assert.Equal(t, exitOK, code)
	require.NoError(t, json.Unmarshal([]byte(out), &r))
	assert.Len(t, r.Sets, 1)
	assert.Len(t, r.Errata, 2)

	out, _, code = run("", "rubric")
	assert.Equal(t, exitOK, code)
	assert.Contains(t, out, "13  Sản phẩm cà phê, ca cao\n")
	out, _, _ = run("", "rubric", "--set", "26", "--lang", "en")
	assert.Contains(t, out, "    2. Tourist service site\n")
	out, _, _ = run("", "rubric", "--set", "16")
	assert.Contains(t, out, "✗ Dừng đánh giá: Bị 0 điểm")
	assert.Contains(t, out, "  6.3 Mùi (4)\n      a)  0  Có mùi\n")
}

func TestLoadedRubric(t *testing.T) {
	t.Parallel()
	published, _, code := run("", "rubric", "--json", "--set", "13")
	require.Equal(t, exitOK, code)
	file := filepath.Join(t.TempDir(), "own.json")
	require.NoError(t, os.WriteFile(file, []byte(strings.Replace(published, "qd26-2026", "qd148-2023", 1)), 0o600))
	_, errs, code := run(strings.Replace(sheet, "qd26-2026", "qd148-2023", 1), "score", "-")
	assert.Equal(t, exitProblems, code)
	assert.Contains(t, errs, "--rubric TỆP")
	// The errata and oddities of this copy are those of set 13: there are none but the general ones.
	out, errs, code := run(strings.Replace(sheet, "qd26-2026", "qd148-2023", 1), "score", "--rubric", file, "-")
	assert.Equal(t, exitOK, code, errs)
	assert.Contains(t, out, "bộ tiêu chí tự nạp qd148-2023")
	require.NoError(t, os.WriteFile(file, []byte(strings.Replace(published, `"max": 40`, `"max": 41`, 1)), 0o600))
	_, errs, code = run(sheet, "score", "--rubric", file, "-")
	assert.Equal(t, exitProblems, code)
	assert.Contains(t, errs, "RUBRIC-04 /sets/0/parts")
}

func TestUnusable(t *testing.T) {
	t.Parallel()
	for _, args := range [][]string{
		nil,
		{"scores"},
		{"score"},
		{"score", "no-such-file"},
		{"score", "--json", "no-such-file"},
		{"score", "--points", "90", "-"},
		{"score", "--lang", "fr", "-"},
		{"score", "--rubric", "no-such-file", "-"},
		{"rubric", "x"},
		{"rubric", "--set", "27"},
		{"rubric", "--set", "x"},
		{"rubric", "--edition", "qd148-2023"},
		{"rubric", "--edition", "qd149"},
	} {
		out, errs, code := run("", args...)
		assert.Equal(t, exitUnusable, code, args)
		assert.NotEmpty(t, errs, args)
		assert.Empty(t, out, args)
	}
}

func TestHelp(t *testing.T) {
	t.Parallel()
	for _, args := range [][]string{{"help"}, {"--help"}, {"score", "--help"}} {
		out, _, code := run("", args...)
		assert.Equal(t, exitOK, code)
		assert.Contains(t, out, "ocop score")
	}
}

type failingWriter struct{}

func (failingWriter) Write([]byte) (int, error) { return 0, io.ErrShortWrite }

func TestCannotWrite(t *testing.T) {
	t.Parallel()
	for _, args := range [][]string{{"score", "-"}, {"score", "--json", "-"}, {"score", "--jsonl", "-"}, {"rubric", "--json"}} {
		c := &command{stdin: strings.NewReader(sheet), stdout: failingWriter{}, stderr: io.Discard}
		assert.Equal(t, exitUnusable, c.run(args), args)
	}
}
