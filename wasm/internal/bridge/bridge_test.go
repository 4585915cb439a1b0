package bridge_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/dossier/procedure"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/budget"
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
	"github.com/ocop-vn/ocop-go/scoring/qd26/words"
	"github.com/ocop-vn/ocop-go/wasm/internal/bridge"
	"github.com/ocop-vn/ocop-go/wasm/internal/bridge/checks"
)

const sheet = `{"edition":"qd26-2026","set":13,"answers":{"1.1":"c"}}`

func call(t *testing.T, op bridge.Op, document string) (answer string, ok bool) {
	t.Helper()
	b, ok := bridge.Scoring{}.Call(op, []byte(document))
	require.True(t, json.Valid(b), "%s", b)
	return string(b), ok
}

func TestOperations(t *testing.T) {
	t.Parallel()
	for op, want := range map[bridge.Op]string{
		bridge.Score:        `"status":"incomplete"`,
		bridge.Safety:       "null",
		bridge.Vector:       `"OCOP:qd26-2026/13/1.1:c"`,
		bridge.CheckSheet:   `{"valid":true,"problems":[]}`,
		bridge.CheckPlan:    `{"valid":false,"problems":[{"code":"PLAN-01"`,
		bridge.CheckCouncil: `{"valid":false`,
	} {
		answer, ok := call(t, op, sheet)
		assert.True(t, ok)
		assert.Contains(t, answer, want, op)
	}
	answer, ok := call(t, bridge.ParseVector, "OCOP:qd26-2026/13/1.1:c")
	assert.True(t, ok)
	assert.JSONEq(t, sheet, answer)
	for op, code := range map[bridge.Op]string{
		bridge.Score: "JSON-", bridge.Plan: "JSON-", bridge.Council: "JSON-", bridge.Vector: "JSON-",
		bridge.Safety: "JSON-", bridge.ParseVector: "VECTOR-01", bridge.Rules: "MODULE-02", 99: "MODULE-01",
	} {
		answer, ok := call(t, op, "x")
		assert.False(t, ok, op)
		assert.Contains(t, answer, `{"problems":[{"code":"`+code, op)
	}
}

// The rules are the published rubric without its words, and the rubric's hash.
func TestRules(t *testing.T) {
	t.Parallel()
	for _, set := range words.Rubric().Sets {
		published, err := json.Marshal(set)
		require.NoError(t, err)
		var want map[string]any
		require.NoError(t, json.Unmarshal(published, &want))
		withoutWords(want)
		bands, err := json.Marshal(words.Rubric().Bands)
		require.NoError(t, err)
		var list any
		require.NoError(t, json.Unmarshal(bands, &list))
		want["bands"] = list
		want["edition"] = "qd26-2026"
		want["rubric"] = qd26.SHA256()
		answer, ok := call(t, bridge.Rules, fmt.Sprint(set.No))
		require.True(t, ok)
		var got map[string]any
		require.NoError(t, json.Unmarshal([]byte(answer), &got))
		assert.Equal(t, want, got)
	}
}

func withoutWords(x any) {
	switch x := x.(type) {
	case map[string]any:
		for _, name := range []string{"name", "label", "notes", "cases"} {
			delete(x, name)
		}
		if _, heading := x["group"].(map[string]any); heading { // that of a class is a number
			delete(x, "group")
		}
		for _, member := range x {
			withoutWords(member)
		}
	case []any:
		for _, item := range x {
			withoutWords(item)
		}
	}
}

func TestLimits(t *testing.T) {
	t.Parallel()
	assert.Equal(t, budget.Sheet().Bytes, bridge.Scoring{}.MaxBytes(bridge.Score))
	assert.Zero(t, bridge.Scoring{}.MaxBytes(bridge.CheckDossier))
	assert.Zero(t, checks.Dossiers{}.MaxBytes(bridge.Score))
	assert.True(t, strings.HasPrefix(string(bridge.TooLarge(bridge.Score, 9)), `{"problems":[{"code":"JSON-04"`))
	assert.True(t, strings.HasPrefix(string(bridge.TooLarge(bridge.CheckDossier, 9)), `{"valid":false,"problems":[{"code":"JSON-04"`))
}

