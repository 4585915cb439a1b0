package ocop_test

import (
	"bytes"
	"encoding"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/dossier/codes"
	"github.com/ocop-vn/ocop-go/dossier/procedure"
	"github.com/ocop-vn/ocop-go/ocop"
	"github.com/ocop-vn/ocop-go/ocop/registry"
	"github.com/ocop-vn/ocop-go/ocop/trace"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/budget"
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
	"github.com/ocop-vn/ocop-go/scoring/strictjson/hostile"
)

// readable are pointers to a new value of each type that reads itself from JSON.
// They come in a fixed order, as the findings of FuzzReadable name them by number.
func readable() []json.Unmarshaler {
	return []json.Unmarshaler{
		new(scoring.Sheet), new(scoring.Council), new(scoring.PlanRequest), new(scoring.AnnotatedSheet), new(scoring.AnnotatedCouncil),
		new(scoring.Result), new(scoring.Plan), new(scoring.CouncilOutcome), new(scoring.Difference), new(scoring.Safety), new(scoring.EditionInfo), new(scoring.Class),
		new(civil.Date), new(problem.Problem), new(problem.List),
		new(procedure.Holidays), new(procedure.Milestones), new(procedure.Life), new(procedure.Step), new(procedure.Certificate),
		new(procedure.Due), new(procedure.Schedule), new(procedure.Round), new(procedure.Standing),
		new(dossier.Record), new(dossier.Extension),
		new(ocop.Planning), new(ocop.Referral),
		new(registry.Change), new(registry.Difference), new(registry.Patch), new(registry.Delivery),
		new(trace.Document), new(trace.Decimal),
	}
}

// readableTexts are those that read themselves from text.
func readableTexts() []encoding.TextUnmarshaler {
	return []encoding.TextUnmarshaler{new(civil.Date), new(scoring.Quorum), new(codes.ProductCode), new(codes.ReceiptNumber)}
}

// No type that reads itself is left out of the two lists.
func TestEveryReaderIsListed(t *testing.T) {
	t.Parallel()
	var want, have []string
	for _, x := range readable() {
		have = append(have, strings.TrimPrefix(fmt.Sprintf("%T JSON", x), "*"))
	}
	for _, x := range readableTexts() {
		have = append(have, strings.TrimPrefix(fmt.Sprintf("%T Text", x), "*"))
	}
	method := regexp.MustCompile(`(?m)^func \(\w+ \*(\w+)\) Unmarshal(JSON|Text)\(`)
	for _, root := range []string{"../scoring", "../dossier", "."} {
		require.NoError(t, filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
				return err
			}
			source, err := os.ReadFile(name)
			for _, m := range method.FindAllSubmatch(source, -1) {
				_, of, _ := bytes.Cut(source, []byte("\npackage "))
				if bytes.HasPrefix(source, []byte("package ")) {
					of = source[len("package "):]
				}
				of, _, _ = bytes.Cut(of, []byte("\n"))
				want = append(want, fmt.Sprintf("%s.%s %s", of, m[1], m[2]))
			}
			return err
		}))
	}
	assert.ElementsMatch(t, want, have)
}

// refusal holds problems to what every door promises: at least one error, each of
// a known code and layer with words in both languages, at a place that is in the
// document or lacks in what is there, within the widest budget.
func refusal(t *testing.T, document []byte, err error) {
	t.Helper()
	var problems problem.List
	require.ErrorAs(t, err, &problems)
	require.Error(t, problems.Err())
	require.LessOrEqual(t, len(problems), budget.Rubric().Problems+1)
	for _, p := range problems {
		require.Regexp(t, `^[A-Z]+-[0-9]{2}$`, p.Code)
		require.Contains(t, []problem.Layer{problem.LayerSchema, problem.LayerRule}, p.Layer)
		require.NotEmpty(t, p.Message.Vi)
		require.NotEmpty(t, p.Message.En)
		require.True(t, points(document, p.Path), "%s %s", p.Code, p.Path)
		require.Less(t, len(p.Path), 6<<10, "long names are shortened, and no path is deeper than documents may be")
	}
	text, err := json.Marshal(problems)
	require.NoError(t, err)
	var again problem.List
	require.NoError(t, json.Unmarshal(text, &again))
	require.Len(t, again, len(problems))
}

// points tells whether a JSON Pointer leads to a value of a document or to what its
// parent lacks. What is no JSON, says something twice or has names that were
// shortened cannot be looked up.
func points(document []byte, pointer string) bool {
	if pointer != "" && pointer[0] != '/' {
		return false
	}
	var at any
	if !jsontext.Value(document).IsValid() || json.Unmarshal(document, &at) != nil || strings.Contains(pointer, "…") {
		return utf8.ValidString(pointer)
	}
	names := strings.Split(pointer, "/")[1:]
	for i, name := range names {
		name = strings.NewReplacer("~1", "/", "~0", "~").Replace(name)
		next, ok := any(nil), false
		switch x := at.(type) {
		case map[string]any:
			next, ok = x[name]
		case []any:
			if n, err := strconv.Atoi(name); err == nil && n >= 0 && n < len(x) {
				next, ok = x[n], true
			}
		}
		if !ok {
			return i == len(names)-1
		}
		at = next
	}
	return true
}

