package xlsx_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"github.com/ocop-vn/ocop-go/ocop/registry"
	"github.com/ocop-vn/ocop-go/ocop/registry/xlsx"
)

const good = `{"code":"01-00070-1-2026","product":"Cà phê","set":13,"edition":"qd26-2026","producer":{"name":"HTX Hoàn Kiếm","kind":"cooperative","size":"small","taxCode":"0100109106"},"province":"01","commune":"00070","star":4,"total":"89.95","parts":{"A":"37","B":"21.95","C":"31.00"},"decision":"1/QĐ","authority":"province","issued":"2026-08-05","expires":"2029-08-05","state":"recognised","previous":"01-00070-9-2025","previousStar":3,"channels":["supermarket","e-commerce"],"trace":"https://example.vn/t"}`

func goodRecord(t *testing.T) registry.Record {
	t.Helper()
	x, problems := registry.Read([]byte(good))
	require.NoError(t, problems.Err())
	return x
}

func written(t *testing.T, records ...registry.Record) []byte {
	t.Helper()
	var b bytes.Buffer
	w, err := xlsx.NewWriter(&b)
	require.NoError(t, err)
	for i := range records {
		require.NoError(t, w.Write(&records[i]))
	}
	require.NoError(t, w.Flush())
	return b.Bytes()
}

// read is what a workbook says: its records and its findings as "line code path".
func read(t *testing.T, data []byte, o xlsx.Options) (records []registry.Record, findings []string) {
	t.Helper()
	for row, err := range xlsx.Rows("f", bytes.NewReader(data), o) {
		require.NoError(t, err)
		assert.Equal(t, "f", row.File)
		if row.Record.Product != "" {
			records = append(records, row.Record)
		}
		for _, p := range row.Problems {
			findings = append(findings, fmt.Sprintf("%d %s %s", row.Line, p.Code, p.Path))
		}
	}
	return records, findings
}

func TestNothingIsLost(t *testing.T) {
	t.Parallel()
	var records []registry.Record
	for i, name := range []string{"Cà phê", "=1+2", "+84", "-", "@a", "'x", " lùi vào ", "0123", "1E5", "5/8/2026", "a;b\"c", "<b>&amp;", "#REF!", "46239", "TRUE", "\u00a0x", "🍵", "_x0041_", "001099012345"} {
		x := goodRecord(t)
		x.Product, x.Producer.Name, x.Decision = name, name, name
		x.Total = []string{"92", "92.0", "89.95", "100.00", "0", "7.1"}[i%6]
		x.Star, x.PreviousStar = 3+i%3, i%6
		if i%2 == 0 {
			x.Parts, x.Channels, x.Trace, x.Producer.TaxCode = nil, nil, "", "066199012345"
		}
		records = append(records, x)
	}
	refused := registry.Record{Product: "Trà", Set: 1, Edition: "qd26-2026", Producer: records[0].Producer, Province: "01", Commune: "00070", State: "refused"}
	early := goodRecord(t)
	early.Issued, early.Expires = "1900-01-05", "2199-12-31"
	records = append(records, refused, early)
	back, _ := read(t, written(t, records...), xlsx.Options{})
	assert.Equal(t, records, back)
	back, findings := read(t, written(t), xlsx.Options{Sheet: xlsx.SheetName})
	assert.Empty(t, back)
	assert.Empty(t, findings)
}

// book is a workbook in which the good record's cells are as a clerk's, those of the
// row given changed.
func book(t *testing.T, change func(*excelize.File), cells map[string]any) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer func() { require.NoError(t, f.Close()) }()
	x := goodRecord(t)
	names, values := registry.Columns(), registry.Cells(&x)
	for i, name := range names {
		at, err := excelize.CoordinatesToCellName(i+1, 1)
		require.NoError(t, err)
		require.NoError(t, f.SetCellStr("Sheet1", at, name))
		at, err = excelize.CoordinatesToCellName(i+1, 3) // row 2 is left empty
		require.NoError(t, err)
		if v, ok := cells[name]; ok {
			require.NoError(t, f.SetCellValue("Sheet1", at, v))
		} else {
			require.NoError(t, f.SetCellStr("Sheet1", at, values[i]))
		}
	}
	if change != nil {
		change(f)
	}
	var b bytes.Buffer
	require.NoError(t, f.Write(&b))
	return b.Bytes()
}

