// Package gen makes registers for tests: any number of records over the places,
// sets, states and dates there are, of which some hundredths are wrong, each in
// one of the ways that registers are. Names are made up. One seed makes one register.
package gen

import (
	"encoding/json"
	"fmt"
	"iter"
	"math/rand/v2"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/dossier/codes/places"
	"github.com/ocop-vn/ocop-go/ocop/registry"
	"github.com/ocop-vn/ocop-go/scoring/civil"
)

// Record is one of a register that was made; where Broken, nobody can read it.
type Record struct {
	registry.Record

	Broken bool
}

// Records makes n records.
func Records(seed uint64, n int) iter.Seq[*Record] {
	return func(yield func(*Record) bool) {
		m := maker{Rand: rand.New(rand.NewPCG(seed, 26)), provinces: places.Provinces()} //nolint:gosec // the same register each time
		for range n {
			if !yield(m.record()) {
				return
			}
		}
	}
}

// JSON is the record as a line of JSON Lines; a broken one is cut off in the middle.
func (x *Record) JSON() []byte {
	type plain registry.Record // without methods
	line, err := json.Marshal((*plain)(&x.Record))
	if err != nil {
		return nil // texts and numbers alone
	}
	if x.Broken {
		line = line[:len(line)/2]
	}
	return line
}

// Cells is the record as a row of a table; a broken one ends in the middle.
func (x *Record) Cells() []string {
	cells := registry.Cells(&x.Record)
	if x.Broken {
		cells = cells[:len(cells)/2]
	}
	return cells
}

// maker makes one record after the other. It remembers some, for those that follow
// or repeat them, and some producers, for those that have several products.
type maker struct {
	*rand.Rand

	provinces []places.ProvinceInfo
	serial    int
	records   [500]*Record
	producers [500]*home
}

// home is a producer and where it is.
type home struct {
	dossier.RecordProducer

	province places.ProvinceInfo
	commune  string
}

// one is one of some.
func one[T any](m *maker, of ...T) T { return of[m.IntN(len(of))] }

// percent is true so many times in a hundred.
func (m *maker) percent(n int) bool { return m.IntN(100) < n }

// record makes a record: three in four as they should be, the others followers of
// earlier ones, in a rare state, or wrong.
func (m *maker) record() *Record {
	x := m.good()
	if earlier := m.records[m.IntN(len(m.records))]; m.percent(25) && earlier != nil {
		list := twists()
		list[m.IntN(len(list))](m, x, earlier)
	}
	kept := *x
	kept.Broken = false
	m.records[m.IntN(len(m.records))] = &kept
	return x
}

// good is a record that is right.
func (m *maker) good() *Record {
	x := &Record{}
	p := m.producer()
	x.Producer, x.Commune = p.RecordProducer, p.commune
	x.Set, x.Product = 1+m.IntN(26), one(m, "Cà phê", "Chè Shan tuyết", "Mắm ruốc", "Gạo nếp", "Bưởi", "Mật ong", "Tranh tre")+" "+one(m, "Bản", "Núi", "Suối", "Đồng")+" "+strconv.Itoa(m.IntN(40))
	x.Decision, x.State = strconv.Itoa(1+m.IntN(4000))+"/QĐ-UBND", dossier.RecordRecognised
	m.issue(x, civil.Date{Year: 2019, Month: 8, Day: 21}.AddDays(m.IntN(2650)), p)
	m.mark(x, one(m, 3, 3, 3, 3, 3, 3, 4, 4, 4, 4, 5))
	for _, channel := range []string{"supermarket", "convenience-store", "e-commerce", "shop", "export"} {
		if m.percent(25) {
			x.Channels = append(x.Channels, channel)
		}
	}
	if m.percent(30) {
		x.Trace = "https://example.vn/t/" + strconv.Itoa(m.serial)
	}
	return x
}

// issue gives the record a certificate of a day, and a code as codes were then.
func (m *maker) issue(x *Record, on civil.Date, p *home) {
	x.Issued, x.Expires = on.String(), on.AddMonths(36).String()
	x.Edition = edition(on)
	m.serial++
	place := p.province.Code + "-"
	if on.Before(civil.Date{Year: 2025, Month: 7, Day: 1}) {
		place = one(m, p.province.From...) + "-" + fmt.Sprintf("%03d-", 1+m.IntN(900))
	}
	x.Province = place[:2]
	x.Code = place + x.Commune + "-" + strconv.Itoa(1+m.serial%999_999) + "-" + strconv.Itoa(on.Year)
}

