package procedure

import "github.com/ocop-vn/ocop-go/scoring/civil"

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
	if kind == ApplicationReassessment {
		return InForce().AddDays(TransitionDaysRepeat)
	}
	return InForce().AddDays(TransitionDays)
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
