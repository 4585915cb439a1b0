package dossier_test

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/dossier/procedure"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/civil"
)

// The rules of the law through the door that everyone uses, dossier.Read: for
// each article what breaks it, and what stands at its very edge and does not.
// A complete dossier is filed with the commune on 16 June 2026.

// read gives codes and places of what Read finds in a dossier.
func read(t *testing.T, x *dossier.Dossier, o dossier.Options) []string {
	t.Helper()
	_, problems := dossier.Read(text(t, x), o)
	return found(problems)
}

// lawCase is a change to a complete dossier of set 13, and what Read finds then.
type lawCase struct {
	name  string
	kind  dossier.Application // "": a first assessment
	set   int                 // 0: 13
	spoil func(x *dossier.Dossier)
	want  []string
}

func (c *lawCase) run(t *testing.T) {
	t.Helper()
	kind, set := c.kind, c.set
	if kind == "" {
		kind = dossier.ApplicationFirst
	}
	if set == 0 {
		set = 13
	}
	x := complete(t, set, kind)
	c.spoil(x)
	assert.Equal(t, c.want, read(t, x, dossier.Options{}), c.name)
}

// filedOn moves a complete dossier's first steps to a day.
func filedOn(x *dossier.Dossier, day string) {
	x.Registration.Date, x.Registration.CommuneReceipt.Date, x.Report.Date = day, day, day
}

// draft is a complete dossier that no office has received, its form of a day.
func draft(x *dossier.Dossier, day string) {
	x.Registration.Date, x.Report.Date = day, day
	x.Registration.CommuneReceipt, x.Registration.ProvinceReceipt, x.CommuneReport = nil, nil, nil
}

// A draft is judged as of the day on which it is to be filed; a dossier that was
// received, as of that day.
func TestDraftsAreJudgedAsOfTheirFiling(t *testing.T) {
	t.Parallel()
	on := func(day string) dossier.Options {
		d, _ := civil.Parse(day)
		return dossier.Options{On: d}
	}
	x := complete(t, 13, dossier.ApplicationFirst)
	draft(x, "2026-05-20")
	assert.Equal(t, []string{"DOSSIER-42 /registration/date"}, read(t, x, on("2026-05-21")))
	assert.Empty(t, read(t, x, on("2026-05-22")))
	x.Evidence[0].Expires = "2026-06-30"
	assert.Equal(t, []string{"EVIDENCE-07 /evidence/0/expires"}, read(t, x, on("2026-06-30")))
	assert.Equal(t, []string{"EVIDENCE-06 /evidence/0/expires", "EVIDENCE-09 /report/claims/7"}, read(t, x, on("2026-07-01")))
	x = complete(t, 13, dossier.ApplicationReassessment)
	draft(x, "2026-05-20")
	assert.Equal(t, []string{"DOSSIER-43 /registration/date"}, read(t, x, on("2026-06-03")), "181 days before 2026-12-01")
	assert.Empty(t, read(t, x, on("2026-06-04")))
	x = complete(t, 13, dossier.ApplicationReassessment)
	assert.Empty(t, read(t, x, on("2026-06-03")), "it was received on 2026-06-16")
}

// Days that are hardly meant so.
func TestLawOfFarDays(t *testing.T) {
	t.Parallel()
	for _, c := range []lawCase{
		{"form 02 of 2199", "", 0, func(x *dossier.Dossier) { x.Report.Date = "2199-06-15" }, []string{"DOSSIER-58 /report/date"}},
		{"form 02 of 1901", "", 0, func(x *dossier.Dossier) { x.Report.Date = "1901-06-15" }, []string{"DOSSIER-58 /report/date"}},
		{"form 02 366 days before form 01", "", 0, func(x *dossier.Dossier) { x.Report.Date = "2025-06-14" }, nil},
		{"form 02 367 days before form 01", "", 0, func(x *dossier.Dossier) { x.Report.Date = "2025-06-13" }, []string{"DOSSIER-58 /report/date"}},
		{"a council two years after the proposal", "", 0, func(x *dossier.Dossier) {
			council := councilOf(x, "2028-07-21")
			x.Proposed, x.Council = &dossier.Proposal{Date: "2026-07-20", Answers: council.Members[0].Answers}, council
		}, []string{"DOSSIER-58 /council/date"}},
		{"a draft of 2199", "", 0, func(x *dossier.Dossier) {
			draft(x, "2199-06-15")
			for i := range x.Evidence {
				x.Evidence[i].Expires, x.Evidence[i].Issued = "", ""
			}
		}, []string{"DOSSIER-58 /registration/date"}},
		{"a form two years before its year", "", 0, func(x *dossier.Dossier) { draft(x, "2024-06-15") }, []string{"DOSSIER-58 /registration/date"}},
		{"a form of the December before its year", "", 0, func(x *dossier.Dossier) { draft(x, "2026-12-30"); x.Registration.Year = 2027 }, nil},
		{"founded on the form's day", "", 0, func(x *dossier.Dossier) { x.Producer.Founded = "2026-06-15" }, nil},
		{"founded after it", "", 0, func(x *dossier.Dossier) { x.Producer.Founded = "2026-06-16" }, []string{"DOSSIER-58 /producer/founded"}},
		{"figures of this year", "", 0, func(x *dossier.Dossier) { x.Report.Results.Years[0].Year = 2026 }, nil},
		{"figures of the next", "", 0, func(x *dossier.Dossier) { x.Report.Results.Years[0].Year = 2027 }, []string{"DOSSIER-58 /report/results/years/0/year"}},
		{"a paper of 1901", "", 0, func(x *dossier.Dossier) { x.Evidence[0].Issued = "1901-01-10" }, []string{"DOSSIER-58 /evidence/0/issued"}},
		{"a paper that lasts until 2199", "", 0, func(x *dossier.Dossier) { x.Evidence[0].Expires = "2199-01-10" }, []string{"DOSSIER-58 /evidence/0/expires"}},
		{"36,600 days from the filing", "", 0, func(x *dossier.Dossier) { x.Evidence[0].Issued, x.Evidence[0].Expires = "1926-04-02", "2126-08-31" }, nil},
		{"36,601", "", 0, func(x *dossier.Dossier) { x.Evidence[0].Issued, x.Evidence[0].Expires = "1926-04-01", "2126-09-01" }, []string{"DOSSIER-58 /evidence/0/issued", "DOSSIER-58 /evidence/0/expires"}},
	} {
		c.run(t)
	}
}

// Letters that look like Đ: in a receipt it says which is meant, in a name it warns.
func TestLettersThatLookLikeD(t *testing.T) {
	t.Parallel()
	x := complete(t, 13, dossier.ApplicationFirst)
	x.Registration.CommuneReceipt.Number = "01-07/P\u00d0K-66-24133-2026"
	problems := x.Check(dossier.Options{})
	require.Equal(t, []string{"DOSSIER-23 /registration/communeReceipt/number"}, found(problems))
	assert.Contains(t, problems[0].Message.Vi, "Ð (U+00D0)")
	for code, letter := range map[string]string{"U+00D0": "\u00d0", "U+00F0": "\u00f0", "U+0189": "\u0189", "U+0256": "\u0256"} {
		x := complete(t, 13, dossier.ApplicationFirst)
		councils(x, "2026-08-01", "2026-08-02")
		name := letter + "inh"
		p := &x.Producer
		p.Name, p.Address, x.Product.Name = name, name, name
		p.Representative.Name, p.Representative.Position, p.Representative.Ethnicity, p.Representative.Address = name, name, name, name
		x.Registration.CommuneReceipt.Receiver, x.Registration.ProvinceReceipt.Receiver, x.Council.Members[1].Name, x.Ministry.Members[2].Name = name, name, name, name
		problems := x.Check(dossier.Options{})
		assert.Equal(t, []string{
			"DOSSIER-59 /producer/name", "DOSSIER-59 /producer/address", "DOSSIER-59 /producer/representative/name", "DOSSIER-59 /producer/representative/position",
			"DOSSIER-59 /producer/representative/ethnicity", "DOSSIER-59 /producer/representative/address", "DOSSIER-59 /product/name",
			"DOSSIER-59 /registration/communeReceipt/receiver", "DOSSIER-59 /registration/provinceReceipt/receiver",
			"DOSSIER-59 /council/members/1/name", "DOSSIER-59 /ministry/members/2/name",
		}, found(problems))
		assert.Contains(t, problems[0].Message.En, "“"+letter+"” ("+code+")")
	}
}

