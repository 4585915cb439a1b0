package registry_test

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/ocop/registry"
	"github.com/ocop-vn/ocop-go/ocop/registry/internal/sample"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// pathMax is the longest path that a system opens, with its end.
const pathMax = 4096

// What keeps facts from their files is told, whichever grouping it befalls, and then
// there is no report.
func TestSpillingFails(t *testing.T) { //nolint:paralleltest // it says where files go
	oneCode := func(_ int, x *registry.Record) { x.Previous = "" }
	following := func(i int, x *registry.Record) {
		x.Code, x.Previous = fmt.Sprintf("66-24277-%d-2026", i), fmt.Sprintf("66-24277-%d-2025", i)
	}
	files := func(change func(name string) error) func(*testing.T, string) {
		return func(t *testing.T, dir string) {
			t.Helper()
			names, err := filepath.Glob(dir + "/*/*")
			require.NoError(t, err)
			require.NotEmpty(t, names)
			for _, name := range names {
				require.NoError(t, change(name))
			}
		}
	}
	cut := func(name string) error {
		if info, err := os.Stat(name); err != nil || info.Size() == 0 {
			return err
		}
		return os.Truncate(name, 1)
	}
	for name, c := range map[string]struct {
		within string // the folder of temporary files, in one of the test's own
		rows   int
		change func(i int, x *registry.Record)
		room   int
		then   func(t *testing.T, dir string) // once all rows are read
		failed error                          // of reading
		want   []error
	}{
		"no folder, of records":               {"/none", 60, oneCode, 50, nil, nil, []error{fs.ErrNotExist}},
		"no folder, of those that came after": {"/none", 40, following, 41, nil, nil, []error{fs.ErrNotExist}},
		"no room for a file's name":           {"", 60, oneCode, 50, nil, nil, []error{syscall.ENAMETOOLONG}},
		"a file that is gone":                 {"/", 60, oneCode, 50, files(os.Remove), nil, []error{fs.ErrNotExist}},
		"a file that was cut off":             {"/", 60, following, 50, files(cut), nil, []error{io.ErrUnexpectedEOF}},
		"a file that is gone, and reading":    {"/", 60, oneCode, 50, files(os.Remove), errDisk, []error{errDisk, fs.ErrNotExist}},
	} {
		dir := t.TempDir()
		if c.within == "" { // a folder is made in it, and no file in that: 14 bytes and a number of ten digits at most
			c.within = strings.Repeat("/", pathMax-1-14-10-len(dir))
		}
		t.Setenv("TMPDIR", dir+c.within)
		before, _ := os.ReadDir("/proc/self/fd") // none on other systems
		report, err := registry.Count(func(yield func(registry.Row, error) bool) {
			for i := range c.rows {
				x := *goodRecord(t)
				c.change(i, &x)
				if !yield(registry.Row{Line: i + 1, Record: x}, nil) {
					return
				}
			}
			if c.then != nil {
				c.then(t, dir)
			}
			if c.failed != nil {
				yield(registry.Row{}, c.failed)
			}
		}, registry.Options{On: today}.In(c.room))
		assert.Error(t, err, name)
		for _, want := range c.want {
			assert.ErrorIs(t, err, want, name)
		}
		assert.Zero(t, report, name)
		left, err := filepath.Glob(dir + "/*")
		require.NoError(t, err)
		assert.Empty(t, left, name)
		after, _ := os.ReadDir("/proc/self/fd")
		assert.Less(t, len(after), len(before)+100, "%s: but for some that are not ours none of 256 is left open", name)
	}
}

// Reading takes as many processors as there are, and changes nothing of that.
func TestProcessorsStay(t *testing.T) { //nolint:paralleltest // it changes them
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(2))
	for _, err := range registry.JSONLines("", strings.NewReader(good)) {
		require.NoError(t, err)
	}
	assert.Equal(t, 2, runtime.GOMAXPROCS(0))
}

// Keys of producers and products are FNV-1a or the tax code's number, whichever
// version made them: facts may be grouped on other machines.
func TestKeysStayAsTheyAre(t *testing.T) {
	t.Parallel()
	hash := func(texts ...string) uint64 {
		h := fnv.New64a()
		_, err := io.WriteString(h, strings.Join(texts, "\xff")+"\xff")
		require.NoError(t, err)
		return h.Sum64()
	}
	x := *goodRecord(t)
	assert.Equal(t, uint64(100109106*16+10), registry.FactOf(&x, 1).Producer)
	assert.Equal(t, uint64((((66_000*100_000+24277)*1_111_110+1)*200+26)*2+1), registry.CodeKey("66-24277-1-2026"))
	assert.Equal(t, uint64((((66_643*100_000+24277)*1_111_110+11)*200+22)*2+2), registry.CodeKey("66-643-24277-01-2022"))
	x.Producer.TaxCode = ""
	for _, name := range []string{"HTX Ea Kao", "B", "C"} { // of whose hashes some are odd, some even
		x.Producer.Name = name
		f := registry.FactOf(&x, 1)
		assert.Equal(t, hash("24277", name)|1<<63, f.Producer)
		assert.Equal(t, hash(string(binary.LittleEndian.AppendUint64(nil, f.Producer))+"\x0d", "cà phê"), f.Product)
	}
}

