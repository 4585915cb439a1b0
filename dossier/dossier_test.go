package dossier_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/unicode/norm"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
	"github.com/ocop-vn/ocop-go/scoring/strictjson/hostile"
)

// complete is a dossier of a product set with nothing wrong and nothing to warn
// of: the best option claimed and proved at each criterion.
func complete(t *testing.T, no int, kind dossier.Application) *dossier.Dossier {
	t.Helper()
	class, ok := dossier.ClassOf(no)
	require.True(t, ok)
	set, _ := qd26.Edition().Set(no)
	x := &dossier.Dossier{
		Edition: qd26.ID, Application: kind,
		Producer: dossier.Producer{
			Name: "Hợp tác xã Nông nghiệp An Bình", Kind: dossier.KindCooperative, TaxCode: "0100109106", Address: "Thôn 2, xã Ea Kao", Phone: "0912 345 678", Email: "htx@example.vn",
			Representative: dossier.Representative{Name: "Nguyễn Thị Hoa", Position: "Giám đốc", Gender: "female", Ethnicity: "Kinh", Address: "Thôn 2, xã Ea Kao"},
			Founded:        "2019-03-12", LicenceNumber: "400207000123",
		},
		Product: dossier.Product{Name: "Sản phẩm An Bình", Sector: class.Sector, Group: class.Group, Subgroup: class.Subgroup, Set: no, Specification: "Gói 500 g"},
		Registration: dossier.Registration{
			Province: "66", Commune: "24133", Year: 2026, Samples: 5, Date: "2026-06-15",
			CommuneReceipt:  &dossier.Receipt{Number: "01-07/PĐK-66-24133-2026", Date: "2026-06-16", Receiver: "Trần Văn Bình"},
			ProvinceReceipt: &dossier.Receipt{Number: "03-15/PĐK-66-24133-2026", Date: "2026-07-10", Receiver: "Lê Thị Dung"},
		},
		Report: dossier.Report{
			Papers: dossier.Papers{BusinessRegistration: true}, History: "Thành lập năm 2019.", Organisation: "Ban giám đốc và hai tổ sản xuất.",
			Results: dossier.Results{Materials: "a", Quality: "b", Market: "c", Business: "d", Years: []dossier.YearResult{{Year: 2025, Revenue: pointer(1200), Profit: pointer(-30)}}},
			Claims:  map[string]dossier.Claim{}, Plan: dossier.BusinessPlan{Product: "a", Production: "b", Market: "c"}, Date: "2026-06-15",
		},
		CommuneReport: &dossier.CommuneReport{
			Number: "45/TTr-UBND", Report: "44/BC-UBND", Date: "2026-07-03", Materials: dossier.Finding{Described: "a", Assessed: "b"}, Labour: dossier.Finding{Assessed: "b"},
			Idea: dossier.Finding{Assessed: "b"}, Identity: dossier.Finding{Assessed: "b"},
		},
	}
	kinds := map[string]bool{"business-registration": true}
	for _, g := range set.Gates() { // papers whose lack rejects the dossier
		switch g.ID {
		case "food-safety-certificate-breach":
			kinds["food-safety-certificate"] = true
		case "production-licence-missing", "production-conditions-breach":
			kinds["production-certificate"] = true
		case "product-declaration-missing", "declaration-label-advert-breach":
			kinds["quality-declaration"] = true
		}
	}
	for _, c := range set.Criteria() {
		options := c.Options()
		claim := dossier.Claim{Option: options[len(options)-1].Code, Description: "Có đủ."}
		for _, kind := range c.Evidence() {
			kinds[kind] = true
			claim.Evidence = append(claim.Evidence, kind)
		}
		x.Report.Claims[c.Code()] = claim
	}
	for i, kind := range slices.Sorted(maps.Keys(kinds)) {
		x.Evidence = append(x.Evidence, dossier.Evidence{
			ID: kind, Kind: kind, Title: "Tài liệu", Number: "1", Issuer: "Sở Nông nghiệp và Môi trường", Issued: "2025-01-10", Expires: "2028-01-10",
			File: dossier.File{Name: kind + ".pdf", MediaType: "application/pdf", Size: 1000, SHA256: fmt.Sprintf("%064x", i)},
		})
	}
	switch kind {
	case dossier.ApplicationFirst:
	case dossier.ApplicationUpgrade:
		x.Previous = &dossier.Recognition{ProductCode: "66-24133-01-2025", Star: 3, Decision: "1/QĐ-UBND", Issued: "2025-09-01"}
		x.Changes = &dossier.Changes{Description: "Thêm xưởng.", Evidence: []string{"business-registration"}}
	case dossier.ApplicationReassessment:
		x.Previous = &dossier.Recognition{Star: 4, Decision: "1/QĐ-UBND", Issued: "2023-12-01"}
		x.Updates = &dossier.Updates{
			Materials: "a", Technology: "a", Packaging: "a", Labels: "a", Declaration: "a", Tests: "a", Market: "a", Output: "a", Revenue: "a", Renewed: []string{"business-registration"},
		}
	}
	return x
}

func pointer(n int) *int { return &n }

// found lists codes and places.
func found(problems problem.List) []string {
	var list []string
	for _, p := range problems {
		list = append(list, p.Code+" "+p.Path)
	}
	return list
}

func text(t *testing.T, x *dossier.Dossier) []byte {
	t.Helper()
	data, err := json.Marshal(x)
	require.NoError(t, err)
	return data
}

func TestCompleteDossiers(t *testing.T) {
	t.Parallel()
	for no := 1; no <= 26; no++ {
		for _, kind := range []dossier.Application{dossier.ApplicationFirst, dossier.ApplicationUpgrade, dossier.ApplicationReassessment} {
			x := complete(t, no, kind)
			assert.Empty(t, found(x.Check(dossier.Options{})), "%d %s", no, kind)
			// What is written is read again, nothing lost.
			read, problems := dossier.Read(text(t, x), dossier.Options{})
			assert.Empty(t, found(problems))
			assert.Equal(t, *x, read)
			sheet, err := x.SelfAssessed()
			require.NoError(t, err)
			assert.Equal(t, scoring.StatusClassified, scoring.Score(&sheet).Status)
		}
	}
}

// councilOf gives each of three members the claims as they are; on either council
// nobody is missing.
func councilOf(x *dossier.Dossier, date string) *dossier.CouncilRecord {
	answers := map[string]string{}
	for code, claim := range x.Report.Claims {
		answers[code] = claim.Option
	}
	before := &dossier.Letter{Number: "1/QĐ", Date: "2026-06-01"}
	r := &dossier.CouncilRecord{
		Date: date, Minutes: "1/BB", Established: before, Regulation: before, Advice: before, Seats: 3,
		Policy: &dossier.CouncilPolicy{MaxSpread: pointer(10), Quorum: "3/4", ChairRequired: true, Minima: "majority"},
	}
	for i, m := range []dossier.CouncilMember{{ID: "chu-tich", Office: dossier.OfficeLeadership}, {ID: "so-nnmt", Office: dossier.OfficeAgricultureEnvironment}, {ID: "so-ct", Office: dossier.OfficeIndustryTrade}} {
		m.Name, m.Chair, m.Answers = "Nguyễn Văn An", i == 0, maps.Clone(answers)
		r.Members = append(r.Members, m)
	}
	for _, office := range []dossier.Office{
		dossier.OfficeHealth, dossier.OfficeScienceTechnology, dossier.OfficeCultureSportsTourism, dossier.OfficeOCOP, dossier.OfficeSpecialisedAgency,
	} {
		r.Absent = append(r.Absent, dossier.AbsentMember{Office: office})
	}
	return r
}

