package registry_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/ocop/registry"
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

const good = `{"code":"66-24277-1-2026","product":"Cà phê","set":13,"edition":"qd26-2026","producer":{"name":"HTX Ea Kao","kind":"cooperative","size":"small","taxCode":"0100109106"},"province":"66","commune":"24277","star":4,"total":"92","parts":{"A":"37","B":"24","C":"31"},"decision":"1/QĐ","authority":"province","issued":"2026-08-05","expires":"2029-08-05","state":"recognised","previous":"66-24277-9-2025","previousStar":3,"channels":["supermarket","e-commerce"],"trace":"https://example.vn/t"}`

// goodWith is the good record with other texts in it: old and new in turn.
func goodWith(pairs ...string) string { return strings.NewReplacer(pairs...).Replace(good) }

// counted is what some lines come to on a day.
func counted(t *testing.T, on civil.Date, lines ...string) registry.Report {
	t.Helper()
	report, err := registry.Count(registry.JSONLines("", strings.NewReader(strings.Join(lines, "\n"))), registry.Options{On: on})
	require.NoError(t, err)
	return report
}

// toldOf are the codes and lines of the findings.
func toldOf(report registry.Report) (list []string) {
	for _, f := range report.Findings {
		list = append(list, fmt.Sprintf("%d %s %s", f.Line, f.Code, f.Path))
	}
	return list
}

// The contract's shape, member by member.
func TestFiguresOfTheContract(t *testing.T) {
	t.Parallel()
	report := counted(t, today, "\ufeff"+good, "", "  ", goodWith(`"star":4`, `"star":5`, "24277-1", "24277-2")+"\r")
	text, err := json.Marshal(report)
	require.NoError(t, err)
	var have map[string]any
	require.NoError(t, json.Unmarshal(text, &have))
	problems, ok := have["problems"].([]any)
	require.True(t, ok)
	require.Len(t, problems, 1)
	first, ok := problems[0].(map[string]any)
	require.True(t, ok)
	assert.Equal(t, []any{4.0, "REGISTER-11", "/authority", "error"}, []any{first["line"], first["code"], first["path"], first["severity"]})
	delete(have, "problems")
	text, err = json.Marshal(have)
	require.NoError(t, err)
	assert.JSONEq(t, `{"on":"2026-11-25","records":1,"inForce":1,"byStar":{"4":1},"bySet":{"13":1},"bySector":{"I":1},"byProvince":{"66":1},"byYear":{"2026":1},
		"producers":{"total":1,"byKind":{"cooperative":1}},"due":{"renewal":0,"expiring180":0,"lapsed":0},"failed":1,"problemsByCode":{"REGISTER-11":1},
		"targets":[{"id":"products","target":10000,"value":1},{"id":"five-star","target":400,"value":0},{"id":"upgraded","target":50,"value":100.0,"count":1,"of":1},
			{"id":"cooperatives","target":40,"value":100.0,"count":1,"of":1},{"id":"small-and-medium","target":30,"value":0.0,"count":0,"of":1},{"id":"modern-channels","target":50,"value":100.0,"count":1,"of":1}]}`, string(text))
}

// The days on which a certificate counts, is due, and has lapsed (Articles 4.3, 7.6.a).
func TestDaysOfACertificate(t *testing.T) {
	t.Parallel()
	withdrawn := goodWith(`"state":"recognised"`, `"state":"withdrawn","withdrawn":"2027-01-10","ground":"mark-misused"`)
	extended := goodWith(`"state":"recognised"`, `"state":"extended","extendedUntil":"2029-11-01"`)
	for _, c := range []struct {
		line, on                           string
		inForce, renewal, expiring, lapsed int
	}{
		{good, "2026-08-04", 0, 0, 0, 0}, // not issued yet
		{good, "2026-08-05", 1, 0, 0, 0},
		{good, "2029-02-05", 1, 0, 0, 0}, // 181 days before it ends
		{good, "2029-02-06", 1, 1, 1, 0}, // 180: the window opens
		{good, "2029-04-07", 1, 1, 1, 0}, // 120: its last day
		{good, "2029-04-08", 1, 0, 1, 0},
		{good, "2029-08-05", 1, 0, 1, 0}, // the last day still counts
		{good, "2029-08-06", 0, 0, 0, 1},
		{good, "2030-02-01", 0, 0, 0, 1}, // 180 days after
		{good, "2030-02-02", 0, 0, 0, 0},
		{withdrawn, "2027-01-09", 1, 0, 0, 0}, // until then it was in force
		{withdrawn, "2027-01-10", 0, 0, 0, 0},
		{withdrawn, "2029-08-06", 0, 0, 0, 0}, // it did not lapse
		{extended, "2029-08-06", 1, 0, 0, 0},
		{extended, "2029-11-01", 1, 0, 0, 0},
		{extended, "2029-11-02", 0, 0, 0, 1},
	} {
		on, err := civil.Parse(c.on)
		require.NoError(t, err)
		report := counted(t, on, c.line)
		assert.Equal(t, []int{1, c.inForce, c.renewal, c.expiring, c.lapsed}, []int{report.Records, report.InForce, report.Due.Renewal, report.Due.Expiring180, report.Due.Lapsed}, c.on)
	}
}

