package ocop_test

import (
	"encoding/json"
	"io"
	"reflect"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/dossier/codes"
	"github.com/ocop-vn/ocop-go/dossier/procedure"
	"github.com/ocop-vn/ocop-go/ocop"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/lang"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/rubric"
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
		assert.ErrorContains(t, report(io.Discard, ocop.ReportOptions{}), "REPORT-01", name)
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

// A Result of a loaded rubric is explained in that rubric's words wherever it
// goes, and never in the built-in one's.
func TestResultFindsItsWords(t *testing.T) {
	t.Parallel()
	r, _ := own(t, "own")
	r.Sets[0].Name = lang.Text{Vi: "Bộ riêng", En: "A set of its own"}
	l, err := ocop.NewLibrary(r)
	require.NoError(t, err)
	e, err := l.Evaluate([]byte(`{"edition":"own","set":13,"answers":{}}`))
	require.NoError(t, err)
	alone := ocop.Evaluation{Result: e.Result}
	assert.Equal(t, "A set of its own", alone.Words().Name.En)
	assert.Equal(t, report(t, e, ocop.ReportOptions{}), report(t, alone, ocop.ReportOptions{}))
	assert.Contains(t, report(t, alone, ocop.ReportOptions{}), "Bộ riêng")
	builtIn := evaluate(t, `{"edition":"qd26-2026","set":13,"answers":{}}`)
	assert.Equal(t, report(t, builtIn, ocop.ReportOptions{}), report(t, ocop.Evaluation{Result: builtIn.Result}, ocop.ReportOptions{}))
}

// No exported method of a zero value panics, whatever zero it is given.
func TestZeroMethods(t *testing.T) {
	t.Parallel()
	for _, zero := range []any{
		ocop.Evaluation{}, ocop.Planning{}, ocop.Session{}, ocop.Referral{}, ocop.Library{}, ocop.Rule{}, ocop.Step{}, ocop.Document(""), ocop.Schedule{}, ocop.Standing{}, procedure.Standing{}, procedure.StepKind(""), procedure.Stage(""),
		scoring.Edition{}, scoring.Set{}, scoring.Criterion{}, scoring.Sheet{}, scoring.Result{}, scoring.PlanRequest{}, scoring.Plan{},
		scoring.Council{}, scoring.CouncilOutcome{}, scoring.Policy{}, scoring.Quorum{}, scoring.Difference{}, scoring.Safety{}, scoring.Class{},
		scoring.EditionInfo{}, scoring.Gate{}, scoring.Shortfall{},
		problem.List{}, problem.Problem{}, problem.Kind{}, problem.Collector{}, civil.Date{}, lang.Text{},
		rubric.Rubric{}, rubric.Set{}, rubric.Criterion{}, rubric.Option{},
		procedure.Life{}, procedure.Step{}, procedure.Milestones{}, procedure.Due{}, procedure.Round{}, procedure.Certificate{}, procedure.Holidays{}, procedure.Extension{}, codes.ProductCode{}, codes.ReceiptNumber{},
		dossier.Dossier{}, dossier.CouncilRecord{}, dossier.Application(""), dossier.ProducerKind(""),
	} {
		value := reflect.New(reflect.TypeOf(zero))
		for i := range value.NumMethod() {
			name := value.Type().Method(i).Name
			assert.NotPanics(t, func() { call(value.Method(i)) }, "%T.%s", zero, name)
		}
	}
}

// call calls a function with zero values, and what it returns if that goes
// through something.
func call(f reflect.Value) {
	in := make([]reflect.Value, f.Type().NumIn())
	for i := range in {
		switch t := f.Type().In(i); {
		case t == reflect.TypeFor[io.Writer]():
			in[i] = reflect.ValueOf(io.Discard)
		case t.Kind() == reflect.Func:
			in[i] = reflect.MakeFunc(t, func([]reflect.Value) []reflect.Value { return []reflect.Value{reflect.ValueOf(true)} })
		case t.Kind() == reflect.Pointer:
			in[i] = reflect.New(t.Elem())
		default:
			in[i] = reflect.Zero(t)
		}
	}
	if f.Type().IsVariadic() {
		f.CallSlice(in)
		return
	}
	for _, out := range f.Call(in) {
		if out.Kind() == reflect.Func && !out.IsNil() {
			call(out)
		}
	}
}

// What is marshalled is read back the same, and nothing else is.
func TestReadBack(t *testing.T) {
	t.Parallel()
	var l ocop.Library
	planning, err := l.Plan(changed(t, "sheets/gao-st25", nil), 4, 2)
	require.NoError(t, err)
	further, err := l.Plan(changed(t, "sheets/gao-st25", nil), 4, 1)
	require.NoError(t, err)
	require.Len(t, further.Others, 1)
	five, err := l.Decide(changed(t, "council/"+province, nil))
	require.NoError(t, err)
	referral := ocop.NewReferral(&five, &five)
	evaluation := evaluate(t, string(changed(t, "dossiers/thuc-pham-lan-dau", nil)))
	for name, c := range map[string]struct{ value, read any }{
		"planning":   {&planning, &ocop.Planning{}},
		"one more":   {&further, &ocop.Planning{}},
		"zero plan":  {&ocop.Planning{}, &ocop.Planning{}},
		"referral":   {referral, &ocop.Referral{}},
		"no council": {&ocop.Referral{}, &ocop.Referral{}},
		"session":    {&five, &ocop.Session{}},
		"evaluation": {&evaluation, &ocop.Evaluation{}},
	} {
		written, err := json.Marshal(c.value)
		require.NoError(t, err, name)
		require.NoError(t, json.Unmarshal(written, c.read), "%s: %s", name, written)
		assert.Equal(t, c.value, c.read, name)
	}
	for name, c := range map[string]struct {
		value    any
		from, to string
		read     any
		at       string
	}{
		"another star":     {referral, `"star":5}}`, `"star":4}}`, &ocop.Referral{}, "/referral/star"},
		"one more":         {referral, `"result":`, `"more":1,"result":`, &ocop.Referral{}, "/referral/more"},
		"a forged sum":     {referral, `"sum":`, `"sum":1`, &ocop.Referral{}, "/average"},
		"the ministry's":   {referral, `"ministry":{`, `"ministry":{"more":1,`, &ocop.Referral{}, "/ministry"},
		"no such ministry": {referral, `"ministry":{`, `"ministry":3,"x":{`, &ocop.Referral{}, "/ministry"},
		"no such member":   {planning, `"others":`, `"other":`, &ocop.Planning{}, "/other"},
		"a list is none":   {planning, `"others":[`, `"others":[[],`, &ocop.Planning{}, "/others/0"},
		"broken off":       {planning, `"others":[`, `"others":`, &ocop.Planning{}, "/others"},
	} {
		written, err := json.Marshal(c.value)
		require.NoError(t, err)
		bad := strings.Replace(string(written), c.from, c.to, 1)
		require.NotEqual(t, string(written), bad, name)
		err = c.read.(json.Unmarshaler).UnmarshalJSON([]byte(bad))
		problems := problem.From(err)
		require.Len(t, problems, 1, name)
		assert.Equal(t, "JSON-13 "+c.at, problems[0].Code+" "+problems[0].Path, name)
		assert.Zero(t, reflect.ValueOf(c.read).Elem().Interface(), name)
	}
	require.NoError(t, referral.UnmarshalJSON([]byte("null")))
	assert.Zero(t, *referral)
}
