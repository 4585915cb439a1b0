package scoring_test

import (
	"encoding/json"
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/internal/naive"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
	"github.com/ocop-vn/ocop-go/scoring/rubric"
)

func plan(t *testing.T, q scoring.PlanRequest) map[string]any {
	t.Helper()
	p, err := scoring.MakePlan(&q)
	require.NoError(t, err)
	var m map[string]any
	require.NoError(t, json.Unmarshal(p.AppendJSON(nil), &m))
	assert.Equal(t, []any{q.Sheet.Set().Edition(), float64(q.Sheet.Set().No())}, []any{m["edition"], m["set"]})
	delete(m, "edition")
	delete(m, "set")
	return m
}

func TestPlanForAMinimum(t *testing.T) {
	t.Parallel()
	sheet := best(t, 13)
	answer(t, &sheet, "1.5", "c", "3.5", "none")
	assert.Equal(t, map[string]any{
		"star": 5.0, "reachable": true, "cost": 2.0, "total": map[string]any{"from": 96.0, "to": 99.0},
		"changes": []any{
			map[string]any{"criterion": "1.5", "from": "c", "to": "d", "points": 1.0, "reason": "minimum"},
			map[string]any{"criterion": "3.5", "from": "none", "to": "b", "points": 2.0, "reason": "minimum"},
		},
	}, plan(t, scoring.NewPlanRequest(sheet, 5)))
}

func TestPlanAlreadyThere(t *testing.T) {
	t.Parallel()
	for star := 1; star <= 5; star++ {
		m := plan(t, scoring.NewPlanRequest(best(t, 13), star))
		assert.Equal(t, []any{true, 0.0, []any{}}, []any{m["reachable"], m["cost"], m["changes"]})
	}
}

// Raising 5.1 brings the points of 5.2 with it.
func TestPlanWithTheStory(t *testing.T) {
	t.Parallel()
	sheet := best(t, 14) // 5.1 is starred for 4; without a story the total is 93
	answer(t, &sheet, "5.1", "a")
	want := map[string]any{"criterion": "5.1", "from": "a", "to": "e", "points": 5.0, "reason": "minimum"}
	m := plan(t, scoring.NewPlanRequest(sheet, 4))
	assert.Equal(t, []any{want}, m["changes"])
	assert.Equal(t, map[string]any{"from": 93.0, "to": 100.0}, m["total"])
	answer(t, &sheet, "5.2", "") // left out, it counts as a once there is a story
	m = plan(t, scoring.NewPlanRequest(sheet, 4))
	assert.Equal(t, map[string]any{"from": 93.0, "to": 98.0}, m["total"])

	q := scoring.NewPlanRequest(sheet, 4)
	require.NoError(t, q.Lock("5.1"))
	m = plan(t, q)
	assert.Equal(t, []any{false, nil, []any{"5.1"}}, []any{m["reachable"], m["cost"], m["blockedBy"]})
}

func TestPlanAndGates(t *testing.T) {
	t.Parallel()
	sheet := best(t, 16)
	answer(t, &sheet, "6.3", "a")
	m := plan(t, scoring.NewPlanRequest(sheet, 3))
	assert.Equal(t, []any{map[string]any{"criterion": "6.3", "from": "a", "to": "b", "points": 2.0, "reason": "points"}}, m["changes"],
		"the derived gate can be planned away")
	q := scoring.NewPlanRequest(sheet, 3)
	require.NoError(t, q.Lock("6.3"))
	assert.Equal(t, []any{"6.3"}, plan(t, q)["blockedBy"])
	require.NoError(t, q.Sheet.SetGate("forged-dossier", true))
	assert.Equal(t, []any{"forged-dossier"}, plan(t, q)["blockedBy"])
}

func TestPlanKeepsTheCase(t *testing.T) {
	t.Parallel()
	sheet := best(t, 26)
	answer(t, &sheet, "8", "1a", "9", "2a", "15", "none", "1.2", "none", "1.3", "none") // 98 - 1 - 3 - 5 - 4
	q := scoring.NewPlanRequest(sheet, 5)
	for _, c := range []string{"1.2", "1.3"} {
		require.NoError(t, q.Lock(c))
	}
	m := plan(t, q)
	assert.Equal(t, 85.0, m["total"].(map[string]any)["from"])
	require.Equal(t, true, m["reachable"])
	var to []any
	for _, c := range m["changes"].([]any) {
		to = append(to, c.(map[string]any)["criterion"], c.(map[string]any)["to"])
	}
	assert.Equal(t, []any{"8", "1b", "15", "1b"}, to, "2 + 3 points; 1b comes before 2b")
}

func TestPlanBlockedByPoints(t *testing.T) {
	t.Parallel()
	sheet := best(t, 26)
	answer(t, &sheet, "1.2", "none", "1.3", "none", "4.1", "none") // 86 points
	q := scoring.NewPlanRequest(sheet, 5)
	for _, c := range []string{"1.2", "1.3", "4.1", "5.1"} {
		require.NoError(t, q.Lock(c))
	}
	assert.Equal(t, []any{"1.2", "1.3", "4.1"}, plan(t, q)["blockedBy"], "5.1 has no more to give")
	answer(t, &q.Sheet, "3.5", "none")
	require.NoError(t, q.Lock("3.5"))
	assert.Equal(t, []any{"1.2", "1.3", "3.5", "4.1"}, plan(t, q)["blockedBy"], "the minimum and the points")
}

