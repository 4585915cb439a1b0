package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/go-json-experiment/json/jsontext"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/ocop"
	"github.com/ocop-vn/ocop-go/scoring/budget"
	"github.com/ocop-vn/ocop-go/scoring/plain"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// Many lines of all sorts come out in their order, with the bytes that each would
// have alone.
func TestLinesKeepTheirOrder(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 2))
	var library ocop.Library
	var in, want bytes.Buffer
	for i := range 5_000 {
		switch r.IntN(8) {
		case 0:
			in.WriteString("\n")
			line, _ := appendProblems(nil, library.Validate(ocop.DocumentSheet, nil))
			want.Write(line)
		case 1: // with many problems, so that some are slow and long
			sheet := fmt.Sprintf(`{"edition":"qd26-2026","set":13,"answers":{"x%d":"a"%s}}`, i, strings.Repeat(`,"y":1`, r.IntN(60)))
			in.WriteString(sheet + "\r\n")
			_, err := library.Evaluate([]byte(sheet))
			var problems problem.List
			require.ErrorAs(t, err, &problems)
			line, _ := appendProblems(nil, problems)
			want.Write(line)
		default:
			sheet := fmt.Sprintf(`{"edition":"qd26-2026","set":%d,"answers":{"1.1":"a"}}`, 1+r.IntN(20))
			e, err := library.Evaluate([]byte(sheet))
			require.NoError(t, err)
			fmt.Fprintf(&in, `{"id":%d,%s`+"\n", i, sheet[1:])
			want.Write(e.Result.AppendJSON(fmt.Appendf(nil, `{"id":%d`, i)))
			want.WriteByte('\n')
		}
	}
	expected := joined(want.Bytes())
	for _, reader := range []io.Reader{bytes.NewReader(in.Bytes()), &dribble{data: in.Bytes(), r: r}} {
		var out, errs bytes.Buffer
		c := &command{stdin: reader, stdout: &output{to: &out}, stderr: &errs}
		assert.Equal(t, exitProblems, c.run([]string{"score", "--jsonl", "-"}))
		assert.Empty(t, errs.String())
		assert.True(t, bytes.Equal(expected, out.Bytes()))
	}
}

// joined joins an id and the result that stands behind it.
func joined(b []byte) []byte {
	return bytes.ReplaceAll(plain.JSON(b), []byte(`{"edition"`), []byte(`,"edition"`))
}

// dribble gives its bytes in pieces of any size.
type dribble struct {
	data []byte
	r    *rand.Rand
}

func (d *dribble) Read(b []byte) (int, error) {
	if len(d.data) == 0 {
		return 0, io.EOF
	}
	n := copy(b[:min(len(b), 1+d.r.IntN(700))], d.data)
	d.data = d.data[n:]
	return n, nil
}

// counted gives numbered lines without end, up to a number, and notes the heap.
type counted struct {
	left, next int
	rest       []byte
	heap       uint64
}

func (c *counted) Read(b []byte) (int, error) {
	for len(c.rest) < len(b) && c.left > 0 {
		c.rest = fmt.Appendf(c.rest, "{\"set\": %d}\n", c.next)
		c.left, c.next = c.left-1, c.next+1
	}
	if len(c.rest) == 0 {
		return 0, io.EOF
	}
	if c.next%7 == 0 {
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		c.heap = max(c.heap, m.HeapInuse)
	}
	n := copy(b, c.rest)
	c.rest = c.rest[:copy(c.rest, c.rest[n:])]
	return n, nil
}

// ordered takes lines and sees that each is the next one.
type ordered struct {
	next       int
	rest, want []byte
}

func (o *ordered) Write(b []byte) (int, error) {
	o.rest = append(o.rest, b...)
	for {
		i := bytes.IndexByte(o.rest, '\n')
		if i < 0 {
			return len(b), nil
		}
		o.want = fmt.Appendf(o.want[:0], `{"set": %d}`, o.next)
		if !bytes.Equal(o.rest[:i], o.want) {
			return 0, errors.New("out of order: " + string(o.rest[:i]))
		}
		o.next++
		o.rest = o.rest[:copy(o.rest, o.rest[i+1:])]
	}
}

// A million lines take the memory of a few batches.
func TestLinesKeepMemoryFlat(t *testing.T) {
	lineCount := 1_000_000
	if testing.Short() {
		lineCount /= 10
	}
	in, out := &counted{left: lineCount}, &ordered{}
	c := &command{stdin: in, stdout: &output{to: out}, stderr: io.Discard}
	echo := func(b, document []byte) ([]byte, int) { return append(append(b, document...), '\n'), exitOK }
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	require.Equal(t, exitOK, c.eachLine("-", lines{budget.Sheet().Bytes, echo, appendProblems}))
	runtime.ReadMemStats(&after)
	assert.NoError(t, c.stdout.failed())
	assert.Equal(t, lineCount, out.next)
	assert.Less(t, int(after.TotalAlloc-before.TotalAlloc)/lineCount, 200, "bytes a line, mostly this test's own")
	assert.Less(t, in.heap, before.HeapInuse+16<<20)
}

