package page

import (
	"strconv"
	"strings"
	"time"

	"github.com/ocop-vn/ocop-go/ocop/trace"
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/plain"
)

// Say is one thing in the language of the page.
func (v *view) Say(vi, en string) string { return lang.Text{Vi: vi, En: en}.In(v.Lang) }

// Count is a number and what it counts.
func (v *view) Count(n int, vi, one, many string) string {
	if n == 1 {
		many = one
	}
	return strconv.Itoa(n) + " " + v.Say(vi, many)
}

// written is one line of a stranger's, as it may be shown.
func written(s string) string { return plain.Text(strings.Join(strings.Fields(s), " ")) }

// joined are the texts that are there, in a row.
func joined(between string, parts ...string) string {
	var there []string
	for _, p := range parts {
		if p != "" {
			there = append(there, p)
		}
	}
	return strings.Join(there, between)
}

// day is a day as people write it; "" for none.
func (v *view) day(d civil.Date) string {
	if d == (civil.Date{}) {
		return ""
	}
	s := d.String()
	if v.Lang == lang.En || len(s) != len("2026-08-05") {
		return s
	}
	return s[8:] + "/" + s[5:7] + "/" + s[:4]
}

// dayOf is a day of a record, which is written as in JSON.
func (v *view) dayOf(s string) string {
	d, _ := civil.Parse(s)
	return v.day(d)
}

// vietnam is the offset of the time that shoppers in Vietnam live by.
const vietnam = 7 * 60 * 60

// timeOf is a time with the clock of its place, and for programs. A clock that is
// not Vietnam's is named.
func (v *view) timeOf(s string) (people, programs string) {
	t, err := time.Parse(time.RFC3339, s)
	if err != nil {
		return written(s), ""
	}
	people = v.day(civil.Of(t)) + t.Format(", 15:04")
	switch _, offset := t.Zone(); offset {
	case vietnam:
	case 0:
		people += " UTC"
	default:
		people += t.Format(" UTC-07:00")
	}
	return people, s
}

// dateOf is the day of a time, by the calendar of its place.
func (v *view) dateOf(s string) string {
	t, err := time.Parse(time.RFC3339, s)
	if err != nil {
		return written(s)
	}
	return v.day(civil.Of(t))
}

func (v *view) measures(list []trace.Measure) string {
	words := make([]string, len(list))
	for i, m := range list {
		words[i] = written(m.Text().In(v.Lang))
	}
	return joined(", ", words...)
}

// goods is how people name the goods of an EPC.
func (v *view) goods(epc string) string {
	key, _ := trace.Parse(epc)
	return v.named(key, epc)
}

func (v *view) named(k trace.Key, epc string) string {
	switch {
	case k.GTIN != "" && k.Lot != "":
		return v.Say("lô ", "lot ") + written(k.Lot)
	case k.GTIN != "" && k.Serial != "":
		return v.Say("số sê-ri ", "serial number ") + written(k.Serial)
	case k.GTIN != "":
		return v.Say("mã GTIN ", "GTIN ") + k.GTIN
	case k.SSCC != "":
		return v.Say("kiện hàng số ", "package no. ") + k.SSCC
	}
	return written(epc)
}
