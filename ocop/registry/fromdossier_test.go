package registry_test

import (
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/dossier/procedure"
	"github.com/ocop-vn/ocop-go/ocop/registry"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

const dossiers = "../../examples/dossiers"

func example(t *testing.T, name string) *dossier.Dossier {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dossiers, name))
	require.NoError(t, err)
	x, problems := dossier.Read(data, dossier.Options{})
	require.NoError(t, problems.Err(), name)
	return &x
}

func where(list problem.List) (places []string) {
	for _, p := range list {
		places = append(places, p.Code+" "+p.Path)
	}
	return places
}

// All that keeps a dossier from being a record is a kind that is listed.
func TestKindsOfADossier(t *testing.T) {
	t.Parallel()
	var codes []string
	for _, k := range registry.Kinds() {
		if strings.HasPrefix(k.Code, "REGISTER-7") {
			codes = append(codes, k.Code)
		}
	}
	assert.Equal(t, []string{"REGISTER-70", "REGISTER-71", "REGISTER-72", "REGISTER-73", "REGISTER-74", "REGISTER-75", "REGISTER-76"}, codes)
}

var someDay = civil.Date{Year: 2026, Month: 12, Day: 31}

func TestEachExampleIsARecordOrSaysWhatIsMissing(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob(filepath.Join(dossiers, "*.json"))
	require.NoError(t, err)
	require.Len(t, files, 18)
	decided := map[string]bool{"du-lich-lan-dau.json": true, "thuc-pham-lan-dau.json": true}
	for _, file := range files {
		name := filepath.Base(file)
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			x := example(t, name)
			record, problems := registry.FromDossier(x, someDay)
			assert.Empty(t, record)
			if !decided[name] {
				assert.Equal(t, []string{"REGISTER-70 /decision"}, where(problems))
				return
			}
			assert.Equal(t, []string{"REGISTER-71 /product/code"}, where(problems))
			x.Product.Code = x.Registration.Province + "-" + x.Registration.Commune + "-01-2026"
			record, problems = registry.FromDossier(x, someDay)
			require.Empty(t, problems)
			assert.Empty(t, registry.Check(&record))
			there(t, record)
		})
	}
}

// there holds a record to come back from JSON Lines and from a table.
func there(t *testing.T, record registry.Record) {
	t.Helper()
	line, err := json.Marshal(record)
	require.NoError(t, err)
	for _, text := range []string{string(line), written(t, []registry.Record{record}, registry.CSVOptions{})} {
		records, findings := read(t, registry.Records("", strings.NewReader(text)))
		assert.Empty(t, findings)
		assert.Equal(t, []registry.Record{record}, records)
	}
}

