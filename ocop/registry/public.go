package registry

import (
	"slices"
	"strings"

	"github.com/ocop-vn/ocop-go/dossier"
)

// Public is what of a record may be shown to everybody: no personal data. False
// where nothing may: what is published are recognitions (Articles 7.3.e, 7.4.e), and
// a product that was refused is its producer's affair.
//
// A household's or a farm's name stays, though a person's may stand in it: the
// decision of recognition and the certificate bear it, and a shopper is to know who
// made a product. A tax code stays for organisations alone, since a household's can
// be its owner's personal number, and so can a group's, which has no legal person.
// A personal number that was written into a text is struck out.
func Public(x Record) (Record, bool) {
	if x.State == dossier.RecordRefused {
		return Record{}, false
	}
	if !organisation(x.Producer.Kind) || len(x.Producer.TaxCode) == personal {
		x.Producer.TaxCode = ""
	}
	for _, s := range []*string{&x.Product, &x.Producer.Name, &x.Decision} {
		*s = struckOut(*s)
	}
	if struckOut(x.Trace) != x.Trace {
		x.Trace = ""
	}
	if x.Parts != nil { // its own, not the caller's
		parts := *x.Parts
		x.Parts = &parts
	}
	x.Channels = slices.Clone(x.Channels)
	return x, true
}

// personal is how many digits a personal number has; those of people born in Vietnam
// begin with 0 (province 001 to 096).
const personal = len("001099012345")

// struckOut is a text without the personal numbers in it.
func struckOut(s string) string {
	var b strings.Builder
	from := 0 // what is not written yet
	for i := 0; i < len(s); i++ {
		run := i
		for i < len(s) && isDigit(s[i]) {
			i++
		}
		if i-run == personal && s[run] == '0' {
			b.WriteString(s[from:run] + "…")
			from = i
		}
	}
	return b.String() + s[from:]
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// organisation tells of the kinds of producer that are legal persons or offices, whose
// tax codes are no person's numbers.
func organisation(k dossier.ProducerKind) bool {
	switch k { //nolint:exhaustive // the others are persons and groups of them
	case dossier.KindCooperative, dossier.KindEnterprise, dossier.KindAssociation, dossier.KindFederation, dossier.KindOperatingCentre, dossier.KindEquivalent:
		return true
	}
	return false
}
