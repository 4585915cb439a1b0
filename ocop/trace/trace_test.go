package trace_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/ocop/trace"
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

var (
	farm = trace.Place{Latitude: "12.79", Longitude: "108.08", Name: "Rẫy"}
	mill = trace.Place{GLN: "8938500000904", Name: "Xưởng"}
	shop = trace.Place{GLN: "8938500000911", Name: "Cửa hàng"}
	full = trace.Content{
		Product: "Cà phê", Picture: "ca-phe.jpg", Maker: "HTX Mẫu", Address: "Đắk Lắk", Brand: "Mẫu", Code: "66-24280-15-2026",
		BestBefore: civil.Date{Year: 2027, Month: 8, Day: 12}, Standard: "TCVN 12460:2018", Star: 4,
	}
)

// on is a work on a day of August 2026, at a place.
func on(day int, place trace.Place) trace.Work {
	return trace.Work{Time: time.Date(2026, time.August, day, 8, 0, 0, 0, time.FixedZone("", 7*60*60)), Place: place}
}

// kg is so many kilograms of a lot; the lot's first letter says what it is of.
func kg(lot string, amount int) trace.Item { return of(lot, amount, "KGM") }

func of(lot string, amount int, unit string) trace.Item {
	key, err := trace.Batch(withCheckDigit(fmt.Sprintf("8938500%05d", lot[0])), lot)
	if err != nil {
		panic(err)
	}
	return trace.Item{Key: key, Amount: trace.Units(amount), Unit: unit}
}

func pallet(n int) trace.Item {
	key, err := trace.Pallet(withCheckDigit(fmt.Sprintf("18938500%09d", n)))
	if err != nil {
		panic(err)
	}
	return trace.Item{Key: key}
}

func items(list ...trace.Item) []trace.Item { return list }

// told is what is traced of what a builder was told.
func told(t *testing.T, tell func(b *trace.Builder)) trace.Report {
	t.Helper()
	return trace.Trace(built(t, tell))
}

func built(t *testing.T, tell func(b *trace.Builder)) trace.Document {
	t.Helper()
	var b trace.Builder
	tell(&b)
	document, err := b.Document(on(31, mill).Time)
	require.NoError(t, err)
	read, problems := trace.Read(document.AppendJSON(nil))
	require.Empty(t, problems, "what the builder makes is read without a problem")
	require.Equal(t, string(document.AppendJSON(nil)), string(read.AppendJSON(nil)))
	require.Equal(t, document, read, "and gives the same value")
	return read
}

// chain is a chain without a fault; what it is told beside may spoil it.
func chain(b *trace.Builder) {
	b.Harvest(on(1, farm), trace.Content{}, kg("A1", 300))
	b.Ship(on(2, farm), mill, kg("A1", 300))
	b.Receive(on(3, mill), farm, kg("A1", 300))
	b.Make(on(4, mill), items(kg("A1", 300)), items(kg("B1", 250)), trace.Content{})
	b.Make(on(5, mill), items(kg("B1", 250)), items(of("C1", 500, "H87")), full)
	b.Pack(on(6, mill), pallet(1).Key, of("C1", 200, ""))
	b.Ship(on(7, mill), shop, pallet(1))
	b.Receive(on(8, shop), mill, pallet(1))
	b.Unpack(on(9, shop), pallet(1).Key)
	b.Sell(on(10, shop), of("C1", 2, "EA"))
}

func codes(list problem.List) string {
	found := make([]string, len(list))
	for i, p := range list {
		found[i] = p.Code
	}
	return strings.Join(found, " ")
}

