//go:build !ocop_browser

package paper_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/ocop/paper"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
	published "github.com/ocop-vn/ocop-go/scoring/qd26/words"
	"github.com/ocop-vn/ocop-go/scoring/rubric"
)

const (
	sheet   = `{"edition":"qd26-2026","set":13,"answers":{"1.1":"c"}}`
	council = `{"edition":"qd26-2026","set":13,"members":[{"id":"m1","answers":{}}]}`
	begun   = `{"product":{"name":"Cà phê","set":13},"council":{"date":"2026-07-01","seats":9,"members":[{"id":"m1","answers":{}}]}}`
)

// builtIn is a set with the words of the edition in force.
func builtIn(set scoring.Set) *rubric.Set {
	w, _ := published.Set(set.No())
	return w
}

func wordless(scoring.Set) *rubric.Set { return nil }

// Without more than words papers are of the edition in force, in Vietnamese.
func TestFillByItself(t *testing.T) {
	t.Parallel()
	for name, document := range map[paper.Name]string{
		paper.Form01: `{}`, paper.Form02: `{}`, paper.Form03: `{}`, paper.ScoreSheet: sheet, paper.SelfAssessment: sheet, paper.Minutes: council,
	} {
		for _, l := range []lang.Lang{"", lang.Vi, lang.En, "fr"} {
			p, err := paper.Fill(name, []byte(document), paper.Options{Lang: l, Words: builtIn})
			require.NoError(t, err, name)
			assert.Equal(t, name, p.Name)
			assert.Equal(t, l == lang.En, p.Lang == lang.En)
			assert.Equal(t, l != lang.En, p.Lang == lang.Vi)
		}
	}
}

// A report is made by who calls, of a sheet or a dossier; where nobody makes one it is
// no paper that there is.
func TestFillReport(t *testing.T) {
	t.Parallel()
	told := map[string]bool{}
	o := paper.Options{Words: builtIn, Report: func(document []byte, isSheet bool) (paper.Paper, error) {
		told[string(document)] = isSheet
		return paper.Paper{Nodes: make([]paper.Node, 1)}, nil
	}}
	for _, document := range []string{sheet, begun} {
		p, err := paper.Fill(paper.Report, []byte(document), o)
		require.NoError(t, err)
		assert.Len(t, p.Nodes, 1)
	}
	_, err := paper.Fill(paper.Report, []byte(sheet), paper.Options{Report: func([]byte, bool) (paper.Paper, error) { return paper.Paper{}, errFull }})
	require.ErrorIs(t, err, errFull, "as it was refused")
	assert.Equal(t, map[string]bool{sheet: true, begun: false}, told)
	assert.Equal(t, "form-01, form-02, form-03, score-sheet, self-assessment, minutes, report", allowed(t, "form-04", o))
	o.Report = nil
	assert.Equal(t, "form-01, form-02, form-03, score-sheet, self-assessment, minutes", allowed(t, paper.Report, o))
}

// allowed are the papers that a refusal of a name lists.
func allowed(t *testing.T, name paper.Name, o paper.Options) string {
	t.Helper()
	_, err := paper.Fill(name, []byte(sheet), o)
	var problems problem.List
	require.ErrorAs(t, err, &problems)
	assert.Equal(t, "PAPER-01", problems[0].Code)
	for _, p := range problems[0].Params {
		if p.Name == "allowed" {
			return p.Value
		}
	}
	return ""
}

// What names its product set has no paper where there are no words for it, but a form.
func TestFillWithoutWords(t *testing.T) {
	t.Parallel()
	o := paper.Options{Words: wordless, Report: func([]byte, bool) (paper.Paper, error) { return paper.Paper{}, nil }}
	for name, document := range map[paper.Name]string{paper.ScoreSheet: sheet, paper.SelfAssessment: begun, paper.Minutes: council, paper.Report: sheet} {
		p, err := paper.Fill(name, []byte(document), o)
		var problems problem.List
		require.ErrorAs(t, err, &problems, name)
		assert.Equal(t, "PAPER-02 /product/set", problems[0].Code+" "+problems[0].Path)
		assert.Empty(t, p.Nodes)
	}
	p, err := paper.Fill(paper.Form02, []byte(begun), o)
	require.NoError(t, err)
	assert.NotEmpty(t, p.Nodes)
}

// A dossier that is begun names its product set and not yet its edition: it has each
// paper that needs no more.
func TestFillOfADossierBegun(t *testing.T) {
	t.Parallel()
	for _, name := range []paper.Name{paper.Form01, paper.Form02, paper.Form03, paper.ScoreSheet, paper.SelfAssessment, paper.Minutes} {
		p, err := paper.Fill(name, []byte(begun), paper.Options{Words: builtIn})
		require.NoError(t, err, name)
		assert.Contains(t, p.Title, ": Cà phê")
	}
}

