package registry_test

import (
	"fmt"
	"log"
	"os"
	"strings"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/ocop/registry"
	"github.com/ocop-vn/ocop-go/scoring/civil"
)

// The programme's figures of a register on a day.
func ExampleCount() {
	register, err := os.Open("../../examples/registry/so-dang-ky-mau.csv")
	if err != nil {
		log.Fatal(err)
	}
	defer register.Close() //nolint:errcheck // read only
	report, err := registry.Count(registry.Records("", register), registry.Options{On: civil.Date{Year: 2026, Month: 11, Day: 25}})
	if err != nil {
		fmt.Println(err) // of reading; what is wrong with a record is a finding
		return
	}
	fmt.Println(report.Records, "records,", report.InForce, "in force,", report.Failed, "failed")
	fmt.Println("stars:", report.ByStar[3], report.ByStar[4], report.ByStar[5])
	for _, t := range report.Targets() {
		fmt.Println(t.ID, t.Value(), t.Reached())
	}
	// Output:
	// 200 records, 161 in force, 0 failed
	// stars: 116 41 4
	// products 161 false
	// five-star 4 false
	// upgraded 32.5 false
	// cooperatives 37.0 false
	// small-and-medium 24.0 false
	// modern-channels 49.3 false
}

// One file, JSON Lines or a table, each row with what is wrong with it.
func ExampleRecords() {
	rows := registry.Records("so.jsonl", strings.NewReader(lastWeek+"\n"+`{"code":"66-24277-1-2026"}`+"\n"))
	for row, err := range rows {
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(row.Line, row.Record.Product, row.Failed(), len(row.Problems))
	}
	// Output:
	// 1 Cà phê false 0
	// 2  true 7
}

func ExampleRead() {
	x, problems := registry.Read([]byte(thisWeek))
	fmt.Println(x.Code, x.Star, problems.Err())
	// Output: 66-24277-1-2026 4 <nil>
}

// A record that a program made: more stars than the points allow.
func ExampleCheck() {
	x, _ := registry.Read([]byte(lastWeek))
	x.Star = 4
	for _, p := range registry.Check(&x) {
		fmt.Println(p.Code, p.Path, p.Message.En)
	}
	// Output: REGISTER-10 /star 65 points cannot be 4 stars (Article 3.3).
}

// The record of a dossier that was decided.
func ExampleFromDossier() {
	document, err := os.ReadFile("../../examples/dossiers/thuc-pham-lan-dau.json")
	if err != nil {
		log.Fatal(err)
	}
	x, problems := dossier.Read(document, dossier.Options{})
	if err := problems.Err(); err != nil {
		log.Fatal(err)
	}
	_, problems = registry.FromDossier(&x, civil.Date{})
	fmt.Println(problems.Err())

	x.Product.Code = "66-24277-1-2026" // which the province gave on recognition
	record, problems := registry.FromDossier(&x, civil.Date{})
	if err := problems.Err(); err != nil {
		log.Fatal(err)
	}
	fmt.Println(record.Code, record.Star, record.Total, record.Authority, record.Issued, record.Expires)
	// Output:
	// REGISTER-71 /product/code: The product was recognised, and the dossier does not have its product code.
	// 66-24277-1-2026 5 95.8 ministry 2026-10-30 2029-10-30
}
