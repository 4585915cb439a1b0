package scoring_test

import (
	"encoding/json"
	"fmt"
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/unicode/norm"

	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/internal/naive"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
	"github.com/ocop-vn/ocop-go/scoring/strictjson/hostile"
)

// council is a council of set 13 with a member for each total.
func council(t *testing.T, totals ...int) scoring.Council {
	t.Helper()
	c := scoring.Council{Set: productSet(t, 13)}
	for i, total := range totals {
		c.Members = append(c.Members, scoring.Member{ID: fmt.Sprintf("m%d", i+1), Sheet: withTotal(t, 13, total)})
	}
	return c
}

func decide(t *testing.T, c scoring.Council) scoring.CouncilOutcome {
	t.Helper()
	o, err := c.Decide()
	require.NoError(t, err)
	return o
}

func TestAverageIsExact(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		totals  []int
		average string
		band    int
	}{
		{[]int{90, 90, 89}, "89.66", 4}, // 269/3 is not 90
		{[]int{90, 91, 89}, "90", 5},    // 270/3 is
		{[]int{90, 90, 90, 90, 90, 90, 90, 90, 90, 90, 89}, "89.9", 4},
		{[]int{89, 90}, "89.5", 4},
		{[]int{70, 69, 71}, "70", 4},
		{[]int{70, 70, 69}, "69.66", 3},
		{[]int{50, 49}, "49.5", 2},
		{[]int{30, 30, 29}, "29.66", 1},
		{[]int{100}, "100", 5},
		{[]int{90, 90, 90, 90, 90, 90, 90, 90, 90, 90, 91}, "90.09", 5},
		{[]int{99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 100}, "99.07", 5},
	} {
		o := decide(t, council(t, c.totals...))
		assert.Equal(t, scoring.StatusClassified, o.Status)
		assert.Equal(t, c.average, o.Average())
		assert.Equal(t, c.band, o.Band, "%v", c.totals)
	}
	assert.Empty(t, (&scoring.CouncilOutcome{}).Average())
}

func TestCouncilStatus(t *testing.T) {
	t.Parallel()
	ten := 10
	c := council(t, 95, 90, 84)
	c.Seats = 4
	c.Policy = scoring.Policy{MaxSpread: &ten, Quorum: scoring.Quorum{Of: 3, From: 4}, ChairRequired: true}
	c.Members[1].Chair = true
	o := decide(t, c)
	assert.Equal(t, scoring.StatusSpreadTooWide, o.Status, "11 points apart")
	assert.Equal(t, []string{"m1", "m3"}, o.Widest)
	assert.Equal(t, []scoring.Pair{{Members: [2]string{"m1", "m3"}, Points: 11}}, o.Pairs)
	assert.Zero(t, o.Band+o.Star+o.Margin)

	require.NoError(t, c.Members[2].Sheet.Answer("1.1", ""))
	assert.Equal(t, scoring.StatusIncomplete, decide(t, c).Status)
	c.Seats = 5
	assert.Equal(t, scoring.StatusNoQuorum, decide(t, c).Status, "3 of 5 are less than 3/4")
	c.Seats, c.Members[1].Chair = 4, false
	assert.Equal(t, scoring.StatusNoQuorum, decide(t, c).Status, "no chair")
	c.Gates = []string{"unacceptable-impurities"}
	assert.Equal(t, scoring.StatusStopped, decide(t, c).Status)
	c.Gates = []string{"unacceptable-impurities", "forged-dossier"}
	o = decide(t, c)
	assert.Equal(t, scoring.StatusRejected, o.Status)
	assert.Equal(t, "forged-dossier", o.Gates[0].ID)

	c = council(t, 95, 85)
	c.Policy.MaxSpread = &ten
	assert.Equal(t, scoring.StatusClassified, decide(t, c).Status, "10 points apart are not over 10")
}

