package trace_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/ocop/trace"
)

// paths are the codes of problems and the events that they are of.
func paths(report *trace.Report) string {
	var list []string
	for _, p := range report.Problems {
		list = append(list, p.Code+"@"+p.Path[strings.LastIndex(p.Path, "/")+1:])
	}
	return strings.Join(list, " ")
}

// Goods go from where they are: used, shipped or sold; they come by being received
// alone. What was seen of one measure says nothing of another.
func TestGoodsThatLeaveAndCome(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		tell func(b *trace.Builder)
		want string
	}{
		"sold twice": {func(b *trace.Builder) {
			b.Harvest(on(1, shop), full, kg("A1", 10))
			b.Sell(on(2, shop), kg("A1", 6))
			b.Sell(on(3, shop), kg("A1", 6))
		}, "TRACE-34@2"},
		"looked at in between": {func(b *trace.Builder) {
			b.Harvest(on(1, mill), full, kg("A1", 10))
			b.Ship(on(2, mill), shop, kg("A1", 10))
			b.Observe(on(3, mill), kg("A1", 10))
			b.Ship(on(4, mill), shop, kg("A1", 10))
		}, "TRACE-34@3"},
		"used and seen in pieces": {func(b *trace.Builder) {
			b.Observe(on(1, mill), of("A1", 5, "H87"))
			b.Observe(on(2, mill), kg("A1", 10))
			b.Make(on(3, mill), items(of("A1", 6, "H87")), items(kg("C1", 1)), full)
		}, "TRACE-21@2"},
		"came before it was shipped, and again": {func(b *trace.Builder) {
			b.Receive(on(1, mill), farm, kg("A1", 1))
			b.Ship(on(2, mill), shop, kg("A1", 1))
			b.Receive(on(3, shop), mill, kg("A1", 1))
		}, "TRACE-24@0 TRACE-23@1"},
	} {
		report := told(t, c.tell)
		assert.Equal(t, c.want, paths(&report), name)
	}
	twice := shipping(1, epc(1), epc(1))
	report := trace.Trace(trace.Document{Events: []trace.Event{twice}})
	require.Len(t, report.Lots, 1)
	assert.Len(t, report.Lots[0].Went, 1, "an event that names goods twice befell them once")
}

// What is told once is told at the event with which it came to be wrong.
func TestWhereItWentWrong(t *testing.T) {
	t.Parallel()
	use := func(b *trace.Builder, day, amount int) {
		b.Make(on(day, mill), items(kg("Q1", 1), kg("A1", amount)), items(kg(fmt.Sprintf("C%d", day), 1)), full)
	}
	report := told(t, func(b *trace.Builder) {
		b.Harvest(on(1, farm), full, kg("A1", 10))
		use(b, 2, 10)
		use(b, 3, 1)
		use(b, 4, 1)
	})
	assert.Equal(t, "TRACE-21@2", paths(&report))
	assert.Contains(t, report.Problems[0].Message.En, "12 kg were used")

	report = told(t, func(b *trace.Builder) {
		b.Make(on(1, mill), items(kg("Q1", 1)), items(kg("B1", 1)), full)
		b.Make(on(2, mill), items(kg("A1", 1)), items(kg("C1", 1)), full)
		b.Harvest(on(3, farm), full, kg("A1", 1))
		b.Harvest(on(4, farm), full, kg("A1", 1))
		b.Make(on(5, mill), items(kg("A1", 1)), items(kg("D1", 1)), full)
	})
	assert.Equal(t, "TRACE-20@1", paths(&report), "the first use, before the first making")
	assert.Contains(t, report.Problems[0].Message.En, "2026-08-03")

	report = told(t, func(b *trace.Builder) {
		b.Make(on(1, mill), items(kg("A1", 1)), items(kg("C1", 1)), full)
		b.Observe(on(2, mill), kg("A1", 1))
		b.Harvest(on(3, farm), full, kg("A1", 2))
		b.Make(on(4, mill), items(kg("A1", 1)), items(kg("C1", 1)), full)
	})
	assert.Equal(t, "TRACE-20@0", paths(&report), "told once, though it was seen too early as well")

	report = told(t, func(b *trace.Builder) {
		b.Harvest(on(1, farm), full, kg("A1", 1))
		b.Make(on(2, mill), items(kg("A1", 1)), items(kg("C1", 1)), full)
		b.Harvest(on(3, farm), full, kg("A1", 1))
	})
	assert.Empty(t, report.Problems, "it was used after it was made the first time")

	report = told(t, func(b *trace.Builder) {
		b.Harvest(on(1, farm), full, kg("A1", 10), kg("B1", 10))
		b.Make(on(2, mill), items(kg("A1", 6), kg("B1", 11)), items(kg("C1", 1)), full)
		b.Make(on(3, mill), items(kg("A1", 5)), items(kg("C2", 1)), full)
	})
	assert.Equal(t, "TRACE-21@1 TRACE-21@2", paths(&report), "each where it became too much")
	report = told(t, func(b *trace.Builder) {
		b.Harvest(on(1, farm), full, kg("A1", 1))
		b.Make(on(2, mill), items(of("A1", 5000, "H87")), items(kg("C1", 1)), full)
		b.Make(on(3, mill), items(kg("A1", 2)), items(kg("C2", 1)), full)
	})
	assert.Equal(t, "TRACE-21@2", paths(&report), "pieces are no kilograms")

	report = told(t, func(b *trace.Builder) {
		for i, lot := range []string{"A1", "B1", "C1", "D1", "E1", "F1"} {
			b.Harvest(on(1+i, mill), full, kg(lot, 1))
		}
		for _, lot := range []string{"D1", "B1", "F1", "A1", "C1", "E1"} {
			b.Ship(on(20, mill), shop, kg(lot, 2))
		}
	})
	assert.Equal(t, "TRACE-34 TRACE-34 TRACE-34 TRACE-34 TRACE-34 TRACE-34", codes(report.Problems))
	for i, lot := range []string{"A1", "B1", "C1", "D1", "E1", "F1"} {
		assert.Contains(t, report.Problems[i].Message.En, "/"+lot+":", "in the order in which events name them")
	}

	report = told(t, func(b *trace.Builder) {
		b.Make(on(2, mill), items(kg("C1", 1)), items(kg("B1", 1)), full)
		b.Make(on(3, mill), items(kg("B1", 1)), items(kg("C1", 1)), full)
	})
	require.Equal(t, "TRACE-22 TRACE-20", codes(report.Problems))
	assert.Contains(t, report.Problems[0].Message.En, "/B1 is made of itself", "one name for a loop, wherever it is entered")
}

