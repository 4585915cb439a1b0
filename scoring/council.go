package scoring

import (
	"slices"
	"strconv"
	"unicode/utf8"

	"github.com/ocop-vn/ocop-go/scoring/budget"
	"github.com/ocop-vn/ocop-go/scoring/ident"
	"github.com/ocop-vn/ocop-go/scoring/internal/table"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// Council is a council's members with their sheets, and the rules that it works
// by. Make one with DecodeCouncil or fill it in; Decide checks it.
type Council struct {
	Set     Set
	Seats   int // members that the council has; 0 where Policy has no quorum and it does not matter
	Members []Member
	Gates   []string // gates that the council found
	Policy  Policy
}

// Member is a member who is present.
type Member struct {
	ID    string // 1 to 64 characters; no two members have the same, compared as ident.Key has it
	Chair bool
	Sheet Sheet
}

// Policy is what the decision leaves to each council's rules of procedure
// (reading.CouncilRules). The zero Policy applies no limit on the spread, no
// quorum and no duty of the chair, and takes minima by majority.
type Policy struct {
	MaxSpread     *int   `json:"maxSpread,omitempty"`     // points that two members' totals may lie apart, 0 to 100; nil: any
	Quorum        Quorum `json:"quorum,omitzero"`         // share of the seats that must be present; zero: any
	ChairRequired bool   `json:"chairRequired,omitempty"` // whether the chair must be present
	Minima        Minima `json:"minima,omitempty"`        // whether the council meets a minimum; "": MinimaMajority
}

// Quorum is a share of the seats, such as 3/4. The zero Quorum asks for nothing.
type Quorum struct{ Of, From int }

// Minima says when a council meets a minimum.
type Minima string

// A council meets a minimum when more than half of the members present are at
// or above the starred option; when all are; or when the members' mean points on
// that criterion are at least the option's.
const (
	MinimaMajority Minima = "majority"
	MinimaAll      Minima = "all"
	MinimaMean     Minima = "mean"
)

// Statuses that only a council has, beside those of a Result.
const (
	StatusNoQuorum      Status = "no-quorum"       // too few members, or no chair
	StatusSpreadTooWide Status = "spread-too-wide" // discuss and score again
)

// MaxMembers is the most members that a council may have.
const MaxMembers = 100

var (
	councilTwice = problem.Kind{Code: "COUNCIL-01", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Thành viên {member} có hai phiếu.", En: "Member {member} is there twice.",
	}}
	councilChairs = problem.Kind{Code: "COUNCIL-02", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Hội đồng có hai chủ tịch: {member}.", En: "There are two chairs: {member}.",
	}}
	councilSeats = problem.Kind{Code: "COUNCIL-03", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Có {count} phiếu nhưng hội đồng chỉ có {seats} thành viên.", En: "There are {count} members but only {seats} seats.",
	}}
	councilOther = problem.Kind{Code: "COUNCIL-04", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Phiếu của {member} thuộc bộ tiêu chí hoặc bộ sản phẩm khác.", En: "The sheet of {member} is of another edition or product set.",
	}}
	councilEmpty = problem.Kind{Code: "COUNCIL-05", Layer: problem.LayerSchema, Message: lang.Text{
		Vi: "Phải có từ 1 đến {most} phiếu.", En: "There must be 1 to {most} members.",
	}}
	councilID = problem.Kind{Code: "COUNCIL-06", Layer: problem.LayerSchema, Message: lang.Text{
		Vi: "Mã thành viên phải dài 1 đến 64 ký tự.", En: "A member's id has 1 to 64 characters.",
	}}
	councilPolicy = problem.Kind{Code: "COUNCIL-07", Layer: problem.LayerSchema, Message: lang.Text{
		Vi: "Quy chế: {name} không nhận {value}.", En: "The policy's {name} cannot be {value}.",
	}}
	councilNoSeats = problem.Kind{Code: "COUNCIL-08", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Có quy định số thành viên tối thiểu thì phải ghi hội đồng có bao nhiêu thành viên (seats).",
		En: "With a quorum it must be said how many seats the council has.",
	}}
	councilQuorum = problem.Kind{Code: "COUNCIL-09", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Tỷ lệ có mặt {value} lớn hơn 1.", En: "The quorum {value} is more than the whole.",
	}}
	councilGates = problem.Kind{Code: "COUNCIL-10", Layer: problem.LayerSchema, Message: lang.Text{
		Vi: "Trường hợp bị loại do hội đồng kết luận chung, không ghi trong phiếu của {member}.",
		En: "Knock-outs are found by the council as a whole, and do not stand in the sheet of {member}.",
	}}
)

// maxID is the most characters that a member's id may have.
const maxID = 64

