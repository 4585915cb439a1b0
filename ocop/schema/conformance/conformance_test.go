package conformance

import (
	"bufio"
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/santhosh-tekuri/jsonschema/v6/kind"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/dossier/procedure"
	"github.com/ocop-vn/ocop-go/ocop"
	"github.com/ocop-vn/ocop-go/ocop/paper"
	"github.com/ocop-vn/ocop-go/ocop/schema"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/qd26/words"
)

const examples = "../../../examples/"

// corpus are the valid documents: the project's examples, and variants that use
// what those leave out.
func corpus(t *testing.T) []example {
	t.Helper()
	var list []example
	add := func(as ocop.Document, pattern string) {
		names, err := filepath.Glob(examples + pattern)
		require.NoError(t, err)
		require.NotEmpty(t, names, pattern)
		for _, name := range names {
			content, err := os.ReadFile(name)
			require.NoError(t, err)
			list = append(list, example{as, filepath.Base(name), content})
		}
	}
	add(ocop.DocumentDossier, "dossiers/*.json")
	add(ocop.DocumentSheet, "sheets/*.json")
	add(ocop.DocumentCouncil, "council/*.json")
	for _, e := range slices.Clone(list) {
		if e.as != ocop.DocumentSheet {
			continue
		}
		var request map[string]any
		require.NoError(t, json.Unmarshal(e.content, &request))
		request["locked"], request["cost"], request["star"] = []string{"3.1"}, map[string]int{"1.1": 4, "6.1": 0}, 4
		content, err := json.Marshal(request)
		require.NoError(t, err)
		var l ocop.Library
		if l.Validate(ocop.DocumentPlan, content).Err() == nil {
			list = append(list, example{ocop.DocumentPlan, e.name, content})
		}
	}
	return append(list, others()...)
}

// own are the errors of layer schema that the library finds, and their places.
func own(t *testing.T, as ocop.Document, text string) (refused bool, paths []string) {
	t.Helper()
	for _, p := range check(as, text) {
		if p.Severity != problem.SeverityError || p.Layer != problem.LayerSchema {
			continue
		}
		path := p.Path
		if p.Code == "JSON-08" { // its place is the object that lacks the member
			path += "/" + p.Params[0].Value
		}
		paths = append(paths, path)
	}
	slices.Sort(paths)
	paths = slices.Compact(paths)
	return len(paths) > 0, paths
}

// compile readies a schema for santhosh-tekuri's validator.
func compile(t *testing.T, name string, l lang.Lang, formats bool) *jsonschema.Schema {
	t.Helper()
	data, ok := schema.Get(name, l)
	require.True(t, ok)
	return compiled(t, name, data, formats)
}

// shape readies the shape of a document.
func shape(t *testing.T, name string) *jsonschema.Schema {
	t.Helper()
	data, ok := schema.Shape(name, lang.En)
	require.True(t, ok)
	return compiled(t, name, data, true)
}

// listed readies the shape of a document as if no member could stand beside those listed.
func listed(t *testing.T, name string) *jsonschema.Schema {
	t.Helper()
	data, ok := schema.Shape(name, lang.En)
	require.True(t, ok)
	return compiled(t, name, bytes.ReplaceAll(data, []byte(`"properties": {`), []byte(`"additionalProperties": false, "properties": {`)), true)
}

func compiled(t *testing.T, name string, data []byte, formats bool) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	require.NoError(t, err)
	c := jsonschema.NewCompiler()
	if formats {
		c.AssertFormat()
	}
	require.NoError(t, c.AddResource(name+".json", doc))
	s, err := c.Compile(name + ".json")
	require.NoError(t, err)
	return s
}

