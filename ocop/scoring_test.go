package ocop_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/ocop"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
	"github.com/ocop-vn/ocop-go/scoring/qd26/words"
	"github.com/ocop-vn/ocop-go/scoring/rubric"
)

// What sheets, plans and councils come to, through the library's door: each
// rule at its very edge, and one step over it.

// full answers every criterion of a set with its last option, but those named.
func full(t testing.TB, no int, pairs ...string) scoring.Sheet {
	t.Helper()
	set, ok := qd26.Edition().Set(no)
	require.True(t, ok)
	sheet := set.Sheet()
	for _, c := range set.Criteria() {
		options := c.Options()
		require.NoError(t, sheet.Answer(c.Code(), options[len(options)-1].Code))
	}
	for i := 0; i < len(pairs); i += 2 {
		require.NoError(t, sheet.Answer(pairs[i], pairs[i+1]))
	}
	return sheet
}

// worth is a sheet of set 13 with a total: each criterion in turn falls as far
// as the total asks for.
func worth(t testing.TB, total int) scoring.Sheet {
	t.Helper()
	sheet := full(t, 13)
	for _, c := range sheet.Set().Criteria() {
		codes := []string{}
		if c.AllowsNone() {
			codes = append(codes, scoring.NoneCode)
		}
		for _, o := range c.Options() {
			codes = append(codes, o.Code)
		}
		for _, code := range codes {
			fallen := sheet
			require.NoError(t, fallen.Answer(c.Code(), code))
			if scoring.Score(&fallen).Total >= total {
				sheet = fallen
				break
			}
		}
	}
	require.Equal(t, total, scoring.Score(&sheet).Total)
	return sheet
}

// with is a sheet's document with further members.
func with(sheet scoring.Sheet, members string) []byte {
	doc := sheet.AppendJSON(nil)
	return append(doc[:len(doc)-1], members+"}"...)
}

// councilOf is the document of a council whose members are m1, m2 …
func councilOf(members string, sheets ...scoring.Sheet) []byte {
	list := make([]string, len(sheets))
	for i := range sheets {
		list[i] = fmt.Sprintf(`{"id":"m%d",%s`, i+1, sheets[i].AppendJSON(nil)[1:])
	}
	set := sheets[0].Set()
	return fmt.Appendf(nil, `{"edition":%q,"set":%d%s,"members":[%s]}`, set.Edition(), set.No(), members, strings.Join(list, ","))
}

// places are the problems of an error, each as its code and its place.
func places(t testing.TB, err error) (list []string) {
	t.Helper()
	if err == nil {
		return nil
	}
	var problems problem.List
	require.ErrorAs(t, err, &problems)
	for _, p := range problems {
		list = append(list, p.Code+" "+p.Path)
	}
	return list
}

// The band is read off the total (Article 3.3), each at its least and one point below.
func TestBandsOfASheet(t *testing.T) {
	t.Parallel()
	for total, band := range map[int]int{0: 1, 29: 1, 30: 2, 49: 2, 50: 3, 69: 3, 70: 4, 89: 4, 90: 5, 100: 5} {
		e := evaluate(t, string(with(worth(t, total), "")))
		assert.Equal(t, []int{total, band}, []int{e.Result.Total, e.Result.Band})
		assert.LessOrEqual(t, e.Result.Star, band)
		p := e.Result.Parts
		assert.Equal(t, total, p.A+p.B+p.C)
		council := decided(t, councilOf("", worth(t, total)))
		assert.Equal(t, []any{float64(band), float64(e.Result.Star)}, []any{council["band"], council["star"]}, "a council of one says the same")
	}
}

