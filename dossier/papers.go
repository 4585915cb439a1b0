package dossier

import (
	"slices"
	"strconv"

	"github.com/ocop-vn/ocop-go/dossier/internal/fields"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
	"github.com/ocop-vn/ocop-go/scoring/reading"
)

// Rules on the papers that a producer has to have (form 02.I.7; the gates of
// Appendix II). A gate names the paper as it prints it.
var (
	paperMissing = problem.Kind{Code: "EVIDENCE-12", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Thiếu giấy tờ bắt buộc còn hạn: {paper} ({article}, cách hiểu {reading}). Nếu không thuộc diện phải có thì ghi lý do ở mục giấy tờ không phải có.",
		En: "A compulsory paper in force is missing: {paper} ({article}, reading {reading}). Where it need not be there, say why among the exemptions.",
	}}
	tickedWithoutPaper = problem.Kind{Code: "EVIDENCE-13", Layer: problem.LayerRule, Warning: true, Message: lang.Text{
		Vi: "{field}: đã đánh dấu có nhưng không kèm bản sao còn hạn.", En: "{field}: ticked, but no copy in force is there.",
	}}
	paperToJudge = problem.Kind{Code: "EVIDENCE-15", Layer: problem.LayerRule, Warning: true, Message: lang.Text{
		Vi: "Không kèm giấy tờ còn hạn: {paper}. Vi phạm quy định về giấy này thì hồ sơ bị loại ({article}, cách hiểu {reading}); nếu không thuộc diện phải có thì ghi lý do ở mục giấy tờ không phải có.",
		En: "No paper in force: {paper}. A breach of the rules on it rejects the dossier ({article}, reading {reading}); where it need not be there, say why among the exemptions.",
	}}
	notRegistered = problem.Kind{Code: "EVIDENCE-16", Layer: problem.LayerRule, Warning: true, Message: lang.Text{
		Vi: "{kind} phải có đăng ký kinh doanh mới được mức {option} của tiêu chí {criterion} (Phụ lục II, cách hiểu {reading}), nhưng không kèm bản sao còn hạn.",
		En: "{kind}: option {option} of criterion {criterion} asks for a business registration (Appendix II, reading {reading}), but no copy in force is there.",
	}}
	exemptedYetThere = problem.Kind{Code: "EVIDENCE-17", Layer: problem.LayerRule, Warning: true, Message: lang.Text{
		Vi: "{paper}: ghi là không phải có nhưng lại đánh dấu là có hoặc kèm bản sao còn hạn.",
		En: "{paper}: said not to be needed, and yet ticked or there in force.",
	}}
)

// The criterion on the kind of producer, and its option of those that have to be
// registered (Appendix II, 3.1 a; the same in every set).
const (
	producerCriterion = "3.1"
	registeredOption  = "a"
)

// has tells whether there is a piece of a kind in force.
func (c *evidenceCheck) has(kind string) bool {
	return slices.ContainsFunc(c.Evidence, func(e Evidence) bool { return e.Kind == kind && c.inForce(&e) })
}

// exempt tells whether the producer says that a paper need not be there.
func (c *evidenceCheck) exempt(kind string) bool {
	return slices.ContainsFunc(c.Report.Exemptions, func(e Exemption) bool { return e.Paper == kind })
}

// unregistered tells whether the producer need not show a business registration:
// form 02's table asks it of those who have one, and 3.1 not of a farm
// (reading.WhoShowsRegistration).
func (c *evidenceCheck) unregistered() bool {
	return c.Producer.Kind == KindFarm || c.Producer.Kind == KindProductionHousehold || c.exempt(businessRegistration)
}

// exemptions looks at the papers that the producer says need not be there.
func (c *evidenceCheck) exemptions() {
	p := &c.Report.Papers
	ticked := map[string]bool{
		businessRegistration: p.BusinessRegistration, foodSafetyCertificate: p.FoodSafety,
		productionCertificate: p.ProductionConditions, qualityDeclaration: p.QualityDeclared,
	}
	for i, e := range c.Report.Exemptions {
		path := "/report/exemptions/" + strconv.Itoa(i)
		c.references(path+"/evidence", e.Evidence)
		if ticked[e.Paper] || c.has(e.Paper) {
			c.report(&exemptedYetThere, path+"/paper", problem.Worded("paper", e.Paper, qd26.EvidenceName(e.Paper)))
		}
	}
}

// papers looks for the papers that the set's gates and criterion 3.1 ask for.
func (c *evidenceCheck) papers() {
	no := strconv.Itoa(c.set.No())
	appendix := problem.Worded("article", "appendix-2/"+no, lang.Text{Vi: "Phụ lục II, bộ " + no, En: "Appendix II, set " + no})
	for _, g := range c.set.Gates() {
		if g.Paper == "" {
			continue
		}
		c.asked[g.Paper] = true
		if c.has(g.Paper) || c.exempt(g.Paper) {
			continue
		}
		c.lacking[g.Paper] = true
		k, by := &paperToJudge, reading.BreachFoundByOffice
		if g.Lack == scoring.LackMissing {
			k, by = &paperMissing, reading.MissingPaperUnlessExempt
		}
		c.report(k, "/evidence", problem.Worded("paper", g.Paper, qd26.PaperName(g.ID)), appendix, by.Param())
	}
	kind := c.Producer.Kind
	claimed := c.Report.Claims[producerCriterion].Option == registeredOption && (kind == KindRegisteredHousehold || kind == KindCooperativeGroup)
	if claimed && !c.has(businessRegistration) && !c.exempt(businessRegistration) {
		c.report(&notRegistered, "/report/claims/"+producerCriterion, problem.Worded("kind", string(kind), kind.Name()),
			problem.Value("criterion", producerCriterion), problem.Value("option", registeredOption), reading.WhoShowsRegistration.Param())
	}
}

// ticked looks for a copy of each paper that the producer ticked (form 02, part
// I, item 7), where its lack is not told already.
func (c *evidenceCheck) ticked() {
	p := &c.Report.Papers
	ticked := func(name string, is bool, kind string) {
		if is && !c.has(kind) && !c.lacking[kind] {
			c.found.Add(fields.Problem(&tickedWithoutPaper, "/report/papers/"+name, fields.Papers.Label(name)))
		}
		if is {
			c.asked[kind] = true
		}
	}
	ticked("businessRegistration", p.BusinessRegistration, businessRegistration)
	ticked("qualityDeclared", p.QualityDeclared, qualityDeclaration)
	ticked("foodSafety", p.FoodSafety, foodSafetyCertificate)
	ticked("productionConditions", p.ProductionConditions, productionCertificate)
	ticked("trademark", p.Trademark, intellectualProperty)
	ticked("sharedMark", p.SharedMark, intellectualProperty)
	ticked("patent", p.Patent, intellectualProperty)
	ticked("industrialDesign", p.IndustrialDesign, intellectualProperty)
	ticked("copyright", p.Copyright, intellectualProperty)
	ticked("other", p.Other != "", intellectualProperty)
}
