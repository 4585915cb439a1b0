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
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
)

func plan(t *testing.T, q scoring.PlanRequest) map[string]any {
	t.Helper()
	p, err := scoring.MakePlan(&q)
	require.NoError(t, err)
	var m map[string]any
	require.NoError(t, json.Unmarshal(p.AppendJSON(nil), &m))
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
		head + answers + `}`:                                                               {"PLAN-05 "},
		head + answers + `,"star":6}`:                                                      {"PLAN-02 /star"},
		head + answers + `,"star":"4"}`:                                                    {"JSON-09 /star"},
		head + answers + `,"star":4,"locked":["9.9","1.1","1.1"]}`:                         {"SHEET-02 /locked/0", "PLAN-04 /locked/2"},
		head + answers + `,"star":4,"cost":{"1.1":-1,"1.2":1001}}`:                         {"PLAN-03 /cost/1.1", "PLAN-03 /cost/1.2"},
		head + answers + `,"star":4,"cost":{"9.9":1,"1.1":1.5}}`:                           {"SHEET-02 /cost/9.9", "JSON-09 /cost/1.1"},
		head + answers + `,"star":4,"cost":{"1.1":2.0},"locked":4}`:                        {"JSON-10 /cost/1.1", "JSON-09 /locked"},
		head + answers + `,"star":4,"cost":{"1.1":2,"1.1":2}}`:                             {"JSON-06 /cost/1.1"},
		`{"edition":"x","set":13,"answers":{},"star":4,"locked":["x",1],"cost":{"x":"y"}}`: {"SHEET-01 /edition", "JSON-09 /locked/1", "JSON-09 /cost/x"},
		head + `"answers":{},"star":9}`:                                                    {"PLAN-02 /star"},
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
	_, err := scoring.DecodePlanRequest([]byte(head+`"answers":{"5.1":"a"}}`), 4, qd26.Edition())
	var problems problem.List
	require.ErrorAs(t, err, &problems)
	assert.Len(t, problems, 32, "every criterion but 5.1, and 5.2, which does not apply")
	assert.Equal(t, "PLAN-01", problems[0].Code)

	q := scoring.NewPlanRequest(best(t, 13), 4)
	require.Error(t, q.Lock("9.9"))
	require.Error(t, q.SetCost("9.9", 1))
	require.Error(t, q.SetCost("1.1", -1))
	require.Error(t, q.SetCost("1.1", scoring.MaxCost+1))
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