func TestAChainIsTracedBack(t *testing.T) {
	t.Parallel()
	report := told(t, chain)
	assert.Empty(t, report.Problems)
	require.Len(t, report.Lots, 2, "the beans left the farm, the packs the mill")
	beans, packs := report.Lots[0], report.Lots[1]
	assert.Equal(t, "A1", beans.Key.Lot)
	assert.Empty(t, beans.From)
	assert.True(t, beans.Complete)
	assert.Len(t, beans.Made, 1)
	assert.Equal(t, full, packs.Content)
	assert.True(t, packs.Complete)
	assert.Equal(t, []trace.Measure{{Amount: "500", Unit: "H87"}}, packs.Quantity)
	var from []string
	for _, in := range packs.From {
		from = append(from, in.Key.Lot+" "+in.Used.Amount+" "+in.Used.Unit+" "+in.Place+" "+in.Time[:10]+fmt.Sprint(in.First, in.Seen))
	}
	assert.Equal(t, []string{
		"A1 300 KGM geo:12.79,108.08 2026-08-01true true",
		"B1 250 KGM https://id.gs1.org/414/8938500000904 2026-08-04false true",
	}, from)
	var went []string
	for _, s := range packs.Went {
		went = append(went, s.Step+" "+s.Pallet)
	}
	onPallet := " " + pallet(1).Key.Link("")
	assert.Equal(t, []string{"packing" + onPallet, "shipping" + onPallet, "receiving" + onPallet, "unpacking" + onPallet, "retail_selling "}, went)
	assert.Equal(t, shop.GLN, report.Place(packs.Went[1].To).GLN)
	assert.Equal(t, "Xưởng", report.Place(packs.Went[0].Place).Name)
	assert.Zero(t, report.Place("elsewhere"))
	assert.Equal(t, []string{kg("B1", 0).Key.Link("")}, beans.Into)
}

func TestTheContractsShape(t *testing.T) {
	t.Parallel()
	report := told(t, chain)
	var data struct {
		Lots []struct {
			EPC, GTIN, Lot, Product string
			Made                    []map[string]any
			From                    []struct {
				EPC, Unit, Place, Time string
				Quantity               json.Number
			}
			Complete bool
		}
		Problems []any
	}
	require.NoError(t, json.Unmarshal(report.AppendJSON(nil), &data))
	lot := data.Lots[1]
	assert.Equal(t, "https://id.gs1.org/01/"+lot.GTIN+"/10/C1", lot.EPC)
	assert.Equal(t, "Cà phê", lot.Product)
	assert.Len(t, lot.Made, 3)
	assert.Equal(t, "300", lot.From[0].Quantity.String())
	assert.Equal(t, "KGM", lot.From[0].Unit)
	assert.NotNil(t, data.Problems)
	empty := trace.Trace()
	assert.JSONEq(t, `{"lots":[],"places":[],"problems":[]}`, string(empty.AppendJSON(nil)))
}

