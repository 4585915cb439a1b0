package synthetic

import (
	"slices"
	"strconv"
	"strings"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/ocop/registry"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/civil"
)

// Days of the programme.
var (
	firstRound = civil.Date{Year: 2019, Month: 10, Day: 1} // by Decision 1048/QĐ-TTg
	fourParts  = civil.Date{Year: 2025, Month: 7, Day: 1}  // codes lost their district
	newName    = civil.Date{Year: 2025, Month: 3, Day: 1}  // agriculture and environment became one ministry
)

// ministryOn is how the ministry signs on a day.
func ministryOn(day civil.Date) string {
	if day.Before(newName) {
		return "BNN"
	}
	return "BNNMT"
}

// provinceRounds and ministryRounds are how many decisions are made in a year.
const (
	provinceRounds = 4
	ministryRounds = 2
)

// roundsOf are the days, from one to another, on which products are recognised: the
// same ones for all products of a province, and for all of the ministry's.
func roundsOf(province string, each int, from, to civil.Date) (days []civil.Date) {
	who := atoi(province)
	if each == ministryRounds {
		who = 0
	}
	if from.Before(firstRound) {
		from = firstRound
	}
	for year := from.Year; year <= to.Year; year++ {
		for k := range each {
			day := civil.Date{Year: year, Month: 12/each*k + 1 + who%3, Day: 3 + (7*who+3*year+11*k)%24}
			for day.Weekday() > 5 {
				day = day.AddDays(1)
			}
			if !day.Before(from) && !to.Before(day) {
				days = append(days, day)
			}
		}
	}
	return days
}

// round draws one of them, later years more often; from where there is none.
func (m *maker) round(province string, each int, from, to civil.Date) civil.Date {
	days := roundsOf(province, each, from, to)
	if len(days) == 0 {
		return from
	}
	weights := make([]int, len(days))
	for i, day := range days {
		weights[i] = day.Year - firstRound.Year + 3
	}
	return days[m.pick(weights...)]
}

// editionOn is the edition that products were assessed by on a day: while two stood
// side by side (Article 12), the older.
func editionOn(day civil.Date) string {
	all := scoring.Editions()
	for _, e := range slices.Backward(all) {
		if !day.Before(e.From) && (!e.Until.Valid() || day.Before(e.Until)) {
			return e.ID
		}
	}
	return all[0].ID
}

// score gives a product the points of its stars, as the average of a council whose
// members each gave whole points, cut off after two decimals; one in thirty 4-star
// products has the points of 5 and lacks a minimum.
func (m *maker) score(x *registry.Record) {
	edition := edition(x.Edition)
	least, most := 90, 98
	if x.Star < 5 {
		least, most = edition.Bands[5-x.Star].Least, edition.Bands[4-x.Star].Least
	}
	if x.Star == 4 && m.IntN(30) == 0 {
		most = 95
	}
	members := []int{7, 9, 11}[m.IntN(3)]
	if x.Edition == "qd1048-2019" { // whole points
		members = 1
	}
	above := m.IntN((most - least) * members)
	if again := m.IntN((most - least) * members); (again < above) == (x.Star >= 3) { // few have many points, or hardly any
		above = again
	}
	sum := least*members + above
	a, b, c := m.split(sum, members, edition.Parts)
	x.Total = average(sum, members)
	x.Parts = &dossier.PartPoints{A: average(a, members), B: average(b, members), C: average(c, members)}
}

// split divides points between the parts, none above its most.
func (m *maker) split(sum, members int, most [3]int) (a, b, c int) {
	some := func(of int) int { return sum*of/100 + m.IntN(4*members) - 2*members }
	a = min(max(some(most[0]), 0), most[0]*members, sum)
	b = min(max(some(most[1]), 0), most[1]*members, sum-a)
	if over := sum - a - b - most[2]*members; over > 0 {
		toB := min(over, most[1]*members-b)
		b += toB
		a += over - toB
	}
	return a, b, sum - a - b
}

// average is a sum over a number, cut off after two decimals.
func average(sum, of int) string {
	hundredths := 100 * sum / of
	text := strconv.Itoa(hundredths / 100)
	if rest := hundredths % 100; rest != 0 {
		text += "." + strings.TrimRight(strconv.Itoa(100 + rest)[1:], "0")
	}
	return text
}

func edition(id string) scoring.EditionInfo {
	all := scoring.Editions()
	return all[slices.IndexFunc(all, func(e scoring.EditionInfo) bool { return e.ID == id })]
}
