package rubric_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/budget"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
	"github.com/ocop-vn/ocop-go/scoring/qd26/words"
	"github.com/ocop-vn/ocop-go/scoring/rubric"
	"github.com/ocop-vn/ocop-go/scoring/strictjson/hostile"
)

func codes(problems problem.List) []string {
	var list []string
	for _, p := range problems {
		list = append(list, p.Code+" "+p.Path)
	}
	return list
}

// broken is a change to the built-in rubric that breaks an integrity rule.
type broken struct {
	change func(*rubric.Rubric)
	want   []string // exactly these problems; nil: some
}

// brokenRubrics breaks each integrity rule.
func brokenRubrics(t *testing.T) map[string]broken {
	// Set 1, section 1; set 16, the gates; set 26, criterion 8 with two cases.
	section := func(r *rubric.Rubric) *rubric.Section { return &r.Sets[0].Parts[0].Sections[0] }
	criterion := func(r *rubric.Rubric, set int, code string) *rubric.Criterion {
		c, ok := r.Sets[set-1].Criterion(code)
		require.True(t, ok)
		return c
	}
	const first = "/sets/0/parts/0/sections/0/criteria/0"
	return map[string]broken{
		"an edition without id":      {func(r *rubric.Rubric) { r.Edition = "QĐ 26" }, []string{"RUBRIC-01 /edition"}},
		"no set":                     {func(r *rubric.Rubric) { r.Sets, r.Errata, r.Oddities = nil, nil, nil }, []string{"RUBRIC-11 /sets"}},
		"set 0":                      {func(r *rubric.Rubric) { r.Sets[16].No = 0 }, []string{"RUBRIC-01 /sets/16/no"}},
		"a set twice":                {func(r *rubric.Rubric) { r.Sets[16].No = 18 }, []string{"RUBRIC-02 /sets/17/no"}},
		"two parts":                  {func(r *rubric.Rubric) { r.Sets[25].Parts = r.Sets[25].Parts[:2]; r.Errata = nil }, []string{"RUBRIC-04 /sets/25/parts"}},
		"parts of another edition":   {func(r *rubric.Rubric) { r.Edition = "qd1048-2019" }, nil},
		"parts that are not 100":     {func(r *rubric.Rubric) { r.Edition = "qd2030"; r.Sets[0].Parts[0].Max = 41 }, []string{"RUBRIC-03 /sets/0/parts/0/max", "RUBRIC-04 /sets/0/parts"}},
		"a part that is off":         {func(r *rubric.Rubric) { r.Sets[0].Parts[0].Max = 41 }, []string{"RUBRIC-03 /sets/0/parts/0/max", "RUBRIC-04 /sets/0/parts"}},
		"a section that is off":      {func(r *rubric.Rubric) { section(r).Max = 17 }, []string{"RUBRIC-03 /sets/0/parts/0/max", "RUBRIC-03 /sets/0/parts/0/sections/0/max"}},
		"a section without criteria": {func(r *rubric.Rubric) { section(r).Criteria = nil }, []string{"RUBRIC-11 /sets/0/parts/0/sections/0/criteria", "RUBRIC-03 /sets/0/parts/0/sections/0/max", "RUBRIC-09 /sets/0/gates/3"}},
		"a section twice":            {func(r *rubric.Rubric) { r.Sets[0].Parts[1].Sections[0].Code = "3" }, nil},
		"a maximum no option gives":  {func(r *rubric.Rubric) { section(r).Criteria[0].Max = 4 }, []string{"RUBRIC-03 " + first + "/max", "RUBRIC-03 /sets/0/parts/0/sections/0/max"}},
		"a criterion twice":          {func(r *rubric.Rubric) { section(r).Criteria[1].Code = "1.1" }, []string{"RUBRIC-02 /sets/0/parts/0/sections/0/criteria/1/code"}},
		"a criterion of no number":   {func(r *rubric.Rubric) { section(r).Criteria[0].Code = "1.x" }, []string{"RUBRIC-01 " + first + "/code", "RUBRIC-09 /sets/0/gates/3"}},
		"a criterion of another":     {func(r *rubric.Rubric) { section(r).Criteria[0].Code = "7.1" }, []string{"RUBRIC-01 " + first + "/code", "RUBRIC-09 /sets/0/gates/3"}},
		"an option of no code":       {func(r *rubric.Rubric) { section(r).Criteria[0].Options[0].Code = "none" }, []string{"RUBRIC-01 " + first + "/options/0/code"}},
		"an option twice":            {func(r *rubric.Rubric) { section(r).Criteria[0].Options[1].Code = "a" }, []string{"RUBRIC-02 " + first + "/options/1/code"}},
		"seven options": {func(r *rubric.Rubric) {
			o := &section(r).Criteria[0].Options
			for _, code := range []string{"d", "e", "f", "g"} {
				*o = append(*o, rubric.Option{Code: code, Points: 3, Label: lang.Text{Vi: code, En: code}})
			}
		}, []string{"RUBRIC-11 " + first + "/options"}},
		"points that fall":     {func(r *rubric.Rubric) { section(r).Criteria[0].Options[1].Points = 0 }, []string{"RUBRIC-05 " + first + "/options/1/points"}},
		"points below 0":       {func(r *rubric.Rubric) { section(r).Criteria[0].Options[0].Points = -1 }, []string{"RUBRIC-06 " + first + "/options/0/points"}},
		"points above 100":     {func(r *rubric.Rubric) { section(r).Criteria[0].Options[2].Points = 101 }, nil},
		"a minimum of 2 stars": {func(r *rubric.Rubric) { section(r).Criteria[0].Options[0].MinStar = 2 }, []string{"RUBRIC-07 " + first + "/options/0/minStar"}},
		"a minimum of 6 stars": {func(r *rubric.Rubric) { section(r).Criteria[0].Options[0].MinStar = 6 }, []string{"RUBRIC-07 " + first + "/options/0/minStar"}},
		"minima that fall": {func(r *rubric.Rubric) {
			section(r).Criteria[0].Options[0].MinStar = 5
			section(r).Criteria[0].Options[1].MinStar = 4
		}, []string{"RUBRIC-07 " + first + "/options/1/minStar"}},
		"a minimum on 5.2":            {func(r *rubric.Rubric) { criterion(r, 1, "5.2").Options[1].MinStar = 3 }, []string{"RUBRIC-07 /sets/0/parts/1/sections/1/criteria/1/options/1/minStar"}},
		"a minimum in a case":         {func(r *rubric.Rubric) { criterion(r, 26, "8").Options[1].MinStar = 3 }, []string{"RUBRIC-07 /sets/25/parts/2/sections/2/criteria/0/options/1/minStar"}},
		"no English":                  {func(r *rubric.Rubric) { r.Sets[0].Name.En = "" }, []string{"RUBRIC-08 /sets/0/name"}},
		"a stray space":               {func(r *rubric.Rubric) { section(r).Name.Vi += " " }, []string{"RUBRIC-08 /sets/0/parts/0/sections/0/name"}},
		"two spaces":                  {func(r *rubric.Rubric) { section(r).Criteria[0].Name.Vi = "Nguồn  gốc" }, []string{"RUBRIC-08 " + first + "/name"}},
		"text that is not NFC":        {func(r *rubric.Rubric) { section(r).Criteria[0].Options[0].Label.Vi = "Duo\u031b\u0301i" }, []string{"RUBRIC-08 " + first + "/options/0/label"}},
		"an empty note":               {func(r *rubric.Rubric) { section(r).Criteria[0].Notes[0].Vi = "" }, []string{"RUBRIC-08 " + first + "/notes/0"}},
		"an empty case":               {func(r *rubric.Rubric) { criterion(r, 26, "8").Cases[0] = lang.Text{} }, []string{"RUBRIC-08 /sets/25/parts/2/sections/2/criteria/0/cases/0"}},
		"an empty group":              {func(r *rubric.Rubric) { criterion(r, 11, "6.1.1").Group.Name = lang.Text{} }, []string{"RUBRIC-08 /sets/10/parts/2/sections/0/criteria/0/group/name"}},
		"a group of another":          {func(r *rubric.Rubric) { criterion(r, 11, "6.1.1").Group.Code = "6.2" }, []string{"RUBRIC-01 /sets/10/parts/2/sections/0/criteria/0/group/code"}},
		"a gate of no effect":         {func(r *rubric.Rubric) { r.Sets[0].Gates[0].Effect = "warn" }, []string{"RUBRIC-09 /sets/0/gates/0"}},
		"a gate at no criterion":      {func(r *rubric.Rubric) { r.Sets[0].Gates[0].Criterion = "9.9" }, []string{"RUBRIC-09 /sets/0/gates/0"}},
		"a gate of no id":             {func(r *rubric.Rubric) { r.Sets[0].Gates[0].ID = "Giả mạo" }, []string{"RUBRIC-01 /sets/0/gates/0/id"}},
		"a gate twice":                {func(r *rubric.Rubric) { r.Sets[0].Gates[1].ID = r.Sets[0].Gates[0].ID }, []string{"RUBRIC-02 /sets/0/gates/1/id"}},
		"a derived gate from nothing": {func(r *rubric.Rubric) { r.Sets[0].Gates[0].ZeroPointsAt = []string{} }, []string{"RUBRIC-09 /sets/0/gates/0"}},
		"a derived gate without 0":    {func(r *rubric.Rubric) { r.Sets[0].Gates[0].ZeroPointsAt = []string{"1.1"} }, []string{"RUBRIC-09 /sets/0/gates/0"}},
		"a derived gate from 5.1":     {func(r *rubric.Rubric) { r.Sets[0].Gates[0].ZeroPointsAt = []string{"5.1"} }, []string{"RUBRIC-09 /sets/0/gates/0"}},
		"two derived gates": {func(r *rubric.Rubric) {
			r.Sets[0].Gates[0].ZeroPointsAt = []string{"6.1"}
			r.Sets[0].Gates[1].ZeroPointsAt = []string{"6.1"}
		}, []string{"RUBRIC-09 /sets/0/gates/1"}},
		"33 gates": {func(r *rubric.Rubric) {
			for i := range 33 {
				r.Sets[25].Gates = append(r.Sets[25].Gates, rubric.Gate{ID: strings.Repeat("x", i+1), Effect: "stop", Label: lang.Text{Vi: "x", En: "x"}})
			}
		}, []string{"RUBRIC-11 /sets/25/gates"}},
		"a condition on nothing":       {func(r *rubric.Rubric) { criterion(r, 1, "5.2").AppliesUnless.Criterion = "9.9" }, []string{"RUBRIC-10 /sets/0"}},
		"a condition on another level": {func(r *rubric.Rubric) { criterion(r, 1, "5.2").AppliesUnless.Option = "b" }, []string{"RUBRIC-10 /sets/0"}},
		"two conditions": {func(r *rubric.Rubric) {
			criterion(r, 1, "1.1").AppliesUnless = &rubric.Condition{Criterion: "5.1", Option: "a"}
		}, []string{"RUBRIC-10 /sets/0"}},
		"a condition on itself":       {func(r *rubric.Rubric) { criterion(r, 1, "5.2").AppliesUnless.Criterion = "5.2" }, []string{"RUBRIC-10 /sets/0"}},
		"a case without a name":       {func(r *rubric.Rubric) { criterion(r, 26, "8").Cases = nil }, []string{"RUBRIC-12 /sets/25/parts/2/sections/2/criteria/0/options"}},
		"cases out of order":          {func(r *rubric.Rubric) { o := criterion(r, 26, "8").Options; o[0], o[2] = o[2], o[0] }, nil},
		"a case in a plain criterion": {func(r *rubric.Rubric) { section(r).Criteria[0].Options[2].Case = 1 }, nil},
		"an erratum at no set":        {func(r *rubric.Rubric) { r.Errata[0].Set = 27 }, []string{"RUBRIC-13 /errata/0"}},
		"an erratum at no criterion":  {func(r *rubric.Rubric) { r.Errata[0].Criterion = "9.9" }, []string{"RUBRIC-13 /errata/0"}},
		"an erratum without a reason": {func(r *rubric.Rubric) { r.Errata[0].Why = lang.Text{} }, []string{"RUBRIC-08 /errata/0/why"}},
		"an oddity at no criterion":   {func(r *rubric.Rubric) { r.Oddities[0].Criterion = "9.9" }, []string{"RUBRIC-13 /oddities/0"}},
		"evidence of no kind":         {func(r *rubric.Rubric) { section(r).Criteria[0].Evidence = []string{"x"} }, []string{"RUBRIC-14 " + first + "/evidence/0"}},
		"a kind of evidence twice":    {func(r *rubric.Rubric) { r.Evidence[1] = r.Evidence[0]; section(r).Criteria[0].Evidence = nil }, nil},
		"a kind without proof":        {func(r *rubric.Rubric) { r.Evidence[0].Proof.Vi = "" }, []string{"RUBRIC-08 /evidence/0/proof"}},
		"an oddity without a note":    {func(r *rubric.Rubric) { r.Oddities[0].Note.Vi = "" }, []string{"RUBRIC-08 /oddities/0/note"}},
	}
}

