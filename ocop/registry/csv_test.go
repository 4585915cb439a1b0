package registry_test

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"iter"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf16"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/ocop/registry"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// read is what rows say: those with a record, and all findings as
// "line code path(column)" with a ! where they are errors.
func read(t *testing.T, rows iter.Seq2[registry.Row, error]) (records []registry.Record, findings []string) {
	t.Helper()
	for row, err := range rows {
		require.NoError(t, err)
		assert.True(t, !row.Head || row.Record.Product == "" && len(row.Problems) > 0)
		if row.Record.Product != "" {
			records = append(records, row.Record)
		}
		for _, p := range row.Problems {
			mark := ""
			if p.Severity == problem.SeverityError {
				mark = "!"
			}
			findings = append(findings, fmt.Sprintf("%d %s%s %s%s", row.Line, p.Code, mark, p.Path, columnOf(t, p)))
		}
	}
	return records, findings
}

func columnOf(t *testing.T, p problem.Problem) string {
	t.Helper()
	for _, param := range p.Params {
		if param.Name == "column" {
			assert.Contains(t, p.Message.Vi, param.Value, "the message names the column")
			assert.Contains(t, p.Message.En, param.Value)
			return "(" + param.Value + ")"
		}
	}
	return ""
}

// table is a table of the good record's cells, those named changed.
func table(t *testing.T, changes ...string) string {
	t.Helper()
	names, cells := registry.Columns(), registry.Cells(goodRecord(t))
	for i := 0; i < len(changes); i += 2 {
		at := slices.Index(names, changes[i])
		require.GreaterOrEqual(t, at, 0, changes[i])
		cells[at] = changes[i+1]
	}
	var b strings.Builder
	w := csv.NewWriter(&b)
	require.NoError(t, w.Write(names))
	require.NoError(t, w.Write(cells))
	w.Flush()
	return b.String()
}

func goodRecord(t *testing.T) *registry.Record {
	t.Helper()
	x, problems := registry.Read([]byte(good))
	require.Empty(t, problems)
	return &x
}

func TestCSVIsTheSameRecord(t *testing.T) {
	t.Parallel()
	want := *goodRecord(t)
	text := table(t)
	assert.Equal(t, "code,product,set,edition,producer.name,producer.kind,producer.size,producer.taxCode,province,commune,star,total,parts.A,parts.B,parts.C,decision,authority,issued,expires,state,extendedUntil,withdrawn,ground,previous,previousStar,channels,trace\n"+
		"66-24277-1-2026,Cà phê,13,qd26-2026,HTX Ea Kao,cooperative,small,0100109106,66,24277,4,92,37,24,31,1/QĐ,province,2026-08-05,2029-08-05,recognised,,,,66-24277-9-2025,3,supermarket;e-commerce,https://example.vn/t\n", text)
	semicolons := strings.ReplaceAll(strings.ReplaceAll(text, "supermarket;e-commerce", `"supermarket;e-commerce"`), ",", ";")
	for name, written := range map[string]string{
		"commas":        text,
		"a mark":        "\ufeff" + text,
		"semicolons":    semicolons,
		"tabs":          strings.ReplaceAll(text, ",", "\t"),
		"CRLF":          strings.ReplaceAll(text, "\n", "\r\n"),
		"CR":            strings.ReplaceAll(text, "\n", "\r"),
		"no last end":   strings.TrimSuffix(text, "\n"),
		"quotes":        quotedAll(text, ","),
		"a blank end":   text + " ,,",
		"blank lines":   "\n\n" + text + "\n\n,,,\n",
		"sep=":          "sep=;\r\n" + semicolons,
		"empty names":   strings.Replace(text, "\n", ",,,\n", 1),
		"empty columns": strings.ReplaceAll(text, "\n", ",,,\n"),
		"UTF-16LE":      wide(text, false, true),
		"UTF-16BE":      wide(text, true, true),
		"UTF-16LE bare": wide(text, false, false),
		"UTF-16BE bare": wide(text, true, false),
		"decomposed":    strings.ReplaceAll(text, "à", "a\u0300"),
		"blanks":        strings.ReplaceAll(text, "HTX Ea Kao", " HTX Ea Kao\u00a0"),
		"in all cells":  strings.ReplaceAll(text, ",", " , "),
		"marks":         strings.ReplaceAll(strings.ReplaceAll(text, "24277,", "'24277,"), "0100109106", "'0100109106"),
		"kept numbers":  strings.ReplaceAll(text, "0100109106", `"=""0100109106"""`),
		"of a frame":    strings.ReplaceAll(strings.ReplaceAll(text, ",13,", ",13.0,"), ",66,", ",66.0,"),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for _, in := range []io.Reader{strings.NewReader(written), iotest.OneByteReader(strings.NewReader(written))} {
				records, findings := read(t, registry.Records("", in))
				assert.Empty(t, findings)
				assert.Equal(t, []registry.Record{want}, records)
			}
		})
	}
}

