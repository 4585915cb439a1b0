// Package importer stands outside of the library's module, as every program that
// imports it does, and does all that the library promises to Go.
package importer

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/go-playground/validator/v10"

	"github.com/ocop-vn/ocop-go/dossier"
	"github.com/ocop-vn/ocop-go/dossier/procedure"
	"github.com/ocop-vn/ocop-go/dossier/validation"
	"github.com/ocop-vn/ocop-go/ocop"
	"github.com/ocop-vn/ocop-go/ocop/httpapi"
	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/civil"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
)

func read(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// A sheet made in Go is scored as the same sheet that was read.
func TestValuesGoIn(t *testing.T) {
	document := read(t, "sheets/ca-phe-dak-lak.json")
	var sheet scoring.Sheet
	must(t, json.Unmarshal(document, &sheet))
	byValue, err := ocop.Score(sheet)
	must(t, err)
	byBytes, err := ocop.Evaluate(document)
	must(t, err)
	if !reflect.DeepEqual(byValue, byBytes) || byValue.Result.Star != 4 {
		t.Fatalf("%+v\n%+v", byValue, byBytes)
	}
	if err := sheet.Answer("1.1", "z"); !has(err, "SHEET-03 /answers/1.1") {
		t.Fatal(err)
	}
	var x dossier.Dossier
	must(t, json.Unmarshal(read(t, "dossiers/thuc-pham-lan-dau.json"), &x))
	evaluation, err := ocop.ScoreDossier(&x)
	must(t, err)
	must(t, evaluation.Report(io.Discard, ocop.ReportOptions{}))
	x.Product.Name = ""
	if _, err := ocop.ScoreDossier(&x); !has(err, "DOSSIER-01 /product/name") {
		t.Fatal(err)
	}
	planning, err := ocop.Plan(scoring.NewPlanRequest(sheet, 5), 1)
	must(t, err)
	must(t, planning.Report(io.Discard, ocop.ReportOptions{}))
	council := scoring.Council{Set: sheet.Set(), Members: []scoring.Member{{ID: "m1", Sheet: sheet}}, Gates: []string{"x"}}
	if _, err := ocop.Decide(council); !has(err, "SHEET-06 /gates/0") {
		t.Fatal(err)
	}
	council.Gates = nil
	session, err := ocop.Decide(council)
	must(t, err)
	must(t, session.Minutes(io.Discard, ocop.ReportOptions{}))
}

// has tells whether an error is a list with a problem of this code at this place.
func has(err error, want string) bool {
	var problems problem.List
	if !errors.As(err, &problems) {
		return false
	}
	for _, p := range problems {
		if p.Code+" "+p.Path == want {
			return true
		}
	}
	return false
}

// What is marshalled is read back the same.
func TestValuesComeBack(t *testing.T) {
	var sheet scoring.Sheet
	must(t, json.Unmarshal(read(t, "sheets/ca-phe-dak-lak.json"), &sheet))
	result := scoring.Score(&sheet)
	request := scoring.NewPlanRequest(sheet, 5)
	plan, err := scoring.MakePlan(&request)
	must(t, err)
	set, _ := qd26.Edition().Set(13)
	council := scoring.Council{Set: set, Members: []scoring.Member{{ID: "m1", Chair: true, Sheet: sheet}}}
	outcome, err := council.Decide()
	must(t, err)
	_, refused := ocop.Evaluate([]byte(`{}`))
	var problems problem.List
	errors.As(refused, &problems)
	life, err := procedure.Life{}.Take(procedure.Step{Kind: procedure.StepFile, On: civil.Date{Year: 2026, Month: 6, Day: 1}})
	must(t, err)
	milestones := procedure.Milestones{Application: dossier.ApplicationFirst, Filed: civil.Date{Year: 2026, Month: 8, Day: 24}}
	for _, value := range []any{
		&sheet, &result, &request, &plan, &council, &outcome, &problems, &life, &milestones,
		&civil.Date{Year: 2026, Month: 7, Day: 3}, &ocop.Editions()[1], new(set.Class()),
		&procedure.Deadlines(milestones, procedure.Options{})[0], new(procedure.ProvinceRound(milestones.Filed)),
	} {
		written, err := json.Marshal(value)
		must(t, err)
		back := reflect.New(reflect.TypeOf(value).Elem())
		if err := json.Unmarshal(written, back.Interface()); err != nil {
			t.Fatalf("%T: %s\n%s", value, err, written)
		}
		if !reflect.DeepEqual(value, back.Interface()) {
			t.Errorf("%T is not what it was: %s", value, written)
		}
		if err := json.Unmarshal([]byte(`{"no":"such"}`), back.Interface()); !errors.As(err, new(problem.List)) {
			t.Errorf("%T takes anything: %v", value, err)
		}
	}
}

// The dossier's rules work in an instance of any tag name, however deep the
// dossiers are nested, and say what Check says.
func TestValidation(t *testing.T) {
	type request struct {
		Office string                      `json:"office" binding:"required" validate:"required"`
		Nested map[string]*dossier.Dossier `json:"nested" binding:"dive" validate:"dive"`
	}
	value := request{Nested: map[string]*dossier.Dossier{"a/b": {}}}
	for _, tag := range []string{"validate", "binding"} {
		v := validator.New()
		v.SetTagName(tag)
		must(t, validation.Register(v))
		problems := validation.Problems(&value, v.Struct(&value))
		var own dossier.Dossier
		if want := len(own.CheckShape()) + 1; len(problems) != want {
			t.Errorf("%s: %d problems, not %d: %v", tag, len(problems), want, problems)
		}
		if !has(problems, "VALIDATION-01 /office") || !has(problems, "DOSSIER-01 /nested/a~1b/edition") {
			t.Error(problems)
		}
	}
}

func TestHandler(t *testing.T) {
	server := httptest.NewServer(httpapi.New(httpapi.Options{}))
	defer server.Close()
	answer, err := http.Post(server.URL+"/v1/score", "application/json", strings.NewReader(`{"edition":"qd26-2026","set":13,"answers":{}}`))
	must(t, err)
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	must(t, err)
	var result scoring.Result
	must(t, json.Unmarshal(body, &result))
	if answer.StatusCode != http.StatusOK || result.Status != scoring.StatusIncomplete {
		t.Fatal(answer.Status, string(body))
	}
}

// Whoever imports the library gets nothing that only its tests and tools need.
func TestWhatComesAlong(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{.Path}}{{end}}",
		"github.com/ocop-vn/ocop-go/ocop", "github.com/ocop-vn/ocop-go/ocop/httpapi", "github.com/ocop-vn/ocop-go/dossier/validation").Output()
	must(t, err)
	for _, module := range strings.Fields(string(out)) {
		switch module {
		case "github.com/ocop-vn/ocop-go", "github.com/go-json-experiment/json", "golang.org/x/text",
			"github.com/go-playground/validator/v10", "github.com/go-playground/locales", "github.com/go-playground/universal-translator",
			"github.com/gabriel-vasile/mimetype", "github.com/leodido/go-urn", "golang.org/x/crypto", "golang.org/x/sys", "golang.org/x/net":
		default:
			t.Error(module, "comes along")
		}
	}
}