func TestCouncilDerivedGate(t *testing.T) {
	t.Parallel()
	c := scoring.Council{Set: productSet(t, 16)}
	for i := range 4 {
		c.Members = append(c.Members, scoring.Member{ID: string(rune('a' + i)), Sheet: best(t, 16)})
	}
	answer(t, &c.Members[0].Sheet, "6.1", "a")
	answer(t, &c.Members[1].Sheet, "6.2", "a")
	assert.Equal(t, scoring.StatusClassified, decide(t, c).Status, "half of the members is not more than half")
	answer(t, &c.Members[2].Sheet, "6.1", "a")
	o := decide(t, c)
	assert.Equal(t, scoring.StatusStopped, o.Status)
	assert.Equal(t, "zero-sensory-point", o.Gates[0].ID)

	stopped := small(t, "b", "b", "1b", "a")
	o = decide(t, scoring.Council{Set: stopped.Set(), Members: []scoring.Member{{ID: "a", Sheet: stopped}}})
	assert.Equal(t, scoring.StatusStopped, o.Status, "where it is the first of the gates, too")
}

func TestCouncilMinima(t *testing.T) {
	t.Parallel()
	c := scoring.Council{Set: productSet(t, 13)}
	for i := range 5 {
		c.Members = append(c.Members, scoring.Member{ID: string(rune('a' + i)), Sheet: best(t, 13)})
	}
	// 1.5: b is 1 point, c is 2 and starred for 4, d is 3 and starred for 5.
	answer(t, &c.Members[0].Sheet, "1.5", "c")
	answer(t, &c.Members[1].Sheet, "1.5", "b")
	star := func(m scoring.Minima) int {
		c.Policy.Minima = m
		return decide(t, c).Star
	}
	assert.Equal(t, 5, star(""), "3 of 5 are at d")
	assert.Equal(t, 5, star(scoring.MinimaMajority))
	assert.Equal(t, 3, star(scoring.MinimaAll), "one is below c")
	assert.Equal(t, 4, star(scoring.MinimaMean), "12/5 points are at least 2 and less than 3")
	o := decide(t, c)
	var contested []string
	for _, x := range o.Contested {
		contested = append(contested, fmt.Sprintf("%d %s %d %d", x.Star, x.Criterion.Code(), x.Met, x.Missed))
	}
	assert.Equal(t, []string{"4 1.5 4 1", "5 1.5 3 2"}, contested)
	assert.Equal(t, "1.5", o.Disagreements[0].Criterion.Code())
}

func TestRefer(t *testing.T) {
	t.Parallel()
	classified := func(star int) *scoring.CouncilOutcome {
		return &scoring.CouncilOutcome{Status: scoring.StatusClassified, Star: star}
	}
	for _, c := range []struct {
		province, ministry *scoring.CouncilOutcome
		want               scoring.Referral
		star               int
	}{
		{classified(5), classified(5), scoring.ReferralRecognised, 5},
		{classified(5), classified(4), scoring.ReferralReturned, 4},
		{classified(5), classified(3), scoring.ReferralReturned, 3},
		{classified(5), classified(2), scoring.ReferralReturned, 0},
		{classified(5), &scoring.CouncilOutcome{Status: scoring.StatusClassified, Band: 5, Star: 4}, scoring.ReferralUnsettled, 0},
		{classified(5), &scoring.CouncilOutcome{Status: scoring.StatusClassified, Band: 4, Star: 3}, scoring.ReferralReturned, 3},
		{classified(5), &scoring.CouncilOutcome{Status: scoring.StatusRejected}, scoring.ReferralReturned, 0},
		{classified(5), &scoring.CouncilOutcome{Status: scoring.StatusStopped}, scoring.ReferralReturned, 0},
		{classified(5), &scoring.CouncilOutcome{Status: scoring.StatusNoQuorum}, scoring.ReferralPending, 0},
		{classified(4), classified(5), scoring.ReferralNone, 0},
		{&scoring.CouncilOutcome{Status: scoring.StatusIncomplete}, classified(5), scoring.ReferralNone, 0},
	} {
		got, star := scoring.Refer(c.province, c.ministry)
		assert.Equal(t, c.want, got)
		assert.Equal(t, c.star, star)
	}
}

const councilDoc = `{"edition":"qd26-2026","set":13,"seats":11,"members":[{"id":"m1","chair":true,"answers":{"1.1":"a"}}],"policy":{"maxSpread":10,"quorum":"3/4","chairRequired":true,"minima":"all"},"gates":["forged-dossier"]}`

