package pack

import (
	"strconv"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// file is a file that a dossier names.
type file struct {
	name      string // without evidence's folder, in NFC as dossiers have all texts
	piece     int    // the first that names it
	size      int64
	sha256    string
	mediaType string
}

// pointer is the place of a piece's file in its dossier.
func pointer(piece int) string { return "/evidence/" + strconv.Itoa(piece) + "/file" }

// filesOf lists the files that a dossier names, each once, in the order of its
// pieces. Several pieces may share one, as the pages of a scan do.
func filesOf(x *dossier.Dossier, found *problem.Collector) []file {
	files := make([]file, 0, len(x.Evidence))
	byName := make(map[string]int, len(x.Evidence)) // by how systems compare names
	for i := range x.Evidence {
		e := &x.Evidence[i].File
		f := file{e.Name, i, int64(e.Size), e.SHA256, e.MediaType}
		key := folded(f.name)
		at, twice := byName[key]
		if !twice {
			byName[key] = len(files)
			files = append(files, f)
			continue
		}
		switch other := &files[at]; {
		case other.name != f.name:
			found.Add(nameTwice.At(pointer(i), named(f.name), problem.Value("other", other.name)))
		case other.sha256 != f.sha256 || other.size != f.size:
			found.Add(otherContent.At(pointer(i), problem.Value("id", x.Evidence[i].ID), problem.Value("other", x.Evidence[other.piece].ID), named(f.name)))
		}
	}
	return files
}

// folded is the same for names that some system takes for one: without case, in
// one normal form (RFC 8493, 6.1).
func folded(name string) string {
	return norm.NFC.String(cases.Fold().String(norm.NFC.String(name)))
}

// weigh tells whether files come to more than a package may hold.
func weigh(total int64, o *Options, found *problem.Collector) {
	if limit := o.maxBytes(); total > limit {
		found.Add(tooLarge.At("", named("data"), number("size", total), number("limit", limit)))
	}
}

// weighRatio tells whether a package unpacks to more than its size warrants.
func weighRatio(packed, total int64, found *problem.Collector) {
	if total > MaxFree && total/MaxRatio > packed {
		found.Add(tooDense.At("", number("packed", packed), number("size", total), number("limit", MaxRatio)))
	}
}
