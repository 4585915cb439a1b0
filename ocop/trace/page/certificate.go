package page

import (
	"strings"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/ocop/registry"
	"github.com/ocop-vn/ocop-go/scoring/civil"
)

// highest is the most stars, and lowest the fewest that are recognised (Article 4.1).
const lowest, highest = 3, 5

func isStar(n int) bool { return lowest <= n && n <= highest }

func (v *view) stars(n int) string { return v.Count(n, "sao", "star", "stars") }

// marks are stars as people see them, out of five.
func marks(n int) string { return strings.Repeat("★", n) + strings.Repeat("☆", highest-n) }

// tellCertificate tells of the star and the certificate: as the register has them,
// else as the lot tells them.
func (v *view) tellCertificate() {
	if v.o.Record != nil {
		v.tellRecord(v.o.Record)
		return
	}
	l := v.lot
	if l.Star == 0 && l.Certificate == "" {
		return
	}
	told := ""
	switch {
	case isStar(l.Star):
		told = v.stars(l.Star)
		v.Star = star{marks(l.Star), v.Say("OCOP "+told+", nhà sản xuất tự khai", "OCOP "+told+", as the maker says")}
	case l.Star != 0:
		told = v.Say("ghi sai: OCOP công nhận từ 3 đến 5 sao", "wrong: OCOP recognises 3 to 5 stars")
	}
	v.Certificate = v.facts(
		fact{Name: v.Say("Hạng sao", "Star"), Value: told},
		v.linked(v.Say("Giấy chứng nhận", "Certificate"), l.Certificate),
	)
	v.judged(open(v.Say("Hạng sao và giấy chứng nhận do nhà sản xuất khai, chưa đối chiếu với sổ sản phẩm OCOP.",
		"Star and certificate are as the maker tells them; they were not compared with the register of OCOP products.")))
}

func (v *view) tellRecord(x *registry.Record) {
	l := v.lot
	told := ""
	if isStar(x.Star) {
		told = v.stars(x.Star)
	}
	verdict := v.judge(x)
	v.judged(verdict)
	if verdict.Class != "bad" && told != "" {
		v.Star = star{marks(x.Star), "OCOP " + told}
	}
	product := written(x.Product)
	if product == written(l.Product) {
		product = ""
	}
	v.Certificate = v.facts(
		fact{Name: v.Say("Hạng sao", "Star"), Value: told},
		fact{Name: v.Say("Tên được công nhận", "Recognised as"), Value: product},
		fact{Name: v.Say("Chủ thể", "Producer"), Value: written(x.Producer.Name)},
		fact{Name: v.Say("Mã sản phẩm", "Product code"), Value: written(x.Code)},
		fact{Name: v.Say("Quyết định", "Decision"), Value: written(x.Decision)},
		fact{Name: v.Say("Cấp công nhận", "Recognised by"), Value: v.authority(x.Authority)},
		fact{Name: v.Say("Ngày cấp", "Issued"), Value: v.dayOf(x.Issued)},
		fact{Name: v.Say("Thời hạn đến", "Valid until"), Value: v.dayOf(x.Expires)},
		fact{Name: v.Say("Kéo dài đến", "Extended until"), Value: v.dayOf(x.ExtendedUntil)},
		fact{Name: v.Say("Thu hồi từ ngày", "Withdrawn on"), Value: v.dayOf(x.Withdrawn)},
		fact{Name: v.Say("Căn cứ thu hồi", "Ground"), Value: x.Ground.Name().In(v.Lang)},
		v.linked(v.Say("Giấy chứng nhận", "Certificate"), l.Certificate),
	)
	if l.Star != 0 && l.Star != x.Star && verdict.Class != "bad" {
		v.judged(open(v.Say("Nhà sản xuất ghi hạng sao khác với sổ sản phẩm OCOP.", "The maker tells another star than the register of OCOP products.")))
	}
}

// authority is who recognised a product, for people (Article 4.1).
func (v *view) authority(by string) string {
	switch by {
	case "province":
		return v.Say("Ủy ban nhân dân cấp tỉnh", "the provincial People's Committee")
	case "ministry":
		return v.Say("Bộ Nông nghiệp và Môi trường", "the Ministry of Agriculture and Environment")
	}
	return ""
}

// judge says how a certificate stands on the day.
func (v *view) judge(x *registry.Record) verdict {
	until := v.dayOf(x.Expires)
	if x.State == dossier.RecordExtended {
		until = v.dayOf(x.ExtendedUntil)
	}
	fact, on := registry.FactOf(x, 0), registry.Day(v.o.On)
	switch {
	case v.lot.Code != "" && x.Code != "" && v.lot.Code != x.Code:
		return bad(v.Say("Giấy chứng nhận dưới đây là của sản phẩm có mã khác với mã ghi trên lô này.", "The certificate below is of a product with another code than this lot has."))
	case x.State == dossier.RecordRefused:
		return bad(v.Say("Sản phẩm không được công nhận hạng sao OCOP.", "The product was not recognised as an OCOP product."))
	case x.State == dossier.RecordWithdrawn:
		return bad(v.Say("Giấy chứng nhận OCOP đã bị thu hồi từ ngày ", "The OCOP certificate was withdrawn on ") + v.dayOf(x.Withdrawn) + ".")
	case v.o.On == (civil.Date{}):
		return open(v.Say("Giấy chứng nhận OCOP có thời hạn đến ngày ", "The OCOP certificate is valid until ") + until + ".")
	case fact.In(on):
		return good(v.Say("Giấy chứng nhận OCOP còn hiệu lực đến ngày ", "The OCOP certificate is in force until ") + until + ".")
	case on < fact.Issued:
		return open(v.Say("Giấy chứng nhận OCOP chỉ có hiệu lực từ ngày ", "The OCOP certificate is in force only from ") + v.dayOf(x.Issued) + ".")
	}
	return bad(v.Say("Giấy chứng nhận OCOP đã hết hạn ngày ", "The OCOP certificate expired on ") + until + ".")
}
