package rubric_test

import (
	"fmt"
	"log"

	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/qd26/words"
	"github.com/ocop-vn/ocop-go/scoring/rubric"
)

// A rubric that was published is read, checked, and scores as the built-in one does.
func ExampleRead() {
	trial := words.Rubric()
	trial.Edition = "thi-diem-2027"
	published, err := trial.JSON()
	if err != nil {
		log.Fatal(err)
	}

	loaded, err := rubric.Read(published)
	if err != nil {
		log.Fatal(err) // a problem.List: every rule that it breaks
	}
	edition, err := loaded.Compile()
	if err != nil {
		log.Fatal(err)
	}
	sheet, err := scoring.DecodeSheet([]byte(`{"edition": "thi-diem-2027", "set": 13, "answers": {"1.1": "c"}}`), edition)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(sheet.Set().Edition(), scoring.Score(&sheet).Total)
	// Output: thi-diem-2027 3
}

// A number changed in one place does not pass.
func ExampleRubric_Check() {
	trial := words.Rubric()
	coffee, _ := trial.Set(13)
	linkage, _ := coffee.Criterion("1.5")
	linkage.Max = 4
	for _, p := range trial.Check() {
		fmt.Println(p.Code, p.Path, p.Message.En)
	}
	// Output:
	// RUBRIC-03 /sets/12/parts/0/sections/0/criteria/4/max The maximum says 4 points but the parts of it add up to 3.
	// RUBRIC-03 /sets/12/parts/0/sections/0/max The maximum says 18 points but the parts of it add up to 19.
}

// From a set that scores to the words of its rubric.
func ExampleOf() {
	edition, err := words.Rubric().Compile()
	if err != nil {
		log.Fatal(problem.From(err))
	}
	coffee, _ := edition.Set(13)
	set, ok := rubric.Of(coffee)
	fmt.Println(ok, set.Name.En)
	// Output: true Coffee and cocoa products
}
