package schema_test

import (
	"encoding/json"
	"fmt"
	"log"

	"github.com/ocop-vn/ocop-go/ocop/schema"
	"github.com/ocop-vn/ocop-go/scoring/lang"
)

// A schema stands by itself: hand it to a validator in any language.
func ExampleGet() {
	text, ok := schema.Get("sheet", lang.En)
	var sheet struct {
		Schema   string   `json:"$schema"`
		Title    string   `json:"title"`
		Required []string `json:"required"`
	}
	if err := json.Unmarshal(text, &sheet); err != nil {
		log.Fatal(err)
	}
	fmt.Println(ok, sheet.Title, sheet.Required)
	fmt.Println(sheet.Schema)
	// Output:
	// true Sheet [edition set answers]
	// https://json-schema.org/draft/2020-12/schema
}

// What draws the form of coffee's dossiers, and where a criterion stands in its data.
func ExampleForm() {
	form, layout, ok := schema.Form(13, lang.Vi)
	fmt.Println(ok, json.Valid(form), json.Valid(layout), schema.Key("6.2.1"))
	_, _, ok = schema.Form(27, lang.Vi)
	fmt.Println(ok)
	// Output:
	// true true true c6_2_1
	// false
}

// For a generator of classes, in plain words.
func ExampleShape() {
	shape, ok := schema.Shape("result", lang.En)
	fmt.Println(ok, json.Valid(shape))
	fmt.Println(schema.Names())
	// Output:
	// true true
	// [council deadlines difference dossier holidays life milestones outcome paper plan plan-result problems record result rubric sheet standing verdict]
}
