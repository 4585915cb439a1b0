package shape_test

import (
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"golang.org/x/text/unicode/norm"

	"github.com/ocop-vn/ocop-go/dossier/internal/shape"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

func TestRules(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("ệ", 10)
	for tag, texts := range map[string]struct{ right, wrong []string }{
		"ocop_line":     {[]string{"Hợp tác xã", "a", norm.NFD.String(long)}, []string{"", " ", "\u00a0\u3000", "a\nb", "a\tb", "a\x00", "a\u202eb", "a\u0085b", "a\u009bb", "a\u2028b", "a\u2029b", "a\u061cb", "a\u200fb", "\u0080", long + "a", strings.Repeat("a", 41)}},
		"ocop_prose":    {[]string{"Hợp\n\ttác\r\n"}, []string{"", " \n ", "a\x1b", "\u2066a", "a\u0085", "a\u009b", "a\u2028", "\u061ca", long + "a"}},
		"ocop_date":     {[]string{"2026-06-15", "2024-02-29", "2000-02-29", "1900-01-01", "1900-12-31", "2199-01-01", "2199-12-31"}, []string{"", "1899-12-31", "2026-02-29", "1900-02-29", "2100-02-29", "2026-06-31", "2026-6-5", "0000-01-01", "2200-01-01", "2026-06-15\n", "15/06/2026"}},
		"ocop_phone":    {[]string{"0912345678", "0912 345 678", "+84912345678", "+84 24 3822 1234", "02438221234", "0236.3822.123", "1900 1234", "18001234", "1800 123456"}, []string{"", "091234567", "09123456789", "0412345678", "0912  345678", "0912345678 ", " 0912345678", "+85912345678", "+840912345678", "190012345", "1700 1234", "0912a45678", "+841900123", "+84190012345", "0912345678\n", "+84", "0"}},
		"ocop_email":    {[]string{"htx@example.vn", "a.b_c+d-e@f-g.com.vn"}, []string{"", "a@b", "@b.vn", "a@", "a.@b.vn", ".a@b.vn", "a..b@c.vn", "a@-b.vn", "a@b-.vn", "a@b..vn", "a b@c.vn", "ộ@b.vn", "a@b@c.vn", strings.Repeat("a", 65) + "@b.vn", "a@" + strings.Repeat("b", 64) + ".vn", "a@b.vn\n"}},
		"ocop_tax_code": {[]string{"0100109106", "0100109106001", "0100109106-001", "001099012345"}, []string{"", "010010910", "01001091061", "0100109106-01", "01001091-06001", "010010910a"}},
		"ocop_tax_check": {[]string{"0100109106", "0100109106-001", "0100686209", "001099012345", "119190001234"},
			[]string{"0100109107", "0100109106-000", "0100109106000"}},
		"ocop_any_province":   {[]string{"01", "02", "66", "15", "96"}, []string{"", "1", "03", "99", "066"}},
		"ocop_total":          {[]string{"0", "7.5", "49.99", "89.95", "99.9", "100", "100.0", "100.00"}, []string{"", ".5", "5.", "05", "00", "89,95", "89.955", "100.01", "101", "1000", "-1", "+1", "1e1", " 1", "90\n"}},
		"ocop_link":           {[]string{"https://example.vn/a?b=c#d", "http://9"}, []string{"", "example.vn", "ftp://a", "https://", "https:///a", "https://é.vn", "https://a b", "https://a\"b", "https://a\n", "HTTPS://a", "javascript:alert(1)", "https://a" + strings.Repeat("b", 2000)}},
		"ocop_province":       {[]string{"01", "66", "96"}, []string{"", "1", "02", "99", "066"}},
		"ocop_commune":        {[]string{"24133", "00000"}, []string{"", "2413", "241333", "2413a"}},
		"ocop_id":             {[]string{"a", "hop-dong_1.2", strings.Repeat("a", 64)}, []string{"", "-a", ".a", "a b", "hợp", strings.Repeat("a", 65), "a\n"}},
		"ocop_sha256":         {[]string{strings.Repeat("0f", 32)}, []string{"", strings.Repeat("0F", 32), strings.Repeat("0f", 31), strings.Repeat("0g", 32)}},
		"ocop_file_name":      {[]string{"phieu.pdf", "Ảnh sản phẩm (1).JPG", "a.b.docx", "H'Mông - sữa.pdf", "con cá.pdf", "COM.pdf", "com10.pdf", "console.pdf", "ảnh 1+2 [x] (3), @y=z #5….jpg", norm.NFD.String(strings.Repeat("ệ", 196) + ".pdf")}, []string{"", ".pdf", "pdf", "a.exe", "a.pdf.exe", "../a.pdf", "a/b.pdf", `a\b.pdf`, "C:a.pdf", "<script>.pdf", `"a.pdf`, "a|b.pdf", "a\n.pdf", "a\u202efdp.pdf", "$(rm).pdf", "`a`.pdf", "a;b.pdf", "a.svg", "a.html", "a.pdf ", "a%2f..%2fb.pdf", "a&calc.pdf", "a^b.pdf", "CON.pdf", "con .tar.pdf", "NUL.pdf", "aux.pdf", "Prn.pdf", "COM1.pdf", "lpt9.pdf", "com\u00b2.pdf", "-rf.pdf", " a.pdf", "\u00a0a.pdf", "．．／a.pdf", "a⁄b.pdf", "a︰b.pdf", "a\u0085.pdf", "a\u2028.pdf", "a\u061c.pdf", strings.Repeat("a", 197) + ".pdf"}},
		"ocop_pages":          {[]string{"1", "9999", "12-15", "3-3"}, []string{"", "0", "01", "10000", "-", "3-", "-3", "3-0", "3-4-5", "a", "3 - 4", "3-10000"}},
		"ocop_product_code":   {[]string{"66-24133-01-2026", "66-24133-000001-2026", "66-643-24133-01-2023"}, []string{"", "66-24133-01-26", "6-24133-01-2026", "66-2413-01-2026", "66-24133--2026", "66-24133-0000001-2026", "66-64-24133-01-2023", "66-24133-01-1999", "66-24133-01-2026-1", "66.24133.01.2026"}},
		"ocop_receipt":        {[]string{"01-07/PĐK-66-24133-2026", "A1-Đ/PĐK-66-24133-2026"}, []string{"", "01/PĐK-66-24133-2026", "Ł1-07/PĐK-66-24133-2026", "01-07", "01-07/PĐK-", "01-07/PDK-66-24133-2026", "01-07/P\u00d0K-66-24133-2026", "\u00f01-07/PĐK-66-24133-2026", "01-07/PĐK-66-2413-2026", "01-07/PĐK-66-24133-26", "-07/PĐK-66-24133-2026", "01-/PĐK-66-24133-2026", "01-07-08/PĐK-66-24133-2026", strings.Repeat("1", 21) + "-07/PĐK-66-24133-2026"}},
		"ocop_reverse_domain": {[]string{"vn.example.portal", "vn.gov-1.ocop", "a.b", strings.Repeat(strings.Repeat("a", 62)+".", 4) + "b"}, []string{"", "vn", "vn.", ".vn", "vn..a", "VN.example", "vn.-a", "vn.a-", "vn.a_b", "vn.đ", "vn/a.b", "a." + strings.Repeat("b", 64), strings.Repeat("a.", 126) + "bc"}},
		"ocop_quorum":         {[]string{"3/4", "1/1", "1000/1000", "4/3"}, []string{"", "3", "3/", "0/4", "03/4", "3/4/5", "1001/1001", "a/b"}},
	} {
		rule := find(t, tag)
		for _, s := range texts.right {
			assert.Nil(t, rule.Check(s, 10), "%s %q", tag, s)
		}
		for _, s := range texts.wrong {
			if tag == "ocop_tax_check" && len(s) < 10 {
				continue
			}
			assert.NotNil(t, rule.Check(s, 10), "%s %q", tag, s)
		}
	}
}

// TestPatternsCanBeRead: what a schema shows of a pattern has no control character.
func TestPatternsCanBeRead(t *testing.T) {
	t.Parallel()
	for _, r := range shape.Rules() {
		assert.False(t, strings.ContainsFunc(r.Pattern+r.Not, unicode.IsControl), "%s %q", r.Tag, r.Pattern)
	}
}

func find(t *testing.T, tag string) shape.Rule {
	t.Helper()
	for _, r := range shape.Rules() {
		if r.Tag == tag {
			return r
		}
	}
	t.Fatal(tag)
	return shape.Rule{}
}

// compile readies the patterns of some rules.
func compile(rules ...shape.Rule) map[string]*regexp.Regexp {
	compiled := map[string]*regexp.Regexp{}
	for _, r := range rules {
		compiled[r.Pattern], compiled[r.Not] = regexp.MustCompile(r.Pattern), regexp.MustCompile(r.Not)
	}
	return compiled
}

// fits tells whether JSON Schema's part of a rule accepts a text.
func fits(compiled map[string]*regexp.Regexp, r shape.Rule, s string, limit int) bool {
	if r.Enum != nil {
		for _, value := range r.Enum {
			if value == s {
				return true
			}
		}
		return false
	}
	if !compiled[r.Pattern].MatchString(s) || r.Not != "" && compiled[r.Not].MatchString(s) {
		return false
	}
	most := r.MaxLength
	if most == 0 {
		most = shape.Letters * limit
	}
	return s != "" && (r.Pattern == "" || utf8.RuneCountInString(s) <= most)
}

// FuzzPatterns holds each rule to its patterns: the rule finds an error of layer
// schema exactly where they do not fit.
func FuzzPatterns(f *testing.F) {
	for i, s := range []string{
		"0912 345 678", "htx@example.vn", "2024-02-29", "0100109106-001", "66-24133-01-2026", "66-643-24133-01-2023", "01-07/PĐK-66-24133-2026", "3/4",
		"Ảnh.JPG", "a.docx", "\u00a0", "a\u202e", "ệ", "66", "1900 123456", "+84 24 3822 1234", "a.b@c-d.vn", "x\n", ".pdf", "a`.pdf",
	} {
		f.Add(s, uint8(i))
	}
	rules := shape.Rules()
	compiled := compile(rules...)
	f.Fuzz(func(t *testing.T, s string, limit uint8) {
		if !utf8.ValidString(s) {
			t.Skip("a document that is not UTF-8 is refused before")
		}
		for _, r := range rules {
			if r.Tag == "ocop_tax_check" {
				continue // beyond patterns
			}
			k := r.Check(s, int(limit))
			assert.Equal(t, fits(compiled, r, s, int(limit)), k == nil || k.Layer == problem.LayerRule, "%s %q %d", r.Tag, s, limit)
		}
	})
}

func TestTaxCheckIsSafe(t *testing.T) {
	t.Parallel()
	assert.NotNil(t, shape.TaxCheck("", 0), "shorter than any code")
}

func TestMediaTypes(t *testing.T) {
	t.Parallel()
	assert.Equal(t, "image/jpeg", shape.MediaTypeOf("Ảnh.JPEG"))
	assert.Empty(t, shape.MediaTypeOf("a.svg"))
	assert.Empty(t, shape.MediaTypeOf("pdf."))
}

// A character that a system may turn into one with a meaning has no place in a
// file's name either.
func TestFileNamesStaySafeInOneForm(t *testing.T) {
	t.Parallel()
	for r := rune(1); r < 0x10000; r++ {
		if utf8.ValidRune(r) && strings.ContainsAny(norm.NFKC.String(string(r)), "\"$%&*/:;<>?^`|\\\n\r\t") {
			assert.NotNil(t, shape.FileName("a"+string(r)+"b.pdf", 0), "%#x", r)
		}
	}
}