// What a star asks for beside its points (Appendix II, the star marks), who
// recognises it (Article 4.1), and what keeps a sheet from having any.
func TestStarsOfASheet(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		doc       string
		status    scoring.Status
		star      int
		authority scoring.Authority
	}{
		"every minimum met":              {string(with(full(t, 13), "")), scoring.StatusClassified, 5, scoring.AuthorityMinistry},
		"at the minimum of 5 stars":      {string(with(full(t, 13, "2.3", "c"), "")), scoring.StatusClassified, 5, scoring.AuthorityMinistry},
		"below the minimum of 5 stars":   {string(with(full(t, 13, "7", "c"), "")), scoring.StatusClassified, 4, scoring.AuthorityProvince},
		"below the minimum of 4 stars":   {string(with(full(t, 13, "7", "b"), "")), scoring.StatusClassified, 3, scoring.AuthorityProvince},
		"below the minimum of 3 stars":   {string(with(full(t, 13, "8", "none"), "")), scoring.StatusClassified, 2, ""},
		"4 stars' minimum missed for 5":  {string(with(full(t, 13, "2.3", "a"), "")), scoring.StatusClassified, 3, scoring.AuthorityProvince},
		"one criterion unanswered":       {string(with(full(t, 13, "11", ""), "")), scoring.StatusIncomplete, 0, ""},
		"no story, 5.2 unanswered":       {string(with(full(t, 13, "5.1", "a", "5.2", ""), "")), scoring.StatusClassified, 3, scoring.AuthorityProvince},
		"a story, 5.2 unanswered":        {string(with(full(t, 13, "5.2", ""), "")), scoring.StatusIncomplete, 0, ""},
		"a gate that rejects":            {string(with(full(t, 13), `,"gates":["forged-dossier"]`)), scoring.StatusRejected, 0, ""},
		"a gate that stops":              {string(with(full(t, 13), `,"gates":["unacceptable-impurities"]`)), scoring.StatusStopped, 0, ""},
		"both, and a criterion is open":  {string(with(full(t, 13, "1.1", ""), `,"gates":["unacceptable-impurities","forged-dossier"]`)), scoring.StatusRejected, 0, ""},
		"0 points for a sensory one":     {string(with(full(t, 16, "6.1", "a"), "")), scoring.StatusStopped, 0, ""},
		"the least above":                {string(with(full(t, 16, "6.1", "b"), "")), scoring.StatusClassified, 5, scoring.AuthorityMinistry},
		"the same where no gate follows": {string(with(full(t, 13, "6.1.1", "a"), "")), scoring.StatusClassified, 5, scoring.AuthorityMinistry},
	} {
		e := evaluate(t, c.doc)
		r := e.Result
		assert.Equal(t, []any{c.status, c.star, c.authority}, []any{r.Status, r.Star, r.Authority}, name)
	}
}

// decided is the outcome of a council's document as others read it.
func decided(t testing.TB, document []byte) map[string]any {
	t.Helper()
	s, err := (&ocop.Library{}).Decide(document)
	require.NoError(t, err)
	var m map[string]any
	require.NoError(t, json.Unmarshal(s.Outcome.AppendJSON(nil), &m))
	return m
}

// Who lies how far apart from whom (the council's own rules; the decision leaves
// them open): a pair counts whoever of the two gave more, the widest pair comes
// first, and one that lies just as far apart as the policy allows is not told.
func TestPairsFurtherApartThanAllowed(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		policy string
		totals []int
		status string
		widest string
		pairs  string
	}{
		{``, []int{90}, "classified", "", ""},
		{``, []int{90, 90}, "classified", "m1 m2", ""}, // equal totals: the first pair, and nothing to discuss
		{``, []int{90, 90, 91}, "classified", "m1 m3", "m1 m3 1, m2 m3 1"},
		{``, []int{84, 95}, "classified", "m1 m2", "m1 m2 11"}, // the second is higher
		{``, []int{95, 84}, "classified", "m1 m2", "m1 m2 11"},
		{``, []int{84, 90, 95}, "classified", "m1 m3", "m1 m3 11"},
		{``, []int{84, 85, 95}, "classified", "m1 m3", "m1 m3 11"}, // only the widest, where nothing is too wide
		{`10`, []int{84, 95}, "spread-too-wide", "m1 m2", "m1 m2 11"},
		{`10`, []int{95, 84}, "spread-too-wide", "m1 m2", "m1 m2 11"},
		{`11`, []int{84, 95}, "classified", "m1 m2", ""},
		{`5`, []int{84, 95, 90}, "spread-too-wide", "m1 m2", "m1 m2 11, m1 m3 6"},
		{`0`, []int{84, 95, 90, 84}, "spread-too-wide", "m1 m2", "m1 m2 11, m2 m4 11, m1 m3 6, m3 m4 6, m2 m3 5"},
		{`0`, []int{90, 90}, "classified", "m1 m2", ""},
		{`99`, []int{0, 100}, "spread-too-wide", "m1 m2", "m1 m2 100"},
		{`100`, []int{0, 100}, "classified", "m1 m2", ""}, // nobody can lie further apart
	} {
		sheets := make([]scoring.Sheet, len(c.totals))
		for i, total := range c.totals {
			sheets[i] = worth(t, total)
		}
		policy := ""
		if c.policy != "" {
			policy = `,"policy":{"maxSpread":` + c.policy + `}`
		}
		m := decided(t, councilOf(policy, sheets...))
		name := fmt.Sprint(c.policy, " ", c.totals)
		assert.Equal(t, c.status, m["status"], name)
		var widest, pairs []string
		for _, id := range m["widest"].([]any) {
			widest = append(widest, id.(string))
		}
		for _, p := range m["pairs"].([]any) {
			p := p.(map[string]any)
			ids := p["members"].([]any)
			pairs = append(pairs, fmt.Sprintf("%s %s %v", ids[0], ids[1], p["points"]))
		}
		assert.Equal(t, c.widest, strings.Join(widest, " "), name)
		assert.Equal(t, c.pairs, strings.Join(pairs, ", "), name)
	}
}

