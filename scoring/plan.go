package scoring

import (
	"strconv"

	"github.com/ocop-vn/ocop-go/scoring/internal/table"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// MaxCost is the most that changing a criterion may cost.
const MaxCost = 1000

// PlanRequest asks for the way from a fully answered sheet to a star. Make one
// with NewPlanRequest or DecodePlanRequest.
type PlanRequest struct {
	Sheet Sheet
	Star  int // 1 to 5

	locked uint64                   // bit i: criterion i stays as it is
	extra  [table.MaxCriteria]int16 // what changing a criterion costs, less 1: by itself it costs 1
}

// NewPlanRequest asks for the way to a star, 1 to 5, with nothing locked and
// every change of cost 1.
func NewPlanRequest(sheet Sheet, star int) PlanRequest {
	return PlanRequest{Sheet: sheet, Star: star}
}

// Lock keeps a criterion as it is. The error is a problem.List.
func (q *PlanRequest) Lock(criterion string) error {
	set := q.Sheet.Set()
	i := set.find(criterion)
	if i < 0 {
		return set.refuse(set.unknownCriterion(problem.Pointer("/locked", criterion), criterion))
	}
	q.locked |= 1 << i
	return nil
}

// SetCost says what changing a criterion costs, 0 to MaxCost, however far. The
// error is a problem.List.
func (q *PlanRequest) SetCost(criterion string, cost int) error {
	set := q.Sheet.Set()
	path := problem.Pointer("/cost", criterion)
	i := set.find(criterion)
	switch {
	case i < 0:
		return set.refuse(set.unknownCriterion(path, criterion))
	case cost < 0 || cost > MaxCost:
		return problem.List{wrongCost(path, cost)}
	}
	q.extra[i] = int16(cost - 1)
	return nil
}

func wrongCost(path string, cost int) problem.Problem {
	return planCost.At(path, problem.Value("most", strconv.Itoa(MaxCost)), problem.Value("cost", strconv.Itoa(cost)))
}

// costOf is what changing a criterion costs.
func (q *PlanRequest) costOf(i int) int { return int(q.extra[i]) + 1 }

// Reason says what a change is for.
type Reason string

// A change is needed for a minimum of the star, or else for points.
const (
	ReasonMinimum Reason = "minimum"
	ReasonPoints  Reason = "points"
)

// Change raises one criterion.
type Change struct {
	Criterion Criterion
	From, To  string // options; From is never ""
	Points    int    // what the criterion itself gains, 0 to 10 in qd26-2026
	Reason    Reason
}

// Plan is the cheapest way to a star. Among all plans that reach it: the one of
// least cost; among those the fewest changes; among those the least total;
// among those the first by criterion, then option, in printed order.
type Plan struct {
	Set       Set
	Star      int
	Reachable bool
	Cost      int // 0 where not reachable
	From, To  int // total points before and after; To is 0 where not reachable
	Changes   []Change
	// BlockedBy names what stands in the way where the star is not reachable:
	// the gates given, or the locked criteria that miss a minimum or keep back points.
	BlockedBy []string
}

var (
	planUnanswered = problem.Kind{Code: "PLAN-01", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Chưa thể lập kế hoạch: tiêu chí {criterion} chưa chấm.",
		En: "There can be no plan yet: criterion {criterion} is unanswered.",
	}}
	planStar = problem.Kind{Code: "PLAN-02", Layer: problem.LayerSchema, Message: lang.Text{
		Vi: "Hạng sao cần đạt là 1 đến 5, không phải {star}.",
		En: "The star to reach is 1 to 5, not {star}.",
	}}
	planCost = problem.Kind{Code: "PLAN-03", Layer: problem.LayerSchema, Message: lang.Text{
		Vi: "Chi phí của một thay đổi là số nguyên từ 0 đến {most}, không phải {cost}.",
		En: "The cost of a change is a whole number from 0 to {most}, not {cost}.",
	}}
	planLockedTwice = problem.Kind{Code: "PLAN-04", Layer: problem.LayerSchema, Message: lang.Text{
		Vi: "Tiêu chí {criterion} bị khóa hai lần.",
		En: "Criterion {criterion} is locked twice.",
	}}
	planNoStar = problem.Kind{Code: "PLAN-05", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Chưa nói cần đạt hạng mấy sao.",
		En: "It is not said which star to reach.",
	}}
	planOthers = problem.Kind{Code: "PLAN-06", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Số cách khác là 0 đến {most}, không phải {others}.",
		En: "The number of other ways is 0 to {most}, not {others}.",
	}}
)

// check tells what keeps a request from having a plan.
func (q *PlanRequest) check() problem.List {
	var problems problem.List
	if q.Sheet.set == nil {
		problems = append(problems, ofNoSet.At(""))
	}
	if q.Star == 0 {
		problems = append(problems, planNoStar.At(""))
	} else if q.Star < 1 || q.Star > 5 {
		problems = append(problems, planStar.At("/star", problem.Value("star", strconv.Itoa(q.Star))))
	}
	r := Score(&q.Sheet)
	for c := range r.Unanswered() {
		problems = append(problems, planUnanswered.At("/answers", problem.Value("criterion", c.Code())))
	}
	return problems
}

