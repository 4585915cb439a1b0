package scoring_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
)

// back reads a value from what it was written as, and tells whether it is the same.
func back[T any](t *testing.T, value T) []byte {
	t.Helper()
	written, err := json.Marshal(value)
	require.NoError(t, err)
	var read T
	require.NoError(t, json.Unmarshal(written, &read), "%s", written)
	assert.Equal(t, value, read, "%s", written)
	return written
}

// What is marshalled is read back, for every product set.
func TestReadBack(t *testing.T) {
	t.Parallel()
	for _, set := range qd26.Edition().Sets() {
		sheets := []scoring.Sheet{set.Sheet(), best(t, set.No())}
		partly := best(t, set.No())
		answer(t, &partly, "1.1", "", "5.1", "a")
		gated := best(t, set.No())
		for _, g := range set.Gates() {
			if g.ZeroPointsAt == nil {
				require.NoError(t, gated.SetGate(g.ID, true))
			}
		}
		lowest := set.Sheet()
		for _, c := range set.Criteria() {
			answer(t, &lowest, c.Code(), c.Options()[0].Code)
		}
		sheets = append(sheets, lowest)
		for _, sheet := range append(sheets, partly, gated) {
			back(t, sheet)
			result := scoring.Score(&sheet)
			back(t, result)
			q := scoring.NewPlanRequest(sheet, 4)
			require.NoError(t, q.Lock(set.Criteria()[2].Code()))
			require.NoError(t, q.SetCost("1.2", 0))
			require.NoError(t, q.SetCost("1.1", 1000))
			back(t, q)
			if plan, err := scoring.MakePlan(&q); err == nil {
				back(t, plan)
			}
			if safety, ok := result.Safety(); ok {
				back(t, safety)
			}
			difference, err := scoring.Compare(&sheets[1], &sheet)
			require.NoError(t, err)
			back(t, difference)
		}
		back(t, set.Class())
	}
	back(t, scoring.Editions())
	back(t, scoring.Sheet{})
	back(t, scoring.Result{})
	back(t, scoring.PlanRequest{})
	back(t, scoring.Plan{})
	back(t, scoring.Council{})
	back(t, scoring.CouncilOutcome{})
	back(t, scoring.Difference{})
	back(t, scoring.Safety{})
	back(t, scoring.Policy{})
	for _, minima := range []scoring.Minima{"", scoring.MinimaMajority, scoring.MinimaAll, scoring.MinimaMean} {
		spread := 10
		c := council(t, 90, 88, 55)
		c.Seats, c.Gates = 5, []string{"identical-product", "forged-dossier"}
		c.Policy = scoring.Policy{MaxSpread: &spread, Quorum: scoring.Quorum{Of: 3, From: 4}, ChairRequired: true, Minima: minima}
		back(t, c)
		outcome, err := c.Decide()
		require.NoError(t, err)
		back(t, outcome)
		c.Gates = nil
		c.Policy.MaxSpread = nil
		outcome, err = c.Decide()
		require.NoError(t, err)
		back(t, outcome)
	}
	q := scoring.Quorum{}
	require.Error(t, json.Unmarshal([]byte(`"4"`), &q))
}

