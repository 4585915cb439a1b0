// Package parity holds the browser's modules to the library: every document has
// byte for byte the same answer natively and in WebAssembly. It is a module of
// its own, so that the runtime wazero reaches nobody who imports the library.
package parity

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/dossier/procedure"
	"github.com/ocop-vn/ocop-go/ocop"
	"github.com/ocop-vn/ocop-go/ocop/paper"
	"github.com/ocop-vn/ocop-go/ocop/report"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/budget"
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
	"github.com/ocop-vn/ocop-go/wasm/internal/bridge"
	"github.com/ocop-vn/ocop-go/wasm/internal/bridge/checks"
)

const examples = "../../examples/"

// share is how many of n random documents are tried: a fifth, or all with PARITY=all.
func share(n int) int {
	if os.Getenv("PARITY") == "all" { // make parity
		return n
	}
	return n / 5
}

func random(t *testing.T) *rand.Rand {
	t.Helper()
	return rand.New(rand.NewPCG(26, uint64(len(t.Name())))) //nolint:gosec // a test's repeatable sheets
}

// filled is a random sheet: each criterion is answered with the given chance.
func filled(r *rand.Rand, answered float64) scoring.Sheet {
	sets := qd26.Edition().Sets()
	return filledOf(r, sets[r.IntN(len(sets))], answered)
}

// filledOf is one of a product set.
func filledOf(r *rand.Rand, set scoring.Set, answered float64) scoring.Sheet {
	sheet := set.Sheet()
	for _, c := range set.Criteria() {
		if r.Float64() < answered {
			options := optionsOf(c)
			if err := sheet.Answer(c.Code(), options[r.IntN(len(options))]); err != nil {
				panic(err)
			}
		}
	}
	for _, g := range set.Gates() {
		if len(g.ZeroPointsAt) == 0 && r.IntN(40) == 0 {
			if err := sheet.SetGate(g.ID, true); err != nil {
				panic(err)
			}
		}
	}
	return sheet
}

func optionsOf(c scoring.Criterion) []string {
	var codes []string
	if c.AllowsNone() {
		codes = append(codes, scoring.NoneCode)
	}
	for _, o := range c.Options() {
		codes = append(codes, o.Code)
	}
	return codes
}

// chances of an answer: full sheets, nearly full ones, half-empty ones.
var chances = []float64{1, 1, 0.97, 0.5}

// spoil breaks one document in twenty: a byte is changed, dropped or doubled.
func spoil(r *rand.Rand, document []byte) []byte {
	if r.IntN(20) != 0 || len(document) == 0 {
		return document
	}
	i := r.IntN(len(document))
	switch r.IntN(3) {
	case 0:
		document[i] = byte(r.IntN(256)) //nolint:gosec // a byte is meant
	case 1:
		document = slices.Delete(document, i, i+1)
	default:
		document = slices.Insert(document, i, document[i])
	}
	return document
}

func TestSheets(t *testing.T) {
	t.Parallel()
	m := start(t, "ocop.wasm")
	r := random(t)
	statuses := map[scoring.Status]int{}
	sheets := share(200_000)
	for i := range sheets {
		sheet := filled(r, chances[i%len(chances)])
		document := spoil(r, sheet.AppendJSON(nil))
		m.same(t, bridge.Scoring{}, bridge.Score, document)
		// The keystroke's way, by answer bytes, gives what the library gives.
		result := scoring.Score(&sheet)
		statuses[result.Status]++
		summary, compact := m.compact(&sheet)
		require.Equal(t, result.Summary(), summary, "%s", document)
		want := result.AppendCompact(nil)
		require.Equal(t, want, compact[:len(want)], "%s", document)
	}
	for _, status := range []scoring.Status{scoring.StatusClassified, scoring.StatusIncomplete, scoring.StatusStopped, scoring.StatusRejected} {
		assert.Greater(t, statuses[status], sheets/1000, "%s is among them", status)
	}
}

func TestPlans(t *testing.T) {
	t.Parallel()
	m := start(t, "ocop.wasm")
	r := random(t)
	for range share(20_000) {
		sheet := filled(r, 1)
		document := sheet.AppendJSON(nil)
		criteria := sheet.Set().Criteria()
		locked := criteria[r.IntN(len(criteria))].Code()
		document = fmt.Appendf(document[:len(document)-1], `,"star":%d,"locked":[%q],"cost":{%q:%d}}`,
			1+r.IntN(5), locked, criteria[r.IntN(len(criteria))].Code(), r.IntN(9))
		m.same(t, bridge.Scoring{}, bridge.Plan, spoil(r, document))
	}
}

