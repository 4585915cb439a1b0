// Package paper holds the papers of the programme as data: forms 01 to 03 of
// Appendix III filled in from a dossier, a member's score sheet, a producer's own,
// a council's minutes, and reports for people. A Paper is a tree of a few kinds of
// node; text, HTML and DOCX are written from it, and a portal draws it in its own
// way.
//
// A form stands in its printed order with its printed names. What is not known
// stays a blank to fill in by hand. What we add stands apart and is marked so.
package paper

import (
	"strconv"
	"strings"

	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/lang"
)

// Name names a paper.
type Name string

// The papers.
const (
	Form01         Name = "form-01"         // phiếu đăng ký
	Form02         Name = "form-02"         // báo cáo tự đánh giá
	Form03         Name = "form-03"         // báo cáo của UBND cấp xã
	ScoreSheet     Name = "score-sheet"     // phiếu chấm của một thành viên
	SelfAssessment Name = "self-assessment" // phiếu tự chấm của chủ thể
	Minutes        Name = "minutes"         // biên bản của Hội đồng
	Report         Name = "report"          // kết quả chấm điểm, cho người đọc
)

// Names lists the papers.
func Names() []Name {
	return []Name{Form01, Form02, Form03, ScoreSheet, SelfAssessment, Minutes, Report}
}

// Paper is a paper before it is drawn.
type Paper struct {
	Name  Name
	Lang  lang.Lang
	Title string // for a window or a file; what is printed stands in Nodes
	Wide  bool   // it needs the page on its side
	Nodes []Node
}

// Kind is what a node is, and which of its members mean something.
type Kind string

// The kinds of node.
const (
	KindHeading    Kind = "heading"    // Text, Level
	KindParagraph  Kind = "paragraph"  // Text, Style
	KindField      Kind = "field"      // Text is its label; Value, or a blank of Lines
	KindTicks      Kind = "ticks"      // Text is the label of all, Boxes
	KindList       Kind = "list"       // Items
	KindTable      Kind = "table"      // Table
	KindMeters     Kind = "meters"     // Meters, one below the other
	KindSignatures Kind = "signatures" // Signers, side by side
	KindPageBreak  Kind = "page-break"
)

// Style is how a paragraph stands.
type Style string

// The styles of paragraphs.
const (
	StylePlain  Style = ""
	StyleCentre Style = "centre"
	StyleMotto  Style = "motto"  // the head of official papers
	StyleNote   Style = "note"   // small: what explains, not what is filled in
	StyleResult Style = "result" // what it all comes to
)

// Node is one piece of a paper.
type Node struct {
	Kind    Kind
	Text    string
	Spans   []Span // Text again, in pieces, where some are set off; of headings and paragraphs
	Level   int    // of a heading: 1 is the paper's own, 2 and 3 are parts of it
	Style   Style  // of a paragraph
	Value   string // of a field; "" is a blank
	Lines   int    // of a field: how many lines its blank has; 0: the rest of its own
	Boxes   []Box
	Items   []Item
	Table   *Table
	Meters  []Meter
	Signers []Signer
	Gap     bool // with room above it
	Added   bool // the form does not print it
}

// Box is a box to tick.
type Box struct {
	Label  string
	Ticked bool
}

// Table is rows of cells below a head. A table without lines sets things side by
// side.
type Table struct {
	Head    []string // none: no head
	Widths  []int    // of the columns, as shares of their sum
	Numbers []int    // the columns that hold numbers, from 0
	Rows    []Row
	Bare    bool // without lines
}

// Row is a row of a table.
type Row struct {
	Cells  []Cell
	Strong bool // a heading or a sum within the table
}

// Cell is a cell; one that stands for the columns after it too spans them.
type Cell struct {
	Text  string
	Boxes []Box // under the text
	Span  int   // how many columns it takes; 0 is one
}

// Signer is who signs, with the room to do so.
type Signer struct {
	Place string // place and day, above
	Title string
	Note  string // how to sign
	Name  string // "" is left to write
}

