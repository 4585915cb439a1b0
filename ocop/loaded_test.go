package ocop_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/ocop"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/qd26/words"
	"github.com/ocop-vn/ocop-go/scoring/rubric"
)

// own is a rubric of set 13 alone, read from a document, under an id; and the
// document's hash.
func own(t *testing.T, id string) (r *rubric.Rubric, sha string) {
	t.Helper()
	made := words.Rubric()
	made.Edition = id
	made.Sets = made.Sets[12:13]
	made.Sets[0].Name.Vi = "Cà phê của tỉnh"
	made.Errata, made.Oddities = []rubric.Erratum{}, []rubric.Oddity{}
	document, err := json.Marshal(made) // not the form that JSON writes: its hash is the file's
	require.NoError(t, err)
	sum := sha256.Sum256(document)
	r, err = rubric.Read(document)
	require.NoError(t, err)
	return r, hex.EncodeToString(sum[:])
}

// A loaded rubric serves beside the built-in one, under an id of its own.
func TestLoadedRubric(t *testing.T) {
	t.Parallel()
	old := words.Rubric()
	old.Edition = "qd148-2023"
	l, err := ocop.NewLibrary(old)
	require.NoError(t, err)
	e, err := l.Evaluate([]byte(`{"edition":"qd148-2023","set":26,"answers":{}}`))
	require.NoError(t, err)
	assert.Contains(t, report(t, e, ocop.ReportOptions{}), "bộ tiêu chí tự nạp qd148-2023, SHA-256 "+old.SHA256()+"\n")
	r, err := l.Rubric("qd148-2023")
	require.NoError(t, err)
	assert.Same(t, old, r)
	e, err = l.Evaluate([]byte(`{"edition":"qd26-2026","set":13,"answers":{}}`))
	require.NoError(t, err)
	assert.Contains(t, report(t, e, ocop.ReportOptions{}), "  Quyết định 26/2026/QĐ-TTg\n")

	bad := words.Rubric()
	bad.Sets[0].Parts[0].Max = 41
	_, err = ocop.NewLibrary(bad)
	assert.ErrorContains(t, err, "RUBRIC-03")
	_, err = ocop.NewLibrary(nil)
	assert.ErrorContains(t, err, "RUBRIC-")
}

// A built-in id is taken over only where that is said, and an id stands once.
func TestBuiltInIdsAreReserved(t *testing.T) {
	t.Parallel()
	builtIn, sha := own(t, "qd26-2026")
	other, _ := own(t, "own")
	again, _ := own(t, "own")
	var l ocop.Library
	replaced, err := l.Replace(builtIn)
	require.NoError(t, err)
	loaded, err := l.Load(other)
	require.NoError(t, err)
	both, err := replaced.Load(other)
	require.NoError(t, err)

	refused := func(l *ocop.Library, err error) problem.Problem {
		var problems problem.List
		require.ErrorAs(t, err, &problems)
		require.Len(t, problems, 1)
		assert.Nil(t, l)
		assert.Equal(t, "/edition", problems[0].Path)
		return problems[0]
	}
	p := refused(ocop.NewLibrary(builtIn))
	assert.Equal(t, "EDITION-05", p.Code)
	assert.Contains(t, p.Message.Vi, "Library.Replace, hoặc --replace TỆP")
	assert.Contains(t, p.Message.En, "Library.Replace, or --replace FILE")
	assert.Equal(t, "EDITION-05", refused(loaded.Load(builtIn)).Code)
	for _, twice := range []func() (*ocop.Library, error){
		func() (*ocop.Library, error) { return ocop.NewLibrary(other, again) },
		func() (*ocop.Library, error) { return loaded.Load(again) },
		func() (*ocop.Library, error) { return loaded.Replace(again) },
		func() (*ocop.Library, error) { return both.Replace(builtIn) },
		func() (*ocop.Library, error) { return both.Load(builtIn) },
		func() (*ocop.Library, error) { return l.Replace(builtIn, builtIn) },
	} {
		assert.Equal(t, "EDITION-06", refused(twice()).Code)
	}
	assert.Equal(t, "EDITION-07", refused(l.Replace(other)).Code)

	ids := func(l *ocop.Library) (ids []string) {
		for _, e := range l.Editions() {
			ids = append(ids, e.ID()+e.Loaded().SHA256)
		}
		return ids
	}
	assert.Equal(t, []string{"qd26-2026"}, ids(&l), "the library itself stays as it is")
	assert.Equal(t, []string{"qd26-2026" + sha}, ids(replaced))
	assert.Equal(t, []string{"own" + other.SHA256(), "qd26-2026"}, ids(loaded))
	assert.Equal(t, []string{"qd26-2026" + sha, "own" + other.SHA256()}, ids(both))
	r, err := replaced.Rubric("qd26-2026")
	require.NoError(t, err)
	assert.Same(t, builtIn, r)
	_, err = replaced.Evaluate([]byte(`{"edition":"qd26-2026","set":12,"answers":{}}`))
	assert.ErrorContains(t, err, "SHEET-04", "it has set 13 alone")
}

