package scoring_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/jsonout"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
	"github.com/ocop-vn/ocop-go/scoring/rubric"
)

// An outcome whole: who lies how far apart from whom, on which criteria, and which
// minima are in dispute; and what a sum could lose before the band falls.
func TestOutcomeWhole(t *testing.T) {
	t.Parallel()
	ten := 10
	c := council(t, 95, 84, 84)
	c.Seats, c.Members[1].Chair, c.Policy.MaxSpread = 5, true, &ten
	o := decide(t, c)
	assert.JSONEq(t, `{"edition":"qd26-2026","set":13,"status":"spread-too-wide","members":[`+
		`{"id":"m1","chair":false,"total":95,"parts":{"A":40,"B":20,"C":35}},`+
		`{"id":"m2","chair":true,"total":84,"parts":{"A":39,"B":15,"C":30}},`+
		`{"id":"m3","chair":false,"total":84,"parts":{"A":39,"B":15,"C":30}}],`+
		`"seats":5,"sum":263,"count":3,"average":"87.66","spread":11,"widest":["m1","m2"],"band":null,"star":null,"authority":null,"margin":null,"gates":[],`+
		`"contested":[{"star":3,"criterion":"5.3","met":1,"missed":2},{"star":4,"criterion":"5.3","met":1,"missed":2},{"star":4,"criterion":"7","met":1,"missed":2},`+
		`{"star":5,"criterion":"5.3","met":1,"missed":2},{"star":5,"criterion":"7","met":1,"missed":2}],`+
		`"pairs":[{"members":["m1","m2"],"points":11},{"members":["m1","m3"],"points":11}],`+
		`"disagreements":[{"criterion":"5.3","points":[0,5]},{"criterion":"7","points":[0,5]},{"criterion":"1.1","points":[2,3]}],"policy":{"maxSpread":10}}`,
		string(o.AppendJSON(nil)))

	c = council(t, 92, 90)
	o = decide(t, c)
	assert.Equal(t, 2, o.Margin, "two points of the sum could be lost")
	assert.Equal(t, []scoring.Pair{{Members: [2]string{"m1", "m2"}, Points: 2}}, o.Pairs, "without a limit the widest alone")
	assert.Contains(t, string(o.AppendJSON(nil)), `"seats":null`)
	assert.Contains(t, string(o.AppendJSON(nil)), `"margin":2`)
	c.Gates = []string{"forged-dossier"}
	o = decide(t, c)
	assert.Contains(t, string(o.AppendJSON(nil)), `"gates":[{"id":"forged-dossier","effect":"reject"`)

	o = decide(t, council(t, 90, 71, 72))
	assert.Equal(t, []scoring.Pair{{Members: [2]string{"m1", "m2"}, Points: 19}}, o.Pairs, "18 points are not the widest")

	same := council(t, 90, 90)
	o = decide(t, same)
	assert.Empty(t, o.Pairs, "nobody lies apart")
	assert.Equal(t, []string{"m1", "m2"}, o.Widest)
	none := 0
	same = council(t, 90, 91, 93)
	same.Policy.MaxSpread = &none
	assert.Equal(t, []scoring.Pair{
		{Members: [2]string{"m1", "m3"}, Points: 3}, {Members: [2]string{"m2", "m3"}, Points: 2}, {Members: [2]string{"m1", "m2"}, Points: 1},
	}, decide(t, same).Pairs, "the widest first")
}

// A minimum is met by more than half of the members (reading.CouncilMinima).
func TestHalfIsNoMajority(t *testing.T) {
	t.Parallel()
	for i, want := range map[int]int{1: 5, 2: 2} {
		c := council(t, 100, 100, 100, 100)
		c.Policy.Minima = "majority"
		for m := range i {
			answer(t, &c.Members[m].Sheet, "1.1", "a")
		}
		assert.Equal(t, want, decide(t, c).Star, "%d of 4 miss a minimum of 3 stars", i)
	}
}

