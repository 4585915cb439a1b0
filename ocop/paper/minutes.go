package paper

import (
	"strconv"
	"strings"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/rubric"
)

// CouncilMinutes is what minutes are made of: a council with what it comes to, and
// of its record in a dossier what that says beside.
type CouncilMinutes struct {
	Council  *scoring.Council
	Outcome  *scoring.CouncilOutcome
	Words    *rubric.Set
	About    scoring.About
	Members  []scoring.MemberRemarks // of the council's members, in their order; none where a record names them
	Record   *dossier.CouncilRecord  // nil where there is none
	Ministry bool                    // it is the ministry's council
}

// minutesPaper writes minutes.
type minutesPaper struct {
	builder
	*CouncilMinutes

	words words
}

// MinutesOf is the minutes of a council: who was there, member by criterion, the
// minima on which they differ, the spread, the result, and room to sign.
func MinutesOf(m *CouncilMinutes, l lang.Lang) Paper {
	p := minutesPaper{builder{lang: l}, m, words{m.Words, l}}
	p.motto()
	p.heading(1, "BIÊN BẢN HỌP HỘI ĐỒNG", "MINUTES OF THE COUNCIL")
	if m.Ministry {
		p.paragraph(StyleCentre, "Đánh giá, phân hạng sản phẩm OCOP cấp trung ương", "that assesses and ranks OCOP products at the ministry")
	} else {
		p.paragraph(StyleCentre, "Đánh giá, phân hạng sản phẩm OCOP cấp tỉnh", "that assesses and ranks OCOP products in the province")
	}
	p.record()
	p.field("Sản phẩm:", "Product:", m.About.Product)
	p.field("Chủ thể:", "Producer:", m.About.Producer)
	p.field("Địa chỉ:", "Address:", m.About.Address)
	p.field("Bộ sản phẩm:", "Product set:", strconv.Itoa(m.Council.Set.No())+". "+p.words.name())
	p.heading(2, "1. Thành viên và tổng điểm", "1. Members and totals")
	p.members()
	p.heading(2, "2. Điểm của từng thành viên theo tiêu chí", "2. Members' points by criterion")
	p.byCriterion()
	p.heading(2, "3. Kết quả", "3. Result")
	p.result()
	p.heading(2, "4. Ý kiến khác nhau", "4. Where members differ")
	p.differences()
	p.prose("Ý kiến khác của Hội đồng:", "Other remarks of the council:", "", 3)
	p.signatures(
		Signer{Title: p.say("THƯ KÝ", "SECRETARY"), Note: p.say("(Ký, ghi rõ họ tên)", "(signature, full name)")},
		Signer{Place: p.placeAndDay(m.About.Place, m.About.Day), Title: p.say("CHỦ TỊCH HỘI ĐỒNG", "CHAIR"), Note: p.say("(Ký, ghi rõ họ tên)", "(signature, full name)"), Name: p.chair()},
	)
	title := p.say("Biên bản Hội đồng", "Minutes of the council")
	if m.About.Product != "" {
		title += ": " + m.About.Product
	}
	return Paper{Name: Minutes, Lang: l, Title: title, Wide: true, Nodes: p.nodes}
}

// record is what the dossier says of how the council was set up and heard.
func (p *minutesPaper) record() {
	r := p.Record
	if r == nil {
		r = &dossier.CouncilRecord{Date: p.About.Day}
	}
	p.field("Biên bản số:", "Minutes no.:", r.Minutes)
	p.field("Ngày họp:", "Day:", p.date(r.Date))
	p.field("Quyết định thành lập Hội đồng:", "Decision that set the council up:", p.letter(r.Established))
	if r.Regulation != nil {
		p.field("Quy chế hoạt động:", "Rules of procedure:", p.letter(r.Regulation))
	} else {
		p.field("Quy chế hoạt động:", "Rules of procedure:", p.rules())
	}
	form := ""
	switch r.Form {
	case dossier.CouncilMeeting:
		form = p.say("họp trực tiếp", "in a meeting")
	case dossier.CouncilWritten:
		form = p.say("lấy ý kiến bằng văn bản", "in writing")
	}
	p.field("Cách lấy ý kiến:", "How the members were heard:", joined(form, r.Reason))
}

