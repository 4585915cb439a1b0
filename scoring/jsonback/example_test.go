package jsonback_test

import (
	"fmt"

	"github.com/ocop-vn/ocop-go/scoring/jsonback"
)

// What would be written otherwise is not read, and the place is told.
func ExampleRead() {
	var due struct {
		By string `json:"by"`
	}
	fmt.Println(jsonback.Read([]byte(`{"by":"2026-09-17"}`), &due), due.By)
	fmt.Println(jsonback.Read([]byte(`{"by":20260917}`), &due))
	// Output:
	// <nil> 2026-09-17
	// /by: no such value can stand here
}