func TestWhatDoesNotFit(t *testing.T) {
	t.Parallel()
	make1 := func(day int, from, to trace.Item) func(*trace.Builder) {
		return func(b *trace.Builder) { b.Make(on(day, mill), items(from), items(to), full) }
	}
	harvest := func(item trace.Item) func(*trace.Builder) {
		return func(b *trace.Builder) { b.Harvest(on(1, farm), trace.Content{}, item) }
	}
	ship := func(day int, item trace.Item) func(*trace.Builder) {
		return func(b *trace.Builder) { b.Ship(on(day, mill), shop, item) }
	}
	type tell = []func(*trace.Builder)
	for name, c := range map[string]struct {
		tell tell
		want string
		says string
	}{
		"nothing": {tell{chain}, "", ""},
		"used before it was made": {tell{harvest(kg("A1", 9)), make1(3, kg("B1", 9), kg("C1", 9)), make1(4, kg("A1", 9), kg("B1", 9))},
			"TRACE-20", "/B1 was used or went on at 2026-08-03T08:00:00+07:00, before it was made at 2026-08-04T08:00:00+07:00"},
		"shipped before it was made": {tell{ship(1, kg("C1", 9)), make1(4, kg("A1", 9), kg("C1", 9))}, "TRACE-20", "2026-08-01T08:00:00+07:00, before"},
		"made and used at one time":  {tell{harvest(kg("A1", 9)), make1(1, kg("A1", 9), kg("C1", 9))}, "", ""},
		"more used than made":        {tell{harvest(kg("A1", 10)), make1(2, kg("A1", 6), kg("C1", 1)), make1(3, kg("A1", 5), kg("C2", 1))}, "TRACE-21", "11 kg were used, more than the 10 kg"},
		"as much used as made":       {tell{harvest(kg("A1", 1)), make1(2, of("A1", 400, "GRM"), kg("C1", 1)), make1(3, of("A1", 600, "GRM"), kg("C2", 1))}, "", ""},
		"a gram more":                {tell{harvest(of("A1", 1, "TNE")), make1(2, of("A1", 1_000_001, "GRM"), kg("C1", 1))}, "TRACE-21", "1.000001 tonnes were used, more than the 1 tonnes"},
		"millilitres of litres":      {tell{harvest(of("A1", 2, "LTR")), make1(2, of("A1", 2001, "MLT"), kg("C1", 1))}, "TRACE-21", "2.001 litres"},
		"pieces of kilograms":        {tell{harvest(kg("A1", 1)), make1(2, of("A1", 5000, "H87"), kg("C1", 1))}, "", ""},
		"of an amount not told":      {tell{harvest(kg("A1", 0)), make1(2, kg("A1", 50), kg("C1", 1))}, "", ""},
		"more used than ever seen":   {tell{func(b *trace.Builder) { b.Observe(on(1, farm), kg("A1", 10)) }, make1(2, kg("A1", 11), kg("C1", 1))}, "TRACE-21", "11 kg were used, more than the 10 kg"},
		"more shipped than made":     {tell{harvest(kg("A1", 10)), make1(2, kg("A1", 10), kg("C1", 9)), ship(3, kg("C1", 5)), ship(4, kg("C1", 5))}, "TRACE-34", "10 kg left Xưởng (used, shipped, sold), more than the 9 kg"},
		"used and shipped":           {tell{func(b *trace.Builder) { b.Harvest(on(1, mill), full, kg("A1", 10)) }, make1(2, kg("A1", 6), kg("C1", 6)), ship(3, kg("A1", 5))}, "TRACE-34", "11 kg left"},
		"all used and some shipped":  {tell{func(b *trace.Builder) { b.Harvest(on(1, mill), full, kg("A1", 10)) }, make1(2, kg("A1", 10), kg("C1", 6)), ship(3, kg("A1", 1))}, "TRACE-34", "11 kg left"},
		"a loop":                     {tell{make1(2, kg("B1", 1), kg("C1", 1)), make1(2, kg("C1", 1), kg("B1", 1)), make1(3, kg("C1", 0), kg("D1", 1))}, "TRACE-22", "by way of 2 lots"},
		"a lot of itself":            {tell{make1(2, kg("B1", 1), kg("B1", 1))}, "TRACE-22", "by way of 1 lots"},
		"shipped and never made":     {tell{ship(3, kg("C1", 5))}, "TRACE-23", "no event says where it was made"},
		"fresh, seen and shipped":    {tell{func(b *trace.Builder) { b.Observe(on(1, farm), kg("C1", 10)) }, ship(3, kg("C1", 5))}, "TRACE-26" + strings.Repeat(" TRACE-26", 8) + " TRACE-36 TRACE-26", "name is missing"},
		"received and never shipped": {tell{func(b *trace.Builder) { b.Receive(on(2, mill), farm, kg("A1", 5)) }, make1(3, kg("A1", 5), kg("C1", 5))}, "TRACE-24", "nothing says that it was shipped before"},
		"received from somewhere":    {tell{func(b *trace.Builder) { b.Receive(on(2, mill), trace.Place{}, kg("A1", 5)) }}, "TRACE-24", ""},
		"a pallet of nothing known":  {tell{ship(3, pallet(7))}, "TRACE-30", "no event says what was packed in it"},
		"a star that is none":        {tell{func(b *trace.Builder) { c := full; c.Star = 6; b.Harvest(on(1, farm), c, kg("A1", 5)) }, ship(2, kg("A1", 5))}, "TRACE-27", "must be 3 to 5, not 6"},
		"a code of no form":          {tell{func(b *trace.Builder) { c := full; c.Code = "X1"; b.Harvest(on(1, farm), c, kg("A1", 5)) }, ship(2, kg("A1", 5))}, "TRACE-31", "“X1” is not well formed"},
		"a pallet in itself":         {tell{func(b *trace.Builder) { b.Pack(on(1, mill), pallet(1).Key, pallet(1)) }}, "TRACE-28", "or in itself"},
		"pallets in a ring": {tell{func(b *trace.Builder) {
			b.Pack(on(1, mill), pallet(1).Key, pallet(2))
			b.Pack(on(2, mill), pallet(2).Key, pallet(1))
		}}, "TRACE-28", ""},
		"two pieces of one": {tell{func(b *trace.Builder) {
			b.Make(on(2, mill), items(piece("P1")), items(kg("C1", 1)), full)
			b.Make(on(3, mill), items(piece("P1")), items(kg("C2", 1)), full)
		}}, "TRACE-21", "2 pieces were used"},
		"a piece once": {tell{func(b *trace.Builder) { b.Make(on(2, mill), items(piece("P1")), items(kg("C1", 1)), full) }}, "", ""},
	} {
		report := told(t, func(b *trace.Builder) {
			for _, tell := range c.tell {
				tell(b)
			}
		})
		assert.Equal(t, c.want, codes(report.Problems), "%s: %v", name, report.Problems)
		if c.want != "" && len(report.Problems) > 0 {
			assert.Contains(t, report.Problems[0].Message.En, c.says, name)
			assert.Regexp(t, "^/0/epcisBody/eventList/[0-9]+$", report.Problems[0].Path, name)
		}
	}
}

