package procedure

import (
	"slices"

	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/reading"
)

// Milestones are what has happened to a dossier so far; days that have not come
// are zero.
type Milestones struct {
	Application      Application
	Filed            civil.Date // the commune received it
	Proposed         civil.Date // the commune proposed it to the province
	ProvinceComplete civil.Date // the province had all of it; for a re-assessment
	ProvinceScored   civil.Date // the province's council decided
	SentOn           civil.Date // the province proposed it to the ministry
	MinistryComplete civil.Date // the ministry had all of it; for a re-assessment
	MinistryScored   civil.Date // the ministry's council decided
	Issued           civil.Date // the certificate was issued: the new one, or before it the one in force
	Expires          civil.Date // its last day, where it prints one; zero: as Expiry has it
	Concluded        civil.Date // a ground for withdrawal was concluded
	Withdrawn        civil.Date // the certificate was withdrawn
}

// DueKey names what is due.
type DueKey string

// What can be due.
const (
	DueCommuneReview        DueKey = "commune-review"        // Article 7.2
	DueTransition           DueKey = "transition"            // Article 12.2
	DueProvinceRound        DueKey = "province-round"        // Article 5.1
	DueMinistryRound        DueKey = "ministry-round"        // Article 5.2
	DueProvinceReassessment DueKey = "province-reassessment" // Article 7.6.g
	DueMinistryReassessment DueKey = "ministry-reassessment" // Article 7.6.g
	DueRenewal              DueKey = "renewal"               // Article 7.6.a
	DueExpiry               DueKey = "expiry"                // Article 4.3
	DueExtension            DueKey = "extension"             // Article 12.3
	DueWithdrawal           DueKey = "withdrawal"            // Article 8.4
)

// DueKeys lists what can be due.
func DueKeys() []DueKey {
	return []DueKey{
		DueCommuneReview, DueTransition, DueProvinceRound, DueMinistryRound, DueProvinceReassessment, DueMinistryReassessment,
		DueRenewal, DueExpiry, DueExtension, DueWithdrawal,
	}
}

// DueState is how something that is due stands.
type DueState string

// The states of what is due.
const (
	DueOpen   DueState = "open"
	DueDone   DueState = "done"   // it happened, if late
	DueMissed DueState = "missed" // its last day went by; on a day that is given alone
)

// Due is something that is due, with the place in the decision that says so.
type Due struct {
	Key     DueKey
	What    lang.Text
	From    civil.Date // zero: at once
	By      civil.Date // the last day
	Article string     // such as 7.2
	State   DueState
	Reading reading.ID // that the day rests on; "" for none
}

// LastDayOff is what becomes of a last day on which nobody works; the decision
// does not say.
type LastDayOff string

// What can become of it.
const (
	LastDayKept  LastDayOff = ""      // it stays: reading.LastDayOffKept
	LastDayMoved LastDayOff = "moved" // it moves to the next working day: reading.LastDayOffMoved
)

// Options are what Deadlines takes beside the milestones.
type Options struct {
	On         civil.Date // the day on which it is asked; zero: on none, and nothing is missed
	Holidays   Holidays
	LastDayOff LastDayOff
}

// Schedule is what is due when for a dossier and its certificate.
type Schedule struct {
	On  civil.Date // the day on which it was asked; zero: on none
	Due []Due
}

// Deadlines lists what is due when for a dossier and its certificate, by last day.
func Deadlines(m Milestones, o Options) []Due {
	s := schedule{m: &m, o: &o}
	if began := m.began(); began != (civil.Date{}) && began.Before(InForce()) {
		s.transition()
	} else {
		s.review()
		s.assessment()
	}
	s.certificate()
	s.add(m.Concluded, Due{
		Key: DueWithdrawal, By: WithdrawBy(m.Concluded), Article: "8.4",
		What: lang.Text{Vi: "Thu hồi giấy chứng nhận", En: "The certificate is withdrawn"},
	}, m.Withdrawn)
	return s.list
}

// began is the day the dossier was filed, or where that is not said the first
// day that it was known by.
func (m *Milestones) began() civil.Date {
	return first(m.Filed, m.Proposed, m.ProvinceComplete, m.SentOn)
}

