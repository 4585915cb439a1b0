package strictjson_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/scoring/budget"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/strictjson"
)

var limits = budget.Budget{Bytes: 1 << 10, Depth: 8, Members: 100, Problems: 10, Output: 1 << 20}

// order is a document to read: a name, whole numbers by name, and a free part.
type order struct {
	name   string
	counts map[string]int
}

func read(doc string) (order, problem.List) {
	o := order{counts: map[string]int{}}
	problems := strictjson.Read([]byte(doc), limits, func(r *strictjson.Reader) {
		r.Object([]string{"name", "counts", "free", "list"}, 1, func(i int) {
			switch i {
			case 0:
				if s, ok := r.String(); ok {
					o.name = string(s)
				}
			case 1:
				value := r.Next()
				r.Skip()
				value.End(r)
				r.At(value, "/counts", func() {
					r.Map(func(name []byte) {
						key := string(name)
						if n, ok := r.Int(); ok {
							o.counts[key] = n
						}
					})
				})
			case 2:
				r.Skip()
			case 3:
				r.Array(func(i int) {
					if n, ok := r.Int(); ok {
						o.counts["list"] += n * (i + 1)
					}
				})
			}
		})
	})
	return o, problems
}

func codes(problems problem.List) string {
	var list []string
	for _, p := range problems {
		list = append(list, p.Code+p.Path)
	}
	return strings.Join(list, " ")
}

func TestRead(t *testing.T) {
	t.Parallel()
	o, problems := read(` {"counts":{"a":1,"b":-2},"name":"Cà phê \u0110ắk Lắk","free":[{"x":[1.5,null,true]},"y"],"list":[1,2]} `)
	assert.Empty(t, problems)
	assert.Equal(t, order{name: "Cà phê Đắk Lắk", counts: map[string]int{"a": 1, "b": -2, "list": 5}}, o)
}

func TestReadReports(t *testing.T) {
	t.Parallel()
	for doc, want := range map[string]string{
		`{"name":"x","counts":{"a":1.0,"b":1e2,"c":1.5,"d":"1"}}`: "JSON-10/counts/a JSON-10/counts/b JSON-09/counts/c JSON-09/counts/d",
		`{"name":"x","list":[1,"a",[],{"b":[]},null,1]}`:          "JSON-09/list/1 JSON-09/list/2 JSON-09/list/3 JSON-09/list/4",
		`{"name":"x","list":{}}`:                                  "JSON-09/list",
		`{"name":"x","list":[1,]}`:                                "JSON-01/list/1",
		`{"name":"x","list":[1`:                                   "JSON-01/list/1",
		`{"name":"x","list":[}`:                                   "JSON-01/list/0",
		`{"name":"x",}`:                                           "JSON-01",
		`{"name":x}`:                                              "JSON-01/name",
		`{"name"}`:                                                "JSON-01/name",
		`{1:2}`:                                                   "JSON-01",
		`{"name":"x","free":[[[[[[[[]]]]]]]]}`:                    "JSON-05/free/0/0/0/0/0/0/0",
		`{"name":"x","free":`:                                     "JSON-01/free",
		`{"name":"x","free":[tru]}`:                               "JSON-01/free/0",
		`{"NAME":"x"}`:                                            "JSON-07/NAME JSON-08",
		`{"a/b":1,"m~n":2}`:                                       "JSON-07/a~1b JSON-07/m~0n JSON-08",
		`{"name":"x","name":"y"}`:                                 "JSON-06/name",
		`{"name":"x"}]`:                                           "JSON-03",
		"\ufeff" + `{"name":"x"}`:                                 "JSON-01",
		"{\"name\":\"\xc3\"}":                                     "JSON-02",
		`{` + strings.Repeat(`"z":0,`, 20) + `"name":"x"}`:        strings.Repeat("JSON-07/z ", 10) + "JSON-11",
		strings.Repeat(" ", 1<<10) + `{}`:                         "JSON-04",
	} {
		_, problems := read(doc)
		assert.Equal(t, want, codes(problems), doc)
		for _, p := range problems {
			assert.True(t, json.Valid(p.AppendJSON(nil)))
		}
	}
}