// Short lines with long answers are not all answered before the first is written.
func TestLongAnswersAreWrittenAsTheyCome(t *testing.T) {
	t.Parallel()
	long := append(bytes.Repeat([]byte("x"), enough), '\n')
	var answered, written atomic.Int64
	c := &command{stdin: strings.NewReader(strings.Repeat("\n", 3*enoughLines)), stderr: io.Discard}
	most := int64(0)
	c.stdout = &output{to: writerFunc(func(b []byte) (int, error) {
		most = max(most, answered.Load()-written.Add(int64(bytes.Count(b, []byte("\n")))))
		return len(b), nil
	})}
	code := c.eachLine("-", lines{10, func(b, _ []byte) ([]byte, int) {
		answered.Add(1)
		return append(b, long...), exitOK
	}, appendProblems})
	assert.Equal(t, exitOK, code)
	assert.Equal(t, int64(3*enoughLines), written.Load())
	assert.LessOrEqual(t, most, int64(runtime.GOMAXPROCS(0)+2), "one a batch")
}

type writerFunc func([]byte) (int, error)

func (f writerFunc) Write(b []byte) (int, error) { return f(b) }

// Where nobody hears the answers the command ends, though its input does not.
func TestLinesEndWhenNobodyListens(t *testing.T) {
	t.Parallel()
	in := io.MultiReader(strings.NewReader(strings.Repeat(sheet+"\n", 1000)), never{})
	c := &command{stdin: in, stdout: &output{to: &breaking{left: 10, err: io.ErrClosedPipe}}, stderr: io.Discard}
	ended := make(chan int)
	go func() { ended <- c.run([]string{"score", "--jsonl", "-"}) }()
	select {
	case code := <-ended:
		assert.Equal(t, exitUnusable, code)
	case <-time.After(time.Minute):
		t.Fatal("it waits for input")
	}
}

