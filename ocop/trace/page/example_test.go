package page_test

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/ocop-vn/ocop-go/ocop/trace"
	"github.com/ocop-vn/ocop-go/ocop/trace/page"
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/lang"
)

// A shop looks a lot up on the day that a shopper reads its code.
func ExampleHTML() {
	document, problems := trace.Read([]byte(`{
		"@context": ["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"], "type": "EPCISDocument", "schemaVersion": "2.0", "creationDate": "2026-08-14T00:00:00Z",
		"epcisBody": {"eventList": [{
			"type": "ObjectEvent", "eventTime": "2026-08-13T06:45:00+07:00", "eventTimeZoneOffset": "+07:00", "action": "OBSERVE", "bizStep": "shipping",
			"quantityList": [{"epcClass": "https://id.gs1.org/01/08931234503031/10/L0826-EK", "quantity": 480}], "readPoint": {"id": "geo:12.6303,108.0561"}
		}]}}`))
	if problems.Err() != nil {
		fmt.Println(problems)
		return
	}
	report := trace.Trace(document)
	var out bytes.Buffer
	if err := page.HTML(&out, report.Lots[0], report, page.Options{Lang: lang.En, On: civil.Date{Year: 2026, Month: 11, Day: 26}}); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(strings.Contains(out.String(), "This chain is NOT complete"))
	// Output: true
}

func ExampleQR() {
	svg, err := page.QR("https://ocop.example.vn/01/08931234503031/10/L0826-EK")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(strings.HasPrefix(string(svg), "<svg "))
	_, err = page.QR("ocop.example.vn")
	fmt.Println(err)
	// Output:
	// true
	// SHOP-03 /address: “ocop.example.vn” is not a web address (https://… or http://…).
}
