// Package synthetic makes registers of products that do not exist, to try the
// library on: as many as asked, in the same shape and about the same proportions as
// the programme's, the same for the same seed. Places and rules are real; producers,
// products, tax codes, GTINs and decisions are not, and say so: names end with
// "(giả lập)", decisions begin with "GL-", tax codes with 99, GTINs with the 952
// that GS1 keeps for demonstrations.
package synthetic

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/dossier/procedure"
	"github.com/ocop-vn/ocop-go/ocop/registry"
	"github.com/ocop-vn/ocop-go/scoring/civil"
)

// Options are what a register is made by.
type Options struct {
	Records int
	Seed    uint64
	On      civil.Date // the last day that anything happened on; First or later
}

// First is the first day that a register is made for: certificates of the first
// rubric have ended by then, and their products were recognised again.
var First = civil.Date{Year: 2024, Month: 1, Day: 1}

// Make makes a register, with what it comes to on its last day as its maker kept count.
func Make(o Options) ([]registry.Record, Tally) {
	m := maker{
		Rand: rand.New(rand.NewPCG(o.Seed, 26)), //nolint:gosec // made up, and the same for the same seed
		on:   o.On, want: o.Records, areas: areas(),
		numbers: map[string]int{}, taken: map[string]bool{}, tally: newTally(o.On),
	}
	for len(m.records) < m.want {
		p := m.producer()
		for range 1 + m.pick(500, 220, 120, 70, 40, 25, 15, 10) {
			if len(m.records) < m.want {
				m.product(p)
			}
		}
	}
	return m.records, m.tally
}

// maker makes records, one producer after the other.
type maker struct {
	*rand.Rand

	on      civil.Date
	want    int
	areas   []area
	numbers map[string]int  // how many codes a commune gave in a year
	taken   map[string]bool // names and tax codes of producers
	gtins   int
	records []registry.Record
	tally   Tally
}

// pick draws an index by weight.
func (m *maker) pick(weights ...int) int {
	sum := 0
	for _, w := range weights {
		sum += w
	}
	n := m.IntN(sum)
	for i, w := range weights {
		if n -= w; n < 0 {
			return i
		}
	}
	return len(weights) - 1
}

// percent tells that something is so in so many of a hundred cases.
func (m *maker) percent(n int) bool { return m.IntN(100) < n }

func one[T any](m *maker, of []T) T { return of[m.IntN(len(of))] }

// product makes a product of a producer: one record, two where the certificate
// before it stands in the register as well. Nothing where it has no name left.
func (m *maker) product(p *producer) {
	x := registry.Record{Producer: p.RecordProducer, Commune: p.commune, Province: p.area.Code}
	if x.Set, x.Product = m.named(p); x.Product == "" {
		return
	}
	x.Channels = m.channels(p)
	switch m.pick(35, 12, 85, 15, 853) {
	case 0:
		m.refused(&x, p)
		return
	case 1:
		m.withdrawn(&x, p)
	case 2:
		m.recognised(&x, p, firstRound, m.on.AddMonths(-procedure.CertificateMonths).AddDays(-1))
	case 3:
		m.extended(&x, p)
	default:
		m.recognised(&x, p, m.on.AddMonths(-procedure.CertificateMonths), m.on)
	}
}

// named draws a set, most often the producer's own and else another of its sector,
// and a name that the producer has not used; "" where none is left.
func (m *maker) named(p *producer) (set int, name string) {
	for range 8 {
		set = p.set
		if other := 1 + m.pick(p.area.sets...); m.percent(30) && sector(other) == sector(set) {
			set = other
		}
		name = one(m, p.area.goods[set-1]) + " " + p.place
		if list := qualifiers(set); p.names[name] && len(list) > 0 {
			name += " " + one(m, list)
		}
		if !p.names[name] {
			p.names[name] = true
			return set, name
		}
	}
	return 0, ""
}

// channels are where a product is sold: some of its producer's.
func (m *maker) channels(p *producer) (list []string) {
	for _, c := range p.channels {
		if m.percent(80) {
			list = append(list, c)
		}
	}
	return list
}

// recognised makes a record of a product that was recognised between two days.
func (m *maker) recognised(x *registry.Record, p *producer, from, to civil.Date) {
	x.State = dossier.RecordRecognised
	m.certify(x, p, from, to)
	m.follow(x, p)
	m.add(x, p)
}

// withdrawn makes a record of a product whose certificate was withdrawn (Article 8).
func (m *maker) withdrawn(x *registry.Record, p *producer) {
	x.State = dossier.RecordWithdrawn
	issued := m.certify(x, p, m.on.AddMonths(-procedure.CertificateMonths), m.on.AddDays(-60))
	withdrawn := m.on // some on the last day, from which they no longer count
	if m.percent(95) {
		withdrawn = issued.AddDays(30 + m.IntN(issued.DaysTo(m.on)-30))
	}
	x.Withdrawn = withdrawn.String()
	x.Ground = one(m, grounds)
	m.add(x, p)
}

var grounds = []dossier.Ground{
	procedure.GroundUntruthful, procedure.GroundCriteriaUnmet, procedure.GroundLawBroken,
	procedure.GroundMarkMisused, procedure.GroundNotProducing, procedure.GroundNotProducing, procedure.GroundOtherAuthority,
}

