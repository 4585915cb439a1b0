package validation_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"net"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/go-playground/validator/v10"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/dossier/internal/dossiertest"
	"github.com/ocop-vn/ocop-go/dossier/validation"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// request is a program's own, with rules of its own on and beside the dossier.
type request struct {
	Office   string            `json:"office" validate:"required"`
	Password string            `json:"password" validate:"min=8"`
	Phones   []string          `json:"phones" validate:"max=3,dive,vn_phone"`
	Labels   map[string]string `json:"labels,omitempty" validate:"dive,keys,max=3,endkeys,oneof=a b"`
	Ratio    float64           `json:"ratio" validate:"ne=1"`
	Dossier  *dossier.Dossier  `json:"dossier" validate:"required"`
	Producer dossier.Producer  `json:"producer" validate:"-"`
}

func ready(t *testing.T, options ...validator.Option) *validator.Validate {
	t.Helper()
	v := validator.New(options...)
	require.NoError(t, validation.Register(v))
	v.RegisterAlias("vn_phone", "required,ocop_phone")
	return v
}

// right is a dossier without a problem.
func right() *dossier.Dossier {
	x := dossiertest.Valid()
	x.Updates = nil
	return &x
}

// What fails beside the dossier is told too, at its place, without its value.
func TestRulesOfTheProgram(t *testing.T) {
	t.Parallel()
	v := ready(t)
	good := request{Office: "x", Password: "12345678", Dossier: right()}
	require.NoError(t, v.Struct(&good))

	x := good
	x.Office, x.Password, x.Ratio = "", "secret", 1
	x.Phones = []string{"0912345678", "1", ""}
	x.Labels = map[string]string{"a/b": "c", "long": "a"}
	x.Dossier.Producer.Phone = "1"
	problems := validation.Problems(&x, v.Struct(&x))
	assert.Equal(t, []string{
		"DOSSIER-11 /dossier/producer/phone", "VALIDATION-01 /labels/a~1b", "VALIDATION-01 /labels/long", "VALIDATION-01 /office", "VALIDATION-01 /password",
		"DOSSIER-11 /phones/1", "VALIDATION-01 /phones/2", "VALIDATION-01 /ratio",
	}, places(problems))
	assert.Equal(t, "labels: breaks this program's own rule “oneof=a b”.", problems[1].Message.En)
	assert.Equal(t, "office: không đáp ứng quy tắc “required” của phần mềm này.", problems[3].Message.Vi)
	assert.Equal(t, []problem.Param{{Name: "rule", Value: "min=8"}, {Name: "field", Value: "password"}}, problems[4].Params)
	assert.Contains(t, problems[5].Message.En, "phones: “1” is not a Vietnamese telephone number", "a rule of the dossier's, under a name of the program's")
	assert.NotContains(t, problems.Error(), "secret")
	assert.Equal(t, problem.LayerRule, problems[3].Layer)

	x = good
	x.Dossier = nil
	assert.Equal(t, []string{"VALIDATION-01 /dossier"}, places(validation.Problems(x, v.Struct(x))))
	assert.Equal(t, []string{"DOSSIER-11 "}, places(validation.Problems("1", v.Var("1", "ocop_phone"))))
	assert.Contains(t, validation.Problems("1", v.Var("1", "ocop_phone"))[0].Message.Vi, "Giá trị: “1” không phải số điện thoại")
}

// A rule on a dossier as a whole keeps validator from looking into it.
func TestRulesOnTheWholeDossier(t *testing.T) {
	t.Parallel()
	v := ready(t, validator.WithRequiredStructEnabled())
	require.NoError(t, v.RegisterValidation("open", func(validator.FieldLevel) bool { return false }))
	var empty struct {
		Dossier dossier.Dossier `json:"dossier" validate:"required"`
	}
	same(t, validation.Problems(empty, v.Struct(empty)), &empty.Dossier, "/dossier")

	var report struct {
		First problem.Problem `json:"first" validate:"required"`
	}
	assert.Equal(t, []string{"VALIDATION-01 /first"}, places(validation.Problems(report, v.Struct(report))), "a problem that is the program's own value")

	var closed struct {
		Dossier dossier.Dossier `json:"dossier" validate:"open"`
	}
	closed.Dossier = *right()
	closed.Dossier.Producer.Phone = "1"
	assert.Equal(t, []string{"VALIDATION-01 /dossier", "DOSSIER-11 /dossier/producer/phone"}, places(validation.Problems(&closed, v.Struct(&closed))))
}

