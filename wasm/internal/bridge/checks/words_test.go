package checks

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/ocop/paper"
	"github.com/ocop-vn/ocop-go/ocop/report"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/budget"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
	published "github.com/ocop-vn/ocop-go/scoring/qd26/words"
	"github.com/ocop-vn/ocop-go/scoring/rubric"
	"github.com/ocop-vn/ocop-go/wasm/internal/bridge"
)

// fileOf is the file of a set's words in one language, as wasm/internal/pack makes it.
func fileOf(t *testing.T, set *rubric.Set, l lang.Lang) []byte {
	t.Helper()
	parts, gates, criteria := map[string]string{}, map[string]string{}, map[string]any{}
	for _, g := range set.Gates {
		gates[g.ID] = g.Label.In(l)
	}
	for _, part := range set.Parts {
		parts[part.Code] = part.Name.In(l)
		for _, section := range part.Sections {
			for _, c := range section.Criteria {
				notes, options, cases := []string{}, map[string]string{}, map[string]string{}
				for _, note := range c.Notes {
					notes = append(notes, note.In(l))
				}
				for _, o := range c.Options {
					options[o.Code] = o.Label.In(l)
				}
				for i, name := range c.Cases {
					cases[strconv.Itoa(i+1)] = name.In(l)
				}
				criteria[c.Code] = map[string]any{"name": c.Name.In(l), "notes": notes, "options": options, "cases": cases}
			}
		}
	}
	file, err := json.Marshal(map[string]any{"no": set.No, "name": set.Name.In(l), "parts": parts, "gates": gates, "criteria": criteria, "version": "x"})
	require.NoError(t, err)
	return file
}

// Papers and reports by a file of words are those by the rubric: of every set, with
// every criterion at its first option, and again with half of them open, so that
// minima, gates, notes and what is unanswered are all in it.
func TestWords(t *testing.T) {
	t.Parallel()
	for _, set := range qd26.Edition().Sets() {
		full, ok := published.Set(set.No())
		require.True(t, ok)
		for open := range 2 {
			sheet := set.Sheet()
			for i, c := range set.Criteria() {
				if i%2 < 2-open {
					require.NoError(t, sheet.Answer(c.Code(), c.Options()[0].Code))
				}
			}
			result := scoring.Score(&sheet)
			told := report.Score{Result: &result}
			for _, l := range []lang.Lang{lang.Vi, lang.En} {
				no, words, err := readWords(fileOf(t, full, l))
				require.NoError(t, err)
				require.Equal(t, set.No(), no)
				byFile := words.of(set)
				assert.Equal(t, told.Paper(full, l), told.Paper(byFile, l), no)
				assert.Equal(t, paper.MemberSheet(&sheet, full, nil, l), paper.MemberSheet(&sheet, byFile, nil, l), no)
				assert.Equal(t, paper.OwnSheet(&sheet, full, nil, l), paper.OwnSheet(&sheet, byFile, nil, l), no)
			}
		}
	}
}

// Explanations by files of words are those by the rubric; by one file its words stand
// for both languages.
func TestExplain(t *testing.T) {
	t.Parallel()
	framed := func(vi, en []byte, document string) []byte {
		return fmt.Appendf(nil, "%d %d\n%s%s%s", len(vi), len(en), vi, en, document)
	}
	for _, set := range qd26.Edition().Sets() {
		full, ok := published.Set(set.No())
		require.True(t, ok)
		vi, en := fileOf(t, full, lang.Vi), fileOf(t, full, lang.En)
		for open := range 2 {
			sheet := set.Sheet()
			for i, c := range set.Criteria() {
				if i%2 < 2-open {
					require.NoError(t, sheet.Answer(c.Code(), c.Options()[len(c.Options())-1].Code))
				}
			}
			result := scoring.Score(&sheet)
			told := report.Score{Result: &result}
			document := string(sheet.AppendJSON(nil))
			answer, ok := Dossiers{}.Call(bridge.Asked+bridge.Explain, framed(vi, en, document))
			require.True(t, ok)
			want := report.AppendSteps(nil, told.Explain(full))
			assert.Equal(t, string(want), string(answer))
			for l, words := range map[lang.Lang][]byte{
				lang.Vi: framed(vi, nil, document), lang.En: append(fmt.Appendf(nil, "-1 %d\n%s", len(en), en), document...),
			} {
				var steps, one []report.Step
				answer, ok := Dossiers{}.Call(bridge.Asked+bridge.Explain, words)
				require.True(t, ok)
				require.NoError(t, json.Unmarshal(want, &steps))
				require.NoError(t, json.Unmarshal(answer, &one))
				require.Len(t, one, len(steps))
				for i := range steps {
					assert.Equal(t, steps[i].Text.In(l), one[i].Text.In(l))
					require.Len(t, one[i].Notes, len(steps[i].Notes))
					for j, note := range steps[i].Notes {
						assert.Equal(t, note.In(l), one[i].Notes[j].In(l))
					}
				}
			}
		}
	}
}

func TestExplainRefuses(t *testing.T) {
	t.Parallel()
	full, ok := published.Set(13)
	require.True(t, ok)
	words := fileOf(t, full, lang.Vi)
	const sheet = `{"edition":"qd26-2026","set":13,"answers":{}}`
	framed := func(line, words, document string) string { return line + "\n" + words + document }
	whole := strconv.Itoa(len(words)) + " -1"
	for document, code := range map[string]string{
		"":                                 "MODULE-01",
		sheet:                              "MODULE-01",
		"-1 -1":                            "JSON-01",
		framed("-1 -1", "", sheet):         "MODULE-01", // no words at all
		framed("9999999 -1", "", sheet):    "MODULE-01",
		framed("-1 x", "", sheet):          "MODULE-01",
		framed(whole, string(words), ""):   "JSON-01",
		framed(whole, string(words), "[]"): "JSON-09",
		framed(whole, string(words), `{"answers":{}}`):                      "JSON-08",
		framed(whole, string(words), `{"producer":{}}`):                     "DOSSIER-01",
		framed(whole, string(words), strings.Replace(sheet, "13", "12", 1)): "MODULE-01", // words of another set
		framed("2 -1", "{]", sheet):                                         "JSON-01",
		framed("2 -1", "[]", sheet):                                         "JSON-09",
	} {
		answer, ok := Dossiers{}.Call(bridge.Asked+bridge.Explain, []byte(document))
		assert.False(t, ok, document)
		assert.True(t, strings.HasPrefix(string(answer), `{"problems":[{"code":"`+code+`"`), "%.100s: %.100s", document, answer)
	}
	for _, op := range []bridge.Op{bridge.Paper, bridge.Explain} {
		assert.Equal(t, budget.Dossier().Bytes, Dossiers{}.MaxBytes(op), "JavaScript asks first whether the document alone is too large")
	}
}

func TestNoWords(t *testing.T) {
	t.Parallel()
	no, _, err := readWords(nil)
	require.NoError(t, err)
	assert.Zero(t, no)
	_, _, err = readWords([]byte(`{"no":"13"}`))
	assert.Error(t, err)
}
