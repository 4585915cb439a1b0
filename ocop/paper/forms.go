package paper

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/dossier/codes/places"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
	"github.com/ocop-vn/ocop-go/scoring/rubric"
)

// formPaper fills a form in from a dossier; without words its product set is not
// known.
type formPaper struct {
	builder
	x     *dossier.Dossier
	set   scoring.Set
	words words
}

func newForm(x *dossier.Dossier, in *rubric.Set, l lang.Lang) formPaper {
	set, _ := qd26.Edition().Set(x.Product.Set)
	return formPaper{builder{lang: l}, x, set, words{in, l}}
}

// province is the province with its rank within a sentence, as tỉnh Đắk Lắk, or a
// blank.
func (f *formPaper) province() string {
	name, ok := places.Province(f.x.Registration.Province)
	if !ok {
		return f.say("tỉnh ", "the province of ") + dots
	}
	return within(name)
}

// commune is the commune with its rank within a sentence, as xã Ea Tul, or a blank.
func (f *formPaper) commune() string {
	commune, ok := places.Commune(f.x.Registration.Commune)
	if !ok {
		return f.say("xã ", "the commune of ") + dots
	}
	return within(commune.Name)
}

// named is the commune's name without its rank, "" where it is not known.
func (f *formPaper) named() string {
	commune, _ := places.Commune(f.x.Registration.Commune)
	name := commune.Name
	for _, rank := range []string{"Xã ", "Phường ", "Đặc khu "} {
		name = strings.TrimPrefix(name, rank)
	}
	return name
}

// within is a name with a rank as it stands within a sentence: xã, not Xã.
func within(name string) string {
	first, size := utf8.DecodeRuneInString(name)
	return string(unicode.ToLower(first)) + name[size:]
}

// Registration is form 01 of a dossier: the registration form (Appendix III).
func Registration(x *dossier.Dossier, words *rubric.Set, l lang.Lang) Paper {
	f := newForm(x, words, l)
	f.motto()
	f.heading(1, "PHIẾU ĐĂNG KÝ", "REGISTRATION FORM")
	f.paragraph(StyleCentre, "Tham gia đánh giá, phân hạng sản phẩm OCOP", "To take part in the assessment and ranking of OCOP products")
	year := ""
	if n := x.Registration.Year; n != 0 {
		year = strconv.Itoa(n)
	}
	f.paragraph(StyleCentre, "của "+f.province()+" năm "+orBlank(year), "of "+f.province()+" in "+orBlank(year))
	f.heading(3, "1. Thông tin về đơn vị đăng ký:", "1. Who registers:")
	p, r := &x.Producer, &x.Producer.Representative
	f.field("- Tên đơn vị:", "- Name:", p.Name)
	f.field("- Họ tên người đại diện pháp lý:", "- Legal representative:", r.Name)
	f.field("- Chức vụ:", "- Position:", r.Position)
	f.field("- Địa chỉ liên hệ:", "- Address:", p.Address)
	f.field("- Điện thoại:", "- Telephone:", p.Phone)
	f.field("  Email:", "  E-mail:", p.Email)
	f.field("2. Tên sản phẩm:", "2. Product:", x.Product.Name)
	f.field("3. Nhóm sản phẩm đăng ký (Ngành, Nhóm, Phân nhóm¹):", "3. Class of the product (sector, group, subgroup¹):", f.class())
	f.ticks("4. Lần đăng ký đánh giá:", "4. Kind of application:",
		f.box("Lần đầu", "First", x.Application == dossier.ApplicationFirst),
		f.box("Nâng hạng", "Upgrade", x.Application == dossier.ApplicationUpgrade),
		f.box("Đánh giá lại", "Re-assessment", x.Application == dossier.ApplicationReassessment))
	f.heading(3, "5. Tài liệu kèm theo:", "5. Attached:")
	f.add(Node{Kind: KindList, Items: bullets(f.say("Báo cáo đánh giá về sản phẩm theo Bộ tiêu chí (bản gốc, bản điện tử).", "Assessment report by the rubric (original, electronic copy)."))})
	samples := ""
	if n := x.Registration.Samples; n != 0 {
		samples = strconv.Itoa(n)
	}
	f.field("- Sản phẩm mẫu (số lượng):", "- Samples (how many):", samples)
	f.paragraph(StylePlain,
		"Cam đoan thông tin trong phiếu là đúng sự thật; cam kết tuân thủ quy định về đánh giá, phân hạng sản phẩm OCOP và chịu trách nhiệm trước Hội đồng và pháp luật về hồ sơ đăng ký.",
		"We declare that what is said here is true, keep to the rules on the assessment and ranking of OCOP products, and answer to the council and the law for the dossier.")
	f.signatures(Signer{}, Signer{
		Place: f.placeAndDay("", x.Registration.Date), Title: f.say("ĐẠI DIỆN", "FOR THE PRODUCER"),
		Note: f.say("(Ký, đóng dấu, ghi rõ họ tên)", "(signature, seal, full name)"), Name: r.Name,
	})
	f.paragraph(StyleNote, "¹ Theo Phụ lục I về Danh mục phân loại sản phẩm.", "¹ By Appendix I, the classification of products.")
	f.pageBreak()
	f.heading(2, "PHẦN DÀNH CHO CƠ QUAN QUẢN LÝ", "FOR THE OFFICES")
	f.receipt("DÀNH CHO ỦY BAN NHÂN DÂN CẤP XÃ", "FOR THE COMMUNE", x.Registration.CommuneReceipt)
	f.receipt("DÀNH CHO CƠ QUAN QUẢN LÝ OCOP CẤP TỈNH", "FOR THE PROVINCE'S OCOP OFFICE", x.Registration.ProvinceReceipt)
	return f.paper(Form01, "Phiếu đăng ký", "Registration form")
}