func TestCheckFinds(t *testing.T) {
	t.Parallel()
	for name, c := range brokenRubrics(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r := words.Rubric()
			c.change(r)
			problems := r.Check()
			if c.want != nil {
				assert.ElementsMatch(t, c.want, codes(problems))
			} else {
				assert.NotEmpty(t, problems)
			}
			_, err := r.Compile()
			assert.Equal(t, problems, err)
			data, err := r.JSON()
			require.NoError(t, err)
			_, err = rubric.Read(data)
			assert.Error(t, err)
		})
	}
}

// Every kind of problem that the package declares is met by one of them.
func TestEveryKindIsMet(t *testing.T) {
	t.Parallel()
	met := map[string]bool{}
	for _, c := range brokenRubrics(t) {
		r := words.Rubric()
		c.change(r)
		for _, p := range r.Check() {
			met[p.Code] = true
		}
	}
	for _, k := range rubric.Kinds() {
		assert.True(t, met[k.Code], k.Code)
	}
}

func TestReadRefuses(t *testing.T) {
	t.Parallel()
	published, err := words.Rubric().JSON()
	require.NoError(t, err)
	for name, c := range map[string]struct{ from, to, want string }{
		"an unknown member":     {`"minStar"`, `"minstar"`, "JSON-07"},
		"a member in capitals":  {`"code"`, `"Code"`, "JSON-07"},
		"a missing member":      {`"effect": "reject",`, ``, "JSON-08"},
		"a duplicate member":    {`"edition"`, `"edition": "x", "edition"`, "JSON-06"},
		"points in words":       {`"points": 1`, `"points": "1"`, "JSON-09"},
		"points written 1.0":    {`"points": 1`, `"points": 1.0`, "JSON-10"},
		"null for a list":       {`"notes": []`, `"notes": null`, "JSON-09"},
		"a wrong derived list":  {`"zeroPointsAt": [`, `"zeroPointsAt": [1, `, "JSON-09"},
		"a wrong case":          {`"case": 1`, `"case": "1"`, "JSON-09"},
		"something left behind": {"\n}\n", "\n}\n[]", "JSON-03"},
		"a cut":                 {`"vi": "Hoa"`, `"vi": "Hoa`, "JSON-01"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			require.Contains(t, string(published), c.from)
			bad := []byte(strings.Replace(string(published), c.from, c.to, 1))
			r, err := rubric.Read(bad)
			assert.ErrorContains(t, err, c.want)
			assert.Nil(t, r)
		})
	}
	_, err = rubric.Read(bytes.Repeat([]byte(" "), budget.Rubric().Bytes+1))
	assert.ErrorContains(t, err, "JSON-04")
}