func TestPlanRefuses(t *testing.T) {
	t.Parallel()
	const head = `{"edition":"qd26-2026","set":13,`
	full := best(t, 13)
	answers := string(full.AppendJSON(nil))
	answers = answers[len(`{"edition":"qd26-2026","set":13,`) : len(answers)-1]
	for doc, want := range map[string][]string{
		head + answers + `}`:                                              {"PLAN-05 "},
		head + answers + `,"star":6}`:                                     {"PLAN-02 /star"},
		head + answers + `,"star":"4"}`:                                   {"JSON-09 /star"},
		head + answers + `,"star":4,"locked":["9.9","1.1","1.1"]}`:        {"SHEET-02 /locked/0", "PLAN-04 /locked/2"},
		head + answers + `,"star":4,"cost":{"1.1":-1,"1.2":1001}}`:        {"PLAN-03 /cost/1.1", "PLAN-03 /cost/1.2"},
		head + answers + `,"star":4,"cost":{"9.9":1,"1.1":1.5}}`:          {"SHEET-02 /cost/9.9", "JSON-09 /cost/1.1"},
		head + answers + `,"star":4,"cost":{"1.1":2.0},"locked":4}`:       {"JSON-10 /cost/1.1", "JSON-09 /locked"},
		head + answers + `,"star":4,"cost":{"1.1":2,"1.1":2}}`:            {"JSON-06 /cost/1.1"},
		head + answers + `,"star":4,"locked":[1],"cost":{"1.1":"x"}}`:     {"JSON-09 /locked/0", "JSON-09 /cost/1.1"},
		head + answers + `,"star":4,"locked":["1.1"],"locked":["1.1"]}`:   {"JSON-06 /locked"},
		`{"edition":"x","set":13,"answers":{},"star":4,"cost":{"1.1":1}}`: {"SHEET-01 /edition"},
		head + `"star":4}`: {"JSON-08 "},
		`{"edition":"x","set":13,"answers":{},"star":4,"locked":["x",1],"cost":{"x":"y"}}`: {"SHEET-01 /edition", "JSON-09 /locked/1", "JSON-09 /cost/x"},
		head + `"answers":{},"star":9}`: {"PLAN-02 /star"},
	} {
		_, err := scoring.DecodePlanRequest([]byte(doc), 0, qd26.Edition())
		var problems problem.List
		require.ErrorAs(t, err, &problems, doc)
		var have []string
		for _, p := range problems {
			have = append(have, p.Code+" "+p.Path)
		}
		assert.ElementsMatch(t, want, have, doc)
	}
	_, err := scoring.DecodePlanRequest([]byte(head+answers+`,"star":6,"cost":{"1.1":1001}}`), 4, qd26.Edition())
	assert.ErrorContains(t, err, "PLAN-02 /star: The star to reach is 1 to 5, not 6.", "though another is asked for")
	assert.ErrorContains(t, err, "PLAN-03 /cost/1.1: The cost of a change is a whole number from 0 to 1000, not 1001.")
	_, err = scoring.DecodePlanRequest([]byte(head+`"answers":{"5.1":"a"}}`), 4, qd26.Edition())
	var problems problem.List
	require.ErrorAs(t, err, &problems)
	assert.Len(t, problems, 32, "every criterion but 5.1, and 5.2, which does not apply")
	assert.Equal(t, "PLAN-01", problems[0].Code)

	q := scoring.NewPlanRequest(best(t, 13), 4)
	refused(t, q.Lock("9.9"), "SHEET-02", "/locked/9.9")
	refused(t, q.SetCost("9.9", 1), "SHEET-02", "/cost/9.9")
	refused(t, q.SetCost("1.1", -1), "PLAN-03", "/cost/1.1")
	refused(t, q.SetCost("1.1", scoring.MaxCost+1), "PLAN-03", "/cost/1.1")
	q.Star = 7
	_, err = scoring.MakePlan(&q)
	assert.ErrorContains(t, err, "PLAN-02")
	_, err = scoring.MakePlans(&q, 3)
	assert.ErrorContains(t, err, "PLAN-02")
	q = scoring.NewPlanRequest(scoring.Sheet{}, 3)
	_, err = scoring.MakePlan(&q)
	assert.EqualError(t, err, "SHEET-10 : The sheet belongs to no product set.")
}

// Each call gives plans or says why it cannot.
func TestPlanOrReason(t *testing.T) {
	t.Parallel()
	for _, q := range []*scoring.PlanRequest{nil, {}} {
		_, err := scoring.MakePlan(q)
		assert.EqualError(t, err, "SHEET-10 : The sheet belongs to no product set.\nPLAN-05 : It is not said which star to reach.")
		plans, err := scoring.MakePlans(q, 0)
		assert.Error(t, err)
		assert.Nil(t, plans)
	}
	sheet := best(t, 13)
	for _, c := range sheet.Set().Criteria() {
		answer(t, &sheet, c.Code(), c.Options()[0].Code)
	}
	q := scoring.NewPlanRequest(sheet, 2) // there are many ways to 30 points
	for _, others := range []int{math.MinInt, -1, scoring.MaxOthers + 1, math.MaxInt} {
		plans, err := scoring.MakePlans(&q, others)
		var problems problem.List
		require.ErrorAs(t, err, &problems)
		require.Len(t, problems, 1)
		assert.Equal(t, "PLAN-06", problems[0].Code)
		assert.Equal(t, []problem.Param{{Name: "most", Value: "3"}, {Name: "others", Value: strconv.Itoa(others)}}, problems[0].Params)
		assert.Nil(t, plans)
	}
	for others := range scoring.MaxOthers + 1 {
		plans, err := scoring.MakePlans(&q, others)
		require.NoError(t, err)
		assert.Len(t, plans, 1+others)
	}
}