func TestFromDossier(t *testing.T) {
	t.Parallel()
	ministry := example(t, "thuc-pham-lan-dau.json")
	ministry.Product.Code = ministry.Registration.Province + "-" + ministry.Registration.Commune + "-01-2026"
	record, problems := registry.FromDossier(ministry, civil.Date{})
	require.Empty(t, problems)
	outcome, err := ministry.Decide(ministry.Ministry)
	require.NoError(t, err)
	assert.Equal(t, dossier.RecordRecognised, record.State)
	assert.Equal(t, "ministry", record.Authority)
	assert.Equal(t, 5, record.Star)
	assert.Equal(t, outcome.Average(), record.Total, "the ministry's council")
	assert.Equal(t, ministry.Decision.Number, record.Decision)
	assert.Equal(t, []string{"supermarket", "e-commerce", "shop", "export"}, record.Channels)
	assert.Equal(t, ministry.Producer.TaxCode, record.Producer.TaxCode)

	copied := func() *dossier.Dossier {
		x := example(t, "du-lich-lan-dau.json")
		x.Product.Code = x.Registration.Province + "-" + x.Registration.Commune + "-01-2026"
		return x
	}
	for _, c := range []struct {
		name   string
		change func(*dossier.Dossier)
		on     civil.Date
		want   []string
		check  func(*testing.T, *dossier.Dossier, registry.Record)
	}{
		{"as it is", func(*dossier.Dossier) {}, someDay, nil, func(t *testing.T, x *dossier.Dossier, r registry.Record) {
			assert.Equal(t, []string{"shop"}, r.Channels, "each once")
			assert.Equal(t, "province", r.Authority)
			issued, err := civil.Parse(r.Issued)
			require.NoError(t, err)
			assert.Equal(t, procedure.Expiry(issued).String(), r.Expires)
		}},
		{"the day before its certificate", func(*dossier.Dossier) {}, civil.Date{Year: 2026, Month: 6, Day: 1}, []string{"REGISTER-74 /decision"}, nil},
		{"no day of the certificate", func(x *dossier.Dossier) { x.Decision.Issued = "" }, someDay, nil, func(t *testing.T, x *dossier.Dossier, r registry.Record) {
			assert.Equal(t, x.Decision.Date, r.Issued)
		}},
		{"withdrawn", func(x *dossier.Dossier) {
			x.Withdrawal = &dossier.Withdrawal{By: "province", Number: "9/QĐ", Date: "2026-12-01", Ground: "criteria-unmet"}
		}, someDay, nil, func(t *testing.T, x *dossier.Dossier, r registry.Record) {
			assert.Equal(t, dossier.RecordWithdrawn, r.State)
			assert.Equal(t, "2026-12-01", r.Withdrawn)
			assert.Equal(t, dossier.Ground("criteria-unmet"), r.Ground)
		}},
		{"withdrawn later", func(x *dossier.Dossier) {
			x.Withdrawal = &dossier.Withdrawal{By: "province", Number: "9/QĐ", Date: "2027-12-01", Ground: "criteria-unmet"}
		}, someDay, nil, func(t *testing.T, x *dossier.Dossier, r registry.Record) {
			assert.Equal(t, dossier.RecordRecognised, r.State)
		}},
		{"no sheets", func(x *dossier.Dossier) { x.Council = nil }, someDay, []string{"REGISTER-72 /council"}, nil},
		{"under 3 stars", func(x *dossier.Dossier) {
			x.Decision, x.Product.Code = nil, ""
			for i := range x.Council.Members {
				for code, option := range x.Council.Members[i].Answers {
					if strings.Trim(option, "abcdef") == "" {
						x.Council.Members[i].Answers[code] = "a"
					}
				}
			}
		}, someDay, nil, func(t *testing.T, x *dossier.Dossier, r registry.Record) {
			assert.Equal(t, dossier.RecordRefused, r.State)
			assert.Contains(t, []int{1, 2}, r.Star)
			assert.NotNil(t, r.Parts)
			assert.NotEmpty(t, r.Total)
		}},
		{"of an earlier recognition", func(x *dossier.Dossier) {
			x.Previous = &dossier.Recognition{ProductCode: x.Product.Code[:len(x.Product.Code)-4] + "2025", Star: 3, Decision: "1/QĐ", Issued: "2025-08-01", Expires: "2025-12-31"}
			shares := [...]int{0, 1, 99}
			for i, channel := range []string{"export", "e-commerce", "shop"} {
				x.Report.Figures.Markets[i].Channel, x.Report.Figures.Markets[i].Share = channel, &shares[i]
			}
		}, someDay, nil, func(t *testing.T, x *dossier.Dossier, r registry.Record) {
			require.NotNil(t, r.Parts)
			assert.Equal(t, x.Previous.ProductCode, r.Previous)
			assert.Equal(t, 3, r.PreviousStar)
			assert.Equal(t, []string{"e-commerce", "shop"}, r.Channels, "of an export of 0 % there is none")
			outcome, err := x.Decide(x.Council)
			require.NoError(t, err)
			sum := 0
			for _, m := range outcome.Members {
				sum += m.Parts.B
			}
			b, err := strconv.ParseFloat(r.Parts.B, 64)
			require.NoError(t, err)
			assert.InDelta(t, float64(sum)/float64(outcome.Count), b, 0.01)
		}},
		{"the certificate's own days", func(x *dossier.Dossier) {
			x.Decision.Issued, x.Decision.Expires = "2026-12-30", "2029-12-31"
		}, someDay, []string{"REGISTER-17 /decision/expires"}, func(t *testing.T, x *dossier.Dossier, r registry.Record) {
			assert.Equal(t, [2]string{"2026-12-30", "2029-12-31"}, [2]string{r.Issued, r.Expires})
		}},
		{"the code is another place's", func(x *dossier.Dossier) { x.Product.Code = "66-24277-1-2026" }, someDay, []string{"REGISTER-19 /product/code"}, nil},
		{"a share that is not told", func(x *dossier.Dossier) {
			x.Report.Figures.Markets[0].Channel, x.Report.Figures.Markets[0].Share = "export", nil
		}, someDay, nil, func(t *testing.T, x *dossier.Dossier, r registry.Record) {
			assert.Contains(t, r.Channels, "export")
		}},
		{"a dossier that is wrong", func(x *dossier.Dossier) { x.Producer.Name = "" }, someDay, []string{"DOSSIER-01 /producer/name"}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			x := copied()
			c.change(x)
			record, problems := registry.FromDossier(x, c.on)
			assert.Equal(t, c.want, where(problems))
			if c.check == nil {
				assert.Empty(t, record)
				return
			}
			c.check(t, x, record)
			if c.want == nil {
				there(t, record)
			}
		})
	}
}

