package plain_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/scoring/plain"
)

func TestText(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"":                                  "",
		"Cà phê Đắk Lắk ☕ 𝄞":                "Cà phê Đắk Lắk ☕ 𝄞",
		"\x1b[2J\a":                         `\u001b[2J\u0007`,
		"a\nOK: valid\r\n":                  `a\u000aOK: valid\u000d\u000a`,
		"\t\x00\x7f":                        `\u0009\u0000\u007f`,
		"\u0085\u009b31m":                   `\u0085\u009b31m`,
		"\u2028\u2029\u061c\u202e\u2069":    `\u2028\u2029\u061c\u202e\u2069`,
		"\x9b31m\xffđ\xc4":                  `\x9b31m\xffđ\xc4`,
		"\ufffd stands for itself \xe2\x80": "\ufffd stands for itself " + `\xe2\x80`,
	} {
		assert.Equal(t, want, plain.Text(in))
		assert.Equal(t, want, plain.Text(want), "twice is once")
	}
}

// moves goes by Unicode's own tables.
func moves(r rune) bool {
	return unicode.In(r, unicode.Cc, unicode.Bidi_Control, unicode.Zl, unicode.Zp)
}

func TestEveryCharacter(t *testing.T) {
	t.Parallel()
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if !utf8.ValidRune(r) {
			continue
		}
		text, want := "a"+string(r)+"b", "a"+string(r)+"b"
		if moves(r) {
			want = fmt.Sprintf(`a\u%04xb`, r)
		}
		require.Equal(t, want, plain.Text(text))
		if r >= 0x20 {
			require.Equal(t, want, string(plain.JSON([]byte(text))))
		}
	}
}

// Escaped JSON is the same JSON, and its own line breaks stay.
func TestJSON(t *testing.T) {
	t.Parallel()
	value := strings.Repeat("Đắk \u202e\u2028\u0085\u007f\u200f", 9) + "\x1b\n"
	quoted, err := json.Marshal(value)
	require.NoError(t, err)
	raw := "[" + string(quoted) + ",\n\t\"\u2067\u009b\"]\n"
	out := string(plain.JSON([]byte(raw)))
	assert.Equal(t, strings.Count(raw, "\n"), strings.Count(out, "\n"))
	assert.True(t, strings.HasSuffix(out, `,`+"\n\t"+`"\u2067\u009b"]`+"\n"))
	assert.Equal(t, strings.Count(raw, "Đắk"), strings.Count(out, "Đắk"), "letters stay")
	for _, r := range out {
		assert.False(t, moves(r) && r != '\n' && r != '\t', "%q", r)
	}
	var back []string
	require.NoError(t, json.Unmarshal([]byte(out), &back))
	assert.Equal(t, []string{value, "\u2067\u009b"}, back)
	clean := []byte("{\"a\":\"Đắk\"}\n")
	assert.Same(t, &clean[0], &plain.JSON(clean)[0], "what is clean is not copied")
}

// Nearly all texts are clean, and not copied.
func TestCleanTextIsNotCopied(t *testing.T) {
	clean := strings.Repeat("Cà phê Đắk Lắk ", 9)
	assert.Zero(t, testing.AllocsPerRun(10, func() { _ = plain.Text(clean) }))
}

// What moves is blank too, but for the mark of Arabic letters, and blank is what
// Unicode calls a space.
func TestBlank(t *testing.T) {
	t.Parallel()
	for r := rune(0); r < 0x11000; r++ {
		if unicode.IsSpace(r) || moves(r) && r != 0x61c {
			assert.True(t, plain.Blank(r), "%U", r)
		}
		if unicode.IsGraphic(r) && !unicode.IsSpace(r) {
			assert.False(t, plain.Blank(r), "%U", r)
		}
		assert.Equal(t, moves(r), plain.Moves(r), "%U", r)
	}
	assert.True(t, plain.Blank(0xfeff))
	assert.True(t, plain.Blank(0x200b))
	assert.False(t, plain.Blank(0x1fff), "the last before the spaces of every width: no character yet")
	assert.False(t, plain.Blank(0x206a), "the first behind the isolates")
}