// councils gives both councils' records, and what the province sends on between.
func councils(x *dossier.Dossier, province, ministry string) {
	x.Council, x.Ministry = councilOf(x, province), councilOf(x, ministry)
	x.Council.Report = &dossier.Letter{Number: "2/BC", Date: province}
	x.ProvinceProposal = &dossier.ProvinceProposal{
		Number: "3/UBND", Date: province, Samples: 5,
		Approval: &dossier.Letter{Number: "4/QĐ", Date: "2026-06-10"}, Report: &dossier.Letter{Number: "5/BC", Date: "2026-06-10"},
	}
}

func TestResultsAreApart(t *testing.T) {
	t.Parallel()
	x := complete(t, 13, dossier.ApplicationFirst)
	x.Proposed = &dossier.Proposal{Date: "2026-07-20", Answers: map[string]string{"1.1": "a"}, Gates: []string{"identical-product"}, Note: "Chưa đủ."}
	councils(x, "2026-08-01", "2026-10-01")
	assert.Empty(t, found(x.Check(dossier.Options{})))
	sheet, ok, err := x.ProposedSheet()
	require.NoError(t, err)
	require.True(t, ok)
	assert.Equal(t, scoring.StatusRejected, scoring.Score(&sheet).Status)
	outcome, err := x.Decide(x.Council)
	require.NoError(t, err)
	assert.Equal(t, 5, outcome.Star)
	_, ok, err = complete(t, 13, dossier.ApplicationFirst).ProposedSheet()
	require.NoError(t, err)
	assert.False(t, ok)
}