// An edition that is not known here: fewer sets, other parts, five stars all the same.
func TestLoadedRubricScores(t *testing.T) {
	t.Parallel()
	data := `{"edition":"thu-nghiem","errata":[],"sets":[{"no":7,"name":{"vi":"Bộ thử","en":"Trial set"},
	 "gates":[{"id":"no-name","effect":"stop","zeroPointsAt":["1.1"],"label":{"vi":"Không tên","en":"No name"}}],
	 "parts":[
	 {"code":"A","max":30,"name":{"vi":"A","en":"A"},"sections":[{"code":"1","max":30,"name":{"vi":"Một","en":"One"},"criteria":[
	  {"code":"1.1","max":10,"name":{"vi":"x","en":"x"},"options":[{"code":"a","points":0,"label":{"vi":"không","en":"no"}},{"code":"b","points":10,"label":{"vi":"có","en":"yes"}}]},
	  {"code":"1.2","max":20,"name":{"vi":"y","en":"y"},"options":[{"code":"a","points":5,"minStar":4,"label":{"vi":"ít","en":"few"}},{"code":"b","points":20,"label":{"vi":"nhiều","en":"many"}}]}]}]},
	 {"code":"B","max":30,"name":{"vi":"B","en":"B"},"sections":[{"code":"2","max":30,"name":{"vi":"Hai","en":"Two"},"criteria":[
	  {"code":"2","max":30,"name":{"vi":"z","en":"z"},"cases":[{"vi":"p","en":"p"},{"vi":"q","en":"q"}],"options":[
	   {"code":"1a","points":20,"case":1,"label":{"vi":"p1","en":"p1"}},{"code":"1b","points":30,"case":1,"label":{"vi":"p2","en":"p2"}},
	   {"code":"2a","points":0,"case":2,"label":{"vi":"q1","en":"q1"}},{"code":"2b","points":25,"case":2,"label":{"vi":"q2","en":"q2"}}]}]}]},
	 {"code":"C","max":40,"name":{"vi":"C","en":"C"},"sections":[{"code":"3","max":40,"name":{"vi":"Ba","en":"Three"},"criteria":[
	  {"code":"3","max":40,"name":{"vi":"t","en":"t"},"options":[{"code":"a","points":40,"label":{"vi":"đạt","en":"met"}}]}]}]}]}]}`
	r, err := rubric.Read([]byte(data))
	require.NoError(t, err)
	edition, err := r.Compile()
	require.NoError(t, err)
	sheet, err := scoring.DecodeSheet([]byte(`{"edition":"thu-nghiem","set":7,"answers":{"1.2":"none"}}`), edition)
	require.NoError(t, err)
	result := scoring.Score(&sheet)
	// 1.1 must be b, or it stops; 2 is least at 2a; 3 may be none.
	assert.Equal(t, scoring.Bounds{Total: scoring.Range{Least: 10, Greatest: 80}, Star: scoring.Range{Least: 1, Greatest: 3}}, result.Bounds)
	require.NoError(t, sheet.Answer("1.1", "a"))
	stopped := scoring.Score(&sheet)
	assert.Equal(t, scoring.Stopped, stopped.Status)
}

