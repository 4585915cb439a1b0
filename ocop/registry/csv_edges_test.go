package registry_test

import (
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/ocop/registry"
	"github.com/ocop-vn/ocop-go/scoring/civil"
)

// A row of exactly the longest is read, one byte more is not, whether in quotes or not.
func TestLongestRow(t *testing.T) {
	t.Parallel()
	lines := strings.Split(table(t, "product", "x"), "\n")
	for _, quote := range []string{"", `"`} {
		for _, end := range []string{"\n", "\r\n"} {
			row := strings.Replace(lines[1], ",x,", ","+quote+"x"+quote+",", 1)
			for over, code := range []string{"DOSSIER-06! /product(product)", "REGISTER-37! "} {
				text := lines[0] + end + strings.Replace(row, "x", strings.Repeat("x", 65536-len(row)+1+over), 1) + end + lines[1] + end
				records, findings := read(t, registry.CSV("", strings.NewReader(text)))
				assert.Len(t, records, 1)
				assert.Equal(t, []string{"2 " + code}, findings, "%q %q %d over", quote, end, over)
			}
		}
	}
}

// The longest row is read wherever it stands in what is read at once, 256 KiB.
func TestLongestRowAnywhere(t *testing.T) {
	t.Parallel()
	lines := strings.Split(table(t, "product", "x"), "\n")
	sized := func(bytes int) string { // a row, with its end
		return strings.Replace(lines[1], ",x,", ","+strings.Repeat("x", bytes-len(lines[1])-1)+",", 1) + "\r\n"
	}
	for ahead := 65_536 - 4; ahead <= 65_536+4; ahead++ {
		room := 256<<10 - ahead - len(lines[0]) - 2
		text := lines[0] + "\r\n" + sized(room/4) + sized(room/4) + sized(room/4) + sized(room-3*(room/4)) + sized(65_538) + lines[1] + "\r\n"
		records, findings := read(t, registry.CSV("", strings.NewReader(text)))
		assert.Len(t, records, 1, ahead)
		assert.Len(t, findings, 5, ahead)
		assert.Contains(t, findings, "6 DOSSIER-06! /product(product)", ahead)
	}
}

func TestOddHeaders(t *testing.T) {
	t.Parallel()
	want := *goodRecord(t)
	lines := strings.Split(table(t), "\n")
	unnamed := func(cell string) string {
		return strings.Replace(lines[0], "product", ",product", 1) + "\n" + strings.Replace(lines[1], "Cà phê", cell+",Cà phê", 1) + "\n"
	}
	for _, c := range []struct {
		name, text string
		records    int
		findings   []string
	}{
		{"a mark before quotes", "\ufeff" + quotedAll(lines[0]+"\n"+lines[1]+"\n", ","), 1, nil},
		{"CR, and an empty line first", "\r" + lines[0] + "\r" + lines[1] + "\r", 1, nil},
		{"CR, and CRLF later", lines[0] + "\r" + strings.TrimSuffix(quotedAll(lines[1]+"\n", ","), "\n") + "\r\n", 1, nil},
		{"sep= of two letters", "sep=ab\n" + lines[0] + "\n" + lines[1] + "\n", 0, []string{"1 REGISTER-30! "}},
		{"one letter", "x\n" + lines[0] + "\n" + lines[1] + "\n", 0, []string{"1 REGISTER-30! "}},
		{"a column without a name", unnamed(""), 1, nil},
		{"something in a column without a name", unnamed("x"), 0, []string{"2 REGISTER-34! "}},
		{"an empty row in between", lines[0] + "\n,,,\n" + lines[1] + "\n", 1, nil},
		{"a quote in a column of their own", lines[0] + ",x,y\n" + lines[1] + `,1,2"` + "\n", 0, []string{"1 REGISTER-31 (x)", "1 REGISTER-31 (y)", "2 REGISTER-38! (29)"}},
		{"a quote beyond the columns", lines[0] + "\n" + lines[1] + `,2"` + "\n", 0, []string{"2 REGISTER-38! (28)"}},
		{"an encoding in a column of their own", lines[0] + ",x\n" + lines[1] + ",\xff\n", 0, []string{"1 REGISTER-31 (x)", "2 REGISTER-39! (28)"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			records, findings := read(t, registry.CSV("", strings.NewReader(c.text)))
			assert.Equal(t, c.findings, findings)
			if assert.Len(t, records, c.records); c.records == 1 {
				assert.Equal(t, want, records[0])
			}
		})
	}
}