func quotedAll(text, comma string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		cells := strings.Split(strings.TrimSuffix(line, "\n"), comma)
		b.WriteString(`"` + strings.Join(cells, `"`+comma+`"`) + `"` + "\n")
	}
	return b.String()
}

func wide(text string, bigEndian, mark bool) string {
	if mark {
		text = "\ufeff" + text
	}
	var b strings.Builder
	for _, u := range utf16.Encode([]rune(text)) {
		low, high := byte(u), byte(u>>8)
		if bigEndian {
			low, high = high, low
		}
		b.WriteByte(low)
		b.WriteByte(high)
	}
	return b.String()
}

func TestCells(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		column, cell string
		want         string   // what the column then has in Cells; "": no record
		findings     []string // codes, path and column
	}{
		{"total", "91,5", "91.5", []string{"REGISTER-12 /parts"}},
		{"parts.A", "37,00", "37.00", nil},
		{"total", "1,9,2", "", []string{"DOSSIER-27! /total(total)"}},
		{"province", "1", "01", []string{"REGISTER-42 /province(province)", "REGISTER-19! /code(code)"}},
		{"commune", "70", "00070", []string{"REGISTER-42 /commune(commune)", "REGISTER-19! /code(code)"}},
		{"commune", "123456", "", []string{"DOSSIER-16! /commune(commune)"}},
		{"producer.taxCode", "100109106", "0100109106", []string{"REGISTER-42 /producer/taxCode(producer.taxCode)"}},
		{"producer.taxCode", "100109106.0", "0100109106", []string{"REGISTER-42 /producer/taxCode(producer.taxCode)"}},
		{"producer.taxCode", "66199012345", "066199012345", []string{"REGISTER-42 /producer/taxCode(producer.taxCode)"}},
		{"producer.taxCode", "100109106001", "100109106001", []string{"REGISTER-48 /producer/taxCode(producer.taxCode)"}},
		{"producer.taxCode", "10010910", "", []string{"DOSSIER-13! /producer/taxCode(producer.taxCode)"}},
		{"producer.taxCode", "1.00109E+09", "", []string{"REGISTER-43! /producer/taxCode(producer.taxCode)"}},
		{"producer.taxCode", "1,00109E+11", "", []string{"REGISTER-43! /producer/taxCode(producer.taxCode)"}},
		{"commune", "2E4", "", []string{"REGISTER-43! /commune(commune)"}},
		{"previous", "Jan-26", "", []string{"REGISTER-44! /previous(previous)"}},
		{"code", "5/8/2026", "", []string{"REGISTER-44! /code(code)"}},
		{"code", "2026-08-05", "", []string{"REGISTER-44! /code(code)"}},
		{"decision", "12-Dec", "12-Dec", []string{"REGISTER-48 /decision(decision)"}},
		{"decision", "Dec-26", "Dec-26", []string{"REGISTER-48 /decision(decision)"}},
		{"decision", "5-Dec", "5-Dec", []string{"REGISTER-48 /decision(decision)"}},
		{"producer.taxCode", "1.00109106E+11", "", []string{"REGISTER-43! /producer/taxCode(producer.taxCode)"}},
		{"producer.taxCode", "1.001091060E+11", "", []string{"DOSSIER-13! /producer/taxCode(producer.taxCode)"}},
		{"commune", "123456789012", "", []string{"DOSSIER-16! /commune(commune)"}},
		{"issued", "123/4/2026", "", []string{"DOSSIER-10! /issued(issued)"}},
		{"decision", "=1+2", "", []string{"REGISTER-40! /decision(decision)"}},
		{"product", `=HYPERLINK("http://x","y")`, "", []string{"REGISTER-40! /product(product)"}},
		{"product", `="a"&"b"`, "", []string{"REGISTER-40! /product(product)"}},
		{"product", `=`, "", []string{"REGISTER-40! /product(product)"}},
		{"product", `="`, "", []string{"REGISTER-40! /product(product)"}},
		{"product", `=A"`, "", []string{"REGISTER-40! /product(product)"}},
		{"product", `=A""`, "", []string{"REGISTER-40! /product(product)"}},
		{"star", "' 4 ", "4", nil},
		{"producer.taxCode", "'100109106", "0100109106", []string{"REGISTER-42 /producer/taxCode(producer.taxCode)"}},
		{"product", "#REF!", "", []string{"REGISTER-40! /product(product)"}},
		{"issued", "#N/A", "", []string{"REGISTER-40! /issued(issued)"}},
		{"product", "#1", "#1", nil},
		{"product", "+Trà", "'+Trà", []string{"REGISTER-41 /product(product)"}},
		{"product", "@SUM(A1)", "'@SUM(A1)", []string{"REGISTER-41 /product(product)"}},
		{"product", "'=1+2", "'=1+2", nil},
		{"product", "'' mark", "'' mark", nil},
		{"product", "' a ", "' a ", nil},
		{"product", "\"a\" and\x1bb", "", []string{"DOSSIER-09! /product(product)"}},
		{"product", "a\nb", "a\nb", nil},
		{"product", "a\x00b", "", []string{"DOSSIER-09! /product(product)"}},
		{"product", "a\x1bb", "", []string{"DOSSIER-09! /product(product)"}},
		{"product", "H\xee p", "", []string{"REGISTER-39! /product(product)"}},
		{"product", "", "", []string{"DOSSIER-01! /product(product)"}},
		{"product", " \u00a0", "", []string{"DOSSIER-01! /product(product)"}},
		{"product", "'", "", []string{"DOSSIER-01! /product(product)"}},
		{"set", "13,0", "", []string{"REGISTER-47! /set(set)"}},
		{"set", "x", "", []string{"REGISTER-47! /set(set)"}},
		{"set", "013", "", []string{"REGISTER-47! /set(set)"}},
		{"set", "99999999999999999999", "", []string{"REGISTER-47! /set(set)"}},
		{"set", "27", "", []string{"DOSSIER-04! /set(set)"}},
		{"star", "-4", "", []string{"DOSSIER-04! /star(star)"}},
		{"star", "0", "", []string{"RECORD-01! /star(star)"}},
		{"issued", "2026-08-05 00:00:00", "2026-08-05", nil},
		{"issued", "2026-08-05T00:00:00Z", "2026-08-05", nil},
		{"issued", "2026-8-5", "2026-08-05", nil},
		{"issued", "2026/08/05", "2026-08-05", nil},
		{"issued", "5/8/2026", "2026-08-05", []string{"REGISTER-45 /issued(issued)"}},
		{"issued", "05/08/2026", "2026-08-05", []string{"REGISTER-45 /issued(issued)"}},
		{"issued", "05-08-2026 0:00", "2026-08-05", []string{"REGISTER-45 /issued(issued)"}},
		{"issued", "5.8.2026 12:00:00 AM", "2026-08-05", []string{"REGISTER-45 /issued(issued)"}},
		{"issued", "25/8/2026", "2026-08-25", []string{"REGISTER-17 /expires(expires)"}},
		{"issued", "8/8/2026", "2026-08-08", []string{"REGISTER-17 /expires(expires)"}},
		{"issued", "8/25/2026", "", []string{"REGISTER-46! /issued(issued)"}},
		{"issued", "5/8/2026 13:30", "", []string{"DOSSIER-10! /issued(issued)"}},
		{"issued", "31/2/2026", "", []string{"DOSSIER-10! /issued(issued)"}},
		{"issued", "5/8/26", "", []string{"DOSSIER-10! /issued(issued)"}},
		{"issued", "46239", "", []string{"DOSSIER-10! /issued(issued)"}},
		{"channels", " shop ; export;", "shop;export", nil},
		{"channels", "shop;shop", "", []string{"RECORD-03! /channels/1(channels)"}},
		{"channels", "shop;market", "", []string{"DOSSIER-03! /channels/1(channels)"}},
		{"parts.B", "", "", []string{"DOSSIER-01! /parts/B(parts.B)"}},
		{"state", "", "", []string{"DOSSIER-01! /state(state)"}},
		{"state", "gone", "", []string{"DOSSIER-03! /state(state)"}},
		{"trace", "javascript:x", "", []string{"DOSSIER-28! /trace(trace)"}},
	} {
		t.Run(c.column+" "+c.cell, func(t *testing.T) {
			t.Parallel()
			records, findings := read(t, registry.CSV("", strings.NewReader(table(t, c.column, c.cell))))
			var want []string
			for _, f := range c.findings {
				want = append(want, "2 "+f)
			}
			assert.Equal(t, want, findings)
			if c.want == "" {
				assert.Empty(t, records)
				return
			}
			require.Len(t, records, 1)
			assert.Equal(t, c.want, registry.Cells(&records[0])[slices.Index(registry.Columns(), c.column)])
		})
	}
}

