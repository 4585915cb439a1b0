package schema_test

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/ocop/schema"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/qd26/words"
	"github.com/ocop-vn/ocop-go/scoring/rubric"
)

// sum is the hash of a version's files: of each its name, its length and itself, in order of names.
func sum(t *testing.T, files fs.FS) string {
	t.Helper()
	h := sha256.New()
	require.NoError(t, fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(files, name)
		fmt.Fprintf(h, "%s %d\n%s", name, len(data), data)
		return err
	}))
	return hex.EncodeToString(h.Sum(nil))
}

// changed lists the released versions whose files are not what they were, the
// current one too if what is published of it is not.
func changed(t *testing.T, root, published fs.FS, released string) []string {
	t.Helper()
	var list []string
	for line := range strings.Lines(released) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		fields := strings.Fields(line)
		require.Len(t, fields, 3, line)
		files, err := fs.Sub(root, fields[0])
		require.NoError(t, err)
		if sum(t, files) != fields[1] || fields[0] == schema.Version && sum(t, published) != fields[2] {
			list = append(list, fields[0])
		}
	}
	return list
}

// published are all files of the current version.
func published() fstest.MapFS {
	files := fstest.MapFS{}
	for name, data := range schema.Files() {
		files[name] = &fstest.MapFile{Data: data}
	}
	return files
}

func TestReleasedVersionsNeverChange(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("slow under the race detector, and one step after the other")
	}
	released, err := os.ReadFile("released.txt")
	require.NoError(t, err)
	assert.Empty(t, changed(t, os.DirFS("."), published(), string(released)))
	t.Logf("the line of what is here: %s %s %s", schema.Version, sum(t, os.DirFS(schema.Version)), sum(t, published()))

	root := fstest.MapFS{"v0/a.json": {Data: []byte("{}")}, schema.Version + "/a.json": {Data: []byte("{}")}}
	right, wrong := sum(t, fstest.MapFS{"a.json": {Data: []byte("{}")}}), sum(t, fstest.MapFS{"a.json": {Data: []byte("{ }")}})
	for list, want := range map[string][]string{
		"# two\nv0 " + right + " x\n" + schema.Version + " " + right + " " + right + "\n": nil,
		"v0 " + wrong + " x\n" + schema.Version + " " + wrong + " " + right:               {"v0", schema.Version},
		schema.Version + " " + right + " " + wrong:                                        {schema.Version},
	} {
		assert.Equal(t, want, changed(t, root, fstest.MapFS{"a.json": {Data: []byte("{}")}}, list))
	}
}

func TestGet(t *testing.T) {
	t.Parallel()
	assert.Equal(t, []string{"council", "deadlines", "difference", "dossier", "holidays", "life", "milestones", "outcome", "paper", "plan", "plan-result", "problems", "record", "result", "rubric", "sheet", "standing", "verdict"}, schema.Names())
	for _, get := range []func(string, lang.Lang) ([]byte, bool){schema.Get, schema.Shape} {
		for _, name := range schema.Names() {
			vi, ok := get(name, lang.Vi)
			assert.True(t, ok)
			en, ok := get(name, lang.En)
			assert.True(t, ok)
			assert.NotEqual(t, vi, en, "words in either language")
		}
		for _, name := range []string{"letter", "../schema", "en/dossier", ""} {
			_, ok := get(name, lang.Vi)
			assert.False(t, ok, name)
		}
	}
	for _, set := range []int{-1, 0, 27} {
		_, _, ok := schema.Form(set, lang.Vi)
		assert.False(t, ok, set)
	}
}

// Files can be left at any file.
func TestFilesEndWhereAsked(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("slow under the race detector, and one step after the other")
	}
	assert.Len(t, published(), 2*(3*len(schema.Names())+1+2*26))
	for _, most := range []int{0, 1, 2, 30, 31, 32, 83} {
		n := 0
		for range schema.Files() {
			if n++; n > most {
				break
			}
		}
		require.Equal(t, most+1, n)
	}
}

// decoded is a schema or a layout as plain data.
func decoded(t *testing.T, data []byte) map[string]any {
	t.Helper()
	var root map[string]any
	require.NoError(t, json.Unmarshal(data, &root))
	return root
}

// each visits the objects of a document with the pointer of each.
func each(at string, v any, visit func(at string, s map[string]any)) {
	switch x := v.(type) {
	case map[string]any:
		visit(at, x)
		for name, value := range x {
			each(at+"/"+name, value, visit)
		}
	case []any:
		for i, value := range x {
			each(at+"/"+strconv.Itoa(i), value, visit)
		}
	}
}