func piece(serial string) trace.Item {
	key, err := trace.Piece("8938500000034", serial)
	if err != nil {
		panic(err)
	}
	return trace.Item{Key: key}
}

// Each part of the least content that is not told is a problem of its own.
func TestLeastContent(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		spoil func(*trace.Content)
		want  string
	}{
		"product":    {func(c *trace.Content) { c.Product = "" }, "the product's name"},
		"picture":    {func(c *trace.Content) { c.Picture = "" }, "a picture of the product"},
		"maker":      {func(c *trace.Content) { c.Maker = "" }, "the maker's name"},
		"address":    {func(c *trace.Content) { c.Address = "" }, "the maker's address"},
		"brand":      {func(c *trace.Content) { c.Brand = "" }, "the brand"},
		"code":       {func(c *trace.Content) { c.Code = "" }, "the product's code"},
		"shelf-life": {func(c *trace.Content) { c.BestBefore = civil.Date{} }, "the shelf life"},
		"standard":   {func(c *trace.Content) { c.Standard = "" }, "the standard applied"},
	} {
		content := full
		c.spoil(&content)
		report := told(t, func(b *trace.Builder) {
			b.Harvest(on(1, mill), content, kg("A1", 5))
			b.Ship(on(2, mill), shop, kg("A1", 5))
		})
		code, told := "TRACE-26", " is missing"
		if name == "shelf-life" { // a warning: goods that do not spoil have none
			code, told = "TRACE-36", " is not told"
		}
		require.Equal(t, code, codes(report.Problems), name)
		assert.Equal(t, code == "TRACE-26", report.Problems.Err() != nil, name)
		assert.Contains(t, report.Problems[0].Message.En, c.want+told, name)
		assert.Equal(t, name, report.Problems[0].Params[1].Value)
	}
	expires := full
	expires.BestBefore, expires.Expires = civil.Date{}, full.BestBefore
	report := told(t, func(b *trace.Builder) {
		b.Harvest(on(1, mill), expires, kg("A1", 5))
		b.Ship(on(2, mill), shop, kg("A1", 5))
	})
	assert.Empty(t, report.Problems, "either day is a shelf life")
}

func TestPlaces(t *testing.T) {
	t.Parallel()
	for place, want := range map[string]string{
		`{"id":"http://example.vn/kho/1"}`:                                                   "TRACE-25",
		`{"id":"http://example.vn/kho/1","cbvmda:latitude":"12.1","cbvmda:longitude":"108"}`: "",
		`{"id":"http://example.vn/kho/1","cbvmda:latitude":91,"cbvmda:longitude":108}`:       "TRACE-25",
		`{"id":"geo:12.1,108.2;u=30"}`:                                                       "",
		`{"id":"geo:12.1,208.2"}`:                                                            "TRACE-25",
		`{"id":"https://id.gs1.org/414/8938500000904"}`:                                      "",
		`{"id":"urn:epc:id:sgln:8938500.00090.kho%2F2"}`:                                     "",
	} {
		read, problems := trace.Read([]byte(document(object(`,"readPoint":` + place))))
		require.Empty(t, problems, place)
		report := trace.Trace(read)
		assert.Equal(t, want, codes(report.Problems), place)
	}
	nowhere, _ := trace.Read([]byte(document(object(""), object(`,"recordTime":"2026-08-05T07:00:00Z"`))))
	report := trace.Trace(nowhere)
	assert.Equal(t, "TRACE-25 TRACE-25", codes(report.Problems), "each event that tells no place")
	read, _ := trace.Read([]byte(document(object(""), object(`,"readPoint":{"id":"http://example.vn/kho/1"}`), object(`,"readPoint":{"id":"http://example.vn/kho/1"},"recordTime":"2026-08-05T07:00:00Z"`))))
	report = trace.Trace(read)
	assert.Equal(t, "TRACE-25 TRACE-25", codes(report.Problems), "none, and one that is told once")
	assert.Contains(t, report.Problems[0].Message.En, "(none is told)")
	assert.Contains(t, report.Problems[0].Message.Vi, "(không ghi)")
}

