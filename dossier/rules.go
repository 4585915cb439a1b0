package dossier

import (
	"slices"
	"strconv"
	"strings"

	"github.com/ocop-vn/ocop-go/dossier/codes"
	"github.com/ocop-vn/ocop-go/dossier/internal/fields"
	"github.com/ocop-vn/ocop-go/dossier/internal/shape"
	"github.com/ocop-vn/ocop-go/dossier/procedure"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/budget"
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
	"github.com/ocop-vn/ocop-go/scoring/reading"
)

// samplesNeeded is how many samples go with the commune's proposal (Article 6.2.d).
const samplesNeeded = 5

// Rules beyond what JSON Schema can say.
var (
	earlierRules = problem.Kind{Code: "DOSSIER-42", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Hồ sơ nộp ngày {date}, trước khi Quyết định 26/2026/QĐ-TTg có hiệu lực (22/5/2026): áp dụng quy định trước đó (khoản 2 Điều 12, cách hiểu {reading}).",
		En: "Filed on {date}, before Decision 26/2026/QĐ-TTg came into force on 22 May 2026: the earlier rules apply (Article 12.2, reading {reading}).",
	}}
	renewalTooEarly = problem.Kind{Code: "DOSSIER-43", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Nộp hồ sơ đánh giá lại ngày {date} là quá sớm: chỉ nhận từ {first} đến {last} (điểm a khoản 6 Điều 7).",
		En: "Filed for re-assessment on {date}, which is too early: it is taken from {first} to {last} (Article 7.6.a).",
	}}
	renewalLate = problem.Kind{Code: "DOSSIER-44", Layer: problem.LayerRule, Warning: true, Message: lang.Text{
		Vi: "Nộp hồ sơ đánh giá lại ngày {date} là sau hạn {last} (điểm a khoản 6 Điều 7). Giấy chứng nhận chỉ được kéo dài đến khi có kết quả, không quá {until} (khoản 3 Điều 12, cách hiểu {reading}).",
		En: "Filed for re-assessment on {date}, after the last day {last} (Article 7.6.a). The certificate lasts only until the outcome, no longer than {until} (Article 12.3, reading {reading}).",
	}}
	endedBefore = problem.Kind{Code: "DOSSIER-80", Layer: problem.LayerRule, Warning: true, Message: lang.Text{
		Vi: "Giấy chứng nhận đã hết thời hạn ngày {expiry}, trước khi Quyết định 26/2026/QĐ-TTg có hiệu lực (22/5/2026), nên không được kéo dài (khoản 3 Điều 12, cách hiểu {reading}).",
		En: "The certificate ended on {expiry}, before Decision 26/2026/QĐ-TTg came into force on 22 May 2026, and is not extended (Article 12.3, reading {reading}).",
	}}
	extensionLapsed = problem.Kind{Code: "DOSSIER-81", Layer: problem.LayerRule, Warning: true, Message: lang.Text{
		Vi: "Nộp hồ sơ đánh giá lại ngày {date} khi giấy chứng nhận đã hết thời hạn ngày {expiry}; kể cả được kéo dài cũng đã hết ngày {until} (khoản 3 Điều 12, cách hiểu {reading}).",
		En: "Filed for re-assessment on {date}, when the certificate had expired on {expiry}; an extension too would have lapsed on {until} (Article 12.3, reading {reading}).",
	}}
	highestStar = problem.Kind{Code: "DOSSIER-45", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Sản phẩm đã đạt 5 sao nên không còn hạng nào để nâng.",
		En: "The product already has 5 stars; there is no higher rank to apply for.",
	}}
	fewSamples = problem.Kind{Code: "DOSSIER-46", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "{field}: phải có 5 sản phẩm mẫu kèm hồ sơ đề nghị của xã, mới có {value} (điểm d khoản 2 Điều 6, cách hiểu {reading}).",
		En: "{field}: 5 samples go with the commune's proposal, there are {value} (Article 6.2.d, reading {reading}).",
	}}
	fewSamplesYet = problem.Kind{Code: "DOSSIER-47", Layer: problem.LayerRule, Warning: true, Message: lang.Text{
		Vi: "{field}: cần chuẩn bị 5 sản phẩm mẫu, mới ghi {value} (điểm d khoản 2 Điều 6, cách hiểu {reading}).",
		En: "{field}: 5 samples will be asked for, {value} are noted (Article 6.2.d, reading {reading}).",
	}}
	yearTwice = problem.Kind{Code: "DOSSIER-48", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "{field}: năm {value} ghi hai lần.", En: "{field}: the year {value} is there twice.",
	}}
	noProvinceResult = problem.Kind{Code: "DOSSIER-49", Layer: problem.LayerRule, Message: lang.Text{
		Vi: "Có kết quả của Hội đồng cấp trung ương nhưng Hội đồng cấp tỉnh chưa chấm đạt 5 sao (điểm e khoản 3 Điều 7; từ 90 điểm mà thiếu mức tối thiểu thì chưa đạt, theo cách hiểu {reading}).",
		En: "There is a result of the ministry's council but no 5 stars from the province's (Article 7.3.e; 90 points with a minimum missed are not 5 stars, by reading {reading}).",
	}}
)

