package strictjson_test

import (
	"fmt"

	"github.com/ocop-vn/ocop-go/scoring/budget"
	"github.com/ocop-vn/ocop-go/scoring/strictjson"
)

// A document of two known members is read once, and tells all that is wrong.
func ExampleRead() {
	names := []string{"set", "product"}
	for _, document := range []string{`{"set": 13, "product": "Cà phê"}`, `{"set": 13.0, "Product": "Cà phê"}`} {
		var set int
		var product string
		problems := strictjson.Read([]byte(document), budget.Sheet(), func(r *strictjson.Reader) {
			r.Object(names, 0b11, func(i int) {
				switch names[i] {
				case "set":
					set, _ = r.Int()
				case "product":
					text, _ := r.String()
					product = string(text)
				}
			})
		})
		fmt.Println(set, product, problems.Err() == nil)
		for _, p := range problems {
			fmt.Println(p.Code, p.Path)
		}
	}
	// Output:
	// 13 Cà phê true
	// 13  false
	// JSON-10 /set
	// JSON-07 /Product
	// JSON-08
}
