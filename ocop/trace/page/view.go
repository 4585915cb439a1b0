package page

import (
	"cmp"
	"html/template"

	"github.com/ocop-vn/ocop-go/ocop/trace"
	"github.com/ocop-vn/ocop-go/scoring/lang"
)

// view is what the template shows. Texts of strangers in it are plain.
type view struct {
	lot    *trace.Lot
	report *trace.Report
	o      *Options

	Lang     lang.Lang
	Picture  template.URL
	External bool // the picture is asked for

	Title, Brand string
	Star         star
	Verdicts     []verdict // on the certificate first
	Product      []fact
	Certificate  []fact
	Steps        folded[step]
	Of           folded[input] // what the chain begins with
	By           folded[input] // what was made in between, all of it folded
	Into         *folded[string]
	On           string
	Complete     bool
	Gaps         []string      // of what there are no data
	Doubt        string        // that data contradict each other, or ""
	Code         template.HTML // the QR code, or ""
	Link         string
	Keys         []fact
}

// fact is a line of a list; Link is an address of the web, or "".
type fact struct{ Name, Value, Link string }

// star is what the head of the page shows: marks where it stands.
type star struct{ Marks, Words string }

// verdict is a statement and how it is to be taken: good, bad or open.
type verdict struct{ Class, Mark, Words string }

func good(words string) verdict { return verdict{"good", "✓", words} }
func bad(words string) verdict  { return verdict{"bad", "✗", words} }
func open(words string) verdict { return verdict{"open", "!", words} }

// folded is a list, some of which is behind a fold where it is long.
type folded[T any] struct {
	First, Folded, Last []T
	Start, Then         int    // numbers of the first of Folded and of Last, from 1
	Hidden              int    // so many are behind the fold
	Left                string // that some of them are not even there
}

// maxFolded is the most that is behind a fold.
const maxFolded = 1_000

// fold keeps so many of a list at its start and at its end in sight.
func fold[T any](v *view, list []T, first, last int) folded[T] {
	if len(list) <= first+last {
		return folded[T]{First: list}
	}
	end := len(list) - last
	f := folded[T]{First: list[:first], Folded: list[first:end], Last: list[end:], Start: first + 1, Then: end + 1, Hidden: end - first}
	if left := f.Hidden - maxFolded; left > 0 {
		f.Folded = f.Folded[:maxFolded]
		f.Left = v.Count(left, "mục nữa không ghi ở đây.", "more is not listed here.", "more are not listed here.")
	}
	return f
}

// tell fills the view.
func (v *view) tell() {
	l := v.lot
	v.Title = cmp.Or(written(l.Product), v.Say("Sản phẩm chưa nêu tên", "Product without a name"))
	v.Brand = written(l.Brand)
	v.Complete = l.Complete
	v.On = v.day(v.o.On)
	v.tellProduct()
	v.tellCertificate()
	v.tellShelfLife()
	v.tellSteps()
	v.tellInputs()
	v.tellKeys()
	v.tellGaps()
}

func (v *view) judged(of verdict) { v.Verdicts = append(v.Verdicts, of) }

func (v *view) tellProduct() {
	l := v.lot
	made := ""
	if n := len(l.Made); n > 0 { // the last step is that of the lot itself
		made = v.dateOf(l.Made[n-1].Time)
	}
	v.Product = v.facts(
		fact{Name: v.Say("Nhà sản xuất", "Made by"), Value: written(l.Maker)},
		fact{Name: v.Say("Địa chỉ", "Address"), Value: written(l.Address)},
		fact{Name: v.Say("Lô", "Lot"), Value: written(l.Key.Lot)},
		fact{Name: v.Say("Số sê-ri", "Serial number"), Value: written(l.Key.Serial)},
		fact{Name: v.Say("Ngày sản xuất", "Made on"), Value: made},
		fact{Name: v.Say("Dùng tốt nhất trước", "Best before"), Value: v.day(l.BestBefore)},
		fact{Name: v.Say("Hạn sử dụng", "Use by"), Value: v.day(l.Expires)},
		fact{Name: v.Say("Số lượng", "Made in all"), Value: v.measures(l.Quantity)},
		fact{Name: v.Say("Tiêu chuẩn", "Standard"), Value: written(l.Standard)},
		fact{Name: v.Say("Mã sản phẩm", "Product code"), Value: written(l.Code)},
	)
	if v.Picture == "" && l.Picture != "" {
		v.Product = append(v.Product, v.linked(v.Say("Hình ảnh", "Picture"), l.Picture))
	}
}

// tellShelfLife tells that the day is past the lot's time; no day is before the zero Date.
func (v *view) tellShelfLife() {
	l, on := v.lot, v.o.On
	switch {
	case l.Expires.Valid() && l.Expires.Before(on):
		v.judged(bad(v.Say("Lô này đã quá hạn sử dụng.", "This lot is past its use-by date.")))
	case l.BestBefore.Valid() && l.BestBefore.Before(on):
		v.judged(open(v.Say("Lô này đã qua ngày dùng tốt nhất.", "This lot is past its best-before date.")))
	}
}

// facts are those that have a value.
func (v *view) facts(list ...fact) []fact {
	var there []fact
	for _, f := range list {
		if f.Value != "" {
			there = append(there, f)
		}
	}
	return there
}

// linked is a fact that may be an address of the web.
func (v *view) linked(name, value string) fact {
	f := fact{Name: name, Value: written(value)}
	if isWeb(value) {
		f.Link = value
	}
	return f
}

func (v *view) tellKeys() {
	k := &v.lot.Key
	check := ""
	if n := len(k.GTIN); n > 0 {
		check = v.Say("đúng", "right")
		if last, ok := trace.CheckDigit(k.GTIN[:n-1]); !ok || last != k.GTIN[n-1] {
			check = v.Say("SAI, hãy so lại với mã in trên bao bì", "WRONG, compare it with the pack")
		}
		check = k.GTIN[n-1:] + " (" + check + ")"
	}
	v.Keys = v.facts(
		fact{Name: "GTIN", Value: written(k.GTIN)},
		fact{Name: v.Say("Số kiểm tra", "Check digit"), Value: written(check)},
		fact{Name: v.Say("Lô", "Lot"), Value: written(k.Lot)},
		fact{Name: v.Say("Số sê-ri", "Serial number"), Value: written(k.Serial)},
	)
	if k.GTIN == "" {
		v.Keys = append(v.Keys, fact{Name: v.Say("Mã", "Code"), Value: written(v.lot.EPC)})
	}
}

// code is the QR code of the page's address, of the lot's own where none is given
// and it is one that a code can hold.
func (v *view) code() (template.HTML, error) {
	address := cmp.Or(v.o.Address, v.lot.Key.Link(""))
	if v.o.Address == "" && (!isWeb(address) || len(address) > maxAddress) {
		return "", nil
	}
	drawn, err := QR(address)
	if err != nil {
		return "", err
	}
	v.Link = address
	return template.HTML(drawn), nil //nolint:gosec // digits and strokes of our own
}
