package dossier_test

import (
	"fmt"
	"log"
	"os"

	"github.com/ocop-vn/ocop-go/dossier"
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