func TestPositions(t *testing.T) {
	t.Parallel()
	_, problems := read("{\n \"name\": \"Đắk\",\n \"free\": ?}")
	require.Len(t, problems, 1)
	assert.Contains(t, problems[0].Message.En, "line 3, column 10")
	_, problems = read("{\n \"name\": \"Đắk\"\n}\n\n  !")
	require.Len(t, problems, 1)
	assert.Contains(t, problems[0].Message.Vi, "dòng 5, cột 3")
	_, problems = read("{\n\"name\": \"Đ\xff\"}")
	require.Len(t, problems, 1)
	assert.Contains(t, problems[0].Message.En, "line 2, column 11")
}

// readNumbers reads an object of numbers by name, finding names that stand twice.
func readNumbers(r *strictjson.Reader) {
	var spans strictjson.Spans[string]
	seen := map[string]bool{}
	r.Map(func(name []byte) {
		key := string(name)
		if seen[key] {
			r.Report(strictjson.Duplicate(r.Pointer(), key))
			spans.Replace(r, key)
		}
		seen[key] = true
		since := r.Found()
		r.Int()
		spans.Note(r, key, since)
	})
}

// Of a member that stands twice the last counts, as for most readers; that it
// stands twice is said all the same.
func TestLastOfTwoCounts(t *testing.T) {
	t.Parallel()
	read := func(document string) (codes []string) {
		problems := strictjson.Read([]byte(document), limits, func(r *strictjson.Reader) {
			r.Object([]string{"a", "b"}, 1, func(i int) {
				if i == 0 {
					r.Int()
				} else {
					readNumbers(r)
				}
			})
		})
		for _, p := range problems {
			codes = append(codes, p.Code+p.Path)
		}
		return codes
	}
	assert.Equal(t, []string{"JSON-06/a"}, read(`{"a":"x","a":1}`))
	assert.Equal(t, []string{"JSON-06/a", "JSON-09/a"}, read(`{"a":1,"a":"x"}`))
	assert.Equal(t, []string{"JSON-06/b/x", "JSON-09/b/y", "JSON-06/a"}, read(`{"a":[],"b":{"\u0078":null,"x":1,"y":[{"z":1}]},"a":2}`))
	assert.Equal(t, []string{"JSON-06/b/x", "JSON-06/b"}, read(`{"a":1,"b":{"x":null,"x":{},"y":1},"b":{}}`), "that a name stood twice is not taken back")
	assert.Equal(t, []string{"JSON-06/a", "JSON-06/a", "JSON-09/a"}, read(`{"a":1,"a":2,"a":"x"}`))
	assert.Equal(t, []string{"JSON-06/a", "JSON-06/a"}, read(`{"a":"x","a":"y","a":1}`))
	assert.Equal(t, []string{"JSON-06/a", "JSON-03"}, read(`{"a":1,"a":2} 3`))
	assert.Equal(t, []string{"JSON-09/a"}, read(`{"a":9007199254740992}`))
	assert.Empty(t, read(`{"a":-9007199254740991}`))
	assert.Equal(t, []string{"JSON-09/a", "JSON-06/b"}, read(`{"a":"x","b":[],"b":{}}`), "what was found before it stands")
	assert.Equal(t, []string{"JSON-07/z", "JSON-06/b"}, read(`{"a":1,"b":[],"z":0,"b":{}}`), "and what was found after it")
	assert.Equal(t, []string{"JSON-09/b/y", "JSON-06/b/x"}, read(`{"a":1,"b":{"x":[],"y":[],"x":1}}`))
	assert.Equal(t, []string{"JSON-06/a", "JSON-07/z", "JSON-07/z", "JSON-07/z", "JSON-07/z", "JSON-07/z", "JSON-07/z", "JSON-07/z", "JSON-07/z", "JSON-11"},
		read(`{"a":"x","a":1`+strings.Repeat(`,"z":0`, 12)+`}`), "and that there is more")
}