func TestCells(t *testing.T) {
	t.Parallel()
	day := time.Date(2026, 8, 5, 0, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		name     string
		cells    map[string]any
		findings []string
		record   bool // the good one
	}{
		{"all texts", nil, nil, true},
		{"numbers", map[string]any{"set": 13, "star": 4, "total": 89.95, "parts.A": 37, "parts.B": 21.95, "previousStar": 3}, nil, true},
		{"a date cell", map[string]any{"issued": day}, nil, true},
		{"the number of a day", map[string]any{"issued": 46239}, nil, true},
		{"a time within a day", map[string]any{"issued": 46239.5}, []string{"3 DOSSIER-10 /issued"}, false},
		{"a date as text", map[string]any{"issued": "5/8/2026"}, []string{"3 REGISTER-45 /issued"}, true},
		{"codes as numbers", map[string]any{"province": 1, "commune": 70, "producer.taxCode": 100109106}, []string{"3 REGISTER-42 /producer/taxCode", "3 REGISTER-42 /province", "3 REGISTER-42 /commune"}, true},
		{"a code that Excel spoiled", map[string]any{"producer.taxCode": "1.00109E+08"}, []string{"3 REGISTER-43 /producer/taxCode"}, false},
		{"a code that is a date", map[string]any{"code": day}, []string{"3 DOSSIER-20 /code"}, false},
		{"a binary fraction", map[string]any{"total": "89.950000000000003"}, nil, true},
		{"too many decimals", map[string]any{"total": 89.955}, []string{"3 DOSSIER-27 /total"}, false},
		{"an error's text", map[string]any{"product": "#REF!"}, []string{"3 REGISTER-40 /product"}, false},
		{"a formula as text", map[string]any{"product": "=1+2"}, []string{"3 REGISTER-40 /product"}, false},
		{"no state", map[string]any{"state": ""}, []string{"3 DOSSIER-01 /state"}, false},
		{"no trace", map[string]any{"trace": "", "channels": ""}, nil, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			records, findings := read(t, book(t, nil, c.cells), xlsx.Options{})
			assert.Equal(t, c.findings, findings)
			if want := goodRecord(t); c.record && assert.Len(t, records, 1) {
				if _, number := c.cells["parts.B"]; number {
					assert.Equal(t, want.Parts, records[0].Parts)
				}
				assert.Equal(t, want, records[0])
			}
		})
	}
}

func TestWorkbooks(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name     string
		change   func(*excelize.File)
		cells    map[string]any
		o        xlsx.Options
		records  int
		findings []string
	}{
		{"a formula with its value", func(f *excelize.File) { _ = f.SetCellFormula("Sheet1", "B3", `"Cà "&"phê"`) }, nil, xlsx.Options{}, 1, nil},
		{"another sheet first", func(f *excelize.File) { _, _ = f.NewSheet("Khác"); _ = f.MoveSheet("Khác", "Sheet1") }, nil, xlsx.Options{Sheet: "Sheet1"}, 1, nil},
		{"a sheet that holds no table", func(f *excelize.File) { _, _ = f.NewSheet("Khác"); _ = f.SetCellStr("Khác", "A4", "Danh sách") }, nil, xlsx.Options{Sheet: "Khác"}, 0, []string{"4 REGISTER-30 "}},
		{"an empty sheet", func(f *excelize.File) { _, _ = f.NewSheet("Khác") }, nil, xlsx.Options{Sheet: "Khác"}, 0, nil},
		{"days from 1904", func(f *excelize.File) {
			yes := true
			_ = f.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &yes})
		}, map[string]any{"issued": 44777}, xlsx.Options{}, 1, nil},
		{"a note beside", func(f *excelize.File) { _ = f.SetCellStr("Sheet1", "AC3", "ghi chú") }, nil, xlsx.Options{}, 0, []string{"3 REGISTER-34 "}},
		{"a column of their own", func(f *excelize.File) {
			_ = f.SetCellStr("Sheet1", "AB1", "Ghi chú")
			_ = f.SetCellStr("Sheet1", "AB3", "x")
		}, nil, xlsx.Options{}, 1, []string{"1 REGISTER-31 "}},
		{"a row far below", func(f *excelize.File) { _ = f.SetCellStr("Sheet1", "A2000", "x") }, nil, xlsx.Options{}, 1, []string{"2000 DOSSIER-20 /code"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			records, findings := read(t, book(t, c.change, c.cells), c.o)
			assert.Len(t, records, c.records)
			if len(findings) > 1 { // a row of which one cell is there has many
				findings = findings[:1]
			}
			assert.Equal(t, c.findings, findings)
			if c.name == "days from 1904" {
				assert.Equal(t, "2026-08-05", records[0].Issued)
			}
		})
	}
}

// repacked is a workbook with a file of its archive changed.
func repacked(t *testing.T, data []byte, name string, change func([]byte) io.Reader) []byte {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	require.NoError(t, err)
	var b bytes.Buffer
	out := zip.NewWriter(&b)
	for _, f := range in.File {
		r, err := f.Open()
		require.NoError(t, err)
		content, err := io.ReadAll(r)
		require.NoError(t, err)
		w, err := out.Create(f.Name)
		require.NoError(t, err)
		var from io.Reader = bytes.NewReader(content)
		if f.Name == name {
			from = change(content)
		}
		_, err = io.Copy(w, from)
		require.NoError(t, err)
	}
	require.NoError(t, out.Close())
	return b.Bytes()
}

