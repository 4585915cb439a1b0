package ocop_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/dossier/validation"
	"github.com/ocop-vn/ocop-go/ocop"
	"github.com/ocop-vn/ocop-go/ocop/httpapi"
	"github.com/ocop-vn/ocop-go/ocop/pack"
	"github.com/ocop-vn/ocop-go/ocop/paper"
	"github.com/ocop-vn/ocop-go/ocop/registry"
	explained "github.com/ocop-vn/ocop-go/ocop/report"
	"github.com/ocop-vn/ocop-go/ocop/trace"
	"github.com/ocop-vn/ocop-go/ocop/trace/page"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/qd26/words"
	"github.com/ocop-vn/ocop-go/scoring/rubric"
	"github.com/ocop-vn/ocop-go/scoring/strictjson"
)

func report(t *testing.T, e ocop.Evaluation, options ocop.ReportOptions) string {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, e.Report(&b, options))
	return b.String()
}

func evaluate(t *testing.T, document string) ocop.Evaluation {
	t.Helper()
	e, err := ocop.Evaluate([]byte(document))
	require.NoError(t, err)
	return e
}

func TestReportOfFiveStars(t *testing.T) {
	t.Parallel()
	set, _ := words.Set(13)
	var answers []string
	for _, p := range set.Parts {
		for _, x := range p.Sections {
			for _, c := range x.Criteria {
				answers = append(answers, `"`+c.Code+`":"`+c.Options[len(c.Options)-1].Code+`"`)
			}
		}
	}
	e := evaluate(t, `{"edition":"qd26-2026","set":13,"answers":{`+strings.Join(answers, ",")+`}}`)
	vi := report(t, e, ocop.ReportOptions{})
	assert.Contains(t, vi, "★★★★★  5 sao   100/100 điểm")
	assert.Contains(t, vi, "Bộ Nông nghiệp và Môi trường")
	assert.NotContains(t, vi, "chưa đạt")
	assert.NotContains(t, vi, "\x1b")
	en := report(t, e, ocop.ReportOptions{Lang: lang.En, Color: true})
	assert.Contains(t, en, "\x1b[1m5 stars\x1b[0m")
	assert.Contains(t, en, "(Article 4.1.b; Article 7.3.e)")
}

const oneStar = `{"edition":"qd26-2026","set":26,"answers":{"5.3":"b","1.1":"none","1.2":"none","1.3":"none","1.4":"none","2.1":"none","2.2":"none","2.3":"none","3.1":"none","3.2":"a","3.3":"none","3.4":"none","3.5":"none","4.1":"none","4.2":"none","4.3":"none","4.4":"none","4.5":"none","5.1":"none","5.2":"none","6":"none","7":"none","8":"none","9":"none","10":"none","11":"none","12":"none","13":"none","14":"none","15":"none","16":"none","17":"none"}}`

func TestReportOfOneStar(t *testing.T) {
	t.Parallel()
	e := evaluate(t, oneStar)
	assert.Contains(t, report(t, e, ocop.ReportOptions{Lang: lang.En}), "★☆☆☆☆  1 star   2/100 points")
	vi := report(t, e, ocop.ReportOptions{})
	assert.Contains(t, vi, "Còn 28 điểm nữa là tới mức 2 sao")
	assert.Contains(t, vi, "không cấp giấy chứng nhận")
}

func TestReportOfNoStory(t *testing.T) {
	t.Parallel()
	e := evaluate(t, `{"edition":"qd26-2026","set":1,"answers":{"5.1":"a"}}`)
	vi := report(t, e, ocop.ReportOptions{})
	assert.Contains(t, vi, "Không áp dụng vì không có câu chuyện sản phẩm (tính 0 điểm): 1")
	assert.Contains(t, vi, "CHƯA XẾP HẠNG")
	assert.NotContains(t, vi, "☆", "an incomplete sheet shows no star")
}

type failingWriter struct{}

func (failingWriter) Write([]byte) (int, error) { return 0, errors.New("full") }

func TestReportTellsThatItCannotWrite(t *testing.T) {
	t.Parallel()
	e := evaluate(t, `{"edition":"qd26-2026","set":1,"answers":{}}`)
	assert.ErrorContains(t, e.Report(failingWriter{}, ocop.ReportOptions{}), "full")
}

func TestKnownEditionWithoutRubric(t *testing.T) {
	t.Parallel()
	_, err := ocop.Evaluate([]byte(`{"edition":"qd148-2023","set":1,"answers":{}}`))
	assert.ErrorContains(t, err, "SHEET-01")
	assert.ErrorContains(t, err, "rubric.Read", "says how to load one")
	_, err = ocop.Evaluate([]byte(`{"edition":"qd149","set":1,"answers":{}}`))
	var problems problem.List
	require.ErrorAs(t, err, &problems)
	assert.Len(t, problems, 1)

	var l ocop.Library
	_, err = l.Rubric("qd1048-2019")
	assert.ErrorContains(t, err, "EDITION-03")
	_, err = l.Rubric("qd149")
	assert.ErrorContains(t, err, "EDITION-04")
	r, err := l.Rubric("qd26-2026")
	require.NoError(t, err)
	assert.Len(t, r.Sets, 26)
}

