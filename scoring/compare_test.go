package scoring_test

import (
	"encoding/json"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/budget"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
)

func TestCompare(t *testing.T) {
	t.Parallel()
	from := best(t, 13)
	answer(t, &from, "1.5", "c", "3.5", "", "5.1", "a")
	to := best(t, 13)
	answer(t, &to, "2.3", "a")
	d, err := scoring.Compare(&from, &to)
	require.NoError(t, err)
	var m map[string]any
	require.NoError(t, json.Unmarshal(d.AppendJSON(nil), &m))
	assert.Equal(t, []any{
		map[string]any{"criterion": "1.5", "from": "c", "to": "d", "points": 1.0},
		map[string]any{"criterion": "2.3", "from": "c", "to": "a", "points": -2.0},
		map[string]any{"criterion": "3.5", "from": nil, "to": "c", "points": 3.0},
		map[string]any{"criterion": "5.1", "from": "a", "to": "e", "points": 5.0},
		map[string]any{"criterion": "5.2", "from": nil, "to": "c", "points": 2.0}, // it fell away
	}, m["changes"])
	codes := func(name string) (list []string) {
		for _, s := range m[name].([]any) {
			list = append(list, s.(map[string]any)["criterion"].(string))
		}
		return list
	}
	assert.Equal(t, []string{"2.3", "2.3"}, codes("opened"), "for 4 and 5 stars")
	assert.Equal(t, []string{"3.5", "3.5", "5.1", "1.5", "3.5", "5.1"}, codes("closed"))
	assert.Equal(t, "incomplete", m["before"].(map[string]any)["status"])
	assert.Equal(t, "classified", m["after"].(map[string]any)["status"])

	again, err := scoring.Compare(&from, &from)
	require.NoError(t, err)
	assert.Empty(t, again.Changes)
	assert.Empty(t, again.Opened, "what both miss")
	assert.Empty(t, again.Closed)

	other := best(t, 12)
	_, err = scoring.Compare(&from, &other)
	require.Error(t, err)
	_, err = scoring.Compare(&scoring.Sheet{}, &scoring.Sheet{})
	assert.ErrorContains(t, err, "SHEET-10")
}

// Two sheets in one document are read as each by itself, and what is wrong with one
// has its place in it.
func TestDecodeComparison(t *testing.T) {
	t.Parallel()
	first, second := best(t, 13), best(t, 13)
	answer(t, &second, "2.3", "a")
	document := func(from, to string) []byte { return []byte(`{"from":` + from + `,"to":` + to + `}`) }
	text := string(first.AppendJSON(nil))
	from, to, err := scoring.DecodeComparison(document(text, string(second.AppendJSON(nil))), qd26.Edition())
	require.NoError(t, err)
	assert.Equal(t, first, from)
	assert.Equal(t, second, to)
	large := text[:len(text)-1] + strings.Repeat(" ", budget.Sheet().Bytes) + "}"
	for want, wrong := range map[string][]byte{
		"JSON-08 ":                      []byte(`{"from":` + text + `}`),
		"JSON-06 /from":                 []byte(`{"from":` + text + `,"from":` + text + `,"to":` + text + `}`),
		"JSON-07 /more":                 []byte(`{"more":1,"from":` + text + `,"to":` + text + `}`),
		"JSON-09 /from|JSON-09 /to":     document("[]", "null"),
		"SHEET-03 /to/answers/1.1":      document(text, `{"edition":"qd26-2026","set":13,"answers":{"1.1":"z"}}`),
		"JSON-06 /from/set|JSON-08 /to": document(`{"edition":"qd26-2026","set":13,"set":13,"answers":{}}`, `{"edition":"qd26-2026","set":13}`),
		"JSON-04 /from":                 document(large, text),
		"JSON-04 ":                      document(large, large),
		"JSON-01 /to":                   []byte(`{"from":` + text + `,"to":`),
		"JSON-03 ":                      append(document(text, text), '1'),
		"JSON-05 /from" + strings.Repeat("/0", 16): document(strings.Repeat("[", 99)+strings.Repeat("]", 99), text),
	} {
		from, to, err := scoring.DecodeComparison(wrong, qd26.Edition())
		var found []string
		for _, p := range problem.From(err) {
			found = append(found, p.Code+" "+p.Path)
		}
		assert.Equal(t, want, strings.Join(found, "|"))
		assert.Equal(t, [2]scoring.Sheet{}, [2]scoring.Sheet{from, to})
	}
	many := `{"edition":"qd26-2026","set":13,"answers":{` + strings.TrimSuffix(strings.Repeat(`"9.9":"a",`, 90), ",") + `}}`
	_, _, err = scoring.DecodeComparison(document(many, many), qd26.Edition())
	assert.Len(t, problem.From(err), budget.Comparison().Problems+1)
}

func TestSafety(t *testing.T) {
	t.Parallel()
	sheet := best(t, 13)
	r := scoring.Score(&sheet)
	s, ok := r.Safety()
	require.True(t, ok)
	assert.Equal(t, 11, s.Points, "100 points, 90 are needed")
	var codes []string
	for _, c := range s.Criteria {
		codes = append(codes, c.Code())
	}
	// The minima of 5 stars that stand exactly at their option.
	assert.Equal(t, []string{"1.5", "2.1", "2.3", "3.4", "4.1", "5.1", "7"}, codes)

	water := best(t, 16)
	answer(t, &water, "6.4", "b")
	r = scoring.Score(&water)
	s, _ = r.Safety()
	assert.True(t, slices.ContainsFunc(s.Criteria, func(c scoring.Criterion) bool { return c.Code() == "6.4" }), "its fall stops the assessment")
	answer(t, &water, "1.1", "")
	r = scoring.Score(&water)
	_, ok = r.Safety()
	assert.False(t, ok)
}

// What safety says, trying shows.
func TestSafetyIsTrue(t *testing.T) {
	t.Parallel()
	l := law(t)
	r := rand.New(rand.NewPCG(5, 5))
	for range 2_000 {
		s := randomSheet(r, l, 0)
		s.Gates = nil
		sheet := engineSheet(t, s)
		before := scoring.Score(&sheet)
		safety, ok := before.Safety()
		require.Equal(t, before.Status == scoring.StatusClassified, ok)
		if !ok {
			continue
		}
		if before.Star > 1 {
			least := map[int]int{2: 30, 3: 50, 4: 70, 5: 90}[before.Star]
			require.Equal(t, least-1, before.Total-safety.Points)
		}
		for i, code := range l.Criteria(s.Set) {
			choices := l.Choices(s.Set, code)
			if at := slices.Index(choices, "none"); at >= 0 {
				choices = append([]string{"none"}, choices[:at]...)
			}
			at := slices.Index(choices, s.Answers[code])
			lower := ""
			switch {
			case at == 0:
				continue
			case choices[at] == "2a":
				lower = "none"
			default:
				lower = choices[at-1]
			}
			fallen := sheet
			require.NoError(t, fallen.Answer(code, lower))
			after := scoring.Score(&fallen)
			named := slices.ContainsFunc(safety.Criteria, func(c scoring.Criterion) bool { return c.Code() == code })
			require.Equal(t, after.Star < before.Star, named, "%d: %s to %s of %s", i, code, lower, sheet.AppendJSON(nil))
		}
	}
}
