package dossier

import (
	"github.com/ocop-vn/ocop-go/dossier/procedure"
	"github.com/ocop-vn/ocop-go/scoring/civil"
)

// Milestones is what the dossier says has happened to it, for
// procedure.Deadlines. A registration form that no commune has received is not
// filed; what the dossier has no place for, such as the day that the province
// sent it on, is for the caller to add.
func (x *Dossier) Milestones() procedure.Milestones {
	m := procedure.Milestones{Application: x.Application}
	if r := x.Registration.CommuneReceipt; r != nil {
		m.Filed = day(r.Date)
	}
	if x.CommuneReport != nil {
		m.Proposed = day(x.CommuneReport.Date)
	}
	if r := x.Registration.ProvinceReceipt; r != nil {
		m.ProvinceComplete = day(r.Date)
	}
	if x.Council != nil {
		m.ProvinceScored = day(x.Council.Date)
	}
	if x.Ministry != nil {
		m.MinistryScored = day(x.Ministry.Date)
	}
	if x.Previous != nil {
		m.Issued, m.Expires = day(x.Previous.Issued), day(x.Previous.Expires)
	}
	return m
}

// expiry is the last day of the earlier certificate: as printed, else 36 months
// after its issue (procedure.ReadingPrintedEnd).
func (r *Recognition) expiry() civil.Date {
	if r.Expires != "" {
		return day(r.Expires)
	}
	return procedure.Expiry(day(r.Issued))
}
