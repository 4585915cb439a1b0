package examples_test

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// all tells whether to try what takes npm, the network or minutes too: make docs.
var all = os.Getenv("DOCS") == "all"

// slow are the commands that DOCS=all runs, by how they begin.
var slow = []string{
	"cd ", "cp ", "mkdir ", "npm ", "tar ", "go mod ", "go run .", "go run ./examples/portal",
}

// unrun are the commands that no test runs, by how they begin, and why.
var unrun = map[string]string{
	"go test ./...":        "this test is one of those",
	"make -C ocop-go wasm": "make docs has just done it",
	"go -C ../ocop-go run ./ocop/cmd/ocop validate": "a producer makes the package in a page; examples/intake tests that one is kept",
	"go -C scoring/benchmarks run":                  "some minutes; make bench runs the same benchmarks, and looks that peers agree",
	"python3 run.py":                                "make conformance runs the runners",
	"node run.mjs":                                  "make conformance runs the runners",
	"go generate":                                   "it writes to the tree; scoring/internal/gen and its like test that what it makes is fresh",
	"make mutants":                                  "minutes; .ci/mutants has tests of its own",
	"go -C examples/beam run":                       "make registers runs the pipeline",
	"./count --runner":                              "runners that have to be there, with names to fill in",
	"go -C examples/duckdb run":                     "make registers runs the same SQL",
	"duckdb":                                        "a program to be installed, for people to type into",
	"npx quicktype":                                 "examples/interop/check.sh generates the classes, by a version that stands fast",
	"createdb":                                      "make http runs the service with a PostgreSQL of its own",
	"go -C examples/service run":                    "make http runs the service with a PostgreSQL of its own",
	"curl -d @examples/dossiers/thuc-pham-lan-dau.json http://127.0.0.1:8027": "make http asks the service so",
	"curl 'http://127.0.0.1:8027":           "make http asks the service so",
	"curl http://127.0.0.1:8027":            "make http asks the service so",
	"go -C ocop/registry/conformance build": "5 million records take minutes",
	"/tmp/measure":                          "5 million records take minutes",
	"GOMAXPROCS=1 /tmp/measure":             "5 million records take minutes",
}

// elsewhere are documents whose commands another test runs.
var elsewhere = map[string]string{
	"examples/registry/README.md": "examples/registry.TestCommands, beside the figures that it knows",
}

// servers are commands that do not end: the address that documents say, and how the
// program itself is started, so that it can be ended.
var servers = map[string]struct{ address, prepare, start string }{
	"go run ./ocop/cmd/ocop serve": {address: "127.0.0.1:8026", start: `"$BUILT/ocop" serve --addr 127.0.0.1:8026`},
	"go run ./examples/portal":     {address: "127.0.0.1:8026", start: `"$BUILT/portal" -as-is -addr 127.0.0.1:8026`}, // make docs has built what it shows
	"go run .":                     {"127.0.0.1:8028", `sed -i.bak 's/127[.]0[.]0[.]1:8028/127.0.0.1:8028/' main.go && command go build -o "$SAID.served" .`, `"$SAID.served"`},
}

// before stands before a document's commands. Programs are built once, tests run in the
// project's own tree, and files are written to a folder beside it.
const before = `
go() {
	case "$1 $2" in
	"run ./examples/"* | "run ./ocop/"*)
		program=$(basename "$2"); shift 2
		"$BUILT/$program" "$@" ;;
	"test "*) command go -C "$TREE" "$@" ;;
	*) command go "$@" ;;
	esac
}
ended() { # with the status that was, and that it should have been
	if [ "$1" != "$2" ]; then echo "exit $1 of: $3" >&2; exit 3; fi
}
started() { # until the server answers
	for i in $(seq 600); do curl -s -o "$SAID.answer" "http://$1/" && return; sleep 0.2; done
	echo "no answer from $1" >&2; cat "$SAID" >&2; exit 3
}
trap 'for job in $(jobs -p); do kill $job; done; wait' EXIT
`

var program = regexp.MustCompile(`go run \./(examples|ocop)/\S+`)

