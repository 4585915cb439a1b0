package registry

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/dossier/codes/places"
	"github.com/ocop-vn/ocop-go/ocop/internal/text"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
	"github.com/ocop-vn/ocop-go/scoring/qd26/words"
)

// Breakdown is a count of the report, part by part, in words.
type Breakdown struct {
	ID    string // "total", or as the member of the JSON report: "byStar"
	Title lang.Text
	Head  lang.Text // what the parts are
	Of    int       // what the parts add up to; 0 where they do not
	Parts []Part
}

// Part is one number of a breakdown.
type Part struct {
	Key   string // as in the JSON report
	Name  lang.Text
	Count int
	Since int // on the day to compare with; 0 where there is none
}

// Breakdowns are the counts of the report in words, in the order of the JSON
// report. What there is none of is listed too; sets, provinces and kinds of
// producer stand by number, the greatest first.
func (r *Report) Breakdowns() []Breakdown {
	now, since := &r.Figures, &Figures{}
	if r.Since != nil {
		since = r.Since
	}
	return []Breakdown{
		{
			ID: "total", Title: lang.Text{Vi: "Số liệu chung", En: "In all"}, Head: lang.Text{Vi: "Số liệu", En: "Figure"},
			Parts: []Part{
				{"inForce", lang.Text{Vi: "Sản phẩm có giấy chứng nhận còn hiệu lực", En: "Products with a certificate in force"}, now.InForce, since.InForce},
				{"producers", lang.Text{Vi: "Chủ thể có sản phẩm còn hiệu lực", En: "Producers of such products"}, now.Producers.Total, since.Producers.Total},
			},
		},
		{
			ID: "byStar", Title: lang.Text{Vi: "Theo hạng sao", En: "By star"}, Head: lang.Text{Vi: "Hạng sao", En: "Star"}, Of: now.InForce,
			Parts: partsOf(stars(), starName, now.ByStar, since.ByStar),
		},
		{
			ID: "bySector", Title: lang.Text{Vi: "Theo ngành sản phẩm", En: "By sector"}, Head: lang.Text{Vi: "Ngành", En: "Sector"}, Of: now.InForce,
			Parts: partsOf(sectors(), sectorName, now.BySector, since.BySector),
		},
		{
			ID: "bySet", Title: lang.Text{Vi: "Theo bộ sản phẩm", En: "By product set"}, Head: lang.Text{Vi: "Bộ sản phẩm", En: "Product set"}, Of: now.InForce,
			Parts: byCount(setParts(now.BySet, since.BySet)),
		},
		{
			ID: "byProvince", Title: lang.Text{Vi: "Theo tỉnh, thành phố", En: "By province"}, Head: lang.Text{Vi: "Tỉnh, thành phố", En: "Province"}, Of: now.InForce,
			Parts: byCount(partsOf(places.ProvinceCodes(), provinceName, now.ByProvince, since.ByProvince)),
		},
		{
			ID: "byYear", Title: lang.Text{Vi: "Theo năm cấp giấy chứng nhận", En: "By year of issue"}, Head: lang.Text{Vi: "Năm cấp", En: "Year"}, Of: now.InForce,
			Parts: partsOf(nil, func(year int) lang.Text { return bothSame(strconv.Itoa(year)) }, now.ByYear, since.ByYear),
		},
		{
			ID: "byKind", Title: lang.Text{Vi: "Chủ thể theo loại hình", En: "Producers by kind"}, Head: lang.Text{Vi: "Loại hình chủ thể", En: "Kind of producer"}, Of: now.Producers.Total,
			Parts: byCount(partsOf(producerKinds[:], kindName, now.Producers.ByKind, since.Producers.ByKind)),
		},
		{
			ID: "due", Title: lang.Text{Vi: "Việc đến hạn", En: "What is due"}, Head: lang.Text{Vi: "Nội dung", En: "What"},
			Parts: []Part{
				{"renewal", lang.Text{Vi: "Đến hạn nộp hồ sơ đánh giá lại (từ 180 đến 120 ngày trước khi hết thời hạn)", En: "To be filed now for re-assessment (180 to 120 days before expiry)"}, now.Due.Renewal, since.Due.Renewal},
				{"expiring180", lang.Text{Vi: "Giấy chứng nhận hết thời hạn trong 180 ngày tới", En: "Certificates that expire within the next 180 days"}, now.Due.Expiring180, since.Due.Expiring180},
				{"lapsed", lang.Text{Vi: "Giấy chứng nhận đã hết thời hạn trong 180 ngày qua", En: "Certificates that ended within the last 180 days"}, now.Due.Lapsed, since.Due.Lapsed},
			},
		},
	}
}

