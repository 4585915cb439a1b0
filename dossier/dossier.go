package dossier

import "github.com/ocop-vn/ocop-go/dossier/procedure"

// Dossier is a product's dossier: what the producer hands in (Article 6.1) and
// what the commune, the province and the ministry add to it (Articles 6.2, 6.3).
// Its tags are the one source of its shape: json and validate for every reader,
// jsonschema (title) and en for the printed name of each field.
type Dossier struct {
	Edition       string         `json:"edition" validate:"required,oneof=qd26-2026" jsonschema:"title=Bộ tiêu chí" en:"Edition"`                                            // the decision that it is assessed by (Article 1)
	Application   Application    `json:"application" validate:"required,oneof=first upgrade re-assessment" jsonschema:"title=Lần đăng ký đánh giá" en:"Kind of application"` // Form 01.4; Article 6.1
	Producer      Producer       `json:"producer" jsonschema:"title=Chủ thể" en:"Producer"`                                                                                  // Form 01.1, 02.I, 03.I
	Product       Product        `json:"product" jsonschema:"title=Sản phẩm" en:"Product"`                                                                                   // Form 01.2, 01.3, 02.I.7, 03.I.5
	Registration  Registration   `json:"registration" jsonschema:"title=Phiếu đăng ký" en:"Registration form"`                                                               // Form 01
	Report        Report         `json:"report" jsonschema:"title=Báo cáo tự đánh giá" en:"Self-assessment report"`                                                          // Form 02
	Evidence      []Evidence     `json:"evidence,omitempty" validate:"max=300,dive" jsonschema:"title=Tài liệu minh chứng" en:"Evidence"`                                    // Form 02.III, the annex of evidence
	Previous      *Recognition   `json:"previous,omitempty" jsonschema:"title=Lần công nhận trước" en:"Earlier recognition"`                                                 // Article 6.1.b, 6.1.c: for an upgrade and a re-assessment
	Changes       *Changes       `json:"changes,omitempty" jsonschema:"title=Thay đổi so với sản phẩm đã công nhận" en:"Changes since recognition"`                          // Article 6.1.b: for an upgrade
	Updates       *Updates       `json:"updates,omitempty" jsonschema:"title=Cập nhật sau thời gian công nhận" en:"Updates since recognition"`                               // Form 02.III; Article 6.1.c: for a re-assessment
	CommuneReport *CommuneReport `json:"communeReport,omitempty" jsonschema:"title=Báo cáo của UBND cấp xã" en:"The commune's report"`                                       // Form 03; Article 6.2.b
	Proposed      *Proposal      `json:"proposed,omitempty" jsonschema:"title=Kết quả Tổ tư vấn đề xuất" en:"Result proposed by the advisory team"`                          // Article 7.3.c
	Council       *CouncilRecord `json:"council,omitempty" jsonschema:"title=Kết quả của Hội đồng cấp tỉnh" en:"Result of the province's council"`                           // Article 7.3.d
	Ministry      *CouncilRecord `json:"ministry,omitempty" jsonschema:"title=Kết quả của Hội đồng cấp trung ương" en:"Result of the ministry's council"`                    // Article 7.4.d
}

// Application is the kind of application that a dossier is for (Article 6.1).
type Application = procedure.Application

// The kinds of application.
const (
	First        = procedure.First        // đánh giá lần đầu (Article 6.1.a)
	Upgrade      = procedure.Upgrade      // nâng hạng (Article 6.1.b)
	Reassessment = procedure.Reassessment // đánh giá lại (Article 6.1.c)
)

// Recognition is how the product was recognised before.
type Recognition struct {
	ProductCode string `json:"productCode,omitempty" validate:"omitempty,ocop_product_code" jsonschema:"title=Mã sản phẩm OCOP" en:"Product code"`   // not printed; T-X-STT-YYYY
	Star        int    `json:"star" validate:"required,min=3,max=5" jsonschema:"title=Hạng sao đã được công nhận" en:"Stars recognised"`             // Article 4.3: 3 to 5 stars
	Decision    string `json:"decision" validate:"required,ocop_line=100" jsonschema:"title=Số quyết định công nhận" en:"Number of the decision"`    // Article 4.1
	Issuer      string `json:"issuer,omitempty" validate:"omitempty,ocop_line=200" jsonschema:"title=Cơ quan công nhận" en:"Recognised by"`          // Article 4.1
	Issued      string `json:"issued" validate:"required,ocop_date" jsonschema:"title=Ngày cấp giấy chứng nhận" en:"Day the certificate was issued"` // Article 4.3: the 36 months run from this day
}

// Changes is what an upgrade has to show (Article 6.1.b).
type Changes struct {
	Description string   `json:"description" validate:"required,ocop_prose=10000" jsonschema:"title=Nội dung thay đổi" en:"What has changed"`                    // Article 6.1.b
	Evidence    []string `json:"evidence" validate:"min=1,max=100,dive,required,ocop_id" jsonschema:"title=Minh chứng về thay đổi" en:"Evidence of the changes"` // Article 6.1.b; ids of pieces of evidence
}

