package trace

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/ocop-vn/ocop-go/scoring/budget"
	"github.com/ocop-vn/ocop-go/scoring/jsonout"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// happening is an event among those of all documents.
type happening struct {
	*Event
	at   time.Time
	path string // of its problems
	text string // its content, once two events had to be told apart by it
}

// node is a thing that events name: goods or what they are packed in.
type node struct {
	key     Key
	epc     string   // as the first event that names it writes it
	content *Content // what is told of it
	madeBy  []int32  // processes, in order of their first event
	usedIn  []int32  // likewise
	made    int32    // the first event that made it; none: -1
	seen    int32    // the first event that observed it; none: -1
	events  []int32  // that name it, but those that made or used it
	packed  []packing
	open    int32 // of packed, for what is in one place only; none: -1
	height  int8  // layers of packing in it
	inLoop  bool
	held    bool // something was packed in it

	usedAt     int32       // the first event that used it; none: -1
	wasMade    []*measured // how much of it was made, by measure
	wasUsed    []*measured // and used
	mostSeen   []*measured // and seen at once
	receivedAt int32       // the first event with which it came to a place; none: -1
}

// flow is how much of a lot left a place and came to it, of one measure.
type flow struct {
	out, in amount
	last    int32 // event with which some left
}

type flowOf struct {
	node           int32
	place, measure string
}

// packing says that something was in a container from one event to another.
type packing struct{ container, from, to int32 }

// always is behind all events.
const always = int32(1<<31 - 1)

// process is what made goods: a transformation, of one event or of several that
// share a transformationID, or their coming into being.
type process struct {
	events  []int32
	inputs  []portion
	outputs []portion
}

// portion is so much of a thing. A piece is one.
type portion struct {
	node   int32
	amount Decimal
	known  bool
	unit   string
}

// tracer is the events of all documents, put together.
type tracer struct {
	events    []happening
	steps     []Step // of each event
	nodes     []node
	byKey     map[Key]int32
	byURI     map[string]int32
	processes []process
	joined    map[string]int32  // processes by transformationID
	within    map[[2]int32]int  // what is in a container now: container and child, to the child's packing
	holds     map[int32][]int32 // children that were put in a container, some of which may be out again
	flows     map[flowOf]*flow
	places    map[string]*Place
	contents  contentReader
	untold    Content // of what nothing is told
	found     problem.Collector
	work      int // so far, see enough
}

// gather puts the events of documents together, in the order of time.
func gather(docs []Document) *tracer {
	t := &tracer{
		byKey: map[Key]int32{}, byURI: map[string]int32{}, joined: map[string]int32{}, places: map[string]*Place{},
		within: map[[2]int32]int{}, holds: map[int32][]int32{}, flows: map[flowOf]*flow{},
		contents: newContentReader(), found: problem.Collect(budget.Trace()),
	}
	t.events = t.once(sorted(docs))
	t.steps = make([]Step, len(t.events))
	for i := range t.events {
		t.take(int32(i))
	}
	return t
}

// sorted are the events of documents in the order of time; those that were declared
// an error are left out. Events of one time are put so that what is made is there
// before it is packed, and packed before it leaves. The order of the documents makes
// no difference.
func sorted(docs []Document) []happening {
	void := map[string]bool{}
	var events []happening
	for n := range docs {
		for i := range docs[n].Events {
			e := &docs[n].Events[i]
			if e.Error != nil {
				void[e.ID] = true
				continue
			}
			if !isType(e.Type) {
				continue
			}
			events = append(events, happening{Event: e, at: e.At(), path: docs[n].pathOf(n, i)})
		}
	}
	prefixes := ours()
	for i := range events {
		if events[i].prefixes == nil { // made by hand
			e := *events[i].Event
			e.prefixes = prefixes
			events[i].Event = &e
		}
	}
	slices.SortStableFunc(events, func(a, b happening) int {
		return cmp.Or(a.at.Compare(b.at), cmp.Compare(a.rank(), b.rank()), cmp.Compare(a.ID, b.ID))
	})
	tellApart(events)
	return slices.DeleteFunc(events, func(h happening) bool { return h.ID != "" && void[h.ID] })
}

