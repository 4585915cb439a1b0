package rubric_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/budget"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
	"github.com/ocop-vn/ocop-go/scoring/qd26/words"
	"github.com/ocop-vn/ocop-go/scoring/rubric"
	"github.com/ocop-vn/ocop-go/scoring/strictjson/hostile"
)

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
	assert.Equal(t, scoring.StatusStopped, stopped.Status)
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

// oneSet is a rubric made in a program, with nothing in its lists that may be left out.
func oneSet(t testing.TB) []byte {
	t.Helper()
	whole := words.Rubric()
	set := whole.Sets[15]
	set.Class = nil
	one := rubric.Rubric{Edition: "x", Sets: []rubric.Set{set}, Evidence: whole.Evidence}
	published, err := one.JSON()
	require.NoError(t, err)
	return published
}

// What is published is read, also where a program left its lists nil.
func TestNilListsArePublishedEmpty(t *testing.T) {
	t.Parallel()
	published := oneSet(t)
	r, err := rubric.Read(published)
	require.NoError(t, err)
	again, err := r.JSON()
	require.NoError(t, err)
	assert.Equal(t, string(published), string(again))
}

func FuzzRead(f *testing.F) {
	published, err := words.Rubric().JSON()
	require.NoError(f, err)
	f.Add(oneSet(f))
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
		text, err := r.JSON()
		require.NoError(t, err)
		again, err := rubric.Read(text)
		require.NoError(t, err)
		rewritten, err := again.JSON()
		require.NoError(t, err)
		require.Equal(t, string(text), string(rewritten))
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
	assert.Nil(t, table.Sets[0].Loaded, "the generator's tables are the built-in ones")
	assert.Zero(t, qd26.Edition().Loaded())
	assert.Zero(t, scoring.Edition{}.Loaded())
	assert.Zero(t, scoring.Set{}.Loaded())
	_, err = (*rubric.Rubric)(nil).Compile()
	assert.ErrorContains(t, err, "RUBRIC-")
}

// Lists that may be left out are empty ones: what was read without them is
// published as it was, and read again.
func TestListsThatAreLeftOut(t *testing.T) {
	t.Parallel()
	published, err := (&rubric.Rubric{
		Edition: "x", Sets: words.Rubric().Sets[15:16], Errata: []rubric.Erratum{}, Oddities: []rubric.Oddity{}, Evidence: words.Rubric().Evidence,
		Sectors: words.Rubric().Sectors, Ministries: words.Rubric().Ministries,
	}).JSON()
	require.NoError(t, err)
	without := regexp.MustCompile(`"(?:notes|errata|oddities)":\s*\[\],?\s*`).ReplaceAll(published, nil)
	require.Less(t, len(without), len(published))
	r, err := rubric.Read(without)
	require.NoError(t, err)
	again, err := r.JSON()
	require.NoError(t, err)
	assert.Equal(t, string(published), string(again))
}

// One product set alone keeps what is about it or about many, and nothing else.
func TestOnly(t *testing.T) {
	t.Parallel()
	all := words.Rubric()
	for i := range all.Sets {
		no := all.Sets[i].No
		one, ok := all.Only(no)
		require.True(t, ok)
		assert.Equal(t, all.Edition, one.Edition)
		assert.Equal(t, []rubric.Set{all.Sets[i]}, one.Sets)
		assert.Equal(t, all.Evidence, one.Evidence)
		assert.NotNil(t, one.Errata, "no null in JSON")
		for _, e := range all.Errata {
			assert.Equal(t, e.Set == no, slices.Contains(one.Errata, e))
		}
		for _, o := range all.Oddities {
			assert.Equal(t, o.Set == no || o.Set == 0, slices.Contains(one.Oddities, o))
		}
	}
	_, ok := all.Only(27)
	assert.False(t, ok)
}
