package scoring_test

import (
	"fmt"
	"log"
	"os"

	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
)

// A sheet may be filled in step by step; it has bounds until it is full.
func ExampleScore() {
	coffee, _ := qd26.Edition().Set(13)
	sheet := coffee.Sheet()
	if err := sheet.Answer("1.5", "b"); err != nil {
		log.Fatal(err)
	}
	r := scoring.Score(&sheet)
	fmt.Println(r.Status, r.Total, r.Bounds.Total, r.Bounds.Star)
	for s := range r.Shortfalls() {
		if s.Have != "" {
			fmt.Println(s.Star, "stars:", s.Criterion.Code(), "has", s.Have, "and needs", s.Need)
		}
	}
	// Output:
	// incomplete 1 {1 98} {1 3}
	// 4 stars: 1.5 has b and needs c
	// 5 stars: 1.5 has b and needs d
}

func ExampleParseVector() {
	sheet, err := scoring.ParseVector("OCOP:qd26-2026/13/1.1:c/11:none", qd26.Edition())
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(sheet.Set().No(), sheet.Chosen("1.1"), sheet.Vector())
	_, err = scoring.ParseVector("OCOP:qd26-2026/13/1.1:z", qd26.Edition())
	fmt.Println(err)
	// Output:
	// 13 c OCOP:qd26-2026/13/1.1:c/11:none
	// VECTOR-03 : The vector is wrong at character 19: there is no 1.1:z.
}

func ExampleMakePlan() {
	flowers, _ := qd26.Edition().Set(23)
	sheet := flowers.Sheet()
	for _, c := range flowers.Criteria() { // the best of everything, but for two
		options := c.Options()
		if err := sheet.Answer(c.Code(), options[len(options)-1].Code); err != nil {
			log.Fatal(err)
		}
	}
	_ = sheet.Answer("1.4", "b")
	_ = sheet.Answer("6.2", "c")
	request := scoring.NewPlanRequest(sheet, 5)
	plan, err := scoring.MakePlan(&request)
	if err != nil {
		log.Fatal(err) // a criterion is unanswered
	}
	fmt.Println(plan.From, "to", plan.To, "points")
	for _, c := range plan.Changes {
		fmt.Println(c.Criterion.Code(), "from", c.From, "to", c.To, "for", c.Reason)
	}
	// Output:
	// 95 to 100 points
	// 1.4 from b to d for minimum
	// 6.2 from c to d for minimum
}

func ExampleCouncil_Decide() {
	coffee, _ := qd26.Edition().Set(13)
	council := scoring.Council{Set: coffee, Seats: 3, Policy: scoring.Policy{Quorum: scoring.Quorum{Of: 3, From: 4}}}
	council.Members = []scoring.Member{{ID: "chair", Chair: true, Sheet: coffee.Sheet()}, {ID: "second", Sheet: coffee.Sheet()}}
	outcome, err := council.Decide()
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(outcome.Status, outcome.Count, "of", outcome.Seats)
	// Output: no-quorum 2 of 3
}

// What is wrong with a document comes all at once, and without a sheet.
func ExampleDecodeSheet() {
	_, err := scoring.DecodeSheet([]byte(`{"edition": "qd26-2026", "set": 13, "answers": {"1.1": "z", "1.5": 2}}`), qd26.Edition())
	fmt.Println(err)
	sheet, err := scoring.DecodeSheet([]byte(`{"edition": "qd26-2026", "set": 13, "answers": {"1.1": "c", "1.5": "b"}}`), qd26.Edition())
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(sheet.Chosen("1.1"), sheet.Chosen("1.5"), sheet.Chosen("1.2") == "")
	// Output:
	// SHEET-03 /answers/1.1: Criterion 1.1 has no option z; the options are a, b, c, none.
	// JSON-09 /answers/1.5: This must be a string, not a number.
	// c b true
}

// What people noted beside the answers stays with the sheet.
func ExampleDecodeAnnotatedSheet() {
	document := []byte(`{"edition": "qd26-2026", "set": 13, "answers": {"1.5": "b"}, "about": {"product": "Cà phê rang xay"}, "notes": {"1.5": "Hợp đồng hết hạn tháng 12"}}`)
	a, err := scoring.DecodeAnnotatedSheet(document, qd26.Edition())
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(a.Remarks.About.Product, "·", a.Remarks.Notes["1.5"])
	// Output: Cà phê rang xay · Hợp đồng hết hạn tháng 12
}

// Two sheets of one product, before and after the producer signed more contracts.
func ExampleCompare() {
	coffee, _ := qd26.Edition().Set(13)
	before := coffee.Sheet()
	if err := before.Answer("1.5", "b"); err != nil {
		log.Fatal(err)
	}
	after := before // a sheet is a value
	if err := after.Answer("1.5", "d"); err != nil {
		log.Fatal(err)
	}
	d, err := scoring.Compare(&before, &after)
	if err != nil {
		log.Fatal(err) // two sheets of different product sets
	}
	fmt.Println(d.Before.Total, "to", d.After.Total, "points")
	for _, s := range d.Closed {
		fmt.Println("no longer in the way of", s.Star, "stars:", s.Criterion.Code())
	}
	// Output:
	// 1 to 3 points
	// no longer in the way of 4 stars: 1.5
	// no longer in the way of 5 stars: 1.5
}

// How safe 4 stars are: what could be lost before they are.
func ExampleResult_Safety() {
	document, err := os.ReadFile("../examples/sheets/ca-phe-dak-lak.json")
	if err != nil {
		log.Fatal(err)
	}
	sheet, err := scoring.DecodeSheet(document, qd26.Edition())
	if err != nil {
		log.Fatal(err)
	}
	r := scoring.Score(&sheet)
	safety, ok := r.Safety()
	fmt.Println(ok, r.Star, "stars are lost with", safety.Points, "points, or by one step down at")
	for _, c := range safety.Criteria {
		fmt.Println(c.Code())
	}
	// Output:
	// true 4 stars are lost with 23 points, or by one step down at
	// 1.5
	// 2.1
	// 2.3
	// 3.4
	// 3.5
	// 5.1
	// 9
}