// Warnings on dates and stars.
var (
	communeLate = problem.Kind{Code: "DOSSIER-50", Layer: problem.LayerRule, Warning: true, Message: lang.Text{
		Vi: "{field}: {date} là quá 15 ngày làm việc kể từ ngày tiếp nhận {received}; hạn cuối là {last} (khoản 2 Điều 7, cách hiểu {reading}; {holidays}).",
		En: "{field}: {date} is more than 15 working days after the receipt on {received}; the last day was {last} (Article 7.2, reading {reading}; {holidays}).",
	}}
	certificateExpired = problem.Kind{Code: "DOSSIER-51", Layer: problem.LayerRule, Warning: true, Message: lang.Text{
		Vi: "Nộp hồ sơ nâng hạng ngày {date} khi giấy chứng nhận đã hết thời hạn ngày {expiry}; xem có phải đánh giá lại không (khoản 6 Điều 7, cách hiểu {reading}).",
		En: "Filed for an upgrade on {date}, when the certificate had expired on {expiry}; see whether this is a re-assessment (Article 7.6, reading {reading}).",
	}}
	noHigherStar = problem.Kind{Code: "DOSSIER-52", Layer: problem.LayerRule, Warning: true, Message: lang.Text{
		Vi: "Hồ sơ nâng hạng nhưng tự đánh giá mới đạt {star} sao, chưa cao hơn {previous} sao đã được công nhận.",
		En: "An upgrade whose self-assessment comes to {star} of 5 stars, no more than the {previous} recognised.",
	}}
	askedGate = problem.Kind{Code: "DOSSIER-54", Layer: problem.LayerRule, Warning: true, Message: lang.Text{
		Vi: "Tiêu chí {criterion} mức {option} nghĩa là chưa có {paper}. Ở bộ {set}, hồ sơ không có giấy này thì bị loại: cần xét trường hợp {gate} (Phụ lục II, cách hiểu {reading}).",
		En: "Option {option} of criterion {criterion} says that there is no {paper}. Set {set} rejects a dossier without it: look at gate {gate} (Appendix II, reading {reading}).",
	}}
	claimsStop = problem.Kind{Code: "DOSSIER-53", Layer: problem.LayerRule, Warning: true, Message: lang.Text{
		Vi: "Theo mức tự đánh giá thì phải dừng đánh giá, vì có tiêu chí 0 điểm trong số {criteria} (Phụ lục II, bộ {set}).",
		En: "By what is claimed the assessment stops: one of {criteria} has 0 points (Appendix II, set {set}).",
	}}
)

// checkRules tells what is wrong beyond the shape, which must be right, and what
// the sheets come to, which some rules ask for; zero where a problem is an error.
func (x *Dossier) checkRules(o Options) (Outcomes, problem.List) {
	outcomes, wrongRecords := x.outcomes()
	found := problem.Collect(budget.Dossier())
	for _, problems := range []problem.List{
		x.checkPlaces(), x.checkLetters(), x.checkDates(), x.checkFarDates(o), x.checkReview(o), x.checkFiling(o, &outcomes.SelfAssessed), x.checkSamples(),
		x.checkYears(), x.checkStop(&outcomes.SelfAssessed), x.checkAskedGates(&outcomes), x.checkFacts(o), x.checkFigures(o), x.checkEvidence(o), wrongRecords, x.checkMinistry(&outcomes), x.checkDue(&outcomes),
	} {
		found.AddAll(problems)
	}
	problems := found.List()
	if problems.Err() != nil {
		outcomes = Outcomes{}
	}
	return outcomes, problems
}

// at puts problems whose places are within a value where the value stands.
func at(path string, problems problem.List) problem.List {
	for i := range problems {
		problems[i].Path = path + problems[i].Path
	}
	return problems
}