// No amount is compared that is not known.
func TestAmountsThatAreNotKnown(t *testing.T) {
	t.Parallel()
	for name, tell := range map[string]func(b *trace.Builder){
		"part of what was made": func(b *trace.Builder) {
			b.Harvest(on(1, farm), full, kg("A1", 10))
			b.Harvest(on(2, farm), full, kg("A1", 0))
			b.Make(on(3, mill), items(kg("A1", 11)), items(kg("C1", 1)), full)
		},
		"what was seen and not made": func(b *trace.Builder) {
			b.Observe(on(1, mill), kg("A1", 10))
			b.Ship(on(2, mill), shop, kg("A1", 10))
			b.Ship(on(3, mill), shop, kg("A1", 10))
			b.Make(on(4, mill), items(kg("A1", 10)), items(kg("C1", 1)), full)
		},
		"the most that was seen": func(b *trace.Builder) {
			b.Observe(on(1, mill), kg("A1", 5))
			b.Observe(on(2, mill), kg("A1", 10))
			b.Observe(on(3, mill), kg("A1", 6))
			b.Observe(on(3, mill), of("A1", 6, "H87"))
			b.Make(on(4, mill), items(kg("A1", 9)), items(kg("C1", 1)), full)
		},
		"some of what was seen": func(b *trace.Builder) {
			b.Observe(on(1, mill), of("A1", 5, ""))
			b.Observe(on(2, mill), kg("A1", 0))
			b.Make(on(4, mill), items(of("A1", 6, "")), items(kg("C1", 1)), full)
		},
		"some of it, told first": func(b *trace.Builder) {
			b.Observe(on(1, mill), kg("A1", 0))
			b.Observe(on(2, mill), of("A1", 5, ""))
			b.Make(on(4, mill), items(of("A1", 6, "")), items(kg("C1", 1)), full)
		},
		"a piece that is shown twice": func(b *trace.Builder) {
			b.Make(on(1, mill), items(kg("Q1", 1)), items(piece("P1")), full)
			b.Ship(on(2, mill), shop, piece("P1"))
			b.Ship(on(3, mill), shop, piece("P1"))
		},
		"what came back": func(b *trace.Builder) {
			b.Harvest(on(1, mill), full, kg("A1", 10))
			b.Ship(on(2, mill), shop, kg("A1", 10))
			b.Receive(on(3, mill), shop, kg("A1", 10))
			b.Ship(on(4, mill), shop, kg("A1", 10))
		},
	} {
		report := told(t, tell)
		assert.Empty(t, report.Problems, name)
	}
	d := trace.Document{Events: []trace.Event{making(1, "urn:x:a", "urn:x:z"), making(2, "urn:x:b", "urn:x:a")}}
	d.Events[0].OutputQuantities[0] = trace.Quantity{Class: "urn:x:a", Amount: trace.Units(1), Known: true, Unit: "KGM"}
	d.Events[1].InputQuantities[0] = trace.Quantity{Class: "urn:x:a", Amount: trace.Units(2), Known: true, Unit: "KGM"}
	report := trace.Trace(d)
	assert.Equal(t, "TRACE-21@1", paths(&report), "goods of no GS1 key too")
	assert.Equal(t, "/0/epcisBody/eventList/1", report.Problems[0].Path)
	d.Events[0].OutputQuantities[0].Amount = trace.Units(2)
	report = trace.Trace(d)
	assert.Empty(t, report.Problems, "they are no single piece")
}

func TestStars(t *testing.T) {
	t.Parallel()
	for star, want := range map[int]string{0: "", 1: "TRACE-27", 2: "TRACE-27", 3: "", 4: "", 5: "", 6: "TRACE-27", -1: "TRACE-27"} {
		report := told(t, func(b *trace.Builder) {
			c := full
			c.Star = star
			b.Harvest(on(1, farm), c, kg("A1", 1))
			b.Ship(on(2, farm), shop, kg("A1", 1))
		})
		assert.Equal(t, want, codes(report.Problems), star)
	}
}

