package procedure

import (
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/jsonout"
	"github.com/ocop-vn/ocop-go/scoring/strictjson"
)

// dates are the days of milestones by their names in JSON.
func (m *Milestones) dates() [11]*civil.Date {
	return [...]*civil.Date{
		&m.Filed, &m.Proposed, &m.ProvinceComplete, &m.ProvinceScored, &m.SentOn, &m.MinistryComplete, &m.MinistryScored,
		&m.Issued, &m.Expires, &m.Concluded, &m.Withdrawn,
	}
}

// milestoneNames are the members of milestones in JSON, the days as dates has them.
var milestoneNames = [...]string{
	"application", "filed", "proposed", "provinceComplete", "provinceScored", "sentOn", "ministryComplete", "ministryScored",
	"issued", "expires", "concluded", "withdrawn",
}

// MarshalJSON implements json.Marshaler: the members are milestoneNames, without
// what has not come. Of a day that is none the error is a problem.List.
func (m Milestones) MarshalJSON() ([]byte, error) {
	var w jsonout.Writer
	w.Open()
	optional(&w, milestoneNames[0], string(m.Application))
	for i, d := range m.dates() {
		if err := realDays(*d); err != nil {
			return nil, err
		}
		optionalDate(&w, milestoneNames[i+1], *d)
	}
	w.Close()
	return w.Bytes(), nil
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
// "article","state","reading"}; from is null where it is due at once, reading
// where the day rests on none of ours.
func (d Due) MarshalJSON() ([]byte, error) { return d.AppendJSON(nil), realDays(d.From, d.By) }

// AppendJSON appends what MarshalJSON gives.
func (d *Due) AppendJSON(b []byte) []byte {
	w := jsonout.To(b)
	w.Open()
	w.Name("key").String(string(d.Key))
	w.Name("what").Open()
	w.Name("vi").String(d.What.Vi)
	w.Name("en").String(d.What.En)
	w.Close()
	dateOrNull(w.Name("from"), d.From)
	dateOrNull(w.Name("by"), d.By)
	w.Name("article").String(d.Article)
	w.Name("state").String(string(d.State))
	w.Name("reading").StringOrNull(string(d.Reading))
	w.Close()
	return w.Bytes()
}

// MarshalJSON implements json.Marshaler: what AppendJSON appends. Of a day that
// is none the error is a problem.List.
func (s Schedule) MarshalJSON() ([]byte, error) {
	for i := range s.Due {
		if err := realDays(s.Due[i].From, s.Due[i].By); err != nil {
			return nil, err
		}
	}
	return s.AppendJSON(nil), realDays(s.On)
}

// AppendJSON appends {"due":[…],"on"}; on is null where no day was given.
func (s *Schedule) AppendJSON(b []byte) []byte {
	w := jsonout.To(b)
	w.Open()
	w.Name("due").OpenList()
	for i := range s.Due {
		w.Append(s.Due[i].AppendJSON)
	}
	w.CloseList()
	dateOrNull(w.Name("on"), s.On)
	w.Close()
	return w.Bytes()
}

// dateOrNull writes a day, or null for none.
func dateOrNull(w *jsonout.Writer, d civil.Date) {
	if d == (civil.Date{}) {
		w.Null()
	} else {
		w.String(d.String())
	}
}
