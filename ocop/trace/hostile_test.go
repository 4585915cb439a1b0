package trace_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/ocop/trace"
	"github.com/ocop-vn/ocop-go/scoring/budget"
)

// epc is the n-th of many lots of one product.
func epc(n int) string { return fmt.Sprintf("https://id.gs1.org/01/08938500000034/10/%d", n) }

// event is an event by hand, n seconds into a day.
func event(kind string, n int) trace.Event {
	at := time.Date(2026, time.August, 1, 0, 0, n, 0, time.UTC).Format(time.RFC3339)
	return trace.Event{Type: kind, Time: at, Offset: "+00:00", ID: fmt.Sprintf("urn:x:%d", n), ReadPoint: &trace.Site{ID: "geo:1,2"}}
}

func making(n int, to string, from ...string) trace.Event {
	e := event(trace.TransformationEvent, n)
	e.OutputQuantities = []trace.Quantity{{Class: to}}
	for _, in := range from {
		e.InputQuantities = append(e.InputQuantities, trace.Quantity{Class: in})
	}
	return e
}

func shipping(n int, epcs ...string) trace.Event {
	e := event(trace.ObjectEvent, n)
	e.Action, e.Step = "OBSERVE", "shipping"
	for _, epc := range epcs {
		e.Quantities = append(e.Quantities, trace.Quantity{Class: epc})
	}
	return e
}

func packing(n int, parent string, children ...string) trace.Event {
	e := event(trace.AggregationEvent, n)
	e.Action, e.Step, e.Parent, e.Children = "ADD", "packing", parent, children
	return e
}

// size is how large a hostile document is; less where many runs of a test are to come.
func size(n int) int {
	if testing.Short() {
		return n / 100
	}
	return n
}

// deep is a chain of n lots, each made of the one before, of which the last is shipped.
func deep(n int) trace.Document {
	var d trace.Document
	for i := range n {
		d.Events = append(d.Events, making(i, epc(i+1), epc(i)))
	}
	d.Events = append(d.Events, shipping(n, epc(n)))
	return d
}

func TestADeepChain(t *testing.T) {
	t.Parallel()
	n := size(100_000)
	report := trace.Trace(deep(n))
	require.Len(t, report.Lots, 1)
	assert.Len(t, report.Lots[0].Made, n)
	assert.Len(t, report.Lots[0].From, n)
	assert.False(t, report.Lots[0].Complete)
	d := deep(n)
	d.Events = append(d.Events, making(n+1, epc(0), epc(n)))
	report = trace.Trace(d)
	assert.Len(t, report.Problems.Of("TRACE-20"), 1)
	assert.Len(t, report.Problems.Of("TRACE-22"), 1, "a loop of all of them")
}

// Where each lot of a long chain is shipped, telling all chains would take the square
// of its length.
func TestTooMuchToTell(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("it takes much to be too much")
	}
	d := deep(10_000)
	for i := range 10_000 {
		d.Events = append(d.Events, shipping(20_000+i, epc(i)))
	}
	report := trace.Trace(d)
	assert.Empty(t, report.Lots, "no half of a result")
	assert.Len(t, report.Problems.Of("TRACE-29"), 1)
}

// Where 500 events make one transformation, each of its 1,000 lots was made by all:
// half a million lines. Where what it was made of went is one more.
func TestTooMuchToFollow(t *testing.T) {
	t.Parallel()
	var joined trace.Document
	for i := range 500 {
		e := making(i, epc(2*i+1), epc(0))
		e.OutputQuantities = append(e.OutputQuantities, trace.Quantity{Class: epc(2*i + 2)})
		e.Transformation = "urn:x:all"
		joined.Events = append(joined.Events, e)
	}
	key, err := trace.Parse(epc(0))
	require.NoError(t, err)
	assert.Len(t, forward(t, key, joined), 1001)
	reached, problems := trace.Forward(key, joined, trace.Document{Events: []trace.Event{shipping(500, epc(0))}})
	assert.Empty(t, reached, "no half of a result")
	assert.Equal(t, "TRACE-29", codes(problems))
}

// These would take the square of their size, and so for ever, of a program that is
// not careful.
func TestHostileShapesTakeLittleTime(t *testing.T) {
	t.Parallel()
	n := size(10_000)
	many := make([]string, n)
	for i := range many {
		many[i] = epc(i)
	}
	sscc := func(i int) string { return fmt.Sprintf("urn:epc:id:sscc:0614141.%010d", i) }
	wide := making(1, epc(n), many...)
	for _, epc := range many {
		wide.OutputQuantities = append(wide.OutputQuantities, trace.Quantity{Class: epc})
	}
	pallets := func(each func(i int) []trace.Event) (d trace.Document) {
		for i := range n {
			d.Events = append(d.Events, each(i)...)
		}
		return d
	}
	joined := pallets(func(i int) []trace.Event {
		e := making(i, epc(i+1), epc(i))
		e.Transformation = "urn:x:all"
		return []trace.Event{e, shipping(n+i, epc(i))}
	})
	unpack := packing(3*n, sscc(1))
	unpack.Action = "DELETE"
	for name, d := range map[string]trace.Document{
		"all of all":                 {Events: []trace.Event{wide, shipping(2, many...)}},
		"one transformation of many": joined,
		"one pallet shipped often": pallets(func(i int) []trace.Event {
			return []trace.Event{packing(2*i, sscc(1), fmt.Sprintf("urn:epc:id:sgtin:0614141.107346.%d", i)), shipped(2*i+1, sscc(1))}
		}),
		"pallets in pallets": pallets(func(i int) []trace.Event { return []trace.Event{packing(i, sscc(i+1), sscc(i))} }),
		"one lot on many":    pallets(func(i int) []trace.Event { return []trace.Event{lotOn(2*i, sscc(i), epc(1)), shipped(2*i+1, sscc(i))} }),
		"one lot moved about": pallets(func(i int) []trace.Event {
			return []trace.Event{packing(2*i, sscc(i%7), sscc(9)), packing(2*i+1, sscc(9), sscc(10+i%5))}
		}),
	} {
		d.Events = append(d.Events, unpack)
		report := trace.Trace(d)
		report.AppendJSON(nil)
		assert.LessOrEqual(t, len(report.Problems), budget.Trace().Problems+1, name)
	}
}

func shipped(n int, sscc string) trace.Event {
	e := shipping(n)
	e.EPCs = []string{sscc}
	return e
}

func lotOn(n int, sscc, epc string) trace.Event {
	e := packing(n, sscc)
	e.ChildQuantities = []trace.Quantity{{Class: epc}}
	return e
}

func TestADocumentOverItsBudget(t *testing.T) {
	t.Parallel()
	_, problems := trace.Read([]byte(strings.Repeat(" ", budget.Trace().Bytes+1)))
	assert.Equal(t, "JSON-04", codes(problems))
}

func BenchmarkRead(b *testing.B) {
	document := deep(10_000)
	document.Form = trace.EPCISDocument
	data := document.AppendJSON(nil)
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		_, problems := trace.Read(data)
		require.Empty(b, problems)
	}
}

func BenchmarkTrace(b *testing.B) {
	for _, n := range []int{1_000, 10_000, 100_000} {
		document := deep(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				trace.Trace(document)
			}
		})
	}
}
