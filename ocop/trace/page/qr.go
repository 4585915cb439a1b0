package page

import (
	"image/color"
	"net/url"
	"strconv"
	"strings"

	"github.com/boombuler/barcode"
	"github.com/boombuler/barcode/qr"

	"github.com/ocop-vn/ocop-go/scoring/plain"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

const (
	// maxAddress is the most bytes of an address: a code of version 15, 77 modules
	// wide, is about the densest that a cheap phone reads from a label.
	maxAddress = 412
	// quiet is how many modules stay white around a code (ISO/IEC 18004).
	quiet = 4
)

// QR draws the QR code of a web address as an element svg: error correction level
// M, with its quiet zone, of no size of its own. Of an address of over 412 bytes,
// or another than http and https, the error is a problem.List.
func QR(address string) ([]byte, error) {
	if !isWeb(address) {
		return nil, problem.List{notAddress.At("/address", problem.Value("address", address))}
	}
	if len(address) > maxAddress {
		return nil, problem.List{longAddress.At("/address", problem.Value("bytes", strconv.Itoa(len(address))), problem.Value("limit", strconv.Itoa(maxAddress)))}
	}
	code, err := qr.Encode(address, qr.M, qr.Unicode) // bytes as they are
	if err != nil {
		return nil, err
	}
	return svg(code), nil
}

// svg draws each run of black modules of a row as one stroke.
func svg(code barcode.Barcode) []byte {
	modules := code.Bounds().Dx()
	size := strconv.Itoa(modules + 2*quiet)
	b := []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ` + size + ` ` + size + `" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h` + size + `v` + size + `H0z"/><path stroke="#000" d="`)
	for y := range modules {
		for x := 0; x < modules; x++ {
			from := x
			for x < modules && code.At(x, y) == color.Color(color.Black) {
				x++
			}
			if x > from {
				b = append(b, 'M')
				b = strconv.AppendInt(b, int64(from+quiet), 10)
				b = append(b, ' ')
				b = strconv.AppendInt(b, int64(y+quiet), 10)
				b = append(b, ".5h"...)
				b = strconv.AppendInt(b, int64(x-from), 10)
			}
		}
	}
	return append(b, `"/></svg>`...)
}

// isWeb tells whether a text is the address of a page.
func isWeb(s string) bool { return scheme(s) != "" }

// scheme is https or http where a text is the address of a page, with a host and
// nothing in it that moves or parts it; else "".
func scheme(s string) string {
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || strings.Contains(s, " ") || plain.Text(s) != s {
		return ""
	}
	return u.Scheme
}
