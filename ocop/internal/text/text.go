// Package text writes lines for people's eyes out of formats of ours and values
// of strangers.
package text

import (
	"strconv"
	"strings"

	"github.com/ocop-vn/ocop-go/scoring/plain"
)

// Own is a text of our own making, or one that was made plain: it is printed as it stands.
type Own string

// Fill fills in %s and %d in turn, and knows nothing else, so that it runs in
// browsers, where fmt would weigh 128 KB. Every value but Own is made plain first.
func Fill(format string, args ...any) Own {
	var b strings.Builder
	for _, arg := range args {
		before, after, found := strings.Cut(format, "%")
		if !found || after == "" {
			break
		}
		b.WriteString(before)
		b.WriteString(string(Plain(arg)))
		format = after[1:] // behind the s or d
	}
	b.WriteString(format)
	return Own(b.String())
}

// Plain is a value as it may be printed. A browser knows texts, whole numbers and
// what has a method String.
func Plain(value any) Own {
	switch v := value.(type) {
	case Own:
		return v
	case string:
		return Own(plain.Text(v))
	case int:
		return Own(strconv.Itoa(v))
	case interface{ String() string }:
		return Own(plain.Text(v.String()))
	}
	return other(value)
}
