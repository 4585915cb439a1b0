package page_test

import (
	"bytes"
	"fmt"
	"log"
	"os"
	"strings"

	"github.com/ocop-vn/ocop-go/ocop/registry"
	"github.com/ocop-vn/ocop-go/ocop/registry/page"
	"github.com/ocop-vn/ocop-go/scoring/civil"
)

// A province's figures as a page to publish or to print.
func ExampleHTML() {
	register, err := os.Open("../../../examples/registry/so-dang-ky-mau.csv")
	if err != nil {
		log.Fatal(err)
	}
	defer register.Close() //nolint:errcheck // read only
	report, err := registry.Count(registry.Records("", register), registry.Options{On: civil.Date{Year: 2026, Month: 11, Day: 25}})
	if err != nil {
		fmt.Println(err)
		return
	}
	var out bytes.Buffer // or the http.ResponseWriter
	if err := page.HTML(&out, &report, page.Options{Title: "Sổ OCOP của tỉnh"}); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(strings.Contains(out.String(), "Sổ OCOP của tỉnh"), strings.Contains(out.String(), "<script"))
	// Output: true false
}
