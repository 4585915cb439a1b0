package conformance_test

import (
	"encoding/json"
	"fmt"

	"github.com/ocop-vn/ocop-go/ocop"
	"github.com/ocop-vn/ocop-go/ocop/conformance"
)

func ExampleDiffers() {
	expect := json.RawMessage(`{"total":92,"parts":{"A":37}}`)
	fmt.Printf("%q\n", conformance.Differs(expect, json.RawMessage(`{"total":92,"star":4,"parts":{"A":37,"B":24}}`)))
	fmt.Printf("%q\n", conformance.Differs(expect, json.RawMessage(`{"total":91,"parts":{"A":37}}`)))
	// Output:
	// ""
	// "/total: want 92, have 91"
}

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