// Part of a dossier validated by itself, in an instance of any tag name, has the
// problems of that part.
func TestPartsOfADossier(t *testing.T) {
	t.Parallel()
	x := right()
	x.Producer.Phone, x.Edition, x.Evidence[0].ID = "1", "x", "-"
	for _, v := range instances(t) {
		assert.Equal(t, []string{"DOSSIER-11 /phone"}, places(validation.Problems(&x.Producer, v.Struct(&x.Producer))), v.name)
		assert.Equal(t, []string{"DOSSIER-17 /0/id"}, places(validation.Problems(x.Evidence, v.Var(x.Evidence, "dive"))), v.name)

		assert.Nil(t, validation.Problems(x, v.StructPartial(x, "Product")), v.name)
		assert.Equal(t, []string{"DOSSIER-11 /producer/phone"}, places(validation.Problems(x, v.StructPartial(x, "Producer", "Producer.Phone"))), v.name)
		assert.Equal(t, []string{"DOSSIER-17 /evidence/0/id", "DOSSIER-11 /producer/phone"}, places(validation.Problems(x, v.StructExcept(x, "Edition"))), v.name)
		err := v.StructFiltered(x, func(namespace []byte) bool { return strings.HasSuffix(string(namespace), ".Producer") })
		assert.Equal(t, []string{"DOSSIER-03 /edition", "DOSSIER-17 /evidence/0/id"}, places(validation.Problems(x, err)), v.name)
	}
	x.Product.Group = "2"
	v := ready(t)
	assert.Equal(t, []string{"DOSSIER-11 /producer/phone", "DOSSIER-33 /product/group"},
		places(validation.Problems(x, v.StructPartial(x, "Producer", "Producer.Phone"))), "between fields is judged all the same")
}

// What validator does not look at has no problems.
func TestNotLookedAt(t *testing.T) {
	t.Parallel()
	v := ready(t)
	assert.NoError(t, v.Var(dossier.Dossier{}, ""))
	assert.NoError(t, v.Struct(struct {
		List []dossier.Dossier
		Out  dossier.Dossier `validate:"-"`
		None *dossier.Dossier
	}{List: make([]dossier.Dossier, 1)}))
	assert.Nil(t, validation.Problems(dossier.Dossier{}, nil))
}

// sliceErrors is as gin's SliceValidationError: no index, and no error where all is well.
type sliceErrors []error

func (sliceErrors) Error() string { return "slice" }

// eachOf validates the items of a list as gin does.
func eachOf[T any](v *validator.Validate, items []T) error {
	var errs sliceErrors
	for _, item := range items {
		if err := v.Struct(item); err != nil {
			errs = append(errs, err)
		}
	}
	return errs
}

