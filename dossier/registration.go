package dossier

import "github.com/ocop-vn/ocop-go/scoring/lang"

// Producer is who registers the product (chủ thể OCOP, Article 2.3).
type Producer struct {
	// Tên đơn vị / Name of the producer
	// Form 01.1, 02.I.1, 03.I.1
	Name string `json:"name" validate:"required,ocop_line=200"`
	// Loại hình tổ chức / Kind of organisation
	// Form 02.I.2, 03.I.2; Article 2.3
	Kind ProducerKind `json:"kind" validate:"required,ocop_producer_kind"`
	// Quy mô / Size
	// not printed; as the rules on small and medium enterprises have it
	Size string `json:"size,omitempty" validate:"omitempty,oneof=micro small medium large"`
	// Tỷ lệ vốn góp của cộng đồng người địa phương (%) / Share of capital held by local people (%)
	// Appendix II, criterion 3.1
	LocalCapital *int `json:"localCapital,omitempty" validate:"omitempty,min=0,max=100"`
	// Mã số thuế hoặc số định danh cá nhân / Tax code or personal number
	// not printed; tells producers of one name apart
	TaxCode string `json:"taxCode,omitempty" validate:"omitempty,ocop_tax_code,ocop_tax_check"`
	// Địa chỉ / Address
	// Form 01.1, 02.I.3, 03.I.3
	Address string `json:"address" validate:"required,ocop_line=300"`
	// Điện thoại / Telephone
	// Form 01.1, 02.I.4
	Phone string `json:"phone" validate:"required,ocop_phone"`
	// Email / E-mail
	// Form 01.1, 02.I.4
	Email string `json:"email,omitempty" validate:"omitempty,ocop_email"`
	// Người đại diện theo pháp luật / Legal representative
	// Form 01.1, 02.I.5, 03.I.4
	Representative Representative `json:"representative"`
	// Ngày thành lập hoặc đăng ký kinh doanh / Day of founding or business registration
	// Form 02.I.6
	Founded string `json:"founded,omitempty" validate:"omitempty,ocop_date"`
	// Số giấy đăng ký / Number of the registration
	// Form 02.I.6
	LicenceNumber string `json:"licenceNumber,omitempty" validate:"omitempty,ocop_line=50"`
}

// ProducerKind is the kind of organisation (Article 2.3).
type ProducerKind string

// The kinds of producer. The last four may take part with the products of
// sector VI (tourism) alone.
const (
	KindCooperative         ProducerKind = "cooperative"          // hợp tác xã
	KindCooperativeGroup    ProducerKind = "cooperative-group"    // tổ hợp tác
	KindEnterprise          ProducerKind = "enterprise"           // doanh nghiệp nhỏ và vừa
	KindFarm                ProducerKind = "farm"                 // trang trại
	KindProductionHousehold ProducerKind = "production-household" // hộ sản xuất
	KindRegisteredHousehold ProducerKind = "registered-household" // hộ gia đình có đăng ký kinh doanh
	KindAssociation         ProducerKind = "association"          // hội
	KindFederation          ProducerKind = "federation"           // hiệp hội
	KindOperatingCentre     ProducerKind = "operating-centre"     // trung tâm điều hành
	KindEquivalent          ProducerKind = "equivalent"           // tổ chức tương đương
)

// Name is what the forms call the kind; empty for one that is not there.
func (k ProducerKind) Name() lang.Text {
	switch k {
	case KindCooperative:
		return lang.Text{Vi: "Hợp tác xã", En: "Cooperative"}
	case KindCooperativeGroup:
		return lang.Text{Vi: "Tổ hợp tác", En: "Cooperative group"}
	case KindEnterprise:
		return lang.Text{Vi: "Doanh nghiệp nhỏ và vừa", En: "Small or medium enterprise"}
	case KindFarm:
		return lang.Text{Vi: "Trang trại", En: "Farm"}
	case KindProductionHousehold:
		return lang.Text{Vi: "Hộ sản xuất", En: "Producing household"}
	case KindRegisteredHousehold:
		return lang.Text{Vi: "Hộ gia đình có đăng ký kinh doanh", En: "Household with business registration"}
	case KindAssociation:
		return lang.Text{Vi: "Hội", En: "Association"}
	case KindFederation:
		return lang.Text{Vi: "Hiệp hội", En: "Federation"}
	case KindOperatingCentre:
		return lang.Text{Vi: "Trung tâm điều hành", En: "Operating centre"}
	case KindEquivalent:
		return lang.Text{Vi: "Tổ chức tương đương", En: "Equivalent organisation"}
	}
	return lang.Text{}
}

