// Package report tells people what the rules come to, as papers: the score of a
// sheet or a dossier, a way to a star, a council's minutes, deadlines, a life.
//
// Package ocop is the door to it, and knows the words of the rubrics. This one is
// for programs that bring their own, as the browser's module does: it needs neither
// fmt nor encoding/json.
package report

import (
	"iter"
	"strconv"
	"strings"

	"github.com/ocop-vn/ocop-go/ocop/internal/text"
	"github.com/ocop-vn/ocop-go/ocop/paper"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/reading"
	"github.com/ocop-vn/ocop-go/scoring/rubric"
)

// The places in the decision that statements of a report rest on.
var (
	article31  = article("3.1")
	article33  = article("3.3")
	article41  = article("4.1")
	article41a = article("4.1.a")
	article41b = article("4.1.b")
	article61  = article("6.1")
	article73c = article("7.3.c")
	article73d = article("7.3.d")
	article73e = article("7.3.e")
	article74  = article("7.4")
	form02     = lang.Text{Vi: "Phụ lục III, Mẫu số 02", En: "Appendix III, form 02"}
	starMarks  = lang.Text{Vi: "Phụ lục II, dấu sao", En: "Appendix II, star marks"}
)

func article(place string) lang.Text { return lang.Article(place) }

// PlaceOf is the place of a criterion in Appendix II, or of the set where there is none.
func PlaceOf(set int, criterion string) lang.Text {
	place := lang.Text{Vi: "Phụ lục II, bộ " + strconv.Itoa(set), En: "Appendix II, set " + strconv.Itoa(set)}
	if criterion != "" {
		place.Vi += ", tiêu chí " + criterion
		place.En += ", criterion " + criterion
	}
	return place
}

// Printed are the gates found, in the order that the decision prints them.
func Printed(words *rubric.Set, found iter.Seq[scoring.Gate]) []*rubric.Gate {
	ids := map[string]bool{}
	for g := range found {
		ids[g.ID] = true
	}
	var gates []*rubric.Gate
	for i := range words.Gates {
		if ids[words.Gates[i].ID] {
			gates = append(gates, &words.Gates[i])
		}
	}
	return gates
}

// page puts a report together as a paper. Values go in through format, which lets
// none of them move the terminal or begin a line.
type page struct {
	paper paper.Paper
	lang  lang.Lang
	gap   bool                // what comes next stands apart
	used  map[reading.ID]bool // readings that the text names
}

func newPage(l lang.Lang) page {
	if l != lang.En {
		l = lang.Vi
	}
	return page{paper: paper.Paper{Name: paper.Report, Lang: l}, lang: l, used: map[reading.ID]bool{}}
}

// finish ends the report with the readings that it names.
func (p *page) finish() paper.Paper {
	p.readings()
	return p.paper
}

// format fills in a text in the page's language.
func (p *page) format(vi, en string, args ...any) text.Own {
	return text.Fill(p.say(vi, en), args...)
}

// add adds a node, apart from what is above it where blank asked for that.
func (p *page) add(n paper.Node, words text.Own) {
	n.Text, n.Spans = pieces(words)
	n.Gap = p.gap && n.Kind != paper.KindHeading // which always stands apart
	p.gap = false
	p.paper.Nodes = append(p.paper.Nodes, n)
}

// line is a paragraph in the page's language.
func (p *page) line(vi, en string, args ...any) {
	p.add(paper.Node{Kind: paper.KindParagraph}, p.format(vi, en, args...))
}

// blank leaves room above what comes next.
func (p *page) blank() { p.gap = true }

// title is the report's own heading.
func (p *page) title(vi, en string, args ...any) {
	p.add(paper.Node{Kind: paper.KindHeading, Level: 1}, p.format(vi, en, args...))
	p.paper.Title = p.paper.Nodes[0].Text
}

func (p *page) heading(vi, en string, args ...any) {
	p.add(paper.Node{Kind: paper.KindHeading, Level: 2}, p.format(vi, en, args...))
}

