package rubric_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
	"github.com/ocop-vn/ocop-go/scoring/qd26/words"
	"github.com/ocop-vn/ocop-go/scoring/rubric"
)

// optional are the members that the published form leaves out where they are empty.
var optional = []string{
	"errata", "oddities", "evidence", "bands", "sectors", "ministries",
	"sets/class", "class/subgroup", "sets/gates", "gates/paper", "gates/lack", "gates/criterion", "gates/zeroPointsAt",
	"criteria/notes", "criteria/group", "criteria/appliesUnless", "criteria/cases", "criteria/evidence",
	"options/minStar", "options/case", "oddities/set", "oddities/criterion",
}

// Every member of a published rubric is asked for, but for those that may be
// left out, and none is taken that is of another kind.
func TestReadAsksForEveryMember(t *testing.T) {
	t.Parallel()
	data, err := trial().JSON()
	require.NoError(t, err)
	met := map[string]bool{}
	var document any
	var walk func(v any, path, list string)
	refused := func() []string {
		bad, err := json.Marshal(document)
		require.NoError(t, err)
		_, err = rubric.Read(bad)
		if err == nil {
			return nil
		}
		var list []string
		for line := range strings.Lines(err.Error()) {
			code, place, _ := strings.Cut(strings.TrimSpace(line), ": ")
			list = append(list, code+" "+place)
		}
		return list
	}
	walk = func(v any, path, list string) {
		switch v := v.(type) {
		case []any:
			for i, item := range v {
				at := fmt.Sprintf("%s/%d", path, i)
				v[i] = true
				assert.Contains(t, strings.Join(refused(), "\n"), "JSON-09 "+at, at)
				v[i] = item
				walk(item, at, list)
			}
		case map[string]any:
			for name, value := range v {
				at, kind := path+"/"+name, strings.TrimPrefix(list+"/"+name, "/")
				v[name] = true
				assert.Contains(t, strings.Join(refused(), "\n"), "JSON-09 "+at, at)
				delete(v, name)
				wrong := strings.Join(refused(), "\n")
				met[kind] = true
				if slices.Contains(optional, kind) {
					assert.NotContains(t, wrong, "JSON-", at)
				} else {
					assert.Contains(t, wrong, "JSON-08", at)
					assert.Contains(t, wrong, name, at)
				}
				v[name] = value
				walk(value, at, name)
			}
		}
	}
	require.NoError(t, json.Unmarshal(data, &document))
	walk(document, "", "")
	for _, kind := range optional {
		assert.True(t, met[kind], kind)
	}
}

// What is read is what was published, with empty lists where there were none.
func TestReadGivesWhatWasPublished(t *testing.T) {
	t.Parallel()
	made := trial()
	at(made, "1.1").Name = both("a < b & c")
	data, err := made.JSON()
	require.NoError(t, err)
	assert.Contains(t, string(data), `"vi": "a < b & c"`, "as people read it")
	r, err := rubric.Read(data)
	require.NoError(t, err)
	back, err := r.JSON()
	require.NoError(t, err)
	assert.Equal(t, string(data), string(back))

	var document map[string]any
	require.NoError(t, json.Unmarshal(data, &document))
	for _, name := range []string{"errata", "oddities"} {
		delete(document, name)
	}
	delete(document["sets"].([]any)[0].(map[string]any), "gates")
	short, err := json.Marshal(document)
	require.NoError(t, err)
	r, err = rubric.Read(short)
	require.NoError(t, err)
	back, err = r.JSON()
	require.NoError(t, err)
	for _, name := range []string{"errata", "oddities", "gates"} {
		assert.Contains(t, string(back), `"`+name+`": []`)
	}
}

// The built-in tables are what the published rubric compiles to.
func TestCompilesToTheBuiltInTables(t *testing.T) {
	t.Parallel()
	table, err := words.Rubric().Table()
	require.NoError(t, err)
	assert.True(t, assert.ObjectsAreEqual(qd26.Edition(), scoring.FromTable(table)), "a difference is too long to print")
}