// A product counts once, whatever stands in the register.
func TestAProductCountsOnce(t *testing.T) {
	t.Parallel()
	none := goodWith(`"previous":"66-24277-9-2025","previousStar":3,`, "")
	earlier := goodWith("66-24277-1-2026", "66-24277-9-2025", `"previous":"66-24277-9-2025","previousStar":3,`, "", "2026-08-05", "2025-08-05", "2029-08-05", "2028-08-05", "qd26-2026", "qd148-2023", `"Cà phê"`, `"Cà phê hạt"`)
	for name, c := range map[string]struct {
		lines   []string
		inForce int
		told    []string
	}{
		"the same line twice":             {[]string{none, none}, 1, []string{"2 REGISTER-01 /code"}},
		"a code twice":                    {[]string{none, goodWith("Cà phê", "Chè")}, 1, []string{"2 REGISTER-01 /code"}},
		"a code with another padding":     {[]string{none, goodWith("24277-1-", "24277-01-", `"Cà phê"`, `"Chè"`)}, 2, nil},
		"the earlier certificate lasts":   {[]string{earlier, good}, 1, []string{"1 REGISTER-02 /expires"}},
		"the same in another order":       {[]string{good, earlier}, 1, []string{"2 REGISTER-02 /expires"}},
		"the earlier one ended":           {[]string{goodWith("66-24277-1-2026", "66-24277-9-2025", `"previous":"66-24277-9-2025","previousStar":3,`, "", "2026-08-05", "2023-08-04", "2029-08-05", "2026-08-04", "qd26-2026", "qd148-2023"), good}, 1, []string{"1 REGISTER-20 /code"}},
		"one product, two codes":          {[]string{none, goodWith("24277-1-", "24277-2-", `"previous":"66-24277-9-2025","previousStar":3,`, "", "2026-08-05", "2026-09-05", "2029-08-05", "2029-09-05")}, 1, []string{"1 REGISTER-02 /expires"}},
		"one product, two codes, one day": {[]string{none, goodWith("24277-1-", "24277-2-")}, 1, []string{"2 REGISTER-02 /expires"}},
		"two products of one producer":    {[]string{none, goodWith("24277-1-", "24277-2-", `"Cà phê"`, `"Cà phê sữa"`)}, 2, nil},
		"two sets of one name":            {[]string{none, goodWith("24277-1-", "24277-2-", `"set":13`, `"set":12`)}, 2, nil},
		"two producers of one name":       {[]string{none, goodWith("24277-1-", "24277-2-", "0100109106", "0100686209")}, 2, nil},
		"it follows itself":               {[]string{goodWith("66-24277-9-2025", "66-24277-1-2026")}, 1, nil},
		"refused beside":                  {[]string{none, `{"product":"Cà phê","set":13,"edition":"qd26-2026","producer":{"name":"HTX Ea Kao","kind":"cooperative","taxCode":"0100109106"},"province":"66","commune":"24277","star":2,"total":"40","state":"refused"}`}, 1, nil},
		"refused with a code":             {[]string{none, goodWith("24277-1-", "24277-2-", `"recognised"`, `"refused"`)}, 1, nil},
		"kinds that differ":               {[]string{none, goodWith("24277-1-", "24277-2-", `"Cà phê"`, `"Chè"`, `"cooperative"`, `"enterprise"`)}, 2, []string{"2 REGISTER-03 /producer/kind"}},
		"what cannot be read":             {[]string{"{", none, `{"a":1}`, "[]", "\xff"}, 1, nil},
	} {
		report := counted(t, today, c.lines...)
		assert.Equal(t, c.inForce, report.InForce, name)
		if c.told != nil || !strings.HasPrefix(name, "what") {
			assert.Equal(t, c.told, toldOf(report), name)
		}
		assert.Equal(t, len(c.lines), report.Records+report.Failed, name)
	}
	report := counted(t, civil.Date{Year: 2026, Month: 8, Day: 4}, earlier, good)
	assert.Equal(t, 1, report.InForce, "on the day before, the earlier one counts")
	assert.Equal(t, map[int]int{2025: 1}, report.ByYear)
}

