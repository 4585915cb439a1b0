package registry_test

import (
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/ocop-vn/ocop-go/ocop/registry"
)

// A table as Excel writes it in Vietnam: semicolons, decimal commas, days before
// months, and codes without their zeros.
func ExampleCSV() {
	table := `code;product;set;edition;producer.name;producer.kind;province;commune;star;total;decision;authority;issued;expires;state
01-00070-1-2026;Cà phê;13;qd26-2026;HTX Hoàn Kiếm;cooperative;1;70;4;89,95;1/QĐ;province;15/8/2026;15/8/2029;recognised
`
	for row, err := range registry.CSV("", strings.NewReader(table)) {
		if err != nil {
			fmt.Println(err)
			return
		}
		for _, p := range row.Problems {
			fmt.Printf("%d: %s\n", row.Line, p.Message.En)
		}
		fmt.Println(row.Record.Province, row.Record.Commune, row.Record.Total, row.Record.Issued)
	}
	// Output:
	// 2: Column province: Excel took the zeros from the front of “1”; it was read as 01. Format the column as text.
	// 2: Column commune: Excel took the zeros from the front of “70”; it was read as 00070. Format the column as text.
	// 01 00070 89.95 2026-08-15
}

// What everybody may see of a household's product: its tax code is its owner's
// personal number.
func ExamplePublic() {
	x, problems := registry.Read([]byte(`{"code":"66-24277-1-2026","product":"Cà phê","set":13,"edition":"qd26-2026","producer":{"name":"Hộ Y Moan","kind":"production-household","taxCode":"066199012345"},"province":"66","commune":"24277","star":3,"total":"55","decision":"1/QĐ","authority":"province","issued":"2026-08-05","expires":"2029-08-05","state":"recognised"}`))
	if problems.Err() != nil {
		fmt.Println(problems)
		return
	}
	if shown, ok := registry.Public(x); ok {
		if err := registry.WriteJSONLines(os.Stdout, slices.Values([]registry.Record{shown})); err != nil {
			fmt.Println(err)
		}
	}
	// Output:
	// {"code":"66-24277-1-2026","product":"Cà phê","set":13,"edition":"qd26-2026","producer":{"name":"Hộ Y Moan","kind":"production-household"},"province":"66","commune":"24277","star":3,"total":"55","decision":"1/QĐ","authority":"province","issued":"2026-08-05","expires":"2029-08-05","state":"recognised"}
}