func (p *minutesPaper) letter(l *dossier.Letter) string {
	if l == nil {
		return ""
	}
	return p.say("số "+l.Number+" ngày "+p.date(l.Date), l.Number+" of "+p.date(l.Date))
}

// rules are the rules of procedure as a council itself names them.
func (p *minutesPaper) rules() string {
	rules, day := p.About.Rules, p.date(p.About.RulesDay)
	if day != "" {
		rules += p.say(" ngày ", " of ") + day
	}
	return strings.TrimPrefix(rules, " ")
}

// name is how a member is called: by name where that or the record has it, or as who
// filled in the sheet; else by id.
func (p *minutesPaper) name(id string) string {
	if p.Record != nil {
		for i := range p.Record.Members {
			if m := &p.Record.Members[i]; m.ID == id && m.Name != "" {
				return m.Name
			}
		}
	}
	for i := range min(len(p.Members), len(p.Council.Members)) {
		if p.Council.Members[i].ID != id {
			continue
		}
		m := &p.Members[i]
		switch {
		case m.Name != "":
			return m.Name
		case m.Remarks.About.Assessor != "":
			return m.Remarks.About.Assessor
		}
	}
	return id
}

func (p *minutesPaper) chair() string {
	for _, m := range p.Outcome.Members {
		if m.Chair {
			return p.name(m.ID)
		}
	}
	return ""
}

func (p *minutesPaper) members() {
	present := strconv.Itoa(p.Outcome.Count)
	if p.Outcome.Seats > 0 {
		seats := strconv.Itoa(p.Outcome.Seats)
		p.paragraph(StylePlain, "Có mặt "+present+" trên "+seats+" thành viên.", present+" of "+seats+" members present.")
	} else {
		members := " members"
		if p.Outcome.Count == 1 {
			members = " member"
		}
		p.paragraph(StylePlain, "Có mặt "+present+" thành viên.", present+members+" present.")
	}
	t := Table{
		Head: []string{
			p.say("TT", "No."), p.say("Thành viên", "Member"), p.say("Phần A", "Part A"), p.say("Phần B", "Part B"), p.say("Phần C", "Part C"),
			p.say("Tổng", "Total"), p.say("Chữ ký", "Signature"),
		},
		Widths: []int{2, 16, 3, 3, 3, 3, 8}, Numbers: []int{0, 2, 3, 4, 5},
	}
	for i, m := range p.Outcome.Members {
		name := p.name(m.ID)
		if m.Chair {
			name += p.say(" (chủ tịch)", " (chair)")
		}
		t.Rows = append(t.Rows, cells(strconv.Itoa(i+1), name, strconv.Itoa(m.Parts.A), strconv.Itoa(m.Parts.B), strconv.Itoa(m.Parts.C), strconv.Itoa(m.Total), ""))
	}
	p.table(t)
	if p.Record == nil || len(p.Record.Absent) == 0 {
		return
	}
	var names []string
	for _, a := range p.Record.Absent {
		if a.Name == "" {
			a.Name = a.Office.NameOn(p.Ministry).In(p.lang)
		}
		names = append(names, a.Name)
	}
	p.field("Vắng mặt:", "Absent:", strings.Join(names, "; "))
}

// byCriterion has a column of points for each member, numbered as above.
func (p *minutesPaper) byCriterion() {
	t := Table{Head: []string{p.say("Tiêu chí", "Criterion"), p.say("Tối đa", "At most")}, Widths: []int{8, 2}, Numbers: []int{1}}
	for i := range p.Council.Members {
		t.Head = append(t.Head, strconv.Itoa(i+1))
		t.Widths = append(t.Widths, 1)
		t.Numbers = append(t.Numbers, i+2)
	}
	parts(p.Council.Set, func(part string, criteria []scoring.Criterion) {
		t.Rows = append(t.Rows, Row{Strong: true, Cells: []Cell{{Text: p.part(part, p.words), Span: len(t.Head)}}})
		for _, c := range criteria {
			row := cells(p.words.criterion(c.Code()), strconv.Itoa(c.Max()))
			for j := range p.Council.Members {
				row.Cells = append(row.Cells, Cell{Text: points(c, &p.Council.Members[j].Sheet)})
			}
			t.Rows = append(t.Rows, row)
		}
	})
	p.table(t)
}