// CouncilOutcome is what a council's sheets come to.
type CouncilOutcome struct {
	Set     Set
	Status  Status // the first that holds: rejected, stopped, no-quorum, incomplete, spread-too-wide, classified
	Members []MemberResult
	// Sum and Count are the exact average; Spread is how far apart the totals lie.
	Sum, Count, Spread int
	Widest             []string // the two members furthest apart, the first such pair; empty for one member
	// Band, Star and Authority are zero unless classified.
	Band, Star int
	Authority  Authority
	Gates      []Gate
	Contested  []Contested
	// Pairs are the pairs of members further apart than the policy allows, or
	// the widest where it sets no limit, the widest first.
	Pairs []Pair
	// Disagreements are the criteria on which members' points differ, the most first.
	Disagreements []Disagreement
	Margin        int // points that the sum could lose and the band would stand
	Policy        Policy
	Seats         int
}

// MemberResult is one member's points.
type MemberResult struct {
	ID    string
	Chair bool
	Total int
	Parts Parts
}

// Contested is a minimum that some members meet and others miss.
type Contested struct {
	Star      int
	Criterion Criterion
	Met       int // members at or above the starred option
	Missed    int
}

// Pair is two members and how many points their totals lie apart.
type Pair struct {
	Members [2]string
	Points  int
}

// Disagreement is a criterion and the least and most points that members gave it.
type Disagreement struct {
	Criterion   Criterion
	Least, Most int
}

// check adds to what is found what is wrong with a council that was filled in by
// hand or read.
func (c *Council) check(found *problem.Collector) {
	report := func(k problem.Kind, path string, params ...problem.Param) {
		found.Add(k.At(path, params...))
	}
	if len(c.Members) == 0 || len(c.Members) > MaxMembers {
		report(councilEmpty, "/members", problem.Value("most", strconv.Itoa(MaxMembers)))
	}
	if c.Seats != 0 && len(c.Members) > c.Seats && len(c.Members) <= MaxMembers {
		report(councilSeats, "/members", problem.Value("count", strconv.Itoa(len(c.Members))), problem.Value("seats", strconv.Itoa(c.Seats)))
	}
	if c.Policy.Quorum != (Quorum{}) && c.Seats == 0 {
		report(councilNoSeats, "/seats")
	}
	chair := false
	keys := make([]string, 0, min(len(c.Members), MaxMembers))
	for i := range c.Members[:min(len(c.Members), MaxMembers)] {
		m := &c.Members[i]
		path := "/members/" + strconv.Itoa(i)
		member := problem.Value("member", m.ID)
		if n := utf8.RuneCountInString(m.ID); n == 0 || n > maxID {
			report(councilID, path+"/id")
		} else if key := ident.Key(m.ID); slices.Contains(keys, key) {
			report(councilTwice, path+"/id", member)
		} else {
			keys = append(keys, key)
		}
		if m.Chair && chair {
			report(councilChairs, path+"/chair", member)
		}
		chair = chair || m.Chair
		if m.Sheet.set != c.Set.t {
			report(councilOther, path, member)
		} else if m.Sheet.gates != 0 {
			report(councilGates, path+"/gates", member)
		}
	}
	c.Policy.check(found)
	if c.Set.t != nil {
		c.Set.CheckGates(found, "/gates", c.Gates)
	}
}

func (p *Policy) check(found *problem.Collector) {
	report := func(name, value string) {
		found.Add(councilPolicy.At("/policy/"+name, problem.Value("name", name), problem.Value("value", value)))
	}
	if p.MaxSpread != nil && (*p.MaxSpread < 0 || *p.MaxSpread > table.MaxPoints) {
		report("maxSpread", strconv.Itoa(*p.MaxSpread))
	}
	switch q := p.Quorum; {
	case q == (Quorum{}):
	case q.Of < 1 || q.Of > maxQuorum || q.From < 1 || q.From > maxQuorum:
		report("quorum", q.String())
	case q.Of > q.From:
		found.Add(councilQuorum.At("/policy/quorum", problem.Value("value", q.String())))
	}
	switch p.Minima {
	case "", MinimaMajority, MinimaAll, MinimaMean:
	default:
		report("minima", string(p.Minima))
	}
}

// maxQuorum is the largest number in a quorum.
const maxQuorum = 1000

// String writes the quorum as 3/4; "" for none.
func (q Quorum) String() string {
	if q == (Quorum{}) {
		return ""
	}
	return strconv.Itoa(q.Of) + "/" + strconv.Itoa(q.From)
}