// turned is a document with the members of every object in the opposite order and
// other space between them.
func turned(value jsontext.Value) []byte {
	d := jsontext.NewDecoder(bytes.NewReader(value))
	token, err := d.ReadToken()
	if err != nil || token.Kind() != '{' && token.Kind() != '[' {
		return value
	}
	open, end, isObject := "[", "]", token.Kind() == '{'
	if isObject {
		open, end = "{", "}"
	}
	var parts []string
	for d.PeekKind() != jsontext.Kind(end[0]) {
		var part []byte
		for range map[bool]int{true: 2, false: 1}[isObject] {
			value, err := d.ReadValue()
			if err != nil {
				return value
			}
			if isObject && part == nil {
				part = append(bytes.Clone(value), " :\n"...)
			} else {
				part = append(part, turned(bytes.Clone(value))...)
			}
		}
		parts = append(parts, string(part))
	}
	if isObject {
		slices.Reverse(parts)
	}
	return []byte(" " + open + strings.Join(parts, "\t,") + "\r\n" + end)
}

// What is refused leaves the value as it was and says why. What is taken is
// written, read back as the same and written as the same again. The order of
// members and the space between them decide nothing.
func FuzzReadable(f *testing.F) {
	for i, x := range readable() {
		for _, seed := range seedsOf(f, x) {
			f.Add(uint8(i), seed)
		}
	}
	count := len(readable())
	f.Fuzz(func(t *testing.T, which uint8, data []byte) {
		fresh := func() json.Unmarshaler { return readable()[int(which)%count] }
		x := fresh()
		var err error
		hostile.Ceilings().Check(t, data, func(data []byte) []byte {
			var problems problem.List
			x = fresh()
			err = x.UnmarshalJSON(data)
			errors.As(err, &problems)
			return problems.AppendJSON(nil)
		})
		name := fmt.Sprintf("%T", x)
		whole := jsontext.Value(data).IsValid()
		if _, keeps := x.(*dossier.Extension); keeps && !whole { // what calls it has looked
			return
		}
		_, scalar := x.(*trace.Decimal)
		if other := turned(data); whole && !scalar && len(other) < 32<<10 {
			y := fresh()
			refused := y.UnmarshalJSON(other)
			require.Equal(t, err == nil, refused == nil, "%s, in another order: %v, %v\n%s", name, err, refused, other)
			if !keepsText(x) {
				require.Equal(t, x, y, "%s, in another order", name)
			}
		}
		if err != nil {
			require.Equal(t, fresh(), x, "%s: half a result", name)
			refusal(t, data, err)
			return
		}
		if scalar {
			whole = true
		}
		require.True(t, whole, "%s takes what is no JSON: %q", name, data)
		written, err := json.Marshal(x)
		require.NoError(t, err, name)
		again := fresh()
		require.NoError(t, json.Unmarshal(written, again), "%s: %s", name, written)
		if !keepsText(x) {
			require.Equal(t, x, again, "%s: %s", name, written)
		}
		rewritten, err := json.Marshal(again)
		require.NoError(t, err)
		require.Equal(t, string(written), string(rewritten), name)
	})
}

// keepsText tells of the types that keep some JSON as it was written, space and all.
func keepsText(x any) bool {
	switch x.(type) {
	case *dossier.Extension, *registry.Patch, *registry.Change, *registry.Difference, *trace.Document:
		return true
	}
	return false
}

