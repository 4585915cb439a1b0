package trace_test

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/ocop/trace"
)

// members are those of an event's document.
type members = map[string]any

// written is an event of a type with members, as a document.
func written(t *testing.T, kind string, with ...members) []byte {
	t.Helper()
	e := members{"type": kind, "eventTime": "2026-08-05T07:00:00+07:00", "eventTimeZoneOffset": "+07:00"}
	for _, m := range with {
		maps.Copy(e, m)
	}
	text, err := json.Marshal(e)
	require.NoError(t, err)
	return []byte(document(string(text)))
}

var goods, lots = []string{"urn:a:b"}, []members{{"epcClass": "urn:a:c"}}

// least is what an event of each type cannot do without.
var least = map[string]members{
	trace.ObjectEvent:         {"action": "ADD", "epcList": goods},
	trace.AggregationEvent:    {"action": "ADD", "parentID": "urn:a:p", "childEPCs": goods},
	trace.TransactionEvent:    {"action": "ADD", "epcList": goods, "bizTransactionList": []members{{"bizTransaction": "urn:a:t"}}},
	trace.TransformationEvent: {"inputEPCList": goods, "outputEPCList": goods},
	trace.AssociationEvent:    {"action": "ADD", "parentID": "urn:a:p", "childEPCs": goods},
}

// EPCIS 2.0 gives each type of event members of its own; what all have is refused in none.
func TestMembersOfEachType(t *testing.T) {
	t.Parallel()
	values := members{
		"action": "ADD", "epcList": goods, "quantityList": lots, "parentID": "urn:a:p", "childEPCs": goods, "childQuantityList": lots,
		"inputEPCList": goods, "inputQuantityList": lots, "outputEPCList": goods, "outputQuantityList": lots, "transformationID": "urn:a:t",
		"ilmd": members{}, "persistentDisposition": members{},
		"bizStep": "storing", "readPoint": members{"id": "geo:1,2"}, "bizTransactionList": []members{{"bizTransaction": "urn:a:t"}}, "sourceList": []members{{"type": "location", "source": "geo:1,2"}},
	}
	for kind, own := range map[string]string{
		trace.ObjectEvent:         "action epcList quantityList ilmd persistentDisposition",
		trace.AggregationEvent:    "action parentID childEPCs childQuantityList",
		trace.TransactionEvent:    "action epcList quantityList parentID",
		trace.TransformationEvent: "inputEPCList inputQuantityList outputEPCList outputQuantityList transformationID ilmd persistentDisposition",
		trace.AssociationEvent:    "action parentID childEPCs childQuantityList",
	} {
		all := strings.Fields(own + " bizStep readPoint bizTransactionList sourceList")
		for name, value := range values {
			read, problems := trace.Read(written(t, kind, least[kind], members{name: value}))
			if slices.Contains(all, name) {
				assert.Empty(t, problems, "%s in %s", name, kind)
				continue
			}
			assert.Equal(t, "TRACE-11", codes(problems), "%s in %s", name, kind)
			assert.Empty(t, read.Events)
		}
	}
}

// The goods that an event must name (EPCIS 2.0, the JSON Schema's anyOf of each type).
func TestGoodsThatAnEventMustName(t *testing.T) {
	t.Parallel()
	at, sensed := members{"readPoint": members{"id": "geo:1,2"}}, members{"sensorElementList": []int{}}
	added, gone := members{"action": "ADD"}, members{"action": "DELETE"}
	parent, joined := members{"parentID": "urn:a:p"}, members{"transformationID": "urn:a:t"}
	order := members{"bizTransactionList": []members{{"bizTransaction": "urn:a:t"}}}
	in, inLots := members{"inputEPCList": goods}, members{"inputQuantityList": lots}
	out, outLots := members{"outputEPCList": goods}, members{"outputQuantityList": lots}
	type all = []members
	for _, c := range []struct {
		kind  string
		with  all
		lacks string // "": nothing
	}{
		{trace.ObjectEvent, all{added}, "epcList, quantityList"},
		{trace.ObjectEvent, all{added, {"epcList": all{}}}, ""},
		{trace.ObjectEvent, all{added, {"quantityList": lots}}, ""},
		{trace.ObjectEvent, all{added, {"quantityList": all{}}}, "epcList, quantityList"},
		{trace.ObjectEvent, all{gone}, "epcList, quantityList"},
		{trace.ObjectEvent, all{added, sensed, at}, ""},
		{trace.ObjectEvent, all{added, sensed}, "epcList, quantityList"},
		{trace.ObjectEvent, all{added, at}, "epcList, quantityList"},
		{trace.TransactionEvent, all{added, order}, "epcList, quantityList"},
		{trace.TransactionEvent, all{added, order, {"epcList": all{}}}, ""},
		{trace.TransactionEvent, all{added, order, {"quantityList": lots}}, ""},
		{trace.TransactionEvent, all{added, order, {"quantityList": all{}}}, "epcList, quantityList"},
		{trace.TransactionEvent, all{gone, order}, ""},
		{trace.TransactionEvent, all{gone}, "bizTransactionList"},
		{trace.TransactionEvent, all{added}, "epcList, quantityList"},
		{trace.AggregationEvent, all{added, parent}, "childEPCs, childQuantityList"},
		{trace.AggregationEvent, all{added, parent, {"childEPCs": all{}}}, "childEPCs, childQuantityList"},
		{trace.AggregationEvent, all{added, parent, {"childQuantityList": lots}}, ""},
		{trace.AggregationEvent, all{gone, parent}, ""},
		{trace.AggregationEvent, all{added, {"childEPCs": goods}}, ""},
		{trace.AssociationEvent, all{added, parent}, "childEPCs, childQuantityList"},
		{trace.AssociationEvent, all{added, parent, {"childQuantityList": lots}}, ""},
		{trace.AssociationEvent, all{gone, parent}, ""},
		{trace.TransformationEvent, all{in}, "outputEPCList, outputQuantityList"},
		{trace.TransformationEvent, all{out}, "inputEPCList, inputQuantityList"},
		{trace.TransformationEvent, all{}, "inputEPCList, inputQuantityList"},
		{trace.TransformationEvent, all{inLots, outLots}, ""},
		{trace.TransformationEvent, all{in, outLots}, ""},
		{trace.TransformationEvent, all{joined, in}, ""},
		{trace.TransformationEvent, all{joined, inLots}, ""},
		{trace.TransformationEvent, all{joined, out}, ""},
		{trace.TransformationEvent, all{joined, outLots}, ""},
		{trace.TransformationEvent, all{joined}, "inputEPCList, inputQuantityList"},
	} {
		_, problems := trace.Read(written(t, c.kind, c.with...))
		if c.lacks == "" {
			assert.Empty(t, problems, "%s %v", c.kind, c.with)
			continue
		}
		require.Equal(t, "TRACE-12", codes(problems), "%s %v", c.kind, c.with)
		assert.Equal(t, c.kind+" "+c.lacks, problems[0].Params[0].Value+" "+problems[0].Params[1].Value, "%v", c.with)
	}
}