// Nothing else is read: what was changed, left out, added or said twice is
// refused with a code, and the value that was there stays.
func TestReadingBackRefuses(t *testing.T) {
	t.Parallel()
	sheet := best(t, 13)
	answer(t, &sheet, "1.5", "c")
	result := scoring.Score(&sheet)
	q := scoring.NewPlanRequest(sheet, 5)
	plan, err := scoring.MakePlan(&q)
	require.NoError(t, err)
	c := council(t, 90, 80)
	outcome, err := c.Decide()
	require.NoError(t, err)
	safety, _ := result.Safety()
	difference, err := scoring.Compare(&sheet, &sheet)
	require.NoError(t, err)
	class := sheet.Set().Class()
	for _, x := range []struct {
		value interface {
			json.Marshaler
			json.Unmarshaler
		}
		edits [][2]string
	}{
		{&result, [][2]string{{`"total":99`, `"total":98`}, {`"star":4`, `"star":5`}, {`"1.5":"c"`, `"1.5":"d"`}, {`"1.5":"c"`, `"1.5":"z"`}, {`"1.5":"c"`, `"9.9":"c"`}, {`"band":5`, `"band":null`}}},
		{&plan, [][2]string{{`"cost":1`, `"cost":null`}, {`"criterion":"1.5"`, `"criterion":"9.9"`}}},
		{&outcome, [][2]string{{`"gates":[]`, `"gates":[{"id":"x","effect":"reject"}]`}, {`"average":"85"`, `"average":"90"`}, {`"pairs":[`, `"pairs":[{},`}, {`"policy":{`, `"policy":{"minima":"most"`}, {`"policy":{`, `"policy":{"maxSpread":101`}}},
		{&safety, [][2]string{{`"criteria":[`, `"criteria":["9.9",`}}},
		{&difference, [][2]string{{`"changes":[]`, `"changes":[{}]`}}},
	} {
		b, err := x.value.MarshalJSON()
		require.NoError(t, err)
		good := string(b)
		edits := slices.Concat(x.edits, [][2]string{
			{`"set":13`, `"set":99`}, {`"set":13`, `"set":13.0`}, {`"set":13`, `"set":"13"`}, {`"set":13`, `"Set":13`}, {`"set":13,`, ``}, {`"set":13`, `"set":13,"set":13`},
			{`"edition":"qd26-2026"`, `"edition":"qd148-2023"`}, {`"set":13`, `"set":13,"more":1`}, {`"set":13`, `"set":13,"rubric":{"id":"qd26-2026","sha256":"0"}`},
		})
		for _, e := range edits {
			bad := strings.Replace(good, e[0], e[1], 1)
			require.NotEqual(t, good, bad, "%s in %s", e[0], good)
			var problems problem.List
			require.ErrorAs(t, x.value.UnmarshalJSON([]byte(bad)), &problems, "%s\n%s", e, good)
			after, err := x.value.MarshalJSON()
			require.NoError(t, err)
			assert.Equal(t, good, string(after), "%s", e)
		}
		for _, bad := range []string{``, `{`, `[]`, `1`, `{}`, good + `x`, strings.Replace(good, `"qd26-2026"`, "\"\xff\"", 1)} {
			var problems problem.List
			require.ErrorAs(t, x.value.UnmarshalJSON([]byte(bad)), &problems, bad)
		}
		require.NoError(t, x.value.UnmarshalJSON([]byte("null")))
	}
	require.Error(t, json.Unmarshal([]byte(`{"set":1,"sector":"I","group":"1","ministries":null}`), &class))
	require.Error(t, json.Unmarshal([]byte(`{"edition":"qd26-2026","set":13,"answers":{"1.1":"z"}}`), &sheet))
	require.Error(t, json.Unmarshal([]byte(`{"edition":"qd26-2026","set":13,"members":[]}`), &c))
	require.Error(t, json.Unmarshal([]byte(`{"id":"x"}`), &scoring.EditionInfo{}))
}

// A zero request costs what a new one costs: 1 a change.
func TestZeroPlanRequest(t *testing.T) {
	t.Parallel()
	sheet := best(t, 13)
	answer(t, &sheet, "1.5", "c")
	assert.Equal(t, plan(t, scoring.NewPlanRequest(sheet, 5)), plan(t, scoring.PlanRequest{Sheet: sheet, Star: 5}))
}

// A council that was filled in gets the codes that one gets that was read.
func TestHandFilledCouncil(t *testing.T) {
	t.Parallel()
	c := council(t, 90, 80)
	c.Gates = []string{"x", "ip-infringement", "forged-dossier", "forged-dossier"}
	require.NoError(t, c.Members[1].Sheet.SetGate("forged-dossier", true))
	_, err := c.Decide()
	var problems problem.List
	require.ErrorAs(t, err, &problems)
	var have []string
	for _, p := range problems {
		have = append(have, p.Code+" "+p.Path)
	}
	assert.Equal(t, []string{"COUNCIL-10 /members/1/gates", "SHEET-06 /gates/0", "SHEET-07 /gates/1", "SHEET-09 /gates/3"}, have)
	var none *scoring.Council
	_, err = none.Decide()
	require.ErrorAs(t, err, &problems)
	assert.Equal(t, "COUNCIL-05", problems[0].Code)
	_, err = scoring.DecodeCouncil([]byte(`{"edition":"qd26-2026","set":13,"members":[{"id":"a","answers":{},"gates":[]}]}`), qd26.Edition())
	assert.ErrorContains(t, err, "COUNCIL-10 /members/0/gates")
}
