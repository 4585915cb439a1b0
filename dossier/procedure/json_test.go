package procedure_test

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/dossier/procedure"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/reading"
)

// back writes a value and reads it again.
func back[T any](t *testing.T, value T, want string) {
	t.Helper()
	written, err := json.Marshal(value)
	require.NoError(t, err)
	assert.JSONEq(t, want, string(written))
	var read T
	require.NoError(t, json.Unmarshal(written, &read))
	assert.Equal(t, value, read)
}

// whole is the life of a product that the ministry recognised and withdrew.
const whole = `{"application":"upgrade","previous":{"star":4,"issued":"2023-07-01","expires":"2026-07-01"},"steps":[
	{"step":"file","on":"2026-06-01"},
	{"step":"propose","on":"2026-06-15"},
	{"step":"score-by-province","on":"2026-08-01","total":"92","star":5},
	{"step":"send-on","on":"2026-08-10"},
	{"step":"score-by-ministry","on":"2026-09-20","total":"90.95","star":5},
	{"step":"recognise","on":"2026-10-01","by":"ministry"},
	{"step":"extend","on":"2029-09-01"},
	{"step":"withdraw","on":"2029-12-31","by":"ministry","ground":"law-broken"}]}`

func TestLifeIsReadBack(t *testing.T) {
	t.Parallel()
	var life procedure.Life
	require.NoError(t, json.Unmarshal([]byte(whole), &life))
	assert.Equal(t, procedure.StageWithdrawn, life.Stage())
	assert.Equal(t, procedure.GroundLawBroken, life.Ground())
	assert.Equal(t, 5, life.Star())
	assert.Equal(t, date(t, "2029-10-01"), life.Expiry())
	require.Len(t, life.Steps(), 8)
	assert.Equal(t, procedure.Step{Kind: procedure.StepScoreByMinistry, On: date(t, "2026-09-20"), Total: "90.95", Star: 5}, life.Steps()[4])
	back(t, life, whole)
	back(t, life.Steps()[7], `{"step":"withdraw","on":"2029-12-31","by":"ministry","ground":"law-broken"}`)
	back(t, procedure.Step{Kind: procedure.StepRecognise, On: date(t, "2026-10-01"), By: scoring.AuthorityMinistry, Expires: date(t, "2029-09-30")},
		`{"step":"recognise","on":"2026-10-01","by":"ministry","expires":"2029-09-30"}`)
	back(t, *life.Previous, `{"star":4,"issued":"2023-07-01","expires":"2026-07-01"}`)
	for _, star := range []int{3, 5} {
		back(t, procedure.Certificate{Star: star, Issued: date(t, "2023-07-01")}, `{"star":`+strconv.Itoa(star)+`,"issued":"2023-07-01"}`)
	}
	back(t, procedure.Step{Kind: procedure.StepEndExtension, On: date(t, "2029-12-31"), Outcome: procedure.OutcomeRefused},
		`{"step":"end-extension","on":"2029-12-31","outcome":"refused"}`)
	back(t, procedure.Life{}, `{"steps":[]}`)

	// Step by step it is the same Life, and each of them stands by itself.
	again := procedure.Life{Application: life.Application, Previous: life.Previous}
	for i, s := range life.Steps() {
		next, err := again.Take(s)
		require.NoError(t, err, i)
		assert.Len(t, again.Steps(), i)
		again = next
	}
	assert.Equal(t, life, again)
	life.Steps()[0].Kind = "x"
	assert.Equal(t, procedure.StepFile, life.Steps()[0].Kind)
}

// Two Lives that go on from one do not write into each other.
func TestLivesGoApart(t *testing.T) {
	t.Parallel()
	scored := walk(t, 5, "file", "review", "province")
	one, err := scored.Take(steps(5, date(t, "2026-12-01"))["send"])
	require.NoError(t, err)
	_, err = scored.Take(steps(5, date(t, "2027-01-01"))["send"])
	require.NoError(t, err)
	assert.Equal(t, date(t, "2026-12-01"), one.Steps()[3].On)
}

