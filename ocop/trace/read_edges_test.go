package trace_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/ocop/trace"
)

// query is an EPCISQueryDocument of events; what stands in it beside is put in.
func query(inDocument, inBody, inResults, inList, events string) string {
	return `{"@context":[],"type":"EPCISQueryDocument"` + inDocument + `,"epcisBody":{"queryResults":{"queryName":"q","resultsBody":{"eventList":[` + events + `]` + inList + `}` + inResults + `}` + inBody + `}}`
}

// A document that is cut anywhere is no JSON, and that is all that there is to say.
func TestCutAnywhere(t *testing.T) {
	t.Parallel()
	event := object(`,"quantityList":[{"epcClass":"urn:a:b","quantity":1.5,"uom":"KGM"}],"readPoint":{"id":"geo:1,2","ex:a":[{"b":null}]},"bizStep":"shipping"`)
	for _, whole := range []string{
		document(event), query(`,"ex:a":1`, "", "", "", event), "[" + event + "]", event, `{"type":"Invoice","a":1}`, `{"ex:a":{"b":1},"id":"urn:a:b"}`,
	} {
		for n := range len(whole) {
			_, problems := trace.Read([]byte(whole[:n]))
			require.Equal(t, "JSON-01", codes(problems), whole[:n])
		}
	}
}

// What stands before a cut is read.
func TestEventsBeforeACut(t *testing.T) {
	t.Parallel()
	whole := `{"type":"EPCISDocument","schemaVersion":"2.0","creationDate":"2026-08-31T12:00:00Z","epcisBody":{"eventList":[` + object("") + "," + object("")
	read, _ := trace.Read([]byte(whole[:len(whole)-9]))
	assert.Len(t, read.Events, 1)
	assert.Equal(t, trace.EPCISDocument, read.Form)
	read, _ = trace.Read([]byte(`{"type":"EPCISDocument","epcisBody":{"eventList":[` + object("") + `]},"@context":[`))
	assert.Len(t, read.Events, 1)
}

// What a document is, is told by its first sign and its type, wherever that stands.
func TestWhatADocumentIs(t *testing.T) {
	t.Parallel()
	list := "[" + object("") + "]"
	for _, c := range []struct {
		data, code, path string
		form             trace.Form
	}{
		{"\t" + list, "", "", trace.EventList},
		{"\r" + list, "", "", trace.EventList},
		{"\n" + list, "", "", trace.EventList},
		{" \r\n\t" + list, "", "", trace.EventList},
		{`{"type":"http://example.vn/#Visit","eventTime":"2026-08-05T07:00:00+07:00","eventTimeZoneOffset":"+07:00"}`, "", "", trace.OneEvent},
		{`{"type":7}`, "TRACE-05", "", ""},
		{`{"type":{"a":"EPCISDocument"}}`, "TRACE-05", "", ""},
		{`"EPCISDocument"`, "TRACE-05", "", ""},
		{`{}`, "TRACE-05", "", ""},
		{`{"type":"Invoice"}`, "TRACE-05", "/type", ""},
		{strings.TrimSuffix(document(), "}") + `,"type":"Invoice"}`, "JSON-06", "/type", trace.EPCISDocument},
	} {
		read, problems := trace.Read([]byte(c.data))
		require.Equal(t, c.code, codes(problems), c.data)
		if c.code != "" {
			assert.Equal(t, c.path, problems[0].Path, c.data)
		}
		assert.Equal(t, c.form, read.Form, c.data)
	}
}

// The context may stand behind what it explains.
func TestContextBehind(t *testing.T) {
	t.Parallel()
	text := `{"id":"urn:a:b","schemaVersion":"2.0","type":"EPCISDocument","creationDate":"2026-08-31T12:00:00Z","epcisBody":{"eventList":[` +
		object(`,"bizStep":"shipping","quantityList":[{"epcClass":"urn:x:a"}],"o:stage":"Xuất kho"`) + `]},"@context":[{"o":"` + trace.Namespace + `"}]}`
	read, problems := trace.Read([]byte(text))
	require.Empty(t, problems)
	report := trace.Trace(read)
	require.Len(t, report.Lots, 1)
	assert.Equal(t, "Xuất kho", report.Lots[0].Went[0].Stage)
}