// breaking has for each rule a change to a complete dossier of set 13 that
// breaks it, and what is found then.
var breaking = []struct {
	name  string
	kind  dossier.Application
	set   int
	spoil func(x *dossier.Dossier)
	want  []string
}{
	{"DOSSIER-01", "", 13, func(x *dossier.Dossier) { x.Producer.Name, x.Report.Claims = "", nil }, []string{"DOSSIER-01 /producer/name", "DOSSIER-01 /report/claims"}},
	{"DOSSIER-03", "", 13, func(x *dossier.Dossier) { x.Producer.Kind = "union" }, []string{"DOSSIER-03 /producer/kind"}},
	{"DOSSIER-04", "", 13, func(x *dossier.Dossier) { x.Registration.Samples, *x.Report.Results.Years[0].Revenue = -1, -1 }, []string{"DOSSIER-04 /registration/samples", "DOSSIER-04 /report/results/years/0/revenue"}},
	{"DOSSIER-05", dossier.ApplicationUpgrade, 13, func(x *dossier.Dossier) { x.Changes.Evidence = nil }, []string{"DOSSIER-05 /changes/evidence"}},
	{"DOSSIER-06", "", 13, func(x *dossier.Dossier) { x.Producer.Name = strings.Repeat("a", 801) }, []string{"DOSSIER-06 /producer/name"}},
	{"DOSSIER-07", "", 13, func(x *dossier.Dossier) { x.Producer.Name = strings.Repeat("a", 201) }, []string{"DOSSIER-07 /producer/name"}},
	{"DOSSIER-08", "", 13, func(x *dossier.Dossier) { x.Report.History = " \n" }, []string{"DOSSIER-08 /report/history"}},
	{"DOSSIER-09", "", 13, func(x *dossier.Dossier) { x.Product.Name = "a\nb" }, []string{"DOSSIER-09 /product/name"}},
	{"DOSSIER-10", "", 13, func(x *dossier.Dossier) { x.Evidence[0].Issued = "2025-02-29" }, []string{"DOSSIER-10 /evidence/0/issued"}},
	{"DOSSIER-11", "", 13, func(x *dossier.Dossier) { x.Producer.Phone = "12345" }, []string{"DOSSIER-11 /producer/phone"}},
	{"DOSSIER-12", "", 13, func(x *dossier.Dossier) { x.Producer.Email = "htx" }, []string{"DOSSIER-12 /producer/email"}},
	{"DOSSIER-13", "", 13, func(x *dossier.Dossier) { x.Producer.TaxCode = "123" }, []string{"DOSSIER-13 /producer/taxCode"}},
	{"DOSSIER-14", "", 13, func(x *dossier.Dossier) { x.Producer.TaxCode = "0100109107" }, []string{"DOSSIER-14 /producer/taxCode"}},
	{"DOSSIER-15", "", 13, func(x *dossier.Dossier) { x.Registration.Province = "02" }, []string{"DOSSIER-15 /registration/province"}},
	{"DOSSIER-16", "", 13, func(x *dossier.Dossier) { x.Registration.Commune = "2413" }, []string{"DOSSIER-16 /registration/commune"}},
	{"DOSSIER-17", "", 13, func(x *dossier.Dossier) { x.Evidence[0].ID = "giấy 1" }, []string{"DOSSIER-17 /evidence/0/id"}},
	{"DOSSIER-18", "", 13, func(x *dossier.Dossier) { x.Evidence[0].File.SHA256 = "ab" }, []string{"DOSSIER-18 /evidence/0/file/sha256"}},
	{"DOSSIER-19", "", 13, func(x *dossier.Dossier) { x.Evidence[0].File.Name = "../giay.pdf" }, []string{"DOSSIER-19 /evidence/0/file/name"}},
	{"DOSSIER-20", "", 13, func(x *dossier.Dossier) { x.Product.Code = "66-1" }, []string{"DOSSIER-20 /product/code"}},
	{"DOSSIER-21", "", 13, func(x *dossier.Dossier) { x.Registration.CommuneReceipt.Number = "7" }, []string{"DOSSIER-21 /registration/communeReceipt/number"}},
	{"DOSSIER-22", "", 13, func(x *dossier.Dossier) { x.Council = councilOf(x, "2026-08-01"); x.Council.Policy.Quorum = "75%" }, []string{"DOSSIER-22 /council/policy/quorum"}},
	{"DOSSIER-30", dossier.ApplicationUpgrade, 13, func(x *dossier.Dossier) { x.Previous, x.Changes = nil, nil }, []string{"DOSSIER-30 /previous", "DOSSIER-30 /changes"}},
	{"DOSSIER-31", dossier.ApplicationUpgrade, 13, func(x *dossier.Dossier) { x.Application = dossier.ApplicationFirst }, []string{"DOSSIER-31 /changes"}},
	{"DOSSIER-25", "", 13, func(x *dossier.Dossier) { x.Evidence[0].Pages = "3-0" }, []string{"DOSSIER-25 /evidence/0/pages"}},
	{"DOSSIER-63", "", 13, func(x *dossier.Dossier) {
		x.Report.Figures = &dossier.Figures{Workers: &dossier.Workers{Total: 9, Local: pointer(1)}}
	}, []string{"DOSSIER-63 /report/claims/3.3"}},
	{"DOSSIER-63 one that fits", "", 13, func(x *dossier.Dossier) {
		x.Report.Figures = &dossier.Figures{Workers: &dossier.Workers{Total: 9, Local: pointer(5)}}
	}, []string{"DOSSIER-63 /report/claims/3.3"}},
	{"DOSSIER-63 a range", "", 13, func(x *dossier.Dossier) {
		x.Report.Figures = &dossier.Figures{Materials: []dossier.Material{{Name: "x", FromProvince: pointer(20)}, {Name: "y", FromProvince: pointer(60)}}}
	}, []string{"DOSSIER-63 /report/claims/1.1"}},
	{"DOSSIER-64", "", 13, func(x *dossier.Dossier) {
		x.Report.Figures = &dossier.Figures{Markets: []dossier.Market{{Channel: "export", Share: pointer(51)}, {Channel: "shop", Share: pointer(50)}}}
	}, []string{"DOSSIER-64 /report/figures/markets"}},
	{"DOSSIER-65", "", 13, func(x *dossier.Dossier) {
		x.Report.Figures = &dossier.Figures{Workers: &dossier.Workers{Total: 9, Insured: pointer(10)}}
	}, []string{"DOSSIER-65 /report/figures/workers/insured"}},
	{"DOSSIER-66", "", 1, func(x *dossier.Dossier) {
		x.Report.Figures = &dossier.Figures{Materials: []dossier.Material{{Name: "x", FromProvince: pointer(99)}}}
	}, []string{"DOSSIER-66 /report/figures/materials/0/fromProvince"}},
	{"DOSSIER-67", "", 13, func(x *dossier.Dossier) { x.Report.Results.Years[0].Output = pointer(9) }, []string{"DOSSIER-67 /report/results/years/0/output"}},
	{"DOSSIER-71", "", 13, func(x *dossier.Dossier) { x.Council = councilOf(x, "2026-08-01"); x.Council.Absent = nil }, []string{"DOSSIER-71 /council"}},
	{"DOSSIER-73", "", 13, func(x *dossier.Dossier) {
		x.Council = councilOf(x, "2026-08-01")
		x.Council.Form = dossier.CouncilWritten
	}, []string{"DOSSIER-73 /council/form"}},
	{"DOSSIER-74", dossier.ApplicationReassessment, 13, func(x *dossier.Dossier) {
		x.Council = councilOf(x, "2026-08-01")
		x.Council.Form = dossier.CouncilMeeting
	}, []string{"DOSSIER-74 /council/form"}},
	{"DOSSIER-75", "", 13, func(x *dossier.Dossier) { asked(x, dossier.RequestCompletion, "commune", "") }, []string{"DOSSIER-75 /requests/0"}},
	{"DOSSIER-76", "", 13, func(x *dossier.Dossier) { councils(x, "2026-08-01", "2026-09-01"); x.Decision = decided("ministry", 4) }, []string{"DOSSIER-76 /decision/by"}},
	{"DOSSIER-77", "", 13, func(x *dossier.Dossier) { councils(x, "2026-08-01", "2026-09-01"); x.Decision = decided("province", 4) }, []string{"DOSSIER-77 /decision/star"}},
	{"DOSSIER-78", "", 13, func(x *dossier.Dossier) {
		councils(x, "2026-08-01", "2026-09-01")
		x.Decision = decided("ministry", 5)
		inspected(x, dossier.ConclusionBreach, "")
	}, []string{"DOSSIER-78 /inspections/0/ground"}},
	{"DOSSIER-79", dossier.ApplicationReassessment, 13, func(x *dossier.Dossier) { x.Application, x.Updates = dossier.ApplicationFirst, nil }, []string{"DOSSIER-79 /previous"}},
	{"EVIDENCE-19", "", 13, func(x *dossier.Dossier) { drop(x, "test-report") }, []string{"EVIDENCE-19 /report/claims/8"}},
	{"DOSSIER-31 updates", dossier.ApplicationReassessment, 13, func(x *dossier.Dossier) { x.Application = dossier.ApplicationUpgrade }, []string{"DOSSIER-30 /changes", "DOSSIER-31 /updates"}},
	{"DOSSIER-32", "", 13, func(x *dossier.Dossier) { x.Producer.Kind = dossier.KindFederation }, []string{"DOSSIER-32 /producer/kind"}},
	{"tourism takes them", "", 26, func(x *dossier.Dossier) { x.Producer.Kind = dossier.KindFederation }, nil},
	{"no set, no class to judge by", "", 13, func(x *dossier.Dossier) { x.Product.Set = 27 }, []string{"DOSSIER-04 /product/set"}},
	{"no set, but tourism it is not", "", 13, func(x *dossier.Dossier) { x.Product.Set, x.Producer.Kind = 27, dossier.KindFederation }, []string{"DOSSIER-04 /product/set", "DOSSIER-32 /producer/kind"}},
	{"no sector, so nobody's alone", "", 13, func(x *dossier.Dossier) {
		x.Product.Set, x.Product.Sector, x.Producer.Kind = 27, "VII", dossier.KindFederation
	}, []string{"DOSSIER-03 /product/sector", "DOSSIER-04 /product/set"}},
	{"what is missing is not wrong besides", "", 13, func(x *dossier.Dossier) { x.Product.Sector, x.Product.Group = "", "" }, []string{"DOSSIER-01 /product/group", "DOSSIER-01 /product/sector"}},
	{"DOSSIER-33", "", 13, func(x *dossier.Dossier) { x.Product.Sector, x.Product.Group, x.Product.Subgroup = "II", "1", "a" }, []string{"DOSSIER-33 /product/sector"}},
	{"DOSSIER-33 left out", "", 14, func(x *dossier.Dossier) { x.Product.Subgroup = "" }, []string{"DOSSIER-33 /product/subgroup"}},
	{"DOSSIER-34", "", 13, func(x *dossier.Dossier) { x.Report.Claims["5.1"] = dossier.Claim{Option: "a"} }, []string{"DOSSIER-34 /report/claims/5.2"}},
	{"DOSSIER-35", "", 12, func(x *dossier.Dossier) { // and no word of the team's sheet
		x.Report.Claims = map[string]dossier.Claim{"1.1": {Option: "a"}, "6.1.1": {Option: "a"}, "6.1.2": {Option: "a"}}
		x.Proposed = &dossier.Proposal{Date: "2026-07-20", Answers: map[string]string{"6.1.1": "a"}, Gates: []string{"none"}}
	}, []string{"DOSSIER-35 /report/claims"}},
	{"SHEET-02", "", 13, func(x *dossier.Dossier) { x.Report.Claims["9.9"] = dossier.Claim{Option: "a"} }, []string{"SHEET-02 /report/claims/9.9"}},
	{"SHEET-03", "", 13, func(x *dossier.Dossier) { x.Report.Claims["1.1"] = dossier.Claim{Option: "z"} }, []string{"SHEET-03 /report/claims/1.1/option"}},
	{"SHEET-05", "", 13, func(x *dossier.Dossier) { x.Report.Claims["1.2"] = dossier.Claim{Option: "none"} }, []string{"SHEET-05 /report/claims/1.2/option"}},
	{"no option is not a wrong one besides", "", 13, func(x *dossier.Dossier) {
		x.Report.Claims["1.1"], x.Report.Claims["9.9"] = dossier.Claim{}, dossier.Claim{}
		x.Proposed = &dossier.Proposal{Date: "2026-07-20", Answers: map[string]string{"1.1": "", "": "a"}}
	}, []string{"DOSSIER-01 /proposed/answers/1.1", "DOSSIER-01 /report/claims/1.1/option", "DOSSIER-01 /report/claims/9.9/option", "SHEET-02 /report/claims/9.9", "SHEET-02 /proposed/answers/"}},
	{"in the order of names, of which a map has none", "", 13, func(x *dossier.Dossier) {
		x.Proposed = &dossier.Proposal{Date: "2026-07-20", Answers: map[string]string{}}
		for name := 70; name < 100; name++ {
			x.Proposed.Answers[strconv.Itoa(name)] = "a"
		}
	}, func() (want []string) {
		for name := 70; name < 100; name++ {
			want = append(want, "SHEET-02 /proposed/answers/"+strconv.Itoa(name))
		}
		return want
	}()},
	{"ids and options of some letters", "", 13, func(x *dossier.Dossier) {
		x.Council = councilOf(x, "2026-08-01")
		x.Council.Members[1].ID, x.Council.Members[2].ID = strings.Repeat("ệ", 64), strings.Repeat("a", 65)
		option(x, "1.1", strings.Repeat("a", 9))
	}, []string{"DOSSIER-06 /council/members/2/id", "DOSSIER-06 /report/claims/1.1/option", "SHEET-03 /report/claims/1.1/option"}},
	{"the eleventh piece", "", 13, func(x *dossier.Dossier) { x.Evidence[10].File.SHA256 = "ab" }, []string{"DOSSIER-18 /evidence/10/file/sha256"}},
	{"sheets", "", 13, func(x *dossier.Dossier) {
		x.Proposed = &dossier.Proposal{Date: "2026-07-20", Answers: map[string]string{"99": "a"}, Gates: []string{"none"}}
		x.Council = councilOf(x, "2026-08-01")
		x.Council.Gates, x.Council.Members[1].Answers["1.1"] = []string{"identical-product", "identical-product", "ip-infringement"}, "z"
	}, []string{"SHEET-02 /proposed/answers/99", "SHEET-06 /proposed/gates/0", "SHEET-09 /council/gates/1", "SHEET-07 /council/gates/2", "SHEET-03 /council/members/1/answers/1.1"}},
	{"DOSSIER-40", "", 13, func(x *dossier.Dossier) { x.Registration.ProvinceReceipt.Number = "03-15/PĐK-66-24154-2026" }, []string{"DOSSIER-40 /registration/provinceReceipt/number"}},
	{"DOSSIER-55", "", 13, func(x *dossier.Dossier) { x.Registration.ProvinceReceipt.Number = "03-15/PĐK-66-24133-2027" }, []string{"DOSSIER-55 /registration/provinceReceipt/number"}},
	{"DOSSIER-56", "", 13, func(x *dossier.Dossier) { x.Product.Code = "01-00004-01-2026" }, []string{"DOSSIER-56 /product/code"}},
	{"DOSSIER-57", "", 13, func(x *dossier.Dossier) { x.Producer.TaxCode = "119190001234" }, []string{"DOSSIER-57 /producer/taxCode"}},
	{"DOSSIER-58", "", 13, func(x *dossier.Dossier) { x.Report.Date = "1901-06-15" }, []string{"DOSSIER-58 /report/date"}},
	{"DOSSIER-59", "", 13, func(x *dossier.Dossier) { x.Product.Name = "Trà Ðinh" }, []string{"DOSSIER-59 /product/name"}},
	{"DOSSIER-23", "", 13, func(x *dossier.Dossier) { x.Registration.ProvinceReceipt.Number = "03-15/PÐK-66-24133-2026" }, []string{"DOSSIER-23 /registration/provinceReceipt/number"}},
	{"EVIDENCE-18", "", 13, func(x *dossier.Dossier) { x.Evidence[1].File.Name = strings.ToUpper(x.Evidence[0].File.Name) }, []string{"EVIDENCE-18 /evidence/1/file/name"}},
	{"DOSSIER-24", "", 13, func(x *dossier.Dossier) {
		x.Extensions = map[string]dossier.Extension{"vn.example.portal": "1", "portal": "2", "vn.Example": "3"}
	}, []string{"DOSSIER-24 /extensions/portal", "DOSSIER-24 /extensions/vn.Example"}},
	{"DOSSIER-60", "", 13, func(x *dossier.Dossier) { x.Producer.Kind = dossier.KindFarm }, []string{"DOSSIER-60 /report/claims/3.1"}},
	{"DOSSIER-61", "", 13, func(x *dossier.Dossier) {
		drop(x, "disability")
		x.Producer.Representative.Gender = "male"
	}, []string{"DOSSIER-61 /report/claims/3.2"}},
	{"DOSSIER-62", "", 13, func(x *dossier.Dossier) {
		x.Producer.Kind, x.Report.Results.Years = dossier.KindEnterprise, []dossier.YearResult{{Year: 2024, Revenue: pointer(1), Profit: pointer(300)}, {Year: 2025, Revenue: pointer(1), Profit: pointer(10)}}
	}, []string{"DOSSIER-62 /report/claims/3.4"}},
	{"DOSSIER-41", "", 13, func(x *dossier.Dossier) { x.CommuneReport.Date = "2026-06-10" }, []string{"DOSSIER-41 /communeReport/date"}},
	{"DOSSIER-41 all", dossier.ApplicationUpgrade, 13, func(x *dossier.Dossier) {
		x.Proposed = &dossier.Proposal{Date: "2026-07-01", Answers: map[string]string{"1.1": "a"}}
		councils(x, "2026-06-30", "2026-06-29")
		x.Registration.ProvinceReceipt.Date, x.Registration.Date, x.Previous.Issued = "2026-07-02", "2026-06-17", "2026-06-18"
	}, []string{"DOSSIER-41 /registration/date", "DOSSIER-41 /registration/communeReceipt/date", "DOSSIER-41 /registration/provinceReceipt/date", "DOSSIER-41 /proposed/date", "DOSSIER-41 /council/date", "DOSSIER-41 /ministry/date"}},
	{"DOSSIER-42", "", 13, func(x *dossier.Dossier) {
		x.Registration.Date, x.Registration.CommuneReceipt.Date, x.CommuneReport.Date = "2026-05-20", "2026-05-21", "2026-06-01"
	}, []string{"DOSSIER-42 /registration/date"}},
	{"DOSSIER-43", dossier.ApplicationReassessment, 13, func(x *dossier.Dossier) { x.Previous.Issued = "2024-12-01" }, []string{"DOSSIER-43 /registration/date"}},
	{"DOSSIER-44", dossier.ApplicationReassessment, 13, func(x *dossier.Dossier) { x.Previous.Issued = "2023-10-01" }, []string{"DOSSIER-44 /registration/date"}},
	{"DOSSIER-80 and 81", dossier.ApplicationReassessment, 13, func(x *dossier.Dossier) { x.Previous.Issued = "2022-06-01" }, []string{"DOSSIER-81 /registration/date", "DOSSIER-80 /registration/date"}},
	{"DOSSIER-45", dossier.ApplicationUpgrade, 13, func(x *dossier.Dossier) { x.Previous.Star = 5 }, []string{"DOSSIER-45 /previous/star"}},
	{"DOSSIER-46", "", 13, func(x *dossier.Dossier) { x.Registration.Samples = 4 }, []string{"DOSSIER-46 /registration/samples"}},
	{"DOSSIER-47", "", 13, func(x *dossier.Dossier) { x.Registration.Samples, x.CommuneReport = 0, nil }, []string{"DOSSIER-47 /registration/samples"}},
	{"tourism has no samples", "", 26, func(x *dossier.Dossier) { x.Registration.Samples = 0 }, nil},
	{"DOSSIER-48", "", 13, func(x *dossier.Dossier) { y := &x.Report.Results; y.Years = append(y.Years, y.Years[0], y.Years[0]) }, []string{"DOSSIER-48 /report/results/years/1/year", "DOSSIER-48 /report/results/years/2/year"}},
	{"DOSSIER-49", "", 13, func(x *dossier.Dossier) { x.Ministry = councilOf(x, "2026-08-01") }, []string{"DOSSIER-49 /ministry", "DOSSIER-70 /ministry"}},
	{"DOSSIER-49 below 5", "", 13, func(x *dossier.Dossier) {
		councils(x, "2026-08-01", "2026-08-02")
		for _, m := range x.Council.Members {
			m.Answers["1.5"] = "a"
		}
	}, []string{"DOSSIER-49 /ministry"}},
	{"DOSSIER-50", "", 13, func(x *dossier.Dossier) { x.CommuneReport.Date = "2026-07-08" }, []string{"DOSSIER-50 /communeReport/date"}},
	{"the 15th working day", "", 13, func(x *dossier.Dossier) { x.CommuneReport.Date = "2026-07-07" }, nil},
	{"DOSSIER-51", dossier.ApplicationUpgrade, 13, func(x *dossier.Dossier) { x.Previous.Issued, x.Previous.ProductCode = "2023-06-15", "" }, []string{"DOSSIER-51 /previous/issued"}},
	{"DOSSIER-52", dossier.ApplicationUpgrade, 13, func(x *dossier.Dossier) {
		x.Previous.Star = 4
		c := x.Report.Claims["1.5"]
		c.Option = "c"
		x.Report.Claims["1.5"] = c
	}, []string{"DOSSIER-52 /report/claims"}},
	{"DOSSIER-53", "", 16, func(x *dossier.Dossier) {
		c := x.Report.Claims["6.3"]
		c.Option = "a"
		x.Report.Claims["6.3"] = c
	}, []string{"DOSSIER-53 /report/claims"}},
	{"EVIDENCE-11 paper", "", 24, func(x *dossier.Dossier) {
		x.Evidence = append(x.Evidence, dossier.Evidence{ID: "x", Kind: "production-certificate", File: dossier.File{Name: "x.pdf", MediaType: "application/pdf", Size: 1, SHA256: strings.Repeat("b", 64)}})
	}, []string{"EVIDENCE-11 /evidence/13"}},
	{"COUNCIL", "", 13, func(x *dossier.Dossier) {
		x.Council = councilOf(x, "2026-08-01")
		x.Council.Members[1].ID, x.Council.Members[2].Chair, x.Council.Seats, x.Council.Policy.Quorum = "chu-tich", true, 2, "4/3"
	}, []string{"COUNCIL-03 /council/members", "COUNCIL-01 /council/members/1/id", "COUNCIL-02 /council/members/2/chair", "COUNCIL-09 /council/policy/quorum", "DOSSIER-72 /council"}},
	{"COUNCIL-08", "", 13, func(x *dossier.Dossier) { x.Council = councilOf(x, "2026-08-01"); x.Council.Seats = 0 }, []string{"COUNCIL-08 /council/seats"}},
	{"EVIDENCE-01", "", 13, func(x *dossier.Dossier) {
		e := x.Evidence[0]
		e.File.SHA256, e.File.Name = strings.Repeat("a", 64), "khac.pdf"
		x.Evidence = append(x.Evidence, e)
	}, []string{"EVIDENCE-01 /evidence/" + lastPiece + "/id", "EVIDENCE-11 /evidence/" + lastPiece}},
	{"EVIDENCE-02", dossier.ApplicationUpgrade, 13, func(x *dossier.Dossier) { x.Changes.Evidence = []string{"khac"} }, []string{"EVIDENCE-02 /changes/evidence/0"}},
	{"EVIDENCE-02 claim", "", 13, func(x *dossier.Dossier) {
		c := x.Report.Claims["1.1"]
		c.Evidence = append(c.Evidence, "khac")
		x.Report.Claims["1.1"] = c
	}, []string{"EVIDENCE-02 /report/claims/1.1/evidence/1"}},
	{"EVIDENCE-03", "", 13, func(x *dossier.Dossier) { x.Evidence[1].File.SHA256 = x.Evidence[0].File.SHA256 }, []string{"EVIDENCE-03 /evidence/1/file/sha256"}},
	{"EVIDENCE-04", "", 13, func(x *dossier.Dossier) { x.Evidence[0].File.Name = "anh.jpg" }, []string{"EVIDENCE-04 /evidence/0/file/name"}},
	{"EVIDENCE-05", "", 13, func(x *dossier.Dossier) { x.Evidence[0].Issued, x.Evidence[0].Expires = "2026-01-10", "2026-01-09" }, []string{"EVIDENCE-05 /evidence/0/expires", "EVIDENCE-09 /report/claims/7"}},
	{"EVIDENCE-06", "", 13, func(x *dossier.Dossier) { x.Evidence[0].Expires = "2026-06-15" }, []string{"EVIDENCE-06 /evidence/0/expires", "EVIDENCE-09 /report/claims/7"}},
	{"in force on its last day", "", 13, func(x *dossier.Dossier) { x.Evidence[0].Expires = "2026-06-16" }, []string{"EVIDENCE-07 /evidence/0/expires"}},
	{"EVIDENCE-07", "", 13, func(x *dossier.Dossier) { x.Evidence[0].Expires = "2026-08-14" }, []string{"EVIDENCE-07 /evidence/0/expires"}},
	{"60 days on is not soon", "", 13, func(x *dossier.Dossier) { x.Evidence[0].Expires = "2026-08-15" }, nil},
	{"EVIDENCE-08", "", 13, func(x *dossier.Dossier) { x.Evidence[0].Issued = "2026-06-17" }, []string{"EVIDENCE-08 /evidence/0/issued"}},
	{"EVIDENCE-09", "", 13, func(x *dossier.Dossier) {
		c := x.Report.Claims["1.1"]
		c.Evidence = nil
		x.Report.Claims["1.1"] = c
	}, []string{"EVIDENCE-09 /report/claims/1.1"}},
	{"EVIDENCE-10", "", 13, func(x *dossier.Dossier) {
		c := x.Report.Claims["1.1"]
		c.Evidence = append(c.Evidence, "awards")
		x.Report.Claims["1.1"] = c
	}, []string{"EVIDENCE-10 /report/claims/1.1/evidence/1"}},
	{"EVIDENCE-11", "", 13, func(x *dossier.Dossier) {
		for code, c := range x.Report.Claims {
			c.Evidence = slices.DeleteFunc(c.Evidence, func(id string) bool { return id == "awards" })
			x.Report.Claims[code] = c
		}
	}, []string{"EVIDENCE-09 /report/claims/7", "EVIDENCE-11 /evidence/0"}},
	{"EVIDENCE-12", "", 15, func(x *dossier.Dossier) { drop(x, "production-certificate") }, []string{"EVIDENCE-12 /evidence"}},
	{"EVIDENCE-15", "", 13, func(x *dossier.Dossier) { drop(x, "food-safety-certificate") }, []string{"EVIDENCE-15 /evidence"}},
	{"EVIDENCE-16", "", 22, func(x *dossier.Dossier) {
		x.Producer.Kind, x.Report.Claims["3.1"] = dossier.KindRegisteredHousehold, dossier.Claim{Option: "a"}
		drop(x, "business-registration")
	}, []string{"EVIDENCE-09 /report/claims/3.1", "EVIDENCE-16 /report/claims/3.1", "EVIDENCE-13 /report/papers/businessRegistration"}},
	{"EVIDENCE-17", "", 13, func(x *dossier.Dossier) {
		x.Report.Exemptions = []dossier.Exemption{{Paper: "food-safety-certificate", Ground: "Không phải có"}}
	}, []string{"EVIDENCE-17 /report/exemptions/0/paper"}},
	{"DOSSIER-54", "", 20, func(x *dossier.Dossier) {
		x.Report.Claims["6"] = dossier.Claim{Option: "none", Evidence: x.Report.Claims["6"].Evidence}
	}, []string{"DOSSIER-54 /report/claims/6"}},
	{"EVIDENCE-12 declaration", "", 19, func(x *dossier.Dossier) { drop(x, "quality-declaration") }, []string{"EVIDENCE-12 /evidence"}},
	{"EVIDENCE-13", "", 13, func(x *dossier.Dossier) { drop(x, "business-registration") }, []string{"EVIDENCE-09 /report/claims/3.1", "EVIDENCE-13 /report/papers/businessRegistration"}},
	{"EVIDENCE-14", "", 13, func(x *dossier.Dossier) { delete(x.Report.Claims, "1.1"); delete(x.Report.Claims, "11") }, []string{"EVIDENCE-14 /report/claims"}},
	{"nothing of 5.2 without a story", "", 13, func(x *dossier.Dossier) {
		x.Report.Claims["5.1"] = dossier.Claim{Option: "a"}
		delete(x.Report.Claims, "5.2")
	}, nil},
	{"CODE-01", "", 13, func(x *dossier.Dossier) { x.Product.Code = "99-24133-01-2026" }, []string{"CODE-01 /product/code"}},
	{"CODE-02", "", 13, func(x *dossier.Dossier) { x.Product.Code = "67-24133-01-2026" }, []string{"CODE-02 /product/code"}},
	{"CODE-03", "", 13, func(x *dossier.Dossier) {
		x.Registration.Commune, x.Registration.CommuneReceipt, x.Registration.ProvinceReceipt = "99999", nil, nil
	}, []string{"CODE-03 /registration/commune", "DOSSIER-70 /registration"}},
	{"CODE-04", "", 13, func(x *dossier.Dossier) { x.Product.Code = "01-24133-01-2026" }, []string{"CODE-04 /product/code"}},
	{"CODE-05", dossier.ApplicationReassessment, 13, func(x *dossier.Dossier) { x.Previous.ProductCode = "66-24133-01-2023" }, []string{"CODE-05 /previous/productCode"}},
	{"CODE-06", "", 13, func(x *dossier.Dossier) { x.Product.Code = "66-643-24133-01-2026" }, []string{"CODE-06 /product/code"}},
	{"CODE-07", dossier.ApplicationReassessment, 13, func(x *dossier.Dossier) { x.Previous.ProductCode = "66-643-24133-01-2023" }, []string{"CODE-07 /previous/productCode"}},
	{"CODE-01 older", dossier.ApplicationReassessment, 13, func(x *dossier.Dossier) { x.Previous.ProductCode = "99-643-24133-01-2023" }, []string{"CODE-01 /previous/productCode"}},
}