// An input that no event made or saw leaves the chain open; one that was only seen
// does not.
func TestComplete(t *testing.T) {
	t.Parallel()
	make2 := func(b *trace.Builder) {
		b.Make(on(2, mill), items(kg("A1", 1), kg("B1", 1)), items(kg("C1", 2)), full)
		b.Ship(on(3, mill), shop, kg("C1", 2))
	}
	report := told(t, func(b *trace.Builder) {
		b.Harvest(on(1, farm), full, kg("A1", 1))
		make2(b)
	})
	assert.False(t, report.Lots[0].Complete)
	assert.Equal(t, []bool{true, false}, []bool{report.Lots[0].From[0].Seen, report.Lots[0].From[1].Seen})
	assert.Empty(t, report.Lots[0].From[1].Time)
	report = told(t, func(b *trace.Builder) {
		b.Harvest(on(1, farm), full, kg("A1", 1))
		b.Observe(on(1, farm), kg("B1", 1))
		make2(b)
	})
	assert.True(t, report.Lots[0].Complete)
}

// Goods that went into a chain by two ways count once for each event, in the unit in
// which they were first told; and each place of the chain is named.
func TestAChainOfManyWays(t *testing.T) {
	t.Parallel()
	nothing := trace.Content{}
	report := told(t, func(b *trace.Builder) {
		b.Harvest(on(1, farm), nothing, kg("A1", 5), kg("A2", 3))
		b.Observe(on(1, shop), kg("Q1", 7))
		b.Ship(on(2, farm), mill, kg("A1", 5))
		b.Make(on(3, mill), items(of("A1", 500, "GRM")), items(kg("B2", 1), kg("B1", 1)), nothing)
		b.Make(on(4, mill), items(kg("A1", 1), kg("A2", 3)), items(kg("B2", 1)), nothing)
		b.Harvest(on(4, mill), nothing, kg("B1", 1))
		b.Make(on(5, mill), items(kg("B1", 1), kg("B2", 2), kg("Q1", 0)), items(kg("C1", 0)), full)
		b.Sell(on(6, trace.Place{Latitude: "1", Longitude: "2"}), kg("C1", 1))
		b.Ship(on(7, mill), trace.Place{Latitude: "3", Longitude: "4"}, kg("C1", 1))
	})
	require.Len(t, report.Lots, 2)
	assert.Equal(t, []string{kg("B1", 0).Key.Link(""), kg("B2", 0).Key.Link("")}, report.Lots[0].Into)
	var from []string
	for _, in := range report.Lots[1].From {
		from = append(from, fmt.Sprint(in.Key.Lot, " ", in.Used.Amount, in.Used.Unit, " ", in.First))
	}
	assert.Equal(t, []string{"A1 1500GRM true", "A2 3KGM true", "Q1  true", "B1 1KGM false", "B2 2KGM false"}, from)
	assert.Empty(t, report.Lots[1].Quantity)
	places := make([]string, len(report.Places))
	for i, p := range report.Places {
		places[i] = p.ID
	}
	const gln = "https://id.gs1.org/414/"
	assert.Equal(t, []string{"geo:1,2", "geo:12.79,108.08", "geo:3,4", gln + mill.GLN, gln + shop.GLN}, places)
}

