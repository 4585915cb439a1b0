package registry_test

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/ocop/registry"
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
	}{
		"no folder, of records":               {"/none", 60, oneCode, 50, nil},
		"no folder, of those that came after": {"/none", 40, following, 41, nil},
		"no room for a file's name":           {"", 60, oneCode, 50, nil},
		"a file that is gone":                 {"/", 60, oneCode, 50, files(os.Remove)},
		"a file that was cut off":             {"/", 60, oneCode, 50, files(cut)},
	} {
		dir := t.TempDir()
		if c.within == "" { // a folder is made in it, and no file in that: 14 bytes and a number of ten digits at most
			c.within = strings.Repeat("/", pathMax-1-14-10-len(dir))
		}
		t.Setenv("TMPDIR", dir+c.within)
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
		}, registry.Options{On: today}.In(c.room))
		assert.Error(t, err, name)
		assert.Zero(t, report, name)
		left, err := filepath.Glob(dir + "/*")
		require.NoError(t, err)
		assert.Empty(t, left, name)
	}
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
	x.Producer.TaxCode = ""
	f := registry.FactOf(&x, 1)
	assert.Equal(t, hash("24277", "HTX Ea Kao")|1<<63, f.Producer)
	assert.Equal(t, hash(string(binary.LittleEndian.AppendUint64(nil, f.Producer))+"\x0d", "cà phê"), f.Product)
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
	assert.Equal(t, 1, figures.Due.Lapsed)
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
		assert.Contains(t, told(t, &r, lang.En), want)
	}
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

// The end of a row that is too long may be the first of what is read next.
func TestEndOfALongRowIsReadNext(t *testing.T) {
	t.Parallel()
	header, row, _ := strings.Cut(table(t), "\n")
	records, findings := read(t, registry.CSV("", strings.NewReader(header+"\n"+strings.Repeat("x", 256<<10-len(header)-1)+"\n"+row)))
	assert.Len(t, records, 1)
	assert.Equal(t, []string{"2 REGISTER-37! "}, findings)
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

// A finding without a line says that there are more only where its code does.
func TestToldOfWhatHasNoLine(t *testing.T) {
	t.Parallel()
	for code, want := range map[string]int{"JSON-11": 1, "X": 2} {
		r := registry.Report{Findings: []registry.Finding{{Line: 1}, {Problem: problem.Problem{Code: code}}}}
		list, more := r.Told()
		assert.Len(t, list, want)
		assert.Zero(t, more)
	}
}