// seedsOf are documents of a type: the zero value as it is written, and one of use.
func seedsOf(f *testing.F, x json.Unmarshaler) [][]byte {
	f.Helper()
	var seeds [][]byte
	add := func(value any) {
		if text, err := json.Marshal(value); err == nil {
			seeds = append(seeds, text)
		}
	}
	add(reflect.ValueOf(x).Elem().Interface())
	read := func(name string) []byte {
		text, err := os.ReadFile("../examples/" + name)
		require.NoError(f, err)
		return text
	}
	sheet, err := scoring.DecodeSheet(read("sheets/ca-phe-dak-lak.json"), qd26.Edition())
	require.NoError(f, err)
	c, err := scoring.DecodeCouncil(read("council/hoi-dong-tinh.json"), qd26.Edition())
	require.NoError(f, err)
	outcome, err := c.Decide()
	require.NoError(f, err)
	result := scoring.Score(&sheet)
	request := scoring.NewPlanRequest(sheet, 5)
	plan, err := scoring.MakePlan(&request)
	require.NoError(f, err)
	day := civil.Date{Year: 2026, Month: 6, Day: 1}
	switch x.(type) {
	case *scoring.Sheet, *scoring.AnnotatedSheet:
		add(sheet)
	case *scoring.Council, *scoring.AnnotatedCouncil:
		add(c)
	case *scoring.PlanRequest:
		add(request)
	case *scoring.Result:
		add(result)
	case *scoring.Plan:
		add(plan)
	case *scoring.CouncilOutcome:
		add(outcome)
	case *scoring.Difference:
		blank := sheet.Set().Sheet()
		difference, err := scoring.Compare(&blank, &sheet)
		require.NoError(f, err)
		add(difference)
	case *scoring.Safety:
		safety, _ := result.Safety()
		add(safety)
	case *scoring.EditionInfo:
		add(scoring.Editions()[0])
	case *scoring.Class:
		add(sheet.Set().Class())
	case *civil.Date:
		add(day)
	case *problem.Problem:
		add(scoring.Kinds()[0].At("/set", problem.Value("set", "x")))
	case *problem.List:
		add(problem.List{scoring.Kinds()[0].At("/set", problem.Value("set", "x")), scoring.Kinds()[1].At("")})
	case *procedure.Holidays:
		add(procedure.KnownHolidays())
	case *procedure.Milestones:
		seeds = append(seeds, []byte(`{"application":"upgrade","filed":"2026-06-01","issued":"2026-09-01","expires":"2029-09-01"}`))
	case *procedure.Life:
		seeds = append(seeds, []byte(`{"application":"upgrade","previous":{"star":4,"issued":"2023-07-01"},"steps":[{"step":"file","on":"2026-06-01"},{"step":"propose","on":"2026-06-15"},{"step":"score-by-province","on":"2026-08-01","total":"92","star":5},{"step":"send-on","on":"2026-08-10"}]}`))
	case *procedure.Step:
		seeds = append(seeds, []byte(`{"step":"score-by-province","on":"2026-08-01","total":"90.95","star":5}`))
	case *procedure.Certificate:
		seeds = append(seeds, []byte(`{"star":4,"issued":"2023-07-01","expires":"2026-07-01"}`))
	case *procedure.Due:
		add(procedure.Deadlines(procedure.Milestones{Issued: day, Expires: procedure.Expiry(day)}, procedure.Options{})[0])
	case *procedure.Schedule:
		add(procedure.Schedule{On: day, Due: procedure.Deadlines(procedure.Milestones{Filed: day}, procedure.Options{})})
	case *procedure.Round:
		add(procedure.ProvinceRound(day))
	case *procedure.Standing:
		add(procedure.Life{}.Standing(day))
	case *dossier.Record:
		seeds = append(seeds, []byte(recordText))
	case *dossier.Extension:
		seeds = append(seeds, []byte(`{"a":[1, 2.50]}`))
	case *ocop.Planning:
		add(ocop.Planning{Plan: plan})
	case *ocop.Referral:
		add(ocop.NewReferral(&ocop.Session{Outcome: outcome}, &ocop.Session{Outcome: outcome}))
	case *registry.Difference:
		seeds = append(seeds, []byte(`{"added":[`+recordText+`],"removed":[],"changed":[]}`))
	case *registry.Change:
		seeds = append(seeds, []byte(`{"code":"66-24277-1-2026","before":`+recordText+`,"after":`+recordText+`,"patch":[]}`))
	case *registry.Patch:
		seeds = append(seeds, []byte(`[{"op":"add","path":"/66-24277-1-2026","value":`+recordText+`},{"op":"remove","path":"/66-24277-1-2026/trace"}]`))
	case *registry.Delivery:
		seeds = append(seeds, []byte(`{"schema":"ocop-delivery-1","from":"66","on":"2026-11-25","files":[],"register":{"records":0,"sha256":"`+strings.Repeat("0", 64)+`"}}`))
	case *trace.Document:
		seeds = append(seeds, []byte(`{"type":"EPCISQueryDocument","@context":[],"epcisBody":{"queryResults":{"queryName":"q","resultsBody":{"eventList":[]}}}}`))
	case *trace.Decimal:
		seeds = append(seeds, []byte("2.50"), []byte("2e3"))
	}
	return seeds
}

const recordText = `{"code":"66-24277-1-2026","product":"Cà phê","set":13,"edition":"qd26-2026","producer":{"name":"HTX A","kind":"cooperative","taxCode":"0100109106"},"province":"66","commune":"24277","star":4,"total":"92","parts":{"A":"37","B":"24","C":"31"},"decision":"12/QĐ-UBND","authority":"province","issued":"2026-08-05","expires":"2029-08-05","state":"recognised","channels":["supermarket"]}`

// A text that is taken is written as it was, or is the zero value's.
func FuzzReadableTexts(f *testing.F) {
	for _, seed := range []string{"", "2026-05-22", "3/4", "66-24277-1-2026", "66-643-24277-01-2023", "01-07/PĐK-66-24133-2026"} {
		for i := range readableTexts() {
			f.Add(uint8(i), seed)
		}
	}
	count := len(readableTexts())
	f.Fuzz(func(t *testing.T, which uint8, text string) {
		fresh := func() encoding.TextUnmarshaler { return readableTexts()[int(which)%count] }
		x := fresh()
		if err := x.UnmarshalText([]byte(text)); err != nil {
			require.Equal(t, fresh(), x)
			refusal(t, nil, err)
			return
		}
		written, err := x.(encoding.TextMarshaler).MarshalText() //nolint:forcetypeassert // it says so
		require.NoError(t, err)
		require.Equal(t, text, string(written), "%T", x)
	})
}
