package gen_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/scoring/internal/gen"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/qd26/words"
	"github.com/ocop-vn/ocop-go/scoring/rubric"
)

const qd26 = "../../qd26"

func source(t *testing.T) *gen.Source {
	t.Helper()
	s, err := gen.Read(os.DirFS(filepath.Join(qd26, "source")))
	require.NoError(t, err)
	return s
}

func TestTablesAreFresh(t *testing.T) {
	t.Parallel()
	files, err := source(t).Files()
	require.NoError(t, err)
	for _, f := range files {
		on, err := os.ReadFile(filepath.Join(qd26, f.Name))
		require.NoError(t, err)
		assert.True(t, bytes.Equal(on, f.Content), "%s is stale: run go generate ./scoring/...", f.Name)
	}
}

// The rules and the words are generated apart; joined again they are the source.
func TestRulesAndWordsJoinToTheSource(t *testing.T) {
	t.Parallel()
	want, err := source(t).Rubric.JSON()
	require.NoError(t, err)
	have, err := words.Rubric().JSON()
	require.NoError(t, err)
	assert.True(t, bytes.Equal(want, have), "the joined rubric is not the source's")
}

// small is a source of one set, enough to break in every way.
func small() fstest.MapFS {
	file := func(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }
	return fstest.MapFS{
		"edition.yaml": file("edition: qd26-2026\nparts:\n  A: {vi: A, en: A}\n  B: {vi: B, en: B}\n  C: {vi: C, en: C}\n" +
			"sectors:\n  I: {vi: Ngành, en: Sector}\nministries:\n  trade: {vi: Bộ, en: Ministry}\n"),
		"editions.yaml": file("- {id: qd26-2026, decision: '26', from: 2026-05-22, parts: [40, 25, 35], bands: {5: 90, 4: 70, 3: 50, 2: 30, 1: 0}}\n"),
		"sections.yaml": file("one: {vi: Một, en: One}\n"),
		"evidence.yaml": file("paper: {name: {vi: Giấy, en: Paper}, proof: {vi: Bản sao, en: A copy}}\n"),
		"search.yaml":   file("- {sets: [1], vi: [trà, chè], en: [tea]}\n"),
		"gates.yaml":    file("forged: {effect: reject, paper: paper, vi: Giả, en: Forged}\n"),
		"criteria/all.yaml": file("x:\n  printed: '1:1; 2:1; 3:1'\n  options:\n" +
			"    - {vi: Không, en: None}\n    - {vi: Có, en: Some}\n"),
		"sets/01.yaml": file("set: 1\nname: {vi: Bộ, en: Set}\nclass: {sector: I, group: '1', ministries: [trade]}\ngates:\n  - forged\nparts:\n" +
			"  - {part: A, max: 40, sections: [{section: '1', name: one, max: 40, criteria: [1 x 0 40]}]}\n" +
			"  - {part: B, max: 25, sections: [{section: '2', name: one, max: 25, criteria: [2 x 0 25]}]}\n" +
			"  - {part: C, max: 35, sections: [{section: '3', name: one, max: 35, criteria: [3 x 0*** 35]}]}\n"),
	}
}

func TestReadSmallSource(t *testing.T) {
	t.Parallel()
	s, err := gen.Read(small())
	require.NoError(t, err)
	assert.Equal(t, 3, s.Rubric.Sets[0].Parts[2].Sections[0].Criteria[0].Options[0].MinStar)
	assert.Equal(t, &rubric.Class{Sector: "I", Group: "1", Ministries: []string{"trade"}}, s.Rubric.Sets[0].Class)
	assert.Equal(t, []rubric.Band{{Star: 5, Least: 90}, {Star: 4, Least: 70}, {Star: 3, Least: 50}, {Star: 2, Least: 30}, {Star: 1}}, s.Rubric.Bands)
	assert.Equal(t, "paper", s.Rubric.Sets[0].Gates[0].Paper)
}

// A set that prints a gate in its own way has its own label; the order of the
// gates is that of the set's file, which is the print's.
func TestReadGates(t *testing.T) {
	t.Parallel()
	files := small()
	files["gates.yaml"].Data = append(files["gates.yaml"].Data,
		"copied: {effect: stop, vi: Giống, en: Copied, sets: {1: {vi: Giống hệt, en: Identical}, 2: {vi: Khác, en: Other}}}\n"...)
	set := files["sets/01.yaml"]
	set.Data = []byte(strings.Replace(string(set.Data), "- forged\n", "- forged\n  - copied 1\n", 1))
	s, err := gen.Read(files)
	require.NoError(t, err)
	gates := s.Rubric.Sets[0].Gates
	require.Len(t, gates, 2)
	assert.Equal(t, "forged", gates[0].ID)
	assert.Equal(t, lang.Text{Vi: "Giống hệt", En: "Identical"}, gates[1].Label)
	words, err := s.Words()
	require.NoError(t, err)
	assert.Contains(t, string(words), `{"copied", 1, lang.Text{Vi: "Giống hệt", En: "Identical"}}`)
}