// lastPiece is the index of a piece added to a complete dossier of set 13.
const lastPiece = "17"

func drop(x *dossier.Dossier, kind string) {
	x.Evidence = slices.DeleteFunc(x.Evidence, func(e dossier.Evidence) bool { return e.Kind == kind })
	for code, c := range x.Report.Claims {
		c.Evidence = slices.DeleteFunc(c.Evidence, func(id string) bool { return id == kind })
		x.Report.Claims[code] = c
	}
}

// advice are the findings that leave a dossier as it is: what the decision lets a
// producer do, or leaves to the offices to judge.
var advice = []string{
	"DOSSIER-44", "DOSSIER-47", "DOSSIER-50", "DOSSIER-51", "DOSSIER-52", "DOSSIER-53", "DOSSIER-54", "DOSSIER-56", "DOSSIER-57", "DOSSIER-58", "DOSSIER-59", "DOSSIER-60", "DOSSIER-61", "DOSSIER-62", "DOSSIER-63", "DOSSIER-64", "DOSSIER-66", "DOSSIER-67",
	"DOSSIER-70", "DOSSIER-71", "DOSSIER-72", "DOSSIER-73", "DOSSIER-74", "DOSSIER-75", "DOSSIER-77", "DOSSIER-79", "DOSSIER-80", "DOSSIER-81", "EVIDENCE-19",
	"EVIDENCE-03", "EVIDENCE-06", "EVIDENCE-07", "EVIDENCE-08", "EVIDENCE-09", "EVIDENCE-10", "EVIDENCE-11", "EVIDENCE-13", "EVIDENCE-14", "EVIDENCE-15", "EVIDENCE-16", "EVIDENCE-17", "EVIDENCE-18", "CODE-07",
}