// option claims another option and leaves the rest of the claim.
func option(x *dossier.Dossier, criterion, option string) {
	c := x.Report.Claims[criterion]
	c.Option = option
	x.Report.Claims[criterion] = c
}

func TestLawOfDates(t *testing.T) {
	t.Parallel()
	issued := func(day string) func(*dossier.Dossier) {
		return func(x *dossier.Dossier) { x.Previous.Issued, x.Previous.ProductCode = day, "" }
	}
	review := func(received, reported string) func(*dossier.Dossier) {
		return func(x *dossier.Dossier) {
			filedOn(x, received)
			x.CommuneReport.Date, x.Registration.ProvinceReceipt = reported, nil
		}
	}
	for _, c := range []lawCase{
		{"Article 11.1: the decision is in force on 22 May 2026 itself", "", 0, func(x *dossier.Dossier) { filedOn(x, "2026-05-22"); x.CommuneReport.Date = "2026-06-12" }, nil},
		{"Article 12.2: the earlier rules apply the day before", "", 0, func(x *dossier.Dossier) { filedOn(x, "2026-05-21"); x.CommuneReport.Date = "2026-06-11" }, []string{"DOSSIER-42 /registration/date"}},
		{"Article 12.2: the day of the receipt counts, not the form's", "", 0, func(x *dossier.Dossier) {
			x.Registration.Date, x.Registration.CommuneReceipt.Date, x.CommuneReport.Date = "2026-05-21", "2026-05-22", "2026-06-12"
		}, nil},
		{"Article 12.2: what is not filed yet cannot be under the earlier rules", "", 0, func(x *dossier.Dossier) { draft(x, "2026-05-20") }, nil},

		{"Article 7.6.a: 180 days before expiry are early enough", dossier.ApplicationReassessment, 0, issued("2023-12-13"), nil},
		{"Article 7.6.a: 181 days are too early", dossier.ApplicationReassessment, 0, issued("2023-12-14"), []string{"DOSSIER-43 /registration/date"}},
		{"Article 7.6.a: 120 days before expiry are in time", dossier.ApplicationReassessment, 0, issued("2023-10-14"), nil},
		{"Article 7.6.a: 119 days are late", dossier.ApplicationReassessment, 0, issued("2023-10-13"), []string{"DOSSIER-44 /registration/date"}},
		{"Article 12.3: filed after the expiry it is extended too (cases/law 8)", dossier.ApplicationReassessment, 0, issued("2023-06-01"), []string{"DOSSIER-44 /registration/date"}},
		{"Article 12.3: what ended on 22 May 2026 was in force", dossier.ApplicationReassessment, 0, issued("2023-05-22"), []string{"DOSSIER-44 /registration/date"}},
		{"Article 12.3: what ended the day before is not revived", dossier.ApplicationReassessment, 0, issued("2023-05-21"), []string{"DOSSIER-80 /registration/date"}},
		{"Article 12.3: beyond any extension (cases/law 7)", dossier.ApplicationReassessment, 0, issued("2022-06-01"), []string{"DOSSIER-81 /registration/date", "DOSSIER-80 /registration/date"}},
		{"Article 12.3: beyond any extension (cases/law 24)", dossier.ApplicationReassessment, 0, issued("2020-02-04"), []string{"DOSSIER-81 /registration/date", "DOSSIER-80 /registration/date"}},
		{"Article 12.1: the printed end counts before 36 months", dossier.ApplicationReassessment, 0, func(x *dossier.Dossier) {
			x.Previous.Issued, x.Previous.Expires = "2022-06-01", "2026-11-01"
		}, nil},
		{"Article 12.1: and so for an upgrade", dossier.ApplicationUpgrade, 0, func(x *dossier.Dossier) {
			x.Previous.Issued, x.Previous.Expires = "2024-06-01", "2026-06-15"
		}, []string{"DOSSIER-51 /previous/issued"}},
		{"a certificate does not end before it is issued", dossier.ApplicationReassessment, 0, func(x *dossier.Dossier) {
			x.Previous.Issued, x.Previous.Expires = "2023-11-01", "2023-10-31"
		}, []string{"DOSSIER-41 /previous/expires"}},
		{"Article 7.5: an upgrade has no window", dossier.ApplicationUpgrade, 0, issued("2026-01-01"), nil},
		{"Article 4.3: an upgrade on the certificate's last day", dossier.ApplicationUpgrade, 0, issued("2023-06-16"), nil},
		{"Article 4.3: an upgrade the day after", dossier.ApplicationUpgrade, 0, issued("2023-06-15"), []string{"DOSSIER-51 /previous/issued"}},

		{"Article 7.2: the 15th working day, 2 September and two days before not counted", "", 0, review("2026-08-24", "2026-09-17"), nil},
		{"Article 7.2: the day after, 2 September and two days before not counted", "", 0, review("2026-08-24", "2026-09-18"), []string{"DOSSIER-50 /communeReport/date"}},
		{"Article 7.2: the 15th working day, 1 January not counted", "", 0, review("2026-12-21", "2027-01-12"), nil},
		{"Article 7.2: the day after, 1 January not counted", "", 0, review("2026-12-21", "2027-01-13"), []string{"DOSSIER-50 /communeReport/date"}},
		{"Article 7.2: nothing is late before there is a report", "", 0, func(x *dossier.Dossier) { x.CommuneReport = nil }, nil},
		{"Article 7.2: nothing is late without a receipt", "", 0, func(x *dossier.Dossier) {
			x.Registration.CommuneReceipt, x.CommuneReport.Date, x.Registration.ProvinceReceipt = nil, "2026-12-30", nil
		}, []string{"DOSSIER-70 /registration"}},
	} {
		c.run(t)
	}

	// A calendar of the caller's own replaces the year that it names.
	x := complete(t, 13, dossier.ApplicationFirst)
	x.CommuneReport.Date = "2026-07-08" // a day late
	late := x.Check(dossier.Options{})
	require.Len(t, late, 1)
	assert.Contains(t, late[0].Message.En, "(Article 7.2, reading day-not-counted; there are no holidays in it; a later notice may move it)")
	own := procedure.Holidays{2026: {Off: []civil.Date{{Year: 2026, Month: 7, Day: 1}}}}
	assert.Empty(t, read(t, x, dossier.Options{Holidays: own}))
	x.CommuneReport.Date = "2026-07-09"
	assert.Contains(t, x.Check(dossier.Options{Holidays: own})[0].Message.Vi, "đã trừ ngày nghỉ 2026-07-01; thông báo")
}

// Validate and the deadlines say the same of a certificate, whatever the days
// (Article 12.3).
func TestOneAnswerOnExtensions(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ issued, expires, until string }{
		{"2023-06-01", "", "2026-11-28"}, {"2023-05-21", "", ""}, {"2022-06-01", "", ""}, {"2020-02-04", "", ""},
		{"2023-11-01", "", ""}, {"2022-06-01", "2026-07-10", "2027-01-06"},
	} {
		x := complete(t, 13, dossier.ApplicationReassessment)
		x.Previous.Issued, x.Previous.Expires = c.issued, c.expires
		promised, due := "", ""
		for _, p := range x.Check(dossier.Options{}).Of("DOSSIER-44") {
			for _, param := range p.Params {
				if param.Name == "until" {
					promised = param.Value
				}
			}
		}
		for _, d := range procedure.Deadlines(x.Milestones(), procedure.Options{}) {
			if d.Key == procedure.DueExtension {
				due = d.By.String()
			}
		}
		assert.Equal(t, c.until, promised, c)
		assert.Equal(t, c.until, due, c)
	}
}

func TestMilestones(t *testing.T) {
	t.Parallel()
	x := complete(t, 13, dossier.ApplicationReassessment)
	councils(x, "2026-07-01", "2026-07-02")
	x.Previous.Expires = "2026-11-02"
	date := func(s string) civil.Date {
		d, err := civil.Parse(s)
		require.NoError(t, err)
		return d
	}
	assert.Equal(t, procedure.Milestones{
		Application: dossier.ApplicationReassessment, Filed: date(x.Registration.CommuneReceipt.Date), Proposed: date(x.CommuneReport.Date),
		ProvinceComplete: date(x.Registration.ProvinceReceipt.Date), ProvinceScored: date("2026-07-01"), SentOn: date("2026-07-01"), MinistryScored: date("2026-07-02"),
		Issued: date(x.Previous.Issued), Expires: date("2026-11-02"),
	}, x.Milestones())
	assert.Zero(t, new(dossier.Dossier).Milestones())
}

