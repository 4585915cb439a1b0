package scoring_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
)

// remarks are what may stand beside the answers of a sheet of set 13, and what they are.
const remarks = `"about":{"product":"Cà phê","producer":"HTX Thuận An","address":"xã Thuận An","assessor":"Nguyễn Thị Hạnh","day":"2026-08-21"},` +
	`"evidence":{"1.5":["materials-and-linkage","other"],"12":[]},"notes":{"1.1":"Dòng một\n\tdòng hai","11":"💡"}`

// remarked is a sheet of set 13 with further members.
func remarked(members string) []byte {
	return []byte(`{"edition":"qd26-2026","set":13,"answers":{"1.1":"c","2.4":"yes"},"gates":["identical-product"],` + strings.Replace(members, `,"12":[]`, "", 1) + `}`)
}

func wantRemarks() scoring.Remarks {
	return scoring.Remarks{
		About:    scoring.About{Product: "Cà phê", Producer: "HTX Thuận An", Address: "xã Thuận An", Assessor: "Nguyễn Thị Hạnh", Day: "2026-08-21"},
		Evidence: map[string][]string{"1.5": {"materials-and-linkage", "other"}},
		Notes:    map[string]string{"1.1": "Dòng một\n\tdòng hai", "11": "💡"},
	}
}

// found are the codes and places of what an error tells.
func found(err error) []string {
	var places []string
	for _, p := range problem.From(err) {
		places = append(places, p.Code+" "+p.Path)
	}
	return places
}

// What stands beside the answers is kept for who asks for it, wherever it stands,
// and comes back the same from what is written.
func TestAnnotatedSheet(t *testing.T) {
	t.Parallel()
	document := remarked(remarks)
	plain, err := scoring.DecodeSheet(document, qd26.Edition())
	require.NoError(t, err)
	a, err := scoring.DecodeAnnotatedSheet(document, qd26.Edition())
	require.NoError(t, err)
	assert.Equal(t, scoring.AnnotatedSheet{Sheet: plain, Remarks: wantRemarks()}, a)
	assert.JSONEq(t, string(document), string(a.AppendJSON(nil)))
	before := fmt.Sprintf(`{%s,"answers":{"1.1":"c","2.4":"yes"},"gates":["identical-product"],"set":13,"edition":"qd26-2026"}`, strings.Replace(remarks, `,"12":[]`, "", 1))
	for _, written := range []string{string(a.AppendJSON(nil)), before} {
		var again scoring.AnnotatedSheet
		require.NoError(t, json.Unmarshal([]byte(written), &again))
		assert.Equal(t, a, again)
	}

	alone := scoring.AnnotatedSheet{Sheet: plain}
	assert.Equal(t, string(plain.AppendJSON(nil)), string(alone.AppendJSON(nil)), "a sheet alone is written as it was")
	read, err := scoring.DecodeAnnotatedSheet(plain.AppendJSON(nil), qd26.Edition())
	require.NoError(t, err)
	assert.Equal(t, alone, read)

	var zero scoring.AnnotatedSheet
	text, err := json.Marshal(zero)
	require.NoError(t, err)
	assert.Equal(t, "null", string(text))
	require.NoError(t, json.Unmarshal(text, &a))
	assert.Equal(t, zero, a)
	assert.Error(t, json.Unmarshal([]byte(`{}`), &a))

	a = scoring.AnnotatedSheet{Sheet: plain, Remarks: scoring.Remarks{About: scoring.About{Place: "x"}, Notes: map[string]string{"9.9": "x"}}}
	again, err := scoring.DecodeAnnotatedSheet(a.AppendJSON(nil), qd26.Edition())
	require.NoError(t, err, "what belongs to no sheet is not written")
	assert.Equal(t, plain, again.Sheet)

	text, err = json.Marshal(wantRemarks())
	require.NoError(t, err)
	var back scoring.Remarks
	require.NoError(t, json.Unmarshal(text, &back))
	assert.Equal(t, wantRemarks(), back)
}

