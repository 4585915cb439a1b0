package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/dossier/codes/places"
	bags "github.com/ocop-vn/ocop-go/ocop/pack"
	"github.com/ocop-vn/ocop-go/ocop/schema"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
	"github.com/ocop-vn/ocop-go/scoring/qd26/words"
)

// Each word stands under the code of what it names, and each code has its word.
func TestWordsStandUnderTheirCodes(t *testing.T) {
	t.Parallel()
	for _, l := range []lang.Lang{lang.Vi, lang.En} {
		to := belonging{Edition: qd26.ID, Lang: l, Version: "1.2.3", Rubric: qd26.SHA256()}
		all := wordsOf(to)
		assert.Equal(t, to, all.Index.belonging)
		for i, called := range words.Search() {
			assert.Equal(t, called.Sets, all.Index.Search[i].Sets)
			assert.Equal(t, called.In(l), all.Index.Search[i].Words)
		}
		for i, set := range words.Rubric().Sets {
			w := all.Sets[i]
			assert.Equal(t, to, w.belonging)
			assert.Equal(t, set.No, w.No)
			sections, criteria := 0, 0
			for _, p := range set.Parts {
				assert.Equal(t, p.Name.In(l), w.Parts[p.Code])
				for _, s := range p.Sections {
					sections++
					assert.Equal(t, s.Name.In(l), w.Sections[s.Code])
					for _, c := range s.Criteria {
						criteria++
						assert.Len(t, w.Criteria[c.Code].Options, len(c.Options))
						for _, o := range c.Options {
							assert.Equal(t, o.Label.In(l), w.Criteria[c.Code].Options[o.Code])
						}
					}
				}
			}
			assert.Len(t, w.Sections, sections, "no two share a code")
			assert.Len(t, w.Criteria, criteria, "no two share a code")
			assert.Len(t, w.Gates, len(set.Gates))
		}
	}
}

// What a file of words belongs to stands in the file itself.
func TestPackWords(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	require.NoError(t, packWords(dir, belonging{Edition: qd26.ID, Lang: lang.Vi, Version: "1.2.3", Rubric: qd26.SHA256()}))
	for _, name := range []string{"all", "index", "dossier", "13"} {
		data, err := os.ReadFile(filepath.Join(dir, name+".json"))
		require.NoError(t, err)
		var w belonging
		require.NoError(t, json.Unmarshal(data, &w))
		assert.Equal(t, belonging{qd26.ID, lang.Vi, "1.2.3", qd26.SHA256()}, w, name)
	}
}

// The fields of a dossier are those of package schema, in the words' language.
func TestPackDossier(t *testing.T) {
	t.Parallel()
	for _, l := range []lang.Lang{lang.Vi, lang.En} {
		dir := t.TempDir()
		require.NoError(t, packWords(dir, belonging{Edition: qd26.ID, Lang: l, Version: "1.2.3", Rubric: qd26.SHA256()}))
		data, err := os.ReadFile(filepath.Join(dir, "dossier.json"))
		require.NoError(t, err)
		var form dossierForm
		require.NoError(t, json.Unmarshal(data, &form))
		assert.JSONEq(t, string(schema.Fields(l)), string(form.Dossier))
	}
}

// Each commune of today stands in its province, and no other does.
func TestPackPlaces(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	require.NoError(t, packPlaces(dir, belonging{Edition: qd26.ID, Version: "1.2.3", Rubric: qd26.SHA256()}))
	data, err := os.ReadFile(filepath.Join(dir, "places.json"))
	require.NoError(t, err)
	var list struct {
		belonging
		Provinces [][3]json.RawMessage
	}
	require.NoError(t, json.Unmarshal(data, &list))
	assert.Equal(t, belonging{Edition: qd26.ID, Version: "1.2.3", Rubric: qd26.SHA256()}, list.belonging)
	assert.NotContains(t, string(data), `"lang"`, "the names are the same in every language")
	var codes []string
	known := 0
	for _, province := range list.Provinces {
		var code, name string
		require.NoError(t, json.Unmarshal(province[0], &code))
		require.NoError(t, json.Unmarshal(province[1], &name))
		want, _ := places.Province(code)
		assert.Equal(t, want, name)
		codes = append(codes, code)
		var communes [][2]string
		require.NoError(t, json.Unmarshal(province[2], &communes))
		for _, c := range communes {
			info, _ := places.Commune(c[0])
			assert.Equal(t, places.CommuneInfo{Code: c[0], Province: code, Name: c[1]}, info)
		}
		known += len(communes)
	}
	assert.Equal(t, places.ProvinceCodes(), codes)
	assert.Equal(t, 3321, known)
}

// The scripts have a message for each problem that a package can have.
func TestPackBags(t *testing.T) {
	t.Parallel()
	name := filepath.Join(t.TempDir(), "kinds.js")
	require.NoError(t, packBags(name))
	data, err := os.ReadFile(name)
	require.NoError(t, err)
	_, rest, _ := strings.Cut(string(data), "export const kinds = ")
	first, second, _ := strings.Cut(rest, " as const;\nexport const limits = ")
	var kinds map[string][2]string
	require.NoError(t, json.Unmarshal([]byte(first), &kinds))
	for _, k := range bags.Kinds() {
		assert.Equal(t, [2]string{k.Message.Vi, k.Message.En}, kinds[k.Code])
	}
	assert.Contains(t, kinds, "JSON-11")
	var limits map[string]int64
	require.NoError(t, json.Unmarshal([]byte(strings.TrimSuffix(second, " as const;\n")), &limits))
	assert.Equal(t, int64(bags.MaxFiles), limits["files"])
	assert.Len(t, limits, 9)
}

// The type of a problem's code names all that there are: those that the README
// lists, and those of the scripts.
func TestCodesAreFresh(t *testing.T) {
	t.Parallel()
	npm, dir := filepath.Join("..", "..", "npm"), t.TempDir()
	require.NoError(t, os.CopyFS(filepath.Join(dir, "src"), os.DirFS(filepath.Join(npm, "src"))))
	require.NoError(t, packCodes(dir))
	made, err := os.ReadFile(filepath.Join(dir, codesFile))
	require.NoError(t, err)
	kept, err := os.ReadFile(filepath.Join(npm, codesFile))
	require.NoError(t, err)
	assert.Equal(t, string(made), string(kept), "make wasm makes it anew")
	for _, code := range []string{"JSON-11", "SHEET-01", "DOSSIER-01", "PAPER-01", "PACK-01", "DOCUMENT-01", "MODULE-01", "MODULE-03", "FORM-01"} {
		assert.Contains(t, string(made), `"`+code+`"`)
	}
}

func TestVersionOf(t *testing.T) {
	t.Parallel()
	version, err := versionOf("../../npm")
	require.NoError(t, err)
	assert.Regexp(t, `^\d+\.\d+\.\d+`, version)
	for _, text := range []string{"{}", "no JSON"} {
		dir := t.TempDir()
		require.NoError(t, write(filepath.Join(dir, "package.json"), []byte(text)))
		_, err := versionOf(dir)
		require.Error(t, err)
	}
}
