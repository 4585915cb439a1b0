package problem_test

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

var kind = problem.Kind{Code: "TEST-01", Layer: problem.LayerRule, Message: lang.Text{Vi: "Mức {option} của {criterion}.", En: "Option {option} of {criterion}."}}

func TestMessageIsFilledInOnce(t *testing.T) {
	t.Parallel()
	p := kind.At("/answers/1.1", problem.Param{Name: "option", Value: "{criterion}"}, problem.Param{Name: "criterion", Value: "1.1"})
	assert.Equal(t, "Mức {criterion} của 1.1.", p.Message.In(lang.Vi))
	assert.Equal(t, "Option {criterion} of 1.1.", p.Message.In(lang.En))
}

func TestLongValuesAreCut(t *testing.T) {
	t.Parallel()
	p := kind.At("", problem.Param{Name: "option", Value: strings.Repeat("ắ", 1000)})
	assert.Less(t, len(p.Message.Vi), 200)
	assert.Contains(t, p.Message.Vi, "ắ…")
	assert.True(t, json.Valid(p.AppendJSON(nil)))
}

// One line a problem, whatever stands in it.
func TestErrorForgesNoLine(t *testing.T) {
	t.Parallel()
	list := problem.List{kind.At("/x\nOK: valid", problem.Param{Name: "option", Value: "\x1b[2J\r\nOK: valid\u2028\u202e\x9b"}), kind.At("")}
	assert.Equal(t, `TEST-01 /x\u000aOK: valid: Option \u001b[2J\u000d\u000aOK: valid\u2028\u202e\x9b of {criterion}.`+
		"\nTEST-01 : Option {option} of {criterion}.", list.Error())
}

func TestErr(t *testing.T) {
	t.Parallel()
	warning := problem.Kind{Code: "TEST-02", Warning: true}.At("")
	assert.Equal(t, problem.SeverityWarning, warning.Severity)
	assert.NoError(t, problem.List{}.Err())
	assert.NoError(t, problem.List{warning}.Err())
	err := fmt.Errorf("reading: %w", problem.List{warning, kind.At("/x")}.Err())
	var problems problem.List
	require.ErrorAs(t, err, &problems)
	assert.Len(t, problems, 2)
}

func TestJSON(t *testing.T) {
	t.Parallel()
	list, err := json.Marshal(problem.List{kind.At("/a", problem.Param{Name: "option", Value: "\xff\""}), kind.At("")})
	require.NoError(t, err)
	var back []map[string]any
	require.NoError(t, json.Unmarshal(list, &back))
	assert.Equal(t, "Mức \uFFFD\" của {criterion}.", back[0]["message"].(map[string]any)["vi"])
	assert.Equal(t, "{}", fmt.Sprint(string(mustJSON(t, back[1]["params"]))))
	assert.Equal(t, map[string]any{"option": "\uFFFD\""}, back[0]["params"])
	one, err := json.Marshal(kind.At("/a", problem.Param{Name: "option", Value: "x"}, problem.Param{Name: "criterion", Value: "1.1"}))
	require.NoError(t, err)
	assert.JSONEq(t, `{"code":"TEST-01","path":"/a","severity":"error","layer":"rule","message":{"vi":"Mức x của 1.1.","en":"Option x of 1.1."},"params":{"option":"x","criterion":"1.1"}}`, string(one))
	empty, err := json.Marshal(problem.List(nil))
	require.NoError(t, err)
	assert.Equal(t, "[]", string(empty))
}

func mustJSON(t *testing.T, v any) []byte {
	t.Helper()
	b, err := json.Marshal(v)
	require.NoError(t, err)
	return b
}

func TestOf(t *testing.T) {
	t.Parallel()
	list := problem.List{kind.At("/a"), problem.Kind{Code: "TEST-02"}.At("/b"), kind.At("/c")}
	assert.Equal(t, problem.List{list[0], list[2]}, list.Of("TEST-01"))
	assert.Empty(t, list.Of("TEST-03"))
}

// A value of 80 bytes is repeated whole; of a longer one what fits of whole
// characters, marked.
func TestShorten(t *testing.T) {
	t.Parallel()
	for n, want := range map[int]string{
		79: strings.Repeat("x", 79), 80: strings.Repeat("x", 80), 81: strings.Repeat("x", 80) + "…", 1000: strings.Repeat("x", 80) + "…",
	} {
		assert.Equal(t, want, problem.Shorten(strings.Repeat("x", n)))
	}
	assert.Equal(t, strings.Repeat("x", 78)+"…", problem.Shorten(strings.Repeat("x", 78)+"ắ"), "81 bytes")
	assert.Equal(t, strings.Repeat("x", 77)+"ắ", problem.Shorten(strings.Repeat("x", 77)+"ắ"), "80 bytes")
	assert.Equal(t, "…", problem.Shorten(strings.Repeat("\x80", 100)), "no character begins anywhere")
	assert.Equal(t, "/~1…", string(problem.AppendToken(nil, "/~"+strings.Repeat("\x80", 100))))
}

