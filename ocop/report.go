package ocop

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/rubric"
)

// ReportOptions say how a report is written.
type ReportOptions struct {
	Lang  lang.Lang // zero: Vietnamese
	Color bool      // with terminal colours; zero: plain text
}

// The places in the decision that statements of a report rest on.
var (
	article31  = lang.Text{Vi: "Điều 3 khoản 1", En: "Article 3.1"}
	article33  = lang.Text{Vi: "Điều 3 khoản 3", En: "Article 3.3"}
	article41a = lang.Text{Vi: "Điều 4 khoản 1 điểm a", En: "Article 4.1.a"}
	article41b = lang.Text{Vi: "Điều 4 khoản 1 điểm b", En: "Article 4.1.b"}
	article73e = lang.Text{Vi: "Điều 7 khoản 3 điểm e", En: "Article 7.3.e"}
	appendix2  = lang.Text{Vi: "Phụ lục II, bộ %d", En: "Appendix II, set %d"}
	starMarks  = lang.Text{Vi: "Phụ lục II, dấu sao", En: "Appendix II, star marks"}
)

// Report writes the evaluation for people: the star and what it rests on, what
// holds it back, what is still open, who recognises it, with the article for
// each statement.
func (e *Evaluation) Report(w io.Writer, options ReportOptions) error {
	r := &report{lang: options.Lang, color: options.Color, words: e.Words(), result: &e.Result}
	r.head(e.loaded != nil)
	r.verdict()
	r.parts()
	r.gates()
	r.distance()
	r.shortfalls()
	r.open()
	r.authority()
	_, err := io.WriteString(w, r.text.String())
	return err
}

// report gathers the text of one report.
type report struct {
	text   strings.Builder
	lang   lang.Lang
	color  bool
	words  *rubric.Set
	result *scoring.Result
}

// line writes a line in the report's language.
func (r *report) line(vi, en string, args ...any) {
	fmt.Fprintf(&r.text, lang.Text{Vi: vi, En: en}.In(r.lang)+"\n", args...)
}

func (r *report) blank() { r.text.WriteByte('\n') }

// cite is a place in the decision, in brackets and faint.
func (r *report) cite(places ...lang.Text) string {
	texts := make([]string, len(places))
	for i, p := range places {
		texts[i] = p.In(r.lang)
	}
	return r.paint(faint, "("+strings.Join(texts, "; ")+")")
}

// ANSI codes of what is painted.
const (
	bold   = "1"
	faint  = "2"
	yellow = "1;33"
	red    = "1;31"
)

func (r *report) paint(code, text string) string {
	if !r.color {
		return text
	}
	return "\x1b[" + code + "m" + text + "\x1b[0m"
}

func (r *report) head(loaded bool) {
	sheet := r.result.Sheet()
	source := lang.Text{Vi: "Quyết định 26/2026/QĐ-TTg", En: "Decision 26/2026/QĐ-TTg"}
	if loaded {
		source = lang.Text{Vi: "bộ tiêu chí tự nạp " + sheet.Set().Edition(), En: "loaded rubric " + sheet.Set().Edition()}
	}
	r.line("%s", "%s", r.paint(bold, lang.Text{Vi: "KẾT QUẢ CHẤM ĐIỂM OCOP", En: "OCOP SCORE"}.In(r.lang))+"  "+r.paint(faint, source.In(r.lang)))
	r.line("Bộ sản phẩm %d: %s", "Product set %d: %s", sheet.Set().No(), r.words.Name.In(r.lang))
	r.blank()
}

func (r *report) verdict() {
	switch r.result.Status {
	case scoring.Classified:
		stars := strings.Repeat("★", r.result.Star) + strings.Repeat("☆", 5-r.result.Star)
		r.line("  %s  %s   %d/100 điểm", "  %s  %s   %d/100 points", r.paint(yellow, stars),
			r.paint(bold, r.stars(r.result.Star)), r.result.Total)
	case scoring.Incomplete:
		r.line("  %s   %d điểm cho phần đã trả lời", "  %s   %d points for what is answered", r.paint(bold, lang.Text{Vi: "CHƯA XẾP HẠNG: phiếu còn thiếu", En: "NO STAR YET: the sheet is incomplete"}.In(r.lang)), r.result.Total)
	case scoring.Stopped:
		r.line("  %s   (%d điểm đã chấm)", "  %s   (%d points so far)", r.paint(red, lang.Text{Vi: "DỪNG ĐÁNH GIÁ, không xếp hạng", En: "ASSESSMENT STOPPED, no star"}.In(r.lang)), r.result.Total)
	case scoring.Rejected:
		r.line("  %s   (%d điểm đã chấm)", "  %s   (%d points so far)", r.paint(red, lang.Text{Vi: "HỒ SƠ BỊ LOẠI, không xếp hạng", En: "DOSSIER REJECTED, no star"}.In(r.lang)), r.result.Total)
	}
	r.blank()
}

