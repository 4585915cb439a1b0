package examples_test

import (
	"io"
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/dossier/procedure"
	"github.com/ocop-vn/ocop-go/ocop"
	"github.com/ocop-vn/ocop-go/scoring/civil"
)

// What is said of milestones, a life and days off is what stands beside them.
func TestDeadlines(t *testing.T) {
	t.Parallel()
	read := func(name string) []byte {
		t.Helper()
		data, err := os.ReadFile("deadlines/" + name + ".json")
		require.NoError(t, err)
		return data
	}
	schedule, err := ocop.Deadlines(read("moc-ngay"), procedure.Options{On: civil.Date{Year: 2026, Month: 9, Day: 20}})
	require.NoError(t, err)
	written(t, "deadlines/moc-ngay.txt", func(w io.Writer) error { return schedule.Report(w, ocop.ReportOptions{}) })

	standing, err := ocop.Life(read("giay-chung-nhan"), civil.Date{Year: 2029, Month: 10, Day: 10})
	require.NoError(t, err)
	written(t, "deadlines/giay-chung-nhan.txt", func(w io.Writer) error { return standing.Report(w, ocop.ReportOptions{}) })

	var holidays procedure.Holidays
	require.NoError(t, holidays.UnmarshalJSON(read("ngay-nghi-2027")))
	schedule, err = ocop.Deadlines([]byte(`{"filed":"2027-01-25"}`), procedure.Options{Holidays: holidays})
	require.NoError(t, err)
	written(t, "deadlines/ngay-nghi-2027.txt", func(w io.Writer) error { return schedule.Report(w, ocop.ReportOptions{}) })
}