// Each step in which goods leave or come counts, and one that only moves them says
// nothing of where they are from.
func TestStepsThatMoveGoods(t *testing.T) {
	t.Parallel()
	for step, want := range map[string]string{
		"shipping": "TRACE-23", "departing": "TRACE-23", "retail_selling": "TRACE-23", "receiving": "TRACE-24", "arriving": "TRACE-24", "accepting": "TRACE-24",
		"storing": "", "loading": "", "transporting": "", "void_shipping": "",
	} {
		e := shipping(1, epc(1))
		e.Step = step
		report := trace.Trace(trace.Document{Events: []trace.Event{e}})
		assert.Equal(t, want, codes(report.Problems), step)
		assert.Equal(t, want == "TRACE-23", report.Problems.Err() != nil, "that it came from somewhere is a warning")
	}
	for step, origin := range map[string]bool{"storing": true, "inspecting": true, "": true, "unloading": false, "loading": false, "transporting": false, "receiving": false, "arriving": false, "void_shipping": false} {
		e := shipping(1, epc(1))
		e.Step = step
		report := trace.Trace(trace.Document{Events: []trace.Event{e, shipping(2, epc(1))}})
		require.Len(t, report.Lots, 1, step)
		assert.Equal(t, origin, report.Lots[0].Complete, step)
	}
	came := shipping(1, epc(1))
	came.Step = "receiving"
	report := trace.Trace(trace.Document{Events: []trace.Event{making(0, epc(1)), came, shipping(2, epc(1))}})
	assert.Contains(t, codes(report.Problems), "TRACE-24", "that it was shipped later is no origin")
}

func TestCancelledShipping(t *testing.T) {
	t.Parallel()
	void := func(n int) trace.Event {
		e := shipping(n, epc(1))
		e.Step = "void_shipping"
		return e
	}
	for want, events := range map[int][]trace.Event{
		1: {void(1), shipping(2, epc(1))},
		2: {shipping(1, epc(1)), void(2), shipping(3, epc(1)), shipping(4, epc(2))},
		0: {shipping(1, epc(1)), shipping(2, epc(1)), void(3), void(4)},
	} {
		report := trace.Trace(trace.Document{Events: events})
		assert.Len(t, report.Lots, want)
	}
}

// Goods left with the first shipping that was not cancelled, and did leave while one
// stands.
func TestWithWhichEventGoodsLeft(t *testing.T) {
	t.Parallel()
	of := func(steps ...string) string {
		var events []trace.Event
		for i, step := range steps {
			e := shipping(i, epc(1))
			e.Step = step
			events = append(events, e)
		}
		report := trace.Trace(trace.Document{Events: events})
		return paths(&report)
	}
	const ship, void = "shipping", "void_shipping"
	assert.Equal(t, "TRACE-23@0", of(ship, ship, ship))
	assert.Equal(t, "TRACE-23@1", of("transporting", ship, ship))
	assert.Equal(t, "TRACE-23@0", of(ship, ship, void), "one of two was cancelled")
	assert.Equal(t, "TRACE-23@2", of(ship, void, ship))
	assert.Empty(t, of(ship, void))
	assert.Empty(t, of(ship, ship, void, void))
}

// What stands among events and is none of a chain leaves the others in it.
func TestEventsAmongOthers(t *testing.T) {
	t.Parallel()
	declared := event(trace.ObjectEvent, 1)
	declared.Error, declared.ID = json.RawMessage(`{}`), ""
	stranger := event("http://example.vn/#Visit", 2)
	nameless := shipping(3, epc(1))
	nameless.ID = ""
	report := trace.Trace(trace.Document{Events: []trace.Event{declared, stranger, nameless, shipping(4, epc(2))}})
	assert.Len(t, report.Lots, 2)
	foreign := shipping(5, epc(3))
	foreign.Type = stranger.Type
	assert.Empty(t, trace.Trace(trace.Document{Events: []trace.Event{foreign}}).Lots)

	association := packing(5, "urn:epc:id:grai:0614141.12345.400", epc(9))
	association.Type, association.Children = trace.AssociationEvent, []string{"urn:epc:id:sgtin:0614141.107346.2017"}
	tied := trace.Trace(trace.Document{Events: []trace.Event{association, shipping(6), shipped(7, association.Children[0])}})
	require.Len(t, tied.Lots, 1)
	assert.Len(t, tied.Lots[0].Went, 2, "that it was tied to a thing befell it")
	transaction := packing(6, "urn:epc:id:sscc:0614141.1234567890")
	transaction.Type, transaction.EPCs = trace.TransactionEvent, []string{"urn:epc:id:sgtin:0614141.107346.2018"}
	gone := shipped(7, "urn:epc:id:grai:0614141.12345.400")
	gone.EPCs = append(gone.EPCs, "urn:epc:id:sscc:0614141.1234567890")
	report = trace.Trace(trace.Document{Events: []trace.Event{association, transaction, gone}})
	require.Len(t, report.Lots, 1, "what is tied to a thing or a paper is not packed in it")
	assert.Equal(t, "urn:epc:id:grai:0614141.12345.400", report.Lots[0].EPC)
}

// Events of one time and no ID are put in one order, whichever document they are of.
func TestEventsOfOneTime(t *testing.T) {
	t.Parallel()
	var events []trace.Event
	for _, place := range []string{"geo:3,3", "geo:1,1", "geo:2,2"} {
		for _, step := range []string{"storing", "inspecting", "shipping"} {
			e := shipping(1, epc(1))
			e.ID, e.Step, e.ReadPoint = "", step, &trace.Site{ID: place}
			events = append(events, e)
		}
	}
	pack := packing(1, "urn:epc:id:sscc:0614141.1234567890", "urn:epc:id:sgtin:0614141.107346.2017")
	unpack := pack
	unpack.Action, unpack.ID = "DELETE", "urn:x:0"
	left := shipped(1, pack.Parent)
	left.ID = "urn:x:2"
	events = append(events, unpack, left, pack)
	want := trace.Trace(trace.Document{Events: events})
	require.Len(t, want.Lots, 2, "packed before it left, and unpacked behind that")
	slices.Reverse(events)
	got := trace.Trace(trace.Document{Events: events})
	assert.Equal(t, lotsOf(&want), lotsOf(&got))
}

