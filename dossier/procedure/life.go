package procedure

import (
	"slices"
	"strconv"

	"github.com/ocop-vn/ocop-go/dossier/internal/fields"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// Life is the life of one dossier and of the certificate that it leads to. The
// zero Life is a draft. Take gives the next Life, or says why there is no such
// step; a Life itself never changes.
type Life struct {
	Application Application  // "" where it is not said
	Previous    *Certificate // for an upgrade and a re-assessment; nil where it is not said

	steps    []Step
	stage    Stage
	star     int
	issued   civil.Date
	extended bool
	ground   Ground
}

// Certificate is one that was issued before.
type Certificate struct {
	Star    int        // 3 to 5
	Issued  civil.Date // the first day
	Expires civil.Date // the last day; zero: as Expiry has it
}

var (
	wrongStep = problem.Kind{Code: "LIFE-01", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Chưa thể {step}: {stage} (Điều {article}).",
		En: "There is no way to {step} now: it {stage} (Article {article}).",
	}}
	tooFewStars = problem.Kind{Code: "LIFE-02", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Sản phẩm {star} sao không được công nhận, không cấp giấy chứng nhận (Điều 4 khoản 1).",
		En: "A {star}-star product is not recognised and gets no certificate (Article 4.1).",
	}}
	wrongAuthority = problem.Kind{Code: "LIFE-03", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "{star} sao do {authority} quyết định (Điều {article}).",
		En: "{star} stars are for the {authority} to decide (Article {article}).",
	}}
	wrongStar = problem.Kind{Code: "LIFE-04", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Hạng sao là 1 đến 5, không phải {star}.",
		En: "A star is 1 to 5, not {star}.",
	}}
	wrongGround = problem.Kind{Code: "LIFE-05", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "{ground} không phải là căn cứ thu hồi (Điều 8 khoản 1).",
		En: "{ground} is no ground to withdraw a certificate (Article 8.1).",
	}}
	wrongDate = problem.Kind{Code: "LIFE-06", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Ngày {date} không hợp lệ cho bước này (Điều {article}).",
		En: "{date} is not a day for this step (Article {article}).",
	}}
	notOneOf = problem.Kind{Code: "LIFE-07", Layer: problem.LayerSchema, Message: lang.Text{
		Vi: "Không nhận “{value}”; chỉ nhận một trong: {allowed}.",
		En: "“{value}” is not one of {allowed}.",
	}}
	notOfStep = problem.Kind{Code: "LIFE-08", Layer: problem.LayerSchema, Message: lang.Text{
		Vi: "Bước {step} không có mục {member}.",
		En: "There is no {member} in the step {step}.",
	}}
	empty = problem.Kind{Code: "LIFE-10", Layer: problem.LayerSchema, Message: lang.Text{
		Vi: "Không được để trống; nếu không có thì bỏ hẳn mục này.",
		En: "Cannot be empty; leave it out where there is none.",
	}}
	notATotal = problem.Kind{Code: "LIFE-09", Layer: problem.LayerSchema, Message: lang.Text{
		Vi: "“{value}” không phải là điểm từ 0 đến 100, như 92 hoặc 89.95.",
		En: "“{value}” is no number of points from 0 to 100, as 92 or 89.95.",
	}}
)

// Kinds lists the kinds of problem that this package reports.
func Kinds() []problem.Kind {
	return []problem.Kind{
		wrongStep, tooFewStars, wrongAuthority, wrongStar, wrongGround, wrongDate,
		notOneOf, notOfStep, notATotal, empty,
		notAYear, otherYear, dayTwice, offAndWorked, notAWeekend,
	}
}

// Steps are the steps taken so far.
func (l Life) Steps() []Step { return slices.Clone(l.steps) }

