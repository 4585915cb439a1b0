package trace

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/ocop-vn/ocop-go/scoring/budget"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// Trace puts the events of documents together and follows each lot that was
// shipped or sold back to the first events. Where chains are so long that telling
// each lot's would take over half a million lines, there are no lots and TRACE-29.
func Trace(docs ...Document) Report {
	t := gather(docs)
	t.findLoops()
	t.checkOrder()
	t.checkAmounts()
	t.checkPlaces()
	lots, ok := t.lots()
	if !ok {
		found := problem.Collect(budget.Trace())
		found.Add(tooMuch.At("")) // first: where much else is wrong the last are not told
		found.AddAll(t.found.List())
		return Report{Problems: found.List()}
	}
	return Report{Lots: lots, Places: t.named(lots), Problems: t.found.List()}
}

// TraceJSON reads documents and traces what could be read of them. What is wrong with
// a document stands before what does not fit in a chain.
func TraceJSON(documents ...[]byte) Report { //nolint:revive // Trace, of bytes
	found := problem.Collect(budget.Trace())
	docs := make([]Document, len(documents))
	for i, data := range documents {
		var problems problem.List
		docs[i], problems = Read(data)
		for _, p := range problems {
			p.Path = "/" + strconv.Itoa(i) + p.Path
			found.Add(p)
		}
	}
	report := Trace(docs...)
	found.AddAll(report.Problems)
	report.Problems = found.List()
	return report
}

// Forward follows goods to where they went and to all that was made of them: the
// goods of the key first, then what was made of them, in order. There is nothing
// where no event names the key. Where that would take over half a million lines, there
// is nothing and TRACE-29.
func Forward(key Key, docs ...Document) ([]Reach, problem.List) {
	return gather(docs).forward(key)
}

func (t *tracer) forward(key Key) ([]Reach, problem.List) {
	id := key
	if id.Serial != "" {
		id.Lot = ""
	}
	start, ok := t.byKey[id]
	if !ok {
		return nil, nil
	}
	var reached []Reach
	entries := 0
	queue, seen := []int32{start}, map[int32]bool{start: true}
	for len(queue) > 0 {
		n := &t.nodes[queue[0]]
		queue = queue[1:]
		reach := Reach{EPC: n.epc, Key: n.key, Content: *n.content, Made: t.making(n), Went: t.told(t.journey(n), n)}
		reached = append(reached, reach)
		if entries += len(reach.Made) + len(reach.Went); entries > maxEntries || !t.enough() {
			return nil, problem.List{tooMuch.At("")}
		}
		for _, p := range n.usedIn {
			for _, out := range t.processes[p].outputs {
				t.work++
				if !seen[out.node] {
					seen[out.node] = true
					queue = append(queue, out.node)
				}
			}
		}
	}
	return reached, nil
}

// Limits of what is told of all together: entries bound the memory, work the time.
const (
	maxEntries = 500_000
	maxWork    = 50_000_000
)

// enough tells whether there is still time.
func (t *tracer) enough() bool { return t.work <= maxWork }

// departure is goods that left their place, with what befell them.
type departure struct {
	node  int32
	first int32 // the event with which they left
	legs  []leg
}

// lots are the chains of all that was shipped; false where there is too much to tell.
func (t *tracer) lots() ([]Lot, bool) {
	departed, entries := t.departures()
	walk := walker{tracer: t, nodeAt: make([]int32, len(t.nodes)), processAt: make([]int32, len(t.processes))}
	lots := make([]Lot, 0, len(departed))
	for _, d := range departed {
		if entries > maxEntries || !t.enough() {
			break
		}
		n := &t.nodes[d.node]
		lot := walk.back(d.node)
		lot.Went = t.told(d.legs, n)
		t.checkLot(n, &lot, d.first)
		entries += len(lot.Made) + len(lot.From) + len(lot.Into)
		lots = append(lots, lot)
	}
	return lots, entries <= maxEntries && t.enough()
}

// departures are the goods that left their place, those first that left first, and
// how many events that are to be told of them. Where they are too many it ends early.
func (t *tracer) departures() (list []departure, entries int) {
	for i := range t.nodes {
		n := &t.nodes[i]
		legs := t.journey(n)
		if entries > maxEntries || !t.enough() {
			return nil, entries
		}
		t.checkCame(n, legs)
		first, ok := t.left(legs)
		switch {
		case !ok:
		case n.key.SSCC != "":
			t.checkContents(n, first)
		case n.key.GLN == "":
			list = append(list, departure{int32(i), first, legs})
			entries += len(legs)
		}
	}
	slices.SortFunc(list, func(a, b departure) int {
		return cmp.Or(cmp.Compare(a.first, b.first), cmp.Compare(t.nodes[a.node].epc, t.nodes[b.node].epc))
	})
	return list, entries
}

