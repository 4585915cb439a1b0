package trace

import (
	"slices"
	"strings"

	"github.com/ocop-vn/ocop-go/ocop/internal/text"
	"github.com/ocop-vn/ocop-go/ocop/paper"
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// Paper is the report for people: each lot with what it was made of, how, and where
// it went, and then what was found wrong.
func (r *Report) Paper(l lang.Lang) paper.Paper {
	s := sheet{report: r, lang: l}
	s.heading(1, s.say("TRUY XUẤT NGUỒN GỐC", "TRACE"))
	s.paper.Title = s.paper.Nodes[0].Text
	if len(r.Lots) == 0 {
		s.line(s.say("Không có lô nào được xuất đi hay bán.", "No lot was shipped or sold."))
	}
	for i := range r.Lots {
		s.lot(&r.Lots[i])
	}
	if len(r.Levels) > 0 {
		s.levels(r.Levels)
	}
	if len(r.Problems) > 0 {
		s.heading(2, s.say("Cần xem lại", "What to look at"))
		items := make([]paper.Item, len(r.Problems))
		for i, p := range r.Problems {
			items[i] = paper.Item{Mark: mark(p.Severity), Text: string(text.Fill("%s %s: %s", p.Code, p.Path, p.Message.In(l)))}
		}
		s.add(paper.Node{Kind: paper.KindList, Items: items})
	}
	return s.paper
}

// levels tells which options of the rubric the events bear out.
func (s *sheet) levels(levels []Level) {
	s.heading(2, s.say("Mức điểm cần truy xuất nguồn gốc điện tử", "Options that ask for electronic traceability"))
	items := make([]paper.Item, len(levels))
	for i, level := range levels {
		items[i] = paper.Item{Mark: "✗", Text: string(s.say("Tiêu chí %s, mức %s: %s", "Criterion %s, option %s: %s", level.Criterion, level.Option, level.Why.In(s.lang)))}
		if level.Borne {
			items[i].Mark = "•"
		}
	}
	s.add(paper.Node{Kind: paper.KindList, Items: items})
}

func mark(severity problem.Severity) string {
	if severity == problem.SeverityWarning {
		return "?"
	}
	return "✗"
}

// sheet is a report that is being written.
type sheet struct {
	report *Report
	lang   lang.Lang
	paper  paper.Paper
}

func (s *sheet) say(vi, en string, args ...any) text.Own {
	return text.Fill(lang.Text{Vi: vi, En: en}.In(s.lang), args...)
}

func (s *sheet) add(n paper.Node) { s.paper.Nodes = append(s.paper.Nodes, n) }

func (s *sheet) heading(level int, words text.Own) {
	s.paper.Lang = s.lang
	s.add(paper.Node{Kind: paper.KindHeading, Level: level, Text: string(words)})
}

func (s *sheet) line(words text.Own) {
	s.add(paper.Node{Kind: paper.KindParagraph, Text: string(words)})
}

func (s *sheet) lot(l *Lot) {
	s.heading(2, s.title(&l.Key, l.EPC, l.Product))
	for _, told := range [...][3]string{
		{"Đơn vị sản xuất: %s", "Maker: %s", joined(l.Maker, l.Address)},
		{"Thương hiệu, mã sản phẩm: %s", "Brand and code: %s", joined(l.Brand, l.Code)},
		{"Tiêu chuẩn áp dụng: %s", "Standard: %s", l.Standard},
		{"Dùng tốt nhất trước: %s", "Best before: %s", s.day(l.BestBefore)},
		{"Hạn sử dụng: %s", "Expires: %s", s.day(l.Expires)},
		{"Giấy chứng nhận OCOP: %s", "OCOP certificate: %s", joined(stars(l.Star), l.Certificate)},
		{"Số lượng làm ra: %s", "Quantity made: %s", s.measures(l.Quantity)},
	} {
		if told[2] != "" {
			s.line(s.say(told[0], told[1], told[2]))
		}
	}
	if l.Complete {
		s.line(s.say("Chuỗi đầy đủ: mọi nguyên liệu đều có nơi làm ra hoặc ghi nhận.", "The chain is complete: all that went in was made or seen somewhere."))
	} else {
		s.line(s.say("Chuỗi CHƯA đầy đủ.", "The chain is NOT complete."))
	}
	s.inputs(l.From)
	s.steps("Công đoạn", "How it was made", l.Made)
	s.steps("Đã đi qua", "Where it went", l.Went)
}

// title names goods: the product, and the lot or piece as people say it.
func (s *sheet) title(k *Key, epc, product string) text.Own {
	name := text.Plain(epc)
	switch {
	case k.GTIN != "" && k.Lot != "":
		name = s.say("lô %s, GTIN %s", "lot %s, GTIN %s", k.Lot, k.GTIN)
	case k.GTIN != "" && k.Serial != "":
		name = s.say("số sê-ri %s, GTIN %s", "serial %s, GTIN %s", k.Serial, k.GTIN)
	case k.GTIN != "":
		name = s.say("GTIN %s", "GTIN %s", k.GTIN)
	case k.SSCC != "":
		name = s.say("kiện hàng %s", "pallet %s", k.SSCC)
	}
	if product == "" {
		return name
	}
	return text.Fill("%s (%s)", product, name)
}

func (s *sheet) inputs(from []Input) {
	if len(from) == 0 {
		return
	}
	s.heading(3, s.say("Làm từ", "What it was made of"))
	items := make([]paper.Item, len(from))
	for i := range from {
		in := &from[i]
		what := s.title(&in.Key, in.EPC, in.Product)
		where := s.say("không rõ từ đâu", "from where is not known")
		if in.Seen {
			where = text.Own(joined(s.when(in.Time), s.place(in.Place)))
		}
		items[i] = paper.Item{Mark: "•", Text: joined(string(what), in.Used.Text().In(s.lang), string(where))}
	}
	s.add(paper.Node{Kind: paper.KindList, Items: items})
}

func (s *sheet) steps(vi, en string, steps []*Step) {
	if len(steps) == 0 {
		return
	}
	s.heading(3, s.say(vi, en))
	items := make([]paper.Item, len(steps))
	for i, step := range steps {
		words := joined(s.when(step.Time), string(text.Plain(step.Name().In(s.lang))), s.place(step.Place))
		if step.To != "" {
			words += " → " + s.place(step.To)
		}
		if step.Pallet != "" {
			key, _ := parse(step.Pallet)
			words += string(s.say(" (%s)", " (%s)", s.title(&key, step.Pallet, "")))
		}
		items[i] = paper.Item{Mark: "•", Text: words}
	}
	s.add(paper.Node{Kind: paper.KindList, Items: items})
}

// when is a time as people read it where the event was: the day, and the hour.
func (s *sheet) when(time string) string {
	t, ok := instant(time)
	if !ok {
		return string(text.Plain(time))
	}
	if s.lang == lang.En {
		return t.Format("2006-01-02 15:04")
	}
	return t.Format("15:04 02/01/2006")
}

func (s *sheet) day(d civil.Date) string {
	if d == (civil.Date{}) {
		return ""
	}
	if s.lang == lang.En {
		return d.String()
	}
	parts := strings.Split(d.String(), "-")
	return parts[2] + "/" + parts[1] + "/" + parts[0]
}

// stars are the marks of a star; none where it is no star.
func stars(star int) string {
	if !isStar(star) {
		return ""
	}
	return strings.Repeat("★", star)
}

func (s *sheet) measures(list []Measure) string {
	texts := make([]string, len(list))
	for i, m := range list {
		texts[i] = m.Text().In(s.lang)
	}
	return joined(texts...)
}

func (s *sheet) place(id string) string {
	p := s.report.Place(id)
	words := joined(string(text.Plain(p.Name)), string(text.Plain(p.Address)))
	if words == "" {
		return string(text.Plain(id))
	}
	return words
}

// joined are texts with commas between, the empty ones left out.
func joined(texts ...string) string {
	var there []string
	for _, t := range texts {
		if t != "" {
			there = append(there, t)
		}
	}
	return strings.Join(there, ", ")
}

// Place is the place of an ID that a lot names; the zero Place where there is none.
func (r *Report) Place(id string) Place {
	i, ok := slices.BinarySearchFunc(r.Places, id, func(p Place, id string) int { return strings.Compare(p.ID, id) })
	if !ok {
		return Place{}
	}
	return r.Places[i]
}