// edition is the one that was in force.
func edition(on civil.Date) string {
	switch {
	case on.Before(civil.Date{Year: 2023, Month: 2, Day: 24}):
		return "qd1048-2019"
	case on.Before(civil.Date{Year: 2026, Month: 7, Day: 22}):
		return "qd148-2023"
	}
	return "qd26-2026"
}

// mark gives the record stars, and points that reach them.
func (m *maker) mark(x *Record, star int) {
	least := [...]int{0, 0, 30, 50, 70, 90}[star]
	total := 100*least + m.IntN(1001)
	x.Star, x.Total, x.Authority = star, points(total), "province"
	if star == 5 {
		x.Authority = "ministry"
	}
	if m.percent(40) {
		a, b := total*35/100, total*25/100
		x.Parts = &dossier.PartPoints{A: points(a), B: points(b), C: points(total - a - b)}
	}
}

func points(hundredths int) string {
	text := fmt.Sprintf("%d.%02d", hundredths/100, hundredths%100)
	return strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(text, "0"), "0"), ".")
}

// producer is one of those known, or a new one.
func (m *maker) producer() *home {
	at := m.IntN(len(m.producers))
	if p := m.producers[at]; p != nil && m.percent(60) {
		return p
	}
	province := one(m, m.provinces...)
	kind := one(m, "cooperative", "cooperative", "cooperative", "cooperative-group", "enterprise", "enterprise", "enterprise", "farm", "production-household",
		"registered-household", "association", "federation", "operating-centre", "equivalent")
	p := &home{province: province, commune: one(m, places.Communes(province.Code)...).Code}
	p.Name, p.Kind = one(m, "HTX", "Cơ sở", "Tổ hợp tác", "Công ty")+" "+one(m, "An", "Bình", "Hưng", "Phú")+" "+one(m, "Lộc", "Thịnh", "Vượng")+" "+strconv.Itoa(m.IntN(3)), dossier.ProducerKind(kind)
	if m.percent(70) {
		p.Size = one(m, "micro", "small", "medium", "large")
	}
	switch m.IntN(10) {
	case 0:
		p.TaxCode = "0" + fmt.Sprintf("%011d", m.IntN(1e9))
	case 1:
		p.TaxCode = m.taxCode() + fmt.Sprintf("-%03d", 1+m.IntN(20))
	case 2, 3, 4, 5, 6:
		p.TaxCode = m.taxCode()
	}
	m.producers[at] = p
	return p
}

// taxCode is one whose check digit fits.
func (m *maker) taxCode() string {
	for {
		digits := fmt.Sprintf("0%08d", m.IntN(1e8))
		sum := 0
		for i, weight := range []int{31, 29, 23, 19, 17, 13, 7, 5, 3} {
			sum += weight * int(digits[i]-'0')
		}
		if last := 10 - sum%11; last < 10 {
			return digits + strconv.Itoa(last)
		}
	}
}

// at is a day of the record.
func at(day string) civil.Date {
	d, _ := civil.Parse(day)
	return d
}

// follow makes the record a later certificate of an earlier one's product, so many
// days after it; it names the earlier code where told to.
func (m *maker) follow(x, earlier *Record, days int, named bool) {
	day := at(earlier.Issued)
	if !day.Valid() || days < 0 {
		return
	}
	p := &home{RecordProducer: earlier.Producer, commune: earlier.Commune}
	for _, province := range m.provinces {
		if now, _ := places.Commune(p.commune); now.Province == province.Code {
			p.province = province
		}
	}
	if p.province.Code == "" {
		return
	}
	x.Producer, x.Commune, x.Set, x.Product = p.RecordProducer, p.commune, earlier.Set, earlier.Product
	m.issue(x, day.AddDays(days), p)
	if named {
		x.Previous, x.PreviousStar = earlier.Code, earlier.Star
		x.Product += " mới"
	}
}

