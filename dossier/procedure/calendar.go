package procedure

import (
	"slices"
	"strings"

	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
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
	if kind == ApplicationReassessment {
		return InForce().AddDays(TransitionDaysRepeat)
	}
	return InForce().AddDays(TransitionDays)
}

// saturday is the first weekday that is off, as civil.Date.Weekday counts.
const saturday = 6

// workdays tells which days are worked. It holds the year that it looked at last.
type workdays struct {
	holidays Holidays
	year     int
	HolidayYear
}

func (w *workdays) worked(d civil.Date) bool {
	if w.year != d.Year {
		w.year, w.HolidayYear = d.Year, w.holidays.In(d.Year)
	}
	if d.Weekday() >= saturday {
		return slices.Contains(w.Worked, d)
	}
	return !slices.Contains(w.Off, d)
}

// AddWorkingDays is the given number of working days after a day, which itself
// does not count (reading.DayNotCounted): Monday to Friday without the days off, and the Saturdays and
// Sundays that are worked in exchange.
func AddWorkingDays(d civil.Date, days int, holidays Holidays) civil.Date {
	for w := (workdays{holidays: holidays}); days > 0; {
		if d = d.AddDays(1); w.worked(d) {
			days--
		}
	}
	return d
}

// counted are the days that make working days between two days, the last one
// included, other than Monday to Friday.
func counted(after, last civil.Date, holidays Holidays) (off, worked []civil.Date) {
	w := workdays{holidays: holidays}
	for d := after.AddDays(1); !last.Before(d); d = d.AddDays(1) {
		switch weekend := d.Weekday() >= saturday; {
		case weekend && w.worked(d):
			worked = append(worked, d)
		case !weekend && !w.worked(d):
			off = append(off, d)
		}
	}
	return off, worked
}

// CountedHolidays is what a message on a last day of working days says as
// {holidays}: those between two days, the last one included, and that a later
// notice may move it. Its value is the days off alone.
func CountedHolidays(after, last civil.Date, holidays Holidays) problem.Param {
	off, worked := counted(after, last, holidays)
	return problem.Worded("holidays", listed(off), countedText(off, worked))
}

func countedText(off, worked []civil.Date) lang.Text {
	text := lang.Text{Vi: "không có ngày nghỉ lễ nào", En: "there are no holidays in it"}
	if len(off) > 0 {
		text = lang.Text{Vi: "đã trừ ngày nghỉ " + listed(off), En: "days off not counted: " + listed(off)}
	}
	if len(worked) > 0 {
		text.Vi += ", tính cả ngày làm bù " + listed(worked)
		text.En += "; worked in exchange and counted: " + listed(worked)
	}
	text.Vi += "; thông báo sau này có thể làm thay đổi"
	text.En += "; a later notice may move it"
	return text
}

// listed are days with commas between.
func listed(days []civil.Date) string {
	texts := make([]string, len(days))
	for i, day := range days {
		texts[i] = day.String()
	}
	return strings.Join(texts, ", ")
}

// CommuneReviewBy is the last day of the commune's review of a dossier received
// on a day (Article 7.2: 15 working days).
func CommuneReviewBy(received civil.Date, holidays Holidays) civil.Date {
	return AddWorkingDays(received, CommuneWorkingDays, holidays)
}

// Expiry is the last day of a certificate issued on a day (Article 4.3: 36
// months); where the month has no such day, its last (reading.LastDayOfCertificate).
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