// judge is what santhosh-tekuri's validator finds.
func judge(t *testing.T, s *jsonschema.Schema, text string) (refused bool, paths []string) {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	require.NoError(t, err)
	err = s.Validate(doc)
	if err == nil {
		return false, nil
	}
	var leaves func(e *jsonschema.ValidationError)
	leaves = func(e *jsonschema.ValidationError) {
		at := ""
		for _, name := range e.InstanceLocation {
			at += "/" + strings.ReplaceAll(strings.ReplaceAll(name, "~", "~0"), "/", "~1")
		}
		escape := func(name string) string { return strings.ReplaceAll(strings.ReplaceAll(name, "~", "~0"), "/", "~1") }
		switch k := e.ErrorKind.(type) {
		case *kind.Required:
			for _, name := range k.Missing {
				paths = append(paths, at+"/"+escape(name))
			}
		case *kind.AdditionalProperties:
			for _, name := range k.Properties {
				paths = append(paths, at+"/"+escape(name))
			}
		default:
			if len(e.Causes) == 0 {
				paths = append(paths, at)
			}
		}
		for _, cause := range e.Causes {
			leaves(cause)
		}
	}
	leaves(err.(*jsonschema.ValidationError)) //nolint:errorlint,forcetypeassert // Validate returns nothing else
	slices.Sort(paths)
	return true, slices.Compact(paths)
}

func TestExamplesAreValid(t *testing.T) {
	t.Parallel()
	for _, e := range corpus(t) {
		refused, paths := own(t, e.as, string(e.content))
		assert.False(t, refused, "%s %v", e.name, paths)
		for _, l := range []lang.Lang{lang.Vi, lang.En} {
			refused, paths = judge(t, compile(t, string(e.as), l, true), string(e.content))
			assert.False(t, refused, "%s %v", e.name, paths)
		}
	}
}

// mutations is how many mutations of a kind of document are judged: 20,000 of
// dossiers, 4,000 of each other kind; with MUTATIONS=N a fifth of N for those.
func mutations(as ocop.Document) int {
	n, err := strconv.Atoi(os.Getenv("MUTATIONS"))
	if err != nil {
		n = 20_000
	}
	if as != ocop.DocumentDossier {
		n /= 5
	}
	return n
}

// TestLaw holds the law of the contract on random and directed mutations.
func TestLaw(t *testing.T) {
	t.Parallel()
	documents := corpus(t)
	out, err := os.Create(filepath.Join(t.TempDir(), "cases.jsonl"))
	require.NoError(t, err)
	w := bufio.NewWriter(out)
	r := rand.New(rand.NewPCG(26, 2026))
	counts, differing := map[string]int{}, 0
	for _, as := range written() {
		var of []example
		for _, e := range documents {
			if e.as == as {
				of = append(of, e)
			}
		}
		plain, strict := compile(t, string(as), lang.Vi, false), compile(t, string(as), lang.Vi, true)
		shape := shape(t, string(as))
		for i := range mutations(as) {
			text, err := mutate(of[i%len(of)].content, r)
			require.NoError(t, err)
			refused, paths := own(t, as, text)
			judged, found := judge(t, plain, text)
			withFormats, _ := judge(t, strict, text)
			if byShape, at := judge(t, shape, text); byShape {
				counts[string(as)+" refused by its shape"]++
				if !assert.True(t, judged, "%s %s: the shape refuses what the schema takes, at %v", as, of[i%len(of)].name, at) {
					t.FailNow()
				}
			}
			if refused != judged || refused != withFormats {
				assert.Equal(t, found, paths, "%s %s: library %v, schema %v, with formats %v\n%s", as, of[i%len(of)].name, refused, judged, withFormats, shorten(text))
				if differing++; differing > 20 {
					t.FailNow()
				}
			}
			if refused {
				counts[string(as)+" refused"]++
				if slices.Equal(paths, found) {
					counts[string(as)+" same places"]++
				} else if !covers(paths, found) && !(isCut(as, text) && within(paths, found)) && !inDoubt(as, text, paths, found) {
					assert.Equal(t, found, paths, "%s %s: places\n%s", as, of[i%len(of)].name, shorten(text))
					if differing++; differing > 20 {
						t.FailNow()
					}
				}
			} else {
				counts[string(as)+" accepted"]++
			}
			line, err := json.Marshal(map[string]any{"as": as, "document": text, "refused": refused, "paths": found})
			require.NoError(t, err)
			_, err = w.Write(append(line, '\n'))
			require.NoError(t, err)
		}
	}
	require.NoError(t, w.Flush())
	require.NoError(t, out.Close())
	t.Log(counts)
	for _, as := range written() {
		assert.Greater(t, counts[string(as)+" accepted"], mutations(as)/50, "mutations that are right too")
		assert.Greater(t, counts[string(as)+" refused"], mutations(as)/4)
		assert.Greater(t, counts[string(as)+" refused by its shape"], mutations(as)/8)
	}
	otherJudges(t, out.Name())
}

