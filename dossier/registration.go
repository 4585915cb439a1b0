package dossier

// Producer is who registers the product (chủ thể OCOP, Article 2.3).
type Producer struct {
	Name           string         `json:"name" validate:"required,ocop_line=200" jsonschema:"title=Tên đơn vị" en:"Name of the producer"`                                                                                                                                           // Form 01.1, 02.I.1, 03.I.1
	Kind           ProducerKind   `json:"kind" validate:"required,oneof=cooperative cooperative-group enterprise farm production-household registered-household association federation operating-centre equivalent" jsonschema:"title=Loại hình tổ chức" en:"Kind of organisation"` // Form 02.I.2, 03.I.2; Article 2.3
	TaxCode        string         `json:"taxCode,omitempty" validate:"omitempty,ocop_tax_code,ocop_tax_check" jsonschema:"title=Mã số thuế hoặc số định danh cá nhân" en:"Tax code or personal number"`                                                                             // not printed; tells producers of one name apart
	Address        string         `json:"address" validate:"required,ocop_line=300" jsonschema:"title=Địa chỉ" en:"Address"`                                                                                                                                                        // Form 01.1, 02.I.3, 03.I.3
	Phone          string         `json:"phone" validate:"required,ocop_phone" jsonschema:"title=Điện thoại" en:"Telephone"`                                                                                                                                                        // Form 01.1, 02.I.4
	Email          string         `json:"email,omitempty" validate:"omitempty,ocop_email" jsonschema:"title=Email" en:"E-mail"`                                                                                                                                                     // Form 01.1, 02.I.4
	Representative Representative `json:"representative" jsonschema:"title=Người đại diện theo pháp luật" en:"Legal representative"`                                                                                                                                                // Form 01.1, 02.I.5, 03.I.4
	Founded        string         `json:"founded,omitempty" validate:"omitempty,ocop_date" jsonschema:"title=Ngày thành lập hoặc đăng ký kinh doanh" en:"Day of founding or business registration"`                                                                                 // Form 02.I.6
	LicenceNumber  string         `json:"licenceNumber,omitempty" validate:"omitempty,ocop_line=50" jsonschema:"title=Số giấy đăng ký" en:"Number of the registration"`                                                                                                             // Form 02.I.6
}

// ProducerKind is the kind of organisation (Article 2.3).
type ProducerKind string

// The kinds of producer. The last four may take part with the products of
// sector VI (tourism) alone.
const (
	Cooperative         ProducerKind = "cooperative"          // hợp tác xã
	CooperativeGroup    ProducerKind = "cooperative-group"    // tổ hợp tác
	Enterprise          ProducerKind = "enterprise"           // doanh nghiệp nhỏ và vừa
	Farm                ProducerKind = "farm"                 // trang trại
	ProductionHousehold ProducerKind = "production-household" // hộ sản xuất
	RegisteredHousehold ProducerKind = "registered-household" // hộ gia đình có đăng ký kinh doanh
	Association         ProducerKind = "association"          // hội
	Federation          ProducerKind = "federation"           // hiệp hội
	OperatingCentre     ProducerKind = "operating-centre"     // trung tâm điều hành
	Equivalent          ProducerKind = "equivalent"           // tổ chức tương đương
)

// TourismOnly tells whether the kind may take part with tourism alone (Article 2.3).
func (k ProducerKind) TourismOnly() bool {
	return k == Association || k == Federation || k == OperatingCentre || k == Equivalent
}

// Representative is the producer's legal representative.
type Representative struct {
	Name      string `json:"name" validate:"required,ocop_line=100" jsonschema:"title=Họ tên người đại diện" en:"Representative's name"` // Form 01.1, 02.I.5, 03.I.4
	Position  string `json:"position" validate:"required,ocop_line=100" jsonschema:"title=Chức vụ" en:"Position"`                        // Form 01.1
	Gender    string `json:"gender" validate:"required,oneof=male female" jsonschema:"title=Giới tính" en:"Gender"`                      // Form 02.I.5, 03.I.4
	Ethnicity string `json:"ethnicity" validate:"required,ocop_line=50" jsonschema:"title=Dân tộc" en:"Ethnicity"`                       // Form 02.I.5, 03.I.4
	Address   string `json:"address" validate:"required,ocop_line=300" jsonschema:"title=Địa chỉ thường trú" en:"Permanent address"`     // Form 02.I.5, 03.I.4
}

