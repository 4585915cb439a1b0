// Package naive counts a register by maps and time.Time, as plainly as the rules
// read, to hold the library to. It shares nothing with it but the tables of places.
package naive

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
	"os"
	"regexp"
	"slices"
	"sort"
	"strconv"
	"strings"
	"time"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// record is one as CONTRACT has it.
type record struct {
	Code, Product, Edition string
	Set, Star              int
	Producer               struct{ Name, Kind, Size, TaxCode string }
	Province, Commune      string
	Total                  string
	Parts                  *struct{ A, B, C string }
	Decision, Authority    string
	Issued, Expires        string
	State                  string
	ExtendedUntil          string
	Withdrawn, Ground      string
	Previous               string
	PreviousStar           int
	Channels               []string
	Trace                  string

	line       int
	start, end time.Time // in force
	cut        bool      // another certificate took its place
}

// Places are what is known of provinces and communes.
type Places struct {
	commune map[string]string // its province
	now     map[string]string // what an earlier province is part of
}

// ReadPlaces reads the tables of a folder.
func ReadPlaces(dir string) (Places, error) {
	p := Places{map[string]string{}, map[string]string{}}
	err := each(dir+"/communes.tsv", func(f []string) { p.commune[f[0]] = f[1] })
	if err != nil {
		return p, err
	}
	p.commune["06970"], p.commune["23737"] = p.commune["06978"], p.commune["23938"] // Ba Chẽ, Ia Mơ: two codes
	return p, each(dir+"/provinces.tsv", func(f []string) {
		for _, old := range strings.Split(f[2], ",") {
			p.now[old] = f[0]
		}
	})
}

func each(file string, row func([]string)) error {
	data, err := os.ReadFile(file) //nolint:gosec // the caller's file
	for _, line := range strings.Split(strings.TrimSpace(string(data)), "\n")[1:] {
		row(strings.Split(line, "\t"))
	}
	return err
}

// Count gives the figures of JSON Lines on a day, with "failed".
func Count(r io.Reader, places Places, on time.Time) map[string]any {
	failed := 0
	var records []*record
	seen := map[string]bool{}
	in := bufio.NewScanner(r)
	in.Buffer(nil, 1<<20)
	for line := 1; in.Scan(); line++ {
		x := &record{line: line}
		d := json.NewDecoder(bytes.NewReader(in.Bytes()))
		d.DisallowUnknownFields()
		if d.Decode(x) != nil || !places.right(x) || x.Code != "" && seen[x.Code] {
			failed++
			continue
		}
		seen[x.Code] = true
		records = append(records, x)
	}
	var certificates []*record
	for _, x := range records {
		if x.State != "refused" {
			x.setTerm()
			certificates = append(certificates, x)
		}
	}
	replace(certificates)
	figures := count(certificates, places, on)
	figures["records"], figures["failed"] = len(records), failed
	return figures
}

// day is a date; zero for none.
func day(s string) time.Time {
	t, _ := time.Parse(time.DateOnly, s)
	return t
}

func days(from, to time.Time) int { return int(to.Sub(from).Hours() / 24) }

func (x *record) setTerm() {
	x.start, x.end = day(x.Issued), day(x.Expires)
	if x.ExtendedUntil != "" {
		x.end = day(x.ExtendedUntil)
	}
	if w := day(x.Withdrawn); x.Withdrawn != "" && !w.After(x.end) {
		x.end = w.AddDate(0, 0, -1)
	}
}

func (x *record) in(on time.Time) bool { return !on.Before(x.start) && !on.After(x.end) }

// endBefore ends a certificate on the day before another begins, where it would last.
func (x *record) endBefore(later *record) {
	if later != x && !later.start.Before(x.start) && !later.start.After(x.end) {
		x.end, x.cut = later.start.AddDate(0, 0, -1), true
	}
}

func (x *record) producer() string {
	if x.Producer.TaxCode != "" {
		return strings.ReplaceAll(x.Producer.TaxCode, "-", "")
	}
	return x.Commune + "/" + norm.NFC.String(x.Producer.Name)
}

