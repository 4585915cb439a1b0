package law

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/dossier/internal/gen"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/qd26/words"
	"github.com/ocop-vn/ocop-go/scoring/reading"
)

const module = "../../.."

// decision is the folder of the decision's transcription, which stands beside the
// project where it is developed.
const decision = module + "/../shared/law/qd26-2026/"

func readSource(t *testing.T) *Source {
	t.Helper()
	s, err := ReadSource()
	require.NoError(t, err)
	return s
}

func TestFileIsFresh(t *testing.T) {
	t.Parallel()
	made, err := Write(readSource(t), os.DirFS(module))
	require.NoError(t, err)
	there, err := os.ReadFile(filepath.Join(module, File))
	require.NoError(t, err)
	assert.Equal(t, string(made), string(there), "run go generate ./ocop")
}

// lines are those of a file of the transcription; the test is skipped where that
// is not there.
func lines(t *testing.T, name string) []string {
	t.Helper()
	data, err := os.ReadFile(decision + name)
	if os.Getenv("OCOP_LAW") == "absent" || os.IsNotExist(err) {
		t.Skip("the transcription of the decision is not here")
	}
	require.NoError(t, err)
	return strings.Split(string(data), "\n")
}

// heads are the numbers that stand at the head of lines, each within those of the
// levels above it: 7, 7.3, 7.3.b.
func heads(text []string, levels ...string) (found []string) {
	at := make([]string, len(levels))
	patterns := make([]*regexp.Regexp, len(levels))
	for i, level := range levels {
		patterns[i] = regexp.MustCompile(`^` + level)
	}
	for _, line := range text {
		for i, pattern := range patterns {
			match := pattern.FindStringSubmatch(line)
			if match == nil || i > 0 && at[0] == "" {
				continue
			}
			at[i] = match[1]
			clear(at[i+1:])
			found = append(found, strings.Join(slices.DeleteFunc(slices.Clone(at), func(number string) bool { return number == "" }), "."))
			break
		}
	}
	return found
}

func TestHeads(t *testing.T) {
	t.Parallel()
	text := []string{"1. before any", "Điều 3. Ba", "1. Một", "a) x", "đ) y", "Đoạn không có số", "2. Hai", "Điều 13. Mười ba"}
	assert.Equal(t, []string{"3", "3.1", "3.1.a", "3.1.đ", "3.2", "13"}, heads(text, `Điều (\d+)\. `, `(\d+)\. `, `([a-zđ])\) `))
}

// The clauses are those of the decision, in its order, none left out.
func TestClausesAreTheDecisions(t *testing.T) {
	t.Parallel()
	text := lines(t, "articles.txt")
	var clauses []string
	for _, c := range readSource(t).Clauses {
		clauses = append(clauses, c.At)
	}
	assert.Equal(t, heads(text, `Điều (\d+)\. `, `(\d+)\. `, `([a-zđ])\) `), clauses)
}

// So are the numbered items of the forms; beside them stand a form as a whole and
// what has no number.
func TestItemsAreTheForms(t *testing.T) {
	t.Parallel()
	printed := heads(lines(t, "appendix-3-forms.txt"), `Mẫu số (0\d): `, `(?:Phần )?([IV]+)(?:\. |$)`, `(\d+)\. `, `([a-zđ])\) `)
	var items []string
	for _, form := range readSource(t).Forms {
		for _, item := range form.Items {
			if !strings.Contains(item.At, ", ") {
				items = append(items, item.At)
			}
		}
	}
	assert.Equal(t, printed, items)
}

// What is wrong with a source is found.
func TestCheckFinds(t *testing.T) {
	t.Parallel()
	symbols, err := ReadSymbols(os.DirFS(module))
	require.NoError(t, err)
	structs, err := gen.Types(os.DirFS(module + "/dossier"))
	require.NoError(t, err)
	clause := func(s *Source, at string) *Clause {
		for i := range s.Clauses {
			if s.Clauses[i].At == at {
				return &s.Clauses[i]
			}
		}
		return nil
	}
	require.NoError(t, readSource(t).check(symbols, fieldsOf(structs)))
	for want, spoil := range map[string]func(s *Source){
		"4.3: it lives nowhere, and no reason is given":                        func(s *Source) { clause(s, "4.3").Code = nil },
		"4.3: no test holds it, and no reason is given":                        func(s *Source) { clause(s, "4.3").Tests = nil },
		"4.3: there is no procedure.Expiration":                                func(s *Source) { clause(s, "4.3").Code = []string{"procedure.Expiration"} },
		"4.3: there is no procedure.TestNothing":                               func(s *Source) { clause(s, "4.3").Tests = []string{"procedure.TestNothing"} },
		"4.3: procedure.Expiry is no test":                                     func(s *Source) { clause(s, "4.3").Tests = []string{"procedure.Expiry"} },
		"4.3: words in both languages are needed":                              func(s *Source) { clause(s, "4.3").En = "" },
		`4.2: there is no reason "why"`:                                        func(s *Source) { clause(s, "4.2").Left = "why" },
		`the reason "idle" is given nowhere`:                                   func(s *Source) { s.Reasons["idle"] = lang.Text{Vi: "x", En: "x"} },
		"field changes: there is no Article 6.1.b":                             func(s *Source) { clause(s, "6.1.b").At = "6.1.x" },
		"reading next-round: its code and its tests are needed":                func(s *Source) { delete(s.Readings, reading.NextRound) },
		"reading no-such: there is none":                                       func(s *Source) { s.Readings["no-such"] = Home{} },
		"form 01.9: it has no field, and no reason is given":                   func(s *Source) { s.Forms[0].Items[3].At = "01.9" },
		"field application: there is no item 01.4 in the forms":                func(s *Source) { s.Forms[0].Items[5].At = "01.9" },
		"form 01.4: it has a field (application) and a reason why it has none": func(s *Source) { s.Forms[0].Items[5].Left = "on-paper" },
		"evidence: ": func(s *Source) { s.Evidence.Rows = s.Evidence.Rows[1:] },
	} {
		s := readSource(t)
		spoil(s)
		assert.ErrorContains(t, s.check(symbols, fieldsOf(structs)), want)
	}
}

