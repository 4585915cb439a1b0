package page

import (
	"cmp"
	"strings"

	"github.com/ocop-vn/ocop-go/ocop/trace"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// step is a step of the chain.
type step struct {
	Name, Time, Machine string // Machine is the time for programs
	At, To              *place
	Pallet              string
}

// place is where something was; Map is an address of the web, or "".
type place struct{ Name, Address, Map, MapWords, MapLabel string }

// input is a lot of which another was made.
type input struct {
	Name, Amount string
	Facts        []fact
	Unknown      string // that nothing says from where it came
}

// place is a place by its ID, with words before its name; nil where none is told.
func (v *view) place(id, before string) *place {
	if id == "" {
		return nil
	}
	p := v.report.Place(id)
	told := place{Name: written(p.Name), Address: written(p.Address)}
	if told.Name == "" {
		told.Name, told.Address = told.Address, ""
	}
	at := ""
	if p.Latitude != "" && p.Longitude != "" {
		at = p.Latitude + ", " + p.Longitude
		told.Map = "https://www.openstreetmap.org/?mlat=" + p.Latitude + "&mlon=" + p.Longitude + "#map=15/" + p.Latitude + "/" + p.Longitude
	}
	number := ""
	if p.GLN != "" {
		number = v.Say("mã địa điểm ", "place no. ") + written(p.GLN)
	}
	if told.Name == "" {
		told.Name = cmp.Or(number, at, written(id))
	} else {
		told.Address = joined(" · ", told.Address, number)
	}
	told.MapWords = v.Say("Bản đồ", "Map")
	told.MapLabel = told.MapWords + ": " + told.Name
	told.Name = before + told.Name
	return &told
}

// tellSteps tells the steps in order. Where one was in the same place as that before
// it the place is only named.
func (v *view) tellSteps() {
	before := ""
	steps := make([]step, 0, len(v.lot.Made)+len(v.lot.Went))
	for _, list := range [...][]*trace.Step{v.lot.Made, v.lot.Went} {
		for _, s := range list {
			told := step{Name: written(s.Name().In(v.Lang)), At: v.place(s.Place, ""), To: v.place(s.To, v.Say("Đến: ", "To: "))}
			told.Time, told.Machine = v.timeOf(s.Time)
			if s.Pallet != "" {
				told.Pallet = v.Say("Trong ", "In ") + v.goods(s.Pallet)
			}
			if told.At != nil && s.Place == before {
				*told.At = place{Name: told.At.Name}
			}
			before = s.Place
			steps = append(steps, told)
		}
	}
	v.Steps = fold(v, steps, 5, 5)
}

func (v *view) tellInputs() {
	var of, by []input
	for i := range v.lot.From {
		in := &v.lot.From[i]
		if in.First {
			of = append(of, v.input(in))
		} else {
			by = append(by, v.input(in))
		}
	}
	v.Of, v.By = fold(v, of, 5, 0), fold(v, by, 0, 0)
	if len(v.lot.Into) > 0 {
		into := make([]string, len(v.lot.Into))
		for i, epc := range v.lot.Into {
			into[i] = v.goods(epc)
		}
		v.Into = new(fold(v, into, 5, 0))
	}
}

// contentOf is what is told of an input: of one that was made by hand there may be none.
func contentOf(in *trace.Input) trace.Content {
	if in.Content == nil {
		return trace.Content{}
	}
	return *in.Content
}

func (v *view) input(in *trace.Input) input {
	content := contentOf(in)
	name := v.named(in.Key, in.EPC)
	told := input{Name: written(content.Product), Amount: written(in.Used.Text().In(v.Lang))}
	if told.Name == "" {
		told.Name, name = name, ""
	}
	if content.Product == "" && in.Key.GTIN != "" { // a name of our words
		told.Name = strings.ToUpper(told.Name[:1]) + told.Name[1:]
	}
	if !in.Seen {
		told.Unknown = v.Say("Chưa rõ từ đâu.", "From where is not known.")
	}
	stars := ""
	if isStar(content.Star) {
		stars = v.stars(content.Star)
	}
	told.Facts = v.facts(
		fact{Name: v.Say("Từ", "From"), Value: joined(", ", written(content.Maker), written(content.Address))},
		v.at(in.Place),
		fact{Name: v.Say("Ngày", "Date"), Value: v.dateOf(in.Time)},
		fact{Name: v.Say("Tiêu chuẩn", "Standard"), Value: written(content.Standard)},
		fact{Name: v.Say("Thương hiệu", "Brand"), Value: written(content.Brand)},
		fact{Name: "OCOP", Value: joined(", ", stars, written(content.Certificate))},
		fact{Name: v.Say("Mã", "Code"), Value: name},
	)
	return told
}

// at is where a lot was made or first seen.
func (v *view) at(id string) fact {
	p := v.place(id, "")
	if p == nil {
		return fact{}
	}
	return fact{Name: v.Say("Nơi", "Place"), Value: joined(", ", p.Name, p.Address)}
}

// tellGaps tells of what there are no data, as parts of one sentence.
func (v *view) tellGaps() {
	lot := *v.lot
	if v.Picture != "" {
		lot.Picture = string(v.Picture)
	}
	for _, part := range lot.Lacks() {
		v.Gaps = append(v.Gaps, part.In(v.Lang))
	}
	for i := range lot.From {
		if in := &lot.From[i]; !in.Seen && len(v.Gaps) < maxFolded {
			v.Gaps = append(v.Gaps, v.Say("nguồn gốc của ", "where this came from: ")+cmp.Or(written(contentOf(in).Product), v.named(in.Key, in.EPC)))
		}
	}
	if len(v.Certificate) == 0 {
		v.Gaps = append(v.Gaps, v.Say("hạng sao và giấy chứng nhận OCOP", "an OCOP star or certificate"))
	}
	if n := v.contradictions(); n > 0 {
		v.Doubt = v.Say("Dữ liệu của chuỗi có ", "The data of the chain have ") +
			v.Count(n, "chỗ không khớp nhau hoặc không đúng.", "contradiction or mistake.", "contradictions or mistakes.")
	}
}

// leastContent is the code of what Lacks tells.
const leastContent = "TRACE-26"

// contradictions counts the errors that were found of the lot and what it was made of.
func (v *view) contradictions() int {
	chain := map[string]bool{problem.Shorten(v.lot.EPC): true} // as problems hold values
	for i := range v.lot.From {
		chain[problem.Shorten(v.lot.From[i].EPC)] = true
	}
	count := 0
	for _, p := range v.report.Problems {
		if p.Severity == problem.SeverityError && p.Code != leastContent && len(p.Params) > 0 && p.Params[0].Name == "epc" && chain[p.Params[0].Value] {
			count++
		}
	}
	return count
}
