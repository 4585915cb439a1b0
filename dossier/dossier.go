package dossier

import "github.com/ocop-vn/ocop-go/dossier/procedure"

// Dossier is a product's dossier: what the producer hands in (Article 6.1) and
// what the commune, the province and the ministry add to it (Articles 6.2, 6.3).
// Its tags are the one source of its shape. Above each field, in this struct and
// those within it, stand its printed name in Vietnamese and English and where it
// is printed: the generators of problems and schemas read them there.
type Dossier struct {
	// Bộ tiêu chí / Edition
	// the decision that it is assessed by (Article 1)
	Edition string `json:"edition" validate:"required,oneof=qd26-2026"`
	// Lần đăng ký đánh giá / Kind of application
	// Form 01.4; Article 6.1
	Application Application `json:"application" validate:"required,oneof=first upgrade re-assessment"`
	// Chủ thể / Producer
	// Form 01.1, 02.I, 03.I
	Producer Producer `json:"producer"`
	// Sản phẩm / Product
	// Form 01.2, 01.3, 02.I.7, 03.I.5
	Product Product `json:"product"`
	// Phiếu đăng ký / Registration form
	// Form 01
	Registration Registration `json:"registration"`
	// Báo cáo tự đánh giá / Self-assessment report
	// Form 02
	Report Report `json:"report"`
	// Tài liệu minh chứng / Evidence
	// Form 02.III, the annex of evidence
	Evidence []Evidence `json:"evidence,omitempty" validate:"max=300,dive"`
	// Lần công nhận trước / Earlier recognition
	// Article 6.1.b, 6.1.c: for an upgrade and a re-assessment
	Previous *Recognition `json:"previous,omitempty"`
	// Thay đổi so với sản phẩm đã công nhận / Changes since recognition
	// Article 6.1.b: for an upgrade
	Changes *Changes `json:"changes,omitempty"`
	// Cập nhật sau thời gian công nhận / Updates since recognition
	// Form 02.III; Article 6.1.c: for a re-assessment
	Updates *Updates `json:"updates,omitempty"`
	// Báo cáo của UBND cấp xã / The commune's report
	// Form 03; Article 6.2.b
	CommuneReport *CommuneReport `json:"communeReport,omitempty"`
	// Kết quả Tổ tư vấn đề xuất / Result proposed by the advisory team
	// Article 7.3.c
	Proposed *Proposal `json:"proposed,omitempty"`
	// Kết quả của Hội đồng cấp tỉnh / Result of the province's council
	// Article 7.3.d
	Council *CouncilRecord `json:"council,omitempty"`
	// Kết quả của Hội đồng cấp trung ương / Result of the ministry's council
	// Article 7.4.d
	Ministry *CouncilRecord `json:"ministry,omitempty"`
	// Dữ liệu riêng của phần mềm / Data of programs
	// not printed; any JSON under a reverse domain name, kept unchanged and never judged
	Extensions map[string]Extension `json:"extensions,omitzero" validate:"max=16"`
}

// Application is the kind of application that a dossier is for (Article 6.1).
type Application = procedure.Application

// The kinds of application.
const (
	ApplicationFirst        = procedure.ApplicationFirst        // đánh giá lần đầu (Article 6.1.a)
	ApplicationUpgrade      = procedure.ApplicationUpgrade      // nâng hạng (Article 6.1.b)
	ApplicationReassessment = procedure.ApplicationReassessment // đánh giá lại (Article 6.1.c)
)

// Recognition is how the product was recognised before.
type Recognition struct {
	// Mã sản phẩm OCOP / Product code
	// not printed; T-X-STT-YYYY
	ProductCode string `json:"productCode,omitempty" validate:"omitempty,ocop_product_code"`
	// Hạng sao đã được công nhận / Stars recognised
	// Article 4.3: 3 to 5 stars
	Star int `json:"star" validate:"required,min=3,max=5"`
	// Số quyết định công nhận / Number of the decision
	// Article 4.1
	Decision string `json:"decision" validate:"required,ocop_line=100"`
	// Cơ quan công nhận / Recognised by
	// Article 4.1
	Issuer string `json:"issuer,omitempty" validate:"omitempty,ocop_line=200"`
	// Ngày cấp giấy chứng nhận / Day the certificate was issued
	// Article 4.3: the 36 months run from this day
	Issued string `json:"issued" validate:"required,ocop_date"`
	// Ngày hết thời hạn ghi trên giấy chứng nhận / Last day that the certificate prints
	// Article 12.1; 36 months where it prints none
	Expires string `json:"expires,omitempty" validate:"omitempty,ocop_date"`
}

// Changes is what an upgrade has to show (Article 6.1.b).
type Changes struct {
	// Nội dung thay đổi / What has changed
	// Article 6.1.b
	Description string `json:"description" validate:"required,ocop_prose=10000"`
	// Minh chứng về thay đổi / Evidence of the changes
	// Article 6.1.b; ids of pieces of evidence
	Evidence []string `json:"evidence" validate:"min=1,max=100,dive,required,ocop_id"`
}