func TestErrorsOfAList(t *testing.T) {
	t.Parallel()
	v := ready(t)
	phone, group, both := right(), right(), right()
	phone.Producer.Phone, group.Product.Group = "1", "2"
	both.Producer.Phone, both.Product.Group = "1", "2"
	list := []*dossier.Dossier{right(), group, right(), both, phone, right(), group}
	want := []string{"DOSSIER-33 /1/product/group", "DOSSIER-11 /3/producer/phone", "DOSSIER-33 /3/product/group", "DOSSIER-11 /4/producer/phone", "DOSSIER-33 /6/product/group"}
	assert.Equal(t, want, places(validation.Problems(&list, eachOf(v, list))))

	lists := [][]*dossier.Dossier{{right()}, {right(), phone}, {group}}
	err := sliceErrors{eachOf(v, lists[1]), eachOf(v, lists[2])}
	assert.Equal(t, []string{"DOSSIER-11 /1/1/producer/phone", "DOSSIER-33 /2/0/product/group"}, places(validation.Problems(lists, fmt.Errorf("bind: %w", err))))

	requests := []request{{Ratio: 2}, {Password: "12345678", Ratio: 1, Office: "x"}, {Password: "12345678", Ratio: 1, Office: "x", Dossier: right()}}
	assert.Equal(t, []string{"VALIDATION-01 /0/dossier", "VALIDATION-01 /0/office", "VALIDATION-01 /0/password", "VALIDATION-01 /1/dossier", "VALIDATION-01 /1/ratio", "VALIDATION-01 /2/ratio"},
		places(validation.Problems(requests, eachOf(v, requests))))

	// An item that has no such place, or another value there, is passed over.
	numbers := []phones{{}, {Of: []string{"0912345678"}}, {Of: []string{"0912345678", "0912345678"}}, {Of: []string{"0912345678", "1"}}, {By: map[string]string{"a": "1"}}, {}}
	assert.Equal(t, []string{"DOSSIER-11 /3/of/1", "DOSSIER-11 /4/by/a"}, places(validation.Problems(numbers, eachOf(v, numbers))))
	mixed := []any{7, struct{}{}, map[string]string{}, phone}
	assert.Equal(t, []string{"DOSSIER-11 /3/producer/phone"}, places(validation.Problems(mixed, sliceErrors{v.Struct(phone)})))

	assert.Equal(t, []string{"DOSSIER-11 /1/producer/phone"}, places(validation.Problems([2]*dossier.Dossier{right(), phone}, sliceErrors{v.Struct(phone)})))
	assert.Equal(t, []string{"DOSSIER-11 /1/1/producer/phone", "DOSSIER-33 /2/0/product/group"}, places(validation.Problems([]any{&lists[0], &lists[1], &lists[2]}, err)))
	updated := dossiertest.Valid() // has another problem between its fields
	assert.Equal(t, []string{"DOSSIER-33 /1/product/group"}, places(validation.Problems([]*dossier.Dossier{&updated, group}, sliceErrors{v.Struct(group)})))
	assert.Equal(t, []string{"VALIDATION-02 ", "VALIDATION-01 "},
		places(validation.Problems([]*dossier.Dossier{right(), phone}, sliceErrors{unfinished{}, v.Struct(phone)})), "what no item has is of another list, and so is what follows")

	// A value that the program converts cannot be compared: the list is the place.
	v.RegisterCustomTypeFunc(func(field reflect.Value) any { return field.Interface().(money).dong }, money{}) //nolint:forcetypeassert // registered for it
	prices := []price{{money{1}}, {money{2}}}
	assert.Equal(t, []string{"VALIDATION-01 "}, places(validation.Problems(prices, eachOf(v, prices))))
	assert.Equal(t, []string{"VALIDATION-01 /price"}, places(validation.Problems(prices[1], v.Struct(prices[1]))))

	// Of another list, or of what cannot be told apart: nothing is lost.
	assert.Equal(t, []string{"DOSSIER-33 /product/group", "DOSSIER-33 /product/group"},
		places(validation.Problems([]*dossier.Dossier{right()}, eachOf(v, []*dossier.Dossier{group, group}))))
	assert.Equal(t, []string{"VALIDATION-01 ", "DOSSIER-33 /product/group"}, places(validation.Problems(7, eachOf(v, []*dossier.Dossier{both}))))
	nan := []struct {
		N float64 `json:"n" validate:"eq=1"`
	}{{math.NaN()}}
	assert.Equal(t, []string{"VALIDATION-01 "}, places(validation.Problems(nan, eachOf(v, nan))))
}

type (
	phones struct {
		Of []string          `json:"of" validate:"dive,ocop_phone"`
		By map[string]string `json:"by" validate:"dive,ocop_phone"`
	}
	money struct{ dong int }
	price struct {
		Price money `json:"price" validate:"max=1"`
	}
)

// unfinished is an error that wraps nothing yet.
type unfinished struct{}

func (unfinished) Error() string { return "not yet" }
func (unfinished) Unwrap() error { return nil }

// framework is as echo's HTTPError.
type framework struct{ internal error }

func (framework) Error() string   { return "code=400" }
func (f framework) Unwrap() error { return f.internal }

// parts is an error of several, of which some may be none.
type parts []error