func TestEventsThatAreNone(t *testing.T) {
	t.Parallel()
	harvested := built(t, func(b *trace.Builder) {
		b.Harvest(on(1, farm), full, kg("A1", 5))
		b.Ship(on(2, farm), mill, kg("A1", 5))
	})
	twice := trace.Trace(harvested, harvested)
	once := trace.Trace(harvested)
	assert.Equal(t, string(once.AppendJSON(nil)), string(twice.AppendJSON(nil)), "a document given twice counts once")
	assert.Equal(t, "5", twice.Lots[0].Quantity[0].Amount)

	other := harvested.Events[0]
	other.Quantities = []trace.Quantity{{Class: other.Quantities[0].Class, Amount: trace.Units(99), Known: true, Unit: "KGM"}}
	differs := trace.Trace(harvested, trace.Document{Events: []trace.Event{other}})
	assert.Equal(t, "TRACE-35", codes(differs.Problems), "the same ID and another amount")

	void := harvested.Events[1]
	void.Error = json.RawMessage(`{"declarationTime":"2026-08-06T07:00:00+07:00"}`)
	report := trace.Trace(harvested, trace.Document{Events: []trace.Event{void}})
	assert.Empty(t, report.Lots, "it was declared that the shipping never was")

	cancelled := harvested.Events[1]
	cancelled.ID, cancelled.Step, cancelled.Time = "urn:uuid:2", "void_shipping", "2026-08-03T08:00:00+07:00"
	report = trace.Trace(harvested, trace.Document{Events: []trace.Event{cancelled}})
	assert.Empty(t, report.Lots, "the shipping was cancelled")
	again := harvested.Events[1]
	again.ID, again.Time = "urn:uuid:3", "2026-08-04T08:00:00+07:00"
	report = trace.Trace(harvested, trace.Document{Events: []trace.Event{cancelled, again}})
	assert.Len(t, report.Lots, 1)
}

// What was taken from a pallet before it left is not shipped with it, nor what was
// put on another.
func TestPallets(t *testing.T) {
	t.Parallel()
	report := told(t, func(b *trace.Builder) {
		for _, lot := range []string{"A1", "B1", "C1", "D1"} {
			b.Harvest(on(1, mill), full, kg(lot, 5))
		}
		b.Pack(on(2, mill), pallet(1).Key, kg("A1", 5), kg("B1", 5))
		b.Pack(on(2, mill), pallet(2).Key, kg("C1", 5))
		b.Unpack(on(3, mill), pallet(1).Key, kg("B1", 5))
		b.Pack(on(3, mill), pallet(3).Key, pallet(1), pallet(2))
		b.Unpack(on(4, mill), pallet(3).Key, pallet(2))
		b.Ship(on(5, mill), shop, pallet(3))
		b.Pack(on(6, shop), pallet(3).Key, kg("D1", 5))
	})
	var lots []string
	for i := range report.Lots {
		lots = append(lots, report.Lots[i].Key.Lot)
	}
	assert.Equal(t, []string{"A1"}, lots)
	assert.Empty(t, report.Problems)
}

// forward follows goods of which all can be told.
func forward(t *testing.T, key trace.Key, docs ...trace.Document) []trace.Reach {
	t.Helper()
	reached, problems := trace.Forward(key, docs...)
	require.Empty(t, problems)
	return reached
}

func TestForward(t *testing.T) {
	t.Parallel()
	document := built(t, chain)
	var lots []string
	for _, r := range forward(t, kg("A1", 0).Key, document) {
		lots = append(lots, fmt.Sprintf("%s made %d went %d", r.Key.Lot, len(r.Made), len(r.Went)))
	}
	assert.Equal(t, []string{"A1 made 1 went 2", "B1 made 1 went 0", "C1 made 1 went 5"}, lots)
	assert.Empty(t, forward(t, kg("Q1", 0).Key, document))
	reached := forward(t, pallet(1).Key, document)
	require.Len(t, reached, 1)
	require.Len(t, reached[0].Went, 4)
	for _, s := range reached[0].Went {
		assert.Empty(t, s.Pallet, "a pallet is not in itself")
	}
	assert.Equal(t, len(lots), strings.Count(string(trace.AppendReachJSON(nil, forward(t, kg("A1", 0).Key, document))), `"epc":`))
}

func TestWhatABuilderRefuses(t *testing.T) {
	t.Parallel()
	var b trace.Builder
	wrong := trace.Item{Key: trace.Key{GTIN: "08938500000035", Lot: "1"}}
	b.Harvest(on(1, trace.Place{Name: "đâu đó"}), full, kg("A1", 1))
	b.Ship(on(1, mill), trace.Place{GLN: "123"}, kg("A1", 1))
	b.Make(trace.Work{Place: mill}, items(wrong), nil, full)
	b.Pack(on(1, mill), trace.Key{}, of("A1", 1, "kg"))
	b.Harvest(on(1, trace.Place{Latitude: "95", Longitude: "1"}), full, trace.Item{Key: trace.Key{URI: "a b"}})
	far := on(1, mill)
	far.Time = far.Time.In(time.FixedZone("", 15*60*60))
	b.Sell(far, kg("A1", 1))
	far.Time = time.Date(10_000, time.August, 1, 0, 0, 0, 0, time.UTC)
	b.Sell(far, kg("A1", 1))
	_, err := b.Document(on(1, mill).Time)
	var problems problem.List
	require.ErrorAs(t, err, &problems)
	var found []string
	for _, p := range problems {
		found = append(found, p.Code+" "+p.Path)
	}
	assert.Equal(t, []string{
		"TRACE-32 /0/place", "TRACE-32 /1/to", "TRACE-33 /2/time", "TRACE-03 /2/from/0/key", "TRACE-12 /2", "TRACE-10 /3/items/0/unit",
		"TRACE-01 /3/pallet", "TRACE-32 /4/place", "TRACE-01 /4/items/0/key", "TRACE-06 /5/time", "TRACE-06 /6/time",
	}, found)
}

