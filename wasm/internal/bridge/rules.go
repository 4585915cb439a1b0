package bridge

import (
	"strconv"

	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
)

var unknownSet = problem.Kind{Code: "MODULE-02", Layer: problem.Rule, Message: lang.Text{
	Vi: "Không có bộ sản phẩm {set}; chọn số từ 1 đến 26.",
	En: "There is no product set {set}; it is a number from 1 to 26.",
}}

// rules writes a product set's rules in the shape of the published rubric, with
// no words in it, and the hash of the rubric that they and their words are of.
func rules(number []byte) ([]byte, error) {
	no, err := strconv.Atoi(string(number))
	set, ok := qd26.Edition().Set(no)
	if err != nil || !ok {
		return nil, problem.List{unknownSet.At("", problem.Param{Name: "set", Value: string(number)})}
	}
	b := append([]byte(`{"edition":`), problem.AppendString(nil, set.Edition())...)
	b = append(b, `,"rubric":"`+qd26.SHA256()+`"`...)
	b = member(b, "no", set.No())
	b = append(b, `,"gates":`...)
	b = array(b, set.Gates(), appendGate)
	criteria := set.Criteria()
	sections := set.Sections()
	b = append(b, `,"parts":[`...)
	for i, s := range sections {
		switch {
		case i > 0 && sections[i-1].Part == s.Part:
			b = append(b, ',')
		case i > 0:
			b = append(b, `]},`...)
			fallthrough
		default:
			b = append(b, `{"code":"`+s.Part+`"`...)
			b = member(b, "max", set.PartMax(s.Part))
			b = append(b, `,"sections":[`...)
		}
		b = append(b, `{"code":"`+s.Code+`"`...)
		b = member(b, "max", s.Max)
		b = append(b, `,"criteria":`...)
		b = append(array(b, criteria[:s.Criteria], appendCriterion), '}')
		criteria = criteria[s.Criteria:]
	}
	return append(b, "]}]}"...), nil
}

func appendGate(b []byte, g scoring.Gate) []byte {
	b = append(b, `{"id":"`+g.ID+`","effect":"`+string(g.Effect)+`"`...)
	if g.Criterion != "" {
		b = append(b, `,"criterion":"`+g.Criterion+`"`...)
	}
	if len(g.ZeroPointsAt) > 0 {
		b = array(append(b, `,"zeroPointsAt":`...), g.ZeroPointsAt, problem.AppendString)
	}
	return append(b, '}')
}

func appendCriterion(b []byte, c scoring.Criterion) []byte {
	b = append(b, `{"code":"`+c.Code()+`"`...)
	b = member(b, "max", c.Max())
	if kinds := c.Evidence(); len(kinds) > 0 {
		b = array(append(b, `,"evidence":`...), kinds, problem.AppendString)
	}
	if parent, option := c.AppliesUnless(); parent != "" {
		b = append(b, `,"appliesUnless":{"criterion":"`+parent+`","option":"`+option+`"}`...)
	}
	b = array(append(b, `,"options":`...), c.Options(), appendOption)
	return append(b, '}')
}

func appendOption(b []byte, o scoring.Option) []byte {
	b = append(b, `{"code":"`+o.Code+`"`...)
	b = member(b, "points", o.Points)
	if o.MinStar != 0 {
		b = member(b, "minStar", o.MinStar)
	}
	if o.Case != 0 {
		b = member(b, "case", o.Case)
	}
	return append(b, '}')
}

func member(b []byte, name string, n int) []byte {
	return strconv.AppendInt(append(b, `,"`+name+`":`...), int64(n), 10)
}

func array[T any](b []byte, list []T, item func([]byte, T) []byte) []byte {
	b = append(b, '[')
	for i, x := range list {
		if i > 0 {
			b = append(b, ',')
		}
		b = item(b, x)
	}
	return append(b, ']')
}
