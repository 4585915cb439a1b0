package scoring_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/budget"
	"github.com/ocop-vn/ocop-go/scoring/internal/table"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
	"github.com/ocop-vn/ocop-go/scoring/qd26/words"
	"github.com/ocop-vn/ocop-go/scoring/rubric"
	"github.com/ocop-vn/ocop-go/scoring/strictjson/hostile"
)

func decode(data string) (scoring.Sheet, error) {
	return scoring.DecodeSheet([]byte(data), qd26.Edition())
}

func TestDecodeSheet(t *testing.T) {
	t.Parallel()
	sheet, err := decode(`{"edition":"qd26-2026","set":13,"answers":{"1.1":"c","1.2":"a","2.4":"yes","11":"none"},"gates":["identical-product"]}`)
	require.NoError(t, err)
	assert.Equal(t, 13, sheet.Set().No())
	assert.Equal(t, []string{"c", "a", "yes", "none", ""},
		[]string{sheet.Chosen("1.1"), sheet.Chosen("1.2"), sheet.Chosen("2.4"), sheet.Chosen("11"), sheet.Chosen("7")})
	r := scoring.Score(&sheet)
	assert.Equal(t, scoring.StatusRejected, r.Status)
}

// The order of members means nothing, nor do escapes in names and strings.
func TestDecodeSheetInAnyOrder(t *testing.T) {
	t.Parallel()
	members := []string{`"edition":"qd26-2026"`, `"set":13`, `"answers" : {"1.1":"c", "\u0031\u002e2":"\u0061"}`, `"gates":["identical-product"]`}
	want, err := decode("{" + strings.Join(members, ",") + "}")
	require.NoError(t, err)
	permute(members, func(m []string) {
		sheet, err := decode(" { " + strings.Join(m, " ,\n") + " } \n")
		require.NoError(t, err)
		assert.Equal(t, want, sheet)
	})
}

func permute(list []string, visit func([]string)) {
	if len(list) == 0 {
		visit(nil)
		return
	}
	for i := range list {
		rest := append(append([]string{}, list[:i]...), list[i+1:]...)
		permute(rest, func(tail []string) { visit(append([]string{list[i]}, tail...)) })
	}
}