// A product under 90 points came back from the ministry, and the province decided
// by the ministry's result (Article 7.4.g).
func TestCameBack(t *testing.T) {
	t.Parallel()
	x := example(t, "thuc-pham-lan-dau.json")
	x.Product.Code = x.Registration.Province + "-" + x.Registration.Commune + "-01-2026"
	x.Decision.By, x.Decision.Star = "province", 4
	lower(t, x, x.Ministry, 4)
	want, err := x.Decide(x.Ministry)
	require.NoError(t, err)
	record, problems := registry.FromDossier(x, someDay)
	require.Empty(t, problems)
	assert.Equal(t, want.Average(), record.Total)
	assert.Equal(t, 4, record.Star)
	assert.Equal(t, "province", record.Authority)
}

// lower has a council's members choose lesser options until they come to a star.
func lower(t *testing.T, x *dossier.Dossier, r *dossier.CouncilRecord, star int) {
	t.Helper()
	for _, code := range slices.Sorted(maps.Keys(r.Members[0].Answers)) {
		if outcome, err := x.Decide(r); err == nil && outcome.Star <= star {
			require.Equal(t, star, outcome.Star)
			return
		}
		for i := range r.Members {
			if option := r.Members[i].Answers[code]; len(option) == 1 && option > "a" {
				r.Members[i].Answers[code] = string(option[0] - 1)
			}
		}
	}
}

func TestStopped(t *testing.T) {
	t.Parallel()
	x := example(t, "thuc-pham-lan-dau.json")
	x.Product.Code = x.Registration.Province + "-" + x.Registration.Commune + "-01-2026"
	x.Ministry.Gates = []string{"identical-product"}
	_, problems := registry.FromDossier(x, someDay)
	assert.Equal(t, []string{"REGISTER-73 /ministry"}, where(problems))
	x.Decision = nil
	_, problems = registry.FromDossier(x, someDay)
	assert.Equal(t, []string{"REGISTER-70 /decision"}, where(problems), "the province has not refused it yet")
	x.Ministry, x.ProvinceProposal, x.Product.Code = nil, nil, ""
	_, problems = registry.FromDossier(x, someDay)
	assert.Equal(t, []string{"REGISTER-70 /decision"}, where(problems))
	for _, gate := range []string{"identical-product", "unacceptable-impurities"} {
		x.Council.Gates = []string{gate}
		record, problems := registry.FromDossier(x, someDay)
		assert.Empty(t, problems)
		assert.Equal(t, dossier.RecordRefused, record.State)
		assert.Empty(t, record.Total)
		there(t, record)
	}
}