func TestDecodeCouncil(t *testing.T) {
	t.Parallel()
	c, err := scoring.DecodeCouncil([]byte(councilDoc), qd26.Edition())
	require.NoError(t, err)
	assert.Equal(t, 11, c.Seats)
	assert.Equal(t, 10, *c.Policy.MaxSpread)
	assert.Equal(t, "3/4", c.Policy.Quorum.String())
	assert.Equal(t, scoring.MinimaAll, c.Policy.Minima)
	assert.Equal(t, []string{"forged-dossier"}, c.Gates)
	assert.True(t, c.Members[0].Chair)
	assert.Equal(t, "a", c.Members[0].Sheet.Chosen("1.1"))
	permute([]string{`"edition":"qd26-2026"`, `"set":13`, `"members":[{"answers":{"1.1":"a"},"id":"m1"},{"id":"m2","answers":{"1.1":"b"},"set":13,"edition":"qd26-2026"}]`}, func(m []string) {
		c, err := scoring.DecodeCouncil([]byte("{"+strings.Join(m, ",")+"}"), qd26.Edition())
		require.NoError(t, err)
		require.Len(t, c.Members, 2)
		assert.Equal(t, []string{"a", "b"}, []string{c.Members[0].Sheet.Chosen("1.1"), c.Members[1].Sheet.Chosen("1.1")})
	})
}

func TestDecodeCouncilRefuses(t *testing.T) {
	t.Parallel()
	const head = `{"edition":"qd26-2026","set":13,`
	const m1 = `{"id":"m1","answers":{}}`
	many := strings.TrimSuffix(strings.Repeat(`{"id":"m1","answers":{}},`, 101), ",")
	for doc, want := range map[string][]string{
		head + `"members":[]}`: {"COUNCIL-05 /members"},
		head + `"seats":1,"members":[` + m1 + `,{"id":"m2","answers":{}}]}`:                             {"COUNCIL-03 /members"},
		head + `"members":[` + m1 + `,` + m1 + `]}`:                                                     {"COUNCIL-01 /members/1/id"},
		head + `"members":[{"id":"a","chair":true,"answers":{}},{"id":"b","chair":true,"answers":{}}]}`: {"COUNCIL-02 /members/1/chair"},
		head + `"members":[{"id":"a","set":12,"answers":{}},{"id":"b","edition":"x","answers":{}}]}`:    {"COUNCIL-04 /members/0/set", "COUNCIL-04 /members/1/edition"},
		head + `"members":[{"id":"","answers":{"1.1":"z"}}]}`:                                           {"SHEET-03 /members/0/answers/1.1", "COUNCIL-06 /members/0/id"},
		head + `"members":[{"id":"` + strings.Repeat("ắ", 65) + `","answers":{}}]}`:                     {"COUNCIL-06 /members/0/id"},
		head + `"members":[{"id":1,"answers":[],"chair":"yes","star":5}]}`:                              {"JSON-09 /members/0/id", "JSON-09 /members/0/answers", "JSON-09 /members/0/chair", "JSON-07 /members/0/star", "COUNCIL-06 /members/0/id"},
		head + `"members":[{}]}`:                                   {"JSON-08 /members/0", "JSON-08 /members/0", "COUNCIL-06 /members/0/id"},
		head + `"members":[` + m1 + `],"seats":0}`:                 {"COUNCIL-07 /seats"},
		head + `"members":[` + m1 + `],"policy":{"quorum":"3/4"}}`: {"COUNCIL-08 /seats"},
		head + `"members":[` + m1 + `],"seats":3,"policy":{"quorum":"5/4","maxSpread":-1,"minima":"most"}}`:   {"COUNCIL-09 /policy/quorum", "COUNCIL-07 /policy/maxSpread", "COUNCIL-07 /policy/minima"},
		head + `"members":[` + m1 + `],"seats":3,"policy":{"quorum":"03/4","maxSpread":101,"minima":""}}`:     {"COUNCIL-07 /policy/quorum", "COUNCIL-07 /policy/maxSpread", "COUNCIL-07 /policy/minima"},
		head + `"members":[` + m1 + `],"policy":{"quorum":"","chairRequired":1,"max":1}}`:                     {"COUNCIL-07 /policy/quorum", "JSON-09 /policy/chairRequired", "JSON-07 /policy/max"},
		head + `"members":[` + m1 + `],"gates":["x","zero-sensory-point","forged-dossier","forged-dossier"]}`: {"SHEET-06 /gates/0", "SHEET-07 /gates/1", "SHEET-09 /gates/3"},
		head + `"members":[` + m1 + `],"gates":[1,"x","forged-dossier",null,"forged-dossier"]}`:               {"JSON-09 /gates/0", "SHEET-06 /gates/1", "JSON-09 /gates/3", "SHEET-09 /gates/4"},
		`{"edition":"x","set":13,"members":[{"id":"a","edition":"y","answers":{"q":1}}]}`:                     {"SHEET-01 /edition", "JSON-09 /members/0/answers/q"},
		`{"edition":"x","set":13,"members":[],"gates":["x"]}`:                                                 {"SHEET-01 /edition"},
	} {
		_, err := scoring.DecodeCouncil([]byte(doc), qd26.Edition())
		var problems problem.List
		require.ErrorAs(t, err, &problems, doc)
		var have []string
		for _, p := range problems {
			have = append(have, p.Code+" "+p.Path)
		}
		assert.ElementsMatch(t, want, have, doc)
	}
	_, err := scoring.DecodeCouncil([]byte(head+`"members":[`+many+`]}`), qd26.Edition())
	assert.ErrorContains(t, err, "COUNCIL-05")

	c := council(t, 90)
	c.Gates = []string{"zero-sensory-point"}
	_, err = c.Decide()
	assert.ErrorContains(t, err, "SHEET-07 /gates/0")
	c.Gates = nil
	c.Members[0].Sheet = best(t, 12)
	_, err = c.Decide()
	assert.ErrorContains(t, err, "COUNCIL-04")
	c = scoring.Council{Members: []scoring.Member{{ID: "a"}}}
	_, err = c.Decide()
	assert.EqualError(t, err, "SHEET-10 : The sheet belongs to no product set.")
}

