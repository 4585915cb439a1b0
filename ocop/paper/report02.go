package paper

import (
	"strconv"
	"strings"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
	"github.com/ocop-vn/ocop-go/scoring/rubric"
)

// SelfAssessmentReport is form 02 of a dossier: the producer's report with its
// claims criterion by criterion and the annex of evidence (Appendix III).
func SelfAssessmentReport(x *dossier.Dossier, words *rubric.Set, l lang.Lang) Paper {
	f := newForm(x, words, l)
	f.heading(1, "BÁO CÁO TỰ ĐÁNH GIÁ VỀ SẢN PHẨM", "SELF-ASSESSMENT REPORT ON A PRODUCT")
	f.paragraph(StyleCentre, "(Dành cho chủ thể có sản phẩm đăng ký)", "(for the producer who registers it)")
	f.general()
	f.results()
	f.claims()
	f.annex()
	f.plan()
	return f.paper(Form02, "Báo cáo tự đánh giá", "Self-assessment report")
}

// general is part I.
func (f *formPaper) general() {
	p := &f.x.Producer
	f.heading(2, "Phần I. THÔNG TIN CHUNG", "Part I. GENERAL")
	f.field("1. Tên chủ thể:", "1. Producer:", p.Name)
	f.field("2. Loại hình tổ chức:", "2. Kind of organisation:", p.Kind.Name().In(f.lang))
	f.field("3. Địa chỉ:", "3. Address:", p.Address)
	f.field("4. Điện thoại:", "4. Telephone:", p.Phone)
	f.field("  Email:", "  E-mail:", p.Email)
	f.heading(3, "5. Tên người đại diện pháp luật:", "5. Legal representative:")
	f.representative()
	f.field("6. Ngày thành lập/đăng ký kinh doanh:", "6. Day of founding or business registration:", f.date(p.Founded))
	f.field("  Số giấy đăng ký (nếu có):", "  Number of the registration (if any):", p.LicenceNumber)
	f.prose("7. Tên sản phẩm/dịch vụ, mô tả về quy cách sản phẩm, tiêu chuẩn:", "7. Product or service, its specification and standard:", f.product(), 2)
	f.papers()
	f.prose("8. Lịch sử hình thành của chủ thể (nêu các giai đoạn hình thành và phát triển):", "8. History of the producer (how it came about and grew):", f.x.Report.History, 2)
	f.prose("9. Cơ cấu tổ chức của chủ thể:", "9. Organisation of the producer:", f.x.Report.Organisation, 1)
}

// product is name, specification and standard in one text.
func (f *formPaper) product() string {
	p := &f.x.Product
	parts := filled(p.Name, p.Specification, p.Standard)
	for i := range parts {
		parts[i] = strings.TrimSuffix(parts[i], ".")
	}
	return strings.Join(parts, ". ")
}

// papers are the boxes of item 7, and the exemptions beside them.
func (f *formPaper) papers() {
	p := &f.x.Report.Papers
	f.paragraph(StylePlain, "Đánh dấu (√) vào mục tương ứng:", "Tick what is there:")
	f.ticks("", "", f.box("a) Giấy đăng ký kinh doanh", "a) Business registration", p.BusinessRegistration))
	f.ticks("", "", f.box("b) Đã công bố chất lượng sản phẩm theo quy định", "b) Quality declared by the rules", p.QualityDeclared))
	f.ticks("c) Đã có các điều kiện sản xuất theo quy định:", "c) Conditions of production by the rules:",
		f.box("Giấy chứng nhận cơ sở đủ điều kiện vệ sinh an toàn thực phẩm", "Food-safety certificate of the facility", p.FoodSafety),
		f.box("Giấy chứng nhận cơ sở đủ điều kiện sản xuất bắt buộc theo quy định cho sản phẩm", "Certificate of the production conditions that are compulsory for the product", p.ProductionConditions))
	property := p.Trademark || p.SharedMark || p.Patent || p.IndustrialDesign || p.Copyright || p.Other != ""
	other := f.say("Khác (ghi rõ)", "Other (say which)")
	if p.Other != "" {
		other += ": " + p.Other
	}
	f.ticks("", "",
		f.box("d) Đã có đăng ký sở hữu trí tuệ", "d) Intellectual property registered", property),
		f.box("Giấy chứng nhận đăng ký nhãn hiệu", "Trademark certificate", p.Trademark),
		f.box("Văn bản ghi nhận quyền sử dụng chỉ dẫn địa lý, nhãn hiệu tập thể, nhãn hiệu chứng nhận", "Right to use a geographical indication, a collective or certification mark", p.SharedMark),
		f.box("Bằng sáng chế", "Patent", p.Patent),
		f.box("Bằng độc quyền kiểu dáng công nghiệp", "Industrial design patent", p.IndustrialDesign),
		f.box("Giấy chứng nhận bản quyền tác giả", "Copyright certificate", p.Copyright),
		Box{other, p.Other != ""})
	if len(f.x.Report.Exemptions) == 0 {
		return
	}
	f.added(func() {
		rows := make([]Row, 0, len(f.x.Report.Exemptions))
		for _, e := range f.x.Report.Exemptions {
			rows = append(rows, cells(qd26.EvidenceName(e.Paper).In(f.lang), e.Ground, f.titles(e.Evidence)))
		}
		f.table(Table{
			Head:   []string{f.say("Giấy tờ không phải có", "Paper that need not be there"), f.say("Lý do", "Ground"), f.say("Tài liệu", "Evidence")},
			Widths: []int{3, 4, 3}, Rows: rows,
		})
	})
}

