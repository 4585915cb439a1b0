package problem_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/ocop-vn/ocop-go/scoring/budget"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

var advice = problem.Kind{Code: "TEST-02", Layer: problem.LayerRule, Warning: true, Message: kind.Message}

func collect(limits budget.Budget, kinds ...problem.Kind) problem.List {
	c := problem.Collect(limits)
	for _, k := range kinds {
		c.Add(k.At("/x"))
	}
	return c.List()
}

func codes(list problem.List) string {
	var b strings.Builder
	for _, p := range list {
		b.WriteString(p.Code + string(p.Severity[0]) + " ")
	}
	return strings.TrimSpace(b.String())
}

func TestCollectorKeepsToItsBudget(t *testing.T) {
	t.Parallel()
	three := budget.Budget{Problems: 3, Output: 1 << 20}
	assert.Empty(t, collect(three))
	assert.Equal(t, "TEST-01e TEST-01e TEST-01e", codes(collect(three, kind, kind, kind)), "as many as fit, and nothing is left out")
	assert.Equal(t, "TEST-01e TEST-01e TEST-01e JSON-11e", codes(collect(three, kind, kind, kind, kind)))
	assert.Equal(t, "TEST-01e TEST-01e TEST-01e JSON-11e", codes(collect(three, kind, kind, kind, kind, kind, advice)))
}

// A warning must never hide an error, or an invalid document would be valid.
func TestErrorsComeBeforeWarnings(t *testing.T) {
	t.Parallel()
	three := budget.Budget{Problems: 3, Output: 1 << 20}
	assert.Equal(t, "TEST-02w TEST-02w TEST-01e", codes(collect(three, advice, advice, kind)), "in the order found")
	assert.Equal(t, "TEST-02w TEST-02w TEST-01e JSON-11e", codes(collect(three, advice, advice, advice, advice, kind)))
	assert.Equal(t, "TEST-01e TEST-01e TEST-01e JSON-11e", codes(collect(three, advice, advice, advice, kind, kind, kind)))
	only := collect(three, advice, advice, advice, advice)
	assert.Equal(t, "TEST-02w TEST-02w TEST-02w JSON-11w", codes(only))
	assert.NoError(t, only.Err(), "more warnings than are shown are no error")
}

func TestCollectorBoundsBytes(t *testing.T) {
	t.Parallel()
	one := len(kind.At("/x").AppendJSON(nil)) + len(",")
	for _, k := range []problem.Kind{kind, advice} {
		many := make([]problem.Kind, 50)
		for i := range many {
			many[i] = k
		}
		list := collect(budget.Budget{Problems: 100, Output: 5*one + one/2}, many...)
		assert.Len(t, list, 6)
		assert.Equal(t, "JSON-11", list[5].Code)
		assert.Contains(t, list[5].Message.En, "the first 5.")
	}
	mixed := collect(budget.Budget{Problems: 100, Output: 3*one + one/2}, advice, advice, kind, kind)
	assert.Equal(t, "TEST-02w TEST-01e TEST-01e JSON-11e", codes(mixed))
}

func TestCollectorTakesWhatAnotherGathered(t *testing.T) {
	t.Parallel()
	first := collect(budget.Budget{Problems: 1, Output: 1 << 20}, kind, kind)
	c := problem.Collect(budget.Budget{Problems: 9, Output: 1 << 20})
	c.AddAll(first)
	assert.False(t, c.Full())
	c.Add(kind.At(""))
	assert.Equal(t, "TEST-01e TEST-01e JSON-11e", codes(c.List()), "what was left out once stays told, at the end")
}

func TestFull(t *testing.T) {
	t.Parallel()
	c := problem.Collect(budget.Budget{Problems: 1, Output: 1 << 20})
	c.Add(advice.At(""))
	c.Add(advice.At(""))
	assert.False(t, c.Full(), "an error still fits")
	c.Add(kind.At(""))
	assert.False(t, c.Full(), "that there is one more is not known")
	c.Add(kind.At(""))
	assert.True(t, c.Full())
	assert.Equal(t, 2, c.Len())
}

func TestPointer(t *testing.T) {
	t.Parallel()
	assert.Equal(t, "/a/b~1c~0d", problem.Pointer("/a", "b/c~d"))
	assert.Equal(t, "/"+strings.Repeat("x", 80), problem.Pointer("", strings.Repeat("x", 80)))
	assert.Equal(t, "/"+strings.Repeat("x", 80)+"…", problem.Pointer("", strings.Repeat("x", 81)))
	assert.Equal(t, strings.Repeat("ắ", 26)+"…", problem.Shorten(strings.Repeat("ắ", 100)), "whole characters")
}

// The budget of bytes is that of the list as JSON, its commas among them: what
// fits to the last byte is told, and one byte more is not.
func TestBytesThatJustFit(t *testing.T) {
	t.Parallel()
	one := len(kind.At("/x").AppendJSON(nil))
	warning := len(advice.At("/x").AppendJSON(nil))
	budgetOf := func(bytes int) budget.Budget { return budget.Budget{Problems: 100, Output: bytes} }
	assert.Equal(t, "TEST-01e", codes(collect(budgetOf(one), kind)))
	assert.Equal(t, "JSON-11e", codes(collect(budgetOf(one-1), kind)), "an error is an error though it does not fit")
	assert.Equal(t, "JSON-11w", codes(collect(budgetOf(warning-1), advice)))
	assert.Equal(t, "TEST-01e TEST-01e TEST-01e", codes(collect(budgetOf(3*one+2), kind, kind, kind)))
	assert.Equal(t, "TEST-01e TEST-01e JSON-11e", codes(collect(budgetOf(3*one+1), kind, kind, kind)))
	both := one + 1 + warning
	assert.Equal(t, "TEST-02w TEST-01e", codes(collect(budgetOf(both), advice, kind)))
	assert.Equal(t, "TEST-01e JSON-11e", codes(collect(budgetOf(both-1), advice, kind)))
	little := problem.Kind{Code: "TEST-03", Layer: problem.LayerRule}
	assert.Equal(t, "TEST-01e JSON-11e", codes(collect(budgetOf(2*one), kind, kind, little)), "after the first that does not fit nothing is taken")
	long := problem.Kind{Code: "TEST-04", Layer: problem.LayerRule, Message: lang.Text{Vi: strings.Repeat("x", 200)}}
	assert.Equal(t, "TEST-01e TEST-02w JSON-11e", codes(collect(budgetOf(one+1+warning), kind, advice, advice, long)), "what errors leave is for warnings")
}

func TestMore(t *testing.T) {
	t.Parallel()
	c := problem.Collect(budget.Budget{Problems: 2, Output: 1 << 20})
	for _, k := range []problem.Kind{advice, kind, kind} {
		c.Add(k.At(""))
		assert.False(t, c.More())
	}
	assert.Equal(t, 3, c.Len())
	assert.Equal(t, "TEST-01e TEST-01e JSON-11e", codes(c.List()), "the warning gives way")
	assert.True(t, c.More())
	c = problem.Collect(budget.Budget{Problems: 2, Output: 1 << 20})
	c.Add(kind.At(""))
	c.Add(problem.Kinds()[0].At("", problem.Param{Name: "limit", Value: "1"}))
	assert.True(t, c.More(), "what another left out")
	assert.Equal(t, 1, c.Len())
	var zero problem.Collector
	zero.Add(kind.At(""))
	assert.True(t, zero.Full())
	assert.Zero(t, zero.Len())
}