// An id comes back as it was written, before results and problems alike, and
// does not change what is said of the rest, nor where.
func TestLineID(t *testing.T) {
	t.Parallel()
	const rest = `"edition":"qd26-2026","set":13,"answers":{"1.1":"c"}`
	plainly, _, _ := run("{"+rest+"}\n", "score", "--jsonl", "-")
	for _, id := range []string{`"a-1"`, `""`, `7`, `-1.50e+400`, `true`, `false`, `null`, `"Đắk \"Lắk\" \u0041}],"`, `"` + strings.Repeat("x", maxID-2) + `"`} {
		for _, line := range []string{
			`{"id":` + id + `,` + rest + `}`,
			` { "id" : ` + id + ` , ` + rest + `}`,
			`{` + rest + `,"id":` + id + `}`,
			`{` + rest + "\t,\t\"id\"\t:\t" + id + "\t}",
			`{"edition":"qd26-2026","id":` + id + `,"set":13,"answers":{"1.1":"c"}}`,
			`{"\u0069d":` + id + `,` + rest + `}`,
		} {
			out, _, code := run(line+"\n", "score", "--jsonl", "-")
			assert.Equal(t, exitOK, code, line)
			assert.Equal(t, `{"id":`+id+`,`+plainly[1:], out, line)
			out, _, _ = run(line, "validate", "--as", "sheet", "--jsonl", "-")
			assert.Equal(t, `{"id":`+id+`,"valid":true,"problems":[]}`+"\n", out, line)
		}
		for _, wrong := range []string{`"x":1`, `"edition":"qd26-2026","set":13,"answers":{"1.1":"z"}`, `"set":,`, `"set":1} x`, `"set":1,`} {
			alone, _, _ := run(`{`+strings.Repeat(" ", len([]rune(`"id":`+id+`,`)))+wrong+`}`, "score", "--jsonl", "-")
			out, _, code := run(`{"id":`+id+`,`+wrong+`}`, "score", "--jsonl", "-")
			assert.Equal(t, exitProblems, code)
			assert.Equal(t, `{"id":`+id+`,`+alone[1:], out, wrong)
		}
	}
	for line, want := range map[string]string{
		`{"id":"x","answers":{}}`:                `{"id":"x","problems":[{"code":"JSON-08","path":""`,
		`{"id":"x",}`:                            `{"id":"x","problems":[{"code":"JSON-01"`,
		`{,"id":"x"}`:                            `{"problems":[{"code":"JSON-01"`,
		`{"id":"x"`:                              `{"id":"x","problems":[{"code":"JSON-01"`,
		`{"set":13,"id":"x",`:                    `{"id":"x","problems":[{"code":"JSON-01"`,
		`{"id":1 2}`:                             `{"id":1,"problems":[{"code":"JSON-01"`,
		`{"id":"` + "\u202e" + `","answers":{}}`: `{"id":"\u202e","problems":[{"code":"JSON-08"`,
		// No id that could be told.
		`{"id":{"a":1},` + rest + `}`: `{"problems":[{"code":"LINE-01","path":"/id"`,
		`{"id":[],` + rest + `}`:      `{"problems":[{"code":"LINE-01","path":"/id"`,
		`{"id":[`:                     `{"problems":[{"code":"LINE-01","path":"/id"`,
		`{"id":"` + strings.Repeat("x", maxID-1) + `",` + rest + `}`: `{"problems":[{"code":"LINE-02","path":"/id"`,
		`{"id":1,` + rest + `,"id":1}`:                               `{"problems":[{"code":"JSON-06","path":"/id"`,
		`{"id":1,` + rest + `,"i\u0064":1}`:                          `{"problems":[{"code":"JSON-06","path":"/id"`,
		`{"id":tru,` + rest + `}`:                                    `{"problems":[{"code":"JSON-01"`,
		`{"id":}`:                                                    `{"problems":[{"code":"JSON-01"`,
		`{"id":`:                                                     `{"problems":[{"code":"JSON-01"`,
		`{"id":"x`:                                                   `{"problems":[{"code":"JSON-01"`,
		`{"id":"x\`:                                                  `{"problems":[{"code":"JSON-01"`,
		`{"id":01}`:                                                  `{"problems":[{"code":"JSON-01"`,
		"{\"id\":\"\xff\"}":                                          `{"problems":[{"code":"JSON-02"`,
		// Nor where it is none of the line's.
		`["id"]`:                        `{"problems":[{"code":"JSON-09"`,
		`"id"`:                          `{"problems":[{"code":"JSON-09"`,
		`{"x":{"id":1},"answers":{}}`:   `{"problems":[{"code":"JSON-07","path":"/x"`,
		`{"x":"\"id\":1","answers":{}}`: `{"problems":[{"code":"JSON-07","path":"/x"`,
		`{"ID":1,"answers":{}}`:         `{"problems":[{"code":"JSON-07","path":"/ID"`,
	} {
		out, _, code := run(line, "score", "--jsonl", "-")
		assert.Equal(t, exitProblems, code, line)
		assert.True(t, strings.HasPrefix(out, want), "%s: %s", line, out)
		assert.Equal(t, 1, strings.Count(out, "\n"))
		assert.True(t, json.Valid([]byte(out)), out)
		assert.NotContains(t, out, `"/id","severity":"error","layer":"schema"`, "id is no member that a document may lack")
		verdict, _, _ := run(line, "validate", "--as", "sheet", "--jsonl", "-")
		assert.Equal(t, strings.Replace(out, `"problems":[`, `"valid":false,"problems":[`, 1), verdict, line)
	}
	// Elsewhere it is a member that a sheet does not have.
	_, errs, _ := run(`{"id":1,`+rest+`}`, "score", "-")
	assert.Contains(t, errs, "JSON-07 /id")
	// Ids within a document are its own.
	dossier := dossierText(t, "", "")
	for _, as := range []struct{ verb, document string }{{"dossier", dossier}, {"council", `{"edition":"qd26-2026","set":13,"seats":1,"members":[{"id":"m1","answers":{}}]}`}} {
		without, _, _ := run(as.document, "validate", "--as", as.verb, "--jsonl", "-")
		assert.JSONEq(t, `{"valid":true,"problems":[]}`, without)
		with, _, _ := run(`{"id":1,`+as.document[1:], "validate", "--as", as.verb, "--jsonl", "-")
		assert.Equal(t, `{"id":1,`+without[1:], with)
	}
}

// Many ids in a line cost no more than the line's bytes.
func TestManyIDs(t *testing.T) {
	t.Parallel()
	for _, member := range []string{`"id":1,`, `"x":{"id":1},`, `"\\":1,`} {
		line := []byte("{" + strings.Repeat(member, budget.Dossier().Bytes/len(member)-1) + `"y":1}`)
		began := time.Now()
		_, _, wrong := takeID(line)
		assert.LessOrEqual(t, len(wrong), 1)
		assert.Less(t, time.Since(began), 5*time.Second, member)
	}
}

// Beside a whole reading: where takeID finds an id, the line has that one, and
// what is left is the rest of the object.
func FuzzTakeID(f *testing.F) {
	for _, seed := range []string{`{"id":1,"a":[{"id":2}]}`, `{"a":"\"","id":"x"}`, ` {"i\u0064" : "é" , "a":{}} `, `{"id":1,"id":2}`, `{"id":[1]}`, `{"a":1,"id":2,}`} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		document, id, wrong := takeID([]byte(text))
		if id != nil {
			require.True(t, jsontext.Value(id).IsValid())
			require.Empty(t, wrong)
		}
		var members map[string]json.RawMessage
		if !jsontext.Value(text).IsValid() || json.Unmarshal([]byte(text), &members) != nil {
			if id != nil {
				assert.False(t, jsontext.Value(document).IsValid(), "what was no JSON is none: %q", document)
			}
			return
		}
		had, has := members["id"]
		if len(wrong) > 0 {
			assert.True(t, has)
			return
		}
		assert.Equal(t, has, id != nil)
		assert.Equal(t, string(had), string(id))
		delete(members, "id")
		var left map[string]json.RawMessage
		if members == nil { // null
			return
		}
		require.NoError(t, json.Unmarshal(document, &left))
		assert.Equal(t, members, left)
	})
}
