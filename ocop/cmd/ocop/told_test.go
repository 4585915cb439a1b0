package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/scoring/budget"
)

var update = flag.Bool("update", false, "write testdata/told anew; read every change")

// What the command says, word for word, in both languages: a transcript of
// command lines with what they print and exit with. Reports themselves are held
// by package ocop.
func TestTold(t *testing.T) {
	t.Parallel()
	const bad = `{"edition":"qd26-2026","set":13,"answers":{"1.1":"z"},"x":1}`
	const older = `{"edition":"qd148-2023","set":13,"answers":{}}`
	short := `{"edition":"qd26-2026","set":16,"answers":{"6.1":"a"}}`
	const late = `{"application":"re-assessment","filed":"2026-08-24","issued":"2023-10-10"}`
	const taken = `{"application":"first","steps":[{"step":"file","on":"2026-06-01"},{"step":"propose","on":"2026-06-10"},
		{"step":"score-by-province","on":"2026-08-01","total":"78","star":4},{"step":"recognise","on":"2026-08-05","by":"province"}]}`
	twice := strings.Replace(taken, `"propose"`, `"file"`, 1)
	const certificate = `{"previous":{"star":5,"issued":"2023-07-10"},"steps":[{"step":"extend","on":"2026-07-20"}]}`
	const renewal = `{"application":"re-assessment","previous":{"star":3,"issued":"2023-07-10"},"steps":[{"step":"file","on":"2026-06-01"}]}`
	const records = `{"code":"66-24277-1-2026","product":"=Cà phê","set":13,"edition":"qd26-2026","producer":{"name":"Hộ A","kind":"production-household","taxCode":"066199012345"},"province":"66","commune":"24277","star":3,"total":"52.5","decision":"1/QĐ","authority":"province","issued":"2026-08-05","expires":"2029-08-05","state":"recognised","channels":["shop","export"]}`
	whole := dossierText(t, "", "")
	dossier := dossierText(t, `"application": "first"`, `"application": "second"`)
	for _, language := range []string{"vi", "en"} {
		var b strings.Builder
		for _, c := range []struct{ stdin, args string }{
			// What is printed.
			{"", "help"},
			{"", "help score"},
			{"", "help vector"},
			{"", "validate --help"},
			{"", "rubric"},
			{"", "rubric --set 16"},
			{"", "rubric --set 26"},
			{short, "score --explain -"},
			{short, "score --json -"},
			{short, "vector -"},
			{"", "vector --parse OCOP:qd26-2026/16/6.1:a"},
			{sheet, "validate --as sheet -"},
			{late, "deadlines -"},
			{late, "deadlines --on 2026-11-25 -"},
			{late, "deadlines --on 2026-11-25 --json -"},
			{`{}`, "deadlines -"},
			{`{"application":"first","filed":"2026-04-20","proposed":"2026-05-05"}`, "deadlines -"},
			{"", "deadlines --help"},
			{"", "trace ../../../examples/trace/1-nong-ho.jsonld ../../../examples/trace/2-hop-tac-xa.jsonld ../../../examples/trace/3-cua-hang.jsonld"},
			{"", "trace --set 13 ../../../examples/trace/2-hop-tac-xa.jsonld"},
			{"", "trace --json --set 13 ../../../examples/trace/1-nong-ho.jsonld"},
			{"", "trace --set 27 -"},
			{"", "trace --forward https://id.gs1.org/01/08938500000010/10/XANH-0801 ../../../examples/trace/1-nong-ho.jsonld ../../../examples/trace/2-hop-tac-xa.jsonld ../../../examples/trace/3-cua-hang.jsonld"},
			{"", "trace --forward https://id.gs1.org/01/08938500000011/10/X ../../../examples/trace/1-nong-ho.jsonld"},
			{"{", "trace --forward https://id.gs1.org/01/08938500000010/10/X -"},
			{"", "trace --lot GOI-0812 ../../../examples/trace/2-hop-tac-xa.jsonld"},
			{"", "trace --html --lot KHONG-CO ../../../examples/trace/2-hop-tac-xa.jsonld"},
			{`{"type":"EPCISDocument","schemaVersion":"2.0","creationDate":"2026-01-01T00:00:00Z","epcisBody":{"eventList":[]}}`, "trace --html -"},
			{"", "trace --html --record no-such.csv ../../../examples/trace/2-hop-tac-xa.jsonld"},
			{"", "trace --html --on today ../../../examples/trace/2-hop-tac-xa.jsonld"},
			{"", "registry --on 2026-11-25 --since 2025-11-25 ../../../examples/registry/co-loi.csv"},
			{"", "registry --on 2026-11-25 --json ../../../examples/registry/co-loi.jsonl"},
			{"", "registry --help"},
			{"", "registry"},
			{"", "registry no-such.csv"},
			{"", "registry --on today -"},
			{"", "registry --since today -"},
			{"", "registry --format pdf -"},
			{"", "registry --json --on 2026-11-25 -"},
			{records, "registry convert --to csv --public -"},
			{records, "registry convert --to excel -"},
			{"code\n1", "registry convert -"},
			{"", "registry convert --to xlsx -"},
			{"", "registry convert"},
			{"", "registry record ../../../examples/dossiers/do-uong-lan-dau.json"},
			{sheet, "registry record -"},
			{"", "registry record"},
			{"", "registry diff testdata/registry/truoc.jsonl testdata/registry/sau.jsonl"},
			{"", "registry diff --patch testdata/registry/truoc.jsonl testdata/registry/sau.jsonl"},
			{"", "registry diff testdata/registry/truoc.jsonl"},
			{"{", "registry diff testdata/registry/truoc.jsonl -"},
			{"", "registry apply testdata/registry/truoc.jsonl testdata/registry/va.json"},
			{"", "registry apply testdata/registry/sau.jsonl testdata/registry/va.json"},
			{"[]", "registry apply testdata/registry/truoc.jsonl -"},
			{"", "registry merge testdata/registry/truoc.jsonl testdata/registry/sau.jsonl testdata/registry/ho.jsonl"},
			{"", "registry merge --keep ours testdata/registry/truoc.jsonl testdata/registry/sau.jsonl testdata/registry/ho.jsonl"},
			{"", "registry merge --keep theirs a b c"},
			{"", "registry merge a b"},
			{"", "registry deliver --from 66 --on 2026-11-25 testdata/registry truoc.jsonl sau.csv"},
			{"", "registry deliver --from 66 --on 2026-11-25 --key k testdata/registry truoc.jsonl"},
			{"", "registry deliver testdata/registry truoc.jsonl"},
			{"", "registry verify testdata/registry/ban-ke.json testdata/registry"},
			{"", "registry verify testdata/registry/ban-ke.json testdata"},
			{"{}", "registry verify - testdata/registry"},
			{"", "registry verify a"},
			{"", "trace ../../../examples/trace/3-cua-hang.jsonld"},
			{`{"type":"Invoice"}`, "trace -"},
			{"", "trace"},
			{"", "trace no-such.jsonld"},
			{"", "trace --help"},
			{taken, "life -"},
			{taken, "life --on 2026-08-01 -"},
			{taken, "life --on 2029-09-01 --json -"},
			{certificate, "life --on 2026-08-01 -"},
			{certificate, "life --on 2027-01-07 -"},
			{renewal, "life -"},
			{"", "life --help"},
			{"", "pack --help"},
			{"", "unpack --help"},
			// What is wrong with a document.
			{`{"filed":"2026-02-30"}`, "deadlines -"},
			{`{"filed":"2026-02-30"}`, "deadlines --json -"},
			{`{"edition":"qd26-2026"}`, "deadlines -"},
			{twice, "life -"},
			{twice, "life --json -"},
			{bad, "score -"},
			{bad, "score --json -"},
			{bad, "validate --as sheet -"},
			{bad, "validate --as sheet --json -"},
			{bad, "plan --star 4 -"},
			{bad, "plan --json -"},
			{bad, "council -"},
			{bad, "council --json -"},
			{bad, "vector -"},
			{older, "score -"},
			{sheet, "plan -"},
			{"", "council --ministry - " + councils + "hoi-dong-tinh.json"},
			{"", "vector --parse OCOP:qd26-2026/16/6.1:z"},
			{dossier, "validate -"},
			{dossier, "pack -o - - testdata"},
			{whole, "pack -o - - testdata"},
			{"", "unpack testdata/told.vi.txt none"},
			// How the command cannot be used.
			{"", "scores"},
			{"", "--scores"},
			{"", "help scores"},
			{"", "help score plan"},
			{"", "version x"},
			{"", "score"},
			{"", "score none"},
			{"", "score --json none"},
			{"", "score --jsonl none"},
			{"", "score --points 90 -"},
			{"", "score --points"},
			{"", "score --rubric"},
			{"", "score -x -"},
			{"", "score --=x -"},
			{"", "score --json=x -"},
			{"", "score --lang fr -"},
			{"", "score --rubric none -"},
			{"", "score --replace none -"},
			{late, "deadlines --on 2026-2-3 -"},
			{late, "deadlines --on= -"},
			{late, "deadlines --holidays none -"},
			{late, "deadlines none"},
			{"", "deadlines"},
			{taken, "life --on x -"},
			{"", "life"},
			{"", "life none"},
			{"", "plan"},
			{"", "plan a b"},
			{"", "plan --star 0 -"},
			{"", "plan --star 6 -"},
			{"", "plan --star 4 --others -1 -"},
			{"", "plan --star 4 --others 4 -"},
			{"", "plan --star 4 none"},
			{"", "council"},
			{"", "council a b"},
			{"", "council none"},
			{"", "council --ministry none " + councils + "hoi-dong-tinh.json"},
			{"", "validate"},
			{"", "validate --as letter -"},
			{"", "validate none"},
			{"", "validate --jsonl none"},
			{"PK\x03\x04", "validate -"},
			{"", "pack"},
			{"", "pack x.json"},
			{"", "pack -o"},
			{"", "pack --on x x.json testdata"},
			{whole, "pack - testdata"},
			{whole, "pack -o - - none"},
			{"", "pack -o - none testdata"},
			{"", "unpack x.zip"},
			{"", "unpack none x"},
			{"", "unpack testdata x"},
			{"", "schema letter"},
			{"", "schema sheet plan"},
			{"", "schema --dir x sheet"},
			{"", "vector"},
			{"", "vector a b"},
			{"", "vector --parse x y"},
			{"", "vector none"},
			{"", "rubric x y"},
			{"", "rubric --set x"},
			{"", "rubric --set 27"},
			{"", "rubric --set 0"},
			{"", "rubric --edition qd148-2023"},
			{"", "rubric --edition qd149"},
		} {
			args := append([]string{"--lang=" + language}, strings.Fields(c.args)...)
			out, errs, code := run(c.stdin, args...)
			fmt.Fprintf(&b, "$ ocop %s\n%s%s[%d]\n\n", c.args, out, errs, code)
		}
		file := filepath.Join("testdata", "told."+language+".txt")
		if *update {
			require.NoError(t, os.WriteFile(file, []byte(b.String()), 0o644))
		}
		want, err := os.ReadFile(file)
		require.NoError(t, err)
		assert.Equal(t, string(want), b.String())
	}
}

