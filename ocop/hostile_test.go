package ocop_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/dossier/procedure"
	"github.com/ocop-vn/ocop-go/ocop"
	"github.com/ocop-vn/ocop-go/ocop/paper"
	"github.com/ocop-vn/ocop-go/ocop/registry"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/budget"
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
	"github.com/ocop-vn/ocop-go/scoring/rubric"
	"github.com/ocop-vn/ocop-go/scoring/strictjson/hostile"
)

// door is one way in, with the largest document that it takes.
type door struct {
	name     string
	most     int
	template hostile.Template
	call     func(document []byte) []byte
}

const sheetHead = `{"edition":"qd26-2026","set":13`

func doors() []door {
	var library ocop.Library
	validate := func(kind ocop.Document) func([]byte) []byte {
		return func(document []byte) []byte { return library.Validate(kind, document).AppendJSON(nil) }
	}
	sheet := hostile.Template{Head: sheetHead, Map: "answers", List: "gates"}
	council := hostile.Template{Head: sheetHead, Map: "policy", List: "members", Item: `{"id":"m1","answers":{"1.1":"z"}}`}
	return []door{
		{"Evaluate, a sheet", budget.Sheet().Bytes, sheet, func(document []byte) []byte {
			e, err := library.Evaluate(document)
			if err != nil {
				return problemsOf(err).AppendJSON(nil)
			}
			return e.Result.AppendJSON(nil)
		}},
		{"Evaluate, a dossier", budget.Dossier().Bytes, hostile.Template{Head: `{"application":"first"`, Map: "report/claims", List: "evidence", Item: `{"id":"a"}`}, func(document []byte) []byte {
			_, err := library.Evaluate(document)
			return problemsOf(err).AppendJSON(nil)
		}},
		{"sheet", budget.Sheet().Bytes, sheet, validate(ocop.DocumentSheet)},
		{"score sheet, notes and evidence", budget.Sheet().Bytes, hostile.Template{Head: sheetHead + `,"answers":{}`, Map: "notes", List: "evidence/1.1", Item: `"a"`}, func(document []byte) []byte {
			p, err := library.Paper(paper.ScoreSheet, document, ocop.PaperOptions{})
			if err != nil {
				return problemsOf(err).AppendJSON(nil)
			}
			return p.AppendJSON(nil)
		}},
		{"plan", budget.Sheet().Bytes, hostile.Template{Head: sheetHead, Map: "cost", List: "locked"}, validate(ocop.DocumentPlan)},
		{"council", budget.Council().Bytes, council, validate(ocop.DocumentCouncil)},
		{"dossier, claims and gates", budget.Dossier().Bytes, hostile.Template{
			Head: `{"edition":"qd26-2026","product":{"set":13}`, Map: "report/claims", List: "proposed/gates",
		}, validate(ocop.DocumentDossier)},
		{"dossier, answers and members", budget.Dossier().Bytes, hostile.Template{
			Head: `{"edition":"qd26-2026","product":{"set":13}`, Map: "proposed/answers", List: "council/members", Item: `{"id":"m","answers":{"1.1":"z"}}`,
		}, validate(ocop.DocumentDossier)},
		{"rubric", budget.Rubric().Bytes, hostile.Template{
			Head: `{"edition":"x"`, Map: "sets", List: "sets", Item: `{"no":1,"name":{"vi":"a","en":"a"},"parts":[],"gates":[{"id":"g","effect":"reject","label":{"vi":"","en":""},"zeroPointsAt":["1","2"]}]}`,
		}, func(document []byte) []byte {
			_, err := rubric.Read(document)
			return problemsOf(err).AppendJSON(nil)
		}},
		{"deadlines", budget.Dossier().Bytes, hostile.Template{Head: `{"application":"first"`, Map: "filed", List: "filed"}, func(document []byte) []byte {
			_, err := ocop.Deadlines(document, procedure.Options{})
			return problemsOf(err).AppendJSON(nil)
		}},
		{"life", budget.Dossier().Bytes, hostile.Template{Head: `{"application":"first"`, Map: "previous", List: "steps", Item: `{"step":"file","on":"2026-06-01"}`}, func(document []byte) []byte {
			_, err := ocop.Life(document, civil.Date{})
			return problemsOf(err).AppendJSON(nil)
		}},
		{"holidays", budget.Sheet().Bytes, hostile.Template{Head: `{"2025":{"off":[]}`, Map: "2026", List: "2026/off", Item: `"2026-09-02"`}, unmarshal(new(procedure.Holidays))},
		{"record", budget.Sheet().Bytes, hostile.Template{Head: `{"edition":"qd26-2026","set":13`, Map: "producer", List: "channels", Item: `"shop"`}, unmarshal(new(dossier.Record))},
		{"result", budget.Sheet().Bytes, sheet, unmarshal(new(scoring.Result))},
		{"outcome", budget.Sheet().Bytes, council, unmarshal(new(scoring.CouncilOutcome))},
		{"delivery", budget.Dossier().Bytes, hostile.Template{Head: `{"schema":"ocop-delivery-1"`, Map: "register", List: "files", Item: `{"name":"a","size":1,"sha256":""}`}, unmarshal(new(registry.Delivery))},
		{"vector", budget.VectorBytes, hostile.Template{Head: "OCOP:qd26-2026/13", Map: "x", List: "x"}, func(document []byte) []byte {
			_, err := scoring.ParseVector(string(document), qd26.Edition())
			return problemsOf(err).AppendJSON(nil)
		}},
	}
}