// A policy that was filled in by hand is held to the same limits as one that was
// read: a quorum is a share of at most the whole, of numbers from 1 to 1000.
func TestPolicyFilledInByHand(t *testing.T) {
	t.Parallel()
	spread := func(n int) scoring.Policy { return scoring.Policy{MaxSpread: &n} }
	quorum := func(of, from int) scoring.Policy { return scoring.Policy{Quorum: scoring.Quorum{Of: of, From: from}} }
	for _, c := range []struct {
		policy scoring.Policy
		want   string
	}{
		{scoring.Policy{}, ""}, {quorum(1, 1), ""}, {quorum(1, 1000), ""}, {quorum(1000, 1000), ""}, {quorum(3, 4), ""},
		{quorum(4, 3), "COUNCIL-09 /policy/quorum 4/3"}, {quorum(1000, 1), "COUNCIL-09 /policy/quorum 1000/1"},
		{quorum(0, 4), "COUNCIL-07 /policy/quorum 0/4"}, {quorum(-1, 4), "COUNCIL-07 /policy/quorum -1/4"}, {quorum(3, 0), "COUNCIL-07 /policy/quorum 3/0"},
		{quorum(3, -4), "COUNCIL-07 /policy/quorum 3/-4"}, {quorum(1001, 1001), "COUNCIL-07 /policy/quorum 1001/1001"},
		{quorum(1, 1001), "COUNCIL-07 /policy/quorum 1/1001"}, {quorum(1001, 1), "COUNCIL-07 /policy/quorum 1001/1"},
		{spread(0), ""}, {spread(100), ""}, {spread(-1), "COUNCIL-07 /policy/maxSpread -1"}, {spread(101), "COUNCIL-07 /policy/maxSpread 101"},
		{scoring.Policy{Minima: "most"}, "COUNCIL-07 /policy/minima most"},
	} {
		o := council(t, 90)
		o.Seats, o.Policy = 1, c.policy
		_, err := o.Decide()
		have := ""
		var problems problem.List
		if err != nil {
			require.ErrorAs(t, err, &problems)
			require.Len(t, problems, 1)
			p := problems[0].Params
			have = problems[0].Code + " " + problems[0].Path + " " + p[len(p)-1].Value
		}
		assert.Equal(t, c.want, have)
	}
	assert.Empty(t, scoring.Quorum{}.String())
	assert.Equal(t, "0/4", scoring.Quorum{From: 4}.String())
}

