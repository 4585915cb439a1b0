package dossier

import "github.com/ocop-vn/ocop-go/scoring/lang"

// Office is what a council's member stands for (Articles 7.3.b, 7.4.b).
type Office string

// The offices that sit on a council, and those that may be asked to.
const (
	OfficeLeadership             Office = "leadership"              // lãnh đạo UBND cấp tỉnh, lãnh đạo Bộ
	OfficeAgricultureEnvironment Office = "agriculture-environment" // Sở Nông nghiệp và Môi trường
	OfficeIndustryTrade          Office = "industry-trade"          // Sở, Bộ Công Thương
	OfficeHealth                 Office = "health"                  // Sở, Bộ Y tế
	OfficeScienceTechnology      Office = "science-technology"      // Sở, Bộ Khoa học và Công nghệ
	OfficeCultureSportsTourism   Office = "culture-sports-tourism"  // Sở, Bộ Văn hóa, Thể thao và Du lịch
	OfficeFoodSafety             Office = "food-safety"             // Sở An toàn thực phẩm, nếu có
	OfficeOCOP                   Office = "ocop-office"             // đơn vị tham mưu quản lý OCOP
	OfficeSpecialisedAgency      Office = "specialised-agency"      // đơn vị quản lý chuyên ngành thuộc Sở, Bộ Nông nghiệp và Môi trường
	OfficeExpert                 Office = "expert"                  // chuyên gia được mời
	OfficeAssociation            Office = "invited-association"     // hội, hiệp hội được mời
	OfficeOrganisation           Office = "invited-organisation"    // cơ quan, tổ chức khác được mời
)

// Name is what the office is called, in the province and at the ministry alike;
// empty for one that is not there.
func (o Office) Name() lang.Text {
	if field := o.field(); field.Vi != "" {
		return lang.Text{Vi: "Sở hoặc Bộ " + field.Vi, En: "department or ministry of " + field.En}
	}
	switch o { //nolint:exhaustive // the others are departments
	case OfficeLeadership:
		return lang.Text{Vi: "lãnh đạo UBND cấp tỉnh hoặc lãnh đạo Bộ Nông nghiệp và Môi trường", En: "leadership of the province's People's Committee or of the Ministry of Agriculture and Environment"}
	case OfficeOCOP:
		return lang.Text{Vi: "đơn vị tham mưu quản lý OCOP", En: "OCOP office"}
	case OfficeSpecialisedAgency:
		return lang.Text{Vi: "đơn vị quản lý chuyên ngành nông nghiệp và môi trường", En: "specialised agency of agriculture and environment"}
	case OfficeExpert:
		return lang.Text{Vi: "chuyên gia được mời", En: "invited expert"}
	case OfficeAssociation:
		return lang.Text{Vi: "hội, hiệp hội được mời", En: "invited association"}
	case OfficeOrganisation:
		return lang.Text{Vi: "cơ quan, tổ chức khác được mời", En: "other invited organisation"}
	}
	return lang.Text{}
}

// field is what a department of the province, or a ministry, is for; empty for an
// office that is neither.
func (o Office) field() lang.Text {
	switch o { //nolint:exhaustive // the others are no departments
	case OfficeAgricultureEnvironment:
		return lang.Text{Vi: "Nông nghiệp và Môi trường", En: "agriculture and environment"}
	case OfficeIndustryTrade:
		return lang.Text{Vi: "Công Thương", En: "industry and trade"}
	case OfficeHealth:
		return lang.Text{Vi: "Y tế", En: "health"}
	case OfficeScienceTechnology:
		return lang.Text{Vi: "Khoa học và Công nghệ", En: "science and technology"}
	case OfficeCultureSportsTourism:
		return lang.Text{Vi: "Văn hóa, Thể thao và Du lịch", En: "culture, sports and tourism"}
	case OfficeFoodSafety:
		return lang.Text{Vi: "An toàn thực phẩm", En: "food safety"}
	}
	return lang.Text{}
}

// NameOn is what the office is called on one of the councils (Articles 7.3.b, 7.4.b):
// a department of the province, or a ministry; empty for one that is not there.
func (o Office) NameOn(ministry bool) lang.Text {
	field := o.field()
	switch {
	case o == OfficeLeadership && ministry:
		return lang.Text{Vi: "lãnh đạo Bộ Nông nghiệp và Môi trường", En: "leadership of the Ministry of Agriculture and Environment"}
	case o == OfficeLeadership:
		return lang.Text{Vi: "lãnh đạo UBND cấp tỉnh", En: "leadership of the province's People's Committee"}
	case field.Vi == "":
		return o.Name()
	case ministry:
		return lang.Text{Vi: "Bộ " + field.Vi, En: "ministry of " + field.En}
	}
	return lang.Text{Vi: "Sở " + field.Vi, En: "department of " + field.En}
}

