package ocop_test

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/ocop"
	"github.com/ocop-vn/ocop-go/ocop/paper"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/qd26/words"
)

// filled is a paper filled in from a document.
func filled(t *testing.T, name paper.Name, document []byte, o ocop.PaperOptions) paper.Paper {
	t.Helper()
	p, err := new(ocop.Library).Paper(name, document, o)
	require.NoError(t, err, name)
	return p
}

// textsOf are all texts of a paper, a line each, without its layout.
func textsOf(p *paper.Paper) string {
	var list []string
	for i := range p.Nodes {
		n := &p.Nodes[i]
		list = append(list, n.Text, n.Value)
		for _, it := range n.Items {
			list = append(list, it.Text)
			for _, d := range it.Details {
				list = append(list, d.Label, d.Text)
			}
		}
		for _, m := range n.Meters {
			list = append(list, m.Label)
		}
		for _, b := range n.Boxes {
			list = append(list, b.Label)
		}
		for _, s := range n.Signers {
			list = append(list, s.Place, s.Title, s.Note, s.Name)
		}
		if n.Table == nil {
			continue
		}
		list = append(list, n.Table.Head...)
		for _, row := range n.Table.Rows {
			for _, c := range row.Cells {
				list = append(list, c.Text)
				for _, b := range c.Boxes {
					list = append(list, b.Label)
				}
			}
		}
	}
	return strings.Join(list, "\n")
}

var (
	blanks = regexp.MustCompile(`[….]{2,}|[…□|]| / |_{3,}|-{5,}`)
	spaces = regexp.MustCompile(`\s+`)
)

// printedLabels are what a form prints before its blanks and boxes, in its order.
func printedLabels(form string) []string {
	var labels []string
	for line := range strings.Lines(form) {
		if !strings.ContainsAny(line, "…□") {
			continue
		}
		for _, label := range blanks.Split(line, -1) {
			label = strings.Trim(spaces.ReplaceAllString(label, " "), " .,;:-+/")
			if len([]rune(label)) > 2 && strings.ContainsFunc(label, func(r rune) bool { return r > '9' }) {
				labels = append(labels, label)
			}
		}
	}
	return labels
}

// Each label that the forms print before a blank or a box stands in the paper, in
// the printed order.
func TestPapersHoldEveryPrintedField(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile("../../shared/law/qd26-2026/appendix-3-forms.txt")
	if errors.Is(err, os.ErrNotExist) {
		t.Skip("the decision's forms are not beside the project")
	}
	require.NoError(t, err)
	forms := strings.Split(string(data), "\nMẫu số 0")
	require.Len(t, forms, 4)
	plain := func(s string) string {
		return strings.ToLower(strings.Trim(spaces.ReplaceAllString(strings.NewReplacer("¹", "", "1)", ")", ":", "", ".", "", "/", " ").Replace(s), " "), " "))
	}
	other := map[string]string{ // what we print in fewer words, and a label that has another before it
		"PĐK- (Mã tỉnh) - (Mã xã) - (Năm)":                   "pđk-",
		"3. Nhóm sản phẩm đăng ký (Ngành, Nhóm, Phân nhóm1)": "3 nhóm sản phẩm đăng ký (ngành, nhóm, phân nhóm)",
		"(Nam/nữ); Dân tộc":                                  "dân tộc",
		"ỦY BAN NHÂN DÂN XÃ/PHƯỜNG":                          "ủy ban nhân dân xã",
		"Giấy chứng nhận cơ sở đủ điều kiện vệ sinh an toàn thực phẩm theo quy định của pháp luật cho sản xuất sản phẩm":                "giấy chứng nhận cơ sở đủ điều kiện vệ sinh an toàn thực phẩm",
		"Giấy chứng nhận cơ sở đủ điều kiện sản xuất bắt buộc theo quy định cho sản phẩm (đối với các sản phẩm bắt buộc theo quy định)": "giấy chứng nhận cơ sở đủ điều kiện sản xuất bắt buộc theo quy định cho sản phẩm",
	}
	found := 0
	for i, name := range []paper.Name{paper.Form01, paper.Form02, paper.Form03} {
		p := filled(t, name, []byte(`{}`), ocop.PaperOptions{})
		rest := plain(textsOf(&p))
		for _, label := range printedLabels(forms[i+1]) {
			want, ok := other[label]
			if !ok {
				want = plain(label)
			}
			_, after, there := strings.Cut(rest, want)
			if assert.True(t, there, "%s: %q (%q) is not there, or not in its order", name, label, want) {
				rest = after
				found++
			}
		}
	}
	assert.Greater(t, found, 50)
}

