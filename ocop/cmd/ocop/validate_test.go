package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/ocop/schema"
	"github.com/ocop-vn/ocop-go/scoring/lang"
)

const dossiers = "../../../examples/dossiers/"

// dossierText is an example dossier on one line, with one text in it replaced.
func dossierText(t *testing.T, old, replacement string) string {
	t.Helper()
	data, err := os.ReadFile(dossiers + "thuc-pham-lan-dau.json")
	require.NoError(t, err)
	require.Contains(t, string(data), old)
	text := strings.Replace(string(data), old, replacement, 1)
	return strings.ReplaceAll(text, "\n", " ")
}

func TestValidate(t *testing.T) {
	t.Parallel()
	out, errs, code := run("", "validate", dossiers+"thuc-pham-lan-dau.json")
	assert.Equal(t, exitOK, code, errs)
	assert.Equal(t, dossiers+"thuc-pham-lan-dau.json: hợp lệ\n", out)
	assert.Empty(t, errs)

	broken := dossierText(t, `"application": "first"`, `"application": "second"`)
	out, errs, code = run(broken, "validate", "--lang", "en", "-")
	assert.Equal(t, exitProblems, code)
	assert.Equal(t, "-: not valid\n", out)
	assert.Equal(t, "-: DOSSIER-03 /application: Kind of application: cannot be “second”; it is one of first, upgrade, re-assessment.\n", errs)

	out, _, code = run(broken, "validate", "--json", "-")
	assert.Equal(t, exitProblems, code)
	var verdict struct {
		Valid    bool
		Problems []struct{ Code, Path, Severity, Layer string }
	}
	require.NoError(t, json.Unmarshal([]byte(out), &verdict))
	assert.False(t, verdict.Valid)
	require.Len(t, verdict.Problems, 1)
	assert.Equal(t, "schema", verdict.Problems[0].Layer)
}

// A warning is told and leaves a document valid.
func TestValidateWarns(t *testing.T) {
	t.Parallel()
	warned := dossierText(t, `"5.3": {`, `"5.3": { "evidence": [],`)
	warned = strings.Replace(warned, `"evidence": [],`, "", 1) // as it was
	out, errs, code := run(warned, "validate", "-")
	assert.Equal(t, exitOK, code, errs)
	assert.Equal(t, "-: hợp lệ\n", out)

	sheetless := dossierText(t, `"claims": {`, `"claims": {},"x": {`)
	out, _, code = run(sheetless, "validate", "--json", "-")
	assert.Equal(t, exitProblems, code)
	assert.Contains(t, out, `"code":"JSON-07","path":"/report/x"`)
}

func TestValidateLines(t *testing.T) {
	t.Parallel()
	good := dossierText(t, "", "")
	in := strings.Join([]string{good, `{}`, "", strings.Repeat(" ", 2<<20) + good, good}, "\n")
	out, _, code := run(in, "validate", "--jsonl", "-")
	assert.Equal(t, exitProblems, code)
	lines := strings.Split(strings.TrimSuffix(out, "\n"), "\n")
	require.Len(t, lines, 5, "a line out for each line in")
	for i, want := range []string{`{"valid":true,"problems":[]}`, `"DOSSIER-01","path":"/edition"`, "JSON-01", "JSON-04", `{"valid":true`} {
		assert.Contains(t, lines[i], want)
	}
}

