package dossier

import (
	"slices"

	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/lang"
)

// Periods that the decision sets, in days unless said.
const (
	CommuneWorkingDays   = 15  // Article 7.2: the commune's review, in working days
	CertificateMonths    = 36  // Article 4.3: a certificate's validity, in months
	RenewalOpensBefore   = 180 // Article 7.6.a: a re-assessment is filed no earlier than this before expiry
	RenewalClosesBefore  = 120 // Article 7.6.a: and no later than this
	ReassessmentDays     = 45  // Article 7.6.g: a re-assessment, from the complete dossier on
	ExtensionDays        = 180 // Article 12.3: a certificate lasts no longer than this past its expiry
	WithdrawalDays       = 15  // Article 8.4: a withdrawal, from the conclusion on
	TransitionDays       = 60  // Article 12.2.a: first applications and upgrades filed by the earlier rules
	TransitionDaysRepeat = 30  // Article 12.2.b: re-assessments filed by the earlier rules
)

// InForce is the day since which Decision 26/2026/QĐ-TTg is the law (Article 11.1).
func InForce() civil.Date { return civil.Date{Year: 2026, Month: 5, Day: 22} }

// TransitionEnds is the last day to end an assessment by the earlier rules of a
// dossier filed before InForce (Article 12.2).
func TransitionEnds(kind Application) civil.Date {
	if kind == Reassessment {
		return InForce().AddDays(TransitionDaysRepeat)
	}
	return InForce().AddDays(TransitionDays)
}

// Round is a round of assessment. A province or the ministry may hold more
// rounds than these two a year.
type Round struct {
	Number         int        // 1 or 2
	ProposedBefore civil.Date // what is proposed before this day is assessed in it
	AssessedBefore civil.Date // and this is the day before which it is
}

// ProvinceRound is the round of the province that a commune's proposal reaches
// (Article 5.1): round 1 before 30 June for proposals before 30 April, round 2
// before 30 December for proposals before 30 October.
func ProvinceRound(proposed civil.Date) Round {
	return roundOf(proposed, halfYear{1, 4, 6}, halfYear{2, 10, 12})
}

// MinistryRound is the round of the ministry that a province's proposal reaches
// (Article 5.2): round 2 before 30 March for proposals before 30 January, round
// 1 before 30 September for proposals before 30 July.
func MinistryRound(proposed civil.Date) Round {
	return roundOf(proposed, halfYear{2, 1, 3}, halfYear{1, 7, 9})
}

// halfYear is a round: its number, the month whose 30th closes it for
// proposals, the month before whose 30th it is held.
type halfYear struct{ number, closes, held int }

// roundOf is the first of a year's two rounds that is still open, or the first of the next year.
func roundOf(proposed civil.Date, first, second halfYear) Round {
	in := func(h halfYear, year int) Round {
		return Round{
			Number:         h.number,
			ProposedBefore: civil.Date{Year: year, Month: h.closes, Day: 30},
			AssessedBefore: civil.Date{Year: year, Month: h.held, Day: 30},
		}
	}
	for _, h := range [...]halfYear{first, second} {
		if r := in(h, proposed.Year); proposed.Before(r.ProposedBefore) {
			return r
		}
	}
	return in(first, proposed.Year+1)
}

// Holidays tells which days, beside Saturdays and Sundays, are not worked.
type Holidays func(civil.Date) bool

// FixedHolidays knows the public holidays that fall on the same day each year:
// 1 January, 30 April, 1 May and 2 September. Tết, the Hùng Kings' day, the
// second day of the National Day and days moved by the government's yearly
// notice are for the caller to add.
func FixedHolidays(d civil.Date) bool {
	switch [2]int{d.Month, d.Day} {
	case [2]int{1, 1}, [2]int{4, 30}, [2]int{5, 1}, [2]int{9, 2}:
		return true
	}
	return false
}

// AddWorkingDays is the given number of working days after a day, which itself
// does not count. Without holidays (nil), FixedHolidays are used.
func AddWorkingDays(d civil.Date, days int, holidays Holidays) civil.Date {
	if holidays == nil {
		holidays = FixedHolidays
	}
	for days > 0 {
		d = d.AddDays(1)
		if d.Weekday() <= 5 && !holidays(d) {
			days--
		}
	}
	return d
}

// CommuneReviewBy is the last day of the commune's review of a dossier received
// on a day (Article 7.2: 15 working days).
func CommuneReviewBy(received civil.Date, holidays Holidays) civil.Date {
	return AddWorkingDays(received, CommuneWorkingDays, holidays)
}

