// Package conformance_test holds documents of events to the standard's own means:
// its JSON Schema, by two validators, and its JSON-LD context, by a processor.
package conformance_test

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/dlclark/regexp2"
	"github.com/piprate/json-gold/ld"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/ocop/trace"
	"github.com/ocop-vn/ocop-go/scoring/civil"
)

// standard is where the standard's own files stand, beside the project.
const standard = "../../../../shared/standards/epcis/"

// file is a file of the standard.
func file(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(standard + name)
	if os.Getenv("OCOP_LAW") == "absent" && os.IsNotExist(err) {
		t.Skip("the standard's files are not here")
	}
	require.NoError(t, err)
	return data
}

// all is a document with all that the builder makes.
func all(t *testing.T) trace.Document {
	t.Helper()
	at := func(day int) time.Time { return time.Date(2026, 8, day, 7, 30, 0, 0, time.FixedZone("", 7*60*60)) }
	farm := trace.Place{Latitude: "12.79", Longitude: "-108.08", Name: "Rẫy", Address: "Xã Cư M'gar"}
	mill := trace.Place{GLN: "8938500000904", Name: "Xưởng", Latitude: "12.8", Longitude: "108.1"}
	key := func(k trace.Key, err error) trace.Key { require.NoError(t, err); return k }
	amount, err := trace.ParseDecimal("200.5")
	require.NoError(t, err)
	lot := trace.Item{Key: key(trace.Batch("8938500000034", `A/1%"`)), Amount: amount, Unit: "KGM"}
	untold := trace.Item{Key: key(trace.Batch("8938500000027", "B"))}
	piece := trace.Item{Key: key(trace.Piece("8938500000034", "7"))}
	pallet := key(trace.Pallet("189385000000000017"))
	content := trace.Content{
		Product: "Cà phê", Picture: "ca-phe.jpg", Maker: "HTX Mẫu", Address: "Đắk Lắk", Brand: "Mẫu", Code: "66-24280-15-2026",
		BestBefore: civil.Date{Year: 2027, Month: 8, Day: 12}, Expires: civil.Date{Year: 2027, Month: 9, Day: 12}, Standard: "TCVN 12460:2018",
		Star: 4, Certificate: "15", Story: "Một câu chuyện",
	}
	var b trace.Builder
	b.Harvest(trace.Work{Time: at(1), Place: farm, Stage: "Thu hái"}, content, lot, piece)
	b.Observe(trace.Work{Time: at(2), Place: mill}, lot)
	b.Make(trace.Work{Time: at(3), Place: mill, Stage: "Rang"}, []trace.Item{lot}, []trace.Item{untold, piece}, content)
	b.Pack(trace.Work{Time: at(4), Place: mill}, pallet, untold, piece)
	b.Ship(trace.Work{Time: at(5), Place: mill}, farm, trace.Item{Key: pallet})
	b.Receive(trace.Work{Time: at(6), Place: farm}, mill, trace.Item{Key: pallet})
	b.Unpack(trace.Work{Time: at(7), Place: farm}, pallet)
	b.Unpack(trace.Work{Time: at(7), Place: farm}, pallet, piece)
	b.Sell(trace.Work{Time: at(8), Place: farm}, piece)
	document, err := b.Document(at(9))
	require.NoError(t, err)
	return document
}

// documents are what is judged: what the builder makes, the example, and the
// standard's own examples read and written again.
func documents(t *testing.T) map[string][]byte {
	t.Helper()
	list := map[string][]byte{"all": all(t).AppendJSON(nil)}
	names, err := filepath.Glob("../../../examples/trace/*.jsonld")
	require.NoError(t, err)
	require.NotEmpty(t, names)
	theirs, err := filepath.Glob(standard + "*Example*.jsonld")
	require.NoError(t, err)
	for _, name := range append(names, theirs...) {
		data, err := os.ReadFile(name)
		require.NoError(t, err)
		read, problems := trace.Read(data)
		require.Empty(t, problems, name)
		list[filepath.Base(name)] = read.AppendJSON(nil)
	}
	return list
}

// expression is a regular expression as JavaScript has them.
type expression struct{ *regexp2.Regexp }

// MatchString implements jsonschema.Regexp.
func (e expression) MatchString(s string) bool {
	matches, err := e.Regexp.MatchString(s)
	return err == nil && matches
}

func perl(text string) (jsonschema.Regexp, error) {
	e, err := regexp2.Compile(text, regexp2.ECMAScript)
	return expression{e}, err
}

