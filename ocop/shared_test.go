package ocop_test

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/dossier/procedure"
	"github.com/ocop-vn/ocop-go/ocop"
	"github.com/ocop-vn/ocop-go/ocop/schema"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/qd26/words"
	"github.com/ocop-vn/ocop-go/scoring/rubric"
)

// A thousand goroutines use one library, its loaded rubric beside the built-in one, at
// once, and each gets what one alone gets. With -race (make race) nothing is shared
// that somebody writes.
func TestThousandGoroutinesShareALibrary(t *testing.T) {
	t.Parallel()
	loaded := words.Rubric()
	loaded.Edition = "thu-2027"
	data, err := loaded.JSON()
	require.NoError(t, err)
	r, err := rubric.Read(data)
	require.NoError(t, err)
	library, err := ocop.NewLibrary(r)
	require.NoError(t, err)
	read := func(name string) []byte {
		text, err := os.ReadFile("../examples/" + name)
		require.NoError(t, err)
		return text
	}
	sheet, council, dossier := read("sheets/ca-phe-dak-lak.json"), read("council/hoi-dong-tinh.json"), read("dossiers/thuc-pham-lan-dau.json")
	other := bytes.Replace(sheet, []byte("qd26-2026"), []byte("thu-2027"), 1)
	holidays := procedure.KnownHolidays()

	jobs := []func() (string, error){
		func() (string, error) { return scored(library, sheet) },
		func() (string, error) { return scored(library, other) },
		func() (string, error) {
			s, err := library.Decide(council)
			if err != nil {
				return "", err
			}
			var minutes strings.Builder
			err = s.Minutes(&minutes, ocop.ReportOptions{Lang: lang.En})
			return minutes.String(), err
		},
		func() (string, error) {
			found := library.Validate(ocop.DocumentDossier, dossier)
			return fmt.Sprint(len(found), found), nil
		},
		func() (string, error) {
			e, err := library.Evaluate(other)
			if err != nil {
				return "", err
			}
			q := scoring.NewPlanRequest(e.Result.Sheet(), 5)
			p, err := scoring.MakePlan(&q)
			return string(p.AppendJSON(nil)), err
		},
		func() (string, error) {
			s, err := ocop.Deadlines(dossier, procedure.Options{On: civil.Date{Year: 2026, Month: 9, Day: 1}, Holidays: holidays})
			return fmt.Sprint(s), err
		},
		func() (string, error) {
			text, ok := schema.Get("sheet", lang.Vi)
			return fmt.Sprint(ok, len(text)), nil
		},
	}
	alone := make([]string, len(jobs))
	for i, job := range jobs {
		alone[i], err = job()
		require.NoError(t, err)
		require.NotEmpty(t, alone[i])
	}
	assert.NotEqual(t, alone[0], alone[1], "what follows from a loaded rubric is marked")
	var all sync.WaitGroup
	start := make(chan struct{})
	for i := range 1000 {
		all.Go(func() {
			<-start
			got, err := jobs[i%len(jobs)]()
			assert.NoError(t, err)
			assert.Equal(t, alone[i%len(jobs)], got)
		})
	}
	close(start)
	all.Wait()
}

// scored is a sheet's report, how many steps lead to it, and its result as JSON.
func scored(library *ocop.Library, document []byte) (string, error) {
	e, err := library.Evaluate(document)
	if err != nil {
		return "", err
	}
	var report strings.Builder
	if err := e.Report(&report, ocop.ReportOptions{}); err != nil {
		return "", err
	}
	return report.String() + fmt.Sprint(len(e.Explain())) + string(e.Result.AppendJSON(nil)), nil
}