// What stands between the cells is what stands most often between the names: a comma
// where there is nothing, or as many of another.
func TestWhatStandsBetweenCells(t *testing.T) {
	t.Parallel()
	lines := strings.Split(table(t), "\n")
	columns := func(header, row string) int {
		shifted := 0
		_, findings := read(t, registry.CSV("", strings.NewReader(header+"\n"+row+"\n")))
		for _, f := range findings {
			assert.NotContains(t, f, "REGISTER-30", header)
			if strings.HasPrefix(f, "2 REGISTER-34") {
				shifted++
			}
		}
		return shifted
	}
	assert.Equal(t, 0, columns("product", "A-B+C;D\tE"))
	assert.Equal(t, 1, columns("product", "A,B"))
	assert.Equal(t, 0, columns("code;product", "66-24277-1-2026;A,B"))
	assert.Equal(t, 1, columns("code,product;", "66-24277-1-2026,A,B"), "as many commas")
	assert.Equal(t, 0, columns("product,code,ghi chú; khác", "A,66-24277-1-2026,"))
	assert.Equal(t, 0, columns("ghi-chú-của-xã;product", "x;A-B-C-D-E"))
	assert.Equal(t, 0, columns("ghi+chú+của+xã;product", "x;A+B+C+D+E"))
	_, findings := read(t, registry.CSV("", strings.NewReader(strings.Repeat("x", 100_000)+"\n"+lines[0]+"\n"+lines[1]+"\n")))
	assert.Equal(t, []string{"1 REGISTER-30! "}, findings, "a header that is too long is none, and nothing else is one")
}

// Cells of nothing but blanks are empty: parts of which none is told are not there.
func TestBlankCells(t *testing.T) {
	t.Parallel()
	for _, blank := range []string{" ", "\u00a0", "'", "' ", `=""`} {
		records, findings := read(t, registry.CSV("", strings.NewReader(table(t, "parts.A", blank, "parts.B", blank, "parts.C", blank, "previousStar", blank))))
		assert.Empty(t, findings)
		require.Len(t, records, 1, "%q", blank)
		assert.Nil(t, records[0].Parts, "%q", blank)
	}
}

// UTF-16 is known by its mark or by a zero among the first two bytes, and by nothing
// that is only like it.
func TestWhatIsUTF16(t *testing.T) {
	t.Parallel()
	lines := strings.Split(table(t), "\n")
	shifted := func(column string) string { return column + "," + lines[0] + "\n," + lines[1] + "\n" }
	for name, text := range map[string]string{
		"half a mark": shifted("\xff"), "the other half": shifted("\xfe"), "half a mark behind": shifted("x\xfe"), "the other half behind": shifted("x\xff"), "two zeros": shifted("\x00\x00"),
		"little-endian": wide(shifted("\x01"), false, false), "big-endian": wide(shifted("\x01"), true, false),
	} {
		records, findings := read(t, registry.CSV("", strings.NewReader(text)))
		assert.Len(t, records, 1, name)
		for _, f := range findings { // of a column's name that is not blank
			assert.Contains(t, f, "1 REGISTER-31 ", name)
		}
	}
}

// What any record must have ends with the state, the 20th of the columns.
func TestLeastOfARow(t *testing.T) {
	t.Parallel()
	lines := strings.Split(table(t), "\n")
	cells := strings.Split(lines[1], ",")
	for n, want := range map[int][]string{19: {"2 REGISTER-35! "}, 20: {"2 REGISTER-36 "}} {
		records, findings := read(t, registry.CSV("", strings.NewReader(lines[0]+"\n"+strings.Join(cells[:n], ",")+"\n")))
		assert.Equal(t, want, findings)
		assert.Len(t, records, n-19)
	}
}

func TestOddCells(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		column, cell string
		findings     []string
	}{
		{"code", "12345", []string{"2 DOSSIER-20! /code(code)"}},
		{"code", "12345.0", []string{"2 DOSSIER-20! /code(code)"}},
		{"code", "66-24277-1-202", []string{"2 DOSSIER-20! /code(code)"}},
		{"product", `="a"x`, []string{"2 REGISTER-40! /product(product)"}},
		{"province", ".0", []string{"2 DOSSIER-26! /province(province)"}},
		{"total", "9,1.5", []string{"2 DOSSIER-27! /total(total)"}},
		{"issued", " T00:00:00", []string{"2 DOSSIER-10! /issued(issued)"}},
		{"issued", "2026-13-05", []string{"2 DOSSIER-10! /issued(issued)"}},
	} {
		records, findings := read(t, registry.CSV("", strings.NewReader(table(t, c.column, c.cell))))
		assert.Equal(t, c.findings, findings, c.cell)
		assert.Empty(t, records)
	}
	_, findings := read(t, registry.CSV("", strings.NewReader(table(t, "producer.kind", "farm", "commune", "70", "producer.taxCode", "066199012345"))))
	assert.NotContains(t, findings, "2 REGISTER-48 /producer/taxCode(producer.taxCode)", "a personal number that is whole")
}