// verdictLine is what it all comes to.
func (p *page) verdictLine(vi, en string, args ...any) {
	p.add(paper.Node{Kind: paper.KindParagraph, Style: paper.StyleResult}, p.format(vi, en, args...))
}

// note is what explains the line above it.
func (p *page) note(vi, en string, args ...any) {
	p.add(paper.Node{Kind: paper.KindParagraph, Style: paper.StyleNote}, p.format(vi, en, args...))
}

// The marks of items.
const (
	unmarked = ""
	bullet   = "•"
	cross    = "✗"
	question = "?"
)

// item is one of a list, which goes on unless something else stands between; above
// it stands at least the title.
func (p *page) item(mark, vi, en string, args ...any) {
	last := len(p.paper.Nodes) - 1
	if p.gap || p.paper.Nodes[last].Kind != paper.KindList {
		p.add(paper.Node{Kind: paper.KindList}, "")
		last++
	}
	it := paper.Item{Mark: mark}
	it.Text, it.Spans = pieces(p.format(vi, en, args...))
	list := &p.paper.Nodes[last]
	list.Items = append(list.Items, it)
}

// detail tells more of the item above it.
func (p *page) detail(vi, en string, value any) {
	d := paper.Detail{Label: p.say(vi, en)}
	d.Text, d.Spans = pieces(text.Plain(value))
	list := &p.paper.Nodes[len(p.paper.Nodes)-1]
	it := &list.Items[len(list.Items)-1]
	it.Details = append(it.Details, d)
}

// say chooses the page's language.
func (p *page) say(vi, en string) string { return lang.Text{Vi: vi, En: en}.In(p.lang) }

// set is a text in a tone. What strangers wrote has no ESC once it is made plain,
// so that it can mark here where a tone begins and ends.
func (p *page) set(tone paper.Tone, value any) text.Own {
	return esc + text.Own(tone) + esc + text.Plain(value) + esc
}

const esc = "\x1b"

// pieces are a text without the marks of its tones, and its pieces where it has any.
func pieces(words text.Own) (whole string, spans []paper.Span) {
	parts := strings.Split(string(words), esc)
	if len(parts) == 1 {
		return string(words), nil
	}
	for i := 0; i < len(parts); i += 3 { // a text of no tone, then a tone and its text
		if parts[i] != "" {
			spans = append(spans, paper.Span{Text: parts[i]})
		}
		if i+2 < len(parts) {
			spans = append(spans, paper.Span{Text: parts[i+2], Tone: paper.Tone(parts[i+1])})
		}
	}
	for _, s := range spans {
		whole += s.Text
	}
	return whole, spans
}

// mark names a loaded rubric.
func (p *page) mark(l scoring.LoadedRubric) text.Own {
	return p.format("bộ tiêu chí tự nạp %s, SHA-256 %s", "loaded rubric %s, SHA-256 %s", l.ID, l.SHA256)
}

// loaded says by which rubric all that follows is worked out, where it was loaded.
func (p *page) loaded(set scoring.Set) {
	if l := set.Loaded(); l != (scoring.LoadedRubric{}) {
		p.line("Theo %s.", "By the %s.", p.mark(l))
	}
}

// cite is a place in the decision, in brackets and faint.
func (p *page) cite(places ...lang.Text) text.Own {
	texts := make([]string, len(places))
	for i, place := range places {
		texts[i] = place.In(p.lang)
	}
	return p.set(paper.ToneFaint, "("+strings.Join(texts, "; ")+")")
}

// by says in a note which readings of ours decide what stands above it.
func (p *page) by(ids ...reading.ID) {
	names := make([]string, len(ids))
	for i, id := range ids {
		p.used[id] = true
		names[i] = string(id)
	}
	p.note("Theo cách hiểu: %s", "By the reading: %s", strings.Join(names, ", "))
}

