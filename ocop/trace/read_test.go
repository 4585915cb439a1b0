package trace_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/ocop/trace"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// standard is where the standard's own files stand, beside the project.
const standard = "../../../shared/standards/epcis"

// examples are the standard's own example documents, by their files' names.
func examples(t testing.TB) map[string][]byte {
	t.Helper()
	names, err := filepath.Glob(standard + "/*Example*.jsonld")
	require.NoError(t, err)
	if len(names) == 0 && os.Getenv("OCOP_LAW") == "absent" {
		t.Skip("the standard's examples are not here")
	}
	require.Len(t, names, 8)
	documents := map[string][]byte{}
	for _, name := range names {
		documents[name], err = os.ReadFile(name)
		require.NoError(t, err)
	}
	return documents
}

func TestReadsTheStandardsExamples(t *testing.T) {
	t.Parallel()
	for name, data := range examples(t) {
		document, problems := trace.Read(data)
		assert.Empty(t, problems, name)
		assert.NotEmpty(t, document.Events, name)
		written := document.AppendJSON(nil)
		again, problems := trace.Read(written)
		assert.Empty(t, problems, name)
		assert.Equal(t, document, again, name)
		assert.JSONEq(t, string(data), string(written), "nothing is lost")
	}
}

// document is an EPCISDocument of events.
func document(events ...string) string {
	return `{"@context":["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld",{"ex":"http://example.vn/#"}],` +
		`"type":"EPCISDocument","schemaVersion":"2.0","creationDate":"2026-08-31T12:00:00+07:00","epcisBody":{"eventList":[` + strings.Join(events, ",") + `]}}`
}

// object is an ObjectEvent with more members.
func object(members string) string {
	return `{"type":"ObjectEvent","eventTime":"2026-08-05T07:00:00+07:00","eventTimeZoneOffset":"+07:00","action":"OBSERVE","epcList":[]` + members + `}`
}

func TestFormsOfDocuments(t *testing.T) {
	t.Parallel()
	event := object(`,"bizStep":"shipping"`)
	for form, data := range map[trace.Form]string{
		trace.EPCISDocument: document(event),
		trace.QueryDocument: `{"@context":"https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld","type":"EPCISQueryDocument","schemaVersion":"2.0","creationDate":"2026-08-31T12:00:00Z","epcisBody":{"queryResults":{"queryName":"SimpleEventQuery","subscriptionID":"7","resultsBody":{"eventList":[` + event + `],"vocabularyList":[]}},"ex:a":1},"ex:b":{"x":[1.50]}}`,
		trace.OneEvent:      strings.Replace(event, "{", `{"@context":"https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld",`, 1),
		trace.EventList:     " [" + event + "]",
	} {
		document, problems := trace.Read([]byte(data))
		assert.Empty(t, problems, form)
		assert.Equal(t, form, document.Form)
		require.Len(t, document.Events, 1, form)
		assert.Equal(t, "shipping", document.Events[0].Step, form)
		assert.JSONEq(t, data, string(document.AppendJSON(nil)), form)
		text, err := json.Marshal(document)
		require.NoError(t, err)
		var back trace.Document
		require.NoError(t, json.Unmarshal(text, &back))
		assert.Equal(t, document, back, form)
	}
}

// The CBV's words are the same however they are written, and are written bare.
func TestWordsAreTheSameHoweverWritten(t *testing.T) {
	t.Parallel()
	for _, step := range []string{"shipping", "cbv:BizStep-shipping", "https://ref.gs1.org/cbv/BizStep-shipping", "urn:epcglobal:cbv:bizstep:shipping", "https://ns.gs1.org/cbv/BizStep-shipping"} {
		read, problems := trace.Read([]byte(document(object(`,"bizStep":"` + step + `","disposition":"` + strings.ReplaceAll(strings.ReplaceAll(strings.ReplaceAll(step, "BizStep-shipping", "Disp-in_transit"), "bizstep:shipping", "disp:in_transit"), "shipping", "in_transit") + `"`))))
		require.Empty(t, problems, step)
		assert.Equal(t, "shipping", read.Events[0].Step)
		assert.Equal(t, "in_transit", read.Events[0].Disposition)
	}
	read, problems := trace.Read([]byte(document(object(`,"bizStep":"http://example.vn/rang"`))))
	require.Empty(t, problems)
	assert.Equal(t, "http://example.vn/rang", read.Events[0].Step, "a stranger's step is kept")
}

