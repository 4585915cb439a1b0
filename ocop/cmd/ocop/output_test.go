package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/scoring/budget"
)

// With asCommand in its environment the test's program is the command itself.
const asCommand = "OCOP_TEST_AS_COMMAND=1"

func TestMain(m *testing.M) {
	if os.Getenv("OCOP_TEST_AS_COMMAND") != "" {
		main()
	}
	os.Exit(m.Run())
}

// program is the command as a process of its own.
func program(args ...string) *exec.Cmd {
	p := exec.Command(os.Args[0], args...)
	p.Env = append(os.Environ(), asCommand)
	return p
}

// onUnix skips what Windows does otherwise: signals, pipes, names of files.
func onUnix(t *testing.T) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("Windows")
	}
}

// every has a command line for each verb and each form of output.
var every = [][]string{
	{"help"},
	{"help", "plan"},
	{"--version"},
	{"version", "--json"},
	{"score", "--help"},
	{"score", "-"},
	{"score", "--explain", "-"},
	{"score", "--json", "-"},
	{"score", "--json", "--explain", "-"},
	{"score", "--jsonl", "-"},
	{"plan", "--star", "1", sheets + "gao-st25.json"},
	{"plan", "--star", "1", "--json", sheets + "gao-st25.json"},
	{"plan", "--json", "-"},
	{"council", councils + "hoi-dong-tinh.json"},
	{"council", "--json", councils + "hoi-dong-tinh.json"},
	{"council", "--ministry", councils + "hoi-dong-trung-uong.json", councils + "hoi-dong-tinh.json"},
	{"validate", "-"},
	{"validate", "--json", "-"},
	{"validate", "--jsonl", "-"},
	{"schema"},
	{"schema", "sheet"},
	{"vector", "-"},
	{"vector", "--parse", "OCOP:qd26-2026/13"},
	{"rubric"},
	{"rubric", "--set", "16"},
	{"rubric", "--json"},
	{"deadlines", milestones},
	{"deadlines", "--json", milestones},
	{"life", certificate},
	{"life", "--json", certificate},
	{"paper", "score-sheet", sheets + "gao-st25.json"},
	{"paper", "score-sheet", "--format", "html", sheets + "gao-st25.json"},
	{"paper", "score-sheet", "--format", "docx", sheets + "gao-st25.json"},
	{"paper", "score-sheet", "--format", "json", sheets + "gao-st25.json"},
	{"registry", "--on", "2026-11-25", register},
	{"registry", "--on", "2026-11-25", "--json", register},
	{"registry", "--on", "2026-11-25", "--format", "html", register},
	{"registry", "convert", "--to", "csv", register},
	{"registry", "convert", "--public", register},
	{"trace", chain},
	{"trace", "--json", chain},
	{"trace", "--html", chain},
}

const (
	milestones  = "../../../examples/deadlines/moc-ngay.json"
	certificate = "../../../examples/deadlines/giay-chung-nhan.json"
	register    = "../../../examples/registry/so-dang-ky-mau.jsonl"
	chain       = "../../../examples/registry/chuoi/ca-phe.json"
)

// breaking takes some bytes and then fails.
type breaking struct {
	left int
	err  error
}

func (b *breaking) Write(p []byte) (int, error) {
	n := min(len(p), b.left)
	b.left -= n
	if n < len(p) {
		return n, b.err
	}
	return n, nil
}

// Whatever a verb writes, that it could not be written is said, and where the
// reader went away the command ends without a word.
func TestCannotWrite(t *testing.T) {
	t.Parallel()
	for _, args := range every {
		for _, left := range []int{0, 7} {
			var errs bytes.Buffer
			c := &command{stdin: strings.NewReader(sheet), stdout: &output{to: &breaking{left, errors.New("the disk is full")}}, stderr: &errs}
			assert.Equal(t, exitUnusable, c.run(args), args)
			assert.Contains(t, errs.String(), "ocop: Không ghi được: the disk is full\n", args)

			errs.Reset()
			c = &command{stdin: strings.NewReader(sheet), stdout: &output{to: &breaking{left, &os.PathError{Err: syscall.EPIPE}}}, stderr: &errs}
			assert.Equal(t, 141, c.run(args), args)
			assert.NotContains(t, errs.String(), "ocop:", args)
		}
	}
	// A writer that takes less than it is given, and says nothing, lies.
	c := &command{stdin: strings.NewReader(sheet), stdout: &output{to: &breaking{left: 7}}, stderr: io.Discard}
	assert.Equal(t, exitUnusable, c.run([]string{"score", "-"}))
}

