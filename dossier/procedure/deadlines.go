package procedure

import (
	"slices"

	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/lang"
)

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
	Expires          civil.Date // its last day; zero: as Expiry has it
	Concluded        civil.Date // a ground for withdrawal was concluded
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
	DueWithdrawal           DueKey = "withdrawal"            // Article 8.4
)

// Due is something that is due, with the place in the decision that says so.
type Due struct {
	Key     DueKey
	What    lang.Text
	From    civil.Date // zero: at once
	By      civil.Date // the last day
	Article string     // such as 7.2
}

// Deadlines lists what is due when for a dossier, by last day.
func Deadlines(m Milestones, holidays Holidays) []Due {
	var list []Due
	add := func(key DueKey, after, from, by civil.Date, article, vi, en string) {
		if after != (civil.Date{}) {
			list = append(list, Due{Key: key, What: lang.Text{Vi: vi, En: en}, From: from, By: by, Article: article})
		}
	}
	none := civil.Date{}
	add(DueCommuneReview, m.Filed, none, CommuneReviewBy(m.Filed, holidays), "7.2",
		"UBND cấp xã đánh giá hồ sơ, lập báo cáo và đề nghị lên cấp tỉnh", "The commune reviews the dossier, reports and proposes it to the province")
	if m.Filed.Before(InForce()) {
		add(DueTransition, m.Filed, none, TransitionEnds(m.Application), "12.2",
			"Kết thúc đánh giá theo quy định cũ", "The assessment by the earlier rules ends")
	}
	if m.Application == ApplicationReassessment {
		add(DueProvinceReassessment, m.ProvinceComplete, none, ReassessBy(m.ProvinceComplete), "7.6.g", "Cấp tỉnh đánh giá lại xong", "The province ends the re-assessment")
		add(DueMinistryReassessment, m.MinistryComplete, none, ReassessBy(m.MinistryComplete), "7.6.g", "Bộ đánh giá lại xong", "The ministry ends the re-assessment")
	} else {
		add(DueProvinceRound, m.Proposed, none, ProvinceRound(m.Proposed).AssessedBefore.AddDays(-1), "5.1", "Cấp tỉnh tổ chức đợt đánh giá", "The province holds the round of assessment")
		add(DueMinistryRound, m.SentOn, none, MinistryRound(m.SentOn).AssessedBefore.AddDays(-1), "5.2", "Bộ tổ chức đợt đánh giá", "The ministry holds the round of assessment")
	}
	expiry := m.Expires
	if expiry == none && m.Issued != none {
		expiry = Expiry(m.Issued)
	}
	first, last := RenewalWindow(expiry)
	add(DueRenewal, expiry, first, last, "7.6.a", "Nộp hồ sơ đánh giá lại", "File for re-assessment")
	add(DueExpiry, expiry, none, expiry, "4.3", "Giấy chứng nhận hết thời hạn", "The certificate expires")
	add(DueWithdrawal, m.Concluded, none, WithdrawBy(m.Concluded), "8.4", "Thu hồi giấy chứng nhận", "The certificate is withdrawn")
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
