package trace_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/ocop/trace"
	"github.com/ocop-vn/ocop-go/scoring/civil"
)

// seenAt is the place of an event that tells a place by members of its own.
func seenAt(t *testing.T, site string) trace.Place {
	t.Helper()
	read, problems := trace.Read([]byte(document(object(`,"bizStep":"shipping","readPoint":`+site), `{"type":"ObjectEvent","eventTime":"2026-08-06T07:00:00+07:00","eventTimeZoneOffset":"+07:00","action":"OBSERVE","bizStep":"shipping","epcList":["urn:x:a"],"readPoint":`+site+`}`)))
	require.Empty(t, problems, site)
	report := trace.Trace(read)
	require.Len(t, report.Lots, 1)
	return report.Place(report.Lots[0].Went[0].Place)
}

// Where a place lies is told by its GLN, by its address geo: (RFC 5870), or by
// latitude and longitude beside it.
func TestWhereAPlaceLies(t *testing.T) {
	t.Parallel()
	const geo, depot = "geo:12.1,108.2", "http://example.vn/kho"
	for site, want := range map[string]trace.Place{
		`{"id":"geo:12.1,108.2"}`:                     {ID: geo, Latitude: "12.1", Longitude: "108.2"},
		`{"id":"geo:12.1,108.2,500"}`:                 {ID: geo + ",500", Latitude: "12.1", Longitude: "108.2"},
		`{"id":"geo:12.1,108.2;u=9"}`:                 {ID: geo + ";u=9", Latitude: "12.1", Longitude: "108.2"},
		`{"id":"geo:12.1"}`:                           {ID: "geo:12.1"},
		`{"id":"geo:-12.1,-108.2"}`:                   {ID: "geo:-12.1,-108.2", Latitude: "-12.1", Longitude: "-108.2"},
		`{"id":"http://example.vn/kho"}`:              {ID: depot},
		`{"id":"x:1,108.2","cbvmda:latitude":"12.1"}`: {ID: "x:1,108.2"},
		`{"id":"urn:epc:id:giai:12345.67"}`:           {ID: "urn:epc:id:giai:12345.67"},
		`{"id":"http://example.vn/kho","cbvmda:latitude":"12.1","cbvmda:longitude":"108.2","cbvmda:name":"Kho","cbvmda:streetAddressOne":"Đường 1","ex:name":"khác"}`: {
			ID: depot, Latitude: "12.1", Longitude: "108.2", Name: "Kho", Address: "Đường 1"},
		`{"id":"http://example.vn/kho","cbvmda:latitude":"12.1"}`:                     {ID: depot},
		`{"id":"http://example.vn/kho","cbvmda:longitude":"108.2"}`:                   {ID: depot},
		`{"id":"http://example.vn/kho","urn:epcglobal:cbv:mda:name":"Kho"}`:           {ID: depot, Name: "Kho"},
		`{"id":"https://id.gs1.org/414/8938500000904"}`:                               {ID: "https://id.gs1.org/414/8938500000904", GLN: "8938500000904"},
		`{"id":"https://id.gs1.org/414/8938500000904/254/A","cbvmda:name":"Quầy A"}`:  {ID: "https://id.gs1.org/414/8938500000904/254/A", GLN: "8938500000904", Name: "Quầy A"},
		`{"id":"http://example.vn/kho","cbvmda:latitude":12,"cbvmda:longitude":-108}`: {ID: depot, Latitude: "12", Longitude: "-108"},
	} {
		assert.Equal(t, want, seenAt(t, site), site)
	}
}

// A latitude has up to 90 degrees, a longitude up to 180, either way, as a decimal.
func TestDegrees(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		latitude, longitude string
		ok                  bool
	}{
		{"90", "180", true}, {"-90", "-180", true}, {"90.0", "180.00", true}, {"0", "0", true}, {"12.6661", "108.0382", true},
		{"90.1", "0", false}, {"-90.1", "0", false}, {"91", "0", false}, {"0", "180.5", false}, {"0", "-181", false},
		{"", "0", false}, {"0", "", false}, {"1.", "0", false}, {".5", "0", false}, {"1.2.3", "0", false}, {"--1", "0", false}, {"+1", "0", false}, {"1e1", "0", false}, {"1.5e1", "0", false}, {"1" + strings.Repeat("0", 400), "0", false},
		{"1,5", "0", false}, {"-", "0", false}, {"1.-5", "0", false}, {"x", "0", false},
	} {
		var b trace.Builder
		b.Sell(trace.Work{Time: on(1, mill).Time, Place: trace.Place{Latitude: c.latitude, Longitude: c.longitude}}, kg("A1", 1))
		d, err := b.Document(on(2, mill).Time)
		assert.Equal(t, c.ok, err == nil, "%s,%s", c.latitude, c.longitude)
		if c.ok {
			assert.Equal(t, "geo:"+c.latitude+","+c.longitude, d.Events[0].ReadPoint.ID)
		}
		text, err := json.Marshal(map[string]string{"id": "http://example.vn/kho", "cbvmda:latitude": c.latitude, "cbvmda:longitude": c.longitude})
		require.NoError(t, err)
		assert.Equal(t, c.ok, seenAt(t, string(text)).Known(), "%s,%s", c.latitude, c.longitude)
	}
}

