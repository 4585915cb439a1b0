package procedure

import (
	"slices"
	"strconv"

	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/reading"
)

// Life is the life of one dossier and of the certificate that it leads to. The
// zero Life is a draft; one that applies for nothing and has a certificate is
// that certificate's. Take gives the next Life, or says why there is no such
// step; a Life itself never changes. An upgrade and a re-assessment are a new
// Life, which replaces the certificate before it on recognition
// (reading.ReplacedOnlyThen).
type Life struct {
	Application Application  // "" where it is not said
	Previous    *Certificate // for an upgrade and a re-assessment; nil where it is not said

	steps    []Step
	stage    Stage
	sentBack Stage // where it goes on once it is completed
	star     int
	total    string // that the last council gave
	returned bool   // the ministry's council gave under 90 points
	issued   civil.Date
	expires  civil.Date // as printed; zero where it is not
	extended bool
	ended    civil.Date // the day of the outcome of the re-assessment for which it was extended
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
		Vi: "Sản phẩm {star} sao không được công nhận, không cấp giấy chứng nhận (khoản 1 Điều 4).",
		En: "A {star}-star product is not recognised and gets no certificate (Article 4.1).",
	}}
	wrongAuthority = problem.Kind{Code: "LIFE-03", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "{star} sao do {authority} quyết định (Điều {article}).",
		En: "{star} stars are for the {authority} to decide (Article {article}).",
	}}
	wrongStar = problem.Kind{Code: "LIFE-04", Layer: problem.LayerSchema, Message: lang.Text{
		Vi: "Hạng sao là 1 đến 5, không phải {star}.",
		En: "A star is 1 to 5, not {star}.",
	}}
	wrongGround = problem.Kind{Code: "LIFE-05", Layer: problem.LayerSchema, Message: lang.Text{
		Vi: "{ground} không phải là căn cứ thu hồi (khoản 1 Điều 8).",
		En: "{ground} is no ground to withdraw a certificate (Article 8.1).",
	}}
	wrongDate = problem.Kind{Code: "LIFE-06", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Ngày {date} không hợp lệ cho bước này (Điều {article}).",
		En: "{date} is not a day for this step (Article {article}).",
	}}
	extendedOnce = problem.Kind{Code: "LIFE-11", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Giấy chứng nhận đã được kéo dài, nhiều nhất đến {until}; không kéo dài hai lần (khoản 3 Điều 12, cách hiểu {reading}).",
		En: "The certificate was extended already, to {until} at most; it is not extended twice (Article 12.3, reading {reading}).",
	}}
	starAboveTotal = problem.Kind{Code: "LIFE-12", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "{total} điểm không thể đạt {star} sao (khoản 3 Điều 3).",
		En: "{total} points cannot be {star} stars (Article 3.3).",
	}}
	notUnderNinety = problem.Kind{Code: "LIFE-13", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Chưa thể {step}: cấp tỉnh chỉ quyết định sau Bộ khi sản phẩm không đạt 90 điểm (điểm g khoản 4 Điều 7, cách hiểu {reading}).",
		En: "There is no way to {step} now: after the ministry the province decides only where the product has under 90 points (Article 7.4.g, reading {reading}).",
	}}
	extensionLapsed = problem.Kind{Code: "LIFE-14", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Thời gian kéo dài đã hết ngày {until} (khoản 3 Điều 12).",
		En: "The extension lapsed on {until} (Article 12.3).",
	}}
	notExtended = problem.Kind{Code: "LIFE-15", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Giấy chứng nhận không đang được kéo dài (khoản 3 Điều 12).",
		En: "The certificate is not extended (Article 12.3).",
	}}
	notRevived = problem.Kind{Code: "LIFE-16", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Giấy chứng nhận hết thời hạn ngày {expiry}, trước ngày 22/5/2026, nên không được kéo dài (khoản 3 Điều 12, cách hiểu {reading}).",
		En: "The certificate ended on {expiry}, before 22 May 2026, and is not extended (Article 12.3, reading {reading}).",
	}}
	notCertified = problem.Kind{Code: "LIFE-17", Layer: problem.LayerSchema, Message: lang.Text{
		Vi: "Giấy chứng nhận chỉ cấp cho 3, 4 hoặc 5 sao, không phải {star} (khoản 1 Điều 4).",
		En: "A certificate is for 3, 4 or 5 stars, not {star} (Article 4.1).",
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
		extendedOnce, starAboveTotal, notUnderNinety, extensionLapsed, notExtended, notRevived, notCertified,
		notAYear, otherYear, dayTwice, offAndWorked, notAWeekend,
	}
}

