//go:build !ocop_browser

package nfc_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"golang.org/x/text/unicode/norm"

	"github.com/ocop-vn/ocop-go/dossier/internal/nfc"
)

// Every character, by itself and before and after others that combine, comes out
// as the table of Unicode has it.
func TestEveryCharacter(t *testing.T) {
	t.Parallel()
	for r := rune(1); r <= 0x2ffff; r++ {
		if 0xd800 <= r && r <= 0xdfff {
			continue
		}
		for _, s := range [...]string{string(r), "ế" + string(r), string(r) + "\u0301", string(r) + "ộ–”"} {
			if got, want := nfc.Compose(s), norm.NFC.String(s); got != want {
				assert.Equal(t, want, got, "%U", r)
			}
		}
	}
}

func TestTexts(t *testing.T) {
	for _, s := range []string{
		"", "Chè Shan tuyết", "“Hợp tác xã” – Đắk Lắk…", "Tie\u0302\u0301ng Vie\u0323\u0302t", "\u2000", "\u1e9b\u0323", "a\u0300",
		"–\u0344", "a\u302b\u302a", "a\u193a\u1aba", "\xe1", "\xe1\xba", "\xe2\x80", "–\xe2", // neighbours in bytes, and texts cut short
	} {
		assert.Equal(t, norm.NFC.String(s), nfc.Compose(s))
	}
	s := strings.Repeat("Sản phẩm được trồng ở độ cao 1.200 m. ", 100)
	assert.Zero(t, testing.AllocsPerRun(10, func() { _ = nfc.Compose(s) }))
}

func BenchmarkCompose(b *testing.B) {
	s := strings.Repeat("Sản phẩm được trồng ở độ cao 1.200 m. ", 100)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		nfc.Compose(s)
	}
}
