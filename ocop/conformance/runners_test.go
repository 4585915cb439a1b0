package conformance_test

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The runners and what starts each. They need python3 and node, so make check alone
// runs them, with RUNNERS=all.
func runners(t *testing.T) map[string][]string {
	t.Helper()
	if os.Getenv("RUNNERS") != "all" {
		t.Skip("the runners in Python and JavaScript: RUNNERS=all go test ./ocop/conformance")
	}
	return map[string][]string{"run.py": {"python3", "run.py"}, "run.mjs": {"node", "run.mjs"}}
}

// judge gives the exit code of a runner and what it said.
func judge(t *testing.T, runner []string, args ...string) (int, string) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), runner[0], append(runner[1:], args...)...)
	said, err := cmd.CombinedOutput()
	var exit *exec.ExitError
	if !errors.As(err, &exit) {
		require.NoError(t, err)
	}
	return cmd.ProcessState.ExitCode(), string(said)
}

// The second readings agree with every case of their kinds.
func TestSecondReadings(t *testing.T) {
	t.Parallel()
	for name, runner := range runners(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			code, said := judge(t, runner, "--kind", "sheet,council,plan,vector,vector-parse")
			assert.Zero(t, code, said)
			assert.Contains(t, said, " 0 failed, 0 skipped")
		})
	}
}

// The program that the page shows works, with scoring behind it: here the second reading.
func TestProgramOfThePage(t *testing.T) {
	t.Parallel()
	runner := runners(t)["run.py"]
	page, err := os.ReadFile("README.md")
	require.NoError(t, err)
	_, after, found := strings.Cut(string(page), "```python\n")
	require.True(t, found)
	shown, _, _ := strings.Cut(after, "```")
	const behind = `import sys; sys.path.insert(0, "."); import json, pathlib; from documents import Reference
reference = Reference(json.loads(pathlib.Path("v1/rubric.json").read_text("utf-8")))

class MyRefusal(Exception):
    def __init__(self, problems):
        self.problems = problems

def my_score(document):
    answer = reference.answer("sheet", document, None)
    if "problems" in answer:
        raise MyRefusal(answer["problems"])
    return answer

`
	program := filepath.Join(t.TempDir(), "score.py")
	require.NoError(t, os.WriteFile(program, []byte(behind+shown), 0o600))
	code, said := judge(t, runner, "--kind", "sheet", "--command", "python3 "+program)
	assert.Zero(t, code, said)
}

// The library as a program passes every case of every kind.
func TestRunnersJudgeTheLibrary(t *testing.T) {
	t.Parallel()
	all := runners(t)
	adapter := filepath.Join(t.TempDir(), "adapter")
	built, err := exec.CommandContext(t.Context(), "go", "build", "-o", adapter, "./adapter").CombinedOutput()
	require.NoError(t, err, string(built))
	for name, runner := range all {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			code, said := judge(t, runner, "--command", adapter)
			assert.Zero(t, code, said)
			assert.Contains(t, said, " 0 failed, 0 skipped")
		})
	}
}

// A reading that is wrong is noticed: here it is the case that is.
func TestSecondReadingsAreJudged(t *testing.T) {
	t.Parallel()
	for name, runner := range runners(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			sheet := `"input":{"edition":"qd26-2026","set":13,"answers":{"1.1":"c"}}`
			folder := smallSuite(t,
				`{"id":"sheet/right","rules":["r"],`+sheet+`,"expect":{"total":3,"status":"incomplete"}}`,
				`{"id":"sheet/wrong","rules":["r"],`+sheet+`,"expect":{"total":4}}`,
				`{"id":"sheet/taken","rules":["r"],`+sheet+`,"expect":{"problems":[{"code":"SHEET-01"}]}}`)
			rubric, err := os.ReadFile("v1/rubric.json")
			require.NoError(t, err)
			require.NoError(t, os.WriteFile(filepath.Join(folder, "rubric.json"), rubric, 0o600))
			code, said := judge(t, runner, "--suite", folder)
			assert.Equal(t, 1, code, said)
			assert.Contains(t, said, "FAILED sheet/wrong (r)\n  /total: expected 4, got 3")
			assert.Contains(t, said, "FAILED sheet/taken (r)\n  /problems: ")
			assert.Contains(t, said, "1 passed, 2 failed, 0 skipped")
		})
	}
}