func TestRefusedLives(t *testing.T) {
	t.Parallel()
	replace := func(old, replacement string) string {
		require.Contains(t, whole, old)
		return strings.Replace(whole, old, replacement, 1)
	}
	for name, c := range map[string]struct{ document, want string }{
		"a step that is not possible": {replace(`{"step":"propose","on":"2026-06-15"},`, ""), "LIFE-01 /steps/1"},
		"two stars recognised":        {replace(`"total":"90.95","star":5`, `"star":2`), "LIFE-02 /steps/5"},
		"another authority":           {replace(`"on":"2026-10-01","by":"ministry"`, `"on":"2026-10-01","by":"province"`), "LIFE-03 /steps/5"},
		"no authority":                {replace(`"on":"2026-10-01","by":"ministry"`, `"on":"2026-10-01"`), "JSON-08 /steps/5"},
		"six stars":                   {replace(`"total":"92","star":5`, `"total":"92","star":6`), "LIFE-04 /steps/2/star"},
		"no star":                     {replace(`"total":"92","star":5`, `"total":"92"`), "JSON-08 /steps/2"},
		"a star of 0":                 {replace(`"2026-06-01"`, `"2026-06-01","star":0`), "LIFE-04 /steps/0/star"},
		"another ground":              {replace(`law-broken`, `bored`), "LIFE-05 /steps/7/ground"},
		"before the step before":      {replace(`2026-08-10`, `2026-07-31`), "LIFE-06 /steps/3"},
		"extended too early":          {replace(`2029-09-01`, `2029-06-03`), "LIFE-06 /steps/6"},
		"no such step":                {replace(`"propose"`, `"proposed"`), "LIFE-07 /steps/1/step"},
		"no such application":         {replace(`"upgrade"`, `"second"`), "LIFE-07 /application"},
		"a member of another step":    {replace(`"on":"2026-06-15"`, `"on":"2026-06-15","by":"province"`), "LIFE-08 /steps/1/by"},
		"an end before the issue":     {replace(`"on":"2026-10-01","by":"ministry"`, `"on":"2026-10-01","by":"ministry","expires":"2026-09-30"`), "LIFE-06 /steps/5/expires"},
		"an end that is no day":       {replace(`"on":"2026-10-01","by":"ministry"`, `"on":"2026-10-01","by":"ministry","expires":"2029-02-30"`), "DATE-01 /steps/5/expires"},
		"an end of another step":      {replace(`"on":"2026-06-15"`, `"on":"2026-06-15","expires":"2029-06-15"`), "LIFE-08 /steps/1/expires"},
		"a total that is none":        {replace(`"92"`, `"100.01"`), "LIFE-09 /steps/2/total"},
		"an empty total":              {replace(`"92"`, `""`), "LIFE-10 /steps/2/total"},
		"no day":                      {replace(`{"step":"file","on":"2026-06-01"}`, `{"step":"file"}`), "JSON-08 /steps/0"},
		"no real day":                 {replace(`2026-06-01`, `2026-02-30`), "DATE-01 /steps/0/on"},
		"no steps":                    {`{}`, "JSON-08 "},
		"an unknown member":           {replace(`"application"`, `"star":5,"application"`), "JSON-07 /star"},
		"a member twice":              {replace(`"application"`, `"application":"upgrade","application"`), "JSON-06 /application"},
		"null":                        {`{"steps":null}`, "JSON-09 /steps"},
		"5.0 for 5":                   {replace(`"star":4`, `"star":4.0`), "JSON-10 /previous/star"},
		"2 stars before":              {replace(`"star":4`, `"star":2`), "LIFE-17 /previous/star"},
		"ended before it was issued":  {replace(`"2026-07-01"`, `"2023-06-30"`), "LIFE-06 /previous/expires"},
		"and said before it":          {replace(`"issued":"2023-07-01","expires":"2026-07-01"`, `"expires":"2023-06-30","issued":"2023-07-01"`), "LIFE-06 /previous/expires"},
		"an outcome of another step":  {replace(`"on":"2026-06-15"`, `"on":"2026-06-15","outcome":"refused"`), "LIFE-08 /steps/1/outcome"},
		"an authority that is none":   {replace(`"on":"2026-10-01","by":"ministry"`, `"on":"2026-10-01","by":"commune"`), "LIFE-07 /steps/5/by"},
		"an outcome that is none":     {`{"steps":[{"step":"end-extension","on":"2026-10-01","outcome":"lost"}]}`, "LIFE-07 /steps/0/outcome"},
		"a kind that is no text":      {`{"steps":[{"step":1,"on":"2026-10-01","outcome":"lost"}]}`, "JSON-09 /steps/0/step"},
		"a shape wrong after a step that is not possible": {`{"steps":[{"step":"propose","on":"2026-06-01"},{"step":"withdraw","on":"2026-06-01","by":"ministry"}]}`, "JSON-08 /steps/1"},
		"6 stars before":               {replace(`"star":4`, `"star":6`), "LIFE-17 /previous/star"},
		"a certificate of no day":      {replace(`"issued":"2023-07-01",`, ``), "JSON-08 /previous"},
		"something else":               {`[]`, "JSON-09 "},
		"more steps than the document": {`{"steps":[` + strings.Repeat(`{},`, 3_000) + `{}]}`, "JSON-08 /steps/0"},
	} {
		before := walk(t, 4, "file")
		life := before
		err := json.Unmarshal([]byte(c.document), &life)
		var problems problem.List
		require.ErrorAs(t, err, &problems, name)
		assert.Equal(t, c.want, problems[0].Code+" "+problems[0].Path, name)
		assert.NotRegexp(t, `\{[a-zA-Z]`, problems[0].Message.Vi+problems[0].Message.En)
		assert.Equal(t, before, life, name)
	}
}

