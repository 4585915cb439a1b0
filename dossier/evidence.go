package dossier

import (
	"slices"
	"strconv"
	"strings"

	"github.com/ocop-vn/ocop-go/dossier/internal/shape"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/budget"
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
	"github.com/ocop-vn/ocop-go/scoring/reading"
)

// Kinds of evidence that rules of this package name. Which prove which criterion
// is in the rubric.
const (
	businessRegistration  = "business-registration"
	foodSafetyCertificate = "food-safety-certificate"
	productionCertificate = "production-certificate"
	qualityDeclaration    = "quality-declaration"
	intellectualProperty  = "intellectual-property"
	disability            = "disability"
)

// besideTable tells whether a kind is none of form 02's table, which therefore
// does not say what it proves.
func besideTable(kind string) bool {
	return kind == disability || kind == "exemption" || kind == "place-recognition" || kind == "other"
}

// Rules on evidence (form 02, part III).
var (
	evidenceTwice = problem.Kind{Code: "EVIDENCE-01", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Hai tài liệu cùng mang ký hiệu {id}.", En: "Two pieces of evidence have the id {id}.",
	}}
	unknownEvidence = problem.Kind{Code: "EVIDENCE-02", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Không có tài liệu nào mang ký hiệu {id}.", En: "There is no piece of evidence with the id {id}.",
	}}
	sameFile = problem.Kind{Code: "EVIDENCE-03", Layer: problem.LayerRule, Warning: true, Message: lang.Text{
		Vi: "Tài liệu {id} là cùng một tệp với {other}.", En: "Piece {id} is the same file as {other}.",
	}}
	wrongEnding = problem.Kind{Code: "EVIDENCE-04", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Tên tệp {name} không khớp với định dạng {mediaType}.", En: "The file name {name} does not fit the media type {mediaType}.",
	}}
	expiresEarly = problem.Kind{Code: "EVIDENCE-05", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Tài liệu {id} hết hạn ngày {date}, trước ngày cấp.", En: "Piece {id} expires on {date}, before it was issued.",
	}}
	expired = problem.Kind{Code: "EVIDENCE-06", Layer: problem.LayerRule, Warning: true, Message: lang.Text{
		Vi: "Tài liệu {id} đã hết hạn ngày {date}, trước ngày nộp hồ sơ {filed}.", En: "Piece {id} expired on {date}, before the filing date {filed}.",
	}}
	expiresSoon = problem.Kind{Code: "EVIDENCE-07", Layer: problem.LayerRule, Warning: true, Message: lang.Text{
		Vi: "Tài liệu {id} hết hạn ngày {date}, trong vòng {days} ngày sau ngày nộp hồ sơ {filed}.", En: "Piece {id} expires on {date}, within the {days}-day period after the filing date {filed}.",
	}}
	issuedLater = problem.Kind{Code: "EVIDENCE-08", Layer: problem.LayerRule, Warning: true, Message: lang.Text{
		Vi: "Tài liệu {id} cấp ngày {date}, sau ngày nộp hồ sơ {filed}.", En: "Piece {id} was issued on {date}, after the filing date {filed}.",
	}}
	noProof = problem.Kind{Code: "EVIDENCE-09", Layer: problem.LayerRule, Warning: true, Message: lang.Text{
		Vi: "Tiêu chí {criterion}: tự đánh giá mức {option} nhưng chưa kèm minh chứng còn hiệu lực. Nhóm tài liệu gợi ý: {needed} (cách hiểu {reading}).", En: "Criterion {criterion}: {option} is claimed without proof in force. Suggested kinds: {needed} (reading {reading}).",
	}}
	otherProof = problem.Kind{Code: "EVIDENCE-10", Layer: problem.LayerRule, Warning: true, Message: lang.Text{
		Vi: "Tài liệu {id} ({kind}) không dùng để chứng minh tiêu chí {criterion}. Nhóm tài liệu gợi ý: {needed} (cách hiểu {reading}).", En: "Piece {id} ({kind}) does not prove criterion {criterion}. Suggested kinds: {needed} (reading {reading}).",
	}}
	provesNothing = problem.Kind{Code: "EVIDENCE-11", Layer: problem.LayerRule, Warning: true, Message: lang.Text{
		Vi: "Tài liệu {id} không chứng minh nội dung nào được tự đánh giá.", En: "Piece {id} proves nothing that is claimed.",
	}}
	sameName = problem.Kind{Code: "EVIDENCE-18", Layer: problem.LayerRule, Warning: true, Message: lang.Text{
		Vi: "Tài liệu {id} và {other} cùng tên tệp {name} nhưng khác nội dung.", En: "Pieces {id} and {other} have one file name, {name}, and other content.",
	}}
	askedProof = problem.Kind{Code: "EVIDENCE-19", Layer: problem.LayerRule, Warning: true, Message: lang.Text{
		Vi: "Tiêu chí {criterion}: bộ {set} yêu cầu thêm “{kind}” (ghi chú của Phụ lục II) nhưng hồ sơ không kèm bản còn hiệu lực.",
		En: "Criterion {criterion}: set {set} asks for “{kind}” too (note in Appendix II), and none in force is there.",
	}}
	notClaimed = problem.Kind{Code: "EVIDENCE-14", Layer: problem.LayerRule, Warning: true, Message: lang.Text{
		Vi: "Còn {count} tiêu chí chưa tự đánh giá, đầu tiên là {criterion}.", En: "Criteria not assessed yet: {count}, the first is {criterion}.",
	}}
)