// What is published names itself, refers to what is there, and has no character
// that nobody sees.
func TestFiles(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("slow under the race detector, and one step after the other")
	}
	files := published()
	for name, file := range files {
		for _, r := range string(file.Data) {
			if r != '\n' && !unicode.IsPrint(r) {
				assert.Failf(t, "a raw character", "%s: %#x", name, r)
				break
			}
		}
		root := decoded(t, file.Data)
		if strings.HasSuffix(name, ".ui.json") {
			continue
		}
		draft := "https://json-schema.org/draft/2020-12/schema"
		if strings.Contains(name, "forms/") {
			draft = "http://json-schema.org/draft-07/schema#"
		}
		assert.Equal(t, draft, root["$schema"], name)
		assert.Equal(t, "https://github.com/ocop-vn/ocop-go/schema/"+schema.Version+"/"+name, root["$id"])
		assert.NotEmpty(t, root["title"], name)
		each("", root, func(at string, s map[string]any) {
			ref, ok := s["$ref"].(string)
			if !ok {
				return
			}
			file, def, _ := strings.Cut(ref, "#/$defs/")
			defs := root["$defs"]
			if file != "" {
				assert.Contains(t, name, "split/", "the others stand by themselves")
				defs = decoded(t, files[path.Join(path.Dir(name), file)].Data)["$defs"]
			}
			assert.Contains(t, defs, def, "%s %s", name, at)
		})
	}
}

// A schema of what is written has a title for every property, in its language.
func TestWords(t *testing.T) {
	t.Parallel()
	for _, l := range []lang.Lang{lang.Vi, lang.En} {
		data, _ := schema.Get("dossier", l)
		n := 0
		each("", decoded(t, data), func(at string, s map[string]any) {
			if parent := path.Base(path.Dir(at)); parent == "properties" && !strings.Contains(at, "-") && !strings.Contains(at, "allOf") {
				assert.NotEmpty(t, s["title"], at)
				n++
			}
		})
		assert.Greater(t, n, 100)
	}
	vi, _ := schema.Get("dossier", lang.Vi)
	assert.Contains(t, string(vi), `"description": "Mẫu số 01.1, 02.I.1, 03.I.1."`)
	assert.Contains(t, string(vi), `"title": "Hợp tác xã"`)
	en, _ := schema.Get("dossier", lang.En)
	assert.Contains(t, string(en), `"description": "Form 01.1, 02.I.1, 03.I.1."`)
}

// The shape is plain: no keyword that a generator stumbles over, every type and
// enumeration with a name of its own, null only where it is written.
func TestShape(t *testing.T) {
	t.Parallel()
	plain := []string{
		"$schema", "$id", "$defs", "$ref", "title", "description", "type", "properties", "required", "additionalProperties", "items", "enum", "anyOf",
		"minimum", "maximum", "minLength", "maxLength", "pattern", "minItems", "maxItems", "maxProperties",
	}
	goName := regexp.MustCompile(`^[A-Z][A-Za-z0-9]*$`)
	written := []string{"dossier", "sheet", "plan", "council", "rubric", "verdict", "problems"}
	for _, name := range schema.Names() {
		data, _ := schema.Shape(name, lang.En)
		titles := map[string]string{}
		each("", decoded(t, data), func(at string, s map[string]any) {
			if parent := path.Base(at); parent == "properties" || parent == "$defs" {
				return // a list of schemas
			}
			for keyword := range s {
				assert.Contains(t, plain, keyword, "%s%s", name, at)
			}
			assert.False(t, s["type"] == "null" && slices.Contains(written, name), "%s%s", name, at)
			if title, ok := s["title"].(string); ok {
				assert.Regexp(t, goName, title, "%s%s", name, at)
				assert.Empty(t, titles[title], "%s stands at %s too", title, at)
				titles[title] = at
			}
			if s["enum"] != nil || s["properties"] != nil {
				assert.NotEmpty(t, s["title"], "%s%s", name, at)
			}
			if s["$ref"] == nil && s["anyOf"] == nil {
				assert.NotEmpty(t, s["type"], "%s%s", name, at)
			}
		})
	}
	for name, want := range map[string]string{"dossier": "Dossier", "plan": "PlanRequest", "plan-result": "Plan", "sheet": "Sheet"} {
		data, _ := schema.Shape(name, lang.Vi)
		assert.Equal(t, want, decoded(t, data)["title"], "types are named in English")
	}
	data, _ := schema.Shape("dossier", lang.Vi)
	dossier := decoded(t, data)
	defs, _ := dossier["$defs"].(map[string]any)
	at := func(def, property string) any {
		s, _ := defs[def].(map[string]any)
		properties, _ := s["properties"].(map[string]any)
		return properties[property]
	}
	assert.Equal(t, map[string]any{"type": "integer", "minimum": 1.0, "maximum": 26.0, "description": "Bộ sản phẩm. Phụ lục II."}, at("Product", "set"))
	assert.Equal(t, map[string]any{
		"type": "object", "title": "ReportClaims", "maxProperties": 64.0, "additionalProperties": map[string]any{"$ref": "#/$defs/Claim"},
		"description": "Kết quả tự đánh giá theo tiêu chí. Mẫu số 02.III.",
	}, at("Report", "claims"))
	assert.Equal(t, map[string]any{"type": "string", "title": "RepresentativeGender", "enum": []any{"male", "female"}, "description": "Giới tính. Mẫu số 02.I.5, 03.I.4."}, at("Representative", "gender"))
	assert.Equal(t, []any{"edition", "application", "producer", "product", "registration", "report"}, dossier["required"])
	assert.Equal(t, false, dossier["additionalProperties"])
	result, _ := schema.Shape("result", lang.En)
	properties, _ := decoded(t, result)["properties"].(map[string]any)
	assert.Equal(t, map[string]any{"description": "Stars", "anyOf": []any{map[string]any{"type": "integer", "minimum": 1.0, "maximum": 5.0}, map[string]any{"type": "null"}}}, properties["star"])
	assert.NotContains(t, decoded(t, result), "additionalProperties", "more may stand beside")
}