// recognised tells whether the certificate is the one that the dossier led to.
func (m *Milestones) recognised() bool {
	began := m.began()
	return m.Issued != (civil.Date{}) && began != (civil.Date{}) && !m.Issued.Before(began)
}

// certified is the day of that certificate; zero for none.
func (m *Milestones) certified() civil.Date {
	if m.recognised() {
		return m.Issued
	}
	return civil.Date{}
}

// outcome is the day that the assessment ended; zero if it has not.
func (m *Milestones) outcome() civil.Date {
	if m.SentOn != (civil.Date{}) {
		return first(m.MinistryScored, m.certified())
	}
	return first(m.MinistryScored, m.ProvinceScored, m.certified())
}

// Expiry is the last day of the certificate: as printed, else as Article 4.3 has
// it; zero without a certificate.
func (m *Milestones) expiry() civil.Date {
	if m.Expires != (civil.Date{}) || m.Issued == (civil.Date{}) {
		return m.Expires
	}
	return Expiry(m.Issued)
}

// first is the first day that there is.
func first(days ...civil.Date) civil.Date {
	for _, d := range days {
		if d != (civil.Date{}) {
			return d
		}
	}
	return civil.Date{}
}

// schedule gathers what is due.
type schedule struct {
	m    *Milestones
	o    *Options
	list []Due
}

// add lists what is due since a day, if that has come, and what does it.
func (s *schedule) add(since civil.Date, d Due, done ...civil.Date) {
	if since == (civil.Date{}) {
		return
	}
	s.lastDay(&d)
	on, happened := s.o.On, first(done...)
	switch {
	case happened != (civil.Date{}) && (on == (civil.Date{}) || !on.Before(happened)):
		d.State = DueDone
	case on != (civil.Date{}) && d.By.Before(on):
		d.State = DueMissed
	default:
		d.State = DueOpen
	}
	s.list = append(s.list, d)
	for i := len(s.list) - 1; i > 0 && s.list[i].By.Before(s.list[i-1].By); i-- { // by last day; they are few
		s.list[i], s.list[i-1] = s.list[i-1], s.list[i]
	}
}

// lastDay keeps or moves a last day on which nobody works, of what somebody is
// to do within a number of days.
func (s *schedule) lastDay(d *Due) {
	// Days that the decision or the certificate names, or that come by themselves.
	if slices.Contains([]DueKey{DueProvinceRound, DueMinistryRound, DueExpiry, DueExtension}, d.Key) {
		return
	}
	w := workdays{holidays: s.o.Holidays}
	switch {
	case w.worked(d.By):
	case s.o.LastDayOff == LastDayMoved:
		d.By, d.Reading = AddWorkingDays(d.By, 1, s.o.Holidays), reading.LastDayOffMoved
	default:
		d.Reading = reading.LastDayOffKept
	}
}

// transition is for what was filed before the decision came into force and was
// not assessed by then: reading.EarlierRules.
func (s *schedule) transition() {
	outcome := s.m.outcome()
	if outcome != (civil.Date{}) && outcome.Before(InForce()) {
		return
	}
	s.add(s.m.began(), Due{
		Key: DueTransition, By: TransitionEnds(s.m.Application), Article: "12.2", Reading: reading.EarlierRules,
		What: lang.Text{Vi: "Kết thúc đánh giá theo quy định cũ", En: "The assessment by the earlier rules ends"},
	}, outcome)
}

func (s *schedule) review() {
	m := s.m
	by := CommuneReviewBy(m.Filed, s.o.Holidays)
	off, worked := counted(m.Filed, by, s.o.Holidays)
	holidays := countedText(off, worked)
	s.add(m.Filed, Due{
		Key: DueCommuneReview, By: by, Article: "7.2",
		What: lang.Text{
			Vi: "UBND cấp xã đánh giá hồ sơ, lập báo cáo và đề nghị lên cấp tỉnh (" + holidays.Vi + ")",
			En: "The commune reviews the dossier, reports and proposes it to the province (" + holidays.En + ")",
		},
	}, m.Proposed, m.ProvinceComplete, m.ProvinceScored, m.SentOn, m.MinistryScored, m.certified())
}

