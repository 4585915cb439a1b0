package dossier_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/dossier/procedure"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/budget"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// told are the English messages of a dossier's problems that stand at a path.
func told(x *dossier.Dossier, path string) (messages []string) {
	for _, p := range x.Check(dossier.Options{}) {
		if p.Path == path {
			messages = append(messages, p.Message.En)
		}
	}
	return messages
}

// Each word that a dossier or a record chooses has a name of its own in both languages.
func TestWordsHaveNames(t *testing.T) {
	t.Parallel()
	for _, names := range [][]lang.Text{
		{dossier.RequestCompletion.Name(), dossier.RequestSurvey.Name(), dossier.RequestTest.Name()},
		{dossier.RecordRecognised.Name(), dossier.RecordExtended.Name(), dossier.RecordWithdrawn.Name(), dossier.RecordRefused.Name()},
		{
			dossier.KindCooperative.Name(), dossier.KindCooperativeGroup.Name(), dossier.KindEnterprise.Name(), dossier.KindFarm.Name(),
			dossier.KindProductionHousehold.Name(), dossier.KindRegisteredHousehold.Name(), dossier.KindAssociation.Name(),
			dossier.KindFederation.Name(), dossier.KindOperatingCentre.Name(), dossier.KindEquivalent.Name(),
		},
	} {
		seen := map[string]bool{"": true}
		for _, name := range names {
			assert.False(t, seen[name.Vi] || seen[name.En], name)
			seen[name.Vi], seen[name.En] = true, true
		}
	}
}

// Any later step asks for what the province takes in (Articles 6.2.b, 7.3.a).
func TestAnyLaterStepAsksForTheIntake(t *testing.T) {
	t.Parallel()
	for name, later := range map[string]func(x *dossier.Dossier){
		"proposed": func(x *dossier.Dossier) {
			x.Proposed = &dossier.Proposal{Date: "2026-07-20", Answers: map[string]string{"1.1": "a"}}
		},
		"council":  func(x *dossier.Dossier) { x.Council = councilOf(x, "2026-08-01") },
		"ministry": func(x *dossier.Dossier) { x.Ministry = councilOf(x, "2026-08-01") },
		"decision": func(x *dossier.Dossier) { x.Decision = decided("province", 4) },
	} {
		x := complete(t, 13, dossier.ApplicationFirst)
		x.Registration.ProvinceReceipt, x.CommuneReport = nil, nil
		assert.NotContains(t, missing(t, x), "DOSSIER-70 /registration")
		later(x)
		assert.Contains(t, told(x, "/registration"), "Registration form: missing: province's receipt (Article 7.3.a); commune's report and proposal (Article 6.2.b).", name)
	}
	x := whole(t, dossier.ApplicationFirst)
	x.Registration.ProvinceReceipt, x.CommuneReport = nil, nil
	assert.Contains(t, x.Check(dossier.Options{}).Of("DOSSIER-70")[0].Message.Vi, "Điều 7); báo cáo và đề nghị của UBND cấp xã (")
}

// What is asked and not done is told once anything of that office came after, or
// the decision (Articles 7.3.a, 7.3.c).
func TestAnyLaterStepAsksForWhatWasAsked(t *testing.T) {
	t.Parallel()
	for _, by := range []string{"commune", "province", "ministry"} {
		for name, later := range map[string]func(x *dossier.Dossier){
			"":         func(*dossier.Dossier) {},
			"commune":  func(x *dossier.Dossier) { x.CommuneReport = whole(t, dossier.ApplicationFirst).CommuneReport },
			"province": func(x *dossier.Dossier) { x.Council = councilOf(x, "2026-08-01") },
			"ministry": func(x *dossier.Dossier) { x.Ministry = councilOf(x, "2026-08-01") },
			"decision": func(x *dossier.Dossier) { x.Decision = decided("province", 4) },
		} {
			x := complete(t, 13, dossier.ApplicationFirst)
			x.CommuneReport = nil
			asked(x, dossier.RequestTest, by, "")
			later(x)
			assert.Equal(t, name == by || name == "decision", slices.Contains(missing(t, x), "DOSSIER-75 /requests/0"), "asked by %s, then %s", by, name)
		}
	}
}