// Of a fact that is made by hand, each member says what it says.
func TestOddFacts(t *testing.T) {
	t.Parallel()
	for want, f := range map[bool]registry.Fact{false: {Code: 5, Issued: 1}, true: {Code: 5, Issued: 1, Previous: 1}} {
		_, ok := f.Follower()
		assert.Equal(t, want, ok)
	}
	never := registry.Fact{Ends: 9}
	assert.False(t, never.In(5), "what was never issued")
	first := registry.Fact{Issued: 1, Ends: 1}
	assert.True(t, first.In(1))
	figures := registry.NewFigures(today)
	figures.On.Year = 1900
	figures.Add(&registry.Fact{Issued: 1, Ends: registry.Day(figures.On) - 1})
	assert.Equal(t, 1, figures.Due.Lapsed)
	figures.Add(&registry.Fact{Ends: registry.Day(figures.On) - 1})
	figures.Add(&registry.Fact{Issued: registry.Day(figures.On) + 1, Ends: registry.Day(figures.On)})
	assert.Equal(t, 1, figures.Due.Lapsed, "what was never issued, or not yet")
}

// A producer is of the kind that stands with the first of its products in force.
func TestKindOfAProducer(t *testing.T) {
	t.Parallel()
	on := registry.Day(today)
	figures := registry.NewFigures(today)
	figures.AddProducer([]registry.Fact{{Kind: 1}, {Kind: 0, Issued: on, Ends: on}, {Kind: 2, Issued: on, Ends: on, Flags: registry.SmallFirm}})
	figures.AddProducer([]registry.Fact{{Kind: 3, Issued: on, Ends: on}, {Kind: 4, Issued: on, Ends: on}})
	assert.Equal(t, registry.Producers{Total: 2, ByKind: map[dossier.ProducerKind]int{dossier.KindCooperative: 1, dossier.KindFarm: 1}}, figures.Producers)
}

// The figures of another day stand in a report as they do alone, and a target as in both.
func TestFiguresWithinAReport(t *testing.T) {
	t.Parallel()
	r := sample.Report(20, 0, today, yearAgo)
	text, err := json.Marshal(r)
	require.NoError(t, err)
	then, err := json.Marshal(r.Since)
	require.NoError(t, err)
	target, err := json.Marshal(r.Since.Targets()[2])
	require.NoError(t, err)
	assert.Contains(t, string(text), `"since":`+string(then)+`,`)
	assert.Contains(t, string(then), `{"on":"2025-11-25",`)
	assert.Contains(t, string(then), string(target))
	assert.Contains(t, string(target), `{"id":"upgraded",`)
}

func TestFindingAsJSON(t *testing.T) {
	t.Parallel()
	p := registry.Kinds()[0].At("/code")
	own, err := json.Marshal(p)
	require.NoError(t, err)
	for file, want := range map[string]string{"": `{"line":3,`, "a.csv": `{"file":"a.csv","line":3,`} {
		text, err := json.Marshal(registry.Finding{Problem: p, File: file, Line: 3})
		require.NoError(t, err)
		assert.Equal(t, want+string(own[1:]), string(text))
	}
}

// A name that fills its column stands on one line, and one that is longer on two.
func TestNamesThatFillTheirColumn(t *testing.T) {
	t.Parallel()
	for n, want := range map[int]string{
		45: fmt.Sprintf("\n%-52s%12d\n", "Code "+strings.Repeat("x", 45)+" y", 1),
		46: fmt.Sprintf("\n%s\n%-52s%12d\n", "Code "+strings.Repeat("x", 46), "  y", 1),
	} {
		r := registry.Report{Figures: registry.NewFigures(today)}
		r.ByProvince[strings.Repeat("x", n)+" y"] = 1
		r.ByYear[2026] = 1_000_000_000
		assert.Contains(t, told(t, &r, lang.En), want)
		assert.Contains(t, told(t, &r, lang.En), fmt.Sprintf("\n%-52s 1,000,000,000\n", "2026"), "a number as wide as its column")
		assert.ErrorIs(t, r.Text(failing{errDisk}, lang.En), errDisk)
	}
}

// Of one product too the shares are told.
func TestShareOfOne(t *testing.T) {
	t.Parallel()
	r := registry.Report{Figures: registry.NewFigures(today)}
	r.InForce, r.ByStar[5] = 1, 1
	got := told(t, &r, lang.En)
	assert.Contains(t, got, fmt.Sprintf("\n%-52s%12s%12s\n", "By star", "Number", "Share"))
	assert.Contains(t, got, fmt.Sprintf("\n%-52s%12d%12s\n", "5 stars", 1, "100.0%"))
}

// A last line that an error keeps from its end is no row.
func TestHalfALineIsNoRow(t *testing.T) {
	t.Parallel()
	broken := errors.New("broken")
	var lines []int
	for row, err := range registry.JSONLines("", io.MultiReader(strings.NewReader(good+"\n"+good), breaking{broken})) {
		if err != nil {
			assert.ErrorIs(t, err, broken)
			continue
		}
		lines = append(lines, row.Line)
	}
	assert.Equal(t, []int{1}, lines)
}