// What a council's document may say, at the edge and over it.
func TestEdgesOfACouncil(t *testing.T) {
	t.Parallel()
	sheet := worth(t, 90)
	answers := string(sheet.AppendJSON(nil)[1:])
	named := func(id string) string { return `{"id":"` + id + `",` + answers }
	blank := func(n int) string {
		list := make([]string, n)
		for i := range list {
			list[i] = fmt.Sprintf(`{"id":"m%d","answers":{}}`, i)
		}
		return strings.Join(list, ",")
	}
	for name, c := range map[string]struct {
		members, more string
		want          []string
	}{
		"an id of 64 letters":       {named(strings.Repeat("ắ", 64)), ``, nil},
		"an id of 65 letters":       {named(strings.Repeat("ắ", 65)), ``, []string{"COUNCIL-06 /members/0/id"}},
		"an id of 1 letter":         {named("a"), ``, nil},
		"an id of no letter":        {named(""), ``, []string{"COUNCIL-06 /members/0/id"}},
		"a spread of 0":             {named("a"), `,"policy":{"maxSpread":0}`, nil},
		"a spread below 0":          {named("a"), `,"policy":{"maxSpread":-1}`, []string{"COUNCIL-07 /policy/maxSpread"}},
		"a spread of 100":           {named("a"), `,"policy":{"maxSpread":100}`, nil},
		"a spread of 101":           {named("a"), `,"policy":{"maxSpread":101}`, []string{"COUNCIL-07 /policy/maxSpread"}},
		"a quorum of all":           {named("a"), `,"seats":1,"policy":{"quorum":"1/1"}`, nil},
		"a quorum over all":         {named("a"), `,"seats":1,"policy":{"quorum":"2/1"}`, []string{"COUNCIL-09 /policy/quorum"}},
		"a quorum of 1000":          {named("a"), `,"seats":1,"policy":{"quorum":"1000/1000"}`, nil},
		"a quorum of 1001":          {named("a"), `,"seats":1,"policy":{"quorum":"1000/1001"}`, []string{"COUNCIL-07 /policy/quorum"}},
		"a quorum over 10,000":      {named("a"), `,"seats":1,"policy":{"quorum":"1/10010"}`, []string{"COUNCIL-07 /policy/quorum"}},
		"a quorum of nothing":       {named("a"), `,"seats":1,"policy":{"quorum":"/4"}`, []string{"COUNCIL-07 /policy/quorum"}},
		"a quorum with a letter":    {named("a"), `,"seats":1,"policy":{"quorum":"1:/4"}`, []string{"COUNCIL-07 /policy/quorum"}},
		"a quorum with a sign":      {named("a"), `,"seats":1,"policy":{"quorum":"1/+4"}`, []string{"COUNCIL-07 /policy/quorum"}},
		"a quorum of 9/9":           {named("a"), `,"seats":1,"policy":{"quorum":"9/9"}`, nil},
		"1 seat":                    {named("a"), `,"seats":1`, nil},
		"no seat":                   {named("a"), `,"seats":0`, []string{"COUNCIL-07 /seats"}},
		"100 seats":                 {named("a"), `,"seats":100`, nil},
		"101 seats":                 {named("a"), `,"seats":101`, []string{"COUNCIL-07 /seats"}},
		"as many members as seats":  {blank(2), `,"seats":2`, nil},
		"more members than seats":   {blank(3), `,"seats":2`, []string{"COUNCIL-03 /members"}},
		"100 members":               {blank(100), ``, nil},
		"101 members":               {blank(101), ``, []string{"COUNCIL-05 /members"}},
		"101 members for 100 seats": {blank(101), `,"seats":100`, []string{"COUNCIL-05 /members"}},
		"100 members for 99 seats":  {blank(100), `,"seats":99`, []string{"COUNCIL-03 /members"}},
		"the 100th member is there": {blank(99) + "," + named("m0"), ``, []string{"COUNCIL-01 /members/99/id"}},
		"the 101st is not judged":   {blank(100) + "," + named("m0"), ``, []string{"COUNCIL-05 /members"}},
		"the 102nd is not read":     {blank(101) + `,{"id":1}`, ``, []string{"COUNCIL-05 /members"}},
		"no members":                {``, ``, []string{"COUNCIL-05 /members"}},
		"a quorum of a sign":        {named("a"), `,"seats":1,"policy":{"quorum":"3/+"}`, []string{"COUNCIL-07 /policy/quorum"}},
		"a quorum of a slash":       {named("a"), `,"seats":1,"policy":{"quorum":"3//"}`, []string{"COUNCIL-07 /policy/quorum"}},
		"a quorum beyond all":       {named("a"), `,"seats":1,"policy":{"quorum":"18446744073709551619/4"}`, []string{"COUNCIL-07 /policy/quorum"}},
		"seats in words":            {blank(2), `,"seats":"x"`, []string{"JSON-09 /seats"}},
		"a quorum in a number":      {named("a"), `,"seats":1,"policy":{"quorum":1}`, []string{"JSON-09 /policy/quorum"}},
		"minima in a number":        {named("a"), `,"policy":{"minima":1}`, []string{"JSON-09 /policy/minima"}},
		"a set in words":            {`{"id":"a","edition":1,"set":"x","answers":{}}`, ``, []string{"JSON-09 /members/0/edition", "JSON-09 /members/0/set"}},

		// Of a member that stands twice the last counts, and nothing that only the first says is judged.
		"seats, then none":           {blank(2), `,"seats":1,"seats":"x"`, []string{"JSON-06 /seats", "JSON-09 /seats"}},
		"a policy, then none":        {named("a"), `,"policy":{"maxSpread":-1,"minima":"most","quorum":"5/4"},"policy":{}`, []string{"JSON-06 /policy"}},
		"a spread, then none":        {named("a"), `,"policy":{"maxSpread":-1,"maxSpread":"x"}`, []string{"JSON-06 /policy/maxSpread", "JSON-09 /policy/maxSpread"}},
		"a quorum, then none":        {named("a"), `,"policy":{"quorum":"5/4","quorum":1}`, []string{"JSON-06 /policy/quorum", "JSON-09 /policy/quorum"}},
		"minima, then none":          {named("a"), `,"policy":{"minima":"most","minima":1}`, []string{"JSON-06 /policy/minima", "JSON-09 /policy/minima"}},
		"gates, then others":         {named("a"), `,"gates":["x"],"gates":["forged-dossier"]`, []string{"JSON-06 /gates"}},
		"members, then others":       {`{"id":""}],"members":[` + named("a"), ``, []string{"JSON-06 /members"}},
		"a chair, then a member":     {`{"id":"a","chair":true,"answers":{}},{"id":"b","answers":{}}`, ``, nil},
		"a chair, a member, a chair": {`{"id":"a","chair":true,"answers":{}},{"id":"b","answers":{}},{"id":"c","chair":true,"answers":{}}`, ``, []string{"COUNCIL-02 /members/2/chair"}},
	} {
		doc := `{"edition":"qd26-2026","set":13` + c.more + `,"members":[` + c.members + `]}`
		_, err := (&ocop.Library{}).Decide([]byte(doc))
		assert.ElementsMatch(t, c.want, places(t, err), name)
	}
	_, err := (&ocop.Library{}).Decide([]byte(`{"edition":"qd26-2026","set":13}`))
	assert.Equal(t, []string{"JSON-08 ", "COUNCIL-05 /members"}, places(t, err))
	assert.ErrorContains(t, err, "There must be 1 to 100 members.")
}

