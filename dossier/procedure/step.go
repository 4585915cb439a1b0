package procedure

import (
	"slices"
	"strconv"
	"strings"

	"github.com/ocop-vn/ocop-go/dossier/internal/shape"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/reading"
)

// StepKind is what is done in a step.
type StepKind string

// The steps.
const (
	StepFile            StepKind = "file"              // the producer hands the dossier to the commune (Article 7.1)
	StepSendBack        StepKind = "send-back"         // an office asks the producer to complete it (Article 7.3.a)
	StepComplete        StepKind = "complete"          // the producer has done so
	StepPropose         StepKind = "propose"           // the commune proposes it to the province (Article 7.2)
	StepScoreByProvince StepKind = "score-by-province" // the province's council gives a star (Article 7.3.d); again where it had under 90 points at the ministry (Article 7.4.g)
	StepSendOn          StepKind = "send-on"           // the province approves 5 stars and sends it to the ministry (Article 7.3.e)
	StepScoreByMinistry StepKind = "score-by-ministry" // the ministry's council gives a star (Article 7.4.d)
	StepRecognise       StepKind = "recognise"         // the certificate is issued (Article 4.1)
	StepRefuse          StepKind = "refuse"            // the product is not recognised (Article 4.1)
	StepTakeBack        StepKind = "take-back"         // the producer takes the application back
	StepExtend          StepKind = "extend"            // a late re-assessment was filed, and the certificate lasts until it is decided (Article 12.3)
	StepEndExtension    StepKind = "end-extension"     // that re-assessment is decided
	StepWithdraw        StepKind = "withdraw"          // the certificate is taken back (Article 8)
	StepRedo            StepKind = "redo"              // the ministry found the assessment wrong: the province revokes the recognition and assesses anew (Article 10.1.b)
)

// Step is a step taken on a day. What stands beside kind and day belongs to
// some steps alone.
type Step struct {
	Kind    StepKind
	On      civil.Date
	Total   string            // of a council: the points, "0" to "100" with up to two decimals; "" where they are not known
	Star    int               // of a council: 1 to 5
	By      scoring.Authority // who recognises or withdraws
	Expires civil.Date        // of a certificate: its last day, where it prints one; zero: as Expiry has it
	Ground  Ground            // why it is withdrawn
	Outcome Outcome           // of the re-assessment for which a certificate was extended
}

// Outcome is how a re-assessment ended.
type Outcome string

// The outcomes.
const (
	OutcomeRecognised Outcome = "recognised"
	OutcomeRefused    Outcome = "refused"
)

// Ground is a reason to withdraw a certificate (Article 8.1).
type Ground string

// The six grounds, in the order of Article 8.1.
const (
	GroundUntruthful     Ground = "untruthful"      // a: untrue papers or a forged dossier
	GroundCriteriaUnmet  Ground = "criteria-unmet"  // b: the criteria are no longer met
	GroundLawBroken      Ground = "law-broken"      // c: the law on quality, food safety, environment, property or labels
	GroundMarkMisused    Ground = "mark-misused"    // d: the OCOP mark is misused
	GroundNotProducing   Ground = "not-producing"   // đ: the product is no longer made
	GroundOtherAuthority Ground = "other-authority" // e: another conclusion of a competent authority
)

// Name is what Article 8.1 calls the ground, shortly; empty for one that is not there.
func (g Ground) Name() lang.Text {
	switch g {
	case GroundUntruthful:
		return lang.Text{Vi: "hồ sơ không trung thực hoặc giả mạo", En: "untrue or forged dossier"}
	case GroundCriteriaUnmet:
		return lang.Text{Vi: "sản phẩm không còn đáp ứng tiêu chí", En: "criteria no longer met"}
	case GroundLawBroken:
		return lang.Text{Vi: "sản phẩm vi phạm pháp luật", En: "breach of the law"}
	case GroundMarkMisused:
		return lang.Text{Vi: "dùng nhãn hiệu OCOP không đúng quy định", En: "misuse of the OCOP mark"}
	case GroundNotProducing:
		return lang.Text{Vi: "không còn sản xuất sản phẩm", En: "product no longer made"}
	case GroundOtherAuthority:
		return lang.Text{Vi: "trường hợp khác theo kết luận của cơ quan có thẩm quyền", En: "another conclusion of a competent authority"}
	}
	return lang.Text{}
}

