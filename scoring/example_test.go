package scoring_test

import (
	"fmt"
	"log"

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