// TourismOnly tells whether the kind may take part with tourism alone (Article 2.3).
func (k ProducerKind) TourismOnly() bool {
	return k == KindAssociation || k == KindFederation || k == KindOperatingCentre || k == KindEquivalent
}

// Representative is the producer's legal representative.
type Representative struct {
	// Họ tên người đại diện / Representative's name
	// Form 01.1, 02.I.5, 03.I.4
	Name string `json:"name" validate:"required,ocop_line=100"`
	// Chức vụ / Position
	// Form 01.1
	Position string `json:"position" validate:"required,ocop_line=100"`
	// Giới tính / Gender
	// Form 02.I.5, 03.I.4
	Gender string `json:"gender" validate:"required,oneof=male female"`
	// Dân tộc / Ethnicity
	// Form 02.I.5, 03.I.4
	Ethnicity string `json:"ethnicity" validate:"required,ocop_line=50"`
	// Địa chỉ thường trú / Permanent address
	// Form 02.I.5, 03.I.4
	Address string `json:"address" validate:"required,ocop_line=300"`
}

// Product is the product and its place in Appendix I.
type Product struct {
	// Tên sản phẩm / Name of the product
	// Form 01.2, 02.I.7, 03.I.5
	Name string `json:"name" validate:"required,ocop_line=200"`
	// Ngành sản phẩm / Sector
	// Form 01.3; Appendix I
	Sector string `json:"sector" validate:"required,oneof=I II III IV V VI"`
	// Nhóm sản phẩm / Group
	// Form 01.3; Appendix I
	Group string `json:"group" validate:"required,oneof=1 2 3 4 5 6"`
	// Phân nhóm sản phẩm / Subgroup
	// Form 01.3; Appendix I; not every group has some
	Subgroup string `json:"subgroup,omitempty" validate:"omitempty,oneof=a b c d"`
	// Bộ sản phẩm / Product set
	// Appendix II
	Set int `json:"set" validate:"required,min=1,max=26"`
	// Mô tả về quy cách sản phẩm / Specification
	// Form 02.I.7
	Specification string `json:"specification" validate:"required,ocop_prose=5000"`
	// Tiêu chuẩn áp dụng / Standard applied
	// Form 02.I.7
	Standard string `json:"standard,omitempty" validate:"omitempty,ocop_prose=2000"`
	// Mã sản phẩm OCOP / Product code
	// not printed; given on recognition
	Code string `json:"code,omitempty" validate:"omitempty,ocop_product_code"`
}

// Registration is form 01, beside the producer and the product.
type Registration struct {
	// Mã tỉnh / Province code
	// Form 01, head
	Province string `json:"province" validate:"required,ocop_province"`
	// Mã xã / Commune code
	// Form 01, number of the receipt
	Commune string `json:"commune" validate:"required,ocop_commune"`
	// Năm / Year
	// Form 01, head
	Year int `json:"year" validate:"required,min=2026,max=2100"`
	// Số lượng sản phẩm mẫu / Number of samples
	// Form 01.5; Article 6.2.d
	Samples int `json:"samples,omitempty" validate:"min=0,max=1000"`
	// Ngày lập phiếu đăng ký / Day of the registration form
	// Form 01, foot
	Date string `json:"date" validate:"required,ocop_date"`
	// Tiếp nhận của UBND cấp xã / The commune's receipt
	// Form 01, for the commune
	CommuneReceipt *Receipt `json:"communeReceipt,omitempty"`
	// Tiếp nhận của cơ quan quản lý OCOP cấp tỉnh / The province's receipt
	// Form 01, for the province
	ProvinceReceipt *Receipt `json:"provinceReceipt,omitempty"`
}

// Receipt is what an office notes on form 01 when it takes the dossier in.
type Receipt struct {
	// Phiếu số / Number of the receipt
	// Form 01, for the offices
	Number string `json:"number" validate:"required,ocop_receipt"`
	// Ngày nhận / Day of receipt
	// Form 01, for the offices
	Date string `json:"date" validate:"required,ocop_date"`
	// Người tiếp nhận / Received by
	// Form 01, for the offices
	Receiver string `json:"receiver" validate:"required,ocop_line=100"`
}
