package checks

import (
	"encoding/json"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/ocop/paper"
	"github.com/ocop-vn/ocop-go/ocop/report"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
	published "github.com/ocop-vn/ocop-go/scoring/qd26/words"
	"github.com/ocop-vn/ocop-go/scoring/rubric"
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
				assert.Equal(t, paper.MemberSheet(&sheet, full, paper.About{}, l), paper.MemberSheet(&sheet, byFile, paper.About{}, l), no)
				assert.Equal(t, paper.OwnSheet(&sheet, full, paper.About{}, l), paper.OwnSheet(&sheet, byFile, paper.About{}, l), no)
			}
		}
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
