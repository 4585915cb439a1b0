package paper_test

import (
	"fmt"
	"log"
	"os"

	"github.com/ocop-vn/ocop-go/ocop/paper"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	published "github.com/ocop-vn/ocop-go/scoring/qd26/words"
	"github.com/ocop-vn/ocop-go/scoring/rubric"
)

// A paper is a tree: a program draws it as it likes, or has it written.
func ExampleFill() {
	document, err := os.ReadFile("../../examples/dossiers/thuc-pham-lan-dau.json")
	if err != nil {
		log.Fatal(err)
	}
	labels := func(set scoring.Set) *rubric.Set {
		of, _ := published.Set(set.No())
		return of
	}
	form, err := paper.Fill(paper.Form01, document, paper.Options{Lang: lang.En, Words: labels})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(form.Title)
	blanks := 0
	for _, n := range form.Nodes {
		if n.Kind == paper.KindField && n.Value == "" {
			blanks++ // to be filled in by hand
		}
	}
	fmt.Println(blanks, "blanks")
	// Output:
	// Registration form: Cà phê Robusta lên men Ea Tul
	// 2 blanks
}