// Nothing that a dossier says is lost on the way to its papers.
func TestPapersHoldTheWholeDossier(t *testing.T) {
	t.Parallel()
	for _, name := range exampleDossiers(t) {
		document, err := os.ReadFile("../examples/dossiers/" + name + ".json")
		require.NoError(t, err)
		var all strings.Builder
		for _, form := range []paper.Name{paper.Form01, paper.Form02, paper.Form03} {
			p := filled(t, form, document, ocop.PaperOptions{})
			all.WriteString(textsOf(&p))
		}
		var dossier map[string]any
		require.NoError(t, json.Unmarshal(document, &dossier))
		for _, part := range []string{"producer", "product", "registration", "report", "evidence", "changes", "updates", "communeReport"} {
			texts(dossier[part], part, func(path, text string) {
				for _, code := range []string{"/kind", "/taxCode", "/province", "/commune", "/option", "/sector", "/group", "/subgroup", "/size", "/code", "/gender", "/sha256", "/mediaType", "/channel", "/paper", "/number#", "/unit"} {
					if strings.HasSuffix(path, code) {
						return
					}
				}
				if isDay.MatchString(text) || strings.Contains(path, "/evidence/") || strings.Contains(path, "/renewed/") || strings.HasPrefix(path, "evidence/") && strings.HasSuffix(path, "/id") || path == "communeReport/number" {
					return
				}
				assert.Contains(t, all.String(), strings.TrimSuffix(text, "."), "%s: %s", name, path)
			})
		}
	}
}

var isDay = regexp.MustCompile(`^\d{4}-\d\d-\d\d$`)

// texts goes through the texts of a JSON value.
func texts(value any, path string, visit func(path, text string)) {
	switch v := value.(type) {
	case string:
		visit(path, v)
	case map[string]any:
		for name, item := range v {
			texts(item, path+"/"+name, visit)
		}
	case []any:
		for _, item := range v {
			texts(item, path+"/", visit)
		}
	}
}

func exampleDossiers(t *testing.T) []string {
	t.Helper()
	entries, err := os.ReadDir("../examples/dossiers")
	require.NoError(t, err)
	var names []string
	for _, e := range entries {
		if name, ok := strings.CutSuffix(e.Name(), ".json"); ok {
			names = append(names, name)
		}
	}
	require.Len(t, names, 18)
	return names
}

// What nobody knows is a blank.
func TestPapersOfNothing(t *testing.T) {
	t.Parallel()
	for _, name := range []paper.Name{paper.Form01, paper.Form02, paper.Form03} {
		for _, l := range []lang.Lang{lang.Vi, lang.En} {
			p := filled(t, name, []byte(`{}`), ocop.PaperOptions{Lang: l})
			fields := 0
			for i := range p.Nodes {
				n := &p.Nodes[i]
				if n.Kind == paper.KindField && !strings.HasPrefix(n.Value, "……-……/PĐK-") {
					fields++
					assert.Empty(t, n.Value, n.Text)
				}
				for _, b := range n.Boxes {
					assert.False(t, b.Ticked, b.Label)
				}
				assert.False(t, n.Added, "nothing of ours without data")
			}
			assert.Greater(t, fields, 8)
		}
	}
	p := filled(t, paper.ScoreSheet, []byte(`{"edition":"qd26-2026","set":13,"answers":{}}`), ocop.PaperOptions{})
	assert.NotContains(t, textsOf(&p), "NaN")
	for _, n := range p.Nodes {
		if n.Table == nil {
			continue
		}
		for _, row := range n.Table.Rows {
			assert.Empty(t, row.Cells[len(row.Cells)-1].Text, "no points where nothing is chosen")
		}
	}
}

