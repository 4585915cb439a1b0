package validation_test

import (
	"reflect"
	"strconv"
	"strings"
	"testing"

	"github.com/go-playground/validator/v10"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/dossier/internal/dossiertest"
	"github.com/ocop-vn/ocop-go/dossier/validation"
)

// instance is a validator of some program.
type instance struct {
	*validator.Validate
	name    string
	private bool // looks into unexported fields
}

// instances are validators of any tag name and options, with the rules registered.
func instances(t require.TestingT) []instance {
	all := []instance{
		{name: "plain", Validate: validator.New()},
		{name: "as gin's", Validate: validator.New()},
		{name: "with names of its own", Validate: validator.New()},
		{name: "of a tag that means something else here", Validate: validator.New()},
		{name: "with all options", private: true, Validate: validator.New(
			validator.WithRequiredStructEnabled(), validator.WithPrivateFieldValidation(), validator.WithTagNameFuncBlankOmit(),
		)},
	}
	all[1].SetTagName("binding")
	all[2].RegisterTagNameFunc(func(field reflect.StructField) string { return strings.ToUpper(field.Name) + ".[" })
	all[3].SetTagName("en")
	for _, v := range all {
		require.NoError(t, validation.Register(v.Validate))
	}
	all[4].RegisterTagNameFunc(func(reflect.StructField) string { return "" })
	all[4].SetTagName("check")
	return all
}

// holder is a value that holds a dossier.
type holder struct {
	name     string
	hold     func(dossier.Dossier) (value any, pointer string)
	validate func(v *validator.Validate, value any) error
	private  bool // in an unexported field
}

type (
	// DossierRequest begins as the dossier's own type does.
	DossierRequest struct {
		Dossier dossier.Dossier `json:"dossier"`
	}
	embedding struct {
		dossier.Dossier
		Note string `json:"note"`
	}
	embeddingPointer struct{ *dossier.Dossier }
	embeddingNamed   struct {
		dossier.Dossier `json:"of"`
	}
	inner          struct{ Its dossier.Dossier }
	embeddingInner struct{ inner }
	page[T any]    struct {
		Items []T `json:"items" validate:"dive" binding:"dive" en:"dive" check:"dive"`
	}
	maps struct {
		Of map[string]map[int][2]*dossier.Dossier `json:"a/b~c" validate:"dive,dive,dive" binding:"dive,dive,dive" en:"dive,dive,dive" check:"dive,dive,dive"`
	}
	loose struct {
		Any any `json:",omitempty"`
	}
	private struct{ d dossier.Dossier }
	hidden  struct{ w wrapped }
	wrapped struct{ of dossier.Dossier }
	valuing struct {
		Of wrapped `json:"of"`
	}
	named string
	keyed struct {
		Of map[named]dossier.Dossier `json:"-," validate:"dive" binding:"dive" en:"dive" check:"dive"` //nolint:staticcheck // its name is a hyphen
	}
	unread struct {
		Of dossier.Dossier `json:"-"`
	}
)

func (w wrapped) ValidatorValue() any { return &w.of }
func (n named) String() string        { return "named " + string(n) }

