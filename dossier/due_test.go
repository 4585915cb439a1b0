package dossier_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/dossier/procedure"
	"github.com/ocop-vn/ocop-go/scoring/lang"
)

// whole is a dossier that went all the way to 5 stars.
func whole(t *testing.T, kind dossier.Application) *dossier.Dossier {
	t.Helper()
	x := complete(t, 13, kind)
	councils(x, "2026-08-01", "2026-10-01")
	x.Decision = decided("ministry", 5)
	return x
}

func decided(by string, star int) *dossier.Decision {
	return &dossier.Decision{
		By: by, Number: "7/QĐ", Date: "2026-10-20", Star: star, Certificate: "1", Published: "2026-10-21", Notice: &dossier.Letter{Number: "8/TB", Date: "2026-10-22"},
	}
}

// missing is what DOSSIER-70 says in English of each place.
func missing(t *testing.T, x *dossier.Dossier) []string {
	t.Helper()
	var list []string
	for _, p := range x.Check(dossier.Options{}) {
		if p.Code == "DOSSIER-70" {
			_, papers, _ := strings.Cut(p.Message.En, "missing: ")
			list = append(list, p.Path+" "+papers)
		} else {
			list = append(list, p.Code+" "+p.Path)
		}
	}
	return list
}

// What each step leaves is asked for when the next one is there, and not before
// (Articles 6.2, 6.3, 7.2 to 7.6, 9).
func TestLawOfWhatIsDue(t *testing.T) {
	t.Parallel()
	first, again := dossier.ApplicationFirst, dossier.ApplicationReassessment
	for _, kind := range []dossier.Application{first, dossier.ApplicationUpgrade, again} {
		assert.Empty(t, missing(t, whole(t, kind)), kind)
	}
	for name, c := range map[string]struct {
		kind  dossier.Application
		spoil func(x *dossier.Dossier)
		want  []string
	}{
		"nothing before the commune proposed": {first, func(x *dossier.Dossier) { *x = *complete(t, 13, first); x.CommuneReport = nil }, nil},
		"6.2.a, b: numbers of the commune's papers": {first, func(x *dossier.Dossier) { x.CommuneReport.Number, x.CommuneReport.Report = "", "" },
			[]string{"/communeReport number of the proposal (Article 6.2.a); number of the report (Article 6.2.b)."}},
		"7.3.a, 6.2.b: a council without what came before": {first, func(x *dossier.Dossier) { x.Registration.ProvinceReceipt, x.CommuneReport = nil, nil },
			[]string{"/registration province's receipt (Article 7.3.a); commune's report and proposal (Article 6.2.b)."}},
		"7.3.b to d: how the council was set up": {first, func(x *dossier.Dossier) {
			x.Council.Established, x.Council.Regulation, x.Council.Advice, x.Council.Members[1].Name = nil, nil, nil, ""
		}, []string{"/council decision that set the council up (Article 7.3.b); decision on the rules of procedure (Article 7.3.b); advisory team's report (Article 7.3.c); name of each member (Article 7.3.b).",
			"/provinceProposal report of the advisory team (Article 6.3.a)."}},
		"7.3.c: what the team proposes is its report": {first, func(x *dossier.Dossier) {
			x.Council.Advice, x.Proposed = nil, &dossier.Proposal{Date: "2026-07-20", Answers: map[string]string{"1.1": "a"}}
		}, nil},
		"7.6.c: for a re-assessment the OCOP office reports": {again, func(x *dossier.Dossier) { x.Council.Advice = nil }, []string{"/council OCOP office's report (Article 7.6.c)."}},
		"7.4.c": {first, func(x *dossier.Dossier) { x.Ministry.Advice = nil }, []string{"/ministry advisory team's report (Article 7.4.c)."}},
		"7.6.e": {again, func(x *dossier.Dossier) { x.Ministry.Advice = nil }, []string{"/ministry OCOP office's report (Article 7.6.e)."}},
		"6.3.a: the papers of a first application": {first, func(x *dossier.Dossier) {
			x.Council.Report = nil
			*x.ProvinceProposal = dossier.ProvinceProposal{Date: "2026-08-01"}
		}, []string{"/provinceProposal report of the province's council (Article 6.3.a); decision that approves the result (Article 6.3.a); number of the proposal (Article 6.3.a); 5 samples (Article 6.3.a)."}},
		"6.3.b: the papers of a re-assessment": {again, func(x *dossier.Dossier) {
			x.Council.Report = nil
			*x.ProvinceProposal = dossier.ProvinceProposal{Date: "2026-08-01", Samples: 4}
		}, []string{"/provinceProposal report of the province's OCOP office (Article 6.3.b); number of the proposal (Article 6.3.b); 5 samples (Article 6.3.b)."}},
		"6.3: a council of the ministry without a proposal": {first, func(x *dossier.Dossier) { x.ProvinceProposal = nil }, []string{"/ministry province's proposal (Article 6.3)."}},
		"7.4.e, g: certificate, publication, notice": {first, func(x *dossier.Dossier) {
			x.Decision.Certificate, x.Decision.Published, x.Decision.Notice = "", "", nil
		},
			[]string{"/decision number of the certificate (Article 7.4.e); day of publication (Article 7.4.e); notice of the result (Article 7.4.g)."}},
		"7.4.d: a decision on no result": {first, func(x *dossier.Dossier) { x.Ministry = nil }, []string{"/decision result of the ministry's council (Article 7.4.d)."}},
		"7.3.d: the province's on none": {first, func(x *dossier.Dossier) {
			x.Ministry, x.Council, x.ProvinceProposal, x.Decision.By, x.Decision.Star = nil, nil, nil, "province", 4
		}, []string{"/decision result of the province's council (Article 7.3.d)."}},
		"4.1: the province on 5 stars":     {first, func(x *dossier.Dossier) { x.Decision.By = "province" }, []string{"DOSSIER-76 /decision/by"}},
		"4.1: the ministry on 4":           {first, func(x *dossier.Dossier) { x.Decision.Star = 4 }, []string{"DOSSIER-76 /decision/by"}},
		"7.4.g: 4 stars by the province":   {first, func(x *dossier.Dossier) { x.Decision.By, x.Decision.Star = "province", 4 }, []string{"DOSSIER-77 /decision/star"}},
		"9.1: an inspection of nothing":    {first, func(x *dossier.Dossier) { x.Decision = nil; inspected(x, "", "") }, []string{"/inspections decision of recognition (Article 9.1)."}},
		"9.1: of what was recognised":      {first, func(x *dossier.Dossier) { inspected(x, dossier.ConclusionKept, "") }, nil},
		"9.1: of what had been":            {again, func(x *dossier.Dossier) { x.Decision = nil; inspected(x, "", "") }, nil},
		"8.1: a breach without ground":     {first, func(x *dossier.Dossier) { inspected(x, dossier.ConclusionBreach, "") }, []string{"DOSSIER-78 /inspections/0/ground"}},
		"8.1: a ground without breach":     {first, func(x *dossier.Dossier) { inspected(x, "", "law-broken") }, []string{"DOSSIER-78 /inspections/0/ground"}},
		"8.3: a withdrawal without number": {first, func(x *dossier.Dossier) { withdrawn(x, "ministry", "") }, []string{"/withdrawal number of the decision (Article 8.3)."}},
		"8.2: who withdraws":               {first, func(x *dossier.Dossier) { withdrawn(x, "province", "9/QĐ") }, []string{"DOSSIER-76 /withdrawal/by"}},
		"8.2: of the certificate before":   {again, func(x *dossier.Dossier) { x.Decision = nil; withdrawn(x, "ministry", "9/QĐ") }, []string{"DOSSIER-76 /withdrawal/by"}},
		"8.1: a withdrawal of nothing":     {first, func(x *dossier.Dossier) { x.Decision = nil; withdrawn(x, "ministry", "9/QĐ") }, []string{"/withdrawal decision of recognition (Article 8.1)."}},
		"7.6.d: a meeting for its reason": {again, func(x *dossier.Dossier) {
			x.Council.Form, x.Council.Reason = dossier.CouncilMeeting, "Ý kiến khác nhau."
		}, nil},
		"7.6.d: a meeting for none":         {again, func(x *dossier.Dossier) { x.Council.Form = dossier.CouncilMeeting }, []string{"DOSSIER-74 /council/form"}},
		"7.6.e: the same at the ministry":   {again, func(x *dossier.Dossier) { x.Ministry.Form = dossier.CouncilMeeting }, []string{"DOSSIER-74 /ministry/form"}},
		"7.6.d: in writing":                 {again, func(x *dossier.Dossier) { x.Council.Form = dossier.CouncilWritten }, nil},
		"7.3.d: the council meets":          {first, func(x *dossier.Dossier) { x.Council.Form = dossier.CouncilWritten }, []string{"DOSSIER-73 /council/form"}},
		"7.3.a: completed":                  {first, func(x *dossier.Dossier) { asked(x, dossier.RequestCompletion, "province", "2026-07-20") }, nil},
		"7.3.a: not completed":              {first, func(x *dossier.Dossier) { asked(x, dossier.RequestCompletion, "province", "") }, []string{"DOSSIER-75 /requests/0"}},
		"7.2: the commune's, not completed": {first, func(x *dossier.Dossier) { x.Decision = nil; asked(x, dossier.RequestCompletion, "commune", "") }, []string{"DOSSIER-75 /requests/0"}},
		"7.4.c: the ministry's survey":      {first, func(x *dossier.Dossier) { x.Decision = nil; asked(x, dossier.RequestSurvey, "ministry", "") }, []string{"DOSSIER-75 /requests/0"}},
		"7.3.c: not yet": {first, func(x *dossier.Dossier) {
			x.Decision, x.Ministry, x.Council, x.ProvinceProposal = nil, nil, nil, nil
			asked(x, dossier.RequestTest, "province", "")
		}, nil},
		"a request's evidence that is not there": {first, func(x *dossier.Dossier) {
			asked(x, dossier.RequestTest, "province", "2026-07-20")
			x.Requests[0].Evidence = []string{"khac"}
		}, []string{"EVIDENCE-02 /requests/0/evidence/0"}},
	} {
		x := whole(t, c.kind)
		c.spoil(x)
		assert.Equal(t, c.want, missing(t, x), name)
	}
}