func TestProducers(t *testing.T) {
	t.Parallel()
	line := func(number int, producer, channels string) string {
		return goodWith("24277-1-", fmt.Sprintf("24277-%d-", number), `"Cà phê"`, fmt.Sprintf(`"Cà phê %d"`, number), `{"name":"HTX Ea Kao","kind":"cooperative","size":"small","taxCode":"0100109106"}`, producer, `["supermarket","e-commerce"]`, channels)
	}
	report := counted(t, today,
		line(1, `{"name":"A","kind":"enterprise","size":"large","taxCode":"0100109106"}`, `["shop","export"]`),
		line(2, `{"name":"A, chi nhánh","kind":"enterprise","size":"large","taxCode":"0100109106"}`, `["convenience-store"]`), // the same by its tax code
		line(3, `{"name":"B","kind":"enterprise"}`, `["shop"]`),
		line(4, `{"name":"B","kind":"enterprise"}`, `["shop"]`), // the same by its name
		line(5, `{"name":"b","kind":"farm"}`, `["e-commerce"]`),
		line(6, `{"name":"A","kind":"cooperative","taxCode":"0100109106-001"}`, `["shop"]`), // a branch
		strings.Replace(line(7, `{"name":"C","kind":"cooperative"}`, `["supermarket"]`), "2026-08-05", "2026-12-05", 1),
	)
	assert.Equal(t, 6, report.InForce)
	assert.Equal(t, 4, report.Producers.Total)
	values := map[string]string{}
	for _, target := range report.Targets() {
		values[target.ID] = target.Value()
		assert.Equal(t, target.ID == "modern-channels" || target.ID == "upgraded", target.Reached(), target.ID)
	}
	assert.Equal(t, map[string]string{"products": "6", "five-star": "0", "upgraded": "100.0", "cooperatives": "25.0", "small-and-medium": "25.0", "modern-channels": "50.0"}, values)
}

func TestShares(t *testing.T) {
	t.Parallel()
	for want, s := range map[string]registry.Share{"0.0": {}, "33.3": {1, 3}, "66.6": {2, 3}, "99.9": {1999, 2000}, "100.0": {7, 7}} {
		assert.Equal(t, want, registry.Target{ID: "upgraded", Share: s}.Value(), "cut off, not rounded")
	}
	assert.False(t, registry.Target{ID: "upgraded", Target: 50, Share: registry.Share{Count: 499, Of: 999}}.Reached(), "49.9…")
}

// Findings are those of a few lines, errors first where there are too many, and
// the last says so.
func TestFindingsHaveABudget(t *testing.T) {
	t.Parallel()
	warned := goodWith("0100109106", "0100109107", "24277-1-", "24277-2-")
	lines := []string{warned}
	for range 10 {
		lines = append(lines, `{}`)
	}
	report, err := registry.Count(registry.JSONLines("", strings.NewReader(strings.Join(lines, "\n"))), registry.Options{On: today, Findings: 7})
	require.NoError(t, err)
	require.Len(t, report.Findings, 8)
	assert.Equal(t, 2, report.Findings[0].Line, "no warning hides an error")
	assert.Equal(t, "JSON-11", report.Findings[7].Code)
	assert.Equal(t, problem.SeverityError, report.Findings[7].Severity, "errors may be among what is not told")
	assert.Equal(t, 1, report.ByCode["REGISTER-21"])
	assert.Equal(t, 10, report.Failed)
	assert.False(t, report.Clean())
	report = counted(t, today, warned)
	assert.True(t, report.Clean(), "a warning alone")
	report, err = registry.Count(registry.JSONLines("", strings.NewReader(warned+"\n"+goodWith("0100109106", "0100109107", "24277-1-", "24277-3-", "Cà phê", "Chè"))), registry.Options{On: today, Findings: 1})
	require.NoError(t, err)
	require.Len(t, report.Findings, 2)
	assert.True(t, report.Clean(), "that there are more warnings is no error")
}

