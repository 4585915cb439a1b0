package ocop_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/dossier/procedure"
	"github.com/ocop-vn/ocop-go/ocop"
	"github.com/ocop-vn/ocop-go/ocop/paper"
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/qd26/words"
)

var update = flag.Bool("update", false, "write testdata/told anew; read every change beside the decision")

type object = map[string]any

// changed is an example with some of its members changed.
func changed(t testing.TB, example string, change func(object)) []byte {
	t.Helper()
	data, err := os.ReadFile("../examples/" + example + ".json")
	require.NoError(t, err)
	if change == nil {
		return data
	}
	var document object
	require.NoError(t, json.Unmarshal(data, &document))
	change(document)
	data, err = json.Marshal(document)
	require.NoError(t, err)
	return data
}

// member is a member of a document, or of a list in it.
func member(d any, path ...any) object {
	for _, name := range path {
		switch name := name.(type) {
		case string:
			d = d.(object)[name]
		case int:
			d = d.([]any)[name]
		}
	}
	return d.(object)
}

// told compares what is told in both languages with a golden file.
func told(t *testing.T, golden string, cases []toldCase) {
	t.Helper()
	for _, l := range []lang.Lang{lang.Vi, lang.En} {
		var b bytes.Buffer
		for _, c := range cases {
			fmt.Fprintf(&b, "==== %s\n", c.name)
			require.NoError(t, c.tell(&b, ocop.ReportOptions{Lang: l}), c.name)
		}
		compare(t, filepath.Join("testdata", "told", golden+"."+string(l)+".txt"), b.String())
	}
}

type toldCase struct {
	name string
	tell func(io.Writer, ocop.ReportOptions) error
}

func compare(t *testing.T, file, got string) {
	t.Helper()
	if *update && strings.HasPrefix(file, "testdata") {
		require.NoError(t, os.WriteFile(file, []byte(got), 0o644))
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Equal(t, string(want), got, file)
}

// The reports of the examples, word for word: each kind of outcome, and each
// statement with its article.
func TestReports(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("../examples/[ds]*/*.en.txt")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		base := strings.TrimSuffix(file, ".en.txt")
		document, err := os.ReadFile(base + ".json")
		require.NoError(t, err)
		e := evaluate(t, string(document))
		compare(t, base+".txt", report(t, e, ocop.ReportOptions{}))
		compare(t, file, report(t, e, ocop.ReportOptions{Lang: lang.En}))
	}
	e := evaluate(t, string(changed(t, "sheets/cay-mai-vang", nil)))
	painted := report(t, e, ocop.ReportOptions{Color: true})
	assert.Contains(t, painted, "\x1b[1;31mHỒ SƠ BỊ LOẠI, không xếp hạng\x1b[0m", "a rejection is red")
}

// What a sheet alone shows, word for word: gates of both kinds, one that an answer asks
// for beside one that stands, and a criterion that falls away.
func TestScoreReports(t *testing.T) {
	t.Parallel()
	var cases []toldCase
	for _, c := range []struct {
		name, sheet string
		change      func(object)
	}{
		{"rejected, and stopped beside that", "gao-st25", func(d object) { d["gates"] = []string{"forged-dossier", "unacceptable-impurities"} }},
		{"stopped", "gao-st25", func(d object) { d["gates"] = []string{"unacceptable-impurities"} }},
		{"a gate asked for beside one that stands", "cay-mai-vang", func(d object) {
			d["set"], d["answers"], d["gates"] = 20, object{"6": "none"}, []string{"forged-dossier"}
		}},
		{"a gate asked for, and a star", "gao-st25", func(d object) {
			d["set"], d["answers"] = 20, last(t, 20)
			member(d, "answers")["6"] = "none"
		}},
		{"no story", "gao-st25", func(d object) { member(d, "answers")["5.1"] = "a"; delete(member(d, "answers"), "5.2") }},
	} {
		e := evaluate(t, string(changed(t, "sheets/"+c.sheet, c.change)))
		cases = append(cases, toldCase{c.name, e.Report})
	}
	told(t, "scores", cases)
}

