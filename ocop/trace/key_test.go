package trace_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/ocop/trace"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// The pairs are of the standard's own examples, where it writes one thing both ways.
func TestAddressesOfOneThingHaveOneKey(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		want trace.Key
		uris []string
	}{
		{trace.Key{GTIN: "00614141777778", Lot: "987"}, []string{
			"urn:epc:class:lgtin:0614141.077777.987", "https://id.gs1.org/01/00614141777778/10/987", "http://example.vn/tem/01/614141777778/10/987?17=270812#x",
			"https://example.vn/01/0614141777778/10/987/",
		}},
		{trace.Key{GTIN: "04012345666663"}, []string{"urn:epc:idpat:sgtin:4012345.066666.*", "https://id.gs1.org/01/04012345666663", "https://id.gs1.org/01/4012345666663"}},
		{trace.Key{GTIN: "70614141123451", Serial: "2017"}, []string{"urn:epc:id:sgtin:0614141.712345.2017", "https://id.gs1.org/01/70614141123451/21/2017"}},
		{trace.Key{GTIN: "08938500000034", Lot: "A", Serial: "7"}, []string{"https://id.gs1.org/01/08938500000034/10/A/21/7"}},
		{trace.Key{GTIN: "00000096385074"}, []string{"https://id.gs1.org/01/96385074"}},
		{trace.Key{SSCC: "106141412345678908"}, []string{"urn:epc:id:sscc:0614141.1234567890", "https://id.gs1.org/00/106141412345678908"}},
		{trace.Key{GLN: "0614141007776"}, []string{"urn:epc:id:sgln:0614141.00777.0", "https://id.gs1.org/414/0614141007776", "urn:epc:id:sgln:061414100777..0"}},
		{trace.Key{GLN: "0614141073467", Extension: "1234"}, []string{"urn:epc:id:sgln:0614141.07346.1234", "https://id.gs1.org/414/0614141073467/254/1234"}},
		{trace.Key{GTIN: "00614141777778", Lot: `a/b%"`}, []string{"urn:epc:class:lgtin:0614141.077777.a%2Fb%25%22", "https://id.gs1.org/01/00614141777778/10/a%2fb%25%22"}},
		{trace.Key{URI: "urn:epc:id:grai:0614141.12345.400"}, []string{"urn:epc:id:grai:0614141.12345.400"}},
		{trace.Key{URI: "http://transaction.acme.com/po/12345678"}, []string{"http://transaction.acme.com/po/12345678"}},
		{trace.Key{URI: "https://id.gs1.org/01/00614141777778/10/987/99/x"}, []string{"https://id.gs1.org/01/00614141777778/10/987/99/x"}},
		{trace.Key{URI: "geo:12.79,108.08"}, []string{"geo:12.79,108.08"}},
		{trace.Key{URI: "a+b-c.9:x%4F%af"}, []string{"a+b-c.9:x%4F%af"}},
		{trace.Key{URI: "z:!"}, []string{"z:!"}},
		{trace.Key{URI: "Za0:~"}, []string{"Za0:~"}},
		{trace.Key{URI: "ftp://id.gs1.org/01/96385074"}, []string{"ftp://id.gs1.org/01/96385074"}},
		{trace.Key{URI: "https://01/96385074"}, []string{"https://01/96385074"}}, // a host
		{trace.Key{URI: "https://?/01/96385074"}, []string{"https://?/01/96385074"}},
		{trace.Key{URI: "https://example.vn/01/x/10/1"}, []string{"https://example.vn/01/x/10/1"}},
		{trace.Key{URI: "https://example.vn/414/0614141007776/10/1"}, []string{"https://example.vn/414/0614141007776/10/1"}},
		{trace.Key{URI: "https://id.gs1.org/01/00614141777778/254/1"}, []string{"https://id.gs1.org/01/00614141777778/254/1"}},
		{trace.Key{URI: "https://id.gs1.org/01/00614141777778/10/1/10/2"}, []string{"https://id.gs1.org/01/00614141777778/10/1/10/2"}},
		{trace.Key{URI: "https://id.gs1.org/01/00614141777778/21/1/10/2"}, []string{"https://id.gs1.org/01/00614141777778/21/1/10/2"}},
		{trace.Key{URI: "https://id.gs1.org/01/00614141777778/21/1/21/2"}, []string{"https://id.gs1.org/01/00614141777778/21/1/21/2"}},
		{trace.Key{URI: "https://id.gs1.org/414/0614141073467/254/1/254/2"}, []string{"https://id.gs1.org/414/0614141073467/254/1/254/2"}},
		{trace.Key{URI: "https://id.gs1.org/00/106141412345678908/10/1"}, []string{"https://id.gs1.org/00/106141412345678908/10/1"}},
		{trace.Key{URI: "https://id.gs1.org/00/106141412345678908/21/1"}, []string{"https://id.gs1.org/00/106141412345678908/21/1"}},
		{trace.Key{URI: "https://id.gs1.org/01/00614141777778/10"}, []string{"https://id.gs1.org/01/00614141777778/10"}},
		{trace.Key{URI: "https://id.gs1.org/01/"}, []string{"https://id.gs1.org/01/"}},
	} {
		for _, uri := range c.uris {
			key, err := trace.Parse(uri)
			require.NoError(t, err, uri)
			assert.Equal(t, c.want, key, uri)
		}
	}
}