func cells(texts ...string) Row {
	row := Row{Cells: make([]Cell, len(texts))}
	for i, text := range texts {
		row.Cells[i].Text = text
	}
	return row
}

// results is part II, with the figures beside it.
func (f *formPaper) results() {
	r := &f.x.Report.Results
	f.heading(2, "Phần II. KẾT QUẢ THỰC HIỆN PHƯƠNG ÁN SẢN XUẤT KINH DOANH", "Part II. RESULTS OF THE BUSINESS PLAN")
	f.prose("- Tổ chức vùng nguyên liệu, công nghệ sản xuất, sơ chế, chế biến, đóng gói sản phẩm:", "- Growing area, technology of production, processing and packing:", r.Materials, 3)
	f.prose("- Sự thay đổi về chất lượng sản phẩm: chất lượng, tiêu chuẩn chất lượng, bao bì, nhãn mác, hình thức đóng gói:", "- Changes in quality: quality, standard, packaging, labels, packing:", r.Quality, 3)
	f.prose("- Thị trường phân phối sản phẩm:", "- Markets:", r.Market, 3)
	f.prose("- Kết quả sản xuất, kinh doanh: doanh thu, lợi nhuận:", "- Business results: revenue, profit:", r.Business, 3)
	if len(r.Years) > 0 {
		f.added(f.years)
	}
	if f.x.Report.Figures != nil {
		f.added(f.figures)
	}
	f.sinceRecognition()
}

// years are the figures by year.
func (f *formPaper) years() {
	var rows []Row
	for i := range f.x.Report.Results.Years {
		y := &f.x.Report.Results.Years[i]
		output := figure("", y.Output, " "+y.Unit)
		rows = append(rows, cells(strconv.Itoa(y.Year), figure("", y.Revenue, ""), figure("", y.Profit, ""), output))
	}
	f.table(Table{
		Head:   []string{f.say("Năm", "Year"), f.say("Doanh thu (triệu đồng)", "Revenue (million đồng)"), f.say("Lợi nhuận (triệu đồng)", "Profit (million đồng)"), f.say("Sản lượng", "Output")},
		Widths: []int{1, 2, 2, 2}, Numbers: []int{0, 1, 2, 3}, Rows: rows,
	})
}

// figures are those beside the prose, each in a few words; what is not known is left out.
func (f *formPaper) figures() {
	x := f.x.Report.Figures
	var items []string
	item := func(vi, en string, parts ...string) {
		items = append(items, f.say(vi, en)+strings.Join(filled(parts...), ", "))
	}
	if w := x.Workers; w != nil {
		item("Lao động: ", "Workers: ", strconv.Itoa(w.Total), figure(f.say("trong xã ", "of the commune "), w.Local, ""), figure(f.say("đóng bảo hiểm ", "insured "), w.Insured, ""))
	}
	for i := range x.Materials {
		m := &x.Materials[i]
		item("Nguyên liệu: ", "Material: ", m.Name, figure("", m.Quantity, " "+m.Unit), m.Place,
			figure("", m.FromProvince, f.say("% từ trong tỉnh", "% from the province")), figure("", m.FromCommune, f.say("% từ trong xã", "% from the commune")))
	}
	if a := x.Area; a != nil {
		item("Vùng nguyên liệu: ", "Growing area: ", figure("", a.SquareMetres, " m²"), figure("", a.Households, f.say(" hộ", " households")), a.Place)
	}
	for i := range x.Contracts {
		c := &x.Contracts[i]
		since := ""
		if c.Since != "" {
			since = f.say("từ ", "since ") + f.date(c.Since)
		}
		item("Hợp đồng liên kết: ", "Linkage contract: ", c.Partner, figure("", c.Share, f.say("% sản lượng tiêu thụ", "% of the output sold")), since)
	}
	for i := range x.Markets {
		m := &x.Markets[i]
		item("Kênh bán hàng: ", "Sales channel: ", channelName(m.Channel).In(f.lang), m.Name, figure("", m.Share, "%"))
	}
	f.add(Node{Kind: KindList, Items: bullets(items...)})
}

