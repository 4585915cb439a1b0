package conformance_test

import (
	"image"
	"image/color"
	"math/rand/v2"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/ocop/trace"
	"github.com/ocop-vn/ocop-go/ocop/trace/page"
)

// scale is how many pixels wide a module is drawn.
const scale = 4

// drawn is the picture that a browser draws of a code.
func drawn(t *testing.T, svg []byte) image.Image {
	t.Helper()
	number := func(s string) int {
		n, err := strconv.Atoi(s)
		require.NoError(t, err)
		return n
	}
	size := regexp.MustCompile(`viewBox="0 0 (\d+) `).FindSubmatch(svg)
	require.NotNil(t, size)
	side := number(string(size[1])) * scale
	picture := image.NewGray(image.Rect(0, 0, side, side))
	for i := range picture.Pix {
		picture.Pix[i] = 255
	}
	for _, run := range regexp.MustCompile(`M(\d+) (\d+)\.5h(\d+)`).FindAllSubmatch(svg, -1) {
		x, y, width := number(string(run[1])), number(string(run[2])), number(string(run[3]))
		for i := x * scale; i < (x+width)*scale; i++ {
			for j := y * scale; j < (y+1)*scale; j++ {
				picture.SetGray(i, j, color.Gray{})
			}
		}
	}
	return picture
}

// read is what the decoder reads of a code, and the level of error correction.
func read(t *testing.T, address string) (text, level string) {
	t.Helper()
	svg, err := page.QR(address)
	require.NoError(t, err)
	bitmap, err := gozxing.NewBinaryBitmapFromImage(drawn(t, svg))
	require.NoError(t, err)
	found, err := qrcode.NewQRCodeReader().Decode(bitmap, map[gozxing.DecodeHintType]any{
		gozxing.DecodeHintType_PURE_BARCODE: true, gozxing.DecodeHintType_CHARACTER_SET: "UTF-8",
	})
	require.NoError(t, err, address)
	level, _ = found.GetResultMetadata()[gozxing.ResultMetadataType_ERROR_CORRECTION_LEVEL].(string)
	return found.GetText(), level
}

func TestADecoderReadsTheCodes(t *testing.T) {
	t.Parallel()
	batch, err := trace.Batch("8931234503031", "L0826/EK-\"1\"")
	require.NoError(t, err)
	addresses := []string{batch.Link(""), batch.Link("https://ocop.example.vn"), "HTTPS://A.VN/0123456789", "https://ví-dụ.vn/cà-phê", "https://a.vn/" + strings.Repeat("1", 399)}
	random := rand.New(rand.NewPCG(26, 2026))
	const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/?=&"
	for length := 14; length <= 412; length += 6 { // 14 to 410: all versions
		var b strings.Builder
		b.WriteString("https://a.vn/")
		for b.Len() < length {
			b.WriteByte(letters[random.IntN(len(letters))])
		}
		addresses = append(addresses, b.String())
	}
	for _, address := range addresses {
		text, level := read(t, address)
		require.Equal(t, address, text)
		require.Equal(t, "M", level)
	}
}