func inspected(x *dossier.Dossier, conclusion dossier.Conclusion, ground dossier.Ground) {
	x.Inspections = []dossier.Inspection{{Date: "2026-11-05", Kind: "periodic", By: "ministry", Conclusion: conclusion, Ground: ground}}
}

func withdrawn(x *dossier.Dossier, by, number string) {
	x.Withdrawal = &dossier.Withdrawal{By: by, Number: number, Date: "2026-11-20", Ground: procedure.GroundLawBroken}
}

func asked(x *dossier.Dossier, kind dossier.RequestKind, by, done string) {
	x.Requests = []dossier.Request{{Kind: kind, By: by, Asked: "2026-06-20", Done: done}}
}

// Who sits on a council (Articles 7.3.b, 7.4.b): each office is missed by its name.
func TestLawOfSeats(t *testing.T) {
	t.Parallel()
	codes := func(x *dossier.Dossier) []string { return missing(t, x) }
	for path, record := range map[string]func(x *dossier.Dossier) *dossier.CouncilRecord{
		"/council":  func(x *dossier.Dossier) *dossier.CouncilRecord { return x.Council },
		"/ministry": func(x *dossier.Dossier) *dossier.CouncilRecord { return x.Ministry },
	} {
		for i := range 5 { // those who are absent sit on it all the same
			x := whole(t, dossier.ApplicationFirst)
			r := record(x)
			office := r.Absent[i].Office
			r.Absent = slices.Delete(r.Absent, i, i+1)
			require.Equal(t, []string{"DOSSIER-71 " + path}, codes(x), office)
			told := x.Check(dossier.Options{})[0]
			assert.Equal(t, string(office), told.Params[1].Value)
			assert.NotContains(t, told.Message.Vi, "Sở hoặc Bộ", "it is known which")
		}
		x := whole(t, dossier.ApplicationFirst)
		r := record(x)
		r.Members[0].Office, r.Members[1].Office = r.Members[1].Office, r.Members[0].Office
		assert.Equal(t, []string{"DOSSIER-72 " + path}, codes(x), "another than the leader in the chair")
		r.Members[1].Office = dossier.OfficeExpert
		r.Delegation = &dossier.Letter{Number: "10/UQ", Date: "2026-07-01"}
		assert.Empty(t, codes(x), "by delegation, and no leader sits on it")
		x = whole(t, dossier.ApplicationFirst)
		r = record(x)
		r.Members[0].Office = ""
		assert.Equal(t, []string{"DOSSIER-71 " + path}, codes(x), "nobody said what the chair stands for")
		r.Members, r.Absent, r.Seats = []dossier.CouncilMember{{ID: "m1", Chair: true, Answers: r.Members[0].Answers}}, nil, 1
		assert.Equal(t, []string{"DOSSIER-71 " + path, "/" + path[1:] + " name of each member (" + map[string]string{"/council": "Article 7.3.b", "/ministry": "Article 7.4.b"}[path] + ")."}, codes(x),
			"one unnamed member")
	}
	x := whole(t, dossier.ApplicationFirst)
	x.Ministry.Members[1].Office = dossier.OfficeOrganisation
	assert.Empty(t, codes(x), "the ministry's council has its own leader and no department of agriculture beside")
	x.Council.Members[1].Office = dossier.OfficeOrganisation
	assert.Equal(t, []string{"DOSSIER-71 /council"}, codes(x))
}

