package paper

import (
	"iter"
	"strconv"
	"strings"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/rubric"
)

// AboutDossier is what a dossier says of itself at the head of a paper. What is empty
// is left to write.
func AboutDossier(x *dossier.Dossier) scoring.About {
	return scoring.About{Product: x.Product.Name, Producer: x.Producer.Name, Address: x.Producer.Address}
}

// sheetPaper is a score sheet to look at or to fill in.
type sheetPaper struct {
	builder
	sheet   *scoring.Sheet
	result  scoring.Result
	set     scoring.Set
	words   words
	remarks *scoring.Remarks
}

func newSheet(sheet *scoring.Sheet, in *rubric.Set, remarks *scoring.Remarks, l lang.Lang) sheetPaper {
	if remarks == nil {
		remarks = &scoring.Remarks{}
	}
	return sheetPaper{builder{lang: l}, sheet, scoring.Score(sheet), sheet.Set(), words{in, l}, remarks}
}

// MemberSheet is the score sheet of a council's member, filled in as far as the
// sheet is and with what stands beside its answers, nil for nothing: an empty one is a
// form to fill in by hand.
func MemberSheet(sheet *scoring.Sheet, in *rubric.Set, remarks *scoring.Remarks, l lang.Lang) Paper {
	s := newSheet(sheet, in, remarks, l)
	about := &s.remarks.About
	s.motto()
	s.heading(1, "PHIẾU CHẤM ĐIỂM", "SCORE SHEET")
	s.paragraph(StyleCentre, "của thành viên Hội đồng đánh giá, phân hạng sản phẩm OCOP", "of a member of the council that assesses and ranks OCOP products")
	s.head()
	s.field("Thành viên Hội đồng:", "Member of the council:", about.Assessor)
	s.criteria(Table{
		Head:   []string{s.say("Tiêu chí", "Criterion"), s.say("Mức điểm (đánh dấu √ một mức)", "Options (tick one)"), s.say("Tối đa", "At most"), s.say("Điểm", "Points")},
		Widths: []int{9, 20, 3, 3}, Numbers: []int{2, 3},
	}, s.boxes)
	s.gates()
	s.signatures(Signer{}, Signer{
		Place: s.placeAndDay(about.Place, about.Day), Title: s.say("THÀNH VIÊN HỘI ĐỒNG", "MEMBER OF THE COUNCIL"),
		Note: s.say("(Ký, ghi rõ họ tên)", "(signature, full name)"), Name: about.Assessor,
	})
	return s.paper(ScoreSheet, "Phiếu chấm điểm", "Score sheet")
}

// OwnSheet is a producer's own scoring, which says that it is no more than that. It
// has the options chosen and not the others, to be a page or two.
func OwnSheet(sheet *scoring.Sheet, in *rubric.Set, remarks *scoring.Remarks, l lang.Lang) Paper {
	s := newSheet(sheet, in, remarks, l)
	about := &s.remarks.About
	s.heading(1, "PHIẾU TỰ ĐÁNH GIÁ", "SELF-ASSESSMENT")
	s.paragraph(StyleCentre, "Chủ thể tự chấm để chuẩn bị hồ sơ; không thay phiếu của Hội đồng.", "A producer's own scoring, to prepare a dossier; it stands for no sheet of a council.")
	s.head()
	s.criteria(Table{
		Head:   []string{s.say("Tiêu chí", "Criterion"), s.say("Mức tự chấm", "Option chosen"), s.say("Tối đa", "At most"), s.say("Điểm", "Points")},
		Widths: []int{13, 16, 3, 3}, Numbers: []int{2, 3},
	}, s.choice)
	s.gates()
	s.verdict()
	s.signatures(Signer{}, Signer{
		Place: s.placeAndDay(about.Place, about.Day), Title: s.say("CHỦ THỂ", "PRODUCER"), Note: s.say("(Ký, ghi rõ họ tên)", "(signature, full name)"), Name: about.Assessor,
	})
	return s.paper(SelfAssessment, "Phiếu tự đánh giá", "Self-assessment")
}

func (s *sheetPaper) paper(name Name, vi, en string) Paper {
	title := s.say(vi, en)
	if s.remarks.About.Product != "" {
		title += ": " + s.remarks.About.Product
	}
	return Paper{Name: name, Lang: s.lang, Title: title, Nodes: s.nodes}
}

func (s *sheetPaper) head() {
	s.field("Sản phẩm:", "Product:", s.remarks.About.Product)
	s.field("Chủ thể:", "Producer:", s.remarks.About.Producer)
	s.field("Địa chỉ:", "Address:", s.remarks.About.Address)
	s.field("Bộ sản phẩm:", "Product set:", strconv.Itoa(s.set.No())+". "+s.words.name())
}

// criteria is a table of all criteria, each with a cell of its options, with room
// for the points and their sums.
func (s *sheetPaper) criteria(t Table, options func(c scoring.Criterion, answer string) Cell) {
	points := map[string]int{"A": s.result.Parts.A, "B": s.result.Parts.B, "C": s.result.Parts.C}
	answered := false
	parts(s.set, func(part string, criteria []scoring.Criterion) {
		most := strconv.Itoa(s.set.PartMax(part))
		t.Rows = append(t.Rows, Row{Strong: true, Cells: []Cell{{Text: s.part(part, s.words), Span: 2}, {Text: most}, {}}})
		answeredHere := false
		for _, c := range criteria {
			answer := s.sheet.Chosen(c.Code())
			answeredHere = answeredHere || answer != ""
			t.Rows = append(t.Rows, Row{Cells: []Cell{{Text: s.words.criterion(c.Code())}, options(c, answer), {Text: strconv.Itoa(c.Max())}, {Text: s.worth(c, answer)}}})
			if text := s.beside(c.Code()); text != "" {
				t.Rows = append(t.Rows, Row{Cells: []Cell{{Text: text, Span: len(t.Head)}}})
			}
		}
		answered = answered || answeredHere
		t.Rows = append(t.Rows, Row{Strong: true, Cells: []Cell{{Text: s.say("Cộng phần ", "Part ") + part, Span: 2}, {Text: most}, {Text: known(points[part], answeredHere)}}})
	})
	t.Rows = append(t.Rows, Row{Strong: true, Cells: []Cell{{Text: s.say("Tổng điểm", "Total"), Span: 2}, {Text: "100"}, {Text: known(s.result.Total, answered)}}})
	s.table(t)
}