func (parts) Error() string     { return "parts" }
func (p parts) Unwrap() []error { return p }

// Any error has at least one problem, and none panics.
func TestAnyError(t *testing.T) {
	t.Parallel()
	v := ready(t)
	x := right()
	x.Producer.Phone = "1"
	found := v.Struct(x)
	var fields validator.ValidationErrors
	require.ErrorAs(t, found, &fields)
	other := right()
	other.Product.Group = "2"
	between := v.Struct(other)
	_, listed := dossier.Decode([]byte(`{`))
	type Dossier struct{ Producer int }
	syntax := json.Unmarshal([]byte("{"), x)
	for name, c := range map[string]struct {
		value any
		err   error
		want  []string
	}{
		"no error":            {x, nil, nil},
		"wrapped":             {x, fmt.Errorf("bind: %w", found), []string{"DOSSIER-11 /producer/phone"}},
		"in a framework's":    {x, &framework{found}, []string{"DOSSIER-11 /producer/phone"}},
		"joined":              {x, errors.Join(syntax, found), []string{"VALIDATION-02 ", "DOSSIER-11 /producer/phone"}},
		"of the reader":       {x, fmt.Errorf("read: %w", listed), places(listed.(problem.List))}, //nolint:errorlint // Decode's own
		"of syntax":           {x, syntax, []string{"VALIDATION-02 "}},
		"nothing to validate": {nil, v.Struct(nil), []string{"VALIDATION-02 "}},
		"no struct":           {7, v.Struct(7), []string{"VALIDATION-02 "}},
		"wraps nothing":       {x, unfinished{}, []string{"VALIDATION-02 "}},
		"no findings":         {x, validator.ValidationErrors{}, []string{"VALIDATION-02 "}},
		"nil findings":        {x, validator.ValidationErrors{nil}, []string{"VALIDATION-02 "}},
		"no items":            {x, sliceErrors{}, []string{"VALIDATION-02 "}},
		"a pointer to none":   {x, (*validator.InvalidValidationError)(nil), []string{"VALIDATION-02 "}},
		"none of its own":     {x, (*framework)(nil), []string{"VALIDATION-02 "}},
		"parts that are none": {x, parts{nil, found}, []string{"DOSSIER-11 /producer/phone"}},
		"nil items":           {[]int{1}, sliceErrors{nil}, []string{"VALIDATION-02 "}},
		"a list of no errors": {x, net.UnknownNetworkError("x"), []string{"VALIDATION-02 "}},
		"no value":            {nil, found, []string{"VALIDATION-01 "}},
		"a nil pointer":       {(*dossier.Dossier)(nil), found, []string{"VALIDATION-01 "}},
		"of the same name":    {Dossier{}, between, []string{"DOSSIER-33 /product/group"}},
		"a nil dossier":       {request{}, between, []string{"DOSSIER-33 /dossier/product/group"}},
		"a nil embedded one":  {embeddingPointer{}, v.Struct(struct{ Producer dossier.Producer }{x.Producer}), []string{"VALIDATION-01 "}},
		"no such item":        {[]string{"x"}, v.Var(map[int]string{-1: "x", 1: "x"}, "dive,ocop_date"), []string{"VALIDATION-01 ", "VALIDATION-01 "}},
		"a name for an index": {[]string{"x"}, v.Var(map[string]string{"a": "x"}, "dive,ocop_date"), []string{"VALIDATION-01 "}},
		"a longer name":       {map[string]string{"a": "x"}, v.Var(map[string]string{"ab": "x"}, "dive,ocop_date"), []string{"VALIDATION-01 "}},
		"an index in a text":  {[]string{"x"}, v.Var([][]string{{"x"}}, "dive,dive,ocop_date"), []string{"VALIDATION-01 /0"}},
		"a name as fields'":   {x, v.Var(map[string]string{"Producer.Phone": "1"}, "dive,ocop_phone"), []string{"VALIDATION-01 "}},
		"fields as a name":    {map[string]string{"phones.Of[0": "1"}, v.Struct(phones{Of: []string{"1"}}), []string{"VALIDATION-01 "}},
		"the furthest of two": {
			map[string]map[string]string{"a][b": {}, "a": {}}, v.Var(map[string]map[string]string{"a": {"b][c": "x"}}, "dive,dive,ocop_date"), []string{"VALIDATION-01 /a][b"},
		},
		"a shorter value":      {dossier.Dossier{}, found, []string{"DOSSIER-11 /producer/phone"}},
		"another value":        {request{}, found, []string{"VALIDATION-01 /dossier"}},
		"the value's dossier":  {x, v.Struct(&DossierRequest{*x}), []string{"VALIDATION-01 "}},
		"the dossier's holder": {&DossierRequest{*x}, found, []string{"DOSSIER-11 /dossier/producer/phone"}},
	} {
		problems := validation.Problems(c.value, c.err)
		assert.Equal(t, c.want, places(problems), name)
	}
	assert.Contains(t, validation.Problems(x, unfinished{})[0].Message.Vi, "not yet")
	assert.Contains(t, validation.Problems(nil, found)[0].Message.En, "Dossier.Producer.Phone: breaks")
	type Producer struct {
		Phone string `json:"phone" validate:"ocop_phone"`
	}
	assert.Contains(t, validation.Problems(Producer{}, v.Struct(Producer{}))[0].Message.Vi, "phone: ", "of the name of a dossier's, and none")
	assert.Contains(t, validation.Problems([]int{1}, sliceErrors{nil})[0].Message.Vi, "slice")
	assert.Contains(t, validation.Problems(x, syntax)[0].Message.En, "unexpected end of JSON input")
	assert.Contains(t, validation.Problems(nil, found)[0].Message.Vi, "Dossier.Producer.Phone: không đáp ứng quy tắc “ocop_phone”")
}