// No step comes before the one that it follows (Article 7); all on one day is
// as the law has it.
func TestLawOfTheOrderOfSteps(t *testing.T) {
	t.Parallel()
	const day, before = "2026-06-16", "2026-06-15"
	dates := []struct {
		path string
		of   func(x *dossier.Dossier) *string
	}{
		{"/registration/date", func(x *dossier.Dossier) *string { return &x.Registration.Date }},
		{"/registration/communeReceipt/date", func(x *dossier.Dossier) *string { return &x.Registration.CommuneReceipt.Date }},
		{"/communeReport/date", func(x *dossier.Dossier) *string { return &x.CommuneReport.Date }},
		{"/registration/provinceReceipt/date", func(x *dossier.Dossier) *string { return &x.Registration.ProvinceReceipt.Date }},
		{"/proposed/date", func(x *dossier.Dossier) *string { return &x.Proposed.Date }},
		{"/council/date", func(x *dossier.Dossier) *string { return &x.Council.Date }},
		{"/provinceProposal/date", func(x *dossier.Dossier) *string { return &x.ProvinceProposal.Date }},
		{"/ministry/date", func(x *dossier.Dossier) *string { return &x.Ministry.Date }},
		{"/decision/date", func(x *dossier.Dossier) *string { return &x.Decision.Date }},
	}
	whole := func() *dossier.Dossier {
		x := complete(t, 13, dossier.ApplicationUpgrade)
		x.Proposed = &dossier.Proposal{Answers: map[string]string{"1.1": "a"}}
		councils(x, day, day)
		x.Previous.Issued = day
		x.Decision = &dossier.Decision{By: "ministry", Number: "4/QĐ", Star: 5, Certificate: "5", Published: day, Notice: &dossier.Letter{Number: "6/TB", Date: day}}
		for _, d := range dates {
			*d.of(x) = day
		}
		return x
	}
	assert.Empty(t, read(t, whole(), dossier.Options{}), "all on one day")
	for _, d := range dates {
		x := whole()
		*d.of(x) = before
		assert.Equal(t, []string{"DOSSIER-41 " + d.path}, read(t, x, dossier.Options{}))
	}
}

func TestLawOfTheKindsOfApplication(t *testing.T) {
	t.Parallel()
	upgrade, again := complete(t, 13, dossier.ApplicationUpgrade), complete(t, 13, dossier.ApplicationReassessment)
	for _, c := range []lawCase{
		{"Article 6.1.a: nothing came before", dossier.ApplicationFirst, 0, func(x *dossier.Dossier) { x.Previous = upgrade.Previous }, []string{"DOSSIER-79 /previous"}},
		{"Article 6.1.a: what came before has ended", dossier.ApplicationFirst, 0, func(x *dossier.Dossier) { x.Previous = upgrade.Previous; x.Previous.Expires = "2026-06-15" }, nil},
		{"Article 6.1.a: nothing to change", dossier.ApplicationFirst, 0, func(x *dossier.Dossier) { x.Changes = upgrade.Changes }, []string{"DOSSIER-31 /changes"}},
		{"Article 6.1.a: nothing to bring up to date", dossier.ApplicationFirst, 0, func(x *dossier.Dossier) { x.Updates = again.Updates }, []string{"DOSSIER-31 /updates"}},
		{"Article 6.1.b: what was recognised", dossier.ApplicationUpgrade, 0, func(x *dossier.Dossier) { x.Previous = nil }, []string{"DOSSIER-30 /previous"}},
		{"Article 6.1.b: what has changed", dossier.ApplicationUpgrade, 0, func(x *dossier.Dossier) { x.Changes = nil }, []string{"DOSSIER-30 /changes"}},
		{"Article 6.1.b: no updates", dossier.ApplicationUpgrade, 0, func(x *dossier.Dossier) { x.Updates = again.Updates }, []string{"DOSSIER-31 /updates"}},
		{"Article 6.1.c: what was recognised", dossier.ApplicationReassessment, 0, func(x *dossier.Dossier) { x.Previous = nil }, []string{"DOSSIER-30 /previous"}},
		{"Article 6.1.c: no changes", dossier.ApplicationReassessment, 0, func(x *dossier.Dossier) { x.Changes = upgrade.Changes }, []string{"DOSSIER-31 /changes"}},
		{"Article 6.1.c: what is to be brought up to date", dossier.ApplicationReassessment, 0, func(x *dossier.Dossier) { x.Updates = nil }, []string{"DOSSIER-30 /updates"}},
		{"form 02.III: a renewed paper that is not there", dossier.ApplicationReassessment, 0, func(x *dossier.Dossier) { x.Updates.Renewed = []string{"khac"} }, []string{"EVIDENCE-02 /updates/renewed/0"}},

		{"Article 7.5: 5 stars are the highest", dossier.ApplicationUpgrade, 0, func(x *dossier.Dossier) { x.Previous.Star = 5 }, []string{"DOSSIER-45 /previous/star"}},
		{"Article 7.5: from 4 stars to 5", dossier.ApplicationUpgrade, 0, func(x *dossier.Dossier) { x.Previous.Star = 4 }, nil},
		{"Article 7.5: from 4 stars to 4 is no upgrade", dossier.ApplicationUpgrade, 0, func(x *dossier.Dossier) { x.Previous.Star = 4; option(x, "1.5", "c") }, []string{"DOSSIER-52 /report/claims"}},
		{"Article 7.5: from 3 stars to 4", dossier.ApplicationUpgrade, 0, func(x *dossier.Dossier) { option(x, "1.5", "c") }, nil},
		{"an upgrade that is incomplete has no star to compare", dossier.ApplicationUpgrade, 0, func(x *dossier.Dossier) { x.Previous.Star = 4; delete(x.Report.Claims, "1.1") }, []string{"EVIDENCE-14 /report/claims"}},
		{"an upgrade whose claims stop the assessment has none either", dossier.ApplicationUpgrade, 16, func(x *dossier.Dossier) { x.Previous.Star = 4; option(x, "6.3", "a") }, []string{"DOSSIER-53 /report/claims"}},
		{"a re-assessment may keep its stars", dossier.ApplicationReassessment, 0, func(x *dossier.Dossier) { x.Previous.Star = 5 }, nil},

		{"Article 6.2.d: four samples", "", 0, func(x *dossier.Dossier) { x.Registration.Samples = 4 }, []string{"DOSSIER-46 /registration/samples"}},
		{"Article 6.2.d: five", "", 0, func(x *dossier.Dossier) { x.Registration.Samples = 5 }, nil},
		{"Article 6.2.d: four before the commune's proposal", "", 0, func(x *dossier.Dossier) { x.Registration.Samples, x.CommuneReport = 4, nil }, []string{"DOSSIER-47 /registration/samples"}},
		{"Article 6.2.d: tourism sends none", "", 26, func(x *dossier.Dossier) { x.Registration.Samples = 0 }, nil},
	} {
		c.run(t)
	}
}

// A receipt is of the place of the form that it stands on (form 01) and of the year
// in which its office took the dossier in; another province is worth a look.
func TestLawOfReceipts(t *testing.T) {
	t.Parallel()
	for number, code := range map[string]string{
		"9-9/PĐK-66-24133-2026": "",
		"9-9/PĐK-01-24133-2026": "DOSSIER-56", // another province
		"9-9/PĐK-99-24133-2026": "DOSSIER-56", // a province that there is not
		"9-9/PĐK-66-24154-2026": "DOSSIER-40", // another commune of the province
		"9-9/PĐK-66-24133-2025": "DOSSIER-55", // another year
	} {
		for i, path := range []string{"/registration/communeReceipt/number", "/registration/provinceReceipt/number"} {
			x := complete(t, 13, dossier.ApplicationFirst)
			[]*dossier.Receipt{x.Registration.CommuneReceipt, x.Registration.ProvinceReceipt}[i].Number = number
			var want []string
			if code != "" {
				want = []string{code + " " + path}
			}
			assert.Equal(t, want, read(t, x, dossier.Options{}), number)
		}
	}
	x := complete(t, 13, dossier.ApplicationFirst)
	x.Registration.ProvinceReceipt.Number = "9-9/PĐK-99-24133-2026"
	assert.Equal(t, []string{"Number of the receipt: 9-9/PĐK-99-24133-2026 is of 99, the registration form of Tỉnh Đắk Lắk."}, told(x, "/registration/provinceReceipt/number"))
	x.Registration.CommuneReceipt, x.Registration.ProvinceReceipt.Number = nil, "9-9/PĐK-01-24133-2025"
	assert.Equal(t, []string{"DOSSIER-56 /registration/provinceReceipt/number", "DOSSIER-55 /registration/provinceReceipt/number", "DOSSIER-70 /registration"}, read(t, x, dossier.Options{}), "the province's alone")

	// A round from December to January.
	x = complete(t, 13, dossier.ApplicationFirst)
	r := &x.Registration
	r.Date, x.Report.Date, r.CommuneReceipt.Date, r.CommuneReceipt.Number = "2026-12-21", "2026-12-21", "2026-12-21", "01-07/PĐK-66-24133-2026"
	x.CommuneReport.Date, r.ProvinceReceipt.Date, r.ProvinceReceipt.Number = "2027-01-08", "2027-01-11", "03-15/PĐK-66-24133-2027"
	assert.Empty(t, read(t, x, dossier.Options{}))
	r.ProvinceReceipt.Number = "03-15/PĐK-66-24133-2026"
	assert.Equal(t, []string{"DOSSIER-55 /registration/provinceReceipt/number"}, read(t, x, dossier.Options{}))
}

