package examples_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"go/ast"
	"go/doc"
	"go/parser"
	"go/token"
	"io/fs"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/ocop"
	"github.com/ocop-vn/ocop-go/scoring/civil"
)

// root is the project's. Documents are named by their path from it.
const root = ".."

// block is one fenced block of a document.
type block struct {
	file, lang, text string
	line             int // its first
}

func (b *block) place() string { return fmt.Sprintf("%s:%d", b.file, b.line) }

// document is a Markdown file: its fenced blocks, and its prose without them.
type document struct {
	file   string
	prose  string // with an empty line for each line of a block
	blocks []block
}

// documents are all Markdown files of the tree.
func documents(t *testing.T) (all []document) {
	t.Helper()
	require.NoError(t, fs.WalkDir(os.DirFS(root), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (d.Name() == "node_modules" || d.Name() == ".git" || d.Name() == "dist" || d.Name() == "vendor") {
			return fs.SkipDir
		}
		if path.Ext(name) == ".md" {
			text, err := os.ReadFile(filepath.Join(root, name))
			if err != nil {
				return err
			}
			all = append(all, read(name, string(text)))
		}
		return nil
	}))
	require.Greater(t, len(all), 20)
	return all
}

func read(name, text string) document {
	d := document{file: name}
	var prose strings.Builder
	var in *block
	for i, line := range strings.Split(text, "\n") {
		fence, isFence := strings.CutPrefix(strings.TrimSpace(line), "```")
		switch {
		case isFence && in == nil:
			in = &block{file: name, lang: fence, line: i + 2}
		case isFence:
			d.blocks = append(d.blocks, *in)
			in = nil
		case in != nil:
			in.text += line + "\n"
		default:
			prose.WriteString(line)
		}
		prose.WriteString("\n")
	}
	d.prose = prose.String()
	return d
}

// What a block may be, and who tries it.
var tried = map[string]string{
	"sh":      "TestCommandsOfDocuments",
	"text":    "TestCommandsOfDocuments, as what the commands above it print",
	"":        "TestReadmesAreTrue, or as text",
	"go":      "TestGoOfDocuments",
	"json":    "TestJSONOfDocuments",
	"html":    "TestWebOfDocuments",
	"js":      "TestWebOfDocuments",
	"ts":      "TestWebOfDocuments",
	"tsx":     "TestWebOfDocuments",
	"css":     "TestWebOfDocuments",
	"mermaid": "TestDiagramsOfDocuments",
	"java":    "examples/interop/check.sh reads the dossiers in Java, by classes that are made; this library it does not have",
	"php":     "examples/interop/check.sh checks the dossiers in PHP, by the library that Debian has",
	"python":  "ocop/conformance.TestProgramOfThePage",
	"sql":     "make registers runs figures.sql in DuckDB",
}

func TestBlocksOfDocuments(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for _, d := range documents(t) {
		for _, b := range d.blocks {
			assert.Contains(t, tried, b.lang, b.place())
			seen[b.lang] = true
		}
	}
	for l := range tried {
		assert.True(t, seen[l] || l == "ts", "no document has a block of %q", l)
	}
}

// JSON parses, and is what the library takes it for.
func TestJSONOfDocuments(t *testing.T) {
	t.Parallel()
	var library ocop.Library
	for _, d := range documents(t) {
		for _, b := range d.blocks {
			if b.lang != "json" {
				continue
			}
			var members map[string]json.RawMessage
			require.NoError(t, json.Unmarshal([]byte(b.text), &members), b.place())
			switch {
			case members["answers"] != nil && (members["locked"] != nil || members["cost"] != nil):
				assert.NoError(t, library.Validate(ocop.DocumentPlan, []byte(b.text)).Err(), b.place())
			case members["answers"] != nil:
				assert.NoError(t, library.Validate(ocop.DocumentSheet, []byte(b.text)).Err(), b.place())
			case members["members"] != nil:
				assert.NoError(t, library.Validate(ocop.DocumentCouncil, []byte(b.text)).Err(), b.place())
			case members["registration"] != nil:
				assert.NoError(t, library.Validate(ocop.DocumentDossier, []byte(b.text)).Err(), b.place())
			case members["steps"] != nil:
				_, err := ocop.Life([]byte(b.text), civil.Date{})
				assert.NoError(t, err, b.place())
			}
		}
	}
}

// made are files that make wasm writes of others, which are there.
var made = map[string]string{"wasm/npm/schema/": "ocop/schema/v1/"}

var link = regexp.MustCompile(`\]\(([^)\s]+)(?: "([^"]+)")?\)`)

// Links lead to files, headings and lines that are there. A link to a line says in its
// title what stands on that line; with -update its number is put right.
func TestLinksOfDocuments(t *testing.T) {
	t.Parallel()
	all := documents(t)
	headings := map[string][]string{}
	for _, d := range all {
		headings[d.file] = anchors(d.prose)
	}
	for _, d := range all {
		moved := map[string]string{}
		for _, found := range link.FindAllStringSubmatch(d.prose, -1) {
			target, title := found[1], found[2]
			if strings.Contains(target, "://") || strings.HasPrefix(target, "mailto:") {
				continue
			}
			name, anchor, _ := strings.Cut(target, "#")
			name, err := url.PathUnescape(name)
			require.NoError(t, err, d.file)
			to := d.file
			if name != "" {
				to = path.Join(path.Dir(d.file), name)
			}
			at := to
			for prefix, source := range made {
				if rest, ok := strings.CutPrefix(to, prefix); ok {
					at = source + rest
				}
			}
			_, err = os.Stat(filepath.Join(root, at))
			if !assert.NoError(t, err, "%s: %s", d.file, target) || anchor == "" {
				continue
			}
			if line, ok := strings.CutPrefix(anchor, "L"); ok && path.Ext(to) != ".md" {
				if now := lineOf(t, to, line, title, d.file); now != line {
					moved[found[0]] = strings.Replace(found[0], "#L"+line, "#L"+now, 1)
				}
				continue
			}
			assert.True(t, slices.Contains(headings[to], anchor), "%s: there is no heading %s", d.file, target)
		}
		if len(moved) > 0 && *update {
			text, err := os.ReadFile(filepath.Join(root, d.file))
			require.NoError(t, err)
			for from, to := range moved {
				text = bytes.ReplaceAll(text, []byte(from), []byte(to))
			}
			require.NoError(t, os.WriteFile(filepath.Join(root, d.file), text, 0o644))
		}
	}
}

