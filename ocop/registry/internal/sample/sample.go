// Package sample makes reports for tests: made up, yet in the proportions of the
// programme.
package sample

import (
	"math/rand/v2"
	"regexp"
	"slices"
	"strconv"

	"github.com/ocop-vn/ocop-go/dossier/codes/places"
	"github.com/ocop-vn/ocop-go/dossier/procedure"
	"github.com/ocop-vn/ocop-go/ocop/registry"
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// Report is of some products on a day, each producer having two, with some findings;
// no valid since: without comparison. The same numbers make the same report.
func Report(products, findings int, on, since civil.Date) registry.Report {
	r := registry.Report{Figures: registry.NewFigures(on), ByCode: map[string]int{}}
	if since.Valid() {
		then := registry.NewFigures(since)
		r.Since = &then
	}
	random := rand.New(rand.NewPCG(26, 2026)) //nolint:gosec // nothing secret: the same each time
	var producer []registry.Fact
	for i := range products {
		fact := product(random, on)
		if len(producer) > 0 {
			fact.Kind, fact.Flags = producer[0].Kind, fact.Flags&^registry.SmallFirm|producer[0].Flags&registry.SmallFirm
		}
		producer = append(producer, fact)
		count(&r, func(f *registry.Figures) { f.Add(&fact) })
		if len(producer) == 2 || i == products-1 {
			count(&r, func(f *registry.Figures) { f.AddProducer(producer) })
			producer = nil
		}
	}
	for i := range findings {
		r.Findings = append(r.Findings, finding(random, i))
		r.ByCode[r.Findings[i].Code]++
		if r.Findings[i].Severity == problem.SeverityError {
			r.Failed++
		}
	}
	return r
}

func count(r *registry.Report, add func(*registry.Figures)) {
	add(&r.Figures)
	if r.Since != nil {
		add(r.Since)
	}
}

// product is one that was issued its certificate within four years before a day,
// more of them lately.
func product(random *rand.Rand, on civil.Date) registry.Fact {
	codes := places.ProvinceCodes()
	issued := on.AddDays(-int(1460 * random.Float64() * random.Float64()))
	province, _ := strconv.ParseUint(codes[leaning(random, len(codes))], 10, 8)
	fact := registry.Fact{
		Set: uint8(1 + (leaning(random, 26)*7+10)%26), Star: star(random), Province: uint8(province), //nolint:gosec // small
		Kind:   uint8([]int{0, 4, 2, 5, 1, 3, 9, 6}[leaning(random, 8)]), //nolint:gosec // below 10
		Issued: registry.Day(issued), Expires: registry.Day(procedure.Expiry(issued)),
	}
	fact.Ends = fact.Expires
	if fact.Kind == 2 && random.IntN(5) > 0 {
		fact.Flags |= registry.SmallFirm
	}
	if random.IntN(4) == 0 {
		fact.Flags |= registry.Modern
	}
	if random.IntN(3) == 0 {
		fact.Flags |= registry.Followed
		fact.PreviousStar = uint8(3 + random.IntN(2)) //nolint:gosec // 3 or 4
	}
	return fact
}

// leaning is a number below n, the low ones more often.
func leaning(random *rand.Rand, n int) int {
	return int(float64(n) * random.Float64() * (0.25 + 0.75*random.Float64()))
}

func star(random *rand.Rand) uint8 {
	switch n := random.IntN(100); {
	case n == 0:
		return 5
	case n < 24:
		return 4
	default:
		return 3
	}
}

// named are the parameters that a message names.
var named = regexp.MustCompile(`\{(\w+)\}`)

// finding is one of any kind that Count finds, at a line that grows.
func finding(random *rand.Rand, i int) registry.Finding {
	kinds := slices.DeleteFunc(registry.Kinds(), func(k problem.Kind) bool { return k.Code > "REGISTER-22" }) // those of records
	kind := kinds[random.IntN(len(kinds))]
	var params []problem.Param
	for _, name := range named.FindAllStringSubmatch(kind.Message.En, -1) {
		params = append(params, problem.Value(name[1], "66-24277-"+strconv.Itoa(i)+"-2026"))
	}
	return registry.Finding{File: "so-dang-ky.jsonl", Line: 1 + 7*i, Problem: kind.At("/code", params...)}
}
