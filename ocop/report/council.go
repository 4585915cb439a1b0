package report

import (
	"slices"
	"strconv"
	"strings"

	"github.com/ocop-vn/ocop-go/ocop/internal/text"
	"github.com/ocop-vn/ocop-go/ocop/paper"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/reading"
	"github.com/ocop-vn/ocop-go/scoring/rubric"
)

// Minutes is a council's outcome as the scoring part of its minutes: who was there,
// each member's points by part, the average, what is contested and what it comes
// to, with the article or the policy for each statement.
func Minutes(o *scoring.CouncilOutcome, words *rubric.Set, l lang.Lang) paper.Paper {
	r := &minutes{page: newPage(l), o: o, words: words}
	r.title("BIÊN BẢN CHẤM ĐIỂM CỦA HỘI ĐỒNG", "MINUTES OF THE COUNCIL'S SCORING")
	r.loaded(o.Set)
	r.line("Bộ sản phẩm %d: %s %s", "Product set %d: %s %s", r.words.No, r.words.Name.In(r.lang), r.cite(article73d))
	r.blank()
	r.members()
	r.total()
	r.outcome()
	r.toDiscuss()
	return r.finish()
}

type minutes struct {
	page
	o     *scoring.CouncilOutcome
	words *rubric.Set
}

func (r *minutes) members() {
	if r.o.Seats > 0 {
		r.line("Có mặt %d trên %s.", "%d of %s present.", r.o.Count, counted(r.o.Seats, "thành viên", "members").In(r.lang))
	} else {
		r.line("Có mặt %s.", "%s present.", counted(r.o.Count, "thành viên", "members").In(r.lang))
	}
	table := paper.Table{
		Head:   []string{r.say("Thành viên", "Member"), "A", "B", "C", r.say("Tổng", "Total"), ""},
		Widths: []int{8, 1, 1, 1, 2, 3}, Numbers: []int{1, 2, 3, 4},
	}
	for _, m := range r.o.Members {
		row := paper.Row{Cells: []paper.Cell{{Text: string(text.Plain(m.ID))}}}
		for _, n := range []int{m.Parts.A, m.Parts.B, m.Parts.C, m.Total} {
			row.Cells = append(row.Cells, paper.Cell{Text: strconv.Itoa(n)})
		}
		chair := paper.Cell{}
		if m.Chair {
			chair.Text = r.say("chủ tịch", "chair")
		}
		row.Cells = append(row.Cells, chair)
		table.Rows = append(table.Rows, row)
	}
	r.add(paper.Node{Kind: paper.KindTable, Table: &table}, "")
	r.blank()
}

func (r *minutes) total() {
	r.line("Tổng điểm trung bình: %d / %d = %s (số cuối cắt bỏ, không làm tròn; xếp hạng theo giá trị đúng). %s",
		"Average: %d / %d = %s (cut off, not rounded; the band is read off the exact value). %s",
		r.o.Sum, r.o.Count, r.average(r.o), r.cite(article33))
	r.by(reading.MeanOfTotals, reading.ExactAverage)
	if len(r.o.Widest) == 2 {
		r.line("Chênh lệch lớn nhất: %s (%s, %s).", "Widest apart: %s (%s, %s).", r.points(r.o.Spread), r.o.Widest[0], r.o.Widest[1])
	}
	r.policy()
	r.blank()
}

// policy names what the decision leaves to the council's rules of procedure, which
// the province's chair or the minister issues (Articles 7.3.b and 7.4.b).
func (r *minutes) policy() {
	p := r.o.Policy
	var rules []string
	if p.MaxSpread != nil {
		rules = append(rules, string(r.format("chênh lệch không quá %s", "no more than %s apart", r.points(*p.MaxSpread))))
	}
	if p.Quorum != (scoring.Quorum{}) {
		rules = append(rules, string(r.format("có mặt ít nhất %s", "at least %s present", p.Quorum)))
	}
	if p.ChairRequired {
		rules = append(rules, r.say("phải có chủ tịch", "the chair present"))
	}
	switch p.Minima {
	case scoring.MinimaAll:
		rules = append(rules, r.say("mức tối thiểu đạt khi mọi thành viên chấm đạt", "a minimum is met when all members say so"))
	case scoring.MinimaMean:
		rules = append(rules, r.say("mức tối thiểu xét theo điểm trung bình của tiêu chí", "a minimum is met by the criterion's mean points"))
	default:
		rules = append(rules, r.say("mức tối thiểu đạt khi quá nửa thành viên chấm đạt", "a minimum is met when more than half of the members say so"))
	}
	r.line("Theo quy chế hội đồng: %s.", "By the council's rules of procedure: %s.", strings.Join(rules, "; "))
	r.by(reading.CouncilRules, reading.CouncilMinima)
}

