package paper

import (
	"strconv"
	"strings"
)

// Part is one file of the ZIP archive that a DOCX is.
type Part struct{ Name, Content string }

const xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

const wordSpace = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`

// Parts are the files of the DOCX in their order, for those who put the archive
// together themselves.
func (p *Paper) Parts() []Part {
	return []Part{
		{"[Content_Types].xml", xmlHead + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
			`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
			`<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>` +
			`<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>` +
			`<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`},
		{"_rels/.rels", xmlHead + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
			`<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>` +
			`<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`},
		{"docProps/core.xml", xmlHead + `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
			`<dc:title>` + xmlText(p.Title) + `</dc:title><dc:language>` + xmlText(string(p.Lang)) + `</dc:language></cp:coreProperties>`},
		{"word/_rels/document.xml.rels", xmlHead + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
			`<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`},
		{"word/styles.xml", p.styles()},
		{"word/document.xml", p.document()},
	}
}

// xmlText is a stranger's text as XML, in one line.
func xmlText(s string) string { return escape(strings.Join(textLines(s), " ")) }

// Sizes of WordprocessingML: twentieths of a point, and half points for letters.
const (
	pageWidth, pageHeight = 11906, 16838 // A4
	marginLeft            = 1701         // 30 mm
	marginRight           = 850          // 15 mm
	marginOther           = 1134         // 20 mm
)

func (p *Paper) styles() string {
	language := "vi-VN"
	if p.Lang == "en" {
		language = "en-GB"
	}
	run := func(size int, more string) string {
		n := strconv.Itoa(size)
		return `<w:rPr>` + more + `<w:sz w:val="` + n + `"/><w:szCs w:val="` + n + `"/></w:rPr>`
	}
	heading := func(level, size, before int, align string) string {
		n := strconv.Itoa(level)
		return `<w:style w:type="paragraph" w:styleId="Heading` + n + `"><w:name w:val="heading ` + n + `"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/>` +
			`<w:pPr><w:keepNext/><w:spacing w:before="` + strconv.Itoa(before) + `" w:after="120"/><w:jc w:val="` + align + `"/><w:outlineLvl w:val="` + strconv.Itoa(level-1) + `"/></w:pPr>` + run(size, "<w:b/>") + `</w:style>`
	}
	return xmlHead + `<w:styles ` + wordSpace + `><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/>` +
		`<w:sz w:val="26"/><w:szCs w:val="26"/><w:lang w:val="` + language + `" w:eastAsia="` + language + `" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>` +
		`<w:pPrDefault><w:pPr><w:spacing w:after="120"/></w:pPr></w:pPrDefault></w:docDefaults>` +
		`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>` +
		heading(1, 30, 240, "center") + heading(2, 26, 240, "left") + heading(3, 26, 0, "left") +
		`<w:style w:type="paragraph" w:styleId="Note"><w:name w:val="Note"/><w:basedOn w:val="Normal"/>` + run(20, "") + `</w:style>` +
		`<w:style w:type="paragraph" w:styleId="Cell"><w:name w:val="Cell"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:after="0"/></w:pPr>` + run(22, "") + `</w:style></w:styles>`
}

// document is the text itself.
type document struct {
	out   strings.Builder
	width int // of a line, in twentieths of a point
}

func (d *document) raw(s string) { d.out.WriteString(s) }

func (p *Paper) document() string {
	width, height, left, orientation := pageWidth, pageHeight, marginLeft, ""
	if p.Wide {
		width, height, left, orientation = pageHeight, pageWidth, marginRight, ` w:orient="landscape"`
	}
	d := document{width: width - left - marginRight}
	d.raw(xmlHead + `<w:document ` + wordSpace + `><w:body>`)
	for i := range p.Nodes {
		d.node(&p.Nodes[i])
	}
	d.raw(`<w:sectPr><w:pgSz w:w="` + strconv.Itoa(width) + `" w:h="` + strconv.Itoa(height) + `"` + orientation + `/>` +
		`<w:pgMar w:top="` + strconv.Itoa(marginOther) + `" w:right="` + strconv.Itoa(marginRight) + `" w:bottom="` + strconv.Itoa(marginOther) + `" w:left="` + strconv.Itoa(left) +
		`" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>`)
	return d.out.String()
}

// run is a text in a paragraph, with its properties.
func (d *document) run(s, properties string) {
	if properties != "" {
		properties = "<w:rPr>" + properties + "</w:rPr>"
	}
	for i, line := range textLines(s) {
		d.raw("<w:r>" + properties)
		if i > 0 {
			d.raw("<w:br/>")
		}
		d.raw(`<w:t xml:space="preserve">` + xmlText(line) + `</w:t></w:r>`)
	}
}