// stepRule is what is known of a kind of step.
type stepRule struct {
	kind    StepKind
	article string
	name    lang.Text  // as part of a sentence
	after   []Stage    // those that it may follow
	needs   []string   // members of a Step beside kind and day
	may     []string   // further ones that may be left out
	reading reading.ID // that the step rests on; "" for none
}

// undecided are the stages of an application that has no outcome yet.
var undecided = []Stage{StageFiled, StageSentBack, StageCommuneReviewed, StageProvinceScored, StageSentOn, StageMinistryScored}

var stepRules = [...]stepRule{
	{StepFile, "7.1", lang.Text{Vi: "nộp hồ sơ", En: "file"}, []Stage{StageDraft}, nil, nil, ""},
	{
		StepSendBack, "7.3.a", lang.Text{Vi: "yêu cầu hoàn thiện hồ sơ", En: "send it back"},
		[]Stage{StageFiled, StageCommuneReviewed, StageSentOn}, nil, nil, reading.SentBackByAnyOffice,
	},
	{StepComplete, "7.3.a", lang.Text{Vi: "hoàn thiện hồ sơ", En: "complete it"}, []Stage{StageSentBack}, nil, nil, ""},
	{StepPropose, "7.2", lang.Text{Vi: "đề nghị lên cấp tỉnh", En: "propose it to the province"}, []Stage{StageFiled}, nil, nil, ""},
	{
		StepScoreByProvince, "7.3.d", lang.Text{Vi: "chấm điểm cấp tỉnh", En: "score it in the province"},
		[]Stage{StageCommuneReviewed, StageMinistryScored}, []string{"star"}, []string{"total"}, "",
	},
	{StepSendOn, "7.3.e", lang.Text{Vi: "gửi Bộ", En: "send it to the ministry"}, []Stage{StageProvinceScored}, nil, nil, ""},
	{
		StepScoreByMinistry, "7.4.d", lang.Text{Vi: "chấm điểm cấp trung ương", En: "score it at the ministry"},
		[]Stage{StageSentOn}, []string{"star"}, []string{"total"}, "",
	},
	{StepRecognise, "4.1", lang.Text{Vi: "công nhận", En: "recognise it"}, []Stage{StageProvinceScored, StageMinistryScored}, []string{"by"}, []string{"expires"}, ""},
	{StepRefuse, "4.1", lang.Text{Vi: "từ chối công nhận", En: "refuse it"}, undecided, nil, nil, ""},
	{StepTakeBack, "7.1", lang.Text{Vi: "rút hồ sơ", En: "take it back"}, undecided, nil, nil, reading.TakenBackBeforeOutcome},
	{StepExtend, "12.3", lang.Text{Vi: "kéo dài hiệu lực", En: "extend it"}, []Stage{StageRecognised}, nil, nil, ""},
	{StepEndExtension, "12.3", lang.Text{Vi: "kết thúc kéo dài", En: "end the extension"}, []Stage{StageRecognised}, []string{"outcome"}, nil, ""},
	{StepWithdraw, "8.2", lang.Text{Vi: "thu hồi", En: "withdraw it"}, []Stage{StageRecognised}, []string{"by", "ground"}, nil, reading.WithdrawnWhileInForce},
	{StepRedo, "10.1.b", lang.Text{Vi: "đánh giá lại từ đầu", En: "assess it anew"}, []Stage{StageProvinceScored, StageRecognised}, nil, nil, reading.RedoFromProposal},
}

// rule is the rule of a step; nil for one that there is not.
func (k StepKind) rule() *stepRule {
	for i := range stepRules {
		if stepRules[i].kind == k {
			return &stepRules[i]
		}
	}
	return nil
}

// Name is what is done in it, as part of a sentence.
func (k StepKind) Name() lang.Text {
	if rule := k.rule(); rule != nil {
		return rule.name
	}
	return lang.Text{}
}

// Article is the place in the decision that it rests on, such as 7.1; "" for no step.
func (k StepKind) Article() string {
	if rule := k.rule(); rule != nil {
		return rule.article
	}
	return ""
}