// The star given to the function comes before the document's.
func TestDecodePlanRequest(t *testing.T) {
	t.Parallel()
	sheet := best(t, 13)
	answer(t, &sheet, "4.1", "a", "4.2", "a")
	doc := string(sheet.AppendJSON(nil))
	doc = doc[:len(doc)-1] + `,"star":4,"locked":["4.2"],"cost":{"4.1":7}}`
	q, err := scoring.DecodePlanRequest([]byte(doc), 0, qd26.Edition())
	require.NoError(t, err)
	assert.Equal(t, 4, q.Star)
	assert.Equal(t, 7.0, plan(t, q)["cost"])
	q, err = scoring.DecodePlanRequest([]byte(doc), 5, qd26.Edition())
	require.NoError(t, err)
	assert.Equal(t, 5, q.Star)
}

// problemOf is a planning problem in plain terms, for the slow searches.
type problemOf struct {
	q      scoring.PlanRequest
	law    *naive.Law
	sheet  naive.Sheet
	star   int
	locked map[string]bool
	cost   map[string]int
}

// randomProblem draws a sheet, a star, locks and costs.
func randomProblem(t *testing.T, r *rand.Rand, l *naive.Law) problemOf {
	t.Helper()
	s := randomSheet(r, l, 0)
	if r.IntN(10) != 0 {
		s.Gates = nil
	}
	if s.Set <= 25 && r.IntN(5) == 0 {
		s.Answers["5.1"] = "a"
		if r.IntN(2) == 0 {
			delete(s.Answers, "5.2")
		}
	}
	p := problemOf{law: l, sheet: s, star: 1 + r.IntN(5), locked: map[string]bool{}, cost: map[string]int{}}
	p.q = scoring.NewPlanRequest(engineSheet(t, s), p.star)
	return p
}

func (p *problemOf) lock(t *testing.T, code string) {
	t.Helper()
	require.NoError(t, p.q.Lock(code))
	p.locked[code] = true
}

func (p *problemOf) price(t *testing.T, code string, cost int) {
	t.Helper()
	require.NoError(t, p.q.SetCost(code, cost))
	p.cost[code] = cost
}

func (p *problemOf) costOf(code string) int {
	if cost, ok := p.cost[code]; ok {
		return cost
	}
	return 1
}

// higher lists the answers that a change may reach, in printed order.
func (p *problemOf) higher(code string) []string {
	if p.locked[code] {
		return nil
	}
	choices := p.law.Choices(p.sheet.Set, code)
	choices = slices.DeleteFunc(choices, func(c string) bool { return c == "none" })
	have := p.sheet.Answers[code]
	if code == "5.2" && have == "" {
		have = "a"
	}
	if have == "none" {
		return choices
	}
	i := slices.Index(choices, have)
	return slices.DeleteFunc(slices.Clone(choices[i+1:]), func(c string) bool { return len(c) == 2 && c[0] != have[0] })
}

// key orders plans as the contract does.
type key struct {
	cost, changes, total int
	list                 []int // criterion, option, criterion, option …
}

func (k key) less(o key) bool {
	a := append([]int{k.cost, k.changes, k.total}, k.list...)
	b := append([]int{o.cost, o.changes, o.total}, o.list...)
	return slices.Compare(a, b) < 0
}

// try scores the sheet with some answers raised; ok when it reaches the star.
func (p *problemOf) try(raised map[string]string) (key, bool) {
	s := naive.Sheet{Set: p.sheet.Set, Answers: map[string]string{}, Gates: p.sheet.Gates}
	k := key{changes: len(raised)}
	for i, code := range p.law.Criteria(s.Set) {
		s.Answers[code] = p.sheet.Answers[code]
		if code == "5.2" && s.Answers[code] == "" {
			s.Answers[code] = "a"
		}
		if to, ok := raised[code]; ok {
			s.Answers[code] = to
			k.cost += p.costOf(code)
			k.list = append(k.list, i, slices.Index(p.law.Choices(s.Set, code), to))
		}
	}
	r := p.law.Score(s)
	k.total = r.Total
	return k, r.Status == "classified" && *r.Star >= p.star
}

// compare compares the engine's plan with the best key found, nil for none.
func (p *problemOf) compare(t *testing.T, want *key) bool {
	t.Helper()
	got, err := scoring.MakePlan(&p.q)
	require.NoError(t, err)
	if !assert.Equal(t, want != nil, got.Reachable, "%d stars for %s", p.star, p.q.Sheet.AppendJSON(nil)) || want == nil {
		return want == nil && assert.NotEmpty(t, got.BlockedBy)
	}
	k := key{cost: got.Cost, changes: len(got.Changes), total: got.To}
	raised := map[string]string{}
	for _, c := range got.Changes {
		raised[c.Criterion.Code()] = c.To
		i := slices.Index(p.law.Criteria(p.sheet.Set), c.Criterion.Code())
		k.list = append(k.list, i, slices.Index(p.law.Choices(p.sheet.Set, c.Criterion.Code()), c.To))
	}
	tried, ok := p.try(raised)
	return assert.True(t, ok, "the plan does not reach its star") && assert.Equal(t, tried, k) &&
		assert.Equal(t, *want, k, "%d stars for %s", p.star, p.q.Sheet.AppendJSON(nil))
}