// Whoever answers that there is no declaration is told of the gate.
func TestReportsAskForAGate(t *testing.T) {
	t.Parallel()
	text := func(document string) string {
		return report(t, evaluate(t, document), ocop.ReportOptions{Lang: lang.En})
	}
	asked := "Criterion 6, option none, says that the paper is not there: look at the gate “No product declaration (or equivalent)”. (Appendix II, set 20, criterion 6)"
	assert.Contains(t, text(`{"edition":"qd26-2026","set":20,"answers":{"6":"none"}}`), asked)
	assert.NotContains(t, text(`{"edition":"qd26-2026","set":20,"answers":{"6":"a"}}`), "look at the gate")
	assert.NotContains(t, text(`{"edition":"qd26-2026","set":20,"answers":{"6":"none"},"gates":["product-declaration-missing"]}`), "look at the gate")
	assert.Contains(t, text(`{"edition":"qd26-2026","set":20,"answers":{"6":"none"},"gates":["forged-dossier"]}`), "\n\n  ? "+asked, "apart from the gates that stand")
}

// Each step from a sheet to its verdict, with the place in the decision.
func TestExplanations(t *testing.T) {
	t.Parallel()
	var cases []toldCase
	for i, name := range []string{"ca-phe-dak-lak", "nuoc-mam-phu-quoc", "tranh-son-mai", "du-lich-cong-dong", "cay-mai-vang", "nuoc-khoang", "gao-st25"} {
		e := evaluate(t, string(changed(t, "sheets/"+name, nil)))
		cases = append(cases, toldCase{name, func(w io.Writer, o ocop.ReportOptions) error {
			for _, s := range e.Explain() {
				if i > 0 && (s.Kind == ocop.StepCriterion || s.Kind == ocop.StepMinimum && *s.Met) {
					continue // the first has enough of them
				}
				text := s.Text.In(o.Lang)
				s.Text = lang.Text{}
				data, err := json.Marshal(s)
				if err != nil {
					return err
				}
				rest := strings.TrimSuffix(string(data), `,"text":{"vi":"","en":""}}`)
				fmt.Fprintf(w, "%s %s\n    %s}\n", text, s.Rule.In(o.Lang), rest)
			}
			return nil
		}})
	}
	told(t, "explanations", cases)
}

// decide makes the session of a changed council; of the province's example where none is named.
func decide(t testing.TB, example string, change func(object)) *ocop.Session {
	t.Helper()
	var l ocop.Library
	s, err := l.Decide(changed(t, "council/"+example, change))
	require.NoError(t, err)
	return &s
}

const province, ministry = "hoi-dong-tinh", "hoi-dong-trung-uong"

// The minutes of a council (Article 7.3.d): each outcome, with what the council's
// own rules say of it, and what there is to discuss.
func TestMinutes(t *testing.T) {
	t.Parallel()
	var both bytes.Buffer
	first, second := decide(t, province, nil), decide(t, ministry, nil)
	require.NoError(t, first.Minutes(&both, ocop.ReportOptions{}))
	fmt.Fprintln(&both)
	require.NoError(t, ocop.NewReferral(first, second).Report(&both, ocop.ReportOptions{}))
	compare(t, "../examples/council/bien-ban.txt", both.String())

	members := func(d object, n ...int) {
		var chosen []any
		for _, i := range n {
			chosen = append(chosen, d["members"].([]any)[i])
		}
		d["members"] = chosen
	}
	policy := func(name string, value any) func(object) {
		return func(d object) { member(d, "policy")[name] = value }
	}
	var cases []toldCase
	for _, c := range []struct {
		name   string
		change func(object)
	}{
		{"as it is", nil},
		{"7 of 9 where 7/9 is asked for: the very edge", policy("quorum", "7/9")},
		{"one more seat: no quorum", func(d object) { d["seats"] = 10; policy("quorum", "7/9")(d) }},
		{"no chair", func(d object) { members(d, 1, 2, 3, 4, 5, 6) }},
		{"apart by what is allowed: the very edge", policy("maxSpread", 6)},
		{"apart by more than is allowed", policy("maxSpread", 5)},
		{"a sheet is incomplete", func(d object) { delete(member(d, "members", 1, "answers"), "8") }},
		{"rejected", func(d object) { d["gates"] = []string{"forged-dossier"} }},
		{"stopped", func(d object) { d["gates"] = []string{"unacceptable-impurities"} }},
		{"all members must meet a minimum", policy("minima", "all")},
		{"the mean meets a minimum", policy("minima", "mean")},
		{"no rules of its own", func(d object) { delete(d, "policy"); delete(d, "seats") }},
		{"a minimum of 5 stars missed by all", func(d object) {
			for i := range d["members"].([]any) {
				member(d, "members", i, "answers")["1.5"] = "c"
			}
		}},
		{"one member of one", func(d object) { members(d, 0); delete(d, "policy"); d["seats"] = 1 }},
	} {
		s := decide(t, province, c.change)
		cases = append(cases, toldCase{c.name, func(w io.Writer, o ocop.ReportOptions) error {
			var plain, b bytes.Buffer
			require.NoError(t, first.Minutes(&plain, o))
			err := s.Minutes(&b, o)
			if c.change == nil {
				_, err = w.Write(b.Bytes())
				return err
			}
			only(w, "-", plain.String(), b.String())
			only(w, "+", b.String(), plain.String())
			return err
		}})
	}
	cases = append(cases, toldCase{"the ministry's, of 4 stars", second.Minutes}, toldCase{"a gate that the points give", derived(t).Minutes})
	told(t, "minutes", cases)
}