// figure is a number with what stands around it; "" for none.
func figure(before string, n *int, behind string) string {
	if n == nil {
		return ""
	}
	return strings.TrimRight(before+strconv.Itoa(*n)+behind, " ") // its unit may not be known
}

// filled are the texts that are not empty.
func filled(texts ...string) []string {
	var there []string
	for _, text := range texts {
		if text != "" {
			there = append(there, text)
		}
	}
	return there
}

func channelName(channel string) lang.Text {
	switch channel {
	case "supermarket":
		return lang.Text{Vi: "siêu thị", En: "supermarket"}
	case "convenience-store":
		return lang.Text{Vi: "cửa hàng tiện lợi", En: "convenience store"}
	case "e-commerce":
		return lang.Text{Vi: "thương mại điện tử", En: "e-commerce"}
	case "shop":
		return lang.Text{Vi: "cửa hàng, đại lý", En: "shop or agent"}
	case "export":
		return lang.Text{Vi: "xuất khẩu", En: "export"}
	}
	return lang.Text{}
}

// sinceRecognition is what an upgrade and a re-assessment have to show (Articles
// 6.1.b, 6.1.c; form 02, part III, below the table).
func (f *formPaper) sinceRecognition() {
	if c := f.x.Changes; c != nil || f.x.Application == dossier.ApplicationUpgrade {
		if c == nil {
			c = &dossier.Changes{}
		}
		f.heading(3, "Những thay đổi so với sản phẩm đã được công nhận:", "What has changed since the product was recognised:")
		f.prose("Nội dung:", "Changes:", c.Description, 3)
		f.prose("Tài liệu minh chứng:", "Evidence:", f.titles(c.Evidence), 1)
	}
	u := f.x.Updates
	if u == nil && f.x.Application != dossier.ApplicationReassessment {
		return
	}
	if u == nil {
		u = &dossier.Updates{}
	}
	f.heading(3, "Cập nhật nội dung mới, thay đổi và kết quả sau 3 năm được công nhận OCOP:", "New contents, changes and results of three years since recognition:")
	f.prose("- Nguyên liệu:", "- Materials:", u.Materials, 1)
	f.prose("- Công nghệ sử dụng:", "- Technology:", u.Technology, 1)
	f.prose("- Bao bì:", "- Packaging:", u.Packaging, 1)
	f.prose("- Nhãn mác:", "- Labels:", u.Labels, 1)
	f.prose("- Công bố chất lượng:", "- Declaration of quality:", u.Declaration, 1)
	f.prose("- Phiếu kiểm nghiệm định kỳ:", "- Periodic test reports:", u.Tests, 1)
	f.prose("- Thị trường tiêu thụ:", "- Market:", u.Market, 1)
	f.prose("- Sản lượng:", "- Output:", u.Output, 1)
	f.prose("- Doanh thu:", "- Revenue:", u.Revenue, 1)
	f.prose("- Giấy tờ minh chứng pháp lý có thời hạn đã bổ sung:", "- Papers with a term that were renewed:", f.titles(u.Renewed), 1)
}

// claims is part III: what is claimed at each criterion in printed order, its
// points, what is said of it and what proves it.
func (f *formPaper) claims() {
	f.heading(2, "Phần III. ĐÁNH GIÁ KẾT QUẢ THỰC HIỆN THEO BỘ TIÊU CHÍ SẢN PHẨM OCOP", "Part III. ASSESSMENT BY THE RUBRIC")
	if f.words.set == nil {
		f.prose("", "", "", 5)
		return
	}
	t := Table{
		Head: []string{
			f.say("Tiêu chí", "Criterion"), f.say("Mức tự đánh giá", "Option claimed"), f.say("Điểm", "Points"),
			f.say("Mô tả, chứng minh", "Description"), f.say("Tài liệu minh chứng", "Evidence"),
		},
		Widths: []int{8, 8, 4, 12, 8}, Numbers: []int{2},
	}
	total, answered := 0, false
	parts(f.set, func(part string, criteria []scoring.Criterion) {
		t.Rows = append(t.Rows, Row{Strong: true, Cells: []Cell{{Text: f.part(part, f.words), Span: 5}}})
		sum, answeredHere := 0, false
		for _, c := range criteria {
			row, points, claimed := f.claim(c)
			sum += points
			answeredHere = answeredHere || claimed
			t.Rows = append(t.Rows, row)
		}
		total += sum
		answered = answered || answeredHere
		t.Rows = append(t.Rows, sumOf(f.say("Cộng phần ", "Part ")+part, known(sum, answeredHere)))
	})
	t.Rows = append(t.Rows, sumOf(f.say("Tổng điểm", "Total"), known(total, answered)))
	f.table(t)
}