// What a message says in words of ours stands there whole, and in the message alone.
func TestWordsAreForMessagesAlone(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("a, ", 100)
	p := kind.At("", problem.Worded("option", "b", lang.Text{Vi: long + "vi", En: long + "en"}), problem.Choices("criterion", long))
	assert.Equal(t, "Mức "+long+"vi của "+long+".", p.Message.Vi)
	assert.Equal(t, "Option "+long+"en of "+long+".", p.Message.En)
	assert.Equal(t, []problem.Param{{Name: "option", Value: "b"}, {Name: "criterion", Value: long}}, p.Params)
}

func TestErrorLeavesWarningsOut(t *testing.T) {
	t.Parallel()
	warning := problem.Kind{Code: "TEST-02", Warning: true}
	assert.Equal(t, "TEST-01 /b: Option {option} of {criterion}.", problem.List{warning.At("/a"), kind.At("/b"), warning.At("/c")}.Error())
}

func TestReadBack(t *testing.T) {
	t.Parallel()
	for _, list := range []problem.List{
		nil,
		{kind.At("/a/~1", problem.Param{Name: "option", Value: "z"}, problem.Param{Name: "criterion", Value: "1.1"}), kind.At(""), problem.Kind{Code: "TEST-02", Warning: true}.At("/b")},
		{kind.At("", problem.Worded("option", "b", lang.Text{Vi: "x", En: "y"}))},
	} {
		var read problem.List
		require.NoError(t, json.Unmarshal(mustJSON(t, list), &read))
		assert.Equal(t, list, read)
	}
}

func TestReadingBackTakesNothingElse(t *testing.T) {
	t.Parallel()
	good := string(mustJSON(t, kind.At("/a", problem.Param{Name: "option", Value: "z"})))
	for name, bad := range map[string]string{
		"unknown":    strings.Replace(good, `{"code"`, `{"more":1,"code"`, 1),
		"missing":    strings.Replace(good, `"path":"/a",`, "", 1),
		"null":       strings.Replace(good, `"/a"`, "null", 1),
		"case":       strings.Replace(good, `"path"`, `"Path"`, 1),
		"number":     strings.Replace(good, `"z"`, "1", 1),
		"no params":  strings.Replace(good, `{"option":"z"}`, "null", 1),
		"list":       "[" + good + "]",
		"duplicated": strings.Replace(good, `{"code"`, `{"code":"a","code"`, 1),
	} {
		p := kind.At("/kept")
		var problems problem.List
		require.ErrorAs(t, p.UnmarshalJSON([]byte(bad)), &problems, name)
		assert.Equal(t, "JSON-13", problems[0].Code)
		assert.Equal(t, kind.At("/kept"), p, name)
	}
	var at problem.Problem
	assert.Equal(t, "/path", problem.From(at.UnmarshalJSON([]byte(strings.Replace(good, `"/a"`, "1", 1))))[0].Path, "it is told where")
	assert.Equal(t, []problem.Param{{Name: "detail", Value: "EOF"}}, problem.NotWritten(io.EOF)[0].Params, "of any error what it says")
	var list problem.List
	for bad, want := range map[string]string{
		`[` + good + `,{}]`: "JSON-13 /1/code", `[` + good + `,1]`: "JSON-13 /1", `[` + good + `,{"code":1}]`: "JSON-13 /1/code", `{}`: "JSON-13 ", `[` + good: "JSON-13 ",
		`[` + strings.Replace(good, `{"option":"z"}`, `["option","z"]`, 1) + `]`: "JSON-13 /0/params", `[` + strings.Replace(good, `"z"`, `{"z":"z"}`, 1) + `]`: "JSON-13 /0/params/option",
	} {
		problems := problem.From(list.UnmarshalJSON([]byte(bad)))
		require.Len(t, problems, 1, bad)
		assert.Equal(t, want, problems[0].Code+" "+problems[0].Path, bad)
		assert.Nil(t, list)
	}
	require.Error(t, list.UnmarshalJSON([]byte("null")), "no list is not an empty one")
}

// Where a document is not what was written, the place of it is as short as any other.
func TestPlaceOfWhatIsNotWritten(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("k", 1000)
	for document, want := range map[string]string{
		`{"a/~b":{}}`:            "/a~1~0b",
		`{"` + long + `":{}}`:    "/" + strings.Repeat("k", 80) + "…",
		`{"message":{"vi":[0]}}`: "/message/vi",
		`{"params":` + strings.Repeat(`{"a":`, 200) + `x`: "/params" + strings.Repeat("/a", 31),
	} {
		err := new(problem.Problem).UnmarshalJSON([]byte(document))
		problems := problem.From(err)
		require.Len(t, problems, 1)
		assert.Equal(t, want, problems[0].Path)
	}
}

func TestVerdict(t *testing.T) {
	t.Parallel()
	warning := problem.Kind{Code: "TEST-02", Warning: true}.At("/w")
	for want, list := range map[string]problem.List{
		`{"valid":true,"problems":[]}`: nil,
		`{"valid":true,"problems":` + string(problem.List{warning}.AppendJSON(nil)) + `}`:               {warning},
		`{"valid":false,"problems":` + string(problem.List{warning, kind.At("")}.AppendJSON(nil)) + `}`: {warning, kind.At("")},
	} {
		assert.Equal(t, "x"+want, string(list.AppendVerdict([]byte("x"))))
	}
	assert.Equal(t, `x{"problems":`+string(problem.List{warning}.AppendJSON(nil))+`}`, string(problem.List{warning}.AppendRefusal([]byte("x"))))
}
