package procedure

import "github.com/ocop-vn/ocop-go/scoring/lang"

// Stage is where a dossier or its certificate stands.
type Stage string

// The stages. Expiring, Expired and Extended follow from the date: see Life.StageOn.
const (
	StageDraft           Stage = "draft"            // the producer prepares it
	StageFiled           Stage = "filed"            // with the commune (Article 7.1)
	StageSentBack        Stage = "sent-back"        // with the producer, to be completed (Article 7.3.a)
	StageCommuneReviewed Stage = "commune-reviewed" // proposed to the province (Article 7.2)
	StageProvinceScored  Stage = "province-scored"  // by the province's council (Article 7.3.d)
	StageSentOn          Stage = "sent-on"          // approved and sent to the ministry for 5 stars (Article 7.3.e)
	StageMinistryScored  Stage = "ministry-scored"  // by the ministry's council (Article 7.4.d)
	StageRecognised      Stage = "recognised"       // with a certificate (Article 4.1)
	StageExpiring        Stage = "expiring"         // within 180 days of expiry (Article 7.6.a)
	StageExpired         Stage = "expired"          // past its last day (Article 4.3)
	StageExtended        Stage = "extended"         // past expiry while a late re-assessment is decided (Article 12.3)
	StageWithdrawn       Stage = "withdrawn"        // the certificate is taken back (Article 8)
	StageReplaced        Stage = "replaced"         // by the certificate of a re-assessment (Article 12.3)
	StageRefused         Stage = "refused"          // not recognised (Article 4.1)
	StageTakenBack       Stage = "taken-back"       // by the producer, before there was an outcome
)

// Stages lists the stages.
func Stages() []Stage {
	return []Stage{
		StageDraft, StageFiled, StageSentBack, StageCommuneReviewed, StageProvinceScored, StageSentOn, StageMinistryScored,
		StageRecognised, StageExpiring, StageExpired, StageExtended, StageWithdrawn, StageReplaced, StageRefused, StageTakenBack,
	}
}

// Text tells where a dossier stands, as the end of a sentence.
func (s Stage) Text() lang.Text {
	switch s {
	case StageFiled:
		return lang.Text{Vi: "hồ sơ đã nộp, UBND cấp xã chưa đề nghị", En: "is filed and not yet proposed by the commune"}
	case StageSentBack:
		return lang.Text{Vi: "hồ sơ đang được hoàn thiện", En: "is sent back to be completed"}
	case StageCommuneReviewed:
		return lang.Text{Vi: "cấp xã đã đề nghị, cấp tỉnh chưa chấm", En: "is proposed by the commune and not yet scored"}
	case StageProvinceScored:
		return lang.Text{Vi: "Hội đồng cấp tỉnh đã chấm", En: "is scored by the province"}
	case StageSentOn:
		return lang.Text{Vi: "đã gửi Bộ, chưa có kết quả", En: "is with the ministry and not yet scored"}
	case StageMinistryScored:
		return lang.Text{Vi: "Hội đồng cấp trung ương đã chấm", En: "is scored by the ministry"}
	case StageRecognised:
		return lang.Text{Vi: "sản phẩm đã được công nhận", En: "is recognised"}
	case StageWithdrawn:
		return lang.Text{Vi: "giấy chứng nhận đã bị thu hồi", En: "is withdrawn"}
	case StageReplaced:
		return lang.Text{Vi: "giấy chứng nhận đã được thay bằng giấy mới", En: "is replaced by a new certificate"}
	case StageRefused:
		return lang.Text{Vi: "sản phẩm không được công nhận", En: "is refused"}
	case StageTakenBack:
		return lang.Text{Vi: "chủ thể đã rút hồ sơ", En: "is taken back by the producer"}
	case StageExpiring:
		return lang.Text{Vi: "giấy chứng nhận sắp hết thời hạn", En: "expires within 180 days"}
	case StageExpired:
		return lang.Text{Vi: "giấy chứng nhận đã hết thời hạn", En: "is expired"}
	case StageExtended:
		return lang.Text{Vi: "giấy chứng nhận đang được kéo dài", En: "is extended"}
	default:
		return lang.Text{Vi: "hồ sơ đang soạn, chưa nộp", En: "is a draft, not filed"}
	}
}