func TestValidateAs(t *testing.T) {
	t.Parallel()
	council, err := os.ReadFile(councils + "hoi-dong-tinh.json")
	require.NoError(t, err)
	full, err := os.ReadFile(sheets + "gao-st25.json")
	require.NoError(t, err)
	for _, c := range []struct {
		as, document string
		want         string
	}{
		{"sheet", sheet, `{"valid":true,"problems":[]}`},
		{"sheet", `{"edition":"qd26-2026","set":13,"answers":{"1.1":"z"}}`, "SHEET-03"},
		{"sheet", `{"edition":"qd148-2023","set":13,"answers":{}}`, "EDITION-03"},
		{"plan", string(full), `{"valid":true,"problems":[]}`},
		{"plan", strings.Replace(string(full), `"set"`, `"star":6,"set"`, 1), "PLAN-02"},
		{"plan", sheet, "PLAN-01"},
		{"council", string(council), `{"valid":true,"problems":[]}`},
		{"council", `{"edition":"qd26-2026","set":13,"members":[]}`, "COUNCIL-05"},
		{"dossier", sheet, "DOSSIER-01"},
	} {
		out, _, code := run(c.document, "validate", "--as", c.as, "--json", "-")
		assert.Contains(t, out, c.want, c.as)
		assert.Equal(t, strings.HasPrefix(c.want, "{"), code == exitOK)
	}
}

func TestSchema(t *testing.T) {
	t.Parallel()
	out, _, code := run("", "schema")
	assert.Equal(t, exitOK, code)
	assert.Equal(t, schema.Names(), strings.Fields(out))
	for _, name := range []string{"dossier", "sheet", "result", "council", "plan", "rubric"} {
		assert.Contains(t, strings.Fields(out), name)
		text, _, code := run("", "schema", name)
		assert.Equal(t, exitOK, code)
		want, ok := schema.Get(name, lang.Vi)
		assert.True(t, ok)
		assert.JSONEq(t, string(want), text)
	}
	out, _, _ = run("", "schema", "--lang", "en", "sheet")
	assert.Contains(t, out, `"title": "Coffee and cocoa products"`)

	dir := filepath.Join(t.TempDir(), "a", "b")
	_, errs, code := run("", "schema", "--dir", dir)
	assert.Equal(t, exitOK, code, errs)
	written, err := os.ReadFile(filepath.Join(dir, "dossier.json"))
	require.NoError(t, err)
	want, _ := schema.Get("dossier", lang.Vi)
	assert.Equal(t, want, written)
	for _, name := range []string{"en/sheet.json", "shape/dossier.json", "split/common.json", "forms/26.json", "en/forms/1.ui.json"} {
		assert.FileExists(t, filepath.Join(dir, name))
	}

	out, _, code = run("", "schema", "--shape", "--lang", "en", "dossier")
	assert.Equal(t, exitOK, code)
	shape, _ := schema.Shape("dossier", lang.En)
	assert.Equal(t, string(shape), out)
	_, errs, code = run("", "schema", "--shape", "letter")
	assert.Equal(t, exitUnusable, code, errs)
	dir = filepath.Join(t.TempDir(), "shapes")
	_, errs, code = run("", "schema", "--shape", "--lang", "en", "--dir", dir)
	assert.Equal(t, exitOK, code, errs)
	written, err = os.ReadFile(filepath.Join(dir, "dossier.json"))
	require.NoError(t, err)
	assert.Equal(t, shape, written)
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	assert.Len(t, entries, len(schema.Names()))
	file := filepath.Join(dir, "dossier.json", "below")
	for _, args := range [][]string{{"schema", "--dir", file}, {"schema", "--shape", "--dir", file}} {
		_, _, code = run("", args...)
		assert.NotEqual(t, exitOK, code, "no folder can be made there")
	}
	_, ok := schema.Get("../dossier", lang.Vi)
	assert.False(t, ok)
}

func TestScoreDossier(t *testing.T) {
	t.Parallel()
	out, errs, code := run("", "score", dossiers+"thuc-pham-lan-dau.json")
	assert.Equal(t, exitOK, code, errs)
	assert.Contains(t, out, "Hồ sơ đánh giá lần đầu: ")
	assert.Contains(t, out, "  Hội đồng cấp tỉnh: 5 sao, trung bình 96,28 điểm (")
	out, _, code = run("", "score", "--json", dossiers+"thuc-pham-lan-dau.json")
	assert.Equal(t, exitOK, code)
	assert.Contains(t, out, `"status":"classified"`)
	out, errs, code = run(dossierText(t, `"application": "first"`, `"application": "second"`), "score", "-")
	assert.Equal(t, exitProblems, code)
	assert.Empty(t, out, "no half-result")
	assert.Contains(t, errs, "DOSSIER-03 /application")
}

