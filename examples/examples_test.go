// Package examples_test runs what the examples hold.
package examples_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/ocop"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/lang"
)

var update = flag.Bool("update", false, "write the reports of the example sheets anew")

// want is what examples/sheets/README.md says of each sheet.
var want = map[string]struct {
	status      scoring.Status
	total, star int
}{
	"nuoc-mam-phu-quoc": {scoring.StatusClassified, 97, 5},
	"ca-phe-dak-lak":    {scoring.StatusClassified, 92, 4},
	"ca-phe-co-ghi-chu": {scoring.StatusClassified, 91, 3},
	"che-shan-tuyet":    {scoring.StatusClassified, 71, 4},
	"gao-st25":          {scoring.StatusClassified, 51, 3},
	"tranh-son-mai":     {scoring.StatusClassified, 39, 2},
	"du-lich-cong-dong": {scoring.StatusIncomplete, 58, 0},
	"cay-mai-vang":      {scoring.StatusRejected, 51, 0},
	"nuoc-khoang":       {scoring.StatusStopped, 65, 0},
}

func TestSheets(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("sheets/*.json")
	require.NoError(t, err)
	require.Len(t, files, len(want))
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".json")
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			document, err := os.ReadFile(file)
			require.NoError(t, err)
			e, err := ocop.Evaluate(document)
			require.NoError(t, err)
			w, ok := want[name]
			require.True(t, ok)
			assert.Equal(t, w.status, e.Result.Status)
			assert.Equal(t, []int{w.total, w.star}, []int{e.Result.Total, e.Result.Star})
			compare(t, "sheets/"+name+".txt", &e, lang.Vi)
			compare(t, "sheets/"+name+".en.txt", &e, lang.En)
		})
	}
}

func compare(t *testing.T, golden string, e *ocop.Evaluation, l lang.Lang) {
	t.Helper()
	var report bytes.Buffer
	require.NoError(t, e.Report(&report, ocop.ReportOptions{Lang: l}))
	if *update {
		require.NoError(t, os.WriteFile(golden, report.Bytes(), 0o644))
	}
	text, err := os.ReadFile(golden)
	require.NoError(t, err)
	assert.Equal(t, string(text), report.String())
}

// wantDossiers is what examples/dossiers/README.md says of each dossier.
var wantDossiers = map[string]struct {
	sector      string
	application dossier.Application
	total, star int
}{
	"thuc-pham-lan-dau":             {"I", dossier.ApplicationFirst, 97, 5},
	"thuc-pham-nang-hang":           {"I", dossier.ApplicationUpgrade, 74, 4},
	"thuc-pham-danh-gia-lai":        {"I", dossier.ApplicationReassessment, 78, 4},
	"do-uong-lan-dau":               {"II", dossier.ApplicationFirst, 55, 3},
	"do-uong-nang-hang":             {"II", dossier.ApplicationUpgrade, 74, 4},
	"do-uong-danh-gia-lai":          {"II", dossier.ApplicationReassessment, 63, 3},
	"duoc-lieu-lan-dau":             {"III", dossier.ApplicationFirst, 61, 3},
	"duoc-lieu-nang-hang":           {"III", dossier.ApplicationUpgrade, 77, 4},
	"duoc-lieu-danh-gia-lai":        {"III", dossier.ApplicationReassessment, 65, 3},
	"thu-cong-my-nghe-lan-dau":      {"IV", dossier.ApplicationFirst, 55, 3},
	"thu-cong-my-nghe-nang-hang":    {"IV", dossier.ApplicationUpgrade, 75, 4},
	"thu-cong-my-nghe-danh-gia-lai": {"IV", dossier.ApplicationReassessment, 85, 4},
	"sinh-vat-canh-lan-dau":         {"V", dossier.ApplicationFirst, 59, 3},
	"sinh-vat-canh-nang-hang":       {"V", dossier.ApplicationUpgrade, 75, 4},
	"sinh-vat-canh-danh-gia-lai":    {"V", dossier.ApplicationReassessment, 60, 3},
	"du-lich-lan-dau":               {"VI", dossier.ApplicationFirst, 68, 3},
	"du-lich-nang-hang":             {"VI", dossier.ApplicationUpgrade, 76, 4},
	"du-lich-danh-gia-lai":          {"VI", dossier.ApplicationReassessment, 87, 4},
}

// TestDossiers holds a dossier of each sector for each kind of application,
// none with anything wrong or to look at.
func TestDossiers(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("dossiers/*.json")
	require.NoError(t, err)
	require.Len(t, files, len(wantDossiers))
	table, err := os.ReadFile("dossiers/README.md")
	require.NoError(t, err)
	covered := map[string]bool{}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".json")
		w, ok := wantDossiers[name]
		require.True(t, ok, name)
		covered[w.sector+" "+string(w.application)] = true
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			document, err := os.ReadFile(file)
			require.NoError(t, err)
			e, err := ocop.Evaluate(document)
			require.NoError(t, err)
			assert.Empty(t, e.Warnings)
			assert.Equal(t, w.sector, e.Dossier.Product.Sector)
			assert.Equal(t, w.application, e.Dossier.Application)
			assert.Equal(t, []int{w.total, w.star}, []int{e.Result.Total, e.Result.Star})
			assert.Contains(t, string(table), fmt.Sprintf("| `%s` | %s | %d | %s | %d points, %d stars |", name, e.Dossier.Product.Name, e.Dossier.Product.Set, w.application, w.total, w.star))
			// What Go writes of it is the same document.
			written, err := json.Marshal(e.Dossier)
			require.NoError(t, err)
			assert.JSONEq(t, string(document), string(written), "nothing lost")
			if _, err := os.Stat("dossiers/" + name + ".txt"); err == nil {
				compare(t, "dossiers/"+name+".txt", &e, lang.Vi)
				compare(t, "dossiers/"+name+".en.txt", &e, lang.En)
			}
		})
	}
	assert.Len(t, covered, 6*3, "six sectors, three kinds of application")
}

// The READMEs show a report and a Go example that are real.
func TestReadmesAreTrue(t *testing.T) {
	t.Parallel()
	var examples []string
	for _, file := range []string{"../ocop/example_test.go", "../dossier/example_test.go"} {
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		examples = append(examples, withoutComments(string(text)))
	}
	for readme, golden := range map[string]string{"../README.md": "ca-phe-dak-lak.en.txt", "../README.vi.md": "ca-phe-dak-lak.txt"} {
		text, err := os.ReadFile(readme)
		require.NoError(t, err)
		report, err := os.ReadFile("sheets/" + golden)
		require.NoError(t, err)
		assert.Contains(t, string(text), "```\n"+string(report)+"```\n", readme)
		blocks := strings.Split(string(text), "```go\n")[1:]
		require.Len(t, blocks, len(examples), readme)
		for i, block := range blocks {
			code, _, _ := strings.Cut(block, "```\n")
			for line := range strings.SplitSeq(strings.TrimSpace(withoutComments(code)), "\n") {
				assert.Contains(t, examples[i], line+"\n", readme)
			}
		}
	}
}

// withoutComments leaves out what follows // in each line.
func withoutComments(code string) string {
	var b strings.Builder
	for line := range strings.Lines(code) {
		line, _, _ = strings.Cut(line, "//")
		b.WriteString(strings.TrimRight(line, " \t\n") + "\n")
	}
	return b.String()
}
