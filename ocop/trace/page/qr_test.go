package page_test

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/ocop/trace/page"
)

// That a decoder reads the codes back is tested in ocop/trace/conformance.

// modules are those of a code that are black, and how many there are in a row.
func modules(t testing.TB, svg string) (black map[[2]int]bool, size int) {
	t.Helper()
	black = map[[2]int]bool{}
	whole := regexp.MustCompile(`^<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 (\d+) (\d+)" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h(\d+)v(\d+)H0z"/><path stroke="#000" d="((?:M\d+ \d+\.5h\d+)+)"/></svg>$`).FindStringSubmatch(svg)
	require.NotNil(t, whole, svg)
	for _, side := range whole[2:5] {
		assert.Equal(t, whole[1], side)
	}
	number := func(s string) int {
		n, err := strconv.Atoi(s)
		require.NoError(t, err)
		return n
	}
	for _, run := range regexp.MustCompile(`M(\d+) (\d+)\.5h(\d+)`).FindAllStringSubmatch(whole[5], -1) {
		for i := range number(run[3]) {
			black[[2]int{number(run[1]) + i, number(run[2])}] = true
		}
	}
	return black, number(whole[1])
}

func TestQR(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ bytes, version int }{{14, 1}, {15, 2}, {62, 4}, {63, 5}, {412, 15}} { // most bytes of a version at level M
		address := "https://a.vn/" + strings.Repeat("a", c.bytes-len("https://a.vn/"))
		svg, err := page.QR(address)
		require.NoError(t, err)
		black, size := modules(t, string(svg))
		assert.Equal(t, 17+4*c.version+2*4, size, c.bytes)
		for at := range black {
			assert.True(t, min(at[0], at[1]) >= 4 && max(at[0], at[1]) < size-4, "%v is in the quiet zone", at)
		}
		for _, corner := range [][2]int{{4, 4}, {size - 11, 4}, {4, size - 11}} { // finder patterns
			for x := range 7 {
				for y := range 7 {
					ring := max(max(3-x, x-3), max(3-y, y-3))
					assert.Equal(t, ring != 2, black[[2]int{corner[0] + x, corner[1] + y}], "%v %d %d", corner, x, y)
				}
			}
		}
	}
}

func TestQROfWhatIsNoPage(t *testing.T) {
	t.Parallel()
	for address, code := range map[string]string{
		"": "SHOP-03", "example.vn": "SHOP-03", "urn:epc:id:sgtin:1": "SHOP-03", "https://": "SHOP-03", "ftp://example.vn": "SHOP-03",
		"https://example.vn/\u202e": "SHOP-03", "https://example.vn/a b": "SHOP-03", "https://example.vn/\n": "SHOP-03", "https://exa\xffmple.vn": "SHOP-03",
		"https://example.vn/" + strings.Repeat("a", 394): "SHOP-04",
	} {
		svg, err := page.QR(address)
		assert.ErrorContains(t, err, code+" /address", address)
		assert.Nil(t, svg)
	}
}