// Product is the product and its place in Appendix I.
type Product struct {
	Name          string `json:"name" validate:"required,ocop_line=200" jsonschema:"title=Tên sản phẩm" en:"Name of the product"`                     // Form 01.2, 02.I.7, 03.I.5
	Sector        string `json:"sector" validate:"required,oneof=I II III IV V VI" jsonschema:"title=Ngành sản phẩm" en:"Sector"`                     // Form 01.3; Appendix I
	Group         string `json:"group" validate:"required,oneof=1 2 3 4 5 6" jsonschema:"title=Nhóm sản phẩm" en:"Group"`                             // Form 01.3; Appendix I
	Subgroup      string `json:"subgroup,omitempty" validate:"omitempty,oneof=a b c d" jsonschema:"title=Phân nhóm sản phẩm" en:"Subgroup"`           // Form 01.3; Appendix I; not every group has some
	Set           int    `json:"set" validate:"required,min=1,max=26" jsonschema:"title=Bộ sản phẩm" en:"Product set"`                                // Appendix II
	Specification string `json:"specification" validate:"required,ocop_prose=5000" jsonschema:"title=Mô tả về quy cách sản phẩm" en:"Specification"`  // Form 02.I.7
	Standard      string `json:"standard,omitempty" validate:"omitempty,ocop_prose=2000" jsonschema:"title=Tiêu chuẩn áp dụng" en:"Standard applied"` // Form 02.I.7
	Code          string `json:"code,omitempty" validate:"omitempty,ocop_product_code" jsonschema:"title=Mã sản phẩm OCOP" en:"Product code"`         // not printed; given on recognition
}

// Registration is form 01, beside the producer and the product.
type Registration struct {
	Province        string   `json:"province" validate:"required,ocop_province" jsonschema:"title=Mã tỉnh" en:"Province code"`                             // Form 01, head
	Commune         string   `json:"commune" validate:"required,ocop_commune" jsonschema:"title=Mã xã" en:"Commune code"`                                  // Form 01, number of the receipt
	Year            int      `json:"year" validate:"required,min=2026,max=2100" jsonschema:"title=Năm" en:"Year"`                                          // Form 01, head
	Samples         int      `json:"samples,omitempty" validate:"min=0,max=1000" jsonschema:"title=Số lượng sản phẩm mẫu" en:"Number of samples"`          // Form 01.5; Article 6.2.d
	Date            string   `json:"date" validate:"required,ocop_date" jsonschema:"title=Ngày lập phiếu đăng ký" en:"Day of the registration form"`       // Form 01, foot
	CommuneReceipt  *Receipt `json:"communeReceipt,omitempty" jsonschema:"title=Tiếp nhận của UBND cấp xã" en:"The commune's receipt"`                     // Form 01, for the commune
	ProvinceReceipt *Receipt `json:"provinceReceipt,omitempty" jsonschema:"title=Tiếp nhận của cơ quan quản lý OCOP cấp tỉnh" en:"The province's receipt"` // Form 01, for the province
}

// Receipt is what an office notes on form 01 when it takes the dossier in.
type Receipt struct {
	Number   string `json:"number" validate:"required,ocop_receipt" jsonschema:"title=Phiếu số" en:"Number of the receipt"` // Form 01, for the offices
	Date     string `json:"date" validate:"required,ocop_date" jsonschema:"title=Ngày nhận" en:"Day of receipt"`            // Form 01, for the offices
	Receiver string `json:"receiver" validate:"required,ocop_line=100" jsonschema:"title=Người tiếp nhận" en:"Received by"` // Form 01, for the offices
}
