package schema_test

import (
	"bytes"
	"cmp"
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/ocop/schema"
	"github.com/ocop-vn/ocop-go/scoring/lang"
)

// said is what the published schema says of a value.
type said struct {
	Ref         string `json:"$ref"`
	Title       string
	Description string
	Type        string
	Format      string
	Pattern     string
	Not         *said
	Properties  json.RawMessage
	Others      json.RawMessage `json:"additionalProperties"`
	Items       json.RawMessage
	Required    []string
	Const       any
	OneOf       []struct {
		Const any
		Title string
	}
	Minimum, Maximum, MaxLength, MinItems, MaxItems, MaxProperties *int
}

// made is a field as a form takes it.
type made struct {
	Title    string          `json:"title"`
	Where    string          `json:"where"`
	Kind     string          `json:"kind"`
	Members  json.RawMessage `json:"members"`
	Required []string        `json:"required"`
	Item     json.RawMessage `json:"item"`
	Choices  []choice        `json:"choices"`
	Least    *int            `json:"least"`
	Most     *int            `json:"most"`
	Letters  *int            `json:"letters"`
}

type choice struct {
	Value any    `json:"value"`
	Title string `json:"title"`
}

// inOrder are the members of a JSON object and their names as they stand there.
func inOrder(t *testing.T, data json.RawMessage) (names []string, members map[string]json.RawMessage) {
	t.Helper()
	require.NoError(t, json.Unmarshal(data, &members))
	d := json.NewDecoder(bytes.NewReader(data))
	_, err := d.Token()
	require.NoError(t, err)
	for d.More() {
		name, err := d.Token()
		require.NoError(t, err)
		names = append(names, name.(string))
		var skipped json.RawMessage
		require.NoError(t, d.Decode(&skipped))
	}
	return names, members
}

// comparison holds fields to the schema, and notes of which kinds there are.
type comparison struct {
	defs  map[string]json.RawMessage
	kinds map[string]bool
}

func (c comparison) read(t *testing.T, data json.RawMessage) said {
	t.Helper()
	var s said
	require.NoError(t, json.Unmarshal(data, &s))
	if s.Ref == "" {
		return s
	}
	inner := c.read(t, c.defs[s.Ref[len("#/$defs/"):]])
	inner.Title, inner.Description = cmp.Or(s.Title, inner.Title), cmp.Or(s.Description, inner.Description)
	return inner
}

// compare holds a field to what the schema says of it, and to nothing else.
func (c comparison) compare(t *testing.T, at string, of, field json.RawMessage) {
	t.Helper()
	s := c.read(t, of)
	var got made
	d := json.NewDecoder(bytes.NewReader(field))
	d.DisallowUnknownFields()
	require.NoError(t, d.Decode(&got), at)
	want := made{Title: s.Title, Where: s.Description, Kind: got.Kind, Members: got.Members, Item: got.Item}
	allowed := false
	switch isOpen := string(s.Others) == "true"; got.Kind {
	case "object":
		allowed = s.Type == "object" && !isOpen && s.Properties != nil && got.Item == nil
		want.Required = s.Required
		names, properties := inOrder(t, s.Properties)
		drawn, members := inOrder(t, got.Members)
		require.Equal(t, names, drawn, at)
		for _, name := range names {
			c.compare(t, at+"/"+name, properties[name], members[name])
		}
	case "table":
		allowed = s.Type == "object" && !isOpen && s.Properties == nil && got.Members == nil
		want.Most = s.MaxProperties
		c.compare(t, at+"/*", s.Others, got.Item)
	case "list":
		allowed = s.Type == "array" && got.Members == nil
		want.Least, want.Most = s.MinItems, s.MaxItems
		c.compare(t, at+"/*", s.Items, got.Item)
	case "data":
		allowed = s.Type == "object" && isOpen
	case "choice":
		for _, one := range s.OneOf {
			want.Choices = append(want.Choices, choice{one.Const, one.Title})
		}
		if s.Const != nil {
			want.Choices = []choice{{s.Const, s.Const.(string)}}
		}
		allowed = len(want.Choices) > 0
	case "number":
		allowed = s.Type == "integer" && s.OneOf == nil
		want.Least, want.Most = s.Minimum, s.Maximum
	case "flag":
		allowed = s.Type == "boolean"
	case "date":
		allowed = s.Type == "string" && s.Format == "date"
	case "lines", "text":
		// Of a line the schema says besides that there is no other behind it.
		isLine := s.Not != nil || s.Pattern == ""
		allowed = s.Type == "string" && s.Format != "date" && s.OneOf == nil && s.Const == nil && isLine == (got.Kind == "text")
		want.Letters = s.MaxLength
	}
	assert.True(t, allowed, "%s is no %q", at, got.Kind)
	assert.Equal(t, want, got, at)
	c.kinds[got.Kind] = true
}

// The fields that a form draws are those of the schema, each with its name, its choices
// and its bounds, in the same order, and there are no others.
func TestFieldsAreThoseOfTheSchema(t *testing.T) {
	t.Parallel()
	for _, l := range []lang.Lang{lang.Vi, lang.En} {
		full, ok := schema.Get("dossier", l)
		require.True(t, ok)
		_, root := inOrder(t, full)
		c := comparison{kinds: map[string]bool{}}
		_, c.defs = inOrder(t, root["$defs"])
		c.compare(t, "", full, schema.Fields(l))
		assert.Len(t, c.kinds, 10, "a field of every kind")
	}
}

// Names and places are in the language that is asked for, and long texts have lines.
func TestFields(t *testing.T) {
	t.Parallel()
	for l, want := range map[lang.Lang]made{
		lang.Vi: {Title: "Tên đơn vị", Where: "Mẫu số 01.1, 02.I.1, 03.I.1.", Kind: "text"},
		lang.En: {Title: "Name of the producer", Where: "Form 01.1, 02.I.1, 03.I.1.", Kind: "text"},
	} {
		at := func(names ...string) (field made) {
			data := json.RawMessage(schema.Fields(l))
			require.NoError(t, json.Unmarshal(data, &field))
			for _, name := range names {
				_, members := inOrder(t, field.Members)
				field = made{}
				require.NoError(t, json.Unmarshal(members[name], &field))
			}
			return field
		}
		name := at("producer", "name")
		name.Letters = nil
		assert.Equal(t, want, name)
		assert.Equal(t, "lines", at("report", "history").Kind)
		assert.Equal(t, "date", at("registration", "date").Kind)
		assert.Equal(t, "data", at("extensions").Kind)
		assert.Len(t, at("product", "set").Choices, 26)
	}
}