// evidenceCheck looks at a dossier's evidence.
type evidenceCheck struct {
	*Dossier
	set     scoring.Set
	filed   civil.Date
	soon    int
	byID    map[string]int  // index of a piece
	proving []bool          // whether a piece proves something claimed
	asked   map[string]bool // kinds of paper that are ticked, or that a gate asks for
	lacking map[string]bool // those of them whose lack is told
	found   problem.Collector
}

func (x *Dossier) checkEvidence(o Options) problem.List {
	set, _ := x.set()
	c := evidenceCheck{
		Dossier: x, set: set, filed: x.filedOn(o), soon: o.ExpirySoon, found: problem.Collect(budget.Dossier()),
		byID: make(map[string]int, len(x.Evidence)), proving: make([]bool, len(x.Evidence)),
		asked: map[string]bool{businessRegistration: true}, lacking: map[string]bool{},
	}
	if c.soon == 0 {
		c.soon = DefaultExpirySoon
	}
	c.pieces()
	c.claims()
	if x.Changes != nil {
		c.references("/changes/evidence", x.Changes.Evidence)
	}
	if x.Updates != nil {
		c.references("/updates/renewed", x.Updates.Renewed)
	}
	for i := range x.Requests {
		c.references("/requests/"+strconv.Itoa(i)+"/evidence", x.Requests[i].Evidence)
	}
	if x.Report.Figures != nil {
		for i := range x.Report.Figures.Contracts {
			c.references("/report/figures/contracts/"+strconv.Itoa(i)+"/evidence", x.Report.Figures.Contracts[i].Evidence)
		}
	}
	c.exemptions()
	c.papers()
	c.ticked()
	c.unused()
	return c.found.List()
}

func (c *evidenceCheck) report(k *problem.Kind, path string, params ...problem.Param) {
	c.found.Add(k.At(path, params...))
}

// inForce tells whether a piece had not expired on the filing date.
func (c *evidenceCheck) inForce(e *Evidence) bool {
	return e.Expires == "" || !day(e.Expires).Before(c.filed)
}

// pieces looks at each piece by itself and beside the others.
func (c *evidenceCheck) pieces() {
	files, names := make(map[string]string, len(c.Evidence)), make(map[string]int, len(c.Evidence))
	for i := range c.Evidence {
		e := &c.Evidence[i]
		id := problem.Value("id", e.ID)
		if _, twice := c.byID[e.ID]; twice {
			c.report(&evidenceTwice, piece(i, "/id"), id)
		} else {
			c.byID[e.ID] = i
		}
		pages := e.File.SHA256 + " " + e.Pages // one file may hold several papers
		if other, twice := files[pages]; twice {
			c.report(&sameFile, piece(i, "/file/sha256"), id, problem.Value("other", other))
		} else {
			files[pages] = e.ID
		}
		name := strings.ToLower(e.File.Name) // as some systems take names
		if other, twice := names[name]; twice && c.Evidence[other].File.SHA256 != e.File.SHA256 {
			c.report(&sameName, piece(i, "/file/name"), id, problem.Value("other", c.Evidence[other].ID), problem.Value("name", e.File.Name))
		} else {
			names[name] = i
		}
		if shape.MediaTypeOf(e.File.Name) != e.File.MediaType {
			c.report(&wrongEnding, piece(i, "/file/name"), problem.Value("name", e.File.Name), problem.Value("mediaType", e.File.MediaType))
		}
		c.pieceDates(e, i)
	}
}

// piece is the path to a member of the piece at an index.
func piece(i int, member string) string { return "/evidence/" + strconv.Itoa(i) + member }

