package trace

import (
	"cmp"
	"errors"
	"math/big"
	"slices"
	"strconv"

	"github.com/ocop-vn/ocop-go/dossier/codes"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// checkOrder finds goods that were used or went on before they were made.
func (t *tracer) checkOrder() {
	for i := range t.nodes {
		n := &t.nodes[i]
		if n.made < 0 {
			continue
		}
		made := &t.events[n.made]
		for _, other := range [...]int32{n.usedAt, n.seen} {
			if other >= 0 && t.events[other].at.Before(made.at) {
				t.report(usedBeforeMade, other, problem.Value("epc", n.epc), problem.Value("time", t.events[other].Time), problem.Value("made", made.Time))
				break
			}
		}
	}
}

// checkAmounts finds goods of which more was used than made, or, where nothing says
// that they were made, than was ever seen at once; and of which more left a place
// than was made at all. Where the amount of any part is not told, or is of another
// measure, nothing is found.
func (t *tracer) checkAmounts() {
	over := map[int32]*measured{}
	for i := range t.nodes {
		if m := t.nodes[i].overused(); m != nil {
			over[int32(i)] = m
		}
	}
	t.checkFlows(over)
	if len(over) > 0 {
		t.tellOverused(over)
	}
}

// there is how much of goods there was, of a measure; nil where it is not known.
func (n *node) there(measure string) *amount {
	if !n.key.Class() && n.key.URI == "" {
		one := &amount{}
		one.add(portion{amount: Units(1), known: true})
		return one
	}
	list := n.wasMade
	if n.made < 0 {
		list = n.mostSeen
	}
	for _, m := range list {
		if m.hole { // of what measure, is not known either
			return nil
		}
	}
	if m := of(list, measure); m != nil {
		return &m.amount
	}
	return nil
}

// overused is how much of goods was used, where it is more than there was.
func (n *node) overused() *measured {
	for _, used := range n.wasUsed {
		if there := n.there(used.of); there != nil && used.known && used.sum.n.Cmp(&there.sum.n) > 0 {
			return used
		}
	}
	return nil
}

// tellOverused tells of goods of which too much was used, at the event with which
// it became too much.
func (t *tracer) tellOverused(over map[int32]*measured) {
	running := map[int32]*amount{}
	for i := range t.events {
		h := &t.events[i]
		if h.Type != TransformationEvent {
			continue
		}
		for _, in := range t.portions(h.Inputs, h.InputQuantities) {
			used := over[in.node]
			if used == nil || unitOf(in.unit).measure != used.of {
				continue
			}
			if running[in.node] == nil {
				running[in.node] = &amount{}
			}
			n := &t.nodes[in.node]
			there := n.there(used.of)
			if running[in.node].add(in); running[in.node].sum.n.Cmp(&there.sum.n) <= 0 {
				continue
			}
			delete(over, in.node)
			unit := unitOf(there.unit)
			t.report(moreUsed, int32(i), problem.Value("epc", n.epc), problem.Value("used", used.sum.in(unit)),
				problem.Value("made", there.sum.in(unit)), unitParam(there.unit))
		}
	}
}

// checkFlows finds lots of which more left a place than was made.
func (t *tracer) checkFlows(over map[int32]*measured) {
	var list []flowOf
	for of, f := range t.flows {
		n := &t.nodes[of.node]
		if n.made < 0 || over[of.node] != nil {
			continue
		}
		made := n.there(of.measure)
		var left big.Int
		if made != nil && left.Sub(&f.out.sum.n, &f.in.sum.n).Cmp(&made.sum.n) > 0 {
			list = append(list, of)
		}
	}
	slices.SortFunc(list, func(a, b flowOf) int {
		return cmp.Or(cmp.Compare(a.node, b.node), cmp.Compare(a.place, b.place), cmp.Compare(a.measure, b.measure))
	})
	for _, of := range list {
		f, n := t.flows[of], &t.nodes[of.node]
		made := n.there(of.measure)
		var left sum
		left.n.Sub(&f.out.sum.n, &f.in.sum.n)
		unit := unitOf(made.unit)
		t.report(moreShipped, f.last, problem.Value("epc", n.epc), placeParam(t.places[of.place]), problem.Value("left", left.in(unit)),
			problem.Value("made", made.sum.in(unit)), unitParam(made.unit))
	}
}

// checkPlaces finds events whose place has neither a GLN nor coordinates; a place
// is told once.
func (t *tracer) checkPlaces() {
	told := map[string]bool{}
	for i := range t.events {
		id := t.steps[i].Place
		place := t.places[id]
		t.steps[i].placed = place != nil && place.Known()
		if place != nil && (t.steps[i].placed || told[id]) {
			continue
		}
		told[id] = true
		t.report(noSuchPlace, int32(i), placeParam(place))
	}
}

// checkCame finds goods that came to a place and were not shipped before.
func (t *tracer) checkCame(n *node, legs []leg) {
	if n.receivedAt < 0 {
		return
	}
	came := &t.events[n.receivedAt]
	for _, l := range legs {
		if h := &t.events[l.event]; leaves(h.Step) && !h.at.After(came.at) {
			return
		}
	}
	t.report(neverShipped, n.receivedAt, problem.Value("epc", n.epc), problem.Value("time", came.Time))
}

// checkContents finds a pallet that left and of which nothing says what it held.
func (t *tracer) checkContents(n *node, first int32) {
	if !n.held {
		t.report(unknownContents, first, problem.Value("epc", n.epc))
	}
}

// checkLot finds what is missing in what is told of a lot that left with an event.
func (t *tracer) checkLot(n *node, lot *Lot, first int32) {
	epc := problem.Value("epc", lot.EPC)
	at := first
	switch {
	case n.made >= 0:
		at = n.made
	case !t.origin(n): // and what its maker tells of it is not known either
		t.report(notMade, first, epc)
		return
	}
	if len(n.usedIn) == 0 { // what was made into something else is not what a shopper looks up
		for _, part := range leastOf() {
			switch {
			case part.there(lot):
			case part.id == shelfLife:
				t.report(noShelfLife, at, epc, problem.Worded("element", part.id, part.name))
			default:
				t.report(leastContent, at, epc, problem.Worded("element", part.id, part.name))
			}
		}
	}
	if lot.Star == 0 {
		return
	}
	if !isStar(lot.Star) {
		t.report(badStar, at, epc, problem.Value("value", strconv.Itoa(lot.Star)))
	}
	var wrong problem.List
	if _, err := codes.ParseProductCode(lot.Code); lot.Code != "" && errors.As(err, &wrong) {
		t.report(badCode, at, epc, problem.Value("value", lot.Code), problem.Worded("detail", wrong[0].Code, wrong[0].Message))
	}
}

// isStar tells whether a number is a star that is recognised (Article 4.1).
func isStar(n int) bool { return 3 <= n && n <= 5 }

// findLoops finds goods that are made of themselves: the strongly connected parts of
// what was made of what, by Tarjan's algorithm, without recursion as chains are long.
func (t *tracer) findLoops() {
	g := tarjan{tracer: t, index: make([]int32, len(t.nodes)+len(t.processes)), low: make([]int32, len(t.nodes)+len(t.processes)), on: make([]bool, len(t.nodes)+len(t.processes))}
	for v := range t.nodes {
		if g.index[v] == 0 {
			g.visit(int32(v))
		}
	}
}

// tarjan is one run of the algorithm. Its vertices are the nodes and, behind them,
// the processes.
type tarjan struct {
	*tracer
	index, low []int32 // index from 1; 0 where not visited
	on         []bool  // on the stack
	stack      []int32
	count      int32
}

// next is the k-th vertex that one leads to: what made it, or what went in; false
// where there are no more.
func (g *tarjan) next(v int32, k int) (int32, bool) {
	if nodes := int32(len(g.nodes)); v >= nodes { //nolint:gosec // see tracer.node
		if inputs := g.processes[v-nodes].inputs; k < len(inputs) {
			return inputs[k].node, true
		}
	} else if made := g.nodes[v].madeBy; k < len(made) {
		return nodes + made[k], true
	}
	return 0, false
}

func (g *tarjan) visit(root int32) {
	type frame struct {
		v int32
		k int
	}
	enter := func(v int32) {
		g.count++
		g.index[v], g.low[v], g.on[v] = g.count, g.count, true
		g.stack = append(g.stack, v)
	}
	enter(root)
	frames := []frame{{root, 0}}
	for len(frames) > 0 {
		f := &frames[len(frames)-1]
		if next, ok := g.next(f.v, f.k); ok {
			f.k++
			switch {
			case g.index[next] == 0:
				enter(next)
				frames = append(frames, frame{next, 0})
			case g.on[next]:
				g.low[f.v] = min(g.low[f.v], g.index[next])
			}
			continue
		}
		v := f.v
		frames = frames[:len(frames)-1]
		if len(frames) > 0 {
			above := frames[len(frames)-1].v
			g.low[above] = min(g.low[above], g.low[v])
		}
		if g.low[v] == g.index[v] {
			g.part(v)
		}
	}
}

// part takes a strongly connected part from the stack, and tells of it if it is a loop.
func (g *tarjan) part(v int32) {
	from := len(g.stack) - 1
	for g.stack[from] != v {
		from--
	}
	part := g.stack[from:]
	g.stack = g.stack[:from]
	epc, first, count := "", always, 0
	for _, u := range part {
		g.on[u] = false
		if nodes := int32(len(g.nodes)); u >= nodes { //nolint:gosec // see tracer.node
			first = min(first, g.processes[u-nodes].events[0])
			continue
		}
		if count++; epc == "" || g.nodes[u].epc < epc {
			epc = g.nodes[u].epc
		}
	}
	if len(part) < 2 {
		return
	}
	for _, u := range part {
		if int(u) < len(g.nodes) {
			g.nodes[u].inLoop = true
		}
	}
	g.report(loop, first, problem.Value("epc", epc), problem.Value("count", strconv.Itoa(count)))
}

// placeParam names a place in a finding.
func placeParam(p *Place) problem.Param {
	switch {
	case p == nil:
		return problem.Worded("place", "", lang.Text{Vi: "không ghi", En: "none is told"})
	case p.Name != "":
		return problem.Value("place", p.Name)
	}
	return problem.Value("place", p.ID)
}

// unitParam names a unit in a finding.
func unitParam(code string) problem.Param { return problem.Worded("unit", code, unitName(code)) }
