package pack_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/ocop/pack"
)

// field is some bytes of a ZIP's record: where they stand in it, and the codes, of
// which a package gets one or more where a byte of them is another; none where it
// changes nothing.
type field struct {
	name     string
	at, size int
	want     []string
}

var (
	free      []string
	cut       = []string{"PACK-02", "PACK-05"}
	malformed = []string{"PACK-04"}
	differs   = []string{"PACK-06"}
	behind    = []string{"PACK-05", "PACK-06"}            // also of what stands behind it
	moved     = []string{"PACK-05", "PACK-06", "PACK-07"} // what stands where is another
)

// The records of APPNOTE 6.3, section 4.3.
var (
	localHeader = []field{
		{"signature", 0, 4, differs}, {"version needed", 4, 2, free}, {"flags", 6, 2, differs}, {"method", 8, 2, differs}, {"time and day", 10, 4, free},
		{"CRC", 14, 4, differs}, {"sizes", 18, 8, differs}, {"lengths", 26, 4, moved},
	}
	descriptor    = []field{{"signature, CRC, sizes", 0, 16, behind}}
	centralHeader = []field{
		{"signature", 0, 4, malformed}, {"versions", 4, 4, free}, {"flags", 8, 2, []string{"PACK-05", "PACK-06", "PACK-11", "PACK-13"}}, {"method", 10, 2, []string{"PACK-06", "PACK-12"}}, {"time and day", 12, 4, free},
		{"CRC", 16, 4, behind}, {"packed size", 20, 4, moved}, {"unpacked size", 24, 4, []string{"PACK-05", "PACK-06", "PACK-09"}}, {"lengths", 28, 6, malformed},
		{"disk", 34, 2, malformed}, {"text or not", 36, 2, free}, {"offset", 42, 4, differs}, // modes are in TestHostile
	}
	end64 = []field{
		{"signature", 0, 4, malformed}, {"size", 4, 8, malformed}, {"versions", 12, 4, free}, {"disks", 16, 8, malformed}, {"counts", 24, 16, malformed},
		{"size of the directory", 40, 8, []string{"PACK-04", "PACK-05"}}, {"its offset", 48, 8, []string{"PACK-04", "PACK-05"}},
	}
	locator = []field{{"all of it", 0, 20, malformed}}
	end     = []field{
		{"signature", 0, 4, cut}, {"disks", 4, 4, malformed}, {"counts", 8, 4, malformed}, {"size and offset of the directory", 12, 8, []string{"PACK-04", "PACK-05"}}, {"length of the comment", 20, 2, cut},
	}
)

// Each byte of a ZIP's records says what it says, or the package is refused with the
// code of that record; but for those that change nothing of what is unpacked.
func TestEveryByteOfTheRecords(t *testing.T) {
	t.Parallel()
	document, files := fitted(t, whole)
	streamed := packed(t, document, files, pack.Options{}) // sizes stand behind the content
	plain := zipOf(itemsOf(t, streamed))
	wide := zip64Of(plain)
	for _, at := range []int{14, 18, 22} { // CRC and sizes that are not given, as if they stood behind
		_, problems := check(patched(plain, at, 0, at+1, 0, at+2, 0, at+3, 0))
		assert.Equal(t, differs, codes(problems), at)
	}
	of := func(b []byte, mark string) int { return bytes.Index(b, []byte(mark)) }
	for _, c := range []struct {
		name   string
		b      []byte
		at     int
		fields []field
	}{
		{"local file header", plain, 0, localHeader},
		{"local file header with sizes behind", streamed, 0, localHeader},
		{"sizes behind", streamed, of(streamed, "PK\x07\x08"), descriptor},
		{"central header", plain, of(plain, "PK\x01\x02"), centralHeader},
		{"central header with sizes behind", streamed, of(streamed, "PK\x01\x02"), centralHeader},
		{"ZIP64 end", wide, of(wide, "PK\x06\x06"), end64},
		{"ZIP64 locator", wide, of(wide, "PK\x06\x07"), locator},
		{"end", plain, len(plain) - 22, end},
		{"end with ZIP64", wide, len(wide) - 22, end},
	} {
		_, problems := check(c.b)
		require.Empty(t, codes(problems), c.name)
		require.GreaterOrEqual(t, c.at, 0, c.name)
		for _, f := range c.fields {
			for at := c.at + f.at; at < c.at+f.at+f.size; at++ {
				is := c.b[at]
				for _, other := range []byte{is ^ 1, is ^ 0x80} {
					x, problems := check(patched(c.b, at, int(other)))
					got := codes(problems)
					what := strings.Join([]string{c.name, f.name}, ": ")
					assert.Subset(t, f.want, got, "%s: byte %d from %d to %d", what, at-c.at, is, other)
					assert.Equal(t, len(f.want) == 0, len(got) == 0, "%s: byte %d from %d to %d", what, at-c.at, is, other)
					assert.Equal(t, len(got) > 0, x.Product.Name == "", what)
				}
			}
		}
	}
}
