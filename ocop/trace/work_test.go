package trace

import (
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// happened is the n-th event of a document.
func happened(n int, e Event) Event {
	e.Time = time.Date(2026, time.August, 1, 0, 0, n, 0, time.UTC).Format(time.RFC3339)
	e.ID, e.ReadPoint = fmt.Sprintf("urn:x:%d", n), &Site{ID: "geo:1,2"}
	return e
}

// lotsFrom are n lots of one product.
func lotsFrom(first, n int) []Quantity {
	list := make([]Quantity, n)
	for i := range list {
		list[i].Class = fmt.Sprintf("https://id.gs1.org/01/08938500000034/10/%d", first+i)
	}
	return list
}

const crate, ship = "urn:epc:id:sscc:0614141.1234567890", "shipping"

// Whatever is gone through counts as work, so that the limit of work is one of time.
func TestWhatIsGoneThroughIsWork(t *testing.T) {
	t.Parallel()
	const n = 1000
	one := lotsFrom(0, 1)
	shipped := happened(n+1, Event{Type: ObjectEvent, Action: "OBSERVE", Step: ship, Quantities: one})
	left := happened(n+1, Event{Type: ObjectEvent, Action: "OBSERVE", Step: ship, EPCs: []string{crate}})
	each := func(of func(i int) Event, last Event) (events []Event) {
		for i := range n {
			events = append(events, happened(i, of(i)))
		}
		return append(events, last)
	}
	for name, events := range map[string][]Event{
		"what it was made of": {happened(0, Event{Type: TransformationEvent, InputQuantities: lotsFrom(1, n), OutputQuantities: one}), shipped},
		"what was made of it": {happened(0, Event{Type: TransformationEvent, InputQuantities: one, OutputQuantities: lotsFrom(1, n)}), shipped},
		"where it went":       each(func(int) Event { return Event{Type: ObjectEvent, Action: "OBSERVE", Quantities: one} }, shipped),
		"how it was made": each(func(int) Event {
			return Event{Type: TransformationEvent, Transformation: "urn:x:t", OutputQuantities: one}
		}, shipped),
		"what it was packed in": each(func(i int) Event {
			return Event{Type: AggregationEvent, Action: "ADD", Parent: fmt.Sprintf("urn:epc:id:sscc:0614141.%010d", i), ChildQuantities: one}
		}, shipped),
		"where its crate went": append([]Event{happened(0, Event{Type: AggregationEvent, Action: "ADD", Parent: crate, ChildQuantities: one})},
			each(func(int) Event { return Event{Type: ObjectEvent, Action: "OBSERVE", EPCs: []string{crate}} }, left)...),
	} {
		tr := gather([]Document{{Events: events}})
		_, ok := tr.lots()
		assert.True(t, ok, name)
		least := n
		switch name { // the goods, and what they are packed in
		case "what it was packed in":
			least = 4 * n // the lot, its packings, and the events of each crate, for the lot and for itself
		case "where its crate went":
			least = 2 * n
		}
		assert.GreaterOrEqual(t, tr.work, least, name)
		assert.Less(t, tr.work, 10*n, name)
	}
}

// Beyond the limit of work there are no lots, and no half of one.
func TestWorkHasALimit(t *testing.T) {
	t.Parallel()
	docs := []Document{{Events: []Event{
		happened(0, Event{Type: TransformationEvent, InputQuantities: lotsFrom(1, 1), OutputQuantities: lotsFrom(0, 1)}),
		happened(1, Event{Type: ObjectEvent, Action: "OBSERVE", Step: ship, Quantities: lotsFrom(0, 1)}),
	}}}
	tr := gather(docs)
	list, ok := tr.lots()
	require.True(t, ok)
	assert.Len(t, list, 1)
	needed := tr.work
	for over := range needed + 1 {
		tr := gather(docs)
		tr.work = maxWork - needed + over
		_, ok := tr.lots()
		assert.Equal(t, over == 0, ok, "%d over", over)
	}
	for over := range 2 { // of goods of which one lot was made
		tr := gather(docs)
		tr.work = maxWork - 2 + over
		_, problems := tr.forward(Key{GTIN: "08938500000034", Lot: "1"})
		assert.Equal(t, over == 0, problems == nil, "%d over", over)
	}
}

// Half a million lines are told of all lots together, and not one more; that they are
// too many is told first, however much else is wrong.
func TestLinesHaveALimit(t *testing.T) {
	t.Parallel()
	// Each of 500 lots is in 998 others, and was shipped; another was made of 498, in one
	// event, and shipped: 500·998 + 500 and 498 + 1 + 1 lines.
	for more, want := range []bool{true, false} {
		report := Trace(Document{Events: []Event{
			happened(0, Event{Type: TransformationEvent, InputQuantities: lotsFrom(0, 500), OutputQuantities: lotsFrom(500, 998)}),
			happened(1, Event{Type: TransformationEvent, InputQuantities: lotsFrom(2000, 498), OutputQuantities: lotsFrom(3000, 1)}),
			happened(2, Event{Type: ObjectEvent, Action: "OBSERVE", Step: ship, Quantities: append(lotsFrom(0, 500), lotsFrom(3000, 1)...)}),
			happened(3, Event{Type: ObjectEvent, Action: "OBSERVE", Step: ship, Quantities: lotsFrom(10_000, more)}),
		}})
		assert.Equal(t, want, len(report.Lots) == 501)
		assert.Equal(t, want, report.Lots != nil)
		assert.Equal(t, want, report.Problems[0].Code != "TRACE-29")
		assert.Greater(t, len(report.Problems), 1)
	}
}

// What befell goods on their way is among these lines, though it befell their pallet.
func TestStepsHaveALimit(t *testing.T) {
	t.Parallel()
	for times, want := range map[int]bool{498: true, 499: false} { // each of 1,000 was packed, so often seen, and shipped
		events := []Event{happened(0, Event{Type: AggregationEvent, Action: "ADD", Parent: crate, ChildQuantities: lotsFrom(0, 1000)})}
		for i := range times {
			events = append(events, happened(1+i, Event{Type: ObjectEvent, Action: "OBSERVE", EPCs: []string{crate}}))
		}
		events = append(events, happened(1+times, Event{Type: ObjectEvent, Action: "OBSERVE", Step: ship, EPCs: []string{crate}}))
		report := Trace(Document{Events: events})
		assert.Equal(t, want, len(report.Lots) == 1000, times)
		assert.Equal(t, want, report.Problems[0].Code != "TRACE-29", times)
	}
}