// As many problems as the budget has are all told; only with one more is it
// said that there are more, and reading ends.
func TestMoreProblems(t *testing.T) {
	t.Parallel()
	_, problems := read(`{` + strings.Repeat(`"z":0,`, 10) + `"name":"x"}`)
	assert.Equal(t, strings.TrimSpace(strings.Repeat("JSON-07/z ", 10)), codes(problems))
	o, problems := read(`{` + strings.Repeat(`"z":0,`, 11) + `"name":"x"`)
	assert.Len(t, problems, 11, "what is not read is not judged")
	assert.Empty(t, o.name, "and not taken")
}

func TestTooManyMembers(t *testing.T) {
	t.Parallel()
	_, problems := read(`{"name":"x","free":[` + strings.Repeat(`0,`, 96) + `{"a":0}]}`) // 2 members, 97 items, 1 member
	assert.Empty(t, problems)
	_, problems = read(`{"name":"x","free":[` + strings.Repeat(`0,`, 96) + `{"a":0,"b":0}]}`)
	assert.Equal(t, "JSON-12", codes(problems))
	_, problems = read(`{"name":"x","free":{` + strings.Repeat(`"a":0,`, 120) + `"b":0}}`)
	assert.Equal(t, "JSON-12", codes(problems))
	n := 0
	problems = strictjson.Read([]byte(`[`+strings.Repeat(`0,`, 120)+`0]`), limits, func(r *strictjson.Reader) {
		r.Array(func(int) { n++; r.Int() })
	})
	assert.Equal(t, "JSON-12", codes(problems))
	assert.Equal(t, 100, n, "what is too much is not read")
	problems = strictjson.Read([]byte(`{`+strings.Repeat(`"a":0,`, 120)+`"a":0}`), limits, func(r *strictjson.Reader) {
		r.Map(func([]byte) { n++; r.Int() })
	})
	assert.Equal(t, "JSON-12", codes(problems))
	assert.Equal(t, 200, n)
}

func TestLongNamesAreShortened(t *testing.T) {
	t.Parallel()
	_, problems := read(`{"name":"x","counts":{"` + strings.Repeat("ắ/", 100) + `":null,"` + strings.Repeat("~", 80) + `":null}}`)
	require.Len(t, problems, 2)
	assert.Equal(t, "/counts/"+strings.Repeat("ắ~1", 20)+"…", problems[0].Path)
	assert.Equal(t, "/counts/"+strings.Repeat("~0", 80), problems[1].Path)
	for name, want := range map[string]string{
		strings.Repeat(`\u1eaf`, 120):                   strings.Repeat("ắ", 26) + "…",
		strings.Repeat(`\n\ud83d\ude00`, 60):            strings.Repeat("\n😀", 16) + "…",
		strings.Repeat("a", 79) + `\u00e9` + "b":        strings.Repeat("a", 79) + "…",
		strings.Repeat(`\/`, 80):                        strings.Repeat("~1", 80),
		strings.Repeat(`\"`, 99) + `\ud83d\ude00` + "x": strings.Repeat(`"`, 80) + "…",
		`\u0061\"b`: `a"b`,
	} {
		_, problems = read(`{"name":"x","counts":{"` + name + `":null}}`)
		require.Len(t, problems, 1, name)
		assert.Equal(t, "/counts/"+want, problems[0].Path, name)
	}
}

// Depth counts from the document, wherever a value is read.
func TestDepthOfAValueReadLater(t *testing.T) {
	t.Parallel()
	deep := func(levels int) problem.List {
		return strictjson.Read([]byte(`{"a":`+strings.Repeat("[", levels)+strings.Repeat("]", levels)+`}`), limits, func(r *strictjson.Reader) {
			r.Object([]string{"a"}, 1, func(int) {
				v := r.Next()
				r.Bool()
				v.End(r)
				r.At(v, "/a", r.Skip)
			})
		})
	}
	assert.Equal(t, "JSON-09/a", codes(deep(7)))
	assert.Equal(t, "JSON-09/a JSON-05/a/0/0/0/0/0/0/0", codes(deep(8)))
}

