package text_test

import (
	"errors"
	"testing"

	"github.com/stretchr/testify/assert"
	"golang.org/x/text/unicode/norm"

	"github.com/ocop-vn/ocop-go/ocop/internal/text"
	"github.com/ocop-vn/ocop-go/scoring/civil"
)

type named string

func TestFormat(t *testing.T) {
	t.Parallel()
	bold := text.Own("\x1b[1mx\x1b[0m")
	got := text.Format("%s|%s|%3d|%s|%s\n", "a\nb", named("\x9b"), 7, errors.New("\u202e"), bold)
	assert.Equal(t, text.Own(`a\u000ab|\x9b|  7|\u202e|`+"\x1b[1mx\x1b[0m\n"), got)
	assert.Equal(t, bold, text.Plain(bold))
}

func TestFill(t *testing.T) {
	t.Parallel()
	bold := text.Own("\x1b[1mx\x1b[0m")
	assert.Equal(t, text.Own(`a\u000ab|7|\x9b|2026-08-05|`)+bold+"%", text.Fill("%s|%d|%s|%s|%s%", "a\nb", 7, named("\x9b"), civil.Date{Year: 2026, Month: 8, Day: 5}, bold))
	assert.Equal(t, text.Own("100 "), text.Fill("100 ", "nowhere to stand"))
	assert.Equal(t, text.Own("%"), text.Fill("%", 1))
}

func TestPad(t *testing.T) {
	t.Parallel()
	assert.Equal(t, 6, text.Width("Nguyễn"))
	assert.Equal(t, 6, text.Width(norm.NFD.String("Nguyễn")))
	assert.Equal(t, 6, text.Width("\n"))
	assert.Equal(t, text.Own(`\u000a  `), text.Pad("\n", 8))
	assert.Equal(t, text.Own("abc"), text.Pad("abc", 2))
}