// Codes are one name space for all packages, in the form NAME-NN, with a message
// in both languages and a place in the tables of both READMEs.
func TestCodesAreUnique(t *testing.T) {
	t.Parallel()
	assert.Len(t, ocop.Kinds(), 10)
	seen := map[string]bool{}
	listed := []map[string]bool{listedCodes(t, "../README.md"), listedCodes(t, "../README.vi.md")}
	for _, kinds := range [][]problem.Kind{
		problem.Kinds(), strictjson.Kinds(), civil.Kinds(), scoring.Kinds(), rubric.Kinds(), dossier.Kinds(), validation.Kinds(), ocop.Kinds(), paper.Kinds(), httpapi.Kinds(), pack.Kinds(), registry.Kinds(), trace.Kinds(), page.Kinds(),
	} {
		for _, k := range kinds {
			assert.True(t, listed[0][k.Code] && listed[1][k.Code], "%s is in no README", k.Code)
			assert.Regexp(t, `^[A-Z]+-[0-9]{2}$`, k.Code)
			assert.False(t, seen[k.Code], "%s twice", k.Code)
			seen[k.Code] = true
			assert.NotEmpty(t, k.Message.Vi)
			assert.NotEmpty(t, k.Message.En)
			assert.Contains(t, []problem.Layer{problem.LayerSchema, problem.LayerRule}, k.Layer)
		}
	}
}

// listedCodes are the codes that a README names, one by one or as a span.
func listedCodes(t *testing.T, name string) map[string]bool {
	t.Helper()
	text, err := os.ReadFile(name)
	require.NoError(t, err)
	codes := map[string]bool{}
	for _, m := range regexp.MustCompile("`([A-Z]+)-([0-9]+)`(?: (?:to|đến) `[A-Z]+-([0-9]+)`)?").FindAllStringSubmatch(string(text), -1) {
		first, last := m[2], max(m[2], m[3])
		for n := 1; n < 100; n++ {
			if number := fmt.Sprintf("%02d", n); first <= number && number <= last {
				codes[m[1]+"-"+number] = true
			}
		}
	}
	return codes
}

// Steps are written as encoding/json writes them, which browsers do without.
func TestStepsAreWrittenAsTheyAreMarshalled(t *testing.T) {
	t.Parallel()
	for _, document := range []string{
		string(changed(t, "sheets/ca-phe-dak-lak", nil)), string(changed(t, "sheets/tranh-son-mai", nil)), string(changed(t, "dossiers/thuc-pham-lan-dau", nil)),
		`{"edition":"qd26-2026","set":1,"answers":{"5.1":"a","1.1":"none"}}`,
		`{"edition":"qd26-2026","set":13,"answers":{"1.1":"c"},"gates":["forged-dossier"]}`,
	} {
		e := evaluate(t, document)
		var want bytes.Buffer
		encoder := json.NewEncoder(&want)
		encoder.SetEscapeHTML(false)
		require.NoError(t, encoder.Encode(e.Explain()))
		assert.Equal(t, strings.TrimSpace(want.String()), string(explained.AppendSteps(nil, e.Explain())))
	}
}

// The steps of an explanation add up to the verdict, whatever it is.
func TestExplainAddsUp(t *testing.T) {
	t.Parallel()
	for _, document := range []string{
		`{"edition":"qd26-2026","set":1,"answers":{"5.1":"a","1.1":"none","1.2":"b"}}`,
		`{"edition":"qd26-2026","set":16,"answers":{"6.1":"a","1.1":"c"}}`,
		`{"edition":"qd26-2026","set":13,"answers":{"1.1":"c"},"gates":["forged-dossier"]}`,
	} {
		e := evaluate(t, document)
		sums := map[string]int{}
		kinds := map[ocop.StepKind]int{}
		for _, s := range e.Explain() {
			kinds[s.Kind]++
			assert.NotEmpty(t, s.Text.Vi)
			assert.NotEmpty(t, s.Text.En)
			assert.NotEqual(t, s.Rule.Article != "", s.Rule.Set != 0, "each step has one address")
			if s.Points != nil {
				sums[string(s.Kind)] += *s.Points
			}
		}
		assert.Equal(t, e.Result.Total, sums["total"])
		assert.Equal(t, e.Result.Total, sums["part"])
		assert.Equal(t, e.Result.Total, sums["criterion"])
		assert.Equal(t, 1, kinds[ocop.StepNoStar])
		assert.Zero(t, kinds[ocop.StepStar])
	}
	e := evaluate(t, `{"edition":"qd26-2026","set":1,"answers":{"5.1":"a","1.1":"none"}}`)
	steps := map[string]ocop.Step{}
	for _, s := range e.Explain() {
		steps[s.Criterion] = s
	}
	assert.Equal(t, ocop.StepNotApplicable, steps["5.2"].Kind)
	assert.Equal(t, "5.2: không áp dụng vì không có câu chuyện, 0 điểm, theo cách hiểu no-story-no-structure.", steps["5.2"].Text.Vi)
	assert.Equal(t, "(Phụ lục II, bộ 1, tiêu chí 5.2)", steps["5.2"].Rule.In(lang.Vi))
	assert.Equal(t, ocop.StepCriterion, steps["1.1"].Kind)
	assert.Equal(t, "1.1: none of the levels, 0 points, by reading none-scores-zero.", steps["1.1"].Text.En)
	assert.Equal(t, ocop.StepUnanswered, steps["5.3"].Kind)
}
