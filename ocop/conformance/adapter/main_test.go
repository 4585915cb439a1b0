package main

import (
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A line in, a line out, in the same order; a document as a value, as text or as
// bytes, and the last line without a break.
func TestAnswersLineByLine(t *testing.T) {
	t.Parallel()
	var out strings.Builder
	require.NoError(t, answerAll(strings.NewReader(`{"id":"sheet/1","kind":"sheet","input":{"edition":"qd26-2026","set":13,"answers":{"1.1":"c"}}}

{"id":"plan/1","kind":"plan","input":{"edition":"qd26-2026","set":13,"answers":{}},"with":{"star":4}}
{"id":"vector-parse/1","kind":"vector-parse","text":"OCOP:qd26-2026/13/1.1:c"}
{"id":"sheet/2","kind":"sheet","base64":"/w=="}`), &out))
	lines := strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
	require.Len(t, lines, 4)
	assert.Contains(t, lines[0], `"id":"sheet/1"`)
	assert.Contains(t, lines[0], `"total":3`)
	assert.Contains(t, lines[1], `"code":"PLAN-01"`)
	assert.JSONEq(t, `{"id":"vector-parse/1","sheet":{"edition":"qd26-2026","set":13,"answers":{"1.1":"c"}}}`, lines[2])
	assert.Contains(t, lines[3], `"code":"JSON-02"`)
}

func TestRefusesWhatIsNoQuestion(t *testing.T) {
	t.Parallel()
	for line, says := range map[string]string{
		`{`:                                 "unexpected end",
		`{"id":"x/1","kind":"x","input":1}`: "no such kind",
		`{"id":"sheet/1","kind":"sheet"}`:   "no document",
		`{"id":"sheet/1","kind":"sheet","base":"x.json"}`: "whole documents",
	} {
		assert.ErrorContains(t, answerAll(strings.NewReader(line), &strings.Builder{}), says, line)
	}
	assert.ErrorIs(t, answerAll(broken{}, &strings.Builder{}), errBroken)
	assert.ErrorIs(t, answerAll(strings.NewReader(`{"id":"v","kind":"vector-parse","text":"OCOP:qd26-2026/13"}`), broken{}), errBroken)
}

var errBroken = errors.New("broken")

type broken struct{}

func (broken) Read([]byte) (int, error)  { return 0, errBroken }
func (broken) Write([]byte) (int, error) { return 0, errBroken }
