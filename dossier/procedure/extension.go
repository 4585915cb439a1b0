package procedure

import "github.com/ocop-vn/ocop-go/scoring/civil"

// Extension is what becomes of a certificate whose re-assessment is filed on a
// day (Article 12.3).
type Extension struct {
	Until      civil.Date // the last day that it can last
	Late       bool       // filed after the window of Article 7.6.a; where not, there is nothing to extend
	Lapsed     bool       // filed after Until
	NotRevived bool       // it ended before the decision came into force: reading.EndedNotRevived
}

// ExtensionOf is what becomes of a certificate that expires on a day and whose
// re-assessment is filed on another, also after the expiry: reading.LateFiling.
func ExtensionOf(expiry, filed civil.Date) Extension {
	_, last := RenewalWindow(expiry)
	until := ExtendedUntil(expiry)
	return Extension{
		Until: until, Late: last.Before(filed), Lapsed: until.Before(filed), NotRevived: expiry.Before(InForce()),
	}
}

// Runs tells whether the certificate lasts until the outcome, to Until at most.
func (e Extension) Runs() bool { return e.Late && !e.Lapsed && !e.NotRevived }