// unmarshal is the door of a value that reads itself.
func unmarshal(into json.Unmarshaler) func(document []byte) []byte {
	return func(document []byte) []byte { return problemsOf(into.UnmarshalJSON(document)).AppendJSON(nil) }
}

func problemsOf(err error) problem.List {
	var problems problem.List
	errors.As(err, &problems)
	return problems
}

// No small document stops a server: of every door, time, memory and answer stay
// under a ceiling that grows with the bytes. With -v it prints the table.
func TestNothingCostsMoreThanItWeighs(t *testing.T) {
	for _, d := range doors() {
		most := min(d.most, 1<<20)
		sizes := []int{most / 16, most / 4, most - 1<<9}
		if testing.Short() {
			sizes = sizes[:1]
		}
		for _, size := range sizes {
			for name, document := range hostile.Documents(d.template, size) {
				cost := hostile.Ceilings().Check(t, document, d.call)
				t.Logf("%-28s %-37s %9d bytes %9.2f ms %9d KB allocated %8d bytes out",
					d.name, name, len(document), float64(cost.Time)/float64(time.Millisecond), cost.Alloc>>10, cost.Output)
			}
		}
	}
}

// A document over the limit is refused unread.
func TestTooLargeIsNotRead(t *testing.T) {
	huge := []byte(sheetHead + `,"x":"` + strings.Repeat("x", 64<<20) + `"}`)
	for _, d := range doors() {
		switch d.name {
		case "vector": // its text is copied by the caller
			continue
		case "result", "outcome": // what the library wrote itself is read whatever its size
			continue
		}
		cost := hostile.Measure(huge, d.call)
		assert.Less(t, cost.Alloc, uint64(64<<10), d.name)
		assert.Contains(t, string(d.call(huge)), `"code":"JSON-04"`, d.name)
	}
}

// As many problems as a budget has are told, then one more says that there are more.
func TestProblemsAreBounded(t *testing.T) {
	t.Parallel()
	for _, d := range doors() {
		if d.name == "vector" {
			continue
		}
		for name, document := range hostile.Documents(d.template, min(d.most, 1<<18)-1<<9) {
			out := string(d.call(document))
			n := strings.Count(out, `"severity":`)
			assert.LessOrEqual(t, n, 1001, "%s, %s", d.name, name)
			if n > 500 {
				assert.True(t, strings.Contains(out, "JSON-11") || strings.Contains(out, "JSON-12") || strings.Contains(out, "JSON-05"), "%s, %s", d.name, name)
			}
			assert.NotContains(t, out, fmt.Sprint(strings.Repeat("k", 100)), "long names are shortened")
		}
	}
}

// Directed documents of each door, and two of them spliced.
func FuzzHostile(f *testing.F) {
	for i := range doors() {
		f.Add(uint8(i), uint16(1000), uint64(i))
	}
	all := doors()
	f.Fuzz(func(t *testing.T, which uint8, size uint16, seed uint64) {
		d := all[int(which)%len(all)]
		hostile.Ceilings().Check(t, hostile.Mix(d.template, int(size), seed), d.call)
	})
}