func TestParseQuorum(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]scoring.Quorum{"3/4": {Of: 3, From: 4}, "1000/999": {Of: 1000, From: 999}, "9/10": {Of: 9, From: 10}} {
		q, ok := scoring.ParseQuorum(text)
		assert.True(t, ok, text)
		assert.Equal(t, want, q)
		assert.Equal(t, text, q.String())
	}
	for _, text := range []string{"", "/", "3", "3/", "/4", "0/4", "3/0", "03/4", "3/04", "+3/4", "3/+", "3//", "3/:", "3:/4", "1001/1001", "1001/1", "1/1001", "1/10010", "18446744073709551619/4", "3/4/5", " 3/4", "3/4 ", "3.0/4"} {
		q, ok := scoring.ParseQuorum(text)
		assert.False(t, ok, text)
		assert.Zero(t, q, text)
	}
}

// The gates that the council found are no member's: wherever they stand, each
// member's sheet holds the member's answers alone.
func TestGatesOfTheCouncilAreNoMembers(t *testing.T) {
	t.Parallel()
	permute([]string{`"edition":"qd26-2026"`, `"set":13`, `"gates":["forged-dossier"]`, `"members":[{"id":"a","answers":{"1.1":"a"}}]`}, func(m []string) {
		c, err := scoring.DecodeCouncil([]byte("{"+strings.Join(m, ",")+"}"), qd26.Edition())
		require.NoError(t, err)
		sheet := productSet(t, 13).Sheet()
		answer(t, &sheet, "1.1", "a")
		assert.Equal(t, sheet, c.Members[0].Sheet)
		assert.Equal(t, []string{"forged-dossier"}, c.Gates)
	})
	assert.Equal(t, "null", string((&scoring.CouncilOutcome{}).AppendJSON(nil)))
}

// A second reading of the outcome: from the members' naive results, with
// fractions instead of sums and counts.
func TestCouncilAgreesWithNaive(t *testing.T) {
	t.Parallel()
	l := law(t)
	parallel(t, sample(20_000), func(t *testing.T, r *rand.Rand) bool {
		t.Helper()
		base := randomSheet(r, l, 0)
		set := base.Set
		c := scoring.Council{}
		c.Set, _ = qd26.Edition().Set(set)
		var sheets []naive.Sheet
		for i := range 1 + r.IntN(11) {
			s := naive.Sheet{Set: set, Answers: mapsClone(base.Answers)}
			for _, code := range l.Criteria(set) {
				if r.IntN(6) == 0 {
					choices := l.Choices(set, code)
					s.Answers[code] = choices[r.IntN(len(choices))]
				}
			}
			if r.IntN(60) == 0 {
				delete(s.Answers, "1.1")
			}
			sheets = append(sheets, s)
			c.Members = append(c.Members, scoring.Member{ID: fmt.Sprint(i), Chair: i == 2, Sheet: engineSheet(t, s)})
		}
		c.Seats = len(sheets) + r.IntN(4)
		if r.IntN(2) == 0 {
			spread := r.IntN(30)
			c.Policy.MaxSpread = &spread
		}
		if r.IntN(2) == 0 {
			c.Policy.Quorum = scoring.Quorum{Of: 1 + r.IntN(4), From: 4}
		}
		c.Policy.ChairRequired = r.IntN(3) == 0
		c.Policy.Minima = []scoring.Minima{"", scoring.MinimaMajority, scoring.MinimaAll, scoring.MinimaMean}[r.IntN(4)]
		o, err := c.Decide()
		require.NoError(t, err)
		var got map[string]any
		require.NoError(t, json.Unmarshal(o.AppendJSON(nil), &got))
		want := naiveCouncil(l, c, sheets)
		for name, value := range want {
			if !assert.Equal(t, value, got[name], "%s of %s", name, o.AppendJSON(nil)) {
				return false
			}
		}
		return true
	})
}