func TestNothingIsLost(t *testing.T) {
	t.Parallel()
	data := document(
		object(`,"eventID":"urn:uuid:1","recordTime":"2026-08-05T08:00:00.5+07:00","certificationInfo":["https://example.vn/vietgap"],"persistentDisposition":{"set":["completeness_verified"]},`+
			`"readPoint":{"id":"geo:12.7,108.0","ex:name":"Rẫy"},"bizLocation":{"id":"urn:epc:id:sgln:0614141.00777.0"},"quantityList":[{"epcClass":"urn:epc:class:lgtin:4012345.012345.998877"},{"epcClass":"urn:epc:class:lgtin:4012345.012345.998877","quantity":0.5,"uom":"KGM"}],`+
			`"bizTransactionList":[{"bizTransaction":"urn:epcglobal:cbv:bt:0614141073467:1152"}],"sensorElementList":[{"sensorReport":[{"type":"Temperature","value":26.0,"uom":"CEL"}]}],"ex:far":{"deep":[{"er":null}],"n":1e400}`),
		`{"type":"TransactionEvent","eventTime":"2026-08-05T07:00:00+07:00","eventTimeZoneOffset":"+07:00","action":"ADD","bizTransactionList":[{"type":"po","bizTransaction":"http://example.vn/po/1"}],"parentID":"urn:epc:id:sscc:0614141.1234567890","epcList":[]}`,
		`{"type":"AssociationEvent","eventTime":"2026-08-05T07:00:00+07:00","eventTimeZoneOffset":"+07:00","action":"DELETE","parentID":"urn:epc:id:grai:0614141.12345.400"}`,
		`{"type":"TransformationEvent","eventTime":"2026-08-05T07:00:00+07:00","eventTimeZoneOffset":"+07:00","transformationID":"http://example.vn/t/1","inputQuantityList":[{"epcClass":"urn:epc:class:lgtin:4012345.012345.998877"}],"outputEPCList":[]}`,
		`{"type":"ex:Visit","eventTime":"2026-08-05T07:00:00+07:00","eventTimeZoneOffset":"+07:00","ex:who":"khách"}`,
		`{"type":"ObjectEvent","eventTime":"2026-08-05T07:00:00+07:00","eventTimeZoneOffset":"+07:00","errorDeclaration":{"declarationTime":"2026-08-06T07:00:00+07:00","reason":"did_not_occur"},"eventID":"urn:uuid:1","action":"ADD","epcList":["urn:epc:id:sgtin:0614141.107346.2017"],"ilmd":{}}`,
	)
	read, problems := trace.Read([]byte(data))
	require.Empty(t, problems)
	require.Len(t, read.Events, 6)
	written := read.AppendJSON(nil)
	again, problems := trace.Read(written)
	require.Empty(t, problems)
	assert.Equal(t, read, again)
	assert.Contains(t, string(written), `"n":1e400`, "numbers of strangers stand as they stood")
	assert.JSONEq(t, strings.Replace(data, "1e400", "1", 1), strings.Replace(string(written), "1e400", "1", 1))
}