func TestComparisons(t *testing.T) {
	t.Parallel()
	m := start(t, "ocop.wasm")
	r := random(t)
	compared := 0
	comparisons := share(5_000)
	for i := range comparisons {
		from := filled(r, chances[i%len(chances)])
		to := filledOf(r, from.Set(), 0.97)
		if i%50 == 0 {
			to = filled(r, 1) // of another set, as a rule
		}
		document := fmt.Appendf(nil, `{"from":%s,"to":%s}`, from.AppendJSON(nil), to.AppendJSON(nil))
		if strings.HasPrefix(m.same(t, bridge.Scoring{}, bridge.Compare, spoil(r, document)), `{"before"`) {
			compared++
		}
	}
	assert.Greater(t, compared, comparisons/2)
}

func TestCouncils(t *testing.T) {
	t.Parallel()
	m := start(t, "ocop.wasm")
	r := random(t)
	for range share(2_000) {
		m.same(t, bridge.Scoring{}, bridge.Council, spoil(r, councilDocument(r)))
	}
}

// councilDocument is a council of 3 to 11 whose members differ here and there.
func councilDocument(r *rand.Rand) []byte {
	chair := filled(r, 1)
	set := chair.Set()
	seats := 3 + r.IntN(9)
	document := fmt.Appendf(nil, `{"edition":%q,"set":%d,"seats":%d,"members":[`, set.Edition(), set.No(), seats)
	for i := range max(1, seats-r.IntN(3)) {
		sheet := chair
		for _, c := range set.Criteria() {
			if options := optionsOf(c); r.IntN(6) == 0 {
				if err := sheet.Answer(c.Code(), options[r.IntN(len(options))]); err != nil {
					panic(err)
				}
			}
		}
		var parsed struct{ Answers json.RawMessage }
		if err := json.Unmarshal(sheet.AppendJSON(nil), &parsed); err != nil {
			panic(err)
		}
		if i > 0 {
			document = append(document, ',')
		}
		document = fmt.Appendf(document, `{"id":"m%d","chair":%t,"answers":%s}`, i, i == 0, parsed.Answers)
	}
	minima := []string{"majority", "all", "mean"}[r.IntN(3)]
	return fmt.Appendf(document, `],"policy":{"maxSpread":%d,"quorum":"3/4","chairRequired":true,"minima":%q}}`, 5+r.IntN(40), minima)
}

// annotated is a sheet with something beside its answers, now and then.
func annotated(r *rand.Rand, sheet scoring.Sheet) []byte {
	a := scoring.AnnotatedSheet{Sheet: sheet, Remarks: scoring.Remarks{Evidence: map[string][]string{}, Notes: map[string]string{}}}
	set := sheet.Set()
	for _, c := range set.Criteria() {
		switch r.IntN(6) {
		case 0:
			a.Remarks.Evidence[c.Code()] = append(c.Evidence(), "of-our-own")
		case 1:
			a.Remarks.Notes[c.Code()] = strings.Repeat("ghi chú\n", 1+r.IntN(64)) // the longest are too long
		}
	}
	if r.IntN(2) == 0 {
		a.Remarks.About = scoring.About{Product: "Cà phê", Assessor: "Lê Thị Mai", Day: []string{"2026-08-21", "2026-02-30"}[r.IntN(2)]}
	}
	return a.AppendJSON(nil)
}

// The small operations, on each of some sheets and all product sets.
func TestOthers(t *testing.T) {
	t.Parallel()
	m := start(t, "ocop.wasm")
	r := random(t)
	for i := range share(1000) {
		sheet := filled(r, chances[i%len(chances)])
		document := spoil(r, annotated(r, sheet))
		for _, op := range []bridge.Op{bridge.Score, bridge.Vector, bridge.Safety, bridge.CheckSheet, bridge.CheckPlan, bridge.CheckCouncil} {
			m.same(t, bridge.Scoring{}, op, document)
		}
		m.same(t, bridge.Scoring{}, bridge.ParseVector, spoil(r, []byte(sheet.Vector())))
		m.same(t, bridge.Scoring{}, bridge.CheckCouncil, spoil(r, councilDocument(r)))
	}
	for set := range 28 { // 0 and 27 are no product set
		m.same(t, bridge.Scoring{}, bridge.Rules, fmt.Append(nil, set))
	}
	m.same(t, bridge.Scoring{}, 99, []byte("{}"))
}