// Without another word, 10,000 findings are told.
func TestFindingsWithoutABudgetOfTheirOwn(t *testing.T) {
	t.Parallel()
	for _, n := range []int{registry.MaxFindings, registry.MaxFindings + 1} {
		report, err := registry.Count(func(yield func(registry.Row, error) bool) {
			row := registry.Row{Line: 1, Problems: problem.List{registry.Kinds()[0].At("/code")}}
			for range n {
				_ = yield(row, nil)
			}
		}, registry.Options{On: today})
		require.NoError(t, err)
		assert.Equal(t, n, len(report.Findings)) //nolint:testifylint // a list of them would be long
		assert.Equal(t, n > registry.MaxFindings, report.Findings[len(report.Findings)-1].Code == "JSON-11")
	}
}

// Findings stand by file and line, whenever they were found, and name the place of the
// other record as people look it up.
func TestFindingsNamePlaces(t *testing.T) {
	t.Parallel()
	none := goodWith(`"previous":"66-24277-9-2025","previousStar":3,`, "")
	warned := strings.NewReplacer("0100109106", "0100109107", "24277-1-", "24277-2-", `"Cà phê"`, `"Chè"`).Replace(none)
	files := func(texts ...string) iter.Seq2[registry.Row, error] {
		return func(yield func(registry.Row, error) bool) {
			for i, text := range texts {
				name := ""
				if len(texts) > 1 {
					name = fmt.Sprintf("%c.jsonl", 'a'+i)
				}
				for row, err := range registry.JSONLines(name, strings.NewReader(text)) {
					if !yield(row, err) {
						return
					}
				}
			}
		}
	}
	messages := func(texts ...string) (list []string) {
		report, err := registry.Count(files(texts...), registry.Options{On: today})
		require.NoError(t, err)
		for _, f := range report.Findings {
			list = append(list, fmt.Sprintf("%s%d %s %s", f.File, f.Line, f.Code, f.Message.En))
		}
		return list
	}
	assert.Equal(t, []string{
		"1 REGISTER-21 The tax code “0100109107” has a check digit that does not fit; look at it again.",
		"3 REGISTER-01 The code 66-24277-1-2026 stands at line 2 already: this record is not counted.",
	}, messages(warned+"\n"+none+"\n"+none))
	assert.Equal(t, []string{"b.jsonl2 REGISTER-01 The code 66-24277-1-2026 stands at line 1 of a.jsonl already: this record is not counted."}, messages(none, "\n"+none))
	named := func(number, kind string) string {
		return strings.NewReplacer("24277-1-", "24277-"+number+"-", `"Cà phê"`, `"Chè `+number+`"`, "cooperative", kind).Replace(none)
	}
	assert.Equal(t, []string{"3 REGISTER-03 The producer of 66-24277-3-2026 is of another kind than at line 1: the kind that was given first is counted."},
		messages(named("1", "cooperative")+"\n"+named("2", "cooperative")+"\n"+named("3", "enterprise")))
}

// Products that were refused and never had a code are each a record of their own.
func TestRefusedWithoutACode(t *testing.T) {
	t.Parallel()
	report := counted(t, today, refused, refused, refused)
	assert.Empty(t, report.Findings)
	assert.Equal(t, 3, report.Records)
	assert.Zero(t, report.InForce)
	assert.Zero(t, report.Due.Lapsed)
}

// A certificate ends on the day before a later one of its product, where it would
// last longer (reading replaced-on-recognition).
func TestReplace(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		issued, ends, later int32
		replaced            bool
	}{
		{100, 200, 99, false}, {100, 200, 100, true}, {100, 200, 150, true}, {100, 200, 199, true}, {100, 200, 200, true}, {100, 200, 201, false}, {0, 0, 0, false}, {0, 200, 100, false}, {1, 200, 100, true},
	} {
		f := registry.Fact{Issued: c.issued, Ends: c.ends, Expires: c.ends, Flags: registry.Modern}
		want := f
		if c.replaced {
			want.Ends, want.Flags = c.later-1, registry.Modern|registry.Replaced
		}
		assert.Equal(t, c.replaced, registry.Replace(&f, &registry.Fact{Issued: c.later}), c)
		assert.Equal(t, want, f)
	}
	facts := []registry.Fact{{Code: 7, Place: 1}, {Code: 7, Place: 2}}
	kept, followers := registry.SameCode(facts)
	assert.Equal(t, &facts[0], kept, "the first of a code counts")
	assert.Empty(t, followers)
	kept, _ = registry.SameCode(nil)
	assert.Nil(t, kept)
}