// What is wrong with a council, or with one in a dossier, is told and not passed over.
func TestFillRefuses(t *testing.T) {
	t.Parallel()
	assert.Len(t, paper.Kinds(), 4)
	for _, c := range []struct {
		name           paper.Name
		document, want string
	}{
		{paper.Minutes, `{"edition":"qd26-2026","set":13,"members":[{"id":"m1","answers":{"1.1":"z"}}]}`, "SHEET-03 /members/0/answers/1.1"},
		{paper.Minutes, `{"product":{"set":13},"council":{"date":"2026-07-01","members":[]}}`, "DOSSIER-05 /council/members"},
		{paper.Minutes, `{"product":{"set":13},"council":{"date":"2026-07-01","members":[{"id":"m1","answers":{"1.1":"z"}}]}}`, "SHEET-03 /council/members/0/answers/1.1"},
		{paper.Minutes, `{"product":{},"council":{"date":"2026-07-01","members":[{"id":"m1","answers":{}}]}}`, "DOSSIER-01 /product/set"},
		{paper.Minutes, `{"product":{"set":13},"council":{"date":"2026-07-01","seats":1,"members":[{"id":"m1","answers":{}},{"id":"m1","answers":{}}]}}`, "COUNCIL-03 /council/members"},
		{paper.Minutes, `{"edition":"qd26-2026","set":13,"seats":1,"members":[{"id":"m1","answers":{}},{"id":"m2","answers":{}}]}`, "COUNCIL-03 /members"},
		{paper.SelfAssessment, `{"product":{"set":13},"report":{"claims":{"1.1":{"option":"z"}}}}`, "SHEET-03 /report/claims/1.1/option"},
		{paper.SelfAssessment, `{"product":{"set":27}}`, "DOSSIER-04 /product/set"},
		{paper.Form01, `{"producer":{"phone":"x"}}`, "DOSSIER-11 /producer/phone"},
		{paper.SelfAssessment, `{"producer":{}}`, "PAPER-02 /product/set"},
		{paper.ScoreSheet, `{"producer":{}}`, "PAPER-02 /product/set"},
		{paper.ScoreSheet, `{"edition":"qd26-2026","set":13,"answers":{"1.1":"z"}}`, "SHEET-03 /answers/1.1"},
		{paper.Minutes, `{"edition":"qd26-2026","set":13,"answers":{"1.1":"z"}}`, "SHEET-03 /answers/1.1"},
		{paper.Minutes, sheet, "PAPER-04 "},
		{paper.Minutes, `{"producer":{"phone":"x"}}`, "DOSSIER-11 /producer/phone"},
		{paper.Minutes, `{"product":{"set":13}}`, "PAPER-03 /council"},
		{paper.Report, council, "PAPER-04 "},
		{paper.Report, `{"edition":"qd26-2026","set":13,"members":[]}`, "COUNCIL-05 /members"},
		{paper.SelfAssessment, `{"edition":"qd148-2023","product":{"set":13}}`, "DOSSIER-03 /edition"},
	} {
		p, err := paper.Fill(c.name, []byte(c.document), paper.Options{Words: builtIn, Report: func([]byte, bool) (paper.Paper, error) { return paper.Paper{}, nil }})
		var problems problem.List
		if assert.ErrorAs(t, err, &problems, c.document) {
			assert.Equal(t, c.want, problems[0].Code+" "+problems[0].Path, c.document)
		}
		assert.Empty(t, p.Nodes, c.document)
	}
	for document, want := range map[string]string{
		`{"product":{"set":13}}`: "PAPER-03 /ministry",
		`{"product":{"set":13},"ministry":{"date":"2026-07-01","seats":1,"members":[{"id":"m1","answers":{}},{"id":"m2","answers":{}}]}}`: "COUNCIL-03 /ministry/members",
	} {
		_, err := paper.Fill(paper.Minutes, []byte(document), paper.Options{Words: builtIn, Ministry: true})
		var problems problem.List
		require.ErrorAs(t, err, &problems)
		assert.Equal(t, want, problems[0].Code+" "+problems[0].Path)
	}
}

// The council at the ministry has minutes of its own, on wide pages as all.
func TestMinutesOfTheMinistry(t *testing.T) {
	t.Parallel()
	for ministry, level := range map[bool]string{true: "cấp trung ương", false: "cấp tỉnh"} {
		council := `{"date":"2026-07-01","members":[{"id":"m1","answers":{}}]}`
		p, err := paper.Fill(paper.Minutes, []byte(`{"product":{"set":13},"council":`+council+`,"ministry":`+council+`}`), paper.Options{Words: builtIn, Ministry: ministry})
		require.NoError(t, err)
		assert.True(t, p.Wide)
		assert.Equal(t, "Đánh giá, phân hạng sản phẩm OCOP "+level, p.Nodes[3].Text)
	}
}