// beside is what stands at a criterion beside the answer, a line each: the evidence
// by its names, and the note.
func (s *sheetPaper) beside(code string) string {
	text := ""
	for i, kind := range s.remarks.Evidence[code] {
		if i == 0 {
			text = s.say("Minh chứng: ", "Evidence: ")
		} else {
			text += "; "
		}
		if name := evidenceName(s.set, kind).In(s.lang); name != "" {
			kind = name
		}
		text += kind
	}
	if note := s.remarks.Notes[code]; note != "" {
		text += s.say("\nGhi chú: ", "\nNote: ") + note
	}
	return strings.TrimPrefix(text, "\n")
}

// known is a number of points; "" where nothing is answered that it could come from.
func known(points int, answered bool) string {
	if !answered {
		return ""
	}
	return strconv.Itoa(points)
}

// worth are an answer's points, "" for none; a criterion that falls away counts 0.
func (s *sheetPaper) worth(c scoring.Criterion, answer string) string {
	if fallsAway(c, s.sheet.Chosen) {
		return "0"
	}
	return pointsOf(c, answer)
}

// boxes has a box for each option.
func (s *sheetPaper) boxes(c scoring.Criterion, answer string) Cell {
	var boxes []Box
	for _, o := range c.Options() {
		label := s.words.option(c.Code(), &o) + " (" + strconv.Itoa(o.Points)
		if o.MinStar > 0 {
			label += ", " + s.say("tối thiểu "+strconv.Itoa(o.MinStar)+" sao", "minimum of "+strconv.Itoa(o.MinStar)+" stars")
		}
		boxes = append(boxes, Box{label + ")", o.Code == answer})
	}
	if c.AllowsNone() {
		boxes = append(boxes, s.box("Không đạt mức nào (0)", "None of these (0)", answer == scoring.NoneCode))
	}
	return Cell{Boxes: boxes}
}

// choice is the option chosen, or a blank to write it.
func (s *sheetPaper) choice(c scoring.Criterion, answer string) Cell {
	switch {
	case fallsAway(c, s.sheet.Chosen):
		return Cell{Text: s.say("Không áp dụng", "Does not apply")}
	case answer == scoring.NoneCode:
		return Cell{Text: s.say("Không đạt mức nào", "None of the options")}
	}
	for _, o := range c.Options() {
		if o.Code == answer {
			return Cell{Text: s.words.option(c.Code(), &o)}
		}
	}
	return Cell{Text: dots}
}

// gates are the set's knock-outs, in printed order, with a box for each.
func (s *sheetPaper) gates() {
	found := map[string]bool{}
	for g := range s.result.Gates() {
		found[g.ID] = true
	}
	var boxes []Box
	for _, g := range s.set.PrintedGates() {
		label := s.say("Bị loại: ", "Rejected: ")
		if g.Effect != scoring.EffectReject {
			label = s.say("Dừng đánh giá: ", "Stopped: ")
		}
		boxes = append(boxes, Box{label + s.words.gate(g.ID), found[g.ID]})
	}
	if len(boxes) > 0 {
		s.ticks("Trường hợp bị loại hoặc dừng đánh giá:", "Knock-outs found:", boxes...)
	}
}

// verdict is what a producer's own sheet comes to, and what holds it down.
func (s *sheetPaper) verdict() {
	result := ""
	switch s.result.Status {
	case scoring.StatusClassified:
		result = s.say(strconv.Itoa(s.result.Star)+" sao", strconv.Itoa(s.result.Star)+" of 5 stars")
	case scoring.StatusIncomplete:
		open, from, to := strconv.Itoa(count(s.result.Unanswered())), strconv.Itoa(s.result.Bounds.Total.Least), strconv.Itoa(s.result.Bounds.Total.Greatest)
		result = s.say("chưa xếp hạng: còn "+open+" tiêu chí chưa chấm; tổng điểm có thể từ "+from+" đến "+to,
			"no star yet: "+open+" criteria not answered; a total of "+from+" to "+to+" is still possible")
	case scoring.StatusStopped:
		result = s.say("dừng đánh giá, không xếp hạng", "assessment stopped, no star")
	default: // rejected
		result = s.say("hồ sơ bị loại, không xếp hạng", "dossier rejected, no star")
	}
	s.field("Kết quả tự đánh giá:", "By this sheet:", result)
	s.missed()
}

// missed names the minima of the next star that are not met by what is answered.
func (s *sheetPaper) missed() {
	if s.result.Status != scoring.StatusClassified {
		return
	}
	next := s.result.Star + 1
	var codes []string
	for short := range s.result.Shortfalls() {
		if short.Star == next {
			codes = append(codes, short.Criterion.Code())
		}
	}
	if len(codes) > 0 {
		s.field("Mức tối thiểu cho "+strconv.Itoa(next)+" sao chưa đạt ở tiêu chí:", "Minima for "+strconv.Itoa(next)+" stars missed at:", strings.Join(codes, ", "))
	}
}

// count is how many there are.
func count[T any](all iter.Seq[T]) int {
	n := 0
	for range all {
		n++
	}
	return n
}