// Papers of a step are no later, or no earlier, than the step.
func TestLawOfTheDaysOfPapers(t *testing.T) {
	t.Parallel()
	const after, before = "2026-12-30", "2026-06-02"
	letter := func(l *dossier.Letter, day string) *dossier.Letter { return &dossier.Letter{Number: "1", Date: day} }
	for path, spoil := range map[string]func(x *dossier.Dossier){
		"/council/date":                  func(x *dossier.Dossier) { x.Council.Established = letter(nil, "2026-08-02") },
		"/ministry/date":                 func(x *dossier.Dossier) { x.Ministry.Advice = letter(nil, "2026-10-02") },
		"/ministry/report/date":          func(x *dossier.Dossier) { x.Ministry.Report = letter(nil, before) },
		"/requests/0/asked":              func(x *dossier.Dossier) { asked(x, dossier.RequestTest, "province", ""); x.Requests[0].Asked = before },
		"/requests/0/done":               func(x *dossier.Dossier) { asked(x, dossier.RequestTest, "province", before) },
		"/provinceProposal/received":     func(x *dossier.Dossier) { x.ProvinceProposal.Received = before },
		"/decision/issued":               func(x *dossier.Dossier) { x.Decision.Issued = before },
		"/decision/published":            func(x *dossier.Dossier) { x.Decision.Published = before },
		"/decision/notice/date":          func(x *dossier.Dossier) { x.Decision.Notice.Date = before },
		"/decision/expires":              func(x *dossier.Dossier) { x.Decision.Expires = before },
		"/inspections/0/date":            func(x *dossier.Dossier) { inspected(x, "", ""); x.Inspections[0].Date = before },
		"/inspections/0/concluded":       func(x *dossier.Dossier) { inspected(x, "", ""); x.Inspections[0].Concluded = before },
		"/withdrawal/date":               func(x *dossier.Dossier) { withdrawn(x, "ministry", "1"); x.Withdrawal.Date = before },
		"/provinceProposal/date approve": func(x *dossier.Dossier) { x.ProvinceProposal.Approval.Date = after },
		"/provinceProposal/date report":  func(x *dossier.Dossier) { x.ProvinceProposal.Report.Date = after },
	} {
		x := whole(t, dossier.ApplicationFirst)
		spoil(x)
		path, _, _ = strings.Cut(path, " ")
		assert.Contains(t, read(t, x, dossier.Options{}), "DOSSIER-41 "+path)
	}
}

