package shape_test

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"golang.org/x/text/unicode/norm"

	"github.com/ocop-vn/ocop-go/dossier/internal/shape"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// neighbours are the characters at the edges of every class that a rule tells
// apart, each with the one before it and the one after it. Those of texts and of
// file names are in TestEachCharacterOfAText.
func neighbours() []rune {
	var list []rune
	for _, r := range "\x1f +-./0123456789:@AFZ[_`afgz{\x7f\u00b2\u00b9Đđ" {
		list = append(list, r-1, r, r+1)
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// TestOneCharacterOff takes texts that are right, and each text that is one
// character away from one of them: a rule refuses what its patterns do not
// match, and nothing else.
func TestOneCharacterOff(t *testing.T) {
	t.Parallel()
	right := map[string][]string{
		"ocop_line":           {"a", "          ", strings.Repeat("a", 40)},
		"ocop_date":           {"2026-06-15", "2024-02-29", "1900-12-31", "2199-01-01"},
		"ocop_phone":          {"0912345678", "03-1 2.3 456 78", "+84912345678", "+84 24 3822 1234", "02438221234", "19001234", "1800-12.34 56"},
		"ocop_email":          {"htx@example.vn", "a.b_c+d-e@f-g.com.vn", "a@b.c", strings.Repeat("a", 64) + "@b.vn", "a@" + strings.Repeat("b", 63) + ".vn"},
		"ocop_tax_code":       {"0100109106", "0100109106001", "0100109106-001", "001099012345"},
		"ocop_commune":        {"24133"},
		"ocop_id":             {"a", "Z9", "hop-dong_1.2", strings.Repeat("a", 64)},
		"ocop_sha256":         {strings.Repeat("0f9a", 16)},
		"ocop_file_name":      {"a.b", "a.pdf", "Ảnh (1).JPG", "x.docx", "CON.pdf", "con  .pdf", "a1.mp4", "lpt1.png", "com\u00b2.pdf", "aux1.pdf"},
		"ocop_product_code":   {"66-24133-01-2026", "66-24133-123456-2199", "66-643-24133-1-2023"},
		"ocop_receipt":        {"01-07/PĐK-66-24133-2026", "Z9-Đđ/PĐK-66-24133-2199", strings.Repeat("a", 20) + "-" + strings.Repeat("Đ", 20) + "/PĐK-66-24133-2026"},
		"ocop_reverse_domain": {"vn.example.portal", "vn.a-b", "a." + strings.Repeat("b", 63)},
		"ocop_quorum":         {"3/4", "1000/1000"},
		"ocop_any_province":   {"01", "66", "15", "97"},
		"ocop_total":          {"0", "9", "92", "89.9", "89.95", "100", "100.00"},
		"ocop_link":           {"http://a", "https://id.gs1.org/01/08938505974019/10/L-1?a=b#c", "https://9[]"},
	}
	for _, rule := range shape.Rules() {
		compiled := compile(rule)
		for _, text := range right[rule.Tag] {
			for _, off := range oneOff(text) {
				k := rule.Check(off, 10)
				if fits(compiled, rule, off, 10) != (k == nil || k.Layer == problem.LayerRule) {
					assert.Failf(t, "the rule and its patterns differ", "%s %q: %v", rule.Tag, off, k)
				}
			}
		}
	}
}

// oneOff are a text and those with a character less, another or one more.
func oneOff(text string) []string {
	off := []string{text}
	runes := []rune(text)
	for at := 0; at <= len(runes); at++ {
		if len(runes) > 40 && at > 2 && at < len(runes)-2 && at != 20 && at != 21 { // a long text's middle is as its ends
			continue
		}
		before := string(runes[:at])
		for _, r := range "0a.- @" {
			off = append(off, before+string(r)+string(runes[at:]))
		}
		if at == len(runes) {
			break
		}
		off = append(off, before+string(runes[at+1:]))
		for _, r := range neighbours() {
			off = append(off, before+string(r)+string(runes[at+1:]))
		}
	}
	return off
}

// The longest texts that JSON Schema lets through, as the published schemas have them.
func TestLongestTexts(t *testing.T) {
	t.Parallel()
	lengths := map[string]int{}
	for _, rule := range shape.Rules() {
		if rule.MaxLength > 0 {
			lengths[rule.Tag] = rule.MaxLength
		}
	}
	assert.Equal(t, map[string]int{
		"ocop_date": 10, "ocop_phone": 25, "ocop_email": 254, "ocop_tax_code": 14, "ocop_commune": 5, "ocop_id": 64, "ocop_sha256": 64,
		"ocop_file_name": 800, "ocop_product_code": 24, "ocop_receipt": 60, "ocop_quorum": 9, "ocop_reverse_domain": 253, "ocop_pages": 9,
		"ocop_total": 6, "ocop_link": 2000,
	}, lengths)
	long := strings.Repeat("a", 64) + "@" + strings.Repeat(strings.Repeat("b", 63)+".", 2)
	assert.Nil(t, shape.Email(long+strings.Repeat("c", 254-len(long)-3)+".vn", 0))
	assert.Equal(t, &shape.NotAnEmail, shape.Email(long+strings.Repeat("c", 255-len(long)-3)+".vn", 0))
	assert.Nil(t, shape.FileName(strings.Repeat("ệ", 196)+".pdf", 0))
	assert.Equal(t, &shape.TooManyLetters, shape.FileName(strings.Repeat("ệ", 197)+".pdf", 0), "201 letters")
	assert.Equal(t, &shape.TooManyLetters, shape.FileName(strings.Repeat("a", 796)+".pdf", 0), "800 letters: a rule's to refuse")
	assert.Equal(t, &shape.UnsafeFileName, shape.FileName(strings.Repeat("a", 797)+".pdf", 0), "801: the schema's")
	assert.Nil(t, shape.Link("https://"+strings.Repeat("a", 1992), 0))
	assert.Equal(t, &shape.NotALink, shape.Link("https://"+strings.Repeat("a", 1993), 0))
	for limit, want := range map[int]*problem.Kind{41: nil, 40: nil, 39: &shape.TooManyLetters, 10: &shape.TooManyLetters, 9: &shape.TooLong} {
		assert.Equal(t, want, shape.Line(strings.Repeat("a", 40), limit), limit)
	}
	assert.Equal(t, &shape.Blank, shape.Line("  ", 10))
	assert.Nil(t, shape.Line(strings.Repeat("e\u0302\u0323", 10), 10), "a letter is one, however many marks it is typed with")
}

// TestTaxCheckDigit has the nine weights of the check digit one by one, and the
// remainder for which there is none.
func TestTaxCheckDigit(t *testing.T) {
	t.Parallel()
	for _, s := range []string{
		"1000000001", "0100000003", "0010000009", "0001000002", "0000100004", "0000010008", "0000001003", "0000000105", "0000000017",
		"0300588569", "0101248141", "0100000003999", "0100000003-999", "0100000003-100", "0100000003-010",
		"001000000000", "101000000000", "003000000000", // personal numbers have no check digit
	} {
		assert.Nil(t, shape.TaxCheck(s, 0), s)
	}
	for _, s := range []string{
		"", "0", "100000000", "1000000000", "1000000002", "0000000000", "0300588560", "0100000003-000", "0100000003000",
		"096",
	} {
		assert.Equal(t, &shape.WrongTaxCode, shape.TaxCheck(s, 0), s)
	}
}

// What a file's name cannot have: control characters and those that turn the
// direction of writing, what a shell, a page or a system gives a meaning, and
// what one form of writing (NFKC) makes into one of those, or into the dots of
// a path; beside these, what looks like a slash, and what stands within a row of
// such characters. An ellipsis is none: it becomes three dots.
func TestEachCharacterOfAFileName(t *testing.T) {
	t.Parallel()
	assert.Contains(t, find(t, "ocop_file_name").Pattern, "\\\\\\^`|", "what means something between brackets is escaped, for every kind of regular expression")
	special := func(s string) bool { return strings.ContainsAny(s, "\"$%&*/:;<>?\\^`|") }
	for r := rune(0); r < 0x10000; r++ {
		if !utf8.ValidRune(r) {
			continue
		}
		s := string(r)
		one := norm.NFKC.String(s)
		refused := unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\u2028' || r == '\u2029' ||
			special(s) || special(one) || strings.ContainsRune("\u2024\u2025\ufe30\ufe52\uff0e", r) ||
			strings.ContainsRune("\u2044\u2215\u29f5\u29f8\u29f9", r) || strings.ContainsRune("\ufe15\ufe53\ufe66\ufe67", r)
		if got := shape.FileName("a"+s+"b.pdf", 0) != nil; got != refused {
			assert.Failf(t, "a character", "%#x %q: refused %v", r, s, got)
		}
	}
}

// What a text may have, and what is no more than space, by each character.
func TestEachCharacterOfAText(t *testing.T) {
	t.Parallel()
	rules := []shape.Rule{find(t, "ocop_line"), find(t, "ocop_prose"), find(t, "ocop_file_name")}
	compiled := compile(rules...)
	for r := rune(0); r < 0x10000; r++ {
		if r == 0x3100 { // letters and signs of Asian scripts
			r = 0xfe00
		}
		for i, rule := range rules {
			alone, beside := string(r), "a"+string(r)
			if i == 2 {
				alone, beside = alone+"a.pdf", beside+".pdf"
			}
			for _, s := range []string{alone, beside} {
				if k := rule.Check(s, 10); fits(compiled, rule, s, 10) != (k == nil) {
					assert.Failf(t, "the rule and its patterns differ", "%s %q: %v", rule.Tag, s, k)
				}
			}
		}
	}
	for _, r := range "\x00\x1f\x7f\u0080\u009f\u202a\u202e\u2066\u2069" { // DEL among them
		assert.Equal(t, &shape.ControlCharacter, shape.Line("a"+string(r), 10), "%#x", r)
		assert.Equal(t, &shape.ControlCharacter, shape.Prose("a"+string(r), 10), "%#x", r)
	}
}

func TestEveryEnding(t *testing.T) {
	t.Parallel()
	assert.Contains(t, find(t, "ocop_file_name").Pattern, "|[mM][pP]3|", "in either case")
	for _, m := range shape.MediaTypes() {
		for _, ending := range m.Endings {
			for _, name := range []string{"a." + ending, "a." + strings.ToUpper(ending), "a.b." + ending} {
				assert.Nil(t, shape.FileName(name, 0), name)
				assert.Equal(t, m.Name, shape.MediaTypeOf(name), name)
			}
			for _, name := range []string{ending, "." + ending, "a" + ending, "a." + ending + "q", "a.x" + ending, "a." + ending + "."} {
				assert.Equal(t, &shape.UnsafeFileName, shape.FileName(name, 0), name)
			}
		}
	}
}

// A receipt in which a letter only looks like Đ is told so, and the letter by its
// code point.
func TestLookalikes(t *testing.T) {
	t.Parallel()
	assert.Equal(t, &shape.LookalikeReceipt, shape.Receipt("01-07/P\u00d0K-66-24133-2026", 0))
	assert.Equal(t, &shape.NotAReceipt, shape.Receipt("01-07/PDK-66-24133-2026", 0))
	assert.Equal(t, "U+00D0", shape.CodePoint('\u00d0'))
	assert.Equal(t, "U+0189", shape.CodePoint('\u0189'))
	assert.Equal(t, "U+1D400", shape.CodePoint('\U0001d400'))
}
