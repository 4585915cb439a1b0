//go:build !ocop_browser

package paper_test

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"io"
	"math/rand/v2"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/ocop/paper"
	"github.com/ocop-vn/ocop-go/scoring/lang"
)

var update = flag.Bool("update", false, "write testdata anew; look at every change as a page")

// words is a text of so many letters, in words of four.
func words(letters int) string {
	return strings.Repeat("chữ ", letters/4) + "chữ số"[:letters%4]
}

// toned is a text in pieces, one of each tone.
func toned() (string, []paper.Span) {
	spans := []paper.Span{{Text: "một "}, {Text: "đậm ", Tone: paper.ToneStrong}, {Text: "mờ ", Tone: paper.ToneFaint}, {Text: "sao ", Tone: paper.ToneStar}, {Text: "đỏ", Tone: paper.ToneAlarm}, {Text: "\tlạ", Tone: "other"}}
	whole := ""
	for _, s := range spans {
		whole += s.Text
	}
	return whole, spans
}

// every is a paper with every kind of node in each way that a writer tells apart.
func every(name paper.Name) paper.Paper {
	whole, spans := toned()
	list := []paper.Item{
		{Mark: "•", Text: "chấm"}, {Text: "không tên", Details: []paper.Detail{{Text: "hai"}}}, {Text: "không dấu", Details: []paper.Detail{{Label: "một:", Text: "hai"}}}, {Mark: "✗", Text: whole, Spans: spans, Details: []paper.Detail{{Label: "ngắn:", Text: "một"}, {Label: "dài hơn:", Text: whole, Spans: spans}}},
	}
	meters := []paper.Meter{{"Tổng", 92, 100}, {"Phần dài", 24, 25}, {"quá", 30, 25}, {"âm", -5, 25}, {"không", 3, 0}, {"hết", 5, 5}, {"một", 1, 1}}
	rows := []paper.Row{
		{Cells: []paper.Cell{{Text: "cả hàng", Span: 3}}, Strong: true},
		{Cells: []paper.Cell{{Text: "a"}, {Text: "7"}, {Text: "dòng một\ndòng hai"}}},
		{Cells: []paper.Cell{{Text: "hai cột", Span: 2}, {Text: "c"}}},
		{Cells: []paper.Cell{{Text: "d"}, {Text: "từ cột số", Span: 2}}},
		{Cells: []paper.Cell{{Text: "x"}, {Text: "12345", Span: 1}, {Text: "trên", Boxes: []paper.Box{{"chọn", true}, {"không", false}}}}},
		{Cells: []paper.Cell{{Boxes: []paper.Box{{"ô đầu", true}}}, {}, {Text: "rộng quá", Span: 9}}},
		{Cells: []paper.Cell{{}, {}, {}}, Strong: true},
	}
	if name == paper.Report { // whose tables have no boxes and span nothing
		rows = []paper.Row{{Cells: []paper.Cell{{Text: "a"}, {Text: "7"}, {Text: "dài hơn đầu"}}}, {Cells: []paper.Cell{{Text: "bb"}, {Text: "12345"}, {Text: ""}}}}
	}
	nodes := []paper.Node{
		{Kind: paper.KindHeading, Level: 0, Text: "không bậc"},
		{Kind: paper.KindHeading, Level: 1, Text: "bậc một & <tên>"},
		{Kind: paper.KindHeading, Level: 2, Text: whole, Spans: spans},
		{Kind: paper.KindHeading, Level: 2, Text: "có khoảng trên", Gap: true},
		{Kind: paper.KindHeading, Level: 3, Text: "bậc ba"},
		{Kind: paper.KindHeading, Level: 4, Text: "bậc bốn"},
		{Kind: paper.KindParagraph, Text: whole, Spans: spans},
		{Kind: paper.KindParagraph, Text: "của chúng tôi", Added: true},
		{Kind: paper.KindParagraph, Text: "ngắn " + strings.Repeat("dài", 70) + " hết"},
		{Kind: paper.KindParagraph, Text: strings.Repeat("m", 94) + " vừa"},
		{Kind: paper.KindParagraph, Text: "cách\rra", Gap: true},
		{Kind: paper.KindParagraph, Text: "cả hai", Gap: true, Added: true},
		{Kind: paper.KindParagraph, Style: paper.StyleCentre, Text: "giữa"},
		{Kind: paper.KindParagraph, Style: paper.StyleCentre, Text: strings.Repeat("m", 96)},
		{Kind: paper.KindParagraph, Style: paper.StyleCentre, Text: strings.Repeat("m", 97)},
		{Kind: paper.KindParagraph, Style: paper.StyleMotto, Text: "quốc hiệu"},
		{Kind: paper.KindParagraph, Style: paper.StyleNote, Text: "ghi chú", Gap: true},
		{Kind: paper.KindParagraph, Style: paper.StyleNote, Text: "ghi chú", Added: true},
		{Kind: paper.KindParagraph, Style: paper.StyleResult, Text: whole, Spans: spans},
		{Kind: paper.KindField, Text: "Tên:", Value: "Cà phê"},
		{Kind: paper.KindField, Text: "Trống:"},
		{Kind: paper.KindField, Text: "Trống của chúng tôi:", Added: true},
		{Kind: paper.KindField, Text: "Kể:", Value: "một\nhai", Lines: 2, Added: true},
		{Kind: paper.KindField, Text: "Kể thêm:", Lines: 2},
		{Kind: paper.KindField, Text: words(94), Added: true, Lines: 1},
		{Kind: paper.KindField, Text: words(94)},
		{Kind: paper.KindTicks, Text: "Chọn:", Boxes: []paper.Box{{"có", true}, {"không", false}}},
		{Kind: paper.KindTicks, Boxes: []paper.Box{{"một ô", false}}, Added: true},
		{Kind: paper.KindTicks, Text: "Của chúng tôi:", Boxes: []paper.Box{{words(100), true}}, Added: true},
		{Kind: paper.KindList, Items: list, Gap: true},
		{Kind: paper.KindList, Items: list[:1], Added: true},
		{Kind: paper.KindList, Items: list[:2], Added: true, Gap: true},
		{Kind: paper.KindTable, Table: &paper.Table{Head: []string{"Đầu", "Số", "Chữ"}, Widths: []int{2, 1, 3}, Numbers: []int{1}, Rows: rows}, Added: true},
		{Kind: paper.KindTable, Table: &paper.Table{Widths: []int{1, 1}, Bare: true, Rows: []paper.Row{{Cells: []paper.Cell{{Text: "trái"}, {Text: "phải"}}, Strong: true}, {Cells: []paper.Cell{{Text: "dưới"}, {Text: "đáy"}}}}}, Gap: true},
		{Kind: paper.KindTable, Table: &paper.Table{}},
		{Kind: paper.KindTable, Table: &paper.Table{Head: []string{"", "A", "Điểm"}, Widths: []int{3, 1, 1}, Numbers: []int{1, 2}, Rows: []paper.Row{{Cells: []paper.Cell{{Text: "m1"}, {Text: "9"}, {Text: "9"}}}}}},
		{Kind: paper.KindTable, Table: &paper.Table{Head: []string{"một cột"}, Widths: []int{1}, Rows: []paper.Row{{Cells: []paper.Cell{{Text: "một ô"}}}}}},
		{Kind: paper.KindTable, Table: &paper.Table{Widths: []int{0, 0}, Rows: []paper.Row{{Cells: []paper.Cell{{Text: "hẹp"}, {Text: "quá"}}}}}},
		{Kind: paper.KindMeters, Meters: meters, Gap: true},
		{Kind: paper.KindSignatures, Signers: []paper.Signer{{}, {Place: "Đắk Lắk, ngày 1", Title: "CHỦ TỊCH", Note: "(ký)", Name: "Y Bhiông"}}},
		{Kind: paper.KindSignatures, Signers: []paper.Signer{{Title: "THƯ KÝ"}, {Place: "chỉ nơi"}, {Title: "B"}}},
		{Kind: paper.KindPageBreak},
		{Kind: paper.KindParagraph, Text: "sau trang"},
	}
	return paper.Paper{Name: name, Lang: lang.Vi, Title: "Mọi thứ\n<b>&\"'", Nodes: nodes}
}