// Every example dossier, and a thousand spoilt ones.
func TestDossiers(t *testing.T) {
	t.Parallel()
	m := start(t, "ocop-checks.wasm")
	files, err := filepath.Glob(examples + "dossiers/*.json")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	var documents [][]byte
	for _, file := range files {
		document, err := os.ReadFile(file) //nolint:gosec // an example
		require.NoError(t, err)
		answer := m.same(t, checks.Dossiers{}, bridge.CheckDossier, document)
		assert.JSONEq(t, `{"valid":true,"problems":[]}`, answer, file)
		assert.True(t, strings.HasPrefix(m.same(t, checks.Dossiers{}, bridge.Claims, document), `{"edition":"qd26-2026"`), file)
		for _, op := range []bridge.Op{bridge.Deadlines, bridge.Life} {
			assert.NotContains(t, m.same(t, checks.Dossiers{}, op, document), `{"problems":[{`, file)
			assert.NotContains(t, m.same(t, checks.Dossiers{}, bridge.Asked+op, asked("2026-09-18", daysOff, document)), `{"problems":[{`, file)
		}
		documents = append(documents, document)
	}
	r := random(t)
	for i := range share(1000) {
		document := slices.Clone(documents[i%len(documents)])
		for range 20 {
			document = spoil(r, document)
		}
		m.same(t, checks.Dossiers{}, bridge.CheckDossier, document)
		m.same(t, checks.Dossiers{}, bridge.Asked+bridge.CheckDossier, asked("2026-09-18", daysOff, document))
		m.same(t, checks.Dossiers{}, bridge.Review, document)
		m.same(t, checks.Dossiers{}, bridge.Asked+bridge.Review, asked("2026-09-18", daysOff, document))
	}
}

// asked is a document behind a day and days off, as a page sends them.
func asked(on, holidays string, document []byte) []byte {
	return append(fmt.Appendf(nil, "%d %d\n%s%s", len(on), len(holidays), on, holidays), document...)
}

const daysOff = `{"2026":{"off":["2026-08-31"],"worked":["2026-08-22"]},"2030":{"off":[]}}`

// Milestones and steps with options before them, 10,000 each, some spoilt: within
// the options too.
func TestProcedure(t *testing.T) {
	t.Parallel()
	m := start(t, "ocop-checks.wasm")
	r := random(t)
	names := []string{"filed", "proposed", "provinceComplete", "provinceScored", "sentOn", "ministryComplete", "ministryScored", "issued", "expires", "concluded", "withdrawn"}
	day := func() string { return fmt.Sprintf(`"%d-%02d-%02d"`, 2023+r.IntN(7), 1+r.IntN(12), 1+r.IntN(29)) }
	behindOptions := func(document []byte) []byte {
		holidays := fmt.Sprintf(`{"2026":{"off":[%s]}}`, day())
		if r.IntN(2) == 0 { // most days are of another year
			holidays = daysOff
		}
		return spoil(r, asked(strings.Trim(day(), `"`), holidays, document))
	}
	answered := 0
	for range share(10_000) {
		document := fmt.Appendf(nil, `{"application":%q`, []string{"first", "upgrade", "re-assessment"}[r.IntN(3)])
		for _, name := range names {
			if r.IntN(2) == 0 {
				document = fmt.Appendf(document, `,%q:%s`, name, day())
			}
		}
		if answer := m.same(t, checks.Dossiers{}, bridge.Asked+bridge.Deadlines, behindOptions(append(document, '}'))); strings.HasPrefix(answer, `{"due":[{`) {
			answered++
		}
	}
	assert.Greater(t, answered, share(2000))
	answered = 0
	for range share(10_000) {
		life := walk(r)
		document, err := json.Marshal(life)
		require.NoError(t, err)
		if r.IntN(4) == 0 { // not possible, or not written so
			document = []byte(differ(r, string(document)))
		}
		if answer := m.same(t, checks.Dossiers{}, bridge.Asked+bridge.Life, behindOptions(document)); strings.HasPrefix(answer, `{"on":`) {
			answered++
		}
	}
	assert.Greater(t, answered, share(2000))
}