// Plans are those of trying every combination, where few criteria are open.
func TestPlanAgreesWithBruteForce(t *testing.T) {
	t.Parallel()
	l := law(t)
	parallel(t, sample(10_000), func(t *testing.T, r *rand.Rand) bool {
		t.Helper()
		p := randomProblem(t, r, l)
		codes := l.Criteria(p.sheet.Set)
		open := map[string]bool{}
		if r.IntN(3) == 0 && p.sheet.Set <= 25 {
			open["5.1"], open["5.2"] = true, true
		}
		for range 4 {
			open[codes[r.IntN(len(codes))]] = true
		}
		var free []string
		for _, code := range codes {
			if !open[code] {
				p.lock(t, code)
				continue
			}
			free = append(free, code)
			if r.IntN(2) == 0 {
				p.price(t, code, r.IntN(4))
			}
		}
		if r.IntN(2) == 0 { // near enough for a few criteria to decide
			p.star = *orOne(l.Score(complete(p.sheet)).Star) + r.IntN(2)
			p.star = min(p.star, 5)
			p.q.Star = p.star
		}
		var best *key
		var walk func(i int, raised map[string]string)
		walk = func(i int, raised map[string]string) {
			if i == len(free) {
				if k, ok := p.try(raised); ok && (best == nil || k.less(*best)) {
					best = &k
				}
				return
			}
			walk(i+1, raised)
			for _, to := range p.higher(free[i]) {
				raised[free[i]] = to
				walk(i+1, raised)
			}
			delete(raised, free[i])
		}
		walk(0, map[string]string{})
		return p.compare(t, best)
	})
}

func orOne(star *int) *int {
	one := 1
	if star == nil {
		return &one
	}
	return star
}

// complete answers 5.2 where it was left out as it does not apply.
func complete(s naive.Sheet) naive.Sheet {
	s.Answers = mapsClone(s.Answers)
	if s.Set <= 25 && s.Answers["5.2"] == "" {
		s.Answers["5.2"] = "a"
	}
	return s
}

func mapsClone(m map[string]string) map[string]string {
	c := map[string]string{}
	for k, v := range m {
		c[k] = v
	}
	return c
}

// exact is an independent exact method: a table of the best key for each total,
// built criterion by criterion from the front, holding whole plans.
func (p *problemOf) exact() *key {
	if len(p.sheet.Gates) > 0 {
		return nil
	}
	var best *key
	for _, story := range []bool{false, true} {
		if k := p.exactWith(story); k != nil && (best == nil || k.less(*best)) {
			best = k
		}
	}
	return best
}

// exactWith takes it as given whether there is a story in the end.
func (p *problemOf) exactWith(story bool) *key {
	set := p.sheet.Set
	states := map[int]key{0: {}}
	for i, code := range p.law.Criteria(set) {
		have := p.sheet.Answers[code]
		if code == "5.2" && have == "" {
			have = "a"
		}
		type move struct{ to string }
		moves := []move{{have}}
		for _, to := range p.higher(code) {
			moves = append(moves, move{to})
		}
		next := map[int]key{}
		for _, m := range moves {
			points, ok := p.worth(code, m.to)
			if set <= 25 && code == "5.1" && (m.to != "a") != story {
				ok = false
			}
			if set <= 25 && code == "5.2" && !story {
				points = 0
			}
			if !ok {
				continue
			}
			for total, k := range states {
				k.total = total + points
				k.list = slices.Clone(k.list)
				if m.to != have {
					k.cost += p.costOf(code)
					k.changes++
					k.list = append(k.list, i, slices.Index(p.law.Choices(set, code), m.to))
				}
				if old, there := next[k.total]; !there || k.less(old) {
					next[k.total] = k
				}
			}
		}
		states = next
	}
	var best *key
	for total, k := range states {
		if total >= map[int]int{1: 0, 2: 30, 3: 50, 4: 70, 5: 90}[p.star] && (best == nil || k.less(*best)) {
			best = &k
		}
	}
	return best
}

// worth is an answer's points; false where it misses a minimum of the star or
// stops the assessment. It asks the naive scorer about a sheet with this one answer.
func (p *problemOf) worth(code, option string) (int, bool) {
	r := p.law.Score(naive.Sheet{Set: p.sheet.Set, Answers: map[string]string{code: option}})
	for _, s := range r.Shortfalls {
		if s.Star == p.star && s.Criterion == code {
			return 0, false
		}
	}
	return r.Total, r.Status != "stopped"
}

// Full sheets, every set, star, lock and cost: the engine's plan is that of an
// independent exact method.
func TestPlanAgreesWithExactMethod(t *testing.T) {
	t.Parallel()
	l := law(t)
	parallel(t, sample(10_000), func(t *testing.T, r *rand.Rand) bool {
		t.Helper()
		p := randomProblem(t, r, l)
		for _, code := range l.Criteria(p.sheet.Set) {
			if r.IntN(12) == 0 {
				p.lock(t, code)
			}
			if r.IntN(3) == 0 {
				p.price(t, code, r.IntN(scoring.MaxCost+1)>>r.IntN(11))
			}
		}
		return p.compare(t, p.exact())
	})
}