func naiveCouncil(l *naive.Law, c scoring.Council, sheets []naive.Sheet) map[string]any {
	n := int64(len(sheets))
	sum, least, most, stopped, unanswered, chair := 0, 100, 0, 0, false, false
	contested := []any{}
	met := map[string]int{} // star and criterion to members who meet it
	need := map[string]string{}
	points := map[string]int{} // criterion to points of all members
	for i, s := range sheets {
		r := l.Score(s)
		sum += r.Total
		least, most = min(least, r.Total), max(most, r.Total)
		if r.Status == "stopped" {
			stopped++
		}
		unanswered = unanswered || len(r.Unanswered) > 0
		chair = chair || c.Members[i].Chair
		for _, code := range l.Criteria(s.Set) {
			one := l.Score(naive.Sheet{Set: s.Set, Answers: map[string]string{code: s.Answers[code]}})
			if code != "5.2" || len(r.NotApplicable) == 0 {
				points[code] += one.Total
			}
		}
		for star := 3; star <= 5; star++ {
			for _, empty := range l.Score(naive.Sheet{Set: s.Set}).Shortfalls {
				if empty.Star == star {
					k := fmt.Sprint(star, " ", empty.Criterion)
					need[k] = empty.Need
					met[k]++
				}
			}
		}
		for _, short := range r.Shortfalls {
			met[fmt.Sprint(short.Star, " ", short.Criterion)]--
		}
	}
	missed := map[int]bool{}
	for star := 3; star <= 5; star++ {
		for _, code := range l.Criteria(sheets[0].Set) {
			k := fmt.Sprint(star, " ", code)
			if need[k] == "" {
				continue
			}
			if met[k] > 0 && met[k] < len(sheets) {
				contested = append(contested, map[string]any{"star": float64(star), "criterion": code, "met": float64(met[k]), "missed": float64(len(sheets) - met[k])})
			}
			worth := l.Score(naive.Sheet{Set: sheets[0].Set, Answers: map[string]string{code: need[k]}}).Total
			ok := false
			switch c.Policy.Minima {
			case scoring.MinimaAll:
				ok = met[k] == len(sheets)
			case scoring.MinimaMean:
				ok = big.NewRat(int64(points[code]), n).Cmp(big.NewRat(int64(worth), 1)) >= 0
			default:
				ok = big.NewRat(int64(met[k]), n).Cmp(big.NewRat(1, 2)) > 0
			}
			if !ok {
				missed[star] = true
			}
		}
	}
	average := big.NewRat(int64(sum), n)
	status := "classified"
	q := c.Policy.Quorum
	switch {
	case 2*stopped > len(sheets):
		status = "stopped"
	case q.From > 0 && big.NewRat(n, int64(c.Seats)).Cmp(big.NewRat(int64(q.Of), int64(q.From))) < 0, c.Policy.ChairRequired && !chair:
		status = "no-quorum"
	case unanswered:
		status = "incomplete"
	case c.Policy.MaxSpread != nil && most-least > *c.Policy.MaxSpread:
		status = "spread-too-wide"
	}
	want := map[string]any{
		"status": status, "sum": float64(sum), "count": float64(n), "spread": float64(most - least), "contested": contested,
		"band": nil, "star": nil, "authority": nil,
	}
	if status != "classified" {
		return want
	}
	band := 1
	for _, at := range []struct{ star, from int }{{2, 30}, {3, 50}, {4, 70}, {5, 90}} {
		if average.Cmp(big.NewRat(int64(at.from), 1)) >= 0 {
			band = at.star
		}
	}
	star := band
	for k := 5; k >= 3; k-- {
		if star >= k && missed[k] {
			star = k - 1
		}
	}
	want["band"], want["star"] = float64(band), float64(star)
	if star >= 3 {
		want["authority"] = "province"
	}
	if star == 5 {
		want["authority"] = "ministry"
	}
	return want
}