// A product code of another province is worth a look; a province of before July
// 2025 is that into which it went.
func TestLawOfProductCodes(t *testing.T) {
	t.Parallel()
	x := complete(t, 13, dossier.ApplicationFirst)
	x.Product.Code = "01-00004-01-2026"
	_, problems := dossier.Read(text(t, x), dossier.Options{})
	require.Equal(t, []string{"DOSSIER-56 /product/code"}, found(problems))
	assert.Contains(t, problems[0].Message.Vi, "01-00004-01-2026 là của Thành phố Hà Nội, còn phiếu đăng ký là của Tỉnh Đắk Lắk")
	for code, want := range map[string][]string{
		"66-24154-01-2026":     nil,
		"01-00004-01-2026":     {"DOSSIER-56 /previous/productCode"},
		"54-555-22015-01-2023": {"CODE-07 /previous/productCode"}, // Phú Yên, now of Đắk Lắk
		"01-001-00004-01-2023": {"CODE-07 /previous/productCode", "DOSSIER-56 /previous/productCode"},
		"01-24133-01-2026":     {"CODE-04 /previous/productCode"}, // what is wrong is told once
	} {
		x := complete(t, 13, dossier.ApplicationReassessment)
		x.Previous.ProductCode = code
		assert.Equal(t, want, read(t, x, dossier.Options{}), code)
	}
}

// A personal number has 12 digits and mostly begins with 0 and a province of birth.
func TestLawOfPersonalNumbers(t *testing.T) {
	t.Parallel()
	for number, want := range map[string][]string{
		"001099012345": nil, "096099012345": nil, "0100109106": nil, "0100109106-001": nil,
		"119190001234": {"DOSSIER-57 /producer/taxCode"}, "003099012345": {"DOSSIER-57 /producer/taxCode"}, "101099012345": {"DOSSIER-57 /producer/taxCode"},
		"00109901234": {"DOSSIER-13 /producer/taxCode"},
	} {
		x := complete(t, 13, dossier.ApplicationFirst)
		x.Producer.TaxCode = number
		assert.Equal(t, want, found(x.Check(dossier.Options{})), number)
	}
}

// What the dossier says against its claims is worth a look.
func TestFactsMeetClaims(t *testing.T) {
	t.Parallel()
	facts := func(spoil func(*dossier.Dossier), set int) (list []string) {
		x := complete(t, set, dossier.ApplicationFirst)
		drop(x, "disability")
		spoil(x)
		for _, s := range read(t, x, dossier.Options{}) {
			if code, _, _ := strings.Cut(s, " "); code >= "DOSSIER-60" && code <= "DOSSIER-62" {
				list = append(list, s)
			}
		}
		return list
	}
	for kind, may := range map[dossier.ProducerKind]string{
		dossier.KindCooperative: "c", dossier.KindEnterprise: "bc", dossier.KindFarm: "a", dossier.KindProductionHousehold: "a", dossier.KindRegisteredHousehold: "a",
		dossier.KindCooperativeGroup: "a", dossier.KindAssociation: "c", dossier.KindFederation: "c", dossier.KindOperatingCentre: "c", dossier.KindEquivalent: "c",
	} {
		for _, claimed := range []string{"a", "b", "c"} {
			got := facts(func(x *dossier.Dossier) { x.Producer.Kind = kind; option(x, "3.1", claimed) }, 26)
			assert.Equal(t, strings.Contains(may, claimed), got == nil, "%s claims %s: %v", kind, claimed, got)
		}
	}
	assert.Empty(t, facts(func(x *dossier.Dossier) { option(x, "3.1", "none") }, 13), "none claims nothing")
	representative := func(gender, ethnicity, claimed string) func(*dossier.Dossier) {
		return func(x *dossier.Dossier) {
			x.Producer.Representative.Gender, x.Producer.Representative.Ethnicity = gender, ethnicity
			option(x, "3.2", claimed)
		}
	}
	assert.Equal(t, []string{"DOSSIER-61 /report/claims/3.2"}, facts(representative("male", "kinh", "b"), 13))
	assert.Empty(t, facts(representative("male", "Kinh", "a"), 13))
	assert.NotEmpty(t, facts(representative("female", "Kinh", "a"), 13), "a point is left out")
	assert.NotEmpty(t, facts(representative("male", "Ê Đê", "a"), 13))
	assert.Empty(t, facts(representative("female", "Kinh", "b"), 13))
	assert.Empty(t, facts(representative("male", "Ê Đê", "b"), 13))
	assert.Empty(t, facts(func(x *dossier.Dossier) { representative("male", "Kinh", "b")(x); x.Evidence[0].Kind = "disability" }, 13))

	profits := func(kind dossier.ProducerKind, claimed string, of ...int) func(*dossier.Dossier) {
		return func(x *dossier.Dossier) {
			x.Producer.Kind, x.Report.Results.Years = kind, nil
			option(x, "3.4", claimed)
			option(x, "3.1", "c")
			for i, profit := range of { // up to the year before the assessment
				x.Report.Results.Years = append(x.Report.Results.Years, dossier.YearResult{Year: 2026 - len(of) + i, Revenue: pointer(1), Profit: pointer(profit)})
			}
		}
	}
	growth := "DOSSIER-62 /report/claims/3.4"
	assert.Equal(t, []string{growth}, facts(profits(dossier.KindEnterprise, "b", 300, 10), 13))
	assert.Equal(t, []string{growth}, facts(profits(dossier.KindEnterprise, "a", 10, 10), 13), "as much is no growth")
	assert.Equal(t, []string{growth}, facts(profits(dossier.KindEnterprise, "b", 20, 10, 30), 13), "one year of growth is not two")
	assert.Equal(t, []string{growth, growth}, facts(profits(dossier.KindEnterprise, "b", 30, 20, 10), 13))
	assert.Empty(t, facts(profits(dossier.KindEnterprise, "a", 20, 10, 30), 13))
	assert.Empty(t, facts(profits(dossier.KindEnterprise, "b", 90, 10, 20, 30), 13))
	assert.Empty(t, facts(profits(dossier.KindEnterprise, "none", 300, 10), 13))
	assert.Empty(t, facts(profits(dossier.KindEnterprise, "b", 10), 13), "not known")
	assert.Empty(t, facts(func(x *dossier.Dossier) {
		profits(dossier.KindEnterprise, "a", 10, 0)(x)
		x.Report.Results.Years[1].Profit = nil
	}, 13), "nor of the last year")
	assert.Empty(t, facts(profits(dossier.KindCooperative, "b", 300, 10), 13), "its rating does as well")
	assert.Equal(t, []string{"DOSSIER-60 /report/claims/3.1", "DOSSIER-61 /report/claims/3.2", growth}, facts(func(x *dossier.Dossier) {
		profits(dossier.KindRegisteredHousehold, "b", 300, 10)(x)
		representative("male", "Kinh", "b")(x)
	}, 13))
}