// leg is an event that befell goods, themselves or what they were packed in.
type leg struct{ event, container int32 }

// journey is what befell goods and the containers they were in, in order.
func (t *tracer) journey(n *node) []leg {
	var legs []leg
	for _, i := range n.events {
		legs = append(legs, leg{i, -1})
	}
	t.work += len(n.events)
	if legs = t.carried(legs, n, 0, always); len(n.packed) > 0 {
		slices.SortFunc(legs, func(a, b leg) int {
			return cmp.Or(cmp.Compare(a.event, b.event), cmp.Compare(a.container, b.container))
		})
		legs = slices.CompactFunc(legs, func(a, b leg) bool { return a.event == b.event })
	}
	return legs
}

// carried appends what befell the containers of goods from one event up to another.
// It goes no deeper than layers of packing, see fits.
func (t *tracer) carried(legs []leg, n *node, from, to int32) []leg {
	for _, p := range n.packed {
		t.work++
		since, until := max(p.from, from), min(p.to, to)
		if since > until || !t.enough() {
			continue
		}
		container := &t.nodes[p.container]
		first, _ := slices.BinarySearch(container.events, since)
		for _, i := range container.events[first:] {
			if i > until {
				break
			}
			if t.work++; !t.concernsOthers(i, p.container) {
				legs = append(legs, leg{i, p.container})
			}
		}
		if since < until {
			legs = t.carried(legs, container, since, until)
		}
	}
	return legs
}

// concernsOthers tells whether an event only put other goods in a container, or took
// them out: goods that it names are told of it by themselves.
func (t *tracer) concernsOthers(i, container int32) bool {
	h := &t.events[i]
	if h.Type != AggregationEvent || h.Action == "OBSERVE" || len(h.Children)+len(h.ChildQuantities) == 0 {
		return false
	}
	parent, ok := t.byURI[h.Parent]
	return ok && parent == container
}

// left is the event with which goods left their place; false where they never did,
// or each time it was declared void.
func (t *tracer) left(legs []leg) (int32, bool) {
	first, count := int32(-1), 0
	for _, l := range legs {
		switch step := t.events[l.event].Step; {
		case leaves(step):
			if count++; first < 0 {
				first = l.event
			}
		case step == "void_shipping":
			if count--; count <= 0 {
				first, count = -1, 0
			}
		}
	}
	return first, count > 0
}

// told are legs as people are told of them: each names the container of the goods.
func (t *tracer) told(legs []leg, n *node) []*Step {
	steps := make([]*Step, 0, len(legs))
	for _, l := range legs {
		step := &t.steps[l.event]
		container := l.container
		if parent := t.events[l.event].Parent; container < 0 && parent != "" {
			container = t.node(parent)
		}
		if container >= 0 && t.nodes[container].epc != n.epc {
			withPallet := *step
			withPallet.Pallet = t.nodes[container].epc
			step = &withPallet
		}
		steps = append(steps, step)
	}
	return steps
}

// making are the events that made goods.
func (t *tracer) making(n *node) []*Step {
	var events []int32
	for _, p := range n.madeBy {
		events = append(events, t.processes[p].events...)
	}
	return t.stepsOf(events)
}

// stepsOf are events in order, each once.
func (t *tracer) stepsOf(events []int32) []*Step {
	slices.Sort(events)
	events = slices.Compact(events)
	steps := make([]*Step, len(events))
	for k, i := range events {
		steps[k] = &t.steps[i]
	}
	return steps
}

// walker goes back along chains. It remembers where it has been by the number of
// the walk, so that a walk costs what it visits.
type walker struct {
	*tracer
	walk      int32
	nodeAt    []int32 // the walk that visited it last
	processAt []int32
}

// used is how much of a thing went into the steps of a chain.
type used struct {
	node    int32
	measure string
}