func TestWrongKeys(t *testing.T) {
	t.Parallel()
	for uri, code := range map[string]string{
		"urn:epc:id:sgtin:0614141000000.1.1":      "TRACE-01",
		"urn:epc:id:sgtin:061414x.712345.1":       "TRACE-01",
		"urn:epc:id:sgtin:0614141.71234x.1":       "TRACE-01",
		"urn:epc:id:sgtin:061414100000..1":        "TRACE-01",
		"urn:epc:id:sscc:0614141.123456789x":      "TRACE-01",
		"urn:epc:id:sscc:0614141123456.7890":      "TRACE-01",
		"urn:epc:id:sgtin:0614141.712345.%2Fb/c":  "TRACE-01",
		"urn:epc:id:sgtin:0614141.712345.%2Fb\"c": "TRACE-01",
		"https://example.vn/a b":                  "TRACE-01",
		"urn:epc:idpat:sgtin:0614141.*.*":         "TRACE-01",
		"urn:epc:id:sgln:0614141.0734x.0":         "TRACE-01",
		"urn:epc:class:lgtin:0614141.077777.a%g0": "TRACE-01",
		"http:":             "TRACE-01",
		":x":                "TRACE-01",
		"1a:x":              "TRACE-01",
		"a_b:x":             "TRACE-01",
		"a:b<c":             "TRACE-01",
		"a:b%zz":            "TRACE-01",
		"a:b%4":             "TRACE-01",
		"a:b%4z":            "TRACE-01",
		"a:b%z4":            "TRACE-01",
		"a:b%G0":            "TRACE-01",
		"a:b%0g":            "TRACE-01",
		"a: ":               "TRACE-01",
		"a:b\"c":            "TRACE-01",
		"a:b\x7fc":          "TRACE-01",
		"urn:epc:id:grai:ố": "TRACE-01",
		"https://id.gs1.org/414/0614141007776/254/": "TRACE-01",
		"":                                        "TRACE-01",
		"lô 12":                                   "TRACE-01",
		"12345":                                   "TRACE-01",
		"urn:epc:id:sgtin:0614141.712345":         "TRACE-01",
		"urn:epc:id:sgtin:0614141.712345.":        "TRACE-01",
		"urn:epc:id:sgtin:0614141.71234.1":        "TRACE-01",
		"urn:epc:id:sgtin:06141.41712345.1":       "TRACE-01",
		"urn:epc:id:sgtin:0614141.712345.a/b":     "TRACE-01",
		"urn:epc:id:sgtin:0614141.712345.a%2":     "TRACE-01",
		"urn:epc:idpat:sgtin:0614141.712345.12":   "TRACE-01",
		"urn:epc:id:sscc:0614141.123456789":       "TRACE-01",
		"urn:epc:id:sgln:0614141.0734.0":          "TRACE-01",
		"https://id.gs1.org/01/006141417777":      "TRACE-03",
		"https://id.gs1.org/01/0061414177777":     "TRACE-03",
		"https://id.gs1.org/01/00614":             "TRACE-02",
		"https://id.gs1.org/00/10614141234567890": "TRACE-02",
		"https://id.gs1.org/414/061414100777":     "TRACE-02",
		"https://id.gs1.org/01/00614141777778/10/123456789012345678901": "TRACE-04",
		"https://id.gs1.org/01/00614141777778/10/%C4%91":                "TRACE-04",
		"https://id.gs1.org/01/00614141777778/10/a%20b":                 "TRACE-04",
		"urn:epc:class:lgtin:0614141.077777.~":                          "TRACE-04",
		"https://id.gs1.org/01/00614141777778/10//":                     "TRACE-01",
		"https://id.gs1.org/01/00614141777778/10/%zz":                   "TRACE-01",
		"https://id.gs1.org/414/0614141007777":                          "TRACE-03",
		"https://id.gs1.org/00/106141412345678900":                      "TRACE-03",
		"urn:epc:id:sgln:0614141.07346.123456789012345678901234567890":  "TRACE-04",
		"urn:epc:id:grai:0614141.12345.400 ":                            "TRACE-01",
	} {
		key, err := trace.Parse(uri)
		var problems problem.List
		if assert.ErrorAs(t, err, &problems, uri) {
			assert.Equal(t, code, problems[0].Code, uri)
		}
		assert.Equal(t, code == "TRACE-03", key != trace.Key{}, "only a key with a wrong check digit can be used: %s", uri)
	}
	for _, c := range "!/:;@[`{" { // beside the digits and letters
		for _, uri := range []string{"?:x", "a?:x", "a:%?0", "a:%0?"} {
			uri = strings.ReplaceAll(uri, "?", string(c))
			_, err := trace.Parse(uri)
			assert.Equal(t, uri == "a::x", err == nil, uri)
		}
	}
}