// Where zeros were lost beside it, ten digits of a household may be a personal number
// that lost two.
func TestHouseholdsNumber(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		kind, commune string
		doubtful      bool
	}{
		{"farm", "70", true}, {"farm", "00070", false}, {"cooperative", "70", false}, {"cooperative-group", "70", true},
	} {
		_, findings := read(t, registry.CSV("", strings.NewReader(table(t, "producer.kind", c.kind, "commune", c.commune))))
		assert.Equal(t, c.doubtful, slices.Contains(findings, "2 REGISTER-48 /producer/taxCode(producer.taxCode)"), c)
	}
}

func TestHeaders(t *testing.T) {
	t.Parallel()
	lines := strings.Split(table(t), "\n")
	row := func(head, cells string) string { return lines[0] + head + "\n" + lines[1] + cells + "\n" }
	for _, c := range []struct {
		name, text string
		records    int
		findings   []string
	}{
		{"a column of the province's own", row(",ghi chú", ",x"), 1, []string{"1 REGISTER-31 (ghi chú)"}},
		{"a column twice", row(",product", ",Trà"), 1, []string{"1 REGISTER-33! /product(product)"}},
		{"no column is known", "mã;tên\n1;2\n3;4\n", 0, []string{"1 REGISTER-30! "}},
		{"another encoding", "m\xe3,t\xean\n1,2\n", 0, []string{"1 REGISTER-30! "}},
		{"on another line", "\n\nmã\n", 0, []string{"3 REGISTER-30! "}},
		{"a quote is not closed", `"code,product` + "\n1,2\n", 0, []string{"1 REGISTER-30! "}},
		{"nothing", "", 0, nil},
		{"nothing but lines", "\n\r\n  \n", 0, nil},
		{"no rows", lines[0], 0, nil},
		{
			"what any record has is missing", "code,product,producer.name\n66-24277-1-2026,Trà,HTX\n", 0,
			[]string{
				"1 REGISTER-32! /set(set)", "1 REGISTER-32! /edition(edition)", "1 REGISTER-32! /producer/kind(producer.kind)",
				"1 REGISTER-32! /province(province)", "1 REGISTER-32! /commune(commune)", "1 REGISTER-32! /state(state)",
				"2 DOSSIER-01! /commune(commune)", "2 DOSSIER-01! /edition(edition)", "2 DOSSIER-01! /producer/kind(producer.kind)",
				"2 DOSSIER-01! /province(province)", "2 DOSSIER-01! /set(set)", "2 DOSSIER-01! /state(state)",
			},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			records, findings := read(t, registry.CSV("", strings.NewReader(c.text)))
			assert.Equal(t, c.findings, findings)
			if assert.Len(t, records, c.records); c.records > 0 {
				assert.Equal(t, *goodRecord(t), records[0], "of two columns the first was read")
			}
		})
	}
	for _, header := range [][]string{nil, {""}, {"", " "}} {
		none, problems := registry.NewTable(header)
		assert.Nil(t, none)
		assert.Equal(t, []string{"REGISTER-30"}, codesAt(problems))
	}
}