func TestReadRefuses(t *testing.T) {
	t.Parallel()
	_, err := read([]byte("clauses:\n  - {at: '1', what: x}\n"))
	assert.ErrorContains(t, err, "law.yaml: ")
	_, err = Write(&Source{}, fstest.MapFS{"a.go": {Data: []byte("pack")}})
	assert.ErrorContains(t, err, "a.go:1")
	_, err = Write(&Source{}, fstest.MapFS{"dossier/x.go": {Data: []byte("package dossier\n\ntype Dossier struct{ X int }\n")}})
	assert.ErrorContains(t, err, "field X")
	_, err = Write(&Source{}, os.DirFS(module))
	assert.ErrorContains(t, err, "reading next-round")
}

// The notes of the rubric name readings that there are.
func TestReadingsOfNotes(t *testing.T) {
	t.Parallel()
	text, err := json.Marshal(words.Rubric())
	require.NoError(t, err)
	named := map[string]bool{}
	for _, match := range regexp.MustCompile(`\((?:reading|cách hiểu) ([a-z-]+)\)`).FindAllStringSubmatch(string(text), -1) {
		_, ok := reading.Of(reading.ID(match[1]))
		assert.True(t, ok, match[1])
		named[match[1]] = true
	}
	assert.Equal(t, map[string]bool{"commune-is-any-unit": true, "contracts-between-options": true, "share-in-two-options": true}, named)
}

func TestSymbols(t *testing.T) {
	t.Parallel()
	file := func(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }
	symbols, err := ReadSymbols(fstest.MapFS{
		"a/a.go":          file("package a\n\nconst C, D = 1, 2\n\nvar V int\n\ntype T struct{ F, G int }\n\nfunc (T) M() {}\n\nfunc (*T) P() {}\n\nfunc (G[X]) Q() {}\n\nfunc Of() {}\n"),
		"a/a_test.go":     file("package a_test\n\nvar inTest int\n\nfunc helper() {}\n\nfunc TestIt(t *testing.T) {}\n"),
		"a/testdata/x.go": file("package x\n\nvar X int\n"),
		"b/go.mod":        file("module b\n"),
		"b/b.go":          file("package b\n\nvar B int\n"),
		".ci/c.go":        file("package c\n\nvar C int\n"),
		"README.md":       file("# a"),
	})
	require.NoError(t, err)
	want := Symbols{"a.TestIt": "a/a_test.go"}
	for _, symbol := range []string{"C", "D", "V", "T", "T.F", "T.G", "T.M", "T.P", "Q", "Of"} {
		want["a."+symbol] = "a/a.go"
	}
	assert.Equal(t, want, symbols)
}

func TestPrinted(t *testing.T) {
	t.Parallel()
	for comment, want := range map[string][2][]string{
		"Form 01.1, 02.I.5, 03.I.4":                       {{"01.1", "02.I.5", "03.I.4"}, nil},
		"Form 02.I.7.a to d":                              {{"02.I.7.a", "02.I.7.b", "02.I.7.c", "02.I.7.d"}, nil},
		"Form 02.I.7.d to e":                              {{"02.I.7.d", "02.I.7.đ", "02.I.7.e"}, nil},
		"Form 01, for the offices":                        {{"01, for the offices"}, nil},
		"Form 02.III, the annex of evidence":              {{"02.III"}, nil},
		"Form 03; Article 5.1":                            {{"03"}, []string{"5.1"}},
		"Articles 7.3.d, 7.4.d":                           {nil, []string{"7.3.d", "7.4.d"}},
		"Article 6.1.b, 6.1.c: for an upgrade":            {nil, []string{"6.1.b", "6.1.c"}},
		"the decision that it is assessed by (Article 1)": {nil, []string{"1"}},
		"Article 4.3: the 36 months run from this day":    {nil, []string{"4.3"}},
		"not printed; beside Form 02.I.7.a to c":          {nil, nil},
		"Form 01.3; Appendix I; not every group has some": {{"01.3"}, nil},
		"Article 12.1; 36 months where it prints none":    {nil, []string{"12.1"}},
		"as on the paper, where it has one":               {nil, nil},
	} {
		items, articles := printed(comment)
		assert.Equal(t, want, [2][]string{items, articles}, comment)
	}
}

// One struct stands for several items: a field of it is printed where both it and
// the fields above it are.
func TestFieldsStandWithin(t *testing.T) {
	t.Parallel()
	structs, err := gen.Types(os.DirFS(module + "/dossier"))
	require.NoError(t, err)
	fields := fieldsOf(structs)
	assert.Equal(t, []string{"communeReport.materials", "communeReport.materials.described"}, fieldsAt(fields, "03.II.1"))
	assert.Equal(t, []string{"communeReport.idea"}, fieldsAt(fields, "03.II.3"))
	assert.Contains(t, fieldsAt(fields, "02.III"), "report.claims.*.option")
	assert.Contains(t, fieldsAt(fields, "01, for the offices"), "registration.provinceReceipt.receiver")
	assert.Empty(t, fieldsAt(fields, "02.V"))
}
