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

func ExampleProductCode_Check() {
	code, err := dossier.ParseProductCode("15-132-04252-01-2023")
	if err != nil {
		log.Fatal(err)
	}
	for _, p := range code.Check() {
		fmt.Println(p.Severity, p.Message.En)
	}
	// Output: warning 15-132-04252-01-2023: an older code of five parts; province 15 was then Tỉnh Yên Bái. Its district and commune cannot be checked here.
}
