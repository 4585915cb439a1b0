package conformance_test

import (
	"encoding/json"
	"fmt"

	"github.com/ocop-vn/ocop-go/ocop"
	"github.com/ocop-vn/ocop-go/ocop/conformance"
)

// An implementation in Go answers the cases of the kinds that it knows.
func ExampleCases() {
	cases, err := conformance.Cases()
	if err != nil {
		fmt.Println(err)
		return
	}
	failed := 0
	for _, c := range cases {
		if c.Kind != "sheet" {
			continue
		}
		evaluation, err := ocop.Evaluate(c.Document)
		if err != nil {
			continue // what is refused is compared as {"problems":[…]}
		}
		got, err := json.Marshal(evaluation.Result)
		if differs := conformance.Differs(c.Expect, got); err != nil || differs != "" {
			fmt.Println(c.ID, err, differs)
			failed++
		}
	}
	fmt.Println(failed, "failed")
	// Output: 0 failed
}
