package ocop

import (
	"fmt"
	"io"
	"strings"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/ocop/internal/text"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/reading"
	"github.com/ocop-vn/ocop-go/scoring/rubric"
)

// Report writes the evaluation for people: the star and what it rests on, what
// holds it back, what is still open, who recognises it, with the article for
// each statement.
func (e *Evaluation) Report(w io.Writer, options ReportOptions) error {
	r := &report{page: newPage(options), words: e.Words(), result: &e.Result}
	if r.words == nil {
		return nothing()
	}
	r.head(e.Dossier)
	r.verdict()
	r.parts()
	r.gates()
	r.askedGates()
	r.distance()
	r.shortfalls()
	r.open()
	r.foot()
	r.dossierFoot(e)
	return r.writeTo(w)
}

// report is the report on one sheet.
type report struct {
	page
	words  *rubric.Set
	result *scoring.Result
}

func (r *report) head(x *dossier.Dossier) {
	sheet := r.result.Sheet()
	source := text.Own(r.say("Quyết định 26/2026/QĐ-TTg", "Decision 26/2026/QĐ-TTg"))
	if l := sheet.Set().Loaded(); l != (scoring.LoadedRubric{}) {
		source = r.mark(l)
	}
	r.line("%s", "%s", r.paint(bold, r.say("KẾT QUẢ CHẤM ĐIỂM OCOP", "OCOP SCORE"))+"  "+r.paint(faint, source))
	r.dossierHead(x)
	r.line("Bộ sản phẩm %d: %s", "Product set %d: %s", sheet.Set().No(), r.words.Name.In(r.lang))
	r.blank()
}

func (r *report) verdict() {
	switch r.result.Status {
	case scoring.StatusClassified:
		r.line("  %s  %s   %d/100 điểm", "  %s  %s   %d/100 points", r.starRow(r.result.Star),
			r.paint(bold, r.stars(r.result.Star)), r.result.Total)
	case scoring.StatusIncomplete:
		r.line("  %s   %s cho phần đã chấm", "  %s   %s for what is answered", r.paint(bold, r.say("CHƯA XẾP HẠNG: phiếu chưa chấm xong", "NO STAR YET: the sheet is incomplete")), r.points(r.result.Total))
	case scoring.StatusStopped:
		r.line("  %s   (%s đã chấm)", "  %s   (%s so far)", r.paint(red, r.say("DỪNG ĐÁNH GIÁ, không xếp hạng", "ASSESSMENT STOPPED, no star")), r.points(r.result.Total))
	default: // rejected
		r.line("  %s   (%s đã chấm)", "  %s   (%s so far)", r.paint(red, r.say("HỒ SƠ BỊ LOẠI, không xếp hạng", "DOSSIER REJECTED, no star")), r.points(r.result.Total))
	}
	r.blank()
}

