package registry_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/ocop/internal/text"
	"github.com/ocop-vn/ocop-go/ocop/registry"
	"github.com/ocop-vn/ocop-go/ocop/registry/internal/sample"
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/plain"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

var update = flag.Bool("update", false, "write the told reports in testdata anew; read every change")

var (
	today    = civil.Date{Year: 2026, Month: 11, Day: 25}
	yearAgo  = civil.Date{Year: 2025, Month: 11, Day: 25}
	noDay    civil.Date
	bothLang = []lang.Lang{lang.Vi, lang.En}
)

func told(t *testing.T, r *registry.Report, l lang.Lang) string {
	t.Helper()
	var b strings.Builder
	require.NoError(t, r.Text(&b, l))
	return b.String()
}

// golden holds a text to the file that people have read.
func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", "text", name)
	if *update {
		require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o755))
		require.NoError(t, os.WriteFile(file, []byte(got), 0o644))
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Equal(t, string(want), got, "go test ./ocop/registry -update")
}

func TestText(t *testing.T) {
	t.Parallel()
	for name, r := range map[string]registry.Report{
		"plain": sample.Report(20_000, 12, today, noDay),
		"since": sample.Report(20_000, 0, today, yearAgo),
		"empty": sample.Report(0, 0, today, noDay),
	} {
		for _, l := range bothLang {
			golden(t, name+"."+string(l)+".txt", told(t, &r, l))
		}
	}
}

// Tables stand in columns: each line with numbers ends where the others of its
// table end.
func TestTextStandsInColumns(t *testing.T) {
	t.Parallel()
	r := sample.Report(20_000, 0, today, yearAgo)
	for _, l := range bothLang {
		for _, block := range strings.Split(told(t, &r, l), "\n\n")[1:] {
			lines := strings.Split(block, "\n")
			rule := 1
			for rule < len(lines) && !strings.HasPrefix(lines[rule], "─") {
				rule++
			}
			for _, line := range lines[min(rule+1, len(lines)):] {
				assert.LessOrEqual(t, text.Width(line), text.Width(lines[rule]), line)
				if c := line; c != "" && strings.ContainsAny(c[len(c)-1:], "0123456789") {
					assert.Equal(t, text.Width(lines[rule]), text.Width(line), line)
				}
			}
		}
	}
}

// Every breakdown adds up to what it is of, and lists each place once.
func TestBreakdownsAddUp(t *testing.T) {
	t.Parallel()
	r := sample.Report(5_000, 0, today, yearAgo)
	ids := map[string]int{}
	for _, b := range r.Breakdowns() {
		now, since, keys := 0, 0, map[string]bool{}
		for _, p := range b.Parts {
			now, since = now+p.Count, since+p.Since
			assert.False(t, keys[p.Key], p.Key)
			keys[p.Key] = true
			for _, l := range bothLang {
				assert.NotEmpty(t, p.Name.In(l))
			}
		}
		if ids[b.ID] = len(b.Parts); b.Of > 0 {
			assert.Equal(t, b.Of, now, b.ID)
		}
		if b.Of == r.InForce {
			assert.Equal(t, r.Since.InForce, since, b.ID)
		}
	}
	assert.Equal(t, map[string]int{"total": 2, "byStar": 3, "bySector": 6, "bySet": 26, "byProvince": 34, "byYear": 5, "byKind": 10, "due": 3}, ids)
}

// The greatest come first, and what no list of ours knows is not left out.
func TestBreakdownOrder(t *testing.T) {
	t.Parallel()
	f := registry.NewFigures(today)
	f.InForce = 6
	f.ByProvince = map[string]int{"79": 1, "66": 3, "01": 1, "00": 1}
	f.ByStar = map[int]int{2: 1, 5: 5}
	r := registry.Report{Figures: f}
	breakdowns := r.Breakdowns()
	var stars, provinces []string
	for _, p := range breakdowns[1].Parts {
		stars = append(stars, p.Name.Vi)
	}
	for _, p := range breakdowns[4].Parts[:5] {
		provinces = append(provinces, p.Name.En)
	}
	assert.Equal(t, []string{"5 sao", "4 sao", "3 sao", "2 sao"}, stars)
	assert.Equal(t, []string{"Đắk Lắk", "TP. Hà Nội", "TP. Hồ Chí Minh", "Code 00", "Cao Bằng"}, provinces)
}

