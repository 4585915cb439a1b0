package synthetic

import (
	"fmt"
	"strings"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/scoring/civil"
)

// mark stands behind the name of every producer.
const mark = " (giả lập)"

// producer makes products in a commune, most of them of one set.
type producer struct {
	dossier.RecordProducer

	area     *area
	commune  string
	old      string // the province's code before July 2025
	place    string // as names of products have it
	set      int
	channels []string
	names    map[string]bool // of its products

	inForce, modern bool // as the tally counts
}

// provinceOn is the code of its province on a day.
func (p *producer) provinceOn(day civil.Date) string {
	if day.Before(fourParts) {
		return p.old
	}
	return p.area.Code
}

// kinds are the kinds of producer with how many of 1,000 are of each, and of those
// that run tourism.
var kinds = []struct {
	kind           dossier.ProducerKind
	share, tourism int
	names          []string
}{
	{dossier.KindCooperative, 375, 300, []string{"HTX nông nghiệp {place}", "HTX {trade} {place}", "HTX dịch vụ {virtue}", "HTX {trade} {virtue}"}},
	{dossier.KindCooperativeGroup, 60, 50, []string{"Tổ hợp tác {trade} {place}"}},
	{dossier.KindEnterprise, 245, 200, []string{"Công ty TNHH {virtue} {place}", "Công ty CP {trade} {virtue}", "Doanh nghiệp tư nhân {virtue}"}},
	{dossier.KindFarm, 40, 20, []string{"Trang trại {virtue} {place}", "Trang trại {nickname}"}},
	{dossier.KindProductionHousehold, 80, 60, []string{"Hộ sản xuất {nickname}", "Cơ sở sản xuất {trade} {nickname}"}},
	{dossier.KindRegisteredHousehold, 165, 120, []string{"Hộ kinh doanh {nickname}", "Cơ sở {trade} {nickname}"}},
	{dossier.KindAssociation, 10, 10, []string{"Hội {trade} {place}"}},
	{dossier.KindFederation, 5, 10, []string{"Hiệp hội {trade} {place}"}},
	{dossier.KindOperatingCentre, 10, 200, []string{"Trung tâm điều hành {trade} {place}"}},
	{dossier.KindEquivalent, 10, 30, []string{"Nhóm sở thích {trade} {place}"}},
}

// producer draws a producer.
func (m *maker) producer() *producer {
	weights := make([]int, len(m.areas))
	for i := range m.areas {
		weights[i] = m.areas[i].weight
	}
	p := &producer{area: &m.areas[m.pick(weights...)], names: map[string]bool{}}
	commune := one(m, p.area.communes)
	p.commune, p.place = commune.Code, PlaceName(commune.Name)
	p.old = oldProvince(p.commune, p.area.ProvinceInfo)
	p.set = 1 + m.pick(p.area.sets...)
	m.introduce(p)
	for i, channel := range []string{"supermarket", "convenience-store", "e-commerce", "shop", "export"} {
		if m.percent([]int{22, 9, 33, 60, 4}[i]) {
			p.channels = append(p.channels, channel)
		}
	}
	return p
}

// introduce draws a producer's kind, name, size and tax code.
func (m *maker) introduce(p *producer) {
	weights := make([]int, len(kinds))
	for i := range kinds {
		weights[i] = kinds[i].share
		if p.set == 26 {
			weights[i] = kinds[i].tourism
		}
	}
	kind := &kinds[m.pick(weights...)]
	p.Kind = kind.kind
	base := strings.NewReplacer("{place}", p.place, "{virtue}", one(m, virtues), "{trade}", trades[p.set-1], "{nickname}", one(m, nicknames)).Replace(one(m, kind.names))
	p.Name = base + mark
	for n := 2; m.taken[p.commune+p.Name]; n++ {
		p.Name = fmt.Sprintf("%s %d%s", base, n, mark)
	}
	m.taken[p.commune+p.Name] = true
	if p.Kind == dossier.KindEnterprise || p.Kind == dossier.KindCooperative {
		p.Size = []string{"micro", "small", "medium", "large"}[m.pick(500, 380, 100, 20)]
	}
	p.TaxCode = m.taxCode(p.Kind)
}

// taxCode draws a number that nobody has: a code that begins with 99 as no tax
// office's does, of some households a personal number that begins with 099, as of no province; of some
// none.
func (m *maker) taxCode(kind dossier.ProducerKind) string {
	personal, none := 0, 0
	switch kind {
	case dossier.KindProductionHousehold, dossier.KindRegisteredHousehold, dossier.KindFarm:
		personal, none = 45, 25
	case dossier.KindCooperativeGroup, dossier.KindEquivalent:
		none = 60
	default:
	}
	if m.percent(none) {
		return ""
	}
	for isPersonal := m.percent(personal); ; {
		code := fmt.Sprintf("099%09d", m.IntN(1_000_000_000))
		if !isPersonal {
			code = m.organisation()
		}
		if code != "" && !m.taken[code] {
			m.taken[code] = true
			return code
		}
	}
}

// organisation draws the tax code of an organisation, one in fifty of a branch; ""
// where its digits have no check digit.
func (m *maker) organisation() string {
	code := fmt.Sprintf("99%07d", m.IntN(10_000_000))
	sum := 0
	for i, weight := range [9]int{31, 29, 23, 19, 17, 13, 7, 5, 3} {
		sum += weight * int(code[i]-'0')
	}
	if sum%11 == 0 {
		return ""
	}
	code += fmt.Sprint(10 - sum%11)
	if m.IntN(50) == 0 {
		code += "-001"
	}
	return code
}