// parts draws the total and the parts as bars of 20 cells.
func (r *report) parts() {
	names := []string{r.say("Tổng điểm", "Total")}
	points := []int{r.result.Total, r.result.Parts.A, r.result.Parts.B, r.result.Parts.C}
	most := []int{100}
	width := 0
	for _, p := range r.words.Parts {
		names, most = append(names, p.Code+"  "+p.Name.In(r.lang)), append(most, p.Max)
		width = max(width, text.Width(names[len(names)-1]))
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
	r.line("  %s  %s %3d/%d", "  %s  %s %3d/%d", text.Pad(name, width),
		r.paint(yellow, strings.Repeat("█", full))+r.paint(faint, strings.Repeat("░", cells-full)), points, most)
}

func (r *report) gates() {
	gates := printed(r.words, r.result.Gates())
	if len(gates) == 0 {
		return
	}
	stopped := false
	r.heading("Vì sao", "Why")
	for _, g := range gates {
		place := placeOf(r.words.No, g.Criterion)
		if g.Effect == string(scoring.EffectReject) {
			r.line("  ✗ Bị loại: %s %s", "  ✗ Rejected: %s %s", g.Label.In(r.lang), r.cite(place))
		} else {
			stopped = true
			r.line("  ✗ Dừng đánh giá: %s %s", "  ✗ Stopped: %s %s", g.Label.In(r.lang), r.cite(place))
		}
	}
	if stopped && r.result.Status == scoring.StatusRejected {
		r.by(reading.RejectOutranksStop)
	}
	r.blank()
}

// askedGates lists the gates that an answer asks for and nobody says stand.
func (r *report) askedGates() {
	found := false
	for g := range r.result.AskedGates() {
		w, _ := r.words.Gate(g.ID)
		sheet := r.result.Sheet()
		found = true
		r.line("  ? Tiêu chí %s mức %s là chưa có giấy tờ này: cần xét trường hợp bị loại “%s”. %s",
			"  ? Criterion %s, option %s, says that the paper is not there: look at the gate “%s”. %s",
			g.Criterion, sheet.Chosen(g.Criterion), w.Label.In(r.lang), r.cite(placeOf(r.words.No, g.Criterion)))
	}
	if found {
		r.by(reading.NoDeclarationAsksForGate)
		r.blank()
	}
}

// distance tells which band the total is in and how far the next one is.
func (r *report) distance() {
	if r.result.Status != scoring.StatusClassified {
		return
	}
	band, total := r.result.Band, r.result.Total
	most := 100
	if band < 5 {
		most = r.leastOf(band + 1)
		r.line("Mức điểm: hạng %d sao (từ %d đến dưới %d điểm). Còn %d điểm nữa là tới mức %d sao. %s",
			"Points: band %d (%d to under %d). %d more points to band %d. %s",
			band, r.leastOf(band), most, most-total, band+1, r.cite(article33))
	} else {
		r.line("Mức điểm: hạng 5 sao (từ %d đến %d điểm). %s", "Points: band 5 (%d to %d). %s", r.leastOf(band), most, r.cite(article33))
	}
	if r.result.Star < band {
		r.line("Điểm đủ mức %d sao nhưng chưa đạt mức tối thiểu, nên xếp %s. %s",
			"The points reach band %d but a minimum is missed, so it gets %s. %s",
			band, r.paint(bold, r.stars(r.result.Star)), r.cite(starMarks))
	}
	r.blank()
}

// leastOf is the least total of a band.
func (r *report) leastOf(band int) int { return leastOf(r.result, band) }

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
			r.heading("Mức tối thiểu chưa đạt cho %d sao", "Minima missed for %d stars", star)
		}
		c, _ := r.words.Criterion(code)
		r.line("  • %s %s %s", "  • %s %s %s", code, c.Name.In(r.lang), r.cite(placeOf(r.words.No, code)))
		r.line("      đang có: %s", "      stands: %s", r.option(c, s.Have))
		r.line("      cần đạt: %s", "      needed: %s", r.option(c, s.Need))
		r.notes(c, "      ghi chú: %s", "      note:   %s")
	}
	if star != 0 {
		r.by(reading.CumulativeMinima)
		r.blank()
	}
}

// open tells what is unanswered, what falls away and what is still possible.
func (r *report) open() {
	if r.result.Status == scoring.StatusIncomplete {
		b := r.result.Bounds
		r.heading("Còn có thể", "Still possible")
		stars := r.stars(b.Star.Greatest)
		if b.Star.Least < b.Star.Greatest {
			stars = fmt.Sprintf(r.say("%d đến %s", "%d to %s"), b.Star.Least, stars)
		}
		r.line("  %d đến %d điểm, %s, tùy cách chấm phần còn lại %s", "  %d to %d points, %s, by what is still open %s",
			b.Total.Least, b.Total.Greatest, stars, r.cite(article33, starMarks))
		r.blank()
	}
	r.list("Chưa chấm", "Unanswered", r.result.Unanswered())
	if r.list("Không áp dụng vì không có câu chuyện sản phẩm (tính 0 điểm)", "Not applicable, as there is no story (0 points)", r.result.NotApplicable()) {
		r.by(reading.NoStoryNoStructure)
		r.blank()
	}
}

// list lists criteria under a heading; false where there is none.
func (r *report) list(vi, en string, criteria func(func(scoring.Criterion) bool)) bool {
	var codes []string
	for c := range criteria {
		codes = append(codes, c.Code())
	}
	if len(codes) == 0 {
		return false
	}
	r.heading("%s: %d %s", "%s: %d %s", r.say(vi, en), len(codes), r.cite(placeOf(r.words.No, "")))
	for _, code := range codes {
		c, _ := r.words.Criterion(code)
		r.line("  • %s %s, tối đa %s", "  • %s %s, %s at most", code, c.Name.In(r.lang), r.points(c.Max))
	}
	r.blank()
	return true
}

// foot says who recognises the star, and what the report is not.
func (r *report) foot() {
	r.authority(r.result.Star)
	if r.result.Band == 5 && r.result.Star < 5 {
		r.by(reading.PotentialFiveStars)
	}
	r.line("%s", "%s", r.paint(faint, r.say(
		"Tính từ phiếu này; hạng sao chính thức do Hội đồng đánh giá và cấp có thẩm quyền quyết định.",
		"Worked out from this sheet; the council and the authority decide the official star.",
	)))
}