// replace lets a product have one certificate at a time.
func replace(all []*record) {
	byCode, byProduct := map[string]*record{}, map[string][]*record{}
	for _, x := range all {
		byCode[x.Code] = x
		key := x.producer() + "/" + strconv.Itoa(x.Set) + "/" + strings.ToLower(norm.NFC.String(x.Product))
		byProduct[key] = append(byProduct[key], x)
	}
	for _, x := range all {
		if earlier := byCode[x.Previous]; earlier != nil && x.Previous != "" {
			earlier.endBefore(x)
		}
	}
	for _, same := range byProduct {
		sort.Slice(same, func(i, k int) bool {
			if !same[i].start.Equal(same[k].start) {
				return same[i].start.Before(same[k].start)
			}
			return same[i].line > same[k].line // of one day the first that was read
		})
		for i := range same[1:] {
			same[i].endBefore(same[i+1])
		}
	}
}

func count(all []*record, places Places, on time.Time) map[string]any {
	star, set, sector, province, year, kind := counts{}, counts{}, counts{}, counts{}, counts{}, counts{}
	inForce, renewal, expiring, lapsed, upgraded, followed := 0, 0, 0, 0, 0, 0
	producers := map[string][]*record{}
	for _, x := range all {
		if !x.in(on) {
			if since := days(x.end, on); x.State != "withdrawn" && !x.cut && since >= 1 && since <= 180 {
				lapsed++
			}
			continue
		}
		inForce++
		star[strconv.Itoa(x.Star)]++
		set[strconv.Itoa(x.Set)]++
		sector[sectorOf(x.Set)]++
		province[places.today(x)]++
		year[x.Issued[:4]]++
		left := days(on, day(x.Expires))
		if left >= 0 && left <= 180 {
			expiring++
			if left >= 120 {
				renewal++
			}
		}
		if x.Previous != "" {
			followed++
			if x.PreviousStar > 0 && x.PreviousStar < x.Star {
				upgraded++
			}
		}
		producers[x.producer()] = append(producers[x.producer()], x)
	}
	small, modern := 0, 0
	for _, own := range producers {
		first := own[0]
		kind[first.Producer.Kind]++
		if first.Producer.Kind == "enterprise" && first.Producer.Size != "large" {
			small++
		}
		if slices.ContainsFunc(own, sellsModern) {
			modern++
		}
	}
	return map[string]any{
		"on": on.Format(time.DateOnly), "inForce": inForce, "byStar": star, "bySet": set, "bySector": sector, "byProvince": province, "byYear": year,
		"producers": map[string]any{"total": len(producers), "byKind": kind},
		"due":       map[string]any{"renewal": renewal, "expiring180": expiring, "lapsed": lapsed},
		"targets": []any{
			map[string]any{"id": "products", "target": 10000, "value": inForce}, map[string]any{"id": "five-star", "target": 400, "value": star["5"]},
			share("upgraded", 50, upgraded, followed), share("cooperatives", 40, kind["cooperative"], len(producers)),
			share("small-and-medium", 30, small, len(producers)), share("modern-channels", 50, modern, len(producers)),
		},
	}
}

type counts map[string]int

func share(id string, target, n, of int) map[string]any {
	value := 0.0
	if of > 0 {
		value = float64(n*1000/of) / 10
	}
	return map[string]any{"id": id, "target": target, "value": value, "count": n, "of": of}
}

func sellsModern(x *record) bool {
	return slices.Contains(x.Channels, "supermarket") || slices.Contains(x.Channels, "convenience-store") || slices.Contains(x.Channels, "e-commerce")
}