func TestHeadIsNotCounted(t *testing.T) {
	t.Parallel()
	lines := strings.Split(table(t), "\n")
	for _, head := range []string{",ghi chú", ",product", ""} {
		text := lines[0] + head + "\n" + lines[1] + strings.Repeat(",x", strings.Count(head, ",")) + "\n"
		report, err := registry.Count(registry.CSV("", strings.NewReader(text)), registry.Options{On: someDay})
		require.NoError(t, err)
		assert.Equal(t, 1, report.InForce)
		assert.Zero(t, report.Failed)
		assert.Equal(t, head != "", len(report.Findings) == 1)
	}
	report, err := registry.Count(registry.Records("", strings.NewReader("[]")), registry.Options{On: someDay})
	require.NoError(t, err)
	assert.Zero(t, report.Failed)
	assert.Len(t, report.Findings, 1)
}

// Nothing more is read of a file whose header is none, however long it is.
func TestLongFileWithoutAHeader(t *testing.T) {
	t.Parallel()
	_, findings := read(t, registry.CSV("", strings.NewReader("mã;tên\n"+strings.Repeat("1;2\n", 200_000))))
	assert.Equal(t, []string{"1 REGISTER-30! "}, findings)
}

// Whatever a row has wrong, those after it are read.
func TestRestIsRead(t *testing.T) {
	t.Parallel()
	lines := strings.Split(table(t), "\n")
	head, row := lines[0]+"\n", lines[1]+"\n"
	after := strings.Index(row, ",HTX") // the producer's name is next
	long := strings.Repeat("x", 100_000)
	for _, c := range []struct {
		name, bad string
		lines     int // of the bad row
		records   int
		findings  []string
	}{
		{"half a row", row[:after] + "\n", 1, 2, []string{"3 REGISTER-35! "}},
		{"no channels and no trace", strings.Replace(row, ",supermarket;e-commerce,https://example.vn/t", "", 1), 1, 3, []string{"3 REGISTER-36 "}},
		{"a cell too many", strings.Replace(row, "Cà phê", "Cà phê, rang", 1), 1, 2, []string{"3 REGISTER-34! "}},
		{"empty cells too many", strings.Replace(row, "\n", ",, ,\n", 1), 1, 3, nil},
		{"a quote within", strings.Replace(row, "Cà phê", `Cà "phê"`, 1), 1, 2, []string{"3 REGISTER-38! /product(product)"}},
		{"text after a quote", strings.Replace(row, "Cà phê", `"Cà" phê`, 1), 1, 2, []string{"3 REGISTER-38! /product(product)"}},
		{"a quote that is not closed", strings.Replace(row, "Cà phê", `"Cà phê`, 1), 1, 2, []string{"3 REGISTER-38! /product(product)"}},
		{"two lines of one cell", strings.Replace(row, "Cà phê", "\"Cà\n\"\"phê\"\"\"", 1), 2, 3, nil},
		{"a line that is too long", strings.Replace(row, "Cà phê", long, 1), 1, 2, []string{"3 REGISTER-37! "}},
		{"one that is far too long", strings.Replace(row, "Cà phê", strings.Repeat(long, 30), 1), 1, 2, []string{"3 REGISTER-37! "}},
		{"a long one in quotes", strings.Replace(row, "Cà phê", `"`+strings.Repeat(long, 30)+`"`, 1), 1, 2, []string{"3 REGISTER-37! "}},
		{"another encoding", strings.Replace(row, "HTX", "HTX \xd0", 1), 1, 2, []string{"3 REGISTER-39! /producer/name(producer.name)"}},
		{"another encoding at once", "\xd0" + row, 1, 2, []string{"3 REGISTER-39! /code(code)"}},
		{"NULs", strings.Replace(row, "HTX", "HTX\x00", 1), 1, 2, []string{"3 DOSSIER-09! /producer/name(producer.name)"}},
		{"two cells", strings.Replace(strings.Replace(row, ",92,", ",x,", 1), "small", "tiny", 1), 1, 2, []string{"3 DOSSIER-03! /producer/size(producer.size)", "3 DOSSIER-27! /total(total)"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			var last int
			rows := func(yield func(registry.Row, error) bool) {
				for row, err := range registry.CSV("f", strings.NewReader(head+row+c.bad+row)) {
					assert.Equal(t, "f", row.File)
					if last = row.Line; !yield(row, err) {
						return
					}
				}
			}
			records, findings := read(t, rows)
			assert.Len(t, records, c.records)
			assert.Equal(t, c.findings, findings)
			assert.Equal(t, 3+c.lines, last, "lines are counted on")
		})
	}
}

