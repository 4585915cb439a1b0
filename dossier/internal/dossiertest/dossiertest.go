// Package dossiertest makes dossiers for tests: one that is right, and others
// that are wrong in any way that the type allows.
package dossiertest

import (
	"reflect"
	"strings"

	"github.com/ocop-vn/ocop-go/dossier"
)

// Source makes choices out of bytes; past their end every choice is the first.
type Source []byte

// Choose is a number from 0 and below n.
func (s *Source) Choose(n int) int {
	if len(*s) == 0 {
		return 0
	}
	b := int((*s)[0])
	*s = (*s)[1:]
	return b % n
}

// texts that some field takes, and texts that none does.
func texts() []string {
	long, letters := strings.Repeat("a", 201), strings.Repeat("ệ", 60) // decomposed: three code points each
	return []string{
		"", "first", "Hợp tác xã Chè", "2026-06-15", "2026-02-30", "0912 345 678", "htx@example.vn", "0100109106", "0100109107", "001099012345",
		"66", "24133", "bien-ban-1", strings.Repeat("0f", 32), "phieu.pdf", "../a.pdf", "66-24133-01-2026", "66-643-24133-01-2023",
		"01-07/PĐK-66-24133-2026", "3/4", "0/4", "none", "a", "1.1", "I", "1", "cooperative", "male", "awards", "application/pdf", "qd26-2026",
		"upgrade", "re-assessment", "VI", "association", " ", "\u00a0", "a\nb", "a\x00b", "a\u202eb", "\xff", "/", "]", "x].y", "all", long, letters, strings.Repeat(letters, 200), "~1/", "+84 24 3822 1234", "19001234",
		"vn.example.portal", "2000-02-29", "1900-02-29", "a.b@c", "a@b.c-", strings.Repeat("a", 65) + "@b.vn", "forged-dossier", "no", "yes",
	}
}

// fill gives a value any content that the type can have.
func (s *Source) fill(v reflect.Value, pool []string) {
	if v.Type() == reflect.TypeFor[dossier.Extension]() {
		v.SetString([]string{`{"a":[1.50,"x"]}`, "null", `"x"`}[s.Choose(3)])
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(pool[s.Choose(len(pool))])
	case reflect.Int:
		numbers := []int{1, 0, -1, 3, 5, 6, 13, 26, 27, 100, 101, 1000, 1001, 2025, 2026, 2100, 2101, 1_000_000_000, 1_000_000_001, 2_000_000_001, -1_000_000_001}
		v.SetInt(int64(numbers[s.Choose(len(numbers))]))
	case reflect.Bool:
		v.SetBool(s.Choose(2) == 1)
	case reflect.Pointer:
		if s.Choose(3) > 0 {
			v.Set(reflect.New(v.Type().Elem()))
			s.fill(v.Elem(), pool)
		}
	case reflect.Slice:
		n := s.Choose(4) - 1
		if s.Choose(16) == 15 {
			n = []int{50, 51, 100, 101, 300, 301}[s.Choose(6)]
		}
		if n < 0 {
			return // nil
		}
		v.Set(reflect.MakeSlice(v.Type(), n, n))
		for i := range min(n, 3) {
			s.fill(v.Index(i), pool)
		}
	case reflect.Map:
		n := s.Choose(5) - 1
		if n < 0 {
			return // nil
		}
		v.Set(reflect.MakeMap(v.Type()))
		for range n {
			item := reflect.New(v.Type().Elem()).Elem()
			s.fill(item, pool)
			v.SetMapIndex(reflect.ValueOf(pool[s.Choose(len(pool))]), item)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			s.fill(v.Field(i), pool)
		}
	default:
		panic("no content for " + v.Kind().String())
	}
}

// change gives one field somewhere below a value any content.
func (s *Source) change(v reflect.Value, pool []string) {
	switch {
	case v.Kind() == reflect.Struct && s.Choose(40) > 0:
		s.change(v.Field(s.Choose(v.NumField())), pool)
	case v.Kind() == reflect.Pointer && !v.IsNil() && s.Choose(4) > 0:
		s.change(v.Elem(), pool)
	case v.Kind() == reflect.Slice && v.Len() > 0 && s.Choose(4) > 0:
		s.change(v.Index(s.Choose(v.Len())), pool)
	default:
		s.fill(v, pool)
	}
}

// Dossier is one with up to five of its fields changed, or, now and then, one of
// any content.
func (s *Source) Dossier() dossier.Dossier {
	pool := texts()
	var x dossier.Dossier
	if s.Choose(64) == 63 {
		s.fill(reflect.ValueOf(&x).Elem(), pool)
		return x
	}
	x = Valid()
	for range s.Choose(6) {
		s.change(reflect.ValueOf(&x).Elem(), pool)
	}
	return x
}