// holders are the ways to hold a dossier that validator follows.
func holders() []holder {
	inStruct := func(v *validator.Validate, value any) error { return v.Struct(value) }
	dive := func(v *validator.Validate, value any) error { return v.Var(value, "dive") }
	type dossiers = []dossier.Dossier
	right := dossiertest.Valid()
	right.Updates = nil
	return []holder{
		{"by value", func(x dossier.Dossier) (any, string) { return x, "" }, inStruct, false},
		{"by itself in Var", func(x dossier.Dossier) (any, string) { return &x, "" }, func(v *validator.Validate, value any) error { return v.Var(value, "required") }, false},
		{"in a field", func(x dossier.Dossier) (any, string) { return DossierRequest{x}, "/dossier" }, inStruct, false},
		{"in a pointer to a struct", func(x dossier.Dossier) (any, string) { return &DossierRequest{x}, "/dossier" }, inStruct, false},
		{"embedded", func(x dossier.Dossier) (any, string) { return &embedding{Dossier: x}, "" }, inStruct, false},
		{"an embedded pointer", func(x dossier.Dossier) (any, string) { return embeddingPointer{&x}, "" }, inStruct, false},
		{"embedded with a name", func(x dossier.Dossier) (any, string) { return embeddingNamed{x}, "/of" }, inStruct, false},
		{"in an embedded struct", func(x dossier.Dossier) (any, string) { return embeddingInner{inner{x}}, "/Its" }, inStruct, false},
		{"in a generic type", func(x dossier.Dossier) (any, string) {
			return &page[dossier.Dossier]{Items: dossiers{right, x}}, "/items/1"
		}, inStruct, false},
		{"in generic types", func(x dossier.Dossier) (any, string) {
			return &page[page[*dossier.Dossier]]{Items: []page[*dossier.Dossier]{{}, {Items: []*dossier.Dossier{nil, &x}}}}, "/items/1/items/1"
		}, inStruct, false},
		{"in maps", func(x dossier.Dossier) (any, string) {
			return &maps{Of: map[string]map[int][2]*dossier.Dossier{
				"x].A[0] /~ ệ": {-7: {&right, &x}}, "x": {-7: {&right}}, "": nil,
			}}, "/a~1b~0c/x].A[0] ~1~0 ệ/-7/1"
		}, inStruct, false},
		{"in a map with keys that have a text of their own", func(x dossier.Dossier) (any, string) {
			return &keyed{Of: map[named]dossier.Dossier{"a.b": x, "b": right}}, "/-/a.b"
		}, inStruct, false},
		{"in an interface", func(x dossier.Dossier) (any, string) { return &loose{x}, "/Any" }, inStruct, false},
		{"by pointer in an interface", func(x dossier.Dossier) (any, string) { return &loose{&x}, "/Any" }, inStruct, false},
		{"in a struct without a name", func(x dossier.Dossier) (any, string) {
			return &struct {
				D **dossier.Dossier `json:"d"`
			}{new(&x)}, "/d"
		}, inStruct, false},
		{"where JSON has no name", func(x dossier.Dossier) (any, string) { return &unread{x}, "/Of" }, inStruct, false},
		{"in what stands for it", func(x dossier.Dossier) (any, string) { return &valuing{wrapped{x}}, "/of" }, inStruct, false},
		{"a list", func(x dossier.Dossier) (any, string) { return dossiers{right, right, x}, "/2" }, dive, false},
		{"a pointer to an array of pointers", func(x dossier.Dossier) (any, string) { return &[3]*dossier.Dossier{nil, &x}, "/1" }, dive, false},
		{"a map", func(x dossier.Dossier) (any, string) {
			return map[string]dossier.Dossier{"]/~.Edition": x, "]": right}, "/]~1~0.Edition"
		}, dive, false},
		{"unexported", func(x dossier.Dossier) (any, string) { return private{x}, "/d" }, inStruct, true},
		{"unexported in what stands for it", func(x dossier.Dossier) (any, string) { return hidden{wrapped{x}}, "/w/of" }, inStruct, true},
		{"unexported behind a pointer", func(x dossier.Dossier) (any, string) { return &private{x}, "/d" }, inStruct, true},
	}
}

// Whatever the tag name and wherever the dossier stands: what CheckShape finds,
// at that place.
func TestProblemsAnywhere(t *testing.T) {
	t.Parallel()
	wrong := dossiertest.Valid() // updates have no place here
	wrong.Producer.Phone, wrong.Product.Sector, wrong.Evidence[0].ID = "1", "II", "-"
	wrong.Evidence = append(wrong.Evidence, make([]dossier.Evidence, 300)...)
	wrong.Report.Results.Years = make([]dossier.YearResult, 20)
	wrong.Report.Claims["1.1].Option"] = dossier.Claim{Evidence: []string{"/"}}
	one := dossiertest.Valid()
	one.Updates, one.Product.Group = nil, "2" // between fields alone
	many := dossiertest.Valid()
	for i := range 600 { // of a map, whose order is any
		many.Report.Claims[strings.Repeat("x", i%70)+strconv.Itoa(i)] = dossier.Claim{Option: strings.Repeat("a", i%2)}
		many.Proposed.Answers[strconv.Itoa(i)] = ""
	}
	right := dossiertest.Valid()
	right.Updates = nil
	require.Len(t, many.CheckShape(), 501, "more than are told")
	require.Len(t, one.CheckShape(), 1)
	require.Empty(t, right.CheckShape())
	for _, v := range instances(t) {
		for _, h := range holders() {
			if h.private && !v.private {
				continue
			}
			t.Run(h.name+", "+v.name, func(t *testing.T) {
				dossiers := []dossier.Dossier{{}, right, one, wrong}
				if v.private { // one instance will do
					dossiers = append(dossiers, many)
				}
				for _, x := range dossiers {
					value, pointer := h.hold(x)
					same(t, validation.Problems(value, h.validate(v.Validate, value)), &x, pointer)
				}
			})
		}
	}
}

// A dossier in each place of one value: each problem at its own.
func TestProblemsOfManyDossiers(t *testing.T) {
	t.Parallel()
	var a, b dossier.Dossier
	a, b = dossiertest.Valid(), dossiertest.Valid()
	a.Updates, b.Updates = nil, nil
	a.Producer.Phone, b.Product.Group = "1", "2"
	value := []any{&a, map[string]any{"b": b}, page[dossier.Dossier]{Items: []dossier.Dossier{b, a}}, &a}
	for _, v := range instances(t) {
		err := v.Var(value, "dive")
		assert.Equal(t, []string{"DOSSIER-11 /0/producer/phone", "DOSSIER-33 /2/items/0/product/group", "DOSSIER-11 /2/items/1/producer/phone", "DOSSIER-11 /3/producer/phone"},
			places(validation.Problems(value, err)), v.name)
	}
}
