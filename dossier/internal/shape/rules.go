// Package shape has the rules that a dossier's tags name: for each one function
// that judges a text, used by the generated checker and by validator/v10 alike,
// and beside it what JSON Schema can say of the same thing. A function and its
// pattern are held equal by tests.
package shape

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/ocop-vn/ocop-go/dossier/codes/places"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/ident"
	"github.com/ocop-vn/ocop-go/scoring/plain"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// Check judges a text; limit is the tag's number where it has one. It returns
// nil for a text that is right.
type Check func(value string, limit int) *problem.Kind

// Rule is a rule of one tag.
type Rule struct {
	Tag   string
	Check Check
	// Pattern, Not, MaxLength and Format are what JSON Schema can say: Pattern
	// matches and Not does not. Both use what all regular expressions have in
	// common, and Pattern says all that one can; "" says nothing. MaxLength is in
	// code points; 0: Letters times the tag's limit.
	Pattern   string
	Not       string
	MaxLength int
	Format    string
	Enum      []string
	Examples  []string
}

// Letters is how many code points one letter can take in a text that is not NFC.
const Letters = 4

// Characters as regular expressions write them between brackets, by \x where all
// of them know that, by themselves above: control and breaks are those of
// plain.Moves, space those of plain.Blank.
const (
	control = `\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f` + "\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069"
	breaks  = `\t\n\r`
	space   = `\x00-\x20\x7f-\xa0` + "\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2069\u3000\ufeff"
)

// seen is the pattern of a text without some characters in which something is seen.
func seen(without string) string {
	return "^[^" + without + "]*[^" + space + without + "][^" + without + "]*$"
}

const datePattern = "^(?:(?:19|20|21)[0-9]{2}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))" +
	"|(?:(?:19|20|21)(?:0[48]|[2468][048]|[13579][26])|2000)-02-29)$"

const phonePattern = `^(?:(?:\+84|0)[ .-]?(?:[35789](?:[ .-]?[0-9]){8}|2(?:[ .-]?[0-9]){9})|1[89]00(?:[ .-]?[0-9]){4}(?:(?:[ .-]?[0-9]){2})?)$`

const (
	atom  = "[A-Za-z0-9_+-]+"
	label = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
)

// maxDomain is the most letters of a domain name.
const maxDomain = 253

const page = "[1-9][0-9]{0,3}"

const domainLabel = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"

// unsafeInNames are the characters that a file's name cannot have, as first and
// last of a row: control characters and those that turn the direction of
// writing, what a shell, a page or a system gives a meaning, and what becomes
// one of those when a system puts names into one form (Unicode's NFKC).
var unsafeInNames = [...][2]rune{
	{0, 0x1f}, {'"', '"'}, {'$', '&'}, {'*', '*'}, {'/', '/'}, {':', '<'}, {'>', '?'}, {'\\', '\\'}, {'^', '^'}, {'`', '`'}, {'|', '|'}, {0x7f, 0x9f},
	{0x37e, 0x37e}, {0x61c, 0x61c}, {0x1fef, 0x1fef}, {0x200e, 0x200f}, {0x2024, 0x2025}, {0x2028, 0x202e}, {0x2044, 0x2044}, {0x2047, 0x2049},
	{0x2066, 0x2069}, {0x2100, 0x2101}, {0x2105, 0x2106}, {0x2215, 0x2215}, {0x29f5, 0x29f5}, {0x29f8, 0x29f9}, {0x2a74, 0x2a74}, {0xfe13, 0xfe16}, {0xfe30, 0xfe30},
	{0xfe52, 0xfe56}, {0xfe60, 0xfe61}, {0xfe64, 0xfe6a}, {0xff02, 0xff02}, {0xff04, 0xff06}, {0xff0a, 0xff0a}, {0xff0e, 0xff0f}, {0xff1a, 0xff1c},
	{0xff1e, 0xff1f}, {0xff3c, 0xff3c}, {0xff3e, 0xff3e}, {0xff40, 0xff40}, {0xff5c, 0xff5c},
}

