package trace_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/ocop/trace"
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
)

var update = flag.Bool("update", false, "write testdata/told anew; read every change")

// golden holds a text to the file that people have read.
func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", "told", name)
	if *update {
		require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o755))
		require.NoError(t, os.WriteFile(file, []byte(got), 0o644))
	}
	want, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Equal(t, string(want), got, "go test ./ocop/trace -update")
}

// everything is a report in which each thing that a report can tell is told: goods
// by lot, by piece and by kind, on a pallet, of a known and of an unknown origin,
// measured in kilograms and in pieces, with and without each part of the content.
func everything(t *testing.T) *trace.Report {
	t.Helper()
	best := full
	best.Expires, best.Certificate, best.Story = civil.Date{Year: 2027, Month: 12, Day: 31}, "152/GCN", "https://example.vn/chuyen"
	kiosk := trace.Place{GLN: "8938500000928", Name: "Quầy", Address: "Chợ Buôn Ma Thuột"}
	nameless := trace.Place{GLN: "8938500000935"}
	report := told(t, func(b *trace.Builder) {
		picked := on(1, farm)
		picked.Stage = "Hái chọn quả chín"
		b.Harvest(picked, trace.Content{Product: "Quả cà phê"}, kg("A1", 300))
		b.Ship(on(2, farm), mill, kg("A1", 300))
		b.Make(on(4, mill), items(kg("A1", 300), kg("Q1", 5), piece("P9")), items(kg("B1", 250), of("B1", 5, "XBX"), kg("B2", 0)), trace.Content{Star: 7})
		b.Make(on(5, mill), items(kg("B1", 250)), items(of("C1", 500, "H87")), best)
		b.Pack(on(6, mill), pallet(1).Key, of("C1", 200, ""))
		b.Ship(on(7, mill), shop, pallet(1), pallet(7))
		b.Receive(on(8, shop), mill, pallet(1))
		b.Sell(on(10, shop), of("C1", 2, "EA"))
		b.Make(on(11, kiosk), items(of("C1", 1, "")), items(piece("P1")), trace.Content{Product: "Hộp quà", Brand: "Mẫu", Maker: "HTX Mẫu"})
		b.Sell(on(12, kiosk), piece("P1"))
		b.Ship(on(13, nameless), kiosk, trace.Item{Key: trace.Key{GTIN: "08938500000034"}}, trace.Item{Key: trace.Key{URI: "urn:x:qua"}})
	})
	set, ok := qd26.Edition().Set(24)
	require.True(t, ok)
	report.Levels = trace.Levels(set, &report)
	return &report
}

// handmade is a report that no events made: one of each list, and values that no
// event has.
func handmade() *trace.Report {
	return &trace.Report{
		Lots: []trace.Lot{{
			EPC: "urn:x:a", Content: trace.Content{Address: "Đắk Lắk", Code: "X1", Star: 7, Certificate: "7/GCN"},
			Quantity: []trace.Measure{{Amount: "12.5", Unit: "KGM"}, {Amount: "3"}, {}},
			From:     []trace.Input{{EPC: "urn:x:b", Content: &trace.Content{Product: "Hạt"}, Seen: true, Time: "sáng sớm", Place: "urn:x:p"}},
			Went:     []*trace.Step{{Step: "storing", Time: "hôm qua", Pallet: "urn:x:thung"}},
		}, {EPC: "urn:x:c", Key: trace.Key{SSCC: "189385000000000017"}, Content: trace.Content{Star: -1}}, {EPC: "urn:x:d", Content: trace.Content{Star: 5}},
			{EPC: "urn:x:e", Key: trace.Key{Lot: "7"}}, {EPC: "urn:x:f", Key: trace.Key{Serial: "8"}}},
		Places:   []trace.Place{{ID: "urn:x:o"}, {ID: "urn:x:p", Address: "Buôn Ma Thuột"}, {ID: "urn:x:q"}},
		Levels:   []trace.Level{{Criterion: "2.2", Option: "c", Borne: true, Why: lang.Text{Vi: "Đủ.", En: "All."}}},
		Problems: problem.List{{Code: "TRACE-24", Path: "/0", Severity: problem.SeverityWarning, Message: lang.Text{Vi: "Chưa rõ.", En: "Unclear."}}},
	}
}