// Updates is what a re-assessment has to bring up to date (Article 6.1.c).
type Updates struct {
	Materials   string   `json:"materials" validate:"required,ocop_prose=5000" jsonschema:"title=Nguyên liệu" en:"Materials"`                                                            // Form 02.III; Article 6.1.c
	Technology  string   `json:"technology" validate:"required,ocop_prose=5000" jsonschema:"title=Công nghệ sử dụng" en:"Technology"`                                                    // Form 02.III; Article 6.1.c
	Packaging   string   `json:"packaging" validate:"required,ocop_prose=5000" jsonschema:"title=Bao bì" en:"Packaging"`                                                                 // Form 02.III; Article 6.1.c
	Labels      string   `json:"labels" validate:"required,ocop_prose=5000" jsonschema:"title=Nhãn mác" en:"Labels"`                                                                     // Form 02.III; Article 6.1.c
	Declaration string   `json:"declaration" validate:"required,ocop_prose=5000" jsonschema:"title=Công bố chất lượng" en:"Declaration of quality"`                                      // Form 02.III; Article 6.1.c
	Tests       string   `json:"tests" validate:"required,ocop_prose=5000" jsonschema:"title=Phiếu kiểm nghiệm định kỳ" en:"Periodic test reports"`                                      // Article 6.1.c
	Market      string   `json:"market" validate:"required,ocop_prose=5000" jsonschema:"title=Thị trường tiêu thụ" en:"Market"`                                                          // Form 02.III; Article 6.1.c
	Output      string   `json:"output" validate:"required,ocop_prose=5000" jsonschema:"title=Sản lượng" en:"Output"`                                                                    // Form 02.III; Article 6.1.c
	Revenue     string   `json:"revenue" validate:"required,ocop_prose=5000" jsonschema:"title=Doanh thu" en:"Revenue"`                                                                  // Form 02.III; Article 6.1.c
	Renewed     []string `json:"renewed,omitempty" validate:"max=100,dive,required,ocop_id" jsonschema:"title=Giấy tờ có thời hạn đã bổ sung" en:"Papers with a term that were renewed"` // Form 02.III; Article 6.1.c; ids of pieces of evidence
}

// Proposal is the result that the council's advisory team proposes (Article
// 7.3.c). It holds choices, never points.
type Proposal struct {
	Date    string            `json:"date" validate:"required,ocop_date" jsonschema:"title=Ngày báo cáo" en:"Day of the report"`                                   // Article 7.3.c
	Number  string            `json:"number,omitempty" validate:"omitempty,ocop_line=100" jsonschema:"title=Số báo cáo" en:"Number of the report"`                 // Article 7.3.c
	Answers map[string]string `json:"answers" validate:"required,dive,required" jsonschema:"title=Mức điểm đề xuất theo tiêu chí" en:"Option for each criterion"`  // Appendix II
	Gates   []string          `json:"gates,omitempty" validate:"dive,required" jsonschema:"title=Điều kiện loại" en:"Gates found"`                                 // Appendix II
	Note    string            `json:"note,omitempty" validate:"omitempty,ocop_prose=10000" jsonschema:"title=Ý kiến của Tổ tư vấn" en:"Note of the advisory team"` // Article 7.3.c
}

// CouncilRecord is what a council's members chose and the council's own rules,
// from which its result follows (Articles 7.3.d, 7.4.d).
type CouncilRecord struct {
	Date    string          `json:"date" validate:"required,ocop_date" jsonschema:"title=Ngày họp" en:"Day of the meeting"`                                         // Articles 7.3.d, 7.4.d
	Minutes string          `json:"minutes,omitempty" validate:"omitempty,ocop_line=100" jsonschema:"title=Số biên bản" en:"Number of the minutes"`                 // Articles 7.3.d, 7.4.d
	Seats   int             `json:"seats,omitempty" validate:"omitempty,min=1,max=100" jsonschema:"title=Số thành viên Hội đồng" en:"Members that the council has"` // Articles 7.3.b, 7.4.b
	Members []CouncilMember `json:"members" validate:"min=1,max=100,dive" jsonschema:"title=Phiếu của thành viên" en:"Members' sheets"`                             // Appendix II
	Gates   []string        `json:"gates,omitempty" validate:"dive,required" jsonschema:"title=Điều kiện loại" en:"Gates found"`                                    // Appendix II
	Policy  *CouncilPolicy  `json:"policy,omitempty" jsonschema:"title=Quy chế hoạt động của Hội đồng" en:"The council's own rules"`                                // Articles 7.3.b, 7.4.b: left to each council
}

// CouncilMember is one member's sheet.
type CouncilMember struct {
	ID      string            `json:"id" validate:"required,max=64" jsonschema:"title=Mã thành viên" en:"Member's id"`                                            // not printed
	Name    string            `json:"name,omitempty" validate:"omitempty,ocop_line=200" jsonschema:"title=Họ tên và đơn vị" en:"Name and office"`                 // Articles 7.3.b, 7.4.b
	Chair   bool              `json:"chair,omitempty" jsonschema:"title=Chủ tịch Hội đồng" en:"Chair"`                                                            // Articles 7.3.b, 7.4.b
	Answers map[string]string `json:"answers" validate:"required,dive,required" jsonschema:"title=Mức điểm đã chọn theo tiêu chí" en:"Option for each criterion"` // Appendix II
}

// CouncilPolicy is what the decision leaves to each council's rules; see
// scoring.Policy for what each rule does and what holds where it is left out.
type CouncilPolicy struct {
	MaxSpread     *int   `json:"maxSpread,omitempty" validate:"omitempty,min=0,max=100" jsonschema:"title=Chênh lệch tối đa giữa các phiếu (điểm)" en:"Greatest spread (points)"` // left open
	Quorum        string `json:"quorum,omitempty" validate:"omitempty,ocop_quorum" jsonschema:"title=Tỷ lệ thành viên có mặt tối thiểu" en:"Quorum"`                              // left open
	ChairRequired bool   `json:"chairRequired,omitempty" jsonschema:"title=Bắt buộc có Chủ tịch" en:"The chair must be present"`                                                  // left open
	Minima        string `json:"minima,omitempty" validate:"omitempty,oneof=majority all mean" jsonschema:"title=Cách xét yêu cầu tối thiểu" en:"When a minimum is met"`          // left open
}