// once leaves out the events that stand twice, and tells of those that have the ID
// of another and yet say something else.
func (t *tracer) once(events []happening) []happening {
	first := map[string]*Event{}
	return slices.DeleteFunc(events, func(h happening) bool {
		if h.ID == "" {
			return false
		}
		other, twice := first[h.ID]
		switch {
		case !twice:
			first[h.ID] = h.Event
		case textOfEvent(other) != textOfEvent(h.Event):
			t.found.Add(sameID.At(h.path, problem.Value("id", h.ID)))
		}
		return twice
	})
}

// textOfEvent is what an event says, without its ID.
func textOfEvent(e *Event) string {
	w := writing{jsonout.To(nil)}
	w.Open()
	w.content(e)
	w.Close()
	return string(w.Bytes())
}

// tellApart puts events that are alike but in their content in its order.
func tellApart(events []happening) {
	for from := 0; from < len(events); {
		to := from + 1
		for to < len(events) && events[to].at.Equal(events[from].at) && events[to].rank() == events[from].rank() && events[to].ID == events[from].ID {
			to++
		}
		if same := events[from:to]; len(same) > 1 {
			for i := range same {
				same[i].text = textOfEvent(same[i].Event)
			}
			slices.SortStableFunc(same, func(a, b happening) int { return cmp.Compare(a.text, b.text) })
		}
		from = to
	}
}

// rank is the order of events of one time.
func (h *happening) rank() int {
	switch {
	case h.Type == TransformationEvent, h.Type == ObjectEvent && h.Action == "ADD":
		return 0
	case h.Type == AggregationEvent && h.Action == "ADD":
		return 1
	case h.Type == AggregationEvent && h.Action == "DELETE":
		return 3
	}
	return 2
}

// pathOf is where an event stands: the document's number, and the place in it.
func (d *Document) pathOf(document, event int) string {
	path := "/" + strconv.Itoa(document)
	if event < len(d.pointers) {
		return path + d.pointers[event]
	}
	return path + "/epcisBody/eventList/" + strconv.Itoa(event)
}

// take takes an event: what it names, made, used and packed.
func (t *tracer) take(i int32) {
	h := &t.events[i]
	t.step(i)
	switch {
	case h.Type == TransformationEvent:
		t.make(i, t.processOf(h.Transformation))
	case h.Type == ObjectEvent && h.Action == "ADD":
		t.make(i, t.newProcess())
	default:
		t.observe(i)
	}
}

// step notes an event as people are told of it, and its places.
func (t *tracer) step(i int32) {
	h := &t.events[i]
	s := &t.steps[i]
	*s = Step{Event: h.ID, Type: h.Type, Action: h.Action, Step: h.Step, Time: h.Time}
	for _, m := range h.Extra {
		if expanded(m.Name, h.prefixes) == Namespace+"stage" {
			s.Stage = textOf(m.Value)
		}
	}
	site := h.ReadPoint
	if site == nil {
		site = h.Location
	}
	t.place(h.Location, h.prefixes)
	place := t.place(site, h.prefixes)
	s.Place = place.ID
	for _, list := range [...][]Typed{h.Destinations, h.Sources} {
		for _, d := range list {
			t.place(&Site{ID: d.ID}, nil)
		}
	}
	s.To = destination(h.Destinations)
}

// destination is the place that goods were sent to: a location before a party.
func destination(list []Typed) string {
	to := ""
	for _, d := range list {
		if d.Type == "location" {
			return d.ID
		}
		to = d.ID
	}
	return to
}

// place notes what an event tells of a place, beside what others told of it.
func (t *tracer) place(s *Site, prefixes map[string]string) *Place {
	if s == nil || s.ID == "" {
		return &Place{}
	}
	p, ok := t.places[s.ID]
	if ok && len(s.Extra) == 0 { // no more is told of it
		return p
	}
	told := placeOf(s, prefixes)
	if !ok {
		t.places[told.ID] = &told
		return &told
	}
	for _, part := range [...][2]*string{{&p.Name, &told.Name}, {&p.Address, &told.Address}} {
		*part[0] = cmp.Or(*part[0], *part[1])
	}
	if p.Latitude == "" {
		p.Latitude, p.Longitude = told.Latitude, told.Longitude
	}
	return p
}