// An opening quote without its end swallows no more than its line, however much
// follows without one.
func TestQuoteThatIsNeverClosed(t *testing.T) {
	t.Parallel()
	lines := strings.Split(table(t), "\n")
	text := lines[0] + "\n" + strings.Replace(lines[1], "Cà", `"Cà`, 1) + "\n" + strings.Repeat(lines[1]+"\n", 2000)
	records, findings := read(t, registry.CSV("", strings.NewReader(text)))
	assert.Len(t, records, 2000)
	assert.Equal(t, []string{"2 REGISTER-37! "}, findings)
}

// The file was cut off within its last row.
func TestCutOff(t *testing.T) {
	t.Parallel()
	text := strings.TrimSuffix(table(t), ",https://example.vn/t\n")
	records, findings := read(t, registry.CSV("", strings.NewReader(text)))
	assert.Empty(t, records)
	assert.Equal(t, []string{"2 REGISTER-35! "}, findings)
	records, findings = read(t, registry.CSV("", strings.NewReader(text+"\n")))
	assert.Len(t, records, 1)
	assert.Equal(t, []string{"2 REGISTER-36 "}, findings)
}

func TestReadingFails(t *testing.T) {
	t.Parallel()
	broken := errors.New("broken")
	for _, text := range []string{"", "c", table(t)} {
		rows, failed := 0, error(nil)
		for row, err := range registry.CSV("", io.MultiReader(strings.NewReader(text), iotest.ErrReader(broken))) {
			if err != nil {
				failed = err
				continue
			}
			assert.NoError(t, failed, "the error comes last")
			rows += len(row.Record.Product)
		}
		assert.ErrorIs(t, failed, broken, "%q", text)
		assert.Equal(t, text != "" && text != "c", rows > 0)
	}
}

