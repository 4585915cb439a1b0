package dossiers

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/ocop-vn/ocop-go/ocop/conformance/internal/suite"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
)

// claimed is the option of a criterion that is claimed, "" for none.
type claimed func(set scoring.Set, c scoring.Criterion) string

// lowest claims what is worth 0 points: the option printed with them, else none; but
// the most where 0 points stop the assessment or ask to look at a gate. Where the
// story is none its structure falls away.
func lowest(set scoring.Set, c scoring.Criterion) string {
	if parent, _ := c.AppliesUnless(); parent != "" {
		return ""
	}
	for _, g := range set.Gates() {
		if slices.Contains(g.ZeroPointsAt, c.Code()) || g.Criterion == c.Code() && g.Lack == scoring.LackMissing {
			return highest(set, c)
		}
	}
	for _, o := range c.Options() {
		if o.Points == 0 {
			return o.Code
		}
	}
	return scoring.NoneCode
}

// highest claims the most points; the representative of the documents is a man of the
// Kinh, who has none at criterion 3.2 (Appendix II).
func highest(_ scoring.Set, c scoring.Criterion) string {
	if c.Code() == "3.2" {
		return "a"
	}
	return slices.MaxFunc(c.Options(), func(a, b scoring.Option) int { return cmp.Compare(a.Points, b.Points) }).Code
}

// ofSet are the changes that make a document one of another product set, with claims,
// the papers that the set's gates ask for and a piece that proves all claims; and then
// some others.
func ofSet(no int, claim claimed, others ...change) []change {
	set, _ := qd26.Edition().Set(no)
	class := set.Class()
	product := object{"name": "Sản phẩm An Bình", "set": no, "sector": class.Sector, "group": class.Group, "specification": "Gói 500 g"}
	if class.Subgroup != "" {
		product["subgroup"] = class.Subgroup
	}
	answers, proved := object{}, false
	for _, c := range set.Criteria() {
		option := claim(set, c)
		if option == "" {
			continue
		}
		said := object{"option": option}
		if pointsOf(c, option) > 0 {
			said["evidence"], proved = list{"ho-so"}, true
		}
		answers[c.Code()] = said
	}
	var pieces list
	for i, kind := range slices.Sorted(maps.Keys(gatePapers(no))) {
		pieces = append(pieces, piece(kind, kind, i+2))
	}
	if proved {
		pieces = append(pieces, piece("ho-so", "other", 1))
	}
	changes := []change{replace("/product", product), replace("/report/claims", answers)}
	if pieces != nil {
		changes = append(changes, add("/evidence", pieces))
	}
	return append(changes, others...)
}

func pointsOf(c scoring.Criterion, option string) int {
	for _, o := range c.Options() {
		if o.Code == option {
			return o.Points
		}
	}
	return 0
}

// piece is a piece of evidence whose file has a hash of its own.
func piece(id, kind string, file int) object {
	return object{"id": id, "kind": kind, "file": object{
		"name": id + ".pdf", "mediaType": "application/pdf", "size": 1000, "sha256": fmt.Sprintf("%064d", file),
	}}
}

// gatePapers are the papers that a gate of a set prints (Appendix II): true where it
// prints that they are missing, false where it prints a breach of the rules on them.
func gatePapers(no int) map[string]bool {
	switch {
	case no == 15 || no == 17:
		return map[string]bool{"production-certificate": true, "food-safety-certificate": false}
	case no <= 17:
		return map[string]bool{"food-safety-certificate": false}
	case no == 18:
		return map[string]bool{"production-certificate": false, "quality-declaration": false}
	case no <= 20:
		return map[string]bool{"quality-declaration": true, "production-certificate": false}
	}
	return nil
}

// sorted are cases in the order of their ids.
func sorted(cases []suite.Case) []suite.Case {
	slices.SortFunc(cases, func(a, b suite.Case) int { return strings.Compare(a.ID, b.ID) })
	return cases
}