// Members keep the order in which they are printed, so that classes and forms do too.
func TestOrder(t *testing.T) {
	t.Parallel()
	data, _ := schema.Shape("dossier", lang.Vi)
	last := -1
	for _, name := range []string{"edition", "application", "producer", "product", "registration", "report", "evidence", "previous"} {
		i := strings.Index(string(data), `"`+name+`": {`)
		assert.Greater(t, i, last, name)
		last = i
	}
}

// members are those of an object in a schema, found by the names on the way.
func members(s map[string]any, names ...string) map[string]any {
	properties, _ := s["properties"].(map[string]any)
	for _, name := range names {
		inner, _ := properties[name].(map[string]any)
		properties, _ = inner["properties"].(map[string]any)
	}
	return properties
}

// criteriaOf are the criteria of a part's sections.
func criteriaOf(part rubric.Part) [][]rubric.Criterion {
	var list [][]rubric.Criterion
	for _, section := range part.Sections {
		list = append(list, section.Criteria)
	}
	return list
}

// fields are the scopes of all that can be entered; what an item of a list has
// stands after its list.
func fields(s map[string]any, scope string) []string {
	if s["type"] == "object" {
		var list []string
		for name, property := range members(s) {
			list = append(list, fields(property.(map[string]any), scope+"/properties/"+name)...)
		}
		return list
	}
	list := []string{scope}
	if items, ok := s["items"].(map[string]any); ok && items["type"] == "object" {
		list = append(list, fields(items, scope+" #")...)
	}
	return list
}

// drawn are the scopes of a layout's controls.
func drawn(t *testing.T, element map[string]any, within string) []string {
	t.Helper()
	var list []string
	if scope, ok := element["scope"].(string); ok {
		list = append(list, within+scope)
		within += scope + " "
	}
	if element["type"] != "VerticalLayout" && element["type"] != "Categorization" {
		assert.NotEmpty(t, element["label"], element["scope"])
	}
	options, _ := element["options"].(map[string]any)
	if detail, ok := options["detail"].(map[string]any); ok {
		list = append(list, drawn(t, detail, within)...)
	}
	elements, _ := element["elements"].([]any)
	for _, inner := range elements {
		list = append(list, drawn(t, inner.(map[string]any), within)...)
	}
	return list
}

// The form of a product set has the set's criteria, options and gates alone, and
// its layout draws every field once, with its name.
func TestForm(t *testing.T) {
	t.Parallel()
	for _, l := range []lang.Lang{lang.Vi, lang.En} {
		for _, set := range words.Rubric().Sets {
			root, layout, ok := schema.Form(set.No, l)
			require.True(t, ok)
			form := decoded(t, root)
			assert.Equal(t, set.Name.In(l), form["description"])
			assert.ElementsMatch(t, fields(form, "#"), drawn(t, decoded(t, layout), ""), "set %d", set.No)
			claims := members(form, "report", "claims")
			n := 0
			for _, part := range set.Parts {
				for _, c := range slices.Concat(criteriaOf(part)...) {
					n++
					claim, _ := claims[schema.Key(c.Code)].(map[string]any)
					require.NotNil(t, claim, c.Code)
					assert.Equal(t, c.Code+". "+c.Name.In(l), claim["title"])
					var codes, labels []string
					option, _ := claim["properties"].(map[string]any)["option"].(map[string]any)
					for _, o := range option["oneOf"].([]any) {
						choice, _ := o.(map[string]any)
						codes, labels = append(codes, choice["const"].(string)), append(labels, choice["title"].(string))
					}
					var want, printed []string
					for _, o := range c.Options {
						want, printed = append(want, o.Code), append(printed, o.Label.In(l))
					}
					if c.AllowsNone() {
						want, printed = append(want, "none"), append(printed, lang.Text{Vi: "Không đạt mức nào", En: "No printed level is met"}.In(l))
					}
					assert.Equal(t, want, codes)
					assert.Equal(t, printed, labels)
				}
			}
			assert.Len(t, claims, n, "no others")
			product := members(form, "product")
			assert.Len(t, product["set"].(map[string]any)["oneOf"], 26, "which set it is can be read")
			assert.Len(t, product["sector"].(map[string]any)["oneOf"], 1, "it stands in one place of Appendix I")
		}
	}
}

func TestKey(t *testing.T) {
	t.Parallel()
	assert.Equal(t, "c6_2_3", schema.Key("6.2.3"))
	assert.Equal(t, "c12", schema.Key("12"))
}