// As many members as a council can have are read, and one more is not, however
// they come; neither are longer ids.
func TestLargestCouncil(t *testing.T) {
	t.Parallel()
	members := func(n int) string {
		list := make([]string, n)
		for i := range list {
			list[i] = fmt.Sprintf(`{"id":"m%d","answers":{}}`, i)
		}
		return `"members":[` + strings.Join(list, ",") + `]`
	}
	const head = `{"edition":"qd26-2026","set":13,`
	for document, want := range map[string]string{
		head + members(100) + `}`:                                                               "",
		head + members(100) + `,"seats":100}`:                                                   "",
		head + members(101) + `}`:                                                               "COUNCIL-05 /members",
		head + members(101) + `,"seats":99}`:                                                    "COUNCIL-05 /members",
		head + members(101) + `,"seats":101}`:                                                   "COUNCIL-07 /seats, COUNCIL-05 /members",
		head + strings.TrimSuffix(members(101), "]") + `,1]}`:                                   "COUNCIL-05 /members",
		head + members(100) + `,"seats":99}`:                                                    "COUNCIL-03 /members",
		head + members(150) + `}`:                                                               "COUNCIL-05 /members",
		head + members(2) + `,"seats":"3"}`:                                                     "JSON-09 /seats",
		head + members(2) + `,"seats":2}`:                                                       "",
		head + members(2) + `,"policy":{"minima":1}}`:                                           "JSON-09 /policy/minima",
		head + members(2) + `,"policy":{"quorum":1}}`:                                           "JSON-09 /policy/quorum",
		head + members(2) + `,"policy":{"maxSpread":"1"}}`:                                      "JSON-09 /policy/maxSpread",
		head + members(2) + `,"gates":[1]}`:                                                     "JSON-09 /gates/0",
		head + `"seats":3}`:                                                                     "JSON-08 , COUNCIL-05 /members",
		head + `"members":[{"id":"` + strings.Repeat("x", 64) + `","answers":{}}]}`:             "",
		head + `"members":[{"id":"` + strings.Repeat("x", 65) + `","answers":{}}]}`:             "COUNCIL-06 /members/0/id",
		head + `"members":[{"id":"a","edition":1,"set":"13","answers":{}}]}`:                    "JSON-09 /members/0/edition, JSON-09 /members/0/set",
		head + `"members":[{"id":"a","answers":{},"name":"` + strings.Repeat("x", 300) + `"}]}`: "",
		head + `"members":[{"id":"a","answers":{},"name":"a\nb"}]}`:                             "SHEET-12 /members/0/name",
		head + `"members":[{"id":"a","answers":{},"gates":[1]}]}`:                               "COUNCIL-10 /members/0/gates",
		head + `"members":[{"id":"a","chair":true,"answers":{}},{"id":"b","answers":{}},{"id":"c","chair":true,"answers":{}}]}`: "COUNCIL-02 /members/2/chair",
	} {
		_, err := scoring.DecodeCouncil([]byte(document), qd26.Edition())
		told := ""
		if err != nil {
			told = strings.Join(found(err), ", ")
		}
		assert.Equal(t, want, told, document[:min(len(document), 300)])
	}
	_, err := scoring.DecodeCouncil([]byte(head+members(101)+`}`), qd26.Edition())
	assert.ErrorContains(t, err, "100")

	by := council(t, 90)
	for i := range 99 {
		by.Members = append(by.Members, scoring.Member{ID: fmt.Sprint(i), Sheet: by.Members[0].Sheet})
	}
	_, err = by.Decide()
	require.NoError(t, err)
	by.Members = append(by.Members, scoring.Member{ID: "one more", Sheet: by.Members[0].Sheet})
	_, err = by.Decide()
	assert.Equal(t, []string{"COUNCIL-05 /members"}, found(err))
	by.Members[100].ID = "0"
	_, err = by.Decide()
	assert.Equal(t, []string{"COUNCIL-05 /members"}, found(err), "what is too many is not looked at")
	by.Members = by.Members[:100]
	by.Members[99].ID = "0"
	_, err = by.Decide()
	assert.Equal(t, []string{"COUNCIL-01 /members/99/id"}, found(err), "and the last one is")
	by.Members = append(by.Members, by.Members[0])
	by.Members[99].ID, by.Seats = "98", 3
	_, err = by.Decide()
	assert.Equal(t, []string{"COUNCIL-05 /members"}, found(err), "that there are more than seats says nothing new")
}