// Offices that nobody stands for are told together; a delegation stands for the
// leader alone (Article 7.3.b).
func TestSeveralOfficesMissing(t *testing.T) {
	t.Parallel()
	x := whole(t, dossier.ApplicationFirst)
	x.Council.Absent = slices.DeleteFunc(x.Council.Absent, func(m dossier.AbsentMember) bool {
		return m.Office == dossier.OfficeHealth || m.Office == dossier.OfficeOCOP
	})
	x.Council.Delegation = &dossier.Letter{Number: "10/UQ", Date: "2026-07-01"}
	problems := x.Check(dossier.Options{}).Of("DOSSIER-71")
	require.Len(t, problems, 1)
	assert.Contains(t, problems[0].Message.En, "nobody stands for department of health; OCOP office (")
	assert.Contains(t, problems[0].Message.Vi, "đại diện của Sở Y tế; đơn vị tham mưu quản lý OCOP (")
	assert.Equal(t, "health ocop-office", problems[0].Params[1].Value)
}

// Tourism sends no samples to the ministry either (Article 6.3.a).
func TestTourismSendsNoSamples(t *testing.T) {
	t.Parallel()
	x := complete(t, 26, dossier.ApplicationFirst)
	councils(x, "2026-08-01", "2026-10-01")
	x.ProvinceProposal.Samples = 0
	assert.Empty(t, told(x, "/provinceProposal"))
}

// A decision is held to the ministry's result where there is one, else to the
// province's (Articles 7.3.e, 7.4.e, 7.4.g).
func TestWhichResultDecides(t *testing.T) {
	t.Parallel()
	x := whole(t, dossier.ApplicationFirst)
	for i := range x.Ministry.Members {
		x.Ministry.Members[i].Answers["1.5"] = "c"
	}
	x.Decision = decided("province", 4)
	assert.Empty(t, told(x, "/decision/star"), "4 stars at the ministry")
	assert.Empty(t, told(x, "/decision"))

	again := whole(t, dossier.ApplicationReassessment) // of 5 stars, which needs no council of the province's
	again.Previous.Star, again.Council, again.Ministry, again.Decision = 5, nil, x.Ministry, x.Decision
	assert.Empty(t, told(again, "/decision"), "the ministry's is enough for the province too")

	x.Ministry, x.ProvinceProposal = nil, nil
	require.Len(t, told(x, "/decision/star"), 1)
	assert.Contains(t, told(x, "/decision/star")[0], "the decision has 4 stars, the council's result is 5 of 5.")
	assert.Empty(t, told(x, "/decision"), "the province's council is enough")
	x.Council.Gates = []string{"forged-dossier"}
	assert.Contains(t, told(x, "/decision/star")[0], "the council's result is none.")
}

// What somebody is still writing is read as far as it is right.
func TestDecodeDraft(t *testing.T) {
	t.Parallel()
	x, err := dossier.DecodeDraft([]byte(`{"application":"upgrade","product":{"name":"Ca\u0300 phe\u0302"}}`))
	require.NoError(t, err)
	assert.Equal(t, "Cà phê", x.Product.Name, "as NFC")
	x, err = dossier.DecodeDraft([]byte(`{"application":"third","product":{"name":"Cà phê"}}`))
	assert.Equal(t, []string{"DOSSIER-03 /application"}, found(problem.From(err)))
	assert.Zero(t, x)
	x, err = dossier.DecodeDraft([]byte(`{"gates"`))
	assert.Error(t, err)
	assert.Zero(t, x)

	upgrade := complete(t, 13, dossier.ApplicationUpgrade)
	upgrade.Changes, upgrade.Registration.Samples = nil, 4
	assert.ElementsMatch(t, []string{"DOSSIER-30 /changes", "DOSSIER-46 /registration/samples"}, found(dossier.Review(text(t, upgrade), dossier.Options{})),
		"a part that is missing keeps no rule silent")
}

