package dossier

import (
	"github.com/ocop-vn/ocop-go/dossier/procedure"
	"github.com/ocop-vn/ocop-go/scoring/lang"
)

// Letter is a paper of an office: a letter, a decision or a report.
type Letter struct {
	// Số, ký hiệu / Number
	// as on the paper
	Number string `json:"number" validate:"required,ocop_line=100"`
	// Ngày ban hành / Day of issue
	// as on the paper
	Date string `json:"date" validate:"required,ocop_date"`
}

// Request is what an office asked for while it had the dossier.
type Request struct {
	// Loại yêu cầu / Kind of request
	// Articles 7.3.a: to complete the dossier; 7.3.c, 7.4.c, 7.6.c: a survey on the spot, more tests
	Kind RequestKind `json:"kind" validate:"required,oneof=completion survey test"`
	// Cơ quan yêu cầu / Office that asks
	// Articles 7.2, 7.3, 7.4
	By string `json:"by" validate:"required,oneof=commune province ministry"`
	// Ngày yêu cầu / Day it was asked
	// Articles 7.3.a, 7.3.c
	Asked string `json:"asked" validate:"required,ocop_date"`
	// Nội dung yêu cầu / What is asked
	// Articles 7.3.a, 7.3.c
	What string `json:"what,omitempty" validate:"omitempty,ocop_prose=5000"`
	// Ngày thực hiện xong / Day it was done
	// Articles 7.3.a, 7.3.c
	Done string `json:"done,omitempty" validate:"omitempty,ocop_date"`
	// Kết quả / Result
	// Articles 7.3.c, 7.4.c, 7.6.c
	Result string `json:"result,omitempty" validate:"omitempty,ocop_prose=5000"`
	// Tài liệu về kết quả / Evidence of the result
	// Article 6.3; ids of pieces of evidence
	Evidence []string `json:"evidence,omitempty" validate:"max=50,dive,required,ocop_id"`
}

// RequestKind is what an office can ask for.
type RequestKind string

// The kinds of request.
const (
	RequestCompletion RequestKind = "completion" // hoàn thiện hồ sơ (Article 7.3.a)
	RequestSurvey     RequestKind = "survey"     // khảo sát, kiểm tra thực tế (Articles 7.3.c, 7.4.c, 7.6.c)
	RequestTest       RequestKind = "test"       // kiểm nghiệm bổ sung (Articles 7.3.c, 7.4.c)
)

// Name is what is asked for; empty for a kind that is not there.
func (k RequestKind) Name() lang.Text {
	switch k {
	case RequestCompletion:
		return lang.Text{Vi: "hoàn thiện hồ sơ", En: "completion of the dossier"}
	case RequestSurvey:
		return lang.Text{Vi: "khảo sát, kiểm tra thực tế", En: "survey on the spot"}
	case RequestTest:
		return lang.Text{Vi: "kiểm nghiệm bổ sung", En: "additional test"}
	}
	return lang.Text{}
}

// ProvinceProposal is the province's proposal to the ministry of a product of 5
// stars, with the papers that Article 6.3 lists and no other member holds.
type ProvinceProposal struct {
	// Số văn bản đề nghị / Number of the proposal
	// Article 6.3
	Number string `json:"number,omitempty" validate:"omitempty,ocop_line=100"`
	// Ngày đề nghị / Day of the proposal
	// Articles 5.2, 6.3
	Date string `json:"date" validate:"required,ocop_date"`
	// Quyết định phê duyệt kết quả đánh giá / Decision that approves the result
	// Articles 6.3.a, 7.3.e
	Approval *Letter `json:"approval,omitempty"`
	// Báo cáo của cơ quan tham mưu quản lý OCOP / Report of the OCOP office
	// Article 6.3.b: for a re-assessment
	Report *Letter `json:"report,omitempty"`
	// Số lượng sản phẩm mẫu / Number of samples
	// Article 6.3
	Samples int `json:"samples,omitempty" validate:"min=0,max=1000"`
	// Ngày Bộ nhận đủ hồ sơ / Day the ministry had all of it
	// Article 7.6.g
	Received string `json:"received,omitempty" validate:"omitempty,ocop_date"`
}