// A member without a story differs from the others by all of what its structure
// gives them, whatever was answered there (reading.NoStoryNoStructure).
func TestDisagreementWithoutAStory(t *testing.T) {
	t.Parallel()
	c := council(t, 100, 100)
	answer(t, &c.Members[0].Sheet, "5.1", "a")
	found := false
	for _, d := range decide(t, c).Disagreements {
		if d.Criterion.Code() == "5.2" {
			found = true
			assert.Equal(t, []int{0, d.Criterion.Max()}, []int{d.Least, d.Most})
		}
	}
	assert.True(t, found)
	c = scoring.Council{Gates: []string{"x"}, Members: []scoring.Member{{ID: "a"}}}
	_, err := c.Decide()
	assert.EqualError(t, err, "SHEET-10 : The sheet belongs to no product set.", "gates of no set are not looked at")
}

// One star is not lost by points, and what is at its lowest does not fall.
func TestSafetyAtTheBottom(t *testing.T) {
	t.Parallel()
	sheet := withTotal(t, 13, 20)
	r := scoring.Score(&sheet)
	require.Equal(t, 1, r.Star)
	safety, ok := r.Safety()
	require.True(t, ok)
	assert.Zero(t, safety.Points)
	assert.Empty(t, safety.Criteria)

	sheet = best(t, 13)
	for _, c := range sheet.Set().Criteria() {
		if c.AllowsNone() {
			answer(t, &sheet, c.Code(), "none")
			r = scoring.Score(&sheet)
			safety, ok = r.Safety()
			require.True(t, ok)
			for _, would := range safety.Criteria {
				assert.NotEqual(t, c.Code(), would.Code(), "none is the lowest")
			}
		}
	}
}

// Each of what may stand beside the answers is kept where it stands alone.
func TestRemarksAlone(t *testing.T) {
	t.Parallel()
	for members, want := range map[string]scoring.Remarks{
		`"about":{"product":"Cà phê"}`: {About: scoring.About{Product: "Cà phê"}},
		`"evidence":{"1.1":["other"]}`: {Evidence: map[string][]string{"1.1": {"other"}}},
		`"notes":{"1.1":"x"}`:          {Notes: map[string]string{"1.1": "x"}},
	} {
		a, err := scoring.DecodeAnnotatedSheet(remarked(members), qd26.Edition())
		require.NoError(t, err)
		assert.Equal(t, want, a.Remarks)
	}
}

// Of the gates that answers ask for, whoever has enough is given no more.
func TestAskedGatesEnd(t *testing.T) {
	t.Parallel()
	asked := 0
	for no := 1; no <= 26; no++ {
		sheet := best(t, no)
		for _, g := range sheet.Set().Gates() {
			if c, ok := sheet.Set().Criterion(g.Criterion); ok {
				answer(t, &sheet, g.Criterion, c.Options()[0].Code)
			}
		}
		r := scoring.Score(&sheet)
		for range r.AskedGates() {
			asked++
			break
		}
	}
	assert.Positive(t, asked)
}

func TestComparisonNeedsBoth(t *testing.T) {
	t.Parallel()
	text := best(t, 13)
	for _, name := range []string{"from", "to"} {
		_, _, err := scoring.DecodeComparison(fmt.Appendf(nil, `{%q:%s}`, name, text.AppendJSON(nil)), qd26.Edition())
		assert.Contains(t, found(err), "JSON-08 ", name)
	}
}

func TestQuorumAsText(t *testing.T) {
	t.Parallel()
	var q scoring.Quorum
	require.NoError(t, json.Unmarshal([]byte(`"3/4"`), &q))
	assert.Equal(t, scoring.Quorum{Of: 3, From: 4}, q)
	assert.ErrorContains(t, json.Unmarshal([]byte(`"4"`), &q), "COUNCIL-07")
	assert.Equal(t, scoring.Quorum{Of: 3, From: 4}, q)
}

