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
	back(t, decide(t, council(t, 90)))
	for _, minima := range []scoring.Minima{"", scoring.MinimaMajority, scoring.MinimaAll, scoring.MinimaMean} {
		spread := 10
		c := council(t, 90, 88, 55)
		c.Seats, c.Gates = 5, []string{"identical-product", "forged-dossier", "food-safety-certificate-breach"}
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
		edits [][3]string // what stands there, what stands there instead, what is told
	}{
		{&result, [][3]string{
			{`"total":99`, `"total":98`, "JSON-13 /total"}, {`"star":4`, `"star":5`, "JSON-13 /star"}, {`"band":5`, `"band":null`, "JSON-13 /band"},
			{`"1.5":"c"`, `"1.5":"d"`, "JSON-13 /authority"}, {`"1.5":"c"`, `"1.5":"z"`, "SHEET-03 /answers/1.5"}, {`"1.5":"c"`, `"9.9":"c"`, "SHEET-02 /answers/9.9"},
			{`"gates":[]`, `"gates":[{"id":"x","effect":"reject"}]`, "SHEET-06 /gates"},
		}},
		{&plan, [][3]string{{`"cost":1`, `"cost":null`, "JSON-13 /cost"}, {`"criterion":"1.5"`, `"criterion":"9.9"`, "SHEET-02 /changes"}}},
		{&outcome, [][3]string{
			{`"gates":[]`, `"gates":[{"id":"x","effect":"reject"}]`, "SHEET-06 /gates"}, {`"average":"85"`, `"average":"90"`, "JSON-13 /average"}, {`"pairs":[`, `"pairs":[{},`, "JSON-13 /pairs/0/members"},
			{`"contested":[`, `"contested":[{"criterion":"9.9"},`, "SHEET-02 /contested"}, {`"disagreements":[`, `"disagreements":[{"criterion":"9.9"},`, "SHEET-02 /disagreements"},
			{`"policy":{`, `"policy":{"minima":"most"`, "COUNCIL-07 /policy/minima"}, {`"policy":{`, `"policy":{"maxSpread":101`, "COUNCIL-07 /policy/maxSpread"},
		}},
		{&safety, [][3]string{{`"criteria":[`, `"criteria":["9.9",`, "SHEET-02 /criteria"}}},
		{&difference, [][3]string{{`"changes":[]`, `"changes":[{}]`, "JSON-13 /changes"}}},
	} {
		b, err := x.value.MarshalJSON()
		require.NoError(t, err)
		good := string(b)
		common := [][3]string{
			{`"set":13`, `"set":99`, "SHEET-04 /set"}, {`"set":13`, `"set":13.0`, "JSON-13 /set"}, {`"set":13`, `"set":"13"`, "JSON-13 /set"},
			{`"set":13`, `"Set":13`, "SHEET-04 /set"}, {`"set":13,`, ``, "SHEET-04 /set"}, {`"set":13`, `"set":13,"more":1`, "JSON-13 /more"},
			{`"edition":"qd26-2026"`, `"edition":"qd148-2023"`, "SHEET-01 /edition"}, {`"set":13`, `"set":13,"rubric":{"id":"qd26-2026","sha256":"0"}`, "SHEET-01 /edition"},
		}
		twice := "JSON-13 /set"
		if x.value == any(&difference) { // what is wrong in a result of a difference is told as its detail
			for i := range common {
				common[i][2] = "JSON-13 /before"
			}
			twice = "JSON-13 /before/set"
		}
		edits := append(slices.Concat(x.edits, common), [3]string{`"set":13`, `"set":13,"set":13`, twice})
		for _, e := range edits {
			bad := strings.Replace(good, e[0], e[1], 1)
			require.NotEqual(t, good, bad, "%s in %s", e[0], good)
			assert.Equal(t, []string{e[2]}, found(x.value.UnmarshalJSON([]byte(bad))), "%s\n%s", e, good)
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
	assert.Equal(t, []string{"SHEET-10 "}, found(difference.UnmarshalJSON([]byte(`{"before":null,"after":null}`))))
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
