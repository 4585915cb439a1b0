package problem_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"log"

	"github.com/ocop-vn/ocop-go/scoring"
	"github.com/ocop-vn/ocop-go/scoring/problem"
	"github.com/ocop-vn/ocop-go/scoring/qd26"
)

// Every error of a bad document is a List: code and place for a program, words for a
// person.
func ExampleList() {
	_, err := scoring.DecodeSheet([]byte(`{"edition": "qd26-2026", "set": 13, "answers": {"1.1": "z"}}`), qd26.Edition())
	var problems problem.List
	if !errors.As(err, &problems) {
		log.Fatal(err)
	}
	for _, p := range problems {
		fmt.Println(p.Code, p.Path, p.Severity, p.Layer)
		fmt.Println(p.Message.Vi)
	}
	// Output:
	// SHEET-03 /answers/1.1 error schema
	// Tiêu chí 1.1 không có mức z; các mức: a, b, c, none.
}

// A rule of a program's own tells what it finds in the same form. Its code must not be
// one of ours.
func ExampleKind_At() {
	tooFar := problem.Kind{Code: "PORTAL-01", Layer: problem.LayerRule, Warning: true}
	tooFar.Message.Vi, tooFar.Message.En = "Cách xã {km} km.", "{km} km from the commune."
	text, err := json.Marshal(tooFar.At(problem.Pointer("/sites", "0"), problem.Value("km", "12")))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(string(text))
	// Output: {"code":"PORTAL-01","path":"/sites/0","severity":"warning","layer":"rule","message":{"vi":"Cách xã 12 km.","en":"12 km from the commune."},"params":{"km":"12"}}
}