// A derived gate of a loaded rubric stands where one of its criteria got 0
// points, and stops; a gate that rejects, rejects. Minima hold the star down, the
// criterion that falls away gives nothing, and none is taken where no option has
// 0 points.
func TestTrialScores(t *testing.T) {
	t.Parallel()
	r := trial()
	r.Sets[0].Gates[1].ZeroPointsAt = []string{"4.1.1", "1.1"}
	slices.Reverse(r.Sets[0].Gates)
	edition, err := r.Compile()
	require.NoError(t, err)
	var ids []string
	for _, g := range edition.Sets()[0].Gates() {
		ids = append(ids, g.ID)
	}
	assert.Equal(t, []string{"forged", "no-name"}, ids, "gates are sorted, however they stand in the rubric")
	full := map[string]string{"1.1": "b", "1.2": "c", "2": "1b", "3.1": "b", "3.2": "b", "4.1.1": "b", "4.1.2": "yes"}
	for _, c := range []struct {
		name    string
		answers map[string]string
		gates   []string
		status  scoring.Status
		total   int
		star    int
		why     string // gates, minima missed and criteria that fall away
	}{
		{"all", nil, nil, scoring.StatusClassified, 100, 5, ""},
		{"a minimum of 5 stars missed", map[string]string{"1.2": "b"}, nil, scoring.StatusClassified, 90, 4, "5 1.2 b c"},
		{"a minimum of 4 stars missed", map[string]string{"1.2": "a"}, nil, scoring.StatusClassified, 85, 3, "4 1.2 a b"},
		{"a minimum of 3 stars missed", map[string]string{"1.2": "none"}, nil, scoring.StatusClassified, 80, 2, "3 1.2 none a 4 1.2 none b"},
		{"the other case", map[string]string{"2": "2b"}, nil, scoring.StatusClassified, 95, 5, ""},
		{"what falls away", map[string]string{"3.1": "a", "3.2": ""}, nil, scoring.StatusClassified, 90, 5, "3.2 away"},
		{"none where no option has 0 points", map[string]string{"3.2": "none"}, nil, scoring.StatusClassified, 95, 5, ""},
		{"0 points at the last of the derived gate's", map[string]string{"1.1": "a"}, nil, scoring.StatusStopped, 90, 0, "no-name"},
		{"0 points at the first", map[string]string{"4.1.1": "a"}, nil, scoring.StatusStopped, 70, 0, "no-name"},
		{"0 points at another", map[string]string{"4.1.2": "no"}, nil, scoring.StatusClassified, 90, 5, ""},
		{"a gate that rejects", nil, []string{"forged"}, scoring.StatusRejected, 100, 0, "forged"},
		{"unanswered", map[string]string{"1.2": "", "4.1.1": ""}, nil, scoring.StatusIncomplete, 50, 0, ""},
	} {
		answers := map[string]string{}
		for code, option := range full {
			answers[code] = option
		}
		for code, option := range c.answers {
			if answers[code] = option; option == "" {
				delete(answers, code)
			}
		}
		document, err := json.Marshal(map[string]any{"edition": "thu-nghiem", "set": 7, "answers": answers, "gates": append([]string{}, c.gates...)})
		require.NoError(t, err)
		sheet, err := scoring.DecodeSheet(document, edition)
		require.NoError(t, err, c.name)
		result := scoring.Score(&sheet)
		assert.Equal(t, c.status, result.Status, c.name)
		assert.Equal(t, []int{c.total, c.star}, []int{result.Total, result.Star}, c.name)
		var why []string
		for g := range result.Gates() {
			why = append(why, g.ID)
		}
		for s := range result.Shortfalls() {
			if c.status == scoring.StatusClassified && s.Star <= result.Band {
				why = append(why, fmt.Sprint(s.Star, " ", s.Criterion.Code(), " ", s.Have, " ", s.Need))
			}
		}
		for x := range result.NotApplicable() {
			why = append(why, x.Code()+" away")
		}
		assert.Equal(t, c.why, strings.Join(why, " "), c.name)
		if c.name == "unanswered" {
			// 4.1.1 must not be a, or it stops; 1.2 may be none.
			assert.Equal(t, scoring.Bounds{Total: scoring.Range{Least: 80, Greatest: 100}, Star: scoring.Range{Least: 2, Greatest: 5}}, result.Bounds)
		}
	}
	for _, s := range edition.Sets() {
		assert.Equal(t, []int{30, 30, 40}, []int{s.PartMax("A"), s.PartMax("B"), s.PartMax("C")})
	}
}

