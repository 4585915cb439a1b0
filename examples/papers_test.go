package examples_test

import (
	"bytes"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/ocop"
	"github.com/ocop-vn/ocop-go/ocop/paper"
	"github.com/ocop-vn/ocop-go/scoring/lang"
)

// The papers of a food, a craft and a tourism dossier are those beside them.
func TestPapers(t *testing.T) {
	t.Parallel()
	for _, of := range []string{"dossiers/thuc-pham-lan-dau", "dossiers/thu-cong-my-nghe-lan-dau", "dossiers/du-lich-lan-dau", "council/hoi-dong-tinh", "council/hoi-dong-thu-cong"} {
		document, err := os.ReadFile(of + ".json")
		require.NoError(t, err)
		_, short, _ := strings.Cut(of, "/")
		for _, name := range paper.Names() {
			isCouncil := strings.HasPrefix(of, "council")
			if isCouncil != (name == paper.Minutes) && (isCouncil || name == paper.Minutes && short == "thu-cong-my-nghe-lan-dau") {
				continue // a council has minutes alone, a dossier without one none
			}
			p, err := new(ocop.Library).Paper(name, document, ocop.PaperOptions{Lang: lang.Vi})
			require.NoError(t, err, "%s of %s", name, of)
			text := "papers/" + short + "." + string(name)
			if name == paper.Report && short == "thuc-pham-lan-dau" {
				text = of // it stands beside the dossier
			}
			written(t, text+".txt", p.Text)
			if short == "thuc-pham-lan-dau" {
				written(t, "papers/"+short+"."+string(name)+".html", p.HTML)
				english, err := new(ocop.Library).Paper(name, document, ocop.PaperOptions{Lang: lang.En})
				require.NoError(t, err)
				written(t, text+".en.txt", english.Text)
			}
		}
	}
	for of, names := range map[string][]paper.Name{
		"sheets/ca-phe-co-ghi-chu":      {paper.ScoreSheet, paper.SelfAssessment},
		"council/hoi-dong-co-thong-tin": {paper.Minutes},
	} {
		document, err := os.ReadFile(of + ".json")
		require.NoError(t, err)
		_, short, _ := strings.Cut(of, "/")
		for _, name := range names {
			for l, ending := range map[lang.Lang]string{lang.Vi: ".txt", lang.En: ".en.txt"} {
				p, err := new(ocop.Library).Paper(name, document, ocop.PaperOptions{Lang: l})
				require.NoError(t, err)
				written(t, "papers/"+short+"."+string(name)+ending, p.Text)
				if l == lang.Vi {
					written(t, "papers/"+short+"."+string(name)+".html", p.HTML)
				}
			}
		}
	}
	document, err := os.ReadFile("sheets/ca-phe-dak-lak.json")
	require.NoError(t, err)
	p, err := new(ocop.Library).Paper(paper.Report, document, ocop.PaperOptions{})
	require.NoError(t, err)
	written(t, "sheets/ca-phe-dak-lak.txt", p.Text)
	written(t, "papers/ca-phe-dak-lak.report.html", p.HTML)
}

// written holds what is written to a golden file.
func written(t *testing.T, golden string, write func(io.Writer) error) {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, write(&b))
	if *update {
		require.NoError(t, os.WriteFile(golden, b.Bytes(), 0o644))
	}
	want, err := os.ReadFile(golden)
	require.NoError(t, err)
	assert.Equal(t, string(want), b.String(), golden)
}
