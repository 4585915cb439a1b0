package scoring

import "github.com/ocop-vn/ocop-go/scoring/jsonout"

// What JSON of more than one type is made of.

// writeHead writes the edition, the set and, where it was loaded, the rubric.
func (s Set) writeHead(w *jsonout.Writer) {
	w.Name("edition").String(s.Edition())
	w.Name("set").Int(s.No())
	if l := s.Loaded(); l != (LoadedRubric{}) {
		w.Name("rubric").Open()
		w.Name("id").String(l.ID)
		w.Name("sha256").String(l.SHA256)
		w.Close()
	}
}

// writeCodes writes the codes of the criteria that fit, in printed order.
func (s Set) writeCodes(w *jsonout.Writer, fits func(i int) bool) {
	w.OpenList()
	for i := range s.t.Criteria {
		if fits(i) {
			w.String(s.t.Criteria[i].Code)
		}
	}
	w.CloseList()
}

func (p Parts) write(w *jsonout.Writer) {
	w.Open()
	w.Name("A").Int(p.A)
	w.Name("B").Int(p.B)
	w.Name("C").Int(p.C)
	w.Close()
}

func (g Range) write(w *jsonout.Writer) {
	w.OpenList()
	w.Int(g.Least)
	w.Int(g.Greatest)
	w.CloseList()
}

func (g Gate) write(w *jsonout.Writer) {
	w.Open()
	w.Name("id").String(g.ID)
	w.Name("effect").String(string(g.Effect))
	w.Close()
}

func (s Shortfall) write(w *jsonout.Writer) {
	w.Open()
	w.Name("star").Int(s.Star)
	w.Name("criterion").String(s.Criterion.Code())
	w.Name("have").StringOrNull(s.Have)
	w.Name("need").String(s.Need)
	w.Close()
}