// What is told to people, line by line, with its headings and marks.
func TestWhatPeopleAreTold(t *testing.T) {
	t.Parallel()
	none := trace.Trace()
	one := trace.Report{Lots: everything(t).Lots[:1]}
	for _, l := range []lang.Lang{lang.Vi, lang.En} {
		var b strings.Builder
		for _, report := range []*trace.Report{everything(t), &one, &none, handmade()} {
			paper := report.Paper(l)
			assert.Equal(t, paper.Nodes[0].Text, paper.Title)
			assert.Equal(t, l, paper.Lang)
			for _, n := range paper.Nodes {
				fmt.Fprintf(&b, "%s%s\n", strings.Repeat("#", n.Level)+strings.Repeat(" ", min(n.Level, 1)), n.Text)
				for _, item := range n.Items {
					fmt.Fprintf(&b, "  %s %s\n", item.Mark, item.Text)
				}
			}
		}
		golden(t, "paper."+string(l)+".txt", b.String())
	}
}

// What programs are told, member by member.
func TestWhatProgramsAreTold(t *testing.T) {
	t.Parallel()
	report := everything(t)
	var b bytes.Buffer
	require.NoError(t, json.Indent(&b, report.AppendJSON(nil), "", "  "))
	golden(t, "report.json", b.String()+"\n")
	b.Reset()
	require.NoError(t, json.Indent(&b, handmade().AppendJSON(nil), "", "  "))
	golden(t, "handmade.json", b.String()+"\n")
	key, err := trace.Parse(report.Lots[0].EPC)
	require.NoError(t, err)
	b.Reset()
	reached := trace.AppendReachJSON(nil, forward(t, key, built(t, chain)))
	require.NoError(t, json.Indent(&b, reached, "", "  "))
	golden(t, "forward.json", b.String()+"\n")
}

// The words for units and steps: those of each are read together, so that no two
// steps that a producer tells apart have one name.
func TestWordsForUnitsAndSteps(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	for _, unit := range []string{"", "H87", "EA", "C62", "NIU", "MGM", "GRM", "KGM", "DTN", "TNE", "MLT", "LTR", "MTQ", "CMT", "MTR", "XBX"} {
		words := trace.Measure{Amount: "1234.5", Unit: unit}.Text()
		fmt.Fprintf(&b, "%-4s %s | %s\n", unit, words.Vi, words.En)
	}
	for _, step := range []string{
		"accepting", "arriving", "assembling", "collecting", "commissioning", "consigning", "creating_class_instance", "cycle_counting",
		"decommissioning", "departing", "destroying", "disassembling", "dispensing", "encoding", "entering_exiting", "holding", "inspecting",
		"installing", "killing", "loading", "other", "packing", "picking", "receiving", "removing", "repackaging", "repairing", "replacing",
		"reserving", "retail_selling", "sampling", "sensor_reporting", "shipping", "staging_outbound", "stock_taking", "stocking", "storing",
		"transporting", "unloading", "unpacking", "void_shipping", "http://example.vn/rang",
	} {
		words := (&trace.Step{Step: step}).Name()
		fmt.Fprintf(&b, "%-24s %s | %s\n", step, words.Vi, words.En)
	}
	for _, s := range []trace.Step{{}, {Type: trace.TransformationEvent}, {Step: "packing", Stage: "Đóng túi", Type: trace.TransformationEvent}} {
		fmt.Fprintf(&b, "%s, %q: %s | %s\n", s.Type, s.Step, s.Name().Vi, s.Name().En)
	}
	golden(t, "words.txt", b.String())
}
