package dossier

// Report is form 02, the self-assessment report, beside the producer and the product.
type Report struct {
	Papers       Papers           `json:"papers,omitzero" jsonschema:"title=Giấy tờ và điều kiện đã có" en:"Papers and conditions"`                                          // Form 02.I.7.a to d
	History      string           `json:"history" validate:"required,ocop_prose=10000" jsonschema:"title=Lịch sử hình thành của chủ thể" en:"History of the producer"`       // Form 02.I.8
	Organisation string           `json:"organisation" validate:"required,ocop_prose=10000" jsonschema:"title=Cơ cấu tổ chức của chủ thể" en:"Organisation of the producer"` // Form 02.I.9
	Results      Results          `json:"results" jsonschema:"title=Kết quả thực hiện phương án sản xuất kinh doanh" en:"Results of the business plan"`                      // Form 02.II
	Claims       map[string]Claim `json:"claims" validate:"required,max=64,dive" jsonschema:"title=Kết quả tự đánh giá theo tiêu chí" en:"Self-assessment by criterion"`     // Form 02.III
	Plan         BusinessPlan     `json:"plan" jsonschema:"title=Kế hoạch sản xuất kinh doanh" en:"Business plan ahead"`                                                     // Form 02.IV
	Date         string           `json:"date" validate:"required,ocop_date" jsonschema:"title=Ngày lập báo cáo" en:"Day of the report"`                                     // Form 02, foot
}

// Papers are the boxes that the producer ticks (form 02, part I, item 7).
type Papers struct {
	BusinessRegistration bool   `json:"businessRegistration,omitempty" jsonschema:"title=Giấy đăng ký kinh doanh" en:"Business registration"`                                                                                                // Form 02.I.7.a
	QualityDeclared      bool   `json:"qualityDeclared,omitempty" jsonschema:"title=Đã công bố chất lượng sản phẩm" en:"Product quality declared"`                                                                                           // Form 02.I.7.b
	FoodSafety           bool   `json:"foodSafety,omitempty" jsonschema:"title=Giấy chứng nhận cơ sở đủ điều kiện vệ sinh an toàn thực phẩm" en:"Food-safety certificate of the facility"`                                                   // Form 02.I.7.c
	ProductionConditions bool   `json:"productionConditions,omitempty" jsonschema:"title=Giấy chứng nhận cơ sở đủ điều kiện sản xuất bắt buộc" en:"Certificate of mandatory production conditions"`                                          // Form 02.I.7.c
	Trademark            bool   `json:"trademark,omitempty" jsonschema:"title=Giấy chứng nhận đăng ký nhãn hiệu" en:"Trademark certificate"`                                                                                                 // Form 02.I.7.d
	SharedMark           bool   `json:"sharedMark,omitempty" jsonschema:"title=Quyền sử dụng chỉ dẫn địa lý hoặc nhãn hiệu tập thể hoặc nhãn hiệu chứng nhận" en:"Right to a geographical indication or a collective or certification mark"` // Form 02.I.7.d
	Patent               bool   `json:"patent,omitempty" jsonschema:"title=Bằng sáng chế" en:"Patent"`                                                                                                                                       // Form 02.I.7.d
	IndustrialDesign     bool   `json:"industrialDesign,omitempty" jsonschema:"title=Bằng độc quyền kiểu dáng công nghiệp" en:"Industrial design patent"`                                                                                    // Form 02.I.7.d
	Copyright            bool   `json:"copyright,omitempty" jsonschema:"title=Giấy chứng nhận bản quyền tác giả" en:"Copyright certificate"`                                                                                                 // Form 02.I.7.d
	Other                string `json:"other,omitempty" validate:"omitempty,ocop_line=200" jsonschema:"title=Quyền sở hữu trí tuệ khác" en:"Other intellectual property"`                                                                    // Form 02.I.7.d
}

// Results are how the business plan was carried out (form 02, part II).
type Results struct {
	Materials string       `json:"materials" validate:"required,ocop_prose=10000" jsonschema:"title=Vùng nguyên liệu và công nghệ sản xuất" en:"Materials and technology"` // Form 02.II
	Quality   string       `json:"quality" validate:"required,ocop_prose=10000" jsonschema:"title=Thay đổi về chất lượng sản phẩm" en:"Changes in quality"`                // Form 02.II
	Market    string       `json:"market" validate:"required,ocop_prose=10000" jsonschema:"title=Thị trường phân phối sản phẩm" en:"Markets"`                              // Form 02.II
	Business  string       `json:"business" validate:"required,ocop_prose=10000" jsonschema:"title=Kết quả sản xuất kinh doanh" en:"Business results"`                     // Form 02.II
	Years     []YearResult `json:"years,omitempty" validate:"max=10,dive" jsonschema:"title=Doanh thu và lợi nhuận theo năm" en:"Revenue and profit by year"`              // Form 02.II
}

// YearResult is one year's figures, in million đồng.
type YearResult struct {
	Year    int  `json:"year" validate:"required,min=2000,max=2100" jsonschema:"title=Năm" en:"Year"`                                                               // Form 02.II
	Revenue *int `json:"revenue" validate:"required,min=0,max=1000000000" jsonschema:"title=Doanh thu (triệu đồng)" en:"Revenue (million đồng)"`                    // Form 02.II
	Profit  *int `json:"profit,omitempty" validate:"omitempty,min=-1000000000,max=1000000000" jsonschema:"title=Lợi nhuận (triệu đồng)" en:"Profit (million đồng)"` // Form 02.II
}