// node is the number of what an address names.
func (t *tracer) node(uri string) int32 {
	if n, ok := t.byURI[uri]; ok {
		return n
	}
	key, wrong := parse(uri)
	if wrong != nil && wrong.kind != &wrongCheckDigit {
		key = Key{URI: uri}
	}
	id := key
	if id.Serial != "" { // a piece is the same, whether its lot is told or not
		id.Lot = ""
	}
	n, ok := t.byKey[id]
	if !ok {
		n = int32(len(t.nodes)) //nolint:gosec // documents name far fewer things
		t.byKey[id] = n
		t.nodes = append(t.nodes, node{key: key, epc: uri, content: &t.untold, made: -1, seen: -1, open: -1, usedAt: -1, receivedAt: -1})
	}
	t.byURI[uri] = n
	return n
}

// portions are the goods of two lists of an event.
func (t *tracer) portions(epcs []string, quantities []Quantity) []portion {
	list := make([]portion, 0, len(epcs)+len(quantities))
	for _, epc := range epcs {
		n := t.node(epc)
		list = append(list, portion{node: n, amount: Units(1), known: !t.nodes[n].key.Class()})
	}
	for _, q := range quantities {
		list = append(list, portion{t.node(q.Class), q.Amount, q.Known, q.Unit})
	}
	return list
}

func (t *tracer) newProcess() int32 {
	t.processes = append(t.processes, process{})
	return int32(len(t.processes) - 1) //nolint:gosec // there are no more than events
}

// processOf is the process of a transformationID; a new one where there is none.
func (t *tracer) processOf(id string) int32 {
	if id == "" {
		return t.newProcess()
	}
	p, ok := t.joined[id]
	if !ok {
		p = t.newProcess()
		t.joined[id] = p
	}
	return p
}

// make notes what an event made, and of what.
func (t *tracer) make(i, p int32) {
	h := &t.events[i]
	inputs := t.portions(h.Inputs, h.InputQuantities)
	outputs := t.portions(h.Outputs, h.OutputQuantities)
	if h.Type == ObjectEvent {
		outputs = t.portions(h.EPCs, h.Quantities)
	}
	for _, in := range inputs {
		n := &t.nodes[in.node]
		addOnce(&n.usedIn, p)
		if n.usedAt < 0 {
			n.usedAt = i
		}
		addTo(&n.wasUsed, in)
		t.flow(in, i, true)
	}
	for _, out := range outputs {
		n := &t.nodes[out.node]
		addOnce(&n.madeBy, p)
		if n.made < 0 {
			n.made = i
		}
		addTo(&n.wasMade, out)
		if len(h.ILMD) > 0 {
			if n.content == &t.untold {
				n.content = &Content{}
			}
			t.contents.fill(n.content, h.ILMD, h.prefixes)
		}
	}
	process := &t.processes[p]
	process.events = append(process.events, i)
	process.inputs = append(process.inputs, inputs...)
	process.outputs = append(process.outputs, outputs...)
}

// addOnce appends a number that is not the last.
func addOnce(list *[]int32, p int32) {
	if !slices.Contains((*list)[max(0, len(*list)-1):], p) {
		*list = append(*list, p)
	}
}

// observe notes what an event saw, packed or unpacked.
func (t *tracer) observe(i int32) {
	h := &t.events[i]
	epcs, quantities := h.EPCs, h.Quantities
	if h.Type == AggregationEvent || h.Type == AssociationEvent {
		epcs, quantities = h.Children, h.ChildQuantities
	}
	goods := t.portions(epcs, quantities)
	for _, g := range goods {
		t.see(g.node, i)
		t.nodes[g.node].sawAtOnce(g)
		if out := h.Step == "shipping" || h.Step == "retail_selling"; out || h.Step == "receiving" {
			t.flow(g, i, out)
		}
	}
	if h.Parent == "" {
		return
	}
	container := t.node(h.Parent)
	t.see(container, i)
	if h.Type != AggregationEvent {
		return
	}
	if h.Action == "DELETE" {
		t.unpack(i, container, goods)
		return
	}
	for _, g := range goods {
		t.pack(i, container, g.node)
	}
}

func (t *tracer) see(n, i int32) {
	node := &t.nodes[n]
	if node.seen < 0 {
		node.seen = i
	}
	if node.receivedAt < 0 && arrives(t.events[i].Step) {
		node.receivedAt = i
	}
	if len(node.events) == 0 || node.events[len(node.events)-1] != i {
		node.events = append(node.events, i)
	}
}

