package registry

import (
	"strconv"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/dossier/procedure"
	"github.com/ocop-vn/ocop-go/scoring/civil"
)

// Figures are the programme's on a day, counted over what is in force on it.
type Figures struct {
	On         civil.Date
	Records    int // that did not fail, in force or not
	InForce    int
	ByStar     map[int]int
	BySet      map[int]int
	BySector   map[string]int // I to VI (Appendix I)
	ByProvince map[string]int // codes of the 34
	ByYear     map[int]int    // of issue
	Producers  Producers
	Due        Due
	Upgraded   Share // of the products recognised before, those with more stars than then
}

// Producers are those that have a product in force.
type Producers struct {
	Total     int
	ByKind    map[dossier.ProducerKind]int
	SmallFirm int // enterprises that are not large
	Modern    int // that sell in supermarkets, convenience stores or by e-commerce
}

// Due is what an office has to look at soon.
type Due struct {
	Renewal     int // in force, in the days to file for re-assessment (Article 7.6.a)
	Expiring180 int // in force, and the certificate ends within 180 days
	Lapsed      int // ended within 180 days before; not one that a newer certificate cut short
}

// soon is how many days before and after the end of a certificate an office looks at.
const soon = 180

// Share is a number of some.
type Share struct{ Count, Of int }

// Tenths is the share in tenths of a percent, cut off; 0 of none.
func (s Share) Tenths() int {
	if s.Of == 0 {
		return 0
	}
	return 1000 * s.Count / s.Of
}

// NewFigures are those of no record on a day.
func NewFigures(on civil.Date) Figures {
	return Figures{
		On: on, ByStar: map[int]int{}, BySet: map[int]int{}, BySector: map[string]int{}, ByProvince: map[string]int{}, ByYear: map[int]int{},
		Producers: Producers{ByKind: map[dossier.ProducerKind]int{}},
	}
}

// Add counts a product.
func (f *Figures) Add(x *Fact) {
	f.Records++
	on := Day(f.On)
	if !x.In(on) {
		if x.Issued != 0 && !x.Has(Withdrawn|Replaced) && x.Ends < on && on-x.Ends <= soon {
			f.Due.Lapsed++
		}
		return
	}
	f.InForce++
	f.ByStar[int(x.Star)]++
	f.BySet[int(x.Set)]++
	class, _ := dossier.ClassOf(int(x.Set))
	f.BySector[class.Sector]++
	f.ByProvince[provinceCode(x.Province)]++
	f.ByYear[dayZero.AddDays(int(x.Issued)).Year]++
	left := x.Expires - on
	if 0 <= left && left <= soon {
		f.Due.Expiring180++
	}
	if procedure.RenewalClosesBefore <= left && left <= procedure.RenewalOpensBefore {
		f.Due.Renewal++
	}
	if x.Has(Followed) {
		f.Upgraded.Of++
		if x.PreviousStar != 0 && x.PreviousStar < x.Star {
			f.Upgraded.Count++
		}
	}
}

// provinceCode is a province's number as its code.
func provinceCode(n uint8) string {
	return string([]byte{'0' + n/10, '0' + n%10})
}

// AddProducer counts the producer of products that are all its own, each of them
// counted by Add, in the order they were read.
func (f *Figures) AddProducer(products []Fact) {
	on, first, modern := Day(f.On), -1, false
	for i := range products {
		if products[i].In(on) {
			modern = modern || products[i].Has(Modern)
			if first < 0 {
				first = i
			}
		}
	}
	if first < 0 {
		return
	}
	p := &f.Producers
	p.Total++
	p.ByKind[producerKinds[products[first].Kind]]++
	if products[first].Has(SmallFirm) {
		p.SmallFirm++
	}
	if modern {
		p.Modern++
	}
}

// Merge adds figures of other products and other producers on the same day.
func (f *Figures) Merge(g *Figures) {
	f.Records += g.Records
	f.InForce += g.InForce
	merge(f.ByStar, g.ByStar)
	merge(f.BySet, g.BySet)
	merge(f.BySector, g.BySector)
	merge(f.ByProvince, g.ByProvince)
	merge(f.ByYear, g.ByYear)
	merge(f.Producers.ByKind, g.Producers.ByKind)
	f.Producers.Total += g.Producers.Total
	f.Producers.SmallFirm += g.Producers.SmallFirm
	f.Producers.Modern += g.Producers.Modern
	f.Due.Renewal += g.Due.Renewal
	f.Due.Expiring180 += g.Due.Expiring180
	f.Due.Lapsed += g.Due.Lapsed
	f.Upgraded.Count += g.Upgraded.Count
	f.Upgraded.Of += g.Upgraded.Of
}

func merge[K comparable](into, from map[K]int) {
	for k, n := range from {
		into[k] += n
	}
}

// Target is one of the programme's, and how far it is reached.
type Target struct {
	ID     string
	Target int   // products, or percent
	Share  Share // of a target in percent
	Count  int   // of a target in products
}

// Percent tells that the target is a share.
func (t Target) Percent() bool { return t.ID != "products" && t.ID != "five-star" }

// Value is how far it is reached, as a number: products, or percent with one
// decimal, cut off.
func (t Target) Value() string {
	if !t.Percent() {
		return strconv.Itoa(t.Count)
	}
	tenths := t.Share.Tenths()
	return strconv.Itoa(tenths/10) + "." + strconv.Itoa(tenths%10)
}

// Reached tells whether the target is reached.
func (t Target) Reached() bool {
	if !t.Percent() {
		return t.Count >= t.Target
	}
	return t.Share.Of > 0 && 100*t.Share.Count >= t.Target*t.Share.Of
}

// Targets are those of the programme (Decision 919/QĐ-TTg, 2021 to 2025), and how
// far they are reached.
func (f *Figures) Targets() []Target {
	p := &f.Producers
	return []Target{
		{ID: "products", Target: 10_000, Count: f.InForce},
		{ID: "five-star", Target: 400, Count: f.ByStar[highest]},
		{ID: "upgraded", Target: 50, Share: f.Upgraded},
		{ID: "cooperatives", Target: 40, Share: Share{p.ByKind[dossier.KindCooperative], p.Total}},
		{ID: "small-and-medium", Target: 30, Share: Share{p.SmallFirm, p.Total}},
		{ID: "modern-channels", Target: 50, Share: Share{p.Modern, p.Total}},
	}
}
