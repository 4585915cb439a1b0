package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/dossier/validation"
	"github.com/ocop-vn/ocop-go/ocop"
	"github.com/ocop-vn/ocop-go/ocop/httpapi"
	bags "github.com/ocop-vn/ocop-go/ocop/pack"
	"github.com/ocop-vn/ocop-go/ocop/paper"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/rubric"
	"github.com/ocop-vn/ocop-go/scoring/strictjson"
	"github.com/ocop-vn/ocop-go/wasm/internal/bridge"
)

// packCodes tells TypeScript the code of every problem that there is: those of the
// library, also in what its server answers, and those of the package's own scripts.
func packCodes(dir string) error {
	codes, err := scriptCodes(filepath.Join(dir, "src"))
	if err != nil {
		return err
	}
	for _, kinds := range [][]problem.Kind{
		problem.Kinds(), strictjson.Kinds(), civil.Kinds(), scoring.Kinds(), rubric.Kinds(), dossier.Kinds(), validation.Kinds(),
		ocop.Kinds(), paper.Kinds(), httpapi.Kinds(), bags.Kinds(), bridge.Kinds(),
	} {
		for _, k := range kinds {
			codes = append(codes, k.Code)
		}
	}
	slices.Sort(codes)
	codes = slices.Compact(codes)
	text := "// Made by make wasm from the Go packages and the scripts; do not edit.\n\n/** What kind a problem is of; README.md of the repository lists them. */\nexport type ProblemCode =\n" +
		"  | \"" + strings.Join(codes, "\"\n  | \"") + "\";\n"
	return write(filepath.Join(dir, codesFile), []byte(text))
}

const codesFile = "src/documents/codes.ts"

var codeText = regexp.MustCompile(`"([A-Z]+-[0-9]{2})"`)

// scriptCodes are the codes that stand in the sources of scripts.
func scriptCodes(dir string) ([]string, error) {
	var codes []string
	err := filepath.WalkDir(dir, func(name string, entry fs.DirEntry, err error) error { //nolint:gosec // the package that is made
		if err != nil || entry.IsDir() || strings.HasSuffix(filepath.ToSlash(name), codesFile) {
			return err
		}
		text, err := os.ReadFile(name) //nolint:gosec // a source of this repository
		for _, m := range codeText.FindAllSubmatch(text, -1) {
			codes = append(codes, string(m[1]))
		}
		return err
	})
	return codes, err
}