// Updates is what a re-assessment has to bring up to date (Article 6.1.c).
type Updates struct {
	// Nguyên liệu / Materials
	// Form 02.III; Article 6.1.c
	Materials string `json:"materials" validate:"required,ocop_prose=5000"`
	// Công nghệ sử dụng / Technology
	// Form 02.III; Article 6.1.c
	Technology string `json:"technology" validate:"required,ocop_prose=5000"`
	// Bao bì / Packaging
	// Form 02.III; Article 6.1.c
	Packaging string `json:"packaging" validate:"required,ocop_prose=5000"`
	// Nhãn mác / Labels
	// Form 02.III; Article 6.1.c
	Labels string `json:"labels" validate:"required,ocop_prose=5000"`
	// Công bố chất lượng / Declaration of quality
	// Form 02.III; Article 6.1.c
	Declaration string `json:"declaration" validate:"required,ocop_prose=5000"`
	// Phiếu kiểm nghiệm định kỳ / Periodic test reports
	// Article 6.1.c
	Tests string `json:"tests" validate:"required,ocop_prose=5000"`
	// Thị trường tiêu thụ / Market
	// Form 02.III; Article 6.1.c
	Market string `json:"market" validate:"required,ocop_prose=5000"`
	// Sản lượng / Output
	// Form 02.III; Article 6.1.c
	Output string `json:"output" validate:"required,ocop_prose=5000"`
	// Doanh thu / Revenue
	// Form 02.III; Article 6.1.c
	Revenue string `json:"revenue" validate:"required,ocop_prose=5000"`
	// Giấy tờ có thời hạn đã bổ sung / Papers with a term that were renewed
	// Form 02.III; Article 6.1.c; ids of pieces of evidence
	Renewed []string `json:"renewed,omitempty" validate:"max=100,dive,required,ocop_id"`
}

// Proposal is the result that the council's advisory team proposes (Article
// 7.3.c). It holds choices, never points.
type Proposal struct {
	// Ngày báo cáo / Day of the report
	// Article 7.3.c
	Date string `json:"date" validate:"required,ocop_date"`
	// Số báo cáo / Number of the report
	// Article 7.3.c
	Number string `json:"number,omitempty" validate:"omitempty,ocop_line=100"`
	// Mức điểm đề xuất theo tiêu chí / Option for each criterion
	// Appendix II
	Answers map[string]string `json:"answers" validate:"required,dive,required"`
	// Trường hợp bị loại / Knock-outs found
	// Appendix II
	Gates []string `json:"gates,omitempty" validate:"dive,required"`
	// Ý kiến của Tổ tư vấn / Note of the advisory team
	// Article 7.3.c
	Note string `json:"note,omitempty" validate:"omitempty,ocop_prose=10000"`
}

// CouncilRecord is what a council's members chose and the council's rules of procedure,
// from which its result follows (Articles 7.3.d, 7.4.d).
type CouncilRecord struct {
	// Ngày họp / Day of the meeting
	// Articles 7.3.d, 7.4.d
	Date string `json:"date" validate:"required,ocop_date"`
	// Số biên bản / Number of the minutes
	// Articles 7.3.d, 7.4.d
	Minutes string `json:"minutes,omitempty" validate:"omitempty,ocop_line=100"`
	// Số thành viên Hội đồng / Members that the council has
	// Articles 7.3.b, 7.4.b
	Seats int `json:"seats,omitempty" validate:"omitempty,min=1,max=100"`
	// Phiếu của thành viên / Members' sheets
	// Appendix II
	Members []CouncilMember `json:"members" validate:"min=1,max=100,dive"`
	// Trường hợp bị loại / Knock-outs found
	// Appendix II
	Gates []string `json:"gates,omitempty" validate:"dive,required"`
	// Quy chế hoạt động của Hội đồng / The council's rules of procedure
	// Articles 7.3.b, 7.4.b: issued by the province's chair or the minister
	Policy *CouncilPolicy `json:"policy,omitempty"`
}

// CouncilMember is one member's sheet.
type CouncilMember struct {
	// Mã thành viên / Member's id
	// not printed
	ID string `json:"id" validate:"required,max=64"`
	// Họ tên và đơn vị / Name and office
	// Articles 7.3.b, 7.4.b
	Name string `json:"name,omitempty" validate:"omitempty,ocop_line=200"`
	// Chủ tịch Hội đồng / Chair
	// Articles 7.3.b, 7.4.b
	Chair bool `json:"chair,omitempty"`
	// Mức điểm đã chọn theo tiêu chí / Option for each criterion
	// Appendix II
	Answers map[string]string `json:"answers" validate:"required,dive,required"`
}

// CouncilPolicy is what the decision leaves to each council's rules; see
// scoring.Policy for what each rule does and what holds where it is left out.
type CouncilPolicy struct {
	// Chênh lệch tối đa giữa các phiếu (điểm) / Greatest spread (points)
	// left open
	MaxSpread *int `json:"maxSpread,omitempty" validate:"omitempty,min=0,max=100"`
	// Tỷ lệ thành viên có mặt tối thiểu / Quorum
	// left open
	Quorum string `json:"quorum,omitempty" validate:"omitempty,ocop_quorum"`
	// Bắt buộc có Chủ tịch / The chair must be present
	// left open
	ChairRequired bool `json:"chairRequired,omitempty"`
	// Cách xét yêu cầu tối thiểu / When a minimum is met
	// left open
	Minima string `json:"minima,omitempty" validate:"omitempty,oneof=majority all mean"`
}
