package qd26_test

import (
	"fmt"

	"github.com/ocop-vn/ocop-go/scoring/qd26"
)

// The star at an option, as the appendix prints it: criterion 1.5 of product set 13.
func ExampleEdition() {
	coffee, _ := qd26.Edition().Set(13)
	linkage, _ := coffee.Criterion("1.5")
	for _, o := range linkage.Options() {
		fmt.Println(o.Code, o.Points, o.MinStar)
	}
	// Output:
	// a 0 0
	// b 1 0
	// c 2 4
	// d 3 5
}

// What the options of a criterion are shares of, for a program that has the figures.
func ExampleMeasured() {
	of, shares := qd26.Measured(13, "1.5")
	fmt.Println(of)
	for _, s := range shares {
		fmt.Println(s.Least, s.Most, s.Months)
	}
	// Output:
	// linked-output
	// 0 50 0
	// 50 75 0
	// 75 100 0
	// 75 100 12
}
