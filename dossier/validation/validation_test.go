package validation_test

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/go-playground/validator/v10"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/dossier/internal/dossiertest"
	"github.com/ocop-vn/ocop-go/dossier/validation"
	"github.com/ocop-vn/ocop-go/scoring/problem"
)

// A program's own structs can use the rules, once they are registered.
func TestRegisterInAnOwnValidator(t *testing.T) {
	t.Parallel()
	v := validator.New(validator.WithRequiredStructEnabled())
	require.NoError(t, validation.Register(v))
	type form struct {
		Phone string `validate:"required,ocop_phone"`
		Note  string `validate:"ocop_line=5"`
		Count int    `validate:"ocop_line=50"`
		Tax   int    `validate:"ocop_tax_code"`
	}
	err := v.Struct(form{Phone: "0912 345 678", Note: "sáu chữ", Count: 1, Tax: 1})
	var found validator.ValidationErrors
	require.ErrorAs(t, err, &found)
	require.Len(t, found, 3)
	assert.Equal(t, "ocop_line", found[0].Tag())
	assert.Equal(t, "Count", found[1].Field(), "a rule on texts refuses what is none, even one that takes any text")
	assert.Equal(t, "ocop_tax_code", found[2].Tag(), "without a panic")

	// The instance's own options change nothing of what is found.
	x := dossiertest.Valid()
	x.Producer.Phone, x.Product.Sector = "1", "II"
	problems, err := validation.Check(v, &x)
	require.NoError(t, err)
	same(t, problems, &x, "")
}

// What is wrong is found once: the tags report theirs themselves in a validator
// that reads them.
func TestEachProblemIsFoundOnce(t *testing.T) {
	t.Parallel()
	v, err := validation.New()
	require.NoError(t, err)
	x := dossiertest.Valid()
	x.Updates = nil
	x.Producer.Phone, x.Product.Sector = "1", "II"
	var found validator.ValidationErrors
	require.ErrorAs(t, v.Struct(&x), &found)
	assert.Len(t, found, 2)

	// Part of a dossier, validated, gives the problems of that part.
	x.Product.Sector, x.Edition = "I", "x"
	require.ErrorAs(t, v.StructPartial(&x, "Producer.Phone"), &found)
	assert.Equal(t, []string{"DOSSIER-11 /producer/phone"}, places(validation.Problems(&x, found)))
}

func places(problems problem.List) (list []string) {
	for _, p := range problems {
		list = append(list, p.Code+" "+p.Path)
	}
	return list
}

func TestProblemsAreInOrderOfTheirPlaces(t *testing.T) {
	t.Parallel()
	v, err := validation.New()
	require.NoError(t, err)
	x := dossiertest.Valid()
	x.Updates = nil
	x.Edition, x.Producer.Phone, x.Product.Sector, x.Evidence[0].ID = "x", "1", "II", "-"
	problems, err := validation.Check(v, &x)
	require.NoError(t, err)
	assert.Equal(t, []string{"DOSSIER-03 /edition", "DOSSIER-17 /evidence/0/id", "DOSSIER-11 /producer/phone", "DOSSIER-33 /product/sector"}, places(problems))
}

// A claim's name is any text that a document has, brackets and dots among it.
func TestNamesThatLookLikePlaces(t *testing.T) {
	t.Parallel()
	v, err := validation.New()
	require.NoError(t, err)
	x := dossiertest.Valid()
	x.Updates = nil
	x.Product.Set = 0 // no set, no rule on names
	x.Report.Claims = map[string]dossier.Claim{"1.1": {Option: "a"}, "1.1].Option": {}, "1.1].Option].x": {Option: "a"}, "": {Option: "a"}}
	for range 20 { // a map's order changes
		problems, err := validation.Check(v, &x)
		require.NoError(t, err)
		assert.Equal(t, []string{"DOSSIER-01 /product/set", "DOSSIER-01 /report/claims/1.1].Option/option"}, places(problems))
	}
}

func TestCheckPassesOnWhatIsNoFinding(t *testing.T) {
	t.Parallel()
	v, err := validation.New()
	require.NoError(t, err)
	_, err = validation.Check(v, nil)
	assert.Error(t, err)
}

// BenchmarkTags: the same valid dossier by the generated checker, and by
// validator/v10.
func BenchmarkTags(b *testing.B) {
	x := dossiertest.Valid()
	x.Updates = nil
	v, err := validation.New()
	require.NoError(b, err)
	b.Run("generated", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if len(x.CheckTags()) > 0 {
				b.Fatal("not valid")
			}
		}
	})
	b.Run("validator", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if v.Struct(&x) != nil {
				b.Fatal("not valid")
			}
		}
	})
}

// BenchmarkRead: a whole dossier as JSON, read strictly and checked in full,
// beside what a Go program would do with encoding/json and validator/v10 alone,
// which takes much that is wrong.
func BenchmarkRead(b *testing.B) {
	data := example(b)
	b.Run("ocop", func(b *testing.B) {
		b.SetBytes(int64(len(data)))
		b.ReportAllocs()
		for b.Loop() {
			if _, problems := dossier.Read(data, dossier.Options{}); problems.Err() != nil {
				b.Fatal(problems)
			}
		}
	})
	b.Run("json+validator", func(b *testing.B) {
		v, err := validation.New()
		require.NoError(b, err)
		b.SetBytes(int64(len(data)))
		b.ReportAllocs()
		for b.Loop() {
			var x dossier.Dossier
			if err := json.Unmarshal(data, &x); err != nil {
				b.Fatal(err)
			}
			if err := v.Struct(&x); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// TestCheckTagsAllocatesNothing where nothing is wrong.
func TestCheckTagsAllocatesNothing(t *testing.T) {
	x := dossiertest.Valid()
	assert.Zero(t, testing.AllocsPerRun(100, func() { _ = x.CheckTags() }))
}

// example is a dossier of the project's examples.
func example(b *testing.B) []byte {
	b.Helper()
	data, err := os.ReadFile("../../examples/dossiers/thuc-pham-lan-dau.json")
	require.NoError(b, err)
	return data
}