// checkFiling tells whether the dossier was filed when the decision lets it be.
func (x *Dossier) checkFiling(o Options, own *scoring.Result) problem.List {
	filed := x.filedOn(o)
	if filed.Before(procedure.InForce()) {
		return problem.List{earlierRules.At("/registration/date", problem.Value("date", filed.String()), reading.FiledOnReceipt.Param())}
	}
	if x.Previous == nil || x.Previous.Issued == "" {
		return nil
	}
	expiry := x.Previous.expiry()
	if expiry.Before(day(x.Previous.Issued)) {
		return problem.List{fields.Problem(&tooEarly, "/previous/expires", fields.Recognition.Label("expires"), problem.Value("date", x.Previous.Expires),
			problem.Worded("after", "/previous/issued", fields.Recognition.Label("issued")), problem.Value("afterDate", x.Previous.Issued))}
	}
	switch x.Application {
	case ApplicationUpgrade:
		return x.checkUpgrade(own, filed, expiry)
	case ApplicationReassessment:
		return checkRenewal(filed, expiry)
	case ApplicationFirst: // anew, after the earlier certificate ended
		if !expiry.Before(filed) {
			return problem.List{stillInForce.At("/previous", problem.Value("date", filed.String()), problem.Value("expiry", expiry.String()), reading.FirstAfterEnd.Param())}
		}
	}
	return nil
}

// checkUpgrade tells whether there is a star to rise to, and a certificate to rise from.
func (x *Dossier) checkUpgrade(own *scoring.Result, filed, expiry civil.Date) problem.List {
	if x.Previous.Star == 5 {
		return problem.List{highestStar.At("/previous/star")}
	}
	var problems problem.List
	if expiry.Before(filed) {
		problems = append(problems, certificateExpired.At("/previous/issued", problem.Value("date", filed.String()), problem.Value("expiry", expiry.String()), reading.UpgradeWhileInForce.Param()))
	}
	if own.Status == scoring.StatusClassified && own.Star <= x.Previous.Star {
		problems = append(problems, noHigherStar.At("/report/claims", problem.Value("star", strconv.Itoa(own.Star)), problem.Value("previous", strconv.Itoa(x.Previous.Star))))
	}
	return problems
}

// checkStop tells whether the producer's own claims stop the assessment.
func (x *Dossier) checkStop(own *scoring.Result) problem.List {
	for g := range own.Gates() { // claims name no gates: one that follows from them
		return problem.List{claimsStop.At("/report/claims", problem.Value("criteria", strings.Join(g.ZeroPointsAt, ", ")), problem.Value("set", strconv.Itoa(x.Product.Set)))}
	}
	return nil
}

// checkAskedGates tells where an answer says that a paper is not there whose lack
// a gate punishes, and nobody says whether that gate stands.
func (x *Dossier) checkAskedGates(o *Outcomes) problem.List {
	var problems problem.List
	ask := func(path string, r *scoring.Result) {
		sheet := r.Sheet()
		for g := range r.AskedGates() {
			problems = append(problems, askedGate.At(path+"/"+g.Criterion, problem.Value("criterion", g.Criterion), problem.Value("option", sheet.Chosen(g.Criterion)),
				problem.Worded("paper", g.Paper, qd26.PaperName(g.ID)), problem.Value("set", strconv.Itoa(x.Product.Set)), problem.Value("gate", g.ID), reading.NoDeclarationAsksForGate.Param()))
		}
	}
	ask("/report/claims", &o.SelfAssessed)
	if o.Proposed != nil {
		ask("/proposed/answers", o.Proposed)
	}
	members := func(path string, r *CouncilRecord) {
		if r == nil || !x.asksForPapers() {
			return
		}
		for i, m := range r.Members {
			sheet, _ := x.sheet(m.Answers, r.Gates)
			result := scoring.Score(&sheet)
			ask(path+"/members/"+strconv.Itoa(i)+"/answers", &result)
		}
	}
	members("/council", x.Council)
	members("/ministry", x.Ministry)
	return problems
}

// asksForPapers tells whether an answer of the product set can ask for a gate.
func (x *Dossier) asksForPapers() bool {
	set, _ := x.set()
	return slices.ContainsFunc(set.Gates(), func(g scoring.Gate) bool { return g.Lack == scoring.LackMissing && g.Criterion != "" })
}