// What a program may do wrong, each noticed. TestBeTheProgram is that program.
func TestProgramsAreJudged(t *testing.T) {
	t.Parallel()
	all := runners(t)
	me, err := os.Executable()
	require.NoError(t, err)
	for does, want := range map[string]struct {
		code int
		said []string
	}{
		"well":         {0, []string{"4 passed, 0 failed, 0 skipped"}},
		"out-of-order": {0, []string{"4 passed, 0 failed, 0 skipped"}},
		"a-wrong-one":  {1, []string{"FAILED sheet/b (rule/b)\n  /total: expected 2, got 3", "3 passed, 1 failed"}},
		"one-too-few":  {1, []string{"FAILED sheet/b (rule/b)\n  0 answers instead of one", "3 passed, 1 failed"}},
		"one-twice":    {1, []string{"FAILED sheet/b (rule/b)\n  2 answers instead of one", "3 passed, 1 failed"}},
		"not-asked":    {1, []string{"answered, but not asked: sheet/z", "4 passed, 0 failed"}},
		"noise":        {1, []string{"no answer with an id: hello", "4 passed, 0 failed"}},
		"crash":        {1, []string{"the program ended with status 3", "1 passed, 3 failed"}},
		"crash-late":   {1, []string{"the program ended with status 3", "4 passed, 0 failed"}},
	} {
		for name, runner := range all {
			t.Run(does+"/"+name, func(t *testing.T) {
				t.Parallel()
				folder := smallSuite(t,
					`{"id":"sheet/a","rules":["rule/a"],"input":{"total":1,"list":[{"a":true}]},"expect":{"list":[{"a":true}]}}`,
					`{"id":"sheet/b","rules":["rule/b"],"input":{"total":2},"expect":{"total":2}}`,
					`{"id":"sheet/c","rules":["rule/c"],"text":"{\"problems\":[{\"code\":\"A\",\"path\":\"/x\"},{\"code\":\"B\"}]}","expect":{"problems":[{"code":"B"},{"code":"A"}]}}`,
					`{"id":"sheet/d","rules":["rule/d"],"base":"base.json","patch":[{"op":"add","path":"/list/1","value":9},{"op":"add","path":"/list/-","value":8},{"op":"remove","path":"/list/0"},{"op":"replace","path":"/a~1b/c","value":null},{"op":"remove","path":"/gone"}],"with":{"star":4},"expect":{"list":[9,2,8],"a/b":{"c":null},"star":4}}`)
				code, said := judge(t, runner, "--suite", folder, "--command", me+" -test.run=TestBeTheProgram "+does)
				assert.Equal(t, want.code, code, said)
				for _, text := range want.said {
					assert.Contains(t, said, text)
				}
			})
		}
	}
}

// TestBeTheProgram is no test: started by a runner, it answers each case with its own
// document, and does what else the last argument says.
func TestBeTheProgram(t *testing.T) {
	does := os.Args[len(os.Args)-1]
	if strings.HasPrefix(does, "-") {
		t.Skip("only for runners")
	}
	var answers [][]byte
	for in := bufio.NewScanner(os.Stdin); in.Scan(); {
		var q struct {
			ID    string         `json:"id"`
			Input map[string]any `json:"input"`
			Text  string         `json:"text"`
			With  struct {
				Star int `json:"star"`
			} `json:"with"`
		}
		if json.Unmarshal(in.Bytes(), &q) != nil || q.Input == nil && json.Unmarshal([]byte(q.Text), &q.Input) != nil {
			os.Exit(9)
		}
		q.Input["id"] = q.ID
		if q.With.Star != 0 {
			q.Input["star"] = q.With.Star
		}
		if does == "a-wrong-one" && q.ID == "sheet/b" {
			q.Input["total"] = 3
		}
		answer, err := json.Marshal(q.Input)
		if err != nil {
			os.Exit(9)
		}
		answers = append(answers, answer)
	}
	switch does {
	case "out-of-order":
		answers[0], answers[3] = answers[3], answers[0]
	case "one-too-few":
		answers = append(answers[:1], answers[2:]...)
	case "one-twice":
		answers = append(answers, answers[1])
	case "not-asked":
		answers = append(answers, []byte(`{"id":"sheet/z"}`))
	case "noise":
		answers = append(answers, []byte("hello"))
	case "crash":
		answers = answers[:1]
	}
	os.Stdout.Write(append(bytes.Join(answers, []byte("\n")), '\n')) //nolint:errcheck // the runner tells what did not come
	if strings.HasPrefix(does, "crash") {
		os.Exit(3)
	}
	os.Exit(0)
}

// What cannot be used says so, and is no failed case.
func TestRunnersThatCannotRun(t *testing.T) {
	t.Parallel()
	for name, runner := range runners(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			const a = `{"id":"sheet/a","rules":["r"],"input":{},"expect":{}}`
			damaged := smallSuite(t, a)
			require.NoError(t, os.WriteFile(filepath.Join(damaged, "sheet.jsonl"), []byte(a), 0o600))
			for said, args := range map[string][]string{
				"no/such/program":     {"--suite", smallSuite(t, a), "--command", "no/such/program"},
				"not the file":        {"--suite", damaged},
				"sheet/a is there tw": {"--suite", smallSuite(t, a, a)},
				"nothing to judge":    {"--suite", smallSuite(t, a), "--kind", "seat", "--command", "true"},
				"suite.json":          {"--suite", t.TempDir()},
				"--no-such-flag":      {"--no-such-flag"},
			} {
				code, out := judge(t, runner, args...)
				assert.Equal(t, 2, code, out)
				assert.Contains(t, out, said)
			}
		})
	}
}

// smallSuite makes a suite of one file of sheets in a folder.
func smallSuite(t *testing.T, cases ...string) string {
	t.Helper()
	folder := t.TempDir()
	write := func(name, text string) {
		name = filepath.Join(folder, name)
		require.NoError(t, os.MkdirAll(filepath.Dir(name), 0o700))
		require.NoError(t, os.WriteFile(name, []byte(text), 0o600))
	}
	lines := strings.Join(cases, "\n") + "\n"
	sum := sha256.Sum256([]byte(lines))
	write("sheet.jsonl", lines)
	write("documents/base.json", `{"list":[1,2],"a/b":{"c":3},"gone":1}`)
	write("suite.json", fmt.Sprintf(`{"documents":[],"files":[{"name":"sheet.jsonl","kind":"sheet","cases":%d,"sha256":%q}]}`, len(cases), hex.EncodeToString(sum[:])))
	return folder
}