func TestMakePlans(t *testing.T) {
	t.Parallel()
	l := law(t)
	r := rand.New(rand.NewPCG(3, 3))
	several := 0
	for range 300 {
		p := randomProblem(t, r, l)
		plans, err := scoring.MakePlans(&p.q, 3)
		require.NoError(t, err)
		first, err := scoring.MakePlan(&p.q)
		require.NoError(t, err)
		require.Equal(t, first, plans[0])
		require.LessOrEqual(t, len(plans), 4)
		seen := map[string]bool{}
		for i, other := range plans {
			if !other.Reachable {
				require.Len(t, plans, 1)
				continue
			}
			raised := map[string]string{}
			criteria := ""
			for _, c := range other.Changes {
				raised[c.Criterion.Code()] = c.To
				criteria += c.Criterion.Code() + " "
			}
			k, ok := p.try(raised)
			require.True(t, ok)
			require.Equal(t, []int{k.cost, k.changes, k.total}, []int{other.Cost, len(other.Changes), other.To})
			require.False(t, seen[criteria], "differs in at least one criterion")
			seen[criteria] = true
			if i > 0 {
				several++
				require.GreaterOrEqual(t, other.Cost, plans[i-1].Cost)
				for code := range raised { // no change is idle
					rest := mapsClone(raised)
					delete(rest, code)
					_, still := p.try(rest)
					require.False(t, still && p.costOf(code) > 0, "%s is idle", code)
				}
			}
		}
	}
	assert.Greater(t, several, 100)
	sheet := best(t, 1)
	q := scoring.NewPlanRequest(sheet, 5)
	plans, err := scoring.MakePlans(&q, 3)
	require.NoError(t, err)
	assert.Len(t, plans, 1, "there is nothing to change")
}

// small is a set of an edition that no decision has: its first criterion falls
// away on the second, its first gate follows from answers and the others ask for
// papers at criteria 1 and 3, and the two cases of criterion 3 are not worth the
// same.
func small(t testing.TB, answers ...string) scoring.Sheet {
	t.Helper()
	set, ok := smallEdition(t).Set(7)
	require.True(t, ok)
	sheet := set.Sheet()
	for i, option := range answers {
		answer(t, &sheet, []string{"1", "2", "3", "4"}[i], option)
	}
	return sheet
}

func smallEdition(t testing.TB) scoring.Edition {
	t.Helper()
	r, err := rubric.Read([]byte(`{"edition":"small","errata":[],"evidence":[{"id":"paper","name":{"vi":"Giấy","en":"Paper"},"proof":{"vi":"Bản sao","en":"A copy"}}],"sets":[{"no":7,"name":{"vi":"Bộ thử","en":"Trial set"},
	 "gates":[{"id":"at-zero","effect":"stop","zeroPointsAt":["4"],"label":{"vi":"0 điểm","en":"0 points"}},
	  {"id":"first-paper","effect":"reject","criterion":"1","paper":"paper","lack":"missing","label":{"vi":"Không có giấy","en":"No paper"}},
	  {"id":"third-paper","effect":"reject","criterion":"3","paper":"paper","lack":"missing","label":{"vi":"Không có giấy","en":"No paper"}}],
	 "parts":[
	 {"code":"A","max":40,"name":{"vi":"A","en":"A"},"sections":[{"code":"1","max":10,"name":{"vi":"x","en":"x"},"criteria":[
	   {"code":"1","max":10,"name":{"vi":"x","en":"x"},"appliesUnless":{"criterion":"2","option":"a"},"options":[{"code":"a","points":0,"label":{"vi":"x","en":"x"}},{"code":"b","points":10,"label":{"vi":"x","en":"x"}}]}]},
	  {"code":"2","max":30,"name":{"vi":"x","en":"x"},"criteria":[
	   {"code":"2","max":30,"name":{"vi":"x","en":"x"},"options":[{"code":"a","points":0,"label":{"vi":"x","en":"x"}},{"code":"b","points":30,"label":{"vi":"x","en":"x"}}]}]}]},
	 {"code":"B","max":30,"name":{"vi":"B","en":"B"},"sections":[{"code":"3","max":30,"name":{"vi":"x","en":"x"},"criteria":[
	   {"code":"3","max":30,"name":{"vi":"x","en":"x"},"cases":[{"vi":"x","en":"x"},{"vi":"x","en":"x"}],"options":[
	    {"code":"1a","points":10,"case":1,"label":{"vi":"x","en":"x"}},{"code":"1b","points":20,"case":1,"label":{"vi":"x","en":"x"}},
	    {"code":"2a","points":0,"case":2,"label":{"vi":"x","en":"x"}},{"code":"2b","points":30,"case":2,"label":{"vi":"x","en":"x"}}]}]}]},
	 {"code":"C","max":30,"name":{"vi":"C","en":"C"},"sections":[{"code":"4","max":30,"name":{"vi":"x","en":"x"},"criteria":[
	   {"code":"4","max":30,"name":{"vi":"x","en":"x"},"options":[{"code":"a","points":0,"label":{"vi":"x","en":"x"}},{"code":"b","points":30,"label":{"vi":"x","en":"x"}}]}]}]}]}]}`))
	require.NoError(t, err)
	edition, err := r.Compile()
	require.NoError(t, err)
	return edition
}