// The re-assessment of 5 stars need not hold the province's council (Article 6.3.b).
func TestMinistryAlone(t *testing.T) {
	t.Parallel()
	x := complete(t, 13, dossier.ApplicationReassessment)
	councils(x, "2026-07-31", "2026-08-01")
	x.Previous.Star, x.Council = 5, nil
	assert.Empty(t, read(t, x, dossier.Options{}))
	x.Council = councilOf(x, "2026-07-31")
	assert.Empty(t, read(t, x, dossier.Options{}))
	for _, m := range x.Council.Members {
		m.Answers["1.5"] = "a"
	}
	assert.Equal(t, []string{"DOSSIER-49 /ministry"}, read(t, x, dossier.Options{}), "the province came to less")
	x.Council, x.Previous.Star = nil, 4
	assert.Equal(t, []string{"DOSSIER-49 /ministry"}, read(t, x, dossier.Options{}))
}

func TestLawOfProducers(t *testing.T) {
	t.Parallel()
	// Criterion 3.1 a is printed of a registered household and of a cooperative
	// group with its registration; of a farm it asks none.
	for kind, want := range map[dossier.ProducerKind][]string{
		dossier.KindCooperative:         {"EVIDENCE-09 /report/claims/3.1", "EVIDENCE-09 /report/claims/3.2"},
		dossier.KindEnterprise:          {"EVIDENCE-09 /report/claims/3.1", "EVIDENCE-09 /report/claims/3.2"},
		dossier.KindCooperativeGroup:    {"EVIDENCE-09 /report/claims/3.1", "EVIDENCE-09 /report/claims/3.2", "EVIDENCE-16 /report/claims/3.1"},
		dossier.KindRegisteredHousehold: {"EVIDENCE-09 /report/claims/3.1", "EVIDENCE-09 /report/claims/3.2", "EVIDENCE-16 /report/claims/3.1"},
		dossier.KindFarm:                nil,
		dossier.KindProductionHousehold: nil,
	} {
		read := func(t *testing.T, x *dossier.Dossier, o dossier.Options) (list []string) {
			for _, s := range read(t, x, o) {
				if s != "DOSSIER-60 /report/claims/3.1" { // in TestFactsMeetClaims
					list = append(list, s)
				}
			}
			return list
		}
		x := complete(t, 24, dossier.ApplicationFirst)
		x.Producer.Kind = kind
		x.Report.Claims["3.1"] = dossier.Claim{Option: "a", Evidence: []string{"business-registration"}}
		assert.Empty(t, read(t, x, dossier.Options{}), "%s with its registration", kind)
		x.Report.Papers = dossier.Papers{}
		drop(x, "business-registration")
		drop(x, "disability")
		assert.Equal(t, want, read(t, x, dossier.Options{}), "%s without", kind)
		x.Report.Exemptions = []dossier.Exemption{{Paper: "business-registration", Ground: "Hộ làm nông nghiệp không phải đăng ký"}}
		assert.Empty(t, read(t, x, dossier.Options{}), "%s that need not have one", kind)
		x.Report.Exemptions = nil
		if x.Report.Claims["3.1"] = (dossier.Claim{Option: "b"}); want != nil {
			want = want[:2]
		}
		assert.Equal(t, want, read(t, x, dossier.Options{}), "%s that claims another option", kind)
	}
	// These take part with tourism alone (Article 2.3).
	for _, kind := range []dossier.ProducerKind{dossier.KindAssociation, dossier.KindFederation, dossier.KindOperatingCentre, dossier.KindEquivalent} {
		for no := 1; no <= 26; no++ {
			x := complete(t, no, dossier.ApplicationFirst)
			x.Producer.Kind = kind
			var want []string
			if no != 26 {
				want = []string{"DOSSIER-32 /producer/kind"}
			}
			assert.Equal(t, want, read(t, x, dossier.Options{}), "%s, set %d", kind, no)
		}
	}
}

// Papers that the gates of Appendix II ask for, by set, as each prints them: what
// it calls missing, and what it calls a breach of rules.
func gatePapers(set int) (missing, breach map[string]string) {
	switch {
	case set == 15 || set == 17:
		return map[string]string{"production-certificate": "giấy phép sản xuất"}, map[string]string{"food-safety-certificate": "giấy chứng nhận cơ sở đủ điều kiện an toàn thực phẩm"}
	case set <= 17:
		return nil, map[string]string{"food-safety-certificate": "giấy chứng nhận cơ sở đủ điều kiện an toàn thực phẩm"}
	case set == 18:
		return nil, map[string]string{"production-certificate": "giấy chứng nhận cơ sở đủ điều kiện sản xuất", "quality-declaration": "bản đăng ký công bố sản phẩm"}
	case set <= 20:
		return map[string]string{"quality-declaration": "bản công bố sản phẩm (hoặc tương đương)"}, map[string]string{"production-certificate": "giấy chứng nhận cơ sở đủ điều kiện sản xuất"}
	}
	return nil, nil
}

func TestLawOfCompulsoryPapers(t *testing.T) {
	t.Parallel()
	papers := []string{"food-safety-certificate", "production-certificate", "quality-declaration"}
	lacks := func(x *dossier.Dossier) []string {
		_, problems := dossier.Read(text(t, x), dossier.Options{})
		var list []string
		for _, p := range problems {
			if p.Code == "EVIDENCE-12" || p.Code == "EVIDENCE-15" {
				assert.Equal(t, "/evidence", p.Path)
				assert.Contains(t, p.Message.En, "Appendix II, set "+strconv.Itoa(x.Product.Set))
				list = append(list, string(p.Severity)+": "+p.Message.Vi)
			}
		}
		slices.Sort(list)
		return list
	}
	expires := func(x *dossier.Dossier, day string) {
		for i := range x.Evidence {
			if slices.Contains(papers, x.Evidence[i].Kind) {
				x.Evidence[i].Expires = day
			}
		}
	}
	for no := 1; no <= 26; no++ {
		missing, breach := gatePapers(no)
		var want []string
		for _, name := range missing {
			want = append(want, fmt.Sprintf("error: Thiếu giấy tờ bắt buộc còn hạn: %s (Phụ lục II, bộ %d, cách hiểu missing-paper-unless-exempt). Nếu không thuộc diện phải có thì ghi lý do ở mục giấy tờ không phải có.", name, no))
		}
		for _, name := range breach {
			want = append(want, fmt.Sprintf("warning: Không kèm giấy tờ còn hạn: %s. Vi phạm quy định về giấy này thì hồ sơ bị loại (Phụ lục II, bộ %d, cách hiểu breach-found-by-office); nếu không thuộc diện phải có thì ghi lý do ở mục giấy tờ không phải có.", name, no))
		}
		slices.Sort(want)
		x := complete(t, no, dossier.ApplicationFirst)
		assert.Empty(t, lacks(x), "set %d", no)
		expires(x, "2026-06-16")
		assert.Empty(t, lacks(x), "set %d: the papers' last day", no)
		expires(x, "2026-06-15")
		assert.Equal(t, want, lacks(x), "set %d: an expired paper counts for nothing", no)
		for _, kind := range papers {
			drop(x, kind)
		}
		assert.Equal(t, want, lacks(x), "set %d: no paper", no)
		for _, kind := range papers {
			x.Report.Exemptions = append(x.Report.Exemptions, dossier.Exemption{Paper: kind, Ground: "Không thuộc diện phải có"})
		}
		assert.Empty(t, lacks(x), "set %d: none of them need be there", no)
		assert.NoError(t, x.Check(dossier.Options{}).Err(), "set %d", no)
	}
}