// Whether a number is whole is decided by its digits: in floating point
// 101e-400 is 0 and 9007199254740991.0000001 is whole.
func TestWholeNumbers(t *testing.T) {
	t.Parallel()
	number := func(text string) (n int, found string) {
		var ok bool
		problems := strictjson.Read([]byte(text), limits, func(r *strictjson.Reader) { n, ok = r.Int() })
		assert.Equal(t, codes(problems) != "JSON-09", ok, "what is whole is used, though it is told")
		return n, codes(problems)
	}
	for text, want := range map[string]int64{"0": 0, "-0": 0, "13": 13, "9007199254740991": strictjson.MaxInt, "-9007199254740991": -strictjson.MaxInt} {
		n, found := number(text)
		assert.Empty(t, found, text)
		assert.Equal(t, want, int64(n), text)
	}
	for text, want := range map[string]int64{
		"13.0": 13, "1e2": 100, "1.30e1": 13, "1300e-2": 13, "-5.0E0": -5, "0.0": 0, "0e99999999999999999999": 0, "-0.0e-5": 0, "0.013e+3": 13,
		"9007199254740991.0": 9007199254740991, "-9007199254740991e0": -9007199254740991, "1e15": 1e15, "0.1e1": 1,
	} {
		n, found := number(text)
		assert.Equal(t, "JSON-10", found, text)
		assert.Equal(t, want, int64(n), text)
	}
	for _, text := range []string{
		"101e-400", "1e-1", "1.5", "13.01", "1e16", "1e400", "1e99999999999999999999", "1e-99999999999999999999", "9007199254740992", "9007199254740992.0",
		"9007199254740991.0000001", "-9007199254740992", "99999999999999999999", "15e-1", "0.1",
	} {
		n, found := number(text)
		assert.Equal(t, "JSON-09", found, text)
		assert.Zero(t, n, text)
	}
}

// told are the problems of a document as they are read out, in English.
func told(document string, read func(*strictjson.Reader)) string {
	var list []string
	for _, p := range strictjson.Read([]byte(document), limits, read) {
		list = append(list, p.Code+" "+p.Path+": "+p.Message.En)
	}
	return strings.Join(list, "\n")
}

// A document of exactly as many bytes as it may have is read.
func TestExactlyTheLimit(t *testing.T) {
	t.Parallel()
	doc := `{"name":"x"}`
	_, problems := read(doc + strings.Repeat(" ", limits.Bytes-len(doc)))
	assert.Empty(t, problems)
	_, problems = read(doc + strings.Repeat(" ", limits.Bytes-len(doc)+1))
	require.Equal(t, "JSON-04", codes(problems))
	assert.Equal(t, "The document is larger than the 1024 bytes allowed.", problems[0].Message.En)
	assert.Equal(t, problems[0], strictjson.TooLarge(1024))
}

// Whoever reads a problem is told what stands there and what should.
func TestWrongTypesAreNamed(t *testing.T) {
	t.Parallel()
	expected := map[string]func(*strictjson.Reader){
		"an object {…}":  func(r *strictjson.Reader) { assert.False(t, r.Map(func([]byte) { t.Fail() })) },
		"a list […]":     func(r *strictjson.Reader) { assert.False(t, r.Array(func(int) { t.Fail() })) },
		"a string":       func(r *strictjson.Reader) { s, ok := r.String(); assert.False(t, ok); assert.Nil(t, s) },
		"a whole number": func(r *strictjson.Reader) { n, ok := r.Int(); assert.False(t, ok); assert.Zero(t, n) },
		"true or false":  func(r *strictjson.Reader) { b, ok := r.Bool(); assert.False(t, ok); assert.False(t, b) },
	}
	vi := map[string]string{
		"an object {…}": "một đối tượng {…}", "a list […]": "một danh sách […]", "a string": "một chuỗi ký tự", "a whole number": "một số nguyên", "a number": "một số",
		"true or false": "true hoặc false", "null": "null", "a number that is not whole or too large": "một số không nguyên hoặc quá lớn",
	}
	found := map[string]string{
		`{"a":[0]}`: "an object {…}", `[{},[]]`: "a list […]", `"x\n"`: "a string", `1.5`: "a number", `12`: "a number", `true`: "true or false", `false`: "true or false", `null`: "null",
	}
	for value, is := range found {
		for want, read := range expected {
			if want == "a whole number" && value == `1.5` {
				is = "a number that is not whole or too large"
			} else if want == is || want == "a whole number" && value == `12` {
				continue
			}
			problems := strictjson.Read([]byte(" "+value+" "), limits, read)
			require.Len(t, problems, 1, "%s for %s", value, want)
			assert.Equal(t, "JSON-09", problems[0].Code)
			assert.Equal(t, "This must be "+want+", not "+is+".", problems[0].Message.En)
			assert.Equal(t, "Ở đây cần "+vi[want]+", không phải "+vi[is]+".", problems[0].Message.Vi)
			is = found[value]
		}
	}
}