func TestPapersRefused(t *testing.T) {
	t.Parallel()
	dossier := changed(t, "dossiers/do-uong-lan-dau", nil)
	wrong := changed(t, "dossiers/do-uong-lan-dau", func(d object) { member(d, "producer")["phone"] = "x" })
	sheet := []byte(`{"edition":"qd26-2026","set":13,"answers":{"1.1":"z"}}`)
	for _, c := range []struct {
		name     paper.Name
		document []byte
		want     string
	}{
		{"form-04", dossier, "PAPER-01"},
		{paper.Form01, wrong, "DOSSIER-11 /producer/phone"},
		{paper.Form02, []byte(`[`), "JSON-09"},
		{paper.ScoreSheet, []byte(`{"producer":{}}`), "PAPER-02 /product/set"},
		{paper.SelfAssessment, []byte(`{"producer":{}}`), "PAPER-02 /product/set"},
		{paper.SelfAssessment, wrong, "DOSSIER-11 /producer/phone"},
		{paper.ScoreSheet, sheet, "SHEET-03 /answers/1.1"},
		{paper.Minutes, sheet, "SHEET-03 /answers/1.1"},
		{paper.Minutes, []byte(`{"edition":"qd26-2026","set":13,"answers":{}}`), "PAPER-04"},
		{paper.Minutes, []byte(`{`), "JSON-01"},
		{paper.Minutes, dossier, "PAPER-03 /council"},
		{paper.Minutes, wrong, "DOSSIER-11 /producer/phone"},
		{paper.Minutes, []byte(`{"edition":"qd26-2026","set":13,"members":[]}`), "COUNCIL-05 /members"},
	} {
		p, err := new(ocop.Library).Paper(c.name, c.document, ocop.PaperOptions{})
		require.Error(t, err, c.want)
		assert.Equal(t, c.want, found(err)[0], c.name)
		assert.Empty(t, p.Nodes)
	}
	_, err := new(ocop.Library).Paper(paper.Minutes, dossier, ocop.PaperOptions{Ministry: true})
	assert.ErrorContains(t, err, "/ministry")
}

// hostileText is a name that would be markup, move a terminal or turn the line.
const hostileText = `<script>alert(1)</script>&amp;"'` + "\u202e" + `]]><w:t>Tên`