func (r *minutes) outcome() {
	switch r.o.Status {
	case scoring.StatusClassified:
		r.verdictLine("%s  %s", "%s  %s", r.starRow(r.o.Star), r.set(paper.ToneStrong, r.stars(r.o.Star)))
		if r.o.Star < r.o.Band {
			r.item(unmarked, "Điểm ở mức %d sao nhưng có mức tối thiểu chưa đạt. %s", "The points are in band %d, but a minimum is missed. %s", r.o.Band, r.cite(starMarks))
			r.by(reading.CumulativeMinima)
		}
		r.item(unmarked, "Cộng các phiếu được %s, ngưỡng mức %d sao là %d, dư %d.", "The sheets add up to %s; band %d needs %d, so %d are to spare.",
			r.points(r.o.Sum), r.o.Band, r.o.Sum-r.o.Margin, r.o.Margin)
		r.authority(r.o.Star)
		if r.o.Band == 5 && r.o.Star < 5 { // of the province's council, or of the ministry's
			r.by(reading.PotentialFiveStars, reading.FiveStarsNeedMinima)
		}
	case scoring.StatusRejected:
		r.verdictLine("%s", "%s", r.set(paper.ToneAlarm, r.say("HỒ SƠ BỊ LOẠI", "DOSSIER REJECTED")))
	case scoring.StatusStopped:
		r.verdictLine("%s", "%s", r.set(paper.ToneAlarm, r.say("DỪNG ĐÁNH GIÁ", "ASSESSMENT STOPPED")))
	case scoring.StatusNoQuorum:
		r.verdictLine("%s", "%s", r.set(paper.ToneAlarm, r.say("KHÔNG ĐỦ THÀNH VIÊN hoặc vắng chủ tịch: chưa có kết quả", "NO QUORUM, or no chair: there is no result")))
	case scoring.StatusIncomplete:
		r.verdictLine("%s", "%s", r.set(paper.ToneStrong, r.say("CÓ PHIẾU CHƯA CHẤM XONG: chưa có kết quả", "A SHEET IS INCOMPLETE: there is no result yet")))
	case scoring.StatusSpreadTooWide:
		r.verdictLine("%s", "%s", r.set(paper.ToneStrong, r.say("CHÊNH LỆCH QUÁ LỚN: thảo luận và chấm lại", "TOO FAR APART: discuss and score again")))
	}
	for _, g := range Printed(r.words, slices.Values(r.o.Gates)) {
		r.item(cross, "%s %s", "%s %s", g.Label.In(r.lang), r.cite(PlaceOf(r.words.No, g.Criterion)))
		if len(g.ZeroPointsAt) > 0 {
			r.by(reading.CouncilDerivedGate)
		}
	}
}

// toDiscuss lists what a chair would bring up: pairs far apart, criteria on
// which points differ by 2 or more, contested minima.
func (r *minutes) toDiscuss() {
	const notable = 2
	if len(r.o.Pairs)+len(r.o.Contested)+len(r.o.Disagreements) == 0 {
		return
	}
	r.heading("Nội dung cần thảo luận", "To discuss")
	for _, p := range r.o.Pairs {
		r.item(bullet, "%s và %s cách nhau %s", "%s and %s lie %s apart", p.Members[0], p.Members[1], r.points(p.Points))
	}
	for _, d := range r.o.Disagreements {
		if d.Most-d.Least < notable {
			break
		}
		c, _ := r.words.Criterion(d.Criterion.Code())
		r.item(bullet, "%s %s: từ %d đến %d điểm", "%s %s: %d to %d points", c.Code, c.Name.In(r.lang), d.Least, d.Most)
	}
	for _, x := range r.o.Contested {
		c, _ := r.words.Criterion(x.Criterion.Code())
		r.item(bullet, "Mức tối thiểu %d sao ở %s %s: %d đạt, %d chưa đạt %s", "Minimum of %d stars at %s %s: %d met, %d missed %s",
			x.Star, c.Code, c.Name.In(r.lang), x.Met, x.Missed, r.cite(starMarks))
	}
}

// Referral is what follows for people when the ministry's council has scored a
// product that a province's council sent on (Article 7.4).
func Referral(province, ministry *scoring.CouncilOutcome, result scoring.Referral, star int, l lang.Lang) paper.Paper {
	p := newPage(l)
	p.title("Đánh giá cấp trung ương", "Assessment by the ministry")
	p.loaded(ministry.Set)
	switch {
	case result == scoring.ReferralNone:
		p.line("Hội đồng cấp tỉnh chưa đạt 5 sao nên không gửi Bộ đánh giá. %s", "The province's council did not reach 5 stars, so nothing is sent on. %s", p.cite(article73e))
		if province.Band == 5 { // the decision prints "from 90 points"
			p.by(reading.PotentialFiveStars)
		}
	case result == scoring.ReferralPending:
		p.line("Hội đồng cấp trung ương chưa có kết quả. %s", "The ministry's council has no result yet. %s", p.cite(article74))
	case result == scoring.ReferralRecognised:
		p.line("Điểm trung bình %s: Bộ Nông nghiệp và Môi trường công nhận 5 sao. %s", "Average %s: the ministry recognises 5 stars. %s", p.average(ministry), p.cite(article74, article41b))
	case result == scoring.ReferralUnsettled:
		p.line("Điểm trung bình %s: từ 90 điểm nhưng có mức tối thiểu chưa đạt nên chưa phải 5 sao; quyết định chỉ giao cấp tỉnh xử lý khi dưới 90 điểm. %s",
			"Average %s: 90 points or more, but a minimum is missed, so these are not 5 stars; the decision gives the province what follows only under 90 points. %s", p.average(ministry), p.cite(article74))
		p.by(reading.FiveStarsNeedMinima)
		p.by(reading.UnderNinety)
	case star > 0:
		p.line("Điểm trung bình %s: không đạt 5 sao. Chủ tịch UBND cấp tỉnh có thể căn cứ kết quả này công nhận %s, hoặc tổ chức đánh giá theo thẩm quyền. %s",
			"Average %s: not 5 stars. The province's chair may recognise %s on this result, or hold an assessment of its own. %s", p.average(ministry), p.stars(star), p.cite(article74))
	default:
		p.line("Không đạt 5 sao, và kết quả này cũng không đủ để công nhận 3 sao. Cấp tỉnh có thể tổ chức đánh giá theo thẩm quyền. %s",
			"Not 5 stars, and this result does not reach 3. The province may hold an assessment of its own. %s", p.cite(article74))
	}
	return p.finish()
}
