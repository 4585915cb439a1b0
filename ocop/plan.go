package ocop

import (
	"fmt"
	"io"
	"slices"

	"github.com/ocop-vn/ocop-go/ocop/paper"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
	"github.com/ocop-vn/ocop-go/scoring/qd26/words"
	"github.com/ocop-vn/ocop-go/scoring/rubric"
)

// Planning is the way from a sheet to a star, with the words to explain it.
type Planning struct {
	Plan   scoring.Plan
	Others []scoring.Plan  // further plans, if asked for
	Safety *scoring.Safety // how safe the star is that stands now; nil where none does
}

// Plan finds the cheapest way to the star that the request names. Others asks
// for 0 to scoring.MaxOthers further plans. The error is a problem.List.
func Plan(request scoring.PlanRequest, others int) (Planning, error) {
	plans, err := scoring.MakePlans(&request, others)
	if err != nil {
		return Planning{}, err
	}
	p := Planning{Plan: plans[0], Others: plans[1:]}
	result := scoring.Score(&request.Sheet)
	if safety, ok := result.Safety(); ok {
		p.Safety = &safety
	}
	return p, nil
}

// Plan reads a sheet, with locked criteria and costs if there are any, and
// finds the cheapest way to a star, 1 to 5; 0 takes the star that the document
// names. Others asks for 0 to scoring.MaxOthers further plans. The error is a problem.List.
func (l *Library) Plan(document []byte, star, others int) (Planning, error) {
	request, err := scoring.DecodePlanRequest(document, star, l.Editions()...)
	if err != nil {
		return Planning{}, explainEdition(err)
	}
	return Plan(request, others)
}

// wordsOf is a set with its words, from the rubric that it was loaded with or
// built in; nil for the zero Set.
func wordsOf(set scoring.Set) *rubric.Set {
	w, ok := rubric.Of(set)
	if !ok && set.Edition() == qd26.ID {
		w, _ = words.Set(set.No())
	}
	return w
}

// evidenceOf lists the kinds of evidence of the rubric that a set is of.
func evidenceOf(set scoring.Set) []rubric.Evidence {
	if r, ok := rubric.Loaded(set); ok {
		return r.Evidence
	}
	return words.Evidence()
}

// Report writes the plan for people: the text of its Paper.
func (p *Planning) Report(w io.Writer, options ReportOptions) error {
	return write(w, options, p.Paper)
}

// Paper is the plan for people: what to change, criterion by criterion, what
// stands, what to reach and what proves it.
func (p *Planning) Paper(l lang.Lang) (paper.Paper, error) {
	r := &planReport{page: newPage(l), words: wordsOf(p.Plan.Set), evidence: evidenceOf(p.Plan.Set)}
	if r.words == nil {
		return paper.Paper{}, nothing()
	}
	r.title("KẾ HOẠCH LÊN %d SAO", "THE WAY TO %d STARS", p.Plan.Star)
	r.loaded(p.Plan.Set)
	r.line("Bộ sản phẩm %d: %s", "Product set %d: %s", p.Plan.Set.No(), r.words.Name.In(r.lang))
	r.blank()
	r.plan(&p.Plan)
	for i := range p.Others {
		r.blank()
		r.heading("Cách khác %d", "Another way %d", i+1)
		r.plan(&p.Others[i])
	}
	if p.Safety != nil && len(p.Plan.Changes) == 0 && p.Plan.Reachable {
		r.safety(p.Safety)
	}
	return r.finish(), nil
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
		changes += fmt.Sprintf(r.say(", chi phí %d", ", cost %d"), p.Cost)
	}
	r.line("Từ %d lên %d điểm, %s. %s", "From %d to %d points, %s. %s", p.From, p.To, changes, r.cite(article33, starMarks))
	for _, change := range p.Changes {
		c, _ := r.words.Criterion(change.Criterion.Code())
		reason := r.say("để thêm điểm", "for points")
		if change.Reason == scoring.ReasonMinimum {
			reason = r.say("mức tối thiểu bắt buộc", "needed as a minimum")
		}
		r.item(bullet, "%s %s: %s %s", "%s %s: %s %s", c.Code, c.Name.In(r.lang), reason, r.cite(placeOf(r.words.No, c.Code)))
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
			r.item(cross, "%s %s", "%s %s", g.Label.In(r.lang), r.cite(placeOf(r.words.No, g.Criterion)))
		}
	}
	for _, name := range p.BlockedBy {
		if c, ok := r.words.Criterion(name); ok {
			r.item(bullet, "%s %s (đang khóa)", "%s %s (locked)", c.Code, c.Name.In(r.lang))
		}
	}
}

func (r *planReport) safety(s *scoring.Safety) {
	r.blank()
	r.heading("Hạng sao hiện có chắc đến đâu", "How safe the star is")
	if s.Points > 0 {
		r.item(unmarked, "Mất %s trở lên thì tụt hạng. %s", "The loss of %s or more would cost it. %s", r.points(s.Points), r.cite(article33))
	}
	for _, criterion := range s.Criteria {
		c, _ := r.words.Criterion(criterion.Code())
		r.item(bullet, "%s %s: tụt một mức là tụt hạng", "%s %s: one level down would cost it", c.Code, c.Name.In(r.lang))
	}
}
