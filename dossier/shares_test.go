package dossier_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
)

// With figures the claims of 1.1, chain linkage, 3.1 and 3.3 are held to the
// shares that the options print; a claim below the figures is told too.
func TestLawOfShares(t *testing.T) {
	t.Parallel()
	workers := func(local, total int) func(*dossier.Dossier) {
		return func(x *dossier.Dossier) { x.Report.Figures.Workers = &dossier.Workers{Total: total, Local: &local} }
	}
	material := func(quantity int, unit string, province int) dossier.Material {
		return dossier.Material{Name: "Cà phê", Quantity: &quantity, Unit: unit, FromProvince: &province, FromCommune: &province}
	}
	materials := func(list ...dossier.Material) func(*dossier.Dossier) {
		return func(x *dossier.Dossier) { x.Report.Figures.Materials = list }
	}
	contracts := func(list ...dossier.Contract) func(*dossier.Dossier) {
		return func(x *dossier.Dossier) { x.Report.Figures.Contracts = list }
	}
	contract := func(share int, since string) dossier.Contract {
		return dossier.Contract{Partner: "Hộ trồng", Share: &share, Since: since}
	}
	company := func(capital int) func(*dossier.Dossier) {
		return func(x *dossier.Dossier) { x.Producer.Kind, x.Producer.LocalCapital = dossier.KindEnterprise, &capital }
	}
	for _, c := range []struct {
		name      string
		set       int
		criterion string
		figures   func(*dossier.Dossier)
		fits      string // the options that fit, of all those claimed in turn
	}{
		{"nothing known", 13, "3.3", func(*dossier.Dossier) {}, "a b c none"},
		{"24% of the workers are local", 13, "3.3", workers(24, 100), "none"},
		{"25%", 13, "3.3", workers(1, 4), "a none"},
		{"just below 50%", 13, "3.3", workers(499, 1000), "a none"},
		{"50%", 13, "3.3", workers(1, 2), "b none"},
		{"75% is both", 13, "3.3", workers(3, 4), "b c none"},
		{"over 75%", 26, "3.3", workers(751, 1000), "c none"},

		{"no share of a material is known", 13, "1.1", materials(dossier.Material{Name: "Cà phê"}), "a b c none"},
		{"nothing from the province", 13, "1.1", materials(material(1, "kg", 0)), "none"},
		{"1%", 13, "1.1", materials(material(1, "kg", 1)), "a none"},
		{"50%", 13, "1.1", materials(material(1, "kg", 50)), "b none"},
		{"75%", 9, "1.1", materials(material(1, "kg", 75)), "c none"},
		{"by weight: 3 of 4", 13, "1.1", materials(material(3, "kg", 100), material(1, "kg", 0)), "c none"},
		{"by weight: 2 of 4", 13, "1.1", materials(material(2, "kg", 100), material(2, "kg", 0)), "b none"},
		{"other units: somewhere between", 13, "1.1", materials(material(2, "kg", 80), material(2, "lít", 60)), "b c none"},
		{"other units, all much", 13, "1.1", materials(material(2, "kg", 80), material(2, "lít", 90)), "c none"},
		{"one of them is not known", 13, "1.1", materials(material(2, "kg", 80), dossier.Material{Name: "Đường"}), "a b c none"},
		{"fresh products: of the commune", 1, "1.1", materials(material(1, "kg", 74)), "b none"},

		{"contracts of 49%", 13, "1.5", contracts(contract(49, "2024-01-01")), "a"},
		{"50%", 13, "1.5", contracts(contract(50, "2024-01-01")), "b"},
		{"75% itself is the lower one", 13, "1.5", contracts(contract(75, "2024-01-01")), "b"},
		{"76% for long", 13, "1.5", contracts(contract(70, "2024-01-01"), contract(6, "2025-06-16")), "c d"},
		{"76%, a part not for 12 months", 13, "1.5", contracts(contract(70, "2024-01-01"), contract(6, "2025-06-17")), "c"},
		{"since nobody knows when", 13, "1.5", contracts(contract(70, "2024-01-01"), contract(6, "")), "b c d"},
		{"in set 9 it is 1.4", 9, "1.4", contracts(contract(49, "2024-01-01")), "a"},

		{"51% of a company are held locally", 13, "3.1", company(51), "b c"},
		{"50%", 13, "3.1", company(50), "b"},
	} {
		set, _ := qd26.Edition().Set(c.set)
		criterion, ok := set.Criterion(c.criterion)
		require.True(t, ok)
		var fits []string
		codes := []string{}
		for _, o := range criterion.Options() {
			codes = append(codes, o.Code)
		}
		if criterion.AllowsNone() {
			codes = append(codes, "none")
		}
		for _, code := range codes {
			x := complete(t, c.set, dossier.ApplicationFirst)
			x.Report.Figures = &dossier.Figures{}
			c.figures(x)
			option(x, c.criterion, code)
			told := strings.Join(read(t, x, dossier.Options{}), "\n")
			if !strings.Contains(told, "DOSSIER-63 /report/claims/"+c.criterion) && !strings.Contains(told, "DOSSIER-60") {
				fits = append(fits, code)
			}
		}
		want := strings.Fields(c.fits)
		if !criterion.AllowsNone() && len(want) > 0 && want[len(want)-1] == "none" {
			want = want[:len(want)-1]
		}
		if c.criterion == "3.1" {
			want = append(want, "none") // which says of no kind of producer anything
		}
		assert.Equal(t, want, fits, c.name)
	}
}

