// Package pack puts a dossier and its files into one package, and takes them out
// again: a BagIt 1.0 bag (RFC 8493) in one ZIP.
//
//	bagit.txt                  bag declaration
//	bag-info.txt               who packed it, when, how much there is
//	manifest-sha256.txt        payload manifest
//	tagmanifest-sha256.txt     tag manifest
//	data/dossier.json          the document, byte for byte
//	data/evidence/NAME         each file, once, under the name that the dossier gives it
//
// A package is valid when its bag is, when its dossier is, when each piece of
// evidence is there with its size and hash, and when there is nothing beside.
//
// A package comes from a stranger. Whatever tools could read in two ways, or
// not at all, is refused: bytes that belong to no file, two headers of one file
// that differ, names that a system takes for another name. What unpacks to more
// than Options.MaxBytes, or to more than its own size warrants, is refused
// before anything is unpacked.
//
// All errors about a dossier, its files or a package are a problem.List; others
// are those of the writers, readers and folders that a caller gave.
package pack

import (
	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/scoring/budget"
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// MediaType is that of a package.
const MediaType = "application/zip"

// What a package may cost. The dossier has its own budget (budget.Dossier) on top.
const (
	// MaxFiles is the most entries of the ZIP. A dossier has at most 300 pieces
	// of evidence.
	MaxFiles = 1_000
	// MaxFileBytes is the largest file, the largest size that a dossier can give.
	MaxFileBytes = 2_000_000_000
	// DefaultMaxBytes is the most that a package unpacks to, all together, where
	// Options do not say otherwise.
	DefaultMaxBytes = 20_000_000_000
	// MaxRatio is how many times its own size a package may unpack to, beyond
	// the first MaxFree bytes. Papers and pictures stay far below; a deflate
	// bomb reaches 1,032.
	MaxRatio = 200
	// MaxFree is what any package may unpack to, however small it is.
	MaxFree = 100_000_000
)

// Options are what a caller decides. The zero Options are fine.
type Options struct {
	// Date is written as Bagging-Date; left out if zero. There is no clock here.
	Date civil.Date
	// MaxBytes is the most that the files may come to, unpacked; 0 for DefaultMaxBytes.
	MaxBytes int64
	// Exact has Write refuse files that the dossier does not name, and two of one
	// name: where somebody else chose what stands there. Check always does.
	Exact bool
	// Read reads and checks a dossier; nil for dossier.Read with its zero options.
	Read func(document []byte) (dossier.Dossier, problem.List)
}

func (o *Options) read(document []byte) (dossier.Dossier, problem.List) {
	if o.Read != nil {
		return o.Read(document)
	}
	return dossier.Read(document, dossier.Options{})
}

func (o *Options) maxBytes() int64 {
	if o.MaxBytes > 0 {
		return o.MaxBytes
	}
	return DefaultMaxBytes
}

// Where things stand in a bag.
const (
	declaration = "bagit.txt"
	bagInfo     = "bag-info.txt"
	manifest    = "manifest-sha256.txt"
	tagManifest = "tagmanifest-sha256.txt"
	payload     = "data/"
	document    = payload + "dossier.json"
	evidence    = payload + "evidence/"
)

// MaxTagBytes is the largest tag file: a manifest of 300 names of 800 bytes each
// has about 260 KB.
const MaxTagBytes = 1 << 20

// smallLimit is the most bytes of a file that is read into memory; 0 for one of evidence.
func smallLimit(name string) int64 {
	switch name {
	case declaration, bagInfo, manifest, tagManifest:
		return MaxTagBytes
	case document:
		return int64(budget.Dossier().Bytes)
	}
	return 0
}