// asked is a document behind options, as a page sends them; "-" for one that is not given.
func asked(on, holidays, document string) string {
	lengths, options := "", ""
	for i, option := range []string{on, holidays} {
		if i > 0 {
			lengths += " "
		}
		if option == "-" {
			lengths += "-1"
			continue
		}
		lengths += strconv.Itoa(len(option))
		options += option
	}
	return lengths + "\n" + options + document
}

// What the module says of deadlines and lives is what package procedure says, with
// the same options; what is wrong with those has its place among them.
func TestDeadlinesAndLives(t *testing.T) {
	t.Parallel()
	const milestones, life = `{"application":"first","filed":"2026-08-24"}`, `{"previous":{"star":4,"issued":"2026-08-05"},"steps":[]}`
	filed := procedure.Milestones{Application: procedure.ApplicationFirst, Filed: civil.Date{Year: 2026, Month: 8, Day: 24}}
	certified := procedure.Life{Previous: &procedure.Certificate{Star: 4, Issued: civil.Date{Year: 2026, Month: 8, Day: 5}}}
	day, days := civil.Date{Year: 2026, Month: 9, Day: 18}, procedure.Holidays{2026: {Off: []civil.Date{{Year: 2026, Month: 8, Day: 31}}}}
	written, err := json.Marshal(days)
	require.NoError(t, err)
	call := func(op bridge.Op, document string) (string, bool) {
		answer, ok := checks.Dossiers{}.Call(op, []byte(document))
		return string(answer), ok
	}
	for _, c := range []struct {
		on, holidays string
		options      procedure.Options
	}{
		{"-", "-", procedure.Options{}},
		{"2026-09-18", "-", procedure.Options{On: day}},
		{"-", string(written), procedure.Options{Holidays: days}},
		{"2026-09-18", string(written), procedure.Options{On: day, Holidays: days}},
	} {
		schedule := procedure.Schedule{On: c.options.On, Due: procedure.Deadlines(filed, c.options)}
		answer, ok := call(bridge.Asked+bridge.Deadlines, asked(c.on, c.holidays, milestones))
		assert.True(t, ok)
		assert.Equal(t, string(schedule.AppendJSON(nil)), answer)
		standing := certified.Standing(c.options.On)
		answer, ok = call(bridge.Asked+bridge.Life, asked(c.on, "-", life))
		assert.True(t, ok)
		assert.Equal(t, string(standing.AppendJSON(nil)), answer)
	}
	for document, want := range map[string]string{
		asked("2026-9-18", "-", milestones):                       `{"problems":[{"code":"DATE-01","path":"/on"`,
		asked("\xff", "-", milestones):                            `{"problems":[{"code":"DATE-01","path":"/on"`,
		asked("-", `{"2026":{"off":["2027-01-01"]}}`, milestones): `{"problems":[{"code":"HOLIDAY-02","path":"/holidays/2026/off/0"`,
		asked("-", strings.Repeat(" ", 64<<10+1), milestones):     `{"problems":[{"code":"JSON-04","path":"/holidays"`,
		asked("-", "-", `{"filed":"2026-02-30"}`):                 `{"problems":[{"code":"DATE-01","path":"/filed"`,
		milestones:          `{"problems":[{"code":"MODULE-01"`,
		"99 -1\n2026-09-18": `{"problems":[{"code":"MODULE-01"`,
		"-1 99\n{}":         `{"problems":[{"code":"MODULE-01"`,
		"-1\n" + milestones: `{"problems":[{"code":"MODULE-01"`,
	} {
		for _, op := range []bridge.Op{bridge.Deadlines, bridge.CheckDossier} {
			answer, ok := call(bridge.Asked+op, document)
			if strings.Contains(want, "/filed") && op == bridge.CheckDossier {
				continue // a dossier has no such member
			}
			assert.False(t, ok)
			assert.True(t, json.Valid([]byte(answer)))
			assert.True(t, strings.HasPrefix(answer, want), "%s %s", document[:min(len(document), 80)], answer)
		}
	}
	for _, op := range []bridge.Op{bridge.CheckDossier, bridge.Claims, bridge.Deadlines, bridge.Life} {
		assert.Equal(t, budget.Dossier().Bytes, checks.Dossiers{}.MaxBytes(op))
		assert.Greater(t, checks.Dossiers{}.MaxBytes(bridge.Asked+op), budget.Dossier().Bytes+budget.Sheet().Bytes)
		assert.True(t, strings.HasPrefix(string(bridge.TooLarge(bridge.Asked+op, 9)), `{"problems":[{"code":"JSON-04","path":"/holidays"`))
	}
	assert.Zero(t, checks.Dossiers{}.MaxBytes(bridge.Asked+bridge.Score))
}