// MakePlan finds the cheapest way to the star. It is exact: points are few
// enough to go through every total. The error is a problem.List. No request at
// all is an empty one.
func MakePlan(q *PlanRequest) (Plan, error) {
	if q == nil {
		q = &PlanRequest{}
	}
	if problems := q.check(); len(problems) > 0 {
		return Plan{}, problems
	}
	p := Plan{Set: q.Sheet.Set(), Star: q.Star, From: Score(&q.Sheet).Total}
	if q.Sheet.gates == 0 {
		if w, ok := q.best(0); ok {
			return q.plan(&w), nil
		}
	}
	p.BlockedBy = q.blockedBy()
	return p, nil
}

// MaxOthers is the most other ways that MakePlans gives.
const MaxOthers = 3

// MakePlans finds the best plan and up to others more, 0 to MaxOthers, in the
// same order. Each other is the best of those that leave some criterion of an
// earlier one as it is, so none has a change that it could do without. The error
// is a problem.List, and then there is no plan.
func MakePlans(q *PlanRequest, others int) ([]Plan, error) {
	if others < 0 || others > MaxOthers {
		return nil, problem.List{planOthers.At("", problem.Value("most", strconv.Itoa(MaxOthers)), problem.Value("others", strconv.Itoa(others)))}
	}
	first, err := MakePlan(q)
	if err != nil {
		return nil, err
	}
	if !first.Reachable {
		return []Plan{first}, nil
	}
	best, _ := q.best(0)
	open := []way{best}
	plans := []Plan{}
	seen := map[uint64]bool{best.changed: true}
	for len(open) > 0 && len(plans) <= others {
		next := 0
		for i := range open {
			if open[i].before(&open[next]) {
				next = i
			}
		}
		w := open[next]
		open = append(open[:next], open[next+1:]...)
		plans = append(plans, q.plan(&w))
		for i := range w.set.Criteria {
			if w.changed&(1<<i) == 0 {
				continue
			}
			if other, ok := q.best(w.kept | 1<<i); ok && !seen[other.changed] {
				seen[other.changed] = true
				open = append(open, other)
			}
		}
	}
	return plans, nil
}

// way is a solution: the answers that it ends with and what it is worth.
type way struct {
	set     *table.Set
	from    [table.MaxCriteria]uint8
	answers [table.MaxCriteria]uint8
	changed uint64 // bit i: criterion i is changed
	kept    uint64 // bit i: criterion i had to stay as it is, beside the locked ones
	price   uint32 // cost << 8 | number of changes
	total   int
}

// before tells which of two ways is the better plan.
func (w *way) before(v *way) bool {
	if w.price != v.price {
		return w.price < v.price
	}
	if w.total != v.total {
		return w.total < v.total
	}
	for i := range w.set.Criteria {
		if w.answers[i] == v.answers[i] {
			continue
		}
		// Of two lists of changes the first is that with the earlier criterion, then the earlier option.
		wChanged, vChanged := w.changed&(1<<i) != 0, v.changed&(1<<i) != 0
		if wChanged != vChanged {
			return wChanged
		}
		return w.answers[i] < v.answers[i]
	}
	return false
}

// best finds the best way that leaves the locked criteria and those of kept as
// they are.
func (q *PlanRequest) best(kept uint64) (way, bool) {
	t := q.Sheet.set
	fixed := q.locked | kept
	if t.Dependent < 0 || q.Sheet.answers[t.Parent] != t.ParentAnswer {
		return q.search(fixed, kept, q.Sheet.answers, false)
	}
	// Criterion 5.2 does not apply now: either 5.1 stays and so does that, or 5.1
	// is raised and 5.2 counts, as a where it was left out.
	stay, stayOK := q.search(fixed|1<<t.Parent|1<<t.Dependent, kept, q.Sheet.answers, false)
	from := q.Sheet.answers
	if from[t.Dependent] == table.Unanswered {
		from[t.Dependent] = table.FirstOption
	}
	raised, raisedOK := q.search(fixed, kept, from, true)
	if raisedOK && raised.before(&stay) {
		return raised, true
	}
	return stay, stayOK
}

// unreachable is a price above any: the dearest plan costs 64 times MaxCost.
const unreachable = 1 << 31