// extended makes a record of a product whose re-assessment was filed late and is
// being decided (Article 12.3): its certificate ended since the decision came into
// force, at most 200 days ago. Where there was no such certificate it is recognised.
func (m *maker) extended(x *registry.Record, p *producer) {
	from := m.on.AddDays(-200)
	if from.Before(procedure.InForce()) {
		from = procedure.InForce()
	}
	from, to := from.AddMonths(-procedure.CertificateMonths), m.on.AddMonths(-procedure.CertificateMonths).AddDays(-1)
	if len(roundsOf(p.area.Code, provinceRounds, from, to)) == 0 {
		m.recognised(x, p, m.on.AddMonths(-procedure.CertificateMonths), m.on)
		return
	}
	x.State = dossier.RecordExtended
	expires := procedure.Expiry(m.certify(x, p, from, to))
	x.ExtendedUntil = procedure.ExtendedUntil(expires).String()
	if m.percent(30) { // the decision is expected sooner
		x.ExtendedUntil = expires.AddDays(90 + m.IntN(60)).String()
	}
	m.add(x, p)
}

// refused makes a record of a product that was not recognised; it never had a code.
func (m *maker) refused(x *registry.Record, p *producer) {
	x.State = dossier.RecordRefused
	round := m.round(p.area.Code, provinceRounds, m.on.AddMonths(-procedure.CertificateMonths), m.on)
	x.Edition = editionOn(round)
	x.Star = 1 + m.pick(10, 90)
	m.score(x)
	m.add(x, p)
}

// certify gives a product its stars, points, decision, code and certificate, issued
// between two days: by the province, of 5 stars by the ministry (Article 4.1).
func (m *maker) certify(x *registry.Record, p *producer, from, to civil.Date) (issued civil.Date) {
	x.Star = 3 + m.pick(763, 230, 7)
	kind := provinceRounds
	if x.Star == 5 {
		kind = ministryRounds
	}
	if len(roundsOf(p.area.Code, kind, from, to)) == 0 { // the ministry's are rare
		x.Star, kind = 4, provinceRounds
	}
	issued = m.round(p.area.Code, kind, from, to)
	m.certifyOn(x, p, issued)
	return issued
}

// certifyOn is certify for a product that has its stars, on a day.
func (m *maker) certifyOn(x *registry.Record, p *producer, issued civil.Date) {
	x.Edition = editionOn(issued)
	m.score(x)
	x.Authority, x.Decision = "province", fmt.Sprintf("GL-%s-%02d-%d/QĐ-UBND", p.provinceOn(issued), issued.Month, issued.Year)
	if x.Star == 5 {
		x.Authority, x.Decision = "ministry", fmt.Sprintf("GL-%02d-%d/QĐ-%s", issued.Month, issued.Year, ministryOn(issued))
	}
	x.Code = m.code(p, issued)
	x.Issued, x.Expires = issued.String(), procedure.Expiry(issued).String()
	if strings.Count(x.Code, "-") == 4 && m.percent(30) { // as it was written then
		x.Province = p.provinceOn(issued)
	}
	if x.Set != 26 && m.percent(15+20*(x.Star-2)) {
		x.Trace = m.trace()
	}
}

// code is the next product code of a commune: of five parts before July 2025.
func (m *maker) code(p *producer, issued civil.Date) string {
	m.numbers[p.commune+issued.String()[:4]]++
	number := m.numbers[p.commune+issued.String()[:4]]
	if issued.Before(fourParts) {
		return fmt.Sprintf("%s-%s-%s-%02d-%d", p.old, district(p.commune), p.commune, number, issued.Year)
	}
	return fmt.Sprintf("%s-%s-%02d-%d", p.area.Code, p.commune, number, issued.Year)
}

// trace is a GS1 Digital Link of a lot of the months before, under a prefix for demonstrations.
func (m *maker) trace() string {
	m.gtins++
	digits := fmt.Sprintf("952%09d", m.gtins)
	packed := m.on.AddMonths(-1 - m.IntN(6))
	return fmt.Sprintf("https://truyxuat.example/01/0%s%d/10/L%02d%02d", digits, gtinCheck(digits), packed.Year%100, packed.Month)
}

// gtinCheck is the check digit of the twelve before it.
func gtinCheck(digits string) int {
	sum := 0
	for i, c := range []byte(digits) {
		sum += int(c-'0') * (1 + i%2*2)
	}
	return (10 - sum%10) % 10
}

// follow says of some products that they were recognised before: an upgrade before
// the earlier certificate ended, a re-assessment at its end. Of the second some
// have their earlier record in the register too.
func (m *maker) follow(x *registry.Record, p *producer) {
	issued, _ := civil.Parse(x.Issued)
	if !m.percent([]int{15, 55, 90}[x.Star-3]) || issued.Before(firstRound.AddMonths(procedure.CertificateMonths+3)) {
		return
	}
	x.PreviousStar = m.starBefore(x.Star)
	if x.PreviousStar < x.Star && m.percent(60) {
		x.Previous = m.code(p, issued.AddDays(-365-m.IntN(540)))
		return
	}
	ended := issued.AddDays(-1 - m.IntN(60))
	before := ended.AddMonths(-procedure.CertificateMonths)
	if m.percent(75) || len(m.records)+2 > m.want || m.on.AddDays(-400).Before(ended) {
		x.Previous = m.code(p, before)
		return
	}
	earlier := registry.Record{
		Product: x.Product, Set: x.Set, Producer: x.Producer, Province: p.area.Code, Commune: x.Commune,
		Star: x.PreviousStar, State: dossier.RecordRecognised, Channels: x.Channels,
	}
	m.certifyOn(&earlier, p, before)
	m.add(&earlier, p)
	x.Previous = earlier.Code
}

// starBefore draws the stars that a product had before.
func (m *maker) starBefore(star int) int {
	switch star {
	case 5:
		return 5 - m.pick(10, 90)
	case 4:
		return 4 - m.pick(35, 65)
	}
	return 3 + m.pick(85, 15)
}

// add takes a record into the register and into the count.
func (m *maker) add(x *registry.Record, p *producer) {
	m.records = append(m.records, *x)
	m.tally.add(x, p)
}