// Steps are the steps taken so far.
func (l Life) Steps() []Step { return slices.Clone(l.steps) }

// Stage is the last step taken, whatever the date.
func (l Life) Stage() Stage {
	switch {
	case l.stage != "":
		return l.stage
	case l.Application == "" && l.Previous != nil:
		return StageRecognised
	}
	return StageDraft
}

// Star is the star that the last council gave or the certificate bears; 0 before any.
func (l Life) Star() int {
	if c, ok := l.Certificate(); ok {
		return c.Star
	}
	return l.star
}

// Ground is why the certificate was withdrawn; "" if it was not.
func (l Life) Ground() Ground { return l.ground }

// Certificate is the one that this is the life of; false where there is none yet.
func (l Life) Certificate() (Certificate, bool) {
	switch {
	case l.issued != (civil.Date{}):
		return Certificate{Star: l.star, Issued: l.issued, Expires: l.expires}, true
	case l.Application != "" || l.Previous == nil:
		return Certificate{}, false
	}
	switch l.stage { //nolint:exhaustive // the others are those of an application
	case "", StageRecognised, StageWithdrawn, StageReplaced:
		return *l.Previous, true
	}
	return Certificate{}, false
}

// expiry is a certificate's last day: as printed (reading.PrintedEnd), else as
// Article 4.3 has it.
func (c *Certificate) expiry() civil.Date {
	if c.Expires != (civil.Date{}) {
		return c.Expires
	}
	return Expiry(c.Issued)
}

// Expiry is the last day of the certificate, without an extension; zero without one.
func (l Life) Expiry() civil.Date {
	if c, ok := l.Certificate(); ok {
		return c.expiry()
	}
	return civil.Date{}
}

// ExtendedUntil is the last day of the extension (Article 12.3): that of the
// outcome, or until there is one 180 days past the expiry; zero without one, and
// where the outcome came before the expiry.
func (l Life) ExtendedUntil() civil.Date {
	switch {
	case !l.extended, l.ended != (civil.Date{}) && !l.Expiry().Before(l.ended):
		return civil.Date{}
	case l.ended != (civil.Date{}):
		return l.ended
	}
	return ExtendedUntil(l.Expiry())
}

// PreviousUntil is the last day of the certificate before this application: the
// day it was replaced, else its expiry, or where the re-assessment was filed late
// that of the outcome, 180 days later at most (Article 12.3). Zero without one.
func (l Life) PreviousUntil() civil.Date {
	if l.Previous == nil || l.Application == "" {
		return civil.Date{}
	}
	until := l.Previous.expiry()
	for i := range l.steps {
		switch s := &l.steps[i]; s.Kind { //nolint:exhaustive // the others leave it as it is
		case StepFile:
			if e := ExtensionOf(until, s.On); l.Application == ApplicationReassessment && e.Runs() {
				until = e.Until
			}
		case StepRecognise:
			until = earlier(until, s.On)
		case StepRefuse, StepTakeBack:
			if expiry := l.Previous.expiry(); expiry.Before(s.On) {
				until = earlier(until, s.On)
			} else {
				until = expiry
			}
		}
	}
	return until
}

