package report

import (
	"strconv"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/ocop/internal/kind"
	"github.com/ocop-vn/ocop-go/ocop/internal/text"
	"github.com/ocop-vn/ocop-go/ocop/paper"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/reading"
	"github.com/ocop-vn/ocop-go/scoring/rubric"
)

// IsSheet tells whether a document that is to be told of is meant as a sheet, and
// else as a dossier.
func IsSheet(document []byte) bool { return kind.IsSheet(document) }

// Score is what there is to tell of a sheet, or of a dossier.
type Score struct {
	Result *scoring.Result
	About  scoring.About // what a sheet says of itself
	// Of a dossier: itself, the further results in it, nil where there are none, and
	// what is worth a look.
	Dossier  *dossier.Dossier
	Outcomes dossier.Outcomes
	Warnings problem.List
}

// Paper is the score for people: the star and what it rests on, what holds it back,
// what is still open, who recognises it, with the article for each statement. Without
// a result or words there is nothing to tell: the zero Paper.
func (s *Score) Paper(words *rubric.Set, l lang.Lang) paper.Paper {
	if s.Result == nil || words == nil {
		return paper.Paper{}
	}
	r := &report{page: newPage(l), words: words, result: s.Result}
	r.head(s)
	r.verdict()
	r.parts()
	r.gates()
	r.askedGates()
	r.distance()
	r.shortfalls()
	r.open()
	r.foot()
	r.dossierFoot(s)
	return r.finish()
}

// report is the report on one sheet.
type report struct {
	page
	words  *rubric.Set
	result *scoring.Result
}

func (r *report) head(s *Score) {
	sheet := r.result.Sheet()
	source := text.Own(r.say("Quyết định 26/2026/QĐ-TTg", "Decision 26/2026/QĐ-TTg"))
	if l := sheet.Set().Loaded(); l != (scoring.LoadedRubric{}) {
		source = r.mark(l)
	}
	r.title("KẾT QUẢ CHẤM ĐIỂM OCOP  %s", "OCOP SCORE  %s", r.set(paper.ToneFaint, source))
	about := r.words.Name.In(r.lang)
	if s.Dossier != nil {
		about = s.Dossier.Product.Name
	} else if s.About.Product != "" {
		about = s.About.Product
		r.line("Sản phẩm: %s", "Product: %s", about)
	}
	r.paper.Title = string(r.format("Kết quả chấm điểm OCOP: %s", "OCOP score: %s", about))
	r.dossierHead(s.Dossier)
	r.line("Bộ sản phẩm %d: %s", "Product set %d: %s", sheet.Set().No(), r.words.Name.In(r.lang))
	r.blank()
}

func (r *report) verdict() {
	switch r.result.Status {
	case scoring.StatusClassified:
		r.verdictLine("%s  %s   %d/100 điểm", "%s  %s   %d/100 points", r.starRow(r.result.Star),
			r.set(paper.ToneStrong, r.stars(r.result.Star)), r.result.Total)
	case scoring.StatusIncomplete:
		r.verdictLine("%s   %s cho phần đã chấm", "%s   %s for what is answered", r.set(paper.ToneStrong, r.say("CHƯA XẾP HẠNG: phiếu chưa chấm xong", "NO STAR YET: the sheet is incomplete")), r.points(r.result.Total))
	case scoring.StatusStopped:
		r.verdictLine("%s   (%s đã chấm)", "%s   (%s so far)", r.set(paper.ToneAlarm, r.say("DỪNG ĐÁNH GIÁ, không xếp hạng", "ASSESSMENT STOPPED, no star")), r.points(r.result.Total))
	default: // rejected
		r.verdictLine("%s   (%s đã chấm)", "%s   (%s so far)", r.set(paper.ToneAlarm, r.say("HỒ SƠ BỊ LOẠI, không xếp hạng", "DOSSIER REJECTED, no star")), r.points(r.result.Total))
	}
	r.blank()
}

// parts draws the total and the parts as bars.
func (r *report) parts() {
	meters := []paper.Meter{{Label: r.say("Tổng điểm", "Total"), Value: r.result.Total, Most: 100}}
	points := []int{r.result.Parts.A, r.result.Parts.B, r.result.Parts.C}
	for i, p := range r.words.Parts {
		meters = append(meters, paper.Meter{Label: string(r.format("%s  %s", "%s  %s", p.Code, p.Name.In(r.lang))), Value: points[i], Most: p.Max})
	}
	r.add(paper.Node{Kind: paper.KindMeters, Meters: meters}, "")
	r.note("%s", "%s", r.cite(article31))
	r.blank()
}

func (r *report) gates() {
	gates := Printed(r.words, r.result.Gates())
	if len(gates) == 0 {
		return
	}
	stopped := false
	r.heading("Vì sao", "Why")
	for _, g := range gates {
		place := PlaceOf(r.words.No, g.Criterion)
		if g.Effect == string(scoring.EffectReject) {
			r.item(cross, "Bị loại: %s %s", "Rejected: %s %s", g.Label.In(r.lang), r.cite(place))
		} else {
			stopped = true
			r.item(cross, "Dừng đánh giá: %s %s", "Stopped: %s %s", g.Label.In(r.lang), r.cite(place))
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
		r.item(question, "Tiêu chí %s mức %s là chưa có giấy tờ này: cần xét trường hợp bị loại “%s”. %s",
			"Criterion %s, option %s, says that the paper is not there: look at the gate “%s”. %s",
			g.Criterion, sheet.Chosen(g.Criterion), w.Label.In(r.lang), r.cite(PlaceOf(r.words.No, g.Criterion)))
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
			band, r.set(paper.ToneStrong, r.stars(r.result.Star)), r.cite(starMarks))
	}
	r.blank()
}

// leastOf is the least total of a band.
func (r *report) leastOf(band int) int { return LeastOf(r.result, band) }

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
			star = s.Star
			r.heading("Mức tối thiểu chưa đạt cho %d sao", "Minima missed for %d stars", star)
		}
		c, _ := r.words.Criterion(code)
		r.item(bullet, "%s %s %s", "%s %s %s", code, c.Name.In(r.lang), r.cite(PlaceOf(r.words.No, code)))
		r.detail("đang có:", "stands:", r.option(c, s.Have))
		r.detail("cần đạt:", "needed:", r.option(c, s.Need))
		r.notes(c)
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
			stars = strconv.Itoa(b.Star.Least) + r.say(" đến ", " to ") + stars
		}
		r.item(unmarked, "%d đến %d điểm, %s, tùy cách chấm phần còn lại %s", "%d to %d points, %s, by what is still open %s",
			b.Total.Least, b.Total.Greatest, stars, r.cite(article33, starMarks))
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
	r.heading("%s: %d %s", "%s: %d %s", r.say(vi, en), len(codes), r.cite(PlaceOf(r.words.No, "")))
	for _, code := range codes {
		c, _ := r.words.Criterion(code)
		r.item(bullet, "%s %s, tối đa %s", "%s %s, %s at most", code, c.Name.In(r.lang), r.points(c.Max))
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
	r.line("%s", "%s", r.set(paper.ToneFaint, r.say(
		"Tính từ phiếu này; hạng sao chính thức do Hội đồng đánh giá và cấp có thẩm quyền quyết định.",
		"Worked out from this sheet; the council and the authority decide the official star.",
	)))
}