// The same with the process's own output: a full disk, a closed one, a cut pipe.
func TestProcessCannotWrite(t *testing.T) {
	t.Parallel()
	onUnix(t)
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip("no /dev/full here")
	}
	defer func() { assert.NoError(t, full.Close()) }()
	for _, args := range every {
		if args[len(args)-1] == "-" {
			continue // other names do
		}
		p := program(args...)
		var errs bytes.Buffer
		p.Stdout, p.Stderr = full, &errs
		assert.Error(t, p.Run(), args)
		assert.Equal(t, exitUnusable, p.ProcessState.ExitCode(), args)
		assert.Contains(t, errs.String(), "ocop: Không ghi được: ", args)
	}

	read, write, err := os.Pipe()
	require.NoError(t, err)
	require.NoError(t, read.Close())
	p := program("rubric", "--json")
	var errs bytes.Buffer
	p.Stdout, p.Stderr = write, &errs
	require.Error(t, p.Run())
	assert.Equal(t, 141, p.ProcessState.ExitCode())
	assert.Empty(t, errs.String())
}

// A program that writes one line and waits has its answer, and a signal ends
// the command after a whole line, with its number.
func TestLinesAreAnsweredAtOnce(t *testing.T) {
	t.Parallel()
	onUnix(t)
	for _, verb := range []string{"score", "validate"} {
		for _, s := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP} {
			if signal.Ignored(s) { // under nohup, of which the command takes no notice either
				continue
			}
			p := program(verb, "--jsonl", "-")
			in, err := p.StdinPipe()
			require.NoError(t, err)
			out, err := p.StdoutPipe()
			require.NoError(t, err)
			require.NoError(t, p.Start())
			hang := time.AfterFunc(time.Minute, func() { _ = p.Process.Kill() })
			lines := bufio.NewReader(out)
			for i, document := range []string{"{}\n", sheet + "\n{}", "\r\n\n"} {
				_, err = io.WriteString(in, document)
				require.NoError(t, err)
				for range strings.Count(document, "\n") {
					line, err := lines.ReadString('\n')
					require.NoError(t, err, "%s %d", verb, i)
					assert.True(t, json.Valid([]byte(line)))
				}
			}
			_, err = io.WriteString(in, `{"edition":`) // a line that never ends
			require.NoError(t, err)
			require.NoError(t, p.Process.Signal(s))
			rest, err := io.ReadAll(lines)
			require.NoError(t, err)
			assert.Empty(t, string(rest))
			require.Error(t, p.Wait())
			hang.Stop()
			assert.Equal(t, 128+int(s), p.ProcessState.ExitCode())
		}
	}
}

// A signal in the middle of much output cuts no line.
func TestSignalCutsNoLine(t *testing.T) {
	t.Parallel()
	onUnix(t)
	p := program("score", "--jsonl", "-")
	p.Stdin = io.MultiReader(strings.NewReader(strings.Repeat(sheet+"\n", 200_000)), &never{})
	out, err := p.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, p.Start())
	first := make([]byte, 100_000)
	_, err = io.ReadFull(out, first)
	require.NoError(t, err)
	require.NoError(t, p.Process.Signal(syscall.SIGTERM))
	rest, err := io.ReadAll(out)
	require.NoError(t, err)
	all := slices.Concat(first, rest)
	assert.True(t, bytes.HasSuffix(all, []byte("}\n")), "a whole line")
	for line := range bytes.Lines(all) {
		require.True(t, json.Valid(line))
	}
	p.WaitDelay = time.Second // its input never ends
	require.Error(t, p.Wait())
	assert.Equal(t, 143, p.ProcessState.ExitCode())
}

type never struct{}

func (never) Read([]byte) (int, error) { select {} }

// After the end that a signal brings, nothing is written.
func TestEnd(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	o := &output{to: &b}
	_, err := o.Write([]byte("1\n"))
	require.NoError(t, err)
	o.end()
	assert.Equal(t, "1\n", b.String())
	assert.False(t, o.busy.TryLock(), "nothing comes after")
}

// The first error is the one that is told, and nothing is written after it.
func TestOutputRemembers(t *testing.T) {
	t.Parallel()
	to := &breaking{left: 2, err: io.ErrClosedPipe}
	o := &output{to: to}
	n, err := o.Write([]byte("abc"))
	assert.Equal(t, 2, n)
	assert.Equal(t, io.ErrClosedPipe, err)
	to.left = 9
	_, err = o.Write([]byte("d"))
	assert.Equal(t, io.ErrClosedPipe, err)
	assert.Equal(t, 9, to.left)
	assert.Equal(t, io.ErrClosedPipe, o.failed())
}