// search goes through the criteria from the last to the first and through all
// totals, keeping for each the least price; then reads the best way off from
// the first criterion on. raiseParent asks for the parent of the dependent
// criterion to be raised.
func (q *PlanRequest) search(fixed, kept uint64, from [table.MaxCriteria]uint8, raiseParent bool) (way, bool) {
	t := q.Sheet.set
	n := len(t.Criteria)
	// prices[i][s]: the least price for criteria i and after to give s points together.
	var prices [table.MaxCriteria + 1][table.MaxPoints + 1]uint32
	for s := range prices[n] {
		prices[n][s] = unreachable
	}
	prices[n][0] = 0
	var targets [table.MaxCriteria]choices
	for i := n - 1; i >= 0; i-- {
		targets[i] = q.choices(i, from[i], fixed&(1<<i) != 0, raiseParent)
		for s := range prices[i] {
			prices[i][s] = unreachable
			for _, c := range targets[i].list[:targets[i].count] {
				if s >= int(c.points) {
					prices[i][s] = min(prices[i][s], prices[i+1][s-int(c.points)]+c.price)
				}
			}
		}
	}
	w := way{set: t, from: from, answers: from, kept: kept, price: unreachable}
	for s := leastOf(q.Sheet.set, q.Star); s <= table.MaxPoints; s++ {
		if prices[0][s] < w.price {
			w.price, w.total = prices[0][s], s
		}
	}
	if w.price >= unreachable {
		return w, false
	}
	left := w.total
	for i := range n {
		for _, c := range targets[i].list[:targets[i].count] {
			if left >= int(c.points) && prices[i+1][left-int(c.points)]+c.price == prices[i][left] {
				w.answers[i] = c.answer
				if c.answer != from[i] {
					w.changed |= 1 << i
				}
				left -= int(c.points)
				break
			}
		}
	}
	return w, true
}

// choice is an answer that a plan may end with, what it counts and what it costs to get there.
type choice struct {
	answer, points uint8
	price          uint32
}

// choices are those of one criterion: changes in printed order, then leaving it as it is.
type choices struct {
	list  [table.FirstOption + table.MaxOptions]choice
	count int
}

func (q *PlanRequest) choices(i int, from uint8, fixed, raiseParent bool) choices {
	t := q.Sheet.set
	c := &t.Criteria[i]
	least := uint8(table.None)
	if q.Star >= 3 {
		least = max(least, c.Need[q.Star-3])
	}
	isParent := raiseParent && i == int(t.Parent)
	fallsAway := !raiseParent && i == int(t.Dependent) && q.Sheet.answers[t.Parent] == t.ParentAnswer
	var list choices
	add := func(answer uint8, price uint32) {
		if answer < least || t.Cells[i][answer].Flags()&table.ZeroPoint != 0 {
			return // misses a minimum, or stops the assessment
		}
		list.list[list.count] = choice{answer, Criterion{t, i}.points(answer), price}
		list.count++
	}
	if !fixed {
		for o := range c.Options {
			answer := uint8(table.FirstOption + o)
			if answer > from && (from < table.FirstOption || c.Options[o].Case == c.Options[from-table.FirstOption].Case) {
				add(answer, uint32(q.costOf(i))<<8|1) //nolint:gosec // 0 to MaxCost
			}
		}
	}
	switch {
	case isParent: // staying is the other branch
	case fallsAway:
		list.list[list.count] = choice{answer: from}
		list.count++
	default:
		add(from, 0)
	}
	return list
}

// plan tells a way as a plan.
func (q *PlanRequest) plan(w *way) Plan {
	p := Plan{
		Set:  q.Sheet.Set(),
		Star: q.Star, Reachable: true, Cost: int(w.price >> 8), From: Score(&q.Sheet).Total, To: w.total,
	}
	for i := range w.set.Criteria {
		if w.changed&(1<<i) == 0 {
			continue
		}
		c := Criterion{w.set, i}
		change := Change{Criterion: c, From: c.answerCode(w.from[i]), To: c.answerCode(w.answers[i]), Reason: ReasonPoints}
		change.Points = int(c.points(w.answers[i])) - int(c.points(w.from[i]))
		if q.Star >= 3 && w.from[i] < w.set.Criteria[i].Need[q.Star-3] {
			change.Reason = ReasonMinimum
		}
		p.Changes = append(p.Changes, change)
	}
	return p
}

// points are what an answer gives by itself.
func (c Criterion) points(answer uint8) uint8 {
	if answer < table.FirstOption {
		return 0
	}
	return c.t().Options[answer-table.FirstOption].Points
}

// blockedBy names the gates given; else the locked criteria that miss a
// minimum of the star or stop the assessment and, where opening those is not
// enough, the locked ones that could give more points.
func (q *PlanRequest) blockedBy() []string {
	var names []string
	for i := range q.Sheet.set.Gates {
		if q.Sheet.gates&(1<<i) != 0 {
			names = append(names, q.Sheet.set.Gates[i].ID)
		}
	}
	if names != nil {
		return names
	}
	opened := *q
	var blocking uint64
	for i := range q.Sheet.set.Criteria {
		if q.locked&(1<<i) != 0 && q.choices(i, q.Sheet.answers[i], true, false).count == 0 {
			blocking |= 1 << i
		}
	}
	opened.locked &^= blocking
	if _, ok := opened.best(0); !ok {
		for i := range q.Sheet.set.Criteria {
			if opened.locked&(1<<i) != 0 && q.choices(i, q.Sheet.answers[i], false, false).count > 1 {
				blocking |= 1 << i
			}
		}
	}
	for i := range q.Sheet.set.Criteria {
		if blocking&(1<<i) != 0 {
			names = append(names, q.Sheet.set.Criteria[i].Code)
		}
	}
	return names
}