func TestWrongDocuments(t *testing.T) {
	t.Parallel()
	body := "/epcisBody/eventList/0"
	for name, c := range map[string]struct{ data, code, path string }{
		"no JSON":                  {"EPCIS", "JSON-01", ""},
		"nothing":                  {"", "JSON-01", ""},
		"another type":             {`{"type":"Invoice"}`, "TRACE-05", "/type"},
		"no type":                  {`{"epcisBody":{}}`, "TRACE-05", ""},
		"a number":                 {`7`, "TRACE-05", ""},
		"no body":                  {`{"@context":[],"type":"EPCISDocument","schemaVersion":"2.0","creationDate":"2026-08-31T12:00:00Z"}`, "JSON-08", ""},
		"another version":          {strings.Replace(document(), `"2.0"`, `"1.2"`, 1), "TRACE-15", "/schemaVersion"},
		"a day for a time":         {strings.Replace(document(), "2026-08-31T12:00:00+07:00", "2026-08-31", 1), "TRACE-06", "/creationDate"},
		"a member twice":           {strings.Replace(document(), `"type"`, `"id":"urn:a:b","id":"urn:a:b","type"`, 1), "JSON-06", "/id"},
		"a member of no namespace": {strings.Replace(document(), `"type"`, `"note":"x","type"`, 1), "TRACE-11", "/note"},
		"a time that is none":      {document(strings.Replace(object(""), "07:00:00+07:00", "07:00:00", 1)), "TRACE-06", body + "/eventTime"},
		"a day that is none":       {document(strings.Replace(object(""), "2026-08-05", "2026-02-30", 1)), "TRACE-06", body + "/eventTime"},
		"no time":                  {document(strings.Replace(object(""), `"eventTime"`, `"ex:eventTime"`, 1)), "JSON-08", body},
		"an offset that is none":   {document(strings.Replace(object(""), `Offset":"+07:00"`, `Offset":"+7"`, 1)), "TRACE-07", body + "/eventTimeZoneOffset"},
		"an offset too far":        {document(strings.Replace(object(""), `Offset":"+07:00"`, `Offset":"+14:30"`, 1)), "TRACE-07", body + "/eventTimeZoneOffset"},
		"a step of no vocabulary":  {document(object(`,"bizStep":"xuất hàng"`)), "TRACE-08", body + "/bizStep"},
		"a step the CBV has not":   {document(object(`,"bizStep":"urn:epcglobal:cbv:bizstep:roasting"`)), "TRACE-08", body + "/bizStep"},
		"a step by another form":   {document(object(`,"bizStep":"https://ref.gs1.org/cbv/BizStep-roasting"`)), "TRACE-08", body + "/bizStep"},
		"an action that is none":   {document(strings.Replace(object(""), "OBSERVE", "observe", 1)), "TRACE-08", body + "/action"},
		"no action":                {document(strings.Replace(object(""), `"action":"OBSERVE",`, "", 1)), "JSON-08", body},
		"a quantity below 0":       {document(object(`,"quantityList":[{"epcClass":"urn:a:b","quantity":-1}]`)), "TRACE-09", body + "/quantityList/0/quantity"},
		"a quantity as a text":     {document(object(`,"quantityList":[{"epcClass":"urn:a:b","quantity":"1"}]`)), "TRACE-09", body + "/quantityList/0/quantity"},
		"a quantity too great":     {document(object(`,"quantityList":[{"epcClass":"urn:a:b","quantity":1e999999999}]`)), "TRACE-09", body + "/quantityList/0/quantity"},
		"a unit that is none":      {document(object(`,"quantityList":[{"epcClass":"urn:a:b","uom":"kg"}]`)), "TRACE-10", body + "/quantityList/0/uom"},
		"a quantity of nothing":    {document(object(`,"quantityList":[{"quantity":1}]`)), "JSON-08", body + "/quantityList/0"},
		"more in a quantity":       {document(object(`,"quantityList":[{"epcClass":"urn:a:b","ex:a":1}]`)), "JSON-07", body + "/quantityList/0/ex:a"},
		"a wrong check digit":      {document(object(`,"quantityList":[{"epcClass":"https://id.gs1.org/01/08938500000035/10/A"}]`)), "TRACE-03", body + "/quantityList/0/epcClass"},
		"a place of no address":    {document(object(`,"readPoint":{"id":"xưởng rang"}`)), "TRACE-01", body + "/readPoint/id"},
		"a place without id":       {document(object(`,"readPoint":{}`)), "JSON-08", body + "/readPoint"},
		"an ID of no address":      {document(object(`,"eventID":"1"`)), "TRACE-14", body + "/eventID"},
		"a list of another type":   {document(object(`,"childEPCs":[]`)), "TRACE-11", body},
		"ilmd of what was there":   {document(object(`,"ilmd":{}`)), "TRACE-13", body},
		"no goods":                 {document(strings.Replace(object(""), `,"epcList":[]`, "", 1)), "TRACE-12", body},
		"no outputs":               {document(`{"type":"TransformationEvent","eventTime":"2026-08-05T07:00:00+07:00","eventTimeZoneOffset":"+07:00","inputEPCList":["urn:a:b"]}`), "TRACE-12", body},
		"an aggregation of none":   {document(`{"type":"AggregationEvent","eventTime":"2026-08-05T07:00:00+07:00","eventTimeZoneOffset":"+07:00","action":"ADD","parentID":"urn:a:b","childEPCs":[]}`), "TRACE-12", body},
		"an association of none":   {document(`{"type":"AssociationEvent","eventTime":"2026-08-05T07:00:00+07:00","eventTimeZoneOffset":"+07:00","action":"DELETE"}`), "JSON-08", body},
		"a transaction of none":    {document(`{"type":"TransactionEvent","eventTime":"2026-08-05T07:00:00+07:00","eventTimeZoneOffset":"+07:00","action":"ADD","epcList":[],"bizTransactionList":[]}`), "TRACE-12", body},
		"a name twice in a value":  {document(object(`,"ex:a":{"b":{"c":1,"c":2}}`)), "JSON-06", body + "/ex:a/b"},
		"an event that is a text":  {document(`"x"`), "JSON-09", body},
		"ilmd of no namespace":     {document(strings.Replace(object(`,"ilmd":{"name":"x"}`), "OBSERVE", "ADD", 1)), "TRACE-11", body + "/ilmd/name"},
		"a party of no type":       {document(object(`,"sourceList":[{"source":"urn:a:b"}]`)), "JSON-08", body + "/sourceList/0"},
		"depth":                    {document(object(`,"ex:a":` + strings.Repeat("[", 100) + strings.Repeat("]", 100))), "JSON-05", body + "/ex:a" + strings.Repeat("/0", 28)},
		"a type that is a number":  {document(strings.Replace(object(""), `"ObjectEvent"`, "7", 1)), "JSON-09", body + "/type"},
	} {
		read, problems := trace.Read([]byte(c.data))
		if assert.NotEmpty(t, problems, name) {
			assert.Equal(t, c.code+" "+c.path, problems[0].Code+" "+problems[0].Path, "%s: %v", name, problems)
			assert.Error(t, problems.Err(), name)
		}
		if c.code == "JSON-01" {
			assert.Len(t, problems, 1, "%s: of what is no JSON nothing more is to say", name)
		}
		if strings.HasPrefix(c.path, body) && c.code != "TRACE-03" {
			assert.Empty(t, read.Events, "%s: what has an error is left out", name)
		}
		if c.code == "TRACE-03" {
			assert.Len(t, read.Events, 1, "the event can be used")
		}
	}
}

