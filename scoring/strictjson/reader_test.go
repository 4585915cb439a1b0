package strictjson_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/strictjson"
)

var limits = strictjson.Limits{Bytes: 1 << 10, Depth: 8, Problems: 10}

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
				later := r.Later()
				later(func() {
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
		`{"name":"x","list":[1,]}`:                                "JSON-01/list/0",
		`{"name":"x","list":[1`:                                   "JSON-01/list/0",
		`{"name":"x","list":[}`:                                   "JSON-01/list",
		`{"name":"x",}`:                                           "JSON-01/name",
		`{"name":x}`:                                              "JSON-01/name",
		`{"name"}`:                                                "JSON-01/name",
		`{1:2}`:                                                   "JSON-01",
		`{"name":"x","free":[[[[[[[[]]]]]]]]}`:                    "JSON-05/free/0/0/0/0/0/0/0",
		`{"name":"x","free":`:                                     "JSON-01/free",
		`{"name":"x","free":[tru]}`:                               "JSON-01/free",
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

// Of a member that stands twice the last counts, as for most readers; that it
// stands twice is said all the same.
func TestLastOfTwoCounts(t *testing.T) {
	t.Parallel()
	read := func(document string) (codes []string) {
		problems := strictjson.Read([]byte(document), strictjson.Limits{Bytes: 1000, Depth: 9, Problems: 9}, func(r *strictjson.Reader) {
			r.Object([]string{"a", "b"}, 1, func(i int) {
				if i == 0 {
					r.Int()
				} else {
					r.Map(func([]byte) { r.Int() })
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
	assert.Equal(t, []string{"JSON-06/a", "JSON-09/b/y"}, read(`{"a":[],"b":{"\u0078":null,"x":1,"y":[{"z":1}]},"a":2}`))
	assert.Equal(t, []string{"JSON-06/a", "JSON-03"}, read(`{"a":1,"a":2} 3`))
	assert.Equal(t, []string{"JSON-09/a"}, read(`{"a":9007199254740992}`))
	assert.Empty(t, read(`{"a":-9007199254740991}`))
}