// back follows a lot back to the first events.
func (w *walker) back(start int32) Lot {
	w.walk++
	n := &w.nodes[start]
	lot := Lot{EPC: n.epc, Key: n.key, Content: *n.content, own: w.making(n), Quantity: n.madeOf()}
	lot.Complete = n.made >= 0 || w.origin(n)
	var events []int32
	var order []used
	sums := map[used]*amount{}
	queue := []int32{start}
	w.nodeAt[start] = w.walk
	for len(queue) > 0 && w.enough() {
		n := &w.nodes[queue[0]]
		queue = queue[1:]
		lot.Complete = lot.Complete && !n.inLoop
		for _, p := range n.madeBy {
			if w.processAt[p] == w.walk {
				continue
			}
			w.processAt[p] = w.walk
			events = append(events, w.processes[p].events...)
			w.work += len(w.processes[p].events)
			for _, in := range w.processes[p].inputs {
				w.work++
				u := used{in.node, unitOf(in.unit).measure}
				if sums[u] == nil {
					sums[u] = &amount{}
					order = append(order, u)
				}
				sums[u].add(in)
				if w.nodeAt[in.node] != w.walk {
					w.nodeAt[in.node] = w.walk
					queue = append(queue, in.node)
				}
			}
		}
	}
	lot.Made = w.stepsOf(events)
	for _, u := range order {
		in := w.input(u.node, sums[u])
		lot.Complete = lot.Complete && in.Seen
		lot.From = append(lot.From, in)
	}
	slices.SortFunc(lot.From, func(a, b Input) int {
		return cmp.Or(cmp.Compare(a.order, b.order), cmp.Compare(a.EPC, b.EPC), cmp.Compare(a.Used.Unit, b.Used.Unit))
	})
	lot.Into = w.into(n)
	return lot
}

// input is a lot of which another was made.
func (w *walker) input(i int32, sum *amount) Input {
	n := &w.nodes[i]
	in := Input{EPC: n.epc, Key: n.key, Content: n.content, Used: sum.measure(), First: true, order: always}
	for _, p := range n.madeBy {
		in.First = in.First && len(w.processes[p].inputs) == 0
	}
	for _, event := range [...]int32{n.seen, n.made} { // where it was made is told before where it was seen
		if event >= 0 {
			in.Seen, in.order = true, event
			in.Time, in.Place = w.steps[event].Time, w.steps[event].Place
		}
	}
	return in
}

// origin tells whether an event that does more than move goods saw them first, of
// goods that left their place and so were seen.
func (t *tracer) origin(n *node) bool { return !moves(t.events[n.seen].Step) }

// into are the EPCs of what was made of goods.
func (w *walker) into(n *node) []string {
	var epcs []string
	for _, p := range n.usedIn {
		for _, out := range w.processes[p].outputs {
			w.work++
			epcs = append(epcs, w.nodes[out.node].epc)
		}
		if !w.enough() {
			return nil
		}
	}
	slices.Sort(epcs)
	return slices.Compact(epcs)
}

// amount is a sum, and the unit it is told in: that of the first that is known.
type amount struct {
	sum   sum
	unit  string
	known bool
	hole  bool // part of it is not known
}

func (a *amount) add(p portion) {
	if !p.known {
		a.hole = true
		return
	}
	if !a.known {
		a.known, a.unit = true, p.unit
	}
	a.sum.add(p.amount, unitOf(p.unit))
}

// measure is a sum for people; nothing where none of it is known.
func (a *amount) measure() Measure {
	if !a.known {
		return Measure{}
	}
	return Measure{a.sum.in(unitOf(a.unit)), a.unit}
}

// madeOf is how much was made of goods, by measure.
func (n *node) madeOf() []Measure {
	var list []Measure
	for _, m := range n.wasMade {
		if m.known && n.key.Class() {
			list = append(list, m.measure())
		}
	}
	return list
}

// measured is an amount of one measure.
type measured struct {
	amount
	of string
}

// of is the amount of a measure; nil where there is none.
func of(list []*measured, measure string) *measured {
	for _, m := range list {
		if m.of == measure {
			return m
		}
	}
	return nil
}

// addTo adds a portion to the amount of its measure.
func addTo(list *[]*measured, p portion) *measured {
	measure := unitOf(p.unit).measure
	at, ok := slices.BinarySearchFunc(*list, measure, func(m *measured, measure string) int { return cmp.Compare(m.of, measure) })
	if !ok {
		*list = slices.Insert(*list, at, &measured{of: measure})
	}
	(*list)[at].add(p)
	return (*list)[at]
}

// named are the places that lots name, by ID.
func (t *tracer) named(lots []Lot) []Place {
	ids := map[string]bool{}
	for i := range lots {
		for _, steps := range [...][]*Step{lots[i].Made, lots[i].Went} {
			for _, s := range steps {
				ids[s.Place], ids[s.To] = true, true
			}
		}
		for k := range lots[i].From {
			ids[lots[i].From[k].Place] = true
		}
	}
	var places []Place
	for id := range ids {
		if p, ok := t.places[id]; ok {
			places = append(places, *p)
		}
	}
	slices.SortFunc(places, func(a, b Place) int { return cmp.Compare(a.ID, b.ID) })
	return places
}
