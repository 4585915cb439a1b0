package conformance

import (
	"fmt"
	"math/rand/v2"
	"net/mail"
	"strings"
	"testing"

	"github.com/nyaruka/phonenumbers"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/dossier/validation"
)

// Well-kept libraries judge telephone numbers and e-mail addresses. They are too
// heavy for a browser, so they stand here as oracles of the rules of our own.

// Every number that libphonenumber holds valid in Việt Nam is taken, however it
// is written, and every number taken is possible there.
func TestPhoneBesideLibphonenumber(t *testing.T) {
	t.Parallel()
	v, err := validation.New()
	require.NoError(t, err)
	r := rand.New(rand.NewPCG(84, 84))
	valid, taken := 0, 0
	for range 200_000 {
		text := fmt.Sprintf("0%d", 2+r.IntN(8)) // 01… are services, not people
		for range 8 + r.IntN(3) - r.IntN(2) {
			text += fmt.Sprint(r.IntN(10))
		}
		if r.IntN(8) == 0 {
			text = []string{"1800", "1900"}[r.IntN(2)] + text[1:5+2*r.IntN(2)]
		}
		number, err := phonenumbers.Parse(text, "VN")
		require.NoError(t, err)
		ours := v.Var(text, "ocop_phone") == nil
		switch kind := phonenumbers.GetNumberType(number); {
		case !phonenumbers.IsValidNumber(number):
		case kind == phonenumbers.MOBILE || kind == phonenumbers.FIXED_LINE:
			valid++
			assert.True(t, ours, text)
			for _, format := range []phonenumbers.PhoneNumberFormat{phonenumbers.INTERNATIONAL, phonenumbers.NATIONAL, phonenumbers.E164} {
				written := phonenumbers.Format(number, format)
				assert.NoError(t, v.Var(written, "ocop_phone"), written)
			}
		}
		if ours {
			taken++
			assert.True(t, phonenumbers.IsPossibleNumber(number), text)
		}
	}
	assert.Greater(t, valid, 5_000)
	assert.Greater(t, taken, 5_000)
}

// Every address that is taken is one by net/mail, and means nothing else.
func TestEmailBesideNetMail(t *testing.T) {
	t.Parallel()
	v, err := validation.New()
	require.NoError(t, err)
	r := rand.New(rand.NewPCG(5322, 5322))
	pieces := []string{"a", "B", "9", ".", "-", "_", "+", "@", "vn", "example", "com", "@example.vn", " ", "ộ", "\"", "!", strings.Repeat("x", 63)}
	taken := 0
	for range 500_000 {
		var b strings.Builder
		for range 1 + r.IntN(8) {
			b.WriteString(pieces[r.IntN(len(pieces))])
		}
		text := b.String()
		if v.Var(text, "ocop_email") != nil {
			continue
		}
		taken++
		address, err := mail.ParseAddress(text)
		if assert.NoError(t, err, text) {
			assert.Equal(t, text, address.Address)
		}
	}
	assert.Greater(t, taken, 5_000)
}
