// Package wasm has no code of its own: see score, checks and npm.
package wasm_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What the modules must not bring, by whatever way, with what it would add in
// KB of brotli where that was measured.
var unwanted = []string{
	"encoding/json",    // 249
	"encoding/json/v2", // 468
	"fmt",              // 128
	"math/big",         // 174
	"reflect",
	"regexp", // 125
	"time",   // 69
	"github.com/go-playground/validator/v10",
	"github.com/invopop/jsonschema",
	"golang.org/x/text/unicode/norm",
	"github.com/ocop-vn/ocop-go/scoring/qd26/words", // words are files of their own
}

// Functions that the modules must not bring, though they need their packages. In
// small letters is what the compiler may leave of one that it inlines.
var heavy = []string{
	"errors.As", "errors.as", "errors.Is", "errors.is", // 7 KB together
	"strings.NewReplacer", "strings.(*Replacer).Replace",
	"strconv.Quote", "strconv.quoteWith",
	"strconv.ParseFloat", "internal/strconv.ParseFloat",
}

func TestModulesStaySmall(t *testing.T) {
	t.Parallel()
	for module, notEven := range map[string][]string{
		"./score":  {"github.com/ocop-vn/ocop-go/dossier", "github.com/ocop-vn/ocop-go/dossier/codes/places", "github.com/ocop-vn/ocop-go/scoring/reading"},
		"./checks": nil,
	} {
		command := exec.Command("go", "list", "-tags", "ocop_browser", "-deps", module)
		command.Env = append(os.Environ(), "GOOS=wasip1", "GOARCH=wasm")
		list, err := command.Output()
		require.NoError(t, err)
		packages := strings.Fields(string(list))
		assert.Contains(t, packages, "github.com/ocop-vn/ocop-go/scoring")
		for _, name := range append(notEven, unwanted...) {
			assert.NotContains(t, packages, name, module)
		}
	}
}

// The linker tells which function needs which.
func TestModulesBringNoHeavyFunctions(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("builds the modules")
	}
	for _, module := range []string{"./score", "./checks"} {
		command := exec.Command("go", "build", "-tags", "ocop_browser", "-buildmode=c-shared", "-ldflags=-dumpdep", "-o", filepath.Join(t.TempDir(), "module.wasm"), module)
		command.Env = append(os.Environ(), "GOOS=wasip1", "GOARCH=wasm")
		out, err := command.CombinedOutput()
		require.NoError(t, err)
		needs := map[string]string{}
		for line := range strings.Lines(string(out)) {
			if by, needed, ok := strings.Cut(strings.TrimSpace(line), " -> "); ok {
				needed, _, _ = strings.Cut(needed, " <") // what a type is used for
				needs[needed] = by
			}
		}
		assert.Contains(t, needs, "github.com/ocop-vn/ocop-go/scoring.DecodeCouncil")
		for _, name := range heavy {
			assert.Empty(t, needs[name], "%s has %s", module, name)
		}
	}
}
