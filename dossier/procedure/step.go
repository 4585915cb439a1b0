package procedure

import (
	"slices"
	"strings"

	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/lang"
)

// StepKind is what is done in a step.
type StepKind string

// The steps.
const (
	StepFile            StepKind = "file"              // the producer hands the dossier to the commune (Article 7.1)
	StepPropose         StepKind = "propose"           // the commune proposes it to the province (Article 7.2)
	StepScoreByProvince StepKind = "score-by-province" // the province's council gives a star (Article 7.3.d); again where the ministry did not confirm it (Article 7.4)
	StepSendOn          StepKind = "send-on"           // the province approves 5 stars and sends it to the ministry (Article 7.3.e)
	StepScoreByMinistry StepKind = "score-by-ministry" // the ministry's council gives a star (Article 7.4.d)
	StepRecognise       StepKind = "recognise"         // the certificate is issued (Article 4.1)
	StepExtend          StepKind = "extend"            // a late re-assessment was filed, and the certificate lasts until it is decided (Article 12.3)
	StepWithdraw        StepKind = "withdraw"          // the certificate is taken back (Article 8)
)

// Step is a step taken on a day. What stands beside kind and day belongs to
// some steps alone.
type Step struct {
	Kind   StepKind
	On     civil.Date
	Total  string            // of a council: the points, "0" to "100" with up to two decimals; "" where they are not known
	Star   int               // of a council: 1 to 5
	By     scoring.Authority // who recognises or withdraws
	Ground Ground            // why it is withdrawn
}

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

// stepRule is what is known of a kind of step.
type stepRule struct {
	kind    StepKind
	article string
	name    lang.Text // as part of a sentence
	after   []Stage   // those that it may follow
	has     []string  // members of a Step beside kind and day
}

var stepRules = [...]stepRule{
	{StepFile, "7.1", lang.Text{Vi: "nộp hồ sơ", En: "file"}, []Stage{StageDraft}, nil},
	{StepPropose, "7.2", lang.Text{Vi: "đề nghị lên cấp tỉnh", En: "propose it to the province"}, []Stage{StageFiled}, nil},
	{
		StepScoreByProvince, "7.3.d", lang.Text{Vi: "chấm điểm cấp tỉnh", En: "score it in the province"},
		[]Stage{StageCommuneReviewed, StageMinistryScored}, []string{"total", "star"},
	},
	{StepSendOn, "7.3.e", lang.Text{Vi: "gửi Bộ", En: "send it to the ministry"}, []Stage{StageProvinceScored}, nil},
	{
		StepScoreByMinistry, "7.4.d", lang.Text{Vi: "chấm điểm cấp trung ương", En: "score it at the ministry"},
		[]Stage{StageSentOn}, []string{"total", "star"},
	},
	{StepRecognise, "4.1", lang.Text{Vi: "công nhận", En: "recognise it"}, []Stage{StageProvinceScored, StageMinistryScored}, []string{"by"}},
	{StepExtend, "12.3", lang.Text{Vi: "kéo dài hiệu lực", En: "extend it"}, []Stage{StageRecognised}, nil},
	{StepWithdraw, "8.2", lang.Text{Vi: "thu hồi", En: "withdraw it"}, []Stage{StageRecognised}, []string{"by", "ground"}},
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

// stepKinds are the kinds of step, as a message lists them.
func stepKinds() string {
	names := make([]string, len(stepRules))
	for i := range stepRules {
		names[i] = string(stepRules[i].kind)
	}
	return strings.Join(names, ", ")
}

// foreign is a member of a step that its kind does not have; "" for none.
func (s *Step) foreign(rule *stepRule) string {
	for _, m := range [...]struct {
		name  string
		there bool
	}{{"total", s.Total != ""}, {"star", s.Star != 0}, {"by", s.By != ""}, {"ground", s.Ground != ""}} {
		if m.there && !slices.Contains(rule.has, m.name) {
			return m.name
		}
	}
	return ""
}

// isTotal tells whether a text is a number of points, 0 to 100, with up to two
// decimals.
func isTotal(s string) bool {
	whole, decimals, point := strings.Cut(s, ".")
	digits := func(s string, most int) bool {
		return s != "" && len(s) <= most && strings.Trim(s, "0123456789") == ""
	}
	if !digits(whole, 3) || len(whole) > 1 && whole[0] == '0' || point && !digits(decimals, 2) {
		return false
	}
	return len(whole) < 3 || whole == "100" && strings.Trim(decimals, "0") == ""
}