// Claim is what the producer claims at one criterion, says of it and proves it
// with. Claims are named by the printed number of their criterion.
type Claim struct {
	Option      string   `json:"option" validate:"required,max=8" jsonschema:"title=Mức điểm tự đánh giá" en:"Option claimed"`                    // Form 02.III
	Description string   `json:"description,omitempty" validate:"omitempty,ocop_prose=5000" jsonschema:"title=Mô tả" en:"Description"`            // Form 02.III
	Evidence    []string `json:"evidence,omitempty" validate:"max=50,dive,required,ocop_id" jsonschema:"title=Tài liệu minh chứng" en:"Evidence"` // Form 02.III; ids of pieces of evidence
}

// BusinessPlan is what the producer means to do (form 02, part IV).
type BusinessPlan struct {
	Product    string `json:"product" validate:"required,ocop_prose=10000" jsonschema:"title=Kế hoạch phát triển sản phẩm" en:"Plan for the product"` // Form 02.IV
	Production string `json:"production" validate:"required,ocop_prose=10000" jsonschema:"title=Kế hoạch tổ chức sản xuất" en:"Plan for production"`  // Form 02.IV
	Market     string `json:"market" validate:"required,ocop_prose=10000" jsonschema:"title=Kế hoạch thị trường" en:"Plan for the market"`            // Form 02.IV
}

// Evidence is one piece of evidence: one file of the report's annex.
type Evidence struct {
	ID      string `json:"id" validate:"required,ocop_id" jsonschema:"title=Ký hiệu tài liệu" en:"Id of the piece"`                                                                                                                                                                                                                                                                 // not printed; claims name pieces by it
	Kind    string `json:"kind" validate:"required,oneof=awards barcode-and-tracing business-growth business-registration environment-and-technology intellectual-property local-labour market-development materials-and-linkage production-certificate promotion quality-declaration quality-management story test-report" jsonschema:"title=Loại tài liệu" en:"Kind of evidence"` // Form 02.III, the table
	Title   string `json:"title,omitempty" validate:"omitempty,ocop_line=200" jsonschema:"title=Tên tài liệu" en:"Title"`                                                                                                                                                                                                                                                           // Form 02.III
	File    File   `json:"file" jsonschema:"title=Tệp" en:"File"`                                                                                                                                                                                                                                                                                                                   // Article 7.1: the electronic dossier
	Number  string `json:"number,omitempty" validate:"omitempty,ocop_line=100" jsonschema:"title=Số hiệu" en:"Number"`                                                                                                                                                                                                                                                              // as on the paper
	Issuer  string `json:"issuer,omitempty" validate:"omitempty,ocop_line=200" jsonschema:"title=Cơ quan cấp" en:"Issuer"`                                                                                                                                                                                                                                                          // as on the paper
	Issued  string `json:"issued,omitempty" validate:"omitempty,ocop_date" jsonschema:"title=Ngày cấp" en:"Day of issue"`                                                                                                                                                                                                                                                           // as on the paper
	Expires string `json:"expires,omitempty" validate:"omitempty,ocop_date" jsonschema:"title=Ngày hết hạn" en:"Last day of validity"`                                                                                                                                                                                                                                              // as on the paper, where it has one
}

// File is a file of the electronic dossier.
type File struct {
	Name      string `json:"name" validate:"required,ocop_file_name" jsonschema:"title=Tên tệp" en:"File name"`                                                                                                                                                                                                                                                   // Article 7.1
	MediaType string `json:"mediaType" validate:"required,oneof=application/pdf image/jpeg image/png image/webp image/tiff image/heic audio/mpeg audio/mp4 video/mp4 application/vnd.openxmlformats-officedocument.wordprocessingml.document application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" jsonschema:"title=Định dạng tệp" en:"Media type"` // Article 7.1
	Size      int    `json:"size" validate:"required,min=1,max=2000000000" jsonschema:"title=Dung lượng (byte)" en:"Size (bytes)"`                                                                                                                                                                                                                                // Article 7.1
	SHA256    string `json:"sha256" validate:"required,ocop_sha256" jsonschema:"title=Mã băm SHA-256" en:"SHA-256"`                                                                                                                                                                                                                                               // Article 7.1; tells whether a file was changed
}

// CommuneReport is form 03: the commune's report on four contents (Article 7.2.a).
type CommuneReport struct {
	Number    string  `json:"number,omitempty" validate:"omitempty,ocop_line=100" jsonschema:"title=Số văn bản đề nghị" en:"Number of the proposal"` // Article 6.2.a
	Report    string  `json:"report,omitempty" validate:"omitempty,ocop_line=100" jsonschema:"title=Số báo cáo đánh giá" en:"Number of the report"`  // Form 03
	Date      string  `json:"date" validate:"required,ocop_date" jsonschema:"title=Ngày đề nghị" en:"Day of the proposal"`                           // Form 03; Article 5.1
	Materials Finding `json:"materials" jsonschema:"title=Sử dụng nguyên liệu địa phương" en:"Local materials"`                                      // Form 03.II.1
	Labour    Finding `json:"labour" jsonschema:"title=Sử dụng lao động địa phương" en:"Local labour"`                                               // Form 03.II.2
	Idea      Finding `json:"idea" jsonschema:"title=Nguồn gốc ý tưởng sản phẩm" en:"Origin of the idea"`                                            // Form 03.II.3
	Identity  Finding `json:"identity" jsonschema:"title=Bản sắc và trí tuệ địa phương" en:"Local identity and knowledge"`                           // Form 03.II.4
}

// Finding is one content of the commune's report.
type Finding struct {
	Described string `json:"described,omitempty" validate:"omitempty,ocop_prose=5000" jsonschema:"title=Mô tả của chủ thể" en:"As the producer describes it"` // Form 03.II.1, 03.II.2
	Assessed  string `json:"assessed" validate:"required,ocop_prose=5000" jsonschema:"title=Đánh giá của UBND cấp xã" en:"As the commune assesses it"`        // Form 03.II
}