// Events of one time and no ID come in the order of their content, each after what it
// needs; the clock decides before that, whatever its offset.
func TestOrderOfEventsWithoutIDs(t *testing.T) {
	t.Parallel()
	nameless := func(e trace.Event) trace.Event { e.ID = ""; return e }
	at := func(place string) trace.Event {
		e := nameless(shipping(1, epc(1)))
		e.ReadPoint = &trace.Site{ID: place}
		return e
	}
	a, b, c := at("geo:1,1"), at("geo:2,2"), at("geo:3,3")
	went := func(events ...trace.Event) (list []string) {
		report := trace.Trace(trace.Document{Events: events})
		require.Len(t, report.Lots, 1)
		for _, s := range report.Lots[0].Went {
			list = append(list, strings.TrimSpace(s.Step+" "+strings.TrimPrefix(s.Place, "geo:")))
		}
		return list
	}
	for _, events := range [][]trace.Event{{a, b, c}, {a, c, b}, {b, a, c}, {b, c, a}, {c, a, b}, {c, b, a}} {
		assert.Equal(t, []string{"shipping 1,1", "shipping 2,2", "shipping 3,3"}, went(events...))
	}
	for _, events := range [][]trace.Event{{a, b}, {b, a}} {
		assert.Equal(t, []string{"shipping 1,1", "shipping 2,2"}, went(events...))
	}
	early, late := at("geo:1,1"), at("geo:2,2")
	early.Time, late.Time = "2026-08-05T09:00:00+07:00", "2026-08-05T08:00:00Z"
	assert.Equal(t, []string{"shipping 1,1", "shipping 2,2"}, went(late, early))

	const item, sscc = "urn:epc:id:sgtin:0614141.107346.1", "urn:epc:id:sscc:0614141.1234567890"
	made := nameless(making(1, epc(9), epc(8)))
	made.Outputs, made.OutputQuantities = []string{item}, nil
	unpacked := packing(1, sscc)
	unpacked.Action, unpacked.Step = "DELETE", "unpacking"
	assert.Equal(t, []string{"packing 1,2", "shipping 1,2", "unpacking 1,2"}, went(nameless(unpacked), nameless(shipped(1, sscc)), nameless(packing(1, sscc, item)), made))

	first, second := at("geo:3,3"), at("geo:1,1")
	first.ID, second.ID = "urn:x:1", "urn:x:2"
	assert.Equal(t, []string{"shipping 3,3", "shipping 1,1"}, went(second, first), "an ID decides before the content")
}

// A lot is called as where it was made, though it was made and packed or shipped at
// one time.
func TestMadeBeforeItIsShippedAtOneTime(t *testing.T) {
	t.Parallel()
	const asMade, asShipped = "https://id.gs1.org/01/08938500000034/10/1", "https://id.gs1.org/01/8938500000034/10/1"
	left := shipping(1, asShipped)
	packed := lotOn(1, pallet(1).Key.Link(""), asShipped)
	left.ID, packed.ID = "urn:x:0", "urn:x:0"
	came := event(trace.ObjectEvent, 1)
	came.Action, came.Quantities = "ADD", []trace.Quantity{{Class: asMade}}
	for _, made := range []trace.Event{making(1, asMade, epc(9)), came} {
		for _, before := range []trace.Event{left, packed} {
			report := trace.Trace(trace.Document{Events: []trace.Event{before, made, shipping(2, asShipped)}})
			require.Len(t, report.Lots, 1)
			assert.Equal(t, asMade, report.Lots[0].EPC, made.Type)
		}
	}
}

// The order of all kinds of events at one time: what is made, what is packed, then by
// their IDs what only befell goods, and what is unpacked last.
func TestOrderOfKindsAtOneTime(t *testing.T) {
	t.Parallel()
	const a, b = "urn:epc:id:sgtin:0614141.107346.1", "urn:epc:id:sscc:0614141.1234567890"
	of := func(id, kind, action string) trace.Event {
		e := event(kind, 1)
		e.ID, e.Action = "urn:x:"+id, action
		if kind == trace.ObjectEvent || kind == trace.TransactionEvent {
			e.EPCs = []string{a}
		} else {
			e.Parent, e.Children = b, []string{a}
		}
		return e
	}
	events := []trace.Event{
		of("9", trace.AggregationEvent, "ADD"), of("1", trace.AssociationEvent, "ADD"), of("2", trace.ObjectEvent, "DELETE"), of("3", trace.ObjectEvent, "OBSERVE"),
		of("4", trace.TransactionEvent, "ADD"), of("5", trace.AggregationEvent, "OBSERVE"), of("6", trace.AssociationEvent, "DELETE"), of("7", trace.TransactionEvent, "DELETE"),
		of("0", trace.AggregationEvent, "DELETE"),
	}
	sold := of("s", trace.ObjectEvent, "OBSERVE")
	sold.Step, sold.Time = "retail_selling", "2026-08-09T00:00:00Z"
	want := make([]string, 0, len(events))
	for _, e := range events {
		want = append(want, e.ID)
	}
	slices.Reverse(events)
	report := trace.Trace(trace.Document{Events: append(events, sold)})
	require.Len(t, report.Lots, 1)
	var got []string
	for _, s := range report.Lots[0].Went[:len(want)] {
		got = append(got, s.Event)
	}
	assert.Equal(t, want, got)
}