// tones are the properties of the tones, before the size of the letters.
var tones = map[Tone]string{
	ToneStrong: "<w:b/>", ToneFaint: `<w:b w:val="0"/><w:color w:val="555555"/>`,
	ToneStar: `<w:color w:val="8A5A00"/>`, ToneAlarm: `<w:b/><w:color w:val="B00020"/>`,
}

// toned is a text in its tones.
func (d *document) toned(whole string, spans []Span, properties string) {
	for _, s := range spansOf(whole, spans) {
		d.run(s.Text, tones[s.Tone]+properties)
	}
}

func (d *document) item(it *Item, added string) {
	d.paragraph(added+`<w:ind w:left="680" w:hanging="340"/>`, func() {
		switch it.Mark {
		case bullet:
			d.run("– ", "")
		case "":
		default:
			d.run(it.Mark+" ", "")
		}
		d.toned(it.Text, it.Spans, "")
	})
	for _, detail := range it.Details {
		d.paragraph(`<w:ind w:left="1360" w:hanging="340"/>`, func() {
			d.run(detail.Label+" ", "")
			d.toned(detail.Text, detail.Spans, "")
		})
	}
}

// paragraph is one with properties of its own and what fill writes in it.
func (d *document) paragraph(properties string, fill func()) {
	d.raw("<w:p>")
	if properties != "" {
		d.raw("<w:pPr>" + properties + "</w:pPr>")
	}
	fill()
	d.raw("</w:p>")
}

// ours is the line at the side of what the form does not print.
const ours = `<w:pBdr><w:left w:val="single" w:sz="12" w:space="4" w:color="888888"/></w:pBdr>`

func (d *document) node(n *Node) {
	added := ""
	if n.Added {
		added = ours
	}
	first := added
	if n.Gap {
		first += `<w:spacing w:before="240"/>`
	}
	switch n.Kind {
	case KindHeading:
		d.paragraph(`<w:pStyle w:val="Heading`+strconv.Itoa(min(max(n.Level, 1), 3))+`"/>`, func() { d.toned(n.Text, n.Spans, "") })
	case KindParagraph:
		switch n.Style {
		case StyleCentre:
			d.paragraph(`<w:jc w:val="center"/>`, func() { d.toned(n.Text, n.Spans, "") })
		case StyleMotto:
			d.paragraph(`<w:spacing w:after="0"/><w:jc w:val="center"/>`, func() { d.run(n.Text, "<w:b/>") })
		case StyleNote:
			d.paragraph(`<w:pStyle w:val="Note"/>`+first, func() { d.toned(n.Text, n.Spans, "") })
		case StyleResult:
			d.paragraph(`<w:spacing w:before="240" w:after="240"/><w:jc w:val="center"/>`, func() { d.toned(n.Text, n.Spans, `<w:sz w:val="30"/>`) })
		default:
			d.paragraph(first, func() { d.toned(n.Text, n.Spans, "") })
		}
	case KindField:
		d.field(n, added)
	case KindTicks:
		if n.Text != "" {
			d.paragraph(added, func() { d.run(n.Text, "") })
		}
		for _, b := range n.Boxes {
			d.paragraph(added+`<w:ind w:left="680" w:hanging="340"/>`, func() { d.box(b) })
		}
	case KindList:
		for i := range n.Items {
			d.item(&n.Items[i], first)
			first = added
		}
	case KindTable:
		d.table(n.Table)
	case KindMeters:
		d.table(metersTable(n.Meters))
	case KindSignatures:
		d.signatures(n.Signers)
	case KindPageBreak:
		d.paragraph("", func() { d.raw(`<w:r><w:br w:type="page"/></w:r>`) })
	}
}

func (d *document) box(b Box) {
	mark := "☐ "
	if b.Ticked {
		mark = "☑ "
	}
	d.raw(`<w:r><w:rPr><w:rFonts w:ascii="Segoe UI Symbol" w:hAnsi="Segoe UI Symbol" w:eastAsia="Segoe UI Symbol" w:cs="Segoe UI Symbol"/></w:rPr><w:t xml:space="preserve">` + mark + `</w:t></w:r>`)
	d.run(b.Label, "")
}

