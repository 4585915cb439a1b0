package dossier_test

import (
	"fmt"
	"log"
	"os"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

func ExampleRead() {
	document, err := os.ReadFile("../examples/dossiers/thuc-pham-lan-dau.json")
	if err != nil {
		log.Fatal(err)
	}
	x, problems := dossier.Read(document, dossier.Options{})
	if err := problems.Err(); err != nil {
		log.Fatal(err) // no half-result: x is zero
	}
	for _, p := range problems {
		fmt.Println(p.Path, p.Message.Vi) // what is left are warnings
	}
	fmt.Println(x.Application)
	// Output: first
}

// The shape alone: what is missing, unknown or of another type.
func ExampleDecode() {
	_, err := dossier.Decode([]byte(`{"edition": "qd26-2026", "application": "renewal", "set": 13}`))
	for _, p := range problem.From(err)[:3] {
		fmt.Println(p.Code, p.Path)
	}
	// Output:
	// JSON-07 /set
	// DOSSIER-01 /producer
	// DOSSIER-01 /product
}

// A dossier that a program made or changed is judged as a value.
func ExampleDossier_Check() {
	document, err := os.ReadFile("../examples/dossiers/thuc-pham-lan-dau.json")
	if err != nil {
		log.Fatal(err)
	}
	x, err := dossier.Decode(document)
	if err != nil {
		log.Fatal(err)
	}
	x.Registration.Date = "2026-12-24"
	for _, p := range x.Check(dossier.Options{}) {
		fmt.Println(p.Code, p.Path, p.Message.En)
	}
	// Output:
	// DOSSIER-41 /requests/0/asked Day it was asked: 2026-07-29 is earlier than the step before it, Day of the registration form (2026-12-24).
	// DOSSIER-41 /requests/1/asked Day it was asked: 2026-07-31 is earlier than the step before it, Day of the registration form (2026-12-24).
	// DOSSIER-41 /registration/communeReceipt/date The commune's receipt: 2026-07-03 is earlier than the step before it, Day of the registration form (2026-12-24).
}

// What the sheets in a dossier come to, each by whom it is.
func ExampleEvaluate() {
	document, err := os.ReadFile("../examples/dossiers/thuc-pham-lan-dau.json")
	if err != nil {
		log.Fatal(err)
	}
	_, outcomes, problems := dossier.Evaluate(document, dossier.Options{})
	if err := problems.Err(); err != nil {
		log.Fatal(err)
	}
	fmt.Println("the producer claims", outcomes.SelfAssessed.Star, "stars,", outcomes.SelfAssessed.Total, "points")
	if council := outcomes.Council; council != nil {
		fmt.Println("the province's council gave", council.Star, "stars")
	}
	// Output:
	// the producer claims 5 stars, 97 points
	// the province's council gave 5 stars
}

func ExampleClassOf() {
	coffee, ok := dossier.ClassOf(13)
	fmt.Println(ok, "sector", coffee.Sector, "group", coffee.Group, coffee.Ministries)
	// Output: true sector I group 6 [agriculture]
}