// Members that name a document, and strangers' members at each place, are kept; one of
// no namespace is refused at each.
func TestMembersOfDocuments(t *testing.T) {
	t.Parallel()
	with := func(members string) string { return strings.TrimSuffix(document(object("")), "}") + members + "}" }
	inBody := func(members string) string { return strings.TrimSuffix(document(object("")), "}}") + members + "}}" }
	for _, data := range []string{
		with(`,"id":"urn:a:b","instanceIdentifier":"7","sender":"urn:a:s","receiver":"urn:a:r","epcisHeader":{"ex:a":[1]}`),
		with(`,"ex:a":{"b":1}`), inBody(`,"ex:a":{"b":1}`),
		query(`,"ex:a":1`, `,"ex:b":2`, `,"ex:c":3,"subscriptionID":"7"`, `,"ex:d":4,"vocabularyList":[5]`, object("")),
	} {
		read, problems := trace.Read([]byte(data))
		require.Empty(t, problems, data)
		assert.JSONEq(t, data, string(read.AppendJSON(nil)))
	}
	for data, path := range map[string]string{
		with(`,"a":1`):                                     "/a",
		inBody(`,"a":1`):                                   "/epcisBody/a",
		query(`,"a":1`, "", "", "", ""):                    "/a",
		query("", `,"a":1`, "", "", ""):                    "/epcisBody/a",
		query("", "", `,"a":1`, "", ""):                    "/epcisBody/queryResults/a",
		query("", "", "", `,"a":1`, ""):                    "/epcisBody/queryResults/resultsBody/a",
		query(`,"sender":"urn:a:s"`, "", "", "", ""):       "/sender",
		query(`,"receiver":"urn:a:s"`, "", "", "", ""):     "/receiver",
		query(`,"instanceIdentifier":"7"`, "", "", "", ""): "/instanceIdentifier",
		query(`,"epcisHeader":{}`, "", "", "", ""):         "/epcisHeader",
	} {
		_, problems := trace.Read([]byte(data))
		require.Equal(t, "TRACE-11", codes(problems), data)
		assert.Equal(t, path, problems[0].Path)
	}
}

// What is of another kind of JSON is told once, and nothing is said of what it says.
func TestKindsOfJSON(t *testing.T) {
	t.Parallel()
	documents := []string{
		strings.Replace(document(), `"epcisBody":{"eventList":[]}`, `"epcisBody":7`, 1), strings.Replace(document(), `{"eventList":[]}`, `{"eventList":7}`, 1),
		strings.Replace(document(object("")), `"ObjectEvent"`, "7", 1), strings.Replace(document(), `"2.0"`, "7", 1), strings.Replace(document(), `"2026-08-31T12:00:00+07:00"`, "7", 1),
		strings.Replace(document(), `"type":`, `"id":7,"type":`, 1), strings.Replace(document(), `"type":`, `"sender":7,"type":`, 1),
	}
	for _, member := range []string{
		`"eventID":7`, `"recordTime":7`, `"bizStep":7`, `"disposition":7`, `"readPoint":7`, `"readPoint":{"id":7}`, `"bizLocation":[]`, `"quantityList":7`, `"quantityList":[7]`,
		`"quantityList":[{"epcClass":7}]`, `"quantityList":[{"epcClass":"urn:a:b","uom":7}]`, `"certificationInfo":7`, `"certificationInfo":[7]`,
		`"sourceList":7`, `"sourceList":[7]`, `"sourceList":[{"type":7,"source":"urn:a:b"}]`, `"sourceList":[{"type":"location","source":7}]`, `"bizTransactionList":[{"bizTransaction":7}]`,
	} {
		documents = append(documents, document(object(","+member)))
	}
	for _, kind := range []string{trace.AggregationEvent, trace.AssociationEvent, trace.TransactionEvent} {
		documents = append(documents, string(written(t, kind, least[kind], members{"parentID": 7})), string(written(t, kind, least[kind], members{"action": 7})))
	}
	documents = append(documents, string(written(t, trace.TransformationEvent, least[trace.TransformationEvent], members{"transformationID": 7})),
		string(written(t, trace.TransformationEvent, least[trace.TransformationEvent], members{"eventTimeZoneOffset": 7})))
	for _, data := range documents {
		read, problems := trace.Read([]byte(data))
		assert.Equal(t, "JSON-09", codes(problems), data)
		assert.Empty(t, read.Events)
	}
}

// An event is of a type of EPCIS or of a stranger's, by an address.
func TestTypesOfEvents(t *testing.T) {
	t.Parallel()
	for kind, want := range map[string]string{`"type":"Visit",`: "TRACE-05", "": "JSON-08", `"type":"ex:Visit",`: "", `"type":"",`: "TRACE-05"} {
		read, problems := trace.Read([]byte(document(object(""), `{`+kind+`"eventTime":"2026-08-05T07:00:00+07:00","eventTimeZoneOffset":"+07:00"}`)))
		assert.Equal(t, want, codes(problems), kind)
		if want == "TRACE-05" {
			assert.Equal(t, "/epcisBody/eventList/1/type", problems[0].Path)
		}
		assert.Equal(t, want == "", len(read.Events) == 2, kind)
	}
}

