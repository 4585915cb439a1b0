package reading_test

import (
	"fmt"

	"github.com/ocop-vn/ocop-go/scoring/reading"
)

// A report names a reading by its id; this is what it says and where it rests.
func ExampleOf() {
	r, ok := reading.Of(reading.CumulativeMinima)
	fmt.Println(ok, r.ID)
	fmt.Println(r.Text.En)
	// Output:
	// true cumulative-minima
	// A higher star also asks for the minima of the lower ones: 5 stars need those of 3 and 4 too.
}