func TestJSONIsWhatIsPublished(t *testing.T) {
	t.Parallel()
	published, err := words.Rubric().JSON()
	require.NoError(t, err)
	var m map[string]any
	require.NoError(t, json.Unmarshal(published, &m))
	assert.Equal(t, "qd26-2026", m["edition"])
	assert.Len(t, m["sets"], 26)
	assert.NotContains(t, string(published), `\u003c`, "not escaped for HTML")
	assert.NotContains(t, string(published), "null")
}

func FuzzRead(f *testing.F) {
	published, err := words.Rubric().JSON()
	require.NoError(f, err)
	one, err := (&rubric.Rubric{Edition: "x", Sets: words.Rubric().Sets[15:16]}).JSON()
	require.NoError(f, err)
	f.Add(one)
	f.Add(published[:2000])
	f.Add([]byte(`{"edition":"x","sets":[{"no":1,"parts":[{}]}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		hostile.Ceilings().Check(t, data, func(data []byte) []byte {
			_, err := rubric.Read(data)
			var problems problem.List
			errors.As(err, &problems)
			return problems.AppendJSON(nil)
		})
		r, err := rubric.Read(data)
		if err != nil {
			require.Nil(t, r)
			return
		}
		edition, err := r.Compile()
		require.NoError(t, err)
		for _, set := range edition.Sets() {
			sheet := set.Sheet()
			result := scoring.Score(&sheet)
			require.LessOrEqual(t, result.Bounds.Total.Greatest, 100)
		}
	})
}

// A rubric bears the hash of the bytes that it was read from, and one that was
// made or changed in the program that of what it is published as.
func TestSHA256(t *testing.T) {
	t.Parallel()
	sum := func(data []byte) string {
		h := sha256.Sum256(data)
		return hex.EncodeToString(h[:])
	}
	marks := func(r *rubric.Rubric) (id, sha string) {
		edition, err := r.Compile()
		require.NoError(t, err)
		for _, s := range edition.Sets() {
			require.Equal(t, edition.Loaded(), s.Loaded())
		}
		return edition.Loaded().ID, edition.Loaded().SHA256
	}
	made := words.Rubric()
	published, err := made.JSON()
	require.NoError(t, err)
	assert.Equal(t, sum(published), made.SHA256())

	document := append([]byte("  "), published...)
	r, err := rubric.Read(document)
	require.NoError(t, err)
	assert.Equal(t, sum(document), r.SHA256())
	id, sha := marks(r)
	assert.Equal(t, "qd26-2026", id)
	assert.Equal(t, sum(document), sha)

	name := r.Sets[3].Name.En
	r.Sets[3].Name.En = "Honey of mine"
	changed, err := r.JSON()
	require.NoError(t, err)
	_, sha = marks(r)
	assert.Equal(t, sum(changed), sha, "a changed rubric never bears its file's hash")
	r.Sets[3].Name.En = name
	assert.Equal(t, sum(document), r.SHA256())

	table, err := r.Table()
	require.NoError(t, err)
	assert.Empty(t, table.Sets[0].SHA256, "the generator's tables are the built-in ones")
	assert.Zero(t, qd26.Edition().Loaded())
	assert.Zero(t, scoring.Edition{}.Loaded())
	assert.Zero(t, scoring.Set{}.Loaded())
	_, err = (*rubric.Rubric)(nil).Compile()
	assert.ErrorContains(t, err, "RUBRIC-")
}