// An error of any value beside any other value: what was found is told, and
// nothing panics.
func TestErrorsOfAnotherValue(t *testing.T) {
	t.Parallel()
	all := instances(t)
	v := all[len(all)-1].Validate
	var x dossier.Dossier
	x.Report.Claims = map[string]dossier.Claim{"a": {}}
	x.Product.Set, x.Product.Sector = 11, "II"
	for _, h := range holders() {
		value, _ := h.hold(x)
		err := h.validate(v, value)
		for _, other := range holders() {
			for _, content := range []dossier.Dossier{{}, x} {
				another, _ := other.hold(content)
				assert.NotEmpty(t, validation.Problems(another, err), "%s, %s", h.name, other.name)
				assert.NotEmpty(t, validation.Problems(another, sliceErrors{err}), "%s, %s", h.name, other.name)
			}
		}
	}
}

// Rules on texts, on what is none.
func TestRulesOnOtherKinds(t *testing.T) {
	t.Parallel()
	v := ready(t)
	x := struct {
		Line   int     `json:"line" validate:"ocop_line=50"`
		Phone  *string `json:"phone" validate:"ocop_phone"`
		Either string  `json:"either" validate:"ocop_phone|ocop_date"`
		Named  named   `json:"named" validate:"ocop_date"`
		Own    string  `json:"x" validate:"gte=3"`
	}{Named: "x"}
	problems := validation.Problems(&x, v.Struct(&x))
	assert.Equal(t, []string{"VALIDATION-01 /either", "VALIDATION-01 /line", "DOSSIER-10 /named", "VALIDATION-01 /phone", "VALIDATION-01 /x"}, places(problems))
	assert.Contains(t, problems[0].Message.En, "“ocop_phone|ocop_date”")
	assert.Equal(t, "x: không đáp ứng quy tắc “gte=3” của phần mềm này.", problems[4].Message.Vi)
}