func TestBreakingEachRule(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for _, b := range breaking {
		kind := b.kind
		if kind == "" {
			kind = dossier.ApplicationFirst
		}
		x := complete(t, b.set, kind)
		b.spoil(x)
		problems := x.Check(dossier.Options{})
		assert.Equal(t, b.want, found(problems), b.name)
		if len(x.CheckShape()) == 0 { // what can be read is held to the same rules
			_, again := dossier.Read(text(t, x), dossier.Options{})
			assert.Equal(t, problems, again, b.name)
		}
		for _, p := range problems {
			seen[p.Code] = true
			assert.Equal(t, slices.Contains(advice, p.Code), p.Severity == problem.SeverityWarning, "%s: whether it is advice alone", p.Code)
			for _, message := range []string{p.Message.Vi, p.Message.En} {
				assert.NotRegexp(t, `[{}]|^:|: \.|, ,|\(\)`, message, "a sentence without gaps")
			}
		}
	}
	listed := map[string]bool{}
	for _, k := range dossier.Kinds() {
		listed[k.Code] = true
	}
	for code := range seen {
		of, _, _ := strings.Cut(code, "-")
		assert.True(t, listed[code] || of == "SHEET" || of == "COUNCIL", "%s is not among the kinds", code)
	}
	for _, k := range dossier.Kinds() {
		if strings.HasPrefix(k.Code, "LIFE-") || strings.HasPrefix(k.Code, "HOLIDAY-") || k.Code == "DOSSIER-02" {
			continue // in package procedure; in TestRefused
		}
		if strings.HasPrefix(k.Code, "RECORD-") || slices.Contains(ofRecordsAlone, k.Code) {
			continue // in TestBreakingEachRuleOfRecords
		}
		assert.True(t, seen[k.Code], "no test breaks %s", k.Code)
	}
}