// No place in a rubric is special: the first criterion may fall away, the first
// gate may follow from answers, a change may bring more than 10 points.
func TestFirstOfARubric(t *testing.T) {
	t.Parallel()
	away := small(t, "b", "a", "1b", "b")
	r := scoring.Score(&away)
	assert.Equal(t, 50, r.Total, "criterion 1 gives nothing")
	assert.Equal(t, []any{
		map[string]any{"criterion": "2", "from": "a", "to": "b", "points": 30.0, "reason": "points"},
	}, plan(t, scoring.NewPlanRequest(away, 4))["changes"])
	assert.Equal(t, map[string]any{"from": 50.0, "to": 90.0}, plan(t, scoring.NewPlanRequest(away, 4))["total"])

	// As long as it falls away nothing is won by it, and a star that stands needs no change.
	assert.Equal(t, []any{true, []any{}}, []any{plan(t, scoring.NewPlanRequest(away, 3))["reachable"], plan(t, scoring.NewPlanRequest(away, 3))["changes"]})
	low := scoring.NewPlanRequest(small(t, "a", "a", "1a", "b"), 3) // 40 points
	for _, code := range []string{"2", "3", "4"} {
		require.NoError(t, low.Lock(code))
	}
	assert.Equal(t, []any{false, []any{"2", "3"}}, []any{plan(t, low)["reachable"], plan(t, low)["blockedBy"]})

	stopped := small(t, "b", "b", "1b", "a")
	assert.Equal(t, []any{map[string]any{"id": "at-zero", "effect": "stop"}}, score(t, stopped)["gates"])
	assert.ErrorContains(t, stopped.SetGate("at-zero", true), "never given")
	criterion, ok := stopped.Set().Criterion("1")
	require.True(t, ok)
	parent, option := criterion.AppliesUnless()
	assert.Equal(t, []string{"2", "a"}, []string{parent, option})

	// Which case stands is no choice: 2b is worth more than 1b and is not offered.
	q := scoring.NewPlanRequest(small(t, "a", "b", "1b", "b"), 5)
	assert.Equal(t, map[string]any{"from": 80.0, "to": 90.0}, plan(t, q)["total"])
	require.NoError(t, q.Lock("1"))
	assert.Equal(t, []any{false, []any{"1"}}, []any{plan(t, q)["reachable"], plan(t, q)["blockedBy"]})
	q = scoring.NewPlanRequest(small(t, "a", "b", "1a", "b"), 5)
	assert.Len(t, plan(t, q)["changes"], 2, "2b alone would do")
	q = scoring.NewPlanRequest(small(t, "b", "b", "1a", "b"), 5)
	assert.Equal(t, "1b", plan(t, q)["changes"].([]any)[0].(map[string]any)["to"])
	lowest := small(t, "a", "b", "1a", "b") // 70 points
	r = scoring.Score(&lowest)
	safety, ok := r.Safety()
	require.True(t, ok)
	assert.Equal(t, 1, safety.Points)
	text, err := json.Marshal(safety)
	require.NoError(t, err)
	loaded := lowest.Set().Loaded()
	assert.JSONEq(t, `{"edition":"small","set":7,"rubric":{"id":"small","sha256":"`+loaded.SHA256+`"},"points":1,"criteria":["2","4"]}`, string(text), "1a is the lowest of its case, and none no answer")

	higher := lowest
	answer(t, &higher, "3", "2b")
	d, err := scoring.Compare(&lowest, &higher)
	require.NoError(t, err)
	assert.Contains(t, string(d.AppendJSON(nil)), `"changes":[{"criterion":"3","from":"1a","to":"2b","points":20}]`)
	text, err = json.Marshal(d)
	require.NoError(t, err)
	assert.Equal(t, string(d.AppendJSON(nil)), string(text))
}

// plain is a rubric of one set without minima: criteria 1.1, 1.2 … of part A, 2
// of part B and 3 of part C, each by the points of its options.
func plain(t testing.TB, a [][]int, b, c []int) scoring.Edition {
	t.Helper()
	x := lang.Text{Vi: "x", En: "x"}
	part := func(letter, code string, criteria ...[]int) rubric.Part {
		s := rubric.Section{Code: code, Name: x}
		for i, points := range criteria {
			c := rubric.Criterion{Code: code, Name: x, Max: points[len(points)-1]}
			if len(criteria) > 1 {
				c.Code += "." + strconv.Itoa(i+1)
			}
			for i, p := range points {
				c.Options = append(c.Options, rubric.Option{Code: string(rune('a' + i)), Label: x, Points: p})
			}
			s.Criteria, s.Max = append(s.Criteria, c), s.Max+c.Max
		}
		return rubric.Part{Code: letter, Name: x, Max: s.Max, Sections: []rubric.Section{s}}
	}
	r := &rubric.Rubric{Edition: "plain", Sets: []rubric.Set{{No: 1, Name: x, Parts: []rubric.Part{part("A", "1", a...), part("B", "2", b), part("C", "3", c)}}}}
	edition, err := r.Compile()
	require.NoError(t, err)
	return edition
}

