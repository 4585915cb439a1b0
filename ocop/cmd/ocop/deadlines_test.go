package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Days off come from a file too: the year that it names has those and no others.
func TestHolidaysFile(t *testing.T) {
	t.Parallel()
	calendar := func(text string) string {
		name := filepath.Join(t.TempDir(), "lich.json")
		require.NoError(t, os.WriteFile(name, []byte(text), 0o600))
		return name
	}
	const filed = `{"application":"first","filed":"2026-08-24"}`
	out, errs, code := run(filed, "deadlines", "--lang", "en", "-")
	assert.Equal(t, []any{"", exitOK}, []any{errs, code})
	assert.Contains(t, out, "2026-09-17: open")
	out, errs, code = run(filed, "deadlines", "--lang", "en", "--holidays", calendar(`{"2026":{"off":["2026-08-31"]}}`), "-")
	assert.Equal(t, []any{"", exitOK}, []any{errs, code})
	assert.Contains(t, out, "2026-09-15: open")
	assert.Contains(t, out, "days off not counted: 2026-08-31; a later notice")
	wrong := calendar(`{"2026":{"off":["2027-08-31"]}}`)
	out, errs, code = run(filed, "deadlines", "--lang", "en", "--holidays", wrong, "-")
	assert.Equal(t, []any{"", exitProblems}, []any{out, code})
	assert.Equal(t, wrong+": HOLIDAY-02 /2026/off/0: 2027-08-31 is not a day of 2026.\n", errs)
}