func TestFromOutcome(t *testing.T) {
	t.Parallel()
	x := example(t, "du-lich-lan-dau.json")
	x.Product.Code = x.Registration.Province + "-" + x.Registration.Commune + "-01-2026"
	want, problems := registry.FromDossier(x, someDay)
	require.Empty(t, problems)
	outcome, err := x.Decide(x.Council)
	require.NoError(t, err)
	x.Council = nil
	record, problems := registry.FromOutcome(x, &outcome, someDay)
	assert.Empty(t, problems)
	assert.Equal(t, want, record)
	outcome.Members = slices.Clone(outcome.Members)
	for i := range outcome.Members {
		outcome.Members[i].Parts.B = 30
	}
	_, problems = registry.FromOutcome(x, &outcome, someDay)
	assert.Equal(t, []string{"REGISTER-13 /council", "REGISTER-12 /council"}, where(problems), "also of what lies within a member")
	_, problems = registry.FromOutcome(x, nil, someDay)
	assert.Equal(t, []string{"REGISTER-72 /council"}, where(problems))
	undecided := *x
	undecided.Decision, undecided.Product.Code = nil, ""
	outcome.Star = 3
	for _, status := range []scoring.Status{scoring.StatusClassified, scoring.StatusIncomplete} {
		outcome.Status = status
		_, problems = registry.FromOutcome(&undecided, &outcome, someDay)
		assert.Equal(t, []string{"REGISTER-70 /decision"}, where(problems), "nothing was refused: %s", status)
	}
	wrong := *x
	wrong.Producer.Name = ""
	_, problems = registry.FromOutcome(&wrong, &outcome, someDay)
	assert.Equal(t, []string{"DOSSIER-01 /producer/name"}, where(problems))
	wrong = *x
	wrong.Registration.Date = "2026-13-01"
	_, problems = registry.FromOutcome(&wrong, &outcome, someDay)
	assert.NotEmpty(t, problems, "what no record has is looked at too")
	other := example(t, "thuc-pham-lan-dau.json")
	_, problems = registry.FromOutcome(other, &outcome, someDay)
	assert.Equal(t, []string{"REGISTER-76 /product/set"}, where(problems))
}

func TestInLife(t *testing.T) {
	t.Parallel()
	x := *goodRecord(t)
	life := func(steps ...procedure.Step) procedure.Life {
		l := procedure.Life{Previous: &procedure.Certificate{Star: 4, Issued: civil.Date{Year: 2026, Month: 8, Day: 5}}}
		for _, s := range steps {
			next, err := l.Take(s)
			require.NoError(t, err)
			l = next
		}
		return l
	}
	withdraw := procedure.Step{Kind: procedure.StepWithdraw, On: civil.Date{Year: 2027, Month: 1, Day: 2}, By: "province", Ground: "law-broken"}
	extend := procedure.Step{Kind: procedure.StepExtend, On: civil.Date{Year: 2029, Month: 8, Day: 1}}
	got, problems := registry.InLife(x, life(), someDay)
	assert.Empty(t, problems)
	assert.Equal(t, x, got)
	got, problems = registry.InLife(x, life(withdraw), someDay)
	assert.Empty(t, problems)
	assert.Equal(t, x, got, "not yet")
	for _, on := range []civil.Date{withdraw.On, {}} {
		got, problems = registry.InLife(x, life(withdraw), on)
		assert.Empty(t, problems)
		assert.Equal(t, dossier.RecordWithdrawn, got.State)
		assert.Equal(t, "2027-01-02", got.Withdrawn)
		assert.Equal(t, dossier.Ground("law-broken"), got.Ground)
		back, problems := registry.InLife(got, life(), someDay)
		assert.Empty(t, problems)
		assert.Equal(t, x, back)
	}
	got, problems = registry.InLife(x, life(extend), civil.Date{})
	assert.Empty(t, problems)
	assert.Equal(t, dossier.RecordExtended, got.State)
	assert.Equal(t, "2030-02-01", got.ExtendedUntil)
	withdraw.On = civil.Date{Year: 2029, Month: 8, Day: 3}
	got, problems = registry.InLife(x, life(extend, withdraw), civil.Date{})
	assert.Empty(t, problems)
	assert.Equal(t, "2029-08-03", got.Withdrawn, "the step that withdrew it")
	other := x
	other.Expires = "2029-08-06"
	_, problems = registry.InLife(other, life(), someDay)
	assert.Equal(t, []string{"REGISTER-17 /expires"}, where(problems), "it is checked again")
	x.Issued = "2026-08-06"
	got, problems = registry.InLife(x, life(withdraw), someDay)
	assert.Equal(t, []string{"REGISTER-75 /issued"}, where(problems))
	assert.Equal(t, x, got)
	for _, issued := range []string{x.Issued, ""} {
		x.Issued = issued
		got, problems = registry.InLife(x, procedure.Life{}, someDay)
		assert.Equal(t, []string{"REGISTER-75 /issued"}, where(problems), "of no certificate")
		assert.Equal(t, x, got)
	}
}

