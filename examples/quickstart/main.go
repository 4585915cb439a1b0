// Quickstart scores one sheet and plans the way to the next star: go run ./examples/quickstart examples/sheets/ca-phe-dak-lak.json
package main

import (
	"fmt"
	"io"
	"log"
	"os"

	"github.com/ocop-vn/ocop-go/ocop"
)

func main() {
	if len(os.Args) != 2 {
		log.Fatal("usage: quickstart SHEET.json")
	}
	if err := run(os.Stdout, os.Args[1]); err != nil {
		log.Fatal(err)
	}
}

func run(w io.Writer, file string) error {
	document, err := os.ReadFile(file) //nolint:gosec // the user names the file
	if err != nil {
		return err
	}
	e, err := ocop.Evaluate(document)
	if err != nil {
		return err // a problem.List: everything that is wrong, in Vietnamese and English
	}
	words := e.Words()
	fmt.Fprintf(w, "%s: %d điểm, %d sao\n", words.Name.Vi, e.Result.Total, e.Result.Star)
	for s := range e.Result.Shortfalls() {
		c, _ := words.Criterion(s.Criterion.Code())
		fmt.Fprintf(w, "%d sao còn thiếu: %s %s, đang có %q, cần %q\n", s.Star, c.Code, c.Name.Vi, s.Have, s.Need)
	}
	if e.Result.Star == 0 || e.Result.Star == 5 {
		return nil // no star yet, or none above
	}
	var library ocop.Library
	planning, err := library.Plan(document, e.Result.Star+1, 0)
	if err != nil {
		return err
	}
	for _, change := range planning.Plan.Changes {
		fmt.Fprintf(w, "để lên %d sao: %s từ %s lên %s\n", planning.Plan.Star, change.Criterion.Code(), change.From, change.To)
	}
	return nil
}
