package dossier

import (
	"bytes"
	"errors"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/ocop-vn/ocop-go/dossier/procedure"
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// ReadMilestones reads milestones, or a dossier for what it says of them: of
// that the shape alone has to be right, as a dossier that the earlier rules
// apply to has deadlines too (Article 12.2).
func ReadMilestones(document []byte) (procedure.Milestones, problem.List) {
	if isDossier(document) {
		x, problems := decode(document)
		if problems.Err() != nil {
			return procedure.Milestones{}, problems
		}
		return x.Milestones(), nil
	}
	var m procedure.Milestones
	var problems problem.List
	errors.As(m.UnmarshalJSON(document), &problems)
	return m, problems
}

// isDossier tells whether a member at the top is one that milestones do not have
// and a dossier must.
func isDossier(document []byte) bool {
	d := jsontext.NewDecoder(bytes.NewBuffer(document), jsontext.AllowDuplicateNames(true))
	if open, _ := d.ReadToken(); open.Kind() != '{' { // nor is the zero token
		return false
	}
	for d.PeekKind() == '"' {
		name, err := d.ReadToken()
		if err != nil {
			return false
		}
		switch name.String() {
		case "edition", "producer", "product", "registration", "report":
			return true
		}
		if d.SkipValue() != nil {
			return false
		}
	}
	return false
}

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