func (c *evidenceCheck) pieceDates(e *Evidence, i int) {
	id, filed := problem.Value("id", e.ID), func() problem.Param { return problem.Value("filed", c.filed.String()) }
	issued := day(e.Issued) // before any other where it is not known
	if c.filed.Before(issued) {
		c.report(&issuedLater, piece(i, "/issued"), id, problem.Value("date", e.Issued), filed())
	}
	if e.Expires == "" {
		return
	}
	last, date := day(e.Expires), problem.Value("date", e.Expires)
	switch {
	case last.Before(issued):
		c.report(&expiresEarly, piece(i, "/expires"), id, date)
	case last.Before(c.filed):
		c.report(&expired, piece(i, "/expires"), id, date, filed())
	case last.Before(c.filed.AddDays(c.soon)):
		c.report(&expiresSoon, piece(i, "/expires"), id, date, filed(), problem.Value("days", strconv.Itoa(c.soon)))
	}
}

// references notes that pieces are named outside the claims.
func (c *evidenceCheck) references(path string, ids []string) {
	for k, id := range ids {
		if i, ok := c.byID[id]; ok {
			c.proving[i] = true
		} else {
			c.report(&unknownEvidence, path+"/"+strconv.Itoa(k), problem.Value("id", id))
		}
	}
}

// claims looks at what is claimed at each criterion, in printed order.
func (c *evidenceCheck) claims() {
	left, first := 0, ""
	for _, criterion := range c.set.Criteria() {
		claim, ok := c.Report.Claims[criterion.Code()]
		if ok {
			c.claim(criterion, &claim)
			continue
		}
		if parent, option := criterion.AppliesUnless(); parent != "" && c.Report.Claims[parent].Option == option {
			continue
		}
		if left++; left == 1 {
			first = criterion.Code()
		}
	}
	if left > 0 {
		c.report(&notClaimed, "/report/claims", problem.Value("count", strconv.Itoa(left)), problem.Value("criterion", first))
	}
}

func (c *evidenceCheck) claim(criterion scoring.Criterion, claim *Claim) {
	path := func() string { return "/report/claims/" + criterion.Code() }
	points := 0
	for _, o := range criterion.Options() {
		if o.Code == claim.Option {
			points = o.Points
		}
	}
	takes := criterion.Evidence()
	proved := false
	for k, id := range claim.Evidence {
		i, ok := c.byID[id]
		at := func() string { return path() + "/evidence/" + strconv.Itoa(k) }
		switch {
		case !ok:
			c.report(&unknownEvidence, at(), problem.Value("id", id))
		case len(takes) > 0 && !slices.Contains(takes, c.Evidence[i].Kind) && !besideTable(c.Evidence[i].Kind):
			kind := c.Evidence[i].Kind
			c.report(&otherProof, at(), problem.Value("id", id), problem.Value("criterion", criterion.Code()), problem.Worded("kind", kind, qd26.EvidenceName(kind)), needed(takes), reading.EvidenceSuggested.Param())
		default:
			c.proving[i] = c.proving[i] || points > 0
			proved = proved || c.inForce(&c.Evidence[i])
		}
	}
	if asked := qd26.AskedFor(c.set.No(), criterion.Code()); points > 0 && asked != "" && !c.has(asked) && (proved || len(takes) > 1) {
		c.report(&askedProof, path(), problem.Value("criterion", criterion.Code()), problem.Value("set", strconv.Itoa(c.set.No())), problem.Worded("kind", asked, qd26.EvidenceName(asked)))
	}
	if points == 0 || proved || len(takes) == 0 && claim.Description != "" || len(takes) > 0 && takes[0] == businessRegistration && c.unregistered() {
		return
	}
	c.report(&noProof, path(), problem.Value("criterion", criterion.Code()), problem.Value("option", claim.Option), needed(takes), reading.EvidenceSuggested.Param())
}

// needed names the kinds of evidence that prove a criterion; a description does
// where there is none.
func needed(kinds []string) problem.Param {
	if len(kinds) == 0 {
		return problem.Worded("needed", "", lang.Text{Vi: "mô tả kết quả", En: "a description"})
	}
	var names lang.Text
	for i, kind := range kinds {
		if i > 0 {
			names.Vi += " hoặc "
			names.En += " or "
		}
		name := qd26.EvidenceName(kind)
		names.Vi += "“" + name.Vi + "”"
		names.En += "“" + name.En + "”"
	}
	return problem.Worded("needed", strings.Join(kinds, " "), names)
}

// unused finds the pieces that prove nothing: no claim, no change, no exemption,
// and nothing that is ticked or that a gate asks for.
func (c *evidenceCheck) unused() {
	for i := range c.Evidence {
		if e := &c.Evidence[i]; c.set.No() != 0 && !c.proving[i] && !c.asked[e.Kind] {
			c.report(&provesNothing, piece(i, ""), problem.Value("id", e.ID))
		}
	}
}