// MarshalText implements encoding.TextMarshaler.
func (q Quorum) MarshalText() ([]byte, error) { return []byte(q.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler. The error is a problem.List.
func (q *Quorum) UnmarshalText(text []byte) error {
	read, ok := ParseQuorum(string(text))
	if !ok {
		return problem.List{councilPolicy.At("", problem.Value("name", "quorum"), problem.Value("value", string(text)))}
	}
	*q = read
	return nil
}

// Decide tells what a council's sheets come to. The average is a sum and a
// count, compared exactly. The error is a problem.List. No council at all is an
// empty one.
func (c *Council) Decide() (CouncilOutcome, error) {
	if c == nil {
		c = &Council{}
	}
	found := problem.Collect(budget.Council())
	c.check(&found)
	if c.Set.t == nil {
		found.Add(ofNoSet.At(""))
	}
	if problems := found.List(); len(problems) > 0 {
		return CouncilOutcome{}, problems
	}
	results := make([]Result, len(c.Members))
	o := CouncilOutcome{Set: c.Set, Count: len(c.Members), Policy: c.Policy, Seats: c.Seats, Members: make([]MemberResult, len(c.Members))}
	for i, m := range c.Members {
		results[i] = Score(&m.Sheet)
		o.Members[i] = MemberResult{ID: m.ID, Chair: m.Chair, Total: results[i].Total, Parts: results[i].Parts}
		o.Sum += results[i].Total
	}
	o.spread()
	o.disagree(results)
	o.contest(results)
	gates := c.givenGates() | c.derivedGate(results)
	for i := range c.Set.t.Gates {
		if gates&(1<<i) != 0 {
			o.Gates = append(o.Gates, newGate(&c.Set.t.Gates[i]))
		}
	}
	o.Status = c.status(&o, results, gates)
	if o.Status == StatusClassified {
		o.Band = band(c.Set.t, o.Sum, o.Count)
		o.Margin = o.Sum - leastOf(c.Set.t, o.Band)*o.Count
		o.Star = star(o.Band, c.below(results))
		o.Authority = AuthorityFor(o.Star)
	}
	return o, nil
}

// givenGates is the set of gates that the council found.
func (c *Council) givenGates() uint32 {
	sheet := c.Set.Sheet()
	for _, id := range c.Gates {
		sheet.gates |= 1 << c.Set.gate(id)
	}
	return sheet.gates
}

// derivedGate stands when more than half of the members' sheets give it
// (reading.CouncilDerivedGate).
func (c *Council) derivedGate(results []Result) uint32 {
	count := 0
	for i := range results {
		if c.Set.t.Derived >= 0 && results[i].gates&(1<<c.Set.t.Derived) != 0 {
			count++
		}
	}
	if 2*count > len(results) {
		return 1 << c.Set.t.Derived
	}
	return 0
}

func (c *Council) status(o *CouncilOutcome, results []Result, gates uint32) Status {
	if gates != 0 {
		return gateStatus(c.Set.t, gates)
	}
	chair := false
	unanswered := false
	for i := range results {
		chair = chair || c.Members[i].Chair
		for range results[i].Unanswered() {
			unanswered = true
			break
		}
	}
	q := c.Policy.Quorum
	switch {
	case len(results)*q.From < c.Seats*q.Of, c.Policy.ChairRequired && !chair:
		return StatusNoQuorum
	case unanswered:
		return StatusIncomplete
	case c.Policy.MaxSpread != nil && o.Spread > *c.Policy.MaxSpread:
		return StatusSpreadTooWide
	default:
		return StatusClassified
	}
}

// spread finds how far apart the totals lie, and which pairs too far.
func (o *CouncilOutcome) spread() {
	for i := range o.Members {
		for j := i + 1; j < len(o.Members); j++ {
			apart := max(o.Members[i].Total-o.Members[j].Total, o.Members[j].Total-o.Members[i].Total)
			if o.Widest == nil || apart > o.Spread {
				o.Spread, o.Widest = apart, []string{o.Members[i].ID, o.Members[j].ID}
			}
		}
	}
	limit := o.Spread - 1
	if o.Policy.MaxSpread != nil {
		limit = *o.Policy.MaxSpread
	}
	for points := o.Spread; points > max(limit, 0); points-- {
		for i := range o.Members {
			for j := i + 1; j < len(o.Members); j++ {
				if a, b := &o.Members[i], &o.Members[j]; a.Total-b.Total == points || b.Total-a.Total == points {
					o.Pairs = append(o.Pairs, Pair{[2]string{a.ID, b.ID}, points})
				}
			}
		}
	}
}

// disagree lists the criteria on which members' points differ.
func (o *CouncilOutcome) disagree(results []Result) {
	var found []Disagreement
	widest := 0
	for i := range o.Set.t.Criteria {
		d := Disagreement{Criterion: Criterion{o.Set.t, i}, Least: table.MaxPoints}
		for m := range results {
			points := results[m].counted(i)
			d.Least, d.Most = min(d.Least, points), max(d.Most, points)
		}
		if d.Least < d.Most {
			found = append(found, d)
			widest = max(widest, d.Most-d.Least)
		}
	}
	for points := widest; points > 0; points-- {
		for _, d := range found {
			if d.Most-d.Least == points {
				o.Disagreements = append(o.Disagreements, d)
			}
		}
	}
}

// counted is what a criterion adds to the total: 0 where it falls away.
func (r *Result) counted(i int) int {
	if r.fallsAway(i) {
		return 0
	}
	return int(Criterion{r.sheet.set, i}.points(r.sheet.answers[i]))
}

// contest lists the minima on which members differ: for 3, then 4, then 5
// stars, in printed order, cumulative as shortfalls are.
func (o *CouncilOutcome) contest(results []Result) {
	for k := range 3 {
		for i := range o.Set.t.Criteria {
			met := meet(results, i, o.Set.t.Criteria[i].Need[k])
			if met > 0 && met < len(results) {
				o.Contested = append(o.Contested, Contested{Star: 3 + k, Criterion: Criterion{o.Set.t, i}, Met: met, Missed: len(results) - met})
			}
		}
	}
}

// meet counts the members who answer a criterion with at least an option.
func meet(results []Result, i int, need uint8) int {
	met := 0
	for m := range results {
		if results[m].sheet.answers[i] >= need {
			met++
		}
	}
	return met
}

// below tells by bits k which stars 3+k have a minimum that the council misses.
func (c *Council) below(results []Result) uint32 {
	var below uint32
	for k := range 3 {
		for i := range c.Set.t.Criteria {
			if !c.meets(results, i, c.Set.t.Criteria[i].Need[k]) {
				below |= 1 << k
			}
		}
	}
	return below
}

// meets tells whether the council meets a minimum, by its policy
// (reading.CouncilMinima). Where there is none, every answer does.
func (c *Council) meets(results []Result, i int, need uint8) bool {
	switch c.Policy.Minima {
	case MinimaAll:
		return meet(results, i, need) == len(results)
	case MinimaMean:
		sum := 0
		for m := range results {
			sum += results[m].counted(i)
		}
		return sum >= int(Criterion{c.Set.t, i}.points(need))*len(results)
	default:
		return 2*meet(results, i, need) > len(results)
	}
}

// Average is the average total as decimal text of at most two places, cut off
// and never rounded up; "" where there is no member.
func (o *CouncilOutcome) Average() string {
	if o.Count == 0 {
		return ""
	}
	hundredths := o.Sum * 100 / o.Count
	text := strconv.Itoa(hundredths / 100)
	switch rest := hundredths % 100; {
	case rest == 0:
		return text
	case rest%10 == 0:
		return text + "." + strconv.Itoa(rest/10)
	case rest < 10:
		return text + ".0" + strconv.Itoa(rest)
	default:
		return text + "." + strconv.Itoa(rest)
	}
}

// Referral is what becomes of a product that the province sent on for 5 stars.
type Referral string

// What the ministry's council comes to (Article 7.3.e and 7.4).
const (
	ReferralNone       Referral = "not-referred"  // the province's council did not reach 5 stars: reading.PotentialFiveStars
	ReferralRecognised Referral = "recognised"    // the ministry recognises 5 stars
	ReferralReturned   Referral = "returned"      // below 90 points: the province may recognise Star by the ministry's result, or assess by itself
	ReferralUnsettled  Referral = "unsettled"     // 90 points or more and no 5 stars: the decision has no way on from there (reading.FiveStarsNeedMinima, reading.UnderNinety)
	ReferralPending    Referral = "still-pending" // the ministry's council has no result yet
)

// Refer tells what follows when the ministry's council has scored a product
// that the province sent on (Article 7.4): recognised with 5 stars, or, below 90
// points, returned with the star, 3 or 4, that the province may recognise on the
// ministry's result; 0 where that reaches no such star.
func Refer(province, ministry *CouncilOutcome) (r Referral, star int) {
	switch {
	case province.Star != 5:
		return ReferralNone, 0
	case ministry.Status == StatusRejected || ministry.Status == StatusStopped:
		return ReferralReturned, 0
	case ministry.Status != StatusClassified:
		return ReferralPending, 0
	case ministry.Star == 5:
		return ReferralRecognised, 5
	case ministry.Band == 5:
		return ReferralUnsettled, 0
	case ministry.Star >= 3:
		return ReferralReturned, ministry.Star
	default:
		return ReferralReturned, 0
	}
}
