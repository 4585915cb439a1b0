package trace

import (
	"strconv"
	"strings"

	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// Key is the GS1 key that an EPC address names: a lot (GTIN and Lot), a piece
// (GTIN and Serial), a kind of goods (GTIN alone), a pallet or parcel (SSCC), or a
// place (GLN). Two addresses that name the same thing have equal keys, whichever
// way they are written. An address that is none of these is kept in URI. The zero
// Key names nothing.
type Key struct {
	GTIN      string // 14 digits, shorter ones filled up with zeros in front
	Lot       string // AI 10, 1 to 20 characters
	Serial    string // AI 21, 1 to 20 characters
	SSCC      string // 18 digits
	GLN       string // 13 digits
	Extension string // AI 254, of a GLN: a part of the place, 1 to 20 characters
	URI       string // of what is not one of the above
}

// Parse reads an address: an EPC URN (urn:epc:id:sgtin, sscc, sgln,
// urn:epc:class:lgtin, urn:epc:idpat:sgtin) or a GS1 Digital Link of any host
// (/01/GTIN/10/LOT, /01/GTIN/21/SERIAL, /00/SSCC, /414/GLN/254/EXTENSION). The
// error is a problem.List; where only a check digit is wrong, the key is there
// beside it, as it was written.
func Parse(uri string) (Key, error) {
	key, wrong := parse(uri)
	if wrong != nil {
		return key, problem.List{wrong.at("")}
	}
	return key, nil
}

// Pallet is the key of a pallet or parcel. The error is a problem.List.
func Pallet(sscc string) (Key, error) { return made(Key{SSCC: sscc}) }

// Batch is the key of a lot of the goods of a GTIN of 8, 12, 13 or 14 digits. The
// error is a problem.List.
func Batch(gtin, lot string) (Key, error) { return made(Key{GTIN: filled(gtin), Lot: lot}) }

// Piece is the key of one piece of the goods of a GTIN. The error is a problem.List.
func Piece(gtin, serial string) (Key, error) { return made(Key{GTIN: filled(gtin), Serial: serial}) }

// Location is the key of a place. The error is a problem.List.
func Location(gln string) (Key, error) { return made(Key{GLN: gln}) }

func made(key Key) (Key, error) {
	if wrong := key.check(); wrong != nil {
		return key, problem.List{wrong.at("")}
	}
	return key, nil
}

// Class tells whether the key names goods by lot or kind and not one by one, so
// that a quantity goes with it.
func (k Key) Class() bool { return k.GTIN != "" && k.Serial == "" }

// Link is the GS1 Digital Link of the key below an address such as
// https://id.gs1.org, where "" stands for that one; a key that has none gives its URI.
func (k Key) Link(base string) string {
	if base == "" {
		base = "https://id.gs1.org"
	}
	b := strings.TrimSuffix(base, "/")
	switch {
	case k.GTIN != "":
		b += "/01/" + k.GTIN
		if k.Lot != "" {
			b += "/10/" + escape(k.Lot, linkEscapes)
		}
		if k.Serial != "" {
			b += "/21/" + escape(k.Serial, linkEscapes)
		}
	case k.SSCC != "":
		b += "/00/" + k.SSCC
	case k.GLN != "":
		b += "/414/" + k.GLN
		if k.Extension != "" {
			b += "/254/" + escape(k.Extension, linkEscapes)
		}
	default:
		return k.URI
	}
	return b
}

// URN is the EPC URN of the key of a company whose GS1 prefix has so many digits, 6
// to 12; false where there is none, as for a key whose check digit is wrong: a URN
// has no place for it.
func (k Key) URN(prefix int) (string, bool) {
	if prefix < 6 || prefix > 12 || k.check() != nil {
		return "", false
	}
	switch {
	case k.SSCC != "":
		return "urn:epc:id:sscc:" + k.SSCC[1:1+prefix] + "." + k.SSCC[:1] + k.SSCC[1+prefix:17], true
	case k.GLN != "":
		extension := k.Extension
		if extension == "" {
			extension = "0"
		}
		return "urn:epc:id:sgln:" + k.GLN[:prefix] + "." + k.GLN[prefix:12] + "." + escape(extension, urnEscapes), true
	case k.GTIN == "" || k.Lot != "" && k.Serial != "":
		return "", false
	}
	item := k.GTIN[1:1+prefix] + "." + k.GTIN[:1] + k.GTIN[1+prefix:13] + "."
	switch {
	case k.Lot != "":
		return "urn:epc:class:lgtin:" + item + escape(k.Lot, urnEscapes), true
	case k.Serial != "":
		return "urn:epc:id:sgtin:" + item + escape(k.Serial, urnEscapes), true
	default:
		return "urn:epc:idpat:sgtin:" + item + "*", true
	}
}

// CheckDigit is the last digit of a GS1 key with these digits before it; false
// where they are not digits.
func CheckDigit(digits string) (byte, bool) {
	if digits == "" || !isDigits(digits) {
		return 0, false
	}
	sum := 0
	for i := range len(digits) {
		weight := 1
		if (len(digits)-i)%2 == 1 {
			weight = 3
		}
		sum += weight * int(digits[i]-'0')
	}
	return '0' + byte((10-sum%10)%10), true
}

// fault is what is wrong with a key, before it is known where it stands.
type fault struct {
	kind   *problem.Kind
	params []problem.Param
}

func (f *fault) at(path string) problem.Problem { return f.kind.At(path, f.params...) }

func faulty(kind *problem.Kind, params ...problem.Param) *fault { return &fault{kind, params} }

// check finds what is wrong with a key: its length, its characters, its check
// digit. A wrong check digit is told last, as the key can still be used.
func (k Key) check() *fault {
	for _, part := range [...]string{k.Lot, k.Serial, k.Extension} {
		if part == "" {
			continue
		}
		if len(part) > maxPart {
			return faulty(&badPart, problem.Value("part", part))
		}
		for i := range len(part) {
			if !in82(part[i]) {
				return faulty(&badPart, problem.Value("part", part))
			}
		}
	}
	switch {
	case k.GTIN != "":
		return checkDigits(k.GTIN, 14)
	case k.SSCC != "":
		return checkDigits(k.SSCC, 18)
	case k.GLN != "":
		return checkDigits(k.GLN, 13)
	case isURI(k.URI):
		return nil
	}
	return faulty(&notKey, problem.Value("epc", k.URI))
}

// checkDigits finds what is wrong with the digits of a key of a length.
func checkDigits(digits string, length int) *fault {
	if len(digits) != length || !isDigits(digits) {
		return faulty(&wrongLength, problem.Value("key", digits), problem.Value("length", strconv.Itoa(length)))
	}
	last := length - 1
	if right, _ := CheckDigit(digits[:last]); digits[last] != right {
		return faulty(&wrongCheckDigit, problem.Value("key", digits), problem.Value("found", digits[last:]), problem.Value("expected", string(right)))
	}
	return nil
}

// maxPart is the most characters of a lot, a serial or an extension.
const maxPart = 20

func parse(uri string) (Key, *fault) {
	if rest, ok := strings.CutPrefix(uri, "urn:epc:"); ok {
		return parseURN(uri, rest)
	}
	if _, rest, ok := strings.Cut(uri, "://"); ok && (strings.HasPrefix(uri, "https:") || strings.HasPrefix(uri, "http:")) {
		return parseLink(uri, rest)
	}
	if !isURI(uri) {
		return Key{}, faulty(&notKey, problem.Value("epc", uri))
	}
	return Key{URI: uri}, nil
}

// parseURN reads an EPC URN. Those of other schemes, such as of assets, are kept as they stand.
func parseURN(uri, rest string) (Key, *fault) {
	scheme, value := "", ""
	for _, known := range [...]string{"id:sgtin:", "class:lgtin:", "idpat:sgtin:", "id:sscc:", "id:sgln:"} {
		if v, ok := strings.CutPrefix(rest, known); ok {
			scheme, value = known, v
		}
	}
	if scheme == "" {
		if !isURI(uri) {
			return Key{}, faulty(&notKey, problem.Value("epc", uri))
		}
		return Key{URI: uri}, nil
	}
	malformed := faulty(&notKey, problem.Value("epc", uri))
	prefix, value, _ := strings.Cut(value, ".")
	if len(prefix) < 6 || len(prefix) > 12 || !isDigits(prefix) {
		return Key{}, malformed
	}
	if scheme == "id:sscc:" {
		if len(prefix)+len(value) != 17 || !isDigits(value) {
			return Key{}, malformed
		}
		return checked(Key{SSCC: completed(value[:1] + prefix + value[1:])})
	}
	item, part, _ := strings.Cut(value, ".")
	whole := part == "*"
	part, ok := unescape(part, urnEscapes)
	if !ok || part == "" || !isDigits(item) {
		return Key{}, malformed
	}
	if scheme == "id:sgln:" {
		if len(prefix)+len(item) != 12 {
			return Key{}, malformed
		}
		if part == "0" { // no part of the place is meant
			part = ""
		}
		return checked(Key{GLN: completed(prefix + item), Extension: part})
	}
	if len(prefix)+len(item) != 13 {
		return Key{}, malformed
	}
	gtin := completed(item[:1] + prefix + item[1:])
	switch {
	case scheme == "class:lgtin:":
		return checked(Key{GTIN: gtin, Lot: part})
	case scheme == "id:sgtin:":
		return checked(Key{GTIN: gtin, Serial: part})
	case whole:
		return checked(Key{GTIN: gtin})
	}
	return Key{}, malformed
}

// checked gives a key that is well formed, or nothing but what is wrong with it.
func checked(key Key) (Key, *fault) {
	wrong := key.check()
	if wrong != nil && wrong.kind != &wrongCheckDigit {
		return Key{}, wrong
	}
	return key, wrong
}

// parseLink reads what stands behind the scheme of a web address. An address in
// which no key stands is kept as it is.
func parseLink(uri, rest string) (Key, *fault) {
	if !isURI(uri) {
		return Key{}, faulty(&notKey, problem.Value("epc", uri))
	}
	if end := strings.IndexAny(rest, "?#"); end >= 0 {
		rest = rest[:end]
	}
	parts := strings.Split(rest, "/")[1:] // behind the host
	for i := 0; i+1 < len(parts); i++ {
		if isDigits(parts[i+1]) && parts[i+1] != "" {
			if key, ok := primary(parts[i], parts[i+1]); ok {
				return qualified(uri, key, parts[i+2:])
			}
		}
	}
	return Key{URI: uri}, nil
}

// primary is the key that an application identifier begins.
func primary(identifier, digits string) (Key, bool) {
	switch identifier {
	case "01":
		return Key{GTIN: filled(digits)}, true
	case "00":
		return Key{SSCC: digits}, true
	case "414":
		return Key{GLN: digits}, true
	}
	return Key{}, false
}

// qualified reads what stands behind a key. An address that says more than a key
// here can is kept as it is.
func qualified(uri string, key Key, parts []string) (Key, *fault) {
	if n := len(parts); n%2 == 1 && parts[n-1] == "" { // ends with a stroke
		parts = parts[:n-1]
	}
	if len(parts)%2 == 1 {
		return Key{URI: uri}, nil
	}
	for i := 0; i < len(parts); i += 2 {
		value, _ := unescape(parts[i+1], "%") // in a URI each is whole
		if value == "" {
			return Key{}, faulty(&notKey, problem.Value("epc", uri))
		}
		switch {
		case parts[i] == "10" && key.GTIN != "" && key.Lot == "" && key.Serial == "":
			key.Lot = value
		case parts[i] == "21" && key.GTIN != "" && key.Serial == "":
			key.Serial = value
		case parts[i] == "254" && key.GLN != "" && key.Extension == "":
			key.Extension = value
		default:
			return Key{URI: uri}, nil
		}
	}
	return checked(key)
}

// completed is digits and their check digit.
func completed(digits string) string {
	last, _ := CheckDigit(digits)
	return digits + string(last)
}

// filled is a GTIN of 8, 12 or 13 digits with as many zeros in front as make it 14.
func filled(gtin string) string {
	switch len(gtin) {
	case 8, 12, 13:
		return strings.Repeat("0", 14-len(gtin)) + gtin
	}
	return gtin
}

func isDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

// in82 tells whether a character is of GS1's character set 82.
func in82(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || strings.IndexByte(`!"%&'()*+,-./:;<=>?_`, c) >= 0
}

// What must not stand unescaped in a part of an address: in an EPC URN (GS1 Tag
// Data Standard, table A), and in a Digital Link, where all that a web address
// might read otherwise is escaped.
const (
	urnEscapes  = `"%&/<>?`
	linkEscapes = `!"%&'()*+,/:;<=>?`
)

// escape writes the given characters as %XX.
func escape(s, escapes string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := range len(s) {
		if c := s[i]; strings.IndexByte(escapes, c) >= 0 {
			b.Write([]byte{'%', hex[c>>4], hex[c&15]})
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}

// unescape reads %XX; false where one of the given characters stands unescaped, such
// as a % that is not whole.
func unescape(s, escapes string) (string, bool) {
	if strings.IndexByte(s, '%') < 0 {
		return s, !strings.ContainsAny(s, escapes)
	}
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '%' && i+2 < len(s):
			c, err := strconv.ParseUint(s[i+1:i+3], 16, 8)
			if err != nil {
				return "", false
			}
			b = append(b, byte(c))
			i += 2
		case strings.IndexByte(escapes, s[i]) >= 0:
			return "", false
		default:
			b = append(b, s[i])
		}
	}
	return string(b), true
}

// isURI tells whether a text is a URI with a scheme, of the characters that RFC
// 3986 has.
func isURI(s string) bool {
	scheme, rest, _ := strings.Cut(s, ":")
	if rest == "" || scheme == "" || !isLetter(scheme[0]) {
		return false
	}
	for i := range len(scheme) {
		if c := scheme[i]; !isLetter(c) && (c < '0' || c > '9') && strings.IndexByte("+-.", c) < 0 {
			return false
		}
	}
	for i := 0; i < len(rest); i++ {
		c := rest[i]
		switch {
		case c <= ' ' || c >= 0x7f || strings.IndexByte("\"<>\\^`{|}", c) >= 0:
			return false
		case c == '%':
			if i+2 >= len(rest) || !isHex(rest[i+1]) || !isHex(rest[i+2]) {
				return false
			}
		}
	}
	return true
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func isHex(c byte) bool { return c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'f' }