// Each kind of bad input has its own code and place; a Result never comes with it.
func TestDecodeSheetRefuses(t *testing.T) {
	t.Parallel()
	const head = `"edition":"qd26-2026","set":13,`
	for _, c := range []struct {
		name, doc string
		want      []string
	}{
		{"nothing", ``, []string{"JSON-01 "}},
		{"white space", " \n ", []string{"JSON-01 "}},
		{"not JSON", `{edition}`, []string{"JSON-01 "}},
		{"cut off", `{` + head + `"answers":{"1.1":`, []string{"JSON-01 /answers/1.1"}},
		{"invalid UTF-8", "{\"edition\":\"\xff\"}", []string{"JSON-02 "}},
		{"trailing data", `{` + head + `"answers":{}}{}`, []string{"JSON-03 "}},
		{"trailing garbage", `{` + head + `"answers":{}} x`, []string{"JSON-03 "}},
		{"too deep", `{` + head + `"answers":{"1.1":` + strings.Repeat("[", 20) + strings.Repeat("]", 20) + `}}`,
			[]string{"JSON-09 /answers/1.1", "JSON-05 /answers/1.1" + strings.Repeat("/0", 14)}},
		{"a duplicate member", `{` + head + `"set":13,"answers":{}}`, []string{"JSON-06 /set"}},
		{"a duplicate answer", `{` + head + `"answers":{"1.1":"a","1.1":"a"}}`, []string{"JSON-06 /answers/1.1"}},
		{"an unknown member", `{` + head + `"answers":{},"points":90}`, []string{"JSON-07 /points"}},
		{"a member in another case", `{"Edition":"qd26-2026","set":13,"answers":{}}`, []string{"JSON-07 /Edition", "JSON-08 "}},
		{"missing members", `{}`, []string{"JSON-08 ", "JSON-08 ", "JSON-08 "}},
		{"not an object", `[]`, []string{"JSON-09 "}},
		{"null", `null`, []string{"JSON-09 "}},
		{"null for a list", `{` + head + `"answers":{},"gates":null}`, []string{"JSON-09 /gates"}},
		{"null for an answer", `{` + head + `"answers":{"1.1":null}}`, []string{"JSON-09 /answers/1.1"}},
		{"points for an answer", `{` + head + `"answers":{"1.1":3}}`, []string{"JSON-09 /answers/1.1"}},
		{"a list for answers", `{` + head + `"answers":[]}`, []string{"JSON-09 /answers"}},
		{"a number for a gate", `{` + head + `"answers":{},"gates":["forged-dossier",[],3]}`, []string{"JSON-09 /gates/1", "JSON-09 /gates/2"}},
		{"a set in words", `{"edition":"qd26-2026","set":"13","answers":{}}`, []string{"JSON-09 /set"}},
		{"a set with a fraction", `{"edition":"qd26-2026","set":13.5,"answers":{}}`, []string{"JSON-09 /set"}},
		{"a set too large", `{"edition":"qd26-2026","set":1e300,"answers":{}}`, []string{"JSON-09 /set"}},
		{"a set written 13.0", `{"edition":"qd26-2026","set":13.0,"answers":{}}`, []string{"JSON-10 /set"}},
		{"an unknown edition", `{"edition":"qd27","set":13,"answers":{"1.1":"z"}}`, []string{"SHEET-01 /edition"}},
		{"an unknown criterion", `{` + head + `"answers":{"6.1":"a","a/b~c":"a"}}`, []string{"SHEET-02 /answers/6.1", "SHEET-02 /answers/a~1b~0c"}},
		{"an unknown option", `{` + head + `"answers":{"1.1":"z","2.4":"a"}}`, []string{"SHEET-03 /answers/1.1", "SHEET-03 /answers/2.4"}},
		{"an unknown set", `{"edition":"qd26-2026","set":27,"answers":{"1.1":"z"}}`, []string{"SHEET-04 /set"}},
		{"set 0", `{"edition":"qd26-2026","set":0,"answers":{}}`, []string{"SHEET-04 /set"}},
		{"set -1", `{"edition":"qd26-2026","set":-1,"answers":{}}`, []string{"SHEET-04 /set"}},
		{"none where 0 points is printed", `{` + head + `"answers":{"1.2":"none","1.1":"none"}}`, []string{"SHEET-05 /answers/1.2"}},
		{"an unknown gate", `{` + head + `"answers":{},"gates":["x"]}`, []string{"SHEET-06 /gates/0"}},
		{"another set's gate", `{` + head + `"answers":{},"gates":["ip-infringement"]}`, []string{"SHEET-07 /gates/0"}},
		{"a derived gate", `{"edition":"qd26-2026","set":16,"answers":{},"gates":["zero-sensory-point"]}`, []string{"SHEET-08 /gates/0"}},
		{"a gate twice", `{` + head + `"answers":{},"gates":["forged-dossier","forged-dossier"]}`, []string{"SHEET-09 /gates/1"}},
		{"all at once, answers first", `{"answers":{"1.1":"z","x":[{}]},"gates":["x"],"set":13,"edition":"qd26-2026","id":{}}`,
			[]string{"JSON-07 /id", "SHEET-03 /answers/1.1", "SHEET-02 /answers/x", "SHEET-06 /gates/0"}},
		{"an edition in a number", `{"edition":26,"set":13,"answers":{}}`, []string{"JSON-09 /edition"}},
		{"gates of an unknown edition", `{"edition":"x","set":13,"answers":{},"gates":["x",1]}`, []string{"SHEET-01 /edition", "JSON-09 /gates/1"}},
		{"gates before the set", `{"gates":["x"],"edition":"qd26-2026","set":13,"answers":{}}`, []string{"SHEET-06 /gates/0"}},
		// Of a member that stands twice the last counts, and what depends on it is judged by that.
		{"a set, then none", `{` + head + `"set":"x","answers":{"1.1":"z"}}`, []string{"JSON-06 /set", "JSON-09 /set"}},
		{"an edition, then none", `{` + head + `"edition":1,"answers":{"1.1":"z"}}`, []string{"JSON-06 /edition", "JSON-09 /edition"}},
		{"answers of the second set", `{` + head + `"answers":{"6.1":"a"},"gates":["x"],"set":16}`, []string{"JSON-06 /set", "SHEET-06 /gates/0"}},
		{"answers of the first set", `{"edition":"qd26-2026","set":16,"answers":{"6.1":"a"},"set":13}`, []string{"JSON-06 /set", "SHEET-02 /answers/6.1"}},
		{"answers of a set, then of none", `{` + head + `"answers":{"1.1":"z"},"set":"x"}`, []string{"JSON-06 /set", "JSON-09 /set"}},
		{"gates of the second edition", `{"edition":"x","set":13,"answers":{},"gates":["forged-dossier"],"edition":"qd26-2026"}`, []string{"JSON-06 /edition"}},
		{"answers around the set", `{"answers":{"1.1":"z"},` + head + `"answers":{"1.1":"a"}}`, []string{"JSON-06 /answers"}},
		{"a wrong answer, then a right one", `{` + head + `"answers":{"1.1":"z","1.1":"a"}}`, []string{"JSON-06 /answers/1.1"}},
		{"an unknown criterion twice", `{` + head + `"answers":{"9.9":"a","9.8":"a","9.9":"b"}}`, []string{"JSON-06 /answers/9.9", "SHEET-02 /answers/9.8", "SHEET-02 /answers/9.9"}},
		{"gates, then the same", `{` + head + `"answers":{},"gates":["forged-dossier"],"gates":["forged-dossier"]}`, []string{"JSON-06 /gates"}},
		{"a lone surrogate", `{` + head + `"answers":{"\ud800":"a"}}`, []string{"JSON-01 /answers"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			sheet, err := decode(c.doc)
			var problems problem.List
			require.ErrorAs(t, err, &problems)
			var have []string
			for _, p := range problems {
				have = append(have, p.Code+" "+p.Path)
				assert.NotRegexp(t, `\{[a-zA-Z]`, p.Message.Vi+p.Message.En, "a parameter is not filled in")
			}
			assert.ElementsMatch(t, c.want, have)
			assert.Equal(t, scoring.Sheet{}, sheet)
		})
	}
}