func TestReadRefuses(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ file, from, to, want string }{
		"a sum that is off":              {"sets/01.yaml", "2 x 0 25", "2 x 0 24", "RUBRIC-03"},
		"a member nobody knows":          {"sets/01.yaml", "gates:", "gate:", "not found in type"},
		"words that are not there":       {"sets/01.yaml", "1 x 0", "1 y 0", `no words "y"`},
		"a gate that is not there":       {"sets/01.yaml", "- forged", "- forget", `no gate "forget"`},
		"points that are no number":      {"sets/01.yaml", "1 x 0 40", "1 x o 40", "not points"},
		"too many points":                {"sets/01.yaml", "1 x 0 40", "1 x 0 40 41", "too few"},
		"too few points":                 {"sets/01.yaml", "1 x 0 40", "1 x 40", "2 labels for 1"},
		"a row that is too short":        {"sets/01.yaml", "1 x 0 40", "1 x", "not number, words, points"},
		"a wrong place of print":         {"criteria/all.yaml", "3:1", "4:1", "printed says"},
		"a place that cannot be read":    {"criteria/all.yaml", "1:1; ", "1; ", "does not say criterion:sets"},
		"a span that cannot be read":     {"criteria/all.yaml", "1:1; ", "1:2-1; ", "not a set or a range"},
		"a label without English":        {"criteria/all.yaml", "en: Some", "en: ''", "RUBRIC-08"},
		"a section that has no name":     {"sets/01.yaml", "'2', name: one", "'2', name: two", "RUBRIC-08"},
		"bands that do not fall":         {"editions.yaml", "4: 70", "4: 90", "RUBRIC-15"},
		"a band that is missing":         {"editions.yaml", "5: 90, ", "", "RUBRIC-15"},
		"a day that is none":             {"editions.yaml", "2026-05-22", "2026-02-30", "DATE-01"},
		"a ministry that is not there":   {"sets/01.yaml", "[trade]", "[health]", "RUBRIC-16"},
		"a sector that is not there":     {"sets/01.yaml", "sector: I", "sector: V", "RUBRIC-16"},
		"a paper that is not there":      {"gates.yaml", "paper: paper", "paper: letter", "RUBRIC-14"},
		"a word for a set of no number":  {"search.yaml", "[1]", "[2]", "[2] are no sets"},
		"sets out of order":              {"search.yaml", "[1]", "[1, 1]", "[1 1] are no sets"},
		"a word for no set":              {"search.yaml", "[1]", "[]", "names no set"},
		"a word that stands twice":       {"search.yaml", "chè", "trà", `"trà" stands twice`},
		"a word with a stray space":      {"search.yaml", "tea", "'tea '", "stray spaces"},
		"a word that is not composed":    {"search.yaml", "trà", "tra\u0300", "not in NFC"},
		"a word that is empty":           {"search.yaml", "tea", "''", "is empty"},
		"an edition that cannot be read": {"edition.yaml", "edition:", "edition", ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			files := small()
			text := string(files[c.file].Data)
			require.Contains(t, text, c.from)
			files[c.file].Data = []byte(strings.Replace(text, c.from, c.to, 1))
			_, err := gen.Read(files)
			assert.ErrorContains(t, err, c.want)
		})
	}
}

// What a criterion says in figures is written in its words' file.
func TestMeasures(t *testing.T) {
	t.Parallel()
	measures := func(lines string) (string, error) {
		files := small()
		words := files["criteria/all.yaml"]
		words.Data = []byte(strings.Replace(string(words.Data), "  options:", lines+"  options:", 1))
		s, err := gen.Read(files)
		require.NoError(t, err)
		code, err := s.Measures()
		return string(code), err
	}
	code, err := measures("  asks: paper\n  traces: story\n  measure: capital\n  shares: ['', '(50,75] 12']\n")
	require.NoError(t, err)
	assert.Contains(t, code, "{}, // of none")
	assert.Contains(t, code, "{Least: 50, Most: 75, Above: true, Months: 12},")
	assert.Contains(t, code, `{1, "3", "capital", shares0[:]},`)
	assert.Contains(t, code, `{1, "3", "paper"},`)
	assert.Contains(t, code, `{1, "3", "story"},`)
	assert.NotContains(t, code, "shares1", "the same shares are written once")
	_, err = measures("  measure: capital\n  shares: ['[50,75]']\n")
	assert.ErrorContains(t, err, "x: 1 shares for 2 options")
	_, err = measures("  measure: capital\n  shares: ['', '50-75']\n")
	assert.ErrorContains(t, err, `x: "50-75" is not a share such as [50,75)`)
}

func TestReadRefusesWordsGivenTwice(t *testing.T) {
	t.Parallel()
	files := small()
	files["criteria/more.yaml"] = files["criteria/all.yaml"]
	_, err := gen.Read(files)
	assert.ErrorContains(t, err, "worded twice")
}

func TestReadRefusesMissingFiles(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"edition.yaml", "sections.yaml", "gates.yaml", "evidence.yaml", "search.yaml"} {
		files := small()
		delete(files, name)
		_, err := gen.Read(files)
		assert.ErrorContains(t, err, name)
	}
}