// last are the last options of a set's criteria.
func last(t *testing.T, no int) object {
	t.Helper()
	set, ok := words.Set(no)
	require.True(t, ok)
	answers := object{}
	for c := range set.Criteria {
		answers[c.Code] = c.Options[len(c.Options)-1].Code
	}
	return answers
}

// derived is a session in set 16, whose member gives each criterion its least points:
// with 0 at 6.1 to 6.4 that is a gate.
func derived(t *testing.T) *ocop.Session {
	t.Helper()
	set, ok := words.Set(16)
	require.True(t, ok)
	answers := object{}
	for c := range set.Criteria {
		answers[c.Code] = c.Options[0].Code
	}
	document, err := json.Marshal(object{"edition": "qd26-2026", "set": 16, "members": []object{{"id": "m1", "answers": answers}}})
	require.NoError(t, err)
	var l ocop.Library
	s, err := l.Decide(document)
	require.NoError(t, err)
	return &s
}

// only writes the lines that one text has more often than another.
func only(w io.Writer, sign, text, beside string) {
	left := map[string]int{}
	for line := range strings.Lines(beside) {
		left[line]++
	}
	for line := range strings.Lines(text) {
		if left[line]--; left[line] < 0 {
			fmt.Fprint(w, sign, " ", line)
		}
	}
}

// What follows when the ministry's council has scored (Article 7.4).
func TestReferrals(t *testing.T) {
	t.Parallel()
	minimaByAll := func(d object) { member(d, "policy")["minima"] = "all" }
	five, four := decide(t, province, nil), decide(t, province, minimaByAll)
	var cases []toldCase
	for _, c := range []struct {
		name       string
		of, beside *ocop.Session
	}{
		{"not sent on", four, decide(t, ministry, nil)},
		{"no result yet", five, decide(t, ministry, func(d object) { delete(member(d, "members", 0, "answers"), "8") })},
		{"recognised", five, five},
		{"sent back with 4 stars", five, decide(t, ministry, nil)},
		{"rejected in the province", decide(t, province, func(d object) { d["gates"] = []string{"forged-dossier"} }), five},
		{"sent back with none", five, decide(t, ministry, func(d object) { d["gates"] = []string{"forged-dossier"} })},
		{"from 90 points with a minimum missed", five, decide(t, province, minimaByAll)},
	} {
		r := ocop.NewReferral(c.of, c.beside)
		cases = append(cases, toldCase{c.name, func(w io.Writer, o ocop.ReportOptions) error {
			data, err := r.MarshalJSON()
			require.NoError(t, err)
			_, last, _ := strings.Cut(string(data), `,"ministry":`)
			assert.True(t, json.Valid(data))
			fmt.Fprintf(w, "%s\n", last[strings.LastIndex(last, `,"referral"`):])
			return r.Report(w, o)
		}})
	}
	told(t, "referrals", cases)
	for _, half := range []*ocop.Referral{
		ocop.NewReferral(five, &ocop.Session{}), ocop.NewReferral(&ocop.Session{}, five), ocop.NewReferral(five, nil), ocop.NewReferral(nil, five),
		{Province: &five.Outcome}, {Ministry: &five.Outcome},
	} {
		assert.ErrorContains(t, half.Report(io.Discard, ocop.ReportOptions{}), "REPORT-01", "without both there is none")
		data, err := half.MarshalJSON()
		require.NoError(t, err)
		assert.Equal(t, "null", string(data))
	}
}

