package report

import (
	"strconv"
	"strings"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/reading"
)

// dossierHead names the product, its producer and the kind of application.
func (r *report) dossierHead(x *dossier.Dossier) {
	if x == nil {
		return
	}
	r.line("Hồ sơ %s: %s", "Dossier (%s): %s", x.Application.Name().In(r.lang), x.Product.Name)
	r.line("Chủ thể: %s", "Producer: %s", x.Producer.Name)
	r.line("Dưới đây là kết quả chủ thể tự đánh giá.", "Below is what the producer claims.")
}

// dossierFoot sets the further results of a dossier side by side and lists what
// is worth a look before it is filed.
func (r *report) dossierFoot(e *Score) {
	if e.Dossier == nil {
		return
	}
	results := &e.Outcomes
	r.heading("Các kết quả trong hồ sơ", "Results in the dossier")
	if p := results.Proposed; p != nil {
		r.item(unmarked, "Tổ tư vấn đề xuất: %s %s", "Proposed by the advisory team: %s %s", r.outcome(p.Status, r.points(p.Total), p.Star), r.cite(article73c))
	}
	if c := results.Council; c != nil {
		r.item(unmarked, "Hội đồng cấp tỉnh: %s %s", "The province's council: %s %s", r.outcome(c.Status, r.averagePoints(c), c.Star), r.cite(article73d))
	}
	if m := results.Ministry; m != nil {
		r.item(unmarked, "Hội đồng cấp trung ương: %s %s", "The ministry's council: %s %s", r.outcome(m.Status, r.averagePoints(m), m.Star), r.cite(article74))
	}
	if results.Proposed == nil && results.Council == nil { // without which there is none of the ministry's
		r.item(unmarked, "Chưa có kết quả của Tổ tư vấn hoặc Hội đồng.", "None yet by the advisory team or a council.")
	}
	if d := e.Dossier.Decision; d != nil {
		day, _ := civil.Parse(d.Date)
		r.item(unmarked, "Quyết định công nhận số %s ngày %s: %s %s", "Decision %s of %s: %s %s", d.Number, r.date(day), r.stars(d.Star), r.cite(article41))
	}
	r.figureChanges(e.Dossier)
	r.warnings(e.Warnings)
}

// figureChanges says how the figures changed since the product was recognised.
func (r *report) figureChanges(x *dossier.Dossier) {
	changes := x.FigureChanges()
	if len(changes) == 0 {
		return
	}
	r.heading("Thay đổi số liệu từ khi được công nhận %s", "Figures since recognition %s", r.cite(article61))
	for _, c := range changes {
		r.item(unmarked, "%s: %d (%d) → %d (%d) %s%s", "%s: %d (%d) → %d (%d) %s%s", r.bare(c.Name), c.From, c.FromYear, c.To, c.ToYear, c.Unit.In(r.lang), growth(c.From, c.To))
	}
}

// bare is a field's name without its unit, which stands at the figure.
func (r *report) bare(name lang.Text) string {
	text, _, _ := strings.Cut(name.In(r.lang), " (")
	return text
}

// growth is a change in percent, cut off; "" where there was nothing to grow from.
func growth(from, to int) string {
	if from <= 0 {
		return ""
	}
	percent := int64(to-from) * 100 / int64(from)
	sign := ""
	if percent > 0 { // what is cut off to 0 may be a fall
		sign = "+"
	}
	return ", " + sign + strconv.FormatInt(percent, 10) + "%"
}

// outcome is a result in a few words.
func (r *report) outcome(status scoring.Status, points string, star int) string {
	if status != scoring.StatusClassified {
		return r.say("chưa xếp hạng", "no star")
	}
	return r.stars(star) + ", " + points
}

// averagePoints is a council's average in words.
func (r *report) averagePoints(o *scoring.CouncilOutcome) string {
	return r.say("trung bình "+r.average(o)+" điểm", "average "+r.average(o)+" points")
}

func (r *report) warnings(warnings problem.List) {
	if len(warnings) == 0 {
		return
	}
	r.heading("Cần xem lại", "To look at")
	for _, p := range warnings {
		r.item(bullet, "%s", "%s", p.Message.In(r.lang))
		for _, param := range p.Params {
			if param.Name == "reading" {
				r.used[reading.ID(param.Value)] = true
			}
		}
	}
}