// twists make a good record rare or wrong, most of them in one way each; one is as
// likely as another.
func twists() []func(m *maker, x, earlier *Record) {
	return []func(m *maker, x, earlier *Record){
		// Between records.
		func(_ *maker, x, e *Record) { x.Code, x.Province, x.Commune = e.Code, e.Province, e.Commune },
		func(m *maker, x, e *Record) { m.follow(x, e, m.IntN(1000), true); x.Code = e.Code },
		func(m *maker, x, e *Record) { m.follow(x, e, m.IntN(1096), true) },
		func(m *maker, x, e *Record) { m.follow(x, e, 900+m.IntN(180), true) },
		func(m *maker, x, e *Record) { m.follow(x, e, 1097+m.IntN(100), true) },
		func(m *maker, x, e *Record) { m.follow(x, e, m.IntN(1096), false) },
		func(m *maker, x, e *Record) { m.follow(x, e, 1097+m.IntN(100), false) },
		func(m *maker, x, e *Record) { m.follow(x, e, 0, false) },
		func(m *maker, x, e *Record) { m.follow(x, e, 0, true) },
		func(m *maker, x, e *Record) {
			m.follow(x, e, m.IntN(900), false)
			x.Product = strings.ToUpper(x.Product)
		},
		func(m *maker, x, e *Record) {
			m.follow(x, e, m.IntN(900), false)
			x.Product = norm.NFD.String(x.Product)
		},
		func(m *maker, x, e *Record) { m.follow(x, e, m.IntN(900), true); x.Previous, x.Code = x.Code, e.Code },
		func(_ *maker, x, _ *Record) { x.Previous, x.PreviousStar = x.Code, 3 },
		func(_ *maker, x, e *Record) { x.Producer = e.Producer; x.Producer.Kind = dossier.KindFarm },
		func(_ *maker, x, e *Record) { x.Producer.TaxCode = strings.ReplaceAll(e.Producer.TaxCode, "-", "") },
		func(_ *maker, x, e *Record) { x.Previous = e.Code },
		func(m *maker, x, e *Record) { m.follow(x, e, m.IntN(900), false); x.Product = "'" + x.Product },
		func(m *maker, x, _ *Record) { x.Product = one(m, "=", "'", " ") + x.Product }, // a table guards it
		func(_ *maker, x, _ *Record) { x.Product = strings.Replace(x.Product, " ", "\n", 1) },
		func(_ *maker, x, _ *Record) { x.PreviousStar = 3 },
		// Rare states.
		func(_ *maker, x, _ *Record) {
			*x = Record{Record: registry.Record{Product: x.Product, Set: x.Set, Edition: x.Edition, Producer: x.Producer, Province: at34(x), Commune: x.Commune, State: dossier.RecordRefused}}
		},
		func(_ *maker, x, _ *Record) { x.State = dossier.RecordRefused },
		func(m *maker, x, _ *Record) { m.withdraw(x, m.IntN(1000)) },
		func(m *maker, x, e *Record) { m.follow(x, e, m.IntN(900), true); m.withdraw(x, m.IntN(3)) },
		func(m *maker, x, _ *Record) { m.withdraw(x, 1096+m.IntN(60)) },
		func(m *maker, x, _ *Record) { m.extend(x, 180); m.withdraw(x, 1000+m.IntN(250)) },
		func(m *maker, x, _ *Record) { m.extend(x, 1+m.IntN(180)) },
		func(m *maker, x, _ *Record) { m.extend(x, 1+m.IntN(180)) },
		func(m *maker, x, _ *Record) { x.Expires = at(x.Expires).AddDays(m.IntN(60) - 30).String() }, // a warning
		func(_ *maker, x, _ *Record) { x.Parts = &dossier.PartPoints{A: "41", B: "1", C: "1"} },      // warnings
		func(_ *maker, x, _ *Record) { x.Edition = "qd26-2026" },                                     // a warning, of early ones
		func(_ *maker, x, _ *Record) { x.Producer.TaxCode = "0100109107" },                           // a warning
		func(_ *maker, x, _ *Record) { x.Province = at34(x) },                                        // of an older code, the place as it is called now
		// Wrong by itself.
		func(_ *maker, x, _ *Record) { x.Broken = true },
		func(_ *maker, x, _ *Record) { x.Star, x.Total, x.Authority = 5, "89.99", "ministry" },
		func(_ *maker, x, _ *Record) { x.Star, x.Total, x.Authority = 4, "69.9", "province" },
		func(_ *maker, x, _ *Record) { x.Star = 2 },
		func(_ *maker, x, _ *Record) {
			x.Authority = map[string]string{"province": "ministry", "ministry": "province"}[x.Authority]
		},
		func(_ *maker, x, _ *Record) {
			x.Code = strings.Replace(x.Code, x.Commune, "99999", 1)
			x.Commune = "99999"
		},
		func(m *maker, x, _ *Record) {
			x.Code = strings.Replace(x.Code, x.Commune, "00004", 1)
			x.Commune = "00004"
		},
		func(_ *maker, x, _ *Record) { x.Commune = "24133" },
		func(_ *maker, x, _ *Record) { x.Province = "01" },
		func(_ *maker, x, _ *Record) { x.Code = "10-080-02647-7-2026" },
		func(_ *maker, x, _ *Record) { x.Code = "66-24133-7-2024" },
		func(_ *maker, x, _ *Record) { x.Code = "64-24133-7-2026"; x.Province, x.Commune = "64", "24133" },
		func(_ *maker, x, _ *Record) { x.Code = "3-24133-7-2026" },
		func(_ *maker, x, _ *Record) { x.Code = "" },
		func(m *maker, x, _ *Record) { m.extend(x, 181) },
		func(m *maker, x, _ *Record) { m.extend(x, 0) },
		func(m *maker, x, _ *Record) { m.withdraw(x, -1) },
		func(_ *maker, x, _ *Record) { x.Ground = dossier.Ground("law-broken") },
		func(_ *maker, x, _ *Record) { x.State = dossier.RecordExtended },
		func(_ *maker, x, _ *Record) { x.State = "lost" },
		func(_ *maker, x, _ *Record) { x.Issued = "2026-02-30" },
		func(_ *maker, x, _ *Record) { x.Issued = "2018-05-07" },
		func(_ *maker, x, _ *Record) { x.Expires = at(x.Issued).AddDays(-1).String() },
		func(_ *maker, x, _ *Record) { x.Expires = "" },
		func(_ *maker, x, _ *Record) { x.Product = "" },
		func(_ *maker, x, _ *Record) { x.Product = "  " },
		func(_ *maker, x, _ *Record) { x.Set = 27 },
		func(_ *maker, x, _ *Record) { x.Edition = "qd26" },
		func(_ *maker, x, _ *Record) { x.Total = "100.5" },
		func(_ *maker, x, _ *Record) { x.Total = "089" },
		func(_ *maker, x, _ *Record) { x.Parts = &dossier.PartPoints{A: "1", B: "x", C: "1"} },
		func(_ *maker, x, _ *Record) { x.Channels = []string{"shop", "shop"} },
		func(_ *maker, x, _ *Record) { x.Channels = []string{"market"} },
		func(_ *maker, x, _ *Record) { x.Producer.Kind = "coop" },
		func(_ *maker, x, _ *Record) { x.Producer.Size = "tiny" },
		func(_ *maker, x, _ *Record) { x.Producer.TaxCode = "12345" },
		func(_ *maker, x, _ *Record) { x.PreviousStar = 6 },
		func(_ *maker, x, _ *Record) { x.Trace = "example.vn" },
	}
}

// at34 is the province that the record's commune lies in now.
func at34(x *Record) string {
	province, _ := places.CommuneProvince(x.Commune)
	return province
}

// withdraw takes the certificate away, so many days after it was issued.
func (m *maker) withdraw(x *Record, days int) {
	x.State, x.Withdrawn, x.Ground = dossier.RecordWithdrawn, at(x.Issued).AddDays(days).String(), one[dossier.Ground](m, "untruthful", "law-broken", "not-producing")
}

// extend lets the certificate last so many days longer.
func (m *maker) extend(x *Record, days int) {
	x.State, x.ExtendedUntil = dossier.RecordExtended, at(x.Expires).AddDays(days).String()
}