// Decision is the recognition of the product and its certificate.
type Decision struct {
	// Cấp công nhận / Who recognises it
	// Article 4.1
	By string `json:"by" validate:"required,oneof=province ministry"`
	// Số quyết định công nhận / Number of the decision
	// Articles 7.3.e, 7.4.e
	Number string `json:"number" validate:"required,ocop_line=100"`
	// Ngày quyết định / Day of the decision
	// Articles 4.3, 7.3.e, 7.4.e
	Date string `json:"date" validate:"required,ocop_date"`
	// Hạng sao được công nhận / Stars recognised
	// Article 4.1
	Star int `json:"star" validate:"required,min=3,max=5"`
	// Số giấy chứng nhận / Number of the certificate
	// Articles 7.3.e, 7.4.e
	Certificate string `json:"certificate,omitempty" validate:"omitempty,ocop_line=100"`
	// Ngày cấp giấy chứng nhận / Day the certificate was issued
	// Article 4.3; the day of the decision where it is left out
	Issued string `json:"issued,omitempty" validate:"omitempty,ocop_date"`
	// Ngày hết thời hạn ghi trên giấy chứng nhận / Last day that the certificate prints
	// Article 4.3; 36 months where it prints none
	Expires string `json:"expires,omitempty" validate:"omitempty,ocop_date"`
	// Ngày công bố kết quả / Day the result was published
	// Articles 7.3.e, 7.4.e
	Published string `json:"published,omitempty" validate:"omitempty,ocop_date"`
	// Văn bản thông báo kết quả / Notice of the result
	// Articles 7.3.g, 7.4.g
	Notice *Letter `json:"notice,omitempty"`
}

// Inspection is one inspection of the product after recognition (Article 9).
type Inspection struct {
	// Ngày kiểm tra / Day of the inspection
	// Article 9.2
	Date string `json:"date" validate:"required,ocop_date"`
	// Hình thức kiểm tra / Kind of inspection
	// Article 9.2.a
	Kind string `json:"kind" validate:"required,oneof=periodic unannounced"`
	// Cơ quan kiểm tra / Who inspects
	// Article 9.4
	By string `json:"by" validate:"required,oneof=province ministry"`
	// Kết luận / Conclusion
	// Articles 8.1, 9.3
	Conclusion Conclusion `json:"conclusion,omitempty" validate:"omitempty,oneof=kept breach"`
	// Ngày kết luận / Day of the conclusion
	// Article 8.4: the 15 days to withdraw run from this day
	Concluded string `json:"concluded,omitempty" validate:"omitempty,ocop_date"`
	// Trường hợp phải thu hồi / Ground for withdrawal
	// Article 8.1
	Ground Ground `json:"ground,omitempty" validate:"omitempty,ocop_ground"`
	// Nội dung kết luận / What was found
	// Article 9.3
	Note string `json:"note,omitempty" validate:"omitempty,ocop_prose=5000"`
}

// Conclusion is what an inspection came to.
type Conclusion string

// The conclusions of an inspection.
const (
	ConclusionKept   Conclusion = "kept"   // còn đáp ứng yêu cầu (Article 9.1)
	ConclusionBreach Conclusion = "breach" // thuộc trường hợp phải thu hồi (Article 8.1)
)

// Ground is a reason to withdraw a certificate (Article 8.1).
type Ground = procedure.Ground

// Withdrawal is the decision that takes the certificate back (Article 8).
type Withdrawal struct {
	// Cấp thu hồi / Who withdraws it
	// Article 8.2
	By string `json:"by" validate:"required,oneof=province ministry"`
	// Số quyết định thu hồi / Number of the decision
	// Article 8.3
	Number string `json:"number,omitempty" validate:"omitempty,ocop_line=100"`
	// Ngày quyết định / Day of the decision
	// Articles 8.3, 8.4
	Date string `json:"date" validate:"required,ocop_date"`
	// Trường hợp phải thu hồi / Ground for withdrawal
	// Article 8.1
	Ground Ground `json:"ground" validate:"required,ocop_ground"`
}
