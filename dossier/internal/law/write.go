package law

import (
	"bytes"
	"fmt"
	"io/fs"
	"strings"

	"github.com/ocop-vn/ocop-go/dossier/internal/gen"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
	"github.com/ocop-vn/ocop-go/scoring/reading"
)

// File is where LAW.md stands in the module.
const File = "ocop/LAW.md"

// Write makes LAW.md of the source and of the module, in whose folder it will
// stand in ocop. What is wrong with the source is an error.
func Write(s *Source, module fs.FS) ([]byte, error) {
	symbols, err := ReadSymbols(module)
	if err != nil {
		return nil, err
	}
	dossier, err := fs.Sub(module, "dossier")
	if err != nil {
		return nil, err
	}
	structs, err := gen.Types(dossier)
	if err != nil {
		return nil, err
	}
	fields := fieldsOf(structs)
	if err := s.check(symbols, fields); err != nil {
		return nil, err
	}
	p := &page{Source: s, symbols: symbols, fields: fields}
	p.f("%s", top)
	p.readings()
	p.clauses()
	p.forms()
	p.evidence()
	return p.Bytes(), nil
}

const top = `<!-- Made by dossier/internal/law from law.yaml: go generate ./ocop -->

# The law in the code / Luật trong mã nguồn

Decision 26/2026/QĐ-TTg, clause by clause, in our own short words: where each lives in the code, which test holds it, or why it is left out. The decision itself is the law. Correct this list in [law.yaml](../dossier/internal/law/law.yaml).

Quyết định 26/2026/QĐ-TTg theo từng điều, khoản, điểm, bằng lời ngắn của chúng tôi: nằm ở đâu trong mã nguồn, kiểm thử nào giữ, hoặc vì sao không đưa vào. Căn cứ là chính quyết định. Sửa danh sách này ở [law.yaml](../dossier/internal/law/law.yaml).
`

type page struct {
	bytes.Buffer
	*Source
	symbols Symbols
	fields  []field
}

func (p *page) f(format string, args ...any) { fmt.Fprintf(p, format, args...) }

// table begins a table.
func (p *page) table(columns ...string) {
	p.f("\n| %s |\n|%s\n", strings.Join(columns, " | "), strings.Repeat("---|", len(columns)))
}

func (p *page) row(cells ...string) { p.f("| %s |\n", strings.Join(cells, " | ")) }

// both are the words of both languages, Vietnamese first.
func both(vi, en string) string { return vi + "<br>" + en }

// links are symbols with links to the files that declare them.
func (p *page) links(symbols []string) string {
	links := make([]string, len(symbols))
	for i, symbol := range symbols {
		file := "../" + p.symbols[symbol]
		if within, ok := strings.CutPrefix(p.symbols[symbol], "ocop/"); ok {
			file = within
		}
		links[i] = "[`" + symbol + "`](" + file + ")"
	}
	return strings.Join(links, ", ")
}

func (p *page) readings() {
	p.f("\n## Readings / Cách hiểu\n\nHow we read what the decision leaves open. Reports, problems and deadlines name the reading that decides by its id.\n\nCách hiểu của chúng tôi ở chỗ quyết định không nói rõ. Báo cáo, thông báo và các hạn nêu tên cách hiểu đã dùng.\n")
	p.table("id", "Điều khoản / Place", "Cách hiểu / Reading", "Mã nguồn / Code", "Kiểm thử / Tests")
	for _, r := range reading.All() {
		place := r.Article
		if place == "" {
			place = both(r.Appendix.Vi, r.Appendix.En)
		}
		home := p.Readings[r.ID]
		p.row("<a id=\""+string(r.ID)+"\"></a>`"+string(r.ID)+"`", place, both(r.Text.Vi, r.Text.En), p.links(home.Code), p.links(home.Tests))
	}
}

func (p *page) clauses() {
	for _, c := range p.Clauses {
		if !strings.Contains(c.At, ".") {
			p.f("\n## Điều %s. %s / Article %s. %s\n", c.At, c.Vi, c.At, c.En)
			p.table("Khoản, điểm / Clause", "Nội dung / What it says", "Mã nguồn / Code", "Kiểm thử / Tests")
			if p.where(c) == "" {
				continue // it heads its clauses
			}
		}
		p.row(c.At, both(c.Vi, c.En), p.where(c), p.links(c.Tests))
	}
}

// where is the code of a clause, the readings that concern it, and the reason of
// what is left out.
func (p *page) where(c Clause) string {
	var parts []string
	if len(c.Code) > 0 {
		parts = append(parts, p.links(c.Code))
	}
	for _, r := range reading.All() {
		if r.Article == c.At {
			parts = append(parts, "cách hiểu / reading [`"+string(r.ID)+"`](#"+string(r.ID)+")")
		}
	}
	if c.Left != "" {
		parts = append(parts, p.why(c.Left))
	}
	return strings.Join(parts, "<br>")
}

func (p *page) why(reason string) string {
	text := p.Reasons[reason]
	return "*" + text.Vi + "*<br>*" + text.En + "*"
}

func (p *page) forms() {
	p.f("\n## Forms of Appendix III / Các mẫu của Phụ lục III\n\nEvery item and the fields of the dossier that hold it, as the comments above the fields say.\n\nTừng mục và các trường của hồ sơ ghi mục đó, theo chú thích phía trên mỗi trường.\n")
	for _, form := range p.Forms {
		p.f("\n### %s / %s\n", form.Vi, form.En)
		p.table("Mục / Item", "Nội dung / What it asks for", "Trường / Fields")
		for _, item := range form.Items {
			where := ""
			if item.Left != "" {
				where = p.why(item.Left)
			} else {
				where = "`" + strings.Join(fieldsAt(p.fields, item.At), "`, `") + "`"
			}
			p.row(item.At, both(item.Vi, item.En), where)
		}
	}
}

func (p *page) evidence() {
	p.f("\n### Bảng tài liệu minh chứng của Mẫu số 02 / Form 02's table of evidence\n")
	p.table("", "Tài liệu / Paper", "`evidence.*.kind`")
	kind := func(row, id string) {
		name := qd26.EvidenceName(id)
		p.row(row, both(name.Vi, name.En), "`"+id+"`")
	}
	for i, id := range p.Evidence.Rows {
		kind(fmt.Sprint(i+1), id)
	}
	for _, id := range p.Evidence.Beside {
		kind("ngoài bảng / beside it", id)
	}
}