func TestKindsHaveCodesOfTheirOwn(t *testing.T) {
	t.Parallel()
	codes := map[string]bool{}
	for _, k := range dossier.Kinds() {
		assert.False(t, codes[k.Code], k.Code)
		codes[k.Code] = true
		assert.NotEmpty(t, k.Message.Vi)
		assert.NotEmpty(t, k.Message.En)
	}
}

// TestRefused has what no dossier may be, whatever it says.
func TestRefused(t *testing.T) {
	t.Parallel()
	good := string(text(t, complete(t, 13, dossier.ApplicationFirst)))
	replace := func(old, replacement string) string {
		require.Contains(t, good, old)
		return strings.Replace(good, old, replacement, 1)
	}
	for name, c := range map[string]struct {
		document string
		want     []string
	}{
		"a member twice":               {replace(`"edition":`, `"edition":"x","edition":`), []string{"JSON-06 /edition"}},
		"a claim twice":                {replace(`"claims":{`, `"claims":{"11":{"option":"z"},`), []string{"JSON-06 /report/claims/11"}},
		"another case":                 {replace(`"sha256":`, `"SHA256":`), []string{"JSON-07 /evidence/0/file/SHA256", "DOSSIER-01 /evidence/0/file/sha256"}},
		"null for a list":              {replace(`"years":[{"year":2025,"revenue":1200,"profit":-30}]`, `"years":null`), []string{"JSON-09 /report/results/years"}},
		"1.0 for 1":                    {replace(`"set":13`, `"set":13.0`), []string{"JSON-10 /product/set"}},
		"trailing data":                {good + "{}", []string{"JSON-03 "}},
		"not UTF-8":                    {replace(`An Bình`, "\xff"), []string{"JSON-02 "}},
		"2 MiB":                        {good + strings.Repeat(" ", 2<<20), []string{"JSON-04 "}},
		"depth 100":                    {replace(`"edition":`, `"x":`+strings.Repeat("[", 100)+strings.Repeat("]", 100)+`,"edition":`), []string{"JSON-07 /x", "JSON-05 /x" + strings.Repeat("/0", 15)}},
		"empty optional":               {replace(`"email":"htx@example.vn"`, `"email":""`), []string{"DOSSIER-02 /producer/email"}},
		"no object":                    {`[]`, []string{"JSON-09 "}},
		"nothing":                      {``, []string{"JSON-01 "}},
		"a path in a file name":        {replace(`"name":"awards.pdf"`, `"name":"..\\awards.pdf"`), []string{"DOSSIER-19 /evidence/0/file/name"}},
		"DEL, a control character too": {replace(`An Bình`, "An\x7fBình"), []string{"DOSSIER-09 /producer/name"}},
		"a script":                     {replace(`"name":"awards.pdf"`, `"name":"<script>alert(1)</script>.pdf"`), []string{"DOSSIER-19 /evidence/0/file/name"}},
		"points":                       {replace(`"claims":{`, `"total":95,"claims":{`), []string{"JSON-07 /report/total"}},
		"nothing in it":                {`{}`, []string{"DOSSIER-01 /edition", "DOSSIER-01 /application", "DOSSIER-01 /producer", "DOSSIER-01 /product", "DOSSIER-01 /registration", "DOSSIER-01 /report"}},
		"a wrong type, and a wrong word at a place of the same length": {strings.Replace(replace(`"group":"6"`, `"group":6`), `"kind":"cooperative"`, `"kind":"x"`, 1), []string{"JSON-09 /product/group", "DOSSIER-03 /producer/kind"}},
		"a name that begins with another":                              {replace(`"claims":{`, `"claims":{"99":5,"99.9":{"option":"a"},`), []string{"JSON-09 /report/claims/99", "SHEET-02 /report/claims/99.9"}},
		// What could not be read is told once; what was read, though not as it should, is judged beside.
		"a member twice, both wrong":        {replace(`"edition":"qd26-2026"`, `"edition":"x","edition":"y"`), []string{"JSON-06 /edition", "DOSSIER-03 /edition"}},
		"a claim twice, the last wrong":     {replace(`"claims":{`, `"claims":{"99":{"option":"a"},"99":{"option":"b"},`), []string{"JSON-06 /report/claims/99", "SHEET-02 /report/claims/99"}},
		"a wrong type above":                {replace(`"position":"Giám đốc"`, `"position":1`), []string{"JSON-09 /producer/representative/position"}},
		"a wrong type beside a longer name": {replace(`"sector":"I"`, `"sector":1,"sectors":1`), []string{"JSON-09 /product/sector", "JSON-07 /product/sectors"}},
	} {
		_, problems := dossier.Read([]byte(c.document), dossier.Options{})
		assert.Equal(t, c.want, found(problems), name)
		_, err := dossier.Decode([]byte(c.document))
		assert.Error(t, err, name)
	}
}