// Items of lists are read one by one, and members of maps each by itself.
func TestItemsAreReadApart(t *testing.T) {
	t.Parallel()
	x := complete(t, 13, dossier.ApplicationFirst)
	councils(x, "2026-08-01", "2026-10-01")
	document := string(text(t, x))
	with := func(old, replacement string) []string {
		require.Contains(t, document, old)
		_, problems := dossier.Read([]byte(strings.Replace(document, old, replacement, 1)), dossier.Options{})
		return found(problems)
	}
	const council = `"council":{`
	assert.Contains(t, with(council, council+`"gates":[""],`), "DOSSIER-02 /council/gates/0")
	assert.Equal(t, []string{"JSON-09 /council/gates/0"}, with(council, council+`"gates":[1],`))

	draft, err := dossier.DecodeDraft([]byte(`{"report":{"claims":{"1.1":{"option":"a","description":"x","evidence":["y"]},"1.2":{"option":"b"}}}}`))
	require.NoError(t, err)
	assert.Equal(t, dossier.Claim{Option: "b"}, draft.Report.Claims["1.2"])

	for range 8 { // however the maps have them
		x.Extensions = map[string]dossier.Extension{"c": "1", "a": "1", "b": "1"}
		assert.Equal(t, []string{"/extensions/a", "/extensions/b", "/extensions/c"}, paths(x.CheckAcross()))
		claims := complete(t, 13, dossier.ApplicationFirst)
		claims.Proposed = &dossier.Proposal{Date: "2026-07-20", Answers: map[string]string{"1.3": "", "1.1": "", "1.2": ""}}
		assert.Equal(t, []string{"/proposed/answers/1.1", "/proposed/answers/1.2", "/proposed/answers/1.3"}, paths(claims.CheckTags()))
	}
}

// Of more empty answers than are told, the first are, in the order of their names.
func TestTheFirstEmptyAnswersAreTold(t *testing.T) {
	t.Parallel()
	x := complete(t, 13, dossier.ApplicationFirst)
	x.Proposed = &dossier.Proposal{Date: "2026-07-20", Answers: map[string]string{}}
	var want []string
	for name := range 600 {
		code := strconv.Itoa(1000 + name)
		x.Proposed.Answers[code] = ""
		if name < budget.Dossier().Problems {
			want = append(want, "/proposed/answers/"+code)
		}
	}
	assert.Equal(t, want, paths(x.CheckTags().Of("DOSSIER-01")))
}

func paths(problems problem.List) (list []string) {
	for _, p := range problems {
		list = append(list, p.Path)
	}
	return list
}

// What is said of a claim that the producer's own facts do not bear out (criteria
// 3.2 and 3.4).
func TestFactsInWords(t *testing.T) {
	t.Parallel()
	x := complete(t, 13, dossier.ApplicationFirst)
	papers := slices.Clone(x.Evidence)
	drop(x, "disability")
	option(x, "3.2", "a")
	assert.Equal(t, []string{"Criterion 3.2: option a is claimed, but the representative is given as female, Kinh, without a disability certificate."}, told(x, "/report/claims/3.2"))
	x.Producer.Representative.Gender = "male"
	option(x, "3.2", "b")
	assert.Equal(t, []string{"Criterion 3.2: option b is claimed, but the representative is given as male, Kinh, without a disability certificate."}, told(x, "/report/claims/3.2"))
	option(x, "3.2", "a")
	x.Evidence = papers
	assert.Contains(t, strings.Join(told(x, "/report/claims/3.2"), ""), "male, Kinh, with a disability certificate.")

	x = complete(t, 13, dossier.ApplicationFirst)
	x.Producer.Kind = dossier.KindEnterprise
	x.Report.Results.Years = []dossier.YearResult{{Year: 2024, Revenue: pointer(1), Profit: pointer(20)}, {Year: 2025, Revenue: pointer(1), Profit: pointer(20)}}
	option(x, "3.4", "a")
	assert.Equal(t, []string{"Criterion 3.4: option a is claimed, but the profit of 2025 (20 million đồng) is not above that of 2024 (20 million đồng)."}, told(x, "/report/claims/3.4"))
	delete(x.Report.Claims, "3.4")
	assert.Empty(t, told(x, "/report/claims/3.4"), "nothing is claimed")
}