var lineEnds = regexp.MustCompile(`</w:p>|</w:tr>|</w:tbl>|</w:tblGrid>|</w:style>|</Types>|</Relationships>|</w:docDefaults>|/>(<(Override|Relationship) )`)

// docx are the parts of a paper's DOCX, a line for each paragraph.
func docx(t *testing.T, p *paper.Paper) string {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, p.DOCX(&b))
	archive, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	require.NoError(t, err)
	var out strings.Builder
	for _, f := range archive.File {
		assert.Equal(t, zip.Deflate, f.Method, "as Word writes it")
		r, err := f.Open()
		require.NoError(t, err)
		part, err := io.ReadAll(r)
		require.NoError(t, err)
		out.WriteString("==== " + f.Name + "\n" + lineEnds.ReplaceAllString(string(part), "$0\n") + "\n")
	}
	return out.String()
}

// golden compares with a file that was looked at.
func golden(t *testing.T, name, got string) {
	t.Helper()
	name = "testdata/" + name
	if *update {
		require.NoError(t, os.WriteFile(name, []byte(got), 0o644))
	}
	want, err := os.ReadFile(name)
	require.NoError(t, err)
	assert.Equal(t, string(want), got, name)
}

// text is what a writer writes.
func text(t *testing.T, write func(io.Writer) error) string {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, write(&b))
	return b.String()
}

