package trace

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"strconv"
	"time"

	"github.com/ocop-vn/ocop-go/scoring/jsonout"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// Builder makes a document of events for a program that knows nothing of EPCIS. It
// is told each work in turn: Harvest, Make, Pack, Ship, Receive, Sell. What is
// wrong is told by Document. The zero Builder is ready.
type Builder struct {
	events   []Event
	problems problem.List
	twins    map[string]int // how many events have the same content
	works    int
}

// Work is when and where something was done.
type Work struct {
	Time  time.Time // with the offset it is to be written with
	Place Place     // with a GLN or coordinates; its ID is worked out
	Stage string    // in the maker's own words, such as Rang xay
}

// Item is goods that work is done with: a lot and how much of it, a piece, or a pallet.
type Item struct {
	Key    Key
	Amount Decimal // of a lot, 0 where not told; of pieces and pallets there is one
	Unit   string  // UN/CEFACT, such as KGM; "" counts pieces
}

// Harvest says that goods came into being that were made of nothing traced: picked,
// caught, born. Content is what is told of them.
func (b *Builder) Harvest(work Work, content Content, items ...Item) {
	e := b.begin(ObjectEvent, "ADD", coming(items), "active", work)
	e.EPCs, e.Quantities = b.goods("items", items)
	e.ILMD = content.members()
	b.end(e)
}

// Observe says that goods were seen, as on an inspection.
func (b *Builder) Observe(work Work, items ...Item) {
	b.object("inspecting", "in_progress", work, items)
}

// Make says that goods were made of others, which are then no more. Content is what
// is told of what was made.
func (b *Builder) Make(work Work, from, to []Item, content Content) {
	e := b.begin(TransformationEvent, "", coming(to), "active", work)
	e.Inputs, e.InputQuantities = b.goods("from", from)
	e.Outputs, e.OutputQuantities = b.goods("to", to)
	e.ILMD = content.members()
	b.end(e)
}

// Pack says that goods were put on a pallet or in a parcel.
func (b *Builder) Pack(work Work, pallet Key, items ...Item) {
	b.aggregate("ADD", "packing", work, pallet, items)
}

// Unpack says that goods were taken from a pallet or a parcel; all of them where
// none are named.
func (b *Builder) Unpack(work Work, pallet Key, items ...Item) {
	b.aggregate("DELETE", "unpacking", work, pallet, items)
}

// Ship says that goods left for another place. Pallets are named by their own key.
func (b *Builder) Ship(work Work, to Place, items ...Item) {
	e := b.begin(ObjectEvent, "OBSERVE", "shipping", "in_transit", work)
	e.EPCs, e.Quantities = b.goods("items", items)
	e.Destinations = b.party("to", to)
	b.end(e)
}

// Receive says that goods came from another place; the zero Place is not told.
func (b *Builder) Receive(work Work, from Place, items ...Item) {
	e := b.begin(ObjectEvent, "OBSERVE", "receiving", "in_progress", work)
	e.EPCs, e.Quantities = b.goods("items", items)
	if from != (Place{}) {
		e.Sources = b.party("from", from)
	}
	e.Location = e.ReadPoint
	b.end(e)
}

// Sell says that goods were sold to those who use them.
func (b *Builder) Sell(work Work, items ...Item) {
	b.object("retail_selling", "retail_sold", work, items)
}

// Document is what was told, as of the given time. The error is a problem.List; a
// path in it begins with the number of the work, from 0.
func (b *Builder) Document(created time.Time) (Document, error) {
	if err := b.problems.Err(); err != nil {
		return Document{}, err
	}
	d := Document{Form: EPCISDocument, Context: json.RawMessage(context), Version: "2.0", Created: created.Format(time.RFC3339Nano), Events: b.events}
	for i := range d.Events {
		d.pointers = append(d.pointers, "/epcisBody/eventList/"+strconv.Itoa(i))
	}
	return d, nil
}

// object says that something befell goods that are there.
func (b *Builder) object(step, disposition string, work Work, items []Item) {
	e := b.begin(ObjectEvent, "OBSERVE", step, disposition, work)
	e.EPCs, e.Quantities = b.goods("items", items)
	b.end(e)
}

