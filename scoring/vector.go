package scoring

import (
	"strconv"
	"strings"

	"github.com/ocop-vn/ocop-go/scoring/budget"
	"github.com/ocop-vn/ocop-go/scoring/internal/table"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

var (
	vectorSyntax = problem.Kind{Code: "VECTOR-01", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Dòng phiếu sai ở ký tự thứ {position}: cần {expected}.",
		En: "The vector is wrong at character {position}: {expected} is expected.",
	}}
	vectorOrder = problem.Kind{Code: "VECTOR-02", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Dòng phiếu sai ở ký tự thứ {position}: {item} bị lặp hoặc không đúng thứ tự.",
		En: "The vector is wrong at character {position}: {item} is repeated or out of order.",
	}}
	vectorUnknown = problem.Kind{Code: "VECTOR-03", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Dòng phiếu sai ở ký tự thứ {position}: không có {item}.",
		En: "The vector is wrong at character {position}: there is no {item}.",
	}}
	vectorTooLong = problem.Kind{Code: "VECTOR-04", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Dòng phiếu dài hơn {limit} byte.",
		En: "The vector is longer than {limit} bytes.",
	}}
)

const vectorPrefix = "OCOP:"

// VectorTooLong is the problem of a vector over budget.VectorBytes, for those who
// know before they have it.
func VectorTooLong() problem.Problem {
	return vectorTooLong.At("", problem.Value("limit", strconv.Itoa(budget.VectorBytes)))
}

// Vector writes the sheet on one line, such as OCOP:qd26-2026/13/1.1:c/11:none,
// criteria in printed order, gates sorted at the end as /!identical-product.
// One sheet has one vector. The zero Sheet has none: "".
func (s *Sheet) Vector() string {
	var buffer [1 << 10]byte
	return string(s.AppendVector(buffer[:0]))
}

// AppendVector appends the sheet's vector.
func (s *Sheet) AppendVector(b []byte) []byte {
	if s.set == nil {
		return b
	}
	b = append(b, vectorPrefix...)
	b = append(b, s.set.Edition...)
	b = append(b, '/')
	b = strconv.AppendInt(b, int64(s.set.No), 10)
	for i := range s.set.Criteria {
		if s.answers[i] != table.Unanswered {
			b = append(b, '/')
			b = append(b, s.set.Criteria[i].Code...)
			b = append(b, ':')
			b = append(b, s.chosen(i)...)
		}
	}
	for i := range s.set.Gates {
		if s.gates&(1<<i) != 0 {
			b = append(b, "/!"...)
			b = append(b, s.set.Gates[i].ID...)
		}
	}
	return b
}

// ParseVector reads a vector of one of the editions given. Anything that is not
// exactly what Vector writes is refused; the error is a problem.List that names
// the position, counted in characters from 1.
func ParseVector(text string, editions ...Edition) (Sheet, error) {
	if len(text) > budget.VectorBytes {
		return Sheet{}, problem.List{VectorTooLong()}
	}
	v := vectorReader{text: text}
	if !strings.HasPrefix(text, vectorPrefix) {
		return v.expected("prefix", `"OCOP:"`, `"OCOP:"`)
	}
	v.at = len(vectorPrefix)
	edition, ok := v.edition(editions)
	if !ok {
		return v.unknown("edition", "edition", "bộ tiêu chí")
	}
	v.next()
	set, ok := v.set(edition)
	if !ok {
		return v.unknown("set", "product set", "bộ sản phẩm")
	}
	sheet := set.Sheet()
	for criterion, gate := 0, 0; v.next(); {
		if v.part() == "" {
			return v.expected("criterion", "a criterion or a knock-out", "tiêu chí hoặc trường hợp bị loại")
		}
		if v.part()[0] == '!' {
			criterion = len(sheet.set.Criteria) // gates come last
			i := set.gate(v.part()[1:])
			switch {
			case i < 0 || i == int(sheet.set.Derived):
				return v.unknown("gate", "knock-out", "trường hợp bị loại")
			case i < gate:
				return v.outOfOrder()
			}
			sheet.gates |= 1 << i
			gate = i + 1
			continue
		}
		code, option, ok := strings.Cut(v.part(), ":")
		if !ok {
			return v.expected("answer", "criterion:option", "tiêu chí:mức")
		}
		i := set.findFrom(code, criterion)
		if i < 0 {
			if set.find(code) >= 0 {
				return v.outOfOrder()
			}
			return v.unknown("criterion", "criterion", "tiêu chí")
		}
		answer, ok := Criterion{sheet.set, i}.answer(option)
		if !ok {
			return v.unknown("option", "option", "mức")
		}
		sheet.answers[i] = answer
		criterion = i + 1
	}
	return sheet, nil
}

// vectorReader goes through the parts of a vector between slashes.
type vectorReader struct {
	text    string
	at, end int // the part that is read: text[at:end]
}

// next goes to the part after the next slash; false at the end of the text.
func (v *vectorReader) next() bool {
	if v.end >= len(v.text) {
		v.at = len(v.text)
		return false
	}
	v.at = v.end + 1
	v.end = v.at
	for v.end < len(v.text) && v.text[v.end] != '/' {
		v.end++
	}
	return true
}

func (v *vectorReader) part() string { return v.text[v.at:v.end] }

func (v *vectorReader) edition(editions []Edition) (Edition, bool) {
	v.end = v.at
	for v.end < len(v.text) && v.text[v.end] != '/' {
		v.end++
	}
	for _, e := range editions {
		if e.ID() == v.part() {
			return e, true
		}
	}
	return Edition{}, false
}

// set finds the set whose number is written in digits without a sign or leading 0.
func (v *vectorReader) set(edition Edition) (Set, bool) {
	no, err := strconv.Atoi(v.part())
	if err != nil || v.part()[0] < '1' {
		return Set{}, false
	}
	return edition.Set(no)
}

func (v *vectorReader) position() problem.Param {
	return problem.Value("position", strconv.Itoa(1+len([]rune(v.text[:v.at]))))
}

func (v *vectorReader) expected(kind, en, vi string) (Sheet, error) {
	return Sheet{}, problem.List{vectorSyntax.At("", v.position(), problem.Worded("expected", kind, lang.Text{Vi: vi, En: en}))}
}

func (v *vectorReader) outOfOrder() (Sheet, error) {
	return Sheet{}, problem.List{vectorOrder.At("", v.position(), problem.Value("item", v.part()))}
}

// unknown names what is not there; where nothing stands, it says what is expected.
func (v *vectorReader) unknown(kind, en, vi string) (Sheet, error) {
	if v.part() == "" {
		return v.expected(kind, en, vi)
	}
	return Sheet{}, problem.List{vectorUnknown.At("", v.position(), problem.Value("item", v.part()))}
}