// Reading is the reading of ours that such a step rests on; "" for none.
func (k StepKind) Reading() reading.ID {
	if rule := k.rule(); rule != nil {
		return rule.reading
	}
	return ""
}

// Members are the members of a Step in JSON that a step of the kind has beside
// its kind and day: those that it needs, and those that may be left out.
func (k StepKind) Members() (needed, optional []string) {
	if rule := k.rule(); rule != nil {
		return slices.Clone(rule.needs), slices.Clone(rule.may)
	}
	return nil, nil
}

// StepKinds lists the kinds of step.
func StepKinds() []StepKind {
	kinds := make([]StepKind, len(stepRules))
	for i := range stepRules {
		kinds[i] = stepRules[i].kind
	}
	return kinds
}

// Grounds lists the grounds to withdraw a certificate, in the order of Article 8.1.
func Grounds() []Ground { return slices.Clone(grounds[:]) }

// What members of a step are chosen from.
var (
	authorities = [...]scoring.Authority{scoring.AuthorityProvince, scoring.AuthorityMinistry}
	grounds     = [...]Ground{GroundUntruthful, GroundCriteriaUnmet, GroundLawBroken, GroundMarkMisused, GroundNotProducing, GroundOtherAuthority}
	outcomes    = [...]Outcome{OutcomeRecognised, OutcomeRefused}
)

// choose is the problem of a value that is none of those allowed.
func choose[T ~string](path string, value T, allowed []T) problem.Problem {
	var list strings.Builder
	for i, a := range allowed {
		if i > 0 {
			list.WriteString(", ")
		}
		list.WriteString(string(a))
	}
	return notOneOf.At(path, problem.Value("value", string(value)), problem.Choices("allowed", list.String()))
}

// check tells what is wrong with a step by itself, whatever came before it: what
// JSON Schema finds too. Whether what it needs is there is not looked at.
func (s *Step) check() problem.List {
	wrong := s.checkKind()
	if s.Star < 0 || s.Star > 5 {
		wrong = append(wrong, wrongStar.At("/star", problem.Value("star", strconv.Itoa(s.Star))))
	}
	if s.Total != "" && shape.Total(s.Total, 0) != nil {
		wrong = append(wrong, notATotal.At("/total", problem.Value("value", s.Total)))
	}
	if s.By != "" && !slices.Contains(authorities[:], s.By) {
		wrong = append(wrong, choose("/by", s.By, authorities[:]))
	}
	if s.Ground != "" && !slices.Contains(grounds[:], s.Ground) {
		wrong = append(wrong, wrongGround.At("/ground", problem.Value("ground", string(s.Ground))))
	}
	if s.Outcome != "" && !slices.Contains(outcomes[:], s.Outcome) {
		wrong = append(wrong, choose("/outcome", s.Outcome, outcomes[:]))
	}
	return wrong
}

// checkKind tells whether there is such a step, and which of its members belong to others.
func (s *Step) checkKind() (wrong problem.List) {
	rule := s.Kind.rule()
	if rule == nil {
		return problem.List{choose("/step", s.Kind, StepKinds())}
	}
	for _, m := range [...]struct {
		name  string
		there bool
	}{{"total", s.Total != ""}, {"star", s.Star != 0}, {"by", s.By != ""}, {"expires", s.Expires != civil.Date{}}, {"ground", s.Ground != ""}, {"outcome", s.Outcome != ""}} {
		if m.there && !slices.Contains(rule.needs, m.name) && !slices.Contains(rule.may, m.name) {
			wrong = append(wrong, notOfStep.At("/"+m.name, problem.Value("step", string(s.Kind)), problem.Value("member", m.name)))
		}
	}
	return wrong
}

// band is the star of the band that a total lies in (Article 3.3); 5 where the
// total is not known.
func band(total string) int {
	whole, _, _ := strings.Cut(total, ".")
	n, err := strconv.Atoi(whole)
	if err != nil {
		return 5
	}
	for star, least := range [...]int{5: 90, 4: 70, 3: 50, 2: 30} {
		if star >= 2 && n < least {
			return star - 1
		}
	}
	return 5
}