// A finding names the place of its event in the document that was read.
func TestPathsAreThoseOfTheDocument(t *testing.T) {
	t.Parallel()
	path := func(data string) string {
		read, _ := trace.Read([]byte(data))
		report := trace.Trace(trace.Document{}, read)
		require.Len(t, report.Problems, 1)
		return report.Problems[0].Path
	}
	assert.Equal(t, "/1/epcisBody/eventList/1", path(document(object(`,"bizStep":"?"`), object(""))), "the first could not be read")
	assert.Equal(t, "/1/0", path("["+object("")+"]"))
	assert.Equal(t, "/1", path(object("")))
	assert.Equal(t, "/1/epcisBody/queryResults/resultsBody/eventList/0", path(`{"@context":[],"type":"EPCISQueryDocument","epcisBody":{"queryResults":{"queryName":"q","resultsBody":{"eventList":[`+object("")+`]}}}}`))
}

// A document may call our words by a prefix of its own.
func TestPrefixesOfADocument(t *testing.T) {
	t.Parallel()
	text := strings.Replace(document(`{"type":"ObjectEvent","eventTime":"2026-08-05T07:00:00+07:00","eventTimeZoneOffset":"+07:00","action":"ADD","quantityList":[{"epcClass":"urn:x:a"}],"o:stage":"Hái","ilmd":{"o:brand":"Mẫu"}}`,
		object(`,"quantityList":[{"epcClass":"urn:x:a"}],"bizStep":"shipping"`)), `"ex":`, `"o":"`+trace.Namespace+`","ex":`, 1)
	read, problems := trace.Read([]byte(text))
	require.Empty(t, problems)
	report := trace.Trace(read)
	require.Len(t, report.Lots, 1)
	assert.Equal(t, "Mẫu", report.Lots[0].Brand)
	assert.Equal(t, "Hái", report.Lots[0].Made[0].Stage)
}

// A loop has one name, wherever it is entered: that of the first of its lots by EPC.
func TestALoopHasOneName(t *testing.T) {
	t.Parallel()
	lots := []string{"A1", "B1", "C1"}
	for first := range lots {
		report := told(t, func(b *trace.Builder) {
			for i := range lots {
				b.Make(on(1+i, mill), items(kg(lots[(first+i)%3], 1)), items(kg(lots[(first+i+1)%3], 1)), full)
			}
		})
		loops := report.Problems.Of("TRACE-22")
		require.Len(t, loops, 1)
		assert.Contains(t, loops[0].Message.En, "/A1 is made of itself, by way of 3 lots")
		assert.Equal(t, "/0/epcisBody/eventList/0", loops[0].Path)
	}
}

func lotsOf(report *trace.Report) string {
	lots := trace.Report{Lots: report.Lots, Places: report.Places}
	return string(lots.AppendJSON(nil))
}

// What an event that made goods does not tell is missing.
func TestWhatTheMakingTells(t *testing.T) {
	t.Parallel()
	stage := []trace.Member{{Name: "ocop:stage", Value: json.RawMessage(`"Hái"`)}}
	for want, tell := range map[string]func(*trace.Event){
		"stage":            func(*trace.Event) {},
		"":                 func(e *trace.Event) { e.Extra = stage },
		"place-code":       func(e *trace.Event) { e.Extra, e.ReadPoint = stage, nil },
		"stage place-code": func(e *trace.Event) { e.ReadPoint = nil },
	} {
		made := making(1, epc(1), epc(9))
		tell(&made)
		report := trace.Trace(trace.Document{Events: []trace.Event{made, shipping(2, epc(1))}})
		var missing []string
		for _, p := range report.Problems.Of("TRACE-26") {
			if part := p.Params[1].Value; part == "stage" || part == "place-code" {
				missing = append(missing, part)
			}
		}
		assert.Equal(t, want, strings.Join(missing, " "))
	}
}

// A context gives no meaning to a prefix of the standard, nor one by what is no address;
// and a name without a prefix is no address, whatever it says.
func TestPrefixesThatAreNone(t *testing.T) {
	t.Parallel()
	const context = `{"cbvmda":"http://example.vn/#","no":7,"ten":"urn:epcglobal:cbv:mda:name"}`
	for name, want := range map[string]string{"cbvmda:name": "Kho", "no:urn:epcglobal:cbv:mda:name": "", "ten": "", "ten:": "Kho"} {
		data := strings.Replace(document(object(`,"bizStep":"shipping","quantityList":[{"epcClass":"urn:x:a"}],"readPoint":{"id":"geo:1,2","`+name+`":"Kho"}`)), `{"ex":`, context+`,{"ex":`, 1)
		read, problems := trace.Read([]byte(data))
		require.Empty(t, problems, name)
		report := trace.Trace(read)
		assert.Equal(t, want, report.Place("geo:1,2").Name, name)
	}
}