// The figures of another day are those that a count for that day alone gives.
func TestFiguresOfAnotherDay(t *testing.T) {
	t.Parallel()
	then := civil.Date{Year: 2025, Month: 1, Day: 1}
	both, err := registry.Count(random(3, 300), registry.Options{On: today, Since: then})
	require.NoError(t, err)
	alone, err := registry.Count(random(3, 300), registry.Options{On: then})
	require.NoError(t, err)
	require.NotNil(t, both.Since)
	assert.Equal(t, alone.Figures, *both.Since)
	assert.Nil(t, alone.Since)
	assert.NotEqual(t, both.Figures, *both.Since)
}

// A line over the budget is told, the rest is read.
func TestLongLines(t *testing.T) {
	t.Parallel()
	long := func() io.Reader {
		return io.MultiReader(strings.NewReader(good+"\n{\"product\":\""), io.LimitReader(zeros{}, 100<<20), strings.NewReader("\n"+goodWith("24277-1-", "24277-2-", `"Cà phê"`, `"Chè"`)))
	}
	report, err := registry.Count(registry.JSONLines("", long()), registry.Options{On: today})
	require.NoError(t, err)
	assert.Equal(t, 2, report.InForce)
	assert.Equal(t, []string{"2 JSON-04 "}, toldOf(report))
}

type zeros struct{}

func (zeros) Read(b []byte) (int, error) {
	for i := range b {
		b[i] = '0'
	}
	return len(b), nil
}

// What stops reading is the caller's to hear, and half a register is none.
func TestReadingLinesFails(t *testing.T) {
	t.Parallel()
	broken := errors.New("the disk is gone")
	report, err := registry.Count(registry.JSONLines("a", io.MultiReader(strings.NewReader(good+"\n"), breaking{broken})), registry.Options{On: today})
	assert.ErrorIs(t, err, broken)
	assert.Zero(t, report)
}

type breaking struct{ error }

func (f breaking) Read([]byte) (int, error) { return 0, f.error }

// Who stops early leaves nothing behind.
func TestStoppingEarly(t *testing.T) {
	t.Parallel()
	lines := strings.Repeat(good+"\n", 5000)
	n := 0
	for row, err := range registry.JSONLines("a", strings.NewReader(lines)) {
		require.NoError(t, err)
		n++
		assert.Equal(t, n, row.Line)
		if n == 3 {
			break
		}
	}
	assert.Equal(t, 3, n)
}

// random are rows with codes, producers and certificates that often meet.
func random(seed uint64, n int) iter.Seq2[registry.Row, error] {
	return func(yield func(registry.Row, error) bool) {
		r := rand.New(rand.NewPCG(seed, 26))
		for line := 1; line <= n; line++ {
			year := 2023 + r.IntN(4)
			issued := civil.Date{Year: year, Month: 1 + r.IntN(12), Day: 1 + r.IntN(28)}
			x := registry.Record{
				Code: fmt.Sprintf("66-24277-%d-2026", r.IntN(n)), Product: fmt.Sprint("P", r.IntN(n)), Set: 1 + r.IntN(26), Edition: "qd26-2026",
				Province: "66", Commune: "24277", Star: 3 + r.IntN(3), State: "recognised", Issued: issued.String(), Expires: issued.AddMonths(36).String(),
			}
			x.Producer.Name, x.Producer.Kind = fmt.Sprint("A", r.IntN(1+n/3)), "cooperative"
			if r.IntN(2) == 0 {
				x.Producer.Kind, x.Channels = "enterprise", []string{"supermarket"}
			}
			if r.IntN(3) == 0 {
				x.Previous, x.PreviousStar = fmt.Sprintf("66-24277-%d-2026", r.IntN(n)), 3
			}
			if !yield(registry.Row{Line: line, Record: x}, nil) {
				return
			}
		}
	}
}

// Facts that go to files come to the same as those that stay in memory, and the
// files are gone afterwards.
func TestSpilling(t *testing.T) { //nolint:paralleltest // it counts files
	o := registry.Options{On: today, Since: civil.Date{Year: 2025, Month: 1, Day: 1}}
	count := func(room int) string {
		report, err := registry.Count(random(7, 3000), o.In(room))
		require.NoError(t, err)
		return string(report.AppendJSON(nil))
	}
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	assert.Equal(t, count(10_000), count(100))
	left, err := os.ReadDir(dir)
	require.NoError(t, err)
	assert.Empty(t, left)
	t.Setenv("TMPDIR", dir+"/none")
	_, err = registry.Count(random(7, 3000), o.In(100))
	assert.ErrorIs(t, err, os.ErrNotExist, "the file's error is told")
}