// A draft is judged as of the day of --on, by the days off of --holidays; where
// a document is no dossier the flags are wrong ones.
func TestJudgedOnADay(t *testing.T) {
	t.Parallel()
	draft := dossierText(t, "", "")
	for _, name := range []string{"communeReceipt", "provinceReceipt", "communeReport", "proposed", "council", "ministry"} {
		draft = without(t, draft, name)
	}
	for _, verb := range []string{"validate", "score"} {
		_, errs, code := run(draft, verb, "-")
		assert.Equal(t, exitOK, code, errs)
		_, errs, code = run(draft, verb, "--on", "2026-06-20", "-")
		assert.Equal(t, exitOK, code, errs)
		_, errs, code = run(draft, verb, "--lang", "en", "--on", "2026-05-21", "-")
		assert.Equal(t, exitProblems, code)
		assert.Contains(t, errs, "-: DOSSIER-42 /registration/date: ")
		out, _, code := run(draft, verb, "--json", "--on", "2026-05-21", "-")
		assert.Equal(t, exitProblems, code)
		assert.Contains(t, out, `"code":"DOSSIER-42"`)
		_, errs, code = run(draft, verb, "--lang", "en", "--on", "2026-5-21", "-")
		assert.Equal(t, exitUnusable, code)
		assert.Equal(t, "ocop: --on is a day as 2026-09-17, not “2026-5-21”.\n", errs)
		_, errs, code = run(draft, verb, "--lang", "en", "--holidays", "none.json", "-")
		assert.Equal(t, exitUnusable, code)
		assert.Contains(t, errs, "none.json")
	}
	out, _, code := run(strings.Repeat(draft+"\n", 2), "validate", "--jsonl", "--on", "2026-05-21", "-")
	assert.Equal(t, exitProblems, code)
	assert.Equal(t, 2, strings.Count(out, `"code":"DOSSIER-42"`))

	calendar := filepath.Join(t.TempDir(), "lich.json")
	require.NoError(t, os.WriteFile(calendar, []byte(`{"2026":{"off":[],"worked":["2026-07-04","2026-07-05","2026-07-11","2026-07-12","2026-07-18"]}}`), 0o600))
	out, _, code = run(dossierText(t, "", ""), "validate", "--json", "--holidays", calendar, "-")
	assert.Equal(t, exitOK, code)
	assert.Contains(t, out, `"code":"DOSSIER-50"`, "15 working days are past sooner where weekends are worked")

	for _, args := range [][]string{
		{"validate", "--as", "sheet", "--on", "2026-06-20", "-"},
		{"validate", "--as", "council", "--holidays", calendar, "-"},
		{"validate", "--as", "plan", "--on", "2026-06-20", "-"},
		{"score", "--jsonl", "--on", "2026-06-20", "-"},
		{"score", "--on", "2026-06-20", "-"},
		{"score", "--json", "--holidays", calendar, "-"},
	} {
		out, errs, code := run(sheet, append(args, "--lang", "en")...)
		assert.Equal(t, []any{"", exitUnusable}, []any{out, code}, args)
		assert.Regexp(t, `^ocop: --(on|holidays) is for dossiers, and not for (--as \w+|--jsonl|-)\.\n$`, errs)
	}
}

// without is an example dossier without a member, wherever it stands.
func without(t *testing.T, document, name string) string {
	t.Helper()
	var root map[string]any
	require.NoError(t, json.Unmarshal([]byte(document), &root))
	delete(root, name)
	if registration, ok := root["registration"].(map[string]any); ok {
		delete(registration, name)
	}
	text, err := json.Marshal(root)
	require.NoError(t, err)
	return string(text)
}