// What a producer says need not be there: what stands in for it may be shown, and
// is not to be there besides.
func TestExemptions(t *testing.T) {
	t.Parallel()
	x := complete(t, 13, dossier.ApplicationFirst)
	drop(x, "food-safety-certificate")
	assert.Equal(t, []string{"EVIDENCE-15 /evidence"}, read(t, x, dossier.Options{}), "a coffee with ISO 22000 alone")
	x.Report.Exemptions = []dossier.Exemption{{Paper: "production-certificate", Ground: "Không phải có"}}
	assert.Contains(t, read(t, x, dossier.Options{}), "EVIDENCE-15 /evidence", "another paper need not be there")
	x.Report.Exemptions = []dossier.Exemption{{Paper: "food-safety-certificate", Ground: "Cơ sở có ISO 22000 còn hiệu lực", Evidence: []string{"quality-management"}}}
	assert.Empty(t, read(t, x, dossier.Options{}))

	x.Evidence = append(x.Evidence, dossier.Evidence{ID: "mien", Kind: "exemption", File: dossier.File{Name: "mien.pdf", MediaType: "application/pdf", Size: 1, SHA256: strings.Repeat("b", 64)}})
	last := strconv.Itoa(len(x.Evidence) - 1)
	assert.Equal(t, []string{"EVIDENCE-11 /evidence/" + last}, read(t, x, dossier.Options{}), "a paper that no exemption names")
	x.Report.Exemptions[0].Evidence = []string{"mien", "khac"}
	assert.Equal(t, []string{"EVIDENCE-02 /report/exemptions/0/evidence/1"}, read(t, x, dossier.Options{}))
	x.Report.Exemptions[0].Evidence = []string{"mien"}
	x.Report.Papers.FoodSafety = true
	assert.Equal(t, []string{"EVIDENCE-17 /report/exemptions/0/paper", "EVIDENCE-13 /report/papers/foodSafety"}, read(t, x, dossier.Options{}), "the box is ticked")

	for paper, box := range map[string]func(*dossier.Papers){
		"business-registration": func(p *dossier.Papers) { p.BusinessRegistration = true }, "quality-declaration": func(p *dossier.Papers) { p.QualityDeclared = true },
		"production-certificate": func(p *dossier.Papers) { p.ProductionConditions = true },
	} {
		x := complete(t, 24, dossier.ApplicationFirst)
		x.Report.Papers = dossier.Papers{}
		drop(x, paper)
		x.Report.Exemptions = []dossier.Exemption{{Paper: paper, Ground: "Không phải có"}}
		assert.NotContains(t, read(t, x, dossier.Options{}), "EVIDENCE-17 /report/exemptions/0/paper", paper)
		box(&x.Report.Papers)
		assert.Contains(t, read(t, x, dossier.Options{}), "EVIDENCE-17 /report/exemptions/0/paper", paper)
	}
	x = complete(t, 13, dossier.ApplicationFirst)
	x.Report.Exemptions = []dossier.Exemption{{Paper: "food-safety-certificate", Ground: "Không phải có"}}
	assert.Equal(t, []string{"EVIDENCE-17 /report/exemptions/0/paper"}, read(t, x, dossier.Options{}), "a copy in force is there")
	x.Report.Exemptions = []dossier.Exemption{{Paper: "test-report", Ground: "Không phải có"}, {Paper: "quality-declaration"}}
	assert.Equal(t, []string{"DOSSIER-03 /report/exemptions/0/paper", "DOSSIER-01 /report/exemptions/1/ground"}, found(x.Check(dossier.Options{})))
}

// Form 02.I.7.c has two boxes, which two papers answer.
func TestOnePaperIsNotTwo(t *testing.T) {
	t.Parallel()
	x := complete(t, 13, dossier.ApplicationFirst)
	drop(x, "production-certificate")
	x.Report.Papers.FoodSafety = true
	assert.Empty(t, read(t, x, dossier.Options{}))
	x.Report.Papers.ProductionConditions = true
	assert.Equal(t, []string{"EVIDENCE-13 /report/papers/productionConditions"}, read(t, x, dossier.Options{}))
	x = complete(t, 15, dossier.ApplicationFirst)
	drop(x, "production-certificate")
	assert.Equal(t, []string{"EVIDENCE-12 /evidence"}, read(t, x, dossier.Options{}), "a food-safety certificate is no production licence")
}

// Form 02's table says nothing of the kinds beside it: they may stand at any
// criterion, and one that nothing names is told.
func TestKindsBesideTheTable(t *testing.T) {
	t.Parallel()
	for kind, beside := range map[string]bool{"disability": true, "exemption": true, "place-recognition": true, "other": true, "food-safety-certificate": false, "awards": false} {
		x := complete(t, 24, dossier.ApplicationFirst)
		x.Evidence = append(x.Evidence, dossier.Evidence{ID: "ngoai", Kind: kind, File: dossier.File{Name: "ngoai.zip", MediaType: "application/zip", Size: 1, SHA256: strings.Repeat("b", 64)}})
		last := strconv.Itoa(len(x.Evidence) - 1)
		if kind != "awards" {
			assert.Equal(t, []string{"EVIDENCE-11 /evidence/" + last}, read(t, x, dossier.Options{}), kind)
		}
		claim := x.Report.Claims["1.1"]
		claim.Evidence = []string{"ngoai"}
		x.Report.Claims["1.1"] = claim
		got := read(t, x, dossier.Options{})
		assert.Equal(t, !beside, slices.Contains(got, "EVIDENCE-10 /report/claims/1.1/evidence/0"), "%s: %v", kind, got)
		assert.Equal(t, !beside, slices.Contains(got, "EVIDENCE-09 /report/claims/1.1"), "%s: %v", kind, got)
	}
}

// Sets 19 and 20 reject a dossier without a product declaration; who answers
// criterion 6 with none has to look at that gate.
func TestAnswersThatAskForAGate(t *testing.T) {
	t.Parallel()
	for no, none := range map[int]string{19: "a", 20: "none"} {
		x := complete(t, no, dossier.ApplicationFirst)
		answers := map[string]string{}
		for code, claim := range x.Report.Claims {
			answers[code] = claim.Option
		}
		x.Proposed = &dossier.Proposal{Date: "2026-07-15", Answers: maps.Clone(answers)}
		councils(x, "2026-07-20", "2026-07-21")
		require.Empty(t, read(t, x, dossier.Options{}), "set %d", no)

		x.Proposed.Answers["6"], x.Council.Members[1].Answers["6"] = none, none
		x.Ministry.Members[0].Answers["6"] = none
		claim := x.Report.Claims["6"]
		claim.Option = none
		x.Report.Claims["6"] = claim
		assert.Equal(t, []string{"DOSSIER-54 /report/claims/6", "DOSSIER-54 /proposed/answers/6", "DOSSIER-54 /council/members/1/answers/6", "DOSSIER-54 /ministry/members/0/answers/6"},
			slices.DeleteFunc(read(t, x, dossier.Options{}), func(s string) bool { return !strings.HasPrefix(s, "DOSSIER-54") }), "set %d", no)
		x.Proposed.Gates, x.Council.Gates = []string{"product-declaration-missing"}, []string{"product-declaration-missing"}
		assert.NotContains(t, strings.Join(read(t, x, dossier.Options{}), "\n"), "DOSSIER-54 /proposed", "the gate is found")
		assert.NotContains(t, strings.Join(read(t, x, dossier.Options{}), "\n"), "DOSSIER-54 /council", "the gate is found")
	}
}

// Each of the ten boxes of form 02.I.7 stands for a copy in force. Sets 21 to 26
// ask for none of them, so that a lack is what the box says alone.
func TestLawOfTickedPapers(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, kind string
		tick       func(p *dossier.Papers)
	}{
		{"businessRegistration", "business-registration", func(p *dossier.Papers) { p.BusinessRegistration = true }},
		{"qualityDeclared", "quality-declaration", func(p *dossier.Papers) { p.QualityDeclared = true }},
		{"foodSafety", "food-safety-certificate", func(p *dossier.Papers) { p.FoodSafety = true }},
		{"productionConditions", "production-certificate", func(p *dossier.Papers) { p.ProductionConditions = true }},
		{"trademark", "intellectual-property", func(p *dossier.Papers) { p.Trademark = true }},
		{"sharedMark", "intellectual-property", func(p *dossier.Papers) { p.SharedMark = true }},
		{"patent", "intellectual-property", func(p *dossier.Papers) { p.Patent = true }},
		{"industrialDesign", "intellectual-property", func(p *dossier.Papers) { p.IndustrialDesign = true }},
		{"copyright", "intellectual-property", func(p *dossier.Papers) { p.Copyright = true }},
		{"other", "intellectual-property", func(p *dossier.Papers) { p.Other = "Giống cây trồng" }},
	} {
		// What is found of the box and of a copy that no claim uses.
		of := func(ticked bool, expires string) (list []string) {
			x := complete(t, 24, dossier.ApplicationFirst)
			x.Report.Papers = dossier.Papers{}
			if ticked {
				c.tick(&x.Report.Papers)
			}
			drop(x, c.kind)
			if expires != "" {
				x.Evidence = append(x.Evidence, dossier.Evidence{
					ID: "ban-sao", Kind: c.kind, Expires: expires,
					File: dossier.File{Name: "x.pdf", MediaType: "application/pdf", Size: 1, SHA256: strings.Repeat("b", 64)},
				})
			}
			for _, s := range read(t, x, dossier.Options{}) {
				if code, path, _ := strings.Cut(s, " "); code == "EVIDENCE-13" || code == "EVIDENCE-11" {
					list = append(list, code+" "+strings.TrimRight(path, "0123456789"))
				}
			}
			return list
		}
		box := "EVIDENCE-13 /report/papers/" + c.name
		assert.Equal(t, []string{box}, of(true, ""), "no copy")
		assert.Equal(t, []string{box}, of(true, "2026-06-15"), "one that expired")
		assert.Empty(t, of(true, "2026-06-16"), c.name)
		assert.Empty(t, of(false, ""), c.name)
		if c.kind != "business-registration" { // which every producer may show (Article 2.3)
			assert.Equal(t, []string{"EVIDENCE-11 /evidence/"}, of(false, "2028-01-01"), "a copy of what is not ticked")
		} else {
			assert.Empty(t, of(false, "2028-01-01"))
		}
	}
	// Where a gate asks for the paper, its lack is told once.
	x := complete(t, 13, dossier.ApplicationFirst)
	x.Report.Papers.FoodSafety = true
	drop(x, "food-safety-certificate")
	assert.Equal(t, []string{"EVIDENCE-15 /evidence"}, read(t, x, dossier.Options{}))
}