// What is said of a claim that the figures do not bear out.
func TestSharesInWords(t *testing.T) {
	t.Parallel()
	material := func(unit string, province int) dossier.Material {
		return dossier.Material{Name: "Cà phê", Quantity: pointer(2), Unit: unit, FromProvince: &province, FromCommune: &province}
	}
	for _, c := range []struct {
		set               int
		criterion, option string
		figures           func(x *dossier.Dossier, f *dossier.Figures)
		want              string
	}{
		{13, "3.3", "c", func(_ *dossier.Dossier, f *dossier.Figures) {
			f.Workers = &dossier.Workers{Local: pointer(24), Total: 100}
		}, "the share of local workers is 24%, which fits no option."},
		{13, "1.1", "a", func(_ *dossier.Dossier, f *dossier.Figures) {
			f.Materials = []dossier.Material{material("kg", 80), material("lít", 60), material("kg", 80)}
		}, "the share of materials from the province is 60% to 80%, which fits option b, c."},
		{13, "1.1", "a", func(_ *dossier.Dossier, f *dossier.Figures) {
			f.Materials = []dossier.Material{material("kg", 100), material("lít", 100)}
		}, "the share of materials from the province is 100%, which fits option c."},
		{13, "1.1", "a", func(_ *dossier.Dossier, f *dossier.Figures) {
			f.Materials = []dossier.Material{material("kg", 75), material("lít", 75)}
		}, "the share of materials from the province is 75%, which fits option c."},
		{1, "1.1", "c", func(_ *dossier.Dossier, f *dossier.Figures) { f.Materials = []dossier.Material{material("kg", 74)} }, "the share from the commune is 74%, which fits option b."},
		{13, "1.5", "a", func(_ *dossier.Dossier, f *dossier.Figures) {
			f.Contracts = []dossier.Contract{{Partner: "A", Share: pointer(70), Since: "2024-01-01"}, {Partner: "B", Share: pointer(40), Since: "2024-01-01"}}
		}, "the share of output sold under contract is 100%, which fits option c, d."},
		{13, "3.1", "c", func(x *dossier.Dossier, _ *dossier.Figures) {
			x.Producer.Kind, x.Producer.LocalCapital = dossier.KindEnterprise, pointer(50)
		}, "the share of capital held by local people is 50%, which fits option a, b."},
		{13, "3.3", "c", func(x *dossier.Dossier, f *dossier.Figures) {
			x.Producer.Kind, x.Producer.LocalCapital = dossier.KindEnterprise, pointer(100)
			f.Workers = &dossier.Workers{Local: pointer(24), Total: 100}
		}, "the share of local workers is 24%, which fits no option."},
		{13, "3.3", "c", func(_ *dossier.Dossier, f *dossier.Figures) {
			f.Contracts = []dossier.Contract{{Partner: "A", Share: pointer(49), Since: "2024-01-01"}}
		}, ""},
		{13, "3.1", "c", func(x *dossier.Dossier, _ *dossier.Figures) { x.Producer.LocalCapital = pointer(30) }, ""},
	} {
		x := complete(t, c.set, dossier.ApplicationFirst)
		x.Report.Figures = &dossier.Figures{}
		option(x, c.criterion, c.option)
		c.figures(x, x.Report.Figures)
		said := strings.Join(told(x, "/report/claims/"+c.criterion), "\n")
		assert.Contains(t, said, c.want, c.criterion)
		if c.want == "" {
			assert.NotContains(t, said, "by the figures")
		}
	}
	for _, set := range []int{1, 13} { // a share that is not given is compared with nothing
		x := complete(t, set, dossier.ApplicationFirst)
		x.Report.Figures = &dossier.Figures{Materials: []dossier.Material{{Name: "Cà phê", FromCommune: pointer(50)}}}
		assert.NotContains(t, strings.Join(found(x.Check(dossier.Options{})), " "), "DOSSIER-65")
	}
}