func (r *report) stars(n int) string {
	switch {
	case r.lang != lang.En:
		return fmt.Sprintf("%d sao", n)
	case n == 1:
		return "1 star"
	default:
		return fmt.Sprintf("%d stars", n)
	}
}

// parts draws the total and the parts as bars of 20 cells.
func (r *report) parts() {
	names := []string{lang.Text{Vi: "Tổng điểm", En: "Total"}.In(r.lang)}
	points := []int{r.result.Total, r.result.Parts.A, r.result.Parts.B, r.result.Parts.C}
	most := []int{100}
	width := 0
	for _, p := range r.words.Parts {
		names, most = append(names, p.Code+"  "+p.Name.In(r.lang)), append(most, p.Max)
		width = max(width, utf8.RuneCountInString(names[len(names)-1]))
	}
	for i, name := range names {
		r.bar(name, width, points[i], most[i])
	}
	r.line("  %s", "  %s", r.cite(article31))
	r.blank()
}

func (r *report) bar(name string, width, points, most int) {
	const cells = 20
	full := points * cells / most
	pad := strings.Repeat(" ", max(0, width-utf8.RuneCountInString(name)))
	r.line("  %s%s  %s %3d/%d", "  %s%s  %s %3d/%d", name, pad,
		r.paint(yellow, strings.Repeat("█", full))+r.paint(faint, strings.Repeat("░", cells-full)), points, most)
}

func (r *report) gates() {
	any := false
	for g := range r.result.Gates() {
		if !any {
			r.heading("Vì sao", "Why")
			any = true
		}
		w, _ := r.words.Gate(g.ID)
		place := r.placeOf(g.Criterion)
		if g.Effect == scoring.Reject {
			r.line("  ✗ Bị loại: %s %s", "  ✗ Rejected: %s %s", w.Label.In(r.lang), r.cite(place))
		} else {
			r.line("  ✗ Dừng đánh giá: %s %s", "  ✗ Stopped: %s %s", w.Label.In(r.lang), r.cite(place))
		}
	}
	if any {
		r.blank()
	}
}

// placeOf is the place of a criterion in Appendix II, or of the set where there is none.
func (r *report) placeOf(criterion string) lang.Text {
	place := lang.Text{Vi: fmt.Sprintf(appendix2.Vi, r.words.No), En: fmt.Sprintf(appendix2.En, r.words.No)}
	if criterion != "" {
		place.Vi += ", tiêu chí " + criterion
		place.En += ", criterion " + criterion
	}
	return place
}

func (r *report) heading(vi, en string) {
	r.line("%s", "%s", r.paint(bold, lang.Text{Vi: vi, En: en}.In(r.lang)))
}

// distance tells which band the total is in and how far the next one is.
func (r *report) distance() {
	if r.result.Status != scoring.Classified {
		return
	}
	band, total := r.result.Band, r.result.Total
	bands := Editions()[0].Bands
	most := 100
	if band < 5 {
		most = bands[4-band].Least
		r.line("Mức điểm: hạng %d sao (từ %d đến dưới %d điểm). Còn %d điểm nữa là tới mức %d sao. %s",
			"Points: band %d (%d to under %d). %d more points to band %d. %s",
			band, bands[5-band].Least, most, most-total, band+1, r.cite(article33))
	} else {
		r.line("Mức điểm: hạng 5 sao (từ 90 đến %d điểm). %s", "Points: band 5 (90 to %d). %s", most, r.cite(article33))
	}
	if r.result.Star < band {
		r.line("Điểm đủ mức %d sao nhưng chưa đạt mức tối thiểu, nên xếp %s. %s",
			"The points reach band %d but a minimum is missed, so it gets %s. %s",
			band, r.paint(bold, r.stars(r.result.Star)), r.cite(starMarks))
	}
	r.blank()
}

