package procedure

import "github.com/ocop-vn/ocop-go/scoring/lang"

// Reading is how we read what the decision leaves open.
type Reading struct {
	ID      ReadingID
	Article string // of the decision, such as 12.3
	Text    lang.Text
}

// ReadingID names a reading.
type ReadingID string

// The readings that the days and steps of this package rest on.
const (
	ReadingDayNotCounted    ReadingID = "day-not-counted"
	ReadingLastDayOffKept   ReadingID = "last-day-off-kept"
	ReadingLastDayOffMoved  ReadingID = "last-day-off-moved"
	ReadingNextRound        ReadingID = "next-round"
	ReadingEarlierRules     ReadingID = "earlier-rules-last-day"
	ReadingPrintedEnd       ReadingID = "printed-end-first"
	ReadingLateFiling       ReadingID = "late-filing-extends"
	ReadingEndedNotRevived  ReadingID = "ended-not-revived"
	ReadingUnderNinety      ReadingID = "under-ninety-by-total"
	ReadingReplacedOnlyThen ReadingID = "replaced-on-recognition"
)

// Readings lists the readings that the days and steps of this package rest on.
func Readings() []Reading {
	return []Reading{
		{ReadingDayNotCounted, "7.2", lang.Text{
			Vi: "“Kể từ ngày”: chính ngày đó không tính, ngày kế tiếp là ngày thứ nhất; áp dụng cho mọi thời hạn.",
			En: "Of a period from a day on, that day itself does not count and the next is its first; so with every period.",
		}},
		{ReadingLastDayOffKept, "7.6.g", lang.Text{
			Vi: "Hạn cuối rơi vào ngày nghỉ thì giữ nguyên: ai làm xong trước ngày đó thì đúng hạn theo cách hiểu nào cũng vậy.",
			En: "A last day that falls on a day off stays: who is done by then is in time by every reading.",
		}},
		{ReadingLastDayOffMoved, "7.6.g", lang.Text{
			Vi: "Theo lựa chọn của người dùng: hạn cuối rơi vào ngày nghỉ thì lùi đến ngày làm việc kế tiếp, như Bộ luật Dân sự, Điều 148.",
			En: "By the caller's choice: a last day that falls on a day off moves to the next working day, as in the Civil Code, Article 148.",
		}},
		{ReadingNextRound, "5", lang.Text{
			Vi: "Đề nghị gửi đúng ngày 30 thì thuộc đợt sau, và đợt phải xong chậm nhất là ngày 29: quyết định ghi “trước ngày 30”.",
			En: "What is proposed on the 30th itself goes to the next round, and a round ends on the 29th at the latest: the decision prints “before the 30th”.",
		}},
		{ReadingEarlierRules, "12.2", lang.Text{
			Vi: "Hồ sơ nộp trước ngày 22/5/2026 mà chưa được đánh giá chỉ còn hạn cuối tại khoản 2 Điều 12; các hạn của Điều 5 và Điều 7 không áp dụng.",
			En: "A dossier filed before 22 May 2026 and not yet assessed has the last day of Article 12.2 alone, and none of those in Articles 5 and 7.",
		}},
		{ReadingPrintedEnd, "12.1", lang.Text{
			Vi: "Ngày hết thời hạn ghi trên giấy chứng nhận hoặc quyết định công nhận được dùng trước; không ghi thì tính 36 tháng.",
			En: "The end that a certificate or its decision prints counts first; 36 months where there is none.",
		}},
		{ReadingLateFiling, "12.3", lang.Text{
			Vi: "Nộp hồ sơ đánh giá lại sau hạn thì giấy chứng nhận được kéo dài, kể cả khi nộp sau ngày hết thời hạn, miễn là trong 180 ngày đó: khoản 3 Điều 12 không đòi phải nộp trước ngày hết thời hạn.",
			En: "A re-assessment that is filed late extends the certificate, also where it is filed after the expiry and within the 180 days: Article 12.3 does not ask that it come before the expiry.",
		}},
		{ReadingEndedNotRevived, "12.3", lang.Text{
			Vi: "Giấy chứng nhận đã hết thời hạn trước ngày 22/5/2026 thì không được kéo dài: khoản 3 Điều 12 nói “tiếp tục có hiệu lực”, và giấy đó không còn hiệu lực để tiếp tục.",
			En: "A certificate that ended before 22 May 2026 is not extended: Article 12.3 lets one go on, and that one had ended.",
		}},
		{ReadingUnderNinety, "7.4.g", lang.Text{
			Vi: "Sau Hội đồng cấp trung ương, cấp tỉnh chỉ công nhận 3, 4 sao hoặc tự đánh giá khi tổng điểm dưới 90; không ghi điểm thì xét theo hạng sao.",
			En: "After the ministry's council the province recognises 3 or 4 stars or scores itself only where the total is under 90; where no total is given the star tells.",
		}},
		{ReadingReplacedOnlyThen, "7.5", lang.Text{
			Vi: "Khi nâng hạng hoặc đánh giá lại, giấy chứng nhận cũ còn dùng đến khi sản phẩm được công nhận lần mới.",
			En: "In an upgrade and a re-assessment the old certificate stands until the product is recognised anew.",
		}},
	}
}