// Of two further ways that cost the same and change as much the one of fewer
// points comes first, wherever it was found.
func TestOtherWaysByTheirPoints(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		first, second int
		want          []string
	}{
		{3, 2, []string{"1.1 1.2 = 30", "1.2 1.3 = 30", "1.1 1.3 = 31"}},
		{2, 3, []string{"1.1 1.2 = 30", "1.1 1.3 = 30", "1.2 1.3 = 31"}},
	} {
		edition := plain(t, [][]int{{c.first}, {c.second}, {3}}, []int{25}, []int{67})
		set, _ := edition.Set(1)
		sheet := set.Sheet()
		answer(t, &sheet, "1.1", "none", "1.2", "none", "1.3", "none", "2", "a", "3", "none")
		q := scoring.NewPlanRequest(sheet, 2)
		require.NoError(t, q.Lock("3"))
		require.NoError(t, q.SetCost("1.1", 0))
		require.NoError(t, q.SetCost("1.2", 0))
		plans, err := scoring.MakePlans(&q, scoring.MaxOthers)
		require.NoError(t, err)
		var have []string
		for _, p := range plans {
			have = append(have, p.Changes[0].Criterion.Code()+" "+p.Changes[1].Criterion.Code()+" = "+strconv.Itoa(p.To))
		}
		assert.Equal(t, c.want, have)
	}
}

// As many criteria and options as a rubric may have: the last of them count.
func TestLargestRubric(t *testing.T) {
	t.Parallel()
	edition := plain(t, slices.Repeat([][]int{{0, 1}}, 62), []int{0, 1, 2, 3, 4, 19}, []int{0, 1, 2, 3, 4, 19})
	set, ok := edition.Set(1)
	require.True(t, ok)
	sheet := set.Sheet()
	for _, c := range set.Criteria() {
		answer(t, &sheet, c.Code(), c.Options()[len(c.Options())-1].Code)
	}
	full := scoring.Score(&sheet)
	assert.Equal(t, scoring.Parts{A: 62, B: 19, C: 19}, full.Parts)
	assert.Equal(t, 5, full.Star)
	answer(t, &sheet, "3", "a", "1.62", "a")
	assert.Equal(t, 80, scoring.Score(&sheet).Total)
	q := scoring.NewPlanRequest(sheet, 5)
	assert.Equal(t, []any{map[string]any{"criterion": "3", "from": "a", "to": "f", "points": 19.0, "reason": "points"}}, plan(t, q)["changes"])
	require.NoError(t, q.Lock("3"))
	assert.Equal(t, []any{"3"}, plan(t, q)["blockedBy"])
	back, err := scoring.DecodeSheet(sheet.AppendJSON(nil), edition)
	require.NoError(t, err)
	assert.Equal(t, sheet, back)
}

// What a change is for: the minimum of the star where it was missed (Appendix
// II, the star marks), points where it stood. Set 13's 8 a is the minimum of 3
// stars, of 4 and 5 too.
func TestReasonOfAChange(t *testing.T) {
	t.Parallel()
	q := scoring.NewPlanRequest(best(t, 13), 3)
	answer(t, &q.Sheet, "8", "none")
	assert.Equal(t, []any{map[string]any{"criterion": "8", "from": "none", "to": "a", "points": 2.0, "reason": "minimum"}}, plan(t, q)["changes"])

	q = scoring.NewPlanRequest(best(t, 13), 5)
	answer(t, &q.Sheet, "8", "a", "1.2", "a", "1.3", "a", "4.2", "a") // 100 - 3 - 2 - 3 - 4
	for _, code := range []string{"1.2", "1.3", "4.2"} {
		require.NoError(t, q.Lock(code))
	}
	assert.Equal(t, []any{map[string]any{"criterion": "8", "from": "a", "to": "b", "points": 2.0, "reason": "points"}}, plan(t, q)["changes"])

	// Without a story there are the points of 5.1 to win and, as a where it was left out, those of 5.2.
	q = scoring.NewPlanRequest(best(t, 13), 5)
	answer(t, &q.Sheet, "1.2", "a", "1.3", "a", "1.7", "a", "4.2", "a", "5.1", "a", "5.2", "")
	for _, code := range []string{"1.2", "1.3", "1.7", "4.2"} {
		require.NoError(t, q.Lock(code))
	}
	assert.Equal(t, []any{
		map[string]any{"criterion": "5.1", "from": "a", "to": "e", "points": 5.0, "reason": "minimum"},
		map[string]any{"criterion": "5.2", "from": "a", "to": "c", "points": 2.0, "reason": "points"},
	}, plan(t, q)["changes"])

	// That 5.2 stays as it is keeps nobody from telling a story.
	q = scoring.NewPlanRequest(best(t, 13), 5)
	answer(t, &q.Sheet, "5.1", "a")
	require.NoError(t, q.Lock("5.2"))
	assert.Equal(t, map[string]any{"from": 93.0, "to": 100.0}, plan(t, q)["total"])
}

