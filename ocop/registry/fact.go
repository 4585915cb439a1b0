package registry

import (
	"encoding/binary"
	"fmt"
	"slices"
	"strings"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/dossier/codes"
	"github.com/ocop-vn/ocop-go/scoring/civil"
)

// Fact is what the figures need of a record, of a fixed size, so that any number
// of records can be grouped outside of memory or on other machines.
type Fact struct {
	Code     uint64 // the product code; 0 for none
	Previous uint64 // that of the earlier recognition; 0 for none
	Producer uint64 // the producer: one tax code, or where there is none one name in one commune
	Product  uint64 // the product: of one producer, one name and one set
	Place    Place

	Issued, Ends int32 // the first and the last day in force, as Day counts; 0 for a product never recognised
	Expires      int32 // the last day of the certificate itself

	Set, Star, PreviousStar uint8
	Province                uint8 // of the 34, as a number
	Kind                    uint8 // of the producer, in the order of producerKinds
	Flags                   Flags
}

// Place is where a record stands: the number of its file in the high bits, then
// its line. Of two records the one with the lower place was read first.
type Place uint64

// lineBits are the bits of a line's number.
const lineBits = 44

// PlaceOf is the place of a line in a file, both counted from 0 and 1.
func PlaceOf(file, line int) Place { return Place(file)<<lineBits | Place(line) } //nolint:gosec // neither is negative

// File and Line are what the place was made of.
func (p Place) File() int { return int(p >> lineBits) }

// Line is the number of the line, from 1.
func (p Place) Line() int { return int(p & (1<<lineBits - 1)) }

// Flags are what else is so of a record.
type Flags uint8

// The flags.
const (
	Modern    Flags = 1 << iota // sold in supermarkets, convenience stores or by e-commerce
	SmallFirm                   // an enterprise that is not large
	Followed                    // the product was recognised before
	Withdrawn                   // the certificate was withdrawn
	Replaced                    // another certificate of the product took its place, on the day after Ends
)

// Day counts days, so that 0 is none.
func Day(d civil.Date) int32 {
	if !d.Valid() {
		return 0
	}
	return int32(dayZero.DaysTo(d)) //nolint:gosec // shapes allow the years 1900 to 2199
}

// dayZero is before any day that the shape of a record allows.
var dayZero = civil.Date{Year: 1899, Month: 12, Day: 31}

// FactOf is the fact of a record that did not fail.
func FactOf(x *Record, at Place) Fact {
	f := Fact{
		Code: codeKey(x.Code), Previous: codeKey(x.Previous), Place: at,
		Producer: producerKey(x),
		Set:      uint8(x.Set), Star: uint8(x.Star), PreviousStar: uint8(x.PreviousStar), //nolint:gosec // 1 to 26, 1 to 5
		Province: provinceToday(x),
		Kind:     uint8(slices.Index(producerKinds[:], x.Producer.Kind)), //nolint:gosec // one of ten
	}
	f.Product = productKey(f.Producer, x.Set, x.Product)
	f.flag(Modern, slices.ContainsFunc(x.Channels, isModern))
	f.flag(SmallFirm, x.Producer.Kind == dossier.KindEnterprise && x.Producer.Size != "large")
	f.flag(Followed, x.Previous != "")
	f.flag(Withdrawn, x.State == dossier.RecordWithdrawn)
	if x.State == dossier.RecordRefused {
		return f
	}
	f.Issued, f.Expires = Day(day(x.Issued)), Day(day(x.Expires))
	f.Ends = max(f.Expires, Day(day(x.ExtendedUntil)))
	if x.Withdrawn != "" { // until then it was in force
		f.Ends = min(f.Ends, Day(day(x.Withdrawn))-1)
	}
	return f
}

func (f *Fact) flag(flag Flags, is bool) {
	if is {
		f.Flags |= flag
	}
}

// reference marks the fact of a product that stands with its earlier code, to
// tell that one that something took its place.
const reference Flags = 1 << 7

// Follower is the fact as it stands with the code of the product's earlier
// recognition (Previous); false where there is none, or no certificate.
func (f *Fact) Follower() (Fact, bool) {
	if f.Previous == 0 || f.Previous == f.Code || f.Issued == 0 {
		return Fact{}, false
	}
	follower := *f
	follower.Flags |= reference
	return follower, true
}

// codeOrPrevious is the code that a fact stands with.
func codeOrPrevious(f *Fact) uint64 {
	if f.Has(reference) {
		return f.Previous
	}
	return f.Code
}