// The way to a star: what to change, what proves it, what stands in the way, and
// how safe the star is that stands.
func TestPlans(t *testing.T) {
	t.Parallel()
	var cases []toldCase
	for _, c := range []struct {
		name, sheet  string
		star, others int
		change       func(object)
	}{
		{"one change", "ca-phe-dak-lak", 5, 0, nil},
		{"many changes, and other ways", "gao-st25", 4, 2, nil},
		{"there already", "nuoc-mam-phu-quoc", 5, 0, nil},
		{"there already, a point above the band below", "gao-st25", 3, 0, func(d object) { member(d, "answers")["1.2"] = "a" }},
		{"a gate in the way", "cay-mai-vang", 3, 0, nil},
		{"two gates in the way", "cay-mai-vang", 3, 0, func(d object) { d["gates"] = []string{"forged-dossier", "not-wholly-from-province"} }},
		{"a locked criterion in the way", "ca-phe-dak-lak", 5, 0, func(d object) { d["locked"] = []string{"1.5"} }},
		{"the star that the document names", "ca-phe-dak-lak", 0, 0, func(d object) { d["star"] = 5; d["cost"] = object{"1.5": 7} }},
	} {
		var l ocop.Library
		p, err := l.Plan(changed(t, "sheets/"+c.sheet, c.change), c.star, c.others)
		require.NoError(t, err)
		cases = append(cases, toldCase{c.name, func(w io.Writer, o ocop.ReportOptions) error {
			data := p.AppendJSON(nil)
			assert.True(t, json.Valid(data))
			fmt.Fprintf(w, "%s\n", data)
			return p.Report(w, o)
		}})
	}
	told(t, "plans", cases)
}

// A dossier's results stand side by side and are never mixed up: the producer's
// own, the advisory team's (Article 7.3.c), the province's council's (7.3.d) and
// the ministry's (7.4).
func TestDossierReports(t *testing.T) {
	t.Parallel()
	var cases []toldCase
	for _, c := range []struct {
		name, dossier string
		change        func(object)
	}{
		{"none beside the producer's", "do-uong-lan-dau", nil},
		{"a proposal", "thuc-pham-nang-hang", nil},
		{"a council", "du-lich-lan-dau", nil},
		{"a council without a proposal", "du-lich-lan-dau", func(d object) { delete(d, "proposed") }},
		{"a council without a result", "du-lich-lan-dau", func(d object) { member(d, "council")["policy"] = object{"maxSpread": 0} }},
		{"figures that fall, stand still or begin", "thuc-pham-danh-gia-lai", func(d object) {
			last := len(member(d, "report", "results")["years"].([]any)) - 1
			first, end := member(d, "report", "results", "years", 0), member(d, "report", "results", "years", last)
			first["revenue"], end["revenue"] = 300, 200
			first["profit"], end["profit"] = 0, 5
			first["output"], end["output"] = 200, 199
		}},
		{"figures that stand still, double and rise a little", "thuc-pham-danh-gia-lai", func(d object) {
			last := len(member(d, "report", "results")["years"].([]any)) - 1
			first, end := member(d, "report", "results", "years", 0), member(d, "report", "results", "years", last)
			first["revenue"], end["revenue"] = 300, 300
			first["profit"], end["profit"] = 1, 2
			first["output"], end["output"] = 1000, 1010
		}},
		{"to look at", "thuc-pham-lan-dau", func(d object) { delete(member(d, "report", "claims", "1.1"), "evidence") }},
	} {
		e := evaluate(t, string(changed(t, "dossiers/"+c.dossier, c.change)))
		cases = append(cases, toldCase{c.name, func(w io.Writer, o ocop.ReportOptions) error {
			var b bytes.Buffer
			err := e.Report(&b, o)
			out := b.String()
			head, _, _ := strings.Cut(out, "\n  ")
			fmt.Fprint(w, head, "\n…\n", out[strings.LastIndex(out, lang.Text{Vi: "\nCác kết quả", En: "\nResults"}.In(o.Lang)):])
			return err
		}})
	}
	told(t, "dossiers", cases)
}

// Knock-outs stand in the order that the decision prints them, which is neither
// that of the sheet nor that of the result.
func TestGatesInPrintedOrder(t *testing.T) {
	t.Parallel()
	e := evaluate(t, string(changed(t, "sheets/gao-st25", func(d object) {
		d["gates"] = []string{"unacceptable-impurities", "registration-dossier-deficient", "common-staple", "food-safety-certificate-breach"}
	})))
	printed := []string{"giấy chứng nhận cơ sở đủ điều kiện an toàn thực phẩm", "Hồ sơ đăng ký không đáp ứng", "nhóm chủ lực quốc gia", "Có tạp chất"}
	var said []string
	for _, line := range strings.Split(report(t, e, ocop.ReportOptions{}), "\n") {
		if strings.HasPrefix(line, "  ✗ ") {
			said = append(said, line)
		}
	}
	var explained []string
	for _, s := range e.Explain() {
		if s.Kind == ocop.StepGate {
			explained = append(explained, s.Text.Vi)
		}
	}
	require.Len(t, said, len(printed))
	require.Len(t, explained, len(printed))
	for i, words := range printed {
		assert.Contains(t, said[i], words)
		assert.Contains(t, explained[i], words)
	}
}

