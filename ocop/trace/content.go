package trace

import (
	"encoding/json"
	"slices"
	"strconv"

	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/lang"
)

// Content is what a trace tells of a lot: the least content of Circular
// 02/2024/TT-BKHCN that events do not tell by themselves, and the OCOP star. In a
// document it stands in ilmd, in words of the CBV where it has them and else in
// our Namespace. In JSON: product, picture, maker, address, brand, code,
// bestBefore, expires, standard, star, certificate, story; what is not known is left out.
type Content struct {
	Product     string     `json:"product,omitempty"`
	Picture     string     `json:"picture,omitempty"` // an address (URL) or a file's name
	Maker       string     `json:"maker,omitempty"`
	Address     string     `json:"address,omitempty"` // of the maker
	Brand       string     `json:"brand,omitempty"`
	Code        string     `json:"code,omitempty"` // the product's, such as the OCOP code
	BestBefore  civil.Date `json:"bestBefore,omitzero"`
	Expires     civil.Date `json:"expires,omitzero"`
	Standard    string     `json:"standard,omitempty"`    // applied, such as TCVN 1:2026
	Star        int        `json:"star,omitempty"`        // 3 to 5, as awarded; 0 where none
	Certificate string     `json:"certificate,omitempty"` // its number or address
	Story       string     `json:"story,omitempty"`       // the product's, or its address
}

// Namespace is of the words that neither EPCIS nor the CBV has; documents of ours
// give it the prefix ocop.
const Namespace = "https://github.com/ocop-vn/ocop-go/trace/v1#"

// element is a part of the content: how a document names it, and where it stands
// in a Content.
type element struct {
	name string // as documents of ours write it
	text func(*Content) *string
	date func(*Content) *civil.Date
}

// elements are all parts of the content but the star.
func elements() []element {
	return []element{
		{name: "cbvmda:descriptionShort", text: func(c *Content) *string { return &c.Product }},
		{name: "ocop:picture", text: func(c *Content) *string { return &c.Picture }},
		{name: "cbvmda:manufacturerOfTradeItemPartyName", text: func(c *Content) *string { return &c.Maker }},
		{name: "ocop:makerAddress", text: func(c *Content) *string { return &c.Address }},
		{name: "ocop:brand", text: func(c *Content) *string { return &c.Brand }},
		{name: "ocop:productCode", text: func(c *Content) *string { return &c.Code }},
		{name: "cbvmda:bestBeforeDate", date: func(c *Content) *civil.Date { return &c.BestBefore }},
		{name: "cbvmda:itemExpirationDate", date: func(c *Content) *civil.Date { return &c.Expires }},
		{name: "ocop:standard", text: func(c *Content) *string { return &c.Standard }},
		{name: "ocop:certificate", text: func(c *Content) *string { return &c.Certificate }},
		{name: "ocop:story", text: func(c *Content) *string { return &c.Story }},
	}
}

// starName is how documents of ours write the star.
const starName = "ocop:star"

// members are the content as ilmd has it; nil where nothing is told.
func (c Content) members() []Member {
	var list []Member
	for _, e := range elements() {
		switch {
		case e.date != nil:
			if d := e.date(&c); *d != (civil.Date{}) {
				list = append(list, textMember(e.name, d.String()))
			}
		case *e.text(&c) != "":
			list = append(list, textMember(e.name, *e.text(&c)))
		}
	}
	if c.Star != 0 {
		list = append(list, Member{starName, json.RawMessage(strconv.Itoa(c.Star))})
	}
	return list
}

// vocabularyOfContent says where the parts stand by the whole address of their names.
func vocabularyOfContent() map[string]element {
	all := map[string]element{}
	prefixes := ours()
	for _, e := range elements() {
		all[expanded(e.name, prefixes)] = e
	}
	return all
}

// contentReader reads contents.
type contentReader struct {
	of   map[string]element
	star string
}

func newContentReader() contentReader {
	return contentReader{vocabularyOfContent(), expanded(starName, ours())}
}

