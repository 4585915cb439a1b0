package jsonout_test

import (
	"fmt"

	"github.com/ocop-vn/ocop-go/scoring/jsonout"
)

func ExampleWriter() {
	var w jsonout.Writer
	w.Open()
	w.Name("set").Int(13)
	w.Name("product").String("Cà phê \"Ea Kao\"")
	w.Close()
	fmt.Println(string(w.Bytes()))
	// Output: {"set":13,"product":"Cà phê \"Ea Kao\""}
}