// field is a label with its value, or with a dotted leader to the end of the line.
func (d *document) field(n *Node, added string) {
	leader := `<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="` + strconv.Itoa(d.width) + `"/></w:tabs>`
	dotted := func() { d.raw("<w:r><w:tab/></w:r>") }
	switch {
	case n.Value != "" && n.Lines == 0:
		d.paragraph(added, func() { d.run(n.Text+" ", ""); d.run(n.Value, "<w:b/>") })
	case n.Value != "":
		d.paragraph("<w:keepNext/>"+added, func() { d.run(n.Text, "") })
		d.paragraph(added, func() { d.run(n.Value, "") })
	case n.Lines == 0:
		d.paragraph(added+leader, func() { d.run(n.Text+" ", ""); dotted() })
	default:
		d.paragraph("<w:keepNext/>"+added, func() { d.run(n.Text, "") })
		for range n.Lines {
			d.paragraph(added+leader, dotted)
		}
	}
}

// table has the same columns in each row; its head stands on each page, and no
// row is cut in two.
func (d *document) table(t *Table) {
	whole := 0
	for _, width := range t.Widths {
		whole += width
	}
	widths := make([]int, len(t.Widths))
	for i, width := range t.Widths {
		widths[i] = d.width * width / max(whole, 1)
	}
	border := "single"
	if t.Bare {
		border = "none"
	}
	d.raw(`<w:tbl><w:tblPr><w:tblW w:w="` + strconv.Itoa(d.width) + `" w:type="dxa"/><w:tblBorders>`)
	for _, side := range []string{"top", "left", "bottom", "right", "insideH", "insideV"} {
		d.raw("<w:" + side + ` w:val="` + border + `" w:sz="6" w:space="0" w:color="000000"/>`)
	}
	d.raw(`</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>`)
	for _, width := range widths {
		d.raw(`<w:gridCol w:w="` + strconv.Itoa(width) + `"/>`)
	}
	d.raw("</w:tblGrid>")
	if len(t.Head) > 0 {
		row := Row{Strong: true}
		for _, text := range t.Head {
			row.Cells = append(row.Cells, Cell{Text: text})
		}
		d.row(t, widths, &row, "<w:cantSplit/><w:tblHeader/>", true)
	}
	for i := range t.Rows {
		d.row(t, widths, &t.Rows[i], "<w:cantSplit/>", t.Bare)
	}
	d.raw("</w:tbl>")
	d.paragraph(`<w:spacing w:after="0"/>`, func() {}) // two tables in a row would become one
}

func (d *document) row(t *Table, widths []int, row *Row, properties string, centred bool) {
	d.raw("<w:tr><w:trPr>" + properties + "</w:trPr>")
	column, bold, style := 0, "", `<w:pStyle w:val="Cell"/>`
	if row.Strong {
		bold = "<w:b/>"
	}
	if row.Strong || t.Bare { // a heading stays with what it heads, who signs with where
		style += "<w:keepNext/>"
	}
	for _, c := range row.Cells {
		span, width := max(c.Span, 1), 0
		for i := column; i < min(column+span, len(widths)); i++ {
			width += widths[i]
		}
		d.raw(`<w:tc><w:tcPr><w:tcW w:w="` + strconv.Itoa(width) + `" w:type="dxa"/>`)
		if span > 1 {
			d.raw(`<w:gridSpan w:val="` + strconv.Itoa(span) + `"/>`)
		}
		d.raw("</w:tcPr>")
		align := ""
		if centred || span == 1 && t.isNumber(column) {
			align = `<w:jc w:val="center"/>`
		}
		if c.Text != "" || len(c.Boxes) == 0 {
			d.paragraph(style+align, func() { d.run(c.Text, bold) })
		}
		for _, b := range c.Boxes {
			d.paragraph(style+`<w:ind w:left="340" w:hanging="340"/>`, func() { d.box(b) })
		}
		d.raw("</w:tc>")
		column += span
	}
	d.raw("</w:tr>")
}

// signatures stand side by side, with room to sign between title and name.
func (d *document) signatures(signers []Signer) {
	t := Table{Bare: true}
	for range signers {
		t.Widths = append(t.Widths, 1)
	}
	line := func(text func(Signer) string, strong bool) {
		row := Row{Strong: strong}
		for _, s := range signers {
			row.Cells = append(row.Cells, Cell{Text: text(s)})
		}
		t.Rows = append(t.Rows, row)
	}
	line(func(s Signer) string { return s.Place }, false)
	line(func(s Signer) string { return s.Title }, true)
	line(func(s Signer) string { return s.Note + strings.Repeat("\n", 4) }, false)
	line(func(s Signer) string { return s.Name }, true)
	d.table(&t)
}