// The message of an unknown option names it and what may stand there.
func TestProblemShape(t *testing.T) {
	t.Parallel()
	_, err := decode(`{"edition":"qd26-2026","set":13,"answers":{"1.1":"z"}}`)
	text, jsonErr := json.Marshal(err)
	require.NoError(t, jsonErr)
	assert.JSONEq(t, `[{"code":"SHEET-03","path":"/answers/1.1","severity":"error","layer":"schema",
		"message":{"vi":"Tiêu chí 1.1 không có mức z; các mức: a, b, c, none.",
		"en":"Criterion 1.1 has no option z; the options are a, b, c, none."},
		"params":{"criterion":"1.1","option":"z","known":"a, b, c, none"}}]`, string(text))
	assert.Equal(t, "SHEET-03 /answers/1.1: Criterion 1.1 has no option z; the options are a, b, c, none.", err.Error())
}

// What stands before the set is read once the set is known: in that order it is told.
func TestOrderOfProblems(t *testing.T) {
	t.Parallel()
	for doc, want := range map[string]string{
		`{"answers":{"1.1":1},"x":0,"edition":"qd26-2026","set":13}`: "JSON-07/x JSON-09/answers/1.1 ",
		`{"answers":{"1.1":1}}`: "JSON-08 JSON-08 JSON-09/answers/1.1 ",
		`{"answers":{},"edition":"qd26-2026","set":13,"answers":{"1.1":"z"},"x":0}`:        "JSON-06/answers SHEET-03/answers/1.1 JSON-07/x ",
		`{"edition":"qd26-2026","set":13,"answers":{"1.1":"z"},"x":0,"gates":["x"],"y":0}`: "SHEET-03/answers/1.1 JSON-07/x SHEET-06/gates/0 JSON-07/y ",
	} {
		_, err := decode(doc)
		var problems problem.List
		require.ErrorAs(t, err, &problems)
		have := ""
		for _, p := range problems {
			have += p.Code + p.Path + " "
		}
		assert.Equal(t, want, have)
	}
}

// A problem names what there is instead.
func TestWhatIsKnownIsNamed(t *testing.T) {
	t.Parallel()
	blank := small(t)
	own := blank.Set()
	edition := smallEdition(t)
	for doc, want := range map[string]string{
		`{"edition":"x","set":7,"answers":{}}`:                         "SHEET-01 /edition: There is no rubric x here; known: qd26-2026, small.",
		`{"edition":"small","set":1,"answers":{}}`:                     "SHEET-04 /set: There is no product set 1 in small.",
		`{"edition":"small","set":7,"answers":{"3":"none"}}`:           "SHEET-05 /answers/3: Criterion 3 prints an option of 0 points, so none cannot be used; choose 2a.",
		`{"edition":"qd26-2026","set":13,"answers":{"1.2":"z"}}`:       "SHEET-03 /answers/1.2: Criterion 1.2 has no option z; the options are a, b, c.",
		`{"edition":"qd26-2026","set":13,"answers":{"1.1":"z"}}`:       "SHEET-03 /answers/1.1: Criterion 1.1 has no option z; the options are a, b, c, none.",
		`{"edition":"small","set":7,"answers":{},"gates":["at-zero"]}`: "SHEET-08 /gates/0: Knock-out at-zero follows from the answers and is never given.",
	} {
		_, err := scoring.DecodeSheet([]byte(doc), qd26.Edition(), edition)
		assert.EqualError(t, err, want)
	}
	_, ok := edition.Set(1)
	assert.False(t, ok, "its only set is 7")
	assert.Equal(t, scoring.LoadedRubric{ID: "small", SHA256: edition.Loaded().SHA256}, edition.Loaded())
	assert.Len(t, edition.Loaded().SHA256, 64)
	assert.Equal(t, edition.Loaded(), own.Loaded())
	assert.Zero(t, scoring.Edition{}.Loaded())
	assert.Zero(t, scoring.Set{}.Loaded())
	assert.Zero(t, scoring.FromTable(&table.Edition{}).Loaded())
	assert.Zero(t, qd26.Edition().Loaded())
	assert.Len(t, scoring.Kinds(), 34)
}

