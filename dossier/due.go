package dossier

import (
	"slices"
	"strconv"
	"strings"

	"github.com/ocop-vn/ocop-go/dossier/internal/fields"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/reading"
)

// What the steps of Articles 6, 7 and 9 leave behind: each is looked for once the
// step that needs it has been taken, not before.
var (
	notThere = problem.Kind{Code: "DOSSIER-70", Layer: problem.LayerRule, Warning: true, Message: lang.Text{
		Vi: "{step}: còn thiếu {papers}.", En: "{step}: missing: {papers}.",
	}}
	officesMissing = problem.Kind{Code: "DOSSIER-71", Layer: problem.LayerRule, Warning: true, Message: lang.Text{
		Vi: "{step}: chưa thấy đại diện của {offices} ({article}, cách hiểu {reading}).", En: "{step}: nobody stands for {offices} ({article}, reading {reading}).",
	}}
	chairOfNoOffice = problem.Kind{Code: "DOSSIER-72", Layer: problem.LayerRule, Warning: true, Message: lang.Text{
		Vi: "{step}: Chủ tịch Hội đồng không phải là {office} mà chưa ghi văn bản ủy quyền ({article}).",
		En: "{step}: the chair is not of the {office}, and no delegation is given ({article}).",
	}}
	writtenForFirst = problem.Kind{Code: "DOSSIER-73", Layer: problem.LayerRule, Warning: true, Message: lang.Text{
		Vi: "{step}: chỉ đánh giá lại mới lấy ý kiến bằng văn bản; hồ sơ {application} thì Hội đồng họp ({article}).",
		En: "{step}: members are heard in writing for a re-assessment alone; for a dossier for {application} the council meets ({article}).",
	}}
	meetingForAgain = problem.Kind{Code: "DOSSIER-74", Layer: problem.LayerRule, Warning: true, Message: lang.Text{
		Vi: "{step}: đánh giá lại thì lấy ý kiến bằng văn bản; họp trực tiếp phải ghi lý do ({article}).",
		En: "{step}: for a re-assessment members are heard in writing; a meeting needs its reason ({article}).",
	}}
	notDone = problem.Kind{Code: "DOSSIER-75", Layer: problem.LayerRule, Warning: true, Message: lang.Text{
		Vi: "Yêu cầu ngày {date} ({kind}) chưa ghi ngày thực hiện xong, trong khi đã có bước sau.",
		En: "What was asked on {date} ({kind}) is not said to be done, and yet a later step is there.",
	}}
	wrongDecider = problem.Kind{Code: "DOSSIER-76", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "{field}: {star} sao do {authority} quyết định ({article}).",
		En: "{field}: {star} stars are for the {authority} to decide ({article}).",
	}}
	otherStar = problem.Kind{Code: "DOSSIER-77", Layer: problem.LayerRule, Warning: true, Message: lang.Text{
		Vi: "{field}: quyết định ghi {star} sao, còn kết quả của Hội đồng là {council}.",
		En: "{field}: the decision has {star} stars, the council's result is {council}.",
	}}
	groundOfNoBreach = problem.Kind{Code: "DOSSIER-78", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "{field}: trường hợp phải thu hồi chỉ có, và phải có, khi kết luận thuộc trường hợp đó ({article}).",
		En: "{field}: a ground for withdrawal goes with a conclusion that there is one, and only with it ({article}).",
	}}
	stillInForce = problem.Kind{Code: "DOSSIER-79", Layer: problem.LayerRule, Warning: true, Message: lang.Text{
		Vi: "Hồ sơ đánh giá lần đầu nộp ngày {date} nhưng lần công nhận trước còn thời hạn đến {expiry}: xem có phải nâng hạng hoặc đánh giá lại không (khoản 1 Điều 6, cách hiểu {reading}).",
		En: "A first application filed on {date}, while the earlier recognition lasts until {expiry}: see whether this is an upgrade or a re-assessment (Article 6.1, reading {reading}).",
	}}
)

// dueCheck looks for what the steps leave behind.
type dueCheck struct {
	*Dossier
	again    bool // it is a re-assessment
	missing  []missing
	problems problem.List
}