// What a reading answers, right or not.
func TestAnswers(t *testing.T) {
	t.Parallel()
	for document, want := range map[string]bool{`true`: true, `false`: false} {
		assert.Empty(t, told(document, func(r *strictjson.Reader) {
			value, ok := r.Bool()
			assert.True(t, ok)
			assert.Equal(t, want, value)
		}))
	}
	for document, c := range map[string]struct {
		seen uint64
		ok   bool
		told string
	}{
		`{"a":1,"c":2}`:             {5, true, ""},
		`{"a":1}`:                   {1, true, ""},
		`{"c":1}`:                   {4, true, "JSON-08 : Member a is missing."},
		`{}`:                        {0, true, "JSON-08 : Member a is missing."},
		`{"a":1,"d":0,"b":2,"c":3}`: {7, true, "JSON-07 /d: There is no member called d here."},
		`{"a":1,"c":2,"c":3}`:       {5, true, "JSON-06 /c: Member c appears twice."},
		`[]`:                        {0, false, "JSON-09 : This must be an object {…}, not a list […]."},
		`{"a":1,"c":`:               {5, false, "JSON-01 /c: Not valid JSON, at line 1, column 12: unexpected EOF."},
		`{"c":1`:                    {4, false, "JSON-01 : Not valid JSON, at line 1, column 7: unexpected EOF."},
		`{"c":1,`:                   {4, false, "JSON-01 : Not valid JSON, at line 1, column 8: unexpected EOF."},
	} {
		assert.Equal(t, c.told, told(document, func(r *strictjson.Reader) {
			seen, ok := r.Object([]string{"a", "b", "c"}, 1, func(int) { r.Int() })
			assert.Equal(t, c.ok, ok, document)
			assert.Equal(t, c.seen, seen, document)
		}), document)
	}
	for document, want := range map[string]bool{`[]`: true, `[1,2]`: true, `[1,`: false, `[1`: false, `{}`: false} {
		told(document, func(r *strictjson.Reader) {
			n := 0
			assert.Equal(t, want, r.Array(func(i int) { assert.Equal(t, n, i); n++; r.Int() }), document)
		})
	}
}

// Where reading ended nothing more is read, found or told, whatever is asked for.
func TestNothingAfterTheEnd(t *testing.T) {
	t.Parallel()
	var r *strictjson.Reader
	left := func() {
		before := r.Found()
		assert.True(t, r.Stopped())
		r.Report(strictjson.Duplicate("/x", "x"))
		s, ok := r.String()
		assert.False(t, ok || s != nil)
		n, ok := r.Int()
		assert.False(t, ok || n != 0)
		b, ok := r.Bool()
		assert.False(t, ok || b)
		assert.False(t, r.Map(func([]byte) { t.Fail() }))
		assert.False(t, r.Array(func(int) { t.Fail() }))
		v := r.Next()
		r.Skip()
		v.End(r)
		r.At(v, "/x", func() { t.Fail() })
		seen, ok := r.Object([]string{"x"}, 1, func(int) { t.Fail() })
		assert.False(t, ok || seen != 0)
		assert.Equal(t, before, r.Found())
	}
	for document, want := range map[string]string{
		`[?]`:                    "JSON-01/0",
		`[[[[[[[[[0]]]]]]]]]`:    "JSON-05/0/0/0/0/0/0/0/0",
		`[{"a":tru}]`:            "JSON-01/0/a",
		`[{"a" 1}]`:              "JSON-01/0/a",
		`[{"a":1`:                "JSON-01/0",
		`[{"a":"x`:               "JSON-01/0/a",
		`[{"a":"x\y"}]`:          "JSON-01/0/a",
		`[{"a":[1 2]}]`:          "JSON-01/0/a/1",
		`[{"a":` + "\x00" + `}]`: "JSON-01/0/a",
	} {
		problems := strictjson.Read([]byte(document), limits, func(reader *strictjson.Reader) {
			r = reader
			assert.False(t, r.Array(func(int) {
				assert.False(t, r.Stopped())
				r.Skip()
				left()
			}))
			left()
		})
		assert.Equal(t, want, codes(problems), document)
	}
}

