package report_test

import (
	"fmt"
	"log"

	"github.com/ocop-vn/ocop-go/ocop/report"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
	"github.com/ocop-vn/ocop-go/scoring/qd26/words"
)

// The report of a sheet by a program that brings the words itself.
func ExampleScore() {
	coffee, _ := qd26.Edition().Set(13)
	sheet := coffee.Sheet()
	if err := sheet.SetGate("identical-product", true); err != nil {
		log.Fatal(err)
	}
	result := scoring.Score(&sheet)
	set, _ := words.Set(13)
	score := report.Score{Result: &result}
	p := score.Paper(set, lang.En)
	fmt.Println(p.Title)
	steps := score.Explain(set)
	fmt.Println(len(steps), "steps, the last", steps[len(steps)-1].Kind)
	// Output:
	// OCOP score: Coffee and cocoa products
	// 40 steps, the last no-star
}
