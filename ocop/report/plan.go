package report

import (
	"slices"

	"github.com/ocop-vn/ocop-go/ocop/paper"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/rubric"
)

// Way is the way from a sheet to a star.
type Way struct {
	Plan   *scoring.Plan
	Others []scoring.Plan
	Safety *scoring.Safety // how safe the star is that stands now; nil where none does
}

// Paper is the way for people: what to change, criterion by criterion, what stands,
// what to reach and what proves it. Without a plan or words: the zero Paper.
func (p *Way) Paper(words *rubric.Set, evidence []rubric.Evidence, l lang.Lang) paper.Paper {
	if p.Plan == nil || words == nil {
		return paper.Paper{}
	}
	r := &planReport{page: newPage(l), words: words, evidence: evidence}
	r.title("KẾ HOẠCH LÊN %d SAO", "THE WAY TO %d STARS", p.Plan.Star)
	r.loaded(p.Plan.Set)
	r.line("Bộ sản phẩm %d: %s", "Product set %d: %s", p.Plan.Set.No(), r.words.Name.In(r.lang))
	r.blank()
	r.plan(p.Plan)
	for i := range p.Others {
		r.heading("Cách khác %d", "Another way %d", i+1)
		r.plan(&p.Others[i])
	}
	if p.Safety != nil && len(p.Plan.Changes) == 0 && p.Plan.Reachable {
		r.safety(p.Safety)
	}
	return r.finish()
}

type planReport struct {
	page
	words    *rubric.Set
	evidence []rubric.Evidence
}

func (r *planReport) plan(p *scoring.Plan) {
	switch {
	case !p.Reachable:
		r.blocked(p)
		return
	case len(p.Changes) == 0:
		r.line("Phiếu này đã đạt: %s. %s", "This sheet is there already: %s. %s", r.points(p.From), r.cite(article33, starMarks))
		return
	}
	changes := counted(len(p.Changes), "thay đổi", "changes").In(r.lang)
	if p.Cost != len(p.Changes) { // 1 each where the request names no cost
		changes += string(r.format(", chi phí %d", ", cost %d", p.Cost))
	}
	r.line("Từ %d lên %d điểm, %s. %s", "From %d to %d points, %s. %s", p.From, p.To, changes, r.cite(article33, starMarks))
	for _, change := range p.Changes {
		c, _ := r.words.Criterion(change.Criterion.Code())
		reason := r.say("để thêm điểm", "for points")
		if change.Reason == scoring.ReasonMinimum {
			reason = r.say("mức tối thiểu bắt buộc", "needed as a minimum")
		}
		r.item(bullet, "%s %s: %s %s", "%s %s: %s %s", c.Code, c.Name.In(r.lang), reason, r.cite(PlaceOf(r.words.No, c.Code)))
		r.detail("đang có:", "stands:", r.option(c, change.From))
		r.detail("cần đạt:", "reach:", r.option(c, change.To))
		r.notes(c)
		r.proof(c)
	}
}

// proof tells what may prove a criterion: form 02 (Appendix III) names the kinds
// of paper, the criteria that they serve are our suggestion.
func (r *planReport) proof(c *rubric.Criterion) {
	if len(c.Evidence) == 0 {
		r.detail("tài liệu:", "papers:", r.format("mô tả trong báo cáo tự đánh giá, sản phẩm mẫu (gợi ý) %s", "description in the self-assessment, samples (suggested) %s", r.cite(form02)))
	}
	for _, id := range c.Evidence {
		for _, e := range r.evidence {
			if e.ID == id {
				r.detail("tài liệu:", "papers:", r.format("%s: %s (gợi ý) %s", "%s: %s (suggested) %s", e.Name.In(r.lang), e.Proof.In(r.lang), r.cite(form02)))
			}
		}
	}
}

func (r *planReport) blocked(p *scoring.Plan) {
	r.line("Không đạt được %s từ phiếu này (%s). Vướng ở:", "%s cannot be reached from this sheet (%s). In the way:", r.stars(p.Star), r.points(p.From))
	for _, g := range r.words.Gates { // in printed order
		if slices.Contains(p.BlockedBy, g.ID) {
			r.item(cross, "%s %s", "%s %s", g.Label.In(r.lang), r.cite(PlaceOf(r.words.No, g.Criterion)))
		}
	}
	for _, name := range p.BlockedBy {
		if c, ok := r.words.Criterion(name); ok {
			r.item(bullet, "%s %s (đang khóa)", "%s %s (locked)", c.Code, c.Name.In(r.lang))
		}
	}
}

func (r *planReport) safety(s *scoring.Safety) {
	r.heading("Hạng sao hiện có chắc đến đâu", "How safe the star is")
	if s.Points > 0 {
		r.item(unmarked, "Mất %s trở lên thì tụt hạng. %s", "The loss of %s or more would cost it. %s", r.points(s.Points), r.cite(article33))
	}
	for _, criterion := range s.Criteria {
		c, _ := r.words.Criterion(criterion.Code())
		r.item(bullet, "%s %s: tụt một mức là tụt hạng", "%s %s: one level down would cost it", c.Code, c.Name.In(r.lang))
	}
}
