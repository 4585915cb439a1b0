package trace_test

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/ocop/trace"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
)

// printed is the decision's transcription, beside the project.
const printed = "../../../shared/law/qd26-2026/rubrics.json"

// asking are the options of the decision that speak of tracing, as set/criterion:option.
func asking(t *testing.T) map[string]bool {
	t.Helper()
	data, err := os.ReadFile(printed)
	if os.Getenv("OCOP_LAW") == "absent" && os.IsNotExist(err) {
		t.Skip("the transcription of the decision is not here")
	}
	require.NoError(t, err)
	type criterion struct {
		Code    string
		Options []struct{ Code, Text string }
	}
	var rubrics struct {
		Sets []json.RawMessage
	}
	require.NoError(t, json.Unmarshal(data, &rubrics))
	found := map[string]bool{}
	for i, set := range rubrics.Sets {
		var walk func(value any)
		walk = func(value any) {
			switch v := value.(type) {
			case map[string]any:
				if _, is := v["options"]; is {
					var c criterion
					text, _ := json.Marshal(v)
					require.NoError(t, json.Unmarshal(text, &c))
					for _, o := range c.Options {
						if strings.Contains(o.Text, "truy xuất") {
							found[place(i+1, c.Code, o.Code)] = true
						}
					}
				}
				for _, member := range v {
					walk(member)
				}
			case []any:
				for _, item := range v {
					walk(item)
				}
			}
		}
		var value any
		require.NoError(t, json.Unmarshal(set, &value))
		walk(value)
	}
	return found
}

func place(set int, criterion, option string) string {
	text, _ := json.Marshal([]any{set, criterion, option})
	return string(text)
}

// A set that asks for no traceability is told apart from one that was not asked about.
func TestASetWithoutLevels(t *testing.T) {
	t.Parallel()
	tourism, ok := qd26.Edition().Set(26)
	require.True(t, ok)
	var report trace.Report
	assert.NotContains(t, string(report.AppendJSON(nil)), "levels")
	report.Levels = trace.Levels(tourism, &report)
	assert.Contains(t, string(report.AppendJSON(nil)), `"levels":[]`)
}

// The levels of all 26 sets are the options that the decision itself words so.
func TestLevelsAreThoseOfTheDecision(t *testing.T) {
	t.Parallel()
	want := asking(t)
	require.Len(t, want, 54)
	got := map[string]bool{}
	for _, set := range qd26.Edition().Sets() {
		for _, level := range trace.Levels(set, &trace.Report{}) {
			got[place(set.No(), level.Criterion, level.Option)] = true
			assert.False(t, level.Borne, "nothing was shipped")
			assert.Equal(t, "No finished lot was shipped yet.", level.Why.En)
		}
	}
	assert.Equal(t, want, got)
	assert.Nil(t, trace.Levels(scoring.Set{}, &trace.Report{}))
}

func TestLevelsThatEventsBearOut(t *testing.T) {
	t.Parallel()
	set, ok := qd26.Edition().Set(24) // its quality control is tied to traceability
	require.True(t, ok)
	story := full
	story.Story = "https://example.vn/chuyen"
	unfinished := full
	unfinished.Picture = ""
	borne := func(tell func(b *trace.Builder)) map[qd26.Traceability]bool {
		report := told(t, tell)
		list := map[qd26.Traceability]bool{}
		for _, level := range trace.Levels(set, &report) {
			list[level.Asks] = level.Borne
			assert.NotEmpty(t, level.Why.Vi)
			assert.NotEmpty(t, level.Why.En)
		}
		return list
	}
	sold := func(content trace.Content, lot string) func(b *trace.Builder) {
		return func(b *trace.Builder) {
			b.Harvest(on(1, mill), content, kg(lot, 5))
			b.Sell(on(2, mill), kg(lot, 5))
		}
	}
	assert.Equal(t, map[qd26.Traceability]bool{"code": true, "chain": true, "story": true}, borne(sold(story, "A1")))
	assert.Equal(t, map[qd26.Traceability]bool{"code": true, "chain": true, "story": false}, borne(sold(full, "A1")))
	assert.Equal(t, map[qd26.Traceability]bool{"code": false, "chain": false, "story": false}, borne(sold(unfinished, "A1")))
	assert.Equal(t, map[qd26.Traceability]bool{"code": true, "chain": false, "story": true}, borne(func(b *trace.Builder) {
		sold(story, "A1")(b)
		sold(unfinished, "B1")(b)
	}), "one lot of two")
	open := func(b *trace.Builder) {
		b.Make(on(1, mill), items(kg("Q1", 0)), items(kg("D1", 5)), story)
		b.Sell(on(2, mill), kg("D1", 5))
	}
	assert.Equal(t, map[qd26.Traceability]bool{"code": false, "chain": false, "story": false}, borne(open), "nothing says where it is from")
	assert.Equal(t, map[qd26.Traceability]bool{"code": true, "chain": false, "story": true}, borne(func(b *trace.Builder) {
		sold(story, "A1")(b)
		open(b)
	}), "one of two, without an error")
	assert.Equal(t, map[qd26.Traceability]bool{"code": true, "chain": false, "story": true}, borne(func(b *trace.Builder) {
		sold(story, "A1")(b)
		b.Make(on(3, mill), items(kg("B1", 1)), items(kg("B1", 1)), full)
	}), "an error elsewhere")
	assert.Equal(t, map[qd26.Traceability]bool{"code": true, "chain": true, "story": false}, borne(chain), "of what was made into something else nothing is asked")
	lasting := story
	lasting.BestBefore = civil.Date{}
	assert.Equal(t, map[qd26.Traceability]bool{"code": true, "chain": true, "story": true}, borne(sold(lasting, "A1")), "it does not spoil")
}
