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

// A code of today, and one whose commune lies in another province.
func ExampleParseProductCode() {
	for _, text := range []string{"66-24277-1-2026", "01-24277-1-2026"} {
		code, err := codes.ParseProductCode(text)
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(code.Commune, code.Year, code.Check().Err())
	}
	// Output:
	// 24277 2026 <nil>
	// 24277 2026 CODE-04 : 01-24277-1-2026: commune 24277 lies in Tỉnh Đắk Lắk (66), not in province 01.
}

func ExampleParseReceiptNumber() {
	number, err := codes.ParseReceiptNumber("01-07/PĐK-66-24133-2026")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(number.First, number.Second, number.Commune, number.Year, len(number.Check()))
	// Output: 01 07 24133 2026 0
}