// Stage is the last step taken, whatever the date.
func (l Life) Stage() Stage {
	if l.stage == "" {
		return StageDraft
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
	if l.Stage() != StageRecognised {
		return l.Stage()
	}
	expiry := l.Expiry()
	opens, _ := RenewalWindow(expiry)
	switch {
	case day.Before(opens):
		return StageRecognised
	case !expiry.Before(day):
		return StageExpiring
	case l.extended && !ExtendedUntil(expiry).Before(day):
		return StageExtended
	default:
		return StageExpired
	}
}

// Take takes a step, on a day no earlier than the one before. The error is a
// problem.List; the Life is then as it was.
func (l Life) Take(s Step) (Life, error) {
	next := l
	if problems := next.take(&s); problems != nil {
		return l, problems
	}
	next.steps = append(slices.Clip(l.steps), s)
	return next, nil
}

// take changes all but the steps.
func (l *Life) take(s *Step) problem.List {
	rule := s.Kind.rule()
	if rule == nil {
		return problem.List{notOneOf.At("", fields.Param("value", string(s.Kind)), problem.Choices("allowed", stepKinds()))}
	}
	if member := s.foreign(rule); member != "" {
		return problem.List{notOfStep.At("", fields.Param("step", string(s.Kind)), fields.Param("member", member))}
	}
	if !slices.Contains(rule.after, l.Stage()) {
		return l.impossible(rule.kind, rule.article, rule.name)
	}
	dated := s.On.Valid() && (len(l.steps) == 0 || !s.On.Before(l.steps[len(l.steps)-1].On))
	wrong := problem.List(nil)
	switch s.Kind {
	case StepFile:
		l.stage = StageFiled
	case StepPropose:
		l.stage = StageCommuneReviewed
	case StepScoreByProvince:
		wrong = l.score(StageProvinceScored, s)
	case StepSendOn:
		wrong = l.sendOn()
	case StepScoreByMinistry:
		wrong = l.score(StageMinistryScored, s)
	case StepRecognise:
		wrong = l.recognise(s)
	case StepExtend:
		dated = dated && l.mayExtend(s.On)
		l.extended = true
	case StepWithdraw:
		dated = dated && !s.On.Before(l.issued) && l.StageOn(s.On) != StageExpired
		wrong = l.withdraw(s)
	}
	if wrong == nil && !dated {
		wrong = problem.List{wrongDate.At("", fields.Param("date", s.On.String()), fields.Param("article", rule.article))}
	}
	return wrong
}

// impossible says that there is no such step from where the dossier stands.
func (l *Life) impossible(kind StepKind, article string, step lang.Text) problem.List {
	return problem.List{wrongStep.At("", problem.Worded("step", string(kind), step), fields.Param("article", article),
		problem.Worded("stage", string(l.Stage()), stageText(l.Stage())))}
}

func (l *Life) score(stage Stage, s *Step) problem.List {
	if s.Star < 1 || s.Star > 5 {
		return problem.List{wrongStar.At("", fields.Param("star", strconv.Itoa(s.Star)))}
	}
	if s.Total != "" && !isTotal(s.Total) {
		return problem.List{notATotal.At("", fields.Param("value", s.Total))}
	}
	l.stage, l.star = stage, s.Star
	return nil
}

// sendOn is for 5 stars alone (Article 7.3.e).
func (l *Life) sendOn() problem.List {
	if l.star != 5 {
		return l.notFor("4.1.a")
	}
	l.stage = StageSentOn
	return nil
}

// recognise issues the certificate (Article 4.1): the province for 3 and 4
// stars, also on a result of the ministry's council (Article 7.4); the ministry
// for 5, on its own council's result alone. Nothing below 3 stars is recognised.
func (l *Life) recognise(s *Step) problem.List {
	switch {
	case l.star < 3:
		return problem.List{tooFewStars.At("", fields.Param("star", strconv.Itoa(l.star)))}
	case s.By != authorityOf(l.star):
		return l.notFor("4.1")
	case l.star == 5 && l.stage == StageProvinceScored:
		return l.impossible(StepRecognise, "7.4.e", lang.Text{Vi: "công nhận 5 sao", En: "recognise 5 stars"})
	}
	l.stage, l.issued = StageRecognised, s.On
	return nil
}

// mayExtend tells whether a re-assessment that is filed on a day is late, and
// not too late: after the window of Article 7.6.a and no later than the expiry
// (Article 12.3).
func (l *Life) mayExtend(filed civil.Date) bool {
	_, last := RenewalWindow(l.Expiry())
	return last.Before(filed) && !l.Expiry().Before(filed)
}

// withdraw takes the certificate back (Article 8): the province for 3 and 4
// stars, the ministry for 5, on one of six grounds.
func (l *Life) withdraw(s *Step) problem.List {
	switch s.Ground {
	case GroundUntruthful, GroundCriteriaUnmet, GroundLawBroken, GroundMarkMisused, GroundNotProducing, GroundOtherAuthority:
	default:
		return problem.List{wrongGround.At("", fields.Param("ground", string(s.Ground)))}
	}
	if s.By != authorityOf(l.star) {
		return l.notFor("8.2")
	}
	l.stage, l.ground = StageWithdrawn, s.Ground
	return nil
}

func (l *Life) notFor(article string) problem.List {
	who := lang.Text{Vi: "cấp tỉnh", En: "province"}
	if authorityOf(l.star) == scoring.AuthorityMinistry {
		who = lang.Text{Vi: "Bộ Nông nghiệp và Môi trường", En: "ministry"}
	}
	return problem.List{wrongAuthority.At("", fields.Param("star", strconv.Itoa(l.star)), fields.Param("article", article),
		problem.Worded("authority", string(authorityOf(l.star)), who))}
}

// authorityOf tells who decides on a star (Articles 4.1 and 8.2).
func authorityOf(star int) scoring.Authority {
	if star == 5 {
		return scoring.AuthorityMinistry
	}
	return scoring.AuthorityProvince
}