// Where an option's label is quoted, the note of its criterion is too.
func TestNotesTravelWithOptions(t *testing.T) {
	t.Parallel()
	e := evaluate(t, string(changed(t, "sheets/ca-phe-dak-lak", nil)))
	var quoted, missed int
	for _, s := range e.Explain() {
		c, _ := e.Words().Criterion(s.Criterion)
		switch {
		case s.Kind == ocop.StepCriterion:
			quoted++
			assert.Equal(t, c.Notes, s.Notes, s.Criterion)
		case s.Kind == ocop.StepMinimum && !*s.Met:
			missed++
			o, _ := c.Option(s.Need)
			assert.Contains(t, s.Text.Vi, o.Label.Vi)
			assert.Contains(t, s.Text.En, o.Label.En)
			assert.Equal(t, c.Notes, s.Notes, s.Criterion)
		default:
			assert.Empty(t, s.Notes, s.Kind)
		}
	}
	assert.Positive(t, quoted)
	assert.Positive(t, missed)
}

// A place is cited as the decision cites it; one that is none does no harm.
func TestRuleIn(t *testing.T) {
	t.Parallel()
	for place, vi := range map[string]string{"3": "(Điều 3)", "3.3": "(khoản 3 Điều 3)", "4.1.a": "(điểm a khoản 1 Điều 4)", "1.2.3.4": "(điểm 3.4 khoản 2 Điều 1)"} {
		assert.Equal(t, vi, ocop.Rule{Article: place}.In(lang.Vi))
		assert.Equal(t, "(Article "+place+")", ocop.Rule{Article: place}.In(lang.En))
	}
}

// What is due, and whether it was done: each state of a duty, with and without a day.
func TestDeadlineReports(t *testing.T) {
	t.Parallel()
	var cases []toldCase
	for _, c := range []struct {
		name, milestones string
		on               civil.Date
	}{
		{"nothing is known", `{}`, civil.Date{}},
		{"nothing is known on a day", `{}`, civil.Date{Year: 2026, Month: 9, Day: 20}},
		{"no day: open or done", `{"application":"first","filed":"2026-08-24"}`, civil.Date{}},
		{"done", `{"application":"first","filed":"2026-08-24","proposed":"2026-09-10"}`, civil.Date{Year: 2026, Month: 12, Day: 1}},
		{"before the last day", `{"application":"first","filed":"2026-08-24"}`, civil.Date{Year: 2026, Month: 9, Day: 1}},
		{"after it", `{"application":"first","filed":"2026-08-24"}`, civil.Date{Year: 2026, Month: 12, Day: 1}},
		{"a certificate in force", `{"issued":"2026-08-05"}`, civil.Date{Year: 2026, Month: 9, Day: 20}},
		{"a certificate that ended", `{"issued":"2023-11-20","expires":"2026-11-20"}`, civil.Date{Year: 2027, Month: 9, Day: 20}},
	} {
		s, err := ocop.Deadlines([]byte(c.milestones), procedure.Options{On: c.on})
		require.NoError(t, err, c.name)
		cases = append(cases, toldCase{c.name, s.Report})
	}
	told(t, "deadlines", cases)
}

