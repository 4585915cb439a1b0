// Council reads the sheets of a province's council and of the ministry's, and
// prints the minutes and what follows: go run ./examples/council
package main

import (
	_ "embed"
	"fmt"
	"io"
	"log"
	"os"

	"github.com/ocop-vn/ocop-go/ocop"
)

//go:embed hoi-dong-tinh.json
var provinceSheets []byte // seven members who disagree

//go:embed hoi-dong-trung-uong.json
var ministrySheets []byte // five members, a little stricter

func main() {
	if err := run(os.Stdout); err != nil {
		log.Fatal(err)
	}
}

func run(w io.Writer) error {
	var library ocop.Library
	province, err := library.Decide(provinceSheets)
	if err != nil {
		return err
	}
	if err := province.Minutes(w, ocop.ReportOptions{}); err != nil {
		return err
	}
	ministry, err := library.Decide(ministrySheets)
	if err != nil {
		return err
	}
	fmt.Fprintln(w)
	return ocop.NewReferral(&province, &ministry).Report(w, ocop.ReportOptions{})
}