// Has tells whether a flag is set.
func (f *Fact) Has(flag Flags) bool { return f.Flags&flag != 0 }

// In tells whether the product is in force on a day.
func (f *Fact) In(day int32) bool { return f.Issued != 0 && f.Issued <= day && day <= f.Ends }

// isModern tells whether a sales channel is one that the programme counts
// (Decision 919/QĐ-TTg).
func isModern(channel string) bool {
	return channel == "supermarket" || channel == "convenience-store" || channel == "e-commerce"
}

// producerKinds are the kinds of producer, in the order of Article 2.3.
var producerKinds = [...]dossier.ProducerKind{
	dossier.KindCooperative, dossier.KindCooperativeGroup, dossier.KindEnterprise, dossier.KindFarm, dossier.KindProductionHousehold,
	dossier.KindRegisteredHousehold, dossier.KindAssociation, dossier.KindFederation, dossier.KindOperatingCentre, dossier.KindEquivalent,
}

// provinceToday is the number of the province that a record counts for: the one of
// the 34 that its place lies in now.
func provinceToday(x *Record) uint8 {
	province := x.Province
	if code, err := codes.ParseProductCode(x.Code); err == nil && code.Older() && code.Province == x.Province && code.Commune == x.Commune {
		province = placeToday(code)
	}
	return uint8(number(province)) //nolint:gosec // two digits
}

// codeKey is a product code as a number, none for two codes; 0 for no code.
func codeKey(code string) uint64 {
	if code == "" {
		return 0
	}
	c, err := codes.ParseProductCode(code)
	if err != nil {
		return 0
	}
	key, older := number(c.Province), uint64(0)
	if c.Older() {
		key, older = key*1000+number(c.District), 1
	} else {
		key *= 1000
	}
	key = key*100_000 + number(c.Commune)
	key = key*numbers + written(c.Number)
	return (key*200+uint64(c.Year-2000))*2 + older + 1 //nolint:gosec // 2000 to 2199; no code is 0
}

// numbers is how many texts of one to six digits there are.
const numbers = 1_111_110

// written counts such texts: 1 and 01 are two numbers, as written.
func written(digits string) uint64 {
	n, shorter := number(digits), uint64(0)
	for range len(digits) - 1 {
		shorter = 10*shorter + 10
	}
	return shorter + n
}

func number(digits string) (n uint64) {
	for _, c := range []byte(digits) {
		n = 10*n + uint64(c-'0')
	}
	return n
}

// named marks the key of a producer that has no tax code.
const named = 1 << 63

// producerKey is the key of a producer: its tax code, a number; where it has none
// a hash of its name and commune.
func producerKey(x *Record) uint64 {
	if code := strings.ReplaceAll(x.Producer.TaxCode, "-", ""); code != "" {
		return number(code)*16 + uint64(len(code))
	}
	return hash(x.Commune, x.Producer.Name) | named
}

// productKey is the key of a product: of one producer, one name, one set.
func productKey(producer uint64, set int, name string) uint64 {
	var b [9]byte
	binary.LittleEndian.PutUint64(b[:], producer)
	b[8] = byte(set) //nolint:gosec // 1 to 26
	return hash(string(b[:]), strings.ToLower(name))
}

// hash is FNV-1a of some texts, each ended by a byte that none has.
func hash(texts ...string) uint64 {
	h := uint64(14695981039346656037)
	for _, text := range texts {
		for i := range len(text) + 1 {
			c := byte(0xff)
			if i < len(text) {
				c = text[i]
			}
			h = (h ^ uint64(c)) * 1099511628211
		}
	}
	return h
}

// codeText is the product code that a key stands for; "" for none.
func codeText(key uint64) string {
	if key == 0 {
		return ""
	}
	key--
	older := key%2 == 1
	key /= 2
	year, key := 2000+key%200, key/200
	serial, key := key%numbers, key/numbers
	length, shorter := 1, uint64(0)
	for next := uint64(10); serial-shorter >= next; next *= 10 {
		shorter += next
		length++
	}
	digits := func(n uint64, length int) string { return fmt.Sprintf("%0*d", length, n) }
	parts := []string{digits(key/100_000_000, 2)}
	if older {
		parts = append(parts, digits(key/100_000%1000, 3))
	}
	return strings.Join(append(parts, digits(key%100_000, 5), digits(serial-shorter, length), digits(year, 4)), "-")
}
