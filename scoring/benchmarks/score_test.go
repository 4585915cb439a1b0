// Package benchmarks sets the library beside what else one might take for the same
// work. It is a module of its own, so that nobody who imports the project gets what
// is only compared with. The README has the table; go run ./table makes it.
package benchmarks

import (
	"encoding/json"
	"testing"

	"cel.dev/cel-go/cel"
	"github.com/expr-lang/expr"
	"github.com/expr-lang/expr/vm"
	gocvss31 "github.com/pandatix/go-cvss/31"
	gocvss40 "github.com/pandatix/go-cvss/40"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
)

// document is a sheet as it is exchanged.
type document struct {
	Edition string            `json:"edition"`
	Set     int               `json:"set"`
	Answers map[string]string `json:"answers"`
}

// documents are 200 sheets of set 13 with every criterion answered, the same ones
// that wasm/test/bench.mjs scores.
func documents() []document {
	set, _ := qd26.Edition().Set(13)
	docs := make([]document, 200)
	for n := range docs {
		docs[n] = document{"qd26-2026", 13, map[string]string{}}
		for i, c := range set.Criteria() {
			options := c.Options()
			docs[n].Answers[c.Code()] = options[(n*7+i*i)%len(options)].Code
		}
	}
	return docs
}

// sheet is what the library makes of answers in a map.
func sheet(tb testing.TB, set scoring.Set, answers map[string]string) scoring.Sheet {
	tb.Helper()
	s := set.Sheet()
	for criterion, option := range answers {
		if err := s.Answer(criterion, option); err != nil {
			tb.Fatal(err)
		}
	}
	return s
}

// formula is the sum of the points as an expression that expr and cel-go both read.
func formula() string {
	set, _ := qd26.Edition().Set(13)
	text := ""
	for i, c := range set.Criteria() {
		if i > 0 {
			text += " + "
		}
		text += `points["` + c.Code() + `"][answers["` + c.Code() + `"]]`
	}
	return text
}

func exprProgram(tb testing.TB, env map[string]any) *vm.Program {
	tb.Helper()
	program, err := expr.Compile(formula(), expr.Env(env), expr.AsInt())
	require.NoError(tb, err)
	return program
}

func celProgram(tb testing.TB) cel.Program {
	tb.Helper()
	env, err := cel.NewEnv(
		cel.Variable("points", cel.MapType(cel.StringType, cel.MapType(cel.StringType, cel.IntType))),
		cel.Variable("answers", cel.MapType(cel.StringType, cel.StringType)))
	require.NoError(tb, err)
	tree, issues := env.Compile(formula())
	require.NoError(tb, issues.Err())
	program, err := env.Program(tree)
	require.NoError(tb, err)
	return program
}

// TestPeersAgree: what is compared gives the same, or there is nothing to compare.
func TestPeersAgree(t *testing.T) {
	t.Parallel()
	set, _ := qd26.Edition().Set(13)
	p := newPortal()
	expression, inCEL := exprProgram(t, p.env(nil)), celProgram(t)
	applies := 0
	for _, doc := range documents() {
		s := sheet(t, set, doc.Answers)
		want := scoring.Score(&s)
		have := p.score(doc.Answers)
		assert.Equal(t, want.Total, have.total)
		assert.Equal(t, want.Band, have.band)
		assert.Equal(t, want.Star, have.star)
		var shortfalls []shortfall
		for s := range want.Shortfalls() {
			shortfalls = append(shortfalls, shortfall{s.Star, s.Criterion.Code(), s.Have, s.Need})
		}
		assert.Equal(t, shortfalls, have.shortfalls)

		data, err := json.Marshal(doc)
		require.NoError(t, err)
		read, err := scoring.DecodeSheet(data, qd26.Edition())
		require.NoError(t, err)
		assert.Equal(t, s, read)

		if doc.Answers["5.1"] == "a" {
			continue // the bare sum knows nothing of 5.2 that falls away
		}
		applies++
		total, err := expr.Run(expression, p.env(doc.Answers))
		require.NoError(t, err)
		assert.Equal(t, want.Total, total)
		value, _, err := inCEL.Eval(p.env(doc.Answers))
		require.NoError(t, err)
		assert.EqualValues(t, want.Total, value.Value())
	}
	assert.Greater(t, applies, 100)
}

// BenchmarkScore: answers in a map to total, star and what each star lacks.
func BenchmarkScore(b *testing.B) {
	set, _ := qd26.Edition().Set(13)
	docs, p := documents(), newPortal()
	expression, inCEL := exprProgram(b, p.env(nil)), celProgram(b)
	run(b, "ocop", func(i int) int {
		s := sheet(b, set, docs[i%200].Answers)
		r := scoring.Score(&s)
		lacks := 0
		for s := range r.Shortfalls() {
			lacks += s.Star
		}
		return r.Total + r.Star + lacks
	})
	run(b, "portal", func(i int) int {
		r := p.score(docs[i%200].Answers)
		return r.total + r.star
	})
	run(b, "expr", func(i int) int {
		total, err := expr.Run(expression, p.env(docs[i%200].Answers))
		if err != nil {
			b.Fatal(err)
		}
		return total.(int)
	})
	run(b, "cel-go", func(i int) int {
		total, _, err := inCEL.Eval(p.env(docs[i%200].Answers))
		if err != nil {
			b.Fatal(err)
		}
		return int(total.Value().(int64))
	})
}

// BenchmarkScoreValue: a value that was read before, scored again. The scores of
// CVSS are another rule of 8 and 11 metrics, without minima: the nearest relative.
func BenchmarkScoreValue(b *testing.B) {
	set, _ := qd26.Edition().Set(13)
	s := sheet(b, set, documents()[0].Answers)
	v31, err := gocvss31.ParseVector("CVSS:3.1/AV:N/AC:L/PR:L/UI:R/S:C/C:L/I:L/A:N")
	require.NoError(b, err)
	v40, err := gocvss40.ParseVector("CVSS:4.0/AV:N/AC:L/AT:N/PR:L/UI:P/VC:L/VI:L/VA:N/SC:L/SI:L/SA:N")
	require.NoError(b, err)
	run(b, "ocop", func(int) int { r := scoring.Score(&s); return r.Total + r.Star })
	run(b, "go-cvss-3.1", func(int) int { return int(v31.BaseScore()) })
	run(b, "go-cvss-4.0", func(int) int { return int(v40.Score()) })
}

// BenchmarkScoreText: a sheet as JSON text to its total and star.
func BenchmarkScoreText(b *testing.B) {
	docs, p := documents(), newPortal()
	texts := make([][]byte, len(docs))
	for i := range docs {
		text, err := json.Marshal(docs[i])
		require.NoError(b, err)
		texts[i] = text
	}
	run(b, "ocop", func(i int) int {
		s, err := scoring.DecodeSheet(texts[i%200], qd26.Edition())
		if err != nil {
			b.Fatal(err)
		}
		r := scoring.Score(&s)
		return r.Total + r.Star
	})
	run(b, "portal", func(i int) int {
		var doc document
		if err := json.Unmarshal(texts[i%200], &doc); err != nil {
			b.Fatal(err)
		}
		r := p.score(doc.Answers)
		return r.total + r.star
	})
}

// run measures one of those that are compared. What it gives is used, so that the
// work is done.
func run(b *testing.B, name string, work func(i int) int) {
	b.Helper()
	b.Run(name, func(b *testing.B) {
		b.ReportAllocs()
		sum, i := 0, 0
		for b.Loop() {
			sum += work(i)
			i++
		}
		if sum == 0 {
			b.Fatal("nothing was computed")
		}
	})
}