// fitter holds what the library writes to the schema of it, to its shape, and to
// the members that they list.
func fitter(t *testing.T) func(name string, text []byte) {
	return func(name string, text []byte) {
		t.Helper()
		refused, paths := judge(t, compile(t, name, lang.Vi, true), string(text))
		assert.False(t, refused, "%s %v %s", name, paths, shorten(string(text)))
		refused, paths = judge(t, shape(t, name), string(text))
		assert.False(t, refused, "the shape of %s %v %s", name, paths, shorten(string(text)))
		refused, paths = judge(t, listed(t, name), string(text))
		assert.False(t, refused, "%s has members that its schema does not list: %v", name, paths)
		refused, _ = judge(t, compile(t, name, lang.Vi, true), "{}")
		assert.True(t, refused, "an empty %s does not fit", name)
	}
}

// Papers and reports are trees of the nodes that their schema lists.
func TestPapersFit(t *testing.T) {
	t.Parallel()
	fits := fitter(t)
	var l ocop.Library
	kinds := map[paper.Kind]bool{}
	fit := func(p paper.Paper, err error) {
		t.Helper()
		require.NoError(t, err)
		fits("paper", p.AppendJSON(nil))
		for _, n := range p.Nodes {
			kinds[n.Kind] = true
		}
	}
	for i, e := range corpus(t) {
		switch e.as {
		case ocop.DocumentSheet, ocop.DocumentDossier:
			for _, name := range paper.Names() {
				p, err := l.Paper(name, e.content, ocop.PaperOptions{})
				if name == paper.Report || err == nil && i%3 == 0 {
					fit(p, err)
				}
			}
		case ocop.DocumentCouncil:
			session, err := l.Decide(e.content)
			require.NoError(t, err)
			fit(session.Paper(lang.En))
			fit(ocop.NewReferral(&session, &session).Paper(lang.En))
		case ocop.DocumentPlan:
			planning, err := l.Plan(e.content, 5, 1)
			require.NoError(t, err)
			fit(planning.Paper(lang.En))
		case documentMilestones:
			schedule, err := ocop.Deadlines(e.content, procedure.Options{On: civil.Date{Year: 2027, Month: 1, Day: 1}})
			require.NoError(t, err)
			fit(schedule.Paper(lang.En))
		case documentLife:
			standing, err := ocop.Life(e.content, civil.Date{})
			require.NoError(t, err)
			fit(standing.Paper(lang.En))
		}
	}
	assert.Len(t, kinds, 9, "every kind of node")
}

// TestAnswersFit holds what the library writes to the schemas of it.
func TestAnswersFit(t *testing.T) {
	t.Parallel()
	fits := fitter(t)
	var l ocop.Library
	for _, e := range corpus(t) {
		switch e.as {
		case ocop.DocumentSheet, ocop.DocumentDossier:
			evaluation, err := l.Evaluate(e.content)
			require.NoError(t, err)
			fits("result", evaluation.Result.AppendJSON(nil))
			sheet := evaluation.Result.Sheet()
			blank := sheet.Set().Sheet()
			difference, err := scoring.Compare(&blank, &sheet)
			require.NoError(t, err)
			fits("difference", difference.AppendJSON(nil))
		case ocop.DocumentCouncil:
			session, err := l.Decide(e.content)
			require.NoError(t, err)
			fits("outcome", session.Outcome.AppendJSON(nil))
		case ocop.DocumentPlan:
			for star := 1; star <= 5; star++ {
				planning, err := l.Plan(e.content, star, 1)
				require.NoError(t, err)
				fits("plan-result", planning.AppendJSON(nil))
			}
		case documentMilestones:
			schedule, err := ocop.Deadlines(e.content, procedure.Options{On: civil.Date{Year: 2027, Month: 1, Day: 1}})
			require.NoError(t, err)
			fits("deadlines", schedule.AppendJSON(nil))
		case documentLife:
			for _, on := range []civil.Date{{}, {Year: 2026, Month: 8, Day: 1}, {Year: 2030, Month: 1, Day: 1}} {
				standing, err := ocop.Life(e.content, on)
				require.NoError(t, err)
				fits("standing", standing.AppendJSON(nil))
			}
		}
		mutated, err := mutate(e.content, rand.New(rand.NewPCG(1, 2)))
		require.NoError(t, err)
		problems := check(e.as, mutated)
		fits("verdict", problems.AppendVerdict(nil))
		fits("problems", problems.AppendRefusal(nil))
	}
}

