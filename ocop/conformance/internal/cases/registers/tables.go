package registers

import (
	"encoding/binary"
	"maps"
	"strings"
	"unicode/utf16"

	"github.com/ocop-vn/ocop-go/ocop/conformance/internal/suite"
)

// columns are those of the least table.
func columns() []string {
	return []string{"code", "product", "set", "edition", "producer.name", "producer.kind", "province", "commune", "star", "total", "decision", "authority", "issued", "expires", "state"}
}

// cells are a row of it; more columns may stand behind.
type cells map[string]string

func row(changes cells) cells {
	x := cells{
		"code": "66-24277-1-2026", "product": "Cà phê", "set": "13", "edition": "qd26-2026", "producer.name": "HTX Ea Kao", "producer.kind": "cooperative",
		"province": "66", "commune": "24277", "star": "4", "total": "75", "decision": "1234/QĐ-UBND", "authority": "province",
		"issued": "2026-08-05", "expires": "2029-08-05", "state": "recognised",
	}
	maps.Copy(x, changes)
	return x
}

// table writes a header and a row, with further columns behind.
func table(comma string, changes cells, more ...string) string {
	names := append(columns(), more...)
	x, text := row(changes), make([]string, len(names))
	for i, name := range names {
		text[i] = x[name]
	}
	return strings.Join(names, comma) + "\n" + strings.Join(text, comma) + "\n"
}

