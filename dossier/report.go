package dossier

// Report is form 02, the self-assessment report, beside the producer and the product.
type Report struct {
	// Giấy tờ và điều kiện đã có / Papers and conditions
	// Form 02.I.7.a to d
	Papers Papers `json:"papers,omitzero"`
	// Giấy tờ không phải có / Papers that need not be there
	// not printed; beside Form 02.I.7.a to c
	Exemptions []Exemption `json:"exemptions,omitempty" validate:"max=20,dive"`
	// Lịch sử hình thành của chủ thể / History of the producer
	// Form 02.I.8
	History string `json:"history" validate:"required,ocop_prose=10000"`
	// Cơ cấu tổ chức của chủ thể / Organisation of the producer
	// Form 02.I.9
	Organisation string `json:"organisation" validate:"required,ocop_prose=10000"`
	// Kết quả thực hiện phương án sản xuất kinh doanh / Results of the business plan
	// Form 02.II
	Results Results `json:"results"`
	// Số liệu / Figures
	// Form 02.I, 02.II; Article 6.1.c: as data, beside the prose
	Figures *Figures `json:"figures,omitempty"`
	// Kết quả tự đánh giá theo tiêu chí / Self-assessment by criterion
	// Form 02.III
	Claims map[string]Claim `json:"claims" validate:"required,max=64,dive"`
	// Kế hoạch sản xuất kinh doanh / Business plan ahead
	// Form 02.IV
	Plan BusinessPlan `json:"plan"`
	// Ngày lập báo cáo / Day of the report
	// Form 02, foot
	Date string `json:"date" validate:"required,ocop_date"`
}

// Papers are the boxes that the producer ticks (form 02, part I, item 7).
type Papers struct {
	// Giấy đăng ký kinh doanh / Business registration
	// Form 02.I.7.a
	BusinessRegistration bool `json:"businessRegistration,omitempty"`
	// Đã công bố chất lượng sản phẩm / Product quality declared
	// Form 02.I.7.b
	QualityDeclared bool `json:"qualityDeclared,omitempty"`
	// Giấy chứng nhận cơ sở đủ điều kiện vệ sinh an toàn thực phẩm / Food-safety certificate of the facility
	// Form 02.I.7.c
	FoodSafety bool `json:"foodSafety,omitempty"`
	// Giấy chứng nhận cơ sở đủ điều kiện sản xuất bắt buộc / Certificate of mandatory production conditions
	// Form 02.I.7.c
	ProductionConditions bool `json:"productionConditions,omitempty"`
	// Giấy chứng nhận đăng ký nhãn hiệu / Trademark certificate
	// Form 02.I.7.d
	Trademark bool `json:"trademark,omitempty"`
	// Văn bản ghi nhận quyền sử dụng chỉ dẫn địa lý, nhãn hiệu tập thể hoặc nhãn hiệu chứng nhận / Right to use a geographical indication, a collective or certification mark, in writing
	// Form 02.I.7.d
	SharedMark bool `json:"sharedMark,omitempty"`
	// Bằng sáng chế / Patent
	// Form 02.I.7.d
	Patent bool `json:"patent,omitempty"`
	// Bằng độc quyền kiểu dáng công nghiệp / Industrial design patent
	// Form 02.I.7.d
	IndustrialDesign bool `json:"industrialDesign,omitempty"`
	// Giấy chứng nhận bản quyền tác giả / Copyright certificate
	// Form 02.I.7.d
	Copyright bool `json:"copyright,omitempty"`
	// Quyền sở hữu trí tuệ khác / Other intellectual property
	// Form 02.I.7.d
	Other string `json:"other,omitempty" validate:"omitempty,ocop_line=200"`
}

// Exemption says that the producer need not have a paper, and why: what a rule
// says or what stands in for the paper. Whether it holds is for the offices.
type Exemption struct {
	// Giấy tờ không phải có / Paper that need not be there
	// Form 02.I.7.a to c
	Paper string `json:"paper" validate:"required,ocop_exempt_paper"`
	// Lý do không phải có / Ground
	// not printed; the rule that frees from it or the paper that stands in for it
	Ground string `json:"ground" validate:"required,ocop_prose=2000"`
	// Tài liệu về lý do / Evidence of the ground
	// Form 02.III; ids of pieces of evidence
	Evidence []string `json:"evidence,omitempty" validate:"max=50,dive,required,ocop_id"`
}

// Results are how the business plan was carried out (form 02, part II).
type Results struct {
	// Vùng nguyên liệu và công nghệ sản xuất / Materials and technology
	// Form 02.II
	Materials string `json:"materials" validate:"required,ocop_prose=10000"`
	// Thay đổi về chất lượng sản phẩm / Changes in quality
	// Form 02.II
	Quality string `json:"quality" validate:"required,ocop_prose=10000"`
	// Thị trường phân phối sản phẩm / Markets
	// Form 02.II
	Market string `json:"market" validate:"required,ocop_prose=10000"`
	// Kết quả sản xuất kinh doanh / Business results
	// Form 02.II
	Business string `json:"business" validate:"required,ocop_prose=10000"`
	// Doanh thu và lợi nhuận theo năm / Revenue and profit by year
	// Form 02.II
	Years []YearResult `json:"years,omitempty" validate:"max=10,dive"`
}

