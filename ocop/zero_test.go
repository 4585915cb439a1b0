package ocop_test

import (
	"io"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/ocop"
)

// A zero value has no report, and says so instead of panicking or writing nothing.
func TestZeroValues(t *testing.T) {
	t.Parallel()
	reports := map[string]func(io.Writer, ocop.ReportOptions) error{
		"evaluation":         (&ocop.Evaluation{}).Report,
		"plan":               (&ocop.Planning{}).Report,
		"minutes":            (&ocop.Session{}).Minutes,
		"referral":           (&ocop.Referral{}).Report,
		"referral of none":   ocop.NewReferral(nil, nil).Report,
		"referral of a zero": ocop.NewReferral(&ocop.Session{}, nil).Report,
	}
	for name, report := range reports {
		assert.ErrorIs(t, report(io.Discard, ocop.ReportOptions{}), ocop.ErrNothing, name)
	}
	assert.Empty(t, (&ocop.Evaluation{}).Explain())
	assert.Nil(t, (&ocop.Evaluation{}).Words())
	for _, v := range []interface{ MarshalJSON() ([]byte, error) }{&ocop.Referral{}, ocop.NewReferral(nil, nil)} {
		data, err := v.MarshalJSON()
		assert.NoError(t, err)
		assert.Equal(t, "null", string(data))
	}
	_, err := (&ocop.Planning{}).MarshalJSON()
	assert.NoError(t, err)
	results, err := (&ocop.Evaluation{}).Results()
	assert.NoError(t, err)
	assert.Zero(t, results)
	var l ocop.Library
	_, err = l.Evaluate(nil)
	assert.ErrorContains(t, err, "JSON-01")
	_, err = l.Decide(nil)
	assert.ErrorContains(t, err, "JSON-01")
	_, err = l.Plan(nil, 0, 0)
	assert.ErrorContains(t, err, "JSON-01")
	_, err = l.Plan([]byte(`{}`), 9, -1)
	assert.Error(t, err)
	assert.Zero(t, ocop.Document("").MaxBytes())
	assert.NotEmpty(t, l.Validate("", nil))
	_, err = l.Rubric("")
	assert.ErrorContains(t, err, "EDITION-04")
}

// A Result of a loaded rubric is never explained in the built-in one's words.
func TestResultWithoutItsWords(t *testing.T) {
	t.Parallel()
	r, _ := own(t, "own")
	l, err := ocop.NewLibrary(r)
	require.NoError(t, err)
	e, err := l.Evaluate([]byte(`{"edition":"own","set":13,"answers":{}}`))
	require.NoError(t, err)
	alone := ocop.Evaluation{Result: e.Result}
	assert.ErrorIs(t, alone.Report(io.Discard, ocop.ReportOptions{}), ocop.ErrNothing)
	assert.Empty(t, alone.Explain())
	builtIn := evaluate(t, `{"edition":"qd26-2026","set":13,"answers":{}}`)
	assert.Equal(t, report(t, builtIn, ocop.ReportOptions{}), report(t, ocop.Evaluation{Result: builtIn.Result}, ocop.ReportOptions{}))
}
