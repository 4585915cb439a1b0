package jsonback_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/scoring/jsonback"
)

type pair struct {
	A int    `json:"a"`
	B []bool `json:"b"`
}

// told is the path and the detail of what is wrong.
func told(t *testing.T, err error) string {
	t.Helper()
	if err == nil {
		return ""
	}
	var d *jsonback.Difference
	require.ErrorAs(t, err, &d)
	return d.Error()
}

// What is read has the members of the struct, or some of them; where it has not,
// the place is named, and what is wrong there without the name of a package.
func TestRead(t *testing.T) {
	t.Parallel()
	for document, want := range map[string]string{
		`{"a":1,"b":[true]}`: "",
		`{}`:                 "",
		`{"a":1,"c":2}`:      "",
		`{"a":"x"}`:          "/a: no such value can stand here",
		`{"b":[true,1]}`:     "/b/1: no such value can stand here",
		`{"a":1e3}`:          "/a: invalid syntax",
		`{"a":1,"a":1}`:      `/a: duplicate object member name`,
		`{"a":1`:             ": unexpected EOF",
		`{"a":1}}`:           `: invalid character '}' after top-level value`,
	} {
		var p pair
		assert.Equal(t, want, told(t, jsonback.Read([]byte(document), &p)), document)
	}
	var p pair
	require.NoError(t, jsonback.Read([]byte(`{"a":7,"b":[false,true]}`), &p))
	assert.Equal(t, pair{7, []bool{false, true}}, p)
}

// Whoever reads some members gets the document without them.
func TestBeside(t *testing.T) {
	t.Parallel()
	var p pair
	rest, err := jsonback.Beside([]byte(`{"a":7,"x":{"a":1},"b":[true],"y":null}`), &p)
	require.NoError(t, err)
	assert.Equal(t, pair{7, []bool{true}}, p)
	assert.JSONEq(t, `{"x":{"a":1},"y":null}`, string(rest))

	rest, err = jsonback.Beside([]byte(`null`), &p)
	require.NoError(t, err)
	assert.Equal(t, "null", string(rest))

	for document, want := range map[string]string{
		`{"a":"x","y":1}`: "/a: no such value can stand here",
		`[]`:              ": no such value can stand here",
		`{"y":1`:          ": unexpected EOF",
	} {
		rest, err := jsonback.Beside([]byte(document), &p)
		assert.Equal(t, want, told(t, err), document)
		assert.Nil(t, rest, document)
	}
}

// A document that holds more, less or something else than is written of the
// value it is read into is refused.
func TestPlain(t *testing.T) {
	t.Parallel()
	for document, want := range map[string]string{
		`{"a":1,"b":[true]}`:         "",
		`{"b":[ true ], "a":1}`:      "",
		`{"a":1,"b":[true],"c":0}`:   "/c: there is no such member",
		`{"a":1}`:                    "/b: it is missing",
		`{"a":1,"b":null}`:           "/b: it does not follow from the rest",
		`{"a":1.0,"b":[]}`:           "/a: invalid syntax",
		`{"a":"1","b":[]}`:           "/a: no such value can stand here",
		`{"a":1,"b":[],"~/":0}`:      "/~0~1: there is no such member",
		`{"a":1,"b":[],"c":0,"d":0}`: "/c: there is no such member",
	} {
		var p pair
		assert.Equal(t, want, told(t, jsonback.Plain([]byte(document), &p)), document)
	}
	err := jsonback.Plain([]byte(`{}`), &struct {
		F func() `json:"f"`
	}{})
	assert.Contains(t, told(t, err), "func()", "what cannot be written is not read")
}

// Order of members and space say nothing, all else does: types, lengths, how a
// number is written.
func TestSame(t *testing.T) {
	t.Parallel()
	const written = `{"a":{"b":[1,"x",true,null,{}]},"c":false}`
	for document, want := range map[string]string{
		written: "",
		` { "c" : false , "a" : { "b" : [ 1 , "\u0078" , true , null , { } ] } } `: "",
		`{"a":{"b":[1,"x",true,null,{}]},"c":true}`:                                "/c: it does not follow from the rest",
		`{"a":{"b":[1,"x",true,null,{}]},"c":null}`:                                "/c: it does not follow from the rest",
		`{"a":{"b":[1,"x",true,null,{}]}}`:                                         "/c: it is missing",
		`{"a":{"b":[1.0,"x",true,null,{}]},"c":false}`:                             "/a/b/0: it does not follow from the rest",
		`{"a":{"b":["1","x",true,null,{}]},"c":false}`:                             "/a/b/0: it does not follow from the rest",
		`{"a":{"b":[1,"y",true,null,{}]},"c":false}`:                               "/a/b/1: it does not follow from the rest",
		`{"a":{"b":[1,"x",true,0,{}]},"c":false}`:                                  "/a/b/3: it does not follow from the rest",
		`{"a":{"b":[1,"x",true,null,[]]},"c":false}`:                               "/a/b/4: it does not follow from the rest",
		`{"a":{"b":[1,"x",true,null,{"d":0}]},"c":false}`:                          "/a/b/4/d: there is no such member",
		`{"a":{"b":[1,"x",true,null]},"c":false}`:                                  "/a/b: it does not follow from the rest",
		`{"a":{"b":[1,"x",true,null,{},1]},"c":false}`:                             "/a/b: it does not follow from the rest",
		`{"a":{"b":{}},"c":false}`:                                                 "/a/b: it does not follow from the rest",
		`{"a":[],"c":false}`:                                                       "/a: it does not follow from the rest",
		`[]`:                                                                       ": it does not follow from the rest",
		written + ` `:                                                              "",
		written + ` 1`:                                                             ": there is data after the end",
		written[:len(written)-1]:                                                   ": unexpected EOF",
		`{"a":{"b":[1,"x",`:                                                        "/a/b: unexpected EOF",
		`{"a":{"b":[1,"x" 2]}}`:                                                    "/a/b: invalid character '2' after array element (expecting ',' or ']')",
		`{"a":{"b":[1,x]}}`:                                                        "/a/b/1: invalid character 'x' at start of value",
		`{"a":{"b":x}}`:                                                            "/a/b: invalid character 'x' at start of value",
		`{"a":{x:1}}`:                                                              "/a: invalid character 'x' at start of value",
		`{"a":tru}`:                                                                "/a: invalid character '}' in literal true (expecting 'e')",
		``:                                                                         ": EOF",
		`{"a":{"b":[],"y":0,"x":0,"z":0}}`:                                         "/a/x: there is no such member",
		`{}`:                                                                       "/a: it is missing",
	} {
		assert.Equal(t, want, told(t, jsonback.Same([]byte(document), []byte(written))), document)
	}
}