// Changes of figures are between two years that have them, of one unit.
func TestFigureChangesNeedTwoYears(t *testing.T) {
	t.Parallel()
	x := complete(t, 13, dossier.ApplicationUpgrade)
	x.Report.Results.Years = nil
	assert.Empty(t, x.FigureChanges())
	x.Report.Results.Years = []dossier.YearResult{{Year: 2025, Revenue: pointer(100), Profit: pointer(9)}, {Year: 2026, Revenue: pointer(120), Profit: pointer(10)}}
	changes := x.FigureChanges()
	require.Len(t, changes, 2)
	for i, want := range [][]int{{100, 120}, {9, 10}} {
		c := changes[i]
		assert.Equal(t, lang.Text{Vi: "triệu đồng", En: "million đồng"}, c.Unit)
		assert.Equal(t, []int{2025, 2026}, []int{c.FromYear, c.ToYear})
		assert.Equal(t, want, []int{c.From, c.To})
	}
	x.Application = dossier.ApplicationFirst
	assert.Empty(t, x.FigureChanges(), "nothing was recognised before")
}

// Milestones come of a document of their own, or of a dossier whose shape is right.
func TestReadMilestones(t *testing.T) {
	t.Parallel()
	x := whole(t, dossier.ApplicationFirst)
	m, problems := dossier.ReadMilestones(text(t, x))
	require.Empty(t, problems)
	assert.Equal(t, x.Milestones(), m)
	x.Edition = "x"
	m, problems = dossier.ReadMilestones(text(t, x))
	assert.NotEmpty(t, problems)
	assert.Zero(t, m)
	m, problems = dossier.ReadMilestones([]byte(`{"application":"first","filed":"2026-06-01"}`))
	require.Empty(t, problems)
	assert.Equal(t, procedure.Milestones{Application: dossier.ApplicationFirst, Filed: m.Filed}, m)
	assert.Equal(t, "2026-06-01", m.Filed.String())
	_, problems = dossier.ReadMilestones([]byte(`{"filed":"x"}`))
	assert.Equal(t, []string{"DATE-01 /filed"}, found(problems))
	_, problems = dossier.ReadMilestones([]byte(`{}`))
	assert.Empty(t, problems, "nothing has happened")
	_, problems = dossier.ReadMilestones([]byte(`{"application":"first","producer":{}}`))
	assert.Contains(t, found(problems), "DOSSIER-01 /edition", "it is a dossier by any of its members")
}

// When an office had all of a dossier: what it asked to be completed counts, what
// others asked or what was asked else does not (Articles 7.3.a, 7.6.g).
func TestWhenADossierWasComplete(t *testing.T) {
	t.Parallel()
	x := whole(t, dossier.ApplicationReassessment)
	x.ProvinceProposal.Received = "2026-08-10"
	province, ministry := x.Milestones().ProvinceComplete, x.Milestones().MinistryComplete
	assert.Equal(t, "2026-08-10", ministry.String())
	for _, r := range []dossier.Request{
		{Kind: dossier.RequestSurvey, By: "province", Asked: "2026-07-20"},
		{Kind: dossier.RequestCompletion, By: "commune", Asked: "2026-07-20"},
		{Kind: dossier.RequestCompletion, By: "province", Asked: "2026-06-20", Done: "2026-06-21"},
	} {
		x.Requests = []dossier.Request{r}
		assert.Equal(t, province, x.Milestones().ProvinceComplete, r)
	}
	x.Requests = []dossier.Request{{Kind: dossier.RequestCompletion, By: "province", Asked: "2026-07-20", Done: "2026-07-25"}}
	assert.Equal(t, "2026-07-25", x.Milestones().ProvinceComplete.String())
	x.Requests[0].Done = ""
	assert.Zero(t, x.Milestones().ProvinceComplete)

	x.Requests = []dossier.Request{{Kind: dossier.RequestCompletion, By: "ministry", Asked: "2026-08-20", Done: "2026-08-25"}}
	x.ProvinceProposal.Received = ""
	assert.Zero(t, x.Milestones().MinistryComplete, "nobody says that the ministry has it")
	inspected(x, dossier.ConclusionKept, "")
	assert.Zero(t, x.Milestones().Concluded, "nothing was broken")
	x.Application, x.Decision = dossier.ApplicationFirst, nil
	assert.Zero(t, x.Milestones().Issued, "a recognition that ended is not that of a first application")
}