// Where a dossier or a certificate stands, and what may come next: each thing that is
// told of it only where it is so.
func TestLifeReports(t *testing.T) {
	t.Parallel()
	const filed = `{"step":"file","on":"2026-06-01"},{"step":"propose","on":"2026-06-18"},{"step":"score-by-province","on":"2026-07-15","total":"92.4","star":5}`
	const sent = filed + `,{"step":"send-on","on":"2026-07-24"}`
	const four = `{"previous":{"star":4,"issued":"2026-08-05"},"steps":[%s]}`
	var cases []toldCase
	for _, c := range []struct {
		name, life string
		on         civil.Date
	}{
		{"nothing yet", `{"steps":[]}`, civil.Date{}},
		{"scored by the province", `{"steps":[` + filed + `]}`, civil.Date{Year: 2026, Month: 7, Day: 20}},
		{"scored by the ministry, under 90", `{"steps":[` + sent + `,{"step":"score-by-ministry","on":"2026-09-18","total":"88.5","star":4}]}`, civil.Date{}},
		{"scored by the ministry, 5 stars", `{"steps":[` + sent + `,{"step":"score-by-ministry","on":"2026-09-18","total":"91","star":5}]}`, civil.Date{}},
		{"under 3 stars", `{"steps":[{"step":"file","on":"2026-06-01"},{"step":"propose","on":"2026-06-18"},{"step":"score-by-province","on":"2026-07-15","total":"20","star":1}]}`, civil.Date{}},
		{"recognised", fmt.Sprintf(four, ""), civil.Date{Year: 2027, Month: 1, Day: 1}},
		{"to another day than 36 months", `{"previous":{"star":4,"issued":"2026-08-05","expires":"2029-08-01"},"steps":[]}`, civil.Date{Year: 2027, Month: 1, Day: 1}},
		{"extended", fmt.Sprintf(four, `{"step":"extend","on":"2029-07-20"}`), civil.Date{Year: 2029, Month: 9, Day: 1}},
		{"its extension lapsed", fmt.Sprintf(four, `{"step":"extend","on":"2029-07-20"}`), civil.Date{Year: 2030, Month: 9, Day: 1}},
		{"withdrawn", fmt.Sprintf(four, `{"step":"withdraw","on":"2027-01-01","by":"province","ground":"other-authority"}`), civil.Date{}},
		{"upgraded beside the one before", `{"application":"upgrade","previous":{"star":3,"issued":"2025-08-05"},"steps":[{"step":"file","on":"2026-06-01"}]}`, civil.Date{}},
	} {
		s, err := ocop.Life([]byte(c.life), c.on)
		require.NoError(t, err, c.name)
		cases = append(cases, toldCase{c.name, s.Report})
	}
	told(t, "lives", cases)
}

// Reports as pages: what stands apart, in which tone and column, of one of each kind.
func TestReportPages(t *testing.T) {
	t.Parallel()
	var l ocop.Library
	plan, err := l.Plan(changed(t, "sheets/gao-st25", nil), 4, 1)
	require.NoError(t, err)
	safe, err := l.Plan(changed(t, "sheets/gao-st25", func(d object) { member(d, "answers")["1.2"] = "a" }), 3, 0)
	require.NoError(t, err)
	first, second := decide(t, province, nil), decide(t, ministry, nil)
	incomplete, rejected, minima := evaluate(t, string(changed(t, "sheets/du-lich-cong-dong", nil))), evaluate(t, string(changed(t, "sheets/cay-mai-vang", nil))), evaluate(t, string(changed(t, "sheets/ca-phe-dak-lak", nil)))
	dossier := evaluate(t, string(changed(t, "dossiers/thuc-pham-danh-gia-lai", nil)))
	due, err := ocop.Deadlines([]byte(`{"application":"first","filed":"2026-08-24"}`), procedure.Options{On: civil.Date{Year: 2026, Month: 12, Day: 1}})
	require.NoError(t, err)
	standing, err := ocop.Life([]byte(`{"previous":{"star":4,"issued":"2026-08-05"},"steps":[]}`), civil.Date{Year: 2029, Month: 6, Day: 1})
	require.NoError(t, err)
	var cases []toldCase
	for _, c := range []struct {
		name string
		tree func(lang.Lang) (paper.Paper, error)
	}{
		{"an incomplete sheet", incomplete.Paper},
		{"a rejected one", rejected.Paper},
		{"minima missed", minima.Paper},
		{"a dossier", dossier.Paper},
		{"a plan with another way", plan.Paper},
		{"how safe a star is", safe.Paper},
		{"minutes", first.Paper},
		{"a referral", ocop.NewReferral(first, second).Paper},
		{"deadlines", due.Paper},
		{"a life", standing.Paper},
	} {
		cases = append(cases, toldCase{c.name, func(w io.Writer, o ocop.ReportOptions) error {
			p, err := c.tree(o.Lang)
			require.NoError(t, err)
			var page bytes.Buffer
			require.NoError(t, p.HTML(&page))
			_, err = io.WriteString(w, styleRule.ReplaceAllString(page.String(), ""))
			return err
		}})
	}
	told(t, "pages", cases)
}