// What documents tell to run does what they say, line by line: it ends with exit 0, or
// with 1 where the comment behind it says so, and prints the text that stands below it.
func TestCommandsOfDocuments(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" {
		t.Skip("the commands are written for a shell")
	}
	tree, err := filepath.Abs(root)
	require.NoError(t, err)
	built := t.TempDir()
	known := map[string]bool{}
	scripts, texts := map[string]string{}, map[string]map[int]string{}
	programs := map[string]bool{}
	for _, d := range documents(t) {
		if elsewhere[d.file] != "" {
			continue
		}
		scripts[d.file], texts[d.file] = scriptOf(t, &d, known)
		for _, found := range program.FindAllString(scripts[d.file], -1) {
			programs[strings.TrimPrefix(found, "go run ")] = true
		}
	}
	build := exec.Command("go", append([]string{"build", "-o", built + "/"}, slices.Collect(maps.Keys(programs))...)...)
	build.Dir = root
	said, err := build.CombinedOutput()
	require.NoError(t, err, string(said))
	for file, script := range scripts {
		if script == "" {
			continue
		}
		t.Run(file, func(t *testing.T) {
			t.Parallel()
			said := runIn(t, script, tree, built)
			for k, want := range texts[file] {
				assert.Contains(t, said[k], want, file)
			}
		})
	}
	for begin := range unrun {
		assert.True(t, known[begin], "no document tells to run %q", begin)
	}
	for _, begin := range slow {
		assert.True(t, known[begin], "no document tells to run %q", begin)
	}
}

// scriptOf is what runs a document's commands, and what each of its blocks is to print.
func scriptOf(t *testing.T, d *document, known map[string]bool) (script string, texts map[int]string) {
	t.Helper()
	texts = map[int]string{}
	var b strings.Builder
	ran := false
	for k, block := range d.blocks {
		if block.lang == "text" {
			above := ""
			if k > 0 {
				above = d.blocks[k-1].lang
			}
			require.Contains(t, []string{"sh", "go"}, above, "%s: text is what stands above it prints", block.place())
			if above == "sh" && ran {
				texts[k-1] = block.text
			}
		}
		if block.lang != "sh" {
			continue
		}
		ran = false
		b.WriteString("cd \"$HERE\"\nprintf '\\036'\n")
		for line := range strings.Lines(block.text) {
			command, comment := cutComment(strings.TrimSpace(line))
			if command == "" || left(command, known) {
				continue
			}
			ran = true
			b.WriteString(run(t, command, comment))
		}
		fmt.Fprintf(&b, "printf '\\037%d\\036'\n", k)
	}
	if !strings.Contains(b.String(), "ended") && !strings.Contains(b.String(), "started") {
		return "", texts
	}
	return b.String(), texts
}

// left tells whether a command is not run now.
func left(command string, known map[string]bool) bool {
	for begin := range unrun {
		if strings.HasPrefix(command, begin) {
			known[begin] = true
			return true
		}
	}
	for _, begin := range slow {
		if command == strings.TrimSpace(begin) || strings.HasPrefix(command, begin) && begin != "go run ." {
			known[begin] = true
			return !all
		}
	}
	return false
}

// run is a command as the script has it.
func run(t *testing.T, command, comment string) string {
	t.Helper()
	if server, ok := servers[command]; ok {
		return fmt.Sprintf("# %s\n%s\n%s > \"$SAID\" 2>&1 &\nstarted %s\n", command, server.prepare, server.start, server.address)
	}
	status := 0
	if strings.Contains(comment, "exit 1") || strings.Contains(comment, "mã thoát 1") {
		status = 1
	}
	return fmt.Sprintf("%s\nended $? %d '%s'\n", command, status, strings.ReplaceAll(command, "'", ""))
}

// cutComment takes the comment off a line.
func cutComment(line string) (command, comment string) {
	if strings.HasPrefix(line, "#") {
		return "", line
	}
	if i := strings.Index(line, "  #"); i >= 0 {
		return strings.TrimSpace(line[:i]), line[i:]
	}
	command, comment, _ = strings.Cut(line, " #")
	return strings.TrimSpace(command), comment
}