// assessment is by rounds (Article 5), a re-assessment within 45 days (Article 7.6.g).
func (s *schedule) assessment() {
	m := s.m
	province := []civil.Date{m.ProvinceScored, m.SentOn, m.MinistryScored, m.certified()}
	ministry := []civil.Date{m.MinistryScored, m.certified()}
	if m.Application == ApplicationReassessment {
		s.add(m.ProvinceComplete, Due{
			Key: DueProvinceReassessment, By: ReassessBy(m.ProvinceComplete), Article: "7.6.g",
			What: lang.Text{Vi: "Cấp tỉnh đánh giá lại xong", En: "The province ends the re-assessment"},
		}, province...)
		s.add(m.MinistryComplete, Due{
			Key: DueMinistryReassessment, By: ReassessBy(m.MinistryComplete), Article: "7.6.g",
			What: lang.Text{Vi: "Bộ đánh giá lại xong", En: "The ministry ends the re-assessment"},
		}, ministry...)
		return
	}
	s.add(m.Proposed, Due{
		Key: DueProvinceRound, By: ProvinceRound(m.Proposed).AssessedBefore.AddDays(-1), Article: "5.1", Reading: reading.NextRound,
		What: lang.Text{Vi: "Cấp tỉnh tổ chức đợt đánh giá", En: "The province holds the round of assessment"},
	}, province...)
	s.add(m.SentOn, Due{
		Key: DueMinistryRound, By: MinistryRound(m.SentOn).AssessedBefore.AddDays(-1), Article: "5.2", Reading: reading.NextRound,
		What: lang.Text{Vi: "Bộ tổ chức đợt đánh giá", En: "The ministry holds the round of assessment"},
	}, ministry...)
}

// certificate is what is due of a certificate: its end, the re-assessment before
// it, and with one that is filed late what Article 12.3 adds.
func (s *schedule) certificate() {
	m, expiry := s.m, s.m.expiry()
	refiled := civil.Date{} // the day that its re-assessment was filed
	if m.Application == ApplicationReassessment && !m.recognised() {
		refiled = m.Filed
	}
	opens, last := RenewalWindow(expiry)
	s.add(expiry, Due{
		Key: DueRenewal, From: opens, By: last, Article: "7.6.a",
		What: lang.Text{Vi: "Nộp hồ sơ đánh giá lại", En: "File for re-assessment"},
	}, refiled)

	ends := Due{Key: DueExpiry, By: expiry, Article: "4.3", What: lang.Text{Vi: "Giấy chứng nhận hết thời hạn", En: "The certificate expires"}}
	if m.Expires != (civil.Date{}) {
		ends.Reading = reading.PrintedEnd
	}
	if refiled == (civil.Date{}) {
		s.add(expiry, ends, s.past(expiry))
		return
	}
	extension := ExtensionOf(expiry, refiled)
	if extension.Lapsed {
		until := extension.Until.String()
		ends.Reading = reading.LateFiling
		ends.What.Vi += "; kể cả được kéo dài cũng đã hết ngày " + until + " (khoản 3 Điều 12)"
		ends.What.En += "; an extension too would have lapsed on " + until + " (Article 12.3)"
	}
	if extension.NotRevived {
		ends.Reading = reading.EndedNotRevived
		ends.What.Vi += "; hết trước ngày 22/5/2026 nên không được kéo dài theo khoản 3 Điều 12"
		ends.What.En += "; it ended before 22 May 2026 and is not extended by Article 12.3"
	}
	if extension.Runs() {
		s.add(refiled, Due{
			Key: DueExtension, By: extension.Until, Article: "12.3", Reading: reading.LateFiling,
			What: lang.Text{
				Vi: "Giấy chứng nhận kéo dài đến khi có kết quả đánh giá lại, chậm nhất ngày này",
				En: "The certificate lasts until the outcome of the re-assessment, to this day at the latest",
			},
		}, m.outcome())
	}
	s.add(expiry, ends, s.past(expiry))
}

// past is a day that came by itself before the one that is asked for, or where
// none is before the dossier was filed; zero if it has not come.
func (s *schedule) past(day civil.Date) civil.Date {
	if day.Before(first(s.o.On, s.m.began())) {
		return day
	}
	return civil.Date{}
}
