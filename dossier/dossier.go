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
	// Article 6.1.b, 6.1.c: for an upgrade and a re-assessment; for a first application where it ended
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
	// Hồ sơ đề nghị của UBND cấp tỉnh / Proposal to the ministry
	// Articles 6.3, 7.3.e
	ProvinceProposal *ProvinceProposal `json:"provinceProposal,omitempty"`
	// Kết quả của Hội đồng cấp trung ương / Result of the ministry's council
	// Article 7.4.d
	Ministry *CouncilRecord `json:"ministry,omitempty"`
	// Việc cơ quan yêu cầu / What offices asked for
	// Articles 7.3.a, 7.3.c, 7.4.c, 7.6.c
	Requests []Request `json:"requests,omitempty" validate:"max=50,dive"`
	// Quyết định công nhận / Decision of recognition
	// Articles 7.3.e, 7.4.e
	Decision *Decision `json:"decision,omitempty"`
	// Kiểm tra, giám sát sau công nhận / Inspections after recognition
	// Article 9
	Inspections []Inspection `json:"inspections,omitempty" validate:"max=50,dive"`
	// Thu hồi giấy chứng nhận / Withdrawal of the certificate
	// Article 8
	Withdrawal *Withdrawal `json:"withdrawal,omitempty"`
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