// A document is refused with one code, whether before it has room or on reading it.
func TestTooLargeSaysWhatReadingSays(t *testing.T) {
	t.Parallel()
	code := func(answer []byte) string {
		var a struct{ Problems []struct{ Code string } }
		require.NoError(t, json.Unmarshal(answer, &a))
		require.Len(t, a.Problems, 1)
		return a.Problems[0].Code
	}
	for op := bridge.Op(0); op < 32; op++ {
		limit := bridge.Scoring{}.MaxBytes(op)
		read, _ := bridge.Scoring{}.Call(op, []byte(strings.Repeat("1", limit+1)))
		assert.Equal(t, code(read), code(bridge.TooLarge(op, limit)), op)
	}
	assert.Equal(t, "VECTOR-04", code(bridge.TooLarge(bridge.ParseVector, budget.VectorBytes)))
	assert.Equal(t, "MODULE-01", code(bridge.TooLarge(99, 0)))
}

// What a page compares is what the library compares; what is wrong has its place in
// one of the two sheets.
func TestCompare(t *testing.T) {
	t.Parallel()
	const other = `{"edition":"qd26-2026","set":13,"answers":{"1.1":"a"}}`
	from, err := scoring.DecodeSheet([]byte(sheet), qd26.Edition())
	require.NoError(t, err)
	to, err := scoring.DecodeSheet([]byte(other), qd26.Edition())
	require.NoError(t, err)
	want, err := scoring.Compare(&from, &to)
	require.NoError(t, err)
	answer, ok := call(t, bridge.Compare, `{"to":`+other+`,"from":`+sheet+`}`)
	assert.True(t, ok)
	assert.Equal(t, string(want.AppendJSON(nil)), answer)
	for document, code := range map[string]string{
		`{"from":` + sheet + `,"to":` + strings.Replace(other, `"a"`, `"z"`, 1) + `}`:               `SHEET-03","path":"/to/answers/1.1"`,
		`{"from":` + strings.Replace(sheet, "13", "99", 1) + `,"to":` + other + `}`:                 `SHEET-04","path":"/from/set"`,
		`{"from":` + sheet + `,"to":{"edition":"qd26-2026","set":12,"answers":{}}}`:                 `COMPARE-01","path":""`,
		`{"from":` + sheet + `,"__proto__":{},"to":` + other + `}`:                                  `JSON-07","path":"/__proto__"`,
		`{"from":` + sheet + `,"to":` + strings.Repeat("[", 1000) + strings.Repeat("]", 1000) + `}`: `JSON-05"`,
		`{"from":` + sheet + `,"to":"\ud800"}`:                                                      `JSON-`,
	} {
		answer, ok := call(t, bridge.Compare, document)
		assert.False(t, ok)
		assert.True(t, strings.HasPrefix(answer, `{"problems":[{"code":"`+code), "%s\n%s", document, answer)
	}
}

func TestPanicked(t *testing.T) {
	t.Parallel()
	for _, cause := range []any{errors.New("boom"), "boom"} {
		assert.Contains(t, string(bridge.Panicked(cause)), "boom")
	}
	assert.Contains(t, string(bridge.Panicked(3)), "MODULE-01")
}

// Each kind of problem has a code of its own and both languages.
func TestKinds(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for _, kinds := range [][]problem.Kind{bridge.Kinds(), scoring.Kinds()} {
		for _, k := range kinds {
			assert.False(t, seen[k.Code], k.Code)
			seen[k.Code] = true
			assert.NotEmpty(t, k.Message.Vi)
			assert.NotEmpty(t, k.Message.En)
		}
	}
}