// The same work has the same IDs each time, and two works that are alike have two.
func TestEventIDs(t *testing.T) {
	t.Parallel()
	sell := func(b *trace.Builder) { b.Sell(on(1, shop), of("C1", 1, "")); b.Sell(on(1, shop), of("C1", 1, "")) }
	first, second := built(t, sell), built(t, sell)
	assert.Equal(t, first, second)
	assert.NotEqual(t, first.Events[0].ID, first.Events[1].ID)
	assert.Regexp(t, `^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`, first.Events[0].ID)
}

func TestPaper(t *testing.T) {
	t.Parallel()
	report := told(t, func(b *trace.Builder) {
		c := full
		c.Product = "\x1b[31mCà phê\u202e"
		b.Harvest(trace.Work{Time: on(1, farm).Time, Place: trace.Place{GLN: mill.GLN, Name: "\x1b]0;x\a"}, Stage: "\x9bH"}, c, kg("A1", 5))
		b.Ship(on(2, mill), shop, kg("A1", 5))
		b.Sell(on(3, shop), kg("\"1", 5))
	})
	for _, l := range []lang.Lang{lang.Vi, lang.En} {
		var text strings.Builder
		paper := report.Paper(l)
		require.NoError(t, paper.Text(&text))
		for _, r := range text.String() {
			assert.False(t, r != '\n' && (r < ' ' || r >= 0x7f && r < 0xa0) || r == 0x202e, "%q moves the terminal", r)
		}
		assert.Contains(t, text.String(), "TRACE-23")
	}
}

// The order of documents, and of events in them, makes no difference.
func TestOrderMakesNoDifference(t *testing.T) {
	t.Parallel()
	whole := built(t, chain)
	want := trace.Trace(whole)
	r := rand.New(rand.NewPCG(16, 4))
	for range 50 {
		docs := make([]trace.Document, 3)
		for _, i := range r.Perm(len(whole.Events)) {
			n := r.IntN(len(docs))
			docs[n].Events = append(docs[n].Events, whole.Events[i])
		}
		got := trace.Trace(docs...)
		require.Equal(t, string(want.AppendJSON(nil)), string(got.AppendJSON(nil)))
	}
}

// world is a random set of lots, what was made of what, and what was shipped.
type world struct {
	made    map[string][]string // inputs of each making of a lot, joined by a blank
	seen    map[string]bool
	shipped map[string]bool
	docs    []trace.Document
}

// random makes a world. In a loose one later lots may go into earlier ones.
func random(t *testing.T, r *rand.Rand, loose bool) world {
	t.Helper()
	w := world{made: map[string][]string{}, seen: map[string]bool{}, shipped: map[string]bool{}}
	name := func(i int) string { return fmt.Sprintf("%c%d", 'A'+i%20, i) }
	lots := 2 + r.IntN(20)
	var builders [3]trace.Builder
	for i := range lots {
		b := &builders[r.IntN(len(builders))]
		work := on(1+i, mill)
		work.Stage = fmt.Sprint(i)
		switch r.IntN(5) {
		case 0:
			b.Harvest(work, trace.Content{}, kg(name(i), 1))
			w.made[name(i)] = append(w.made[name(i)], "")
		case 1:
			b.Observe(work, kg(name(i), 1))
			w.seen[name(i)] = true
		case 2: // no event of its own
		default:
			var inputs []string
			var from []trace.Item
			for range 1 + r.IntN(3) {
				n := lots
				if !loose {
					n = i
				}
				if n == 0 {
					continue
				}
				if in := name(r.IntN(n)); !slices.Contains(inputs, in) {
					inputs = append(inputs, in)
					from = append(from, kg(in, 0))
				}
			}
			if len(from) == 0 {
				continue
			}
			to := items(kg(name(i), 1))
			w.made[name(i)] = append(w.made[name(i)], strings.Join(inputs, " "))
			if other := name(r.IntN(lots)); loose && other != name(i) {
				to = append(to, kg(other, 1))
				w.made[other] = append(w.made[other], strings.Join(inputs, " "))
			}
			b.Make(work, from, to, trace.Content{})
		}
	}
	for i := range lots {
		b := &builders[r.IntN(len(builders))]
		switch r.IntN(3) {
		case 0:
			b.Ship(on(30, mill), shop, kg(name(i), 1))
			w.shipped[name(i)], w.seen[name(i)] = true, true
		case 1:
			b.Pack(on(29, mill), pallet(i).Key, kg(name(i), 1))
			w.seen[name(i)] = true
			if r.IntN(2) == 0 {
				b.Ship(on(30, mill), shop, pallet(i))
				w.shipped[name(i)] = true
			}
		}
	}
	for i := range builders {
		document, err := builders[i].Document(on(31, mill).Time)
		require.NoError(t, err)
		w.docs = append(w.docs, document)
	}
	return w
}