// walk is a life of random steps that are possible.
func walk(r *rand.Rand) procedure.Life {
	life := procedure.Life{Application: []procedure.Application{"", procedure.ApplicationFirst, procedure.ApplicationUpgrade}[r.IntN(3)]}
	if r.IntN(2) == 0 {
		life.Previous = &procedure.Certificate{Star: 3 + r.IntN(3), Issued: civil.Date{Year: 2024, Month: 1, Day: 1 + r.IntN(28)}}
	}
	kinds := procedure.StepKinds()
	on := civil.Date{Year: 2026, Month: 6, Day: 1}
	for range r.IntN(60) {
		s := procedure.Step{Kind: kinds[r.IntN(len(kinds))], On: on}
		needed, _ := s.Kind.Members()
		for _, member := range needed {
			switch member {
			case "star":
				s.Star, s.Total = 1+r.IntN(5), []string{"", "95", "72.5"}[r.IntN(3)]
			case "by":
				s.By = []scoring.Authority{scoring.AuthorityProvince, scoring.AuthorityMinistry}[r.IntN(2)]
			case "ground":
				s.Ground = procedure.Grounds()[r.IntN(6)]
			case "outcome":
				s.Outcome = []procedure.Outcome{procedure.OutcomeRecognised, procedure.OutcomeRefused}[r.IntN(2)]
			}
		}
		if next, err := life.Take(s); err == nil {
			life, on = next, on.AddDays(r.IntN(200))
		}
	}
	return life
}

// What the command says of the examples is what the module says.
func TestCommandAgrees(t *testing.T) {
	t.Parallel()
	m := start(t, "ocop.wasm")
	files, err := filepath.Glob(examples + "sheets/*.json")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		document, err := os.ReadFile(file) //nolint:gosec // an example
		require.NoError(t, err)
		e, err := ocop.Evaluate(document)
		require.NoError(t, err)
		assert.Equal(t, string(e.Result.AppendJSON(nil)), m.same(t, bridge.Scoring{}, bridge.Score, document))
	}
	m = start(t, "ocop-checks.wasm")
	options := procedure.Options{On: civil.Date{Year: 2026, Month: 9, Day: 18}}
	require.NoError(t, options.Holidays.UnmarshalJSON([]byte(daysOff)))
	library, err := new(ocop.Library).Judging(dossier.Options{On: options.On, Holidays: options.Holidays})
	require.NoError(t, err)
	files, err = filepath.Glob(examples + "dossiers/*.json")
	require.NoError(t, err)
	for _, file := range files {
		document, err := os.ReadFile(file) //nolint:gosec // an example
		require.NoError(t, err)
		behindOptions := asked("2026-09-18", daysOff, document)
		schedule, err := ocop.Deadlines(document, options)
		require.NoError(t, err)
		assert.Equal(t, string(schedule.AppendJSON(nil)), m.same(t, checks.Dossiers{}, bridge.Asked+bridge.Deadlines, behindOptions))
		standing, err := ocop.Life(document, options.On)
		require.NoError(t, err)
		assert.Equal(t, string(standing.AppendJSON(nil)), m.same(t, checks.Dossiers{}, bridge.Asked+bridge.Life, behindOptions))
		verdict := library.Validate(ocop.DocumentDossier, document).AppendVerdict(nil)
		assert.Equal(t, string(verdict), m.same(t, checks.Dossiers{}, bridge.Asked+bridge.CheckDossier, behindOptions))
	}
}

// A document over the limit is refused before there is room for it, and the
// module goes on.
func TestTooLarge(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	for name, op := range map[string]bridge.Op{"ocop.wasm": bridge.Score, "ocop-checks.wasm": bridge.CheckDossier} {
		m := start(t, name)
		for _, n := range []uint64{50 << 20, 1 << 31, 1<<32 - 1} {
			at, err := m.room.Call(ctx, uint64(op), n)
			require.NoError(t, err)
			assert.Zero(t, at[0])
			assert.Contains(t, m.answer(t), `"code":"JSON-04"`)
		}
		_, answer := m.call(t, op, []byte("{}"))
		assert.Contains(t, answer, `"code"`)
	}
	m := start(t, "ocop.wasm")
	_, err := m.room.Call(ctx, uint64(bridge.ParseVector), budget.VectorBytes+1)
	require.NoError(t, err)
	assert.Contains(t, m.answer(t), `"code":"VECTOR-04"`)
}

// Explanations of every example and of random sheets, with words in both
// languages: what the module gives is what the library gives with its own.
func TestExplanations(t *testing.T) {
	t.Parallel()
	m := start(t, "ocop-checks.wasm")
	wordsOf := func(set int, l lang.Lang) []byte {
		data, err := os.ReadFile(fmt.Sprintf("../npm/words/qd26-2026/%s/%d.json", l, set)) //nolint:gosec // made by make wasm
		require.NoError(t, err)
		return data
	}
	same := func(document []byte, set int) {
		t.Helper()
		vi, en := wordsOf(set, lang.Vi), wordsOf(set, lang.En)
		answer := m.same(t, checks.Dossiers{}, bridge.Asked+bridge.Explain, fmt.Appendf(nil, "%d %d\n%s%s%s", len(vi), len(en), vi, en, document))
		e, err := new(ocop.Library).Evaluate(document)
		if err != nil {
			assert.True(t, strings.HasPrefix(answer, `{"problems":[`), answer)
			return
		}
		require.Equal(t, string(report.AppendSteps(nil, e.Explain())), answer)
	}
	for _, folder := range []string{"sheets", "dossiers"} {
		documents, err := filepath.Glob(examples + folder + "/*.json")
		require.NoError(t, err)
		for _, file := range documents {
			document, err := os.ReadFile(file) //nolint:gosec // an example
			require.NoError(t, err)
			e, err := new(ocop.Library).Evaluate(document)
			require.NoError(t, err)
			sheet := e.Result.Sheet()
			same(document, sheet.Set().No())
		}
	}
	r := random(t)
	for range share(2_000) {
		sheet := filled(r, r.Float64())
		same(spoil(r, sheet.AppendJSON(nil)), sheet.Set().No())
	}
}

