package trace

import "github.com/ocop-vn/ocop-go/scoring/lang"

// Lacks are the parts of the least content of a trace (Circular 02/2024/TT-BKHCN)
// that nothing tells of the lot, in words such as “hạn sử dụng”.
func (l *Lot) Lacks() []lang.Text {
	var lacking []lang.Text
	for _, part := range leastOf() {
		if !part.there(l) {
			lacking = append(lacking, part.name)
		}
	}
	return lacking
}