// Nothing follows from what stands beside the answers: of no example, by no door.
func TestRemarksChangeNothing(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("../examples/sheets/*.json")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		content, err := os.ReadFile(file)
		require.NoError(t, err)
		sheet, err := scoring.DecodeSheet(content, qd26.Edition())
		require.NoError(t, err)
		bare := sheet.AppendJSON(nil)
		set := sheet.Set()
		a := scoring.AnnotatedSheet{Sheet: sheet, Remarks: scoring.Remarks{Evidence: map[string][]string{}, Notes: map[string]string{}}}
		for i, c := range set.Criteria() {
			a.Remarks.Evidence[c.Code()] = slices.Compact(append(c.Evidence(), "other"))
			a.Remarks.Notes[c.Code()] = strings.Repeat("ắ", scoring.MaxNote-i)
		}
		a.Remarks.About = wantRemarks().About
		document := a.AppendJSON(nil)
		annotated, err := scoring.DecodeAnnotatedSheet(document, qd26.Edition())
		require.NoError(t, err, "as many notes as there are criteria are within the budget")
		assert.Equal(t, a, annotated)
		same, err := scoring.DecodeSheet(document, qd26.Edition())
		require.NoError(t, err)
		assert.Equal(t, sheet, same)
		assert.Equal(t, scoring.Score(&sheet), scoring.Score(&same))

		request := func(sheet []byte) []byte {
			return append(sheet[:len(sheet)-1:len(sheet)-1], `,"star":4,"locked":["1.1"]}`...)
		}
		plan, err := scoring.DecodePlanRequest(request(bare), 0, qd26.Edition())
		other, otherErr := scoring.DecodePlanRequest(request(document), 0, qd26.Edition())
		assert.Equal(t, err, otherErr)
		assert.Equal(t, plan, other)

		from, to, err := scoring.DecodeComparison(fmt.Appendf(nil, `{"from":%s,"to":%s}`, document, document), qd26.Edition())
		require.NoError(t, err)
		assert.Equal(t, []scoring.Sheet{sheet, sheet}, []scoring.Sheet{from, to})
	}
}