func TestLawOfEvidence(t *testing.T) {
	t.Parallel()
	// The first piece, that of awards, proves criterion 7 alone.
	piece := func(issued, expires string) func(*dossier.Dossier) {
		return func(x *dossier.Dossier) { x.Evidence[0].Issued, x.Evidence[0].Expires = issued, expires }
	}
	spare := func(x *dossier.Dossier) {
		e := x.Evidence[0]
		e.ID, e.File.SHA256, e.File.Name = "moi", strings.Repeat("b", 64), "moi.pdf"
		x.Evidence = append(x.Evidence, e)
	}
	for _, c := range []lawCase{
		{"issued on the filing day", "", 0, piece("2026-06-16", ""), nil},
		{"issued the day after", "", 0, piece("2026-06-17", ""), []string{"EVIDENCE-08 /evidence/0/issued"}},
		{"no days at all", "", 0, piece("", ""), nil},
		{"no day of issue, expired", "", 0, piece("", "2026-06-15"), []string{"EVIDENCE-06 /evidence/0/expires", "EVIDENCE-09 /report/claims/7"}},
		{"of one day, the filing day", "", 0, piece("2026-06-16", "2026-06-16"), []string{"EVIDENCE-07 /evidence/0/expires"}},
		{"expires before it was issued", "", 0, piece("2026-06-10", "2026-06-09"), []string{"EVIDENCE-05 /evidence/0/expires", "EVIDENCE-09 /report/claims/7"}},
		{"of one day, before the filing", "", 0, piece("2026-06-10", "2026-06-10"), []string{"EVIDENCE-06 /evidence/0/expires", "EVIDENCE-09 /report/claims/7"}},
		{"a claim of points beside one of none: the piece is of use", "", 0, func(x *dossier.Dossier) { option(x, "5.3", "a") }, nil},
		{"a claim of no points alone: it is of none", "", 0, func(x *dossier.Dossier) {
			c := x.Report.Claims["7"]
			x.Report.Claims["7"] = dossier.Claim{Option: "a", Evidence: c.Evidence}
		}, []string{"EVIDENCE-11 /evidence/0"}},
		{"one of two pieces in force is proof", "", 0, func(x *dossier.Dossier) {
			e := x.Evidence[0]
			e.ID, e.Expires, e.File.SHA256, e.File.Name = "cu", "2026-06-15", strings.Repeat("b", 64), "cu.pdf"
			x.Evidence = append(x.Evidence, e)
			c := x.Report.Claims["7"]
			c.Evidence = append(c.Evidence, "cu")
			x.Report.Claims["7"] = c
		}, []string{"EVIDENCE-06 /evidence/" + lastPiece + "/expires"}},
		{"Article 6.1.b: a piece that shows the changes is of use", dossier.ApplicationUpgrade, 0, func(x *dossier.Dossier) { spare(x); x.Changes.Evidence = []string{"moi"} }, nil},
		{"Article 6.1.c: a paper that was renewed is of use", dossier.ApplicationReassessment, 0, func(x *dossier.Dossier) { spare(x); x.Updates.Renewed = []string{"moi"} }, nil},
		{"a piece that nobody names is not", dossier.ApplicationUpgrade, 0, spare, []string{"EVIDENCE-11 /evidence/" + lastPiece}},
		{"a year twice", "", 0, func(x *dossier.Dossier) {
			x.Report.Results.Years = []dossier.YearResult{{Year: 2024, Revenue: pointer(1)}, {Year: 2025, Revenue: pointer(1)}, {Year: 2024, Revenue: pointer(1)}}
		}, []string{"DOSSIER-48 /report/results/years/2/year"}},
		{"two papers in one file", "", 0, func(x *dossier.Dossier) {
			x.Evidence[1].File, x.Evidence[0].Pages, x.Evidence[1].Pages = x.Evidence[0].File, "1-2", "3-4"
		}, nil},
		{"who need not be registered has to prove the rest", "", 0, func(x *dossier.Dossier) {
			x.Producer.Kind = dossier.KindFarm
			option(x, "3.1", "a")
			drop(x, "awards")
		}, []string{"EVIDENCE-09 /report/claims/7"}},
	} {
		c.run(t)
	}
	x := complete(t, 13, dossier.ApplicationFirst)
	x.Evidence[0].Expires = "2026-07-15"
	assert.Empty(t, read(t, x, dossier.Options{ExpirySoon: 29}), "30 days are not within 29")
	x.Evidence[0].Expires = "2026-07-14"
	assert.Equal(t, []string{"EVIDENCE-07 /evidence/0/expires"}, read(t, x, dossier.Options{ExpirySoon: 29}))
}

// The ministry's council scores what the province's gave 5 stars (Article 7.3.e).
func TestLawOfCouncils(t *testing.T) {
	t.Parallel()
	lower := func(r *dossier.CouncilRecord) {
		for _, m := range r.Members {
			m.Answers["1.5"] = "a"
		}
	}
	for _, c := range []lawCase{
		{"Article 7.3.e: both of 5 stars", "", 0, func(x *dossier.Dossier) {
			councils(x, "2026-08-01", "2026-10-01")
		}, nil},
		{"Article 7.3.e: the ministry's alone", "", 0, func(x *dossier.Dossier) { x.Ministry = councilOf(x, "2026-10-01") }, []string{"DOSSIER-49 /ministry", "DOSSIER-70 /ministry"}},
		{"Article 7.3.e: below 5 stars in the province", "", 0, func(x *dossier.Dossier) {
			councils(x, "2026-08-01", "2026-10-01")
			lower(x.Council)
		}, []string{"DOSSIER-49 /ministry"}},
		{"Article 7.4: below 5 stars at the ministry is a result", "", 0, func(x *dossier.Dossier) {
			councils(x, "2026-08-01", "2026-10-01")
			lower(x.Ministry)
		}, nil},
		{"Article 7.3.d: below 5 stars in the province, and no ministry", "", 0, func(x *dossier.Dossier) {
			x.Council = councilOf(x, "2026-08-01")
			lower(x.Council)
		}, nil},
		{"a record that comes to nothing is told for itself", "", 0, func(x *dossier.Dossier) {
			councils(x, "2026-08-01", "2026-10-01")
			x.Council.Seats = 2
		}, []string{"COUNCIL-03 /council/members"}},
		{"the ministry's too", "", 0, func(x *dossier.Dossier) {
			councils(x, "2026-08-01", "2026-10-01")
			x.Ministry.Seats = 2
		}, []string{"COUNCIL-03 /ministry/members"}},
		{"the ministry's alone", "", 0, func(x *dossier.Dossier) { x.Ministry = councilOf(x, "2026-10-01"); x.Ministry.Seats = 2 }, []string{"COUNCIL-03 /ministry/members", "DOSSIER-49 /ministry", "DOSSIER-70 /ministry"}},
		{"Article 4.1: a gate that is none of the set's", "", 0, func(x *dossier.Dossier) {
			councils(x, "2026-08-01", "2026-10-01")
			x.Ministry.Gates, x.Ministry.Members[2].Answers["1.1"] = []string{"ip-infringement"}, "z"
		}, []string{"SHEET-07 /ministry/gates/0", "SHEET-03 /ministry/members/2/answers/1.1"}},
	} {
		c.run(t)
	}
}

