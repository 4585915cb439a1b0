package trace

import (
	"strconv"
	"strings"
)

// Place is where events took place.
type Place struct {
	ID                  string // as written: a Digital Link or URN of a GLN, geo:, or another address
	GLN                 string // 13 digits, or ""
	Latitude, Longitude string // in degrees, as 12.6661 and 108.0382, or both ""
	Name, Address       string
}

// Known tells whether the place can be found: it has a GLN or coordinates.
func (p Place) Known() bool { return p.GLN != "" || p.Latitude != "" }

// site is the place as an event names it; false where it has neither a GLN nor
// coordinates, or a wrong one.
func (p Place) site() (Site, bool) {
	var s Site
	located := p.Latitude != "" || p.Longitude != ""
	if located && !(isDegrees(p.Latitude, 90) && isDegrees(p.Longitude, 180)) {
		return s, false
	}
	if p.Name != "" {
		s.Extra = append(s.Extra, textMember("cbvmda:name", p.Name))
	}
	if p.Address != "" {
		s.Extra = append(s.Extra, textMember("cbvmda:streetAddressOne", p.Address))
	}
	switch {
	case p.GLN != "":
		key := Key{GLN: p.GLN}
		s.ID = key.Link("")
		if located {
			s.Extra = append(s.Extra, textMember("cbvmda:latitude", p.Latitude), textMember("cbvmda:longitude", p.Longitude))
		}
		return s, key.check() == nil
	case located:
		s.ID = "geo:" + p.Latitude + "," + p.Longitude
	}
	return s, located
}

// placeOf is the place that an event names.
func placeOf(s *Site, prefixes map[string]string) Place {
	p := Place{ID: s.ID}
	key, _ := parse(s.ID)
	p.GLN = key.GLN
	if rest, ok := strings.CutPrefix(s.ID, "geo:"); ok { // RFC 5870
		rest, _, _ = strings.Cut(rest, ";")
		if parts := strings.Split(rest, ","); len(parts) >= 2 {
			p.Latitude, p.Longitude = parts[0], parts[1]
		}
	}
	for _, m := range s.Extra {
		switch expanded(m.Name, prefixes) {
		case mda + "name":
			p.Name = textOf(m.Value)
		case mda + "streetAddressOne":
			p.Address = textOf(m.Value)
		case mda + "latitude":
			p.Latitude = textOf(m.Value)
		case mda + "longitude":
			p.Longitude = textOf(m.Value)
		}
	}
	if !isDegrees(p.Latitude, 90) || !isDegrees(p.Longitude, 180) {
		p.Latitude, p.Longitude = "", ""
	}
	return p
}

// isDegrees tells whether a text is a number of degrees from -most to most.
func isDegrees(s string, most float64) bool {
	unsigned := strings.TrimPrefix(s, "-")
	whole, fraction, point := strings.Cut(unsigned, ".")
	if whole == "" || point && fraction == "" || !isDigits(whole) || !isDigits(fraction) {
		return false
	}
	degrees, _ := strconv.ParseFloat(unsigned, 64) // too many digits are endlessly many
	return degrees <= most
}