// The number of exit tells the worst of several files, and a report is set apart
// from the one before it.
func TestSeveralFiles(t *testing.T) {
	t.Parallel()
	const bad = `{}`
	gao := sheets + "gao-st25.json"
	alone, _, _ := run("", "score", gao)
	out, _, code := run("", "score", gao, gao)
	assert.Equal(t, exitOK, code)
	assert.Equal(t, alone+"\n"+alone, out)
	for _, verb := range [][]string{{"score"}, {"score", "--json"}, {"score", "--jsonl"}, {"validate", "--as", "sheet"}, {"validate", "--as", "sheet", "--jsonl"}} {
		file := filepath.Join(t.TempDir(), "good.json")
		require.NoError(t, os.WriteFile(file, []byte(sheet), 0o600))
		for _, c := range []struct {
			want  int
			files []string
		}{
			{exitOK, []string{file, file}},
			{exitProblems, []string{"-", file}},
			{exitProblems, []string{file, "-"}},
			{exitUnusable, []string{"none", "-", file}},
			{exitUnusable, []string{file, "-", "none"}},
		} {
			_, _, code := run(bad, append(verb, c.files...)...)
			assert.Equal(t, c.want, code, "%s %s", verb, c.files)
		}
	}
}

// A rubric of one set has the errata and oddities of that set, and the oddities
// of many.
func TestRubricOfOneSet(t *testing.T) {
	t.Parallel()
	type entry struct{ Set int }
	type document struct {
		Edition          string
		Sets             []struct{ No int }
		Errata, Oddities []entry
		Evidence         []struct{ ID string }
	}
	read := func(args ...string) (d document) {
		out, _, code := run("", append([]string{"rubric", "--json"}, args...)...)
		assert.Equal(t, exitOK, code)
		require.NoError(t, json.Unmarshal([]byte(out), &d))
		return d
	}
	whole := read()
	for _, set := range whole.Sets {
		one := read("--set", fmt.Sprint(set.No))
		want := document{Edition: whole.Edition, Sets: []struct{ No int }{set}, Errata: []entry{}, Oddities: []entry{}, Evidence: whole.Evidence}
		for _, e := range whole.Errata {
			if e.Set == set.No {
				want.Errata = append(want.Errata, e)
			}
		}
		for _, o := range whole.Oddities {
			if o.Set == 0 || o.Set == set.No {
				want.Oddities = append(want.Oddities, o)
			}
		}
		assert.Equal(t, want, one)
	}
}