func TestPlacesOfEvents(t *testing.T) {
	t.Parallel()
	e := shipping(1, epc(1))
	e.ReadPoint, e.Location = nil, &trace.Site{ID: "http://example.vn/kho", Extra: []trace.Member{{Name: "cbvmda:name", Value: json.RawMessage(`"Kho"`)}}}
	e.Destinations = []trace.Typed{{Type: "owning_party", ID: "urn:x:owner"}, {Type: "location", ID: "geo:5,5"}, {Type: "possessing_party", ID: "urn:x:holder"}}
	e.Extra = []trace.Member{{Name: "ex:other", Value: json.RawMessage(`"không"`)}, {Name: "ocop:stage", Value: json.RawMessage(`"Xuất kho"`)}, {Name: "ex:more", Value: json.RawMessage(`"không"`)}}
	report := trace.Trace(trace.Document{Events: []trace.Event{e}})
	require.Len(t, report.Lots, 1)
	step := report.Lots[0].Went[0]
	assert.Equal(t, "http://example.vn/kho", step.Place)
	assert.Equal(t, "geo:5,5", step.To)
	assert.Equal(t, "Xuất kho", step.Name().Vi)
	assert.Contains(t, report.Problems[0].Message.En, "(Kho)")
	second := shipping(2, epc(1))
	second.ReadPoint = &trace.Site{ID: "http://example.vn/kho"}
	first := e
	first.ReadPoint = &trace.Site{ID: "geo:1,1"}
	report = trace.Trace(trace.Document{Events: []trace.Event{first, second}})
	assert.Equal(t, "Kho", report.Place("http://example.vn/kho").Name, "told of where they went to")
	nowhere, nowhere2 := shipping(1, epc(1)), shipping(2, epc(1))
	nowhere.ReadPoint, nowhere2.ReadPoint = &trace.Site{}, &trace.Site{}
	report = trace.Trace(trace.Document{Events: []trace.Event{nowhere, nowhere2}})
	assert.Len(t, report.Problems.Of("TRACE-25"), 2, "an address of nothing is none")
	assert.Empty(t, report.Places)
	e.Location.Extra, e.Destinations = nil, e.Destinations[:1]
	report = trace.Trace(trace.Document{Events: []trace.Event{e}})
	assert.Equal(t, "urn:x:owner", report.Lots[0].Went[0].To, "a party where no location is told")
	assert.Contains(t, report.Problems[0].Message.En, "(http://example.vn/kho)")
}

// A wrong check digit, or a lot told beside a serial, does not cut a chain.
func TestNamesOfOneThing(t *testing.T) {
	t.Parallel()
	const wrong = "https://id.gs1.org/01/08938500000035/10/A"
	report := trace.Trace(trace.Document{Events: []trace.Event{making(1, wrong, epc(1)), shipping(2, wrong+"/")}})
	require.Len(t, report.Lots, 1)
	assert.Equal(t, trace.Key{GTIN: "08938500000035", Lot: "A"}, report.Lots[0].Key)
	assert.Len(t, report.Lots[0].From, 1)
	assert.Equal(t, wrong, report.Lots[0].EPC, "as written where it was made")

	unread := trace.Trace(trace.Document{Events: []trace.Event{shipping(1, "a b"), shipping(2, "c d")}})
	assert.Len(t, unread.Lots, 2)

	commissioned := event(trace.ObjectEvent, 1)
	commissioned.Action, commissioned.EPCs = "ADD", []string{"https://id.gs1.org/01/08938500000034/10/L/21/7"}
	sold := shipped(2, "https://id.gs1.org/01/08938500000034/21/7")
	d := trace.Document{Events: []trace.Event{commissioned, sold}}
	report = trace.Trace(d)
	require.Len(t, report.Lots, 1)
	assert.Len(t, report.Lots[0].Made, 1)
	assert.Equal(t, "L", report.Lots[0].Key.Lot)
	key, err := trace.Parse(commissioned.EPCs[0])
	require.NoError(t, err)
	assert.Len(t, forward(t, key, d), 1)
}

// A transformation may be told in several events (transformationID).
func TestJoinedTransformations(t *testing.T) {
	t.Parallel()
	in, out, other := making(1, epc(9), epc(1)), making(2, epc(2), epc(9)), making(3, epc(3), epc(1))
	in.OutputQuantities, out.InputQuantities, other.InputQuantities = nil, nil, nil
	in.Transformation, out.Transformation, other.Transformation = "urn:x:t", "urn:x:t", "urn:x:u"
	report := trace.Trace(trace.Document{Events: []trace.Event{in, out, other, shipping(4, epc(2), epc(3))}})
	require.Len(t, report.Lots, 2)
	require.Len(t, report.Lots[0].From, 1)
	assert.Equal(t, epc(1), report.Lots[0].From[0].EPC)
	assert.Len(t, report.Lots[0].Made, 2)
	assert.Empty(t, report.Lots[1].From, "another transformation")

	first, between, last := making(1, epc(2), epc(1)), making(2, epc(2), epc(3)), making(3, epc(2), epc(4))
	first.Transformation, last.Transformation = "urn:x:t", "urn:x:t"
	key, err := trace.Parse(epc(2))
	require.NoError(t, err)
	reached := forward(t, key, trace.Document{Events: []trace.Event{first, between, last}})
	require.Len(t, reached, 1)
	assert.Len(t, reached[0].Made, 3, "each event once")
}

// A thing is in one place at a time: put on another pallet, it left the first.
func TestPackedAnew(t *testing.T) {
	t.Parallel()
	sscc := func(i int) string { return pallet(i).Key.Link("") }
	one, two := "urn:epc:id:sgtin:0614141.107346.1", "urn:epc:id:sgtin:0614141.107346.2"
	again := packing(2, sscc(2), one)
	seen := packing(3, sscc(2), one, two)
	seen.Action = "OBSERVE"
	d := trace.Document{Events: []trace.Event{packing(1, sscc(1), one), again, seen, shipped(4, sscc(1)), packing(5, sscc(3), one)}}
	assert.Empty(t, trace.Trace(d).Lots, "the first pallet left without it")
	d.Events = append(d.Events, shipped(6, sscc(2)))
	report := trace.Trace(d)
	require.Len(t, report.Lots, 1)
	assert.Equal(t, two, report.Lots[0].EPC)
	assert.Equal(t, sscc(2), report.Lots[0].Went[1].Pallet)
	var went []string
	for _, s := range trace.Trace(trace.Document{Events: append(slices.Clone(d.Events), shipped(7, sscc(3)))}).Lots[1].Went {
		went = append(went, s.Event)
	}
	assert.Equal(t, []string{"urn:x:1", "urn:x:2", "urn:x:3", "urn:x:5", "urn:x:7"}, went, "of each pallet only what befell it meanwhile")
}