func earlier(a, b civil.Date) civil.Date {
	if b.Before(a) {
		return b
	}
	return a
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
	case l.extended && !l.ExtendedUntil().Before(day):
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
	if wrong := s.check(); wrong != nil {
		return wrong
	}
	rule := s.Kind.rule()
	if fresh := s.Kind == StepFile && l.stage == ""; !fresh && !slices.Contains(rule.after, l.Stage()) {
		return l.impossible(rule.kind, rule.article, rule.name)
	}
	dated := s.On.Valid() && (len(l.steps) == 0 || !s.On.Before(l.steps[len(l.steps)-1].On))
	if len(l.steps) == 0 && s.Kind != StepFile {
		if c, ok := l.Certificate(); ok {
			dated = dated && !s.On.Before(c.Issued)
		}
	}
	wrong := problem.List(nil)
	switch s.Kind {
	case StepFile:
		dated = dated && l.mayFile(s.On)
		l.stage = StageFiled
	case StepSendBack:
		l.stage, l.sentBack = StageSentBack, l.stage
	case StepComplete:
		l.stage, l.sentBack = l.sentBack, ""
	case StepPropose:
		l.stage = StageCommuneReviewed
	case StepScoreByProvince:
		wrong = l.scoreByProvince(s)
	case StepSendOn:
		wrong = l.sendOn()
	case StepScoreByMinistry:
		wrong = l.score(StageMinistryScored, s)
	case StepRecognise:
		wrong = l.recognise(s)
	case StepRefuse:
		l.stage = StageRefused
	case StepTakeBack:
		l.stage = StageTakenBack
	case StepExtend:
		var late bool
		late, wrong = l.extend(s.On)
		dated = dated && late
	case StepEndExtension:
		wrong = l.endExtension(s)
	case StepWithdraw:
		dated = dated && l.StageOn(s.On) != StageExpired
		wrong = l.withdraw(s)
	case StepRedo:
		dated = dated && l.StageOn(s.On) != StageExpired
		wrong = l.redo()
	}
	if wrong == nil && !dated {
		wrong = problem.List{wrongDate.At("", problem.Value("date", s.On.String()), problem.Value("article", rule.article))}
	}
	return wrong
}

// impossible says that there is no such step from where the dossier stands.
func (l *Life) impossible(kind StepKind, article string, step lang.Text) problem.List {
	return problem.List{wrongStep.At("", problem.Worded("step", string(kind), step), problem.Value("article", article),
		problem.Worded("stage", string(l.Stage()), l.Stage().Text()))}
}

func (l *Life) score(stage Stage, s *Step) problem.List {
	if s.Star == 0 {
		return problem.List{wrongStar.At("/star", problem.Value("star", "0"))}
	}
	if s.Star > band(s.Total) {
		return problem.List{starAboveTotal.At("", problem.Value("total", s.Total), problem.Value("star", strconv.Itoa(s.Star)))}
	}
	l.stage, l.star, l.total = stage, s.Star, s.Total
	return nil
}

// underNinety tells whether the ministry's council gave under 90 points
// (reading.UnderNinety).
func (l *Life) underNinety() bool { return l.star < 5 && (l.total == "" || band(l.total) < 5) }

// scoreByProvince is for a dossier that the commune proposed, and once more for
// one that has under 90 points at the ministry, then for 3 and 4 stars alone
// (Article 7.4.g).
func (l *Life) scoreByProvince(s *Step) problem.List {
	if l.stage == StageMinistryScored {
		if !l.underNinety() {
			return l.forMinistry(StepScoreByProvince)
		}
		l.returned = true
	}
	if wrong := l.score(StageProvinceScored, s); wrong != nil {
		return wrong
	}
	if l.returned && l.star == 5 {
		return l.notFor("7.4.g")
	}
	return nil
}

// forMinistry says that the province has nothing to decide after the ministry.
func (l *Life) forMinistry(kind StepKind) problem.List {
	return problem.List{notUnderNinety.At("", problem.Worded("step", string(kind), kind.rule().name), reading.UnderNinety.Param())}
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
		return problem.List{tooFewStars.At("", problem.Value("star", strconv.Itoa(l.star)))}
	case s.By != authorityOf(l.star):
		return l.notFor("4.1")
	case l.star == 5 && l.stage == StageProvinceScored:
		return l.impossible(StepRecognise, "7.4.e", lang.Text{Vi: "công nhận 5 sao", En: "recognise 5 stars"})
	case l.star < 5 && l.stage == StageMinistryScored && !l.underNinety():
		return l.forMinistry(StepRecognise)
	case s.Expires != (civil.Date{}) && (!s.Expires.Valid() || s.Expires.Before(s.On)):
		return problem.List{wrongDate.At("/expires", problem.Value("date", s.Expires.String()), problem.Value("article", "4.3"))}
	}
	l.stage, l.issued, l.expires = StageRecognised, s.On, s.Expires
	return nil
}