// What the forms do not ask for is marked as ours.
func TestWhatIsAddedToAForm(t *testing.T) {
	t.Parallel()
	p, err := paper.Fill(paper.Form02, []byte(`{"product":{"set":20},"report":{"exemptions":[{"paper":"food-safety-certificate","ground":"Quy mô nhỏ"}],"results":{"years":[{"year":2025,"revenue":3}]},"figures":{"workers":{"total":4}}}}`), paper.Options{Words: builtIn})
	require.NoError(t, err)
	var added []string
	for i := range p.Nodes {
		n := &p.Nodes[i]
		switch {
		case n.Table != nil && n.Added:
			added = append(added, n.Table.Head[0])
		case n.Added:
			added = append(added, n.Text)
		case n.Table != nil && len(n.Table.Head) == 5:
			total := n.Table.Rows[len(n.Table.Rows)-1].Cells
			assert.Equal(t, "Tổng điểm", total[0].Text)
			assert.Empty(t, total[1].Text, "of no claim there is no total")
		}
	}
	assert.Equal(t, []string{"Giấy tờ không phải có", "Năm", ""}, added, "exemptions, years, figures")
	p, err = paper.Fill(paper.Form03, []byte(`{}`), paper.Options{Words: builtIn})
	require.NoError(t, err)
	assert.True(t, p.Nodes[0].Table.Rows[0].Strong)
	assert.False(t, p.Nodes[0].Table.Rows[1].Strong)
}

// A sector that the decision does not have is written as it is given.
func TestASectorWithoutAName(t *testing.T) {
	t.Parallel()
	var x dossier.Dossier
	x.Product.Sector = "IX"
	p := paper.Registration(&x, nil, lang.Vi)
	assert.Contains(t, text(t, p.Text), "Ngành IX\n")
}

// A member's sheet of a dossier is to be filled in; a producer's own has its claims.
func TestSheetsOfADossier(t *testing.T) {
	t.Parallel()
	for name, want := range map[paper.Name]string{paper.ScoreSheet: "", paper.SelfAssessment: "3"} {
		p, err := paper.Fill(name, []byte(`{"product":{"set":13},"producer":{"representative":{"name":"H'Yim"}},"report":{"date":"2026-07-02","claims":{"1.1":{"option":"c"}}}}`), paper.Options{Words: builtIn})
		require.NoError(t, err)
		assert.Equal(t, name == paper.SelfAssessment, strings.Contains(text(t, p.Text), "H'Yim"), "a member writes their own name")
		for _, n := range p.Nodes {
			if n.Kind == paper.KindTable {
				assert.Equal(t, want, n.Table.Rows[1].Cells[3].Text, name)
				break
			}
		}
	}
}

// A kind of evidence is called as in the rubric that was loaded, and by its id where that
// has no name.
func TestEvidenceOfALoadedRubric(t *testing.T) {
	t.Parallel()
	r := published.Rubric()
	r.Edition = "own"
	for i := range r.Evidence {
		r.Evidence[i].Name.Vi = "Tên riêng " + r.Evidence[i].ID
	}
	e, err := r.Compile()
	require.NoError(t, err)
	last := r.Evidence[len(r.Evidence)-1].ID
	document := `{"edition":"own","set":13,"answers":{},"evidence":{"1.1":["` + r.Evidence[0].ID + `","` + last + `","other-id"]}}`
	p, err := paper.Fill(paper.ScoreSheet, []byte(document), paper.Options{Words: builtIn, Editions: []scoring.Edition{e}})
	require.NoError(t, err)
	assert.Contains(t, text(t, p.Text), "Minh chứng: Tên riêng "+r.Evidence[0].ID+"; Tên riêng "+last+"; other-id")
}

// Form 02 has a box for intellectual property, ticked where there is any right of it.
func TestAnyRightIsProperty(t *testing.T) {
	t.Parallel()
	for right, value := range map[string]string{"": "", "trademark": "true", "sharedMark": "true", "patent": "true", "industrialDesign": "true", "copyright": "true", "other": `"Giống cây"`} {
		document := `{}`
		if right != "" {
			document = `{"report":{"papers":{"` + right + `":` + value + `}}}`
		}
		p, err := paper.Fill(paper.Form02, []byte(document), paper.Options{Words: wordless})
		require.NoError(t, err)
		ticked := 0
		for _, n := range p.Nodes {
			if len(n.Boxes) < 3 {
				continue
			}
			assert.Equal(t, right != "", n.Boxes[0].Ticked, right)
			for _, b := range n.Boxes[1:] {
				if b.Ticked {
					ticked++
				}
			}
		}
		assert.Equal(t, right != "", ticked == 1, right)
	}
}

// A sheet without remarks is one of empty remarks.
func TestSheetsWithoutRemarks(t *testing.T) {
	t.Parallel()
	set, _ := qd26.Edition().Set(13)
	blank, w := set.Sheet(), builtIn(set)
	for _, draw := range []func(*scoring.Sheet, *rubric.Set, *scoring.Remarks, lang.Lang) paper.Paper{paper.MemberSheet, paper.OwnSheet} {
		assert.Equal(t, draw(&blank, w, new(scoring.Remarks), lang.Vi), draw(&blank, w, nil, lang.Vi))
	}
}