// fill fills in what members tell and the content does not have yet.
func (r *contentReader) fill(c *Content, members []Member, prefixes map[string]string) {
	for _, m := range members {
		name := expanded(m.Name, prefixes)
		if name == r.star && c.Star == 0 {
			c.Star = wholeOf(m.Value)
			continue
		}
		e, ok := r.of[name]
		switch {
		case !ok:
		case e.date != nil:
			if d := e.date(c); *d == (civil.Date{}) {
				*d, _ = civil.Parse(textOf(m.Value))
			}
		case *e.text(c) == "":
			*e.text(c) = textOf(m.Value)
		}
	}
}

// textOf is the text that a member's value is, bare or as JSON-LD writes values
// and addresses; "" where it is none.
func textOf(value json.RawMessage) string {
	var s string
	if json.Unmarshal(value, &s) == nil {
		return s
	}
	var number json.Number
	if json.Unmarshal(value, &number) == nil {
		return number.String()
	}
	var object struct {
		Value string `json:"@value"`
		At    string `json:"@id"`
		ID    string `json:"id"`
	}
	if json.Unmarshal(value, &object) != nil {
		return ""
	}
	return object.Value + object.At + object.ID
}

// wholeOf is the whole number that a value is; -1 where it is none.
func wholeOf(value json.RawMessage) int {
	n, err := strconv.Atoi(textOf(value))
	if err != nil {
		return -1
	}
	return n
}

// part is a part of the least content of a trace.
type part struct {
	id    string
	name  lang.Text
	there func(l *Lot) bool
}

// shelfLife is the part that goods have none of where they do not spoil.
const shelfLife = "shelf-life"

// leastOf are the parts that a trace must have (Circular 02/2024/TT-BKHCN).
func leastOf() []part {
	told := func(text func(*Lot) string) func(*Lot) bool { return func(l *Lot) bool { return text(l) != "" } }
	return []part{
		{"product", lang.Text{Vi: "tên sản phẩm", En: "the product's name"}, told(func(l *Lot) string { return l.Product })},
		{"picture", lang.Text{Vi: "hình ảnh sản phẩm", En: "a picture of the product"}, told(func(l *Lot) string { return l.Picture })},
		{"maker", lang.Text{Vi: "tên đơn vị sản xuất", En: "the maker's name"}, told(func(l *Lot) string { return l.Maker })},
		{"address", lang.Text{Vi: "địa chỉ đơn vị sản xuất", En: "the maker's address"}, told(func(l *Lot) string { return l.Address })},
		{"stage", lang.Text{Vi: "công đoạn sản xuất", En: "the stage of production"}, func(l *Lot) bool { return l.ownMade(func(s *Step) bool { return s.Step != "" || s.Stage != "" }) }},
		{"trace-code", lang.Text{Vi: "mã truy vết sản phẩm (GTIN và số lô)", En: "the product's trace code (GTIN and lot)"}, func(l *Lot) bool { return l.Key.GTIN != "" && (l.Key.Lot != "" || l.Key.Serial != "") }},
		{"place-code", lang.Text{Vi: "mã truy vết địa điểm sản xuất", En: "the trace code of the place of production"}, func(l *Lot) bool { return l.ownMade(func(s *Step) bool { return s.placed }) }},
		{"time", lang.Text{Vi: "thời gian sản xuất", En: "the time of production"}, func(l *Lot) bool { return len(l.own) > 0 }},
		{"brand", lang.Text{Vi: "thương hiệu, nhãn hiệu", En: "the brand"}, told(func(l *Lot) string { return l.Brand })},
		{"code", lang.Text{Vi: "mã sản phẩm", En: "the product's code"}, told(func(l *Lot) string { return l.Code })},
		{shelfLife, lang.Text{Vi: "hạn sử dụng", En: "the shelf life"}, func(l *Lot) bool { return l.BestBefore != (civil.Date{}) || l.Expires != (civil.Date{}) }},
		{"standard", lang.Text{Vi: "tiêu chuẩn áp dụng", En: "the standard applied"}, told(func(l *Lot) string { return l.Standard })},
	}
}

// ownMade tells whether a step that made the lot itself is so.
func (l *Lot) ownMade(is func(*Step) bool) bool { return slices.ContainsFunc(l.own, is) }