// builder puts a paper together in one language.
type builder struct {
	lang  lang.Lang
	nodes []Node
}

// say chooses the paper's language.
func (b *builder) say(vi, en string) string { return lang.Text{Vi: vi, En: en}.In(b.lang) }

func (b *builder) add(n Node) { b.nodes = append(b.nodes, n) }

func (b *builder) heading(level int, vi, en string) {
	b.add(Node{Kind: KindHeading, Level: level, Text: b.say(vi, en)})
}

func (b *builder) paragraph(style Style, vi, en string) {
	b.add(Node{Kind: KindParagraph, Style: style, Text: b.say(vi, en)})
}

// field is a name with its value, or with room to write it.
func (b *builder) field(vi, en, value string) {
	b.add(Node{Kind: KindField, Text: b.say(vi, en), Value: value})
}

// prose is a field of several lines.
func (b *builder) prose(vi, en, value string, lines int) {
	b.add(Node{Kind: KindField, Text: b.say(vi, en), Value: value, Lines: lines})
}

func (b *builder) ticks(vi, en string, boxes ...Box) {
	b.add(Node{Kind: KindTicks, Text: b.say(vi, en), Boxes: boxes})
}

func (b *builder) box(vi, en string, ticked bool) Box { return Box{b.say(vi, en), ticked} }

func (b *builder) table(t Table) { b.add(Node{Kind: KindTable, Table: &t}) }

func (b *builder) signatures(signers ...Signer) {
	b.add(Node{Kind: KindSignatures, Signers: signers})
}

func (b *builder) pageBreak() { b.add(Node{Kind: KindPageBreak}) }

// added marks what a function adds as ours, under a line that says so.
func (b *builder) added(fill func()) {
	first := len(b.nodes)
	fill()
	for i := first; i < len(b.nodes); i++ {
		b.nodes[i].Added = true
	}
}

// part is what a part of the rubric is called, behind its letter.
func (b *builder) part(code string, w words) string {
	return b.say("Phần ", "Part ") + code + ". " + w.part(code)
}

// motto is the head of every official paper.
func (b *builder) motto() {
	b.paragraph(StyleMotto, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "SOCIALIST REPUBLIC OF VIET NAM")
	b.paragraph(StyleMotto, "Độc lập - Tự do - Hạnh phúc", "Independence - Freedom - Happiness")
}

// letterhead is the motto beside the office that writes.
func (b *builder) letterhead(office ...string) {
	b.table(Table{Bare: true, Widths: []int{5, 6}, Rows: []Row{
		{Cells: []Cell{{Text: office[0]}, {Text: b.say("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "SOCIALIST REPUBLIC OF VIET NAM")}}, Strong: true},
		{Cells: []Cell{{Text: strings.Join(office[1:], ", ")}, {Text: b.say("Độc lập - Tự do - Hạnh phúc", "Independence - Freedom - Happiness")}}},
	}})
}

// Dots are a blank within a line, as the forms print it.
const dots = "…………"

// orBlank is a value, or a blank to write it.
func orBlank(value string) string {
	if value == "" {
		return dots
	}
	return value
}

// date is a day as people write it; "" for none.
func (b *builder) date(day string) string {
	d, err := civil.Parse(day)
	if err != nil {
		return day
	}
	if b.lang == lang.En {
		return d.String()
	}
	return strconv.Itoa(d.Day) + "/" + strconv.Itoa(d.Month) + "/" + strconv.Itoa(d.Year)
}

// placeAndDay is the line above a signature.
func (b *builder) placeAndDay(place, day string) string {
	d, err := civil.Parse(day)
	number := func(n int) string {
		if err != nil {
			return "……"
		}
		return strconv.Itoa(n)
	}
	if b.lang == lang.En {
		if err != nil {
			return orBlank(place) + ", " + dots
		}
		return orBlank(place) + ", " + d.String()
	}
	return orBlank(place) + ", ngày " + number(d.Day) + " tháng " + number(d.Month) + " năm " + number(d.Year)
}
