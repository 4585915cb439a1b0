package ocop_test

import (
	"bytes"
	"encoding/json"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/ocop"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// node is a JSON value whose members keep their order and may repeat.
type node struct {
	names  []string // of an object
	values []*node  // of an object or a list
	kind   json.Delim
	text   string // of anything else
}

func parseNode(t testing.TB, d *json.Decoder) *node {
	t.Helper()
	token, err := d.Token()
	require.NoError(t, err)
	kind, open := token.(json.Delim)
	if !open {
		text, err := json.Marshal(token)
		require.NoError(t, err)
		return &node{text: string(text)}
	}
	n := &node{kind: kind}
	for d.More() {
		if kind == '{' {
			name, err := d.Token()
			require.NoError(t, err)
			n.names = append(n.names, name.(string))
		}
		n.values = append(n.values, parseNode(t, d))
	}
	_, err = d.Token()
	require.NoError(t, err)
	return n
}

func (n *node) write(b *strings.Builder) {
	if n.kind == 0 {
		b.WriteString(n.text)
		return
	}
	b.WriteString(n.kind.String())
	for i, v := range n.values {
		if i > 0 {
			b.WriteByte(',')
		}
		if n.kind == '{' {
			name, _ := json.Marshal(n.names[i])
			b.Write(name)
			b.WriteByte(':')
		}
		v.write(b)
	}
	b.WriteString(map[json.Delim]string{'{': "}", '[': "]"}[n.kind])
}

// all are a value and those within it.
func (n *node) all() []*node {
	list := []*node{n}
	for _, v := range n.values {
		list = append(list, v.all()...)
	}
	return list
}

// repeat gives a random object of the document one of its names again, with
// another value, before or after the one that it has.
func repeat(root *node, r *rand.Rand) {
	all := root.all()
	objects := slices.DeleteFunc(slices.Clone(all), func(n *node) bool { return len(n.names) == 0 })
	o := objects[r.IntN(len(objects))]
	if r.IntN(3) == 0 {
		o = root
	}
	odd := []string{`null`, `0`, `13`, `14`, `"x"`, `"qd26-2026"`, `{}`, `[]`, `"a"`, `"1.1"`, `["1.1"]`, `{"1.1":"zz"}`, `true`}
	i := r.IntN(len(o.names))
	value := &node{text: odd[r.IntN(len(odd))]}
	if r.IntN(2) == 0 {
		value.text = all[r.IntN(len(all))].String()
	}
	at := r.IntN(len(o.names) + 1)
	o.names = slices.Insert(o.names, at, o.names[i])
	o.values = slices.Insert(o.values, at, value)
}

// Of members with one name the last counts: what is wrong for the schema is what
// a reader finds that keeps the last, as encoding/json does, and that a name
// stands twice is an error beside it.
func TestLastMemberCounts(t *testing.T) {
	t.Parallel()
	rounds := 600
	if testing.Short() {
		rounds = 100
	}
	var library ocop.Library
	for kind, documents := range map[ocop.Document][]string{
		ocop.DocumentSheet:   {`{"answers":{"1.1":"c","2.4":"yes","12":"none"},"gates":["identical-product"],"set":13,"edition":"qd26-2026"}`, `{"edition":"qd26-2026","set":13,"answers":{"1.1":"c"},"gates":["forged-dossier"]}`},
		ocop.DocumentPlan:    {`{"edition":"qd26-2026","set":13,"answers":{"1.1":"c"},"locked":["1.1","1.2"],"cost":{"1.1":4},"star":4}`},
		ocop.DocumentCouncil: {`{"edition":"qd26-2026","set":13,"seats":3,"members":[{"id":"m1","chair":true,"answers":{"1.1":"c"}},{"id":"m2","set":13,"answers":{"1.1":"a"}}],"policy":{"maxSpread":10,"quorum":"1/2","minima":"all"},"gates":["forged-dossier"]}`},
		ocop.DocumentDossier: {dossierText(t, "thuc-pham-lan-dau.json"), dossierText(t, "thuc-pham-nang-hang.json")},
	} {
		r := rand.New(rand.NewPCG(9, uint64(len(kind))))
		for range rounds / len(documents) {
			for _, document := range documents {
				root := parseNode(t, decoder(document))
				for range 1 + r.IntN(3) {
					repeat(root, r)
					root = parseNode(t, decoder(root.String()))
				}
				text := root.String()
				var last any
				require.NoError(t, decoder(text).Decode(&last))
				once, err := json.Marshal(last)
				require.NoError(t, err)
				found := library.Validate(kind, []byte(text))
				if !assert.Error(t, found.Err(), text) || len(found.Of("JSON-11")) > 0 {
					continue // an unknown name that stands twice is unknown twice
				}
				if !assert.Equal(t, ofSchema(library.Validate(kind, once)), ofSchema(found), text) {
					return
				}
			}
		}
	}
}

func (n *node) String() string {
	var b strings.Builder
	n.write(&b)
	return b.String()
}

func decoder(text string) *json.Decoder {
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	return d
}

func dossierText(t testing.TB, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "examples", "dossiers", name))
	require.NoError(t, err)
	var b bytes.Buffer
	require.NoError(t, json.Compact(&b, data))
	text, err := io.ReadAll(&b)
	require.NoError(t, err)
	return string(text)
}

// ofSchema are the places and codes of what a schema finds too, in order.
func ofSchema(list problem.List) []string {
	var places []string
	for _, p := range list {
		if p.Layer == problem.LayerSchema {
			places = append(places, p.Path+" "+p.Code)
		}
	}
	slices.Sort(places)
	return slices.Compact(places)
}

// A dossier is one however its members' names are written.
func TestDossierByEscapedNames(t *testing.T) {
	t.Parallel()
	for document, want := range map[string]string{
		`{"\u0061pplication":"first"}`: "DOSSIER-01",
		`{"re\u0070ort":{}}`:           "DOSSIER-01",
		`{"s\u0065t":13}`:              "JSON-08",
		`{"x":"s\u0065t"}`:             "DOSSIER-01",
		`{"set":"application"}`:        "JSON-08",
	} {
		_, err := ocop.Evaluate([]byte(document))
		var problems problem.List
		require.ErrorAs(t, err, &problems)
		assert.NotEmpty(t, problems.Of(want), document)
	}
}