// What strangers write is harmless and legible on paper: no markup of theirs, no
// control character, whatever the writer; and what is long is broken, not lost.
func TestPapersOfHostileTexts(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("dài", 60)
	document := changed(t, "dossiers/thuc-pham-lan-dau", func(d object) {
		member(d, "product")["name"] = strings.ReplaceAll(hostileText, "\u202e", "")
		member(d, "producer")["name"] = long
		member(d, "report")["history"] = "Dòng một\r\nDòng hai <b>\tđậm</b>"
		for _, e := range d["evidence"].([]any) {
			e.(object)["title"] = "<img src=x onerror=alert(1)>"
		}
	})
	for _, name := range paper.Names() {
		p := filled(t, name, document, ocop.PaperOptions{})
		p.Title += hostileText
		p.Nodes = append(p.Nodes, paper.Node{Kind: paper.KindField, Text: hostileText, Value: hostileText},
			paper.Node{Kind: paper.KindParagraph, Text: "\x1b[2J" + hostileText},
			paper.Node{Kind: paper.KindField, Text: "\x1b[2J" + hostileText}, paper.Node{Kind: paper.KindField, Text: hostileText, Lines: 2},
			paper.Node{Kind: paper.KindMeters, Meters: []paper.Meter{{Label: hostileText, Value: 1, Most: 2}}},
			paper.Node{Kind: paper.KindHeading, Level: 1, Text: hostileText},
			paper.Node{Kind: paper.KindList, Items: []paper.Item{{Mark: hostileText, Text: hostileText, Details: []paper.Detail{{Label: hostileText, Text: hostileText}}}}},
			paper.Node{Kind: paper.KindTicks, Text: hostileText, Boxes: []paper.Box{{Label: hostileText}}},
			paper.Node{Kind: paper.KindSignatures, Signers: []paper.Signer{{Title: hostileText, Name: hostileText, Note: hostileText, Place: hostileText}}},
			paper.Node{Kind: paper.KindTable, Table: &paper.Table{Head: []string{hostileText}, Widths: []int{1}, Rows: []paper.Row{{Cells: []paper.Cell{{Text: hostileText}}}}}})
		var html, text, docx bytes.Buffer
		require.NoError(t, p.HTML(&html))
		require.NoError(t, p.Text(&text))
		require.NoError(t, p.DOCX(&docx))
		for _, page := range []string{html.String(), text.String()} {
			assert.NotContains(t, page, "\x1b")
			assert.NotContains(t, page, "\u202e")
		}
		assert.NotContains(t, html.String(), "<script")
		assert.NotContains(t, html.String(), "<img")
		assert.NotContains(t, html.String(), "<b>")
		assert.Contains(t, html.String(), "&lt;script&gt;")
		assert.Contains(t, text.String(), "<script>", "legible")
		parts := unzip(t, docx.Bytes())
		assert.NotContains(t, parts["word/document.xml"], "\u202e")
		assert.Contains(t, parts["word/document.xml"], "&lt;script&gt;")
		if name == paper.Form01 {
			assert.Contains(t, strings.ReplaceAll(strings.ReplaceAll(text.String(), "\n", ""), " ", ""), long, "broken, not lost")
		}
		if name == paper.Form02 {
			assert.Contains(t, html.String(), "Dòng một\nDòng hai &lt;b&gt; đậm", "its own line breaks are kept")
		}
	}
}

// unzip are the files of a DOCX; each is well-formed XML.
func unzip(t *testing.T, data []byte) map[string]string {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	require.NoError(t, err)
	parts := map[string]string{}
	for _, f := range archive.File {
		r, err := f.Open()
		require.NoError(t, err)
		content, err := io.ReadAll(r)
		require.NoError(t, err)
		parts[f.Name] = string(content)
		decoder := xml.NewDecoder(bytes.NewReader(content))
		for {
			_, err := decoder.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			require.NoError(t, err, f.Name)
		}
	}
	return parts
}

// The same document gives the same bytes, and each writer draws what the tree says.
func TestPapersAreWrittenAlike(t *testing.T) {
	t.Parallel()
	for _, name := range exampleDossiers(t) {
		document, err := os.ReadFile("../examples/dossiers/" + name + ".json")
		require.NoError(t, err)
		for _, paperName := range paper.Names() {
			p, err := new(ocop.Library).Paper(paperName, document, ocop.PaperOptions{Lang: lang.En})
			if paperName == paper.Minutes && err != nil {
				continue // of a dossier without a council
			}
			require.NoError(t, err)
			again := filled(t, paperName, document, ocop.PaperOptions{Lang: lang.En})
			tree, err := json.Marshal(p)
			require.NoError(t, err)
			assert.True(t, json.Valid(tree))
			same, err := json.Marshal(again)
			require.NoError(t, err)
			assert.Equal(t, string(tree), string(same))
			var first, second, html bytes.Buffer
			require.NoError(t, p.DOCX(&first))
			require.NoError(t, again.DOCX(&second))
			assert.True(t, bytes.Equal(first.Bytes(), second.Bytes()))
			require.NoError(t, p.HTML(&html))
			parts := unzip(t, first.Bytes())
			require.Len(t, parts, 6)
			assert.Equal(t, strings.Count(string(tree), `"ticked":true`), strings.Count(parts["word/document.xml"], "☑"))
			assert.Equal(t, strings.Count(string(tree), `"ticked":true`), strings.Count(html.String(), `class="box ticked"`))
			assert.NotContains(t, html.String(), "<script")
			assert.NotContains(t, html.String(), "http")
		}
	}
}