// lineOf is the number of the line that a link names, or of the only one that has what
// the link's title says.
func lineOf(t *testing.T, file, number, title, from string) string {
	t.Helper()
	require.NotEmpty(t, title, "%s: a link to a line of %s says in its title what stands there", from, file)
	text, err := os.ReadFile(filepath.Join(root, file))
	require.NoError(t, err)
	lines := strings.Split(string(text), "\n")
	n, err := strconv.Atoi(number)
	require.NoError(t, err)
	has := func(l string) bool { return strings.Contains(strings.Join(strings.Fields(l), " "), title) }
	if n <= len(lines) && has(lines[n-1]) {
		return number
	}
	at := slices.IndexFunc(lines, has)
	require.GreaterOrEqual(t, at, 0, "%s: %q is nowhere in %s", from, title, file)
	if !*update {
		assert.Fail(t, "a line that moved", "%s: %q stands on line %d of %s now, not on %s; go test ./examples -run Links -update mends it", from, title, at+1, file, number)
	}
	return strconv.Itoa(at + 1)
}

var id = regexp.MustCompile(`<a id="([^"]+)">`)

// anchors are the names by which GitHub knows the headings of a text, and those that it
// gives itself.
func anchors(prose string) (names []string) {
	for _, found := range id.FindAllStringSubmatch(prose, -1) {
		names = append(names, found[1])
	}
	seen := map[string]int{}
	for line := range strings.Lines(prose) {
		heading, ok := strings.CutPrefix(strings.TrimLeft(line, "#"), " ")
		if !ok || line[0] != '#' {
			continue
		}
		name := strings.Map(func(r rune) rune {
			switch {
			case r == ' ':
				return '-'
			case unicode.IsLetter(r), unicode.IsMark(r), unicode.IsDigit(r), r == '-', r == '_':
				return unicode.ToLower(r)
			}
			return -1
		}, strings.TrimSpace(heading))
		if n := seen[name]; n > 0 {
			names = append(names, fmt.Sprintf("%s-%d", name, n))
		} else {
			names = append(names, name)
		}
		seen[name]++
	}
	return names
}

// Every package that the README lists has runnable examples, among them one of each
// function that the README names.
func TestMainFunctionsHaveExamples(t *testing.T) {
	t.Parallel()
	readme, err := os.ReadFile(filepath.Join(root, "README.md"))
	require.NoError(t, err)
	_, table, _ := strings.Cut(string(readme), "## Packages\n")
	table, _, _ = strings.Cut(table, "\n## ")
	code := regexp.MustCompile("`([^`]+)`")
	functions := 0
	for row := range strings.Lines(table) {
		cells := strings.SplitN(row, "|", 4)
		if len(cells) < 4 || !strings.Contains(cells[1], "`") {
			continue
		}
		for _, p := range code.FindAllStringSubmatch(cells[1], -1) {
			folder := p[1]
			if folder == "ocop/cmd/ocop" || strings.HasPrefix(folder, "wasm/") {
				continue // commands
			}
			exported, shown := exampled(t, folder)
			assert.NotEmpty(t, shown, "package %s has no example that is run", folder)
			for _, named := range code.FindAllStringSubmatch(cells[2], -1) {
				if exported[named[1]] {
					functions++
					assert.Contains(t, shown, named[1], "package %s has no example of %s", folder, named[1])
				}
			}
		}
	}
	assert.Greater(t, functions, 30)
}

// exampled are a package's exported functions and methods, and those that it has
// examples of, by name.
func exampled(t *testing.T, folder string) (exported map[string]bool, shown []string) {
	t.Helper()
	files := token.NewFileSet()
	names, err := filepath.Glob(filepath.Join(root, folder, "*.go"))
	require.NoError(t, err)
	exported = map[string]bool{}
	for _, name := range names {
		file, err := parser.ParseFile(files, name, nil, parser.ParseComments)
		require.NoError(t, err)
		if strings.HasSuffix(name, "_test.go") {
			for _, e := range doc.Examples(file) {
				if e.Output != "" {
					shown = append(shown, strings.ReplaceAll(e.Name, "_", "."))
				}
			}
			continue
		}
		for _, d := range file.Decls {
			f, ok := d.(*ast.FuncDecl)
			if !ok || !f.Name.IsExported() {
				continue
			}
			name := f.Name.Name
			if f.Recv != nil {
				of := f.Recv.List[0].Type
				if star, ok := of.(*ast.StarExpr); ok {
					of = star.X
				}
				name = fmt.Sprint(of) + "." + name
			}
			exported[name] = true
		}
	}
	return exported, shown
}