// sawAtOnce notes how much of a lot was seen, where it is more than before.
func (n *node) sawAtOnce(g portion) {
	var once []*measured
	now := addTo(&once, g)
	for k, before := range n.mostSeen {
		if before.of == now.of {
			if now.sum.n.Cmp(&before.sum.n) > 0 {
				n.mostSeen[k] = now
			}
			n.mostSeen[k].hole = before.hole || !g.known
			return
		}
	}
	n.mostSeen = append(n.mostSeen, now)
}

// flow notes how much of a lot leaves a place, or comes to it.
func (t *tracer) flow(g portion, i int32, out bool) {
	if !g.known || !t.nodes[g.node].key.Class() {
		return
	}
	of := flowOf{g.node, t.steps[i].Place, unitOf(g.unit).measure}
	f := t.flows[of]
	if f == nil {
		f = &flow{}
		t.flows[of] = f
	}
	if !out {
		f.in.add(g)
		return
	}
	f.out.add(g)
	f.last = i
}

// maxLayers is how many layers of packing are followed: piece, inner pack, case,
// pallet, container are five.
const maxLayers = 16

// pack puts goods in a container. A piece or a pallet is in one at a time, a lot
// may be spread over many.
func (t *tracer) pack(i, container, child int32) {
	n := &t.nodes[child]
	if _, there := t.within[[2]int32{container, child}]; there { // observed again: nothing new
		return
	}
	if !n.key.Class() {
		if n.open >= 0 {
			t.takeOut(i, n.packed[n.open].container, child)
		}
		if !t.fits(child, container) {
			t.report(nestedTooDeep, i, problem.Value("epc", n.epc), problem.Value("limit", strconv.Itoa(maxLayers)))
			return
		}
		n.open = int32(len(n.packed)) //nolint:gosec // no more than events
	}
	t.within[[2]int32{container, child}] = len(n.packed)
	n.packed = append(n.packed, packing{container, i, always})
	t.holds[container] = append(t.holds[container], child)
	t.nodes[container].held = true
}

// fits tells whether goods go into a container without too many layers, and notes
// the layers. Nothing goes into itself.
func (t *tracer) fits(child, container int32) bool {
	height := t.nodes[child].height + 1
	above := int8(0)
	for c := container; c >= 0; c = t.holder(c) {
		if c == child || height+above > maxLayers {
			return false
		}
		above++
	}
	for c := container; c >= 0; c = t.holder(c) {
		t.nodes[c].height = max(t.nodes[c].height, height)
		height++
	}
	return true
}

// holder is what a container stands in now; -1 where in nothing.
func (t *tracer) holder(n int32) int32 {
	node := &t.nodes[n]
	if node.open < 0 {
		return -1
	}
	return node.packed[node.open].container
}

// unpack takes goods out of a container; all where none are named.
func (t *tracer) unpack(i, container int32, goods []portion) {
	if len(goods) == 0 {
		for _, child := range t.holds[container] {
			t.takeOut(i, container, child)
		}
		delete(t.holds, container)
		return
	}
	for _, g := range goods {
		t.takeOut(i, container, g.node)
	}
}

func (t *tracer) takeOut(i, container, child int32) {
	where := [2]int32{container, child}
	k, there := t.within[where]
	if !there {
		return
	}
	n := &t.nodes[child]
	n.packed[k].to = i
	n.open = -1
	delete(t.within, where)
}

// report notes a problem of an event.
func (t *tracer) report(kind problem.Kind, i int32, params ...problem.Param) {
	t.found.Add(kind.At(t.events[i].path, params...))
}

// leaves tells whether goods leave a place in a step.
func leaves(step string) bool {
	return step == "shipping" || step == "departing" || step == "retail_selling"
}

// arrives tells whether goods come to a place in a step.
func arrives(step string) bool {
	return step == "receiving" || step == "arriving" || step == "accepting"
}

// moves tells whether a step only says that goods went on, and not what they are.
func moves(step string) bool {
	return leaves(step) || arrives(step) || strings.HasSuffix(step, "loading") || step == "transporting" || step == "void_shipping"
}