// unsafe are the same as regular expressions write them between brackets.
func unsafe() string {
	var b strings.Builder
	write := func(r rune) {
		switch {
		case r < ' ' || 0x7f <= r && r <= 0x9f:
			b.WriteString(`\x` + string("0123456789abcdef"[r>>4]) + string("0123456789abcdef"[r&15]))
		case r == '\\' || r == '^':
			b.WriteString(`\` + string(r))
		default:
			b.WriteRune(r)
		}
	}
	for _, row := range unsafeInNames {
		write(row[0])
		if row[1] > row[0] {
			b.WriteByte('-')
			write(row[1])
		}
	}
	return b.String()
}

// devices are what Windows takes for a device, whatever ending follows.
var devices = [...]string{"aux", "con", "nul", "prn", "com", "lpt"}

const devicePattern = "^(?:[aA][uU][xX]|[cC][oO][nN]|[nN][uU][lL]|[pP][rR][nN]|(?:[cC][oO][mM]|[lL][pP][tT])[0-9\u00b9\u00b2\u00b3]) *\\."

// Rules lists the rules.
func Rules() []Rule {
	return []Rule{
		{Tag: "ocop_line", Check: Line, Pattern: seen(control + breaks)},
		{Tag: "ocop_prose", Check: Prose, Pattern: seen(control)},
		{Tag: "ocop_date", Check: Date, Pattern: datePattern, MaxLength: 10, Format: "date", Examples: []string{"2026-06-15"}},
		{Tag: "ocop_phone", Check: Phone, Pattern: phonePattern, MaxLength: 25, Examples: []string{"0912 345 678"}},
		{Tag: "ocop_email", Check: Email, Pattern: "^" + atom + `(?:\.` + atom + ")*@" + label + `(?:\.` + label + ")+$",
			Not: "^[^@]{65}", MaxLength: 254, Format: "email", Examples: []string{"htx@example.vn"}},
		{Tag: "ocop_tax_code", Check: TaxCode, Pattern: "^(?:[0-9]{10}(?:-?[0-9]{3})?|[0-9]{12})$", MaxLength: 14, Examples: []string{"0100109106"}},
		{Tag: "ocop_tax_check", Check: TaxCheck},
		{Tag: "ocop_province", Check: Province, Enum: places.ProvinceCodes()},
		{Tag: "ocop_any_province", Check: AnyProvince, Enum: anyProvinces()},
		{Tag: "ocop_commune", Check: Commune, Pattern: "^[0-9]{5}$", MaxLength: 5, Examples: []string{"24133"}},
		{Tag: "ocop_id", Check: ID, Pattern: "^[A-Za-z0-9][A-Za-z0-9._-]*$", MaxLength: 64, Examples: []string{"hop-dong-1"}},
		{Tag: "ocop_sha256", Check: SHA256, Pattern: "^[0-9a-f]{64}$", MaxLength: 64},
		{Tag: "ocop_file_name", Check: FileName, Pattern: `^[^.\-` + space + unsafe() + "][^" + unsafe() + `]*\.(?:` + endings() + ")$",
			Not: devicePattern, MaxLength: Letters * maxFileName, Examples: []string{"phieu-kiem-nghiem.pdf"}},
		{Tag: "ocop_pages", Check: Pages, Pattern: "^" + page + "(?:-" + page + ")?$", MaxLength: 9, Examples: []string{"3", "12-15"}},
		{Tag: "ocop_product_code", Check: ProductCode, Pattern: "^[0-9]{2}-(?:[0-9]{3}-)?[0-9]{5}-[0-9]{1,6}-2[01][0-9]{2}$", MaxLength: 24, Examples: []string{"66-24133-01-2026"}},
		{Tag: "ocop_total", Check: Total, Pattern: `^(?:100(?:\.0{1,2})?|(?:0|[1-9][0-9]?)(?:\.[0-9]{1,2})?)$`, MaxLength: 6, Examples: []string{"92", "89.95"}},
		{Tag: "ocop_link", Check: Link, Pattern: linkPattern, MaxLength: maxLink, Examples: []string{"https://id.gs1.org/01/08938505974019/10/L2611"}},
		{Tag: "ocop_receipt", Check: Receipt, Pattern: "^[0-9A-Za-zĐđ]{1,20}-[0-9A-Za-zĐđ]{1,20}/PĐK-[0-9]{2}-[0-9]{5}-2[01][0-9]{2}$", MaxLength: 60, Examples: []string{"01-07/PĐK-66-24133-2026"}},
		{Tag: "ocop_reverse_domain", Check: ReverseDomain, Pattern: `^` + domainLabel + `(?:\.` + domainLabel + `)+$`, MaxLength: maxDomain, Examples: []string{"vn.example.portal"}},
		{Tag: "ocop_quorum", Check: Quorum, Pattern: "^(?:[1-9][0-9]{0,2}|1000)/(?:[1-9][0-9]{0,2}|1000)$", MaxLength: 9, Examples: []string{"3/4"}},
	}
}

// Line judges a text of one line, of up to limit letters.
func Line(s string, limit int) *problem.Kind { return text(s, limit, false) }

// Prose judges a text that may have many lines, of up to limit letters.
func Prose(s string, limit int) *problem.Kind { return text(s, limit, true) }

func text(s string, limit int, lines bool) *problem.Kind {
	runes, seen := 0, false
	for _, r := range s {
		runes++
		if ' ' < r && r < 0x7f { // most are
			seen = true
			continue
		}
		if isBreak := r == '\t' || r == '\n' || r == '\r'; isBreak && !lines || !isBreak && plain.Moves(r) {
			return &ControlCharacter
		}
		seen = seen || !plain.Blank(r)
	}
	switch {
	case runes > Letters*limit:
		return &TooLong
	case !seen:
		return &Blank
	case runes > limit && ident.Letters(s) > limit:
		return &TooManyLetters
	}
	return nil
}

// Date judges a day of the years 1900 to 2199, written 2026-05-22.
func Date(s string, _ int) *problem.Kind {
	d, _ := civil.Parse(s) // of the year 0 if it is no day
	if d.Year < 1900 || d.Year > 2199 {
		return &NotADate
	}
	return nil
}

// Phone judges a Vietnamese number: a mobile one of ten digits, a landline of
// eleven, or a hotline 1800 or 1900. One space, dot or hyphen may stand between
// two digits, and +84 for the first 0.
func Phone(s string, _ int) *problem.Kind {
	rest, abroad := strings.CutPrefix(s, "+84")
	var first [2]byte // the first digits, the 0 that +84 stands for included
	n := 0
	if abroad {
		first[0], n = '0', 1
	}
	separated := false
	for _, c := range []byte(rest) {
		switch {
		case isDigit(c):
			if n < len(first) {
				first[n] = c
			}
			n++
			separated = false
		case (c == ' ' || c == '.' || c == '-') && n > 0 && !separated:
			separated = true
		default:
			return &NotAPhone
		}
	}
	if separated || !isNumber(first, n) && (abroad || !isHotline(rest, n)) {
		return &NotAPhone
	}
	return nil
}

// isNumber tells whether a number of n digits that begins so is a mobile or a landline.
func isNumber(first [2]byte, n int) bool {
	if first[0] != '0' {
		return false
	}
	switch first[1] {
	case '3', '5', '7', '8', '9':
		return n == 10
	case '2':
		return n == 11
	}
	return false
}

func isHotline(s string, n int) bool {
	return (strings.HasPrefix(s, "1800") || strings.HasPrefix(s, "1900")) && (n == 8 || n == 10)
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func isAlnum(c byte) bool { return isDigit(c) || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }

// Email judges an e-mail address such as people have: a part of up to 64
// letters, digits and . _ + - before the @, and a domain of two or more labels.
func Email(s string, _ int) *problem.Kind {
	local, domain, _ := strings.Cut(s, "@")
	if len(s) > 254 || len(local) > 64 || !strings.Contains(domain, ".") {
		return &NotAnEmail
	}
	for atom := range strings.SplitSeq(local, ".") {
		if atom == "" || !all(atom, func(c byte) bool { return isAlnum(c) || c == '_' || c == '+' || c == '-' }) {
			return &NotAnEmail
		}
	}
	for label := range strings.SplitSeq(domain, ".") {
		if label == "" || len(label) > 63 || label[0] == '-' || label[len(label)-1] == '-' ||
			!all(label, func(c byte) bool { return isAlnum(c) || c == '-' }) {
			return &NotAnEmail
		}
	}
	return nil
}

func all(s string, is func(byte) bool) bool {
	for i := range len(s) {
		if !is(s[i]) {
			return false
		}
	}
	return true
}

func digits(s string, n int) bool { return len(s) == n && all(s, isDigit) }

// TaxCode judges the form of a tax code: 10 digits, 13 with or without a hyphen
// after the tenth, or the 12 of a personal number.
func TaxCode(s string, _ int) *problem.Kind {
	switch {
	case digits(s, 10), digits(s, 12), digits(s, 13):
		return nil
	case len(s) == 14 && s[10] == '-' && digits(s[:10]+s[11:], 13):
		return nil
	}
	return &NotATaxCode
}

// PersonalNumber is how many digits a personal number has.
const PersonalNumber = 12

// TaxCheck judges the content of a tax code: the tenth digit follows from the
// nine before it, and a branch is 001 to 999. A personal number has no such digit.
func TaxCheck(s string, _ int) *problem.Kind {
	if len(s) == PersonalNumber {
		return nil
	}
	weights := [9]int{31, 29, 23, 19, 17, 13, 7, 5, 3}
	if len(s) < 10 {
		return &WrongTaxCode
	}
	sum := 0
	for i, w := range weights {
		sum += w * int(s[i]-'0')
	}
	if 10-sum%11 != int(s[9]-'0') || strings.HasSuffix(s[10:], "000") {
		return &WrongTaxCode
	}
	return nil
}

// Province judges the code of one of the 34 provinces.
func Province(s string, _ int) *problem.Kind {
	if _, ok := places.Province(s); !ok {
		return &NotAProvince
	}
	return nil
}

// AnyProvince judges the code of one of the 34 provinces or of the 63 before July 2025.
func AnyProvince(s string, _ int) *problem.Kind {
	if Province(s, 0) != nil && !places.OldProvince(s) {
		return &NotAnyProvince
	}
	return nil
}

// anyProvinces are the codes of the 34 provinces and of the 63 before, each once.
func anyProvinces() []string {
	var codes []string
	for n := range 100 {
		code := string([]byte{'0' + byte(n/10), '0' + byte(n%10)})
		if AnyProvince(code, 0) == nil {
			codes = append(codes, code)
		}
	}
	return codes
}

// Total judges a number of points, 0 to 100, with up to two decimals.
func Total(s string, _ int) *problem.Kind {
	whole, decimals, point := strings.Cut(s, ".")
	some := func(s string, most int) bool { return s != "" && len(s) <= most && all(s, isDigit) }
	switch {
	case !some(whole, 3), len(whole) > 1 && whole[0] == '0', point && !some(decimals, 2):
		return &NotATotal
	case len(whole) == 3 && (whole != "100" || strings.Trim(decimals, "0") != ""):
		return &NotATotal
	}
	return nil
}

// A link is an address of the web in the letters that RFC 3986 has, host first.
const (
	maxLink     = 2000
	linkLetters = "A-Za-z0-9._~:/?#@!$&'()*+,;=%\\[\\]-"
	linkPattern = "^https?://[A-Za-z0-9][" + linkLetters + "]*$"
)

// Link judges an address of the web.
func Link(s string, _ int) *problem.Kind {
	rest, ok := strings.CutPrefix(s, "https://")
	if !ok {
		rest, ok = strings.CutPrefix(s, "http://")
	}
	letter := func(c byte) bool { return isAlnum(c) || strings.IndexByte("._~:/?#@!$&'()*+,;=%[]-", c) >= 0 }
	if !ok || len(s) > maxLink || rest == "" || !isAlnum(rest[0]) || !all(rest, letter) {
		return &NotALink
	}
	return nil
}

// Commune judges the form of a commune's code; whether there is such a commune is another rule.
func Commune(s string, _ int) *problem.Kind {
	if !digits(s, 5) {
		return &NotACommune
	}
	return nil
}

// ReverseDomain judges a domain name with its parts in reverse, in small letters:
// vn.example.portal.
func ReverseDomain(s string, _ int) *problem.Kind {
	if len(s) > maxDomain || !strings.Contains(s, ".") {
		return &NotAReverseDomain
	}
	for label := range strings.SplitSeq(s, ".") {
		if label == "" || len(label) > 63 || label[0] == '-' || label[len(label)-1] == '-' ||
			!all(label, func(c byte) bool { return isDigit(c) || 'a' <= c && c <= 'z' || c == '-' }) {
			return &NotAReverseDomain
		}
	}
	return nil
}

// ID judges the id of a piece of evidence.
func ID(s string, _ int) *problem.Kind {
	if s == "" || len(s) > 64 || !isAlnum(s[0]) || !all(s, func(c byte) bool { return isAlnum(c) || c == '.' || c == '_' || c == '-' }) {
		return &NotAnID
	}
	return nil
}

// SHA256 judges a hash in lower-case hexadecimal digits.
func SHA256(s string, _ int) *problem.Kind {
	if len(s) != 64 || !all(s, func(c byte) bool { return isDigit(c) || 'a' <= c && c <= 'f' }) {
		return &NotAHash
	}
	return nil
}

// maxFileName is the most letters of a file name.
const maxFileName = 200

// FileName judges the name of a file of evidence: no path, no character that a
// shell, a page or a system gives a meaning, no name of a device, an ending of
// MediaTypes. It begins with neither a dot, a hyphen nor a space.
func FileName(s string, _ int) *problem.Kind {
	runes := 0
	for _, r := range s {
		runes++
		if isUnsafe(r) || runes == 1 && (r == '-' || plain.Blank(r)) {
			return &UnsafeFileName
		}
	}
	if strings.IndexByte(s, '.') < 1 || isDevice(s) || runes > Letters*maxFileName || MediaTypeOf(s) == "" {
		return &UnsafeFileName
	}
	if runes > maxFileName && ident.Letters(s) > maxFileName {
		return &TooManyLetters
	}
	return nil
}

func isUnsafe(r rune) bool {
	for _, row := range unsafeInNames {
		if row[0] <= r && r <= row[1] {
			return true
		}
	}
	return false
}

// isDevice tells whether what stands before the first dot names a device, as
// CON.pdf or lpt1.pdf.
func isDevice(name string) bool {
	base, _, _ := strings.Cut(name, ".")
	base = strings.ToLower(strings.TrimRight(base, " "))
	for _, device := range devices {
		rest, ok := strings.CutPrefix(base, device)
		if numbered := device == "com" || device == "lpt"; ok && (!numbered && rest == "" || numbered && isOneDigit(rest)) {
			return true
		}
	}
	return false
}

// isOneDigit takes the superscripts too, as Windows does.
func isOneDigit(s string) bool {
	return digits(s, 1) || s == "\u00b9" || s == "\u00b2" || s == "\u00b3"
}

// MediaType is a kind of file that a dossier may have, and the endings of its names.
type MediaType struct {
	Name    string
	Endings []string
}

// MediaTypes lists the kinds of file: documents, pictures, recordings and films
// (form 02, the table of evidence), as phones and offices make them, the older
// ones of Office included, and ZIP for what comes as a folder of scans.
func MediaTypes() []MediaType { return mediaTypes[:] }

var mediaTypes = [...]MediaType{
	{"application/pdf", []string{"pdf"}},
	{"image/jpeg", []string{"jpg", "jpeg"}},
	{"image/png", []string{"png"}},
	{"image/webp", []string{"webp"}},
	{"image/tiff", []string{"tif", "tiff"}},
	{"image/heic", []string{"heic"}},
	{"audio/mpeg", []string{"mp3"}},
	{"audio/mp4", []string{"m4a"}},
	{"video/mp4", []string{"mp4"}},
	{"video/quicktime", []string{"mov"}},
	{"application/msword", []string{"doc"}},
	{"application/vnd.ms-excel", []string{"xls"}},
	{"application/vnd.ms-powerpoint", []string{"ppt"}},
	{"application/vnd.openxmlformats-officedocument.wordprocessingml.document", []string{"docx"}},
	{"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", []string{"xlsx"}},
	{"application/vnd.openxmlformats-officedocument.presentationml.presentation", []string{"pptx"}},
	{"application/zip", []string{"zip"}},
}

// MediaTypeOf is the media type that a file's ending stands for, "" for none.
func MediaTypeOf(name string) string {
	ending := strings.ToLower(name[strings.LastIndexByte(name, '.')+1:])
	for i := range mediaTypes {
		for _, e := range mediaTypes[i].Endings {
			if e == ending {
				return mediaTypes[i].Name
			}
		}
	}
	return ""
}

// endings are the endings as a regular expression, in either case.
func endings() string {
	var b strings.Builder
	for _, m := range MediaTypes() {
		for _, e := range m.Endings {
			if b.Len() > 0 {
				b.WriteByte('|')
			}
			for _, c := range []byte(e) {
				if isDigit(c) {
					b.WriteByte(c)
				} else {
					b.WriteString("[" + string(c) + strings.ToUpper(string(c)) + "]")
				}
			}
		}
	}
	return b.String()
}

// Pages judges a page, or the first and the last of several: 12-15.
func Pages(s string, _ int) *problem.Kind {
	first, last, several := strings.Cut(s, "-")
	if !isPage(first) || several && !isPage(last) {
		return &NotPages
	}
	return nil
}

func isPage(s string) bool { return len(s) >= 1 && len(s) <= 4 && s[0] != '0' && all(s, isDigit) }

// ProductCode judges the form of a product code of four parts, or of the five that stood before 2025.
func ProductCode(s string, _ int) *problem.Kind {
	province, rest, _ := strings.Cut(s, "-")
	commune, rest, _ := strings.Cut(rest, "-")
	if digits(commune, 3) { // a district
		commune, rest, _ = strings.Cut(rest, "-")
	}
	number, of, _ := strings.Cut(rest, "-")
	if !digits(province, 2) || !digits(commune, 5) || len(number) < 1 || len(number) > 6 || !all(number, isDigit) || !year(of) {
		return &NotAProductCode
	}
	return nil
}

// year tells whether a text is a year of 2000 to 2199.
func year(s string) bool { return digits(s, 4) && s[0] == '2' && (s[1] == '0' || s[1] == '1') }

// Receipt judges the form of the number of a receipt.
func Receipt(s string, _ int) *problem.Kind {
	serial, place, _ := strings.Cut(s, "/PĐK-")
	first, second, _ := strings.Cut(serial, "-")
	province, rest, _ := strings.Cut(place, "-")
	commune, of, _ := strings.Cut(rest, "-")
	if !serialPart(first) || !serialPart(second) || !digits(province, 2) || !digits(commune, 5) || !year(of) {
		if strings.ContainsAny(s, Lookalikes) {
			return &LookalikeReceipt
		}
		return &NotAReceipt
	}
	return nil
}

// Lookalikes are letters of other languages that look like Đ or đ, which some
// keyboards write for it.
const Lookalikes = "\u00d0\u00f0\u0189\u0256"

// CodePoint is how a letter that looks like another is told from it: U+00D0.
func CodePoint(r rune) string {
	hex := strings.ToUpper(strconv.FormatInt(int64(r), 16))
	return "U+" + strings.Repeat("0", max(0, 4-len(hex))) + hex
}

// serialPart judges one of the two blanks before /PĐK-, which the form leaves open.
func serialPart(s string) bool {
	n := 0
	for _, r := range s {
		n++
		if r != 'Đ' && r != 'đ' && (r >= utf8.RuneSelf || !isAlnum(byte(r))) { //nolint:gosec // below utf8.RuneSelf
			return false
		}
	}
	return n >= 1 && n <= 20
}

// Quorum judges a share such as 3/4.
func Quorum(s string, _ int) *problem.Kind {
	if _, ok := scoring.ParseQuorum(s); !ok {
		return &NotAQuorum
	}
	return nil
}