func TestAWrongCheckDigitNamesTheRightOne(t *testing.T) {
	t.Parallel()
	key, err := trace.Parse("https://id.gs1.org/01/08938500000035/10/A1")
	assert.Equal(t, trace.Key{GTIN: "08938500000035", Lot: "A1"}, key, "it is there beside the error")
	var problems problem.List
	require.ErrorAs(t, err, &problems)
	assert.Contains(t, problems[0].Message.En, "its last digit is 5 and should be 4")
	assert.Contains(t, problems[0].Message.Vi, "chữ số cuối là 5, đúng ra phải là 4")
	_, ok := key.URN(7)
	assert.False(t, ok, "a URN has no place for a check digit, right or wrong")
}

func TestKeysMade(t *testing.T) {
	t.Parallel()
	key, err := trace.Batch("8938500000034", "GOI-1")
	require.NoError(t, err)
	assert.Equal(t, "https://id.gs1.org/01/08938500000034/10/GOI-1", key.Link(""))
	assert.Equal(t, "https://ocop.example.vn/t/01/08938500000034/10/GOI-1", key.Link("https://ocop.example.vn/t/"))
	assert.True(t, key.Class())
	piece, err := trace.Piece("8938500000034", "7")
	require.NoError(t, err)
	assert.False(t, piece.Class())
	wrong, err := trace.Batch("8938500000035", "1")
	require.Error(t, err)
	assert.Equal(t, trace.Key{GTIN: "08938500000035", Lot: "1"}, wrong, "it is there beside the error")
	for _, c := range "@[`{~" {
		assert.Error(t, second(trace.Batch("8938500000034", string(c))), "%c", c)
	}
	var letter problem.List
	require.ErrorAs(t, second(trace.Batch("893850000003x", "1")), &letter)
	assert.Equal(t, "TRACE-02", letter[0].Code)
	for _, err := range []error{
		second(trace.Batch("8938500000035", "1")), second(trace.Batch("893850000003", "1")), second(trace.Pallet("1")), second(trace.Location("")),
		second(trace.Piece("8938500000034", "ố")),
	} {
		var problems problem.List
		assert.ErrorAs(t, err, &problems)
	}
}

func second[A any](_ A, err error) error { return err }