// An event may have a context of its own, which is that of no other.
func TestContextOfAnEvent(t *testing.T) {
	t.Parallel()
	event := object(`,"bizStep":"shipping","quantityList":[{"epcClass":"urn:x:a"}],"o:stage":"Xuất kho"`)
	read, problems := trace.Read([]byte(document(event, strings.Replace(event, `"type"`, `"@context":{"o":"`+trace.Namespace+`"},"type"`, 1), event)))
	require.Empty(t, problems)
	report := trace.Trace(read)
	require.Len(t, report.Lots, 1)
	var stages []string
	for _, s := range report.Lots[0].Went {
		stages = append(stages, s.Stage)
	}
	assert.ElementsMatch(t, []string{"Xuất kho", "", ""}, stages)
}

// Lists that stand there empty stand there empty again.
func TestEmptyListsAreKept(t *testing.T) {
	t.Parallel()
	none := []string{}
	for kind, with := range map[string]members{
		trace.ObjectEvent:         {"action": "DELETE", "epcList": none, "quantityList": none, "bizTransactionList": none},
		trace.AggregationEvent:    {"action": "DELETE", "parentID": "urn:a:p", "childEPCs": none, "childQuantityList": none},
		trace.TransformationEvent: {"transformationID": "urn:a:t", "inputEPCList": none, "inputQuantityList": none, "outputEPCList": none, "outputQuantityList": lots},
		trace.AssociationEvent:    {"action": "DELETE", "parentID": "urn:a:p", "childEPCs": none},
	} {
		data := written(t, kind, with)
		read, problems := trace.Read(data)
		require.Empty(t, problems, kind)
		assert.JSONEq(t, string(data), string(read.AppendJSON(nil)), kind)
	}
	data := written(t, trace.TransformationEvent, members{"transformationID": "urn:a:t", "inputQuantityList": lots, "outputQuantityList": none})
	read, problems := trace.Read(data)
	require.Empty(t, problems)
	assert.JSONEq(t, string(data), string(read.AppendJSON(nil)))
}

// A source and a destination have a type and an address, a transaction an address; a
// certification is one address or a list of them.
func TestWhatPartiesMustTell(t *testing.T) {
	t.Parallel()
	for member, want := range map[string]string{
		`"sourceList":[{"type":"location"}]`: "JSON-08", `"sourceList":[{"source":"urn:a:b"}]`: "JSON-08", `"sourceList":[{"type":"location","source":"urn:a:b"}]`: "",
		`"destinationList":[{"type":"location"}]`: "JSON-08", `"destinationList":[{"destination":"urn:a:b"}]`: "JSON-08", `"destinationList":[{"type":"location","destination":"urn:a:b"}]`: "",
		`"bizTransactionList":[{"type":"po"}]`: "JSON-08", `"bizTransactionList":[{"bizTransaction":"urn:a:b"}]`: "",
		`"certificationInfo":"urn:a:b"`: "", `"certificationInfo":["urn:a:b"]`: "", `"certificationInfo":"b"`: "TRACE-14",
	} {
		read, problems := trace.Read([]byte(document(object("," + member))))
		assert.Equal(t, want, codes(problems), member)
		if strings.HasPrefix(member, `"cert`) && want == "" {
			assert.Equal(t, []string{"urn:a:b"}, read.Events[0].Certification)
		}
	}
}

// Documents that are given as bytes come to what they come to as values: what could
// not be read is told first, each at its document.
func TestTraceJSON(t *testing.T) {
	t.Parallel()
	ship := `,"bizStep":"shipping","quantityList":[{"epcClass":"urn:x:a"}]`
	first, second := document(object(ship), object(`,"bizStep":"?"`)), "["+object(ship+`,"eventID":"7"`)+","+object("")+"]"
	report := trace.TraceJSON([]byte(first), []byte(second), []byte("{"))
	var got []string
	for _, p := range report.Problems {
		got = append(got, p.Code+" "+p.Path)
	}
	assert.Equal(t, []string{
		"TRACE-08 /0/epcisBody/eventList/1/bizStep", "TRACE-14 /1/0/eventID", "JSON-01 /2",
		"TRACE-25 /0/epcisBody/eventList/0", "TRACE-25 /1/1", "TRACE-23 /0/epcisBody/eventList/0",
	}, got)
	require.Len(t, report.Lots, 1)
	whole := trace.TraceJSON([]byte(document(object(ship))))
	read, _ := trace.Read([]byte(document(object(ship))))
	assert.Equal(t, trace.Trace(read), whole)
}

// A wrong check digit excuses the event that has it, and no other.
func TestAWrongCheckDigitExcusesNoOther(t *testing.T) {
	t.Parallel()
	const wrong = `,"quantityList":[{"epcClass":"https://id.gs1.org/01/08938500000035/10/A"}]`
	for _, events := range [][]string{{object(wrong), object(`,"bizStep":"?"`)}, {object(wrong + `,"bizStep":"?"`), object(wrong)}} {
		read, problems := trace.Read([]byte(document(events...)))
		assert.NotEmpty(t, problems)
		assert.Len(t, read.Events, 1)
	}
}
