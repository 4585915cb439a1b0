package main

import (
	"slices"
	"strings"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/ocop/registry"
	"github.com/ocop-vn/ocop-go/scoring/civil"
)

// recipe is how a kind of product is made, for the chain of one of the register.
type recipe struct {
	file      string
	name      string // how names of such products begin
	provinces string // where it is at home, that where it is best known first
	raw       []raw  // what growers bring
	works     []work // what is made of it, one of the other; the last makes the product
	shelf     int    // months that the product keeps; 0 where it does not spoil
	faulty    bool   // something is wrong with the chain, on purpose
	apart     bool   // the shop writes a document of its own
	standard  string // that the product is made to
}

// raw is a lot of something that comes from outside.
type raw struct{ stage, name, place, amount, unit string }

// work makes one lot of the one before.
type work struct {
	stage, name  string // name is "" for the product itself
	amount, unit string
	days         int    // after what went before
	uses         string // of the lot before; "" for all of it
}

// recipes are of the twelve products that chains are made for.
var recipes = []recipe{
	{
		file: "ca-phe", name: "Cà phê rang xay", provinces: "66 68 52", standard: "TCCS 01:2026", shelf: 12, apart: true,
		raw: []raw{
			{"Thu hái", "Cà phê quả tươi", "Vườn cà phê số 1", "1200", "KGM"},
			{"Thu hái", "Cà phê quả tươi", "Vườn cà phê số 2", "800.5", "KGM"},
		},
		works: []work{{"Phơi, xát vỏ", "Cà phê nhân", "420", "KGM", 12, ""}, {"Rang xay, đóng gói", "", "640", "", 140, ""}},
	},
	{
		file: "che", name: "Chè Shan tuyết", provinces: "15 14 12", standard: "TCCS 02:2026", shelf: 18,
		raw:   []raw{{"Hái búp", "Búp chè tươi", "Nương chè số 1", "250", "KGM"}, {"Hái búp", "Búp chè tươi", "Nương chè số 2", "150", "KGM"}},
		works: []work{{"Diệt men, vò, sao khô", "Chè khô", "82", "KGM", 0, ""}, {"Đóng gói", "", "400", "", 2, ""}},
	},
	{
		file: "nuoc-mam", name: "Nước mắm", provinces: "91", standard: "TCVN 5107:2018", shelf: 24,
		raw:   []raw{{"Đánh bắt", "Cá cơm", "Tàu cá số 1", "3000", "KGM"}, {"Thu muối", "Muối biển", "Ruộng muối số 1", "1000", "KGM"}},
		works: []work{{"Ủ chượp", "Chượp chín", "3500", "KGM", 2, ""}, {"Kéo rút", "Nước mắm cốt", "1800", "LTR", 365, ""}, {"Đóng chai", "", "3500", "", 6, ""}},
	},
	{
		file: "gao", name: "Gạo ST25", provinces: "92", standard: "TCCS 04:2026", shelf: 9,
		raw:   []raw{{"Gặt", "Thóc tươi", "Cánh đồng số 1", "5200", "KGM"}},
		works: []work{{"Sấy thóc", "Thóc khô", "4400", "KGM", 1, ""}, {"Xay xát, đóng túi", "", "520", "", 9, ""}},
	},
	{
		file: "mat-ong", name: "Mật ong", provinces: "11 25 08", standard: "TCVN 12605:2019", shelf: 24,
		raw:   []raw{{"Quay mật", "Mật ong thô", "Trại ong số 1", "180.25", "KGM"}, {"Quay mật", "Mật ong thô", "Trại ong số 2", "95.75", "KGM"}},
		works: []work{{"Lọc, hạ thủy phần", "Mật ong đã lọc", "262", "KGM", 2, ""}, {"Đóng chai", "", "500", "", 3, ""}},
	},
	{
		file: "mien-dong", name: "Miến dong", provinces: "04 19 22", standard: "TCCS 06:2026", shelf: 12,
		raw:   []raw{{"Đào củ", "Củ dong riềng", "Ruộng dong số 1", "4000", "KGM"}},
		works: []work{{"Nghiền, lọc bột", "Bột dong ướt", "900", "KGM", 1, ""}, {"Tráng, cắt, phơi", "Miến khô", "560", "KGM", 150, ""}, {"Đóng gói", "", "1100", "", 2, ""}},
	},
	{
		file: "tinh-dau", name: "Tinh dầu tràm", provinces: "46 44", standard: "TCCS 07:2026", shelf: 36,
		raw:   []raw{{"Thu hái", "Lá tươi", "Rừng trồng số 1", "2000", "KGM"}},
		works: []work{{"Chưng cất", "Tinh dầu thô", "9.5", "LTR", 1, ""}, {"Lắng, lọc, đóng lọ", "", "900", "", 14, ""}},
	},
	{
		file: "gom", name: "Bình gốm", provinces: "01 22 86", standard: "TCCS 08:2026",
		raw:   []raw{{"Khai thác", "Đất sét", "Bãi đất số 1", "600", "KGM"}},
		works: []work{{"Tạo hình, phơi mộc", "Bình mộc", "120", "", 10, ""}, {"Tráng men, nung", "", "112", "", 6, ""}},
	},
	{
		file: "may-tre-dan", name: "Giỏ mây tre đan", provinces: "01 33 37", standard: "TCCS 09:2026",
		raw:   []raw{{"Khai thác", "Cây giang", "Rừng giang số 1", "300", "KGM"}, {"Khai thác", "Mây", "Rừng mây số 1", "60", "KGM"}},
		works: []work{{"Chẻ nan, luộc, phơi", "Nan", "210", "KGM", 7, ""}, {"Đan, hun khói", "", "150", "", 12, ""}},
	},
	{
		file: "qua-luu-niem", name: "Quà lưu niệm", provinces: "56 91 48 22 79 31 46", standard: "TCCS 10:2026",
		raw:   []raw{{"Thu gom", "Vỏ ốc", "Bãi biển số 1", "80", "KGM"}},
		works: []work{{"Làm sạch, phân loại", "Vỏ ốc sạch", "74", "KGM", 3, ""}, {"Ghép, đánh bóng", "", "400", "", 8, ""}},
	},
	{
		file: "hoa-qua-say", name: "Hoa quả sấy dẻo", provinces: "14 68 66 75 82", standard: "TCCS 11:2026", shelf: 12, faulty: true,
		raw:   []raw{{"Thu hái", "Quả tươi", "Vườn quả số 1", "900", "KGM"}},
		works: []work{{"Gọt, cắt, ngâm", "Quả cắt lát", "520", "KGM", -3, ""}, {"Sấy dẻo, đóng túi", "", "1300", "", 2, ""}},
	},
	{
		file: "ruou", name: "Rượu ngô", provinces: "08 15 11", standard: "QCVN 6-3:2010/BYT", shelf: 60, faulty: true,
		raw:   []raw{{"Thu hoạch", "Ngũ cốc", "Nương số 1", "300", "KGM"}},
		works: []work{{"Nấu, ủ men", "Cái rượu", "420", "KGM", 15, ""}, {"Chưng cất, lọc", "Rượu gốc", "160", "LTR", 1, ""}, {"Đóng chai", "", "300", "", 30, "185"}},
	},
}

// product is the index of the record that the chain is made for: of those in force on
// a day, and since before the lot of their trace was packed, one of the first province
// that has any, and of these one with most stars; -1 for none.
func (r *recipe) product(records []registry.Record, on civil.Date) int {
	provinces, best, least := strings.Fields(r.provinces), -1, 0
	for i := range records {
		x := &records[i]
		if x.State != dossier.RecordRecognised || !strings.HasPrefix(x.Product, r.name) || x.Expires < on.String() || packed(x) < x.Issued {
			continue
		}
		at := slices.Index(provinces, x.Province)
		if at < 0 {
			at = len(provinces)
		}
		if rank := 10*at - x.Star; best < 0 || rank < least {
			best, least = i, rank
		}
	}
	return best
}

// packed is the first day of the month that the lot of a record's trace bears; "" of
// one without a trace.
func packed(x *registry.Record) string {
	_, lot, ok := strings.Cut(x.Trace, "/10/L")
	if !ok {
		return ""
	}
	return "20" + lot[:2] + "-" + lot[2:] + "-01"
}
