package ocop_test

import (
	"bytes"
	"encoding/json"
	"html"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/dossier/procedure"
	"github.com/ocop-vn/ocop-go/ocop"
	"github.com/ocop-vn/ocop-go/ocop/paper"
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/lang"
)

// reporter is what reports to people, as text and as a tree.
type reporter struct {
	text  func(io.Writer, ocop.ReportOptions) error
	paper func(lang.Lang) (paper.Paper, error)
}

// reporters are the reports of the examples, of every kind.
func reporters(t *testing.T) map[string]reporter {
	t.Helper()
	var l ocop.Library
	all := map[string]reporter{}
	on := civil.Date{Year: 2027, Month: 1, Day: 1}
	for _, pattern := range []string{"sheets/*.json", "dossiers/*.json"} {
		files, err := filepath.Glob("../examples/" + pattern)
		require.NoError(t, err)
		for _, file := range files {
			document, err := os.ReadFile(file)
			require.NoError(t, err)
			e, err := l.Evaluate(document)
			require.NoError(t, err)
			all[file] = reporter{e.Report, e.Paper}
			if p, err := l.Plan(document, 4, 2); err == nil {
				all[file+" plan"] = reporter{p.Report, p.Paper}
			}
			if e.Dossier == nil {
				continue
			}
			due, err := ocop.Deadlines(document, procedure.Options{On: on})
			require.NoError(t, err)
			all[file+" deadlines"] = reporter{due.Report, due.Paper}
			if standing, err := ocop.Life(document, on); err == nil {
				all[file+" life"] = reporter{standing.Report, standing.Paper}
			}
		}
	}
	first, second := decide(t, province, nil), decide(t, ministry, nil)
	rejected := decide(t, province, func(d object) { d["gates"] = []string{"forged-dossier"} })
	referral := ocop.NewReferral(first, second)
	all["council"], all["rejected"] = reporter{first.Minutes, first.Paper}, reporter{rejected.Minutes, rejected.Paper}
	all["referral"] = reporter{referral.Report, referral.Paper}
	return all
}

var (
	colour    = regexp.MustCompile("\x1b\\[[0-9;]*m")
	styleRule = regexp.MustCompile(`(?s)<style>.*</style>`)
	inline    = regexp.MustCompile(`</?(span|strong)[^>]*>`)
	tag       = regexp.MustCompile(`<[^>]*>`)
)

// wordsOf are the words of a text without bars and bullets, a space apart.
func wordsOf(s string) string {
	return strings.Join(strings.Fields(strings.NewReplacer("█", "", "░", "", "•", "").Replace(s)), " ")
}

// Whatever a report says as text it says in HTML and DOCX too, as headings, lists
// and tables; and the colours of a terminal are all that Color adds.
func TestReportsAreDrawnWhole(t *testing.T) {
	t.Parallel()
	kinds := map[paper.Kind]bool{}
	for name, r := range reporters(t) {
		for _, l := range []lang.Lang{"", lang.En} {
			p, err := r.paper(l)
			require.NoError(t, err)
			assert.Equal(t, paper.Report, p.Name)
			assert.NotEmpty(t, p.Title)
			var direct, text, colours, page, docx bytes.Buffer
			require.NoError(t, r.text(&direct, ocop.ReportOptions{Lang: l}))
			require.NoError(t, p.Text(&text))
			assert.Equal(t, direct.String(), text.String(), name)
			require.NoError(t, r.text(&colours, ocop.ReportOptions{Lang: l, Color: true}))
			assert.NotEqual(t, text.String(), colours.String())
			assert.Equal(t, text.String(), colour.ReplaceAllString(colours.String(), ""), name)
			require.NoError(t, p.HTML(&page))
			require.NoError(t, p.DOCX(&docx))
			assert.NotContains(t, page.String(), "<pre")
			assert.Equal(t, 1, strings.Count(page.String(), "<h1>"))
			inHTML := wordsOf(html.UnescapeString(tag.ReplaceAllString(inline.ReplaceAllString(styleRule.ReplaceAllString(page.String(), ""), ""), " ")))
			document := strings.NewReplacer("</w:p>", " ", "</w:tc>", " ").Replace(unzip(t, docx.Bytes())["word/document.xml"])
			inDOCX := wordsOf(html.UnescapeString(tag.ReplaceAllString(document, "")))
			for line := range strings.Lines(text.String()) {
				assert.Contains(t, inHTML, wordsOf(line), name)
				assert.Contains(t, inDOCX, wordsOf(line), name)
			}
			assert.Equal(t, lang.Text{Vi: "vi", En: "en"}.In(l), string(p.Lang), "Vietnamese where none is named")
			assert.Equal(t, 1, p.Nodes[0].Level)
			for i := range p.Nodes {
				n := &p.Nodes[i]
				kinds[n.Kind] = true
				assert.False(t, n.Gap && n.Kind == paper.KindHeading, "a heading stands apart by itself")
				assertPieces(t, n.Text, n.Spans)
				for _, it := range n.Items {
					assertPieces(t, it.Text, it.Spans)
					for _, d := range it.Details {
						assertPieces(t, d.Text, d.Spans)
					}
				}
			}
		}
	}
	for _, kind := range []paper.Kind{paper.KindHeading, paper.KindParagraph, paper.KindList, paper.KindTable, paper.KindMeters} {
		assert.True(t, kinds[kind], kind)
	}
	assert.Len(t, kinds, 5, "and no other")
}

