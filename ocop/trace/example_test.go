package trace_test

import (
	"fmt"
	"log"
	"os"
	"time"

	"github.com/ocop-vn/ocop-go/ocop/trace"
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
)

// A cooperative tells what it did, and reads its own chain back.
func ExampleBuilder() {
	at := func(day int) time.Time {
		return time.Date(2026, time.August, day, 8, 0, 0, 0, time.FixedZone("", 7*60*60))
	}
	field := trace.Place{Latitude: "12.7912", Longitude: "108.0835", Name: "Rẫy"}
	mill := trace.Place{GLN: "8938500000904", Name: "Xưởng rang"}
	shop := trace.Place{GLN: "8938500000911", Name: "Cửa hàng"}
	green, _ := trace.Batch("8938500000010", "XANH-0801")
	packs, _ := trace.Batch("8938500000034", "GOI-0812")

	var b trace.Builder
	b.Harvest(trace.Work{Time: at(1), Place: field}, trace.Content{Product: "Cà phê nhân xanh"},
		trace.Item{Key: green, Amount: trace.Units(300), Unit: "KGM"})
	b.Make(trace.Work{Time: at(12), Place: mill, Stage: "Rang và đóng gói"},
		[]trace.Item{{Key: green, Amount: trace.Units(300), Unit: "KGM"}},
		[]trace.Item{{Key: packs, Amount: trace.Units(500), Unit: "H87"}},
		trace.Content{
			Product: "Cà phê rang 500 g", Picture: "ca-phe.jpg", Maker: "HTX Mẫu", Address: "Đắk Lắk", Brand: "Mẫu", Code: "66-24280-15-2026",
			BestBefore: civil.Date{Year: 2027, Month: 8, Day: 12}, Standard: "TCVN 12460:2018",
		})
	b.Ship(trace.Work{Time: at(13), Place: mill}, shop, trace.Item{Key: packs, Amount: trace.Units(200), Unit: "H87"})
	document, err := b.Document(at(31))
	if err != nil {
		fmt.Println(err) // a problem.List: everything that is wrong
		return
	}
	report := trace.Trace(document)
	for _, lot := range report.Lots {
		fmt.Println(lot.Product, lot.Key.Link("https://example.vn"), lot.Complete)
		for _, in := range lot.From {
			fmt.Println("←", in.Product, in.Used.Text().En, in.Time[:10], report.Place(in.Place).Name)
		}
	}
	fmt.Println(len(report.Problems), "problems")
	// Output:
	// Cà phê rang 500 g https://example.vn/01/08938500000034/10/GOI-0812 true
	// ← Cà phê nhân xanh 300 kg 2026-08-01 Rẫy
	// 0 problems
}

// What is wrong with a key says what would be right.
func ExampleParse() {
	_, err := trace.Parse("https://id.gs1.org/01/08938500000035/10/GOI-0812")
	fmt.Println(err)
	key, _ := trace.Parse("urn:epc:class:lgtin:8938500.000003.GOI-0812")
	fmt.Println(key.GTIN, key.Lot, key.Link(""))
	// Output:
	// TRACE-03 : The key 08938500000035 has a wrong check digit: its last digit is 5 and should be 4. Compare it with the label.
	// 08938500000034 GOI-0812 https://id.gs1.org/01/08938500000034/10/GOI-0812
}

// documents are the events of three parties to one chain.
func documents() (read []trace.Document) {
	for _, name := range []string{"1-nong-ho", "2-hop-tac-xa", "3-cua-hang"} {
		data, err := os.ReadFile("../../examples/trace/" + name + ".jsonld")
		if err != nil {
			log.Fatal(err)
		}
		document, problems := trace.Read(data)
		if err := problems.Err(); err != nil {
			log.Fatal(err)
		}
		read = append(read, document)
	}
	return read
}

// The shop's events alone do not tell where its packs come from; all three do.
func ExampleTrace() {
	all := documents()
	for _, docs := range [][]trace.Document{all[2:], all} {
		report := trace.Trace(docs...)
		for _, lot := range report.Lots {
			fmt.Println(lot.Key.Lot, lot.Complete, "of", len(lot.From), "inputs")
		}
	}
	// Output:
	// GOI-0812 false of 0 inputs
	// XANH-0801 true of 0 inputs
	// GOI-0812 true of 2 inputs
}

// What the events bear out of the options that ask for electronic traceability.
func ExampleLevels() {
	coffee, _ := qd26.Edition().Set(13)
	report := trace.Trace(documents()...)
	for _, l := range trace.Levels(coffee, &report) {
		fmt.Println(l.Criterion, l.Option, l.Asks, l.Borne)
	}
	// Output:
	// 2.3 c code true
	// 5.1 e story false
}

// Something is wrong with a lot of green beans: where did it go?
func ExampleForward() {
	all := documents()
	report := trace.Trace(all...)
	first := report.Lots[len(report.Lots)-1].From[0]
	key, err := trace.Parse(first.EPC)
	if err != nil {
		log.Fatal(err)
	}
	reached, problems := trace.Forward(key, all...)
	if err := problems.Err(); err != nil {
		log.Fatal(err)
	}
	for _, r := range reached {
		fmt.Println(r.Product, r.Key.Lot)
	}
	// Output:
	// Cà phê nhân xanh XANH-0801
	// Cà phê rang RANG-0810
	// Cà phê rang xay nguyên chất 500 g GOI-0812
}

// An event with an error is left out, and told.
func ExampleRead() {
	document, problems := trace.Read([]byte(`[{"type": "ObjectEvent", "eventTime": "hôm qua", "eventTimeZoneOffset": "+07:00", "action": "OBSERVE"}]`))
	fmt.Println(len(document.Events))
	for _, p := range problems {
		fmt.Println(p.Code, p.Path)
	}
	// Output:
	// 0
	// TRACE-06 /0/eventTime
	// TRACE-12 /0
}