// A document of exactly the limit is read by every verb, one byte more by none.
func TestDocumentLimit(t *testing.T) {
	t.Parallel()
	file := func(name string) string {
		data, err := os.ReadFile(name)
		require.NoError(t, err)
		return string(data)
	}
	full := file(sheets + "gao-st25.json")
	for _, c := range []struct {
		args, document string
		most           int
	}{
		{"score -", full, budget.Sheet().Bytes},
		{"score --json -", full, budget.Sheet().Bytes},
		{"score -", file(dossiers + "thuc-pham-lan-dau.json"), budget.Dossier().Bytes},
		{"score --json -", file(dossiers + "thuc-pham-lan-dau.json"), budget.Dossier().Bytes},
		{"validate -", file(dossiers + "thuc-pham-lan-dau.json"), budget.Dossier().Bytes},
		{"validate --as sheet -", full, budget.Sheet().Bytes},
		{"plan --star 4 -", full, budget.Sheet().Bytes},
		{"vector -", full, budget.Sheet().Bytes},
		{"council -", file(councils + "hoi-dong-tinh.json"), budget.Council().Bytes},
		{"life -", file(dossiers + "thuc-pham-lan-dau.json"), budget.Dossier().Bytes},
		{"deadlines -", file(dossiers + "thuc-pham-lan-dau.json"), budget.Dossier().Bytes},
	} {
		exactly := c.document + strings.Repeat(" ", c.most-len(c.document))
		_, errs, code := run(exactly, strings.Fields(c.args)...)
		assert.Equal(t, exitOK, code, "%s: %s", c.args, errs)
		out, errs, code := run(exactly+" ", strings.Fields(c.args)...)
		assert.Equal(t, exitProblems, code, c.args)
		assert.Contains(t, out+errs, "JSON-04", c.args)
	}
}

