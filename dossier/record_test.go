package dossier_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/dossier/validation"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// ofRecordsAlone are the codes of rules that no field of a dossier has.
var ofRecordsAlone = []string{"DOSSIER-26", "DOSSIER-27", "DOSSIER-28"}

const wholeRecord = `{"code":"66-24277-1-2026","product":"Cà phê bột","set":13,"edition":"qd26-2026","producer":{"name":"HTX Ea Kao","kind":"cooperative","size":"small","taxCode":"0100109106"},"province":"66","commune":"24277","star":4,"total":"92","parts":{"A":"37","B":"24","C":"31"},"decision":"1234/QĐ-UBND","authority":"province","issued":"2026-08-05","expires":"2029-08-05","state":"recognised","previous":"66-643-24133-1-2023","previousStar":3,"channels":["supermarket","e-commerce"],"trace":"https://id.gs1.org/01/08938505974019/10/L1"}`

func record(t *testing.T, text string) dossier.Record {
	t.Helper()
	x, err := dossier.DecodeRecord([]byte(text))
	require.NoError(t, err)
	return x
}

func TestRecordIsReadAsItIsWritten(t *testing.T) {
	t.Parallel()
	x := record(t, wholeRecord)
	text, err := json.Marshal(x)
	require.NoError(t, err)
	assert.Zero(t, strings.Compare(wholeRecord, string(text)), "in the order of the contract: %s", text)
	var again dossier.Record
	require.NoError(t, json.Unmarshal(text, &again))
	assert.Equal(t, x, again)
	decomposed := record(t, strings.Replace(wholeRecord, "Cà phê", "Ca\u0300 phe\u0302", 1))
	assert.Equal(t, x, decomposed, "texts are kept as NFC")
}

func TestBreakingEachRuleOfRecords(t *testing.T) {
	t.Parallel()
	withdrawn := func(x *dossier.Record) { x.State, x.Withdrawn, x.Ground = "withdrawn", "2027-01-01", "mark-misused" }
	seen := map[string]bool{}
	for name, c := range map[string]struct {
		spoil func(x *dossier.Record)
		want  []string
	}{
		"nothing":                 {func(*dossier.Record) {}, nil},
		"no name":                 {func(x *dossier.Record) { x.Product = "" }, []string{"DOSSIER-01 /product"}},
		"no producer":             {func(x *dossier.Record) { x.Producer = dossier.RecordProducer{} }, []string{"DOSSIER-01 /producer/kind", "DOSSIER-01 /producer/name"}},
		"a set too many":          {func(x *dossier.Record) { x.Set = 27 }, []string{"DOSSIER-04 /set"}},
		"six stars":               {func(x *dossier.Record) { x.Star = 6 }, []string{"DOSSIER-04 /star"}},
		"a province of none":      {func(x *dossier.Record) { x.Province = "99" }, []string{"DOSSIER-26 /province"}},
		"a decimal comma":         {func(x *dossier.Record) { x.Total = "89,95" }, []string{"DOSSIER-27 /total"}},
		"a part that is none":     {func(x *dossier.Record) { x.Parts.B = "x" }, []string{"DOSSIER-27 /parts/B"}},
		"a link of no web":        {func(x *dossier.Record) { x.Trace = "javascript:alert(1)" }, []string{"DOSSIER-28 /trace"}},
		"a channel of none":       {func(x *dossier.Record) { x.Channels = []string{"market"} }, []string{"DOSSIER-03 /channels/0"}},
		"a channel twice":         {func(x *dossier.Record) { x.Channels = []string{"shop", "export", "shop"} }, []string{"RECORD-03 /channels/2"}},
		"two stars":               {func(x *dossier.Record) { x.Star = 2 }, []string{"RECORD-04 /star"}},
		"two stars refused":       {func(x *dossier.Record) { x.Star, x.State = 2, "refused" }, nil},
		"no star":                 {func(x *dossier.Record) { x.Star = 0 }, []string{"RECORD-01 /star"}},
		"recognised without code": {func(x *dossier.Record) { x.Code, x.Decision = "", "" }, []string{"RECORD-01 /code", "RECORD-01 /decision"}},
		"no certificate": {func(x *dossier.Record) { x.Total, x.Authority, x.Issued, x.Expires = "", "", "", "" },
			[]string{"RECORD-01 /total", "RECORD-01 /authority", "RECORD-01 /issued", "RECORD-01 /expires"}},
		"refused alone": {func(x *dossier.Record) {
			*x = dossier.Record{Product: "Chè", Set: 1, Edition: "qd26-2026", Producer: x.Producer, Province: "01", Commune: "00004", State: "refused"}
		}, nil},
		"withdrawn":                   {withdrawn, nil},
		"withdrawn without a ground":  {func(x *dossier.Record) { withdrawn(x); x.Ground = "" }, []string{"RECORD-01 /ground"}},
		"withdrawn on no day":         {func(x *dossier.Record) { withdrawn(x); x.Withdrawn = "" }, []string{"RECORD-01 /withdrawn"}},
		"withdrawn while extended":    {func(x *dossier.Record) { withdrawn(x); x.ExtendedUntil = "2029-10-01" }, nil},
		"extended":                    {func(x *dossier.Record) { x.State, x.ExtendedUntil = "extended", "2029-10-01" }, nil},
		"extended to no day":          {func(x *dossier.Record) { x.State = "extended" }, []string{"RECORD-01 /extendedUntil"}},
		"recognised and extended":     {func(x *dossier.Record) { x.ExtendedUntil = "2029-10-01" }, []string{"RECORD-02 /extendedUntil"}},
		"recognised and withdrawn":    {func(x *dossier.Record) { x.Withdrawn, x.Ground = "2027-01-01", "mark-misused" }, []string{"RECORD-02 /withdrawn", "RECORD-02 /ground"}},
		"a state of none":             {func(x *dossier.Record) { x.State = "expired" }, []string{"DOSSIER-03 /state"}},
		"a personal number as a code": {func(x *dossier.Record) { x.Producer.TaxCode = "001099012345" }, nil},
	} {
		x := record(t, wholeRecord)
		c.spoil(&x)
		found := x.CheckShape()
		var have []string
		for _, p := range found {
			have = append(have, p.Code+" "+p.Path)
			seen[p.Code] = true
			assert.Equal(t, problem.LayerSchema, p.Layer, name)
			for _, message := range []string{p.Message.Vi, p.Message.En} {
				assert.NotRegexp(t, `[{}]|^:|: \.|, ,|\(\)`, message)
			}
		}
		assert.Equal(t, c.want, have, name)
		text, err := json.Marshal(x)
		require.NoError(t, err)
		_, err = dossier.DecodeRecord(text)
		if len(c.want) == 0 {
			assert.NoError(t, err, name)
		} else {
			assert.Error(t, err, "%s: what is read is held to the same", name)
		}
	}
	for _, k := range dossier.Kinds() {
		if strings.HasPrefix(k.Code, "RECORD-") || slices.Contains(ofRecordsAlone, k.Code) {
			assert.True(t, seen[k.Code], "no test breaks %s", k.Code)
		}
	}
}

