package ocop_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/dossier/procedure"
	"github.com/ocop-vn/ocop-go/ocop"
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/reading"
)

func ExampleDeadlines() {
	schedule, err := ocop.Deadlines([]byte(`{"application":"first","filed":"2026-08-24"}`), procedure.Options{On: civil.Date{Year: 2026, Month: 9, Day: 18}})
	if err != nil {
		fmt.Println(err)
	}
	for _, d := range schedule.Due {
		fmt.Println(d.Key, d.By, d.State)
	}
	// Output: commune-review 2026-09-17 missed
}

// What a dossier has due is what its milestones have, also of one that the
// earlier rules apply to (cases/law 10); as data each is what procedure gives.
func TestDeadlinesOfADossier(t *testing.T) {
	t.Parallel()
	earlier := changed(t, "dossiers/thuc-pham-lan-dau", func(d object) {
		member(d, "registration")["date"] = "2026-04-20"
		delete(member(d, "registration"), "provinceReceipt")
		member(d, "registration", "communeReceipt")["date"] = "2026-04-20"
		member(d, "communeReport")["date"] = "2026-05-05"
		for _, later := range []string{"council", "ministry", "provinceProposal", "requests", "decision"} {
			delete(d, later)
		}
	})
	require.Error(t, new(ocop.Library).Validate(ocop.DocumentDossier, earlier).Err())
	of := func(document []byte) string {
		schedule, err := ocop.Deadlines(document, procedure.Options{})
		require.NoError(t, err)
		due, err := json.Marshal(schedule.Due)
		require.NoError(t, err)
		assert.Equal(t, `{"due":`+string(due)+`,"on":null}`, string(schedule.AppendJSON(nil)))
		return string(due)
	}
	assert.Equal(t, of([]byte(`{"application":"first","filed":"2026-04-20","proposed":"2026-05-05"}`)), of(earlier))
	assert.Contains(t, of(earlier), `"key":"transition"`)
	assert.Contains(t, of(changed(t, "dossiers/thuc-pham-lan-dau", nil)), `"key":"commune-review"`)
	assert.JSONEq(t, `{"due":[],"on":null}`, string(new(ocop.Schedule).AppendJSON(nil)))
}

func TestSchedulesAreReadBack(t *testing.T) {
	t.Parallel()
	of := func(milestones string, on civil.Date) ocop.Schedule {
		s, err := ocop.Deadlines([]byte(milestones), procedure.Options{On: on})
		require.NoError(t, err)
		return s
	}
	for _, s := range []ocop.Schedule{{}, of(`{}`, civil.Date{Year: 2026, Month: 9, Day: 1}), of(`{"filed":"2026-08-24","expires":"2026-09-01"}`, civil.Date{})} {
		written, err := json.Marshal(s)
		require.NoError(t, err)
		var read ocop.Schedule
		require.NoError(t, json.Unmarshal(written, &read))
		assert.Equal(t, s, read)
	}
	for _, document := range []string{`{"due":[]}`, `{"due":[],"on":null,"x":1}`, `{"due":[{}],"on":null}`, `[]`} {
		assert.Error(t, json.Unmarshal([]byte(document), new(ocop.Schedule)), document)
	}
	standing, err := ocop.Life([]byte(`{"previous":{"star":4,"issued":"2026-08-05"},"steps":[]}`), civil.Date{})
	require.NoError(t, err)
	written, err := json.Marshal(standing)
	require.NoError(t, err)
	var read ocop.Standing
	require.NoError(t, json.Unmarshal(written, &read))
	assert.Equal(t, standing, read)
}

func TestRefusedSchedules(t *testing.T) {
	t.Parallel()
	for document, want := range map[string]string{
		`{"filed":"2026-02-30"}`:    "DATE-01 /filed",
		`{"edition":"qd26-2026"}`:   "DOSSIER-01 /application",
		`{"a":1,"edition":1}`:       "JSON-07 /a",
		`{"filed":`:                 "JSON-01 /filed",
		`[]`:                        "JSON-09 ",
		``:                          "JSON-01 ",
		`{"filed" 1, "edition": 2}`: "JSON-01 /filed",
	} {
		_, err := ocop.Deadlines([]byte(document), procedure.Options{})
		var problems problem.List
		require.ErrorAs(t, err, &problems, document)
		assert.Equal(t, want, problems[0].Code+" "+problems[0].Path, document)
	}
	_, err := ocop.Deadlines([]byte(`{}`), procedure.Options{Holidays: procedure.Holidays{1: {}}})
	assert.ErrorContains(t, err, "HOLIDAY-01")
}

// Every reading has a place, written as people do, and stands in a report once.
func TestReportOfReadings(t *testing.T) {
	t.Parallel()
	var all ocop.Schedule
	for _, r := range reading.All() {
		all.Due = append(all.Due, procedure.Due{Reading: r.ID, Article: "7"}, procedure.Due{Reading: r.ID, Article: "7"})
	}
	var b bytes.Buffer
	require.NoError(t, all.Report(&b, ocop.ReportOptions{Lang: lang.En}))
	for _, r := range reading.All() {
		place := r.Appendix.En
		if r.Article != "" {
			place = "Article " + r.Article
		}
		assert.Equal(t, 1, strings.Count(b.String(), "  "+string(r.ID)+": "+r.Text.En+" ("+place+")\n"), r.ID)
	}
	b.Reset()
	require.NoError(t, all.Report(&b, ocop.ReportOptions{}))
	assert.Contains(t, b.String(), "(Điều 5)")
	assert.Contains(t, b.String(), "(khoản 3 Điều 12)")
	assert.Contains(t, b.String(), "(điểm g khoản 6 Điều 7)")
	assert.Contains(t, b.String(), "(Phụ lục II, tiêu chí 5.2)")
}
