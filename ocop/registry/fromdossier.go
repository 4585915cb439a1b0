package registry

import (
	"slices"
	"strconv"
	"strings"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/dossier/procedure"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// What a record cannot be made without.
var (
	notDecided = problem.Kind{Code: "REGISTER-70", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Hồ sơ chưa có quyết định công nhận nên chưa có bản ghi sản phẩm (điểm e khoản 3, điểm e khoản 4 Điều 7).",
		En: "The dossier has no decision of recognition yet, and so the product no record (Articles 7.3.e, 7.4.e).",
	}}
	noCode = problem.Kind{Code: "REGISTER-71", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Sản phẩm đã được công nhận nhưng hồ sơ chưa ghi mã sản phẩm OCOP.",
		En: "The product was recognised, and the dossier does not have its product code.",
	}}
	noResult = problem.Kind{Code: "REGISTER-72", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Chưa có phiếu điểm của Hội đồng nên không biết tổng điểm của sản phẩm (khoản 3 Điều 3).",
		En: "There are no sheets of the council, and so the product's total is not known (Article 3.3).",
	}}
	notClassified = problem.Kind{Code: "REGISTER-73", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Phiếu điểm của Hội đồng chưa ra hạng sao, trong khi hồ sơ đã có quyết định công nhận.",
		En: "The council's sheets give no star, and yet there is a decision of recognition.",
	}}
	laterThanDay = problem.Kind{Code: "REGISTER-74", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Giấy chứng nhận cấp ngày {issued}, sau ngày {on}: đến ngày đó chưa có bản ghi.",
		En: "The certificate is of {issued}, after {on}: on that day there is no record yet.",
	}}
	otherCertificate = problem.Kind{Code: "REGISTER-75", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Các bước này là của giấy chứng nhận khác: cấp ngày {life}, không phải {issued}.",
		En: "These steps are those of another certificate: issued on {life}, not on {issued}.",
	}}
	otherSet = problem.Kind{Code: "REGISTER-76", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Kết quả của Hội đồng là của bộ sản phẩm {other}, không phải bộ {set}.",
		En: "The council's result is of product set {other}, not of {set}.",
	}}
)

func dossierKinds() []problem.Kind {
	return []problem.Kind{notDecided, noCode, noResult, notClassified, laterThanDay, otherCertificate, otherSet}
}

// FromDossier is the record of a dossier's product, as it stands on a day; zero:
// after all that the dossier tells. A product that was recognised needs its code,
// the decision and the sheets of the council that it rests on; one that the
// province's council gave under 3 stars, or stopped, is a refused one. Places of
// problems are in the dossier; where one is an error, the Record is zero.
//
// A late re-assessment (Article 12.3) extends the certificate before it, which is
// another record: see InLife.
func FromDossier(x *dossier.Dossier, on civil.Date) (Record, problem.List) {
	outcomes, problems := x.Evaluate(dossier.Options{On: on})
	if problems.Err() != nil {
		return Record{}, problems
	}
	deciding, path := decidingCouncil(&outcomes)
	return fromOutcome(x, deciding, path, on)
}

// FromOutcome is FromDossier by the result of a council whose sheets the dossier does
// not have.
func FromOutcome(x *dossier.Dossier, o *scoring.CouncilOutcome, on civil.Date) (Record, problem.List) {
	if _, problems := x.Evaluate(dossier.Options{On: on}); problems.Err() != nil {
		return Record{}, problems
	}
	if o != nil && o.Set.No() != x.Product.Set {
		return Record{}, problem.List{otherSet.At("/product/set", problem.Value("set", strconv.Itoa(x.Product.Set)), problem.Value("other", strconv.Itoa(o.Set.No())))}
	}
	return fromOutcome(x, o, "/council", on)
}

// decidingCouncil is the result that the decision rests on, and where it stands: the
// ministry's where there is one, of which the province too may take it (Article 7.4.g).
func decidingCouncil(r *dossier.Outcomes) (deciding *scoring.CouncilOutcome, path string) {
	if r.Ministry != nil {
		return r.Ministry, "/ministry"
	}
	return r.Council, "/council"
}

func fromOutcome(x *dossier.Dossier, o *scoring.CouncilOutcome, path string, on civil.Date) (Record, problem.List) {
	m := maker{x: x, result: path}
	m.identity()
	switch {
	case x.Decision != nil:
		m.recognised(o, on)
	case path == "/council" && refused(o):
		m.refused(o)
	default:
		m.fail(&notDecided, "/decision")
	}
	if m.found.Err() != nil {
		return Record{}, m.found
	}
	for _, p := range Check(&m.made) {
		p.Path = m.place(p.Path)
		m.found = append(m.found, p)
	}
	if m.found.Err() != nil {
		return Record{}, m.found
	}
	return m.made, m.found
}

// refused tells whether a council's result leaves nothing to recognise (Articles 4.1, 7.3.e).
func refused(o *scoring.CouncilOutcome) bool {
	if o == nil {
		return false
	}
	switch o.Status { //nolint:exhaustive // the others come to nothing yet
	case scoring.StatusRejected, scoring.StatusStopped:
		return true
	case scoring.StatusClassified:
		return o.Star < 3
	}
	return false
}

// maker makes the record of a dossier.
type maker struct {
	x      *dossier.Dossier
	result string // where the council's result stands
	made   Record
	found  problem.List
}

func (m *maker) fail(k *problem.Kind, path string, params ...problem.Param) {
	m.found = append(m.found, k.At(path, params...))
}

