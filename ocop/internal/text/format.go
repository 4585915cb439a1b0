//go:build !ocop_browser

package text

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/ocop-vn/ocop-go/scoring/plain"
)

// Format is like fmt.Sprintf, but every value that is neither a whole number nor
// Own is made plain first, so that no caller can forget it.
func Format(format string, args ...any) Own {
	printable := make([]any, len(args))
	for i, arg := range args {
		switch arg.(type) {
		case int, Own:
			printable[i] = arg
		default:
			printable[i] = Plain(arg)
		}
	}
	return Own(fmt.Sprintf(format, printable...))
}

// other is a value that only fmt knows.
func other(value any) Own { return Own(plain.Text(fmt.Sprint(value))) }

// Width is how many columns a value takes when printed: a letter and the marks
// that are written apart from it take one.
func Width(value any) int { return utf8.RuneCountInString(norm.NFC.String(string(Plain(value)))) }

// Pad is a value with spaces after it up to a width.
func Pad(value any, width int) Own {
	return Plain(value) + Own(strings.Repeat(" ", max(0, width-Width(value))))
}