// missing are the papers that are not there of one step.
type missing struct {
	member string // of the dossier
	papers lang.Text
}

// checkDue looks for what each step that was taken should have left behind: what
// is not there is told once for each.
func (x *Dossier) checkDue(r *Outcomes) problem.List {
	c := dueCheck{Dossier: x, again: x.Application == ApplicationReassessment}
	c.intake()
	c.council("/council", x.Council, c.proposedOrAdvised())
	c.proposal()
	c.council("/ministry", x.Ministry, x.Ministry != nil && x.Ministry.Advice != nil)
	c.requests()
	c.decision(r)
	c.afterwards()
	for _, m := range c.missing {
		c.problems = append(c.problems, notThere.At("/"+m.member, named(m.member), problem.Worded("papers", m.papers.En, m.papers)))
	}
	return c.problems
}

// named is what a member of the dossier is called.
func named(member string) problem.Param {
	label := fields.Dossier.Label(member)
	return problem.Worded("step", member, label)
}

func article(place string) problem.Param {
	return problem.Worded("article", place, lang.Article(place))
}

// need notes that a paper is not there, at a member of the dossier.
func (c *dueCheck) need(there bool, member, place, vi, en string) {
	if there {
		return
	}
	at := lang.Article(place)
	paper := lang.Text{Vi: vi + " (" + at.Vi + ")", En: en + " (" + at.En + ")"}
	if i := slices.IndexFunc(c.missing, func(m missing) bool { return m.member == member }); i >= 0 {
		c.missing[i].papers.Vi += "; " + paper.Vi
		c.missing[i].papers.En += "; " + paper.En
		return
	}
	c.missing = append(c.missing, missing{member, paper})
}

// intake looks for what the commune's and the province's taking in leaves (Articles 6.2, 7.2, 7.3.a).
func (c *dueCheck) intake() {
	r := &c.Registration
	later := c.Proposed != nil || c.Council != nil || c.Ministry != nil || c.Decision != nil
	if c.CommuneReport != nil {
		c.need(r.CommuneReceipt != nil, "registration", "7.2", "phiếu tiếp nhận của UBND cấp xã", "commune's receipt")
		c.need(c.CommuneReport.Number != "", "communeReport", "6.2.a", "số văn bản đề nghị", "number of the proposal")
		c.need(c.CommuneReport.Report != "", "communeReport", "6.2.b", "số báo cáo đánh giá", "number of the report")
	}
	if later {
		c.need(r.ProvinceReceipt != nil, "registration", "7.3.a", "phiếu tiếp nhận của cơ quan quản lý OCOP cấp tỉnh", "province's receipt")
		c.need(c.CommuneReport != nil, "registration", "6.2.b", "báo cáo và đề nghị của UBND cấp xã", "commune's report and proposal")
	}
}

// proposedOrAdvised tells whether somebody reported to the province's council: its
// advisory team (Article 7.3.c), for a re-assessment the OCOP office (7.6.c).
func (c *dueCheck) proposedOrAdvised() bool {
	return c.Proposed != nil || c.Council != nil && c.Council.Advice != nil
}

// council looks at how a council was set up and heard (Articles 7.3.b to d, 7.4.b to d, 7.6.c to e).
func (c *dueCheck) council(path string, r *CouncilRecord, advised bool) {
	if r == nil {
		return
	}
	member, clause, again := path[1:], "7.3", "7.6.c"
	if member == "ministry" {
		clause, again = "7.4", "7.6.e"
	}
	c.need(r.Established != nil, member, clause+".b", "quyết định thành lập Hội đồng", "decision that set the council up")
	c.need(r.Regulation != nil, member, clause+".b", "quyết định ban hành Quy chế hoạt động", "decision on the rules of procedure")
	if c.again {
		c.need(advised, member, again, "báo cáo của cơ quan tham mưu quản lý OCOP", "OCOP office's report")
	} else {
		c.need(advised, member, clause+".c", "báo cáo của Tổ tư vấn", "advisory team's report")
	}
	all := !slices.ContainsFunc(r.Members, func(m CouncilMember) bool { return m.Name == "" })
	c.need(all, member, clause+".b", "họ tên của từng thành viên", "name of each member")
	c.seats(path, r, clause+".b")
	c.heard(path, r, clause+".d")
}

