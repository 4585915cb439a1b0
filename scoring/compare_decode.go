package scoring

import (
	"github.com/ocop-vn/ocop-go/scoring/budget"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/strictjson"
)

// DecodeComparison reads two sheets, {"from":…,"to":…}, each as DecodeSheet reads
// it, within budget.Comparison. Where anything is wrong with one the error is a
// problem.List with every problem found, and both are zero.
func DecodeComparison(data []byte, editions ...Edition) (from, to Sheet, err error) {
	var documents [2][]byte
	limits := budget.Comparison()
	problems := strictjson.Read(data, limits, func(r *strictjson.Reader) {
		r.Object([]string{"from", "to"}, 0b11, func(i int) { documents[i] = r.Raw() })
	})
	if len(problems) > 0 {
		return Sheet{}, Sheet{}, problems
	}
	found := problem.Collect(limits)
	read := func(place string, document []byte) Sheet {
		sheet, err := DecodeSheet(document, editions...)
		for _, p := range problem.From(err) {
			p.Path = place + p.Path
			found.Add(p)
		}
		return sheet
	}
	from, to = read("/from", documents[0]), read("/to", documents[1])
	if list := found.List(); len(list) > 0 {
		return Sheet{}, Sheet{}, list
	}
	return from, to, nil
}