// A request's star is 1 to 5, and its costs 0 to 1000, by hand as by JSON.
func TestPlanRequestLimits(t *testing.T) {
	t.Parallel()
	sheet := best(t, 13)
	for star, want := range map[int]string{-1: "PLAN-02 /star", 0: "PLAN-05 ", 1: "", 5: "", 6: "PLAN-02 /star"} {
		q := scoring.NewPlanRequest(sheet, star)
		_, err := scoring.MakePlan(&q)
		assert.Equal(t, want, strings.Join(found(err), ", "), star)
		document := strings.TrimSuffix(string(sheet.AppendJSON(nil)), "}") + fmt.Sprintf(`,"star":%d}`, star)
		_, err = scoring.DecodePlanRequest([]byte(document), 0, qd26.Edition())
		if want != "" {
			want = "PLAN-02 /star" // a star that stands there is one to read, 0 too
		}
		assert.Equal(t, want, strings.Join(found(err), ", "), star)
	}
	for cost, good := range map[int]bool{-1: false, 0: true, 1: true, scoring.MaxCost: true, scoring.MaxCost + 1: false} {
		q := scoring.NewPlanRequest(sheet, 5)
		assert.Equal(t, good, q.SetCost("1.1", cost) == nil, cost)
		document := strings.TrimSuffix(string(sheet.AppendJSON(nil)), "}") + fmt.Sprintf(`,"star":5,"cost":{"1.1":%d}}`, cost)
		_, err := scoring.DecodePlanRequest([]byte(document), 0, qd26.Edition())
		assert.Equal(t, good, err == nil, "%d: %v", cost, err)
	}
}

// What is of no set says nothing, and is null.
func TestOfNoSet(t *testing.T) {
	t.Parallel()
	for _, value := range []any{
		scoring.Sheet{}, scoring.Result{}, scoring.Difference{}, scoring.Safety{}, scoring.Plan{}, scoring.PlanRequest{}, scoring.CouncilOutcome{}, scoring.AnnotatedSheet{},
	} {
		text, err := json.Marshal(value)
		require.NoError(t, err)
		assert.Equal(t, "null", string(text), "%T", value)
	}
	trial, _ := smallEdition(t).Set(7)
	assert.Zero(t, trial.Class(), "a rubric need not name one")
	var set scoring.Set
	assert.Empty(t, set.Bands())
	assert.Zero(t, set.Class())
	assert.Nil(t, set.Source())
	assert.Nil(t, productSet(t, 13).Source())
	assert.IsType(t, &rubric.Rubric{}, trial.Source())
	for _, value := range []interface{ WriteMembers(*jsonout.Writer) }{&scoring.Result{}, &scoring.Plan{}, &scoring.CouncilOutcome{}} {
		var w jsonout.Writer
		w.Open()
		value.WriteMembers(&w)
		w.Close()
		assert.Equal(t, "{}", string(w.Bytes()), "%T", value)
	}
	var c scoring.Criterion
	assert.Empty(t, c.Code())
	criterion, option := c.AppliesUnless()
	assert.Empty(t, criterion+option)
}

// The versions of the rules: one of them is built in (Articles 3.3, 11.2).
func TestEditions(t *testing.T) {
	t.Parallel()
	var list []string
	for _, e := range scoring.Editions() {
		assert.Equal(t, productSet(t, 13).Bands(), e.Bands, e.ID)
		list = append(list, fmt.Sprint(e.ID, " ", e.Parts, " ", e.BuiltIn))
	}
	assert.Equal(t, []string{"qd26-2026 [40 25 35] true", "qd148-2023 [40 25 35] false", "qd1048-2019 [35 25 40] false"}, list)
}

// The ids of kinds of evidence, letter by letter.
func TestLettersOfEvidence(t *testing.T) {
	t.Parallel()
	for id, good := range map[string]bool{"a": true, "z": true, "0": true, "9": true, "`": false, "{": false, "/": false, ":": false} {
		_, err := scoring.DecodeSheet([]byte(`{"edition":"qd26-2026","set":13,"answers":{},"evidence":{"1.1":["`+id+`"]}}`), qd26.Edition())
		assert.Equal(t, good, err == nil, id)
	}
}