func (b *Builder) aggregate(action, step string, work Work, pallet Key, items []Item) {
	e := b.begin(AggregationEvent, action, step, "in_progress", work)
	e.Children, e.ChildQuantities = b.goods("items", items)
	b.check(pallet, "/pallet")
	e.Parent = pallet.Link("")
	b.end(e)
}

// begin is an event of a work.
func (b *Builder) begin(kind, action, step, disposition string, work Work) Event {
	if work.Time.IsZero() {
		b.wrong(noTime.At("/time"))
	}
	site, ok := work.Place.site()
	if !ok {
		b.wrong(unplaced.At("/place"))
	}
	e := Event{
		Type: kind, Action: action, Step: step, Disposition: disposition, ReadPoint: &site,
		Time: work.Time.Format(time.RFC3339Nano), Offset: work.Time.Format("-07:00"), prefixes: ours(),
	}
	if _, ok := instant(e.Time); !ok || !isOffset(e.Offset) {
		b.wrong(badTime.At("/time", problem.Value("value", e.Time)))
	}
	if work.Stage != "" {
		e.Extra = append(e.Extra, textMember("ocop:stage", work.Stage))
	}
	return e
}

// end takes an event. Where anything was found wrong there will be no document of it.
func (b *Builder) end(e Event) {
	if lists := e.lacks(); lists != "" {
		b.wrong(nothingNamed.At("", problem.Value("type", e.Type), problem.Choices("names", lists)))
	}
	b.works++
	e.ID = b.id(&e)
	e.there = e.lists()
	b.events = append(b.events, e)
}

// id is the event's, made from its content, so that the same work has the same ID
// in every document: a UUID of version 8 (RFC 9562) out of a SHA-256.
func (b *Builder) id(e *Event) string {
	content := textOfEvent(e)
	if b.twins == nil {
		b.twins = map[string]int{}
	}
	sum := sha256.Sum256([]byte(content))
	twin := b.twins[string(sum[:])]
	b.twins[string(sum[:])]++
	if twin > 0 {
		sum = sha256.Sum256([]byte(content + strconv.Itoa(twin)))
	}
	sum[6], sum[8] = sum[6]&0x0f|0x80, sum[8]&0x3f|0x80
	h := hex.EncodeToString(sum[:16])
	return "urn:uuid:" + h[:8] + "-" + h[8:12] + "-" + h[12:16] + "-" + h[16:20] + "-" + h[20:]
}

// goods are items as EPCIS lists them.
func (b *Builder) goods(list string, items []Item) (epcs []string, quantities []Quantity) {
	for i, item := range items {
		path := "/" + list + "/" + strconv.Itoa(i)
		b.check(item.Key, path+"/key")
		if !item.Key.Class() {
			epcs = append(epcs, item.Key.Link(""))
			continue
		}
		if item.Unit != "" && !isUnit(item.Unit) {
			b.wrong(badUnit.At(path+"/unit", problem.Value("value", item.Unit)))
		}
		known := item.Amount != (Decimal{})
		q := Quantity{Class: item.Key.Link(""), Amount: item.Amount, Known: known}
		if known {
			q.Unit = item.Unit
		}
		quantities = append(quantities, q)
	}
	return epcs, quantities
}

func (b *Builder) check(key Key, path string) {
	if wrong := key.check(); wrong != nil {
		b.wrong(wrong.at(path))
	}
}

// party is a place that goods go to or come from.
func (b *Builder) party(name string, place Place) []Typed {
	site, ok := place.site()
	if !ok {
		b.wrong(unplaced.At("/" + name))
	}
	return []Typed{{Type: "location", ID: site.ID}}
}

// wrong notes a problem of the work at hand.
func (b *Builder) wrong(p problem.Problem) {
	p.Path = "/" + strconv.Itoa(b.works) + p.Path
	b.problems = append(b.problems, p)
}

// coming is the step in which goods come into being: of pieces, or of a lot.
func coming(items []Item) string {
	for _, item := range items {
		if !item.Key.Class() {
			return "commissioning"
		}
	}
	return "creating_class_instance"
}

// ours are the prefixes of documents of ours.
func ours() map[string]string { return declared(json.RawMessage(context), standardPrefixes()) }

func textMember(name, value string) Member {
	var w jsonout.Writer
	w.String(value)
	return Member{name, json.RawMessage(w.Bytes())}
}
