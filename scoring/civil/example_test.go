package civil_test

import (
	"fmt"

	"github.com/ocop-vn/ocop-go/scoring/civil"
)

// 36 months after the last day of a month that a later one does not have.
func ExampleDate_AddMonths() {
	issued, err := civil.Parse("2024-02-29")
	fmt.Println(issued.AddMonths(36), err)
	_, err = civil.Parse("29/02/2024")
	fmt.Println(err)
	// Output:
	// 2027-02-28 <nil>
	// DATE-01 : 29/02/2024 is not a day written year-month-day, as 2026-05-22.
}