func TestCheckOfAGoodRecordAllocatesNothing(t *testing.T) { //nolint:paralleltest // it counts allocations
	x := record(t, wholeRecord)
	assert.Zero(t, testing.AllocsPerRun(10, func() { _ = x.CheckShape() }))
}

// The tags are the source: validator/v10 refuses a record where the twin does.
func TestRecordBesideValidator(t *testing.T) {
	t.Parallel()
	v, err := validation.New()
	require.NoError(t, err)
	good := record(t, wholeRecord)
	require.NoError(t, v.Struct(&good))
	for _, spoil := range []func(x *dossier.Record){
		func(x *dossier.Record) { x.Product = " " }, func(x *dossier.Record) { x.Set = 0 }, func(x *dossier.Record) { x.Star = 6 }, func(x *dossier.Record) { x.PreviousStar = -1 },
		func(x *dossier.Record) { x.Edition = "x" }, func(x *dossier.Record) { x.Province = "00" }, func(x *dossier.Record) { x.Commune = "1" }, func(x *dossier.Record) { x.Total = "101" },
		func(x *dossier.Record) { x.Parts = &dossier.PartPoints{} }, func(x *dossier.Record) { x.Decision = "a\x1bb" }, func(x *dossier.Record) { x.Authority = "commune" },
		func(x *dossier.Record) { x.Issued = "2026-02-30" }, func(x *dossier.Record) { x.Expires = "1" }, func(x *dossier.Record) { x.State = "" }, func(x *dossier.Record) { x.ExtendedUntil = "1" },
		func(x *dossier.Record) { x.Withdrawn = "1" }, func(x *dossier.Record) { x.Ground = "1" }, func(x *dossier.Record) { x.Previous = "1" },
		func(x *dossier.Record) { x.Channels = []string{"shop", ""} }, func(x *dossier.Record) { x.Channels = make([]string, 6) }, func(x *dossier.Record) { x.Trace = "a" }, func(x *dossier.Record) { x.Code = "1" },
		func(x *dossier.Record) { x.Producer.Name = "" }, func(x *dossier.Record) { x.Producer.Kind = "" }, func(x *dossier.Record) { x.Producer.Size = "1" }, func(x *dossier.Record) { x.Producer.TaxCode = "1" },
	} {
		x := record(t, wholeRecord)
		spoil(&x)
		assert.Error(t, v.Struct(&x))
		assert.NotEmpty(t, x.CheckShape(), "%+v", x)
	}
}

func FuzzRecord(f *testing.F) {
	f.Add([]byte(wholeRecord))
	f.Add([]byte(`{"product":"Chè","set":26,"edition":"qd26-2026","producer":{"name":"Hội C","kind":"association"},"province":"01","commune":"00004","state":"refused"}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		x, err := dossier.DecodeRecord(data)
		if err != nil {
			assert.Zero(t, x)
			assert.NotEmpty(t, problem.From(err))
			return
		}
		assert.Empty(t, x.CheckShape())
		text, err := json.Marshal(x)
		require.NoError(t, err)
		again, err := dossier.DecodeRecord(text)
		require.NoError(t, err)
		assert.Equal(t, x, again)
	})
}