// The same where the budget of problems ended it, though there is more to read.
func TestNothingAfterTooManyProblems(t *testing.T) {
	t.Parallel()
	for _, document := range []string{`true`, `"x"`, `5`, `{"x":1}`, `[1]`} {
		_ = strictjson.Read([]byte(document), limits, func(r *strictjson.Reader) {
			for range limits.Problems + 1 {
				r.Report(strictjson.Duplicate("/x", "x"))
			}
			assert.True(t, r.Stopped())
			b, ok := r.Bool()
			assert.False(t, b || ok, document)
			s, ok := r.String()
			assert.False(t, s != nil || ok, document)
			n, ok := r.Int()
			assert.False(t, n != 0 || ok, document)
			assert.False(t, r.Map(func([]byte) { t.Fail() }), document)
			assert.False(t, r.Array(func(int) { t.Fail() }), document)
		})
	}
}

// A value that begins like what was asked for and is none.
func TestCutValues(t *testing.T) {
	t.Parallel()
	for document, read := range map[string]func(r *strictjson.Reader) bool{
		`"x`:    func(r *strictjson.Reader) bool { s, ok := r.String(); return ok || s != nil },
		`"x\y"`: func(r *strictjson.Reader) bool { s, ok := r.String(); return ok || s != nil },
		`1.`:    func(r *strictjson.Reader) bool { n, ok := r.Int(); return ok || n != 0 },
		`-`:     func(r *strictjson.Reader) bool { n, ok := r.Int(); return ok || n != 0 },
		`tru`:   func(r *strictjson.Reader) bool { b, ok := r.Bool(); return ok || b },
		`fals`:  func(r *strictjson.Reader) bool { b, ok := r.Bool(); return ok || b },
		`{`:     func(r *strictjson.Reader) bool { return r.Map(func([]byte) { t.Fail() }) },
		`[`:     func(r *strictjson.Reader) bool { return r.Array(func(int) { r.Int() }) },
	} {
		problems := strictjson.Read([]byte(document), limits, func(r *strictjson.Reader) { assert.False(t, read(r), document) })
		require.Len(t, problems, 1, document)
		assert.Equal(t, "JSON-01", problems[0].Code, document)
	}
}

// Places count from 0 in decimal, and what is closed is no longer deep.
func TestLongAndFlat(t *testing.T) {
	t.Parallel()
	_, problems := read(`{"name":"x","list":[0,0,0,0,0,0,0,0,0,"9","10",0,"12"],"free":[[],{},[],{},[],{},[],{},[],{}]}`)
	assert.Equal(t, "JSON-09/list/9 JSON-09/list/10 JSON-09/list/12", codes(problems))
	_ = strictjson.Read([]byte(`[1,2]`), limits, func(r *strictjson.Reader) {
		r.Array(func(int) { r.Int() })
		assert.Empty(t, r.Pointer(), "after a list its own place is at hand")
	})
	_ = strictjson.Read([]byte(`{"a":1}`), limits, func(r *strictjson.Reader) {
		r.Map(func([]byte) { r.Int() })
		assert.Empty(t, r.Pointer())
	})
}

func TestKindsAreListed(t *testing.T) {
	t.Parallel()
	var list []string
	for _, k := range strictjson.Kinds() {
		list = append(list, k.Code)
	}
	assert.Equal(t, []string{"JSON-01", "JSON-02", "JSON-03", "JSON-04", "JSON-05", "JSON-06", "JSON-07", "JSON-08", "JSON-09", "JSON-10", "JSON-12"}, list)
}

