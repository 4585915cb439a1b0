package synthetic

import (
	"time"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/ocop/registry"
	"github.com/ocop-vn/ocop-go/scoring/civil"
)

// Tally is what a register comes to on its last day, counted by its maker while it
// made it: by package time and from what it knows of each producer, without the
// library's rules.
type Tally struct {
	Records, InForce int
	ByStar, BySet    map[int]int
	BySector         map[string]int
	ByProvince       map[string]int
	ByYear           map[int]int
	ByState          map[dossier.RecordState]int
	Producers        int
	ByKind           map[dossier.ProducerKind]int
	SmallFirm        int
	Modern           int
	Renewal          int
	Expiring180      int
	Lapsed           int
	Before, Upgraded int

	on time.Time
}

func newTally(on civil.Date) Tally {
	return Tally{
		ByStar: map[int]int{}, BySet: map[int]int{}, BySector: map[string]int{}, ByProvince: map[string]int{}, ByYear: map[int]int{},
		ByState: map[dossier.RecordState]int{}, ByKind: map[dossier.ProducerKind]int{},
		on: time.Date(on.Year, time.Month(on.Month), on.Day, 0, 0, 0, 0, time.UTC),
	}
}

// add counts a record of a producer.
func (t *Tally) add(x *registry.Record, p *producer) {
	t.Records++
	t.ByState[x.State]++
	if x.State == dossier.RecordRefused {
		return
	}
	issued := instant(x.Issued)
	left := t.daysTo(threeYears(issued))
	lasts := left
	switch x.State {
	case dossier.RecordExtended:
		lasts = t.daysTo(instant(x.ExtendedUntil))
	case dossier.RecordWithdrawn:
		lasts = t.daysTo(instant(x.Withdrawn)) - 1
	default:
	}
	switch {
	case lasts >= 0:
		t.inForce(x, p, issued.Year(), left)
	case lasts >= -180 && x.State != dossier.RecordWithdrawn:
		t.Lapsed++
	}
}

// inForce counts a record whose certificate has so many days left, less than none
// where it is extended.
func (t *Tally) inForce(x *registry.Record, p *producer, year, left int) {
	t.InForce++
	t.ByStar[x.Star]++
	t.BySet[x.Set]++
	t.BySector[sector(x.Set)]++
	t.ByProvince[p.area.Code]++
	t.ByYear[year]++
	if left >= 0 && left <= 180 {
		t.Expiring180++
	}
	if left >= 120 && left <= 180 {
		t.Renewal++
	}
	if x.Previous != "" {
		t.Before++
		if x.PreviousStar < x.Star {
			t.Upgraded++
		}
	}
	t.producer(x, p)
}

// producer counts the producer of a product in force, once.
func (t *Tally) producer(x *registry.Record, p *producer) {
	if !p.inForce {
		p.inForce = true
		t.Producers++
		t.ByKind[p.Kind]++
		if p.Kind == dossier.KindEnterprise && p.Size != "large" {
			t.SmallFirm++
		}
	}
	for _, c := range x.Channels {
		if !p.modern && c != "shop" && c != "export" {
			p.modern = true
			t.Modern++
		}
	}
}

// daysTo is how many days there are from the register's last day to another.
func (t *Tally) daysTo(day time.Time) int { return int(day.Sub(t.on) / (24 * time.Hour)) }

func instant(day string) time.Time {
	t, _ := time.Parse(time.DateOnly, day)
	return t
}

// threeYears is the same day three years on, or 28 February.
func threeYears(day time.Time) time.Time {
	t := day.AddDate(3, 0, 0)
	if t.Day() != day.Day() {
		t = t.AddDate(0, 0, -t.Day())
	}
	return t
}

// sector is that of a product set (Appendix I).
func sector(set int) string {
	switch {
	case set <= 13:
		return "I"
	case set <= 17:
		return "II"
	case set <= 20:
		return "III"
	case set <= 22:
		return "IV"
	case set <= 25:
		return "V"
	}
	return "VI"
}