// A place that is named among goods is no lot.
func TestAPlaceIsNoLot(t *testing.T) {
	t.Parallel()
	report := trace.Trace(trace.Document{Events: []trace.Event{shipped(1, "https://id.gs1.org/414/8938500000904")}})
	assert.Empty(t, report.Lots)
}

// A lot may be spread over many pallets, and is on each once, however often it is seen there.
func TestALotOnPallets(t *testing.T) {
	t.Parallel()
	sscc := func(i int) string { return pallet(i).Key.Link("") }
	seen := lotOn(3, sscc(1), epc(1))
	seen.Action = "OBSERVE"
	taken := lotOn(4, sscc(1), epc(1))
	taken.Action = "DELETE"
	packed := []trace.Event{lotOn(1, sscc(1), epc(1)), lotOn(2, sscc(2), epc(1)), seen}
	lots := func(more ...trace.Event) int {
		report := trace.Trace(trace.Document{Events: append(slices.Clone(packed), more...)})
		return len(report.Lots)
	}
	assert.Equal(t, 1, lots(shipped(5, sscc(1))))
	assert.Equal(t, 1, lots(shipped(5, sscc(2))))
	assert.Zero(t, lots(taken, shipped(5, sscc(1))), "what was on it was taken off")
	assert.Equal(t, 1, lots(taken, shipped(5, sscc(2))), "and is still on the other")
	empty := packing(6, sscc(1))
	empty.Action = "DELETE"
	assert.Zero(t, lots(taken, shipped(5, sscc(1)), empty), "it is not there to be taken off again")
	stranger := lotOn(4, sscc(1), epc(2))
	stranger.Action = "DELETE"
	assert.Equal(t, 1, lots(stranger, shipped(5, sscc(1))), "nor what never was on it")
}

// Sixteen layers of packing are followed, however they were put together.
func TestLayers(t *testing.T) {
	t.Parallel()
	sscc := func(i int) string { return pallet(i).Key.Link("") }
	const item = "urn:epc:id:sgtin:0614141.107346.1"
	layers := func(n int, order func(i int) int) *trace.Report {
		first := shipped(-1, sscc(1))
		first.Step = "storing"
		d := trace.Document{Events: []trace.Event{first}}
		for k := range n {
			i := order(k)
			child := item
			if i > 0 {
				child = sscc(i)
			}
			d.Events = append(d.Events, packing(k, sscc(i+1), child))
		}
		d.Events = append(d.Events, shipped(n, sscc(n)))
		report := trace.Trace(d)
		return &report
	}
	for name, order := range map[string]func(n int) func(i int) int{
		"from within":  func(int) func(i int) int { return func(i int) int { return i } },
		"from without": func(n int) func(i int) int { return func(i int) int { return n - 1 - i } },
		"one put in late": func(int) func(i int) int {
			return func(i int) int {
				if i == 8 || i == 9 {
					return 17 - i
				}
				return i
			}
		},
		"from the middle on": func(n int) func(i int) int { return func(i int) int { return (i + n/2) % n } },
	} {
		report := layers(16, order(16))
		assert.Empty(t, report.Problems.Of("TRACE-28"), name)
		assert.Len(t, report.Lots, 1, name)
		report = layers(17, order(17))
		assert.Contains(t, codes(report.Problems), "TRACE-28", name)
		assert.Contains(t, report.Problems.Of("TRACE-28")[0].Message.En, "over 16 layers")
		assert.Empty(t, report.Lots, name)
	}
}

// What a crate was packed in before goods came into it is not told of them; what it was
// packed in later is.
func TestACrateOnOnePalletAndThenOnAnother(t *testing.T) {
	t.Parallel()
	sscc := func(i int) string { return pallet(i).Key.Link("") }
	const item = "urn:epc:id:sgtin:0614141.107346.1"
	taken := packing(3, sscc(2), sscc(1))
	taken.Action = "DELETE"
	report := trace.Trace(trace.Document{Events: []trace.Event{packing(1, sscc(2), sscc(1)), shipped(2, sscc(2)), taken, packing(4, sscc(1), item), packing(5, sscc(3), sscc(1)), shipped(6, sscc(3))}})
	require.Len(t, report.Lots, 1)
	var went []string
	for _, s := range report.Lots[0].Went {
		went = append(went, s.Event)
	}
	assert.Equal(t, []string{"urn:x:4", "urn:x:5", "urn:x:6"}, went)
	for i, in := range []string{sscc(1), sscc(1), sscc(3)} {
		assert.Equal(t, in, report.Lots[0].Went[i].Pallet, "what was put on the pallet was the crate")
	}
}

