package trace

import (
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
)

// Level is an option of the rubric that asks for electronic traceability, and
// whether the events bear that out. That they do does not give the option: the rest
// of what it asks is for the council to see, and Why says what.
type Level struct {
	Criterion string
	Option    string
	Asks      qd26.Traceability
	Evidence  []string // kinds of paper that prove the criterion, see qd26.EvidenceName
	Borne     bool
	Why       lang.Text
}

// Levels are the options of a product set that ask for electronic traceability, in
// the printed order of their criteria; not nil but empty where the set has none, and
// nil for a set of an edition that is not built in.
func Levels(set scoring.Set, r *Report) []Level {
	if set.Edition() != qd26.ID {
		return nil
	}
	levels := []Level{}
	for _, c := range set.Criteria() {
		asks := qd26.Traces(set.No(), c.Code())
		if asks == "" {
			continue
		}
		options := c.Options() // a criterion has one at least
		level := Level{Criterion: c.Code(), Option: options[len(options)-1].Code, Asks: asks, Evidence: c.Evidence()}
		level.Borne, level.Why = r.bears(asks)
		levels = append(levels, level)
	}
	return levels
}

// bears tells whether the events bear out what an option asks, and why, or what is
// still to be seen.
func (r *Report) bears(asks qd26.Traceability) (bool, lang.Text) {
	finished, traced, told := 0, 0, 0
	for i := range r.Lots {
		l := &r.Lots[i]
		if len(l.Into) > 0 {
			continue
		}
		finished++
		if l.Complete && l.tellsLeast() {
			traced++
			if l.Story != "" {
				told++
			}
		}
	}
	switch {
	case finished == 0:
		return false, lang.Text{Vi: "Chưa có lô thành phẩm nào được xuất đi.", En: "No finished lot was shipped yet."}
	case asks == qd26.TraceStory && told == 0:
		return false, lang.Text{Vi: "Chưa có câu chuyện sản phẩm trong dữ liệu truy xuất.", En: "The trace does not tell the product's story."}
	case asks == qd26.TraceStory:
		return true, lang.Text{Vi: "Dữ liệu truy xuất có câu chuyện sản phẩm; tờ rơi và website do Hội đồng xem.", En: "The trace tells the product's story; leaflet and website are for the council to see."}
	case traced == 0:
		return false, lang.Text{Vi: "Chưa có lô thành phẩm nào có chuỗi đầy đủ và đủ nội dung tối thiểu.", En: "No finished lot has a complete chain and the least content."}
	case asks == qd26.TraceCode:
		return true, lang.Text{Vi: "Mã truy xuất có chuỗi đầy đủ; mã có in trên nhãn hay không do Hội đồng xem.", En: "The trace code has a complete chain; whether the label bears it is for the council to see."}
	case traced < finished || r.Problems.Err() != nil:
		return false, lang.Text{Vi: "Còn lô chưa đủ chuỗi hoặc dữ liệu còn lỗi.", En: "Some lots have no complete chain, or the events have errors."}
	}
	return true, lang.Text{Vi: "Mọi lô thành phẩm truy được về đầu chuỗi; kế hoạch kiểm soát chất lượng do Hội đồng xem.", En: "All finished lots are traced back to the first events; the plan for quality control is for the council to see."}
}

// tellsLeast tells whether the least content of a trace is there, but for the shelf
// life, which some goods have not.
func (l *Lot) tellsLeast() bool {
	for _, part := range leastOf() {
		if part.id != shelfLife && !part.there(l) {
			return false
		}
	}
	return true
}