// The end of a line does not count: a line may have exactly the limit.
func TestLineLimit(t *testing.T) {
	t.Parallel()
	for _, limit := range []struct {
		verb []string
		size int
		good string
	}{
		{[]string{"score", "--jsonl", "-"}, budget.Sheet().Bytes, `"status":"incomplete"`},
		{[]string{"validate", "--as", "sheet", "--jsonl", "-"}, budget.Sheet().Bytes, `{"valid":true`},
		{[]string{"validate", "--as", "council", "--jsonl", "-"}, budget.Council().Bytes, "JSON-08"},
		{[]string{"validate", "--jsonl", "-"}, budget.Dossier().Bytes, "DOSSIER-01"},
	} {
		exactly := sheet + strings.Repeat(" ", limit.size-len(sheet))
		for _, end := range []string{"\n", "\r\n", ""} {
			out, _, _ := run(exactly+end, limit.verb...)
			assert.Contains(t, out, limit.good, limit.verb)
			assert.NotContains(t, out, "JSON-04", limit.verb)
			for _, more := range []string{" ", "  ", "   "} {
				out, _, code := run(exactly+more+end, limit.verb...)
				assert.Equal(t, exitProblems, code)
				assert.Contains(t, out, "JSON-04", limit.verb)
				assert.Equal(t, 1, strings.Count(out, "\n"))
			}
		}
	}
}

// An empty line is a document too, though a wrong one; after the last line's end there is none.
func TestEmptyLines(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]int{"": 0, "\n": 1, "\r\n": 1, "\n\n": 2, "{}": 1, "{}\n": 1, "{}\n\n": 2, "{}\n \n{}": 3} {
		for _, verb := range []string{"score", "validate"} {
			out, _, _ := run(in, verb, "--jsonl", "-")
			assert.Equal(t, want, strings.Count(out, "\n"), "%s %q", verb, in)
		}
	}
}

// failing is an input that breaks off in the middle.
type failing struct{ text *strings.Reader }

func (f failing) Read(b []byte) (int, error) {
	n, err := f.text.Read(b)
	if err == io.EOF {
		err = syscall.EIO
	}
	return n, err
}

// What cannot be read is said with its name, nothing is printed for it, and the
// other files go on.
func TestUnreadableFiles(t *testing.T) {
	t.Parallel()
	onUnix(t)
	dir := t.TempDir()
	good := filepath.Join(dir, "good.json")
	require.NoError(t, os.WriteFile(good, []byte(sheet), 0o600))
	missing := filepath.Join(dir, "a\nOK: valid")
	for _, args := range [][]string{{"score"}, {"score", "--json"}, {"score", "--jsonl"}, {"validate", "--as", "sheet"}, {"validate", "--as", "sheet", "--json"}, {"validate", "--as", "sheet", "--jsonl"}} {
		alone, _, _ := run("", append(args, good)...)
		require.NotEmpty(t, alone)
		out, errs, code := run("", append(args, missing, dir, good)...)
		assert.Equal(t, exitUnusable, code, args)
		assert.Equal(t, alone, out, args)
		assert.Equal(t, "ocop: Không đọc được tệp "+dir+`/a\u000aOK: valid: không có tệp này.`+"\nocop: Không đọc được tệp "+dir+": đây là thư mục.\n", errs, args)
		_, errs, _ = run("", append(args, "--lang", "en", dir, missing)...)
		assert.Equal(t, "ocop: Cannot read the file "+dir+": it is a folder.\nocop: Cannot read the file "+dir+`/a\u000aOK: valid: there is no such file.`+"\n", errs, args)

		// A read that fails in the middle: the lines before are answered, the one at hand is none.
		var stdout, stderr bytes.Buffer
		c := &command{stdin: failing{strings.NewReader(sheet + "\n" + sheet)}, stdout: &output{to: &stdout}, stderr: &stderr}
		assert.Equal(t, exitUnusable, c.run(append(args, "-", good)), args)
		assert.Equal(t, "ocop: Không đọc được tệp -: input/output error.\n", stderr.String())
		want := alone
		if args[len(args)-1] == "--jsonl" {
			want += alone
		}
		assert.Equal(t, want, stdout.String(), args)
	}
}