// Offices that have to sit on a council; on the province's that of food safety
// too where there is one, and on either whoever is invited.
var (
	provinceOffices = [...]Office{
		OfficeLeadership, OfficeAgricultureEnvironment, OfficeIndustryTrade, OfficeHealth, OfficeScienceTechnology,
		OfficeCultureSportsTourism, OfficeOCOP, OfficeSpecialisedAgency,
	}
	ministryOffices = [...]Office{
		OfficeLeadership, OfficeIndustryTrade, OfficeHealth, OfficeScienceTechnology,
		OfficeCultureSportsTourism, OfficeOCOP, OfficeSpecialisedAgency,
	}
)

// CouncilForm is how a council's members were heard.
type CouncilForm string

// A council meets; for a re-assessment it is asked in writing (Articles 7.6.d, 7.6.e).
const (
	CouncilMeeting CouncilForm = "meeting"
	CouncilWritten CouncilForm = "written"
)

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
	// Quyết định thành lập Hội đồng / Decision that set the council up
	// Articles 7.3.b, 7.4.b
	Established *Letter `json:"established,omitempty"`
	// Quyết định ban hành Quy chế hoạt động / Decision on its rules of procedure
	// Articles 7.3.b, 7.4.b
	Regulation *Letter `json:"regulation,omitempty"`
	// Văn bản ủy quyền làm Chủ tịch Hội đồng / Delegation of the chair
	// Articles 7.3.b, 7.4.b: to the head of an agency, where it is needed
	Delegation *Letter `json:"delegation,omitempty"`
	// Báo cáo đánh giá trình Hội đồng / Report put before the council
	// Articles 7.3.c, 7.4.c: the advisory team's; 7.6.c, 7.6.e: the OCOP office's
	Advice *Letter `json:"advice,omitempty"`
	// Cách lấy ý kiến / How the members were heard
	// Articles 7.3.d, 7.6.d: in a meeting, or in writing for a re-assessment
	Form CouncilForm `json:"form,omitempty" validate:"omitempty,oneof=meeting written"`
	// Lý do họp trực tiếp / Why a meeting was held
	// Articles 7.6.d, 7.6.e: for a re-assessment
	Reason string `json:"reason,omitempty" validate:"omitempty,ocop_prose=2000"`
	// Báo cáo kết quả của Hội đồng / The council's report
	// Articles 6.3.a, 7.3.d, 7.4.d
	Report *Letter `json:"report,omitempty"`
	// Số thành viên Hội đồng / Members that the council has
	// Articles 7.3.b, 7.4.b
	Seats int `json:"seats,omitempty" validate:"omitempty,min=1,max=100"`
	// Phiếu của thành viên / Members' sheets
	// Appendix II
	Members []CouncilMember `json:"members" validate:"min=1,max=100,dive"`
	// Thành viên vắng mặt / Members who gave no sheet
	// Articles 7.3.b, 7.4.b
	Absent []AbsentMember `json:"absent,omitempty" validate:"max=100,dive"`
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
	// Họ tên và chức vụ / Name and position
	// Articles 7.3.b, 7.4.b
	Name string `json:"name,omitempty" validate:"omitempty,ocop_line=200"`
	// Đơn vị đại diện / Office that the member stands for
	// Articles 7.3.b, 7.4.b
	Office Office `json:"office,omitempty" validate:"omitempty,ocop_council_office"`
	// Chủ tịch Hội đồng / Chair
	// Articles 7.3.b, 7.4.b
	Chair bool `json:"chair,omitempty"`
	// Mức điểm đã chọn theo tiêu chí / Option for each criterion
	// Appendix II
	Answers map[string]string `json:"answers" validate:"required,dive,required"`
}

// AbsentMember is a member who gave no sheet.
type AbsentMember struct {
	// Họ tên và chức vụ / Name and position
	// Articles 7.3.b, 7.4.b
	Name string `json:"name,omitempty" validate:"omitempty,ocop_line=200"`
	// Đơn vị đại diện / Office that the member stands for
	// Articles 7.3.b, 7.4.b
	Office Office `json:"office" validate:"required,ocop_council_office"`
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