// YearResult is one year's figures, in million đồng.
type YearResult struct {
	// Năm / Year
	// Form 02.II
	Year int `json:"year" validate:"required,min=2000,max=2100"`
	// Doanh thu (triệu đồng) / Revenue (million đồng)
	// Form 02.II
	Revenue *int `json:"revenue" validate:"required,min=0,max=1000000000"`
	// Lợi nhuận (triệu đồng) / Profit (million đồng)
	// Form 02.II
	Profit *int `json:"profit,omitempty" validate:"omitempty,min=-1000000000,max=1000000000"`
	// Sản lượng / Output
	// Form 02.II; Article 6.1.c; in the unit beside it
	Output *int `json:"output,omitempty" validate:"omitempty,min=0,max=1000000000"`
	// Đơn vị tính của sản lượng / Unit of the output
	// Form 02.II; such as kg, lít, chai, lượt khách
	Unit string `json:"unit,omitempty" validate:"omitempty,ocop_line=30"`
}

// Claim is what the producer claims at one criterion, says of it and proves it
// with. Claims are named by the printed number of their criterion.
type Claim struct {
	// Mức điểm tự đánh giá / Option claimed
	// Form 02.III
	Option string `json:"option" validate:"required,max=8"`
	// Mô tả / Description
	// Form 02.III
	Description string `json:"description,omitempty" validate:"omitempty,ocop_prose=5000"`
	// Tài liệu minh chứng / Evidence
	// Form 02.III; ids of pieces of evidence
	Evidence []string `json:"evidence,omitempty" validate:"max=50,dive,required,ocop_id"`
}

// BusinessPlan is what the producer means to do (form 02, part IV).
type BusinessPlan struct {
	// Kế hoạch phát triển sản phẩm / Plan for the product
	// Form 02.IV
	Product string `json:"product" validate:"required,ocop_prose=10000"`
	// Kế hoạch tổ chức sản xuất / Plan for production
	// Form 02.IV
	Production string `json:"production" validate:"required,ocop_prose=10000"`
	// Kế hoạch thị trường / Plan for the market
	// Form 02.IV
	Market string `json:"market" validate:"required,ocop_prose=10000"`
}

// Evidence is one piece of evidence: one file of the report's annex.
type Evidence struct {
	// Ký hiệu tài liệu / Id of the piece
	// not printed; claims name pieces by it
	ID string `json:"id" validate:"required,ocop_id"`
	// Loại tài liệu / Kind of evidence
	// Form 02.III, the table and what stands beside it
	Kind string `json:"kind" validate:"required,ocop_evidence_kind"`
	// Tên tài liệu / Title
	// Form 02.III
	Title string `json:"title,omitempty" validate:"omitempty,ocop_line=200"`
	// Tệp / File
	// Article 7.1: the electronic dossier
	File File `json:"file"`
	// Số hiệu / Number
	// as on the paper
	Number string `json:"number,omitempty" validate:"omitempty,ocop_line=100"`
	// Cơ quan cấp / Issuer
	// as on the paper
	Issuer string `json:"issuer,omitempty" validate:"omitempty,ocop_line=200"`
	// Ngày cấp / Day of issue
	// as on the paper
	Issued string `json:"issued,omitempty" validate:"omitempty,ocop_date"`
	// Ngày hết hạn / Last day of validity
	// as on the paper, where it has one
	Expires string `json:"expires,omitempty" validate:"omitempty,ocop_date"`
	// Trang / Pages
	// not printed; where one file holds several papers
	Pages string `json:"pages,omitempty" validate:"omitempty,ocop_pages"`
}

// File is a file of the electronic dossier.
type File struct {
	// Tên tệp / File name
	// Article 7.1
	Name string `json:"name" validate:"required,ocop_file_name"`
	// Định dạng tệp / Media type
	// Article 7.1
	MediaType string `json:"mediaType" validate:"required,ocop_media_type"`
	// Dung lượng (byte) / Size (bytes)
	// Article 7.1
	Size int `json:"size" validate:"required,min=1,max=2000000000"`
	// Mã băm SHA-256 / SHA-256
	// Article 7.1; tells whether a file was changed
	SHA256 string `json:"sha256" validate:"required,ocop_sha256"`
}

// CommuneReport is form 03: the commune's report on four contents (Article 7.2.a).
type CommuneReport struct {
	// Số văn bản đề nghị / Number of the proposal
	// Article 6.2.a
	Number string `json:"number,omitempty" validate:"omitempty,ocop_line=100"`
	// Số báo cáo đánh giá / Number of the report
	// Form 03
	Report string `json:"report,omitempty" validate:"omitempty,ocop_line=100"`
	// Ngày đề nghị / Day of the proposal
	// Form 03; Article 5.1
	Date string `json:"date" validate:"required,ocop_date"`
	// Sử dụng nguyên liệu địa phương / Local materials
	// Form 03.II.1
	Materials Finding `json:"materials"`
	// Sử dụng lao động địa phương / Local labour
	// Form 03.II.2
	Labour Finding `json:"labour"`
	// Nguồn gốc ý tưởng sản phẩm / Origin of the idea
	// Form 03.II.3
	Idea Finding `json:"idea"`
	// Bản sắc và trí tuệ địa phương / Local identity and knowledge
	// Form 03.II.4
	Identity Finding `json:"identity"`
}

// Finding is one content of the commune's report.
type Finding struct {
	// Mô tả của chủ thể / As the producer describes it
	// Form 03.II.1, 03.II.2
	Described string `json:"described,omitempty" validate:"omitempty,ocop_prose=5000"`
	// Đánh giá của UBND cấp xã / As the commune assesses it
	// Form 03.II
	Assessed string `json:"assessed" validate:"required,ocop_prose=5000"`
}