// receipt is an office's part of form 01.
func (f *formPaper) receipt(vi, en string, r *dossier.Receipt) {
	if r == nil {
		r = &dossier.Receipt{}
	}
	number := r.Number
	if number == "" {
		number = "……-……/PĐK-" + orBlank(f.x.Registration.Province) + "-" + orBlank(f.x.Registration.Commune) + "-" + orBlank("")
	}
	f.heading(3, vi, en)
	f.field("Phiếu số:", "Number:", number)
	f.field("Ngày nhận:", "Received on:", f.date(r.Date))
	f.field("Người tiếp nhận:", "Received by:", r.Receiver)
	f.field("Chữ ký:", "Signature:", "")
	f.signatures(Signer{}, Signer{Title: f.say("Cơ quan tiếp nhận", "Office that receives"), Note: f.say("(Ký, đóng dấu và ghi rõ họ tên)", "(signature, seal and full name)")})
}

// class is the product's place in Appendix I.
func (f *formPaper) class() string {
	p := &f.x.Product
	if p.Sector == "" {
		return ""
	}
	parts := []string{f.say("Ngành "+p.Sector, "Sector "+p.Sector)}
	if name := qd26.SectorName(p.Sector); name.Vi != "" {
		parts[0] += " (" + name.In(f.lang) + ")"
	}
	if p.Group != "" {
		parts = append(parts, f.say("nhóm ", "group ")+p.Group)
	}
	if p.Subgroup != "" {
		parts = append(parts, f.say("phân nhóm ", "subgroup ")+p.Subgroup)
	}
	if f.words.set != nil {
		parts = append(parts, f.say("bộ sản phẩm ", "product set ")+strconv.Itoa(f.set.No())+" ("+f.words.name()+")")
	}
	return strings.Join(parts, ", ")
}

// representative are the fields that forms 02 and 03 print of the representative.
func (f *formPaper) representative() {
	r := &f.x.Producer.Representative
	gender := ""
	switch r.Gender {
	case "female":
		gender = f.say("Nữ", "Female")
	case "male":
		gender = f.say("Nam", "Male")
	}
	f.field("- Họ tên:", "- Name:", r.Name)
	f.field("- Giới tính (Nam/nữ):", "- Gender (male/female):", gender)
	f.field("  Dân tộc:", "  Ethnicity:", r.Ethnicity)
	f.field("- Địa chỉ thường trú:", "- Permanent address:", r.Address)
}