// How many must be there (the council's own rules): a share is met when exactly
// that many are present, and the chair counts only where it is asked for.
func TestQuorum(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		present, seats int
		policy, want   string
	}{
		{3, 4, `"quorum":"3/4"`, "classified"},
		{2, 4, `"quorum":"3/4"`, "no-quorum"},
		{2, 3, `"quorum":"2/3"`, "classified"},
		{7, 9, `"quorum":"3/4"`, "classified"},
		{6, 9, `"quorum":"3/4"`, "no-quorum"},
		{1, 100, `"chairRequired":false`, "classified"},
		{1, 100, `"chairRequired":true`, "no-quorum"},
	} {
		sheets := make([]scoring.Sheet, c.present)
		for i := range sheets {
			sheets[i] = full(t, 13)
		}
		m := decided(t, councilOf(fmt.Sprintf(`,"seats":%d,"policy":{%s}`, c.seats, c.policy), sheets...))
		assert.Equal(t, []any{c.want, float64(c.seats)}, []any{m["status"], m["seats"]}, "%d of %d, %s", c.present, c.seats, c.policy)
	}
}

// When a council meets a minimum (Appendix II, the star marks; how, is left to
// its own rules): set 13's 7 c, 3 points, is starred for 4, d, 5 points, for 5.
func TestMinimaOfACouncil(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		minima  string
		answers string
		star    float64
	}{
		{"majority", "ddd", 5},
		{"majority", "ddc", 5},
		{"majority", "dc", 4}, // half is not more than half
		{"majority", "cb", 3},
		{"all", "dd", 5},
		{"all", "ddc", 4},
		{"all", "ccb", 3},
		{"mean", "dd", 5},
		{"mean", "ddc", 4}, // 13/3 points are less than 5
		{"mean", "db", 4},  // 6/2 points are 3
		{"mean", "cb", 3},  // 4/2 points are less
	} {
		var sheets []scoring.Sheet
		for _, option := range c.answers {
			sheets = append(sheets, full(t, 13, "7", string(option)))
		}
		m := decided(t, councilOf(`,"policy":{"minima":"`+c.minima+`"}`, sheets...))
		assert.Equal(t, []any{5.0, c.star}, []any{m["band"], m["star"]}, "%s %s", c.minima, c.answers)
	}
}