// identity is what the forms say of product and producer.
func (m *maker) identity() {
	x := m.x
	m.made = Record{
		Code: x.Product.Code, Product: x.Product.Name, Set: x.Product.Set, Edition: x.Edition,
		Producer: dossier.RecordProducer{Name: x.Producer.Name, Kind: x.Producer.Kind, Size: x.Producer.Size, TaxCode: x.Producer.TaxCode},
		Province: x.Registration.Province, Commune: x.Registration.Commune,
	}
	if p := x.Previous; p != nil {
		m.made.Previous, m.made.PreviousStar = p.ProductCode, p.Star
	}
	if f := x.Report.Figures; f != nil {
		for i := range f.Markets {
			market := &f.Markets[i]
			if sells := market.Share == nil || *market.Share > 0; sells && !slices.Contains(m.made.Channels, market.Channel) {
				m.made.Channels = append(m.made.Channels, market.Channel)
			}
		}
	}
}

// recognised is what the decision, the council and a withdrawal say.
func (m *maker) recognised(o *scoring.CouncilOutcome, on civil.Date) {
	d, r := m.x.Decision, &m.made
	issued, expires := d.Issued, d.Expires
	if issued == "" {
		issued = d.Date // as the dossier has it
	}
	if expires == "" {
		expires = procedure.Expiry(day(issued)).String() // Article 4.3
	}
	r.State, r.Star, r.Decision, r.Authority, r.Issued, r.Expires = dossier.RecordRecognised, d.Star, d.Number, d.By, issued, expires
	if w := m.x.Withdrawal; w != nil && !isAfter(w.Date, on) {
		r.State, r.Withdrawn, r.Ground = dossier.RecordWithdrawn, w.Date, w.Ground
	}
	if isAfter(issued, on) {
		m.fail(&laterThanDay, "/decision", problem.Value("issued", issued), problem.Value("on", on.String()))
	}
	if r.Code == "" {
		m.fail(&noCode, "/product/code")
	}
	switch {
	case o == nil:
		m.fail(&noResult, m.result)
	case o.Status != scoring.StatusClassified:
		m.fail(&notClassified, m.result, problem.Value("status", string(o.Status)))
	default:
		m.points(o)
	}
}

// refused is what the council says of a product that has no certificate.
func (m *maker) refused(o *scoring.CouncilOutcome) {
	m.made.State = dossier.RecordRefused
	if o.Status == scoring.StatusClassified {
		m.made.Star = o.Star
		m.points(o)
	}
}

// points are the council's averages, cut off after two decimals (Article 3.3).
func (m *maker) points(o *scoring.CouncilOutcome) {
	var sums scoring.Parts
	for i := range o.Members {
		p := &o.Members[i].Parts
		sums.A, sums.B, sums.C = sums.A+p.A, sums.B+p.B, sums.C+p.C
	}
	average := func(sum int) string { return points(100 * sum / o.Count) }
	m.made.Total = o.Average()
	m.made.Parts = &dossier.PartPoints{A: average(sums.A), B: average(sums.B), C: average(sums.C)}
}

// isAfter tells whether a day comes after another; none does where that is zero.
func isAfter(date string, on civil.Date) bool { return on.Valid() && on.Before(day(date)) }

// place is where in the dossier a member of the record comes from.
func (m *maker) place(path string) string {
	from := [...][2]string{
		{"/code", "/product/code"}, {"/product", "/product/name"}, {"/set", "/product/set"},
		{"/province", "/registration/province"}, {"/commune", "/registration/commune"},
		{"/star", "/decision/star"}, {"/total", m.result}, {"/parts", m.result},
		{"/decision", "/decision/number"}, {"/authority", "/decision/by"}, {"/issued", "/decision/issued"}, {"/expires", "/decision/expires"},
		{"/withdrawn", "/withdrawal/date"}, {"/ground", "/withdrawal/ground"},
		{"/previous", "/previous/productCode"}, {"/previousStar", "/previous/star"}, {"/channels", "/report/figures/markets"},
	}
	for _, f := range from {
		if path == f[0] || strings.HasPrefix(path, f[0]+"/") {
			return f[1]
		}
	}
	return path // edition and producer stand there too
}

// InLife is a record as its certificate stands on a day by the steps taken (Articles
// 8, 12.3): withdrawn, extended, or neither; zero: after all steps. The life must be
// that of the record's certificate; else the record is as it was.
func InLife(x Record, l procedure.Life, on civil.Date) (Record, problem.List) {
	now := l.Standing(on)
	if now.Issued != day(x.Issued) || !now.Issued.Valid() {
		return x, problem.List{otherCertificate.At("/issued", problem.Value("life", now.Issued.String()), problem.Value("issued", x.Issued))}
	}
	x.State, x.ExtendedUntil, x.Withdrawn, x.Ground = dossier.RecordRecognised, "", "", ""
	if now.ExtendedUntil.Valid() {
		x.State, x.ExtendedUntil = dossier.RecordExtended, now.ExtendedUntil.String()
	}
	if now.Stage == procedure.StageWithdrawn {
		last := l.Steps()
		i := slices.IndexFunc(last, func(s procedure.Step) bool { return s.Kind == procedure.StepWithdraw })
		x.State, x.Withdrawn, x.Ground = dossier.RecordWithdrawn, last[i].On.String(), last[i].Ground
	}
	return x, Check(&x)
}
