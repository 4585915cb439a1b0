package report

import (
	"github.com/ocop-vn/ocop-go/dossier/procedure"
	"github.com/ocop-vn/ocop-go/ocop/internal/text"
	"github.com/ocop-vn/ocop-go/ocop/paper"
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/lang"
)

// Deadlines is what is due, by last day, with its article and the readings of ours
// that a day rests on.
func Deadlines(s *procedure.Schedule, l lang.Lang) paper.Paper {
	p := newPage(l)
	p.title("CÁC HẠN", "WHAT IS DUE")
	if s.On == (civil.Date{}) {
		p.line("Không nêu ngày xem xét nên không có việc nào bị coi là quá hạn.", "No day was given, so nothing is said to be missed.")
	} else {
		p.line("Tính đến ngày %s.", "As of %s.", p.date(s.On))
	}
	if len(s.Due) == 0 {
		p.line("Chưa có hạn nào.", "Nothing is due yet.")
	}
	for i := range s.Due {
		p.due(&s.Due[i])
	}
	return p.finish()
}

func (p *page) due(d *procedure.Due) {
	p.blank()
	days := p.date(d.By)
	if d.From != (civil.Date{}) {
		days = p.format("%s đến %s", "%s to %s", p.date(d.From), days)
	}
	p.line("%s: %s", "%s: %s", p.set(paper.ToneStrong, days), p.state(d))
	p.item(unmarked, "%s %s", "%s %s", d.What.In(p.lang), p.cite(article(d.Article)))
	if d.Reading != "" {
		p.by(d.Reading)
	}
}

func (p *page) state(d *procedure.Due) text.Own {
	bySelf := d.Key == procedure.DueExpiry // nobody does it
	switch {
	case d.State == procedure.DueMissed:
		return p.set(paper.ToneAlarm, p.say("đã quá hạn", "missed"))
	case d.State == procedure.DueDone && bySelf:
		return p.format("đã qua", "past")
	case d.State == procedure.DueDone:
		return p.format("đã xong", "done")
	case bySelf:
		return p.format("chưa đến", "to come")
	default:
		return p.format("còn hạn", "open")
	}
}