// What a builder is told of a place is read again.
func TestPlacesAreReadBack(t *testing.T) {
	t.Parallel()
	for _, place := range []trace.Place{
		farm, mill, {Latitude: "12.1", Longitude: "108.2"}, {Latitude: "12.1", Longitude: "108.2", Address: "Đường 1"},
		{GLN: mill.GLN, Latitude: "12.1", Longitude: "108.2", Name: "Xưởng", Address: "Đường 1"}, {GLN: mill.GLN},
	} {
		report := told(t, func(b *trace.Builder) { b.Sell(on(1, place), kg("A1", 1)) })
		got := report.Place(report.Lots[0].Went[0].Place)
		got.ID = ""
		assert.Equal(t, place, got)
		assert.True(t, got.Known())
	}
	for _, place := range []trace.Place{{}, {Name: "Xưởng"}, {GLN: "8938500000905"}, {GLN: mill.GLN, Latitude: "12.1"}, {GLN: mill.GLN, Longitude: "108.2"}, {GLN: mill.GLN, Latitude: "95", Longitude: "1"}} {
		var b trace.Builder
		b.Sell(on(1, place), kg("A1", 1))
		_, err := b.Document(on(2, mill).Time)
		assert.ErrorContains(t, err, "TRACE-32", "%v", place)
	}
}

// What is told of goods is told by the event that made them first, and by later ones
// only what that left out; whatever way JSON-LD writes it.
func TestContentThatIsToldInParts(t *testing.T) {
	t.Parallel()
	made := func(n int, ilmd ...string) trace.Event {
		e := making(n, epc(1), epc(9))
		for i := 0; i < len(ilmd); i += 2 {
			e.ILMD = append(e.ILMD, trace.Member{Name: ilmd[i], Value: json.RawMessage(ilmd[i+1])})
		}
		return e
	}
	content := func(events ...trace.Event) trace.Content {
		report := trace.Trace(trace.Document{Events: append(events, shipping(9, epc(1)))})
		require.Len(t, report.Lots, 1)
		return report.Lots[0].Content
	}
	assert.Equal(t, trace.Content{Product: "Trà", Picture: "a.jpg", Brand: "Một", BestBefore: civil.Date{Year: 2027, Month: 1, Day: 2}, Expires: civil.Date{Year: 2028, Month: 1, Day: 2}, Star: 4},
		content(
			made(1, "cbvmda:descriptionShort", `"Trà"`, "cbvmda:bestBeforeDate", `"2027-01-02"`, "ex:other", `"x"`, "ocop:star", "4", "ocop:picture", `"a.jpg"`),
			made(2), made(3, "cbvmda:descriptionShort", `"Chè"`, "ocop:brand", `"Một"`, "cbvmda:bestBeforeDate", `"2027-09-09"`, "cbvmda:itemExpirationDate", `"2028-01-02"`, "ocop:star", "5"),
			made(4, "ocop:brand", `"Hai"`),
		))
	for value, want := range map[string]string{
		`"a"`: "a", `{"@value":"a"}`: "a", `{"@id":"urn:a:b"}`: "urn:a:b", `{"id":"urn:a:b"}`: "urn:a:b", `12.50`: "12.50", `["a"]`: "", `true`: "", `{"x":"a"}`: "", `{"@value":7}`: "", `null`: "",
	} {
		assert.Equal(t, want, content(made(1, "ocop:story", value)).Story, value)
	}
	for value, want := range map[string]int{`4`: 4, `"4"`: 4, `{"@value":"4"}`: 4, `"bốn"`: -1, `4.5`: -1, `null`: -1, `0`: 0} {
		assert.Equal(t, want, content(made(1, "ocop:star", value)).Star, value)
	}
	assert.Zero(t, content(made(1, "cbvmda:bestBeforeDate", `"2/1/2027"`)).BestBefore, "a day that is none")
	assert.Equal(t, 5, content(made(1, "ocop:star", "0"), made(2, "ocop:star", "5")).Star, "none is told")
}