// Of the minima of a council those are contested that some meet and others
// miss, and those criteria are in disagreement on which points differ: by whole
// steps, the widest first. Where a criterion falls away it gives no points.
func TestWhatACouncilDiscusses(t *testing.T) {
	t.Parallel()
	all := func(sheets ...scoring.Sheet) string {
		m := decided(t, councilOf("", sheets...))
		data, err := json.Marshal([]any{m["contested"], m["disagreements"]})
		require.NoError(t, err)
		return string(data)
	}
	assert.Equal(t, `[[],[]]`, all(full(t, 13), full(t, 13)))
	assert.Equal(t, `[[],[]]`, all(full(t, 13, "7", "a"), full(t, 13, "7", "a")), "all miss it")
	assert.Equal(t, `[[],[{"criterion":"1.7","points":[0,1]}]]`, all(full(t, 13), full(t, 13, "1.7", "a")), "no star hangs on 1.7")
	assert.Equal(t, `[[{"criterion":"7","met":1,"missed":1,"star":5}],`+
		`[{"criterion":"7","points":[3,5]},{"criterion":"1.7","points":[0,1]}]]`, all(full(t, 13), full(t, 13, "1.7", "a", "7", "c")))
	assert.Equal(t, `[[{"criterion":"5.1","met":2,"missed":1,"star":4},{"criterion":"5.1","met":2,"missed":1,"star":5}],`+
		`[{"criterion":"5.1","points":[0,5]},{"criterion":"5.2","points":[0,2]}]]`, all(full(t, 13), full(t, 13, "5.1", "a"), full(t, 13)), "without a story 5.2 gives nothing")
}

// The gate that follows from a sheet's answers (set 16: 0 points for a sensory
// criterion stops the assessment) stands for the council when more than half of
// its members say so; for a set without such a gate nothing does.
func TestDerivedGateOfACouncil(t *testing.T) {
	t.Parallel()
	zero, one := full(t, 16, "6.1", "a"), full(t, 16, "6.1", "b")
	for _, c := range []struct {
		sheets []scoring.Sheet
		status string
		gates  int
	}{
		{[]scoring.Sheet{zero}, "stopped", 1},
		{[]scoring.Sheet{one}, "classified", 0},
		{[]scoring.Sheet{zero, one}, "classified", 0},
		{[]scoring.Sheet{zero, one, zero}, "stopped", 1},
		{[]scoring.Sheet{full(t, 13, "6.1.1", "a")}, "classified", 0},
	} {
		m := decided(t, councilOf("", c.sheets...))
		assert.Equal(t, c.status, m["status"])
		assert.Len(t, m["gates"], c.gates)
	}

	// Where it is the only gate of a rubric that was loaded, it stands all the same.
	r := words.Rubric()
	r.Edition = "of-ours"
	r.Sets[15].Gates = slices.DeleteFunc(r.Sets[15].Gates, func(g rubric.Gate) bool { return g.ZeroPointsAt == nil })
	l, err := ocop.NewLibrary(r)
	require.NoError(t, err)
	doc := strings.ReplaceAll(string(councilOf("", zero)), "qd26-2026", "of-ours")
	s, err := l.Decide([]byte(doc))
	require.NoError(t, err)
	assert.Equal(t, scoring.StatusStopped, s.Outcome.Status)
	assert.Len(t, s.Outcome.Gates, 1)
}

