package ocop_test

import (
	"fmt"
	"log"

	"github.com/ocop-vn/ocop-go/ocop"
	"github.com/ocop-vn/ocop-go/scoring/civil"
)

func ExampleEvaluate() {
	document := []byte(`{"edition": "qd26-2026", "set": 13, "answers": {"1.1": "c", "1.5": "b"}}`)
	e, err := ocop.Evaluate(document)
	if err != nil {
		log.Fatal(err) // every problem, each with a code and a JSON Pointer
	}
	fmt.Println(e.Result.Status, e.Result.Total, "points so far")
	fmt.Println("still possible:", e.Result.Bounds.Star.Least, "to", e.Result.Bounds.Star.Greatest, "stars")
	// Output:
	// incomplete 4 points so far
	// still possible: 1 to 3 stars
}

func ExampleEditionFor() {
	filed, err := civil.Parse("2026-05-20")
	if err != nil {
		log.Fatal(err)
	}
	g, err := ocop.EditionFor(filed, ocop.ApplicationFirst)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(g.Edition.Decision, "until", g.AssessBy)
	// Output: 148/QĐ-TTg, 1489/QĐ-TTg until 2026-07-21
}