// Each gate that may be given stands in the sheets of its sets, in a document,
// in a list that is checked and in a vector.
func TestEveryGateMayBeGiven(t *testing.T) {
	t.Parallel()
	for _, set := range qd26.Edition().Sets() {
		var ids []string
		for _, g := range set.Gates() {
			if g.ZeroPointsAt == nil {
				ids = append(ids, g.ID)
			}
		}
		if len(ids) == 0 {
			continue
		}
		list, err := json.Marshal(ids)
		require.NoError(t, err)
		doc := fmt.Sprintf(`{"edition":"qd26-2026","set":%d,"answers":{"1.2":"a"},"gates":%s}`, set.No(), list)
		sheet, err := decode(doc)
		require.NoError(t, err)
		assert.Equal(t, doc, string(sheet.AppendJSON(nil)))
		back, err := scoring.ParseVector(sheet.Vector(), qd26.Edition())
		require.NoError(t, err)
		assert.Equal(t, sheet, back)
		found := problem.Collect(budget.Sheet())
		set.CheckGates(&found, "/gates", ids)
		assert.Empty(t, found.List())
	}
	set := productSet(t, 13)
	found := problem.Collect(budget.Budget{Problems: 3, Output: 1 << 20})
	set.CheckGates(&found, "/g", []string{"x", "forged-dossier", "forged-dossier", "ip-infringement", "y", "z", "z"})
	var places []string
	for _, p := range found.List() {
		places = append(places, p.Code+" "+p.Path)
	}
	assert.Equal(t, []string{"SHEET-06 /g/0", "SHEET-09 /g/2", "SHEET-07 /g/3", "JSON-11 "}, places)

	// A gate that stands in one set of a rubric, alone, is another set's gate in the others.
	r := words.Rubric()
	r.Edition = "own"
	r.Sets[0].Gates = []rubric.Gate{{ID: "only-here", Effect: "stop", Label: lang.Text{Vi: "x", En: "x"}}}
	edition, err := r.Compile()
	require.NoError(t, err)
	_, err = scoring.DecodeSheet([]byte(`{"edition":"own","set":1,"answers":{},"gates":["only-here"]}`), edition)
	require.NoError(t, err)
	_, err = scoring.DecodeSheet([]byte(`{"edition":"own","set":2,"answers":{},"gates":["only-here"]}`), edition)
	assert.ErrorContains(t, err, "SHEET-07 /gates/0")
}

// What a dossier asks of a set: whether it takes an answer, and if not why.
func TestWrongAnswer(t *testing.T) {
	t.Parallel()
	set := productSet(t, 13)
	assert.True(t, set.Takes("1.1", "c"))
	assert.True(t, set.Takes("1.1", "none"))
	for _, c := range [][3]string{{"1.1", "z", "SHEET-03"}, {"1.1", "", "SHEET-03"}, {"1.2", "none", "SHEET-05"}, {"9.9", "a", "SHEET-02"}, {"", "a", "SHEET-02"}} {
		assert.False(t, set.Takes(c[0], c[1]), c)
		p := set.WrongAnswer("/x", c[0], c[1])
		assert.Equal(t, []string{c[2], "/x"}, []string{p.Code, p.Path})
	}
}

