package report_test

import (
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/ocop/paper"
	"github.com/ocop-vn/ocop-go/ocop/report"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
	"github.com/ocop-vn/ocop-go/scoring/qd26/words"
	"github.com/ocop-vn/ocop-go/scoring/rubric"
)

// wordsIn are a set's words in one language, by code, as files of words have them.
func wordsIn(set *rubric.Set, l lang.Lang) *paper.Words {
	w := &paper.Words{Set: set.Name.In(l), Parts: map[string]string{}, Gates: map[string]string{}, Criteria: map[string]paper.CriterionWords{}}
	for _, g := range set.Gates {
		w.Gates[g.ID] = g.Label.In(l)
	}
	for _, part := range set.Parts {
		w.Parts[part.Code] = part.Name.In(l)
		for _, section := range part.Sections {
			for _, c := range section.Criteria {
				told := paper.CriterionWords{Name: c.Name.In(l), Options: map[string]string{}}
				for _, note := range c.Notes {
					told.Notes = append(told.Notes, note.In(l))
				}
				for _, o := range c.Options {
					told.Options[o.Code] = o.Label.In(l)
				}
				w.Criteria[c.Code] = told
			}
		}
	}
	return w
}

// A report by words alone is the report by the rubric: of every set, with every
// criterion at its first option, and again with half of them open, so that minima,
// gates, notes and what is unanswered are all in it.
func TestSetOf(t *testing.T) {
	t.Parallel()
	for _, set := range qd26.Edition().Sets() {
		published, ok := words.Set(set.No())
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
				byRubric := told.Paper(published, l)
				byWords := told.Paper(report.SetOf(set, wordsIn(published, l)), l)
				assert.Equal(t, byRubric, byWords, strconv.Itoa(set.No()))
				assert.Greater(t, len(byWords.Nodes), 5)
			}
		}
	}
}

func TestNothingToTell(t *testing.T) {
	t.Parallel()
	var score report.Score
	var way report.Way
	published, _ := words.Set(1)
	assert.Nil(t, report.SetOf(scoring.Set{}, nil))
	assert.Equal(t, paper.Paper{}, score.Paper(published, lang.Vi))
	assert.Equal(t, paper.Paper{}, way.Paper(published, nil, lang.Vi))
	result := scoring.Score(&scoring.Sheet{})
	score.Result = &result
	assert.Equal(t, paper.Paper{}, score.Paper(nil, lang.Vi))
	_, err := report.Read([]byte(`{"edition":"qd26-2026","set":99,"answers":{}}`))
	require.Error(t, err)
	read, err := report.Read([]byte(`{"edition":"qd26-2026","set":13,"answers":{}}`))
	require.NoError(t, err)
	assert.Equal(t, scoring.StatusIncomplete, read.Result.Status)
}