type zeros struct{}

func (zeros) Read(p []byte) (int, error) { clear(p); return len(p), nil }

func TestHostile(t *testing.T) {
	t.Parallel()
	whole := written(t, goodRecord(t))
	sheet := "xl/worksheets/sheet1.xml"
	cut := func(content []byte) io.Reader { return bytes.NewReader(content[:len(content)*2/3]) }
	within := func(content []byte) io.Reader {
		return bytes.NewReader(bytes.Replace(content, []byte(`<row r="2"`), []byte(`<<row r="2"`), 1))
	}
	flipped := bytes.Clone(whole)
	at := bytes.LastIndex(flipped, []byte(sheet)) // in the directory: what is before it is packed
	flipped[bytes.Index(flipped, []byte(sheet))+len(sheet)+20] ^= 0xff
	require.Positive(t, at)
	for _, c := range []struct {
		name string
		data []byte
		o    xlsx.Options
		want error
	}{
		{"no workbook", []byte("code,product\n"), xlsx.Options{}, xlsx.ErrBroken},
		{"nothing", nil, xlsx.Options{}, xlsx.ErrBroken},
		{"a ZIP of something else", repacked(t, whole, "x", nil)[:200], xlsx.Options{}, xlsx.ErrBroken},
		{"no such sheet", whole, xlsx.Options{Sheet: "Khác"}, xlsx.ErrNoSheet},
		{"too large", whole, xlsx.Options{Bytes: 1000}, xlsx.ErrTooLarge},
		{"unpacks to too much", repacked(t, whole, sheet, func([]byte) io.Reader { return strings.NewReader("<a>" + strings.Repeat("<b></b>", 1<<18)) }), xlsx.Options{Unpacked: 1 << 20}, xlsx.ErrTooLarge},
		{"one text that is too long", repacked(t, whole, sheet, func([]byte) io.Reader { return io.LimitReader(zeros{}, 64<<20) }), xlsx.Options{}, xlsx.ErrBroken},
		{"unpacks to too much elsewhere", repacked(t, whole, "xl/styles.xml", func([]byte) io.Reader { return io.LimitReader(zeros{}, 80<<20) }), xlsx.Options{}, xlsx.ErrTooLarge},
		{"a sheet that is cut off", repacked(t, whole, sheet, cut), xlsx.Options{}, xlsx.ErrBroken},
		{"a sheet that is no XML within", repacked(t, whole, sheet, within), xlsx.Options{}, xlsx.ErrBroken},
		{"a byte is another", flipped, xlsx.Options{}, xlsx.ErrBroken},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			var failed error
			for row, err := range xlsx.Rows("f", bytes.NewReader(c.data), c.o) {
				assert.Empty(t, row.Record, "nothing before it is known to be whole")
				failed = err
			}
			assert.ErrorIs(t, failed, c.want)
		})
	}
	broken := errors.New("broken")
	for _, err := range xlsx.Rows("f", iotest.ErrReader(broken), xlsx.Options{}) {
		assert.ErrorIs(t, err, broken)
	}
	for row, err := range xlsx.Rows("f", bytes.NewReader(written(t, goodRecord(t), goodRecord(t))), xlsx.Options{}) {
		assert.NoError(t, err)
		assert.Equal(t, 2, row.Line)
		break
	}
}

// A register of 200,000 products, written and read: LARGE=all, some minutes.
func TestMemory(t *testing.T) {
	if os.Getenv("LARGE") != "all" {
		t.Skip("LARGE=all: some minutes")
	}
	const n = 200_000
	out, err := os.CreateTemp(t.TempDir(), "*.xlsx")
	require.NoError(t, err)
	begun := time.Now()
	w, err := xlsx.NewWriter(out)
	require.NoError(t, err)
	x := goodRecord(t)
	for i := range n {
		x.Code = fmt.Sprintf("01-00070-%d-2026", i+1)
		require.NoError(t, w.Write(&x))
	}
	require.NoError(t, w.Flush())
	size, err := out.Seek(0, io.SeekEnd)
	require.NoError(t, err)
	t.Logf("written in %v, %d bytes", time.Since(begun), size)
	_, err = out.Seek(0, io.SeekStart)
	require.NoError(t, err)
	begun = time.Now()
	rows, most := 0, uint64(0)
	for _, err := range xlsx.Rows("", out, xlsx.Options{}) {
		require.NoError(t, err)
		if rows++; rows%10_000 == 0 {
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			most = max(most, m.HeapInuse)
		}
	}
	assert.Equal(t, n, rows)
	t.Logf("read in %v, heap at most %d MB", time.Since(begun), most>>20)
	assert.Less(t, most, uint64(300<<20))
}