func TestLawOfFigures(t *testing.T) {
	t.Parallel()
	figures := func(f dossier.Figures) func(*dossier.Dossier) {
		return func(x *dossier.Dossier) { x.Report.Figures = &f }
	}
	for _, c := range []lawCase{
		{"more local workers than workers", "", 0, figures(dossier.Figures{Workers: &dossier.Workers{Total: 3, Local: pointer(4)}}), []string{"DOSSIER-65 /report/figures/workers/local", "DOSSIER-63 /report/claims/3.3"}},
		{"all of them insured", "", 0, figures(dossier.Figures{Workers: &dossier.Workers{Total: 3, Insured: pointer(3)}}), nil},
		{"more insured than workers", "", 0, figures(dossier.Figures{Workers: &dossier.Workers{Total: 3, Insured: pointer(4)}}), []string{"DOSSIER-65 /report/figures/workers/insured"}},
		{"more from the commune than from the province", "", 0, figures(dossier.Figures{Materials: []dossier.Material{{Name: "x", FromProvince: pointer(80), FromCommune: pointer(81)}}}), []string{"DOSSIER-65 /report/figures/materials/0/fromCommune"}},
		{"markets of 101%", "", 0, figures(dossier.Figures{Markets: []dossier.Market{{Channel: "export", Share: pointer(50)}, {Channel: "shop", Share: pointer(51)}, {Channel: "shop"}}}), []string{"DOSSIER-64 /report/figures/markets"}},
		{"markets of 100%", "", 0, figures(dossier.Figures{Markets: []dossier.Market{{Channel: "export", Share: pointer(50)}, {Channel: "shop", Share: pointer(50)}}}), nil},
		{"contracts of 101%", "", 0, figures(dossier.Figures{Contracts: []dossier.Contract{{Partner: "x", Share: pointer(101 - 50), Since: "2024-01-01"}, {Partner: "y", Share: pointer(50), Since: "2024-01-01"}}}), []string{"DOSSIER-64 /report/figures/contracts"}},
		{"a contract that ends before it begins", "", 0, figures(dossier.Figures{Contracts: []dossier.Contract{{Partner: "x", Share: pointer(80), Since: "2024-01-02", Until: "2024-01-01"}}}), []string{"DOSSIER-41 /report/figures/contracts/0/until"}},
		{"a contract's evidence that is not there", "", 0, figures(dossier.Figures{Contracts: []dossier.Contract{{Partner: "x", Share: pointer(80), Since: "2024-01-02", Evidence: []string{"khac"}}}}), []string{"EVIDENCE-02 /report/figures/contracts/0/evidence/0"}},
		{"an amount without unit", "", 0, figures(dossier.Figures{Materials: []dossier.Material{{Name: "x", Quantity: pointer(1)}}}), []string{"DOSSIER-67 /report/figures/materials/0/quantity"}},
		{"output without unit", "", 0, func(x *dossier.Dossier) { x.Report.Results.Years[0].Output = pointer(3) }, []string{"DOSSIER-67 /report/results/years/0/output"}},
		{"output with its unit", "", 0, func(x *dossier.Dossier) {
			x.Report.Results.Years[0].Output, x.Report.Results.Years[0].Unit = pointer(3), "kg"
		}, nil},
		{"sets 1 to 4: not wholly from the province", "", 1, figures(dossier.Figures{Materials: []dossier.Material{{Name: "x", FromProvince: pointer(99)}}}), []string{"DOSSIER-66 /report/figures/materials/0/fromProvince"}},
		{"wholly", "", 1, figures(dossier.Figures{Materials: []dossier.Material{{Name: "x", FromProvince: pointer(100)}}}), nil},
		{"set 5 does not ask for it", "", 5, figures(dossier.Figures{Materials: []dossier.Material{{Name: "x", FromProvince: pointer(99)}}}), nil},
	} {
		c.run(t)
	}
	large, unit := 1_000_000_000, "kg" // as much as fits: no sum overflows
	x := complete(t, 13, dossier.ApplicationFirst)
	x.Report.Figures = &dossier.Figures{}
	for range 50 {
		x.Report.Figures.Materials = append(x.Report.Figures.Materials, dossier.Material{Name: "x", Quantity: &large, Unit: unit, FromProvince: pointer(100)})
	}
	assert.Empty(t, read(t, x, dossier.Options{}))
}

