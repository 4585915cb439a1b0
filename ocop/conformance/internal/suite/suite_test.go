package suite_test

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/ocop/conformance/internal/suite"
)

func TestDiffers(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ expect, got, says string }{
		{`{"a":1}`, `{"a":1,"b":2}`, ""},
		{`{"a":1.0}`, `{"a":1}`, ""},
		{`{"a":{"b":[1,{"c":2}]}}`, `{"a":{"b":[1,{"c":2,"d":3}]}}`, ""},
		{`{"a":null}`, `{"a":null}`, ""},
		{`{"a":null}`, `{}`, "/a: want null, is not there"},
		{`{"a":1}`, `{"a":"1"}`, `/a: want 1, have "1"`},
		{`{"a":[1,2]}`, `{"a":[1,2,3]}`, "/a: want [1,2], have [1,2,3]"},
		{`{"a":[1,2]}`, `{"a":[2,1]}`, "/a/0: want 1, have 2"},
		{`{"a":{"b":1}}`, `{"a":[1]}`, "/a: want an object, have [1]"},
		{`{"a":[{"b":1}]}`, `{"a":[{"b":2}]}`, "/a/0/b: want 1, have 2"},
		{`{"problems":[{"code":"X"},{"code":"Y"}]}`, `{"problems":[{"code":"Y"},{"code":"X"}]}`, ""},
		{`{"problems":[]}`, `{"problems":[{"code":"X"}]}`, `/problems: not expected: [{"code":"X","path":null,"severity":null}]`},
		{`{"problems":[{"code":"X"},{"code":"X"}]}`, `{"problems":[{"code":"X"}]}`, `/problems: want {"code":"X"}, have [{"code":"X","path":null,"severity":null}]`},
		{`{"problems":[{"code":"X","path":"/a"}]}`, `{"problems":[{"code":"X","path":"/b"}]}`, `/problems: want {"code":"X","path":"/a"}, have [{"code":"X","path":"/b","severity":null}]`},
		{`{`, `{}`, "expect is no JSON: unexpected end of JSON input"},
		{`{}`, `{`, "the answer is no JSON: unexpected end of JSON input"},
	} {
		assert.Equal(t, c.says, suite.Differs(json.RawMessage(c.expect), json.RawMessage(c.got)), "%s and %s", c.expect, c.got)
	}
}

func TestPatched(t *testing.T) {
	t.Parallel()
	const base = `{"a":{"b/c":1},"l":[1,2],"n":1.50}`
	for _, c := range []struct{ patch, want string }{
		{`[]`, base},
		{`[{"op":"add","path":"/x","value":{"y":[]}}]`, `{"a":{"b/c":1},"l":[1,2],"n":1.50,"x":{"y":[]}}`},
		{`[{"op":"add","path":"/a/b~1c","value":2}]`, `{"a":{"b/c":2},"l":[1,2],"n":1.50}`},
		{`[{"op":"replace","path":"/l/1","value":null}]`, `{"a":{"b/c":1},"l":[1,null],"n":1.50}`},
		{`[{"op":"add","path":"/l/0","value":0},{"op":"add","path":"/l/-","value":3}]`, `{"a":{"b/c":1},"l":[0,1,2,3],"n":1.50}`},
		{`[{"op":"remove","path":"/l/0"},{"op":"remove","path":"/a"}]`, `{"l":[2],"n":1.50}`},
		{`[{"op":"replace","path":"","value":[]}]`, `[]`},
	} {
		got, err := patched(t, base, c.patch)
		require.NoError(t, err, c.patch)
		assert.Equal(t, c.want, string(got), c.patch)
	}
	for _, patch := range []string{
		`[{"op":"replace","path":"/x","value":1}]`, `[{"op":"remove","path":"/x"}]`, `[{"op":"add","path":"/x/y","value":1}]`,
		`[{"op":"add","path":"/l/3","value":1}]`, `[{"op":"add","path":"/l/x","value":1}]`, `[{"op":"remove","path":"/l/2"}]`, `[{"op":"replace","path":"/l/-","value":1}]`,
		`[{"op":"add","path":"/n/x","value":1}]`, `[{"op":"add","path":"/l/2/x","value":1}]`, `[{"op":"add","path":"/x"}]`,
	} {
		_, err := patched(t, base, patch)
		assert.Error(t, err, patch)
	}
}

func patched(t *testing.T, base, patch string) ([]byte, error) {
	t.Helper()
	var changes []suite.Change
	require.NoError(t, json.Unmarshal([]byte(patch), &changes))
	return suite.Patched([]byte(base), changes)
}

func TestDocument(t *testing.T) {
	t.Parallel()
	base := func(name string) ([]byte, error) {
		if name != "x.json" {
			return nil, errors.New("no such document")
		}
		return []byte(`{"a":1}`), nil
	}
	text := ""
	for want, c := range map[string]suite.Case{
		"":        {Text: &text},
		"\xff":    {Base64: []byte{0xff}},
		`[1]`:     {Input: json.RawMessage(`[1]`)},
		`{"a":1}`: {Base: "x.json"},
		`{"a":2}`: {Base: "x.json", Patch: []suite.Change{{Op: "replace", Path: "/a", Value: json.RawMessage("2")}}},
	} {
		got, err := c.Document(base)
		require.NoError(t, err)
		assert.Equal(t, want, string(got))
	}
	for _, c := range []suite.Case{{}, {Base: "y.json"}, {Base: "x.json", Patch: []suite.Change{{Op: "remove", Path: "/b"}}}} {
		_, err := c.Document(base)
		assert.Error(t, err)
	}
}

// A file reads back as it was written, and an unknown member is told.
func TestRead(t *testing.T) {
	t.Parallel()
	text := "<\n"
	f := suite.File{Kind: suite.Sheet, Topic: "some", Cases: []suite.Case{
		{ID: "sheet/1", Rules: []string{"r"}, Text: &text, Expect: json.RawMessage(`{"a":1}`)},
		{ID: "sheet/2", Rules: []string{"r"}, Base64: []byte{1, 2}, With: suite.With{Star: 3}, Expect: json.RawMessage(`{}`)},
	}}
	assert.Equal(t, "sheet/some.jsonl", f.Name())
	data, err := f.Bytes()
	require.NoError(t, err)
	assert.Equal(t, `{"id":"sheet/1","rules":["r"],"text":"<\n","expect":{"a":1}}
{"id":"sheet/2","rules":["r"],"base64":"AQI=","with":{"star":3},"expect":{}}
`, string(data))
	got, err := suite.Read(f.Name(), data)
	require.NoError(t, err)
	assert.Equal(t, f, got)
	_, err = suite.Read(f.Name(), []byte(`{"id":"x","oops":1}`))
	assert.ErrorContains(t, err, "case 1")
}