// Minutes hold each member's points at each criterion, as the members gave them.
func TestMinutesHoldEverySheet(t *testing.T) {
	t.Parallel()
	document := changed(t, "dossiers/thuc-pham-lan-dau", nil)
	p := filled(t, paper.Minutes, document, ocop.PaperOptions{})
	rows := map[string][]string{}
	for _, n := range p.Nodes {
		if n.Table == nil || n.Table.Head[0] != "Tiêu chí" {
			continue
		}
		for _, row := range n.Table.Rows {
			if row.Strong {
				continue
			}
			code, _, _ := strings.Cut(row.Cells[0].Text, " ")
			for _, c := range row.Cells[2:] {
				rows[code] = append(rows[code], c.Text)
			}
		}
	}
	e, err := ocop.Evaluate(document)
	require.NoError(t, err)
	require.Len(t, e.Dossier.Council.Members, 7)
	sum := 0
	for _, points := range rows {
		require.Len(t, points, 7)
		for _, n := range points {
			var worth int
			require.NoError(t, json.Unmarshal([]byte(n), &worth))
			sum += worth
		}
	}
	assert.Equal(t, e.Results.Council.Sum, sum, "they add up to what the council came to")
	all := textsOf(&p)
	for _, want := range []string{"Y Bhiông Niê, Phó Chủ tịch UBND tỉnh (chủ tịch)", "96,28", "5 sao", "Có mặt 7 trên 9 thành viên.", "số 1180/QĐ-UBND ngày 22/6/2026"} {
		assert.Contains(t, all, want)
	}
	ministry := filled(t, paper.Minutes, document, ocop.PaperOptions{Ministry: true, Lang: lang.En})
	assert.Contains(t, textsOf(&ministry), "at the ministry")
	assert.Contains(t, textsOf(&ministry), "5 of 7 members present.")
	council, err := os.ReadFile("../examples/council/hoi-dong-tinh.json")
	require.NoError(t, err)
	p = filled(t, paper.Minutes, council, ocop.PaperOptions{})
	assert.Contains(t, textsOf(&p), "92,42")
	assert.True(t, p.Wide)
}

// A council that knows its product and the day, and nothing else of a dossier, has
// minutes with these in them.
func TestMinutesOfADossierBegun(t *testing.T) {
	t.Parallel()
	document := []byte(`{"edition":"qd26-2026","product":{"name":"Cà phê","set":13},"producer":{"name":"HTX Thuận An","address":"xã Thuận An"},` +
		`"council":{"date":"2026-07-01","seats":9,"members":[{"id":"Sở Y tế","chair":true,"answers":{"1.1":"c"}}]}}`)
	p := filled(t, paper.Minutes, document, ocop.PaperOptions{})
	all := textsOf(&p)
	for _, want := range []string{"Cà phê", "HTX Thuận An", "xã Thuận An", "1/7/2026", "Sở Y tế (chủ tịch)", "có phiếu chưa chấm xong"} {
		assert.Contains(t, all, want)
	}
}