// The whole way as a life, with what had to be completed, and its milestones.
func TestLifeOfTheWholeWay(t *testing.T) {
	t.Parallel()
	x := whole(t, dossier.ApplicationFirst)
	x.Requests = []dossier.Request{
		{Kind: dossier.RequestCompletion, By: "commune", Asked: "2026-06-20", Done: "2026-06-25"},
		{Kind: dossier.RequestSurvey, By: "province", Asked: "2026-07-11", Done: "2026-07-30"},
		{Kind: dossier.RequestCompletion, By: "province", Asked: "2026-07-12", Done: "2026-07-20"},
		{Kind: dossier.RequestCompletion, By: "ministry", Asked: "2026-08-20", Done: "2026-09-01"},
	}
	x.ProvinceProposal.Received = "2026-08-10"
	inspected(x, dossier.ConclusionBreach, procedure.GroundLawBroken)
	x.Inspections[0].Concluded = "2026-11-10"
	withdrawn(x, "ministry", "9/QĐ")
	outcomes, problems := x.Evaluate(dossier.Options{})
	require.Empty(t, problems)
	life, err := x.Life(&outcomes)
	require.NoError(t, err)
	var kinds []string
	for _, s := range life.Steps() {
		kinds = append(kinds, string(s.Kind))
	}
	assert.Equal(t, "file send-back complete propose send-back complete score-by-province send-on send-back complete score-by-ministry recognise withdraw", strings.Join(kinds, " "))
	assert.Equal(t, procedure.StageWithdrawn, life.Stage())
	m := x.Milestones()
	for name, day := range map[string]string{
		m.ProvinceComplete.String(): "2026-07-20", m.MinistryComplete.String(): "2026-09-01", m.SentOn.String(): "2026-08-01",
		m.Issued.String(): "2026-10-20", m.Concluded.String(): "2026-11-10", m.Withdrawn.String(): "2026-11-20",
	} {
		assert.Equal(t, day, name)
	}
	x.Withdrawal.Date = "2029-10-21"
	_, err = x.Life(&outcomes)
	assert.ErrorContains(t, err, "LIFE-06 /withdrawal", "it had expired, and the dossier has no steps to point at")
	x.Withdrawal.Date = "2026-11-20"
	x.Decision.Expires = "2029-10-19" // a day before 36 months end, as it prints
	life, err = x.Life(&outcomes)
	require.NoError(t, err)
	assert.Equal(t, "2029-10-19", life.Expiry().String())
	assert.Equal(t, life.Expiry(), x.Milestones().Expires)
	x.Requests[2].Done = ""
	assert.Zero(t, x.Milestones().ProvinceComplete, "what was asked for is not there")
	life, err = x.Life(&outcomes)
	require.NoError(t, err)
	assert.Equal(t, procedure.StageSentBack, life.Stage())
	x.Decision.Issued, x.Inspections[0].Concluded = "2026-10-25", ""
	assert.Equal(t, "2026-10-25", x.Milestones().Issued.String())
	assert.Equal(t, "2026-11-05", x.Milestones().Concluded.String())
}

