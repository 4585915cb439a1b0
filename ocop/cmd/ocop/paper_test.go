package main

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// The report as a paper is what score prints; and no paper moves the terminal,
// not as JSON either.
func TestPaper(t *testing.T) {
	t.Parallel()
	const sheet = sheets + "ca-phe-dak-lak.json"
	for _, language := range []string{"vi", "en"} {
		want, _, _ := run("", "score", "--lang", language, sheet)
		out, errs, code := run("", "paper", "--lang", language, "report", sheet)
		assert.Equal(t, exitOK, code, errs)
		assert.Equal(t, want, out)
	}
	out, _, code := run("", "paper", "report", "--format", "html", sheet)
	assert.Equal(t, exitOK, code)
	assert.Contains(t, out, "<h2>Mức tối thiểu chưa đạt cho 5 sao</h2>")
	_, errs, code := run("", "paper", "report", councils+"hoi-dong-tinh.json")
	assert.Equal(t, exitProblems, code)
	assert.Contains(t, errs, "PAPER-04")

	council := `{"edition":"qd26-2026","set":13,"members":[{"id":"m` + "\u0085\u009b\u2028\u202e" + `","answers":{}}]}`
	for _, format := range []string{"text", "html", "json"} {
		out, errs, code := run(council, "paper", "minutes", "--format", format, "-")
		assert.Equal(t, exitOK, code, errs)
		assert.NotRegexp(t, `[\x00-\x09\x0b-\x1f\x7f-\x{9f}\x{2028}-\x{202e}]`, out, format)
		assert.Contains(t, out, `m\u0085\u009b\u2028\u202e`, format)
	}
}