// shortfalls lists, star by star, the minima that are missed, each once: at
// the lowest star that asks for it. In an incomplete sheet only those of what
// is answered are listed; the others may still be met.
func (r *report) shortfalls() {
	listed := map[string]bool{}
	star := 0
	for s := range r.result.Shortfalls() {
		code := s.Criterion.Code()
		if s.Have == "" || listed[code+s.Need] {
			continue
		}
		listed[code+s.Need] = true
		if s.Star != star {
			if star != 0 {
				r.blank()
			}
			star = s.Star
			r.heading(fmt.Sprintf("Mức tối thiểu chưa đạt cho %d sao", star), fmt.Sprintf("Minima missed for %d stars", star))
		}
		c, _ := r.words.Criterion(code)
		r.line("  • %s %s %s", "  • %s %s %s", code, c.Name.In(r.lang), r.cite(r.placeOf(code)))
		r.line("      đang có: %s", "      stands: %s", r.option(c, s.Have))
		r.line("      cần đạt: %s", "      needed: %s", r.option(c, s.Need))
	}
	if star != 0 {
		r.line("  %s", "  %s", r.paint(faint, lang.Text{
			Vi: "Hạng cao hơn cũng phải đạt mức tối thiểu của hạng thấp hơn (cách hiểu tự nhiên; quyết định không viết rõ).",
			En: "A higher star also asks for the minima of the lower ones (the natural reading; the decision does not spell it out).",
		}.In(r.lang)))
		r.blank()
	}
}

// option writes an option with its code, its label and its points.
func (r *report) option(c *rubric.Criterion, code string) string {
	if code == scoring.NoneCode {
		return lang.Text{Vi: "không đạt mức nào (0 điểm)", En: "none of the levels (0 points)"}.In(r.lang)
	}
	o, _ := c.Option(code)
	points := lang.Text{Vi: fmt.Sprintf("%d điểm", o.Points), En: fmt.Sprintf("%d points", o.Points)}
	if o.Points == 1 {
		points.En = "1 point"
	}
	return fmt.Sprintf("%s) %s (%s)", code, o.Label.In(r.lang), points.In(r.lang))
}

// open tells what is unanswered, what falls away and what is still possible.
func (r *report) open() {
	if r.result.Status == scoring.Incomplete {
		b := r.result.Bounds
		r.heading("Còn có thể", "Still possible")
		stars := r.stars(b.Star.Greatest)
		if b.Star.Least < b.Star.Greatest {
			stars = fmt.Sprintf(lang.Text{Vi: "%d đến %s", En: "%d to %s"}.In(r.lang), b.Star.Least, stars)
		}
		r.line("  %d đến %d điểm, %s, tùy cách trả lời phần còn thiếu %s", "  %d to %d points, %s, by what is still open %s",
			b.Total.Least, b.Total.Greatest, stars, r.cite(article33, starMarks))
		r.blank()
	}
	r.list("Chưa trả lời", "Unanswered", r.result.Unanswered())
	r.list("Không áp dụng vì không có câu chuyện sản phẩm (tính 0 điểm)", "Not applicable, as there is no story (0 points)", r.result.NotApplicable())
}

func (r *report) list(vi, en string, criteria func(func(scoring.Criterion) bool)) {
	var codes []string
	for c := range criteria {
		codes = append(codes, c.Code())
	}
	if len(codes) == 0 {
		return
	}
	place := r.cite(r.placeOf(""))
	r.heading(fmt.Sprintf("%s: %d %s", vi, len(codes), place), fmt.Sprintf("%s: %d %s", en, len(codes), place))
	for _, code := range codes {
		c, _ := r.words.Criterion(code)
		r.line("  • %s %s, tối đa %d điểm", "  • %s %s, %d points at most", code, c.Name.In(r.lang), c.Max)
	}
	r.blank()
}

// authority tells who recognises the star.
func (r *report) authority() {
	switch {
	case r.result.Authority == scoring.Province:
		r.line("Thẩm quyền công nhận: Chủ tịch UBND cấp tỉnh. %s", "Recognised by: the chair of the provincial People's Committee. %s", r.cite(article41a))
	case r.result.Authority == scoring.Ministry:
		r.line("Thẩm quyền công nhận: Bộ Nông nghiệp và Môi trường; cấp tỉnh phê duyệt kết quả và gửi hồ sơ đề nghị. %s",
			"Recognised by: the Ministry of Agriculture and Environment; the province approves the result and sends the dossier on. %s", r.cite(article41b, article73e))
	case r.result.Status == scoring.Classified:
		r.line("Dưới 3 sao: không ban hành quyết định công nhận, không cấp giấy chứng nhận. %s", "Below 3 stars: no recognition and no certificate. %s", r.cite(article41a))
	}
	r.line("%s", "%s", r.paint(faint, lang.Text{
		Vi: "Tính từ phiếu này; hạng sao chính thức do Hội đồng đánh giá và cấp có thẩm quyền quyết định.",
		En: "Worked out from this sheet; the council and the authority decide the official star.",
	}.In(r.lang)))
}