// What a note, a text at the head, a day and a kind of evidence may be, to the letter.
func TestRemarksLimits(t *testing.T) {
	t.Parallel()
	text := func(n int) string { return strings.Repeat("ữ", n) }
	id := func(n int) string { return strings.Repeat("a", n) }
	kinds := func(n int) string {
		list := make([]string, n)
		for i := range list {
			list[i] = fmt.Sprintf(`"k%d"`, i)
		}
		return strings.Join(list, ",")
	}
	for members, want := range map[string][]string{
		`"about":{"product":"` + text(300) + `"}`:                 {},
		`"about":{"product":"` + text(301) + `"}`:                 {"SHEET-12 /about/product"},
		`"about":{"producer":"` + strings.Repeat("💡", 300) + `"}`: {},
		`"about":{"address":"a\nb"}`:                              {"SHEET-12 /about/address"},
		`"about":{"address":"a\tb"}`:                              {"SHEET-12 /about/address"},
		`"about":{"assessor":""}`:                                 {"SHEET-12 /about/assessor"},
		`"about":{"assessor":" \u00a0"}`:                          {"SHEET-12 /about/assessor"},
		`"about":{"assessor":" x "}`:                              {},
		`"about":{"product":"a\u0000","producer":"\u202eb"}`:      {"SHEET-12 /about/product", "SHEET-12 /about/producer"},
		`"about":{"day":"2024-02-29"}`:                            {},
		`"about":{"day":"2026-02-29"}`:                            {"DATE-01 /about/day"},
		`"about":{"day":""}`:                                      {"DATE-01 /about/day"},
		`"about":{"day":20260821}`:                                {"JSON-09 /about/day"},
		`"about":{"product":1,"x":"y","place":"y"}`:               {"JSON-09 /about/product", "JSON-07 /about/x", "JSON-07 /about/place"},
		`"about":"x"`:                                       {"JSON-09 /about"},
		`"about":{},"evidence":{},"notes":{}`:               {},
		`"notes":{"1.1":"` + text(500) + `"}`:               {},
		`"notes":{"1.1":"` + text(501) + `"}`:               {"SHEET-12 /notes/1.1"},
		`"notes":{"1.1":"a\r\n\tb"}`:                        {},
		`"notes":{"1.1":"\n"}`:                              {"SHEET-12 /notes/1.1"},
		`"notes":{"1.1":"\u001b[2J"}`:                       {"SHEET-12 /notes/1.1"},
		`"notes":{"1.1":"\ud800"}`:                          {"JSON-01 /notes/1.1"},
		`"notes":{"1.1":["x"],"1.2":null}`:                  {"JSON-09 /notes/1.1", "JSON-09 /notes/1.2"},
		`"notes":{"6.1":"x","a/b":"x"}`:                     {"SHEET-02 /notes/6.1", "SHEET-02 /notes/a~1b"},
		`"notes":{"1.1":"x","1.1":"x"}`:                     {"JSON-06 /notes/1.1"},
		`"notes":{"1.1":"","1.1":"x"}`:                      {"JSON-06 /notes/1.1"},
		`"notes":{},"notes":{}`:                             {"JSON-06 /notes"},
		`"evidence":{"1.1":[` + kinds(40) + `]}`:            {},
		`"evidence":{"1.1":[` + kinds(41) + `]}`:            {"SHEET-13 /evidence/1.1/40"},
		`"evidence":{"1.1":["a","b","a"],"1.2":["a"]}`:      {"SHEET-13 /evidence/1.1/2"},
		`"evidence":{"1.1":["` + id(64) + `","a-1-b","0"]}`: {},
		`"evidence":{"1.1":["` + id(65) + `","","-a","a-","a--b","A","a_b","ộ","a\n"]}`: {
			"SHEET-13 /evidence/1.1/0", "SHEET-13 /evidence/1.1/1", "SHEET-13 /evidence/1.1/2", "SHEET-13 /evidence/1.1/3",
			"SHEET-13 /evidence/1.1/4", "SHEET-13 /evidence/1.1/5", "SHEET-13 /evidence/1.1/6", "SHEET-13 /evidence/1.1/7", "SHEET-13 /evidence/1.1/8",
		},
		`"evidence":{"1.1":[1,1],"1.2":"a"}`: {"JSON-09 /evidence/1.1/0", "JSON-09 /evidence/1.1/1", "JSON-09 /evidence/1.2"},
		`"evidence":{"9.9":["a"]}`:           {"SHEET-02 /evidence/9.9"},
		`"evidence":[]`:                      {"JSON-09 /evidence"},
	} {
		for _, document := range [][]byte{remarked(members), fmt.Appendf(nil, `{%s,"set":13,"answers":{},"edition":"qd26-2026"}`, members)} {
			sheet, err := scoring.DecodeSheet(document, qd26.Edition())
			assert.ElementsMatch(t, want, found(err), members)
			assert.Equal(t, err != nil, sheet == scoring.Sheet{}, members)
			a, annotatedErr := scoring.DecodeAnnotatedSheet(document, qd26.Edition())
			assert.Equal(t, err, annotatedErr)
			assert.Equal(t, sheet, a.Sheet)
			if err != nil {
				assert.Zero(t, a)
			}
		}
	}
	_, err := scoring.DecodeSheet([]byte(`{"edition":"x","set":13,"answers":{},"notes":{"9.9":""},"evidence":{"x":["A"]},"about":{"day":"x"}}`), qd26.Edition())
	assert.ElementsMatch(t, []string{"SHEET-01 /edition", "SHEET-12 /notes/9.9", "SHEET-13 /evidence/x/0", "DATE-01 /about/day"}, found(err), "of no known set values are judged, names are not")
	_, err = scoring.DecodeSheet(remarked(`"notes":{"1.1":"`+text(501)+`"},"evidence":{"1.1":["A"]}`), qd26.Edition())
	assert.ErrorContains(t, err, "at most 500 characters")
	assert.ErrorContains(t, err, "at most 40 for a criterion")
}