// from is what a lot was made of, read off slowly: all paths are walked, and on a
// path that comes back to itself the walk ends.
func (w *world) from(lot string, path []string, into map[string]bool) (complete bool) {
	if slices.Contains(path, lot) {
		return false
	}
	complete = len(w.made[lot]) > 0 || w.seen[lot]
	for _, inputs := range w.made[lot] {
		for _, in := range strings.Fields(inputs) {
			into[in] = true
			if !w.from(in, append(path, lot), into) {
				complete = false
			}
		}
	}
	return complete
}

func TestTraceAgreesWithASlowReading(t *testing.T) {
	t.Parallel()
	for seed := range uint64(size(400) + 40) {
		w := random(t, rand.New(rand.NewPCG(16, seed)), seed%4 == 0)
		report := trace.Trace(w.docs...)
		var lots []string
		for i := range report.Lots {
			lot := &report.Lots[i]
			lots = append(lots, lot.Key.Lot)
			var from []string
			for _, in := range lot.From {
				from = append(from, in.Key.Lot)
			}
			want := map[string]bool{}
			complete := w.from(lot.Key.Lot, nil, want)
			if len(w.made[lot.Key.Lot]) == 0 { // that it was shipped says nothing of where it is from
				complete = complete && slices.ContainsFunc(lot.Went, func(s *trace.Step) bool { return s.Step == "inspecting" || s.Step == "packing" })
			}
			var names []string
			for name := range want {
				names = append(names, name)
			}
			require.ElementsMatch(t, names, from, "seed %d, lot %s", seed, lot.Key.Lot)
			require.Equal(t, complete, lot.Complete, "seed %d, lot %s", seed, lot.Key.Lot)
		}
		var want []string
		for lot := range w.shipped {
			want = append(want, lot)
		}
		require.ElementsMatch(t, want, lots, "seed %d", seed)
	}
}

// No method of a zero value panics.
func TestZeroValues(t *testing.T) {
	t.Parallel()
	var (
		key    trace.Key
		report trace.Report
		step   trace.Step
		b      trace.Builder
		event  trace.Event
	)
	assert.Empty(t, key.Link(""))
	assert.False(t, key.Class())
	_, ok := key.URN(7)
	assert.False(t, ok)
	assert.Equal(t, "0", trace.Decimal{}.String())
	assert.NotEmpty(t, report.Paper(lang.Vi).Nodes)
	assert.Zero(t, report.Place(""))
	assert.NotEmpty(t, step.Name().Vi)
	assert.Empty(t, trace.Measure{}.Text())
	assert.True(t, event.At().IsZero())
	assert.False(t, trace.Place{}.Known())
	_, err := b.Document(time.Time{})
	assert.NoError(t, err)
	assert.JSONEq(t, "null", string(trace.Document{Form: trace.OneEvent}.AppendJSON(nil)))
	assert.Contains(t, string(trace.Document{}.AppendJSON(nil)), `"schemaVersion":"2.0"`)
	assert.Contains(t, string(trace.Document{}.AppendJSON(nil)), `"ocop":"`+trace.Namespace)
	trace.Trace(trace.Document{Events: []trace.Event{{Type: trace.ObjectEvent}}, Form: "x"})
}