func TestDocumentsAreValidByTheStandardsSchema(t *testing.T) {
	t.Parallel()
	schema, err := jsonschema.UnmarshalJSON(bytes.NewReader(file(t, "EPCIS-JSON-Schema.json")))
	require.NoError(t, err)
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	compiler.UseRegexpEngine(perl) // the schema looks ahead, which Go's own expressions cannot
	require.NoError(t, compiler.AddResource("epcis.json", schema))
	compiled, err := compiler.Compile("epcis.json")
	require.NoError(t, err)
	for name, data := range documents(t) {
		value, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
		require.NoError(t, err)
		assert.NoError(t, compiled.Validate(value), name)
	}
	spoiled, err := jsonschema.UnmarshalJSON(strings.NewReader(strings.Replace(string(documents(t)["all"]), "KGM", "kg", 1)))
	require.NoError(t, err)
	assert.Error(t, compiled.Validate(spoiled), "the schema refuses something")
}

const judge = `
import json, sys
from jsonschema import Draft7Validator, FormatChecker
schema = json.load(open(sys.argv[1], encoding="utf-8"))
validator = Draft7Validator(schema, format_checker=FormatChecker())
for document in json.load(sys.stdin):
    print(sum(1 for _ in validator.iter_errors(document)))
`

func TestDocumentsAreValidByASecondValidator(t *testing.T) {
	t.Parallel()
	file(t, "EPCIS-JSON-Schema.json")
	const python = "/usr/bin/python3"
	if err := exec.Command(python, "-c", "import jsonschema").Run(); err != nil {
		if os.Getenv("JUDGES") == "all" {
			t.Fatal("python3-jsonschema is not here")
		}
		t.Skip("python3-jsonschema is not here")
	}
	all := documents(t)
	var list []json.RawMessage
	for _, data := range all {
		list = append(list, data)
	}
	list = append(list, json.RawMessage(strings.Replace(string(all["all"]), "KGM", "kg", 1)))
	input, err := json.Marshal(list)
	require.NoError(t, err)
	command := exec.Command(python, "-c", judge, standard+"EPCIS-JSON-Schema.json")
	command.Stdin = bytes.NewReader(input)
	output, err := command.CombinedOutput()
	require.NoError(t, err, string(output))
	verdicts := strings.Fields(string(output))
	require.Len(t, verdicts, len(list))
	for i, verdict := range verdicts {
		assert.Equal(t, i == len(verdicts)-1, verdict != "0", "all are valid but the last: %s", list[i])
	}
}

// loader gives the standard's context, and nothing else.
type loader struct{ context any }

func (l loader) LoadDocument(url string) (*ld.RemoteDocument, error) {
	if url != "https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld" {
		return nil, ld.NewJsonLdError(ld.LoadingDocumentFailed, url)
	}
	return &ld.RemoteDocument{DocumentURL: url, Document: l.context}, nil
}

// Expanded, a document has an address for each name, and each value that it had: a
// name without meaning would be dropped in silence.
func TestDocumentsExpandWithoutLoss(t *testing.T) {
	t.Parallel()
	var context any
	require.NoError(t, json.Unmarshal(file(t, "epcis-context.jsonld"), &context))
	for name, data := range documents(t) {
		var document any
		require.NoError(t, json.Unmarshal(data, &document))
		options := ld.NewJsonLdOptions("")
		options.DocumentLoader = loader{context}
		options.ProcessingMode = ld.JsonLd_1_1
		expanded, err := ld.NewJsonLdProcessor().Expand(document, options)
		require.NoError(t, err, name)
		members := document.(map[string]any)
		delete(members, "@context")
		assert.Equal(t, count(members), count(expanded), "%s: as many members and values as before", name)
		each(expanded, func(key string) {
			assert.True(t, strings.HasPrefix(key, "@") || strings.Contains(key, ":/") || strings.HasPrefix(key, "urn:"), "%s: %s is no address", name, key)
		})
		if name == "all" {
			text, err := json.Marshal(expanded)
			require.NoError(t, err)
			for _, property := range []string{trace.Namespace + "productCode", trace.Namespace + "stage", "urn:epcglobal:cbv:mda:bestBeforeDate", "https://ref.gs1.org/cbv/BizStep-shipping", "urn:epcglobal:cbv:mda:name"} {
				assert.Contains(t, string(text), property)
			}
		}
	}
}

// count is how many values stand in a document that are no object and no list.
func count(value any) int {
	n := 0
	switch v := value.(type) {
	case map[string]any:
		for key, member := range v {
			if _, typed := v["@value"]; typed && key != "@value" { // the type that the context gives the value
				continue
			}
			n += count(member)
		}
	case []any:
		for _, item := range v {
			n += count(item)
		}
	default:
		return 1
	}
	return n
}

func each(value any, key func(string)) {
	switch v := value.(type) {
	case map[string]any:
		for name, member := range v {
			key(name)
			each(member, key)
		}
	case []any:
		for _, item := range v {
			each(item, key)
		}
	}
}
