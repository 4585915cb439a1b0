package registry_test

import (
	"encoding/json"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/ocop/registry"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// someRecords are records of every shape that is right, their texts as awkward as
// they can be, and the codes of some with the place that they are of.
func someRecords(n int) []registry.Record {
	rng := rand.New(rand.NewPCG(8, 2026))
	records := make([]registry.Record, n)
	for i := range records {
		records[i] = someRecord(rng)
	}
	return records
}

func someRecord(rng *rand.Rand) registry.Record {
	one := func(list ...string) string { return list[rng.IntN(len(list))] }
	name := func() string {
		awkward := []string{"Cà phê", "Trà \"Ô Long\"", "=1+2", "+84", "-", "@a", "'x", "''", " lùi vào", "thừa ", "a;b", "a,b", "\u00a0x", "a'b", "0123", "1E5", "5/8/2026", "001099012345", "Mắm cá linh 100% \\ /", "🍵", "#REF!", "NULL", "sep=;", "{\"a\":1}", "[x", "\u3000", "hai\ndòng", "a\r\nb", "a\rb", "cuối\n", "\tđầu", "\n\"=1\""}
		s := one(awkward...) + one("", "", one(awkward...))
		if strings.TrimSpace(strings.Trim(s, "\u3000\u00a0")) == "" {
			return s + "x"
		}
		return s
	}
	maybe := func(s string) string {
		if rng.IntN(2) == 0 {
			return ""
		}
		return s
	}
	place := [...][2]string{{"66", "24277"}, {"01", "00070"}}[rng.IntN(2)]
	kinds := []dossier.ProducerKind{
		dossier.KindCooperative, dossier.KindCooperativeGroup, dossier.KindEnterprise, dossier.KindFarm, dossier.KindProductionHousehold,
		dossier.KindRegisteredHousehold, dossier.KindAssociation, dossier.KindFederation, dossier.KindOperatingCentre, dossier.KindEquivalent,
	}
	x := registry.Record{
		Product: name(), Set: 1 + rng.IntN(26), Edition: one("qd26-2026", "qd148-2023", "qd1048-2019"),
		Producer: dossier.RecordProducer{
			Name: name(), Kind: kinds[rng.IntN(len(kinds))], Size: maybe(one("micro", "small", "medium", "large")),
			TaxCode: maybe(one("0100109106", "0100109106-001", "0100109106001", "066199012345", "100109106001", "1234567890")),
		},
		Province: place[0], Commune: place[1],
		State:        [...]dossier.RecordState{dossier.RecordRecognised, dossier.RecordExtended, dossier.RecordWithdrawn, dossier.RecordRefused}[rng.IntN(4)],
		Previous:     maybe(place[0] + "-" + place[1] + "-7-2023"),
		PreviousStar: rng.IntN(6),
		Trace:        maybe(one("https://id.gs1.org/01/08938505974019/10/L2611", "http://a.vn/?q='1';x,y")),
	}
	for _, channel := range []string{"supermarket", "convenience-store", "e-commerce", "shop", "export"} {
		if rng.IntN(3) == 0 {
			x.Channels = append(x.Channels, channel)
		}
	}
	rng.Shuffle(len(x.Channels), func(i, j int) { x.Channels[i], x.Channels[j] = x.Channels[j], x.Channels[i] })
	if rng.IntN(2) == 0 {
		x.Parts = &dossier.PartPoints{A: one("0", "37", "9.5"), B: one("24.05", "1"), C: one("0.00", "31")}
	}
	if needed, _ := dossier.StateMembers(x.State); slices.Contains(needed, "code") {
		x.Code, x.Star, x.Total, x.Decision, x.Authority = place[0]+"-"+place[1]+"-01-2026", 3+rng.IntN(3), one("92", "100.00", "89.95", "0"), name(), one("province", "ministry")
		x.Issued, x.Expires = "2026-08-05", "2029-08-05"
	}
	switch x.State { //nolint:exhaustive // the others have no more
	case dossier.RecordExtended:
		x.ExtendedUntil = "2029-10-05"
	case dossier.RecordWithdrawn:
		x.Withdrawn, x.Ground = "2027-01-05", "criteria-unmet"
	}
	return x
}

func TestNothingIsLost(t *testing.T) {
	t.Parallel()
	records := someRecords(5000)
	var lines strings.Builder
	for i := range records {
		problems := records[i].CheckShape()
		require.NoError(t, problems.Err())
		line, err := json.Marshal(records[i])
		require.NoError(t, err)
		lines.Write(append(line, '\n'))
	}
	back := func(text string) []registry.Record {
		var back []registry.Record
		for row, err := range registry.Records("", strings.NewReader(text)) {
			require.NoError(t, err)
			back = append(back, row.Record)
			for _, p := range row.Problems {
				assert.NotContains(t, []string{"REGISTER-40", "REGISTER-41", "REGISTER-42", "REGISTER-45"}, p.Code, "nothing that we write is mended")
			}
		}
		return back
	}
	for _, o := range []registry.CSVOptions{{}, {Comma: ';', BOM: true}, {Comma: '\t'}} {
		require.Equal(t, records, back(written(t, records, o)))
	}
	require.Equal(t, records, back(lines.String()))
}

// FuzzRecordAsCells holds the cells of any record to give it back, and a table that
// was changed by a byte to give nothing that its findings do not tell.
func FuzzRecordAsCells(f *testing.F) {
	f.Add("Cà phê", "HTX", "1/QĐ", "92", "0100109106", uint16(0), byte('x'))
	f.Add("=1", "'", "+", "89.95", "066199012345", uint16(300), byte('"'))
	f.Fuzz(func(t *testing.T, product, producer, decision, total, taxCode string, at uint16, change byte) {
		x := *goodRecord(t)
		x.Product, x.Producer.Name, x.Decision, x.Total, x.Producer.TaxCode = product, producer, decision, total, taxCode
		line, err := json.Marshal(x)
		require.NoError(t, err)
		if x, err = dossier.DecodeRecord(line); err != nil {
			return
		}
		text := written(t, []registry.Record{x}, registry.CSVOptions{})
		for row, err := range registry.CSV("", strings.NewReader(text)) {
			require.NoError(t, err)
			require.Equal(t, x, row.Record)
		}
		broken := []byte(text)
		broken[int(at)%len(broken)] = change
		for row, err := range registry.CSV("", strings.NewReader(string(broken))) {
			require.NoError(t, err)
			if zero := (registry.Record{}); row.Record.Product == zero.Product {
				require.NotEmpty(t, row.Problems)
			} else {
				require.NoError(t, row.Record.CheckShape().Err())
			}
		}
	})
}

func TestKindsAreDistinct(t *testing.T) {
	t.Parallel()
	seen := map[string]problem.Kind{}
	for _, k := range registry.Kinds() {
		assert.Empty(t, seen[k.Code].Code, k.Code)
		seen[k.Code] = k
		assert.NotEmpty(t, k.Message.Vi)
		assert.NotEmpty(t, k.Message.En)
	}
}

// FuzzRecords holds whatever is read to have a record or a finding on each row, on
// lines that go on.
func FuzzRecords(f *testing.F) {
	f.Add([]byte(good + "\n"))
	f.Add([]byte("code,product\r\n\"a\nb\",c\r\n\"\r\n"))
	f.Add([]byte("\xff\xfec\x00o\x00d\x00e\x00\n\x00\xd8"))
	f.Add([]byte("sep=;\ncode;set;;\n1;x;;y\n='1';\n"))
	f.Add([]byte("PK\x03\x04"))
	f.Fuzz(func(t *testing.T, data []byte) {
		last := 0
		for row, err := range registry.Records("", strings.NewReader(string(data))) {
			require.NoError(t, err)
			require.Greater(t, row.Line, last)
			last = row.Line
			if row.Record.Product == "" {
				require.NotEmpty(t, row.Problems)
			} else {
				require.NoError(t, row.Record.CheckShape().Err())
			}
		}
	})
}
