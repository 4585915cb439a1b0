package report

import (
	"github.com/ocop-vn/ocop-go/dossier/procedure"
	"github.com/ocop-vn/ocop-go/ocop/paper"
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/reading"
)

// Standing is where a dossier or a certificate stands.
func Standing(s *procedure.Standing, l lang.Lang) paper.Paper {
	p := newPage(l)
	p.title("HỒ SƠ VÀ GIẤY CHỨNG NHẬN ĐANG Ở ĐÂU", "WHERE IT STANDS")
	if s.On == (civil.Date{}) {
		p.line("Sau bước cuối cùng; không nêu ngày xem xét nên không xét hết thời hạn.", "After the last step; no day was given, so nothing is said to expire.")
	} else {
		p.line("Tính đến ngày %s.", "As of %s.", p.date(s.On))
	}
	p.line("Hiện nay: %s (%s).", "It %s (%s).", s.Stage.Text().In(p.lang), string(s.Stage))
	if s.Star > 0 {
		p.line("%s %s", "%s %s", p.starRow(s.Star), p.stars(s.Star))
		p.authority(s.Star)
	}
	if s.Stage == procedure.StageMinistryScored && s.Star < 5 {
		p.by(reading.UnderNinety)
	}
	days := func(vi, en string, day civil.Date) {
		if day != (civil.Date{}) {
			p.line(vi, en, p.date(day))
		}
	}
	days("Cấp giấy chứng nhận ngày %s.", "The certificate was issued on %s.", s.Issued)
	days("Hết thời hạn ngày %s.", "It expires on %s.", s.Expires)
	switch s.Expires {
	case civil.Date{}:
	case procedure.Expiry(s.Issued):
		p.by(reading.LastDayOfCertificate)
	default:
		p.by(reading.PrintedEnd)
	}
	if s.Stage == procedure.StageExpired {
		days("Thời gian kéo dài đã hết ngày %s (khoản 3 Điều 12).", "Its extension lapsed on %s (Article 12.3).", s.ExtendedUntil)
	} else {
		days("Kéo dài chậm nhất đến ngày %s (khoản 3 Điều 12).", "It is extended to %s at the latest (Article 12.3).", s.ExtendedUntil)
	}
	if s.ExtendedUntil != (civil.Date{}) {
		p.by(reading.LateFiling)
	}
	days("Giấy chứng nhận trước dùng được đến ngày %s.", "The certificate before it stands until %s.", s.PreviousUntil)
	if s.PreviousUntil != (civil.Date{}) {
		p.by(reading.ReplacedOnlyThen)
	}
	p.blank()
	if len(s.Next) == 0 {
		p.line("Không còn bước nào.", "There is no further step.")
	} else {
		p.heading("Bước có thể đi tiếp", "What may come next")
	}
	for _, kind := range s.Next {
		p.item(bullet, "%s %s (%s)", "%s %s (%s)", kind.Name().In(p.lang), p.cite(article(kind.Article())), string(kind))
		if by := kind.Reading(); by != "" {
			p.by(by)
		}
	}
	return p.finish()
}
