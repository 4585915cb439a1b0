package page

import (
	"bytes"
	"encoding/base64"
	"html/template"
	"strconv"

	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// MaxPicture is the most bytes of a picture that stands in the page: over ten
// seconds on a slow line already.
const MaxPicture = 1 << 20

// mediaType is what a picture's first bytes say that it is; "" where it is none that
// every phone shows.
func mediaType(data []byte) string {
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xd8\xff")):
		return "image/jpeg"
	case bytes.HasPrefix(data, []byte("\x89PNG\r\n\x1a\n")):
		return "image/png"
	case bytes.HasPrefix(data, []byte("GIF87a")), bytes.HasPrefix(data, []byte("GIF89a")):
		return "image/gif"
	case len(data) >= 12 && bytes.HasPrefix(data, []byte("RIFF")) && bytes.Equal(data[8:12], []byte("WEBP")):
		return "image/webp"
	}
	return ""
}

// picture is the address of the picture that the page shows: its data, or where it
// may be asked for. Where there is none it is "".
func (v *view) picture() (template.URL, error) {
	data := v.o.Picture
	switch kind := mediaType(data); {
	case len(data) == 0 && v.o.External && scheme(v.lot.Picture) == "https":
		v.External = true
		return template.URL(v.lot.Picture), nil //nolint:gosec // an address by https, which the template escapes
	case len(data) == 0:
		return "", nil
	case kind == "":
		return "", problem.List{notPicture.At("/picture")}
	case len(data) > MaxPicture:
		return "", problem.List{largePicture.At("/picture", problem.Value("bytes", strconv.Itoa(len(data))), problem.Value("limit", strconv.Itoa(MaxPicture)))}
	default:
		return template.URL("data:" + kind + ";base64," + base64.StdEncoding.EncodeToString(data)), nil //nolint:gosec // in base 64
	}
}