// Valid is a dossier with every part filled; its updates alone have no place in
// a dossier for an upgrade.
func Valid() dossier.Dossier {
	revenue, spread := 1200, 10
	id := []string{"a-1"}
	person := dossier.Representative{Name: "Nguyễn Văn An", Position: "Giám đốc", Gender: "male", Ethnicity: "Kinh", Address: "Buôn Ma Thuột"}
	finding := dossier.Finding{Assessed: "Đúng thực tế"}
	record := dossier.CouncilRecord{
		Date: "2026-12-01", Seats: 11, Members: []dossier.CouncilMember{{ID: "m1", Chair: true, Answers: map[string]string{"1.1": "a"}}},
		Gates: []string{"identical-product"}, Policy: &dossier.CouncilPolicy{MaxSpread: &spread, Quorum: "3/4", Minima: "all"},
	}
	letter := &dossier.Letter{Number: "1/QĐ", Date: "2026-07-01"}
	record.Established, record.Regulation, record.Delegation, record.Advice, record.Report = letter, letter, letter, letter, letter
	record.Form, record.Reason, record.Absent = dossier.CouncilMeeting, "x", []dossier.AbsentMember{{Name: "Lê Thị Bình", Office: dossier.OfficeHealth}}
	record.Members[0].Name, record.Members[0].Office = "Nguyễn Văn An", dossier.OfficeLeadership
	other := record
	return dossier.Dossier{
		Edition: "qd26-2026", Application: dossier.ApplicationUpgrade,
		Producer: dossier.Producer{
			Name: "Hợp tác xã Chè", Kind: dossier.KindCooperative, Size: "small", LocalCapital: &spread, TaxCode: "0100109106", Address: "Buôn Ma Thuột", Phone: "0912345678",
			Email: "htx@example.vn", Representative: person, Founded: "2020-02-29", LicenceNumber: "40A",
		},
		Product: dossier.Product{Name: "Chè", Sector: "I", Group: "5", Subgroup: "a", Set: 11, Specification: "Túi 500 g", Standard: "TCCS 01", Code: "66-24133-01-2026"},
		Registration: dossier.Registration{
			Province: "66", Commune: "24133", Year: 2026, Samples: 5, Date: "2026-06-15",
			CommuneReceipt:  &dossier.Receipt{Number: "01-07/PĐK-66-24133-2026", Date: "2026-06-16", Receiver: "Lê Thị Bình"},
			ProvinceReceipt: &dossier.Receipt{Number: "01-07/PĐK-66-24133-2026", Date: "2026-06-30", Receiver: "Lê Thị Bình"},
		},
		Report: dossier.Report{
			Papers: dossier.Papers{Trademark: true, Other: "Sáng kiến"}, Exemptions: []dossier.Exemption{{Paper: "production-certificate", Ground: "x", Evidence: id}}, History: "Lập năm 2020", Organisation: "Ban giám đốc, hai tổ",
			Results: dossier.Results{Materials: "x", Quality: "x", Market: "x", Business: "x", Years: []dossier.YearResult{{Year: 2025, Revenue: &revenue, Profit: &revenue, Output: &revenue, Unit: "kg"}}},
			Claims:  map[string]dossier.Claim{"1.1": {Option: "a", Description: "x", Evidence: id}, "1.2": {Option: "b"}},
			Figures: &dossier.Figures{
				Workers:   &dossier.Workers{Total: 10, Local: &spread, Insured: &spread},
				Materials: []dossier.Material{{Name: "x", Quantity: &spread, Unit: "kg", Place: "x", FromProvince: &spread, FromCommune: &spread}},
				Area:      &dossier.GrowingArea{SquareMetres: &spread, Households: &spread, Place: "x"},
				Contracts: []dossier.Contract{{Partner: "x", Share: &spread, Since: "2025-01-01", Until: "2027-01-01", Evidence: id}},
				Markets:   []dossier.Market{{Channel: "export", Name: "x", Share: &spread}},
			},
			Plan: dossier.BusinessPlan{Product: "x", Production: "x", Market: "x"}, Date: "2026-06-15",
		},
		Evidence: []dossier.Evidence{{
			ID: "a-1", Kind: "awards", Title: "Giấy khen", Number: "1", Issuer: "UBND tỉnh", Issued: "2025-01-01", Expires: "2028-01-01", Pages: "1-2",
			File: dossier.File{Name: "khen.pdf", MediaType: "application/pdf", Size: 1, SHA256: strings.Repeat("0f", 32)},
		}},
		Previous:      &dossier.Recognition{ProductCode: "66-643-24133-01-2023", Star: 3, Decision: "12/QĐ", Issued: "2024-01-01"},
		Changes:       &dossier.Changes{Description: "x", Evidence: id},
		Updates:       &dossier.Updates{Materials: "x", Technology: "x", Packaging: "x", Labels: "x", Declaration: "x", Tests: "x", Market: "x", Output: "x", Revenue: "x", Renewed: id},
		CommuneReport: &dossier.CommuneReport{Number: "1", Date: "2026-06-20", Materials: finding, Labour: finding, Idea: finding, Identity: finding},
		Proposed:      &dossier.Proposal{Date: "2026-11-01", Answers: map[string]string{"1.1": "a"}, Note: "x"},
		Council:       &record, Ministry: &other,
		ProvinceProposal: &dossier.ProvinceProposal{Number: "1", Date: "2026-12-01", Approval: letter, Report: letter, Samples: 5, Received: "2026-12-01"},
		Requests:         []dossier.Request{{Kind: dossier.RequestSurvey, By: "province", Asked: "2026-07-01", What: "x", Done: "2026-07-02", Result: "x", Evidence: id}},
		Decision: &dossier.Decision{
			By: "province", Number: "1/QĐ", Date: "2026-12-20", Star: 4, Certificate: "1", Issued: "2026-12-20", Expires: "2029-12-20", Published: "2026-12-21", Notice: letter,
		},
		Inspections: []dossier.Inspection{{Date: "2027-01-10", Kind: "periodic", By: "province", Conclusion: dossier.ConclusionBreach, Concluded: "2027-01-11", Ground: "law-broken", Note: "x"}},
		Withdrawal:  &dossier.Withdrawal{By: "province", Number: "1/QĐ", Date: "2027-01-12", Ground: "law-broken"},
		Extensions:  map[string]dossier.Extension{"vn.example.portal": `{"a":[1.50,"x"]}`},
	}
}