// checkReview tells whether the commune took longer than Article 7.2 gives it.
func (x *Dossier) checkReview(o Options) problem.List {
	if x.CommuneReport == nil || x.Registration.CommuneReceipt == nil || x.Registration.CommuneReceipt.Date == "" {
		return nil
	}
	received := day(x.Registration.CommuneReceipt.Date)
	last := procedure.CommuneReviewBy(received, o.Holidays)
	if !last.Before(day(x.CommuneReport.Date)) {
		return nil
	}
	return problem.List{fields.Problem(&communeLate, "/communeReport/date", fields.CommuneReport.Label("date"),
		problem.Value("date", x.CommuneReport.Date), problem.Value("received", received.String()), problem.Value("last", last.String()),
		procedure.CountedHolidays(received, last, o.Holidays), reading.DayNotCounted.Param())}
}

// checkRenewal tells whether a re-assessment was filed in its window (Article
// 7.6.a), and where it was late what becomes of the certificate (Article 12.3).
func checkRenewal(filed, expiry civil.Date) problem.List {
	first, last := procedure.RenewalWindow(expiry)
	date, end := problem.Value("date", filed.String()), problem.Value("last", last.String())
	extension := procedure.ExtensionOf(expiry, filed)
	ended, until := problem.Value("expiry", expiry.String()), problem.Value("until", extension.Until.String())
	var problems problem.List
	if filed.Before(first) {
		problems = append(problems, renewalTooEarly.At("/registration/date", date, problem.Value("first", first.String()), end))
	}
	if extension.Lapsed {
		problems = append(problems, extensionLapsed.At("/registration/date", date, ended, until, reading.LateFiling.Param()))
	}
	if extension.NotRevived {
		problems = append(problems, endedBefore.At("/registration/date", ended, reading.EndedNotRevived.Param()))
	}
	if extension.Runs() {
		problems = append(problems, renewalLate.At("/registration/date", date, end, until, reading.LateFiling.Param()))
	}
	return problems
}

func (x *Dossier) checkSamples() problem.List {
	if x.Product.Sector == "" || x.Product.Sector == Tourism || x.Registration.Samples >= samplesNeeded {
		return nil
	}
	k := &fewSamplesYet
	if x.CommuneReport != nil {
		k = &fewSamples
	}
	return problem.List{fields.Problem(k, "/registration/samples", fields.Registration.Label("samples"), number(x.Registration.Samples), reading.SamplesWithProposal.Param())}
}

func (x *Dossier) checkYears() problem.List {
	var problems problem.List
	years := x.Report.Results.Years
	for i := range years {
		for j := range i {
			if years[j].Year == years[i].Year {
				problems = append(problems, fields.Problem(&yearTwice, "/report/results/years/"+strconv.Itoa(i)+"/year", fields.YearResult.Label("year"), number(years[i].Year)))
				break
			}
		}
	}
	return problems
}

// checkMinistry tells whether a result of the ministry's council follows 5 stars
// of the province's (Article 7.3.e), as far as that one's record is right. The
// re-assessment of 5 stars goes on without one (Article 6.3.b;
// reading.AgainWithoutCouncil).
func (x *Dossier) checkMinistry(r *Outcomes) problem.List {
	wrongRecord := x.Council != nil && r.Council == nil
	again := x.Application == ApplicationReassessment && x.Previous != nil && x.Previous.Star == 5 && x.Council == nil
	if x.Ministry == nil || wrongRecord || again || r.Council != nil && r.Council.Star == 5 {
		return nil
	}
	return problem.List{noProvinceResult.At("/ministry", reading.PotentialFiveStars.Param())}
}

// Kinds lists the kinds of problem that this package and those below it report.
func Kinds() []problem.Kind {
	return slices.Concat(shape.Kinds(), codes.Kinds(), procedure.Kinds(), []problem.Kind{
		neededHere, notHere, tourismOnly, wrongClass, noStory, otherSet,
		neededInState, notInState, twiceInList, noCertificate,
		wrongPlace, otherYear, otherProvince, unusualNumber, lookalike, tooEarly, farDate, earlierRules, renewalTooEarly, renewalLate, endedBefore, extensionLapsed, highestStar, fewSamples, fewSamplesYet, yearTwice,
		noProvinceResult, communeLate, certificateExpired, noHigherStar, claimsStop, askedGate, otherKind, otherRepresentative, otherGrowth,
		otherShare, overWhole, partOverWhole, notWhollyFromProvince, unitMissing,
		notThere, officesMissing, chairOfNoOffice, writtenForFirst, meetingForAgain, notDone, wrongDecider, otherStar, groundOfNoBreach, stillInForce,
		evidenceTwice, unknownEvidence, sameFile, wrongEnding, expiresEarly, expired, expiresSoon, noProof, otherProof,
		provesNothing, paperMissing, tickedWithoutPaper, notClaimed, askedProof, issuedLater,
		sameName, paperToJudge, notRegistered, exemptedYetThere,
	})
}