// What is wrong once is told once, and hides nothing else.
func TestToldOnce(t *testing.T) {
	t.Parallel()
	for document, want := range map[string]string{
		`{"steps":[],"application":1}`:                                          "JSON-09 /application",
		`{"steps":[],"application":""}`:                                         "LIFE-10 /application",
		`{"steps":[1]}`:                                                         "JSON-09 /steps/0",
		`{"steps":[{"on":"2026-06-01"}]}`:                                       "JSON-08 /steps/0",
		`{"steps":[{"on":"2026-06-01","star":6}]}`:                              "JSON-08 /steps/0, LIFE-04 /steps/0/star",
		`{"steps":[{"step":"proposed","on":"2026-06-01","star":6}]}`:            "LIFE-07 /steps/0/step, LIFE-04 /steps/0/star",
		`{"steps":[{"step":"score-by-province","on":"2026-06-01","star":"5"}]}`: "JSON-09 /steps/0/star",
		`{"steps":[{"step":"file","on":1}]}`:                                    "JSON-09 /steps/0/on",
		`{"steps":[],"previous":{"star":"4","issued":"2026-06-01"}}`:            "JSON-09 /previous/star",
		`{"steps":[],"previous":{"issued":"2026-06-01"}}`:                       "JSON-08 /previous",
	} {
		var life procedure.Life
		var problems problem.List
		require.ErrorAs(t, json.Unmarshal([]byte(document), &life), &problems, document)
		told := make([]string, len(problems))
		for i, p := range problems {
			told[i] = p.Code + " " + p.Path
		}
		assert.Equal(t, want, strings.Join(told, ", "), document)
	}
	var h procedure.Holidays
	err := json.Unmarshal([]byte(`{"2026":{"off":["x","x"]}}`), &h)
	assert.ErrorContains(t, err, "DATE-01 /2026/off/1")
	assert.NotContains(t, err.Error(), "HOLIDAY-03", "what is no day is not there twice")
	err = json.Unmarshal([]byte(`{"steps":[{"step":"recognise","on":"2026-10-01","by":"commune"}]}`), new(procedure.Life))
	assert.ErrorContains(t, err, "“commune” is not one of province, ministry.")
}

func TestTotals(t *testing.T) {
	t.Parallel()
	filed := walk(t, 5, "file", "review")
	for total, good := range map[string]bool{
		"": true, "0": true, "7": true, "92": true, "89.95": true, "90.5": true, "100": true, "100.0": true, "100.00": true,
		"100.1": false, "101": false, "1000": false, "092": false, "00": false, "9.": false, ".5": false, "-1": false, "+1": false,
		"9,5": false, "9.555": false, "1e1": false, " 9": false, "9 ": false, "chín": false,
	} {
		_, err := filed.Take(procedure.Step{Kind: procedure.StepScoreByProvince, On: date(t, "2026-12-01"), Star: 1, Total: total})
		if good {
			assert.NoError(t, err, total)
		} else {
			assert.ErrorContains(t, err, "LIFE-09", total)
		}
	}
}