// Of options with the same points the last meets more minima and the first
// fewer: the bounds of an incomplete sheet go from one to the other.
func TestBoundsOfEqualPoints(t *testing.T) {
	t.Parallel()
	r := trial()
	c := at(r, "4.1.1")
	c.Options = levels("a0 b0 c30 d30")
	c.Options[1].MinStar, c.Options[2].MinStar, c.Options[3].MinStar = 3, 4, 5
	edition, err := r.Compile()
	require.NoError(t, err)
	for answers, want := range map[string]scoring.Range{
		`{"1.1":"b","1.2":"c","2":"1b","3.1":"b","3.2":"b","4.1.2":"yes"}`:             {Least: 2, Greatest: 5},
		`{"1.1":"b","1.2":"c","2":"1b","3.1":"b","3.2":"b","4.1.1":"c"}`:               {Least: 4, Greatest: 4},
		`{"1.1":"b","1.2":"c","2":"1b","3.1":"b","3.2":"b","4.1.1":"d"}`:               {Least: 5, Greatest: 5},
		`{"1.1":"b","1.2":"c","2":"1b","3.1":"b","3.2":"b","4.1.1":"b","4.1.2":"yes"}`: {Least: 3, Greatest: 3},
	} {
		sheet, err := scoring.DecodeSheet([]byte(`{"edition":"thu-nghiem","set":7,"answers":`+answers+`}`), edition)
		require.NoError(t, err)
		result := scoring.Score(&sheet)
		assert.Equal(t, want, result.Bounds.Star, answers)
	}
}

// The least of two cases is that of the case with 0 points, though the other
// begins with fewer points than this one ends with.
func TestBoundsOfTwoCases(t *testing.T) {
	t.Parallel()
	r := trial()
	at(r, "2").Options = slices.Concat(inCase(1, "a0 b20"), inCase(2, "a10 b15"))
	edition, err := r.Compile()
	require.NoError(t, err)
	sheet, err := scoring.DecodeSheet([]byte(`{"edition":"thu-nghiem","set":7,"answers":{"1.1":"b","1.2":"c","3.1":"b","3.2":"b","4.1.1":"b","4.1.2":"yes"}}`), edition)
	require.NoError(t, err)
	result := scoring.Score(&sheet)
	assert.Equal(t, scoring.Range{Least: 80, Greatest: 100}, result.Bounds.Total)
}

// What is not there is not found.
func TestFinders(t *testing.T) {
	t.Parallel()
	r := trial()
	s, ok := r.Set(7)
	require.True(t, ok)
	assert.Same(t, &r.Sets[0], s)
	_, ok = r.Set(8)
	assert.False(t, ok)
	g, ok := s.Gate("no-name")
	require.True(t, ok)
	assert.Same(t, &s.Gates[1], g)
	_, ok = s.Gate("x")
	assert.False(t, ok)
	c, ok := s.Criterion("4.1.2")
	require.True(t, ok)
	assert.Same(t, &s.Parts[2].Sections[0].Criteria[1], c)
	_, ok = s.Criterion("4.1")
	assert.False(t, ok)
	o, ok := c.Option("yes")
	require.True(t, ok)
	assert.Same(t, &c.Options[1], o)
	_, ok = c.Option("none")
	assert.False(t, ok)
	assert.False(t, c.AllowsNone())
	assert.True(t, at(r, "1.2").AllowsNone())
}

// The bands are the rubric's own, and those of the edition in force where it
// names none.
func TestBandsAreTheRubrics(t *testing.T) {
	t.Parallel()
	star := func(change func(*rubric.Rubric)) (int, []scoring.Band) {
		r := trial()
		change(r)
		edition, err := r.Compile()
		require.NoError(t, err)
		set := edition.Sets()[0]
		sheet := set.Sheet()
		for _, c := range set.Criteria() {
			require.NoError(t, sheet.Answer(c.Code(), c.Options()[len(c.Options())-1].Code))
		}
		require.NoError(t, sheet.Answer("3.1", "a"))
		result := scoring.Score(&sheet)
		return result.Star, set.Bands()
	}
	usual := []scoring.Band{{Star: 5, Least: 90}, {Star: 4, Least: 70}, {Star: 3, Least: 50}, {Star: 2, Least: 30}, {Star: 1}}
	before, bands := star(func(*rubric.Rubric) {})
	assert.Equal(t, usual, bands)
	without, bands := star(func(r *rubric.Rubric) { r.Bands = nil })
	assert.Equal(t, usual, bands)
	assert.Equal(t, before, without)
	after, bands := star(func(r *rubric.Rubric) { r.Bands[1].Least = 86 })
	assert.Equal(t, 86, bands[1].Least)
	assert.Equal(t, before-1, after)
}