func (f *formPaper) paper(name Name, vi, en string) Paper {
	title := f.say(vi, en)
	if product := f.x.Product.Name; product != "" {
		title += ": " + product
	}
	return Paper{Name: name, Lang: f.lang, Title: title, Nodes: f.nodes}
}

// CommuneReport is form 03 of a dossier: the commune's report (Appendix III).
func CommuneReport(x *dossier.Dossier, words *rubric.Set, l lang.Lang) Paper {
	f := newForm(x, words, l)
	c := x.CommuneReport
	if c == nil {
		c = &dossier.CommuneReport{}
	}
	f.letterhead(f.say("ỦY BAN NHÂN DÂN ", "PEOPLE'S COMMITTEE OF ")+strings.ToUpper(f.commune()), f.say("Số: ", "No.: ")+orBlank(c.Report))
	f.paragraph(StyleCentre, f.placeAndDay(f.named(), c.Date), f.placeAndDay(f.named(), c.Date))
	f.heading(1, "BÁO CÁO", "REPORT")
	f.paragraph(StyleCentre, "Đánh giá một số nội dung của hồ sơ đăng ký tham gia đánh giá, phân hạng sản phẩm OCOP", "On some contents of a dossier for the assessment and ranking of an OCOP product")
	f.heading(2, "I. THÔNG TIN CHUNG VỀ HỒ SƠ SẢN PHẨM", "I. THE DOSSIER")
	f.field("1. Tên chủ thể:", "1. Producer:", x.Producer.Name)
	f.field("2. Loại hình tổ chức:", "2. Kind of organisation:", x.Producer.Kind.Name().In(l))
	f.field("3. Địa chỉ:", "3. Address:", x.Producer.Address)
	f.heading(3, "4. Tên người đại diện pháp luật:", "4. Legal representative:")
	f.representative()
	f.field("5. Sản phẩm đăng ký đánh giá:", "5. Product to be assessed:", x.Product.Name)
	f.heading(2, "II. ĐÁNH GIÁ MỘT SỐ NỘI DUNG CỦA HỒ SƠ SẢN PHẨM", "II. SOME CONTENTS OF THE DOSSIER")
	f.finding("1. Về sử dụng nguyên liệu địa phương:", "1. Local materials:", &c.Materials, true)
	f.finding("2. Về sử dụng lao động địa phương:", "2. Local labour:", &c.Labour, true)
	f.finding("3. Nguồn gốc ý tưởng sản phẩm:", "3. Origin of the idea:", &c.Idea, false)
	f.finding("4. Bản sắc/trí tuệ địa phương:", "4. Local identity and knowledge:", &c.Identity, false)
	f.paragraph(StylePlain,
		"Ủy ban nhân dân "+f.commune()+" đề nghị Ủy ban nhân dân "+f.province()+" đánh giá, phân hạng sản phẩm OCOP cho sản phẩm "+orBlank(x.Product.Name)+" của "+orBlank(x.Producer.Name)+".",
		"The People's Committee of "+f.commune()+" asks the People's Committee of "+f.province()+" to assess and rank the product "+orBlank(x.Product.Name)+" of "+orBlank(x.Producer.Name)+".")
	f.signatures(Signer{}, Signer{
		Title: f.say("T.M ỦY BAN NHÂN DÂN ", "FOR THE PEOPLE'S COMMITTEE OF ") + strings.ToUpper(f.commune()),
		Note:  f.say("(Ký tên và đóng dấu)", "(signature and seal)"),
	})
	return f.paper(Form03, "Báo cáo của UBND cấp xã", "The commune's report")
}

// finding is one content of form 03: what the producer describes, where the form
// asks for it, and what the commune finds.
func (f *formPaper) finding(vi, en string, c *dossier.Finding, described bool) {
	f.heading(3, vi, en)
	if described {
		f.prose("Mô tả của chủ thể:", "As the producer describes it:", c.Described, 2)
	}
	f.prose("Đánh giá của UBND cấp xã:", "As the commune finds it:", c.Assessed, 3)
}