// What cannot be read is told as it was typed.
func TestWhatWasTypedIsTold(t *testing.T) {
	t.Parallel()
	for _, c := range [][2]string{{"total", "9,1.5"}, {"total", "1,9,2"}, {"total", "9.1,5"}, {"code", "12345.0"}, {"issued", "31/2/2026"}} {
		for row, err := range registry.CSV("", strings.NewReader(table(t, c[0], c[1]))) {
			require.NoError(t, err)
			require.Len(t, row.Problems, 1)
			assert.Contains(t, row.Problems[0].Message.En, c[1])
		}
	}
}

func TestReadingFailsAtOnce(t *testing.T) {
	t.Parallel()
	broken := errors.New("broken")
	for _, first := range []string{"", "c", "co"} {
		for _, err := range registry.CSV("", io.MultiReader(strings.NewReader(first), iotest.ErrReader(broken))) {
			if err != nil {
				assert.ErrorIs(t, err, broken)
			}
		}
	}
	rows := 0
	for _, err := range registry.CSV("", strings.NewReader("c")) {
		require.NoError(t, err)
		rows++
	}
	assert.Equal(t, 1, rows, "a header of one letter")
}

func TestWorkbookCells(t *testing.T) {
	t.Parallel()
	x := *goodRecord(t)
	x.Total, x.Parts = "92.50", &dossier.PartPoints{A: "37", B: "24.05", C: "31.00"}
	x.Issued, x.ExtendedUntil, x.Product = "1900-03-01", "1900-02-28", "=1"
	at := func(name string) any { return registry.Values(&x)[slices.Index(registry.Columns(), name)] }
	assert.Len(t, registry.Values(&x), len(registry.Columns()))
	for name, want := range map[string]any{
		"set": 13, "star": 4, "total": "92.50", "parts.A": 37.0, "parts.B": 24.05, "parts.C": "31.00", "issued": civil.Date{Year: 1900, Month: 3, Day: 1},
		"extendedUntil": "1900-02-28", "product": "'=1", "province": "66", "withdrawn": nil, "ground": nil,
	} {
		assert.Equal(t, want, at(name), name)
	}
	x.Total = "0.00001"
	assert.Equal(t, 0.00001, at("total"), "however small")
	day := civil.Date{Year: 2026, Month: 8, Day: 5}
	assert.Equal(t, 46239, registry.DayNumber(day, false))
	assert.Equal(t, 44777, registry.DayNumber(day, true))
	table, problems := registry.NewTable([]string{"x", "product", "issued", "total", "trace"})
	require.NotNil(t, table)
	assert.Len(t, problems, 8, "one column is not known and seven are missing")
	for _, c := range []struct {
		cells     []string
		since1904 bool
		want      []string
	}{
		{[]string{"46239", "46239", "46239", "46239"}, false, []string{"46239", "46239", "2026-08-05", "46239", ""}},
		{[]string{"", "", "44777.0", "89.950000000000003"}, true, []string{"", "", "2026-08-05", "89.95", ""}},
		{[]string{"1.0000000000001", "1.0000000000001", "61", "89.955", "46239", "46239"}, false, []string{"1.0000000000001", "1.0000000000001", "61", "89.955", "46239", "46239"}},
		{nil, false, []string{"", "", "", "", ""}},
		{[]string{"", "89.95000000000001", "0060", "89.95000000000001", ""}, false, []string{"", "89.95000000000001", "0060", "89.95", ""}},
		{[]string{"", "", "0061", "89.9500000000001", ""}, false, []string{"", "", "1900-03-01", "89.9500000000001", ""}},
		{[]string{"", "", "", "0.000010000000000000001", ""}, false, []string{"", "", "", "0.00001", ""}},
		{[]string{"", "", "46239.5", "7.0999999999999996"}, false, []string{"", "", "46239.5", "7.1", ""}},
	} {
		assert.Equal(t, c.want, table.FromWorkbook(c.cells, c.since1904))
	}
}

func TestPublicIsACopy(t *testing.T) {
	t.Parallel()
	x := *goodRecord(t)
	public, ok := registry.Public(x)
	require.True(t, ok)
	public.Parts.A, public.Channels[0] = "1", "shop"
	assert.Equal(t, *goodRecord(t), x)
}

func TestTextsOfThePage(t *testing.T) {
	t.Parallel()
	x := *goodRecord(t)
	x.Product = "Trà & <bánh>"
	var b strings.Builder
	require.NoError(t, registry.WriteJSONLines(&b, slices.Values([]registry.Record{x})))
	assert.Contains(t, b.String(), "Trà & <bánh>", "as people read it")
}