// What an office is called where it is not known which council it sits on, in the
// province, and at the ministry (Articles 7.3.b, 7.4.b).
func TestNamesOfOffices(t *testing.T) {
	t.Parallel()
	for office, want := range map[dossier.Office][2]string{
		dossier.OfficeAgricultureEnvironment: {"Nông nghiệp và Môi trường", "agriculture and environment"},
		dossier.OfficeIndustryTrade:          {"Công Thương", "industry and trade"},
		dossier.OfficeHealth:                 {"Y tế", "health"},
		dossier.OfficeScienceTechnology:      {"Khoa học và Công nghệ", "science and technology"},
		dossier.OfficeCultureSportsTourism:   {"Văn hóa, Thể thao và Du lịch", "culture, sports and tourism"},
		dossier.OfficeFoodSafety:             {"An toàn thực phẩm", "food safety"},
	} {
		assert.Equal(t, lang.Text{Vi: "Sở hoặc Bộ " + want[0], En: "department or ministry of " + want[1]}, office.Name())
		assert.Equal(t, lang.Text{Vi: "Sở " + want[0], En: "department of " + want[1]}, office.NameOn(false))
		assert.Equal(t, lang.Text{Vi: "Bộ " + want[0], En: "ministry of " + want[1]}, office.NameOn(true))
	}
	for office, want := range map[dossier.Office]lang.Text{
		dossier.OfficeOCOP:              {Vi: "đơn vị tham mưu quản lý OCOP", En: "OCOP office"},
		dossier.OfficeSpecialisedAgency: {Vi: "đơn vị quản lý chuyên ngành nông nghiệp và môi trường", En: "specialised agency of agriculture and environment"},
		dossier.OfficeExpert:            {Vi: "chuyên gia được mời", En: "invited expert"},
		dossier.OfficeAssociation:       {Vi: "hội, hiệp hội được mời", En: "invited association"},
		dossier.OfficeOrganisation:      {Vi: "cơ quan, tổ chức khác được mời", En: "other invited organisation"},
		"khac":                          {},
	} {
		assert.Equal(t, want, office.Name(), office)
		assert.Equal(t, want, office.NameOn(false), office)
		assert.Equal(t, want, office.NameOn(true), office)
	}
	leaders := dossier.OfficeLeadership
	assert.Equal(t, lang.Text{Vi: "lãnh đạo UBND cấp tỉnh", En: "leadership of the province's People's Committee"}, leaders.NameOn(false))
	assert.Equal(t, lang.Text{Vi: "lãnh đạo Bộ Nông nghiệp và Môi trường", En: "leadership of the Ministry of Agriculture and Environment"}, leaders.NameOn(true))
	assert.Contains(t, leaders.Name().Vi, " hoặc ")
	assert.Contains(t, leaders.Name().En, " or ")
}