// seats tells which offices have nobody on a council, and whether its chair may be that.
func (c *dueCheck) seats(path string, r *CouncilRecord, place string) {
	ministry, required := path == "/ministry", provinceOffices[:]
	if ministry {
		required = ministryOffices[:]
	}
	sits := map[Office]bool{}
	delegated := r.Delegation != nil
	for _, m := range r.Members {
		sits[m.Office] = true
		if m.Chair && m.Office != "" && m.Office != OfficeLeadership && !delegated {
			c.problems = append(c.problems, chairOfNoOffice.At(path, named(path[1:]), problem.Worded("office", string(OfficeLeadership), OfficeLeadership.NameOn(ministry)), article(place)))
		}
	}
	for _, m := range r.Absent {
		sits[m.Office] = true
	}
	var missing lang.Text
	var ids []string
	for _, office := range required {
		if sits[office] || office == OfficeLeadership && delegated {
			continue
		}
		name := office.NameOn(ministry)
		if len(ids) > 0 {
			missing.Vi += "; "
			missing.En += "; "
		}
		missing.Vi += name.Vi
		missing.En += name.En
		ids = append(ids, string(office))
	}
	if len(ids) > 0 {
		c.problems = append(c.problems, officesMissing.At(path, named(path[1:]), problem.Worded("offices", strings.Join(ids, " "), missing), article(place), reading.OfficesAskedFor.Param()))
	}
}

// heard tells whether a council was heard in the way that the application asks for.
func (c *dueCheck) heard(path string, r *CouncilRecord, place string) {
	switch {
	case r.Form == CouncilWritten && !c.again:
		c.problems = append(c.problems, writtenForFirst.At(path+"/form", named(path[1:]), problem.Worded("application", string(c.Application), c.Application.Name()), article(place)))
	case r.Form == CouncilMeeting && c.again && r.Reason == "":
		again := map[string]string{"/council": "7.6.d", "/ministry": "7.6.e"}[path]
		c.problems = append(c.problems, meetingForAgain.At(path+"/form", named(path[1:]), article(again)))
	}
}

// proposal looks for the papers that go to the ministry (Article 6.3).
func (c *dueCheck) proposal() {
	p := c.ProvinceProposal
	if p == nil {
		if c.Ministry != nil {
			c.need(false, "ministry", "6.3", "hồ sơ đề nghị của UBND cấp tỉnh", "province's proposal")
		}
		return
	}
	const member = "provinceProposal"
	place := "6.3.a"
	if c.again {
		place = "6.3.b"
		c.need(p.Report != nil, member, place, "báo cáo của cơ quan tham mưu quản lý OCOP cấp tỉnh", "report of the province's OCOP office")
	} else {
		c.need(c.proposedOrAdvised(), member, place, "báo cáo của Tổ tư vấn Hội đồng cấp tỉnh", "report of the advisory team")
		c.need(c.Council != nil && c.Council.Report != nil, member, place, "báo cáo của Hội đồng cấp tỉnh", "report of the province's council")
		c.need(p.Approval != nil, member, place, "quyết định phê duyệt kết quả đánh giá", "decision that approves the result")
	}
	c.need(p.Number != "", member, place, "số văn bản đề nghị", "number of the proposal")
	c.need(p.Samples >= samplesNeeded || c.Product.Sector == Tourism, member, place, "đủ 5 sản phẩm mẫu", "5 samples")
}

// requests looks for what was asked and is not said to be done, though the office
// that asked has gone on (Articles 7.3.a, 7.3.c).
func (c *dueCheck) requests() {
	for i := range c.Requests {
		r := &c.Requests[i]
		later := c.Decision != nil
		switch r.By {
		case "commune":
			later = later || c.CommuneReport != nil
		case "province":
			later = later || c.Council != nil
		case "ministry":
			later = later || c.Ministry != nil
		}
		if r.Done == "" && later {
			c.problems = append(c.problems, notDone.At("/requests/"+strconv.Itoa(i), problem.Value("date", r.Asked), problem.Worded("kind", string(r.Kind), r.Kind.Name())))
		}
	}
}

