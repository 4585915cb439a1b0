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
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
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
	assert.Equal(t, scoring.Rejected, r.Status)
}

// The order of members means nothing, nor do escapes in names and strings.
func TestDecodeSheetInAnyOrder(t *testing.T) {
	t.Parallel()
	members := []string{`"edition":"qd26-2026"`, `"set":13`, `"answers" : {"1.1":"c", "\u0031\u002e2":"\u0061"}`, `"gates":[]`}
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
		if r.Status == scoring.Classified || r.Status == scoring.Incomplete {
			require.LessOrEqual(t, r.Bounds.Total.Least, r.Bounds.Total.Greatest)
			require.LessOrEqual(t, r.Bounds.Star.Least, r.Bounds.Star.Greatest)
			require.LessOrEqual(t, r.Star, r.Band)
		}
	})
}