// Papers of every example, and of random sheets and councils: what the
// module gives with a file of words is what the library gives with its own.
func TestPapers(t *testing.T) {
	t.Parallel()
	m := start(t, "ocop-checks.wasm")
	files := map[string][]byte{}
	wordsOf := func(set int, l lang.Lang) []byte {
		name := fmt.Sprintf("../npm/words/qd26-2026/%s/%d.json", l, set)
		if files[name] == nil {
			data, err := os.ReadFile(name) //nolint:gosec // made by make wasm
			require.NoError(t, err)
			files[name] = data
		}
		return files[name]
	}
	same := func(name paper.Name, document []byte, set int, l lang.Lang, format, council string) {
		t.Helper()
		words := wordsOf(set, l)
		framed := fmt.Appendf(nil, "%s %s %s %s %d\n%s%s", name, l, format, council, len(words), words, document)
		answer := m.same(t, checks.Dossiers{}, bridge.Asked+bridge.Paper, framed)
		p, err := new(ocop.Library).Paper(name, document, ocop.PaperOptions{Lang: l, Ministry: council == "ministry"})
		if err != nil {
			assert.True(t, strings.HasPrefix(answer, `{"problems":[`), "%s: %s", name, answer)
			return
		}
		want := string(p.AppendJSON(nil))
		if format == "html" {
			var page bytes.Buffer
			require.NoError(t, p.HTML(&page))
			want = page.String()
		}
		if want != answer {
			require.Equal(t, want, answer, "%s of %s", name, document)
		}
	}
	documents, err := filepath.Glob(examples + "dossiers/*.json")
	require.NoError(t, err)
	for _, file := range documents {
		document, err := os.ReadFile(file) //nolint:gosec // an example
		require.NoError(t, err)
		x, err := dossier.Decode(document)
		require.NoError(t, err)
		for _, name := range append(paper.Names(), "form-04") {
			for _, l := range []lang.Lang{lang.Vi, lang.En} {
				same(name, document, x.Product.Set, l, "json", "province")
				same(name, document, x.Product.Set, l, "html", "ministry")
			}
		}
	}
	council, err := os.ReadFile(examples + "council/hoi-dong-co-thong-tin.json")
	require.NoError(t, err)
	for _, l := range []lang.Lang{lang.Vi, lang.En} {
		same(paper.Minutes, council, 13, l, "json", "province")
	}
	r := random(t)
	for i := range share(8_000) {
		sheet := filled(r, r.Float64())
		same([]paper.Name{paper.ScoreSheet, paper.SelfAssessment, paper.Report}[i%3], annotated(r, sheet), sheet.Set().No(), []lang.Lang{lang.Vi, lang.En}[i/3%2], "json", "province")
	}
	for i := range share(2_000) {
		first := filled(r, 1)
		document := fmt.Appendf(nil, `{"edition":"qd26-2026","set":%d,"seats":9,"policy":{"maxSpread":%d},"members":[`, first.Set().No(), r.IntN(40))
		for member := range 1 + r.IntN(4) {
			sheet := first.Set().Sheet()
			for _, c := range first.Set().Criteria() {
				options := optionsOf(c)
				require.NoError(t, sheet.Answer(c.Code(), options[r.IntN(len(options))]))
			}
			var answers struct{ Answers json.RawMessage }
			require.NoError(t, json.Unmarshal(sheet.AppendJSON(nil), &answers))
			if member > 0 {
				document = append(document, ',')
			}
			document = fmt.Appendf(document, `{"id":"m%d","chair":%t,"answers":%s}`, member, member == 0, answers.Answers)
		}
		same(paper.Minutes, append(document, "]}"...), first.Set().No(), []lang.Lang{lang.Vi, lang.En}[i%2], "json", "province")
	}
}