func BenchmarkCouncilOf11(b *testing.B) {
	c := scoring.Council{Set: productSet(b, 13), Seats: 11}
	for i := range 11 {
		sheet := best(b, 13)
		answer(b, &sheet, "1.5", []string{"a", "b", "c", "d"}[i%4], "4.1", []string{"a", "d"}[i%2])
		c.Members = append(c.Members, scoring.Member{ID: fmt.Sprint(i), Chair: i == 0, Sheet: sheet})
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := c.Decide(); err != nil {
			b.Fatal(err)
		}
	}
}

// Whatever comes in as a plan's request or a council, there is an answer or
// problems, and never both.
func FuzzDecodeRequests(f *testing.F) {
	f.Add([]byte(councilDoc))
	f.Add([]byte(`{"policy":{"quorum":"1/2","minima":"mean","maxSpread":0},"seats":2,"members":[{"answers":{},"id":"a"},{"id":"b","answers":{"6.1":"a"}}],"set":16,"edition":"qd26-2026"}`))
	sheet := productSet(f, 26).Sheet()
	for _, c := range sheet.Set().Criteria() {
		answer(f, &sheet, c.Code(), c.Options()[0].Code)
	}
	doc := string(sheet.AppendJSON(nil))
	f.Add([]byte(doc[:len(doc)-1] + `,"star":5,"locked":["1.1","8"],"cost":{"3.5":1000,"4.1":0}}`))
	f.Add([]byte(`{"to":` + doc + `,"from":{"set":26,"edition":"qd26-2026","answers":{}}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		hostile.Ceilings().Check(t, data, func(data []byte) []byte {
			_, planErr := scoring.DecodePlanRequest(data, 0, qd26.Edition())
			_, councilErr := scoring.DecodeCouncil(data, qd26.Edition())
			_, _, compareErr := scoring.DecodeComparison(data, qd26.Edition())
			return append(append(written(planErr), written(councilErr)...), written(compareErr)...)
		})
		if q, err := scoring.DecodePlanRequest(data, 0, qd26.Edition()); err == nil {
			p, err := scoring.MakePlan(&q)
			require.NoError(t, err)
			require.Equal(t, p.Reachable, len(p.BlockedBy) == 0)
			require.True(t, json.Valid(p.AppendJSON(nil)))
		}
		if from, to, err := scoring.DecodeComparison(data, qd26.Edition()); err == nil {
			d, err := scoring.Compare(&from, &to)
			require.Equal(t, from.Set() == to.Set(), err == nil)
			require.True(t, json.Valid(d.AppendJSON(nil)))
		}
		c, err := scoring.DecodeCouncil(data, qd26.Edition())
		if err != nil {
			require.Equal(t, scoring.Council{}, c)
			return
		}
		o, err := c.Decide()
		require.NoError(t, err)
		require.NotEmpty(t, o.Status)
		require.Equal(t, o.Status == scoring.StatusClassified, o.Star != 0)
		require.True(t, json.Valid(o.AppendJSON(nil)))
	})
}

// One person is one member, however the name is written: in composed or
// decomposed letters, with or without spaces at its edges.
func TestOneMemberInTwoWritings(t *testing.T) {
	t.Parallel()
	for _, ids := range [][2]string{{"Nguyễn", norm.NFD.String("Nguyễn")}, {"m1", "m1 "}, {"\u00a0m1", "m1\t"}, {"\ufeffĐỗ", "Đỗ"}, {" ", "\u3000"}} {
		for _, order := range [][2]int{{0, 1}, {1, 0}} {
			c := scoring.Council{Set: productSet(t, 13)}
			for _, i := range order {
				c.Members = append(c.Members, scoring.Member{ID: ids[i], Sheet: best(t, 13)})
			}
			_, err := c.Decide()
			var problems problem.List
			require.ErrorAs(t, err, &problems, "%q", ids)
			require.Len(t, problems, 1)
			assert.Equal(t, "COUNCIL-01 /members/1/id", problems[0].Code+" "+problems[0].Path)
		}
	}
	c := scoring.Council{Set: productSet(t, 13), Members: []scoring.Member{{ID: "m1", Sheet: best(t, 13)}, {ID: "M1", Sheet: best(t, 13)}, {ID: "Nguyen", Sheet: best(t, 13)}, {ID: "Nguyễn", Sheet: best(t, 13)}}}
	_, err := c.Decide()
	assert.NoError(t, err)
}