// points are those of a member's choice at a criterion; "" where there is none,
// and a dash where it falls away.
func points(c scoring.Criterion, sheet *scoring.Sheet) string {
	if fallsAway(c, sheet.Chosen) {
		return "–"
	}
	return pointsOf(c, sheet.Chosen(c.Code()))
}

// result is the average with its exact parts, the rules of procedure, the spread
// and what it all comes to.
func (p *minutesPaper) result() {
	o := p.Outcome
	average := o.Average()
	if p.lang != lang.En {
		average = strings.Replace(average, ".", ",", 1)
	}
	sum := strconv.Itoa(o.Sum) + " / " + strconv.Itoa(o.Count)
	p.field("Tổng điểm trung bình (số cuối cắt bỏ, không làm tròn):", "Average (cut off, not rounded):", sum+" = "+average)
	if len(o.Widest) == 2 {
		spread := strconv.Itoa(o.Spread)
		names := p.name(o.Widest[0]) + "; " + p.name(o.Widest[1])
		p.field("Chênh lệch lớn nhất:", "Widest apart:", p.say(spread+" điểm ("+names+")", spread+" points ("+names+")"))
	}
	for _, g := range p.Council.Set.PrintedGates() {
		for _, found := range o.Gates {
			if found.ID == g.ID {
				p.field("Trường hợp bị loại hoặc dừng đánh giá:", "Knock-out found:", p.words.gate(g.ID))
			}
		}
	}
	p.field("Kết quả:", "Result:", p.outcome())
}

func (p *minutesPaper) outcome() string {
	star := strconv.Itoa(p.Outcome.Star)
	switch p.Outcome.Status {
	case scoring.StatusClassified:
		text := p.say(star+" sao", star+" of 5 stars")
		if p.Outcome.Star < p.Outcome.Band {
			band := strconv.Itoa(p.Outcome.Band)
			text += p.say(" (điểm ở mức "+band+" sao nhưng có mức tối thiểu chưa đạt)", " (the points are in band "+band+", but a minimum is missed)")
		}
		return text
	case scoring.StatusRejected:
		return p.say("hồ sơ bị loại", "dossier rejected")
	case scoring.StatusStopped:
		return p.say("dừng đánh giá", "assessment stopped")
	case scoring.StatusNoQuorum:
		return p.say("không đủ thành viên hoặc vắng chủ tịch: chưa có kết quả", "no quorum, or no chair: there is no result")
	case scoring.StatusIncomplete:
		return p.say("có phiếu chưa chấm xong: chưa có kết quả", "a sheet is incomplete: there is no result yet")
	default: // spread too wide
		return p.say("chênh lệch quá lớn: thảo luận và chấm lại", "too far apart: discuss and score again")
	}
}

// differences are the pairs too far apart, the minima on which members differ and
// the criteria on which they lie 2 points or more apart.
func (p *minutesPaper) differences() {
	const notable = 2
	var items []string
	for _, pair := range p.Outcome.Pairs {
		names, n := p.name(pair.Members[0])+"; "+p.name(pair.Members[1]), strconv.Itoa(pair.Points)
		items = append(items, p.say(names+": cách nhau "+n+" điểm", names+": "+n+" points apart"))
	}
	for _, x := range p.Outcome.Contested {
		name, star, met, missed := p.words.criterion(x.Criterion.Code()), strconv.Itoa(x.Star), strconv.Itoa(x.Met), strconv.Itoa(x.Missed)
		items = append(items, p.say("Mức tối thiểu "+star+" sao ở "+name+": "+met+" đạt, "+missed+" chưa đạt", "Minimum of "+star+" stars at "+name+": "+met+" met, "+missed+" missed"))
	}
	for _, d := range p.Outcome.Disagreements {
		if d.Most-d.Least < notable {
			break
		}
		name, least, most := p.words.criterion(d.Criterion.Code()), strconv.Itoa(d.Least), strconv.Itoa(d.Most)
		items = append(items, p.say(name+": từ "+least+" đến "+most+" điểm", name+": "+least+" to "+most+" points"))
	}
	if len(items) == 0 {
		p.paragraph(StylePlain, "Không có.", "None.")
		return
	}
	p.add(Node{Kind: KindList, Items: bullets(items...)})
}