// That something is tied to a crate befalls what is in it; that something is packed
// beside it does not.
func TestWhatBefallsACrate(t *testing.T) {
	t.Parallel()
	const item, other, sscc = "urn:epc:id:sgtin:0614141.107346.1", "urn:epc:id:sgtin:0614141.107346.2", "urn:epc:id:sscc:0614141.1234567890"
	tied := packing(2, sscc, other)
	tied.Type = trace.AssociationEvent
	beside := packing(3, sscc, "urn:epc:id:sgtin:0614141.107346.3")
	beside.ChildQuantities = []trace.Quantity{{Class: epc(1)}}
	report := trace.Trace(trace.Document{Events: []trace.Event{packing(1, sscc, item), tied, beside, shipped(4, sscc)}})
	at := slices.IndexFunc(report.Lots, func(l trace.Lot) bool { return l.EPC == item })
	require.GreaterOrEqual(t, at, 0)
	var went []string
	for _, s := range report.Lots[at].Went {
		went = append(went, s.Event)
	}
	assert.Equal(t, []string{"urn:x:1", "urn:x:2", "urn:x:4"}, went)
}

// What was taken out may hold what it stood in.
func TestPackedTheOtherWayRound(t *testing.T) {
	t.Parallel()
	sscc := func(i int) string { return pallet(i).Key.Link("") }
	taken := packing(2, sscc(2), sscc(1))
	taken.Action = "DELETE"
	report := trace.Trace(trace.Document{Events: []trace.Event{packing(1, sscc(2), sscc(1)), taken, packing(3, sscc(1), sscc(2))}})
	assert.Empty(t, report.Problems.Of("TRACE-28"))
}

func TestForwardInALoop(t *testing.T) {
	t.Parallel()
	d := trace.Document{Events: []trace.Event{making(1, epc(2), epc(1)), making(2, epc(1), epc(2)), making(3, epc(2), epc(2))}}
	key, err := trace.Parse(epc(1))
	require.NoError(t, err)
	assert.Len(t, forward(t, key, d), 2)
}

// At one time goods are made before they are packed, packed before they leave, and
// unpacked last, whatever their events are called.
func TestOrderWithinOneTime(t *testing.T) {
	t.Parallel()
	const item, sscc = "urn:epc:id:sgtin:0614141.107346.1", "urn:epc:id:sscc:0614141.1234567890"
	named := func(e trace.Event, id string) trace.Event { e.ID = id; return e }
	made := making(1, epc(9), epc(8))
	made.Outputs = []string{item}
	put, taken := packing(1, sscc, item), packing(1, sscc)
	put.Time, taken.Time, taken.Action, taken.Step = made.Time, made.Time, "DELETE", "unpacking"
	left := shipped(1, sscc)
	d := trace.Document{Events: []trace.Event{named(taken, "urn:x:a"), named(left, "urn:x:b"), named(put, "urn:x:c"), named(made, "urn:x:d"), shipped(9, sscc)}}
	report := trace.Trace(d)
	require.Len(t, report.Lots, 1)
	var went []string
	for _, s := range report.Lots[0].Went {
		went = append(went, s.Step)
	}
	assert.Equal(t, []string{"packing", "shipping", "unpacking"}, went, "and what left later left without it")
	assert.Empty(t, report.Problems.Of("TRACE-20"))
}

// All that stands on a pallet is taken from it where nothing is named, and may be
// put on it again.
func TestUnpackedWhole(t *testing.T) {
	t.Parallel()
	const one, two, sscc = "urn:epc:id:sgtin:0614141.107346.1", "urn:epc:id:sgtin:0614141.107346.2", "urn:epc:id:sscc:0614141.1234567890"
	taken := packing(2, sscc)
	taken.Action = "DELETE"
	d := trace.Document{Events: []trace.Event{packing(1, sscc, one, two), lotOn(1, sscc, epc(1)), taken, packing(3, sscc, two), shipped(4, sscc)}}
	d.Events[1].ID = "urn:x:lot"
	report := trace.Trace(d)
	require.Len(t, report.Lots, 1)
	assert.Equal(t, two, report.Lots[0].EPC)
	assert.Len(t, report.Lots[0].Went, 4, "that other goods were put beside it does not befall it")
}

// What several events tell of a place is put together.
func TestPlacesToldInParts(t *testing.T) {
	t.Parallel()
	part := func(n int, members ...string) trace.Event {
		e := shipping(n, epc(1))
		e.ReadPoint = &trace.Site{ID: "http://example.vn/kho"}
		for i := 0; i < len(members); i += 2 {
			text, _ := json.Marshal(members[i+1])
			e.ReadPoint.Extra = append(e.ReadPoint.Extra, trace.Member{Name: "cbvmda:" + members[i], Value: text})
		}
		return e
	}
	report := trace.Trace(trace.Document{Events: []trace.Event{
		part(1, "name", "Kho"), part(2), part(3, "streetAddressOne", "Đường 1", "latitude", "12.1", "longitude", "108.2"), part(4, "name", "Khác", "latitude", "1", "longitude", "2"),
	}})
	assert.Equal(t, trace.Place{ID: "http://example.vn/kho", Latitude: "12.1", Longitude: "108.2", Name: "Kho", Address: "Đường 1"}, report.Place("http://example.vn/kho"))
	assert.Empty(t, report.Problems.Of("TRACE-25"), "it can be found")
}

// A pallet that leaves in an event that names some of what is on it takes the rest too.
func TestAPalletSeenWithSomeOfItsGoods(t *testing.T) {
	t.Parallel()
	const one, two, sscc = "urn:epc:id:sgtin:0614141.107346.1", "urn:epc:id:sgtin:0614141.107346.2", "urn:epc:id:sscc:0614141.1234567890"
	left := packing(2, sscc, one)
	left.Action, left.Step = "OBSERVE", "shipping"
	report := trace.Trace(trace.Document{Events: []trace.Event{packing(1, sscc, one, two), left}})
	assert.Len(t, report.Lots, 2)
}