// An action is not left out, and no parent of a thing that others are tied to.
func TestMembersThatMustBeThere(t *testing.T) {
	t.Parallel()
	for kind, with := range least {
		for _, name := range []string{"action", "parentID"} {
			if _, there := with[name]; !there {
				continue
			}
			fewer := maps.Clone(with)
			delete(fewer, name)
			_, problems := trace.Read(written(t, kind, fewer))
			if want := "JSON-08"; name == "parentID" && kind == trace.AggregationEvent {
				assert.Empty(t, problems, "the parent of a sum of goods may be nameless")
			} else {
				assert.Equal(t, want, codes(problems), "%s without %s", kind, name)
			}
		}
	}
	_, problems := trace.Read(written(t, trace.ObjectEvent, least[trace.ObjectEvent], members{"action": 7}))
	assert.Equal(t, "JSON-09", codes(problems), "what is there and wrong is not missing")
	_, problems = trace.Read(written(t, trace.AssociationEvent, least[trace.AssociationEvent], members{"parentID": 7}))
	assert.Equal(t, "JSON-09", codes(problems))
}

// Words of goods that come into being are for those that do.
func TestContentOfWhatComesIntoBeing(t *testing.T) {
	t.Parallel()
	for action, want := range map[string]string{"ADD": "", "OBSERVE": "TRACE-13", "DELETE": "TRACE-13"} {
		_, problems := trace.Read(written(t, trace.ObjectEvent, least[trace.ObjectEvent], members{"action": action, "ilmd": members{}}))
		assert.Equal(t, want, codes(problems), action)
	}
	_, problems := trace.Read(written(t, trace.TransformationEvent, least[trace.TransformationEvent], members{"ilmd": members{}}))
	assert.Empty(t, problems)
}

// An offset has a sign, hours, minutes, and reaches no further than 14 hours.
func TestOffsets(t *testing.T) {
	t.Parallel()
	for offset, ok := range map[string]bool{
		"+07:00": true, "-09:30": true, "+00:00": true, "+13:59": true, "+14:00": true, "-14:00": true, "+10:45": true,
		"+14:01": false, "+15:00": false, "+20:00": false, "+07:60": false, "07:00": false, " 07:00": false, "+7:00": false, "+0700": false, "+07-00": false,
		"+a7:00": false, "+ 7:00": false, "+07: 0": false, "+0a:00": false, "+07:a0": false, "+07:0a": false, "+07:000": false, "Z": false, "": false,
	} {
		_, problems := trace.Read(written(t, trace.ObjectEvent, least[trace.ObjectEvent], members{"eventTimeZoneOffset": offset}))
		want := "TRACE-07"
		if ok {
			want = ""
		}
		assert.Equal(t, want, codes(problems), offset)
	}
}

// EPCIS 2.0 is read, and whatever comes after it under the same number.
func TestVersions(t *testing.T) {
	t.Parallel()
	for version, ok := range map[string]bool{"2": true, "2.0": true, "2.0.1": true, "2.9": true, "": false, "2.": false, "2.x": false, "20": false, "3.0": false, "1.2": false, "2-0": false} {
		_, problems := trace.Read([]byte(strings.Replace(document(), `"2.0"`, `"`+version+`"`, 1)))
		want := "TRACE-15"
		if ok {
			want = ""
		}
		assert.Equal(t, want, codes(problems), version)
	}
}