func TestPublic(t *testing.T) {
	t.Parallel()
	organisations := []dossier.ProducerKind{
		dossier.KindCooperative, dossier.KindEnterprise, dossier.KindAssociation, dossier.KindFederation, dossier.KindOperatingCentre, dossier.KindEquivalent,
	}
	// What each member of a record is shown as: another is to be decided on.
	allowed := []string{
		"code", "product", "set", "edition", "producer", "producer.name", "producer.kind", "producer.size", "producer.taxCode",
		"province", "commune", "star", "total", "parts", "parts.A", "parts.B", "parts.C", "decision", "authority", "issued", "expires",
		"state", "extendedUntil", "withdrawn", "ground", "previous", "previousStar", "channels", "trace",
	}
	seen := map[string]bool{}
	for _, record := range someRecords(3000) {
		before, err := json.Marshal(record)
		require.NoError(t, err)
		members(t, before, "", func(name string) { seen[name] = true })
		public, ok := registry.Public(record)
		after, err := json.Marshal(record)
		require.NoError(t, err)
		require.Equal(t, string(before), string(after), "the record itself is not changed")
		if require.Equal(t, record.State != dossier.RecordRefused, ok); !ok {
			assert.Empty(t, public)
			continue
		}
		shown, err := json.Marshal(public)
		require.NoError(t, err)
		assert.NotRegexp(t, `(?:^|[^0-9])0[0-9]{11}(?:[^0-9]|$)`, string(shown), "no personal number")
		assert.NotRegexp(t, `"taxCode":"[0-9]{12}"`, string(shown))
		if code := record.Producer.TaxCode; slices.Contains(organisations, record.Producer.Kind) && len(code) != 12 {
			assert.Equal(t, code, public.Producer.TaxCode)
		} else {
			assert.Empty(t, public.Producer.TaxCode)
		}
		public.Producer.TaxCode = record.Producer.TaxCode
		if !strings.Contains(string(before), "001099012345") {
			assert.Equal(t, record, public, "all else stays")
		}
	}
	for name := range seen {
		assert.Contains(t, allowed, name)
	}
	for _, name := range allowed {
		assert.True(t, seen[name], "%s is in the records of this test", name)
	}
	for _, c := range registry.Columns() {
		assert.Contains(t, allowed, c)
	}
}

// members calls found with each member's name, those within it joined with a dot.
func members(t *testing.T, object []byte, within string, found func(string)) {
	t.Helper()
	var m map[string]json.RawMessage
	require.NoError(t, json.Unmarshal(object, &m))
	for name, value := range m {
		found(within + name)
		if value[0] == '{' {
			members(t, value, within+name+".", found)
		}
	}
}

func TestPersonalNumbersAreStruckOut(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Hộ Nguyễn Văn A (001099012345)": "Hộ Nguyễn Văn A (…)",
		"066199012345 066199012345":      "… …",
		"a066199012345b":                 "a…b",
		"0661990123456":                  "0661990123456",
		"166199012345":                   "166199012345",
		"06619901234":                    "06619901234",
		"06619901234: 066199012345:":     "06619901234: …:",
		"1/QĐ":                           "1/QĐ",
		"":                               "",
	} {
		x := *goodRecord(t)
		x.Product, x.Producer.Name, x.Decision, x.Trace = text, text, text, "https://a.vn/"+text
		public, ok := registry.Public(x)
		assert.True(t, ok)
		assert.Equal(t, []string{want, want, want}, []string{public.Product, public.Producer.Name, public.Decision})
		assert.Equal(t, text != want, public.Trace == "", "an address with one is left out")
	}
}
