package conformance

import (
	"encoding/json"
	"errors"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/dossier/procedure"
	"github.com/ocop-vn/ocop-go/ocop"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// The documents that have readers of their own.
const (
	documentMilestones ocop.Document = "milestones"
	documentLife       ocop.Document = "life"
	documentHolidays   ocop.Document = "holidays"
	documentRecord     ocop.Document = "record"
)

// written are the kinds of document that strangers write.
func written() []ocop.Document {
	return []ocop.Document{
		ocop.DocumentDossier, ocop.DocumentSheet, ocop.DocumentCouncil, ocop.DocumentPlan,
		documentMilestones, documentLife, documentHolidays, documentRecord,
	}
}

// check tells all that the library finds wrong with a document.
func check(as ocop.Document, text string) problem.List {
	var into json.Unmarshaler
	switch as { //nolint:exhaustive // the others are those of package ocop
	case documentMilestones:
		into = new(procedure.Milestones)
	case documentLife:
		into = new(procedure.Life)
	case documentHolidays:
		into = new(procedure.Holidays)
	case documentRecord:
		into = new(dossier.Record)
	default:
		return new(ocop.Library).Validate(as, []byte(text))
	}
	var problems problem.List
	errors.As(into.UnmarshalJSON([]byte(text)), &problems)
	return problems
}

// example is a valid document.
type example struct {
	as      ocop.Document
	name    string
	content []byte
}

// others are valid documents of the kinds that have readers of their own.
func others() []example {
	return []example{
		{documentMilestones, "none", []byte(`{}`)},
		{documentMilestones, "first", []byte(`{"application":"first","filed":"2026-08-24","proposed":"2026-09-10","provinceScored":"2026-11-01","sentOn":"2026-11-20","ministryScored":"2027-03-01","issued":"2027-03-20"}`)},
		{documentMilestones, "again", []byte(`{"application":"re-assessment","filed":"2026-06-20","provinceComplete":"2026-07-01","ministryComplete":"2026-07-20","issued":"2023-10-30","expires":"2026-10-30","concluded":"2026-11-01","withdrawn":"2026-11-10"}`)},
		{documentLife, "none", []byte(`{"steps":[]}`)},
		{documentLife, "whole", []byte(`{"application":"upgrade","previous":{"star":4,"issued":"2023-07-01","expires":"2026-07-01"},"steps":[
			{"step":"file","on":"2026-06-01"},{"step":"propose","on":"2026-06-15"},{"step":"score-by-province","on":"2026-08-01","total":"92","star":5},
			{"step":"send-on","on":"2026-08-10"},{"step":"score-by-ministry","on":"2026-09-20","total":"90.95","star":5},
			{"step":"recognise","on":"2026-10-01","by":"ministry"},{"step":"extend","on":"2029-09-01"},
			{"step":"withdraw","on":"2029-12-31","by":"ministry","ground":"law-broken"}]}`)},
		{documentLife, "back and anew", []byte(`{"application":"first","steps":[{"step":"file","on":"2026-06-01"},{"step":"send-back","on":"2026-06-02"},{"step":"complete","on":"2026-06-03"},
			{"step":"propose","on":"2026-06-15"},{"step":"score-by-province","on":"2026-08-01","star":3},{"step":"redo","on":"2026-08-02"},{"step":"refuse","on":"2026-08-03"}]}`)},
		{documentLife, "extended", []byte(`{"previous":{"star":3,"issued":"2024-01-01"},"steps":[{"step":"extend","on":"2026-12-01"},{"step":"end-extension","on":"2027-02-01","outcome":"refused"}]}`)},
		{documentLife, "taken back", []byte(`{"steps":[{"step":"file","on":"2026-06-01"},{"step":"take-back","on":"2026-06-02"}]}`)},
		{documentRecord, "recognised", []byte(`{"code":"66-24277-1-2026","product":"Cà phê bột","set":13,"edition":"qd26-2026","producer":{"name":"HTX Ea Kao","kind":"cooperative","size":"small","taxCode":"0100109106"},"province":"66","commune":"24277","star":4,"total":"92","parts":{"A":"37","B":"24","C":"31"},"decision":"1234/QĐ-UBND","authority":"province","issued":"2026-08-05","expires":"2029-08-05","state":"recognised","previous":"66-643-24133-1-2023","previousStar":3,"channels":["supermarket","e-commerce"],"trace":"https://id.gs1.org/01/08938505974019/10/L1"}`)},
		{documentRecord, "extended", []byte(`{"code":"15-24277-1-2025","product":"Chè","set":8,"edition":"qd148-2023","producer":{"name":"Hộ Lý A","kind":"production-household"},"province":"15","commune":"04273","star":3,"total":"69.95","decision":"1","authority":"province","issued":"2025-08-05","expires":"2028-08-05","state":"extended","extendedUntil":"2028-12-01"}`)},
		{documentRecord, "withdrawn", []byte(`{"code":"15-24277-1-2025","product":"Chè","set":8,"edition":"qd1048-2019","producer":{"name":"Công ty B","kind":"enterprise","size":"large"},"province":"02","commune":"04273","star":5,"total":"100","decision":"1","authority":"ministry","issued":"2022-08-05","expires":"2025-08-05","state":"withdrawn","withdrawn":"2024-01-01","ground":"mark-misused","channels":["export"]}`)},
		{documentRecord, "refused", []byte(`{"product":"Chè","set":26,"edition":"qd26-2026","producer":{"name":"Hội C","kind":"association"},"province":"01","commune":"00004","star":2,"total":"0","state":"refused"}`)},
		{documentHolidays, "none", []byte(`{}`)},
		{documentHolidays, "two years", []byte(`{"2026":{"off":["2026-01-01","2026-09-02"],"worked":["2026-08-22"],"source":"9859/TB-BNV"},"2027":{"off":[]}}`)},
	}
}