func TestDeadlinesAreReadBack(t *testing.T) {
	t.Parallel()
	all := procedure.Milestones{
		Application: procedure.ApplicationReassessment, Filed: date(t, "2026-06-01"), Proposed: date(t, "2026-06-02"),
		ProvinceComplete: date(t, "2026-06-03"), SentOn: date(t, "2026-06-04"), MinistryComplete: date(t, "2026-06-05"),
		Issued: date(t, "2026-06-06"), Expires: date(t, "2026-06-07"), Concluded: date(t, "2026-06-08"),
		ProvinceScored: date(t, "2026-06-09"), MinistryScored: date(t, "2026-06-10"), Withdrawn: date(t, "2026-06-11"),
	}
	back(t, all, `{"application":"re-assessment","filed":"2026-06-01","proposed":"2026-06-02","provinceComplete":"2026-06-03",
		"sentOn":"2026-06-04","ministryComplete":"2026-06-05","issued":"2026-06-06","expires":"2026-06-07","concluded":"2026-06-08",
		"provinceScored":"2026-06-09","ministryScored":"2026-06-10","withdrawn":"2026-06-11"}`)
	back(t, procedure.Milestones{}, `{}`)
	back(t, procedure.Due{}, `{"key":"","what":{"vi":"","en":""},"from":null,"by":null,"article":"","state":"","reading":null}`)
	back(t, procedure.Schedule{}, `{"due":[],"on":null}`)
	back(t, procedure.Schedule{On: date(t, "2026-06-01"), Due: procedure.Deadlines(procedure.Milestones{Concluded: date(t, "2026-06-01")}, procedure.Options{})},
		`{"due":[{"key":"withdrawal","what":{"vi":"Thu hồi giấy chứng nhận","en":"The certificate is withdrawn"},"from":null,"by":"2026-06-16","article":"8.4","state":"open","reading":null}],"on":"2026-06-01"}`)
	back(t, procedure.Round{}, `{"number":0,"proposedBefore":null,"assessedBefore":null}`)
	back(t, procedure.ProvinceRound(date(t, "2026-05-01")), `{"number":2,"proposedBefore":"2026-10-30","assessedBefore":"2026-12-30"}`)
	due := procedure.Deadlines(procedure.Milestones{Expires: date(t, "2029-08-05")}, procedure.Options{})
	require.Len(t, due, 2)
	back(t, due, `[{"key":"renewal","what":{"vi":"Nộp hồ sơ đánh giá lại","en":"File for re-assessment"},"from":"2029-02-06","by":"2029-04-07","article":"7.6.a","state":"open","reading":"last-day-off-kept"},
		{"key":"expiry","what":{"vi":"Giấy chứng nhận hết thời hạn","en":"The certificate expires"},"from":null,"by":"2029-08-05","article":"4.3","state":"open","reading":"printed-end-first"}]`)
}

func TestRefusedDeadlines(t *testing.T) {
	t.Parallel()
	for document, want := range map[string]string{
		`{"filed":"2026-6-1"}`: "DATE-01 /filed", `{"filed":null}`: "JSON-09 /filed", `{"fild":"2026-06-01"}`: "JSON-07 /fild",
		`{"application":""}`: "LIFE-10 /application", `{"application":"x"}`: "LIFE-07 /application", `[]`: "JSON-09 ",
	} {
		m := procedure.Milestones{Filed: date(t, "2026-06-01")}
		var problems problem.List
		require.ErrorAs(t, json.Unmarshal([]byte(document), &m), &problems, document)
		assert.Equal(t, want, problems[0].Code+" "+problems[0].Path, document)
		assert.Equal(t, procedure.Milestones{Filed: date(t, "2026-06-01")}, m)
	}
	for _, document := range []string{
		`{}`, `{"number":1}`, `{"number":1,"proposedBefore":null,"assessedBefore":null,"x":1}`,
		`{"number":1.0,"proposedBefore":null,"assessedBefore":null}`, `{"number":1,"number":1,"proposedBefore":null,"assessedBefore":null}`,
		`{"number":1,"proposedBefore":"2026-02-30","assessedBefore":null}`, `[]`,
	} {
		r := procedure.Round{Number: 7}
		var problems problem.List
		require.ErrorAs(t, json.Unmarshal([]byte(document), &r), &problems, document)
		assert.Equal(t, procedure.Round{Number: 7}, r)
		var d procedure.Due
		require.ErrorAs(t, json.Unmarshal([]byte(document), &d), &problems, document)
	}
	err := json.Unmarshal([]byte(`{"number":"1","proposedBefore":null,"assessedBefore":null}`), new(procedure.Round))
	assert.ErrorContains(t, err, "/number", "where it is")
	assert.ErrorContains(t, err, "no such value can stand here", "what it is")
}