// What stands beside a sheet's answers is in its papers, each at its criterion, and
// the report names the product; without it they are what they were.
func TestPapersOfAnAnnotatedSheet(t *testing.T) {
	t.Parallel()
	const head = `{"edition":"qd26-2026","set":13,"answers":{"1.1":"c"}`
	const beside = `,"about":{"product":"Cà phê","producer":"HTX Thuận An","address":"xã Thuận An","assessor":"Nguyễn Thị Hạnh","day":"2026-08-21"},` +
		`"evidence":{"1.1":["quality-declaration","of-our-own"],"1.2":["story"],"1.3":[]},"notes":{"1.1":"Dòng một\n<b>dòng hai","5.2":"Thêm ảnh"}}`
	for _, name := range []paper.Name{paper.ScoreSheet, paper.SelfAssessment} {
		p := filled(t, name, []byte(head+beside), ocop.PaperOptions{})
		bare := filled(t, name, []byte(head+"}"), ocop.PaperOptions{})
		english := filled(t, name, []byte(head+beside), ocop.PaperOptions{Lang: lang.En})
		assert.Contains(t, p.Title, ": Cà phê")
		all := textsOf(&p)
		for _, want := range []string{"Cà phê", "HTX Thuận An", "xã Thuận An", "Nguyễn Thị Hạnh", "ngày 21 tháng 8 năm 2026"} {
			assert.Contains(t, all, want, name)
		}
		assert.Contains(t, textsOf(&english), "Evidence: Declaration of product quality; of-our-own\nNote: Dòng một\n<b>dòng hai")
		rows := func(p *paper.Paper) (below map[string]string, rest []paper.Row) {
			below = map[string]string{}
			for _, n := range p.Nodes {
				if n.Table == nil || len(n.Table.Head) == 0 {
					continue
				}
				for _, row := range n.Table.Rows {
					if len(row.Cells) > 1 {
						rest = append(rest, row)
						continue
					}
					assert.Equal(t, 4, row.Cells[0].Span)
					code, _, _ := strings.Cut(rest[len(rest)-1].Cells[0].Text, " ")
					below[code] = row.Cells[0].Text
				}
			}
			return below, rest
		}
		below, rest := rows(&p)
		assert.Equal(t, map[string]string{
			"1.1": "Minh chứng: Công bố chất lượng sản phẩm; of-our-own\nGhi chú: Dòng một\n<b>dòng hai", "1.2": "Minh chứng: Câu chuyện sản phẩm", "5.2": "Ghi chú: Thêm ảnh",
		}, below)
		none, same := rows(&bare)
		assert.Empty(t, none)
		assert.Equal(t, same, rest)
		var html bytes.Buffer
		require.NoError(t, p.HTML(&html))
		assert.Contains(t, html.String(), "Dòng một<br>&lt;b&gt;dòng hai")
	}
	report := filled(t, paper.Report, []byte(head+beside), ocop.PaperOptions{})
	assert.Equal(t, "Kết quả chấm điểm OCOP: Cà phê", report.Title)
	assert.Contains(t, textsOf(&report), "Sản phẩm: Cà phê\n")
	report = filled(t, paper.Report, []byte(head+`,"about":{"producer":"x"}}`), ocop.PaperOptions{})
	assert.NotContains(t, textsOf(&report), "Sản phẩm:")

	r := words.Rubric()
	r.Edition = "own"
	r.Evidence[0].Name = lang.Text{Vi: "Tên riêng", En: "own name"}
	l, err := ocop.NewLibrary(r)
	require.NoError(t, err)
	document := strings.Replace(head, "qd26-2026", "own", 1) + `,"evidence":{"1.1":["` + r.Evidence[0].ID + `","of-our-own"]}}`
	own, err := l.Paper(paper.ScoreSheet, []byte(document), ocop.PaperOptions{})
	require.NoError(t, err)
	assert.Contains(t, textsOf(&own), "Minh chứng: Tên riêng; of-our-own", "by the rubric that was loaded")
}