// runIn runs a script in a folder that has what the tree has, and gives what each block
// said.
func runIn(t *testing.T, script, tree, built string) map[int]string {
	t.Helper()
	dir := t.TempDir()
	entries, err := os.ReadDir(tree)
	require.NoError(t, err)
	for _, e := range entries {
		require.NoError(t, os.Symlink(filepath.Join(tree, e.Name()), filepath.Join(dir, e.Name())))
	}
	require.NoError(t, os.Symlink(tree, filepath.Join(dir, "ocop-go"))) // a clone, as guides call it
	for _, server := range servers {                                    // at an address that is free
		if strings.Contains(script, server.address) {
			script = strings.ReplaceAll(script, server.address, free(t))
		}
	}
	shell := exec.Command("bash", "-c", before+script)
	shell.Dir = dir
	shell.Env = append(os.Environ(), "TREE="+tree, "HERE="+dir, "BUILT="+built, "SAID="+filepath.Join(t.TempDir(), "said"), "LC_ALL=", "LANG=vi_VN.UTF-8", "NO_COLOR=1")
	var out, wrong bytes.Buffer
	shell.Stdout, shell.Stderr = &out, &wrong
	require.NoError(t, shell.Run(), "%s\n%s", wrong.String(), out.String())
	said := map[int]string{}
	for part := range strings.SplitSeq(out.String(), "\036") {
		if text, number, ok := strings.Cut(part, "\037"); ok {
			k := 0
			_, err := fmt.Sscan(number, &k)
			require.NoError(t, err)
			said[k] = text
		}
	}
	return said
}

// free is an address that nobody listens on.
func free(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	defer l.Close() //nolint:errcheck // it was never asked
	return l.Addr().String()
}

// imports are where the packages that documents name are to be found.
var imports = map[string]string{
	"fmt": "fmt", "log": "log", "os": "os", "http": "net/http", "json": "encoding/json", "errors": "errors", "strings": "strings", "bytes": "bytes",
	"ocop": "ocop", "httpapi": "ocop/httpapi", "pack": "ocop/pack", "registry": "ocop/registry", "trace": "ocop/trace", "paper": "ocop/paper", "schema": "ocop/schema",
	"dossier": "dossier", "procedure": "dossier/procedure", "codes": "dossier/codes", "validation": "dossier/validation",
	"scoring": "scoring", "qd26": "scoring/qd26", "words": "scoring/qd26/words", "rubric": "scoring/rubric", "problem": "scoring/problem", "civil": "scoring/civil", "lang": "scoring/lang",
}

// Go in documents compiles: a program as it stands, anything else within a function,
// where document is some document. A program prints the text below it.
func TestGoOfDocuments(t *testing.T) {
	t.Parallel()
	for _, d := range documents(t) {
		for k, b := range d.blocks {
			if b.lang != "go" {
				continue
			}
			program := strings.HasPrefix(b.text, "package main\n")
			source := b.text
			if !program {
				source = within(b.text)
			}
			file := filepath.Join(t.TempDir(), "main.go")
			require.NoError(t, os.WriteFile(file, []byte(source), 0o600))
			args := []string{"build", file} // a package that is no program is only compiled
			if program {
				args = []string{"run", file}
			}
			gone := exec.Command("go", args...)
			gone.Dir = root
			said, err := gone.Output()
			var failed *exec.ExitError
			if errors.As(err, &failed) {
				require.Fail(t, b.place(), "%s", failed.Stderr)
			}
			require.NoError(t, err)
			if k+1 < len(d.blocks) && d.blocks[k+1].lang == "text" {
				assert.Equal(t, d.blocks[k+1].text, string(said), b.place())
			}
		}
	}
}

// within is a piece of Go in a function, with the imports that it needs.
func within(code string) string {
	var b strings.Builder
	b.WriteString("package piece\n\nimport (\n")
	var named []string
	for _, found := range regexp.MustCompile(`\b([a-z]\w*)\.[A-Z]`).FindAllStringSubmatch(code, -1) {
		if to := imports[found[1]]; to != "" && !slices.Contains(named, found[1]) {
			named = append(named, found[1])
			if to != "encoding/json" && to != "net/http" && to != found[1] || to == "ocop" || to == "dossier" || to == "scoring" {
				to = "github.com/ocop-vn/ocop-go/" + to
			}
			fmt.Fprintf(&b, "\t%q\n", to)
		}
	}
	b.WriteString(")\n\nfunc _() {\n")
	if strings.Contains(code, "document") && !strings.Contains(code, "document :=") {
		b.WriteString("\tvar document []byte\n")
	}
	b.WriteString(code + "}\n")
	return b.String()
}