func TestDecodeSheetLimits(t *testing.T) {
	t.Parallel()
	last := func(doc []byte) string {
		_, err := scoring.DecodeSheet(doc, qd26.Edition())
		var problems problem.List
		if !errors.As(err, &problems) {
			return ""
		}
		assert.LessOrEqual(t, len(problems), budget.Sheet().Problems+1)
		return problems[len(problems)-1].Code
	}
	assert.Equal(t, "JSON-04", last(bytes.Repeat([]byte("["), 16<<20)), "16 MiB of brackets")
	assert.Equal(t, "JSON-04", last(bytes.Repeat([]byte(" "), 16<<20)), "16 MiB of spaces")
	assert.Equal(t, "JSON-05", last(bytes.Repeat([]byte("["), 100)), "depth 100")
	var many strings.Builder
	for i := range 10_000 {
		fmt.Fprintf(&many, `"%d":"a",`, i)
	}
	assert.Equal(t, "JSON-04", last([]byte(`{"edition":"qd26-2026","set":13,"answers":{`+many.String()+`"1.1":"a"}}`)), "10,000 answers")
	assert.Equal(t, "JSON-11", last([]byte(`{"edition":"qd26-2026","set":13,"answers":{`+many.String()[:60_000]+`:"a"}}`)), "as many as fit")
}

// A refused document costs no more memory than its limits allow.
func TestLimitsKeepMemorySmall(t *testing.T) {
	huge := bytes.Repeat([]byte("["), 16<<20)
	assert.LessOrEqual(t, testing.AllocsPerRun(10, func() {
		_, _ = scoring.DecodeSheet(huge, qd26.Edition())
	}), 20.0)
}

// What decodes, encodes to a document that decodes to the same sheet; what is
// refused has a problem with a code, a message in both languages and a pointer.
// written are the problems that an error carries, as JSON.
func written(err error) []byte {
	var problems problem.List
	errors.As(err, &problems)
	return problems.AppendJSON(nil)
}

func FuzzDecodeSheet(f *testing.F) {
	f.Add([]byte(`{"edition":"qd26-2026","set":13,"answers":{"1.1":"c","11":"none"},"gates":["identical-product"]}`))
	f.Add([]byte(`{"edition":"qd26-2026","set":26,"answers":{"8":"2a"}}`))
	f.Add([]byte(`{"answers":{"5.1":"a","5.2":"c"},"set":1,"edition":"qd26-2026"}`))
	f.Add([]byte(`{"edition":"qd26-2026","set":16,"answers":{"6.1":"a"},"gates":["zero-sensory-point"]}`))
	f.Add([]byte(`{"edition":1,"set":13.0,"answers":[[[]]],"x":{"y":null}} {`))
	f.Fuzz(func(t *testing.T, data []byte) {
		hostile.Ceilings().Check(t, data, func(data []byte) []byte {
			_, err := scoring.DecodeSheet(data, qd26.Edition())
			return written(err)
		})
		sheet, err := scoring.DecodeSheet(data, qd26.Edition())
		if err != nil {
			var problems problem.List
			require.ErrorAs(t, err, &problems)
			require.NotEmpty(t, problems)
			for _, p := range problems {
				require.NotEmpty(t, p.Code)
				require.NotEmpty(t, p.Message.Vi)
				require.NotEmpty(t, p.Message.En)
				require.True(t, p.Path == "" || p.Path[0] == '/', p.Path)
				require.True(t, json.Valid(p.AppendJSON(nil)))
			}
			require.Equal(t, scoring.Sheet{}, sheet)
			return
		}
		require.True(t, json.Valid(data), "encoding/json refuses what we accept")
		again, err := scoring.DecodeSheet(sheet.AppendJSON(nil), qd26.Edition())
		require.NoError(t, err)
		require.Equal(t, sheet, again)
		r := scoring.Score(&sheet)
		require.True(t, json.Valid(r.AppendJSON(nil)))
		require.Equal(t, r.Total, r.Parts.A+r.Parts.B+r.Parts.C)
		require.LessOrEqual(t, r.Total, 100)
		if r.Status == scoring.StatusClassified || r.Status == scoring.StatusIncomplete {
			require.LessOrEqual(t, r.Bounds.Total.Least, r.Bounds.Total.Greatest)
			require.LessOrEqual(t, r.Bounds.Star.Least, r.Bounds.Star.Greatest)
			require.LessOrEqual(t, r.Star, r.Band)
		}
	})
}

// An option of one byte is one of those printed or refused, whatever the byte.
func TestOptionsOfOneByte(t *testing.T) {
	t.Parallel()
	for _, set := range qd26.Edition().Sets() {
		for _, c := range set.Criteria() {
			printed := map[string]bool{}
			for _, o := range c.Options() {
				printed[o.Code] = true
			}
			for b := range 256 {
				option := string([]byte{byte(b)})
				assert.Equal(t, printed[option], set.Takes(c.Code(), option), "%s %q", c.Code(), option)
			}
		}
	}
}
