package procedure

import (
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/jsonout"
	"github.com/ocop-vn/ocop-go/scoring/strictjson"
)

// dates are the days of milestones by their names in JSON.
func (m *Milestones) dates() [8]*civil.Date {
	return [...]*civil.Date{
		&m.Filed, &m.Proposed, &m.ProvinceComplete, &m.SentOn, &m.MinistryComplete, &m.Issued, &m.Expires, &m.Concluded,
	}
}

// milestoneNames are the members of milestones in JSON, the days as dates has them.
var milestoneNames = [...]string{
	"application", "filed", "proposed", "provinceComplete", "sentOn", "ministryComplete", "issued", "expires", "concluded",
}

// MarshalJSON implements json.Marshaler: {"application","filed","proposed",
// "provinceComplete","sentOn","ministryComplete","issued","expires","concluded"},
// without what has not come. Of a day that is none the error is a problem.List.
func (m Milestones) MarshalJSON() ([]byte, error) {
	var w jsonout.Writer
	w.Open()
	optional(&w, milestoneNames[0], string(m.Application))
	for i, d := range m.dates() {
		optionalDate(&w, milestoneNames[i+1], *d)
	}
	w.Close()
	return w.Bytes(), realDays(m.Filed, m.Proposed, m.ProvinceComplete, m.SentOn, m.MinistryComplete, m.Issued, m.Expires, m.Concluded)
}

// UnmarshalJSON implements json.Unmarshaler. The error is a problem.List.
func (m *Milestones) UnmarshalJSON(data []byte) error {
	return unmarshal(data, m, (*Milestones).read)
}

func (m *Milestones) read(r *strictjson.Reader) {
	dates := m.dates()
	r.Object(milestoneNames[:], 0, func(i int) {
		if i == 0 {
			readApplication(r, &m.Application)
		} else {
			readDate(r, dates[i-1])
		}
	})
}

// MarshalJSON implements json.Marshaler: {"key","what":{"vi","en"},"from","by",
// "article"}; from is null where it is due at once.
func (d Due) MarshalJSON() ([]byte, error) {
	var w jsonout.Writer
	w.Open()
	w.Name("key").String(string(d.Key))
	w.Name("what").Open()
	w.Name("vi").String(d.What.Vi)
	w.Name("en").String(d.What.En)
	w.Close()
	dateOrNull(w.Name("from"), d.From)
	dateOrNull(w.Name("by"), d.By)
	w.Name("article").String(d.Article)
	w.Close()
	return w.Bytes(), realDays(d.From, d.By)
}

// dateOrNull writes a day, or null for none.
func dateOrNull(w *jsonout.Writer, d civil.Date) {
	if d == (civil.Date{}) {
		w.Null()
	} else {
		w.String(d.String())
	}
}
