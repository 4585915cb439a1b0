package main

import (
	"bytes"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// root is the project's, where the README's commands are run.
const root = "../.."

// programs builds what the README runs by go run.
func programs(t *testing.T) (built map[string]string) {
	t.Helper()
	dir := t.TempDir()
	build := exec.Command("go", "build", "-o", dir+string(filepath.Separator), "./ocop/cmd/ocop", "./examples/registry")
	build.Dir = root
	out, err := build.CombinedOutput()
	require.NoError(t, err, string(out))
	ending := ""
	if os.PathSeparator == '\\' {
		ending = ".exe"
	}
	return map[string]string{"./ocop/cmd/ocop": filepath.Join(dir, "ocop"+ending), "./examples/registry": filepath.Join(dir, "registry"+ending)}
}

// What the README tells to run does what it says: exit 1 where something is wrong on
// purpose, else 0. What is said of the chains and of registers small enough stands in
// ket-qua.
func TestCommands(t *testing.T) {
	t.Parallel()
	built, made := programs(t), t.TempDir()
	readme, err := os.ReadFile("README.md")
	require.NoError(t, err)
	for i, block := range strings.Split(string(readme), "```sh\n")[1:] {
		block, _, _ = strings.Cut(block, "```")
		for line := range strings.Lines(block) {
			args := strings.Fields(strings.ReplaceAll(line, "gia-lap", made))
			require.Equal(t, []string{"go", "run"}, args[:2], line)
			require.NotEmpty(t, built[args[2]], line)
			said, code := command(t, built[args[2]], args[3:]...)
			want := 0
			if strings.Contains(line, "-loi") {
				want = 1
			}
			assert.Equal(t, want, code, "%s%s", line, said)
			assert.True(t, i == 0 || said != "" || strings.Contains(line, " -o "), line)
		}
	}
	page, err := os.ReadFile(filepath.Join(made, "so-lieu.html"))
	require.NoError(t, err)
	_, tally := register()
	assert.Contains(t, string(page), thousands(tally.InForce))
	for name, args := range goldens(t) {
		said, _ := command(t, built["./ocop/cmd/ocop"], args...)
		golden(t, name, func(w io.Writer) error {
			_, err := io.WriteString(w, said)
			return err
		})
	}
}

// goldens are commands by the file that has what they say.
func goldens(t *testing.T) map[string][]string {
	t.Helper()
	commands := map[string][]string{}
	for _, name := range []string{"co-loi.csv", "co-loi.jsonl", sampleName + ".jsonl"} {
		commands["ket-qua/"+name+".txt"] = []string{"registry", "--on", lastDay.String(), "examples/registry/" + name}
	}
	commands["ket-qua/co-loi.csv.en.txt"] = []string{"registry", "--lang", "en", "--on", lastDay.String(), "examples/registry/co-loi.csv"}
	for i := range recipes {
		files, err := filepath.Glob("chuoi*/" + recipes[i].file + "*.json")
		require.NoError(t, err)
		for k := range files {
			files[k] = "examples/registry/" + filepath.ToSlash(files[k])
		}
		commands["ket-qua/"+recipes[i].file+".txt"] = append([]string{"trace"}, files...)
		if recipes[i].apart || recipes[i].faulty {
			commands["ket-qua/"+recipes[i].file+".json"] = append([]string{"trace", "--json"}, files...)
			commands["ket-qua/"+recipes[i].file+".en.txt"] = append([]string{"trace", "--lang", "en"}, files...)
		}
	}
	return commands
}

// command runs a program at the root and returns what it said, what was wrong first.
func command(t *testing.T, program string, args ...string) (said string, code int) {
	t.Helper()
	run := exec.Command(program, args...)
	run.Dir = root
	run.Env = append(os.Environ(), "LC_ALL=vi_VN.UTF-8", "NO_COLOR=1")
	var out, errs bytes.Buffer
	run.Stdout, run.Stderr = &out, &errs
	var failed *exec.ExitError
	if err := run.Run(); !errors.As(err, &failed) {
		require.NoError(t, err)
	}
	return errs.String() + out.String(), run.ProcessState.ExitCode()
}
