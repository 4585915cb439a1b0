package codes_test

import (
	"fmt"
	"log"

	"github.com/ocop-vn/ocop-go/dossier/codes"
)

func ExampleProductCode_Check() {
	code, err := codes.ParseProductCode("15-132-04252-01-2023")
	if err != nil {
		log.Fatal(err)
	}
	for _, p := range code.Check() {
		fmt.Println(p.Severity, p.Message.En)
	}
	// Output: warning 15-132-04252-01-2023: an older code of five parts; province 15 was then Tỉnh Yên Bái. Its district and commune cannot be checked here.
}
