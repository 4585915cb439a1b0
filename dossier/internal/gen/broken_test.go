package gen_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/dossier/internal/gen"
)

// small is a source with one of everything: a struct within the dossier, a named
// string, and the tables of places, their rows out of order.
func small() fstest.MapFS {
	file := func(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }
	return fstest.MapFS{
		"dossier.go": file("package dossier\n\n" +
			"// Dossier is whole.\ntype Dossier struct {\n" +
			"\t// Loại / Kind\n\t// Form 01\n\tKind Kind `json:\"kind\" validate:\"required,oneof=a b\"`\n" +
			"\t// Phần / Part\n\t// Form 02\n\tPart Part `json:\"part\"`\n" +
			"}\n\n// Kind is one.\ntype Kind string\n\ntype empty struct{}\n\ntype one struct{ n int }\n"),
		"part.go": file("package dossier\n\n// Part is within.\ntype Part struct {\n" +
			"\t// Dòng / Lines\n\t// Form 03,\n\t// its foot\n\tLines []string `json:\"lines,omitempty\" validate:\"max=3,dive,required,ocop_line=9\"`\n" +
			"\t// Theo / By\n\t// Form 03\n\tBy map[string]string `json:\"by\" validate:\"required,dive,required\"`\n}\n"),
		"part_gen.go":                       file("not Go at all"),
		"part_test.go":                      file("nor this"),
		"codes/places/source/provinces.tsv": file("code\tname\tfrom\n02\tB\tB, C\n01\tA\tA\n"),
		"codes/places/source/provinces_before_2025.tsv": file("code\tname\n02\tB\n01\tA\n"),
		"codes/places/source/communes.tsv":              file("code\tprovince\tname\n00003\t02\tBa\n00002\t01\tHai\n00001\t01\tMột\n"),
	}
}

func TestFilesOfASmallSource(t *testing.T) {
	t.Parallel()
	files, err := gen.Files(small())
	require.NoError(t, err)
	fields, check, places := string(files[0].Content), string(files[2].Content), string(files[3].Content)
	assert.Contains(t, fields, `Names: []string{"kind", "part"},`)
	assert.Contains(t, check, `c.notOneOf(o, 0, string(v), "a, b")`)
	assert.Contains(t, check, "c.missing(o, item+0)", "an item of a list")
	assert.Contains(t, check, "c.missing(o, 1)", "the map itself")
	assert.Contains(t, check, "range empty(v)")
	for _, want := range []string{
		"{\"01\", \"A\", \"A\", 2},\n\t{\"02\", \"B\", \"B, C\", 1},", "{\"01\", \"A\"},\n\t{\"02\", \"B\"},",
		`"000010000200003"`, `"Một\nHai\nBa"`,
	} {
		assert.Contains(t, places, want, "in order of province and code")
	}
}

// What is wrong with the source ends the generator with a word of where.
func TestFilesOfABrokenSource(t *testing.T) {
	t.Parallel()
	replace := func(name, old, text string) func(fstest.MapFS) {
		return func(source fstest.MapFS) {
			source[name] = &fstest.MapFile{Data: []byte(strings.Replace(string(source[name].Data), old, text, 1))}
		}
	}
	remove := func(name string) func(fstest.MapFS) { return func(source fstest.MapFS) { delete(source, name) } }
	const places = "codes/places/source/"
	for want, change := range map[string]func(fstest.MapFS){
		"provinces.tsv: file does not exist":              remove(places + "provinces.tsv"),
		"provinces_before_2025.tsv: file does not exist":  remove(places + "provinces_before_2025.tsv"),
		"communes.tsv: file does not exist":               remove(places + "communes.tsv"),
		"communes.tsv:2: 2 columns, not 3":                replace(places+"communes.tsv", "00003\t02\tBa", "00003\t02"),
		"provinces.tsv:1: 4 columns, not 3":               replace(places+"provinces.tsv", "from", "from\tto"),
		"part.go:1:1: expected 'package'":                 replace("part.go", "package", "pack"),
		"Dossier.Part: type float64 is not known here":    replace("dossier.go", "Part Part", "Part float64"),
		"Part.By: type map[string]float64 is not known":   replace("part.go", "map[string]string", "map[string]float64"),
		"part.go: Part: field Lines: its name in JSON":    replace("part.go", "\t// Form 03,\n\t// its foot\n", ""),
		"dossier.go: Dossier: field Kind: its name":       replace("dossier.go", `json:"kind" `, ""),
		"dossier.go: Dossier: field Part: its name":       replace("dossier.go", "Phần / Part", " / Part"),
		"part.go: Part: field By: its name in JSON":       replace("part.go", "Theo / By", "Theo"),
		"Dossier.Kind: no reading of tag uuid":            replace("dossier.go", "oneof=a b", "uuid"),
		"Part.Lines: no reading of tag gte":               replace("part.go", "ocop_line=9", "gte=1"),
		"Part.By: no reading of tags other than required": replace("part.go", "dive,required\"`\n}", "dive,required,max=3\"`\n}"),
		"Part.By: no reading of tag unique":               replace("part.go", "validate:\"required,dive", "validate:\"unique,dive"),
	} {
		source := small()
		change(source)
		files, err := gen.Files(source)
		assert.ErrorContains(t, err, want)
		assert.Nil(t, files, want)
	}
}
