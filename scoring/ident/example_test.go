package ident_test

import (
	"fmt"

	"github.com/ocop-vn/ocop-go/scoring/ident"
)

// One name, its letters composed and taken apart, with a space at its end.
func ExampleKey() {
	fmt.Println("Nguyễn" == "Nguye\u0302\u0303n ", ident.Key("Nguyễn") == ident.Key("Nguye\u0302\u0303n "))
	fmt.Println(ident.Letters("Nguyễn"), ident.Letters("Nguye\u0302\u0303n"))
	// Output:
	// false true
	// 6 6
}