// A day that there is not is refused where it is written, as nobody could read it.
func TestNoDayIsWritten(t *testing.T) {
	t.Parallel()
	none := civil.Date{Year: 2026, Month: 2, Day: 30}
	for _, value := range []any{
		procedure.Milestones{Concluded: none}, procedure.Round{AssessedBefore: none}, procedure.Due{By: none}, procedure.Due{From: none},
		procedure.Certificate{Star: 3, Issued: none}, procedure.Certificate{Star: 3, Issued: date(t, "2026-06-01"), Expires: none},
		procedure.Schedule{On: none}, procedure.Schedule{Due: []procedure.Due{{From: none}}},
		procedure.Step{Kind: procedure.StepFile, On: none}, procedure.Life{Previous: &procedure.Certificate{Star: 3, Issued: none}},
	} {
		_, err := json.Marshal(value)
		var problems problem.List
		assert.ErrorAs(t, err, &problems, "%T", value)
	}
}

// What is listed is all that there is: each has words, and a place in the decision.
func TestLists(t *testing.T) {
	t.Parallel()
	assert.Len(t, procedure.StepKinds(), 14)
	for _, kind := range procedure.StepKinds() {
		assert.NotEmpty(t, kind.Name().Vi, kind)
		assert.NotEmpty(t, kind.Article(), kind)
	}
	for _, kind := range []procedure.StepKind{"", "x"} {
		assert.Empty(t, kind.Name(), kind)
		assert.Empty(t, kind.Article(), kind)
		assert.Empty(t, kind.Reading(), kind)
	}
	assert.Equal(t, reading.SentBackByAnyOffice, procedure.StepSendBack.Reading())
	assert.Empty(t, procedure.StepFile.Reading())
	for _, a := range []procedure.Application{firstTime, upgrade, again} {
		assert.NotEmpty(t, a.Name().Vi, a)
		assert.NotEmpty(t, a.Name().En, a)
	}
	assert.Len(t, procedure.Grounds(), 6)
	for _, g := range procedure.Grounds() {
		assert.NotEmpty(t, g.Name().Vi, g)
		assert.NotEmpty(t, g.Name().En, g)
	}
	var codes []string
	for _, k := range procedure.Kinds() {
		codes = append(codes, k.Code)
	}
	slices.Sort(codes)
	assert.Equal(t, strings.Fields(`HOLIDAY-01 HOLIDAY-02 HOLIDAY-03 HOLIDAY-04 HOLIDAY-05 LIFE-01 LIFE-02 LIFE-03 LIFE-04
		LIFE-05 LIFE-06 LIFE-07 LIFE-08 LIFE-09 LIFE-10 LIFE-11 LIFE-12 LIFE-13 LIFE-14 LIFE-15 LIFE-16 LIFE-17`), codes)
	needed, optional := procedure.StepScoreByMinistry.Members()
	assert.Equal(t, [][]string{{"star"}, {"total"}}, [][]string{needed, optional})
	needed[0] = "x"
	again, _ := procedure.StepScoreByMinistry.Members()
	assert.Equal(t, []string{"star"}, again, "what is given is the caller's")
	needed, optional = procedure.StepKind("x").Members()
	assert.Empty(t, needed)
	assert.Empty(t, optional)
	procedure.Grounds()[0] = "x"
	assert.Equal(t, procedure.GroundUntruthful, procedure.Grounds()[0])
	seen := map[string]bool{}
	for _, stage := range procedure.Stages() {
		assert.NotEmpty(t, stage.Text().Vi, stage)
		assert.NotEmpty(t, stage.Text().En, stage)
		assert.False(t, seen[stage.Text().En], stage)
		seen[stage.Text().En] = true
	}
	assert.Len(t, seen, 15)
	assert.Len(t, procedure.DueKeys(), 10)
}

// Zero values answer, and do not panic.
func TestZeroValues(t *testing.T) {
	t.Parallel()
	var l procedure.Life
	assert.Equal(t, procedure.StageDraft, l.StageOn(civil.Date{}))
	assert.Empty(t, l.Steps())
	_, err := l.Take(procedure.Step{})
	assert.ErrorContains(t, err, "LIFE-07")
	_, err = l.Take(procedure.Step{Kind: procedure.StepFile})
	assert.ErrorContains(t, err, "LIFE-06", "a step has its day")
	assert.Empty(t, procedure.Deadlines(procedure.Milestones{}, procedure.Options{}))
	assert.Empty(t, procedure.Application("").Name())
	_, err = l.Take(procedure.Step{Kind: procedure.StepFile, On: date(t, "2026-06-01"), By: scoring.AuthorityProvince})
	assert.ErrorContains(t, err, "LIFE-08")
}
