package text_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/ocop-vn/ocop-go/ocop/internal/text"
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/lang"
)

func TestNumber(t *testing.T) {
	t.Parallel()
	for n, want := range map[int]string{
		0: "0", 7: "7", 999: "999", 1000: "1.000", 10_000: "10.000", 123_456: "123.456", 5_000_000: "5.000.000", -1: "−1", -12: "−12", -1234: "−1.234",
	} {
		assert.Equal(t, text.Own(want), text.Number(n, lang.Vi))
		assert.Equal(t, text.Own(strings.ReplaceAll(want, ".", ",")), text.Number(n, lang.En))
	}
	for n := 1; n < 1<<29; n = 3*n + 1 {
		assert.Equal(t, strconv.Itoa(n), strings.ReplaceAll(string(text.Number(n, lang.Vi)), ".", ""))
	}
}

func TestChange(t *testing.T) {
	t.Parallel()
	assert.Equal(t, text.Own("+1.200"), text.Change(1200, lang.Vi))
	assert.Equal(t, text.Own("−3"), text.Change(-3, lang.Vi))
	assert.Equal(t, text.Own("0"), text.Change(0, lang.En))
	assert.Equal(t, text.Own("+1"), text.Change(1, lang.Vi))
	assert.Equal(t, text.Own("−1"), text.Change(-1, lang.En))
	assert.Equal(t, text.Own("+1,2"), text.PointsChange(12, lang.Vi))
	assert.Equal(t, text.Own("−10.0"), text.PointsChange(-100, lang.En))
	assert.Equal(t, text.Own("0.0"), text.PointsChange(0, lang.En))
}

func TestPercent(t *testing.T) {
	t.Parallel()
	assert.Equal(t, text.Own("31,4%"), text.Percent(314, lang.Vi))
	assert.Equal(t, text.Own("0.0%"), text.Percent(0, lang.En))
	assert.Equal(t, text.Own("100.0%"), text.Percent(1000, lang.En))
}

func TestDay(t *testing.T) {
	t.Parallel()
	d := civil.Date{Year: 2026, Month: 8, Day: 5}
	assert.Equal(t, text.Own("05/08/2026"), text.Day(d, lang.Vi))
	assert.Equal(t, text.Own("2026-08-05"), text.Day(d, lang.En))
	assert.Equal(t, text.Own("09/10/2026"), text.Day(civil.Date{Year: 2026, Month: 10, Day: 9}, lang.Vi))
	assert.Equal(t, text.Own("12/11/2026"), text.Day(civil.Date{Year: 2026, Month: 11, Day: 12}, ""))
}