// A file is there whole or not at all, and nothing else is left in its folder.
func TestWriteFile(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	name := filepath.Join(dir, "a.json")
	require.NoError(t, writeFile(name, []byte("one")))
	require.NoError(t, writeFile(name, []byte("two")))
	data, err := os.ReadFile(name)
	require.NoError(t, err)
	assert.Equal(t, "two", string(data))
	info, err := os.Stat(name)
	require.NoError(t, err)
	if runtime.GOOS != "windows" { // which knows no such modes
		assert.Equal(t, os.FileMode(0o644), info.Mode())
	}

	taken := filepath.Join(dir, "taken")
	require.NoError(t, os.MkdirAll(filepath.Join(taken, "x"), 0o700))
	require.Error(t, writeFile(taken, []byte("three")))
	require.Error(t, writeFile(filepath.Join(dir, "none", "a.json"), nil))
	assert.Equal(t, []string{"a.json", "taken"}, names(t, dir))
	assert.Equal(t, []string{"x"}, names(t, taken))
}

func names(t *testing.T, dir string) (list []string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	for _, e := range entries {
		list = append(list, e.Name())
	}
	return list
}

// A folder that cannot take the schemas is said, and holds no cut file.
func TestSchemaDirCannotWrite(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	require.NoError(t, os.MkdirAll(filepath.Join(dir, "council.json", "x"), 0o700))
	_, errs, code := run("", "schema", "--dir", dir)
	assert.Equal(t, exitUnusable, code)
	assert.Contains(t, errs, "ocop: Không ghi được: ")
	for _, name := range names(t, dir) {
		assert.False(t, strings.HasPrefix(name, "."), name)
	}
}

// What strangers name or write moves no terminal and forges no line, whatever the verb.
func TestCommandForgesNothing(t *testing.T) {
	t.Parallel()
	onUnix(t)
	const evil = "x\nOK: valid\r\x1b[2J\u0085\u009b\u2028\u202e\u061c"
	const printed = `x\u000aOK: valid\u000d\u001b[2J\u0085\u009b\u2028\u202e\u061c`
	quoted, err := json.Marshal(evil)
	require.NoError(t, err)
	dir := t.TempDir()
	file := filepath.Join(dir, evil)
	require.NoError(t, os.WriteFile(file, []byte(`{"edition":"qd26-2026","set":13,"answers":{`+string(quoted)+`:"c"}}`), 0o600))
	raw := `{"edition":"qd26-2026","set":13,"answers":{"x` + "\u0085\u009b\u2028\u202e\u061c\u007f" + `":"c"}}`
	for _, args := range [][]string{
		{evil}, {"score", evil}, {"score", file}, {"score", "--json", file}, {"score", "--jsonl", file}, {"score", "--lang", evil}, {"score", "--" + evil},
		{"score", "--rubric", evil, "-"}, {"score", "--rubric", file, "-"},
		{"plan", "--star", evil}, {"plan", file}, {"plan", "--json", file}, {"council", evil}, {"council", file}, {"council", "--ministry", file, councils + "hoi-dong-tinh.json"},
		{"validate", file}, {"validate", "--as", evil, file}, {"validate", "--as", "sheet", file}, {"validate", "--as", "sheet", "--json", "-"}, {"validate", "--as", "sheet", "--jsonl", "-"},
		{"score", "-"}, {"score", "--json", "-"}, {"score", "--jsonl", "-"},
		{"schema", evil}, {"schema", "--dir", file}, {"vector", file}, {"vector", "--parse", "OCOP:" + evil}, {"rubric", evil}, {"rubric", "--edition", evil}, {"rubric", "--set", evil},
	} {
		for _, language := range []string{"vi", "en"} {
			with := args
			if len(args) > 1 {
				with = append([]string{args[0], "--lang", language}, args[1:]...)
			}
			out, errs, code := run(raw, with...)
			assert.NotEqual(t, exitOK, code, args)
			assert.NotRegexp(t, `[\x00-\x09\x0b-\x1f\x7f-\x{9f}\x{61c}\x{2028}-\x{202e}]`, out+errs, args)
			assert.NotRegexp(t, `(?m)^OK: valid`, out+errs, args)
			assert.Regexp(t, `\\u0085\\u009b\\u2028\\u202e\\u061c`, out+errs, args)
		}
	}
	_, errs, _ := run("", "score", file)
	assert.Contains(t, errs, dir+"/"+printed+": SHEET-02 ")
	_, errs, _ = run("", "score", "bad-\xff\x9b")
	assert.Equal(t, `ocop: Không đọc được tệp bad-\xff\x9b: không có tệp này.`+"\n", errs)
}