// Flags stand before or after files, colours are the terminal's alone, and a
// lone dash and help in its three forms are understood by every verb.
func TestFlags(t *testing.T) {
	t.Parallel()
	gao := sheets + "gao-st25.json"
	before, _, _ := run("", "score", "--lang", "en", gao)
	after, _, _ := run("", "score", gao, "--lang", "en")
	assert.Equal(t, before, after)
	assert.NotContains(t, before, "\x1b")
	for _, args := range [][]string{{"score", gao}, {"plan", "--star", "3", gao}, {"council", councils + "hoi-dong-tinh.json"}, {"deadlines", dossiers + "thuc-pham-lan-dau.json"}, {"life", dossiers + "thuc-pham-lan-dau.json"}} {
		var b strings.Builder
		c := &command{stdout: &output{to: &b}, stderr: &b, color: true}
		assert.Equal(t, exitOK, c.run(args))
		assert.Contains(t, b.String(), "\x1b[1m", args)
	}
	help, _, _ := run("", "help")
	for _, args := range [][]string{{"--help"}, {"-h"}} {
		out, errs, code := run("", args...)
		assert.Equal(t, []any{help, "", exitOK}, []any{out, errs, code}, args)
	}
	out, errs, code := run("")
	assert.Equal(t, []any{"", help, exitUnusable}, []any{out, errs, code}, "without a verb the usage is an error")
	for _, v := range verbs() {
		for _, line := range strings.Split(strings.TrimSuffix(v.forms.Vi, "\n"), "\n") {
			assert.Contains(t, help, line+"\n")
		}
		page, _, code := run("", "help", v.name)
		assert.Equal(t, exitOK, code)
		for _, flag := range []string{"-h", "--help"} {
			out, errs, code := run("", v.name, "-", flag)
			assert.Equal(t, []any{page, "", exitOK}, []any{out, errs, code}, v.name)
		}
		_, errs, code := run("", v.name, "--none", "--lang", "en")
		assert.Equal(t, exitUnusable, code)
		assert.Equal(t, "ocop: There is no flag --none.\n", errs)
	}
}
