package bridge

import (
	"strconv"

	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/jsonout"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
)

var unknownSet = problem.Kind{Code: "MODULE-02", Layer: problem.LayerRule, Message: lang.Text{
	Vi: "Không có bộ sản phẩm {set}; chọn số từ 1 đến 26.",
	En: "There is no product set {set}; it is a number from 1 to 26.",
}}

// rules writes a product set's rules in the shape of the published rubric, with
// no words in it, the bands, and the hash of the rubric that they and their words
// are of.
func rules(number []byte) ([]byte, error) {
	no, err := strconv.Atoi(string(number))
	set, ok := qd26.Edition().Set(no)
	if err != nil || !ok {
		return nil, problem.List{unknownSet.At("", problem.Value("set", string(number)))}
	}
	var w jsonout.Writer
	w.Open()
	w.Name("edition").String(set.Edition())
	w.Name("rubric").String(qd26.SHA256())
	w.Name("no").Int(set.No())
	writeBands(w.Name("bands"), set)
	writeClass(w.Name("class"), set.Class())
	writeGates(w.Name("gates"), set)
	writeParts(w.Name("parts"), set)
	w.Close()
	return w.Bytes(), nil
}

func writeBands(w *jsonout.Writer, set scoring.Set) {
	w.OpenList()
	for _, band := range set.Bands() {
		w.Open()
		w.Name("star").Int(band.Star)
		w.Name("least").Int(band.Least)
		w.Close()
	}
	w.CloseList()
}

func writeClass(w *jsonout.Writer, c scoring.Class) {
	w.Open()
	w.Name("sector").String(c.Sector)
	w.Name("group").String(c.Group)
	if c.Subgroup != "" {
		w.Name("subgroup").String(c.Subgroup)
	}
	w.Name("ministries").Strings(c.Ministries)
	w.Close()
}

func writeGates(w *jsonout.Writer, set scoring.Set) {
	w.OpenList()
	for _, g := range set.PrintedGates() {
		w.Open()
		w.Name("id").String(g.ID)
		w.Name("effect").String(string(g.Effect))
		if g.Criterion != "" {
			w.Name("criterion").String(g.Criterion)
		}
		if len(g.ZeroPointsAt) > 0 {
			w.Name("zeroPointsAt").Strings(g.ZeroPointsAt)
		}
		if g.Paper != "" {
			w.Name("paper").String(g.Paper)
			w.Name("lack").String(string(g.Lack))
		}
		w.Close()
	}
	w.CloseList()
}

func writeParts(w *jsonout.Writer, set scoring.Set) {
	criteria := set.Criteria()
	part := ""
	w.OpenList()
	for _, s := range set.Sections() {
		if s.Part != part {
			if part != "" {
				closePart(w)
			}
			part = s.Part
			w.Open()
			w.Name("code").String(part)
			w.Name("max").Int(set.PartMax(part))
			w.Name("sections").OpenList()
		}
		w.Open()
		w.Name("code").String(s.Code)
		w.Name("max").Int(s.Max)
		w.Name("criteria").OpenList()
		for _, c := range criteria[:s.Criteria] {
			writeCriterion(w, c)
		}
		w.CloseList()
		w.Close()
		criteria = criteria[s.Criteria:]
	}
	closePart(w)
	w.CloseList()
}

func closePart(w *jsonout.Writer) {
	w.CloseList()
	w.Close()
}

func writeCriterion(w *jsonout.Writer, c scoring.Criterion) {
	w.Open()
	w.Name("code").String(c.Code())
	w.Name("max").Int(c.Max())
	if kinds := c.Evidence(); len(kinds) > 0 {
		w.Name("evidence").Strings(kinds)
	}
	if parent, option := c.AppliesUnless(); parent != "" {
		w.Name("appliesUnless").Open()
		w.Name("criterion").String(parent)
		w.Name("option").String(option)
		w.Close()
	}
	w.Name("options").OpenList()
	for _, o := range c.Options() {
		w.Open()
		w.Name("code").String(o.Code)
		w.Name("points").Int(o.Points)
		if o.MinStar != 0 {
			w.Name("minStar").Int(o.MinStar)
		}
		if o.Case != 0 {
			w.Name("case").Int(o.Case)
		}
		w.Close()
	}
	w.CloseList()
	w.Close()
}