// A life goes as far as the steps that the dossier tells of.
func TestLifeAsFarAsItGoes(t *testing.T) {
	t.Parallel()
	star := func(n int) *scoring.CouncilOutcome { return &scoring.CouncilOutcome{Star: n} }
	request := func(by, done string) func(x *dossier.Dossier) {
		return func(x *dossier.Dossier) {
			asked := map[string]string{"commune": "2026-06-17", "province": "2026-07-12", "ministry": "2026-08-20"}[by]
			x.Requests = []dossier.Request{{Kind: dossier.RequestCompletion, By: by, Asked: asked, Done: done}}
		}
	}
	for name, c := range map[string]struct {
		spoil    func(x *dossier.Dossier)
		outcomes dossier.Outcomes
		want     procedure.Stage
	}{
		"whole":                            {func(*dossier.Dossier) {}, dossier.Outcomes{Council: star(5), Ministry: star(5)}, procedure.StageRecognised},
		"no star of the province's":        {func(*dossier.Dossier) {}, dossier.Outcomes{Council: star(0), Ministry: star(5)}, procedure.StageCommuneReviewed},
		"no result of the province's":      {func(*dossier.Dossier) {}, dossier.Outcomes{Ministry: star(5)}, procedure.StageCommuneReviewed},
		"no star of the ministry's":        {func(*dossier.Dossier) {}, dossier.Outcomes{Council: star(5), Ministry: star(0)}, procedure.StageSentOn},
		"no result of the ministry's":      {func(*dossier.Dossier) {}, dossier.Outcomes{Council: star(5)}, procedure.StageSentOn},
		"sent on, nobody says when":        {func(x *dossier.Dossier) { x.ProvinceProposal = nil }, dossier.Outcomes{Council: star(5), Ministry: star(5)}, procedure.StageRecognised},
		"not sent on":                      {func(x *dossier.Dossier) { x.ProvinceProposal, x.Decision = nil, nil }, dossier.Outcomes{Council: star(5), Ministry: star(0)}, procedure.StageProvinceScored},
		"with the producer again":          {request("commune", ""), dossier.Outcomes{Council: star(5), Ministry: star(5)}, procedure.StageSentBack},
		"from the province":                {request("province", ""), dossier.Outcomes{Council: star(5), Ministry: star(5)}, procedure.StageSentBack},
		"from the ministry":                {request("ministry", ""), dossier.Outcomes{Council: star(5), Ministry: star(5)}, procedure.StageSentBack},
		"asked, nobody says when":          {func(x *dossier.Dossier) { request("commune", "2026-06-18")(x); x.Requests[0].Asked = "" }, dossier.Outcomes{Council: star(5), Ministry: star(5)}, procedure.StageFiled},
		"and back":                         {request("ministry", "2026-08-25"), dossier.Outcomes{Council: star(5), Ministry: star(5)}, procedure.StageRecognised},
		"an upgrade of no known star":      {func(x *dossier.Dossier) { x.Application = dossier.ApplicationUpgrade }, dossier.Outcomes{Council: star(5), Ministry: star(5)}, procedure.StageRecognised},
		"a first one after one that ended": {func(x *dossier.Dossier) { x.Previous = &dossier.Recognition{Star: 3, Issued: "2020-01-01"} }, dossier.Outcomes{Council: star(5), Ministry: star(5)}, procedure.StageRecognised},
	} {
		x := whole(t, dossier.ApplicationFirst)
		c.spoil(x)
		life, err := x.Life(&c.outcomes)
		require.NoError(t, err, name)
		assert.Equal(t, c.want, life.Stage(), name)
		assert.Nil(t, life.Previous, name)
	}
	for place, c := range map[string]struct {
		spoil func(x *dossier.Dossier)
		until procedure.Stage // as far as it was possible
	}{
		"/registration":     {func(x *dossier.Dossier) { x.Previous.Expires = "2029-11-30" }, procedure.StageDraft},
		"/requests":         {func(x *dossier.Dossier) { request("commune", "2026-06-18")(x); x.Requests[0].Asked = "2026-06-15" }, procedure.StageFiled},
		"/communeReport":    {func(x *dossier.Dossier) { x.CommuneReport.Date = "2026-06-15" }, procedure.StageFiled},
		"/council":          {func(x *dossier.Dossier) { x.Council.Date = "2026-06-17" }, procedure.StageCommuneReviewed},
		"/provinceProposal": {func(x *dossier.Dossier) { x.ProvinceProposal.Date = "2026-07-31" }, procedure.StageProvinceScored},
		"/ministry":         {func(x *dossier.Dossier) { x.Ministry.Date = "2026-07-31" }, procedure.StageSentOn},
		"/decision":         {func(x *dossier.Dossier) { x.Decision.Date = "2026-09-30" }, procedure.StageMinistryScored},
	} {
		x := whole(t, dossier.ApplicationReassessment)
		c.spoil(x)
		life, err := x.Life(&dossier.Outcomes{Council: star(5), Ministry: star(5)})
		assert.ErrorContains(t, err, "LIFE-06 "+place+":")
		assert.Equal(t, c.until, life.Stage(), place)
	}
}