// Lines are numbered on from one batch to the next, and one that fills the budget is read.
func TestLinesOfManyBatches(t *testing.T) {
	t.Parallel()
	blank := strings.Repeat(" ", 1_000)
	for over, want := range []bool{true, false} {
		full := good + strings.Repeat(" ", 64<<10-len(good)+over)
		n := 0
		for row, err := range registry.JSONLines("", strings.NewReader(strings.Repeat(blank+"\r\n", 600)+full+"\r\n"+full)) {
			require.NoError(t, err)
			n++
			assert.Equal(t, 600+n, row.Line)
			assert.Equal(t, want, !row.Failed())
		}
		assert.Equal(t, 2, n)
	}
}

// A line that is too long is told, whatever comes to stand where it was read to.
func TestLongLineBeforeEmptyOnes(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("x", 64<<10+len("\r\n"))
	report := counted(t, today, long+strings.Repeat("\n", 70_000)+long, good)
	assert.Equal(t, []string{"1 JSON-04 ", "70001 JSON-04 "}, toldOf(report))
	assert.Equal(t, 1, report.InForce)
}

// slowEnd ends after a second.
type slowEnd struct{ reading atomic.Bool }

func (s *slowEnd) Read([]byte) (int, error) {
	s.reading.Store(true)
	time.Sleep(time.Second)
	s.reading.Store(false)
	return 0, io.EOF
}

// Who leaves off gets the file back once it is not read any more, and nothing goes on.
func TestLeavingOffWaits(t *testing.T) {
	t.Parallel()
	lines := strings.Repeat(good+"\n", 1_000) // three batches
	synctest.Test(t, func(t *testing.T) {
		var end slowEnd
		for _, err := range registry.JSONLines("", io.MultiReader(strings.NewReader(lines), &end)) {
			require.NoError(t, err)
			synctest.Wait() // until it has read as far ahead as it does
			assert.True(t, end.reading.Load())
			break
		}
		assert.False(t, end.reading.Load())
	})
}

// The end of a row that is too long may be the first of what is read next.
func TestEndOfALongRowIsReadNext(t *testing.T) {
	t.Parallel()
	header, row, _ := strings.Cut(table(t), "\n")
	records, findings := read(t, registry.CSV("", strings.NewReader(header+"\n"+strings.Repeat("x", 256<<10-len(header)-1)+"\n"+row)))
	assert.Len(t, records, 1)
	assert.Equal(t, []string{"2 REGISTER-37! "}, findings)
}

// A row in quotes is too long also where just the longest of it was read.
func TestLongRowInQuotesAtTheEndOfWhatWasRead(t *testing.T) {
	t.Parallel()
	header, row, _ := strings.Cut(table(t), "\n")
	room := 256<<10 - (64<<10 + len("\r\n")) - len(header) - 1
	blank := strings.Repeat(strings.Repeat(" ", 999)+"\n", room/1_000) + strings.Repeat(" ", room%1_000-1) + "\n"
	records, findings := read(t, registry.CSV("", strings.NewReader(header+"\n"+blank+`"`+strings.Repeat("x", 70_000)+"\"\n"+row)))
	assert.Len(t, records, 1)
	assert.Equal(t, []string{fmt.Sprintf("%d REGISTER-37! ", 2+strings.Count(blank, "\n"))}, findings)
}

// failsOnce is a writer that fails the first time.
type failsOnce struct {
	io.Writer
	failed bool
}

func (f *failsOnce) Write(b []byte) (int, error) {
	if !f.failed {
		f.failed = true
		return 0, errDisk
	}
	return f.Writer.Write(b)
}

// What failed is told although the next might not.
func TestMarkIsNotWritten(t *testing.T) {
	t.Parallel()
	for _, records := range [][]registry.Record{nil, {*goodRecord(t)}} {
		assert.ErrorIs(t, registry.WriteCSV(&failsOnce{Writer: io.Discard}, slices.Values(records), registry.CSVOptions{BOM: true}), errDisk)
	}
}

// A finding without a line says that there are more only where its code does, and
// only behind the others.
func TestToldOfWhatHasNoLine(t *testing.T) {
	t.Parallel()
	at := func(line int, code string) registry.Finding {
		return registry.Finding{Line: line, Problem: problem.Problem{Code: code}}
	}
	for _, c := range []struct {
		findings []registry.Finding
		want     int
	}{
		{[]registry.Finding{at(1, ""), at(0, "JSON-11")}, 1},
		{[]registry.Finding{at(1, ""), at(0, "X")}, 2},
		{[]registry.Finding{at(1, ""), at(2, "JSON-11")}, 2},
		{[]registry.Finding{at(0, "JSON-11")}, 0},
	} {
		r := registry.Report{Findings: c.findings}
		list, more := r.Told()
		assert.Len(t, list, c.want)
		assert.Zero(t, more)
	}
}