// A report of nothing can be compared with one of something.
func TestBreakdownsOfNothing(t *testing.T) {
	t.Parallel()
	then := sample.Report(10, 0, yearAgo, noDay).Figures
	r := registry.Report{Since: &then}
	for _, b := range r.Breakdowns() {
		for _, p := range b.Parts {
			assert.Zero(t, p.Count, b.ID)
		}
	}
}

func TestTargetsInWords(t *testing.T) {
	t.Parallel()
	r := sample.Report(20_000, 0, today, yearAgo)
	for i, target := range r.Targets() {
		assert.NotEmpty(t, target.Name().Vi, target.ID)
		assert.NotEmpty(t, target.Name().En, target.ID)
		value, aim := target.In(lang.En)
		assert.Equal(t, target.Value(), strings.NewReplacer(",", "", "%", "").Replace(value))
		assert.Equal(t, target.Percent(), strings.HasSuffix(aim, "%"))
		assert.Contains(t, "+−0", string([]rune(target.Change(r.Since.Targets()[i], lang.Vi))[0]))
	}
	assert.Empty(t, registry.Target{ID: "other"}.Name())
	half, third := registry.Target{ID: "upgraded", Share: registry.Share{Count: 1, Of: 2}}, registry.Target{ID: "upgraded", Share: registry.Share{Count: 1, Of: 3}}
	assert.Equal(t, "+16,7", half.Change(third, lang.Vi))
	assert.Equal(t, "−16.7", third.Change(half, lang.En))
}

// What is told and how many more there are is what was found.
func TestTold(t *testing.T) {
	t.Parallel()
	row := registry.Row{File: "a.jsonl", Line: 3, Problems: problem.List{registry.Kinds()[0].At("/code")}}
	count := func(rows, most int) registry.Report {
		r, err := registry.Count(func(yield func(registry.Row, error) bool) {
			for range rows {
				if !yield(row, nil) {
					return
				}
			}
		}, registry.Options{On: today, Findings: most})
		require.NoError(t, err)
		return r
	}
	for _, c := range []struct{ rows, most, told, more int }{{0, 2, 0, 0}, {1, 2, 1, 0}, {2, 2, 2, 0}, {5, 2, 2, 3}} {
		r := count(c.rows, c.most)
		findings, more := r.Told()
		assert.Len(t, findings, c.told)
		assert.Equal(t, c.more, more)
	}
	for rows, want := range map[int]string{3: "1 more", 4: "2 more"} { // as many as are told, too
		r := count(rows, 2)
		assert.Contains(t, told(t, &r, lang.En), fmt.Sprintf("\nErrors and warnings: %d\n", rows))
		assert.True(t, strings.HasSuffix(told(t, &r, lang.En), "\n  and "+want+".\n"))
	}
	r := count(1300, 2)
	assert.Contains(t, told(t, &r, lang.Vi), "Lỗi và cảnh báo: 1.300\n  a.jsonl:3: REGISTER-01 /code: Mã")
	assert.True(t, strings.HasSuffix(told(t, &r, lang.En), "\n  and 1,298 more.\n"))
	r = registry.Report{Findings: []registry.Finding{{Line: 3, Problem: problem.Problem{Code: "X", Message: lang.Text{Vi: "Sai.", En: "Wrong."}}}}}
	assert.True(t, strings.HasSuffix(told(t, &r, lang.Vi), "\n  dòng 3: X: Sai.\n"), "of one file the line alone, of a whole record no path")
	assert.True(t, strings.HasSuffix(told(t, &r, lang.En), "\n  line 3: X: Wrong.\n"))
}

// Nothing in a name or a value moves the terminal.
func TestTextStaysPlain(t *testing.T) {
	t.Parallel()
	hostile := "\x1b[2J\n\u202e\u009b"
	r := sample.Report(10, 0, today, noDay)
	r.ByProvince[hostile], r.BySector[hostile] = 1, 1
	r.Findings = []registry.Finding{{File: hostile, Line: 1, Problem: problem.Problem{Code: "X" + hostile, Path: "/" + hostile, Message: lang.Text{Vi: hostile, En: hostile}}}}
	for _, l := range bothLang {
		got := told(t, &r, l)
		assert.Equal(t, strings.Count(got, "\n"), strings.Count(plain.Text(got), `\u000a`)-strings.Count(got, `\u000a`))
		for _, c := range got {
			assert.False(t, plain.Moves(c) && c != '\n', "%q", c)
		}
	}
}