func TestRubricFits(t *testing.T) {
	t.Parallel()
	text, err := words.Rubric().JSON()
	require.NoError(t, err)
	s := compile(t, "rubric", lang.Vi, true)
	refused, paths := judge(t, s, string(text))
	assert.False(t, refused, paths)
	refused, paths = judge(t, shape(t, "rubric"), string(text))
	assert.False(t, refused, paths)
	refused, _ = judge(t, s, strings.Replace(string(text), `"points": 3`, `"points": "3"`, 1))
	assert.True(t, refused)
}

// covers tells whether two lists name the same places, but for what lies below
// a place of the other: the library does not report what follows from a value
// that could not be read, and some judges stop at it.
func covers(a, b []string) bool { return within(a, b) && within(b, a) }

// within tells whether each place of one list is in another, above it or below.
func within(places, list []string) bool {
	return !slices.ContainsFunc(places, func(path string) bool {
		return !slices.ContainsFunc(list, func(other string) bool {
			return path == other || strings.HasPrefix(path, other+"/") || strings.HasPrefix(other, path+"/")
		})
	})
}

// isCut tells whether the library tells only the first of what is wrong.
func isCut(as ocop.Document, text string) bool {
	return slices.ContainsFunc(check(as, text), func(p problem.Problem) bool { return p.Code == "JSON-11" })
}

// inDoubt tells whether the library finds that product set and class, or set and
// claims, do not fit, which it tells once, and the places are the same but for
// what a schema derives from the set all the same.
func inDoubt(as ocop.Document, text string, paths, found []string) bool {
	problems := check(as, text)
	if len(problems.Of("DOSSIER-33")) == 0 && len(problems.Of("DOSSIER-35")) == 0 {
		return false
	}
	derived := regexp.MustCompile(`^/(product/(sector|group|subgroup)|report/claims|proposed|council|ministry)(/|$)`).MatchString
	without := func(list []string) []string { return slices.DeleteFunc(slices.Clone(list), derived) }
	return covers(without(paths), without(found))
}

func shorten(text string) string {
	if len(text) > 1500 {
		return text[:1500] + "…"
	}
	return text
}

// otherJudges runs validators of other languages on the same cases, where their
// languages are installed; JUDGES=all fails where one is not.
func otherJudges(t *testing.T, cases string) {
	t.Helper()
	shapes := t.TempDir()
	for _, name := range schema.Names() {
		data, _ := schema.Shape(name, lang.En)
		require.NoError(t, os.WriteFile(filepath.Join(shapes, name+".json"), data, 0o600))
	}
	for _, command := range [][]string{{"node", "judges.mjs"}, {"/usr/bin/python3", "judge.py"}} {
		_, err := exec.LookPath(command[0])
		if os.Getenv("JUDGES") != "all" {
			t.Logf("%s not run: set JUDGES=all, as make judges does", command[1])
			continue
		}
		require.NoError(t, err)
		output, err := exec.CommandContext(t.Context(), command[0], command[1], cases, "../v1", shapes).CombinedOutput()
		t.Logf("%s", output)
		assert.NoError(t, err, command[1])
	}
}