// The margin is what the sum could lose and the band would stand (Article 3.3),
// the average is cut off and never rounded up.
func TestMarginAndAverage(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		totals  []int
		average string
		margin  float64
	}{
		{[]int{90, 90}, "90", 0}, {[]int{95, 92}, "93.5", 7}, {[]int{89, 90}, "89.5", 39}, {[]int{29}, "29", 29}, {[]int{0}, "0", 0}, {[]int{0, 0, 1}, "0.33", 1},
		{[]int{99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 100}, "99.08", 109}, {[]int{91, 91, 91, 91, 91, 91, 91, 91, 91, 92}, "91.1", 11},
		{[]int{90, 90, 90, 90, 90, 90, 90, 90, 90, 90, 91}, "90.09", 1},
	} {
		var sheets []scoring.Sheet
		for _, total := range c.totals {
			sheets = append(sheets, worth(t, total))
		}
		m := decided(t, councilOf("", sheets...))
		assert.Equal(t, []any{c.average, c.margin}, []any{m["average"], m["margin"]}, "%v", c.totals)
		for i, total := range c.totals {
			assert.Equal(t, float64(total), m["members"].([]any)[i].(map[string]any)["total"])
		}
	}
}

// A plan's star is 1 to 5 and a change costs 0 to 1000, in the document and by the API.
func TestEdgesOfAPlan(t *testing.T) {
	t.Parallel()
	sheet := full(t, 13, "7", "c")
	for star := range 8 {
		star-- // from -1
		_, err := (&ocop.Library{}).Plan(sheet.AppendJSON(nil), star, 0)
		_, inside := (&ocop.Library{}).Plan(with(sheet, fmt.Sprintf(`,"star":%d`, star)), 0, 0)
		switch {
		case star == 0:
			assert.Equal(t, []string{"PLAN-05 "}, places(t, err))
			assert.Equal(t, []string{"PLAN-02 /star"}, places(t, inside))
		case star < 1 || star > 5:
			assert.Equal(t, []string{"PLAN-02 /star"}, places(t, err), star)
			assert.Equal(t, []string{"PLAN-02 /star"}, places(t, inside), star)
		default:
			assert.NoError(t, err, star)
			assert.NoError(t, inside, star)
		}
	}
	for cost, want := range map[int][]string{-1: {"PLAN-03 /cost/7"}, 0: nil, 1000: nil, 1001: {"PLAN-03 /cost/7"}} {
		p, err := (&ocop.Library{}).Plan(with(sheet, fmt.Sprintf(`,"cost":{"7":%d}`, cost)), 5, 0)
		assert.Equal(t, want, places(t, err), cost)
		q := scoring.NewPlanRequest(sheet, 5)
		assert.Equal(t, want != nil, q.SetCost("7", cost) != nil, cost)
		if want == nil {
			assert.Equal(t, cost, p.Plan.Cost)
			made, err := scoring.MakePlan(&q)
			require.NoError(t, err)
			assert.Equal(t, cost, made.Cost)
		}
	}
	_, err := (&ocop.Library{}).Plan([]byte(`{"edition":"qd26-2026","set":13,"answers":{}}`), 7, 0)
	assert.Contains(t, places(t, err), "PLAN-02 /star")
	assert.Contains(t, places(t, err), "PLAN-01 /answers")
}

// What blocks a plan is named and nothing else: a locked minimum alone (Appendix
// II, the star marks) where opening it is enough, locked points beside it where
// it is not, and of these none that has no more to give.
func TestWhatBlocksAPlan(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		sheet  scoring.Sheet
		star   int
		locked string
		want   []string
	}{
		"a minimum, and points to spare": {full(t, 13, "7", "c", "1.7", "a"), 5, `"7","1.7"`, []string{"7"}},
		"two minima":                     {full(t, 13, "7", "a", "9", "none"), 4, `"7","9","1.1"`, []string{"7", "9"}},
		"points alone":                   {full(t, 26, "1.2", "none", "1.3", "none", "4.1", "none"), 5, `"1.2","1.3","4.1","5.1"`, []string{"1.2", "1.3", "4.1"}},
		"a minimum and points": {full(t, 26, "1.2", "none", "1.3", "none", "3.5", "none", "4.1", "none"), 5, `"1.2","1.3","3.5","4.1","5.1"`,
			[]string{"1.2", "1.3", "3.5", "4.1"}},
		"a sensory criterion at 0": {full(t, 16, "6.3", "a", "1.1", "a"), 1, `"6.3","1.1"`, []string{"6.3"}},
	} {
		p, err := (&ocop.Library{}).Plan(with(c.sheet, `,"locked":[`+c.locked+`]`), c.star, 3)
		require.NoError(t, err, name)
		assert.False(t, p.Plan.Reachable, name)
		assert.Equal(t, c.want, p.Plan.BlockedBy, name)
		assert.Empty(t, p.Others, name)
		data, err := p.MarshalJSON()
		require.NoError(t, err)
		assert.Contains(t, string(data), `"cost":null`)
		assert.Contains(t, string(data), `"to":null`)
	}
}