// One wrong event does not take the others with it.
func TestTheRestIsStillRead(t *testing.T) {
	t.Parallel()
	read, problems := trace.Read([]byte(document(object(`,"bizStep":"shipping"`), object(`,"bizStep":"?"`), object(`,"bizStep":"receiving"`))))
	require.Len(t, problems, 1)
	assert.Equal(t, "/epcisBody/eventList/1/bizStep", problems[0].Path)
	require.Len(t, read.Events, 2)
	var back trace.Document
	var list problem.List
	assert.ErrorAs(t, json.Unmarshal([]byte(document(object(`,"bizStep":"?"`))), &back), &list, "a value with an error is none")
}

func TestKindsAreDistinctAndBilingual(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	assert.Len(t, trace.Kinds(), 32)
	for _, k := range trace.Kinds() {
		assert.False(t, seen[k.Code], k.Code)
		seen[k.Code] = true
		assert.Regexp(t, `^TRACE-[0-9]{2}$`, k.Code)
		assert.NotEmpty(t, k.Message.Vi)
		assert.NotEmpty(t, k.Message.En)
	}
}

func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		document(), document(object(`,"bizStep":"cbv:BizStep-shipping","ex:a":{"b":[1]}`)), "[" + object("") + "]", object(`,"@context":{"a":"urn:x:"}`),
		`{"type":"EPCISQueryDocument","@context":[],"epcisBody":{"queryResults":{"queryName":"q","resultsBody":{"eventList":[]}}}}`,
		document(`{"type":"TransformationEvent","eventTime":"2026-08-05T07:00:00+07:00","eventTimeZoneOffset":"+07:00","inputQuantityList":[{"epcClass":"https://id.gs1.org/01/08938500000035/10/A","quantity":2.50,"uom":"KGM"}],"outputEPCList":["urn:epc:id:sgtin:0614141.107346.2017"],"ilmd":{"ex:b":"x"}}`),
	} {
		f.Add([]byte(seed))
	}
	if names, _ := filepath.Glob(standard + "/*Example*.jsonld"); len(names) > 0 {
		for _, name := range names {
			data, err := os.ReadFile(name)
			require.NoError(f, err)
			f.Add(data)
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		read, problems := trace.Read(data)
		again, more := trace.Read(read.AppendJSON(nil))
		require.Len(t, again.Events, len(read.Events))
		require.Equal(t, len(read.Events) > 0, len(again.Events) > 0)
		if problems.Err() == nil {
			require.NoError(t, more.Err())
			require.Equal(t, read, again)
		}
		report := trace.Trace(read)
		require.Equal(t, report.AppendJSON(nil), reportOf(read).AppendJSON(nil), "the same each time")
		report.Paper("vi")
	})
}

func reportOf(d trace.Document) *trace.Report {
	report := trace.Trace(d)
	return &report
}
