// Package examples_test runs what the examples hold.
package examples_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

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
	"nuoc-mam-phu-quoc": {scoring.Classified, 97, 5},
	"ca-phe-dak-lak":    {scoring.Classified, 92, 4},
	"che-shan-tuyet":    {scoring.Classified, 71, 4},
	"gao-st25":          {scoring.Classified, 51, 3},
	"tranh-son-mai":     {scoring.Classified, 39, 2},
	"du-lich-cong-dong": {scoring.Incomplete, 58, 0},
	"cay-mai-vang":      {scoring.Rejected, 51, 0},
	"nuoc-khoang":       {scoring.Stopped, 65, 0},
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

// The READMEs show a report and a Go example that are real.
func TestReadmesAreTrue(t *testing.T) {
	t.Parallel()
	example, err := os.ReadFile("../ocop/example_test.go")
	require.NoError(t, err)
	for readme, golden := range map[string]string{"../README.md": "ca-phe-dak-lak.en.txt", "../README.vi.md": "ca-phe-dak-lak.txt"} {
		text, err := os.ReadFile(readme)
		require.NoError(t, err)
		report, err := os.ReadFile("sheets/" + golden)
		require.NoError(t, err)
		assert.Contains(t, string(text), "```\n"+string(report)+"```\n", readme)
		_, code, found := strings.Cut(string(text), "```go\n")
		require.True(t, found)
		code, _, _ = strings.Cut(code, "```\n")
		for line := range strings.SplitSeq(strings.TrimSpace(code), "\n") {
			assert.Contains(t, string(example), "\t"+line+"\n", readme)
		}
	}
}
