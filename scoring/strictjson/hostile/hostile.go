// Package hostile makes documents that try to cost more than they weigh, and
// measures what a door makes of them. It is for tests: of every door, its time,
// its memory and its answer must grow with the bytes of the document and no
// faster, whatever the document is (package budget).
package hostile

import (
	"bytes"
	"iter"
	"math/rand/v2"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"
)

// Template tells how the documents of a door look, so that hostile ones get past
// its first checks.
type Template struct {
	Head string // an object's beginning with what is needed, such as {"edition":"qd26-2026","set":13
	Map  string // the way to an object whose names are data, such as answers or report/claims
	List string // the way to a list, such as gates or council/members
	Item string // an item of that list, "x" if not given
}

// Documents goes through the hostile shapes, each with a document of about size bytes.
func Documents(t Template, size int) iter.Seq2[string, []byte] {
	return func(yield func(string, []byte) bool) {
		for _, s := range shapes {
			if !yield(s.name, s.document(t, size)) {
				return
			}
		}
	}
}

type shape struct {
	name     string
	document func(t Template, size int) []byte
}

var shapes = []shape{
	{"deep lists", func(t Template, n int) []byte { return t.member(`"x":` + nested("[", "]", n)) }},
	{"deep objects", func(t Template, n int) []byte { return t.member(`"x":` + nested(`{"a":`, "}", n/6)) }},
	{"deep after a duplicate", func(t Template, n int) []byte {
		return t.member(`"edition":"x","edition":"qd26-2026","x":` + nested("[", "]", n))
	}},
	{"as deep as allowed, many times", func(t Template, n int) []byte {
		return t.member(`"x":[` + fill(n, func(int) string { return nested("[", "]", 20) }) + `]`)
	}},
	{"wide", func(t Template, n int) []byte { return t.member(fill(n, unknown)) }},
	{"wide in what is skipped", func(t Template, n int) []byte { return t.member(`"x":{` + fill(n, unknown) + `}`) }},
	{"wide after a duplicate", func(t Template, n int) []byte {
		return t.member(`"edition":"x","edition":"qd26-2026","x":{` + fill(n, unknown) + `}`)
	}},
	{"one name many times", func(t Template, n int) []byte { return t.member(fill(n, func(int) string { return `"set":13` })) }},
	{"one object many times", func(t Template, n int) []byte {
		return t.member(fill(n, func(i int) string { return t.at(t.Map, `{"`+strconv.Itoa(i)+`":[]}`) }))
	}},
	{"edition and set in turn", func(t Template, n int) []byte {
		return t.member(t.at(t.Map, `{"1.1":0}`) + `,` + fill(n, func(i int) string { return `"set":` + strconv.Itoa(1+i%26) + `,"edition":"qd26-2026"` }))
	}},
	{"names that are data", func(t Template, n int) []byte { return t.member(t.at(t.Map, `{`+fill(n, unknown)+`}`)) }},
	{"one of them many times", func(t Template, n int) []byte {
		return t.member(t.at(t.Map, `{`+fill(n, func(int) string { return `"1.1":"z"` })+`}`))
	}},
	{"a long name with much wrong under it", func(t Template, n int) []byte {
		return t.member(t.at(t.Map, `{"`+strings.Repeat("k", n/2)+`":{`+fill(n/2, unknown)+`}}`))
	}},
	{"long names", func(t Template, n int) []byte {
		return t.member(t.at(t.Map, `{`+fill(n, func(i int) string { return `"` + strings.Repeat("/", max(n/100, 1)) + strconv.Itoa(i) + `":null` })+`}`))
	}},
	{"a long list", func(t Template, n int) []byte {
		item := t.Item
		if item == "" {
			item = `"x"`
		}
		return t.member(t.at(t.List, `[`+fill(n, func(int) string { return item })+`]`))
	}},
	{"a list of the wrong type", func(t Template, n int) []byte {
		return t.member(t.at(t.List, `[`+fill(n, func(int) string { return `0` })+`]`))
	}},
	{"a long string", func(t Template, n int) []byte {
		return t.member(t.at(t.Map, `{"1.1":"`+strings.Repeat("ắ", n/3)+`"}`))
	}},
	{"control characters", func(t Template, n int) []byte {
		return t.member(t.at(t.Map, `{`+fill(n, func(i int) string {
			return `"\u0001\u202e` + strconv.Itoa(i) + `":"` + strings.Repeat(`\u0000`, 20) + `"`
		})+`}`))
	}},
	{"combining marks", func(t Template, n int) []byte {
		return t.member(t.at(t.Map, `{"e`+strings.Repeat("\u0301\u0323", n/8)+`":"e`+strings.Repeat("\u0323\u0302", n/8)+`"}`))
	}},
	{"a long number", func(t Template, n int) []byte {
		return t.member(`"set":1` + strings.Repeat("0", n) + `e-` + strconv.Itoa(n))
	}},
	{"white space", func(t Template, n int) []byte { return t.member(strings.Repeat(" ", n) + `"x":0`) }},
	{"broken off", func(t Template, n int) []byte {
		return []byte(t.Head + `,"x":[` + fill(n, func(int) string { return `{"a":[0` }))
	}},
	{"not UTF-8 at the end", func(t Template, n int) []byte { return append(t.member(`"x":"`+strings.Repeat("x", n)+`"`), 0xff) }},
	{"much after the end", func(t Template, n int) []byte { return append(t.member(`"x":0`), strings.Repeat("{}", n/2)...) }},
}