// rests names, within a sentence, the reading of ours that it rests on.
func (p *page) rests(id reading.ID) string {
	p.used[id] = true
	return ByReading(id).In(p.lang)
}

// ByReading names, within a sentence, the reading of ours that it rests on.
func ByReading(id reading.ID) lang.Text {
	return lang.Text{Vi: "theo cách hiểu " + string(id), En: "by reading " + string(id)}
}

// readings lists the readings of ours that the text names.
func (p *page) readings() {
	if len(p.used) == 0 {
		return
	}
	p.heading("Cách hiểu của chúng tôi ở chỗ quyết định không nói rõ", "How we read what the decision leaves open")
	for _, r := range reading.All() {
		if !p.used[r.ID] {
			continue
		}
		place := r.Appendix
		if r.Article != "" {
			place = article(r.Article)
		}
		p.item(unmarked, "%s: %s %s", "%s: %s %s", string(r.ID), r.Text.In(p.lang), p.cite(place))
	}
}

// counted is a number with what it counts; in English its s falls off after 1.
func counted(n int, vi, en string) lang.Text {
	if n == 1 {
		en = strings.TrimSuffix(en, "s")
	}
	return lang.Text{Vi: strconv.Itoa(n) + " " + vi, En: strconv.Itoa(n) + " " + en}
}

// Points is a number of points in words.
func Points(n int) lang.Text { return counted(n, "điểm", "points") }

// date is a day as people write it.
func (p *page) date(d civil.Date) text.Own { return text.Day(d, p.lang) }

func (p *page) stars(n int) string { return counted(n, "sao", "stars").In(p.lang) }

func (p *page) points(n int) string { return Points(n).In(p.lang) }

// starRow draws a star as ★ and ☆.
func (p *page) starRow(star int) text.Own {
	return p.set(paper.ToneStar, strings.Repeat("★", star)+strings.Repeat("☆", 5-star))
}

// option writes an option with its code, its label and its points.
func (p *page) option(c *rubric.Criterion, code string) string {
	if code == scoring.NoneCode {
		return p.say("không đạt mức nào (0 điểm, ", "none of the levels (0 points, ") + p.rests(reading.NoneScoresZero) + ")"
	}
	o, _ := c.Option(code)
	return code + ") " + o.Label.In(p.lang) + " (" + p.points(o.Points) + ")"
}

// notes writes what a criterion's note says of its options: a label that only
// the note makes clear is never quoted without it.
func (p *page) notes(c *rubric.Criterion) {
	for _, note := range c.Notes {
		p.detail("ghi chú:", "note:", note.In(p.lang))
	}
}

// authority tells who recognises a star.
func (p *page) authority(star int) {
	switch star {
	case 3, 4:
		p.line("Thẩm quyền công nhận: Chủ tịch UBND cấp tỉnh. %s", "Recognised by: the chair of the provincial People's Committee. %s", p.cite(article41a))
	case 5:
		p.line("Thẩm quyền công nhận: Bộ Nông nghiệp và Môi trường; cấp tỉnh phê duyệt kết quả và gửi hồ sơ đề nghị. %s",
			"Recognised by: the Ministry of Agriculture and Environment; the province approves the result and sends the dossier on. %s", p.cite(article41b, article73e))
	case 1, 2:
		p.line("Dưới 3 sao: không ban hành quyết định công nhận, không cấp giấy chứng nhận. %s", "Below 3 stars: no recognition and no certificate. %s", p.cite(article41a))
	}
}

// average is a council's average as people write it: 89,66 in Vietnamese, 89.66
// in English.
func (p *page) average(o *scoring.CouncilOutcome) string {
	if p.lang == lang.En {
		return o.Average()
	}
	return strings.Replace(o.Average(), ".", ",", 1)
}

// LeastOf is the least total of a band (Article 3.3).
func LeastOf(r *scoring.Result, band int) int {
	sheet := r.Sheet()
	for _, b := range sheet.Set().Bands() {
		if b.Star == band {
			return b.Least
		}
	}
	return 0
}
