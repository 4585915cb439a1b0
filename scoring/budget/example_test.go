package budget_test

import (
	"fmt"
	"strings"

	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/budget"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
)

// A program that takes a body may stop reading where no document can go on.
func ExampleSheet() {
	limit := budget.Sheet()
	_, err := scoring.DecodeSheet([]byte(strings.Repeat(" ", limit.Bytes+1)), qd26.Edition())
	fmt.Println(limit.Bytes, limit.Depth, limit.Problems)
	fmt.Println(err)
	// Output:
	// 65536 16 100
	// JSON-04 : The document is larger than the 65536 bytes allowed.
}
