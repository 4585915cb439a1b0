package trace

import (
	"encoding/json"
	"math/big"
	"math/rand/v2"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestDecimals(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"0": "0", "0.0": "0", "10": "10", "10.0": "10", "200.5": "200.5", "0.05": "0.05", "2e3": "2000", "2.50E1": "25", "125e-2": "1.25",
		"999999999999999": "999999999999999", "0.000000001": "0.000000001", "0e99": "0", "123456789.987654321": "123456789.987654321",
	} {
		d, err := ParseDecimal(in)
		require.NoError(t, err, in)
		assert.Equal(t, want, d.String(), in)
		var back Decimal
		require.NoError(t, json.Unmarshal([]byte(want), &back))
		assert.Equal(t, d, back)
	}
	for _, in := range []string{"", "-1", "1e", "1e100", "1000000000000000", "1e15", "0.0000000001", "1.", ".5", "x", `"1"`, "null", "1234567890.987654321", "1e-10", "+1", "1a", "a1", "1.a", "1e-100", "0e100", "0e-100", "1/", "1:", "0.1/", "1e99", "1234567890123456", "10e15", "123456789012345e1", "0.1234567891"} {
		_, err := ParseDecimal(in)
		assert.Error(t, err, in)
	}
	for _, in := range []string{"0e-99", "0e99", "1e14", "12e13", "100e-2"} {
		_, err := ParseDecimal(in)
		assert.NoError(t, err, in)
	}
	text, err := json.Marshal([]Decimal{Units(7), {}})
	require.NoError(t, err)
	assert.Equal(t, "[7,0]", string(text))
	d := Units(7)
	require.Error(t, json.Unmarshal([]byte("-1"), &d))
	assert.Equal(t, Units(7), d)
	assert.Equal(t, "12", Units(12).String())
	assert.Equal(t, Decimal{}, Units(-1))
}

// Sums are exact, whatever the units: a rational number says the same.
func TestSumsAreExact(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(16, 3))
	units := map[string]string{"MGM": "1/1000", "GRM": "1", "KGM": "1000", "DTN": "100000", "TNE": "1000000"}
	codes := []string{"MGM", "GRM", "KGM", "DTN", "TNE"}
	for range 2_000 {
		var s sum
		want := new(big.Rat)
		for range 1 + r.IntN(9) {
			text := strconv.FormatUint(r.Uint64N(1e9), 10) + "." + strconv.FormatUint(r.Uint64N(1e9), 10)
			code := codes[r.IntN(len(codes))]
			d, err := ParseDecimal(text)
			require.NoError(t, err)
			s.add(d, unitOf(code))
			amount, _ := new(big.Rat).SetString(text)
			factor, _ := new(big.Rat).SetString(units[code])
			want.Add(want, amount.Mul(amount, factor))
		}
		for code, factor := range units {
			got, ok := new(big.Rat).SetString(s.in(unitOf(code)))
			require.True(t, ok)
			f, _ := new(big.Rat).SetString(factor)
			require.Equal(t, want.RatString(), got.Mul(got, f).RatString())
		}
	}
}

func TestUnits(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ amount, unit, in, want string }{
		{"1", "TNE", "KGM", "1000"}, {"2", "DTN", "KGM", "200"}, {"1500", "GRM", "KGM", "1.5"}, {"1", "KGM", "TNE", "0.001"},
		{"1", "MTQ", "LTR", "1000"}, {"250", "MLT", "LTR", "0.25"}, {"1", "HLT", "LTR", "100"}, {"33", "CLT", "LTR", "0.33"}, {"5", "DLT", "LTR", "0.5"},
		{"1", "MTR", "CMT", "100"}, {"12", "EA", "H87", "12"}, {"12", "", "H87", "12"}, {"7", "XBX", "XBX", "7"}, {"2", "DMQ", "LTR", "2"},
		{"3", "CMQ", "MLT", "3"}, {"4", "DMT", "CMT", "40"}, {"9", "MMT", "CMT", "0.9"},
	} {
		require.Equal(t, unitOf(c.in).measure, unitOf(c.unit).measure)
		var s sum
		d, err := ParseDecimal(c.amount)
		require.NoError(t, err)
		s.add(d, unitOf(c.unit))
		assert.Equal(t, c.want, s.in(unitOf(c.in)), c)
	}
	assert.NotEqual(t, unitOf("KGM").measure, unitOf("LTR").measure)
}

func TestUnitCodes(t *testing.T) {
	t.Parallel()
	for code, want := range map[string]bool{
		"KGM": true, "H87": true, "EA": true, "09A": true, "AZ": true, "": false, "K": false, "KGMX": false, "kgm": false, "K/M": false, "K:M": false, "K@M": false, "K[M": false,
	} {
		assert.Equal(t, want, isUnit(code), code)
	}
	for _, code := range []string{"", "H87", "EA", "C62", "NIU"} {
		assert.Equal(t, unit{"H87", 0}, unitOf(code))
	}
	assert.Equal(t, unit{"XBX", 0}, unitOf("XBX"))
	for _, code := range []string{"GRM", "MLT", "MMT"} {
		assert.Equal(t, unit{code, 0}, unitOf(code))
	}
}