func TestCheckDigit(t *testing.T) {
	t.Parallel()
	for digits, want := range map[string]byte{"893850000003": '4', "9638507": '4', "10614141234567890": '8', "0": '0', "061414100777": '6'} {
		got, ok := trace.CheckDigit(digits)
		assert.True(t, ok)
		assert.Equal(t, string(want), string(got), digits)
	}
	for _, digits := range []string{"", "12a", "-1", "1/", "1:"} {
		_, ok := trace.CheckDigit(digits)
		assert.False(t, ok, digits)
	}
}

const set82 = `!"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz`

func randomOf(r *rand.Rand, characters string, n int) string {
	b := make([]byte, n)
	for i := range b {
		b[i] = characters[r.IntN(len(characters))]
	}
	return string(b)
}

func withCheckDigit(digits string) string {
	last, _ := trace.CheckDigit(digits)
	return digits + string(last)
}

func randomKey(r *rand.Rand) trace.Key {
	part := func() string { return randomOf(r, set82, 1+r.IntN(20)) }
	switch gtin := withCheckDigit(randomOf(r, "0123456789", 13)); r.IntN(5) {
	case 0:
		return trace.Key{GTIN: gtin}
	case 1:
		return trace.Key{GTIN: gtin, Lot: part()}
	case 2:
		return trace.Key{GTIN: gtin, Serial: part()}
	case 3:
		return trace.Key{SSCC: withCheckDigit(randomOf(r, "0123456789", 17))}
	}
	key := trace.Key{GLN: withCheckDigit(randomOf(r, "0123456789", 12))}
	if r.IntN(2) == 0 {
		key.Extension = part() + "x" // "0" alone would mean none
		key.Extension = key.Extension[max(0, len(key.Extension)-20):]
	}
	return key
}

// Whatever a key has, both its addresses are read back to it.
func TestAddressesAreReadBack(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(16, 1))
	for range 5_000 {
		key := randomKey(r)
		back, err := trace.Parse(key.Link("https://example.vn/a"))
		require.NoError(t, err, key)
		require.Equal(t, key, back)
		urn, ok := key.URN(6 + r.IntN(7))
		require.True(t, ok, key)
		back, err = trace.Parse(urn)
		require.NoError(t, err, urn)
		require.Equal(t, key, back, urn)
	}
	_, ok := trace.Key{GTIN: "08938500000034"}.URN(5)
	assert.False(t, ok)
	_, ok = trace.Key{URI: "geo:1,2"}.URN(7)
	assert.False(t, ok)
	_, ok = trace.Key{GTIN: "08938500000034", Lot: "A", Serial: "7"}.URN(7)
	assert.False(t, ok, "no URN has both")
}

// Any one digit that is mistyped is found.
func TestMistypedDigitsAreFound(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(16, 2))
	for range 1_000 {
		digits := []byte(withCheckDigit(randomOf(r, "0123456789", 17)))
		i := r.IntN(len(digits))
		digits[i] = '0' + (digits[i]-'0'+byte(1+r.IntN(9)))%10
		_, err := trace.Pallet(string(digits))
		require.Error(t, err)
	}
}

func FuzzKey(f *testing.F) {
	for _, uri := range []string{
		"urn:epc:class:lgtin:0614141.077777.a%2Fb", "https://id.gs1.org/01/00614141777778/10/987", "urn:epc:id:sgln:061414100777..0",
		"https://id.gs1.org/414/0614141073467/254/1234", "geo:1,2", "urn:epc:id:sscc:0614141.1234567890", "https://a/01/1/01/00614141777778/",
	} {
		f.Add(uri)
	}
	f.Fuzz(func(t *testing.T, uri string) {
		key, err := trace.Parse(uri)
		if err != nil {
			return
		}
		back, err := trace.Parse(key.Link(""))
		require.NoError(t, err)
		require.Equal(t, key, back)
		for prefix := 5; prefix < 14; prefix++ {
			if urn, ok := key.URN(prefix); ok {
				back, err := trace.Parse(urn)
				require.NoError(t, err)
				require.Equal(t, key, back)
			}
		}
	})
}