// A file name from a Mac and a text typed with combining marks are taken, counted
// and kept in composed form.
func TestTextIsCountedAndKeptAsNFC(t *testing.T) {
	t.Parallel()
	x := complete(t, 13, dossier.ApplicationFirst)
	x.Product.Name, x.Evidence[0].File.Name = strings.Repeat("ệ", 200), strings.Repeat("ệ", 196)+".pdf"
	x.Report.Claims["1.1"] = dossier.Claim{Option: "c", Description: "Cà phê đặc sản", Evidence: x.Report.Claims["1.1"].Evidence}
	decomposed := *x
	decomposed.Product.Name, decomposed.Report.History = norm.NFD.String(x.Product.Name), norm.NFD.String(x.Report.History)
	decomposed.Evidence = slices.Clone(x.Evidence)
	decomposed.Evidence[0].File.Name = norm.NFD.String(x.Evidence[0].File.Name)
	decomposed.Report.Claims = maps.Clone(x.Report.Claims)
	claim := x.Report.Claims["1.1"]
	claim.Description = norm.NFD.String(claim.Description)
	decomposed.Report.Claims["1.1"] = claim
	require.NotEqual(t, *x, decomposed)
	read, problems := dossier.Read(text(t, &decomposed), dossier.Options{})
	assert.Empty(t, found(problems))
	assert.Equal(t, *x, read)

	x.Product.Name += "ệ"
	assert.Equal(t, []string{"DOSSIER-07 /product/name"}, found(x.Check(dossier.Options{})))
}