// endless is a row that never ends.
type endless struct{ left int }

func (e *endless) Read(p []byte) (int, error) {
	if e.left == 0 {
		return 0, io.EOF
	}
	n := min(len(p), e.left)
	for i := range p[:n] {
		p[i] = 'x'
	}
	e.left -= n
	return n, nil
}

func TestGigabyteOnOneLine(t *testing.T) {
	if testing.Short() {
		t.Skip("reads 1 GB twice")
	}
	for _, quote := range []string{"", `"`} {
		var before, after runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&before)
		in := io.MultiReader(strings.NewReader(table(t)+quote), &endless{1 << 30}, strings.NewReader("\n"+strings.SplitN(table(t), "\n", 2)[1]))
		records, findings := read(t, registry.CSV("", in))
		runtime.ReadMemStats(&after)
		assert.Len(t, records, 2)
		assert.Equal(t, []string{"3 REGISTER-37! "}, findings)
		assert.Less(t, after.TotalAlloc-before.TotalAlloc, uint64(8<<20), "bytes allocated in all")
	}
}

func TestLeavesOff(t *testing.T) {
	t.Parallel()
	lines := strings.Split(table(t), "\n")
	read := 0
	for row, err := range registry.CSV("", strings.NewReader(lines[0]+"\n"+strings.Repeat(lines[1]+"\n", 100_000))) {
		require.NoError(t, err)
		read = row.Line
		break
	}
	assert.Equal(t, 2, read)
}