// Whatever follows from a loaded rubric says so, in JSON and in text; what
// follows from the built-in one has no such member, and no sheet has it.
func TestLoadedRubricMarks(t *testing.T) {
	t.Parallel()
	r, sha := own(t, "qd26-2026")
	var builtIn ocop.Library
	replaced, err := builtIn.Replace(r)
	require.NoError(t, err)
	full, err := os.ReadFile("../examples/sheets/ca-phe-dak-lak.json")
	require.NoError(t, err)
	locked := bytes.Replace(full, []byte(`"edition"`), []byte(`"locked":["1.5"],"edition"`), 1)
	council, err := os.ReadFile("../examples/council/hoi-dong-tinh.json")
	require.NoError(t, err)
	ministry, err := os.ReadFile("../examples/council/hoi-dong-trung-uong.json")
	require.NoError(t, err)

	// all gives each kind of outcome as JSON and as text.
	all := func(l *ocop.Library) (documents []any, texts []string) {
		add := func(v any, report func(*bytes.Buffer, ocop.ReportOptions) error) {
			data, err := json.Marshal(v)
			require.NoError(t, err)
			documents = append(documents, json.RawMessage(data))
			for _, language := range []lang.Lang{lang.Vi, lang.En} {
				var b bytes.Buffer
				require.NoError(t, report(&b, ocop.ReportOptions{Lang: language}))
				texts = append(texts, b.String())
			}
		}
		e, err := l.Evaluate(full)
		require.NoError(t, err)
		add(e.Result, func(b *bytes.Buffer, o ocop.ReportOptions) error { return e.Report(b, o) })
		for _, document := range [][]byte{full, locked} {
			p, err := l.Plan(document, 5, 0)
			require.NoError(t, err)
			add(&p, func(b *bytes.Buffer, o ocop.ReportOptions) error { return p.Report(b, o) })
		}
		province, err := l.Decide(council)
		require.NoError(t, err)
		add(province.Outcome, func(b *bytes.Buffer, o ocop.ReportOptions) error { return province.Minutes(b, o) })
		central, err := l.Decide(ministry)
		require.NoError(t, err)
		referral := ocop.NewReferral(&province, &central)
		add(referral, func(b *bytes.Buffer, o ocop.ReportOptions) error { return referral.Report(b, o) })

		sheet := e.Result.Sheet()
		data, err := json.Marshal(sheet)
		require.NoError(t, err)
		assert.NotContains(t, string(data), "sha256")
		assert.True(t, strings.HasPrefix(sheet.Vector(), "OCOP:qd26-2026/13/"))
		return documents, texts
	}
	mark := `"rubric":{"id":"qd26-2026","sha256":"` + sha + `"}`
	documents, texts := all(replaced)
	plain, plainTexts := all(&builtIn)
	for i, d := range documents {
		text := string(d.(json.RawMessage))
		assert.Contains(t, text, mark)
		assert.NotContains(t, string(plain[i].(json.RawMessage)), "rubric")
		assert.JSONEq(t, string(plain[i].(json.RawMessage)), strings.ReplaceAll(text, ","+mark, ""), "but for the mark it is the same")
	}
	assert.Equal(t, 2, strings.Count(string(documents[4].(json.RawMessage)), mark), "the province's and the ministry's")
	for i, text := range texts {
		assert.Contains(t, text, []string{"bộ tiêu chí tự nạp", "loaded rubric"}[i%2]+" qd26-2026, SHA-256 "+sha)
		assert.NotContains(t, plainTexts[i], "SHA-256")
	}

	plans, err := replaced.Plan(full, 5, 2)
	require.NoError(t, err)
	assert.Equal(t, 1+len(plans.Others), strings.Count(string(plans.AppendJSON(nil)), mark), "each plan")
	assert.Equal(t, scoring.LoadedRubric{ID: "qd26-2026", SHA256: sha}, plans.Plan.Set.Loaded())
}