// What each state of a record asks for and rules out.
func TestStateMembers(t *testing.T) {
	t.Parallel()
	certificate := strings.Fields("code star total decision authority issued expires")
	for state, want := range map[dossier.RecordState][2][]string{
		dossier.RecordRecognised: {certificate, strings.Fields("extendedUntil withdrawn ground")},
		dossier.RecordExtended:   {append(certificate[:7:7], "extendedUntil"), strings.Fields("withdrawn ground")},
		dossier.RecordWithdrawn:  {append(certificate[:7:7], "withdrawn", "ground"), nil},
		dossier.RecordRefused:    {nil, strings.Fields("extendedUntil withdrawn ground")},
		"":                       {nil, nil},
	} {
		needed, ruledOut := dossier.StateMembers(state)
		assert.Equal(t, want, [2][]string{needed, ruledOut}, state)
	}
}

func TestRecordEdges(t *testing.T) {
	t.Parallel()
	for code, fits := range map[string]bool{"": true, "0100109106": true, "0100109107": false, "001099012345": true} {
		assert.Equal(t, fits, (&dossier.RecordProducer{TaxCode: code}).TaxCodeFits(), code)
	}
	x := record(t, wholeRecord)
	x.Star, x.Channels = 1, []string{"shop", "shop", "shop"}
	problems := x.CheckShape()
	assert.Equal(t, []string{"RECORD-04 /star", "RECORD-03 /channels/1", "RECORD-03 /channels/2"}, found(problems))
	assert.Equal(t, "Kênh bán hàng: có hai lần trong danh sách.", problems[1].Message.Vi)
	for _, document := range []string{`{`, `[]`, `{"code":1}`} {
		kept := record(t, wholeRecord)
		var list problem.List
		require.ErrorAs(t, kept.UnmarshalJSON([]byte(document)), &list, document)
		assert.Equal(t, record(t, wholeRecord), kept, "what is wrong changes nothing")
	}
	_, err := dossier.DecodeRecord([]byte(`{`))
	assert.Len(t, problem.From(err), 1, "what cannot be read to its end is not judged")
}