// assertPieces checks that pieces make the text, and that there are none without need.
func assertPieces(t *testing.T, whole string, spans []paper.Span) {
	t.Helper()
	if len(spans) == 0 {
		return
	}
	together, toned := "", false
	for _, s := range spans {
		together += s.Text
		toned = toned || s.Tone != paper.TonePlain
		assert.NotEmpty(t, s.Text)
	}
	assert.Equal(t, whole, together)
	assert.True(t, toned, whole)
}

// What a report takes from strangers is harmless whoever draws it.
func TestReportsOfHostileTexts(t *testing.T) {
	t.Parallel()
	e := evaluate(t, string(changed(t, "dossiers/thuc-pham-lan-dau", nil)))
	e.Dossier.Product.Name, e.Dossier.Producer.Name = hostileText+"\x1b[2J\x1balarm\x1b", evil
	e.Dossier.Decision.Number = hostileText
	encoded, err := json.Marshal(hostileText + "\x1b[2J")
	require.NoError(t, err)
	session, err := new(ocop.Library).Decide([]byte(`{"edition":"qd26-2026","set":13,"members":[{"id":` + string(encoded) + `,"answers":{}}]}`))
	require.NoError(t, err)
	for _, tree := range []func(lang.Lang) (paper.Paper, error){e.Paper, session.Paper} {
		p, err := tree(lang.Vi)
		require.NoError(t, err)
		evilNode := []paper.Span{{Text: hostileText, Tone: paper.ToneAlarm}, {Text: evil, Tone: `"><script>`}}
		// And in every node that a report has.
		p.Nodes = append(p.Nodes, paper.Node{Kind: paper.KindHeading, Level: 2, Spans: evilNode},
			paper.Node{Kind: paper.KindParagraph, Spans: evilNode, Gap: true},
			paper.Node{Kind: paper.KindList, Items: []paper.Item{{Mark: evil + hostileText, Spans: evilNode, Details: []paper.Detail{{Label: evil + hostileText, Spans: evilNode}}}}},
			paper.Node{Kind: paper.KindMeters, Meters: []paper.Meter{{Label: evil + hostileText, Value: 200, Most: 100}, {Value: -1}}},
			paper.Node{Kind: paper.KindTable, Table: &paper.Table{Head: []string{evil}, Widths: []int{1}, Rows: []paper.Row{{Cells: []paper.Cell{{Text: hostileText}}}}}})
		var text, colours, page, docx bytes.Buffer
		require.NoError(t, p.Text(&text))
		require.NoError(t, p.Painted(&colours))
		require.NoError(t, p.HTML(&page))
		require.NoError(t, p.DOCX(&docx))
		printed(t, text.String())
		assert.Equal(t, text.String(), colour.ReplaceAllString(colours.String(), ""), "but for our own colours")
		assert.Contains(t, text.String(), `<script>alert(1)</script>&amp;"'\u202e]]>`, "legible")
		printed(t, page.String())
		assert.NotContains(t, page.String(), "<script")
		assert.Contains(t, page.String(), "&lt;script&gt;alert(1)")
		document := unzip(t, docx.Bytes())["word/document.xml"]
		assert.NotContains(t, document, "<w:t>Tên")
		printed(t, strings.ReplaceAll(document, "&#xA;", ""))
	}
}

// A report is of a sheet or a dossier, as Evaluate takes them.
func TestReportPaper(t *testing.T) {
	t.Parallel()
	var l ocop.Library
	for _, name := range []string{"sheets/ca-phe-dak-lak", "dossiers/du-lich-lan-dau"} {
		document := changed(t, name, nil)
		p := filled(t, paper.Report, document, ocop.PaperOptions{Lang: lang.En})
		var b bytes.Buffer
		require.NoError(t, p.Text(&b))
		assert.Equal(t, report(t, evaluate(t, string(document)), ocop.ReportOptions{Lang: lang.En}), b.String())
		assert.True(t, strings.HasPrefix(p.Title, "OCOP score: "), p.Title)
	}
	for _, c := range []struct{ document, want string }{
		{`{"edition":"qd26-2026","set":13,"answers":{"1.1":"z"}}`, "SHEET-03 /answers/1.1"},
		{`{}`, "DOSSIER-01"},
		{string(changed(t, "council/"+province, nil)), "PAPER-04"},
		{`{"edition":"qd26-2026","set":13,"members":[]}`, "COUNCIL-05 /members"},
		{`[`, "JSON-09"},
	} {
		_, err := l.Paper(paper.Report, []byte(c.document), ocop.PaperOptions{})
		require.Error(t, err, c.document)
		assert.True(t, strings.HasPrefix(found(err)[0], c.want), "%s: %s", found(err)[0], c.want)
	}
	for _, tree := range []func(lang.Lang) (paper.Paper, error){new(ocop.Evaluation).Paper, new(ocop.Session).Paper, new(ocop.Planning).Paper, new(ocop.Referral).Paper} {
		p, err := tree(lang.Vi)
		assert.ErrorContains(t, err, "REPORT-01")
		assert.Empty(t, p.Nodes)
	}
	for _, tree := range []func(lang.Lang) (paper.Paper, error){new(ocop.Schedule).Paper, new(ocop.Standing).Paper} {
		_, err := tree(lang.Vi)
		assert.NoError(t, err)
	}
}