// How safe a star is: the points above its band's least (Article 3.3), and the
// minima that stand exactly at their option. 1 star cannot be lost by points.
func TestSafetyOfAStar(t *testing.T) {
	t.Parallel()
	for total, want := range map[int]string{
		0: `"points":0,"criteria":[]}`, 29: `"points":0,"criteria":[]}`, 100: `"points":11,"criteria":["1.5","2.1","2.3","3.4","4.1","5.1","7"]}`,
	} {
		p, err := (&ocop.Library{}).Plan(with(worth(t, total), ""), 1, 0)
		require.NoError(t, err)
		data, err := json.Marshal(p.Safety)
		require.NoError(t, err)
		assert.Equal(t, `{"edition":"qd26-2026","set":13,`+want, string(data), total)
	}
	p, err := (&ocop.Library{}).Plan(with(worth(t, 30), ""), 1, 0)
	require.NoError(t, err)
	assert.Equal(t, 1, p.Safety.Points, "30 points are 2 stars, 29 are not")
	assert.NotEmpty(t, p.Safety.Criteria)
}

// none answers only where no option of 0 points is printed; where one is, the
// problem names it.
func TestNoneIsAdvisedAgainst(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		set               int
		criterion, option string
	}{{13, "1.2", "a"}, {13, "2.4", "no"}, {16, "6.1", "a"}} {
		problems := (&ocop.Library{}).Validate(ocop.DocumentSheet, fmt.Appendf(nil, `{"edition":"qd26-2026","set":%d,"answers":{%q:"none"}}`, c.set, c.criterion))
		require.Len(t, problems, 1)
		assert.Equal(t, "SHEET-05", problems[0].Code)
		assert.Equal(t, []problem.Param{{Name: "criterion", Value: c.criterion}, {Name: "option", Value: c.option}}, problems[0].Params)
		assert.Contains(t, problems[0].Message.En, "choose "+c.option+".")
	}
}

// A document of exactly as many bytes as its kind may have is read, one byte more is not.
func TestDocumentOfExactlyTheLimit(t *testing.T) {
	t.Parallel()
	sheet := full(t, 13)
	for kind, doc := range map[ocop.Document]string{
		ocop.DocumentSheet: string(with(sheet, "")), ocop.DocumentPlan: string(with(sheet, "")), ocop.DocumentCouncil: string(councilOf("", sheet)),
	} {
		padded := doc + strings.Repeat(" ", int(kind.MaxBytes())-len(doc))
		assert.Empty(t, (&ocop.Library{}).Validate(kind, []byte(padded)), kind)
		problems := (&ocop.Library{}).Validate(kind, []byte(padded+" "))
		assert.Equal(t, []string{"JSON-04 "}, places(t, problems), kind)
	}
}

// Whole numbers reach from -9007199254740991 to 9007199254740991, as far as every
// reader of JSON tells each from the next: within, the law judges them, and what
// is beyond or not whole is no whole number. Only digits write one.
func TestGreatestWholeNumbers(t *testing.T) {
	t.Parallel()
	for number, want := range map[string]string{
		"13": "", "14": "", "9007199254740991": "SHEET-04 /set", "-9007199254740991": "SHEET-04 /set", "9007199254740992": "JSON-09 /set", "-9007199254740992": "JSON-09 /set",
		"9007199254740991.0": "JSON-10 /set", "-9007199254740991e0": "JSON-10 /set", "9007199254740992.0": "JSON-09 /set", "-9007199254740992e0": "JSON-09 /set",
		"9223372036854775807": "JSON-09 /set", "-9223372036854775808": "JSON-09 /set", "9223372036854775808": "JSON-09 /set", "101e-400": "JSON-09 /set", "13.0": "JSON-10 /set", "1.3e1": "JSON-10 /set", "13.5": "JSON-09 /set",
	} {
		problems := (&ocop.Library{}).Validate(ocop.DocumentSheet, []byte(`{"edition":"qd26-2026","answers":{},"set":`+number+`}`))
		if want == "" {
			assert.Empty(t, problems, number)
			continue
		}
		assert.Contains(t, places(t, problems), want, number)
	}
}