// sectorOf is as Appendix I groups the product sets.
func sectorOf(set int) string {
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

func (p Places) today(x *record) string {
	if c := strings.Split(x.Code, "-"); len(c) == 5 && c[0] == x.Province && c[2] == x.Commune {
		return p.now[x.Province]
	}
	return x.Province
}

var (
	codeForm  = regexp.MustCompile(`^\d\d-(\d{3}-)?\d{5}-\d{1,6}-2[01]\d\d$`)
	totalForm = regexp.MustCompile(`^((\d|[1-9]\d)(\.\d{1,2})?|100(\.0{1,2})?)$`)
	taxForm   = regexp.MustCompile(`^(\d{10}|\d{12}|\d{13}|\d{10}-\d{3})$`)
	linkForm  = regexp.MustCompile(`^https?://[A-Za-z0-9]\S*$`)
)

// right tells whether a record is one to count.
func (p Places) right(x *record) bool {
	return x.rightShape() && p.now[x.Province] != "" && x.rightState() && (x.State == "refused" || x.rightStar() && x.rightDays()) && p.rightPlace(x)
}

func oneOf(s string, of ...string) bool { return slices.Contains(of, s) }

func (x *record) rightShape() bool {
	blank := func(s string) bool {
		return strings.TrimFunc(s, unicode.IsSpace) == ""
	}
	if blank(x.Product) || blank(x.Producer.Name) || x.Set < 1 || x.Set > 26 || !oneOf(x.Edition, "qd26-2026", "qd148-2023", "qd1048-2019") {
		return false
	}
	if !oneOf(x.Producer.Kind, "cooperative", "cooperative-group", "enterprise", "farm", "production-household", "registered-household", "association", "federation", "operating-centre", "equivalent") {
		return false
	}
	if !oneOf(x.Producer.Size, "", "micro", "small", "medium", "large") || !oneOf(x.Authority, "", "province", "ministry") || len(x.Commune) != 5 {
		return false
	}
	if x.Star < 0 || x.Star > 5 || x.PreviousStar < 0 || x.PreviousStar > 5 {
		return false
	}
	for i, s := range x.Channels {
		if slices.Contains(x.Channels[:i], s) || !oneOf(s, "supermarket", "convenience-store", "e-commerce", "shop", "export") {
			return false
		}
	}
	forms := map[string]*regexp.Regexp{x.Code: codeForm, x.Previous: codeForm, x.Total: totalForm, x.Producer.TaxCode: taxForm, x.Trace: linkForm}
	for s, form := range forms {
		if s != "" && !form.MatchString(s) {
			return false
		}
	}
	if x.Parts != nil && (!totalForm.MatchString(x.Parts.A) || !totalForm.MatchString(x.Parts.B) || !totalForm.MatchString(x.Parts.C)) {
		return false
	}
	for _, s := range []string{x.Issued, x.Expires, x.ExtendedUntil, x.Withdrawn} {
		if s != "" && day(s).IsZero() {
			return false
		}
	}
	return true
}

func (x *record) rightState() bool {
	if x.State != "refused" && (slices.Contains([]string{x.Code, x.Total, x.Decision, x.Authority, x.Issued, x.Expires}, "") || x.Star < 3) {
		return false
	}
	switch x.State {
	case "recognised", "refused":
		return x.ExtendedUntil+x.Withdrawn+x.Ground == ""
	case "extended":
		return x.ExtendedUntil != "" && x.Withdrawn+x.Ground == ""
	case "withdrawn":
		return x.Withdrawn != "" && x.Ground != ""
	}
	return false
}

func (x *record) rightStar() bool {
	total, _ := strconv.ParseFloat(x.Total, 64)
	return total >= map[int]float64{3: 50, 4: 70, 5: 90}[x.Star] && x.Authority == map[bool]string{true: "ministry", false: "province"}[x.Star == 5]
}

func (x *record) rightDays() bool {
	issued, expires := day(x.Issued), day(x.Expires)
	if issued.Before(day("2019-08-21")) || expires.Before(issued) || x.Withdrawn != "" && day(x.Withdrawn).Before(issued) {
		return false
	}
	longer := days(expires, day(x.ExtendedUntil))
	return x.ExtendedUntil == "" || longer >= 1 && longer <= 180
}

// rightPlace asks of the places that they were there in the year of the code.
func (p Places) rightPlace(x *record) bool {
	there := func() bool { return p.commune[x.Commune] == x.Province }
	if x.Code == "" {
		return there()
	}
	c := strings.Split(x.Code, "-")
	year := c[len(c)-1]
	if len(c) == 4 {
		return year >= "2025" && c[0] == x.Province && c[1] == x.Commune && there()
	}
	if year > "2025" || p.now[c[0]] == "" {
		return false
	}
	return c[0] == x.Province && c[2] == x.Commune || p.now[c[0]] == x.Province && there()
}