// sumOf is a row with points below those of the criteria.
func sumOf(text, points string) Row {
	return Row{Strong: true, Cells: []Cell{{Text: text, Span: 2}, {Text: points}, {Span: 2}}}
}

// claim is what is claimed at a criterion, with its points; one that falls away counts 0.
func (f *formPaper) claim(c scoring.Criterion) (row Row, points int, claimed bool) {
	claim := f.x.Report.Claims[c.Code()]
	chosen, worth := "", pointsOf(c, claim.Option)
	switch {
	case fallsAway(c, func(code string) string { return f.x.Report.Claims[code].Option }):
		chosen, worth = f.say("không áp dụng", "does not apply"), "0"
	case claim.Option == scoring.NoneCode:
		chosen = f.say("không đạt mức nào", "none of the options")
	default:
		for _, o := range c.Options() {
			if o.Code == claim.Option {
				chosen, points = f.words.option(c.Code(), &o), o.Points
			}
		}
	}
	return cells(f.words.criterion(c.Code()), chosen, worth, claim.Description, f.titles(claim.Evidence)), points, worth != ""
}

// titles are the titles of pieces of evidence by their ids.
func (f *formPaper) titles(ids []string) string {
	texts := make([]string, len(ids))
	for i, id := range ids {
		texts[i] = id
		for j := range f.x.Evidence {
			if e := &f.x.Evidence[j]; e.ID == id {
				texts[i] = strconv.Itoa(j+1) + ". " + f.title(e)
				break
			}
		}
	}
	return strings.Join(texts, "; ")
}

// title is what a piece of evidence is called, by its kind where it has no title.
func (f *formPaper) title(e *dossier.Evidence) string {
	if e.Title != "" {
		return e.Title
	}
	return qd26.EvidenceName(e.Kind).In(f.lang)
}

// annex lists the pieces of evidence.
func (f *formPaper) annex() {
	f.heading(3, "Phụ lục: tài liệu minh chứng kèm theo", "Annex: evidence")
	t := Table{
		Head: []string{
			f.say("TT", "No."), f.say("Nội dung", "Kind"), f.say("Tài liệu", "Paper"), f.say("Số, nơi cấp", "Number, issuer"), f.say("Ngày cấp, hết hạn", "Issued, expires"), f.say("Tệp", "File"),
		},
		Widths: []int{3, 8, 11, 8, 7, 8}, Numbers: []int{0},
	}
	for i := range f.x.Evidence {
		e := &f.x.Evidence[i]
		file := e.File.Name
		if e.Pages != "" {
			file += f.say(", trang ", ", pages ") + e.Pages
		}
		t.Rows = append(t.Rows, cells(strconv.Itoa(i+1), qd26.EvidenceName(e.Kind).In(f.lang), f.title(e), joined(e.Number, e.Issuer), joined(f.date(e.Issued), f.date(e.Expires)), file))
	}
	for len(t.Rows) < 5 { // room to write
		t.Rows = append(t.Rows, cells("", "", "", "", "", ""))
	}
	f.table(t)
}

func joined(texts ...string) string { return strings.Join(filled(texts...), "; ") }

// plan is part IV.
func (f *formPaper) plan() {
	p := &f.x.Report.Plan
	f.heading(2, "Phần IV. KẾ HOẠCH SẢN XUẤT, KINH DOANH", "Part IV. BUSINESS PLAN")
	f.prose("- Phát triển sản phẩm:", "- Product:", p.Product, 2)
	f.prose("- Tổ chức sản xuất:", "- Production:", p.Production, 2)
	f.prose("- Thị trường:", "- Market:", p.Market, 2)
	f.signatures(Signer{}, Signer{
		Place: f.placeAndDay("", f.x.Report.Date), Title: f.say("ĐẠI DIỆN THEO PHÁP LUẬT CỦA CƠ SỞ", "LEGAL REPRESENTATIVE"),
		Note: f.say("(Ký, họ tên, đóng dấu)", "(signature, full name, seal)"), Name: f.x.Producer.Representative.Name,
	})
}