// What a council's own rules and its seats say reaches its outcome (Articles
// 7.3.b, 7.4.b).
func TestLawOfTheCouncilsOwnRules(t *testing.T) {
	t.Parallel()
	x := complete(t, 13, dossier.ApplicationFirst)
	for name, c := range map[string]struct {
		spoil func(r *dossier.CouncilRecord)
		want  scoring.Status
	}{
		"all agree":                          {func(*dossier.CouncilRecord) {}, scoring.StatusClassified},
		"a gate":                             {func(r *dossier.CouncilRecord) { r.Gates = []string{"identical-product"} }, scoring.StatusRejected},
		"three of four are three quarters":   {func(r *dossier.CouncilRecord) { r.Seats = 4 }, scoring.StatusClassified},
		"three of five are not":              {func(r *dossier.CouncilRecord) { r.Seats = 5 }, scoring.StatusNoQuorum},
		"nobody in the chair":                {func(r *dossier.CouncilRecord) { r.Members[0].Chair = false }, scoring.StatusNoQuorum},
		"nobody in the chair, who need not":  {func(r *dossier.CouncilRecord) { r.Members[0].Chair, r.Policy.ChairRequired = false, false }, scoring.StatusClassified},
		"a member's sheet is not filled in":  {func(r *dossier.CouncilRecord) { delete(r.Members[1].Answers, "1.1") }, scoring.StatusIncomplete},
		"further apart than the rules allow": {func(r *dossier.CouncilRecord) { r.Members[1].Answers["1.5"] = "a"; r.Policy.MaxSpread = pointer(1) }, scoring.StatusSpreadTooWide},
		"as far apart, without such a rule":  {func(r *dossier.CouncilRecord) { r.Members[1].Answers["1.5"] = "a"; r.Policy = nil }, scoring.StatusClassified},
	} {
		r := councilOf(x, "2026-08-01")
		c.spoil(r)
		outcome, err := x.Decide(r)
		require.NoError(t, err, name)
		assert.Equal(t, c.want, outcome.Status, name)
	}
	r := councilOf(x, "2026-08-01")
	r.Policy.Minima = "all"
	outcome, err := x.Decide(r)
	require.NoError(t, err)
	assert.Equal(t, scoring.Minima("all"), outcome.Policy.Minima)
	assert.Equal(t, "chu-tich", outcome.Members[0].ID)
	r.Members[1].Answers = map[string]string{"99": "a"}
	_, err = x.Decide(r)
	assert.ErrorContains(t, err, "SHEET-02", "no half-result of a sheet that is none of the set's")
}

// What a message names: the criterion and what would prove it, the class that
// Appendix I gives, how many criteria are left.
func TestLawInWords(t *testing.T) {
	t.Parallel()
	claim := func(criterion string, claim dossier.Claim) func(*dossier.Dossier) {
		return func(x *dossier.Dossier) { x.Report.Claims[criterion] = claim }
	}
	for _, c := range []struct {
		name  string
		set   int
		spoil func(x *dossier.Dossier)
		want  []string
	}{
		{"one kind of proof", 13, claim("1.1", dossier.Claim{Option: "a", Description: "Có đủ."}), []string{
			"Criterion 1.1: a is claimed without proof in force. Suggested kinds: “Origin of materials, growing area, chain linkage” (reading evidence-suggested).",
		}},
		{"one of two kinds of proof", 13, claim("5.1", dossier.Claim{Option: "b"}), []string{
			"Criterion 5.1: b is claimed without proof in force. Suggested kinds: “Product story” or “Barcode, tracing label” (reading evidence-suggested).",
		}},
		{"a description where nothing else proves", 13, claim("2.1", dossier.Claim{Option: "d"}), []string{
			"Criterion 2.1: d is claimed without proof in force. Suggested kinds: a description (reading evidence-suggested).",
		}},
		{"any piece there", 13, claim("2.1", dossier.Claim{Option: "d", Evidence: []string{"awards"}}), nil},
		{"no points, no proof", 13, claim("2.1", dossier.Claim{Option: "a"}), nil},
		{"none of the options, no points", 13, claim("1.1", dossier.Claim{Option: "none"}), nil},
		{"another kind of proof beside", 13, claim("5.1", dossier.Claim{Option: "e", Evidence: []string{"awards", "story"}}), []string{
			"Piece awards (Awards and ratings by reputable bodies) does not prove criterion 5.1. Suggested kinds: “Product story” or “Barcode, tracing label” (reading evidence-suggested).",
		}},
		{"criteria left", 13, func(x *dossier.Dossier) {
			delete(x.Report.Claims, "2.1")
			delete(x.Report.Claims, "2.2")
			delete(x.Report.Claims, "10")
		}, []string{
			"Criteria not assessed yet: 3, the first is 2.1.",
		}},
		{"what falls away without a story is not left", 13, func(x *dossier.Dossier) {
			x.Report.Claims["5.1"] = dossier.Claim{Option: "a"}
			delete(x.Report.Claims, "5.2")
			delete(x.Report.Claims, "10")
		}, []string{"Criteria not assessed yet: 1, the first is 10."}},
		{"with a story it is", 13, func(x *dossier.Dossier) { delete(x.Report.Claims, "5.2") }, []string{"Criteria not assessed yet: 1, the first is 5.2."}},
		{"an item is of its list", 13, claim("1.1", dossier.Claim{Option: "a", Evidence: []string{"-"}}), []string{
			"Evidence: “-” may have up to 64 unaccented letters, digits, dots, underscores and hyphens.",
		}},
		{"expires soon", 13, func(x *dossier.Dossier) { x.Evidence[0].Expires = "2026-06-20" }, []string{
			"Piece awards expires on 2026-06-20, within the 60-day period after the filing date 2026-06-16.",
		}},
		{"a class with a subgroup", 14, func(x *dossier.Dossier) { x.Product.Group = "2" }, []string{"Group: product set 14 belongs to sector II, group 1, subgroup a (Appendix I); check the set or the classification."}},
		{"a class without one", 13, func(x *dossier.Dossier) { x.Product.Subgroup = "a" }, []string{"Subgroup: product set 13 belongs to sector I, group 6 (Appendix I); check the set or the classification."}},
		{"points that stop the assessment", 16, func(x *dossier.Dossier) { option(x, "6.3", "a") }, []string{
			"By what is claimed the assessment stops: one of 6.1, 6.2, 6.3, 6.4 has 0 points (Appendix II, set 16).",
		}},
	} {
		x := complete(t, c.set, dossier.ApplicationFirst)
		c.spoil(x)
		_, problems := dossier.Read(text(t, x), dossier.Options{})
		var words []string
		for _, p := range problems {
			words = append(words, p.Message.En)
		}
		assert.Equal(t, c.want, words, c.name)
		if c.name == "one of two kinds of proof" {
			assert.Contains(t, problems[0].Message.Vi, "Nhóm tài liệu gợi ý: “Câu chuyện sản phẩm” hoặc “Mã số mã vạch")
		}
	}
}

// What is outside the shape is an empty sheet and an error, never a guess.
func TestSheetsOfWhatIsWrong(t *testing.T) {
	t.Parallel()
	empty := scoring.Sheet{}
	for name, spoil := range map[string]func(x *dossier.Dossier){
		"DOSSIER-01: no set":          func(x *dossier.Dossier) { x.Product.Set = 27 },
		"DOSSIER-01: another edition": func(x *dossier.Dossier) { x.Edition = "qd148-2023" },
		"SHEET-03: no such option":    func(x *dossier.Dossier) { option(x, "1.1", "z") },
	} {
		x := complete(t, 13, dossier.ApplicationFirst)
		spoil(x)
		sheet, err := x.SelfAssessed()
		code, _, _ := strings.Cut(name, ":")
		assert.ErrorContains(t, err, code)
		assert.Equal(t, empty, sheet)
	}
	x := complete(t, 13, dossier.ApplicationFirst)
	for _, gates := range [][]string{{"ip-infringement"}, {"ip-infringement", "identical-product"}, {"identical-product", "ip-infringement"}} {
		x.Proposed = &dossier.Proposal{Date: "2026-07-20", Answers: map[string]string{"1.1": "a"}, Gates: gates}
		sheet, ok, err := x.ProposedSheet()
		assert.ErrorContains(t, err, "SHEET-07", "a gate of other sets, before or after one of its own")
		assert.False(t, ok)
		assert.Equal(t, empty, sheet)
	}
}