func TestOtherFiles(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][]string{
		"{\n \"code\": 1}":               {"1 REGISTER-49! "},
		"{\r\n \"code\": 1}":             {"1 REGISTER-49! "},
		"[" + good + "]":                 {"1 REGISTER-49! "},
		"\ufeff\n [" + good:              {"1 REGISTER-49! "},
		"PK\x03\x04abc":                  {"1 REGISTER-49! "},
		"\xd0\xcf\x11\xe0\xa1":           {"1 REGISTER-49! "},
		"\n" + good:                      nil,
		"":                               nil,
		strings.Repeat("\n", 511) + good: nil,
		strings.Repeat("\n", 512) + good: {"513 REGISTER-30! "}, // what a file is, is known by its first 512 bytes
	} {
		_, findings := read(t, registry.Records("", strings.NewReader(text)))
		assert.Equal(t, want, findings, "%q", text)
	}
}

func written(t *testing.T, records []registry.Record, o registry.CSVOptions) string {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, registry.WriteCSV(&b, slices.Values(records), o))
	return b.String()
}

func TestWriteCSV(t *testing.T) {
	t.Parallel()
	assert.Equal(t, strings.Join(registry.Columns(), ",")+"\n", written(t, nil, registry.CSVOptions{}), "the header, of none")
	x := *goodRecord(t)
	assert.Equal(t, table(t), written(t, []registry.Record{x}, registry.CSVOptions{}))
	assert.Equal(t, "\ufeff"+strings.Join(registry.Columns(), ";")+"\n", written(t, nil, registry.CSVOptions{BOM: true, Comma: ';'}))
	for _, name := range []string{"=1", "+1", "-1", "@x", "'x", "\u00a0x", "x ", "x", "=\"x\"", "a\"b", "a;b", "a,b", "sep=;", "#REF!", "#1"} {
		x.Product = name
		for _, o := range []registry.CSVOptions{{}, {BOM: true, Comma: ';'}, {Comma: '\t'}} {
			text := written(t, []registry.Record{x}, o)
			for _, cell := range []string{"=", "+", "-", "@"} {
				assert.NotContains(t, text, string(cmpComma(o))+cell, "nothing that a spreadsheet runs")
				assert.NotContains(t, text, string(cmpComma(o))+`"`+cell)
			}
			records, findings := read(t, registry.Records("", strings.NewReader(text)))
			assert.Empty(t, findings)
			assert.Equal(t, []registry.Record{x}, records)
		}
	}
	broken := errors.New("broken")
	assert.ErrorIs(t, registry.WriteCSV(failing{broken}, slices.Values([]registry.Record{x}), registry.CSVOptions{}), broken)
	assert.ErrorIs(t, registry.WriteCSV(failing{broken}, slices.Values([]registry.Record{x}), registry.CSVOptions{BOM: true}), broken)
	assert.ErrorIs(t, registry.WriteJSONLines(failing{broken}, slices.Values([]registry.Record{x})), broken)
}

func cmpComma(o registry.CSVOptions) byte {
	if o.Comma == 0 {
		return ','
	}
	return o.Comma
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

func TestWriteJSONLines(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	x := *goodRecord(t)
	require.NoError(t, registry.WriteJSONLines(&b, slices.Values([]registry.Record{x, x})))
	assert.Equal(t, good+"\n"+good+"\n", b.String()) //nolint:testifylint // to the byte
}