// Where the note of a set asks for a test report, another proof does not do.
func TestLawOfAskedProof(t *testing.T) {
	t.Parallel()
	asked := 0
	for _, set := range qd26.Edition().Sets() {
		for _, c := range set.Criteria() {
			kind := qd26.AskedFor(set.No(), c.Code())
			if kind == "" {
				continue
			}
			asked++
			x := complete(t, set.No(), dossier.ApplicationFirst)
			drop(x, kind)
			told := read(t, x, dossier.Options{})
			if len(c.Evidence()) == 1 {
				assert.Contains(t, told, "EVIDENCE-09 /report/claims/"+c.Code(), "set %d", set.No())
			} else {
				assert.Contains(t, told, "EVIDENCE-19 /report/claims/"+c.Code(), "set %d", set.No())
			}
		}
	}
	assert.Equal(t, 3+17+1, asked, "nutrition of sets 1, 3 and 4; the declaration of sets 1 to 17 and 21")

	other := func(x *dossier.Dossier, criterion string) {
		drop(x, "test-report")
		x.Evidence = append(x.Evidence, dossier.Evidence{ID: "khac", Kind: "other", File: dossier.File{Name: "khac.pdf", MediaType: "application/pdf", Size: 1, SHA256: strings.Repeat("b", 64)}})
		c := x.Report.Claims[criterion]
		c.Evidence = []string{"khac"}
		x.Report.Claims[criterion] = c
	}
	const unproved, unasked = "EVIDENCE-09 /report/claims/", "EVIDENCE-19 /report/claims/"
	for _, c := range []lawCase{
		{"the one kind, and nothing there", "", 1, func(x *dossier.Dossier) { drop(x, "test-report") }, []string{unproved + "7", unasked + "9"}},
		{"the one kind, another proof there", "", 1, func(x *dossier.Dossier) { other(x, "7") }, []string{unasked + "7", unasked + "9"}},
		{"no points claimed", "", 1, func(x *dossier.Dossier) { other(x, "7"); option(x, "7", "a") }, []string{unasked + "9", "EVIDENCE-11 /evidence/16"}},
		{"one of two kinds, and nothing there", "", 21, func(x *dossier.Dossier) { other(x, "7"); x.Evidence[len(x.Evidence)-1].Expires = "2026-06-15" }, []string{"EVIDENCE-06 /evidence/15/expires", unasked + "7", unproved + "7", "EVIDENCE-11 /evidence/12"}},
		{"one point claimed", "", 21, func(x *dossier.Dossier) { drop(x, "test-report"); option(x, "7", "a") }, []string{unasked + "7"}},
	} {
		c.run(t)
	}
}

// What changed since recognition (Article 6.1.b, c) follows from the figures.
func TestFigureChanges(t *testing.T) {
	t.Parallel()
	year := func(year, revenue int, profit, output *int, unit string) dossier.YearResult {
		return dossier.YearResult{Year: year, Revenue: &revenue, Profit: profit, Output: output, Unit: unit}
	}
	x := complete(t, 13, dossier.ApplicationReassessment)
	x.Previous.Issued = "2023-12-01"
	x.Report.Results.Years = []dossier.YearResult{
		year(2025, 300, pointer(-5), pointer(30), "tấn"), year(2022, 10, pointer(1), nil, ""), year(2023, 200, nil, pointer(20), "tấn"), year(2024, 250, pointer(7), nil, ""),
	}
	changes := x.FigureChanges()
	require.Len(t, changes, 3)
	for i, want := range [][4]int{{2023, 200, 2025, 300}, {2024, 7, 2025, -5}, {2023, 20, 2025, 30}} {
		c := changes[i]
		assert.Equal(t, want, [4]int{c.FromYear, c.From, c.ToYear, c.To})
	}
	assert.Equal(t, "Doanh thu (triệu đồng)", changes[0].Name.Vi)
	assert.Equal(t, "tấn", changes[2].Unit.En)
	x.Report.Results.Years[0].Unit = "kg"
	assert.Len(t, x.FigureChanges(), 2, "tấn and kg are not compared")
	x.Report.Results.Years = x.Report.Results.Years[:2]
	assert.Empty(t, x.FigureChanges(), "one year after recognition is no change")
	assert.Empty(t, complete(t, 13, dossier.ApplicationFirst).FigureChanges())
	assert.Empty(t, new(dossier.Dossier).FigureChanges())
}