// decision looks at the recognition (Articles 4.1, 7.3.e, 7.3.g, 7.4.e, 7.4.g).
func (c *dueCheck) decision(r *Outcomes) {
	d := c.Decision
	if d == nil {
		return
	}
	clause, deciding := "7.3", r.Council
	if c.Ministry != nil {
		deciding = r.Ministry // of which the province can take the result too (Article 7.4.g)
	}
	if d.By == "ministry" {
		clause = "7.4"
		c.need(c.Ministry != nil, "decision", "7.4.d", "kết quả của Hội đồng cấp trung ương", "result of the ministry's council")
	} else {
		c.need(c.Council != nil || c.Ministry != nil, "decision", "7.3.d", "kết quả của Hội đồng cấp tỉnh", "result of the province's council")
	}
	if c.decides(d.By, d.Star, "/decision/by", fields.Decision.Label("by"), "4.1") && deciding != nil && d.Star != 0 && deciding.Star != d.Star {
		c.problems = append(c.problems, fields.Problem(&otherStar, "/decision/star", fields.Decision.Label("star"),
			problem.Value("star", strconv.Itoa(d.Star)), starsOf(deciding)))
	}
	c.need(d.Certificate != "", "decision", clause+".e", "số giấy chứng nhận", "number of the certificate")
	c.need(d.Published != "", "decision", clause+".e", "ngày công bố kết quả", "day of publication")
	c.need(d.Notice != nil, "decision", clause+".g", "văn bản thông báo kết quả", "notice of the result")
}

// starsOf is what a council's result comes to in words.
func starsOf(o *scoring.CouncilOutcome) problem.Param {
	n := strconv.Itoa(o.Star)
	if o.Star == 0 {
		return problem.Worded("council", n, lang.Text{Vi: "chưa xếp hạng", En: "none"})
	}
	return problem.Worded("council", n, lang.Text{Vi: n + " sao", En: n + " of 5"})
}

// afterwards looks at inspections and a withdrawal (Articles 8, 9).
func (c *dueCheck) afterwards() {
	for i := range c.Inspections {
		n := &c.Inspections[i]
		if breach := n.Conclusion == ConclusionBreach; breach != (n.Ground != "") {
			c.problems = append(c.problems, fields.Problem(&groundOfNoBreach, "/inspections/"+strconv.Itoa(i)+"/ground", fields.Inspection.Label("ground"), article("8.1")))
		}
	}
	w := c.Withdrawal
	if w == nil {
		if len(c.Inspections) > 0 {
			c.need(c.Decision != nil || c.Previous != nil, "inspections", "9.1", "quyết định công nhận", "decision of recognition")
		}
		return
	}
	c.need(w.Number != "", "withdrawal", "8.3", "số quyết định thu hồi", "number of the decision")
	star := 0
	switch {
	case c.Decision != nil:
		star = c.Decision.Star
	case c.Previous != nil:
		star = c.Previous.Star
	default:
		c.need(false, "withdrawal", "8.1", "quyết định công nhận", "decision of recognition")
		return
	}
	c.decides(w.By, star, "/withdrawal/by", fields.Withdrawal.Label("by"), "8.2")
}

// decides tells whether an authority decides on a star.
func (c *dueCheck) decides(by string, star int, path string, label lang.Text, place string) bool {
	right, name := "province", lang.Text{Vi: "cấp tỉnh", En: "province"}
	if star == 5 {
		right, name = "ministry", lang.Text{Vi: "Bộ Nông nghiệp và Môi trường", En: "ministry"}
	}
	if by != "" && star != 0 && by != right {
		c.problems = append(c.problems, fields.Problem(&wrongDecider, path, label, problem.Value("star", strconv.Itoa(star)), problem.Worded("authority", right, name), article(place)))
	}
	return by == right
}