// A council's minutes have what it says of itself; who has no name is called as the
// sheet is signed, or by id.
func TestMinutesOfACouncilThatNamesItself(t *testing.T) {
	t.Parallel()
	const head = `{"edition":"qd26-2026","set":13,"members":[{"id":"m1","chair":true,"name":"Y Bhiông Niê","about":{"assessor":"x"},"answers":{"1.1":"c"}},` +
		`{"id":"m2","about":{"assessor":"Lê Thị Mai"},"answers":{}},{"id":"m3","answers":{}}],"about":`
	p := filled(t, paper.Minutes, []byte(head+`{"product":"Cà phê","producer":"HTX","address":"xã","day":"2026-09-10","place":"Đà Lạt","rules":"12/QC","rulesDay":"2026-07-01"}}`), ocop.PaperOptions{})
	assert.Equal(t, "Biên bản Hội đồng: Cà phê", p.Title)
	all := textsOf(&p)
	for _, want := range []string{"Ngày họp:\n10/9/2026", "12/QC ngày 1/7/2026", "Sản phẩm:\nCà phê", "Chủ thể:\nHTX", "Địa chỉ:\nxã", "Đà Lạt, ngày 10 tháng 9 năm 2026", "Y Bhiông Niê (chủ tịch)", "\nLê Thị Mai\n", "\nm3\n"} {
		assert.Contains(t, all, want)
	}
	assert.NotContains(t, all, "m1")
	for about, want := range map[string]string{
		`{"rules":"Quy chế OCOP"}`:           "Rules of procedure:\nQuy chế OCOP\n",
		`{"rulesDay":"2026-07-01"}`:          "Rules of procedure:\nof 2026-07-01\n",
		`{"product":"x","day":"2026-07-02"}`: "Rules of procedure:\n\n",
	} {
		p := filled(t, paper.Minutes, []byte(head+about+"}"), ocop.PaperOptions{Lang: lang.En})
		assert.Contains(t, textsOf(&p), want)
	}
}

// Who is absent without a name is there by the office, as that council calls it.
func TestMinutesNameOffices(t *testing.T) {
	t.Parallel()
	document := changed(t, "dossiers/thuc-pham-lan-dau", func(x object) {
		for _, council := range []string{"council", "ministry"} {
			for _, absent := range x[council].(object)["absent"].([]any) {
				delete(absent.(object), "name")
			}
		}
	})
	for ministry, want := range map[bool]string{false: "Sở Văn hóa, Thể thao và Du lịch", true: "Bộ Văn hóa, Thể thao và Du lịch"} {
		p := filled(t, paper.Minutes, document, ocop.PaperOptions{Ministry: ministry})
		all := textsOf(&p)
		assert.Contains(t, all, want)
		assert.NotContains(t, all, "Sở hoặc Bộ")
	}
}

// The points of form 02 are those of the score: 5.2 counts nothing without a story,
// and where nothing is claimed there is a blank, not a 0.
func TestClaimsAddUpToTheScore(t *testing.T) {
	t.Parallel()
	totals := func(name paper.Name, claim map[string]string, keep bool) []string {
		draft := changed(t, "dossiers/thuc-pham-lan-dau", func(x object) {
			claims := x["report"].(object)["claims"].(object)
			if !keep {
				clear(claims)
			}
			for code, option := range claim {
				claims[code] = object{"option": option, "description": "x"}
				if option == "" {
					delete(claims, code)
				}
			}
		})
		p := filled(t, name, draft, ocop.PaperOptions{})
		var sums []string
		for _, n := range p.Nodes {
			if n.Table == nil {
				continue
			}
			for _, row := range n.Table.Rows {
				if text := row.Cells[0].Text; row.Strong && (strings.HasPrefix(text, "Cộng phần") || text == "Tổng điểm") {
					column := 1 // form 02 has the points behind the option
					if name == paper.SelfAssessment {
						column = 2 // and this the most behind it
					}
					sums = append(sums, row.Cells[column].Text)
				}
			}
		}
		return sums
	}
	for name, claim := range map[string]map[string]string{"as it is": {}, "no story": {"5.1": "a", "5.2": ""}, "none": {"1.1": "none"}} {
		own := totals(paper.SelfAssessment, claim, true)
		assert.Len(t, own, 4, name)
		assert.Equal(t, own, totals(paper.Form02, claim, true), name)
	}
	assert.Equal(t, []string{"", "", "", ""}, totals(paper.Form02, nil, false))
	assert.Equal(t, []string{"3", "", "", "3"}, totals(paper.Form02, map[string]string{"1.1": "c"}, false))
}