// partsOf are the numbers of the keys, then those of any other key there is.
func partsOf[K cmp.Ordered](keys []K, name func(K) lang.Text, now, since map[K]int) []Part {
	others := maps.Clone(now)
	if others == nil {
		others = map[K]int{}
	}
	maps.Copy(others, since)
	for _, k := range keys {
		delete(others, k)
	}
	var list []Part
	for _, k := range slices.Concat(keys, slices.Sorted(maps.Keys(others))) {
		list = append(list, Part{Key: string(text.Plain(k)), Name: name(k), Count: now[k], Since: since[k]})
	}
	return list
}

// byCount has the greatest number first, equals as they stood.
func byCount(list []Part) []Part {
	slices.SortStableFunc(list, func(a, b Part) int { return cmp.Compare(b.Count, a.Count) })
	return list
}

// stars are those that are recognised (Article 4.1), the highest first.
func stars() []int { return []int{highest, highest - 1, highest - 2} }

func starName(star int) lang.Text {
	n := strconv.Itoa(star)
	return lang.Text{Vi: n + " sao", En: n + " stars"}
}

func sectors() []string {
	var ids []string
	for _, s := range qd26.Sectors() {
		ids = append(ids, s.ID)
	}
	return ids
}

func sectorName(sector string) lang.Text { return numbered(sector, qd26.SectorName(sector)) }

func setParts(now, since map[int]int) []Part {
	names := map[int]lang.Text{}
	var numbers []int
	for _, set := range words.Rubric().Sets {
		names[set.No] = set.Name
		numbers = append(numbers, set.No)
	}
	return partsOf(numbers, func(no int) lang.Text { return numbered(strconv.Itoa(no), names[no]) }, now, since)
}

// numbered is a name after the number that it is known by.
func numbered(number string, name lang.Text) lang.Text {
	return lang.Text{Vi: number + ". " + name.Vi, En: number + ". " + name.En}
}

// provinceName is the name of a province as lists of them have it: that of a city
// shortened, of the others without their rank.
func provinceName(code string) lang.Text {
	name, ok := places.Province(code)
	if !ok {
		return lang.Text{Vi: "Mã " + code, En: "Code " + code}
	}
	if city, ok := strings.CutPrefix(name, "Thành phố "); ok {
		return bothSame("TP. " + city)
	}
	return bothSame(strings.TrimPrefix(name, "Tỉnh "))
}

// kindName is the name of a kind of producer. The forms know enterprises that are
// small or medium alone (Article 2.3); a register may hold others.
func kindName(kind dossier.ProducerKind) lang.Text {
	if kind == dossier.KindEnterprise {
		return lang.Text{Vi: "Doanh nghiệp", En: "Enterprise"}
	}
	return kind.Name()
}

// bothSame is a text that is the same in both languages.
func bothSame(s string) lang.Text { return lang.Text{Vi: s, En: s} }

// Name is what the target is about.
func (t Target) Name() lang.Text {
	switch t.ID {
	case "products":
		return lang.Text{Vi: "Sản phẩm từ 3 sao trở lên", En: "Products of 3 stars and more"}
	case "five-star":
		return lang.Text{Vi: "Sản phẩm 5 sao", En: "Products of 5 stars"}
	case "upgraded":
		return lang.Text{Vi: "Sản phẩm được nâng hạng trong số đã công nhận trước đó", En: "Products with more stars than when last recognised"}
	case "cooperatives":
		return lang.Text{Vi: "Chủ thể là hợp tác xã", En: "Producers that are cooperatives"}
	case "small-and-medium":
		return lang.Text{Vi: "Chủ thể là doanh nghiệp nhỏ và vừa", En: "Producers that are small or medium enterprises"}
	case "modern-channels":
		return lang.Text{Vi: "Chủ thể bán hàng qua kênh phân phối hiện đại", En: "Producers in modern sales channels"}
	}
	return lang.Text{}
}

// In is how far the target is reached and what it is, as people write them: 14.210
// and 10.000, or 31,4% and 50%.
func (t Target) In(l lang.Lang) (value, target string) {
	whole := string(text.Number(t.Target, l))
	if !t.Percent() {
		return string(text.Number(t.Count, l)), whole
	}
	return string(text.Percent(t.Share.Tenths(), l)), whole + "%"
}

// Change is by how much more or less the target is reached than another day: a
// number of products, or percentage points.
func (t Target) Change(since Target, l lang.Lang) string {
	if !t.Percent() {
		return string(text.Change(t.Count-since.Count, l))
	}
	return string(text.PointsChange(t.Share.Tenths()-since.Share.Tenths(), l))
}

// TargetsTitle is what the targets are.
func TargetsTitle() lang.Text {
	return lang.Text{Vi: "Mục tiêu theo Quyết định 919/QĐ-TTg (2021–2025)", En: "Targets of Decision 919/QĐ-TTg (2021–2025)"}
}