// tables are cases of registers as tables: their headers, their rows, and what
// spreadsheets do to them.
func tables() suite.File {
	t := newTopic(suite.Registry, "tables")
	asked := suite.With{Action: "records"}
	read := func(id, why, text string, record object, told ...finding) {
		records := []object{}
		if record != nil {
			records = append(records, record)
		}
		t.add(suite.Case{ID: "tables/" + id, Why: why, Text: &text, With: asked, Expect: raw(object{"records": records, "problems": list(told)})}, "registry/table")
	}
	one := func(id, why string, changes cells, record object, told ...finding) {
		var more []string
		for _, name := range [...]string{"producer.taxCode", "channels", "parts.A", "parts.B", "parts.C"} {
			if _, ok := changes[name]; ok {
				more = append(more, name)
			}
		}
		read(id, why, table(",", changes, more...), record, told...)
	}
	whole := product()
	header := strings.Join(columns(), ",")
	body := strings.SplitAfter(table(",", nil), "\n")[1]

	read("least", "", table(",", nil), whole)
	read("no-rows", "", header+"\n", nil)
	read("semicolons", "as spreadsheets write them where lists have semicolons", table(";", cells{"total": "75,5"}), product(object{"total": "75.5"}))
	read("tabs", "", table("\t", nil), whole)
	read("mark", "the mark by which spreadsheets know UTF-8", "\ufeff"+table(",", nil), whole)
	read("sep", "", "sep=;\n"+table(";", nil), whole)
	read("other-order", "columns in any order", "state,"+strings.TrimSuffix(header, ",state")+"\nrecognised,"+strings.TrimSuffix(body, ",recognised\n")+"\n", whole)
	read("cr-lf", "", strings.ReplaceAll(table(",", nil), "\n", "\r\n"), whole)
	read("cr", "", strings.ReplaceAll(table(",", nil), "\n", "\r"), whole)
	read("no-last-line-end", "", strings.TrimSuffix(table(",", nil), "\n"), whole)
	read("blank-rows", "", header+"\n\n,,,\n"+body, whole)
	read("empty-cells-behind", "", header+",,\n"+strings.TrimSuffix(body, "\n")+",,\n", whole)
	one("quoted", "a quote within one stands twice, a line may break", cells{"product": "\"Cà phê, \"\"đặc sản\"\"\nrang\""}, product(object{"product": "Cà phê, \"đặc sản\"\nrang"}))
	one("quoted/comma", "", cells{"product": `"Cà phê, ""đặc sản"""`}, product(object{"product": `Cà phê, "đặc sản"`}))
	for _, o := range orders() {
		t.add(suite.Case{ID: "tables/utf-16/" + o.name, Base64: o.of(table(",", nil)), With: asked, Expect: raw(object{"records": []object{whole}, "problems": list(nil)})}, "registry/table")
	}

	// The header.
	read("REGISTER-30/no-header", "", "a,b\n1,2\n", nil, wrong("REGISTER-30", "").at(1))
	read("REGISTER-31/unknown-column", "", table(",", cells{"note": "x"}, "note"), whole, doubt("REGISTER-31", "").at(1))
	for _, name := range [...]string{"product", "set", "edition", "producer.name", "producer.kind", "province", "commune", "state"} { // which any record has
		read("REGISTER-32/"+name, "", strings.Join(without(columns(), name), ",")+"\n", nil, wrong("REGISTER-32", "/"+strings.ReplaceAll(name, ".", "/")).at(1))
	}
	read("REGISTER-33/column-twice", "", header+",product\n", nil, wrong("REGISTER-33", "/product").at(1))
	read("REGISTER-34/shifted", "", header+"\n"+"x,"+body, nil, wrong("REGISTER-34", "").at(2))
	read("REGISTER-35/half", "", header+"\n66-24277-1-2026,Cà phê\n", nil, wrong("REGISTER-35", "").at(2))
	read("REGISTER-36/short", "", header+",channels,trace\n"+strings.TrimSuffix(body, "\n")+",shop\n", product(object{"channels": []string{"shop"}}), doubt("REGISTER-36", "").at(2))
	one("REGISTER-37/too-long", "64 KiB a row", cells{"product": strings.Repeat("x", 65537-len(body)+len("\n")+len("Cà phê"))}, nil, wrong("REGISTER-37", "").at(2))
	one("REGISTER-38/not-closed", "", cells{"product": `"Cà phê`}, nil, wrong("REGISTER-38", "/product").at(2))
	one("REGISTER-38/within", "", cells{"product": `Cà "phê"`}, nil, wrong("REGISTER-38", "/product").at(2))
	legacy := []byte(strings.Replace(table(",", nil), "Cà phê", "C\xe0 ph\xea", 1))
	t.add(suite.Case{ID: "tables/REGISTER-39/windows-1258", Base64: legacy, With: asked, Expect: raw(object{"records": []object{}, "problems": found(wrong("REGISTER-39", "/product").at(2))})}, "registry/table")

	// What spreadsheets do to cells.
	one("REGISTER-40/formula", "", cells{"star": "=A1+1"}, nil, wrong("REGISTER-40", "/star").at(2))
	one("REGISTER-40/no-value", "", cells{"total": "#REF!"}, nil, wrong("REGISTER-40", "/total").at(2))
	one("kept-as-text", `="00070" keeps a spreadsheet from reading a number`, cells{"commune": `"=""24277"""`}, whole)
	one("text-mark", "an apostrophe begins what is a text", cells{"product": "'=Cà phê"}, product(object{"product": "=Cà phê"}))
	for _, c := range [...]string{"+", "-", "@"} {
		one("REGISTER-41/"+c, "", cells{"product": c + "Cà phê"}, product(object{"product": c + "Cà phê"}), doubt("REGISTER-41", "/product").at(2))
	}
	hanoi := cells{"code": "01-00070-1-2026", "province": "01", "commune": "00070"}
	inHanoi := product(object{"code": "01-00070-1-2026", "province": "01", "commune": "00070"})
	zeros := func(changes cells) cells {
		x := maps.Clone(hanoi)
		maps.Copy(x, changes)
		return x
	}
	one("REGISTER-42/province", "", zeros(cells{"province": "1"}), inHanoi, doubt("REGISTER-42", "/province").at(2))
	one("REGISTER-42/commune", "", zeros(cells{"commune": "70"}), inHanoi, doubt("REGISTER-42", "/commune").at(2))
	one("REGISTER-42/taxCode", "", cells{"producer.taxCode": "100109106"}, product(object{"producer": object{"name": "HTX Ea Kao", "kind": "cooperative", "taxCode": "0100109106"}}), doubt("REGISTER-42", "/producer/taxCode").at(2))
	one("REGISTER-43/shortened", "", cells{"producer.taxCode": "1.00109E+08"}, nil, wrong("REGISTER-43", "/producer/taxCode").at(2))
	one("REGISTER-44/day", "", cells{"code": "Jan-26"}, nil, wrong("REGISTER-44", "/code").at(2))
	one("REGISTER-44/numbers", "", cells{"commune": "1/2/2026"}, nil, wrong("REGISTER-44", "/commune").at(2))
	one("REGISTER-45/both", "5 August and 8 May: read as in Vietnam", cells{"issued": "5/8/2026"}, whole, doubt("REGISTER-45", "/issued").at(2))
	one("day/one-reading", "", cells{"issued": "15/8/2026", "expires": "15-08-2029"}, product(object{"issued": "2026-08-15", "expires": "2029-08-15"}))
	one("day/same-either-way", "", cells{"issued": "8/8/2026", "expires": "8.8.2029"}, product(object{"issued": "2026-08-08", "expires": "2029-08-08"}))
	one("day/midnight", "", cells{"issued": "2026-08-05T00:00:00", "expires": "2029-08-05 00:00"}, whole)
	one("REGISTER-46/month-first", "", cells{"issued": "8/15/2026"}, nil, wrong("REGISTER-46", "/issued").at(2))
	one("REGISTER-47/number", "", cells{"set": "13a"}, nil, wrong("REGISTER-47", "/set").at(2))
	one("number/decimal", "", cells{"set": "13.0", "star": "4.0"}, whole)
	one("REGISTER-48/name", "a name that a spreadsheet may have made a day", cells{"product": "12-Dec"}, product(object{"product": "12-Dec"}), doubt("REGISTER-48", "/product").at(2))
	one("channels", "a list is joined with semicolons", cells{"channels": "shop; e-commerce"}, product(object{"channels": []string{"shop", "e-commerce"}}))
	one("parts", "", cells{"parts.A": "30", "parts.B": "20", "parts.C": "25"}, product(object{"parts": object{"A": "30", "B": "20", "C": "25"}}))

	// Other files.
	read("REGISTER-49/list", "", "["+string(raw(whole))+"]", nil, wrong("REGISTER-49", "").at(1))
	read("REGISTER-49/many-lines", "", string(indented(whole)), nil, wrong("REGISTER-49", "").at(1))
	read("REGISTER-49/workbook", "", "PK\x03\x04", nil, wrong("REGISTER-49", "").at(1))
	t.add(suite.Case{ID: "tables/REGISTER-49/old-workbook", Base64: []byte("\xd0\xcf\x11\xe0"), With: asked, Expect: raw(object{"records": []object{}, "problems": found(wrong("REGISTER-49", "").at(1))})}, "registry/table")

	// Written: what a spreadsheet would take for a formula begins with an apostrophe.
	written := func(id string, x object, changes cells) {
		all := []string{"code", "product", "set", "edition", "producer.name", "producer.kind", "producer.size", "producer.taxCode", "province", "commune", "star", "total", "parts.A", "parts.B", "parts.C", "decision", "authority", "issued", "expires", "state", "extendedUntil", "withdrawn", "ground", "previous", "previousStar", "channels", "trace"}
		line, cell := row(changes), make([]string, len(all))
		for i, name := range all {
			cell[i] = line[name]
		}
		text := strings.Join(all, ",") + "\n" + strings.Join(cell, ",") + "\n"
		t.add(suite.Case{ID: "tables/written/" + id, Text: lines(x), With: suite.With{Action: "csv"}, Expect: raw(object{"text": text})}, "registry/table-written")
	}
	written("least", whole, nil)
	written("formula", product(object{"product": "=1+1"}), cells{"product": "'=1+1"})
	written("apostrophe", product(object{"product": "'Cà phê"}), cells{"product": "''Cà phê"})
	written("whole", product(object{
		"parts": object{"A": "30", "B": "20", "C": "25"}, "previous": "66-24277-9-2025", "previousStar": 3, "channels": []string{"shop", "export"}, "trace": "https://example.vn/1",
	}), cells{"parts.A": "30", "parts.B": "20", "parts.C": "25", "previous": "66-24277-9-2025", "previousStar": "3", "channels": "shop;export", "trace": "https://example.vn/1"})
	return t.File
}

// without is a list without a name.
func without(list []string, name string) (rest []string) {
	for _, s := range list {
		if s != name {
			rest = append(rest, s)
		}
	}
	return rest
}

// byteOrder is a way to write UTF-16.
type byteOrder struct {
	name  string
	order binary.AppendByteOrder
	mark  bool
}

func orders() []byteOrder {
	return []byteOrder{
		{"little-endian", binary.LittleEndian, true}, {"big-endian", binary.BigEndian, true},
		{"little-endian-no-mark", binary.LittleEndian, false}, {"big-endian-no-mark", binary.BigEndian, false},
	}
}

func (o byteOrder) of(text string) (b []byte) {
	if o.mark {
		text = "\ufeff" + text
	}
	for _, unit := range utf16.Encode([]rune(text)) {
		b = o.order.AppendUint16(b, unit)
	}
	return b
}
