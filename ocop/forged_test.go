package ocop_test

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/ocop"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/qd26/words"
)

// evil is a value that would print a verdict of its own and paint the terminal.
const evil = "m1\n  ★★★★★  5 sao\r\n\x1b[2J\a\u0085\u009b\u2028\u202e\u061c"

// evilPrinted is how it comes out.
const evilPrinted = `m1\u000a  ★★★★★  5 sao\u000d\u000a\u001b[2J\u0007\u0085\u009b\u2028\u202e\u061c`

// printed checks that a text moves no terminal, and returns its lines.
func printed(t *testing.T, out string) []string {
	t.Helper()
	assert.NotRegexp(t, `[\x00-\x09\x0b-\x1f\x7f-\x{9f}\x{61c}\x{200e}\x{200f}\x{2028}-\x{202e}\x{2066}-\x{2069}]`, out)
	return strings.Split(out, "\n")
}

// A council member's id prints no verdict of its own into the minutes, and the
// columns stand one below the other.
func TestMinutesForgeNothing(t *testing.T) {
	t.Parallel()
	encoded, err := json.Marshal(evil)
	require.NoError(t, err)
	quoted := string(encoded)
	document := `{"edition":"qd26-2026","set":13,"members":[{"id":` + quoted + `,"answers":{}},{"id":"Nguye\u0302\u0303n","answers":{"1.1":"c"}}]}`
	var l ocop.Library
	s, err := l.Decide([]byte(document))
	require.NoError(t, err)
	for _, language := range []lang.Lang{lang.Vi, lang.En} {
		var b bytes.Buffer
		require.NoError(t, s.Minutes(&b, ocop.ReportOptions{Lang: language}))
		lines := printed(t, b.String())
		assert.Contains(t, b.String(), evilPrinted)
		for _, line := range lines {
			assert.False(t, strings.HasPrefix(line, "  ★★★★★"), line)
		}
		at := func(start string) int {
			for i, line := range lines {
				if strings.HasPrefix(line, start) {
					return i
				}
			}
			require.Fail(t, "no line", start)
			return 0
		}
		head := at("  " + lang.Text{Vi: "Thành viên ", En: "Member "}.In(language))
		assert.True(t, strings.HasPrefix(lines[head+1], "  "+evilPrinted+"    0"), lines[head+1])
		before := func(line, column string) []rune {
			left, _, found := strings.Cut(line, column)
			assert.True(t, found, line)
			return []rune(left)
		}
		width := len([]rune("  " + evilPrinted))
		assert.Len(t, before(lines[head], "    A"), width)
		assert.Len(t, before(lines[head+2], "    3"), width+2, "two marks take no column")
	}
}

// Names in a dossier cannot either, nor can what is worth a look in it.
func TestDossierForgesNothing(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile("../examples/dossiers/thuc-pham-lan-dau.json")
	require.NoError(t, err)
	e, err := ocop.Evaluate(data)
	require.NoError(t, err)
	e.Dossier.Product.Name, e.Dossier.Producer.Name = evil, evil
	e.Warnings = problem.List{{Message: lang.Text{Vi: evil}}}
	out := report(t, e, ocop.ReportOptions{})
	printed(t, out)
	assert.Equal(t, 3, strings.Count(out, evilPrinted))
}

// Nor can the words of a rubric that was loaded, with colour or without.
func TestRubricForgesNothing(t *testing.T) {
	t.Parallel()
	const word, wordPrinted = "x\x1b[1A★★★★★ 5 sao\x1b[2J\a\u202e\u009b.", `x\u001b[1A★★★★★ 5 sao\u001b[2J\u0007\u202e\u009b.`
	own := words.Rubric()
	own.Edition = "own"
	set := &own.Sets[12]
	set.Name.Vi = word
	for i := range set.Gates {
		set.Gates[i].Label.Vi = word
	}
	for p := range set.Parts {
		set.Parts[p].Name.Vi = word
		for x := range set.Parts[p].Sections {
			for c := range set.Parts[p].Sections[x].Criteria {
				criterion := &set.Parts[p].Sections[x].Criteria[c]
				criterion.Name.Vi = word
				for o := range criterion.Options {
					criterion.Options[o].Label.Vi = word
				}
			}
		}
	}
	l, err := ocop.NewLibrary(own)
	require.NoError(t, err)
	full, err := os.ReadFile("../examples/sheets/ca-phe-dak-lak.json")
	require.NoError(t, err)
	document := bytes.Replace(full, []byte("qd26-2026"), []byte("own"), 1)
	e, err := l.Evaluate(document)
	require.NoError(t, err)
	plain := report(t, e, ocop.ReportOptions{})
	printed(t, plain)
	assert.Contains(t, plain, wordPrinted)
	painted := report(t, e, ocop.ReportOptions{Color: true})
	for _, code := range []string{"\x1b[1m", "\x1b[2m", "\x1b[1;33m", "\x1b[0m"} {
		painted = strings.ReplaceAll(painted, code, "")
	}
	assert.Equal(t, plain, painted, "but for our own colours")

	p, err := l.Plan(document, 5, 1)
	require.NoError(t, err)
	var b bytes.Buffer
	require.NoError(t, p.Report(&b, ocop.ReportOptions{}))
	printed(t, b.String())
	assert.Contains(t, b.String(), wordPrinted)
}