// mayFile tells whether a re-assessment is not filed too early (Article 7.6.a).
func (l *Life) mayFile(on civil.Date) bool {
	if l.Application != ApplicationReassessment || l.Previous == nil {
		return true
	}
	opens, _ := RenewalWindow(l.Previous.expiry())
	return !on.Before(opens)
}

// extend lets the certificate last until a re-assessment that was filed late is
// decided (Article 12.3). False: it was not filed late.
func (l *Life) extend(filed civil.Date) (late bool, wrong problem.List) {
	e := ExtensionOf(l.Expiry(), filed)
	until := problem.Value("until", e.Until.String())
	switch {
	case l.extended:
		return true, problem.List{extendedOnce.At("", until, reading.ExtendedOnce.Param())}
	case e.NotRevived:
		return true, problem.List{notRevived.At("", problem.Value("expiry", l.Expiry().String()), reading.EndedNotRevived.Param())}
	case e.Lapsed && filed.Valid():
		return true, problem.List{extensionLapsed.At("", until)}
	}
	l.stage, l.extended = StageRecognised, true
	return e.Late, nil
}

// endExtension is the outcome of the re-assessment for which the certificate was
// extended: it is replaced, or ends.
func (l *Life) endExtension(s *Step) problem.List {
	switch {
	case s.Outcome == "":
		return problem.List{choose("/outcome", s.Outcome, outcomes[:])}
	case !l.extended || l.ended != (civil.Date{}):
		return problem.List{notExtended.At("")}
	case l.ExtendedUntil().Before(s.On) && s.On.Valid():
		return problem.List{extensionLapsed.At("", problem.Value("until", l.ExtendedUntil().String()))}
	}
	l.ended = s.On
	if s.Outcome == OutcomeRecognised {
		l.stage = StageReplaced
	}
	return nil
}

// redo takes back a result of the province that was not reached as the decision
// has it, and the recognition with it; the province scores anew (Article 10.1.b).
func (l *Life) redo() problem.List {
	if l.Stage() == StageRecognised && l.Star() == 5 {
		return l.notFor("10.1.b")
	}
	*l = Life{Application: l.Application, Previous: l.Previous, steps: l.steps, stage: StageCommuneReviewed}
	return nil
}

// withdraw takes the certificate back (Article 8): the province for 3 and 4
// stars, the ministry for 5, on one of six grounds.
func (l *Life) withdraw(s *Step) problem.List {
	if s.Ground == "" {
		return problem.List{wrongGround.At("/ground", problem.Value("ground", ""))}
	}
	if s.By != authorityOf(l.Star()) {
		return l.notFor("8.2")
	}
	l.stage, l.ground = StageWithdrawn, s.Ground
	return nil
}

func (l *Life) notFor(article string) problem.List {
	who := lang.Text{Vi: "cấp tỉnh", En: "province"}
	if authorityOf(l.Star()) == scoring.AuthorityMinistry {
		who = lang.Text{Vi: "Bộ Nông nghiệp và Môi trường", En: "ministry"}
	}
	return problem.List{wrongAuthority.At("", problem.Value("star", strconv.Itoa(l.Star())), problem.Value("article", article),
		problem.Worded("authority", string(authorityOf(l.Star())), who))}
}

// authorityOf tells who decides on a star (Articles 4.1 and 8.2).
func authorityOf(star int) scoring.Authority {
	if star == 5 {
		return scoring.AuthorityMinistry
	}
	return scoring.AuthorityProvince
}