// 5 stars of the ministry's without the province's are for a re-assessment alone
// (Article 6.3.b).
func TestAnUpgradeNeedsTheProvince(t *testing.T) {
	t.Parallel()
	for kind, refused := range map[dossier.Application]bool{dossier.ApplicationUpgrade: true, dossier.ApplicationReassessment: false} {
		x := whole(t, kind)
		x.Previous.Star, x.Council = 5, nil
		codes := missing(t, x)
		assert.Equal(t, refused, slices.ContainsFunc(codes, func(s string) bool { return strings.HasPrefix(s, "DOSSIER-") && strings.HasSuffix(s, " /ministry") }), "%s: %v", kind, codes)
	}
}

// The year of the form and its day go together to within a year.
func TestYearOfTheForm(t *testing.T) {
	t.Parallel()
	for day, far := range map[string]bool{"2024-12-31": true, "2025-01-01": false, "2027-12-31": false, "2028-01-01": true} {
		x := complete(t, 13, dossier.ApplicationFirst)
		draft(x, day)
		assert.Equal(t, far, slices.Contains(read(t, x, dossier.Options{}), "DOSSIER-58 /registration/date"), day)
	}
	for form, far := range map[string]bool{"2025-06-15": false, "2025-06-14": true} { // 366 and 367 days before the receipt
		x := complete(t, 13, dossier.ApplicationFirst)
		x.Registration.Date, x.Report.Date = form, form
		assert.Equal(t, far, slices.Contains(told(x, "/registration/communeReceipt/date"),
			"The commune's receipt: 2026-06-16 does not go with Day of the registration form ("+form+"): too far from it, or in the future; check it."), form)
	}
	for apart, far := range map[string]bool{"2027-06-17": false, "2027-06-18": true} { // 366 and 367 days after the receipt
		x := complete(t, 13, dossier.ApplicationFirst)
		x.CommuneReport.Date, x.Registration.ProvinceReceipt = apart, nil
		said := told(x, "/communeReport/date")
		assert.Equal(t, far, strings.Contains(strings.Join(said, "\n"), "2026-06-16") && slices.Contains(found(x.Check(dossier.Options{})), "DOSSIER-58 /communeReport/date"), "%s: %v", apart, said)
	}
}

// Figures of a year to come are held to the form's year or its day, whichever is
// later; one that is not there says nothing.
func TestYearsToCome(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		year int
		day  string
		with string // the one of the two that the figures of 2028 do not go with
	}{
		{2026, "2026-06-15", "Year (2026)"},
		{2026, "2027-06-15", "Day of the registration form (2027-06-15)"},
		{2027, "2026-06-15", "Year (2027)"},
		{0, "2026-06-15", "Day of the registration form (2026-06-15)"},
		{2026, "", "Year (2026)"},
		{0, "", ""},
	} {
		x := complete(t, 13, dossier.ApplicationFirst)
		draft(x, c.day)
		x.Registration.Year, x.Report.Results.Years[0].Year = c.year, 2028
		var words []string
		for _, p := range dossier.Review(text(t, x), dossier.Options{}).Of("DOSSIER-58") {
			words = append(words, p.Message.En)
		}
		var want []string
		if c.with != "" {
			want = []string{"Year: 2028 does not go with " + c.with + ": too far from it, or in the future; check it."}
		}
		assert.Equal(t, want, words, c)
	}
}

// A whole set that is claimed for another is named.
func TestTheOtherSetIsNamed(t *testing.T) {
	t.Parallel()
	x, other := complete(t, 13, dossier.ApplicationFirst), complete(t, 26, dossier.ApplicationFirst)
	x.Report.Claims = other.Report.Claims
	problems := x.CheckAcross().Of("DOSSIER-35")
	require.Len(t, problems, 1)
	assert.Equal(t, "26", problems[0].Params[1].Value)
}