// A document may nest 16 levels deep and have 2,000 members and items, a
// council's 20,000; 100 problems are told, and that there are more.
func TestEdgesOfABudget(t *testing.T) {
	t.Parallel()
	sheet := func(more string) []string {
		return places(t, (&ocop.Library{}).Validate(ocop.DocumentSheet, []byte(`{"edition":"qd26-2026","set":13,"answers":{}`+more+`}`)))
	}
	nested := func(levels int) string {
		return `,"x":` + strings.Repeat("[", levels) + strings.Repeat("]", levels)
	}
	assert.Equal(t, []string{"JSON-07 /x"}, sheet(nested(15)))
	assert.Equal(t, []string{"JSON-07 /x", "JSON-05 /x" + strings.Repeat("/0", 15)}, sheet(nested(16)))
	items := func(n int) string { return `,"x":[` + strings.TrimSuffix(strings.Repeat("0,", n), ",") + `]` }
	assert.Equal(t, []string{"JSON-07 /x"}, sheet(items(1_996)))
	assert.Equal(t, []string{"JSON-07 /x", "JSON-12 "}, sheet(items(1_997)))
	gates := func(n int) []string {
		return sheet(`,"gates":[` + strings.TrimSuffix(strings.Repeat(`"x",`, n), ",") + `]`)
	}
	assert.Len(t, gates(100), 100)
	assert.Equal(t, "SHEET-06 /gates/99", gates(100)[99])
	assert.Len(t, gates(101), 101)
	assert.Equal(t, "JSON-11 ", gates(101)[100])

	council := func(n int) []string {
		return places(t, (&ocop.Library{}).Validate(ocop.DocumentCouncil, []byte(`{"edition":"qd26-2026","set":13,"members":[{"id":"a","answers":{}}]`+items(n)+`}`)))
	}
	assert.Equal(t, []string{"JSON-07 /x"}, council(19_993))
	assert.Equal(t, []string{"JSON-07 /x", "JSON-12 "}, council(19_994))
}

// Two minima of one criterion are for rising stars, and a gate that follows from
// answers looks at criteria that can give both 0 points and more, whatever else
// is answered; a rubric of which that is not so is not loaded.
func TestRubricsWhoseMinimaOrGatesMeanNothing(t *testing.T) {
	t.Parallel()
	criterion := func(r *rubric.Rubric, set int, code string) *rubric.Criterion {
		c, ok := r.Sets[set-1].Criterion(code)
		require.True(t, ok)
		return c
	}
	gate := func(codes ...string) func(r *rubric.Rubric) {
		return func(r *rubric.Rubric) {
			for i := range r.Sets[15].Gates {
				if g := &r.Sets[15].Gates[i]; g.ZeroPointsAt != nil {
					g.ZeroPointsAt = codes
				}
			}
		}
	}
	for name, c := range map[string]struct {
		change func(r *rubric.Rubric)
		want   string
	}{
		"as it is":                   {func(*rubric.Rubric) {}, ""},
		"two equal minima":           {func(r *rubric.Rubric) { criterion(r, 13, "1.5").Options[2].MinStar = 5 }, "RUBRIC-07"},
		"minima that fall":           {func(r *rubric.Rubric) { o := criterion(r, 13, "1.5").Options; o[2].MinStar, o[3].MinStar = 5, 4 }, "RUBRIC-07"},
		"a gate at one criterion":    {gate("6.1"), ""},
		"a gate at none":             {gate([]string{}...), "RUBRIC-09"},
		"a gate at no criterion":     {gate("6.1", "9.9"), "RUBRIC-09"},
		"a gate where none answers":  {gate("6.1", "1.1"), "RUBRIC-09"},
		"a gate at what falls away":  {gate("6.1", "5.2"), "RUBRIC-09"},
		"a gate at what it falls by": {gate("6.1", "5.1"), "RUBRIC-09"},
	} {
		r := words.Rubric()
		r.Edition = "of-ours"
		c.change(r)
		l, err := ocop.NewLibrary(r)
		if c.want == "" {
			require.NoError(t, err, name)
			_, err = l.Evaluate([]byte(`{"edition":"of-ours","set":16,"answers":{}}`))
			assert.NoError(t, err, name)
			continue
		}
		assert.ErrorContains(t, err, c.want, name)
	}
}