func FuzzRead(f *testing.F) {
	var t testing.T
	for _, kind := range []dossier.Application{dossier.ApplicationFirst, dossier.ApplicationUpgrade, dossier.ApplicationReassessment} {
		f.Add(text(&t, complete(&t, 13, kind)))
	}
	f.Add([]byte(`{"edition":"qd26-2026","product":{"set":26},"report":{"claims":{"1.1":{"option":"a"},"1.1":3}},"council":{"members":[{}]}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		hostile.Ceilings().Check(t, data, func(data []byte) []byte {
			_, problems := dossier.Read(data, dossier.Options{})
			return problems.AppendJSON(nil)
		})
		x, problems := dossier.Read(data, dossier.Options{ExpirySoon: 30})
		review := dossier.Review(data, dossier.Options{ExpirySoon: 30})
		assert.Equal(t, problems.Err() == nil, review.Err() == nil, "valid or not, written or not")
		decoded, err := dossier.Decode(data)
		if problems.Err() != nil {
			assert.Equal(t, dossier.Dossier{}, x, "no half-result")
			return
		}
		require.NoError(t, err)
		assert.Equal(t, x, decoded)
		written := text(t, &x)
		again, problems := dossier.Read(written, dossier.Options{ExpirySoon: 30})
		require.NoError(t, problems.Err())
		assert.Equal(t, x, again, "round trip")
	})
}

// A value that is there twice is judged by the last, and one that is no value of
// its kind is told once.
func TestTheLastOfTwoIsJudged(t *testing.T) {
	t.Parallel()
	x := complete(t, 13, dossier.ApplicationUpgrade)
	x.Council = councilOf(x, "2026-08-01")
	good := string(text(t, x))
	for _, c := range []struct {
		old, replacement string
		want             []string
	}{
		{`"changes":{`, `"changes":{"evidence":["-"],`, []string{"JSON-06 /changes/evidence"}},
		{`"changes":{`, `"changes":{"evidence":[1,""],`, []string{"JSON-06 /changes/evidence"}},
		{`"results":{`, `"results":{"years":[{"year":1,"revenue":-1}],`, []string{"JSON-06 /report/results/years"}},
		{`"council":{`, `"council":{"members":[{"id":"","answers":{"99":"a"}}],`, []string{"JSON-06 /council/members"}},
		{`"answers":{`, `"answers":{"99":"a"},"answers":{`, []string{"JSON-06 /council/members/0/answers"}},
		{`"answers":{`, `"answers":{"1.1":"z",`, []string{"JSON-06 /council/members/0/answers/1.1"}},
		{`"answers":{`, `"answers":{"1.1":1,`, []string{"JSON-06 /council/members/0/answers/1.1"}},
		{`"revenue":1200`, `"revenue":-1,"revenue":1200`, []string{"JSON-06 /report/results/years/0/revenue"}},
		{`"revenue":1200`, `"revenue":"1200"`, []string{"JSON-09 /report/results/years/0/revenue"}},
		{`"seats":3`, `"seats":0`, []string{"DOSSIER-02 /council/seats"}},
		{`"seats":3`, `"seats":"3"`, []string{"JSON-09 /council/seats"}},
		{`"seats":3`, `"seats":1`, []string{"COUNCIL-03 /council/members"}},
		{`"id":"chu-tich"`, `"id":1`, []string{"JSON-09 /council/members/0/id"}},
		{`"id":"chu-tich"`, `"id":""`, []string{"DOSSIER-01 /council/members/0/id"}},
	} {
		require.Contains(t, good, c.old)
		_, problems := dossier.Read([]byte(strings.Replace(good, c.old, c.replacement, 1)), dossier.Options{})
		assert.Equal(t, c.want, found(problems), c.replacement)
	}
}

// A wrong product set is one problem, however many answers do not fit it: which
// set is meant is not known.
func TestAWrongSetIsOneProblem(t *testing.T) {
	t.Parallel()
	for _, right := range dossier.Classes() {
		for _, wrong := range dossier.Classes() {
			if right.Set == wrong.Set {
				continue
			}
			x := complete(t, right.Set, dossier.ApplicationFirst)
			x.Council = councilOf(x, "2026-08-01")
			x.Product.Set = wrong.Set
			errors := x.CheckShape()
			require.Len(t, errors, 1, "%d for %d", wrong.Set, right.Set)
			assert.Equal(t, "DOSSIER-33", errors[0].Code)
			assert.Equal(t, problem.LayerSchema, errors[0].Layer)

			x.Product.Sector, x.Product.Group, x.Product.Subgroup = wrong.Sector, wrong.Group, wrong.Subgroup
			errors = x.CheckShape()
			if len(errors) > 0 && errors[0].Code == "DOSSIER-35" {
				require.Len(t, errors, 1)
				assert.Equal(t, "/report/claims", errors[0].Path)
				assert.Equal(t, problem.LayerSchema, errors[0].Layer)
				continue
			}
			set, _ := qd26.Edition().Set(wrong.Set)
			misfits := 0
			for code, claim := range x.Report.Claims {
				if !set.Takes(code, claim.Option) {
					misfits++
				}
			}
			assert.LessOrEqual(t, misfits, 1, "%d for %d: %v", wrong.Set, right.Set, found(errors))
		}
	}
}

// A single answer that does not fit is told by itself, whatever other set takes it.
func TestASingleWrongAnswerIsToldByItself(t *testing.T) {
	t.Parallel()
	x := complete(t, 12, dossier.ApplicationFirst)
	x.Report.Claims = map[string]dossier.Claim{"1.1": {Option: "a"}, "6.1.1": {Option: "a"}}
	assert.Equal(t, []string{"SHEET-02 /report/claims/6.1.1"}, found(x.CheckShape()))
	x.Report.Claims["6.1.2"] = dossier.Claim{Option: "a"}
	assert.Equal(t, []string{"DOSSIER-35 /report/claims"}, found(x.CheckShape()), "two, which another set takes")
	x.Report.Claims["no"] = dossier.Claim{Option: "a"}
	assert.Equal(t, []string{"SHEET-02 /report/claims/6.1.1", "SHEET-02 /report/claims/6.1.2", "SHEET-02 /report/claims/no"}, found(x.CheckShape()), "no set takes all")
}

// Who follows the advice of DOSSIER-02 and leaves the member out is never told
// by DOSSIER-01 that it is missing.
func TestWhatIsToBeLeftOutIsNotMissed(t *testing.T) {
	t.Parallel()
	good := text(t, complete(t, 13, dossier.ApplicationUpgrade))
	var empty func(value any, path string, try func(path string, drop func()))
	empty = func(value any, path string, try func(string, func())) {
		members, _ := value.(map[string]any)
		for name, v := range members {
			if _, ok := v.(string); ok {
				members[name] = ""
				try(path+"/"+name, func() { delete(members, name) })
				members[name] = v
			}
			empty(v, path+"/"+name, try)
		}
	}
	var document any
	require.NoError(t, json.Unmarshal(good, &document))
	judge := func() problem.List {
		data, err := json.Marshal(document)
		require.NoError(t, err)
		_, problems := dossier.Read(data, dossier.Options{})
		return problems
	}
	advised, missed := 0, 0
	empty(document, "", func(path string, drop func()) {
		problems := judge()
		require.NotEmpty(t, problems, path)
		switch problems[0].Code {
		case "DOSSIER-01":
			missed++
		case "DOSSIER-02":
			advised++
			drop()
			for _, p := range judge().Of("DOSSIER-01") {
				assert.NotEqual(t, path, p.Path)
			}
		default:
			assert.Fail(t, path+": "+problems[0].Code)
		}
	})
	assert.Positive(t, advised)
	assert.Positive(t, missed)
}

// What Read and Check look for anyway is handed out, and is what each sheet by
// itself comes to.
func TestEvaluate(t *testing.T) {
	t.Parallel()
	x := complete(t, 13, dossier.ApplicationFirst)
	councils(x, "2026-08-01", "2026-09-01")
	x.Proposed = &dossier.Proposal{Date: "2026-07-20", Answers: map[string]string{"1.1": "a"}}
	outcomes, problems := x.Evaluate(dossier.Options{})
	require.NoError(t, problems.Err())
	of, _ := complete(t, 13, dossier.ApplicationFirst).Evaluate(dossier.Options{})
	assert.Equal(t, dossier.Outcomes{SelfAssessed: outcomes.SelfAssessed}, of, "nobody proposed or decided anything")
	read, same, problems := dossier.Evaluate(text(t, x), dossier.Options{})
	require.NoError(t, problems.Err())
	assert.Equal(t, *x, read)
	assert.Equal(t, outcomes, same)

	sheet, err := x.SelfAssessed()
	require.NoError(t, err)
	assert.Equal(t, scoring.Score(&sheet), outcomes.SelfAssessed)
	sheet, _, err = x.ProposedSheet()
	require.NoError(t, err)
	assert.Equal(t, scoring.Score(&sheet), *outcomes.Proposed)
	for record, outcome := range map[*dossier.CouncilRecord]*scoring.CouncilOutcome{x.Council: outcomes.Council, x.Ministry: outcomes.Ministry} {
		decided, err := x.Decide(record)
		require.NoError(t, err)
		assert.Equal(t, decided, *outcome)
	}

	x.Evidence[0].ID = x.Evidence[1].ID // an error
	outcomes, problems = x.Evaluate(dossier.Options{})
	assert.Error(t, problems.Err())
	assert.Equal(t, dossier.Outcomes{}, outcomes)
	read, outcomes, _ = dossier.Evaluate(text(t, x), dossier.Options{})
	assert.Equal(t, dossier.Dossier{}, read)
	assert.Equal(t, dossier.Outcomes{}, outcomes)
	x.Product.Name = ""
	outcomes, problems = x.Evaluate(dossier.Options{})
	assert.Error(t, problems.Err())
	assert.Equal(t, dossier.Outcomes{}, outcomes)
}

// No exported method of a zero value panics.
func TestZeroDossier(t *testing.T) {
	t.Parallel()
	var x dossier.Dossier
	assert.NotEmpty(t, x.Check(dossier.Options{}))
	assert.Zero(t, x.FiledOn())
	_, err := x.SelfAssessed()
	assert.ErrorContains(t, err, "DOSSIER-01")
	_, there, err := x.ProposedSheet()
	assert.NoError(t, err)
	assert.False(t, there)
	for _, record := range []*dossier.CouncilRecord{nil, {}, {Members: []dossier.CouncilMember{{}}}} {
		_, err = x.Decide(record)
		assert.Error(t, err)
		_, err = complete(t, 13, dossier.ApplicationFirst).Decide(record)
		assert.Error(t, err)
	}
	assert.False(t, dossier.ProducerKind("").TourismOnly())
	_, problems := dossier.Read(nil, dossier.Options{})
	assert.Error(t, problems.Err())
	written, err := json.Marshal(dossier.Outcomes{})
	assert.NoError(t, err)
	assert.JSONEq(t, `{"selfAssessed":null}`, string(written))
}