// A value that is read later has its own place, and what follows has its own again.
func TestPlacesAroundAValueReadLater(t *testing.T) {
	t.Parallel()
	assert.Equal(t, "JSON-09 /b: This must be a string, not null.\n"+
		"JSON-09 /later/0/x: This must be a string, not a number.\n"+
		"JSON-09 /c/1: This must be a string, not a number.\n"+
		"JSON-03 : There is data after the end of the document, at line 2, column 3.",
		told(`{"a" : [{"x":1}] ,"b":null,"c":["x",2]}`+"\n  ]", func(r *strictjson.Reader) {
			var a strictjson.Value
			r.Object([]string{"a", "b", "c"}, 7, func(i int) {
				switch i {
				case 0:
					a = r.Next()
					r.Skip()
					a.End(r)
				case 1:
					r.String()
					r.At(a, "/later", func() { r.Array(func(int) { r.Map(func([]byte) { r.String() }) }) })
				case 2:
					r.Array(func(int) { r.String() })
				}
			})
		}))
}

// Lines and columns are counted from 1, columns in characters; what a parser
// says is told without its name.
func TestWhereItIsNotJSON(t *testing.T) {
	t.Parallel()
	skip := func(r *strictjson.Reader) { r.Skip() }
	for document, want := range map[string]string{
		``:                        "JSON-01 : Not valid JSON, at line 1, column 1: unexpected end.",
		"\xff":                    "JSON-02 : The text is not UTF-8, at line 1, column 1. Save the file as UTF-8.",
		"\n\n\"ắ\ufffd\xe1\xba\"": "JSON-02 : The text is not UTF-8, at line 3, column 4. Save the file as UTF-8.",
		"1 \t\r\n\n ?":            "JSON-03 : There is data after the end of the document, at line 3, column 2.",
		"1\n":                     "",
		"\"ắ\" ắ":                 "JSON-03 : There is data after the end of the document, at line 1, column 5.",
	} {
		assert.Equal(t, want, told(document, skip), "%q", document)
	}
}

// What is wrong with the syntax is told in Vietnamese too.
func TestSyntaxInVietnamese(t *testing.T) {
	t.Parallel()
	for document, want := range map[string]string{
		`{`: "kết thúc nửa chừng", `[1 2]`: "có ký tự không đúng chỗ", `{"a":tru}`: "có ký tự không đúng chỗ", `"\x"`: "sai cú pháp", `x`: "có ký tự không đúng chỗ",
	} {
		problems := strictjson.Read([]byte(document), budget.Sheet(), (*strictjson.Reader).Skip)
		require.Len(t, problems, 1, document)
		assert.True(t, strings.HasSuffix(problems[0].Message.Vi, ": "+want+"."), problems[0].Message.Vi)
		assert.Contains(t, problems[0].Message.En, problems[0].Params[2].Value)
	}
}

// What stands at the top is told as far as it can be read, and no further than asked.
func TestNames(t *testing.T) {
	t.Parallel()
	for document, want := range map[string]struct {
		names []string
		whole bool
	}{
		`{}`: {nil, true}, ` {"a":{"x":1},"\u0062":[2],"a":3} `: {[]string{"a", "b", "a"}, true},
		`{"a":1,"stop":{`: {[]string{"a", "stop"}, true}, `{"a":1,"b":{`: {[]string{"a", "b"}, false}, `{"a":1,`: {[]string{"a"}, false},
		`{"a":1 "b":2}`: {[]string{"a"}, false}, `{"a`: {nil, false}, `[]`: {nil, false}, `["a",1]`: {nil, false}, `"a"`: {nil, false}, ``: {nil, false},
	} {
		var names []string
		whole := strictjson.Names([]byte(document), func(name string) bool {
			names = append(names, name)
			return name != "stop"
		})
		assert.Equal(t, want.names, names, document)
		assert.Equal(t, want.whole, whole, document)
	}
}

func TestAtList(t *testing.T) {
	t.Parallel()
	for document, want := range map[string]bool{"[1]": true, "[ ]": true, "{}": false, `"["`: false, "": false} {
		problems := strictjson.Read([]byte(document), budget.Sheet(), func(r *strictjson.Reader) {
			assert.Equal(t, want, r.AtList(), document)
			r.Skip()
		})
		assert.Equal(t, document == "", len(problems) > 0, document)
	}
}
