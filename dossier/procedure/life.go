package procedure

import (
	"strconv"

	"github.com/ocop-vn/ocop-go/dossier/internal/fields"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// Stage is where a dossier or its certificate stands.
type Stage string

// The stages. Expiring, Expired and Extended follow from the date: see Life.StageOn.
const (
	Draft           Stage = "draft"            // the producer prepares it
	Filed           Stage = "filed"            // with the commune (Article 7.1)
	CommuneReviewed Stage = "commune-reviewed" // proposed to the province (Article 7.2)
	ProvinceScored  Stage = "province-scored"  // by the province's council (Article 7.3.d)
	SentOn          Stage = "sent-on"          // approved and sent to the ministry for 5 stars (Article 7.3.e)
	MinistryScored  Stage = "ministry-scored"  // by the ministry's council (Article 7.4.d)
	Recognised      Stage = "recognised"       // with a certificate (Article 4.1)
	Expiring        Stage = "expiring"         // within 180 days of expiry (Article 7.6.a)
	Expired         Stage = "expired"          // past its last day (Article 4.3)
	Extended        Stage = "extended"         // past expiry while a late re-assessment is decided (Article 12.3)
	Withdrawn       Stage = "withdrawn"        // taken back (Article 8)
)

// Ground is a reason to withdraw a certificate (Article 8.1).
type Ground string

// The six grounds, in the order of Article 8.1.
const (
	Untruthful     Ground = "untruthful"      // a: untrue papers or a forged dossier
	CriteriaUnmet  Ground = "criteria-unmet"  // b: the criteria are no longer met
	LawBroken      Ground = "law-broken"      // c: the law on quality, food safety, environment, property or labels
	MarkMisused    Ground = "mark-misused"    // d: the OCOP mark is misused
	NotProducing   Ground = "not-producing"   // đ: the product is no longer made
	OtherAuthority Ground = "other-authority" // e: another conclusion of a competent authority
)

// Life is the life of one dossier and of the certificate that it leads to. The
// zero Life is a draft. Each step returns the next Life, or says why there is
// no such step; the Life itself never changes.
type Life struct {
	stage    Stage
	star     int
	issued   civil.Date
	extended bool
	ground   Ground
}

var (
	wrongStep = problem.Kind{Code: "LIFE-01", Layer: problem.Rule, Message: lang.Text{
		Vi: "Chưa thể {step}: {stage} (Điều {article}).",
		En: "There is no way to {step} now: it {stage} (Article {article}).",
	}}
	tooFewStars = problem.Kind{Code: "LIFE-02", Layer: problem.Rule, Message: lang.Text{
		Vi: "Sản phẩm {star} sao không được công nhận, không cấp giấy chứng nhận (Điều 4 khoản 1).",
		En: "A product of {star} stars is not recognised and gets no certificate (Article 4.1).",
	}}
	wrongAuthority = problem.Kind{Code: "LIFE-03", Layer: problem.Rule, Message: lang.Text{
		Vi: "{star} sao do {authority} quyết định (Điều {article}).",
		En: "{star} stars are for the {authority} to decide (Article {article}).",
	}}
	wrongStar = problem.Kind{Code: "LIFE-04", Layer: problem.Rule, Message: lang.Text{
		Vi: "Hạng sao là 1 đến 5, không phải {star}.",
		En: "A star is 1 to 5, not {star}.",
	}}
	wrongGround = problem.Kind{Code: "LIFE-05", Layer: problem.Rule, Message: lang.Text{
		Vi: "{ground} không phải là căn cứ thu hồi (Điều 8 khoản 1).",
		En: "{ground} is no ground to withdraw a certificate (Article 8.1).",
	}}
	wrongDate = problem.Kind{Code: "LIFE-06", Layer: problem.Rule, Message: lang.Text{
		Vi: "Ngày {date} không hợp lệ cho bước này (Điều {article}).",
		En: "{date} is not a day for this step (Article {article}).",
	}}
)

// Kinds lists the kinds of problem that this package reports.
func Kinds() []problem.Kind {
	return []problem.Kind{wrongStep, tooFewStars, wrongAuthority, wrongStar, wrongGround, wrongDate}
}

// Stage is the last step taken, whatever the date.
func (l Life) Stage() Stage {
	if l.stage == "" {
		return Draft
	}
	return l.stage
}

// Star is the star that the last council gave or the certificate bears; 0 before any.
func (l Life) Star() int { return l.star }

// Ground is why the certificate was withdrawn; "" if it was not.
func (l Life) Ground() Ground { return l.ground }

// Expiry is the last day of the certificate, without an extension; zero without one.
func (l Life) Expiry() civil.Date {
	if l.issued == (civil.Date{}) {
		return civil.Date{}
	}
	return Expiry(l.issued)
}

// StageOn is where it stands on a day: a certificate expires by itself.
func (l Life) StageOn(day civil.Date) Stage {
	if l.Stage() != Recognised {
		return l.Stage()
	}
	expiry := l.Expiry()
	opens, _ := RenewalWindow(expiry)
	switch {
	case day.Before(opens):
		return Recognised
	case !expiry.Before(day):
		return Expiring
	case l.extended && !ExtendedUntil(expiry).Before(day):
		return Extended
	default:
		return Expired
	}
}

// step checks that the last step was one of those that this one follows.
func (l Life) step(article, vi, en string, after ...Stage) error {
	for _, s := range after {
		if l.Stage() == s {
			return nil
		}
	}
	return problem.List{wrongStep.At("", problem.Worded("step", en, lang.Text{Vi: vi, En: en}), fields.Param("article", article),
		problem.Worded("stage", string(l.Stage()), stageText(l.Stage())))}
}

// File hands the dossier to the commune (Article 7.1).
func (l Life) File() (Life, error) {
	if err := l.step("7.1", "nộp hồ sơ", "file", Draft); err != nil {
		return l, err
	}
	l.stage = Filed
	return l, nil
}

// ReviewByCommune ends the commune's review with a proposal to the province (Article 7.2).
func (l Life) ReviewByCommune() (Life, error) {
	if err := l.step("7.2", "đề nghị lên cấp tỉnh", "propose it to the province", Filed); err != nil {
		return l, err
	}
	l.stage = CommuneReviewed
	return l, nil
}

// ScoreByProvince notes the star that the province's council gave (Article
// 7.3.d). It may score again what the ministry did not confirm (Article 7.4).
func (l Life) ScoreByProvince(star int) (Life, error) {
	if err := l.step("7.3.d", "chấm điểm cấp tỉnh", "score it in the province", CommuneReviewed, MinistryScored); err != nil {
		return l, err
	}
	return l.score(ProvinceScored, star)
}

// SendOn approves a result of 5 stars and sends the dossier to the ministry (Article 7.3.e).
func (l Life) SendOn() (Life, error) {
	if err := l.step("7.3.e", "gửi Bộ", "send it to the ministry", ProvinceScored); err != nil {
		return l, err
	}
	if l.star != 5 {
		return l, l.notFor("4.1.a")
	}
	l.stage = SentOn
	return l, nil
}

// ScoreByMinistry notes the star that the ministry's council gave (Article 7.4.d).
func (l Life) ScoreByMinistry(star int) (Life, error) {
	if err := l.step("7.4.d", "chấm điểm cấp trung ương", "score it at the ministry", SentOn); err != nil {
		return l, err
	}
	return l.score(MinistryScored, star)
}

func (l Life) score(stage Stage, star int) (Life, error) {
	if star < 1 || star > 5 {
		return l, problem.List{wrongStar.At("", fields.Param("star", strconv.Itoa(star)))}
	}
	l.stage, l.star = stage, star
	return l, nil
}

// Recognise issues the certificate on a day (Article 4.1): the province for 3
// and 4 stars, also on a result of the ministry's council (Article 7.4); the
// ministry for 5, on its own council's result alone. Nothing below 3 stars is
// recognised.
func (l Life) Recognise(by scoring.Authority, day civil.Date) (Life, error) {
	if err := l.step("4.1", "công nhận", "recognise it", ProvinceScored, MinistryScored); err != nil {
		return l, err
	}
	if l.star < 3 {
		return l, problem.List{tooFewStars.At("", fields.Param("star", strconv.Itoa(l.star)))}
	}
	if by != authorityOf(l.star) {
		return l, l.notFor("4.1")
	}
	if l.star == 5 && l.stage == ProvinceScored {
		return l, l.step("7.4.e", "công nhận 5 sao", "recognise 5 stars", MinistryScored)
	}
	if !day.Valid() {
		return l, problem.List{wrongDate.At("", fields.Param("date", day.String()), fields.Param("article", "4.1"))}
	}
	l.stage, l.issued = Recognised, day
	return l, nil
}

// Extend keeps the certificate past its expiry while a re-assessment that was
// filed late is decided, 180 days at most (Article 12.3). The late filing comes
// after the window of Article 7.6.a and no later than the expiry.
func (l Life) Extend(filed civil.Date) (Life, error) {
	if err := l.step("12.3", "kéo dài hiệu lực", "extend it", Recognised); err != nil {
		return l, err
	}
	_, last := RenewalWindow(l.Expiry())
	if !filed.Valid() || !last.Before(filed) || l.Expiry().Before(filed) {
		return l, problem.List{wrongDate.At("", fields.Param("date", filed.String()), fields.Param("article", "12.3"))}
	}
	l.extended = true
	return l, nil
}

// Withdraw takes the certificate back (Article 8): the province for 3 and 4
// stars, the ministry for 5, on one of six grounds, while it is in force.
func (l Life) Withdraw(by scoring.Authority, ground Ground, day civil.Date) (Life, error) {
	if err := l.step("8.2", "thu hồi", "withdraw it", Recognised); err != nil {
		return l, err
	}
	switch ground {
	case Untruthful, CriteriaUnmet, LawBroken, MarkMisused, NotProducing, OtherAuthority:
	default:
		return l, problem.List{wrongGround.At("", fields.Param("ground", string(ground)))}
	}
	if by != authorityOf(l.star) {
		return l, l.notFor("8.2")
	}
	if !day.Valid() || day.Before(l.issued) || l.StageOn(day) == Expired {
		return l, problem.List{wrongDate.At("", fields.Param("date", day.String()), fields.Param("article", "8.2"))}
	}
	l.stage, l.ground = Withdrawn, ground
	return l, nil
}

func (l Life) notFor(article string) error {
	who := lang.Text{Vi: "cấp tỉnh", En: "province"}
	if authorityOf(l.star) == scoring.Ministry {
		who = lang.Text{Vi: "Bộ Nông nghiệp và Môi trường", En: "ministry"}
	}
	return problem.List{wrongAuthority.At("", fields.Param("star", strconv.Itoa(l.star)), fields.Param("article", article),
		problem.Worded("authority", string(authorityOf(l.star)), who))}
}

// stageText tells where a dossier stands, as the end of a sentence.
func stageText(s Stage) lang.Text {
	switch s {
	case Filed:
		return lang.Text{Vi: "hồ sơ đã nộp, UBND cấp xã chưa đề nghị", En: "is filed and not yet proposed by the commune"}
	case CommuneReviewed:
		return lang.Text{Vi: "cấp xã đã đề nghị, cấp tỉnh chưa chấm", En: "is proposed by the commune and not yet scored"}
	case ProvinceScored:
		return lang.Text{Vi: "Hội đồng cấp tỉnh đã chấm", En: "is scored by the province"}
	case SentOn:
		return lang.Text{Vi: "đã gửi Bộ, chưa có kết quả", En: "is with the ministry and not yet scored"}
	case MinistryScored:
		return lang.Text{Vi: "Hội đồng cấp trung ương đã chấm", En: "is scored by the ministry"}
	case Recognised:
		return lang.Text{Vi: "sản phẩm đã được công nhận", En: "is recognised"}
	case Withdrawn:
		return lang.Text{Vi: "giấy chứng nhận đã bị thu hồi", En: "is withdrawn"}
	default:
		return lang.Text{Vi: "hồ sơ đang soạn, chưa nộp", En: "is a draft, not filed"}
	}
}

// authorityOf tells who decides on a star (Articles 4.1 and 8.2).
func authorityOf(star int) scoring.Authority {
	if star == 5 {
		return scoring.Ministry
	}
	return scoring.Province
}