// Two names in maps that make one namespace are told apart by what stands there.
func TestNamespacesOfTwoPlaces(t *testing.T) {
	t.Parallel()
	v := ready(t)
	type item struct {
		N int `json:"n" validate:"max=0"`
	}
	type node struct {
		M map[string]map[string]item `json:"m" validate:"dive,dive"`
	}
	x := node{M: map[string]map[string]item{"a": {"b][c": {1}}, "a][b": {"c": {0}}}}
	assert.Equal(t, []string{"VALIDATION-01 /m/a/b][c/n"}, places(validation.Problems(x, v.Struct(x))))
	x = node{M: map[string]map[string]item{"a": {"b][c": {0}}, "a][b": {"c": {1}}}}
	assert.Equal(t, []string{"VALIDATION-01 /m/a][b/c/n"}, places(validation.Problems(x, v.Struct(x))))

	x = node{M: map[string]map[string]item{"a": {"b][c": {1}}, "a][b": {"c": {1}}}}
	for range 20 { // of a map, whose order is any
		assert.Equal(t, []string{"VALIDATION-01 /m/a][b/c/n", "VALIDATION-01 /m/a][b/c/n"}, places(validation.Problems(x, v.Struct(x))), "of two that fit the longer name")
	}

	type holding struct {
		M map[string]map[string]dossier.Dossier `json:"m" validate:"dive,dive"`
	}
	wrong := *right()
	wrong.Product.Group = "2"
	y := holding{M: map[string]map[string]dossier.Dossier{"a": {"b][c": *right()}, "a][b": {"c": wrong}}}
	assert.Equal(t, []string{"DOSSIER-33 /m/a][b/c/product/group"}, places(validation.Problems(y, v.Struct(y))))
}

// textKey is a key with a name of its own in JSON.
type textKey struct{ n int }

func (k textKey) MarshalText() ([]byte, error) { return fmt.Appendf(nil, "k/%d", k.n), nil }

// textName is a text, which JSON writes as it is whatever its method says.
type textName string

func (textName) MarshalText() ([]byte, error) { return []byte("text"), nil }

// A map's keys are named as JSON names them.
func TestNamesOfKeys(t *testing.T) {
	t.Parallel()
	v := ready(t)
	for _, c := range []struct {
		value any
		want  string
	}{
		{map[textKey]string{{3}: "x"}, "/k~13"},
		{map[int8]string{-3: "x"}, "/-3"},
		{map[int]string{-12: "x"}, "/-12"},
		{map[time.Weekday]string{time.Tuesday: "x"}, "/2"},
		{map[uint]string{3: "x"}, "/3"},
		{map[any]string{1.5: "x"}, "/1.5"},
		{map[any]string{any("a"): "x"}, "/a"},
		{map[named]string{"a": "x"}, "/a"},
		{map[textName]string{"a": "x"}, "/a"},
	} {
		assert.Equal(t, []string{"DOSSIER-10 " + c.want}, places(validation.Problems(c.value, v.Var(c.value, "dive,ocop_date"))), reflect.TypeOf(c.value).String())
	}
}

// A key that nothing can be asked of is named as it prints.
func TestNamesOfUnexportedKeys(t *testing.T) {
	t.Parallel()
	x := struct {
		of map[textKey]string `validate:"dive,ocop_date"`
	}{of: map[textKey]string{{3}: "x"}}
	assert.Equal(t, []string{"DOSSIER-10 /of/{3}"}, places(validation.Problems(&x, ready(t, validator.WithPrivateFieldValidation()).Struct(&x))))
}

// A chain of pointers that leads to itself ends.
func TestPointerToItself(t *testing.T) {
	t.Parallel()
	type loop *loop
	var p loop
	p = &p
	found := ready(t).Struct(request{})
	assert.NotEmpty(t, validation.Problems(p, found))
}

// A chain of many names that look like namespaces is followed in a moment.
func TestManyNames(t *testing.T) {
	t.Parallel()
	v := ready(t)
	x := map[string]string{}
	for i := range 3000 {
		x[strings.Repeat("]", i)] = "x"
	}
	err := v.Var(x, "dive,ocop_date")
	start := time.Now()
	assert.Len(t, validation.Problems(x, err), 501, "as many as a dossier's budget tells")
	assert.Less(t, time.Since(start), 5*time.Second, "it takes 0.1 s; with every name tried for each, many seconds")
}

func TestKinds(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for _, k := range append(dossier.Kinds(), validation.Kinds()...) {
		assert.False(t, seen[k.Code], k.Code)
		seen[k.Code] = true
		assert.NotEmpty(t, k.Message.Vi)
		assert.NotEmpty(t, k.Message.En)
	}
	assert.Len(t, validation.Kinds(), 2)
}