// A council's head, its members' names and what stands beside their answers.
func TestAnnotatedCouncil(t *testing.T) {
	t.Parallel()
	const head = `{"edition":"qd26-2026","set":13,"members":[{"id":"m1","name":"Lê Thị Mai","answers":{"1.1":"c"},` + remarks + `},{"id":"m2","answers":{}}],"about":`
	document := []byte(strings.Replace(head, `,"12":[]`, "", 1) + `{"product":"Cà phê","producer":"HTX","address":"x","day":"2026-09-10","place":"Đà Lạt","rules":"12/QC","rulesDay":"2026-07-01"}}`)
	plain, err := scoring.DecodeCouncil(document, qd26.Edition())
	require.NoError(t, err)
	a, err := scoring.DecodeAnnotatedCouncil(document, qd26.Edition())
	require.NoError(t, err)
	assert.Equal(t, scoring.AnnotatedCouncil{
		Council: plain,
		About:   scoring.About{Product: "Cà phê", Producer: "HTX", Address: "x", Day: "2026-09-10", Place: "Đà Lạt", Rules: "12/QC", RulesDay: "2026-07-01"},
		Members: []scoring.MemberRemarks{{Name: "Lê Thị Mai", Remarks: wantRemarks()}, {}},
	}, a)
	text, err := json.Marshal(a)
	require.NoError(t, err)
	assert.JSONEq(t, string(document), string(text))
	var again scoring.AnnotatedCouncil
	require.NoError(t, json.Unmarshal(text, &again))
	assert.Equal(t, a, again)

	bare, err := scoring.DecodeCouncil(plain.AppendJSON(nil), qd26.Edition())
	require.NoError(t, err)
	assert.Equal(t, plain, bare)
	want, err := bare.Decide()
	require.NoError(t, err)
	have, err := plain.Decide()
	require.NoError(t, err)
	assert.Equal(t, want, have)

	for about, want := range map[string][]string{
		`{"assessor":"x"}`:                             {"JSON-07 /about/assessor"},
		`{"rulesDay":"x","place":"a\nb"}`:              {"DATE-01 /about/rulesDay", "SHEET-12 /about/place"},
		`{"rules":"` + strings.Repeat("x", 301) + `"}`: {"SHEET-12 /about/rules"},
		`1`: {"JSON-09 /about"},
	} {
		_, err := scoring.DecodeAnnotatedCouncil([]byte(head+about+"}"), qd26.Edition())
		assert.ElementsMatch(t, append(want, "SHEET-02 /members/0/evidence/12"), found(err), about)
	}
	for member, want := range map[string][]string{
		`"name":"` + strings.Repeat("x", 301) + `"`: {"SHEET-12 /members/0/name"},
		`"name":1`:                 {"JSON-09 /members/0/name"},
		`"notes":{"9.9":"x"}`:      {"SHEET-02 /members/0/notes/9.9"},
		`"evidence":{"1.1":["A"]}`: {"SHEET-13 /members/0/evidence/1.1/0"},
		`"about":{"place":"x"}`:    {"JSON-07 /members/0/about/place"},
		`"place":"x"`:              {"JSON-07 /members/0/place"},
	} {
		_, err := scoring.DecodeCouncil([]byte(`{"edition":"qd26-2026","set":13,"members":[{"id":"m1","answers":{},`+member+`}]}`), qd26.Edition())
		assert.Equal(t, want, found(err), member)
	}
	var zero scoring.AnnotatedCouncil
	assert.Equal(t, "null", string(zero.AppendJSON(nil)))
	require.NoError(t, json.Unmarshal([]byte("null"), &a))
	assert.Equal(t, zero, a)
}