// Each writer draws every kind of node, as the pages in testdata that were looked at.
func TestEveryNode(t *testing.T) {
	t.Parallel()
	for _, name := range []paper.Name{paper.Form01, paper.Report} {
		p := every(name)
		file := "form"
		if name == paper.Report {
			file = "report"
		}
		golden(t, file+".txt", text(t, p.Text))
		if name == paper.Report {
			golden(t, file+".painted.txt", text(t, p.Painted))
		} else {
			assert.Equal(t, text(t, p.Text), text(t, p.Painted), "a form has no colours")
		}
		golden(t, file+".html", text(t, p.HTML))
		golden(t, file+".docx.txt", docx(t, &p))
		tree, err := json.MarshalIndent(p, "", " ")
		require.NoError(t, err)
		golden(t, file+".json", string(tree)+"\n")
	}
	p := paper.Paper{Name: paper.Minutes, Lang: lang.En, Wide: true, Title: "On its side", Nodes: []paper.Node{{Kind: paper.KindField, Text: "Blank:"}}}
	golden(t, "wide.html", text(t, p.HTML))
	golden(t, "wide.docx.txt", docx(t, &p))
	tree, err := p.MarshalJSON()
	require.NoError(t, err)
	assert.JSONEq(t, `{"name":"minutes","lang":"en","title":"On its side","wide":true,"nodes":[{"kind":"field","text":"Blank:","value":null}]}`, string(tree))
}

// An output that fails is told, wherever in a paper it fails.
func TestWritersFail(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(26, 17))
	text := func(letters int) string { // that does not compress to nothing
		b := make([]byte, letters)
		for i := range b {
			b[i] = byte('!' + r.IntN(90))
			if i%10 == 0 {
				b[i] = ' '
			}
		}
		return string(b)
	}
	p := paper.Paper{Name: paper.Form01, Title: text(50_000), Nodes: []paper.Node{{Kind: paper.KindParagraph, Text: text(150_000)}}}
	for name, write := range map[string]func(io.Writer) error{"text": p.Text, "painted": p.Painted, "HTML": p.HTML, "DOCX": p.DOCX} {
		var whole bytes.Buffer
		require.NoError(t, write(&whole))
		for n := range 8 {
			assert.ErrorIs(t, write(&full{whole.Len() * n / 8}), errFull, "%s, %d of 8", name, n)
		}
	}
	between := paper.Paper{Name: paper.Form01, Title: text(8_000)} // what is deflated is written as the next part begins
	require.ErrorIs(t, between.DOCX(&full{4_500}), errFull)
}

var errFull = errors.New("no space left")

type full struct{ left int }

func (f *full) Write(b []byte) (int, error) {
	if f.left -= len(b); f.left < 0 {
		return 0, errFull
	}
	return len(b), nil
}