// Expiry is the last day of a certificate issued on a day (Article 4.3: 36
// months); where the month has no such day, its last.
func Expiry(issued civil.Date) civil.Date { return issued.AddMonths(CertificateMonths) }

// RenewalWindow is the first and the last day to file for re-assessment of a
// certificate (Article 7.6.a: 180 to 120 days before expiry).
func RenewalWindow(expiry civil.Date) (first, last civil.Date) {
	return expiry.AddDays(-RenewalOpensBefore), expiry.AddDays(-RenewalClosesBefore)
}

// ReassessBy is the last day of a re-assessment whose complete dossier came on a
// day (Article 7.6.g: 45 days).
func ReassessBy(received civil.Date) civil.Date { return received.AddDays(ReassessmentDays) }

// ExtendedUntil is the last day that a certificate can last past its expiry
// while a late re-assessment is decided (Article 12.3: 180 days).
func ExtendedUntil(expiry civil.Date) civil.Date { return expiry.AddDays(ExtensionDays) }

// WithdrawBy is the last day to withdraw a certificate once a breach is
// concluded, or the commune has confirmed that production ended (Article 8.4: 15 days).
func WithdrawBy(concluded civil.Date) civil.Date { return concluded.AddDays(WithdrawalDays) }

// Milestones are what has happened to a dossier so far; days that have not come
// are zero.
type Milestones struct {
	Application      Application
	Filed            civil.Date // the commune received it
	Proposed         civil.Date // the commune proposed it to the province
	ProvinceComplete civil.Date // the province had all of it; for a re-assessment
	SentOn           civil.Date // the province proposed it to the ministry
	MinistryComplete civil.Date // the ministry had all of it; for a re-assessment
	Issued           civil.Date // the certificate in force was issued
	Concluded        civil.Date // a ground for withdrawal was concluded
}

// Due is something that is due, with the place in the decision that says so.
type Due struct {
	What    lang.Text
	From    civil.Date // zero: at once
	By      civil.Date // the last day
	Article string     // such as 7.2
}

// Deadlines lists what is due when for a dossier, by last day.
func Deadlines(m Milestones, holidays Holidays) []Due {
	var list []Due
	add := func(after, from, by civil.Date, article, vi, en string) {
		if after != (civil.Date{}) {
			list = append(list, Due{What: lang.Text{Vi: vi, En: en}, From: from, By: by, Article: article})
		}
	}
	none := civil.Date{}
	add(m.Filed, none, CommuneReviewBy(m.Filed, holidays), "7.2",
		"UBND cấp xã đánh giá hồ sơ, lập báo cáo và đề nghị lên cấp tỉnh", "The commune reviews the dossier, reports and proposes it to the province")
	if m.Filed.Before(InForce()) {
		add(m.Filed, none, TransitionEnds(m.Application), "12.2",
			"Kết thúc đánh giá theo quy định cũ", "The assessment by the earlier rules ends")
	}
	if m.Application == Reassessment {
		add(m.ProvinceComplete, none, ReassessBy(m.ProvinceComplete), "7.6.g", "Cấp tỉnh đánh giá lại xong", "The province ends the re-assessment")
		add(m.MinistryComplete, none, ReassessBy(m.MinistryComplete), "7.6.g", "Bộ đánh giá lại xong", "The ministry ends the re-assessment")
	} else {
		add(m.Proposed, none, ProvinceRound(m.Proposed).AssessedBefore.AddDays(-1), "5.1", "Cấp tỉnh tổ chức đợt đánh giá", "The province holds the round of assessment")
		add(m.SentOn, none, MinistryRound(m.SentOn).AssessedBefore.AddDays(-1), "5.2", "Bộ tổ chức đợt đánh giá", "The ministry holds the round of assessment")
	}
	expiry := Expiry(m.Issued)
	first, last := RenewalWindow(expiry)
	add(m.Issued, first, last, "7.6.a", "Nộp hồ sơ đánh giá lại", "File for re-assessment")
	add(m.Issued, none, expiry, "4.3", "Giấy chứng nhận hết thời hạn", "The certificate expires")
	add(m.Concluded, none, WithdrawBy(m.Concluded), "8.4", "Thu hồi giấy chứng nhận", "The certificate is withdrawn")
	slices.SortStableFunc(list, func(a, b Due) int {
		switch {
		case a.By.Before(b.By):
			return -1
		case b.By.Before(a.By):
			return 1
		default:
			return 0
		}
	})
	return list
}