// Figures of two halves that share no product and no producer add up.
func TestFiguresAddUp(t *testing.T) {
	t.Parallel()
	var rows []registry.Row
	for row, err := range random(9, 500) {
		require.NoError(t, err)
		rows = append(rows, row)
	}
	of := func(keep func(i int) bool) registry.Figures {
		report, err := registry.Count(func(yield func(registry.Row, error) bool) {
			for i, row := range rows {
				if keep(i) && !yield(row, nil) {
					return
				}
			}
		}, registry.Options{On: today})
		require.NoError(t, err)
		return report.Figures
	}
	for i := range rows { // each a product and a producer of its own
		rows[i].Record.Code, rows[i].Record.Producer.Name = fmt.Sprintf("66-24277-%d-2026", i), fmt.Sprint("A", i)
		rows[i].Record.Previous, rows[i].Record.PreviousStar = fmt.Sprintf("66-24277-%d-2025", i), 3
	}
	whole, even, odd := of(func(int) bool { return true }), of(func(i int) bool { return i%2 == 0 }), of(func(i int) bool { return i%2 == 1 })
	for _, n := range []int{odd.Records, odd.InForce, odd.Producers.Total, odd.Producers.SmallFirm, odd.Producers.Modern, odd.Due.Renewal, odd.Due.Expiring180, odd.Due.Lapsed, odd.Upgraded.Count, odd.Upgraded.Of} {
		assert.NotZero(t, n, "there is something to add")
	}
	even.Merge(&odd)
	assert.Equal(t, whole, even)
}

func TestCodesAsKeys(t *testing.T) {
	t.Parallel()
	codes := []string{"01-00004-0-2000", "99-99999-999999-2199", "99-999-99999-999999-2199", "00-000-00000-0-2000", "00-00000-0-2000", "66-24277-1-2026", "66-24277-01-2026", "66-24277-10-2026", "66-24277-009-2026", "66-24277-000000-2026"}
	r := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		district := ""
		if r.IntN(2) == 0 {
			district = fmt.Sprintf("%03d-", r.IntN(1000))
		}
		length := 1 + r.IntN(6)
		number := fmt.Sprintf("%06d", r.IntN(1_000_000))[:length]
		codes = append(codes, fmt.Sprintf("%02d-%s%05d-%s-%d", r.IntN(100), district, r.IntN(100_000), number, 2000+r.IntN(200)))
	}
	slices.Sort(codes)
	codes = slices.Compact(codes)
	keys := map[uint64]string{}
	for _, code := range codes {
		key := registry.CodeKey(code)
		assert.NotZero(t, key)
		assert.Empty(t, keys[key], "%s and %s", code, keys[key])
		keys[key] = code
		assert.Equal(t, code, registry.CodeText(key))
	}
	assert.Zero(t, registry.CodeKey(""))
	assert.Empty(t, registry.CodeText(0))
}

// The order of records of different codes decides nothing, nor does where one file
// ends and the next begins, also where they are certificates of one product. (Of a
// code that stands twice, of two certificates of one product and day, and of a producer
// of two kinds, the first that is read counts.)
func TestOrderOfRecordsDecidesNothing(t *testing.T) {
	t.Parallel()
	for seed := range uint64(20) {
		var rows []registry.Row
		for row, err := range random(seed, 300) {
			require.NoError(t, err)
			row.Record.Code = fmt.Sprintf("66-24277-%d-2026", len(rows))
			issued := civil.Date{Year: 2024, Month: 1, Day: 1}.AddDays(7 * len(rows) % 997)
			row.Record.Issued, row.Record.Expires = issued.String(), issued.AddMonths(36).String()
			row.Record.Producer.Kind, row.Record.Producer.Size = "cooperative", ""
			rows = append(rows, row)
		}
		figures := func() string {
			report, err := registry.Count(func(yield func(registry.Row, error) bool) {
				for _, row := range rows {
					if !yield(row, nil) {
						return
					}
				}
			}, registry.Options{On: today})
			require.NoError(t, err)
			text, err := json.Marshal(report.Figures)
			require.NoError(t, err)
			return string(text)
		}
		want := figures()
		r := rand.New(rand.NewPCG(seed, 17))
		r.Shuffle(len(rows), func(i, j int) { rows[i], rows[j] = rows[j], rows[i] })
		require.JSONEq(t, want, figures(), seed)
		for i := range rows {
			rows[i].File, rows[i].Line = fmt.Sprint(i%3), 1+i/3
		}
		require.JSONEq(t, want, figures(), seed)
	}
}
