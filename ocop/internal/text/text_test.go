package text_test

import (
	"errors"
	"testing"

	"github.com/stretchr/testify/assert"
	"golang.org/x/text/unicode/norm"

	"github.com/ocop-vn/ocop-go/ocop/internal/text"
)

type named string

func TestFormat(t *testing.T) {
	t.Parallel()
	bold := text.Own("\x1b[1mx\x1b[0m")
	got := text.Format("%s|%s|%3d|%s|%s\n", "a\nb", named("\x9b"), 7, errors.New("\u202e"), bold)
	assert.Equal(t, text.Own(`a\u000ab|\x9b|  7|\u202e|`+"\x1b[1mx\x1b[0m\n"), got)
	assert.Equal(t, bold, text.Plain(bold))
}

func TestPad(t *testing.T) {
	t.Parallel()
	assert.Equal(t, 6, text.Width("Nguyễn"))
	assert.Equal(t, 6, text.Width(norm.NFD.String("Nguyễn")))
	assert.Equal(t, 6, text.Width("\n"))
	assert.Equal(t, text.Own(`\u000a  `), text.Pad("\n", 8))
	assert.Equal(t, text.Own("abc"), text.Pad("abc", 2))
}