// member is the document with further members.
func (t Template) member(text string) []byte { return []byte(t.Head + `,` + text + `}`) }

// at is a member with a value at the end of a way.
func (t Template) at(way, value string) string {
	names := strings.Split(way, "/")
	for i := len(names) - 1; i > 0; i-- {
		value = `{"` + names[i] + `":` + value + `}`
	}
	return `"` + names[0] + `":` + value
}

func nested(open, end string, levels int) string {
	return strings.Repeat(open, levels) + "0" + strings.Repeat(end, levels)
}

// fill repeats an item, commas between, up to about n bytes.
func fill(n int, item func(i int) string) string {
	var b strings.Builder
	for i := 0; b.Len() < n; i++ {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(item(i))
	}
	return b.String()
}

func unknown(i int) string { return `"` + strconv.Itoa(i) + `":0` }

// Mix is a document of one shape or of another, or two spliced, as a seed has it.
func Mix(t Template, size int, seed uint64) []byte {
	r := rand.New(rand.NewPCG(seed, 1)) //nolint:gosec // to be repeated, not to be secret
	first := shapes[r.IntN(len(shapes))].document(t, size)
	if r.IntN(2) == 0 {
		return first
	}
	second := shapes[r.IntN(len(shapes))].document(t, size)
	cut := r.IntN(len(first) + 1)
	return append(bytes.Clone(first[:cut]), second[min(cut, len(second)):]...)
}

// Cost is what a door made of a document.
type Cost struct {
	Time   time.Duration
	Alloc  uint64 // bytes allocated in all
	Output int    // bytes of the answer
}

// Measure tells what a door costs.
func Measure(document []byte, door func([]byte) []byte) Cost {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	begin := time.Now()
	out := door(document)
	took := time.Since(begin)
	runtime.ReadMemStats(&after)
	return Cost{Time: took, Alloc: after.TotalAlloc - before.TotalAlloc, Output: len(out)}
}

// Ceiling is the most that a document may cost: so much for any, and so much for
// each of its bytes.
type Ceiling struct{ Fixed, PerByte Cost }

// Ceilings of every door. What is allocated for each byte is mostly the values
// read; the fixed part is mostly problems, of which a budget has at most 1,000.
// Time is bounded widely, a hundredfold what is seen, as a busy machine may let a
// test wait; a pass within a pass over a large document takes longer still.
func Ceilings() Ceiling {
	return Ceiling{
		Fixed:   Cost{Time: 3 * time.Second, Alloc: 12 << 20, Output: 1<<20 + 1<<16},
		PerByte: Cost{Time: 3 * time.Microsecond, Alloc: 64, Output: 1},
	}
}

// of is the most that a document of n bytes may cost.
func (c Ceiling) of(n int) Cost {
	return Cost{
		Time:   c.Fixed.Time + time.Duration(n)*c.PerByte.Time,
		Alloc:  c.Fixed.Alloc + uint64(n)*c.PerByte.Alloc, //nolint:gosec // not negative
		Output: c.Fixed.Output + n*c.PerByte.Output,
	}
}

// Check fails a test in which a door costs more than the ceiling. What costs too
// much is measured three times, as others use the machine too.
func (c Ceiling) Check(t testing.TB, document []byte, door func([]byte) []byte) Cost {
	t.Helper()
	most := c.of(len(document))
	var cost Cost
	for range 3 {
		if cost = Measure(document, door); cost.Time <= most.Time && cost.Alloc <= most.Alloc && cost.Output <= most.Output {
			return cost
		}
	}
	t.Errorf("%d bytes cost %+v, more than %+v: %.120q", len(document), cost, most, document)
	return cost
}