// What blocks is locked, and could give more.
func TestBlockedByWhatIsLocked(t *testing.T) {
	t.Parallel()
	blocked := func(star int, sheet scoring.Sheet, locked ...string) []any {
		q := scoring.NewPlanRequest(sheet, star)
		for _, code := range locked {
			require.NoError(t, q.Lock(code))
		}
		return plan(t, q)["blockedBy"].([]any)
	}
	with := func(no int, pairs ...string) scoring.Sheet {
		sheet := best(t, no)
		answer(t, &sheet, pairs...)
		return sheet
	}
	assert.Equal(t, []any{"7"}, blocked(5, with(13, "7", "c", "9", "none"), "7"), "9 misses a minimum too, but is open")
	assert.Equal(t, []any{"7"}, blocked(5, with(13, "7", "c"), "5.1", "7"), "5.1 stands")
	assert.Equal(t, []any{"7"}, blocked(5, with(13, "7", "c", "1.2", "a"), "1.2", "7"), "1.2 could give more, which is not needed")
	assert.Equal(t, []any{"1.2", "1.3", "4.1"}, blocked(5, with(26, "1.2", "none", "1.3", "none", "4.1", "none", "5.1", "a"), "1.2", "1.3", "4.1"), "5.1 is open")
	assert.Equal(t, []any{"1.2", "1.3", "1.7", "3.2", "4.2"},
		blocked(5, with(13, "1.2", "a", "1.3", "a", "1.7", "a", "3.2", "a", "4.2", "a"), "1.1", "1.2", "1.3", "1.7", "3.2", "4.2"), "1.7 and 3.2 have one step to go")
	low := best(t, 13)
	var all []string
	var want []any
	for _, c := range low.Set().Criteria() {
		option := c.Options()[0].Code
		if c.Code() == "5.1" {
			option = "d"
		}
		answer(t, &low, c.Code(), option)
		if c.Code() != "5.1" && c.AllowsNone() {
			answer(t, &low, c.Code(), scoring.NoneCode)
		}
		all, want = append(all, c.Code()), append(want, c.Code())
	}
	assert.Equal(t, want, blocked(2, low, all...), "of everything, 5.1 too")
}

// The further plans are found by trying: each is the best of those that leave
// some change of an earlier one out, in order of cost, number of changes, points
// and place.
func TestMakePlansAgreesWithLocks(t *testing.T) {
	t.Parallel()
	l := law(t)
	keyOf := func(p *problemOf, plan *scoring.Plan) key {
		k := key{cost: plan.Cost, changes: len(plan.Changes), total: plan.To}
		for _, c := range plan.Changes {
			k.list = append(k.list, slices.Index(l.Criteria(p.sheet.Set), c.Criterion.Code()), slices.Index(l.Choices(p.sheet.Set, c.Criterion.Code()), c.To))
		}
		return k
	}
	criteria := func(plan *scoring.Plan) (text string) {
		for _, c := range plan.Changes {
			text += c.Criterion.Code() + " "
		}
		return text
	}
	type open struct {
		q    scoring.PlanRequest
		plan scoring.Plan
	}
	r := rand.New(rand.NewPCG(7, 7))
	for range 150 {
		p := randomProblem(t, r, l)
		for _, code := range l.Criteria(p.sheet.Set) {
			switch r.IntN(4) {
			case 0:
				p.price(t, code, r.IntN(3))
			case 1:
				p.lock(t, code)
			}
		}
		first, err := scoring.MakePlan(&p.q)
		require.NoError(t, err)
		have, err := scoring.MakePlans(&p.q, scoring.MaxOthers)
		require.NoError(t, err)
		if !first.Reachable {
			require.Equal(t, []scoring.Plan{first}, have)
			continue
		}
		list, seen := []open{{p.q, first}}, map[string]bool{criteria(&first): true}
		var want []scoring.Plan
		for len(list) > 0 && len(want) <= scoring.MaxOthers {
			slices.SortStableFunc(list, func(a, b open) int {
				switch ka, kb := keyOf(&p, &a.plan), keyOf(&p, &b.plan); {
				case ka.less(kb):
					return -1
				case kb.less(ka):
					return 1
				}
				return 0
			})
			next := list[0]
			list = list[1:]
			want = append(want, next.plan)
			for _, c := range next.plan.Changes {
				q := next.q
				require.NoError(t, q.Lock(c.Criterion.Code()))
				other, err := scoring.MakePlan(&q)
				require.NoError(t, err)
				if other.Reachable && !seen[criteria(&other)] {
					seen[criteria(&other)] = true
					list = append(list, open{q, other})
				}
			}
		}
		require.Equal(t, want, have, "%d stars for %s", p.star, p.q.Sheet.AppendJSON(nil))
		viaMarshal, err := json.Marshal(have[0])
		require.NoError(t, err)
		require.JSONEq(t, string(have[0].AppendJSON(nil)), string(viaMarshal))
	}
}

func BenchmarkPlan(b *testing.B) {
	sheet := productSet(b, 1).Sheet()
	for _, c := range sheet.Set().Criteria() {
		if c.AllowsNone() {
			answer(b, &sheet, c.Code(), scoring.NoneCode)
		} else {
			answer(b, &sheet, c.Code(), c.Options()[0].Code)
		}
	}
	q := scoring.NewPlanRequest(sheet, 5)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := scoring.MakePlan(&q); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkPlans(b *testing.B) {
	sheet := best(b, 1)
	answer(b, &sheet, "1.1", "a", "1.5", "a", "3.5", "none", "4.1", "a", "6.2", "a", "8", "a")
	q := scoring.NewPlanRequest(sheet, 5)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := scoring.MakePlans(&q, 3); err != nil {
			b.Fatal(err)
		}
	}
}
